//! `stadga archive doctor`: finishes what a run that was interrupted began. It never invents anything.

use clap::Arg;
use jiff::Timestamp;

use crate::shell::archive::commands::asked;
use crate::shell::archive::commands::signed::Signed;
use crate::shell::archive::commands::taken_over;
use crate::shell::archive::readme;
use crate::shell::archive::writer::Writer;
use crate::shell::args::{Call, Exit, Verb};
use crate::shell::error::Error;
use crate::shell::terminal::answer;
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "doctor", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let mut options = asked::options(words);
    options.push(asked::key_option(words));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let words = call.own_words();
    let (store, key) = (asked::store(call), asked::key(call)?);
    let place = asked::place(call);
    let (before, flaws) = store.log()?;
    let checkpoint = store.checkpoint().ok();
    let owner = asked::owner(&before, &place)?;
    let signed = Signed::of(&store);
    let was_untold = readme::is_wanted(&store, &before);
    let writer = Writer::open(call.disk, &place, &owner, Timestamp::now(), key.as_ref())?;
    taken_over::tell_each(&writer, words);
    let finished = writer.log().len() - before.len();
    writer.close()?;
    let is_mended = finished > 0 || was_untold || !flaws.is_empty() || store.checkpoint().ok() != checkpoint;
    let id = if is_mended { "archive-doctor-mended" } else { "archive-doctor-sound" };
    answer(&(words.say(id, &[("n", finished.into())]) + "\n"))?;
    signed.tell_change(&store, words);
    Ok(Exit::Fine)
}
