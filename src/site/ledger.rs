//! The register for every day, as data for the script of its page: what each document's row says,
//! and from which day it says something else. Every step is the row that a build of that day
//! prints, so for any day the script tells what a build of that day would.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde_json::{Map, Value, json};

use crate::base::date::Date;
use crate::model::body::Decider;
use crate::model::config::{AfterTerm, Links};
use crate::model::id::{TypeId, slug};
use crate::model::register::Work;
use crate::model::version::Version;
use crate::site::collate::Collation;
use crate::site::lists::{GROUPS, adopters, group, row};
use crate::site::parts::{DateView, Row};
use crate::site::sheet::Sheet;
use crate::site::view::{FilterView, OptionView};
use crate::site::words::Arg;

/// The states of documents in lists.
const STATES: [&str; 11] = [
    "in-force",
    "upcoming",
    "term-passed",
    "unknown",
    "superseded",
    "replaced",
    "repealed",
    "annulled",
    "lapsed",
    "withdrawn",
    "draft",
];
/// Those that have other words for a day that has passed: "Gällde".
const TENSED: [&str; 4] = ["in-force", "upcoming", "term-passed", "unknown"];
/// What the script says of what it found, with the numbers and dates that it puts in.
const FOUND: [&str; 9] = [
    "count-documents",
    "found",
    "found-then",
    "found-now",
    "found-coming",
    "found-day",
    "found-unclear",
    "found-shown",
    "found-more",
];

/// The facts of a row by name; those that are nothing are left out.
type Facts = Map<String, Value>;

/// A document over time, with all that the rest of the page must know of it.
struct Track {
    line: String,
    kinds: BTreeSet<TypeId>,
    bodies: BTreeSet<Decider>,
    subjects: BTreeMap<String, String>,
    years: BTreeSet<i16>,
}

/// What the script of the register filters by: the form's choices, and every document on every day.
/// Without documents there is nothing to choose.
pub fn filter(sheet: &Sheet, works: &[&Work]) -> Option<FilterView> {
    if works.is_empty() {
        return None;
    }
    let tracks: Vec<Track> = works.par_iter().map(|work| track(sheet, work)).collect();
    let config = &sheet.library.config;
    let kinds: BTreeSet<&TypeId> = tracks.iter().flat_map(|track| &track.kinds).collect();
    let bodies: BTreeSet<&Decider> = tracks.iter().flat_map(|track| &track.bodies).collect();
    let years: BTreeSet<i16> = tracks.iter().flat_map(|track| &track.years).copied().collect();
    let subjects = subjects(sheet, &tracks);
    let option = |value: &str, text: &str| OptionView { value: value.to_owned(), text: text.to_owned() };
    let adopts = |id| bodies.iter().any(|by| by.id.as_ref() == Some(id));
    Some(FilterView {
        types: config
            .kinds
            .iter()
            .filter(|kind| kinds.contains(&kind.id))
            .map(|kind| option(kind.id.as_str(), &kind.name))
            .collect(),
        bodies: config
            .bodies
            .iter()
            .filter(|body| adopts(&body.id))
            .map(|body| option(body.id.as_str(), &body.name))
            .collect(),
        states: GROUPS.iter().map(|(key, anchor)| option(anchor, &sheet.say(key))).collect(),
        subjects: sorted(sheet, &subjects).map(|(slug, name)| option(slug, name)).collect(),
        years: years.iter().rev().map(|year| option(&year.to_string(), &year.to_string())).collect(),
        blank: Row::default(),
        data: data(sheet, &tracks, &kinds, &bodies, &subjects),
    })
}

/// The subjects by address, with the name that the rest of the site has for them.
fn subjects<'a>(sheet: &'a Sheet, tracks: &'a [Track]) -> BTreeMap<&'a str, &'a str> {
    let told = tracks.iter().flat_map(|track| &track.subjects);
    told.map(|(slug, name)| {
        (slug.as_str(), sheet.library.subjects.get(slug).map_or(name, |it| &it.name).as_str())
    })
    .collect()
}

fn sorted<'a>(sheet: &Sheet, subjects: &'a BTreeMap<&str, &str>) -> impl Iterator<Item = (&'a str, &'a str)> {
    let collation = Collation::new(sheet.library.config.lang);
    let mut sorted: Vec<(&str, &str)> = subjects.iter().map(|(slug, name)| (*slug, *name)).collect();
    sorted.sort_by_cached_key(|(_, name)| collation.key(name));
    sorted.into_iter()
}

/// The data, a document a line. No `<` stands in it: a script element ends at the first `</script`.
fn data(
    sheet: &Sheet,
    tracks: &[Track],
    kinds: &BTreeSet<&TypeId>,
    bodies: &BTreeSet<&Decider>,
    subjects: &BTreeMap<&str, &str>,
) -> String {
    let mut types = Map::new();
    for id in kinds {
        let link = sheet.kind(Some(id));
        types.insert(id.to_string(), json!({ "text": link.text, "href": link.href }));
    }
    let mut by = Map::new();
    for decider in bodies {
        let body = decider.id.as_ref().and_then(|id| sheet.library.config.body(id));
        let told = json!({
            "id": decider.id.as_ref().map(ToString::to_string),
            "href": sheet.body(decider).href,
            "short": body.and_then(|body| body.abbreviation.as_ref()),
        });
        by.insert(decider.name.clone(), told);
    }
    let head = json!({
        "tail": if sheet.library.config.links == Links::Files { "index.html" } else { "" },
        "dates": dates(sheet),
        "words": words(sheet),
        "states": states(sheet),
        "types": types,
        "bodies": by,
        "subjects": subjects,
    });
    let mut text = head.to_string();
    text.truncate(text.len() - 1);
    text += ",\"documents\":[";
    for (index, track) in tracks.iter().enumerate() {
        text += if index == 0 { "\n" } else { ",\n" };
        text += &track.line;
    }
    text += "\n]}";
    text.replace('<', "\\u003c")
}

/// How dates are written, so that the data need not spell each one.
fn dates(sheet: &Sheet) -> Value {
    let months: Vec<String> = (1..=12).map(|month| sheet.say(&format!("month-{month}"))).collect();
    let parts = [("day", "{day}".into()), ("month", "{month}".into()), ("year", "{year}".into())];
    json!({
        "day": sheet.tell("date-day", &parts),
        "month": sheet.tell("date-month", &parts[1..]),
        "months": months,
    })
}

/// The script's words. Where a number decides the form, the one for 1 comes first.
fn words(sheet: &Sheet) -> Value {
    let mut words = Map::new();
    for key in FOUND {
        let parts = |n: Arg<'static>| [("n", n), ("total", "{total}".into()), ("date", "{date}".into())];
        words.insert(
            key.into(),
            json!([sheet.tell(key, &parts(1.into())), sheet.tell(key, &parts("{n}".into()))]),
        );
    }
    for key in ["missing", "overdue", "found-none"] {
        words.insert(key.into(), json!(sheet.say(key)));
    }
    Value::Object(words)
}

/// The words of each state, now and then, and the group that the form has it in.
fn states(sheet: &Sheet) -> Value {
    let mut states = Map::new();
    let unclear = sheet.library.config.after_term == AfterTerm::Unclear;
    for state in STATES {
        let mut told =
            json!({ "label": sheet.say(&format!("state-{state}")), "group": GROUPS[group(sheet, state)].1 });
        if TENSED.contains(&state) {
            told["then"] = json!(sheet.say(&format!("then-{state}")));
        }
        if state == "unknown" || (state == "term-passed" && unclear) {
            told["unclear"] = json!(true);
        }
        states.insert(state.into(), told);
    }
    states.insert("absent".into(), json!({ "label": sheet.say("then-absent") }));
    Value::Object(states)
}

/// A document's facts from the beginning, then on each day that its row changes what is new in it.
fn track(sheet: &Sheet, work: &Work) -> Track {
    let mut days: Vec<Date> =
        work.change_dates().filter(|day| *day > Date::MIN && *day < Date::MAX).collect();
    days.sort_unstable();
    days.dedup();
    let mut track = Track {
        line: String::new(),
        kinds: BTreeSet::new(),
        bodies: BTreeSet::new(),
        subjects: BTreeMap::new(),
        years: BTreeSet::new(),
    };
    let mut before = Facts::new();
    let mut steps: Vec<Value> = Vec::new();
    for day in std::iter::once(Date::MIN).chain(days) {
        let now = facts(&sheet.on(day), work);
        let new = changes(&before, &now, day);
        if !new.is_empty() {
            track.notice(work, day);
            steps.push(Value::Object(new));
        }
        before = now;
    }
    track.line =
        json!({ "id": work.document.id.as_str(), "also": also(sheet, work), "steps": steps }).to_string();
    track
}

impl Track {
    /// Keeps what the version shown on a day brings to the form.
    fn notice(&mut self, work: &Work, day: Date) {
        let Some((version, _)) = work.shown(day) else { return };
        self.kinds.extend(version.kind.clone());
        self.bodies.extend(adopters(version).cloned());
        self.subjects.extend(keywords(version).map(|(slug, name)| (slug, name.to_owned())));
        self.years.extend(version.adopted().map(|date| date.first().year()));
    }
}

/// What a document's row says on the sheet's day, and what it is found by.
fn facts(sheet: &Sheet, work: &Work) -> Facts {
    let mut facts = Facts::new();
    let (Some(row), Some((version, _))) = (row(sheet, work), work.shown(sheet.today())) else { return facts };
    let mut put = |key: &str, value: Value| {
        let nothing = value.is_null() || value == false || value.as_array().is_some_and(Vec::is_empty);
        if !nothing {
            facts.insert(key.into(), value);
        }
    };
    let bodies: Vec<String> = row.bodies.into_iter().map(|body| body.text).collect();
    let subjects: Vec<String> = keywords(version).map(|(slug, _)| slug).collect();
    put("version", json!(version.id.as_str()));
    put("name", json!(row.version));
    put("title", json!(row.title));
    put("lang", json!(row.lang));
    put("series", json!(row.series));
    put("type", json!(version.kind.as_ref().map(TypeId::as_str)));
    put("bodies", json!(bodies));
    put("subjects", json!(subjects));
    put("adopted", json!(version.adopted().map(|date| date.first().to_string())));
    put("force", json!(row.state.force));
    put("since", json!(row.since.map(short)));
    put("earlier", json!(row.earlier));
    put("until", json!(row.until.map(short)));
    put("review", json!(row.review.map(short)));
    put("overdue", json!(row.overdue));
    facts
}

/// The keywords of a version, each with the address of its subject; one of signs alone has none.
fn keywords(version: &Version) -> impl Iterator<Item = (String, &str)> {
    version.keywords.iter().map(|it| (slug(it), it.as_str())).filter(|(slug, _)| !slug.is_empty())
}

/// A date as machines write it, from which the script makes the words; else the words.
fn short(date: DateView) -> String {
    if date.iso.is_empty() { date.text } else { date.iso }
}

/// What is new from a day on; a fact that is no more is null.
fn changes(before: &Facts, now: &Facts, day: Date) -> Facts {
    let new = now.iter().filter(|(key, value)| before.get(*key) != Some(value));
    let gone = before.keys().filter(|key| !now.contains_key(*key));
    let mut changes: Facts = new.map(|(key, value)| (key.clone(), value.clone())).collect();
    changes.extend(gone.map(|key| (key.clone(), Value::Null)));
    if !changes.is_empty() && day > Date::MIN {
        changes.shift_insert(0, "from".into(), json!(day.to_string()));
    }
    changes
}

/// What else the document is found by: its summary and the case numbers of its decisions.
fn also(sheet: &Sheet, work: &Work) -> String {
    let today = sheet.today();
    let shown = work.shown(today).filter(|_| !work.withdrawn(today));
    let summary = shown.and_then(|(version, _)| version.summary.as_deref());
    let decisions = work.versions().flat_map(|(version, _)| &version.decisions);
    let mut references: Vec<&str> =
        decisions.chain(&work.document.decisions).filter_map(|it| it.reference.as_deref()).collect();
    references.sort_unstable();
    references.dedup();
    summary.into_iter().chain(references).collect::<Vec<_>>().join(" ")
}
