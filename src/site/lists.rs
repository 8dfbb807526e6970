//! Lists of documents: the register, and the pages of a type, a body and a subject.

use std::collections::BTreeMap;

use crate::model::address::Address;
use crate::model::body::{Body, Decider};
use crate::model::config::AfterTerm;
use crate::model::id::BodyId;
use crate::model::kind::{Group, Kind};
use crate::model::register::Work;
use crate::model::review::Review;
use crate::model::validity::Force;
use crate::model::version::Version;
use crate::site::band::band;
use crate::site::collate::Collation;
use crate::site::dossier::{fact, fact_of};
use crate::site::ledger;
use crate::site::library::{Subject, document_title};
use crate::site::parts::{CountView, LinkView, Row, RowGroup};
use crate::site::sheet::Sheet;
use crate::site::standing::{document_state, earlier, since, until, version_name};
use crate::site::view::{ListView, RegisterView};

/// Above so many documents the register is split by first letter.
const SPLIT: usize = 1000;

/// What stands after a–z: å, ä and ö as addresses write them, and all that is no letter.
const LAST_LETTERS: [&str; 4] = ["aa", "ae", "oe", "ovrigt"];

/// A document as a row, by the version shown; `None` while none can be read.
pub fn row(sheet: &Sheet, work: &Work) -> Option<Row> {
    let today = sheet.today();
    let (version, life) = work.shown(today)?;
    let document = sheet.document(work);
    let in_force = *life.force.on(today) == Force::InForce && !work.withdrawn(today);
    let due = life.due.on(today).filter(|_| in_force);
    Some(Row {
        id: work.document.id.to_string(),
        title: document.text,
        lang: document.lang,
        href: document.href.unwrap_or_default(),
        series: version.series.clone(),
        kind: sheet.kind(version.kind.as_ref()),
        bodies: adopters(version).map(|by| sheet.body(by)).collect(),
        state: document_state(sheet, work)?,
        earlier: earlier(sheet, version, life)
            .map(|spans| sheet.tell("valid-also", &[("spans", spans.into())])),
        since: since(sheet, version, life),
        until: until(sheet, version, life),
        review: due.map(|day| sheet.day(day)),
        overdue: in_force && *life.review.on(today) == Review::Overdue,
        version: (work.versions().len() > 1).then(|| version_name(sheet, version)),
        band: None,
    })
}

/// Who adopted a version, one that decided twice in a row named once.
pub fn adopters(version: &Version) -> impl Iterator<Item = &Decider> {
    let mut before = None;
    let named = version.adoptions().filter_map(|decision| decision.by.as_ref());
    named.filter(move |by| before.replace(*by) != Some(*by))
}

/// Documents as rows, in the order in which they come.
pub fn rows<'a>(sheet: &Sheet, works: impl Iterator<Item = &'a Work>) -> Vec<Row> {
    works.filter_map(|work| row(sheet, work)).collect()
}

/// The rows of the register, each with its band: there overlaps and gaps are seen at once.
fn banded<'a>(sheet: &Sheet, works: impl Iterator<Item = &'a Work>) -> Vec<Row> {
    let today = sheet.today();
    let its_band = |work: &Work| {
        let (version, _) = work.shown(today).filter(|_| !work.withdrawn(today))?;
        band(sheet, work, version, false)
    };
    works.filter_map(|work| Some(Row { band: its_band(work), ..row(sheet, work)? })).collect()
}

/// All rows under no heading; `even_empty` where the script is to fill the table.
fn one_group(rows: Vec<Row>, even_empty: bool) -> Vec<RowGroup> {
    if rows.is_empty() && !even_empty {
        return Vec::new();
    }
    vec![RowGroup { anchor: "alla".into(), rows, ..RowGroup::default() }]
}

/// The letters that the register is split by, in the order of the alphabet; none while one page
/// holds it.
pub fn letters(sheet: &Sheet) -> Vec<(String, usize)> {
    let works: Vec<&Work> = listed(sheet).collect();
    if works.len() <= SPLIT {
        return Vec::new();
    }
    let mut letters: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for work in works {
        let letter = letter_of(sheet, work);
        let last = LAST_LETTERS.iter().position(|it| *it == letter).map_or(0, |index| index + 1);
        *letters.entry((last, letter)).or_default() += 1;
    }
    letters.into_iter().map(|((_, letter), count)| (letter, count)).collect()
}

/// The documents that the register lists: also one that was taken down, so that a reader learns why.
fn listed<'a>(sheet: &'a Sheet) -> impl Iterator<Item = &'a Work> {
    let today = sheet.today();
    sheet.library.documents(move |work| work.shown(today).is_some())
}

/// The letter of a document, in the ASCII that addresses use: å is `aa`, ä `ae`, ö `oe`.
fn letter_of(sheet: &Sheet, work: &Work) -> String {
    let letter = Collation::letter(document_title(work, sheet.today())).to_lowercase();
    match letter.as_str() {
        "å" => "aa".into(),
        "ä" => "ae".into(),
        "ö" => "oe".into(),
        other if other.bytes().all(|byte| byte.is_ascii_lowercase()) => other.into(),
        _ => "ovrigt".into(),
    }
}

fn letter_name(sheet: &Sheet, letter: &str) -> String {
    match letter {
        "aa" => "Å".into(),
        "ae" => "Ä".into(),
        "oe" => "Ö".into(),
        "ovrigt" => sheet.say("letter-other"),
        other => other.to_uppercase(),
    }
}

/// The register: everything, or the documents of one letter.
pub fn register(sheet: &Sheet, letter: Option<&str>) -> RegisterView {
    let letters = letters(sheet);
    let title = match letter {
        Some(letter) => sheet.tell("register-letter-title", &[("letter", letter_name(sheet, letter).into())]),
        None => sheet.say("register-title"),
    };
    let above = letter.map(|_| sheet.register_crumb()).into_iter().collect();
    let chosen = listed(sheet).filter(|work| letter.is_none_or(|letter| letter_of(sheet, work) == letter));
    let split = letter.is_none() && !letters.is_empty();
    let rows = if split { Vec::new() } else { banded(sheet, chosen) };
    let data = |text: &str, path: &str| sheet.link(text, &Address::File(path.into()));
    RegisterView {
        frame: sheet.frame(&title, "register", above),
        title,
        total: listed(sheet).count(),
        filter: letter.is_none().then(|| ledger::filter(sheet, &listed(sheet).collect::<Vec<_>>())).flatten(),
        scale: if rows.is_empty() { Vec::new() } else { sheet.library.axis.ticks() },
        groups: one_group(rows, split),
        letters: letters
            .iter()
            .map(|(key, count)| CountView {
                text: letter_name(sheet, key),
                href: sheet.href(&Address::RegisterPart(key.clone())),
                count: *count,
                note: None,
                current: letter == Some(key),
            })
            .collect(),
        downloads: vec![data("JSON", "data/register.json")],
    }
}

/// The documents of a type.
pub fn kind(sheet: &Sheet, kind: &Kind) -> ListView {
    let group = match kind.group {
        Group::Activating => "group-activating",
        Group::Normative => "group-normative",
        Group::Bylaw => "group-by-law",
        Group::Organisational => "group-organisational",
    };
    ListView {
        frame: sheet.frame(&kind.plural, "register", vec![sheet.register_crumb()]),
        kind: "type".into(),
        title: kind.plural.clone(),
        intro: Some(kind.explanation.clone()).filter(|it| !it.is_empty()),
        facts: vec![fact(sheet, "group", sheet.say(group))],
        groups: by_force(sheet, sheet.library.of_kind(&kind.id)),
        links_title: None,
        links: Vec::new(),
    }
}

/// The documents that a body decided on, and its decision days.
pub fn body(sheet: &Sheet, body: &Body) -> ListView {
    let mut facts = Vec::new();
    if let Some(abbreviation) = &body.abbreviation {
        facts.push(fact(sheet, "abbreviation", abbreviation));
    }
    if !body.former.is_empty() {
        facts.push(fact_of(sheet, "former-names", body.former.iter().map(LinkView::plain).collect()));
    }
    let years = [body.from.as_deref(), body.until.as_deref()];
    if years.iter().any(Option::is_some) {
        let [from, until] = years.map(Option::unwrap_or_default);
        facts.push(fact(sheet, "years", format!("{from}–{until}")));
    }
    let (adopted, others): (Vec<&Work>, Vec<&Work>) =
        sheet.library.of_body(&body.id).partition(|work| is_adopted_by(sheet, work, &body.id));
    let mut groups = by_force(sheet, adopted.into_iter());
    let others = rows(sheet, others.into_iter());
    if !others.is_empty() {
        groups.push(RowGroup {
            title: sheet.say("list-decided"),
            anchor: "beslut-om".into(),
            note: Some(sheet.say("list-decided-note")),
            rows: others,
        });
    }
    ListView {
        frame: sheet.frame(&body.name, "register", vec![sheet.register_crumb()]),
        kind: "body".into(),
        title: body.name.clone(),
        intro: Some(sheet.tell("list-adopted", &[("by", body.name.as_str().into())])),
        facts,
        groups,
        links_title: Some(sheet.say("list-decision-days")),
        links: decision_days(sheet, &body.id),
    }
}

/// Whether the body adopted the text that a document is shown by, alone or with others.
pub fn is_adopted_by(sheet: &Sheet, work: &Work, body: &BodyId) -> bool {
    work.shown(sheet.today()).is_some_and(|(version, _)| {
        version.adoptions().any(|it| it.by.as_ref().and_then(|by| by.id.as_ref()) == Some(body))
    })
}

fn decision_days(sheet: &Sheet, body: &BodyId) -> Vec<CountView> {
    let days = sheet.library.decision_days.iter().rev().filter(|((it, _), _)| it == body);
    days.filter_map(|((_, date), day)| {
        let (id, index) = day.first()?;
        let event = sheet.library.register.work(id)?.events.get(*index)?;
        Some(CountView {
            text: sheet.words.date(event.date).text,
            href: sheet.href(&Address::Decision(body.to_string(), date.clone())),
            count: day.len(),
            note: None,
            current: false,
        })
    })
    .collect()
}

/// The documents of a subject.
pub fn subject(sheet: &Sheet, subject: &Subject) -> ListView {
    let works = sheet.library.in_order(&subject.documents).into_iter();
    let title = sheet.tell("subject-title", &[("name", subject.name.as_str().into())]);
    ListView {
        frame: sheet.frame(&title, "register", vec![sheet.register_crumb()]),
        kind: "subject".into(),
        groups: by_force(sheet, works),
        title,
        ..ListView::default()
    }
}

/// The subjects, each with its documents.
pub fn subjects(sheet: &Sheet) -> ListView {
    let title = sheet.say("subjects-title");
    let mut subjects: Vec<(&String, &Subject)> = sheet.library.subjects.iter().collect();
    let collation = Collation::new(sheet.library.config.lang);
    subjects.sort_by_cached_key(|(slug, subject)| (collation.key(&subject.name), (*slug).clone()));
    ListView {
        frame: sheet.frame(&title, "register", vec![sheet.register_crumb()]),
        kind: "subjects".into(),
        title,
        links: subjects.into_iter().map(|(slug, subject)| subject_link(sheet, slug, subject)).collect(),
        ..ListView::default()
    }
}

/// A subject with how many documents it has.
pub fn subject_link(sheet: &Sheet, slug: &str, subject: &Subject) -> CountView {
    CountView {
        text: subject.name.clone(),
        href: sheet.href(&Address::Subject(slug.to_owned())),
        count: subject.documents.len(),
        note: None,
        current: false,
    }
}

/// The groups of a list, by what a reader asks first: message and anchor.
pub const GROUPS: [(&str, &str); 7] = [
    ("list-in-force", "galler"),
    ("list-upcoming", "kommande"),
    ("state-term-passed", "utgangna"),
    ("list-unknown", "oklara"),
    ("list-not-in-force", "ovriga"),
    ("state-lapsed", "aldrig"),
    ("list-withdrawn", "avpublicerade"),
];

/// Documents grouped by whether they apply. A term that is over ends a text only where the site says so.
fn by_force<'a>(sheet: &Sheet, works: impl Iterator<Item = &'a Work>) -> Vec<RowGroup> {
    let mut groups = GROUPS.map(|(title, anchor)| RowGroup {
        title: sheet.say(title),
        anchor: anchor.into(),
        ..RowGroup::default()
    });
    for row in rows(sheet, works) {
        groups[group(sheet, &row.state.force)].rows.push(row);
    }
    groups.into_iter().filter(|group| !group.rows.is_empty()).collect()
}

/// The place in [`GROUPS`] of a state.
pub fn group(sheet: &Sheet, force: &str) -> usize {
    let term_ends = sheet.library.config.after_term == AfterTerm::Ends;
    match force {
        "in-force" => 0,
        "upcoming" | "draft" => 1,
        "term-passed" if !term_ends => 2,
        "unknown" => 3,
        "lapsed" => 5,
        "withdrawn" => 6,
        _ => 4,
    }
}
