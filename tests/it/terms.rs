//! What is said of a term that has passed, of reviews, of texts taken down, and of dates that
//! cannot all be true.

use crate::site::Site;
use crate::told::{Told, index, text, told};

// ---- after the term

const TERM: &str = "adopted = 2014-04-17; valid_until = 2019-12-31";

fn after_term(setting: &str) -> Site {
    let settings =
        format!("name = 'X'\nbase_url = 'https://x.example/'\n{setting}\n[bodies.kf]\nname = 'KF'\n");
    told([text("a", TERM)]).site.file("stadga.toml", &settings).today("2020-01-01")
}

#[test]
fn a_passed_term_is_never_plainly_in_force() {
    for (setting, sentence) in [
        ("after_term = 'ends'", "Dokumentet gäller inte längre"),
        ("efter_giltighetstid = 'fortsatter'", "till dess något annat beslutas"),
        ("after_term = 'unclear'", "inte klarlagt"),
        ("", "inte klarlagt"),
    ] {
        let site = after_term(setting);
        for address in ["/dokument/a/", "/dokument/a/2014-04-17/"] {
            let page = site.main(address);
            assert!(page.contains("Giltighetstiden har gått ut"), "{setting} {address}: {page}");
            assert!(
                page.contains("31 december 2019") && page.contains(sentence),
                "{setting} {address}: {page}"
            );
        }
        for address in
            ["/", "/dokument/", "/dokument/a/", "/dokument/a/2014-04-17/", "/typ/policy/", "/organ/kf/"]
        {
            assert_eq!(badges(&site, address, "in-force"), 0, "{setting}: {address} shows a badge of force");
        }
        // The day before, the same words would be wrong.
        assert!(!site.today("2019-12-31").main("/dokument/a/").contains("har gått ut"), "{setting}");
    }
}

/// How many badges of a state a page shows; what scripts are told about other days is no badge.
fn badges(site: &Site, address: &str, force: &str) -> usize {
    let page = scraper::Html::parse_document(&site.page(address));
    let badge = scraper::Selector::parse(&format!(
        "main [data-force={force}], main .state-{force}, main .badge-{force}"
    ))
    .expect("a selector");
    page.select(&badge).count()
}

#[test]
fn badges_are_found_where_there_are_any() {
    assert!(badges(&after_term("").today("2019-12-31"), "/dokument/a/", "in-force") > 0);
    assert!(badges(&after_term(""), "/dokument/a/", "term-passed") > 0);
}

// ---- review

#[test]
fn a_review_is_due_soon_and_then_late_from_the_day_after() {
    let told = told([text("a", "adopted = 2014-04-09; review_by = 2018-12-31")]);
    told.review(
        "a",
        &[
            ("2014-04-09", "current 2018-12-31"),
            ("2018-10-01", "current 2018-12-31"),
            ("2018-10-02", "due-soon 2018-12-31"),
            ("2018-12-31", "due-soon 2018-12-31"),
            ("2019-01-01", "overdue 2018-12-31"),
        ],
    );
    assert!(told.site.clone().today("2019-01-01").main("/dokument/a/").contains("Översynen är försenad"));
    assert!(!told.site.today("2018-12-31").main("/dokument/a/").contains("Översynen är försenad"));
}

#[test]
fn an_imprecise_review_date_lasts_to_its_last_day() {
    for (date, last, after) in [
        ("'2018'", "2018-12-31", "2019-01-01"),
        ("'2018-02'", "2018-02-28", "2018-03-01"),
        ("'VT 2018'", "2018-06-30", "2018-07-01"),
    ] {
        let told = told([text("a", &format!("adopted = 2014-04-09; review_by = {date}"))]);
        told.review("a", &[(last, &format!("due-soon {last}")), (after, &format!("overdue {last}"))]);
    }
}

#[test]
fn a_yearly_review_counts_from_adoption_and_from_each_review() {
    for word in ["årligen", "arligen"] {
        let facts = format!(
            "adopted = 2014-04-09; review = '{word}'; decisions = [{{ act = 'reviewed', date = 2015-03-01 }}, \
             {{ act = 'reviewed', date = 2016-05-01, until = 2018-05-31 }}]"
        );
        told([text("a", &facts)]).review(
            "a",
            &[
                ("2014-04-09", "current 2015-04-09"),
                ("2015-02-28", "due-soon 2015-04-09"),
                ("2015-03-01", "current 2016-03-01"),
                ("2016-03-02", "overdue 2016-03-01"),
                ("2016-05-01", "current 2018-05-31"),
                ("2018-06-01", "overdue 2018-05-31"),
            ],
        );
    }
}

#[test]
fn a_yearly_review_from_a_leap_day_falls_on_the_last_of_february() {
    let told = told([text("a", "adopted = 2016-02-29; review = 'årligen'")]);
    told.review("a", &[("2017-02-28", "due-soon 2017-02-28"), ("2017-03-01", "overdue 2017-02-28")]);
}

#[test]
fn a_review_each_term_of_office_is_due_when_the_next_term_ends() {
    for (adopted, due) in [
        ("2014-04-09", "2018-10-14"),
        ("2014-10-14", "2018-10-14"),
        ("2014-10-15", "2022-10-14"),
        ("'2014'", "2022-10-14"),
    ] {
        let told = told([text("a", &format!("adopted = {adopted}; review = 'mandatperiod'"))]);
        told.review("a", &[("2015-06-01", &format!("current {due}"))]);
    }
}

#[test]
fn a_stated_review_date_beats_the_rhythm_until_it_is_made() {
    let told = told([text(
        "a",
        "adopted = 2014-04-09; review_by = 2016-01-31; review = 'mandatperiod'; \
         decisions = [{ act = 'reviewed', date = 2015-12-01 }]",
    )]);
    told.review("a", &[("2015-11-30", "due-soon 2016-01-31"), ("2015-12-01", "current 2022-10-14")]);
}

#[test]
fn a_review_made_without_a_next_one_leaves_none() {
    let told = told([text(
        "a",
        "adopted = 2014-04-09; review_by = 2016-01-31; decisions = [{ act = 'reviewed', date = 2016-03-01 }]",
    )]);
    told.review(
        "a",
        &[("2016-02-29", "overdue 2016-01-31"), ("2016-03-01", "not-stated"), ("2020-01-01", "not-stated")],
    );
}

#[test]
fn reviews_count_in_the_order_of_their_days() {
    let told = told([text(
        "a",
        "adopted = 2014-04-09; decisions = [{ act = 'reviewed', date = 2017-03-01, until = 2019-12-31 }, \
         { act = 'reviewed', date = 2015-03-01, until = 2016-12-31 }]",
    )]);
    told.review(
        "a",
        &[
            ("2014-05-01", "not-stated"),
            ("2015-03-01", "current 2016-12-31"),
            ("2018-01-01", "current 2019-12-31"),
        ],
    );
}

#[test]
fn the_site_says_how_soon_is_soon() {
    let settings = "name = 'X'\nreview_soon_days = 10\n";
    let site =
        told([text("a", "adopted = 2014-04-09; review_by = 2018-12-31")]).site.file("stadga.toml", settings);
    let told = Told::of(site);
    told.review("a", &[("2018-12-20", "current 2018-12-31"), ("2018-12-21", "due-soon 2018-12-31")]);
}

#[test]
fn a_text_that_no_longer_applies_is_not_late() {
    let told = told([text("a/2010-01-01", "review_by = 2013-12-31"), text("a/2014-04-09", "")]);
    for address in ["/dokument/a/", "/dokument/a/2010-01-01/"] {
        assert!(!told.site.main(address).contains("Översynen är försenad"), "{address}");
    }
    told.events(
        "a",
        &[
            "2010-01-01 2010-01-01 adopted",
            "2013-12-31 2010-01-01 review-due",
            "2014-04-09 2014-04-09 adopted",
        ],
    );
}

// ---- taken down

#[test]
fn what_is_taken_down_leaves_a_stone_at_each_address() {
    let told = told([
        index(
            "a",
            "withdrawn = { date = 2018-06-01, by = 'Kommunchefen', reason = 'Innehöll personuppgifter.' }",
        ),
        text("a/2010-01-01", ""),
        text("a/2014-04-09", ""),
    ]);
    told.shows(
        "a",
        &[("2018-05-31", "in-force 2014-04-09"), ("2018-06-01", "withdrawn in-force 2014-04-09")],
    );
    for address in ["/dokument/a/", "/dokument/a/2010-01-01/", "/dokument/a/2014-04-09/"] {
        let before = told.site.clone().today("2018-05-31").main(address);
        assert!(before.contains("Text.") && !before.contains("avpublicerat"), "{address}: {before}");
        let after = told.site.clone().today("2018-06-01").main(address);
        assert!(
            after.contains("avpublicerat") && after.contains("Innehöll personuppgifter."),
            "{address}: {after}"
        );
        assert!(!after.contains("Text."), "{address} still shows the text");
    }
}

#[test]
fn a_withdrawal_without_a_date_holds_always_and_a_reason_must_be_given() {
    let told = told([text("a", "adopted = 2014-04-09; withdrawn = { reason = 'Fel text.' }")]);
    told.shows(
        "a",
        &[("1900-01-01", "withdrawn upcoming 2014-04-09"), ("2020-01-01", "withdrawn in-force 2014-04-09")],
    );
    crate::told::told([text("a", "adopted = 2014-04-09; withdrawn = { date = 2018-06-01 }")])
        .faults(&["missing-value a"]);
}

// ---- dates against each other

#[test]
fn dates_that_cannot_all_be_true_are_told() {
    for (facts, expected) in [
        ("adopted = 2014-04-09; valid_until = 2014-04-08", &["end-before-start a"][..]),
        ("adopted = 2014-04-09; valid_until = 2014-04-09", &[]),
        ("adopted = 2014-04-09; valid_until = '2014'", &[]),
        ("adopted = 2014-04-09; valid_until = '2013'", &["end-before-start a"]),
        ("adopted = 2014-02-24; valid_from = 2014-01-01", &["retroactive a"]),
        ("adopted = 2014-02-24; valid_from = 2014-02-24", &[]),
        ("adopted = 2014-02-24; valid_from = '2014'", &[]),
        ("adopted = '2014'; valid_from = 2014-02-24", &[]),
        ("adopted = '2014'; valid_from = '2013'", &["retroactive a"]),
        ("adopted = '2010-09-27 t o m 2014-12-31'", &["date-span a"]),
        ("adopted = 2014-04-09; valid_from = '2010-2015'", &["date-span a"]),
        ("adopted = 2014-04-09; valid_until = '2014-02-30'", &["impossible-date a"]),
        ("adopted_by = 'KF'", &["missing-adopted a"]),
    ] {
        told([text("a", facts)]).faults(expected);
    }
}
