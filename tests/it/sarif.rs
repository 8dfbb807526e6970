//! The report in SARIF: it follows the schema of its standard, and says where in the file.

use std::path::Path;
use std::process::Command;

use serde_json::Value as Json;
use stadga::base::fault::{Fault, RULES};
use stadga::shell::sarif::sarif;
use stadga::shell::words::{Language, Words};

use crate::fault_cases::sites;
use crate::site::Site;

/// The schema of SARIF 2.1.0, out of a package that is fetched and never built.
fn schema() -> Json {
    let arguments = ["metadata", "--format-version", "1", "--locked"];
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Json = serde_json::from_slice(&output.stdout).expect("cargo says what it has");
    let packages = metadata["packages"].as_array().expect("packages");
    let package = packages.iter().find(|it| it["name"] == "serde-sarif").expect("it is in Cargo.toml");
    let manifest = Path::new(package["manifest_path"].as_str().expect("a path"));
    let text = std::fs::read_to_string(manifest.with_file_name("src").join("schema.json"));
    // A bracket too many in the pattern of languages: some readers of patterns forgive it, not all.
    let text = text.expect("the package has it").replace("{2}]?$", "{2}$");
    let schema: Json = serde_json::from_str(&text).expect("JSON");
    assert!(schema["title"].as_str().is_some_and(|it| it.contains("2.1.0")), "another schema");
    schema
}

fn log(site: &Site, faults: &[Fault], language: Language) -> Json {
    let text = sarif(faults, site.snapshot(), Words::of(language));
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn every_report_follows_the_schema() {
    let validator = jsonschema::validator_for(&schema()).expect("a schema");
    for site in sites().chain([Site::empty()]) {
        let faults = site.build().faults;
        for language in [Language::Swedish, Language::English] {
            let log = log(&site, &faults, language);
            let wrong: Vec<String> =
                validator.iter_errors(&log).map(|it| format!("{}: {it}", it.instance_path())).collect();
            assert_eq!(wrong, [""; 0], "{log:#}");
            assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(faults.len()));
        }
    }
    let mut broken = log(&Site::empty(), &[], Language::Swedish);
    broken["runs"][0]["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] = "fel".into();
    assert!(!validator.is_valid(&broken), "a validator that finds nothing proves nothing");
}

#[test]
fn a_result_stands_where_the_fault_does() {
    let site = Site::new(
        "//- content/år 1/a.md\n+++\ntitle = 'Å'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014\n+++\nÅäö [b](ingen.md).",
    );
    let faults = site.build().faults;
    let log = log(&site, &faults, Language::Swedish);
    let run = &log["runs"][0];
    assert_eq!(
        (run["language"].as_str(), run["columnKind"].as_str()),
        (Some("sv"), Some("unicodeCodePoints"))
    );
    let result = run["results"].as_array().and_then(|all| all.iter().find(|it| it["ruleId"] == "S060"));
    let result = result.expect("the link leads nowhere");
    let location = &result["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "content/%C3%A5r%201/a.md");
    assert_eq!(location["artifactLocation"]["uriBaseId"], "%SRCROOT%");
    let region =
        ["startLine", "startColumn", "endLine", "endColumn"].map(|it| location["region"][it].as_u64());
    assert_eq!(region, [Some(7), Some(5), Some(7), Some(18)]);
    assert_eq!(result["level"], "error");
    assert!(result["message"]["text"].as_str().is_some_and(|it| it.starts_with("Länken ”ingen.md” leder")));
}

#[test]
fn a_safe_remedy_is_a_fix() {
    let site = Site::new(
        "//- content/a.md\n+++\ntitell = 'Å'\ntyp = 'policy'\nantagen_av = 'KF'\nantagen = 2014\n+++\nText",
    );
    let log = log(&site, &site.build().faults, Language::Swedish);
    let results = log["runs"][0]["results"].as_array().expect("results");
    let result = results.iter().find(|it| it["ruleId"] == "S023").expect("a misspelt key");
    let change = &result["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "content/a.md");
    let replacement = &change["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "titel");
    assert_eq!(
        (&replacement["deletedRegion"]["startLine"], &replacement["deletedRegion"]["endColumn"]),
        (&2.into(), &7.into())
    );
    assert!(results.iter().all(|it| it["ruleId"] == "S023" || it["fixes"].is_null()));
}

#[test]
fn every_rule_is_told_at_its_own_index() {
    let log = log(&Site::empty(), &[], Language::English);
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), RULES.len());
    for (row, rule) in rules.iter().zip(RULES) {
        assert_eq!(row["id"], rule.number);
    }
    assert_eq!(rules.iter().find(|it| it["id"] == "S023").expect("it is there")["name"], "UnknownKey");
    for site in sites() {
        for fault in site.build().faults {
            assert_eq!(RULES[fault.code as usize].number, fault.code.rule().number);
            assert!(
                fault.place.is_some(),
                "a fault that stands nowhere is not shown by code hosts: {fault:?}"
            );
        }
    }
}
