//! What the lists tell: which documents stand where, how they are counted, what is left out.

use crate::site::Site;
use crate::told::{Told, text, told};

/// What a list says between one heading and the next words.
#[track_caller]
fn under<'a>(page: &'a str, heading: &str, next: &str) -> &'a str {
    let (_, rest) = page.split_once(heading).unwrap_or_else(|| panic!("no {heading:?}: {page}"));
    rest.split_once(next).unwrap_or_else(|| panic!("no {next:?} after {heading:?}: {page}")).0
}

fn one_of_each() -> Told {
    told([
        text("gallande", "title = 'Gällande'; adopted = 2015-01-01; review_by = 2019-12-31"),
        text("kommande", "title = 'Kommande text'; adopted = 2019-12-01; valid_from = 2020-02-01"),
        text("odaterad", "title = 'Odaterad'"),
        text("utgangen", "title = 'Utgången'; adopted = 2015-01-01; valid_until = 2018-12-31"),
        text(
            "upphavd",
            "title = 'Upphävd text'; adopted = 2015-01-01; decisions = [{ act = 'repealed', by = 'KF', date = 2016-01-01 }]",
        ),
        text(
            "aldrig",
            "title = 'Aldrig'; adopted = 2015-01-01; valid_from = 2015-06-01; decisions = [{ act = 'repealed', by = 'KF', date = 2015-02-01 }]",
        ),
        text(
            "borttagen",
            "title = 'Borttagen'; adopted = 2015-01-01; review_by = 2019-12-31; withdrawn = { date = 2019-05-01, by = 'KS', reason = 'Hemlig.' }",
        ),
    ])
}

#[test]
fn each_document_stands_under_what_is_true_of_it() {
    let told = one_of_each();
    for address in ["/typ/policy/", "/organ/kommunfullmaktige/"] {
        let page = told.site.main(address);
        for (heading, title) in [
            ("Giltighetstiden har gått ut", "Utgången"),
            ("Oklart om de gäller", "Odaterad"),
            ("Gäller inte längre", "Upphävd text"),
            ("Trädde aldrig i kraft", "Aldrig"),
            ("Avpublicerade", "Borttagen"),
        ] {
            under(&page, heading, title);
        }
        assert_eq!(page.matches("Borttagen").count(), 1, "{page}");
    }
}

#[test]
fn a_withdrawn_document_is_listed_and_not_reviewed() {
    let told = one_of_each();
    assert!(
        told.site.main("/dokument/").contains("Borttagen Avpublicerad"),
        "{}",
        told.site.main("/dokument/")
    );
    assert!(!told.site.main("/").contains("Borttagen Avpublicerad"), "nobody reviews it");
    told.events("borttagen", &["2015-01-01 2015-01-01 adopted", "2019-05-01 - withdrawn"]);
    let year = told.site.main("/tidslinje/2015/");
    assert_eq!(year.matches("Texten är avpublicerad. Läs varför").count(), 1, "{year}");
    let early = one_of_each().site.today("2019-04-30").main("/dokument/");
    assert!(early.contains("Borttagen Gäller"), "not before its day: {early}");
}

#[test]
fn the_start_page_counts_what_applies() {
    let start = one_of_each().site.main("/");
    assert!(start.contains("1 gällande dokument"), "{start}");
    assert!(under(&start, "Efter dokumenttyp", "Efter beslutande organ").contains("Policyer 1"), "{start}");
    assert!(
        under(&start, "Efter beslutande organ", "Ska ses över").contains("Kommunfullmäktige 1"),
        "{start}"
    );
}

#[test]
fn a_body_has_adopted_some_and_decided_on_others() {
    let told = told([
        text("eget", "title = 'Eget'; adopted = 2015-01-01; adopted_by = 'KS'"),
        text(
            "annat",
            "title = 'Annat'; adopted = 2015-01-01; decisions = [{ act = 'reviewed', by = 'KS', date = 2018-01-01 }]",
        ),
    ]);
    let page = told.site.main("/organ/kommunstyrelsen/");
    let own = under(&page, "Gäller", "Har fattat beslut om");
    assert!(own.contains("Eget") && !own.contains("Annat"), "{page}");
    assert!(under(&page, "Har fattat beslut om", "Beslutsdagar").contains("Annat"), "{page}");
    assert!(told.site.main("/").contains("Kommunstyrelsen 1"), "it adopted one of the two");
}

#[test]
fn the_overview_shows_what_lives_and_what_carries_it() {
    let over = "decisions = [{ act = 'repealed', by = 'KF', date = 2016-01-01 }]";
    let told = told([
        text("rot", "title = 'Rot'; adopted = 2010-01-01"),
        text("gren", &format!("title = 'Gren'; adopted = 2010-01-01; implements = 'rot'; {over}")),
        text("blad", "title = 'Blad'; adopted = 2010-01-01; implements = 'gren'"),
        text("dod", &format!("title = 'Vissnad'; adopted = 2010-01-01; implements = 'rot'; {over}")),
        text("ensam", &format!("title = 'Ensam'; adopted = 2010-01-01; {over}")),
    ]);
    let page = told.site.main("/oversikt/");
    for title in ["Rot", "Gren", "Blad"] {
        assert!(page.contains(title), "{title}: {page}");
    }
    for title in ["Vissnad", "Ensam"] {
        assert!(!page.contains(title), "{title}: {page}");
    }
    assert!(page.contains("Det som inte längre gäller"), "{page}");
}

#[test]
fn the_timeline_begins_at_today_and_says_what_it_leaves_out() {
    let days = (1..=14).map(|day| text(&format!("d{day}"), &format!("adopted = 2019-01-{day:02}")));
    let coming = [("i", "2020-02-01"), ("j", "2040-01-01")]
        .map(|(name, from)| text(name, &format!("adopted = 2018-01-01; valid_from = {from}")));
    let site = Site::of(days.chain(coming));
    let page = site.main("/tidslinje/");
    let ahead = under(&page, "Kommande", "Det som har hänt");
    let place = |words: &str| ahead.find(words).unwrap_or_else(|| panic!("no {words}: {page}"));
    assert!(place("1 februari 2020") < place("1 januari 2040"), "{page}");
    assert!(page.contains("högst 12 dagar") && page.contains("Äldre: 2019"), "{page}");
    let year = site.main("/tidslinje/2019/");
    assert!(
        year.contains("Äldre: 2018") && year.contains("Nyare: 2020") && !year.contains("högst"),
        "{year}"
    );
}

#[test]
fn all_subjects_have_a_page() {
    let texts = (10..40).map(|number| {
        text(&format!("d{number}"), &format!("adopted = 2015-01-01; keywords = ['ämne {number}']"))
    });
    let site = Site::of(texts);
    assert!(site.main("/").contains("Alla 30 ämnen"), "{}", site.main("/"));
    let page = site.main("/amne/");
    assert!(
        page.contains("ämne 10 1") && page.contains("ämne 39 1") && !page.contains("inga dokument"),
        "{page}"
    );
}
