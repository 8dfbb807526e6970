//! Whether a version applies: for each day, from its dates, its decisions, later
//! versions and documents that replace it. Never stored, never one status field.
//!
//! Ends are inclusive: "t.o.m. 2014-12-31" applies on that day and not on the next.

use crate::base::date::{Approx, Date, Precision, day_before, next_day};
use crate::model::decision::{Act, Decision};
use crate::model::fields::Moment;
use crate::model::id::{DocId, VersionId};
use crate::model::steps::Steps;
use crate::model::version::{End, Version};

/// Whether a version applies on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Force {
    /// It starts later.
    Upcoming,
    /// It applies.
    InForce,
    /// A later version of the document has started.
    Superseded(VersionId),
    /// Its stated term is over and nobody has decided anything; see `after_term`.
    TermPassed,
    /// Other documents have taken its place.
    Replaced(Vec<DocId>),
    /// It was repealed.
    Repealed,
    /// A court struck it down.
    Annulled,
    /// It was repealed or replaced before it started.
    Lapsed,
    /// What is written does not tell.
    Unknown,
}

impl Force {
    /// The English word, as in data, classes and message keys.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::InForce => "in-force",
            Self::Superseded(_) => "superseded",
            Self::TermPassed => "term-passed",
            Self::Replaced(_) => "replaced",
            Self::Repealed => "repealed",
            Self::Annulled => "annulled",
            Self::Lapsed => "lapsed",
            Self::Unknown => "unknown",
        }
    }

    /// Whether it has applied and no longer does.
    pub fn is_over(&self) -> bool {
        matches!(
            self,
            Self::Superseded(_) | Self::TermPassed | Self::Replaced(_) | Self::Repealed | Self::Annulled
        )
    }
}

/// Something that starts to hold on a date, and may be undone for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// When it starts.
    pub from: Approx,
    /// When it was decided; a cause decided before a version's start lets that version lapse.
    pub decided: Option<Date>,
    /// The spans in which it is void: first day, and the first day after.
    pub void: Vec<(Date, Date)>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Holds {
    No,
    Maybe,
    Yes,
}

impl Effect {
    fn on(&self, day: Date) -> Holds {
        if self.void.iter().any(|(from, until)| *from <= day && day < *until) || day < self.from.first() {
            Holds::No
        } else if self.from.precision() == Precision::Day || day > self.from.last() {
            Holds::Yes
        } else {
            Holds::Maybe
        }
    }

    fn boundaries(&self, days: &mut Vec<Date>) {
        days.extend([self.from.first(), next_day(self.from.last())]);
        days.extend(self.void.iter().flat_map(|(from, until)| [*from, *until]));
    }
}

/// Another document that takes a document's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The replacer.
    pub by: DocId,
    /// From when.
    pub effect: Effect,
}

/// What a version does to those that it follows; `None` if it never starts.
pub fn effect(version: &Version, document: &[Decision]) -> Option<Effect> {
    let from = version.starts()?;
    let spans = Spans::of(&version.decisions, document);
    let lapsed =
        spans.repealed.iter().any(|(repealed, until)| *repealed <= from.first() && *until == Date::MAX);
    (!lapsed).then(|| Effect { from, decided: version.adopted().map(Approx::last), void: spans.annulled })
}

/// The spans in which decisions hold a text down: first day, and the first day after.
struct Spans {
    repealed: Vec<(Date, Date)>,
    annulled: Vec<(Date, Date)>,
    repeals_decided: Option<Date>,
}

impl Spans {
    fn of(own: &[Decision], document: &[Decision]) -> Self {
        let mut dated: Vec<(Date, &Decision)> =
            own.iter().chain(document).filter_map(|decision| Some((decision.day()?, decision))).collect();
        dated.sort_by_key(|(day, _)| *day);
        let mut spans = Self { repealed: Vec::new(), annulled: Vec::new(), repeals_decided: None };
        for (day, decision) in dated {
            match decision.act {
                Act::Repealed => {
                    spans.repeals_decided.get_or_insert(day);
                    spans.repealed.push((last_day(decision).map_or(day, next_day), Date::MAX));
                }
                Act::Annulled => spans.annulled.push((day, Date::MAX)),
                Act::Reinstated => {
                    for span in spans.repealed.iter_mut().chain(&mut spans.annulled) {
                        span.1 = span.1.min(day.max(span.0));
                    }
                }
                _ => {}
            }
        }
        spans
    }
}

fn last_day(decision: &Decision) -> Option<Date> {
    match decision.until {
        Some(Moment::Date(date)) => Some(date.last()),
        _ => None,
    }
}

/// The spans of days in which the stated term is over, extensions counted.
/// An extension decided too late leaves a gap: nobody could know that it would come.
fn beyond_term(version: &Version, document: &[Decision]) -> Vec<(Date, Date)> {
    let End::Last(stated) = version.end else { return Vec::new() };
    let mut last = stated.last();
    let mut beyond = Vec::new();
    let mut extensions: Vec<&Decision> =
        version.decisions.iter().chain(document).filter(|decision| decision.act == Act::Extended).collect();
    extensions.sort_by_key(|decision| decision.day());
    for extension in extensions {
        if let Some(day) = extension.day().filter(|day| *day > next_day(last)) {
            beyond.push((next_day(last), day));
        }
        last = last_day(extension).unwrap_or(Date::MAX);
    }
    if last < Date::MAX {
        beyond.push((next_day(last), Date::MAX));
    }
    beyond
}

/// The last day of the term as it stands after all extensions.
pub fn term_end(version: &Version, document: &[Decision]) -> Option<Date> {
    beyond_term(version, document)
        .last()
        .filter(|(_, until)| *until == Date::MAX)
        .map(|(from, _)| day_before(*from))
}

fn within(spans: &[(Date, Date)], day: Date) -> Option<Date> {
    spans.iter().find(|(from, until)| *from <= day && day < *until).map(|(from, _)| *from)
}

/// All that decides a version's force.
pub struct Circumstances<'a> {
    /// The version.
    pub version: &'a Version,
    /// The decisions on the document as a whole.
    pub document: &'a [Decision],
    /// The later versions of the document, with what they do.
    pub later: Vec<(VersionId, Effect)>,
    /// The documents that replace this one.
    pub replacements: &'a [Replacement],
}

impl Circumstances<'_> {
    /// The version's force, from before its start to after its end.
    pub fn force(&self) -> Steps<Force> {
        let spans = Spans::of(&self.version.decisions, self.document);
        let beyond = beyond_term(self.version, self.document);
        let mut days: Vec<Date> = [&spans.repealed, &spans.annulled, &beyond]
            .iter()
            .flat_map(|spans| spans.iter())
            .flat_map(|(from, until)| [*from, *until])
            .collect();
        if let Some(start) = self.version.starts() {
            days.extend([start.first(), next_day(start.last())]);
        }
        let effects = self.later.iter().map(|(_, effect)| effect);
        for effect in effects.chain(self.replacements.iter().map(|it| &it.effect)) {
            effect.boundaries(&mut days);
        }
        Steps::over(days, |day| self.force_on(day, &spans, &beyond))
    }

    fn force_on(&self, day: Date, spans: &Spans, beyond: &[(Date, Date)]) -> Force {
        if within(&spans.annulled, day).is_some() {
            return Force::Annulled;
        }
        let start = self.version.starts();
        let cause = self.strongest_cause(day, spans);
        if let Some((from, decided, force)) = cause {
            let lapsed = start.is_some_and(|start| {
                from <= start.first() && decided.is_some_and(|decided| decided < start.first())
            });
            if lapsed {
                return Force::Lapsed;
            }
            if start.is_none_or(|start| start.first() <= day) {
                return force;
            }
        }
        let Some(start) = start else { return Force::Unknown };
        if day < start.first() {
            return Force::Upcoming;
        }
        let imprecise = start.precision() != Precision::Day && day <= start.last();
        if imprecise || self.maybe_over(day) {
            return Force::Unknown;
        }
        if within(beyond, day).is_some() { Force::TermPassed } else { Force::InForce }
    }

    /// The first thing that ended it, of those that hold on the day: since when, when decided, and
    /// the state. Of one day's causes a successor says more than a repeal.
    fn strongest_cause(&self, day: Date, spans: &Spans) -> Option<(Date, Option<Date>, Force)> {
        let replaced = self.replacements.iter().filter(|it| it.effect.on(day) == Holds::Yes);
        let mut by: Vec<(Date, Option<Date>, &DocId)> =
            replaced.map(|it| (it.effect.from.last(), it.effect.decided, &it.by)).collect();
        by.sort();
        let replaced = by.first().map(|(from, decided, _)| {
            let mut ids: Vec<DocId> = by.iter().map(|(.., id)| (*id).clone()).collect();
            ids.sort();
            ids.dedup();
            (*from, *decided, Force::Replaced(ids))
        });
        let superseded = self
            .later
            .iter()
            .filter(|(_, effect)| effect.on(day) == Holds::Yes)
            .map(|(id, effect)| (effect.from.last(), effect.decided, Force::Superseded(id.clone())))
            .min_by_key(|(from, ..)| *from);
        let repealed =
            within(&spans.repealed, day).map(|from| (from, spans.repeals_decided, Force::Repealed));
        [replaced, superseded, repealed].into_iter().flatten().min_by_key(|(from, ..)| *from)
    }

    fn maybe_over(&self, day: Date) -> bool {
        self.later.iter().any(|(_, effect)| effect.on(day) == Holds::Maybe)
            || self.replacements.iter().any(|it| it.effect.on(day) == Holds::Maybe)
    }
}

/// The last day on which a version applied, if its end is known: the day before it was over.
pub fn last_day_in_force(force: &Steps<Force>) -> Option<Date> {
    let changes = force.changes();
    let over = changes.iter().rposition(|(_, state)| !state.is_over()).map_or(0, |index| index + 1);
    changes.get(over).filter(|(_, state)| state.is_over()).map(|(from, _)| day_before(*from))
}
