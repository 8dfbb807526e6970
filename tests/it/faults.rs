//! What can be wrong, each on the smallest site that shows it: which rule, where, with which
//! arguments; and nothing else is told beside it.

use std::collections::BTreeMap;

use stadga::base::fault::{Code, Fault, RULES};
use stadga::shell::disk::RealDisk;
use stadga::shell::read;

use crate::fault_cases::{CASES, ON_DISK, UNREADABLE, site_of, sites, unreadable};
use crate::site::Site;

/// The fault as a case writes it, with its arguments where the case has them.
fn told(site: &Site, fault: &Fault, expected: Option<&&str>) -> String {
    let arguments: Vec<String> =
        fault.arguments.iter().map(|(name, value)| format!("{name}={value}")).collect();
    match expected {
        Some(expected) if expected.contains(" | ") => {
            format!("{} | {}", site.tell(fault), arguments.join("; "))
        }
        _ => site.tell(fault),
    }
}

/// What a disk shows: the faults that reading finds, and those of what was read.
fn on_disk(path: &str, bytes: &[u8]) -> (Site, Vec<Fault>) {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |path: &str, bytes: &[u8]| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    };
    put("stadga.toml", b"name = 'A'\nbase_url = 'https://x.se'");
    put(path, bytes);
    let root = read::locate(&RealDisk, folder.path()).expect("a site");
    let read = read::read(&RealDisk, &root, "2026-11-22T12:00:00Z".parse().expect("a moment"));
    let site = Site::of_snapshot(read.snapshot);
    let faults = [read.faults, site.build().faults].concat();
    (site, faults)
}

#[test]
fn each_fault_is_told_where_it_stands() {
    let mut wrong = Vec::new();
    for (text, expected) in CASES {
        let site = site_of(text);
        let faults = site.build().faults;
        let tell = |(index, fault)| told(&site, fault, expected.get(index));
        let found: Vec<String> = faults.iter().enumerate().map(tell).collect();
        if found != *expected {
            wrong.push(format!("{text}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), CASES.len(), wrong.join("\n\n"));
}

#[test]
fn what_cannot_be_read_is_told() {
    let site = unreadable();
    let faults = site.build().faults;
    let tell = |(index, fault)| told(&site, fault, UNREADABLE.get(index));
    assert_eq!(faults.iter().enumerate().map(tell).collect::<Vec<_>>(), UNREADABLE);
}

#[test]
fn what_a_disk_shows_is_told() {
    for (path, bytes, expected) in ON_DISK {
        let (site, faults) = on_disk(path, bytes);
        let found: Vec<String> = faults.iter().map(|fault| told(&site, fault, Some(expected))).collect();
        assert!(found.iter().any(|it| it == expected), "{expected} is not in {found:?}");
    }
}

fn all_faults() -> Vec<Fault> {
    sites().flat_map(|site| site.build().faults).collect()
}

/// A rule without a case, or whose arguments no case shows, cannot be.
#[test]
fn every_rule_has_a_case() {
    let cases = CASES.iter().flat_map(|(_, expected)| expected.iter());
    let cases: Vec<&&str> = cases.chain(&UNREADABLE).chain(ON_DISK.iter().map(|(.., it)| it)).collect();
    for (rule, (required, _)) in documented() {
        let of_rule: Vec<_> = cases.iter().filter(|case| case.starts_with(&format!("{rule} "))).collect();
        assert!(!of_rule.is_empty(), "{rule} is broken by no case");
        let shown = of_rule.iter().any(|case| case.contains(" | "));
        assert!(shown || required.is_empty(), "no case shows the arguments of {rule}");
    }
}

/// The catalogue names each rule with its arguments, in a comment above its message.
fn documented() -> BTreeMap<String, (Vec<String>, Vec<String>)> {
    let catalogue = include_str!("../../src/shell/messages/sv.ftl");
    let lines: Vec<&str> = catalogue.lines().collect();
    let mut documented = BTreeMap::new();
    for pair in lines.windows(2) {
        let (Some(comment), Some(number)) = (pair[0].strip_prefix("# "), pair[1].strip_suffix(" =")) else {
            continue;
        };
        let (slug, arguments) = comment.split_once(':').expect(comment);
        let arguments = arguments.split(',').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned);
        let (optional, required) = arguments.partition(|it: &String| it.ends_with('?'));
        documented.insert(format!("{number} {slug}"), (required, optional));
    }
    documented
}

#[test]
fn faults_carry_what_the_catalogue_says() {
    let documented = documented();
    let rules: Vec<String> = RULES.iter().map(|rule| format!("{} {}", rule.number, rule.slug)).collect();
    assert_eq!(documented.keys().collect::<Vec<_>>(), rules.iter().collect::<Vec<_>>());
    for fault in all_faults() {
        let rule = fault.code.rule();
        let (required, optional) = &documented[&format!("{} {}", rule.number, rule.slug)];
        for name in required {
            assert!(fault.argument(name).is_some(), "{} lacks {name}: {fault:?}", rule.slug);
        }
        for (name, _) in &fault.arguments {
            // A line is a place, for reports that count lines.
            let known = *name == "line"
                || required.iter().any(|it| it == name)
                || optional.iter().any(|it| it.trim_end_matches('?') == *name);
            assert!(known, "{} has {name}, which the catalogue does not know", rule.slug);
        }
    }
}

#[test]
fn the_nearest_word_is_named() {
    for (code, near) in [
        (Code::BadId, "it-policy"),
        (Code::UnknownKey, "sammanfattning"),
        (Code::UnknownType, "policy"),
        (Code::UnknownValue, "revidering"),
        (Code::BodyNearMiss, "Kommunfullmäktige"),
    ] {
        let named = all_faults().iter().any(|it| it.code == code && it.argument("nearest") == Some(near));
        assert!(named, "{near}");
    }
}

#[test]
fn all_faults_of_a_run_are_gathered() {
    let site = site_of(
        "//- content/a.md\n+++\ntyp = 'polisy'\nantagen = 2014-02-30\nparagraf = true\nabc = 1\n+++\n[x](b.md)\n\
         //- content/b/2015.md\n+++\n@oversyn = 'ibland'\n+++\nB\n//- content/c.md\n+++\ntitle 'C'\ntype policy\n+++\nC",
    );
    let expected = [
        "S060 link-nowhere content/a.md:7:1",
        "S023 unknown-key content/a.md:5:1",
        "S024 wrong-type content/a.md:4:12",
        "S030 missing-title content/a.md:1:1",
        "S032 missing-adopter content/a.md:1:1",
    ];
    let found = site.faults();
    for fault in expected {
        assert!(found.iter().any(|it| it == fault), "{fault} is not among {found:#?}");
    }
    assert_eq!(found.len(), 11, "{found:#?}");
}

/// Windows' line ends and byte order mark, and macOS' way to write å, change nothing.
#[test]
fn systems_write_files_in_their_own_ways() {
    let text = "+++\ntitle = 'Åtgärder'\ntype = 'plan'\nadopted_by = 'KF'\nadopted = 2014-04-09\n+++\n![Karta](läge.png)\n\n- a\n- b\n";
    let plain = Site::empty().file("content/a/2014-04-09.md", text).asset("content/a/läge.png", 9);
    assert_eq!(plain.faults(), [""; 0]);
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let windows = Site::empty().file("content/a/2014-04-09.md", &windows).asset("content/a/läge.png", 9);
    assert_eq!(windows.all(), plain.all());
    let decomposed =
        Site::empty().file("content/a/2014-04-09.md", text).asset("content/a/la\u{308}ge.png", 9);
    assert_eq!(decomposed.all(), plain.all());
    let linked = Site::empty()
        .file("content/a/2014-04-09.md", &text.replace("läge", "la\u{308}ge"))
        .asset("content/a/läge.png", 9);
    assert_eq!(linked.faults(), [""; 0]);
    let fault = Site::empty().file("content/a.md", &text.replace("'plan'", "'plann'").replace('\n', "\r\n"));
    assert_eq!(fault.faults(), ["S035 unknown-type content/a.md:3:8", "S062 missing-file content/a.md:7:1"]);
}
