//! What is known of a document, as its archive tells it: all that is stated, and the days on which each text
//! applies. Nothing here follows from the day, nor from when it was archived.

use serde_json::{Map, Value, json};

use crate::archive::dublin_core::Term;
use crate::base::date::{Approx, day_before};
use crate::model::address::Address;
use crate::model::front_matter::{Correction, Expectation, FollowUp, Rhythm};
use crate::model::life::Life;
use crate::model::register::Work;
use crate::model::relation::Target;
use crate::model::version::Version;
use crate::site::data;
use crate::site::library::{Library, title_of};

/// Which other documents name this one.
pub const RELATED_FROM: &str = "related_from";

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
    put("withdrawn", document.withdrawn.iter().map(data::withdrawn).collect());
    put("decisions", document.decisions.iter().map(data::decision).collect());
    put("follow_up", document.follow_up.iter().map(follow_up).collect());
    put("expects", document.expects.iter().map(expectation).collect());
    put("versions", decided(work).map(|(it, life)| version(library, work, it, life)).collect());
    put("relations", lineage.stated(&document.id).iter().map(data::relation).collect());
    put(RELATED_FROM, lineage.inverse(&document.id).iter().map(data::inverse).collect());
    put("events", work.events.iter().map(data::event).collect());
    Value::Object(map)
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
    for derived in ["adopted", "force", "review", "review_by"] {
        map.shift_remove(derived);
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
    let site = library.config.lang.tag();
    put(Term::Language, versions().map(|it| it.lang.clone().unwrap_or_else(|| site.to_owned())).collect());
    let related = library.register.lineage.stated(&document.id).iter().map(|it| match &it.relation.target {
        Target::Document(id) => id.to_string(),
        Target::Outside { title, .. } => title.clone(),
    });
    put(Term::Relation, related.collect());
    put(Term::Coverage, vec![library.config.name.clone()]);
    record
}
