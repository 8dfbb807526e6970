//! What a machine can mend: the remedies that faults bring, carried out where nothing else breaks.
//! A remedy decides nothing: what the author wrote says the same as before, in a way that can be read.

use std::collections::BTreeSet;

use crate::base::fault::{Fault, Replacement};
use crate::base::path::SitePath;
use crate::base::snapshot::{Snapshot, Source};
use crate::base::text::Text;
use crate::edit::change::Change;
use crate::model::config::FILE;
use crate::model::content::FOLDER;

/// A remedy can show what it hid: a span under a misspelt key. Deeper than this nothing is hidden.
const DEPTH: usize = 4;

/// The changes that leave the site with fewer faults and without a single new one; `look` finds the
/// faults of a site.
///
/// A key that is read at last can show a fault behind it that only a person can mend; such a remedy
/// is left out, so that the two are seen together.
pub fn mended(snapshot: &Snapshot, look: impl Fn(&Snapshot) -> Vec<Fault>) -> Vec<Change> {
    let (mut now, mut told) = (snapshot.clone(), look(snapshot));
    loop {
        let before = told.len();
        // All at once, else by halves until those that cannot be carried out stand alone.
        let mut groups = vec![told.iter().filter(|it| !it.remedy.is_empty()).cloned().collect::<Vec<_>>()];
        while let Some(group) = groups.pop().filter(|group| !group.is_empty()) {
            let chosen = there_now(&told, &group);
            if let Some(after) = tried(&now, &told, &chosen, &look) {
                (now, told) = after;
            } else if group.len() > 1 {
                let (first, rest) = group.split_at(group.len() / 2);
                groups.extend([rest.to_vec(), first.to_vec()]);
            }
        }
        if told.len() == before {
            break;
        }
    }
    let new = |(path, source): (&SitePath, &Source)| match source {
        Source::Text(text) if snapshot.files.get(path) != Some(source) => {
            Some(Change::Rewrite { path: path.clone(), text: text.as_str().to_owned() })
        }
        _ => None,
    };
    now.files.iter().filter_map(new).collect()
}

/// Files whose line ends or letters are not written as stadga reads them. That is no fault: every
/// system writes in its own way, and the site is the same. But other programs see another text.
pub fn normalised(snapshot: &Snapshot) -> Vec<Change> {
    let content = snapshot.below(FOLDER).map(|(path, source)| (path.clone(), source));
    let settings = snapshot.files.get(FILE).map(|source| (SitePath::new(FILE), source));
    let other = |source: &Source| matches!(source, Source::Text(text) if text.crlf || text.decomposed);
    let files = content.chain(settings).filter(|(_, source)| other(source));
    files.map(|(path, _)| Change::Normalise { path }).collect()
}

/// The site with the remedies of these faults, and with those of the faults that they show. `None`
/// if a new fault remains, or no fewer than before.
fn tried(
    snapshot: &Snapshot,
    told: &[Fault],
    chosen: &[&Fault],
    look: impl Fn(&Snapshot) -> Vec<Fault>,
) -> Option<(Snapshot, Vec<Fault>)> {
    let mut after = with_remedies(snapshot, chosen);
    for _ in 0..DEPTH {
        let faults = look(&after);
        let mut fresh = fresh(told, &faults);
        if fresh.is_empty() {
            return (faults.len() < told.len()).then_some((after, faults));
        }
        fresh.retain(|fault| !fault.remedy.is_empty());
        after = with_remedies(&after, &fresh);
    }
    None
}

/// Whether two faults are the same, wherever in their file they stand: bytes move when a text
/// changes above them.
fn is_same(a: &Fault, b: &Fault) -> bool {
    let file = |fault: &Fault| fault.place.as_ref().map(|place| place.path.clone());
    a.code == b.code && a.arguments == b.arguments && file(a) == file(b)
}

/// Those of the faults that were not told before.
fn fresh<'a>(told: &[Fault], faults: &'a [Fault]) -> Vec<&'a Fault> {
    let mut old: Vec<&Fault> = told.iter().collect();
    let mut is_told =
        |fault: &Fault| old.iter().position(|it| is_same(it, fault)).map(|at| old.swap_remove(at)).is_some();
    faults.iter().filter(|fault| !is_told(fault)).collect()
}

/// Those that are still told, where they stand now.
fn there_now<'a>(told: &'a [Fault], group: &[Fault]) -> Vec<&'a Fault> {
    let mut wanted: Vec<&Fault> = group.iter().collect();
    let mut is_wanted = |fault: &Fault| {
        wanted.iter().position(|it| is_same(it, fault)).map(|at| wanted.swap_remove(at)).is_some()
    };
    told.iter().filter(|fault| is_wanted(fault)).collect()
}

fn with_remedies(snapshot: &Snapshot, faults: &[&Fault]) -> Snapshot {
    let mut after = snapshot.clone();
    let paths: BTreeSet<&SitePath> =
        faults.iter().filter_map(|fault| Some(&fault.place.as_ref()?.path)).collect();
    for path in paths {
        let of_file = |it: &&&Fault| it.place.as_ref().is_some_and(|place| place.path == *path);
        let text = snapshot.text(path.as_str());
        if let Some(new) = text.and_then(|it| replaced(it.as_str(), faults.iter().filter(of_file).copied())) {
            after.files.insert(path.clone(), Source::Text(Text::new(&new)));
        }
    }
    after
}

/// A text with the remedies of its faults. Of two that touch the same bytes the first is taken.
/// `None` if they are not of this text.
fn replaced<'a>(text: &str, faults: impl Iterator<Item = &'a Fault>) -> Option<String> {
    let mut chosen: Vec<&Replacement> = Vec::new();
    for fault in faults {
        let apart = |a: &Replacement, b: &Replacement| a.range.1 < b.range.0 || b.range.1 < a.range.0;
        if fault.remedy.iter().all(|new| chosen.iter().all(|old| apart(new, old))) {
            chosen.extend(&fault.remedy);
        }
    }
    chosen.sort();
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for Replacement { range: (start, end), text: comes } in chosen {
        new += text.get(at..*start)?;
        new += comes;
        at = *end;
    }
    Some(new + text.get(at..)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Code;

    fn fault(ranges: &[(usize, usize)]) -> Fault {
        let mut fault = Fault::new(Code::UnknownKey);
        fault.remedy = ranges.iter().map(|range| Replacement { range: *range, text: "x".into() }).collect();
        fault
    }

    #[test]
    fn what_touches_another_remedy_waits() {
        let faults = [fault(&[(4, 5), (0, 2)]), fault(&[(6, 7), (1, 3)]), fault(&[])];
        assert_eq!(replaced("abcdefg", faults.iter()).as_deref(), Some("xcdxfg"));
        assert_eq!(replaced("ab", faults.iter()), None);
        assert_eq!(replaced("ab", faults[2..].iter()).as_deref(), Some("ab"));
    }
}
