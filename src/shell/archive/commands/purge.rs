//! `stadga archive purge`: removes a document from the archive, by decision only. The log keeps that it was there.

use clap::{Arg, ArgAction};
use jiff::Timestamp;

use crate::shell::archive::commands::asked;
use crate::shell::archive::commands::signed::Signed;
use crate::shell::archive::commands::taken_over;
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::renamed;
use crate::shell::archive::writer::Writer;
use crate::shell::args::{Call, Exit, Verb, option};
use crate::shell::error::Error;
use crate::shell::terminal::{answer, tell};
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "purge", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let decision = option("decision", "reference", "help-archive-decision", words).required(true);
    let yes = Arg::new("yes").long("yes").action(ArgAction::SetTrue).help(words.text("help-archive-yes"));
    let mut options = vec![asked::document(words).required(true), decision, yes];
    options.extend(asked::options(words));
    options.push(asked::key_option(words));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let words = call.own_words();
    let text = |name: &str| call.matches.get_one::<String>(name).cloned().unwrap_or_default();
    let (id, decision) = (text("id"), text("decision").trim().to_owned());
    if decision.is_empty() {
        return Err(Refusal::NoDecision.into());
    }
    if decision.contains(['“', '”', '„']) {
        return Err(Refusal::CurlyQuotes { decision }.into());
    }
    let (store, key, place) = (asked::store(call), asked::key(call)?, asked::place(call));
    let (log, _) = store.log()?;
    let kept = asked::head(&log, &id)?;
    let others = renamed::others(&store, &log, kept); // the document itself tells them
    if !call.flag("yes") {
        return Err(Refusal::Unsure { id, other_names: others }.into());
    }
    let owner = asked::owner(&log, &place)?;
    let signed = Signed::of(&store);
    let mut writer = Writer::open(call.disk, &place, &owner, Timestamp::now(), key.as_ref())?;
    taken_over::tell_each(&writer, words);
    writer.purge(&kept.object, &decision)?;
    writer.close()?;
    let arguments = [("id", kept.document.as_str().into()), ("decision", decision.as_str().into())];
    answer(&(words.say("archive-purged", &arguments) + "\n"))?;
    tell(&(words.text("archive-purged-lead") + "\n"));
    for other in &others {
        let arguments = [("id", other.as_str().into()), ("decision", decision.as_str().into())];
        tell(&(words.say("archive-purged-other-name", &arguments) + "\n"));
    }
    signed.tell_change(&store, words);
    Ok(Exit::Fine)
}
