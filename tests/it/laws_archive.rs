//! What must hold for every page of the archive: the published text to the letter, the same bytes whatever day
//! it is, and nothing that it needs from elsewhere.

use std::collections::BTreeMap;
use std::path::Path;

use scraper::{Html, Selector};
use stadga::build::{Build, Made};
use stadga::site::archived::{Archived, cover, version_page};

use crate::corpus::Corpus;
use crate::site::Site;

type Pages = BTreeMap<String, String>;

/// The site that comes with the program.
pub(crate) fn sample() -> Site {
    Site::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).today("2026-11-22")
}

fn corpus() -> Site {
    Site::of(Corpus { documents: 25, versions: 3, words: 400, seed: 11 }.files())
}

/// What texts hold: images, tables, notes, code, alerts, links of every kind, and a text in two languages.
pub(crate) fn wild() -> Site {
    Site::new(
        "
        //- content/a/index.md
        +++
        responsible = 'Kanslichefen'
        +++
        I korthet: läs [B](../b.md) och [bilagan](bilaga.pdf).
        //- content/a/2014-04-09.md
        +++
        title = 'Plan för <ä> & ö'
        type = 'plan'
        adopted_by = 'KF'
        adopted = 2014-04-09
        section = '60'
        reference = 'KS 2014/12'
        minutes = 'https://protokoll.example.org/1'
        replaces = 'b'
        implements = { title = 'Lagen', url = 'https://lagen.example.org/' }
        valid_until = 'tills vidare'
        summary = 'Kort'
        original = 'justerat protokoll.pdf'
        [[decisions]]
        act = 'reviewed'
        by = 'KS'
        date = 2018-01-02
        [[corrections]]
        date = 2015-02-03
        by = 'Kommunsekreteraren'
        what = 'Ett stavfel'
        mandate = '§ 36 förvaltningslagen'
        +++
        # 1 Först
        [B](../b.md#1-mal), [bild](bild.png), [oss](https://x.example.org), [post](mailto:a@example.org), [här](#1-först)

        ![En bild](bild.png)

        Not[^1]

        [^1]: Noten med [fil](<../filer/å b.pdf>)

        > [!NOTE]
        > Obs

        | a | b |
        |---|--:|
        | 1 | 2 |

        ```rust
        fn main() {}
        ```
        //- content/a/2014-04-09.en.md
        +++
        title = 'A plan'
        +++
        # 1 First
        See ![a picture](bild.png)
        //- content/a/2019-04-09.md
        +++
        title = 'Plan'
        type = 'plan'
        adopted_by = 'KF'
        adopted = 2019-04-09
        valid_from = 2019-06-01
        review = 'mandatperiod'
        +++
        Ny text.
        //- content/b.md
        +++
        title = 'B'
        type = 'policy'
        adopted_by = 'KS'
        adopted = 2010-04-09
        keywords = ['Barn', 'Skola']
        +++
        # 1 Mål
        [Planen](a/2014-04-09.md)
        //- content/c.md
        +++
        title = 'C'
        type = 'policy'
        adopted_by = 'KS'
        adopted = 2010-04-09
        withdrawn = { date = 2019-01-01, by = 'KS', reason = 'Personuppgifter' }
        +++
        Hemligt.
        ",
    )
    .asset("content/a/bild.png", 100)
    .asset("content/a/bilaga.pdf", 2000)
    .asset("content/a/justerat protokoll.pdf", 3000)
    .asset("content/filer/å b.pdf", 4000)
}

/// The same site, to be read from a folder.
fn in_files(site: &Site) -> Site {
    let settings = site.snapshot().text("stadga.toml").expect("settings").as_str().to_owned();
    site.clone().file("stadga.toml", &format!("links = 'files'\n{settings}"))
}

/// Every page that shows a text, by its path.
fn pages(build: &Build) -> Pages {
    let library = build.library().expect("a site");
    let works = library.register.works().filter(|work| !work.withdrawn(library.today));
    let all = works.flat_map(|work| {
        let own = work.versions().map(|(version, _)| version_page(library, work, version, None));
        let variants = work.versions().flat_map(move |(version, _)| {
            version.variants.iter().map(move |it| version_page(library, work, version, Some(it)))
        });
        own.chain(variants).chain([cover(library, work, false)])
    });
    all.map(|page| made(build, &page)).collect()
}

fn made(build: &Build, page: &Archived) -> (String, String) {
    match build.make(&page.recipe) {
        Ok(Made::Bytes(bytes)) => {
            (page.address.file().to_string(), String::from_utf8(bytes).expect("pages are UTF-8"))
        }
        other => panic!("{:?}: {other:?}", page.address),
    }
}

/// The bytes of the text of a page.
fn text_of(page: &str) -> &str {
    let start = page.find("<div class=\"text\" data-document=\"text\"").expect("a text");
    let end = page[start..].find("\n</div>\n<p class=\"authentic\"").expect("the end of the text");
    &page[start..start + end]
}

/// The elements that are not closed where they should be.
fn unclosed(page: &str) -> Vec<&str> {
    let empty = ["meta", "link", "input", "img", "br", "hr", "col", "wbr", "!doctype"];
    let mut open: Vec<&str> = Vec::new();
    let mut wrong = Vec::new();
    for tag in page.split('<').skip(1) {
        let inner = tag.split('>').next().unwrap_or_default();
        let name = inner.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        if inner.starts_with('/') {
            wrong.extend((open.pop() != Some(name)).then_some(name));
        } else if !empty.contains(&name) && !inner.starts_with("!--") {
            open.push(name);
        }
    }
    wrong.extend(open);
    wrong
}

fn sites() -> [(&'static str, Site); 3] {
    [("sample", sample()), ("corpus", corpus()), ("wild", wild())]
}

#[test]
fn the_text_is_that_of_the_published_page_to_the_letter() {
    for (name, site) in sites() {
        let published = in_files(&site).all();
        let build = site.build();
        let mut texts = 0;
        for (path, page) in pages(&build).iter().filter(|(_, page)| page.contains("data-document=\"text\"")) {
            let public = std::str::from_utf8(&published[path]).expect("pages are UTF-8");
            assert_eq!(text_of(page), text_of(public), "{name}: {path}");
            texts += 1;
        }
        assert!(texts > 3, "{name}");
    }
}

#[test]
fn a_page_is_the_same_whatever_day_it_is() {
    for (name, site) in sites() {
        // Before the oldest text, among them, and long after.
        let on = |day: &str| pages(&site.clone().today(day).build());
        let first = on("1950-01-01");
        for day in ["2012-06-01", "2018-12-31", "2019-05-01", "2026-11-22", "2060-01-01"] {
            for (path, page) in on(day) {
                assert_eq!(Some(&page), first.get(&path), "{name}: {path} on {day}");
            }
        }
    }
}

#[test]
fn a_page_needs_nothing_from_elsewhere() {
    let needs =
        Selector::parse("[src], [srcset], [data], link[rel=stylesheet], script, iframe, object, style")
            .expect("a selector");
    for (name, site) in sites() {
        for (path, page) in pages(&site.build()) {
            let html = Html::parse_document(&page);
            assert_eq!(unclosed(&page), [""; 0], "{name}: {path}");
            for node in html.select(&needs) {
                assert!(["img", "link"].contains(&node.value().name()), "{name}: {path}: {}", node.html());
                let from = node.attr("src").or(node.attr("href")).unwrap_or_default();
                let inside = !from.contains("//") && !from.starts_with('/') && !from.contains(':');
                assert!(inside && node.attr("srcset").is_none(), "{name}: {path}: {}", node.html());
            }
        }
    }
}

#[test]
fn a_page_tells_what_is_stated_and_no_state() {
    let build = wild().build();
    let pages = pages(&build);
    let page = &pages["dokument/a/2014-04-09/index.html"];
    for stated in [
        "<h1>Plan för &lt;ä&gt; &amp; ö</h1>",
        "Provköping",
        "<dd>Kommunfullmäktige <span",
        "9 april 2014, § 60",
        "KS 2014/12",
        "https://protokoll.example.org/1",
        "tills vidare",
        "Översedd utan ändring",
        "2 januari 2018",
        "Ett stavfel – med stöd av § 36 förvaltningslagen",
        "Kommunsekreteraren",
        "<dt>Ersätter</dt>",
        "<a href=\"../../b/index.html\">B</a>",
        "Lagen",
        "<dd>2014-04-09</dd>",
        "https://styrdokument.example.org/dokument/a/2014-04-09/",
        "../justerat%20protokoll.pdf",
    ] {
        assert!(page.contains(stated), "{stated}\n{page}");
    }
    for (path, page) in &pages {
        for state in
            ["class=\"state\"", "data-force", "data-until", "data-passes", "s-menu", "<script", "2020"]
        {
            assert!(!page.contains(state), "{path}: {state}");
        }
    }
    let easy = &pages["dokument/a/2014-04-09/en/index.html"];
    assert!(easy.contains("data-document=\"text\" lang=\"en\"") && easy.contains("Läs den beslutade texten"));
    let cover = &pages["dokument/a/index.html"];
    assert!(cover.contains("<a href=\"2014-04-09/index.html\">Lydelse 9 april 2014</a>"), "{cover}");
    assert!(cover.contains("I korthet: läs <a href=\"../b/index.html\">B</a>"), "{cover}");
}
