//! The accessibility statement that the law demands (13 § DOS-lagen): `[accessibility]` in `stadga.toml`.
//! As written, then checked: what the law asks for and the settings lack is a fault and `None` here.

use std::ops::Range;

use crate::base::date::{Approx, Date, next_day};
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::model::config::FILE;
use crate::model::fields::{Fields, Marks};
use crate::model::front_matter::web_address;
use crate::model::keys::{self, Key};

/// How well a site meets the law. Only one that does not meet all of it has anything to except.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Conformance {
    /// It meets every demand.
    Full,
    /// It meets most of them.
    Partial(Exceptions),
    /// It does not.
    Not(Exceptions),
    /// Nobody has said.
    Unstated(Exceptions),
}

/// What is not accessible although the law covers it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Exceptions {
    /// What breaks the law's demands.
    pub failings: Vec<Failing>,
    /// What would be unreasonably burdensome to adapt (12 §).
    pub burdens: Vec<Exempt>,
}

/// Something that is not as the law demands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Failing {
    /// What it is, and for whom it matters.
    pub what: String,
    /// Why it is so.
    pub why: Option<String>,
    /// What will be done.
    pub plan: Option<String>,
    /// When that will be done.
    pub mended_by: Option<Approx>,
}

/// Something that need not be as the law demands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Exempt {
    /// What it is.
    pub what: String,
    /// Why it need not.
    pub why: Option<String>,
}

/// How the site was held against the law's demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// The municipality did it.
    Own,
    /// Somebody else did it.
    ThirdParty,
}

/// The words for [`Method`] in `stadga.toml`.
pub const METHODS: &[(Method, &str, &str)] = &[
    (Method::Own, "self-assessment", "självskattning"),
    (Method::Own, "self-assessment", "sjalvskattning"),
    (Method::ThirdParty, "third-party", "tredje part"),
];

/// How a reader tells of a failing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Contact {
    /// A mail address.
    pub email: Option<String>,
    /// A telephone number, as people write it.
    pub phone: Option<String>,
    /// The address of a form.
    pub form: Option<String>,
}

/// The statement.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Statement {
    /// How well the site meets the law, and in what it does not.
    pub conformance: Conformance,
    /// What the law does not cover (9 §).
    pub outside_law: Vec<Exempt>,
    /// The day the site was last assessed.
    pub assessed: Option<Date>,
    /// How.
    pub method: Option<Method>,
    /// The day the statement was last brought up to date.
    pub updated: Option<Date>,
    /// How to tell of a failing; one of them at least.
    pub contact: Option<Contact>,
    marks: Marks,
}

/// How the law names the degrees of conformance.
#[derive(Clone, Copy, PartialEq)]
enum Degree {
    Full,
    Partial,
    Not,
}

const DEGREES: &[(Degree, &str, &str)] = &[
    (Degree::Full, "fully", "helt"),
    (Degree::Full, "fully", "helt förenlig"),
    (Degree::Partial, "partially", "delvis"),
    (Degree::Partial, "partially", "delvis förenlig"),
    (Degree::Not, "not", "inte"),
    (Degree::Not, "not", "inte förenlig"),
];

/// The words for [`Conformance`] in `stadga.toml`.
pub fn degrees() -> Vec<(&'static str, &'static str)> {
    DEGREES.iter().map(|(_, en, sv)| (*en, *sv)).collect()
}

impl Conformance {
    /// What is not accessible.
    pub fn exceptions(&self) -> Option<&Exceptions> {
        match self {
            Self::Full => None,
            Self::Partial(exceptions) | Self::Not(exceptions) | Self::Unstated(exceptions) => {
                Some(exceptions)
            }
        }
    }
}

impl Exceptions {
    fn is_empty(&self) -> bool {
        self.failings.is_empty() && self.burdens.is_empty()
    }
}

impl Statement {
    /// The first day on which the statement has not been brought up to date for more than a year.
    pub fn old_from(&self) -> Option<Date> {
        self.updated.map(|day| next_day(Approx::day(day).years_later(1)))
    }

    /// What is wrong with the statement on a day.
    pub fn check(&self, today: Date) -> Option<Fault> {
        let updated = self.updated.filter(|_| self.old_from().is_some_and(|old| old <= today))?;
        let fault = Fault::new(Code::StatementOld).with("date", updated.to_string());
        let path = SitePath::new(FILE);
        Some(match self.marks.range(keys::UPDATED) {
            Some(range) => fault.at_range(&path, range),
            None => fault.at(&path),
        })
    }
}

/// Reads the statement, if there is one.
pub fn read(fields: &mut Fields) -> Option<Statement> {
    let (table, header) = fields.table(keys::ACCESSIBILITY)?;
    Some(fields.within(table, keys::OF_STATEMENT, |fields| Statement {
        conformance: conformance(fields, &header),
        outside_law: outside_law(fields),
        assessed: demanded(fields, keys::ASSESSED, &header, Fields::day),
        method: demanded(fields, keys::METHOD, &header, |fields, key| fields.choice(key, METHODS)),
        updated: demanded(fields, keys::UPDATED, &header, Fields::day),
        contact: demanded(fields, keys::EMAIL, &header, |fields, _| contact(fields)),
        marks: std::mem::take(&mut fields.marks),
    }))
}

/// A value that the law demands; of one that is there and cannot be read, the reader tells.
fn demanded<'a, T>(
    fields: &mut Fields<'a>,
    key: Key,
    header: &Range<usize>,
    read: impl FnOnce(&mut Fields<'a>, Key) -> Option<T>,
) -> Option<T> {
    let told = fields.faults().len();
    let found = read(fields, key);
    if found.is_none() && fields.faults().len() == told {
        lacks(fields, key, header);
    }
    found
}

/// Says that the law demands what is not there.
fn lacks(fields: &mut Fields, key: Key, header: &Range<usize>) {
    let name = fields.name(key);
    fields.fault_at(Code::StatementLacks, header.clone()).arguments =
        vec![("key", name.into()), ("fact", key.en.into())];
}

fn contact(fields: &mut Fields) -> Option<Contact> {
    let contact = Contact {
        email: fields.text(keys::EMAIL),
        phone: fields.text(keys::PHONE),
        form: web_address(fields, keys::FORM),
    };
    Some(contact).filter(|contact| *contact != Contact::default())
}

fn conformance(fields: &mut Fields, header: &Range<usize>) -> Conformance {
    let exceptions = Exceptions { failings: failings(fields), burdens: burdens(fields) };
    let degree = demanded(fields, keys::CONFORMANCE, header, |fields, key| fields.choice(key, DEGREES));
    let written = fields.value(keys::CONFORMANCE);
    let mut contradicted = |code| {
        if let Some(value) = written {
            let name = value.get_ref().as_str().unwrap_or_default().to_owned();
            fields.fault(code, value).arguments = vec![("value", name)];
        }
    };
    match degree {
        Some(Degree::Full) if exceptions.is_empty() => Conformance::Full,
        Some(Degree::Full) => {
            contradicted(Code::FullyWithFailings);
            Conformance::Partial(exceptions)
        }
        Some(degree) => {
            if exceptions.is_empty() {
                contradicted(Code::NoFailings);
            }
            if degree == Degree::Not {
                Conformance::Not(exceptions)
            } else {
                Conformance::Partial(exceptions)
            }
        }
        None => Conformance::Unstated(exceptions),
    }
}

fn failings(fields: &mut Fields) -> Vec<Failing> {
    entries(fields, keys::FAILINGS, keys::OF_FAILING, |fields, what, header| Failing {
        what,
        why: demanded(fields, keys::WHY, header, Fields::text),
        plan: fields.text(keys::PLAN),
        mended_by: fields.date(keys::MENDED_BY),
    })
}

fn burdens(fields: &mut Fields) -> Vec<Exempt> {
    entries(fields, keys::BURDENS, keys::OF_EXCEPTION, |fields, what, header| {
        let why = fields.text(keys::WHY);
        if why.is_none() {
            let name = fields.name(keys::WHY);
            fields.fault_at(Code::BurdenUnmotivated, header.clone()).arguments =
                vec![("key", name.into()), ("what", what.clone())];
        }
        Exempt { what, why }
    })
}

fn outside_law(fields: &mut Fields) -> Vec<Exempt> {
    entries(fields, keys::OUTSIDE_LAW, keys::OF_EXCEPTION, |fields, what, _| Exempt {
        what,
        why: fields.text(keys::WHY),
    })
}

/// The tables under a key, each about something.
fn entries<T>(
    fields: &mut Fields,
    key: Key,
    allowed: &'static [Key],
    read: impl Fn(&mut Fields, String, &Range<usize>) -> T,
) -> Vec<T> {
    let mut found = Vec::new();
    for (table, header) in fields.tables(key) {
        found.extend(fields.within(table, allowed, |fields| match fields.text(keys::WHAT) {
            Some(what) => Some(read(fields, what, &header)),
            None => {
                fields.missing(keys::WHAT, header.clone());
                None
            }
        }));
    }
    found
}
