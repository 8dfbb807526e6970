//! What a reader is told where a text applies in several periods, or from another day than the
//! decision would make one think: struck down, put back, decided by two bodies, afterwards, never.

use crate::site::Site;
use crate::told::{Told, text, told};

/// The page at an address holds all these words.
#[track_caller]
fn says(told: &Told, address: &str, words: &[&str]) {
    let page = told.site.main(address);
    for words in words {
        assert!(page.contains(words), "{address} lacks {words:?}: {page}");
    }
}

#[track_caller]
fn says_not(told: &Told, address: &str, words: &[&str]) {
    let page = told.site.main(address);
    for words in words {
        assert!(!page.contains(words), "{address} says {words:?}: {page}");
    }
}

#[test]
fn a_revived_version_keeps_its_first_period() {
    let told = told([
        text("a/2017-05-29", "title = 'Före'; valid_from = 2017-07-01"),
        text(
            "a/2018-10-31",
            "title = 'Efter'; valid_from = 2019-01-01; decisions = [{ act = 'annulled', date = 2019-06-14 }]",
        ),
    ]);
    let both = "1 juli 2017 – 31 december 2018 och från och med 14 juni 2019";
    says(
        &told,
        "/dokument/a/",
        &[both, "Gäller sedan 14 juni 2019, och gällde även 1 juli 2017 – 31 december 2018"],
    );
    says(&told, "/dokument/", &["14 juni 2019 gällde även 1 juli 2017 – 31 december 2018"]);
    told.events(
        "a",
        &[
            "2017-05-29 2017-05-29 adopted",
            "2017-07-01 2017-05-29 starts",
            "2018-10-31 2018-10-31 adopted",
            "2019-01-01 2018-10-31 starts",
            "2019-06-14 2018-10-31 annulled",
            "2019-06-14 2017-05-29 revived",
        ],
    );
    let why = "Gäller igen (lydelsen 29 maj 2017) Lydelsen 31 oktober 2018, som hade tagit dess plats, \
               upphävdes av domstol. Läs lydelsen 29 maj 2017";
    says(
        &told,
        "/dokument/a/",
        &[why, "Upphävd av domstol (lydelsen 31 oktober 2018)", "Läs lydelsen 31 oktober 2018"],
    );
    says(&told, "/dokument/a/2018-10-31/", &["1 januari 2019 – 13 juni 2019"]);
    // On the days between, nobody knew that it would come back.
    let before = told.site.clone().today("2019-03-01").main("/dokument/a/2017-05-29/");
    assert!(before.contains("Den här texten gällde 1 juli 2017 – 31 december 2018."), "{before}");
}

#[test]
fn a_document_revived_by_the_fall_of_its_replacer_says_so() {
    let told = told([
        text("a", "adopted = 2010-01-01"),
        text(
            "b",
            "title = 'Nya'; adopted = 2015-01-01; replaces = 'a'; decisions = [{ act = 'annulled', date = 2016-01-01 }]",
        ),
    ]);
    says(
        &told,
        "/dokument/a/",
        &[
            "sedan 1 januari 2016, och gällde även 1 januari 2010 – 31 december 2014",
            "Nya, som hade tagit dess plats, upphävdes",
        ],
    );
}

#[test]
fn what_was_repealed_and_put_back_has_two_periods_and_one_event() {
    let told = told([text(
        "a",
        "adopted = 2010-01-01; decisions = [{ act = 'repealed', date = 2015-01-01 }, \
         { act = 'reinstated', date = 2016-01-01 }]",
    )]);
    says(&told, "/dokument/a/", &["sedan 1 januari 2016, och gällde även 1 januari 2010 – 31 december 2014"]);
    told.events(
        "a",
        &[
            "2010-01-01 2010-01-01 adopted",
            "2015-01-01 2010-01-01 repealed",
            "2016-01-01 2010-01-01 reinstated",
        ],
    );
    let told = crate::told::told([text(
        "a",
        "adopted = 2010-01-01; valid_until = 2014-12-31; \
         decisions = [{ act = 'extended', date = 2015-03-01, until = 2016-12-31 }]",
    )]);
    says(&told, "/dokument/a/", &["1 januari 2010 – 31 december 2014 och 1 mars 2015 – 31 december 2016"]);
}

const JOINT: &str = "note = 'Det nya.'; decisions = [\
    { act = 'adopted', by = 'KF', date = 2015-03-18, reference = 'KS 1' }, \
    { act = 'adopted', by = 'KS', date = 2015-03-26, reference = 'KS 2' }]";

#[test]
fn a_joint_decision_stands_when_the_last_body_has_made_it() {
    let told = told([text("a", JOINT)]);
    told.shows("a", &[("2015-03-18", "upcoming 2015-03-26"), ("2015-03-26", "in-force 2015-03-26")]);
    says(&told, "/dokument/a/", &["T (KS 1, KS 2), lydelse 26 mars 2015"]);
    let timeline = told.site.main("/tidslinje/2015/");
    assert_eq!(timeline.matches("Det nya.").count(), 1, "{timeline}");
    for (name, faults) in [("2015-03-26", &[][..]), ("2015-03-18", &["name-differs a/2015-03-18"])] {
        let named = (format!("content/a/{name}.md"), text("a", JOINT).1);
        crate::told::told([named]).faults(faults);
    }
}

#[test]
fn a_text_that_applies_from_before_its_decision_says_so() {
    let told = told([
        text("a/2015-01-01", ""),
        text("a/2019-02-23", "valid_from = 2019-01-01; change = 'revision'"),
    ]);
    says(
        &told,
        "/dokument/a/",
        &["Den beslutades 23 februari 2019 men gäller bakåt, från och med 1 januari 2019."],
    );
    says(&told, "/dokument/a/2015-01-01/", &["beslutades i efterhand, 23 februari 2019."]);
    let plain = crate::told::told([text("a/2019-02-23", "valid_from = 2019-03-01")]);
    says_not(&plain, "/dokument/a/", &["bakåt"]);
}

#[test]
fn what_was_repealed_before_its_start_is_told_as_such() {
    let told = told([text(
        "a",
        "adopted = 2018-11-30; valid_from = 2019-07-01; decisions = [{ act = 'repealed', by = 'KF', date = 2019-05-31 }]",
    )]);
    says(
        &told,
        "/dokument/a/",
        &[
            "Upphävdes 31 maj 2019, innan den hade börjat gälla",
            "Nej, den trädde aldrig i kraft skulle ha gällt från 1 juli 2019",
        ],
    );
    says_not(&told, "/dokument/a/", &["Ersattes eller togs tillbaka", "ersattes"]);
    let replaced = crate::told::told([
        text("a/2018-11-30", "valid_from = 2019-07-01"),
        text("a/2019-03-01", "valid_from = 2019-06-01"),
        text("a/2019-04-01", "valid_from = 2019-06-01"),
    ]);
    says(&replaced, "/dokument/a/2019-03-01/", &["ersattes eller togs tillbaka innan"]);
}

#[test]
fn an_undated_text_says_once_what_is_missing() {
    let told = told([text("a", "note = 'Från 1990-talet.'")]);
    let page = told.site.main("/dokument/a/");
    assert!(page.contains("det saknas uppgift om när den beslutades"), "{page}");
    assert_eq!(page.matches("Det går inte att säga").count(), 1, "{page}");
    assert!(page.contains("Kommentar Från 1990-talet."), "{page}");
}

#[test]
fn a_comment_is_news_only_of_a_revision() {
    let told = told([
        text("a/2010-01-01", "note = 'Ett.'"),
        text("a/2011-01-01", "note = 'Två.'"),
        text("a/2012-01-01", "note = 'Tre.'; change = 'new'"),
    ]);
    says(&told, "/dokument/a/2010-01-01/", &["Kommentar Ett."]);
    says(&told, "/dokument/a/2011-01-01/", &["Vad som är nytt Två."]);
    says(&told, "/dokument/a/2012-01-01/", &["Kommentar Tre."]);
}

#[test]
fn an_event_calls_the_document_what_its_text_was_called() {
    let told = told([
        text(
            "a/2018-12-09",
            "title = 'Plan 2019'; valid_until = 2018-12-31; \
             decisions = [{ act = 'extended', by = 'KS', date = 2018-12-20, until = 2019-12-31 }]",
        ),
        text("a/2019-12-15", "title = 'Plan 2020'"),
    ]);
    says(
        &told,
        "/tidslinje/2018/",
        &["Plan 2019 Förlängd till och med 31 december 2019 (lydelsen 9 december 2018)"],
    );
    says_not(&told, "/tidslinje/2018/", &["Plan 2020"]);
    says(&told, "/beslut/kommunstyrelsen/2018-12-20/", &["Plan 2019"]);
}

#[test]
fn decisions_of_a_year_are_not_called_those_of_a_day() {
    let told = told([
        text("a", "adopted = '2008'"),
        text("b", "adopted = '2008-03'"),
        text("c", "adopted = 'HT 2008'"),
    ]);
    for (name, when) in [("a", "det året"), ("b", "den månaden"), ("c", "det halvåret")] {
        says(&told, &format!("/dokument/{name}/"), &[&format!("Alla beslut Kommunfullmäktige tog {when}")]);
    }
}

#[test]
fn the_condition_of_an_extension_is_shown() {
    let site = Site::new(
        "
        //- content/plan.md
        +++
        titel = 'Plan'
        typ = 'plan'
        antagen_av = 'KF'
        antagen = 2016-01-01
        galler_till = 2018-12-31

        [[beslut]]
        atgard = 'forlangd'
        av = 'KF'
        datum = 2018-11-01
        till = 'till dess en ny plan har antagits'
        +++
        Text.
        ",
    );
    let main = site.main("/dokument/plan/");
    assert!(main.matches("till dess en ny plan har antagits").count() >= 2, "{main}");
    assert!(!main.contains("tills vidare"), "{main}");
}
