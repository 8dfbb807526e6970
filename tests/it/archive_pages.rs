//! What the website tells of its archive: what is archived of each document, what stands for the whole log, and the
//! log itself.

use std::collections::{BTreeMap, BTreeSet};

use stadga::archive::checkpoint::{Key, Note};
use stadga::archive::entry::{Event, Kept, Log, Text};
use stadga::archive::history::{CHECKPOINT, LOG};
use stadga::archive::sha512::Sha512;

use crate::laws_archive::sample;
use crate::site::Site;

const SITE: &str = "
    //- content/a/2014-04-09.md
    +++
    title = 'A'
    type = 'policy'
    adopted_by = 'KF'
    adopted = 2014-04-09
    +++
    Gammal.
    //- content/a/2018-02-03.md
    +++
    title = 'A'
    type = 'policy'
    adopted_by = 'KF'
    adopted = 2018-02-03
    aliases = []
    +++
    Ny.
    //- content/b/index.md
    +++
    aliases = ['forr']
    +++
    //- content/b/2015-01-02.md
    +++
    title = 'B'
    type = 'policy'
    adopted_by = 'KF'
    adopted = 2015-01-02
    +++
    Text.
    //- content/c/index.md
    +++
    withdrawn = { date = 2019-01-01, by = 'KS', reason = 'Sekretess.' }
    +++
    //- content/c/2015-01-02.md
    +++
    title = 'C'
    type = 'policy'
    adopted_by = 'KF'
    adopted = 2015-01-02
    +++
    Hemlig.
";

fn site() -> Site {
    Site::new(&SITE.replace("    aliases = []\n", ""))
}

/// A log that is written line by line, an hour apart.
struct Keeper {
    log: Log,
    lines: String,
    versions: BTreeMap<String, usize>,
}

impl Keeper {
    fn new() -> Self {
        let mut keeper = Self { log: Log::default(), lines: String::new(), versions: BTreeMap::new() };
        keeper.push(Event::Begin { archive: "provkoping".into(), name: "Provköping".into(), readme: None });
        keeper
    }

    fn push(&mut self, event: Event) {
        let hour = i64::try_from(self.log.len()).expect("few");
        let time = jiff::Timestamp::from_second(1_577_836_800 + 3600 * hour).expect("a time");
        self.lines += &self.log.push(time, event);
    }

    fn kept(&mut self, document: &str, texts: &[(&str, &str, usize)]) -> Kept {
        let version = self.versions.entry(document.to_owned()).or_default();
        *version += 1;
        let text = |(id, words, corrections): &(&str, &str, usize)| {
            let page = Sha512::of(format!("{id}{words}").as_bytes());
            (
                (*id).to_owned(),
                Text {
                    words: Sha512::of(words.as_bytes()),
                    facts: BTreeMap::new(),
                    files: BTreeMap::new(),
                    shown: BTreeMap::new(),
                    corrections: *corrections,
                    page,
                },
            )
        };
        Kept {
            object: format!("urn:stadga:provkoping:dok:{document}"),
            document: document.into(),
            version: format!("v{version}").parse().expect("a version"),
            inventory: Sha512::of(b"inventory"),
            content: Sha512::of(b"content"),
            texts: texts.iter().map(text).collect(),
            recovered: false,
            formerly: Vec::new(),
        }
    }

    fn archive(&mut self, document: &str, texts: &[(&str, &str, usize)]) {
        let kept = self.kept(document, texts);
        self.push(Event::Archive(kept));
    }

    fn withdraw(&mut self, document: &str) {
        let kept = self.kept(document, &[]);
        self.push(Event::Withdraw(kept));
    }

    fn purge(&mut self, document: &str, decision: &str) {
        self.versions.remove(document);
        let object = format!("urn:stadga:provkoping:dok:{document}");
        self.push(Event::Purge { object, document: document.into(), decision: decision.into() });
    }

    fn on(&self, site: Site) -> Site {
        site.file(LOG, &self.lines).file(CHECKPOINT, &self.log.checkpoint().note(None))
    }
}

const OLD: (&str, &str, usize) = ("2014-04-09", "Gammal.\n", 0);
const NEW: (&str, &str, usize) = ("2018-02-03", "Ny.\n", 0);

/// Archived in turn: A as it began, A with its later text, B under its old name, C before and after it was taken down.
fn keeper() -> Keeper {
    let mut keeper = Keeper::new();
    keeper.archive("a", &[("2014-04-09", "Skrivfel.\n", 0)]);
    keeper.archive("forr", &[("2015-01-02", "Text.\n", 0)]);
    keeper.archive("c", &[("2015-01-02", "Hemlig.\n", 0)]);
    keeper.archive("a", &[("2014-04-09", "Gammal.\n", 1), NEW]);
    keeper.archive("a", &[OLD, NEW]);
    keeper.withdraw("c");
    keeper
}

fn paths(site: &Site) -> BTreeSet<String> {
    site.all().into_keys().filter(|path| path.contains("arkiv/")).collect()
}

#[test]
fn a_site_without_an_archive_says_nothing_of_one() {
    assert_eq!(paths(&site()), BTreeSet::new());
    for page in ["/", "/dokument/a/", "/dokument/c/"] {
        assert!(!site().page(page).contains("arkiv/"), "{page}");
    }
    assert!(!sample().all().keys().any(|path| path.starts_with("arkiv/")
        || path.ends_with("/arkiv/index.html") && path.starts_with("dokument/")));
}

#[test]
fn each_archived_document_has_a_page_and_the_archive_one() {
    let site = keeper().on(site());
    let own = ["a", "b", "c"].map(|id| format!("dokument/{id}/arkiv/index.html"));
    let whole =
        ["arkiv/checkpoint", "arkiv/entries.jsonl", "arkiv/index.html", "dokument/forr/arkiv/index.html"];
    assert_eq!(paths(&site), own.into_iter().chain(whole.map(String::from)).collect());
    assert!(site.page("/dokument/forr/arkiv/").contains("url=../../b/arkiv/\""));
    for (page, link) in [
        ("/dokument/a/", "href=\"arkiv/\">Arkiverade versioner"),
        ("/dokument/a/2014-04-09/", "href=\"../arkiv/\">Arkiverade versioner"),
        ("/dokument/c/", "href=\"arkiv/\">Arkiverade versioner"),
        ("/", "href=\"./arkiv/\">Arkivet"),
    ] {
        assert!(site.page(page).contains(link), "{page}");
    }
    assert!(site.page("/sitemap.xml").contains("/arkiv/</loc>"));
    assert!(!site.page("/sitemap.xml").contains("/a/arkiv/"));
}

#[test]
fn what_was_archived_of_a_document_is_told_newest_first() {
    let site = keeper().on(site());
    let said = site.main("/dokument/a/arkiv/");
    let places: Vec<usize> = ["Arkivversion 3", "Arkivversion 2", "Arkivversion 1"]
        .iter()
        .map(|title| said.find(&format!("{title} 1 januari 2020")).expect(title))
        .collect();
    assert!(places.is_sorted(), "{said}");
    assert!(
        said.contains("1 januari 2020 kl. 05.00 Lydelse 3 februari 2018 ny Lydelse 9 april 2014 rättad"),
        "{said}"
    );
    assert!(said.contains("kl. 06.00 Uppgifter om dokumentet eller filer som hör till det hade ändrats."));
    let page = site.page("/dokument/a/arkiv/");
    assert!(page.contains("datetime=\"2020-01-01T04:00:00Z\""), "as in the log: {page}");
    let digest = |id: &str, words: &str| Sha512::of(format!("{id}{words}").as_bytes());
    let lines = format!(
        "{}  dokument/a/2014-04-09/index.html\n{}  dokument/a/2018-02-03/index.html\n",
        digest("2014-04-09", "Gammal.\n"),
        digest("2018-02-03", "Ny.\n"),
    );
    assert!(page.contains(&lines), "{page}");
    assert!(page.contains(&Sha512::of(b"inventory").to_string()));
    assert!(page.contains("<a href=\"../2014-04-09/\">"));
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
}

#[test]
fn a_document_keeps_what_was_archived_under_its_old_name() {
    let mut keeper = keeper();
    keeper.archive("b", &[("2015-01-02", "Text.\n", 0)]);
    let page = keeper.on(site()).page("/dokument/b/arkiv/");
    assert!(page.contains("Dokumentet hade då adressen forr."), "{page}");
    assert!(
        page.contains("  dokument/forr/2015-01-02/index.html")
            && page.contains("  dokument/b/2015-01-02/index.html")
    );
    assert!(page.contains("urn:stadga:provkoping:dok:forr") && page.contains("urn:stadga:provkoping:dok:b"));
}

#[test]
fn of_a_withdrawn_document_the_archive_is_told_and_no_text_led_to() {
    let site = keeper().on(site());
    let said = site.main("/dokument/c/arkiv/");
    for words in ["Dokumentet är avpublicerat", "Texterna finns kvar i arkivet.", "de finns i de tidigare"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!site.page("/dokument/c/arkiv/").contains("href=\"../2015-01-02/\""));
    assert!(!said.contains("Hemlig"));
    assert!(site.main("/arkiv/").contains("Avpublicerade dokument De visas inte längre"));
    // Its archive is told of while it is public as it was before.
    let before = keeper().on(self::site()).today("2018-12-31");
    assert!(before.page("/dokument/c/arkiv/").contains("href=\"../2015-01-02/\""));
    let mut first = Keeper::new();
    first.withdraw("c");
    let said = first.on(self::site()).main("/dokument/c/arkiv/");
    assert!(!said.contains("Texterna finns kvar") && !said.contains("de tidigare"), "{said}");
}

#[test]
fn what_was_removed_by_decision_is_told_with_the_decision() {
    let mut keeper = keeper();
    keeper.purge("a", "KS 2026/1");
    keeper.archive("borta", &[("2010", "Text.\n", 0)]);
    keeper.purge("borta", "KS <2>");
    let site = keeper.on(site());
    let said = site.main("/arkiv/");
    assert!(said.contains("A id a, gallrat 1 januari 2020 enligt beslut KS 2026/1 borta gallrat"), "{said}");
    assert!(site.page("/arkiv/").contains("beslut KS &lt;2&gt;"));
    assert!(said.contains("Dokument i arkivet 2 Arkivversioner 3"), "{said}");
    let said = site.main("/dokument/a/arkiv/");
    assert!(
        said.contains("Dokumentet är gallrat ur arkivet") && said.contains("Gallrat enligt beslut KS 2026/1")
    );
    assert!(!said.contains("Så kontrollerar du"), "there is nothing left to check");
    assert_eq!(
        site.faults(),
        ["S012 frozen content/a/2014-04-09.md"],
        "what was removed by decision must be gone"
    );
    keeper.archive("a", &[OLD, NEW]);
    let said = keeper.on(self::site()).main("/dokument/a/arkiv/");
    assert!(!said.contains("Dokumentet är gallrat"), "{said}");
    assert!(!keeper.on(self::site()).main("/arkiv/").contains("KS 2026/1"));
}

#[test]
fn what_was_archived_under_a_former_id_may_be_removed_and_the_rest_be_there() {
    let mut keeper = keeper();
    keeper.archive("b", &[("2015-01-02", "Text.\n", 0)]);
    let both = keeper.on(site());
    assert!(both.main("/arkiv/").contains("Dokument i arkivet 4 Arkivversioner 7"), "as they are checked");
    let page = both.main("/dokument/b/arkiv/");
    for words in [
        "Arkivversion 1 av forr 1 januari",
        "Arkivversion 1 1 januari",
        "Kontrollsummor , Arkivversion 1 av forr",
        "stadga archive verify b stadga archive verify forr",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    keeper.purge("forr", "KS 2026/1");
    let site = keeper.on(self::site());
    let page = site.main("/dokument/b/arkiv/");
    for words in [
        "Det som arkiverades med id forr är gallrat ur arkivet Resten finns kvar",
        "Det gällde det som hade arkiverats med id forr.",
        "stadga archive verify b Ta ut",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("Dokumentet är gallrat"), "{page}");
    let page = site.main("/arkiv/");
    assert!(page.contains("B det som arkiverades med id forr, gallrat 1 januari 2020"), "{page}");
    assert!(page.contains("B arkiverat 1 januari 2020"), "{page}");
    assert!(page.contains("Dokument i arkivet 3 Arkivversioner 6"), "{page}");
}

#[test]
fn the_checkpoint_is_shown_for_what_it_is_worth() {
    let keeper = keeper();
    let with = |note: &str| self::site().file(LOG, &keeper.lines).file(CHECKPOINT, note);
    let whole = keeper.log.checkpoint();
    let site = with(&whole.note(None));
    assert_eq!(site.faults(), [""; 0]);
    assert!(site.page("/arkiv/").contains(whole.note(None).trim_end()));
    assert!(site.main("/arkiv/").contains("Checkpointen är inte undertecknad."));
    let key = Key::new("provkoping", &[7; 32]);
    let signed = whole.note(Some(&key));
    let key: String = Note::parse(&signed).expect("a checkpoint").keys().collect();
    assert!(
        with(&signed)
            .main("/arkiv/")
            .contains(&format!("säger sig vara undertecknad med nyckeln {key}. Underskriften är inte"))
    );
    let behind = with(&keeper.log.checkpoint_at(5).expect("five").note(None));
    assert_eq!(behind.faults(), [""; 0]);
    assert!(behind.main("/arkiv/").contains("står för loggens första 5 rader. Loggen har 7 rader"));

    let broken = [
        with(&whole.note(None)).file(LOG, &keeper.lines.replace("Provköping", "Annanköping")),
        with("något annat"),
        with(&whole.note(None)).file(LOG, &keeper.lines.replace("\"seq\":3", "\"seq\":4")),
    ];
    for site in broken {
        assert_eq!(site.faults(), ["S120 archive-log arkiv/logg/entries.jsonl"]);
        assert!(site.main("/arkiv/").contains("Loggen stämmer inte med sin checkpoint"));
        assert!(!site.page("/arkiv/").contains("class=\"digests\""));
        assert!(!paths(&site).contains("arkiv/checkpoint"));
    }
    let alone = self::site().file(LOG, &keeper.lines);
    assert!(alone.main("/arkiv/").contains("Loggen har ingen checkpoint"));
    assert_eq!(alone.faults(), ["S120 archive-log arkiv/logg/entries.jsonl"]);
    let without_log = self::site().file(CHECKPOINT, &whole.note(None));
    assert_eq!(without_log.faults(), ["S120 archive-log arkiv/logg/entries.jsonl"]);
}

#[test]
fn the_log_is_there_to_fetch_byte_for_byte() {
    let keeper = keeper();
    let all = keeper.on(site()).all();
    assert_eq!(all["arkiv/entries.jsonl"], keeper.lines.as_bytes());
    assert_eq!(all["arkiv/checkpoint"], keeper.log.checkpoint().note(None).as_bytes());
}

#[test]
fn documents_stand_in_the_order_of_the_alphabet() {
    let mut files = BTreeMap::new();
    let mut keeper = Keeper::new();
    for (id, title) in
        [("o", "Östra skolan"), ("z", "Zoner"), ("aa", "Åtgärder"), ("p10", "Plan 10"), ("p2", "Plan 2")]
    {
        let text = format!(
            "+++\ntitle = '{title}'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014-04-09\n+++\nT"
        );
        files.insert(format!("content/{id}.md"), text);
        keeper.archive(id, &[("2014-04-09", "T", 0)]);
    }
    let said = keeper.on(Site::of(files)).main("/arkiv/");
    let titles = ["Plan 2", "Plan 10", "Zoner", "Åtgärder", "Östra skolan"];
    let places: Vec<_> = titles.iter().map(|title| said.find(&format!("{title} arkiverat"))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{said}");
}

#[test]
fn a_long_list_is_cut_and_says_so() {
    let mut files = BTreeMap::new();
    let mut keeper = Keeper::new();
    for number in 0..320 {
        let text = format!(
            "+++\ntitle = 'Nr {number}'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014-04-09\n+++\nT"
        );
        files.insert(format!("content/d{number}.md"), text);
        keeper.archive(&format!("d{number}"), &[("2014-04-09", "T", 0)]);
    }
    let site = keeper.on(Site::of(files));
    assert_eq!(site.faults(), [""; 0]);
    let said = site.main("/arkiv/");
    assert!(said.contains("Här står de 300 dokument som har arkiverats senast, av 320."), "{said}");
    assert!(
        said.contains("Nr 319 arkiverat")
            && said.contains("Nr 20 arkiverat")
            && !said.contains("Nr 19 arkiverat")
    );
}

#[test]
fn links_lead_somewhere_also_from_a_folder() {
    let settings = site().snapshot().text("stadga.toml").expect("settings").as_str().to_owned();
    for site in [site(), site().file("stadga.toml", &format!("links = 'files'\n{settings}"))] {
        let all = keeper().on(site).all();
        for page in ["arkiv/index.html", "dokument/a/arkiv/index.html", "dokument/c/arkiv/index.html"] {
            let html = String::from_utf8(all[page].clone()).expect("text");
            let document = scraper::Html::parse_document(&html);
            let links = scraper::Selector::parse("[href]").expect("a selector");
            for link in document.select(&links).filter_map(|link| link.attr("href")) {
                if link.contains(':') || link.starts_with('#') {
                    continue;
                }
                let mut at: Vec<&str> = page.split('/').collect();
                at.pop();
                for part in link.split('/') {
                    match part {
                        "." => {}
                        ".." => drop(at.pop()),
                        part => at.push(part),
                    }
                }
                let file = at.join("/");
                let file = if file.is_empty() || file.ends_with('/') { file + "index.html" } else { file };
                assert!(all.contains_key(&file), "{page} leads to {link}");
            }
        }
    }
}

#[test]
fn texts_may_lead_to_what_is_archived() {
    let page = "content/sidor/om.md";
    let text = "+++\ntitle = 'Om'\n+++\n[Arkivet](/arkiv/) och [A](/dokument/a/arkiv/).";
    assert_eq!(keeper().on(site()).file(page, text).faults(), [""; 0]);
    assert_eq!(site().file(page, text).faults().len(), 2, "without an archive they lead nowhere");
}

#[test]
fn no_file_takes_the_place_of_what_is_told() {
    let site = keeper().on(site());
    let linked = |name: &str| {
        let text = site.snapshot().text("content/a/2018-02-03.md").expect("a text").as_str().to_owned();
        let site = site.clone().asset(&format!("content/a/{name}"), 5);
        site.file("content/a/2018-02-03.md", &(text + &format!("\n[fil]({name})\n"))).faults()
    };
    for name in ["arkiv", "timemap.txt"] {
        assert!(
            linked(name).contains(&format!("S090 path-clash content/a/{name}")),
            "{name}: {:?}",
            linked(name)
        );
    }
    assert!(
        !linked("arkiv/bild.png").iter().any(|fault| fault.starts_with("S090")),
        "beside it there is room"
    );
}

#[test]
fn a_site_on_another_day_and_one_built_again_are_as_if_built_anew() {
    use stadga::base::path::SitePath;
    use stadga::base::snapshot::Source;
    use stadga::build::{Options, again, build};
    let mut keeper = keeper();
    let before = keeper.on(site());
    let former = before.build();
    keeper.archive("a", &[OLD, NEW]);
    let after = keeper.on(site());
    for snapshot in [after.snapshot(), before.snapshot(), site().snapshot()] {
        let (warm, cold) =
            (again(&former, snapshot, &Options::default()), build(snapshot, &Options::default()));
        assert_eq!(warm.faults, cold.faults);
        assert!(warm.paths().eq(cold.paths()));
        for path in cold.paths() {
            let keys = [&warm, &cold].map(|build| build.recipe(path).expect("a recipe").key());
            assert_eq!(keys[0], keys[1], "{path}");
        }
    }
    let key = |site: &Site| {
        let path = stadga::base::path::OutPath::new("dokument/a/arkiv/index.html");
        site.build().recipe(&path).expect("a recipe").key()
    };
    assert_ne!(key(&before), key(&after));
    let mut dated = after.snapshot().clone();
    dated.files.insert(SitePath::new(CHECKPOINT), Source::Text(stadga::base::text::Text::new("fel")));
    assert_eq!(key(&after), key(&Site::of_snapshot(dated)), "nothing of the checkpoint stands there");
}
