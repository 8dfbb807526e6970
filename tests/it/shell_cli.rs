//! The program as people and scripts meet it: exit codes, messages, what is written.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::site::STATEMENT;

const POLICY: &str = "+++
title = \"IT-policy\"
type = \"policy\"
adopted_by = \"Kommunfullmäktige\"
adopted = 2014-04-09
+++

# IT-policy

Kommunen ska använda IT.
";

/// A small site on disk, without faults.
pub(crate) struct Site(pub(crate) tempfile::TempDir);

/// What a run of the program gave.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Site {
    pub(crate) fn new() -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        site.put(
            "stadga.toml",
            format!("name = \"Exempelby\"\nbase_url = \"https://example.se/\"\n{STATEMENT}\n"),
        );
        site.put("content/it-policy.md", POLICY);
        site
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stadga"));
        command.current_dir(self.path()).args(arguments.split_whitespace());
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI"] {
            command.env_remove(name);
        }
        command
    }

    #[track_caller]
    pub(crate) fn run(&self, arguments: &str) -> Ran {
        let Output { status, stdout, stderr } = self.command(arguments).output().unwrap();
        let ran = Ran {
            code: status.code().unwrap(),
            out: String::from_utf8(stdout).unwrap(),
            err: String::from_utf8(stderr).unwrap(),
        };
        assert!(!ran.err.contains("panicked"), "{}", ran.err);
        assert!(!ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'), "colour into a pipe");
        ran
    }

    pub(crate) fn pages(&self) -> Vec<PathBuf> {
        let mut pages = Vec::new();
        let mut folders = vec![self.path().join("output")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() { folders.push(path) } else { pages.push(path) }
            }
        }
        pages.sort();
        pages
    }
}

impl Ran {
    #[track_caller]
    pub(crate) fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub(crate) fn says(self, words: &str) -> Self {
        assert!(self.err.contains(words), "no {words:?} in\n{}", self.err);
        self
    }
}

/// A wrong key and the line it stands in.
pub(crate) fn with_error(site: &Site) {
    site.put("content/it-policy.md", POLICY.replace("adopted =", "adoptad ="));
}

/// Nobody knows when it was adopted.
fn with_warning(site: &Site) {
    site.put("content/it-policy.md", POLICY.replace("adopted = 2014-04-09\n", ""));
}

#[test]
fn a_build_writes_the_site_and_closes_with_one_line() {
    let site = Site::new();
    let ran = site.run("build").code(0);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert!(ran.out.contains(" sidor, ") && ran.out.trim_end().ends_with(" s"), "{}", ran.out);
    assert!(site.path().join("output/index.html").is_file());

    let pages = site.pages();
    let ran = site.run("build").code(0);
    assert!(ran.out.contains("inget ändrat"), "{}", ran.out);
    assert_eq!(site.pages(), pages);
}

/// A slip in a line of braces is mended by the whole line: nobody can guess it from one key.
#[test]
fn a_line_in_braces_is_shown_whole() {
    let example =
        "avpublicerad = { datum = 2026-11-01, av = \"Kommunstyrelsen\", skal = \"Ersatt av en lag\" }.";
    for (line, code, help) in [
        ("avpublicerad = \"2026-11-01\"", "S024", example),
        ("avpublicerad = { datum = \"2026-11-01\" }", "S034", example),
        ("avpublicerad = { datum = 2026-11-01, skal = Fel }", "S020", example),
        ("avpublicerad = { datum: 2026-11-01, skal: \"Fel\" }", "S020", "ett likhetstecken"),
        ("avpublicerad = { datum: 2026-11-01, skal: \"Fel\" }", "S020", example),
        (
            "avpublicerad = { skal = \"Fel\", orsak = \"Fel\" }",
            "S023",
            "Här går det att skriva datum, av, skal.",
        ),
        ("uppfoljning = { till = \"KS\" }", "S034", "Lägg till vad = \"…\" inom klamrarna."),
    ] {
        let site = Site::new();
        site.put("content/it-policy.md", POLICY.replacen("+++\n", &format!("+++\n{line}\n"), 1));
        site.run("check").code(1).says(code).says(help);
    }
    let site = Site::new();
    site.put("stadga.toml", "name = \"Exempelby\"\nfarger = { lank = 1 farg = 2 }\n");
    let told = site.run("check").code(1).says("S020").says("på en enda rad").err;
    assert!(!told.contains("avpublicerad"), "{told}");
}

#[test]
fn two_builds_from_nothing_are_the_same_bytes() {
    let (one, two) = (Site::new(), Site::new());
    one.run("build --date 2026-11-22").code(0);
    two.run("build --date 2026-11-22").code(0);
    let read = |site: &Site| -> Vec<(PathBuf, Vec<u8>)> {
        let name = |path: &PathBuf| path.strip_prefix(site.path()).unwrap().to_owned();
        site.pages().iter().map(|path| (name(path), fs::read(path).unwrap())).collect()
    };
    assert_eq!(read(&one), read(&two));
}

#[test]
fn an_error_shows_its_line_and_stops_the_writing() {
    let site = Site::new();
    with_error(&site);
    site.run("build")
        .code(1)
        .says("fel[S023 unknown-key]")
        .says("content/it-policy.md:5:1")
        .says("adoptad = 2014-04-09")
        .says("^^^^^^^")
        .says("hjälp: ")
        .says("Inget har skrivits");
    assert!(!site.path().join("output").exists());

    site.run("build --keep-going").code(1);
    assert!(site.path().join("output/index.html").is_file());
}

#[test]
fn an_error_leaves_the_old_site_as_it_was() {
    let site = Site::new();
    site.run("build").code(0);
    let pages = site.pages();
    with_error(&site);
    site.run("build").code(1);
    assert_eq!(site.pages(), pages);
}

#[test]
fn warnings_fail_a_strict_run_only() {
    let site = Site::new();
    with_warning(&site);
    site.run("check").code(0).says("varning[S033 missing-adopted]");
    site.run("check --strict").code(1).says("1 varning");
    site.run("build --strict").code(1).says("--strict");
    assert!(!site.path().join("output").exists());
    site.run("build").code(0);
}

#[test]
fn check_tells_what_build_tells_and_writes_nothing() {
    let site = Site::new();
    site.run("check").code(0);
    with_error(&site);
    let check = site.run("check").code(1);
    let build = site.run("build").code(1);
    assert!(build.err.starts_with(&check.err), "{}\n---\n{}", check.err, build.err);
    assert!(!site.path().join("output").exists());
}

#[test]
fn programs_read_json() {
    let site = Site::new();
    with_error(&site);
    let ran = site.run("check --format json").code(1);
    let rows: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let row = rows.as_array().unwrap().iter().find(|row| row["code"] == "S023").unwrap();
    assert_eq!((row["file"].as_str(), row["line"].as_u64()), (Some("content/it-policy.md"), Some(5)));
    assert!(ran.err.is_empty(), "{}", ran.err);

    let ran = site.run("check --format sarif").code(1);
    let log: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "S023");
    assert!(ran.err.is_empty(), "{}", ran.err);

    let fine = Site::new();
    let ran = fine.run("check --format json").code(0);
    assert!(serde_json::from_str::<serde_json::Value>(&ran.out).unwrap().is_array());
}

#[test]
fn what_can_be_mended_is_mended_and_the_rest_is_told() {
    let site = Site::new();
    site.put("content/a.md", POLICY.replace("adopted =", "adoptad =").replace("IT.", "[b](b.md)."));
    site.put(
        "content/c.md",
        format!("\u{feff}{}", POLICY.replace('\n', "\r\n").replace("IT", "la\u{308}sning")),
    );
    let ran = site.run("check").code(1).says("stadga check --fix");
    assert!(ran.err.contains("2 fel"), "{}", ran.err);

    let ran =
        site.run("check --fix").code(1).says("-   5 adoptad = 2014-04-09").says("+   5 adopted = 2014-04-09");
    let ran = ran.says("CRLF").says("S060 link-nowhere");
    assert!(!ran.err.contains("S023") && !ran.err.contains("--fix"), "{}", ran.err);
    let text = |path: &str| fs::read_to_string(site.path().join(path)).unwrap();
    assert_eq!(text("content/a.md"), POLICY.replace("IT.", "[b](b.md)."));
    assert_eq!(text("content/c.md"), format!("\u{feff}{}", POLICY.replace("IT", "läsning")));
    assert_eq!(text("content/it-policy.md"), POLICY);

    let again = site.run("check --fix --format json").code(1).says("inget som stadga kan rätta");
    let rows: serde_json::Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!((rows[0]["code"].as_str(), rows[0]["fixable"].as_bool()), (Some("S060"), Some(false)));
}

#[test]
fn the_language_is_chosen() {
    let site = Site::new();
    with_error(&site);
    site.run("check --lang en").says("error[S023 unknown-key]");
    let english = site.command("check").env("LC_ALL", "en_GB.UTF-8").output().unwrap();
    assert!(String::from_utf8(english.stderr).unwrap().contains("error[S023"));
    site.put("stadga.toml", "name = \"Exampleby\"\nlang = \"en\"\n");
    site.run("check").says("error[S023");
}

#[test]
fn files_that_cannot_be_texts_are_told_of_one_by_one() {
    let site = Site::new();
    site.put("content/latin.md", b"+++\ntitle = \"\xc5r\"\n");
    site.put("content/stor.md", "");
    let stor = fs::File::options().write(true).open(site.path().join("content/stor.md")).unwrap();
    stor.set_len(50 << 20).unwrap();
    site.put("content/tom.md", "");
    site.run("check")
        .code(1)
        .says("S001 not-utf-8")
        .says("content/latin.md:2")
        .says("S002 too-large")
        .says("S005 empty-file");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site_is_an_error() {
    let site = Site::new();
    std::os::unix::fs::symlink("/etc/hostname", site.path().join("content/hemlig.md")).unwrap();
    site.run("check").code(1).says("S004 outside-site");
}

#[test]
fn what_stadga_cannot_do_is_said_with_a_remedy() {
    let site = Site::new();
    site.run("build --output content/ut").code(2).says("hjälp: ").says("content");
    site.run("build --output .").code(2);
    site.run("build --site saknas").code(2).says("--site");
    site.put("annat/brev.txt", "hej");
    site.run("build --output annat").code(2).says("brev.txt").says("--output");
    assert_eq!(fs::read_dir(site.path().join("annat")).unwrap().count(), 1);
    site.put("fil", "x");
    site.run("build --output fil").code(2).says("hjälp: ");
}

#[test]
fn a_wrong_command_line_is_explained() {
    let site = Site::new();
    site.run("bild").code(2).says("build");
    site.run("build --utkast").code(2).says("--utkast");
    site.run("build --date igår").code(2).says("igår");
    site.run("build --output").code(2).says("--output");
    site.run("build --date 2026-02-30").code(2);
    site.run("").code(2).says("Kommandon");
    assert!(site.run("--version").code(0).out.starts_with("stadga "));
    assert!(site.run("build --help").code(0).out.contains("Exempel:"));
    assert!(site.run("--lang en build --help").code(0).out.contains("Examples:"));
}

#[test]
fn a_reader_that_goes_away_is_no_disaster() {
    let site = Site::new();
    with_error(&site);
    for arguments in ["check --format json", "--help"] {
        let mut child =
            site.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(!String::from_utf8(output.stderr).unwrap().contains("panicked"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_given_is_told_of() {
    let site = Site::new();
    for arguments in ["check --format json", "check", "build", "--help", "--version"] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let output = site.command(arguments).stdout(full).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments}: {said}");
        assert!(said.contains("disken är full") && said.contains("hjälp: "), "{arguments}: {said}");
    }
}

#[test]
fn another_folder_in_and_another_out() {
    let site = Site::new();
    let out = tempfile::tempdir().unwrap();
    let arguments = format!("build --site {} --output {}", site.path().display(), out.path().display());
    let elsewhere = Site::new();
    elsewhere.run(&arguments).code(0);
    assert!(out.path().join("index.html").is_file());
    assert!(!site.path().join("output").exists() && !elsewhere.path().join("output").exists());
}

#[test]
fn a_folder_of_documents_that_is_gone_takes_no_page_off_the_website() {
    let site = Site::new();
    site.run("build").code(0);
    let before = site.pages();
    fs::rename(site.path().join("content"), site.path().join("elsewhere")).unwrap();
    let ran = site.run("build").code(2);
    assert!(ran.err.contains("content"), "{}", ran.err);
    assert_eq!(site.pages(), before);
}

#[test]
fn a_website_with_drafts_says_that_it_is_not_to_be_published() {
    let site = Site::new();
    assert!(!site.run("build").code(0).err.contains("Utkast"));
    assert!(site.run("build --drafts").code(0).err.contains("Utkast är med"));
}

#[test]
fn a_misspelt_command_finds_the_nearest() {
    for (typed, meant) in [("chek", "check"), ("biuld", "build"), ("nxt", "next")] {
        let ran = Site::new().run(typed).code(2);
        assert!(ran.err.contains(&format!("Menade du ”{meant}”")), "{}", ran.err);
    }
}
