//! The file in the archive that tells a person how to read and check it without stadga.

use std::path::Path;

use crate::shell::archive::places::Places;
use crate::shell::archive::stage;
use crate::shell::disk::Disk;
use crate::shell::error::Error;

/// Its name.
pub const FILE: &str = "LÄSMIG.txt";
/// Its words, Swedish and English.
pub const TEXT: &str = include_str!("readme.txt");

/// Puts it into the archive in a folder, unless one is there: it tells of the archive as that was begun.
///
/// # Errors
/// What the disk refused.
pub fn put(disk: &dyn Disk, root: &Path) -> Result<(), Error> {
    let file = root.join(FILE);
    if disk.kind(&file).is_ok() {
        return Ok(());
    }
    let staged = Places::of(root).staging().join(FILE);
    stage::remove(disk, &staged)?;
    stage::write(disk, &staged, TEXT.as_bytes())?;
    stage::place(disk, &staged, &file)
}
