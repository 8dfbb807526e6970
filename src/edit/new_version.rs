//! A new version of a document: a copy of the text that it revises, as a draft, without the facts
//! of the old decision.

use crate::base::date::Approx;
use crate::base::path::SitePath;
use crate::base::snapshot::Snapshot;
use crate::edit::change::{Change, applied};
use crate::edit::head::{Head, Tongue, moment};
use crate::edit::relocate::{self, Stuck};
use crate::model::content::document_folders;
use crate::model::document::Document;
use crate::model::item::is_version_name;
use crate::model::keys::{self, Key};
use crate::model::version::Version;

/// The facts of the old decision and of the old text: none of them is true of the new one until
/// somebody says so. Who it replaces stays said by the version that replaced it.
const OF_THE_OLD: [Key; 17] = [
    keys::SECTION,
    keys::REFERENCE,
    keys::MINUTES,
    keys::VALID_FROM,
    keys::VALID_UNTIL,
    keys::REVIEW_BY,
    keys::SERIES,
    keys::ORIGINAL,
    keys::REPLACES,
    keys::CHANGE,
    keys::NOTE,
    keys::DECISIONS,
    keys::CORRECTIONS,
    keys::VERSION,
    keys::SEQUENCE,
    keys::ALIASES,
    keys::WITHDRAWN,
];

/// What is known of a new version.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    /// When it was or will be adopted.
    pub adopted: Approx,
    /// Its title, if it is another.
    pub title: Option<&'a str>,
    /// Its type, if it is another.
    pub kind: Option<&'a str>,
    /// Who adopts it, if it is another body.
    pub by: Option<&'a str>,
}

/// A new version, made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What to do, in order.
    pub changes: Vec<Change>,
    /// Its file.
    pub path: SitePath,
    /// The file that it is a copy of, as it was called.
    pub copied: SitePath,
    /// The copied text is younger: the new one is the oldest known.
    pub is_oldest: bool,
    /// The file of another version that bears the same day already.
    pub same_day: Option<SitePath>,
    /// Files that got another address with the document's folder.
    pub moved_files: Vec<SitePath>,
}

/// Makes a new version. `note` stands above its facts, in the language of their keys: what to fill in.
///
/// # Errors
/// Why the document cannot have one yet.
pub fn new_version(
    snapshot: &Snapshot,
    document: &Document,
    wish: &Wish,
    note: impl Fn(Tongue) -> String,
) -> Result<Made, Stuck> {
    let Some((base, is_oldest)) = base(&document.versions, wish.adopted) else {
        return Err(Stuck::Unreadable(document.source.clone()));
    };
    let in_folder = document_folders(snapshot.files.keys()).contains(base.source.folder());
    let (home, changes, moved_files) = if in_folder {
        (base.source.folder().to_owned(), Vec::new(), Vec::new())
    } else {
        let home = relocate::home(base);
        let moved_files = snapshot.below(&home).map(|(path, _)| path.clone()).collect();
        (home, relocate::into_folder(snapshot, document, base)?, moved_files)
    };
    let after = applied(snapshot, &changes);
    let path_of = |name: &str| SitePath::new(&format!("{home}/{name}.md"));
    let source = if in_folder { base.source.clone() } else { path_of(base.id.as_str()) };
    let head = Head::open(&after, &source).map_err(|_| Stuck::Unreadable(base.source.clone()))?;
    let note = note(head.tongue());
    let text = with_note(&revised(head, wish, is_oldest).text(), &note);
    let crlf = after.text(source.as_str()).is_some_and(|text| text.crlf);
    let text = if crlf { text.replace('\n', "\r\n") } else { text };

    let day = wish.adopted.ascii();
    let mut path = path_of(&day);
    let mut number = 1;
    let mut same_day = None;
    while after.files.contains_key(&path) {
        number += 1;
        same_day = Some(if path == source { base.source.clone() } else { path });
        path = path_of(&format!("{day}-{number}"));
    }
    let changes = in_order(changes, Change::Create { path: path.clone(), text }, base);
    Ok(Made { changes, path, copied: base.source.clone(), is_oldest, same_day, moved_files })
}

/// The facts of a text, as a draft of its revision.
fn revised(mut head: Head, wish: &Wish, is_oldest: bool) -> Head {
    head.take(&OF_THE_OLD);
    head.set(keys::ADOPTED, moment(&wish.adopted.ascii()));
    let mut changed = vec![keys::ADOPTED, keys::CHANGE, keys::DRAFT];
    for (key, value) in [(keys::TITLE, wish.title), (keys::TYPE, wish.kind), (keys::ADOPTED_BY, wish.by)] {
        if let Some(value) = value {
            head.set(key, value);
            changed.push(key);
        }
    }
    if !is_oldest {
        let revision = match head.tongue() {
            Tongue::Swedish => "revidering",
            Tongue::English => "revision",
        };
        head.set(keys::CHANGE, revision);
    }
    head.set(keys::DRAFT, true);
    head.forget_notes(&changed);
    head
}

/// The text that a version of a day revises: the last one adopted by then. A draft is copied only
/// where there is nothing else; of a text that is older than all others, the oldest is nearest.
fn base(versions: &[Version], adopted: Approx) -> Option<(&Version, bool)> {
    let settled = versions.iter().any(|version| !version.draft);
    let known = || versions.iter().filter(|version| version.draft != settled || !settled);
    let earlier = |version: &&Version| version.adopted().is_none_or(|it| it.first() <= adopted.last());
    let before = known().rfind(earlier);
    before.map(|version| (version, false)).or_else(|| known().next().map(|version| (version, true)))
}

/// The new draft comes last, so that nobody sees it before all is in place; but a folder must
/// hold a file that is named as a version is before it is a document's.
fn in_order(mut changes: Vec<Change>, new: Change, base: &Version) -> Vec<Change> {
    let first_move = changes.iter().position(|change| matches!(change, Change::Move { .. }));
    let at = match first_move {
        Some(at) if !is_version_name(base.id.as_str()) => at,
        _ => changes.len(),
    };
    changes.insert(at, new);
    changes
}

fn with_note(text: &str, note: &str) -> String {
    let (fence, rest) = text.split_once('\n').unwrap_or((text, ""));
    format!("{fence}\n{note}\n{rest}")
}
