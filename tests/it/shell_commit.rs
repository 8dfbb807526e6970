//! Which commit the program says it is, and when cargo asks again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build_script::{commit, watched};
use crate::shell_cli::Site;

fn git(folder: &Path, arguments: &str) {
    let output = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
        .args(arguments.split(' '))
        .env("GIT_COMMITTER_DATE", "2026-11-22T12:00:00+0100")
        .output()
        .expect("git runs");
    assert!(output.status.success(), "git {arguments}: {}", String::from_utf8_lossy(&output.stderr));
}

fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    git(folder.path(), "init -q -b main");
    git(folder.path(), "commit -q --allow-empty -m one");
    folder
}

/// What cargo looks at: every file at or below a watched path.
fn seen(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = watched(folder).into_iter().flat_map(walkdir::WalkDir::new).map(Result::unwrap);
    let files = files.filter(|it| it.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

#[test]
fn the_version_names_the_commit_and_its_day() {
    let number = env!("CARGO_PKG_VERSION");
    let expected = match commit(Path::new(env!("CARGO_MANIFEST_DIR"))) {
        Some((hash, date)) => format!("stadga {number} ({hash} {date})\n"),
        None => format!("stadga {number}\n"),
    };
    assert_eq!(Site::new().run("--version").code(0).out, expected);
}

#[test]
fn a_commit_has_a_short_hash_and_a_day() {
    let folder = repository();
    let (hash, date) = commit(folder.path()).unwrap();
    assert!(hash.len() >= 7 && hash.bytes().all(|it| it.is_ascii_hexdigit()), "{hash}");
    assert_eq!(date, "2026-11-22");
}

#[test]
fn sources_without_git_have_no_commit_not_even_that_of_a_repository_around_them() {
    let folder = repository();
    let unpacked = folder.path().join("stadga-0.1.0");
    fs::create_dir(&unpacked).unwrap();
    assert_eq!(commit(&unpacked), None);
    assert!(watched(&unpacked).is_empty());
}

#[test]
fn every_move_of_head_is_seen_and_nothing_else() {
    let folder = repository();
    let worktree = tempfile::tempdir().unwrap();
    let beside = worktree.path().join("beside");
    git(folder.path(), &format!("worktree add -q {} -b side", beside.display()));
    for (root, branch) in [(folder.path(), "a/b"), (&beside, "c/d")] {
        let commit_two = "commit -q --allow-empty -m two";
        let checkout = format!("checkout -q -b {branch}");
        // Packing moves no head, but puts the references where the next move must be seen too.
        for step in [commit_two, &checkout, "pack-refs --all"] {
            let (before, old) = (seen(root), commit(root));
            git(root, step);
            assert_ne!(seen(root), before, "{step} in {}", root.display());
            assert_eq!(commit(root) == old, step != commit_two, "{step}");
        }
        let (before, old) = (seen(root), commit(root));
        git(root, "commit -q --allow-empty -m three");
        assert_ne!(commit(root), old);
        assert_ne!(seen(root), before, "a commit after packing");
        let before = seen(root);
        git(root, "status -s");
        fs::write(root.join("file"), "x").unwrap();
        git(root, "add file");
        assert_eq!(seen(root), before, "what moves no head asks for no build");
        git(root, "checkout -q --detach");
    }
}
