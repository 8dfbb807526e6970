//! What differs between Unix and Windows, and nothing else.

use std::fs::File;
use std::io;
use std::path::Path;

/// Moves a file over another in one step.
#[cfg(unix)]
pub fn replace(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::rename(from, to)
}

/// Moves a file over another in one step. Virus scanners and search indexers hold new
/// files open for a moment, and Windows then refuses: wait for them a little.
#[cfg(windows)]
pub fn replace(from: &Path, to: &Path) -> io::Result<()> {
    let mut patience = 10;
    loop {
        match std::fs::rename(from, to) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied && patience > 0 => {
                patience -= 1;
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            result => return result,
        }
    }
}

/// What tells a file from another of the same length and time: its number, and when anything about it changed.
#[cfg(unix)]
pub fn identity(about: &std::fs::Metadata) -> Option<(u64, i64, i64)> {
    use std::os::unix::fs::MetadataExt as _;
    Some((about.ino(), about.ctime(), about.ctime_nsec()))
}

/// Windows tells nothing of the kind without opening the file.
#[cfg(windows)]
pub fn identity(_about: &std::fs::Metadata) -> Option<(u64, i64, i64)> {
    None
}

/// Waits until a file, or the names in a folder, would outlast the power.
#[cfg(unix)]
pub fn sync(path: &Path) -> io::Result<()> {
    let file = File::open(path)?;
    match file.sync_all() {
        // A few file systems know it for files only.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput && file.metadata()?.is_dir() => Ok(()),
        result => result,
    }
}

/// Waits until a file would outlast the power. Windows does so for the names in folders by itself.
#[cfg(windows)]
pub fn sync(path: &Path) -> io::Result<()> {
    if path.is_dir() { Ok(()) } else { File::options().write(true).open(path)?.sync_all() }
}

/// Makes a file that must not exist, which nobody but its owner may read from the moment that it is there.
#[cfg(unix)]
pub fn create_secret(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    File::options().write(true).create_new(true).mode(0o600).open(path)
}

/// Makes a file that must not exist. On Windows the folder decides who may read it.
#[cfg(windows)]
pub fn create_secret(path: &Path) -> io::Result<File> {
    File::create_new(path)
}
