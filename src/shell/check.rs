//! `stadga check`: the faults that `build` would tell of, without writing anything.

use clap::Arg;
use clap::builder::PossibleValuesParser;
use jiff::Timestamp;
use rayon::prelude::*;

use crate::base::fault::Fault;
use crate::base::path::OutPath;
use crate::build;
use crate::shell::args::{Call, Exit, Verb, content_options, flag};
use crate::shell::error::Error;
use crate::shell::progress::Progress;
use crate::shell::read;
use crate::shell::report::{self, Counts};
use crate::shell::sarif::sarif;
use crate::shell::terminal::{answer, tell};
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "check", options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let heading = words.label("heading-faults");
    let format = Arg::new("format")
        .long("format")
        .value_name(words.label("value-format"))
        .value_parser(PossibleValuesParser::new(["human", "json", "sarif"]))
        .hide_possible_values(true)
        .help(words.text("help-format"));
    let mut options = content_options(words);
    options.extend([flag("strict", words), format].map(|arg| arg.help_heading(heading)));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let root = read::locate(call.disk, call.site())?;
    let site = read::read(call.disk, &root, Timestamp::now());
    let words = call.words(&site.snapshot);
    let build = build::build(&site.snapshot, &call.options());

    // Some faults of a template show only when a page is made with it.
    let paths: Vec<&OutPath> = if build.usable() { build.paths().collect() } else { Vec::new() };
    let progress = Progress::new(paths.len(), words.text("progress"));
    let made: Vec<Fault> = paths
        .par_iter()
        .filter_map(|path| {
            let made = build.make(&build.recipe(path)?);
            progress.tick();
            made.err()
        })
        .collect();
    drop(progress);

    let mut faults = [site.faults, build.faults.clone(), made].concat();
    report::sort(&mut faults);
    match call.matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => answer(&report::json(&faults, &site.snapshot, words))?,
        Some("sarif") => answer(&sarif(&faults, &site.snapshot, words))?,
        _ if faults.is_empty() => {
            let files = site.snapshot.files.len();
            answer(&(words.say("check-fine", &[("n", files.into())]) + "\n"))?;
        }
        _ => tell(&report::human(&faults, &site.snapshot, words)),
    }
    let failed = Counts::of(&faults).failed(call.flag("strict"));
    Ok(if failed { Exit::Faults } else { Exit::Fine })
}
