//! Which files make a site: what is walked in its folder, and what is passed by.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::archive::history;
use crate::base::path::{SitePath, nfc};
use crate::base::snapshot::Unreadable;
use crate::model::{config, content};
use crate::shell::disk::{Disk, Found, Kind};

/// What is looked at in a site's folder; all else there is somebody's own.
pub const TOPS: [&str; 6] =
    [config::FILE, content::FOLDER, "themes", history::LOG, history::CHECKPOINT, history::STORE];

/// The files of a site.
#[derive(Debug)]
pub struct Listing {
    /// In order of name, and last what leads out of the site.
    pub files: Vec<Listed>,
    /// Whether there are links, so that one file may have several names.
    pub has_links: bool,
}

/// One file of a site.
#[derive(Debug)]
pub struct Listed {
    /// Where it stands.
    pub path: PathBuf,
    /// Why nobody need try to read it.
    pub refused: Option<Unreadable>,
}

/// Lists the files of a site.
pub fn list(disk: &dyn Disk, root: &Path) -> Listing {
    let mut found = Vec::new();
    let mut outside = Vec::new();
    let mut has_links = false;
    for name in TOPS {
        let top = root.join(name);
        let Ok(kind) = disk.kind(&top) else {
            found.extend(unreached(disk, root, name));
            continue;
        };
        has_links |= kind == Kind::Link;
        if !stays_inside(disk, &home(disk, root, name), &top) {
            outside.push(top);
            continue;
        }
        found.extend(disk.walk(&top, &mut |path, is_link| {
            has_links |= is_link;
            let inside = !is_link || stays_inside(disk, root, path);
            let leftover = path.file_name().is_some_and(is_leftover);
            if !inside && !leftover {
                outside.push(path.to_owned());
            }
            inside && !leftover
        }));
    }
    let outside = outside.into_iter().map(|path| Listed { path, refused: Some(Unreadable::Outside) });
    Listing { files: found.into_iter().map(listed).chain(outside).collect(), has_links }
}

/// The log of an archive whose folder is a link that leads nowhere, such as to a disk that is not connected. Without
/// a word the site would be built as if there were no archive.
fn unreached(disk: &dyn Disk, root: &Path, top: &str) -> Option<Found> {
    let archive = root.join(history::FOLDER);
    let is_link = top == history::LOG && disk.kind(&archive).is_ok_and(|kind| kind == Kind::Link);
    let error = disk.real(&archive).err().filter(|_| is_link)?;
    Some(Found { path: root.join(top), kind: Err(error) })
}

/// Where something must lie that is looked at. The archive's folder may be a link to another disk: what is read there
/// is what stadga has written.
fn home(disk: &dyn Disk, root: &Path, top: &str) -> PathBuf {
    let archive = || disk.real(&root.join(history::FOLDER)).ok();
    history::is_of_archive(&SitePath::new(top)).then(archive).flatten().unwrap_or_else(|| root.to_owned())
}

/// Whether a path stands where [`list`] looks, or is a folder on the way there.
pub fn belongs(root: &Path, path: &Path) -> bool {
    let Ok(below) = path.strip_prefix(root) else { return false };
    let leads = |top: &&str| below.starts_with(top) || Path::new(top).starts_with(below);
    !below.as_os_str().is_empty() && TOPS.iter().any(leads) && !below.iter().any(is_leftover)
}

/// What [`list`] looks at within a folder of the site that holds more than that: the next names on the way there.
pub fn ways(root: &Path, folder: &Path) -> Vec<&'static str> {
    let Ok(below) = folder.strip_prefix(root) else { return Vec::new() };
    let rest = TOPS.iter().filter_map(|top| Path::new(top).strip_prefix(below).ok());
    let mut names: Vec<&str> = rest.filter_map(|rest| rest.iter().next()?.to_str()).collect();
    names.dedup();
    names
}

/// What a path below the site's folder is called within the site, and whether every name in it is text.
pub fn name_in_site(root: &Path, path: &Path) -> (SitePath, bool) {
    let below = path.strip_prefix(root).unwrap_or(path);
    let names: Vec<_> = below.iter().map(OsStr::to_string_lossy).collect();
    (SitePath::new(&names.join("/")), below.to_str().is_some())
}

/// Where a file of the site stands. The site spells an accented letter as one, whatever the disk does: a file that
/// comes from another system may have the accent apart.
pub fn place(disk: &dyn Disk, root: &Path, file: &SitePath) -> PathBuf {
    let straight = root.join(file.as_str());
    if disk.kind(&straight).is_ok() {
        return straight;
    }
    file.as_str().split('/').fold(root.to_owned(), |folder, name| {
        let spelt = disk.names(&folder).unwrap_or_default().into_iter().find(|spelt| nfc(spelt) == name);
        folder.join(spelt.as_deref().unwrap_or(name))
    })
}

/// Why the system refused: a word that the catalogue knows, else what the system says.
pub fn refusal(error: &std::io::Error) -> Unreadable {
    Unreadable::Refused(match error.kind() {
        ErrorKind::PermissionDenied => "denied".into(),
        ErrorKind::NotFound => "missing".into(),
        ErrorKind::Unsupported => "no-file".into(),
        _ => error.to_string(),
    })
}

fn listed(Found { path, kind }: Found) -> Listed {
    let refused = match kind {
        Ok(Kind::File) => None,
        Ok(Kind::Folder | Kind::Link | Kind::Other) => Some(refusal(&ErrorKind::Unsupported.into())),
        Err(error) => Some(refusal(&error)),
    };
    Listed { path, refused }
}

/// Whether what a path leads to stands in the site's folder, and does not hold what is being walked.
fn stays_inside(disk: &dyn Disk, root: &Path, path: &Path) -> bool {
    match disk.real(path) {
        Ok(real) => real.starts_with(root) && (real == path || !path.starts_with(&real)),
        Err(error) => error.kind() == ErrorKind::NotFound, // leads nowhere: the walk says so
    }
}

/// Hidden files, and what editors and systems leave behind.
fn is_leftover(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || name.rsplit_once('.').is_some_and(|(_, it)| it.eq_ignore_ascii_case("swp"))
        || ["thumbs.db", "desktop.ini"].contains(&name.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftovers_of_editors_are_no_content() {
        for name in [".git", "a.md~", ".a.md.swp", "#a.md#", "~$a.docx", "Thumbs.db", ".DS_Store"] {
            assert!(is_leftover(OsStr::new(name)), "{name}");
        }
        assert!(!is_leftover(OsStr::new("a.md")));
    }

    #[test]
    fn a_site_is_its_settings_its_content_and_its_themes() {
        let root = Path::new("/site");
        for path in [
            "stadga.toml",
            "content",
            "content/a/b.md",
            "themes/vår/stil.css",
            "arkiv",
            "arkiv/logg/checkpoint",
            "arkiv/ocfl/0=ocfl_1.1",
        ] {
            assert!(belongs(root, &root.join(path)), "{path}");
        }
        for path in [
            "",
            "output/content/a.md",
            "stadga.toml~",
            "content/.git/x.md",
            "README.md",
            "arkiv/ocfl/urn",
            "arkiv/logg/x",
        ] {
            assert!(!belongs(root, &root.join(path)), "{path}");
        }
        assert!(!belongs(root, Path::new("/annan/content/a.md")));
    }
}
