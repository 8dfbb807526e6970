//! When a text must be looked at again, and whether that was done.

use jiff::ToSpan as _;

use crate::base::date::{Approx, Date, next_day};
use crate::model::decision::{Act, Decision};
use crate::model::fields::Moment;
use crate::model::front_matter::Rhythm;
use crate::model::steps::Steps;
use crate::model::version::Version;

/// How a text stands to its review on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Review {
    /// Not due for a good while.
    Current,
    /// Due within the site's `review_soon_days`.
    DueSoon,
    /// The day has passed.
    Overdue,
    /// Nobody has said when.
    NotStated,
}

impl Review {
    /// The English word, as in data, classes and message keys.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::DueSoon => "due-soon",
            Self::Overdue => "overdue",
            Self::NotStated => "not-stated",
        }
    }
}

/// The day by which a version must be reviewed, after each review that was made: from
/// this day on, that is the last day. `None`: nothing is stated.
pub fn due(version: &Version, document: &[Decision]) -> Steps<Option<Date>> {
    let mut reviews: Vec<(Date, Option<Date>)> = version
        .concerned_by(document)
        .filter(|decision| decision.act == Act::Reviewed)
        .filter_map(|decision| Some((decision.day()?, next_due(version, decision))))
        .collect();
    reviews.sort_by_key(|(day, _)| *day);
    let stated = version
        .review_by
        .map(Approx::last)
        .or_else(|| version.review.zip(version.adopted()).map(|(rhythm, adopted)| after(rhythm, adopted)));
    let days = reviews.iter().map(|(day, _)| *day).collect();
    Steps::over(days, |day| {
        reviews.iter().rev().find(|(made, _)| *made <= day).map_or(stated, |(_, due)| *due)
    })
}

fn next_due(version: &Version, review: &Decision) -> Option<Date> {
    match &review.until {
        Some(Moment::Date(date)) => Some(date.last()),
        _ => Some(after(version.review?, review.date?)),
    }
}

fn after(rhythm: Rhythm, date: Approx) -> Date {
    match rhythm {
        Rhythm::Yearly => date.years_later(1),
        Rhythm::TermOfOffice => end_of_next_term(date.last()),
    }
}

/// The last day of the term of office after the one that a day lies in. Terms run four years
/// from 15 October of each election year: 2018, 2022, 2026 (KL 5:9).
fn end_of_next_term(day: Date) -> Date {
    let begun = if (day.month(), day.day()) >= (10, 15) { day.year() } else { day.year() - 1 };
    let term_began = begun - (begun - 2018).rem_euclid(4);
    Date::new(term_began + 8, 10, 14).unwrap_or(Date::MAX)
}

/// How a version stands to its review, for every day.
pub fn review(due: &Steps<Option<Date>>, soon_days: i64) -> Steps<Review> {
    let soon = |last: Date| last.checked_sub(soon_days.days()).unwrap_or(Date::MIN);
    let lasts = due.changes().iter().map(|(_, last)| last).chain([due.first()]).flatten();
    let mut days: Vec<Date> = lasts.flat_map(|last| [soon(*last), next_day(*last)]).collect();
    days.extend(due.changes().iter().map(|(day, _)| *day));
    Steps::over(days, |day| match due.on(day) {
        None => Review::NotStated,
        Some(last) if *last < day => Review::Overdue,
        Some(last) if soon(*last) <= day => Review::DueSoon,
        Some(_) => Review::Current,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_of_office_is_followed_by_the_next() {
        let check = |day: (i16, i8, i8), end: (i16, i8, i8)| {
            assert_eq!(
                end_of_next_term(Date::constant(day.0, day.1, day.2)),
                Date::constant(end.0, end.1, end.2)
            );
        };
        check((2014, 4, 9), (2018, 10, 14));
        check((2014, 10, 14), (2018, 10, 14));
        check((2014, 10, 15), (2022, 10, 14));
        check((2026, 11, 22), (2034, 10, 14));
    }
}
