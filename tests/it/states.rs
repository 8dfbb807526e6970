//! The states of one document's versions, day by day (design §4). Each test is a table of days
//! and answers; both midnights of every boundary stand in it.

use crate::told::{day, text, told};

// ---- start

#[test]
fn without_a_stated_start_the_adoption_counts() {
    let told = told([text("a", "adopted = 2014-04-09")]);
    told.shows("a", &[("2014-04-08", "upcoming 2014-04-09"), ("2014-04-09", "in-force 2014-04-09")]);
}

#[test]
fn a_stated_start_beats_the_adoption() {
    let told = told([text("a", "adopted = 2014-04-09; valid_from = 2014-05-01")]);
    told.shows("a", &[("2014-04-30", "upcoming 2014-04-09"), ("2014-05-01", "in-force 2014-04-09")]);
    told.events("a", &["2014-04-09 2014-04-09 adopted", "2014-05-01 2014-04-09 starts"]);
}

#[test]
fn between_the_days_that_a_start_can_mean_force_is_unknown() {
    for (start, first, last, after) in [
        ("'2014-02'", "2014-02-01", "2014-02-28", "2014-03-01"),
        ("'VT 2014'", "2014-01-01", "2014-06-30", "2014-07-01"),
        ("'HT 2014'", "2014-07-01", "2014-12-31", "2015-01-01"),
        ("'2014'", "2014-01-01", "2014-12-31", "2015-01-01"),
    ] {
        let told = told([text("a", &format!("adopted = 2013-05-27; valid_from = {start}"))]);
        let eve = day(first).yesterday().expect("a day before").to_string();
        told.force("a", &[(&eve, "upcoming"), (first, "unknown"), (last, "unknown"), (after, "in-force")]);
    }
}

#[test]
fn a_day_written_as_text_is_as_exact_as_a_date() {
    let told = told([text("a", "adopted = '27 maj 2013'")]);
    told.shows("a", &[("2013-05-26", "upcoming 2013-05-27"), ("2013-05-27", "in-force 2013-05-27")]);
}

#[test]
fn a_start_on_a_condition_is_unknown_for_ever() {
    let told = told([text("a", "adopted = 2014-04-09; valid_from = 'när budgeten antagits'")]);
    told.force("a", &[("2010-01-01", "unknown"), ("2014-04-09", "unknown"), ("9000-01-01", "unknown")]);
}

#[test]
fn whenever_it_began_a_passed_term_is_passed() {
    for start in ["'när budgeten antagits'", "'2014'"] {
        let told = told([text(
            "a",
            &format!("adopted = 2013-04-09; valid_from = {start}; valid_until = 2014-06-30"),
        )]);
        told.force(
            "a",
            &[("2014-06-30", "unknown"), ("2014-07-01", "term-passed"), ("2015-01-01", "term-passed")],
        );
    }
}

// ---- end

#[test]
fn the_last_day_is_inclusive_at_both_midnights() {
    for (until, last, after) in [
        ("2014-12-31", "2014-12-31", "2015-01-01"),
        ("'2014-12'", "2014-12-31", "2015-01-01"),
        ("'VT 2014'", "2014-06-30", "2014-07-01"),
        ("'2014'", "2014-12-31", "2015-01-01"),
    ] {
        let told = told([text("a", &format!("adopted = 2010-09-27; valid_until = {until}"))]);
        told.force("a", &[(last, "in-force"), (after, "term-passed")]);
    }
}

#[test]
fn words_for_no_end_are_no_end() {
    for until in ["Tills vidare", "tillsvidare", "Gäller tills vidare", "Till beslut om upphörande"] {
        let told = told([text("a", &format!("adopted = 2010-09-27; valid_until = '{until}'"))]);
        told.force("a", &[("9000-01-01", "in-force")]);
        assert_eq!(told.version("a").1.term_end, None, "{until}");
    }
}

#[test]
fn an_extension_in_time_leaves_no_gap() {
    let told = told([text(
        "a",
        "adopted = 2014-04-17; valid_until = 2019-12-31; \
         decisions = [{ act = 'extended', date = 2019-12-12, until = 2021-12-31 }]",
    )]);
    told.force(
        "a",
        &[
            ("2019-12-31", "in-force"),
            ("2020-01-01", "in-force"),
            ("2021-12-31", "in-force"),
            ("2022-01-01", "term-passed"),
        ],
    );
    told.order("a", &["2014-04-17"]);
}

#[test]
fn an_extension_on_the_first_day_without_term_is_in_time() {
    let told = told([text(
        "a",
        "adopted = 2014-04-17; valid_until = 2019-12-31; \
         decisions = [{ act = 'extended', date = 2020-01-01, until = 2021-12-31 }]",
    )]);
    told.force("a", &[("2019-12-31", "in-force"), ("2020-01-01", "in-force"), ("2022-01-01", "term-passed")]);
}

#[test]
fn an_extension_that_came_too_late_leaves_a_gap() {
    let told = told([text(
        "a",
        "adopted = 2014-04-17; valid_until = 2019-12-31; \
         decisions = [{ act = 'extended', date = 2020-03-26, until = 'tills vidare' }]",
    )]);
    told.force(
        "a",
        &[
            ("2019-12-31", "in-force"),
            ("2020-01-01", "term-passed"),
            ("2020-03-25", "term-passed"),
            ("2020-03-26", "in-force"),
            ("9000-01-01", "in-force"),
        ],
    );
    told.events(
        "a",
        &["2014-04-17 2014-04-17 adopted", "2019-12-31 2014-04-17 ends", "2020-03-26 2014-04-17 extended"],
    );
}

#[test]
fn extensions_follow_each_other_in_the_order_of_their_days() {
    let told = told([text(
        "a",
        "adopted = 2010-01-01; valid_until = 2011-12-31; \
         decisions = [{ act = 'extended', date = 2013-11-01, until = 2015-12-31 }, \
         { act = 'extended', date = 2011-11-01, until = 2013-12-31 }]",
    )]);
    told.force("a", &[("2013-12-31", "in-force"), ("2014-01-01", "in-force"), ("2016-01-01", "term-passed")]);
}

#[test]
fn a_text_without_stated_end_can_be_given_one_by_extension() {
    for until in ["", "; valid_until = 'till dess en ny plan har antagits'"] {
        let told = told([text(
            "a",
            &format!(
                "adopted = 2010-01-01{until}; decisions = [{{ act = 'extended', date = 2014-11-01, until = 2015-12-31 }}]"
            ),
        )]);
        told.force(
            "a",
            &[("2012-01-01", "in-force"), ("2015-12-31", "in-force"), ("2016-01-01", "term-passed")],
        );
    }
}

// ---- repeal, annulment, reinstatement

#[test]
fn a_repeal_holds_from_its_day_or_after_its_last_day() {
    for (until, last, first) in [
        ("", "2018-11-28", "2018-11-29"),
        (", until = 2018-12-31", "2018-12-31", "2019-01-01"),
        (", until = 'november 2019'", "2019-11-30", "2019-12-01"),
    ] {
        let told = told([text(
            "a",
            &format!("adopted = 2014-04-09; decisions = [{{ act = 'repealed', date = 2018-11-29{until} }}]"),
        )]);
        told.force(
            "a",
            &[
                ("2014-04-09", "in-force"),
                (last, "in-force"),
                (first, "repealed"),
                ("9000-01-01", "repealed"),
            ],
        );
    }
}

#[test]
fn a_repeal_on_a_condition_waits_for_a_day() {
    let told = told([text(
        "a",
        "adopted = 2014-04-09; \
         decisions = [{ act = 'repealed', date = 2018-11-29, until = 'när den nya taxan har antagits' }]",
    )]);
    told.force("a", &[("2018-11-29", "in-force"), ("2025-01-01", "in-force")]);
}

#[test]
fn a_repeal_of_some_day_in_a_month_is_unknown_during_it() {
    let told =
        told([text("a", "adopted = 2010-01-01; decisions = [{ act = 'repealed', date = 'december 2013' }]")]);
    told.force(
        "a",
        &[
            ("2013-11-30", "in-force"),
            ("2013-12-01", "unknown"),
            ("2013-12-31", "unknown"),
            ("2014-01-01", "repealed"),
        ],
    );
}

#[test]
fn a_repeal_can_be_undone() {
    let told = told([text(
        "a",
        "adopted = 2010-01-01; decisions = [{ act = 'repealed', date = 2015-01-01 }, \
         { act = 'reinstated', date = 2016-01-01 }, { act = 'repealed', date = 2017-01-01 }]",
    )]);
    told.force(
        "a",
        &[
            ("2014-12-31", "in-force"),
            ("2015-12-31", "repealed"),
            ("2016-01-01", "in-force"),
            ("2017-01-01", "repealed"),
        ],
    );
}

#[test]
fn a_version_struck_down_revives_the_one_before_until_it_is_put_back() {
    // Vellinge: two courts annulled, the highest put it back (HFD 2018-12-17).
    let told = told([
        text("a/2010-01-27", ""),
        text(
            "a/2017-08-23",
            "decisions = [{ act = 'annulled', date = 2018-03-01 }, { act = 'reinstated', date = 2018-12-17 }]",
        ),
    ]);
    told.shows(
        "a",
        &[
            ("2017-08-22", "in-force 2010-01-27"),
            ("2017-08-23", "in-force 2017-08-23"),
            ("2018-02-28", "in-force 2017-08-23"),
            ("2018-03-01", "in-force 2010-01-27"),
            ("2018-12-16", "in-force 2010-01-27"),
            ("2018-12-17", "in-force 2017-08-23"),
        ],
    );
    told.force("a/2017-08-23", &[("2018-03-01", "annulled"), ("2018-12-17", "in-force")]);
    told.force(
        "a/2010-01-27",
        &[("2018-02-28", "superseded by 2017-08-23"), ("2019-01-01", "superseded by 2017-08-23")],
    );
}

#[test]
fn a_version_repealed_does_not_revive_the_one_before() {
    let told = told([
        text("a/2010-01-27", ""),
        text("a/2017-08-23", "decisions = [{ act = 'repealed', date = 2018-03-01 }]"),
    ]);
    told.shows("a", &[("2018-02-28", "in-force 2017-08-23"), ("2018-03-01", "repealed 2017-08-23")]);
}

// ---- before it began

#[test]
fn what_is_repealed_before_its_start_never_takes_effect() {
    for until in ["", ", until = 2014-11-30", ", until = 2014-12-31"] {
        let told = told([
            text("a/2010-01-01", ""),
            text(
                "a/2014-06-01",
                &format!(
                    "valid_from = 2015-01-01; decisions = [{{ act = 'repealed', date = 2014-10-01{until} }}]"
                ),
            ),
        ]);
        told.force(
            "a/2014-06-01",
            &[("2014-09-30", "upcoming"), ("2014-10-01", "lapsed"), ("2020-01-01", "lapsed")],
        );
        told.shows("a", &[("2014-12-31", "in-force 2010-01-01"), ("2015-01-01", "in-force 2010-01-01")]);
        told.events(
            "a",
            &[
                "2010-01-01 2010-01-01 adopted",
                "2014-06-01 2014-06-01 adopted",
                "2014-10-01 2014-06-01 repealed",
            ],
        );
    }
}

#[test]
fn what_is_repealed_and_put_back_before_its_start_takes_effect() {
    let told = told([
        text("a/2010-01-01", ""),
        text(
            "a/2014-06-01",
            "valid_from = 2015-01-01; decisions = [{ act = 'repealed', date = 2014-10-01 }, \
             { act = 'reinstated', date = 2014-11-01 }]",
        ),
    ]);
    told.force(
        "a/2014-06-01",
        &[("2014-10-01", "lapsed"), ("2014-11-01", "upcoming"), ("2015-01-01", "in-force")],
    );
    told.shows("a", &[("2014-12-31", "in-force 2010-01-01"), ("2015-01-01", "in-force 2014-06-01")]);
}

#[test]
fn what_is_put_back_after_its_start_takes_effect_then() {
    let told = told([
        text("a/2010-01-01", ""),
        text(
            "a/2014-06-01",
            "valid_from = 2015-01-01; decisions = [{ act = 'repealed', date = 2014-10-01 }, \
             { act = 'reinstated', date = 2015-03-01 }]",
        ),
    ]);
    told.shows(
        "a",
        &[
            ("2015-01-01", "in-force 2010-01-01"),
            ("2015-02-28", "in-force 2010-01-01"),
            ("2015-03-01", "in-force 2014-06-01"),
        ],
    );
}

// ---- several versions

#[test]
fn each_version_applies_to_the_day_before_the_next() {
    let told = told([
        text("a/2010-01-01", ""),
        text("a/2014-04-09", "valid_from = 2014-05-01"),
        text("a/2019-11-06", ""),
    ]);
    told.shows(
        "a",
        &[
            ("2009-12-31", "upcoming 2010-01-01"),
            ("2010-01-01", "in-force 2010-01-01"),
            ("2014-04-30", "in-force 2010-01-01"),
            ("2014-05-01", "in-force 2014-04-09"),
            ("2019-11-05", "in-force 2014-04-09"),
            ("2019-11-06", "in-force 2019-11-06"),
        ],
    );
    let last = |version: &str| told.version(version).1.last_day.map(|day| day.to_string());
    assert_eq!(last("a/2010-01-01").as_deref(), Some("2014-04-30"));
    assert_eq!(last("a/2014-04-09").as_deref(), Some("2019-11-05"));
    assert_eq!(last("a/2019-11-06"), None);
}

#[test]
fn a_later_version_with_imprecise_start_makes_the_earlier_unknown() {
    let told = told([text("a/2010-01-01", ""), text("a/2014-04-09", "valid_from = 'HT 2014'")]);
    told.force(
        "a/2010-01-01",
        &[
            ("2014-06-30", "in-force"),
            ("2014-07-01", "unknown"),
            ("2014-12-31", "unknown"),
            ("2015-01-01", "superseded by 2014-04-09"),
        ],
    );
    told.shows(
        "a",
        &[
            ("2014-06-30", "in-force 2010-01-01"),
            ("2014-07-01", "unknown 2014-04-09"),
            ("2015-01-01", "in-force 2014-04-09"),
        ],
    );
}

#[test]
fn a_passed_term_is_no_less_passed_because_the_next_start_is_imprecise() {
    let told =
        told([text("a/2010-01-01", "valid_until = 2013-12-31"), text("a/2013-11-01", "valid_from = '2014'")]);
    told.force("a/2010-01-01", &[("2014-01-01", "term-passed"), ("2015-01-01", "superseded by 2013-11-01")]);
}

#[test]
fn versions_are_ordered_by_start_adoption_sequence_and_id() {
    let order = |a: (&str, &str), b: (&str, &str)| {
        told([text(a.0, a.1), text(b.0, b.1)]).order("a", &[&a.0[2..], &b.0[2..]]);
    };
    order(("a/2015-01-01", "valid_from = 2015-02-01"), ("a/2014-01-01", "valid_from = 2015-03-01"));
    order(("a/2014-01-01", "valid_from = 2015-03-01"), ("a/2014-01-02", "valid_from = 2015-03-01"));
    order(("a/2014-01-01-2", "sequence = 1"), ("a/2014-01-01", "sequence = 2"));
    order(("a/2014-01-01", ""), ("a/2014-01-01-2", ""));
    order(("a/gammal", "adopted = '2013'"), ("a/2014-01-01", ""));
}

#[test]
fn the_latest_adopted_is_not_the_one_in_force() {
    let told = told([text("a/2014-04-09", ""), text("a/2019-11-06", "valid_from = 2020-01-01")]);
    told.shows("a", &[("2019-12-31", "in-force 2014-04-09"), ("2020-01-01", "in-force 2019-11-06")]);
    let site = told.site.clone().today("2019-12-31");
    let page = site.main("/dokument/a/");
    assert!(page.contains("En ny lydelse är beslutad") && page.contains("1 januari 2020"), "{page}");
    assert!(site.main("/dokument/a/2019-11-06/").contains("Texten har inte börjat gälla"));
}

#[test]
fn when_none_applies_the_latest_that_did_is_shown_with_a_banner() {
    let told = told([
        text("a/2010-01-01", ""),
        text("a/2014-04-09", "valid_until = 2018-12-31"),
        text("a/2019-11-06", "valid_from = 2020-01-01"),
    ]);
    told.shows(
        "a",
        &[
            ("2018-12-31", "in-force 2014-04-09"),
            ("2019-06-01", "term-passed 2014-04-09"),
            ("2020-01-01", "in-force 2019-11-06"),
        ],
    );
    let page = told.site.clone().today("2019-12-01").main("/dokument/a/");
    assert!(page.contains("Giltighetstiden har gått ut"), "{page}");
}

#[test]
fn the_first_to_come_is_shown_before_any_applies() {
    let told = told([
        text("a/2014-04-09", "valid_from = 2015-01-01"),
        text("a/2014-12-01", "valid_from = 2016-01-01"),
    ]);
    told.shows("a", &[("2014-12-24", "upcoming 2014-04-09"), ("2015-01-01", "in-force 2014-04-09")]);
}
