//! Where the links of a text lead: to a version by its file, to a document by its id,
//! to an attachment, to a page of this site, or out of it.

use crate::base::fault::{Code, Fault, nearest};
use crate::base::path::SitePath;
use crate::model::address::{Address, STATEMENT, decode, encode};
use crate::model::content::{FOLDER, PAGES};
use crate::model::id::{BodyId, DocId, TypeId};
use crate::render::exchange::{Link, LinkUse};
use crate::site::library::{Library, Text};
use crate::site::pairs::pairs;
use crate::site::resolved::Resolved;

/// Resolves all links of a text. What leads nowhere is a fault and becomes plain text.
pub fn resolve(library: &Library, text: &Text, faults: &mut Vec<Fault>) -> Vec<Resolved> {
    let Text { source, body, .. } = *text;
    let Some(found) = library.leads.scan(source) else { return Vec::new() };
    let shift = |range: &std::ops::Range<usize>| range.start + body.start..range.end + body.start;
    for fault in &found.faults {
        let mut placed = Fault::new(fault.code).at_range(source, shift(&fault.range));
        placed.arguments.clone_from(&fault.arguments);
        faults.push(placed);
    }
    found
        .links
        .iter()
        .map(|link| {
            if let Some(anchor) = link.target.strip_prefix('#') {
                let anchor = decode(anchor);
                let known = library.leads.anchors(source);
                if anchor.is_empty() || known.is_some_and(|known| known.contains(&anchor)) {
                    return Resolved::AsWritten(link.target.clone());
                }
                let near = nearest(&anchor, known.into_iter().flatten().map(String::as_str));
                faults.push(nowhere(Code::FragmentNowhere, link, near).at_range(source, shift(&link.range)));
                return Resolved::Plain;
            }
            one(library, source, link).unwrap_or_else(|fault| {
                faults.extend(fault.map(|fault| fault.at_range(source, shift(&link.range))));
                Resolved::Plain
            })
        })
        .collect()
}

fn nowhere(code: Code, link: &Link, near: Option<&str>) -> Fault {
    let fault = Fault::new(code).with("target", &link.target);
    match near {
        Some(near) => fault.with("nearest", near),
        None => fault,
    }
}

/// Resolves one link. `Err(None)`: the text's own scan, or the file, has said what is wrong.
fn one(library: &Library, source: &SitePath, link: &Link) -> Result<Resolved, Option<Fault>> {
    if let Some(scheme) = scheme(&link.target) {
        let safe = ["http", "https", "mailto", "tel"].contains(&scheme.as_str());
        return match link.usage {
            _ if !safe => Err(None),
            LinkUse::Link => Ok(Resolved::AsWritten(link.target.clone())),
            // Another host's image would be fetched by every reader's browser.
            LinkUse::Image => Err(Some(nowhere(Code::MissingFile, link, None))),
        };
    }
    let (path, fragment) = link.target.split_once('#').unwrap_or((&link.target, ""));
    let path = decode(path);
    if link.usage == LinkUse::Image {
        return image(library, source, link, &path);
    }
    inside(library, source, link, &path, fragment)
}

fn image(library: &Library, source: &SitePath, link: &Link, path: &str) -> Result<Resolved, Option<Fault>> {
    let file = source.join(path).ok_or_else(|| nowhere(Code::LinkOutside, link, None))?;
    if library.refused.contains(&file) {
        return Err(None);
    }
    if let Some(attachment) = library.attachments.get(&file) {
        Ok(Resolved::Image { address: attachment.address.clone(), size: attachment.dimensions })
    } else {
        let beside = library.attachments.keys().map(SitePath::file_name);
        Err(Some(nowhere(Code::MissingFile, link, nearest(file.file_name(), beside))))
    }
}

/// A link within the site: a path below its root, a file, or a document's id.
fn inside(
    library: &Library,
    source: &SitePath,
    link: &Link,
    path: &str,
    fragment: &str,
) -> Result<Resolved, Option<Fault>> {
    if let Some(below_root) = path.strip_prefix('/') {
        return rooted(library, link, below_root, fragment).map_err(Some);
    }
    let file = source.join(path);
    if let Some(file) = &file {
        if library.refused.contains(file) {
            return Err(None);
        }
        if library.drafts.contains(file) {
            return Err(Some(nowhere(Code::LinkToDraft, link, None)));
        }
        if let Some(address) = library.addresses.get(file) {
            return with_fragment(library, link, address.clone(), fragment).map_err(Some);
        }
        if let Some(attachment) = library.attachments.get(file) {
            return Ok(Resolved::Inside { address: attachment.address.clone(), fragment: String::new() });
        }
    }
    // A folder of a document, or the bare id of one, with or without a version.
    let folder =
        file.as_ref().map(|file| file.as_str().trim_start_matches(FOLDER).trim_matches('/').to_owned());
    for candidate in [Some(path.trim_matches('/').to_owned()), folder].into_iter().flatten() {
        let last_two: Vec<&str> = candidate.rsplitn(3, '/').collect();
        let (document, version) = match last_two.as_slice() {
            [id] | [id, ..] if library.register.work(&DocId::new(id)).is_some() => (DocId::new(id), None),
            [version, id, ..] => (DocId::new(id), Some(*version)),
            _ => continue,
        };
        if library.draft_documents.contains(&document) {
            return Err(Some(nowhere(Code::LinkToDraft, link, None)));
        }
        let Some(work) = library.register.work(&document) else { continue };
        let address = match version {
            None => Address::Document(document),
            Some(version) => match work.versions().find(|(it, _)| it.id.as_str() == version) {
                Some((it, _)) => Address::Version(document, it.id.clone()),
                None => continue,
            },
        };
        return with_fragment(library, link, address, fragment).map_err(Some);
    }
    let draft = DocId::new(path.trim_matches('/'));
    if library.draft_documents.contains(&draft) {
        return Err(Some(nowhere(Code::LinkToDraft, link, None)));
    }
    if file.is_none() {
        return Err(Some(nowhere(Code::LinkOutside, link, None)));
    }
    Err(Some(nowhere(Code::LinkNowhere, link, near_target(library, path))))
}

/// What a misspelt link may have meant: an id, or a file by its name.
fn near_target<'a>(library: &'a Library, path: &str) -> Option<&'a str> {
    let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or(path);
    let ids = library.register.works().map(|work| work.document.id.as_str());
    let files = library.addresses.keys().chain(library.attachments.keys()).map(SitePath::file_name);
    nearest(name.trim_end_matches(".md"), ids).or_else(|| nearest(name, files))
}

/// `/dokument/x/`, as it stands in the finished site.
fn rooted(library: &Library, link: &Link, path: &str, fragment: &str) -> Result<Resolved, Fault> {
    let path = path.strip_suffix("index.html").unwrap_or(path);
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    let is_draft = match segments.as_slice() {
        ["dokument", id, ..] => library.draft_documents.contains(&DocId::new(id)),
        [name] => library.drafts.iter().any(|it| it.as_str().starts_with(PAGES) && it.stem() == *name),
        _ => false,
    };
    match place(library, &segments) {
        Some(address) => with_fragment(library, link, address, fragment),
        None if is_draft => Err(nowhere(Code::LinkToDraft, link, None)),
        None => Err(nowhere(Code::LinkNowhere, link, near_target(library, path))),
    }
}

/// The place at an address of the finished site, by its segments.
fn place(library: &Library, segments: &[&str]) -> Option<Address> {
    let file = Address::File(segments.join("/"));
    if library.attachments.values().any(|attachment| attachment.address == file) {
        return Some(file);
    }
    match segments {
        [""] => Some(Address::Start),
        ["dokument"] => Some(Address::Register),
        ["oversikt"] => Some(Address::Overview),
        ["tidslinje"] => Some(Address::Timeline),
        ["dokument", id] => library.register.work(&DocId::new(id)).map(|_| Address::Document(DocId::new(id))),
        ["dokument", id, "arkiv"] => {
            let id = DocId::new(id);
            library.archive()?.knows(&id).then_some(Address::DocumentArchive(id))
        }
        ["dokument", id, version] => {
            let work = library.register.work(&DocId::new(id))?;
            let (version, _) = work.versions().find(|(it, _)| it.id.as_str() == *version)?;
            Some(Address::Version(DocId::new(id), version.id.clone()))
        }
        ["dokument", id, "jamfor", _] => {
            let work = library.register.work(&DocId::new(id))?;
            let addresses = pairs(&library.register, work).into_iter().map(|pair| pair.address());
            let path = segments.join("/") + "/";
            addresses.into_iter().find(|address| address.path() == path)
        }
        ["arkiv"] => library.archive().map(|_| Address::Archive),
        ["organ", id] => library.config.body(&BodyId::new(id)).map(|body| Address::Body(body.id.clone())),
        ["typ", id] => library.config.kind(&TypeId::new(id)).map(|kind| Address::Kind(kind.id.clone())),
        ["amne", slug] => library.subjects.contains_key(*slug).then(|| Address::Subject((*slug).into())),
        ["beslut", body, date] => {
            let day = (BodyId::new(body), (*date).to_owned());
            library.decision_days.contains_key(&day).then(|| Address::Decision(day.0.to_string(), day.1))
        }
        [name] => {
            let known = (*name == STATEMENT && library.config.statement.is_some())
                || library.pages.iter().any(|page| page.name == *name)
                || library.unreadable_pages.iter().any(|(page, _)| page == name);
            known.then(|| Address::Plain((*name).into()))
        }
        _ => None,
    }
}

/// An anchor must be a heading of the text that will be shown there.
fn with_fragment(
    library: &Library,
    link: &Link,
    address: Address,
    fragment: &str,
) -> Result<Resolved, Fault> {
    if fragment.is_empty() {
        return Ok(Resolved::Inside { address, fragment: String::new() });
    }
    let wanted = decode(fragment);
    let known = library.source_of(&address).and_then(|source| library.leads.anchors(source));
    if known.is_some_and(|known| known.contains(&wanted)) {
        return Ok(Resolved::Inside { address, fragment: format!("#{}", encode(&wanted)) });
    }
    let near = nearest(&wanted, known.into_iter().flatten().map(String::as_str));
    Err(nowhere(Code::FragmentNowhere, link, near))
}

/// The scheme of an address, in lower case, read as a browser reads it.
fn scheme(target: &str) -> Option<String> {
    let (scheme, _) = target.split_once(':')?;
    let scheme: String =
        scheme.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
    let is_scheme = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    is_scheme.then(|| scheme.to_lowercase())
}
