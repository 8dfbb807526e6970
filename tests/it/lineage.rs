//! How documents follow each other: replacement, annulled replacers, rings; what is told of
//! versions that overlap or leave days between them; decisions on a document as a whole.

use crate::told::{index, text, told};

// ---- replacement

#[test]
fn a_document_is_replaced_when_its_replacer_starts() {
    let told = told([
        text("old", "adopted = 2010-01-01"),
        text("new", "adopted = 2014-11-01; valid_from = 2015-01-01; replaces = 'old'"),
    ]);
    told.force("old", &[("2014-12-31", "in-force"), ("2015-01-01", "replaced by new")]);
    told.events("old", &["2010-01-01 2010-01-01 adopted", "2015-01-01 - replaced"]);
    assert_eq!(told.version("old").1.last_day.map(|day| day.to_string()).as_deref(), Some("2014-12-31"));
}

#[test]
fn a_replacement_can_have_a_day_of_its_own() {
    let old = || text("old", "adopted = 2010-01-01");
    for (start, from, last, first) in [
        ("valid_from = 2015-01-01", "2015-07-01", "2015-06-30", "2015-07-01"),
        ("valid_from = 2015-01-01", "2014-12-01", "2014-11-30", "2014-12-01"),
        ("valid_from = 'när budgeten antagits'", "2015-07-01", "2015-06-30", "2015-07-01"),
    ] {
        let facts = format!("adopted = 2014-11-01; {start}; replaces = {{ id = 'old', from = {from} }}");
        let told = told([old(), text("new", &facts)]);
        told.force("old", &[(last, "in-force"), (first, "replaced by new")]);
    }
}

#[test]
fn a_replacer_whose_start_nobody_knows_replaces_nothing_yet() {
    let told = told([
        text("old", "adopted = 2010-01-01"),
        text("new", "adopted = 2014-11-01; valid_from = 'när budgeten antagits'; replaces = 'old'"),
    ]);
    told.force("old", &[("2020-01-01", "in-force")]);
}

#[test]
fn an_imprecise_replacement_leaves_its_span_unknown() {
    let told = told([
        text("old", "adopted = 2010-01-01"),
        text("new", "adopted = 2014-11-01; valid_from = '2015'; replaces = 'old'"),
    ]);
    told.force(
        "old",
        &[
            ("2014-12-31", "in-force"),
            ("2015-01-01", "unknown"),
            ("2015-12-31", "unknown"),
            ("2016-01-01", "replaced by new"),
        ],
    );
}

#[test]
fn several_documents_can_become_one_and_one_several() {
    let told = told([
        text("a", "adopted = 2010-01-01"),
        text("b", "adopted = 2011-01-01"),
        text("c", "adopted = 2015-01-01; replaces = ['a', 'b']"),
        text("d", "adopted = 2015-01-01; replaces = 'b'"),
        text("e", "adopted = 2016-01-01; replaces = 'b'"),
    ]);
    told.force("a", &[("2014-12-31", "in-force"), ("2015-01-01", "replaced by c")]);
    told.force(
        "b",
        &[
            ("2014-12-31", "in-force"),
            ("2015-12-31", "replaced by c, d"),
            ("2016-01-01", "replaced by c, d, e"),
        ],
    );
    told.events("b", &["2011-01-01 2011-01-01 adopted", "2015-01-01 - replaced", "2016-01-01 - replaced"]);
}

#[test]
fn a_part_replaced_does_not_end_the_whole() {
    let told = told([
        text("old", "adopted = 2010-01-01"),
        text("new", "adopted = 2015-01-01; replaces = { id = 'old', part = 'kapitel 3' }"),
    ]);
    told.force("old", &[("2014-12-31", "in-force"), ("2015-01-01", "in-force"), ("2030-01-01", "in-force")]);
    told.events("old", &["2010-01-01 2010-01-01 adopted"]);
    assert_eq!(told.register().lineage.inverse(&stadga::model::id::DocId::new("old")).len(), 1);
}

#[test]
fn all_versions_of_a_document_are_replaced_with_it() {
    let told = told([
        text("old/2010-01-01", ""),
        text("old/2014-06-01", ""),
        text("old/2014-09-01", "valid_from = 2016-01-01"),
        text("new", "adopted = 2014-11-01; valid_from = 2015-01-01; replaces = 'old'"),
    ]);
    told.shows("old", &[("2014-12-31", "in-force 2014-06-01"), ("2015-01-01", "replaced 2014-06-01")]);
    told.force("old/2010-01-01", &[("2015-01-01", "superseded by 2014-06-01")]);
    told.force(
        "old/2014-09-01",
        &[("2014-10-31", "upcoming"), ("2014-11-01", "lapsed"), ("2016-01-01", "lapsed")],
    );
}

#[test]
fn a_replacer_struck_down_revives_its_predecessor() {
    let told = told([
        text("old", "adopted = 2010-01-01"),
        text(
            "new",
            "adopted = 2015-01-01; replaces = 'old'; decisions = [{ act = 'annulled', date = 2015-09-01 }, \
             { act = 'reinstated', date = 2016-12-17 }]",
        ),
    ]);
    told.force(
        "old",
        &[
            ("2015-01-01", "replaced by new"),
            ("2015-08-31", "replaced by new"),
            ("2015-09-01", "in-force"),
            ("2016-12-16", "in-force"),
            ("2016-12-17", "replaced by new"),
        ],
    );
}

#[test]
fn a_replacer_struck_down_as_a_whole_document_revives_its_predecessor() {
    let told = told([
        text("old", "adopted = 2010-01-01"),
        index("new", "replaces = 'old'; decisions = [{ act = 'annulled', date = 2015-09-01 }]"),
        text("new/2015-01-01", ""),
    ]);
    told.force(
        "old",
        &[("2014-12-31", "in-force"), ("2015-01-01", "replaced by new"), ("2015-09-01", "in-force")],
    );
}

#[test]
fn a_replacer_repealed_before_its_start_replaces_nothing() {
    let told = told([
        text("old", "adopted = 2010-01-01"),
        text(
            "new",
            "adopted = 2014-11-01; valid_from = 2015-01-01; replaces = 'old'; \
             decisions = [{ act = 'repealed', date = 2014-12-15 }]",
        ),
    ]);
    told.force("old", &[("2014-12-31", "in-force"), ("2015-01-01", "in-force"), ("2030-01-01", "in-force")]);
    told.events("old", &["2010-01-01 2010-01-01 adopted"]);
}

#[test]
fn a_replacer_repealed_later_revives_nobody() {
    let told = told([
        text("old", "adopted = 2010-01-01"),
        text(
            "new",
            "adopted = 2015-01-01; replaces = 'old'; decisions = [{ act = 'repealed', date = 2018-01-01 }]",
        ),
    ]);
    told.force("old", &[("2017-12-31", "replaced by new"), ("2018-01-01", "replaced by new")]);
}

#[test]
fn a_whole_document_replaces_from_its_first_version_that_takes_effect() {
    let told = told([
        text("old", "adopted = 2010-01-01"),
        index("new", "replaces = 'old'"),
        text(
            "new/2014-01-01",
            "valid_from = 2014-07-01; decisions = [{ act = 'repealed', date = 2014-03-01 }]",
        ),
        text("new/2015-01-01", ""),
    ]);
    told.force("old", &[("2014-12-31", "in-force"), ("2015-01-01", "replaced by new")]);
}

#[test]
fn a_replacement_that_each_version_repeats_is_one_event() {
    let told = told([
        text("old", "adopted = 2010-01-01"),
        text("new/2015-01-01", "replaces = 'old'"),
        text("new/2018-01-01", "replaces = 'old'"),
    ]);
    told.force("old", &[("2014-12-31", "in-force"), ("2015-01-01", "replaced by new")]);
    told.events("old", &["2010-01-01 2010-01-01 adopted", "2015-01-01 - replaced"]);
}

#[test]
fn a_document_replaced_before_its_start_never_takes_effect() {
    let told = told([
        text("old", "adopted = 2014-06-01; valid_from = 2015-01-01"),
        text("new", "adopted = 2014-11-01; valid_from = 2015-01-01; replaces = 'old'"),
    ]);
    told.force("old", &[("2014-10-31", "upcoming"), ("2014-11-01", "lapsed"), ("2015-01-01", "lapsed")]);
    told.events("old", &["2014-06-01 2014-06-01 adopted", "2015-01-01 - replaced"]);
}

#[test]
fn a_replacement_written_in_the_wrong_document_is_told_and_ends_nothing() {
    let told = told([
        text("old", "adopted = 2010-01-01; replaces = 'new'"),
        text("new", "adopted = 2020-01-01; valid_from = 2020-02-01"),
    ]);
    told.faults(&["replaces-newer old"]);
    told.force("new", &[("2010-01-01", "upcoming"), ("2020-02-01", "in-force"), ("2030-01-01", "in-force")]);
    told.events("new", &["2020-01-01 2020-01-01 adopted", "2020-02-01 2020-01-01 starts"]);
}

#[test]
fn a_text_adopted_after_its_document_was_replaced_applies() {
    let told = told([
        text("old/2010-01-01", ""),
        text("old/2018-01-01", ""),
        text("new", "adopted = 2015-01-01; replaces = 'old'"),
    ]);
    told.faults(&[]);
    told.force("old/2010-01-01", &[("2014-12-31", "in-force"), ("2018-01-01", "replaced by new")]);
    told.shows("old", &[("2017-12-31", "replaced 2010-01-01"), ("2018-01-01", "in-force 2018-01-01")]);
    let page = told.site.today("2020-01-01").main("/dokument/old/2010-01-01/");
    assert!(page.contains("Lydelsen är ersatt") && !page.contains("Dokumentet är ersatt"), "{page}");
}

#[test]
fn what_a_second_replacer_adds_is_no_new_end() {
    let told = told([
        text("old", "adopted = 2010-01-01"),
        text("b", "adopted = 2020-01-01; replaces = 'old'"),
        text("c", "adopted = 2021-02-01; replaces = 'old'"),
    ]);
    let page = told.site.today("2022-01-01").main("/dokument/old/");
    assert!(page.contains("Ersattes 1 januari 2020") && page.contains("31 december 2019"), "{page}");
    assert!(!page.contains("Ersattes 1 februari 2021") && !page.contains("31 januari 2021"), "{page}");
}

#[test]
fn a_predecessor_outside_the_site_is_named_and_nothing_more() {
    let told =
        told([text("new", "adopted = 2010-09-27; replaces = ['ÖFS 2001:15', { title = 'SOSFS 2011:9' }]")]);
    told.faults(&[]);
    let page = told.site.main("/dokument/new/");
    assert!(page.contains("ÖFS 2001:15") && page.contains("SOSFS 2011:9"), "{page}");
}

// ---- what cannot be

#[test]
fn a_ring_is_told_and_broken() {
    for key in ["replaces", "implements", "annex_of"] {
        let told = told([
            text("a", &format!("adopted = 2010-01-01; {key} = 'c'")),
            text("b", &format!("adopted = 2011-01-01; {key} = 'a'")),
            text("c", &format!("adopted = 2012-01-01; {key} = 'b'")),
            text("d", &format!("adopted = 2013-01-01; {key} = 'c'")),
        ]);
        told.faults(&["ring a"]);
        told.force("a", &[("2020-01-01", "in-force")]);
        let ended = if key == "replaces" { "replaced by d" } else { "in-force" };
        told.force("c", &[("2020-01-01", ended)]);
    }
}

#[test]
fn a_document_that_replaces_itself_is_a_ring() {
    let told = told([text("a", "adopted = 2010-01-01; replaces = 'a'")]);
    told.faults(&["ring a"]);
    told.force("a", &[("2020-01-01", "in-force")]);
}

#[test]
fn rings_that_share_a_relation_are_each_told_with_their_place() {
    let told = told([
        text("a", "adopted = 2010-01-01; replaces = 'b'"),
        text("b", "adopted = 2011-01-01; replaces = ['a', 'c']"),
        text("c", "adopted = 2012-01-01; replaces = 'a'"),
    ]);
    let rings = told.site.faults().iter().filter(|fault| fault.contains(" ring content/a.md:")).count();
    assert_eq!(rings, 2, "{:#?}", told.site.faults());
}

#[test]
fn documents_may_point_at_each_other_as_worth_reading() {
    let told = told([
        text("a", "adopted = 2010-01-01; related = 'b'; based_on = 'b'"),
        text("b", "adopted = 2011-01-01; related = 'a'; based_on = 'a'"),
    ]);
    told.faults(&[]);
}

#[test]
fn a_predecessor_that_does_not_exist_is_told() {
    told([text("a", "adopted = 2010-01-01; replaces = 'saknas'")]).faults(&["unknown-target a"]);
}

#[test]
fn a_draft_replaces_nothing_and_cannot_be_replaced() {
    let told = told([
        text("old", "adopted = 2010-01-01"),
        text("new", "adopted = 2015-01-01; replaces = 'old'; draft = true"),
        text("newer", "adopted = 2016-01-01; replaces = 'new'"),
    ]);
    told.faults(&["link-to-draft newer"]);
    told.force("old", &[("2020-01-01", "in-force")]);
}

#[test]
fn a_chain_of_thousands_of_documents_does_not_exhaust_the_stack() {
    let name = |number: usize| format!("d{number}");
    let link = |number: usize| match number {
        0 => "adopted = 2010-01-01".to_owned(),
        _ => format!("adopted = 2010-01-01; related = '{0}'; implements = '{0}'", name(number - 1)),
    };
    let told = told((0..3000).map(|number| text(&name(number), &link(number))));
    told.faults(&[]);
}

// ---- overlap and gap

#[test]
fn overlap_and_gap_are_told_unless_the_later_version_says_what_it_changes() {
    for (first, second, expected) in [
        ("valid_until = 2018-12-31", "", &["overlap a/2017-01-01"][..]),
        ("valid_until = 2017-01-01", "", &["overlap a/2017-01-01"]),
        ("valid_until = 2018-12-31", "change = 'revision'", &[]),
        ("valid_until = 2016-12-31", "", &[]),
        ("valid_until = 2016-12-30", "", &["gap a/2017-01-01"]),
        ("valid_until = 2016-12-30", "change = 'revision'", &["gap a/2017-01-01"]),
        ("valid_until = 'tills vidare'", "", &[]),
        ("sequence = 0", "", &[]),
        (
            "decisions = [{ act = 'extended', date = 2015-01-01, until = 2018-12-31 }]",
            "",
            &["overlap a/2017-01-01"],
        ),
        (
            "valid_until = 2014-12-31; decisions = [{ act = 'extended', date = 2014-10-01, until = 2016-12-31 }]",
            "",
            &[],
        ),
        // A repeal leaves days without a version because somebody decided so.
        ("decisions = [{ act = 'repealed', date = 2015-01-01 }]", "", &[]),
    ] {
        let told = told([text("a/2010-01-01", first), text("a/2017-01-01", second)]);
        told.faults(expected);
    }
}

#[test]
fn a_version_that_never_applied_neither_overlaps_nor_fills_a_gap() {
    let told = told([
        text("a/2010-01-01", "valid_until = 2014-12-31"),
        text(
            "a/2014-06-01",
            "valid_from = 2015-01-01; decisions = [{ act = 'repealed', date = 2014-10-01 }]",
        ),
        text("a/2016-01-01", ""),
    ]);
    told.faults(&["gap a/2016-01-01"]);
}

// ---- decisions on the whole document

#[test]
fn a_decision_on_the_whole_document_holds_for_its_versions() {
    let told = told([
        index("a", "decisions = [{ act = 'repealed', by = 'KF', date = 2018-11-29, until = 2018-12-31 }]"),
        text("a/2010-01-01", ""),
        text("a/2014-04-09", ""),
    ]);
    told.shows("a", &[("2018-12-31", "in-force 2014-04-09"), ("2019-01-01", "repealed 2014-04-09")]);
    told.force("a/2010-01-01", &[("2019-01-01", "superseded by 2014-04-09")]);
    told.events(
        "a",
        &[
            "2010-01-01 2010-01-01 adopted",
            "2014-04-09 2014-04-09 adopted",
            "2018-11-29 - repealed",
            "2018-12-31 2014-04-09 ends",
        ],
    );
}

#[test]
fn a_decision_on_the_whole_document_says_nothing_of_later_texts() {
    let told = told([
        index(
            "a",
            "decisions = [{ act = 'extended', date = 2014-12-01, until = 2015-06-30 }, \
             { act = 'reviewed', date = 2015-01-15, until = 2015-12-31 }, \
             { act = 'repealed', date = 2016-01-01 }]",
        ),
        text("a/2010-01-01", "valid_until = 2014-12-31"),
        text("a/2018-04-09", "valid_until = 2022-12-31; review_by = 2020-12-31"),
    ]);
    told.shows(
        "a",
        &[
            ("2015-06-30", "in-force 2010-01-01"),
            ("2015-07-01", "term-passed 2010-01-01"),
            ("2016-01-01", "repealed 2010-01-01"),
            ("2018-04-09", "in-force 2018-04-09"),
            ("2022-12-31", "in-force 2018-04-09"),
            ("2023-01-01", "term-passed 2018-04-09"),
        ],
    );
    told.review("a/2018-04-09", &[("2018-04-09", "current 2020-12-31")]);
}

#[test]
fn a_document_struck_down_has_nothing_to_revive() {
    let told = told([
        index(
            "a",
            "decisions = [{ act = 'annulled', date = 2018-03-01 }, { act = 'reinstated', date = 2018-12-17 }]",
        ),
        text("a/2010-01-01", ""),
        text("a/2014-04-09", ""),
    ]);
    told.shows(
        "a",
        &[
            ("2018-02-28", "in-force 2014-04-09"),
            ("2018-03-01", "annulled 2014-04-09"),
            ("2018-12-17", "in-force 2014-04-09"),
        ],
    );
}
