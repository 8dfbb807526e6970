//! Small archives to try things on: objects of a few files, put by a run on a disk of the test's choice.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use jiff::Timestamp;
use stadga::archive::checkpoint::Key;
use stadga::archive::entry::{Kept, Text};
use stadga::archive::inventory::{State, User};
use stadga::archive::sha512::Sha512;
use stadga::shell::archive::begin::Owner;
use stadga::shell::archive::writer::{New, Writer};
use stadga::shell::disk::Disk;
use stadga::shell::error::Error;

/// Logical paths with what stands there.
pub(crate) type Files = BTreeMap<String, String>;

pub(crate) fn files(files: &[(&str, &str)]) -> Files {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

pub(crate) fn owner() -> Owner {
    Owner { archive: "sundhamra".into(), name: "Sundhamra kommun".into() }
}

pub(crate) fn key() -> Key {
    Key::new("sundhamra", &[7; 32])
}

pub(crate) fn object(document: &str) -> String {
    format!("urn:stadga:sundhamra:dok:{document}")
}

/// So many minutes after ten o'clock on a day in the past.
pub(crate) fn minute(minute: i64) -> Timestamp {
    "2026-10-01T10:00:00Z".parse::<Timestamp>().unwrap() + jiff::SignedDuration::from_mins(minute)
}

/// A run, with a key.
pub(crate) fn run<'a>(
    disk: &'a dyn Disk,
    root: &Path,
    now: Timestamp,
    key: &'a Key,
) -> Result<Writer<'a>, Error> {
    Writer::open(disk, root, &owner(), now, Some(key))
}

/// Archives what differs from what was archived last, as a run of the program does.
pub(crate) fn put(writer: &mut Writer, document: &str, files: &Files) -> Result<Option<Kept>, Error> {
    let state: State = files.iter().map(|(path, text)| (path.clone(), Sha512::of(text.as_bytes()))).collect();
    let content = Sha512::of(serde_json::to_string(&state).unwrap().as_bytes());
    let object = object(document);
    if writer.log().heads().get(&*object).is_some_and(|(kept, _)| kept.content == content) {
        return Ok(None);
    }
    let contents = |path: &str| {
        let text = files.get(path).ok_or(io::ErrorKind::NotFound)?;
        Ok(Box::new(text.as_bytes()) as Box<dyn Read>)
    };
    let page = |(path, digest): (&String, &Sha512)| {
        let text = Text {
            words: *digest,
            facts: BTreeMap::new(),
            files: BTreeMap::new(),
            shown: BTreeMap::new(),
            corrections: 0,
            page: *digest,
        };
        path.ends_with("index.html").then(|| (path.clone(), text))
    };
    let texts = state.iter().filter_map(page).collect();
    let kept = writer.put(New {
        formerly: Vec::new(),
        object,
        document: document.into(),
        state: &state,
        contents: &contents,
        content,
        texts,
        withdrawn: files.contains_key("withdrawn"),
        message: "Ändrat".into(),
        user: User { name: "Sundhamra kommun".into(), address: "https://sundhamra.example/".into() },
    })?;
    Ok(Some(kept))
}

/// Archives several, and ends the run.
pub(crate) fn put_all(
    disk: &dyn Disk,
    root: &Path,
    now: Timestamp,
    documents: &[(&str, Files)],
) -> Result<(), Error> {
    let key = key();
    let mut writer = run(disk, root, now, &key)?;
    for (document, files) in documents {
        put(&mut writer, document, files)?;
    }
    writer.close()
}

/// All files below a folder, by path.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

pub(crate) fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().map(Result::unwrap) {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
