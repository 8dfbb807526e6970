//! What is archived stays as it was: a text that was changed since, and nobody said so, and what is gone without
//! a word.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::archive::entry::{Event, Log, Text};
use crate::archive::sha512::Sha512;
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::base::snapshot::{Snapshot, Source};
use crate::model::document::Document;
use crate::model::id::DocId;
use crate::model::register::{Register, Work};
use crate::model::version::Version;

/// The log of the archive, in the site's folder.
pub const LOG: &str = "arkiv/logg/entries.jsonl";

/// Whether a file of the site belongs to its archive.
pub fn is_of_archive(path: &SitePath) -> bool {
    path.as_str().starts_with("arkiv/")
}

/// The texts of a document as they were archived last, by version, each with the day.
type Texts = BTreeMap<String, (Text, String)>;

/// Compares the texts with what the log of the archive says of them. Lines that cannot be read are told of by
/// whoever verifies the archive.
pub fn check(snapshot: &Snapshot, register: &Register, faults: &mut Vec<Fault>) {
    let log = match snapshot.files.get(LOG) {
        Some(Source::Text(text)) => Log::parse(text.as_str()).0,
        Some(Source::Unreadable(why)) => {
            faults.push(why.fault(&SitePath::new(LOG)));
            return;
        }
        Some(Source::Asset(_)) | None => return,
    };
    let documents: Vec<(String, Texts)> = archived(&log).into_iter().collect();
    faults.par_extend(documents.par_iter().flat_map_iter(|(id, texts)| of_document(register, id, texts)));
}

/// The documents that lie in the archive.
fn archived(log: &Log) -> BTreeMap<String, Texts> {
    let mut documents: BTreeMap<String, Texts> = BTreeMap::new();
    for entry in log.entries() {
        match &entry.event {
            Event::Begin { .. } => {}
            Event::Archive(kept) | Event::Withdraw(kept) => {
                let day = entry.time.strftime("%Y-%m-%d").to_string();
                let texts = kept.texts.iter().map(|(id, text)| (id.clone(), (text.clone(), day.clone())));
                documents.entry(kept.document.clone()).or_default().extend(texts);
            }
            Event::Purge { document, .. } => {
                documents.remove(document);
            }
        }
    }
    documents
}

fn of_document(register: &Register, id: &str, texts: &Texts) -> Vec<Fault> {
    let fault = |hint: &str, day: &str| {
        Fault::new(Code::Frozen).with("document", id).with("archived", day).with("hint", hint)
    };
    let Some(work) = find(register, id) else {
        let day = texts.values().map(|(_, day)| day.as_str()).max().unwrap_or_default();
        return vec![fault("document", day).at(&SitePath::new(LOG))];
    };
    let document = &work.document;
    // Its text is not shown, or cannot be: other rules tell of that.
    if document.withdrawn.is_some() || !document.rivals.is_empty() {
        return Vec::new();
    }
    let judge = |(id, (text, day)): (&String, &(Text, String))| match version(document, id) {
        Some(version) => is_changed(version, text).then(|| {
            let (start, end) = first_line(version);
            fault("changed", day).with("version", id).at_range(&version.source, start..end)
        }),
        None if document.unreadable.iter().any(|it| it.id.as_str() == id) => None,
        None => Some(fault("version", day).with("version", id).at(&document.source)),
    };
    texts.iter().filter_map(judge).collect()
}

/// A document by its id, or by one that it had before.
fn find<'a>(register: &'a Register, id: &str) -> Option<&'a Work> {
    let was = |alias: &String| {
        let alias = alias.trim_matches('/');
        alias == id || alias.strip_prefix("dokument/") == Some(id)
    };
    let moved = || register.works().find(|work| work.document.aliases.iter().any(was));
    register.work(&DocId::new(id)).or_else(moved)
}

fn version<'a>(document: &'a Document, id: &str) -> Option<&'a Version> {
    document.versions.iter().find(|version| version.id.as_str() == id)
}

/// Other words, and no correction that was not declared then.
fn is_changed(version: &Version, archived: &Text) -> bool {
    let words = Sha512::of(version.body.markdown().as_bytes());
    words != archived.words && version.corrections.len() <= archived.corrections
}

/// The first line of a text, in its file.
fn first_line(version: &Version) -> (usize, usize) {
    let text = version.body.markdown();
    let start = version.body.start + (text.len() - text.trim_start().len());
    let line = version.body.file.as_str()[start..].lines().next().unwrap_or_default();
    (start, start + line.len())
}
