//! What differs between Unix and Windows, and nothing else.

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
