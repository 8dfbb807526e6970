//! The archive as people use it: what is new is archived, looked at, checked and taken out again.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use crate::archives::{files, key, minute, object, put_all, run};
use crate::shell_cli::Site;
use crate::shell_disk::FaultyDisk;

const FILE: &str = "content/it-policy.md";

/// Every file below a folder, with its bytes.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().display().to_string();
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    files
}

fn edit(site: &Site, from: &str, to: &str) {
    let text = fs::read_to_string(site.path().join(FILE)).unwrap();
    assert!(text.contains(from), "{text}");
    site.put(FILE, text.replacen(from, to, 1));
}

/// The first file of the archive whose path ends so.
fn find(site: &Site, end: &str) -> std::path::PathBuf {
    let root = site.path().join("arkiv");
    let found = tree(&root).into_keys().find(|path| path.ends_with(end));
    root.join(found.unwrap_or_else(|| panic!("no {end}")))
}

#[test]
fn what_is_new_is_archived_and_else_nothing_is_written() {
    let site = Site::new();
    let first = site.run("archive").code(0).says("1 dokument arkiverat.");
    assert_eq!(first.out, "it-policy v1\n");
    let before = tree(&site.path().join("arkiv"));
    site.run("archive").code(0).says("Inget nytt.");
    assert_eq!(tree(&site.path().join("arkiv")), before);
    // A date that the page tells of, and no change of the text.
    edit(&site, "adopted = 2014-04-09\n", "adopted = 2014-04-09\nsection = \"§ 55\"\n");
    assert_eq!(site.run("archive").code(0).out, "it-policy v2\n");
    let after = tree(&site.path().join("arkiv"));
    for (path, bytes) in before.iter().filter(|(path, _)| path.contains("/v1/")) {
        assert_eq!(after.get(path), Some(bytes), "{path} is as it was");
    }
    assert_eq!(site.run("archive list").code(0).out.lines().count(), 2, "a heading and a document");
    assert_eq!(site.run("archive list it-policy").code(0).out.lines().count(), 3);
    assert_eq!(site.run("archive list --at 2014-04-09").code(0).out, "");
    let json: Json = serde_json::from_str(&site.run("archive list --format json").out).unwrap();
    assert_eq!(
        (&json[0]["kept"]["version"], &json[0]["kept"]["document"]),
        (&"v2".into(), &"it-policy".into())
    );
}

#[test]
fn a_text_that_was_archived_is_not_changed_without_a_word() {
    let site = Site::new();
    site.run("archive").code(0);
    edit(&site, "Kommunen ska använda IT.", "Kommunen får använda IT.");
    for command in ["check", "build"] {
        site.run(command)
            .code(1)
            .says("S012 frozen")
            .says("content/it-policy.md:10:10")
            .says("archive restore it-policy");
    }
    let refused = site.run("archive").code(1).says("S012 frozen").says("Inget är arkiverat");
    assert!(refused.err.contains("content/it-policy.md:10:10"), "the first changed word: {}", refused.err);
    let correction = "[[corrections]]\ndate = 2026-11-01\nby = \"Kommunsekreteraren\"\nwhat = \"Rätt ord\"\n";
    edit(&site, "adopted = 2014-04-09\n", &format!("adopted = 2014-04-09\n\n{correction}"));
    assert_eq!(site.run("archive").code(0).out, "it-policy v2\n", "declared, and both are kept");
    site.run("check").code(0);
    fs::remove_file(site.path().join(FILE)).unwrap();
    site.put(
        "content/annan.md",
        "+++\ntitle = 'B'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014-04-09\n+++\nB\n",
    );
    site.run("check").code(1).says("finns inte kvar");
}

/// `check` sees that a file is longer or shorter; whether it is the same is seen when it is read whole.
#[test]
fn a_file_that_was_archived_is_not_exchanged_without_a_word() {
    let site = Site::new();
    edit(&site, "Kommunen ska använda IT.", "Kommunen ska använda IT: [bilaga](bilaga.pdf).");
    site.put("content/bilaga.pdf", "gammal");
    site.run("archive").code(0);
    site.put("content/bilaga.pdf", "en annan längd");
    site.run("check").code(1).says("S012 frozen").says("filer/bilaga.pdf");
    site.put("content/bilaga.pdf", "nyare!");
    site.run("check").code(0);
    let before = tree(&site.path().join("arkiv"));
    site.run("archive").code(1).says("S012 frozen").says("filer/bilaga.pdf").says("Inget är arkiverat");
    assert_eq!(tree(&site.path().join("arkiv")), before);
    let correction = "[[corrections]]\ndate = 2026-11-01\nby = \"Registrator\"\nwhat = \"Rätt bilaga\"\n";
    edit(&site, "adopted = 2014-04-09\n", &format!("adopted = 2014-04-09\n\n{correction}"));
    assert_eq!(site.run("archive").code(0).out, "it-policy v2\n");
}

#[test]
fn damage_is_found_and_named() {
    let site = Site::new();
    site.run("archive").code(0);
    let sound = site.run("archive verify").code(0);
    assert!(sound.out.starts_with("Allt är som det arkiverades: 1 dokument, 1 version, "), "{}", sound.out);
    site.run("archive verify it-policy").code(0);
    let checkpoint = site.run("archive checkpoint").code(0).out;
    site.put("kvar.txt", &checkpoint);
    site.run("archive verify --against kvar.txt").code(0);
    let object = find(&site, "/inventory.json").parent().unwrap().to_owned();
    let object = object.ancestors().find(|it| it.join("0=ocfl_object_1.1").is_file()).unwrap().to_owned();
    site.run(&format!("archive verify --object {}", object.display())).code(0);

    let page = find(&site, "2014-04-09/index.html");
    let whole = fs::read(&page).unwrap();
    fs::write(&page, [whole.as_slice(), b" "].concat()).unwrap();
    site.run("archive verify").code(1).says("v1/content/dokument/it-policy/2014-04-09/index.html");
    let json: Json = serde_json::from_str(&site.run("archive verify --format json").code(1).out).unwrap();
    assert_eq!(json["found"].as_array().map(Vec::len), Some(1), "{json}");
    site.run("archive restore it-policy -o ut").code(2).says("är skadat");
    assert!(!site.path().join("ut").exists(), "nothing is left");
    fs::write(&page, whole).unwrap();
    site.run("archive verify").code(0);

    let log = site.path().join("arkiv/logg/entries.jsonl");
    let lines = fs::read_to_string(&log).unwrap();
    fs::write(&log, lines.replace("Exempelby", "Annanby")).unwrap();
    site.run("archive verify --against kvar.txt").code(1);
    site.run("archive verify --archive finns-inte").code(2).says("är inget arkiv");
}

/// Without its log an archive is damaged, not unreadable: what else is there is looked at all the same.
#[test]
fn an_archive_without_its_log_is_judged_all_the_same() {
    let site = Site::new();
    site.run("archive").code(0);
    fs::remove_file(site.path().join("arkiv/logg/entries.jsonl")).unwrap();
    site.run("archive verify").code(1).says("logg/entries.jsonl: loggen saknas");
    site.run("archive verify it-policy").code(1).says("loggen saknas");
    let json: Json = serde_json::from_str(&site.run("archive verify --format json").code(1).out).unwrap();
    assert_eq!(json["found"][0]["what"], "no-log");
    assert_eq!(json["objects"], 1);
}

#[test]
fn what_is_no_object_or_bag_at_all_is_refused() {
    let site = Site::new();
    site.run("archive").code(0);
    site.run("archive verify --object arkiv/ocfl").code(2).says("arkiv/ocfl är en hel lagringsrot");
    for kind in ["object", "bag"] {
        site.run(&format!("archive verify --{kind} borta")).code(2).says("borta: det finns inte");
    }
}

#[test]
fn what_is_taken_out_is_what_was_put_in() {
    let site = Site::new();
    let source = fs::read(site.path().join(FILE)).unwrap();
    site.run("archive").code(0);
    edit(&site, "adopted = 2014-04-09\n", "adopted = 2014-04-09\nsection = \"§ 55\"\n");
    site.run("archive").code(0);
    site.run("archive restore it-policy@v1 -o ut").code(0);
    assert_eq!(fs::read(site.path().join("ut/source").join(FILE)).unwrap(), source);
    site.run("archive restore it-policy@v1 -o ut").code(2).says("ut finns redan");
    site.run("archive restore it-policy -o ny").code(0);
    let newest = fs::read(site.path().join("ny/source").join(FILE)).unwrap();
    assert_eq!(newest, fs::read(site.path().join(FILE)).unwrap());
    site.run("archive restore it-policy@v3 -o x").code(2).says("Den senaste är v2");
    site.run("archive restore it-plicy -o x").code(2).says("Menade du it-policy?");
    site.run("archive restore it-policy@igår -o x").code(2).says("it-policy@v1");
    site.run("archive restore it-policy@igår -o x").code(2).says("eller dagen som it-policy@2026-12-31.");
    site.run("archive restore it-strategi@ -o x").code(2).says("it-strategi@v1");
    site.run("archive restore it-policy@v99999999999 -o x").code(2).says("it-policy@v1");
    let early = site.run("archive restore it-policy@2014-04-09 -o x").code(2);
    early.says("Den 9 april 2014 var it-policy inte arkiverat").says("Första gången var den ");
    assert!(!site.path().join("x").exists());
}

#[test]
fn a_document_is_removed_by_decision_and_the_log_tells() {
    let site = Site::new();
    site.run("archive").code(0);
    site.run("archive purge it-policy").code(2).says("--decision");
    site.run("archive purge it-policy --decision KS-2026-1").code(2).says("--yes");
    site.run("archive purge it-policy --decision KS-2026-1 --yes").code(0);
    let log = fs::read_to_string(site.path().join("arkiv/logg/entries.jsonl")).unwrap();
    assert!(log.lines().last().unwrap().contains(r#""event":"purge""#) && log.contains("KS-2026-1"), "{log}");
    site.run("archive verify").code(0);
    site.run("archive doctor").code(0);
    let list = site.run("archive list").code(0).out;
    assert!(list.lines().last().unwrap().ends_with("gallrat enligt beslut KS-2026-1"), "{list}");
    let json: Json = serde_json::from_str(&site.run("archive list --format json").code(0).out).unwrap();
    assert_eq!((&json[0]["purged"]["decision"], &json[0]["kept"]), (&"KS-2026-1".into(), &Json::Null));
    let list = site.run("archive list it-policy").code(0).out;
    assert_eq!(list.lines().count(), 3, "a heading, what was archived, and that it was removed: {list}");
    let year = "2100-01-01";
    for command in [
        "restore it-policy -o ut",
        "restore it-policy@v1 -o ut",
        &format!("restore it-policy@{year} -o ut"),
        "diff it-policy",
        "diff it-policy v1 v2",
        "export it-policy --format bagit -o ut",
        "verify it-policy",
        "purge it-policy --decision KS-2026-2 --yes",
    ] {
        let ran = site.run(&format!("archive {command}")).code(2);
        ran.says("it-policy gallrades den ").says("enligt beslut KS-2026-1");
    }
    assert!(!site.path().join("ut").exists());
}

#[test]
fn the_archive_of_another_municipality_is_left_alone() {
    let (site, other) = (Site::new(), Site::new());
    site.run("archive").code(0);
    let settings = fs::read_to_string(other.path().join("stadga.toml")).unwrap();
    other.put("stadga.toml", settings.replace("Exempelby", "Annanby"));
    let before = tree(&site.path().join("arkiv"));
    let archive = site.path().join("arkiv");
    other.run(&format!("archive --archive {}", archive.display())).code(2).says("tillhör exempelby");
    assert_eq!(tree(&archive), before);
}

/// The same archive goes on under the name that it was begun with, whatever the municipality is called now.
#[test]
fn a_municipality_that_changed_its_name_goes_on_with_its_archive() {
    let site = Site::new();
    site.run("archive").code(0);
    let settings = fs::read_to_string(site.path().join("stadga.toml")).unwrap();
    let renamed = settings.replace("Exempelby", "Annanby");
    site.put("stadga.toml", &renamed);
    edit(&site, "adopted = 2014-04-09\n", "adopted = 2014-04-09\nsection = \"§ 55\"\n");
    site.run("archive").code(2).says("tillhör exempelby").says("[arkiv]");
    for name in ["exempelby", "Exempelby"] {
        site.put("stadga.toml", format!("{renamed}\n[arkiv]\nnamn = \"{name}\"\n"));
        site.run("archive").code(0);
    }
    assert_eq!(site.run("archive list it-policy").code(0).out.lines().count(), 3);
    site.run("archive verify").code(0);
}

/// It tells those who come after us what they may trust: it stays as it was, and is put back.
#[test]
fn the_file_that_tells_how_to_read_the_archive_is_kept_with_it() {
    let site = Site::new();
    site.run("archive").code(0);
    let file = site.path().join("arkiv/LÄSMIG.txt");
    let text = fs::read(&file).unwrap();
    for mend in ["archive", "archive doctor"] {
        fs::remove_file(&file).unwrap();
        site.run("archive verify").code(1).says("LÄSMIG.txt").says("saknas");
        site.run(mend).code(0);
        assert_eq!(fs::read(&file).unwrap(), text, "{mend}");
        site.run("archive verify").code(0);
    }
    fs::write(&file, "Lita på mig.\n").unwrap();
    site.run("archive verify").code(1).says("LÄSMIG.txt").says("har ändrats");
    site.run("archive doctor").code(0);
    assert_eq!(fs::read(&file).unwrap(), b"Lita p\xc3\xa5 mig.\n", "what somebody wrote is not thrown away");
}

/// A site is not built in silence as if it had no archive.
#[test]
fn an_archive_that_cannot_be_reached_is_told_of() {
    let site = Site::new();
    site.run("archive").code(0);
    fs::rename(site.path().join("arkiv/logg"), site.path().join("logg")).unwrap();
    site.run("check").code(1).says("S120 archive-log");
    fs::remove_dir_all(site.path().join("arkiv")).unwrap();
    assert!(!site.run("check").code(0).err.contains("S120"));
    std::os::unix::fs::symlink("/nowhere/arkiv", site.path().join("arkiv")).unwrap();
    site.run("check").code(1).says("arkiv/logg/entries.jsonl");
    site.run("build").code(1);
    for command in ["archive", "archive verify", "archive list"] {
        site.run(command).code(2).says("inte går att nå");
    }
}

/// What the last run saw hides nothing: neither another line end in a source, nor an archive that is no longer whole.
#[test]
fn that_nothing_is_new_is_said_only_of_what_is_whole() {
    let site = Site::new();
    site.run("archive").code(0);
    let text = fs::read_to_string(site.path().join(FILE)).unwrap();
    site.put(FILE, text.replace('\n', "\r\n"));
    assert_eq!(site.run("archive").code(0).out, "it-policy v2\n");
    site.run("archive").code(0).says("Inget nytt.");
    fs::rename(site.path().join("arkiv/ocfl"), site.path().join("undan")).unwrap();
    site.run("archive").code(2).says("skadat");
    fs::rename(site.path().join("undan"), site.path().join("arkiv/ocfl")).unwrap();
    fs::rename(site.path().join("arkiv/ocfl/0=ocfl_1.1"), site.path().join("arkiv/ocfl/0=ocfl_1.2")).unwrap();
    site.run("archive").code(2).says("inte känner till");
}

/// Whoever can write a file into the archive has nothing removed by it.
#[test]
fn a_removal_that_the_log_does_not_tell_of_is_not_finished() {
    let site = Site::new();
    site.run("archive").code(0);
    let intent = r#"{"event":"purge","object":"urn:stadga:exempelby:dok:it-policy","document":"it-policy","decision":"KS 1"}"#;
    site.put("arkiv/.staging/intent.json", intent);
    site.run("archive doctor").code(0);
    site.run("archive verify it-policy").code(0);
    assert_eq!(site.run("archive list").code(0).out.lines().count(), 2);
}

#[test]
fn what_is_frozen_is_told_by_the_archive_that_is_asked_for() {
    let site = Site::new();
    site.run("archive --archive annat").code(0);
    edit(&site, "Kommunen ska använda IT.", "Kommunen får använda IT.");
    site.run("archive").code(0);
    site.run("archive --archive annat").code(1).says("S012 frozen");
}

/// Numbers begin again when a document is archived once more after it was removed.
#[test]
fn what_was_removed_is_not_taken_for_what_came_after() {
    let (key, disk, folder) = (key(), FaultyDisk::healthy(), tempfile::tempdir().unwrap());
    let (root, site) = (folder.path(), Site::new());
    let page = |words: &str| files(&[("dokument/a/index.html", words), ("metadata.json", "{}")]);
    put_all(&disk, root, minute(0), &[("a", page("ett"))]).unwrap();
    put_all(&disk, root, minute(1), &[("a", page("två"))]).unwrap();
    let mut writer = run(&disk, root, minute(2), &key).unwrap();
    writer.purge(&object("a"), "KS-1").unwrap();
    writer.close().unwrap();
    put_all(&disk, root, minute(60), &[("a", page("tre"))]).unwrap();
    let ask = |command: &str| site.run(&format!("archive {command} --archive {}", root.display()));
    for wanted in ["a@2026-10-01T10:00:00Z", "a@2026-10-01T12:30", "a@v2"] {
        ask(&format!("restore {wanted} -o ut"))
            .code(2)
            .says("a gallrades den 1 oktober 2026 enligt beslut KS-1");
    }
    ask("diff a 2026-10-01T12:01 v1").code(2).says("enligt beslut KS-1");
    ask("restore a@2026-10-01T11:59 -o ut").code(2).says("Vid tiden 2026-10-01T11:59 var a inte arkiverat");
    for (wanted, into) in [("a", "a"), ("a@v1", "b"), ("a@2026-10-01", "c"), ("a@2026-10-01T13", "d")] {
        ask(&format!("restore {wanted} -o {into}")).code(0);
        let page = fs::read_to_string(site.path().join(into).join("dokument/a/index.html"));
        assert_eq!(page.unwrap(), "tre", "{wanted}");
    }
    let list = ask("list a").code(0).out;
    let texts: Vec<&str> = list.lines().skip(1).collect();
    assert_eq!(texts.len(), 4, "{list}");
    assert!(texts[2].contains("gallrat enligt beslut KS-1") && texts[3].contains("v1"), "{list}");
    assert_eq!(ask("list").code(0).out.lines().count(), 2, "it is there again");
    ask("list a --at 2026-10-01T11:59").code(2).says("var a inte arkiverat");
    for (wrong, mend) in
        [("31/12/2026", "Skriv dagen som 2026-12-31"), ("igår", "Skriv dagen som 2026-12-31")]
    {
        ask(&format!("list --at {wrong}")).code(2).says(mend);
    }
    assert_eq!(ask("list --at 2026-10-01T11").code(0).out, "", "the time of the day counts");
}

/// What tells that a document was taken down holds none of its texts.
#[test]
fn a_document_that_was_taken_down_is_taken_out_with_word_of_where_its_texts_are() {
    let site = Site::new();
    site.put("content/rad/2020-01-01.md", fs::read(site.path().join(FILE)).unwrap());
    site.run("archive").code(0);
    site.put("content/rad/index.md", "+++\nwithdrawn = { date = 2024-01-01, reason = \"Fel\" }\n+++\n");
    site.run("archive").code(0);
    let ran = site.run("archive restore rad -o ut").code(0);
    ran.says("v2 berättar att dokumentet är avpublicerat.").says("stadga archive restore rad@v1 -o …");
    assert_eq!(site.run("archive restore rad@v1 -o texter").code(0).err, "");
}

/// The archive may lie where it is backed up; a link leads there, and everything finds it.
#[cfg(unix)]
#[test]
fn the_archive_lies_on_another_disk_behind_a_link() {
    let (site, disk) = (Site::new(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(disk.path(), site.path().join("arkiv")).unwrap();
    site.run("archive").code(0).says("1 dokument arkiverat.");
    site.run("archive").code(0).says("Inget nytt.");
    site.run("archive verify").code(0);
    assert!(disk.path().join("logg/entries.jsonl").exists());
    site.run("build").code(0);
    assert!(site.path().join("output/arkiv/index.html").exists());
    edit(&site, "Kommunen ska använda IT.", "Kommunen får använda IT.");
    site.run("check").code(1).says("S012 frozen");
    // No other link out of the site is followed.
    fs::remove_file(disk.path().join("logg/checkpoint")).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", disk.path().join("logg/checkpoint")).unwrap();
    site.run("check").code(1).says("S004 outside-site");
}
