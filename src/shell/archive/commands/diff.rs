//! `stadga archive diff`: what differs between two times that a document was archived.

use clap::Arg;

use crate::archive::past::{self, Held};
use crate::shell::archive::commands::asked::{self, Wanted, Which};
use crate::shell::archive::rearchived::{Telling, side};
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::renamed::others;
use crate::shell::args::{Call, Exit, Verb, format};
use crate::shell::error::Error;
use crate::shell::terminal::{answer, tell, width};
use crate::shell::words::Words;
use crate::site::rearchived::Rearchived;
use crate::site::words::Words as SiteWords;

/// The command.
pub const VERB: Verb = Verb { name: "diff", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let named = |id: &'static str, help: &str| {
        Arg::new(id).value_name(words.label(&format!("value-{id}"))).help(words.text(help))
    };
    let mut options = vec![
        asked::document(words).required(true),
        named("before", "help-archive-before"),
        named("after", "help-archive-after"),
        format(&["human", "json"], "help-next-format", words),
    ];
    options.extend(asked::options(words));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let words = call.own_words();
    let text = |name: &str| call.matches.get_one::<String>(name).map(String::as_str);
    let id = text("id").unwrap_or_default();
    let wanted = [text("before"), text("after")].into_iter().flatten().map(|which| wanted(id, which));
    let store = asked::store(call);
    let log = store.sound_log()?;
    let kept = asked::head(&log, id)?;
    let versions = past::versions(&log, &kept.object);
    let found = wanted.map(|wanted| asked::find(&log, &wanted?)).collect::<Result<Vec<Held>, Error>>()?;
    let former = || others(&store, &log, kept);
    let sides = sides(&versions, &found, &former, words)?;
    let site = SiteWords::built_in(words.language.tag());
    let difference = Rearchived::new(&side(&store, &sides[0])?, &side(&store, &sides[1])?, &site);
    let telling = Telling { words, site: &site, sides, difference: &difference };
    if text("format") == Some("json") {
        answer(&telling.json())?;
        return Ok(Exit::Fine);
    }
    answer(&telling.terminal(width()))?;
    if telling.has_marks() {
        tell(&format!("\n{}\n", words.text("diff-legend")));
    }
    if difference.is_empty() {
        tell(&(words.text("archive-diff-same") + "\n"));
    }
    Ok(Exit::Fine)
}

fn wanted(id: &str, typed: &str) -> Result<Wanted, Error> {
    let which = Which::parse(typed);
    let which =
        which.ok_or_else(|| Refusal::NotUnderstood { typed: typed.to_owned(), before: String::new() })?;
    Ok(Wanted { id: id.to_owned(), which })
}

/// Both sides: the two that are named, the named one and the newest, or the two newest.
fn sides<'a>(
    versions: &[Held<'a>],
    named: &[Held<'a>],
    former: &dyn Fn() -> Vec<String>,
    words: &Words,
) -> Result<[Held<'a>; 2], Error> {
    let trouble = |key: &str, held: &Held| {
        let number = held.kept.version.to_string();
        let former = former();
        let arguments = [
            ("version", number.into()),
            ("id", held.kept.document.as_str().into()),
            ("former", former.first().map_or("none", String::as_str).into()),
        ];
        let trouble = words.say(key, &arguments);
        Err(Error::NoAnswer { command: "archive diff", trouble })
    };
    match (named, versions) {
        ([before, after, ..], _) => Ok([*before, *after]),
        (_, [only]) => trouble("archive-diff-single", only),
        ([one], [.., last]) if one == last => trouble("archive-diff-is-latest", last),
        ([one], [.., last]) => Ok([*one, *last]),
        ([], [.., before, last]) => Ok([*before, *last]),
        (_, []) => Err(Error::Cancelled),
    }
}
