//! What an event of the file system means for a site: most mean nothing.

use std::path::{Path, PathBuf};

use notify::event::{CreateKind, Event, EventKind, MetadataKind, ModifyKind};
use notify::{Error, ErrorKind};

use crate::shell::listing::belongs;

/// What was heard of a site's folder.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// Something happened to these.
    Names {
        /// Files or folders of the site.
        names: Vec<PathBuf>,
        /// A folder may have come: what was put into it before anybody listened is not heard.
        folder: bool,
    },
    /// Something happened, and nobody knows to what.
    Lost,
    /// The system lets nobody listen to more folders.
    Full,
}

/// What an event says, if it says anything. Reading a file is an event too: acting on it would
/// be to read for ever.
pub(crate) fn hear(root: &Path, event: notify::Result<Event>) -> Option<Heard> {
    let event = match event {
        Ok(event) => event,
        Err(Error { kind: ErrorKind::MaxFilesWatch, .. }) => return Some(Heard::Full),
        Err(_) => return Some(Heard::Lost),
    };
    if event.need_rescan() {
        return Some(Heard::Lost);
    }
    let folder = match event.kind {
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => {
            return None;
        }
        EventKind::Create(CreateKind::Folder) => true,
        EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_)) => {
            event.paths.iter().any(|path| path.is_dir())
        }
        EventKind::Any | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Other => false,
    };
    let names: Vec<PathBuf> = event.paths.into_iter().filter(|path| belongs(root, path)).collect();
    (!names.is_empty()).then_some(Heard::Names { names, folder })
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, AccessMode, DataChange, Flag, RemoveKind};

    use super::*;

    fn heard(kind: EventKind, names: &[&str]) -> Option<Heard> {
        let root = Path::new("/site");
        let event = names.iter().fold(Event::new(kind), |event, name| event.add_path(root.join(name)));
        hear(root, Ok(event))
    }

    fn names(names: &[&str], folder: bool) -> Heard {
        Heard::Names { names: names.iter().map(|name| Path::new("/site").join(name)).collect(), folder }
    }

    #[test]
    fn reading_is_nothing_that_happened() {
        for access in [AccessKind::Open(AccessMode::Any), AccessKind::Read, AccessKind::Any] {
            assert_eq!(heard(EventKind::Access(access), &["content/a.md"]), None);
        }
    }

    #[test]
    fn only_what_belongs_to_the_site_is_named() {
        let write = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        assert_eq!(heard(write, &["content/a.md", "content/a.md~"]), Some(names(&["content/a.md"], false)));
        for other in ["output/index.html", "content/.a.md.swp", "content/.git/HEAD", "README.md", ""] {
            assert_eq!(heard(write, &[other]), None, "{other}");
        }
        let removed = EventKind::Remove(RemoveKind::Folder);
        assert_eq!(heard(removed, &["themes"]), Some(names(&["themes"], false)));
    }

    #[test]
    fn a_new_folder_may_hold_what_nobody_heard_of() {
        let created = EventKind::Create(CreateKind::Folder);
        assert_eq!(heard(created, &["content/ny"]), Some(names(&["content/ny"], true)));
        assert_eq!(
            heard(EventKind::Create(CreateKind::File), &["content/a"]),
            Some(names(&["content/a"], false))
        );
    }

    #[test]
    fn a_system_that_has_lost_count_says_so() {
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(hear(Path::new("/site"), Ok(lost)), Some(Heard::Lost));
        let full = Error::new(ErrorKind::MaxFilesWatch);
        assert_eq!(hear(Path::new("/site"), Err(full)), Some(Heard::Full));
    }
}
