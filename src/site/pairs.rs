//! Which versions are compared with which, and where: each with the one before it, older ones with
//! the latest, and the first one of a document with what it took the place of.

use crate::model::address::Address;
use crate::model::id::{DocId, VersionId};
use crate::model::register::{Register, Work};
use crate::model::relation::{RelationKind, Target};
use crate::model::version::Version;

/// Two versions to compare.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pair {
    /// The older: its document and its id.
    pub old: (DocId, VersionId),
    /// The newer.
    pub new: (DocId, VersionId),
    /// Whether no adopted version lies between them.
    pub is_step: bool,
}

impl Pair {
    fn within(work: &Work, old: &Version, new: &Version, is_step: bool) -> Self {
        let side = |version: &Version| (work.document.id.clone(), version.id.clone());
        Self { old: side(old), new: side(new), is_step }
    }

    /// Whether the older is of a document that the newer one's took the place of.
    pub fn is_of_two(&self) -> bool {
        self.old.0 != self.new.0
    }

    /// Where the comparison stands.
    pub fn address(&self) -> Address {
        let (id, new) = self.new.clone();
        let (replaced, old) = self.old.clone();
        match (self.is_of_two(), self.is_step) {
            (true, _) => Address::ComparisonToReplaced(id, new, replaced, old),
            (false, true) => Address::Comparison(id, old, new),
            (false, false) => Address::ComparisonToLatest(id, old),
        }
    }
}

/// The versions that are compared one after the other: adopted ones with a text. Where only the
/// minutes are kept there is nothing to compare.
pub fn adopted(work: &Work) -> Vec<&Version> {
    work.versions().map(|(version, _)| version).filter(|it| !it.draft && has_text(it)).collect()
}

fn has_text(version: &Version) -> bool {
    !version.body.markdown().trim().is_empty()
}

/// Every comparison that has a document as its newer side, in the order in which they happened;
/// those with the latest version come last.
pub fn pairs(register: &Register, work: &Work) -> Vec<Pair> {
    let mut pairs = steps(register, work);
    let older = work.versions().filter_map(|(version, _)| to_latest(work, version));
    pairs.extend(older.filter(|pair| !pair.is_step));
    pairs
}

/// The comparisons of each version with what came before it, oldest first.
pub fn steps(register: &Register, work: &Work) -> Vec<Pair> {
    work.versions().flat_map(|(version, _)| steps_to(register, work, version)).collect()
}

/// What a version is compared with to tell what it changed: the adopted version before it, and what
/// it took the place of if it is the first to say so. A draft is compared as if it were adopted last.
pub fn steps_to(register: &Register, work: &Work, version: &Version) -> Vec<Pair> {
    if !has_text(version) || !work.document.rivals.is_empty() {
        return Vec::new();
    }
    let adopted = adopted(work);
    let before = match adopted.iter().position(|it| it.id == version.id) {
        Some(place) => place.checked_sub(1).map(|before| adopted[before]),
        None => adopted.last().copied(),
    };
    let before = before.map(|old| Pair::within(work, old, version, true));
    replaced_by(register, work, version).into_iter().chain(before).collect()
}

/// The comparison of an older version with the latest that is adopted; where that is the next one,
/// the step between them.
pub fn to_latest(work: &Work, version: &Version) -> Option<Pair> {
    let adopted = adopted(work);
    let place = adopted.iter().position(|it| it.id == version.id)?;
    let latest = adopted.last().filter(|it| it.id != version.id && work.document.rivals.is_empty())?;
    Some(Pair::within(work, version, latest, place + 2 == adopted.len()))
}

/// The texts that a version took the place of: of each document the last one that applied.
fn replaced_by(register: &Register, work: &Work, version: &Version) -> Vec<Pair> {
    let id = &work.document.id;
    let mut pairs: Vec<Pair> = Vec::new();
    let said = register.lineage.stated(id).iter();
    for stated in said.filter(|it| it.relation.kind == RelationKind::Replaces && it.relation.part.is_none()) {
        let Target::Document(replaced) = &stated.relation.target else { continue };
        let says_so = |it: &&Version| {
            register.lineage.stated(id).iter().any(|other| {
                other.relation.kind == RelationKind::Replaces
                    && other.relation.part.is_none()
                    && other.relation.target == stated.relation.target
                    && other.version.as_ref().is_none_or(|own| *own == it.id)
            })
        };
        let first = adopted(work).into_iter().find(says_so);
        if first.is_none_or(|first| first.id != version.id) {
            continue;
        }
        let last = register.work(replaced).filter(|it| it.document.rivals.is_empty()).and_then(last_applied);
        let pair = last.map(|old| Pair {
            old: (replaced.clone(), old.id.clone()),
            new: (id.clone(), version.id.clone()),
            is_step: true,
        });
        pairs.extend(pair.filter(|pair| !pairs.contains(pair)));
    }
    pairs
}

/// The last version that ever applied; of a document that never did, the last.
fn last_applied(work: &Work) -> Option<&Version> {
    let texts: Vec<_> = work.versions().filter(|(it, _)| !it.draft && has_text(it)).collect();
    let applied = texts.iter().rev().find(|(_, life)| !life.periods.is_empty());
    applied.or(texts.last()).map(|(version, _)| *version)
}

/// The comparisons before and after one of the steps.
pub fn neighbours(register: &Register, work: &Work, pair: &Pair) -> [Option<Pair>; 2] {
    let steps = steps(register, work);
    let Some(place) = steps.iter().position(|step| step == pair) else { return [None, None] };
    let before = place.checked_sub(1).map(|before| steps[before].clone());
    [before, steps.get(place + 1).cloned()]
}
