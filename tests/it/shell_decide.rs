//! `stadga decide` as people and scripts meet it.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

const POLICY: &str = "+++\r
titel = \"IT-policy\" # kort\r
typ = \"policy\"\r
antagen_av = \"Kommunfullmäktige\"\r
antagen = 2014-04-09\r
galler_till = 2018-12-31\r
+++\r
\r
Kommunen ska använda IT.\r
";

/// A folder with one document, as a Windows editor saves it.
fn site() -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    fs::create_dir(site.path().join("content")).unwrap();
    let settings = "name = \"Exempelby\"\nbase_url = \"https://example.se/\"\n[bodies.kf]\nname = \"Kommunfullmäktige\"\nabbreviation = \"KF\"\n";
    fs::write(site.path().join("stadga.toml"), settings).unwrap();
    fs::write(site.path().join("content/it-policy.md"), format!("\u{feff}{POLICY}")).unwrap();
    site
}

fn text(site: &tempfile::TempDir) -> String {
    fs::read_to_string(site.path().join("content/it-policy.md")).unwrap()
}

/// The exit code and what was said.
fn run(site: &tempfile::TempDir, arguments: &[&str]) -> (i32, String) {
    let Output { status, stdout, stderr } = stadga(site).args(arguments).output().unwrap();
    let said = String::from_utf8([stdout, stderr].concat()).unwrap();
    assert!(!said.contains("panicked"), "{said}");
    (status.code().unwrap(), said)
}

fn stadga(site: &tempfile::TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stadga"));
    command.current_dir(site.path()).arg("decide").stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

#[test]
fn a_decision_is_written_shown_and_its_effect_told() {
    let site = site();
    let (code, said) =
        run(&site, &["it-policy", "förlängd", "--by", "kf", "--date", "2018-11-22", "--until", "2098-12-31"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("+  12 till = 2098-12-31"), "{said}");
    let result =
        "IT-policy: Gäller 9 april 2014 – 31 december 2098 (förut: Giltighetstiden gick ut 31 december 2018";
    assert!(said.contains(result), "{said}");
    assert!(said.contains("content/it-policy.md. Kör stadga build"), "{said}");
    let added = "\r\n[[beslut]]\r\natgard = \"forlangd\"\r\nav = \"Kommunfullmäktige\"\r\ndatum = 2018-11-22\r\ntill = 2098-12-31\r\n+++\r\n\r\n";
    assert_eq!(text(&site), format!("\u{feff}{}", POLICY.replace("+++\r\n\r\n", added)));
}

#[test]
fn without_a_terminal_nothing_is_asked_and_nothing_half_done() {
    let site = site();
    let (code, said) = run(&site, &["it-policy", "extended"]);
    assert_eq!(code, 2);
    for option in ["--by", "--date", "--until", "Ingenting är ändrat"] {
        assert!(said.contains(option), "no {option} in {said}");
    }
    let (code, said) = run(&site, &["it-polisy", "upphävd", "--by", "KF", "--date", "2016-01-01", "--yes"]);
    assert!(code == 2 && said.contains("Menade du it-policy (IT-policy)?"), "{said}");
    let (code, said) =
        run(&site, &["it-policy", "extended", "--by", "KF", "--date", "2018", "--until", "2017"]);
    assert!(code == 2, "{said}");
    assert_eq!(text(&site), format!("\u{feff}{POLICY}"));
}

#[test]
fn a_file_that_is_no_toml_is_told_of_and_left() {
    let site = site();
    let broken = POLICY.replace("\"policy\"", "policy");
    fs::write(site.path().join("content/it-policy.md"), &broken).unwrap();
    let (code, said) = run(&site, &["it-policy", "upphavd", "--by", "KF", "--date", "2016-01-01"]);
    assert!(code == 1 && said.contains("S020") && said.contains("content/it-policy.md:3"), "{said}");
    assert_eq!(text(&site), broken);
}

/// A real terminal, by way of util-linux `script`.
#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_it_asks_for_what_is_missing() {
    let site = site();
    let program = format!("{} decide it-polisy --lang sv", env!("CARGO_BIN_EXE_stadga"));
    let script = Command::new("script")
        .args(["-q", "-e", "-E", "never", "-c", &program, "/dev/null"])
        .current_dir(site.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut script = script.expect("`script` of util-linux gives a terminal");
    // Which document, what, when (twice), by whom, until when, section, reference, minutes, write it.
    let answers = "1\nupphävd\nsnart\n2016-01-01\nkf\n\n60\n\n\nj\n";
    script.stdin.take().unwrap().write_all(answers.as_bytes()).unwrap();
    let output = script.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}");
    for words in
        ["1. it-policy (IT-policy)", "upphävd – ska inte längre gälla", "”snart” går inte", "Upphävdes"]
    {
        assert!(said.contains(words), "no {words:?} in\n{said}");
    }
    assert!(text(&site).contains("datum = 2016-01-01\r\nparagraf = \"60\"\r\n+++"), "{}", text(&site));
}
