//! An archive that is there to be damaged, and the tools for it: a careless hand's, a forger's, a thief's of keys.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use stadga::archive::entry::Log;
use stadga::archive::inventory::sidecar;
use stadga::archive::layout;
use stadga::shell::archive::begin::Owner;
use stadga::shell::archive::writer::Writer;

use crate::archives::{Files, copy, files, key, minute, object, put, put_all, run};
use crate::shell_disk::FaultyDisk;

/// The document that most damage is done to; it has two versions.
pub(crate) const HURT: &str = "it-policy";

pub(crate) fn first() -> Vec<(&'static str, Files)> {
    vec![
        (HURT, files(&[("dokument/a/index.html", "sida"), ("metadata.json", "{}")])),
        ("budget", files(&[("dokument/b/index.html", "sida"), ("källa/åäö.md", "text")])),
        ("gammal", files(&[("dokument/c/index.html", "gallras")])),
    ]
}

/// A sound archive: two versions of a document, one of another, one that was removed by decision.
pub(crate) fn archive() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (disk, root, key) = (FaultyDisk::healthy(), folder.path(), key());
    put_all(&disk, root, minute(1), &first()).unwrap();
    let second = files(&[("dokument/a/index.html", "ny sida"), ("metadata.json", "{}")]);
    let mut writer = run(&disk, root, minute(3), &key).unwrap();
    put(&mut writer, HURT, &second).unwrap();
    writer.purge(&object("gammal"), "KS 2026-7").unwrap();
    writer.close().unwrap();
    folder
}

pub(crate) fn folder(root: &Path, document: &str) -> PathBuf {
    root.join("ocfl").join(layout::folder(&object(document)))
}

pub(crate) fn hurt(root: &Path) -> PathBuf {
    folder(root, HURT)
}

pub(crate) fn edit(file: &Path, change: impl FnOnce(String) -> String) {
    let text = fs::read_to_string(file).unwrap();
    let changed = change(text.clone());
    assert!(text != changed, "nothing was damaged");
    fs::write(file, changed).unwrap();
}

/// Changes an inventory and gives it its right digest, as a forger would.
pub(crate) fn reseal(folder: &Path, change: impl FnOnce(&mut Value)) {
    let file = folder.join("inventory.json");
    let mut value: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    change(&mut value);
    let json = serde_json::to_string_pretty(&value).unwrap() + "\n";
    fs::write(folder.join("inventory.json.sha512"), sidecar(json.as_bytes())).unwrap();
    fs::write(file, json).unwrap();
}

/// The same in the newest version and in the object.
pub(crate) fn reseal_both(root: &Path, change: impl FnOnce(&mut Value)) {
    let object = hurt(root);
    reseal(&object, change);
    for name in ["inventory.json", "inventory.json.sha512"] {
        fs::copy(object.join(name), object.join("v2").join(name)).unwrap();
    }
}

pub(crate) fn log(root: &Path) -> PathBuf {
    root.join("logg/entries.jsonl")
}

/// Changes the lines of the log.
pub(crate) fn relog(root: &Path, change: impl FnOnce(&mut Vec<String>)) {
    edit(&log(root), |text| {
        let mut lines = text.lines().map(|line| format!("{line}\n")).collect();
        change(&mut lines);
        lines.concat()
    });
}

/// The same by somebody who has the key and makes a new checkpoint.
pub(crate) fn relog_signed(root: &Path, change: impl FnOnce(&mut Vec<String>)) {
    relog(root, change);
    let log = Log::parse(&fs::read_to_string(log(root)).unwrap()).0;
    fs::write(root.join("logg/checkpoint"), log.checkpoint().note(Some(&key()))).unwrap();
}

/// Puts an object into the store as another archive wrote it.
pub(crate) fn smuggle(root: &Path, archive: &str, document: &str) {
    let other = tempfile::tempdir().unwrap();
    let (disk, key) = (FaultyDisk::healthy(), key());
    let owner = Owner { archive: archive.into(), name: "Annan".into() };
    let mut writer = Writer::open(&disk, other.path(), &owner, minute(1), Some(&key)).unwrap();
    put(&mut writer, document, &files(&[("a", "smuggelgods")])).unwrap();
    writer.close().unwrap();
    let id = object(document);
    copy(&folder(other.path(), document), &root.join("ocfl").join(layout::folder(&id)));
}
