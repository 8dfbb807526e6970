//! Which part of a file is asked for: readers of PDF fetch a long one piece by piece.

use hyper::HeaderMap;
use hyper::header::{HeaderName, IF_NONE_MATCH, IF_RANGE, RANGE};

/// What of a file is sent.
#[derive(Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// From the first byte to the last, both with it.
    Some(u64, u64),
    /// What is asked for is not there.
    Nothing,
}

/// The part of a file that a request asks for. Several parts at once are answered with all of it.
pub fn part(request: &HeaderMap, tag: &str, length: u64) -> Part {
    let Some(range) = text(request, RANGE) else { return Part::Whole };
    // Pieces of a file that has changed would not fit together.
    if text(request, IF_RANGE).is_some_and(|held| held != tag) {
        return Part::Whole;
    }
    let bytes = range.split_once('=').filter(|(unit, _)| unit.eq_ignore_ascii_case("bytes"));
    let Some((first, last)) = bytes.and_then(|(_, range)| range.split_once('-')) else {
        return Part::Whole;
    };
    let end = length.saturating_sub(1);
    match (number(first), number(last)) {
        // So many bytes of the end.
        (None, Some(count)) if first.is_empty() && (count == 0 || length == 0) => Part::Nothing,
        (None, Some(count)) if first.is_empty() => Part::Some(length - count.min(length), end),
        (Some(first), None) if last.is_empty() && first >= length => Part::Nothing,
        (Some(first), None) if last.is_empty() => Part::Some(first, end),
        (Some(first), Some(last)) if first > last => Part::Whole,
        (Some(first), Some(_)) if first >= length => Part::Nothing,
        (Some(first), Some(last)) => Part::Some(first, last.min(end)),
        _ => Part::Whole,
    }
}

/// A number as ranges hold it; one that is too large is larger than any file.
fn number(digits: &str) -> Option<u64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

/// Whether the browser has these very bytes already.
pub fn is_held(request: &HeaderMap, tag: &str) -> bool {
    let same = |held: &str| held == "*" || held.strip_prefix("W/").unwrap_or(held) == tag;
    text(request, IF_NONE_MATCH).is_some_and(|held| held.split(',').any(|held| same(held.trim())))
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(pairs: &[(HeaderName, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect()
    }

    #[test]
    fn a_range_is_a_part_of_the_file() {
        let of = |range: &str| part(&asked(&[(RANGE, range)]), "\"a\"", 100);
        assert_eq!(of("bytes=0-9"), Part::Some(0, 9));
        assert_eq!(of("Bytes=0-9"), Part::Some(0, 9), "units are read in any case (RFC 9110, 14.1)");
        assert_eq!(of("bytes=90-"), Part::Some(90, 99));
        assert_eq!(of("bytes=-10"), Part::Some(90, 99));
        assert_eq!(of("bytes=90-1000"), Part::Some(90, 99));
        assert_eq!(of("bytes=-1000"), Part::Some(0, 99), "as much of the end as there is");
        for beyond in ["bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999-"] {
            assert_eq!(of(beyond), Part::Nothing, "{beyond}");
        }
        assert_eq!(of("bytes=0-9, 20-29"), Part::Whole);
        for odd in
            ["bytes", "bytes=", "bytes=a-b", "rows=0-9", "bytes=--1", "bytes=-", "bytes=9-0", "bytes=+1-2"]
        {
            assert_eq!(of(odd), Part::Whole, "{odd}");
        }
        assert_eq!(part(&asked(&[]), "\"a\"", 100), Part::Whole);
        assert_eq!(part(&asked(&[(RANGE, "bytes=0-")]), "\"a\"", 0), Part::Nothing);
        assert_eq!(part(&asked(&[(RANGE, "bytes=-5")]), "\"a\"", 0), Part::Nothing);
    }

    #[test]
    fn pieces_of_a_changed_file_are_not_mixed() {
        let of = |held: &str| part(&asked(&[(RANGE, "bytes=0-9"), (IF_RANGE, held)]), "\"a\"", 100);
        assert_eq!(of("\"a\""), Part::Some(0, 9));
        for other in ["\"b\"", "W/\"a\"", "Mon, 23 Nov 2026 06:00:00 GMT"] {
            assert_eq!(of(other), Part::Whole, "{other}");
        }
    }

    #[test]
    fn a_browser_that_has_the_bytes_is_known_by_their_tag() {
        let of = |held: &str| is_held(&asked(&[(IF_NONE_MATCH, held)]), "\"a\"");
        for same in ["\"a\"", "W/\"a\"", "\"b\", \"a\"", "*"] {
            assert!(of(same), "{same}");
        }
        assert!(!of("\"b\"") && !of("a") && !is_held(&asked(&[]), "\"a\""));
    }
}
