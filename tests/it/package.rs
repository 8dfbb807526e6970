//! What the archive keeps of a document: which files, what is told of them, and when there is something new.

use std::collections::BTreeMap;

use scraper::{Html, Selector};
use stadga::archive::sha512::Files;
use stadga::archive::sha512::Sha512;
use stadga::build::Build;
use stadga::model::id::DocId;
use stadga::site::package::{Content, Package, Packer};

use crate::laws_archive::{sample, wild};
use crate::site::Site;

fn packed(build: &Build, id: &str) -> Package {
    let packer = Packer::new(build.library().expect("a site"));
    let sketch = packer.sketch(&DocId::new(id)).unwrap_or_else(|| panic!("{id} is not archived"));
    packer.pack(sketch).expect("the theme can be used")
}

fn pack(site: &Site, id: &str) -> Package {
    packed(&site.build(), id)
}

/// Every document of a site.
fn all(site: &Site) -> Vec<Package> {
    let build = site.build();
    let packer = Packer::new(build.library().expect("a site"));
    packer.documents().map(|id| packed(&build, id.as_str())).collect()
}

/// Digests of all files, as if each copy held its own path.
fn digests(package: &Package) -> Files {
    let bytes = |content: &Content| match content {
        Content::Bytes(bytes) => bytes.clone(),
        Content::Copy(source) => source.to_string().into_bytes(),
    };
    let files = package.files.iter().map(|(path, content)| (path, bytes(content)));
    files.map(|(path, bytes)| (path.clone(), (Sha512::of(&bytes), bytes.len() as u64))).collect()
}

fn content(site: &Site, id: &str) -> Sha512 {
    let package = pack(site, id);
    package.content(&digests(&package))
}

fn captured(package: &Package, time: &str) -> BTreeMap<String, String> {
    let object = format!("urn:stadga:provkoping:dok:{}", package.document);
    let told = package.captured(&object, time.parse().expect("a time"), &digests(package));
    told.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
}

/// A path without the digest in the name of an asset.
fn plain(path: &str) -> String {
    match path.strip_prefix("assets/").and_then(|name| name.rsplit_once('-')) {
        Some((stem, rest)) => format!("assets/{stem}.{}", rest.rsplit('.').next().unwrap_or_default()),
        None => path.to_owned(),
    }
}

#[test]
fn a_document_is_packed_with_its_pages_its_files_and_its_sources() {
    let package = pack(&wild(), "a");
    let paths: Vec<String> = package.files.keys().map(|path| plain(path)).collect();
    let expected = [
        "assets/arkiv.css",
        "assets/kod.css",
        "assets/text.css",
        "dokument/a/2014-04-09/en/index.html",
        "dokument/a/2014-04-09/index.html",
        "dokument/a/2019-04-09/index.html",
        "dokument/a/bilaga.pdf",
        "dokument/a/bild.png",
        "dokument/a/index.html",
        "dokument/a/justerat protokoll.pdf",
        "filer/filer/å b.pdf",
        "source/content/a/2014-04-09.en.md",
        "source/content/a/2014-04-09.md",
        "source/content/a/2019-04-09.md",
        "source/content/a/index.md",
    ];
    assert_eq!(paths, expected);
    let texts: Vec<_> = package.texts.iter().map(|(id, text)| (id.as_str(), text.corrections)).collect();
    assert_eq!(texts, [("2014-04-09", 1), ("2019-04-09", 0)]);
    let last = package.texts.values().next_back().expect("a text");
    assert_eq!(last.words, Sha512::of(b"Ny text.\n"));
    assert_eq!(last.page, "dokument/a/2019-04-09/index.html");
    assert!(package.files.contains_key(&last.page));
}

#[test]
fn whatever_a_page_shows_or_leads_to_is_in_the_package() {
    let links = Selector::parse("[href], [src]").expect("a selector");
    for site in [sample(), wild()] {
        for package in all(&site) {
            for (path, content) in package.files.iter().filter(|(path, _)| is_page(path)) {
                let Content::Bytes(bytes) = content else { panic!("{path} is copied") };
                let page = Html::parse_document(std::str::from_utf8(bytes).expect("UTF-8"));
                for node in page.select(&links) {
                    let link = node.attr("href").or(node.attr("src")).unwrap_or_default();
                    let target = resolve(path, link);
                    let own = format!("dokument/{}/", package.document);
                    // Other documents are packed apart.
                    let is_elsewhere = is_page(&target) && !target.starts_with(&own);
                    let is_outside = link.contains(':') || link.starts_with('#');
                    let is_there = package.files.contains_key(&target);
                    assert!(is_outside || is_elsewhere || is_there, "{path}: {link}");
                }
            }
        }
    }
}

fn is_page(path: &str) -> bool {
    path.rsplit('.').next() == Some("html")
}

fn resolve(page: &str, link: &str) -> String {
    let link = stadga::model::address::decode(link.split('#').next().unwrap_or_default());
    let mut segments: Vec<&str> = page.split('/').collect();
    segments.pop();
    for segment in link.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            name => segments.push(name),
        }
    }
    segments.join("/")
}

#[test]
fn a_document_that_was_taken_down_is_packed_without_its_text() {
    let package = pack(&wild(), "c");
    assert!(package.withdrawn && package.texts.is_empty());
    let paths: Vec<String> = package.files.keys().map(|path| plain(path)).collect();
    assert_eq!(paths, ["assets/arkiv.css", "dokument/c/index.html", "source/content/c.md"]);
    let Content::Bytes(page) = &package.files["dokument/c/index.html"] else { panic!("no page") };
    let page = std::str::from_utf8(page).expect("UTF-8");
    assert!(
        page.contains("KS tog bort det från webbplatsen 1 januari 2019. Skäl: Personuppgifter"),
        "{page}"
    );
    assert!(!page.contains("Hemligt"));
    assert!(!pack(&wild().today("2018-12-31"), "c").withdrawn);
}

#[test]
fn drafts_are_never_packed() {
    let draft = "+++\ntitle = 'U'\ntype = 'plan'\ndraft = true\n+++\nUtkast.";
    let site = wild().file("content/a/2020-04-09.md", draft).file("content/u.md", draft).with_drafts();
    let packages = all(&site);
    let ids: Vec<&str> = packages.iter().map(|package| package.document.as_str()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    let told = format!("{packages:?}");
    assert!(!told.contains("Utkast.") && !told.contains("2020-04-09"));
}

#[test]
fn there_is_something_new_when_the_document_changed_and_not_when_the_site_did() {
    let site = wild();
    let old = content(&site, "a");
    let text = |path: &str| site.snapshot().text(path).expect("a text").as_str().to_owned();
    let changed = |path: &str, from: &str, to: &str| {
        let before = text(path);
        assert!(before.contains(from), "{path}: {from}");
        content(&site.clone().file(path, &before.replace(from, to)), "a")
    };
    for (path, from, to) in [
        ("content/a/2019-04-09.md", "Ny text.", "Nyare text."),
        ("content/a/2019-04-09.md", "mandatperiod", "årlig"),
        ("content/a/2014-04-09.md", "Ett stavfel", "Två stavfel"),
        ("content/a/2014-04-09.en.md", "First", "Firstly"),
        ("content/a/index.md", "I korthet", "Kort sagt"),
        ("content/b.md", "+++\n# 1", "ersatter = 'a'\n+++\n# 1"),
    ] {
        assert_ne!(changed(path, from, to), old, "{path}: {to}");
    }
    for (path, from, to) in [
        ("stadga.toml", "styrdokument.example.org", "dokument.example.org"),
        ("content/b.md", "[Planen]", "[Den planen]"),
        ("content/b.md", "title = 'B'", "title = 'En ny rubrik'"),
    ] {
        assert_eq!(changed(path, from, to), old, "{path}: {to}");
    }
    let styled = site.clone().file("themes/standard/css/arkiv.css", "body { color: black }");
    assert_eq!(content(&styled, "a"), old, "a style sheet");
    let named = "+++\ntitle = 'N'\ntype = 'policy'\nadopted = 2019-01-01\nadopted_by = 'KF'\nimplements = 'a'\n+++\nText.\n";
    assert_eq!(content(&site.clone().file("content/n.md", named), "a"), old, "another document names it");
    let package = pack(&site, "a");
    let mut others = digests(&package);
    let attachment = others.get_mut("dokument/a/bild.png").expect("a picture");
    attachment.0 = Sha512::of(b"another picture");
    assert_ne!(package.content(&others), old, "a picture");
}

#[test]
fn no_day_and_no_time_makes_anything_new() {
    for site in [sample(), wild()] {
        let packer_key = |site: &Site| {
            let build = site.build();
            let packer = Packer::new(build.library().expect("a site"));
            let keys = packer.documents().filter_map(|id| Some((id.clone(), packer.sketch(id)?.key())));
            keys.collect::<Vec<_>>()
        };
        let today = site.clone().today("2026-11-23");
        let later = site.clone().today("2049-07-01");
        assert_eq!(packer_key(&today), packer_key(&later));
        for (one, other) in all(&today).into_iter().zip(all(&later)) {
            assert_eq!(one, other);
            assert_eq!(one.content(&digests(&one)), other.content(&digests(&other)));
            let [first, second] =
                ["2026-11-23T09:00:00Z", "2027-01-01T00:00:00Z"].map(|it| captured(&one, it));
            assert_eq!(first["dc.xml"], second["dc.xml"]);
            assert_ne!(first["premis.xml"], second["premis.xml"]);
            let [first, second] = [first, second].map(|told| without_capture(&told["metadata.json"]));
            assert_eq!(first, second);
            assert_eq!(first, one.metadata, "but for digests of the sources");
        }
    }
}

fn without_capture(metadata: &str) -> serde_json::Value {
    let mut value: serde_json::Value = serde_json::from_str(metadata).expect("JSON");
    value.as_object_mut().expect("an object").remove("capture").expect("a capture");
    for version in value["versions"].as_array_mut().expect("versions") {
        version.as_object_mut().expect("an object").remove("source_sha512").expect("a digest");
    }
    value
}

#[test]
fn all_that_is_stated_is_told() {
    let package = pack(&wild(), "a");
    let told = captured(&package, "2026-11-23T09:00:00Z");
    let whole: serde_json::Value = serde_json::from_str(&told["metadata.json"]).expect("JSON");
    let version = &whole["versions"][0];
    let expected = serde_json::json!({
        "id": "2014-04-09",
        "path": "dokument/a/2014-04-09/",
        "title": "Plan för <ä> & ö",
        "type": "plan",
        "valid_from": "2014-04-09",
        "valid_from_main_rule": true,
        "valid_until_words": "tills vidare",
        "last_day": "2019-05-31",
        "responsible": "Kanslichefen",
        "summary": "Kort",
        "language": "sv",
        "variants": ["en"],
        "source": "content/a/2014-04-09.md",
        "source_sha512": Sha512::of(b"content/a/2014-04-09.md"),
        "type_name": "Plan",
        "original": "justerat protokoll.pdf",
        "decisions": [
            {
                "act": "adopted", "body": "kommunfullmaktige", "by": "Kommunfullmäktige", "date": "2014-04-09",
                "section": "60", "reference": "KS 2014/12", "minutes": "https://protokoll.example.org/1",
            },
            { "act": "reviewed", "body": "kommunstyrelsen", "by": "Kommunstyrelsen", "date": "2018-01-02" },
        ],
        "corrections": [{
            "date": "2015-02-03", "by": "Kommunsekreteraren", "what": "Ett stavfel",
            "mandate": "§ 36 förvaltningslagen",
        }],
        "applies": [{ "from": "2014-04-09", "until": "2019-05-31" }],
    });
    assert_eq!(*version, expected);
    assert_eq!(whole["title"], "Plan");
    assert_eq!(whole["municipality"], "Provköping");
    let other = &whole["relations"][0];
    assert_eq!(
        [&other["to"], &other["title"], &other["path"], &other["url"]],
        ["b", "B", "dokument/b/", "https://styrdokument.example.org/dokument/b/"]
    );
    let outside = &whole["relations"][1];
    assert_eq!([&outside["title"], &outside["url"]], ["Lagen", "https://lagen.example.org/"]);
    let capture = &whole["capture"];
    assert_eq!(capture["time"], "2026-11-23T09:00:00Z");
    assert_eq!(capture["address"], "https://styrdokument.example.org/dokument/a/");
    assert_eq!(capture["generator"], "stadga");
    let record: Vec<&str> = told["dc.xml"].lines().skip(2).map(str::trim).collect();
    let expected = [
        "<dc:title>Plan</dc:title>",
        "<dc:title>Plan för &lt;ä&gt; &amp; ö</dc:title>",
        "<dc:creator>Kommunfullmäktige</dc:creator>",
        "<dc:description>Kort</dc:description>",
        "<dc:publisher>Provköping</dc:publisher>",
        "<dc:date>2014-04-09</dc:date>",
        "<dc:date>2019-04-09</dc:date>",
        "<dc:type>Plan</dc:type>",
        "<dc:type>Text</dc:type>",
        "<dc:format>text/html</dc:format>",
        "<dc:format>text/markdown</dc:format>",
        "<dc:identifier>urn:stadga:provkoping:dok:a</dc:identifier>",
        "<dc:identifier>a</dc:identifier>",
        "<dc:identifier>https://styrdokument.example.org/dokument/a/</dc:identifier>",
        "<dc:identifier>KS 2014/12</dc:identifier>",
        "<dc:language>sv</dc:language>",
        "<dc:language>en</dc:language>",
        "<dc:relation>Ersätter: B, https://styrdokument.example.org/dokument/b/</dc:relation>",
        "<dc:relation>Genomför: Lagen, https://lagen.example.org/</dc:relation>",
        "<dc:coverage>Provköping</dc:coverage>",
        "</oai_dc:dc>",
    ];
    assert_eq!(record, expected);
    let premis = &told["premis.xml"];
    for path in package.files.keys().map(String::as_str).chain(["metadata.json", "dc.xml"]) {
        let object = format!("<objectIdentifierValue>{path}</objectIdentifierValue>");
        assert_eq!(premis.matches(&object).count(), 1, "{path}");
    }
    assert!(premis.contains("<eventType>modification</eventType>"), "{premis}");
    assert!(premis.contains("<agentName>Kommunsekreteraren</agentName>"), "{premis}");
}

#[test]
fn a_document_that_was_taken_down_is_told_of_with_day_reason_and_by_whom() {
    let told = captured(&pack(&wild(), "c"), "2026-11-23T09:00:00Z");
    let whole: serde_json::Value = serde_json::from_str(&told["metadata.json"]).expect("JSON");
    let withdrawn = &whole["withdrawn"];
    assert_eq!(
        [&withdrawn["date"], &withdrawn["by"], &withdrawn["reason"]],
        ["2019-01-01", "KS", "Personuppgifter"]
    );
    let event = whole["events"].as_array().expect("events").last().expect("an event");
    assert_eq!(
        [&event["event"], &event["date"], &event["by"], &event["reason"]],
        ["withdrawn", "2019-01-01", "KS", "Personuppgifter"]
    );
    let premis: String = told["premis.xml"].lines().map(str::trim).collect();
    assert!(
        premis.contains("<eventType>policy assignment</eventType><eventDateTime>2019-01-01</eventDateTime>")
    );
    assert!(premis.contains("<eventDetail>Reason: Personuppgifter</eventDetail>"), "{premis}");
    assert!(premis.contains("<agentName>KS</agentName>"), "{premis}");
    let before = captured(&pack(&wild().today("2018-12-31"), "c"), "2018-12-31T09:00:00Z");
    assert!(!before["premis.xml"].contains("policy assignment"), "it has not happened yet");
}

#[test]
fn dates_are_dates_and_words_stand_beside_them() {
    let text = "+++\ntitle = 'N'\ntype = 'policy'\nadopted = 2019-01-01\nadopted_by = 'KF'\nvalid_until = 'så länge avtalet löper'\n\
                [[decisions]]\nact = 'extended'\nby = 'KF'\ndate = 2020-01-01\nuntil = 'tills vidare'\n+++\nText.\n";
    let site = wild()
        .file("content/n.md", text)
        .file("content/n.lattlast.md", "Lätt.")
        .file("content/n.fi.md", "Teksti.");
    let told = captured(&pack(&site, "n"), "2026-11-23T09:00:00Z");
    let whole: serde_json::Value = serde_json::from_str(&told["metadata.json"]).expect("JSON");
    let version = &whole["versions"][0];
    assert_eq!(version["valid_until"], serde_json::Value::Null);
    assert_eq!(version["valid_until_words"], "så länge avtalet löper");
    let decision = &version["decisions"][1];
    assert_eq!(
        [&decision["until"], &decision["until_words"]],
        [&serde_json::Value::Null, &"tills vidare".into()]
    );
    let languages: Vec<&str> =
        told["dc.xml"].lines().map(str::trim).filter(|line| line.starts_with("<dc:language>")).collect();
    assert_eq!(languages, ["<dc:language>sv</dc:language>", "<dc:language>fi</dc:language>"]);
}
