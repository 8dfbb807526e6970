//! Names that people give to files: letters, spaces, signs, lengths and forms of Unicode. All of them are archived,
//! sound and taken out again to the byte.

use std::collections::BTreeMap;
use std::fs;

use stadga::base::path::nfc;
use stadga::model::address::encode;

use crate::archives::tree;
use crate::shell_cli::Site;

const TEXT: &str = "+++\ntitle = \"Å & ”Ä” <Ö>\"\ntype = \"policy\"\nadopted_by = \"Kommunfullmäktige\"\n\
                    adopted = 2014-04-09\n+++\n\n";

/// Names that every system can hold; of others the site itself says that they cannot be used.
fn names() -> Vec<String> {
    let plain = ["bilaga åäö.pdf", "100 % #1 & mer.pdf", "a+b=c;d,e!.pdf", "l'été.pdf", "två..punkter.pdf"];
    // The second å is two letters: a, and a ring above it.
    let forms = ["bild å.png", "bild a\u{30a}a.png", "日本語 🌲.txt", "Versaler.PDF", "versaler 2.pdf"];
    let long = "ö".repeat(48) + ".pdf";
    plain.iter().chain(&forms).map(|name| (*name).to_owned()).chain([long, "a".repeat(96) + ".pdf"]).collect()
}

#[test]
fn every_name_is_archived_sound_and_taken_out_again() {
    let site = Site::new();
    let all = names();
    let mut text = TEXT.to_owned();
    for name in &all {
        site.put(&format!("content/miljo/{name}"), format!("fil {name}"));
        text += &["- [fil](<", &encode(name), ">)\n"].concat();
    }
    site.put("content/miljo/2014-04-09.md", text);
    site.run("archive").code(0);
    site.run("archive verify").code(0);
    site.run("archive restore miljo -o ut").code(0);
    let sources = tree(&site.path().join("content"));
    let restored = tree(&site.path().join("ut/source/content"));
    let spelt: BTreeMap<String, &Vec<u8>> = sources.iter().map(|(path, bytes)| (nfc(path), bytes)).collect();
    for (path, bytes) in restored {
        assert_eq!(spelt.get(&path), Some(&&bytes), "{path}");
    }
    let files = tree(&site.path().join("ut"));
    for name in &all {
        let bytes = format!("fil {name}").into_bytes();
        assert!(files.values().any(|file| *file == bytes), "{name} is not in {:?}", files.keys());
    }
    fs::remove_dir_all(site.path().join("ut")).unwrap();
    let today = jiff::Timestamp::now().to_string();
    site.run(&format!("archive site --at {} -o ut", &today[..10])).code(0);
    assert!(tree(&site.path().join("ut")).len() > all.len());
}

/// A name that another system has spelt with the accent apart is found again by a build too.
#[test]
fn a_file_is_copied_however_its_name_is_spelt() {
    let site = Site::new();
    site.put("content/miljo/bild a\u{30a}.pdf", "fil");
    site.put("content/miljo/2014-04-09.md", TEXT.to_owned() + "[fil](<bild%20å.pdf>)\n");
    site.run("build").code(0);
    let output = tree(&site.path().join("output"));
    assert_eq!(
        output.get("dokument/miljo/bild å.pdf").map(Vec::as_slice),
        Some(&b"fil"[..]),
        "{:?}",
        output.keys()
    );
}
