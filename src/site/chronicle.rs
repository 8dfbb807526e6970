//! What happened over time: the timeline of all documents, and each decision day of a body.

use std::collections::BTreeMap;

use crate::base::date::Approx;
use crate::model::address::Address;
use crate::model::body::Body;
use crate::model::event::{Event, Happening};
use crate::model::id::BodyId;
use crate::model::register::Work;
use crate::site::dossier::fact_of;
use crate::site::front::events;
use crate::site::happenings::{decisions_link, event};
use crate::site::parts::{CountView, LinkView};
use crate::site::sheet::Sheet;
use crate::site::view::{DayView, DecisionsView, TimelineView};

/// So many days stand on the index of the timeline, of those that have been and of those to come.
const LATEST: usize = 12;

/// The years in which anything happened, with how much, newest first.
pub fn years(sheet: &Sheet) -> Vec<(i16, usize)> {
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    for (_, event) in chronicled(sheet) {
        *years.entry(event.date.first().year()).or_default() += 1;
    }
    years.into_iter().rev().collect()
}

/// Reviews that fall due are no event of the collection: they are on each document's own page.
fn chronicled<'a>(sheet: &'a Sheet) -> impl Iterator<Item = (&'a Work, &'a Event)> {
    events(sheet).filter(|(_, event)| !matches!(event.what, Happening::ReviewDue))
}

/// The index, with the latest days, or one year.
pub fn timeline(sheet: &Sheet, year: Option<i16>) -> TimelineView {
    let title = match year {
        Some(year) => sheet.tell("timeline-year-title", &[("year", year.to_string().into())]),
        None => sheet.say("timeline-title"),
    };
    let above = match year {
        Some(_) => vec![sheet.link(sheet.say("menu-timeline"), &Address::Timeline)],
        None => Vec::new(),
    };
    let years = years(sheet);
    let mut days: BTreeMap<Approx, Vec<(&Work, &Event)>> = BTreeMap::new();
    for (work, event) in
        chronicled(sheet).filter(|(_, it)| year.is_none_or(|year| it.date.first().year() == year))
    {
        days.entry(event.date).or_default().push((work, event));
    }
    let coming = |events: &[(&Work, &Event)]| events.iter().all(|(_, it)| it.is_coming(sheet.today()));
    let (coming, past): (Vec<_>, Vec<_>) = days.into_iter().partition(|(_, events)| coming(events));
    let most = if year.is_some() { usize::MAX } else { LATEST };
    let is_cut = past.len() > most || coming.len() > most;
    let next_older = past.iter().rev().nth(most).map(|(date, _)| date.first().year());
    let show = |(date, events): &(Approx, Vec<(&Work, &Event)>)| day(sheet, *date, events);
    TimelineView {
        frame: sheet.frame(&title, "timeline", above),
        title,
        coming: coming.iter().take(most).map(show).collect(),
        days: past.iter().rev().take(most).map(show).collect(),
        left_out: is_cut.then(|| sheet.tell("timeline-left-out", &[("n", most.into())])),
        neighbours: match year {
            Some(year) => neighbour_years(sheet, &years, year),
            None => next_older.map(|year| year_link(sheet, "timeline-older", year)).into_iter().collect(),
        },
        years: years
            .into_iter()
            .map(|(it, count)| CountView {
                text: it.to_string(),
                href: sheet.href(&Address::TimelineYear(it)),
                count,
                note: None,
                current: year == Some(it),
            })
            .collect(),
    }
}

/// The years with events before and after one.
fn neighbour_years(sheet: &Sheet, years: &[(i16, usize)], year: i16) -> Vec<LinkView> {
    let older = years.iter().map(|(it, _)| *it).find(|it| *it < year);
    let newer = years.iter().map(|(it, _)| *it).rfind(|it| *it > year);
    let older = older.map(|year| year_link(sheet, "timeline-older", year));
    older.into_iter().chain(newer.map(|year| year_link(sheet, "timeline-newer", year))).collect()
}

fn year_link(sheet: &Sheet, key: &str, year: i16) -> LinkView {
    sheet.link(sheet.tell(key, &[("year", year.to_string().into())]), &Address::TimelineYear(year))
}

fn day(sheet: &Sheet, date: Approx, events: &[(&Work, &Event)]) -> DayView {
    let mut bodies: Vec<(&BodyId, &str)> = events
        .iter()
        .filter_map(|(_, event)| {
            let by = event.decision()?.by.as_ref()?;
            Some((by.id.as_ref()?, by.name.as_str()))
        })
        .collect();
    bodies.sort_unstable();
    bodies.dedup_by_key(|(id, _)| *id);
    let decisions = bodies.into_iter().map(|(id, name)| decisions_link(sheet, id, name, date));
    let events = events.iter().map(|(work, it)| {
        let mut view = event(sheet, work, it, true);
        // The day's own links below lead there.
        view.links.retain(|link| !link.href.as_deref().unwrap_or("").contains("beslut/"));
        view
    });
    DayView { date: sheet.words.date(date), decisions: decisions.collect(), events: events.collect() }
}

/// All that a body decided on a day.
pub fn decisions(sheet: &Sheet, body: &Body, date: &str) -> Option<DecisionsView> {
    let key = (body.id.clone(), date.to_owned());
    let day = sheet.library.decision_days.get(&key)?;
    let mut found: Vec<(&Work, &Event)> = day
        .iter()
        .filter_map(|(id, index)| {
            let work = sheet.library.register.work(id)?;
            Some((work, work.events.get(*index)?))
        })
        .collect();
    found.sort_by_key(|(work, event)| {
        let section = event.decision().and_then(|decision| decision.section.as_deref()).unwrap_or("");
        (number_in(section), section.to_owned(), work.document.id.clone())
    });
    let (_, first) = found.first()?;
    let when = first.date;
    // The name of its time, which may not be today's.
    let name = first.decision().and_then(|decision| decision.by.as_ref()).map_or(&body.name, |by| &by.name);
    let when_text = sheet.words.date(when).text;
    let title = sheet.tell("decisions-title", &[("by", name.as_str().into()), ("date", when_text.into())]);
    let body_link = sheet.link(&body.name, &Address::Body(body.id.clone()));
    let mut minutes: Vec<LinkView> = Vec::new();
    for address in found.iter().filter_map(|(_, event)| event.decision()?.minutes.as_ref()) {
        let link = LinkView::to(address, address);
        if !minutes.contains(&link) {
            minutes.push(link);
        }
    }
    let facts = if minutes.is_empty() { Vec::new() } else { vec![fact_of(sheet, "minutes", minutes)] };
    Some(DecisionsView {
        frame: sheet.frame(
            &title,
            "timeline",
            vec![sheet.link(sheet.say("menu-timeline"), &Address::Timeline), body_link.clone()],
        ),
        title,
        body_name: body_link,
        date: sheet.words.date(when),
        facts,
        events: found.into_iter().map(|(work, it)| event(sheet, work, it, true)).collect(),
        neighbours: neighbours(sheet, &key),
    })
}

/// The first number in a section: § 9 comes before § 60.
fn number_in(section: &str) -> u64 {
    let digits: String = section
        .chars()
        .skip_while(|letter| !letter.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap_or(u64::MAX)
}

/// The body's decision days before and after.
fn neighbours(sheet: &Sheet, key: &(BodyId, String)) -> Vec<LinkView> {
    let days = &sheet.library.decision_days;
    let before = days.range(..key.clone()).next_back();
    let after = days.range(key.clone()..).nth(1);
    let link = |label: &str, found: Option<(&(BodyId, String), &Vec<_>)>| {
        let ((body, date), _) = found.filter(|((body, _), _)| *body == key.0)?;
        let when = Approx::parse(date).ok()?;
        let text = format!("{}: {}", sheet.say(label), sheet.words.date(when).text);
        Some(sheet.link(text, &Address::Decision(body.to_string(), date.clone())))
    };
    [link("previous", before), link("next", after)].into_iter().flatten().collect()
}
