//! Writing: only what differs, only what is stadga's own, and no half-written site.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use stadga::base::fault::{Code, Fault};
use stadga::base::path::{OutPath, SitePath};
use stadga::base::text::Digest;
use stadga::shell::disk::{Disk, RealDisk};
use stadga::shell::error::Error;
use stadga::shell::manifest;
use stadga::shell::output;
use stadga::shell::write::{self, Job, Written};
use stadga::site::make::Made;

use crate::shell_disk::FaultyDisk;

/// A site to write: pages by path. `(key) text` has a key; `<file` is a copy; `!` cannot be made.
struct Bench {
    folder: tempfile::TempDir,
    made: AtomicUsize,
    keep_going: bool,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("content")).unwrap();
        Self { folder, made: AtomicUsize::new(0), keep_going: false }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("output")
    }

    fn write_on(&self, disk: &dyn Disk, pages: &[(&str, &str)]) -> Result<Written, Error> {
        let pages: BTreeMap<OutPath, &str> =
            pages.iter().map(|(path, text)| (OutPath::new(*path), *text)).collect();
        let paths: Vec<&OutPath> = pages.keys().collect();
        let site = write::Site {
            input: None,
            sources: self.folder.path(),
            rounds: &[paths],
            job: &|path| {
                let text = pages[path];
                let key = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
                Some(Job {
                    key: key.map(|(key, _)| Digest::of(key.as_bytes())),
                    make: Box::new(move || {
                        self.made.fetch_add(1, Ordering::SeqCst);
                        match text.strip_prefix('<') {
                            Some(file) => Ok(Made::Copy(SitePath::new(file))),
                            None if text == "!" => Err(Fault::new(Code::Template).with("message", "?")),
                            None => Ok(Made::Bytes(text.as_bytes().to_vec())),
                        }
                    }),
                })
            },
            keep_going: self.keep_going,
            tick: &|| {},
        };
        write::write(disk, &self.root(), &site)
    }

    fn write(&self, pages: &[(&str, &str)]) -> Written {
        self.write_on(&RealDisk, pages).unwrap()
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn get(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.folder.path().join(path)).ok()
    }

    /// Everything in the output folder, folders with a slash.
    fn tree(&self) -> BTreeMap<String, String> {
        let mut tree = BTreeMap::new();
        gather(&self.root(), "", &mut tree);
        tree
    }

    fn names(&self) -> Vec<String> {
        self.tree().into_keys().filter(|name| name != manifest::FILE && !name.ends_with('/')).collect()
    }
}

fn gather(folder: &Path, name: &str, tree: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.unwrap();
        let name = format!("{name}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            tree.insert(format!("{name}/"), String::new());
            gather(&entry.path(), &format!("{name}/"), tree);
        } else {
            tree.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
}

const FIRST: &[(&str, &str)] = &[
    ("index.html", "(a) start"),
    ("stil.css", "(b) färg"),
    ("dokument/it/index.html", "(c) it"),
    ("dokument/it/2014/index.html", "(d) 2014"),
    ("dokument/bort/index.html", "(e) bort"),
    ("bild", "en fil"),
];
const SECOND: &[(&str, &str)] = &[
    ("index.html", "(a2) start två"),
    ("stil.css", "(b) färg"),
    ("dokument/it/index.html", "(c2) it två"),
    ("dokument/it/2014/index.html", "(d) 2014"),
    ("dokument/ny/index.html", "(f) ny"),
    ("bild/stor.png", "nu en mapp"),
];

#[test]
fn a_second_build_changes_nothing_and_makes_only_what_has_no_key() {
    let bench = Bench::new();
    let first = bench.write(FIRST);
    assert_eq!((first.pages, first.changed, first.others, first.removed), (4, 4, 2, 0));
    bench.made.store(0, Ordering::SeqCst);
    let disk = FaultyDisk::healthy();
    let second = bench.write_on(&disk, FIRST).unwrap();
    assert_eq!((second.changed, second.others, second.removed), (0, 0, 0));
    assert_eq!(bench.made.load(Ordering::SeqCst), 1, "only the page without a key");
    assert!(disk.moved.lock().unwrap().is_empty());
}

#[test]
fn what_goes_away_is_removed_with_its_folders_and_nothing_else_is() {
    let bench = Bench::new();
    bench.write(FIRST);
    bench.put("output/.gitignore", "*");
    bench.put("output/anteckning.txt", "min egen");
    let written = bench.write(SECOND);
    assert_eq!((written.changed, written.others, written.removed), (3, 1, 2));
    assert_eq!(bench.get("output/anteckning.txt").unwrap(), "min egen");
    assert_eq!(bench.get("output/.gitignore").unwrap(), "*");
    assert!(!bench.root().join("dokument/bort").exists());
    assert_eq!(bench.get("output/bild/stor.png").unwrap(), "nu en mapp");
    bench.write(FIRST); // and back: a folder gives way to a file
    assert_eq!(bench.get("output/bild").unwrap(), "en fil");
}

#[test]
fn a_damaged_page_is_mended_though_its_recipe_is_the_same() {
    let bench = Bench::new();
    bench.write(FIRST);
    bench.put("output/dokument/it/index.html", "skadad");
    fs::remove_file(bench.root().join("stil.css")).unwrap();
    let written = bench.write(FIRST);
    assert_eq!((written.changed, written.others), (1, 1));
    assert_eq!(bench.get("output/dokument/it/index.html").unwrap(), "(c) it");
}

#[test]
fn the_folder_of_somebody_else_is_refused() {
    let bench = Bench::new();
    bench.put("output/brev.doc", "hemligt");
    let error = bench.write_on(&RealDisk, FIRST).unwrap_err();
    assert!(matches!(error, Error::NotOurs { ref names, .. } if names == &["brev.doc"]), "{error}");
    assert_eq!(bench.tree().len(), 1);
}

#[test]
fn a_file_of_somebody_else_stops_the_build_before_anything_is_written() {
    for strange in ["output/dokument/ny/index.html", "output/dokument/ny", "output/bild/stor.png/x"] {
        let bench = Bench::new();
        bench.write(&FIRST[..5]);
        bench.put(strange, "min egen");
        let before = bench.tree();
        let error = bench.write_on(&RealDisk, SECOND).unwrap_err();
        assert!(matches!(error, Error::Strangers { .. }), "{error}");
        assert_eq!(bench.tree(), before, "{strange}");
    }
}

#[test]
fn an_old_page_changed_by_hand_is_left_and_told_of_each_time() {
    let bench = Bench::new();
    bench.write(FIRST);
    bench.put("output/dokument/bort/index.html", "min ändring");
    for _ in 0..2 {
        let written = bench.write(SECOND);
        assert_eq!(written.kept_by_hand, [OutPath::new("dokument/bort/index.html")]);
        assert_eq!(bench.get("output/dokument/bort/index.html").unwrap(), "min ändring");
    }
}

#[test]
fn styles_stand_in_place_before_the_pages_that_need_them() {
    let bench = Bench::new();
    let disk = FaultyDisk::healthy();
    bench.write_on(&disk, FIRST).unwrap();
    let moved: Vec<bool> = disk
        .moved
        .lock()
        .unwrap()
        .iter()
        .map(|path| path.extension().is_some_and(|it| it == "html"))
        .collect();
    // The list of files, the two others, the four pages.
    assert_eq!(moved, [false, false, false, true, true, true, true]);
}

#[test]
fn a_page_that_cannot_be_made_stops_all_or_only_itself() {
    let mut bench = Bench::new();
    bench.write(FIRST);
    let before = bench.tree();
    let broken: Vec<_> =
        SECOND.iter().map(|page| if page.0 == "index.html" { ("index.html", "!") } else { *page }).collect();
    let written = bench.write(&broken);
    assert_eq!((written.faults.len(), written.changed), (1, 0));
    assert_eq!(bench.tree(), before);

    bench.keep_going = true;
    let written = bench.write(&broken);
    assert_eq!((written.faults.len(), written.changed), (1, 2));
    assert_eq!(bench.get("output/index.html").unwrap(), "(a) start", "the old page stands");
}

#[test]
fn a_file_is_copied_as_it_is_and_only_once() {
    let bench = Bench::new();
    bench.put("content/bilaga.pdf", "%PDF");
    let pages = [("dokument/bilaga.pdf", "<content/bilaga.pdf")];
    assert_eq!(bench.write(&pages).others, 1);
    assert_eq!(bench.write(&pages).others, 0);
    bench.put("content/bilaga.pdf", "%PEF");
    assert_eq!(bench.write(&pages).others, 1);
    assert_eq!(bench.get("output/dokument/bilaga.pdf").unwrap(), "%PEF");
}

#[test]
fn a_list_that_names_files_outside_the_folder_is_not_believed() {
    let bench = Bench::new();
    bench.write(FIRST);
    bench.put("offer.txt", "kvar");
    let list = bench.get("output/.stadga-manifest").unwrap().replace("stil.css", "../offer.txt");
    bench.put("output/.stadga-manifest", &list);
    assert!(matches!(bench.write_on(&RealDisk, SECOND), Err(Error::Manifest { .. })));
    assert_eq!(bench.get("offer.txt").unwrap(), "kvar");
}

#[test]
fn a_page_never_leaves_the_folder() {
    let bench = Bench::new();
    for path in ["../ut.html", "/ut.html", "a/../../ut.html", ".stadga-manifest"] {
        assert!(
            matches!(bench.write_on(&RealDisk, &[(path, "x")]), Err(Error::IllegalPath { .. })),
            "{path}"
        );
    }
}

#[test]
fn two_builds_at_once_are_one_too_many() {
    let bench = Bench::new();
    bench.write(FIRST);
    fs::create_dir(bench.root().join(".stadga-tmp")).unwrap();
    let lock = RealDisk.lock(&bench.root().join(".stadga-tmp/lock")).unwrap();
    assert!(matches!(bench.write_on(&RealDisk, SECOND), Err(Error::Busy { .. })));
    drop(lock);
    bench.write(SECOND);
}

/// The law of the writer: stop it anywhere, and the site is whole, old page by new page,
/// and the next build makes it what it would have been.
#[test]
fn a_run_that_stops_anywhere_is_repaired_by_the_next() {
    let clean = {
        let bench = Bench::new();
        bench.write(SECOND);
        bench.tree()
    };
    let mut stops = 0;
    for healthy in 0.. {
        let bench = Bench::new();
        bench.write(FIRST);
        bench.put("output/anteckning.txt", "min egen");
        let before = bench.tree();
        let disk = FaultyDisk::after(healthy, ErrorKind::StorageFull);
        let result = bench.write_on(&disk, SECOND);
        let mut tree = bench.tree();
        tree.retain(|path, _| !path.starts_with(".stadga-tmp"));
        if disk.moved.lock().unwrap().is_empty() {
            assert_eq!(tree, before, "after {healthy}: nothing had changed places yet");
        }
        for (path, text) in tree.iter().filter(|(path, _)| !path.ends_with('/')) {
            let whole = |pages: &[(&str, &str)]| pages.contains(&(path.as_str(), text.as_str()));
            let other = path == manifest::FILE || path == "anteckning.txt";
            assert!(other || whole(FIRST) || whole(SECOND), "after {healthy}: {path} holds {text}");
        }
        bench.write(SECOND);
        let mut tree = bench.tree();
        assert_eq!(tree.remove("anteckning.txt").as_deref(), Some("min egen"));
        assert_eq!(tree, clean, "after {healthy}");
        if !disk.has_failed() {
            break;
        }
        if let Err(error) = result {
            let Error::Disk { source, .. } = error else { panic!("{error}") };
            assert_eq!(source.kind(), ErrorKind::StorageFull);
            stops += 1;
        }
    }
    assert!(stops > 10, "{stops}");
}

#[test]
fn the_first_build_on_a_full_disk_leaves_nothing_behind() {
    let bench = Bench::new();
    let disk = FaultyDisk::after(4, ErrorKind::StorageFull);
    assert!(bench.write_on(&disk, FIRST).is_err());
    bench.write(FIRST);
    assert_eq!(bench.names().len(), FIRST.len());
}

#[test]
fn sources_are_never_the_output() {
    let bench = Bench::new();
    let site = bench.folder.path().canonicalize().unwrap();
    for inside in ["content", "content/ut", "content/ny/ut", "themes", ".", "content/../themes/x"] {
        let result = output::locate(&RealDisk, &site, &site.join(inside));
        assert!(matches!(result, Err(Error::OutputInside { .. })), "{inside}");
    }
    assert!(output::locate(&RealDisk, &site, site.parent().unwrap()).is_err(), "it holds the site");
    assert_eq!(output::locate(&RealDisk, &site, &site.join("output")).unwrap(), site.join("output"));
    assert_eq!(output::locate(&RealDisk, &site, &site.join("ny/output")).unwrap(), site.join("ny/output"));
}

#[cfg(unix)]
#[test]
fn a_link_in_the_output_leads_nobody_astray() {
    let bench = Bench::new();
    bench.write(&FIRST[..2]);
    bench.put("annat/it/index.html", "min egen");
    std::os::unix::fs::symlink(bench.folder.path().join("annat"), bench.root().join("dokument")).unwrap();
    let error = bench.write_on(&RealDisk, FIRST).unwrap_err();
    assert!(matches!(error, Error::Strangers { .. } | Error::LinkInOutput { .. }), "{error}");
    assert_eq!(bench.get("annat/it/index.html").unwrap(), "min egen");
    assert!(bench.get("annat/it/2014/index.html").is_none());
}

#[cfg(unix)]
#[test]
fn an_output_folder_may_itself_be_a_link() {
    let bench = Bench::new();
    fs::create_dir(bench.folder.path().join("www")).unwrap();
    std::os::unix::fs::symlink(bench.folder.path().join("www"), bench.root()).unwrap();
    bench.write(FIRST);
    assert_eq!(bench.get("www/stil.css").unwrap(), "(b) färg");
}
