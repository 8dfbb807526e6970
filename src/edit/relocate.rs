//! A document in one file gets a folder of its own. Its addresses stay, and every link that leads
//! to it, or from it, keeps leading where it led.

use std::collections::BTreeMap;

use crate::base::path::SitePath;
use crate::base::snapshot::{Snapshot, Source};
use crate::edit::change::Change;
use crate::edit::head::Head;
use crate::model::address::decode;
use crate::model::content::FOLDER;
use crate::model::document::Document;
use crate::model::front_matter::{self, Part};
use crate::model::keys;
use crate::model::version::Version;
use crate::render::exchange::{Link, LinkUse};
use crate::render::markdown::scan;

/// Why a document cannot get a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stuck {
    /// Another text lies in the folder that would become the document's.
    FolderTaken(SitePath),
    /// The facts of a file cannot be read.
    Unreadable(SitePath),
    /// A link is written in a way that only its author can change.
    Link {
        /// The file that it stands in.
        path: SitePath,
        /// Where it leads.
        target: String,
    },
}

/// The folder that a document in one file would get.
pub fn home(version: &Version) -> String {
    format!("{}/{}", version.source.folder(), name(&version.source))
}

/// A file's name up to its first dot.
fn name(path: &SitePath) -> &str {
    path.stem().split('.').next().unwrap_or_default()
}

/// Moves a document's only version, and its variants, into a folder.
///
/// # Errors
/// Why it cannot be moved.
pub fn into_folder(
    snapshot: &Snapshot,
    document: &Document,
    version: &Version,
) -> Result<Vec<Change>, Stuck> {
    let home = home(version);
    let moving = Moving { snapshot, document, version, home: &home };
    let taken = snapshot.below(&home).find(|(path, _)| path.folder() == home && is_text(path));
    if let Some((path, _)) = taken {
        return Err(Stuck::FolderTaken(path.clone()));
    }
    let mut changes = Vec::new();
    // A document's name leads to it before the move and after: those links are turned first.
    let mut later = Vec::new();
    for (path, text) in moving.texts() {
        let new = moving.rewritten(path, text)?;
        let target = moving.target(path);
        if let Some(to) = &target {
            changes.push(Change::Move { from: path.clone(), to: to.clone() });
        }
        // Before they are taken from the version's file: a run that is killed in between loses nothing.
        if !new.of_document.is_empty() {
            let text = format!("{fence}\n{}{fence}\n", new.of_document, fence = front_matter::FENCE);
            later.push(Change::Create { path: SitePath::new(&format!("{home}/index.md")), text });
        }
        if new.text != text {
            let rewrite = Change::Rewrite { path: target.clone().unwrap_or(path.clone()), text: new.text };
            if target.is_none() && !new.by_path {
                changes.insert(0, rewrite);
            } else {
                later.push(rewrite);
            }
        }
    }
    changes.append(&mut later);
    Ok(changes)
}

fn is_text(path: &SitePath) -> bool {
    path.extension().as_deref() == Some("md")
}

/// A text after the move.
struct Rewritten {
    text: String,
    /// It links to a file that moves, by its new path.
    by_path: bool,
    /// The facts that belong to the document rather than to its version, as TOML.
    of_document: String,
}

struct Moving<'a> {
    snapshot: &'a Snapshot,
    document: &'a Document,
    version: &'a Version,
    home: &'a str,
}

impl Moving<'_> {
    fn texts(&self) -> impl Iterator<Item = (&SitePath, &str)> {
        self.snapshot.below(FOLDER).filter_map(|(path, source)| match source {
            Source::Text(text) => Some((path, text.as_str())),
            Source::Asset(_) | Source::Unreadable(_) => None,
        })
    }

    /// Where a file goes, if it is the version or one of its variants.
    fn target(&self, path: &SitePath) -> Option<SitePath> {
        let own = &self.version.source;
        let moves = path.folder() == own.folder() && name(path) == name(own) && is_text(path);
        let ending = &path.file_name()[name(path).len()..];
        moves.then(|| SitePath::new(&format!("{}/{}{ending}", self.home, self.version.id)))
    }

    fn rewritten(&self, path: &SitePath, text: &str) -> Result<Rewritten, Stuck> {
        let moves = self.target(path).is_some();
        let unreadable = || Stuck::Unreadable(path.clone());
        let Some((_, start)) = front_matter::split(path, text, &mut Vec::new()) else {
            return if moves { Err(unreadable()) } else { Ok(untouched(text)) };
        };
        let links = links_of(&text[start..]);
        let wanted: Vec<Option<String>> = links.iter().map(|link| self.wanted(path, moves, link)).collect();
        let by_path =
            links.iter().zip(&wanted).any(|(_, wanted)| wanted.as_ref().is_some_and(|it| it.contains(".md")));
        let body = relinked(&text[start..], &links, &wanted)
            .map_err(|target| Stuck::Link { path: path.clone(), target })?;
        let text = format!("{}{body}", &text[..start]);
        if !moves {
            return Ok(Rewritten { by_path, ..untouched(&text) });
        }
        let mut head = Head::read(path, &text).map_err(|_| unreadable())?;
        let front = front_matter::read(path, &text, Part::Single, &mut Vec::new()).front;
        let original = front.and_then(|front| front.original).filter(|original| {
            path.join(&decode(original)).is_some_and(|file| self.snapshot.files.contains_key(&file))
        });
        if let Some(original) = original {
            head.set(keys::ORIGINAL, up(&original));
        }
        let of_document = if path == &self.version.source {
            head.take(&[keys::ALIASES, keys::WITHDRAWN])
        } else {
            String::new()
        };
        Ok(Rewritten { text: head.text(), by_path, of_document })
    }

    /// What a link has to say after the move, if that is something else.
    fn wanted(&self, path: &SitePath, moves: bool, link: &Link) -> Option<String> {
        let (written, fragment) = match link.target.find('#') {
            Some(at) => link.target.split_at(at),
            None => (link.target.as_str(), ""),
        };
        if written.is_empty() || (link.usage == LinkUse::Link && written.starts_with('/')) {
            return None;
        }
        let file = path.join(&decode(written)).filter(|file| self.snapshot.files.contains_key(file))?;
        if file == self.version.source {
            return Some(format!("{}{fragment}", self.document.id)); // the document, not one of its versions
        }
        let (above, last) = written.rsplit_once('/').map_or(("", written), |(above, last)| (above, last));
        let slash = if above.is_empty() { "" } else { "/" };
        let written = match self.target(&file) {
            Some(to) => format!("{above}{slash}{}/{}", name(&file), to.file_name()),
            None if moves => format!("{above}{slash}{last}"),
            None => return None,
        };
        Some(format!("{}{fragment}", if moves { up(&written) } else { written }))
    }
}

fn untouched(text: &str) -> Rewritten {
    Rewritten { text: text.to_owned(), by_path: false, of_document: String::new() }
}

/// A path as it is written one folder further down.
fn up(path: &str) -> String {
    format!("../{}", path.strip_prefix("./").unwrap_or(path))
}

/// A text with other targets in its links. `Err`: a target that does not stand there as it reads.
fn relinked(body: &str, links: &[Link], wanted: &[Option<String>]) -> Result<String, String> {
    let mut edits: BTreeMap<usize, (&str, &str)> = BTreeMap::new();
    for (link, wanted) in links.iter().zip(wanted) {
        let (Some(wanted), old) = (wanted, link.target.as_str()) else { continue };
        let inline = destination(&body[link.range.clone()], "](", old).map(|at| at + link.range.start);
        let places = inline.map_or_else(|| definitions(body, old), |at| vec![at]);
        edits.extend(places.into_iter().map(|at| (at, (old, wanted.as_str()))));
    }
    let mut new = body.to_owned();
    for (at, (old, wanted)) in edits.iter().rev() {
        new.replace_range(*at..at + old.len(), wanted);
    }
    // What Markdown makes of it decides, not what the search above believed.
    let found = links_of(&new);
    let differs = |at: usize| {
        let link = &links[at];
        found.get(at).is_none_or(|it| it.target != *wanted[at].as_ref().unwrap_or(&link.target))
    };
    match (0..links.len()).find(|at| differs(*at)) {
        Some(at) => Err(links[at].target.clone()),
        None => Ok(new),
    }
}

/// The links of a text. Its language bears on other faults only.
fn links_of(markdown: &str) -> Vec<Link> {
    scan(markdown, "").links
}

/// Where a target stands after the last of a mark, as `](` or `]:`.
fn destination(text: &str, mark: &str, target: &str) -> Option<usize> {
    let places: Vec<usize> = text.match_indices(mark).map(|(at, _)| at + mark.len()).collect();
    places.into_iter().rev().find_map(|at| {
        let rest = text[at..].trim_start();
        let rest = rest.strip_prefix('<').unwrap_or(rest);
        let after = rest.strip_prefix(target)?;
        let ends = after.is_empty() || after.starts_with([')', '>', ' ', '\n', '\t']);
        ends.then(|| text.len() - rest.len())
    })
}

/// Where a target stands in the definitions that links refer to: `[b]: target`.
fn definitions(body: &str, target: &str) -> Vec<usize> {
    let mut start = 0;
    let mut places = Vec::new();
    for line in body.split_inclusive('\n') {
        if line.trim_start().starts_with(['[', '>']) {
            places.extend(destination(line, "]:", target).map(|at| at + start));
        }
        start += line.len();
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, expected: Result<&str, &str>) {
        let links = links_of(body);
        let wanted: Vec<_> =
            links.iter().map(|it| it.target.starts_with('a').then(|| up(&it.target))).collect();
        let found = relinked(body, &links, &wanted);
        assert_eq!(found, expected.map(str::to_owned).map_err(str::to_owned));
    }

    #[test]
    fn every_way_to_write_a_target_is_changed_where_it_stands() {
        check("Se [a.md](a.md) och `[a](a.md)`.", Ok("Se [a.md](../a.md) och `[a](a.md)`."));
        check("![a.png](a.png \"a.png\") [b](b.md)", Ok("![a.png](../a.png \"a.png\") [b](b.md)"));
        check("[x](<a b.md>)", Ok("[x](<../a b.md>)"));
        check("[![a](a.png)](a.md)", Ok("[![a](../a.png)](../a.md)"));
        check(
            "[x][y], [y]\n\n[y]: a.md 'T'\n[z]: b.md\n",
            Ok("[x][y], [y]\n\n[y]: ../a.md 'T'\n[z]: b.md\n"),
        );
        check("| a |\n|-|\n| [å](a.md#b) |\n", Ok("| a |\n|-|\n| [å](../a.md#b) |\n"));
        check("[x](a\\_b.md)", Err("a_b.md"));
    }
}
