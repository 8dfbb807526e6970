//! What a run that archives refuses, and then leaves the archive as it is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::json;
use stadga::archive::inventory::User;
use stadga::archive::sha512::Sha512;
use stadga::shell::archive::begin::Owner;
use stadga::shell::archive::refusal::Refusal;
use stadga::shell::archive::writer::{New, Writer};
use stadga::shell::error::Error;

use crate::archive_hurt::{HURT, archive, hurt, relog, reseal_both};
use crate::archives::{files, key, minute, object, put, run, tree};
use crate::shell_disk::FaultyDisk;

/// A damaged archive is not written to: what is wrong must not be covered up.
#[test]
fn nothing_is_added_to_a_damaged_log_or_object() {
    let key = key();
    let damages: [fn(&Path); 4] = [
        |root| relog(root, |lines| drop(lines.pop())),
        |root| relog(root, |lines| lines.swap(1, 2)),
        |root| fs::write(root.join("logg/checkpoint"), "").unwrap(),
        |root| fs::remove_dir_all(root.join("logg")).unwrap(),
    ];
    for does in damages {
        let whole = archive();
        does(whole.path());
        let before = tree(whole.path());
        assert!(run(&FaultyDisk::healthy(), whole.path(), minute(9), &key).is_err());
        let mut after = tree(whole.path());
        after.retain(|path, _| !path.starts_with(".staging"));
        assert_eq!(after, before);
    }
    let whole = archive();
    reseal_both(whole.path(), |inventory| inventory["versions"]["v2"]["message"] = json!("Rättat"));
    let disk = FaultyDisk::healthy();
    let mut writer = run(&disk, whole.path(), minute(9), &key).unwrap();
    assert!(put(&mut writer, HURT, &files(&[("a", "b")])).is_err());
}

/// What somebody put into the store without the log, or took out of it, is not written over.
#[test]
fn nothing_is_added_where_a_version_stands_that_nobody_knows_or_an_inventory_is_gone() {
    let (disk, key) = (FaultyDisk::healthy(), key());
    let damages: [fn(&Path); 2] = [
        |object| fs::create_dir(object.join("v3")).unwrap(),
        |object| fs::remove_file(object.join("inventory.json")).unwrap(),
    ];
    for does in damages {
        let whole = archive();
        does(&hurt(whole.path()));
        let before = tree(whole.path());
        let mut writer = run(&disk, whole.path(), minute(9), &key).unwrap();
        let refused = put(&mut writer, HURT, &files(&[("a", "b")])).err();
        assert!(matches!(refused, Some(Error::Archive(Refusal::Damaged { .. }))), "{refused:?}");
        writer.close().unwrap();
        assert_eq!(tree(whole.path()), before);
    }
}

#[test]
fn a_clock_that_was_set_back_another_archive_and_a_second_run_are_refused() {
    let (whole, disk, key) = (archive(), FaultyDisk::healthy(), key());
    let root = whole.path();
    let back = run(&disk, root, minute(2), &key).err();
    let Some(Error::Archive(Refusal::Clock { now, last })) = back else { panic!("{back:?}") };
    assert_eq!((now, last), (minute(2), minute(3)));
    let owner = Owner { archive: "annan".into(), name: "Annan kommun".into() };
    let other = Writer::open(&disk, root, &owner, minute(9), None).err();
    assert!(matches!(other, Some(Error::Archive(Refusal::OfAnother { .. }))), "{other:?}");
    let first = run(&disk, root, minute(9), &key).unwrap();
    let second = run(&disk, root, minute(9), &key).err();
    let Some(Error::Archive(Refusal::Busy { holder: Some(holder), .. })) = &second else {
        panic!("{second:?}")
    };
    assert!(holder.contains(&std::process::id().to_string()));
    assert_eq!(second.map(|error| error.exit_code()), Some(75));
    first.close().unwrap();
    run(&disk, root, minute(9), &key).unwrap().close().unwrap();
}

#[test]
fn a_source_that_changed_meanwhile_is_not_archived() {
    let (whole, disk, key) = (archive(), FaultyDisk::healthy(), key());
    let before = tree(whole.path());
    let mut writer = run(&disk, whole.path(), minute(9), &key).unwrap();
    let state = [("a".to_owned(), Sha512::of(b"a")), ("b".to_owned(), Sha512::of(b"b"))].into();
    let changed = writer.put(New {
        object: object("ny"),
        document: "ny".into(),
        state: &state,
        contents: &|_| Ok(Box::new(&b"a"[..])),
        content: Sha512::of(b""),
        texts: BTreeMap::new(),
        withdrawn: false,
        message: String::new(),
        user: User { name: "A".into(), address: "mailto:a@b.example".into() },
    });
    assert!(changed.is_err());
    writer.close().unwrap();
    assert_eq!(tree(whole.path()), before);
}
