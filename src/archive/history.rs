//! What the log of a site's archive tells of each document, and whether its checkpoint stands for it. Read once, and
//! kept for as long as the log stays as it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::archive::checkpoint::Note;
use crate::archive::entry::{Entry, Event, Flaw, Log};
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::base::snapshot::{Snapshot, Source};
use crate::base::text::{Digest, Text};

/// The log, in the site's folder.
pub const LOG: &str = "arkiv/logg/entries.jsonl";
/// Its newest checkpoint.
pub const CHECKPOINT: &str = "arkiv/logg/checkpoint";

/// What says that there is a store, whatever became of its log.
pub const STORE: &str = "arkiv/ocfl/0=ocfl_1.1";

/// Where the archive of a site lies, unless somebody says otherwise.
pub const FOLDER: &str = "arkiv";

/// Whether a file of the site belongs to its archive.
pub fn is_of_archive(path: &SitePath) -> bool {
    path.as_str().strip_prefix(FOLDER).is_some_and(|below| below.starts_with('/'))
}

/// The log of an archive, by document.
#[derive(Debug)]
pub struct History {
    /// The log as it stands in its file.
    pub text: Text,
    /// What its checkpoint is worth.
    pub proof: Proof,
    log: Log,
    /// The entries of each document, by the id that it had when they were written.
    documents: BTreeMap<String, Vec<usize>>,
    key: (Digest, Option<Digest>),
}

/// What a checkpoint is worth to the log that it stands beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// It stands for the whole log, or for so many lines as it had when a run was broken off.
    Holds(Text, Note),
    /// There is none.
    Missing,
    /// The log is not the one that it was written for, or is no sound log at all.
    Broken,
}

impl History {
    /// The history of a site's archive, if it has one. `former` is one that was read before.
    pub fn read(
        snapshot: &Snapshot,
        former: Option<&Arc<Self>>,
        faults: &mut Vec<Fault>,
    ) -> Option<Arc<Self>> {
        let mut text = |path: &str| match snapshot.files.get(path)? {
            Source::Text(text) => Some(text),
            Source::Unreadable(why) => {
                faults.push(why.fault(&SitePath::new(path)));
                None
            }
            Source::Asset(_) => None,
        };
        let (log, checkpoint) = (text(LOG), text(CHECKPOINT));
        let doubtful = || Fault::new(Code::ArchiveLog).at(&SitePath::new(LOG));
        let Some(log) = log else {
            let is_begun = checkpoint.is_some() || snapshot.files.contains_key(&SitePath::new(STORE));
            faults.extend(is_begun.then(doubtful));
            return None;
        };
        let key = (log.digest(), checkpoint.map(Text::digest));
        let history = match former.filter(|former| former.key == key) {
            Some(former) => Arc::clone(former),
            None => Arc::new(Self::new(log, checkpoint, key)),
        };
        if !matches!(history.proof, Proof::Holds(..)) {
            faults.push(doubtful());
        }
        Some(history)
    }

    fn new(text: &Text, checkpoint: Option<&Text>, key: (Digest, Option<Digest>)) -> Self {
        let (log, flaws) = Log::parse(text.as_str());
        let mut documents: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, entry) in log.entries().iter().enumerate() {
            if let Some(document) = entry.event.document() {
                documents.entry(document.to_owned()).or_default().push(index);
            }
        }
        // A last line that is not whole is the next run's to mend.
        let is_sound = flaws.iter().all(|flaw| *flaw == Flaw::Torn)
            && log.entries().first().is_none_or(|first| matches!(first.event, Event::Begin { .. }));
        let holds = |note: &Note| log.checkpoint_at(note.checkpoint.size).as_ref() == Some(&note.checkpoint);
        let proof = match checkpoint {
            _ if !is_sound => Proof::Broken,
            None => Proof::Missing,
            Some(text) => match Note::parse(text.as_str()).filter(holds) {
                Some(note) => Proof::Holds(text.clone(), note),
                None => Proof::Broken,
            },
        };
        Self { text: text.clone(), proof, log, documents, key }
    }

    /// Whose archive it is, and when it was begun.
    pub fn begun(&self) -> Option<(&str, Timestamp)> {
        let entry = self.log.entries().first()?;
        match &entry.event {
            Event::Begin { name, .. } => Some((name, entry.time)),
            Event::Archive(_) | Event::Withdraw(_) | Event::Purge { .. } => None,
        }
    }

    /// How many lines the log has.
    pub fn lines(&self) -> u64 {
        self.log.len()
    }

    /// The documents that it tells of, by the ids that they had.
    pub fn documents(&self) -> impl Iterator<Item = &str> {
        self.documents.keys().map(String::as_str)
    }

    /// What was archived of a document and not removed by decision since, the oldest first.
    pub fn kept(&self, document: &str) -> Vec<&Entry> {
        let mut kept: Vec<&Entry> =
            self.of(document).rev().take_while(|entry| entry.event.kept().is_some()).collect();
        kept.reverse();
        kept
    }

    /// What was done to a document, the oldest first.
    pub fn of(&self, document: &str) -> impl DoubleEndedIterator<Item = &Entry> {
        self.documents.get(document).into_iter().flatten().map(|index| &self.log.entries()[*index])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::entry::Kept;
    use crate::archive::sha512::Sha512;
    use crate::base::date::Date;

    fn log() -> (Log, String) {
        let mut log = Log::default();
        let time = |minute: i64| Timestamp::from_second(1_790_000_000 + 60 * minute).unwrap();
        let kept = |document: &str| Kept {
            object: format!("urn:stadga:a:dok:{document}"),
            document: document.into(),
            version: "v1".parse().unwrap(),
            inventory: Sha512::of(b""),
            content: Sha512::of(b""),
            texts: BTreeMap::new(),
            recovered: false,
            formerly: Vec::new(),
        };
        let begin = Event::Begin { archive: "a".into(), name: "A kommun".into(), readme: None };
        let purge = Event::Purge {
            object: kept("x").object,
            document: "x".into(),
            decision: "KS 1\u{41}\u{30a}".into(),
        };
        let events = [begin, Event::Archive(kept("x")), Event::Archive(kept("y")), purge];
        let lines =
            events.into_iter().zip(0..).map(|(event, minute)| log.push(time(minute), event)).collect();
        (log, lines)
    }

    fn read(log: &str, checkpoint: Option<&str>) -> (Option<Arc<History>>, Vec<Fault>) {
        let mut snapshot = Snapshot::new(Date::default());
        let mut put = |path: &str, text: &str| {
            snapshot
                .files
                .insert(SitePath::new(path), Source::Text(Text::exact(text.as_bytes().to_vec()).unwrap()));
        };
        put(LOG, log);
        if let Some(checkpoint) = checkpoint {
            put(CHECKPOINT, checkpoint);
        }
        let mut faults = Vec::new();
        (History::read(&snapshot, None, &mut faults), faults)
    }

    #[test]
    fn each_document_has_what_was_done_to_it() {
        let (log, lines) = log();
        let (history, faults) = read(&lines, Some(&log.checkpoint().note(None)));
        let history = history.unwrap();
        assert_eq!(faults, []);
        assert_eq!(history.documents().collect::<Vec<_>>(), ["x", "y"]);
        let seqs = |id: &str| history.of(id).map(|entry| entry.seq).collect::<Vec<_>>();
        assert_eq!((seqs("x"), seqs("y"), seqs("z")), (vec![1, 3], vec![2], vec![]));
        assert_eq!(["x", "y", "z"].map(|id| history.kept(id).len()), [0, 1, 0]);
        assert_eq!(history.begun().map(|(name, _)| name), Some("A kommun"));
        assert!(matches!(&history.proof, Proof::Holds(_, note) if note.checkpoint.size == 4));
    }

    #[test]
    fn a_checkpoint_proves_only_the_log_that_it_was_written_for() {
        let (log, lines) = log();
        let whole = log.checkpoint().note(None);
        let proof = |lines: &str, note: Option<&str>| {
            let (history, faults) = read(lines, note);
            let proof = history.unwrap().proof.clone();
            assert_eq!(faults.is_empty(), matches!(proof, Proof::Holds(..)));
            proof
        };
        let older = log.checkpoint_at(2).unwrap().note(None);
        assert!(matches!(proof(&lines, Some(&older)), Proof::Holds(_, note) if note.checkpoint.size == 2));
        assert!(matches!(proof(&(lines.clone() + "{\"seq\":4"), Some(&whole)), Proof::Holds(..)));
        assert_eq!(proof(&lines, None), Proof::Missing);
        assert_eq!(proof(&lines.replace("A kommun", "B kommun"), Some(&whole)), Proof::Broken);
        assert_eq!(proof(&lines.replace("\"seq\":2", "\"seq\":7"), None), Proof::Broken);
        assert_eq!(proof(&lines, Some("inget")), Proof::Broken);
        let headless = lines.split_once('\n').unwrap().1.replace("\"seq\":1", "\"seq\":0");
        assert_eq!(proof(&headless, None), Proof::Broken, "nobody knows whose it is");
    }

    #[test]
    fn a_log_that_stays_as_it_was_is_not_read_again() {
        let (_, lines) = log();
        let former = read(&lines, None).0.unwrap();
        let mut snapshot = Snapshot::new(Date::default());
        let mut again = |lines: &str| {
            snapshot
                .files
                .insert(SitePath::new(LOG), Source::Text(Text::exact(lines.as_bytes().to_vec()).unwrap()));
            Arc::ptr_eq(&former, &History::read(&snapshot, Some(&former), &mut Vec::new()).unwrap())
        };
        assert!(again(&lines));
        assert!(!again(&lines.replace("A kommun", "B kommun")));
    }
}
