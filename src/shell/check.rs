//! `stadga check`: the faults that `build` would tell of, without writing anything but, where it is
//! asked to, what it can mend itself.

use std::path::Path;

use clap::Arg;
use jiff::Timestamp;
use rayon::prelude::*;

use crate::archive::history;
use crate::base::fault::Fault;
use crate::base::path::OutPath;
use crate::base::snapshot::Snapshot;
use crate::build;
use crate::shell::archive::changed;
use crate::shell::archive::store::Store;
use crate::shell::args::{Call, Exit, Verb, content_options, flag, format};
use crate::shell::error::Error;
use crate::shell::fix::{Fixed, fix};
use crate::shell::progress::Progress;
use crate::shell::read::{self, Site};
use crate::shell::report::{self, Counts};
use crate::shell::sarif::sarif;
use crate::shell::terminal::{answer, tell};
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "check", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let heading = words.label("heading-faults");
    let format = format(&["human", "json", "sarif"], "help-format", words);
    let mut options = content_options(words);
    options.extend(
        [flag("strict", words), format, flag("fix", words), flag("yes", words)]
            .map(|arg| arg.help_heading(heading)),
    );
    options
}

/// A site that was looked through.
struct Checked {
    snapshot: Snapshot,
    faults: Vec<Fault>,
}

fn run(call: &Call) -> Result<Exit, Error> {
    let root = read::locate(call.disk, call.site())?;
    let mut checked = look(call, &root);
    let words = call.words(&checked.snapshot);
    if call.flag("fix") {
        match fix(call, &root, &checked.snapshot, words)? {
            Fixed::Declined => {}
            Fixed::Nothing => leave(&mut checked.faults, words),
            Fixed::Written => {
                checked = look(call, &root);
                leave(&mut checked.faults, words);
            }
        }
    }
    let Checked { snapshot, faults } = checked;
    match call.matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => answer(&report::json(&faults, &snapshot, words))?,
        Some("sarif") => answer(&sarif(&faults, &snapshot, words))?,
        _ if faults.is_empty() => {
            let files = snapshot.files.len();
            answer(&(words.say("check-fine", &[("n", files.into())]) + "\n"))?;
        }
        _ => tell(&report::human(&faults, &snapshot, words)),
    }
    let failed = Counts::of(&faults).failed(call.flag("strict"));
    Ok(if failed { Exit::Faults } else { Exit::Fine })
}

/// What could not be mended now is for a person, whatever remedy it seemed to have.
fn leave(faults: &mut [Fault], words: &Words) {
    let left = faults.iter_mut().filter(|fault| !fault.remedy.is_empty());
    let left = left.map(|fault| fault.remedy.clear()).count();
    if left > 0 {
        tell(&(words.say("fix-left", &[("n", left.into())]) + "\n\n"));
    }
}

/// Reads the site and finds every fault.
fn look(call: &Call, root: &Path) -> Checked {
    let Site { snapshot, faults } = read::read(call.disk, root, Timestamp::now());
    let build = build::build(&snapshot, &call.options());

    // Some faults of a template show only when a page is made with it.
    let rounds = build.rounds();
    let progress = Progress::new(rounds.iter().map(Vec::len).sum(), call.words(&snapshot).text("progress"));
    let fault = |path: &&OutPath| {
        let made = build.make(&build.recipe(path)?);
        progress.tick();
        made.err()
    };
    let made: Vec<Fault> =
        rounds.iter().flat_map(|paths| paths.par_iter().filter_map(fault).collect::<Vec<_>>()).collect();
    drop(progress);

    let mut faults = [faults, build.faults.clone(), made].concat();
    let archive = Store::at(call.disk, &root.join(history::FOLDER));
    changed::mark(&archive, &snapshot, &mut faults);
    report::sort(&mut faults);
    Checked { snapshot, faults }
}
