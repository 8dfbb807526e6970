//! The commands that LÄSMIG.txt tells of, run byte for byte as they stand there: whoever reads the archive many years
//! from now has nothing else.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::archives::tree;
use crate::shell_cli::Site;

/// The lines from the one that begins so, to the next empty one.
#[track_caller]
pub(crate) fn as_it_stands<'a>(readme: &'a str, begin: &str) -> &'a str {
    let from = readme.find(&format!("\n{begin}")).expect(begin) + 1;
    &readme[from..from + readme[from..].find("\n\n").expect("an end")]
}

fn readme(site: &Site) -> String {
    fs::read_to_string(site.path().join("arkiv/LÄSMIG.txt")).unwrap()
}

fn bash(folder: &Path, home: &Path, commands: &str) -> Output {
    let mut shell = Command::new("bash");
    shell.current_dir(folder).env("HOME", home).args(["-o", "pipefail", "-ec", commands]).output().unwrap()
}

/// The folder of a document, as the readme has it found.
fn object(site: &Site, id: &str) -> std::path::PathBuf {
    let archive = site.path().join("arkiv");
    let find = as_it_stands(&readme(site), "find ocfl").replace("it-policy", id);
    let found = String::from_utf8(bash(&archive, site.path(), &find).stdout).unwrap();
    assert_eq!(found.lines().count(), 1, "{found}");
    archive.join(found.trim_end())
}

#[cfg(target_os = "linux")]
#[test]
fn the_archive_is_checked_with_standard_tools_alone() {
    let site = Site::new();
    site.run("archive").code(0);
    let object = object(&site, "it-policy");
    let text = readme(&site);
    let check = || bash(&object, site.path(), as_it_stands(&text, "sha512sum -c inventory"));
    let sound = check();
    assert!(sound.status.success(), "{}", String::from_utf8_lossy(&sound.stderr));
    assert!(String::from_utf8_lossy(&sound.stdout).contains("2014-04-09/index.html: OK"));
    fs::write(object.join("v1/content/dokument/it-policy/2014-04-09/index.html"), "x").unwrap();
    assert!(!check().status.success());
}

/// What the archive has already is not stored again: a fact that was changed back, a copy of an older file.
#[cfg(target_os = "linux")]
#[test]
fn a_version_is_seen_whole_with_standard_tools() {
    let site = Site::new();
    let text = |facts: &str, words: &str| {
        let head = "title = \"IT\"\ntype = \"policy\"\nadopted_by = \"KF\"\nadopted = 2014-04-09";
        site.put("content/it/2014-04-09.md", format!("+++\n{head}\n{facts}+++\n\n{words}\n"));
    };
    site.put("content/it/plan å.pdf", "samma");
    text("", "[Plan](<plan å.pdf>)");
    site.run("archive").code(0);
    text("applies_to = [\"alla\"]\n", "[Plan](<plan å.pdf>)");
    site.run("archive").code(0);
    text("", "[Plan](<plan å.pdf>)");
    site.run("archive").code(0);
    site.put("content/it/kopia.pdf", "samma");
    site.put(
        "content/it/2019-01-01.md",
        "+++\ntitle = \"IT\"\ntype = \"policy\"\nadopted_by = \"KF\"\nadopted = 2019-01-01\n+++\n\n[Kopia](kopia.pdf)\n",
    );
    site.run("archive").code(0);
    let (object, readme) = (object(&site, "it"), readme(&site));
    for version in ["v1", "v2", "v3", "v4"] {
        site.run(&format!("archive restore it@{version} -o {version}")).code(0);
        let restored = tree(&site.path().join(version));
        for (begin, folder) in
            [("python3 - v2 \"$HOME/hel\"", "hel"), ("python3 - v2 \"$HOME/whole\"", "whole")]
        {
            let commands = as_it_stands(&readme, begin);
            let commands = commands.replacen("v2", version, 1);
            let home = site.path().join(format!("hem {version}"));
            fs::create_dir_all(&home).unwrap();
            let ran = bash(&object, &home, &commands);
            assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
            assert_eq!(tree(&home.join(folder)), restored, "{version} {folder}");
            assert!(!bash(&object, &home, &commands).status.success(), "nothing is laid over what is there");
        }
    }
    site.run("archive verify").code(0);
}
