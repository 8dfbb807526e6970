//! What the commands of the archive say: in plain words, once, and what is asked for last.

use std::fs;

use crate::shell_cli::Site;

const FILE: &str = "content/it-policy.md";

fn edit(site: &Site, from: &str, to: &str) {
    let text = fs::read_to_string(site.path().join(FILE)).unwrap();
    assert!(text.contains(from), "{text}");
    site.put(FILE, text.replacen(from, to, 1));
}

#[test]
fn a_number_without_its_letter_is_understood_as_a_slip() {
    let site = Site::new();
    site.run("archive").code(0);
    site.run("archive restore it-policy@1 -o ut").code(2).says("Menade du it-policy@v1?");
    site.run("archive diff it-policy 1 2").code(2).says("Menade du v1?");
    site.run("archive diff it-policy 2026").code(2).says("Skriv numret som v1");
    site.run("archive diff it-policy i-dag").code(2).says("Skriv numret som v1");
}

#[test]
fn the_order_of_what_is_named_is_that_of_the_help() {
    let help = Site::new().run("archive diff --help").out;
    let at = |word: &str| help.rfind(word).unwrap_or_else(|| panic!("{word}: {help}"));
    assert!(at("<NAMN>") < at("[FÖRE]  ") && at("[FÖRE]  ") < at("[EFTER]  "), "{help}");
}

#[test]
fn a_renamed_document_has_one_history() {
    let site = Site::new();
    site.run("archive").code(0);
    edit(&site, "+++\n", "+++\naliases = [\"it-policy\"]\n");
    fs::rename(site.path().join(FILE), site.path().join("content/policy-for-it.md")).unwrap();
    site.run("archive").code(0);
    for id in ["it-policy", "policy-for-it"] {
        let list = site.run(&format!("archive list {id}")).code(0).out;
        let lines: Vec<&str> = list.lines().skip(1).collect();
        assert_eq!(lines.len(), 2, "{list}");
        assert!(lines[0].starts_with("it-policy ") && lines[1].starts_with("policy-for-it "), "{list}");
    }
    site.run("archive diff policy-for-it").code(2).says("också arkiverat under namnet it-policy");
    let packed = site.run("archive export --format bagit policy-for-it -o paket").code(0).out;
    assert_eq!(packed.lines().count(), 2, "{packed}");
    let text = fs::read_to_string(site.path().join("content/policy-for-it.md")).unwrap();
    site.put("content/policy-for-it.md", text.replace("ska använda", "får använda"));
    let told = site.run("check").code(1).err;
    assert_eq!(told.matches("S012 frozen").count(), 1, "{told}");
    assert!(told.contains("archive restore policy-for-it"), "{told}");
}

/// What is archived under a former name is a thing of its own, and is not forgotten in silence.
#[test]
fn a_removal_names_what_it_leaves() {
    let site = Site::new();
    site.run("archive").code(0);
    edit(&site, "+++\n", "+++\naliases = [\"it-policy\"]\n");
    fs::rename(site.path().join(FILE), site.path().join("content/policy-for-it.md")).unwrap();
    site.run("archive").code(0);
    let purge = "archive purge policy-for-it --decision KS-2026/7";
    site.run(purge).code(2).says("också arkiverat under namnet it-policy");
    fs::remove_file(site.path().join("content/policy-for-it.md")).unwrap();
    let other = "+++\ntitle = 'B'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014-04-09\n+++\nB\n";
    site.put("content/annan.md", other);
    let rest = "stadga archive purge it-policy --decision \"KS-2026/7\" --yes";
    site.run(&format!("{purge} --yes")).code(0).says(rest);
    site.run("check").code(1).says("S012").says("stadga archive purge it-policy");
    let last = site.run("archive purge it-policy --decision KS-2026/7 --yes").code(0);
    assert!(!last.err.contains("under namnet"), "{}", last.err);
    site.run("archive").code(0);
}

#[test]
fn a_withdrawal_is_told_before_what_it_changed() {
    let site = Site::new();
    site.run("archive").code(0);
    let withdrawn = "withdrawn = { date = 2020-01-01, by = 'KS', reason = 'Fel.' }\n";
    edit(&site, "+++\n", &format!("+++\n{withdrawn}"));
    site.run("archive").code(0);
    let diff = site.run("archive diff it-policy").code(0).out;
    assert!(diff.contains("I v2 är dokumentet avpublicerat"), "{diff}");
    edit(&site, withdrawn, "");
    site.run("archive").code(0);
    let diff = site.run("archive diff it-policy").code(0).out;
    assert!(diff.contains("I v3 är det publicerat igen."), "{diff}");
}

/// A first run that was stopped before there was a log, and one that was stopped before there was a store.
#[test]
fn a_first_run_that_was_stopped_is_no_damage() {
    let site = Site::new();
    fs::create_dir_all(site.path().join("arkiv/.staging")).unwrap();
    for command in ["verify", "doctor", "list"] {
        site.run(&format!("archive {command}"))
            .code(2)
            .says("den första körningen avbröts")
            .says("Kör stadga archive");
    }
    site.run("archive").code(0);
    let log = fs::read_to_string(site.path().join("arkiv/logg/entries.jsonl")).unwrap();
    let first = log.lines().next().unwrap();
    let begun = stadga::archive::entry::Log::parse(&format!("{first}\n")).0;
    fs::remove_dir_all(site.path().join("arkiv/ocfl")).unwrap();
    site.put("arkiv/logg/entries.jsonl", format!("{first}\n"));
    site.put("arkiv/logg/checkpoint", begun.checkpoint().note(None));
    site.run("archive verify").code(1).says("en körning avbröts");
    site.run("archive doctor").code(0);
    site.run("archive verify").code(0);
}

#[test]
fn what_would_be_published_or_misread_is_refused() {
    let site = Site::new();
    site.run("archive").code(0);
    site.run("build").code(0);
    site.run("archive restore it-policy -o output/ut").code(2).says("den byggda webbplatsen");
    site.run("archive site --at 2020-01-01 -o output/ut").code(2);
    site.run("archive key -o output/nyckel.txt").code(2).says("-o ../nyckel.txt");
    assert!(!site.path().join("output/ut").exists());
    site.run("archive purge it-policy --decision ”KS-1”").code(2).says("böjda citattecken");
    let checkpoint = fs::read_to_string(site.path().join("arkiv/logg/checkpoint")).unwrap();
    site.put("arkiv/logg/checkpoint", checkpoint.replacen("\n\n", "\nett ord till\n\n", 1));
    site.run("archive verify").code(1).says("rader som stadga inte har skrivit");
    site.put("arkiv/logg/checkpoint", checkpoint);
    site.run("archive verify").code(0);
}

#[test]
fn a_file_is_no_archive() {
    let site = Site::new();
    for command in ["archive", "archive verify", "archive list"] {
        site.run(&format!("{command} --archive stadga.toml")).code(2).says("stadga.toml är en fil");
    }
}

#[test]
fn what_a_command_needs_is_shown_by_an_example() {
    let site = Site::new();
    site.run("archive restore it-policy")
        .code(2)
        .says("stadga archive restore behöver --output <MAPP>")
        .says("Till exempel: stadga archive restore it-policy -o ut (se");
    site.run("archive purge").code(2).says("<NAMN>").says("--decision");
}

/// What is wrong with the website, but no hindrance, is for whoever checks it.
#[test]
fn the_answer_of_the_archive_is_not_lost_among_notes() {
    let site = Site::new();
    site.put("stadga.toml", "name = \"Exempelby\"\n");
    assert!(site.run("check").code(0).err.contains("S072"));
    assert_eq!(site.run("archive").code(0).err.matches("S072").count(), 0);
    let site = Site::new();
    edit(&site, "adopted = 2014-04-09\n", "");
    let ran = site.run("archive").code(0).says("Webbplatsen har en varning. stadga check visar den.");
    assert!(
        !ran.err.contains("S033") && ran.err.trim_end().ends_with("1 dokument arkiverat."),
        "{}",
        ran.err
    );
}
