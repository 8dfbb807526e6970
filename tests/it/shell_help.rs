//! What helps people at the terminal: completions, manual pages, colours where they are wanted.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

use stadga::shell::run::VERBS;

use crate::shell_cli::{Site, with_error};

#[cfg(unix)]
#[test]
fn bash_completes_commands_options_and_values() {
    let site = Site::new();
    let script = site.run("completions bash").code(0).out;
    let complete = |line: &[&str]| -> BTreeSet<String> {
        let words: Vec<String> = line.iter().map(|word| format!("'{word}'")).collect();
        let last = line.len() - 1;
        let ask = format!(
            "{script}\nCOMP_WORDS=({}) COMP_CWORD={last}\n_stadga stadga '{}' '{}'\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
            words.join(" "),
            line[last],
            line[last - 1],
        );
        let output = Command::new("bash").args(["--norc", "-c", &ask]).output().expect("bash runs");
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
    };
    let set = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(complete(&["stadga", "lis"]), set(&["list"]));
    let commands = complete(&["stadga", ""]);
    for verb in VERBS {
        assert!(commands.contains(verb.name), "{commands:?}");
    }
    assert_eq!(complete(&["stadga", "check", "--str"]), set(&["--strict"]));
    assert_eq!(complete(&["stadga", "list", "--format", ""]), set(&["human", "json", "csv"]));
    assert_eq!(complete(&["stadga", "build", "--lang", ""]), set(&["sv", "en"]));
    assert_eq!(complete(&["stadga", "completions", "f"]), set(&["fish"]));
}

#[test]
fn every_shell_gets_a_script_in_the_chosen_language_without_a_site() {
    let site = Site::new();
    let empty = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let command = format!("completions {shell} --site {}", empty.path().display());
        assert!(site.run(&command).code(0).out.contains("stadga"), "{shell}");
    }
    assert!(site.run("completions fish").code(0).out.contains("Sök fel utan att skriva"));
    assert!(site.run("completions fish --lang en").code(0).out.contains("Look for faults"));
    site.run("completions tcsh").code(2).says("zsh");
}

#[test]
fn every_command_has_a_manual_page_in_the_chosen_language() {
    let site = Site::new();
    let folder = tempfile::tempdir().unwrap();
    let read = |language: &str, page: &str| {
        fs::read_to_string(folder.path().join(language).join(page))
            .unwrap_or_else(|it| panic!("{page}: {it}"))
    };
    for language in ["sv", "en"] {
        let target = folder.path().join(language);
        for _ in 0..2 {
            let empty = format!("--site {}", folder.path().display());
            site.run(&format!("man {} --lang {language} {empty}", target.display())).code(0);
        }
        let parts: usize = VERBS.iter().map(|verb| verb.parts.len()).sum();
        let pages = fs::read_dir(&target).unwrap().count();
        assert_eq!(pages, 1 + VERBS.len() + parts, "nothing else is left there");
    }
    for verb in VERBS {
        let page = read("sv", &format!("stadga-{}.1", verb.name));
        for heading in ["NAMN", "SKRIVSÄTT", "GEMENSAMT", "EXEMPEL", "SLUTSTATUS", "SE ÄVEN"] {
            let plain = page.contains(&format!("\n.SH {heading}\n"));
            assert!(plain || page.contains(&format!("\n.SH \"{heading}\"\n")), "{heading} in\n{page}");
        }
        for english in ["SYNOPSIS", "EXTRA", "OPTIONS", "default", "Possible"] {
            assert!(!page.contains(english), "{english} in\n{page}");
        }
        assert!(read("sv", "stadga.1").contains(&format!("stadga\\-{}(1)", verb.name)));
        assert!(read("en", &format!("stadga-{}.1", verb.name)).contains("\n.SH \"SEE ALSO\"\n"));
    }
    assert!(read("sv", "stadga.1").contains("\n.SH KOMMANDON\n"));
}

#[cfg(unix)]
#[test]
fn a_manual_page_that_cannot_be_written_is_told_of() {
    let site = Site::new();
    site.put("fil", "x");
    site.run("man fil").code(2).says("fil").says("hjälp: ");
    site.run("man").code(2).says("MAPP");
}

#[test]
fn colours_are_forced_and_forbidden() {
    let site = Site::new();
    with_error(&site);
    let coloured = |names: &[(&str, &str)]| {
        let output = site.command("check").envs(names.iter().copied()).output().unwrap();
        output.stderr.contains(&0x1b)
    };
    assert!(!coloured(&[]), "a pipe");
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

/// What a command shows in a terminal of its own, which `script` lends it.
#[cfg(target_os = "linux")]
fn shown(site: &Site, command: &str, names: &[(&str, &str)]) -> String {
    let mut script = Command::new("script");
    script.current_dir(site.path()).args(["-qec", command, "/dev/null"]).stdin(Stdio::null());
    for (name, _) in site.command("").get_envs().filter(|(_, value)| value.is_none()) {
        script.env_remove(name);
    }
    let output = script.env("TERM", "xterm").envs(names.iter().copied()).output().expect("script runs");
    assert!(!output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_colours_unless_it_or_its_reader_wants_none() {
    let site = Site::new();
    with_error(&site);
    for arguments in ["check", "list", "--help"] {
        let command = format!("{} {arguments}", env!("CARGO_BIN_EXE_stadga"));
        let coloured = |names: &[(&str, &str)]| shown(&site, &command, names).contains('\u{1b}');
        assert!(coloured(&[]), "{arguments}");
        assert!(!coloured(&[("NO_COLOR", "1")]), "{arguments}");
        assert!(!coloured(&[("TERM", "dumb")]), "{arguments}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_list_is_as_wide_as_the_terminal() {
    let site = Site::new();
    let title = "Åtgärdsplan för klimatet ".repeat(9);
    let facts = "type = \"plan\"\nadopted_by = \"KF\"\nadopted = 2014-04-09";
    site.put("content/plan.md", format!("+++\ntitle = \"{title}\"\n{facts}\n+++\n\nText.\n"));
    let program = env!("CARGO_BIN_EXE_stadga");
    for width in [40, 80, 200] {
        let command = format!("stty cols {width} rows 24; {program} list");
        let shown = shown(&site, &command, &[("NO_COLOR", "1")]);
        let longest = shown.lines().map(|line| line.trim_end().chars().count()).max();
        assert!(longest.is_some_and(|it| it <= width && it + 12 > width), "{width}: {longest:?}\n{shown}");
        assert!(shown.contains("Åtgärdsplan för") && shown.contains('…'), "{shown}");
    }
}
