//! The facts that differ between two versions, as their front matter states them.

use crate::model::decision::Decision;
use crate::model::front_matter::Rhythm;
use crate::model::id::TypeId;
use crate::model::lineage::Stated;
use crate::model::register::Work;
use crate::model::relation::Target;
use crate::model::version::{End, Start, Version};
use crate::site::dossier::responsible;
use crate::site::happenings::section_number;
use crate::site::kinship::{key, note};
use crate::site::library::title_of;
use crate::site::sheet::Sheet;
use crate::site::view::FactChange;

/// The facts that differ, in the order of a document's page.
pub fn altered(
    sheet: &Sheet,
    old_work: &Work,
    old: &Version,
    new_work: &Work,
    new: &Version,
) -> Vec<FactChange> {
    let stated = facts(sheet, old, new);
    let own = stated.into_iter().map(|(key, old, new)| {
        let label = if key == "summary" { sheet.say(key) } else { sheet.say(&format!("fact-{key}")) };
        FactChange { key: key.into(), label, old, new }
    });
    own.chain(relations(sheet, old_work, old, new_work, new)).filter(|it| it.old != it.new).collect()
}

type Fact = (&'static str, Vec<String>, Vec<String>);

fn facts(sheet: &Sheet, old: &Version, new: &Version) -> Vec<Fact> {
    let both = |key: &'static str, value: &dyn Fn(&Version) -> Vec<String>| (key, value(old), value(new));
    let date = |date| sheet.words.date(date).text;
    let decisions = |version: &Version, fact: &dyn Fn(&Decision) -> Option<String>| {
        let mut values: Vec<String> = version.adoptions().filter_map(fact).collect();
        values.dedup();
        values
    };
    vec![
        both("title", &|it| it.title.iter().cloned().collect()),
        both("type", &|it| it.kind.iter().map(|kind| kind_name(sheet, kind)).collect()),
        both("series", &|it| it.series.iter().cloned().collect()),
        both("adopted", &|it| decisions(it, &|decision| Some(decision.by.as_ref()?.name.clone()))),
        both("adopted-date", &|it| decisions(it, &|decision| decision.date.map(date))),
        both("section", &|it| {
            decisions(it, &|decision| Some(section_number(sheet, decision.section.as_ref()?)))
        }),
        both("reference", &|it| decisions(it, &|decision| decision.reference.clone())),
        both("valid-from", &|it| start(sheet, it)),
        both("valid-until", &|it| end(sheet, it)),
        both("review", &|it| review(sheet, it)),
        both("responsible", &|it| responsible(sheet, it).into_iter().collect()),
        both("applies-to", &|it| it.applies_to.clone()),
        both("follow-up", &|it| it.follow_up.iter().map(|it| it.what.clone()).collect()),
        both("keywords", &|it| it.keywords.clone()),
        both("summary", &|it| it.summary.iter().cloned().collect()),
    ]
}

fn kind_name(sheet: &Sheet, id: &TypeId) -> String {
    sheet.library.config.kind(id).map_or_else(|| id.to_string(), |kind| kind.name.clone())
}

fn start(sheet: &Sheet, version: &Version) -> Vec<String> {
    match &version.start {
        Start::Stated(date) => vec![sheet.words.date(*date).text],
        Start::MainRule(date) => vec![sheet.words.date(*date).text, sheet.say("main-rule")],
        Start::Condition(words) => vec![words.clone()],
        Start::Missing => Vec::new(),
    }
}

fn end(sheet: &Sheet, version: &Version) -> Vec<String> {
    match &version.end {
        End::Open => vec![sheet.say("open-ended")],
        End::Last(date) => vec![sheet.words.date(*date).text],
        End::Condition(words) => vec![words.clone()],
        End::Missing => Vec::new(),
    }
}

fn review(sheet: &Sheet, version: &Version) -> Vec<String> {
    let by = version.review_by.map(|date| sheet.tell_date("review-current", "date", date));
    let rhythm = version.review.map(|rhythm| match rhythm {
        Rhythm::Yearly => sheet.say("review-yearly"),
        Rhythm::TermOfOffice => sheet.say("review-term"),
    });
    by.into_iter().chain(rhythm).collect()
}

/// The relations that only one of them states.
fn relations(
    sheet: &Sheet,
    old_work: &Work,
    old: &Version,
    new_work: &Work,
    new: &Version,
) -> Vec<FactChange> {
    let lineage = &sheet.library.register.lineage;
    let stated = |work: &Work, version: &Version| -> Vec<(&'static str, String)> {
        let own = |it: &&Stated| it.version.as_ref().is_none_or(|id| *id == version.id);
        let all = lineage.stated(&work.document.id).iter().filter(own);
        all.map(|it| (key(it.relation.kind, false), target(sheet, it))).collect()
    };
    let (before, after) = (stated(old_work, old), stated(new_work, new));
    let mut keys: Vec<&str> = before.iter().chain(&after).map(|(key, _)| *key).collect();
    keys.sort_unstable();
    keys.dedup();
    let of = |all: &[(&str, String)], key: &str| {
        all.iter().filter(|(it, _)| *it == key).map(|(_, name)| name.clone()).collect::<Vec<_>>()
    };
    let change = |key: &str| FactChange {
        key: "relation".into(),
        label: sheet.say(key),
        old: of(&before, key),
        new: of(&after, key),
    };
    keys.into_iter().map(change).collect()
}

/// What a relation leads to, by a name that does not change with the day.
fn target(sheet: &Sheet, stated: &Stated) -> String {
    let name = match &stated.relation.target {
        Target::Document(id) => {
            let latest = sheet.library.register.work(id).and_then(Work::latest);
            latest.map_or_else(|| id.to_string(), |version| title_of(version).to_owned())
        }
        Target::Outside { title, .. } => title.clone(),
    };
    match note(sheet, &stated.relation) {
        Some(note) => format!("{name}, {note}"),
        None => name,
    }
}
