//! The law of following a folder: whatever happened in it, looking it through, or at all that the
//! system tells of, gives what reading everything anew gives.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use stadga::base::path::SitePath;
use stadga::base::snapshot::{Snapshot, Source, Unreadable};
use stadga::shell::disk::RealDisk;
use stadga::shell::preview::follow::{Changes, Followed};
use stadga::shell::read::{self, Site};

use crate::corpus::words::Dice;
use crate::shell_disk::FaultyDisk;

const ROUNDS: usize = 400;
/// Names that meet each other: the same in other letters, in parts, as a folder, as a file to copy.
const NAMES: [&str; 12] = [
    "content/a.md",
    "content/A.md",
    "content/läs.md",
    "content/la\u{308}s.md",
    "content/policy/2024-01-01.md",
    "content/policy/bilaga.pdf",
    "content/policy/bild.png",
    "content/policy/djup/ner/fil.md",
    "content/bild.svg",
    "themes/vår/stil.css",
    "themes/vår/typsnitt.woff2",
    "stadga.toml",
];
const FOLDERS: [&str; 6] =
    ["content/policy", "content/plan", "content/policy/djup", "themes/vår", "themes", "content"];

/// A folder in which somebody works.
struct Worker {
    folder: tempfile::TempDir,
    root: PathBuf,
    dice: Dice,
    /// No two files are given the same time.
    past: SystemTime,
    /// What the system tells of.
    named: BTreeSet<PathBuf>,
    /// Something was written that only its name gives away.
    unseen: bool,
}

impl Worker {
    fn new(seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("site");
        fs::create_dir_all(&root).unwrap();
        let root = root.canonicalize().unwrap();
        let past = SystemTime::now() - Duration::from_secs(1_000_000);
        Self { folder, root, dice: Dice::new(seed), past, named: BTreeSet::new(), unseen: false }
    }

    fn name(&mut self) -> PathBuf {
        let path = self.root.join(self.dice.pick(&NAMES));
        self.named.insert(path.clone());
        path
    }

    fn folder(&mut self) -> PathBuf {
        let path = self.root.join(self.dice.pick(&FOLDERS));
        self.named.insert(path.clone());
        path
    }

    fn bytes(&mut self) -> Vec<u8> {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x2c\0\0\0\xc8\x08\x02\0\0\0";
        match self.dice.below(8) {
            0 => b"\xe5 latin\n".to_vec(),
            1 => Vec::new(),
            2 => png.to_vec(),
            3 => "rad\r\nrad\r\n".into(),
            4 => "rad\nrad\n".into(),
            5 => "namn = \"A\u{30a}rsta\"\ntimezone = \"Europe/Stockholmen\"\n".into(),
            _ => format!("text {}\n", self.dice.below(40)).into(),
        }
    }

    /// Makes a file older than any clock's tick.
    fn age(&mut self, path: &Path) {
        self.past += Duration::from_secs(3);
        if let Ok(file) = fs::File::options().write(true).open(path) {
            let _ = file.set_modified(self.past);
        }
    }

    /// Does something and says what; much of it comes to nothing, as in life.
    fn work(&mut self) -> String {
        let (file, other) = (self.name(), self.name());
        let bytes = self.bytes();
        let what = self.dice.below(14);
        match what {
            0..=3 => drop(put(&file, &bytes)),
            4 => drop(fs::read(&file).and_then(|old| fs::write(&file, [old, bytes].concat()))),
            5 => drop(fs::File::options().write(true).open(&file).and_then(|file| file.set_len(3))),
            6 => drop(make_folder_of(&other).and_then(|()| fs::rename(&file, &other))),
            7 => {
                let (from, to) = (self.folder(), self.folder());
                drop(make_folder_of(&to).and_then(|()| fs::rename(from, to)));
            }
            8 => drop(fs::remove_file(&file)),
            9 => drop(fs::remove_dir_all(self.folder())),
            10 => self.age(&file),
            11 => self.write_unseen(&file),
            12 => drop(link(&other, &file)),
            _ => {
                let outside = self.folder.path().join("hemlig.md");
                fs::write(&outside, "hemligt\n").unwrap();
                drop(link(if self.dice.below(2) == 0 { &outside } else { self.folder.path() }, &file));
            }
        }
        format!("{what} with {} and {}", file.display(), other.display())
    }

    /// Other bytes, as many, at the same time.
    fn write_unseen(&mut self, file: &Path) {
        if let (Ok(before), Ok(bytes)) = (fs::metadata(file), fs::read(file)) {
            let bytes: Vec<u8> = bytes.iter().map(|byte| if *byte == b't' { b'T' } else { *byte }).collect();
            fs::write(file, bytes).unwrap();
            let file = fs::File::options().write(true).open(file).unwrap();
            file.set_modified(before.modified().unwrap()).unwrap();
            // Links to it as well.
            let files = read::read(&RealDisk, &self.root, Timestamp::now()).snapshot.files.into_keys();
            self.named.extend(files.map(|path| self.root.join(path.as_str())));
            self.unseen = true;
        }
    }
}

fn make_folder_of(path: &Path) -> std::io::Result<()> {
    fs::create_dir_all(path.parent().unwrap())
}

fn put(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    make_folder_of(path)?;
    fs::write(path, bytes)
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) -> std::io::Result<()> {
    make_folder_of(at)?;
    std::os::unix::fs::symlink(to, at)
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> std::io::Result<()> {
    Ok(())
}

/// All that a snapshot holds; texts are equal whatever ends their lines.
fn whole(snapshot: &Snapshot) -> Vec<(&SitePath, &Source, impl Eq + std::fmt::Debug)> {
    let form = |source: &Source| match source {
        Source::Text(text) => Some((text.crlf, text.decomposed)),
        Source::Asset(_) | Source::Unreadable(_) => None,
    };
    snapshot.files.iter().map(|(path, source)| (path, source, form(source))).collect()
}

fn assert_followed(followed: &Followed, anew: &Site, what: &str) {
    assert_eq!(whole(&followed.site().snapshot), whole(&anew.snapshot), "{what}");
    assert_eq!(followed.site().faults, anew.faults, "{what}");
    assert_eq!(followed.site().snapshot.today, anew.snapshot.today, "{what}");
}

/// The changes tell every file whose source is another, and no file that came or went otherwise.
fn assert_told(before: &Snapshot, after: &Snapshot, changes: &Changes, what: &str) {
    let only = |one: &Snapshot, other: &Snapshot| -> BTreeSet<SitePath> {
        one.files.keys().filter(|path| !other.files.contains_key(*path)).cloned().collect()
    };
    assert_eq!(changes.added, only(after, before), "{what}");
    assert_eq!(changes.removed, only(before, after), "{what}");
    assert_eq!(changes.day, before.today != after.today, "{what}");
    let missed: Vec<&SitePath> = after
        .files
        .iter()
        .filter(|(path, source)| before.files.get(*path).is_some_and(|it| it != *source))
        .map(|(path, _)| path)
        .filter(|path| !changes.changed.contains(*path))
        .collect();
    assert!(missed.is_empty(), "{what}: {missed:?}");
}

#[test]
fn looking_again_equals_reading_everything_anew() {
    let mut worker = Worker::new(20_261_123);
    let mut followed = Followed::new(&RealDisk, &worker.root, Timestamp::now());
    for round in 0..ROUNDS {
        let work: Vec<String> = (0..=worker.dice.below(4)).map(|_| worker.work()).collect();
        let what = format!("round {round}: {work:#?}");
        let named = std::mem::take(&mut worker.named);
        let is_told = std::mem::take(&mut worker.unseen) || worker.dice.below(2) == 0;
        let named = if is_told { named } else { BTreeSet::new() };
        let before = followed.site().snapshot.clone();
        let now = Timestamp::now();
        let changes = followed.refresh(&RealDisk, &named, now);
        assert_followed(&followed, &read::read(&RealDisk, &worker.root, now), &what);
        assert_told(&before, &followed.site().snapshot, &changes, &what);
        let again = followed.refresh(&RealDisk, &BTreeSet::new(), now);
        assert!(again.is_empty(), "{what}\nthen for no reason {again:?}");
    }
}

/// A site of two texts and a picture, so old that their stamps can be trusted.
fn site() -> (Worker, Followed) {
    let mut worker = Worker::new(1);
    for (path, text) in [("content/a.md", "a\n"), ("content/b.md", "b\n"), ("content/bild.png", "x")] {
        let path = worker.root.join(path);
        put(&path, text.as_bytes()).unwrap();
        worker.age(&path);
    }
    let followed = Followed::new(&RealDisk, &worker.root, Timestamp::now());
    (worker, followed)
}

fn look(followed: &mut Followed, disk: &FaultyDisk, named: &[&Path]) -> Changes {
    let named = named.iter().map(|path| path.to_path_buf()).collect();
    followed.refresh(disk, &named, Timestamp::now())
}

fn paths(paths: &[&str]) -> BTreeSet<SitePath> {
    paths.iter().map(|path| SitePath::new(path)).collect()
}

fn changed(names: &[&str]) -> Changes {
    Changes { changed: paths(names), ..Changes::default() }
}

#[test]
fn only_what_differs_or_is_named_is_read() {
    let (worker, mut followed) = site();
    let (a, b) = (worker.root.join("content/a.md"), worker.root.join("content/b.md"));
    let disk = FaultyDisk::healthy();
    assert_eq!(look(&mut followed, &disk, &[]), Changes::default());
    assert!(disk.opened.lock().unwrap().is_empty());

    // Names that tell of known files alone are all that is looked at.
    fs::write(&a, "ny\n").unwrap();
    let gone = worker.root.join("content/b.md.XyZ123");
    assert_eq!(look(&mut followed, &disk, &[&b, &gone]), Changes::default());
    assert_eq!(std::mem::take(&mut *disk.opened.lock().unwrap()), [b]);

    assert_eq!(look(&mut followed, &disk, &[]), changed(&["content/a.md"]));
    // It may be written once more before the clock ticks.
    assert_eq!(look(&mut followed, &disk, &[]), Changes::default());
    assert_eq!(std::mem::take(&mut *disk.opened.lock().unwrap()), [a.clone(), a]);

    let new = worker.root.join("content/c.md");
    fs::write(&new, "c\n").unwrap();
    let added = Changes { added: paths(&["content/c.md"]), ..Changes::default() };
    assert_eq!(look(&mut followed, &disk, &[&new]), added);
}

#[test]
fn another_picture_of_the_same_size_is_a_change() {
    let (mut worker, mut followed) = site();
    let picture = worker.root.join("content/bild.png");
    fs::write(&picture, "y").unwrap();
    worker.age(&picture);
    let disk = FaultyDisk::healthy();
    assert_eq!(look(&mut followed, &disk, &[]), changed(&["content/bild.png"]));
    assert_eq!(look(&mut followed, &disk, &[]), Changes::default());
}

#[test]
fn what_was_refused_is_tried_again() {
    let (worker, mut followed) = site();
    let (a, folder) = (worker.root.join("content/a.md"), worker.root.join("content/mapp"));
    put(&folder.join("c.md"), b"c\n").unwrap();
    let (mut closed, open) = (FaultyDisk::healthy(), FaultyDisk::healthy());
    for (path, name) in [(&a, "content/a.md"), (&folder, "content/mapp")] {
        closed.closed = Some(path.clone());
        assert!(look(&mut followed, &closed, &[]).paths().any(|it| it.as_str() == name), "{name}");
        let refused = &followed.site().snapshot.files[&SitePath::new(name)];
        assert_eq!(*refused, Source::Unreadable(Unreadable::Refused("denied".into())));
        assert_followed(&followed, &read::read(&closed, &worker.root, Timestamp::now()), name);
        look(&mut followed, &open, &[]);
        assert_followed(&followed, &read::read(&open, &worker.root, Timestamp::now()), name);
    }
}

#[test]
fn a_new_day_is_a_change_of_its_own() {
    let (worker, mut followed) = site();
    let moment = |text: &str| text.parse::<Timestamp>().unwrap();
    followed.refresh(&RealDisk, &BTreeSet::new(), moment("2026-12-31T22:59:59Z"));
    let changes = followed.refresh(&RealDisk, &BTreeSet::new(), moment("2026-12-31T23:00:00Z"));
    assert_eq!(changes, Changes { day: true, ..Changes::default() });
    let anew = read::read(&RealDisk, &worker.root, moment("2026-12-31T23:00:00Z"));
    assert_followed(&followed, &anew, "new year");
}

#[test]
fn the_text_of_a_named_file_is_had_without_looking_further() {
    let (worker, followed) = site();
    let disk = FaultyDisk::healthy();
    let path = |name: &str| worker.root.join(name);
    let texts = |named: &[&str]| {
        let named = named.iter().map(|name| path(name)).collect();
        let texts = followed.texts(&disk, &named)?;
        Some(texts.into_iter().map(|(path, text)| format!("{path}: {}", text.as_str())).collect::<Vec<_>>())
    };
    fs::write(path("content/a.md"), "ny\n").unwrap();
    assert_eq!(texts(&["content/a.md", "content/b.md"]), Some(vec!["content/a.md: ny\n".to_owned()]));
    assert_eq!(texts(&["content/4913"]), Some(Vec::new()), "what came and went");
    assert_eq!(*disk.opened.lock().unwrap(), [path("content/a.md"), path("content/b.md")]);

    assert_eq!(texts(&["content/a.md", "content/bild.png"]), None);
    put(&path("content/c.md"), b"c\n").unwrap();
    assert_eq!(texts(&["content/c.md"]), None, "a new file");
    fs::write(path("content/b.md"), "").unwrap();
    assert_eq!(texts(&["content/b.md"]), None, "half written");
    fs::remove_file(path("content/b.md")).unwrap();
    assert_eq!(texts(&["content/b.md"]), None, "removed");
    #[cfg(unix)]
    {
        let outside = worker.folder.path().join("hemlig.md");
        fs::write(&outside, "hemligt\n").unwrap();
        link(&outside, &path("content/b.md")).unwrap();
        assert_eq!(texts(&["content/b.md"]), None, "a link out of the site");
    }
}
