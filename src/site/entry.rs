//! A document as one flat row for programs, with its state on one day. The names of the fields
//! are those of `/data/register.json`, which tells of every version and every day.

use serde::Serialize;

use crate::base::date::Approx;
use crate::model::address::Address;
use crate::model::id::TypeId;
use crate::model::life::Life;
use crate::model::register::Work;
use crate::model::validity::Force;
use crate::model::version::Version;
use crate::site::data;
use crate::site::library::{Library, document_title};

/// A document, by the version that its own page shows. What is not known is left empty.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The address of its page, below the site's.
    pub path: String,
    /// The id of the version.
    pub version: String,
    /// The id of its type.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Who adopted it.
    pub adopted_by: Vec<String>,
    /// When: `2014-04-09`, `2014-04`, `2014-ht`, `2014`.
    pub adopted: Option<String>,
    /// From when it applies.
    pub valid_from: Option<String>,
    /// Until when, as it is stated: a date, inclusive, or words.
    pub valid_until: Option<String>,
    /// The last day that it applied or will apply, if that is known.
    pub last_day: Option<String>,
    /// The slug of its [`Force`], or `draft`, or `withdrawn`.
    pub force: String,
    /// The last day for its next review; nothing unless it is in force.
    pub review_by: Option<String>,
    /// How it stands to that; nothing unless it is in force.
    pub review: Option<String>,
}

impl Entry {
    /// The version of a document that a page shows on the library's day, as a row.
    pub fn new(library: &Library, work: &Work, version: &Version, life: &Life) -> Self {
        let today = library.today;
        let force = life.force.on(today);
        let in_force = !version.draft && !work.withdrawn(today) && *force == Force::InForce;
        let mut adopted_by: Vec<String> =
            version.adoptions().filter_map(|decision| Some(decision.by.as_ref()?.name.clone())).collect();
        adopted_by.dedup();
        Self {
            id: work.document.id.to_string(),
            title: document_title(work, today).to_owned(),
            path: Address::Document(work.document.id.clone()).path(),
            version: version.id.to_string(),
            kind: version.kind.as_ref().map(TypeId::to_string),
            adopted_by,
            adopted: version.adopted().map(Approx::ascii),
            valid_from: data::valid_from(version),
            valid_until: data::valid_until(version),
            last_day: life.last_day.map(|day| day.to_string()),
            force: match (version.draft, work.withdrawn(today)) {
                (true, _) => "draft",
                (false, true) => "withdrawn",
                (false, false) => force.slug(),
            }
            .to_owned(),
            review_by: life.due.on(today).filter(|_| in_force).map(|day| day.to_string()),
            review: in_force.then(|| life.review.on(today).slug().to_owned()),
        }
    }
}
