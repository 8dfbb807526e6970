//! `stadga archive site`: the archived pages as they were on a day, with a list, to be read from a disk.

use clap::Arg;
use jiff::Timestamp;

use crate::base::sweden;
use crate::shell::archive::commands::asked;
use crate::shell::archive::commands::restore;
use crate::shell::archive::rebuild::rebuild;
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::when::When;
use crate::shell::args::{Call, Exit, Verb, option};
use crate::shell::error::Error;
use crate::shell::terminal::{answer, tell};
use crate::shell::words::Words;
use crate::site::reconstructed::INDEX;

/// The command.
pub const VERB: Verb = Verb { name: "site", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let at = option("at", "moment", "help-archive-at", words).value_parser(When::until).required(true);
    let mut options = vec![at, restore::output(words)];
    options.extend(asked::options(words));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let words = call.own_words();
    let Some(when) = call.matches.get_one::<When>("at") else { return Ok(Exit::Fine) };
    let now = Timestamp::now();
    // Today is told as far as it has come.
    if when.at > now && !(when.is_day() && sweden::day(when.at) == sweden::day(now)) {
        return Err(Refusal::NotYet { when: when.clone() }.into());
    }
    let store = asked::store(call);
    let rebuilt = rebuild(&store, &store.sound_log()?, when, now)?;
    let folder = asked::output(call)?;
    rebuilt.taken.put(&store, &folder, &|_| rebuilt.made.clone())?;
    let moment = rebuilt.told.moment.clone().unwrap_or_else(|| rebuilt.told.day.to_string());
    let arguments = [
        ("n", rebuilt.told.documents.len().into()),
        ("folder", folder.display().to_string().into()),
        ("at", moment.into()),
        ("index", folder.join(INDEX).display().to_string().into()),
    ];
    answer(&(words.say("archive-site-made", &arguments) + "\n"))?;
    let absent = rebuilt.made.len() - 1;
    if absent > 0 {
        tell(&(words.say("archive-site-absent", &[("n", absent.into())]) + "\n"));
    }
    Ok(Exit::Fine)
}
