//! Why nothing is written into an archive.

use std::path::PathBuf;

use jiff::Timestamp;

use crate::archive::inventory::VersionNumber;
use crate::shell::words::Value;

/// Why nothing is written into an archive. Each leaves it as it was.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the text of each variant says it")]
pub enum Refusal {
    #[error("another run is at work in {}: {holder:?}", path.display())]
    Busy { path: PathBuf, holder: Option<String> },
    #[error("the disk of {} knows no locks", path.display())]
    NoLock { path: PathBuf },
    #[error("{} is not an archive", path.display())]
    NotAnArchive { path: PathBuf },
    #[error("{} is the archive of {there}, not of {ours}", path.display())]
    OfAnother { path: PathBuf, there: String, ours: String },
    #[error("{} was written by a newer stadga", path.display())]
    Newer { path: PathBuf },
    #[error("{} is damaged", path.display())]
    Damaged { path: PathBuf },
    #[error("it is {now}, but the newest entry is of {last}")]
    Clock { now: Timestamp, last: Timestamp },
    #[error("it is {now} here, but {disk} on the disk of the archive")]
    ClockAhead { now: Timestamp, disk: Timestamp },
    #[error("{file} is not what was to be archived")]
    SourceChanged { file: String },
    #[error("{file} leads out of the archive")]
    PathEscapes { file: String },
    #[error("{} holds no key", path.display())]
    NoKey { path: PathBuf },
    #[error("{} holds no public key", path.display())]
    NoPublicKey { path: PathBuf },
    #[error("{id} is not in the archive")]
    NotArchived { id: String, nearest: Option<String> },
    #[error("there is no {version} of {id}, only up to {head}")]
    NoVersion { id: String, version: VersionNumber, head: VersionNumber },
    #[error("nothing was archived at {at}")]
    NothingThen { at: Timestamp, first: Option<Timestamp> },
    #[error("{at} has not come yet")]
    NotYet { at: Timestamp },
    #[error("{file} would stand for two different files")]
    TwoOfOneName { file: String },
    #[error("{} holds no checkpoint", path.display())]
    NoCheckpoint { path: PathBuf },
    #[error("{} is a whole storage root", path.display())]
    StorageRoot { path: PathBuf },
    #[error("{} would lie in the archive", path.display())]
    KeyInArchive { path: PathBuf },
    #[error("no decision is named")]
    NoDecision,
    #[error("nobody has said yes to the removal of {id}")]
    Unsure { id: String },
}

impl Refusal {
    /// 75: somebody else holds the lock, try again.
    pub fn exit_code(&self) -> u8 {
        if matches!(self, Self::Busy { .. }) { 75 } else { 2 }
    }

    /// The message that says it, and what it names.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Value<'_>)>) {
        let shown = |path: &PathBuf| Value::from(path.display().to_string());
        match self {
            Self::Busy { path, holder } => (
                "failed-archive-busy",
                vec![("path", shown(path)), ("holder", holder.as_deref().unwrap_or("none").into())],
            ),
            Self::NoLock { path } => ("failed-archive-no-lock", vec![("path", shown(path))]),
            Self::NotAnArchive { path } => ("failed-archive-none", vec![("path", shown(path))]),
            Self::OfAnother { path, there, ours } => (
                "failed-archive-of-another",
                vec![("path", shown(path)), ("there", there.as_str().into()), ("ours", ours.as_str().into())],
            ),
            Self::Newer { path } => ("failed-archive-newer", vec![("path", shown(path))]),
            Self::Damaged { path } => ("failed-archive-damaged", vec![("path", shown(path))]),
            Self::Clock { now, last } => (
                "failed-archive-clock",
                vec![("now", now.to_string().into()), ("last", last.to_string().into())],
            ),
            Self::ClockAhead { now, disk } => (
                "failed-archive-clock-ahead",
                vec![("now", now.to_string().into()), ("disk", disk.to_string().into())],
            ),
            Self::SourceChanged { file } => {
                ("failed-archive-source-changed", vec![("file", file.as_str().into())])
            }
            Self::PathEscapes { file } => {
                ("failed-archive-path-escapes", vec![("file", file.as_str().into())])
            }
            Self::NoKey { path } => ("failed-archive-no-key", vec![("path", shown(path))]),
            Self::NoPublicKey { path } => ("failed-archive-no-public-key", vec![("path", shown(path))]),
            Self::NotArchived { id, nearest } => (
                "failed-archive-not-archived",
                vec![("id", id.as_str().into()), ("nearest", nearest.as_deref().unwrap_or("none").into())],
            ),
            Self::NoVersion { id, version, head } => (
                "failed-archive-no-version",
                vec![
                    ("id", id.as_str().into()),
                    ("version", version.to_string().into()),
                    ("head", head.to_string().into()),
                ],
            ),
            Self::NothingThen { at, first } => (
                "failed-archive-nothing-then",
                vec![
                    ("at", at.to_string().into()),
                    ("first", first.map_or_else(|| "none".into(), |first| first.to_string()).into()),
                ],
            ),
            Self::NotYet { at } => ("failed-archive-not-yet", vec![("at", at.to_string().into())]),
            Self::TwoOfOneName { file } => {
                ("failed-archive-two-of-one-name", vec![("file", file.as_str().into())])
            }
            Self::NoCheckpoint { path } => ("failed-archive-no-checkpoint", vec![("path", shown(path))]),
            Self::StorageRoot { path } => ("failed-archive-storage-root", vec![("path", shown(path))]),
            Self::KeyInArchive { path } => ("failed-archive-key-in-archive", vec![("path", shown(path))]),
            Self::NoDecision => ("failed-archive-no-decision", vec![]),
            Self::Unsure { id } => ("failed-archive-unsure", vec![("id", id.as_str().into())]),
        }
    }
}
