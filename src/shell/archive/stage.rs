//! Where things are made before they are moved to their places: a killed run leaves what it made here, and the next
//! one throws it away.

use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::archive::sha512::{Hasher, Sha512};
use crate::shell::disk::{Disk, Kind};
use crate::shell::error::{Act, Context as _, Error};

/// Writes a file that must not exist, in a folder that is made if need be, so that it outlasts the power.
pub fn write(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), Error> {
    make_folder_of(disk, path)?;
    disk.write_new(path, bytes).and_then(|()| disk.sync(path)).on(Act::Write, path)
}

/// The same from what can be read in pieces. Returns the digest of what was written, and its length in bytes.
pub fn copy(disk: &dyn Disk, from: &mut dyn Read, path: &Path) -> Result<(Sha512, u64), Error> {
    make_folder_of(disk, path)?;
    let mut read = Digested { from, hasher: Hasher::default(), length: 0 };
    disk.copy_new(&mut read, path).and_then(|()| disk.sync(path)).on(Act::Write, path)?;
    Ok((read.hasher.digest(), read.length))
}

/// Moves a file over another, or a file or folder to a free name, so that it outlasts the power.
pub fn place(disk: &dyn Disk, from: &Path, to: &Path) -> Result<(), Error> {
    disk.replace(from, to).on(Act::Write, to)?;
    sync_names_of(disk, to)
}

/// Makes the folders from one that is there to another, so that they outlast the power.
pub fn make_folders(disk: &dyn Disk, from: &Path, to: &Path) -> Result<(), Error> {
    let is_new = |folder: &&Path| *folder != from && disk.kind(folder).is_err();
    let new: Vec<&Path> = to.ancestors().take_while(is_new).collect();
    disk.make_folder(to).on(Act::Write, to)?;
    new.into_iter().rev().try_for_each(|folder| sync_names_of(disk, folder))
}

/// Makes the names in a folder, and in all folders below it, outlast the power.
pub fn sync_folders(disk: &dyn Disk, folder: &Path) -> Result<(), Error> {
    for (name, kind) in disk.entries(folder).on(Act::Read, folder)? {
        if kind == Kind::Folder {
            sync_folders(disk, &folder.join(name))?;
        }
    }
    disk.sync(folder).on(Act::Write, folder)
}

/// Removes a file, or a folder with all that it holds; nothing if there is none. No link is followed.
pub fn remove(disk: &dyn Disk, path: &Path) -> Result<(), Error> {
    match disk.kind(path) {
        Ok(Kind::Folder) => {
            for (name, _) in disk.entries(path).on(Act::Read, path)? {
                remove(disk, &path.join(name))?;
            }
            disk.remove_folder(path).on(Act::Remove, path)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        _ => disk.remove_file(path).on(Act::Remove, path),
    }
}

/// Removes folders that are empty, from one upwards, but not the one where that ends.
pub fn remove_empty(disk: &dyn Disk, from: &Path, end: &Path) -> Result<(), Error> {
    for folder in from.ancestors().take_while(|folder| *folder != end) {
        match disk.remove_folder(folder) {
            Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => break,
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error).on(Act::Remove, folder),
            _ => {}
        }
    }
    Ok(())
}

fn make_folder_of(disk: &dyn Disk, path: &Path) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(path);
    if disk.kind(folder).is_ok() {
        return Ok(());
    }
    disk.make_folder(folder).on(Act::Write, folder)
}

fn sync_names_of(disk: &dyn Disk, path: &Path) -> Result<(), Error> {
    let folder: PathBuf = path.parent().unwrap_or(path).to_owned();
    disk.sync(&folder).on(Act::Write, &folder)
}

/// Hashes and counts what passes through.
struct Digested<'a> {
    from: &'a mut dyn Read,
    hasher: Hasher,
    length: u64,
}

impl Read for Digested<'_> {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(piece)?;
        self.hasher.update(&piece[..count]);
        self.length += count as u64;
        Ok(count)
    }
}
