//! Takes files out of the archive, byte for byte, into a folder that is not there yet. Nothing is left behind if a
//! single file is not what it was.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::archive::inventory::{Inventory, VersionNumber, is_safe};
use crate::archive::sha512::{Files, Sha512};
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::stage;
use crate::shell::archive::store::Store;
use crate::shell::disk::{Disk, Kind};
use crate::shell::error::{Act, Context as _, Error};
use crate::shell::output::real_or_future;

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
    pub fn put(&self, store: &Store, folder: &Path, make: &Make) -> Result<(), Error> {
        let disk = store.disk;
        refuse_taken(disk, folder)?;
        let folder = &real_or_future(disk, folder).on(Act::Read, folder)?;
        let aside = aside(folder)?;
        if disk.kind(&aside).is_ok() {
            return Err(Refusal::Unfinished { path: aside }.into());
        }
        let above = aside.ancestors().skip(1).find(|above| disk.kind(above).is_ok()).unwrap_or(&aside);
        let result = self.fill(store, above, &aside, make).and_then(|()| unveil(disk, &aside, folder));
        if result.is_err() {
            // The first fault is the one to tell.
            let _ = stage::remove(disk, &aside);
            let _ = stage::remove_empty(disk, aside.parent().unwrap_or(above), above);
        }
        result
    }

    fn fill(&self, store: &Store, above: &Path, folder: &Path, make: &Make) -> Result<(), Error> {
        let disk = store.disk;
        stage::make_folders(disk, above, folder)?;
        let mut put = Files::new();
        for (path, (file, digest)) in &self.files {
            let mut from = store.open(file).on(Act::Read, file)?;
            let copied = stage::copy(disk, &mut from, &folder.join(path))?;
            if copied.0 != *digest {
                return Err(Refusal::Damaged { path: file.clone() }.into());
            }
            put.insert(path.clone(), copied);
        }
        let beside = make(&put);
        beside.iter().try_for_each(|(path, bytes)| stage::write(disk, &folder.join(path), bytes))?;
        stage::sync_folders(disk, folder)
    }
}

/// Where the files stand until all of them do: beside the folder.
fn aside(folder: &Path) -> Result<PathBuf, Error> {
    let name = folder.file_name().ok_or_else(|| Error::Taken { path: folder.to_owned() })?;
    let mut name = name.to_owned();
    name.push(".ofullständig");
    Ok(folder.with_file_name(name))
}

/// Moves the files to where they are to stand. A folder that is there already stays the same one, since somebody may
/// be at work in it; until all has been moved there, the folder beside it is left.
fn unveil(disk: &dyn Disk, aside: &Path, folder: &Path) -> Result<(), Error> {
    if disk.kind(folder).is_err() {
        return stage::place(disk, aside, folder);
    }
    let names = disk.names(aside).on(Act::Read, aside)?;
    let moved = names.iter().try_for_each(|name| {
        let to = folder.join(name);
        disk.replace(&aside.join(name), &to).on(Act::Write, &to)
    });
    let moved = moved.and_then(|()| disk.sync(folder).on(Act::Write, folder));
    if moved.is_err() {
        for name in &names {
            let _ = stage::remove(disk, &folder.join(name)); // it was empty
        }
    }
    moved.and_then(|()| disk.remove_folder(aside).on(Act::Remove, aside))
}

/// An empty folder may be filled; whatever else stands there is somebody's.
fn refuse_taken(disk: &dyn Disk, folder: &Path) -> Result<(), Error> {
    match disk.kind(folder) {
        Err(_) => Ok(()),
        Ok(Kind::Folder) if disk.names(folder).on(Act::Read, folder)?.is_empty() => Ok(()),
        Ok(_) => Err(Error::Taken { path: folder.to_owned() }),
    }
}
