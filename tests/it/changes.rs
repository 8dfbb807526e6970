//! What must hold for any register, however odd its dates: nothing changes but on a change
//! date, at most one version of a document applies on a day, and pages between two change
//! dates are the same bytes. The registers come from dice: dates lie close, so that they clash.

use std::fmt::Write as _;

use stadga::base::date::{Date, next_day};
use stadga::model::register::{Register, Work};
use stadga::model::validity::Force;

use crate::corpus::words::Dice;
use crate::told::{File, Told, day, index, text, told, words};

/// Days that the dates below can mean, and some on each side.
const FIRST: &str = "2013-06-01";
const LAST: &str = "2018-12-31";
const DOCUMENTS: [&str; 4] = ["a", "b", "c", "d"];

/// A date in front matter: mostly a day, sometimes a month, half-year or year.
fn date(dice: &mut Dice) -> String {
    let year = 2014 + dice.below(3);
    let month = 1 + dice.below(12);
    match dice.below(12) {
        0 => format!("'{year}'"),
        1 => format!("'HT {year}'"),
        2 => format!("'{year}-{month:02}'"),
        // Two days a month: versions shall start, end and be decided on the same days.
        _ => format!("{year}-{month:02}-{}", if dice.below(2) == 0 { "01" } else { "15" }),
    }
}

fn decisions(dice: &mut Dice) -> String {
    let acts = ["extended", "repealed", "annulled", "reinstated", "reviewed", "transferred", "collected"];
    let mut list: Vec<String> = Vec::new();
    for _ in 0..[0, 0, 1, 1, 2, 4][dice.below(6)] {
        let act = acts[dice.below(acts.len())];
        let until = match dice.below(4) {
            0 => format!(", until = {}", date(dice)),
            1 => ", until = 'till dess något annat beslutas'".into(),
            _ => String::new(),
        };
        list.push(format!("{{ act = '{act}', date = {}{until} }}", date(dice)));
    }
    format!("decisions = [{}]", list.join(", "))
}

fn relations(dice: &mut Dice) -> String {
    let target = DOCUMENTS[dice.below(DOCUMENTS.len())];
    match dice.below(8) {
        0 | 1 => format!("; replaces = '{target}'"),
        2 => format!("; replaces = {{ id = '{target}', from = {} }}", date(dice)),
        3 => format!("; replaces = {{ id = '{target}', part = 'kapitel 1' }}"),
        4 => format!("; implements = '{target}'"),
        _ => String::new(),
    }
}

/// A version's facts.
fn facts(dice: &mut Dice) -> String {
    let mut facts = decisions(dice) + &relations(dice);
    let mut add = |fact: String| {
        let _ = write!(facts, "; {fact}");
    };
    if dice.below(10) > 0 {
        add(format!("adopted = {}", date(dice)));
    }
    match dice.below(6) {
        0 => add("valid_from = 'när budgeten har antagits'".into()),
        1 | 2 => add(format!("valid_from = {}", date(dice))),
        _ => {}
    }
    match dice.below(6) {
        0 => add("valid_until = 'tills vidare'".into()),
        1 | 2 => add(format!("valid_until = {}", date(dice))),
        _ => {}
    }
    match dice.below(6) {
        0 => add("review = 'årligen'".into()),
        1 => add("review = 'mandatperiod'".into()),
        2 => add(format!("review_by = {}", date(dice))),
        _ => {}
    }
    facts
}

fn files(seed: u64) -> Vec<File> {
    let mut dice = Dice::new(seed);
    let mut files = Vec::new();
    for document in DOCUMENTS {
        let mut whole = decisions(&mut dice) + &relations(&mut dice);
        if dice.below(6) == 0 {
            let _ = write!(whole, "; withdrawn = {{ date = {}, reason = 'R' }}", date(&mut dice));
        }
        files.push(index(document, &whole));
        for number in 0..=dice.below(4) {
            files.push(text(&format!("{document}/v{number}"), &facts(&mut dice)));
        }
    }
    files
}

/// Everything that the register answers about a day.
fn answers(register: &Register, day: Date) -> String {
    let mut told = String::new();
    for work in register.works() {
        let shown = work.shown(day).map(|(version, _)| version.id.as_str());
        let _ = write!(told, "\n{} {shown:?} {}:", work.document.id, work.withdrawn(day));
        for (version, life) in work.versions() {
            let force = life.force.on(day);
            let _ = write!(told, " [{} {}", version.id, words(force));
            // A text that is over is not reviewed: nothing is said of it.
            if !force.is_over() {
                let _ = write!(told, ", {} {:?}", life.review.on(day).slug(), life.due.on(day));
            }
            told.push(']');
        }
        for event in work.events.iter().filter(|event| !event.is_coming(day)) {
            let _ = write!(told, " {}", event.date.ascii());
        }
    }
    told
}

fn days() -> impl Iterator<Item = Date> {
    std::iter::successors(Some(day(FIRST)), |day| Some(next_day(*day))).take_while(|it| *it <= day(LAST))
}

fn each_register(seeds: std::ops::Range<u64>, check: impl Fn(&Told, &str)) {
    for seed in seeds {
        let files = files(seed);
        let written = files
            .iter()
            .fold(format!("seed {seed}"), |all, (path, text)| all + "\n//- " + path + "\n" + text);
        check(&told(files), &written);
    }
}

#[test]
fn nothing_changes_but_on_a_change_date() {
    each_register(0..100, |told, written| {
        let dates = told.register().change_dates();
        assert!(dates.len() > 5 && dates.is_sorted(), "{dates:?} of {written}");
        let mut before: Option<String> = None;
        for day in days() {
            let now = answers(told.register(), day);
            let expected = dates.binary_search(&day).is_ok();
            if let Some(before) = before.filter(|_| !expected) {
                assert_eq!(before, now, "{day} is no change date of\n{written}");
            }
            before = Some(now);
        }
    });
}

#[test]
fn at_most_one_version_of_a_document_applies_on_a_day() {
    each_register(1000..1100, |told, written| {
        for work in told.register().works() {
            for day in days() {
                let applies = |work: &Work| {
                    let in_force = work.versions().filter(|(_, life)| *life.force.on(day) == Force::InForce);
                    in_force.map(|(version, _)| version.id.to_string()).collect::<Vec<_>>()
                };
                let applying = applies(work);
                assert!(applying.len() <= 1, "{} on {day}: {applying:?}\n{written}", work.document.id);
                let shown = work.shown(day).expect("some version is shown").0.id.to_string();
                assert!(applying.iter().all(|id| *id == shown), "{day}: {shown} is shown\n{written}");
            }
        }
    });
}

#[test]
fn a_version_that_waits_or_lapsed_never_applied_before() {
    each_register(2000..2100, |told, written| {
        for (version, life) in told.register().works().flat_map(Work::versions) {
            let mut applied = false;
            for day in days() {
                match life.force.on(day) {
                    Force::InForce => applied = true,
                    Force::Upcoming => assert!(!applied, "{} waits again on {day}\n{written}", version.id),
                    _ => {}
                }
            }
        }
    });
}

#[test]
fn pages_between_two_change_dates_are_the_same_bytes() {
    each_register(3000..3003, |told, written| {
        let dates = told.register().change_dates();
        for (index, pair) in dates.windows(2).enumerate().filter(|(index, _)| index % 5 == 0) {
            let (first, last) = (pair[0].to_string(), pair[1].yesterday().expect("a day before").to_string());
            if first == last {
                continue;
            }
            let (mut a, mut b) =
                (told.site.clone().today(&first).all(), told.site.clone().today(&last).all());
            let same = a == b;
            a.retain(|path, bytes| b.get(path) != Some(bytes));
            b.retain(|path, _| a.contains_key(path));
            let paths: Vec<&String> = a.keys().chain(b.keys()).collect();
            assert!(same, "{index}: {first} and {last} differ: {paths:?}\n{written}");
        }
    });
}
