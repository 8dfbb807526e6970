//! The page that stands in for one that cannot be made: a template that cannot be run, or files that
//! have not yet made any site.

use std::path::Path;

use crate::base::fault::Fault;
use crate::base::snapshot::Snapshot;
use crate::shell::markup::escaped;
use crate::shell::preview::editor::Editor;
use crate::shell::preview::page::Page;
use crate::shell::preview::panel::Panel;
use crate::shell::report::Counts;
use crate::shell::words::Words;

/// So many faults are shown; the rest are counted.
const MOST: usize = 100;

/// What cannot be made, and why.
pub struct Unmade<'a> {
    /// The language.
    pub words: &'a Words,
    /// No page can be made, not only this one.
    pub whole: bool,
    /// Why, in the order of the report.
    pub faults: &'a [Fault],
    /// The files.
    pub snapshot: &'a Snapshot,
    /// The site's folder.
    pub root: &'a Path,
    /// What opens a file.
    pub editor: &'a Editor,
}

/// The page's bytes, and its tag. It is left by itself when the page it stands in for can be made.
pub fn unmade(about: &Unmade) -> (Vec<u8>, String) {
    let words = about.words;
    let (title, lead) = if about.whole {
        ("preview-no-site", "preview-no-site-lead")
    } else {
        ("preview-no-page", "preview-no-page-lead")
    };
    let panel = Panel { words, snapshot: about.snapshot, root: about.root, editor: about.editor };
    let html = format!(
        "<p class=\"stadga-lead\">{}</p>\n{}",
        escaped(&words.text(lead)),
        panel.list(about.faults, 2, MOST)
    );
    Page {
        words,
        title: &words.text(title),
        site: None,
        back: None,
        found: &Counts::of(about.faults).words(words),
        broken: true,
        parts: vec![("faults", html)],
    }
    .write()
}
