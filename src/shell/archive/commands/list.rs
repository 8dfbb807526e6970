//! `stadga archive list`: what is archived, now or at some time, or all that was of one document.

use std::collections::{BTreeMap, BTreeSet};

use clap::Arg;
use jiff::Timestamp;
use serde_json::{Value as Json, json};

use crate::archive::entry::{Entry, Event, Log};
use crate::archive::past;
use crate::base::sweden;
use crate::shell::archive::commands::asked;
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::renamed::names;
use crate::shell::archive::when::{When, clock};
use crate::shell::args::{Call, Exit, Verb, format, option};
use crate::shell::columns::{Column, table};
use crate::shell::error::Error;
use crate::shell::terminal::{answer, tell, width};
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "list", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let at = option("at", "moment", "help-archive-at", words).value_parser(When::until);
    let mut options = vec![asked::document(words), at, format(&["human", "json"], "help-next-format", words)];
    options.extend(asked::options(words));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let words = call.own_words();
    let store = asked::store(call);
    let log = store.known_log()?;
    let when = call.matches.get_one::<When>("at");
    let rows = match call.matches.get_one::<String>("id") {
        Some(id) => history(&log, id, &names(&store, &log, id), when)?,
        None => newest(&log, when),
    };
    if call.matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        let rows: Vec<Json> = rows.iter().map(Row::json).collect();
        answer(&(serde_json::to_string_pretty(&rows).unwrap_or_default() + "\n"))?;
        return Ok(Exit::Fine);
    }
    if !rows.is_empty() {
        let columns = [("id", 0), ("version", 0), ("time", 1), ("texts", 2)].map(|(name, goes)| Column {
            heading: words.text(&format!("archive-list-{name}")),
            least: 10,
            goes,
        });
        let cells: Vec<Vec<String>> = rows.iter().map(|row| row.cells(words)).collect();
        answer(&table(&columns, &cells, width()))?;
    }
    tell(&(words.say("archive-list-count", &[("n", rows.len().into())]) + "\n"));
    Ok(Exit::Fine)
}

/// What happened to an object: a version was archived, or all of it was removed.
struct Row<'a> {
    entry: &'a Entry,
    object: &'a str,
    document: &'a str,
}

/// What had happened until some time, the oldest first.
fn rows<'a>(log: &'a Log, when: Option<&When>) -> impl Iterator<Item = Row<'a>> {
    let at = when.map_or(Timestamp::MAX, |when| when.at);
    log.entries().iter().filter(move |entry| entry.time <= at).filter_map(|entry| {
        let (object, document) = match &entry.event {
            Event::Archive(kept) | Event::Withdraw(kept) => (&kept.object, &kept.document),
            Event::Purge { object, document, .. } => (object, document),
            Event::Begin { .. } => return None,
        };
        Some(Row { entry, object, document })
    })
}

/// What happened last to each object.
fn newest<'a>(log: &'a Log, when: Option<&When>) -> Vec<Row<'a>> {
    let newest: BTreeMap<&str, Row> = rows(log, when).map(|row| (row.object, row)).collect();
    newest.into_values().collect()
}

/// All that happened to a document, under all its names.
fn history<'a>(
    log: &'a Log,
    id: &str,
    names: &BTreeSet<String>,
    when: Option<&When>,
) -> Result<Vec<Row<'a>>, Error> {
    let is_it = |row: &Row| names.contains(row.document) || row.object == id;
    let rows: Vec<Row> = rows(log, when).filter(is_it).collect();
    match (past::ever(log, id).first(), when) {
        (None, _) => Err(asked::absent(log, id).into()),
        (Some(first), Some(when)) if rows.is_empty() => Err(Refusal::NotThen {
            id: first.kept.document.clone(),
            when: when.clone(),
            first: sweden::day(first.time),
        }
        .into()),
        _ => Ok(rows),
    }
}

impl Row<'_> {
    fn cells(&self, words: &Words) -> Vec<String> {
        let (version, texts) = match &self.entry.event {
            Event::Archive(kept) => {
                let texts: Vec<&str> = kept.texts.keys().map(String::as_str).collect();
                (kept.version.to_string(), texts.join(", "))
            }
            Event::Withdraw(kept) => (kept.version.to_string(), words.text("archive-list-withdrawn")),
            Event::Purge { decision, .. } => {
                let decision = [("decision", decision.as_str().into())];
                ("–".to_owned(), words.say("archive-list-purged", &decision))
            }
            Event::Begin { .. } => return Vec::new(),
        };
        vec![self.document.to_owned(), version, clock(self.entry.time), texts]
    }

    fn json(&self) -> Json {
        let (kept, purged) = match &self.entry.event {
            Event::Archive(kept) | Event::Withdraw(kept) => (json!(kept), Json::Null),
            Event::Purge { object, document, decision } => {
                (Json::Null, json!({ "object": object, "document": document, "decision": decision }))
            }
            Event::Begin { .. } => (Json::Null, Json::Null),
        };
        let withdrawn = matches!(self.entry.event, Event::Withdraw(_));
        json!({ "time": self.entry.time, "withdrawn": withdrawn, "kept": kept, "purged": purged })
    }
}
