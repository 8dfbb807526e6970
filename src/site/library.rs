//! All that pages are made from: the register, the texts with their links resolved,
//! the attachments, the settings and the theme. Built once; every recipe reads it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::archive::history::History;
use crate::base::date::{Approx, Date};
use crate::base::fault::{Code, Fault, nearest};
use crate::base::path::SitePath;
use crate::base::snapshot::{Snapshot, Source};
use crate::base::text;
use crate::model::address::{Address, STATEMENT, decode};
use crate::model::config::Config;
use crate::model::content::{Content, FOLDER};
use crate::model::document::PlainPage;
use crate::model::id::{BodyId, DocId, TypeId, VersionId, slug};
use crate::model::keys;
use crate::model::register::{Register, Work};
use crate::model::version::{Body, Version};
use crate::site::band::Axis;
use crate::site::collate::Collation;
use crate::site::counted::Counts;
use crate::site::holdings::Holdings;
use crate::site::leads::Leads;
use crate::site::pairs::Pair;
use crate::site::resolved::Resolved;
use crate::site::theme::Theme;

/// A file that is copied as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Where it stands in the website.
    pub address: Address,
    /// Width and height in pixels, for images.
    pub dimensions: Option<(u32, u32)>,
    /// Size in bytes.
    pub length: u64,
}

/// A text of Markdown that the site shows.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    /// Its file.
    pub source: &'a SitePath,
    /// What stands there.
    pub body: &'a Body,
    /// The title it stands under.
    pub title: &'a str,
    /// The tag of its language, or `lattlast`.
    pub lang: &'a str,
}

/// The decisions of one body on one day, as document, version and place among its events.
pub type DecisionDay = Vec<(DocId, usize)>;

/// Documents under a heading of their own: a subject and its name.
pub struct Subject {
    /// Its name, as most often written.
    pub name: String,
    /// The documents.
    pub documents: Vec<DocId>,
}

/// Everything that the site is made from.
pub struct Library {
    /// The settings.
    pub config: Config,
    /// The day that states are told for. No recipe holds it.
    pub today: Date,
    /// The documents.
    pub register: Register,
    /// The plain pages.
    pub pages: Vec<PlainPage>,
    /// Plain pages whose facts could not be read: name and file.
    pub unreadable_pages: Vec<(String, SitePath)>,
    /// The files that are copied.
    pub attachments: BTreeMap<SitePath, Attachment>,
    /// Those of them that no text leads to: they are not published.
    pub unlinked: BTreeSet<SitePath>,
    /// Files that may not be copied, and are told of.
    pub refused: BTreeSet<SitePath>,
    /// Sources of drafts that are left out.
    pub drafts: BTreeSet<SitePath>,
    /// Documents of which only drafts exist.
    pub draft_documents: BTreeSet<DocId>,
    /// Where each Markdown file is shown.
    pub addresses: BTreeMap<SitePath, Address>,
    /// The next day on which the state of any document changes.
    pub next_change: Option<Date>,
    /// The years that bands of validity are drawn over.
    pub axis: Axis,
    /// The theme.
    pub theme: Theme,
    /// The documents by title, as the site's language sorts.
    pub by_title: Vec<DocId>,
    rank: BTreeMap<DocId, usize>,
    /// The documents by subject.
    pub subjects: BTreeMap<String, Subject>,
    /// The decisions by body and day.
    pub decision_days: BTreeMap<(BodyId, String), DecisionDay>,
    /// How much each version changed.
    pub counts: Counts,
    /// Where the links of every text lead.
    pub leads: Leads,
    /// What is archived, if the site has an archive.
    pub holdings: Option<Holdings>,
}

impl Library {
    /// Puts everything together; links are resolved after, since they lead into it.
    pub fn new(
        snapshot: &Snapshot,
        config: Config,
        today: Date,
        mut content: Content,
        theme: Theme,
        history: Option<Arc<History>>,
        faults: &mut Vec<Fault>,
    ) -> Self {
        let register = Register::new(&config, &mut content, faults);
        crate::model::rules::check(&register, snapshot.today, faults);
        let by_title = by_title(&register, &config, today);
        let mut library = Self {
            attachments: attachments(snapshot, &content, &register, today),
            addresses: addresses(&register, &content),
            next_change: register.change_dates().into_iter().find(|day| *day > today),
            axis: Axis::of(&register),
            rank: by_title.iter().enumerate().map(|(rank, id)| (id.clone(), rank)).collect(),
            by_title,
            subjects: subjects(&register, today),
            decision_days: decision_days(&register),
            counts: Counts::new(&register),
            leads: Leads::default(),
            holdings: history.map(|history| Holdings::new(history, &register)),
            unlinked: BTreeSet::new(),
            config,
            today,
            register,
            pages: content.pages,
            unreadable_pages: content.unreadable_pages,
            refused: content.refused,
            drafts: content.drafts,
            draft_documents: content.draft_documents,
            theme,
        };
        library.leads = Leads::new(library.texts());
        library.check_originals(faults);
        library
    }

    /// Follows the links of every text. A file that none leads to is not published: it may have been put
    /// there by mistake.
    pub fn follow_links(&mut self, faults: &mut Vec<Fault>) {
        faults.extend(self.leads.follow_all(self));
        let led_to = self.leads.followed().filter_map(Resolved::address);
        let originals = self.published().flat_map(Work::versions);
        let originals = originals.filter_map(|(version, _)| Some(&self.original(version)?.1.address));
        let used: BTreeSet<&Address> = led_to.chain(originals).collect();
        // The texts that are left out may be the ones that lead to what lies beside them.
        let silent: BTreeSet<&str> = self.drafts.iter().chain(self.unread()).map(SitePath::folder).collect();
        let unlinked = self.attachments.iter().filter(|(_, attachment)| !used.contains(&attachment.address));
        let unlinked: BTreeSet<SitePath> = unlinked.map(|(path, _)| path.clone()).collect();
        let told = unlinked.iter().filter(|path| !silent.contains(path.folder()));
        faults.extend(told.map(|path| Fault::new(Code::UnlinkedFile).at(path)));
        self.unlinked = unlinked;
    }

    /// Puts other words in the place of a text's, where all that stands before them is as it was: then what
    /// follows from the facts is as it was too. Whether that is so.
    pub fn retext(&mut self, source: &SitePath, words: &text::Text) -> bool {
        let Some(body) = self.leads.body(source) else { return false };
        let (old, new) = (body.file.as_str(), words.as_str());
        let same_facts = new.get(..body.start) == old.get(..body.start) && body.start < old.len();
        let is_blank = |text: &str| text.get(body.start..).is_none_or(|text| text.trim().is_empty());
        // Which versions are compared depends on which have a text.
        if !same_facts || is_blank(old) || is_blank(new) {
            return false;
        }
        let page = self.pages.iter_mut().find(|page| page.source == *source);
        match (self.addresses.get(source), page) {
            (Some(Address::Document(id) | Address::Version(id, _) | Address::VersionVariant(id, ..)), _) => {
                for (_, body) in self.register.bodies(id).filter(|(own, _)| *own == source) {
                    body.file = words.clone();
                }
                self.counts.forget(id);
            }
            (_, Some(page)) => page.body.file = words.clone(),
            _ => return false,
        }
        self.leads.retext(source, words);
        true
    }

    /// Sources whose texts cannot be shown.
    fn unread(&self) -> impl Iterator<Item = &SitePath> {
        let pages = self.unreadable_pages.iter().map(|(_, source)| source);
        let documents = self.register.works().flat_map(|work| {
            let unreadable = work.document.unreadable.iter().map(|it| &it.source);
            unreadable.chain(&work.document.rivals)
        });
        pages.chain(documents)
    }

    /// The adopted original of each version must lie beside it.
    fn check_originals(&self, faults: &mut Vec<Fault>) {
        for (version, _) in self.published().flat_map(Work::versions) {
            let Some(original) = &version.original else { continue };
            if self.original(version).is_none() {
                let fault = version.fault(Code::MissingFile, keys::ORIGINAL).with("target", original);
                let names = self.attachments.keys().map(SitePath::file_name);
                faults.push(match nearest(original.rsplit('/').next().unwrap_or(original), names) {
                    Some(near) => fault.with("nearest", near),
                    None => fault,
                });
            }
        }
    }

    /// The adopted original of a version, with the file that it is.
    pub fn original(&self, version: &Version) -> Option<(SitePath, &Attachment)> {
        let file = version.source.join(&decode(version.original.as_deref()?))?;
        let attachment = self.attachments.get(&file)?;
        Some((file, attachment))
    }

    /// Whether the texts of both versions are shown: none of a document that was taken down is.
    pub fn is_shown(&self, pair: &Pair) -> bool {
        let works = [&pair.old.0, &pair.new.0].map(|id| self.register.work(id));
        works.iter().all(|work| work.is_some_and(|work| !work.withdrawn(self.today)))
    }

    /// The documents whose texts the site shows.
    fn published(&self) -> impl Iterator<Item = &Work> {
        self.register.works().filter(|work| !work.withdrawn(self.today))
    }

    /// The archive that pages tell of: one whose log says whose it is.
    pub fn archive(&self) -> Option<&Holdings> {
        self.holdings.as_ref().filter(|holdings| holdings.history.begun().is_some())
    }

    /// Every text of Markdown.
    pub fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        let site = self.config.lang.tag();
        let pages = self.pages.iter().map(move |page| Text {
            source: &page.source,
            body: &page.body,
            title: &page.title,
            lang: page.lang.as_deref().unwrap_or(site),
        });
        let works = self.published().flat_map(move |work| {
            let source = &work.document.source;
            let about =
                work.document.about.iter().map(move |body| Text { source, body, title: "", lang: site });
            let versions = work.versions().flat_map(move |(version, _)| {
                let title = title_of(version);
                let lang = version.lang.as_deref().unwrap_or(site);
                let variants = version.variants.iter().map(move |variant| Text {
                    source: &variant.source,
                    body: &variant.body,
                    title: variant.title.as_deref().unwrap_or(title),
                    lang: &variant.tag,
                });
                let own = Text { source: &version.source, body: &version.body, title, lang };
                std::iter::once(own).chain(variants)
            });
            about.chain(versions)
        });
        pages.chain(works)
    }

    /// The plain page whose text stands above the accessibility statement.
    pub fn introduction(&self) -> Option<&PlainPage> {
        self.config.statement.as_ref()?;
        self.pages.iter().find(|page| page.name == STATEMENT)
    }

    /// Where the links of a text lead.
    pub fn links(&self, source: &SitePath) -> &[Resolved] {
        self.leads.links(self, source)
    }

    /// The file of the text that is shown at an address.
    pub fn source_of(&self, address: &Address) -> Option<&SitePath> {
        let (version, tag) = match address {
            Address::Document(id) => (self.register.work(id)?.shown(self.today)?.0, None),
            Address::Version(id, version) => (self.register.work(id)?.version(version)?.0, None),
            Address::DocumentVariant(id, tag) => (self.register.work(id)?.shown(self.today)?.0, Some(tag)),
            Address::VersionVariant(id, version, tag) => {
                (self.register.work(id)?.version(version)?.0, Some(tag))
            }
            Address::Plain(name) => return Some(&self.pages.iter().find(|page| page.name == *name)?.source),
            _ => return None,
        };
        match tag {
            Some(tag) => Some(&version.variants.iter().find(|variant| variant.tag == *tag)?.source),
            None => Some(&version.source),
        }
    }

    /// The documents that a test picks, by title.
    pub fn documents<'a>(&'a self, wanted: impl Fn(&Work) -> bool + 'a) -> impl Iterator<Item = &'a Work> {
        self.by_title.iter().filter_map(|id| self.register.work(id)).filter(move |work| wanted(work))
    }

    /// Some documents, by title.
    pub fn in_order<'a>(&'a self, ids: impl IntoIterator<Item = &'a DocId>) -> Vec<&'a Work> {
        let mut ranked: Vec<(usize, &DocId)> =
            ids.into_iter().filter_map(|id| Some((*self.rank.get(id)?, id))).collect();
        ranked.sort_unstable();
        ranked.into_iter().filter_map(|(_, id)| self.register.work(id)).collect()
    }

    /// The documents of a type, as the version shown says.
    pub fn of_kind<'a>(&'a self, kind: &'a TypeId) -> impl Iterator<Item = &'a Work> {
        self.documents(move |work| {
            work.shown(self.today).is_some_and(|(version, _)| version.kind.as_ref() == Some(kind))
        })
    }

    /// The documents that a body has decided on.
    pub fn of_body<'a>(&'a self, body: &'a BodyId) -> impl Iterator<Item = &'a Work> {
        self.documents(move |work| {
            let dated = work.events.iter().filter_map(|event| event.decision());
            let adoptions = work.versions().flat_map(|(version, _)| version.adoptions());
            let mut bodies = dated.chain(adoptions).filter_map(|it| it.by.as_ref()?.id.as_ref());
            bodies.any(|id| id == body)
        })
    }
}

/// The title that a version's page bears; its id stands in for one that is missing.
pub fn title_of(version: &Version) -> &str {
    version.title.as_deref().unwrap_or_else(|| version.id.as_str())
}

/// The title of a document on a day.
pub fn document_title(work: &Work, day: Date) -> &str {
    work.shown(day)
        .and_then(|(version, _)| version.title.as_deref())
        .unwrap_or_else(|| work.document.id.as_str())
}

/// The files that are copied. What belongs to a document that was taken down is taken down with it.
fn attachments(
    snapshot: &Snapshot,
    content: &Content,
    register: &Register,
    today: Date,
) -> BTreeMap<SitePath, Attachment> {
    let mut found = BTreeMap::new();
    for (path, owner) in &content.attachments {
        let Some(Source::Asset(asset)) = snapshot.files.get(path) else { continue };
        let work = owner.as_ref().and_then(|owner| register.work(&owner.id));
        if work.is_some_and(|work| work.withdrawn(today)) {
            continue;
        }
        let below = |folder: &str| path.as_str()[folder.len()..].trim_start_matches('/');
        let address = match owner {
            Some(owner) => format!("dokument/{}/{}", owner.id, below(&owner.folder)),
            None => format!("filer/{}", below(FOLDER)),
        };
        let address = Address::File(address);
        found
            .insert(path.clone(), Attachment { address, dimensions: asset.dimensions, length: asset.length });
    }
    found
}

fn addresses(register: &Register, content: &Content) -> BTreeMap<SitePath, Address> {
    let mut addresses = BTreeMap::new();
    let pages = content.pages.iter().map(|page| (&page.name, &page.source));
    for (name, source) in pages.chain(content.unreadable_pages.iter().map(|(name, source)| (name, source))) {
        addresses.insert(source.clone(), Address::Plain(name.clone()));
    }
    for work in register.works() {
        let id = &work.document.id;
        // A document in one file is linked by that file as a document: the link outlives the version.
        let single = work.versions().len() == 1 && work.document.source == work.document.versions[0].source;
        for (version, _) in work.versions() {
            let own = Address::Version(id.clone(), version.id.clone());
            let address = if single { Address::Document(id.clone()) } else { own };
            addresses.insert(version.source.clone(), address);
            for variant in &version.variants {
                let address = Address::VersionVariant(id.clone(), version.id.clone(), variant.tag.clone());
                addresses.insert(variant.source.clone(), address);
            }
        }
        for unreadable in &work.document.unreadable {
            let own = Address::Version(id.clone(), unreadable.id.clone());
            addresses.insert(unreadable.source.clone(), own);
        }
        for rival in &work.document.rivals {
            addresses.insert(rival.clone(), Address::Document(id.clone()));
        }
        addresses.entry(work.document.source.clone()).or_insert_with(|| Address::Document(id.clone()));
    }
    addresses
}

fn by_title(register: &Register, config: &Config, today: Date) -> Vec<DocId> {
    let collation = Collation::new(config.lang);
    let mut keyed: Vec<(Vec<u8>, DocId)> = register
        .works()
        .map(|work| (collation.key(document_title(work, today)), work.document.id.clone()))
        .collect();
    keyed.sort();
    keyed.into_iter().map(|(_, id)| id).collect()
}

fn subjects(register: &Register, today: Date) -> BTreeMap<String, Subject> {
    let mut subjects: BTreeMap<String, Subject> = BTreeMap::new();
    for work in register.works() {
        let Some((version, _)) = work.shown(today).filter(|_| !work.withdrawn(today)) else { continue };
        for keyword in &version.keywords {
            let slug = slug(keyword);
            if slug.is_empty() {
                continue;
            }
            let subject = subjects
                .entry(slug)
                .or_insert_with(|| Subject { name: keyword.clone(), documents: Vec::new() });
            if subject.documents.last() != Some(&work.document.id) {
                subject.documents.push(work.document.id.clone());
            }
        }
    }
    subjects
}

fn decision_days(register: &Register) -> BTreeMap<(BodyId, String), DecisionDay> {
    let mut days: BTreeMap<(BodyId, String), DecisionDay> = BTreeMap::new();
    for work in register.works() {
        for (index, event) in work.events.iter().enumerate() {
            let body = event.decision().and_then(|decision| decision.by.as_ref()?.id.clone());
            if let Some(body) = body {
                let day = days.entry((body, event.date.ascii())).or_default();
                day.push((work.document.id.clone(), index));
            }
        }
    }
    days
}

/// The page of a body's decisions on a day.
pub fn decision_address(body: &BodyId, date: Approx) -> Address {
    Address::Decision(body.to_string(), date.ascii())
}

/// A version's own page.
pub fn version_address(document: &DocId, version: &VersionId) -> Address {
    Address::Version(document.clone(), version.clone())
}
