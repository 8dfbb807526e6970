//! Judges an object of OCFL 1.0 or 1.1, written by whomever: by what lies in its folder and what its inventories say.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::archive::algorithm::Algorithm;
use crate::archive::foreign::{self, Foreign};
use crate::archive::found::{Found, What};
use crate::archive::inventory::{FILE, is_safe};
use crate::archive::sha512::Sha512;

/// What lies in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A file.
    File,
    /// A folder with nothing in it; others are known by what they hold.
    Empty,
    /// A link, a device.
    Other,
}

/// How many bytes a list of files may be, of an object or a bag: it is held in memory.
pub const LIST: u64 = 256 << 20;
/// The same of a file that holds a line or two.
pub const NOTE: u64 = 64 << 10;

/// The folder of an object or of a bag, to be looked at. Nothing but what [`Folder::items`] calls a file is read.
pub trait Folder: Sync {
    /// All that lies in it, in order of path; folders are parted with `/`.
    fn items(&self) -> Result<BTreeMap<String, Item>, String>;
    /// A file, which may not be larger than so many bytes.
    fn read(&self, path: &str, most: u64) -> Result<Vec<u8>, String>;
    /// A file's digest and its length.
    fn digest(&self, path: &str, algorithm: Algorithm) -> Result<(String, u64), String>;
}

/// An object that was judged.
#[derive(Debug, Default)]
pub struct Judged {
    /// Its id, if it tells.
    pub id: Option<String>,
    /// Its versions: how each is called, and the digest of its inventory if it has one of its own.
    pub versions: BTreeMap<u32, Seen>,
    /// How many files were hashed, and how many bytes.
    pub size: (u64, u64),
    /// What is wrong.
    pub found: Vec<Found>,
}

/// A version of an object that was judged.
#[derive(Debug)]
pub struct Seen {
    /// How it is called.
    pub name: String,
    /// The digest of its inventory.
    pub inventory: Option<Sha512>,
    /// When it says that it was written.
    pub created: Option<Timestamp>,
    /// The digests of what it holds.
    pub holds: BTreeSet<String>,
}

/// Judges an object. One of our own holds nothing that the standard merely lets pass.
pub fn judge(folder: &dyn Folder, is_ours: bool) -> Judged {
    let mut judged = Judged::default();
    match folder.items() {
        Ok(items) => Judge { folder, items: &items, is_ours, judged: &mut judged }.all(),
        Err(reason) => judged.found.push(What::Unreadable.at("").because(reason)),
    }
    for found in &mut judged.found {
        found.object.clone_from(&judged.id);
    }
    judged.found.sort();
    judged.found.dedup();
    judged
}

struct Judge<'j> {
    folder: &'j dyn Folder,
    items: &'j BTreeMap<String, Item>,
    is_ours: bool,
    judged: &'j mut Judged,
}

/// An inventory that was read, with its bytes.
struct Inventory {
    bytes: Vec<u8>,
    says: Foreign,
}

impl Judge<'_> {
    fn push(&mut self, found: Found) {
        self.judged.found.push(found);
    }

    fn is_file(&self, path: &str) -> bool {
        self.items.get(path) == Some(&Item::File)
    }

    fn all(&mut self) {
        let Some(minor) = self.namaste() else { return };
        match self.items.get(FILE) {
            Some(Item::File) => {}
            Some(_) => return self.push(What::NotAFile.at(FILE)),
            None => return self.push(What::NoInventory.at(FILE)),
        }
        let Some(root) = self.inventory("") else { return };
        if self.is_ours && root.says.algorithm != Algorithm::Sha512 {
            self.push(What::InventoryMalformed.at(FILE).because("digestAlgorithm"));
        }
        self.judged.id = Some(root.says.id.clone()).filter(|id| !id.is_empty());
        if root.says.minor != minor {
            self.push(What::InventoryMalformed.at(FILE).because("type"));
        }
        self.places(&root.says);
        let own = self.own_inventories(&root);
        self.files(&root.says, &own);
        self.fixity(&root.says);
        for (number, block) in root.says.versions {
            let inventory = own.get(&number).map(|own| Sha512::of(&own.bytes));
            let holds = block.state.into_values().collect();
            let seen = Seen { name: block.name, inventory, created: block.created, holds };
            self.judged.versions.insert(number, seen);
        }
    }

    /// Which OCFL it says that it follows.
    fn namaste(&mut self) -> Option<u8> {
        let names: Vec<&String> =
            self.items.keys().filter(|path| path.starts_with("0=") && !path.contains('/')).collect();
        let [name] = names[..] else {
            self.push(What::NoNamaste.found());
            return None;
        };
        if !self.is_file(name) {
            self.push(What::NotAFile.at(name));
            return None;
        }
        let minor = match &**name {
            "0=ocfl_object_1.0" => 0,
            "0=ocfl_object_1.1" => 1,
            _ => {
                self.push(What::Newer.at(name));
                return None;
            }
        };
        match self.folder.read(name, NOTE) {
            Ok(bytes) if bytes == format!("{}\n", &name[2..]).as_bytes() => {}
            Ok(_) => self.push(What::WrongNamaste.at(name)),
            Err(reason) => self.push(What::Unreadable.at(name).because(reason)),
        }
        Some(minor)
    }

    /// The inventory in a folder (`v1/`, or the object's own) with its sidecar.
    fn inventory(&mut self, folder: &str) -> Option<Inventory> {
        let file = format!("{folder}{FILE}");
        let bytes = match self.folder.read(&file, LIST) {
            Ok(bytes) => bytes,
            Err(reason) => {
                self.push(What::Unreadable.at(file).because(reason));
                return None;
            }
        };
        let says = foreign::read(&bytes, &file, &mut self.judged.found);
        // Whatever it says, its digest may tell that somebody changed it.
        let algorithms = [Algorithm::Sha512, Algorithm::Sha256];
        let named = says.as_ref().map(|says| says.algorithm);
        let there = |it: &Algorithm| self.is_file(&format!("{file}.{}", it.name()));
        match named.or_else(|| algorithms.into_iter().find(there)) {
            Some(algorithm) => self.sidecar(&file, &bytes, algorithm),
            None => self.push(What::NoSidecar.at(&file)),
        }
        Some(Inventory { bytes, says: says? })
    }

    fn sidecar(&mut self, file: &str, bytes: &[u8], algorithm: Algorithm) {
        let sidecar = format!("{file}.{}", algorithm.name());
        if !self.is_file(&sidecar) {
            return self.push(What::NoSidecar.at(sidecar));
        }
        let text = match self.folder.read(&sidecar, NOTE) {
            Ok(text) => String::from_utf8(text).unwrap_or_default(),
            Err(reason) => return self.push(What::Unreadable.at(sidecar).because(reason)),
        };
        let line = text.strip_suffix('\n').unwrap_or(&text).trim_end_matches('\r');
        let parts =
            line.split_once([' ', '\t']).map(|(digest, name)| (digest, name.trim_start_matches([' ', '\t'])));
        let Some((digest, FILE)) = parts else {
            return self.push(What::SidecarMalformed.at(sidecar));
        };
        let right = algorithm.digest(&mut &*bytes).map(|(digest, _)| digest).unwrap_or_default();
        if !algorithm.may_write(digest) {
            self.push(What::SidecarMalformed.at(sidecar));
        } else if digest.to_lowercase() != right {
            self.push(What::SidecarDiffers.at(file));
        }
    }

    /// Whether everything lies where something of its kind may lie.
    fn places(&mut self, says: &Foreign) {
        let versions: BTreeMap<&str, bool> =
            says.versions.values().map(|block| (&*block.name, false)).collect();
        let mut versions = versions;
        let mut found = Vec::new();
        for (path, item) in self.items {
            let (first, rest) =
                path.split_once('/').map_or((&**path, None), |(first, rest)| (first, Some(rest)));
            let is_folder = rest.is_some() || *item == Item::Empty;
            if *item == Item::Other {
                found.push(What::NotAFile.at(path));
            } else if let Some(seen) = versions.get_mut(first).filter(|_| is_folder) {
                *seen = true;
                found.extend(rest.and_then(|rest| self.in_version(says, path, first, rest, *item)));
            } else if is_folder && foreign::version_number(first).is_some() {
                found.push(What::VersionStray.at(path).version(first));
            } else if is_folder && !self.is_ours && first == "extensions" {
                if rest.is_some_and(|rest| !rest.contains('/')) && *item == Item::File {
                    found.push(What::StrayExtension.at(path));
                }
            } else if is_folder && !self.is_ours && first == "logs" {
                // The standard leaves it to whoever wrote it.
            } else if is_folder || !is_of_object(path, says.algorithm) {
                found.push(What::StrayInObject.at(path));
            }
        }
        let missing = versions.into_iter().filter(|(_, seen)| !seen);
        found.extend(missing.map(|(name, _)| What::VersionMissing.found().version(name)));
        self.judged.found.extend(found);
    }

    fn in_version(&self, says: &Foreign, path: &str, version: &str, rest: &str, item: Item) -> Option<Found> {
        let below =
            rest.strip_prefix(&*says.content).filter(|below| below.is_empty() || below.starts_with('/'));
        let is_inventory = rest == FILE
            || rest.strip_prefix(FILE).is_some_and(|end| {
                Algorithm::of(end.trim_start_matches('.')).is_some_and(Algorithm::is_of_ocfl)
            });
        let what = match (below, item) {
            // An empty folder of content is only frowned upon.
            (Some(""), Item::Empty) => What::EmptyFolder,
            (Some(""), _) => What::StrayInVersion,
            (Some(_), Item::Empty) => return Some(What::EmptyFolder.at(path).version(version)),
            (Some(_), _) if says.manifest.contains_key(path) => return None,
            (Some(_), _) => return Some(What::FileStray.at(path).version(version)),
            (None, Item::File) if is_inventory => return None,
            (None, Item::File) if !rest.contains('/') => {
                return Some(What::StrayInVersion.at(path).version(version));
            }
            // Other folders are to be passed over.
            (None, _) => What::StrayInVersion,
        };
        self.is_ours.then(|| what.at(path).version(version))
    }

    /// The inventories that versions keep of their own, each held against the object's.
    fn own_inventories(&mut self, root: &Inventory) -> BTreeMap<u32, Inventory> {
        let mut own = BTreeMap::new();
        let (mut minor, newest) = (0, root.says.versions.keys().max().copied());
        for (number, block) in &root.says.versions {
            let (folder, file) = (format!("{}/", block.name), format!("{}/{FILE}", block.name));
            if !self.is_file(&file) {
                if self.is_ours && self.items.keys().any(|path| path.split('/').next() == Some(&*block.name))
                {
                    self.push(What::NoInventory.at(file).version(&*block.name));
                }
                continue;
            }
            let before = self.judged.found.len();
            let read = self.inventory(&folder);
            for found in &mut self.judged.found[before..] {
                found.version = Some(block.name.clone());
            }
            let Some(read) = read else { continue };
            let at = |what: What| what.at(&*file).version(&*block.name);
            if Some(*number) == newest && read.bytes != root.bytes {
                self.push(at(What::RootDiffers));
            }
            if read.says.head != block.name {
                self.push(at(What::HeadWrong).because(&*read.says.head));
            }
            if read.says.id != root.says.id {
                self.push(at(What::IdDiffers).because(&*read.says.id));
            }
            if read.says.content != root.says.content {
                self.push(at(What::ContentFolderDiffers).because(&*read.says.content));
            }
            if read.says.minor < minor || read.says.minor > root.says.minor {
                self.push(at(What::SpecBackwards));
            }
            minor = minor.max(read.says.minor);
            let differs = read.says.versions.keys().filter(|it| !self.is_same(**it, &read.says, &root.says));
            let differs: Vec<String> = differs.map(|it| format!("v{it}")).collect();
            if !differs.is_empty() {
                self.push(at(What::HistoryDiffers).because(differs.join(", ")));
            }
            own.insert(*number, read);
        }
        own
    }

    /// Whether two inventories tell the same of a version. They may be made with different algorithms: then the
    /// same files must lie behind the same paths.
    fn is_same(&self, number: u32, one: &Foreign, other: &Foreign) -> bool {
        let (Some(here), Some(there)) = (one.versions.get(&number), other.versions.get(&number)) else {
            return false;
        };
        if here.name != there.name || !here.state.keys().eq(there.state.keys()) {
            return false;
        }
        if self.is_ours && (here.created != there.created || here.about != there.about) {
            return false;
        }
        if one.algorithm == other.algorithm {
            return here.state == there.state;
        }
        let (by_digest, by_other) = (files_by_digest(one), files_by_digest(other));
        here.state.values().zip(there.state.values()).all(|(one, other)| {
            let files = by_digest.get(one).into_iter().flatten();
            by_other.get(other).is_some_and(|others| files.clone().any(|file| others.contains(file)))
        })
    }

    /// Whether every file is there and has the digests that inventories say.
    fn files(&mut self, root: &Foreign, own: &BTreeMap<u32, Inventory>) {
        let mut wanted: BTreeMap<&str, BTreeSet<(Algorithm, &str)>> = BTreeMap::new();
        for says in own.values().map(|own| &own.says).chain([root]) {
            for (path, digest) in &says.manifest {
                wanted.entry(path).or_default().insert((says.algorithm, digest));
            }
        }
        for (path, digests) in wanted {
            let version = path.split('/').next().unwrap_or_default();
            if !self.is_file(path) || (self.is_ours && !is_safe(path)) {
                let what = if is_safe(path) { What::FileMissing } else { What::PathUnsafe };
                self.push(what.at(path).version(version));
                continue;
            }
            let mut counted = false;
            for algorithm in digests.iter().map(|(algorithm, _)| *algorithm).collect::<BTreeSet<_>>() {
                match self.folder.digest(path, algorithm) {
                    Ok((digest, length)) => {
                        if !std::mem::replace(&mut counted, true) {
                            self.judged.size.0 += 1;
                            self.judged.size.1 += length;
                        }
                        if digests.iter().any(|(of, wanted)| *of == algorithm && *wanted != digest) {
                            self.push(What::FileDiffers.at(path).version(version));
                        }
                    }
                    Err(reason) => self.push(What::Unreadable.at(path).version(version).because(reason)),
                }
            }
        }
    }

    /// Further digests; those that nobody here can make are passed over, as the standard asks.
    fn fixity(&mut self, root: &Foreign) {
        for (name, digest, path) in &root.fixity {
            let Some(algorithm) = Algorithm::of(name) else { continue };
            // Of what is missing it was said already: all of these are in the manifest.
            if !self.is_file(path) {
                continue;
            }
            match self.folder.digest(path, algorithm) {
                Ok((right, _)) if right == *digest => {}
                Ok(_) => self.push(What::FixityDiffers.at(path).because(name)),
                Err(reason) => self.push(What::Unreadable.at(path).because(reason)),
            }
        }
    }
}

/// The files of a manifest, by digest.
fn files_by_digest(says: &Foreign) -> BTreeMap<&String, BTreeSet<&String>> {
    let mut files = BTreeMap::<_, BTreeSet<_>>::new();
    for (path, digest) in &says.manifest {
        files.entry(digest).or_default().insert(path);
    }
    files
}

fn is_of_object(path: &str, algorithm: Algorithm) -> bool {
    path == FILE || path.starts_with("0=") || path == format!("{FILE}.{}", algorithm.name())
}
