//! Decisions: what a body did with a text, and when.

use crate::base::date::Approx;
use crate::model::body::Decider;
use crate::model::fields::Moment;

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Act {
    /// The text was adopted.
    Adopted,
    /// Its validity was moved; the text stands.
    Extended,
    /// It was taken into the collection of statutes, unchanged.
    Collected,
    /// It was repealed; `until` is the last day, else the day before the decision.
    Repealed,
    /// A court struck it down (KL 13:8).
    Annulled,
    /// A higher court, or the body itself, put it back.
    Reinstated,
    /// Somebody else answers for it.
    Transferred,
    /// It was looked at and left as it is; `until` is the next review.
    Reviewed,
}

/// The words for [`Act`] in front matter.
pub const ACTS: &[(Act, &str, &str)] = &[
    (Act::Adopted, "adopted", "antagen"),
    (Act::Extended, "extended", "forlangd"),
    (Act::Collected, "collected", "intagen"),
    (Act::Repealed, "repealed", "upphavd"),
    (Act::Annulled, "annulled", "upphavd_av_domstol"),
    (Act::Reinstated, "reinstated", "aterinford"),
    (Act::Transferred, "transferred", "overford"),
    (Act::Reviewed, "reviewed", "oversedd"),
];

impl Act {
    /// The English word, as in data and message keys.
    pub fn slug(self) -> &'static str {
        ACTS[self as usize].1
    }
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the fields are the keys of [[decisions]]")]
pub struct Decision {
    pub act: Act,
    pub by: Option<Decider>,
    pub date: Option<Approx>,
    pub section: Option<String>,
    pub reference: Option<String>,
    pub minutes: Option<String>,
    pub until: Option<Moment>,
}

impl Decision {
    /// The last day that the decision can have been made.
    pub fn day(&self) -> Option<crate::base::date::Date> {
        self.date.map(Approx::last)
    }
}
