//! What lies in the folder of an archive and does not belong there: whoever reads it in fifty years must be able to
//! tell what the municipality has kept from what somebody has laid beside it.

use crate::archive::account;
use crate::archive::found::{Found, What};
use crate::base::path::nfc;
use crate::shell::archive::readme;
use crate::shell::archive::store::Store;
use crate::shell::disk::Kind;

/// What an archive consists of. What they are is told by whoever reads them.
const PARTS: [&str; 3] = [readme::FILE, "ocfl", "logg"];
/// What runs leave for one another.
const LEFT: [(&str, Kind); 3] = [(".lock", Kind::File), (".seen", Kind::File), (".staging", Kind::Folder)];

/// All that does not belong there, but for what lies in the store.
pub fn strays(store: &Store) -> Vec<Found> {
    let names = |folder| store.disk.names(folder).unwrap_or_default(); // a closed door is told of where it is entered
    let root = store.disk.entries(store.places.root()).unwrap_or_default().into_iter();
    let root =
        root.filter(|(name, kind)| !PARTS.contains(&nfc(name).as_str()) && !LEFT.contains(&(name, *kind)));
    let root = root.map(|(name, _)| name);
    let log = names(&store.places.log_folder()).into_iter().map(|name| format!("logg/{name}"));
    let log = log.filter(|path| ![account::LOG, account::CHECKPOINT].contains(&path.as_str()));
    root.chain(log).map(|path| What::StrayInArchive.at(path)).collect()
}
