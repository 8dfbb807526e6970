//! How a preview begins and ends: the port, the names it answers to, what it tells, Ctrl+C.

use std::io::Write as _;
use std::net::TcpListener;
use std::time::{Duration, Instant};

use crate::serve::{Serve, policy, until};
use crate::shell_cli::Site;

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_at_once_whoever_is_connected() {
    let site = Site::new();
    let mut serve = Serve::of(&site, "");
    let (mut listener, _idle) = (serve.open(), serve.open());
    listener.listen();
    let mut half = serve.open();
    half.0.get_mut().write_all(b"GET / HTTP/1.1\r\nHost:").unwrap();
    let start = Instant::now();
    assert_eq!(serve.end(), Some(0));
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    serve.waits_to_tell("Förhandsvisningen är avslutad.");
}

#[test]
fn a_port_that_is_taken_gives_the_next_and_two_previews_of_a_site_are_two() {
    let site = Site::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let one = Serve::start(site.command(&format!("serve --port {port}")));
    assert!(one.address.port() > port);
    one.waits_to_tell(&format!("Port {port} är upptagen"));
    one.waits_to_tell(&format!("Den här står på port {}.", one.address.port()));
    let other = Serve::of(&site, "");
    assert_eq!(one.get("/").text(), other.get("/").text());
    assert_ne!(one.open().listen(), other.open().listen(), "no edition is taken for another's");
}

#[test]
fn what_is_told_at_the_start_is_calm_and_in_words() {
    let site = Site::new();
    let serve = Serve::of(&site, "");
    serve.waits_to_tell("Avsluta med Ctrl+C.\n");
    assert!(!serve.told().contains("nätverket"));
    site.put("content/it-policy.md", policy("A").replace("adopted =", "adoptad ="));
    let english = Serve::of(&site, "--lang en --poll");
    english.waits_to_tell("Read about them at http://127.0.0.1:");
    assert!(english.told().contains("about once a second"), "{}", english.told());
    assert_eq!(english.told().lines().count(), 3, "counts, not all faults: {}", english.told());
}

#[test]
fn beyond_this_computer_it_says_what_that_means() {
    let site = Site::new();
    let serve = Serve::of(&site, "--host 0.0.0.0 --allow-host evas-dator.local");
    serve.waits_to_tell("Alla på nätverket kan läsa webbplatsen, även utkasten, på http://");
    for (host, status) in [("192.168.1.7:4000", 200), ("Evas-Dator.local", 200), ("evil.example", 403)] {
        assert_eq!(serve.ask("GET", "/", &format!("Host: {host}\r\n")).status, status, "{host}");
    }
}

#[test]
fn what_cannot_be_listened_at_is_said() {
    let site = Site::new();
    site.run("serve --host 192.0.2.1 --port 0")
        .code(2)
        .says("Det går inte att ta emot webbläsare på 192.0.2.1: den adressen hör inte till den här datorn (")
        .says("--host 0.0.0.0");
    site.run("serve --host finns.inte.invalid --port 0").code(2).says("på finns.inte.invalid: datorn ");
    site.run("serve foo").code(2).says("”foo” hör inte till kommandot").says("Se stadga serve --help.");
    site.run("serve --dagar")
        .code(2)
        .says("Det finns ingen flagga ”--dagar”")
        .says("Se stadga serve --help.");
    site.run("serve --port 99999").code(2).says("0 till 65535");
    site.run("serve --allow-host http://evil").code(2).says("namn eller adress");
    site.run("serve --editor word").code(2).says("vscode");
    for day in ["0000-01-01", "0999-12-31", "-000001-01-01"] {
        site.run(&format!("serve --date={day}")).code(2).says("skriv en dag som finns");
    }
    site.run("serve --drafts --no-drafts").code(2).says("går inte att använda samtidigt");
}

#[cfg(target_os = "linux")]
#[test]
fn the_browser_is_opened_for_whoever_asks() {
    use std::os::unix::fs::PermissionsExt as _;

    let site = Site::new();
    let asked = site.path().join("asked");
    site.put("bin/xdg-open", format!("#!/bin/sh\nprintf %s \"$1\" > '{}'\n", asked.display()));
    let program = site.path().join("bin/xdg-open");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = site.command("serve --port 0 --open");
    let path = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("{}:{path}", program.parent().unwrap().display()));
    let serve = Serve::start(command);
    let wanted = format!("http://{}/", serve.address);
    until(
        || std::fs::read_to_string(&asked).ok().filter(|it| *it == wanted).map(drop),
        || format!("{wanted}, told: {}", serve.told()),
    );
}
