//! What is archived stays as it was: a text that was changed since, and nobody said so, and what is gone without
//! a word.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::archive::entry::{Event, Text};
use crate::archive::history::LOG;
use crate::archive::sha512::Sha512;
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::model::document::Document;
use crate::model::register::Register;
use crate::model::version::Version;
use crate::site::holdings::Holdings;

/// The texts of a document as they were archived last, by version, each with the day.
type Texts = BTreeMap<String, (Text, String)>;

/// Compares the texts with what the log of the archive says of them. Lines that cannot be read are told of by
/// whoever verifies the archive.
pub fn check(holdings: &Holdings, register: &Register, faults: &mut Vec<Fault>) {
    let names: Vec<&str> = holdings.history.documents().collect();
    faults.par_extend(names.par_iter().flat_map_iter(|name| of_document(holdings, register, name)));
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

fn of_document(holdings: &Holdings, register: &Register, name: &str) -> Vec<Fault> {
    let Some(texts) = archived(holdings, name) else { return Vec::new() };
    let fault = |hint: &str, day: &str| {
        Fault::new(Code::Frozen).with("document", name).with("archived", day).with("hint", hint)
    };
    let Some(work) = holdings.home(name).and_then(|id| register.work(id)) else {
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
