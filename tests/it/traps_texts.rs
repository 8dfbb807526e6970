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
    let page = told.site.main("/dokument/a/2019-11-06/");
    assert!(!page.contains("5 november 2019"), "it cannot have ended before it began: {page}");
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
