//! From files to documents: which files are versions, variants, plain pages and
//! attachments, by where they stand and what they are called.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::base::snapshot::{Snapshot, Source};
use crate::base::text::Text;
use crate::model::assemble::{self, Assembled};
use crate::model::config::Config;
use crate::model::document::{Document, PlainPage};
use crate::model::front_matter::{self, Parsed, Part};
use crate::model::id::{DocId, RESERVED_DOCUMENTS, is_id, is_language, slug};
use crate::model::item::{Group, Item, is_version_name};

/// Where documents lie.
pub const FOLDER: &str = "content";
/// Where plain pages lie: below this.
pub const PAGES: &str = "content/sidor/";
/// The name of the file that tells of a whole document.
pub const INDEX: &str = "index";
/// The tag of a text in easy Swedish.
pub const EASY: &str = "lattlast";

/// All that the content folder holds.
#[derive(Debug, Default)]
pub struct Content {
    /// The documents by id.
    pub documents: BTreeMap<DocId, Document>,
    /// The plain pages.
    pub pages: Vec<PlainPage>,
    /// Plain pages whose facts could not be read: name and file.
    pub unreadable_pages: Vec<(String, SitePath)>,
    /// The files that are copied as they are, with the document in whose folder they lie.
    pub attachments: BTreeMap<SitePath, Option<Owner>>,
    /// Files that may not be copied: a fault at the file says so, none at the links to it.
    pub refused: BTreeSet<SitePath>,
    /// Source files of drafts that are left out: a link to one is plain text.
    pub drafts: BTreeSet<SitePath>,
    /// Documents of which only drafts exist.
    pub draft_documents: BTreeSet<DocId>,
}

/// The document that a file belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The document.
    pub id: DocId,
    /// Its folder.
    pub folder: String,
}

/// The files of each document, by the path that names it and whether that is a folder.
type Groups<'a> = BTreeMap<(String, bool), Group<'a>>;

/// Whether a file lies in the content folder.
pub fn holds(path: &SitePath) -> bool {
    path.as_str().strip_prefix(FOLDER).is_some_and(|below| below.starts_with('/'))
}

/// Reads the content folder. Every fault is gathered; no text is dropped in silence.
pub fn read(snapshot: &Snapshot, config: &Config, drafts: bool, faults: &mut Vec<Fault>) -> Content {
    let mut content = Content::default();
    let mut markdown = Vec::new();
    for (path, source) in snapshot.below(FOLDER) {
        match source {
            Source::Text(text) => markdown.push((path, Ok(text))),
            Source::Asset(asset) => match misplaced(path) {
                Some(hint) => faults.push(Fault::new(Code::StrayFile).at(path).with("hint", hint)),
                None if asset.scripted => {
                    faults.push(Fault::new(Code::UnsafeFile).at(path));
                    content.refused.insert(path.clone());
                }
                None => {
                    content.attachments.insert(path.clone(), None);
                }
            },
            // A text that could not be read keeps its address, where a page says so.
            Source::Unreadable(reason) if path.extension().as_deref() == Some("md") => {
                markdown.push((path, Err(reason)));
            }
            Source::Unreadable(reason) => faults.push(reason.fault(path)),
        }
    }
    let folders = document_folders(markdown.iter().map(|(path, _)| *path));
    let read: Vec<(Item, Vec<Fault>)> = markdown
        .into_par_iter()
        .map(|(path, source)| {
            let mut faults = Vec::new();
            let (name, tag) = path.stem().split_once('.').map_or((path.stem(), None), |(n, t)| (n, Some(t)));
            let (text, parsed) = match source {
                Ok(text) => {
                    let part = part(path, name, &folders);
                    (text.clone(), front_matter::read(path, text.as_str(), part, &mut faults))
                }
                Err(reason) => {
                    faults.push(reason.fault(path));
                    (Text::new(""), Parsed { front: None, body: 0 })
                }
            };
            (Item { path, text, name, tag, parsed }, faults)
        })
        .collect();
    let mut groups: Groups = BTreeMap::new();
    for (item, found) in read {
        faults.extend(found);
        if item.path.as_str().starts_with(PAGES) {
            content.drafts.extend(is_left_out(&item, drafts).then(|| item.path.clone()));
            if item.parsed.front.is_none() && is_id(item.name) {
                content.unreadable_pages.push((item.name.to_owned(), item.path.clone()));
            }
            content.pages.extend(assemble::page(&item, drafts, faults));
        } else {
            place(&mut groups, item, &folders, faults);
        }
    }
    own_attachments(&mut content.attachments, &folders);
    for ((home, _), group) in groups {
        let id = document_id(&home, group.items.first().or(group.index.as_ref()).map(|it| it.path), faults);
        check_index(&group, faults);
        let mut assembled = Assembled::default();
        let document = assemble::document(id.clone(), group, config, drafts, &mut assembled, faults);
        content.drafts.append(&mut assembled.drafts);
        match document {
            Some(document) => insert(&mut content.documents, document, faults),
            None if assembled.has_drafts => {
                content.draft_documents.insert(id);
            }
            None => {}
        }
    }
    content.draft_documents.retain(|id| !content.documents.contains_key(id));
    // What lies beside a draft is as little decided as the draft.
    content
        .attachments
        .retain(|_, owner| owner.as_ref().is_none_or(|owner| !content.draft_documents.contains(&owner.id)));
    content
}

fn is_left_out(item: &Item, drafts: bool) -> bool {
    !drafts && item.parsed.front.as_ref().is_some_and(|front| front.draft)
}

/// The folders that hold one document's versions: those with an `index.md`, or with a file
/// that is named as a version is. Other folders only keep documents in order.
pub fn document_folders<'a>(paths: impl Iterator<Item = &'a SitePath>) -> BTreeSet<String> {
    paths
        .filter(|path| path.folder() != FOLDER && !path.as_str().starts_with(PAGES))
        .filter(|path| {
            let name = path.stem().split('.').next().unwrap_or("");
            name == INDEX || is_version_name(name)
        })
        .map(|path| path.folder().to_owned())
        .collect()
}

fn part(path: &SitePath, name: &str, folders: &BTreeSet<String>) -> Part {
    if path.as_str().starts_with(PAGES) {
        Part::Page
    } else if !folders.contains(path.folder()) {
        Part::Single
    } else if name == INDEX {
        Part::Document
    } else {
        Part::Version
    }
}

/// What is no attachment: a text under the wrong name, or a page that would run as the site's own.
fn misplaced(path: &SitePath) -> Option<&'static str> {
    let name = path.file_name().to_lowercase();
    match path.extension()?.as_str() {
        "markdown" | "mdown" | "mkd" => Some("markdown"),
        "txt" if name.ends_with(".md.txt") => Some("markdown"),
        "html" | "htm" | "xhtml" | "xht" | "shtml" | "mhtml" | "mht" => Some("html"),
        _ => None,
    }
}

/// Puts a file with the others of its document.
fn place<'a>(groups: &mut Groups<'a>, item: Item<'a>, folders: &BTreeSet<String>, faults: &mut Vec<Fault>) {
    if let Some(tag) = item.tag.filter(|tag| *tag != EASY && !is_language(tag)) {
        faults.push(
            Fault::new(Code::BadId)
                .at(item.path)
                .with("id", format!("{}.{tag}", item.name))
                .with("hint", "language"),
        );
    }
    let folder = item.path.folder();
    let own = folders.contains(folder);
    let home = if own { folder.to_owned() } else { format!("{folder}/{}", item.name) };
    // `a.md` beside a folder `a/` is another document that claims the same id.
    let group = groups.entry((home, own)).or_default();
    group.folder = own;
    if own && item.name == INDEX && item.tag.is_none() {
        group.index = Some(item);
    } else {
        group.items.push(item);
    }
}

/// Files that no day names, beside an `index.md`, are hardly versions of one document.
fn check_index(group: &Group, faults: &mut Vec<Fault>) {
    let Some(index) = &group.index else { return };
    let mains = || group.items.iter().filter(|item| item.tag.is_none());
    if mains().count() > 1 && !mains().any(|item| is_version_name(item.name)) {
        faults.push(Fault::new(Code::StrayFile).at(index.path).with("hint", "index"));
    }
}

/// The id that a file's or folder's name gives; a name that cannot be one is a fault, and its
/// nearest id is used so that the text still has an address.
fn document_id(home: &str, at: Option<&SitePath>, faults: &mut Vec<Fault>) -> DocId {
    let name = home.rsplit('/').next().unwrap_or(home);
    let place = |fault: Fault| match at {
        Some(path) => fault.at(path),
        None => fault,
    };
    if RESERVED_DOCUMENTS.contains(&name) {
        faults.push(place(Fault::new(Code::ReservedName).with("name", name)));
        return DocId::new(&format!("dokument-{name}"));
    }
    if is_id(name) {
        return DocId::new(name);
    }
    let suggestion = Some(slug(name)).filter(|slug| is_id(slug)).unwrap_or_else(|| "dokument".into());
    faults.push(place(Fault::new(Code::BadId).with("id", name).with("nearest", &suggestion)));
    DocId::new(&suggestion)
}

fn insert(documents: &mut BTreeMap<DocId, Document>, document: Document, faults: &mut Vec<Fault>) {
    match documents.get_mut(&document.id) {
        Some(first) => {
            faults.push(
                Fault::new(Code::DoubleId)
                    .at(&document.source)
                    .with("id", document.id.as_str())
                    .with("other", first.source.as_str()),
            );
            first.rivals.push(document.source);
        }
        None => {
            documents.insert(document.id.clone(), document);
        }
    }
}

/// An attachment belongs to the document in whose folder, or in a folder of whose, it lies.
fn own_attachments(attachments: &mut BTreeMap<SitePath, Option<Owner>>, folders: &BTreeSet<String>) {
    for (path, owner) in attachments.iter_mut() {
        let mut folder = path.folder();
        while folder.len() > FOLDER.len() {
            if folders.contains(folder) {
                let name = folder.rsplit('/').next().unwrap_or(folder);
                *owner = is_id(name).then(|| Owner { id: DocId::new(name), folder: folder.to_owned() });
                break;
            }
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        }
    }
}
