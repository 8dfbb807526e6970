//! An inventory as anybody may have written it (OCFL 1.0 and 1.1, section 3.5), with all that is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::archive::algorithm::Algorithm;
use crate::archive::found::{Found, What};

/// Paths, each with its digest in small letters.
pub type Digests = BTreeMap<String, String>;

/// What an inventory says, as far as it can be understood.
#[derive(Debug, Default)]
pub struct Foreign {
    /// The object's id.
    pub id: String,
    /// OCFL 1.0 or 1.1.
    pub minor: u8,
    /// What its digests are made with.
    pub algorithm: Algorithm,
    /// Where the files of a version lie within it.
    pub content: String,
    /// The newest version, as it is called.
    pub head: String,
    /// Files below the object's folder.
    pub manifest: Digests,
    /// What each version holds: its name, logical paths, and all that is said of it.
    pub versions: BTreeMap<u32, Block>,
    /// Further digests: what made them, the digest, the file.
    pub fixity: Vec<(String, String, String)>,
}

/// What an inventory says of a version.
#[derive(Debug)]
pub struct Block {
    /// How it is called: `v1`, `v0001`.
    pub name: String,
    /// When it was written.
    pub created: Option<Timestamp>,
    /// Logical paths.
    pub state: Digests,
    /// Who wrote it and why.
    pub about: (Option<Value>, Option<Value>),
}

/// Reads an inventory. `None` if it is so broken that nothing more can be said.
pub fn read(json: &[u8], file: &str, found: &mut Vec<Found>) -> Option<Foreign> {
    let value = match serde_json::from_slice(json) {
        Ok(Value::Object(value)) => value,
        Ok(_) => {
            found.push(What::InventoryMalformed.at(file).because("{}"));
            return None;
        }
        Err(error) => {
            found.push(What::InventoryUnreadable.at(file).because(error.to_string()));
            return None;
        }
    };
    let mut reader = Reader { file, found, is_sound: true };
    let foreign = reader.inventory(&value);
    reader.is_sound.then_some(foreign).flatten()
}

/// The number of a version by its name, and how many digits it has if it is padded with zeros.
pub fn version_number(name: &str) -> Option<(u32, Option<usize>)> {
    let digits =
        name.strip_prefix('v').filter(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()))?;
    let number = digits.parse().ok().filter(|number| *number > 0)?;
    Some((number, digits.starts_with('0').then_some(digits.len())))
}

struct Reader<'r> {
    file: &'r str,
    found: &'r mut Vec<Found>,
    /// Whether it says enough to judge the object by it.
    is_sound: bool,
}

impl Reader<'_> {
    fn malformed(&mut self, key: &str) {
        self.found.push(What::InventoryMalformed.at(self.file).because(key));
    }

    fn inventory(&mut self, value: &Map<String, Value>) -> Option<Foreign> {
        let known =
            ["id", "type", "digestAlgorithm", "head", "contentDirectory", "fixity", "manifest", "versions"];
        for key in value.keys().filter(|key| !known.contains(&key.as_str())) {
            self.malformed(key);
        }
        let text = |key: &str| value.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        for key in ["id", "type", "digestAlgorithm", "head"] {
            if text(key).is_none() {
                self.malformed(key);
                self.is_sound &= key == "id";
            }
        }
        let minor = match text("type")? {
            "https://ocfl.io/1.0/spec/#inventory" => 0,
            "https://ocfl.io/1.1/spec/#inventory" => 1,
            _ => {
                self.malformed("type");
                return None;
            }
        };
        let algorithm = Algorithm::of(text("digestAlgorithm")?).filter(|it| it.is_of_ocfl());
        if algorithm.is_none() {
            self.malformed("digestAlgorithm");
        }
        let content = match value.get("contentDirectory") {
            None => "content",
            Some(Value::String(name)) if !["", ".", ".."].contains(&&**name) && !name.contains('/') => name,
            Some(_) => {
                self.malformed("contentDirectory");
                return None;
            }
        };
        let (manifest, versions) = (value.get("manifest"), value.get("versions"));
        let (Some(Value::Object(manifest)), Some(Value::Object(versions)), Some(algorithm)) =
            (manifest, versions, algorithm)
        else {
            self.malformed(if matches!(manifest, Some(Value::Object(_))) { "versions" } else { "manifest" });
            return None;
        };
        let mut foreign = Foreign {
            id: text("id").unwrap_or_default().to_owned(),
            minor,
            algorithm,
            content: content.to_owned(),
            head: text("head")?.to_owned(),
            ..Foreign::default()
        };
        foreign.manifest = self.digests(manifest, "manifest", Some(algorithm));
        foreign.versions = self.versions(versions, &foreign);
        self.manifest_agrees(&foreign);
        if let Some(fixity) = value.get("fixity") {
            foreign.fixity = self.fixity(fixity, &foreign.manifest);
        }
        Some(foreign)
    }

    /// Digests with their paths, turned round.
    fn digests(&mut self, value: &Map<String, Value>, key: &str, algorithm: Option<Algorithm>) -> Digests {
        let (mut digests, mut seen) = (Digests::new(), BTreeSet::new());
        for (digest, paths) in value {
            let small = digest.to_lowercase();
            if algorithm.is_some_and(|algorithm| !algorithm.may_write(&small)) {
                self.malformed(&format!("{key}.{digest}"));
            }
            if !seen.insert(small.clone()) {
                self.found.push(What::DigestTwice.at(self.file).because(format!("{key}.{digest}")));
            }
            let Some(paths) = paths.as_array() else {
                self.malformed(&format!("{key}.{digest}"));
                continue;
            };
            for path in paths {
                let Some(path) = path.as_str() else {
                    self.malformed(&format!("{key}.{digest}"));
                    continue;
                };
                if path.split('/').any(|part| ["", ".", ".."].contains(&part)) || path.contains('\0') {
                    self.found.push(What::PathUnsafe.at(self.file).because(path));
                    self.is_sound = false;
                }
                if digests.insert(path.to_owned(), small.clone()).is_some() {
                    self.found.push(What::PathConflict.at(self.file).because(path));
                }
            }
        }
        // A path that is a folder of another comes right before what is in it, but for names like `a-b`.
        for path in digests.keys() {
            let within = format!("{path}/");
            if digests.range(within.clone()..).next().is_some_and(|(next, _)| next.starts_with(&within)) {
                self.found.push(What::PathConflict.at(self.file).because(path));
            }
        }
        digests
    }

    fn versions(&mut self, value: &Map<String, Value>, foreign: &Foreign) -> BTreeMap<u32, Block> {
        let (mut versions, mut widths) = (BTreeMap::new(), BTreeSet::new());
        for (name, value) in value {
            let Some((number, width)) = version_number(name) else {
                self.found.push(What::VersionsOdd.at(self.file).because(name));
                self.is_sound = false;
                continue;
            };
            widths.insert(width);
            let block = self.version(name, value, &foreign.manifest);
            if versions.insert(number, block).is_some() {
                self.found.push(What::VersionsOdd.at(self.file).because(name));
            }
        }
        let is_whole = versions.keys().copied().eq(1..=u32::try_from(versions.len()).unwrap_or(u32::MAX));
        if !is_whole || widths.len() != 1 {
            self.found.push(What::VersionsOdd.at(self.file));
            self.is_sound &= !versions.is_empty();
        }
        if versions.last_key_value().is_none_or(|(_, newest)| newest.name != foreign.head) {
            self.found.push(What::HeadWrong.at(self.file).because(&*foreign.head));
        }
        versions
    }

    fn version(&mut self, name: &str, value: &Value, manifest: &Digests) -> Block {
        let key = |key: &str| format!("versions.{name}.{key}");
        let known = ["created", "state", "message", "user"];
        let fields = value.as_object();
        for odd in fields.into_iter().flat_map(Map::keys).filter(|key| !known.contains(&key.as_str())) {
            self.malformed(&key(odd));
        }
        let created = value.get("created").and_then(Value::as_str).filter(|text| is_internet_time(text));
        let created = created.and_then(|text| text.parse().ok());
        if created.is_none() {
            self.malformed(&key("created"));
        }
        if value.get("message").is_some_and(|message| !message.is_string()) {
            self.malformed(&key("message"));
        }
        let is_name = |name: &Value| name.as_str().is_some_and(|name| !name.is_empty());
        if value.get("user").is_some_and(|user| !user.get("name").is_some_and(is_name)) {
            self.malformed(&key("user"));
        }
        let state = match value.get("state") {
            Some(Value::Object(state)) => self.digests(state, &key("state"), None),
            _ => {
                self.malformed(&key("state"));
                self.is_sound = false;
                Digests::new()
            }
        };
        let listed: BTreeSet<&String> = manifest.values().collect();
        for (path, _) in state.iter().filter(|(_, digest)| !listed.contains(digest)) {
            self.found.push(What::DigestUnknown.at(self.file).version(name).because(path));
        }
        let about = (value.get("message").cloned(), value.get("user").cloned());
        Block { name: name.to_owned(), created, state, about }
    }

    /// Each file of the manifest lies in a version that there is, and is there for some version.
    fn manifest_agrees(&mut self, foreign: &Foreign) {
        let names: BTreeSet<&str> = foreign.versions.values().map(|block| &*block.name).collect();
        let used: BTreeSet<&String> =
            foreign.versions.values().flat_map(|block| block.state.values()).collect();
        for (path, digest) in &foreign.manifest {
            let mut parts = path.splitn(3, '/');
            let is_content = parts.next().is_some_and(|version| names.contains(version))
                && parts.next() == Some(&*foreign.content)
                && parts.next().is_some();
            if !is_content {
                self.found.push(What::PathUnsafe.at(self.file).because(path));
            }
            if !used.contains(digest) {
                self.found.push(What::DigestUnused.at(self.file).because(path));
            }
        }
    }

    fn fixity(&mut self, value: &Value, manifest: &Digests) -> Vec<(String, String, String)> {
        let Some(blocks) = value.as_object() else {
            self.malformed("fixity");
            return Vec::new();
        };
        let mut fixity = Vec::new();
        for (algorithm, block) in blocks {
            let key = format!("fixity.{algorithm}");
            let Some(block) = block.as_object() else {
                self.malformed(&key);
                continue;
            };
            for (path, digest) in self.digests(block, &key, None) {
                if manifest.contains_key(&path) {
                    fixity.push((algorithm.clone(), digest, path));
                } else {
                    self.malformed(&format!("{key}: {path}"));
                }
            }
        }
        fixity
    }
}

/// Whether a time is written as RFC 3339 says: whole, with seconds and a zone.
fn is_internet_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    let fixed = b"dddd-dd-ddTdd:dd:dd";
    let is = |form: u8, byte: u8| match form {
        b'd' => byte.is_ascii_digit(),
        b'T' => byte == b'T' || byte == b't',
        _ => form == byte,
    };
    let rest = text.get(fixed.len()..).unwrap_or_default().trim_start_matches('.');
    let zone = rest.trim_start_matches(|it: char| it.is_ascii_digit());
    bytes.len() > fixed.len()
        && fixed.iter().zip(bytes).all(|(form, byte)| is(*form, *byte))
        && (zone.eq_ignore_ascii_case("z") || (zone.len() == 6 && zone.starts_with(['+', '-'])))
}
