//! What differs between two times that a document was archived, told from the archive alone.

use std::fs;

use serde_json::{Value as Json, json};

use crate::shell_cli::Site;

const FILE: &str = "content/it-policy/2014-04-09.md";

fn text(facts: &str, words: &str) -> String {
    format!(
        "+++\ntitle = \"IT-policy\"\ntype = \"policy\"\nadopted_by = \"Kommunfullmäktige\"\n\
         adopted = 2014-04-09\n{facts}+++\n\n# IT-policy\n\n{words}\n"
    )
}

const CORRECTION: &str =
    "[[corrections]]\ndate = 2026-11-01\nby = \"K\"\nwhat = \"x\"\nmandate = \"FL 36 §\"\n";

/// Archived three times: a word and a file differ, then a fact and a version.
fn site() -> Site {
    let site = Site::new();
    fs::remove_file(site.path().join("content/it-policy.md")).unwrap();
    let words = "Kommunen ska använda IT. Läs [bilagan](bilaga.pdf).";
    site.put(FILE, text("", words));
    site.put("content/it-policy/bilaga.pdf", "%PDF-1");
    site.run("archive").code(0);
    site.put(FILE, text(CORRECTION, &words.replace("ska", "får")));
    site.put("content/it-policy/bilaga.pdf", "%PDF-2");
    site.run("archive").code(0);
    site.put(FILE, text(&format!("section = \"§ 55\"\n{CORRECTION}"), &words.replace("ska", "får")));
    site.put("content/it-policy/2020-01-27.md", text("", "Ny text.").replace("2014-04-09", "2020-01-27"));
    site.run("archive").code(0);
    site
}

#[test]
fn what_differs_is_told_in_words_facts_and_files() {
    let site = site();
    let told = site.run("archive diff it-policy v1 v2").code(0).says("[-…-]").out;
    for part in [
        "Före: v1, arkiverat 20",
        "Efter: v2, arkiverat 20",
        "Lydelse 2014-04-09\n",
        "Kommunen [-ska-] {+får+} använda IT.",
        "versions / 2014-04-09 / corrections: ",
        "- ändrad: dokument/it-policy/bilaga.pdf",
    ] {
        assert!(told.contains(part), "{part} is not in\n{told}");
    }
    assert!(!told.contains("premis.xml") && !told.contains("capture"), "{told}");

    let told = site.run("archive diff it-policy").code(0).out;
    for part in [
        "Före: v2",
        "Efter: v3",
        "Lydelse 2020-01-27\n- Lydelsen är ny i arkivet.",
        "Lydelse 2014-04-09\n- Texten är densamma.",
        "/ section: ",
        "→ § 55",
        "- ny: dokument/it-policy/2020-01-27/index.html",
    ] {
        assert!(told.contains(part), "{part} is not in\n{told}");
    }
    let back = site.run("archive diff it-policy v3 v2").code(0).out;
    assert!(back.contains("Lydelsen finns inte längre med.") && back.contains("- borttagen: "), "{back}");

    fs::remove_dir_all(site.path().join("content")).unwrap();
    let alone = site.run("archive diff it-policy --archive arkiv").code(0).out;
    assert_eq!(alone, told, "the archive alone tells it");
}

#[test]
fn programs_are_told_the_same() {
    let site = site();
    let json = |arguments: &str| -> Json {
        let told = site.run(&format!("archive diff it-policy {arguments} --format json")).code(0).out;
        serde_json::from_str(&told).unwrap()
    };
    let told = json("v1 v2");
    assert_eq!((&told["document"], &told["unchanged"]), (&json!("it-policy"), &json!(false)));
    assert_eq!((&told["old"]["version"], &told["new"]["version"]), (&json!("v1"), &json!("v2")));
    let text = &told["texts"][0];
    assert_eq!((&text["version"], &text["change"]), (&json!("2014-04-09"), &json!("changed")));
    let words = &text["tally"]["words"];
    assert_eq!((&words["added"], &words["removed"]), (&json!(1), &json!(1)));
    assert_eq!(told["facts"][0]["path"], json!(["versions", "2014-04-09", "corrections"]));
    let file =
        told["files"].as_array().unwrap().iter().find(|it| it["path"] == "dokument/it-policy/bilaga.pdf");
    let digest = |side: &str| file.unwrap()[side].as_str().unwrap().to_owned();
    assert!(digest("old").len() == 128 && digest("old") != digest("new"));

    let same = json("v1 v1");
    assert_eq!((&same["unchanged"], &same["texts"]), (&json!(true), &json!([])));
    site.run("archive diff it-policy v2 v2").code(0).says("Inget skiljer dem åt.");
}

#[test]
fn what_cannot_be_compared_is_refused_with_what_can() {
    let site = site();
    let refused = |arguments: &str, why: &str| {
        let ran = site.run(&format!("archive diff {arguments}")).code(2).says(why);
        assert_eq!(ran.out, "");
    };
    refused("it-policy v9", "Den senaste är v3");
    refused("it-policy v3", "v3 är det senaste");
    refused("it-policy igår", "Skriv numret som v1, eller dagen som 2026-12-31");
    refused("it-policy 2014-04-09", "Den 9 april 2014 var it-policy inte arkiverat");
    refused("it-plicy", "Menade du it-policy?");
    refused("", "NAMN");

    let page = site.path().join("arkiv");
    let v1 = walkdir::WalkDir::new(page).into_iter().map(Result::unwrap);
    let source = |entry: &walkdir::DirEntry| entry.path().ends_with(FILE);
    let source = v1.into_iter().find(source).unwrap().into_path();
    fs::write(source, "+++\n+++\nAnnat.\n").unwrap();
    refused("it-policy v1 v2", "är skadat");

    let once = Site::new();
    once.run("archive").code(0);
    once.run("archive diff it-policy").code(2).says("en enda gång");
    once.run("archive purge it-policy --decision KS-1 --yes").code(0);
    once.run("archive diff it-policy").code(2).says("enligt beslut KS-1");
}
