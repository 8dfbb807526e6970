//! A folder on a disk, as those who judge objects and bags ask for it: no link in it is followed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::archive::algorithm::Algorithm;
use crate::archive::judge::{Folder, Item};
use crate::shell::archive::plain;
use crate::shell::disk::{Disk, Kind};

/// A folder on disk.
pub struct OnDisk<'d> {
    /// The file system.
    pub disk: &'d dyn Disk,
    /// Where the folder stands. It may be a link itself: somebody named it.
    pub root: PathBuf,
}

impl OnDisk<'_> {
    fn gather(&self, folder: &Path, name: &str, items: &mut BTreeMap<String, Item>) -> Result<(), String> {
        let entries = self.disk.entries(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        if entries.is_empty() && !name.is_empty() {
            items.insert(name.to_owned(), Item::Empty);
        }
        for (entry, kind) in entries {
            let path = if name.is_empty() { entry.clone() } else { format!("{name}/{entry}") };
            match kind {
                Kind::Folder => self.gather(&folder.join(&entry), &path, items)?,
                Kind::File => drop(items.insert(path, Item::File)),
                Kind::Link | Kind::Other => drop(items.insert(path, Item::Other)),
            }
        }
        Ok(())
    }
}

impl Folder for OnDisk<'_> {
    fn items(&self) -> Result<BTreeMap<String, Item>, String> {
        let mut items = BTreeMap::new();
        self.gather(&self.root, "", &mut items)?;
        Ok(items)
    }

    fn read(&self, path: &str, most: u64) -> Result<Vec<u8>, String> {
        plain::read(self.disk, &self.root, Path::new(path), most).map_err(|error| error.to_string())
    }

    fn digest(&self, path: &str, algorithm: Algorithm) -> Result<(String, u64), String> {
        let stream = self.disk.open(&self.root.join(path));
        stream.and_then(|mut stream| algorithm.digest(&mut stream)).map_err(|error| error.to_string())
    }
}
