//! `stadga archive key`: a new key to sign the archive's checkpoints with. The key itself goes into a file that only
//! its owner may read and is never shown; what others check signatures with is printed.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Arg, ValueHint, value_parser};
use jiff::Timestamp;

use crate::archive::checkpoint::Key;
use crate::model::config::Config;
use crate::shell::archive::commands::asked;
use crate::shell::archive::refusal::Refusal;
use crate::shell::args::{Call, Exit, Verb};
use crate::shell::disk::Disk;
use crate::shell::error::{Act, Context as _, Error};
use crate::shell::read;
use crate::shell::report;
use crate::shell::terminal::{answer, tell};
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "key", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let output = Arg::new("output").short('o').long("output").value_name(words.label("value-file"));
    let output = output.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath);
    let mut options = vec![output.required(true).help(words.text("help-archive-key-output"))];
    options.extend(asked::options(words));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let words = call.own_words();
    let file = asked::output(call).map_err(|error| match error {
        Error::Archive(
            Refusal::OutputInside { path, inside } | Refusal::OutputPublished { path, inside },
        ) => Refusal::KeyInside { path, inside }.into(),
        error => error,
    })?;
    if call.disk.kind(&file).is_ok() {
        return Err(Refusal::KeyTaken { path: file }.into());
    }
    let Some(name) = name(call)? else { return Ok(Exit::Faults) };
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(io::Error::other).on(Act::Read, Path::new("/dev/urandom"))?;
    let key = Key::new(&name, &seed);
    keep(call.disk, &file, &key)?;
    answer(&format!("{}\n", key.public()))?;
    tell(&(words.say("archive-key-made", &[("path", file.display().to_string().into())]) + "\n"));
    Ok(Exit::Fine)
}

/// What the key is called: as the log that it is to sign. Nothing, and it has been told why, if nobody knows.
fn name(call: &Call) -> Result<Option<String>, Error> {
    let store = asked::store(call);
    if store.is_begun() {
        return asked::owner(&store.log()?.0, &asked::place(call)).map(|owner| Some(owner.archive));
    }
    let root = read::locate(call.disk, call.site())?;
    let site = read::read(call.disk, &root, Timestamp::now());
    let mut faults = Vec::new();
    let config = Config::read(&site.snapshot, &mut faults);
    if config.is_none() {
        tell(&report::human(&faults, &site.snapshot, call.own_words()));
    }
    Ok(config.map(|config| config.archive()))
}

/// Writes the key so that it outlasts the power; half a key is none.
fn keep(disk: &dyn Disk, file: &Path, key: &Key) -> Result<(), Error> {
    let line = key.secret() + "\n";
    let kept = disk.write_secret(file, line.as_bytes()).and_then(|()| disk.sync(file));
    if kept.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::AlreadyExists) {
        let _ = disk.remove_file(file); // the first fault is the one to tell
    }
    kept.on(Act::Write, file)
}
