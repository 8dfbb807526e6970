//! The archive as it was at some time, put together as pages that lead to each other: everything that was archived
//! then, a list of it, and a page wherever a link leads to what was not.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::Value as Json;

use crate::archive::entry::Log;
use crate::archive::facts::title_on;
use crate::archive::past::{self, Held};
use crate::base::date::Date;
use crate::base::sweden;
use crate::model::address::document_at;
use crate::model::config::Lang;
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::restored::Taken;
use crate::shell::archive::store::Store;
use crate::shell::archive::when::When;
use crate::shell::error::Error;
use crate::site::inner_links::inner_links;
use crate::site::package::{DUBLIN_CORE, METADATA, PREMIS, SOURCE};
use crate::site::reconstructed::{Absent, Document, INDEX, Purged, Reconstruction};
use crate::site::words::{Words, primary};

/// What is to be put into a folder.
pub struct Rebuilt {
    /// The files that were archived.
    pub taken: Taken,
    /// The pages that are made now.
    pub made: BTreeMap<String, Vec<u8>>,
    /// What the list says.
    pub told: Reconstruction,
}

/// Puts together what was archived at some time.
///
/// # Errors
/// Nothing was; the archive is damaged; something cannot be read.
pub fn rebuild(store: &Store, log: &Log, when: &When, now: Timestamp) -> Result<Rebuilt, Error> {
    let held = past::held(log, when.at);
    let Some(newest) = held.last() else {
        return Err(Refusal::NothingThen { when: when.clone(), first: first(log).map(sweden::day) }.into());
    };
    let (mut gathered, mut purged) = (Gathered::default(), Vec::new());
    let mut known = Vec::new();
    for it in &held {
        match it.purged {
            Some((time, decision)) => purged.push(Purged {
                id: it.kept.document.clone(),
                on: sweden::day(time),
                decision: decision.to_owned(),
            }),
            None => known.push((it, metadata(store, it)?)),
        }
    }
    let moved = moved(&known);
    for (it, metadata) in known.iter().filter(|(it, _)| !moved.contains_key(&*it.kept.document)) {
        gathered.add(store, it, metadata, sweden::day(when.at))?;
    }
    let Gathered { taken, links, documents, lang, doubled } = gathered;
    let told = Reconstruction {
        lang,
        municipality: log.municipality().unwrap_or_default().to_owned(),
        day: sweden::day(when.at),
        moment: (!when.is_day()).then(|| when.at.to_string()),
        filled: newest.time,
        is_over: when.at <= now,
        documents,
        purged,
        doubled: doubled.into_iter().collect(),
    };
    if taken.holds(INDEX) {
        return Err(Refusal::TwoOfOneName { file: INDEX.into() }.into());
    }
    let words = Words::built_in(told.lang.tag());
    let mut made = BTreeMap::from([(INDEX.to_owned(), told.index(&words).into_bytes())]);
    for path in taken.free(&links).into_iter().filter(|path| path != INDEX) {
        let page = told.absent(&words, &path, &why(&path, log, when, &told.purged, &moved, &taken));
        made.insert(path, page.into_bytes());
    }
    Ok(Rebuilt { taken, made, told })
}

/// What was archived, object by object, the oldest first.
struct Gathered {
    taken: Taken,
    /// The pages that archived pages lead to.
    links: BTreeSet<String>,
    documents: Vec<Document>,
    /// That of the newest.
    lang: Lang,
    doubled: BTreeSet<String>,
}

impl Default for Gathered {
    fn default() -> Self {
        let (taken, links, doubled) = (Taken::default(), BTreeSet::new(), BTreeSet::new());
        Self { taken, links, documents: Vec::new(), lang: Lang::Sv, doubled }
    }
}

impl Gathered {
    /// Adds the pages and files of a version. What tells of it and what it was made from stands under the same name
    /// in every object, and is had by `restore`.
    fn add(&mut self, store: &Store, held: &Held, metadata: &Json, day: Date) -> Result<(), Error> {
        let inventory = store.logged(held.kept)?;
        for (path, digest, file) in store.files_of(&inventory, inventory.head)? {
            if [METADATA, DUBLIN_CORE, PREMIS].contains(&path) || path.starts_with(&format!("{SOURCE}/")) {
                continue;
            }
            if path.ends_with(INDEX) {
                let page = store.content(&file, digest)?;
                self.links.extend(inner_links(path, &String::from_utf8_lossy(&page)));
            }
            if self.taken.take(path, file, digest) {
                self.doubled.insert(path.to_owned());
            }
        }
        let text = |name: &str| metadata[name].as_str().map(str::to_owned);
        let language = text("language").unwrap_or_default();
        self.lang = if primary(&language) == "en" { Lang::En } else { Lang::Sv };
        let state = inventory.state(inventory.head);
        let page = |folder: &str| Some(format!("{folder}{INDEX}")).filter(|page| state.contains_key(page));
        let folder = text("path").unwrap_or_else(|| format!("dokument/{}/", held.kept.document));
        let texts = metadata["versions"].as_array().into_iter().flatten().filter_map(|version| {
            Some((version["id"].as_str()?.to_owned(), page(version["path"].as_str()?)?))
        });
        let Some(cover) = page(&folder) else {
            return Err(Refusal::Damaged { path: store.places.object(&held.kept.object) }.into());
        };
        self.documents.push(Document {
            title: title_on(metadata, day).unwrap_or(&held.kept.document).to_owned(),
            cover,
            texts: texts.collect(),
            number: held.kept.version.to_string(),
            archived: sweden::day(held.time),
            withdrawn: held.withdrawn,
        });
        Ok(())
    }
}

/// What was known of a version when it was archived.
fn metadata(store: &Store, held: &Held) -> Result<Json, Error> {
    let inventory = store.logged(held.kept)?;
    let files = store.files_of(&inventory, inventory.head)?;
    match files.into_iter().find(|(path, ..)| *path == METADATA) {
        Some((_, digest, file)) => {
            Ok(serde_json::from_slice(&store.content(&file, digest)?).unwrap_or_default())
        }
        None => Ok(Json::Null),
    }
}

/// The ids that documents had left behind, with those that they had instead. What was archived under the old id is
/// still in the archive, but nobody met two documents on the website.
fn moved<'a>(known: &'a [(&Held, Json)]) -> BTreeMap<&'a str, &'a str> {
    let mut moved = BTreeMap::new();
    for (nth, (held, metadata)) in known.iter().enumerate() {
        let aliases = metadata["aliases"].as_array().into_iter().flatten();
        let former: Vec<&str> = aliases.filter_map(|alias| document_at(alias.as_str()?)).collect();
        let before = known[..nth].iter().map(|(it, _)| &*it.kept.document);
        moved.extend(before.filter(|id| former.contains(id)).map(|id| (id, &*held.kept.document)));
    }
    moved
}

/// Why a page that is led to is not there.
fn why(
    path: &str,
    log: &Log,
    when: &When,
    purged: &[Purged],
    moved: &BTreeMap<&str, &str>,
    taken: &Taken,
) -> Absent {
    let Some(id) = path.strip_prefix("dokument/").and_then(|rest| Some(rest.split_once('/')?.0)) else {
        return Absent::Never;
    };
    let id = moved.get(id).copied().unwrap_or(id);
    let cover = format!("dokument/{id}/{INDEX}");
    if taken.holds(&cover) {
        return Absent::Part { cover };
    }
    if let Some(index) = purged.iter().position(|purged| purged.id == id) {
        return Absent::Purged(index);
    }
    let first = past::first_of(log, id).filter(|time| *time > when.at);
    first.map_or(Absent::Never, |time| Absent::Later { id: id.to_owned(), on: sweden::day(time) })
}

/// When anything was archived for the first time.
fn first(log: &Log) -> Option<Timestamp> {
    log.entries().get(1).map(|entry| entry.time)
}
