//! What a day brings is told on each day that something changes, and on no other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use stadga::base::date::{Date, day_before, next_day};
use stadga::model::coming::{Turn, turns};
use stadga::model::register::Work;

use crate::corpus::Corpus;
use crate::site::Site;
use crate::told::{File, Told, index, text, told};

/// Every way in which time changes a document.
pub(crate) fn odd() -> Vec<File> {
    vec![
        text("a/2010-01-01", "valid_until = 2014-12-31; review = 'årligen'"),
        text("a/2016-06-01", "valid_from = '2017'; review_by = 2027-01-14"),
        text("b", "adopted = 'HT 2010'; valid_until = '2020'; replaces = 'a'"),
        text(
            "c",
            "adopted = 2012-03-01; valid_until = 2013-12-31; [[decisions]]; act = 'extended'; date = 2014-06-01; \
             until = 2015-12-31; [[decisions]]; act = 'reviewed'; date = 2014-09-01; until = 2015-03-01",
        ),
        text(
            "d",
            "adopted = 2012-03-01; valid_from = 2012-05-01; [[decisions]]; act = 'annulled'; date = 2013-01-01; \
             [[decisions]]; act = 'reinstated'; date = 2014-01-01; [[decisions]]; act = 'repealed'; \
             date = 2019-04-01; until = 2019-12-31; [[corrections]]; date = 2018-02-03; what = 'Stavning'",
        ),
        text(
            "e/2015-01-01",
            "valid_from = 2015-03-01; expects = [{ type = 'plan', per = 'kf', every = 'år' }]",
        ),
        index("e", "withdrawn = { date = 2031-02-03, by = 'KS', reason = 'Sekretess' }"),
        text(
            "f",
            "adopted = 2016-01-01; valid_from = 2016-06-01; replaces = { id = 'g', from = 2016-06-01 }",
        ),
        text("g", "adopted = 2015-12-01; valid_from = 2016-06-01"),
    ]
}

fn sites() -> Vec<(&'static str, Told)> {
    let corpus = Corpus { documents: 60, versions: 3, words: 20, seed: 7 };
    let sample = Site::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).today("2026-11-22");
    vec![("odd", told(odd())), ("corpus", Told::of(Site::of(corpus.files()))), ("sample", Told::of(sample))]
}

fn change_dates(work: &Work) -> BTreeSet<Date> {
    work.change_dates().filter(|day| *day > Date::MIN && *day < Date::MAX).collect()
}

#[test]
fn every_change_date_brings_something_and_no_other_day_does() {
    for (name, told) in sites() {
        for work in told.register().works() {
            let id = &work.document.id;
            let dates = change_dates(work);
            for day in &dates {
                assert!(!turns(work, *day).is_empty(), "{name}: nothing is told of {id} on {day}");
            }
            let around = dates.iter().flat_map(|day| [day_before(*day), next_day(*day)]);
            for day in around.filter(|day| !dates.contains(day)) {
                assert!(turns(work, day).is_empty(), "{name}: {id} {day} {:?}", turns(work, day));
            }
        }
    }
}

/// Who hears only what is told knows every state on every day.
#[test]
fn what_is_told_adds_up_to_the_registers_states() {
    let mut seen = BTreeSet::new();
    for (name, told) in sites() {
        for work in told.register().works() {
            let mut forces: BTreeMap<_, _> =
                work.versions().map(|(version, life)| (&version.id, life.force.first().clone())).collect();
            for day in change_dates(work) {
                for turn in turns(work, day) {
                    if let Turn::Force { version, before, after } = turn {
                        assert_eq!(forces.insert(&version.id, after.clone()).as_ref(), Some(before));
                    }
                    if let Turn::Review { version, after, due } = turn {
                        let (_, life) = work.version(&version.id).expect("a version of the document");
                        assert_eq!((&after, &due), (life.review.on(day), life.due.on(day)), "{name} {day}");
                    }
                    seen.insert(format!("{turn:?}").split([' ', '(']).next().unwrap_or_default().to_owned());
                }
                for (version, life) in work.versions() {
                    let id = &work.document.id;
                    assert_eq!(&forces[&version.id], life.force.on(day), "{name}: {id} {day}");
                }
            }
        }
    }
    assert_eq!(seen.len(), 5, "some sort of change is in none of the sites: {seen:?}");
}
