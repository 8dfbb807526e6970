//! The register: every document with the force and review of its versions, for any day.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::base::date::{Approx, Date};
use crate::base::fault::Fault;
use crate::base::path::SitePath;
use crate::model::config::Config;
use crate::model::content::Content;
use crate::model::document::Document;
use crate::model::event::{self, Event};
use crate::model::front_matter::Expectation;
use crate::model::id::{DocId, VersionId};
use crate::model::life::{Life, lives};
use crate::model::lineage::Lineage;
use crate::model::validity::Force;
use crate::model::version::{Body, Version};

/// How many years ahead a document without end may still demand others each year.
const HORIZON: i16 = 50;

/// A document with all that is derived from it.
#[derive(Debug)]
pub struct Work {
    /// The document.
    pub document: Document,
    lives: Vec<Life>,
    /// What happened and will happen, oldest first.
    pub events: Vec<Event>,
}

/// Every document of the site.
#[derive(Debug)]
pub struct Register {
    works: BTreeMap<DocId, Work>,
    /// The relations between them.
    pub lineage: Lineage,
}

impl Work {
    /// The versions with their lives, oldest first.
    pub fn versions(&self) -> impl DoubleEndedIterator<Item = (&Version, &Life)> + ExactSizeIterator {
        self.document.versions.iter().zip(&self.lives)
    }

    /// A version with its life.
    pub fn version(&self, id: &VersionId) -> Option<(&Version, &Life)> {
        self.versions().find(|(version, _)| version.id == *id)
    }

    /// The version to show for a day: the one in force, else the latest that may have been, else
    /// the first to come. `None` only if no version could be read.
    pub fn shown(&self, day: Date) -> Option<(&Version, &Life)> {
        let having = |wanted: fn(&Force) -> bool| {
            self.versions().rev().find(move |(_, life)| wanted(life.force.on(day)))
        };
        having(|force| *force == Force::InForce)
            .or_else(|| having(|force| force.is_over() || *force == Force::Unknown))
            .or_else(|| self.versions().find(|(_, life)| *life.force.on(day) == Force::Upcoming))
            .or_else(|| self.versions().next_back())
    }

    /// The versions that are adopted but start after a day.
    pub fn coming(&self, day: Date) -> impl Iterator<Item = (&Version, &Life)> {
        self.versions().filter(move |(_, life)| *life.force.on(day) == Force::Upcoming)
    }

    /// The latest version, in force or not: the one that `index`-like facts are taken from.
    pub fn latest(&self) -> Option<&Version> {
        self.document.versions.last()
    }

    /// The documents that this one demands of others, as its latest version says.
    pub fn demands(&self) -> impl Iterator<Item = &Expectation> {
        self.document.expects.iter().chain(self.latest().into_iter().flat_map(|version| &version.expects))
    }

    /// The years in which its demands hold: from its first start to its last day. A document
    /// without end is asked about for 50 years.
    pub fn demanding_years(&self) -> Option<RangeInclusive<i16>> {
        let starts = self.versions().filter_map(|(version, _)| version.starts());
        let first = starts.map(|start| start.last().year()).min()?;
        let (_, life) = self.versions().next_back()?;
        let horizon = first.saturating_add(HORIZON);
        Some(first..=life.last_day.or(life.term_end).map_or(horizon, |last| last.year().min(horizon)))
    }

    /// The years that it is asked about on a day: this one and the one before, while the demands hold.
    pub fn asked_years(&self, day: Date) -> Vec<i16> {
        let holds = self.demanding_years();
        let years = day.year() - 1..=day.year();
        years.filter(|year| holds.as_ref().is_some_and(|it| it.contains(year))).collect()
    }

    /// Whether the document is taken down on a day.
    pub fn withdrawn(&self, day: Date) -> bool {
        let date = self.document.withdrawn.as_ref().map(|it| it.date);
        date.is_some_and(|date| date.is_none_or(|date| date.last() <= day))
    }

    /// Every day on which an answer about this document changes.
    pub fn change_dates(&self) -> impl Iterator<Item = Date> {
        let lives = self.lives.iter().flat_map(|life| {
            let force = life.force.changes().iter().map(|(day, _)| *day);
            let review = life.review.changes().iter().map(|(day, _)| *day);
            let due = life.due.changes().iter().map(|(day, _)| *day);
            // A text that is over is not reviewed, so nothing is said of it then.
            force.chain(review.chain(due).filter(|day| !life.force.on(*day).is_over()))
        });
        let events = self.events.iter().map(Event::passes);
        let withdrawn = self.document.withdrawn.iter().filter_map(|it| it.date.map(Approx::last));
        let asks_yearly = self.demands().any(|demand| demand.every_year);
        let years = self.demanding_years().filter(|_| asks_yearly);
        let asked = years.map(|years| *years.start()..=*years.end() + 2).into_iter().flatten();
        let new_years = asked.filter_map(|year| Date::new(year, 1, 1).ok());
        lives.chain(events).chain(withdrawn).chain(new_years)
    }
}

impl Register {
    /// Puts all documents together. Takes the documents out of `content`.
    pub fn new(config: &Config, content: &mut Content, faults: &mut Vec<Fault>) -> Self {
        let documents = std::mem::take(&mut content.documents);
        let lineage = Lineage::new(&documents, &content.draft_documents, faults);
        let works = documents
            .into_iter()
            .map(|(id, document)| {
                let lives = lives(&document, &lineage, config);
                let events = event::events(&document, &lives, &lineage);
                (id, Work { document, lives, events })
            })
            .collect();
        Self { works, lineage }
    }

    /// Every document, by id.
    pub fn works(&self) -> impl Iterator<Item = &Work> {
        self.works.values()
    }

    /// A document by its id.
    pub fn work(&self, id: &DocId) -> Option<&Work> {
        self.works.get(id)
    }

    /// The texts of a document with their files, to be put in the place of.
    pub fn bodies(&mut self, id: &DocId) -> impl Iterator<Item = (&SitePath, &mut Body)> {
        let document = self.works.get_mut(id).map(|work| &mut work.document);
        document.into_iter().flat_map(|document| {
            let about = document.about.iter_mut().map(|body| (&document.source, body));
            let versions = document.versions.iter_mut().flat_map(|version| {
                let variants = version.variants.iter_mut().map(|it| (&it.source, &mut it.body));
                variants.chain([(&version.source, &mut version.body)])
            });
            about.chain(versions)
        })
    }

    /// Every day on which any answer changes, each once, in order.
    pub fn change_dates(&self) -> Vec<Date> {
        let mut dates: Vec<Date> = self
            .works()
            .flat_map(Work::change_dates)
            .filter(|day| *day > Date::MIN && *day < Date::MAX)
            .collect();
        dates.sort_unstable();
        dates.dedup();
        dates
    }
}
