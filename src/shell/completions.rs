//! `stadga completions`: what a shell needs to finish commands and options when Tab is pressed.

use clap::{Arg, value_parser};
use clap_complete::Shell;

use crate::shell::args::{self, Call, Exit, Verb};
use crate::shell::error::Error;
use crate::shell::terminal::answer;
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "completions", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let shell = Arg::new("shell")
        .value_name(words.label("value-shell"))
        .value_parser(value_parser!(Shell))
        .required(true)
        .hide_possible_values(true)
        .help(words.text("help-shell"));
    vec![shell]
}

fn run(call: &Call) -> Result<Exit, Error> {
    let Some(shell) = call.matches.get_one::<Shell>("shell") else { return Ok(Exit::Fine) };
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut args::command(call.own_words(), call.verbs), "stadga", &mut script);
    answer(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Fine)
}
