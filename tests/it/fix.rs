//! What `check --fix` does to a text, as before → after; and what it never does.

use proptest::prelude::*;
use stadga::base::fault::Fault;
use stadga::base::snapshot::Snapshot;
use stadga::build::{Options, build};
use stadga::edit::change::{Change, applied};
use stadga::edit::remedy::mended;

use crate::fault_cases::sites;
use crate::site::Site;

/// Front matter without a fault; the keys of a case stand below it.
const FACTS: &str = "titel = 'A'\ntyp = 'policy'\nantagen_av = 'KF'\nantagen = 2014-04-09\n";

/// Lines of front matter → the same lines mended. Equal: a person must decide.
const CASES: &[(&str, &str)] = &[
    // A misspelt key, in the language of the others; what follows it stays.
    ("sammanfatning = 'x' # y", "sammanfattning = 'x' # y"),
    ("Reference = 'x'", "reference = 'x'"),
    ("galler-fran=2014-05-01", "galler_fran=2014-05-01"),
    ("'amnesord' = ['x']\n\"komentar\" = 'y'", "'amnesord' = ['x']\nkommentar = 'y'"),
    ("gäller_till = 2015-01-01", "galler_till = 2015-01-01"),
    ("[[beslutt]]\natgard = 'reviderad'", "[[beslutt]]\natgard = 'reviderad'"),
    (
        "[[beslutt]]\natgard = 'oversedd'\ndatum = 2016\n[[ beslutt ]]\nåtgärd = 'oversedd'\ndatum = 2018",
        "[[beslut]]\natgard = 'oversedd'\ndatum = 2016\n[[ beslut ]]\natgard = 'oversedd'\ndatum = 2018",
    ),
    // Two names for one key, two keys for one name, or a key that is given already.
    ("antagena = 2015", "antagena = 2015"),
    ("titell = 'B'", "titell = 'B'"),
    ("galler_fan = 'x'", "galler_fan = 'x'"),
    ("komentar = 'x'\nkommentarr = 'y'", "kommentar = 'x'\nkommentarr = 'y'"),
    // A key that hides another fault is left with it.
    ("ansvrig = 'X'\nsammanfatning = true", "ansvarig = 'X'\nsammanfatning = true"),
    // A span, in the writer's language; one that is more than a span is not touched.
    ("galler_fran = '2014–2018' # mandat", "galler_fran = \"2014\"\ngaller_till = \"2018\" # mandat"),
    ("galler_till = '2014-05-01–2018-12-31'", "galler_fran = 2014-05-01\ngaller_till = 2018-12-31"),
    ("gäller_från = '2014–2018'", "galler_fran = \"2014\"\ngaller_till = \"2018\""),
    ("galler_fran = '2014–2018'\ngaller_till = 2017", "galler_fran = '2014–2018'\ngaller_till = 2017"),
    ("oversyn_senast = '2014–2018'", "oversyn_senast = '2014–2018'"),
    // What only the author knows.
    ("andring = 'revidering av'", "andring = 'revidering av'"),
    ("xyz = 1", "xyz = 1"),
];

fn site(lines: &str) -> Site {
    Site::empty().file("content/a.md", &format!("+++\n{FACTS}{lines}\n+++\nText.\n"))
}

fn look(snapshot: &Snapshot) -> Vec<Fault> {
    build(snapshot, &Options { drafts: true, ..Options::default() }).faults
}

/// The site mended once, after the laws of mending were held up to it.
#[track_caller]
fn fixed(before: &Snapshot) -> Snapshot {
    let changes = mended(before, look);
    let after = applied(before, &changes);
    let (old, new) = (look(before), look(&after));
    assert!(changes.is_empty() || new.len() < old.len(), "no fewer faults: {old:#?}\n{new:#?}");
    for fault in &new {
        let same = |it: &&Fault| it.code == fault.code && it.arguments == fault.arguments;
        assert!(old.iter().any(|it| same(&it)), "a new fault: {fault:#?}");
    }
    assert_eq!(mended(&after, look), [], "a second time there is more to do");
    for change in &changes {
        let Change::Rewrite { path, text } = change else { panic!("{change:?}") };
        let had = before.text(path.as_str()).expect("it was there").as_str();
        let body = |text: &str| text.split_once("\n+++\n").map(|(_, body)| body.to_owned());
        assert_eq!(body(had), body(text), "the text is nobody's to change");
    }
    after
}

#[test]
fn what_can_be_mended_is_and_nothing_else() {
    for (before, expected) in CASES {
        let after = fixed(site(before).snapshot());
        let text = after.text("content/a.md").expect("it is there").as_str().to_owned();
        let expected = format!("+++\n{FACTS}{expected}\n+++\nText.\n");
        assert_eq!(text, expected, "{before}");
    }
}

#[test]
fn settings_are_mended_too() {
    let before = Site::empty().file(
        "stadga.toml",
        "name = 'A'\nbase-url = 'https://x.se'\n[bodis.kf]\nnamn = 'KF'\n[bodis.ks]\nnamn = 'KS'\n[typer.plan]\nflertalet = 'Planer'\n",
    );
    assert_eq!(
        fixed(before.snapshot()).text("stadga.toml").expect("it is there").as_str(),
        "name = 'A'\nbase_url = 'https://x.se'\n[bodies.kf]\nnamn = 'KF'\n[bodies.ks]\nnamn = 'KS'\n[typer.plan]\nflertal = 'Planer'\n"
    );
}

#[test]
fn many_files_are_mended_at_once_in_spite_of_one_that_cannot_be() {
    let text = |key: &str, value: &str| format!("+++\n{FACTS}{key} = {value}\n+++\nText.\n");
    let mut site = Site::empty();
    for n in 0..40 {
        site = site
            .file(&format!("content/a{n}.md"), &text("sammanfatning", if n == 17 { "true" } else { "'x'" }));
    }
    let after = fixed(site.snapshot());
    let left = after.below("content").filter(|(path, _)| {
        after.text(path.as_str()).is_some_and(|it| it.as_str().contains("sammanfatning"))
    });
    assert_eq!(left.map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["content/a17.md"]);
}

#[test]
fn the_laws_hold_for_every_fault_there_is() {
    for site in sites() {
        fixed(site.snapshot());
    }
}

/// A name with one slip of the hand.
fn slipped(name: &str, at: usize, slip: usize) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = at % letters.len();
    match slip {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, 'x'),
        2 => letters[at] = 'å',
        3 if at > 0 => letters.swap(at - 1, at),
        _ => letters[at] = letters[at].to_ascii_uppercase(),
    }
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn the_laws_hold_for_any_slips_of_the_hand(slips in prop::collection::vec((0..11usize, 0..20usize, 0..5usize), 1..6)) {
        let mut lines: Vec<(String, &str)> = [
            ("titel", "'A'"), ("typ", "'policy'"), ("antagen_av", "'KF'"), ("antagen", "2014-04-09"),
            ("galler_fran", "2014-05-01"), ("galler_till", "'2018'"), ("sammanfattning", "'x'"),
            ("ansvarig", "'y'"), ("amnesord", "['z']"), ("paragraf", "'1'"), ("utkast", "false"),
        ].map(|(name, value)| (name.to_owned(), value)).into();
        for (line, at, slip) in slips {
            let name = &lines[line].0;
            lines[line].0 = if name.len() < 2 { name.clone() } else { slipped(name, at, slip) };
        }
        let text: Vec<String> = lines.iter().map(|(name, value)| format!("{name} = {value} # så")).collect();
        let site = Site::empty().file("content/a.md", &format!("+++\n{}\n+++\nText.\n", text.join("\n")));
        let after = fixed(site.snapshot());
        let after = after.text("content/a.md").expect("it is there").as_str();
        for (line, (_, value)) in after.lines().skip(1).zip(&lines) {
            prop_assert!(line.ends_with(&format!(" = {value} # så")), "{}", line);
        }
    }
}
