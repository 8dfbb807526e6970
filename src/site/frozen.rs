//! What is archived stays as it was: a text that was changed since, and nobody said so, and what is gone without
//! a word.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::archive::entry::{Entry, Event, FACT, Text};
use crate::archive::sha512::Sha512;
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::base::sweden;
use crate::model::content;
use crate::model::decision::Decision;
use crate::model::document::Document;
use crate::model::id::DocId;
use crate::model::item::UNDATED;
use crate::model::register::{Register, Work};
use crate::model::version::{Variant, Version};
use crate::site::holdings::Holdings;
use crate::site::library::{Attachment, Library};
use crate::site::metadata::decided;
use crate::site::version_files::VersionFiles;

/// The texts of a document as they were archived last, by version.
type Texts<'h> = BTreeMap<&'h str, Archived<'h>>;

/// A text as it was archived last.
#[derive(Clone, Copy)]
struct Archived<'h> {
    text: &'h Text,
    /// The id that its document had.
    name: &'h str,
    /// Where the log tells of it.
    entry: &'h Entry,
}

/// Compares the texts with what the log of the archive says of them. Lines that cannot be read are told of by
/// whoever verifies the archive.
pub fn check(library: &Library, holdings: &Holdings, faults: &mut Vec<Fault>) {
    let register = &library.register;
    let mut gone = Vec::new();
    let mut homes: BTreeMap<&DocId, Texts> = BTreeMap::new();
    for name in holdings.history.documents() {
        match (archived(holdings, name), holdings.home(name)) {
            (None, _) => gone.extend(purged(holdings, register, name)),
            // A document that was moved is archived under each of its names: the newest tells.
            (Some(texts), Some(home)) => {
                let known = homes.entry(home).or_default();
                for (version, text) in texts {
                    let newest = known.entry(version).or_insert(text);
                    if newest.entry.seq < text.entry.seq {
                        *newest = text;
                    }
                }
            }
            (Some(texts), None) => gone.push(missing(name, &texts)),
        }
    }
    faults.append(&mut gone);
    let files = VersionFiles::new(library);
    let works = homes.par_iter().filter_map(|(home, texts)| Some((register.work(home)?, texts)));
    faults.par_extend(works.flat_map_iter(|(work, texts)| of_document(library, &files, work, texts)));
}

/// The texts of a document that lie in the archive; `None` if nothing of it does any more.
fn archived<'h>(holdings: &'h Holdings, name: &'h str) -> Option<Texts<'h>> {
    let mut texts = None;
    for entry in holdings.history.of(name) {
        match &entry.event {
            Event::Begin { .. } => {}
            Event::Archive(kept) | Event::Withdraw(kept) => {
                let these = kept.texts.iter().map(|(id, text)| (id.as_str(), Archived { text, name, entry }));
                texts.get_or_insert_with(Texts::new).extend(these);
            }
            Event::Purge { .. } => texts = None,
        }
    }
    texts
}

fn fault(hint: &str, name: &str, day: &str) -> Fault {
    Fault::new(Code::Frozen).with("document", name).with("archived", day).with("hint", hint)
}

/// Nothing of the site is the document any more.
fn missing(name: &str, texts: &Texts) -> Fault {
    let day = texts.values().map(Archived::day).max().unwrap_or_default();
    fault("document", name, &day).at(&SitePath::new(content::FOLDER))
}

impl Archived<'_> {
    fn day(&self) -> String {
        sweden::day(self.entry.time).to_string()
    }

    fn fault(&self, hint: &str) -> Fault {
        fault(hint, self.name, &self.day())
    }
}

fn of_document(library: &Library, files: &VersionFiles, work: &Work, texts: &Texts) -> Vec<Fault> {
    let document = &work.document;
    // Its text is not shown, or cannot be: other rules tell of that.
    if work.withdrawn(library.today) || !document.rivals.is_empty() {
        return Vec::new();
    }
    let judge = |(id, archived): (&&str, &Archived)| match version(document, id) {
        Some(version) if corrections(version) > archived.text.corrections => Vec::new(),
        Some(version) if corrections(version) < archived.text.corrections => {
            vec![archived.fault("correction").with("version", *id).at(&version.source)]
        }
        Some(version) => {
            let changed = (words(version) != archived.text.words).then(|| {
                let (start, end) = first_line(version);
                archived.fault("changed").with("version", *id).at_range(&version.source, start..end)
            });
            let facts = changed_facts(version, archived.text).into_iter().map(|fact| {
                archived.fault("fact").with("version", *id).with("fact", fact).at(&version.source)
            });
            let files = changed_files(&files.of(version), archived.text).into_iter().map(|(file, length)| {
                let source =
                    length.and_then(|_| files.at(file)).map_or(&version.source, |(source, _)| source);
                let hint = if length.is_some() { "file" } else { "no-file" };
                archived.fault(hint).with("version", *id).with("file", file).at(source)
            });
            changed.into_iter().chain(facts).chain(files).collect()
        }
        None if is_unreadable(document, id) => Vec::new(),
        None => vec![archived.fault("version").with("version", *id).at(&document.source)],
    };
    texts.iter().flat_map(judge).collect()
}

/// Whether a version may be one of those whose facts cannot be read. That of a document in one file is named by them.
fn is_unreadable(document: &Document, id: &str) -> bool {
    document.unreadable.iter().any(|it| [id, UNDATED].contains(&it.id.as_str()))
}

/// A document that was removed by decision and is still there would be archived again.
fn purged(holdings: &Holdings, register: &Register, name: &str) -> Option<Fault> {
    let Some(Event::Purge { decision, .. }) = holdings.history.of(name).next_back().map(|entry| &entry.event)
    else {
        return None;
    };
    let work = register.work(&DocId::new(name)).filter(|work| decided(work).next().is_some());
    work.map(|work| fault("purged", name, decision).at(&work.document.source))
}

fn version<'a>(document: &'a Document, id: &str) -> Option<&'a Version> {
    document.versions.iter().find(|version| version.id.as_str() == id)
}

/// How many corrections of a text somebody answers for: they say when it was corrected, and who did it.
pub fn corrections(version: &Version) -> usize {
    version.corrections.iter().filter(|it| it.date.is_some() && it.by.is_some()).count()
}

/// The digest of a text's words, as they stand in the source after the facts.
pub fn words(version: &Version) -> Sha512 {
    Sha512::of(version.body.markdown().as_bytes())
}

/// What names a version and the decision that it rests on, and its other forms, each as a short digest. What is not
/// stated is not there.
pub fn facts(version: &Version) -> BTreeMap<String, String> {
    let of_all = |told: &dyn Fn(&Decision) -> Option<String>| {
        version.adoptions().filter_map(told).collect::<Vec<_>>().join("; ")
    };
    let facts = [
        ("title", version.title.clone().unwrap_or_default()),
        ("date", of_all(&|decision| Some(decision.date?.ascii()))),
        ("body", of_all(&|decision| Some(decision.by.as_ref()?.name.clone()))),
        ("section", of_all(&|decision| decision.section.clone())),
        ("reference", of_all(&|decision| decision.reference.clone())),
    ];
    let stated = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let stated = stated.map(|(name, value)| (name.to_owned(), short(&value)));
    let variant = |it: &Variant| (format!("variant/{}", it.tag), short(it.body.markdown()));
    stated.chain(version.variants.iter().map(variant)).collect()
}

fn short(value: &str) -> String {
    let mut digest = Sha512::of(value.as_bytes()).to_string();
    digest.truncate(FACT);
    digest
}

/// The facts that are no longer as they were archived; what was not stated then may be added.
fn changed_facts<'a>(version: &Version, archived: &'a Text) -> Vec<&'a str> {
    let now = facts(version);
    let changed = archived.facts.iter().filter(|(name, value)| now.get(*name) != Some(*value));
    // Every other form of the text is a fact of its own.
    changed.map(|(name, _)| name.split('/').next().unwrap_or_default()).collect()
}

/// The files that are no longer as long as they were archived, each with its length today, if it is there at all.
/// One that has the same name elsewhere was moved with its document. What is as long and yet another is found when
/// it is archived.
fn changed_files<'a>(
    now: &BTreeMap<&'a str, &Attachment>,
    archived: &'a Text,
) -> Vec<(&'a str, Option<u64>)> {
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let changed = archived.files.iter().filter_map(|(path, length)| {
        let moved = || now.iter().find(|(other, _)| name(other) == name(path));
        let today = now.get_key_value(path.as_str()).or_else(moved);
        let (path, today) = today.map_or((path.as_str(), None), |(path, file)| (*path, Some(file.length)));
        (today != Some(*length)).then_some((path, today))
    });
    changed.collect()
}

/// The first line of a text, in its file.
fn first_line(version: &Version) -> (usize, usize) {
    let text = version.body.markdown();
    let start = version.body.start + (text.len() - text.trim_start().len());
    let line = version.body.file.as_str()[start..].lines().next().unwrap_or_default();
    (start, start + line.len())
}
