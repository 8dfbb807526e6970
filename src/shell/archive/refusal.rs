//! Why nothing is written into an archive.

use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::archive::inventory::VersionNumber;
use crate::shell::archive::when::{When, clock};
use crate::shell::preview::page::day;
use crate::shell::words::{Value, Words};

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
    #[error("the first run in {} was stopped before anything was archived", path.display())]
    NotBegun { path: PathBuf },
    #[error("{} is a file", path.display())]
    NoFolder { path: PathBuf },
    #[error("{} leads nowhere", path.display())]
    OutOfReach { path: PathBuf },
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
    #[error("{} exists already, and may be a key", path.display())]
    KeyTaken { path: PathBuf },
    #[error("a key in {} would lie in {}", path.display(), inside.display())]
    KeyInside { path: PathBuf, inside: PathBuf },
    #[error("{} is UTF-16", path.display())]
    Utf16 { path: PathBuf },
    #[error("{} holds no public key", path.display())]
    NoPublicKey { path: PathBuf },
    #[error("{} holds the secret key", path.display())]
    SecretKey { path: PathBuf },
    #[error("{id} is not in the archive")]
    NotArchived { id: String, nearest: Option<String> },
    #[error("there is no {version} of {id}, only up to {head}")]
    NoVersion { id: String, version: VersionNumber, head: VersionNumber },
    #[error("{id} was removed on {on} by decision {decision}")]
    Purged { id: String, on: Date, decision: String },
    #[error("{typed:?} is neither a number nor a time")]
    NotUnderstood { typed: String, before: String },
    #[error("{id} was not archived before {first}")]
    NotThen { id: String, when: When, first: Date },
    #[error("nothing was archived at {}", when.at)]
    NothingThen { when: When, first: Option<Date> },
    #[error("{} has not come yet", when.at)]
    NotYet { when: When },
    #[error("{} was left by a run that was stopped", path.display())]
    Unfinished { path: PathBuf },
    #[error("{} lies in {}", path.display(), inside.display())]
    OutputInside { path: PathBuf, inside: PathBuf },
    #[error("{} lies in the website {}", path.display(), inside.display())]
    OutputPublished { path: PathBuf, inside: PathBuf },
    #[error("{file} would stand for two different files")]
    TwoOfOneName { file: String },
    #[error("{} holds no checkpoint", path.display())]
    NoCheckpoint { path: PathBuf },
    #[error("{} is the checkpoint of an empty log", path.display())]
    EmptyCheckpoint { path: PathBuf },
    #[error("{} is a whole storage root", path.display())]
    StorageRoot { path: PathBuf },
    #[error("{decision} holds quotes that no shell knows")]
    CurlyQuotes { decision: String },
    #[error("no decision is named")]
    NoDecision,
    #[error("nobody has said yes to the removal of {id}")]
    Unsure { id: String, other_names: Vec<String> },
}

impl Refusal {
    /// 75: somebody else holds the lock, try again.
    pub fn exit_code(&self) -> u8 {
        if matches!(self, Self::Busy { .. }) { 75 } else { 2 }
    }

    /// The message that says it, and what it names.
    pub fn message(&self, words: &Words) -> (&'static str, Vec<(&'static str, Value<'_>)>) {
        (self.id(), self.arguments(words))
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Busy { .. } => "failed-archive-busy",
            Self::NoLock { .. } => "failed-archive-no-lock",
            Self::NotAnArchive { .. } => "failed-archive-none",
            Self::NotBegun { .. } => "failed-archive-not-begun",
            Self::NoFolder { .. } => "failed-archive-no-folder",
            Self::OutOfReach { .. } => "failed-archive-out-of-reach",
            Self::OfAnother { .. } => "failed-archive-of-another",
            Self::Newer { .. } => "failed-archive-newer",
            Self::Damaged { .. } => "failed-archive-damaged",
            Self::Clock { .. } => "failed-archive-clock",
            Self::ClockAhead { .. } => "failed-archive-clock-ahead",
            Self::SourceChanged { .. } => "failed-archive-source-changed",
            Self::PathEscapes { .. } => "failed-archive-path-escapes",
            Self::NoKey { .. } => "failed-archive-no-key",
            Self::KeyTaken { .. } => "failed-archive-key-taken",
            Self::KeyInside { .. } => "failed-archive-key-inside",
            Self::Utf16 { .. } => "failed-archive-utf16",
            Self::NoPublicKey { .. } => "failed-archive-no-public-key",
            Self::SecretKey { .. } => "failed-archive-secret-key",
            Self::NotArchived { .. } => "failed-archive-not-archived",
            Self::NoVersion { .. } => "failed-archive-no-version",
            Self::Purged { .. } => "failed-archive-purged",
            Self::NotUnderstood { .. } => "failed-archive-not-understood",
            Self::NotThen { .. } => "failed-archive-not-then",
            Self::NothingThen { .. } => "failed-archive-nothing-then",
            Self::NotYet { .. } => "failed-archive-not-yet",
            Self::Unfinished { .. } => "failed-archive-unfinished",
            Self::OutputInside { .. } => "failed-archive-output-inside",
            Self::OutputPublished { .. } => "failed-archive-output-published",
            Self::TwoOfOneName { .. } => "failed-archive-two-of-one-name",
            Self::NoCheckpoint { .. } => "failed-archive-no-checkpoint",
            Self::EmptyCheckpoint { .. } => "failed-archive-empty-checkpoint",
            Self::StorageRoot { .. } => "failed-archive-storage-root",
            Self::CurlyQuotes { .. } => "failed-archive-curly-quotes",
            Self::NoDecision => "failed-archive-no-decision",
            Self::Unsure { .. } => "failed-archive-unsure",
        }
    }

    /// What the message names.
    fn arguments(&self, words: &Words) -> Vec<(&'static str, Value<'_>)> {
        let shown = |path: &PathBuf| Value::from(path.display().to_string());
        match self {
            Self::NoDecision => vec![],
            Self::CurlyQuotes { decision } => vec![("decision", decision.as_str().into())],
            Self::Busy { path, holder } => {
                vec![("path", shown(path)), ("holder", holder.as_deref().unwrap_or("none").into())]
            }
            Self::NoLock { path }
            | Self::NotAnArchive { path }
            | Self::NotBegun { path }
            | Self::NoFolder { path }
            | Self::OutOfReach { path }
            | Self::Newer { path }
            | Self::Damaged { path }
            | Self::NoKey { path }
            | Self::KeyTaken { path }
            | Self::Utf16 { path }
            | Self::NoPublicKey { path }
            | Self::SecretKey { path }
            | Self::Unfinished { path }
            | Self::NoCheckpoint { path }
            | Self::EmptyCheckpoint { path }
            | Self::StorageRoot { path } => vec![("path", shown(path))],
            Self::SourceChanged { file } | Self::PathEscapes { file } | Self::TwoOfOneName { file } => {
                vec![("file", file.as_str().into())]
            }
            Self::OfAnother { path, there, ours } => {
                vec![("path", shown(path)), ("there", there.as_str().into()), ("ours", ours.as_str().into())]
            }
            Self::Clock { now, last } => {
                vec![("now", clock(*now).into()), ("last", clock(*last).into())]
            }
            Self::ClockAhead { now, disk } => {
                vec![("now", clock(*now).into()), ("disk", clock(*disk).into())]
            }
            Self::NotArchived { id, nearest } => {
                vec![("id", id.as_str().into()), ("nearest", nearest.as_deref().unwrap_or("none").into())]
            }
            Self::NoVersion { id, version, head } => vec![
                ("id", id.as_str().into()),
                ("version", version.to_string().into()),
                ("head", head.to_string().into()),
            ],
            Self::Purged { id, on, decision } => vec![
                ("id", id.as_str().into()),
                ("on", day(words, *on).into()),
                ("decision", decision.as_str().into()),
            ],
            Self::NotUnderstood { typed, before } => vec![
                ("typed", typed.as_str().into()),
                ("before", before.as_str().into()),
                ("number", bare_number(typed).unwrap_or("none").into()),
            ],
            Self::NotThen { id, when, first } => vec![
                ("id", id.as_str().into()),
                ("form", form(when)),
                ("at", when.told(words).into()),
                ("first", day(words, *first).into()),
            ],
            Self::NothingThen { when, first } => vec![
                ("form", form(when)),
                ("at", when.told(words).into()),
                ("first", first.map_or_else(|| "none".into(), |first| day(words, first)).into()),
            ],
            Self::NotYet { when } => vec![("at", when.told(words).into())],
            Self::OutputInside { path, inside }
            | Self::OutputPublished { path, inside }
            | Self::KeyInside { path, inside } => {
                vec![("path", shown(path)), ("inside", shown(inside))]
            }
            Self::Unsure { id, other_names } => vec![
                ("id", id.as_str().into()),
                ("names", other_names.join(", ").into()),
                ("n", other_names.len().into()),
            ],
        }
    }
}

/// Whether somebody asked for a day or for a time.
fn form(when: &When) -> Value<'static> {
    if when.is_day() { "day".into() } else { "time".into() }
}

/// The number that somebody typed without its letter: `2`, `it-policy@2`. A larger one is rather a year.
fn bare_number(typed: &str) -> Option<&str> {
    let number = typed.rsplit('@').next().unwrap_or(typed);
    let is_number = number.len() < 4 && format!("v{number}").parse::<VersionNumber>().is_ok();
    is_number.then_some(number)
}
