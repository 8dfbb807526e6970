//! What stands at an address of the preview: the half of the desk that answers.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::base::date::Date;
use crate::base::fault::Fault;
use crate::base::path::OutPath;
use crate::base::text::Digest;
use crate::build::{self, Build, Made};
use crate::model::address::{decode, encode};
use crate::model::config::BaseUrl;
use crate::shell::preview::answer::Answer;
use crate::shell::preview::client::CLIENT;
use crate::shell::preview::concerns::{concerning, hindering};
use crate::shell::preview::desk::Desk;
use crate::shell::preview::drafts::{Drafts, counting};
use crate::shell::preview::good::Good;
use crate::shell::preview::inset::{Inset, inset};
use crate::shell::preview::kind;
use crate::shell::preview::shown::Shown;
use crate::shell::preview::status::{Status, status};
use crate::shell::preview::unmade::{Unmade, unmade};
use crate::shell::preview::view::{OWN, View, chosen};
use crate::site::library::Library;

const HTML: &str = "text/html; charset=utf-8";

/// An address within a view, asked for of what was shown at that moment.
struct Request<'a> {
    shown: &'a Shown,
    good: &'a Arc<Good>,
    view: View,
    rest: &'a str,
    query: &'a str,
}

impl Desk {
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
                let shown = request.shown;
                // Of a site that is broken, the faults of the newest files tell more.
                let faults = if shown.broken { hindering(&shown.all_faults()) } else { vec![fault] };
                if !shown.broken {
                    shown.has_failed(path, &faults[0]);
                }
                match self.kept.last(&at) {
                    Some(bytes) => self.dressed(request, build, status, path, &bytes, Some(&faults)),
                    None => self.unmade(shown, &faults),
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
}

fn page(status: u16, kind: &'static str, bytes: Vec<u8>) -> Answer {
    let tag = Digest::of(&bytes).hex(16);
    Answer::Page { status, kind, bytes, tag }
}

fn redirect(to: &str, query: &str) -> Answer {
    let to = if query.is_empty() { to.to_owned() } else { format!("{to}?{query}") };
    Answer::Redirect { to }
}
