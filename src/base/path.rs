//! Paths without a disk: where a source stands in the site's folder, and where a
//! page stands in the website. Both are relative, use `/`, and never leave their root.

use std::sync::Arc;

use icu_normalizer::ComposingNormalizerBorrowed;

/// What every newtype over text shares: it prints, and is looked up, as its text.
macro_rules! plain_text {
    ($name:ty) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }
        impl std::fmt::Debug for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(out, "{:?}", &self.0)
            }
        }
        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}
pub(crate) use plain_text;

/// A source file below the site's folder: `content/it-policy.md`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SitePath(Arc<str>);

/// A file of the finished website: `dokument/it-policy/index.html`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OutPath(Arc<str>);

impl SitePath {
    /// Makes a path from text; macOS writes å as two characters, so it is put in NFC.
    pub fn new(text: &str) -> Self {
        Self(nfc(text).into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last segment.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The file name up to its last dot.
    pub fn stem(&self) -> &str {
        self.file_name().rsplit_once('.').map_or(self.file_name(), |(stem, _)| stem)
    }

    /// What follows the last dot of the file name, in lower case.
    pub fn extension(&self) -> Option<String> {
        self.file_name().rsplit_once('.').map(|(_, ext)| ext.to_lowercase())
    }

    /// The folder it stands in; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The path that a relative link in this file points to; `None` if it leaves the site.
    pub fn join(&self, link: &str) -> Option<Self> {
        let mut segments: Vec<&str> =
            self.folder().split('/').filter(|segment| !segment.is_empty()).collect();
        for segment in link.split('/') {
            match segment {
                "" | "." => {}
                ".." => {
                    segments.pop()?;
                }
                name => segments.push(name),
            }
        }
        Some(Self::new(&segments.join("/")))
    }
}

impl OutPath {
    /// Makes a path of the website; callers give clean relative paths.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        Self(text.into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Normal form C: the same name is the same bytes wherever it was written.
pub fn nfc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// Whether a text is in normal form C already.
pub fn is_nfc(text: &str) -> bool {
    ComposingNormalizerBorrowed::new_nfc().is_normalized(text)
}

plain_text!(SitePath);
plain_text!(OutPath);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_followed_but_never_out_of_the_site() {
        let from = SitePath::new("content/it-strategi/2014.md");
        assert_eq!(from.join("../vision/2040.md").unwrap().as_str(), "content/vision/2040.md");
        assert_eq!(from.join("bild.png").unwrap().as_str(), "content/it-strategi/bild.png");
        assert_eq!(from.join("../../../etc/passwd"), None);
    }

    #[test]
    fn decomposed_names_become_composed() {
        assert_eq!(SitePath::new("content/la\u{308}s.md").as_str(), "content/läs.md");
    }
}
