//! What is archived stays as it was: a text that was changed since, and nobody said so, and what is gone without
//! a word.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::archive::entry::{Event, FACT, Text};
use crate::archive::sha512::Sha512;
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::model::content;
use crate::model::decision::Decision;
use crate::model::document::Document;
use crate::model::id::DocId;
use crate::model::register::{Register, Work};
use crate::model::version::{Variant, Version};
use crate::site::holdings::Holdings;
use crate::site::library::{Attachment, Library};
use crate::site::metadata::decided;
use crate::site::version_files::VersionFiles;

/// The texts of a document as they were archived last, by version, each with the day.
type Texts = BTreeMap<String, (Text, String)>;

/// Compares the texts with what the log of the archive says of them. Lines that cannot be read are told of by
/// whoever verifies the archive.
pub fn check(library: &Library, holdings: &Holdings, faults: &mut Vec<Fault>) {
    let names: Vec<&str> = holdings.history.documents().collect();
    let files = VersionFiles::new(library);
    faults.par_extend(names.par_iter().flat_map_iter(|name| of_document(library, holdings, &files, name)));
}

/// The texts of a document that lie in the archive; `None` if nothing of it does any more.
fn archived(holdings: &Holdings, name: &str) -> Option<Texts> {
    let mut texts = None;
    for entry in holdings.history.of(name) {
        match &entry.event {
            Event::Begin { .. } => {}
            Event::Archive(kept) | Event::Withdraw(kept) => {
                let day = entry.time.strftime("%Y-%m-%d").to_string();
                let these = kept.texts.iter().map(|(id, text)| (id.clone(), (text.clone(), day.clone())));
                texts.get_or_insert_with(Texts::new).extend(these);
            }
            Event::Purge { .. } => texts = None,
        }
    }
    texts
}

fn of_document(library: &Library, holdings: &Holdings, files: &VersionFiles, name: &str) -> Vec<Fault> {
    let register = &library.register;
    let Some(texts) = archived(holdings, name) else { return purged(holdings, register, name) };
    let fault = |hint: &str, day: &str| {
        Fault::new(Code::Frozen).with("document", name).with("archived", day).with("hint", hint)
    };
    let Some(work) = holdings.home(name).and_then(|id| register.work(id)) else {
        let day = texts.values().map(|(_, day)| day.as_str()).max().unwrap_or_default();
        return vec![fault("document", day).at(&SitePath::new(content::FOLDER))];
    };
    let document = &work.document;
    // Its text is not shown, or cannot be: other rules tell of that.
    if work.withdrawn(library.today) || !document.rivals.is_empty() {
        return Vec::new();
    }
    let judge = |(id, (text, day)): (&String, &(Text, String))| match version(document, id) {
        Some(version) if corrections(version) > text.corrections => Vec::new(),
        Some(version) if corrections(version) < text.corrections => {
            vec![fault("correction", day).with("version", id).at(&version.source)]
        }
        Some(version) => {
            let changed = (words(version) != text.words).then(|| {
                let (start, end) = first_line(version);
                fault("changed", day).with("version", id).at_range(&version.source, start..end)
            });
            let facts = changed_facts(version, text)
                .into_iter()
                .map(|fact| fault("fact", day).with("version", id).with("fact", fact).at(&version.source));
            let files = changed_files(&files.of(version), text).into_iter().map(|(file, length)| {
                let source =
                    length.and_then(|_| files.at(file)).map_or(&version.source, |(source, _)| source);
                let hint = if length.is_some() { "file" } else { "no-file" };
                fault(hint, day).with("version", id).with("file", file).at(source)
            });
            changed.into_iter().chain(facts).chain(files).collect()
        }
        None if document.unreadable.iter().any(|it| it.id.as_str() == id) => Vec::new(),
        None => vec![fault("version", day).with("version", id).at(&document.source)],
    };
    texts.iter().flat_map(judge).collect()
}

/// A document that was removed by decision and is still there would be archived again.
fn purged(holdings: &Holdings, register: &Register, name: &str) -> Vec<Fault> {
    let Some(Event::Purge { decision, .. }) = holdings.history.of(name).next_back().map(|entry| &entry.event)
    else {
        return Vec::new();
    };
    let work = register.work(&DocId::new(name)).filter(|work| decided(work).next().is_some());
    let fault = |work: &Work| {
        let fault =
            Fault::new(Code::Frozen).with("document", name).with("archived", decision).with("hint", "purged");
        fault.at(&work.document.source)
    };
    work.map(fault).into_iter().collect()
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
