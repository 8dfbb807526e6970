//! The band of validity: when a document's versions apply, drawn over the years, so that overlaps
//! and gaps are seen at once. Drawn to a scale that no day of building moves.

use crate::base::date::Date;
use crate::model::config::AfterTerm;
use crate::model::event::Happening;
use crate::model::life::Life;
use crate::model::register::{Register, Work};
use crate::model::validity::Force;
use crate::model::version::Version;
use crate::site::parts::{BandView, SpanView, TickView};
use crate::site::sheet::Sheet;
use crate::site::standing::{self, version_name};

/// A term may be written as "9999": so many years after the last decision the scale ends at the latest.
const FARTHEST: i16 = 4;

/// A slip of the pen in one document must not press those of all others together.
const LIKELY: std::ops::Range<i16> = 1800..2200;

/// No scale has more years written under it, so that they stand apart on a phone.
const MOST_TICKS: i16 = 5;

/// Farther to the right, in hundredths of a percent, a year would be cut off.
const LAST_TICK: i64 = 9_200;

/// Whole years that a band is drawn over: the first, and the first after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    first: i16,
    after: i16,
}

impl Axis {
    /// From the year that the first document began in to the last year that anything is known of.
    pub fn of(register: &Register) -> Self {
        let mut axis = Self { first: i16::MAX, after: i16::MIN };
        let mut last_decision = i16::MIN;
        for event in register.works().flat_map(|work| &work.events) {
            if !LIKELY.contains(&event.date.first().year()) {
                continue;
            }
            axis.first = axis.first.min(event.date.first().year());
            axis.after = axis.after.max(event.date.last().year().saturating_add(1));
            if matches!(event.what, Happening::Decided(_)) {
                last_decision = last_decision.max(event.date.last().year());
            }
        }
        if axis.first > axis.after {
            return Self { first: 2000, after: 2001 }; // nothing has a date
        }
        let farthest = last_decision.max(axis.first).saturating_add(FARTHEST);
        Self { first: axis.first, after: axis.after.min(farthest) }
    }

    fn start(self) -> Date {
        Date::new(self.first, 1, 1).unwrap_or(Date::MIN)
    }

    /// The first day after.
    fn end(self) -> Date {
        Date::new(self.after, 1, 1).unwrap_or(Date::MAX)
    }

    /// Where a day stands, in hundredths of a percent.
    fn place(self, day: Date) -> i64 {
        let days = |from: Date, to: Date| i64::from(from.until(to).map_or(0, |span| span.get_days()));
        let day = day.clamp(self.start(), self.end());
        days(self.start(), day) * 10_000 / days(self.start(), self.end()).max(1)
    }

    /// Round years to write under it, not too many.
    pub fn ticks(self) -> Vec<TickView> {
        let years = self.after - self.first;
        let step = [1, 2, 5, 10, 20, 50, 100].into_iter().find(|step| years <= step * MOST_TICKS);
        let step = step.unwrap_or(200);
        let first = self.first + (step - self.first.rem_euclid(step)) % step;
        let years = (first..self.after).step_by(usize::try_from(step).unwrap_or(1));
        years
            .filter_map(|year| Some((year, self.place(Date::new(year, 1, 1).ok()?))))
            .filter(|(_, place)| *place <= LAST_TICK)
            .map(|(year, place)| TickView { x: percent(place), year: year.to_string() })
            .collect()
    }
}

/// The band of a document, over the years of the whole site or from its own first year on. `None`
/// where no version has a day to apply on.
pub fn band(sheet: &Sheet, work: &Work, shown: &Version, own_years: bool) -> Option<BandView> {
    let term_ends = sheet.library.config.after_term == AfterTerm::Ends;
    let mut spans: Vec<(Date, Option<Date>, &'static str, &Version)> = Vec::new();
    for (version, life) in work.versions().filter(|(version, _)| !version.draft) {
        spans.extend(drawn(life, term_ends).map(|(from, after, kind)| (from, after, kind, version)));
    }
    let first = spans.iter().map(|(from, ..)| *from).filter(|from| *from > Date::MIN).min()?;
    let mut axis = sheet.library.axis;
    if own_years {
        axis = Axis { first: first.year(), after: axis.after.max(first.year() + 1) };
    }
    let spans = spans.into_iter().map(|(from, after, kind, version)| {
        let (x, end) = (axis.place(from), axis.place(after.unwrap_or(Date::MAX)));
        SpanView {
            x: percent(x),
            width: percent(end - x),
            kind: kind.into(),
            version: version.id.to_string(),
            shown: version.id == shown.id,
        }
    });
    Some(BandView {
        label: label(sheet, work),
        from: axis.first.to_string(),
        to: axis.after.to_string(),
        spans: spans.collect(),
        ticks: axis.ticks(),
    })
}

/// The days to draw of a version, and how: `applies`, `unsure` where nobody can say, `passed` where
/// the term is over and the text may hold all the same.
fn drawn(life: &Life, term_ends: bool) -> impl Iterator<Item = (Date, Option<Date>, &'static str)> {
    let first = std::iter::once((Date::MIN, life.force.first()));
    let changes = life.force.changes();
    let states = first.chain(changes.iter().map(|(day, force)| (*day, force)));
    states.enumerate().filter_map(move |(index, (from, force))| {
        let after = changes.get(index).map(|(day, _)| *day);
        let kind = match force {
            Force::InForce => "applies",
            Force::Unknown => "unsure",
            Force::TermPassed if !term_ends => "passed",
            _ => return None,
        };
        Some((from, after, kind))
    })
}

/// What the band shows, in words: each version with its days.
fn label(sheet: &Sheet, work: &Work) -> String {
    let versions = work.versions().filter(|(version, life)| !version.draft && !life.periods.is_empty());
    let spans: Vec<String> = versions
        .map(|(version, life)| {
            let name = version_name(sheet, version);
            let span = standing::span(sheet, version, life);
            sheet.tell("band-span", &[("name", name.into()), ("span", span.into())])
        })
        .collect();
    sheet.tell("band-label", &[("spans", spans.join("; ").into())])
}

fn percent(hundredths: i64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::next_day;

    #[test]
    fn days_stand_in_proportion_and_never_outside() {
        let axis = Axis { first: 2000, after: 2020 };
        assert_eq!(axis.place(Date::constant(2000, 1, 1)), 0);
        assert_eq!(axis.place(Date::constant(2010, 1, 1)), 5000);
        assert_eq!(axis.place(next_day(Date::constant(2019, 12, 31))), 10_000);
        assert_eq!((axis.place(Date::MIN), axis.place(Date::MAX)), (0, 10_000));
        assert_eq!(percent(5), "0.05%");
    }

    #[test]
    fn few_round_years_are_written() {
        let years = |first, after| -> Vec<String> {
            Axis { first, after }.ticks().into_iter().map(|tick| tick.year).collect()
        };
        assert_eq!(years(2024, 2028), ["2024", "2025", "2026", "2027"]);
        assert_eq!(years(2005, 2031), ["2010", "2020"], "2030 would be cut off");
        assert_eq!(years(2013, 2028), ["2015", "2020", "2025"]);
        assert_eq!(years(2026, 2026), [""; 0]);
    }
}
