//! `stadga list`: which documents, in which order, in which form.

use serde_json::Value as Json;
use stadga::model::validity::Force;

use crate::shell_cli::{Site, with_error};

fn document(site: &Site, id: &str, title: &str, facts: &str) {
    let head = format!("title = \"{title}\"\nadopted_by = \"Kommunfullmäktige\"\nadopted = 2014-04-09");
    site.put(&format!("content/{id}.md"), format!("+++\n{head}\n{facts}\n+++\n\nText.\n"));
}

/// Five documents: in force, in force with a term, with a review, over, to come.
fn site() -> Site {
    let site = Site::new();
    document(&site, "angsplan", "Ängsplan", "type = \"plan\"\nvalid_until = 2026-12-31");
    document(&site, "aldreplan", "Äldre, \\\"gammal\\\" plan", "type = \"plan\"\nvalid_until = 2015-12-31");
    document(&site, "zonpolicy", "Zonpolicy", "type = \"policy\"\nreview_by = 2026-11-01");
    document(&site, "badplan", "Badplan", "type = \"plan\"\nvalid_from = 2027-03-01");
    site
}

fn ids(site: &Site, arguments: &str) -> Vec<String> {
    let ran = site.run(&format!("list --date 2026-11-22 --format json {arguments}")).code(0);
    let rows: Json = serde_json::from_str(&ran.out).unwrap();
    rows.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn documents_stand_in_the_order_of_the_website() {
    assert_eq!(ids(&site(), ""), ["badplan", "it-policy", "zonpolicy", "aldreplan", "angsplan"]);
}

#[test]
fn a_state_is_chosen_by_the_sites_words_or_the_datas() {
    let site = site();
    let in_force = ["it-policy", "zonpolicy", "angsplan"];
    for word in ["gäller", "Gäller", "galler", "in-force"] {
        assert_eq!(ids(&site, &format!("--state {word}")), in_force, "{word}");
    }
    assert_eq!(ids(&site, "--state kommande,term-passed"), ["badplan", "aldreplan"]);
    assert_eq!(ids(&site, "--state kommande --state giltighetstiden-har-gått-ut"), ["badplan", "aldreplan"]);
    for state in Force::SLUGS {
        ids(&site, &format!("--state {state}"));
    }
    site.run("list --state galer").code(2).says("Menade du ”Gäller”?").says("Äldre lydelse");
}

#[test]
fn a_type_is_chosen_by_its_id_or_name() {
    let site = site();
    site.put(
        "stadga.toml",
        "name = \"Exempelby\"\nbase_url = \"https://example.se/\"\n[types.plan]\nname = \"Färdplan\"\n",
    );
    assert_eq!(ids(&site, "--type färdplan,policy").len(), 5);
    assert_eq!(ids(&site, "--type policyer"), ["it-policy", "zonpolicy"]);
    site.run("list --type polcy").code(2).says("Menade du ”policy”?").says("handlingsplan");
}

#[test]
fn what_is_due_is_what_somebody_must_see_to() {
    let site = site();
    assert_eq!(ids(&site, "--due 0"), ["zonpolicy", "aldreplan"], "overdue, and long over");
    assert_eq!(ids(&site, "--due 38"), ["zonpolicy", "aldreplan"]);
    assert_eq!(ids(&site, "--due 39"), ["zonpolicy", "aldreplan", "angsplan"], "its last day");
    assert_eq!(ids(&site, "--due 39 --state gäller"), ["zonpolicy", "angsplan"]);
    // A successor is decided: nobody has to do anything.
    document(&site, "nyplan", "Ny plan", "type = \"plan\"\nvalid_from = 2027-01-01\nreplaces = \"angsplan\"");
    assert_eq!(ids(&site, "--due 39"), ["zonpolicy", "aldreplan"]);
    site.run("list --due snart").code(2).says("antal dagar");
}

#[test]
fn csv_is_what_rfc_4180_says() {
    let out = site().run("list --date 2026-11-22 --format csv").code(0).out;
    let lines: Vec<&str> = out.split("\r\n").collect();
    assert_eq!(
        lines[0],
        "id,title,path,version,type,adopted_by,adopted,valid_from,valid_until,last_day,force,review_by,review"
    );
    assert_eq!(
        lines[4],
        "aldreplan,\"Äldre, \"\"gammal\"\" plan\",dokument/aldreplan/,2014-04-09,plan,Kommunfullmäktige,\
         2014-04-09,2014-04-09,2015-12-31,2015-12-31,term-passed,,"
    );
    assert_eq!((lines.len(), lines[6]), (7, ""));
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    assert_eq!(reader.records().map(Result::unwrap).count(), 5);
}

#[test]
fn both_forms_for_programs_have_the_fields_of_the_register_file() {
    let site = site();
    let json = site.run("list --format json").code(0).out;
    let csv = site.run("list --format csv").code(0).out;
    let json: Json = serde_json::from_str(&json).unwrap();
    let fields: Vec<&str> = json[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields.join(","), csv.lines().next().unwrap());
    site.run("build").code(0);
    let register = std::fs::read_to_string(site.path().join("output/data/register.json")).unwrap();
    // Who adopted it and when stand within `adopted` there, since bodies may decide jointly.
    for field in fields.iter().filter(|field| **field != "adopted_by" && **field != "version") {
        assert!(register.contains(&format!("\"{field}\":")), "{field}");
    }
}

#[test]
fn people_get_columns_and_a_count() {
    let ran = site().run("list --date 2026-11-22").code(0).says("5 dokument.");
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 6, "{}", ran.out);
    assert!(lines[0].starts_with("Namn "), "{}", lines[0]);
    assert!(lines[3].ends_with("2026-11-01 försenad"), "{}", lines[3]);
    let at = |line: &str, word: &str| line[..line.find(word).unwrap()].chars().count();
    assert_eq!(at(lines[0], "Dokument"), at(lines[5], "Ängsplan"));
    let none = site().run("list --state upphävd").code(0).says("Inga dokument.");
    assert_eq!(none.out, "");
}

#[test]
fn drafts_are_shown_only_if_asked_for() {
    let site = site();
    document(&site, "utkast", "Utkast till plan", "type = \"plan\"\ndraft = true");
    assert_eq!(ids(&site, "").len(), 5);
    assert_eq!(ids(&site, "--drafts --state utkast"), ["utkast"]);
}

#[test]
fn faults_do_not_stop_the_list_but_are_told_of() {
    let site = site();
    with_error(&site);
    let ran = site.run("list --format json").code(0).says("stadga check");
    assert!(serde_json::from_str::<Json>(&ran.out).is_ok());
    site.put("stadga.toml", "");
    site.run("list").code(1).says("S034");
    site.run("list --site saknas").code(2);
}
