//! Dates as municipalities write them: a day, a month, a half-year or a year,
//! with the precision kept. A day is never invented.

use jiff::ToSpan as _;

use crate::base::fault::nearest;

/// A calendar day; no time, no zone.
pub type Date = jiff::civil::Date;

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// `2014-04-09`
    Day,
    /// `2014-04`
    Month,
    /// `VT 2014` (January–June) or `HT 2014` (July–December)
    HalfYear,
    /// `2014`
    Year,
}

/// A date of any precision, as the first and last day that it can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Approx {
    first: Date,
    last: Date,
    precision: Precision,
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// It looks like a date but the calendar has no such day.
    Impossible,
    /// Two dates in one field: each belongs in a key of its own.
    Span(Approx, Approx),
    /// Nothing that stadga knows as a date.
    NotADate,
}

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const MONTHS_SHORT: [&str; 12] =
    ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/// What may stand before a date, the longest first.
const BEFORE: [&str; 20] = [
    "från och med",
    "till och med",
    "fr.o.m.",
    "t.o.m.",
    "fr.o.m",
    "t.o.m",
    "fr o m",
    "t o m",
    "senast",
    "until",
    "from",
    "från",
    "till",
    "fom",
    "tom",
    "den",
    "by",
    "år",
    "in",
    "i",
];

/// What may stand between the two dates of a span. The dash comes last: ISO dates hold it too.
const SPAN_WORDS: [&str; 8] = ["t o m", "t.o.m.", "t.o.m", "tom", "till och med", "till", "–", "-"];

impl Approx {
    /// An exact day.
    pub fn day(day: Date) -> Self {
        Self { first: day, last: day, precision: Precision::Day }
    }

    /// All of a month, 1–12.
    fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self { first, last: first.last_of_month(), precision: Precision::Month })
    }

    /// The first or second half of a year, as school and council terms are counted.
    fn half_year(year: i16, second: bool) -> Option<Self> {
        let (from, to) = if second { (7, 12) } else { (1, 6) };
        Some(Self {
            first: Date::new(year, from, 1).ok()?,
            last: Date::new(year, to, 1).ok()?.last_of_month(),
            precision: Precision::HalfYear,
        })
    }

    /// All of a year.
    fn year(year: i16) -> Option<Self> {
        Some(Self {
            first: Date::new(year, 1, 1).ok()?,
            last: Date::new(year, 12, 31).ok()?,
            precision: Precision::Year,
        })
    }

    /// The first day that this can mean.
    pub fn first(self) -> Date {
        self.first
    }

    /// The last day that this can mean.
    pub fn last(self) -> Date {
        self.last
    }

    /// How much is known.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// The day, if it is known.
    pub fn exact(self) -> Option<Date> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// ASCII form for addresses and data: `2014-04-09`, `2014-04`, `2014-ht`, `2014`.
    pub fn ascii(self) -> String {
        let year = format!("{:04}", self.first.year());
        match self.precision {
            Precision::Day => self.first.to_string(),
            Precision::Month => format!("{year}-{:02}", self.first.month()),
            Precision::HalfYear if self.first.month() == 1 => format!("{year}-vt"),
            Precision::HalfYear => format!("{year}-ht"),
            Precision::Year => year,
        }
    }

    /// The same date a number of years later, for yearly reviews; its last day decides.
    pub fn years_later(self, years: i16) -> Date {
        self.last.checked_add(i32::from(years).years()).unwrap_or(Date::MAX)
    }

    /// Reads a date the way officials write it.
    ///
    /// # Errors
    /// [`DateFault`] tells a calendar mistake from a span from no date at all.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        let text = text.trim().to_lowercase();
        match single(&text) {
            Err(DateFault::NotADate) => {
                span(&text).map_or(Err(DateFault::NotADate), |(a, b)| Err(DateFault::Span(a, b)))
            }
            other => other,
        }
    }
}

/// The day after; the calendar's last day stays itself.
pub fn next_day(day: Date) -> Date {
    day.tomorrow().unwrap_or(Date::MAX)
}

/// The day before; the calendar's first day stays itself.
pub fn day_before(day: Date) -> Date {
    day.yesterday().unwrap_or(Date::MIN)
}

/// Whether words that are no date look as if one was meant: they hold a digit, or a month.
pub fn resembles_date(words: &str) -> bool {
    let words = words.to_lowercase();
    let months = || MONTHS_SV.into_iter().chain(MONTHS_EN);
    let is_month = |word: &str| {
        month_of(word).is_some() || (word.chars().count() > 4 && nearest(word, months()).is_some())
    };
    words.bytes().any(|byte| byte.is_ascii_digit())
        || words.split(|letter: char| !letter.is_alphabetic()).any(is_month)
}

/// Without the words that may stand before a date, and a full stop after it.
fn bare(mut text: &str) -> &str {
    text = text.trim_end_matches('.').trim();
    let shorter = |text: &'_ str, word: &str| -> Option<usize> {
        let rest = text.strip_prefix(word)?;
        let ends = rest.starts_with(|next: char| next.is_whitespace() || next.is_ascii_digit());
        ends.then(|| text.len() - rest.trim_start().len())
    };
    while let Some(at) = BEFORE.iter().find_map(|word| shorter(text, word)) {
        text = &text[at..];
    }
    text
}

fn single(text: &str) -> Result<Approx, DateFault> {
    let text = bare(text);
    if let Some(approx) = numeric(text)? {
        return Ok(approx);
    }
    let words: Vec<&str> = text.split([' ', '\u{a0}', '-']).filter(|word| !word.is_empty()).collect();
    let found = match words.as_slice() {
        [half, year] if half_of(half).is_some() => {
            year_of(year).and_then(|year| Approx::half_year(year, half_of(half)?))
        }
        [year, half] if half_of(half).is_some() => {
            year_of(year).and_then(|year| Approx::half_year(year, half_of(half)?))
        }
        [month, year] => month_of(month).zip(year_of(year)).and_then(|(m, y)| Approx::month(y, m)),
        [day, month, year] => match (day.trim_end_matches('.').parse(), month_of(month), year_of(year)) {
            (Ok(day), Some(month), Some(year)) => return exact(year, month, day),
            _ => None,
        },
        _ => None,
    };
    found.ok_or(DateFault::NotADate)
}

/// `2014`, `2014-04`, `2014-04-09` and `9/4 2014`.
fn numeric(text: &str) -> Result<Option<Approx>, DateFault> {
    let fields: Vec<&str> = text.split('-').collect();
    let two =
        |field: &str| -> Option<i8> { (digits(field) && field.len() == 2).then(|| field.parse().ok())? };
    match fields.as_slice() {
        [year] if year_of(year).is_some() => Ok(year_of(year).and_then(Approx::year)),
        [year, month] => match (year_of(year), two(month)) {
            (Some(year), Some(month)) => Approx::month(year, month).map(Some).ok_or(DateFault::Impossible),
            _ => Ok(None),
        },
        [year, month, day] => match (year_of(year), two(month), two(day)) {
            (Some(year), Some(month), Some(day)) => exact(year, month, day).map(Some),
            _ => Ok(None),
        },
        _ => slashed(text),
    }
    .and_then(|found| if found.is_none() { slashed(text) } else { Ok(found) })
}

/// `29/11 2017`, day before month as in Sweden.
fn slashed(text: &str) -> Result<Option<Approx>, DateFault> {
    let parts = text.split_once('/').and_then(|(day, rest)| {
        let (month, year) = rest.split_once(' ')?;
        Some((day.trim().parse().ok()?, month.trim().parse().ok()?, year_of(year.trim())?))
    });
    match parts {
        Some((day, month, year)) => exact(year, month, day).map(Some),
        None => Ok(None),
    }
}

fn exact(year: i16, month: i8, day: i8) -> Result<Approx, DateFault> {
    Date::new(year, month, day).map(Approx::day).map_err(|_| DateFault::Impossible)
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Four digits from 1000: a municipality's oldest by-laws fit, a typing slip does not.
fn year_of(text: &str) -> Option<i16> {
    (text.len() == 4 && digits(text)).then(|| text.parse().ok())?.filter(|year| *year >= 1000)
}

fn month_of(text: &str) -> Option<i8> {
    let text = text.strip_suffix('.').unwrap_or(text);
    let at = |names: &[&str; 12]| names.iter().position(|name| *name == text);
    let found = at(&MONTHS_SV).or_else(|| at(&MONTHS_EN)).or_else(|| at(&MONTHS_SHORT));
    found.or((text == "sept").then_some(8)).and_then(|index| i8::try_from(index + 1).ok())
}

/// Whether a word names the second half of the year.
fn half_of(text: &str) -> Option<bool> {
    match text {
        "vt" | "vår" | "våren" | "vårterminen" => Some(false),
        "ht" | "höst" | "hösten" | "höstterminen" => Some(true),
        _ => None,
    }
}

fn span(text: &str) -> Option<(Approx, Approx)> {
    SPAN_WORDS.iter().find_map(|word| {
        text.match_indices(word).find_map(|(at, _)| {
            Some((single(text[..at].trim()).ok()?, single(text[at + word.len()..].trim()).ok()?))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, first: &str, last: &str, ascii: &str) {
        let approx = Approx::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        let seen = (approx.first().to_string(), approx.last().to_string(), approx.ascii());
        assert_eq!(seen, (first.into(), last.into(), ascii.into()), "{text}");
    }

    #[test]
    fn reads_what_officials_write() {
        check("2014-04-09", "2014-04-09", "2014-04-09", "2014-04-09");
        check("2014-04", "2014-04-01", "2014-04-30", "2014-04");
        check("2016-02", "2016-02-01", "2016-02-29", "2016-02");
        check(" 2014 ", "2014-01-01", "2014-12-31", "2014");
        check("HT 2014", "2014-07-01", "2014-12-31", "2014-ht");
        check("VT 2014", "2014-01-01", "2014-06-30", "2014-vt");
        check("2014-ht", "2014-07-01", "2014-12-31", "2014-ht");
        check("hösten 2014", "2014-07-01", "2014-12-31", "2014-ht");
        check("27 maj 2013", "2013-05-27", "2013-05-27", "2013-05-27");
        check("den 17 augusti 2011", "2011-08-17", "2011-08-17", "2011-08-17");
        check("9 November 2016", "2016-11-09", "2016-11-09", "2016-11-09");
        check("i december 2013", "2013-12-01", "2013-12-31", "2013-12");
        check("29/11 2017", "2017-11-29", "2017-11-29", "2017-11-29");
        check("t.o.m. 2019-12-31", "2019-12-31", "2019-12-31", "2019-12-31");
        check("till och med den 31 dec. 2019.", "2019-12-31", "2019-12-31", "2019-12-31");
        check("fr.o.m.1 sept 2019", "2019-09-01", "2019-09-01", "2019-09-01");
        check("senast okt 2019", "2019-10-01", "2019-10-31", "2019-10");
    }

    #[test]
    fn a_day_that_the_calendar_lacks_is_impossible() {
        for text in ["2014-02-30", "30 februari 2014", "2014-13", "2011-13-45", "31/4 2020"] {
            assert_eq!(Approx::parse(text), Err(DateFault::Impossible), "{text}");
        }
    }

    #[test]
    fn words_that_a_date_was_meant_by() {
        for text in ["20191231", "2019-1-1", "31 decmber", "mars", "mandatperioden 2018"] {
            assert!(resembles_date(text), "{text}");
        }
        for text in ["när budgeten antagits", "när planen vunnit laga kraft", "marken", "tills vidare"] {
            assert!(!resembles_date(text), "{text}");
        }
    }

    #[test]
    fn a_span_tells_both_its_dates() {
        for (text, from, to) in [
            ("2010-09-27 t o m 2014-12-31", "2010-09-27", "2014-12-31"),
            ("2010-2015", "2010", "2015"),
            ("2013–2015", "2013", "2015"),
            ("2010-01-01 – 2011-06-30", "2010-01-01", "2011-06-30"),
            ("maj 2013 till juni 2014", "2013-05", "2014-06"),
            ("fr.o.m. 2013 t.o.m. 2014", "2013", "2014"),
        ] {
            let Err(DateFault::Span(a, b)) = Approx::parse(text) else { panic!("{text} is a span") };
            assert_eq!((a.ascii().as_str(), b.ascii().as_str()), (from, to));
        }
    }

    #[test]
    fn other_text_is_no_date() {
        for text in
            ["", "tills vidare", "mandatperiod", "0014", "20140409", "när budgeten antagits", "-", "t o m"]
        {
            assert_eq!(Approx::parse(text), Err(DateFault::NotADate), "{text}");
        }
    }
}
