//! Bags that were packed by whomever: what is whole is accepted, and every damage is named.

use std::collections::BTreeMap;

use stadga::archive::algorithm::Algorithm;
use stadga::archive::bag;
use stadga::archive::bag_judge::judge;
use stadga::archive::found::What;
use stadga::archive::judge::{Folder, Item};
use stadga::archive::sha512::Sha512;

/// A bag in memory.
#[derive(Clone)]
struct Bag(BTreeMap<String, Vec<u8>>);

impl Folder for Bag {
    fn items(&self) -> Result<BTreeMap<String, Item>, String> {
        let item = |(path, bytes): (&String, &Vec<u8>)| {
            let item = if bytes == b"link" { Item::Other } else { Item::File };
            (path.clone(), item)
        };
        Ok(self.0.iter().map(item).collect())
    }

    fn read(&self, path: &str, most: u64) -> Result<Vec<u8>, String> {
        let is_readable = |bytes: &Vec<u8>| bytes != b"closed" && bytes.len() as u64 <= most;
        self.0.get(path).cloned().filter(is_readable).ok_or_else(|| "no".into())
    }

    fn digest(&self, path: &str, algorithm: Algorithm) -> Result<(String, u64), String> {
        algorithm.digest(&mut &*self.read(path, u64::MAX)?).map_err(|error| error.to_string())
    }
}

impl Bag {
    fn with(mut self, path: &str, text: &str) -> Self {
        self.0.insert(path.into(), text.into());
        self
    }

    fn without(mut self, path: &str) -> Self {
        self.0.remove(path).expect(path);
        self
    }

    fn edited(self, path: &str, edit: impl Fn(String) -> String) -> Self {
        let text = String::from_utf8(self.0[path].clone()).unwrap();
        let edited = edit(text.clone());
        assert_ne!(text, edited, "{path}");
        self.with(path, &edited)
    }

    fn found(&self) -> Vec<(What, String)> {
        let found = judge(self).found;
        assert!(found.iter().all(|found| found.code.is_none()), "OCFL's codes are not for bags");
        found.into_iter().map(|found| (found.what, found.file.unwrap_or_default())).collect()
    }
}

const MANIFEST: &str = "manifest-sha512.txt";
const TAGS: &str = "tagmanifest-sha512.txt";

/// As `archive export` writes them.
fn ours() -> Bag {
    let payload = [("v1/dokument/a/index.html", "<p>å"), ("v1/source/100 %.pdf", "pdf"), ("v2/tom.txt", "")];
    let files =
        payload.map(|(path, text)| (path.to_owned(), (Sha512::of(text.as_bytes()), text.len() as u64)));
    let mut bag = Bag(bag::tags(&files.into(), &[("Source-Organization", "Sundhamra kommun".into())]));
    for (path, text) in payload {
        bag = bag.with(&format!("data/{path}"), text);
    }
    bag
}

/// As another program wrote one ten years ago, with lists of every kind that the standard has had.
fn of_others(algorithm: Algorithm) -> Bag {
    let name = algorithm.name();
    let digest = |text: &str| algorithm.digest(&mut text.as_bytes()).unwrap().0.to_uppercase();
    let manifest = format!("{} *data/50%25.txt\n{}\tdata/b.txt\r\n", digest("a"), digest("b"));
    Bag(BTreeMap::new())
        .with("bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n")
        .with("bag-info.txt", "payload-oxum: 2.2\nContact-Name: Å\n")
        .with(&format!("tagmanifest-{name}.txt"), &format!("{}  manifest-{name}.txt\n", digest(&manifest)))
        .with(&format!("manifest-{name}.txt"), &manifest)
        .with("data/50%25.txt", "a")
        .with("data/b.txt", "b")
        .with("om.txt", "Vad som helst får ligga bredvid.")
}

#[test]
fn whole_bags_are_accepted_whoever_packed_them() {
    assert_eq!(ours().found(), []);
    assert_eq!(judge(&ours()).size.0, 6, "all that is listed is hashed");
    for algorithm in
        [Algorithm::Sha512, Algorithm::Sha256, Algorithm::Sha224, Algorithm::Sha1, Algorithm::Md5]
    {
        assert_eq!(of_others(algorithm).found(), [], "{algorithm:?}");
    }
    let bare = ours().without(TAGS).without("bag-info.txt");
    assert_eq!(bare.found(), [], "neither is demanded");
}

#[test]
fn every_damage_to_a_bag_is_found_and_named() {
    let first = "data/v1/dokument/a/index.html";
    let damages: Vec<(What, &str, Bag)> = vec![
        (What::NoBag, "bagit.txt", ours().without("bagit.txt")),
        (What::NoBag, "bagit.txt", ours().edited("bagit.txt", |it| it.replace(": 1.0", " : 1.0"))),
        (What::NoBag, "bagit.txt", ours().edited("bagit.txt", |it| format!("\u{feff}{it}"))),
        (What::NoBag, "bagit.txt", ours().edited("bagit.txt", |it| it + "Mer: text\n")),
        (What::BagUnknown, "bagit.txt", ours().edited("bagit.txt", |it| it.replace("1.0", "2.0"))),
        (What::BagUnknown, "bagit.txt", ours().edited("bagit.txt", |it| it.replace("UTF-8", "UTF-16"))),
        (What::Unreadable, "bagit.txt", ours().with("bagit.txt", &"x".repeat(70_000))),
        (What::FileDiffers, first, ours().edited(first, |it| it + " ")),
        (What::FileMissing, first, ours().without(first)),
        (What::NotListed, "data/ny.txt", ours().with("data/ny.txt", "x")),
        (What::NotAFile, "data/länk", ours().with("data/länk", "link")),
        (What::Unreadable, first, ours().with(first, "closed")),
        (What::Unreadable, MANIFEST, ours().with(MANIFEST, "closed")),
        (What::NoManifest, "", ours().without(MANIFEST)),
        (
            What::NoManifest,
            "",
            of_others(Algorithm::Md5).without("manifest-md5.txt").with("manifest-crc.txt", "x"),
        ),
        (What::ManifestMalformed, "manifest-sha512.txt:1", ours().edited(MANIFEST, |it| it[1..].to_owned())),
        (What::ManifestMalformed, "manifest-sha512.txt:4", ours().edited(MANIFEST, |it| it + "data/x\n")),
        (
            What::PathUnsafe,
            "manifest-sha512.txt:1",
            ours().edited(MANIFEST, |it| it.replacen("data/", "data/../", 1)),
        ),
        (
            What::PathUnsafe,
            "manifest-sha512.txt:1",
            ours().edited(MANIFEST, |it| it.replacen("data/", "/data/", 1)),
        ),
        (
            What::PathUnsafe,
            "manifest-sha512.txt:1",
            ours().edited(MANIFEST, |it| it.replacen("data/", "~/data/", 1)),
        ),
        (
            What::PathConflict,
            "manifest-sha512.txt:4",
            ours().edited(MANIFEST, |it| it.clone() + it.lines().next().unwrap()),
        ),
        (What::ListedWrongly, "bagit.txt", ours().edited(MANIFEST, |it| it.replacen(first, "bagit.txt", 1))),
        (
            What::FileDiffers,
            "bag-info.txt",
            ours().edited("bag-info.txt", |it| it.replace("Sundhamra", "Ekbo")),
        ),
        (What::FileMissing, "bag-info.txt", ours().without("bag-info.txt")),
        (
            What::NotListed,
            MANIFEST,
            ours().edited(TAGS, |it| it.lines().take(2).collect::<Vec<_>>().join("\n")),
        ),
        (What::ListedWrongly, TAGS, ours().edited(TAGS, |it| it.replacen("bagit.txt", TAGS, 1))),
        (What::ListedWrongly, first, ours().edited(TAGS, |it| it.replacen("bagit.txt", first, 1))),
        (
            What::OxumDiffers,
            "bag-info.txt",
            ours().without(TAGS).edited("bag-info.txt", |it| it.replace(".3", ".4")),
        ),
        (
            What::OxumDiffers,
            "bag-info.txt",
            of_others(Algorithm::Sha1).edited("bag-info.txt", |it| it.replace("2.2", "3.2")),
        ),
        // A second list is weighed as the first: from 1.0 both name everything.
        (What::NotListed, "data/v2/tom.txt", ours().with("manifest-sha256.txt", "")),
    ];
    for (what, file, bag) in &damages {
        let found = bag.found();
        assert!(found.contains(&(*what, (*file).to_owned())), "{what:?} {file}: {found:?}");
        assert!(found.len() <= 4, "{found:?}");
    }
    let nothing =
        Bag(BTreeMap::new()).with("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    let found: Vec<What> = nothing.found().into_iter().map(|(what, _)| what).collect();
    assert_eq!(found, [What::NoPayload, What::NoManifest]);
}
