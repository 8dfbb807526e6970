//! A bag (`BagIt` 1.0, RFC 8493): files with a list of their digests, which every archive can receive.

use std::collections::BTreeMap;

use crate::archive::sha512::{Files, Sha512};

/// Where the files of a bag stand.
pub const PAYLOAD: &str = "data";
const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// What is said of a bag, in order; each a label and a value.
pub type Info<'a> = [(&'a str, String)];

/// The files of a bag beside its payload, by their paths in it. `payload` are paths below [`PAYLOAD`].
pub fn tags(payload: &Files, info: &Info) -> BTreeMap<String, Vec<u8>> {
    let octets: u64 = payload.values().map(|(_, length)| length).sum();
    let oxum = [("Payload-Oxum", format!("{octets}.{}", payload.len()))];
    let info = info.iter().chain(&oxum).map(|(label, value)| format!("{label}: {}", one_line(value)));
    let manifest = payload.iter().map(|(path, (digest, _))| format!("{digest}  {PAYLOAD}/{}", encoded(path)));
    let mut tags = BTreeMap::from([
        ("bagit.txt".to_owned(), DECLARATION.as_bytes().to_vec()),
        ("bag-info.txt".to_owned(), lines(info)),
        ("manifest-sha512.txt".to_owned(), lines(manifest)),
    ]);
    let of_tags = lines(tags.iter().map(|(path, bytes)| format!("{}  {path}", Sha512::of(bytes))));
    tags.insert("tagmanifest-sha512.txt".to_owned(), of_tags);
    tags
}

fn lines(lines: impl Iterator<Item = String>) -> Vec<u8> {
    lines.flat_map(|line| (line + "\n").into_bytes()).collect()
}

/// A path as a manifest holds it: what would end the line is encoded, and so is what encodes.
fn encoded(path: &str) -> String {
    path.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value on one line: what a title holds may not begin a label of its own.
fn one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bag_lists_its_files_and_itself() {
        let files: Files =
            [("a.txt".to_owned(), (Sha512::of(b"abc"), 3)), ("b/100 %.pdf".to_owned(), (Sha512::of(b""), 0))]
                .into();
        let tags = tags(&files, &[("External-Description", "En\nPayload-Oxum: titel".into())]);
        let text = |name: &str| String::from_utf8(tags[name].clone()).unwrap();
        assert_eq!(text("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        assert_eq!(text("bag-info.txt"), "External-Description: En Payload-Oxum: titel\nPayload-Oxum: 3.2\n");
        let manifest = text("manifest-sha512.txt");
        assert_eq!(
            manifest,
            format!("{}  data/a.txt\n{}  data/b/100 %25.pdf\n", Sha512::of(b"abc"), Sha512::of(b""))
        );
        let listed: Vec<String> =
            text("tagmanifest-sha512.txt").lines().map(|line| line[130..].to_owned()).collect();
        assert_eq!(listed, ["bag-info.txt", "bagit.txt", "manifest-sha512.txt"]);
        assert!(text("tagmanifest-sha512.txt").contains(&Sha512::of(manifest.as_bytes()).to_string()));
    }
}
