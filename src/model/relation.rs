//! How documents hang together. A relation is stored once; its inverse is derived.

use crate::base::date::Approx;
use crate::model::id::DocId;

/// The kinds of relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RelationKind {
    /// Takes the other's place when it starts.
    Replaces,
    /// Carries out the other: a plan implements a strategy.
    Implements,
    /// Is an annex of the other.
    AnnexOf,
    /// Is worth reading beside the other.
    Related,
    /// Rests on the other, often a law.
    BasedOn,
}

/// What a relation points to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A document of this site.
    Document(DocId),
    /// Something outside it: a law, an older collection.
    Outside {
        /// What it is called.
        title: String,
        /// Where it can be read.
        url: Option<String>,
    },
}

/// A relation as a version or document states it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Relation {
    /// Which kind.
    pub kind: RelationKind,
    /// To what.
    pub target: Target,
    /// Only this part of the target.
    pub part: Option<String>,
    /// From this date, instead of from the version's start.
    pub from: Option<Approx>,
    /// Where it is written: bytes of the file.
    pub range: (usize, usize),
}
