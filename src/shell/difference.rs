//! What differs between two texts, as it is told: in the terminal, in Markdown for the matter that is
//! to be decided, and to programs. `difference_page` tells it as a page.

use serde_json::{Value as Json, json};

use crate::compare::compared::compare;
use crate::compare::exchange::{BlockKind, Comparison};
use crate::model::address::Address;
use crate::model::id::VersionId;
use crate::shell::marks::{Mark, escaped, in_markdown, in_terminal, pieces, plain};
use crate::shell::passages::{self, title};
use crate::shell::wording::Wording;
use crate::shell::words::Words;
use crate::site::altered::altered;
use crate::site::compared::{labels, renumbered, summary};
use crate::site::library::Library;
use crate::site::make::rendered;
use crate::site::sheet::Sheet;
use crate::site::view::FactChange;
use crate::site::words::Words as SiteWords;

/// Two texts and what differs between them, in the words of the site.
pub struct Difference<'a> {
    /// The site's words.
    pub words: &'a SiteWords,
    /// The older.
    pub old: Wording,
    /// The newer.
    pub new: Wording,
    /// What changed.
    pub comparison: Comparison,
    /// The facts that are stated otherwise.
    pub facts: Vec<FactChange>,
}

impl<'a> Difference<'a> {
    /// Compares.
    pub fn new(library: &'a Library, [old, new]: [Wording; 2]) -> Self {
        let words = library.theme.words(library.config.lang.tag());
        let [before, after] = [&old, &new].map(|wording| rendered(library, &wording.recipe()));
        let comparison = compare(&before, &after, &labels(words));
        let facts = facts(library, &old, &new);
        Self { words, old, new, comparison, facts }
    }

    /// A message of the site.
    pub fn say(&self, key: &str) -> String {
        self.words.text(key, &[])
    }

    /// What each side is called: before and after, with the title where it is not the same.
    pub fn sides(&self) -> [(String, String); 2] {
        let named = |wording: &Wording| {
            if self.old.title == self.new.title {
                wording.name.clone()
            } else {
                format!("{}: {}", wording.name, wording.title)
            }
        };
        [(self.say("compare-before"), named(&self.old)), (self.say("compare-after"), named(&self.new))]
    }

    /// A fact before and after: "tills vidare → 31 december 2030".
    pub fn turn(&self, fact: &FactChange) -> String {
        let told = |values: &[String]| {
            if values.is_empty() { self.say("compare-none") } else { values.join(", ") }
        };
        format!("{} → {}", told(&fact.old), told(&fact.new))
    }

    /// What happened, a sentence each.
    pub fn sentences(&self) -> Vec<String> {
        summary(self.words, &self.comparison)
    }

    /// For people at a terminal: the changes in words, and then where they are.
    pub fn terminal(&self, width: Option<usize>) -> String {
        let mut text = vec![title(&self.new.title)];
        for (side, name) in self.sides() {
            text.push(format!("{side}: {}\n", plain(&name)));
        }
        text.push(format!("\n{}", title(&self.say("compare-summary"))));
        for sentence in self.sentences() {
            text.push(in_terminal(&[(Mark::Same, plain(&sentence))], "- ", width));
        }
        if !self.facts.is_empty() {
            text.push(format!("\n{}", title(&self.say("compare-facts"))));
        }
        for fact in &self.facts {
            let line = format!("{}: {}", fact.label, self.turn(fact));
            text.push(in_terminal(&[(Mark::Same, plain(&line))], "- ", width));
        }
        text.push(passages::terminal(self.words, &self.comparison, width));
        text.concat()
    }

    /// To paste into a matter that is to be decided.
    pub fn markdown(&self, words: &Words) -> String {
        let mut text = vec![format!("## {}\n\n", escaped(&self.new.title))];
        for (side, name) in self.sides() {
            text.push(format!("- {side}: {}\n", escaped(&name)));
        }
        text.push(format!("\n### {}\n\n", self.say("compare-summary")));
        for sentence in self.sentences() {
            text.push(format!("- {}\n", escaped(&sentence)));
        }
        if !self.facts.is_empty() {
            text.push(format!("\n### {}\n\n", self.say("compare-facts")));
        }
        for fact in &self.facts {
            text.push(format!("- {}: {}\n", escaped(&fact.label), escaped(&self.turn(fact))));
        }
        if !self.comparison.passages.iter().all(Vec::is_empty) {
            text.push(format!("\n{}\n", words.text("diff-legend-markdown")));
        }
        for (name, _, passages) in passages::sections(self.words, &self.comparison) {
            text.push(format!("\n### {}\n", escaped(&name)));
            let mut before = None;
            for passage in passages {
                let is_item = passage.kind == BlockKind::Item;
                // Items in a row are one list; all else is a paragraph of its own.
                let gap = if is_item && before == Some(BlockKind::Item) { "" } else { "\n" };
                let moved = passages::moved(self.words, passage).map(|moved| moved + " ").unwrap_or_default();
                let dash = if is_item { "- " } else { "" };
                text.push(format!("{gap}{dash}{moved}{}\n", in_markdown(&pieces(passage))));
                before = Some(passage.kind);
            }
        }
        text.concat()
    }

    /// For programs.
    pub fn json(&self) -> String {
        let side = |wording: &Wording| {
            json!({
                "document": wording.document.as_str(),
                "version": wording.version.as_ref().map(VersionId::as_str),
                "file": wording.file,
                "title": wording.title,
                "proposal": wording.is_proposal,
            })
        };
        let whole = json!({
            "old": side(&self.old),
            "new": side(&self.new),
            "unchanged": self.comparison.tally.is_unchanged(),
            "summary": self.sentences(),
            "renumbered": renumbered(self.words, &self.comparison),
            "tally": self.comparison.tally,
            "facts": self.facts.iter().map(fact).collect::<Vec<_>>(),
            "changes": passages::json(self.words, &self.comparison),
        });
        format!("{whole:#}\n")
    }
}

/// The facts that are stated otherwise. What a proposal does not mention, it does not change: much of it is
/// known only when the text is adopted.
fn facts(library: &Library, old: &Wording, new: &Wording) -> Vec<FactChange> {
    let (Some((old_work, before)), Some((new_work, after))) = (old.facts(library), new.facts(library)) else {
        return Vec::new();
    };
    let sheet = Sheet::new(library, Address::Register);
    let unsaid = |wording: &Wording, key: &str, values: &[String]| {
        let relation = key == "relation" && wording.version.is_none();
        relation || (wording.is_proposal && values.is_empty())
    };
    let mut facts = altered(&sheet, old_work, before, new_work, after);
    facts.retain(|it| !unsaid(old, &it.key, &it.old) && !unsaid(new, &it.key, &it.new));
    facts
}

fn fact(fact: &FactChange) -> Json {
    json!({ "key": fact.key, "label": fact.label, "old": fact.old, "new": fact.new })
}
