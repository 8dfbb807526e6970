//! Judges a bag (`BagIt` 0.93 to 1.0, RFC 8493), written by whomever: whether all its files are there, and as they were.

use std::collections::{BTreeMap, BTreeSet};

use crate::archive::algorithm::Algorithm;
use crate::archive::bag::PAYLOAD;
use crate::archive::found::{Found, What};
use crate::archive::judge::{Folder, Item, LIST, NOTE};

/// A bag that was judged.
#[derive(Debug, Default)]
pub struct Judged {
    /// How many files were hashed, and how many bytes.
    pub size: (u64, u64),
    /// What is wrong.
    pub found: Vec<Found>,
}

/// The versions of the standard that are known here.
const OLDEST: (u32, u32) = (0, 93);
const NEWEST: (u32, u32) = (1, 0);
const DECLARATION: &str = "bagit.txt";
const INFO: &str = "bag-info.txt";

/// Judges a bag.
pub fn judge(folder: &dyn Folder) -> Judged {
    let mut judge = Judge { folder, items: BTreeMap::new(), is_new: true, judged: Judged::default() };
    match folder.items() {
        Ok(items) => {
            judge.items = items;
            judge.all();
        }
        Err(reason) => judge.judged.found.push(What::Unreadable.at("").because(reason)),
    }
    let mut judged = judge.judged;
    // OCFL's codes are not for bags.
    judged.found.iter_mut().for_each(|found| found.code = None);
    judged.found.sort();
    judged.found.dedup();
    judged
}

struct Judge<'j> {
    folder: &'j dyn Folder,
    items: BTreeMap<String, Item>,
    /// Whether it follows 1.0, by which every list is complete and paths are encoded.
    is_new: bool,
    judged: Judged,
}

/// A list of files with their digests.
struct Manifest {
    file: String,
    algorithm: Algorithm,
    digests: BTreeMap<String, String>,
}

impl Judge<'_> {
    fn push(&mut self, found: Found) {
        self.judged.found.push(found);
    }

    fn all(&mut self) {
        let Some(version) = self.declaration() else { return };
        self.is_new = version == NEWEST;
        let others: Vec<String> = self
            .items
            .iter()
            .filter(|(_, item)| **item == Item::Other)
            .map(|(path, _)| path.clone())
            .collect();
        for path in others {
            self.push(What::NotAFile.at(path));
        }
        let payload: BTreeSet<String> =
            self.files().filter(|path| is_payload(path)).map(str::to_owned).collect();
        if payload.is_empty() && !self.items.contains_key(PAYLOAD) {
            self.push(What::NoPayload.at(PAYLOAD));
        }
        let manifests = self.manifests("manifest-");
        if manifests.is_empty() {
            self.push(What::NoManifest.found());
        }
        self.lists_all(&manifests, &payload);
        let tags = self.manifests("tagmanifest-");
        self.tags(&tags);
        let sizes = self.hash(manifests.iter().chain(&tags));
        let sizes = payload.iter().filter_map(|path| sizes.get(path));
        let (octets, count) = sizes.fold((0, 0), |(octets, count), length| (octets + length, count + 1));
        if count == payload.len() && !manifests.is_empty() {
            self.oxum(octets, count);
        }
    }

    fn files(&self) -> impl Iterator<Item = &str> {
        self.items.iter().filter(|(_, item)| **item == Item::File).map(|(path, _)| path.as_str())
    }

    fn text(&mut self, file: &str, most: u64) -> Option<String> {
        let bytes = self.folder.read(file, most);
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(|it| it.to_string()));
        text.map_err(|reason| self.push(What::Unreadable.at(file).because(reason))).ok()
    }

    /// Which version of the standard it says that it follows (section 2.1.1).
    fn declaration(&mut self) -> Option<(u32, u32)> {
        if self.items.get(DECLARATION) != Some(&Item::File) {
            self.push(What::NoBag.at(DECLARATION));
            return None;
        }
        let text = self.text(DECLARATION, NOTE)?;
        let lines: Vec<&str> = text.lines().collect();
        let [version, encoding] = lines[..] else {
            self.push(What::NoBag.at(DECLARATION));
            return None;
        };
        let encoding = encoding.strip_prefix("Tag-File-Character-Encoding: ");
        let (Some(number), Some(encoding)) = (version.strip_prefix("BagIt-Version: "), encoding) else {
            self.push(What::NoBag.at(DECLARATION));
            return None;
        };
        let parts = number
            .split_once('.')
            .and_then(|(major, minor)| Some((major.parse().ok()?, minor.parse().ok()?)));
        let Some(version) = parts else {
            self.push(What::NoBag.at(DECLARATION).because(number));
            return None;
        };
        if !(OLDEST..=NEWEST).contains(&version) || !encoding.eq_ignore_ascii_case("UTF-8") {
            self.push(What::BagUnknown.at(DECLARATION).because(format!("{number}, {encoding}")));
            return None;
        }
        Some(version)
    }

    /// The lists of a kind whose digests are known here.
    fn manifests(&mut self, prefix: &str) -> Vec<Manifest> {
        let named = |path: &str| Some((path.to_owned(), Algorithm::of(algorithm_of(path, prefix)?)?));
        let lists: Vec<(String, Algorithm)> = self.files().filter_map(named).collect();
        lists.into_iter().filter_map(|(file, algorithm)| self.manifest(file, algorithm)).collect()
    }

    fn manifest(&mut self, file: String, algorithm: Algorithm) -> Option<Manifest> {
        let text = self.text(&file, LIST)?;
        let mut digests = BTreeMap::new();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
            let place = || format!("{file}:{}", index + 1);
            let parted = line.split_once([' ', '\t']);
            let parted = parted.map(|(digest, path)| (digest.to_lowercase(), decoded(path, self.is_new)));
            let Some((digest, path)) = parted.filter(|(digest, _)| algorithm.may_write(digest)) else {
                self.push(What::ManifestMalformed.at(place()));
                continue;
            };
            if path.starts_with('~') || path.split('/').any(|part| ["", ".", ".."].contains(&part)) {
                self.push(What::PathUnsafe.at(place()).because(path));
            } else if digests.insert(path.clone(), digest).is_some() {
                self.push(What::PathConflict.at(place()).because(path));
            }
        }
        Some(Manifest { file, algorithm, digests })
    }

    /// Lists of the payload name all of it (section 2.1.3); before 1.0 each file had to stand in one of them.
    fn lists_all(&mut self, manifests: &[Manifest], payload: &BTreeSet<String>) {
        for path in payload {
            let lists: Vec<&Manifest> =
                manifests.iter().filter(|list| !list.digests.contains_key(path)).collect();
            if (self.is_new && !lists.is_empty()) || lists.len() == manifests.len() {
                for list in lists {
                    self.push(What::NotListed.at(path).because(&*list.file));
                }
            }
        }
        for list in manifests {
            for path in list.digests.keys().filter(|path| !is_payload(path)) {
                self.push(What::ListedWrongly.at(path).because(&*list.file));
            }
        }
    }

    /// Lists of what is not payload name every list that is of payload, and none of their own kind (section 2.2.1).
    fn tags(&mut self, tags: &[Manifest]) {
        let lists: Vec<String> = self
            .files()
            .filter(|path| algorithm_of(path, "manifest-").is_some())
            .map(str::to_owned)
            .collect();
        for tag in tags {
            for path in lists.iter().filter(|path| !tag.digests.contains_key(*path)) {
                self.push(What::NotListed.at(path).because(&*tag.file));
            }
            for path in tag
                .digests
                .keys()
                .filter(|path| is_payload(path) || algorithm_of(path, "tagmanifest-").is_some())
            {
                self.push(What::ListedWrongly.at(path).because(&*tag.file));
            }
        }
    }

    /// Hashes every file that is listed, once with each algorithm. Returns the length of each that is there.
    fn hash<'m>(&mut self, manifests: impl Iterator<Item = &'m Manifest>) -> BTreeMap<String, u64> {
        let mut wanted: BTreeMap<(&str, Algorithm), BTreeSet<&str>> = BTreeMap::new();
        for list in manifests {
            for (path, digest) in &list.digests {
                wanted.entry((path, list.algorithm)).or_default().insert(digest);
            }
        }
        let mut lengths = BTreeMap::new();
        for ((path, algorithm), digests) in wanted {
            if self.items.get(path) != Some(&Item::File) {
                self.push(What::FileMissing.at(path));
                continue;
            }
            match self.folder.digest(path, algorithm) {
                Ok((digest, length)) => {
                    if digests.iter().any(|wanted| *wanted != digest) {
                        self.push(What::FileDiffers.at(path));
                    }
                    if lengths.insert(path.to_owned(), length).is_none() {
                        self.judged.size.0 += 1;
                        self.judged.size.1 += length;
                    }
                }
                Err(reason) => self.push(What::Unreadable.at(path).because(reason)),
            }
        }
        lengths
    }

    /// How much the payload is, if the bag tells (section 2.2.2).
    fn oxum(&mut self, octets: u64, count: usize) {
        let name = if self.items.contains_key(INFO) { INFO } else { "package-info.txt" };
        if self.items.get(name) != Some(&Item::File) {
            return;
        }
        let Some(text) = self.text(name, LIST) else { return };
        let told = text.lines().filter_map(|line| line.split_once(':'));
        let told = told
            .filter(|(label, _)| label.eq_ignore_ascii_case("Payload-Oxum"))
            .map(|(_, value)| value.trim());
        let is = format!("{octets}.{count}");
        for oxum in told.filter(|oxum| *oxum != is) {
            self.judged.found.push(What::OxumDiffers.at(name).because(format!("{oxum} ↔ {is}")));
        }
    }
}

fn is_payload(path: &str) -> bool {
    path.strip_prefix(PAYLOAD).is_some_and(|below| below.starts_with('/'))
}

/// What the digests of a list are made with, by its name.
fn algorithm_of<'p>(path: &'p str, prefix: &str) -> Option<&'p str> {
    path.strip_prefix(prefix)?.strip_suffix(".txt")
}

/// A path from a list: after blanks, of which there may be many, and the star of `md5sum`; what would have ended the
/// line is encoded, and so is what encodes.
fn decoded(path: &str, is_new: bool) -> String {
    let path = path.trim_start_matches([' ', '\t']);
    let path = path.strip_prefix('*').unwrap_or(path);
    let path = path.strip_prefix("./").unwrap_or(path);
    let breaks = path.replace("%0A", "\n").replace("%0a", "\n").replace("%0D", "\r").replace("%0d", "\r");
    if is_new { breaks.replace("%25", "%") } else { breaks }
}
