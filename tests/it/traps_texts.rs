//! The traps of the domain that concern names, addresses and what a text says (the dates and
//! states are in `traps`).

use crate::site::Site;
use crate::told::{index, text, told};

#[test]
fn trap_18_a_body_keeps_the_name_of_its_time() {
    let settings =
        "name = 'X'\n[bodies.bun]\nname = 'Utbildningsnämnden'\nformer = ['Barn- och skolnämnden']\n";
    let site = told([
        text("a/2010-01-01", "adopted_by = 'barn- och skolnämnden'"),
        text("a/2020-01-01", "adopted_by = 'bun'"),
    ])
    .site
    .file("stadga.toml", settings)
    .today("2020-01-01");
    assert!(site.main("/dokument/a/2010-01-01/").contains("Barn- och skolnämnden"));
    assert!(site.main("/dokument/a/").contains("Utbildningsnämnden"));
    assert!(site.main("/organ/bun/").contains('T'), "both stand on the page of the one body");
}

#[test]
fn trap_19_a_renamed_document_answers_at_its_old_addresses() {
    let told = told([
        index("riktlinjer-for-styrdokument", "aliases = ['riktlinje-for-styrdokument', '/gammal/sida/']"),
        text("riktlinjer-for-styrdokument/2014-04-09", "title = 'En helt annan rubrik'"),
        text("riktlinjer-for-styrdokument/2019-11-06", "title = 'Ännu en'"),
    ]);
    told.faults(&[]);
    for (old, new) in [
        ("/dokument/riktlinje-for-styrdokument/", "../riktlinjer-for-styrdokument/"),
        ("/dokument/riktlinje-for-styrdokument/2014-04-09/", "riktlinjer-for-styrdokument/2014-04-09/"),
        ("/gammal/sida/", "dokument/riktlinjer-for-styrdokument/"),
    ] {
        let page = told.site.page(old);
        assert!(page.contains(new) && page.contains("http-equiv=\"refresh\""), "{old}: {page}");
    }
}

#[test]
fn trap_19_no_two_documents_share_an_address() {
    told([text("a", "adopted = 2010-01-01"), text("mapp/a", "adopted = 2011-01-01")])
        .faults(&["double-id mapp/a"]);
    told([text("a", "adopted = 2010-01-01"), text("b", "adopted = 2011-01-01; aliases = ['a']")])
        .faults(&["alias-clash b"]);
    told([
        text("a", "adopted = 2010-01-01; aliases = ['c']"),
        text("b", "adopted = 2011-01-01; aliases = ['c']"),
    ])
    .faults(&["alias-clash b"]);
}

#[test]
fn trap_21_an_anchor_is_number_and_heading_and_survives_changes_around_it() {
    let with = |before: &str| {
        let (path, front) = text("a", "adopted = 2010-01-01");
        let body = format!("{front}\n{before}# 3 Teknik\n\n## 3.8.1 Drift och support\n\nSå här.\n");
        Site::of([(path, body)]).page("/dokument/a/")
    };
    for before in ["", "# 1 Inledning\n\n## 1.1 Syfte\n\nText.\n\n", "# 2 Drift och support\n\nText.\n\n"] {
        assert!(with(before).contains("id=\"3-8-1-drift-och-support\""), "{before}");
    }
}

#[test]
fn trap_24_a_person_is_named_only_where_the_site_says_so() {
    let (path, front) =
        text("a", "adopted = 2010-01-01; responsible = { role = 'IT-strateg', person = 'Pia Exempel' }");
    let site = Site::of([(path, front)]);
    for (path, bytes) in site.all() {
        assert!(!String::from_utf8_lossy(&bytes).contains("Pia Exempel"), "{path}");
    }
    assert!(site.main("/dokument/a/").contains("IT-strateg"));
    let open = site.file("stadga.toml", "name = 'X'\nshow_persons = true\n");
    assert!(open.main("/dokument/a/").contains("Pia Exempel"));
}

#[test]
fn trap_25_nothing_disappears_without_a_reason() {
    told([index("a", "withdrawn = {}"), text("a/2010-01-01", "")]).faults(&["missing-value a/index"]);
    let told =
        told([index("a", "withdrawn = { reason = 'Dubblett.' }"), text("a/2010-01-01", "title = 'Titeln'")]);
    told.faults(&[]);
    assert!(told.site.main("/dokument/a/2010-01-01/").contains("Dubblett."));
}

#[test]
fn trap_29_a_year_in_the_title_is_no_end() {
    let told = told([text("a", "title = 'IT-vision 2008–2011'; adopted = 2008-03-01")]);
    told.shows("a", &[("2011-12-31", "in-force 2008-03-01"), ("2012-01-01", "in-force 2008-03-01")]);
    told.faults(&[]);
}

#[test]
fn trap_31_composed_and_decomposed_letters_are_the_same() {
    let (composed, decomposed) = ("content/\u{e5}tg\u{e4}rd.md", "content/a\u{30a}tga\u{308}rd.md");
    let (_, facts) = text("x", "adopted = 2010-01-01; amnesord = 'miljö'");
    let one = Site::of([(composed.to_owned(), facts.clone())]);
    let other = Site::of([(decomposed.to_owned(), facts.clone())]);
    assert_eq!(one.faults(), other.faults());
    assert!(one.faults().iter().any(|fault| fault.contains("bad-id")), "{:?}", one.faults());
    assert_eq!(one.all(), other.all());
}

#[test]
fn trap_31_composed_and_decomposed_facts_are_the_same() {
    let facts = |facts: &str| {
        let (path, text) = text("a", facts);
        (Site::of([(path.clone(), text.clone())]), Site::of([(path, text.replace('ä', "a\u{308}"))]))
    };
    let (one, other) =
        facts("adopted = 2010-01-01; adopted_by = 'Kommunfullmäktige'; keywords = 'trädgårdar'");
    assert_eq!(one.faults(), other.faults());
    assert_eq!(one.page("/dokument/a/"), other.page("/dokument/a/"));
}

#[test]
fn trap_31_a_key_with_swedish_letters_gets_a_hint() {
    let site = told([text("a", "adopted = 2010-01-01; \"gäller_från\" = 2011-01-01")]).site;
    let fault = site.build().faults.into_iter().find(|fault| fault.code.rule().slug == "unknown-key");
    assert_eq!(fault.expect("the key is told").argument("nearest"), Some("galler_fran"));
}

// ---- what pages say of odd states

#[test]
fn a_text_superseded_on_its_first_day_has_no_span_that_runs_backwards() {
    let told = told([text("a/2019-11-06", ""), text("a/2019-11-06-2", "")]);
    let second = told.site.main("/dokument/a/2019-11-06-2/");
    assert!(second.contains("Lydelse 6 november 2019 (2)"), "two of a day have two names: {second}");
    let page = told.site.main("/dokument/a/2019-11-06/");
    assert!(!page.contains("5 november 2019"), "it cannot have ended before it began: {page}");
    let endless = [text("a/2019-11-06", "valid_until = 'tills vidare'"), text("a/2019-11-06-2", "")];
    let page = self::page(endless, "2020-01-01", "/dokument/a/2019-11-06/");
    assert!(!page.contains("tills vidare"), "it is over: {page}");
}

#[test]
fn where_the_end_is_in_doubt_the_start_is_not_blamed() {
    let told = told([text("a/2010-01-01", ""), text("a/2014-04-09", "valid_from = 'HT 2014'")]);
    let page = told.site.today("2014-08-01").main("/dokument/a/2010-01-01/");
    assert!(page.contains("Oklart om den gäller"), "{page}");
    assert!(!page.contains("tartdagen är inte känd") && !page.contains("saknas uppgift om när"), "{page}");
}

#[test]
fn what_comes_is_told_even_where_nothing_applies() {
    let told = told([
        text("a/2014-04-09", "valid_until = 2018-12-31"),
        text("a/2018-12-01", "valid_from = 2020-01-01"),
    ]);
    let page = told.site.today("2019-06-01").main("/dokument/a/");
    assert!(page.contains("En ny lydelse är beslutad"), "{page}");
}

#[test]
fn a_text_amended_before_it_began_is_not_called_repealed() {
    let told = told([
        text("a/2014-06-01", "valid_from = 2015-01-01"),
        text("a/2014-12-01", "valid_from = 2015-01-01"),
    ]);
    let page = told.site.today("2015-06-01").main("/dokument/a/2014-06-01/");
    assert!(page.contains("Texten trädde aldrig i kraft") && !page.contains("pphävdes"), "{page}");
}

/// The words of a document's page on a day.
fn page(files: impl IntoIterator<Item = crate::told::File>, day: &str, address: &str) -> String {
    told(files).site.today(day).main(address)
}

#[test]
fn what_applies_again_applies_from_the_day_it_began_again() {
    let struck_down =
        "replaces = 'a'; adopted = 2015-01-01; decisions = [{ act = 'annulled', date = 2016-03-01 }]";
    let replaced = [text("a", "adopted = 2010-01-01"), text("b", struck_down)];
    let late = "adopted = 2010-01-01; valid_until = 2014-12-31; \
                decisions = [{ act = 'extended', date = 2016-03-01, until = 'tills vidare' }]";
    let cases = [replaced.to_vec(), vec![text("a", late)]];
    for files in cases {
        let site = told(files).site.today("2017-01-01");
        let shown = site.main("/dokument/a/");
        assert!(shown.contains("Gäller sedan 1 mars 2016"), "{shown}");
        assert!(!shown.contains("Gäller sedan 1 januari 2010"), "{shown}");
        assert!(site.main("/dokument/").contains("1 mars 2016"), "{}", site.main("/dokument/"));
        let before = site.today("2014-12-31").main("/dokument/a/");
        assert!(before.contains("1 januari 2010") && !before.contains("1 mars 2016 –"), "{before}");
    }
}

#[test]
fn the_facts_say_the_end_as_it_stands() {
    for (decision, end) in [
        ("{ act = 'extended', date = 2018-06-01, until = 2027-12-31 }", "31 december 2027"),
        ("{ act = 'repealed', date = 2017-01-01 }", "31 december 2016"),
    ] {
        let facts = format!("adopted = 2015-01-01; valid_until = 2018-12-31; decisions = [{decision}]");
        let page = page([text("a", &facts)], "2020-01-01", "/dokument/a/");
        assert!(
            page.contains(&format!("Gäller till och med {end} enligt texten 31 december 2018")),
            "{page}"
        );
    }
}

#[test]
fn a_text_that_never_began_shows_no_days_that_it_applied() {
    let facts = "adopted = 2020-01-01; valid_from = 2021-01-01; \
                 decisions = [{ act = 'repealed', date = 2020-06-01 }]";
    let site = told([text("a", facts)]).site.today("2022-01-01");
    let page = site.main("/dokument/a/");
    assert!(
        page.contains("Gäller Nej, den trädde aldrig i kraft") && !page.contains("från och med"),
        "{page}"
    );
    assert!(!site.main("/dokument/").contains("1 januari 2021"), "{}", site.main("/dokument/"));
}

#[test]
fn a_wording_struck_down_is_not_the_document() {
    for (act, title) in [("annulled", "Lydelsen är upphävd av domstol"), ("repealed", "Lydelsen är upphävd")]
    {
        let facts = format!("decisions = [{{ act = '{act}', date = 2016-01-01 }}]");
        let files = [text("a/2015-01-01", &facts), text("a/2017-01-01", "")];
        let old = page(files, "2020-01-01", "/dokument/a/2015-01-01/");
        assert!(old.contains(title) && !old.contains("Dokumentet är upphävt"), "{old}");
    }
}

#[test]
fn only_wordings_before_the_one_shown_are_older() {
    let annulled = "decisions = [{ act = 'annulled', date = 2021-01-01 }]";
    for later in [annulled, "valid_from = 'när budgeten antagits'"] {
        let files = [text("a/2010-01-01", ""), text("a/2015-01-01", ""), text("a/2020-01-01", later)];
        let page = page(files, "2022-01-01", "/dokument/a/");
        assert!(page.contains("1 äldre lydelse") && page.contains("1 annan lydelse"), "{page}");
    }
}

#[test]
fn an_end_that_is_known_is_announced() {
    let repealed =
        "adopted = 2015-01-01; decisions = [{ act = 'repealed', date = 2026-11-01, until = 2026-12-31 }]";
    let site = told([text("a", repealed)]).site.today("2026-11-22");
    for address in ["/dokument/a/", "/", "/tidslinje/"] {
        let page = site.main(address);
        assert!(page.contains("Slutar gälla"), "{address}: {page}");
    }
    let site = site.today("2027-01-01");
    assert!(site.main("/dokument/a/").contains("Slutade gälla"), "{}", site.main("/dokument/a/"));
    let files = [
        text("a", "adopted = 2015-01-01"),
        text("b", "title = 'Ny'; adopted = 2026-10-01; valid_from = 2027-01-01; replaces = 'a'"),
    ];
    let replaced = page(files, "2026-11-22", "/dokument/a/");
    assert!(replaced.contains("Ersätts av Ny från 1 januari 2027"), "{replaced}");
    let term =
        page([text("a", "adopted = 2015-01-01; valid_until = 2026-12-31")], "2026-11-22", "/dokument/a/");
    assert!(term.contains("Gäller 1 januari 2015 – 31 december 2026"), "{term}");
    let year = page([text("a", "adopted = 2015-01-01; valid_until = '2026'")], "2026-11-22", "/dokument/a/");
    assert!(year.contains("Gäller 1 januari 2015 – 2026"), "{year}");
}

#[test]
fn of_two_coming_wordings_the_first_takes_over_from_the_one_in_force() {
    let files = [
        text("a/2020-01-01", ""),
        text("a/2026-02-01", "valid_from = 2027-01-01"),
        text("a/2026-01-01", "valid_from = 2027-06-01"),
    ];
    let page = page(files, "2026-11-22", "/dokument/a/");
    assert!(page.contains("gälla 1 januari 2027 och ersätter då"), "{page}");
    assert!(page.contains("gälla 1 juni 2027.") && !page.contains("1 juni 2027 och ersätter"), "{page}");
}

#[test]
fn a_decision_of_some_day_this_year_is_not_to_come() {
    let told = told([text("a", "adopted = '2026'")]);
    assert!(!told.site.clone().today("2026-11-22").main("/dokument/a/").contains("Kommande"));
    assert!(told.site.today("2025-12-31").main("/dokument/a/").contains("Kommande"));
}

#[test]
fn the_first_adopted_is_adopted_and_the_next_revised_whichever_starts_first() {
    let told = told([
        text("a/2020-01-01", "valid_from = 2021-01-01"),
        text("a/2020-06-01", "valid_from = 2020-07-01"),
    ]);
    let page = told.site.today("2022-01-01").main("/dokument/a/");
    assert!(page.contains("1 juni 2020 Reviderad") && page.contains("1 januari 2020 Beslutad"), "{page}");
}

#[test]
fn a_condition_is_no_date_to_count_from() {
    let end = page(
        [text("a", "adopted = 2020-01-01; valid_until = 'till dess ny policy antas'")],
        "2022-01-01",
        "/dokument/a/",
    );
    assert!(
        end.contains("Hur länge till dess ny policy antas") && !end.contains("till och med till"),
        "{end}"
    );
    let start = page(
        [text("a", "adopted = 2020-01-01; valid_from = 'när budgeten antagits'")],
        "2022-01-01",
        "/dokument/a/",
    );
    assert!(start.contains("Börjar gälla när budgeten antagits"), "{start}");
    assert!(!start.contains("från och med när"), "{start}");
}
