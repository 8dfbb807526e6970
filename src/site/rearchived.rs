//! What differs between two times that a document was archived: its texts in words, its facts, and its files by their
//! digests. Made from what the archive holds alone, so that it can be told when the site is long gone.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::archive::facts::{FactTurn, turns};
use crate::archive::inventory::State;
use crate::archive::sha512::Sha512;
use crate::base::path::SitePath;
use crate::compare::compared::compare;
use crate::compare::exchange::Comparison;
use crate::model::content::INDEX;
use crate::model::front_matter::{self, Part};
use crate::render::exchange::{LinkUse, Rendered, Target};
use crate::render::markdown;
use crate::site::compared::labels;
use crate::site::make;
use crate::site::package::{DUBLIN_CORE, METADATA, PREMIS, SOURCE, SOURCE_DIGEST};
use crate::site::words::Words;

/// What is told of when and how it was archived, and of events that follow from decisions and dates: no facts of the
/// document, or told twice.
const NO_FACTS: [&str; 2] = ["capture", "events"];

/// What was archived of a document at one time.
pub struct Side {
    /// Its files and their digests.
    pub state: State,
    /// What was known of it.
    pub metadata: Map<String, Value>,
    /// Its sources as they were written, by path.
    pub sources: BTreeMap<String, String>,
}

/// A text of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextName {
    /// What is said of the document as a whole.
    About,
    /// A version, or its variant of a tag.
    Version(String, Option<String>),
}

/// What became of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum TextFate {
    /// It came.
    Came,
    /// It went.
    Went,
    /// Its words stayed, but not what stands above them in the source.
    Head,
    /// Its words, or how they are written, changed.
    Changed(Box<Comparison>),
}

/// A file that is not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileTurn {
    /// Its logical path.
    pub path: String,
    /// The digest that it had, if it was there.
    pub old: Option<Sha512>,
    /// The digest that it has, if it is there.
    pub new: Option<Sha512>,
}

/// What differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Rearchived {
    /// Texts, by name.
    pub texts: Vec<(TextName, TextFate)>,
    /// Facts.
    pub facts: Vec<FactTurn>,
    /// Files, by path: pages, attachments, styles. What tells of the others is told by the facts.
    pub files: Vec<FileTurn>,
}

impl Rearchived {
    /// Compares, the older side first.
    pub fn new(old: &Side, new: &Side, words: &Words) -> Self {
        let (olds, news) = (old.texts(), new.texts());
        let mut names: Vec<&TextName> = olds.keys().chain(news.keys()).collect();
        names.sort();
        names.dedup();
        let fate = |name: &&TextName| {
            let fate = match (olds.get(*name), news.get(*name)) {
                (Some(_), None) => TextFate::Went,
                (None, _) => TextFate::Came,
                (Some(old), Some(new)) => old.fate(new, words)?,
            };
            Some(((*name).clone(), fate))
        };
        let texts = names.iter().filter_map(fate).collect();
        let compared: Vec<&str> = olds.values().chain(news.values()).map(|text| text.path).collect();
        let files = files(&old.state, &new.state, &compared);
        Self { texts, facts: turns(&old.facts(), &new.facts()), files }
    }

    /// Nothing does.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.facts.is_empty() && self.files.is_empty()
    }
}

/// A text, and what it is called.
struct Text<'a> {
    title: &'a str,
    path: &'a str,
    source: &'a str,
    part: Part,
}

impl Side {
    /// What is known, without what is no fact of the document.
    fn facts(&self) -> Map<String, Value> {
        let mut facts = self.metadata.clone();
        facts.retain(|key, _| !NO_FACTS.contains(&key.as_str()));
        let versions = facts.get_mut("versions").and_then(Value::as_array_mut);
        for version in versions.into_iter().flatten().filter_map(Value::as_object_mut) {
            // The texts are compared themselves.
            version.shift_remove(SOURCE_DIGEST);
        }
        facts
    }

    /// Its texts. Which source is which version is known from the facts, for a source may move.
    fn texts(&self) -> BTreeMap<TextName, Text<'_>> {
        let mut texts = BTreeMap::new();
        let about = self.sources.iter().find(|(path, _)| SitePath::new(path).stem() == INDEX);
        if let Some((path, source)) = about {
            texts.insert(TextName::About, Text { title: "", path, source, part: Part::Document });
        }
        let versions = self.metadata.get("versions").and_then(Value::as_array);
        for version in versions.into_iter().flatten() {
            let text = |key: &str| version.get(key).and_then(Value::as_str);
            let (Some(id), Some(path)) = (text("id"), text("source")) else { continue };
            let title = text("title").unwrap_or_default();
            let tags = version.get("variants").and_then(Value::as_array).into_iter().flatten();
            let tags = tags.filter_map(Value::as_str).map(Some).chain([None]);
            for tag in tags {
                let path = tag.map_or_else(|| path.to_owned(), |tag| variant(path, tag));
                if let Some((path, source)) = self.sources.get_key_value(&format!("{SOURCE}/{path}")) {
                    let name = TextName::Version(id.to_owned(), tag.map(str::to_owned));
                    texts.insert(name, Text { title, path, source, part: Part::Single });
                }
            }
        }
        texts
    }
}

/// The source of a variant stands beside that of its version: `2014.md`, `2014.en.md`.
fn variant(path: &str, tag: &str) -> String {
    path.rsplit_once('.').map_or_else(|| path.to_owned(), |(stem, kind)| format!("{stem}.{tag}.{kind}"))
}

impl Text<'_> {
    /// What became of it; nothing if it is the same.
    fn fate(&self, new: &Self, words: &Words) -> Option<TextFate> {
        if self.source == new.source {
            return None;
        }
        if self.body() == new.body() {
            return Some(TextFate::Head);
        }
        let comparison = compare(&self.rendered(words), &new.rendered(words), &labels(words));
        Some(TextFate::Changed(Box::new(comparison)))
    }

    fn body(&self) -> &str {
        let parsed = front_matter::read(&SitePath::new(INDEX), self.source, self.part, &mut Vec::new());
        &self.source[parsed.body..]
    }

    /// As a page shows it. Links stay as they are written: where they led is the page's to tell.
    fn rendered(&self, words: &Words) -> Rendered {
        let targets = markdown::scan(self.body(), "").links.into_iter().map(|link| match link.usage {
            LinkUse::Link => Target::Href(link.target),
            LinkUse::Image => Target::Image { src: link.target, size: None },
        });
        markdown::render(self.body(), self.title, &targets.collect::<Vec<_>>(), &make::labels(words))
    }
}

/// The files that are not the same, but for the sources of texts that were compared.
fn files(old: &State, new: &State, compared: &[&str]) -> Vec<FileTurn> {
    let is_told = |path: &str| [METADATA, DUBLIN_CORE, PREMIS].contains(&path) || compared.contains(&path);
    let mut paths: Vec<&String> = old.keys().chain(new.keys()).filter(|path| !is_told(path)).collect();
    paths.sort();
    paths.dedup();
    let turn = |path: &String| {
        let (old, new) = (old.get(path).copied(), new.get(path).copied());
        FileTurn { path: path.clone(), old, new }
    };
    paths.into_iter().map(turn).filter(|turn| turn.old != turn.new).collect()
}
