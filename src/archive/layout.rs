//! Where an object lies in the store: OCFL extension 0003, hash and id n-tuple. Whoever knows an
//! object's id finds its folder, and the folder's name tells the id to a person.

use std::fmt::Write as _;

use crate::archive::sha512::Sha512;

/// The name of the extension.
pub const NAME: &str = "0003-hash-and-id-n-tuple-storage-layout";
/// What its `config.json` holds.
pub const CONFIG: &str = r#"{
  "extensionName": "0003-hash-and-id-n-tuple-storage-layout",
  "digestAlgorithm": "sha512",
  "tupleSize": 3,
  "numberOfTuples": 3
}
"#;
/// Longer names are cut, and the digest is put after them.
const LONGEST: usize = 100;

/// The folder of an object, from the root of the store: `a1b/2c3/d4e/urn%3astadga%3a…`.
pub fn folder(id: &str) -> String {
    let digest = Sha512::of(id.as_bytes()).to_string();
    let mut name = String::with_capacity(id.len() * 2);
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') {
            name.push(char::from(byte));
        } else {
            let _ = write!(name, "%{byte:02x}");
        }
    }
    if name.len() > LONGEST {
        name.truncate(LONGEST);
        name = format!("{name}-{digest}");
    }
    format!("{}/{}/{}/{name}", &digest[..3], &digest[3..6], &digest[6..9])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_folder_by_its_digest_and_name() {
        let of = |id: &str| folder(id).split('/').map(str::len).collect::<Vec<_>>();
        assert!(folder("urn:stadga:a:dok:it-policy").ends_with("/urn%3astadga%3aa%3adok%3ait-policy"));
        assert!(folder("..hor_rib:le-$id").ends_with("/%2e%2ehor_rib%3ale-%24id"));
        assert!(folder("å").ends_with("/%c3%a5"));
        assert_eq!(of("a"), [3, 3, 3, 1]);
        assert_eq!(of(&"a".repeat(100)), [3, 3, 3, 100]);
        assert_eq!(of(&"a".repeat(101)), [3, 3, 3, 100 + 1 + 128]);
    }
}
