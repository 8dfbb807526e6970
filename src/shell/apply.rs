//! Writes changes into the site's folder: each file whole or not at all, and never over
//! something that nobody has seen.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::base::path::SitePath;
use crate::base::snapshot::Snapshot;
use crate::base::text::Text;
use crate::edit::change::Change;
use crate::shell::disk::Disk;
use crate::shell::error::{Act, Context as _, Error};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Makes the changes that were worked out from a snapshot.
///
/// # Errors
/// Before anything is written if a new file's place is taken or a file is no longer what was
/// read; otherwise what the disk refused.
pub fn apply(disk: &dyn Disk, root: &Path, snapshot: &Snapshot, changes: &[Change]) -> Result<(), Error> {
    for change in changes {
        match change {
            Change::Create { path, .. } => refuse_taken(disk, &root.join(path.as_str()))?,
            Change::Move { from, to } => {
                refuse_taken(disk, &root.join(to.as_str()))?;
                refuse_changed(disk, root, from, snapshot)?;
            }
            Change::Rewrite { path, .. } | Change::Normalise { path } => {
                refuse_changed(disk, root, path, snapshot)?;
            }
        }
    }
    changes.iter().try_for_each(|change| make(disk, root, change))
}

fn make(disk: &dyn Disk, root: &Path, change: &Change) -> Result<(), Error> {
    match change {
        Change::Create { path, text } => put(disk, &root.join(path.as_str()), text),
        Change::Rewrite { path, text } => {
            let target = root.join(path.as_str());
            let old = disk.read(&target).on(Act::Read, &target)?;
            rewrite(disk, &target, &written_as(&old, text))
        }
        Change::Normalise { path } => {
            let target = root.join(path.as_str());
            let old = disk.read(&target).on(Act::Read, &target)?;
            match Text::decode(old.clone()) {
                Ok(text) => rewrite(disk, &target, &format!("{}{}", mark(&old), text.as_str())),
                Err(_) => Err(Error::ChangedMeanwhile { path: target }),
            }
        }
        Change::Move { from, to } => {
            let (from, to) = (root.join(from.as_str()), root.join(to.as_str()));
            make_folder_of(disk, &to)?;
            disk.replace(&from, &to).on(Act::Write, &to)
        }
    }
}

fn refuse_taken(disk: &dyn Disk, target: &Path) -> Result<(), Error> {
    match disk.kind(target) {
        Err(error) if [ErrorKind::NotFound, ErrorKind::NotADirectory].contains(&error.kind()) => Ok(()),
        Err(source) => Err(Error::Disk { act: Act::Read, path: target.to_owned(), source }),
        Ok(_) => Err(Error::Taken { path: target.to_owned() }),
    }
}

/// Somebody may have saved the file in an editor while stadga asked its questions. What an earlier
/// step moves here is not in the snapshot: it was looked at under its old name.
fn refuse_changed(disk: &dyn Disk, root: &Path, path: &SitePath, snapshot: &Snapshot) -> Result<(), Error> {
    let Some(seen) = snapshot.text(path.as_str()) else { return Ok(()) };
    let target = root.join(path.as_str());
    let bytes = disk.read(&target).on(Act::Read, &target)?;
    if Text::decode(bytes).is_ok_and(|now| now == *seen) {
        Ok(())
    } else {
        Err(Error::ChangedMeanwhile { path: target })
    }
}

/// A text with the byte order mark and the line ends of the file it replaces.
fn written_as(old: &[u8], text: &str) -> String {
    let mark = mark(old);
    let windows = old.windows(2).any(|pair| pair == b"\r\n");
    let text = if windows { text.replace('\n', "\r\n") } else { text.to_owned() };
    format!("{mark}{text}")
}

/// The byte order mark of a file that has one.
fn mark(file: &[u8]) -> &'static str {
    if file.starts_with(BYTE_ORDER_MARK.as_bytes()) { BYTE_ORDER_MARK } else { "" }
}

/// Another text in a file that keeps its rights. A link to it stays a link.
fn rewrite(disk: &dyn Disk, target: &Path, text: &str) -> Result<(), Error> {
    let file = disk.real(target).on(Act::Read, target)?;
    put_with(disk, &file, text, &|beside| disk.same_rights(&file, beside))
}

/// Writes a file by way of a hidden one beside it, which readers pass over.
pub fn put(disk: &dyn Disk, target: &Path, text: &str) -> Result<(), Error> {
    put_with(disk, target, text, &|_| Ok(()))
}

fn put_with(
    disk: &dyn Disk,
    target: &Path,
    text: &str,
    finish: &dyn Fn(&Path) -> io::Result<()>,
) -> Result<(), Error> {
    make_folder_of(disk, target)?;
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let beside = target.with_file_name(format!(".{name}.stadga-tmp"));
    match disk.remove_file(&beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error).on(Act::Remove, &beside)?,
        _ => {} // what a killed run left
    }
    let written = disk.write_new(&beside, text.as_bytes()).and_then(|()| finish(&beside));
    written
        .on(Act::Write, target)
        .and_then(|()| disk.replace(&beside, target).on(Act::Write, target))
        .inspect_err(|_| {
            let _ = disk.remove_file(&beside); // the first fault is the one to tell
        })
}

fn make_folder_of(disk: &dyn Disk, target: &Path) -> Result<(), Error> {
    let folder = target.parent().unwrap_or(target);
    disk.make_folder(folder).on(Act::Write, folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::Date;
    use crate::base::snapshot::Source;
    use crate::shell::disk::RealDisk;
    use std::fs;

    fn site(text: &str) -> (tempfile::TempDir, Snapshot) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("content")).unwrap();
        fs::write(folder.path().join("content/a.md"), text).unwrap();
        let mut snapshot = Snapshot::new(Date::default());
        snapshot.files.insert(SitePath::new("content/a.md"), Source::Text(Text::new(text)));
        (folder, snapshot)
    }

    fn rewriting(text: &str) -> Change {
        Change::Rewrite { path: SitePath::new("content/a.md"), text: text.into() }
    }

    #[test]
    fn line_ends_and_byte_order_mark_stay() {
        let (folder, snapshot) = site("\u{feff}a\r\nb\r\n");
        apply(&RealDisk, folder.path(), &snapshot, &[rewriting("a\nc\n")]).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("content/a.md")).unwrap(), "\u{feff}a\r\nc\r\n");
        assert_eq!(fs::read_dir(folder.path().join("content")).unwrap().count(), 1, "nothing is left behind");
    }

    #[test]
    fn what_somebody_saved_meanwhile_is_not_overwritten() {
        let (folder, snapshot) = site("a\n");
        fs::write(folder.path().join("content/a.md"), "mine\n").unwrap();
        let create = Change::Create { path: SitePath::new("content/b.md"), text: "b".into() };
        let refused = apply(&RealDisk, folder.path(), &snapshot, &[create, rewriting("b\n")]);
        assert!(matches!(refused, Err(Error::ChangedMeanwhile { .. })));
        assert!(!folder.path().join("content/b.md").exists(), "nothing is written if anything is refused");
    }

    #[test]
    fn a_new_file_takes_nobodys_place() {
        let (folder, snapshot) = site("a\n");
        let (path, from) = (SitePath::new("content/a.md"), SitePath::new("stadga.toml"));
        for change in
            [Change::Create { path: path.clone(), text: String::new() }, Change::Move { from, to: path }]
        {
            let refused = apply(&RealDisk, folder.path(), &snapshot, &[change]);
            assert!(matches!(refused, Err(Error::Taken { .. })));
        }
        assert_eq!(fs::read_to_string(folder.path().join("content/a.md")).unwrap(), "a\n");
    }

    #[cfg(unix)]
    #[test]
    fn rights_and_links_stay_and_a_file_that_may_not_be_written_is_not() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let (folder, snapshot) = site("a\n");
        let (file, real) = (folder.path().join("content/a.md"), folder.path().join("real.md"));
        fs::rename(&file, &real).unwrap();
        symlink(&real, &file).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        apply(&RealDisk, folder.path(), &snapshot, &[rewriting("b\n")]).unwrap();
        assert!(file.is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "b\n");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);

        fs::write(&real, "a\n").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o440)).unwrap();
        let refused = apply(&RealDisk, folder.path(), &snapshot, &[rewriting("b\n")]);
        assert!(matches!(refused, Err(Error::Disk { act: Act::Write, .. })));
        assert_eq!(fs::read_to_string(&real).unwrap(), "a\n");
    }
}
