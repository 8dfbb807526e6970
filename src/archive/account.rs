//! Holds the log and the store against each other: what was logged is there, and what is there was logged.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;

use crate::archive::checkpoint::{Note, PublicKey};
use crate::archive::entry::{Event, Flaw, Kept, Log};
use crate::archive::found::{Found, What};
use crate::archive::inventory::VersionNumber;
use crate::archive::judge::Judged;
use crate::archive::layout;

/// The log, from the folder of the archive.
pub const LOG: &str = "logg/entries.jsonl";
/// The newest checkpoint.
pub const CHECKPOINT: &str = "logg/checkpoint";

/// What the log is held against.
pub struct Against<'a> {
    /// The newest checkpoint as it stands in the archive, or why nobody knows.
    pub checkpoint: Result<&'a str, &'a Found>,
    /// A checkpoint that somebody kept elsewhere.
    pub kept: Option<&'a str>,
    /// What checkpoints are signed with.
    pub key: Option<&'a PublicKey>,
    /// When it is judged.
    pub now: Timestamp,
    /// The objects in the store, by folder.
    pub objects: &'a BTreeMap<String, Judged>,
    /// Folders of the store that could not be looked into.
    pub closed: &'a [String],
    /// The one object that was looked at, unless all were.
    pub only: Option<&'a str>,
}

/// Everything that is wrong with a log, and between it and the store.
pub fn account(log: &Log, flaws: &[Flaw], against: &Against) -> Vec<Found> {
    let mut found = Vec::new();
    found.extend(flaws.iter().map(flaw));
    checkpoints(log, against, &mut found);
    // Where lines are missing or moved nothing can be said of what they told.
    let is_whole = flaws.iter().all(|flaw| matches!(flaw, Flaw::Torn | Flaw::Backwards(_)));
    let live = turns(log, against, is_whole, &mut found);
    if is_whole {
        for (object, versions) in &live {
            in_store(object, versions, against, &mut found);
        }
        in_log(log, &live, against, &mut found);
    }
    found
}

fn line(number: usize) -> String {
    format!("{LOG}:{number}")
}

fn flaw(flaw: &Flaw) -> Found {
    match flaw {
        Flaw::Unreadable(number, reason) => What::LineUnreadable.at(line(*number)).because(&**reason),
        Flaw::Moved(number) => What::LineMoved.at(line(*number)),
        Flaw::Backwards(number) => What::LineBackwards.at(line(*number)),
        Flaw::Torn => What::LineTorn.at(LOG),
    }
}

fn checkpoints(log: &Log, against: &Against, found: &mut Vec<Found>) {
    let holds = |note: &Note| log.checkpoint_at(note.checkpoint.size).as_ref() == Some(&note.checkpoint);
    let lines = |note: &Note| format!("{} ↔ {}", note.checkpoint.size, log.len());
    match against.checkpoint.map(Note::parse) {
        Err(reason) => found.push(reason.clone()),
        Ok(None) => found.push(What::NoCheckpoint.at(CHECKPOINT)),
        Ok(Some(note)) => {
            if note.has_more() {
                found.push(What::CheckpointStray.at(CHECKPOINT));
            }
            if !holds(&note) {
                found.push(What::CheckpointDiffers.at(CHECKPOINT).because(lines(&note)));
            } else if note.checkpoint.size < log.len() {
                found.push(What::CheckpointBehind.at(CHECKPOINT).because(lines(&note)));
            }
            match against.key {
                Some(_) if !note.is_signed() => found.push(What::Unsigned.at(CHECKPOINT)),
                Some(key) if !note.is_signed_by(key) => found.push(What::SignatureWrong.at(CHECKPOINT)),
                _ => {}
            }
        }
    }
    let Some(kept) = against.kept else { return };
    match Note::recalled(kept) {
        // One from before there was a key is not signed.
        Some(note) if against.key.is_some_and(|key| note.is_signed() && !note.is_signed_by(key)) => {
            found.push(What::AgainstWrong.found());
        }
        Some(note) if log.origin().is_some_and(|origin| origin != note.checkpoint.origin) => {
            found.push(What::AgainstOther.found().because(note.checkpoint.origin));
        }
        Some(note) if holds(&note) => {}
        Some(note) => found.push(What::AgainstDiffers.at(LOG).because(lines(&note))),
        None => found.push(What::AgainstWrong.found()),
    }
}

/// The versions of each object that are in the store by the log, each with its line and when it was written.
type Live<'l> = BTreeMap<&'l str, Vec<(&'l Kept, Timestamp, usize)>>;

/// Follows the log line by line: each can only tell of what may happen after those before it.
fn turns<'l>(log: &'l Log, against: &Against, is_whole: bool, found: &mut Vec<Found>) -> Live<'l> {
    let mut live = Live::new();
    let archive = log.origin().unwrap_or_default();
    for (index, entry) in log.entries().iter().enumerate() {
        // Lines that cannot be read are not among the entries.
        let number = usize::try_from(entry.seq).map_or(index, |seq| seq.min(log.entries().len())) + 1;
        let number = if is_whole { index + 1 } else { number };
        if entry.time > against.now {
            found.push(What::LineFuture.at(line(number)).because(entry.time.to_string()));
        }
        let is_right = match &entry.event {
            Event::Begin { .. } => index == 0,
            Event::Archive(kept) | Event::Withdraw(kept) => {
                if kept.object != format!("urn:stadga:{archive}:dok:{}", kept.document) {
                    found.push(What::Foreign.at(line(number)).of(&*kept.object));
                }
                let versions = live.entry(&*kept.object).or_default();
                let next = versions.last().map_or(VersionNumber::FIRST, |(last, ..)| last.version.next());
                versions.push((kept, entry.time, number));
                kept.version == next
            }
            Event::Purge { object, .. } => live.remove(&**object).is_some(),
        };
        if is_whole && (!is_right || (index == 0 && archive.is_empty())) {
            found.push(What::LineOutOfTurn.at(line(number)));
        }
    }
    live
}

/// Whether each logged version of an object is in the store as it was logged.
fn in_store(object: &str, versions: &[(&Kept, Timestamp, usize)], against: &Against, found: &mut Vec<Found>) {
    if against.only.is_some_and(|only| only != object) {
        return;
    }
    let folder = layout::folder(object);
    if against.closed.iter().any(|closed| Path::new(&folder).starts_with(closed)) {
        return;
    }
    let Some(judged) = against.objects.get(&folder) else {
        return found.push(What::Lost.found().of(object));
    };
    // What is wrong with it was said already.
    if judged.id.as_deref() != Some(object) {
        return;
    }
    let mut before = Timestamp::MIN;
    for (kept, time, _) in versions {
        let version = kept.version.to_string();
        let Some(seen) = judged.versions.values().find(|seen| seen.name == version) else {
            found.push(What::Lost.found().of(object).version(version));
            continue;
        };
        if seen.inventory.is_some_and(|inventory| inventory != kept.inventory) {
            found.push(What::NotAsLogged.found().of(object).version(&*version));
        }
        for (id, text) in &kept.texts {
            if !seen.holds.contains(&text.page.to_string()) {
                found.push(What::PageMissing.found().of(object).version(&*version).because(id));
            }
        }
        if let Some(created) = seen.created {
            if created < before || created > *time {
                found.push(What::Created.found().of(object).version(version).because(created.to_string()));
            }
            before = created;
        }
    }
}

/// Whether each version in the store was logged.
fn in_log(log: &Log, live: &Live, against: &Against, found: &mut Vec<Found>) {
    let is_purged = |id: &str| {
        log.entries().iter().any(|entry| matches!(&entry.event, Event::Purge { object, .. } if object == id))
    };
    for judged in against.objects.values() {
        let Some(id) = judged.id.as_deref() else { continue };
        let versions = live.get(id);
        if versions.is_none() && is_purged(id) {
            found.push(What::NotPurged.found().of(id));
            continue;
        }
        for seen in judged.versions.values() {
            let logged = versions.into_iter().flatten();
            if logged.clone().all(|(kept, ..)| kept.version.to_string() != seen.name) {
                found.push(What::Unlogged.found().of(id).version(&*seen.name));
            }
        }
    }
}
