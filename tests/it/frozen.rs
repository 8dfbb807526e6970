//! What is archived stays as it was, or somebody says why not.

use stadga::archive::entry::{Event, Kept, Log, Text};
use stadga::archive::history::{CHECKPOINT, LOG};
use stadga::archive::inventory::VersionNumber;
use stadga::archive::sha512::Sha512;
use stadga::model::id::DocId;
use stadga::site::package::{PackedText, Packer};

use crate::laws_archive::{sample, wild};
use crate::site::Site;

/// The site after all of it was archived.
fn archived(site: Site) -> Site {
    let build = site.build();
    let packer = Packer::new(build.library().expect("a site"));
    let time = |day: usize| format!("2020-01-{:02}T09:00:00Z", day + 1).parse().expect("a time");
    let mut log = Log::default();
    let begin = Event::Begin { archive: "provkoping".into(), name: "Provköping".into(), readme: None };
    let mut lines = log.push(time(0), begin);
    for (index, id) in packer.documents().enumerate() {
        lines += &log.push(time(index.min(20)), kept(&packer, id));
    }
    site.file(LOG, &lines).file(CHECKPOINT, &log.checkpoint().note(None))
}

fn kept(packer: &Packer, id: &DocId) -> Event {
    let package =
        packer.sketch(id).map(|sketch| packer.pack(sketch).expect("a package")).expect("a document");
    let text = |it: &PackedText| Text {
        words: it.words,
        facts: it.facts.clone(),
        files: it.files.clone(),
        shown: it.shown.clone(),
        corrections: it.corrections,
        page: Sha512::of(b""),
    };
    let texts = package.texts.iter().map(|(id, it)| (id.to_string(), text(it)));
    let kept = Kept {
        object: format!("urn:stadga:provkoping:dok:{id}"),
        document: id.to_string(),
        version: VersionNumber::FIRST,
        inventory: Sha512::of(b""),
        content: Sha512::of(b""),
        texts: texts.collect(),
        recovered: false,
        formerly: package.names[1..].to_vec(),
    };
    if package.withdrawn { Event::Withdraw(kept) } else { Event::Archive(kept) }
}

/// The site with other words in a file.
fn changed(site: &Site, path: &str, from: &str, to: &str) -> Site {
    let before = site.snapshot().text(path).expect("a text").as_str().to_owned();
    assert!(before.contains(from), "{path}: {from}");
    site.clone().file(path, &before.replace(from, to))
}

fn without(site: &Site, path: &str) -> Site {
    let mut snapshot = site.snapshot().clone();
    assert!(snapshot.files.remove(path).is_some(), "{path}");
    Site::of_snapshot(snapshot)
}

fn frozen(site: &Site) -> Vec<String> {
    site.faults().into_iter().filter(|fault| fault.starts_with("S012")).collect()
}

const TEXT: &str = "content/a/2019-04-09.md";

#[test]
fn what_was_not_changed_is_as_it_was() {
    for site in [sample(), wild()] {
        let before = site.faults();
        assert_eq!(archived(site).faults(), before);
    }
}

#[test]
fn a_changed_text_must_be_declared_each_time() {
    let site = archived(wild());
    let once = changed(&site, TEXT, "Ny text.", "Annan text.");
    assert_eq!(frozen(&once), ["S012 frozen content/a/2019-04-09.md:9:1"]);
    let correction = "[[corrections]]\ndate = 2020-02-01\nby = 'KS'\nwhat = 'Ett ord'\n+++\nAnnan text.";
    let declared = changed(&once, TEXT, "+++\nAnnan text.", correction);
    assert_eq!(frozen(&declared), [""; 0]);
    let again = archived(declared);
    assert_eq!(frozen(&again), [""; 0]);
    assert_eq!(frozen(&changed(&again, TEXT, "Annan text.", "Tredje text.")).len(), 1);
}

#[test]
fn facts_may_be_filled_in() {
    let site = archived(wild());
    assert_eq!(frozen(&changed(&site, TEXT, "review = ", "keywords = ['Skola']\nreview = ")), [""; 0]);
}

/// What names a text and what was decided stays as it was archived; nobody need have known all of it then.
#[test]
fn the_decision_is_frozen_with_the_words() {
    let site = archived(wild());
    let facts = [
        ("title = ", "title = 'Ny' #"),
        ("adopted = 2019-04-09", "adopted = 2019-04-10\nversion = '2019-04-09'"),
    ];
    for (from, to) in facts {
        assert_eq!(
            frozen(&changed(&site, TEXT, from, to)),
            ["S012 frozen content/a/2019-04-09.md"],
            "{from}"
        );
    }
    let filled = changed(&site, TEXT, "title = ", "reference = 'KS 1'\ntitle = ");
    assert_eq!(frozen(&filled), [""; 0]);
    let again = archived(filled);
    assert_eq!(frozen(&changed(&again, TEXT, "KS 1", "KS 2")).len(), 1);
    let correction = "[[corrections]]\ndate = 2020-02-01\nby = 'KS'\nwhat = 'Numret'\n+++\nNy text.";
    let declared = changed(&changed(&again, TEXT, "KS 1", "KS 2"), TEXT, "+++\nNy text.", correction);
    assert_eq!(frozen(&declared), [""; 0]);
    let forgotten = changed(&archived(declared), TEXT, correction, "+++\nNy text.");
    assert_eq!(frozen(&forgotten).len(), 1, "what was corrected is not forgotten");
}

/// What nobody answers for is no correction: it says neither when nor who.
#[test]
fn a_correction_that_nobody_answers_for_unlocks_nothing() {
    let once = changed(&archived(wild()), TEXT, "Ny text.", "Annan text.");
    for facts in ["what = 'Ett ord'", "by = 'KS'\nwhat = 'Ett ord'", "date = 2020-02-01\nwhat = 'Ett ord'"] {
        let correction = format!("[[corrections]]\n{facts}\n+++\nAnnan text.");
        assert_eq!(frozen(&changed(&once, TEXT, "+++\nAnnan text.", &correction)).len(), 1, "{facts}");
    }
}

/// Files belong to the text that shows them. Here their length tells; their bytes are compared when they are archived.
#[test]
fn the_files_of_a_text_are_frozen_with_it() {
    let (site, text) = (archived(wild()), "content/a/2014-04-09.md");
    assert_eq!(frozen(&site.clone().asset("content/a/bild.png", 101)), ["S012 frozen content/a/bild.png"]);
    assert_eq!(frozen(&site.clone().asset("content/a/bild.png", 100)), [""; 0]);
    let elsewhere = changed(&site, text, "original = 'justerat protokoll.pdf'", "original = 'bilaga.pdf'");
    assert_eq!(frozen(&elsewhere), [format!("S012 frozen {text}")]);
    let moved = site.clone().asset("content/a/ny/justerat protokoll.pdf", 3000);
    let moved = changed(&moved, text, "'justerat protokoll.pdf'", "'ny/justerat protokoll.pdf'");
    assert_eq!(frozen(&moved), [format!("S012 frozen {text}")], "nobody knows whether it is the same");
    let aside = site.clone().asset("content/a/bilaga.pdf", 1);
    assert_eq!(frozen(&aside), [""; 0], "what leads to the document is not its text");
}

/// Whoever takes the name of another document does not take its texts away.
#[test]
fn a_document_does_not_vanish_behind_the_alias_of_another() {
    let site = archived(wild());
    let without = without(&site, "content/b.md");
    assert_eq!(frozen(&without).len(), 1, "{:?}", frozen(&without));
    let taken = changed(&without, "content/a/index.md", "responsible", "aliases = ['b']\nresponsible");
    assert!(!frozen(&taken).is_empty());
}

/// What was told once is told for ever as it was told.
#[test]
fn a_correction_and_a_later_decision_are_frozen_too() {
    let site = archived(wild());
    let text = "content/a/2014-04-09.md";
    for (from, to) in [
        ("date = 2015-02-03", "date = 2015-02-04"),
        ("what = 'Ett stavfel'", "what = 'Ett tal'"),
        ("act = 'reviewed'\nby = 'KS'\ndate = 2018-01-02", "act = 'reviewed'\nby = 'KS'\ndate = 2018-01-03"),
    ] {
        assert_eq!(frozen(&changed(&site, text, from, to)), [format!("S012 frozen {text}")], "{from}");
    }
    let more = changed(
        &site,
        text,
        "[[corrections]]",
        "[[decisions]]\nact = 'reviewed'\nby = 'KS'\ndate = 2019-01-02\n[[corrections]]",
    );
    assert_eq!(frozen(&more), [""; 0], "more may be decided");
}

/// Only a text that is taken down today is nobody's to compare.
#[test]
fn to_be_taken_down_some_day_unfreezes_nothing() {
    let site = archived(wild());
    let later = "withdrawn = { date = 2099-01-01, reason = 'Fel' }\n+++\n# 1 M";
    let site = changed(&site, "content/b.md", "+++\n# 1 M", later);
    assert_eq!(frozen(&site), [""; 0]);
    assert_eq!(frozen(&changed(&site, "content/b.md", "# 1 M", "# 1 Annat m")).len(), 1);
}

#[test]
fn what_was_removed_by_decision_does_not_come_back() {
    let site = archived(wild());
    let log = site.snapshot().text(LOG).expect("a log").as_str().to_owned();
    let mut log = Log::parse(&log).0;
    let purge = Event::Purge {
        object: "urn:stadga:provkoping:dok:b".into(),
        document: "b".into(),
        decision: "KS 2026/1".into(),
    };
    let lines = log.push("2020-03-01T09:00:00Z".parse().expect("a time"), purge);
    let before = site.snapshot().text(LOG).expect("a log").as_str().to_owned();
    let purged = site.file(LOG, &(before + &lines));
    assert_eq!(frozen(&purged), ["S012 frozen content/b.md"]);
    assert_eq!(frozen(&without(&purged, "content/b.md")), [""; 0]);
}

#[test]
fn what_is_gone_must_be_declared() {
    let site = archived(wild());
    assert_eq!(frozen(&without(&site, "content/b.md")), ["S012 frozen content"]);
    assert_eq!(frozen(&without(&site, TEXT)), ["S012 frozen content/a/index.md"]);
    assert_eq!(frozen(&changed(&site, TEXT, "+++\nNy", "draft = true\n+++\nNy")).len(), 1, "a draft again");
    let withdrawn = "withdrawn = { date = 2020-01-01, by = 'KS', reason = 'Fel' }\n+++\n# 1 M";
    assert_eq!(frozen(&changed(&site, "content/b.md", "+++\n# 1 M", withdrawn)), [""; 0]);
}

#[test]
fn a_document_may_move() {
    let site = archived(wild());
    let text = site.snapshot().text("content/b.md").expect("a text").as_str().to_owned();
    let moved = |facts: &str| {
        without(&site, "content/b.md").file("content/ny.md", &text.replace("title = 'B'", facts))
    };
    assert_eq!(frozen(&moved("title = 'B'")).len(), 1);
    assert_eq!(frozen(&moved("title = 'B'\naliases = ['b']")), [""; 0]);
    assert_eq!(frozen(&moved("title = 'B'\naliases = ['/dokument/b/']")), [""; 0]);

    // Archived under both names, it is told of once; the newest name tells.
    let moved = moved("title = 'B'\naliases = ['b']");
    let build = moved.build();
    let packer = Packer::new(build.library().expect("a site"));
    let before = site.snapshot().text(LOG).expect("a log").as_str();
    let line = Log::parse(before)
        .0
        .push("2020-03-01T09:00:00Z".parse().expect("a time"), kept(&packer, &DocId::new("ny")));
    let twice = moved.clone().file(LOG, &format!("{before}{line}"));
    assert_eq!(frozen(&twice), [""; 0]);
    let changed = changed(&twice, "content/ny.md", "# 1 M", "# 1 Annat m");
    assert_eq!(frozen(&changed).len(), 1, "{:?}", frozen(&changed));
}

/// A text whose facts cannot be read is not gone.
#[test]
fn what_cannot_be_read_is_not_missed() {
    let site = archived(wild());
    assert_eq!(frozen(&changed(&site, "content/b.md", "title = ", "title = B #")), [""; 0]);
}
