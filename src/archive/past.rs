//! What the archive held at some time, and what has become of it since: the log folded to that time, and what later
//! lines say.

use jiff::Timestamp;

use crate::archive::entry::{Entry, Event, Kept, Log};

/// A version of an object as some time knew it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held<'a> {
    /// The version.
    pub kept: &'a Kept,
    /// When it was archived.
    pub time: Timestamp,
    /// It says that the document was taken down.
    pub withdrawn: bool,
    /// It was removed since: when, and by which decision.
    pub purged: Option<(Timestamp, &'a str)>,
}

/// The newest version of each object at some time, in the order in which they were archived. One that was removed
/// before is not among them.
pub fn held(log: &Log, at: Timestamp) -> Vec<Held<'_>> {
    let heads = log.at(at);
    let is_head =
        |held: &Held| heads.get(&*held.kept.object).is_some_and(|(kept, _)| std::ptr::eq(*kept, held.kept));
    all(log).filter(|held| held.time <= at && is_head(held)).collect()
}

/// All versions of an object that are in the store, the oldest first.
pub fn versions<'a>(log: &'a Log, object: &str) -> Vec<Held<'a>> {
    all(log).filter(|held| held.kept.object == object && held.purged.is_none()).collect()
}

/// All that was ever archived of a document, named by its id or by its object's, the oldest first.
pub fn ever<'a>(log: &'a Log, id: &str) -> Vec<Held<'a>> {
    all(log).filter(|held| held.kept.document == id || held.kept.object == id).collect()
}

/// When something of a document was archived for the first time.
pub fn first_of(log: &Log, document: &str) -> Option<Timestamp> {
    all(log).find(|held| held.kept.document == document).map(|held| held.time)
}

/// All versions that were ever archived.
fn all(log: &Log) -> impl Iterator<Item = Held<'_>> {
    let removals: Vec<(&Entry, &str, &str)> = log.entries().iter().filter_map(removal).collect();
    log.entries().iter().filter_map(move |entry| {
        let (kept, withdrawn) = match &entry.event {
            Event::Archive(kept) => (kept, false),
            Event::Withdraw(kept) => (kept, true),
            Event::Begin { .. } | Event::Purge { .. } => return None,
        };
        let mut later = removals.iter().filter(|(removal, ..)| removal.seq > entry.seq);
        let purged = later.find(|(_, object, _)| *object == kept.object);
        let purged = purged.map(|(removal, _, decision)| (removal.time, *decision));
        Some(Held { kept, time: entry.time, withdrawn, purged })
    })
}

/// A removal: of which object, and by which decision.
fn removal(entry: &Entry) -> Option<(&Entry, &str, &str)> {
    match &entry.event {
        Event::Purge { object, decision, .. } => Some((entry, object, decision)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::archive::sha512::Sha512;

    fn time(minute: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + 60 * minute).unwrap()
    }

    fn kept(document: &str, version: &str) -> Kept {
        let digest = Sha512::of(version.as_bytes());
        let (object, version) = (format!("urn:{document}"), version.parse().unwrap());
        let document = document.to_owned();
        let texts = BTreeMap::new();
        Kept {
            object,
            document,
            version,
            inventory: digest,
            content: digest,
            texts,
            recovered: false,
            formerly: Vec::new(),
        }
    }

    /// `x` twice, `y` once, then removed and archived anew: its numbers begin again.
    fn log() -> Log {
        let mut log = Log::default();
        log.push(time(0), Event::Begin { archive: "a".into(), name: "A kommun".into(), readme: None });
        log.push(time(1), Event::Archive(kept("y", "v1")));
        log.push(time(1), Event::Archive(kept("x", "v1")));
        log.push(time(2), Event::Withdraw(kept("x", "v2")));
        let (object, document) = ("urn:y".to_owned(), "y".to_owned());
        log.push(time(3), Event::Purge { object, document, decision: "KS 2026-1".into() });
        log.push(time(4), Event::Archive(kept("y", "v1")));
        log
    }

    fn told(held: &[Held]) -> Vec<String> {
        let of = |it: &Held| {
            let fate = it.purged.map(|(_, decision)| format!(" {decision}")).unwrap_or_default();
            let withdrawn = if it.withdrawn { " withdrawn" } else { "" };
            format!("{} {}{withdrawn}{fate}", it.kept.document, it.kept.version)
        };
        held.iter().map(of).collect()
    }

    #[test]
    fn the_past_is_told_with_what_became_of_it() {
        let log = log();
        assert_eq!(told(&held(&log, time(0))), [""; 0]);
        assert_eq!(told(&held(&log, time(1))), ["y v1 KS 2026-1", "x v1"]);
        assert_eq!(told(&held(&log, time(2))), ["y v1 KS 2026-1", "x v2 withdrawn"]);
        assert_eq!(told(&held(&log, time(3))), ["x v2 withdrawn"]);
        assert_eq!(told(&held(&log, time(4))), ["x v2 withdrawn", "y v1"]);
    }

    #[test]
    fn what_was_removed_is_no_version_of_what_came_after() {
        let log = log();
        assert_eq!(told(&versions(&log, "urn:x")), ["x v1", "x v2 withdrawn"]);
        assert_eq!(told(&versions(&log, "urn:y")), ["y v1"]);
        assert_eq!(told(&ever(&log, "y")), ["y v1 KS 2026-1", "y v1"]);
        assert_eq!(ever(&log, "urn:y"), ever(&log, "y"));
        assert_eq!(first_of(&log, "y"), Some(time(1)));
        assert_eq!(first_of(&log, "z"), None);
    }
}
