//! `stadga next`: what a secretary reads each Monday, and a scheduled job each night.

use serde_json::Value as Json;

use crate::shell_cli::{Site, with_error};

const FACTS: &str = "type = \"plan\"\nadopted_by = \"KF\"\nadopted = 2014-04-09\n";

fn site() -> Site {
    let site = Site::new();
    let put = |path: &str, title: &str, facts: &str| {
        let text = format!("+++\ntitle = \"{title}\"\n{FACTS}{facts}\n+++\n\nText.\n");
        site.put(path, text);
    };
    put("content/angsplan.md", "Ängsplan", "valid_until = 2026-12-31");
    put("content/badplan.md", "Badplan", "valid_from = 2026-12-01\nreview_by = 2027-01-14");
    site
}

fn json(site: &Site, arguments: &str) -> Json {
    let ran = site.run(&format!("next --date 2026-11-22 --format json {arguments}")).code(0);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn a_line_says_when_which_and_what() {
    let ran = site().run("next --date 2026-11-22").code(0);
    assert_eq!(
        ran.out,
        "\
2026-12-01  Badplan: börjar gälla
2027-01-01  Ängsplan: giltighetstiden går ut, sista dagen är 2026-12-31
2027-01-15  Badplan: översynen blir försenad om den inte är klar 2027-01-14
"
    );
    assert_eq!(ran.err, "");
}

#[test]
fn every_change_date_to_come_is_told_with_something() {
    let site = site();
    site.run("build --date 2026-11-22").code(0);
    let file = std::fs::read(site.path().join("output/data/change-dates.json")).unwrap();
    let file: Json = serde_json::from_slice(&file).unwrap();
    let all = file["dates"].as_array().unwrap().iter().map(|date| date.as_str().unwrap());
    let coming: Vec<&str> = all.filter(|date| *date > "2026-11-22").collect();
    let told = json(&site, "");
    let days = told["days"].as_array().unwrap();
    assert_eq!(days.iter().map(|day| day["date"].as_str().unwrap()).collect::<Vec<_>>(), coming);
    for day in days {
        let changes = day["changes"].as_array().unwrap();
        assert!(changes.iter().all(|it| it["message"].as_str().is_some_and(|text| !text.is_empty())));
        assert!(!changes.is_empty(), "{day}");
    }
}

#[test]
fn one_may_look_so_many_days_ahead() {
    let site = site();
    assert_eq!(json(&site, "--within 8")["days"], serde_json::json!([]));
    assert_eq!(json(&site, "--within 8")["later"], 3);
    assert_eq!(json(&site, "--within 9")["days"][0]["changes"][0]["after"], "in-force");
    let ran = site.run("next --date 2026-11-22 --within 8").code(0);
    assert_eq!(ran.out, "");
    ran.says("3 dagar till").says("2026-12-01");
    site.run("next --within länge").code(2).says("antal dagar");
}

#[test]
fn ten_days_are_told_where_nobody_says_how_many() {
    let site = Site::new();
    for day in 1..=12 {
        let facts = format!("valid_from = 2026-12-{day:02}\n");
        site.put(
            &format!("content/plan-{day}.md"),
            format!("+++\ntitle = \"Plan\"\n{FACTS}{facts}+++\n\nText.\n"),
        );
    }
    let ran = site.run("next --date 2026-11-22").code(0).says("2 dagar till").says("2026-12-11");
    assert_eq!(ran.out.lines().count(), 10);
}

#[test]
fn nothing_to_come_is_said_and_is_no_failure() {
    let site = Site::new();
    let ran = site.run("next").code(0).says("Inget mer ändras");
    assert_eq!(ran.out, "");
    assert_eq!(json(&site, "")["later"], 0);
}

#[test]
fn a_fault_in_the_content_does_not_stop_a_scheduled_job() {
    let site = site();
    with_error(&site);
    let ran = site.run("next --date 2026-11-22").code(0).says("stadga check");
    assert!(ran.out.contains("Ängsplan"));
}
