//! Every path of the website and what page stands there. Cheap: no page is made.

use std::collections::{BTreeMap, HashMap};

use crate::archive::history::Proof;
use crate::base::date::Approx;
use crate::base::fault::{Code, Fault};
use crate::base::path::{OutPath, SitePath};
use crate::model::address::{Address, STATEMENT};
use crate::model::document::Document;
use crate::model::id::{BodyId, DocId, TypeId, VersionId, is_device_name, is_id};
use crate::model::register::Work;
use crate::site::library::Library;
use crate::site::pairs::{Pair, pairs, to_latest};
use crate::site::sheet::Sheet;
use crate::site::{chronicle, lists, timemap};

/// What stands at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name is the page")]
pub enum Page {
    Start,
    Register(Option<String>),
    /// A document's own page, perhaps in a variant.
    Document(DocId, Option<String>),
    /// A version's own page, perhaps in a variant.
    Version(DocId, VersionId, Option<String>),
    /// Two versions compared.
    Comparison(Pair),
    Withdrawn(DocId),
    /// A page for what could not be read.
    Unreadable(DocId, Option<VersionId>),
    /// The same for a plain page.
    UnreadablePlain(usize),
    /// What is archived of a document.
    DocumentArchive(DocId),
    Archive,
    /// The log of the archive, as it is.
    ArchiveLog,
    /// The checkpoint of that log.
    ArchiveCheckpoint,
    TimeMap(DocId),
    Overview,
    Timeline(Option<i16>),
    Body(BodyId),
    Kind(TypeId),
    Subjects,
    Subject(String),
    Decisions(BodyId, String),
    Plain(usize),
    Statement,
    NotFound,
    Sitemap,
    Robots,
    /// An old address.
    Redirect(Address),
    RegisterData,
    DocumentData(DocId),
    ChangeDates,
    /// A file that is copied.
    Copy(SitePath),
    /// A file of the theme, by its place there.
    Asset(usize),
}

/// Every path with its page and the address that it answers at.
pub type Plan = BTreeMap<OutPath, (Page, Address)>;

/// Plans the website. Two pages that want one path are a fault; the first keeps it.
pub fn plan(library: &Library, faults: &mut Vec<Fault>) -> Plan {
    let mut planning =
        Planning { library, plan: Plan::new(), files: HashMap::new(), folders: HashMap::new(), faults };
    planning.assets();
    planning.fixed_pages();
    planning.lists();
    for work in library.register.works() {
        planning.document(work);
    }
    planning.archive();
    planning.plain_pages();
    planning.attachments();
    planning.aliases();
    planning.plan
}

struct Planning<'a> {
    library: &'a Library,
    plan: Plan,
    /// Files by their path in lower case: on Windows and macOS these are one file.
    files: HashMap<String, OutPath>,
    /// Folders in the same way, each with a file in it.
    folders: HashMap<String, OutPath>,
    faults: &'a mut Vec<Fault>,
}

impl Planning<'_> {
    fn add(&mut self, page: Page, address: Address, source: Option<&SitePath>) {
        let path = address.file();
        let fault = |code: Code| match source {
            Some(source) => Fault::new(code).at(source),
            None => Fault::new(code),
        };
        if let Some(bad) = path.as_str().split('/').find(|segment| !is_legal(segment)) {
            self.faults.push(fault(Code::IllegalName).with("name", bad));
            return;
        }
        let folded = path.as_str().to_lowercase();
        let above = folded.match_indices('/').rev().map(|(at, _)| &folded[..at]);
        // What stands above a known folder has been looked at.
        let new_folders: Vec<&str> = above.take_while(|above| !self.folders.contains_key(*above)).collect();
        let below_a_file = new_folders.iter().find_map(|above| self.files.get(*above));
        let other = self.files.get(&folded).or(self.folders.get(&folded)).or(below_a_file);
        if let Some(other) = other {
            let fault = fault(Code::PathClash).with("address", path.as_str()).with("other", other.as_str());
            self.faults.push(fault);
            return;
        }
        for folder in new_folders {
            self.folders.insert(folder.to_owned(), path.clone());
        }
        self.files.insert(folded, path.clone());
        self.plan.insert(path, (page, address));
    }

    fn assets(&mut self) {
        let assets: Vec<String> =
            self.library.theme.assets().map(|asset| asset.path.as_str().to_owned()).collect();
        for (index, path) in assets.into_iter().enumerate() {
            self.add(Page::Asset(index), Address::File(path), None);
        }
    }

    fn fixed_pages(&mut self) {
        let file = |path: &str| Address::File(path.into());
        self.add(Page::Start, Address::Start, None);
        self.add(Page::Register(None), Address::Register, None);
        self.add(Page::Overview, Address::Overview, None);
        self.add(Page::Timeline(None), Address::Timeline, None);
        self.add(Page::NotFound, file("404.html"), None);
        self.add(Page::Robots, file("robots.txt"), None);
        self.add(Page::RegisterData, file("data/register.json"), None);
        self.add(Page::ChangeDates, file("data/change-dates.json"), None);
        if self.library.config.base_url.is_some() {
            self.add(Page::Sitemap, file("sitemap.xml"), None);
        }
    }

    /// What is told of the archive; nothing where there is none.
    fn archive(&mut self) {
        let Some(holdings) = self.library.archive() else { return };
        self.add(Page::Archive, Address::Archive, None);
        self.add(Page::ArchiveLog, Address::File("arkiv/entries.jsonl".into()), None);
        if matches!(holdings.history.proof, Proof::Holds(..)) {
            self.add(Page::ArchiveCheckpoint, Address::File("arkiv/checkpoint".into()), None);
        }
        for id in holdings.documents() {
            let source = self.library.register.work(id).map(|work| &work.document.source);
            self.add(Page::DocumentArchive(id.clone()), Address::DocumentArchive(id.clone()), source);
        }
    }

    fn lists(&mut self) {
        let sheet = Sheet::new(self.library, Address::Register);
        let letters = lists::letters(&sheet);
        let years = chronicle::years(&sheet);
        let kinds: Vec<TypeId> = self.library.config.kinds.iter().map(|kind| kind.id.clone()).collect();
        for (letter, _) in letters {
            self.add(Page::Register(Some(letter.clone())), Address::RegisterPart(letter), None);
        }
        for (year, _) in years {
            self.add(Page::Timeline(Some(year)), Address::TimelineYear(year), None);
        }
        for kind in kinds {
            // A type that somebody uses, or once used: links from old pages must answer.
            self.add(Page::Kind(kind.clone()), Address::Kind(kind), None);
        }
        for body in &self.library.config.bodies {
            self.add(Page::Body(body.id.clone()), Address::Body(body.id.clone()), None);
        }
        if !self.library.subjects.is_empty() {
            self.add(Page::Subjects, Address::Subjects, None);
        }
        for slug in self.library.subjects.keys() {
            self.add(Page::Subject(slug.clone()), Address::Subject(slug.clone()), None);
        }
        for (body, date) in self.library.decision_days.keys() {
            let address = Address::Decision(body.to_string(), date.clone());
            self.add(Page::Decisions(body.clone(), date.clone()), address, None);
        }
    }

    fn document(&mut self, work: &Work) {
        let document = &work.document;
        let id = &document.id;
        let source = Some(&document.source);
        let data = Address::File(format!("data/{id}.json"));
        self.add(Page::DocumentData(id.clone()), data, source);
        if self.library.config.base_url.is_some() && !timemap::mementos(self.library, work).is_empty() {
            self.add(Page::TimeMap(id.clone()), timemap::address(id), source);
        }
        let own = Address::Document(id.clone());
        if !document.rivals.is_empty() {
            self.add(Page::Unreadable(id.clone(), None), own, source);
            for address in version_addresses(document) {
                self.add(Page::Unreadable(id.clone(), None), address, source);
            }
            return;
        }
        if work.withdrawn(self.library.today) {
            self.add(Page::Withdrawn(id.clone()), own, source);
            for address in version_addresses(document) {
                self.add(Page::Withdrawn(id.clone()), address, source);
            }
            self.comparisons(work);
            return;
        }
        match work.shown(self.library.today) {
            Some((shown, _)) => {
                self.add(Page::Document(id.clone(), None), own, source);
                for variant in &shown.variants {
                    let address = Address::DocumentVariant(id.clone(), variant.tag.clone());
                    let page = Page::Document(id.clone(), Some(variant.tag.clone()));
                    self.add(page, address, Some(&variant.source));
                }
            }
            None => self.add(Page::Unreadable(id.clone(), None), own, source),
        }
        for (version, _) in work.versions() {
            let address = Address::Version(id.clone(), version.id.clone());
            self.add(Page::Version(id.clone(), version.id.clone(), None), address, Some(&version.source));
            for variant in &version.variants {
                let address = Address::VersionVariant(id.clone(), version.id.clone(), variant.tag.clone());
                let page = Page::Version(id.clone(), version.id.clone(), Some(variant.tag.clone()));
                self.add(page, address, Some(&variant.source));
            }
        }
        for unreadable in &document.unreadable {
            let address = Address::Version(id.clone(), unreadable.id.clone());
            let page = Page::Unreadable(id.clone(), Some(unreadable.id.clone()));
            self.add(page, address, Some(&unreadable.source));
        }
        self.comparisons(work);
    }

    /// The comparisons of a document's versions. With a text that was taken down nothing is compared.
    fn comparisons(&mut self, work: &Work) {
        let source = work.document.source.clone();
        for pair in pairs(&self.library.register, work) {
            let is_down = |id: &&DocId| {
                self.library.register.work(id).is_some_and(|work| work.withdrawn(self.library.today))
            };
            let down = [&pair.new.0, &pair.old.0].into_iter().find(is_down).cloned();
            let address = pair.address();
            // The address for comparing with the latest is there for every older version.
            if pair.is_step && down.is_none() && is_to_latest(work, &pair) {
                let (id, old) = pair.old.clone();
                self.add(
                    Page::Redirect(address.clone()),
                    Address::ComparisonToLatest(id, old),
                    Some(&source),
                );
            }
            self.add(down.map_or(Page::Comparison(pair), Page::Withdrawn), address, Some(&source));
        }
    }

    fn plain_pages(&mut self) {
        if self.library.config.statement.is_some() {
            self.add(Page::Statement, Address::Plain(STATEMENT.into()), None);
        }
        let introduction = self.library.introduction().map(|page| &page.source);
        for (index, page) in self.library.pages.iter().enumerate() {
            if introduction == Some(&page.source) {
                continue;
            }
            self.add(Page::Plain(index), Address::Plain(page.name.clone()), Some(&page.source));
        }
        for (index, (name, source)) in self.library.unreadable_pages.iter().enumerate() {
            self.add(Page::UnreadablePlain(index), Address::Plain(name.clone()), Some(source));
        }
    }

    fn attachments(&mut self) {
        let unlinked = &self.library.unlinked;
        for (source, attachment) in self.library.attachments.iter().filter(|it| !unlinked.contains(it.0)) {
            self.add(Page::Copy(source.clone()), attachment.address.clone(), Some(source));
        }
    }

    /// Old addresses of documents and of each of their versions lead to today's.
    fn aliases(&mut self) {
        for work in self.library.register.works() {
            let document = &work.document;
            for alias in &document.aliases {
                let path = if is_id(alias) {
                    format!("dokument/{alias}")
                } else {
                    alias.trim_matches('/').to_owned()
                };
                let legal = path.split('/').all(is_legal) && !path.is_empty();
                let taken = Address::Plain(path.clone()).file();
                if !legal || self.plan.contains_key(&taken) {
                    let fault = Fault::new(Code::AliasClash).at(&document.source).with("alias", alias);
                    self.faults.push(fault);
                    continue;
                }
                let target = Address::Document(document.id.clone());
                let own = target.path();
                self.add(Page::Redirect(target), Address::Plain(path.clone()), Some(&document.source));
                for (version, _) in work.versions() {
                    let target = Address::Version(document.id.clone(), version.id.clone());
                    let old = Address::Plain(format!("{path}/{}", version.id));
                    self.add(Page::Redirect(target), old, Some(&document.source));
                }
                if self.library.archive().is_some_and(|holdings| holdings.knows(&document.id)) {
                    let old = Address::Plain(format!("{path}/arkiv"));
                    let target = Address::DocumentArchive(document.id.clone());
                    self.add(Page::Redirect(target), old, Some(&document.source));
                }
                for pair in pairs(&self.library.register, work) {
                    let target = pair.address();
                    let below = target.path()[own.len()..].trim_end_matches('/').to_owned();
                    let old = Address::Plain(format!("{path}/{below}"));
                    self.add(Page::Redirect(target), old, Some(&document.source));
                }
            }
        }
    }
}

/// Whether a comparison is also that of an older version with the latest.
fn is_to_latest(work: &Work, pair: &Pair) -> bool {
    let old = work.version(&pair.old.1).map(|(version, _)| version);
    old.and_then(|old| to_latest(work, old)).is_some_and(|latest| latest == *pair)
}

fn version_addresses(document: &Document) -> Vec<Address> {
    let id = &document.id;
    document
        .versions
        .iter()
        .flat_map(|version| {
            let own = Address::Version(id.clone(), version.id.clone());
            let variants = version
                .variants
                .iter()
                .map(|variant| Address::VersionVariant(id.clone(), version.id.clone(), variant.tag.clone()));
            std::iter::once(own).chain(variants).collect::<Vec<_>>()
        })
        .collect()
}

/// Whether every system can hold a file of this name.
fn is_legal(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or(segment).to_lowercase();
    !segment.is_empty()
        && segment.len() <= 200
        && !segment.starts_with('.')
        && !segment.ends_with(['.', ' '])
        && !segment.chars().any(|letter| letter.is_control() || "<>:\"\\|?*".contains(letter))
        && !is_device_name(&stem)
}

/// The newest decision on a document that has been made, for the sitemap.
pub fn last_changed(work: &Work, library: &Library) -> Option<Approx> {
    let made = work.events.iter().filter(|event| !event.is_coming(library.today));
    made.filter(|event| event.decision().is_some()).map(|event| event.date).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_cannot_hold_are_not_legal() {
        for bad in ["con", "CON.txt", "a:b", "a ", "a.", ".dold", "", "a|b", "fr\u{e5}ga?"] {
            assert!(!is_legal(bad), "{bad}");
        }
        for good in ["bilaga 1.pdf", "åtgärder.png", "index.html", "consul"] {
            assert!(is_legal(good), "{good}");
        }
    }
}
