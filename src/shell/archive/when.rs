//! A day or a time as somebody types it, and as it is told back: days are those of Sweden, and so is a clock that
//! says no more.

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan as _};

use crate::base::sweden;
use crate::shell::preview::page;
use crate::shell::words::Words;

/// A moment that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The moment.
    pub at: Timestamp,
    day: Option<Date>,
    typed: String,
}

impl When {
    /// A moment that something is told until: a day stands for its end, so that all that was done on it counts.
    ///
    /// # Errors
    /// It is neither a day nor a time.
    pub fn until(text: &str) -> Result<Self, String> {
        Self::parse(text, |day| midnight(day.tomorrow()?)?.checked_sub(1.nanosecond()))
    }

    /// A moment that something begins at: a day stands for its beginning.
    ///
    /// # Errors
    /// As above.
    pub fn since(text: &str) -> Result<Self, String> {
        Self::parse(text, midnight)
    }

    fn parse(text: &str, of_day: impl Fn(Date) -> Result<Timestamp, jiff::Error>) -> Result<Self, String> {
        let day = is_day(text).then(|| text.parse::<Date>().ok()).flatten();
        let at = match day {
            Some(day) => of_day(day).ok(),
            None => text.parse().ok().or_else(|| local(text)),
        };
        let at = at.ok_or_else(|| text.to_owned())?;
        Ok(Self { at, day, typed: text.to_owned() })
    }

    /// Nobody asked for a time of the day.
    pub fn is_day(&self) -> bool {
        self.day.is_some()
    }

    /// As it was typed; a day in words.
    pub fn told(&self, words: &Words) -> String {
        self.day.map_or_else(|| self.typed.clone(), |day| page::day(words, day))
    }
}

/// Whether no time of the day is written: the reader of days would pass over one without a word.
fn is_day(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// A day and a time of the day by the clocks of Sweden, with nothing after.
fn local(text: &str) -> Option<Timestamp> {
    let (_, clock) = text.split_once(['T', 't', ' '])?;
    let is_clock = clock.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    let time: DateTime = is_clock.then(|| text.parse().ok())??;
    Some(time.to_zoned(sweden::time()).ok()?.timestamp())
}

/// A moment to the minute, by the clocks of Sweden.
pub fn clock(time: Timestamp) -> String {
    time.to_zoned(sweden::time()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// When a day begins in Sweden.
fn midnight(day: Date) -> Result<Timestamp, jiff::Error> {
    Ok(day.to_zoned(sweden::time())?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::words::Language;

    #[test]
    fn a_day_ends_and_begins_in_sweden_and_so_goes_the_clock() {
        let until = |text: &str| When::until(text).map(|when| when.at.to_string());
        let is = |text: &str| Ok::<_, String>(text.to_owned());
        assert_eq!(until("2026-11-23"), is("2026-11-23T22:59:59.999999999Z"));
        assert_eq!(When::since("2026-11-23").map(|when| when.at.to_string()), is("2026-11-22T23:00:00Z"));
        assert_eq!(until("2026-11-23T10"), is("2026-11-23T09:00:00Z"));
        assert_eq!(until("2026-11-23 10:00"), is("2026-11-23T09:00:00Z"));
        assert_eq!(until("2026-07-01T10:00:30"), is("2026-07-01T08:00:30Z"), "summer");
        assert_eq!(until("2026-11-23T10:00:00Z"), is("2026-11-23T10:00:00Z"));
        assert_eq!(until("2026-11-23T10:00+05:00"), is("2026-11-23T05:00:00Z"));
        for wrong in
            ["", "igår", "31/12/2026", "2026-02-30", "2026-11-23T", "2026-11-23T25:00", "2026", "T10:00"]
        {
            assert!(When::until(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn it_is_told_back_as_it_was_typed() {
        let told = |text: &str| When::until(text).unwrap().told(Words::of(Language::Swedish));
        assert_eq!(told("2020-01-01"), "1 januari 2020");
        assert_eq!(told("2020-01-01 10:00"), "2020-01-01 10:00");
        assert_eq!(clock("2026-11-23T23:30:00Z".parse().unwrap()), "2026-11-24 00:30");
        assert_eq!(sweden::day("2026-11-23T23:30:00Z".parse().unwrap()).to_string(), "2026-11-24");
    }
}
