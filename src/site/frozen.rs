//! What is archived stays as it was: a text that was changed since, and nobody said so, and what is gone without
//! a word.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::archive::entry::{Entry, Event, FACT, Text};
use crate::archive::sha512::Sha512;
use crate::base::date::Approx;
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::base::sweden;
use crate::model::content;
use crate::model::decision::{Act, Decision};
use crate::model::document::Document;
use crate::model::fields::Moment;
use crate::model::front_matter::Correction;
use crate::model::id::DocId;
use crate::model::item::UNDATED;
use crate::model::register::{Register, Work};
use crate::model::version::{Variant, Version};
use crate::site::archived::version_page;
use crate::site::holdings::Holdings;
use crate::site::library::{Attachment, Library};
use crate::site::make::body;
use crate::site::metadata::decided;
use crate::site::recipe::Recipe;
use crate::site::version_files::VersionFiles;

/// What a version's own text is called among its forms.
pub const TEXT: &str = "text";

/// The texts of a document as they were archived last, by version.
type Texts<'h> = BTreeMap<&'h str, Archived<'h>>;

/// A text as it was archived last.
#[derive(Clone, Copy)]
struct Archived<'h> {
    text: &'h Text,
    /// The id that its document had.
    name: &'h str,
    /// Where the log tells of it.
    entry: &'h Entry,
}

/// Compares the texts with what the log of the archive says of them. Lines that cannot be read are told of by
/// whoever verifies the archive.
pub fn check(library: &Library, holdings: &Holdings, faults: &mut Vec<Fault>) {
    let register = &library.register;
    let mut gone = Vec::new();
    let mut homes: BTreeMap<&DocId, Vec<Texts>> = BTreeMap::new();
    for name in holdings.history.documents() {
        match (archived(holdings, name), holdings.home(name)) {
            (None, _) => gone.extend(purged(holdings, register, name)),
            (Some(texts), Some(home)) if holdings.was_renamed(name, home) => {
                homes.entry(home).or_default().push(texts);
            }
            // Gone, or another document has taken its name.
            (Some(texts), _) => gone.push(missing(name, &texts)),
        }
    }
    faults.append(&mut gone);
    let files = VersionFiles::new(library);
    let works = homes.par_iter().filter_map(|(home, names)| Some((register.work(home)?, names)));
    faults.par_extend(works.flat_map_iter(|(work, names)| of_names(library, &files, work, names)));
}

/// The texts of a document that lie in the archive; `None` if nothing of it does any more.
fn archived<'h>(holdings: &'h Holdings, name: &'h str) -> Option<Texts<'h>> {
    let mut texts = None;
    for entry in holdings.history.of(name) {
        match &entry.event {
            Event::Begin { .. } => {}
            Event::Archive(kept) | Event::Withdraw(kept) => {
                let these = kept.texts.iter().map(|(id, text)| (id.as_str(), Archived { text, name, entry }));
                texts.get_or_insert_with(Texts::new).extend(these);
            }
            Event::Purge { .. } => texts = None,
        }
    }
    texts
}

fn fault(hint: &str, name: &str, day: &str) -> Fault {
    Fault::new(Code::Frozen).with("document", name).with("archived", day).with("hint", hint)
}

/// Nothing of the site is the document any more.
fn missing(name: &str, texts: &Texts) -> Fault {
    let day = texts.values().map(Archived::day).max().unwrap_or_default();
    fault("document", name, &day).at(&SitePath::new(content::FOLDER))
}

impl Archived<'_> {
    fn day(&self) -> String {
        sweden::day(self.entry.time).to_string()
    }

    fn fault(&self, hint: &str) -> Fault {
        fault(hint, self.name, &self.day())
    }
}

/// A document that was moved is archived under each of its names, and what it was under each holds. What is told of
/// several is told once.
fn of_names(library: &Library, files: &VersionFiles, work: &Work, names: &[Texts]) -> Vec<Fault> {
    let mut told: Vec<Fault> = Vec::new();
    let alike = |one: &Fault, other: &Fault| {
        one.place == other.place
            && ["version", "hint", "fact"].iter().all(|name| one.argument(name) == other.argument(name))
    };
    for fault in names.iter().flat_map(|texts| of_document(library, files, work, texts)) {
        match told.iter_mut().find(|before| alike(before, &fault)) {
            Some(before) => *before = fault,
            None => told.push(fault),
        }
    }
    told
}

fn of_document(library: &Library, files: &VersionFiles, work: &Work, texts: &Texts) -> Vec<Fault> {
    let document = &work.document;
    // Its text is not shown, or cannot be: other rules tell of that.
    if work.withdrawn(library.today) || !document.rivals.is_empty() {
        return Vec::new();
    }
    let judge = |(id, archived): (&&str, &Archived)| match version(document, id) {
        Some(version) if is_forgotten(version, archived.text) => {
            vec![archived.fault("correction").with("version", *id).at(&version.source)]
        }
        Some(version) if corrections(version) > archived.text.corrections => Vec::new(),
        Some(version) => {
            let reads = Reads { library, work, version };
            let is_changed =
                words(version) != archived.text.words && !reads.as_archived(TEXT, None, archived.text);
            let changed = is_changed.then(|| {
                let (start, end) = first_line(version);
                archived.fault("changed").with("version", *id).at_range(&version.source, start..end)
            });
            let facts = reads.changed_facts(archived.text).into_iter().map(|fact| {
                archived.fault("fact").with("version", *id).with("fact", fact).at(&version.source)
            });
            let files =
                changed_files(&files.of(version), archived, document).into_iter().map(|(file, length)| {
                    let source =
                        length.and_then(|_| files.at(&file)).map_or(&version.source, |(source, _)| source);
                    let hint = if length.is_some() { "file" } else { "no-file" };
                    archived.fault(hint).with("version", *id).with("file", file).at(source)
                });
            changed.into_iter().chain(facts).chain(files).collect()
        }
        None if is_unreadable(document, id) => Vec::new(),
        None => vec![archived.fault("version").with("version", *id).at(&document.source)],
    };
    texts.iter().flat_map(judge).collect()
}

/// Whether a version may be one of those whose facts cannot be read. That of a document in one file is named by them.
fn is_unreadable(document: &Document, id: &str) -> bool {
    document.unreadable.iter().any(|it| [id, UNDATED].contains(&it.id.as_str()))
}

/// A document that was removed by decision and is still there would be archived again.
fn purged(holdings: &Holdings, register: &Register, name: &str) -> Option<Fault> {
    let Some(Event::Purge { decision, .. }) = holdings.history.of(name).next_back().map(|entry| &entry.event)
    else {
        return None;
    };
    let work = register.work(&DocId::new(name)).filter(|work| decided(work).next().is_some());
    work.map(|work| fault("purged", name, decision).at(&work.document.source))
}

fn version<'a>(document: &'a Document, id: &str) -> Option<&'a Version> {
    document.versions.iter().find(|version| version.id.as_str() == id)
}

/// How many corrections of a text somebody answers for.
pub fn corrections(version: &Version) -> usize {
    version.corrections.iter().filter(|it| is_answered_for(it)).count()
}

/// Whether a correction says when the text was corrected, and who did it.
fn is_answered_for(correction: &Correction) -> bool {
    correction.date.is_some() && correction.by.is_some()
}

/// Whether a correction that was archived is no longer told of as it was.
fn is_forgotten(version: &Version, archived: &Text) -> bool {
    let now = facts(version);
    let mut told = archived.facts.keys().filter(|name| name.starts_with("correction/"));
    corrections(version) < archived.corrections || told.any(|name| !now.contains_key(name))
}

/// The digest of a text's words, as they stand in the source after the facts.
pub fn words(version: &Version) -> Sha512 {
    Sha512::of(version.body.markdown().as_bytes())
}

/// What names a version and the decision that it rests on, and its other forms, each as a short digest. What is not
/// stated is not there.
pub fn facts(version: &Version) -> BTreeMap<String, String> {
    let of_all = |told: &dyn Fn(&Decision) -> Option<String>| {
        version.adoptions().filter_map(told).collect::<Vec<_>>().join("; ")
    };
    let facts = [
        ("title", version.title.clone().unwrap_or_default()),
        ("date", of_all(&|decision| Some(decision.date?.ascii()))),
        ("body", of_all(&|decision| Some(decision.by.as_ref()?.name.clone()))),
        ("section", of_all(&|decision| decision.section.clone())),
        ("reference", of_all(&|decision| decision.reference.clone())),
    ];
    let stated = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let stated = stated.map(|(name, value)| (name.to_owned(), short(&value)));
    let variant = |it: &Variant| {
        let title = it.title.as_ref().map(|title| (format!("{}/title", form(it)), short(title)));
        std::iter::once((form(it), short(it.body.markdown()))).chain(title)
    };
    // Of these there may be several; each is there or not.
    let corrected = version.corrections.iter().filter(|it| is_answered_for(it));
    let day = |date: Option<Approx>| date.map(Approx::ascii).unwrap_or_default();
    let corrected = corrected.map(|it| {
        let by = it.by.as_deref().unwrap_or_default();
        ("correction", [&day(it.date), by, &it.what].join("; "))
    });
    let decided = version.decisions.iter().filter(|it| it.act != Act::Adopted);
    let decided = decided.map(|it| {
        let until = match &it.until {
            Some(Moment::Date(date)) => date.ascii(),
            Some(Moment::Words(words)) => words.clone(),
            None => String::new(),
        };
        ("decision", [it.act.slug(), &day(it.date), &until].join("; "))
    });
    let several =
        corrected.chain(decided).map(|(name, told)| (format!("{name}/{}", short(&told)), short(&told)));
    stated.chain(version.variants.iter().flat_map(variant)).chain(several).collect()
}

/// What another form of a text is called.
pub fn form(variant: &Variant) -> String {
    format!("variant/{}", variant.tag)
}

/// A short digest.
pub fn short(value: &str) -> String {
    let mut digest = Sha512::of(value.as_bytes()).to_string();
    digest.truncate(FACT);
    digest
}

/// A version as readers have it.
struct Reads<'a> {
    library: &'a Library,
    work: &'a Work,
    version: &'a Version,
}

impl Reads<'_> {
    /// Whether a text that is written in another way is shown as it was archived: a link that leads where it led.
    fn as_archived(&self, form: &str, variant: Option<&Variant>, archived: &Text) -> bool {
        let page = version_page(self.library, self.work, self.version, variant);
        let Recipe::Page { text: Some(text), .. } = &page.recipe else { return false };
        let (shown, html) = (archived.shown.get(form), body(self.library, text).html);
        // Where it led to a document that was renamed since, it had that one's former id.
        let renamed = self.library.holdings.iter().flat_map(Holdings::renamed);
        let former = renamed.fold(html.clone(), |html, (name, home)| {
            html.replace(&format!("/{home}/"), &format!("/{name}/"))
        });
        shown == Some(&short(&html)) || shown == Some(&short(&former))
    }

    /// The facts that are no longer as they were archived; what was not stated then may be added.
    fn changed_facts<'t>(&self, archived: &'t Text) -> Vec<&'t str> {
        let now = facts(self.version);
        let is_alike = |name: &str| {
            let variant = self.version.variants.iter().find(|it| form(it) == name);
            variant.is_some_and(|variant| self.as_archived(name, Some(variant), archived))
        };
        let changed = archived.facts.iter().filter(|(name, value)| now.get(*name) != Some(*value));
        let changed = changed.filter(|(name, _)| !is_alike(name));
        // Of forms and decisions there may be several: the first part of a name says what it is.
        changed.map(|(name, _)| name.split('/').next().unwrap_or_default()).collect()
    }
}

/// The files that are no longer as long as they were archived, each with its length today, if it is there at all.
/// What is as long and yet another is found when it is archived.
fn changed_files(
    now: &BTreeMap<&str, &Attachment>,
    archived: &Archived,
    document: &Document,
) -> Vec<(String, Option<u64>)> {
    let changed = archived.text.files.iter().filter_map(|(path, length)| {
        let path = moved(path, archived.name, document.id.as_str());
        let today = now.get(path.as_str()).map(|file| file.length);
        (today != Some(*length)).then_some((path, today))
    });
    changed.collect()
}

/// Where a file stands that stood at a path when its document had another id.
pub fn moved(path: &str, from: &str, to: &str) -> String {
    let own = path.strip_prefix("dokument/").and_then(|rest| rest.strip_prefix(from)?.strip_prefix('/'));
    own.map_or_else(|| path.to_owned(), |own| format!("dokument/{to}/{own}"))
}

/// The first line of a text, in its file.
fn first_line(version: &Version) -> (usize, usize) {
    let text = version.body.markdown();
    let start = version.body.start + (text.len() - text.trim_start().len());
    let line = version.body.file.as_str()[start..].lines().next().unwrap_or_default();
    (start, start + line.len())
}
