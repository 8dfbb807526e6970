//! What the commands of the archive have in common: which archive, which key, which document at which time.

use std::path::{Path, PathBuf};

use clap::Arg;

use crate::archive::checkpoint::Key;
use crate::archive::entry::{Event, Kept, Log};
use crate::archive::history;
use crate::archive::inventory::VersionNumber;
use crate::archive::past::{self, Held};
use crate::base::fault::nearest;
use crate::base::sweden;
use crate::shell::archive::begin::Owner;
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::store::Store;
use crate::shell::archive::when::When;
use crate::shell::args::{Call, folder, option};
use crate::shell::error::{Act, Context as _, Error};
use crate::shell::manifest;
use crate::shell::output::real_or_future;
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

/// The folder that something is to be put into.
///
/// # Errors
/// It lies in the archive, among what the website is made of, or in the website itself, where it would be published.
pub fn output(call: &Call) -> Result<PathBuf, Error> {
    let folder = call.matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
    let real = |path: &Path| real_or_future(call.disk, path).on(Act::Read, path);
    let output = real(&folder)?;
    for inside in [place(call), call.site().join("content"), call.site().join("themes")] {
        if output.starts_with(real(&inside)?) {
            return Err(Refusal::OutputInside { path: folder, inside }.into());
        }
    }
    let is_website = |above: &&Path| call.disk.kind(&above.join(manifest::FILE)).is_ok();
    if let Some(inside) = output.ancestors().find(is_website) {
        return Err(Refusal::OutputPublished { path: folder, inside: inside.to_owned() }.into());
    }
    Ok(folder)
}

/// The key to sign with, if there is one.
///
/// # Errors
/// It cannot be read, or is no key.
pub fn key(call: &Call) -> Result<Option<Key>, Error> {
    let Some(file) = call.matches.get_one::<PathBuf>("key") else { return Ok(None) };
    match Key::parse(&typed(call, file)?) {
        Some(key) => Ok(Some(key)),
        None => Err(Refusal::NoKey { path: file.clone() }.into()),
    }
}

/// What stands in a file that somebody has saved: some editors put a mark before the text, or save it in pairs of
/// bytes.
///
/// # Errors
/// It cannot be read, or is in pairs.
pub fn typed(call: &Call, file: &Path) -> Result<String, Error> {
    let bytes = call.disk.read(file).on(Act::Read, file)?;
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Refusal::Utf16 { path: file.to_owned() }.into());
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

/// Whose archive this is, as its log says.
pub fn owner(log: &Log, path: &Path) -> Result<Owner, Error> {
    match log.entries().first().map(|entry| &entry.event) {
        Some(Event::Begin { archive, name, .. }) => {
            Ok(Owner { archive: archive.clone(), name: name.clone() })
        }
        _ => Err(Refusal::Damaged { path: path.to_owned() }.into()),
    }
}

/// What is archived of a document at some time.
///
/// # Errors
/// Nothing is, or there is no such document.
pub fn head<'a>(log: &'a Log, id: &str) -> Result<&'a Kept, Error> {
    let heads = log.heads();
    let mut kept = heads.values().map(|(kept, _)| *kept);
    kept.find(|kept| kept.document == id || kept.object == id).ok_or_else(|| absent(log, id).into())
}

/// Why nothing is to be had of a document: it was removed, or nobody has archived it.
pub fn absent(log: &Log, id: &str) -> Refusal {
    let last = past::ever(log, id).pop();
    last.as_ref().and_then(purged).unwrap_or_else(|| {
        let known = log.heads();
        let nearest = nearest(id, known.values().map(|(kept, _)| kept.document.as_str()));
        Refusal::NotArchived { id: id.to_owned(), nearest: nearest.map(str::to_owned) }
    })
}

/// What somebody wants, if it is still there. Numbers begin again after a removal: what was removed is never what is
/// asked for by a number that something newer has.
///
/// # Errors
/// It was removed, or there was no such thing.
pub fn find<'a>(log: &'a Log, wanted: &Wanted) -> Result<Held<'a>, Error> {
    let ever = past::ever(log, &wanted.id);
    let [first, ..] = &ever[..] else { return Err(absent(log, &wanted.id).into()) };
    let last = ever.last().unwrap_or(first);
    let mut newest_first = ever.iter().rev();
    let found = match &wanted.which {
        Which::Newest => Some(last),
        Which::Version(number) => newest_first.find(|held| held.kept.version == *number),
        Which::At(when) => newest_first.find(|held| held.time <= when.at),
    };
    match (found, &wanted.which) {
        (Some(held), _) => purged(held).map_or(Ok(*held), |refusal| Err(refusal.into())),
        (None, Which::At(when)) => Err(Refusal::NotThen {
            id: last.kept.document.clone(),
            when: when.clone(),
            first: sweden::day(first.time),
        }
        .into()),
        (None, Which::Version(version)) => {
            Err(purged(last).unwrap_or_else(|| no_version(last, *version)).into())
        }
        (None, Which::Newest) => Err(absent(log, &wanted.id).into()),
    }
}

fn no_version(last: &Held, version: VersionNumber) -> Refusal {
    Refusal::NoVersion { id: last.kept.document.clone(), version, head: last.kept.version }
}

/// That it was removed, if it was.
fn purged(held: &Held) -> Option<Refusal> {
    let (time, decision) = held.purged?;
    let id = held.kept.document.clone();
    Some(Refusal::Purged { id, on: sweden::day(time), decision: decision.to_owned() })
}

/// `it-policy`, `it-policy@v2` or `it-policy@2026-11-23`.
pub struct Wanted {
    /// The document.
    pub id: String,
    /// Which of what is archived of it.
    pub which: Which,
}

/// Which of what is archived of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// The newest.
    Newest,
    /// This one.
    Version(VersionNumber),
    /// The one that was newest then.
    At(When),
}

impl Wanted {
    /// Reads what is typed.
    ///
    /// # Errors
    /// What is wrong.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let Some((id, which)) = text.split_once('@') else {
            return Ok(Self { id: text.to_owned(), which: Which::Newest });
        };
        match Which::parse(which).filter(|_| !id.is_empty()) {
            Some(which) => Ok(Self { id: id.to_owned(), which }),
            None => {
                let id = if id.is_empty() { "it-policy" } else { id };
                Err(Refusal::NotUnderstood { typed: text.to_owned(), before: format!("{id}@") })
            }
        }
    }
}

impl Which {
    /// A number, a day or a time.
    pub fn parse(text: &str) -> Option<Self> {
        let version = text.parse().map(Self::Version).ok();
        version.or_else(|| When::until(text).map(Self::At).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_asked_for_as_it_is_as_a_version_or_as_it_was() {
        let which = |text: &str| {
            let wanted = Wanted::parse(text).unwrap();
            (wanted.id, wanted.which)
        };
        assert_eq!(which("it-policy"), ("it-policy".into(), Which::Newest));
        assert_eq!(which("a@v2"), ("a".into(), Which::Version("v2".parse().unwrap())));
        assert_eq!(which("a@2026-11-23"), ("a".into(), Which::At(When::until("2026-11-23").unwrap())));
        for wrong in ["@v1", "a@", "a@v0", "a@x", "a@2026-13-01", "a@v99999999999"] {
            let Err(Refusal::NotUnderstood { before, .. }) = Wanted::parse(wrong) else { panic!("{wrong}") };
            assert_eq!(before, if wrong == "@v1" { "it-policy@" } else { "a@" });
        }
    }
}
