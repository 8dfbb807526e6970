//! `stadga archive restore`: what was archived of a document, byte for byte, in a folder of its own.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Arg, ValueHint, value_parser};

use crate::archive::entry::Log;
use crate::archive::inventory::VersionNumber;
use crate::archive::past::{self, Held};
use crate::shell::archive::commands::asked::{self, Wanted};
use crate::shell::archive::restored::Taken;
use crate::shell::args::{Call, Exit, Verb};
use crate::shell::error::Error;
use crate::shell::terminal::{answer, tell};
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "restore", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let wanted = asked::document(words).help(words.text("help-archive-wanted")).required(true);
    let mut options = vec![wanted, output(words)];
    options.extend(asked::options(words));
    options
}

/// The folder that is made.
pub fn output(words: &'static Words) -> Arg {
    let output = Arg::new("output").short('o').long("output").value_name(words.label("value-folder"));
    let output = output.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::DirPath);
    output.required(true).help(words.text("help-archive-output"))
}

fn run(call: &Call) -> Result<Exit, Error> {
    let words = call.own_words();
    let wanted = Wanted::parse(call.matches.get_one::<String>("id").map_or("", String::as_str))?;
    let store = asked::store(call);
    let log = store.sound_log()?;
    let held = asked::find(&log, &wanted)?;
    let inventory = store.logged(held.kept)?;
    let mut taken = Taken::default();
    taken.add(&store, &inventory, inventory.head, &|path| Some(path.to_owned()))?;
    let folder = asked::output(call)?;
    taken.put(&store, &folder, &|_| BTreeMap::new())?;
    let id = held.kept.document.as_str();
    let arguments = [
        ("id", id.into()),
        ("version", held.kept.version.to_string().into()),
        ("n", taken.paths().count().into()),
        ("folder", folder.display().to_string().into()),
    ];
    answer(&(words.say("archive-restored", &arguments) + "\n"))?;
    if let Some(former) = texts_before(&log, &held) {
        let arguments = [
            ("id", id.into()),
            ("version", held.kept.version.to_string().into()),
            ("former", former.to_string().into()),
        ];
        tell(&(words.say("archive-restored-withdrawn", &arguments) + "\n"));
    }
    Ok(Exit::Fine)
}

/// Where the texts are, if all that was taken out says that the document was taken down.
fn texts_before(log: &Log, held: &Held) -> Option<VersionNumber> {
    let versions = past::versions(log, &held.kept.object);
    let before = versions.iter().rev().find(|it| !it.withdrawn && it.kept.version < held.kept.version);
    before.filter(|_| held.withdrawn).map(|before| before.kept.version)
}
