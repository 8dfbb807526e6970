//! The clock on the walls of Sweden.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::base::date::Date;

/// Summer time as the law of the Union has had it since 1996, written as a rule: every computer tells the same hour,
/// also one that has no tables of time zones.
const RULE: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// The time of Sweden.
pub fn time() -> TimeZone {
    TimeZone::posix(RULE).unwrap_or(TimeZone::UTC)
}

/// The day that it is there.
pub fn day(moment: Timestamp) -> Date {
    moment.to_zoned(time()).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_begins_in_march_and_ends_in_october() {
        let told = |moment: &str| {
            let moment: Timestamp = moment.parse().unwrap();
            moment.to_zoned(time()).datetime().to_string()
        };
        assert_eq!(told("2026-11-23T23:30:00Z"), "2026-11-24T00:30:00");
        assert_eq!(told("2026-03-29T00:59:59Z"), "2026-03-29T01:59:59");
        assert_eq!(told("2026-03-29T01:00:00Z"), "2026-03-29T03:00:00");
        assert_eq!(told("2026-10-25T00:59:59Z"), "2026-10-25T02:59:59");
        assert_eq!(told("2026-10-25T01:00:00Z"), "2026-10-25T02:00:00");
    }
}
