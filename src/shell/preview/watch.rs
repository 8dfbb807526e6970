//! Waits until somebody changes the site. The system tells of most changes; network shares and
//! overfull queues tell of none, so the folder is also to be looked through now and then.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Config, ErrorKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::base::path::SitePath;
use crate::shell::listing::{TOPS, name_in_site, ways};
use crate::shell::preview::follow::Changes;
use crate::shell::preview::heard::{Heard, hear};

/// An editor that saves gives its files this long to come to rest before they are looked at …
const FIRST: Quiet = Quiet { pause: Duration::from_millis(10), most: Duration::from_millis(30) };
/// … and this long before the whole site is.
const REST: Quiet = Quiet { pause: Duration::from_millis(80), most: Duration::from_secs(1) };
/// How long a folder takes to be listened to after it has come.
const NEW_FOLDER: Duration = Duration::from_millis(300);
/// No more of the time than one part in so many goes to looking when the system tells of changes …
const SELDOM: u32 = 50;
/// … and when it does not.
const OFTEN: u32 = 10;

/// How changes come to be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Watching {
    /// The system tells of them.
    Events,
    /// The folder is looked through again and again.
    Poll(Reason),
}

/// Why the folder is looked through again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Somebody asked for it.
    Asked,
    /// There was a change that the system did not tell of.
    Unheard,
    /// The system listens to no more folders.
    Full,
    /// The system does not listen, and says why.
    Refused(String),
}

/// What is known of what happened.
#[derive(Debug, Default)]
pub struct Batch {
    /// Files and folders that something happened to.
    pub named: BTreeSet<PathBuf>,
    /// Whether they are to be looked at, or without names the whole folder.
    pub look: bool,
    /// Whether the system told of something: what such a look finds is no surprise.
    pub told: bool,
}

/// Listens to a site's folder.
pub struct Watch {
    root: PathBuf,
    watching: Watching,
    pace: Pace,
    watcher: Option<RecommendedWatcher>,
    sender: Sender<Heard>,
    receiver: Receiver<Heard>,
    /// When the folder is to be looked through although nothing was heard.
    due: Instant,
    /// How long it took to look it through.
    took: Duration,
    /// Some files lie where the system does not listen.
    links: bool,
    /// So many looks may yet find what was done in folders before they were listened to.
    doubts: u32,
    /// What a look found without having heard of it, and until when it may still be heard of.
    unheard: Option<(BTreeSet<SitePath>, Instant)>,
}

/// How long it takes until the files are looked at.
struct Quiet {
    /// Nothing more has been heard for so long,
    pause: Duration,
    /// or it has gone on for so long.
    most: Duration,
}

/// How often the folder is looked through.
#[derive(Clone, Copy)]
struct Pace {
    /// When the system tells of changes.
    events: Duration,
    /// When it does not.
    poll: Duration,
    /// How late the system may tell.
    late: Duration,
}

const PACE: Pace =
    Pace { events: Duration::from_secs(3), poll: Duration::from_secs(1), late: Duration::from_secs(1) };

impl Watch {
    /// Listens to a site's folder from now on, or looks it through time and again if asked to.
    pub fn start(root: &Path, poll: bool) -> Self {
        let mut watch = Self::silent(root, PACE);
        watch.doubts = 1; // the site may be read while the system begins to listen
        if poll {
            watch.poll(Reason::Asked);
        } else if let Err(reason) = watch.listen() {
            watch.poll(reason);
        }
        watch
    }

    /// Hears nothing, and does not know it.
    fn silent(root: &Path, pace: Pace) -> Self {
        let (sender, receiver) = channel();
        Self {
            root: root.to_owned(),
            watching: Watching::Events,
            pace,
            watcher: None,
            sender,
            receiver,
            due: Instant::now() + pace.events,
            took: Duration::ZERO,
            links: false,
            doubts: 0,
            unheard: None,
        }
    }

    /// Is told whether links lead to files elsewhere: those are looked for, which says nothing of the system.
    pub fn links(&mut self, links: bool) {
        self.links = links;
    }

    /// How changes come to be known.
    pub fn watching(&self) -> &Watching {
        &self.watching
    }

    /// Waits for something to happen, but at most so long. Returns at the first sign of it, so
    /// that it can be shown at once; [`Self::settle`] tells the rest.
    pub fn next(&mut self, at_most: Duration) -> Batch {
        let end = Instant::now() + at_most;
        let mut batch = Batch::default();
        loop {
            let late = self.unheard.as_ref().map(|(_, until)| *until);
            let wake = late.unwrap_or(end).min(end).min(self.due);
            let now = Instant::now();
            if let Ok(heard) = self.receiver.recv_timeout(wake.saturating_duration_since(now)) {
                self.take(heard, &mut batch);
                self.gather(&mut batch, &FIRST);
                return batch;
            }
            let now = Instant::now();
            if late.is_some_and(|late| late <= now) {
                self.poll(Reason::Unheard);
            } else if self.due <= now {
                batch = Batch { look: true, told: self.doubts > 0, ..batch };
                self.doubts = self.doubts.saturating_sub(1);
                self.due = now + self.pace.poll; // `looked` knows better
            } else if now < end {
                continue;
            }
            return batch;
        }
    }

    /// Waits until the files have come to rest, and adds what happened meanwhile.
    #[must_use]
    pub fn settle(&mut self, mut batch: Batch) -> Batch {
        if !batch.named.is_empty() {
            self.gather(&mut batch, &REST);
        }
        batch
    }

    /// Is told what a look found that a batch had asked for, and how long it took.
    pub fn looked(&mut self, batch: &Batch, changes: &Changes, took: Duration) {
        let now = Instant::now();
        if batch.named.is_empty() {
            self.took = took;
            self.due = now
                + match self.watching {
                    Watching::Events if self.links => self.pace.poll.max(took * SELDOM),
                    Watching::Events => self.pace.events.max(took * SELDOM),
                    Watching::Poll(_) => self.pace.poll.max(took * OFTEN),
                };
        }
        if self.doubts > 1 {
            self.doubt(); // while it was looked through, more may have come
        }
        let found: BTreeSet<SitePath> = changes.paths().cloned().collect();
        if self.watching == Watching::Events && !batch.told && !self.links && !found.is_empty() {
            self.unheard = Some((found, now + self.pace.late));
        }
    }

    /// Gathers what is heard until it is quiet.
    fn gather(&mut self, batch: &mut Batch, quiet: &Quiet) {
        let end = Instant::now() + quiet.most;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.receiver.recv_timeout(quiet.pause.min(left)) {
                Ok(heard) => self.take(heard, batch),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
            }
            if left.is_zero() {
                return;
            }
        }
    }

    fn take(&mut self, heard: Heard, batch: &mut Batch) {
        match heard {
            Heard::Names { names, folder } => {
                (batch.look, batch.told) = (true, true);
                if folder {
                    self.doubt();
                }
                for name in names {
                    if folder && let Err(reason) = self.arm(&name) {
                        self.poll(reason);
                    }
                    self.explain(&name);
                    batch.named.insert(name);
                }
            }
            Heard::Lost => self.doubt(),
            Heard::Full => self.poll(Reason::Full),
        }
    }

    /// Something may have happened unheard, and that is no sign of a system that tells of nothing.
    fn doubt(&mut self) {
        self.doubts = 2;
        self.unheard = None;
        // Looking is heard as well: a system that it is too much for must not be asked at once.
        self.due = Instant::now() + NEW_FOLDER.max(self.took * OFTEN);
    }

    /// What is heard late was not unheard.
    fn explain(&mut self, name: &Path) {
        let Some((unheard, _)) = &self.unheard else { return };
        let name = name_in_site(&self.root, name).0;
        let is_below = |path: &SitePath| Path::new(path.as_str()).starts_with(name.as_str());
        if unheard.iter().any(is_below) {
            self.unheard = None;
        }
    }

    fn poll(&mut self, reason: Reason) {
        if reason == Reason::Full {
            self.watcher = None; // other programs of the same person can use what it held
        }
        self.watching = Watching::Poll(reason);
        self.unheard = None;
        self.due = Instant::now() + self.pace.poll;
    }

    /// Asks the system to tell.
    fn listen(&mut self) -> Result<(), Reason> {
        let (root, sender) = (self.root.clone(), self.sender.clone());
        let tell = move |event| {
            if let Some(heard) = hear(&root, event) {
                let _ = sender.send(heard); // nobody waits any longer: the preview has ended
            }
        };
        // A link may lead to the whole computer.
        let config = Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(tell, config).map_err(reason)?;
        // What stands at the top may come, go and be replaced: its folder tells.
        watcher.watch(&self.root, RecursiveMode::NonRecursive).map_err(reason)?;
        self.watcher = Some(watcher);
        ways(&self.root, &self.root).iter().try_for_each(|name| self.arm(&self.root.join(name)))
    }

    /// Listens to a folder that is looked at whole, as the content; to those below the system listens by itself.
    /// Of one that is only on the way, as that of the archive with all that it keeps, no more is listened to than
    /// must be.
    fn arm(&mut self, folder: &Path) -> Result<(), Reason> {
        let is_top = TOPS.iter().any(|top| self.root.join(top) == folder);
        let ways = ways(&self.root, folder);
        let Some(watcher) = &mut self.watcher else { return Ok(()) };
        if (!is_top && ways.is_empty()) || !folder.is_dir() {
            return Ok(());
        }
        let mode = if is_top { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
        let _ = watcher.unwatch(folder); // another folder of that name, which is no more
        match watcher.watch(folder, mode) {
            Err(error) if !matches!(error.kind, ErrorKind::PathNotFound) => return Err(reason(error)),
            _ => {}
        }
        ways.iter().try_for_each(|name| self.arm(&folder.join(name)))
    }
}

fn reason(error: notify::Error) -> Reason {
    match error.kind {
        ErrorKind::MaxFilesWatch => Reason::Full,
        ErrorKind::Io(error) => Reason::Refused(error.to_string()),
        _ => Reason::Refused(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::shell::disk::RealDisk;
    use crate::shell::preview::follow::Followed;

    const QUICK: Pace = Pace {
        events: Duration::from_millis(50),
        poll: Duration::from_millis(20),
        late: Duration::from_millis(300),
    };
    const PATIENCE: Duration = Duration::from_secs(20);

    /// A site that is followed by somebody who hears nothing.
    struct Deaf {
        folder: tempfile::TempDir,
        watch: Watch,
        followed: Followed,
    }

    impl Deaf {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            std::fs::create_dir(folder.path().join("content")).unwrap();
            let watch = Watch::silent(folder.path(), QUICK);
            let followed = Followed::new(&RealDisk, folder.path(), Timestamp::now());
            Self { folder, watch, followed }
        }

        fn put(&self, name: &str) -> PathBuf {
            let path = self.folder.path().join(name);
            std::fs::write(&path, "text\n").unwrap();
            path
        }

        fn hear(&self, path: PathBuf, folder: bool) {
            self.watch.sender.send(Heard::Names { names: vec![path], folder }).unwrap();
        }

        /// What was found, and whether the system had told of something.
        fn look(&mut self) -> (Vec<String>, bool) {
            loop {
                let batch = self.watch.next(PATIENCE);
                if batch.look {
                    let changes = self.followed.refresh(&RealDisk, &batch.named, Timestamp::now());
                    self.watch.looked(&batch, &changes, Duration::ZERO);
                    return (changes.paths().map(ToString::to_string).collect(), batch.told);
                }
                assert_ne!(self.watch.watching, Watching::Events, "nothing to wake up for");
            }
        }
    }

    #[test]
    fn where_the_system_tells_of_nothing_the_folder_is_looked_through() {
        let mut deaf = Deaf::new();
        assert_eq!(deaf.look(), (vec![], false));
        deaf.put("content/a.md");
        assert_eq!(deaf.look(), (vec!["content/a.md".into()], false));
        while deaf.watch.watching == Watching::Events {
            assert_eq!(deaf.look(), (vec![], false));
        }
        assert_eq!(deaf.watch.watching, Watching::Poll(Reason::Unheard));
        deaf.put("content/b.md");
        assert_eq!(deaf.look(), (vec!["content/b.md".into()], false));
    }

    #[test]
    fn what_lies_behind_a_link_is_found_and_the_system_is_still_relied_on() {
        let mut deaf = Deaf::new();
        deaf.watch.links(true);
        deaf.put("content/a.md");
        assert_eq!(deaf.look(), (vec!["content/a.md".into()], false));
        assert!(deaf.watch.unheard.is_none());
        assert_eq!((deaf.look(), deaf.watch.watching), ((vec![], false), Watching::Events));
    }

    #[test]
    fn what_is_told_late_is_told() {
        let mut deaf = Deaf::new();
        let path = deaf.put("content/a.md");
        assert_eq!(deaf.look(), (vec!["content/a.md".into()], false));
        assert!(deaf.watch.unheard.is_some());
        deaf.hear(path, false);
        assert_eq!(deaf.look(), (vec![], true));
        assert!(deaf.watch.unheard.is_none());
    }

    #[test]
    fn what_stood_in_a_folder_before_anybody_listened_is_found_soon() {
        let mut deaf = Deaf::new();
        std::fs::create_dir(deaf.folder.path().join("content/ny")).unwrap();
        deaf.hear(deaf.folder.path().join("content/ny"), true);
        assert_eq!(deaf.look(), (vec![], true));
        deaf.put("content/ny/a.md");
        assert_eq!(deaf.look(), (vec!["content/ny/a.md".into()], true));
        assert_eq!(deaf.watch.watching, Watching::Events);
    }

    #[test]
    fn what_the_system_lost_count_of_is_looked_for() {
        let mut deaf = Deaf::new();
        let known = deaf.put("content/a.md");
        deaf.hear(known.clone(), false);
        assert_eq!(deaf.look(), (vec!["content/a.md".into()], true));
        deaf.put("content/b.md");
        deaf.hear(known, false);
        deaf.watch.sender.send(Heard::Lost).unwrap();
        assert_eq!(deaf.look(), (vec![], true));
        assert_eq!(deaf.look(), (vec!["content/b.md".into()], true));
    }

    #[test]
    fn a_system_that_listens_to_no_more_folders_is_not_relied_on() {
        let mut deaf = Deaf::new();
        deaf.watch.sender.send(Heard::Full).unwrap();
        assert_eq!(deaf.look(), (vec![], false));
        assert_eq!(deaf.watch.watching, Watching::Poll(Reason::Full));
        deaf.put("content/a.md");
        assert_eq!(deaf.look(), (vec!["content/a.md".into()], false));
    }

    #[test]
    fn looking_takes_a_small_part_of_the_time() {
        let mut deaf = Deaf::new();
        let wait = |watch: &mut Watch| {
            let start = Instant::now();
            watch.looked(&Batch::default(), &Changes::default(), Duration::from_secs(1));
            (watch.due - start).as_secs()
        };
        assert_eq!(wait(&mut deaf.watch), 50);
        deaf.watch.poll(Reason::Asked);
        assert_eq!(wait(&mut deaf.watch), 10);
    }
}
