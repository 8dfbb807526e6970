//! `stadga list`: the register in the terminal, a document a row.

use clap::{Arg, ArgAction, value_parser};
use jiff::ToSpan as _;
use serde_json::{Map, Value as Json};

use crate::base::date::{Date, next_day};
use crate::base::fault::nearest;
use crate::model::address::Address;
use crate::model::id::slug;
use crate::model::kind::Kind;
use crate::model::life::Life;
use crate::model::register::Work;
use crate::model::validity::Force;
use crate::model::version::Version;
use crate::shell::args::{Call, Exit, Verb, format, option, reading_options};
use crate::shell::columns::{Column, table};
use crate::shell::error::Error;
use crate::shell::register;
use crate::shell::terminal::{answer, tell, width};
use crate::shell::words::Words;
use crate::site::entry::Entry;
use crate::site::lists;
use crate::site::parts::{DateView, Row};
use crate::site::sheet::Sheet;

/// The command.
pub const VERB: Verb = Verb { name: "list", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let heading = words.label("heading-choice");
    let several = |name: &'static str| {
        option(name, name, &format!("help-{name}"), words).value_delimiter(',').action(ArgAction::Append)
    };
    let due = option("due", "days", "help-due", words).value_parser(value_parser!(u16));
    let choices = [several("state"), several("type"), due];
    let format = format(&["human", "json", "csv"], "help-list-format", words);
    let mut options: Vec<Arg> = choices.map(|arg| arg.help_heading(heading)).into();
    options.push(format);
    options.extend(reading_options(words));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let Some((library, words)) = register::library(call)? else { return Ok(Exit::Faults) };
    let sheet = Sheet::new(&library, Address::Register);
    let choice = Choice::of(call, &sheet)?;
    let chosen: Vec<(Entry, Row)> = library
        .documents(|_| true)
        .filter_map(|work| {
            let (version, life) = work.shown(library.today)?;
            let entry = Entry::new(&library, work, version, life);
            if !choice.takes(&entry, work, version, life) {
                return None;
            }
            Some((entry, lists::row(&sheet, work)?))
        })
        .collect();
    match call.matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => answer(&json(chosen.iter().map(|(entry, _)| entry)))?,
        Some("csv") => answer(&csv(chosen.iter().map(|(entry, _)| entry)))?,
        _ => {
            let rows: Vec<Vec<String>> = chosen.iter().map(|(entry, row)| cells(entry, row, words)).collect();
            if !rows.is_empty() {
                answer(&table(&columns(words), &rows, width()))?;
            }
            tell(&(words.say("list-count", &[("n", rows.len().into())]) + "\n"));
        }
    }
    Ok(Exit::Fine)
}

/// What the asker wants to see; an empty choice is everything.
struct Choice {
    today: Date,
    states: Vec<String>,
    kinds: Vec<String>,
    /// The last day that something may be due on.
    due: Option<Date>,
}

impl Choice {
    fn of(call: &Call, sheet: &Sheet) -> Result<Self, Error> {
        let today = sheet.today();
        let written = |name: &str| call.matches.get_many::<String>(name).into_iter().flatten();
        let states: Vec<(&str, String)> = Force::SLUGS
            .into_iter()
            .chain(["draft", "withdrawn"])
            .map(|state| (state, sheet.say(&format!("state-{state}"))))
            .collect();
        let states = written("state").map(|it| state(&states, it)).collect::<Result<_, _>>()?;
        let kinds = &sheet.library.config.kinds;
        let kinds = written("type").map(|it| kind(kinds, it)).collect::<Result<_, _>>()?;
        let days = call.matches.get_one::<u16>("due").copied();
        let due = days.map(|days| today.checked_add(i64::from(days).days()).unwrap_or(Date::MAX));
        Ok(Self { today, states, kinds, due })
    }

    fn takes(&self, entry: &Entry, work: &Work, version: &Version, life: &Life) -> bool {
        let one_of = |all: &[String], it: &str| all.is_empty() || all.iter().any(|one| one == it);
        one_of(&self.states, &entry.force)
            && one_of(&self.kinds, entry.kind.as_deref().unwrap_or_default())
            && self.due.is_none_or(|last| self.is_due(last, work, version, life))
    }

    /// Whether its term runs out or its review is due by a day; what should have been done already
    /// counts, and what a decision has seen to does not.
    fn is_due(&self, last: Date, work: &Work, version: &Version, life: &Life) -> bool {
        let runs_out =
            |day| work.shown(day).is_some_and(|(_, life)| *life.force.on(day) == Force::TermPassed);
        let in_force = |day| *life.force.on(day) == Force::InForce;
        let review = life.due.on(self.today).filter(|due| *due <= last && in_force((*due).max(self.today)));
        !version.draft
            && !work.withdrawn(self.today)
            && (runs_out(next_day(last)) || in_force(self.today) && review.is_some())
    }
}

/// A state by its word in data or the site's own words for it.
fn state(states: &[(&str, String)], written: &str) -> Result<String, Error> {
    let wanted = slug(written);
    let found = states.iter().find(|(state, label)| *state == wanted || slug(label) == wanted);
    found.map(|(state, _)| (*state).to_owned()).ok_or_else(|| {
        let known = states.iter().flat_map(|(state, label)| [*state, label.as_str()]);
        let labels: Vec<&str> = states.iter().map(|(_, label)| label.as_str()).collect();
        unknown("--state", written, known, &labels)
    })
}

/// A type by its id or its name, of one or of several.
fn kind(kinds: &[Kind], written: &str) -> Result<String, Error> {
    let wanted = slug(written);
    let names = |kind: &Kind| [kind.id.to_string(), kind.name.clone(), kind.plural.clone()];
    let found = kinds.iter().find(|kind| names(kind).iter().any(|name| slug(name) == wanted));
    found.map(|kind| kind.id.to_string()).ok_or_else(|| {
        let known = kinds.iter().flat_map(|kind| [kind.id.as_str(), &kind.name]);
        let ids: Vec<&str> = kinds.iter().map(|kind| kind.id.as_str()).collect();
        unknown("--type", written, known, &ids)
    })
}

fn unknown<'a>(
    option: &'static str,
    written: &str,
    known: impl Iterator<Item = &'a str>,
    told: &[&str],
) -> Error {
    let known: Vec<(String, &str)> = known.map(|name| (slug(name), name)).collect();
    let near = nearest(&slug(written), known.iter().map(|(slug, _)| slug.as_str()));
    let near = near.and_then(|near| known.iter().find(|(slug, _)| slug == near));
    Error::Choice {
        option,
        value: written.to_owned(),
        nearest: near.map(|(_, name)| (*name).to_owned()),
        known: told.join(", "),
    }
}

fn columns(words: &Words) -> Vec<Column> {
    [
        ("id", 24, 3),
        ("title", 24, 0),
        ("type", 8, 4),
        ("body", 12, 6),
        ("adopted", 10, 5),
        ("valid", 23, 1),
        ("state", 6, 0),
        ("review", 19, 2),
    ]
    .map(|(name, least, goes)| Column { heading: words.text(&format!("list-{name}")), least, goes })
    .into()
}

fn cells(entry: &Entry, row: &Row, words: &Words) -> Vec<String> {
    let bodies: Vec<&str> = row.bodies.iter().map(|body| body.text.as_str()).collect();
    let day = |date: &Option<DateView>| match date {
        Some(date) if date.iso.is_empty() => date.text.clone(),
        Some(date) => date.iso.clone(),
        None => String::new(),
    };
    let valid = match (day(&row.since), day(&row.until)) {
        (from, until) if from.is_empty() && until.is_empty() => String::new(),
        (from, until) => format!("{from} – {until}").trim().to_owned(),
    };
    let mut review = day(&row.review);
    if row.overdue {
        review.push(' ');
        review.push_str(&words.text("list-overdue"));
    }
    vec![
        entry.id.clone(),
        row.title.clone(),
        row.kind.text.clone(),
        bodies.join(", "),
        entry.adopted.clone().unwrap_or_default(),
        valid,
        row.state.label.clone(),
        review,
    ]
}

fn json<'a>(entries: impl Iterator<Item = &'a Entry>) -> String {
    format!("{:#}\n", Json::Array(entries.map(|entry| Json::Object(fields(entry))).collect()))
}

/// As RFC 4180 has it. Several adopters stand in one field, parted by semicolons.
fn csv<'a>(entries: impl Iterator<Item = &'a Entry>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to a Vec cannot fail.
    let _ = writer.write_record(fields(&Entry::default()).keys());
    for entry in entries {
        let _ = writer.write_record(fields(entry).values().map(|value| match value {
            Json::String(text) => text.clone(),
            Json::Array(texts) => texts.iter().filter_map(Json::as_str).collect::<Vec<_>>().join("; "),
            _ => String::new(),
        }));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The fields by their names, in order.
fn fields(entry: &Entry) -> Map<String, Json> {
    match serde_json::to_value(entry) {
        Ok(Json::Object(fields)) => fields,
        _ => Map::new(),
    }
}
