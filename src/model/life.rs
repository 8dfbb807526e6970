//! The life of a version: its force and review, for every day.

use crate::base::date::Date;
use crate::model::config::Config;
use crate::model::decision::Act;
use crate::model::document::Document;
use crate::model::lineage::Lineage;
use crate::model::period::{Period, periods};
use crate::model::review::{Review, due, review};
use crate::model::steps::Steps;
use crate::model::validity::{Circumstances, Effect, Force, effect, last_day_in_force, term_end};

/// What is derived for a version: nothing of it is stored anywhere.
#[derive(Clone, Debug)]
pub struct Life {
    /// Its force, day by day.
    pub force: Steps<Force>,
    /// When it applies.
    pub periods: Vec<Period>,
    /// It was repealed before it began, and not replaced.
    pub repealed_early: bool,
    /// The last day that it must be reviewed by, as reviews are made.
    pub due: Steps<Option<Date>>,
    /// How it stands to that.
    pub review: Steps<Review>,
    /// The last day it applied or will apply, if that is known.
    pub last_day: Option<Date>,
    /// The last day of its stated term, extensions counted.
    pub term_end: Option<Date>,
}

/// The lives of a document's versions, in their order.
pub fn lives(document: &Document, lineage: &Lineage, config: &Config) -> Vec<Life> {
    let effects: Vec<Option<Effect>> =
        document.versions.iter().map(|version| effect(version, &document.decisions)).collect();
    document
        .versions
        .iter()
        .enumerate()
        .map(|(index, version)| {
            let later = document.versions.iter().zip(&effects).skip(index + 1);
            let circumstances = Circumstances {
                version,
                document: &document.decisions,
                later: later.filter_map(|(it, effect)| Some((it.id.clone(), effect.clone()?))).collect(),
                replacements: lineage.replacements(&document.id),
            };
            let force = circumstances.force();
            let due = due(version, &document.decisions);
            let lapsed = force.changes().iter().find(|(_, state)| *state == Force::Lapsed);
            let mut repeals =
                version.concerned_by(&document.decisions).filter(|decision| decision.act == Act::Repealed);
            let repealed_early =
                lapsed.is_some_and(|(day, _)| repeals.any(|repeal| repeal.day() == Some(*day)));
            Life {
                last_day: last_day_in_force(&force),
                term_end: term_end(version, &document.decisions),
                periods: periods(version, &force),
                repealed_early,
                review: review(&due, config.review_soon_days),
                force,
                due,
            }
        })
        .collect()
}
