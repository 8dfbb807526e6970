//! `stadga new` as it is typed: what it makes, says, asks and refuses.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::shell_cli;

#[test]
fn a_document_is_made_from_the_command_line() {
    let site = shell_cli::Site::new();
    site.run("new resepolicy --title Resor --type Policy --by KF --date 2026-05-04")
        .code(0)
        .says("\n  title = \"Resor\"")
        .says("… och 7 rader text")
        .says("content/resepolicy.md")
        .says("stadga serve")
        .says("http://127.0.0.1:4000/dokument/resepolicy/")
        .says("ta bort raden draft = true och kör stadga check.");
    let text = fs::read_to_string(site.path().join("content/resepolicy.md")).unwrap();
    assert!(text.contains("\nadopted = 2026-05-04  #") && text.contains("\ndraft = true  #"), "{text}");
    site.run("check --strict --drafts").code(0);
    site.run("new planer/bredband --title Bredband --type plan").code(0);
    let text = fs::read_to_string(site.path().join("content/planer/bredband.md")).unwrap();
    assert!(text.contains("\n# adopted_by = ") && text.contains("\n# adopted = "), "{text}");
    site.run("check --strict --drafts").code(0);

    site.run("new resepolicy --title A --type plan")
        .code(2)
        .says("redan ett utkast")
        .says("content/resepolicy.md");
    site.run("new").code(2).says("Namnet saknas").says("--title").says("--type");
    site.run("new IT-policy-2024 --title A --type plan").code(2).says("it-policy");
    site.run("new it-policy --title A --type plan").code(2).says("/dokument/it-policy/").says("--version");
    site.run("new åtgärd --title A --type plan").code(2).says("atgard");
    site.run("new NUL --title A --type plan").code(2).says("dokument-nul");
    site.run("new sidor/om --title A --type plan").code(2).says("vanliga sidor");
    site.run("new a --title A --type polcy").code(1).says("S035 unknown-type");
    site.run("new a --title A --type plan --date igår").code(2).says("igår");
    site.run("new a --version 2026 --date 2026").code(2).says("samtidigt");
    site.put("content/b.md/fil.txt", "i vägen");
    site.run("new b --title A --type plan").code(2).says("finns redan");
    assert!(!site.path().join("content/a.md").exists());
}

#[test]
fn a_version_is_made_from_the_command_line() {
    let site = shell_cli::Site::new();
    site.put("content/it-policy.en.md", "+++\r\ntitle = \"IT policy\"\r\n+++\r\nText.\r\n");
    site.run("build --date 2026-11-22").code(0);
    let before = site.pages();
    let ran = site.run("new it-policy --version 2026-10-26").code(0);
    ran.says("content/it-policy.md → content/it-policy/2014-04-09.md").says("2026-10-26.md");
    let english = fs::read_to_string(site.path().join("content/it-policy/2014-04-09.en.md")).unwrap();
    assert_eq!(english, "+++\r\ntitle = \"IT policy\"\r\n+++\r\nText.\r\n");
    assert!(!site.path().join("content/it-policy.md").exists());
    assert!(site.run("build --date 2026-11-22").code(0).out.contains("inget ändrat"));
    assert_eq!(site.pages(), before);
    site.run("check --strict --drafts").code(0);
    site.run("new it-polcy --version 2026").code(2).says("it-policy?");
    site.run("new it-policy --version 2026-02-30").code(2).says("2026-02-30");
}

#[test]
fn what_to_do_with_a_new_version_is_said_with_its_address_and_its_draft_line() {
    let site = shell_cli::Site::new();
    let ran = site.run("new it-policy --version 2027-01-01").code(0);
    let ran = ran.says("content/it-policy/2027-01-01.md i texteditorn");
    let ran = ran.says("Kör stadga serve, om").says("http://127.0.0.1:4000/dokument/it-policy/2027-01-01/\n");
    let ran = ran.says("ta bort raden draft = true och kör stadga check.");
    let ran = ran.says("\n  adopted = 2027-01-01\n").says("… och 3 rader text\n");
    assert!(!ran.err.contains("använda IT"), "the text is not shown: {}", ran.err);

    let site = shell_cli::Site::new();
    site.put(
        "content/it-policy.md",
        "+++\ntitel = 'A'\ntyp = 'policy'\nantagen_av = 'KF'\nantagen = 2014-04-09\n+++\nText.\n",
    );
    let settings = fs::read_to_string(site.path().join("stadga.toml")).unwrap();
    site.put("stadga.toml", settings.replace("https://example.se/", "https://example.se/styr/"));
    let folder = site.path().display().to_string();
    site.run(&format!("new it-policy --version 2027 --site {folder}"))
        .code(0)
        .says("http://127.0.0.1:4000/styr/dokument/it-policy/2027/")
        .says("ta bort raden utkast = true")
        .says(&format!("stadga serve --site \"{folder}\""));
}

#[test]
fn a_second_version_of_a_day_is_not_made_unasked() {
    let site = shell_cli::Site::new();
    site.run("new it-policy --version 2027-01-01").code(0);
    for arguments in ["", " --yes"] {
        site.run(&format!("new it-policy --version 2027-01-01{arguments}"))
            .code(2)
            .says("redan ett utkast från 2027-01-01: content/it-policy/2027-01-01.md")
            .says("/dokument/it-policy/2027-01-01/\n")
            .says("Skriv vidare i den filen")
            .says("Ingenting är ändrat");
    }
    site.run("new it-policy --version 2014-04-09").code(2).says("redan en lydelse från 2014-04-09");
    site.run("new it-policy --version 2027-02-01").code(0).says("ett utkast av dokumentet");
    assert_eq!(fs::read_dir(site.path().join("content/it-policy")).unwrap().count(), 3);

    // What would move there from a file of its own bears its name of today.
    let alone = shell_cli::Site::new();
    alone.run("new it-policy --version 2014-04-09").code(2).says("content/it-policy.md.");
}

/// A run on a terminal of its own, as a person has one.
#[cfg(target_os = "linux")]
fn on_terminal(site: &shell_cli::Site, arguments: &str, answers: &str) -> Option<(i32, String)> {
    let program = format!("{} {arguments}", env!("CARGO_BIN_EXE_stadga"));
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", &program, "/dev/null"]).current_dir(site.path());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        script.env_remove(name);
    }
    let child = script.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.ok()?; // a computer without util-linux
    child.stdin.take()?.write_all(answers.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    Some((output.status.code().unwrap(), anstream::adapter::strip_str(&told).to_string()))
}

#[cfg(target_os = "linux")]
#[test]
fn a_person_at_a_terminal_is_asked_and_shown_and_asked_again() {
    let site = shell_cli::Site::new();
    let file = site.path().join("content/resor.md");
    let answers = "Resor\n\npolicy\n\n\nn\n";
    let Some((code, told)) = on_terminal(&site, "new", answers) else { return };
    assert!(code == 0 && told.contains("[resor]") && told.contains("Ingenting är ändrat"), "{told}");
    assert!(!file.exists());
    let (code, told) = on_terminal(&site, "new", "Resor\n\npolicy\n\n\nja\n").unwrap();
    assert!(code == 0 && told.contains("Ny fil content/resor.md"), "{told}");
    assert!(file.exists());
    let again = "new it-policy --version 2027-01-01";
    on_terminal(&site, again, "j\n").unwrap();
    let (code, told) = on_terminal(&site, again, "n\n").unwrap();
    assert!(code == 0 && told.contains("Skriv vidare i content/it-policy/2027-01-01.md"), "{told}");
    assert!(!site.path().join("content/it-policy/2027-01-01-2.md").exists());
    on_terminal(&site, again, "j\nj\n").unwrap();
    assert!(site.path().join("content/it-policy/2027-01-01-2.md").exists());
    let (code, told) = on_terminal(&site, "new --yes", "").unwrap();
    assert!(code == 2 && told.contains("--title"), "{told}");
}
