//! Pairs of wordings from `comparisons/`, each with what a careful reader would say has changed.
//! They were worded before there was a comparison, and are what it is held to.

use std::fs;
use std::path::Path;

use stadga::site::compared::summary;
use stadga::site::words::Words;

use crate::comparison_laws::compared;

/// Two wordings and the sentences that tell what changed.
struct Pair {
    name: String,
    old: String,
    new: String,
    summary: Vec<String>,
}

/// Every pair, in the order of the files' names.
fn pairs() -> Vec<Pair> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/comparisons");
    let files = fs::read_dir(folder).expect("the folder of pairs");
    let mut files: Vec<_> = files.map(|file| file.expect("a file of pairs").path()).collect();
    files.sort();
    let texts = files.iter().map(|file| fs::read_to_string(file).expect("pairs are UTF-8"));
    texts.flat_map(|text| text.split("\n=== ").skip(1).map(pair).collect::<Vec<_>>()).collect()
}

fn pair(text: &str) -> Pair {
    let (name, rest) = text.split_once("\n--- före\n").expect("the older wording");
    let (old, rest) = rest.split_once("\n--- efter\n").expect("the newer wording");
    let (new, summary) = rest.split_once("\n--- sammanfattning\n").expect("the summary");
    Pair {
        name: name.into(),
        old: old.into(),
        new: new.into(),
        summary: summary.lines().filter(|line| !line.is_empty()).map(String::from).collect(),
    }
}

#[test]
fn each_pair_is_told_as_a_careful_reader_would() {
    let words = Words::built_in("sv");
    let pairs = pairs();
    assert!(pairs.len() >= 50, "only {} pairs", pairs.len());
    let mut failed = Vec::new();
    for pair in pairs {
        let told = summary(&words, &compared(&pair.old, &pair.new));
        if told != pair.summary {
            let lines = |all: &[String]| all.iter().fold(String::new(), |told, it| told + "    " + it + "\n");
            failed.push(format!(
                "{}\n  expected:\n{}  told:\n{}",
                pair.name,
                lines(&pair.summary),
                lines(&told)
            ));
        }
    }
    assert!(failed.is_empty(), "{} pairs\n\n{}", failed.len(), failed.join("\n"));
}

/// What is new here was gone there: nothing is told in one direction only.
#[test]
fn the_other_way_round_tells_as_much() {
    for Pair { name, old, new, .. } in pairs() {
        let (there, back) = (compared(&old, &new), compared(&new, &old));
        assert_eq!(there.tally.is_unchanged(), back.tally.is_unchanged(), "{name}");
        assert_eq!(there.tally.sections.added, back.tally.sections.removed, "{name}");
        assert_eq!(there.tally.sections.removed, back.tally.sections.added, "{name}");
        assert_eq!(there.tally.words.added, back.tally.words.removed, "{name}");
        assert_eq!(there.tally.words.removed, back.tally.words.added, "{name}");
    }
}

#[test]
fn nothing_is_told_of_a_pair_s_either_text_beside_itself() {
    for Pair { name, old, new, .. } in pairs() {
        for text in [&old, &new] {
            let itself = compared(text, text);
            assert!(itself.tally.is_unchanged() && itself.changes.is_empty(), "{name}: {itself:?}");
        }
    }
}
