//! The pages that compare two wordings: which there are, what they tell, and what leads to them.

use scraper::{Html, Selector};
use serde_json::Value;

use crate::site::Site;

/// A document in three versions and what it took the place of.
fn site() -> Site {
    let version = |day: &str, more: &str, text: &str| {
        format!(
            "+++\ntitle = 'Resepolicy'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = {day}\n{more}\n+++\n{text}\n"
        )
    };
    let old = "Policyn gäller alla.\n\n## 1 Mål\n\nSvar ges inom 30 dagar.\n\n## 2 Ansvar\n\nKommunchefen ansvarar.";
    let new = old.replace("30 dagar", "20 dagar");
    let last = new.clone() + "\n\n## 3 Uppföljning\n\nPolicyn följs upp varje år.";
    Site::empty()
        .file("content/reseregler/2001-02-03.md", &version("2001-02-03", "", "Res billigt."))
        .file("content/resepolicy/index.md", "+++\naliases = ['resor']\n+++\n")
        .file(
            "content/resepolicy/2011-02-03.md",
            &version("2011-02-03", "responsible = 'Ekonomichef'\nreplaces = ['reseregler']", old),
        )
        .file("content/resepolicy/2014-02-03.md", &version("2014-02-03", "responsible = 'HR-chef'", &new))
        .file("content/resepolicy/2018-02-03.md", &version("2018-02-03", "responsible = 'HR-chef'", &last))
}

fn all(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("a selector");
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&selector).map(|it| words(it.text().collect())).collect()
}

#[test]
fn each_pair_has_one_address() {
    let all = site().all();
    let pages: Vec<&str> =
        all.keys().filter_map(|path| path.strip_prefix("dokument/resepolicy/jamfor/")).collect();
    assert_eq!(
        pages,
        [
            "2011-02-03--2014-02-03/index.html",
            "2011-02-03/index.html",
            "2014-02-03--2018-02-03/index.html",
            "2014-02-03/index.html",
            "reseregler--2001-02-03--2011-02-03/index.html",
        ]
    );
    let page = |page: &str| String::from_utf8(all[&format!("dokument/{page}")].clone()).expect("UTF-8");
    // With the latest the one before it is compared already.
    let (same, others): (Vec<_>, Vec<_>) =
        pages.into_iter().partition(|page| page.starts_with("2014-02-03/"));
    assert!(page(&format!("resepolicy/jamfor/{}", same[0])).contains("url=../2014-02-03--2018-02-03/\""));
    for name in others {
        let old = page(&format!("resor/jamfor/{name}"));
        let target = format!("../../../resepolicy/jamfor/{}", name.trim_end_matches("index.html"));
        assert!(old.contains(&format!("url={target}\"")), "{name}: {old}");
    }
}

#[test]
fn a_page_tells_what_changed_in_words_in_facts_and_in_the_text() {
    let page = site().page("/dokument/resepolicy/jamfor/2011-02-03--2014-02-03/");
    assert_eq!(all(&page, "h1"), ["Jämförelse: Resepolicy"]);
    assert_eq!(all(&page, ".comparison-count strong"), ["1 ändring"]);
    assert_eq!(
        all(&page, ".change-list li"),
        ["Avsnitt 1 Mål Avsnitt 1 Mål, sida vid sida: ”30” ändrat till ”20”."]
    );
    assert_eq!(all(&page, ".fact-changes [data-fact=responsible]"), ["AnsvarigEkonomichefHR-chef"]);
    assert_eq!(all(&page, ".fact-changes [data-fact=relation]"), ["ErsätterResepolicyingen uppgift"]);
    assert_eq!(
        all(&page, ".side-by-side th[scope=col]"),
        ["Före, 3 februari 2011", "Efter, 3 februari 2014"]
    );
    let text = all(&page, "[data-compare=text]").join(" ");
    assert!(text.contains("30") && text.contains("20") && text.contains("Kommunchefen ansvarar."), "{text}");
    let links = all(&page, ".neighbours a");
    assert_eq!(links, ["Föregående jämförelse", "Nästa jämförelse"]);
    for link in ["#s-andring-1", "#s-bredvid-1"] {
        let id = format!("id=\"{}\"", &link[1..]);
        assert!(page.contains(&format!("href=\"{link}\"")) && page.matches(&id).count() == 1, "{link}");
    }
}

#[test]
fn versions_and_banners_lead_to_comparisons_and_tell_how_much_changed() {
    let page = site().page("/dokument/resepolicy/");
    let compared = all(&page, ".version-compare");
    assert_eq!(compared[0], "Jämför med lydelsen 3 februari 2014 1 nytt avsnitt");
    assert_eq!(compared[1], "Jämför med lydelsen 3 februari 2011 1 avsnitt ändrat");
    assert!(compared[2].starts_with("Jämför med Resepolicy "), "{compared:?}");
    assert!(
        all(&page, ".events .event-links")
            .join(" ")
            .contains("Jämför med lydelsen 3 februari 2011 1 avsnitt ändrat")
    );
    let oldest = site().page("/dokument/resepolicy/2011-02-03/");
    assert!(oldest.contains("href=\"../jamfor/2011-02-03/\">Jämför den med lydelsen 3 februari 2018</a>"));
    let second = site().page("/dokument/resepolicy/2014-02-03/");
    assert!(
        second.contains(
            "href=\"../jamfor/2014-02-03--2018-02-03/\">Jämför den med lydelsen 3 februari 2018</a>"
        )
    );
}

#[test]
fn the_data_counts_sections_and_words() {
    let data: Value = serde_json::from_str(&site().page("/data/resepolicy.json")).expect("JSON");
    let changes = |index: usize| data["versions"][index]["changes"].clone();
    assert_eq!(changes(0)["document"], "reseregler");
    assert_eq!(changes(1)["from"], "2011-02-03");
    assert_eq!(changes(1)["path"], "dokument/resepolicy/jamfor/2011-02-03--2014-02-03/");
    assert_eq!(changes(1)["sections"]["changed"], 1);
    assert_eq!([&changes(1)["words"]["added"], &changes(1)["words"]["removed"]], [1, 1]);
    assert_eq!(changes(2)["sections"]["added"], 1);
}

#[test]
fn a_text_without_changes_is_said_to_be_unchanged() {
    let text = "Policyn gäller alla.\n\n## 1 Mål\n\nSvar ges inom 30 dagar.";
    let again = format!(
        "+++\ntitle = 'Resepolicy'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2012-02-03\nchange = 'readopted'\n+++\n{text}\n"
    );
    let site = site()
        .file("content/resepolicy/2011-02-03.md", &again.replace("2012", "2011").replace("readopted", "new"))
        .file("content/resepolicy/2012-02-03.md", &again);
    let page = site.page("/dokument/resepolicy/jamfor/2011-02-03--2012-02-03/");
    assert_eq!(all(&page, ".notice-title"), ["Oförändrad text"]);
    assert!(all(&page, ".notice").join(" ").contains("antaget på nytt med samma text"));
    assert!(all(&page, "[data-compare=text]").join(" ").contains("Svar ges inom 30 dagar."));
    assert!(all(&page, ".change-list, .legend, .view-choice, .side-by-side").is_empty());
    assert!(all(&page, ".fact-changes [data-fact=adopted-date]").len() == 1);
}

#[test]
fn what_was_decided_in_part_or_not_at_all_is_told() {
    let with = |change: &str| {
        let site = site();
        let path = "content/resepolicy/2014-02-03.md";
        let text = site
            .snapshot()
            .text(path)
            .expect("the version")
            .as_str()
            .replace("+++\nPol", &format!("change = '{change}'\n+++\nPol"));
        site.file(path, &text).page("/dokument/resepolicy/jamfor/2011-02-03--2014-02-03/")
    };
    assert_eq!(all(&with("partial"), ".notice-title"), ["Beslutet ändrade vissa delar"]);
    assert_eq!(all(&with("editorial"), ".notice-title"), ["Ändringen kallas redaktionell"]);
    assert_eq!(all(&with("revision"), ".notice-title"), [""; 0]);
}

#[test]
fn a_comparison_is_the_same_on_any_day() {
    let pages = |day: &str| {
        let mut all = site().today(day).all();
        all.retain(|path, _| path.contains("resepolicy/jamfor/"));
        all
    };
    assert_eq!(pages("2012-01-01"), pages("2030-01-01"));
}

#[test]
fn drafts_and_texts_that_were_taken_down_have_no_place_among_them() {
    let draft = "+++\ntitle = 'Resepolicy'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2019-02-03\ndraft = true\n+++\nNytt.\n";
    let site = site().file("content/resepolicy/2019-02-03.md", draft);
    let at = "/dokument/resepolicy/jamfor/2018-02-03--2019-02-03/";
    assert!(!site.all().keys().any(|path| path.contains("2019-02-03")));
    let page = site.clone().with_drafts().page(at);
    assert_eq!(all(&page, ".notice-title"), ["Den senare texten är ett utkast"]);
    let down = "+++\nwithdrawn = { date = 2019-01-01, by = 'KS', reason = 'Fel.' }\n+++\n";
    let site = site.file("content/reseregler/index.md", down);
    let page = site.page("/dokument/resepolicy/jamfor/reseregler--2001-02-03--2011-02-03/");
    assert!(page.contains("avpublicerat") && !page.contains("Res billigt"), "{page}");
    assert!(!site.page("/dokument/resepolicy/").contains("jamfor/reseregler"));
}

#[test]
fn authors_can_link_to_a_comparison() {
    let link = |to: &str| {
        let page = format!("+++\ntitle = 'Om'\n+++\n[vad som ändrades]({to})\n");
        site().file("content/sidor/om.md", &page).faults()
    };
    assert_eq!(link("/dokument/resepolicy/jamfor/2011-02-03--2014-02-03/"), [""; 0]);
    assert_eq!(link("/dokument/resepolicy/jamfor/2014-02-03/").len(), 1, "the pair is its address");
}

/// A site of one document in two versions.
fn pair(old: &str, new: &str) -> String {
    let text = |date: &str, body: &str| {
        format!(
            "+++\ntitle = 'Resepolicy'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = {date}\n+++\n{body}\n"
        )
    };
    let site = Site::empty()
        .file("content/resepolicy/2011-02-03.md", &text("2011-02-03", old))
        .file("content/resepolicy/2014-02-03.md", &text("2014-02-03", new));
    site.page("/dokument/resepolicy/jamfor/2011-02-03--2014-02-03/")
}

#[test]
fn what_moved_is_not_said_to_be_new_side_by_side() {
    let moved = "Den som reser i tjänsten redovisar resan inom två veckor efter hemkomsten.";
    let old = format!(
        "## Före\n\nEtt stycke som står kvar här.\n\n{moved}\n\n## Efter\n\nEtt annat som står kvar.\n"
    );
    let new = format!(
        "## Före\n\nEtt stycke som står kvar här.\n\n## Efter\n\nEtt annat som står kvar.\n\n{moved}\n"
    );
    let page = pair(&old, &new);
    assert_eq!(
        all(&page, ".side-by-side td .note"),
        ["Står nu på ett annat ställe", "Stod på ett annat ställe"]
    );
}

#[test]
fn the_heading_above_a_change_is_not_folded_away() {
    let long = "Kommunen ska hushålla med resor och pengar. ".repeat(12);
    let text = |word: &str| {
        format!(
            "## 1 Syfte\n\n{long}\n\n## 2 Resor\n\n{long}\n\n### 2.1 Tåg\n\n{long}\n\n### 2.2 Buss\n\nBussen går {word}.\n"
        )
    };
    let page = pair(&text("ofta"), &text("sällan"));
    let folds = all(&page, ".running details > summary");
    assert_eq!(folds, ["1 Syfte: oförändrat, 84 ord", "Oförändrat, 84 ord", "2.1 Tåg: oförändrat, 84 ord"]);
    assert_eq!(all(&page, ".running > .heading h2"), ["2 Resor"]);
}
