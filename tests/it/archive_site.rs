//! The archive put together as it was: what was archived then to the byte, no link that ends in nothing, and a list
//! that says what it is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::Timestamp;
use scraper::{Html, Selector};
use stadga::archive::entry::{Event, Log};
use stadga::site::reconstructed::INDEX;

use crate::archives::tree;
use crate::shell_cli::Site;

/// A text that leads to others, to a file and to a page of the website that is not archived.
fn text(title: &str, words: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\ntype = \"policy\"\nadopted_by = \"Kommunfullmäktige\"\n\
         adopted = 2014-04-09\n+++\n\n{words}\n"
    )
}

fn site() -> Site {
    let site = Site::new();
    let words =
        "Se [den andra](andra/index.md), [alla beslut](/tidslinje/) och [bilagan](andra/plan%201.pdf).";
    site.put("content/it-policy.md", text("IT-policy", words));
    site.put("content/andra/2014-04-09.md", text("Ändrad", "Ord."));
    site.put("content/andra/index.md", "+++\nresponsible = \"Sekreteraren\"\n+++\n");
    site.put("content/andra/plan 1.pdf", "%PDF-1");
    site
}

/// Moves what is archived since into the past or the future: each line of the log is given the time that it is said
/// to have, and the checkpoint is made anew. The store is as it was.
fn times(site: &Site, of: impl Fn(u64) -> &'static str) {
    let folder = site.path().join("arkiv/logg");
    let log = Log::parse(&fs::read_to_string(folder.join("entries.jsonl")).unwrap()).0;
    let mut moved = Log::default();
    let lines = log.entries().iter().map(|entry| {
        let time: Timestamp = of(entry.seq).parse().unwrap();
        moved.push(time, entry.event.clone())
    });
    let lines: String = lines.collect();
    fs::write(folder.join("entries.jsonl"), lines).unwrap();
    fs::write(folder.join("checkpoint"), moved.checkpoint().note(None)).unwrap();
}

/// Every link of every page that leads to nothing.
fn dead_ends(folder: &Path) -> Vec<String> {
    let mut dead = Vec::new();
    for (path, bytes) in tree(folder).iter().filter(|(path, _)| path.ends_with(INDEX)) {
        let page = Html::parse_document(&String::from_utf8_lossy(bytes));
        for element in page.select(&Selector::parse("[href], [src]").unwrap()) {
            let link = element.attr("href").or(element.attr("src")).unwrap();
            if link.starts_with('#') || link.contains(':') {
                continue;
            }
            let file = stadga::model::address::decode(link.split('#').next().unwrap());
            if !folder.join(path).parent().unwrap().join(&file).is_file() {
                dead.push(format!("{path}: {link}"));
            }
        }
    }
    dead
}

fn page(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn what_was_archived_lies_there_to_the_byte_and_every_link_leads_somewhere() {
    let site = site();
    site.run("archive").code(0);
    let today = Timestamp::now().to_string();
    let at = &today[..10];
    site.run(&format!("archive site --at {at} -o ut")).code(0).says("leder");
    let folder = site.path().join("ut");
    let rebuilt = tree(&folder);
    assert_eq!(dead_ends(&folder), [""; 0]);

    let mut archived = BTreeMap::new();
    for id in ["it-policy", "andra"] {
        site.run(&format!("archive restore {id} -o {id}")).code(0);
        archived.extend(tree(&site.path().join(id)));
    }
    let own = ["metadata.json", "premis.xml", "dc.xml"];
    archived.retain(|path, _| !path.starts_with("source/") && !own.contains(&path.as_str()));
    assert!(archived.contains_key("dokument/andra/plan 1.pdf"));
    for (path, bytes) in &archived {
        assert_eq!(rebuilt.get(path), Some(bytes), "{path}");
    }
    let made: Vec<&String> = rebuilt.keys().filter(|path| !archived.contains_key(*path)).collect();
    assert_eq!(made, [INDEX, "tidslinje/index.html"]);

    let index = page(&folder, INDEX);
    assert!(!index.contains("när dagen var slut") && index.contains("Dagen var inte slut"), "{index}");
    assert!(index.contains("Rekonstruktion ur arkivet") && index.contains("2 dokument."), "{index}");
    assert!(index.contains(r#"href="dokument/it-policy/2014-04-09/index.html""#), "{index}");
    assert!(page(&folder, "tidslinje/index.html").contains("inte webbplatsens övriga sidor"));

    site.run(&format!("archive site --at {at} -o ut")).code(2).says("ut finns redan");
    site.run(&format!("archive site --at {at} -o igen")).code(0);
    assert_eq!(tree(&site.path().join("igen")), rebuilt, "the same archive and day, the same bytes");
}

#[test]
fn a_day_shows_what_it_knew_and_says_what_it_did_not() {
    let site = site();
    fs::remove_dir_all(site.path().join("content/andra")).unwrap();
    site.put("content/it-policy.md", text("IT-policy", "Ord."));
    site.run("archive").code(0);
    site.put("content/andra/2014-04-09.md", text("Ändrad", "Se [den första](../it-policy.md)."));
    site.run("archive").code(0);
    let back = "Se [den andra](andra/2014-04-09.md), som kom sedan.";
    let correction =
        "[[corrections]]\ndate = 2026-11-01\nby = \"K\"\nwhat = \"x\"\nmandate = \"FL 36 §\"\n+++\n\n";
    site.put("content/it-policy.md", text("IT-policy", back).replacen("+++\n\n", correction, 1));
    site.run("archive").code(0);
    // One a year: the first text, the second document, the first text anew.
    times(&site, |seq| {
        ["2020-01-01T09:00:00Z", "2020-01-01T09:00:00Z", "2021-01-01T09:00:00Z", "2022-06-01T22:30:00Z"]
            [usize::try_from(seq).unwrap()]
    });
    site.run("archive site --at 2020-12-31 -o första").code(0);
    let first = site.path().join("första");
    assert!(page(&first, INDEX).contains("1 dokument."));
    assert!(!first.join("dokument/andra").exists());

    site.run("archive site --at 2022-06-01 -o andra").code(0);
    assert!(
        !page(&site.path().join("andra"), INDEX).contains("arkivversion 2"),
        "in Sweden it is another day by then"
    );
    site.run("archive site --at 2022-06-02 -o tredje").code(0);
    assert!(
        page(&site.path().join("tredje"), INDEX).contains("Arkiverat 2 juni 2022 som arkivversion 2"),
        "that day"
    );
    site.run("archive site --at 2022-06-01T22:30:00Z -o fjärde").code(0);
    assert!(page(&site.path().join("fjärde"), INDEX).contains("arkiverade 2022-06-01T22:30:00Z"));

    site.run("archive site --at 2019-12-31 -o x")
        .code(2)
        .says("Den 31 december 2019 var inget arkiverat")
        .says("den 1 januari 2020");
    site.run("archive site --at 2199-12-31 -o x").code(2).says("inte kommit än: 31 december 2199");
    site.run("archive site --at 2020-01-01T09:59 -o x").code(2).says("Vid tiden 2020-01-01T09:59");
    site.run("archive site --at igår -o x").code(2);
    site.run("archive site -o x").code(2);
    assert!(!site.path().join("x").exists());
}

#[test]
fn a_document_that_came_later_was_removed_or_taken_down_is_told_of() {
    let site = site();
    site.run("archive").code(0);
    // As if the other one had been archived a year later.
    let log = site.path().join("arkiv/logg/entries.jsonl");
    let parsed = Log::parse(&fs::read_to_string(&log).unwrap()).0;
    let mut turned = Log::default();
    let mut events: Vec<Event> = parsed.entries().iter().map(|entry| entry.event.clone()).collect();
    events.swap(1, 2);
    let years = ["2020-01-01T09:00:00Z", "2020-01-01T09:00:00Z", "2021-01-01T09:00:00Z"];
    let lines: String = events
        .into_iter()
        .zip(years)
        .map(|(event, year)| turned.push(year.parse().unwrap(), event))
        .collect();
    fs::write(&log, lines).unwrap();
    fs::write(site.path().join("arkiv/logg/checkpoint"), turned.checkpoint().note(None)).unwrap();
    site.run("archive site --at 2020-06-01 -o tidigt").code(0);
    let early = site.path().join("tidigt");
    let absent = page(&early, "dokument/andra/index.html");
    assert!(absent.contains("Det arkiverades första gången 1 januari 2021."), "{absent}");
    assert_eq!(dead_ends(&early), [""; 0]);
    assert!(early.join("dokument/andra/plan 1.pdf").is_file(), "what the text led to was archived with it");

    site.run("archive purge andra --decision KS-2026-1 --yes").code(0);
    site.run("archive site --at 2021-06-01 -o gallrat").code(0);
    let index = page(&site.path().join("gallrat"), INDEX);
    assert!(index.contains("enligt beslut KS-2026-1") && index.contains("1 dokument."), "{index}");
    let absent = page(&site.path().join("gallrat"), "dokument/andra/index.html");
    assert!(absent.contains("enligt beslut KS-2026-1"), "{absent}");

    let gone = "+++\n[withdrawn]\ndate = 2026-11-01\nreason = \"Personuppgifter\"\n+++\n";
    let site = Site::new();
    site.put("content/it-policy.md", text("IT-policy", "Se [den andra](andra)."));
    site.put("content/andra/2014-04-09.md", text("Ändrad", "Ord."));
    site.run("archive").code(0);
    site.put("content/andra/index.md", gone);
    site.run("archive").code(0);
    let today = Timestamp::now().to_string();
    site.run(&format!("archive site --at {} -o ut", &today[..10])).code(0);
    let folder = site.path().join("ut");
    assert!(page(&folder, INDEX).contains("Avpublicerat"));
    assert!(page(&folder, "dokument/andra/index.html").contains("Personuppgifter"));
    assert!(!folder.join("dokument/andra/2014-04-09/index.html").exists());
    assert_eq!(dead_ends(&folder), [""; 0]);
}

#[test]
fn a_document_is_called_as_it_was_then_and_stands_there_once_after_a_new_id() {
    let site = Site::new();
    let version = |title: &str, adopted: &str| {
        format!(
            "+++\ntitle = \"{title}\"\ntype = \"policy\"\nadopted_by = \"Kommunfullmäktige\"\nadopted = {adopted}\n+++\n\nOrd.\n"
        )
    };
    site.put("content/gammal/2014-04-09.md", version("Gammal titel", "2014-04-09"));
    site.put("content/gammal/2021-06-01.md", version("Ny titel", "2021-06-01"));
    site.put("content/annan.md", version("Annan", "2014-04-09"));
    site.run("archive").code(0);
    fs::rename(site.path().join("content/gammal"), site.path().join("content/nytt")).unwrap();
    site.put("content/nytt/index.md", "+++\naliases = [\"gammal\"]\n+++\n");
    site.run("archive").code(0);
    times(&site, |seq| if seq < 4 { "2020-01-01T09:00:00Z" } else { "2022-01-01T09:00:00Z" });
    site.run("archive site --at 2020-06-01 -o 2020").code(0);
    let early = page(&site.path().join("2020"), INDEX);
    assert!(early.contains(">Gammal titel</a>") && !early.contains(">Ny titel</a>"), "{early}");
    site.run("archive site --at 2022-06-01 -o 2022").code(0);
    let folder = site.path().join("2022");
    let late = page(&folder, INDEX);
    assert!(late.contains(">Ny titel</a>") && late.contains("3 dokument."), "{late}");
    assert!(!late.contains("dokument/gammal/"), "{late}");
    assert!(!folder.join("dokument/gammal").exists());
    assert_eq!(dead_ends(&folder), [""; 0]);
}
