//! What a guide tells its reader to type is typed here, in a folder that grows with the guide's
//! examples: every command in it works where it stands.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::docs::{ARCHIVE, ASSETS, Block, HANDBOOK, PREVIEW, THEME, blocks};
use crate::serve::Serve;

/// Follows guides from an empty folder; returns the commands that were run.
fn follow(guides: &[&'static str]) -> BTreeSet<&'static str> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut site = folder.path().to_owned();
    let mut run = BTreeSet::new();
    for block in guides.iter().flat_map(|guide| blocks(guide)) {
        match block {
            Block::Removed(path) => fs::remove_dir_all(site.join(path)).expect("a folder to remove"),
            Block::File(example) if example.made => {
                let text =
                    fs::read_to_string(site.join(example.path)).expect("what the commands have written");
                assert_eq!(text, example.text, "{} under “{}”", example.path, example.heading);
            }
            Block::File(example) | Block::Mistake(example) => {
                if let Some(moved) = example.moved {
                    fs::remove_file(site.join(moved)).expect("a file to move");
                }
                put(&site, example.path, &example.text);
                for asset in ASSETS.iter().filter(|name| example.text.contains(**name)) {
                    put(&site, &format!("content/cykelplan/{asset}"), "%PDF");
                }
            }
            Block::Commands(lines) => {
                for line in lines {
                    if let Some(to) = line.strip_prefix("cd ") {
                        site.push(to);
                        assert!(site.is_dir(), "{line}: there is no such folder");
                        continue;
                    }
                    let mut words = words(line).into_iter();
                    assert_eq!(words.next().as_deref(), Some("stadga"), "{line}: only stadga can be run");
                    let words: Vec<String> = words.collect();
                    let command = line.split(' ').nth(1).unwrap_or_default();
                    run.insert(command);
                    if command == "serve" {
                        shows(&site, line, &words);
                    } else {
                        stadga(&site, line, &words);
                    }
                }
            }
        }
    }
    run
}

fn put(site: &Path, path: &str, text: &str) {
    let path = site.join(path);
    fs::create_dir_all(path.parent().expect("below the site")).expect("a folder");
    fs::write(path, text).expect("a file");
}

#[track_caller]
fn stadga(site: &Path, line: &str, words: &[String]) {
    let output = Command::new(env!("CARGO_BIN_EXE_stadga"))
        .current_dir(site)
        .args(words)
        .env_remove("LANG")
        .env_remove("LC_ALL")
        .output()
        .expect("stadga runs");
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{line}\n{}", String::from_utf8_lossy(&said));
}

/// A command that goes on until it is ended: it is, as soon as the site is shown.
#[track_caller]
fn shows(site: &Path, line: &str, words: &[String]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stadga"));
    command.current_dir(site).args(words).args(["--port", "0"]);
    let reply = Serve::start(command).get("/");
    assert_eq!(reply.status, 200, "{line}\n{}", reply.text());
}

/// A command line in words; `"…"` holds words together, as every shell understands it.
fn words(line: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (index, part) in line.split('"').enumerate() {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[test]
fn every_command_of_the_guides_works_where_it_stands() {
    let mut run = follow(&[HANDBOOK, THEME]);
    run.extend(follow(&[ARCHIVE]));
    for verb in stadga::shell::run::VERBS {
        assert!(run.contains(verb.name), "no guide runs {}", verb.name);
    }
}

#[test]
fn the_guide_to_the_preview_can_be_followed() {
    assert_eq!(follow(&[PREVIEW]), ["check", "init", "new", "serve"].into());
}

#[test]
fn a_command_line_is_split_as_a_shell_splits_it() {
    assert_eq!(
        words(r#"stadga new it-policy --title "IT för alla""#),
        ["stadga", "new", "it-policy", "--title", "IT för alla"]
    );
}
