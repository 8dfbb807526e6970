//! `stadga new`: a new document, and a new version that leaves every page as it was.

use stadga::base::date::Approx;
use stadga::base::path::SitePath;
use stadga::base::snapshot::Snapshot;
use stadga::edit::change::{Change, applied};
use stadga::edit::new_version::{Made, Wish};
use stadga::edit::relocate::Stuck;
use stadga::model::config::Config;
use stadga::model::content;
use stadga::shell::ask::Asker;
use stadga::shell::error::Error;
use stadga::shell::new::{Clerk, Facts};
use stadga::shell::words::{Language, Words};

use crate::site::Site;

/// A document in one file, linked to and from in every way.
const LINKED: &str = "
//- content/planer/it-policy.md
+++
titel = 'IT-policy' # heter så
typ = 'policy'
antagen_av = 'KF'
antagen = 2014-04-09
paragraf = '§ 4'
galler_till = 'tills vidare'
ansvarig = 'IT-chef'
amnesord = ['IT']
original = '../filer/antagen.pdf' # den skannade
alias = ['datapolicy'] # före 2010
se_aven = ['resepolicy']
ersatter = 'ÖFS 2003:7'

[[beslut]]
atgard = 'oversedd'
datum = 2016-01-01
+++
Se [resor](../resepolicy.md), [resor][r], [lättläst](it-policy.lattlast.md) och [avsnittet](#mer).
Se [policyn](it-policy.md#mer), [vid namn](resepolicy), [från roten](/om/) och [ut](https://x.se/).

![Karta](karta.png) [bilaga](../filer/tabell.pdf)

## Mer

[r]: ../resepolicy.md
//- content/planer/it-policy.lattlast.md
+++
titel = 'IT-policy på lätt svenska'
+++
![Karta](./karta.png) [hela](it-policy.md)
//- content/resepolicy.md
+++
titel = 'Resepolicy'
typ = 'policy'
antagen_av = 'KF'
antagen = 2015-01-01
+++
Se [IT-policyn](planer/it-policy.md#mer), [vid namn](it-policy), [lydelsen](it-policy/2014-04-09)
och [lättläst](planer/it-policy.lattlast.md).
//- content/sidor/om.md
+++
titel = 'Om'
+++
[IT-policyn](../planer/it-policy.md), [mappen](../planer/it-policy), [roten](/dokument/it-policy/)
";

fn linked() -> Site {
    let site = Site::new(LINKED).today("2026-11-22");
    site.asset("content/planer/karta.png", 9)
        .asset("content/filer/antagen.pdf", 9)
        .asset("content/filer/tabell.pdf", 9)
}

fn with_clerk<T>(snapshot: &Snapshot, act: impl FnOnce(&Clerk) -> T) -> T {
    let mut faults = Vec::new();
    let config = Config::read(snapshot, &mut faults).unwrap();
    let content = content::read(snapshot, &config, true, &mut faults);
    act(&Clerk { snapshot, config: &config, content: &content, words: Words::of(Language::Swedish) })
}

fn wish(day: &str) -> Wish<'static> {
    Wish { adopted: Approx::parse(day).unwrap(), title: None, kind: None, by: None }
}

#[track_caller]
fn version(site: &Site, id: &str, day: &str) -> Made {
    with_clerk(site.snapshot(), |clerk| clerk.new_version(id, &wish(day)).unwrap())
}

fn after(site: &Site, made: &Made) -> Site {
    Site::of_snapshot(applied(site.snapshot(), &made.changes))
}

fn created(made: &Made) -> &str {
    let text = made.changes.iter().find_map(|change| match change {
        Change::Create { path, text } if *path == made.path => Some(text),
        _ => None,
    });
    text.expect("the new version is made")
}

/// The site but for what its data says of the author's own files.
fn pages(site: &Site) -> std::collections::BTreeMap<String, String> {
    fn without_sources(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Object(object) => {
                object.retain(|key, _| !key.starts_with("source"));
                object.values_mut().for_each(without_sources);
            }
            serde_json::Value::Array(list) => list.iter_mut().for_each(without_sources),
            _ => {}
        }
    }
    let shown = |(path, bytes): (String, Vec<u8>)| {
        let text = match serde_json::from_slice(&bytes) {
            Ok(mut value) => {
                without_sources(&mut value);
                value.to_string()
            }
            Err(_) => String::from_utf8_lossy(&bytes).into_owned(),
        };
        (path, text)
    };
    site.all().into_iter().map(shown).collect()
}

#[track_caller]
fn same_pages(site: &Site, made: &Made) {
    let (before, now) = (pages(site), pages(&after(site, made)));
    let differ = before.keys().chain(now.keys()).filter(|path| before.get(*path) != now.get(*path));
    let text = |files: &std::collections::BTreeMap<String, String>, path| {
        files.get(path).cloned().unwrap_or_default()
    };
    let differ: Vec<String> = differ
        .map(|path| {
            let (old, new) = (text(&before, path), text(&now, path));
            format!("{path}\n{}", similar::TextDiff::from_lines(&old, &new).unified_diff())
        })
        .collect();
    assert_eq!(differ, [""; 0]);
}

#[test]
fn a_document_gets_a_folder_and_no_page_changes() {
    let site = linked();
    assert_eq!(site.faults(), [""; 0]);
    let made = version(&site, "it-policy", "26 oktober 2026");
    assert_eq!(made.path.as_str(), "content/planer/it-policy/2026-10-26.md");
    assert_eq!(after(&site, &made).faults(), [""; 0]);
    same_pages(&site, &made);
    // Links to the document turn to its name before it moves, and all others after.
    let first: Vec<&str> = made
        .changes
        .iter()
        .map(|change| match change {
            Change::Create { path, .. } | Change::Rewrite { path, .. } | Change::Normalise { path } => {
                path.as_str()
            }
            Change::Move { from, .. } => from.as_str(),
        })
        .collect();
    assert_eq!(
        first,
        [
            "content/sidor/om.md",
            "content/planer/it-policy.lattlast.md",
            "content/planer/it-policy.md",
            "content/planer/it-policy/2014-04-09.lattlast.md",
            "content/planer/it-policy/index.md",
            "content/planer/it-policy/2014-04-09.md",
            "content/resepolicy.md",
            "content/planer/it-policy/2026-10-26.md",
        ]
    );
    let after = after(&site, &made);
    let text = |path: &str| after.snapshot().text(path).unwrap().as_str().to_owned();
    let moved = text("content/planer/it-policy/2014-04-09.md");
    assert!(moved.contains("original = \"../../filer/antagen.pdf\" # den skannade\n"), "{moved}");
    assert!(moved.contains("[r]: ../../resepolicy.md\n"), "{moved}");
    assert!(moved.contains("[policyn](it-policy#mer)"), "{moved}");
    assert_eq!(text("content/planer/it-policy/index.md"), "+++\nalias = ['datapolicy'] # före 2010\n+++\n");
    assert!(text("content/resepolicy.md").contains("[lättläst](planer/it-policy/2014-04-09.lattlast.md)"));
}

#[test]
fn the_pages_stay_wherever_a_document_of_the_sample_site_is_revised() {
    let site = Site::folder(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).today("2026-11-22");
    let ids: Vec<String> = with_clerk(site.snapshot(), |clerk| {
        clerk.content.documents.keys().map(ToString::to_string).collect()
    });
    let mut revised = 0;
    for id in ids {
        let made = with_clerk(site.snapshot(), |clerk| clerk.new_version(&id, &wish("2026-11-30")));
        let made = made.unwrap_or_else(|error| panic!("{id}: {error}"));
        if made.changes.len() > 1 {
            same_pages(&site, &made); // it moved
            revised += 1;
        }
        let drafts = after(&site, &made).with_drafts();
        let errors: Vec<String> =
            drafts.faults().into_iter().filter(|it| it.contains(made.path.as_str())).collect();
        assert!(errors.iter().all(|it| it.starts_with("S072") || it.starts_with("S05")), "{id}: {errors:?}");
    }
    assert!(revised > 0, "no document of the sample site is a single file");
}

#[test]
fn the_copy_keeps_what_is_true_of_the_new_text() {
    let made = version(&linked(), "it-policy", "2026-10-26");
    let text = created(&made);
    let (note, facts) = text.split_once("\n\n").unwrap();
    assert!(
        note.starts_with("+++\n# En ny lydelse.") && note.contains("# galler_fran = 2026-10-26"),
        "{note}"
    );
    assert!(
        facts.starts_with(
            "titel = 'IT-policy' # heter så
typ = 'policy'
antagen_av = 'KF'
antagen = 2026-10-26
ansvarig = 'IT-chef'
amnesord = ['IT']
se_aven = ['resepolicy']
andring = \"revidering\"
utkast = true
+++
Se [resor](../../resepolicy.md)"
        ),
        "{facts}"
    );
}

#[test]
fn notes_of_the_old_decision_stay_in_the_old_file() {
    let made = version(
        &Site::new(
            "
//- content/a.md
+++
# Den lydelse som gäller nu. Ändra inget här.

# Så står det i protokollet.
titel = 'A' # heter så
# Typen valdes av nämnden.
# galler_fran = 2014-05-01
typ = 'policy'

# Ordföranden skrev under.
antagen_av = 'KF'
antagen = 2014-04-09 # justerat 2014-04-12
paragraf = '§ 4' # rättad

# rollen, inte en person
ansvarig = 'IT-chef'
andring = 'ny' # den första

# original = 'a.pdf'
# Slut.
+++
Text.
",
        ),
        "a",
        "2026-10-26",
    );
    let (note, facts) = created(&made).split_once("\n\n").unwrap();
    assert!(note.starts_with("+++\n# En ny lydelse."), "{note}");
    let wanted = "# Så står det i protokollet.
titel = 'A' # heter så
# Typen valdes av nämnden.
typ = 'policy'

# Ordföranden skrev under.
antagen_av = 'KF'
antagen = 2026-10-26

# rollen, inte en person
ansvarig = 'IT-chef'
andring = \"revidering\"
utkast = true
+++
Text.
";
    assert_eq!(facts, wanted);
}

#[test]
fn a_version_is_a_copy_of_the_text_that_it_revises() {
    let two = Site::new(
        "
        //- content/a/2014.md
        +++
        title = 'A'
        type = 'policy'
        adopted_by = 'KF'
        adopted = '2014'
        +++
        Den första.
        //- content/a/2020-05-04.md
        +++
        title = 'A'
        type = 'policy'
        adopted_by = 'KF'
        adopted = 2020-05-04
        valid_from = 2030-01-01
        change = 'partial'
        +++
        Den andra.
        //- content/a/2025-01-01.md
        +++
        title = 'A'
        adopted = 2025-01-01
        draft = true
        +++
        Ett utkast.
        ",
    );
    for (day, name, copied, is_oldest) in [
        ("2026-01-01", "2026-01-01", "2020-05-04", false),
        ("HT 2026", "2026-ht", "2020-05-04", false),
        ("maj 2016", "2016-05", "2014", false),
        ("2010", "2010", "2014", true),
        ("2020-05-04", "2020-05-04-2", "2020-05-04", false),
    ] {
        let made = version(&two, "a", day);
        assert_eq!(made.path.as_str(), format!("content/a/{name}.md"));
        assert_eq!(made.copied.as_str(), format!("content/a/{copied}.md"));
        let rival = name.ends_with("-2").then(|| made.copied.clone());
        assert_eq!((made.is_oldest, &made.same_day), (is_oldest, &rival), "{day}");
        let text = created(&made);
        assert_eq!(text.contains("change = \"revision\""), !is_oldest, "{text}");
        assert!(text.starts_with("+++\n# A new version.") && !text.contains("2030-01-01\n"), "{text}");
        assert_eq!(made.changes.len(), 1);
    }
    let draft = Site::new("//- content/a/2020.md\n+++\ntitle = 'A'\ntype = 'plan'\ndraft = true\n+++\nT\n");
    assert_eq!(version(&draft, "a", "2021").copied.as_str(), "content/a/2020.md");
}

#[test]
fn a_version_that_bears_a_word_keeps_it() {
    let site = Site::new(
        "
        //- content/a.md
        +++
        title = 'A'
        type = 'policy'
        adopted_by = 'KF'
        adopted = 2014-01-01
        version = 'forsta'
        +++
        Text.
        ",
    );
    let made = version(&site, "a", "2020-01-01");
    same_pages(&site, &made);
    // After each step the site is as it was: a folder without a dated file is no document's.
    for steps in 0..made.changes.len() {
        let halfway = Made { changes: made.changes[..=steps].to_vec(), ..made.clone() };
        same_pages(&site, &halfway);
    }
}

#[test]
fn what_cannot_be_moved_is_told() {
    let stuck = |files: &str, id: &str| {
        let site = linked().file("content/x/b.md", files);
        with_clerk(site.snapshot(), |clerk| {
            let document = clerk.content.documents.values().find(|it| it.id.as_str() == id).unwrap();
            let base = &document.versions[0];
            stadga::edit::relocate::into_folder(site.snapshot(), document, base).unwrap_err()
        })
    };
    let fine = "+++\ntitle = 'B'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014-01-01\n+++\n";
    let odd = format!("{fine}[a](../planer/it\\-policy.md)\n");
    let expected =
        Stuck::Link { path: SitePath::new("content/x/b.md"), target: "../planer/it-policy.md".into() };
    assert_eq!(stuck(&odd, "it-policy"), expected);

    let site = linked().file("content/planer/it-policy/annan.md", fine);
    let refused = with_clerk(site.snapshot(), |clerk| clerk.new_version("it-policy", &wish("2026")));
    assert!(matches!(&refused, Err(Error::Unfit { troubles, .. }) if troubles[0].contains("annan.md")));
    let missing = with_clerk(site.snapshot(), |clerk| clerk.new_version("it-polcy", &wish("2026")));
    assert!(matches!(&missing, Err(Error::Unfit { troubles, .. }) if troubles[0].contains("it-policy?")));
    assert_eq!(version(&linked(), "datapolicy", "2026").path.as_str(), "content/planer/it-policy/2026.md");
}

fn asked(site: &Site, answers: &str, facts: Facts) -> (Facts, String) {
    let mut shown = Vec::new();
    let mut facts = facts;
    with_clerk(site.snapshot(), |clerk| {
        let mut asker = Asker::new(clerk.words, answers.as_bytes(), &mut shown);
        clerk.ask(&mut asker, &mut facts).unwrap();
    });
    (facts, String::from_utf8(shown).unwrap())
}

#[test]
fn what_is_missing_is_asked_for() {
    let site = linked();
    let (facts, shown) = asked(&site, "IT-plan 2027\n\nhittepå\npolicy\nks\n22 maj 2026\n", Facts::default());
    assert_eq!(facts.id.as_deref(), Some("it-plan"), "{shown}");
    assert!(
        shown.contains("[it-plan]") && shown.contains("Ingen typ") || shown.contains("ingen typ"),
        "{shown}"
    );
    let text = with_clerk(site.snapshot(), |clerk| clerk.new_document(&facts).unwrap());
    let Change::Create { path, text } = text else { panic!("a new file") };
    assert_eq!(path.as_str(), "content/it-plan.md");
    for line in ["titel = \"IT-plan 2027\"", "typ = \"policy\"", "antagen = 2026-05-22", "utkast = true"] {
        assert!(text.contains(&format!("\n{line}  #")), "no {line} in {text}");
    }
    let made = Site::of_snapshot(applied(site.snapshot(), &[Change::Create { path, text }]));
    assert_eq!(made.clone().with_drafts().faults(), [""; 0]);
    assert_eq!(made.all(), site.all(), "a draft is on no page");

    let (facts, shown) = asked(&site, "A\nit-policy\nDatapolicy\nresor\n1\n\n\n", Facts::default());
    assert_eq!((facts.id.as_deref(), facts.by, facts.adopted), (Some("resor"), None, None), "{shown}");
    assert!(shown.contains("/dokument/it-policy/"), "{shown}");
}
