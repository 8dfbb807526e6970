//! Whether a version applies: for each day, from its dates, its decisions, later
//! versions and documents that replace it. Never stored, never one status field.
//!
//! Ends are inclusive: "t.o.m. 2014-12-31" applies on that day and not on the next.

use std::collections::BTreeSet;

use crate::base::date::{Approx, Date, day_before, next_day};
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
    /// Every word of [`Force::slug`], in the order of a text's life.
    pub const SLUGS: [&'static str; 9] = [
        "upcoming",
        "in-force",
        "superseded",
        "term-passed",
        "replaced",
        "repealed",
        "annulled",
        "lapsed",
        "unknown",
    ];

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

#[derive(PartialEq, Eq)]
enum Holds {
    No,
    Maybe,
    Yes,
}

impl Effect {
    fn on(&self, day: Date) -> Holds {
        if day < self.from.first() || self.is_void(day) {
            Holds::No
        } else if self.sure_from() <= day {
            Holds::Yes
        } else {
            Holds::Maybe
        }
    }

    fn is_void(&self, day: Date) -> bool {
        self.void.iter().any(|(from, until)| *from <= day && day < *until)
    }

    /// The first day on which it holds without doubt.
    fn sure_from(&self) -> Date {
        sure(self.from)
    }

    /// Whether it is void from its first day for ever.
    fn is_stillborn(&self) -> bool {
        self.void.iter().any(|(from, until)| *from <= self.from.first() && *until == Date::MAX)
    }

    /// The span in which it holds, up to the first day that undoes it.
    fn span(&self) -> (Date, Date) {
        let from = self.sure_from();
        let undone = self.void.iter().map(|(undone, _)| *undone).min();
        (from, undone.map_or(Date::MAX, |undone| undone.max(from)))
    }

    /// Whether it is decided, on a day, that this leaves a text no day to apply on.
    fn forestalls(&self, start: Approx, day: Date) -> bool {
        self.decided.is_some_and(|decided| decided <= day && decided < start.first())
            && self.from.last() <= start.first()
            && !self.is_void(day)
    }

    fn boundaries(&self, days: &mut Vec<Date>) {
        days.extend([self.from.first(), self.sure_from()]);
        days.extend(self.decided);
        days.extend(self.void.iter().flat_map(|(from, until)| [*from, *until]));
    }
}

/// The first day that surely lies in what begins on a date.
fn sure(from: Approx) -> Date {
    from.exact().unwrap_or_else(|| next_day(from.last()))
}

/// Another document that takes a document's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The replacer.
    pub by: DocId,
    /// From when.
    pub effect: Effect,
}

impl Replacement {
    /// Whether it can end a version: a text adopted after it took effect was not replaced by it.
    pub fn concerns(&self, version: &Version) -> bool {
        version.adopted().map_or(Date::MIN, Approx::first) <= self.effect.from.last()
    }
}

/// What a version does to those that it follows; `None` if it never starts.
pub fn effect(version: &Version, document: &[Decision]) -> Option<Effect> {
    effect_from(version, version.starts()?, document)
}

/// What a version does from a date on. While a court has struck it down it does nothing, nor if
/// it was repealed before it could; a repeal after that revives nobody.
pub fn effect_from(version: &Version, from: Approx, document: &[Decision]) -> Option<Effect> {
    let blows = Blows::on(version, document);
    let early = blows.repealed.iter().filter(|repeal| repeal.from.last() <= from.first());
    let void = blows.annulled.iter().chain(early).map(Effect::span).collect();
    let effect = Effect { from, decided: version.adopted().map(Approx::last), void };
    (!effect.is_stillborn()).then_some(effect)
}

/// The decisions that hold a text down, until it is put back.
struct Blows {
    repealed: Vec<Effect>,
    annulled: Vec<Effect>,
}

impl Blows {
    fn on(version: &Version, document: &[Decision]) -> Self {
        let mut dated: Vec<(Date, &Decision)> =
            version.concerned_by(document).filter_map(|decision| Some((decision.day()?, decision))).collect();
        dated.sort_by_key(|(day, _)| *day);
        let mut blows = Self { repealed: Vec::new(), annulled: Vec::new() };
        for (day, decision) in dated {
            let blow = |from| Effect { from, decided: Some(day), void: Vec::new() };
            match decision.act {
                Act::Repealed => blows.repealed.extend(repealed_from(decision).map(blow)),
                Act::Annulled => blows.annulled.extend(decision.date.map(blow)),
                Act::Reinstated => {
                    for blow in blows.all_mut() {
                        blow.void.push((day, Date::MAX));
                    }
                }
                _ => {}
            }
        }
        blows
    }

    fn all(&self) -> impl Iterator<Item = &Effect> {
        self.repealed.iter().chain(&self.annulled)
    }

    fn all_mut(&mut self) -> impl Iterator<Item = &mut Effect> {
        self.repealed.iter_mut().chain(&mut self.annulled)
    }
}

/// From when a repeal holds: after its `until`, else from the decision. A condition in words is
/// no date: the text applies until somebody writes the day.
fn repealed_from(decision: &Decision) -> Option<Approx> {
    match decision.until {
        Some(Moment::Date(date)) => Some(Approx::day(next_day(date.last()))),
        Some(Moment::Words(_)) => None,
        None => decision.date,
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
    let mut last = match version.end {
        End::Last(stated) => stated.last(),
        End::Open | End::Condition(_) | End::Missing => Date::MAX,
    };
    let mut beyond = Vec::new();
    let mut extensions: Vec<&Decision> =
        version.concerned_by(document).filter(|decision| decision.act == Act::Extended).collect();
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
        let blows = Blows::on(self.version, self.document);
        let beyond = beyond_term(self.version, self.document);
        let mut days: Vec<Date> = beyond.iter().flat_map(|(from, until)| [*from, *until]).collect();
        if let Some(start) = self.version.starts() {
            days.extend([start.first(), sure(start)]);
        }
        for effect in self.followers().chain(blows.all()) {
            effect.boundaries(&mut days);
        }
        Steps::over(days, |day| self.force_on(day, &blows, &beyond))
    }

    /// All that takes its place: later versions and other documents.
    fn followers(&self) -> impl Iterator<Item = &Effect> {
        let later = self.later.iter().map(|(_, effect)| effect);
        later.chain(self.replacers().map(|it| &it.effect))
    }

    fn replacers(&self) -> impl Iterator<Item = &Replacement> + Clone {
        self.replacements.iter().filter(|it| it.concerns(self.version))
    }

    fn force_on(&self, day: Date, blows: &Blows, beyond: &[(Date, Date)]) -> Force {
        if blows.annulled.iter().any(|blow| blow.on(day) == Holds::Yes) {
            return Force::Annulled;
        }
        let start = self.version.starts();
        if let Some(start) = start {
            let mut ends = self.followers().chain(&blows.repealed);
            if ends.any(|end| end.forestalls(start, day)) {
                return Force::Lapsed;
            }
            if day < start.first() {
                return Force::Upcoming;
            }
        }
        if let Some(force) = self.strongest_cause(day, blows) {
            return force;
        }
        // Before any doubt about its start: whenever it began, the term is over.
        if beyond.iter().any(|(from, until)| *from <= day && day < *until) {
            return Force::TermPassed;
        }
        let started = start.is_some_and(|start| sure(start) <= day);
        let maybe_over = self.followers().chain(blows.all()).any(|end| end.on(day) == Holds::Maybe);
        if started && !maybe_over { Force::InForce } else { Force::Unknown }
    }

    /// The first thing that ended it, of those that hold on the day. Of one day's causes a successor
    /// says more than a repeal, and of one day's later versions the last is the one that applies.
    fn strongest_cause(&self, day: Date, blows: &Blows) -> Option<Force> {
        let holds = |effect: &&Effect| effect.on(day) == Holds::Yes;
        let by = self.replacers().filter(|it| holds(&&it.effect));
        let replaced = by.clone().map(|it| it.effect.sure_from()).min().map(|from| {
            let ids: BTreeSet<DocId> = by.map(|it| it.by.clone()).collect();
            (from, Force::Replaced(ids.into_iter().collect()))
        });
        let later = self.later.iter().rev().filter(|(_, effect)| holds(&effect));
        let superseded = later
            .map(|(id, effect)| (effect.sure_from(), Force::Superseded(id.clone())))
            .min_by_key(|(from, _)| *from);
        let repeals = blows.repealed.iter().filter(holds);
        let repealed = repeals.map(|blow| (blow.sure_from(), Force::Repealed)).min_by_key(|(from, _)| *from);
        let causes = [replaced, superseded, repealed].into_iter().flatten();
        causes.min_by_key(|(from, _)| *from).map(|(_, force)| force)
    }
}

/// The last day on which a version applied, if its end is known: the day before it was over.
pub fn last_day_in_force(force: &Steps<Force>) -> Option<Date> {
    let changes = force.changes();
    let over = changes.iter().rposition(|(_, state)| !state.is_over()).map_or(0, |index| index + 1);
    changes.get(over).filter(|(_, state)| state.is_over()).map(|(from, _)| day_before(*from))
}
