//! The archive and the website that tells of it, as people use them: archived, built, taken down, built again.

use std::fs;

use jiff::Timestamp;
use stadga::archive::entry::{Event, Log};
use stadga::shell::disk::RealDisk;
use stadga::shell::read;

use crate::archives::tree;
use crate::shell_cli::Site;

const FILE: &str = "content/it-policy.md";
const PAGE: &str = "output/dokument/it-policy/arkiv/index.html";
const LOG: &str = "arkiv/logg/entries.jsonl";

fn read(site: &Site, path: &str) -> String {
    fs::read_to_string(site.path().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

fn edit(site: &Site, from: &str, to: &str) {
    let text = read(site, FILE);
    assert!(text.contains(from), "{text}");
    site.put(FILE, text.replacen(from, to, 1));
}

/// What stands in the output is what a build into a new folder makes.
fn is_as_built_anew(site: &Site) {
    site.run("build --output ny").code(0);
    let manifest = |path: &String| path.rsplit('/').next().is_some_and(|name| name.starts_with('.'));
    let mut trees = ["output", "ny"].map(|folder| tree(&site.path().join(folder)));
    for tree in &mut trees {
        tree.retain(|path, _| !manifest(path));
    }
    assert!(trees[0] == trees[1]);
    fs::remove_dir_all(site.path().join("ny")).unwrap();
}

#[test]
fn what_is_archived_is_told_by_the_next_build() {
    let site = Site::new();
    site.run("build").code(0);
    assert!(!site.path().join("output/arkiv").exists());
    site.run("archive").code(0);
    site.run("build").code(0);
    is_as_built_anew(&site);
    let page = read(&site, PAGE);
    assert!(page.contains("Arkivversion 1") && page.contains("href=\"../2014-04-09/\""), "{page}");
    assert_eq!(read(&site, "output/arkiv/entries.jsonl"), read(&site, LOG));
    assert_eq!(read(&site, "output/arkiv/checkpoint"), read(&site, "arkiv/logg/checkpoint"));
    assert!(read(&site, "output/arkiv/index.html").contains(site.run("archive checkpoint").out.trim_end()));
    // The digests on the page are those of what is taken out.
    site.run("archive restore it-policy -o ut").code(0);
    let line =
        page.lines().find(|line| line.ends_with("  dokument/it-policy/2014-04-09/index.html")).unwrap();
    let (digest, path) = line.rsplit_once("  ").unwrap();
    let taken = fs::read(site.path().join("ut").join(path)).unwrap();
    assert!(digest.ends_with(&stadga::archive::sha512::Sha512::of(&taken).to_string()));
}

#[test]
fn a_document_is_taken_down_with_a_word_and_not_without() {
    let site = Site::new();
    site.run("archive").code(0);
    edit(
        &site,
        "+++\n",
        "+++\nwithdrawn = { date = 2020-01-01, by = 'KS', reason = 'Uppgifter om person.' }\n",
    );
    site.run("build").code(0);
    assert!(
        read(&site, "output/dokument/it-policy/index.html").contains("href=\"arkiv/\""),
        "the tombstone leads on"
    );
    site.run("archive").code(0);
    assert!(read(&site, LOG).lines().last().unwrap().contains("\"event\":\"withdraw\""));
    site.run("build").code(0);
    is_as_built_anew(&site);
    let page = read(&site, PAGE);
    for words in
        ["Dokumentet är avpublicerat", "Arkivversion 2", "Arkivversion 1", "Texterna finns kvar i arkivet."]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("href=\"../2014-04-09/\""));
    assert!(read(&site, "output/arkiv/index.html").contains("Avpublicerade dokument"));
    assert!(!site.path().join("output/dokument/it-policy/timemap.txt").exists());

    let other = "+++\ntitle = 'B'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014-04-09\n+++\nB\n";
    site.put("content/annan.md", other);
    fs::remove_file(site.path().join(FILE)).unwrap();
    site.run("build").code(1).says("S012 frozen");
    site.run("archive purge it-policy --decision KS-2026/7 --yes").code(0);
    site.run("build").code(0);
    let told = read(&site, "output/arkiv/index.html");
    assert!(told.contains("enligt beslut KS-2026/7") && !site.path().join(PAGE).exists(), "{told}");
}

/// A decision whose letters are written in parts, as some programs write them, is not written in another way.
#[test]
fn the_log_is_handed_on_to_the_byte() {
    let site = Site::new();
    site.run("archive").code(0);
    let decision = "KS 2026/a\u{30a}";
    let purge =
        site.command("archive purge it-policy --yes").args(["--decision", decision]).output().unwrap();
    assert!(purge.status.success());
    site.run("build").code(1).says("är gallrat enligt beslut");
    site.run("build --keep-going");
    assert!(read(&site, LOG).contains(decision));
    assert_eq!(read(&site, "output/arkiv/entries.jsonl"), read(&site, LOG));
    assert!(!read(&site, "output/arkiv/index.html").contains("stämmer inte"));
}

#[test]
fn a_log_may_grow_larger_than_any_document() {
    let site = Site::new();
    site.run("archive").code(0);
    let (mut log, _) = Log::parse(&read(&site, LOG));
    let kept = log.entries()[1].clone();
    let Event::Archive(mut kept) = kept.event else { panic!("{kept:?}") };
    let mut lines = read(&site, LOG);
    while lines.len() < 17 << 20 {
        kept.version = kept.version.next();
        lines += &log.push(log.entries()[1].time, Event::Archive(kept.clone()));
    }
    site.put(LOG, &lines);
    site.put("arkiv/logg/checkpoint", log.checkpoint().note(None));
    let read = read::read(&RealDisk, site.path(), Timestamp::now());
    let build = stadga::build::build(&read.snapshot, &stadga::build::Options::default());
    let faults: Vec<&str> = build.faults.iter().map(|fault| fault.code.rule().number).collect();
    assert!(!faults.contains(&"S002") && !faults.contains(&"S120"), "{faults:?}");
    assert!(build.paths().any(|path| path.as_str() == "arkiv/index.html"));
}
