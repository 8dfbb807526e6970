//! What is known of a document, as its archive tells it: all that is stated, and the days on which each text
//! applies. Nothing here follows from the day, nor from when it was archived.

use serde_json::{Map, Value, json};

use crate::archive::dublin_core::Term;
use crate::base::date::{Approx, day_before};
use crate::model::address::{Address, encode};
use crate::model::front_matter::{Correction, Expectation, FollowUp, Rhythm};
use crate::model::id::DocId;
use crate::model::life::Life;
use crate::model::lineage::Stated;
use crate::model::register::Work;
use crate::model::relation::Target;
use crate::model::version::{Variant, Version};
use crate::site::data;
use crate::site::kinship;
use crate::site::library::{Library, title_of};

/// Which other documents name this one.
const RELATED_FROM: &str = "related_from";
/// What stands at a relation of the other document: how it is called, and where it is found.
const OF_THE_OTHER: [&str; 3] = ["title", "path", "url"];

/// All that is known.
pub fn metadata(library: &Library, work: &Work) -> Value {
    let document = &work.document;
    let lineage = &library.register.lineage;
    let mut map = Map::new();
    map.insert("id".into(), json!(document.id.as_str()));
    map.insert("title".into(), json!(title(work)));
    map.insert("municipality".into(), json!(library.config.name));
    map.insert("language".into(), json!(library.config.lang.tag()));
    map.insert("path".into(), json!(Address::Document(document.id.clone()).path()));
    let mut put = |key: &str, values: Vec<Value>| {
        if !values.is_empty() {
            map.insert(key.into(), Value::Array(values));
        }
    };
    put("aliases", document.aliases.iter().map(|alias| json!(alias)).collect());
    put("decisions", document.decisions.iter().map(data::decision).collect());
    put("follow_up", document.follow_up.iter().map(follow_up).collect());
    put("expects", document.expects.iter().map(expectation).collect());
    put("versions", decided(work).map(|(it, life)| version(library, work, it, life)).collect());
    put("relations", lineage.stated(&document.id).iter().map(|it| relation(library, it)).collect());
    let inverse = |it: &Stated| with_other(library, &it.from, data::inverse(it));
    put(RELATED_FROM, lineage.inverse(&document.id).iter().map(inverse).collect());
    put("events", work.events.iter().map(|it| data::event(it, document)).collect());
    map.extend(document.withdrawn.as_ref().map(|it| ("withdrawn".to_owned(), data::withdrawn(it))));
    Value::Object(map)
}

/// Without what is told of other documents: it is theirs to tell, and their archives do. A new title of another
/// document is nothing new of this one.
pub fn own(metadata: &Value) -> Value {
    let mut own = metadata.clone();
    if let Value::Object(map) = &mut own {
        map.shift_remove(RELATED_FROM);
    }
    let relations = own.get_mut("relations").and_then(Value::as_array_mut).into_iter().flatten();
    for relation in relations.filter_map(Value::as_object_mut) {
        if relation.get("to").is_some_and(Value::is_string) {
            relation.retain(|key, _| !OF_THE_OTHER.contains(&key.as_str()));
        }
    }
    own
}

/// Where a document is found on the web, if the site knows its own address.
pub fn web_address(library: &Library, id: &DocId) -> Option<String> {
    let base = library.config.base_url.as_ref()?;
    Some(format!("{}{}", base.url, encode(&Address::Document(id.clone()).path())))
}

fn relation(library: &Library, stated: &Stated) -> Value {
    let relation = data::relation(stated);
    match &stated.relation.target {
        Target::Document(id) => with_other(library, id, relation),
        Target::Outside { .. } => relation,
    }
}

/// With the title and the address of the other document: whoever reads this one has only its id to go by, and no
/// register to look it up in.
fn with_other(library: &Library, id: &DocId, mut relation: Value) -> Value {
    let path = Address::Document(id.clone()).path();
    let told =
        [library.register.work(id).map(|work| title(work).to_owned()), Some(path), web_address(library, id)];
    if let Value::Object(map) = &mut relation {
        map.extend(OF_THE_OTHER.into_iter().zip(told).map(|(key, value)| (key.to_owned(), json!(value))));
    }
    relation
}

/// The versions that are no drafts.
pub fn decided(work: &Work) -> impl DoubleEndedIterator<Item = (&Version, &Life)> {
    work.versions().filter(|(version, _)| !version.draft)
}

/// The title of the latest version.
pub fn title(work: &Work) -> &str {
    decided(work).next_back().map_or(work.document.id.as_str(), |(version, _)| title_of(version))
}

fn version(library: &Library, work: &Work, version: &Version, life: &Life) -> Value {
    let mut map = data::version(library, work, version, life);
    // What somebody must do follows from the day and from the settings; what is stated does not.
    let derived = ["adopted", "force", "review", "review_by"];
    // Of the file that is archived, and as the archive makes digests, it is told when that is.
    for key in derived.into_iter().chain(["source_blake3"]) {
        map.shift_remove(key);
    }
    let kind = version.kind.as_ref().and_then(|kind| library.config.kind(kind));
    let person = version.person.as_ref().filter(|_| library.config.show_persons);
    let rhythm = version.review.map(|rhythm| match rhythm {
        Rhythm::TermOfOffice => "term-of-office",
        Rhythm::Yearly => "yearly",
    });
    let stated = [
        ("type_name", kind.map(|kind| kind.name.clone())),
        ("review_by", version.review_by.map(Approx::ascii)),
        ("review", rhythm.map(str::to_owned)),
        ("person", person.cloned()),
        ("original", version.original.clone()),
    ];
    map.extend(stated.into_iter().filter_map(|(key, value)| Some((key.to_owned(), json!(value?)))));
    let mut put = |key: &str, values: Vec<Value>| {
        if !values.is_empty() {
            map.insert(key.into(), Value::Array(values));
        }
    };
    put("decisions", version.decisions.iter().map(data::decision).collect());
    put("corrections", version.corrections.iter().map(correction).collect());
    put("follow_up", version.follow_up.iter().map(follow_up).collect());
    put("expects", version.expects.iter().map(expectation).collect());
    put("applies", spans(life));
    Value::Object(map)
}

/// The days on which a text applies, both inclusive.
fn spans(life: &Life) -> Vec<Value> {
    let span = |period: &crate::model::period::Period| {
        let until = period.after.map(|after| day_before(after).to_string());
        json!({ "from": period.from.map(Approx::ascii), "until": until })
    };
    life.periods.iter().map(span).collect()
}

fn correction(correction: &Correction) -> Value {
    let date = correction.date.map(Approx::ascii);
    json!({ "date": date, "by": correction.by, "what": correction.what, "mandate": correction.mandate })
}

fn follow_up(follow_up: &FollowUp) -> Value {
    json!({ "what": follow_up.what, "to": follow_up.to, "every": follow_up.every })
}

fn expectation(expectation: &Expectation) -> Value {
    json!({ "type": expectation.kind, "per": expectation.per, "every_year": expectation.every_year })
}

/// The languages that a version can be read in. Easy Swedish is Swedish.
fn languages(library: &Library, version: &Version) -> impl Iterator<Item = String> {
    let own = version.lang.clone().unwrap_or_else(|| library.config.lang.tag().to_owned());
    let of_variant =
        |variant: &Variant| if variant.is_easy() { "sv".to_owned() } else { variant.tag.clone() };
    std::iter::once(own).chain(version.variants.iter().map(of_variant))
}

/// "Ersätter: Policy för IT, https://…", from either side.
fn in_words(library: &Library, stated: &Stated, inverse: bool) -> String {
    let relation = &stated.relation;
    let document = |id: &DocId| {
        let title = library.register.work(id).map_or(id.as_str(), title);
        let place = web_address(library, id).unwrap_or_else(|| Address::Document(id.clone()).path());
        (title.to_owned(), Some(place))
    };
    let (title, place) = match &relation.target {
        _ if inverse => document(&stated.from),
        Target::Document(id) => document(id),
        Target::Outside { title, url } => (title.clone(), url.clone()),
    };
    let words = library.theme.words(library.config.lang.tag());
    let other: Vec<String> = [Some(title), relation.part.clone(), place].into_iter().flatten().collect();
    format!("{}: {}", words.text(kinship::key(relation.kind, inverse), &[]), other.join(", "))
}

/// The same for any catalogue, in its fifteen words.
pub fn dublin_core(library: &Library, work: &Work, address: Option<&str>) -> Vec<(Term, String)> {
    let document = &work.document;
    let mut record = vec![(Term::Title, title(work).to_owned())];
    let mut put = |term: Term, values: Vec<String>| record.extend(values.into_iter().map(|it| (term, it)));
    let versions = || decided(work).map(|(version, _)| version);
    let adoptions = || versions().flat_map(Version::adoptions);
    put(Term::Title, versions().rev().map(|version| title_of(version).to_owned()).collect());
    put(Term::Creator, adoptions().filter_map(|it| Some(it.by.as_ref()?.name.clone())).collect());
    put(Term::Subject, versions().rev().flat_map(|version| version.keywords.clone()).collect());
    put(Term::Description, versions().rev().filter_map(|version| version.summary.clone()).take(1).collect());
    put(Term::Publisher, vec![library.config.name.clone()]);
    put(Term::Date, adoptions().filter_map(|decision| Some(decision.date?.ascii())).collect());
    let kinds = versions().rev().filter_map(|version| library.config.kind(version.kind.as_ref()?));
    put(Term::Type, kinds.map(|kind| kind.name.clone()).collect());
    put(Term::Type, vec!["Text".into()]);
    put(Term::Format, vec!["text/html".into(), "text/markdown".into()]);
    put(Term::Identifier, vec![document.id.to_string()]);
    put(Term::Identifier, address.map(str::to_owned).into_iter().collect());
    put(Term::Identifier, adoptions().filter_map(|decision| decision.reference.clone()).collect());
    put(Term::Language, versions().flat_map(|version| languages(library, version)).collect());
    let lineage = &library.register.lineage;
    let stated = lineage.stated(&document.id).iter().map(|it| in_words(library, it, false));
    put(
        Term::Relation,
        stated.chain(lineage.inverse(&document.id).iter().map(|it| in_words(library, it, true))).collect(),
    );
    put(Term::Coverage, vec![library.config.name.clone()]);
    record
}
