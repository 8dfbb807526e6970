//! Laws of edited front matter: what nobody changed stays, byte for byte.

use std::path::Path;

use stadga::base::path::SitePath;
use stadga::base::snapshot::Source;
use stadga::edit::head::{Head, Tongue, moment};
use stadga::model::keys;

use crate::site::Site;

/// Every text with front matter in the sample municipality, and every example in the handbook.
fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let site = Site::folder(root);
    let of_site = site.snapshot().below("content").filter_map(|(_, source)| match source {
        Source::Text(text) => Some(text.as_str().to_owned()),
        Source::Asset(_) | Source::Unreadable(_) => None,
    });
    let handbook = std::fs::read_to_string(root.join("docs/handbok.md")).unwrap();
    let examples = handbook.split("```").skip(1).step_by(2).filter_map(|block| {
        let (_, text) = block.split_once('\n')?;
        let is_toml = block.starts_with("toml");
        text.starts_with("+++").then(|| text.to_owned()).or(is_toml.then(|| format!("+++\n{text}+++\n")))
    });
    of_site.chain(examples).collect()
}

fn read(text: &str) -> Head {
    Head::read(&SitePath::new("content/a.md"), text).unwrap_or_else(|faults| panic!("{faults:?} in\n{text}"))
}

#[test]
fn a_text_that_is_not_edited_keeps_its_bytes() {
    let texts = texts();
    assert!(texts.len() > 20, "{}", texts.len());
    for text in texts {
        assert_eq!(read(&text).text(), text);
    }
}

#[test]
fn what_is_added_is_whole_lines_and_nothing_else_changes() {
    for text in texts() {
        let mut head = read(&text);
        let entry = [(keys::ACT, Some("extended".into())), (keys::DATE, Some(moment("2099-01-31")))];
        assert!(head.append(keys::DECISIONS, &entry), "{text}");
        let edited = head.text();
        let mut rest = text.lines().peekable();
        let added: Vec<&str> = edited.lines().filter(|line| rest.next_if_eq(line).is_none()).collect();
        assert_eq!(rest.next(), None, "a line is gone or altered:\n{edited}");
        assert!((3..=4).contains(&added.len()), "{added:?}");
    }
}

#[test]
fn keys_are_written_in_the_language_of_the_text_else_of_the_site() {
    let tongue =
        |site: &Site, path: &str| Head::open(site.snapshot(), &SitePath::new(path)).unwrap().tongue();
    let english = "//- content/a.md\n+++\ntitle = 'A'\n+++\n//- content/b.md\n+++\nversion = '1'\n+++\n";
    let site = Site::new(english);
    assert_eq!(tongue(&site, "content/a.md"), Tongue::English);
    assert_eq!(tongue(&site, "content/b.md"), Tongue::English, "as the site's other texts");
    let site = site.file("content/a.md", "+++\ntitel = 'A'\n+++\n");
    assert_eq!(tongue(&site, "content/b.md"), Tongue::Swedish);
    let alone = Site::new("//- content/b.md\n+++\n+++\n");
    assert_eq!(tongue(&alone, "content/b.md"), Tongue::Swedish, "as the site speaks");
}
