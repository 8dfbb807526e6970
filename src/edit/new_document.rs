//! A new document: where it may stand, and what it is called in its address.

use std::collections::BTreeSet;

use crate::base::path::SitePath;
use crate::model::content::{Content, FOLDER, PAGES};
use crate::model::document::Document;
use crate::model::id::{DocId, RESERVED_DOCUMENTS, is_id, slug};
use crate::model::item::is_version_name;

/// Why a document cannot stand where somebody wanted it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Its name cannot be an address; this one could.
    BadName {
        /// What was typed.
        typed: String,
        /// What may have been meant.
        near: Option<String>,
    },
    /// Another document has the name, now or before.
    Taken {
        /// Its name now.
        id: DocId,
        /// Its file.
        source: SitePath,
    },
    /// Plain pages lie there.
    Pages,
    /// The folder is another document's.
    InDocument(String),
}

/// The file of a new document, from what somebody typed: `it-policy`, `planer/bredband`, or the
/// file's own path.
///
/// # Errors
/// Why it cannot stand there.
pub fn place(typed: &str, content: &Content, folders: &BTreeSet<String>) -> Result<SitePath, Refusal> {
    let path = typed.trim().replace('\\', "/");
    let path = path.trim_matches('/');
    let path = path.strip_prefix("content/").unwrap_or(path);
    let path = path.strip_suffix(".md").unwrap_or(path);
    let good = |segment: &str| is_id(segment);
    let (above, name) = path.rsplit_once('/').map_or((None, path), |(above, name)| (Some(above), name));
    if !above.is_none_or(|above| above.split('/').all(good)) || !is_name(name) {
        let near = proposal(name).and_then(|name| {
            let above = above.map(|above| above.split('/').map(slug).collect::<Vec<_>>().join("/"));
            let near = above.map_or_else(|| name.clone(), |above| format!("{above}/{name}"));
            near.split('/').all(good).then_some(near)
        });
        return Err(Refusal::BadName { typed: typed.to_owned(), near });
    }
    if let Some(document) = bearer(content, name) {
        return Err(Refusal::Taken { id: document.id.clone(), source: document.source.clone() });
    }
    let file = SitePath::new(&format!("{FOLDER}/{path}.md"));
    if file.as_str().starts_with(PAGES) {
        return Err(Refusal::Pages);
    }
    match folders.get(file.folder()) {
        Some(folder) => Err(Refusal::InDocument(folder.clone())),
        None => Ok(file),
    }
}

/// The document that bears a name, now or before.
pub fn bearer<'a>(content: &'a Content, name: &str) -> Option<&'a Document> {
    let formerly = || content.documents.values().find(|it| it.aliases.iter().any(|alias| alias == name));
    content.documents.get(&DocId::new(name)).or_else(formerly)
}

/// A name that a document may have, from words: without a year, for its address is to last.
pub fn proposal(words: &str) -> Option<String> {
    let slug = slug(words);
    let is_year = |word: &&str| {
        word.len() == 4
            && ["19", "20"].iter().any(|it| word.starts_with(it))
            && word.bytes().all(|it| it.is_ascii_digit())
    };
    let mut name = slug.split('-').filter(|word| !word.is_empty() && !is_year(word)).fold(
        String::new(),
        |name, word| {
            let longer = if name.is_empty() { word.to_owned() } else { format!("{name}-{word}") };
            if longer.len() > 60 { name } else { longer }
        },
    );
    if !name.bytes().any(|letter| letter.is_ascii_alphabetic()) {
        return None;
    }
    if !is_name(&name) {
        name = format!("dokument-{name}");
    }
    is_name(&name).then_some(name)
}

fn is_name(name: &str) -> bool {
    is_id(name) && !RESERVED_DOCUMENTS.contains(&name) && !is_version_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_proposed_from_what_was_typed() {
        for (typed, near) in [
            ("IT-policy 2024", Some("it-policy")),
            ("Plan för bredband 2020–2025", Some("plan-for-bredband")),
            ("Åtgärder", Some("atgarder")),
            ("con", Some("dokument-con")),
            ("register", Some("dokument-register")),
            ("odaterad", Some("dokument-odaterad")),
            ("2014-04-09", None),
            ("2024", None),
            ("§", None),
        ] {
            assert_eq!(proposal(typed).as_deref(), near, "{typed}");
        }
        let long = proposal(&"riktlinje ".repeat(20)).unwrap();
        assert!(long.len() <= 60 && long.ends_with("riktlinje"), "{long}");
    }

    #[test]
    fn a_document_stands_where_it_can_be_told_from_others() {
        let content = Content::default();
        let folders = BTreeSet::from(["content/it-policy".to_owned()]);
        let put = |typed: &str| place(typed, &content, &folders).map(|path| path.to_string());
        assert_eq!(put("resepolicy").unwrap(), "content/resepolicy.md");
        assert_eq!(put("planer/bredband").unwrap(), "content/planer/bredband.md");
        assert_eq!(put("content\\planer\\bredband.md").unwrap(), "content/planer/bredband.md");
        assert_eq!(put("sidor/om"), Err(Refusal::Pages));
        assert_eq!(put("it-policy/ny"), Err(Refusal::InDocument("content/it-policy".into())));
        for (typed, near) in [
            ("Planer/Bredband 2025", Some("planer/bredband")),
            ("../utanför", None),
            ("nul", Some("dokument-nul")),
            ("åtgärd", Some("atgard")),
            ("", None),
        ] {
            let refused = Err(Refusal::BadName { typed: typed.into(), near: near.map(str::to_owned) });
            assert_eq!(put(typed), refused, "{typed}");
        }
    }
}
