//! The output folder before anything is written: where it may lie, and whose files
//! stand in it. stadga never touches a file that no build of its own has written.

use std::collections::{BTreeSet, HashSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::base::path::OutPath;
use crate::shell::disk::{Disk, Kind};
use crate::shell::error::{Act, Context as _, Error};
use crate::shell::manifest::{self, Manifest};

/// The output folder as an absolute path, refused if the sources could be harmed.
///
/// # Errors
/// [`Error::OutputInside`] if it lies in `content` or `themes`, or holds the site.
pub fn locate(disk: &dyn Disk, site: &Path, output: &Path) -> Result<PathBuf, Error> {
    let found = real_or_future(disk, output).on(Act::Read, output)?;
    let refuse = |inside: &str| Err(Error::OutputInside { path: output.to_owned(), inside: inside.into() });
    if site.starts_with(&found) {
        return refuse(&site.display().to_string());
    }
    for folder in ["content", "themes"] {
        let sources = disk.real(&site.join(folder)).unwrap_or_else(|_| site.join(folder));
        if found.starts_with(&sources) || sources.starts_with(&found) {
            return refuse(folder);
        }
    }
    Ok(found)
}

/// The real path of what exists of a path, and the rest as it will be.
///
/// # Errors
/// What the disk refused.
pub fn real_or_future(disk: &dyn Disk, path: &Path) -> std::io::Result<PathBuf> {
    match disk.real(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let absolute = std::path::absolute(path)?;
            match (absolute.parent(), absolute.file_name()) {
                (Some(parent), Some(name)) => Ok(real_or_future(disk, parent)?.join(name)),
                _ => Err(error),
            }
        }
        found => found,
    }
}

/// The file of a page below the output folder, whatever the system's separator.
pub fn file(root: &Path, path: &str) -> PathBuf {
    let mut file = root.to_owned();
    file.extend(path.split('/'));
    file
}

/// What earlier builds wrote into the folder.
///
/// # Errors
/// [`Error::NotOurs`] if it holds visible files but no manifest; hidden ones such as
/// `.gitignore` do not count.
pub fn owned(disk: &dyn Disk, root: &Path) -> Result<Manifest, Error> {
    let path = root.join(manifest::FILE);
    let bytes = match disk.read(&path) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound) => {
            let names = match disk.names(root) {
                Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
                names => names.on(Act::Read, root)?,
            };
            let visible: Vec<String> = names.into_iter().filter(|name| !name.starts_with('.')).collect();
            if visible.is_empty() {
                return Ok(Manifest::default());
            }
            return Err(Error::NotOurs { path: root.to_owned(), names: visible });
        }
        bytes => bytes.on(Act::Read, &path)?,
    };
    let text = String::from_utf8(bytes).map_err(|_| Error::Manifest { path: path.clone(), line: 1 })?;
    Manifest::parse(&text).map_err(|line| Error::Manifest { path, line })
}

/// Refuses if a new page would stand where somebody else's file stands.
///
/// # Errors
/// [`Error::Strangers`] lists them.
pub fn refuse_strangers(
    disk: &dyn Disk,
    root: &Path,
    old: &Manifest,
    wanted: &BTreeSet<&str>,
) -> Result<(), Error> {
    // On disks that take `Bild.png` and `bild.png` for one name, the old file is no stranger.
    let any_case: HashSet<String> = old.paths().map(str::to_lowercase).collect();
    let ours = |path: &str| old.owns(path) || any_case.contains(&path.to_lowercase());
    let new: Vec<&str> = wanted.iter().copied().filter(|path| !ours(path)).collect();
    let names: Vec<OutPath> = new
        .par_iter()
        .map(|path| stranger_at(disk, root, path, &ours))
        .collect::<Result<Vec<_>, Error>>()?
        .into_iter()
        .flatten()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    if names.is_empty() { Ok(()) } else { Err(Error::Strangers { path: root.to_owned(), names }) }
}

fn stranger_at(
    disk: &dyn Disk,
    root: &Path,
    path: &str,
    ours: &dyn Fn(&str) -> bool,
) -> Result<Option<OutPath>, Error> {
    let file = file(root, path);
    match disk.kind(&file) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        // A file stands where a folder should: an old page that goes away, or a stranger's.
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            let above = path.match_indices('/').map(|(at, _)| &path[..at]);
            let blocking = above.filter(|above| {
                disk.kind(&self::file(root, above)).is_ok_and(|kind| kind != Kind::Folder) && !ours(above)
            });
            Ok(blocking.last().map(OutPath::new))
        }
        // A folder stands where a file should: it goes away if all in it is stadga's own.
        Ok(Kind::Folder) => {
            let strange = disk.walk(&file, &mut |_, _| true).into_iter().find_map(|found| {
                let below = found.path.strip_prefix(&file).ok()?;
                let below = below.components().map(|part| part.as_os_str().to_string_lossy());
                let name = below.fold(path.to_owned(), |name, part| format!("{name}/{part}"));
                (!ours(&name)).then_some(name)
            });
            Ok(strange.map(OutPath::new))
        }
        kind => kind.on(Act::Read, &file).map(|_| Some(OutPath::new(path))),
    }
}

/// Refuses to write or remove through a link inside the output folder.
///
/// # Errors
/// [`Error::LinkInOutput`] names it.
pub fn refuse_links<'a>(
    disk: &dyn Disk,
    root: &Path,
    paths: impl Iterator<Item = &'a str>,
) -> Result<(), Error> {
    let mut seen = HashSet::new();
    for path in paths {
        for (at, _) in path.match_indices('/') {
            let folder = &path[..at];
            if !seen.insert(folder) {
                continue;
            }
            match disk.kind(&file(root, folder)) {
                Ok(Kind::Link) => return Err(Error::LinkInOutput { path: file(root, folder) }),
                Ok(_) => {}
                Err(_) => break, // nothing there yet, so nothing below it either
            }
        }
    }
    Ok(())
}
