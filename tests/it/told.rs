//! What the register tells: states as words, so that a test is a table of days and answers.
//!
//! ```ignore
//! let told = told([text("a", "adopted = 2010-09-27; valid_until = 2014-12-31")]);
//! told.shows("a", &[("2014-12-31", "in-force 2010-09-27"), ("2015-01-01", "term-passed 2010-09-27")]);
//! ```

use std::fmt::Write as _;

use stadga::base::date::{Approx, Date};
use stadga::build::Build;
use stadga::model::event::Event;
use stadga::model::id::{DocId, VersionId};
use stadga::model::life::Life;
use stadga::model::register::{Register, Work};
use stadga::model::validity::Force;
use stadga::model::version::Version;
use stadga::site::happenings;

use crate::site::Site;

/// A file of the content folder: its path and its text.
pub(crate) type File = (String, String);

/// What a version must say and a test seldom cares for.
const USUAL: [(&str, &str); 3] = [("title", "'T'"), ("type", "'policy'"), ("adopted_by", "'KF'")];

/// A version: `a` is a document in one file, `a/2014-04-09` one of several. Facts are TOML with
/// `; ` between the lines; what every version must say is filled in, and a date in the file
/// name is the adoption.
pub(crate) fn text(name: &str, facts: &str) -> File {
    let given = |key: &str| facts.split("; ").any(|fact| fact.trim_start().starts_with(&format!("{key} =")));
    let mut front = String::new();
    for (key, value) in USUAL.into_iter().filter(|(key, _)| !given(key) && !joint(key, facts)) {
        let _ = writeln!(front, "{key} = {value}");
    }
    let file = name.rsplit('/').next().unwrap_or(name);
    if let Some(date) = file.get(..10).filter(|date| Approx::parse(date).is_ok() && !given("adopted")) {
        let _ = writeln!(front, "adopted = {date}");
    }
    (format!("content/{name}.md"), format!("+++\n{front}{}\n+++\nText.\n", facts.replace("; ", "\n")))
}

/// A joint decision names its own bodies.
fn joint(key: &str, facts: &str) -> bool {
    key == "adopted_by" && facts.contains("act = 'adopted'")
}

/// What belongs to a whole document.
pub(crate) fn index(name: &str, facts: &str) -> File {
    (format!("content/{name}/index.md"), format!("+++\n{}\n+++\n", facts.replace("; ", "\n")))
}

/// A register to ask.
pub(crate) struct Told {
    pub(crate) site: Site,
    build: Build,
}

/// The register of a few files.
pub(crate) fn told(files: impl IntoIterator<Item = File>) -> Told {
    Told::of(Site::of(files))
}

impl Told {
    pub(crate) fn of(site: Site) -> Self {
        let build = site.build();
        Self { site, build }
    }

    #[track_caller]
    pub(crate) fn register(&self) -> &Register {
        &self.build.library().expect("the settings are right").register
    }

    #[track_caller]
    pub(crate) fn work(&self, document: &str) -> &Work {
        let work = self.register().work(&DocId::new(document));
        work.unwrap_or_else(|| panic!("no document {document}; faults: {:#?}", self.site.faults()))
    }

    /// A version by `document/version`; of a document with one, its id is enough.
    #[track_caller]
    pub(crate) fn version(&self, name: &str) -> (&Version, &Life) {
        let (document, version) = name.split_once('/').unwrap_or((name, ""));
        let mut versions = self.work(document).versions();
        let found = match version {
            "" if versions.len() == 1 => versions.next(),
            id => self.work(document).version(&VersionId::new(id)),
        };
        found.unwrap_or_else(|| panic!("no version {name}"))
    }

    /// What the document's own page shows on each day: state and version.
    #[track_caller]
    pub(crate) fn shows(&self, document: &str, expected: &[(&str, &str)]) {
        let work = self.work(document);
        rows(document, expected, |day| {
            let (version, life) = work.shown(day).expect("some version is shown");
            let gone = if work.withdrawn(day) { "withdrawn " } else { "" };
            format!("{gone}{} {}", life.force.on(day).slug(), version.id)
        });
    }

    /// The force of a version on each day, with what ended it.
    #[track_caller]
    pub(crate) fn force(&self, version: &str, expected: &[(&str, &str)]) {
        let (_, life) = self.version(version);
        rows(version, expected, |day| words(life.force.on(day)));
    }

    /// The review of a version on each day, with the last day for it.
    #[track_caller]
    pub(crate) fn review(&self, version: &str, expected: &[(&str, &str)]) {
        let (_, life) = self.version(version);
        rows(version, expected, |day| match life.due.on(day) {
            Some(due) => format!("{} {due}", life.review.on(day).slug()),
            None => life.review.on(day).slug().to_owned(),
        });
    }

    /// The document's timeline, oldest first: date, version and what.
    #[track_caller]
    pub(crate) fn events(&self, document: &str, expected: &[&str]) {
        let tell = |event: &Event| {
            let version = event.version.as_ref().map_or("-", VersionId::as_str);
            format!("{} {version} {}", event.date.ascii(), happenings::kind(event))
        };
        let events: Vec<String> = self.work(document).events.iter().map(tell).collect();
        assert_eq!(events, expected, "{document}");
    }

    /// The versions in order.
    #[track_caller]
    pub(crate) fn order(&self, document: &str, expected: &[&str]) {
        let ids: Vec<&str> = self.work(document).versions().map(|(version, _)| version.id.as_str()).collect();
        assert_eq!(ids, expected, "{document}");
    }

    /// The faults, by slug and file;
    #[track_caller]
    pub(crate) fn faults(&self, expected: &[&str]) {
        let tell = |fault: &String| {
            let mut parts = fault.split(' ').skip(1);
            let slug = parts.next().unwrap_or("");
            let file = parts.next().map_or("", |place| place.split(':').next().unwrap_or(place));
            format!("{slug} {}", file.trim_start_matches("content/").trim_end_matches(".md"))
        };
        let faults: Vec<String> = self.site.faults().iter().map(tell).collect();
        assert_eq!(faults, expected);
    }
}

pub(crate) fn day(date: &str) -> Date {
    date.parse().unwrap_or_else(|fault| panic!("{date}: {fault}"))
}

/// The state in words, with what caused it.
pub(crate) fn words(force: &Force) -> String {
    match force {
        Force::Superseded(version) => format!("superseded by {version}"),
        Force::Replaced(by) => {
            let by: Vec<&str> = by.iter().map(DocId::as_str).collect();
            format!("replaced by {}", by.join(", "))
        }
        other => other.slug().to_owned(),
    }
}

#[track_caller]
fn rows(what: &str, expected: &[(&str, &str)], tell: impl Fn(Date) -> String) {
    let seen: Vec<(&str, String)> = expected.iter().map(|(at, _)| (*at, tell(day(at)))).collect();
    let expected: Vec<(&str, String)> =
        expected.iter().map(|(at, words)| (*at, (*words).to_owned())).collect();
    assert_eq!(seen, expected, "{what}");
}
