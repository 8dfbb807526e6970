//! What lies where in the folder of an archive.

use std::path::{Path, PathBuf};

use crate::archive::layout;

/// The file that says what kind of folder a storage root is, with what it holds.
pub const NAMASTE: (&str, &str) = ("0=ocfl_1.1", "ocfl_1.1\n");
/// The file that names the layout.
pub const LAYOUT: &str = "ocfl_layout.json";
/// The folder of extensions.
pub const EXTENSIONS: &str = "extensions";
/// The file with the settings of an extension.
pub const CONFIG: &str = "config.json";

/// The folder of an archive.
#[derive(Clone, Debug)]
pub struct Places {
    root: PathBuf,
}

impl Places {
    /// The places of the archive in a folder.
    pub fn of(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The storage root of OCFL.
    pub fn store(&self) -> PathBuf {
        self.root.join("ocfl")
    }

    /// An object's folder.
    pub fn object(&self, id: &str) -> PathBuf {
        self.store().join(layout::folder(id))
    }

    /// The folder of the log.
    pub fn log_folder(&self) -> PathBuf {
        self.root.join("logg")
    }

    /// The log.
    pub fn log(&self) -> PathBuf {
        self.log_folder().join("entries.jsonl")
    }

    /// The newest checkpoint.
    pub fn checkpoint(&self) -> PathBuf {
        self.log_folder().join("checkpoint")
    }

    /// Locked by whoever writes.
    pub fn lock(&self) -> PathBuf {
        self.root.join(".lock")
    }

    /// What the last run saw.
    pub fn seen(&self) -> PathBuf {
        self.root.join(".seen")
    }

    /// Where things are made before they are moved to their places.
    pub fn staging(&self) -> PathBuf {
        self.root.join(".staging")
    }

    /// What a run is about to do: the event that it will write into the log. It outlasts the power before anything
    /// in the store is touched, so that the next run can finish what this one began and knows what it was.
    pub fn intent(&self) -> PathBuf {
        self.staging().join("intent.json")
    }

    /// Who holds the lock.
    pub fn holder(&self) -> PathBuf {
        self.staging().join("holder")
    }
}
