//! Sites written as text, built in memory, read back as a visitor would:
//!
//! ```ignore
//! let site = Site::new("//- content/it-policy.md\n+++\ntitle = 'IT-policy'\n+++\nText.").today("2020-01-01");
//! assert!(site.main("/dokument/it-policy/").contains("IT-policy"));
//! ```

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use rayon::prelude::*;
use scraper::{Html, Selector};
use stadga::base::fault::Fault;
use stadga::base::path::{OutPath, SitePath};
use stadga::base::snapshot::{Asset, Snapshot, Source, Unreadable};
use stadga::base::text::Text;
use stadga::build::{Build, Made, Options, build};

/// What a site is called and who decides in it, where a test does not care.
const SETTINGS: &str = r#"
name = "Provköping"
base_url = "https://styrdokument.example.org/"

[bodies.kommunfullmaktige]
name = "Kommunfullmäktige"
abbreviation = "KF"

[bodies.kommunstyrelsen]
name = "Kommunstyrelsen"
abbreviation = "KS"

[accessibility]
conformance = "fully"
assessed = 2019-09-23
method = "self-assessment"
updated = 2999-12-31
email = "post@example.org"
"#;
/// A statement of accessibility that is sound on any day, for settings that a test writes.
pub(crate) const STATEMENT: &str = "accessibility = { conformance = 'fully', assessed = 2019-09-23, method = 'self-assessment', updated = 2999-12-31, email = 'post@example.org' }";
/// Files that are read as text; all others are assets.
const TEXTS: [&str; 9] = ["css", "ftl", "html", "js", "json", "md", "toml", "txt", "xml"];

/// A site of a few files on a given day.
#[derive(Clone)]
pub(crate) struct Site {
    snapshot: Snapshot,
    drafts: bool,
}

impl Site {
    /// Files in one text, each after a line `//- path`; indentation that all lines share is
    /// taken away. `stadga.toml` is made up if none is given; the day is 2020-01-01.
    #[track_caller]
    pub(crate) fn new(files: &str) -> Self {
        let mut site = Self::empty();
        let mut open: Option<(String, String)> = None;
        for line in dedent(files).lines() {
            if let Some(path) = line.strip_prefix("//- ") {
                if let Some((path, text)) = open.replace((path.trim().to_owned(), String::new())) {
                    site = site.file(&path, &text);
                }
            } else if let Some((_, text)) = &mut open {
                *text += line;
                text.push('\n');
            } else {
                assert!(line.is_empty(), "the text of a site begins with `//- path`, not with {line:?}");
            }
        }
        match open {
            Some((path, text)) => site.file(&path, &text),
            None => site,
        }
    }

    /// Settings and nothing else.
    pub(crate) fn empty() -> Self {
        Self { snapshot: Snapshot::new(day("2020-01-01")), drafts: false }.file("stadga.toml", SETTINGS)
    }

    /// A site of files that are made elsewhere.
    pub(crate) fn of(files: impl IntoIterator<Item = (String, String)>) -> Self {
        files.into_iter().fold(Self::empty(), |site, (path, text)| site.file(&path, &text))
    }

    /// A site that was read from a disk.
    pub(crate) fn of_snapshot(snapshot: Snapshot) -> Self {
        Self { snapshot, drafts: false }
    }

    /// The site in a folder: its settings, texts and themes.
    #[track_caller]
    pub(crate) fn folder(root: &Path) -> Self {
        let mut site = Self::empty();
        for name in ["stadga.toml", "content", "themes"] {
            for entry in walkdir::WalkDir::new(root.join(name)).into_iter().filter_map(Result::ok) {
                if !entry.file_type().is_file() {
                    continue;
                }
                let inside = entry.path().strip_prefix(root).expect("an entry lies below its root");
                let path = inside.to_str().expect("names are UTF-8").replace('\\', "/");
                let bytes = std::fs::read(entry.path())
                    .unwrap_or_else(|fault| panic!("{}: {fault}", entry.path().display()));
                site = match String::from_utf8(bytes) {
                    Ok(text) if is_text(&path) => site.file(&path, &text),
                    Ok(text) => site.asset(&path, text.len()),
                    Err(fault) => site.asset(&path, fault.as_bytes().len()),
                };
            }
        }
        site
    }

    /// Adds or replaces a file.
    pub(crate) fn file(mut self, path: &str, text: &str) -> Self {
        self.snapshot.files.insert(SitePath::new(path), Source::Text(Text::new(text)));
        self
    }

    /// Adds an image or attachment of so many bytes; an image measures 640 × 480.
    pub(crate) fn asset(mut self, path: &str, length: usize) -> Self {
        let path = SitePath::new(path);
        let image = matches!(path.extension().as_deref(), Some("png" | "jpg" | "jpeg" | "gif" | "webp"));
        let asset = Asset { length: length as u64, dimensions: image.then_some((640, 480)), scripted: false };
        self.snapshot.files.insert(path, Source::Asset(asset));
        self
    }

    /// Adds a drawing that holds a program.
    pub(crate) fn scripted(mut self, path: &str) -> Self {
        let asset = Asset { length: 1, dimensions: None, scripted: true };
        self.snapshot.files.insert(SitePath::new(path), Source::Asset(asset));
        self
    }

    /// Adds a file that cannot be read.
    pub(crate) fn unreadable(mut self, path: &str, why: Unreadable) -> Self {
        self.snapshot.files.insert(SitePath::new(path), Source::Unreadable(why));
        self
    }

    /// Sets the day.
    #[track_caller]
    pub(crate) fn today(mut self, date: &str) -> Self {
        self.snapshot.today = day(date);
        self
    }

    /// Shows drafts too.
    pub(crate) fn with_drafts(mut self) -> Self {
        self.drafts = true;
        self
    }

    /// Builds it.
    pub(crate) fn build(&self) -> Build {
        build(&self.snapshot, &Options { drafts: self.drafts, ..Options::default() })
    }

    /// The HTML of a page, by its address: `/dokument/it-policy/`.
    #[track_caller]
    pub(crate) fn page(&self, address: &str) -> String {
        let build = self.build();
        let path = OutPath::new(file_of(address));
        let Some(recipe) = build.recipe(&path) else {
            let paths: Vec<_> = build.paths().map(OutPath::as_str).collect();
            let faults = self.told(&build.faults);
            panic!("no page {address}; the site has\n  {}\nfaults: {faults:#?}", paths.join("\n  "));
        };
        match build.make(&recipe) {
            Ok(Made::Bytes(bytes)) => String::from_utf8(bytes).expect("pages are UTF-8"),
            Ok(Made::Copy(source)) => panic!("{address} is a copy of {source}"),
            Err(fault) => panic!("{address} cannot be made: {}", self.tell(&fault)),
        }
    }

    /// What a page says: the words within `<main>`, white space made single. Data for scripts is not said.
    #[track_caller]
    pub(crate) fn main(&self, address: &str) -> String {
        let html = self.page(address);
        let page = Html::parse_document(&html);
        let main = Selector::parse("main").expect("a selector");
        let Some(main) = page.select(&main).next() else { panic!("{address} has no <main>:\n{html}") };
        let data: Vec<_> = main.select(&Selector::parse("script").expect("a selector")).collect();
        let said = main
            .descendants()
            .filter(|node| !data.iter().any(|it| node.parent().is_some_and(|up| up.id() == it.id())));
        let text: String =
            said.filter_map(|node| node.value().as_text()).flat_map(|text| [&**text, " "]).collect();
        // Where a word may be parted nobody reads.
        text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The files as stadga reads them.
    pub(crate) fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// Every fault, as `S030 missing-title content/x.md:1:1`.
    pub(crate) fn faults(&self) -> Vec<String> {
        self.told(&self.build().faults)
    }

    /// Every file of the site by its path; of a copied file, what it is a copy of.
    #[track_caller]
    pub(crate) fn all(&self) -> BTreeMap<String, Vec<u8>> {
        let build = self.build();
        assert!(build.usable(), "the site cannot be built: {:#?}", self.told(&build.faults));
        let paths: Vec<&OutPath> = build.paths().collect();
        let make = |path: &&OutPath| {
            let recipe = build.recipe(path).unwrap_or_else(|| panic!("{path} is planned without a recipe"));
            let bytes = match build.make(&recipe) {
                Ok(Made::Bytes(bytes)) => bytes,
                Ok(Made::Copy(source)) => format!("copy of {source}").into_bytes(),
                Err(fault) => panic!("{path} cannot be made: {}", self.tell(&fault)),
            };
            (path.as_str().to_owned(), bytes)
        };
        paths.par_iter().map(make).collect()
    }

    fn told(&self, faults: &[Fault]) -> Vec<String> {
        faults.iter().map(|fault| self.tell(fault)).collect()
    }

    /// A fault as `S030 missing-title content/x.md:1:1`.
    pub(crate) fn tell(&self, fault: &Fault) -> String {
        let rule = fault.code.rule();
        let mut told = format!("{} {}", rule.number, rule.slug);
        if let Some(place) = &fault.place {
            let _ = write!(told, " {}", place.path);
            if let (Some((start, _)), Some(text)) = (place.range, self.snapshot.text(place.path.as_str())) {
                let before = &text.as_str()[..start];
                let line = before.matches('\n').count() + 1;
                let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
                let _ = write!(told, ":{line}:{column}");
            }
        }
        told
    }
}

/// The file that a web server sends for an address.
pub(crate) fn file_of(address: &str) -> String {
    let path = address.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

#[track_caller]
fn day(date: &str) -> stadga::base::date::Date {
    date.parse().unwrap_or_else(|fault| panic!("{date}: {fault}"))
}

fn is_text(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| TEXTS.contains(&extension))
}

fn dedent(text: &str) -> String {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let shared = lines().map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let short: Vec<&str> = text.lines().map(|line| line.get(shared..).unwrap_or("")).collect();
    short.join("\n")
}

#[test]
fn a_site_is_written_as_text() {
    let site = Site::new(
        "
        //- content/a.md
        +++
        title = 'Å'
        +++
        Ett stycke.

            kod
        //- content/b.md
        B
        ",
    );
    let text = |path| site.snapshot.text(path).unwrap_or_else(|| panic!("{path}")).as_str().trim_end();
    assert_eq!(text("content/a.md"), "+++\ntitle = 'Å'\n+++\nEtt stycke.\n\n    kod");
    assert_eq!(text("content/b.md"), "B");
    assert!(text("stadga.toml").contains("Provköping"));
}
