//! A document to be handed over to another archive: all versions of it that were archived, in one package.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::archive::deeds::Deed;
use crate::archive::inventory::VersionNumber;

/// A document to be handed over.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// Whose archive it is from: what its objects' ids hold.
    pub archive: String,
    /// The municipality.
    pub organisation: String,
    /// The object's id.
    pub object: String,
    /// The document's id.
    pub document: String,
    /// Its title, as it was archived last.
    pub title: String,
    /// The versions of the object; there is one at least.
    pub versions: BTreeMap<VersionNumber, Archived>,
    /// What was done to the document until it was archived last.
    pub deeds: Vec<Deed>,
    /// When it is packed.
    pub packed: Timestamp,
    /// The program that packs it, and its version.
    pub program: (String, String),
}

/// A version of an object.
#[derive(Clone, Debug)]
pub struct Archived {
    /// When it was archived.
    pub time: Timestamp,
    /// The version of the program that did so.
    pub program: String,
}

impl Parcel {
    /// The name of the package: another one if anything was archived since.
    pub fn name(&self) -> String {
        format!("{}-dok-{}-{}", self.archive, self.document, self.head())
    }

    /// The newest version.
    pub fn head(&self) -> VersionNumber {
        self.versions.keys().next_back().copied().unwrap_or(VersionNumber::FIRST)
    }
}
