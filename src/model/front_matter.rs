//! Front matter as it is written: every key read, nothing yet judged against the
//! site's types, bodies and other documents. That is `version`'s work.

use std::ops::Range;

use toml::de::DeValue;

use crate::base::date::{Approx, resembles_date};
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::model::decision::{ACTS, Act};
use crate::model::fields::{Fields, Marks, Moment, Origin, parse};
use crate::model::id::{DocId, is_id, is_language};
use crate::model::keys::{self, Key};
use crate::model::relation::{Relation, RelationKind, Target};

/// The line that begins and ends front matter.
pub const FENCE: &str = "+++";

/// What a file's front matter may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A version in its document's folder.
    Version,
    /// A document's only version, in a file of its own: both version and document.
    Single,
    /// `index.md`: the document.
    Document,
    /// A plain page.
    Page,
}

impl Part {
    fn keys(self) -> (&'static [Key], &'static [Key]) {
        match self {
            Self::Single => (keys::OF_VERSION, &[]),
            Self::Version => {
                let document_only = keys::OF_VERSION.len() - 2;
                (&keys::OF_VERSION[..document_only], &keys::OF_VERSION[document_only..])
            }
            Self::Document => (keys::OF_DOCUMENT, keys::OF_VERSION),
            Self::Page => (keys::OF_PAGE, keys::OF_VERSION),
        }
    }
}

/// How often something is looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rhythm {
    /// Once in each term of office (KL 5:9).
    TermOfOffice,
    /// A year after adoption or the last review.
    Yearly,
}

/// What sort of change a version is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words are the domain's own, explained in the handbook")]
pub enum Change {
    New,
    Revision,
    Partial,
    Editorial,
    Readopted,
}

/// A decision as written; the body's name is not yet looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the keys of [[decisions]]")]
pub struct WrittenDecision {
    pub act: Act,
    pub by: Option<String>,
    pub date: Option<Approx>,
    pub section: Option<String>,
    pub reference: Option<String>,
    pub minutes: Option<String>,
    pub until: Option<Moment>,
    pub range: (usize, usize),
}

/// A declared change of an already published text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the fields are the keys of [[corrections]]")]
pub struct Correction {
    pub date: Option<Approx>,
    pub by: Option<String>,
    pub what: String,
    pub mandate: Option<String>,
}

/// That a document was taken down, and why.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the fields are the keys of withdrawn")]
pub struct Withdrawal {
    pub date: Option<Approx>,
    pub by: Option<String>,
    pub reason: String,
}

/// Who is told how it goes, and how often.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the fields are the keys of follow_up")]
pub struct FollowUp {
    pub what: String,
    pub to: Option<String>,
    pub every: Option<String>,
}

/// Documents that this one demands: of a type, from each of some bodies, for each year.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the fields are the keys of expects")]
pub struct Expectation {
    pub kind: String,
    pub per: Vec<String>,
    pub every_year: bool,
    pub range: (usize, usize),
}

/// All keys of a version or document, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the keys of front matter")]
pub struct FrontMatter {
    pub marks: Marks,
    pub title: Option<String>,
    pub kind: Option<String>,
    pub adopted_by: Option<String>,
    pub adopted: Option<Approx>,
    pub section: Option<String>,
    pub reference: Option<String>,
    pub minutes: Option<String>,
    pub valid_from: Option<Moment>,
    pub valid_until: Option<Moment>,
    pub review_by: Option<Approx>,
    pub review: Option<Rhythm>,
    pub responsible: Option<String>,
    pub person: Option<String>,
    pub applies_to: Vec<String>,
    pub keywords: Vec<String>,
    pub summary: Option<String>,
    pub series: Option<String>,
    pub original: Option<String>,
    pub lang: Option<String>,
    pub relations: Vec<Relation>,
    pub change: Option<Change>,
    pub note: Option<String>,
    pub follow_up: Vec<FollowUp>,
    pub expects: Vec<Expectation>,
    pub decisions: Vec<WrittenDecision>,
    pub corrections: Vec<Correction>,
    pub draft: bool,
    pub version: Option<String>,
    pub sequence: i64,
    pub aliases: Vec<String>,
    pub withdrawn: Option<Withdrawal>,
}

/// A source file in its two parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The facts. `None`: they could not be read, and the text cannot be shown under any facts.
    pub front: Option<FrontMatter>,
    /// Where the text begins.
    pub body: usize,
}

/// Splits a file and reads its front matter.
pub fn read(path: &SitePath, text: &str, part: Part, faults: &mut Vec<Fault>) -> Parsed {
    if text.trim().is_empty() {
        faults.push(Fault::new(Code::EmptyFile).at(path));
        return Parsed { front: None, body: text.len() };
    }
    let Some((toml, body)) = split(path, text, faults) else {
        return Parsed { front: None, body: text.len() };
    };
    let origin = Origin { path, offset: toml.start, toml: &text[toml] };
    let front = parse(origin, faults).map(|table| {
        let (allowed, elsewhere) = part.keys();
        let mut fields = Fields::new(table.get_ref(), allowed, elsewhere, origin, faults);
        let mut front = FrontMatter::from_fields(&mut fields);
        front.marks = fields.marks;
        front
    });
    Parsed { front, body }
}

/// The bytes of the TOML, and where the text begins. A file without front matter is all text, from 0.
pub fn split(path: &SitePath, text: &str, faults: &mut Vec<Fault>) -> Option<(Range<usize>, usize)> {
    let lead = text.len() - text.trim_start_matches(|it: char| it.is_whitespace() || it == '\u{feff}').len();
    let first = text[lead..].split('\n').next().unwrap_or("");
    let begins = first.trim_end() == FENCE;
    if !begins || lead > 0 {
        let slip = match first.trim_end() {
            FENCE => Some("blank"),
            "---" => Some("yaml"),
            _ => None,
        };
        let line = text.split('\n').next().unwrap_or("");
        let fault = Fault::new(Code::NoFrontMatter).at_range(path, 0..line.len());
        faults.push(match slip {
            Some(slip) => fault.with("hint", slip),
            None => fault,
        });
        if !begins {
            return Some((0..0, 0));
        }
    }
    let start = lead + first.len() + 1;
    let mut line = start.min(text.len());
    for content in text[line..].split_inclusive('\n') {
        if content.trim_end() == FENCE {
            return Some((start..line, line + content.len()));
        }
        line += content.len();
    }
    faults.push(Fault::new(Code::NotClosed).at_range(path, 0..first.len()));
    None
}

/// The words for [`Change`] in front matter.
pub const CHANGES: &[(Change, &str, &str)] = &[
    (Change::New, "new", "ny"),
    (Change::Revision, "revision", "revidering"),
    (Change::Partial, "partial", "delandring"),
    (Change::Editorial, "editorial", "redaktionell"),
    (Change::Readopted, "readopted", "aterantagen"),
];

/// The words for [`Rhythm`] in front matter.
pub const RHYTHMS: &[(Rhythm, &str, &str)] = &[
    (Rhythm::TermOfOffice, "term-of-office", "mandatperiod"),
    (Rhythm::Yearly, "yearly", "årligen"),
    (Rhythm::Yearly, "yearly", "arligen"),
];

/// The words for "one for each year" in `expects`.
pub const YEARLY: &[((), &str, &str)] = &[((), "year", "år"), ((), "year", "ar")];

const RELATIONS: [(Key, RelationKind); 5] = [
    (keys::REPLACES, RelationKind::Replaces),
    (keys::IMPLEMENTS, RelationKind::Implements),
    (keys::ANNEX_OF, RelationKind::AnnexOf),
    (keys::RELATED, RelationKind::Related),
    (keys::BASED_ON, RelationKind::BasedOn),
];

impl FrontMatter {
    fn from_fields(fields: &mut Fields) -> Self {
        let (responsible, person) = responsible(fields);
        Self {
            marks: Marks::default(),
            title: fields.text(keys::TITLE),
            kind: fields.text(keys::TYPE),
            adopted_by: fields.text(keys::ADOPTED_BY),
            adopted: fields.date(keys::ADOPTED),
            section: fields.text(keys::SECTION),
            reference: fields.text(keys::REFERENCE),
            minutes: web_address(fields, keys::MINUTES),
            valid_from: limit(fields, keys::VALID_FROM),
            valid_until: limit(fields, keys::VALID_UNTIL),
            review_by: fields.date(keys::REVIEW_BY),
            review: fields.choice(keys::REVIEW, RHYTHMS),
            responsible,
            person,
            applies_to: fields.texts(keys::APPLIES_TO),
            keywords: fields.texts(keys::KEYWORDS),
            summary: fields.text(keys::SUMMARY),
            series: fields.text(keys::SERIES),
            original: fields.text(keys::ORIGINAL),
            lang: language(fields),
            relations: RELATIONS.iter().flat_map(|(key, kind)| relations(fields, *key, *kind)).collect(),
            change: fields.choice(keys::CHANGE, CHANGES),
            note: fields.text(keys::NOTE),
            follow_up: follow_ups(fields),
            expects: expectations(fields),
            decisions: decisions(fields),
            corrections: corrections(fields),
            draft: fields.flag(keys::DRAFT).unwrap_or(false),
            version: fields.text(keys::VERSION),
            sequence: fields.number(keys::SEQUENCE).unwrap_or(0),
            aliases: fields.texts(keys::ALIASES),
            withdrawn: withdrawal(fields),
        }
    }
}

fn pair(range: Range<usize>) -> (usize, usize) {
    (range.start, range.end)
}

/// Words for "until something else is decided".
pub const OPEN_ENDED: [&str; 5] = [
    "tills vidare",
    "tillsvidare",
    "gäller tills vidare",
    "till beslut om upphörande",
    "until further notice",
];

/// The first or last day. Words in its place are a condition; those that are hardly meant as one
/// are told of, since a text ends by a date only.
fn limit(fields: &mut Fields, key: Key) -> Option<Moment> {
    let moment = fields.moment(key)?;
    if let Moment::Words(words) = &moment {
        let said = words.to_lowercase();
        let is_open = OPEN_ENDED.contains(&said.as_str());
        let hint = match key {
            _ if is_open && key == keys::VALID_FROM => Some("open"),
            _ if said.starts_with("mandatperiod") => Some("term"),
            _ if resembles_date(&said) => Some("date"),
            _ => None,
        };
        if let (Some(hint), Some(value)) = (hint, fields.value(key)) {
            let name = fields.name(key);
            fields.fault(Code::DoubtfulDate, value).arguments =
                vec![("key", name.into()), ("value", words.clone()), ("hint", hint.into())];
        }
    }
    Some(moment)
}

/// A language tag: it becomes an attribute that screen readers choose a voice by.
fn language(fields: &mut Fields) -> Option<String> {
    let text = fields.text(keys::LANG)?;
    if is_language(&text) {
        return Some(text);
    }
    let value = fields.value(keys::LANG)?;
    fields.fault(Code::UnknownValue, value).arguments =
        vec![("key", keys::LANG.en.into()), ("value", text), ("known", "sv, en, fi, se, …".into())];
    None
}

/// Whether a text is an address of the web.
pub fn is_web_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// An address of the web; anything else would become a link that runs or leads nowhere.
pub fn web_address(fields: &mut Fields, key: Key) -> Option<String> {
    let text = fields.text(key)?;
    if is_web_address(&text) {
        return Some(text);
    }
    let value = fields.value(key)?;
    fields.fault(Code::UnsafeLink, value).arguments = vec![("target", text)];
    None
}

fn responsible(fields: &mut Fields) -> (Option<String>, Option<String>) {
    let table = fields.value(keys::RESPONSIBLE).and_then(|value| value.get_ref().as_table());
    match table {
        Some(table) => fields.within(table, keys::OF_RESPONSIBLE, |fields| {
            (fields.text(keys::ROLE), fields.text(keys::PERSON))
        }),
        None => (fields.text(keys::RESPONSIBLE), None),
    }
}

fn relations(fields: &mut Fields, key: Key, kind: RelationKind) -> Vec<Relation> {
    let origin = fields.origin();
    let mut found = Vec::new();
    for item in fields.items(key) {
        let range = pair(origin.shift(item.span()));
        let relation = |target| Relation { kind, target, part: None, from: None, range };
        match item.get_ref() {
            DeValue::String(text) => found.push(relation(target(text.trim()))),
            DeValue::Table(table) => fields.within(table, keys::OF_RELATION, |fields| {
                let url = web_address(fields, keys::URL);
                let target = match (fields.text(keys::ID), fields.text(keys::TITLE)) {
                    (Some(id), _) => target(&id),
                    (None, Some(title)) => Target::Outside { title, url },
                    (None, None) => return fields.missing(keys::ID, item.span()),
                };
                let (part, from) = (fields.text(keys::PART), fields.date(keys::FROM));
                found.push(Relation { part, from, ..relation(target) });
            }),
            other => {
                let found = other.type_str().to_owned();
                let name = fields.name(key);
                fields.fault(Code::WrongType, item).arguments =
                    vec![("key", name.into()), ("expected", "relation".into()), ("found", found)];
            }
        }
    }
    found
}

/// A word that can be an id is one; "ÖFS 2001:15" cannot, and stands outside the site.
fn target(text: &str) -> Target {
    if is_id(text) {
        Target::Document(DocId::new(text))
    } else {
        Target::Outside { title: text.to_owned(), url: None }
    }
}

fn decisions(fields: &mut Fields) -> Vec<WrittenDecision> {
    let origin = fields.origin();
    let tables = fields.tables(keys::DECISIONS);
    tables
        .into_iter()
        .filter_map(|(table, span)| {
            fields.within(table, keys::OF_DECISION, |fields| {
                for key in [keys::ACT, keys::DATE] {
                    if fields.value(key).is_none() {
                        fields.missing(key, span.clone());
                    }
                }
                let act = fields.choice(keys::ACT, ACTS);
                let (by, date) = (fields.text(keys::BY), fields.date(keys::DATE));
                let (section, reference) = (fields.text(keys::SECTION), fields.text(keys::REFERENCE));
                let minutes = web_address(fields, keys::MINUTES);
                let until = fields.moment(keys::UNTIL);
                // Without a new last day nobody knows how long: "tills vidare" must be said.
                if act == Some(Act::Extended) && fields.value(keys::UNTIL).is_none() {
                    fields.missing(keys::UNTIL, span.clone());
                }
                let range = pair(origin.shift(span));
                // What is not understood is told above, never taken for something else.
                act.map(|act| WrittenDecision { act, by, date, section, reference, minutes, until, range })
            })
        })
        .collect()
}

fn corrections(fields: &mut Fields) -> Vec<Correction> {
    let tables = fields.tables(keys::CORRECTIONS);
    tables
        .into_iter()
        .filter_map(|(table, span)| {
            fields.within(table, keys::OF_CORRECTION, |fields| {
                let what = fields.text(keys::WHAT);
                if what.is_none() {
                    fields.missing(keys::WHAT, span);
                }
                Some(Correction {
                    date: fields.date(keys::DATE),
                    by: fields.text(keys::BY),
                    what: what?,
                    mandate: fields.text(keys::MANDATE),
                })
            })
        })
        .collect()
}

fn withdrawal(fields: &mut Fields) -> Option<Withdrawal> {
    let (table, span) = fields.tables(keys::WITHDRAWN).into_iter().next()?;
    fields.within(table, keys::OF_WITHDRAWAL, |fields| {
        let reason = fields.text(keys::REASON);
        if reason.is_none() {
            fields.missing(keys::REASON, span);
        }
        Some(Withdrawal {
            date: fields.date(keys::DATE),
            by: fields.text(keys::BY),
            reason: reason.unwrap_or_default(),
        })
    })
}

fn follow_ups(fields: &mut Fields) -> Vec<FollowUp> {
    let tables = fields.tables(keys::FOLLOW_UP);
    tables
        .into_iter()
        .filter_map(|(table, span)| {
            fields.within(table, keys::OF_FOLLOW_UP, |fields| {
                let what = fields.text(keys::WHAT);
                if what.is_none() {
                    fields.missing(keys::WHAT, span);
                }
                Some(FollowUp { what: what?, to: fields.text(keys::TO), every: fields.text(keys::EVERY) })
            })
        })
        .collect()
}

fn expectations(fields: &mut Fields) -> Vec<Expectation> {
    let origin = fields.origin();
    let tables = fields.tables(keys::EXPECTS);
    tables
        .into_iter()
        .filter_map(|(table, span)| {
            fields.within(table, keys::OF_EXPECTATION, |fields| {
                let kind = fields.text(keys::TYPE);
                if kind.is_none() {
                    fields.missing(keys::TYPE, span.clone());
                }
                let every = fields.choice(keys::EVERY, YEARLY);
                Some(Expectation {
                    kind: kind?,
                    per: fields.texts(keys::PER),
                    every_year: every.is_some(),
                    range: pair(origin.shift(span)),
                })
            })
        })
        .collect()
}
