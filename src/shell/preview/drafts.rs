//! What drafts do to a page. A draft that is shown counts as decided, and may end a text that somebody
//! decided: the bar says so where it happens.

use crate::base::date::{Approx, Date};
use crate::model::id::DocId;
use crate::model::register::{Register, Work};
use crate::model::relation::RelationKind;
use crate::model::validity::Force;
use crate::model::version::Version;
use crate::shell::preview::page::day;
use crate::shell::words::Words;
use crate::site::library::{Library, document_title};

/// What drafts have to do with a page.
pub enum Drafts {
    /// Nothing.
    Apart,
    /// They count as decided in what the page tells; in words.
    Count(String),
    /// There would be a page if drafts were shown.
    Hidden,
}

/// How drafts count on a page of the website, by its path there.
pub fn counting(words: &Words, library: &Library, page: &str) -> Drafts {
    let address = page.strip_suffix("index.html").unwrap_or(page);
    let segments: Vec<&str> = address.split_terminator('/').collect();
    let register = &library.register;
    let told = match segments[..] {
        ["dokument", id, ..] => {
            register.work(&DocId::new(id)).and_then(|work| of_document(words, library, work))
        }
        _ => register
            .works()
            .any(|work| is_told(library, work, &segments) && is_touched(register, work))
            .then(|| words.text("preview-drafts-count")),
    };
    told.map_or(Drafts::Apart, Drafts::Count)
}

/// Whether a list of documents tells of this one.
fn is_told(library: &Library, work: &Work, segments: &[&str]) -> bool {
    match *segments {
        [] | ["dokument" | "oversikt" | "tidslinje" | "register", ..] | ["amne"] => true,
        ["amne", subject] => {
            library.subjects.get(subject).is_some_and(|it| it.documents.contains(&work.document.id))
        }
        ["typ", kind] => {
            work.versions().any(|(it, _)| it.kind.as_ref().is_some_and(|it| it.as_str() == kind))
        }
        ["organ" | "beslut", body, ..] => {
            let mut decisions = work.versions().flat_map(|(version, _)| &version.decisions);
            decisions
                .any(|it| it.by.as_ref().and_then(|by| by.id.as_ref()).is_some_and(|it| it.as_str() == body))
        }
        _ => false,
    }
}

fn is_touched(register: &Register, work: &Work) -> bool {
    counted(work).next().is_some() || ending(register, work).is_some() || is_to_be_replaced(register, work)
}

/// Whether a draft says that it replaces this document, whenever that will be.
fn is_to_be_replaced(register: &Register, work: &Work) -> bool {
    let mut stated = register.lineage.inverse(&work.document.id).iter();
    stated.any(|it| it.relation.kind == RelationKind::Replaces && replaces_as_draft(register, &it.from, work))
}

/// The drafts that have a day to count from.
fn counted(work: &Work) -> impl Iterator<Item = (&Version, Approx)> {
    work.versions().filter(|(it, _)| it.draft).filter_map(|(it, _)| Some((it, it.starts().or(it.adopted())?)))
}

/// What a draft does to a decided version.
struct Ending<'a> {
    version: &'a Version,
    day: Date,
    by: &'a Force,
}

/// The first decided version that a draft ends.
fn ending<'a>(register: &Register, work: &'a Work) -> Option<Ending<'a>> {
    let by_draft = |force: &Force| match force {
        Force::Superseded(by) => work.version(by).is_some_and(|(it, _)| it.draft),
        Force::Replaced(by) => by.iter().any(|by| replaces_as_draft(register, by, work)),
        _ => false,
    };
    work.versions().filter(|(version, _)| !version.draft).find_map(|(version, life)| {
        let changes = life.force.changes();
        let (day, by) = changes.iter().find(|(_, force)| by_draft(force))?;
        Some(Ending { version, day: *day, by })
    })
}

/// Whether what says that a document is replaced by another is a draft of that one.
fn replaces_as_draft(register: &Register, by: &DocId, work: &Work) -> bool {
    let Some(other) = register.work(by) else { return false };
    let mut stated = register.lineage.inverse(&work.document.id).iter();
    stated.any(|it| {
        let says = |version: &Version| it.version.as_ref().is_none_or(|id| *id == version.id);
        it.from == *by
            && it.relation.kind == RelationKind::Replaces
            && other.versions().filter(|(version, _)| says(version)).all(|(version, _)| version.draft)
    })
}

fn of_document(words: &Words, library: &Library, work: &Work) -> Option<String> {
    let drafts = work.versions().filter(|(version, _)| version.draft).count();
    let Some(Ending { version, day: from, by }) = ending(&library.register, work) else {
        let Some((_, from)) = counted(work).next() else {
            return is_touched(&library.register, work).then(|| words.text("preview-drafts-count"));
        };
        let arguments = [("n", drafts.into()), ("date", told(words, from).into())];
        return Some(words.say("preview-draft-counts", &arguments));
    };
    let date = day(words, from);
    Some(match by {
        Force::Replaced(by) => {
            let title = by.iter().find_map(|id| library.register.work(id)).map(|it| document_title(it, from));
            let title = title.unwrap_or_default();
            words.say("preview-draft-replaces", &[("title", title.into()), ("date", date.into())])
        }
        _ => {
            let decided = version.adopted().or(version.starts());
            let version = decided.map_or_else(|| version.id.to_string(), |it| told(words, it));
            let arguments = [("n", drafts.into()), ("date", date.into()), ("version", version.into())];
            words.say("preview-draft-ends", &arguments)
        }
    })
}

/// A date as precise as it is known: "1 januari 2027", "2027-01".
fn told(words: &Words, date: Approx) -> String {
    date.exact().map_or_else(|| date.ascii(), |date| day(words, date))
}
