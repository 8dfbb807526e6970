//! `stadga init`: a site that builds and explains itself, begun in an empty folder or not at all.

use std::fs;
use std::path::Path;

use stadga::base::date::Date;
use stadga::base::path::SitePath;
use stadga::edit::starter::Beginning;
use stadga::shell::init;
use stadga::shell::words::{Language, Words};

use crate::laws::dead_links;
use crate::shell_cli;
use crate::site::Site;

const LANGUAGES: [Language; 2] = [Language::Swedish, Language::English];
const ADDRESS: &str = "https://styrdokument.example.org/";

fn begun(language: Language, address: Option<&str>, day: &str) -> Site {
    let today: Date = day.parse().unwrap();
    let files = init::files(Words::of(language), &Beginning { name: "Ekbo \"kommun\"", address, today });
    Site::of(files.into_iter().map(|(path, text)| (path.to_string(), text))).today(day)
}

/// An empty folder, and the program in it.
fn empty() -> shell_cli::Site {
    shell_cli::Site(tempfile::tempdir().unwrap())
}

fn files(folder: &Path) -> Vec<String> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = entries.filter(|it| it.file_type().is_file());
    files.map(|it| it.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/")).collect()
}

#[test]
fn the_first_site_lacks_only_what_its_owner_must_write() {
    for language in LANGUAGES {
        for day in ["2024-02-29", "2025-01-01", "2026-10-14", "2026-11-22", "2027-12-31", "2030-07-15"] {
            let faults = |address| begun(language, address, day).faults();
            // Nobody can say how accessible a site is before it is there.
            assert_eq!(faults(Some(ADDRESS)), ["S114 no-statement stadga.toml"], "{day}");
            assert_eq!(
                faults(None),
                ["S072 no-base-url stadga.toml", "S114 no-statement stadga.toml"],
                "{day}"
            );
        }
    }
}

#[test]
fn every_page_of_the_first_site_is_whole() {
    for language in LANGUAGES {
        let site = begun(language, Some(ADDRESS), "2026-11-22");
        assert_eq!(dead_links(&site.all()), [""; 0]);
        assert!(site.page("/").contains("Ekbo &quot;kommun&quot;"), "{}", site.page("/"));
        // The Mondays three years and one month before.
        assert!(!site.main("/dokument/it-policy/2023-11-20/").is_empty());
        assert!(!site.main("/dokument/it-policy/2026-10-19/").is_empty());
        let gaps = ["{name}", "{today}", "{later}", "{between}", "{earlier}", "{address}"];
        for (path, bytes) in site.all() {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            assert!(!gaps.iter().any(|gap| text.contains(gap)), "a gap in {path}");
        }
    }
}

#[test]
fn nothing_of_the_first_site_is_overdue_or_nearly_so() {
    for (language, words) in [
        (Language::Swedish, ["översynen är försenad", "översynen närmar sig"]),
        (Language::English, ["overdue", "due soon"]),
    ] {
        let register = begun(language, None, "2026-11-22").main("/dokument/");
        assert!(!words.iter().any(|it| register.contains(it)), "{register}");
    }
}

#[test]
fn both_languages_begin_with_the_same_files() {
    let shape = |language| {
        let beginning = Beginning { name: "X", address: None, today: "2026-11-22".parse().unwrap() };
        let texts = init::files(Words::of(language), &beginning);
        let notes = |text: &String| text.lines().filter(|it| it.starts_with('#')).count() > 0;
        let for_people = |path: &SitePath| path.extension().as_deref() != Some("json");
        assert!(texts.iter().all(|(path, text)| notes(text) || !for_people(path)), "a file lacks its notes");
        let mut folders: Vec<String> = texts.iter().map(|(path, _)| path.folder().to_owned()).collect();
        folders.sort();
        folders
    };
    assert_eq!(shape(Language::Swedish), shape(Language::English));
}

#[test]
fn init_writes_a_site_that_the_other_commands_like() {
    let folder = empty();
    let mut command = folder.command("init styrdokument --name");
    let output = command.arg("Ekbo kommun").output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(told.contains("cd styrdokument") && told.contains("stadga check"), "{told}");
    assert!(told.contains("content/resepolicy.md"), "{told}");
    folder.run("check --strict --site styrdokument").code(0);
    folder.run("build --strict --site styrdokument").code(0);
    assert!(folder.path().join("styrdokument/output/dokument/resepolicy/index.html").is_file());
    assert!(folder.path().join("styrdokument/output/.gitignore").is_file());
    folder.run("check --date 2026-11-22 --site styrdokument --lang en").code(0);
}

#[test]
fn init_begins_in_the_folder_one_stands_in_and_keeps_hidden_files() {
    let folder = empty();
    folder.put(".git/config", "x");
    folder.run("init --name Ekbo --lang en --base-url https://ekbo.example").code(0).says("stadga build");
    let settings = fs::read_to_string(folder.path().join("stadga.toml")).unwrap();
    let (first, _) = settings.split_once('\n').unwrap();
    let schema = first.strip_prefix("#:schema ./").unwrap();
    let schema = fs::read(folder.path().join(schema)).unwrap();
    assert!(serde_json::from_slice::<serde_json::Value>(&schema).unwrap()["properties"].is_object());
    assert!(settings.contains("name = \"Ekbo\"\n"), "{settings}");
    assert!(settings.contains("\nbase_url = \"https://ekbo.example/\"\n"), "{settings}");
    folder.run("check --strict").code(0);
}

#[test]
fn init_writes_nothing_where_anything_stands() {
    for stranger in ["brev.txt", "content/brev.md", "stadga.toml", "output/index.html"] {
        let folder = empty();
        folder.put(stranger, "mitt");
        folder.run("init --name Ekbo").code(2).says("inte tom").says(stranger).says("hjälp: ");
        assert_eq!(files(folder.path()), [stranger]);
    }
    let folder = empty();
    folder.put("fil", "mitt");
    folder.run("init fil --name Ekbo").code(2);
    folder.run("init --name Ekbo").code(2);
    folder.run("init ny --name Ekbo").code(0);
    folder.run("init ny --name Ekbo").code(2).says("stadga.toml");
}

#[test]
fn init_says_what_it_must_know_where_nobody_can_answer() {
    let folder = empty();
    folder.run("init").code(2).says("--name").says("terminal");
    folder.run("init --yes").code(2).says("--name");
    folder.command("init --name").arg("  ").output().map(|it| assert_eq!(it.status.code(), Some(2))).unwrap();
    folder.run("init --name Ekbo --base-url ekbo.example").code(2).says("https://");
    assert_eq!(files(folder.path()), [""; 0]);
}

#[test]
fn an_init_that_was_cut_off_is_taken_up_again() {
    let whole = empty();
    whole.run("init --name Ekbo").code(0);
    // As they are written: the settings last, and half of a file only under a hidden name.
    let mut order = files(whole.path());
    order.sort_by_key(|name| name == "stadga.toml");
    for kept in 0..order.len() {
        let folder = empty();
        for name in &order[..kept] {
            folder.put(name, fs::read(whole.path().join(name)).unwrap());
        }
        let (above, name) = order[kept].rsplit_once('/').unwrap_or((".", &order[kept]));
        folder.put(&format!("{above}/.{name}.stadga-tmp"), "++");
        folder.run("init --name Ekbo").code(0);
        assert_eq!(files(folder.path()), files(whole.path()), "after {kept} files");
        folder.run("check --strict").code(0);
    }
}
