//! The periods in which a version applies. Most have one; a version that was struck down and put
//! back, or revived because a later one was struck down, has several.

use crate::base::date::{Approx, Date, next_day};
use crate::model::steps::Steps;
use crate::model::validity::Force;
use crate::model::version::Version;

/// Days without a gap on which a version applies, or may apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day; the calendar's first where no start is known.
    pub first: Date,
    /// The first day, no more precise than it is known; `None` where no start is known.
    pub from: Option<Approx>,
    /// The first day after, if it has an end.
    pub after: Option<Date>,
    /// What had ended the version before, where it applies again.
    pub again: Option<Force>,
}

/// A version's periods, oldest first. None, for one that never has a day to apply on.
pub fn periods(version: &Version, force: &Steps<Force>) -> Vec<Period> {
    let applies = |force: &Force| matches!(force, Force::InForce | Force::Unknown);
    let first = std::iter::once((Date::MIN, force.first()));
    let states: Vec<(Date, &Force)> =
        first.chain(force.changes().iter().map(|(day, force)| (*day, force))).collect();
    let mut periods: Vec<Period> = Vec::new();
    for (index, (day, state)) in states.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| states[before].1);
        match before {
            Some(before) if applies(before) && !applies(state) => {
                if let Some(period) = periods.last_mut() {
                    period.after = Some(*day);
                }
            }
            _ if applies(state) && !before.is_some_and(applies) => {
                let ended = before.filter(|before| before.is_over() || **before == Force::Lapsed);
                let again = ended.is_some().then(|| began(*day, state, states.get(index + 1)));
                let by_text = version.starts();
                let again = again.filter(|again| by_text.is_none_or(|start| start.last() < again.first()));
                periods.push(Period {
                    first: *day,
                    from: again.or(by_text),
                    after: None,
                    again: ended.filter(|_| again.is_some()).cloned(),
                });
            }
            _ => {}
        }
    }
    periods
}

/// When a state began: within the days of doubt, if it began with such.
fn began(day: Date, state: &Force, next: Option<&(Date, &Force)>) -> Approx {
    let doubt = next.filter(|_| *state == Force::Unknown);
    doubt.and_then(|(sure, _)| whole(day, *sure)).unwrap_or(Approx::day(day))
}

/// The month, half-year or year that is all the days from one up to another.
pub fn whole(from: Date, after: Date) -> Option<Approx> {
    let (year, month) = (from.year(), from.month());
    let spans = [format!("{year}-{month:02}"), format!("vt {year}"), format!("ht {year}"), year.to_string()];
    let mut spans = spans.iter().filter_map(|span| Approx::parse(span).ok());
    spans.find(|span| span.first() == from && next_day(span.last()) == after)
}
