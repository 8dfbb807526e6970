//! A run that archives is stopped at each thing that it asks of the disk, and the power is cut there. Whatever
//! happened, the next run ends with a sound archive that holds every byte of before.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use stadga::archive::entry::{Event, Log};
use stadga::archive::inventory::Inventory;
use stadga::shell::archive::store::Store;
use stadga::shell::archive::verify::{Question, verify};
use stadga::shell::disk::{Disk, Found, Kind, Lock, RealDisk, Stamp, Stream};
use stadga::shell::error::Error;

use crate::archives::{Files, copy, files, key, minute, object, put, put_all, run, tree};
use crate::shell_disk::FaultyDisk;

/// What a run does, from what an archive holds before.
type Run = dyn Fn(&dyn Disk, &Path) -> Result<(), Error>;

fn first() -> Vec<(&'static str, Files)> {
    vec![
        ("it-policy", files(&[("dokument/a/index.html", "sida"), ("metadata.json", "{}"), ("tom", "")])),
        ("budget", files(&[("dokument/b/index.html", "sida"), ("källa/åäö.md", "text"), ("dc.xml", "<a/>")])),
        ("arkivplan", files(&[("dokument/c/index.html", "annan sida")])),
    ]
}

fn second() -> Vec<(&'static str, Files)> {
    vec![
        ("it-policy", files(&[("dokument/a/index.html", "ny sida"), ("metadata.json", "{}"), ("tom", "")])),
        ("budget", files(&[("withdrawn", "ja"), ("dc.xml", "<a/>")])),
        ("arkivplan", files(&[("dokument/c/index.html", "annan sida")])),
        ("ny", files(&[("dokument/d/index.html", "helt ny")])),
    ]
}

fn purge(disk: &dyn Disk, root: &Path) -> Result<(), Error> {
    let key = key();
    let mut writer = run(disk, root, minute(5), &key)?;
    if writer.log().heads().contains_key(&*object("budget")) {
        writer.purge(&object("budget"), "KS 2026-7")?;
    }
    writer.close()
}

/// What an archive holds when all is done: documents, versions and files.
fn told(root: &Path) -> Vec<String> {
    let (log, flaws) = Log::parse(&std::fs::read_to_string(root.join("logg/entries.jsonl")).unwrap());
    assert_eq!(flaws, []);
    let mut told = Vec::new();
    for (object, (kept, _)) in log.heads() {
        let folder = root.join("ocfl").join(stadga::archive::layout::folder(object));
        let inventory = Inventory::parse(&std::fs::read(folder.join("inventory.json")).unwrap()).unwrap();
        assert_eq!(inventory.head, kept.version);
        for version in inventory.versions.keys() {
            for (path, digest, file) in inventory.files(*version) {
                let bytes = std::fs::read(folder.join(file.unwrap())).unwrap();
                assert_eq!(stadga::archive::sha512::Sha512::of(&bytes), digest);
                told.push(format!("{object} {version} {path} {}", String::from_utf8(bytes).unwrap()));
            }
        }
    }
    told
}

/// Nothing of a former archive is gone or changed, but for what runs replace: inventories of heads and the checkpoint.
/// What a decision removed may be gone.
fn nothing_is_lost(before: &BTreeMap<String, Vec<u8>>, root: &Path, purged: &str) {
    let after = tree(root);
    let log = |tree: &BTreeMap<String, Vec<u8>>| tree.get("logg/entries.jsonl").cloned().unwrap_or_default();
    assert!(log(&after).starts_with(&log(before)), "the log only grows");
    for (path, bytes) in before.iter().filter(|(path, _)| path.starts_with("ocfl/")) {
        let is_of_version = path.split('/').nth(5).is_some_and(|part| part.starts_with('v'));
        if is_of_version && !path.contains(purged) {
            assert_eq!(after.get(path), Some(bytes), "{path}");
        }
    }
}

/// Stops a run at each change that it makes. Returns how many there were.
fn tortured(base: &Path, again: &Run, purged: &str, lose_power: bool) -> usize {
    let whole = tempfile::tempdir().unwrap();
    copy(base, whole.path());
    again(&FaultyDisk::healthy(), whole.path()).unwrap();
    let (before, wanted) = (tree(base), told(whole.path()));
    for healthy in 0.. {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        copy(base, root);
        let disk = Forgetful::after(healthy);
        let result = again(&disk, root);
        if !disk.inner.has_failed() {
            result.unwrap();
            assert_eq!(told(root), wanted);
            return healthy;
        }
        assert!(result.is_err(), "{healthy}");
        if lose_power {
            disk.lose_power();
        }
        if !root.join("logg").exists() {
            assert!(before.is_empty() || before.keys().all(|it| !it.starts_with("logg")));
        }
        again(&FaultyDisk::healthy(), root).unwrap_or_else(|error| panic!("{healthy}: {error} {error:?}"));
        assert_eq!(told(root), wanted, "stopped at {healthy}");
        nothing_is_lost(&before, root, purged);
        sound(root, healthy);
    }
    unreachable!()
}

fn sound(root: &Path, healthy: usize) {
    let key = key().public();
    let question = Question { object: None, against: None, key: Some(&key), now: minute(60) };
    let report = verify(&Store::at(&RealDisk, root), &question);
    assert_eq!(report.found, [], "stopped at {healthy}");
    let is_ours =
        |path: &String| ["ocfl/", "logg/", "LÄSMIG.txt", ".lock"].iter().any(|of| path.starts_with(of));
    let left: Vec<String> = tree(root).into_keys().filter(|path| !is_ours(path)).collect();
    assert!(left.is_empty(), "stopped at {healthy}: {left:?}");
}

#[expect(clippy::print_stderr, reason = "how many places there were is worth telling")]
#[test]
fn a_run_that_is_stopped_anywhere_is_finished_by_the_next() {
    let empty = tempfile::tempdir().unwrap();
    let base = tempfile::tempdir().unwrap();
    put_all(&FaultyDisk::healthy(), base.path(), minute(1), &first()).unwrap();
    let mut points = 0;
    for lose_power in [false, true] {
        points +=
            tortured(empty.path(), &|disk, root| put_all(disk, root, minute(1), &first()), "-", lose_power);
        points +=
            tortured(base.path(), &|disk, root| put_all(disk, root, minute(2), &second()), "-", lose_power);
        points += tortured(base.path(), &purge, "budget", lose_power);
    }
    eprintln!("{points} places where a run may stop");
    assert!(points >= 200, "{points} places where a run may stop");
}

/// A repair may be stopped as well, and its repair.
#[expect(clippy::print_stderr, reason = "how many places there were is worth telling")]
#[test]
fn a_repair_that_is_stopped_is_finished_by_the_next() {
    let base = tempfile::tempdir().unwrap();
    put_all(&FaultyDisk::healthy(), base.path(), minute(1), &first()).unwrap();
    let again: &Run = &|disk, root| put_all(disk, root, minute(2), &second());
    let mut points = 0;
    for healthy in (0..200).step_by(31) {
        let folder = tempfile::tempdir().unwrap();
        copy(base.path(), folder.path());
        if again(&Forgetful::after(healthy), folder.path()).is_ok() {
            break;
        }
        points += tortured(folder.path(), again, "-", false);
    }
    eprintln!("{points} places where a repair may stop");
    assert!(points >= 200, "{points} places where a repair may stop");
}

/// The folder of what is unfinished is what the next run knows it by: where nothing is new, it looks no further.
#[test]
fn a_run_that_is_refused_leaves_the_unfinished_to_be_seen() {
    let folder = tempfile::tempdir().unwrap();
    let staging = folder.path().join(".staging");
    let key = key();
    let mut killed = run(&RealDisk, folder.path(), minute(1), &key).unwrap();
    put(&mut killed, "it-policy", &first()[0].1).unwrap();
    drop(killed);
    let refused = run(&RealDisk, folder.path(), minute(0), &key).err();
    assert!(refused.is_some() && staging.exists(), "{refused:?}");
    run(&RealDisk, folder.path(), minute(2), &key).unwrap().close().unwrap();
    assert!(!staging.exists());
    sound(folder.path(), 0);
    assert!(run(&RealDisk, folder.path(), minute(0), &key).is_err() && !staging.exists());
}

#[test]
fn a_run_with_nothing_new_changes_nothing() {
    let base = tempfile::tempdir().unwrap();
    put_all(&FaultyDisk::healthy(), base.path(), minute(1), &first()).unwrap();
    let before = tree(base.path());
    put_all(&FaultyDisk::healthy(), base.path(), minute(9), &first()).unwrap();
    assert_eq!(tree(base.path()), before);
}

#[test]
fn an_error_in_the_middle_does_not_hinder_the_rest_of_the_run() {
    let base = tempfile::tempdir().unwrap();
    let key = key();
    let mut writer = run(&RealDisk, base.path(), minute(1), &key).unwrap();
    let escaping = files(&[("../a", "x")]);
    assert!(put(&mut writer, "it-policy", &escaping).is_err());
    put(&mut writer, "it-policy", &first()[0].1).unwrap();
    writer.close().unwrap();
    assert_eq!(told(base.path()).len(), 3);
    let (log, _) = Log::parse(&std::fs::read_to_string(base.path().join("logg/entries.jsonl")).unwrap());
    assert!(matches!(log.entries()[1].event, Event::Archive(_)));
}

/// Four runs at once: one writes, and the others are told to wait or find nothing new.
#[test]
fn of_runs_at_once_one_writes() {
    let base = tempfile::tempdir().unwrap();
    let results: Vec<Result<(), Error>> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| put_all(&FaultyDisk::healthy(), base.path(), minute(1), &first())))
            .collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    assert!(results.iter().any(Result::is_ok));
    assert!(
        results.iter().filter_map(|it| it.as_ref().err()).all(|error| error.exit_code() == 75),
        "{results:?}"
    );
    sound(base.path(), 0);
    let (log, _) = Log::parse(&std::fs::read_to_string(base.path().join("logg/entries.jsonl")).unwrap());
    assert_eq!(log.len(), 4);
}

/// A disk that fails from some change on, and forgets what nobody waited for when the power goes: what files hold,
/// which names were given, which files changed places.
struct Forgetful {
    inner: FaultyDisk,
    /// Each with what undoes it, the oldest first.
    unsure: Mutex<Vec<Unsure>>,
}

enum Unsure {
    /// What a file holds, from a length on.
    Holds(PathBuf, usize),
    /// A new file.
    Name(PathBuf),
    /// A move, and what stood there before.
    Moved { from: PathBuf, to: PathBuf, before: Option<Vec<u8>> },
}

impl Forgetful {
    fn after(healthy: usize) -> Self {
        Self { inner: FaultyDisk::after(healthy, ErrorKind::Other), unsure: Mutex::default() }
    }

    fn remember(&self, what: Unsure) {
        self.unsure.lock().unwrap().push(what);
    }

    fn lose_power(&self) {
        for unsure in self.unsure.lock().unwrap().drain(..).rev() {
            match unsure {
                Unsure::Holds(path, length) => {
                    if let Ok(bytes) = std::fs::read(&path) {
                        std::fs::write(path, &bytes[..length.min(bytes.len())]).unwrap();
                    }
                }
                Unsure::Name(path) => {
                    let _ = std::fs::remove_file(path);
                }
                Unsure::Moved { from, to, before } => {
                    // A folder above may be gone already: then so is what was in it.
                    let _ = std::fs::rename(&to, from);
                    if let Some(before) = before {
                        std::fs::write(to, before).unwrap();
                    }
                }
            }
        }
    }
}

impl Disk for Forgetful {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.inner.read(path)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Stream>> {
        self.inner.open(path)
    }

    fn length(&self, path: &Path) -> io::Result<u64> {
        self.inner.length(path)
    }

    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        self.inner.stamp(path)
    }

    fn kind(&self, path: &Path) -> io::Result<Kind> {
        self.inner.kind(path)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.inner.names(folder)
    }

    fn entries(&self, folder: &Path) -> io::Result<Vec<(String, Kind)>> {
        self.inner.entries(folder)
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        self.inner.real(path)
    }

    fn walk(&self, folder: &Path, enter: &mut dyn FnMut(&Path, bool) -> bool) -> Vec<Found> {
        self.inner.walk(folder, enter)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.inner.make_folder(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.inner.write_new(path, bytes)?;
        self.remember(Unsure::Name(path.to_owned()));
        self.remember(Unsure::Holds(path.to_owned(), bytes.len() / 2));
        Ok(())
    }

    fn write_secret(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.inner.write_secret(path, bytes)
    }

    fn copy_new(&self, from: &mut dyn Read, path: &Path) -> io::Result<()> {
        self.inner.copy_new(from, path)?;
        self.remember(Unsure::Name(path.to_owned()));
        self.remember(Unsure::Holds(path.to_owned(), 0));
        Ok(())
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let before = std::fs::metadata(path)?.len();
        self.inner.append(path, bytes)?;
        self.remember(Unsure::Holds(path.to_owned(), usize::try_from(before).unwrap() + bytes.len() / 3));
        Ok(())
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.inner.sync(path)?;
        self.unsure.lock().unwrap().retain(|unsure| match unsure {
            Unsure::Holds(file, _) => file != path,
            Unsure::Name(file) => file.parent() != Some(path),
            Unsure::Moved { to, .. } => to.parent() != Some(path),
        });
        Ok(())
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        let before = std::fs::read(to).ok();
        self.inner.replace(from, to)?;
        let mut unsure = self.unsure.lock().unwrap();
        assert!(
            !unsure.iter().any(|unsure| match unsure {
                Unsure::Holds(file, _) => file.starts_with(from),
                // A single file's own name may come with its new place.
                Unsure::Name(file) => file.starts_with(from) && file != from,
                Unsure::Moved { .. } => false,
            }),
            "{} is moved before anybody waited for what it holds",
            from.display()
        );
        unsure.retain(|unsure| !matches!(unsure, Unsure::Name(file) if file == from));
        unsure.push(Unsure::Moved { from: from.to_owned(), to: to.to_owned(), before });
        Ok(())
    }

    fn same_rights(&self, of: &Path, path: &Path) -> io::Result<()> {
        self.inner.same_rights(of, path)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.inner.remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.inner.remove_folder(path)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        self.inner.lock(path)
    }
}
