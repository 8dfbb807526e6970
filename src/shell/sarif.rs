//! Faults in SARIF 2.1.0, the form that code hosts and editors show beside the lines.

use serde_json::{Map, Value as Json, json};

use crate::base::fault::{Fault, RULES, Rule, Severity};
use crate::base::path::SitePath;
use crate::base::snapshot::Snapshot;
use crate::shell::spot::{Position, line_argument};
use crate::shell::words::Words;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// Stands for the site's folder: a report tells nothing of the computer it was made on.
const ROOT: &str = "%SRCROOT%";

/// The faults as one run of stadga.
pub fn sarif(faults: &[Fault], snapshot: &Snapshot, words: &Words) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "stadga",
                "version": version,
                "semanticVersion": version,
                "language": words.language.tag(),
                "rules": RULES.iter().map(|rule| rule_of(rule, words)).collect::<Vec<_>>(),
            }},
            "language": words.language.tag(),
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": true }],
            "results": faults.iter().map(|fault| result(fault, snapshot, words)).collect::<Vec<_>>(),
        }],
    });
    format!("{log:#}\n")
}

fn rule_of(rule: &Rule, words: &Words) -> Json {
    let said = words.rule(rule);
    json!({
        "id": rule.number,
        "name": pascal_case(rule.slug),
        "shortDescription": { "text": sentence(&said.what) },
        "fullDescription": { "text": said.why },
        "help": { "text": said.mend },
        "defaultConfiguration": { "level": level(rule) },
    })
}

fn result(fault: &Fault, snapshot: &Snapshot, words: &Words) -> Json {
    let rule = fault.code.rule();
    let said = words.fault(fault);
    let mut result = json!({
        "ruleId": rule.number,
        "ruleIndex": fault.code as usize,
        "level": level(rule),
        "message": { "text": format!("{} {}", sentence(&said.what), said.mend) },
    });
    if let Some(place) = &fault.place {
        let mut location = json!({ "artifactLocation": artifact(&place.path) });
        if let Some(range) = Position::of_place(place, snapshot) {
            location["region"] = region(range);
        } else if let Some(line) = line_argument(fault) {
            location["region"] = json!({ "startLine": line });
        }
        result["locations"] = json!([{ "physicalLocation": location }]);
    }
    if let Some(fix) = fix(fault, snapshot, &said.mend) {
        result["fixes"] = json!([fix]);
    }
    result
}

fn fix(fault: &Fault, snapshot: &Snapshot, mend: &str) -> Option<Json> {
    let path = &fault.place.as_ref()?.path;
    let text = snapshot.text(path.as_str())?;
    let replacements: Vec<Json> = fault
        .remedy
        .iter()
        .map(|it| {
            let (start, end) = it.range;
            let range = (Position::of(text.as_str(), start), Position::of(text.as_str(), end));
            let new = if text.crlf { it.text.replace('\n', "\r\n") } else { it.text.clone() };
            json!({ "deletedRegion": region(range), "insertedContent": { "text": new } })
        })
        .collect();
    (!replacements.is_empty()).then(|| {
        json!({
            "description": { "text": mend },
            "artifactChanges": [{ "artifactLocation": artifact(path), "replacements": replacements }],
        })
    })
}

fn artifact(path: &SitePath) -> Json {
    json!({ "uri": percent_encoded(path.as_str()), "uriBaseId": ROOT })
}

fn region((start, end): (Position, Position)) -> Json {
    let mut region = Map::new();
    for (name, value) in [
        ("startLine", start.line),
        ("startColumn", start.column),
        ("endLine", end.line),
        ("endColumn", end.column),
    ] {
        region.insert(name.into(), value.into());
    }
    region.into()
}

fn level(rule: &Rule) -> &'static str {
    match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// `unknown-key` as `UnknownKey`.
fn pascal_case(slug: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    slug.split('-').map(capital).collect()
}

fn sentence(what: &str) -> String {
    format!("{what}.")
}

/// A path as a relative reference (RFC 3986).
fn percent_encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let part = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.bytes().map(part).collect()
}
