//! What differs between two times that a document was archived, as it is told: in the terminal, and to programs.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use crate::archive::facts::{FactTurn, in_words};
use crate::archive::past::Held;
use crate::compare::exchange::Comparison;
use crate::shell::archive::store::Store;
use crate::shell::archive::when::clock;
use crate::shell::error::Error;
use crate::shell::marks::{Mark, in_terminal, plain};
use crate::shell::passages::{self, title};
use crate::shell::words::Words;
use crate::site::compared::summary;
use crate::site::package::{METADATA, SOURCE};
use crate::site::rearchived::{FileTurn, Rearchived, Side, TextFate, TextName};
use crate::site::words::Words as SiteWords;

/// What was archived of a document, read from the store and held against its digests.
///
/// # Errors
/// The version is damaged, or cannot be read.
pub fn side(store: &Store, held: &Held) -> Result<Side, Error> {
    let inventory = store.logged(held.kept)?;
    let (mut metadata, mut sources) = (Map::new(), BTreeMap::new());
    for (path, digest, file) in store.files_of(&inventory, inventory.head)? {
        let is_text = path.starts_with(&format!("{SOURCE}/")) && path.ends_with(MARKDOWN);
        if path == METADATA {
            metadata = serde_json::from_slice(&store.content(&file, digest)?).unwrap_or_default();
        } else if is_text {
            let source = store.content(&file, digest)?;
            sources.insert(path.to_owned(), String::from_utf8_lossy(&source).into_owned());
        }
    }
    Ok(Side { state: inventory.state(inventory.head), metadata, sources })
}

const MARKDOWN: &str = ".md";

/// Two times, and what differs.
pub struct Telling<'a> {
    /// The program's words.
    pub words: &'static Words,
    /// The words of a comparison.
    pub site: &'a SiteWords,
    /// The two times, the older first.
    pub sides: [Held<'a>; 2],
    /// What differs.
    pub difference: &'a Rearchived,
}

impl Telling<'_> {
    /// For people at a terminal.
    pub fn terminal(&self, width: Option<usize>) -> String {
        let mut text = Vec::new();
        for (key, held) in ["compare-before", "compare-after"].into_iter().zip(&self.sides) {
            let side = self.site.text(key, &[]);
            let time = clock(held.time);
            let said = [("version", held.kept.version.to_string().into()), ("time", time.into())];
            text.push(format!("{side}: {}\n", self.words.say("archive-diff-side", &said)));
        }
        let [before, after] = &self.sides;
        if before.withdrawn != after.withdrawn {
            let key = if after.withdrawn { "archive-diff-withdrawn" } else { "archive-diff-published-again" };
            let said = [
                ("before", before.kept.version.to_string().into()),
                ("after", after.kept.version.to_string().into()),
            ];
            text.push(format!("\n{}\n", self.words.say(key, &said)));
        }
        let line = |said: &str| in_terminal(&[(Mark::Same, plain(said))], "- ", width);
        for (name, fate) in &self.difference.texts {
            text.push(format!("\n{}", title(&self.name(name))));
            match fate {
                TextFate::Changed(comparison) => text.push(self.changed(comparison, width)),
                TextFate::Came => text.push(line(&self.words.text("archive-diff-text-came"))),
                TextFate::Went => text.push(line(&self.words.text("archive-diff-text-went"))),
                TextFate::Head => text.push(line(&self.words.text("archive-diff-text-head"))),
            }
        }
        if !self.difference.facts.is_empty() {
            text.push(format!("\n{}", title(&self.words.text("archive-diff-facts"))));
        }
        for turn in &self.difference.facts {
            text.push(line(&self.fact(turn)));
        }
        if !self.difference.files.is_empty() {
            text.push(format!("\n{}", title(&self.words.text("archive-diff-files"))));
        }
        for turn in &self.difference.files {
            text.push(line(&self.file(turn)));
        }
        text.concat()
    }

    /// Whether any passage is shown with its marks.
    pub fn has_marks(&self) -> bool {
        let has = |comparison: &Comparison| comparison.passages.iter().any(|passages| !passages.is_empty());
        self.difference.texts.iter().any(|(_, fate)| matches!(fate, TextFate::Changed(it) if has(it)))
    }

    /// For programs.
    pub fn json(&self) -> String {
        let side = |held: &Held| {
            json!({
                "version": held.kept.version,
                "time": held.time,
                "withdrawn": held.withdrawn,
                "inventory": held.kept.inventory,
            })
        };
        let text = |(name, fate): &(TextName, TextFate)| {
            let (version, variant) = match name {
                TextName::About => (None, None),
                TextName::Version(version, variant) => (Some(version), variant.as_ref()),
            };
            let mut text = json!({ "version": version, "variant": variant, "change": change(fate) });
            if let (TextFate::Changed(comparison), Json::Object(text)) = (fate, &mut text) {
                text.insert("summary".into(), json!(summary(self.site, comparison)));
                text.insert("tally".into(), json!(comparison.tally));
                text.insert("changes".into(), json!(passages::json(self.site, comparison)));
            }
            text
        };
        let fact = |turn: &FactTurn| json!({ "path": turn.path, "old": turn.old, "new": turn.new });
        let file = |turn: &FileTurn| json!({ "path": turn.path, "old": turn.old, "new": turn.new });
        let whole = json!({
            "document": self.sides[1].kept.document,
            "old": side(&self.sides[0]),
            "new": side(&self.sides[1]),
            "unchanged": self.difference.is_empty(),
            "texts": self.difference.texts.iter().map(text).collect::<Vec<_>>(),
            "facts": self.difference.facts.iter().map(fact).collect::<Vec<_>>(),
            "files": self.difference.files.iter().map(file).collect::<Vec<_>>(),
        });
        format!("{whole:#}\n")
    }

    fn name(&self, name: &TextName) -> String {
        match name {
            TextName::About => self.words.text("archive-diff-about-text"),
            TextName::Version(version, None) => {
                self.words.say("archive-diff-text", &[("version", version.as_str().into())])
            }
            TextName::Version(version, Some(variant)) => self.words.say(
                "archive-diff-variant",
                &[("version", version.as_str().into()), ("variant", variant.as_str().into())],
            ),
        }
    }

    fn changed(&self, comparison: &Comparison, width: Option<usize>) -> String {
        let sentences = summary(self.site, comparison);
        let line = |sentence: &String| in_terminal(&[(Mark::Same, plain(sentence))], "- ", width);
        let told: String = sentences.iter().map(line).collect();
        told + &passages::terminal(self.site, comparison, width)
    }

    /// "versions 2014-04-09, decisions, section: saknas → § 55"
    fn fact(&self, turn: &FactTurn) -> String {
        let side = |value: &Option<Json>| {
            value.as_ref().map_or_else(|| self.site.text("compare-none", &[]), in_words)
        };
        format!("{}: {} → {}", turn.path.join(" / "), side(&turn.old), side(&turn.new))
    }

    fn file(&self, turn: &FileTurn) -> String {
        let key = match (turn.old, turn.new) {
            (None, _) => "archive-diff-file-came",
            (_, None) => "archive-diff-file-went",
            _ => "archive-diff-file-changed",
        };
        self.words.say(key, &[("path", turn.path.as_str().into())])
    }
}

fn change(fate: &TextFate) -> &'static str {
    match fate {
        TextFate::Came => "added",
        TextFate::Went => "removed",
        TextFate::Head => "head",
        TextFate::Changed(_) => "changed",
    }
}
