//! Where a text was changed since it was archived. The log, which a site is built with, only tells that it was; the
//! words as they stood lie in the store.

use std::ops::Range;

use crate::archive::entry::{Kept, Log};
use crate::archive::sha512::Sha512;
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::base::snapshot::Snapshot;
use crate::base::text::Text;
use crate::model::front_matter;
use crate::shell::archive::store::Store;
use crate::site::package::SOURCE;

/// Moves each fault that tells of a changed text to the first words that are not as they were. Where the archive
/// cannot be read, the faults stay where they are: whoever verifies it is told why.
pub fn mark(store: &Store, snapshot: &Snapshot, faults: &mut [Fault]) {
    let is_changed =
        |fault: &&mut Fault| fault.code == Code::Frozen && fault.argument("hint") == Some("changed");
    let mut changed = faults.iter_mut().filter(is_changed).peekable();
    let Some((log, _)) = changed.peek().and_then(|_| store.log().ok()) else { return };
    for fault in changed {
        if let Some(range) = first_change(store, &log, snapshot, fault)
            && let Some(place) = &mut fault.place
        {
            place.range = Some((range.start, range.end));
        }
    }
}

fn first_change(store: &Store, log: &Log, snapshot: &Snapshot, fault: &Fault) -> Option<Range<usize>> {
    let former = former(store, log, fault.argument("document")?, fault.argument("version")?)?;
    let path = &fault.place.as_ref()?.path;
    let now = snapshot.text(path.as_str())?.as_str();
    let start = front_matter::split(path, now, &mut Vec::new())?.1;
    let found = difference(&former, &now[start..])?;
    Some(start + found.start..start + found.end)
}

/// The words of a version as they were archived last.
fn former(store: &Store, log: &Log, document: &str, version: &str) -> Option<String> {
    let archived: Vec<&Kept> = log
        .entries()
        .iter()
        .filter_map(|entry| entry.event.kept())
        .filter(|it| it.document == document)
        .collect();
    let last = archived.iter().rev().find_map(|kept| kept.texts.get(version))?.words;
    let with_it = archived.iter().rev().filter(|it| it.texts.get(version).is_some_and(|it| it.words == last));
    with_it.into_iter().find_map(|kept| source(store, kept, last))
}

/// The words in one of the sources that were archived together, if it has these.
fn source(store: &Store, kept: &Kept, words: Sha512) -> Option<String> {
    let inventory = store.logged(kept).ok()?;
    let files = store.files_of(&inventory, kept.version).ok()?;
    let texts = files.into_iter().filter(|(path, ..)| path.starts_with(SOURCE));
    texts.into_iter().find_map(|(path, digest, file)| {
        let text = Text::decode(store.content(&file, digest).ok()?).ok()?;
        let (_, start) = front_matter::split(&SitePath::new(path), text.as_str(), &mut Vec::new())?;
        let body = text.as_str().get(start..)?;
        (Sha512::of(body.as_bytes()) == words).then(|| body.to_owned())
    })
}

/// The first words of a text that another does not have there. Where words were only taken away, those beside them.
fn difference(before: &str, after: &str) -> Option<Range<usize>> {
    let mut lines = before.split_inclusive('\n');
    let mut start = 0;
    for line in after.split_inclusive('\n') {
        let former = lines.next().unwrap_or_default();
        if line != former && !line.trim().is_empty() {
            let words = words(former.trim_end(), line.trim_end());
            return Some(start + words.start..start + words.end);
        }
        start += line.len();
    }
    // What stood last was taken away.
    let end = after.trim_end().len();
    let last = after[..end].rfind('\n').map_or(0, |at| at + 1);
    (last < end).then_some(last..end)
}

/// The words of a line that differ from another's, from the first to the last.
fn words(before: &str, after: &str) -> Range<usize> {
    let same = |pair: &((usize, char), char)| pair.0.1 == pair.1;
    let start = after.char_indices().zip(before.chars()).take_while(same).last();
    let start = start.map_or(0, |((at, it), _)| at + it.len_utf8());
    let (rest, former) = (&after[start..], &before[start..]);
    let end = rest.char_indices().rev().zip(former.chars().rev()).take_while(same).last();
    let end = start + end.map_or(rest.len(), |((at, _), _)| at);
    let is_gap = |it: char| it.is_whitespace();
    let before = after[..start].char_indices().rev().find(|(_, it)| is_gap(*it));
    let start = before.map_or(0, |(at, it)| at + it.len_utf8());
    let end = after[end..].find(is_gap).map_or(after.len(), |at| end + at);
    if start < end { start..end } else { 0..after.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_words_that_differ_are_found() {
        let found =
            |before: &str, after: &str| difference(before, after).map(|range| after[range].to_owned());
        let before = "# Mål\n\nSenast tre dagar innan.\n\nSlut.\n";
        let cases = [
            ("# Mål\n\nSenast fyra dagar innan.\n\nSlut.\n", "fyra"),
            ("# Mål\n\nSenast två eller tre dagar innan.\n\nSlut.\n", "två eller tre"),
            ("# Mål\n\nSenast dagar innan.\n\nSlut.\n", "dagar"),
            ("# Mål\n\nSenast tre dagar.\n\nSlut.\n", "dagar."),
            ("# Mål\n\nNytt.\n\nSenast tre dagar innan.\n\nSlut.\n", "Nytt."),
            ("# Mål\n\n\n\nSlut.\n", "Slut."),
            ("# Mål\n\nSenast tre dagar innan.\n", "Senast tre dagar innan."),
            ("# Syfte\n", "Syfte"),
        ];
        for (after, expected) in cases {
            assert_eq!(found(before, after).as_deref(), Some(expected), "{after}");
        }
        assert_eq!(found("1\u{a0}200 kr", "1\u{a0}300 kr").as_deref(), Some("300"));
        assert_eq!(found("å", "ä").as_deref(), Some("ä"));
        assert_eq!(found("x", ""), None);
    }
}
