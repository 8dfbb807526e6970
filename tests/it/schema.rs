//! The schema against the reader: it takes what the reader takes and refuses what the reader
//! refuses, as far as one file can tell. And it says in both languages what each key is for.

use std::collections::BTreeSet;
use std::path::Path;

use jsonschema::Validator;
use serde_json::Value;
use stadga::base::date::Date;
use stadga::base::fault::{Code, Fault, Severity};
use stadga::base::path::SitePath;
use stadga::base::snapshot::{Snapshot, Source};
use stadga::base::text::Text;
use stadga::model::config::{Config, FILE};
use stadga::model::front_matter::{FENCE, Part, read};
use stadga::model::shape::{self, FRONT_MATTER, SETTINGS, Shape, TABLES, Table};
use stadga::shell::key_words::KeyWords;
use stadga::shell::schema::{alone, both, text};
use stadga::shell::words::Language;

use crate::docs::{Block, HANDBOOK, blocks};

const CATALOGUE: &str = include_str!("../../src/shell/messages/keys/sv.ftl");
const SAMPLE: &str = "stadga.schema.json";

/// A table, its header in a file, and what must be there beside the key that is tried.
type Place = (&'static Table, &'static str, &'static [(&'static str, &'static str)]);

/// Where each table stands.
const PLACES: [Place; 17] = [
    (&FRONT_MATTER, "", &[]),
    (&shape::DECISION, "[[decisions]]", &[("act", "\"adopted\""), ("date", "2014-04-09")]),
    (&shape::CORRECTION, "[[corrections]]", &[("what", "\"x\"")]),
    (&shape::WITHDRAWAL, "[withdrawn]", &[("reason", "\"x\"")]),
    (&shape::RELATION, "[[replaces]]", &[("id", "\"x\"")]),
    (&shape::RESPONSIBLE, "[responsible]", &[]),
    (&shape::FOLLOW_UP, "[follow_up]", &[("what", "\"x\"")]),
    (&shape::EXPECTATION, "[expects]", &[("type", "\"plan\"")]),
    (&SETTINGS, "", &[("name", "\"Ekbo\"")]),
    (&shape::TYPE, "name = 'Ekbo'\n[types.x]", &[]),
    (&shape::BODY, "name = 'Ekbo'\n[bodies.x]", &[]),
    (
        &shape::STATEMENT,
        "name = 'Ekbo'\n[accessibility]",
        &[
            ("conformance", "\"fully\""),
            ("assessed", "2026-01-01"),
            ("method", "\"third-party\""),
            ("updated", "2026-01-01"),
            ("email", "\"x\""),
        ],
    ),
    (&shape::FAILING, ONE_OF_MANY[0], &[("what", "\"x\""), ("why", "\"x\"")]),
    (&shape::BURDEN, ONE_OF_MANY[1], &[("what", "\"x\""), ("why", "\"x\"")]),
    (&shape::COLORS, "name = 'Ekbo'\n[colors]", &[]),
    (&shape::ARCHIVE, "name = 'Ekbo'\n[archive]", &[("name", "\"x\"")]),
    (&shape::OUTSIDE_LAW, ONE_OF_MANY[2], &[("what", "\"x\"")]),
];

/// Where what is not accessible stands, in a statement without a fault.
const ONE_OF_MANY: [&str; 3] = [
    "name = 'Ekbo'\n[accessibility]\nconformance = 'not'\nassessed = 2026-01-01\nmethod = 'third-party'\nupdated = 2026-01-01\nemail = 'x'\n[[accessibility.failings]]",
    "name = 'Ekbo'\n[accessibility]\nconformance = 'not'\nassessed = 2026-01-01\nmethod = 'third-party'\nupdated = 2026-01-01\nemail = 'x'\n[[accessibility.burdens]]",
    "name = 'Ekbo'\n[accessibility]\nconformance = 'fully'\nassessed = 2026-01-01\nmethod = 'third-party'\nupdated = 2026-01-01\nemail = 'x'\n[[accessibility.outside_law]]",
];

/// Values of every sort, right somewhere and wrong elsewhere.
const VALUES: [&str; 37] = [
    "\"#0b5d3b\"",
    "\"#FFF\"",
    "\"#ffff\"",
    "\"ord\"",
    "\"\"",
    "60",
    "1.5",
    "true",
    "2014-04-09",
    "2014-04-09T10:00:00",
    "10:00:00",
    "\"2014-04\"",
    "\"HT 2014\"",
    "\"t.o.m.2019\"",
    "\"27 maj 2013\"",
    "2014",
    "\"tills vidare\"",
    "\"https://ekbo.example/a/\"",
    "\"ftp://ekbo.example\"",
    "\"en\"",
    "\"sv-FI\"",
    "\"svenska\"",
    "\"extended \"",
    "\"revidering\"",
    "\"årligen\"",
    "\"arligen\"",
    "\"år\"",
    "\"upphor\"",
    "\"filer\"",
    "\"bylaw\"",
    "[]",
    "[\"a\", 1]",
    "[true]",
    "{}",
    "{ id = \"x\" }",
    "[\"a\", { id = \"x\", part = 1 }]",
    "{ x = { name = \"X\" } }",
];

/// What one file shows to be wrong; the rest depends on dates and other files.
const SEEN: [Code; 6] = [
    Code::UnknownKey,
    Code::WrongType,
    Code::UnknownValue,
    Code::UnsafeLink,
    Code::BadBaseUrl,
    Code::NotAColor,
];

fn validator(table: &'static Table) -> Validator {
    let schema = alone(table);
    assert!(jsonschema::meta::is_valid(&schema), "{} is no schema", table.name);
    jsonschema::validator_for(&schema).expect("a schema")
}

/// TOML as the editors hand it to a schema: dates are text.
fn json(toml: &str) -> Value {
    fn of(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(date) => date.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(of).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, of(value))).collect(),
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(flag) => flag.into(),
        }
    }
    of(toml::Value::Table(toml::from_str(toml).unwrap_or_else(|fault| panic!("{fault}\n{toml}"))))
}

/// What the reader finds in settings or in front matter.
fn faults(settings: bool, toml: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    if settings {
        let mut snapshot = Snapshot::new(Date::constant(2026, 1, 1));
        snapshot.files.insert(SitePath::new(FILE), Source::Text(Text::new(toml)));
        Config::read(&snapshot, &mut faults);
    } else {
        let file = format!("{FENCE}\n{toml}\n{FENCE}\n");
        read(&SitePath::new("content/x.md"), &file, Part::Single, &mut faults);
    }
    faults.retain(|fault| fault.code.rule().severity != Severity::Note);
    faults
}

fn front_matter(file: &str) -> Option<&str> {
    let inside = file.strip_prefix("+++\n")?;
    Some(&inside[..inside.find("+++\n")?])
}

#[track_caller]
fn takes(validator: &Validator, path: &str, toml: &str) {
    let faults: Vec<String> =
        validator.iter_errors(&json(toml)).map(|it| format!("{}: {it}", it.instance_path())).collect();
    assert_eq!(faults, [""; 0], "{path}\n{toml}");
}

#[test]
fn the_sample_and_the_handbooks_examples_are_taken() {
    let (settings, documents) = (validator(&SETTINGS), validator(&FRONT_MATTER));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![(FILE.to_owned(), std::fs::read_to_string(root.join(FILE)).expect("the sample"))];
    for entry in walkdir::WalkDir::new(root.join("content")) {
        let entry = entry.expect("the sample can be read");
        if entry.path().extension().is_some_and(|kind| kind == "md") {
            let path = entry.path().display().to_string();
            files.push((path, std::fs::read_to_string(entry.path()).expect("the sample is UTF-8")));
        }
    }
    for block in blocks(HANDBOOK) {
        if let Block::File(example) = block {
            files.push((example.path.to_owned(), example.text));
        }
    }
    assert!(files.len() > 40, "only {} files", files.len());
    for (path, text) in &files {
        match front_matter(text) {
            Some(toml) => takes(&documents, path, toml),
            None => takes(&settings, path, text),
        }
    }
}

#[test]
fn the_schema_takes_what_the_reader_takes_and_refuses_what_it_refuses() {
    let (mut taken, mut refused) = (0, 0);
    for (table, header, needed) in PLACES {
        let in_settings = header.contains("Ekbo") || table.name == SETTINGS.name;
        let validator = validator(if in_settings { &SETTINGS } else { &FRONT_MATTER });
        for key in table.keys {
            for (name, value) in [key.en, key.sv].into_iter().flat_map(|name| VALUES.map(|it| (name, it))) {
                let beside = needed.iter().filter(|(other, _)| *other != key.en);
                let mut lines: Vec<String> =
                    beside.map(|(name, value)| format!("{name} = {value}")).collect();
                lines.insert(0, header.to_owned());
                lines.push(format!("{name} = {value}\n"));
                let toml = lines.join("\n");
                let said = faults(in_settings, &toml);
                let is_taken = validator.is_valid(&json(&toml));
                // Words to choose among are offered as they are written in the handbook.
                let is_choice = matches!((table.shape)(*key), Shape::Choice(_));
                let is_untidy = is_choice && (value == "\"\"" || value.contains(' '));
                if said.is_empty() && !is_untidy {
                    assert!(is_taken, "the reader takes this, the schema does not:\n{toml}");
                    taken += 1;
                }
                // JSON has no dates, so a schema cannot tell one from text.
                let is_date =
                    value.trim_matches(|it: char| it.is_ascii_digit() || "-:T".contains(it)).is_empty()
                        && value.contains(['-', ':']);
                if said.iter().any(|fault| SEEN.contains(&fault.code)) && !is_date {
                    assert!(!is_taken, "the reader refuses this, the schema does not: {said:?}\n{toml}");
                    refused += 1;
                }
            }
        }
    }
    assert!(taken > 1000 && refused > 1000, "{taken} taken, {refused} refused");
}

#[test]
fn what_is_wrong_is_refused() {
    let (settings, documents) = (validator(&SETTINGS), validator(&FRONT_MATTER));
    for wrong in [
        "tittel = 'IT-policy'",
        "antagen = 'igår'",
        "antagen = '20140409'",
        "galler_till = true",
        "protokoll = 'kf-2014'",
        "utkast = 'ja'",
        "andring = 'revidring'",
        "[[beslut]]\natgard = 'antagen'",
        "[[beslut]]\ndatum = 2014-04-09",
        "[[beslut]]\natgard = 'antagen'\ndatum = 2014-04-09\nparagaf = 7",
        "beslut = [[{ atgard = 'antagen', datum = 2014 }]]",
        "ersatter = { del = 'avsnitt 3' }",
        "ersatter = ['a', { id = 'b', dell = '3' }]",
        "ansvarig = { rol = 'IT-chef' }",
        "uppfoljning = { till = 'nämnden' }",
        "kraver = { typ = 'plan', varje = 'månad' }",
        "avpublicerad = { datum = 2014 }",
    ] {
        assert!(!documents.is_valid(&json(wrong)), "{wrong}");
    }
    for wrong in [
        "sprak = 'sv'",
        "namn = 'Ekbo'\nsprak = 'fi'",
        "namn = 'Ekbo'\nnam = 'Ekbo'",
        "namn = 'Ekbo'\nwebbadress = 'ekbo.example'",
        "namn = 'Ekbo'\noversyn_snart_dagar = '90'",
        "namn = 'Ekbo'\n[typer.Plan]\nnamn = 'Plan'",
        "namn = 'Ekbo'\n[typer.plan]\ngrupp = 'aktiv'",
        "namn = 'Ekbo'\n[organ.kf]\nfokortning = 'KF'",
        "namn = 'Ekbo'\n[organ]\nkf = 'Fullmäktige'",
        "namn = 'Ekbo'\ntillganglighet = 'helt'",
        "namn = 'Ekbo'\n[tillganglighet]\nforenlighet = 'nästan'",
        "namn = 'Ekbo'\n[[tillganglighet.brister]]\nvarfor = 'x'",
    ] {
        assert!(!settings.is_valid(&json(wrong)), "{wrong}");
    }
}

#[test]
fn both_schemas_in_one_take_either() {
    let schema = both();
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for good in ["namn = 'Ekbo'", "titel = 'IT-policy'\ntyp = 'policy'"] {
        takes(&validator, "", good);
    }
    assert!(!validator.is_valid(&json("namn = 'Ekbo'\ntitel = 'IT-policy'")));
    assert!(
        schema["definitions"]["settings"].is_object() && schema["definitions"]["front-matter"].is_object()
    );
}

#[test]
fn every_key_has_its_words_in_both_languages_and_no_words_lack_a_key() {
    let mut known = BTreeSet::new();
    for table in TABLES {
        for key in table.keys {
            let [sv, en] =
                [Language::Swedish, Language::English].map(|language| KeyWords::new(table, *key, language));
            for words in [&sv, &en] {
                // A message that lacks is its own name.
                for said in [words.title(), words.about(), words.value()] {
                    assert!(!said.is_empty() && !said.starts_with(&format!("{}-", table.name)), "{said}");
                }
                assert!(words.about().ends_with('.'), "{}: {}", key.en, words.about());
                assert!(!words.about().contains("]("), "an editor follows no link: {}", words.about());
            }
            assert_ne!(sv.about(), en.about(), "{}: not translated", key.en);
            known.insert(format!("{}-{}", table.name, key.en));
        }
    }
    let told: BTreeSet<String> = CATALOGUE
        .lines()
        .filter_map(|line| Some(line.split_once(" = ")?.0))
        .filter(|id| TABLES.iter().any(|table| id.starts_with(&format!("{}-", table.name))))
        .map(str::to_owned)
        .collect();
    assert_eq!(told, known);
}

#[test]
fn a_key_is_told_of_in_its_own_language() {
    let schema = alone(&FRONT_MATTER);
    let title = |name: &str| schema["properties"][name]["title"].as_str().map(str::to_owned);
    assert_eq!(title("antagen_av").as_deref(), Some("Antagen av"));
    assert_eq!(title("adopted_by").as_deref(), Some("Adopted by"));
    assert_eq!(schema["properties"]["andring"]["enum"][0], "ny");
    assert_eq!(schema["properties"]["change"]["enum"][0], "new");
}

/// `STADGA_REFRESH=1 cargo test schema` writes it anew.
#[test]
fn the_samples_schema_is_what_the_command_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SAMPLE);
    let printed = text(&alone(&SETTINGS));
    if std::env::var_os("STADGA_REFRESH").is_some() {
        std::fs::write(&path, &printed).expect("the schema can be written");
    }
    let kept = std::fs::read_to_string(&path).expect("the sample has its schema");
    assert!(kept == printed, "{SAMPLE} is old; STADGA_REFRESH=1 writes it anew");
    let sample = std::fs::read_to_string(path.with_file_name(FILE)).expect("the sample");
    assert!(sample.starts_with(&format!("#:schema ./{SAMPLE}\n")), "{FILE} does not name its schema");
}
