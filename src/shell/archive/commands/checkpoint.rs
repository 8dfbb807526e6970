//! `stadga archive checkpoint`: the three lines that stand for the whole archive, for the diary.

use clap::Arg;

use crate::shell::archive::commands::asked;
use crate::shell::args::{Call, Exit, Verb};
use crate::shell::error::Error;
use crate::shell::terminal::{answer, tell};
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "checkpoint", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    asked::options(words)
}

fn run(call: &Call) -> Result<Exit, Error> {
    let (store, words) = (asked::store(call), call.own_words());
    store.log()?; // an archive at all
    let note = store.checkpoint()?;
    answer(&note)?;
    let is_signed = crate::archive::checkpoint::Note::parse(&note).is_some_and(|note| note.is_signed());
    let signed = if is_signed { "yes" } else { "no" };
    tell(&(words.say("archive-checkpoint-told", &[("signed", signed.into())]) + "\n"));
    Ok(Exit::Fine)
}
