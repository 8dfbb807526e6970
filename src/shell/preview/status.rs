//! The state of the whole site on one page: what is wrong, which texts there are, what must be done and
//! what comes, and how the preview itself is faring.

use std::path::Path;
use std::time::Duration;

use jiff::civil::Time;

use crate::base::fault::Fault;
use crate::base::snapshot::Snapshot;
use crate::model::address::{Address, encode};
use crate::model::register::Work;
use crate::shell::markup::escaped;
use crate::shell::next::{Change, coming};
use crate::shell::preview::editor::Editor;
use crate::shell::preview::page::{Page, day, visit};
use crate::shell::preview::panel::Panel;
use crate::shell::report::Counts;
use crate::shell::words::Words;
use crate::site::front::to_review;
use crate::site::library::{Library, title_of, version_address};
use crate::site::lists::{GROUPS, group, row};
use crate::site::sheet::Sheet;
use crate::site::standing::{document_state, version_name};

/// So many coming changes are told.
const COMING: usize = 10;
/// So many faults are shown; the rest are counted.
const MOST: usize = 200;

/// What the page tells.
pub struct Status<'a> {
    /// The language.
    pub words: &'a Words,
    /// The site that is shown; none has been made yet without it.
    pub library: Option<&'a Library>,
    /// Where it stands on this machine: `/styrdokument/`.
    pub home: &'a str,
    /// The page that somebody came from, as an address within the site.
    pub from: Option<&'a str>,
    /// The whole address, to pass on.
    pub address: &'a str,
    /// Drafts are shown.
    pub drafts: bool,
    /// The settings fix the day.
    pub is_fixed: bool,
    /// The faults of the newest files, in the order of the report.
    pub faults: &'a [Fault],
    /// The newest files make no site; an older one is shown.
    pub broken: bool,
    /// The files.
    pub snapshot: &'a Snapshot,
    /// The site's folder.
    pub root: &'a Path,
    /// What opens a file.
    pub editor: &'a Editor,
    /// The latest round.
    pub built: Built,
    /// How changes are found: `events` or `poll`.
    pub watching: &'a str,
}

/// How the newest files were read and planned.
#[derive(Clone, Copy, Debug)]
pub struct Built {
    /// When, on the clock of this machine.
    pub at: Time,
    /// How long it took.
    pub took: Duration,
    /// How many pages the site has.
    pub pages: usize,
}

/// The page's bytes, and its tag.
pub fn status(about: &Status) -> (Vec<u8>, String) {
    let words = about.words;
    let counts = Counts::of(about.faults).words(words);
    let found = if counts.is_empty() { words.text("preview-no-faults") } else { counts };
    let mut parts = vec![("round", round(about)), ("faults", faults(about, &found))];
    if let Some(library) = about.library {
        let sheet = Sheet::new(library, Address::Start);
        parts.push(("states", states(about, &sheet)));
        parts.push(("drafts", drafts(about, &sheet)));
        parts.push(("reviews", reviews(about, &sheet)));
        parts.push(("coming", changes(about, library)));
    }
    let broken = format!("{} {found}", broken_lead(about));
    let back = about.from.map(|page| format!("{}{page}", encode(about.home)));
    Page {
        words,
        title: &words.text("preview-state"),
        back: back.as_deref(),
        site: about.library.map(|library| (library.config.name.as_str(), about.home)),
        found: if about.broken { &broken } else { &found },
        broken: about.broken,
        parts,
    }
    .write()
}

/// That the newest files are not shown, and what is instead.
fn broken_lead(about: &Status) -> String {
    let shown = if about.library.is_some() { "last" } else { "none" };
    about.words.say("preview-broken-lead", &[("shown", shown.into())])
}

/// The day, the latest round, and how files are followed.
fn round(about: &Status) -> String {
    let words = about.words;
    let Built { at, took, pages } = about.built;
    let two = |number: i8| format!("{number:02}");
    let time = [("h", two(at.hour())), ("m", two(at.minute())), ("s", two(at.second()))];
    let time = time.each_ref().map(|(name, digits)| (*name, digits.as_str().into()));
    let built = [
        ("time", words.say("preview-time", &time).into()),
        ("seconds", words.decimal(took.as_secs_f64(), 2).into()),
        ("pages", pages.into()),
    ];
    let watching = words.say("preview-watching", &[("how", about.watching.into())]);
    let mut facts = vec![
        ("preview-fact-built", escaped(&words.say("preview-built", &built))),
        ("preview-fact-watching", escaped(&watching)),
        ("preview-fact-address", format!("<a href=\"{0}\">{0}</a>", escaped(about.address))),
    ];
    if let Some(library) = about.library {
        facts.insert(0, ("preview-fact-day", shown_for(about, library)));
    }
    let fact = |(id, html): &(&str, String)| {
        format!("<div><dt>{}</dt><dd>{html}</dd></div>\n", escaped(&words.text(id)))
    };
    let facts: String = facts.iter().map(fact).collect();
    let broken = if about.broken {
        format!("<p class=\"stadga-alarm\">{}</p>\n", escaped(&broken_lead(about)))
    } else {
        String::new()
    };
    format!("{broken}<dl class=\"stadga-facts\">\n{facts}</dl>\n")
}

fn shown_for(about: &Status, library: &Library) -> String {
    let id = if about.is_fixed { "preview-day-fixed" } else { "preview-day-plain" };
    let drafts = if about.drafts { "yes" } else { "no" };
    let date = day(about.words, library.today);
    escaped(&about.words.say(id, &[("date", date.into()), ("drafts", drafts.into())]))
}

/// All faults, file by file.
fn faults(about: &Status, found: &str) -> String {
    let words = about.words;
    let panel = Panel { words, snapshot: about.snapshot, root: about.root, editor: about.editor };
    let title = escaped(&words.text("preview-faults"));
    let mut html = vec![format!("<h2>{title}</h2>\n<p>{}</p>\n", escaped(found))];
    let (shown, left) = about.faults.split_at(about.faults.len().min(MOST));
    let file = |fault: &Fault| fault.place.as_ref().map(|place| place.path.clone());
    for of_file in shown.chunk_by(|a, b| file(a) == file(b)) {
        let name = file(&of_file[0]);
        let name = name.map_or_else(|| words.text("preview-whole-site"), |path| path.as_str().to_owned());
        html.push(format!("<h3>{}</h3>\n{}", escaped(&name), panel.list(of_file, 4, MOST)));
    }
    if !left.is_empty() {
        let more = words.say("preview-more-faults", &[("n", left.len().into())]);
        html.push(format!("<p>{}</p>\n", escaped(&more)));
    }
    html.concat()
}

/// How many documents there are of each state, as the register groups them.
fn states(about: &Status, sheet: &Sheet) -> String {
    let mut counts = [0_usize; GROUPS.len()];
    for state in sheet.library.documents(|_| true).filter_map(|work| document_state(sheet, work)) {
        counts[group(sheet, &state.force)] += 1;
    }
    let rows = GROUPS.iter().zip(counts).filter(|(_, count)| *count > 0).map(|((name, anchor), count)| {
        let name = format!(
            "<a href=\"{}?status={anchor}\">{}</a>",
            site_link(about, "dokument/"),
            escaped(&sheet.say(name))
        );
        vec![name, count.to_string()]
    });
    table(
        about.words,
        "preview-documents",
        &["preview-column-state", "preview-column-count"],
        &rows.collect::<Vec<_>>(),
    )
}

/// The texts that are not decided yet.
fn drafts(about: &Status, sheet: &Sheet) -> String {
    let of_work = |work: &Work| -> Vec<Vec<String>> {
        let drafts = work.versions().filter(|(version, _)| version.draft);
        let row = |address: String, title: &str, name: String| {
            vec![format!("<a href=\"{}\">{}</a>", site_link(about, &address), escaped(title)), escaped(&name)]
        };
        drafts
            .map(|(version, _)| {
                let address = version_address(&work.document.id, &version.id).path();
                row(address, title_of(version), version_name(sheet, version))
            })
            .collect()
    };
    let rows: Vec<Vec<String>> = sheet.library.documents(|_| true).flat_map(of_work).collect();
    if rows.is_empty() {
        return String::new();
    }
    table(about.words, "preview-drafts", &["preview-column-document", "preview-column-version"], &rows)
}

/// What should have been reviewed, and what soon should.
fn reviews(about: &Status, sheet: &Sheet) -> String {
    let words = about.words;
    let rows: Vec<Vec<String>> = to_review(sheet)
        .into_iter()
        .filter_map(|work| row(sheet, work))
        .map(|row| {
            let late = if row.overdue {
                format!("<strong>{}</strong>", escaped(&words.text("list-overdue")))
            } else {
                String::new()
            };
            let title = format!(
                "<a href=\"{}\">{}</a>",
                site_link(about, &format!("dokument/{}/", row.id)),
                escaped(&row.title)
            );
            let due = row.review.map(|due| due.text).unwrap_or_default();
            vec![title, format!("{} {late}", escaped(&due)).trim_end().to_owned()]
        })
        .collect();
    if rows.is_empty() {
        let [title, none] = ["preview-reviews", "preview-no-reviews"].map(|id| escaped(&words.text(id)));
        return format!("<h2>{title}</h2>\n<p>{none}</p>\n");
    }
    table(words, "preview-reviews", &["preview-column-document", "preview-column-due"], &rows)
}

/// The changes that come by themselves, each with the way to see its day.
fn changes(about: &Status, library: &Library) -> String {
    let words = about.words;
    let changes = coming(library, words, COMING);
    if changes.is_empty() {
        let [title, none] = ["preview-coming", "next-nothing"].map(|id| escaped(&words.text(id)));
        return format!("<h2>{title}</h2>\n<p>{none}</p>\n");
    }
    let row = |change: &Change| {
        let page = format!("dokument/{}/", change.document);
        let there = visit(Some(change.day), about.drafts, &page);
        vec![
            format!("<a href=\"{}\">{}</a>", site_link(about, &page), escaped(&change.title)),
            escaped(&change.message),
            format!("<a href=\"{}\">{}</a>", escaped(&there), escaped(&day(words, change.day))),
        ]
    };
    let columns = ["preview-column-document", "preview-column-change", "preview-column-day"];
    let rows: Vec<Vec<String>> = changes.iter().map(row).collect();
    let note = escaped(&words.text("preview-coming-note"));
    table(words, "preview-coming", &columns, &rows) + &format!("<p class=\"stadga-aside\">{note}</p>\n")
}

fn site_link(about: &Status, page: &str) -> String {
    escaped(&encode(&format!("{}{page}", about.home)))
}

/// A table under a heading that is its name; the first cell of a row is what the row is about.
fn table(words: &Words, title: &str, columns: &[&str], rows: &[Vec<String>]) -> String {
    let head = |id: &&str| format!("<th scope=\"col\">{}</th>", escaped(&words.text(id)));
    let heads: Vec<String> = columns.iter().map(head).collect();
    let row = |cells: &Vec<String>| {
        let (about, rest) = cells.split_first()?;
        let rest: Vec<String> = rest.iter().map(|cell| format!("<td>{cell}</td>")).collect();
        Some(format!("<tr><th scope=\"row\">{about}</th>{}</tr>\n", rest.concat()))
    };
    let rows: Vec<String> = rows.iter().filter_map(row).collect();
    format!(
        "<h2 id=\"stadga--{title}\">{}</h2>\n\
         <div class=\"stadga-wide\" role=\"region\" aria-labelledby=\"stadga--{title}\" tabindex=\"0\">\n\
         <table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n</div>\n",
        escaped(&words.text(title)),
        heads.concat(),
        rows.concat(),
    )
}
