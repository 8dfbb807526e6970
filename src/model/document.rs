//! A document: a work with its versions, as the content folder holds it.

use crate::base::path::SitePath;
use crate::model::decision::Decision;
use crate::model::front_matter::{Expectation, FollowUp, Withdrawal};
use crate::model::id::{DocId, VersionId};
use crate::model::relation::Relation;
use crate::model::version::{Body, Version};

/// A document, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub id: DocId,
    /// The file that stands for it in faults: `index.md`, else its first version.
    pub source: SitePath,
    /// Addresses that it had before.
    pub aliases: Vec<String>,
    /// That it was taken down.
    pub withdrawn: Option<Withdrawal>,
    /// A plain summary: the text of `index.md`.
    pub about: Option<Body>,
    /// Relations of the whole document.
    pub relations: Vec<Relation>,
    /// Decisions on the whole document.
    pub decisions: Vec<Decision>,
    /// Follow-ups of the whole document.
    pub follow_up: Vec<FollowUp>,
    /// What the whole document demands of others.
    pub expects: Vec<Expectation>,
    /// Its versions, oldest first.
    pub versions: Vec<Version>,
    /// Versions whose facts could not be read.
    pub unreadable: Vec<Unreadable>,
    /// Files that claim this id beside the first one; while there are any, no text can stand under it.
    pub rivals: Vec<SitePath>,
}

/// A version that could not be read; its address still answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// What its id would be.
    pub id: VersionId,
    /// The file.
    pub source: SitePath,
}

impl Document {
    /// A version by its id.
    pub fn version(&self, id: &VersionId) -> Option<&Version> {
        self.versions.iter().find(|version| version.id == *id)
    }
}

/// A plain page: `content/sidor/om.md` is `/om/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainPage {
    /// Its address, one word.
    pub name: String,
    /// The file.
    pub source: SitePath,
    /// Its title.
    pub title: String,
    /// Its summary.
    pub summary: Option<String>,
    /// Its language, if it differs from the site's.
    pub lang: Option<String>,
    /// It is a draft.
    pub draft: bool,
    /// Its text.
    pub body: Body,
}
