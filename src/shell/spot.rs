//! Where a fault stands, as people and editors count: lines and columns from 1.

use crate::base::fault::{Fault, Place};
use crate::base::snapshot::Snapshot;

/// Before a character of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// In Unicode code points, from 1.
    pub column: usize,
}

impl Position {
    /// The position of a byte; one within a character or after the end is moved to the nearest before.
    pub fn of(text: &str, byte: usize) -> Self {
        let before = &text[..text.floor_char_boundary(byte)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: before[..line_start].matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// Where a fault begins and ends, if it stands on bytes of a text.
    pub fn of_place(place: &Place, snapshot: &Snapshot) -> Option<(Self, Self)> {
        let (start, end) = place.range?;
        let text = snapshot.text(place.path.as_str())?.as_str();
        Some((Self::of(text, start), Self::of(text, end.max(start))))
    }
}

/// The line of a file that could not be read as text.
pub fn line_argument(fault: &Fault) -> Option<usize> {
    fault.place.as_ref()?;
    fault.argument("line")?.parse().ok()
}

/// The line a fault stands in.
pub struct Spot<'a> {
    /// The line without its end.
    pub text: &'a str,
    /// Its number, from 1.
    pub line: usize,
    /// Bytes of the line: where the fault begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

impl<'a> Spot<'a> {
    /// A range that runs over several lines is marked in its first.
    pub fn find(place: &Place, snapshot: &'a Snapshot) -> Option<Self> {
        let (start, end) = place.range?;
        let text = snapshot.text(place.path.as_str())?.as_str();
        let start = text.floor_char_boundary(start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let end = text.ceil_char_boundary(end).clamp(start, line_end);
        Some(Self {
            text: &text[line_start..line_end],
            line: text[..line_start].matches('\n').count() + 1,
            start: start - line_start,
            end: end - line_start,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_begin_at_one() {
        let at = |byte| {
            let Position { line, column } = Position::of("å\n\nöx", byte);
            (line, column)
        };
        let bytes: Vec<_> = [0, 1, 2, 3, 4, 5, 6, 7, 99].map(at).into();
        assert_eq!(bytes, [(1, 1), (1, 1), (1, 2), (2, 1), (3, 1), (3, 1), (3, 2), (3, 3), (3, 3)]);
    }
}
