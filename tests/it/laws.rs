//! What must hold for every site, whatever it says: same input, same bytes; every link
//! answers; between two change dates nothing changes; nothing that is written panics.
//! The laws of files on disk are in `laws_disk`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use scraper::{Html, Selector};

use crate::corpus::Corpus;
use crate::corpus::words::Dice;
use crate::site::{Site, file_of};

type Files = BTreeMap<String, Vec<u8>>;

/// Where the corpus and the sample site say that they stand: full addresses must answer too.
const BASE_URLS: [&str; 2] = ["https://styrdokument.example.org/", "https://styrdokument.sundhamra.example/"];

fn corpus(documents: usize, words: usize) -> Corpus {
    Corpus { documents, versions: 3, words, seed: 7 }
}

/// The site that comes with the program.
fn sample() -> Site {
    Site::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).today("2026-11-22")
}

/// The paths whose bytes differ, a missing file too.
fn differing<'a>(a: &'a Files, b: &'a Files) -> Vec<&'a str> {
    let paths: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    paths.into_iter().filter(|path| a.get(*path) != b.get(*path)).map(String::as_str).collect()
}

// ---- same input, same bytes

#[test]
fn the_same_files_give_the_same_bytes_in_any_order_on_any_number_of_threads() {
    let mut files: Vec<_> = corpus(12, 300).files().collect();
    let first = Site::of(files.clone()).all();
    let mut dice = Dice::new(1);
    for threads in [1, 2, 7] {
        for last in (1..files.len()).rev() {
            files.swap(last, dice.below(last + 1));
        }
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let again = pool.install(|| Site::of(files.clone()).all());
        assert_eq!(differing(&first, &again), [""; 0], "{threads} threads");
    }
}

#[test]
fn the_corpus_has_no_fault() {
    assert_eq!(Site::of(corpus(60, 300).files()).today("2026-11-22").faults(), [""; 0]);
}

/// The sample shows every state, so it has an undated text and a tariff that applies backwards.
#[test]
fn the_sample_site_has_only_the_faults_it_shows() {
    let shown = [
        "S033 missing-adopted content/anvisning-for-flaggning.md:1:1",
        "S051 retroactive content/taxa-for-markupplatelse/2026-02-23.md:9:15",
    ];
    assert_eq!(sample().faults(), shown);
}

// ---- every link answers

#[test]
fn every_internal_link_of_the_corpus_answers() {
    assert_eq!(dead_links(&Site::of(corpus(30, 500).files()).all()), [""; 0]);
}

#[test]
fn every_internal_link_of_the_sample_site_answers() {
    assert_eq!(dead_links(&sample().all()), [""; 0]);
}

#[test]
pub(crate) fn dead_links_are_found() {
    let page = |html: &str| html.as_bytes().to_vec();
    let files = Files::from([
        (
            "index.html".into(),
            page("<p id=here>x<a href='a/'>1</a><a href='#here'>2</a><a href='#gone'>3</a>"),
        ),
        ("a/index.html".into(), page("<a href='../'>4</a><a href='../#gone'>5</a><img src='../no.png'>")),
        (
            "b/index.html".into(),
            page("<a href='../../x'>6</a><a href='../a'>7</a><a href='https://x.se/'>8</a>"),
        ),
        ("404.html".into(), page("<a href='/a/'>9</a><a href='/c/'>10</a><a href='?x#'>11</a>")),
        ("c.html".into(), page(&format!("<a href='{0}a/'>12</a><a href='{0}d/'>13</a>", BASE_URLS[0]))),
    ]);
    let expected = [
        "404.html: /c/",
        "a/index.html: ../#gone",
        "a/index.html: ../no.png",
        "b/index.html: ../../x",
        "b/index.html: ../a",
        "c.html: https://styrdokument.example.org/d/",
        "index.html: #gone",
    ];
    assert_eq!(dead_links(&files), expected);
}

/// `page: link` for every link within the site that leads nowhere.
pub(crate) fn dead_links(files: &Files) -> Vec<String> {
    let targets = Selector::parse("[id], a[name]").expect("a selector");
    let links = Selector::parse("[href], [src], [action]").expect("a selector");
    let mut anchors: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut asked: Vec<(&str, String)> = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.rsplit('.').next() == Some("html")) {
        let page = Html::parse_document(std::str::from_utf8(bytes).expect("pages are UTF-8"));
        let names = page.select(&targets).filter_map(|node| node.attr("id").or(node.attr("name")));
        anchors.insert(path, names.map(String::from).collect());
        for node in page.select(&links) {
            let written = ["href", "src", "action"].iter().filter_map(|name| node.attr(name));
            asked.extend(written.map(|link| (path.as_str(), link.to_owned())));
        }
    }
    let mut dead: Vec<String> = asked
        .into_iter()
        .filter(|(page, link)| !answers(files, &anchors, page, link))
        .map(|(page, link)| format!("{page}: {link}"))
        .collect();
    dead.sort();
    dead.dedup();
    dead
}

fn answers(files: &Files, anchors: &BTreeMap<&str, BTreeSet<String>>, page: &str, link: &str) -> bool {
    let own = BASE_URLS.iter().find_map(|url| link.strip_prefix(url));
    let link = own.map_or_else(|| link.to_owned(), |rest| format!("/{rest}"));
    let scheme = link.find([':', '/', '?', '#']).is_some_and(|at| link.as_bytes()[at] == b':');
    if scheme || link.starts_with("//") {
        return true;
    }
    let (address, fragment) = link.split_once('#').unwrap_or((&link, ""));
    let address = unescape(address.split('?').next().unwrap_or(""));
    let Some(file) = resolve(page, &address) else { return false };
    if !files.contains_key(&file) {
        return false;
    }
    let Some(ids) = anchors.get(file.as_str()) else { return true };
    fragment.is_empty() || ids.contains(&unescape(fragment))
}

/// The file that an address on a page leads to; `None` if it leaves the site.
fn resolve(page: &str, address: &str) -> Option<String> {
    if address.is_empty() {
        return Some(page.to_owned());
    }
    let mut segments: Vec<&str> = page.split('/').collect();
    segments.pop();
    if address.starts_with('/') {
        segments.clear();
    }
    let mut folder = true; // the address ends in a folder: its index.html is meant
    for segment in address.split('/') {
        folder = matches!(segment, "" | "." | "..");
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()?),
            name => segments.push(name),
        }
    }
    let path = segments.join("/");
    Some(if !folder {
        path
    } else if path.is_empty() {
        file_of("")
    } else {
        file_of(&format!("{path}/"))
    })
}

/// Undoes `%C3%A5`.
fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| first == b'%');
        bytes.push(byte.unwrap_or(first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

// ---- time

#[test]
fn between_two_change_dates_nothing_changes() {
    let site = Site::of(corpus(20, 120).files());
    let dates = change_dates(&site.clone().today("1999-01-01").all());
    assert!(dates.len() > 20, "too few dates to prove anything: {dates:?}");
    let mut changed = 0;
    let mut before: Option<Files> = None;
    for pair in dates.windows(2).step_by(3) {
        let last_day = day(&pair[1]).yesterday().expect("not the first day of all").to_string();
        let first = site.clone().today(&pair[0]).all();
        let last = site.clone().today(&last_day).all();
        assert_eq!(differing(&first, &last), [""; 0], "{} and {last_day}", pair[0]);
        changed += usize::from(before.is_some_and(|before| before != first));
        before = Some(last);
    }
    assert!(changed > 5, "the date seems to change nothing at all");
}

#[test]
fn each_change_date_changes_something() {
    let site = Site::of(corpus(20, 120).files());
    let dates = change_dates(&site.clone().today("1999-01-01").all());
    for date in dates.iter().step_by(7) {
        let eve = day(date).yesterday().expect("not the first day of all").to_string();
        let (before, after) = (site.clone().today(&eve).all(), site.clone().today(date).all());
        assert_ne!(differing(&before, &after), [""; 0], "nothing happens on {date}");
    }
}

fn day(date: &str) -> stadga::base::date::Date {
    date.parse().unwrap_or_else(|fault| panic!("{date}: {fault}"))
}

/// The dates in `data/change-dates.json`: a list, or an object with the list `dates`.
fn change_dates(files: &Files) -> Vec<String> {
    let bytes = &files["data/change-dates.json"];
    let data: serde_json::Value = serde_json::from_slice(bytes).expect("JSON");
    let list = data.get("dates").unwrap_or(&data).as_array().expect("a list of dates");
    let dates: Vec<String> = list.iter().map(|date| date.as_str().expect("a date").to_owned()).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    dates
}

// ---- nothing panics

/// Text that no author writes, and pieces that authors do write in wrong places.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        vec(any::<u8>(), 0..24).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        prop::sample::select(vec![
            "+++\n",
            "\n",
            "# 1.2 Å\n",
            "[^1]",
            "[^1]: n\n",
            "[a](b.md#c)",
            "![](x.png)",
            "| a |\n|--|\n",
            "> ",
            "- ",
            "```rust\n",
            "<script>",
            "</main>",
            "&#0;",
            "\u{202e}",
            "\r",
            "[",
            "](",
            "\\",
            "{{ x }}",
            "{% x %}",
        ])
        .prop_map(String::from),
    ];
    vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Front matter whose keys exist and whose values are of every sort.
fn wild_front_matter() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "title",
        "typ",
        "adopted_by",
        "antagen",
        "valid_from",
        "galler_till",
        "review_by",
        "oversyn",
        "replaces",
        "genomfor",
        "annex_of",
        "se_aven",
        "based_on",
        "change",
        "follow_up",
        "kraver",
        "decisions",
        "rattelser",
        "draft",
        "version",
        "sequence",
        "alias",
        "withdrawn",
        "lang",
        "keywords",
        "original",
        "responsible",
    ]);
    let value = prop::sample::select(vec![
        "'x'",
        "''",
        "'a'",
        "['a', 'b', 'a']",
        "2014-04-09",
        "'HT 2014'",
        "'2014-02-30'",
        "'2010–2015'",
        "-1",
        "1e9",
        "true",
        "[]",
        "{}",
        "{ id = 'b', part = 2, from = '2015' }",
        "[[[]]]",
        "'vision'",
        "'9999-12-31'",
        "[{ act = 'repealed', date = 2015-01-01 }, { act = 'annulled' }]",
        "0001-01-01",
        "'å\\u0000'",
        "'../../x'",
        "[{ atgard = 'aterinford', datum = '2016' }, { act = 'extended', until = 'x' }]",
        "{ type = 'plan', per = 'namnd', every = 'year' }",
        "{ date = 2015, reason = 'x' }",
        "'mandatperiod'",
    ]);
    vec((key, value), 0..12).prop_map(|pairs| {
        pairs.into_iter().fold(String::new(), |text, (key, value)| text + key + " = " + value + "\n")
    })
}

/// Builds a site of two documents around the soup, and every page of it.
fn survives(front: &str, body: &str) {
    let good = "title = 'B'\ntype = 'plan'\nadopted_by = 'KF'\nadopted = 2014-04-09\nimplements = 'a'";
    let site = Site::empty()
        .file("content/a.md", &format!("+++\n{front}\n+++\n{body}"))
        .file("content/b/2014-04-09.md", &format!("+++\n{good}\n+++\n# 1 B\n[a](../a.md)"))
        .file("content/b/2015-04-09.md", &format!("+++\n{front}\n+++\n{body}"))
        .with_drafts();
    site.faults();
    site.all();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(body in soup()) {
        survives("title = 'A'\ntype = 'vision'\nadopted_by = 'KF'\nadopted = 2013-04-09", &body);
    }

    #[test]
    fn no_front_matter_makes_it_panic(front in soup(), body in soup()) {
        survives(&front, &body);
    }

    #[test]
    fn no_key_with_any_value_makes_it_panic(front in wild_front_matter()) {
        survives(&front, "Text.");
        survives(&format!("title = 'A'\ntype = 'vision'\nadopted_by = 'KF'\n{front}"), "Text.");
    }

    #[test]
    fn no_settings_make_it_panic(settings in soup()) {
        let site = Site::empty().file("content/a.md", "+++\ntitle = 'A'\n+++\nA").file("stadga.toml", &settings);
        site.faults();
        if site.build().usable() {
            site.all();
        }
    }
}
