//! The content model on pages: drafts, files, what was taken down, and the lists.

use crate::content::{document, has, links, texts};
use crate::site::{STATEMENT, Site};

// ---- drafts

fn draft(drafts: bool) -> Site {
    let site = Site::new(
        "
        //- content/a/2014.md
        +++
        title = 'A'
        type = 'policy'
        adopted_by = 'KF'
        adopted = 2014
        keywords = ['it']
        +++
        Se [nya](b.md), [b](../b.md) och [bilaga](../c/hemlig.pdf).
        //- content/a/2019.md
        +++
        title = 'A2'
        type = 'policy'
        draft = true
        +++
        Förslag.
        //- content/b.md
        +++
        title = 'B-förslaget'
        type = 'plan'
        draft = true
        implements = 'a'
        keywords = ['nytt']
        +++
        Text.
        //- content/c/index.md
        +++
        draft = true
        +++
        //- content/c/2020.md
        +++
        title = 'C-förslaget'
        type = 'plan'
        +++
        Text.
        //- content/sidor/ny.md
        +++
        title = 'Ny sida'
        draft = true
        +++
        Text.
        ",
    )
    .asset("content/c/hemlig.pdf", 9);
    if drafts { site.with_drafts() } else { site }
}

/// What a published text does not lead to may have been put there by mistake.
#[test]
fn a_file_that_no_text_leads_to_is_not_published() {
    let site = Site::new(
        "
        //- content/a/2014-04-09.md
        +++
        title = 'A'
        type = 'policy'
        adopted_by = 'KF'
        adopted = 2014-04-09
        original = 'antagen.pdf'
        +++
        ![Karta](karta.png) och [bilaga](b/bilaga.pdf)
        ",
    )
    .asset("content/a/antagen.pdf", 1)
    .asset("content/a/karta.png", 1)
    .asset("content/a/b/bilaga.pdf", 1)
    .asset("content/a/loner.xlsx", 1);
    assert_eq!(site.faults(), ["S019 unlinked-file content/a/loner.xlsx"]);
    let files = site.all();
    for (name, published) in
        [("antagen.pdf", true), ("karta.png", true), ("b/bilaga.pdf", true), ("loner.xlsx", false)]
    {
        assert_eq!(files.contains_key(&format!("dokument/a/{name}")), published, "{name}");
    }
}

#[test]
fn a_slip_in_the_settings_leaves_a_site() {
    let site = |settings: &str| Site::new(&format!("//- stadga.toml\n{settings}")).build();
    assert!(site("name = 'A'\nbase_url = 'https://x.se'\nnam = 1\nlang = 'fi'").usable());
    assert!(!site("base_url = 'https://x.se'").usable());
    assert!(!site("name = 'A'\nbase_url = 'x.se'").usable());
}

#[test]
fn drafts_are_nowhere_until_they_are_asked_for() {
    let site = draft(false);
    let told = site.faults();
    assert_eq!(told.iter().filter(|it| it.starts_with("S064")).count(), 2, "{told:#?}");
    for (path, bytes) in site.all() {
        let text = String::from_utf8_lossy(&bytes);
        for word in ["förslaget", "Förslag.", "A2", "Ny sida", "hemlig", "nytt"] {
            assert!(
                !path.contains(word) && !text.contains(word) || path.starts_with("assets"),
                "{word} in {path}"
            );
        }
    }
    assert_eq!(links(&site.page("/dokument/a/"), "[data-document=text] a"), [""; 0], "plain text");
    assert!(!site.main("/dokument/a/").contains("Utkast"));
}

#[test]
fn drafts_that_are_asked_for_are_marked() {
    let site = draft(true);
    for page in ["/dokument/a/2019/", "/dokument/b/", "/dokument/c/", "/ny/"] {
        let html = site.page(page);
        assert_eq!(texts(&html, ".draft-mark"), ["UTKAST"], "{page}");
        assert_eq!(texts(&html, ".draft-sheet b"), ["UTKAST"], "{page}: on each sheet of paper");
        assert!(texts(&html, "title")[0].contains("UTKAST"), "{page}");
        assert!(html.contains("name=\"robots\" content=\"noindex\""), "{page}");
    }
    assert_eq!(texts(&site.page("/dokument/a/jamfor/2014--2019/"), ".draft-sheet b"), ["UTKAST"]);
    assert_eq!(texts(&site.page("/dokument/a/2014/"), ".draft-sheet"), [""; 0]);
    assert!(has(&site, "dokument/c/hemlig.pdf"));
    assert_eq!(site.faults().iter().filter(|it| it.contains("missing-adopte")).count(), 0, "not decided yet");
    assert!(site.main("/dokument/a/2014/").contains("bilaga"));
}

// ---- other things than texts

#[test]
fn plain_pages_and_files_stand_where_links_find_them() {
    let text = document("original = 'filer/beslut%20å.pdf'", "[bilaga](b.pdf) ![Karta](karta.png)");
    let site = Site::empty()
        .file("content/it-policy.md", &text)
        .file(
            "content/sidor/om.md",
            "+++\ntitle = 'Om oss'\n+++\nSe [policyn](../it-policy.md) och [b](../b.pdf).",
        )
        .file("content/sidorna.md", &document("", "Ett dokument."))
        .asset("content/filer/beslut å.pdf", 120_000)
        .asset("content/b.pdf", 10)
        .asset("content/karta.png", 10);
    assert_eq!(site.faults(), [""; 0]);
    let html = site.page("/dokument/it-policy/");
    assert!(html.contains("href=\"../../filer/filer/beslut%20%C3%A5.pdf\""), "the original");
    assert!(texts(&html, ".files").join("").contains("PDF, 120 kB"), "its size");
    assert!(html.contains("href=\"../../filer/b.pdf\""));
    assert!(html.contains("width=\"640\" height=\"480\""));
    assert_eq!(links(&site.page("/om/"), ".text a"), ["../dokument/it-policy/", "../filer/b.pdf"]);
    assert!(
        links(&site.page("/"), "footer a").iter().any(|link| link.ends_with("om/")),
        "the footer leads there"
    );
    assert!(has(&site, "dokument/sidorna/index.html"), "only `content/sidor/` holds plain pages");
    let inner = Site::empty()
        .file("content/a/2014-04-09.md", &document("", "![Karta](a/karta.png)"))
        .asset("content/a/a/karta.png", 1);
    assert!(has(&inner, "dokument/a/a/karta.png"));
}

#[test]
fn what_was_taken_down_is_gone_with_its_files() {
    let taken = |date: &str| {
        Site::empty()
            .file(
                "content/a/index.md",
                &format!("+++\nwithdrawn = {{ date = {date}, by = 'KF', reason = 'Sekretess' }}\n+++\n"),
            )
            .file(
                "content/a/2014-04-09.md",
                &document("keywords = ['it']\noriginal = 'b.pdf'", "Hemligt. [b](b.pdf)"),
            )
            .asset("content/a/b.pdf", 1)
    };
    let site = taken("2019-01-01");
    assert_eq!(site.faults(), [""; 0]);
    assert!(!has(&site, "dokument/a/b.pdf") && !has(&site, "amne/it/index.html"));
    for page in ["/dokument/a/", "/dokument/a/2014-04-09/"] {
        let main = site.main(page);
        assert!(main.contains("Sekretess") && !main.contains("Hemligt"), "{main}");
    }
    assert!(site.main("/dokument/").contains("Avpublicerad"), "a reader learns that it was here");
    assert!(taken("2020-01-02").main("/dokument/a/").contains("Hemligt"), "not before its day");
}

#[test]
fn corrections_joint_decisions_and_follow_ups_are_told() {
    let site = Site::new(
        "
        //- content/a.md
        +++
        title = 'A'
        type = 'plan'
        follow_up = { what = 'Rapport', to = 'KS', every = 'år' }
        responsible = { role = 'IT-chefen', person = 'Anna Andersson' }
        [[decisions]]
        act = 'adopted'
        by = 'KF'
        date = 2014-04-09
        section = 9
        [[decisions]]
        act = 'adopted'
        by = 'KS'
        date = 2014-04-11
        section = '§ 60'
        [[corrections]]
        date = 2015-01-02
        by = 'Kansliet'
        what = 'Stavfel i kapitel 2'
        mandate = 'KS § 3'
        [[corrections]]
        what = 'Ett ord'
        +++
        A
        //- content/b.md
        +++
        title = 'B'
        type = 'plan'
        adopted_by = 'KF'
        adopted = 2014-04-09
        section = 2
        annex_of = 'a'
        +++
        B
        ",
    );
    assert_eq!(site.faults(), [""; 0]);
    let html = site.page("/dokument/a/2014-04-11/");
    let adopted = texts(&html, ".fact-adopted dd");
    assert_eq!(adopted, ["Kommunfullmäktige 9 april 2014, § 9", "Kommunstyrelsen 11 april 2014, § 60"]);
    let main = site.main("/dokument/a/");
    for words in ["Stavfel i kapitel 2", "KS § 3", "Ett ord", "Rapport till KS, varje år", "IT-chefen"] {
        assert!(main.contains(words), "{words}: {main}");
    }
    assert!(!main.contains("Anna"), "a person is named only where the site says so");
    assert!(texts(&html, "aside dl").join(" ").contains('B'), "the annex");
    let day = site.page("/beslut/kommunfullmaktige/2014-04-09/");
    let titles = texts(&day, "main .event-title");
    assert_eq!(titles, ["B", "A"], "by section, not by title");
    assert!(site.main("/organ/kommunstyrelsen/").contains("11 april 2014"));
}

// ---- lists and the rest of the site

/// A vision that demands a yearly plan of each board; one board has it.
fn demanding() -> Site {
    Site::new(
        "
        //- stadga.toml
        name = 'X'
        accessibility = { conformance = 'fully', assessed = 2019-09-23, method = 'third-party', updated = 2999-12-31, phone = '1' }
        [bodies.kf]
        name = 'Fullmäktige'
        [bodies.sn]
        name = 'Socialnämnden'
        kind = 'namnd'
        [bodies.bun]
        name = 'Skolnämnden'
        kind = 'namnd'
        [types.it-plan]
        name = 'IT-plan'
        //- content/vision.md
        +++
        title = 'Vision'
        type = 'vision'
        adopted_by = 'kf'
        adopted = 2018-03-01
        keywords = ['Öppna data']
        expects = { type = 'it-plan', per = 'namnd', every = 'year' }
        +++
        V
        //- content/plan-sn.md
        +++
        title = 'IT-plan för socialnämnden'
        type = 'it-plan'
        adopted_by = 'sn'
        adopted = 2019-01-01
        valid_until = 2020-12-31
        implements = 'vision'
        related = 'bilaga'
        +++
        P
        //- content/bilaga.md
        +++
        title = 'Bilaga'
        type = 'rutin'
        adopted_by = 'Enhetschefen'
        adopted = 2019-01-02
        related = ['plan-sn']
        +++
        B
        ",
    )
}

#[test]
fn what_is_demanded_and_missing_stands_on_the_overview() {
    let html = demanding().page("/oversikt/");
    let gaps = texts(&html, ".gap");
    assert_eq!(gaps.len(), 2, "{gaps:?}");
    assert!(gaps.iter().all(|gap| gap.contains("Skolnämnden") && gap.contains("IT-plan")), "{gaps:?}");
    assert!(gaps[0].contains("2019") && gaps[1].contains("2020"), "{gaps:?}");
    assert_eq!(links(&html, ".tree .tree a"), ["../dokument/plan-sn/"]);
}

#[test]
fn a_relation_that_both_sides_state_stands_once() {
    for page in ["/dokument/plan-sn/", "/dokument/bilaga/"] {
        let html = demanding().page(page);
        let other = if page.contains("bilaga") { "../plan-sn/" } else { "../bilaga/" };
        let found = links(&html, "aside dl a").into_iter().filter(|link| link == other).count();
        assert_eq!(found, 1, "{page}");
    }
}

#[test]
fn types_bodies_and_subjects_have_pages() {
    let site = demanding();
    assert!(site.main("/typ/it-plan/").contains("IT-plan för socialnämnden"));
    assert!(site.main("/organ/sn/").contains("IT-plan för socialnämnden"));
    assert!(!site.main("/organ/bun/").contains("IT-plan för"));
    let subject = site.main("/amne/oppna-data/");
    assert!(subject.contains("Öppna data") && subject.contains("Vision"), "{subject}");
    assert!(!has(&site, "organ/enhetschefen/index.html"), "an unlisted body has no page");
    assert!(site.main("/dokument/").contains("Enhetschefen"), "but it is shown as written");
    assert!(site.main("/tidslinje/2019/").contains("Bilaga"));
    assert!(!site.main("/tidslinje/2019/").contains("Vision"));
}

#[test]
fn only_a_site_with_an_address_names_it() {
    let without = demanding();
    assert_eq!(without.faults(), ["S072 no-base-url stadga.toml"]);
    assert!(!has(&without, "sitemap.xml"));
    for (path, bytes) in without.all() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("rel=\"canonical\""), "{path}");
    }
    assert!(without.page("/404.html").contains("href=\"/\""));
    let with = Site::empty().file("content/a.md", &document("", "A"));
    let base = "https://styrdokument.example.org/";
    assert_eq!(links(&with.page("/dokument/a/"), "link[rel=canonical]"), [format!("{base}dokument/a/")]);
    assert_eq!(links(&with.page("/404.html"), "link[rel=canonical]"), [""; 0]);
    assert!(with.page("/robots.txt").contains(&format!("Sitemap: {base}sitemap.xml")));
    let sitemap = with.page("/sitemap.xml");
    assert!(sitemap.contains(&format!("<loc>{base}dokument/a/2014-04-09/</loc>")), "{sitemap}");
    assert!(!sitemap.contains("404"), "{sitemap}");
}

#[test]
fn links_may_name_files_so_that_a_folder_can_be_read() {
    let settings = format!("name = 'X'\nbase_url = 'https://x.se/a/'\nlinks = 'files'\n{STATEMENT}");
    let site = Site::empty()
        .file("stadga.toml", &settings)
        .file("content/a.md", &document("related = 'b'\nalias = 'c'", "[b](b.md#mal) och [c](/)."))
        .file("content/b.md", &document("", "# Mål"));
    assert_eq!(site.faults(), [""; 0]);
    let text = links(&site.page("/dokument/a/"), "[data-document=text] a");
    assert_eq!(text, ["../b/index.html#mal", "../../index.html"]);
    for (path, bytes) in site.all() {
        let html = String::from_utf8_lossy(&bytes).into_owned();
        if path == "404.html" || path.rsplit('.').next() != Some("html") {
            continue;
        }
        for link in links(&html, "body a[href]") {
            let folder = link.split('#').next().unwrap_or("").ends_with('/');
            assert!(!folder || link.starts_with("https://"), "{path}: {link}");
        }
    }
    assert!(site.page("/404.html").contains("href=\"/a/"));
}

#[test]
fn a_site_may_be_in_english() {
    let settings = format!("name = 'X'\nlang = 'en'\nbase_url = 'https://x.se/'\n{STATEMENT}");
    let site = Site::empty()
        .file("stadga.toml", &settings)
        .file("content/a.md", &document("lang = 'sv'", "Svenska."));
    assert_eq!(site.faults(), [""; 0]);
    let html = site.page("/dokument/a/");
    assert!(html.contains("<html lang=\"en\"") && html.contains("data-document=\"text\" lang=\"sv\""));
    assert!(texts(&html, ".fact-adopted")[0].contains("9 April 2014"));
    for (path, bytes) in site.all() {
        let main = texts(&String::from_utf8_lossy(&bytes), "main").join(" ");
        for word in ["uppgift", "Gäller", "beslut ", "Lydelse"] {
            assert!(!main.contains(word), "{word} on {path}: {main}");
        }
    }
}

#[test]
fn a_missing_fact_never_hides_a_text() {
    let site = Site::empty()
        .file("content/a.md", "+++\nadopted = 2014\n+++\nTexten i a.")
        .file("content/b.md", "Texten i b.")
        .file("content/c.md", "+++\ntitle = 'C'\ntype = 'plann'\nadopted = 2014-02-30\n+++\nTexten i c.");
    for id in ["a", "b", "c"] {
        let main = site.main(&format!("/dokument/{id}/"));
        assert!(main.contains(&format!("Texten i {id}.")), "{main}");
        assert!(main.contains("uppgift saknas"), "{main}");
        assert!(site.main("/dokument/").contains(if id == "c" { "C" } else { id }));
    }
}

#[test]
fn what_cannot_be_read_has_a_page_that_says_so() {
    let site = Site::empty()
        .file("content/a.md", "+++\ntitle 'A'\n+++\nTexten.")
        .file("content/b/2014.md", &document("", "B").replace("2014-04-09", "2014"))
        .file("content/b/2016.md", "+++\ntitle = 'B\n+++\nTexten.")
        .unreadable("content/c.md", stadga::base::snapshot::Unreadable::NotUtf8 { line: 1 })
        .file("content/d.md", &document("", "Ena."))
        .file("content/x/d.md", &document("", "Andra."))
        .file("content/sidor/om.md", "+++\ntitle 'A'\n+++\nTexten.")
        .file(
            "content/e.md",
            &document("", "[om](/om/) [om](sidor/om.md) [a](a.md) [b](b/2016.md) [c](c.md) [d](x/d.md)"),
        );
    for (page, source) in [
        ("/om/", "content/sidor/om.md"),
        ("/dokument/a/", "content/a.md"),
        ("/dokument/a/odaterad/", "content/a.md"),
        ("/dokument/b/2016/", "content/b/2016.md"),
        ("/dokument/c/", "content/c.md"),
        ("/dokument/d/", "content/x/d.md"),
        ("/dokument/d/2014-04-09/", "content/d.md"),
    ] {
        let main = site.main(page);
        assert!(main.contains(source), "{page}: {main}");
        assert!(!main.contains("Texten.") && !main.contains("Ena."), "{main}");
    }
    assert!(site.main("/dokument/b/").contains("IT-policy"), "what can be read is shown");
    let faults = site.faults();
    assert_eq!(faults.iter().filter(|fault| fault.contains("link")).count(), 0, "{faults:#?}");
}

#[test]
fn a_long_register_is_split_by_letter() {
    let mut site = Site::empty();
    for number in 0..1001 {
        let title = ["Avfall", "Ålder", "Ärende", "Övrigt", "2030", "Zon"][number % 6];
        let text = document("", "x").replace("IT-policy", &format!("{title} {number}"));
        site = site.file(&format!("content/d{number}.md"), &text);
    }
    let html = site.page("/dokument/");
    assert!(texts(&html, "tbody tr").is_empty(), "the script fills the table");
    assert!(html.contains("listed-by-script"));
    let letters = links(&html, "main .letters a");
    let expected = ["a", "z", "aa", "ae", "oe", "ovrigt"].map(|letter| format!("../register/{letter}/"));
    assert_eq!(letters, expected);
    let page = site.page("/register/ae/");
    let rows = texts(&page, "tbody tr");
    assert_eq!(rows.len(), 167);
    assert!(rows.iter().all(|row| row.contains("Ärende")));
    let whole: usize = texts(&html, ".letters .count").iter().filter_map(|it| it.parse::<usize>().ok()).sum();
    assert_eq!(whole, 1001);
}
