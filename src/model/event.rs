//! The timeline: what happened to a document and what is to come, from its decisions
//! and from the changes of state that follow by themselves.

use std::collections::BTreeMap;

use crate::base::date::{Approx, Date, day_before, next_day};
use crate::model::decision::{Act, Decision};
use crate::model::document::Document;
use crate::model::fields::Moment;
use crate::model::front_matter::Correction;
use crate::model::id::{DocId, VersionId};
use crate::model::life::Life;
use crate::model::lineage::Lineage;
use crate::model::period::Period;
use crate::model::validity::Force;
use crate::model::version::{End, Start, Version};

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Happening {
    /// Somebody decided something.
    Decided(Decision),
    /// A version began to apply on another day than it was adopted.
    EnteredIntoForce,
    /// This was the last day of a stated term, or the last before a repeal.
    TermEnded,
    /// Other documents took its place.
    Replaced(Vec<DocId>),
    /// It applies again, since what had taken its place was struck down.
    Revived(Force),
    /// A published text was changed, and it was said.
    Corrected(Correction),
    /// A review must be made by this day.
    ReviewDue,
    /// It was taken down.
    Withdrawn,
}

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Event {
    /// When; the precision is kept.
    pub date: Approx,
    /// The version that it concerns; `None` for the whole document.
    pub version: Option<VersionId>,
    /// What.
    pub what: Happening,
}

impl Event {
    /// The decision, if it is one.
    pub fn decision(&self) -> Option<&Decision> {
        match &self.what {
            Happening::Decided(decision) => Some(decision),
            _ => None,
        }
    }

    /// The first day on which it is no longer to come. A last day is over when it has passed.
    pub fn passes(&self) -> Date {
        match self.what {
            Happening::TermEnded | Happening::ReviewDue => next_day(self.date.last()),
            // What is recorded has happened, though nobody wrote the day.
            Happening::Decided(_) | Happening::Corrected(_) => self.date.first(),
            _ => self.date.last(),
        }
    }

    /// Whether it is still to come on a day.
    pub fn is_coming(&self, day: Date) -> bool {
        day < self.passes()
    }
}

/// A document's events, oldest first; of one day in the order that they follow from each other.
pub fn events(document: &Document, lives: &[Life], lineage: &Lineage) -> Vec<Event> {
    let mut events = Vec::new();
    for (version, life) in document.versions.iter().zip(lives) {
        of_version(version, life, document, &mut events);
    }
    events.extend(document.decisions.iter().filter_map(|decision| decided(decision, None)));
    replaced(document, lineage, &mut events);
    for (version, life) in document.versions.iter().zip(lives) {
        events.extend(life.periods.iter().filter_map(|period| revived(version, period)));
    }
    if let Some(date) = document.withdrawn.as_ref().and_then(|withdrawn| withdrawn.date) {
        events.push(Event { date, version: None, what: Happening::Withdrawn });
    }
    // Stable: what stands first above happened first of its day.
    events.sort_by_key(|event| (event.date.first(), event.date.last()));
    events
}

fn decided(decision: &Decision, version: Option<&VersionId>) -> Option<Event> {
    let date = decision.date?;
    Some(Event { date, version: version.cloned(), what: Happening::Decided(decision.clone()) })
}

/// That a version applies again, where no decision on it says so.
fn revived(version: &Version, period: &Period) -> Option<Event> {
    let cause = period.again.clone().filter(|it| matches!(it, Force::Superseded(_) | Force::Replaced(_)))?;
    let date = period.from?;
    Some(Event { date, version: Some(version.id.clone()), what: Happening::Revived(cause) })
}

fn of_version(version: &Version, life: &Life, document: &Document, events: &mut Vec<Event>) {
    let mut add = |date, what| events.push(Event { date, version: Some(version.id.clone()), what });
    for decision in &version.decisions {
        if let Some(date) = decision.date {
            add(date, Happening::Decided(decision.clone()));
        }
    }
    let started =
        life.force.changes().iter().any(|(_, force)| matches!(force, Force::InForce | Force::Unknown));
    if let Start::Stated(start) = version.start
        && version.adopted() != Some(start)
        && started
    {
        add(start, Happening::EnteredIntoForce);
    }
    let passed = life.force.changes().iter().filter(|(_, force)| *force == Force::TermPassed);
    for (day, _) in passed {
        let last = day_before(*day);
        // A term that is written as a year ends in that year, not on its last day.
        let written = match version.end {
            End::Last(date) if date.last() == last => date,
            _ => Approx::day(last),
        };
        add(written, Happening::TermEnded);
    }
    let applied = |day: Date| day.yesterday().is_ok_and(|eve| !life.force.on(eve).is_over());
    let repealed =
        life.force.changes().iter().filter(|(day, force)| *force == Force::Repealed && applied(*day));
    for (day, _) in repealed {
        let lasts = version.concerned_by(&document.decisions).filter_map(|decision| match decision.until {
            Some(Moment::Date(last)) if decision.act == Act::Repealed => Some(last),
            _ => None,
        });
        if let Some(last) = lasts.into_iter().find(|last| next_day(last.last()) == *day) {
            add(last, Happening::TermEnded);
        }
    }
    for correction in &version.corrections {
        if let Some(date) = correction.date {
            add(date, Happening::Corrected(correction.clone()));
        }
    }
    // Only the review that still stands: earlier ones were made or passed into later ones.
    let stands = life.due.changes().last().map_or(life.due.first(), |(_, last)| last);
    // What was taken down is not reviewed.
    let taken_down = document.withdrawn.as_ref().map(|it| it.date.map_or(Date::MIN, Approx::last));
    let reviewed = |last: &Date| taken_down.is_none_or(|day| *last < day);
    if let Some(last) = stands.filter(|last| *life.force.on(*last) == Force::InForce && reviewed(last)) {
        add(Approx::day(last), Happening::ReviewDue);
    }
}

/// Once for each document that takes its place: a replacer's later versions often say it again.
fn replaced(document: &Document, lineage: &Lineage, events: &mut Vec<Event>) {
    let mut first: BTreeMap<&DocId, Approx> = BTreeMap::new();
    let replacements = lineage.replacements(&document.id).iter();
    for replacement in replacements.filter(|it| document.versions.iter().any(|version| it.concerns(version)))
    {
        let from = first.entry(&replacement.by).or_insert(replacement.effect.from);
        *from = replacement.effect.from.min(*from);
    }
    let mut dates: BTreeMap<Approx, Vec<DocId>> = BTreeMap::new();
    for (by, from) in first {
        dates.entry(from).or_default().push(by.clone());
    }
    events.extend(dates.into_iter().map(|(date, by)| Event {
        date,
        version: None,
        what: Happening::Replaced(by),
    }));
}
