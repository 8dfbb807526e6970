//! Takes files out of the archive, byte for byte, into a folder that is not there yet. Nothing is left behind if a
//! single file is not what it was.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::archive::inventory::{Inventory, VersionNumber, is_safe};
use crate::archive::sha512::{Files, Sha512};
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::stage;
use crate::shell::archive::store::Store;
use crate::shell::disk::Disk;
use crate::shell::error::{Act, Context as _, Error};

/// Makes files to stand beside those that were taken out.
pub type Make<'m> = dyn Fn(&Files) -> BTreeMap<String, Vec<u8>> + 'm;

/// Files to be taken out: where they are put, where they lie, and what they must be.
#[derive(Default)]
pub struct Taken {
    files: BTreeMap<String, (PathBuf, Sha512)>,
}

impl Taken {
    /// Adds what a version of an object holds, as far as `place` says where it is to stand by its logical path.
    ///
    /// # Errors
    /// A path of the inventory leads out, or a file is to stand where another one does.
    pub fn add(
        &mut self,
        store: &Store,
        inventory: &Inventory,
        version: VersionNumber,
        place: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), Error> {
        for (path, digest, file) in store.files_of(inventory, version)? {
            let Some(path) = place(path) else { continue };
            if self.take(&path, file, digest) {
                return Err(Refusal::TwoOfOneName { file: path }.into());
            }
        }
        Ok(())
    }

    /// Adds a file, over one of the same path. Whether that one was another.
    pub fn take(&mut self, path: &str, file: PathBuf, digest: Sha512) -> bool {
        let former = self.files.insert(path.to_owned(), (file, digest));
        former.is_some_and(|(_, its)| its != digest)
    }

    /// Where they will stand.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether something stands at a path.
    pub fn holds(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Those of some paths at which nothing stands, and where something can be put.
    pub fn free(&self, paths: &BTreeSet<String>) -> BTreeSet<String> {
        let mut free = BTreeSet::new();
        for path in paths.iter().filter(|path| !self.holds(path) && is_safe(path)) {
            let is_folder = || {
                let within = format!("{path}/");
                self.files.range(within.clone()..).next().is_some_and(|(file, _)| file.starts_with(&within))
            };
            let is_below_file = || {
                let above = path.match_indices('/').map(|(end, _)| &path[..end]);
                above.into_iter().any(|above| self.holds(above) || free.contains(above))
            };
            if !is_below_file() && !is_folder() {
                free.insert(path.clone());
            }
        }
        free
    }

    /// Puts them into a folder, with some files that are made when all others stand there.
    ///
    /// # Errors
    /// Something stands there already, a file is not what was archived, or what the disk refused. Nothing is left.
    pub fn put(&self, disk: &dyn Disk, folder: &Path, make: &Make) -> Result<(), Error> {
        refuse_taken(disk, folder)?;
        let mut aside = folder.as_os_str().to_owned();
        aside.push(".ofullständig");
        let aside = PathBuf::from(aside);
        refuse_taken(disk, &aside)?;
        let result = self.fill(disk, &aside, make);
        if let Err(error) = result {
            let _ = stage::remove(disk, &aside); // the first fault is the one to tell
            return Err(error);
        }
        if disk.kind(folder).is_ok() {
            disk.remove_folder(folder).on(Act::Remove, folder)?;
        }
        disk.replace(&aside, folder).on(Act::Write, folder)
    }

    fn fill(&self, disk: &dyn Disk, folder: &Path, make: &Make) -> Result<(), Error> {
        disk.make_folder(folder).on(Act::Write, folder)?;
        let mut put = Files::new();
        for (path, (file, digest)) in &self.files {
            let mut from = disk.open(file).on(Act::Read, file)?;
            let copied = stage::copy(disk, &mut from, &folder.join(path))?;
            if copied.0 != *digest {
                return Err(Refusal::Damaged { path: file.clone() }.into());
            }
            put.insert(path.clone(), copied);
        }
        make(&put).iter().try_for_each(|(path, bytes)| stage::write(disk, &folder.join(path), bytes))
    }
}

/// An empty folder may be filled; whatever else stands there is somebody's.
fn refuse_taken(disk: &dyn Disk, folder: &Path) -> Result<(), Error> {
    match disk.kind(folder) {
        Err(_) => Ok(()),
        Ok(crate::shell::disk::Kind::Folder) if disk.names(folder).on(Act::Read, folder)?.is_empty() => {
            Ok(())
        }
        Ok(_) => Err(Error::Taken { path: folder.to_owned() }),
    }
}
