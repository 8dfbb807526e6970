//! The preview among strangers: names that are not its own, addresses that want out, connections
//! that never end, files that vanish.

use std::io::Write as _;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::serve::{Browser, Serve, until};
use crate::shell_cli::Site;

const SECRET: &str = "bara för den som äger datorn";

#[test]
fn no_address_leads_out_of_the_site() {
    let site = Site::new();
    site.put("content/it-policy.md", "+++\ntitle = \"A\"\n+++\n");
    site.put("hemligt.txt", SECRET);
    site.put("content/it-policy.md~", SECRET);
    let serve = Serve::of(&site, "");
    let up = "../".repeat(12);
    let encoded = "%2e%2e%2f".repeat(12);
    let twice = "%252e%252e%252f".repeat(12);
    let here = site.path().display().to_string();
    let long = "a/".repeat(15_000);
    let mut browser = serve.open();
    for path in [
        "/../hemligt.txt",
        "/..%2fhemligt.txt",
        "/%2e%2e/hemligt.txt",
        "/dokument/../../hemligt.txt",
        "/dokument/..%5c..%5chemligt.txt",
        "/..\\hemligt.txt",
        "/hemligt.txt",
        "/stadga.toml",
        "/content/it-policy.md",
        "/content/it-policy.md~",
        "/robots.txt%00",
        "/%00",
        "/hemligt.txt%00.html",
        "/%c0%ae%c0%ae/hemligt.txt",
        "/%ff%fe",
        "/%",
        "/%zz",
        "/.",
        "/./hemligt.txt",
        "/C:/hemligt.txt",
        "/_stadga/../hemligt.txt",
        "/_stadga/dag/i-dag/utan-utkast/../../../../hemligt.txt",
        "/_stadga/dag/..%2f..%2fhemligt.txt/med-utkast/",
        "/_stadga/visa.js/../../hemligt.txt",
        &format!("/{up}etc/passwd"),
        &format!("/{encoded}etc/passwd"),
        &format!("/{twice}etc/passwd"),
        &format!("/{here}/hemligt.txt"),
        &format!("//{here}/hemligt.txt"),
        &format!("/file://{here}/hemligt.txt"),
        &format!("/{long}"),
    ] {
        let reply = browser.get(path);
        let shown = &path[..path.len().min(80)];
        assert_eq!(reply.status, 404, "{shown}");
        assert!(!reply.text().contains(SECRET) && !reply.text().contains("root:"), "{shown}");
    }
}

#[test]
fn a_foreign_name_is_refused_wherever_it_stands() {
    let site = Site::new();
    let serve = Serve::of(&site, "");
    for host in [
        "evil.example",
        "evil.example:80",
        "localhost.evil.example",
        "192.168.1.1",
        "",
        "a b",
        "localhost, evil",
    ] {
        for path in ["/", "/_stadga/", "/_stadga/handelser", "/_stadga/visa.js"] {
            let reply = serve.ask("GET", path, &format!("Host: {host}\r\n"));
            assert_eq!(reply.status, 403, "{host} {path}");
            assert!(reply.text().contains("--allow-host"), "it says what to do");
            assert!(!reply.text().contains("IT-policy"));
        }
    }
    let port = serve.address.port();
    for host in ["localhost", &format!("LOCALHOST:{port}"), "127.0.0.1", "[::1]:80"] {
        assert_eq!(serve.ask("GET", "/", &format!("Host: {host}\r\n")).status, 200, "{host}");
    }
    for raw in [
        "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
    ] {
        let answer = serve.raw(raw.as_bytes());
        assert_eq!(answer.get(8..13), Some(" 403 "), "{raw}{answer}");
    }
    let markup = serve.ask("GET", "/", "Host: <script>alert(1)</script>\r\n").text();
    assert!(!markup.contains("<script>"), "{markup}");
}

#[test]
fn what_is_no_request_ends_its_connection_only() {
    let site = Site::new();
    let serve = Serve::of(&site, "");
    let many = format!("GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "X: y\r\n".repeat(5_000));
    let long = format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}\r\n\r\n", "y".repeat(1 << 20));
    let far = format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "y".repeat(1 << 20));
    for (wrong, what) in [
        (b"\0\0\0\0\r\n\r\n".as_slice(), "no text"),
        (b"GET\r\n\r\n", "no address"),
        (b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", "another version"),
        (b"GET /\x01 HTTP/1.1\r\nHost: localhost\r\n\r\n", "a control character"),
        (b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n", "no colon"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", "a length below nothing"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "TLS"),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/2"),
        (many.as_bytes(), "many headers"),
        (long.as_bytes(), "a long header"),
        (far.as_bytes(), "a long address"),
    ] {
        let answer = serve.raw(wrong);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{what}: {answer}");
        assert_eq!(serve.get("/").status, 200, "after {what}");
    }
}

#[test]
fn whoever_is_slow_keeps_nobody_waiting() {
    let site = Site::new();
    site.put("content/it-policy/2014-04-09.md", "+++\ntitle = \"A\"\n+++\n[B](b.pdf)\n");
    std::fs::remove_file(site.path().join("content/it-policy.md")).unwrap();
    site.put("content/it-policy/b.pdf", vec![7; 8 << 20]);
    let serve = Serve::of(&site, "");
    let pdf = "/dokument/it-policy/b.pdf";
    assert_eq!(serve.get(pdf).body.len(), 8 << 20);
    // Who asks for much and takes nothing, and who never ends the question.
    let mut slow: Vec<Browser> = (0..40).map(|_| serve.open()).collect();
    for browser in &mut slow {
        browser.send("GET", pdf, "");
    }
    let halves: Vec<TcpStream> = (0..100)
        .map(|_| {
            let mut stream = TcpStream::connect(serve.address).unwrap();
            stream.write_all(b"GET / HTTP/1.1\r\nHost: local").unwrap();
            stream
        })
        .collect();
    let start = Instant::now();
    for _ in 0..20 {
        assert_eq!(serve.get("/dokument/it-policy/").status, 200);
    }
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    drop((slow, halves));
}

#[test]
fn a_file_that_is_gone_or_cannot_be_read_is_said_in_words() {
    let site = Site::new();
    std::fs::remove_file(site.path().join("content/it-policy.md")).unwrap();
    site.put("content/it-policy/2014-04-09.md", "+++\ntitle = \"A\"\n+++\n[B](b.pdf)\n");
    site.put("content/it-policy/b.pdf", "%PDF");
    site.put("hemligt.txt", SECRET);
    let (pdf, file) = ("/dokument/it-policy/b.pdf", site.path().join("content/it-policy/b.pdf"));
    let serve = Serve::of(&site, "");
    assert_eq!(serve.get(pdf).status, 200);
    // Read as fast as it can be while the file comes and goes.
    let end = Instant::now() + Duration::from_millis(600);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while Instant::now() < end {
                let _ = std::fs::remove_file(&file);
                site.put("content/it-policy/b.pdf", vec![b'x'; 100_000]);
            }
        });
        let mut browser = serve.open();
        while Instant::now() < end {
            let reply = browser.get(pdf);
            assert!([200, 404].contains(&reply.status), "{}", reply.status);
        }
    });
    #[cfg(unix)]
    {
        std::fs::remove_file(&file).unwrap();
        std::os::unix::fs::symlink(site.path().join("hemligt.txt"), &file).unwrap();
        let inside = serve.get(pdf);
        assert!([200, 404].contains(&inside.status), "it is a file of the site");
        let elsewhere = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(elsewhere.path(), SECRET).unwrap();
        std::fs::remove_file(&file).unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), &file).unwrap();
        let outside = serve.get(pdf);
        assert_eq!(outside.status, 404);
        assert!(!outside.text().contains(SECRET));
        std::fs::remove_file(&file).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(&file).status().unwrap().success());
        assert_eq!(serve.get(pdf).status, 404, "it does not wait for somebody to write");
    }
    let _ = std::fs::remove_file(&file);
    std::fs::create_dir(&file).unwrap();
    assert_eq!(serve.get(pdf).status, 404);
    std::fs::remove_dir_all(site.path().join("content")).unwrap();
    until(
        || serve.get("/_stadga/").text().contains("borta eller tom").then_some(()),
        || "it is missed".into(),
    );
    assert_eq!(serve.get("/dokument/it-policy/").status, 200, "the last good one");
}

#[test]
fn open_streams_are_bounded_and_the_newest_hear() {
    let site = Site::new();
    let serve = Serve::of(&site, "");
    let most = streams();
    let mut open: Vec<Browser> = Vec::new();
    for number in 0..most {
        let mut browser = serve.open();
        // Now and then until it is answered: no faster than they are taken in.
        if number % 50 == 0 || number + 1 == most {
            browser.listen();
        } else {
            browser.send("GET", "/_stadga/handelser", "");
        }
        open.push(browser);
    }
    assert_eq!(serve.get("/").status, 200, "pages are served with {most} streams open");
    // The oldest has ended, the newest hears.
    let oldest = &mut open[0];
    while oldest.edition().is_some() {}
    site.put("content/ny.md", "+++\ntitle = \"Ny\"\n+++\nText.\n");
    assert!(open.last_mut().unwrap().edition().is_some());
}

/// As many as can be opened without taking the files of the tests beside this one.
fn streams() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let files = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    let soft = files.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    (soft.unwrap_or(256) / 2).min(10_000)
}
