//! A sheet: the page being written. It knows where it stands, so that links from it are
//! relative, and in which language its words are.

use crate::base::date::{Approx, Date};
use crate::base::path::OutPath;
use crate::model::address::{Address, relative};
use crate::model::body::Decider;
use crate::model::config::Links;
use crate::model::id::{DocId, TypeId};
use crate::model::register::Work;
use crate::site::library::{Library, document_title};
use crate::site::parts::{DateView, Frame, LinkView};
use crate::site::words::{Arg, Words};

/// The page being written.
pub struct Sheet<'a> {
    /// What it is written from.
    pub library: &'a Library,
    /// Its words.
    pub words: &'a Words,
    /// Where it stands.
    pub path: OutPath,
    own: Address,
    today: Date,
    files: bool,
}

impl<'a> Sheet<'a> {
    /// A sheet for an address.
    pub fn new(library: &'a Library, own: Address) -> Self {
        let words = library.theme.words(library.config.lang.tag());
        let files = library.config.links == Links::Files;
        Self { library, words, path: own.file(), own, today: library.today, files }
    }

    /// The same sheet as it is read from a disk: its links name files.
    #[must_use]
    pub fn on_disk(self) -> Self {
        Self { files: true, ..self }
    }

    /// The same sheet as it would be written on another day.
    #[must_use]
    pub fn on(&self, day: Date) -> Self {
        Self { path: self.path.clone(), own: self.own.clone(), today: day, ..*self }
    }

    /// The day that the page tells states for.
    pub fn today(&self) -> Date {
        self.today
    }

    /// A link from here.
    pub fn href(&self, to: &Address) -> String {
        to.href(&self.path, self.files)
    }

    /// Whether links name the page of a folder.
    pub fn names_files(&self) -> bool {
        self.files
    }

    /// Words that lead to a place.
    pub fn link(&self, text: impl Into<String>, to: &Address) -> LinkView {
        LinkView::to(text, self.href(to))
    }

    /// A message without arguments.
    pub fn say(&self, key: &str) -> String {
        self.words.text(key, &[])
    }

    /// A message with arguments.
    pub fn tell(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.text(key, args)
    }

    /// A message about a date.
    pub fn tell_date(&self, key: &str, name: &str, date: Approx) -> String {
        self.tell(key, &[(name, self.words.date(date).text.into())])
    }

    /// A day in words.
    pub fn day(&self, day: Date) -> DateView {
        self.words.date(Approx::day(day))
    }

    /// A document in words, as a link to its page.
    pub fn document(&self, work: &Work) -> LinkView {
        let title = document_title(work, self.today());
        let mut link = self.link(title, &Address::Document(work.document.id.clone()));
        link.lang =
            work.shown(self.today()).and_then(|(version, _)| self.other_lang(version.lang.as_deref()));
        link
    }

    /// A document by its id.
    pub fn document_by_id(&self, id: &DocId) -> LinkView {
        match self.library.register.work(id) {
            Some(work) => self.document(work),
            None => LinkView::plain(id.as_str()),
        }
    }

    /// A type in words; "uppgift saknas" where it is not known.
    pub fn kind(&self, id: Option<&TypeId>) -> LinkView {
        match id.and_then(|id| self.library.config.kind(id)) {
            Some(kind) => self.link(&kind.name, &Address::Kind(kind.id.clone())),
            None => LinkView::plain(self.say("missing")),
        }
    }

    /// A body by the name of its time; a listed one has a page.
    pub fn body(&self, decider: &Decider) -> LinkView {
        match &decider.id {
            Some(id) => self.link(&decider.name, &Address::Body(id.clone())),
            None => LinkView::plain(&decider.name),
        }
    }

    /// A language tag, where it is not the page's own.
    pub fn other_lang(&self, lang: Option<&str>) -> Option<String> {
        lang.filter(|lang| *lang != self.library.config.lang.tag()).map(str::to_owned)
    }

    /// What stands round the page's content. The last crumb is the page itself.
    pub fn frame(&self, title: impl Into<String>, section: &str, above: Vec<LinkView>) -> Frame {
        let title = title.into();
        let mut crumbs = above;
        if self.own != Address::Start {
            crumbs.push(LinkView::plain(&title));
        }
        let config = &self.library.config;
        Frame {
            title,
            description: None,
            lang: config.lang.tag().into(),
            root: relative(&self.path, "", false),
            canonical: config.base_url.as_ref().map(|base| self.absolute(&base.url)),
            crumbs,
            section: section.into(),
            fixed_date: config.date.map(|date| self.day(date)),
            until: self.holds_until().filter(|_| config.date.is_none()).map(|day| day.to_string()),
            no_index: false,
            head_links: Vec::new(),
        }
    }

    /// The first day on which the page would be another, as far as dates decide it.
    fn holds_until(&self) -> Option<Date> {
        match &self.own {
            Address::Document(id)
            | Address::Version(id, _)
            | Address::DocumentVariant(id, _)
            | Address::VersionVariant(id, ..) => {
                self.library.register.work(id)?.change_dates().filter(|day| *day > self.today).min()
            }
            Address::Start
            | Address::Overview
            | Address::Timeline
            | Address::TimelineYear(_)
            | Address::RegisterPart(_)
            | Address::Body(_)
            | Address::Kind(_)
            | Address::Subject(_) => self.library.next_change,
            // The register tells itself for any day, and the others tell what was.
            _ => None,
        }
    }

    fn absolute(&self, base: &str) -> String {
        format!("{base}{}", crate::model::address::encode(&self.own.path()))
    }

    /// The lasting address of a place, absolute if the site has one.
    pub fn lasting(&self, address: &Address) -> Option<String> {
        let base = self.library.config.base_url.as_ref()?;
        Some(format!("{}{}", base.url, crate::model::address::encode(&address.path())))
    }

    /// The register as a crumb.
    pub fn register_crumb(&self) -> LinkView {
        self.link(self.say("menu-register"), &Address::Register)
    }

    /// Several names as one: "a, b och c".
    pub fn names(&self, links: &[LinkView]) -> String {
        let names: Vec<String> = links.iter().map(|link| link.text.clone()).collect();
        self.words.list(&names)
    }
}
