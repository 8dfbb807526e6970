//! What a run that archives refuses, and then leaves the archive as it is.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use stadga::archive::inventory::User;
use stadga::archive::sha512::Sha512;
use stadga::shell::archive::begin::Owner;
use stadga::shell::archive::refusal::Refusal;
use stadga::shell::archive::store::Store;
use stadga::shell::archive::writer::{New, Writer};
use stadga::shell::error::Error;

use crate::archive_hurt::{HURT, archive, hurt, relog, relog_signed, reseal_both};
use crate::archives::{files, key, minute, object, put, run, tree};
use crate::shell_cli::Site;
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
        formerly: Vec::new(),
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

/// A share whose server keeps a clock of its own: the time that its files get is not that of this computer.
#[test]
fn a_clock_far_ahead_of_the_disks_is_refused() {
    let (key, now) = (key(), jiff::Timestamp::now());
    let root = tempfile::tempdir().unwrap();
    let hours = |behind: u64| {
        let mut disk = FaultyDisk::healthy();
        disk.behind = Duration::from_secs(behind * 3600);
        disk
    };
    let ahead = hours(25);
    let refused = run(&ahead, root.path(), now, &key).err();
    let Some(Error::Archive(Refusal::ClockAhead { now: told, disk })) = refused else {
        panic!("{refused:?}")
    };
    assert!(told > disk && told.as_second() == now.as_second());
    assert_eq!(tree(root.path()).into_keys().collect::<Vec<_>>(), [".lock"], "nothing is begun");
    run(&hours(23), root.path(), now, &key).unwrap().close().unwrap();
}

/// What a newer program may have done is not read as if it were known.
#[test]
fn an_archive_of_a_newer_program_is_neither_read_nor_written() {
    let (key, disk) = (key(), FaultyDisk::healthy());
    let newer: [fn(&Path); 3] = [
        |root| {
            relog(root, |lines| {
                let seq = lines.len();
                let line = r#""time":"2026-10-01T10:03:00Z","event":"transfer","to":"x"}"#;
                lines.push(format!("{{\"seq\":{seq},{line}\n"));
            });
        },
        |root| fs::rename(root.join("ocfl/0=ocfl_1.1"), root.join("ocfl/0=ocfl_2.0")).unwrap(),
        |root| fs::write(root.join("ocfl/ocfl_layout.json"), r#"{"extension": "0099-layout"}"#).unwrap(),
    ];
    for becomes in newer {
        let whole = archive();
        becomes(whole.path());
        let before = tree(whole.path());
        let store = Store::at(&disk, whole.path());
        let refusals = [
            run(&disk, whole.path(), minute(9), &key).err(),
            store.known_log().err(),
            store.sound_log().err(),
        ];
        for refused in refusals {
            assert!(matches!(refused, Some(Error::Archive(Refusal::Newer { .. }))), "{refused:?}");
        }
        let site = Site::new();
        for command in [format!("restore {HURT} -o ut"), "export --format bagit -o ut".into(), "list".into()]
        {
            let ran = site.run(&format!("archive {command} --archive {}", whole.path().display()));
            ran.code(2).says("nyare");
        }
        let mut after = tree(whole.path());
        after.retain(|path, _| path != ".lock");
        assert!(after.iter().eq(before.iter().filter(|(path, _)| *path != ".lock")));
    }
}

#[test]
fn a_disk_that_may_only_be_read_is_left_as_it_is() {
    let key = key();
    let whole = archive();
    let before = tree(whole.path());
    for healthy in 0..4 {
        let disk = FaultyDisk::after(healthy, ErrorKind::ReadOnlyFilesystem);
        let refused = run(&disk, whole.path(), minute(9), &key).map(|mut writer| {
            put(&mut writer, HURT, &files(&[("a", "b")])).unwrap_err();
        });
        assert!(disk.has_failed());
        drop(refused);
    }
    run(&FaultyDisk::healthy(), whole.path(), minute(9), &key).unwrap().close().unwrap();
    assert_eq!(tree(whole.path()), before);
}

/// `../` in an inventory that was tampered with, all digests mended after, and the log: nothing is written, neither
/// where it was asked for nor elsewhere.
#[test]
fn no_path_leads_out_of_what_is_taken_out() {
    let tampered: [fn(&mut Value); 2] = [
        |inventory| replace(inventory, "/versions/v2/state", "dokument/a/index.html", "../../ute.html"),
        |inventory| {
            replace(inventory, "/manifest", "v2/content/dokument/a/index.html", "v2/../../../../../ute.html");
        },
    ];
    for tampers in tampered {
        let (whole, site) = (archive(), Site::new());
        let (key, disk) = (key(), FaultyDisk::healthy());
        let mut writer = run(&disk, whole.path(), minute(4), &key).unwrap();
        writer.purge(&object("budget"), "KS 2026-8").unwrap();
        writer.close().unwrap();
        let root = whole.path().display();
        let inventory =
            || Sha512::of(&fs::read(hurt(whole.path()).join("inventory.json")).unwrap()).to_string();
        let before = inventory();
        reseal_both(whole.path(), tampers);
        let after = inventory();
        relog_signed(whole.path(), |lines| {
            for line in lines {
                *line = line.replace(&before, &after);
            }
        });
        fs::write(whole.path().join("ute.html"), "sida").unwrap();
        let files = tree(site.path());
        for command in [
            format!("archive restore {HURT} --archive {root} -o ut"),
            format!("archive site --at 2026-10-01 --archive {root} -o ut"),
            format!("archive diff {HURT} --archive {root}"),
        ] {
            site.run(&command).code(2).says("leder ut ur arkivet");
        }
        assert_eq!(tree(site.path()), files);
        assert!(!whole.path().parent().unwrap().join("ute.html").exists());
    }
}

/// A forger who gives all digests of the object anew is found out by the log; one who changes the log, by its
/// checkpoint.
#[test]
fn nothing_forged_is_taken_out() {
    let (site, whole) = (Site::new(), archive());
    let ask =
        |command: &str| site.run(&format!("archive {command} -o ut --archive {}", whole.path().display()));
    ask(&format!("restore {HURT}")).code(0);
    fs::remove_dir_all(site.path().join("ut")).unwrap();
    reseal_both(whole.path(), |inventory| {
        inventory["versions"]["v2"]["state"] = inventory["versions"]["v1"]["state"].clone();
    });
    for wanted in [HURT.to_owned(), format!("{HURT}@v2"), format!("{HURT}@2026-10-01")] {
        ask(&format!("restore {wanted}")).code(2).says("är skadat");
    }
    ask(&format!("restore {HURT}@v1")).code(0);
    fs::remove_dir_all(site.path().join("ut")).unwrap();
    relog(whole.path(), |lines| lines[0] = lines[0].replace("Sundhamra", "Annanby"));
    ask("export --format bagit budget").code(2).says("är skadat");
    ask("restore budget").code(2).says("är skadat");
    assert!(!site.path().join("ut").exists());
}

/// Puts a path in the place of another, in a list of paths by digest.
fn replace(inventory: &mut Value, at: &str, from: &str, to: &str) {
    let lists = inventory.pointer_mut(at).unwrap().as_object_mut().unwrap();
    let paths = lists.values_mut().flat_map(|paths| paths.as_array_mut().unwrap());
    paths.filter(|path| *path == from).for_each(|path| *path = json!(to));
}
