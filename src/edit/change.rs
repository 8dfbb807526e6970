//! What an edit does to the site's files, as values: they can be tried on a snapshot and
//! shown, and only then does anybody write them.

use crate::base::path::SitePath;
use crate::base::snapshot::{Snapshot, Source};
use crate::base::text::Text;

/// One step of an edit. Steps are taken in order, and the site is whole after each of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new file; nothing may stand there.
    Create {
        /// Where.
        path: SitePath,
        /// Its text.
        text: String,
    },
    /// Another text in a file. Its line ends and byte order mark stay as they are; letters in
    /// parts become whole.
    Rewrite {
        /// Which file.
        path: SitePath,
        /// All of its new text, with `\n`.
        text: String,
    },
    /// The same text with `\n` at the end of each line and every letter whole; see `base::text`.
    Normalise {
        /// Which file.
        path: SitePath,
    },
    /// The same bytes under another name; nothing may stand there.
    Move {
        /// The old name.
        from: SitePath,
        /// The new name.
        to: SitePath,
    },
}

/// The snapshot as it will be when the changes are made.
#[must_use]
pub fn applied(snapshot: &Snapshot, changes: &[Change]) -> Snapshot {
    let mut after = snapshot.clone();
    for change in changes {
        match change {
            Change::Create { path, text } | Change::Rewrite { path, text } => {
                after.files.insert(path.clone(), Source::Text(Text::new(text)));
            }
            Change::Normalise { path } => {
                if let Some(text) = after.text(path.as_str()).map(|text| Text::new(text.as_str())) {
                    after.files.insert(path.clone(), Source::Text(text));
                }
            }
            Change::Move { from, to } => {
                if let Some(source) = after.files.remove(from) {
                    after.files.insert(to.clone(), source);
                }
            }
        }
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::Date;

    #[test]
    fn a_file_moves_before_its_text_changes() {
        let path = SitePath::new;
        let mut snapshot = Snapshot::new(Date::default());
        snapshot.files.insert(path("content/a.md"), Source::Text(Text::new("a")));
        let changes = [
            Change::Move { from: path("content/a.md"), to: path("content/a/2014.md") },
            Change::Rewrite { path: path("content/a/2014.md"), text: "b".into() },
            Change::Create { path: path("content/a/2019.md"), text: "c".into() },
        ];
        let after = applied(&snapshot, &changes);
        let names: Vec<&str> = after.files.keys().map(SitePath::as_str).collect();
        assert_eq!(names, ["content/a/2014.md", "content/a/2019.md"]);
        assert_eq!(after.text("content/a/2014.md").unwrap().as_str(), "b");
        assert_eq!(snapshot.files.len(), 1, "the snapshot itself stays");
    }
}
