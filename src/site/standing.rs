//! Whether a version applies, in words: the badge, the sentence and the span of days.

use crate::base::date::{Approx, Date, day_before, next_day};
use crate::model::config::AfterTerm;
use crate::model::fields::Moment;
use crate::model::life::Life;
use crate::model::validity::Force;
use crate::model::version::{End, Start, Version};
use crate::site::parts::{DateView, StateView, StepView};
use crate::site::sheet::Sheet;

/// The state of a version on the sheet's day.
pub fn state(sheet: &Sheet, version: &Version, life: &Life) -> StateView {
    if version.draft {
        return StateView {
            force: "draft".into(),
            label: sheet.say("state-draft"),
            sentence: sheet.say("sentence-draft"),
            steps: Vec::new(),
        };
    }
    let force = life.force.on(sheet.today());
    StateView {
        force: force.slug().into(),
        label: label(sheet, force),
        sentence: sentence(sheet, version, life),
        steps: if sheet.library.config.date.is_some() { Vec::new() } else { steps(sheet, life) },
    }
}

fn label(sheet: &Sheet, force: &Force) -> String {
    sheet.say(&format!("state-{}", force.slug()))
}

fn steps(sheet: &Sheet, life: &Life) -> Vec<StepView> {
    let step = |from: String, force: &Force| StepView {
        from,
        force: force.slug().into(),
        label: label(sheet, force),
    };
    let first = step(String::new(), life.force.first());
    std::iter::once(first)
        .chain(life.force.changes().iter().map(|(day, force)| step(day.to_string(), force)))
        .collect()
}

/// The last day that a version applied or will apply, by what is known today.
pub fn last_day(version: &Version, life: &Life, today: Date) -> Option<Date> {
    if life.force.on(today).is_over() {
        let last = unbroken(life, today, Force::is_over).map(day_before)?;
        // One that a successor of the same day took over from never had a last day.
        return Some(last).filter(|last| version.starts().is_none_or(|start| start.first() <= *last));
    }
    let stated = matches!(version.end, End::Last(_));
    life.last_day.or(life.term_end.filter(|_| stated))
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
    let stated = version.starts();
    let over = life.force.on(today).is_over();
    let day = if over { last_day(version, life, today) } else { Some(today) };
    let begun = day.and_then(|day| begun_again(life, day));
    begun.filter(|begun| stated.is_none_or(|stated| stated.last() < begun.first())).or(stated)
}

/// When it began to apply again after days on which it did not, if it ever was over before a day.
fn begun_again(life: &Life, day: Date) -> Option<Approx> {
    let changes = life.force.changes();
    let known = changes.partition_point(|(from, _)| *from <= day);
    let broken = |force: &Force| force.is_over() || *force == Force::Lapsed;
    let index = changes[..known].iter().rposition(|(_, force)| broken(force))? + 1;
    let (from, force) = changes[..known].get(index)?;
    match (force, changes.get(index + 1)) {
        (Force::Upcoming, _) => None,
        (Force::Unknown, Some((sure, _))) => unsure_before(life, *sure),
        _ => Some(Approx::day(*from)),
    }
}

/// The last day that a version applied or will apply, no more precise than it was written.
pub fn end(sheet: &Sheet, version: &Version, life: &Life) -> Option<DateView> {
    let day = last_day(version, life, sheet.today())?;
    let extended = version.decisions.iter().filter_map(|decision| match &decision.until {
        Some(Moment::Date(date)) => Some(*date),
        _ => None,
    });
    let stated = match &version.end {
        End::Last(date) => Some(*date),
        _ => None,
    };
    let written = stated.into_iter().chain(extended).find(|date| date.last() == day);
    let date = written.or_else(|| unsure_before(life, next_day(day))).unwrap_or(Approx::day(day));
    Some(sheet.words.date(date))
}

/// The month, half-year or year within which the state that began on a day can have begun.
pub fn unsure_before(life: &Life, day: Date) -> Option<Approx> {
    let changes = life.force.changes();
    let index = changes.iter().position(|(from, _)| *from == day)?;
    let (from, force) = changes.get(index.checked_sub(1)?)?;
    let (year, month) = (from.year(), from.month());
    let periods =
        [format!("{year}-{month:02}"), format!("vt {year}"), format!("ht {year}"), year.to_string()];
    let is_whole = |period: &Approx| period.first() == *from && next_day(period.last()) == day;
    periods
        .iter()
        .filter_map(|period| Approx::parse(period).ok())
        .find(is_whole)
        .filter(|_| *force == Force::Unknown)
}

/// "Gäller sedan 9 april 2014, tills vidare."
fn sentence(sheet: &Sheet, version: &Version, life: &Life) -> String {
    let today = sheet.today();
    let from = start(version, life, today).map(|start| sheet.words.date(start).text);
    let to = end(sheet, version, life).map(|end| end.text);
    let between = |spanned: &str, ended: &str| match (&from, &to) {
        (Some(from), Some(to)) => {
            sheet.tell(spanned, &[("from", from.as_str().into()), ("to", to.as_str().into())])
        }
        (None, Some(to)) => sheet.tell(ended, &[("to", to.as_str().into())]),
        (Some(from), None) => sheet.tell("sentence-superseded-at-once", &[("from", from.as_str().into())]),
        (None, None) => sheet.say("sentence-unknown-start"),
    };
    let at = |key: &str| match since_when(life, today) {
        Some(day) => sheet.tell_date(key, "to", unsure_before(life, day).unwrap_or(Approx::day(day))),
        None => sheet.say("sentence-unknown-start"),
    };
    match life.force.on(today) {
        Force::InForce => in_force(sheet, version, from, to),
        Force::Upcoming => match from {
            Some(from) => sheet.tell("sentence-upcoming", &[("from", from.into())]),
            None => sheet.say("sentence-unknown-start"),
        },
        Force::Superseded(_) => between("sentence-superseded", "sentence-until"),
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
    match (to, &version.end) {
        (Some(to), _) => sheet.tell("sentence-in-force-until", &args("to", to)),
        (None, End::Condition(condition)) => {
            sheet.tell("sentence-in-force-condition", &args("condition", condition.clone()))
        }
        (None, End::Open) => sheet.tell("sentence-in-force-open", &[("from", from.into())]),
        (None, _) => sheet.tell("sentence-in-force", &[("from", from.into())]),
    }
}

/// "1 juli 2015 – 29 september 2019".
pub fn span(sheet: &Sheet, version: &Version, life: &Life) -> String {
    if *life.force.on(sheet.today()) == Force::Lapsed {
        return sheet.say("state-lapsed");
    }
    let from = since(sheet, version, life).map(|since| since.text);
    let to = end(sheet, version, life).map(|end| end.text);
    let over = life.force.on(sheet.today()).is_over();
    match (from, to) {
        (Some(from), Some(to)) => sheet.tell("span", &[("from", from.into()), ("to", to.into())]),
        (Some(from), None) if over => from,
        // A condition is words: "från och med när budgeten antagits" is no Swedish.
        (Some(from), None) if matches!(version.start, Start::Condition(_)) => from,
        (Some(from), None) => sheet.tell("span-from", &[("from", from.into())]),
        (None, Some(to)) => sheet.tell("span-until", &[("to", to.into())]),
        (None, None) => sheet.say("missing"),
    }
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
    end(sheet, version, life).or_else(|| match &version.end {
        _ if over => None,
        End::Open => Some(words(sheet.say("open-ended"))),
        End::Condition(condition) => Some(words(condition.clone())),
        // It has an end no longer, or never had a day to end on.
        End::Last(_) if life.term_end.is_none() => Some(words(sheet.say("open-ended"))),
        End::Last(_) | End::Missing => None,
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
