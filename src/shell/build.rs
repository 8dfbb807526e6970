//! `stadga build`: read, check, plan, make in parallel, write.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Arg;
use jiff::Timestamp;

use crate::archive::history;
use crate::build::{self, Build};
use crate::model::content;
use crate::shell::archive::changed;
use crate::shell::archive::store::Store;
use crate::shell::args::{Call, Exit, Verb, content_options, flag, folder};
use crate::shell::error::{Act, Context as _, Error, list};
use crate::shell::manifest::Input;
use crate::shell::progress::Progress;
use crate::shell::report::{self, Counts};
use crate::shell::terminal::{answer, tell};
use crate::shell::words::Words;
use crate::shell::write::{self, Job, Written};
use crate::shell::{output, read, unchanged};

/// The command.
pub const VERB: Verb = Verb { name: "build", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let faults = words.label("heading-faults");
    let mut options = vec![folder("output", words)];
    options.extend(content_options(words));
    options.extend(["strict", "keep-going"].map(|name| flag(name, words).help_heading(faults)));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let start = Instant::now();
    let (strict, keep_going) = (call.flag("strict"), call.flag("keep-going"));
    let root = read::locate(call.disk, call.site())?;
    // Without it every document would be taken off the website: a network drive that is gone.
    call.disk.kind(&root.join(content::FOLDER)).on(Act::Read, &root.join(content::FOLDER))?;
    let chosen = call.matches.get_one::<PathBuf>("output");
    let folder = output::locate(call.disk, &root, chosen.unwrap_or(&root.join("output")))?;

    let site = read::read(call.disk, &root, Timestamp::now());
    let words = call.words(&site.snapshot);
    let options = call.options();
    let input = unchanged::input(call.disk, &root, &site.snapshot, &options);
    let today = options.date.unwrap_or(site.snapshot.today);
    if site.faults.is_empty()
        && let Some(pages) = unchanged::pages(call.disk, &folder, input, today)
    {
        close(&Written { pages, ..Written::default() }, start, &folder, words)?;
        return Ok(Exit::Fine);
    }
    let build = build::build(&site.snapshot, &options);
    let mut faults = [site.faults, build.faults.clone()].concat();
    let failed = Counts::of(&faults).failed(strict);

    let written = if build.usable() && (keep_going || !failed) {
        let input = input.filter(|_| faults.is_empty()).map(|input| Input::new(input, build.holds()));
        Some(write_site(call, (&root, &folder), &build, input, words)?)
    } else {
        None
    };
    if let Some(written) = &written {
        faults.extend(written.faults.iter().cloned());
    }
    let archive = Store::at(call.disk, &root.join(history::FOLDER));
    changed::mark(&archive, &site.snapshot, &mut faults);
    report::sort(&mut faults);
    tell(&report::human(&faults, &site.snapshot, words));
    let counts = Counts::of(&faults);
    let failed = counts.failed(strict);
    match written {
        Some(written) if keep_going || !failed => {
            close(&written, start, &folder, words)?;
            if options.drafts {
                tell(&(words.text("drafts-written") + "\n"));
            }
        }
        _ if !build.usable() => tell(&(words.text("nothing-to-write") + "\n")),
        _ if counts.errors > 0 => tell(&(words.text("nothing-written") + "\n")),
        _ => tell(&(words.text("nothing-written-strict") + "\n")),
    }
    Ok(if failed { Exit::Faults } else { Exit::Fine })
}

fn write_site(
    call: &Call,
    (root, folder): (&Path, &Path),
    build: &Build,
    input: Option<Input>,
    words: &Words,
) -> Result<Written, Error> {
    let rounds = build.rounds();
    let progress = Progress::new(rounds.iter().map(Vec::len).sum(), words.text("progress"));
    write::write(
        call.disk,
        folder,
        &write::Site {
            sources: root,
            rounds: &rounds,
            job: &|path| {
                let recipe = build.recipe(path)?;
                Some(Job { key: recipe.key(), make: Box::new(move || build.make(&recipe)) })
            },
            input,
            keep_going: call.flag("keep-going"),
            tick: &|| progress.tick(),
        },
    )
}

/// The closing line, and how to look at what came out.
fn close(written: &Written, start: Instant, folder: &Path, words: &Words) -> Result<(), Error> {
    if !written.kept_by_hand.is_empty() {
        let count = words.say("kept-by-hand", &[("n", written.kept_by_hand.len().into())]);
        tell(&format!("{count} {}\n", list(&written.kept_by_hand, words)));
    }
    let seconds = start.elapsed().as_secs_f64();
    let digits = if seconds < 0.1 { 2 } else { 1 };
    let line = words.say(
        "closing",
        &[
            ("pages", written.pages.into()),
            ("changed", written.changed.into()),
            ("others", written.others.into()),
            ("removed", written.removed.into()),
            ("seconds", words.decimal(seconds, digits).into()),
        ],
    );
    answer(&(line + "\n"))?;
    if written.changed > 0 && std::io::stdout().is_terminal() {
        let here = std::env::current_dir().unwrap_or_default();
        let shown = folder.strip_prefix(&here).unwrap_or(folder).display().to_string();
        let shown = if shown.contains(' ') { format!("\"{shown}\"") } else { shown };
        answer(&(words.say("look", &[("folder", shown.into())]) + "\n"))?;
    }
    Ok(())
}
