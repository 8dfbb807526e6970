//! `stadga archive restore`: what was archived of a document, byte for byte, in a folder of its own.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Arg, ValueHint, value_parser};
use jiff::Timestamp;

use crate::archive::entry::{Kept, Log};
use crate::archive::inventory::VersionNumber;
use crate::shell::archive::commands::asked::{self, Wanted, Which};
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::restored::Taken;
use crate::shell::args::{Call, Exit, Verb};
use crate::shell::error::Error;
use crate::shell::terminal::answer;
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
    let text = call.matches.get_one::<String>("id").map_or("", String::as_str);
    let wrong = |value| Error::Choice {
        option: "ID",
        value,
        nearest: None,
        known: "it-policy@v1, it-policy@2026-11-23".into(),
    };
    let wanted = Wanted::parse(text).map_err(wrong)?;
    let store = asked::store(call);
    let log = store.known_log()?;
    let (object, version) = found(&log, &wanted)?;
    let Some((inventory, _)) = store.head(&object)? else {
        return Err(Refusal::Damaged { path: store.places.object(&object) }.into());
    };
    if !inventory.versions.contains_key(&version) {
        return Err(Refusal::NoVersion { id: wanted.id, version, head: inventory.head }.into());
    }
    let mut taken = Taken::default();
    taken.add(&store, &inventory, version, &|path| Some(path.to_owned()))?;
    let folder = call.matches.get_one::<PathBuf>("output").cloned().unwrap_or_default();
    taken.put(call.disk, &folder, &|_| BTreeMap::new())?;
    let arguments = [
        ("id", wanted.id.as_str().into()),
        ("version", version.to_string().into()),
        ("n", taken.paths().count().into()),
        ("folder", folder.display().to_string().into()),
    ];
    answer(&(words.say("archive-restored", &arguments) + "\n"))?;
    Ok(Exit::Fine)
}

/// The object and the version that somebody wants.
fn found(log: &Log, wanted: &Wanted) -> Result<(String, VersionNumber), Error> {
    let at = if let Which::At(at) = wanted.which { at } else { Timestamp::MAX };
    let (Kept { object, version, .. }, _) = asked::head(log, &wanted.id, at)?;
    let version = if let Which::Version(version) = wanted.which { version } else { *version };
    Ok((object.clone(), version))
}
