//! The content model from files to pages: what each way of writing a document makes of it.

use std::fmt::Write as _;

use scraper::{Html, Selector};
use stadga::model::keys;

use crate::site::Site;

/// A document of one file with more facts.
pub(crate) fn document(more: &str, text: &str) -> String {
    format!(
        "+++\ntitle = 'IT-policy'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014-04-09\n{more}\n+++\n{text}\n"
    )
}

fn one(more: &str, text: &str) -> Site {
    let site = Site::empty().file("content/it-policy.md", &document(more, text));
    assert_eq!(site.faults(), [""; 0], "{more}");
    site
}

fn paths(site: &Site) -> Vec<String> {
    site.build().paths().map(ToString::to_string).collect()
}

pub(crate) fn has(site: &Site, path: &str) -> bool {
    paths(site).iter().any(|it| it == path)
}

/// What the elements that a selector picks say.
pub(crate) fn texts(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect(selector);
    let text = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&selector).map(|node| text(node.text().collect())).collect()
}

pub(crate) fn links(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect(selector);
    page.select(&selector).filter_map(|node| node.attr("href").map(str::to_owned)).collect()
}

const ENGLISH: &str = r#"
//- stadga.toml
name = "Provköping"
lang = "sv"
base_url = "https://x.se/"
theme = "standard"
timezone = "Europe/Stockholm"
date = 2019-06-01
after_term = "ends"
review_soon_days = 30
show_persons = true
links = "files"
[types.it-plan]
name = "IT-plan"
plural = "IT-planer"
group = "activating"
explanation = "Vad som köps."
[bodies.kf]
name = "Fullmäktige"
abbreviation = "KF"
former = ["Stadsfullmäktige"]
kind = "namnd"
from = 1971
until = "2030"
[accessibility]
conformance = "partially"
assessed = 2018-09-14
method = "third-party"
updated = 2018-10-05
email = "a@x.se"
phone = "12"
form = "https://x.se/f"
[[accessibility.failings]]
what = "A"
why = "B"
plan = "C"
mended_by = 2020-01-01
[[accessibility.burdens]]
what = "D"
why = "E"
[[accessibility.outside_law]]
what = "F"
why = "G"
//- content/a/index.md
+++
aliases = ["gammal"]
type = "policy"
responsible = { role = "Chefen", person = "A. B." }
keywords = ["it"]
applies_to = ["Alla"]
series = "ÖFS 1"
summary = "Kort."
title = "A"
[[decisions]]
act = "reviewed"
by = "KF"
date = 2017-01-01
section = 3
reference = "KS 1"
minutes = "https://x.se/p"
until = 2019-01-01
+++
//- content/a/2014-04-09.md
+++
title = "A"
type = "policy"
adopted_by = "KF"
adopted = 2014-04-09
section = "9"
reference = "KS 2"
minutes = "https://x.se/q"
valid_from = 2014-05-01
valid_until = "2016"
review_by = 2016-01-01
review = "yearly"
responsible = "Chefen"
applies_to = "Alla"
keywords = ["it", "data"]
summary = "Mer."
series = "ÖFS 2"
original = "a.pdf"
lang = "sv"
replaces = "b"
implements = { id = "c", part = "3", from = 2015 }
annex_of = "c"
related = ["b", { title = "Lagen", url = "https://x.se/l" }]
based_on = "KL 2017:725"
change = "new"
note = "Ny."
follow_up = { what = "Rapport", to = "KS", every = "år" }
expects = { type = "it-plan", per = "namnd", every = "year" }
sequence = 2
[[corrections]]
date = 2015-01-01
by = "Kansliet"
what = "Ett ord"
mandate = "KS 3"
//- content/b.md
+++
title = "B"
type = "policy"
adopted_by = "KF"
version = "forsta"
withdrawn = { date = 2018-01-01, by = "KF", reason = "Fel" }
[[decisions]]
act = "adopted"
by = "KF"
date = 2001-01-01
[[decisions]]
act = "extended"
date = 2002-01-01
until = 2003-01-01
[[decisions]]
act = "annulled"
date = 2004-01-01
[[decisions]]
act = "repealed"
date = 2005-01-01
+++
//- content/c.md
+++
title = "C"
type = "it-plan"
adopted_by = "KF"
adopted = 2001-01-01
draft = false
change = "readopted"
+++
C
"#;

/// Each English key and word with its Swedish twin.
const TWINS: &str = "name namn|lang sprak|base_url webbadress|theme tema|timezone tidszon|date datum|after_term efter_giltighetstid|\
ends upphor|review_soon_days oversyn_snart_dagar|show_persons visa_personer|links lankar|files filer|types typer|plural flertal|\
group grupp|activating aktiverande|explanation forklaring|bodies organ|abbreviation forkortning|former tidigare|kind slag|from fran|\
until till|aliases alias|type typ|responsible ansvarig|role roll|keywords amnesord|applies_to galler_for|series samling|\
summary sammanfattning|title titel|decisions beslut|act atgard|reviewed oversedd|by av|section paragraf|reference diarienummer|\
minutes protokoll|adopted_by antagen_av|adopted antagen|valid_from galler_fran|valid_until galler_till|review_by oversyn_senast|\
review oversyn|yearly årligen|replaces ersatter|implements genomfor|part del|annex_of bilaga_till|related se_aven|url adress|\
based_on stods_pa|change andring|new ny|note kommentar|follow_up uppfoljning|what vad|to till|every varje|expects kraver|year år|\
sequence ordning|corrections rattelser|mandate mandat|withdrawn avpublicerad|reason skal|extended forlangd|\
annulled upphavd_av_domstol|repealed upphavd|draft utkast|readopted aterantagen|accessibility tillganglighet|conformance forenlighet|\
partially delvis|assessed bedomd|method metod|third-party tredje part|updated uppdaterad|email epost|phone telefon|form formular|\
failings brister|why varfor|mended_by atgardas_senast|burdens oskaligt_betungande|outside_law utanfor_lagen";

/// Replaces keys (before ` =` or within `[…]`) and the words that a choice knows.
fn swedish(english: &str) -> String {
    let twins: Vec<(&str, &str)> = TWINS.split('|').filter_map(|twin| twin.split_once(' ')).collect();
    let choices =
        ["lang", "links", "after_term", "group", "act", "review", "change", "every", "conformance", "method"];
    let mut swedish = String::new();
    for line in english.lines() {
        let mut line = line.to_owned();
        let chooses =
            choices.iter().any(|key| line.starts_with(&format!("{key} = "))) || line.contains("every");
        for (en, sv) in &twins {
            for (before, after) in
                [("", " ="), ("{ ", " ="), (", ", " ="), ("[[", "]]"), ("[", "."), ("[", "]"), (".", "]]")]
            {
                let (from, to) = (format!("{before}{en}{after}"), format!("{before}{sv}{after}"));
                if !before.is_empty() || line.starts_with(&from) {
                    line = line.replace(&from, &to);
                }
            }
            if chooses {
                line = line.replace(&format!("\"{en}\""), &format!("\"{sv}\""));
            }
        }
        let _ = writeln!(swedish, "{line}");
    }
    swedish
}

#[test]
fn every_key_means_the_same_in_both_languages() {
    let closed = ENGLISH.replace("mandate = \"KS 3\"\n", "mandate = \"KS 3\"\n+++\nText.\n");
    let site = |text: &str| Site::new(text).asset("content/a/a.pdf", 1000);
    let (english, swedish) = (site(&closed), site(&swedish(&closed)));
    assert_eq!(english.faults(), [""; 0]);
    assert_eq!(swedish.faults(), [""; 0]);
    let (a, b) = (english.all(), swedish.all());
    for (path, bytes) in &a {
        let said = |bytes: &[u8]| {
            // The data names the digest of each source file.
            let text = String::from_utf8_lossy(bytes).into_owned();
            text.lines().filter(|line| !line.contains("source_blake3")).collect::<Vec<_>>().join("\n")
        };
        assert_eq!(said(bytes), said(&b[path]), "{path}");
    }
    assert_eq!(a.len(), b.len());
    for key in keys::OF_VERSION.iter().chain(keys::OF_STATEMENT).chain(keys::OF_FAILING) {
        assert!(
            [format!("{} =", key.en), format!("[{}]", key.en), format!(".{}]", key.en)]
                .iter()
                .any(|it| ENGLISH.contains(it)),
            "{}",
            key.en
        );
    }
}

#[test]
fn a_document_is_a_file_or_a_folder() {
    let file = one("", "Text.");
    let folder = Site::empty().file("content/it-policy/2014-04-09.md", &document("", "Text."));
    assert_eq!(paths(&file), paths(&folder), "moving it changes no address");
    assert_eq!(file.page("/dokument/it-policy/"), folder.page("/dokument/it-policy/"));
    let nested = Site::empty().file("content/förvaltning/it/it-policy/2014-04-09.md", &document("", "Text."));
    assert_eq!(paths(&file), paths(&nested), "folders above it only keep order");
}

#[test]
fn a_version_is_called_what_is_known_of_its_date() {
    for (adopted, version, words) in [
        ("adopted = 2014-04-09", "2014-04-09", "9 april 2014"),
        ("adopted = '2014-04'", "2014-04", "april 2014"),
        ("adopted = '2014'", "2014", "2014"),
        ("adopted = 'HT 2014'", "2014-ht", "hösten 2014"),
        ("adopted = '27 maj 2013'", "2013-05-27", "27 maj 2013"),
        ("version = 'forsta'\nadopted = 2014", "forsta", "2014"),
    ] {
        let text = format!("+++\ntitle = 'A'\ntype = 'plan'\nadopted_by = 'KF'\n{adopted}\n+++\nA");
        let site = Site::empty().file("content/a.md", &text);
        assert_eq!(site.faults(), [""; 0], "{adopted}");
        let page = site.main(&format!("/dokument/a/{version}/"));
        assert!(page.contains(words), "{adopted}: {page}");
        if !adopted.contains('-') && !words.contains("maj") {
            let html = site.page("/dokument/a/");
            for invented in ["1 januari 2014", "2014-01-01", "31 december 2014", "1 juli 2014"] {
                let told = html.replace(&states(&html), "");
                assert!(!told.contains(invented), "{adopted} became {invented}");
            }
        }
    }
    let undated =
        Site::empty().file("content/a.md", "+++\ntitle = 'A'\ntype = 'plan'\nadopted_by = 'KF'\n+++\nA");
    assert!(undated.main("/dokument/a/odaterad/").contains("uppgift saknas"));
}

/// The days on which the script changes the badge: these are counted, not told.
fn states(html: &str) -> String {
    html.split("data-states=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("\0").to_owned()
}

#[test]
fn what_is_imprecise_is_not_made_precise() {
    let told = |site: &Site, page: &str| {
        let html = site.page(page);
        let mut told = texts(&html, ".standing, .notice, .fact-valid, .fact-review, .version-span");
        told.dedup();
        told.join(" | ")
    };
    let page = told(&one("valid_until = '2018'\nreview_by = 'HT 2016'", "A"), "/dokument/it-policy/");
    assert!(page.contains("9 april 2014 – 2018"), "{page}");
    assert!(!page.contains("december"), "{page}");
    let two = Site::empty()
        .file("content/a/2014-04-09.md", &document("", "Ett"))
        .file("content/a/2016.md", &document("", "Två").replace("2014-04-09", "2016"));
    assert_eq!(two.faults(), [""; 0]);
    let page = told(&two, "/dokument/a/2014-04-09/");
    assert!(page.contains("Gällde 9 april 2014 – 2016"), "{page}");
    assert!(!page.contains("december"), "{page}");
    let page = told(&two.today("2016-06-01"), "/dokument/a/2014-04-09/");
    assert!(page.contains("Det går inte att säga") && !page.contains("närmare än"), "{page}");
}

#[test]
fn index_md_gives_defaults_and_what_belongs_to_the_whole() {
    let site = Site::new(
        "
        //- content/a/index.md
        +++
        title = 'Planen'
        typ = 'plan'
        ansvarig = 'Kanslichefen'
        amnesord = ['miljö']
        sammanfattning = 'I korthet.'
        alias = ['gamla-planen', 'dokument/x/y']
        genomfor = 'v'
        [[beslut]]
        atgard = 'upphavd'
        av = 'KF'
        datum = 2019-01-01
        paragraf = 7
        +++
        ## Om planen

        Enkla ord.
        //- content/a/2014.md
        +++
        antagen = 2014
        antagen_av = 'KF'
        +++
        ## Om planen
        //- content/a/2016.md
        +++
        titel = 'Nya planen'
        ansvarig = 'Direktören'
        antagen = 2016
        antagen_av = 'KF'
        +++
        Två.
        //- content/v.md
        +++
        titel = 'V'
        typ = 'vision'
        antagen = 2010
        antagen_av = 'KF'
        +++
        V
        ",
    );
    assert_eq!(site.faults(), [""; 0]);
    let page = site.main("/dokument/a/");
    for words in ["Nya planen", "Direktören", "miljö", "I korthet.", "Enkla ord.", "Två.", "§ 7", "Upphävd"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    let first = site.main("/dokument/a/2014/");
    assert!(first.contains("Planen") && first.contains("Kanslichefen"), "{first}");
    assert!(!first.contains("Enkla ord."), "the summary stands on the document's own page");
    assert!(site.main("/dokument/v/").contains("Nya planen"), "the inverse relation");
    for (old, new) in [
        ("/dokument/gamla-planen/", "../a/"),
        ("/dokument/gamla-planen/2014/", "../../a/2014/"),
        ("/dokument/x/y/", "../../a/"),
    ] {
        let html = site.page(old);
        assert!(html.contains(&format!("<meta http-equiv=\"refresh\" content=\"0; url={new}\">")), "{html}");
        assert_eq!(links(&html, "main a"), [new]);
        assert!(
            links(&html, "link[rel=canonical]")[0]
                .starts_with("https://styrdokument.example.org/dokument/a/")
        );
    }
}

#[test]
fn a_summary_may_have_the_headings_of_the_text() {
    let site = Site::empty()
        .file(
            "content/a/index.md",
            "+++\n+++\n# Syfte\nEn not[^1] `<p id=\"x\">`.\n\n[^1]: Not.\n\n[upp](#syfte)\n",
        )
        .file("content/a/2014-04-09.md", &document("", "# Syfte\nEn not[^1].\n\n[^1]: Not.\n"));
    assert_eq!(site.faults(), [""; 0]);
    let html = site.page("/dokument/a/");
    let page = Html::parse_document(&html);
    let with_id = Selector::parse("[id]").expect("a selector");
    let mut ids: Vec<&str> = page.select(&with_id).filter_map(|node| node.attr("id")).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice");
    for link in links(&html, ".about a") {
        assert!(ids.contains(&link.trim_start_matches('#')), "{link} of {ids:?}");
    }
    assert!(html.contains("id=&quot;x&quot;") || html.contains("id=\"x\"&gt;"), "text is left as it is");
}

#[test]
fn a_variant_is_the_same_version_in_other_words() {
    let site = Site::empty()
        .file("content/a/2014-04-09.md", &document("", "Svenska."))
        .file("content/a/2014-04-09.en.md", "+++\ntitle = 'IT policy'\nadopted = 2014-04-09\nadopted_by = 'KF'\ntype = 'policy'\n+++\nEnglish.")
        .file("content/a/2014-04-09.lattlast.md", "+++\ntitle = 'Lätt'\n+++\nLätt.");
    assert_eq!(site.faults(), [""; 0]);
    for page in ["/dokument/a/en/", "/dokument/a/2014-04-09/en/"] {
        let html = site.page(page);
        assert_eq!(texts(&html, "[data-document=text]"), ["English."]);
        assert!(html.contains("data-document=\"text\" lang=\"en\""), "{page}");
        assert!(texts(&html, ".notice")[0].starts_with("Den beslutade texten är den svenska"), "{page}");
        assert!(!links(&html, ".notice a").is_empty(), "a way to the decided text");
    }
    let html = site.page("/dokument/a/lattlast/");
    assert!(!html.contains("data-document=\"text\" lang"), "easy Swedish is Swedish");
    let html = site.page("/dokument/a/");
    assert_eq!(links(&html, ".variants a"), ["en/", "lattlast/"]);
    assert_eq!(links(&html, ".variants a[hreflang]"), ["en/"]);
    assert!(!html.contains("hreflang=\"lattlast\""));
}

#[test]
fn a_copy_of_all_facts_makes_no_difference() {
    let facts = "[[decisions]]\nact = 'extended'\ndate = 2015-01-01\nuntil = 2020-12-31\n\n[[follow_up]]\nwhat = 'x'\n";
    let facts = format!("related = ['b', 'ÖFS 1']\n{facts}");
    let site = Site::empty()
        .file("content/b.md", &document("", "B"))
        .file("content/a/2014-04-09.md", &document(&facts, "A"))
        .file("content/a/2014-04-09.en.md", &document(&format!("\n{facts}"), "A"));
    assert_eq!(site.faults(), [""; 0]);
}
