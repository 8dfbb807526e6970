//! `stadga archive list`: what is archived, now or at some time, or all that was of one document.

use clap::Arg;
use jiff::Timestamp;
use serde_json::{Value as Json, json};

use crate::archive::entry::{Event, Kept, Log};
use crate::shell::archive::commands::asked::{self, moment};
use crate::shell::args::{Call, Exit, Verb, format, option};
use crate::shell::columns::{Column, table};
use crate::shell::error::Error;
use crate::shell::terminal::{answer, tell, width};
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "list", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let at = option("at", "moment", "help-archive-at", words).value_parser(moment);
    let mut options = vec![asked::document(words), at, format(&["human", "json"], "help-next-format", words)];
    options.extend(asked::options(words));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let words = call.own_words();
    let log = asked::store(call).known_log()?;
    let at = call.matches.get_one::<Timestamp>("at").copied().unwrap_or(Timestamp::MAX);
    let rows: Vec<Row> = match call.matches.get_one::<String>("id") {
        Some(id) => {
            let (kept, _) = asked::head(&log, id, at)?;
            history(&log, &kept.object, at)
        }
        None => log.at(at).into_values().map(|(kept, time)| Row { kept, time, withdrawn: false }).collect(),
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

/// A version of an object.
struct Row<'a> {
    kept: &'a Kept,
    time: Timestamp,
    withdrawn: bool,
}

/// All that was archived of an object until some time, the oldest first.
fn history<'a>(log: &'a Log, object: &str, at: Timestamp) -> Vec<Row<'a>> {
    let entries = log.entries().iter().filter(|entry| entry.time <= at);
    entries
        .filter_map(|entry| match &entry.event {
            Event::Archive(kept) => Some(Row { kept, time: entry.time, withdrawn: false }),
            Event::Withdraw(kept) => Some(Row { kept, time: entry.time, withdrawn: true }),
            Event::Begin { .. } | Event::Purge { .. } => None,
        })
        .filter(|row| row.kept.object == object)
        .collect()
}

impl Row<'_> {
    fn cells(&self, words: &Words) -> Vec<String> {
        let mut texts: String = self.kept.texts.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
        if self.withdrawn {
            texts = words.text("archive-list-withdrawn");
        }
        vec![self.kept.document.clone(), self.kept.version.to_string(), self.time.to_string(), texts]
    }

    fn json(&self) -> Json {
        json!({ "time": self.time, "withdrawn": self.withdrawn, "kept": self.kept })
    }
}
