//! The statement of accessibility as its readers meet it: what the law demands is there, in the
//! law's words, and what is missing is never hidden.

use stadga::edit::starter::Beginning;
use stadga::shell::init;
use stadga::shell::words::{Language, Words};

use crate::content::{document, has, links, texts};
use crate::site::Site;

const ADDRESS: &str = "/tillganglighet/";
const SETTINGS: &str = "namn = 'Ekbo kommun'\nwebbadress = 'https://x.se'\n";
const WHOLE: &str = "[tillganglighet]
forenlighet = 'delvis'
bedomd = 2026-09-14
metod = 'självskattning'
uppdaterad = 2026-10-05
epost = 'registrator@ekbo.example'
telefon = '0980-31 92 00'
formular = 'https://ekbo.example/felanmalan'
[[tillganglighet.brister]]
vad = 'Kartan <b>saknar</b> text.'
varfor = 'Underlaget saknades.'
plan = 'En tabell läggs till.'
atgardas_senast = '2027-03'
[[tillganglighet.oskaligt_betungande]]
vad = 'Ljudupptagningar från 1980-talet.'
varfor = 'De är 900 timmar och efterfrågas en gång om året.'
[[tillganglighet.utanfor_lagen]]
vad = 'Protokoll från tiden före 2018.'
";

fn site(statement: &str) -> Site {
    Site::empty()
        .file("stadga.toml", &format!("{SETTINGS}{statement}"))
        .file("content/a.md", &document("", "A"))
        .today("2026-11-22")
}

/// The same with other words for a line.
fn changed(line: &str, new: &str) -> Site {
    assert!(WHOLE.contains(line), "{line}");
    site(&WHOLE.replace(line, new))
}

#[test]
fn it_says_what_the_law_demands() {
    let site = site(WHOLE);
    assert_eq!(site.faults(), [""; 0]);
    let main = site.main(ADDRESS);
    for said in [
        "Ekbo kommun står bakom webbplatsen ”Styrdokument i Ekbo kommun”",
        "delvis förenlig med lagen (2018:1937) om tillgänglighet till digital offentlig service",
        "Kartan <b>saknar</b> text.",
        "Underlaget saknades.",
        "En tabell läggs till.",
        "mars 2027",
        "12 § lagen",
        "De är 900 timmar",
        "Enligt 9 § lagen",
        "Protokoll från tiden före 2018.",
        "(självskattning). Den senaste bedömningen gjordes den 14 september 2026.",
        "uppdaterades senast den 5 oktober 2026",
    ] {
        assert!(main.contains(said), "{said} is not in {main}");
    }
    assert!(!main.contains("saknas uppgift") && !main.contains("uppgift saknas"), "{main}");
    let page = site.page(ADDRESS);
    assert_eq!(
        links(&page, "main a"),
        [
            "mailto:registrator@ekbo.example",
            "tel:0980319200",
            "https://ekbo.example/felanmalan",
            "https://www.digg.se/tdosanmalan"
        ]
    );
    let levels: Vec<usize> =
        ["h1", "h2", "h3", "h4"].map(|level| texts(&page, &format!("main {level}")).len()).to_vec();
    assert_eq!(levels, [1, 5, 3, 0]);
}

#[test]
fn it_uses_the_laws_three_degrees_and_no_others() {
    let said = |site: Site| site.main(ADDRESS);
    let exceptions =
        WHOLE.find("[[tillganglighet.brister]]").unwrap()..WHOLE.find("[[tillganglighet.utan").unwrap();
    let without = WHOLE.replace(&WHOLE[exceptions], "");
    let full = site(&without.replace("'delvis'", "'helt'"));
    assert_eq!(full.faults(), [""; 0]);
    assert!(said(full).contains("helt förenlig med"));
    assert!(said(changed("'delvis'", "'Inte förenlig'")).contains("är inte förenlig med"));
    let contradicts = changed("'delvis'", "'helt'");
    assert!(!said(contradicts.clone()).contains("helt förenlig"), "what is listed is not denied");
    assert_eq!(contradicts.faults(), ["S115 fully-with-failings stadga.toml:4:15"]);
    let silent = site(&without);
    assert_eq!(silent.faults(), ["S111 no-failings stadga.toml:4:15"]);
    assert!(said(silent).contains("Det saknas uppgift om vad som inte är tillgängligt."));
}

#[test]
fn what_is_missing_is_said_and_hides_nothing() {
    for (line, said) in [
        ("forenlighet = 'delvis'", "Det saknas uppgift om hur väl webbplatsen uppfyller lagen"),
        ("bedomd = 2026-09-14", "Det saknas uppgift om när den senaste bedömningen gjordes."),
        ("metod = 'självskattning'", "Det saknas uppgift om hur webbplatsen har bedömts."),
        ("uppdaterad = 2026-10-05", "Det saknas uppgift om när redogörelsen senast uppdaterades."),
        ("varfor = 'Underlaget saknades.'", "uppgift saknas"),
        ("varfor = 'De är 900 timmar och efterfrågas en gång om året.'", "uppgift saknas"),
    ] {
        for new in ["", &format!("{} = ''", line.split(' ').next().unwrap())] {
            let site = changed(line, new);
            assert_eq!(site.faults().len(), 1, "{line}: {:?}", site.faults());
            let main = site.main(ADDRESS);
            assert!(main.contains(said) && main.contains("Ljudupptagningar"), "{line}: {main}");
        }
    }
    let contacts = ["epost = 'registrator@ekbo.example'\n", "telefon = '0980-31 92 00'\n"];
    let alone = contacts.iter().fold(WHOLE.to_owned(), |text, line| text.replace(line, ""));
    assert_eq!(site(&alone).faults(), [""; 0], "one way is enough");
    let none = site(&alone.replace("formular = 'https://ekbo.example/felanmalan'\n", ""));
    assert_eq!(none.faults(), ["S110 statement-lacks stadga.toml:3:1"]);
    assert!(none.main(ADDRESS).contains("Det saknas uppgift om hur du når oss."));
}

#[test]
fn it_is_linked_from_every_page() {
    let with = site(WHOLE);
    let pages = with.all();
    let html = pages.iter().filter(|(path, _)| path.rsplit('.').next() == Some("html"));
    for (path, bytes) in html {
        let page = String::from_utf8_lossy(bytes);
        let footer = texts(&page, "footer a").join("|");
        assert_eq!(footer, "Tillgänglighetsredogörelse", "{path}");
    }
    assert!(with.page(ADDRESS).contains("aria-current=\"true\">Tillgänglighetsredogörelse</a>"));
    assert!(with.page("/sitemap.xml").contains("<loc>https://x.se/tillganglighet/</loc>"));
    let without = site("");
    assert_eq!(without.faults(), ["S114 no-statement stadga.toml"]);
    assert!(!has(&without, "tillganglighet/index.html"));
    assert!(texts(&without.page("/"), "footer a").is_empty());
}

#[test]
fn a_plain_page_of_its_name_is_its_introduction() {
    let page = "+++\ntitel = 'Tillgänglighet'\nsammanfattning = 'Kort.'\n+++\nSe [a](a) och [mer text](#mer).\n\n## Mer\n\nText.\n";
    let links_to_it = document("", "Läs [om](/tillganglighet/) och [mer text](/tillganglighet/#mer).");
    let with = site(WHOLE)
        .file("content/sidor/tillganglighet.md", page)
        .file("content/b.md", &links_to_it.replace("title = \"A\"", "title = \"B\""));
    assert_eq!(with.faults(), [""; 0]);
    let html = with.page(ADDRESS);
    assert_eq!(texts(&html, "h1"), ["Tillgänglighet"]);
    assert_eq!(links(&html, "main .text a")[..2], ["../dokument/a/", "#mer"]);
    assert!(html.find("Se <a").unwrap() < html.find("Ekbo kommun står bakom").unwrap());
    assert!(html.contains("<meta name=\"description\" content=\"Kort.\">"));
    assert_eq!(texts(&with.page("/"), "footer a"), ["Tillgänglighet"]);
    let by_hand = site("").file("content/sidor/tillganglighet.md", page);
    assert_eq!(by_hand.faults(), [""; 0], "one that is written by hand is one too");
    let twice = with.file("content/sidor/mer/tillganglighet.md", page);
    let told = twice.faults();
    assert!(told.iter().all(|it| it.starts_with("S090 path-clash")) && told.len() == 1, "{told:?}");
}

#[test]
fn it_grows_old_after_a_year() {
    let on = |day: &str| site(WHOLE).today(day).faults();
    assert_eq!(on("2027-10-05"), [""; 0]);
    assert_eq!(on("2027-10-06"), ["S112 statement-old stadga.toml:7:14"]);
    let (_, until) = site(WHOLE).build().holds();
    assert_eq!(until.unwrap().to_string(), "2027-10-06", "a nightly build is not skipped that day");
}

/// The lines that `init` leaves for the municipality to fill in are a statement without a fault.
#[test]
fn the_starters_lines_are_a_statement() {
    let today = "2026-02-01".parse().unwrap();
    for language in [Language::Swedish, Language::English] {
        let beginning = Beginning { name: "Ekbo", address: Some("https://x.se/"), today };
        let files = init::files(Words::of(language), &beginning);
        let files = files.into_iter().map(|(path, text)| (path.to_string(), text));
        let mut site = Site::of(files).today("2026-02-01");
        let settings = site.snapshot().text("stadga.toml").unwrap().as_str().to_owned();
        let (before, last) = settings.rsplit_once("#\n").unwrap();
        let (before, first) = before.rsplit_once("#\n").unwrap();
        let bare: String = format!("{first}{last}")
            .lines()
            .map(|line| line.trim_start_matches("# ").to_owned() + "\n")
            .collect();
        site = site.file("stadga.toml", &format!("{before}{bare}"));
        assert_eq!(site.faults(), [""; 0], "{bare}");
        assert_eq!(texts(&site.page(ADDRESS), "main h3").len(), 1, "{bare}");
    }
}
