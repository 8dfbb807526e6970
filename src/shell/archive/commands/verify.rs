//! `stadga archive verify`: hashes all that is archived again, and says what is not as it was.

use std::path::{Path, PathBuf};

use clap::{Arg, ValueHint, value_parser};
use jiff::Timestamp;

use crate::archive::checkpoint::{Key, Note, PublicKey};
use crate::shell::archive::commands::asked;
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::told::told;
use crate::shell::archive::verify::{Question, Report, verify, verify_bag, verify_object};
use crate::shell::args::{Call, Exit, Verb, format, option};
use crate::shell::error::{Act, Context as _, Error};
use crate::shell::terminal::{answer, tell};
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "verify", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let path = |name: &'static str, what: &str, hint| {
        let help = format!("help-archive-{name}");
        option(name, what, &help, words).value_parser(value_parser!(PathBuf)).value_hint(hint)
    };
    let mut options = vec![
        asked::document(words),
        path("against", "file", ValueHint::FilePath),
        path("public-key", "file", ValueHint::FilePath),
        path("object", "folder", ValueHint::DirPath).conflicts_with_all(["id", "against", "public-key"]),
        path("bag", "folder", ValueHint::DirPath).conflicts_with_all([
            "id",
            "against",
            "public-key",
            "object",
        ]),
        format(&["human", "json"], "help-next-format", words),
    ];
    options.extend(asked::options(words));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let words = call.own_words();
    let folder = |name: &str| call.matches.get_one::<PathBuf>(name);
    let (report, close) = match (folder("object"), folder("bag")) {
        (Some(folder), _) => {
            refuse_storage_root(call, folder)?;
            (verify_object(call.disk, folder), "archive-verified")
        }
        (_, Some(folder)) => {
            call.disk.names(folder).on(Act::Read, folder)?; // there at all
            (verify_bag(call.disk, folder), "archive-verified-bag")
        }
        _ => (of_archive(call)?, "archive-verified"),
    };
    if call.matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        answer(&(serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"))?;
    } else {
        tell(&report.found.iter().map(|found| told(found, words) + "\n").collect::<String>());
        answer(&(closed(close, &report, words) + "\n"))?;
        if report.lines > 0 {
            tell(&(signature(&report, words) + "\n"));
        }
    }
    Ok(match () {
        () if report.is_unreadable() => Exit::Unread,
        () if report.is_sound() => Exit::Fine,
        () => Exit::Faults,
    })
}

/// A storage root holds objects, but is none.
fn refuse_storage_root(call: &Call, folder: &Path) -> Result<(), Error> {
    let names = call.disk.names(folder).on(Act::Read, folder)?;
    let is_of_root = |name: &String| name.starts_with("0=ocfl_") && !name.starts_with("0=ocfl_object_");
    if names.iter().any(is_of_root) {
        return Err(Refusal::StorageRoot { path: folder.to_owned() }.into());
    }
    Ok(())
}

/// The archive that is asked for, or one document in it.
fn of_archive(call: &Call) -> Result<Report, Error> {
    let store = asked::store(call);
    if !store.is_begun() {
        return Err(store.absent().into());
    }
    // Without a log nobody knows which object a document is: all are judged.
    let object = match (call.matches.get_one::<String>("id"), store.log()) {
        (Some(id), Ok((log, _))) => Some(asked::head(&log, id)?.object.clone()),
        _ => None,
    };
    let text = |name: &str| {
        call.matches
            .get_one::<PathBuf>(name)
            .map(|file| Ok::<_, Error>((file.clone(), asked::typed(call, file)?)))
            .transpose()
    };
    let (against, key) = (text("against")?, text("public-key")?);
    let key = key.map(|(file, text)| match PublicKey::parse(&text) {
        Some(key) => Ok(key),
        None if Key::is_secret(&text) => Err(Refusal::SecretKey { path: file }),
        None => Err(Refusal::NoPublicKey { path: file }),
    });
    let key = key.transpose()?;
    if let Some((path, text)) = &against {
        match Note::recalled(text) {
            None => return Err(Refusal::NoCheckpoint { path: path.clone() }.into()),
            Some(note) if note.checkpoint.size == 0 => {
                return Err(Refusal::EmptyCheckpoint { path: path.clone() }.into());
            }
            Some(_) => {}
        }
    }
    let against = against.map(|(_, text)| text);
    let now = Timestamp::now();
    Ok(verify(
        &store,
        &Question { object: object.as_deref(), against: against.as_deref(), key: key.as_ref(), now },
    ))
}

/// The last line: how much was looked at, and whether it is as it was.
fn closed(message: &str, report: &Report, words: &Words) -> String {
    words.say(
        message,
        &[
            ("objects", report.objects.into()),
            ("versions", report.versions.into()),
            ("files", usize::try_from(report.files).unwrap_or(usize::MAX).into()),
            ("faults", report.found.len().into()),
        ],
    )
}

/// Whether the checkpoint is signed, and what of that is known.
fn signature(report: &Report, words: &Words) -> String {
    let state = match (report.signed, report.signature_holds) {
        (false, _) => "none",
        (true, None) => "unchecked",
        (true, Some(true)) => "holds",
        (true, Some(false)) => "wrong",
    };
    let keys = report.signed_by.join(", ");
    words.say("archive-verified-signature", &[("state", state.into()), ("keys", keys.into())])
}
