//! Looks at everything in an archive: every file is hashed again, every inventory, the log and its checkpoint are
//! held against each other. Nothing is written.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;

use crate::archive::account::{self, Against};
use crate::archive::algorithm::Algorithm;
use crate::archive::bag_judge;
use crate::archive::checkpoint::{Note, PublicKey};
use crate::archive::entry::{Flaw, Log};
use crate::archive::found::{Found, What};
use crate::archive::inventory::{FILE, NAMASTE as OBJECT};
use crate::archive::judge::{self, Folder, Item, Judged};
use crate::archive::layout;
use crate::shell::archive::places::{CONFIG, EXTENSIONS, LAYOUT, NAMASTE};
use crate::shell::archive::store::Store;
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
    /// Whether the newest checkpoint is signed by anybody.
    pub signed: bool,
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
    let checkpoint = store.checkpoint().ok();
    let mut folders = Vec::new();
    match question.object {
        Some(object) if store.disk.kind(&store.places.object(object)).is_ok() => {
            folders.push(layout::folder(object));
        }
        Some(_) => {}
        None => Walk { store, found: &mut *found, objects: &mut folders }.root(),
    }
    let objects: BTreeMap<String, Judged> =
        folders.into_par_iter().map(|folder| judged(store, folder)).collect();
    if let Some(log) = &log {
        let against = Against {
            checkpoint: checkpoint.as_deref(),
            kept: question.against,
            key: question.key,
            now: question.now,
            objects: &objects,
            only: question.object,
        };
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
    report.signed = checkpoint.and_then(|text| Note::parse(&text)).is_some_and(|note| note.is_signed());
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
    let file = store.places.log();
    match store.disk.read(&file) {
        Ok(bytes) => {
            let (log, flaws) = Log::parse(&String::from_utf8_lossy(&bytes));
            (Some(log), flaws)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            found.push(What::NoLog.at(account::LOG));
            (None, Vec::new())
        }
        Err(error) => {
            found.push(What::Unreadable.at(account::LOG).because(error.to_string()));
            (None, Vec::new())
        }
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
    found: &'w mut Vec<Found>,
    /// Their folders, from the store.
    objects: &'w mut Vec<String>,
}

impl Walk<'_> {
    fn root(mut self) {
        if self.store.disk.kind(&self.store.places.store()).is_err() {
            return self.found.push(What::NoStore.at("ocfl"));
        }
        let reads = |file: &Path| self.store.disk.read(&self.store.places.store().join(file)).ok();
        let json = |file: &Path| serde_json::from_slice::<Value>(&reads(file)?).ok();
        let (namaste, what) = NAMASTE;
        if reads(Path::new(namaste)).as_deref() != Some(what.as_bytes()) {
            self.found.push(What::StoreNamaste.at(format!("ocfl/{namaste}")));
        }
        let names_layout =
            |layout: Value| layout.get("extension").and_then(Value::as_str) == Some(layout::NAME);
        if !json(Path::new(LAYOUT)).is_some_and(names_layout) {
            self.found.push(What::StoreLayout.at(format!("ocfl/{LAYOUT}")));
        }
        let config = format!("{EXTENSIONS}/{}/{CONFIG}", layout::NAME);
        if json(Path::new(&config)) != serde_json::from_str(layout::CONFIG).ok() {
            self.found.push(What::StoreLayout.at(format!("ocfl/{config}")));
        }
        for (name, kind) in self.entries("") {
            match (&*name, kind) {
                (EXTENSIONS, Kind::Folder) => self.extensions(&config),
                (_, Kind::Folder) => self.folder(name, 1),
                (LAYOUT, Kind::File) => {}
                (_, Kind::File) if name == namaste => {}
                _ => self.found.push(What::StoreStray.at(format!("ocfl/{name}"))),
            }
        }
    }

    fn extensions(&mut self, config: &str) {
        let root = self.store.places.store();
        let items = OnDisk { disk: self.store.disk, root: root.join(EXTENSIONS) }.items();
        for path in items.unwrap_or_default().into_keys().map(|path| format!("{EXTENSIONS}/{path}")) {
            if path != config {
                self.found.push(What::StrayExtension.at(format!("ocfl/{path}")));
            }
        }
    }

    fn folder(&mut self, folder: String, depth: usize) {
        let entries = self.entries(&folder);
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

    fn entries(&mut self, folder: &str) -> Vec<(String, Kind)> {
        match self.store.disk.entries(&self.store.places.store().join(folder)) {
            Ok(entries) => entries,
            Err(error) => {
                self.found.push(What::Unreadable.at(format!("ocfl/{folder}")).because(error.to_string()));
                Vec::new()
            }
        }
    }
}

/// A folder on disk.
struct OnDisk<'d> {
    disk: &'d dyn Disk,
    root: PathBuf,
}

impl OnDisk<'_> {
    fn gather(&self, folder: &Path, name: &str, items: &mut BTreeMap<String, Item>) -> Result<(), String> {
        let entries = self.disk.entries(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        if entries.is_empty() && !name.is_empty() {
            items.insert(name.to_owned(), Item::Empty);
        }
        for (entry, kind) in entries {
            let path = if name.is_empty() { entry.clone() } else { format!("{name}/{entry}") };
            match kind {
                Kind::Folder => self.gather(&folder.join(&entry), &path, items)?,
                Kind::File => drop(items.insert(path, Item::File)),
                Kind::Link | Kind::Other => drop(items.insert(path, Item::Other)),
            }
        }
        Ok(())
    }
}

impl Folder for OnDisk<'_> {
    fn items(&self) -> Result<BTreeMap<String, Item>, String> {
        let mut items = BTreeMap::new();
        self.gather(&self.root, "", &mut items)?;
        Ok(items)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.disk.read(&self.root.join(path)).map_err(|error| error.to_string())
    }

    fn digest(&self, path: &str, algorithm: Algorithm) -> Result<(String, u64), String> {
        let stream = self.disk.open(&self.root.join(path));
        stream.and_then(|mut stream| algorithm.digest(&mut stream)).map_err(|error| error.to_string())
    }
}
