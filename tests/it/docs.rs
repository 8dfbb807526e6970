//! The guides say what the program does: every fault, key and field stands in them, and their
//! examples build. An example is a fenced block; the line before it names its file between
//! backticks and ends with a colon. Two names mean that the first file is moved to the second.
//! Blocks of `console` hold commands, which `docs_commands` runs; a file that “ser nu ut så här” is
//! what they have written.

use std::collections::BTreeSet;

use scraper::{Html, Selector};
use stadga::base::date::Approx;
use stadga::base::fault::{RULES, Severity};

use crate::site::Site;

pub(crate) const HANDBOOK: &str = include_str!("../../docs/handbok.md");
pub(crate) const PREVIEW: &str = include_str!("../../docs/forhandsvisning.md");
pub(crate) const ARCHIVE: &str = include_str!("../../docs/arkiv.md");
pub(crate) const THEME: &str = include_str!("../../docs/theme.md");
/// The day on which the handbook's examples are read.
const TODAY: &str = "2026-11-22";
/// Pictures and attachments that the examples speak of.
pub(crate) const ASSETS: [&str; 3] = ["cykelplan-antagen.pdf", "karta.png", "kostnader.pdf"];

/// A fenced block of a guide that does something.
pub(crate) enum Block<'a> {
    /// A file of the site.
    File(Example<'a>),
    /// A file of the site with mistakes in it, which the commands after it mend.
    Mistake(Example<'a>),
    /// What one types in a terminal, a line each.
    Commands(Vec<&'a str>),
    /// A folder that the reader is told to remove.
    Removed(&'a str),
}

/// A file that an example shows.
pub(crate) struct Example<'a> {
    /// The heading it stands under.
    pub(crate) heading: &'a str,
    /// The file that is moved away.
    pub(crate) moved: Option<&'a str>,
    pub(crate) path: &'a str,
    pub(crate) text: String,
    /// The commands above it have written it; the reader types nothing.
    pub(crate) made: bool,
}

/// All blocks of a guide, in order; those of `text` only show something.
pub(crate) fn blocks(guide: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let (mut heading, mut before) = ("", "");
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            match kind {
                // What is printed, and walks with the tools of others, which the gate takes.
                "text" | "sh" => {}
                "console" => blocks.push(Block::Commands(block)),
                _ => {
                    let names: Vec<&str> = before.split('`').skip(1).step_by(2).collect();
                    let [.., path] = names[..] else {
                        panic!("the example under “{heading}” names no file: {before}");
                    };
                    let moved = (names.len() > 1).then_some(names[0]);
                    let text = block.join("\n") + "\n";
                    let made = before.ends_with("ser ut så här:") || before.ends_with("ser nu ut så här:");
                    assert!(made || before.ends_with("`:"), "{before} of {heading} must end with its file");
                    let example = Example { heading, moved, path, text, made };
                    let wrong = kind.ends_with(" fel");
                    blocks.push(if wrong { Block::Mistake(example) } else { Block::File(example) });
                }
            }
        } else if let Some(path) = line.split("Ta bort mappen `").nth(1).and_then(|it| it.split('`').next()) {
            blocks.push(Block::Removed(path));
        } else if line.starts_with('#') {
            heading = line.trim_start_matches('#').trim();
        } else if !line.is_empty() {
            before = line;
        }
    }
    blocks
}

/// The files of a guide, in order.
fn examples(guide: &str) -> Vec<Example<'_>> {
    let file = |block| match block {
        Block::File(example) => Some(example),
        Block::Mistake(_) | Block::Commands(_) | Block::Removed(_) => None,
    };
    blocks(guide).into_iter().filter_map(file).collect()
}

/// The site of the examples, after each of them.
fn growing(guide: &str) -> impl Iterator<Item = (Example<'_>, Site)> {
    let mut files: Vec<(String, String)> = Vec::new();
    examples(guide).into_iter().map(move |example| {
        files.retain(|(path, _)| path != example.path && Some(path.as_str()) != example.moved);
        files.push((example.path.to_owned(), example.text.clone()));
        let site = Site::of(files.clone()).today(TODAY).with_drafts();
        // A file is put there when a text begins to link to it.
        let linked = |name: &&&str| files.iter().any(|(_, text)| text.contains(**name));
        let site = ASSETS
            .iter()
            .filter(linked)
            .fold(site, |site, name| site.asset(&format!("content/cykelplan/{name}"), 9));
        (example, site)
    })
}

/// The text under a heading, up to the next of the same or a higher level.
pub(crate) fn section<'a>(guide: &'a str, heading: &str) -> &'a str {
    let (_, rest) = guide.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("no {heading}"));
    let level = heading.split(' ').next().expect("a heading").len();
    let ends = (1..=level).filter_map(|level| rest.find(&format!("\n{} ", "#".repeat(level))));
    &rest[..ends.min().unwrap_or(rest.len())]
}

/// The faults of a site, but for the statement of accessibility: that is written last, when there is
/// something to assess.
fn faults(site: &Site) -> Vec<String> {
    site.faults().into_iter().filter(|it| it != "S114 no-statement stadga.toml").collect()
}

#[test]
fn a_reader_who_follows_the_handbook_has_a_sound_site_after_every_example() {
    let mut count = 0;
    for (example, site) in growing(HANDBOOK) {
        assert_eq!(faults(&site), [""; 0], "after {}", example.path);
        count += 1;
    }
    assert!(count > 25, "only {count} examples");
    let (_, site) = growing(HANDBOOK).last().expect("examples");
    assert_eq!(site.faults(), [""; 0], "the last site is whole");
}

#[test]
fn the_examples_of_the_states_have_these_states() {
    let (_, site) = growing(HANDBOOK).last().expect("examples");
    let states: BTreeSet<&str> =
        section(HANDBOOK, "## Gäller det?").lines().filter_map(|line| line.strip_prefix("### ")).collect();
    let mut seen = BTreeSet::new();
    for example in examples(HANDBOOK).iter().filter(|it| states.contains(it.heading)) {
        if seen.insert(example.heading) {
            let address = example.path.replace("content/", "/dokument/").replace(".md", "/");
            let page = Html::parse_document(&site.page(&address));
            let state = Selector::parse(".standing .state").expect("a selector");
            let shown: String = page.select(&state).flat_map(|state| state.text()).collect();
            assert_eq!(shown, example.heading, "{address}");
        }
    }
    assert_eq!(seen.len(), 10, "nine states and drafts: {seen:?}");
}

#[test]
fn every_fault_has_a_row() {
    let faults = section(HANDBOOK, "## Alla fel");
    for rule in RULES {
        let severity = match rule.severity {
            Severity::Error => "fel",
            Severity::Warning => "varning",
            Severity::Note => "upplysning",
        };
        let row = format!("\n| {} | `{}` | {severity} | ", rule.number, rule.slug);
        assert!(faults.contains(&row), "no row{row}");
    }
    assert_eq!(faults.matches("\n| S").count(), RULES.len(), "a row for a fault that is not there");
}

#[test]
fn dates_can_be_written_as_the_handbook_says() {
    let rows = section(HANDBOOK, "## Så skrivs datum").lines().filter(|line| line.starts_with("| `"));
    for row in rows {
        for date in row.split('`').skip(1).step_by(2) {
            assert!(Approx::parse(date.trim_matches('"')).is_ok(), "{date}");
        }
    }
}

#[test]
fn the_guide_to_the_preview_names_every_editor() {
    for name in stadga::shell::preview::editor::Editor::names() {
        assert!(PREVIEW.contains(&format!("\n| `--editor {name}` | ")), "no row for {name}");
    }
}

#[test]
fn the_themes_examples_build() {
    let (_, site) = growing(HANDBOOK).last().expect("examples");
    let site = examples(THEME).iter().fold(site, |site, example| site.file(example.path, &example.text));
    assert_eq!(faults(&site), [""; 0]);
    assert!(site.all().len() > 30);
    assert!(site.page("/dokument/cykelplan/").contains("ekbo-"), "the theme's own style sheet");
}
