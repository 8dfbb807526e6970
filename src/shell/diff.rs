//! `stadga diff`: what changed between two versions, or between a proposal and what is in force, for
//! whoever writes the matter that is to be decided.

use clap::Arg;

use crate::base::date::Date;
use crate::shell::args::{Call, Exit, Verb, format, reading_options};
use crate::shell::difference::Difference;
use crate::shell::difference_page::page;
use crate::shell::error::Error;
use crate::shell::terminal::{answer, tell, width};
use crate::shell::wording::Shelf;
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "diff", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let named = |id: &'static str, value: &str, help: &str| {
        Arg::new(id).value_name(words.label(value)).help(words.text(help))
    };
    let format = format(&["terminal", "markdown", "html", "json"], "help-diff-format", words);
    let mut options = vec![
        named("document", "value-document", "decide-help-document").required(true),
        named("before", "value-before", "diff-help-before"),
        named("after", "value-after", "diff-help-after"),
        format,
    ];
    // Drafts need no asking for: whoever names one wants it.
    options.extend(reading_options(words).into_iter().filter(|option| option.get_id() == "date"));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let date = call.matches.get_one::<Date>("date").copied();
    let Some(shelf) = Shelf::open(call, date)? else { return Ok(Exit::Faults) };
    let words = shelf.words;
    let text = |name: &str| call.matches.get_one::<String>(name).map(String::as_str);
    let named: Vec<&str> = [text("before"), text("after")].into_iter().flatten().collect();
    let sides = shelf.sides(text("document").unwrap_or_default(), &named)?;
    let same = sides[0].file == sides[1].file;
    let difference = Difference::new(shelf.all(), sides);
    match text("format") {
        Some("json") => answer(&difference.json())?,
        Some("markdown") => answer(&difference.markdown(words))?,
        Some("html") => answer(&page(&difference))?,
        _ => {
            answer(&difference.terminal(width()))?;
            if !difference.comparison.passages.iter().all(Vec::is_empty) {
                tell(&format!("\n{}\n", words.text("diff-legend")));
            }
        }
    }
    if same {
        tell(&(words.text("diff-same") + "\n"));
    }
    Ok(Exit::Fine)
}
