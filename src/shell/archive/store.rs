//! What stands in an archive: its log, its checkpoint, its objects.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::archive::checkpoint::{Key, Note};
use crate::archive::entry::{Flaw, Kept, Log};
use crate::archive::inventory::{self, Inventory, VersionNumber, is_safe};
use crate::archive::judge::{LIST, NOTE};
use crate::archive::layout;
use crate::archive::sha512::Sha512;
use crate::shell::archive::places::{LAYOUT, NAMASTE, Places};
use crate::shell::archive::plain;
use crate::shell::archive::refusal::Refusal;
use crate::shell::disk::{Disk, Kind, Stream};
use crate::shell::error::{Act, Context as _, Error};

/// The archive in a folder, to be read.
#[derive(Clone)]
pub struct Store<'a> {
    /// The file system.
    pub disk: &'a dyn Disk,
    /// What lies where.
    pub places: Places,
}

impl<'a> Store<'a> {
    /// The archive in a folder.
    pub fn at(disk: &'a dyn Disk, root: &Path) -> Self {
        Self { disk, places: Places::of(root) }
    }

    /// Whether there is anything of an archive in the folder.
    pub fn is_begun(&self) -> bool {
        [self.places.store(), self.places.log_folder()].iter().any(|place| self.disk.kind(place).is_ok())
    }

    /// Why the folder is no archive.
    pub fn absent(&self) -> Refusal {
        let path = self.places.root().to_owned();
        match self.disk.kind(&path) {
            Ok(Kind::File) => Refusal::NoFolder { path },
            Ok(Kind::Link) if self.disk.real(&path).is_err() => Refusal::OutOfReach { path },
            _ if self.disk.kind(self.places.staging().as_path()).is_ok() => Refusal::NotBegun { path },
            _ => Refusal::NotAnArchive { path },
        }
    }

    /// A whole file of the archive, of so many bytes at most. No link in the archive is followed.
    ///
    /// # Errors
    /// It is not there, is no plain file, is larger, or cannot be read.
    pub fn read(&self, file: &Path, most: u64) -> io::Result<Vec<u8>> {
        let root = self.places.root();
        plain::read(self.disk, root, file.strip_prefix(root).unwrap_or(file), most)
    }

    /// The same in pieces, however large.
    ///
    /// # Errors
    /// As above.
    pub fn open(&self, file: &Path) -> io::Result<Box<dyn Stream>> {
        let root = self.places.root();
        plain::open(self.disk, root, file.strip_prefix(root).unwrap_or(file))
    }

    /// The log with its flaws.
    ///
    /// # Errors
    /// There is none, or it cannot be read.
    pub fn log(&self) -> Result<(Log, Vec<Flaw>), Error> {
        if !self.is_begun() {
            return Err(self.absent().into());
        }
        let file = self.places.log();
        // A line that is no text is a line that cannot be read.
        Ok(Log::parse(&String::from_utf8_lossy(&self.read(&file, plain::LOG).on(Act::Read, &file)?)))
    }

    /// The log, if there is nothing in the archive that this program does not know. It may be damaged: what stands
    /// in it can be taken out all the same, since each file is held against its digest.
    ///
    /// # Errors
    /// The archive was written by a newer program; there is none, or it cannot be read.
    pub fn known_log(&self) -> Result<Log, Error> {
        let (log, flaws) = self.log()?;
        if flaws.iter().any(|flaw| matches!(flaw, Flaw::Unreadable(..))) {
            return Err(Refusal::Newer { path: self.places.log() }.into());
        }
        self.refuse_unknown_form()?;
        Ok(log)
    }

    /// The same, if it also tells what happened: for whoever tells others what was archived when.
    ///
    /// # Errors
    /// As above; or lines were moved or changed since the checkpoint.
    pub fn sound_log(&self) -> Result<Log, Error> {
        let log = self.known_log()?;
        let flaws = self.log()?.1;
        let note = self.note()?.map(|note| note.checkpoint);
        let holds = note.is_some_and(|note| log.checkpoint_at(note.size).as_ref() == Some(&note));
        if holds && flaws.iter().all(|flaw| *flaw == Flaw::Torn) {
            Ok(log)
        } else {
            Err(Refusal::Damaged { path: self.places.log() }.into())
        }
    }

    /// Refused if the store is of a later OCFL, or its objects lie where this program would not look for them.
    pub(crate) fn refuse_unknown_form(&self) -> Result<(), Error> {
        let store = self.places.store();
        if self.disk.kind(&store).is_err() {
            return Ok(()); // it is begun after the log
        }
        let layout = self.read(&store.join(LAYOUT), NOTE).ok();
        let layout = layout.and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
        let extension = layout.as_ref().and_then(|layout| layout.get("extension")?.as_str());
        let is_known = self.disk.kind(&store.join(NAMASTE.0)).is_ok()
            && extension.is_none_or(|extension| extension == layout::NAME);
        if is_known { Ok(()) } else { Err(Refusal::Newer { path: store }.into()) }
    }

    /// The inventory of a version that the log tells of, as it was when the version was written.
    ///
    /// # Errors
    /// It is not there, or not the one that was logged.
    pub fn logged(&self, kept: &Kept) -> Result<Inventory, Error> {
        let folder = self.places.object(&kept.object).join(kept.version.to_string());
        let file = folder.join(inventory::FILE);
        let bytes = self.read(&file, LIST).on(Act::Read, &file)?;
        let inventory = Inventory::parse(&bytes).ok();
        let is_it = |it: &Inventory| it.id == kept.object && it.head == kept.version;
        match inventory.filter(|it| is_it(it) && Sha512::of(&bytes) == kept.inventory) {
            Some(inventory) => Ok(inventory),
            None => Err(Refusal::Damaged { path: file }.into()),
        }
    }

    /// The files of a version: logical path, digest, and where it lies.
    ///
    /// # Errors
    /// A path leads out, or a file is none of the inventory's.
    pub fn files_of<'i>(
        &self,
        inventory: &'i Inventory,
        version: VersionNumber,
    ) -> Result<Vec<(&'i str, Sha512, PathBuf)>, Error> {
        let object = self.places.object(&inventory.id);
        let files = inventory.files(version).map(|(path, digest, file)| {
            let file = file.ok_or_else(|| Refusal::Damaged { path: object.clone() })?;
            match [path, file].into_iter().find(|path| !is_safe(path)) {
                Some(bad) => Err(Refusal::PathEscapes { file: bad.to_owned() }.into()),
                None => Ok((path, digest, object.join(file))),
            }
        });
        files.collect()
    }

    /// What a file holds, which must have this digest.
    ///
    /// # Errors
    /// It has another, or cannot be read.
    pub fn content(&self, file: &Path, digest: Sha512) -> Result<Vec<u8>, Error> {
        let bytes = self.read(file, u64::MAX).on(Act::Read, file)?;
        if Sha512::of(&bytes) == digest {
            Ok(bytes)
        } else {
            Err(Refusal::Damaged { path: file.to_owned() }.into())
        }
    }

    /// The newest checkpoint, as it was written.
    ///
    /// # Errors
    /// There is none, or it cannot be read.
    pub fn checkpoint(&self) -> Result<String, Error> {
        let file = self.places.checkpoint();
        Ok(String::from_utf8_lossy(&self.read(&file, NOTE).on(Act::Read, &file)?).into_owned())
    }

    /// The same, if it can be understood.
    ///
    /// # Errors
    /// As above.
    pub fn note(&self) -> Result<Option<Note>, Error> {
        self.checkpoint().map(|text| Note::parse(&text))
    }

    /// Whether the newest checkpoint is signed with a key; where there is none, nothing is missing.
    pub fn is_signed_by(&self, key: Option<&Key>) -> bool {
        let note = || self.note().ok().flatten();
        key.is_none_or(|key| note().is_some_and(|note| note.is_signed_by(&key.public())))
    }

    /// The inventory of an object's newest version, with its digest; `None` if there is no such object.
    ///
    /// # Errors
    /// It cannot be read, or is none.
    pub fn head(&self, object: &str) -> Result<Option<(Inventory, Sha512)>, Error> {
        let folder = self.places.object(object);
        match self.disk.kind(&folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            result => result.on(Act::Read, &folder)?,
        };
        let file = folder.join(inventory::FILE);
        let damaged = || Refusal::Damaged { path: file.clone() };
        let bytes = match self.read(&file, LIST) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(damaged().into()),
            result => result.on(Act::Read, &file)?,
        };
        let inventory = Inventory::parse(&bytes).map_err(|_| damaged())?;
        if inventory.id == object { Ok(Some((inventory, Sha512::of(&bytes)))) } else { Err(damaged().into()) }
    }
}
