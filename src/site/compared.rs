//! What changed, in words: a sentence for each section, and a few words for the whole.

use crate::compare::exchange::{
    BlockKind, Change, Comparison, Fate, Happening, Label, Tally, Words as Labels,
};
use crate::site::words::{Arg, Words};

/// Everything that changed, a sentence for each section; one for an unchanged text.
pub fn summary(words: &Words, comparison: &Comparison) -> Vec<String> {
    let mut sentences: Vec<String> =
        comparison.changes.iter().map(|change| sentence(words, change)).collect();
    sentences.extend(renumbered(words, comparison));
    if sentences.is_empty() {
        sentences.push(words.text("compare-unchanged-sentence", &[]));
    }
    sentences
}

/// "Avsnitt 3.2 Drift: nytt stycke, 2 ord ändrade."
fn sentence(words: &Words, change: &Change) -> String {
    format!("{}: {}", heading(words, &change.label), happenings(words, change))
}

/// What happened in a section: "nytt stycke, 2 ord ändrade."
pub fn happenings(words: &Words, change: &Change) -> String {
    let told: Vec<String> =
        change.happenings.iter().flat_map(|it| happening(words, it, &change.label)).collect();
    told.join(", ") + "."
}

/// The sections that only have a new number: "Nya nummer: avsnitt 5 Drift (förut 4)."
pub fn renumbered(words: &Words, comparison: &Comparison) -> Option<String> {
    let one = |(label, before): &(Label, Option<String>)| {
        let section = ("section", within(words, label).into());
        match before {
            Some(before) => {
                words.text("compare-renumbered-one", &[section, ("before", before.as_str().into())])
            }
            None => words.text("compare-numbered-one", &[section]),
        }
    };
    let all: Vec<String> = comparison.renumbered.iter().map(one).collect();
    (!all.is_empty()).then(|| words.text("compare-renumbered-all", &[("sections", all.join(", ").into())]))
}

/// A section's name at the beginning of a sentence: "Avsnitt 3.2 Drift", "4 § Ansvar".
pub fn heading(words: &Words, label: &Label) -> String {
    let name = within(words, label);
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// The same within one: "avsnitt 3.2 Drift", "inledningen".
fn within(words: &Words, label: &Label) -> String {
    match label {
        Label::Opening => words.text("compare-opening", &[]),
        Label::Footnotes => words.text("compare-footnotes", &[]),
        Label::Section { number: None, title } => {
            words.text("compare-section-titled", &[("title", title.as_str().into())])
        }
        Label::Section { number: Some(number), title } => {
            // "4 §", "Bilaga 2": these say themselves what they are.
            let is_named = number.contains('§')
                || number
                    .split(' ')
                    .next()
                    .is_some_and(|word| word.chars().count() > 1 && word.chars().all(char::is_alphabetic));
            let key = if is_named { "compare-section-paragraph" } else { "compare-section-numbered" };
            let name =
                words.text(key, &[("number", number.as_str().into()), ("title", title.as_str().into())]);
            name.trim_end().to_owned()
        }
    }
}

fn happening(words: &Words, it: &Happening, label: &Label) -> Vec<String> {
    let one = |key: &str, name: &str, value: Arg| vec![words.text(key, &[(name, value)])];
    match it {
        Happening::Added(n) if is_paragraph(label) => one("compare-paragraph-new", "n", (*n).into()),
        Happening::Added(n) => one("compare-added", "n", (*n).into()),
        Happening::Removed(n) if is_paragraph(label) => one("compare-paragraph-gone", "n", (*n).into()),
        Happening::Removed(n) => one("compare-removed", "n", (*n).into()),
        Happening::Moved(Some(after)) => one("compare-moved", "section", within(words, after).into()),
        Happening::Moved(None) => vec![words.text("compare-moved-first", &[])],
        Happening::Renumbered(Some(before)) => {
            let has_number = matches!(label, Label::Section { number: Some(_), .. });
            let key = if has_number { "compare-renumbered" } else { "compare-number-gone" };
            one(key, "before", before.as_str().into())
        }
        Happening::Renumbered(None) => vec![words.text("compare-number-new", &[])],
        Happening::Renamed(before) => one("compare-renamed", "before", before.as_str().into()),
        Happening::Level { from, to } => {
            vec![words.text("compare-level", &[("from", (*from).into()), ("to", (*to).into())])]
        }
        Happening::Blocks(kind, fate, n) => vec![blocks(words, *kind, fate, *n)],
        Happening::Passage { old, new } => vec![passage(words, old, new)],
        Happening::Marks(n) => one("compare-marks", "n", (*n).into()),
        Happening::Signs(n) => one("compare-signs", "n", (*n).into()),
        Happening::Words { changed, added, removed } => {
            let counted = [
                ("compare-words-changed", *changed),
                ("compare-words-added", *added),
                ("compare-words-removed", *removed),
            ];
            let told = counted.into_iter().filter(|(_, n)| *n > 0);
            told.map(|(key, n)| words.text(key, &[("n", n.into())])).collect()
        }
    }
}

/// "3 a §": what a by-law is parted into is no section.
fn is_paragraph(label: &Label) -> bool {
    matches!(label, Label::Section { number: Some(number), .. } if number.contains('§'))
}

fn passage(words: &Words, old: &str, new: &str) -> String {
    let key = match (old.is_empty(), new.is_empty()) {
        (true, _) => return words.text("compare-passage-added", &[("new", new.into())]),
        (_, true) => return words.text("compare-passage-removed", &[("old", old.into())]),
        _ => "compare-passage-changed",
    };
    words.text(key, &[("old", old.into()), ("new", new.into())])
}

fn blocks(words: &Words, kind: BlockKind, fate: &Fate, n: usize) -> String {
    let kind = match kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Item => "item",
        BlockKind::List => "list",
        BlockKind::Row => "row",
        BlockKind::Column => "column",
        BlockKind::Table => "table",
        BlockKind::Footnote => "footnote",
        BlockKind::Figure => "figure",
        BlockKind::Other => "other",
    };
    let (fate, elsewhere) = match fate {
        Fate::Added => ("added", None),
        Fate::Removed => ("removed", None),
        Fate::MovedWithin => ("moved-within", None),
        Fate::MovedFrom(from) => ("moved-from", Some(from)),
        Fate::MovedTo(to) => ("moved-to", Some(to)),
        Fate::Split => ("split", None),
        Fate::Merged => ("merged", None),
        Fate::Renumbered => return words.text("compare-list-renumbered", &[("n", n.into())]),
    };
    let mut args: Vec<(&str, Arg)> = vec![("n", n.into())];
    args.extend(elsewhere.map(|label| ("section", within(words, label).into())));
    words.text(&format!("compare-{kind}-{fate}"), &args)
}

/// How much changed, in a few words: "4 avsnitt ändrade, 1 nytt avsnitt".
pub fn briefly(words: &Words, tally: &Tally) -> String {
    let it = tally.sections;
    let counted = [
        ("compare-sections-changed", it.changed),
        ("compare-sections-added", it.added),
        ("compare-sections-removed", it.removed),
        ("compare-sections-moved", it.moved),
        ("compare-sections-renumbered", it.renumbered),
    ];
    let told = counted.into_iter().filter(|(_, n)| *n > 0);
    let told: Vec<String> = told.map(|(key, n)| words.text(key, &[("n", n.into())])).collect();
    if told.is_empty() { words.text("compare-unchanged", &[]) } else { told.join(", ") }
}

/// Whether more changed than an editor may change without a decision: words were put in, taken out
/// or moved. New numbers and levels of headings leave every word where it was.
pub fn changes_words(tally: &Tally) -> bool {
    let it = tally.words;
    it.added + it.removed + it.moved > 0
}

/// The words that a comparison puts beside the text. `{}` stays for the one that compares.
pub fn labels(words: &Words) -> Labels {
    let say = |key: &str| words.text(key, &[]);
    let hole = || Arg::from("{}");
    Labels {
        added: say("compare-mark-added"),
        added_end: say("compare-mark-added-end"),
        removed: say("compare-mark-removed"),
        removed_end: say("compare-mark-removed-end"),
        moved_here: say("compare-mark-moved-here"),
        moved_end: say("compare-mark-moved-end"),
        moved_away: say("compare-mark-moved-away"),
        to_old_place: say("compare-to-old-place"),
        to_new_place: say("compare-to-new-place"),
        split: say("compare-mark-split"),
        merged: say("compare-mark-merged"),
        change: words.text("compare-change", &[("n", hole()), ("total", hole())]),
        previous: say("compare-previous-change"),
        next: say("compare-next-change"),
        folded: words.text("compare-folded", &[("n", hole())]),
        folded_moved: words.text("compare-folded-moved", &[("n", hole())]),
        folded_section: words.text("compare-folded-section", &[("section", hole()), ("n", hole())]),
        folded_sections: words
            .text("compare-folded-sections", &[("from", hole()), ("to", hole()), ("n", hole())]),
        opening: heading(words, &Label::Opening),
        footnotes: heading(words, &Label::Footnotes),
    }
}
