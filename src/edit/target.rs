//! Which document and version somebody means, by whatever they have at hand: its name, a file, an
//! address of the site, a name that it had before, or its title.

use std::collections::BTreeSet;

use crate::base::date::Date;
use crate::base::fault::nearest;
use crate::base::path::SitePath;
use crate::base::snapshot::Snapshot;
use crate::model::config::Config;
use crate::model::id::DocId;
use crate::model::register::{Register, Work};

/// How many documents are offered where none fits.
const OFFERED: usize = 5;

/// What an edit may know of the site.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// Its files.
    pub snapshot: &'a Snapshot,
    /// Its settings.
    pub config: &'a Config,
    /// What is published.
    pub register: &'a Register,
    /// The files of drafts.
    pub drafts: &'a BTreeSet<SitePath>,
    /// The day it is.
    pub today: Date,
}

/// What is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The document.
    pub id: DocId,
    /// The version, if one was named.
    pub version: Option<String>,
    /// Whether it was named as it was called before.
    pub by_old_name: bool,
}

/// Nothing was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfound {
    /// It is a draft: nobody has decided anything about it yet.
    Draft,
    /// These are near.
    Nothing(Vec<DocId>),
}

/// Finds a document, and the version if the text names one: `it-policy`, `it-policy/2014-04-09`,
/// `content/it-policy/2014-04-09.md`, `https://…/dokument/it-policy/`, `IT-policy`.
///
/// # Errors
/// What there is instead.
pub fn find(site: Site, text: &str) -> Result<Target, Unfound> {
    let text = text.trim().replace('\\', "/");
    let path = place(site, &text);
    if let Some(below) = path.strip_prefix("content/") {
        return by_file(site, &path).or_else(|| by_name(site, below.trim_end_matches(".md"))).ok_or_else(
            || {
                if is_draft(site, &path) { Unfound::Draft } else { Unfound::Nothing(near(site, stem(&path))) }
            },
        );
    }
    let name = path.strip_prefix("dokument/").unwrap_or(&path);
    by_name(site, name).or_else(|| by_title(site, &text)).ok_or_else(|| {
        let drafts = site.drafts.iter().any(|draft| names(draft, name));
        if drafts { Unfound::Draft } else { Unfound::Nothing(near(site, &text)) }
    })
}

/// An address or a path without what stands before the site's own part of it.
fn place(site: Site, text: &str) -> String {
    let base = site.config.base_url.as_ref().and_then(|base| text.strip_prefix(base.url.as_str()));
    let path = base.unwrap_or(text);
    let path = match path.split_once("://") {
        Some((_, rest)) => rest.find("/dokument/").map_or(rest, |at| &rest[at..]),
        None => path,
    };
    let path = path.trim_start_matches("./").trim_matches('/').trim_end_matches("/index.html");
    // A whole path on the disk leads here too.
    match path.rfind("/content/") {
        Some(at) => path[at + 1..].to_owned(),
        None => path.to_owned(),
    }
}

fn by_file(site: Site, path: &str) -> Option<Target> {
    site.register.works().find_map(|work| {
        let document = &work.document;
        let target = |version| Some(Target { id: document.id.clone(), version, by_old_name: false });
        let is_source = |source: &SitePath| source.as_str() == path;
        let own = document.versions.iter().find(|version| {
            is_source(&version.source) || version.variants.iter().any(|variant| is_source(&variant.source))
        });
        if let Some(version) = own {
            return target(Some(version.id.as_str().to_owned()));
        }
        if let Some(unreadable) = document.unreadable.iter().find(|it| it.source.as_str() == path) {
            return target(Some(unreadable.id.as_str().to_owned()));
        }
        let folder = document.versions.first().map_or(&document.source, |it| &it.source).folder();
        let is_folder = folder == path && path.ends_with(&format!("/{}", document.id));
        if document.source.as_str() == path || is_folder { target(None) } else { None }
    })
}

fn by_name(site: Site, name: &str) -> Option<Target> {
    let (document, version) = name.split_once('/').map_or((name, None), |(id, version)| (id, Some(version)));
    let version = version.and_then(|it| it.split('/').next()).map(str::to_owned);
    let wanted = document.to_lowercase();
    if let Some(work) = site.register.work(&DocId::new(&wanted)) {
        return Some(Target { id: work.document.id.clone(), version, by_old_name: false });
    }
    let has_alias = |work: &&Work| {
        work.document.aliases.iter().any(|alias| {
            let alias = alias.trim_matches('/');
            alias == wanted || alias == name || alias.strip_prefix("dokument/") == Some(&wanted)
        })
    };
    let work = site.register.works().find(has_alias)?;
    Some(Target { id: work.document.id.clone(), version, by_old_name: true })
}

fn by_title(site: Site, text: &str) -> Option<Target> {
    let mut having = site.register.works().filter(|work| {
        title(work, site.today).is_some_and(|title| title.to_lowercase() == text.to_lowercase())
    });
    let only = having.next().filter(|_| having.next().is_none())?;
    Some(Target { id: only.document.id.clone(), version: None, by_old_name: false })
}

fn is_draft(site: Site, path: &str) -> bool {
    site.drafts.iter().any(|draft| draft.as_str() == path || draft.folder() == path)
}

/// Whether a file is the document of a name, or one of its versions.
fn names(draft: &SitePath, name: &str) -> bool {
    let folder = draft.folder().rsplit('/').next().unwrap_or_default();
    draft.stem() == name || folder == name || format!("{folder}/{}", draft.stem()) == name
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}

fn title(work: &Work, day: Date) -> Option<&str> {
    work.shown(day)?.0.title.as_deref()
}

/// The documents whose names or titles hold the text, or are nearly it.
fn near(site: Site, text: &str) -> Vec<DocId> {
    let wanted = text.to_lowercase();
    let named: Vec<(&DocId, [&str; 2])> = site
        .register
        .works()
        .map(|work| {
            let id = &work.document.id;
            (id, [id.as_str(), title(work, site.today).unwrap_or_default()])
        })
        .collect();
    let likest = nearest(text, named.iter().flat_map(|(_, names)| *names));
    let likest = named.iter().filter(|(_, names)| likest.is_some_and(|it| names.contains(&it)));
    let holding = named
        .iter()
        .filter(|(_, names)| wanted.len() > 2 && names.iter().any(|it| it.to_lowercase().contains(&wanted)));
    let mut near: Vec<DocId> = Vec::new();
    for (id, _) in likest.chain(holding) {
        if !near.contains(id) {
            near.push((*id).clone());
        }
    }
    near.truncate(OFFERED);
    near
}
