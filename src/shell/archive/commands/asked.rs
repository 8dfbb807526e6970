//! What the commands of the archive have in common: which archive, which key, which document at which time.

use std::path::{Path, PathBuf};

use clap::Arg;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use crate::archive::checkpoint::Key;
use crate::archive::entry::{Event, Kept, Log};
use crate::archive::history;
use crate::archive::inventory::VersionNumber;
use crate::base::fault::nearest;
use crate::shell::archive::begin::Owner;
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::store::Store;
use crate::shell::args::{Call, folder, option};
use crate::shell::error::{Act, Context as _, Error};
use crate::shell::words::Words;

/// The option that names an archive.
pub fn options(words: &'static Words) -> Vec<Arg> {
    vec![folder("archive", words).help_heading(words.label("heading-archive"))]
}

/// The option that names the key to sign with.
pub fn key_option(words: &'static Words) -> Arg {
    let key = option("key", "file", "help-archive-key", words).value_parser(clap::value_parser!(PathBuf));
    key.help_heading(words.label("heading-archive"))
}

/// A document in the archive.
pub fn document(words: &'static Words) -> Arg {
    Arg::new("id").value_name(words.label("value-id")).help(words.text("help-archive-id"))
}

/// The archive that is asked for.
pub fn store<'a>(call: &'a Call) -> Store<'a> {
    Store::at(call.disk, &place(call))
}

/// The folder of the archive that is asked for.
pub fn place(call: &Call) -> PathBuf {
    let chosen = call.matches.get_one::<PathBuf>("archive");
    chosen.cloned().unwrap_or_else(|| call.site().join(history::FOLDER))
}

/// The key to sign with, if there is one.
///
/// # Errors
/// It cannot be read, or is no key.
pub fn key(call: &Call) -> Result<Option<Key>, Error> {
    let Some(file) = call.matches.get_one::<PathBuf>("key") else { return Ok(None) };
    let bytes = call.disk.read(file).on(Act::Read, file)?;
    match std::str::from_utf8(&bytes).ok().and_then(Key::parse) {
        Some(key) => Ok(Some(key)),
        None => Err(Refusal::NoKey { path: file.clone() }.into()),
    }
}

/// Whose archive this is, as its log says.
pub fn owner(log: &Log, path: &Path) -> Result<Owner, Error> {
    match log.entries().first().map(|entry| &entry.event) {
        Some(Event::Begin { archive, name }) => Ok(Owner { archive: archive.clone(), name: name.clone() }),
        _ => Err(Refusal::Damaged { path: path.to_owned() }.into()),
    }
}

/// What is archived of a document at some time.
///
/// # Errors
/// Nothing is, or there is no such document.
pub fn head<'a>(log: &'a Log, id: &str, at: Timestamp) -> Result<(&'a Kept, Timestamp), Error> {
    let heads = log.at(at);
    let found = heads.values().find(|(kept, _)| kept.document == id || kept.object == id);
    found.copied().ok_or_else(|| {
        let known = log.heads();
        let nearest = nearest(id, known.values().map(|(kept, _)| kept.document.as_str()));
        Refusal::NotArchived { id: id.to_owned(), nearest: nearest.map(str::to_owned) }.into()
    })
}

/// `it-policy`, `it-policy@v2` or `it-policy@2026-11-23`.
pub struct Wanted {
    /// The document.
    pub id: String,
    /// Which of what is archived of it.
    pub which: Which,
}

/// Which of what is archived of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The newest.
    Newest,
    /// This one.
    Version(VersionNumber),
    /// The one that was newest then.
    At(Timestamp),
}

impl Wanted {
    /// Reads what is typed.
    ///
    /// # Errors
    /// What is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (id, which) = text.split_once('@').unwrap_or((text, ""));
        let version = which.parse().map(Which::Version);
        let which = match which {
            "" if !text.contains('@') => Which::Newest,
            _ => version.or_else(|_| moment(which).map(Which::At))?,
        };
        if id.is_empty() { Err(text.to_owned()) } else { Ok(Self { id: id.to_owned(), which }) }
    }
}

/// A moment: a day stands for its end in Sweden, so that all that was done on it counts.
///
/// # Errors
/// It is neither a day nor a time in the form of RFC 3339.
pub fn moment(text: &str) -> Result<Timestamp, String> {
    time_or_day(text, |day| midnight(day.tomorrow()?)?.checked_sub(1.nanosecond()))
}

/// A moment that something begins at: a day stands for its beginning in Sweden.
///
/// # Errors
/// As above.
pub fn beginning(text: &str) -> Result<Timestamp, String> {
    time_or_day(text, midnight)
}

fn time_or_day(
    text: &str,
    of_day: impl Fn(Date) -> Result<Timestamp, jiff::Error>,
) -> Result<Timestamp, String> {
    if let Ok(time) = text.parse() {
        return Ok(time);
    }
    let day: Result<Date, _> = text.parse();
    day.and_then(of_day).map_err(|_| text.to_owned())
}

/// When a day begins in Sweden.
fn midnight(day: Date) -> Result<Timestamp, jiff::Error> {
    let zone = TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC);
    Ok(day.to_zoned(zone)?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_asked_for_as_it_is_as_a_version_or_as_it_was() {
        let which = |text: &str| Wanted::parse(text).map(|wanted| (wanted.id, wanted.which));
        assert_eq!(which("it-policy"), Ok(("it-policy".into(), Which::Newest)));
        assert_eq!(which("a@v2"), Ok(("a".into(), Which::Version("v2".parse().unwrap()))));
        let end = "2026-11-23T22:59:59.999999999Z".parse().unwrap();
        assert_eq!(
            which("a@2026-11-23"),
            Ok(("a".into(), Which::At(end))),
            "the day ends at midnight in Sweden"
        );
        let time = "2026-11-23T09:00:00Z".parse().unwrap();
        assert_eq!(which("a@2026-11-23T09:00:00Z"), Ok(("a".into(), Which::At(time))));
        for wrong in ["", "@v1", "a@", "a@v0", "a@x", "a@2026-13-01"] {
            assert!(which(wrong).is_err(), "{wrong}");
        }
    }
}
