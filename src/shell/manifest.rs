//! The list of what stadga has written in an output folder: what it may overwrite
//! and remove, and what it need not make again.
//!
//! The first line names the format. A second one, `input digest from until`, stands where
//! the build found no fault: what it was made from, and the days for which it holds.
//! Each further line is `key digest path`, sorted.
//! While files change places the list holds the old and the new lines of a path, so a
//! killed run leaves no file unowned. A finished list has one line per path and is the
//! same for the same website, however it came about.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::base::date::Date;
use crate::base::text::Digest;

/// Its name in the output folder.
pub const FILE: &str = ".stadga-manifest";
const HEAD: &str = "stadga-manifest 1";
const INPUT: &str = "input";
/// 128 bits tell any two files apart; nobody attacks a list that they could rewrite.
const DIGITS: usize = 32;
/// Stands in place of a key for what is always made and compared.
const NO_KEY: &str = "-";

/// What is known of one written file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    key: String,
    digest: String,
}

impl Line {
    /// A line for a file's recipe and content.
    pub fn new(key: Option<Digest>, content: blake3::Hash) -> Self {
        let key = key.map_or(NO_KEY.to_owned(), |key| key.hex(DIGITS));
        Self { key, digest: hex(content) }
    }

    /// Whether the file came from this recipe.
    pub fn has_key(&self, key: Digest) -> bool {
        self.key == key.hex(DIGITS)
    }

    /// Whether the file's content is this.
    pub fn has_content(&self, content: blake3::Hash) -> bool {
        content.to_hex().starts_with(&self.digest)
    }
}

fn is_hex(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|it| it.is_ascii_hexdigit())
}

fn hex(content: blake3::Hash) -> String {
    content.to_hex()[..DIGITS].to_owned()
}

/// What a website was made from, and for which days it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    digest: String,
    from: Option<Date>,
    until: Option<Date>,
}

impl Input {
    /// `from` is the first day, `until` the first day after; `None` where there is no limit.
    pub fn new(digest: Digest, (from, until): (Option<Date>, Option<Date>)) -> Self {
        Self { digest: digest.hex(DIGITS), from, until }
    }

    fn parse(line: &str) -> Option<Self> {
        let parts: Vec<&str> = line.split(' ').collect();
        let day = |text: &str| match text {
            NO_KEY => Some(None),
            text => text.parse().ok().map(Some),
        };
        match parts.as_slice() {
            [INPUT, digest, from, until] if is_hex(digest) => {
                Some(Self { digest: (*digest).into(), from: day(from)?, until: day(until)? })
            }
            _ => None,
        }
    }

    fn text(&self) -> String {
        let day = |day: Option<Date>| day.map_or(NO_KEY.to_owned(), |day| day.to_string());
        format!("{INPUT} {} {} {}", self.digest, day(self.from), day(self.until))
    }
}

/// The files that stadga owns in an output folder, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// What they were made from, if no fault was found.
    pub input: Option<Input>,
    lines: BTreeMap<String, BTreeSet<Line>>,
}

impl Manifest {
    /// A list of nothing yet, made from this.
    pub fn of(input: Option<Input>) -> Self {
        Self { input, lines: BTreeMap::new() }
    }

    /// Reads a list; a line that it cannot trust is an error, by its number.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut lines = text.lines().enumerate().peekable();
        if lines.next().map(|(_, line)| line) != Some(HEAD) {
            return Err(1);
        }
        let input = lines.peek().and_then(|(_, line)| Input::parse(line));
        if input.is_some() {
            lines.next();
        }
        let mut manifest = Self::of(input);
        for (number, line) in lines {
            let mut parts = line.splitn(3, ' ');
            let (Some(key), Some(digest), Some(path)) = (parts.next(), parts.next(), parts.next()) else {
                return Err(number + 1);
            };
            if !(key == NO_KEY || is_hex(key)) || !is_hex(digest) || !is_clean(path) {
                return Err(number + 1);
            }
            manifest.insert(path, Line { key: key.into(), digest: digest.into() });
        }
        Ok(manifest)
    }

    /// The list as text.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.lines.len() * 128);
        text.push_str(HEAD);
        text.push('\n');
        if let Some(input) = &self.input {
            text.push_str(&input.text());
            text.push('\n');
        }
        for (path, lines) in &self.lines {
            for Line { key, digest } in lines {
                let _ = writeln!(text, "{key} {digest} {path}");
            }
        }
        text
    }

    /// Whether it lists what this input makes on a day.
    pub fn is_of(&self, input: Digest, today: Date) -> bool {
        self.input.as_ref().is_some_and(|it| {
            it.digest == input.hex(DIGITS)
                && it.from.is_none_or(|from| from <= today)
                && it.until.is_none_or(|until| today < until)
        })
    }

    /// Adds what is known of a path.
    pub fn insert(&mut self, path: &str, line: Line) {
        self.lines.entry(path.to_owned()).or_default().insert(line);
    }

    /// Adds all that another list knows of a path.
    pub fn insert_from(&mut self, path: &str, other: &Self) {
        for line in other.lines(path) {
            self.insert(path, line.clone());
        }
    }

    /// What is known of a path: nothing, if it is not stadga's.
    pub fn lines(&self, path: &str) -> impl Iterator<Item = &Line> {
        self.lines.get(path).into_iter().flatten()
    }

    /// Whether stadga wrote the path.
    pub fn owns(&self, path: &str) -> bool {
        self.lines.contains_key(path)
    }

    /// All paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.lines.keys().map(String::as_str)
    }
}

/// Whether a path stays below the output folder on every system, and is not stadga's own.
pub fn is_clean(path: &str) -> bool {
    !path.starts_with(".stadga-")
        && !path.contains(['\\', ':', '\0', '\n', '\r'])
        && path.split('/').all(|segment| !matches!(segment, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let days = (Some(Date::constant(2026, 1, 1)), None);
        let input = Some(Input::new(Digest::of(b"input"), days));
        let mut manifest = Manifest::of(input);
        manifest.insert("b/index.html", Line::new(Some(Digest::of(b"key")), blake3::hash(b"b")));
        manifest.insert("a med mellanslag.pdf", Line::new(None, blake3::hash(b"a")));
        assert_eq!(Manifest::parse(&manifest.text()), Ok(manifest));
    }

    #[test]
    fn a_list_holds_for_its_input_and_its_days() {
        let day = |day| Date::constant(2026, 1, day);
        let (this, other) = (Digest::of(b"this"), Digest::of(b"other"));
        let input = Some(Input::new(this, (Some(day(5)), Some(day(9)))));
        let manifest = Manifest::of(input);
        assert!(manifest.is_of(this, day(5)) && manifest.is_of(this, day(8)));
        assert!(!manifest.is_of(this, day(4)) && !manifest.is_of(this, day(9)));
        assert!(!manifest.is_of(other, day(5)) && !Manifest::default().is_of(this, day(5)));
    }

    #[test]
    fn a_path_that_leads_out_is_refused() {
        let digest = hex(blake3::hash(b""));
        for path in ["../a", "/etc/passwd", "a//b", "a/../../b", "C:/a", "a\\b", "", ".stadga-manifest"] {
            let text = format!("{HEAD}\n- {digest} index.html\n- {digest} {path}\n");
            assert_eq!(Manifest::parse(&text), Err(3), "{path}");
        }
        assert_eq!(Manifest::parse("något annat\n"), Err(1));
        assert_eq!(Manifest::parse(&format!("{HEAD}\n- kort index.html\n")), Err(2));
    }
}
