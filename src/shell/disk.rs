//! The seam between stadga and the file system: every file operation goes through
//! [`Disk`], so that tests can make any of them fail.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

use crate::shell::system;

/// A file opened for reading in pieces.
pub trait Stream: BufRead + Seek + Send {}
impl<T: BufRead + Seek + Send> Stream for T {}

/// What stands at a path; links are not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A device, a pipe, a socket.
    Other,
}

/// One thing that a walk found: a file, or what could not be looked at.
#[derive(Debug)]
pub struct Found {
    /// Where it stands.
    pub path: PathBuf,
    /// What it is, links followed; or why nobody knows.
    pub kind: io::Result<Kind>,
}

/// What tells a file from what it was before somebody wrote to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// Its length in bytes.
    pub length: u64,
    /// When it was last written, as exactly as the file system tells.
    pub modified: SystemTime,
    /// Which file it is, and when anything about it last changed, where the system tells: a copy may be given
    /// the length and the time of what it takes the place of.
    pub identity: Option<(u64, i64, i64)>,
}

/// Holds a lock until it is dropped.
pub struct Lock {
    file: Option<File>,
}

impl Lock {
    /// Whether it keeps anybody out: some network disks know no locks.
    pub fn holds(&self) -> bool {
        self.file.is_some()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing alone is not enough: a process that is being started holds a copy for a moment.
        if let Some(file) = &self.file {
            let _ = file.unlock();
        }
    }
}

/// All that stadga asks of a file system.
pub trait Disk: Sync {
    /// A whole file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// A file in pieces.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Stream>>;
    /// The length of a file, links followed.
    fn length(&self, path: &Path) -> io::Result<u64>;
    /// The stamp of a file, links followed.
    fn stamp(&self, path: &Path) -> io::Result<Stamp>;
    /// What stands at a path, links not followed.
    fn kind(&self, path: &Path) -> io::Result<Kind>;
    /// The names in a folder, sorted.
    fn names(&self, folder: &Path) -> io::Result<Vec<String>>;
    /// What is in a folder, in order of name; links are not followed.
    fn entries(&self, folder: &Path) -> io::Result<Vec<(String, Kind)>>;
    /// The path without links and `..`.
    fn real(&self, path: &Path) -> io::Result<PathBuf>;
    /// All files below a folder in order of name. Links are followed; `enter` is asked
    /// before anything is entered or looked at, and told whether it is a link.
    fn walk(&self, folder: &Path, enter: &mut dyn FnMut(&Path, bool) -> bool) -> Vec<Found>;
    /// Makes a folder and those above it.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Writes a file that must not exist.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Writes a file that must not exist and that nobody but its owner may read, where the system knows owners.
    fn write_secret(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Writes a file that must not exist, from what can be read in pieces.
    fn copy_new(&self, from: &mut dyn Read, path: &Path) -> io::Result<()>;
    /// Writes after what a file holds already.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Waits until what a file holds, or which names a folder has, would outlast the power.
    fn sync(&self, path: &Path) -> io::Result<()>;
    /// Moves a file over another, or a file or a folder to a free name, at once.
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file the rights of another; refused if that one may not be written.
    fn same_rights(&self, of: &Path, path: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Locks a file, made if absent, against other processes; `None` if one of them holds it.
    fn lock(&self, path: &Path) -> io::Result<Option<Lock>>;
}

/// The file system of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        std::fs::read(path)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Stream>> {
        Ok(Box::new(BufReader::with_capacity(1 << 16, File::open(path)?)))
    }

    fn length(&self, path: &Path) -> io::Result<u64> {
        Ok(std::fs::metadata(path)?.len())
    }

    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        let about = std::fs::metadata(path)?;
        Ok(Stamp { length: about.len(), modified: about.modified()?, identity: system::identity(&about) })
    }

    fn kind(&self, path: &Path) -> io::Result<Kind> {
        Ok(kind_of(std::fs::symlink_metadata(path)?.file_type()))
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let mut names = std::fs::read_dir(folder)?
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<io::Result<Vec<_>>>()?;
        names.sort();
        Ok(names)
    }

    fn entries(&self, folder: &Path) -> io::Result<Vec<(String, Kind)>> {
        let mut entries = std::fs::read_dir(folder)?
            .map(|entry| {
                let entry = entry?;
                Ok((entry.file_name().to_string_lossy().into_owned(), kind_of(entry.file_type()?)))
            })
            .collect::<io::Result<Vec<_>>>()?;
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(entries)
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }

    fn walk(&self, folder: &Path, enter: &mut dyn FnMut(&Path, bool) -> bool) -> Vec<Found> {
        WalkDir::new(folder)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || enter(entry.path(), entry.path_is_symlink()))
            .filter_map(|entry| match entry {
                Ok(entry) if entry.file_type().is_dir() => None,
                Ok(entry) => Some(Found { kind: Ok(kind_of(entry.file_type())), path: entry.into_path() }),
                Err(error) => Some(Found {
                    path: error.path().unwrap_or(folder).to_owned(),
                    kind: Err(io::Error::from(error)),
                }),
            })
            .collect()
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        std::fs::create_dir_all(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        File::create_new(path)?.write_all(bytes)
    }

    fn write_secret(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        system::create_secret(path)?.write_all(bytes)
    }

    fn copy_new(&self, from: &mut dyn Read, path: &Path) -> io::Result<()> {
        io::copy(from, &mut File::create_new(path)?)?;
        Ok(())
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        File::options().append(true).open(path)?.write_all(bytes)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        system::sync(path)
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        system::replace(from, to)
    }

    fn same_rights(&self, of: &Path, path: &Path) -> io::Result<()> {
        let rights = std::fs::metadata(of)?.permissions();
        if rights.readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        std::fs::set_permissions(path, rights)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_dir(path)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock { file: Some(file) })),
            Err(std::fs::TryLockError::WouldBlock) => Ok(None),
            // Some network disks know no locks; working without one beats not working.
            Err(std::fs::TryLockError::Error(_)) => Ok(Some(Lock { file: None })),
        }
    }
}

fn kind_of(kind: std::fs::FileType) -> Kind {
    if kind.is_symlink() {
        Kind::Link
    } else if kind.is_dir() {
        Kind::Folder
    } else if kind.is_file() {
        Kind::File
    } else {
        Kind::Other
    }
}
