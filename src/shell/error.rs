//! What stadga itself could not do; always with the path and the act.
//! Faults of the content are values of another kind: `base::fault`.

use std::io;
use std::path::{Path, PathBuf};

use crate::base::path::OutPath;
use crate::shell::archive::plain;
use crate::shell::archive::refusal::Refusal;
use crate::shell::words::{Value, Words};

/// How many names of files a message lists before it counts the rest.
const NAMES: usize = 5;

/// What was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Reading a file or a folder.
    Read,
    /// Writing a file or making a folder.
    Write,
    /// Removing a file or a folder.
    Remove,
}

/// What stadga could not do.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the text of each variant says it")]
pub enum Error {
    #[error("cannot {act:?} {}", path.display())]
    Disk { act: Act, path: PathBuf, source: io::Error },
    #[error("{option} cannot be {value}")]
    Choice { option: &'static str, value: String, nearest: Option<String>, known: String },
    #[error("{} is not a site", path.display())]
    NotASite { path: PathBuf },
    #[error("the output {} lies in or holds {inside}", path.display())]
    OutputInside { path: PathBuf, inside: String },
    #[error("{} holds files that no build wrote", path.display())]
    NotOurs { path: PathBuf, names: Vec<String> },
    #[error("pages would overwrite files in {} that no build wrote", path.display())]
    Strangers { path: PathBuf, names: Vec<OutPath> },
    #[error("{} is a link", path.display())]
    LinkInOutput { path: PathBuf },
    #[error("{} is damaged in line {line}", path.display())]
    Manifest { path: PathBuf, line: usize },
    #[error("{path} may not be written")]
    IllegalPath { path: OutPath },
    #[error("the answer cannot be written")]
    Answer { source: io::Error },
    #[error("another build is at work in {}", path.display())]
    Busy { path: PathBuf },
    #[error("{} exists already", path.display())]
    Taken { path: PathBuf },
    #[error("{} is not what was read", path.display())]
    ChangedMeanwhile { path: PathBuf },
    #[error("the questions were not answered")]
    Cancelled,
    #[error("{} is not empty", path.display())]
    NotEmpty { path: PathBuf, names: Vec<String> },
    #[error("what was asked for cannot be done: {troubles:?}")]
    Unfit { command: &'static str, troubles: Vec<String> },
    #[error("what was asked about cannot be told: {trouble}")]
    NoAnswer { command: &'static str, trouble: String },
    #[error("{host} cannot be listened at")]
    NoHost { host: String, source: io::Error },
    #[error("no port from {first} to {last} is free")]
    NoPort { first: u16, last: u16, source: io::Error },
    #[error(transparent)]
    Archive(#[from] Refusal),
}

/// Says which act on which path failed.
pub trait Context<T> {
    /// Names the act and the path.
    fn on(self, act: Act, path: &Path) -> Result<T, Error>;
}

impl<T> Context<T> for io::Result<T> {
    fn on(self, act: Act, path: &Path) -> Result<T, Error> {
        self.map_err(|source| Error::Disk { act, path: path.to_owned(), source })
    }
}

impl Error {
    /// 2: stadga could not do its work; 75: somebody else holds the lock, try again.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Busy { .. } => 75,
            Self::Archive(refusal) => refusal.exit_code(),
            _ => 2,
        }
    }

    /// What happened and what to do about it.
    pub fn words(&self, words: &Words) -> (String, String) {
        let shown = |path: &Path| Value::from(path.display().to_string());
        let (id, arguments): (_, Vec<(&str, Value)>) = match self {
            Self::Archive(refusal) => refusal.message(words),
            Self::Disk { act, path, source } => ("failed-disk", disk_arguments(*act, path, source)),
            Self::Answer { source } => (
                "failed-answer",
                vec![("cause", cause(source).into()), ("reason", source.to_string().into())],
            ),
            Self::Choice { option, value, nearest, known } => (
                "failed-choice",
                vec![
                    ("option", (*option).into()),
                    ("value", value.as_str().into()),
                    ("nearest", nearest.as_deref().unwrap_or("none").into()),
                    ("known", known.as_str().into()),
                ],
            ),
            Self::NotASite { path } => ("failed-not-a-site", vec![("path", shown(path))]),
            Self::OutputInside { path, inside } => {
                ("failed-output-inside", vec![("path", shown(path)), ("inside", inside.as_str().into())])
            }
            Self::NotOurs { path, names } => {
                ("failed-not-ours", vec![("path", shown(path)), ("names", list(names, words).into())])
            }
            Self::Strangers { path, names } => {
                ("failed-strangers", vec![("path", shown(path)), ("names", list(names, words).into())])
            }
            Self::LinkInOutput { path } => ("failed-link-in-output", vec![("path", shown(path))]),
            Self::Manifest { path, line } => {
                ("failed-manifest", vec![("path", shown(path)), ("line", (*line).into())])
            }
            Self::IllegalPath { path } => ("failed-illegal-path", vec![("path", path.as_str().into())]),
            Self::Busy { path } => ("failed-busy", vec![("path", shown(path))]),
            Self::Taken { path } => ("failed-taken", vec![("path", shown(path))]),
            Self::ChangedMeanwhile { path } => ("failed-changed-meanwhile", vec![("path", shown(path))]),
            Self::Cancelled => ("failed-cancelled", Vec::new()),
            Self::NotEmpty { path, names } => {
                ("failed-not-empty", vec![("path", shown(path)), ("names", list(names, words).into())])
            }
            Self::Unfit { command, troubles } => (
                "failed-unfit",
                vec![("command", (*command).into()), ("troubles", troubles.join("\n  ").into())],
            ),
            Self::NoAnswer { command, trouble } => (
                "failed-no-answer",
                vec![("command", (*command).into()), ("trouble", trouble.as_str().into())],
            ),
            Self::NoHost { host, source } => (
                "failed-no-host",
                vec![
                    ("host", host.as_str().into()),
                    ("cause", host_cause(source).into()),
                    ("reason", source.to_string().into()),
                ],
            ),
            Self::NoPort { first, last, source } => (
                "failed-no-port",
                vec![
                    ("first", first.to_string().into()),
                    ("last", last.to_string().into()),
                    ("cause", cause(source).into()),
                ],
            ),
        };
        (words.say(&format!("{id}.what"), &arguments), words.say(&format!("{id}.mend"), &arguments))
    }
}

fn disk_arguments<'a>(act: Act, path: &Path, source: &io::Error) -> Vec<(&'static str, Value<'a>)> {
    let act = match act {
        Act::Read => "read",
        Act::Write => "write",
        Act::Remove => "remove",
    };
    vec![
        ("act", act.into()),
        ("path", path.display().to_string().into()),
        ("folder", path.parent().unwrap_or(path).display().to_string().into()),
        ("cause", cause(source).into()),
        ("reason", source.to_string().into()),
    ]
}

/// Why the system refused, as the messages ask for it.
fn cause(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "full",
        io::ErrorKind::PermissionDenied => "denied",
        io::ErrorKind::ReadOnlyFilesystem => "read-only",
        io::ErrorKind::NotFound => "missing",
        io::ErrorKind::NotADirectory => "not-a-folder",
        io::ErrorKind::IsADirectory => "folder",
        io::ErrorKind::FileTooLarge => "too-large",
        _ if plain::is_odd(source) => "odd",
        _ => "other",
    }
}

/// Why nobody can be received at a name. The system has no kind for a name that nobody knows.
fn host_cause(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::AddrNotAvailable => "elsewhere",
        io::ErrorKind::PermissionDenied => "denied",
        _ if source.raw_os_error().is_none() => "unknown",
        _ => "other",
    }
}

/// `a, b, c … och 4 till`
pub fn list(names: &[impl ToString], words: &Words) -> String {
    let shown: Vec<String> = names.iter().take(NAMES).map(ToString::to_string).collect();
    let mut text = shown.join(", ");
    if names.len() > NAMES {
        text.push(' ');
        text.push_str(&words.say("and-more", &[("n", (names.len() - NAMES).into())]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::archive::when::When;
    use crate::shell::words::Language;

    #[test]
    fn a_full_disk_is_said_in_plain_words() {
        let full = io::Error::from(io::ErrorKind::StorageFull);
        let error = Err::<(), _>(full).on(Act::Write, Path::new("output/index.html")).unwrap_err();
        let (what, mend) = error.words(Words::of(Language::Swedish));
        assert_eq!(what, "Det gick inte att skriva output/index.html: disken är full");
        assert!(mend.starts_with("Frigör utrymme"));
    }

    #[test]
    fn a_long_list_is_cut() {
        let names = ["a", "b", "c", "d", "e", "f", "g"];
        assert_eq!(list(&names, Words::of(Language::Swedish)), "a, b, c, d, e … och 2 till");
    }

    #[test]
    fn every_failure_has_words_in_both_languages() {
        let path = PathBuf::from("x");
        let (when, day) = (|| When::until("2020-01-01").unwrap(), jiff::civil::date(2026, 11, 23));
        let errors = [
            Error::Answer { source: io::Error::from(io::ErrorKind::StorageFull) },
            Error::Choice { option: "--type", value: "x".into(), nearest: None, known: "a, b".into() },
            Error::NotASite { path: path.clone() },
            Error::OutputInside { path: path.clone(), inside: "content".into() },
            Error::NotOurs { path: path.clone(), names: vec!["a".into()] },
            Error::Strangers { path: path.clone(), names: vec![OutPath::new("a")] },
            Error::LinkInOutput { path: path.clone() },
            Error::Manifest { path: path.clone(), line: 2 },
            Error::IllegalPath { path: OutPath::new("../a") },
            Error::Busy { path: path.clone() },
            Error::Taken { path: path.clone() },
            Error::ChangedMeanwhile { path: path.clone() },
            Error::Cancelled,
            Error::NotEmpty { path, names: vec!["a".into()] },
            Error::Unfit { command: "decide", troubles: vec!["a".into()] },
            Error::NoAnswer { command: "diff", trouble: "a".into() },
            Error::NoHost { host: "x".into(), source: io::Error::from(io::ErrorKind::AddrNotAvailable) },
            Error::Archive(Refusal::Busy { path: "x".into(), holder: None }),
            Error::Archive(Refusal::Busy { path: "x".into(), holder: Some("1".into()) }),
            Error::Archive(Refusal::NoLock { path: "x".into() }),
            Error::Archive(Refusal::NotAnArchive { path: "x".into() }),
            Error::Archive(Refusal::OfAnother { path: "x".into(), there: "a".into(), ours: "b".into() }),
            Error::Archive(Refusal::Newer { path: "x".into() }),
            Error::Archive(Refusal::StorageRoot { path: "x".into() }),
            Error::Archive(Refusal::SecretKey { path: "x".into() }),
            Error::Archive(Refusal::NotBegun { path: "x".into() }),
            Error::Archive(Refusal::NoFolder { path: "x".into() }),
            Error::Archive(Refusal::OutOfReach { path: "x".into() }),
            Error::Archive(Refusal::EmptyCheckpoint { path: "x".into() }),
            Error::Archive(Refusal::Damaged { path: "x".into() }),
            Error::Archive(Refusal::Clock { now: jiff::Timestamp::UNIX_EPOCH, last: jiff::Timestamp::MAX }),
            Error::Archive(Refusal::ClockAhead {
                now: jiff::Timestamp::MAX,
                disk: jiff::Timestamp::UNIX_EPOCH,
            }),
            Error::Archive(Refusal::Unsure { id: "a".into(), other_names: vec!["b".into(), "c".into()] }),
            Error::Archive(Refusal::Unfinished { path: "x".into() }),
            Error::Archive(Refusal::OutputInside { path: "x".into(), inside: "content".into() }),
            Error::Archive(Refusal::NotYet { when: when() }),
            Error::Archive(Refusal::NothingThen { when: when(), first: None }),
            Error::Archive(Refusal::NothingThen { when: when(), first: Some(day) }),
            Error::Archive(Refusal::NotThen { id: "a".into(), when: when(), first: day }),
            Error::Archive(Refusal::Purged { id: "a".into(), on: day, decision: "KS 1".into() }),
            Error::Archive(Refusal::NotUnderstood { typed: "a@".into(), before: "a@".into() }),
            Error::Archive(Refusal::SourceChanged { file: "a".into() }),
            Error::Archive(Refusal::PathEscapes { file: "a".into() }),
            Error::NoPort { first: 80, last: 100, source: io::Error::from(io::ErrorKind::PermissionDenied) },
        ];
        for error in errors {
            for language in [Language::Swedish, Language::English] {
                let (what, mend) = error.words(Words::of(language)); // asserts that nothing is missing
                assert!(!what.is_empty() && mend.ends_with('.'), "{error}");
            }
        }
    }
}
