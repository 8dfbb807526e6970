//! What stands where a file should, but is none, never ends, is too large, or may not be looked into: an archive is
//! judged all the same, and what could not be read is not called damaged.

use std::fs::{self, File};
use std::path::Path;

use stadga::archive::found::What;
use stadga::archive::layout;
use stadga::shell::archive::store::Store;
use stadga::shell::archive::verify::{Question, Report, verify};
use stadga::shell::disk::{Disk, RealDisk};

use crate::archive_hurt::{HURT, archive, hurt, reseal};
use crate::archives::{minute, object, tree};
use crate::shell_cli::Site;
use crate::shell_disk::FaultyDisk;

fn judged(disk: &dyn Disk, root: &Path, object: Option<&str>) -> Report {
    let question = Question { object, against: None, key: None, now: minute(60) };
    verify(&Store::at(disk, root), &question)
}

/// What was found, and where.
fn found(report: &Report) -> Vec<(What, &str)> {
    report.found.iter().map(|found| (found.what, found.file.as_deref().unwrap_or_default())).collect()
}

/// Files of an archive that are read whole, from its folder.
fn read_whole(root: &Path) -> Vec<String> {
    let object = hurt(root);
    let object = object.strip_prefix(root).unwrap().to_str().unwrap();
    let of_object = [
        "0=ocfl_object_1.1",
        "inventory.json",
        "inventory.json.sha512",
        "v1/inventory.json",
        "v1/inventory.json.sha512",
    ];
    let of_store = [
        "logg/entries.jsonl".to_owned(),
        "logg/checkpoint".to_owned(),
        "ocfl/0=ocfl_1.1".to_owned(),
        "ocfl/ocfl_layout.json".to_owned(),
        format!("ocfl/extensions/{}/config.json", layout::NAME),
    ];
    of_object.iter().map(|file| format!("{object}/{file}")).chain(of_store).collect()
}

/// A pipe that nobody writes to would be waited for, and a device would fill the memory.
#[cfg(unix)]
#[test]
fn neither_a_pipe_nor_what_a_link_leads_to_is_read() {
    let whole = archive();
    let file = "v2/content/dokument/a/index.html";
    reseal(&hurt(whole.path()), |inventory| {
        inventory["fixity"] = serde_json::json!({ "sha256": { "00": [file] } });
    });
    let content = hurt(whole.path()).strip_prefix(whole.path()).unwrap().join(file);
    for path in read_whole(whole.path()).into_iter().chain([content.to_str().unwrap().to_owned()]) {
        let (place, aside) = (whole.path().join(&path), whole.path().join(".seen"));
        fs::rename(&place, &aside).unwrap();
        for link in [false, true] {
            if link {
                std::os::unix::fs::symlink("/dev/zero", &place).unwrap();
            } else {
                assert!(std::process::Command::new("mkfifo").arg(&place).status().unwrap().success());
            }
            let report = judged(&RealDisk, whole.path(), None);
            let is_it = |it: &(What, &str)| it.0 == What::NotAFile && path.ends_with(it.1);
            assert!(found(&report).iter().any(is_it), "{path}: {:?}", found(&report));
            assert!(!report.is_unreadable(), "{path}");
            fs::remove_file(&place).unwrap();
        }
        fs::rename(&aside, &place).unwrap();
    }
}

/// Nor is it taken out.
#[cfg(unix)]
#[test]
fn neither_a_pipe_nor_what_a_link_leads_to_is_taken_out() {
    let site = Site::new();
    site.run("archive").code(0);
    let files = tree(&site.path().join("arkiv/ocfl"));
    for name in ["/index.html", "/metadata.json"] {
        let path = files.keys().find(|path| path.contains("/content/") && path.ends_with(name)).unwrap();
        let (place, aside) = (site.path().join("arkiv/ocfl").join(path), site.path().join("undan"));
        fs::rename(&place, &aside).unwrap();
        for link in [false, true] {
            if link {
                std::os::unix::fs::symlink(&aside, &place).unwrap();
            } else {
                assert!(std::process::Command::new("mkfifo").arg(&place).status().unwrap().success());
            }
            for command in ["restore it-policy", "export --format bagit", "export --format eark"] {
                site.run(&format!("archive {command} -o ut")).code(2).says("inte är en vanlig fil");
                assert!(!site.path().join("ut").exists());
            }
            fs::remove_file(&place).unwrap();
        }
        fs::rename(&aside, &place).unwrap();
    }
}

/// Nor is a link followed that stands for a folder; the archive itself may be one.
#[cfg(unix)]
#[test]
fn a_link_is_no_folder_of_an_archive() {
    let whole = archive();
    let outside = tempfile::tempdir().unwrap();
    let linked = outside.path().join("arkiv");
    std::os::unix::fs::symlink(whole.path(), &linked).unwrap();
    assert_eq!(found(&judged(&RealDisk, &linked, None)), []);
    for name in ["ocfl", "logg"] {
        let (place, aside) = (whole.path().join(name), outside.path().join(name));
        fs::rename(&place, &aside).unwrap();
        std::os::unix::fs::symlink(&aside, &place).unwrap();
        for object in [None, Some(object(HURT))] {
            let report = judged(&RealDisk, whole.path(), object.as_deref());
            let is_it = |it: &(What, &str)| it.0 == What::NotAFile && it.1.starts_with(name);
            assert!(found(&report).iter().any(is_it), "{name}: {:?}", found(&report));
        }
        fs::remove_file(&place).unwrap();
        fs::rename(&aside, &place).unwrap();
    }
}

#[test]
fn what_is_too_large_to_be_held_in_memory_is_said_to_be() {
    let whole = archive();
    for path in read_whole(whole.path()) {
        let place = whole.path().join(&path);
        let before = fs::read(&place).unwrap();
        File::options().write(true).open(&place).unwrap().set_len(2 << 30).unwrap();
        let report = judged(&RealDisk, whole.path(), None);
        assert!(report.is_unreadable());
        let is_it = report.found.iter().find(|it| it.what == What::Unreadable).unwrap();
        assert!(path.ends_with(is_it.file.as_deref().unwrap()), "{path}");
        assert_eq!(is_it.detail.as_deref(), Some("too-large"));
        fs::write(&place, before).unwrap();
    }
}

/// A right that somebody lacks is no damage.
#[test]
fn what_may_not_be_looked_into_is_called_nothing_else() {
    let whole = archive();
    let object = hurt(whole.path());
    let object = object.strip_prefix(whole.path()).unwrap().to_str().unwrap().to_owned();
    let above = object.rsplit_once('/').unwrap().0.to_owned();
    let folders = ["ocfl".to_owned(), "ocfl/extensions".to_owned(), above, object.clone(), object + "/v1"];
    for path in read_whole(whole.path()).into_iter().chain(folders) {
        let mut disk = FaultyDisk::healthy();
        disk.closed = Some(whole.path().join(&path));
        let report = judged(&disk, whole.path(), None);
        assert!(report.is_unreadable(), "{path}");
        let others: Vec<_> = report.found.iter().filter(|it| it.what != What::Unreadable).collect();
        assert!(others.is_empty(), "{path}: {others:?}");
    }
}
