//! The file in the archive that tells a person how to read and check it without stadga.

use std::io::ErrorKind;

use crate::archive::entry::Log;
use crate::archive::found::{Found, What};
use crate::archive::judge::NOTE;
use crate::archive::sha512::Sha512;
use crate::shell::archive::stage;
use crate::shell::archive::store::Store;
use crate::shell::error::Error;

/// Its name.
pub const FILE: &str = "LÄSMIG.txt";
/// Its words, Swedish and English.
pub const TEXT: &str = include_str!("readme.txt");

/// The digest of its words, as an archive names them that is begun now.
pub fn digest() -> Sha512 {
    Sha512::of(TEXT.as_bytes())
}

/// Whether it is missing and can be put back. An archive that was begun with other words keeps those.
pub fn is_wanted(store: &Store, log: &Log) -> bool {
    let is_ours = log.readme().is_none_or(|named| named == digest());
    is_ours && store.disk.kind(&store.places.root().join(FILE)).is_err()
}

/// Puts it into an archive that lacks it.
///
/// # Errors
/// What the disk refused.
pub fn put(store: &Store, log: &Log) -> Result<(), Error> {
    if !is_wanted(store, log) {
        return Ok(());
    }
    let staged = store.places.staging().join(FILE);
    stage::remove(store.disk, &staged)?;
    stage::write(store.disk, &staged, TEXT.as_bytes())?;
    stage::place(store.disk, &staged, &store.places.root().join(FILE))
}

/// What is wrong with it: it tells those who come after us what they may trust.
pub fn judge(store: &Store, log: &Log) -> Option<Found> {
    let named = log.readme()?;
    match store.read(&store.places.root().join(FILE), NOTE) {
        Ok(bytes) if Sha512::of(&bytes) == named => None,
        Ok(_) => Some(What::ReadmeDiffers.at(FILE)),
        Err(error) if error.kind() == ErrorKind::NotFound => Some(What::ReadmeMissing.at(FILE)),
        Err(error) => Some(What::Unreadable.at(FILE).because(error.to_string())),
    }
}
