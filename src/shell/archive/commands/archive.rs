//! `stadga archive`: puts what is new of a site into its archive. The commands that look into it are its parts.

use clap::Arg;
use jiff::Timestamp;
use serde_json::json;

use crate::archive::checkpoint::Key;
use crate::archive::entry::{Kept, Log};
use crate::archive::history;
use crate::base::fault::Code;
use crate::base::path::SitePath;
use crate::base::snapshot::Snapshot;
use crate::build::{self, Options};
use crate::model::content;
use crate::shell::archive::begin::Owner;
use crate::shell::archive::changed;
use crate::shell::archive::collect::{Source, Trouble};
use crate::shell::archive::commands::signed::Signed;
use crate::shell::archive::commands::{
    asked, checkpoint, diff, doctor, export, key, list, purge, restore, site, taken_over, verify,
};
use crate::shell::archive::readme;
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::seen::Seen;
use crate::shell::archive::store::Store;
use crate::shell::archive::writer::Writer;
use crate::shell::args::{Call, Exit, Verb, format};
use crate::shell::disk::Kind;
use crate::shell::error::{Act, Context as _, Error};
use crate::shell::read;
use crate::shell::report::{self, Counts};
use crate::shell::terminal::{answer, tell};
use crate::shell::words::Words;
use crate::site::package::Packer;

/// The command.
pub const VERB: Verb = Verb {
    name: "archive",
    parts: &[
        &verify::VERB,
        &list::VERB,
        &diff::VERB,
        &restore::VERB,
        &export::VERB,
        &site::VERB,
        &checkpoint::VERB,
        &key::VERB,
        &purge::VERB,
        &doctor::VERB,
    ],
    options,
    run,
};

fn options(words: &'static Words) -> Vec<Arg> {
    let mut options = vec![format(&["human", "json"], "help-next-format", words)];
    options.extend(asked::options(words));
    options.push(asked::key_option(words));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let root = read::locate(call.disk, call.site())?;
    // Without it every document would seem to be gone: a network drive that is not there.
    call.disk.kind(&root.join(content::FOLDER)).on(Act::Read, &root.join(content::FOLDER))?;
    let mut site = read::read(call.disk, &root, Timestamp::now());
    let words = call.words(&site.snapshot);
    let seen = Seen::of(call.disk, &root, &site.snapshot);
    let (store, key) = (asked::store(call), asked::key(call)?);
    if let refusal @ (Refusal::NoFolder { .. } | Refusal::OutOfReach { .. }) = store.absent() {
        return Err(refusal.into());
    }
    hold_against(&store, &mut site.snapshot)?;
    let is_known = seen.as_ref().is_some_and(|seen| seen.is_known(&store));
    if is_known && site.faults.is_empty() && is_settled(&store, key.as_ref()) {
        return told(call, &[], false, words);
    }
    let build = build::build(&site.snapshot, &Options::default());
    let mut faults = [site.faults, build.faults.clone()].concat();
    // Whether the log is whole is judged when the archive is opened, and said in its own words.
    faults.retain(|fault| fault.code != Code::ArchiveLog);
    changed::mark(&store, &site.snapshot, &mut faults);
    report::sort(&mut faults);
    let counts = Counts::of(&faults);
    let Some(library) = build.library().filter(|_| !counts.failed(false)) else {
        tell(&report::human(&faults, &site.snapshot, words));
        tell(&(words.text("archive-nothing-archived") + "\n"));
        return Ok(Exit::Faults);
    };
    // What is no hindrance is told at length by whoever checks or builds the site.
    if counts.warnings > 0 {
        tell(&(words.say("archive-site-warned", &[("n", counts.warnings.into())]) + "\n"));
    }
    let owner = Owner { archive: library.config.archive(), name: library.config.name.clone() };
    let packer = Packer::new(library);
    let snapshot = &site.snapshot;
    let source = Source { disk: call.disk, root: &root, snapshot, packer: &packer, owner: &owner };
    let (was_begun, signed) = (store.is_begun(), Signed::of(&store));
    match archive(call, &source, key.as_ref(), words) {
        Ok(Done { kept, was_behind }) => {
            if !was_begun {
                let path = asked::place(call).display().to_string();
                tell(&(words.say("archive-begun", &[("path", path.into())]) + "\n"));
            }
            signed.tell_change(&store, words);
            if let Some(seen) = seen.filter(|_| !kept.is_empty()) {
                seen.note(&store)?;
            }
            told(call, &kept, was_behind, words)
        }
        Err(Trouble::Error(error)) => Err(error),
        Err(Trouble::Faults(faults)) => {
            tell(&report::human(&faults, &site.snapshot, words));
            tell(&(words.text("archive-nothing-archived") + "\n"));
            Ok(Exit::Faults)
        }
    }
}

/// What is frozen is told by the log of this archive, which need not be the one in the site's folder.
fn hold_against(store: &Store, snapshot: &mut Snapshot) -> Result<(), Error> {
    snapshot.files.retain(|path, _| !history::is_of_archive(path));
    for (path, file) in [(history::LOG, store.places.log()), (history::CHECKPOINT, store.places.checkpoint())]
    {
        let Ok(kind) = store.disk.kind(&file) else { continue };
        if kind == Kind::File {
            let text = read::read_exact(store.disk, &file).on(Act::Read, &file)?;
            snapshot.files.insert(SitePath::new(path), text);
        } else {
            return Err(Refusal::Damaged { path: file }.into()); // a pipe would never be read to its end
        }
    }
    Ok(())
}

/// Whether nothing is left to do but to archive: no run was killed that another one must finish, log and store are
/// such that more can be written, it is told how to read them, and the checkpoint stands for all lines, signed if there
/// is a key.
fn is_settled(store: &Store, key: Option<&Key>) -> bool {
    let vouched = || store.note().ok().flatten().map(|note| note.checkpoint.size);
    let is_done = |log: Log| vouched() == Some(log.len()) && !readme::is_wanted(store, &log);
    let is_whole = || store.disk.kind(&store.places.store()).is_ok() && store.sound_log().is_ok_and(is_done);
    store.disk.kind(&store.places.staging()).is_err() && is_whole() && store.is_signed_by(key)
}

/// What a run did.
struct Done {
    /// The versions that it wrote, and those that it took over.
    kept: Vec<Kept>,
    /// It took over what no checkpoint stood for.
    was_behind: bool,
}

/// Archives what is new. Where nothing is, nothing is written, not even a lock.
fn archive(call: &Call, source: &Source, key: Option<&Key>, words: &Words) -> Result<Done, Trouble> {
    let (store, place) = (asked::store(call), asked::place(call));
    let log = if store.is_begun() { store.log().map_err(Trouble::Error)?.0 } else { Log::default() };
    let new = source.new_to(&store, &log)?;
    if new.is_empty() && is_settled(&store, key) {
        return Ok(Done { kept: Vec::new(), was_behind: false });
    }
    let mut writer =
        Writer::open(call.disk, &place, source.owner, Timestamp::now(), key).map_err(Trouble::Error)?;
    let message = words.say("archive-message", &[("version", env!("STADGA_VERSION").into())]);
    let mut kept = taken_over::tell_each(&writer, words);
    let was_behind = !writer.taken_over().is_empty();
    for id in new {
        kept.extend(source.put(&mut writer, id, &message)?);
    }
    writer.close().map_err(Trouble::Error)?;
    Ok(Done { kept, was_behind })
}

/// Says what was archived.
fn told(call: &Call, kept: &[Kept], was_behind: bool, words: &Words) -> Result<Exit, Error> {
    if call.matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        let json = json!({ "archived": kept });
        answer(&(serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"))?;
        return Ok(Exit::Fine);
    }
    let line = |kept: &Kept| [kept.document.as_str(), " ", &kept.version.to_string(), "\n"].concat();
    answer(&kept.iter().map(line).collect::<String>())?;
    if !kept.is_empty() || !was_behind {
        tell(&(words.say("archive-count", &[("n", kept.len().into())]) + "\n"));
    }
    Ok(Exit::Fine)
}
