//! The desk of the preview: here lies the site that is shown now. A worker puts a new one there
//! whenever the files change; whoever asks for a page gets it made from the one that lies there.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use jiff::{Timestamp, Zoned};
use tokio::sync::watch;

use crate::base::date::Date;
use crate::base::fault::{Code, Fault, Severity};
use crate::base::path::{OutPath, SitePath};
use crate::base::snapshot::Snapshot;
use crate::base::text::{Digest, Text};
use crate::build::{self, Build, Made, Options};
use crate::model::address::{decode, encode};
use crate::model::config::BaseUrl;
use crate::model::content;
use crate::shell::args::words_for;
use crate::shell::preview::answer::Answer;
use crate::shell::preview::client::CLIENT;
use crate::shell::preview::concerns::concerning;
use crate::shell::preview::drafts::{Drafts, counting};
use crate::shell::preview::editor::Editor;
use crate::shell::preview::good::Good;
use crate::shell::preview::inset::{Inset, inset};
use crate::shell::preview::kept::Kept;
use crate::shell::preview::kind;
use crate::shell::preview::shown::Shown;
use crate::shell::preview::status::{Built, Status, status};
use crate::shell::preview::trial::{Trial, trial};
use crate::shell::preview::unmade::{Unmade, unmade};
use crate::shell::preview::view::{OWN, View, chosen};
use crate::shell::read::Site;
use crate::shell::report::{self, Counts};
use crate::shell::words::{Language, Words};
use crate::site::library::Library;

const HTML: &str = "text/html; charset=utf-8";

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
    wishes: Wishes,
    shown: Mutex<Option<Arc<Shown>>>,
    first: Condvar,
    kept: Kept,
    /// Parts this run from those before it.
    run: u64,
    published: AtomicU64,
    editions: watch::Sender<String>,
    /// No events come from the disk: the folder is looked through now and then.
    polls: AtomicBool,
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

    /// What stands at an address: a path that begins with a slash and is no longer encoded, and
    /// what follows its question mark.
    pub fn answer(&self, path: &str, query: &str) -> Answer {
        let shown = self.shown();
        if let Some(own) = path.strip_prefix(OWN) {
            return self.own(&shown, path, own, query);
        }
        if path == OWN.trim_end_matches('/') {
            return Answer::Redirect { to: OWN.into() };
        }
        let Some(good) = &shown.good else { return self.unmade(&shown, &shown.faults) };
        let home = decode(good.base());
        let request = |rest| Request { shown: &shown, good, view: self.wishes.usual, rest, query };
        match path.strip_prefix(&*home) {
            Some(rest) => self.within(&request(rest)),
            None if path == "/" || path == home.trim_end_matches('/') => redirect(good.base(), query),
            None => self.missing(&request(path.trim_start_matches('/'))),
        }
    }

    /// What is the preview's own.
    fn own(&self, shown: &Arc<Shown>, path: &str, own: &str, query: &str) -> Answer {
        if own.is_empty() {
            return self.status(shown, query);
        }
        if let Some((_, kind, text)) = CLIENT.iter().find(|(name, ..)| *name == own) {
            return page(200, kind, text.as_bytes().to_vec());
        }
        let Some(good) = &shown.good else { return self.unmade(shown, &shown.faults) };
        let usual = self.wishes.usual;
        if own == "visa" {
            return self.choose(good, query);
        }
        match View::named(path).filter(|(view, _)| !view.drafts || self.wishes.may_show_drafts) {
            // One page, one address.
            Some((view, rest)) if view == usual || rest.is_empty() => {
                let home = view.home(usual, good.base());
                redirect(&format!("{home}{}", encode(rest.trim_start_matches('/'))), query)
            }
            Some((view, rest)) => self.within(&Request { shown, good, view, rest: &rest[1..], query }),
            None => self.missing(&Request { shown, good, view: usual, rest: own, query }),
        }
    }

    /// Where the form of the bar leads: to the page in the view that was chosen.
    fn choose(&self, good: &Good, query: &str) -> Answer {
        let (view, page) = self.chosen(good, query);
        Answer::Redirect { to: format!("{}{page}", view.home(self.wishes.usual, good.base())) }
    }

    /// The view and the page that an address of the bar names.
    fn chosen(&self, good: &Good, query: &str) -> (View, String) {
        let (asked, page) = chosen(query);
        // The field always holds a day: the one that is usual is no choice.
        let today = good.usual().library().map(|library| library.today);
        let is_usual = asked.date.is_some() && asked.date == today;
        let date = if is_usual { self.wishes.usual.date } else { asked.date };
        (View { date, drafts: asked.drafts && self.wishes.may_show_drafts }, page)
    }

    /// The state of the site, as it is in the view that somebody came from.
    fn status(&self, shown: &Shown, query: &str) -> Answer {
        let usual = self.wishes.usual;
        let good = shown.good.as_ref();
        let from = good.filter(|_| !query.is_empty()).map(|good| self.chosen(good, query));
        let view = from.as_ref().map_or(usual, |(view, _)| *view);
        let build = good.map(|good| self.build(&Request { shown, good, view, rest: "", query }));
        let base = good.map_or("/", |good| good.base());
        let home = view.home(usual, base);
        let faults = shown.all_faults();
        let (bytes, tag) = status(&Status {
            words: shown.words,
            library: build.as_ref().and_then(|build| build.library()),
            home: &home,
            from: from.as_ref().map(|(_, page)| page.as_str()),
            address: &format!("{}{}", self.wishes.url, base.trim_start_matches('/')),
            drafts: view.drafts,
            is_fixed: view.date.is_none() && good.is_some_and(|good| self.fixed(good).is_some()),
            faults: &faults,
            broken: shown.broken,
            snapshot: &shown.snapshot,
            root: &self.wishes.root,
            editor: &self.wishes.editor,
            built: shown.built,
            watching: if self.polls.load(Ordering::Relaxed) { "poll" } else { "events" },
        });
        Answer::Page { status: 200, kind: HTML, bytes, tag }
    }

    /// What stands at an address within a view.
    fn within(&self, request: &Request) -> Answer {
        let rest = request.rest;
        let build = self.build(request);
        let file = |path: String| {
            let path = OutPath::new(path);
            build.recipe(&path).map(|recipe| (path, recipe))
        };
        let is_folder = rest.is_empty() || rest.ends_with('/');
        let found = file(if is_folder { format!("{rest}index.html") } else { rest.to_owned() });
        if let Some((path, recipe)) = found {
            return self.made(request, &build, 200, &path, &recipe);
        }
        if !is_folder && file(format!("{rest}/index.html")).is_some() {
            let home = request.view.home(self.wishes.usual, request.good.base());
            return redirect(&format!("{home}{}/", encode(rest)), request.query);
        }
        self.missing(request)
    }

    /// The site's own page for what is not there.
    fn missing(&self, request: &Request) -> Answer {
        let build = self.build(request);
        let path = OutPath::new("404.html");
        match build.recipe(&path) {
            Some(recipe) => self.made(request, &build, 404, &path, &recipe),
            None => self.unmade(request.shown, &request.shown.faults),
        }
    }

    /// Makes a page, unless it was made before; one that cannot be made any more is shown as it was.
    fn made(
        &self,
        request: &Request,
        build: &Build,
        status: u16,
        path: &OutPath,
        recipe: &build::Recipe,
    ) -> Answer {
        let at = (request.view, path.as_str().to_owned());
        let key = recipe.key();
        if let Some(bytes) = key.and_then(|key| self.kept.made(&at, key)) {
            return self.dressed(request, build, status, path, &bytes, None);
        }
        match build.make(recipe) {
            Ok(Made::Copy(source)) => {
                let kind = kind::of_file(path.as_str());
                Answer::File { path: self.wishes.root.join(source.as_str()), kind }
            }
            Ok(Made::Bytes(bytes)) => {
                let bytes = Arc::new(bytes);
                if let Some(key) = key {
                    self.kept.keep(at, key, Arc::clone(&bytes));
                }
                self.dressed(request, build, status, path, &bytes, None)
            }
            Err(fault) => {
                let faults = [fault];
                request.shown.has_failed(path, &faults[0]);
                match self.kept.last(&at) {
                    Some(bytes) => self.dressed(request, build, status, path, &bytes, Some(&faults)),
                    None => self.unmade(request.shown, &faults),
                }
            }
        }
    }

    /// A page with what the preview adds; other files are as they are.
    fn dressed(
        &self,
        request: &Request,
        build: &Build,
        status: u16,
        path: &OutPath,
        bytes: &[u8],
        failed: Option<&[Fault]>,
    ) -> Answer {
        let kind = kind::of_made(path.as_str());
        let Some(library) = build.library().filter(|_| kind == HTML) else {
            return page(status, kind, bytes.to_vec());
        };
        let shown = request.shown;
        let hindering = shown.broken.then(|| hindering(&shown.all_faults()));
        let broken = failed.or(hindering.as_deref());
        let (bytes, tag) = inset(
            bytes,
            &Inset {
                words: shown.words,
                page: request.rest,
                view: request.view,
                today: library.today,
                fixed: self.fixed(request.good),
                drafts: if status == 404 && self.hides_draft(request, library) {
                    Drafts::Hidden
                } else {
                    counting(shown.words, library, path.as_str())
                },
                faults: &concerning(&shown.faults, library, path.as_str()),
                total: shown.counts(),
                checked: shown.checked,
                broken,
                snapshot: &shown.snapshot,
                root: &self.wishes.root,
                editor: &self.wishes.editor,
            },
        );
        Answer::Page { status, kind, bytes, tag }
    }

    /// Whether an address where there is nothing would show a draft.
    fn hides_draft(&self, request: &Request, library: &Library) -> bool {
        let view = View { drafts: true, ..request.view };
        if request.view.drafts || library.drafts.is_empty() || !self.wishes.may_show_drafts {
            return false;
        }
        let with_drafts = self.build(&Request { view, ..*request });
        let folder = request.rest.trim_end_matches('/');
        let at = [request.rest.to_owned(), format!("{folder}/index.html")];
        at.into_iter().any(|path| with_drafts.recipe(&OutPath::new(path)).is_some())
    }

    fn unmade(&self, shown: &Shown, faults: &[Fault]) -> Answer {
        let (bytes, tag) = unmade(&Unmade {
            words: shown.words,
            whole: shown.good.is_none(),
            faults: &hindering(faults),
            snapshot: &shown.snapshot,
            root: &self.wishes.root,
            editor: &self.wishes.editor,
        });
        Answer::Page { status: 500, kind: HTML, bytes, tag }
    }

    /// The site of a view; one that nobody has looked at yet is built.
    fn build(&self, request: &Request) -> Arc<Build> {
        let (good, view) = (request.good, request.view);
        if view == self.wishes.usual {
            return Arc::clone(good.usual());
        }
        good.of(view, || {
            let home = view.home(self.wishes.usual, good.base());
            self.options(view, Some(BaseUrl { url: good.origin() + &home, path: home }))
        })
    }

    /// The day that the settings fix.
    fn fixed(&self, good: &Good) -> Option<Date> {
        let fixed = good.usual().library().and_then(|library| library.config.date);
        fixed.filter(|_| self.wishes.usual.date.is_none())
    }

    fn options(&self, view: View, base_url: Option<BaseUrl>) -> Options {
        let base_url = base_url.or_else(|| self.wishes.base_url.clone());
        // Who chose a day wants to see that day, not what the script makes of the reader's own.
        Options { date: view.date, fixed: true, base_url, drafts: view.drafts }
    }

    /// What is shown now; whoever comes before it is made waits.
    fn shown(&self) -> Arc<Shown> {
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

/// An address within a view, asked for of what was shown at that moment.
struct Request<'a> {
    shown: &'a Shown,
    good: &'a Arc<Good>,
    view: View,
    rest: &'a str,
    query: &'a str,
}

/// The faults that keep a site from being made; or all, if none of them says that it does.
fn hindering(faults: &[Fault]) -> Vec<Fault> {
    let errors = faults.iter().filter(|fault| fault.code.severity() == Severity::Error);
    let errors: Vec<Fault> = errors.cloned().collect();
    if errors.is_empty() { faults.to_vec() } else { errors }
}

/// Content that is no more: nobody removes every document, but folders are moved while somebody looks.
fn vanished(before: &Snapshot, after: &Snapshot) -> Option<Fault> {
    let is_there = |snapshot: &Snapshot| snapshot.below(content::FOLDER).next().is_some();
    let fault = || Fault::new(Code::Refused).at(&SitePath::new(content::FOLDER)).with("reason", "gone");
    (is_there(before) && !is_there(after)).then(fault)
}

fn page(status: u16, kind: &'static str, bytes: Vec<u8>) -> Answer {
    let tag = Digest::of(&bytes).hex(16);
    Answer::Page { status, kind, bytes, tag }
}

fn redirect(to: &str, query: &str) -> Answer {
    let to = if query.is_empty() { to.to_owned() } else { format!("{to}?{query}") };
    Answer::Redirect { to }
}
