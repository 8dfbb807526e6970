//! What can be wrong, each on the smallest site that shows it: which rule, where, with which
//! arguments; and nothing else is told beside it.

use std::collections::{BTreeMap, BTreeSet};

use stadga::base::fault::{Code, Fault, RULES};
use stadga::base::snapshot::Unreadable;

use crate::site::Site;

/// Stands for four facts that nothing is wrong with; more facts begin on line 6.
const FACTS: &str = "title = 'A'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014-04-09\n";

/// Rules that are broken on a disk, with the tests of the shell that break them.
const ON_DISK: &[(Code, &str, &str)] =
    &[(Code::UnknownTimezone, "an_unknown_time_zone_is_a_fault_in_its_line", include_str!("shell_read.rs"))];

/// Site → faults. A line `@` is [`FACTS`].
const CASES: &[(&str, &[&str])] = &[
    // Files and their names
    ("//- content/a.md", &["S005 empty-file content/a.md"]),
    ("//- content/IT-policy.md\n+++\n@\n+++\nA", &["S010 bad-id content/IT-policy.md"]),
    ("//- content/åtgärder/2014-04-09.md\n+++\n@\n+++\nA", &["S010 bad-id content/åtgärder/2014-04-09.md"]),
    ("//- content/a.md\n+++\n@version = 'Första'\n+++\nA", &["S010 bad-id content/a.md"]),
    (
        "//- content/a.md\n+++\n@\n+++\nA\n//- content/a/2014-04-09.md\n+++\n@\n+++\nA",
        &["S011 double-id content/a/2014-04-09.md"],
    ),
    (
        "//- content/x/a/2014-04-09.md\n+++\n@\n+++\nA\n//- content/y/a/2014-04-09.md\n+++\n@\n+++\nA",
        &["S011 double-id content/y/a/2014-04-09.md"],
    ),
    (
        "//- content/a/2014-04-09.md\n+++\n@\n+++\nA\n//- content/a/Andra.md\n+++\n@\n+++\nB\n//- content/a/andra.md\n+++\n@\n+++\nC",
        &["S010 bad-id content/a/Andra.md", "S013 double-version content/a/andra.md"],
    ),
    ("//- content/a.md\n+++\n@version = 'jamfor'\n+++\nA", &["S014 reserved-name content/a.md"]),
    ("//- content/a.md\n+++\n@version = 'en'\n+++\nA", &["S014 reserved-name content/a.md"]),
    ("//- content/register.md\n+++\n@\n+++\nA", &["S014 reserved-name content/register.md"]),
    ("//- content/index.md\n+++\n@\n+++\nA", &["S014 reserved-name content/index.md"]),
    ("//- content/sidor/organ.md\n+++\ntitle = 'O'\n+++\nA", &["S014 reserved-name content/sidor/organ.md"]),
    (
        "//- content/a.md\n+++\n@aliases = ['b']\n+++\nA\n//- content/b.md\n+++\n@\n+++\nB",
        &["S015 alias-clash content/a.md"],
    ),
    ("//- content/a.md\n+++\n@aliases = ['../x']\n+++\nA", &["S015 alias-clash content/a.md"]),
    ("//- content/a/2014-04-08.md\n+++\n@\n+++\nA", &["S016 name-differs content/a/2014-04-08.md:5:11"]),
    ("//- content/a.en.md\n+++\ntitle = 'A'\n+++\nA", &["S017 lone-variant content/a.en.md"]),
    ("//- content/a/index.md\n+++\ntype = 'policy'\n+++\nA", &["S018 stray-file content/a/index.md"]),
    (
        "//- content/a/index.md\n+++\n+++\n//- content/a/it-policy.md\n+++\n@\n+++\nA\n//- content/a/b.md\n+++\n@\n+++\nB",
        &["S018 stray-file content/a/index.md"],
    ),
    (
        "//- content/a/2014-04-09.md\n+++\n@\n+++\nA\n//- content/a/2014-04-09.engelska.md\n+++\ntitle = 'A'\n+++\nA",
        &["S010 bad-id content/a/2014-04-09.engelska.md"],
    ),
    // Front matter
    ("//- content/a.md\n\n \n+++\n@\n+++\nA", &["S021 no-front-matter content/a.md:1:1"]),
    ("//- content/a.md\n+++\ntitle = 'A\n+++\nA", &["S020 toml content/a.md:2:11"]),
    ("//- content/a.md\n+++\n@paragraf 9\n+++\nA", &["S020 toml content/a.md:6:10"]),
    ("//- content/a.md\nA utan uppgifter", &["S021 no-front-matter content/a.md:1:1"]),
    ("//- content/a.md\n---\ntitle: A\n---\nA", &["S021 no-front-matter content/a.md:1:1"]),
    ("//- content/sidor/om.md\nOm", &["S021 no-front-matter content/sidor/om.md:1:1"]),
    ("//- content/a.md\n+++\n@A", &["S022 not-closed content/a.md:1:1"]),
    ("//- content/a.md\n+++\n@+++ A", &["S022 not-closed content/a.md:1:1"]),
    ("//- content/a.md\n+++\n@sammanfatning = 'x'\n+++\nA", &["S023 unknown-key content/a.md:6:1"]),
    ("//- content/a.md\n+++\n@utkast = 'nej'\n+++\nA", &["S024 wrong-type content/a.md:6:10"]),
    ("//- content/a.md\n+++\n@summary = true\n+++\nA", &["S024 wrong-type content/a.md:6:11"]),
    (
        "//- content/a.md\n+++\n@valid_from = 2014-04-09T10:00:00\n+++\nA",
        &["S024 wrong-type content/a.md:6:14"],
    ),
    ("//- content/a.md\n+++\n@replaces = [1]\n+++\nA", &["S024 wrong-type content/a.md:6:13"]),
    ("//- content/a.md\n+++\n@titel = 'A'\n+++\nA", &["S025 double-key content/a.md:6:9"]),
    ("//- content/a.md\n+++\n@title = 'B'\n+++\nA", &["S025 double-key content/a.md:6:1"]),
    (
        "//- content/a.md\n+++\n@responsible = 'X'\nansvarig = 'Y'\n+++\nA",
        &["S025 double-key content/a.md:7:12"],
    ),
    (
        "//- content/a/2014-04-09.md\n+++\n@alias = 'b'\n+++\nA",
        &["S026 misplaced-key content/a/2014-04-09.md:6:1"],
    ),
    (
        "//- content/a/2014-04-09.md\n+++\n@version = 'b'\n+++\nA",
        &["S026 misplaced-key content/a/2014-04-09.md:6:11"],
    ),
    (
        "//- content/a/index.md\n+++\nadopted = 2014\n+++\n//- content/a/2014-04-09.md\n+++\n@\n+++\nA",
        &["S026 misplaced-key content/a/index.md:2:1"],
    ),
    // Facts
    (
        "//- content/a.md\n+++\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014\n+++\nA",
        &["S030 missing-title content/a.md:1:1"],
    ),
    ("//- content/sidor/om.md\n+++\nsummary = 'x'\n+++\nA", &["S030 missing-title content/sidor/om.md:1:1"]),
    (
        "//- content/a.md\n+++\ntitle = 'A'\nadopted_by = 'KF'\nadopted = 2014\n+++\nA",
        &["S031 missing-type content/a.md:1:1"],
    ),
    (
        "//- content/a.md\n+++\ntitle = 'A'\ntype = 'policy'\nadopted = 2014\n+++\nA",
        &["S032 missing-adopter content/a.md:1:1"],
    ),
    (
        "//- content/a.md\n+++\ntitle = 'A'\ntype = 'policy'\nadopted_by = 'KF'\n+++\nA",
        &["S033 missing-adopted content/a.md:1:1"],
    ),
    (
        "//- content/a.md\n+++\n@[[decisions]]\nby = 'KF'\n+++\nA",
        &["S034 missing-value content/a.md:6:1", "S034 missing-value content/a.md:6:1"],
    ),
    (
        "//- content/a.md\n+++\n@implements = { part = '3' }\n+++\nA",
        &["S034 missing-value content/a.md:6:14"],
    ),
    ("//- stadga.toml\nlang = 'sv'", &["S034 missing-value stadga.toml:1:1"]),
    (
        "//- content/a.md\n+++\ntitle = 'A'\ntype = 'polisy'\nadopted_by = 'KF'\nadopted = 2014\n+++\nA",
        &["S035 unknown-type content/a.md:3:8"],
    ),
    (
        "//- content/a.md\n+++\n@expects = { type = 'it-plan', per = 'kommunstyrelsen' }\n+++\nA",
        &["S035 unknown-type content/a.md:6:11"],
    ),
    ("//- content/a.md\n+++\n@change = 'revidering av'\n+++\nA", &["S036 unknown-value content/a.md:6:10"]),
    (
        "//- content/a.md\n+++\n@expects = { type = 'plan', per = 'kommunstyrelse' }\n+++\nA",
        &["S036 unknown-value content/a.md:6:11"],
    ),
    (
        "//- content/a.md\n+++\n@[[decisions]]\nact = 'uphävd'\ndate = 2015\n+++\nA",
        &["S036 unknown-value content/a.md:7:7"],
    ),
    ("//- content/a.md\n+++\n@lang = 'svenska'\n+++\nA", &["S036 unknown-value content/a.md:6:8"]),
    (
        "//- content/a.md\n+++\n@valid_from = 2014-02-30 # så står det\n+++\nA",
        &["S037 impossible-date content/a.md:6:14"],
    ),
    (
        "//- content/a.md\n+++\n@valid_from = '2014-02-30'\n+++\nA",
        &["S037 impossible-date content/a.md:6:14"],
    ),
    (
        "//- content/a.md\n+++\n@decisions = [{ act = 'reviewed', date = 2019-13-01 }]\n+++\nA",
        &["S037 impossible-date content/a.md:6:41"],
    ),
    ("//- content/a.md\n+++\n@review_by = 'snart'\n+++\nA", &["S038 not-a-date content/a.md:6:13"]),
    ("//- content/a.md\n+++\n@review_by = 0214-04-09\n+++\nA", &["S038 not-a-date content/a.md:6:13"]),
    ("//- content/a.md\n+++\n@valid_from = '2014–2018'\n+++\nA", &["S039 date-span content/a.md:6:14"]),
    (
        "//- content/a.md\n+++\n@\n+++\nA\n//- content/a.en.md\n+++\ntitle = 'A'\nadopted = 2015\n+++\nA",
        &["S040 variant-differs content/a.en.md:3:11"],
    ),
    (
        "//- content/a.md\n+++\ntitle = 'A'\ntype = 'policy'\nadopted_by = 'Komunfullmäktige'\nadopted = 2014\n+++\nA",
        &["S041 body-near-miss content/a.md:4:14"],
    ),
    // Time and kinship
    (
        "//- content/a.md\n+++\n@valid_until = 2014-04-08\n+++\nA",
        &["S050 end-before-start content/a.md:6:15"],
    ),
    ("//- content/a.md\n+++\n@valid_from = 2014-01-01\n+++\nA", &["S051 retroactive content/a.md:6:14"]),
    (
        "//- content/a/2014-04-09.md\n+++\n@valid_until = 2018-12-31\n+++\nA\n//- content/a/2016.md\n+++\ntitle = 'A'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2016\n+++\nA",
        &["S052 overlap content/a/2016.md"],
    ),
    (
        "//- content/a/2014-04-09.md\n+++\n@valid_until = 2014-12-31\n+++\nA\n//- content/a/2016.md\n+++\ntitle = 'A'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2016\n+++\nA",
        &["S053 gap content/a/2016.md"],
    ),
    (
        "//- content/a.md\n+++\n@replaces = 'b'\n+++\nA\n//- content/b.md\n+++\n@replaces = 'c'\n+++\nB\n//- content/c.md\n+++\n@replaces = 'a'\n+++\nC",
        &["S054 ring content/a.md:6:12"],
    ),
    ("//- content/a.md\n+++\n@implements = 'a'\n+++\nA", &["S054 ring content/a.md:6:14"]),
    ("//- content/a.md\n+++\n@implements = 'vison'\n+++\nA", &["S055 unknown-target content/a.md:6:14"]),
    (
        "//- content/a.md\n+++\n@replaces = 'b'\n+++\nA\n//- content/b.md\n+++\ntitle = 'B'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2016\n+++\nB",
        &["S056 replaces-newer content/a.md:6:12"],
    ),
    ("//- content/a.md\n+++\n@valid_until = '20191231'\n+++\nA", &["S057 doubtful-date content/a.md:6:15"]),
    (
        "//- content/a.md\n+++\n@valid_from = 'tills vidare'\nvalid_until = 'mandatperiod'\n+++\nA",
        &["S057 doubtful-date content/a.md:6:14", "S057 doubtful-date content/a.md:7:15"],
    ),
    ("//- content/a.md\n+++\n@valid_until = 't.o.m. 31 dec. 2019.'\n+++\nA", &[]),
    (
        "//- content/a.md\n+++\n@valid_until = 2018-12-31\n[[decisions]]\nact = 'extended'\ndate = 2018-01-01\nuntil = 2017-12-31\n+++\nA",
        &["S058 odd-decision content/a.md:7:1"],
    ),
    (
        "//- content/a.md\n+++\n@[[decisions]]\nact = 'repealed'\ndate = 2013\n[[decisions]]\nact = 'reinstated'\ndate = 2015\n[[decisions]]\nact = 'reinstated'\ndate = 2016\n+++\nA",
        &["S058 odd-decision content/a.md:6:1", "S058 odd-decision content/a.md:12:1"],
    ),
    // The text
    ("//- content/a.md\n+++\n@\n+++\n<script>\nx\n", &["S067 raw-html content/a.md:7:1"]),
    (
        "//- content/a.md\n+++\n@\n+++\na <font>b</font> <e-post>\n",
        &["S067 raw-html content/a.md:7:3", "S067 raw-html content/a.md:7:10"],
    ),
    ("//- content/a.md\n+++\n@\n+++\nOrd[^x] b", &["S068 missing-note content/a.md:7:4"]),
    ("//- content/a.md\n+++\n@\n+++\nSe [b](b.md).", &["S060 link-nowhere content/a.md:7:4"]),
    ("//- content/a.md\n+++\n@\n+++\nSe [b](//b.se/x).", &["S060 link-nowhere content/a.md:7:4"]),
    ("//- content/a.md\n+++\n@\n+++\nSe [b](/organ/xx/).", &["S060 link-nowhere content/a.md:7:4"]),
    ("//- content/a.md\n+++\n@\n+++\n# Mål\nSe [b](#mall).", &["S061 fragment-nowhere content/a.md:8:4"]),
    ("//- content/a.md\n+++\n@\n+++\nSe [b](a.md#x).", &["S061 fragment-nowhere content/a.md:7:4"]),
    ("//- content/a.md\n+++\n@\n+++\n![Karta](karta.png)", &["S062 missing-file content/a.md:7:1"]),
    ("//- content/a.md\n+++\n@\n+++\n![Karta](https://x.se/k.png)", &["S062 missing-file content/a.md:7:1"]),
    ("//- content/a.md\n+++\n@original = 'a.pdf'\n+++\nA", &["S062 missing-file content/a.md:6:12"]),
    ("//- content/a.md\n+++\n@\n+++\n[x](javascript:alert(1))", &["S063 unsafe-link content/a.md:7:1"]),
    ("//- content/a.md\n+++\n@minutes = 'protokoll.pdf'\n+++\nA", &["S063 unsafe-link content/a.md:6:11"]),
    (
        "//- content/a.md\n+++\n@\n+++\nSe [b](b.md).\n//- content/b.md\n+++\n@draft = true\n+++\nB",
        &["S064 link-to-draft content/a.md:7:4"],
    ),
    (
        "//- content/a.md\n+++\n@related = 'b'\n+++\nA\n//- content/b.md\n+++\n@draft = true\n+++\nB",
        &["S064 link-to-draft content/a.md:6:11"],
    ),
    (
        "//- content/a.md\n+++\n@\n+++\nSe [b](/b/).\n//- content/sidor/b.md\n+++\ntitle = 'B'\ndraft = true\n+++\nB",
        &["S064 link-to-draft content/a.md:7:4"],
    ),
    ("//- content/a.md\n+++\n@\n+++\n[x](../../../etc/passwd)", &["S065 link-outside content/a.md:7:1"]),
    (
        "//- content/a.md\n+++\n@\n+++\n![](data:image/png;base64,AA)",
        &["S063 unsafe-link content/a.md:7:1", "S066 missing-alt content/a.md:7:1"],
    ),
    // Settings and theme
    ("//- stadga.toml\nname = 'A'\nbase_url = 'x.se'", &["S070 bad-base-url stadga.toml:2:12"]),
    ("//- stadga.toml\nname = 'A'", &["S072 no-base-url"]),
    (
        "//- stadga.toml\nname = 'A'\nbase_url = 'https://x.se'\n[colors]\nx = 1",
        &["S073 not-used-yet stadga.toml:3:1"],
    ),
    (
        "//- stadga.toml\nname = 'A'\nbase_url = 'https://x.se'\ndate = 2014-02-30\nlang = 'fi'\n",
        &["S037 impossible-date stadga.toml:3:8", "S036 unknown-value stadga.toml:4:8"],
    ),
    (
        "//- stadga.toml\nname = 'A'\nbase_url = 'https://x.se'\n[bodies.KF]\nname = 'KF'\n",
        &["S010 bad-id stadga.toml:3:1"],
    ),
    ("//- stadga.toml\nname = 'A'\nbase_url = 'https://x.se'\ntheme = 'eget'", &["S080 theme-missing"]),
    ("//- themes/standard/not-found.html\n{{ x", &["S081 template themes/standard/not-found.html:1:4"]),
    (
        "//- themes/standard/messages/sv.ftl\nmissing = { $x }",
        &["S082 catalogue themes/standard/messages/sv.ftl:1:1"],
    ),
    // The website
    (
        "//- content/sidor/om.md\n+++\ntitle = 'Om'\n+++\nA\n//- content/sidor/mer/om.md\n+++\ntitle = 'Om'\n+++\nA",
        &["S090 path-clash content/sidor/om.md"],
    ),
];

fn site_of(text: &str) -> Site {
    Site::new(&text.replace('@', FACTS).replace("\n\n", "\n"))
}

fn unreadable() -> Site {
    Site::empty()
        .unreadable("content/a.md", Unreadable::NotUtf8 { line: 3 })
        .unreadable("content/b.md", Unreadable::TooLarge(50 << 20))
        .unreadable("content/c.md", Unreadable::Refused("nej".into()))
        .unreadable("content/d.pdf", Unreadable::Outside)
        .asset("content/vad?.pdf", 1)
        .file(
            "content/e.md",
            "+++\ntitle = 'A'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014\n+++\n[x](vad%3F.pdf)",
        )
        .asset("content/x/olankad.pdf", 1)
        .asset("content/f.markdown", 1)
        .asset("content/g.html", 1)
        .scripted("content/h.svg")
}

#[test]
fn each_fault_is_told_where_it_stands() {
    let mut wrong = Vec::new();
    for (text, expected) in CASES {
        let found = site_of(text).faults();
        if found != *expected {
            wrong.push(format!("{text}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), CASES.len(), wrong.join("\n\n"));
}

#[test]
fn what_cannot_be_read_is_told() {
    let expected = [
        "S001 not-utf-8 content/a.md",
        "S002 too-large content/b.md",
        "S003 refused content/c.md",
        "S004 outside-site content/d.pdf",
        "S018 stray-file content/f.markdown",
        "S018 stray-file content/g.html",
        "S069 unsafe-file content/h.svg",
        "S091 illegal-name content/vad?.pdf",
        "S019 unlinked-file content/x/olankad.pdf",
    ];
    assert_eq!(unreadable().faults(), expected);
}

/// Every fault of every case, and those that only a disk can give.
fn all_faults() -> Vec<Fault> {
    let sites = CASES.iter().map(|(text, _)| site_of(text)).chain([unreadable()]);
    sites.flat_map(|site| site.build().faults).collect()
}

#[test]
fn every_rule_has_a_case() {
    let mut covered: BTreeSet<Code> = all_faults().iter().map(|fault| fault.code).collect();
    for (code, test, file) in ON_DISK {
        assert!(file.contains(&format!("fn {test}()")), "{test} is gone");
        covered.insert(*code);
    }
    let missing: Vec<&str> =
        RULES.iter().filter(|rule| !covered.contains(&rule.code)).map(|rule| rule.slug).collect();
    assert_eq!(missing, [""; 0]);
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
