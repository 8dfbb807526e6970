//! A new archive: an empty store, and a log that says whose it is.

use jiff::Timestamp;

use crate::archive::checkpoint::Key;
use crate::archive::entry::{Event, Log};
use crate::archive::layout;
use crate::shell::archive::places::{CONFIG, EXTENSIONS, LAYOUT, NAMASTE};
use crate::shell::archive::readme;
use crate::shell::archive::stage;
use crate::shell::archive::store::Store;
use crate::shell::error::Error;

/// Whose archive it is.
#[derive(Clone, Debug)]
pub struct Owner {
    /// What its objects' ids hold.
    pub archive: String,
    /// The municipality's name.
    pub name: String,
}

/// What [`LAYOUT`] holds.
pub fn layout_json() -> String {
    format!(
        "{{\n  \"extension\": \"{}\",\n  \"description\": \"The folder of an object is found by its id\"\n}}\n",
        layout::NAME
    )
}

/// Puts a log in place that says whose the archive is. It comes first: a store without a log is damage, but a log
/// in which nothing is archived needs no store.
pub fn log(store: &Store, owner: &Owner, now: Timestamp, key: Option<&Key>) -> Result<Log, Error> {
    let (disk, places) = (store.disk, &store.places);
    let mut log = Log::default();
    let (archive, name) = (owner.archive.clone(), owner.name.clone());
    let line = log.push(now, Event::Begin { archive, name, readme: Some(readme::digest()) });
    let staged = places.staging().join("logg");
    stage::write(disk, &staged.join("entries.jsonl"), line.as_bytes())?;
    stage::write(disk, &staged.join("checkpoint"), log.checkpoint().note(key).as_bytes())?;
    stage::sync_folders(disk, &staged)?;
    stage::place(disk, &staged, &places.log_folder())?;
    Ok(log)
}

/// Puts an empty store in place.
pub fn empty_store(store: &Store) -> Result<(), Error> {
    let (disk, places) = (store.disk, &store.places);
    let staged = places.staging().join("ocfl");
    stage::write(disk, &staged.join(NAMASTE.0), NAMASTE.1.as_bytes())?;
    stage::write(disk, &staged.join(LAYOUT), layout_json().as_bytes())?;
    let config = staged.join(EXTENSIONS).join(layout::NAME).join(CONFIG);
    stage::write(disk, &config, layout::CONFIG.as_bytes())?;
    stage::sync_folders(disk, &staged)?;
    stage::place(disk, &staged, &places.store())
}
