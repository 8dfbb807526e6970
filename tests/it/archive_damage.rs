//! Each way to damage an archive is found, and what was damaged is named.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use stadga::archive::checkpoint::{Key, PublicKey};
use stadga::archive::entry::Log;
use stadga::archive::found::{Found, What};
use stadga::archive::layout;
use stadga::archive::sha512::Sha512;
use stadga::shell::archive::store::Store;
use stadga::shell::archive::verify::{Question, Report, verify};
use stadga::shell::disk::RealDisk;

use crate::archive_hurt::{
    HURT, archive, edit, first, folder, hurt, log, relog, relog_signed, reseal, reseal_both, smuggle,
};
use crate::archives::{copy, key, minute, object, put_all};
use crate::shell_disk::FaultyDisk;

fn judged(root: &Path) -> Report {
    judged_with(root, None, &key().public())
}

fn judged_with(root: &Path, against: Option<&str>, key: &PublicKey) -> Report {
    let question = Question { object: None, against, key: Some(key), now: minute(60) };
    verify(&Store::at(&RealDisk, root), &question)
}

struct Damage {
    what: What,
    /// A part of the object, version and file that are named.
    named: &'static str,
    does: fn(&Path),
}

fn damage(what: What, named: &'static str, does: fn(&Path)) -> Damage {
    Damage { what, named, does }
}

fn to_objects() -> Vec<Damage> {
    vec![
        damage(What::FileDiffers, "it-policy v1 v1/content/dokument/a/index.html", |root| {
            edit(&hurt(root).join("v1/content/dokument/a/index.html"), |text| text.replace('s', "r"));
        }),
        damage(What::FileMissing, "it-policy v2 v2/content/dokument/a/index.html", |root| {
            fs::remove_file(hurt(root).join("v2/content/dokument/a/index.html")).unwrap();
        }),
        damage(What::FileStray, "it-policy v1 v1/content/dokument/ny.html", |root| {
            fs::write(hurt(root).join("v1/content/dokument/ny.html"), "").unwrap();
        }),
        damage(What::StrayInVersion, "it-policy v1 v1/ny", |root| {
            fs::write(hurt(root).join("v1/ny"), "").unwrap();
        }),
        damage(What::StrayInVersion, "it-policy v1 v1/mapp/ny", |root| {
            fs::create_dir(hurt(root).join("v1/mapp")).unwrap();
            fs::write(hurt(root).join("v1/mapp/ny"), "").unwrap();
        }),
        damage(What::StrayInObject, "it-policy ny", |root| {
            fs::write(hurt(root).join("ny"), "").unwrap();
        }),
        damage(What::EmptyFolder, "it-policy v1 v1/content/tom", |root| {
            fs::create_dir(hurt(root).join("v1/content/tom")).unwrap();
        }),
    ]
}

fn to_inventories() -> Vec<Damage> {
    vec![
        damage(What::SidecarDiffers, "it-policy inventory.json", |root| {
            edit(&hurt(root).join("inventory.json"), |text| text.replace("Ändrat", "Rättat"));
        }),
        damage(What::SidecarDiffers, "it-policy v1 v1/inventory.json", |root| {
            edit(&hurt(root).join("v1/inventory.json"), |text| text.replace("Ändrat", "Rättat"));
        }),
        damage(What::RootDiffers, "it-policy v2", |root| {
            reseal(&hurt(root), |inventory| inventory["versions"]["v2"]["message"] = json!("Rättat"));
        }),
        damage(What::NotAsLogged, "it-policy v2", |root| {
            reseal_both(root, |inventory| inventory["versions"]["v2"]["message"] = json!("Rättat"));
        }),
        damage(What::HistoryDiffers, "it-policy v1", |root| {
            reseal(&hurt(root).join("v1"), |inventory| {
                inventory["versions"]["v1"]["message"] = json!("Rättat");
            });
        }),
        damage(What::Created, "it-policy v2", |root| {
            reseal_both(root, |inventory| {
                inventory["versions"]["v2"]["created"] = json!("2026-10-01T10:30:00Z");
            });
        }),
        damage(What::NoSidecar, "it-policy inventory.json.sha512", |root| {
            fs::remove_file(hurt(root).join("inventory.json.sha512")).unwrap();
        }),
        damage(What::SidecarMalformed, "it-policy inventory.json.sha512", |root| {
            edit(&hurt(root).join("inventory.json.sha512"), |text| text.replace("json", "jsn"));
        }),
        damage(What::NoInventory, "inventory.json", |root| {
            fs::remove_file(hurt(root).join("inventory.json")).unwrap();
        }),
        damage(What::NoInventory, "it-policy v1 v1/inventory.json", |root| {
            fs::remove_file(hurt(root).join("v1/inventory.json")).unwrap();
        }),
        damage(What::InventoryUnreadable, "inventory.json", |root| {
            edit(&hurt(root).join("inventory.json"), |text| text[..text.len() / 2].to_owned());
        }),
        damage(What::InventoryMalformed, "it-policy inventory.json", |root| {
            reseal(&hurt(root), |inventory| inventory["versions"]["v2"]["created"] = json!("i går"));
        }),
        damage(What::HeadWrong, "it-policy inventory.json", |root| {
            reseal(&hurt(root), |inventory| inventory["head"] = json!("v1"));
        }),
        damage(What::NoNamaste, "", |root| {
            fs::remove_file(hurt(root).join("0=ocfl_object_1.1")).unwrap();
        }),
        damage(What::WrongNamaste, "it-policy 0=ocfl_object_1.1", |root| {
            edit(&hurt(root).join("0=ocfl_object_1.1"), |text| text.replace("1.1", "1.0"));
        }),
        damage(What::Newer, "0=ocfl_object_2.0", |root| {
            fs::rename(hurt(root).join("0=ocfl_object_1.1"), hurt(root).join("0=ocfl_object_2.0")).unwrap();
        }),
        damage(What::VersionMissing, "it-policy v1", |root| {
            fs::remove_dir_all(hurt(root).join("v1")).unwrap();
        }),
        damage(What::VersionStray, "it-policy v3", |root| {
            copy(&hurt(root).join("v2"), &hurt(root).join("v3"));
        }),
        damage(What::VersionsOdd, "it-policy", |root| {
            reseal(&hurt(root), |inventory| {
                inventory["versions"] = json!({ "v2": inventory["versions"]["v2"] });
            });
        }),
    ]
}

fn to_paths_and_digests() -> Vec<Damage> {
    vec![
        damage(What::PathUnsafe, "inventory.json", |root| {
            reseal(&hurt(root), |inventory| {
                let digest = Sha512::of(b"ny sida").to_string();
                inventory["versions"]["v2"]["state"][digest] = json!(["../../../index.html"]);
            });
        }),
        damage(What::PathUnsafe, "inventory.json", |root| {
            reseal(&hurt(root), |inventory| {
                let digest = Sha512::of(b"ny sida").to_string();
                inventory["manifest"][digest] = json!(["v2/content/../../../hemligt"]);
            });
        }),
        damage(What::PathConflict, "it-policy inventory.json", |root| {
            reseal(&hurt(root), |inventory| {
                let digest = Sha512::of(b"ny sida").to_string();
                inventory["versions"]["v2"]["state"][digest] = json!(["metadata.json/a", "metadata.json"]);
            });
        }),
        damage(What::DigestUnknown, "it-policy v2 inventory.json", |root| {
            reseal(&hurt(root), |inventory| {
                inventory["versions"]["v2"]["state"][Sha512::of(b"x").to_string()] = json!(["x"]);
            });
        }),
        damage(What::DigestUnused, "it-policy inventory.json", |root| {
            reseal(&hurt(root), |inventory| {
                inventory["manifest"][Sha512::of(b"x").to_string()] = json!(["v2/content/x"]);
            });
        }),
        damage(What::DigestTwice, "it-policy inventory.json", |root| {
            reseal(&hurt(root), |inventory| {
                let digest = Sha512::of(b"ny sida").to_string().to_uppercase();
                inventory["manifest"][digest] = json!(["v2/content/dokument/a/index.html"]);
            });
        }),
        damage(What::FixityDiffers, "it-policy v2/content/dokument/a/index.html", |root| {
            reseal(&hurt(root), |inventory| {
                inventory["fixity"] = json!({ "sha256": { "00": ["v2/content/dokument/a/index.html"] } });
            });
        }),
    ]
}

fn to_the_store() -> Vec<Damage> {
    vec![
        damage(What::Lost, "it-policy v2", |root| {
            fs::remove_dir_all(hurt(root).join("v2")).unwrap();
            for name in ["inventory.json", "inventory.json.sha512"] {
                fs::copy(hurt(root).join("v1").join(name), hurt(root).join(name)).unwrap();
            }
        }),
        damage(What::Lost, "it-policy", |root| fs::remove_dir_all(hurt(root)).unwrap()),
        damage(What::Misplaced, "it-policy", |root| {
            let (one, other, aside) = (hurt(root), folder(root, "budget"), root.join("aside"));
            fs::rename(&one, &aside).unwrap();
            fs::rename(&other, &one).unwrap();
            fs::rename(&aside, &other).unwrap();
        }),
        damage(What::Misplaced, "it-policy ocfl/aaa", |root| {
            copy(&hurt(root), &root.join("ocfl/aaa/bbb/ccc/kopia"));
        }),
        damage(What::Misplaced, "it-policy ocfl/kopia", |root| copy(&hurt(root), &root.join("ocfl/kopia"))),
        damage(What::IdDiffers, "it-policy v1", |root| {
            reseal(&hurt(root).join("v1"), |inventory| inventory["id"] = json!("urn:stadga:sundhamra:dok:x"));
        }),
        damage(What::Unlogged, "smuggel v1", |root| smuggle(root, "sundhamra", "smuggel")),
        damage(What::Unlogged, "it-policy v3", |root| {
            let object = hurt(root);
            copy(&object.join("v2"), &object.join("v3"));
            fs::remove_dir_all(object.join("v3/content")).unwrap();
            reseal(&object, |inventory| {
                inventory["versions"]["v3"] = inventory["versions"]["v2"].clone();
                inventory["head"] = json!("v3");
            });
            for name in ["inventory.json", "inventory.json.sha512"] {
                fs::copy(object.join(name), object.join("v3").join(name)).unwrap();
            }
        }),
        damage(What::NotPurged, "gammal", |root| smuggle(root, "sundhamra", "gammal")),
        damage(What::StoreStray, "ocfl/ny", |root| fs::write(root.join("ocfl/ny"), "").unwrap()),
        damage(What::StoreStray, "/ny", |root| {
            fs::write(hurt(root).parent().unwrap().join("ny"), "").unwrap();
        }),
        damage(What::StoreEmptyFolder, "ocfl/aaa/bbb", |root| {
            fs::create_dir_all(root.join("ocfl/aaa/bbb")).unwrap();
        }),
        damage(What::StoreNamaste, "ocfl/0=ocfl_1.1", |root| {
            fs::remove_file(root.join("ocfl/0=ocfl_1.1")).unwrap();
        }),
        damage(What::StoreLayout, "ocfl/ocfl_layout.json", |root| {
            edit(&root.join("ocfl/ocfl_layout.json"), |text| text.replace("0003", "0004"));
        }),
        damage(What::StoreLayout, "config.json", |root| {
            let config = root.join("ocfl/extensions").join(layout::NAME).join("config.json");
            edit(&config, |text| text.replace("sha512", "sha256"));
        }),
        damage(What::StrayExtension, "ocfl/extensions/ny", |root| {
            fs::write(root.join("ocfl/extensions/ny"), "").unwrap();
        }),
        damage(What::StrayInArchive, "anteckningar", |root| {
            fs::create_dir(root.join("anteckningar")).unwrap();
        }),
        damage(What::StrayInArchive, "logg/gammal.jsonl", |root| {
            fs::write(root.join("logg/gammal.jsonl"), "").unwrap();
        }),
        damage(What::NoStore, "ocfl", |root| fs::remove_dir_all(root.join("ocfl")).unwrap()),
        damage(What::Unfinished, "", |root| {
            fs::create_dir(root.join(".staging")).unwrap();
            fs::write(root.join(".staging/intent.json"), "{}").unwrap();
        }),
    ]
}

fn to_the_log() -> Vec<Damage> {
    vec![
        damage(What::LineMoved, "logg/entries.jsonl:2", |root| relog(root, |lines| lines.swap(1, 2))),
        damage(What::LineMoved, "logg/entries.jsonl:3", |root| {
            relog(root, |lines| drop(lines.remove(2)));
        }),
        damage(What::CheckpointDiffers, "logg/checkpoint", |root| {
            relog(root, |lines| drop(lines.pop()));
        }),
        damage(What::CheckpointDiffers, "logg/checkpoint", |root| {
            relog(root, |lines| lines[5] = lines[5].replace("KS 2026-7", "KS 2026-8"));
        }),
        damage(What::LineTorn, "logg/entries.jsonl", |root| {
            relog(root, |lines| lines[5] = lines[5][..20].to_owned());
        }),
        damage(What::LineUnreadable, "logg/entries.jsonl:3", |root| {
            relog(root, |lines| lines[2] = "{}\n".into());
        }),
        damage(What::LineUnreadable, "logg/entries.jsonl:3", |root| {
            relog(root, |lines| lines[2] = lines[2].replace("\"archive\",", "\"flytta\","));
        }),
        damage(What::LineFuture, "logg/entries.jsonl:6", |root| {
            relog_signed(root, |lines| lines[5] = lines[5].replace("2026-", "2062-"));
        }),
        damage(What::LineBackwards, "logg/entries.jsonl:6", |root| {
            relog_signed(root, |lines| lines[5] = lines[5].replace("2026-", "2025-"));
        }),
        damage(What::LineOutOfTurn, "logg/entries.jsonl:7", |root| {
            relog_signed(root, |lines| {
                lines.push(lines[0].replace("\"seq\":0", "\"seq\":6").replace("10:01", "10:03"));
            });
        }),
        damage(What::LineOutOfTurn, "logg/entries.jsonl:5", |root| {
            relog_signed(root, |lines| lines[4] = lines[4].replace("\"v2\"", "\"v3\""));
        }),
        damage(What::Unlogged, "it-policy v2", |root| {
            relog_signed(root, |lines| {
                lines.remove(4);
                lines[4] = lines[4].replace("\"seq\":5", "\"seq\":4");
            });
        }),
        damage(What::Foreign, "annan", |root| {
            relog_signed(root, |lines| {
                lines[2] = lines[2].replace("sundhamra:dok:budget", "annan:dok:budget");
            });
        }),
        damage(What::PageMissing, "it-policy v2", |root| {
            relog_signed(root, |lines| {
                let page = format!("\"page\":\"{}\"", Sha512::of(b"ny sida"));
                lines[4] = lines[4].replace(&page, &page.replace(char::is_numeric, "0"));
            });
        }),
        damage(What::NoLog, "logg/entries.jsonl", |root| fs::remove_file(log(root)).unwrap()),
        damage(What::NoCheckpoint, "logg/checkpoint", |root| {
            fs::remove_file(root.join("logg/checkpoint")).unwrap();
        }),
        damage(What::NoCheckpoint, "logg/checkpoint", |root| {
            fs::write(root.join("logg/checkpoint"), "sundhamra\n").unwrap();
        }),
        damage(What::CheckpointBehind, "logg/checkpoint", |root| {
            let log = Log::parse(&fs::read_to_string(log(root)).unwrap()).0;
            let older = log.checkpoint_at(3).unwrap().note(Some(&key()));
            fs::write(root.join("logg/checkpoint"), older).unwrap();
        }),
        damage(What::Unsigned, "logg/checkpoint", |root| {
            let log = Log::parse(&fs::read_to_string(log(root)).unwrap()).0;
            fs::write(root.join("logg/checkpoint"), log.checkpoint().note(None)).unwrap();
        }),
        damage(What::SignatureWrong, "logg/checkpoint", |root| {
            let log = Log::parse(&fs::read_to_string(log(root)).unwrap()).0;
            let other = Key::new("sundhamra", &[8; 32]);
            fs::write(root.join("logg/checkpoint"), log.checkpoint().note(Some(&other))).unwrap();
        }),
        damage(What::SignatureWrong, "logg/checkpoint", |root| {
            edit(&root.join("logg/checkpoint"), |text| text.replace("\n6\n", "\n5\n"));
        }),
    ]
}

fn place(found: &Found) -> String {
    let parts = [&found.object, &found.version, &found.file].into_iter().flatten();
    parts.map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// What only the log tells, or a store as a whole, and what the standard merely frowns upon.
const OURS_ALONE: [What; 8] = [
    What::Misplaced,
    What::HistoryDiffers,
    What::StoreStray,
    What::StoreEmptyFolder,
    What::StoreNamaste,
    What::StoreLayout,
    What::StrayExtension,
    What::StrayInVersion,
];

/// Where archives are kept for programs of others to judge: one that is sound, and those with damage that they
/// must find.
fn for_others() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("archives")
}

#[test]
fn every_kind_of_damage_is_found_and_named() {
    let whole = archive();
    for own in ["sound", "damaged"] {
        let _ = fs::remove_dir_all(for_others().join(own));
    }
    copy(whole.path(), &for_others().join("sound"));
    let sound = judged(whole.path());
    assert_eq!(sound.found, []);
    assert_eq!((sound.objects, sound.versions, sound.lines, sound.signed), (2, 3, 6, true));
    let all: Vec<Damage> =
        [to_objects(), to_inventories(), to_paths_and_digests(), to_the_store(), to_the_log()]
            .into_iter()
            .flatten()
            .collect();
    assert!(all.len() > 60);
    let mut missed = Vec::new();
    for (number, damage) in all.iter().enumerate() {
        let copied = tempfile::tempdir().unwrap();
        copy(whole.path(), copied.path());
        (damage.does)(copied.path());
        if damage.what.found().code.is_some() && !OURS_ALONE.contains(&damage.what) {
            let name = format!("{number:02}-{}", damage.what.name());
            copy(copied.path(), &for_others().join("damaged").join(name));
        }
        let report = judged(copied.path());
        if !report.found.iter().any(|it| it.what == damage.what && place(it).contains(damage.named)) {
            missed.push(format!("{number}: {:?} {}: {:#?}", damage.what, damage.named, report.found));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// One damage is told once or twice, not as a flood: people must see what happened.
#[test]
fn little_damage_gives_a_short_answer() {
    let whole = archive();
    fs::remove_file(hurt(whole.path()).join("v2/content/dokument/a/index.html")).unwrap();
    // The folder that held it is empty now.
    assert!(judged(whole.path()).found.len() <= 2);
}

#[cfg(unix)]
#[test]
fn a_link_is_no_file() {
    let whole = archive();
    let file = hurt(whole.path()).join("v1/content/dokument/a/index.html");
    fs::rename(&file, whole.path().join("aside")).unwrap();
    std::os::unix::fs::symlink(whole.path().join("aside"), &file).unwrap();
    assert!(judged(whole.path()).found.iter().any(|found| found.what == What::NotAFile));
}

#[test]
fn what_cannot_be_read_is_neither_sound_nor_damaged() {
    let whole = archive();
    let mut disk = FaultyDisk::healthy();
    disk.closed = Some(hurt(whole.path()).join("v1/content/dokument/a/index.html"));
    let question = Question { object: None, against: None, key: None, now: minute(60) };
    let report = verify(&Store::at(&disk, whole.path()), &question);
    assert!(report.is_unreadable());
    assert_eq!(report.found.len(), 1, "{:?}", report.found);
}

/// Somebody with the key writes the whole archive anew: only whoever kept a checkpoint can tell.
#[test]
fn a_kept_checkpoint_tells_of_an_archive_that_was_written_anew() {
    let (whole, anew) = (archive(), tempfile::tempdir().unwrap());
    let kept = fs::read_to_string(whole.path().join("logg/checkpoint")).unwrap();
    let key = key().public();
    put_all(&FaultyDisk::healthy(), anew.path(), minute(1), &first()).unwrap();
    assert!(judged(anew.path()).is_sound());
    let found = judged_with(anew.path(), Some(&kept), &key).found;
    assert_eq!(found.iter().map(|found| found.what).collect::<Vec<_>>(), [What::AgainstDiffers]);

    assert!(judged_with(whole.path(), Some(&kept), &key).is_sound());
    let log = Log::parse(&fs::read_to_string(log(whole.path())).unwrap()).0;
    let older = log.checkpoint_at(2).unwrap().note(None);
    assert!(judged_with(whole.path(), Some(&older), &key).is_sound(), "from before there was a key");
    let forged = log.checkpoint_at(2).unwrap().note(Some(&Key::new("sundhamra", &[9; 32])));
    for odd in ["rappakalja", &*forged] {
        let found = judged_with(whole.path(), Some(odd), &key).found;
        assert_eq!(found.iter().map(|found| found.what).collect::<Vec<_>>(), [What::AgainstWrong]);
    }
}

#[test]
fn one_object_is_judged_by_itself() {
    let whole = archive();
    let ask = |object: &str| {
        let question = Question { object: Some(object), against: None, key: None, now: minute(60) };
        verify(&Store::at(&RealDisk, whole.path()), &question)
    };
    assert!(ask(&object("budget")).is_sound());
    edit(&hurt(whole.path()).join("v1/content/metadata.json"), |text| text + " ");
    assert!(ask(&object("budget")).is_sound());
    assert!(!ask(&object(HURT)).is_sound());
}
