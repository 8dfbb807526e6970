//! Texts through the whole program: what an author writes, as it stands in the page's element
//! that holds exactly the adopted text. Details of the rendering are tested beside it.

use std::fmt::Write as _;

use scraper::{CaseSensitivity, Html, Selector};

use crate::content::{document, links, texts};
use crate::site::Site;

fn site(text: &str) -> Site {
    Site::empty().file("content/it/a/2014-04-09.md", &document("", text))
}

/// The HTML of the adopted text.
fn adopted(site: &Site, page: &str) -> String {
    let html = site.page(page);
    let page = Html::parse_document(&html);
    let text = Selector::parse("[data-document=text]").expect("a selector");
    page.select(&text).map(|node| node.inner_html()).collect()
}

#[test]
fn what_steering_documents_are_written_with_is_shown() {
    let html = adopted(
        &site(
            "# 1 Mål\n\nText[^1].\n\n[^1]: Not.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] klart\n- [ ] kvar\n\n\
             Ord\n: Betydelse\n\n> [!WARNING]\n> Se upp\n\n```rust\nfn main() {}\n```\n",
        ),
        "/dokument/a/",
    );
    for part in [
        "<h2 id=\"1-mal\">",
        "role=\"doc-noteref\"",
        "id=\"fotnot-1\"",
        "<th",
        "<td",
        "<dt>Ord</dt>",
        "<dd>",
        "Betydelse",
        "role=\"note\"",
        "Se upp",
        "<pre",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(texts(&html, "li").iter().any(|item| item.contains("klart")), "{html}");
    assert!(!html.contains("<input"), "a task in a decided text cannot be ticked");
}

#[test]
fn the_sheet_for_code_comes_only_with_code() {
    let sheets = |text: &str| links(&site(text).page("/dokument/a/"), "link[rel=stylesheet]").join(" ");
    assert!(sheets("```rust\nfn main() {}\n```\n").contains("kod"));
    assert!(!sheets("Text.\n").contains("kod"));
}

#[test]
fn links_are_relative_to_the_page_that_shows_the_text() {
    let text = "[1](../../b.md) [2](b) [3](b/2014-04-09) [4](../../b.md#mal) [5](bilaga%20%C3%A5.pdf) [6](#mal) \
                [7](2016.md) [8](https://x.se/a) [9](mailto:a@x.se) [10](/oversikt/) [11](/dokument/b/) [12](/organ/kommunstyrelsen/) \
                ![Karta](karta.png)\n\n# Mål\n";
    let site = site(text)
        .file("content/it/a/2016.md", &document("draft = true", "x"))
        .file("content/b.md", &document("", "# Mål\n"))
        .asset("content/it/a/bilaga å.pdf", 1)
        .asset("content/it/a/karta.png", 1);
    assert_eq!(site.faults(), ["S064 link-to-draft content/it/a/2014-04-09.md:8:97"]);
    let found = |page| links(&adopted(&site, page), "p a");
    let outside = ["https://x.se/a", "mailto:a@x.se"];
    let own = found("/dokument/a/");
    assert_eq!(own[..6], ["../b/", "../b/", "../b/2014-04-09/", "../b/#mal", "bilaga%20%C3%A5.pdf", "#mal"]);
    assert_eq!(own[6..8], outside);
    assert_eq!(own[8..], ["../../oversikt/", "../b/", "../../organ/kommunstyrelsen/"]);
    let version = found("/dokument/a/2014-04-09/");
    assert_eq!(
        version[..6],
        ["../../b/", "../../b/", "../../b/2014-04-09/", "../../b/#mal", "../bilaga%20%C3%A5.pdf", "#mal"]
    );
    assert!(adopted(&site, "/dokument/a/2014-04-09/").contains("src=\"../karta.png\""));
    assert!(texts(&site.page("/dokument/a/"), ".files").join("").contains("bilaga å.pdf"));
}

#[test]
fn nothing_that_is_written_runs() {
    let evil = "<script>alert(1)</script>\n\n<p onclick='x()' style='color:red'>ord</p>\n\n<iframe src='https://x.se'></iframe>\n\n\
                [a](javascript:alert(1)) [b](JaVa\tScript:alert(1)) [c](data:text/html,x) <a href=\"vbscript:x\">d</a> <svg onload=x()>\n\n\
                <img src=x onerror=alert(1)> <form action=x><input></form> <kbd>Ctrl</kbd>\n";
    let site = site(evil)
        .file(
            "content/b.md",
            &document("summary = '<script>alert(1)</script>'\nnote = '\"><img onerror=x>'", "B"),
        )
        .file("content/c.md", &document("", "C").replace("IT-policy", "<script>alert(2)</script>"));
    for (path, bytes) in site.all() {
        if path.rsplit('.').next() != Some("html") {
            continue;
        }
        let html = String::from_utf8(bytes).expect("pages are UTF-8");
        let page = Html::parse_document(&html);
        let all = Selector::parse("body *").expect("a selector");
        for node in page.select(&all) {
            // What is the theme's own bears a name that no text can; its data is no program.
            let own = ["s-adjust", "find", "filter", "band"]
                .map(|class| node.value().has_class(class, CaseSensitivity::CaseSensitive));
            let own = own.contains(&true) || node.attr("id").is_some_and(|id| id.starts_with("s-"));
            let runs = node.value().name() == "script" && node.attr("type") != Some("application/json");
            assert!(!runs, "{path}");
            assert!(own || !["script", "iframe", "svg", "form"].contains(&node.value().name()), "{path}");
            for (name, value) in node.value().attrs() {
                assert!(!name.starts_with("on") && name != "style", "{path}: {name}={value}");
                let value = value.to_lowercase();
                let runs =
                    ["javascript:", "vbscript:", "data:"].iter().any(|scheme| value.starts_with(scheme));
                assert!(!runs, "{path}: {name}={value}");
            }
        }
    }
    let text = adopted(&site, "/dokument/a/");
    assert!(text.contains("ord") && text.contains("<kbd>Ctrl</kbd>"), "{text}");
}

#[test]
fn three_thousand_headings_make_a_page_with_a_short_contents_list() {
    let mut text = String::new();
    for number in 0..3000 {
        let level = ["#", "##", "###", "####", "#####"][number % 5];
        let _ = writeln!(text, "{level} Rubrik {number}\n\nText.\n");
    }
    let html = site(&text).page("/dokument/a/");
    assert_eq!(texts(&html, "[data-document=text] :is(h2, h3, h4, h5, h6)").len(), 3000);
    assert_eq!(texts(&html, "nav.contents a").len(), 1200, "two levels of five");
}

#[test]
fn the_text_is_the_same_on_both_its_pages() {
    let site = site("# 1 Mål\n\nText[^1] och [länk](#1-mal).\n\n[^1]: Not.\n");
    assert_eq!(adopted(&site, "/dokument/a/"), adopted(&site, "/dokument/a/2014-04-09/"));
}
