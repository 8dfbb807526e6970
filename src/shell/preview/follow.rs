//! A site's folder as a snapshot that is kept up to date by reading only what differs. Looking
//! the folder through gives what reading everything anew would give; so does looking only at the
//! files that the system tells of, if it tells of all.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use rayon::prelude::*;

use crate::base::date::Date;
use crate::base::fault::Fault;
use crate::base::path::SitePath;
use crate::base::snapshot::{Snapshot, Source, Unreadable};
use crate::base::text::Text;
use crate::model::{config, content};
use crate::shell::disk::{Disk, Kind, Stamp};
use crate::shell::listing::{Listed, list, name_in_site};
use crate::shell::read::{self, Site};

/// The clocks of file systems tick as seldom as every other second: a file that was written so
/// shortly before it was read may have been written again without getting another stamp.
const CLOCK_TICK: Duration = Duration::from_secs(2);

/// A site that is followed.
#[derive(Debug)]
pub struct Followed {
    root: PathBuf,
    seen: HashMap<PathBuf, Seen>,
    /// One file may have several names, and the system tells of one.
    has_links: bool,
    site: Site,
}

/// A file as it was read.
#[derive(Debug)]
struct Seen {
    stamp: Option<Stamp>,
    source: Source,
    /// While it keeps its stamp there is nothing new to read.
    lasting: bool,
    /// It says what it said before.
    same: bool,
}

/// What differs from the time before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that say something else, or about which something else is to be said.
    pub changed: BTreeSet<SitePath>,
    /// Files that were not there.
    pub added: BTreeSet<SitePath>,
    /// Files that are no longer there.
    pub removed: BTreeSet<SitePath>,
    /// Another day has come.
    pub day: bool,
}

impl Changes {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.paths().next().is_none() && !self.day
    }

    /// Every file that differs.
    pub fn paths(&self) -> impl Iterator<Item = &SitePath> {
        self.changed.iter().chain(&self.added).chain(&self.removed)
    }
}

impl Followed {
    /// Reads the site in a folder that [`read::locate`] found.
    pub fn new(disk: &dyn Disk, root: &Path, now: Timestamp) -> Self {
        let site = Site { snapshot: Snapshot::new(Date::default()), faults: Vec::new() };
        let mut followed = Self { root: root.to_owned(), seen: HashMap::new(), has_links: false, site };
        followed.look_through(disk, &BTreeSet::new(), now);
        followed
    }

    /// The site as it was when it was last looked through.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Whether some of its files lie elsewhere, so that the system may not tell of them.
    pub fn has_links(&self) -> bool {
        self.has_links
    }

    /// Brings the site up to date. Where names tell of known files alone, nothing else is looked
    /// at; else the folder is looked through, and what differs or is named is read. `now` must not
    /// be later than when this is called.
    pub fn refresh(&mut self, disk: &dyn Disk, named: &BTreeSet<PathBuf>, now: Timestamp) -> Changes {
        match self.known(disk, named).filter(|_| !named.is_empty()) {
            Some(known) => self.look_at(disk, known, now),
            None => self.look_through(disk, named, now),
        }
    }

    /// The texts that named files of the content now hold and did not hold when they were last
    /// looked at. Nothing else is looked at: `None` if that cannot tell all that the names mean.
    pub fn texts(&self, disk: &dyn Disk, named: &BTreeSet<PathBuf>) -> Option<Vec<(SitePath, Text)>> {
        let mut texts = Vec::new();
        for (path, name) in self.known(disk, named)? {
            let before = self.site.snapshot.text(name.as_str())?;
            let Ok(Source::Text(text)) = read::read_text(disk, path) else { return None };
            // What was emptied is about to be written.
            if !name.as_str().starts_with(content::FOLDER) || text.as_str().is_empty() {
                return None;
            }
            if text != *before {
                texts.push((name, text));
            }
        }
        Some(texts)
    }

    /// The known files that names tell of; `None` if they may tell of anything else.
    fn known<'a>(
        &self,
        disk: &dyn Disk,
        named: &'a BTreeSet<PathBuf>,
    ) -> Option<Vec<(&'a PathBuf, SitePath)>> {
        if self.has_links {
            return None;
        }
        let mut known = Vec::new();
        for path in named {
            let (name, _) = name_in_site(&self.root, path);
            match (self.seen.get(path), disk.kind(path)) {
                (Some(seen), Ok(Kind::File)) if !is_refused(&seen.source) && self.stands_alone(&name) => {
                    known.push((path, name));
                }
                // Editors write a file of another name, which then takes the place of the known one.
                (None, Err(_)) if self.site.snapshot.below(name.as_str()).next().is_none() => {}
                _ => return None,
            }
        }
        Some(known)
    }

    /// Whether a file's name and text have no part in what is known of other files or of the day.
    fn stands_alone(&self, name: &SitePath) -> bool {
        let is_told_of = |fault: &Fault| fault.place.as_ref().is_some_and(|place| place.path == *name);
        name.as_str() != config::FILE && !self.site.faults.iter().any(is_told_of)
    }

    fn look_at(&mut self, disk: &dyn Disk, known: Vec<(&PathBuf, SitePath)>, now: Timestamp) -> Changes {
        let mut changes = Changes { day: self.turn(now), ..Changes::default() };
        for (path, name) in known {
            let seen = self.look(disk, &Listed { path: path.clone(), refused: None }, true, now);
            if !seen.same {
                self.site.snapshot.files.insert(name.clone(), seen.source.clone());
                changes.changed.insert(name);
            }
            self.seen.insert(path.clone(), seen);
        }
        changes
    }

    fn look_through(&mut self, disk: &dyn Disk, named: &BTreeSet<PathBuf>, now: Timestamp) -> Changes {
        let listing = list(disk, &self.root);
        let files: Vec<(PathBuf, Seen)> = listing
            .files
            .into_par_iter()
            .map(|file| {
                let seen = self.look(disk, &file, named.contains(&file.path), now);
                (file.path, seen)
            })
            .collect();
        let changes = if files.len() == self.seen.len() && files.iter().all(|(_, file)| file.same) {
            Changes { day: self.turn(now), ..Changes::default() }
        } else {
            let sources = files.iter().map(|(path, file)| (&**path, &file.source));
            let before = std::mem::replace(&mut self.site, read::gather(&self.root, sources, now));
            let differing = files.iter().filter(|(_, file)| !file.same);
            let differing = differing.map(|(path, _)| name_in_site(&self.root, path).0).collect();
            differences(&before, &self.site, differing)
        };
        self.seen = files.into_iter().collect();
        self.has_links = listing.has_links;
        changes
    }

    /// Lets the day come; whether it is another one.
    fn turn(&mut self, now: Timestamp) -> bool {
        let (today, _) = read::today(&self.site.snapshot, now);
        std::mem::replace(&mut self.site.snapshot.today, today) != today
    }

    /// A file as it is now, read if it may differ from what was seen.
    fn look(&self, disk: &dyn Disk, file: &Listed, is_named: bool, now: Timestamp) -> Seen {
        // Before it is read: what is written meanwhile shows the next time.
        let stamp = if file.refused.is_none() { disk.stamp(&file.path).ok() } else { None };
        let before = self.seen.get(&file.path);
        let untouched = !is_named && before.is_some_and(|before| before.stamp == stamp);
        if let Some(before) = before
            && untouched
            && before.lasting
        {
            return Seen { stamp, source: before.source.clone(), lasting: true, same: true };
        }
        let source = read::source(disk, &self.root, file);
        let same = before.is_some_and(|before| match &source {
            // The snapshot does not hold its bytes.
            Source::Asset(_) => untouched && before.source == source,
            Source::Text(_) | Source::Unreadable(_) => is_same(&before.source, &source),
        });
        let lasting = stamp.is_some_and(|stamp| is_old(stamp, now)) && !is_refused(&source);
        Seen { stamp, source, lasting, same }
    }
}

/// Whether a file that was read at this moment cannot be written again without another stamp.
fn is_old(stamp: Stamp, now: Timestamp) -> bool {
    SystemTime::from(now).duration_since(stamp.modified).is_ok_and(|age| age > CLOCK_TICK)
}

/// Whether a file may be readable another time without having been written to.
fn is_refused(source: &Source) -> bool {
    matches!(source, Source::Unreadable(Unreadable::Refused(_) | Unreadable::Outside))
}

/// Whether two sources are the same to everybody who looks at them.
fn is_same(before: &Source, after: &Source) -> bool {
    let form = |source: &Source| match source {
        Source::Text(text) => Some((text.crlf, text.decomposed)),
        Source::Asset(_) | Source::Unreadable(_) => None,
    };
    before == after && form(before) == form(after)
}

/// What differs between a site before and after some of its files were read anew.
fn differences(before: &Site, after: &Site, mut touched: BTreeSet<SitePath>) -> Changes {
    let told = |site: &Site, other: &Site| -> Vec<SitePath> {
        let news = site.faults.iter().filter(|fault| !other.faults.contains(fault));
        news.filter_map(|fault| Some(fault.place.as_ref()?.path.clone())).collect()
    };
    touched.extend(told(before, after));
    touched.extend(told(after, before));
    let (old, new) = (&before.snapshot.files, &after.snapshot.files);
    let mut changes = Changes { day: before.snapshot.today != after.snapshot.today, ..Changes::default() };
    for (path, source) in new {
        match old.get(path) {
            None => changes.added.insert(path.clone()),
            Some(was) if touched.contains(path) || was != source => changes.changed.insert(path.clone()),
            Some(_) => false,
        };
    }
    changes.removed.extend(old.keys().filter(|path| !new.contains_key(*path)).cloned());
    changes
}
