//! `stadga diff`: what a secretary puts in the matter that is to be decided.

use serde_json::Value as Json;

use crate::shell_cli::{Ran, Site};

const OLD: &str = "# IT-policy\n\n## 1 Mål\n\nKommunen svarar inom 30 dagar på alla frågor om IT.\n\n## 2 Ansvar\n\n- Nämnden leder.\n- Chefen följer upp.\n";

/// A document in three versions, the last one a draft.
fn site() -> Site {
    let site = Site::new();
    std::fs::remove_file(site.path().join("content/it-policy.md")).unwrap();
    put(&site, "content/it-policy/2014-04-09.md", "adopted = 2014-04-09", OLD);
    put(
        &site,
        "content/it-policy/2018-06-18.md",
        "adopted = 2018-06-18",
        &OLD.replace("30 dagar", "20 dagar"),
    );
    let draft = OLD.replace("30 dagar", "10 dagar");
    put(&site, "content/it-policy/2026-12-01.md", "adopted = 2026-12-01\ndraft = true", &draft);
    site
}

fn put(site: &Site, path: &str, facts: &str, text: &str) {
    let head = "title = \"IT-policy\"\ntype = \"policy\"\nadopted_by = \"Kommunfullmäktige\"";
    site.put(path, format!("+++\n{head}\n{facts}\n+++\n\n{text}"));
}

#[track_caller]
fn diff(site: &Site, arguments: &str) -> Ran {
    site.run(&format!("diff {arguments} --date 2026-11-22"))
}

#[track_caller]
fn json(site: &Site, arguments: &str) -> Json {
    serde_json::from_str(&diff(site, &format!("{arguments} --format json")).code(0).out).unwrap()
}

/// The versions or files that were compared.
#[track_caller]
fn sides(site: &Site, arguments: &str) -> [String; 2] {
    let told = json(site, arguments);
    ["old", "new"].map(|which| {
        let wording = &told[which];
        wording["version"].as_str().or(wording["file"].as_str()).unwrap().to_owned()
    })
}

#[test]
fn the_two_adopted_last_are_compared_where_none_is_named() {
    let ran = diff(&site(), "it-policy").code(0).says("{+…+} är tillagt");
    assert_eq!(
        ran.out,
        "\
IT-policy
Före: Lydelse 9 april 2014
Efter: Lydelse 18 juni 2018

Vad som är ändrat
- Avsnitt 1 Mål: ”30” ändrat till ”20”.

Ändrade uppgifter
- Beslutad: 9 april 2014 → 18 juni 2018
- Gäller från: 9 april 2014, enligt huvudregeln: från beslutet → 18 juni 2018, enligt huvudregeln: från beslutet

Avsnitt 1 Mål
  Kommunen svarar inom [-30-] {+20+} dagar på alla frågor om IT.
"
    );
}

#[test]
fn a_version_is_compared_with_the_latest_and_a_draft_with_what_is_in_force() {
    let site = site();
    assert_eq!(sides(&site, "it-policy 2014-04-09"), ["2014-04-09", "2018-06-18"]);
    assert_eq!(sides(&site, "it-policy/2014-04-09"), ["2014-04-09", "2018-06-18"]);
    assert_eq!(sides(&site, "it-policy 2026-12-01"), ["2018-06-18", "2026-12-01"]);
    // Not forced: the one named first is what it was.
    assert_eq!(sides(&site, "it-policy 2018-06-18 2014-04-09"), ["2018-06-18", "2014-04-09"]);
    let before = site.run("diff it-policy 2026-12-01 --date 2016-01-01 --format json").code(0);
    assert!(before.out.contains("\"2014-04-09\""), "{}", before.out);
}

#[test]
fn a_file_from_anywhere_is_a_proposal() {
    let site = site();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("förslag.md");
    // As Windows writes it, and without facts.
    let text = format!("\u{feff}{}", OLD.replace("30 dagar", "5 dagar")).replace('\n', "\r\n");
    std::fs::write(&path, text).unwrap();
    let told = json(&site, &format!("it-policy {}", path.display()));
    assert_eq!(told["old"]["version"], "2018-06-18");
    assert_eq!(told["new"]["proposal"], true);
    assert_eq!(told["summary"], serde_json::json!(["Avsnitt 1 Mål: ”20” ändrat till ”5”."]));
    assert_eq!(told["facts"], serde_json::json!([]), "it states none");
    assert_eq!(told["tally"]["words"], serde_json::json!({ "added": 1, "removed": 1, "moved": 0 }));
    // A file of the site is the version that it is, also by its path.
    assert_eq!(
        sides(&site, "it-policy content/it-policy/2014-04-09.md 2018-06-18"),
        ["2014-04-09", "2018-06-18"]
    );
}

#[test]
fn a_proposal_tells_of_the_facts_that_it_changes_and_not_of_those_that_come_with_the_decision() {
    let site = site();
    site.put("forslag.md", format!("+++\ntitle = \"IT-policy\"\nvalid_until = 2030-12-31\n+++\n{OLD}"));
    let told = json(&site, "it-policy forslag.md");
    let keys: Vec<&str> =
        told["facts"].as_array().unwrap().iter().map(|it| it["key"].as_str().unwrap()).collect();
    assert!(keys.contains(&"valid-until"), "{keys:?}");
    assert!(!keys.contains(&"adopted-date") && !keys.contains(&"valid-from"), "{keys:?}");
}

#[test]
fn facts_that_cannot_be_read_are_told_with_their_line_and_the_text_is_compared() {
    let site = site();
    site.put("forslag.md", format!("+++\ntitle = \"IT-policy\"\nadopted 2014\n+++\n{OLD}"));
    let ran = diff(&site, "it-policy forslag.md").code(0).says("forslag.md:3").says("bara texten jämförs");
    assert!(ran.out.contains("[-20-] {+30+}"), "{}", ran.out);
    site.put("oppen.md", format!("+++\ntitle = \"IT-policy\"\n{OLD}"));
    diff(&site, "it-policy oppen.md").code(2).says("oppen.md");
    site.put("word.md", b"Kommunen svarar\ninom 30 dagar p\xe5 fr\xe5gor.\n");
    diff(&site, "it-policy word.md").code(2).says("word.md");
    site.put("tom.md", "\n");
    diff(&site, "it-policy tom.md").code(2).says("tom.md");
}

#[test]
fn what_is_not_there_is_said_with_what_there_is() {
    let site = site();
    diff(&site, "it-polcy").code(2).says("Menade du ”it-policy”?");
    diff(&site, "it-policy 2014-04-08").code(2).says("Menade du ”2014-04-09”?").says("2026-12-01 (utkast)");
    diff(&site, "it-policy 2014").code(2).says("Menade du ”2014-04-09”?");
    diff(&site, "it-policy saknas.md").code(2).says("ingen fil ”saknas.md”");
    diff(&site, "it-policy 2018-06-18").code(2).says("är den senast beslutade lydelsen");
    let alone = Site::new();
    diff(&alone, "it-policy")
        .code(2)
        .says("bara en beslutad lydelse")
        .says("stadga diff it-policy forslag.md");
}

#[test]
fn the_same_on_both_sides_is_said_and_is_no_failure() {
    let ran = diff(&site(), "it-policy 2018-06-18 2018-06-18").code(0).says("samma text på båda sidor");
    assert!(ran.out.contains("Texten är oförändrad."), "{}", ran.out);
}

#[test]
fn a_version_of_another_document_may_stand_first() {
    let site = site();
    put(
        &site,
        "content/it-plan.md",
        "adopted = 2010-01-01\nversion = \"2010\"",
        &OLD.replace("30 dagar", "60 dagar"),
    );
    let told = json(&site, "it-policy it-plan@2010 2014-04-09");
    assert_eq!((&told["old"]["document"], &told["old"]["version"]), (&"it-plan".into(), &"2010".into()));
    assert_eq!(told["summary"], serde_json::json!(["Avsnitt 1 Mål: ”60” ändrat till ”30”."]));
}

#[test]
fn markdown_is_ready_to_be_pasted() {
    let site = site();
    let text = OLD.replace("30 dagar", "20 *arbetsdagar*").replace("- Nämnden leder.\n", "");
    site.put("forslag.md", text);
    let ran = diff(&site, "it-policy forslag.md --format markdown").code(0);
    assert!(ran.out.starts_with("## IT-policy\n\n- Före: Lydelse 18 juni 2018\n- Efter: forslag.md\n\n### Vad som är ändrat\n\n- Avsnitt 1"), "{}", ran.out);
    assert!(
        ran.out.contains("\n### Avsnitt 1 Mål\n\nKommunen svarar inom 20 ~~dagar~~ **arbetsdagar** på"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("\n- ~~Nämnden leder.~~\n"), "{}", ran.out);
}

#[test]
fn the_page_stands_alone_and_can_be_heard() {
    let site = site();
    site.put("forslag.md", OLD.replace("30 dagar", "20 <dagar>"));
    let ran = diff(&site, "it-policy forslag.md --format html").code(0);
    let page = scraper::Html::parse_document(&ran.out);
    let of = |selector: &str| -> Vec<String> {
        let selector = scraper::Selector::parse(selector).unwrap();
        page.select(&selector).map(|it| it.text().collect()).collect()
    };
    assert!(ran.out.starts_with("<!doctype html>\n<html lang=\"sv\">"));
    assert_eq!(of("title"), ["Jämförelse: IT-policy"]);
    assert_eq!(of("h1"), of("title"));
    assert_eq!(of("h3"), ["Avsnitt 1 Mål"]);
    assert!(of("ins, del").iter().all(|it| it.contains("slut på")), "{:?}", of("ins, del"));
    assert!(!ran.out.contains("src=") && !ran.out.contains("href="), "it needs no other file");
}
