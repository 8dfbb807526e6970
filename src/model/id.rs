//! Identities: ASCII words that stand in addresses and never change.

use crate::base::path::plain_text;
use std::sync::Arc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $name(Arc<str>);

            impl $name {
                /// Takes a checked word; see [`is_id`].
                pub fn new(text: &str) -> Self {
                    Self(text.into())
                }

                /// The word.
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }
            plain_text!($name);
        )*
    };
}

ids! {
    /// A document's identity: `it-policy`.
    DocId;
    /// A version within its document: `2014-04-09`.
    VersionId;
    /// A type of document: `policy`.
    TypeId;
    /// A deciding body: `kommunfullmaktige`.
    BodyId;
}

/// Words that addresses below a document use for other things.
pub const RESERVED_VERSIONS: [&str; 3] = ["lattlast", "jamfor", "arkiv"];

/// Names of documents whose data would stand where the whole site's data stands, and the name of
/// a folder's own file, which is no document at the top.
pub const RESERVED_DOCUMENTS: [&str; 3] = ["register", "change-dates", "index"];

/// Words that addresses at the root use for other things, now or soon.
pub const RESERVED_PAGES: [&str; 14] = [
    "amne",
    "arkiv",
    "assets",
    "beslut",
    "data",
    "dokument",
    "filer",
    "index",
    "organ",
    "oversikt",
    "register",
    "sok",
    "tidslinje",
    "typ",
];

/// Whether a word can be an id: lower-case ASCII letters, digits and single hyphens inside.
/// Two hyphens part the versions of a comparison's address.
pub fn is_id(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 100
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !word.starts_with('-')
        && !word.ends_with('-')
        && !word.contains("--")
        && !is_device_name(word)
}

/// Names that Windows keeps for devices, whatever their extension.
pub fn is_device_name(word: &str) -> bool {
    let numbered = |prefix: &str| {
        word.strip_prefix(prefix)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!(word, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// Scripts that a language tag may name. Any four letters could be one, but `it-plan` is no language.
const SCRIPTS: [&str; 5] = ["latn", "cyrl", "arab", "hans", "hant"];

/// A language tag as used in file names: `en`, `fi`, `sv-fi`.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    parts.next().is_some_and(|first| {
        (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_lowercase())
    }) && parts.all(|part| {
        let all = |test: fn(&u8) -> bool| part.bytes().all(|byte| test(&byte));
        let is_region =
            part.len() == 2 && all(u8::is_ascii_alphabetic) || part.len() == 3 && all(u8::is_ascii_digit);
        is_region || SCRIPTS.iter().any(|script| part.eq_ignore_ascii_case(script))
    })
}

/// An id made from words, for subjects and bodies: å and ä become a, ö becomes o.
pub fn slug(words: &str) -> String {
    let mut slug = String::new();
    for letter in words.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            'å' | 'ä' | 'á' | 'à' | 'æ' => slug.push('a'),
            'ö' | 'ø' | 'ó' => slug.push('o'),
            'é' | 'è' | 'ë' => slug.push('e'),
            'ü' => slug.push('u'),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain_words() {
        for good in ["it-policy", "2014-04-09", "a", "vision2040"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "IT-policy", "åtgärd", "a--b", "-a", "a-", "a b", "a.b", "con", "com1"] {
            assert!(!is_id(bad), "{bad}");
        }
    }

    #[test]
    fn a_language_is_told_from_a_document() {
        for good in ["en", "sv-fi", "sv-FI", "sr-latn", "es-419", "rmy"] {
            assert!(is_language(good), "{good}");
        }
        for bad in ["it-policy", "it-plan", "svenska", "e", "engelska", "EN"] {
            assert!(!is_language(bad), "{bad}");
        }
    }

    #[test]
    fn slugs_fold_swedish_letters() {
        assert_eq!(slug("Barn- och utbildningsnämnden"), "barn-och-utbildningsnamnden");
        assert_eq!(slug("Öppna data (2024)"), "oppna-data-2024");
    }
}
