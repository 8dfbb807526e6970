//! `stadga next`: the days to come on which something changes by itself, and what happens then.

use clap::{Arg, value_parser};
use jiff::ToSpan as _;
use serde_json::{Value as Json, json};

use crate::base::date::{Date, day_before};
use crate::model::coming::{Turn, turns};
use crate::model::id::DocId;
use crate::model::register::Work;
use crate::model::validity::Force;
use crate::model::version::Version;
use crate::shell::args::{Call, Exit, Verb, format, option, reading_options};
use crate::shell::error::Error;
use crate::shell::register;
use crate::shell::terminal::{answer, tell};
use crate::shell::words::{Value, Words};
use crate::site::happenings;
use crate::site::library::{Library, document_title};

/// The command.
pub const VERB: Verb = Verb { name: "next", parts: &[], options, run };

/// So many days are told of where nobody has said how far to look.
const DAYS_TOLD: usize = 10;

fn options(words: &'static Words) -> Vec<Arg> {
    let within = option("within", "days", "help-within", words).value_parser(value_parser!(u16));
    let format = format(&["human", "json"], "help-next-format", words);
    let mut options = vec![within, format];
    options.extend(reading_options(words));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let Some((library, words)) = register::library(call)? else { return Ok(Exit::Faults) };
    let mut days = library.register.change_dates();
    days.retain(|day| *day > library.today);
    let within = call.matches.get_one::<u16>("within").copied();
    let told = match within {
        Some(within) => {
            let last = library.today.checked_add(i64::from(within).days()).unwrap_or(Date::MAX);
            days.partition_point(|day| *day <= last)
        }
        None => days.len().min(DAYS_TOLD),
    };
    let later = days.split_off(told);
    let changes: Vec<Change> = days.iter().flat_map(|day| changes(&library, *day, words)).collect();
    if call.matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        answer(&json(library.today, &days, &changes, later.len()))?;
        return Ok(Exit::Fine);
    }
    let lines: String = changes.iter().map(Change::line).collect();
    answer(&lines)?;
    match (later.first(), days.is_empty()) {
        (Some(next), _) => {
            let arguments = [("n", later.len().into()), ("date", next.to_string().into())];
            tell(&(words.say("next-later", &arguments) + "\n"));
        }
        (None, true) => tell(&(words.text("next-nothing") + "\n")),
        (None, false) => {}
    }
    Ok(Exit::Fine)
}

/// Something that is different from a day on.
pub struct Change {
    /// The day.
    pub day: Date,
    /// The document.
    pub document: String,
    /// Its title then.
    pub title: String,
    /// The version, where the document has several.
    version: Option<String>,
    /// What sort of change, and what holds after it, for programs.
    sort: &'static str,
    after: String,
    /// What changes, in words.
    pub message: String,
}

impl Change {
    /// `2026-12-01  IT-plan (2026-10-26): börjar gälla`
    fn line(&self) -> String {
        let version = self.version.as_ref().map(|version| format!(" ({version})")).unwrap_or_default();
        // Titles come from files: no control character of theirs may reach the terminal.
        let plain = |it: char| if it.is_control() { ' ' } else { it };
        let line: String = format!("{}{version}: {}", self.title, self.message).chars().map(plain).collect();
        format!("{}  {line}\n", self.day)
    }
}

/// The changes that come next, so many of them.
pub fn coming(library: &Library, words: &Words, most: usize) -> Vec<Change> {
    let days = library.register.change_dates().into_iter().filter(|day| *day > library.today);
    days.flat_map(|day| changes(library, day, words)).take(most).collect()
}

/// All that changes on a day, document by document as the website sorts them.
fn changes(library: &Library, day: Date, words: &Words) -> Vec<Change> {
    let by_title = library.documents(|_| true);
    by_title
        .flat_map(|work| turns(work, day).into_iter().map(move |it| (work, it)))
        .map(|(work, it)| change(library, work, it, day, words))
        .collect()
}

fn change(library: &Library, work: &Work, turn: Turn, day: Date, words: &Words) -> Change {
    let id = match turn {
        Turn::Force { version, .. } | Turn::Review { version, .. } => Some(&version.id),
        Turn::Event(event) => event.version.as_ref(),
        Turn::Asked(_) | Turn::NoLongerAsked(_) => None,
    };
    let version: Option<&Version> = id.and_then(|id| work.version(id)).map(|(version, _)| version);
    let title = version.and_then(|version| version.title.as_deref());
    let (sort, after, message) = told(library, work, turn, day, words);
    Change {
        day,
        document: work.document.id.to_string(),
        title: title.unwrap_or_else(|| document_title(work, day)).to_owned(),
        version: version.filter(|_| work.versions().len() > 1).map(|version| version.id.to_string()),
        sort,
        after,
        message,
    }
}

/// The sort of a change, what holds after it, and both in words.
fn told(
    library: &Library,
    work: &Work,
    turn: Turn,
    day: Date,
    words: &Words,
) -> (&'static str, String, String) {
    let eve = || Value::from(day_before(day).to_string());
    match turn {
        Turn::Force { before, after, .. } => {
            let by = match after {
                Force::Superseded(by) => by.to_string(),
                Force::Replaced(by) => titles(library, by, day),
                _ => String::new(),
            };
            let arguments = [
                ("before", before.slug().into()),
                ("after", after.slug().into()),
                ("by", by.into()),
                ("eve", eve()),
            ];
            ("force", after.slug().to_owned(), words.say("next-force", &arguments))
        }
        Turn::Review { after, due, .. } => {
            let due = due.map(|due| due.to_string()).unwrap_or_default();
            let arguments = [("after", after.slug().into()), ("due", due.into())];
            ("review", after.slug().to_owned(), words.say("next-review", &arguments))
        }
        Turn::Event(event) => {
            let kind = happenings::kind(event);
            ("event", kind.to_owned(), words.say("next-event", &[("kind", kind.into())]))
        }
        Turn::Asked(year) | Turn::NoLongerAsked(year) => {
            let asked = matches!(turn, Turn::Asked(_));
            let sort = if asked { "asked" } else { "no-longer-asked" };
            let arguments = [("what", demands(library, work).into()), ("year", year.to_string().into())];
            (sort, year.to_string(), words.say(&format!("next-{sort}"), &arguments))
        }
    }
}

/// ”A”, ”B”: the titles that documents have on a day.
fn titles(library: &Library, ids: &[DocId], day: Date) -> String {
    let title = |id: &DocId| match library.register.work(id) {
        Some(work) => format!("”{}”", document_title(work, day)),
        None => format!("”{id}”"),
    };
    ids.iter().map(title).collect::<Vec<_>>().join(", ")
}

/// The types that must exist for every year.
fn demands(library: &Library, work: &Work) -> String {
    let yearly = work.demands().filter(|demand| demand.every_year);
    let name = |kind: &str| {
        let known = library.config.kinds.iter().find(|it| it.id.as_str() == kind);
        known.map_or(kind.to_owned(), |it| it.name.clone())
    };
    yearly.map(|demand| name(&demand.kind)).collect::<Vec<_>>().join(", ")
}

fn json(today: Date, days: &[Date], changes: &[Change], later: usize) -> String {
    let days: Vec<Json> = days
        .iter()
        .map(|day| {
            let changes: Vec<Json> = changes.iter().filter(|it| it.day == *day).map(row).collect();
            json!({ "date": day.to_string(), "changes": changes })
        })
        .collect();
    format!("{:#}\n", json!({ "today": today.to_string(), "days": days, "later": later }))
}

fn row(change: &Change) -> Json {
    json!({
        "document": change.document,
        "title": change.title,
        "version": change.version,
        "change": change.sort,
        "after": change.after,
        "message": change.message,
    })
}
