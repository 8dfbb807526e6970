//! The register as open data: the same facts as the pages, for machines. States are given as
//! the days they change on, so the files never say what is true only today.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::base::date::Approx;
use crate::compare::exchange::Tally;
use crate::model::address::Address;
use crate::model::decision::Decision;
use crate::model::document::Document;
use crate::model::event::{Event, Happening};
use crate::model::fields::Moment;
use crate::model::front_matter::{Change, Withdrawal};
use crate::model::id::{DocId, TypeId, VersionId};
use crate::model::life::Life;
use crate::model::lineage::Stated;
use crate::model::register::Work;
use crate::model::relation::{RelationKind, Target};
use crate::model::steps::Steps;
use crate::model::version::{End, Start, Version};
use crate::site::happenings;
use crate::site::library::{Library, document_title};
use crate::site::pairs::steps_to;

/// `/data/register.json`: every document with its versions.
pub fn register(library: &Library) -> String {
    let head = json!({
        "name": library.config.name,
        "language": library.config.lang.tag(),
        "base_url": library.config.base_url.as_ref().map(|base| &base.url),
    });
    // A document a line, printed one by one: ten thousand as one value would fill the memory.
    let mut text = head.to_string();
    text.truncate(text.len() - 1);
    text.push_str(",\"documents\":[");
    let works = library.by_title.iter().filter_map(|id| library.register.work(id));
    for (index, work) in works.enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(&Value::Object(summary(library, work)).to_string());
    }
    text.push_str("\n]}\n");
    text
}

/// `/data/<id>.json`: all that is known of one document.
pub fn document(library: &Library, work: &Work) -> String {
    let mut whole = summary(library, work);
    for (version, value) in work.versions().map(|(it, _)| it).zip(versions_of(&mut whole)) {
        value.extend(changes(library, work, version).map(|it| ("changes".to_owned(), it)));
    }
    let lineage = &library.register.lineage;
    let id = &work.document.id;
    whole.insert("events".into(), work.events.iter().map(|it| event(it, &work.document)).collect());
    whole.insert("relations".into(), lineage.stated(id).iter().map(relation).collect());
    whole.insert("related_from".into(), lineage.inverse(id).iter().map(inverse).collect());
    print(&Value::Object(whole))
}

/// What a version is compared with to tell what it changed; how much is counted when the file is made.
fn changes(library: &Library, work: &Work, version: &Version) -> Option<Value> {
    let steps = steps_to(&library.register, work, version);
    let pair = steps.into_iter().rfind(|pair| library.is_shown(pair))?;
    let mut map = Map::new();
    if pair.is_of_two() {
        map.insert("document".into(), json!(pair.old.0.as_str()));
    }
    map.insert("from".into(), json!(pair.old.1.as_str()));
    map.insert("path".into(), json!(pair.address().path()));
    Some(Value::Object(map))
}

fn versions_of(document: &mut Map<String, Value>) -> impl Iterator<Item = &mut Map<String, Value>> {
    let versions = document.get_mut("versions").and_then(Value::as_array_mut);
    versions.into_iter().flatten().filter_map(Value::as_object_mut)
}

/// The data of a document with how much each version changed, by the address of its comparison.
pub fn with_counts(text: &str, counts: &BTreeMap<&str, Tally>) -> String {
    let Ok(Value::Object(mut whole)) = serde_json::from_str(text) else { return text.to_owned() };
    for version in versions_of(&mut whole) {
        let Some(Value::Object(changes)) = version.get_mut("changes") else { continue };
        if let Some(tally) = changes.get("path").and_then(Value::as_str).and_then(|path| counts.get(path)) {
            changes.insert("sections".into(), json!(tally.sections));
            changes.insert("words".into(), json!(tally.words));
        }
    }
    print(&Value::Object(whole))
}

/// `/data/change-dates.json`: the days on which the site must be built again.
pub fn change_dates(library: &Library) -> String {
    let dates: Vec<String> = library.register.change_dates().iter().map(ToString::to_string).collect();
    print(&json!({ "dates": dates }))
}

fn print(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

fn summary(library: &Library, work: &Work) -> Map<String, Value> {
    let document = &work.document;
    let title = document_title(work, library.today);
    let mut map = Map::new();
    map.insert("id".into(), json!(document.id.as_str()));
    map.insert("title".into(), json!(title));
    map.insert("path".into(), json!(Address::Document(document.id.clone()).path()));
    if !document.aliases.is_empty() {
        map.insert("aliases".into(), json!(document.aliases));
    }
    map.extend(document.withdrawn.as_ref().map(|it| ("withdrawn".to_owned(), withdrawn(it))));
    let versions = work.versions().map(|(it, life)| Value::Object(version(library, work, it, life)));
    map.insert("versions".into(), versions.collect());
    map
}

/// That a document was taken down.
pub(crate) fn withdrawn(withdrawal: &Withdrawal) -> Value {
    let date = withdrawal.date.map(Approx::ascii);
    json!({ "date": date, "by": withdrawal.by, "reason": withdrawal.reason })
}

/// What is stated of a version, and when it applies.
pub(crate) fn version(library: &Library, work: &Work, version: &Version, life: &Life) -> Map<String, Value> {
    let condition = match &version.start {
        Start::Condition(words) => Some(words),
        Start::Stated(_) | Start::MainRule(_) | Start::Missing => None,
    };
    let address = Address::Version(work.document.id.clone(), version.id.clone());
    let mut map = Map::new();
    let mut put = |key: &str, value: Value| {
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !empty {
            map.insert(key.into(), value);
        }
    };
    put("id", json!(version.id.as_str()));
    put("path", json!(address.path()));
    put("title", json!(version.title));
    put("type", json!(version.kind.as_ref().map(TypeId::as_str)));
    put("adopted", version.adoptions().map(decision).collect());
    put("valid_from", json!(valid_from(version)));
    put("valid_from_condition", json!(condition));
    put(
        "valid_from_main_rule",
        if matches!(version.start, Start::MainRule(_)) { json!(true) } else { Value::Null },
    );
    put("valid_until", json!(last_stated(version)));
    put("valid_until_words", json!(until_words(version)));
    put("last_day", json!(life.last_day.map(|day| day.to_string())));
    put("force", steps(&life.force, |force| json!(force.slug())));
    put("review_by", steps(&life.due, |due| json!(due.map(|day| day.to_string()))));
    put("review", steps(&life.review, |review| json!(review.slug())));
    put("responsible", json!(version.responsible));
    put("applies_to", json!(version.applies_to));
    put("keywords", json!(version.keywords));
    put("summary", json!(version.summary));
    put("series", json!(version.series));
    put("language", json!(version.lang.as_deref().unwrap_or(library.config.lang.tag())));
    put("variants", version.variants.iter().map(|variant| json!(variant.tag)).collect());
    put("change", json!(version.change.map(change)));
    put("note", json!(version.note));
    put("draft", if version.draft { json!(true) } else { Value::Null });
    put("source", json!(version.source.as_str()));
    put("source_blake3", json!(version.body.file.digest().hex(64)));
    map
}

/// The day, month or year from which a version is to apply.
pub fn valid_from(version: &Version) -> Option<String> {
    match &version.start {
        Start::Stated(date) | Start::MainRule(date) => Some(date.ascii()),
        Start::Condition(_) | Start::Missing => None,
    }
}

/// Until when a version is to apply, as it is stated: a date, inclusive, or words.
pub fn valid_until(version: &Version) -> Option<String> {
    last_stated(version).or_else(|| until_words(version))
}

/// The last day, month or year of a version, if one is stated.
fn last_stated(version: &Version) -> Option<String> {
    match &version.end {
        End::Last(date) => Some(date.ascii()),
        End::Open | End::Condition(_) | End::Missing => None,
    }
}

/// Until when a version is to apply, where that is stated in words.
fn until_words(version: &Version) -> Option<String> {
    match &version.end {
        End::Open => Some("tills vidare".to_owned()),
        End::Condition(words) => Some(words.clone()),
        End::Last(_) | End::Missing => None,
    }
}

/// `[{"from": null, "state": "upcoming"}, {"from": "2014-04-09", "state": "in-force"}]`
fn steps<T: PartialEq + Clone>(steps: &Steps<T>, state: impl Fn(&T) -> Value) -> Value {
    let first = json!({ "from": null, "state": state(steps.first()) });
    let later =
        steps.changes().iter().map(|(day, it)| json!({ "from": day.to_string(), "state": state(it) }));
    std::iter::once(first).chain(later).collect()
}

fn change(change: Change) -> &'static str {
    match change {
        Change::New => "new",
        Change::Revision => "revision",
        Change::Partial => "partial",
        Change::Editorial => "editorial",
        Change::Readopted => "readopted",
    }
}

/// A decision.
pub(crate) fn decision(decision: &Decision) -> Value {
    let (until, until_words) = match &decision.until {
        Some(Moment::Date(date)) => (Some(date.ascii()), None),
        Some(Moment::Words(words)) => (None, Some(words.clone())),
        None => (None, None),
    };
    let mut map = Map::new();
    let mut put = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            map.insert(key.into(), json!(value));
        }
    };
    put("act", Some(decision.act.slug().into()));
    put("body", decision.by.as_ref().and_then(|by| by.id.as_ref()).map(ToString::to_string));
    put("by", decision.by.as_ref().map(|by| by.name.clone()));
    put("date", decision.date.map(Approx::ascii));
    put("section", decision.section.clone());
    put("reference", decision.reference.clone());
    put("minutes", decision.minutes.clone());
    put("until", until);
    put("until_words", until_words);
    Value::Object(map)
}

/// Something that happened, or will.
pub(crate) fn event(event: &Event, document: &Document) -> Value {
    let mut value = match &event.what {
        Happening::Decided(it) => decision(it),
        Happening::Replaced(by) => {
            json!({ "by": by.iter().map(DocId::as_str).collect::<Vec<_>>() })
        }
        Happening::Corrected(it) => json!({ "what": it.what, "by": it.by, "mandate": it.mandate }),
        Happening::Withdrawn => document.withdrawn.as_ref().map_or_else(|| json!({}), withdrawn),
        Happening::EnteredIntoForce | Happening::TermEnded | Happening::Revived(_) | Happening::ReviewDue => {
            json!({})
        }
    };
    if let Value::Object(map) = &mut value {
        map.insert("event".into(), json!(happenings::kind(event)));
        map.insert("date".into(), json!(event.date.ascii()));
        if let Some(version) = &event.version {
            map.insert("version".into(), json!(version.as_str()));
        }
    }
    value
}

fn relation_name(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Replaces => "replaces",
        RelationKind::Implements => "implements",
        RelationKind::AnnexOf => "annex_of",
        RelationKind::Related => "related",
        RelationKind::BasedOn => "based_on",
    }
}

/// A relation, as the document that states it tells it.
pub(crate) fn relation(stated: &Stated) -> Value {
    let it = &stated.relation;
    let (to, title, url) = match &it.target {
        Target::Document(id) => (Some(id.as_str()), None, None),
        Target::Outside { title, url } => (None, Some(title), url.as_ref()),
    };
    json!({
        "relation": relation_name(it.kind),
        "version": stated.version.as_ref().map(VersionId::as_str),
        "to": to,
        "title": title,
        "url": url,
        "part": it.part,
        "from": it.from.map(Approx::ascii),
    })
}

/// A relation, as the document that it points to tells it.
pub(crate) fn inverse(stated: &Stated) -> Value {
    json!({
        "relation": relation_name(stated.relation.kind),
        "of": stated.from.as_str(),
        "version": stated.version.as_ref().map(VersionId::as_str),
        "part": stated.relation.part,
        "from": stated.relation.from.map(Approx::ascii),
    })
}
