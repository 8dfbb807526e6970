//! The `TimeMap` of a document, read as RFC 7089 and the standards that it rests on say that it is written.

use crate::laws_archive::sample;
use crate::site::Site;

/// One link of a list of links: where it leads and its parameters.
#[derive(Debug, PartialEq, Eq)]
struct Link {
    target: String,
    parameters: Vec<(String, String)>,
}

impl Link {
    fn get(&self, name: &str) -> &str {
        let mut found = self.parameters.iter().filter(|(key, _)| key == name);
        let value = &found.next().unwrap_or_else(|| panic!("{self:?} has no {name}")).1;
        assert!(found.next().is_none(), "{self:?} has {name} twice");
        value
    }

    fn is(&self, rel: &str) -> bool {
        self.get("rel").split(' ').any(|it| it == rel)
    }
}

/// `link-value-list` of RFC 6690, section 2, as strictly as it is written there: a list of `<URI-Reference>` with
/// parameters, each a token or a quoted string, and white space after commas alone.
fn parse(text: &str) -> Vec<Link> {
    let mut rest = text.strip_suffix('\n').expect("a last line with its end");
    let mut links = Vec::new();
    loop {
        let (target, after) = rest.strip_prefix('<').and_then(|it| it.split_once('>')).expect("<URI>");
        let is_uri = |sign: u8| sign.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&sign);
        assert!(target.starts_with("https://") && target.bytes().all(is_uri), "{target}");
        let mut link = Link { target: target.to_owned(), parameters: Vec::new() };
        rest = after;
        while let Some(after) = rest.strip_prefix(';') {
            let (name, after) = after.split_once('=').expect("a parameter");
            assert!(!name.is_empty() && name.bytes().all(|sign| sign.is_ascii_lowercase()), "{name}");
            let (value, after) =
                after.strip_prefix('"').and_then(|it| it.split_once('"')).expect("a quoted string");
            assert!(!value.contains('\\') && value.is_ascii(), "{value}");
            link.parameters.push((name.to_owned(), value.to_owned()));
            rest = after;
        }
        links.push(link);
        match rest {
            "" => return links,
            more => rest = more.strip_prefix(",\n").expect("a comma and the next link"),
        }
    }
}

/// `IMF-fixdate` of RFC 9110: the only form that servers may write. The name of the day must be that day's.
fn instant(text: &str) -> jiff::Timestamp {
    let time = jiff::fmt::strtime::parse("%a, %d %b %Y %H:%M:%S GMT", text)
        .unwrap_or_else(|why| panic!("{text}: {why}"));
    let time = time.to_datetime().expect("a time").to_zoned(jiff::tz::TimeZone::UTC).expect("an instant");
    assert_eq!(time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string(), text);
    time.timestamp()
}

/// Whether the links are a `TimeMap` of the document at this address.
fn judge(links: &[Link], original: &str) {
    let rels: Vec<&str> = links.iter().map(|link| link.get("rel")).collect();
    assert_eq!((rels[0], rels[1]), ("original", "self"));
    assert_eq!((&*links[0].target, &*links[1].target), (original, &*format!("{original}timemap.txt")));
    assert_eq!(links[1].get("type"), "application/link-format");
    let mementos = &links[2..];
    assert!(mementos.iter().all(|link| link.is("memento")));
    let times: Vec<_> = mementos.iter().map(|link| instant(link.get("datetime"))).collect();
    assert!(times.is_sorted());
    assert_eq!(instant(links[1].get("from")), times[0]);
    assert_eq!(instant(links[1].get("until")), times[times.len() - 1]);
    for (index, link) in mementos.iter().enumerate() {
        assert_eq!(
            (link.is("first"), link.is("last")),
            (index == 0, index + 1 == mementos.len()),
            "{link:?}"
        );
    }
}

#[test]
fn every_time_map_of_the_sample_is_one() {
    let all = sample().all();
    let maps: Vec<&String> = all.keys().filter(|path| path.ends_with("timemap.txt")).collect();
    assert!(maps.len() > 20, "{} maps", maps.len());
    for path in maps {
        let links = parse(std::str::from_utf8(&all[path]).expect("text"));
        let base = "https://styrdokument.sundhamra.example/";
        judge(&links, &format!("{base}{}", path.strip_suffix("timemap.txt").expect("its name")));
        for link in &links[2..] {
            let page =
                link.target.strip_prefix(base).expect("an address of the site").to_owned() + "index.html";
            let html = std::str::from_utf8(&all[&page]).expect("text");
            assert!(html.contains("<link rel=\"original\" href=\"../\">"), "{page}");
            assert!(
                html.contains("rel=\"timemap\" type=\"application/link-format\" href=\"../timemap.txt\""),
                "{page}"
            );
        }
    }
}

fn site(facts: &str) -> Site {
    Site::new(&format!(
        "
        //- content/a/2014-04-09.md
        +++
        title = 'A'
        type = 'policy'
        adopted_by = 'KF'
        adopted = 2014-04-09
        valid_from = 2015-01-01
        +++
        A
        //- content/a/2018-02-03.md
        +++
        title = 'A'
        type = 'policy'
        adopted_by = 'KF'
        adopted = 2018-02-03
        {facts}
        +++
        B
        "
    ))
}

fn mementos(site: &Site) -> Vec<(String, String)> {
    let all = site.all();
    let Some(map) = all.get("dokument/a/timemap.txt") else { return Vec::new() };
    let links = parse(std::str::from_utf8(map).expect("text"));
    judge(&links, "https://styrdokument.example.org/dokument/a/");
    let short = |target: &str| target.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
    links[2..].iter().map(|link| (short(&link.target), link.get("datetime").to_owned())).collect()
}

#[test]
fn a_version_stands_for_the_document_from_the_day_it_applies() {
    let pairs = |site: &Site| -> Vec<String> {
        mementos(site).into_iter().map(|(id, at)| format!("{id} {at}")).collect()
    };
    let old = "2014-04-09 Thu, 01 Jan 2015 00:00:00 GMT";
    assert_eq!(pairs(&site("")), [old, "2018-02-03 Sat, 03 Feb 2018 00:00:00 GMT"]);
    let coming = site("valid_from = 2020-06-01");
    assert_eq!(pairs(&coming), [old], "what has not begun is no past");
    let begun = coming.today("2020-06-01");
    assert_eq!(pairs(&begun), [old, "2018-02-03 Mon, 01 Jun 2020 00:00:00 GMT"]);
    let unknown = site("valid_from = 'när avtalet är påskrivet'");
    assert_eq!(
        pairs(&unknown).len(),
        2,
        "one whose first day nobody knows stands from the day it was adopted"
    );
    assert_eq!(pairs(&site("").today("2014-12-31")), [""; 0]);
}

#[test]
fn drafts_and_what_was_taken_down_have_no_part_in_it() {
    assert_eq!(mementos(&site("draft = true").with_drafts()).len(), 1);
    let draft = site("draft = true").with_drafts().page("/dokument/a/2018-02-03/");
    assert!(!draft.contains("rel=\"original\""));
    let down = "+++\nwithdrawn = { date = 2019-01-01, by = 'KS', reason = 'Fel.' }\n+++\n";
    let down = site("").file("content/a/index.md", down);
    assert_eq!(mementos(&down), []);
    assert!(!down.page("/dokument/a/").contains("timemap"));
    assert_eq!(mementos(&down.today("2018-12-31")).len(), 2);
}

#[test]
fn pages_tell_programs_where_it_is() {
    let site = site("");
    let own = site.page("/dokument/a/");
    assert!(own.contains("<link rel=\"memento\" href=\"2018-02-03/\">"), "{own}");
    assert!(own.contains("<link rel=\"timemap\" type=\"application/link-format\" href=\"timemap.txt\">"));
    let settings = site.snapshot().text("stadga.toml").expect("settings").as_str().to_owned();
    let files = site.clone().file("stadga.toml", &format!("links = 'files'\n{settings}"));
    assert!(files.page("/dokument/a/2014-04-09/").contains("<link rel=\"original\" href=\"../index.html\">"));
    let nowhere =
        site.file("stadga.toml", &settings.replace("base_url = \"https://styrdokument.example.org/\"\n", ""));
    assert_eq!(mementos(&nowhere), [], "without an address there is no original to speak of");
    assert!(!nowhere.page("/dokument/a/").contains("timemap"));
}
