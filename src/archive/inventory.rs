//! The inventory of an object (OCFL 1.1, section 3.5): which files its versions consist of, and the digest of each.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::archive::sha512::Sha512;

/// The file that holds it.
pub const FILE: &str = "inventory.json";
/// The file beside it that holds its digest.
pub const SIDECAR: &str = "inventory.json.sha512";
/// The file that says what kind of folder an object is, with what it holds.
pub const NAMASTE: (&str, &str) = ("0=ocfl_object_1.1", "ocfl_object_1.1\n");
/// Where the files of a version lie within it.
pub const CONTENT: &str = "content";
const TYPE: &str = "https://ocfl.io/1.1/spec/#inventory";
const ALGORITHM: &str = "sha512";

/// Logical paths and the digests of what stands there.
pub type State = BTreeMap<String, Sha512>;

/// An inventory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Inventory {
    /// The object's id, a URI.
    pub id: String,
    #[serde(rename = "type")]
    kind: String,
    digest_algorithm: String,
    /// The newest version.
    pub head: VersionNumber,
    /// Files below the object's folder, by digest. Content that stands in several versions lies there once.
    pub manifest: BTreeMap<Sha512, Vec<String>>,
    /// What each version holds.
    pub versions: BTreeMap<VersionNumber, Version>,
}

/// A version of an object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// When it was written.
    pub created: Timestamp,
    /// Logical paths, by digest.
    pub state: BTreeMap<Sha512, Vec<String>>,
    /// Why it was written.
    pub message: String,
    /// Who wrote it.
    pub user: User,
}

/// Who wrote a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct User {
    /// The municipality.
    pub name: String,
    /// A URI.
    pub address: String,
}

/// The number of a version, from 1; written `v1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionNumber(u32);

impl VersionNumber {
    /// The first.
    pub const FIRST: Self = Self(1);

    /// The one after.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl Inventory {
    /// The inventory after a version with this state was put after those of `former`, and the logical paths of
    /// what must be written below [`CONTENT`] for it: content that no earlier version holds.
    pub fn after(former: Option<&Self>, id: &str, state: &State, version: About) -> (Self, Vec<String>) {
        let head = former.map_or(VersionNumber::FIRST, |former| former.head.next());
        let mut manifest = former.map(|former| former.manifest.clone()).unwrap_or_default();
        let (mut by_digest, mut new) = (BTreeMap::<_, Vec<String>>::new(), Vec::new());
        for (path, digest) in state {
            by_digest.entry(*digest).or_default().push(path.clone());
            manifest.entry(*digest).or_insert_with(|| {
                new.push(path.clone());
                vec![format!("{head}/{CONTENT}/{path}")]
            });
        }
        let mut versions = former.map(|former| former.versions.clone()).unwrap_or_default();
        let About { created, message, user } = version;
        versions.insert(head, Version { created, state: by_digest, message, user });
        let (kind, digest_algorithm) = (TYPE.to_owned(), ALGORITHM.to_owned());
        (Self { id: id.to_owned(), kind, digest_algorithm, head, manifest, versions }, new)
    }

    /// As it is written.
    pub fn to_json(&self) -> String {
        let json = serde_json::to_string_pretty(self).unwrap_or_default();
        json + "\n"
    }

    /// An inventory as this program writes them; what is wrong with any other.
    ///
    /// # Errors
    /// What cannot be read, in English.
    pub fn parse(json: &[u8]) -> Result<Self, String> {
        let inventory: Self = serde_json::from_slice(json).map_err(|error| error.to_string())?;
        let numbers = inventory.versions.keys().copied();
        let is_whole = numbers.eq((1..=inventory.head.0).map(VersionNumber));
        if inventory.kind != TYPE || inventory.digest_algorithm != ALGORITHM {
            return Err(format!("type {} with {}", inventory.kind, inventory.digest_algorithm));
        }
        if is_whole { Ok(inventory) } else { Err(format!("versions are missing before {}", inventory.head)) }
    }

    /// What a version holds: logical paths, each with the digest and the file below the object's folder.
    pub fn files(&self, version: VersionNumber) -> impl Iterator<Item = (&str, Sha512, Option<&str>)> {
        let state = self.versions.get(&version).into_iter().flat_map(|version| &version.state);
        state.flat_map(|(digest, paths)| {
            let file = self.manifest.get(digest).and_then(|files| files.first());
            paths.iter().map(move |path| (path.as_str(), *digest, file.map(String::as_str)))
        })
    }

    /// The state of a version.
    pub fn state(&self, version: VersionNumber) -> State {
        self.files(version).map(|(path, digest, _)| (path.to_owned(), digest)).collect()
    }
}

/// What is said of a new version.
pub struct About {
    /// When it is written.
    pub created: Timestamp,
    /// Why.
    pub message: String,
    /// By whom.
    pub user: User,
}

/// Whether a logical path may be written below a folder: no way out of it, no name that some system cannot hold.
pub fn is_safe(path: &str) -> bool {
    let is_name = |name: &str| {
        !name.is_empty()
            && ![".", ".."].contains(&name)
            && !name.contains(['\\', ':', '\0'])
            && !name.contains(char::is_control)
    };
    path.split('/').all(is_name)
}

/// The line of the sidecar, as `sha512sum` writes and checks it.
pub fn sidecar(inventory: &[u8]) -> String {
    format!("{}  {FILE}\n", Sha512::of(inventory))
}

impl fmt::Display for VersionNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "v{}", self.0)
    }
}

impl FromStr for VersionNumber {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let digits =
            text.strip_prefix('v').filter(|digits| digits.starts_with(|it: char| ('1'..='9').contains(&it)));
        let number = digits.and_then(|digits| digits.parse().ok()).map(Self);
        number.ok_or_else(|| format!("no version: {text}"))
    }
}

impl Serialize for VersionNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for VersionNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(message: &str) -> About {
        let user = User { name: "Sundhamra kommun".into(), address: "https://sundhamra.example/".into() };
        About { created: "2026-11-23T09:00:00Z".parse().unwrap(), message: message.into(), user }
    }

    fn state(files: &[(&str, &str)]) -> State {
        files.iter().map(|(path, text)| ((*path).to_owned(), Sha512::of(text.as_bytes()))).collect()
    }

    #[test]
    fn a_new_version_holds_only_what_is_new() {
        let (first, new) =
            Inventory::after(None, "urn:a", &state(&[("a", "1"), ("b", "2"), ("c", "2")]), about("x"));
        assert_eq!(new, ["a", "b"], "the same content lies there once");
        let changed = state(&[("a", "1"), ("b", "3"), ("d", "2")]);
        let (second, new) = Inventory::after(Some(&first), "urn:a", &changed, about("y"));
        assert_eq!((new, second.head.to_string()), (vec!["b".to_owned()], "v2".to_owned()));
        assert_eq!(second.state(second.head), changed);
        assert_eq!(second.state(VersionNumber::FIRST), first.state(first.head));
        let files: Vec<_> = second.files(second.head).map(|(path, _, file)| (path, file.unwrap())).collect();
        assert!(
            files.contains(&("b", "v2/content/b")) && files.contains(&("d", "v1/content/b")),
            "{files:?}"
        );
    }

    #[test]
    fn an_inventory_is_read_as_it_was_written() {
        let mut inventory = Inventory::after(None, "urn:a", &state(&[("a", "1")]), about("x")).0;
        for number in 0..11 {
            let text = number.to_string();
            inventory = Inventory::after(Some(&inventory), "urn:a", &state(&[("a", &text)]), about("y")).0;
        }
        let json = inventory.to_json();
        assert_eq!(Inventory::parse(json.as_bytes()), Ok(inventory));
        assert!(json.find("\"v9\"").unwrap() < json.find("\"v10\"").unwrap(), "in the order of numbers");
        for odd in [
            json.replace("\"v3\"", "\"v03\""),
            json.replacen("\"v3\"", "\"v30\"", 1),
            json.replace("1.1", "1.0"),
        ] {
            assert!(Inventory::parse(odd.as_bytes()).is_err());
        }
    }

    #[test]
    fn no_path_leads_out() {
        for good in ["a", "versioner/2014-04-09/index.html", "a/b c/åäö.pdf", "..a", "a..b"] {
            assert!(is_safe(good), "{good}");
        }
        for bad in ["", "/a", "a/", "a//b", "..", "a/../b", "./a", "a\\b", "c:a", "a\0", "a\nb"] {
            assert!(!is_safe(bad), "{bad:?}");
        }
    }
}
