//! A moment in words, by the clock of Sweden; for machines it stays as the log has it.

use jiff::Timestamp;

use crate::base::date::Approx;
use crate::base::sweden;
use crate::site::parts::DateView;
use crate::site::words::Words;

/// The day of a moment.
pub fn day(words: &Words, time: Timestamp) -> DateView {
    DateView { text: words.date(Approx::day(sweden::day(time))).text, iso: time.to_string() }
}

/// A moment to the minute.
pub fn moment(words: &Words, time: Timestamp) -> DateView {
    let day = day(words, time);
    let clock = time.to_zoned(sweden::time());
    let (hour, minute) = (clock.strftime("%H").to_string(), clock.strftime("%M").to_string());
    let args = [("date", day.text.into()), ("hour", hour.into()), ("minute", minute.into())];
    DateView { text: words.text("archive-moment", &args), iso: day.iso }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_read_the_time_of_sweden_and_machines_that_of_the_log() {
        let told = |time: &str| moment(&Words::built_in("sv"), time.parse().unwrap());
        let night = told("2026-11-23T23:05:00Z");
        assert_eq!((&*night.text, &*night.iso), ("24 november 2026 kl.\u{a0}00.05", "2026-11-23T23:05:00Z"));
        assert_eq!(told("2026-07-01T08:00:00Z").text, "1 juli 2026 kl.\u{a0}10.00");
    }
}
