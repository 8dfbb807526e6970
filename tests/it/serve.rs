//! The preview, started as people start it and asked over the network as a browser asks.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{sleep, spawn};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use rayon::prelude::*;
use stadga::build::{self, Build, Made, Options};
use stadga::model::config::base_url;
use stadga::shell::disk::RealDisk;
use stadga::shell::preview::inset::{BEGIN, END};
use stadga::shell::read;

use crate::shell_cli::Site;

/// Nothing that a preview is asked takes as long.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A preview that runs until it is dropped.
pub(crate) struct Serve {
    child: Child,
    pub(crate) address: SocketAddr,
    told: Arc<Mutex<String>>,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

/// A connection that stays open.
pub(crate) struct Browser(pub(crate) BufReader<TcpStream>);

impl Serve {
    /// Starts a preview of a site at a free port.
    pub(crate) fn of(site: &Site, arguments: &str) -> Self {
        Self::start(site.command(&format!("serve --port 0 {arguments}")))
    }

    pub(crate) fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("stadga runs");
        let told = Arc::new(Mutex::new(String::new()));
        let mut errors = BufReader::new(child.stderr.take().expect("it is piped"));
        let heard = Arc::clone(&told);
        spawn(move || {
            let mut line = String::new();
            while errors.read_line(&mut line).is_ok_and(|length| length > 0) {
                heard.lock().unwrap().push_str(&std::mem::take(&mut line));
            }
        });
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().expect("it is piped")).read_line(&mut line).expect("a line");
        let Some((_, address)) = line.split_once("http://") else {
            sleep(Duration::from_millis(100));
            panic!("{line}{}", told.lock().unwrap());
        };
        let address = address.trim().trim_end_matches('/').replace("localhost", "127.0.0.1");
        let serve = Self { child, address: address.parse().expect("an address"), told };
        serve.waits_to_be_ready();
        serve
    }

    /// A page is shown before every fault is known; a moment later all is.
    fn waits_to_be_ready(&self) {
        let mut start = self.get("/");
        if let Some(to) = start.headers.get("location") {
            start = self.get(to);
        }
        let looks = |page: &str| page.contains("Letar efter fel") || page.contains("Looking for faults");
        if looks(&start.text()) {
            sleep(Duration::from_millis(10));
            self.waits_to_be_ready();
        }
    }

    /// What it has told so far.
    pub(crate) fn told(&self) -> String {
        self.told.lock().unwrap().clone()
    }

    #[track_caller]
    pub(crate) fn waits_to_tell(&self, words: &str) {
        until(|| self.told().contains(words).then_some(()), || format!("{words:?} in\n{}", self.told()));
    }

    pub(crate) fn open(&self) -> Browser {
        let stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_nodelay(true).unwrap();
        Browser(BufReader::new(stream))
    }

    /// Asks for a path, with more headers, each line ended.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str) -> Reply {
        self.open().ask(method, path, headers)
    }

    pub(crate) fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, "")
    }

    /// Sends bytes as they are, and reads what comes until the other side ends.
    pub(crate) fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        // Whoever refuses need not read all.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Presses Ctrl+C, and returns how it ended.
    #[cfg(unix)]
    pub(crate) fn end(&mut self) -> Option<i32> {
        let number = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &number]).status().unwrap().success());
        let status = until(|| self.child.try_wait().unwrap(), || "an end".into());
        status.code()
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let told = self.told();
        assert!(!told.contains("panicked") || std::thread::panicking(), "{told}");
    }
}

impl Browser {
    pub(crate) fn send(&mut self, method: &str, path: &str, headers: &str) {
        let host = if headers.to_lowercase().starts_with("host:") { "" } else { "Host: localhost\r\n" };
        let request = format!("{method} {path} HTTP/1.1\r\n{host}{headers}\r\n");
        self.0.get_mut().write_all(request.as_bytes()).expect("it hears");
    }

    pub(crate) fn ask(&mut self, method: &str, path: &str, headers: &str) -> Reply {
        self.send(method, path, headers);
        let (status, headers) = self.head();
        let bodiless = method == "HEAD" || status == 304;
        let length = headers.get("content-length").map_or(0, |it| it.parse().unwrap());
        let mut body = vec![0; if bodiless { 0 } else { length }];
        self.0.read_exact(&mut body).expect("the whole body");
        Reply { status, headers, body }
    }

    pub(crate) fn get(&mut self, path: &str) -> Reply {
        self.ask("GET", path, "")
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).expect("a line");
        line.trim_end().to_owned()
    }

    pub(crate) fn head(&mut self) -> (u16, BTreeMap<String, String>) {
        let line = self.line();
        let status = line.split(' ').nth(1).and_then(|it| it.parse().ok());
        let mut headers = BTreeMap::new();
        loop {
            let line = self.line();
            let Some((name, value)) = line.split_once(": ") else { break };
            headers.insert(name.to_lowercase(), value.to_owned());
        }
        (status.unwrap_or_else(|| panic!("no status in {line:?}")), headers)
    }

    /// Begins to listen for changes; returns the edition that is shown.
    pub(crate) fn listen(&mut self) -> String {
        self.send("GET", "/_stadga/handelser", "");
        let (status, headers) = self.head();
        assert_eq!((status, &*headers["content-type"]), (200, "text/event-stream; charset=utf-8"));
        self.edition().expect("what is shown")
    }

    /// Waits for the next event; `None` if the stream has ended.
    pub(crate) fn edition(&mut self) -> Option<String> {
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line).ok()? == 0 {
                return None;
            }
            if let Some(edition) = line.strip_prefix("data: ") {
                return Some(edition.trim_end().to_owned());
            }
        }
    }
}

impl Reply {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body without what the preview adds.
    pub(crate) fn built(&self) -> String {
        without_inset(&self.text())
    }
}

pub(crate) fn without_inset(page: &str) -> String {
    match (page.find(BEGIN), page.rfind(END)) {
        (Some(start), Some(end)) => page[..start].to_owned() + &page[end + END.len()..],
        _ => page.to_owned(),
    }
}

/// Asks again and again, for a while.
#[track_caller]
pub(crate) fn until<T>(mut ask: impl FnMut() -> Option<T>, wanted: impl Fn() -> String) -> T {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(answer) = ask() {
            return answer;
        }
        sleep(Duration::from_millis(20));
    }
    panic!("never came: {}", wanted());
}

pub(crate) fn policy(title: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\ntype = \"policy\"\nadopted_by = \"Kommunfullmäktige\"\nadopted = 2014-04-09\n+++\n\nEn text.\n"
    )
}

fn sample() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn preview_of_sample() -> Serve {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stadga"));
    command.current_dir(sample()).args(["serve", "--port", "0", "--lang", "sv"]);
    Serve::start(command)
}

fn built(root: &Path, options: &Options) -> Build {
    build::build(&read::read(&RealDisk, root, Timestamp::now()).snapshot, options)
}

/// Every path is served as it is built.
fn serves_what_is_built(serve: &Serve, home: &str, build: &Build) {
    let paths: Vec<_> = build.paths().collect();
    assert!(paths.len() > 20, "only {} paths", paths.len());
    paths.par_chunks(32).for_each(|paths| {
        let mut browser = serve.open();
        for path in paths {
            let expected = match build.make(&build.recipe(path).unwrap()).unwrap() {
                Made::Bytes(bytes) => bytes,
                Made::Copy(source) => std::fs::read(sample().join(source.as_str())).unwrap(),
            };
            let address = path.as_str().strip_suffix("index.html").unwrap_or(path.as_str());
            let reply = browser.get(&format!("{home}{address}"));
            assert_eq!(reply.status, 200, "{path}");
            let is_page = reply.headers["content-type"].starts_with("text/html");
            assert_eq!(reply.text().contains(BEGIN), is_page, "{path}");
            let served = if is_page { reply.built().into_bytes() } else { reply.body };
            assert!(served == expected, "{path} is not what is built");
        }
    });
}

#[test]
fn what_is_served_is_what_is_built_with_every_path_of_the_sample() {
    let serve = preview_of_sample();
    let build = built(sample(), &Options { drafts: true, ..Options::default() });
    serves_what_is_built(&serve, "/", &build);
}

#[test]
fn another_day_is_what_is_built_for_that_day() {
    let serve = preview_of_sample();
    let home = "/_stadga/dag/2027-01-01/utan-utkast/";
    let url = base_url(&format!("https://styrdokument.sundhamra.example{home}"));
    let day = "2027-01-01".parse().ok();
    let build = built(sample(), &Options { date: day, fixed: true, base_url: url, drafts: false });
    serves_what_is_built(&serve, home, &build);
    // More days than are held: each is built again when somebody comes back to it.
    for day in [1, 2, 3, 4, 5, 1].map(|day| format!("/_stadga/dag/2027-02-0{day}/med-utkast/")) {
        assert_eq!(serve.get(&day).status, 200, "{day}");
    }

    let missing = serve.get(&format!("{home}finns/inte/"));
    assert_eq!(missing.status, 404);
    assert!(missing.text().contains(&format!("href=\"{home}")), "its links stay on that day");
    assert_eq!(serve.get("/finns/inte/").status, 404);
    let folder = serve.get(&format!("{home}dokument?q=it"));
    assert_eq!((folder.status, &*folder.headers["location"]), (308, &*format!("{home}dokument/?q=it")));
    let start = serve.get(home.trim_end_matches('/'));
    assert_eq!(start.headers["location"], home);
    let usual = serve.get("/_stadga/dag/i-dag/med-utkast/dokument/it-policy/?x=1");
    assert_eq!((usual.status, &*usual.headers["location"]), (308, "/dokument/it-policy/?x=1"));
    for wrong in ["dag/2027-02-30/med-utkast/", "dag/", "dag/imorgon/med-utkast/", "dagbok"] {
        assert_eq!(serve.get(&format!("/_stadga/{wrong}")).status, 404, "{wrong}");
    }
}

#[test]
fn the_form_leads_to_the_day_and_stays_on_the_page() {
    let site = Site::new();
    let serve = Serve::of(&site, "--date 2026-01-01");
    let leads = |query: &str| serve.get(&format!("/_stadga/visa?{query}")).headers["location"].clone();
    let page = "sida=dokument%2Fit-policy%2F";
    assert_eq!(
        leads(&format!("{page}&dag=2027-01-01&utkast=ja")),
        "/_stadga/dag/2027-01-01/med-utkast/dokument/it-policy/"
    );
    assert_eq!(
        leads(&format!("{page}&dag=2027-01-01")),
        "/_stadga/dag/2027-01-01/utan-utkast/dokument/it-policy/"
    );
    assert_eq!(leads(&format!("dag=2026-01-01&{page}&utkast=ja")), "/dokument/it-policy/", "the usual day");
    assert_eq!(leads(&format!("{page}&dag=&utkast=ja")), "/_stadga/dag/i-dag/med-utkast/dokument/it-policy/");
    for elsewhere in [
        "//evil.example",
        "%2F%2Fevil.example/",
        "%5C%5Cevil.example",
        "/%09/evil.example",
        "https://evil.example",
    ] {
        let to = leads(&format!("sida={elsewhere}&dag=2026-01-01&utkast=ja"));
        assert!(to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\t']), "{to}");
    }
}

#[test]
fn the_site_stands_where_it_will_stand() {
    let site = Site::new();
    let settings = std::fs::read_to_string(site.path().join("stadga.toml")).unwrap();
    site.put("stadga.toml", settings.replace("example.se/", "example.se/styrdokument/"));
    let serve = Serve::of(&site, "");
    for elsewhere in ["/", "/styrdokument"] {
        let reply = serve.get(elsewhere);
        assert_eq!((reply.status, &*reply.headers["location"]), (308, "/styrdokument/"), "{elsewhere}");
    }
    assert_eq!(serve.get("/styrdokument/").status, 200);
    assert_eq!(serve.get("/styrdokument/dokument/it-policy/").status, 200);
    assert_eq!(serve.get("/dokument/it-policy/").status, 404);
    assert!(serve.get("/dokument/").text().contains("href=\"/styrdokument/"), "the site's own page says so");

    let moved = Serve::of(&site, "--base-url https://example.se/annat/");
    assert_eq!(moved.get("/").headers["location"], "/annat/");
}

#[test]
fn a_change_is_shown_and_told_to_all_who_listen() {
    let site = Site::new();
    let serve = Serve::of(&site, "");
    let page = "/dokument/it-policy/";
    assert!(serve.get(page).text().contains("IT-policy"));
    let (mut one, mut other) = (serve.open(), serve.open());
    let edition = one.listen();
    assert_eq!(other.listen(), edition);

    site.put("content/it-policy.md", policy("Ny titel"));
    let next = one.edition().expect("an event");
    assert_ne!(next, edition);
    assert_eq!(other.edition(), Some(next.clone()));
    assert!(serve.get(page).text().contains("Ny titel"), "what is told of can be fetched");
    serve.waits_to_tell("content/it-policy.md ändrad: ");

    site.put("content/annan.md", policy("En till"));
    let after = one.edition().expect("an event");
    assert_eq!(serve.get("/dokument/annan/").status, 200);
    std::fs::remove_file(site.path().join("content/annan.md")).unwrap();
    assert_ne!(one.edition().expect("an event"), after);
    assert_eq!(serve.get("/dokument/annan/").status, 404);
    serve.waits_to_tell("content/annan.md borttagen: ");
    assert_eq!(serve.open().listen(), one_more(&mut other), "who comes later sees the same");
}

/// The last of the editions that have come.
#[test]
fn a_change_that_is_taken_back_at_once_is_not_shown() {
    let site = Site::new();
    let serve = Serve::of(&site, "");
    let page = "/dokument/it-policy/";
    let before = serve.get(page).built();
    let text = std::fs::read_to_string(site.path().join("content/it-policy.md")).unwrap();
    for pause in [20, 40, 60, 80] {
        // As a slow editor writes it: first a piece, then all as it was.
        site.put("content/it-policy.md", &text[..text.len() - 10]);
        sleep(Duration::from_millis(pause));
        site.put("content/it-policy.md", &text);
        sleep(Duration::from_millis(150));
        until(|| (serve.get(page).built() == before).then_some(()), || format!("{pause} ms"));
    }
}

fn one_more(browser: &mut Browser) -> String {
    browser.edition();
    browser.edition().expect("an event")
}

#[test]
fn settings_that_make_no_site_leave_the_last_good_one() {
    let site = Site::new();
    let settings = std::fs::read_to_string(site.path().join("stadga.toml")).unwrap();
    let serve = Serve::of(&site, "");
    let page = "/dokument/it-policy/";
    let before = serve.get(page);
    let mut listener = serve.open();
    listener.listen();

    site.put("stadga.toml", "name = Exempelby\n");
    listener.edition().expect("an event");
    let broken = serve.get(page);
    assert_eq!((broken.status, broken.built()), (200, before.built()));
    assert_ne!(broken.text(), before.text(), "the bar says so");
    assert_ne!(broken.headers["etag"], before.headers["etag"]);
    serve.waits_to_tell("den senaste webbplats som gick att göra visas");
    assert_eq!(serve.get("/_stadga/").status, 200);

    site.put("content/it-policy.md", policy("Under tiden"));
    listener.edition().expect("an event");
    assert_eq!(serve.get(page).built(), before.built());
    site.put("stadga.toml", settings);
    listener.edition().expect("an event");
    assert!(serve.get(page).text().contains("Under tiden"));
}

#[test]
fn a_site_that_has_never_been_right_says_so_until_it_is() {
    let site = Site::new();
    let settings = std::fs::read_to_string(site.path().join("stadga.toml")).unwrap();
    site.put("stadga.toml", "name = Exempelby\n");
    let serve = Serve::of(&site, "");
    serve.waits_to_tell("måste rättas innan något kan visas: 1 fel.");
    for path in
        ["/", "/dokument/it-policy/", "/finns/inte", "/_stadga/dag/i-dag/utan-utkast/", "/_stadga/visa?dag="]
    {
        let reply = serve.get(path);
        assert_eq!(reply.status, 500, "{path}");
        assert_eq!(reply.headers["content-type"], "text/html; charset=utf-8");
    }
    assert_eq!(serve.get("/_stadga/").status, 200);
    let mut listener = serve.open();
    listener.listen();
    site.put("stadga.toml", settings);
    listener.edition().expect("an event");
    assert_eq!(serve.get("/").status, 200);
}

#[test]
fn a_template_that_cannot_be_run_leaves_the_last_good_page() {
    let site = Site::new();
    let page = "+++\ntitle = \"Om\"\n+++\nOm oss.\n";
    site.put("content/sidor/om.md", page);
    let serve = Serve::of(&site, "");
    let before = serve.get("/om/");
    assert_eq!(before.status, 200);
    let mut listener = serve.open();
    listener.listen();
    site.put("themes/standard/page.html", "{{ finns_inte }}");
    listener.edition().expect("an event");
    let after = serve.get("/om/");
    assert_eq!((after.status, after.built()), (200, before.built()));
    assert!(after.text().contains("page.html måste rättas först"), "the bar says so: {}", after.text());
    // Pages that nobody has looked at are as they were too; what is new waits.
    site.put("content/sidor/annan.md", page);
    listener.edition().expect("an event");
    assert_eq!(serve.get("/annan/").status, 404);
    assert_eq!(serve.get("/").status, 200);
    assert!(serve.get("/_stadga/").text().contains("finns_inte"));
    site.put("themes/standard/page.html", "<h1>{{ title }}</h1>");
    listener.edition().expect("an event");
    assert_eq!(serve.get("/annan/").status, 200);
}

#[test]
fn a_page_that_a_template_fails_for_says_so_until_it_is_mended() {
    let page = |title: &str| format!("+++\ntitle = '{title}'\n+++\nText\n");
    let site = Site::new();
    site.put("content/sidor/a.md", page("Första"));
    let serve = Serve::of(&site, "");
    let mut listener = serve.open();
    listener.listen();
    let template = "{% if title == 'Andra' %}{{ finns_inte }}{% endif %}{{ title }}";
    site.put("themes/standard/page.html", template);
    listener.edition().expect("an event");
    site.put("content/sidor/b.md", page("Andra"));
    listener.edition().expect("an event");
    let failed = serve.get("/b/");
    assert_eq!(failed.status, 500);
    assert!(failed.text().contains("page.html"), "{}", failed.text());
    assert_eq!(serve.get("/a/").status, 200, "other pages are made");
    // What another save has nothing to do with is still told.
    site.put("content/sidor/c.md", page("Tredje"));
    listener.edition().expect("an event");
    assert!(serve.get("/_stadga/").text().contains("finns_inte"));
    site.put("content/sidor/b.md", page("Fjärde"));
    listener.edition().expect("an event");
    assert!(!serve.get("/_stadga/").text().contains("finns_inte"));
    assert_eq!(serve.get("/b/").status, 200);
}

#[test]
fn content_that_is_moved_away_leaves_the_last_good_site() {
    let site = Site::new();
    site.put("content/a.md", policy("A"));
    let serve = Serve::of(&site, "");
    let before = serve.get("/dokument/a/");
    assert_eq!(before.status, 200);
    let (here, away) = (site.path().join("content"), site.path().join("undan"));
    std::fs::rename(&here, &away).unwrap();
    let shows = |words: &str| {
        let words = words.to_owned();
        let page = until(
            || Some(serve.get("/dokument/a/")).filter(|page| page.text().contains(&words)),
            || words.clone(),
        );
        assert_eq!((page.status, page.built()), (200, before.built()));
    };
    shows("content måste rättas först");
    assert!(serve.get("/_stadga/").text().contains("mappen är borta eller tom"));
    std::fs::rename(&away, &here).unwrap();
    until(
        || (!serve.get("/dokument/a/").text().contains("måste rättas först")).then_some(()),
        || "as before".into(),
    );
}
