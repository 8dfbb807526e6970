//! How documents follow and carry each other: inverse relations, replacements, rings.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::fault::{Code, Fault, nearest};
use crate::base::path::SitePath;
use crate::model::document::Document;
use crate::model::id::{DocId, VersionId, slug};
use crate::model::relation::{Relation, RelationKind, Target};
use crate::model::validity::{Effect, Replacement, effect_from};
use crate::model::version::Version;

/// A relation seen from the document that states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The document that states it.
    pub from: DocId,
    /// The version that states it; `None` for the whole document.
    pub version: Option<VersionId>,
    /// The relation.
    pub relation: Relation,
}

impl Stated {
    /// The file that says it.
    pub fn source<'a>(&self, document: &'a Document) -> &'a SitePath {
        let version = self.version.as_ref().and_then(|id| document.version(id));
        version.map_or(&document.source, |version| &version.source)
    }

    /// Whether it joins two members of a ring.
    fn is_within(&self, ring: &BTreeSet<&DocId>, kind: RelationKind) -> bool {
        let target = match &self.relation.target {
            Target::Document(id) => id,
            Target::Outside { .. } => return false,
        };
        self.relation.kind == kind && ring.contains(&self.from) && ring.contains(target)
    }
}

/// All relations between documents, both ways.
#[derive(Debug, Default)]
pub struct Lineage {
    stated: BTreeMap<DocId, Vec<Stated>>,
    inverse: BTreeMap<DocId, Vec<Stated>>,
    replacements: BTreeMap<DocId, Vec<Replacement>>,
}

impl Lineage {
    /// Gathers the relations of all documents. Targets that do not exist and rings are faults;
    /// a ring is broken by leaving its relations out, so that nothing can go round in it.
    pub fn new(
        documents: &BTreeMap<DocId, Document>,
        drafts: &BTreeSet<DocId>,
        faults: &mut Vec<Fault>,
    ) -> Self {
        let mut lineage = Self::default();
        let targets = Targets::new(documents, drafts);
        for document in documents.values() {
            let whole = document.relations.iter().map(|relation| (&document.source, None, relation));
            let versions = document.versions.iter().flat_map(|version| {
                version.relations.iter().map(move |relation| (&version.source, Some(&version.id), relation))
            });
            for (source, version, relation) in whole.chain(versions) {
                if targets.checked(source, relation, faults) {
                    lineage.state(document, version, relation);
                }
            }
        }
        for kind in [RelationKind::Replaces, RelationKind::Implements, RelationKind::AnnexOf] {
            lineage.break_rings(kind, documents, faults);
        }
        lineage.find_replacements(documents);
        lineage
    }

    fn state(&mut self, document: &Document, version: Option<&VersionId>, relation: &Relation) {
        let stated =
            Stated { from: document.id.clone(), version: version.cloned(), relation: relation.clone() };
        if let Target::Document(target) = &relation.target {
            self.inverse.entry(target.clone()).or_default().push(stated.clone());
        }
        self.stated.entry(document.id.clone()).or_default().push(stated);
    }

    /// What a document states, in the order it is written.
    pub fn stated(&self, id: &DocId) -> &[Stated] {
        self.stated.get(id).map_or(&[], Vec::as_slice)
    }

    /// What other documents state about a document.
    pub fn inverse(&self, id: &DocId) -> &[Stated] {
        self.inverse.get(id).map_or(&[], Vec::as_slice)
    }

    /// The documents that take a document's place as a whole.
    pub fn replacements(&self, id: &DocId) -> &[Replacement] {
        self.replacements.get(id).map_or(&[], Vec::as_slice)
    }

    /// The targets of a document's relations of a kind, each once.
    pub fn targets(&self, id: &DocId, kind: RelationKind) -> Vec<&DocId> {
        let mut targets = Vec::new();
        for stated in self.stated(id).iter().filter(|stated| stated.relation.kind == kind) {
            match &stated.relation.target {
                Target::Document(target) if !targets.contains(&target) => targets.push(target),
                _ => {}
            }
        }
        targets
    }

    fn break_rings(
        &mut self,
        kind: RelationKind,
        documents: &BTreeMap<DocId, Document>,
        faults: &mut Vec<Fault>,
    ) {
        let rings = self.rings(kind);
        let members: Vec<BTreeSet<&DocId>> = rings.iter().map(|ring| ring.iter().collect()).collect();
        // All are told before any is broken: rings may share a relation.
        for (ring, members) in rings.iter().zip(&members) {
            let names: Vec<&str> = ring.iter().chain(ring.first()).map(DocId::as_str).collect();
            let fault = Fault::new(Code::Ring).with("ring", names.join(" → "));
            let first = self.stated(&ring[0]).iter().find(|stated| stated.is_within(members, kind));
            faults.push(match first.zip(documents.get(&ring[0])) {
                Some((stated, document)) => {
                    let range = stated.relation.range;
                    fault.at_range(stated.source(document), range.0..range.1)
                }
                None => fault,
            });
        }
        for list in self.stated.values_mut().chain(self.inverse.values_mut()) {
            list.retain(|stated| !members.iter().any(|ring| stated.is_within(ring, kind)));
        }
    }

    /// The rings of a kind of relation, each as a walk that returns to its first document.
    /// An iterative walk: a chain of thousands of documents must not exhaust the stack.
    fn rings(&self, kind: RelationKind) -> Vec<Vec<DocId>> {
        let mut rings: Vec<Vec<DocId>> = Vec::new();
        let mut done: BTreeSet<&DocId> = BTreeSet::new();
        for root in self.stated.keys() {
            let mut path: Vec<(&DocId, Vec<&DocId>)> = Vec::new();
            let mut on_path: BTreeSet<&DocId> = BTreeSet::new();
            let mut next = (!done.contains(root)).then_some(root);
            loop {
                if let Some(id) = next.take() {
                    path.push((id, self.targets(id, kind)));
                    on_path.insert(id);
                }
                let Some((_, targets)) = path.last_mut() else { break };
                match targets.pop() {
                    Some(target) if on_path.contains(target) => {
                        let start = path.iter().position(|(id, _)| *id == target).unwrap_or(0);
                        rings.push(path[start..].iter().map(|(id, _)| (*id).clone()).collect());
                    }
                    Some(target) if done.contains(target) => {}
                    Some(target) => next = Some(target),
                    None => {
                        if let Some((id, _)) = path.pop() {
                            on_path.remove(id);
                            done.insert(id);
                        }
                    }
                }
            }
        }
        rings
    }

    fn find_replacements(&mut self, documents: &BTreeMap<DocId, Document>) {
        for (target, list) in &self.inverse {
            for stated in list {
                let whole = stated.relation.kind == RelationKind::Replaces && stated.relation.part.is_none();
                let by = documents.get(&stated.from).filter(|_| whole);
                if let Some(effect) = by.and_then(|by| replacing(stated, by)) {
                    let replacement = Replacement { by: stated.from.clone(), effect };
                    self.replacements.entry(target.clone()).or_default().push(replacement);
                }
            }
        }
    }
}

/// When a replacement takes effect: on its own date, else when the replacing version starts; one
/// that the whole document states, when its first version does.
pub fn replacing(stated: &Stated, document: &Document) -> Option<Effect> {
    let effect = |version: &Version| {
        let from = stated.relation.from.or(version.starts())?;
        effect_from(version, from, &document.decisions)
    };
    match &stated.version {
        Some(id) => effect(document.version(id)?),
        None => document.versions.iter().find_map(effect),
    }
}

/// What a relation can point to.
struct Targets<'a> {
    documents: &'a BTreeMap<DocId, Document>,
    drafts: &'a BTreeSet<DocId>,
    /// Documents by their titles and names, as slugs.
    called: BTreeMap<String, &'a DocId>,
}

impl<'a> Targets<'a> {
    fn new(documents: &'a BTreeMap<DocId, Document>, drafts: &'a BTreeSet<DocId>) -> Self {
        let titles = documents.values().flat_map(|document| {
            let titles = document.versions.iter().filter_map(|version| version.title.as_deref());
            titles.map(move |title| (slug(title), &document.id))
        });
        let ids = documents.keys().map(|id| (id.as_str().to_owned(), id));
        Self { documents, drafts, called: titles.chain(ids).collect() }
    }

    /// Whether a relation's target exists. A draft does not, and takes no part in lineage.
    fn checked(&self, source: &SitePath, relation: &Relation, faults: &mut Vec<Fault>) -> bool {
        let (start, end) = relation.range;
        let fault = |code| Fault::new(code).at_range(source, start..end);
        let id = match &relation.target {
            Target::Document(id) => id,
            Target::Outside { title, url } => {
                let meant = self.meant(title).filter(|_| url.is_none());
                faults.extend(meant.map(|meant| {
                    fault(Code::UnknownTarget).with("value", title).with("nearest", meant.as_str())
                }));
                return true;
            }
        };
        if self.documents.contains_key(id) {
            return true;
        }
        if self.drafts.contains(id) {
            faults.push(fault(Code::LinkToDraft).with("target", id.as_str()));
            return false;
        }
        let mut fault = fault(Code::UnknownTarget).with("value", id.as_str());
        if let Some(near) = nearest(id.as_str(), self.documents.keys().map(DocId::as_str)) {
            fault = fault.with("nearest", near);
        }
        faults.push(fault);
        false
    }

    /// The document of this site that somebody wrote the title, file or address of. As words it would
    /// be something outside the site, and the relation would do nothing.
    fn meant(&self, written: &str) -> Option<&'a DocId> {
        let whole = written.trim_end_matches(".md");
        let last = whole.trim_end_matches('/').rsplit('/').next().filter(|_| !written.contains(' '));
        std::iter::once(whole).chain(last).find_map(|name| self.called.get(&slug(name)).copied())
    }
}
