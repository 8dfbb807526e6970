//! What the last run of an archive saw: where nothing that packages are made from has changed since, and the log is
//! the one that it left, nothing is new, and no page need be made to know it.

use std::path::Path;

use rayon::prelude::*;

use crate::archive::history;
use crate::archive::judge::NOTE;
use crate::archive::sha512::Sha512;
use crate::base::path::SitePath;
use crate::base::program;
use crate::base::snapshot::Snapshot;
use crate::base::text::Digest;
use crate::shell::archive::plain;
use crate::shell::archive::stage;
use crate::shell::archive::store::Store;
use crate::shell::disk::Disk;
use crate::shell::error::Error;
use crate::shell::listing;

/// A site as it was on a day: its files, the program, the day.
#[derive(Clone, Copy)]
pub struct Seen(Digest);

impl Seen {
    /// A site as it is; `None` if a file of it cannot be read.
    pub fn of(disk: &dyn Disk, root: &Path, snapshot: &Snapshot) -> Option<Self> {
        // What is archived is not made from the archive.
        let own = snapshot.files.par_iter().filter(|(path, _)| !history::is_of_archive(path));
        // The bytes as they lie there: sources are archived as they are.
        let file =
            |path: &SitePath| Digest::of_reader(disk.open(&listing::place(disk, root, path)).ok()?).ok();
        let files = own.map(|(path, _)| Some((path.as_str(), file(path)?)));
        let files: Vec<(&str, Digest)> = files.collect::<Option<_>>()?;
        Some(Self(Digest::of_value(&(program::digest(), files, snapshot.today.to_string()))))
    }

    /// Whether it is as the archive's last run saw it. What cannot be read was not seen.
    pub fn is_known(&self, store: &Store) -> bool {
        let known = store.read(&store.places.seen(), NOTE).ok();
        known.is_some() && known == self.line(store)
    }

    /// Notes it for the next run.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn note(&self, store: &Store) -> Result<(), Error> {
        let file = store.places.seen();
        stage::remove(store.disk, &file)?;
        self.line(store).map_or(Ok(()), |line| stage::write(store.disk, &file, &line))
    }

    fn line(&self, store: &Store) -> Option<Vec<u8>> {
        let log = Sha512::of(&store.read(&store.places.log(), plain::LOG).ok()?).to_string();
        Some((Digest::of_value(&(&self.0, log)).hex(64) + "\n").into_bytes())
    }
}
