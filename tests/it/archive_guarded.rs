//! What is frozen in an archive stays so by every way round, and what nobody vouched for is not taken over in silence.

use std::fs;
use std::os::unix::fs::symlink;

use crate::shell_cli::Site;

const FILE: &str = "content/it-policy.md";

fn edit(site: &Site, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(site.path().join(file)).unwrap();
    assert!(text.contains(from), "{from}");
    site.put(file, text.replacen(from, to, 1));
}

/// A document with an attachment of its own, archived.
fn archived() -> Site {
    let site = Site::new();
    let text = fs::read_to_string(site.path().join(FILE)).unwrap();
    fs::remove_file(site.path().join(FILE)).unwrap();
    let text = text.replace("Kommunen ska använda IT.", "Kommunen ska använda IT: [bilaga](bilaga.pdf).");
    site.put("content/it-policy/2014-04-09.md", text);
    site.put("content/it-policy/bilaga.pdf", "gammal");
    site.run("archive").code(0);
    site
}

#[test]
fn a_file_is_not_exchanged_while_its_document_is_taken_down() {
    let site = archived();
    let index = "+++\navpublicerad = { datum = 2026-11-01, av = \"KS\", skal = \"Fel\" }\n+++\n";
    site.put("content/it-policy/index.md", index);
    assert_eq!(site.run("archive").code(0).out, "it-policy v2\n");
    site.put("content/it-policy/bilaga.pdf", "nyare!");
    fs::remove_file(site.path().join("content/it-policy/index.md")).unwrap();
    site.run("archive").code(1).says("S012 frozen").says("bilaga.pdf");
}

#[test]
fn a_file_is_not_exchanged_while_its_document_is_renamed() {
    let site = archived();
    fs::rename(site.path().join("content/it-policy"), site.path().join("content/policy-for-it")).unwrap();
    site.put("content/policy-for-it/index.md", "+++\nalias = [\"it-policy\"]\n+++\n");
    site.run("check").code(0);
    site.put("content/policy-for-it/bilaga.pdf", "nyare!");
    site.run("archive").code(1).says("S012 frozen").says("bilaga.pdf");
    site.put("content/policy-for-it/bilaga.pdf", "gammal");
    assert_eq!(site.run("archive").code(0).out, "policy-for-it v1\n");
}

#[test]
fn what_no_checkpoint_stood_for_is_told_when_it_is_taken_over() {
    let site = Site::new();
    site.run("archive").code(0);
    let before = fs::read(site.path().join("arkiv/logg/checkpoint")).unwrap();
    edit(&site, FILE, "adopted = 2014-04-09\n", "adopted = 2014-04-09\nsection = \"§ 55\"\n");
    site.run("archive").code(0);
    fs::write(site.path().join("arkiv/logg/checkpoint"), &before).unwrap();
    site.run("archive verify").code(1);
    let again = site.run("archive").code(0).says("it-policy v2 låg redan i arkivet");
    assert_eq!(again.out, "it-policy v2\n");
    site.run("archive verify").code(0);
    site.run("archive").code(0).says("Inget nytt.");
}

/// Links to a document that gets another id lead to the same document.
#[test]
fn a_document_that_others_lead_to_is_renamed() {
    let site = archived();
    let other = "+++\ntitle = 'B'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014-04-09\n+++\nSe [A](it-policy/2014-04-09.md).\n";
    site.put("content/b.md", other);
    site.put("content/it-policy/index.md", "+++\nresponsible = 'Kanslichefen'\n+++\n");
    site.run("archive").code(0);
    fs::rename(site.path().join("content/it-policy"), site.path().join("content/policy-for-it")).unwrap();
    site.put("content/policy-for-it/index.md", "+++\nalias = [\"it-policy\"]\n+++\n");
    edit(&site, "content/b.md", "](it-policy/", "](policy-for-it/");
    site.run("check").code(0);
    site.run("archive").code(0);
    site.run("check").code(0);
    // Another document cannot take a name and let what was called so vanish.
    fs::remove_dir_all(site.path().join("content/policy-for-it")).unwrap();
    edit(&site, "content/b.md", "title = 'B'", "title = 'B'\naliases = ['policy-for-it', 'it-policy']");
    let gone = site.run("check").code(1);
    assert_eq!(gone.err.matches("S012 frozen").count(), 2, "{}", gone.err);
}

/// Everything in the folder where a run makes things aside is thrown away by the next.
#[test]
fn what_a_link_leads_to_is_not_thrown_away() {
    let site = Site::new();
    site.run("archive").code(0);
    site.put("undan/viktigt.txt", "kvar");
    symlink(site.path().join("undan"), site.path().join("arkiv/.staging")).unwrap();
    site.run("archive verify").code(1).says(".staging");
    for command in ["archive", "archive doctor"] {
        site.run(command).code(2).says(".staging");
        assert_eq!(fs::read_dir(site.path().join("undan")).unwrap().count(), 1, "{command}");
    }
}

/// A new version of a document in one file gives it a folder, and every link to it is written anew.
#[test]
fn a_link_that_leads_where_it_led_is_no_change_of_the_text() {
    let site = Site::new();
    edit(&site, FILE, "Kommunen ska använda IT.", "Kommunen ska använda IT: [bilaga](bilaga.pdf).");
    site.put("content/bilaga.pdf", "gammal");
    let other = "+++\ntitle = 'B'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014-04-09\n+++\nSe [A](it-policy.md).\n";
    site.put("content/b.md", other);
    site.run("archive").code(0);
    site.run("new it-policy --version 2026-10-26").code(0);
    let moved = fs::read_to_string(site.path().join("content/it-policy/2014-04-09.md")).unwrap();
    assert!(moved.contains("](../bilaga.pdf)"), "{moved}");
    assert!(!site.run("check").err.contains("S012"));
    edit(&site, "content/b.md", "Se [A]", "Läs [A]");
    site.run("check").code(1).says("S012 frozen");
}
