//! The log of the archive: one line for each thing that was done to it, never changed and never removed.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::archive::checkpoint::Checkpoint;
use crate::archive::inventory::VersionNumber;
use crate::archive::merkle;
use crate::archive::sha512::Sha512;

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// How many stand before it.
    pub seq: u64,
    /// When it was written, in whole seconds.
    pub time: Timestamp,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// The archive was begun.
    Begin {
        /// Whose it is: what its objects' ids hold.
        archive: String,
        /// The municipality's name.
        name: String,
        /// The digest of the file that tells a person how to read the archive.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        readme: Option<Sha512>,
    },
    /// A version of an object was written.
    Archive(Kept),
    /// A document was taken down, and a version that says so was written.
    Withdraw(Kept),
    /// An object was removed by decision.
    Purge {
        /// The object.
        object: String,
        /// Its document.
        document: String,
        /// The number of the decision.
        decision: String,
    },
}

/// A version of an object, in few words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The object.
    pub object: String,
    /// The document that it is of.
    pub document: String,
    /// The ids that the document had before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<String>,
    /// Which version of the object.
    pub version: VersionNumber,
    /// The digest of its inventory.
    pub inventory: Sha512,
    /// The digest of all that is archived but for when and how it was: the same, and there is nothing new.
    pub content: Sha512,
    /// The versions of the document, by id.
    pub texts: BTreeMap<String, Text>,
    /// It was found in the store after a run that did not end, and written into the log by a later one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub recovered: bool,
}

/// A version of a document, as it was archived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The digest of its words, as they stand in the source.
    pub words: Sha512,
    /// What names it and the decision that it rests on, and its other forms, each as a digest of [`FACT`] digits. What was not stated is not
    /// there, and may be added.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, String>,
    /// The files that it shows or leads to, in any of its forms, and the signed original: path and length in bytes.
    /// Their digests stand in the inventory.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, u64>,
    /// Its forms as pages show them, each as a digest of [`FACT`] digits: what is written in another way and shown alike
    /// is the same.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub shown: BTreeMap<String, String>,
    /// How many corrections somebody answered for.
    pub corrections: usize,
    /// The digest of the page that shows it.
    pub page: Sha512,
}

/// So many digits of a SHA-512 tell a fact from another. Nobody need be kept from finding one with the same: the log
/// names the whole inventory too.
pub const FACT: usize = 16;

/// A log that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    lines: Vec<String>,
    entries: Vec<Entry>,
}

/// What is wrong with a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A line cannot be read: its number, from 1, and why.
    Unreadable(usize, String),
    /// A line does not stand where it was written: its number, from 1.
    Moved(usize),
    /// A line is older than the one before it: its number, from 1.
    Backwards(usize),
    /// The last line is not whole: a run has not ended.
    Torn,
}

impl Event {
    /// The version that was written, if one was.
    pub fn kept(&self) -> Option<&Kept> {
        match self {
            Self::Archive(kept) | Self::Withdraw(kept) => Some(kept),
            Self::Begin { .. } | Self::Purge { .. } => None,
        }
    }

    /// The object that it is about.
    pub fn object(&self) -> Option<&str> {
        match self {
            Self::Begin { .. } => None,
            Self::Archive(kept) | Self::Withdraw(kept) => Some(&kept.object),
            Self::Purge { object, .. } => Some(object),
        }
    }

    /// The document that it is about.
    pub fn document(&self) -> Option<&str> {
        match self {
            Self::Begin { .. } => None,
            Self::Archive(kept) | Self::Withdraw(kept) => Some(&kept.document),
            Self::Purge { document, .. } => Some(document),
        }
    }
}

impl Log {
    /// Reads a log. Lines after a flaw are read all the same.
    pub fn parse(text: &str) -> (Self, Vec<Flaw>) {
        let (mut log, mut flaws) = (Self::default(), Vec::new());
        for (index, line) in text.split_inclusive('\n').enumerate() {
            let Some(line) = line.strip_suffix('\n') else {
                flaws.push(Flaw::Torn);
                break;
            };
            log.lines.push(line.to_owned());
            match serde_json::from_str::<Entry>(line) {
                Ok(entry) => {
                    if entry.seq != index as u64 {
                        flaws.push(Flaw::Moved(index + 1));
                    }
                    if log.entries.last().is_some_and(|before| before.time > entry.time) {
                        flaws.push(Flaw::Backwards(index + 1));
                    }
                    log.entries.push(entry);
                }
                Err(error) => flaws.push(Flaw::Unreadable(index + 1, error.to_string())),
            }
        }
        (log, flaws)
    }

    /// Writes an entry after the others. Returns its line, with its end.
    pub fn push(&mut self, time: Timestamp, event: Event) -> String {
        let entry = Entry { seq: self.lines.len() as u64, time, event };
        let line = serde_json::to_string(&entry).unwrap_or_default();
        self.entries.push(entry);
        self.lines.push(line.clone());
        line + "\n"
    }

    /// The entries, the oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many lines it has.
    pub fn len(&self) -> u64 {
        self.lines.len() as u64
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The whole of it as a checkpoint.
    pub fn checkpoint(&self) -> Checkpoint {
        self.checkpoint_at(self.len()).unwrap_or_else(|| Checkpoint {
            origin: String::new(),
            size: 0,
            root: merkle::root([]),
        })
    }

    /// What its checkpoint was when it had so many lines; `None` if it never had as many.
    pub fn checkpoint_at(&self, size: u64) -> Option<Checkpoint> {
        let lines = self.lines.get(..usize::try_from(size).ok()?)?;
        let root = merkle::root(lines.iter().map(String::as_bytes));
        Some(Checkpoint { origin: self.origin().unwrap_or_default().to_owned(), size, root })
    }

    /// Whose log it is.
    pub fn origin(&self) -> Option<&str> {
        match &self.entries.first()?.event {
            Event::Begin { archive, .. } => Some(archive),
            Event::Archive(_) | Event::Withdraw(_) | Event::Purge { .. } => None,
        }
    }

    /// The name of whom it belongs to.
    pub fn municipality(&self) -> Option<&str> {
        match &self.entries.first()?.event {
            Event::Begin { name, .. } => Some(name),
            Event::Archive(_) | Event::Withdraw(_) | Event::Purge { .. } => None,
        }
    }

    /// The digest of the file that tells a person how to read the archive, if the log names it.
    pub fn readme(&self) -> Option<Sha512> {
        match &self.entries.first()?.event {
            Event::Begin { readme, .. } => *readme,
            Event::Archive(_) | Event::Withdraw(_) | Event::Purge { .. } => None,
        }
    }

    /// The newest version of each object that is in the store, by object, with when it was written.
    pub fn heads(&self) -> BTreeMap<&str, (&Kept, Timestamp)> {
        self.at(Timestamp::MAX)
    }

    /// That of one object; `None` if it is not in the store. Asked for each version that is written, of a log that may
    /// be long: what was written last stands near its end.
    pub fn head(&self, object: &str) -> Option<(&Kept, Timestamp)> {
        let last = self.entries.iter().rev().find(|entry| entry.event.object() == Some(object))?;
        last.event.kept().map(|kept| (kept, last.time))
    }

    /// The same as all were at some time.
    pub fn at(&self, time: Timestamp) -> BTreeMap<&str, (&Kept, Timestamp)> {
        let mut heads = BTreeMap::new();
        for entry in self.entries.iter().filter(|entry| entry.time <= time) {
            match &entry.event {
                Event::Begin { .. } => {}
                Event::Archive(kept) | Event::Withdraw(kept) => {
                    heads.insert(&*kept.object, (kept, entry.time));
                }
                Event::Purge { object, .. } => {
                    heads.remove(&**object);
                }
            }
        }
        heads
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(minute: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + 60 * minute).unwrap()
    }

    fn kept(document: &str, version: &str) -> Kept {
        let digest = Sha512::of(version.as_bytes());
        let text = Text {
            words: digest,
            facts: BTreeMap::new(),
            files: BTreeMap::new(),
            shown: BTreeMap::new(),
            corrections: 0,
            page: digest,
        };
        Kept {
            object: format!("urn:stadga:a:dok:{document}"),
            document: document.into(),
            version: version.parse().unwrap(),
            inventory: digest,
            content: digest,
            texts: [("2014-04-09".to_owned(), text)].into(),
            recovered: false,
            formerly: Vec::new(),
        }
    }

    fn log() -> (Log, String) {
        let mut log = Log::default();
        let text = [
            log.push(time(0), Event::Begin { archive: "a".into(), name: "A kommun".into(), readme: None }),
            log.push(time(1), Event::Archive(kept("x", "v1"))),
            log.push(time(1), Event::Archive(kept("y", "v1"))),
            log.push(time(2), Event::Withdraw(kept("x", "v2"))),
            log.push(
                time(3),
                Event::Purge {
                    object: kept("y", "v1").object,
                    document: "y".into(),
                    decision: "KS 2026-1".into(),
                },
            ),
        ];
        (log, text.concat())
    }

    #[test]
    fn a_log_is_read_as_it_was_written() {
        let (log, text) = log();
        assert_eq!(Log::parse(&text), (log, vec![]));
        assert!(
            text.contains(r#"{"seq":0,"time":"2026-09-21T14:13:20Z","event":"begin","archive":"a""#),
            "{text}"
        );
    }

    #[test]
    fn the_newest_of_one_object_is_that_among_all() {
        let (log, _) = log();
        for document in ["x", "y", "z"] {
            let object = format!("urn:stadga:a:dok:{document}");
            assert_eq!(log.head(&object), log.heads().get(&*object).copied(), "{document}");
        }
    }

    #[test]
    fn what_was_public_is_told_for_any_time() {
        let (log, _) = log();
        let at = |minute| {
            log.at(time(minute))
                .values()
                .map(|(kept, _)| format!("{} {}", kept.document, kept.version))
                .collect::<Vec<_>>()
        };
        assert_eq!(at(0), [""; 0]);
        assert_eq!(at(1), ["x v1", "y v1"]);
        assert_eq!(at(2), ["x v2", "y v1"]);
        assert_eq!(at(3), ["x v2"]);
    }

    #[test]
    fn an_older_checkpoint_holds_while_nothing_before_it_changed() {
        let (log, text) = log();
        let old = log.checkpoint_at(3).unwrap();
        assert_eq!((old.size, &*old.origin), (3, "a"));
        let rewritten = Log::parse(&text.replacen("A kommun", "B kommun", 1)).0;
        assert_ne!(rewritten.checkpoint_at(3).unwrap(), old);
        assert_eq!(log.checkpoint_at(6), None);
        assert_eq!(log.checkpoint().size, 5);
    }

    #[test]
    fn each_flaw_is_found() {
        let text = log().1;
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let flaws = |lines: &[&str]| Log::parse(&lines.concat()).1;
        assert_eq!(flaws(&[lines[0], lines[2], lines[1]]), [Flaw::Moved(2), Flaw::Moved(3)]);
        assert_eq!(flaws(&[lines[0], &lines[1][..20]]), [Flaw::Torn]);
        assert!(matches!(flaws(&[lines[0], "{}\n"])[..], [Flaw::Unreadable(2, _)]));
        let early = lines[1].replace("14:14:20", "14:12:20");
        assert_eq!(flaws(&[lines[0], &early]), [Flaw::Backwards(2)]);
    }
}
