//! Decisions written into files: which file, which lines, and what is refused.

use stadga::build::{Options, build};
use stadga::edit::change::Change;
use stadga::edit::decide::{Decided, Stop, decide};
use stadga::edit::order::{Field, Order, Trouble};
use stadga::edit::target::Site as Known;

use crate::site::Site;

const POLICY: &str = "//- content/it-policy.md
+++
title = 'IT-policy' # kort
type = 'policy'
adopted_by = 'KF'
adopted = 2014-04-09
valid_until = 2018-12-31
aliases = ['dator-policy']
+++
";

/// `it-policy repealed date=2019-01-01`; `_` stands for a space.
fn order(line: &str) -> Order {
    let mut order = Order::default();
    let mut places = [Field::Document, Field::Act].into_iter();
    for word in line.split(' ') {
        let (field, text) = match word.split_once('=') {
            Some((name, text)) => (Field::ALL.into_iter().find(|it| it.slug() == name), text),
            None => (places.next(), word),
        };
        order.set(field.expect("a field"), text.replace('_', " "));
    }
    order
}

fn decided(site: &Site, line: &str) -> Result<Decided, Stop> {
    let build = build(site.snapshot(), &Options::default());
    let library = build.library().expect("a site");
    let known = Known {
        snapshot: site.snapshot(),
        config: &library.config,
        register: &library.register,
        drafts: &library.drafts,
        today: library.today,
    };
    decide(known, &order(line))
}

/// The lines that come, as `path: line / line`.
#[track_caller]
fn added(site: &Site, line: &str) -> Vec<String> {
    let decided = decided(site, line).unwrap_or_else(|stop| panic!("{line}: {stop:?}"));
    let told = decided.changes.iter().map(|change| {
        let Change::Rewrite { path, text } = change else { panic!("{change:?}") };
        let old = site.snapshot().text(path.as_str()).unwrap().as_str();
        let new: Vec<&str> =
            text.lines().filter(|line| !line.is_empty() && !old.lines().any(|it| it == *line)).collect();
        format!("{path}: {}", new.join(" / "))
    });
    told.collect()
}

#[track_caller]
fn troubles(site: &Site, line: &str) -> Vec<Trouble> {
    match decided(site, line) {
        Err(Stop::Troubles(troubles)) => troubles,
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn each_act_has_its_lines() {
    let site = Site::new(POLICY);
    let file = "content/it-policy.md: ";
    for (line, expected) in [
        (
            "it-policy extended by=kf date=22/11_2018 until=2020-12-31 section=§_60 reference=KS_1",
            "[[decisions]] / act = \"extended\" / by = \"Kommunfullmäktige\" / date = 2018-11-22 / section = \"§ 60\" / reference = \"KS 1\" / until = 2020-12-31",
        ),
        (
            "it-policy förlängd by=kf date=2018-11 until=tills_vidare",
            "[[decisions]] / act = \"extended\" / by = \"Kommunfullmäktige\" / date = \"2018-11\" / until = \"tills vidare\"",
        ),
        (
            "it-policy Upphävd by=KOMMUNFULLMÄKTIGE date=2016-01-01",
            "[[decisions]] / act = \"repealed\" / by = \"Kommunfullmäktige\" / date = 2016-01-01",
        ),
        (
            "it-policy reviewed by=Revisorn date=2016-01-01 until=2017",
            "[[decisions]] / act = \"reviewed\" / by = \"Revisorn\" / date = 2016-01-01 / until = \"2017\"",
        ),
        (
            "it-policy upphavd_av_domstol by=Förvaltningsrätten date=2016-01-01 minutes=https://a.se/",
            "[[decisions]] / act = \"annulled\" / by = \"Förvaltningsrätten\" / date = 2016-01-01 / minutes = \"https://a.se/\"",
        ),
        (
            "it-policy transferred by=KS date=2016-01-01 responsible=IT-chefen",
            "responsible = \"IT-chefen\" / [[decisions]] / act = \"transferred\" / by = \"Kommunstyrelsen\" / date = 2016-01-01",
        ),
        (
            "it-policy rättad date=2016-01-01 what=Fel_\"belopp\" mandate=delegation",
            "[[corrections]] / date = 2016-01-01 / what = 'Fel \"belopp\"' / mandate = \"delegation\"",
        ),
    ] {
        assert_eq!(added(&site, line), [format!("{file}{expected}")]);
    }
}

#[test]
fn a_document_is_found_by_what_people_have_at_hand() {
    let site = Site::new(POLICY);
    for name in [
        "it-policy",
        "IT-Policy",
        "content/it-policy.md",
        "./content/it-policy.md",
        "content\\it-policy.md",
        "/home/anna/styrdokument/content/it-policy.md",
        "/dokument/it-policy/",
        "https://styrdokument.example.org/dokument/it-policy/",
        "http://localhost:8000/dokument/it-policy/2014-04-09/",
        "it-policy/2014-04-09",
        "dator-policy",
    ] {
        assert_eq!(added(&site, &format!("{name} repealed by=KF date=2016-01-01")).len(), 1, "{name}");
    }
    let [Trouble::UnknownDocument { near, .. }] = &troubles(&site, "it-polisy repealed by=KF date=2016")[..]
    else {
        panic!("an unknown name")
    };
    assert_eq!(near[0].as_str(), "it-policy");
}

const VERSIONS: &str = "//- content/plan/index.md
+++
titel = 'Plan'
typ = 'plan'
ansvarig = { roll = 'Chefen', person = 'Anna' } # tf
+++
//- content/plan/2014-04-09.md
+++
antagen_av = 'KF'
antagen = 2014-04-09
+++
//- content/plan/2018-01-01.en.md
+++
titel = 'Plan in English'
+++
English.
//- content/plan/2018-01-01.md
+++
antagen_av = 'KF'
antagen = 2018-01-01
galler_till = 2019-12-31
beslut = [
  { atgard = 'oversedd', av = 'KF', datum = 2018-05-01 }, # vår
]
+++
//- content/plan/2020-06-01.md
+++
antagen_av = 'KF'
antagen = 2019-11-01
galler_fran = 2020-06-01
+++
//- content/plan/2021-06-01.md
+++
antagen_av = 'KF'
utkast = true
+++
";

#[test]
fn the_version_in_force_on_the_day_is_meant() {
    let site = Site::new(VERSIONS);
    let inline = |rest: &str| format!("content/plan/2018-01-01.md:   {{ {rest} }},");
    for (line, expected) in [
        (
            "plan oversedd by=KF date=2016-01-01",
            "content/plan/2014-04-09.md: [[beslut]] / atgard = \"oversedd\" / av = \"Kommunfullmäktige\" / datum = 2016-01-01".to_owned(),
        ),
        (
            "plan extended by=KF date=2019-12-01 until=2020-05-31",
            inline("atgard = \"forlangd\", av = \"Kommunfullmäktige\", datum = 2019-12-01, till = 2020-05-31"),
        ),
        (
            "content/plan/2018-01-01.en.md repealed by=KF date=2019-12-01",
            inline("atgard = \"upphavd\", av = \"Kommunfullmäktige\", datum = 2019-12-01"),
        ),
        (
            "plan repealed version=2020-06-01 by=KF date=2019-12-01",
            "content/plan/2020-06-01.md: [[beslut]] / atgard = \"upphavd\" / av = \"Kommunfullmäktige\" / datum = 2019-12-01".to_owned(),
        ),
    ] {
        assert_eq!(added(&site, line), [expected], "{line}");
    }
    let [Trouble::WhichVersion(both)] = &troubles(&site, "plan repealed by=KF date=2019-12-01")[..] else {
        panic!("one applies and one is on its way")
    };
    assert_eq!(both.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2018-01-01", "2020-06-01"]);
    assert!(matches!(
        troubles(&site, "plan repealed version=1999 by=KF date=2019-12-01")[..],
        [Trouble::UnknownVersion { .. }]
    ));
    assert!(matches!(
        troubles(&site, "plan repealed version=2021-06-01 by=KF date=2022-12-01")[..],
        [Trouble::Draft { .. }]
    ));
}

#[test]
fn who_is_responsible_is_told_where_it_stands() {
    let site = Site::new(VERSIONS);
    assert_eq!(
        added(&site, "plan overford by=KF date=2016-01-01 responsible=Rektor"),
        [
            "content/plan/2014-04-09.md: [[beslut]] / atgard = \"overford\" / av = \"Kommunfullmäktige\" / datum = 2016-01-01",
            "content/plan/index.md: ansvarig = { roll = \"Rektor\" } # tf",
        ]
    );
}

#[test]
fn what_is_put_back_is_what_was_struck_down() {
    let site = Site::new(
        &VERSIONS
            .replace("galler_till = 2019-12-31\n", "")
            .replace("{ atgard = 'oversedd'", "{ atgard = 'upphavd_av_domstol'"),
    );
    let [line] = &added(&site, "plan reinstated by=HFD date=2018-09-01")[..] else { panic!() };
    assert!(
        line.starts_with("content/plan/2018-01-01.md"),
        "not the older one that applies meanwhile: {line}"
    );
}

#[test]
fn all_that_is_missing_is_told_at_once() {
    let site = Site::new(POLICY);
    assert_eq!(
        troubles(&site, "document= act=extended"),
        [
            Trouble::Missing(Field::Document),
            Trouble::Missing(Field::Date),
            Trouble::Missing(Field::By),
            Trouble::Missing(Field::Until)
        ]
    );
    assert_eq!(troubles(&site, "it-policy corrected date=2016"), [Trouble::Missing(Field::What)]);
    assert_eq!(troubles(&site, "it-policy overford date=2016 by=KF"), [Trouble::Missing(Field::Responsible)]);
    assert_eq!(troubles(&site, "it-policy"), [Trouble::Missing(Field::Act), Trouble::Missing(Field::Date)]);
}

#[test]
fn what_cannot_be_meant_is_not_written() {
    let site = Site::new(POLICY)
        .file("content/b.md", "+++\ntitle = 'B'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014-04-09\nvalid_until = 'tills vidare'\n[[decisions]]\nact = 'repealed'\ndate = 2015-01-01\n[[corrections]]\ndate = 2015-01-01\nwhat = 'x'\n+++\n")
        .file("content/c.md", "+++\ntitle = 'C'\ntype = 'policy'\ndraft = true\n+++\n")
        .file("content/d.md", "+++\ntitle = 'D'\ntype = 'policy'\nadopted_by = 'KF'\nadopted = 2014-04-09\nvalid_until = 'tills vidare'\n+++\n");
    for (line, expected) in [
        ("it-policy extended by=KF date=2016 until=2018-12-31", "NotLonger"),
        ("it-policy extended by=KF date=2016 until=2015-12-31", "UntilPast"),
        ("it-policy extended by=KF date=2016 until=2015-12-32", "NotADate"),
        ("it-policy extended by=KF date=2016 until=nej", "NotADate"),
        ("it-policy repealed by=KF date=2016 until=2015-12-31", "UntilPast"),
        ("it-policy reviewed by=KF date=2016 until=i_höst", "NotADate"),
        ("it-policy repealed by=KF date=2013", "BeforeAdoption"),
        ("it-policy repealed by=KF date=snart", "NotADate"),
        ("it-policy repealed by=KF date=2016 minutes=protokoll.pdf", "NotAnAddress"),
        ("it-policy repealed by=KF date=2016 what=x", "Unwanted"),
        ("it-policy reinstated by=KF date=2016", "NothingToReinstate"),
        ("it-policy antagen by=KF date=2016", "Adopted"),
        ("it-policy uphavd by=KF date=2016", "UnknownAct"),
        ("b repealed by=KF date=2016", "AlreadyEnded"),
        ("b extended by=KF date=2016 until=2020", "AlreadyEnded"),
        ("b repealed by=KF date=2015-01-01", "AlreadyWritten"),
        ("b corrected date=2015-01-01 what=x", "AlreadyWritten"),
        ("c repealed by=KF date=2016", "Draft"),
        ("content/c.md repealed by=KF date=2016", "Draft"),
        ("d extended by=KF date=2016 until=2020", "OpenEnded"),
    ] {
        let told = format!("{:?}", troubles(&site, line));
        assert!(told.starts_with(&format!("[{expected}")), "{line}: {told}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_left_alone() {
    let site = Site::new(VERSIONS).file("content/plan/2019-01-01.md", "+++\ntitel = Plan\n+++\n");
    let Err(Stop::Faults(faults)) = decided(&site, "plan oversedd by=KF date=2016-01-01") else { panic!() };
    assert_eq!(faults[0].place.as_ref().unwrap().path.as_str(), "content/plan/2019-01-01.md");
    assert!(decided(&site, "plan oversedd version=2014-04-09 by=KF date=2016-01-01").is_ok());
}
