//! Tells the program which commit it is built from: `0.1.0 (76a73f5 2026-11-22)`. Of sources without
//! git, such as an unpacked archive, only the version is known.
#![allow(clippy::disallowed_methods, reason = "cargo runs this before there is a core to keep pure")]
#![allow(clippy::print_stdout, reason = "cargo listens on standard output")]

use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    println!("cargo::rerun-if-changed=build.rs");
    for path in watched(folder) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    let number = env!("CARGO_PKG_VERSION");
    let (version, date) = match commit(folder) {
        Some((hash, date)) => (format!("{number} ({hash} {date})"), date),
        None => (number.to_owned(), String::new()),
    };
    println!("cargo::rustc-env=STADGA_VERSION={version}");
    println!("cargo::rustc-env=STADGA_DATE={date}");
}

/// The short hash and the day of the commit that the sources come from.
pub(crate) fn commit(folder: &Path) -> Option<(String, String)> {
    let told = git(folder, &["show", "--no-patch", "--no-show-signature", "--format=%h %cs", "HEAD"])?;
    let (hash, date) = told.split_once(' ')?;
    Some((hash.to_owned(), date.to_owned()))
}

/// What changes when another commit is checked out or made, also in a worktree and with packed
/// references. Only what is there: cargo takes a missing file for one that has changed each time.
pub(crate) fn watched(folder: &Path) -> Vec<PathBuf> {
    ["HEAD", "refs/heads", "packed-refs", "reftable"]
        .iter()
        .filter_map(|name| git(folder, &["rev-parse", "--git-path", name]))
        .map(|path| folder.join(path))
        .filter(|path| path.exists())
        .collect()
}

/// The answer of git about the folder's own repository, never about one that happens to lie around it.
fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    if !folder.join(".git").exists() {
        return None;
    }
    let output = Command::new("git").current_dir(folder).args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}
