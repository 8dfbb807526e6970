//! The house rules that no compiler knows: who may use whom, how long a file may be, and
//! what must not be left behind. The rules are functions of text, so each is shown to fail.

use std::fs;
use std::path::Path;

/// From left to right: a file may use its own layer and those before it.
const LAYERS: [&str; 10] =
    ["base", "model", "render", "compare", "edit", "archive", "site", "build", "shell", "main"];
const MOST_LINES: usize = 500;
/// Left behind by accident, in any file but this.
const LEFT_BEHIND: [&str; 4] = ["todo!", "unimplemented!", "dbg!", "FIXME"];
/// Paths of one machine. Tests and benches may name them, the program may not.
const OF_A_MACHINE: [&str; 4] = [concat!("/t", "mp/"), "/home/", "/root/", "C:\\"];
const THIS_FILE: &str = "tests/it/tidy.rs";

/// Everything that is wrong with a file, one sentence each.
fn faults(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let lines = text.lines().count();
    if lines > MOST_LINES {
        faults.push(format!("{path}: {lines} lines, at most {MOST_LINES}"));
    }
    if kind(path) == "rs" {
        if !text.starts_with("//!") {
            faults.push(format!("{path}: does not begin with `//!` and what it is for"));
        }
        if path.ends_with("/mod.rs") {
            faults.push(format!("{path}: modules are listed in lib.rs"));
        }
    }
    for (line, code) in text.lines().enumerate() {
        let mut fault = |what: String| faults.push(format!("{path}:{}: {what}", line + 1));
        let left_behind = LEFT_BEHIND.iter().filter(|_| path != THIS_FILE);
        let of_a_machine = OF_A_MACHINE.iter().filter(|_| path.starts_with("src/"));
        for word in left_behind.chain(of_a_machine).filter(|word| code.contains(**word)) {
            fault(format!("`{word}` must not stand here"));
        }
        if code.contains("super::super") && path != THIS_FILE {
            fault("`super::super`: write the full path".into());
        }
        if code.contains("crate::{") && path != THIS_FILE {
            fault("`crate::{`: one `use` a line shows the layers".into());
        }
        if let Some(own) = layer_of(path) {
            for used in layers_used(code).filter(|used| rank(used) > rank(own)) {
                fault(format!("{own} may not use {used}"));
            }
        }
    }
    faults
}

/// What follows the last dot.
fn kind(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, kind)| kind)
}

/// The layer a source file belongs to; `lib.rs` lists them all and belongs to none.
fn layer_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    let layer = inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs");
    (layer != "lib").then_some(layer)
}

/// The layers named in a line: after `crate::`, or from the program, after `stadga::`.
fn layers_used(code: &str) -> impl Iterator<Item = &str> {
    ["crate::", "stadga::"].into_iter().flat_map(move |root| {
        code.split(root).skip(1).map(|rest| {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            &rest[..end]
        })
    })
}

/// A name that is no layer stands to the right of all: it must be added to the list first.
fn rank(layer: &str) -> usize {
    LAYERS.iter().position(|known| *known == layer).unwrap_or(LAYERS.len())
}

#[test]
fn every_file_keeps_the_house_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    let mut found = Vec::new();
    for folder in ["src", "tests", "benches", "themes"] {
        let inside = |entry: &walkdir::DirEntry| entry.file_name() != "node_modules";
        for entry in
            walkdir::WalkDir::new(root.join(folder)).sort_by_file_name().into_iter().filter_entry(inside)
        {
            let entry = entry.expect("the project's folders can be read");
            let path = entry.path().strip_prefix(root).expect("below the root").to_string_lossy();
            let path = path.replace('\\', "/");
            if ["rs", "css", "js", "html"].contains(&kind(&path)) {
                seen += 1;
                found.extend(faults(&path, &fs::read_to_string(entry.path()).expect("sources are UTF-8")));
            }
        }
    }
    assert!(seen > 5, "only {seen} files seen");
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn each_rule_can_fail() {
    let long = format!("//! x\n{}", "\n".repeat(MOST_LINES));
    let bad = [
        ("src/model/x.rs", "//! x\nuse crate::render::markdown;", "model may not use render"),
        ("src/base/x.rs", "//! x\nfn f(x: &crate::model::id::DocId) {}", "base may not use model"),
        ("src/site/x.rs", "//! x\n//! Uses [`crate::shell::write`].", "site may not use shell"),
        ("src/site/x.rs", "//! x\nuse crate::build::Build;", "site may not use build"),
        ("src/build.rs", "//! x\nuse crate::shell::read;", "build may not use shell"),
        ("src/edit/x.rs", "//! x\nuse crate::site::view;", "edit may not use site"),
        ("src/base/x.rs", "//! x\nuse crate::other::y;", "base may not use other"),
        ("src/base/x.rs", "//! x\nuse crate::{base::date, base::text};", "crate::{"),
        ("src/base/x.rs", "//! x\nuse super::super::model;", "super::super"),
        ("src/base/x.rs", "fn f() {}", "does not begin with `//!`"),
        ("src/base/mod.rs", "//! x", "modules are listed"),
        ("src/base/x.rs", &long, "501 lines"),
        ("themes/standard/x.css", &long, "501 lines"),
        ("tests/it/x.rs", "//! x\ntodo!()", "`todo!`"),
        ("src/base/x.rs", "//! x\ndbg!(1);", "`dbg!`"),
        ("src/shell/x.rs", "//! x\nconst X: &str = \"/home/x\";", "/home/"),
    ];
    for (path, text, expected) in bad {
        let found = faults(path, text).join("\n");
        assert!(found.contains(expected), "{path} {text:?}: expected {expected:?}, found {found:?}");
    }
}

#[test]
fn what_is_allowed_passes() {
    let good = [
        ("src/shell/x.rs", "//! x\nuse crate::build::Build;\nuse crate::base::date::Date;"),
        ("src/site/x.rs", "//! x\nuse crate::site::view::Page;"),
        ("src/main.rs", "//! x\nuse stadga::shell::run;"),
        ("src/lib.rs", "//! x\npub mod shell {}"),
        ("tests/it/x.rs", "//! x\nconst X: &str = \"/home/x\";"),
    ];
    for (path, text) in good {
        assert_eq!(faults(path, text), Vec::<String>::new(), "{path}");
    }
}
