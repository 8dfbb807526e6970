//! The list of what stadga has written in an output folder: what it may overwrite
//! and remove, and what it need not make again.
//!
//! The first line names the format; each further line is `key digest path`, sorted.
//! While files change places the list holds the old and the new lines of a path, so a
//! killed run leaves no file unowned. A finished list has one line per path and is the
//! same for the same website, however it came about.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::base::text::Digest;

/// Its name in the output folder.
pub const FILE: &str = ".stadga-manifest";
const HEAD: &str = "stadga-manifest 1";
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

fn hex(content: blake3::Hash) -> String {
    content.to_hex()[..DIGITS].to_owned()
}

/// The files that stadga owns in an output folder, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    lines: BTreeMap<String, BTreeSet<Line>>,
}

impl Manifest {
    /// Reads a list; a line that it cannot trust is an error, by its number.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut lines = text.lines();
        if lines.next() != Some(HEAD) {
            return Err(1);
        }
        let mut manifest = Self::default();
        for (number, line) in lines.enumerate() {
            let mut parts = line.splitn(3, ' ');
            let (Some(key), Some(digest), Some(path)) = (parts.next(), parts.next(), parts.next()) else {
                return Err(number + 2);
            };
            let hex = |text: &str| text.len() == DIGITS && text.bytes().all(|it| it.is_ascii_hexdigit());
            if !(key == NO_KEY || hex(key)) || !hex(digest) || !is_clean(path) {
                return Err(number + 2);
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
        for (path, lines) in &self.lines {
            for Line { key, digest } in lines {
                let _ = writeln!(text, "{key} {digest} {path}");
            }
        }
        text
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
        let mut manifest = Manifest::default();
        manifest.insert("b/index.html", Line::new(Some(Digest::of(b"key")), blake3::hash(b"b")));
        manifest.insert("a med mellanslag.pdf", Line::new(None, blake3::hash(b"a")));
        assert_eq!(Manifest::parse(&manifest.text()), Ok(manifest));
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
