//! What a key is called and what it is for, in words: for the schema and for the handbook.

use crate::model::keys::Key;
use crate::model::shape::{Shape, Table};
use crate::shell::words::{Language, Words};

/// A choice among more words than this is not spelt out.
const FEW_WORDS: usize = 4;

/// A key of a table, in a language.
pub struct KeyWords {
    table: &'static Table,
    key: Key,
    words: &'static Words,
}

impl KeyWords {
    /// The words for a key of a table.
    pub fn new(table: &'static Table, key: Key, language: Language) -> Self {
        Self { table, key, words: Words::of_keys(language) }
    }

    /// A heading: "Antagen av".
    pub fn title(&self) -> String {
        self.words.text(&format!("{}-{}", self.table.name, self.key.en))
    }

    /// What it is for, in Markdown, without links.
    pub fn about(&self) -> String {
        self.words.text(&format!("{}-{}.about", self.table.name, self.key.en))
    }

    /// What its value looks like: "datum eller villkor".
    pub fn value(&self) -> String {
        let id = match (self.table.shape)(self.key) {
            Shape::Text => "is-text",
            Shape::Texts => "is-texts",
            Shape::Type => "is-type",
            Shape::Body => "is-body",
            Shape::Bodies => "is-bodies",
            Shape::Document => "is-document",
            Shape::Name => "is-name",
            Shape::File => "is-file",
            Shape::Year => "is-year",
            Shape::Url | Shape::BaseUrl => "is-url",
            Shape::Language => "is-language",
            Shape::Date => "is-date",
            Shape::Day => "is-day",
            Shape::Moment => "is-moment",
            Shape::Color => "is-color",
            Shape::Flag => "is-flag",
            Shape::Number => "is-number",
            Shape::Choice(choices) => return self.choice(&choices),
            Shape::Relations(_) => "is-relations",
            Shape::Role(table) => return self.words.say("is-role", &[("table", self.braces(table).into())]),
            Shape::Table(_) => return format!("`[{}]`", self.name(self.key)),
            Shape::Entries(_) => return format!("`[[{}]]`", self.name(self.key)),
            Shape::Inline(table) => return self.braces(table),
            Shape::Named(_) => return format!("`[{}.{}]`", self.name(self.key), self.words.text("id")),
            Shape::Reserved => "is-reserved",
        };
        self.words.text(id)
    }

    /// A key's name in this language.
    fn name(&self, key: Key) -> &'static str {
        match self.words.language {
            Language::Swedish => key.sv,
            Language::English => key.en,
        }
    }

    /// `{ vad, till, varje }`
    fn braces(&self, table: &Table) -> String {
        let names: Vec<&str> = table.keys.iter().map(|key| self.name(*key)).collect();
        format!("`{{ {} }}`", names.join(", "))
    }

    /// `"upphor"` (`ends`), `"fortsatter"` (`continues`) eller `"oklart"` (`unclear`)
    fn choice(&self, choices: &[(&str, &str)]) -> String {
        let mut said: Vec<String> = Vec::new();
        for (index, (en, sv)) in choices.iter().enumerate() {
            if choices[..index].iter().any(|(earlier, _)| earlier == en) {
                continue; // another spelling of the same
            }
            let (own, other) = match self.words.language {
                Language::Swedish => (sv, en),
                Language::English => (en, sv),
            };
            said.push(if own == other { format!("`\"{own}\"`") } else { format!("`\"{own}\"` (`{other}`)") });
        }
        match said.split_last() {
            Some((last, rest)) if !rest.is_empty() && said.len() <= FEW_WORDS => {
                format!("{} {} {last}", rest.join(", "), self.words.text("or"))
            }
            Some((only, [])) => only.clone(),
            _ => self.words.text("is-word"),
        }
    }
}
