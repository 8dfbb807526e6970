//! What the archive holds of the site's documents: which document each line of its log is about today.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::archive::entry::{Entry, Event};
use crate::archive::history::History;
use crate::model::address::document_at;
use crate::model::id::DocId;
use crate::model::register::Register;

/// The archive's history with the documents of the site.
#[derive(Debug)]
pub struct Holdings {
    /// What the log tells.
    pub history: Arc<History>,
    /// Today's document, by the id that the log has.
    homes: BTreeMap<String, DocId>,
    /// The ids that a document has in the log.
    names: BTreeMap<DocId, Vec<String>>,
}

impl Holdings {
    /// Finds the documents that a log tells of, by their ids and by those that they had before.
    pub fn new(history: Arc<History>, register: &Register) -> Self {
        let mut aliases: BTreeMap<&str, &DocId> = BTreeMap::new();
        for document in register.works().map(|work| &work.document) {
            for alias in &document.aliases {
                if let Some(id) = document_at(alias) {
                    aliases.entry(id).or_insert(&document.id);
                }
            }
        }
        let (mut homes, mut names) = (BTreeMap::new(), BTreeMap::<DocId, Vec<String>>::new());
        for name in history.documents() {
            let own = register.work(&DocId::new(name)).map(|work| &work.document.id);
            let Some(home) = own.or_else(|| aliases.get(name).copied()) else { continue };
            homes.insert(name.to_owned(), home.clone());
            names.entry(home.clone()).or_default().push(name.to_owned());
        }
        Self { history, homes, names }
    }

    /// Today's document of an id that the log has; `None` if there is none.
    pub fn home(&self, name: &str) -> Option<&DocId> {
        self.homes.get(name)
    }

    /// The documents that the archive knows of, by id.
    pub fn documents(&self) -> impl Iterator<Item = &DocId> {
        self.names.keys()
    }

    /// Whether the archive knows of a document.
    pub fn knows(&self, id: &DocId) -> bool {
        self.names.contains_key(id)
    }

    /// The ids that a document has in the log.
    pub fn names(&self, id: &DocId) -> &[String] {
        self.names.get(id).map_or(&[], Vec::as_slice)
    }

    /// Whether a document is the one that the log has under another id: it was not archived since under its own, or
    /// one of them was archived as having been called as the other.
    pub fn was_renamed(&self, name: &str, home: &DocId) -> bool {
        let was = |one: &str, other: &str| {
            let mut kept = self.history.of(one).filter_map(|entry| entry.event.kept());
            kept.any(|kept| kept.formerly.iter().any(|former| former == other))
        };
        let home = home.as_str();
        name == home || self.history.of(home).next().is_none() || was(home, name) || was(name, home)
    }

    /// The documents that have another id than the log has, each with that.
    pub fn renamed(&self) -> impl Iterator<Item = (&str, &DocId)> {
        self.homes
            .iter()
            .filter(|(name, home)| **name != home.as_str())
            .map(|(name, home)| (name.as_str(), home))
    }

    /// What was done to a document, the oldest first.
    pub fn of(&self, id: &DocId) -> Vec<&Entry> {
        in_order(self.names(id).iter().flat_map(|name| self.history.of(name)))
    }

    /// What lies in the archive of a document, the oldest first. What was archived under one of its ids may have
    /// been removed by decision, and the rest still be there.
    pub fn kept(&self, id: &DocId) -> Vec<&Entry> {
        in_order(self.names(id).iter().flat_map(|name| self.history.kept(name)))
    }

    /// The documents that were removed by decision and not archived again, each with the entry that says so.
    pub fn purged(&self) -> impl Iterator<Item = &Entry> {
        let last = self.history.documents().filter_map(|name| self.history.of(name).next_back());
        last.filter(|entry| matches!(entry.event, Event::Purge { .. }))
    }
}

fn in_order<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<&'a Entry> {
    let mut entries: Vec<&Entry> = entries.collect();
    entries.sort_by_key(|entry| entry.seq);
    entries
}
