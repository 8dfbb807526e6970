//! The overview: which document carries out which, and what is missing.

use std::collections::BTreeSet;

use crate::base::date::Date;
use crate::model::front_matter::Expectation;
use crate::model::id::{BodyId, DocId};
use crate::model::register::Work;
use crate::model::relation::RelationKind;
use crate::site::lists::rows;
use crate::site::parts::RowGroup;
use crate::site::sheet::Sheet;
use crate::site::standing::{document_state, is_living};
use crate::site::view::{OverviewView, TreeNode};

/// Deeper than any municipality's chain of command; a chain without end is cut here.
const DEEPEST: usize = 12;

/// So many documents outside the tree are listed below it.
const MOST_OUTSIDE: usize = 300;

/// The page.
pub fn overview(sheet: &Sheet) -> OverviewView {
    let lineage = &sheet.library.register.lineage;
    let has_parent = |work: &Work| !lineage.targets(&work.document.id, RelationKind::Implements).is_empty();
    let has_child = |work: &Work| !children(sheet, work).is_empty() || work.demands().next().is_some();
    let today = sheet.today();
    let living = |work: &Work| {
        let shown = work.shown(today).filter(|_| !work.withdrawn(today));
        shown.is_some_and(|(version, life)| is_living(sheet, version, life))
    };
    let mut placed = BTreeSet::new();
    let roots = sheet
        .library
        .documents(|work| !work.withdrawn(today) && !has_parent(work) && has_child(work))
        .filter_map(|work| node(sheet, work, 0, &mut placed))
        .collect();
    let outside: Vec<&Work> = sheet
        .library
        .documents(|work| living(work) && !placed.contains(&work.document.id))
        .take(MOST_OUTSIDE + 1)
        .collect();
    // Of very many the register tells better.
    let few = Some(outside).filter(|outside| outside.len() <= MOST_OUTSIDE).unwrap_or_default();
    let others = rows(sheet, few.into_iter());
    let title = sheet.say("overview-title");
    OverviewView {
        frame: sheet.frame(&title, "overview", Vec::new()),
        title,
        roots,
        others: if others.is_empty() {
            Vec::new()
        } else {
            vec![RowGroup { anchor: "ovriga".into(), rows: others, ..RowGroup::default() }]
        },
        register: sheet.register_crumb(),
    }
}

/// The documents that carry one out, by title.
fn children<'a>(sheet: &'a Sheet, work: &Work) -> Vec<&'a Work> {
    let inverse = sheet.library.register.lineage.inverse(&work.document.id);
    let ids: BTreeSet<&DocId> = inverse
        .iter()
        .filter(|stated| stated.relation.kind == RelationKind::Implements)
        .map(|stated| &stated.from)
        .collect();
    let today = sheet.today();
    sheet.library.in_order(ids).into_iter().filter(|it| !it.withdrawn(today)).collect()
}

/// A document with those below it. One that carries out several stands under each of them, but
/// its own are told only once. `None`: neither it nor any of those still speaks to a reader.
fn node(sheet: &Sheet, work: &Work, depth: usize, placed: &mut BTreeSet<DocId>) -> Option<TreeNode> {
    let (version, life) = work.shown(sheet.today())?;
    let first = placed.insert(work.document.id.clone());
    let below = if first && depth < DEEPEST { children(sheet, work) } else { Vec::new() };
    let bodies: Vec<_> =
        version.adoptions().filter_map(|decision| decision.by.as_ref()).map(|by| by.name.clone()).collect();
    let children: Vec<TreeNode> =
        below.into_iter().filter_map(|child| node(sheet, child, depth + 1, placed)).collect();
    if children.is_empty() && !is_living(sheet, version, life) {
        return None;
    }
    Some(TreeNode {
        document: sheet.document(work),
        kind: sheet.kind(version.kind.as_ref()).text,
        state: document_state(sheet, work)?,
        bodies: sheet.words.list(&bodies),
        gaps: if first { gaps(sheet, work) } else { Vec::new() },
        children,
    })
}

/// The documents that should exist and do not: "IT-plan 2027 saknas för socialnämnden".
fn gaps(sheet: &Sheet, work: &Work) -> Vec<String> {
    let this_year = sheet.today().year();
    let mut gaps = Vec::new();
    let below = if work.demands().next().is_some() { descendants(sheet, work) } else { Vec::new() };
    for demand in work.demands() {
        let kind = sheet.library.config.kinds.iter().find(|kind| kind.id.as_str() == demand.kind);
        let name = kind.map_or(demand.kind.as_str(), |kind| kind.name.as_str());
        let years = if demand.every_year { work.asked_years(sheet.today()) } else { vec![this_year] };
        for body in bodies(sheet, demand) {
            for year in &years {
                if !is_met(&below, demand, &body, demand.every_year.then_some(*year)) {
                    let what = if demand.every_year { format!("{name} {year}") } else { name.to_owned() };
                    let by = sheet.library.config.body(&body).map_or(body.as_str(), |body| &body.name);
                    gaps.push(sheet.tell("overview-gap-body", &[("what", what.into()), ("by", by.into())]));
                }
            }
        }
    }
    gaps
}

/// The bodies that a demand names, by id or by their kind.
fn bodies(sheet: &Sheet, demand: &Expectation) -> Vec<BodyId> {
    let named = |body: &&crate::model::body::Body| {
        demand.per.iter().any(|per| per == body.id.as_str() || Some(per) == body.kind.as_ref())
    };
    sheet.library.config.bodies.iter().filter(named).map(|body| body.id.clone()).collect()
}

/// Whether a document that carries this one out is of the type, by the body, and applied some day
/// of the year.
fn is_met(below: &[&Work], demand: &Expectation, body: &BodyId, year: Option<i16>) -> bool {
    let year_days = year.and_then(|year| Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)));
    below.iter().any(|child| {
        child.versions().any(|(version, life)| {
            let of_kind = version.kind.as_ref().is_some_and(|kind| kind.as_str() == demand.kind);
            let by = version.adoptions().any(|it| it.by.as_ref().and_then(|by| by.id.as_ref()) == Some(body));
            let covers = year_days.is_none_or(|(first, last)| {
                let starts = version.starts().is_some_and(|start| start.first() <= last);
                let ends = life.last_day.or(life.term_end);
                starts && ends.is_none_or(|end| end >= first)
            });
            of_kind && by && covers
        })
    })
}

/// A demand can be met further down: the plan carries out the strategy that carries out the vision.
fn descendants<'a>(sheet: &'a Sheet, work: &Work) -> Vec<&'a Work> {
    let mut found: Vec<&Work> = children(sheet, work);
    let mut known: BTreeSet<&DocId> = found.iter().map(|it| &it.document.id).collect();
    let mut next = 0;
    while let Some(child) = found.get(next).copied() {
        found.extend(children(sheet, child).into_iter().filter(|it| known.insert(&it.document.id)));
        next += 1;
    }
    found
}
