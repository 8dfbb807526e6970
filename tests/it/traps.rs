//! The traps of the domain, each by the name it was given when real documents and other
//! programs were studied, and the odd facts of real documents with the answers they must get.

use stadga::base::date::Approx;
use stadga::base::snapshot::Snapshot;

use crate::told::{day, index, text, told};

// ---- facts of real documents

#[test]
fn danderyd_writes_both_dates_in_one_field() {
    let span = told([text("a", "adopted = 2010-09-27; valid_from = '2010-09-27 t o m 2014-12-31'")]);
    span.faults(&["date-span a"]);
    let fault = span.site.build().faults.into_iter().find(|fault| fault.argument("until").is_some());
    let fault = fault.expect("the hint writes the two keys");
    assert_eq!((fault.argument("from"), fault.argument("until")), (Some("2010-09-27"), Some("2014-12-31")));
    let told = told([text("a", "adopted = 2010-09-27; valid_until = 2014-12-31")]);
    told.shows("a", &[("2014-12-31", "in-force 2010-09-27"), ("2015-01-01", "term-passed 2010-09-27")]);
}

#[test]
fn kungalv_takes_a_programme_into_its_collection_which_is_no_version() {
    let told = told([text(
        "it-program",
        "adopted = 2014-04-17; reference = 'KS2013/2093'; valid_until = 2019-12-31; decisions = [{ act = 'collected', \
         by = 'KF', date = 2015-12-10, section = 'KF 315/2015', reference = 'KS2015/1382' }]",
    )]);
    told.order("it-program", &["2014-04-17"]);
    told.shows(
        "it-program",
        &[
            ("2014-04-16", "upcoming 2014-04-17"),
            ("2014-04-17", "in-force 2014-04-17"),
            ("2015-12-10", "in-force 2014-04-17"),
            ("2019-12-31", "in-force 2014-04-17"),
            ("2020-01-01", "term-passed 2014-04-17"),
        ],
    );
    told.events(
        "it-program",
        &["2014-04-17 2014-04-17 adopted", "2015-12-10 2014-04-17 collected", "2019-12-31 2014-04-17 ends"],
    );
    let page = told.site.main("/dokument/it-program/");
    assert!(page.contains("Intagen i författningssamlingen") && page.contains("KF 315/2015"), "{page}");
}

#[test]
fn kungalv_reviews_each_term_of_office_until_further_notice() {
    let told =
        told([text("a", "adopted = 2014-04-09; valid_until = 'Tills vidare'; review = 'mandatperiod'")]);
    told.shows("a", &[("9000-01-01", "in-force 2014-04-09")]);
    told.review("a", &[("2014-10-15", "current 2018-10-14"), ("2018-10-15", "overdue 2018-10-14")]);
    // The text says "in the beginning of each term": an editor's date decides.
    let early =
        crate::told::told([text("a", "adopted = 2014-04-09; review = 'mandatperiod'; review_by = '2015'")]);
    early.review("a", &[("2015-12-31", "due-soon 2015-12-31"), ("2016-01-01", "overdue 2015-12-31")]);
}

#[test]
fn karlskrona_shall_revise_in_2010_at_the_latest() {
    let told = told([text("a", "adopted = 2007-04-26; section = '§60'; review_by = '2010'")]);
    told.shows("a", &[("2007-04-26", "in-force 2007-04-26"), ("2011-01-01", "in-force 2007-04-26")]);
    told.review("a", &[("2010-12-31", "due-soon 2010-12-31"), ("2011-01-01", "overdue 2010-12-31")]);
    let page = told.site.main("/dokument/a/");
    assert!(page.contains("§60") && !page.contains("§ §60"), "{page}");
}

#[test]
fn ornskoldsvik_names_a_body_and_no_day() {
    let told = told([
        text("vision", "title = 'IT-vision 2008 2011'"),
        text("bilaga", "adopted = 2009-03-01; adopted_by = 'Förvaltningschefsgruppen'; annex_of = 'vision'"),
    ]);
    told.faults(&["missing-adopted vision"]);
    told.shows(
        "vision",
        &[
            ("2007-12-31", "unknown odaterad"),
            ("2009-01-01", "unknown odaterad"),
            ("2012-01-01", "unknown odaterad"),
        ],
    );
    told.shows("bilaga", &[("2009-03-01", "in-force 2009-03-01")]);
    let page = told.site.main("/dokument/vision/");
    assert!(page.contains("Det saknas uppgift om när") && page.contains("Text."), "{page}");
}

#[test]
fn an_ofs_number_replaces_one_that_has_no_file() {
    let told = told([text(
        "a",
        "adopted = 2010-09-27; section = '113'; reference = 'KS 2010.85 005'; series = 'ÖFS 2010:17'; replaces = 'ÖFS 2001:15'",
    )]);
    told.faults(&[]);
    let page = told.site.main("/dokument/a/");
    for words in ["ÖFS 2010:17", "§ 113", "KS 2010.85 005", "ÖFS 2001:15"] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn stenungsund_decides_in_june_for_the_years_2010_to_2015() {
    let told = told([text(
        "a",
        "adopted = 2009-06-08; section = '85'; valid_from = 2010-01-01; valid_until = '2015'",
    )]);
    told.shows(
        "a",
        &[
            ("2009-06-08", "upcoming 2009-06-08"),
            ("2009-12-31", "upcoming 2009-06-08"),
            ("2010-01-01", "in-force 2009-06-08"),
            ("2015-12-31", "in-force 2009-06-08"),
            ("2016-01-01", "term-passed 2009-06-08"),
        ],
    );
}

#[test]
fn finspang_has_years_in_the_title_from_before_the_decision() {
    let told = told([text("a", "title = 'IT-strategi 2013-2015'; adopted = 'den 27 maj 2013'")]);
    told.faults(&[]);
    told.shows(
        "a",
        &[
            ("2013-05-26", "upcoming 2013-05-27"),
            ("2013-05-27", "in-force 2013-05-27"),
            ("2016-01-01", "in-force 2013-05-27"),
        ],
    );
}

#[test]
fn uppsala_decides_in_two_bodies_in_some_december() {
    let told = told([text(
        "a",
        "decisions = [{ act = 'adopted', by = 'Regionförbundet', date = 'i december 2013', section = '12' }, \
         { act = 'adopted', by = 'Länsstyrelsen', date = 'i december 2013', section = '34' }]",
    )]);
    told.faults(&[]);
    told.shows(
        "a",
        &[
            ("2013-11-30", "upcoming 2013-12"),
            ("2013-12-01", "unknown 2013-12"),
            ("2013-12-31", "unknown 2013-12"),
            ("2014-01-01", "in-force 2013-12"),
        ],
    );
    let page = told.site.main("/dokument/a/");
    for words in ["Regionförbundet", "Länsstyrelsen", "§ 12", "§ 34", "december 2013"] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn orkelljunga_dates_the_text_by_half_year_and_the_decision_by_day() {
    let told = told([text("a", "version = '2014-ht'; adopted = 2014-12-10; adopted_by = 'Ledningsgruppen'")]);
    told.faults(&[]);
    told.shows("a", &[("2014-12-09", "upcoming 2014-ht"), ("2014-12-10", "in-force 2014-ht")]);
    assert_eq!(Approx::parse("HT 2014").map(Approx::ascii), Ok("2014-ht".into()));
    assert!(told.site.main("/dokument/a/").contains("Ledningsgruppen"));
}

// ---- the traps, by number

#[test]
fn trap_1_ends_are_inclusive_at_both_midnights() {
    let told = told([
        text("until", "adopted = 2010-09-27; valid_until = 2014-12-31"),
        text(
            "repealed",
            "adopted = 2010-09-27; decisions = [{ act = 'repealed', date = 2014-10-01, until = 2014-12-31 }]",
        ),
        text(
            "extended",
            "adopted = 2010-09-27; valid_until = 2012-12-31; decisions = [{ act = 'extended', date = 2012-10-01, until = 2014-12-31 }]",
        ),
    ]);
    for (id, after) in [("until", "term-passed"), ("repealed", "repealed"), ("extended", "term-passed")] {
        told.force(id, &[("2014-12-31", "in-force"), ("2015-01-01", after)]);
        assert_eq!(told.version(id).1.last_day, Some(day("2014-12-31")), "{id}");
    }
}

#[test]
fn trap_2_history_is_ordered_by_what_decides_and_not_by_other_dates() {
    let told = told([
        index("a", ""),
        text("a/forsta", "adopted = 2007-04-26; corrections = [{ date = 2012-01-01, what = 'Stavfel.' }]"),
        text(
            "a/andra",
            "adopted = 2006-03-19; valid_from = 2008-01-01; decisions = [{ act = 'collected', date = 2006-05-01 }]",
        ),
    ]);
    told.order("a", &["forsta", "andra"]);
    told.events(
        "a",
        &[
            "2006-03-19 andra adopted",
            "2006-05-01 andra collected",
            "2007-04-26 forsta adopted",
            "2008-01-01 andra starts",
            "2012-01-01 forsta corrected",
        ],
    );
}

#[test]
fn trap_3_a_missing_start_hides_nothing() {
    let told =
        told([text("a", "title = 'Utan dag'"), text("b", "adopted = 2014-04-09; title = 'Huvudregeln'")]);
    told.force("a", &[("2020-01-01", "unknown")]);
    for address in ["/dokument/", "/dokument/a/", "/dokument/a/odaterad/", "/typ/policy/"] {
        assert!(told.site.main(address).contains("Utan dag"), "{address}");
    }
    told.force("b", &[("2014-04-09", "in-force")]);
}

#[test]
fn trap_4_pages_say_facts_that_stay_true_and_tell_when_to_build() {
    let told = told([text("a", "adopted = 2010-09-27; valid_until = 2014-12-31")]);
    let site = told.site.clone().today("2014-12-31");
    assert!(site.main("/dokument/a/").contains("Gäller 27 september 2010 – 31 december 2014"));
    assert!(
        site.page("/dokument/a/").contains("2015-01-01|term-passed|"),
        "the days of change are in the page"
    );
    assert!(site.page("/data/change-dates.json").contains("\"2015-01-01\""));
}

#[test]
fn trap_5_today_is_the_day_in_sweden() {
    use stadga::base::path::SitePath;
    use stadga::base::snapshot::Source;
    use stadga::base::text::Text;
    let zone = |toml: &str| {
        let mut snapshot = Snapshot::new(day("2020-01-01"));
        snapshot.files.insert(SitePath::new("stadga.toml"), Source::Text(Text::new(toml)));
        stadga::model::config::timezone(&snapshot)
    };
    assert_eq!(zone("name = 'X'"), "Europe/Stockholm");
    assert_eq!(zone("namn = 'X'\ntidszon = 'Europe/Helsinki'"), "Europe/Helsinki");
}

#[test]
fn trap_7_two_decisions_of_one_evening_keep_their_order() {
    let told = told([
        text("a/2019-11-06", "section = '60'"),
        text("a/2019-11-06-2", "section = '61'"),
        text(
            "b",
            "adopted = 2010-01-01; decisions = [{ act = 'repealed', date = 2019-11-06, section = '61' }]",
        ),
        index("c", "decisions = [{ act = 'repealed', by = 'KF', date = 2019-11-06, section = '62' }]"),
        text("c/2010-01-01", ""),
        text("c/2019-11-06", "section = '62'"),
    ]);
    told.faults(&[]);
    told.order("a", &["2019-11-06", "2019-11-06-2"]);
    told.shows("a", &[("2019-11-05", "upcoming 2019-11-06"), ("2019-11-06", "in-force 2019-11-06-2")]);
    told.force("a/2019-11-06", &[("2019-11-06", "superseded by 2019-11-06-2")]);
    told.force("b", &[("2019-11-05", "in-force"), ("2019-11-06", "repealed")]);
    // Repealed and adopted anew in one paragraph: the new text stands.
    told.shows("c", &[("2019-11-05", "in-force 2010-01-01"), ("2019-11-06", "in-force 2019-11-06")]);
}

#[test]
fn trap_7_an_earlier_version_is_superseded_by_the_one_that_applies() {
    let told = told([text("a/2014-04-09", ""), text("a/2019-11-06", ""), text("a/2019-11-06-2", "")]);
    told.force("a/2014-04-09", &[("2019-11-05", "in-force"), ("2019-11-06", "superseded by 2019-11-06-2")]);
}

#[test]
fn trap_8_adopted_and_amended_again_before_it_began() {
    let told = told([
        text("a/2010-01-01", ""),
        text("a/2014-06-01", "valid_from = 2015-01-01"),
        text("a/2014-12-01", "valid_from = 2015-01-01"),
    ]);
    told.force(
        "a/2014-06-01",
        &[
            ("2014-11-30", "upcoming"),
            ("2014-12-01", "lapsed"),
            ("2015-01-01", "lapsed"),
            ("2030-01-01", "lapsed"),
        ],
    );
    told.force("a/2010-01-01", &[("2014-12-31", "in-force"), ("2015-01-01", "superseded by 2014-12-01")]);
    told.shows("a", &[("2014-12-31", "in-force 2010-01-01"), ("2015-01-01", "in-force 2014-12-01")]);
    let page = told.site.clone().today("2014-12-15").main("/dokument/a/");
    assert_eq!(page.matches("En ny lydelse är beslutad").count(), 1, "only one will apply: {page}");
    assert!(
        told.site
            .today("2015-06-01")
            .main("/dokument/a/2014-06-01/")
            .contains("Texten trädde aldrig i kraft")
    );
}

#[test]
fn trap_9_a_start_before_the_decision_is_legal_and_told() {
    let told = told([
        text("taxa/2014-01-01", ""),
        text("taxa/2015-02-23", "valid_from = 2015-01-01; change = 'revision'"),
    ]);
    told.faults(&["retroactive taxa/2015-02-23"]);
    told.shows("taxa", &[("2014-12-31", "in-force 2014-01-01"), ("2015-01-01", "in-force 2015-02-23")]);
    told.events(
        "taxa",
        &["2014-01-01 2014-01-01 adopted", "2015-01-01 2015-02-23 starts", "2015-02-23 2015-02-23 adopted"],
    );
}

#[test]
fn trap_10_overlap_and_gap_are_shown_to_editors() {
    let overlap = told([text("a/2010-01-01", "valid_until = 2015-12-31"), text("a/2015-06-01", "")]);
    overlap.faults(&["overlap a/2015-06-01"]);
    overlap.shows("a", &[("2015-05-31", "in-force 2010-01-01"), ("2015-06-01", "in-force 2015-06-01")]);
    let gap = told([text("a/2010-01-01", "valid_until = 2015-03-31"), text("a/2015-05-01", "")]);
    gap.faults(&["gap a/2015-05-01"]);
    gap.shows("a", &[("2015-04-01", "term-passed 2010-01-01"), ("2015-04-30", "term-passed 2010-01-01")]);
}

#[test]
fn trap_11_a_passed_end_bounds_the_version_for_ever() {
    let told = told([text("a/2010-01-01", ""), text("a/2014-04-17", "valid_until = 2019-12-31")]);
    told.shows(
        "a",
        &[
            ("2019-12-31", "in-force 2014-04-17"),
            ("2020-01-01", "term-passed 2014-04-17"),
            ("9000-01-01", "term-passed 2014-04-17"),
        ],
    );
    told.force("a/2010-01-01", &[("2020-01-01", "superseded by 2014-04-17")]);
}

#[test]
fn trap_12_an_extension_is_an_event_and_no_version() {
    let told = told([text(
        "a",
        "adopted = 2014-04-17; valid_until = 2019-12-31; \
         decisions = [{ act = 'extended', by = 'KF', date = 2019-10-01, until = 2020-12-31 }]",
    )]);
    told.order("a", &["2014-04-17"]);
    told.events(
        "a",
        &["2014-04-17 2014-04-17 adopted", "2019-10-01 2014-04-17 extended", "2020-12-31 2014-04-17 ends"],
    );
    let page = told.site.today("2020-06-01").main("/dokument/a/2014-04-17/");
    assert!(page.contains("Förlängd till och med 31 december 2020"), "{page}");
    assert!(page.contains("Gäller 17 april 2014 – 31 december 2020"), "{page}");
}

#[test]
fn trap_15_fifteen_documents_replace_seventy_one() {
    let old = (0..71).map(|number| text(&format!("old{number}"), "adopted = 2010-01-01"));
    let all: Vec<String> = (0..71).map(|number| format!("'old{number}'")).collect();
    let new = (0..15).map(|number| {
        text(
            &format!("new{number:02}"),
            &format!("adopted = 2019-06-01; valid_from = 2025-01-01; replaces = [{}]", all.join(", ")),
        )
    });
    let told = told(old.chain(new));
    told.faults(&[]);
    let by: Vec<String> = (0..15).map(|number| format!("new{number:02}")).collect();
    told.force(
        "old70",
        &[("2024-12-31", "in-force"), ("2025-01-01", &format!("replaced by {}", by.join(", ")))],
    );
}

#[test]
fn trap_16_a_condition_keeps_its_words_and_no_date_is_made_up() {
    let told = told([text(
        "a",
        "adopted = 2014-04-09; valid_from = 'när budgeten antagits'; valid_until = 'till dess ny plan antas'",
    )]);
    let page = told.site.main("/dokument/a/");
    assert!(page.contains("när budgeten antagits") && page.contains("till dess ny plan antas"), "{page}");
    for file in ["/data/register.json", "/data/a.json"] {
        let data = told.site.page(file);
        assert!(data.contains("när budgeten antagits") && data.contains("till dess ny plan antas"), "{data}");
        assert!(!data.contains("9999") && !data.contains("2222"), "{data}");
    }
    assert_eq!(
        told.register().change_dates(),
        [day("2014-04-09")],
        "only the decision happens on a known day"
    );
}

#[test]
fn trap_17_an_annex_of_another_body_lives_its_own_life() {
    let told = told([
        text("program", "adopted = 2014-04-17; valid_until = 2019-12-31"),
        text("bilaga/2014-05-01", "adopted_by = 'Kommunchefen'; annex_of = 'program'"),
        text("bilaga/2016-05-01", "adopted_by = 'Kommunchefen'; annex_of = 'program'"),
    ]);
    told.events("program", &["2014-04-17 2014-04-17 adopted", "2019-12-31 2014-04-17 ends"]);
    told.shows("bilaga", &[("2016-05-01", "in-force 2016-05-01"), ("2020-01-01", "in-force 2016-05-01")]);
    assert!(told.site.main("/dokument/program/").contains("Bilag"), "the annex is named");
}
