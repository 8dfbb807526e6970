//! `stadga archive export`: documents of the archive as packages that other archives receive.

use std::collections::BTreeMap;

use clap::{Arg, ArgAction};
use jiff::Timestamp;
use serde_json::Value as Json;

use crate::archive::deeds::deeds;
use crate::archive::eark::DESCRIPTION;
use crate::archive::entry::{Kept, Log};
use crate::archive::form::{Form, Made};
use crate::archive::inventory::{Inventory, VersionNumber};
use crate::archive::parcel::{Archived, Parcel};
use crate::archive::sha512::Files;
use crate::shell::archive::begin::Owner;
use crate::shell::archive::commands::asked;
use crate::shell::archive::commands::restore::output;
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::renamed::names;
use crate::shell::archive::restored::Taken;
use crate::shell::archive::store::Store;
use crate::shell::archive::when::When;
use crate::shell::args::{Call, Exit, Verb, format, option};
use crate::shell::error::Error;
use crate::shell::terminal::{answer, tell};
use crate::shell::words::Words;
use crate::site::package::{DUBLIN_CORE, METADATA, PROGRAM};

/// The command.
pub const VERB: Verb = Verb { name: "export", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let documents = asked::document(words).action(ArgAction::Append).num_args(0..);
    let since = option("since", "moment", "help-archive-since", words).value_parser(When::since);
    let form =
        format(&["bagit", "eark"], "help-archive-form", words).value_name(words.label("value-package"));
    let mut options = vec![documents, since.conflicts_with("id"), form.required(true), output(words)];
    options.extend(asked::options(words));
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let words = call.own_words();
    let is_bag = call.matches.get_one::<String>("format").is_some_and(|format| format == "bagit");
    let form = if is_bag { Form::Bag } else { Form::Eark };
    let store = asked::store(call);
    let log = store.sound_log()?;
    let owner = asked::owner(&log, &store.places.log())?;
    let mut export =
        Export { store: &store, owner, form, now: now(), taken: Taken::default(), parcels: Vec::new() };
    for kept in wanted(call, &store, &log)? {
        export.add(kept)?;
    }
    let folder = asked::output(call)?;
    if !export.parcels.is_empty() {
        export.taken.put(&store, &folder, &|files| beside(form, &export.parcels, files))?;
        answer(&export.parcels.iter().map(|parcel| parcel.name() + "\n").collect::<String>())?;
    }
    let arguments = [("n", export.parcels.len().into()), ("folder", folder.display().to_string().into())];
    tell(&(words.say("archive-exported", &arguments) + "\n"));
    Ok(Exit::Fine)
}

/// Times are told in whole seconds.
fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

/// The documents that are named, each under all its names, or those of which something was archived since some time; all if neither is said.
fn wanted<'l>(call: &Call, store: &Store, log: &'l Log) -> Result<Vec<&'l Kept>, Error> {
    let since = call.matches.get_one::<When>("since").map_or(Timestamp::MIN, |when| when.at);
    let Some(ids) = call.matches.get_many::<String>("id") else {
        return Ok(log
            .heads()
            .into_values()
            .filter(|(_, time)| *time >= since)
            .map(|(kept, _)| kept)
            .collect());
    };
    let mut wanted = BTreeMap::new();
    for id in ids {
        let kept = asked::head(log, id)?;
        let names = names(store, log, &kept.document);
        let of_it = log.heads().into_values().map(|(kept, _)| kept).filter(|it| names.contains(&it.document));
        wanted.extend(of_it.map(|kept| (&kept.object, kept)));
    }
    Ok(wanted.into_values().collect())
}

/// Packages that are being put together.
struct Export<'e> {
    store: &'e Store<'e>,
    owner: Owner,
    form: Form,
    now: Timestamp,
    taken: Taken,
    parcels: Vec<Parcel>,
}

impl Export<'_> {
    /// Adds a document with all its versions. What the log does not know is not handed over.
    fn add(&mut self, kept: &Kept) -> Result<(), Error> {
        let damaged = || Refusal::Damaged { path: self.store.places.object(&kept.object) };
        let (inventory, digest) = self.store.head(&kept.object)?.ok_or_else(damaged)?;
        if digest != kept.inventory {
            return Err(damaged().into());
        }
        let (parcel, form) = (self.parcel(kept, &inventory)?, self.form);
        let name = parcel.name();
        for version in inventory.versions.keys() {
            let folder = form.folder(*version);
            self.taken
                .add(self.store, &inventory, *version, &|path| Some(format!("{name}/{folder}{path}")))?;
        }
        if form == Form::Eark {
            let description = |path: &str| (path == DUBLIN_CORE).then(|| format!("{name}/{DESCRIPTION}"));
            self.taken.add(self.store, &inventory, inventory.head, &description)?;
        }
        self.parcels.push(parcel);
        Ok(())
    }

    fn parcel(&self, kept: &Kept, inventory: &Inventory) -> Result<Parcel, Error> {
        let (mut title, mut versions, mut done) = (String::new(), BTreeMap::new(), Vec::new());
        for (number, version) in &inventory.versions {
            let known = self.metadata(inventory, *number)?;
            let text =
                |pointer: &str| known.pointer(pointer).and_then(Json::as_str).unwrap_or_default().to_owned();
            title = text("/title");
            done = deeds(&known, version.created);
            versions.insert(*number, Archived { time: version.created, program: text("/capture/version") });
        }
        Ok(Parcel {
            archive: self.owner.archive.clone(),
            organisation: self.owner.name.clone(),
            object: kept.object.clone(),
            document: kept.document.clone(),
            title,
            versions,
            deeds: done,
            packed: self.now,
            program: (PROGRAM.to_owned(), env!("STADGA_VERSION").to_owned()),
        })
    }

    /// What was known of a version when it was archived.
    fn metadata(&self, inventory: &Inventory, version: VersionNumber) -> Result<Json, Error> {
        let object = self.store.places.object(&inventory.id);
        let damaged = || Error::from(Refusal::Damaged { path: object.clone() });
        let mut files = self.store.files_of(inventory, version)?.into_iter();
        let (_, digest, file) = files.find(|(path, ..)| *path == METADATA).ok_or_else(damaged)?;
        let bytes = self.store.content(&file, digest)?;
        serde_json::from_slice(&bytes).map_err(|_| damaged())
    }
}

/// What is written beside the files of all packages.
fn beside(form: Form, parcels: &[Parcel], files: &Files) -> Made {
    let mut made = Made::new();
    for parcel in parcels {
        let folder = parcel.name() + "/";
        let own = files.range(folder.clone()..).take_while(|(path, _)| path.starts_with(&folder));
        let own: Files = own.map(|(path, file)| (path[folder.len()..].to_owned(), *file)).collect();
        made.extend(form.made(parcel, &own).into_iter().map(|(path, bytes)| (folder.clone() + &path, bytes)));
    }
    made
}
