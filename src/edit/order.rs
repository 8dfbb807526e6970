//! A decision as somebody tells of it: what can be said, in which words, and what is wrong with it.

use crate::base::date::{Approx, Date, resembles_date};
use crate::base::fault::nearest;
use crate::base::path::SitePath;
use crate::edit::head::Tongue;
use crate::model::decision::{ACTS, Act};
use crate::model::front_matter::{OPEN_ENDED, is_web_address};
use crate::model::id::{DocId, VersionId, slug};

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Something about a text that stands as it is; never [`Act::Adopted`].
    Act(Act),
    /// The published text was corrected.
    Corrected,
}

/// Everything that can be written down, in the order in which it is asked for.
pub const DEEDS: [Deed; 8] = [
    Deed::Act(Act::Extended),
    Deed::Act(Act::Reviewed),
    Deed::Act(Act::Repealed),
    Deed::Act(Act::Annulled),
    Deed::Act(Act::Reinstated),
    Deed::Act(Act::Transferred),
    Deed::Act(Act::Collected),
    Deed::Corrected,
];

/// The words for [`Deed::Corrected`]; the others are those of front matter.
const CORRECTED: (&str, &str) = ("corrected", "rattad");

impl Deed {
    /// Its word in a language.
    pub fn word(self, tongue: Tongue) -> &'static str {
        let (en, sv) = match self {
            Self::Corrected => CORRECTED,
            Self::Act(act) => ACTS.iter().find(|it| it.0 == act).map_or(("", ""), |it| (it.1, it.2)),
        };
        match tongue {
            Tongue::English => en,
            Tongue::Swedish => sv,
        }
    }

    /// Reads a word in either language, with or without its dots and rings.
    ///
    /// # Errors
    /// That it is none of them.
    pub fn parse(text: &str) -> Result<Self, Trouble> {
        let words = || DEEDS.iter().flat_map(|deed| [Tongue::English, Tongue::Swedish].map(|it| (*deed, it)));
        let is = |word: &str| slug(word) == slug(text);
        let found = words().find(|(deed, tongue)| is(deed.word(*tongue)));
        if ACTS.iter().any(|(act, en, sv)| *act == Act::Adopted && (is(en) || is(sv))) {
            return Err(Trouble::Adopted);
        }
        found.map(|(deed, _)| deed).ok_or_else(|| {
            let near = nearest(&slug(text), words().map(|(deed, tongue)| deed.word(tongue)));
            Trouble::UnknownAct { typed: text.to_owned(), near: near.map(str::to_owned) }
        })
    }

    /// What it may be told with beside document, act, version and date, and what of that it must be.
    pub fn fields(self) -> &'static [(Field, bool)] {
        use Field::{By, Mandate, Minutes, Reference, Responsible, Section, Until, What};
        match self {
            Self::Corrected => &[(What, true), (By, false), (Mandate, false)],
            Self::Act(Act::Extended) => {
                &[(By, true), (Until, true), (Section, false), (Reference, false), (Minutes, false)]
            }
            Self::Act(Act::Repealed | Act::Reviewed) => {
                &[(By, true), (Until, false), (Section, false), (Reference, false), (Minutes, false)]
            }
            Self::Act(Act::Transferred) => {
                &[(By, true), (Responsible, true), (Section, false), (Reference, false), (Minutes, false)]
            }
            Self::Act(_) => &[(By, true), (Section, false), (Reference, false), (Minutes, false)],
        }
    }
}

/// What can be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the option of its name")]
pub enum Field {
    Document,
    Act,
    Version,
    By,
    Date,
    Until,
    Section,
    Reference,
    Minutes,
    What,
    Mandate,
    Responsible,
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Document,
        Self::Act,
        Self::Version,
        Self::By,
        Self::Date,
        Self::Until,
        Self::Section,
        Self::Reference,
        Self::Minutes,
        Self::What,
        Self::Mandate,
        Self::Responsible,
    ];

    /// Its name as an option.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Act => "act",
            Self::Version => "version",
            Self::By => "by",
            Self::Date => "date",
            Self::Until => "until",
            Self::Section => "section",
            Self::Reference => "reference",
            Self::Minutes => "minutes",
            Self::What => "what",
            Self::Mandate => "mandate",
            Self::Responsible => "responsible",
        }
    }
}

/// A decision as somebody tells of it.
#[derive(Clone, Debug, Default)]
pub struct Order([Option<String>; Field::ALL.len()]);

impl Order {
    /// What was typed; nothing but spaces is nothing.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.0[field as usize].as_deref().map(str::trim).filter(|text| !text.is_empty())
    }

    /// Whether something was typed, even if it is empty: then nobody needs to ask.
    pub fn is_answered(&self, field: Field) -> bool {
        self.0[field as usize].is_some()
    }

    /// Types something.
    pub fn set(&mut self, field: Field, text: impl Into<String>) {
        self.0[field as usize] = Some(text.into());
    }
}

/// Why a decision is not written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are in the catalogue of the terminal")]
pub enum Trouble {
    Missing(Field),
    /// This act is not told with it.
    Unwanted(Field, Deed),
    UnknownAct {
        typed: String,
        near: Option<String>,
    },
    /// A text is adopted by being written.
    Adopted,
    UnknownDocument {
        typed: String,
        near: Vec<DocId>,
    },
    Draft {
        typed: String,
    },
    /// Several files claim the name.
    Twice(Vec<SitePath>),
    UnknownVersion {
        typed: String,
        known: Vec<VersionId>,
    },
    /// One applies and another is on its way; both could be meant.
    WhichVersion(Vec<VersionId>),
    NotADate {
        typed: String,
    },
    NotAnAddress {
        typed: String,
    },
    BeforeAdoption(Approx),
    /// It has no end that could be moved.
    OpenEnded,
    /// It applies that long already.
    NotLonger(Date),
    /// What is to come would be over when it is decided.
    UntilPast,
    AlreadyEnded(Approx),
    NothingToReinstate,
    AlreadyWritten,
    /// Something else stands where the decisions should.
    NoList(SitePath),
}

/// Whether what was typed can be read as what it should be.
///
/// # Errors
/// That it cannot.
pub fn readable(field: Field, deed: Deed, typed: &str) -> Result<(), Trouble> {
    match field {
        Field::Date => day(typed).map(|_| ()),
        // Words are a condition, and nobody is reminded of a review by those.
        Field::Until if is_words(typed) && deed != Deed::Act(Act::Reviewed) => Ok(()),
        Field::Until => day(typed).map(|_| ()),
        Field::Minutes if !is_web_address(typed) => Err(Trouble::NotAnAddress { typed: typed.to_owned() }),
        _ => Ok(()),
    }
}

/// A date of any precision.
///
/// # Errors
/// That it is none.
pub fn day(typed: &str) -> Result<Approx, Trouble> {
    Approx::parse(typed).map_err(|_| Trouble::NotADate { typed: typed.to_owned() })
}

/// "Tills vidare", or a condition. A single word is neither: it is a slip of the fingers.
fn is_words(typed: &str) -> bool {
    let is_condition = typed.contains(' ') && !resembles_date(typed);
    Approx::parse(typed).is_err() && (is_condition || OPEN_ENDED.contains(&typed.to_lowercase().as_str()))
}
