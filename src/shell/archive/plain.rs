//! Reads what stands in an archive, or in any folder that is judged, as plain files only: a pipe would never end, and
//! a link may lead to anything.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::shell::disk::{Disk, Kind, Stream};

/// A log may not be longer than this, in bytes: it is held in memory.
pub const LOG: u64 = 1 << 30;

const ODD: &str = "not-a-file";

/// A whole file, by its path from a folder; neither it nor a folder on the way may be a link. The folder itself may:
/// whoever names it knows where it leads.
pub fn read(disk: &dyn Disk, root: &Path, path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let file = file(disk, root, path)?;
    if disk.length(&file)? > most {
        return Err(io::Error::new(ErrorKind::FileTooLarge, "too-large"));
    }
    disk.read(&file)
}

/// The same, in pieces.
pub fn open(disk: &dyn Disk, root: &Path, path: &Path) -> io::Result<Box<dyn Stream>> {
    disk.open(&file(disk, root, path)?)
}

fn file(disk: &dyn Disk, root: &Path, path: &Path) -> io::Result<PathBuf> {
    if let Some(above) = path.parent() {
        folder(disk, root, above)?;
    }
    let file = root.join(path);
    demand(disk, &file, Kind::File)?;
    Ok(file)
}

/// The folder at a path from another, with no link on the way.
pub fn folder(disk: &dyn Disk, root: &Path, path: &Path) -> io::Result<PathBuf> {
    let mut at = root.to_owned();
    for part in path {
        at.push(part);
        demand(disk, &at, Kind::Folder)?;
    }
    Ok(at)
}

/// Whether it was refused since no plain file stands there.
pub fn is_odd(error: &io::Error) -> bool {
    error.kind() == ErrorKind::InvalidInput && error.to_string() == ODD
}

fn demand(disk: &dyn Disk, path: &Path, wanted: Kind) -> io::Result<()> {
    if disk.kind(path)? == wanted { Ok(()) } else { Err(io::Error::new(ErrorKind::InvalidInput, ODD)) }
}
