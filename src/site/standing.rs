//! Whether a version applies, in words: the badge, the sentence and the span of days.

use crate::base::date::{Approx, Date, day_before};
use crate::model::config::AfterTerm;
use crate::model::fields::Moment;
use crate::model::life::Life;
use crate::model::period::{Period, whole};
use crate::model::register::Work;
use crate::model::steps::Steps;
use crate::model::validity::Force;
use crate::model::version::{End, Start, Version};
use crate::site::parts::{DateView, StateView, StepView};
use crate::site::sheet::Sheet;

/// The state of a version on the sheet's day, with all that it was and will be.
pub fn state(sheet: &Sheet, version: &Version, life: &Life) -> StateView {
    let steps = if version.draft || is_fixed(sheet) { Vec::new() } else { steps(sheet, life) };
    StateView { steps, ..bare(sheet, version, life) }
}

/// A site of one day is told for that day alone.
fn is_fixed(sheet: &Sheet) -> bool {
    sheet.library.config.date.is_some()
}

/// The state of a version on the sheet's day and on no other.
fn bare(sheet: &Sheet, version: &Version, life: &Life) -> StateView {
    let force = life.force.on(sheet.today());
    let (force, label, sentence) = if version.draft {
        ("draft", sheet.say("state-draft"), sheet.say("sentence-draft"))
    } else {
        (force.slug(), label(sheet, force), sentence(sheet, version, life))
    };
    let detail = detail(&label, &sentence);
    StateView { force: force.into(), label, sentence, detail, steps: Vec::new() }
}

/// The state at the head of a document's page: each of its steps tells as much as the state itself.
pub fn state_in_full(sheet: &Sheet, version: &Version, life: &Life) -> StateView {
    let mut state = state(sheet, version, life);
    let changes = life.force.changes();
    let before = changes.first().map_or(Date::MIN, |(day, _)| day_before(*day));
    let days = std::iter::once(before).chain(changes.iter().map(|(day, _)| *day));
    for (step, day) in state.steps.iter_mut().zip(days) {
        let then = sheet.on(day);
        // A condition is anybody's words; these two part the steps from each other.
        step.detail = detail(&step.label, &sentence(&then, version, life)).replace([';', '|'], ",");
    }
    state
}

/// The state of a document in lists: that of the version shown, and on another day of the one shown then.
pub fn document_state(sheet: &Sheet, work: &Work) -> Option<StateView> {
    let (version, life) = work.shown(sheet.today())?;
    if work.withdrawn(sheet.today()) {
        return Some(withdrawn(sheet));
    }
    let mut told = bare(sheet, version, life);
    if !version.draft && !is_fixed(sheet) {
        let force = |day: Date| work.shown(day).map(|(_, life)| life.force.on(day).clone());
        let forces = Steps::over(work.change_dates().collect(), force);
        let first = std::iter::once((String::new(), forces.first()));
        let later = forces.changes().iter().map(|(day, force)| (day.to_string(), force));
        told.steps =
            first.chain(later).filter_map(|(from, force)| Some(step(sheet, from, force.as_ref()?))).collect();
    }
    Some(told)
}

/// A sentence that stands after the label need not repeat it.
fn detail(label: &str, sentence: &str) -> String {
    let rest = sentence.strip_prefix(label).and_then(|rest| rest.strip_prefix(' '));
    rest.unwrap_or(sentence).to_owned()
}

/// The state of a document that was taken down, in lists: its text is not told of.
pub fn withdrawn(sheet: &Sheet) -> StateView {
    let label = sheet.say("state-withdrawn");
    StateView { force: "withdrawn".into(), sentence: label.clone(), label, ..StateView::default() }
}

/// Whether a text still speaks to its readers: it applies, will apply, or nobody can say that it does not.
pub fn is_living(sheet: &Sheet, version: &Version, life: &Life) -> bool {
    let term_ends = sheet.library.config.after_term == AfterTerm::Ends;
    version.draft
        || match life.force.on(sheet.today()) {
            Force::TermPassed => !term_ends,
            Force::Lapsed => false,
            force => !force.is_over(),
        }
}

fn label(sheet: &Sheet, force: &Force) -> String {
    sheet.say(&format!("state-{}", force.slug()))
}

fn steps(sheet: &Sheet, life: &Life) -> Vec<StepView> {
    let first = step(sheet, String::new(), life.force.first());
    let later = life.force.changes().iter().map(|(day, force)| step(sheet, day.to_string(), force));
    std::iter::once(first).chain(later).collect()
}

fn step(sheet: &Sheet, from: String, force: &Force) -> StepView {
    StepView {
        from,
        force: force.slug().into(),
        label: label(sheet, force).replace([';', '|'], ","),
        detail: String::new(),
    }
}

/// The periods in which a version applies that have begun, or the one to begin: never none, but for
/// one that has no day to apply on.
fn known_periods(life: &Life, today: Date) -> &[Period] {
    let begun = life.periods.partition_point(|period| period.first <= today);
    &life.periods[..begun.max(1).min(life.periods.len())]
}

/// The first day of the unbroken run of days up to this one on all of which something holds.
fn unbroken(life: &Life, day: Date, holds: impl Fn(&Force) -> bool) -> Option<Date> {
    let until_then = life.force.changes().iter().rev().skip_while(|(from, _)| *from > day);
    until_then.take_while(|(_, force)| holds(force)).last().map(|(from, _)| *from)
}

/// The day that the state of a day began; who else took its place later is no new state.
pub fn since_when(life: &Life, day: Date) -> Option<Date> {
    let now = life.force.on(day).slug();
    unbroken(life, day, |force| force.slug() == now)
}

/// From when a version applies or applied: its start, or the day it was revived or extended too late.
pub fn start(version: &Version, life: &Life, today: Date) -> Option<Approx> {
    known_periods(life, today).last().map_or_else(|| version.starts(), |period| period.from)
}

/// The last day that a version applied or will apply, no more precise than it was written.
pub fn end(sheet: &Sheet, version: &Version, life: &Life) -> Option<DateView> {
    end_of(sheet, version, life, known_periods(life, sheet.today()).last()?)
}

fn end_of(sheet: &Sheet, version: &Version, life: &Life, period: &Period) -> Option<DateView> {
    let after = period.after?;
    let day = day_before(after);
    let extended = version.decisions.iter().filter_map(|decision| match &decision.until {
        Some(Moment::Date(date)) => Some(*date),
        _ => None,
    });
    let stated = match &version.end {
        End::Last(date) => Some(*date),
        _ => None,
    };
    let written = stated.into_iter().chain(extended).find(|date| date.last() == day);
    let date = written.or_else(|| unsure_before(life, after)).unwrap_or(Approx::day(day));
    Some(sheet.words.date(date))
}

/// The month, half-year or year within which the state that began on a day can have begun.
pub fn unsure_before(life: &Life, day: Date) -> Option<Approx> {
    let changes = life.force.changes();
    let index = changes.iter().position(|(from, _)| *from == day)?;
    let (from, force) = changes.get(index.checked_sub(1)?)?;
    whole(*from, day).filter(|_| *force == Force::Unknown)
}

/// "Gäller sedan 9 april 2014, tills vidare."
fn sentence(sheet: &Sheet, version: &Version, life: &Life) -> String {
    let today = sheet.today();
    let from = start(version, life, today).map(|start| sheet.words.date(start).text);
    let to = end(sheet, version, life).map(|end| end.text);
    let at = |key: &str| match since_when(life, today) {
        Some(day) => sheet.tell_date(key, "to", unsure_before(life, day).unwrap_or(Approx::day(day))),
        None => sheet.say("sentence-unknown-start"),
    };
    match life.force.on(today) {
        Force::InForce => {
            let sentence = in_force(sheet, version, from, to);
            let also = |spans: String| {
                sheet
                    .tell("sentence-also", &[("sentence", sentence.as_str().into()), ("spans", spans.into())])
            };
            earlier(sheet, version, life).map(also).unwrap_or(sentence)
        }
        Force::Upcoming => match from {
            Some(from) => sheet.tell("sentence-upcoming", &[("from", from.into())]),
            None => sheet.say("sentence-unknown-start"),
        },
        Force::Superseded(_) => match &from {
            Some(from) if life.periods.is_empty() => {
                sheet.tell("sentence-superseded-at-once", &[("from", from.as_str().into())])
            }
            _ => sheet.tell("sentence-superseded", &[("span", span(sheet, version, life).into())]),
        },
        Force::TermPassed => {
            let key = match sheet.library.config.after_term {
                AfterTerm::Ends => "sentence-term-passed",
                AfterTerm::Continues => "sentence-term-passed-continues",
                AfterTerm::Unclear => "sentence-term-passed-unclear",
            };
            sheet.tell(key, &[("to", to.unwrap_or_default().into())])
        }
        Force::Replaced(_) => at("sentence-replaced"),
        Force::Repealed => at("sentence-repealed"),
        Force::Annulled => at("sentence-annulled"),
        Force::Lapsed if life.repealed_early => at("sentence-lapsed-repealed"),
        Force::Lapsed => at("sentence-lapsed"),
        Force::Unknown => match (&version.start, from) {
            (Start::Condition(condition), _) => {
                sheet.tell("sentence-unknown-condition", &[("condition", condition.as_str().into())])
            }
            (_, Some(from)) if starts_unsurely(version) => {
                sheet.tell("sentence-unknown", &[("from", from.into())])
            }
            (_, Some(_)) => sheet.say("sentence-unknown-end"),
            (_, None) => sheet.say("sentence-unknown-start"),
        },
    }
}

/// Whether its own start is what is not known; else it is the start of what follows it.
pub fn starts_unsurely(version: &Version) -> bool {
    version.starts().is_some_and(|start| start.exact().is_none())
}

fn in_force(sheet: &Sheet, version: &Version, from: Option<String>, to: Option<String>) -> String {
    let from = from.unwrap_or_default();
    let args = |name: &'static str, value: String| [("from", from.clone().into()), (name, value.into())];
    match (to, version.ends_on_condition(), &version.end) {
        (Some(to), ..) => sheet.tell("sentence-in-force-until", &args("to", to)),
        (None, Some(condition), _) => {
            sheet.tell("sentence-in-force-condition", &args("condition", condition.to_owned()))
        }
        (None, None, End::Open) => sheet.tell("sentence-in-force-open", &[("from", from.into())]),
        (None, None, _) => sheet.tell("sentence-in-force", &[("from", from.into())]),
    }
}

/// "1 juli 2015 – 29 september 2019"; of several periods all: "… och från och med 14 juni 2023".
pub fn span(sheet: &Sheet, version: &Version, life: &Life) -> String {
    if *life.force.on(sheet.today()) == Force::Lapsed {
        return sheet.say("state-lapsed");
    }
    let periods = known_periods(life, sheet.today());
    if periods.is_empty() {
        // A successor of the same day took over: it never had a last day.
        let from = since(sheet, version, life);
        return from.map_or_else(|| sheet.say("missing"), |from| from.text);
    }
    spans(sheet, version, life, periods)
}

/// The periods before the one that is told of, if there are any.
pub fn earlier(sheet: &Sheet, version: &Version, life: &Life) -> Option<String> {
    let (_, before) = known_periods(life, sheet.today()).split_last()?;
    (!before.is_empty()).then(|| spans(sheet, version, life, before))
}

fn spans(sheet: &Sheet, version: &Version, life: &Life, periods: &[Period]) -> String {
    let span = |period: &Period| {
        let from = match &version.start {
            Start::Condition(condition) if period.from.is_none() => Some(condition.clone()),
            _ => period.from.map(|from| sheet.words.date(from).text),
        };
        match (from, end_of(sheet, version, life, period)) {
            (Some(from), Some(to)) => sheet.tell("span", &[("from", from.into()), ("to", to.text.into())]),
            // A condition is words: "från och med när budgeten antagits" is no Swedish.
            (Some(from), None) if period.from.is_none() => from,
            (Some(from), None) => sheet.tell("span-from", &[("from", from.into())]),
            (None, Some(to)) => sheet.tell("span-until", &[("to", to.text.into())]),
            (None, None) => sheet.say("missing"),
        }
    };
    sheet.words.list(&periods.iter().map(span).collect::<Vec<_>>())
}

/// The start for a table.
pub fn since(sheet: &Sheet, version: &Version, life: &Life) -> Option<DateView> {
    match &version.start {
        _ if *life.force.on(sheet.today()) == Force::Lapsed => None,
        Start::Condition(condition) => Some(DateView { iso: String::new(), text: condition.clone() }),
        _ => start(version, life, sheet.today()).map(|start| sheet.words.date(start)),
    }
}

/// The end for a table.
pub fn until(sheet: &Sheet, version: &Version, life: &Life) -> Option<DateView> {
    let words = |text: String| DateView { iso: String::new(), text };
    if *life.force.on(sheet.today()) == Force::Lapsed {
        return None;
    }
    let over = life.force.on(sheet.today()).is_over();
    // Over without a last day: a successor of the same day took over from it.
    end(sheet, version, life).or_else(|| match (version.ends_on_condition(), &version.end) {
        _ if over => None,
        (Some(condition), _) => Some(words(condition.to_owned())),
        (None, End::Open | End::Condition(_)) => Some(words(sheet.say("open-ended"))),
        // It has an end no longer, or never had a day to end on.
        (None, End::Last(_)) if life.term_end.is_none() => Some(words(sheet.say("open-ended"))),
        (None, End::Last(_) | End::Missing) => None,
    })
}

/// The name of a version: "Lydelse 6 november 2019".
pub fn version_name(sheet: &Sheet, version: &Version) -> String {
    match version_date(sheet, version) {
        Some(date) => sheet.tell("version-name", &[("date", date.into())]),
        None => sheet.say("version-undated"),
    }
}

/// The day that a version is known by; a second one of that day bears the number of its address,
/// so that no two are called the same: "6 november 2019 (2)".
pub fn version_date(sheet: &Sheet, version: &Version) -> Option<String> {
    let date = version.adopted().or(version.starts())?;
    let text = sheet.words.date(date).text;
    let number = version.id.as_str().strip_prefix(&date.ascii()).and_then(|rest| rest.strip_prefix('-'));
    Some(number.map_or(text.clone(), |number| format!("{text} ({number})")))
}
