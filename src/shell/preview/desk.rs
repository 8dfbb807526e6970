//! The desk of the preview: here lies the site that is shown now. A worker puts a new one there
//! whenever the files change; whoever asks for a page gets it made from the one that lies there (`answering.rs`).

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use jiff::{Timestamp, Zoned};
use tokio::sync::watch;

use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::base::snapshot::Snapshot;
use crate::base::text::Text;
use crate::build::{self, Build, Options};
use crate::model::config::BaseUrl;
use crate::model::content;
use crate::shell::args::words_for;
use crate::shell::preview::editor::Editor;
use crate::shell::preview::good::Good;
use crate::shell::preview::kept::Kept;
use crate::shell::preview::shown::Shown;
use crate::shell::preview::status::Built;
use crate::shell::preview::trial::{Trial, trial};
use crate::shell::preview::view::View;
use crate::shell::read::Site;
use crate::shell::report::{self, Counts};
use crate::shell::words::{Language, Words};

/// What whoever started the preview has asked for.
pub struct Wishes {
    /// The site's folder.
    pub root: PathBuf,
    /// The preview's own address, to pass on.
    pub url: String,
    /// The view that stands where the site will.
    pub usual: View,
    /// Whoever asks may see drafts, whatever the usual view shows.
    pub may_show_drafts: bool,
    /// Where the site will stand, before the settings' own.
    pub base_url: Option<BaseUrl>,
    /// What opens a file.
    pub editor: Editor,
    /// The language of the program, before the site's own.
    pub language: Option<Language>,
}

/// Longer it is not waited for pages that are just being made.
const HEAD_START: Duration = Duration::from_millis(20);

/// What is shown now.
pub struct Desk {
    pub(crate) wishes: Wishes,
    shown: Mutex<Option<Arc<Shown>>>,
    first: Condvar,
    pub(crate) kept: Kept,
    /// Parts this run from those before it.
    run: u64,
    published: AtomicU64,
    editions: watch::Sender<String>,
    /// No events come from the disk: the folder is looked through now and then.
    pub(crate) polls: AtomicBool,
}

/// How a round went.
#[derive(Clone, Copy, Debug)]
pub struct Round {
    /// How many faults there are.
    pub counts: Counts,
    /// The files make no site: the last good one is shown, if there is one.
    pub broken: bool,
}

impl Desk {
    /// An empty desk: who asks waits for what is published first.
    pub fn new(wishes: Wishes) -> Self {
        Self {
            wishes,
            shown: Mutex::default(),
            first: Condvar::new(),
            kept: Kept::default(),
            run: u64::try_from(Timestamp::now().as_microsecond()).unwrap_or_default(),
            published: AtomicU64::new(0),
            editions: watch::Sender::new(String::new()),
            polls: AtomicBool::new(false),
        }
    }

    /// Shows the site of these files at once, before its texts are read for their links: not every fault is
    /// known then.
    pub fn sketch(&self, site: &Site) {
        let start = Instant::now();
        let sketch = build::sketch(&site.snapshot, &self.options(self.wishes.usual, None));
        if sketch.usable() {
            self.show(site, sketch, start, false);
        }
    }

    /// Builds the site of these files and shows it. Settings that make no site leave the last one.
    pub fn publish(&self, site: &Site) -> Round {
        let start = Instant::now();
        let options = self.options(self.wishes.usual, None);
        let former = self.lock().as_ref().and_then(|shown| shown.good.clone());
        let build = match &former {
            Some(former) => build::again(former.usual(), &site.snapshot, &options),
            None => build::build(&site.snapshot, &options),
        };
        drop(former);
        self.show(site, build, start, true)
    }

    fn show(&self, site: &Site, mut build: Build, start: Instant, checked: bool) -> Round {
        let snapshot = Arc::new(site.snapshot.clone());
        let mut faults = [site.faults.clone(), std::mem::take(&mut build.faults)].concat();
        let former = self.lock().clone();
        let last = former.as_ref().and_then(|former| former.good.clone());
        let gone = last.as_ref().and_then(|last| vanished(last.snapshot(), &snapshot));
        let trial = if checked { trial(&build, former.as_deref()) } else { Trial::default() };
        let is_unsound = !trial.sound && last.as_ref().is_some_and(|last| last.is_sound());
        let broken = !build.usable() || is_unsound || gone.is_some();
        faults.extend(gone);
        report::sort(&mut faults);
        let good =
            if broken { last } else { Some(Arc::new(Good::new(Arc::clone(&snapshot), build, trial.sound))) };
        let pages = good.as_ref().map_or(0, |good| good.usual().paths().count());
        let shown = Shown {
            edition: self.next_edition(),
            words: words_for(self.wishes.language, &snapshot),
            snapshot,
            faults,
            failed: trial.failures.into(),
            broken,
            checked,
            good,
            built: Built { at: Zoned::now().time(), took: start.elapsed(), pages },
        };
        let round = Round { counts: shown.counts(), broken };
        let edition = shown.edition.clone();
        // Putting away a large site takes a while: not before the lock is given back.
        let before = self.lock().replace(Arc::new(shown));
        self.first.notify_all();
        self.editions.send_replace(edition);
        drop(before);
        round
    }

    /// Shows other words of some texts at once, where nothing else of them changed: a head start on what is
    /// published next. Pages that are just being made may be in the way; then it is not tried for long.
    /// Whether anything else is shown now.
    pub fn retext(&self, texts: &[(SitePath, Text)]) -> bool {
        let until = Instant::now() + HEAD_START;
        while !texts.is_empty() && Instant::now() < until {
            if let Some(put) = self.retext_unless_used(texts) {
                return put > 0;
            }
            sleep(Duration::from_millis(1));
        }
        false
    }

    /// How many texts were put in the place of others; `None` while the site is in use.
    fn retext_unless_used(&self, texts: &[(SitePath, Text)]) -> Option<usize> {
        let mut lock = self.lock();
        let shown = lock.as_mut().and_then(Arc::get_mut)?;
        if shown.broken {
            return Some(0);
        }
        let build = shown.good.as_mut().and_then(Arc::get_mut).and_then(Good::usual_mut)?;
        let put = texts.iter().filter(|(path, text)| build.retext(path, text)).count();
        if put > 0 {
            shown.edition = self.next_edition();
            self.editions.send_replace(shown.edition.clone());
        }
        Some(put)
    }

    fn next_edition(&self) -> String {
        format!("{:x}-{}", self.run, self.published.fetch_add(1, Ordering::Relaxed))
    }

    /// Notes whether the folder is looked through now and then, since no events come.
    pub fn polls(&self, polls: bool) {
        self.polls.store(polls, Ordering::Relaxed);
    }

    /// The edition that is shown: another with each that is published, in this run or any other.
    /// Empty before the first.
    pub fn edition(&self) -> String {
        self.editions.borrow().clone()
    }

    /// Tells of every new edition.
    pub fn editions(&self) -> watch::Receiver<String> {
        self.editions.subscribe()
    }

    /// The language to speak.
    pub fn words(&self) -> &'static Words {
        let shown = self.lock().as_ref().map(|shown| shown.words);
        shown.unwrap_or_else(|| Words::of(self.wishes.language.unwrap_or(Language::Swedish)))
    }

    pub(crate) fn options(&self, view: View, base_url: Option<BaseUrl>) -> Options {
        let base_url = base_url.or_else(|| self.wishes.base_url.clone());
        // Who chose a day wants to see that day, not what the script makes of the reader's own.
        Options { date: view.date, fixed: true, base_url, drafts: view.drafts }
    }

    /// What is shown now; whoever comes before it is made waits.
    pub(crate) fn shown(&self) -> Arc<Shown> {
        let mut shown = self.lock();
        loop {
            match &*shown {
                Some(shown) => return Arc::clone(shown),
                None => shown = self.first.wait(shown).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Arc<Shown>>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Content that is no more: nobody removes every document, but folders are moved while somebody looks.
fn vanished(before: &Snapshot, after: &Snapshot) -> Option<Fault> {
    let is_there = |snapshot: &Snapshot| snapshot.below(content::FOLDER).next().is_some();
    let fault = || Fault::new(Code::Refused).at(&SitePath::new(content::FOLDER)).with("reason", "gone");
    (is_there(before) && !is_there(after)).then(fault)
}
