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
