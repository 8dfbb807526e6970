//! What of a site is new to its archive, and putting it there.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};
use std::path::Path;

use jiff::Timestamp;
use rayon::prelude::*;

use crate::archive::entry::{self, Kept, Log};
use crate::archive::inventory::{State, User};
use crate::archive::sha512::{Files, Sha512, measured};
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::base::snapshot::Snapshot;
use crate::base::sweden;
use crate::base::text::Text;
use crate::model::id::DocId;
use crate::shell::archive::begin::Owner;
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::store::Store;
use crate::shell::archive::writer::{New, Writer};
use crate::shell::disk::Disk;
use crate::shell::error::{Act, Context as _, Error};
use crate::shell::listing;
use crate::site::frozen::moved;
use crate::site::package::{Content, Package, PackedText, Packer};

/// A site to be archived.
pub struct Source<'a> {
    /// The file system.
    pub disk: &'a dyn Disk,
    /// The site's folder.
    pub root: &'a Path,
    /// Its files as they were read, from which its pages are made.
    pub snapshot: &'a Snapshot,
    /// Packs its documents.
    pub packer: &'a Packer<'a>,
    /// Whose it is.
    pub owner: &'a Owner,
}

/// A document that could not be packed, or a file that could not be read.
#[derive(Debug)]
pub enum Trouble {
    /// A template of the theme; files that were archived and are others now.
    Faults(Vec<Fault>),
    /// The disk.
    Error(Error),
}

impl Source<'_> {
    /// The documents of which something is not in the archive yet.
    ///
    /// # Errors
    /// The first that cannot be packed or read; every file of a frozen text that is another than was archived.
    pub fn new_to(&self, store: &Store, log: &Log) -> Result<Vec<&DocId>, Trouble> {
        let heads = log.heads();
        let documents: Vec<&DocId> = self.packer.documents().collect();
        let new = documents.into_par_iter().map(|id| {
            let head = heads.get(&*self.object(id));
            let Some((package, digests)) = self.packed(id)? else { return Ok(None) };
            if head.is_some_and(|(kept, _)| kept.content == package.content(&digests)) {
                return Ok(None);
            }
            let exchanged = exchanged(store, log, &package, &digests).map_err(Trouble::Error)?;
            Ok(Some((id, exchanged)))
        });
        let new = new.collect::<Result<Vec<_>, Trouble>>()?.into_iter().flatten();
        let (new, faults): (Vec<_>, Vec<_>) = new.unzip();
        let faults = faults.concat();
        if faults.is_empty() { Ok(new) } else { Err(Trouble::Faults(faults)) }
    }

    /// Archives a document; nothing if another run has done so meanwhile.
    ///
    /// # Errors
    /// It cannot be packed, read or written.
    pub fn put(&self, writer: &mut Writer, id: &DocId, message: &str) -> Result<Option<Kept>, Trouble> {
        let object = self.object(id);
        let Some((package, mut digests)) = self.packed(id)? else { return Ok(None) };
        let content = package.content(&digests);
        if writer.log().head(&object).is_some_and(|(kept, _)| kept.content == content) {
            return Ok(None);
        }
        let captured = package.captured(&object, writer.now(), &digests);
        let texts = texts(&package, &digests);
        digests.extend(captured.iter().map(|(path, bytes)| (path.clone(), measured(bytes))));
        let state: State = digests.iter().map(|(path, (digest, _))| (path.clone(), *digest)).collect();
        let new = New {
            object,
            document: id.to_string(),
            formerly: package.names[1..].to_vec(),
            state: &state,
            contents: &|path| match captured.get(path) {
                Some(bytes) => Ok(Box::new(Cursor::new(bytes))),
                None => self.open(&package, path),
            },
            content,
            texts,
            withdrawn: package.withdrawn,
            message: message.to_owned(),
            user: User {
                name: self.owner.name.clone(),
                address: format!("urn:stadga:{}", self.owner.archive),
            },
        };
        writer.put(new).map(Some).map_err(Trouble::Error)
    }

    /// The object of a document.
    fn object(&self, id: &DocId) -> String {
        format!("urn:stadga:{}:dok:{id}", self.owner.archive)
    }

    /// A document with digest and length of all its files.
    fn packed(&self, id: &DocId) -> Result<Option<(Package, Files)>, Trouble> {
        let Some(sketch) = self.packer.sketch(id) else { return Ok(None) };
        let package = self.packer.pack(sketch).map_err(|fault| Trouble::Faults(vec![fault]))?;
        let digests = package.files.iter().map(|(path, content)| {
            let digest = match content {
                Content::Bytes(bytes) => measured(bytes),
                Content::Copy(source) => self.measured(source).map_err(Trouble::Error)?,
            };
            Ok((path.clone(), digest))
        });
        let digests = digests.collect::<Result<Files, Trouble>>()?;
        Ok(Some((package, digests)))
    }

    /// Digest and length of a file. A text that was saved since it was read is not the one that the pages show.
    fn measured(&self, source: &SitePath) -> Result<(Sha512, u64), Error> {
        let file = listing::place(self.disk, self.root, source);
        let Some(text) = self.snapshot.text(source.as_str()) else {
            let read = self.disk.open(&file).and_then(|mut from| Sha512::of_reader(&mut from));
            return read.on(Act::Read, &file);
        };
        let bytes = self.disk.read(&file).on(Act::Read, &file)?;
        let measured = measured(&bytes);
        if Text::decode(bytes).is_ok_and(|now| now.digest() == text.digest()) {
            Ok(measured)
        } else {
            Err(Refusal::SourceChanged { file: source.to_string() }.into())
        }
    }

    fn open<'p>(&self, package: &'p Package, path: &str) -> io::Result<Box<dyn Read + 'p>> {
        match package.files.get(path) {
            Some(Content::Bytes(bytes)) => Ok(Box::new(Cursor::new(bytes))),
            Some(Content::Copy(source)) => {
                Ok(Box::new(self.disk.open(&listing::place(self.disk, self.root, source))?))
            }
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }
}

/// The files of a text that are others than those that were archived with it last, under whatever name, though no
/// correction says so. One of another length is told of whenever the site is built; here their digests are compared.
fn exchanged(store: &Store, log: &Log, package: &Package, digests: &Files) -> Result<Vec<Fault>, Error> {
    let mut faults = Vec::new();
    for name in &package.names {
        for (version, text) in &package.texts {
            let Some((kept, time)) = last_with(log, name, version.as_str()) else { continue };
            let Some(old) =
                kept.texts.get(version.as_str()).filter(|old| old.corrections == text.corrections)
            else {
                continue;
            };
            let inventory = store.logged(kept)?;
            let archived: BTreeMap<&str, Sha512> =
                inventory.files(kept.version).map(|(path, digest, _)| (path, digest)).collect();
            for path in old.files.keys() {
                let now = moved(path, name, package.document.as_str());
                let (Some(was), Some((is, _))) = (archived.get(path.as_str()), digests.get(&now)) else {
                    continue; // that it is gone is told of whenever the site is built
                };
                if let Some(Content::Copy(source)) = package.files.get(&now).filter(|_| was != is) {
                    let fault = Fault::new(Code::Frozen).with("document", name).with("hint", "file");
                    let fault = fault.with("version", version.as_str()).with("file", now);
                    faults.push(fault.with("archived", sweden::day(time).to_string()).at(source));
                }
            }
        }
    }
    Ok(faults)
}

/// The archiving that a version of a document was last part of: of what was taken down the texts are not archived
/// again, and stay frozen.
fn last_with<'l>(log: &'l Log, document: &str, version: &str) -> Option<(&'l Kept, Timestamp)> {
    let entries = log.entries().iter().rev().filter(|entry| entry.event.document() == Some(document));
    let since_purged = entries.map_while(|entry| Some((entry.event.kept()?, entry.time)));
    since_purged.into_iter().find(|(kept, _)| kept.texts.contains_key(version))
}

/// The texts of a document as the log tells of them.
fn texts(package: &Package, digests: &Files) -> BTreeMap<String, entry::Text> {
    let texts = package.texts.iter().filter_map(|(id, text)| {
        let (page, _) = *digests.get(&text.page)?;
        let PackedText { words, facts, files, shown, corrections, .. } = text.clone();
        Some((id.to_string(), entry::Text { words, facts, files, shown, corrections, page }))
    });
    texts.collect()
}
