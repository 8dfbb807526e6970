//! Looks at everything in an archive: every file is hashed again, every inventory, the log and its checkpoint are
//! held against each other. Nothing is written.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::Path;

use jiff::Timestamp;
use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;

use crate::archive::account::{self, Against};
use crate::archive::bag_judge;
use crate::archive::checkpoint::{Note, PublicKey};
use crate::archive::entry::{Flaw, Log};
use crate::archive::found::{Found, What};
use crate::archive::inventory::{FILE, NAMASTE as OBJECT};
use crate::archive::judge::{self, Folder as _, Judged, NOTE};
use crate::archive::layout;
use crate::shell::archive::begin::layout_json;
use crate::shell::archive::on_disk::OnDisk;
use crate::shell::archive::places::{CONFIG, EXTENSIONS, LAYOUT, NAMASTE};
use crate::shell::archive::plain;
use crate::shell::archive::readme;
use crate::shell::archive::store::Store;
use crate::shell::archive::strays::strays;
use crate::shell::disk::{Disk, Kind};

/// How many folders lie between the store and the files of an object.
const DEPTH: usize = 4;

/// What an archive is judged by.
#[derive(Clone, Copy)]
pub struct Question<'q> {
    /// The one object that is to be looked at, with the log; all if none is named.
    pub object: Option<&'q str>,
    /// A checkpoint that somebody kept elsewhere.
    pub against: Option<&'q str>,
    /// What checkpoints are signed with.
    pub key: Option<&'q PublicKey>,
    /// Nothing in the archive may be later.
    pub now: Timestamp,
}

/// What was looked at, and what is wrong with it.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// Whose archive it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive: Option<String>,
    /// How many objects there are,
    pub objects: usize,
    /// versions of them,
    pub versions: usize,
    /// files,
    pub files: u64,
    /// bytes in these,
    pub bytes: u64,
    /// and lines of the log.
    pub lines: u64,
    /// Whether the newest checkpoint says to be signed by anybody,
    pub signed: bool,
    /// by which keys, as `name+hash`,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signed_by: Vec<String>,
    /// and whether the one that was named has signed it, if one was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signature_holds: Option<bool>,
    /// What is wrong.
    pub found: Vec<Found>,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether something could not be read, so that nobody knows.
    pub fn is_unreadable(&self) -> bool {
        self.found.iter().any(|found| matches!(found.what, What::Unreadable | What::BagUnknown))
    }

    fn add(&mut self, judged: &Judged) {
        self.objects += 1;
        self.versions += judged.versions.len();
        self.files += judged.size.0;
        self.bytes += judged.size.1;
    }
}

/// Judges an archive.
pub fn verify(store: &Store, question: &Question) -> Report {
    let mut report = Report::default();
    let found = &mut report.found;
    let (log, flaws) = log(store, found);
    let checkpoint = read(store, account::CHECKPOINT, NOTE, What::NoCheckpoint);
    let checkpoint = checkpoint.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let is_new = log.as_ref().is_some_and(|log| log.len() == 1);
    let mut walk = Walk { store, is_new, found, objects: Vec::new(), closed: Vec::new() };
    match question.object {
        Some(object) => walk.object(layout::folder(object)),
        None => walk.root(),
    }
    let Walk { objects, closed, .. } = walk;
    if question.object.is_none() {
        found.extend(strays(store));
    }
    let objects: BTreeMap<String, Judged> =
        objects.into_par_iter().map(|folder| judged(store, folder)).collect();
    if let Some(log) = &log {
        let against = Against {
            checkpoint: checkpoint.as_deref(),
            closed: &closed,
            kept: question.against,
            key: question.key,
            now: question.now,
            objects: &objects,
            only: question.object,
        };
        found.extend(readme::judge(store, log).filter(|_| question.object.is_none()));
        found.extend(account::account(log, &flaws, &against));
        let prefix = format!("urn:stadga:{}:", log.origin().unwrap_or_default());
        let ids = objects.values().filter_map(|judged| judged.id.as_deref());
        found.extend(ids.filter(|id| !id.starts_with(&prefix)).map(|id| What::Foreign.found().of(id)));
        report.archive = log.origin().map(str::to_owned);
        report.lines = log.len();
    }
    if store.disk.kind(&store.places.intent()).is_ok() {
        found.push(What::Unfinished.found());
    }
    for judged in objects.values() {
        report.add(judged);
    }
    report.found.extend(objects.into_values().flat_map(|judged| judged.found));
    if let Some(note) = checkpoint.ok().and_then(|text| Note::parse(&text)) {
        report.signed = note.is_signed();
        report.signed_by = note.keys().collect();
        report.signature_holds = question.key.map(|key| note.is_signed_by(key));
    }
    report.found.sort();
    report.found.dedup();
    report
}

/// Judges one object of OCFL 1.0 or 1.1 in a folder, written by whomever.
pub fn verify_object(disk: &dyn Disk, folder: &Path) -> Report {
    let judged = judge::judge(&OnDisk { disk, root: folder.to_owned() }, false);
    let mut report = Report::default();
    report.add(&judged);
    report.found = judged.found;
    report
}

/// Judges a bag in a folder, written by whomever.
pub fn verify_bag(disk: &dyn Disk, folder: &Path) -> Report {
    let bag_judge::Judged { size: (files, bytes), found } =
        bag_judge::judge(&OnDisk { disk, root: folder.to_owned() });
    Report { files, bytes, found, ..Report::default() }
}

fn log(store: &Store, found: &mut Vec<Found>) -> (Option<Log>, Vec<Flaw>) {
    match read(store, account::LOG, plain::LOG, What::NoLog) {
        Ok(bytes) => {
            let (log, flaws) = Log::parse(&String::from_utf8_lossy(&bytes));
            (Some(log), flaws)
        }
        Err(reason) => {
            found.push(reason);
            (None, Vec::new())
        }
    }
}

/// A file of the archive, of so many bytes at most; or what is wrong with it. `missing` is said if there is none.
fn read(store: &Store, path: &str, most: u64, missing: What) -> Result<Vec<u8>, Found> {
    let file = store.places.root().join(path);
    store.read(&file, most).map_err(|error| refused(path, &error, missing))
}

fn refused(path: &str, error: &io::Error, missing: What) -> Found {
    match error.kind() {
        ErrorKind::NotFound => missing.at(path),
        _ if plain::is_odd(error) => What::NotAFile.at(path),
        _ => What::Unreadable.at(path).because(error.to_string()),
    }
}

/// Judges an object of ours. One that does not tell its id is called by its folder.
fn judged(store: &Store, folder: String) -> (String, Judged) {
    let root = store.places.store().join(&folder);
    let mut judged = judge::judge(&OnDisk { disk: store.disk, root }, true);
    match &judged.id {
        None => judged.found.iter_mut().for_each(|found| found.object = Some(format!("ocfl/{folder}"))),
        Some(id) if layout::folder(id) != folder => {
            judged.found.push(What::Misplaced.at(format!("ocfl/{folder}")).of(id));
        }
        Some(_) => {}
    }
    (folder, judged)
}

/// Finds the objects of a store, and what belongs to none.
struct Walk<'w> {
    store: &'w Store<'w>,
    /// Nothing is archived yet: the store is begun after the log.
    is_new: bool,
    found: &'w mut Vec<Found>,
    /// Their folders, from the store.
    objects: Vec<String>,
    /// The folders that could not be looked into, from the store.
    closed: Vec<String>,
}

impl Walk<'_> {
    /// One object; that it is not there tells the log.
    fn object(&mut self, folder: String) {
        match plain::folder(self.store.disk, self.store.places.root(), &Path::new("ocfl").join(&folder)) {
            Ok(_) => self.objects.push(folder),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => {
                self.found.push(refused(&format!("ocfl/{folder}"), &error, What::Lost));
                self.closed.push(folder);
            }
        }
    }

    fn root(&mut self) {
        let store = plain::folder(self.store.disk, self.store.places.root(), Path::new("ocfl"));
        if let Err(error) = store {
            if error.kind() != ErrorKind::NotFound {
                self.closed.push(String::new());
            }
            let is_stopped = self.is_new && error.kind() == ErrorKind::NotFound;
            let found =
                if is_stopped { What::Unfinished.found() } else { refused("ocfl", &error, What::NoStore) };
            return self.found.push(found);
        }
        let (namaste, what) = NAMASTE;
        self.own_file(namaste, What::StoreNamaste, |bytes| bytes == what.as_bytes());
        self.own_file(LAYOUT, What::StoreLayout, |bytes| {
            let right: Option<Value> = serde_json::from_str(&layout_json()).ok();
            serde_json::from_slice(bytes).ok() == right
        });
        let config = format!("{EXTENSIONS}/{}/{CONFIG}", layout::NAME);
        self.own_file(&config, What::StoreLayout, |bytes| {
            let right: Option<Value> = serde_json::from_str(layout::CONFIG).ok();
            serde_json::from_slice(bytes).ok() == right
        });
        for (name, kind) in self.entries("").unwrap_or_default() {
            match (&*name, kind) {
                (EXTENSIONS, Kind::Folder) => self.extensions(&config),
                (_, Kind::Folder) => self.folder(name, 1),
                (LAYOUT, Kind::File) => {}
                (_, Kind::File) if name == namaste => {}
                _ => self.found.push(What::StoreStray.at(format!("ocfl/{name}"))),
            }
        }
    }

    /// A file that says what the store is.
    fn own_file(&mut self, name: &str, what: What, is_right: impl FnOnce(&[u8]) -> bool) {
        let path = format!("ocfl/{name}");
        match read(self.store, &path, NOTE, what) {
            Ok(bytes) if is_right(&bytes) => {}
            Ok(_) => self.found.push(what.at(path)),
            Err(found) => self.found.push(found),
        }
    }

    fn extensions(&mut self, config: &str) {
        let root = self.store.places.store().join(EXTENSIONS);
        let items = match (OnDisk { disk: self.store.disk, root }).items() {
            Ok(items) => items,
            Err(reason) => {
                let path = format!("ocfl/{EXTENSIONS}");
                return self.found.push(What::Unreadable.at(path).because(reason));
            }
        };
        for path in items.into_keys().map(|path| format!("{EXTENSIONS}/{path}")) {
            if path != config {
                self.found.push(What::StrayExtension.at(format!("ocfl/{path}")));
            }
        }
    }

    fn folder(&mut self, folder: String, depth: usize) {
        let Some(entries) = self.entries(&folder) else { return };
        let is_object = |(name, kind): &(String, Kind)| {
            *kind == Kind::File && (name == FILE || name.starts_with(&OBJECT.0[..14]))
        };
        if entries.is_empty() {
            self.found.push(What::StoreEmptyFolder.at(format!("ocfl/{folder}")));
        } else if depth == DEPTH || entries.iter().any(is_object) {
            self.objects.push(folder);
        } else {
            for (name, kind) in entries {
                let path = format!("{folder}/{name}");
                match kind {
                    Kind::Folder => self.folder(path, depth + 1),
                    Kind::File => self.found.push(What::StoreStray.at(format!("ocfl/{path}"))),
                    Kind::Link | Kind::Other => self.found.push(What::NotAFile.at(format!("ocfl/{path}"))),
                }
            }
        }
    }

    fn entries(&mut self, folder: &str) -> Option<Vec<(String, Kind)>> {
        match self.store.disk.entries(&self.store.places.store().join(folder)) {
            Ok(entries) => Some(entries),
            Err(error) => {
                let path = format!("ocfl/{folder}");
                self.found.push(What::Unreadable.at(path.trim_end_matches('/')).because(error.to_string()));
                self.closed.push(folder.to_owned());
                None
            }
        }
    }
}
