//! Listening to a folder: whatever somebody does to the files of a site is told of, and
//! nothing else is.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use stadga::shell::disk::RealDisk;
use stadga::shell::preview::follow::Followed;
use stadga::shell::preview::watch::{Reason, Watch, Watching};
use stadga::shell::read;

/// A machine that does much else at the same time is slow, and no test is about that.
const PATIENCE: Duration = Duration::from_secs(30);
const SILENCE: Duration = Duration::from_millis(400);

/// A site whose folder is listened to.
struct Listener {
    _folder: tempfile::TempDir,
    root: PathBuf,
    watch: Watch,
    followed: Followed,
}

impl Listener {
    /// A site of these files, each holding its name.
    fn new(files: &[&str]) -> Self {
        Self::of(files, false)
    }

    fn of(files: &[&str], poll: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        for file in files {
            put(&root.join(file), file);
        }
        let watch = Watch::start(&root, poll);
        let followed = Followed::new(&RealDisk, &root, Timestamp::now());
        Self { _folder: folder, root, watch, followed }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// What was found, one set for each time that something was, until the folder is known as it is.
    fn find(&mut self) -> Vec<BTreeSet<String>> {
        let start = Instant::now();
        let mut found = Vec::new();
        while found.is_empty() || !self.is_known() {
            assert!(start.elapsed() < PATIENCE, "only {found:?} was found");
            let batch = self.watch.next(PATIENCE);
            let batch = self.watch.settle(batch);
            if batch.look {
                let changes = self.followed.refresh(&RealDisk, &batch.named, Timestamp::now());
                self.watch.looked(&batch, &changes, Duration::ZERO);
                let names: BTreeSet<String> = changes.paths().map(ToString::to_string).collect();
                let is_heard = batch.told || *self.watch.watching() != Watching::Events;
                assert!(is_heard || names.is_empty(), "nobody was told of {names:?}");
                found.extend((!names.is_empty()).then_some(names));
            }
        }
        found
    }

    fn is_known(&self) -> bool {
        let anew = read::read(&RealDisk, &self.root, Timestamp::now());
        self.followed.site().snapshot == anew.snapshot && self.followed.site().faults == anew.faults
    }

    /// All that was found after something was done.
    fn after(&mut self, work: impl FnOnce(&Path)) -> Vec<String> {
        work(&self.root);
        let found: BTreeSet<String> = self.find().into_iter().flatten().collect();
        found.into_iter().collect()
    }
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

type Save<'a> = &'a dyn Fn(&Path);

#[test]
fn every_way_to_save_is_told_of() {
    let mut listener = Listener::new(&["stadga.toml", "content/a.md", "content/fil.pdf"]);
    let a = listener.path("content/a.md");
    let ways: [(&str, &str, Save); 5] = [
        ("in place", "content/a.md", &|_| fs::write(&a, "på plats\n").unwrap()),
        ("another takes its place", "content/a.md", &|root| {
            put(&root.join("content/a.md.XyZ123"), "bytt\n");
            fs::rename(root.join("content/a.md.XyZ123"), &a).unwrap();
        }),
        ("the old one is kept aside", "content/a.md", &|root| {
            put(&root.join("content/4913"), "");
            fs::remove_file(root.join("content/4913")).unwrap();
            fs::rename(&a, root.join("content/a.md~")).unwrap();
            fs::write(&a, "sparad\n").unwrap();
            fs::remove_file(root.join("content/a.md~")).unwrap();
        }),
        ("the settings", "stadga.toml", &|root| {
            put(&root.join("stadga.toml.new"), "name = \"Nyby\"\n");
            fs::rename(root.join("stadga.toml.new"), root.join("stadga.toml")).unwrap();
        }),
        ("an attachment", "content/fil.pdf", &|root| put(&root.join("content/fil.pdf"), "%PDF-1.7")),
    ];
    for (way, name, save) in ways {
        assert_eq!(listener.after(save), [name], "{way}");
    }
}

#[test]
fn whatever_comes_and_goes_is_told_of() {
    let mut listener = Listener::new(&["content/a.md", "content/mapp/b.md"]);
    let root = listener.root.clone();
    let new = "content/ny/djup/c.md";
    assert_eq!(listener.after(|_| put(&root.join(new), "c\n")), [new]);
    assert_eq!(listener.after(|_| put(&root.join(new), "c igen\n")), [new]);
    let moved = listener.after(|_| fs::rename(root.join("content/mapp"), root.join("content/plan")).unwrap());
    assert_eq!(moved, ["content/mapp/b.md", "content/plan/b.md"]);
    assert_eq!(listener.after(|_| put(&root.join("content/plan/b.md"), "b\n")), ["content/plan/b.md"]);
    assert_eq!(listener.after(|_| fs::remove_file(root.join("content/a.md")).unwrap()), ["content/a.md"]);
    assert_eq!(listener.after(|_| fs::remove_dir_all(root.join("content/ny")).unwrap()), [new]);
    assert_eq!(listener.after(|_| put(&root.join("themes/vår/stil.css"), "a{}")), ["themes/vår/stil.css"]);
    assert_eq!(listener.after(|_| put(&root.join("themes/vår/stil.css"), "b{}")), ["themes/vår/stil.css"]);
    assert_eq!(*listener.watch.watching(), Watching::Events);
}

#[test]
fn of_an_archive_the_log_alone_is_listened_to() {
    let mut listener =
        Listener::new(&["content/a.md", "arkiv/ocfl/a/v1/inventory.json", "arkiv/logg/checkpoint"]);
    let root = listener.root.clone();
    let written = listener.after(|_| {
        put(&root.join("arkiv/.staging/checkpoint"), "nu\n");
        fs::rename(root.join("arkiv/.staging/checkpoint"), root.join("arkiv/logg/checkpoint")).unwrap();
        put(&root.join("arkiv/ocfl/a/v2/inventory.json"), "{}");
    });
    assert_eq!(written, ["arkiv/logg/checkpoint"]);
    let log = "arkiv/logg/entries.jsonl";
    assert_eq!(listener.after(|_| put(&root.join(log), "{}\n")), [log]);
    fs::remove_dir_all(root.join("arkiv")).unwrap();
    listener.find();
    assert_eq!(listener.after(|_| put(&root.join(log), "{}\n")), [log], "one that comes late");
    assert_eq!(listener.after(|_| put(&root.join(log), "{}\n{}\n")), [log]);
    assert_eq!(*listener.watch.watching(), Watching::Events);
}

#[test]
fn a_folder_at_the_top_may_come_late_go_and_come_again() {
    let mut listener = Listener::new(&["stadga.toml"]);
    let root = listener.root.clone();
    let a = root.join("content/a.md");
    for text in ["1", "2", "3"] {
        assert_eq!(listener.after(|_| put(&a, text)), ["content/a.md"], "{text}");
        assert_eq!(listener.after(|_| put(&a, "igen")), ["content/a.md"], "{text}");
        assert_eq!(listener.after(|_| fs::remove_dir_all(root.join("content")).unwrap()), ["content/a.md"]);
    }
    put(&root.join("annan/b.md"), "b");
    assert_eq!(
        listener.after(|_| fs::rename(root.join("annan"), root.join("content")).unwrap()),
        ["content/b.md"]
    );
    assert_eq!(listener.after(|_| put(&root.join("content/b.md"), "igen")), ["content/b.md"]);
    fs::rename(root.join("content"), root.join("annan")).unwrap();
    assert_eq!(listener.after(|_| put(&a, "a")), ["content/a.md", "content/b.md"]);
    assert_eq!(listener.after(|_| put(&a, "igen")), ["content/a.md"]);
    assert_eq!(*listener.watch.watching(), Watching::Events);
}

#[test]
fn a_thousand_files_at_once_are_one_change() {
    let names: Vec<String> = (0..1_000).map(|n| format!("content/mapp-{}/{n}.md", n % 40)).collect();
    let mut listener = Listener::new(&names.iter().map(|name| &**name).collect::<Vec<_>>());
    for name in &names {
        put(&listener.path(name), "annan gren\n");
    }
    let found = listener.find();
    assert_eq!(found.iter().map(BTreeSet::len).collect::<Vec<_>>(), [1_000]);

    // Away with every folder, and new ones of the same names.
    fs::remove_dir_all(listener.path("content")).unwrap();
    for name in &names[..500] {
        put(&listener.path(name), "en gren till\n");
    }
    let found = listener.find();
    assert_eq!(found.iter().map(BTreeSet::len).collect::<Vec<_>>(), [1_000]);
    assert_eq!(listener.after(|root| put(&root.join(&names[7]), "en")), [names[7].clone()]);
}

#[test]
fn what_is_no_change_of_the_site_wakes_nobody() {
    let mut listener = Listener::new(&["stadga.toml", "content/a.md", "output/index.html"]);
    assert!(listener.is_known(), "it has been read");
    for name in ["output/index.html", "output/ny/index.html", "content/.a.md.swp", ".git/index", "README.md"]
    {
        put(&listener.path(name), "x");
    }
    put(&listener.path("content/a.md~"), "x");
    fs::read(listener.path("content/a.md")).unwrap();
    let batch = listener.watch.next(SILENCE);
    assert!(!batch.told && batch.named.is_empty(), "{batch:?}");
}

#[test]
fn who_asks_for_it_does_without_being_told() {
    let mut listener = Listener::of(&["content/a.md"], true);
    assert_eq!(*listener.watch.watching(), Watching::Poll(Reason::Asked));
    let changed = listener.after(|root| put(&root.join("content/ny/b.md"), "b"));
    assert_eq!(changed, ["content/ny/b.md"]);
    assert_eq!(listener.after(|root| fs::remove_dir_all(root.join("content")).unwrap()).len(), 2);
}
