//! What must hold where a site is built again and again while somebody writes: what is taken over from before
//! gives the same bytes as what is made anew.

use std::collections::BTreeMap;
use std::path::Path;

use stadga::base::path::{OutPath, SitePath};
use stadga::base::snapshot::{Snapshot, Source};
use stadga::base::text::Text;
use stadga::build::{self, Build, Made, Options};

use crate::corpus::words::Dice;
use crate::site::Site;

fn sample() -> Snapshot {
    Site::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).today("2026-11-22").snapshot().clone()
}

fn drafts() -> Options {
    Options { drafts: true, ..Options::default() }
}

fn made(build: &Build, path: &OutPath) -> Made {
    build.make(&build.recipe(path).expect("a recipe")).expect("a page")
}

fn all(build: &Build) -> BTreeMap<String, Made> {
    build.paths().map(|path| (path.as_str().to_owned(), made(build, path))).collect()
}

/// Texts of the sample below their facts, each with another wording.
fn edits(snapshot: &Snapshot) -> Vec<(SitePath, Text)> {
    let mut dice = Dice::new(11);
    let texts = snapshot.below("content").filter_map(|(path, source)| match source {
        Source::Text(text) => Some((path.clone(), text.as_str().to_owned())),
        _ => None,
    });
    let edit = |(path, text): (SitePath, String)| {
        let facts = text.find("\n+++\n").map_or(0, |at| at + 5);
        let mut lines: Vec<&str> = text[facts..].lines().collect();
        let at = dice.below(lines.len().max(1)).min(lines.len());
        let new = [
            "\nEtt nytt stycke som leder till [IT-strategin](/dokument/it-strategi/).\n",
            "\n## Ett nytt avsnitt\n\nMed [en länk](#ett-nytt-avsnitt) till sig själv.\n",
            "- en ny punkt[^ny]\n\n[^ny]: Med en not, och [ingenstans](finns-inte.md).",
        ];
        match new.get(dice.below(4)) {
            Some(new) => lines.insert(at, new),
            None => lines.truncate(at),
        }
        (path, Text::new(&(text[..facts].to_owned() + &lines.join("\n"))))
    };
    texts.map(edit).collect()
}

#[test]
fn a_sketch_makes_the_pages_of_the_whole_build() {
    let snapshot = sample();
    let (sketch, whole) = (build::sketch(&snapshot, &drafts()), build::build(&snapshot, &drafts()));
    for path in whole.paths() {
        assert_eq!(made(&sketch, path), made(&whole, path), "{}", path.as_str());
    }
}

#[test]
fn building_again_is_building() {
    let mut snapshot = sample();
    let mut former = build::build(&snapshot, &drafts());
    for (path, text) in edits(&snapshot).into_iter().step_by(3) {
        snapshot.files.insert(path, Source::Text(text));
        let again = build::again(&former, &snapshot, &drafts());
        assert_eq!(again.faults, build::build(&snapshot, &drafts()).faults);
        former = again;
    }
    assert!(all(&former) == all(&build::build(&snapshot, &drafts())));
}

/// Of the document's own pages: what other texts say of places within it is looked at when all is built again.
#[test]
fn a_text_put_in_the_place_of_another_gives_the_pages_that_a_build_gives() {
    let snapshot = sample();
    let mut put = 0;
    for (path, text) in edits(&snapshot).into_iter().step_by(4) {
        let mut build = build::build(&snapshot, &drafts());
        all(&build);
        if !build.retext(&path, &text) {
            continue;
        }
        put += 1;
        let mut edited = snapshot.clone();
        edited.files.insert(path.clone(), Source::Text(text));
        let fresh = build::build(&edited, &drafts());
        for page in fresh.paths() {
            assert_eq!(made(&build, page), made(&fresh, page), "{} after {}", page.as_str(), path.as_str());
        }
    }
    assert!(put > 10, "{put} texts");
}

#[test]
fn facts_are_not_put_in_the_place_of_others() {
    let site = Site::new(
        "
        //- content/it-policy.md
        +++
        title = 'IT-policy'
        type = 'policy'
        adopted_by = 'KF'
        adopted = 2014-04-09
        +++
        Kommunen ska använda IT.
        ",
    );
    let path = SitePath::new("content/it-policy.md");
    let text = site.snapshot().text(path.as_str()).expect("a text").as_str().to_owned();
    let put = |path: &SitePath, text: &str| {
        build::build(site.snapshot(), &Options::default()).retext(path, &Text::new(text))
    };
    assert!(put(&path, &text.replace("använda", "nyttja")));
    assert!(!put(&path, &text.replace("2014", "2015")), "another day");
    assert!(!put(&path, &text.replace("Kommunen ska använda IT.", "")), "no text any more");
    assert!(!put(&path, &text.replace("+++\nKommunen", "++\nKommunen")), "no end of the facts");
    assert!(!put(&SitePath::new("content/annan.md"), &text), "another file");
    assert!(!put(&SitePath::new("stadga.toml"), "namn = 'X'"), "no text at all");
}
