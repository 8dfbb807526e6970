//! Which faults are told on which page: those of the files that it is made from.

use std::collections::BTreeSet;

use crate::base::fault::{Fault, Severity};
use crate::base::path::SitePath;
use crate::model::address::STATEMENT;
use crate::model::config;
use crate::model::content;
use crate::model::id::DocId;
use crate::model::register::Work;
use crate::site::library::Library;

/// Where themes lie.
const THEMES: &str = "themes/";

/// The faults that concern a page of the website, by its path there.
pub fn concerning(faults: &[Fault], library: &Library, page: &str) -> Vec<Fault> {
    let files = files(library, page);
    let concerns = |fault: &&Fault| match &fault.place {
        // Every page wears the theme.
        Some(place) => files.contains(&place.path) || place.path.as_str().starts_with(THEMES),
        None => page == "index.html",
    };
    faults.iter().filter(concerns).cloned().collect()
}

/// The faults that keep a site from being made: those of settings and theme, or else of texts; or all, if none
/// of them says that it does.
pub fn hindering(faults: &[Fault]) -> Vec<Fault> {
    let is_error = |fault: &&Fault| fault.code.severity() == Severity::Error;
    let of_text = |fault: &Fault| fault.place.as_ref().is_some_and(|place| content::holds(&place.path));
    let errors: Vec<Fault> = faults.iter().filter(is_error).cloned().collect();
    let of_site: Vec<Fault> = errors.iter().filter(|fault| !of_text(fault)).cloned().collect();
    let first = [of_site, errors].into_iter().find(|some| !some.is_empty());
    first.unwrap_or_else(|| faults.to_vec())
}

/// The files that a page is made from, as far as somebody writes in them.
fn files(library: &Library, page: &str) -> BTreeSet<SitePath> {
    let settings = || BTreeSet::from([SitePath::new(config::FILE)]);
    let address = page.strip_suffix("/index.html").unwrap_or(page);
    let mut segments = address.split('/');
    match (segments.next(), segments.next()) {
        (Some("index.html"), None) => settings(),
        (Some("dokument"), Some(id)) => match library.register.work(&DocId::new(id)) {
            Some(work) => of_document(library, work, &segments.collect::<Vec<_>>()),
            None => BTreeSet::new(),
        },
        (Some(name), None) => {
            let mut files = if name == STATEMENT { settings() } else { BTreeSet::new() };
            let pages = library.pages.iter().map(|page| (&page.name, &page.source));
            let unreadable = library.unreadable_pages.iter().map(|(name, source)| (name, source));
            let own = pages.chain(unreadable).filter(|(its, _)| *its == name);
            files.extend(own.map(|(_, source)| source.clone()));
            files
        }
        _ => BTreeSet::new(),
    }
}

/// A document's own page tells of all its versions; a page below it of those that it names.
fn of_document(library: &Library, work: &Work, below: &[&str]) -> BTreeSet<SitePath> {
    let document = &work.document;
    let named =
        |id: &str| below.is_empty() || below.iter().any(|segment| segment.split("--").any(|part| part == id));
    let versions = document.versions.iter().filter(|version| named(version.id.as_str()));
    let sources = versions.flat_map(|version| {
        [&version.source].into_iter().chain(version.variants.iter().map(|it| &it.source))
    });
    let unreadable = document.unreadable.iter().filter(|it| named(it.id.as_str())).map(|it| &it.source);
    let mut files: BTreeSet<SitePath> = sources.chain(unreadable).chain(&document.rivals).cloned().collect();
    files.insert(document.source.clone());
    // An older text of another document, which this one took the place of.
    for id in below.iter().flat_map(|segment| segment.split("--")) {
        files.extend(library.register.work(&DocId::new(id)).map(|work| work.document.source.clone()));
    }
    // Translations of the text that is shown stand at a word of their own.
    if let [tag] = below
        && let Some((version, _)) = work.shown(library.today)
    {
        let variant = version.variants.iter().find(|variant| variant.tag == *tag);
        files.extend(variant.map(|variant| variant.source.clone()));
    }
    files
}
