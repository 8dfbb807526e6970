//! What a change date brings: how a document differs from the day before.

use crate::base::date::{Date, day_before};
use crate::model::decision::Act;
use crate::model::event::{Event, Happening};
use crate::model::register::Work;
use crate::model::review::Review;
use crate::model::validity::Force;
use crate::model::version::Version;

/// One thing that is different from a day on.
#[derive(Clone, Copy, Debug)]
pub enum Turn<'a> {
    /// Whether a version applies.
    Force {
        /// The version.
        version: &'a Version,
        /// What held the day before.
        before: &'a Force,
        /// What holds from the day on.
        after: &'a Force,
    },
    /// How a version stands to its review.
    Review {
        /// The version.
        version: &'a Version,
        /// How it stands from the day on.
        after: Review,
        /// The last day for the review, from the day on.
        due: Option<Date>,
    },
    /// Something happens that no change of state tells of: a decision, a correction, a withdrawal.
    Event(&'a Event),
    /// A new year: what must exist for every year is asked of this one too.
    Asked(i16),
    /// What must exist for every year is asked of this year no longer.
    NoLongerAsked(i16),
}

/// What a day brings to a document, in the order of its versions. Something on each of
/// [`Work::change_dates`], and nothing on any other day.
pub fn turns(work: &Work, day: Date) -> Vec<Turn<'_>> {
    let eve = day_before(day);
    let mut turns = Vec::new();
    for (version, life) in work.versions() {
        let (before, after) = (life.force.on(eve), life.force.on(day));
        if before != after {
            turns.push(Turn::Force { version, before, after });
        }
        let stands = |day: Date| (*life.review.on(day), *life.due.on(day));
        // A text that is over is not reviewed, so nothing is said of it then.
        if stands(eve) != stands(day) && !after.is_over() {
            let (after, due) = stands(day);
            turns.push(Turn::Review { version, after, due });
        }
    }
    let untold: Vec<Turn> = work
        .events
        .iter()
        .filter(|event| event.passes() == day && !turns.iter().any(|turn| tells(turn, event)))
        .map(Turn::Event)
        .collect();
    turns.extend(untold);
    turns.extend(new_year(work, eve, day));
    turns
}

/// Whether a change of state says already what happened.
fn tells(turn: &Turn, event: &Event) -> bool {
    let about = |version: &Version| event.version.as_ref().is_none_or(|id| *id == version.id);
    let decided = |acts: &[Act]| event.decision().is_some_and(|decision| acts.contains(&decision.act));
    match turn {
        Turn::Force { after: Force::Replaced(_), .. } if matches!(event.what, Happening::Replaced(_)) => true,
        Turn::Force { version, .. } => {
            about(version)
                && (matches!(event.what, Happening::EnteredIntoForce | Happening::TermEnded)
                    || decided(&[Act::Adopted, Act::Repealed, Act::Annulled, Act::Reinstated]))
        }
        Turn::Review { version, .. } => {
            about(version) && (event.what == Happening::ReviewDue || decided(&[Act::Reviewed]))
        }
        Turn::Event(_) | Turn::Asked(_) | Turn::NoLongerAsked(_) => false,
    }
}

fn new_year(work: &Work, eve: Date, day: Date) -> Option<Turn<'static>> {
    if !work.demands().any(|demand| demand.every_year) {
        return None;
    }
    let (before, after) = (work.asked_years(eve), work.asked_years(day));
    let asked = after.iter().find(|year| !before.contains(year)).copied().map(Turn::Asked);
    asked.or_else(|| before.into_iter().find(|year| !after.contains(year)).map(Turn::NoLongerAsked))
}
