//! A disk that fails on purpose, and remembers what it was asked to change.

use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use stadga::shell::disk::{Disk, Found, Kind, Lock, RealDisk, Stamp, Stream};

/// The real disk until its `healthy` changes are used up; from then on every change fails.
pub(crate) struct FaultyDisk {
    healthy: usize,
    kind: ErrorKind,
    changes: AtomicUsize,
    /// The places that files were moved to, in order.
    pub(crate) moved: Mutex<Vec<PathBuf>>,
    /// The files that were read, in order.
    pub(crate) opened: Mutex<Vec<PathBuf>>,
    /// What may not be looked into.
    pub(crate) closed: Option<PathBuf>,
    /// How far its clock is behind that of the computer.
    pub(crate) behind: Duration,
}

impl FaultyDisk {
    pub(crate) fn after(healthy: usize, kind: ErrorKind) -> Self {
        let (moved, opened) = (Mutex::new(Vec::new()), Mutex::new(Vec::new()));
        Self {
            healthy,
            kind,
            changes: AtomicUsize::new(0),
            moved,
            opened,
            closed: None,
            behind: Duration::ZERO,
        }
    }

    pub(crate) fn healthy() -> Self {
        Self::after(usize::MAX, ErrorKind::Other)
    }

    /// Whether any change was refused.
    pub(crate) fn has_failed(&self) -> bool {
        self.changes.load(Ordering::SeqCst) > self.healthy
    }

    fn change(&self) -> io::Result<()> {
        let before = self.changes.fetch_add(1, Ordering::SeqCst);
        if before < self.healthy { Ok(()) } else { Err(self.kind.into()) }
    }

    fn look(&self, path: &Path) -> io::Result<()> {
        match &self.closed {
            Some(closed) if path.starts_with(closed) => Err(ErrorKind::PermissionDenied.into()),
            _ => Ok(()),
        }
    }
}

impl Disk for FaultyDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.look(path)?;
        self.opened.lock().unwrap().push(path.to_owned());
        RealDisk.read(path)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Stream>> {
        self.look(path)?;
        self.opened.lock().unwrap().push(path.to_owned());
        RealDisk.open(path)
    }

    fn length(&self, path: &Path) -> io::Result<u64> {
        RealDisk.length(path)
    }

    fn stamp(&self, path: &Path) -> io::Result<Stamp> {
        let stamp = RealDisk.stamp(path)?;
        Ok(Stamp { modified: stamp.modified - self.behind, ..stamp })
    }

    fn kind(&self, path: &Path) -> io::Result<Kind> {
        RealDisk.kind(path)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.look(folder)?;
        RealDisk.names(folder)
    }

    fn entries(&self, folder: &Path) -> io::Result<Vec<(String, Kind)>> {
        self.look(folder)?;
        RealDisk.entries(folder)
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        RealDisk.real(path)
    }

    fn walk(&self, folder: &Path, enter: &mut dyn FnMut(&Path, bool) -> bool) -> Vec<Found> {
        let mut refused = Vec::new();
        let mut found = RealDisk.walk(folder, &mut |path, is_link| {
            if self.closed.as_deref() == Some(path) {
                refused.push(Found { path: path.to_owned(), kind: Err(ErrorKind::PermissionDenied.into()) });
                return false;
            }
            enter(path, is_link)
        });
        found.extend(refused);
        found
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.change()?;
        RealDisk.make_folder(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        // A full disk takes what fits.
        self.change().inspect_err(|_| {
            let _ = RealDisk.write_new(path, &bytes[..bytes.len() / 2]);
        })?;
        RealDisk.write_new(path, bytes)
    }

    fn write_secret(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.change().inspect_err(|_| {
            let _ = RealDisk.write_secret(path, &bytes[..bytes.len() / 2]);
        })?;
        RealDisk.write_secret(path, bytes)
    }

    fn copy_new(&self, from: &mut dyn Read, path: &Path) -> io::Result<()> {
        self.change().inspect_err(|_| {
            let mut all = Vec::new();
            let _ = from.read_to_end(&mut all);
            let _ = RealDisk.write_new(path, &all[..all.len() / 2]);
        })?;
        RealDisk.copy_new(from, path)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.change().inspect_err(|_| {
            let _ = RealDisk.append(path, &bytes[..bytes.len() / 2]);
        })?;
        RealDisk.append(path, bytes)
    }

    /// No test cuts the power of the computer, and waiting for its disk takes long.
    fn sync(&self, path: &Path) -> io::Result<()> {
        self.change()?;
        RealDisk.kind(path).map(|_| ())
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.change()?;
        RealDisk.replace(from, to)?;
        self.moved.lock().unwrap().push(to.to_owned());
        Ok(())
    }

    fn same_rights(&self, of: &Path, path: &Path) -> io::Result<()> {
        self.change()?;
        RealDisk.same_rights(of, path)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.change()?;
        RealDisk.remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.change()?;
        RealDisk.remove_folder(path)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        self.change()?;
        RealDisk.lock(path)
    }
}
