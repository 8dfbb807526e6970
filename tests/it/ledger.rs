//! The law of the register's data: what it tells of a day is the row that a build of that day prints.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use stadga::base::date::{Date, day_before, next_day};
use stadga::base::path::OutPath;
use stadga::build::{Options, Recipe, build};
use stadga::site::parts::{DateView, LinkView, Row};
use stadga::site::recipe::View;
use stadga::site::view::RegisterView;

use crate::coming::odd;
use crate::corpus::Corpus;
use crate::site::Site;
use crate::told::{File, index, text};

/// The register as a build of a day has it.
#[track_caller]
fn register(site: &Site, date: Date) -> RegisterView {
    let build = build(site.snapshot(), &Options { date: Some(date), drafts: true, ..Options::default() });
    match build.recipe(&OutPath::new("dokument/index.html")) {
        Some(Recipe::Page { view, .. }) => match *view {
            View::Register(register) => register,
            other => panic!("the register is shown as {other:?}"),
        },
        other => panic!("the register is made by {other:?}"),
    }
}

fn data(register: &RegisterView) -> Value {
    let filter = register.filter.as_ref().expect("the register can be filtered");
    serde_json::from_str(&filter.data).expect("JSON")
}

/// What a document's steps add up to on a day.
fn facts_on(document: &Value, day: Date) -> Map<String, Value> {
    let day = day.to_string();
    let steps = document["steps"].as_array().expect("steps");
    let mut facts = Map::new();
    for step in steps.iter().take_while(|step| step["from"].as_str().is_none_or(|from| from <= day.as_str()))
    {
        facts.extend(step.as_object().expect("facts").clone());
    }
    facts
}

/// A row as the data tells it.
fn told(data: &Value, id: &str, facts: &Map<String, Value>) -> Value {
    let of = |key: &str| facts.get(key).unwrap_or(&Value::Null);
    let link = |name: &Value| json!([name, data["bodies"][name.as_str().expect("a name")]["href"]]);
    let kind = &data["types"][of("type").as_str().unwrap_or("")];
    let tail = data["tail"].as_str().expect("an ending");
    json!({
        "title": of("title"),
        "lang": of("lang"),
        "href": format!("{id}/{tail}"),
        "series": of("series"),
        "kind": if kind.is_null() { json!([data["words"]["missing"], null]) } else { json!([kind["text"], kind["href"]]) },
        "bodies": of("bodies").as_array().map_or_else(Vec::new, |names| names.iter().map(link).collect()),
        "force": of("force"),
        "label": data["states"][of("force").as_str().expect("a state")]["label"],
        "since": date_of(data, of("since")),
        "earlier": of("earlier"),
        "until": date_of(data, of("until")),
        "review": date_of(data, of("review")),
        "overdue": of("overdue") == true,
        "version": of("name"),
    })
}

/// A date in words, as the script makes them.
fn date_of(data: &Value, written: &Value) -> Value {
    let Some(text) = written.as_str() else { return Value::Null };
    let parts: Vec<&str> = text.split('-').collect();
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<usize>().ok());
    let is_date = parts[0].len() == 4 && (0..parts.len()).all(|at| number(at).is_some());
    let pattern = match parts.len() {
        _ if !is_date => return json!(["", text]),
        1 => return json!([text, text]),
        2 => "month",
        _ => "day",
    };
    let month = data["dates"]["months"][number(1).expect("a month") - 1].as_str().expect("its name");
    let words = data["dates"][pattern].as_str().expect("a pattern").replace("{year}", parts[0]);
    let day = number(2).map(|day| day.to_string()).unwrap_or_default();
    json!([text, words.replace("{month}", month).replace("{day}", &day)])
}

/// A row as the page prints it.
fn printed(row: &Row) -> Value {
    let link = |link: &LinkView| json!([link.text, link.href]);
    let date = |date: &Option<DateView>| date.as_ref().map(|date| json!([date.iso, date.text]));
    json!({
        "title": row.title,
        "lang": row.lang,
        "href": row.href,
        "series": row.series,
        "kind": link(&row.kind),
        "bodies": row.bodies.iter().map(link).collect::<Vec<_>>(),
        "force": row.state.force,
        "label": row.state.label,
        "since": date(&row.since),
        "earlier": row.earlier,
        "until": date(&row.until),
        "review": date(&row.review),
        "overdue": row.overdue,
        "version": row.version,
    })
}

/// Holds the data of one build to the rows of builds of other days; how many differ from the first.
#[track_caller]
fn hold(site: &Site, built: &str, days: &[Date]) -> usize {
    let data = data(&register(site, day(built)));
    let documents: BTreeMap<&str, &Value> = data["documents"]
        .as_array()
        .expect("documents")
        .iter()
        .map(|document| (document["id"].as_str().expect("an id"), document))
        .collect();
    let mut seen = BTreeSet::new();
    for asked in days {
        let rows = register(site, *asked).groups.remove(0).rows;
        assert_eq!(rows.len(), documents.len(), "{asked}");
        for row in &rows {
            let facts = facts_on(documents[row.id.as_str()], *asked);
            let printed = printed(row);
            assert_eq!(told(&data, &row.id, &facts), printed, "{} on {asked}", row.id);
            seen.insert(printed.to_string());
        }
    }
    seen.len()
}

fn day(date: &str) -> Date {
    date.parse().unwrap_or_else(|fault| panic!("{date}: {fault}"))
}

/// Each of some change dates, with the day before and the day after.
fn around(site: &Site, step: usize) -> Vec<Date> {
    let build = site.build();
    let dates = build.library().expect("a site").register.change_dates();
    dates.into_iter().step_by(step).flat_map(|day| [day_before(day), day, next_day(day)]).collect()
}

fn sample() -> Site {
    Site::folder(Path::new(env!("CARGO_MANIFEST_DIR")))
}

#[test]
fn the_samples_register_tells_any_day_as_a_build_of_that_day_does() {
    let site = sample();
    let seen = hold(&site, "2026-11-22", &around(&site, 3));
    assert!(seen > 60, "{seen} rows prove nothing");
}

#[test]
fn every_way_in_which_time_changes_a_document_is_told() {
    let site = Site::of(odd());
    assert!(hold(&site, "2020-01-01", &around(&site, 1)) > 20);
}

#[test]
fn a_generated_register_tells_any_day() {
    let corpus = Corpus { documents: 40, versions: 3, words: 20, seed: 7 };
    let site = Site::of(corpus.files());
    assert!(hold(&site, "2030-01-01", &around(&site, 11)) > 100);
}

/// Any facts that a document can have over time, in any mixture.
fn documents() -> impl Strategy<Value = Vec<File>> {
    let day = || (2010..2016_i16, 1..13_i8, 1..28_i8).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"));
    let moment = || prop_oneof![3 => day(), 1 => (2010..2016_i16).prop_map(|year| format!("'HT {year}'"))];
    let fact = prop_oneof![
        moment().prop_map(|date| format!("valid_from = {date}")),
        moment().prop_map(|date| format!("valid_until = {date}")),
        Just("valid_until = 'tills vidare'".to_owned()),
        day().prop_map(|date| format!("review_by = {date}")),
        Just("keywords = ['Arkiv', '</script>']".to_owned()),
        Just("lang = 'en'".to_owned()),
    ];
    let acts = prop::sample::select(vec!["extended", "repealed", "annulled", "reinstated", "reviewed"]);
    let decision = (acts, day(), prop::option::of(day())).prop_map(|(act, date, until)| {
        let until = until.map_or(String::new(), |until| format!("; until = {until}"));
        format!("[[decisions]]; act = '{act}'; by = 'KS'; date = {date}{until}")
    });
    let version = (day(), vec(fact, 0..4), vec(decision, 0..4)).prop_map(|(adopted, facts, decisions)| {
        let keys: BTreeMap<String, String> =
            facts.into_iter().map(|it| (it.split(' ').next().unwrap_or("").to_owned(), it)).collect();
        (adopted, keys.into_values().chain(decisions).collect::<Vec<_>>().join("; "))
    });
    let document = (vec(version, 1..4), prop::option::of(day()));
    vec(document, 1..4).prop_map(|documents| {
        let mut files = Vec::new();
        for (number, (versions, withdrawn)) in documents.into_iter().enumerate() {
            for (at, (adopted, facts)) in versions.into_iter().enumerate() {
                let title = format!("title = 'Titel {at}'");
                files.push(text(&format!("d{number}/{adopted}"), &format!("{title}; {facts}")));
            }
            let reason = |day| format!("withdrawn = {{ date = {day}, by = 'KS', reason = 'Sekretess' }}");
            let replaces = format!("replaces = 'd{}'", (number + 1) % 3);
            let facts = [withdrawn.map(reason), (number == 0).then_some(replaces)];
            files.push(index(
                &format!("d{number}"),
                &facts.into_iter().flatten().collect::<Vec<_>>().join("; "),
            ));
        }
        files
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_register_tells_any_day(files in documents(), built in 2009..2018_i16) {
        let site = Site::of(files);
        let mut days = around(&site, 2);
        days.truncate(60);
        hold(&site, &format!("{built}-07-01"), &days);
    }
}

#[test]
fn the_data_cannot_end_its_own_element() {
    let site = Site::of([text("a/2014-04-09", "title = '</script><b>'; summary = '<!-- & -->'")]);
    let page = site.page("/dokument/");
    let data =
        page.split("id=\"s-data\">").nth(1).and_then(|rest| rest.split("</script>").next()).expect("data");
    assert!(!data.contains('<'), "{data}");
    let data: Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(data["documents"][0]["steps"][0]["title"], "</script><b>");
    assert_eq!(data["documents"][0]["also"], "<!-- & -->");
}

#[test]
fn links_lead_to_files_where_the_site_says_so() {
    let settings = "name = 'X'\nbase_url = 'https://x.example/'\nlinks = 'files'\n";
    let site = Site::of([text("a/2014-04-09", "")]).file("stadga.toml", settings);
    assert_eq!(data(&register(&site, day("2020-01-01")))["tail"], "index.html");
    hold(&site, "2020-01-01", &[day("2010-01-01"), day("2015-01-01")]);
}

#[test]
fn the_form_offers_what_some_document_has() {
    let site = Site::of([
        text("a/2014-04-09", "keywords = ['Östra', 'arkiv', '!']"),
        text("a/2018-01-15", "type = 'plan'; adopted_by = 'KS'; keywords = ['arkiv']"),
        text("b/2016-05-05", "adopted_by = 'Någon annan'"),
    ]);
    let filter = register(&site, day("2020-01-01")).filter.expect("a filter");
    let values = |options: &[stadga::site::view::OptionView]| -> Vec<String> {
        options.iter().map(|option| option.value.clone()).collect()
    };
    assert_eq!(values(&filter.types), ["plan", "policy"]);
    assert_eq!(values(&filter.bodies), ["kommunfullmaktige", "kommunstyrelsen"]);
    assert_eq!(values(&filter.subjects), ["arkiv", "ostra"]);
    assert_eq!(values(&filter.years), ["2018", "2016", "2014"]);
    assert_eq!(filter.states[0].value, "galler");
    assert_eq!(register(&Site::empty(), day("2020-01-01")).filter, None);
}

/// What is taken down is not found by what it said.
#[test]
fn a_document_that_was_taken_down_is_not_searched_by_its_summary() {
    let site = Site::of([
        text("a/2014-04-09", "summary = 'Hemligt'"),
        index("a", "withdrawn = { date = 2019-02-03, by = 'KS', reason = 'Sekretess' }"),
    ]);
    let also = |date| data(&register(&site, day(date)))["documents"][0]["also"].clone();
    assert_eq!(also("2019-02-02"), "Hemligt");
    assert_eq!(also("2019-02-03"), "");
}
