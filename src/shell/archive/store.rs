//! What stands in an archive: its log, its checkpoint, its objects.

use std::io::ErrorKind;
use std::path::Path;

use crate::archive::checkpoint::Note;
use crate::archive::entry::{Flaw, Log};
use crate::archive::inventory::{self, Inventory};
use crate::archive::sha512::Sha512;
use crate::shell::archive::places::Places;
use crate::shell::archive::refusal::Refusal;
use crate::shell::disk::Disk;
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

    /// The log with its flaws.
    ///
    /// # Errors
    /// There is none, or it cannot be read.
    pub fn log(&self) -> Result<(Log, Vec<Flaw>), Error> {
        if !self.is_begun() {
            return Err(Refusal::NotAnArchive { path: self.places.root().to_owned() }.into());
        }
        let file = self.places.log();
        // A line that is no text is a line that cannot be read.
        Ok(Log::parse(&String::from_utf8_lossy(&self.disk.read(&file).on(Act::Read, &file)?)))
    }

    /// The newest checkpoint, as it was written.
    ///
    /// # Errors
    /// There is none, or it cannot be read.
    pub fn checkpoint(&self) -> Result<String, Error> {
        let file = self.places.checkpoint();
        Ok(String::from_utf8_lossy(&self.disk.read(&file).on(Act::Read, &file)?).into_owned())
    }

    /// The same, if it can be understood.
    ///
    /// # Errors
    /// As above.
    pub fn note(&self) -> Result<Option<Note>, Error> {
        self.checkpoint().map(|text| Note::parse(&text))
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
        let bytes = match self.disk.read(&file) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(damaged().into()),
            result => result.on(Act::Read, &file)?,
        };
        let inventory = Inventory::parse(&bytes).map_err(|_| damaged())?;
        if inventory.id == object { Ok(Some((inventory, Sha512::of(&bytes)))) } else { Err(damaged().into()) }
    }
}
