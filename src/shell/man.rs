//! `stadga man`: manual pages, one for stadga and one for each command, from the grammar.

use std::path::PathBuf;

use clap::{Arg, Command, ValueHint, value_parser};
use clap_mangen::Man;
use roff::{Roff, bold, italic, roman};

use crate::shell::apply::put;
use crate::shell::args::{self, Call, Exit, Verb};
use crate::shell::error::Error;
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "man", parts: &[], options, run };

/// How the program can end, as [`Exit`] and [`Error::exit_code`] have it.
const CODES: [&str; 4] = ["0", "1", "2", "75"];

fn options(words: &'static Words) -> Vec<Arg> {
    let folder = Arg::new("folder")
        .value_name(words.label("value-folder"))
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::DirPath)
        .required(true)
        .help(words.text("help-man-folder"));
    vec![folder]
}

fn run(call: &Call) -> Result<Exit, Error> {
    let Some(folder) = call.matches.get_one::<PathBuf>("folder") else { return Ok(Exit::Fine) };
    for (name, page) in pages(call) {
        put(call.disk, &folder.join(name), &page)?;
    }
    Ok(Exit::Fine)
}

/// The name and the text of every page.
fn pages(call: &Call) -> Vec<(String, String)> {
    let words = call.own_words();
    let mut command = args::command(words, call.verbs);
    command.build();
    let mut all = Vec::new();
    with_parts(&command, &mut all);
    let names: Vec<String> = all.iter().map(|command| page_name(command)).collect();
    all.iter().map(|it| (format!("{}.1", page_name(it)), page(it, &names, words))).collect()
}

/// A command, and those that are typed after it.
fn with_parts<'a>(command: &'a Command, all: &mut Vec<&'a Command>) {
    all.push(command);
    command.get_subcommands().for_each(|part| with_parts(part, all));
}

/// `stadga-build`
fn page_name(command: &Command) -> String {
    command.get_display_name().unwrap_or(command.get_name()).to_owned()
}

fn page(command: &Command, names: &[String], words: &'static Words) -> String {
    let own = page_name(command);
    let heading = words.label("man-commands");
    let man = Man::new(command.clone().subcommand_help_heading(heading))
        .title(&own)
        .section("1")
        .date(env!("STADGA_DATE"))
        .source(concat!("stadga ", env!("CARGO_PKG_VERSION")))
        .manual("stadga");
    let mut page = Vec::new();
    // Writing to a Vec cannot fail.
    let _ = man.render_title(&mut page);
    let _ = opening(command, &own, words).to_writer(&mut page);
    let _ = man.render_options_section(&mut page);
    if command.has_subcommands() {
        let _ = man.render_subcommands_section(&mut page);
    }
    let _ = closing(command, &own, names, words).to_writer(&mut page);
    String::from_utf8(page).unwrap_or_default()
}

/// What it is and how it is written.
fn opening(command: &Command, own: &str, words: &Words) -> Roff {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut roff = Roff::new();
    head(&mut roff, "man-name", words);
    roff.text([roman(format!("{own} - {about}"))]);
    head(&mut roff, "man-synopsis", words);
    let usage = command.get_overridden_usage().map(ToString::to_string).unwrap_or_default();
    let called = own.replace('-', " ");
    let rest = usage.strip_prefix(&called).unwrap_or(&usage);
    roff.text([bold(called), italic(rest)]);
    roff
}

/// Examples, how it ends, where to read more.
fn closing(command: &Command, own: &str, names: &[String], words: &Words) -> Roff {
    let mut roff = Roff::new();
    let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let (heading, lines) = examples.split_once('\n').unwrap_or_default();
    roff.control("SH", [heading.trim_end_matches(':').to_uppercase().as_str()]);
    roff.control("nf", []);
    for line in lines.lines() {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
    head(&mut roff, "man-exit", words);
    for code in CODES {
        roff.control("TP", []);
        roff.text([bold(code)]);
        roff.text([roman(words.text(&format!("man-exit-{code}")))]);
    }
    head(&mut roff, "man-see-also", words);
    let others: Vec<&String> = names.iter().filter(|name| *name != own).collect();
    for (at, name) in others.iter().enumerate() {
        let comma = if at + 1 < others.len() { "(1)," } else { "(1)" };
        roff.text([bold(name.as_str()), roman(comma)]);
    }
    roff
}

fn head(roff: &mut Roff, id: &str, words: &Words) {
    roff.control("SH", [words.text(id).to_uppercase().as_str()]);
}
