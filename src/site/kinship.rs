//! Relations between documents in words, both ways.

use std::collections::BTreeMap;

use crate::model::lineage::Stated;
use crate::model::register::Work;
use crate::model::relation::{Relation, RelationKind, Target};
use crate::model::version::Version;
use crate::site::parts::{LinkView, RelationGroup};
use crate::site::sheet::Sheet;

/// A document's relations as the version shown states them, and what others state about it.
pub fn relations(sheet: &Sheet, work: &Work, version: &Version) -> Vec<RelationGroup> {
    let lineage = &sheet.library.register.lineage;
    let mut groups: BTreeMap<(RelationKind, bool), Vec<LinkView>> = BTreeMap::new();
    let id = &work.document.id;
    let own = |stated: &&Stated| stated.version.as_ref().is_none_or(|it| *it == version.id);
    for stated in lineage.stated(id).iter().filter(own) {
        let links = groups.entry((stated.relation.kind, false)).or_default();
        add(links, target(sheet, &stated.relation));
    }
    for stated in lineage.inverse(id) {
        // Both sides may say that they are worth reading together: once is enough.
        let both = |it: &Stated| it.relation.target == Target::Document(stated.from.clone());
        let related = stated.relation.kind == RelationKind::Related;
        if related
            && lineage
                .stated(id)
                .iter()
                .filter(own)
                .any(|it| it.relation.kind == RelationKind::Related && both(it))
        {
            continue;
        }
        let mut link = sheet.document_by_id(&stated.from);
        link.note = note(sheet, &stated.relation);
        add(
            groups.entry((stated.relation.kind, stated.relation.kind != RelationKind::Related)).or_default(),
            link,
        );
    }
    groups
        .into_iter()
        .map(|((kind, inverse), links)| RelationGroup { label: sheet.say(key(kind, inverse)), links })
        .collect()
}

fn add(links: &mut Vec<LinkView>, link: LinkView) {
    if !links.contains(&link) {
        links.push(link);
    }
}

fn target(sheet: &Sheet, relation: &Relation) -> LinkView {
    let mut link = match &relation.target {
        Target::Document(id) => sheet.document_by_id(id),
        Target::Outside { title, url } => LinkView { href: url.clone(), ..LinkView::plain(title) },
    };
    link.note = note(sheet, relation);
    link
}

/// Some words beside a relation: which part, from when.
pub fn note(sheet: &Sheet, relation: &Relation) -> Option<String> {
    let from = relation.from.map(|from| sheet.tell_date("relation-from", "date", from));
    let notes: Vec<String> = [relation.part.clone(), from].into_iter().flatten().collect();
    Some(notes.join(", ")).filter(|note| !note.is_empty())
}

/// The message for a relation, seen from either side.
pub fn key(kind: RelationKind, inverse: bool) -> &'static str {
    match (kind, inverse) {
        (RelationKind::Replaces, false) => "relation-replaces",
        (RelationKind::Replaces, true) => "relation-replaced-by",
        (RelationKind::Implements, false) => "relation-implements",
        (RelationKind::Implements, true) => "relation-implemented-by",
        (RelationKind::AnnexOf, false) => "relation-annex-of",
        (RelationKind::AnnexOf, true) => "relation-annexes",
        (RelationKind::Related, _) => "relation-related",
        (RelationKind::BasedOn, false) => "relation-based-on",
        (RelationKind::BasedOn, true) => "relation-basis-of",
    }
}
