//! What the preview says in HTTP: types, tags, parts of files, methods.

use crate::serve::Serve;
use crate::shell_cli::Site;

fn with_attachment() -> Site {
    let site = Site::new();
    let policy = site.path().join("content/it-policy.md");
    let text = std::fs::read_to_string(&policy).unwrap();
    std::fs::remove_file(policy).unwrap();
    let links = "[Bilaga](bilaga%20å.pdf) [Lista](lista.csv) [Tom](tom.txt)";
    site.put("content/it-policy/2014-04-09.md", format!("{text}\n{links}\n"));
    site.put("content/it-policy/bilaga å.pdf", pdf());
    site.put("content/it-policy/lista.csv", "å;ä\n");
    site.put("content/it-policy/tom.txt", "");
    site
}

fn pdf() -> Vec<u8> {
    (0..100_000_u32).map(|number| number.to_le_bytes()[1]).collect()
}

const PDF: &str = "/dokument/it-policy/bilaga%20%C3%A5.pdf";

#[test]
fn everything_has_its_type_and_is_asked_for_anew() {
    let site = with_attachment();
    let serve = Serve::of(&site, "");
    let mut browser = serve.open();
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/dokument/it-policy/", "text/html; charset=utf-8"),
        ("/dokument/it-policy/index.html", "text/html; charset=utf-8"),
        ("/404.html", "text/html; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/data/register.json", "application/json; charset=utf-8"),
        ("/_stadga/", "text/html; charset=utf-8"),
        ("/_stadga/visa.js", "text/javascript; charset=utf-8"),
        ("/_stadga/visa.css", "text/css; charset=utf-8"),
        (PDF, "application/pdf"),
        ("/dokument/it-policy/lista.csv", "text/csv; charset=utf-8"),
    ] {
        let reply = browser.get(path);
        assert_eq!((reply.status, &*reply.headers["content-type"]), (200, kind), "{path}");
        assert_eq!(reply.headers["cache-control"], "no-cache", "{path}");
        assert_eq!(reply.headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(reply.headers["x-frame-options"], "SAMEORIGIN", "{path}");
        assert_eq!(reply.headers["cross-origin-resource-policy"], "same-origin", "{path}");
        assert!(reply.headers["etag"].starts_with('"'), "{path}");
    }
    let start = browser.get("/").text();
    let mut links = start.split("href=\"").filter_map(|rest| rest.split('"').next());
    let sheet = links.find(|link| link.contains(".css")).expect("a style sheet");
    let reply = browser.get(&format!("/{}", sheet.trim_start_matches("./")));
    assert_eq!((reply.status, &*reply.headers["content-type"]), (200, "text/css; charset=utf-8"));
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let site = with_attachment();
    let serve = Serve::of(&site, "");
    let mut browser = serve.open();
    for path in ["/", "/dokument/it-policy/", "/data/register.json", "/_stadga/visa.js", PDF] {
        let tag = browser.get(path).headers["etag"].clone();
        let held = |tags: &str| format!("If-None-Match: {tags}\r\n");
        for tags in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}"), "*".into()] {
            let reply = browser.ask("GET", path, &held(&tags));
            assert_eq!(
                (reply.status, reply.body.len(), &reply.headers["etag"]),
                (304, 0, &tag),
                "{path} {tags}"
            );
        }
        assert_eq!(browser.ask("GET", path, &held("\"x\"")).status, 200, "{path}");
        assert_eq!(browser.ask("HEAD", path, &held(&tag)).status, 304, "{path}");
    }
    let missing = browser.get("/finns/inte/");
    let again = browser.ask("GET", "/finns/inte/", "If-None-Match: *\r\n");
    assert_eq!((missing.status, again.status), (404, 404));
}

#[test]
fn a_head_is_what_it_would_have_been_without_its_body() {
    let site = with_attachment();
    let serve = Serve::of(&site, "");
    let mut browser = serve.open();
    for path in ["/", "/finns/inte", "/dokument", "/data/register.json", PDF, "/_stadga/"] {
        let (mut get, mut head) = (browser.get(path), browser.ask("HEAD", path, ""));
        assert!(head.body.is_empty());
        for reply in [&mut get, &mut head] {
            reply.headers.remove("date");
            reply.headers.retain(|_, value| value != "0"); // need not be told of nothing
        }
        assert_eq!((get.status, get.headers), (head.status, head.headers), "{path}");
    }
    assert_eq!(browser.ask("HEAD", "/_stadga/handelser", "").status, 200);
}

#[test]
fn a_part_of_a_file_is_sent_as_a_part() {
    let site = with_attachment();
    let serve = Serve::of(&site, "");
    let mut browser = serve.open();
    let whole = browser.get(PDF);
    let pdf = pdf();
    assert!(whole.body == pdf);
    assert_eq!(whole.headers["accept-ranges"], "bytes");
    let tag = &whole.headers["etag"];
    for (asked, from, to) in
        [("0-9", 0, 10), ("99990-", 99_990, 100_000), ("-5", 99_995, 100_000), ("5-999999", 5, 100_000)]
    {
        for condition in [String::new(), format!("If-Range: {tag}\r\n")] {
            let reply = browser.ask("GET", PDF, &format!("Range: bytes={asked}\r\n{condition}"));
            assert_eq!(reply.status, 206, "{asked}");
            assert_eq!(reply.headers["content-range"], format!("bytes {from}-{}/100000", to - 1));
            assert!(reply.body == pdf[from..to], "{asked}");
        }
    }
    for (headers, status) in [
        ("Range: bytes=100000-\r\n", 416),
        ("Range: bytes=-0\r\n", 416),
        ("Range: bytes=0-1,5-9\r\n", 200),
        ("Range: lines=0-1\r\n", 200),
        ("Range: bytes=0-9\r\nIf-Range: \"other\"\r\n", 200),
        ("Range: bytes=0-9\r\nIf-Range: Mon, 23 Nov 2026 06:00:00 GMT\r\n", 200),
    ] {
        let reply = browser.ask("GET", PDF, headers);
        assert_eq!(reply.status, status, "{headers}");
        if status == 416 {
            assert_eq!(reply.headers["content-range"], "bytes */100000");
        }
    }
    assert_eq!(browser.ask("HEAD", PDF, "Range: bytes=0-9\r\n").headers["content-length"], "100000");
    let empty = "/dokument/it-policy/tom.txt";
    assert_eq!(browser.get(empty).status, 200);
    assert_eq!(browser.ask("GET", empty, "Range: bytes=0-\r\n").status, 416);
    assert_eq!(browser.ask("GET", "/", "Range: bytes=0-9\r\n").status, 200, "pages are whole");
}

#[test]
fn it_only_shows() {
    let site = Site::new();
    let serve = Serve::of(&site, "");
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        let reply = serve.ask(method, "/", "");
        assert_eq!((reply.status, &*reply.headers["allow"]), (405, "GET, HEAD"), "{method}");
    }
    let posted = serve.ask("POST", "/_stadga/visa", "Content-Length: 5\r\n\r\ndag=x");
    assert_eq!(posted.status, 405);
}

#[test]
fn a_folder_is_led_to_with_its_slash_and_nothing_else_is_made_up() {
    let site = with_attachment();
    let serve = Serve::of(&site, "");
    for (path, to) in [
        ("/dokument", "/dokument/"),
        ("/dokument/it-policy?a=b&c", "/dokument/it-policy/?a=b&c"),
        ("/_stadga", "/_stadga/"),
    ] {
        let reply = serve.get(path);
        assert_eq!((reply.status, &*reply.headers["location"]), (308, to), "{path}");
        assert_eq!(reply.headers["cache-control"], "no-store");
    }
    for path in [
        "/dokument/it-policy/bilaga%20%C3%A5.pdf/",
        "//dokument/",
        "/dokument//",
        "/data",
        "/data/",
        "/robots.txt/",
        "/INDEX.html",
    ] {
        assert_eq!(serve.get(path).status, 404, "{path}");
    }
}
