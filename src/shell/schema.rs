//! `stadga schema`: the JSON Schema of front matter and of `stadga.toml`, for text editors.
//!
//! Draft-07, which every editor reads. Two editors' servers decide its form, Taplo (Even Better
//! TOML) and Tombi:
//! - A property is written out where it stands. Beside a `$ref`, Taplo shows no title.
//! - What may be one or a list has both in one schema (`type`, `items`, `properties`) and no
//!   `anyOf`, so that a fault is told of in its own line and not for all of the list.
//! - No `allOf` for a table: Taplo then offers none of its keys.
//! - TOML's own dates are text of the format `date`: Tombi takes them for nothing else.
//!
//! It takes all that the reader takes without fault, but for the letter case of words to choose
//! among. It cannot know other files: whether a type, a body or a document exists.

use clap::Arg;
use clap::builder::{PossibleValue, PossibleValuesParser};
use serde_json::{Map, Value, json};

use crate::model::keys::Key;
use crate::model::shape::{FRONT_MATTER, SETTINGS, Shape, Table};
use crate::shell::args::{Call, Exit, Verb};
use crate::shell::error::Error;
use crate::shell::key_words::KeyWords;
use crate::shell::terminal::answer;
use crate::shell::words::{Language, Words};

/// The command.
pub const VERB: Verb = Verb { name: "schema", parts: &[], options, run };

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";
/// As [`crate::model::id::is_id`] has it, but for its length and what Windows forbids.
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
/// A year is in every date; a time of day in none. Nothing counts as not given, here and below.
const DATE: &str = r"^\s*$|^([^:]*[^0-9:])?[1-9][0-9]{3}([^0-9:][^:]*)?$";
const URL: &str = r"^\s*(https?://|$)";
const BASE_URL: &str = r"^\s*(https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9/._~%-]*)?)?\s*$";
const COLOR: &str = r"^\s*(#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}))?\s*$";
const LANGUAGE: &str = r"^\s*([a-z]{2,3}(-[A-Za-z0-9]+)*)?\s*$";

/// What has a schema of its own, and its Swedish name.
const PARTS: [(&Table, &str); 2] = [(&SETTINGS, "installningar"), (&FRONT_MATTER, "dokument")];

fn options(words: &'static Words) -> Vec<Arg> {
    let parts = PARTS.map(|(table, swedish)| PossibleValue::new(table.name).alias(swedish));
    let part = Arg::new("part")
        .value_name(words.label("value-part"))
        .value_parser(PossibleValuesParser::new(parts))
        .hide_possible_values(true)
        .help(words.text("help-part"));
    vec![part]
}

fn run(call: &Call) -> Result<Exit, Error> {
    let asked = call.matches.get_one::<String>("part");
    let part = asked.and_then(|name| PARTS.iter().find(|(table, sv)| name == table.name || name == sv));
    answer(&text(&part.map_or_else(both, |(table, _)| alone(table))))?;
    Ok(Exit::Fine)
}

/// A schema as the command prints it.
pub fn text(schema: &Value) -> String {
    format!("{schema:#}\n")
}

/// The schema of the settings or of front matter.
pub fn alone(table: &'static Table) -> Value {
    let mut definitions = Map::new();
    let content = object(table, &mut definitions);
    document(table.name, content, definitions)
}

/// Both in one, as definitions.
pub fn both() -> Value {
    let mut definitions = Map::new();
    let parts = [&SETTINGS, &FRONT_MATTER].map(|table| {
        let titled = [heading(table.name), object(table, &mut definitions)].into_iter().flatten();
        definitions.insert(table.name.to_owned(), Value::Object(titled.collect()));
        reference(table)
    });
    document("schema", fields(json!({ "anyOf": parts })), definitions)
}

fn document(name: &str, content: Map<String, Value>, definitions: Map<String, Value>) -> Value {
    let draft = fields(json!({ "$schema": DRAFT }));
    let mut document: Map<String, Value> = [draft, heading(name), content].into_iter().flatten().collect();
    document.insert("definitions".into(), definitions.into());
    Value::Object(document)
}

/// The title and description of a whole schema: in Swedish, since no key tells the language.
fn heading(name: &str) -> Map<String, Value> {
    let words = Words::of_keys(Language::Swedish);
    fields(json!({ "title": words.text(name), "description": words.text(&format!("{name}.about")) }))
}

/// A table: its keys in both languages, and no others.
fn object(table: &'static Table, definitions: &mut Map<String, Value>) -> Map<String, Value> {
    let mut properties = Map::new();
    for key in table.keys {
        for language in [Language::Swedish, Language::English] {
            let name = if language == Language::Swedish { key.sv } else { key.en };
            if !properties.contains_key(name) {
                properties.insert(name.to_owned(), property(table, *key, language, definitions));
            }
        }
    }
    let mut object = fields(json!({
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    }));
    if !table.needs.is_empty() {
        let needed: Vec<Value> =
            needed(table.needs).into_iter().map(|names| json!({ "required": names })).collect();
        object.insert("anyOf".into(), needed.into());
    }
    object
}

/// Every way to give one key of each group, in either language.
fn needed(groups: &[&[Key]]) -> Vec<Vec<&'static str>> {
    let Some((first, rest)) = groups.split_first() else { return vec![Vec::new()] };
    let mut names: Vec<&'static str> = first.iter().flat_map(|key| [key.sv, key.en]).collect();
    names.dedup();
    let rest = needed(rest);
    names.iter().flat_map(|name| rest.iter().map(move |more| [&[*name], more.as_slice()].concat())).collect()
}

fn property(
    table: &'static Table,
    key: Key,
    language: Language,
    definitions: &mut Map<String, Value>,
) -> Value {
    let words = KeyWords::new(table, key, language);
    let value = Words::of_keys(language).say("value", &[("is", words.value().into())]);
    let about = json!({ "title": words.title(), "description": format!("{}\n\n{value}", words.about()) });
    let value = value_of((table.shape)(key), language, definitions);
    Value::Object(fields(about).into_iter().chain(value).collect())
}

fn value_of(shape: Shape, language: Language, definitions: &mut Map<String, Value>) -> Map<String, Value> {
    let text = || json!({ "type": ["string", "integer"] });
    let pattern = |pattern| json!({ "type": "string", "pattern": pattern });
    let day = || json!({ "type": "string", "format": "date" });
    match shape {
        Shape::Text
        | Shape::Type
        | Shape::Body
        | Shape::Document
        | Shape::Name
        | Shape::File
        | Shape::Year => fields(text()),
        Shape::Texts | Shape::Bodies => {
            fields(json!({ "type": ["string", "integer", "array"], "items": text() }))
        }
        Shape::Url => fields(pattern(URL)),
        Shape::BaseUrl => fields(pattern(BASE_URL)),
        Shape::Language => fields(pattern(LANGUAGE)),
        Shape::Date => fields(json!({ "anyOf": [day(), pattern(DATE), { "type": "integer" }] })),
        Shape::Day => fields(json!({ "anyOf": [day(), pattern(DATE)] })),
        Shape::Moment => fields(json!({ "anyOf": [day(), text()] })),
        Shape::Color => fields(pattern(COLOR)),
        Shape::Flag => fields(json!({ "type": "boolean" })),
        Shape::Number => fields(json!({ "type": "integer" })),
        Shape::Choice(choices) => {
            let (own, other): (Vec<_>, Vec<_>) = match language {
                Language::Swedish => choices.into_iter().map(|(en, sv)| (sv, en)).unzip(),
                Language::English => choices.into_iter().unzip(),
            };
            let mut words: Vec<&str> = Vec::new();
            for word in own.into_iter().chain(other) {
                if !words.contains(&word) {
                    words.push(word);
                }
            }
            fields(json!({ "type": "string", "enum": words }))
        }
        Shape::Relations(table) => one_or_list(table, &["string", "object"], definitions),
        Shape::Entries(table) | Shape::Inline(table) => one_or_list(table, &["object"], definitions),
        Shape::Table(table) => object(table, definitions),
        Shape::Role(table) => with_type(object(table, definitions), &["string", "integer", "object"]),
        Shape::Named(table) => {
            let entry = object(table, definitions);
            definitions.insert(table.name.to_owned(), entry.into());
            fields(json!({
                "type": "object",
                "additionalProperties": false,
                "patternProperties": { ID: reference(table) },
            }))
        }
        Shape::Reserved => Map::new(),
    }
}

/// What may stand alone or in a list.
fn one_or_list(
    table: &'static Table,
    types: &[&str],
    definitions: &mut Map<String, Value>,
) -> Map<String, Value> {
    let one = with_type(object(table, definitions), types);
    let mut either = with_type(one.clone(), &[types, &["array"]].concat());
    either.insert("items".into(), reference(table));
    definitions.insert(table.name.to_owned(), one.into());
    either
}

fn with_type(mut schema: Map<String, Value>, types: &[&str]) -> Map<String, Value> {
    let types = if let [only] = types { json!(only) } else { json!(types) };
    schema.insert("type".into(), types);
    schema
}

fn reference(table: &Table) -> Value {
    json!({ "$ref": format!("#/definitions/{}", table.name) })
}

/// The members of an object that is written as one.
fn fields(object: Value) -> Map<String, Value> {
    match object {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
