//! The start page: what this is, find a document, what was decided lately, what comes.

use crate::model::address::Address;
use crate::model::decision::Act;
use crate::model::event::{Event, Happening};
use crate::model::register::Work;
use crate::model::review::Review;
use crate::model::validity::Force;
use crate::site::happenings::event;
use crate::site::lists::{self, rows};
use crate::site::parts::{CountView, EventView, Row};
use crate::site::sheet::Sheet;
use crate::site::view::StartView;

const RECENT: usize = 6;
const UPCOMING: usize = 8;
const SUBJECTS: usize = 24;
const REVIEWS: usize = 12;

/// The page.
pub fn start(sheet: &Sheet) -> StartView {
    let library = sheet.library;
    let name = library.config.name.as_str();
    let title = sheet.tell("start-title", &[("name", name.into())]);
    let count = |text: String, to: &Address, count: usize| CountView {
        text,
        href: sheet.href(to),
        count,
        note: None,
        current: false,
    };
    let bodies = library.config.bodies.iter().filter_map(|body| {
        let adopted = |work: &&Work| applies(sheet, work) && lists::is_adopted_by(sheet, work, &body.id);
        let number = library.of_body(&body.id).filter(adopted).count();
        let known = library.of_body(&body.id).next().is_some();
        known.then(|| count(body.name.clone(), &Address::Body(body.id.clone()), number))
    });
    let kinds = library.config.kinds.iter().filter_map(|kind| {
        let number = library.of_kind(&kind.id).filter(|work| applies(sheet, work)).count();
        library.of_kind(&kind.id).next().is_some().then(|| CountView {
            note: Some(kind.explanation.clone()).filter(|it| !it.is_empty()),
            ..count(kind.plural.clone(), &Address::Kind(kind.id.clone()), number)
        })
    });
    let mut subjects: Vec<CountView> =
        library.subjects.iter().map(|(slug, it)| lists::subject_link(sheet, slug, it)).collect();
    let more = (subjects.len() > SUBJECTS).then(|| {
        let text = sheet.tell("start-all-subjects", &[("n", subjects.len().into())]);
        sheet.link(text, &Address::Subjects)
    });
    subjects.sort_by_key(|it| std::cmp::Reverse(it.count)); // stable: of equal ones, by address
    subjects.truncate(SUBJECTS);
    let mut frame = sheet.frame(&title, "start", Vec::new());
    frame.description = Some(sheet.say("start-intro"));
    StartView {
        frame,
        title,
        intro: sheet.say("start-intro"),
        counts: numbers(sheet),
        recent: recent(sheet),
        upcoming: upcoming(sheet),
        review: review(sheet),
        types: kinds.collect(),
        bodies: bodies.collect(),
        subjects,
        all_subjects: more,
        register: sheet.link(sheet.say("start-register"), &Address::Register),
        timeline: sheet.link(sheet.say("start-timeline"), &Address::Timeline),
    }
}

/// Whether a document is in force, and there to be read.
fn applies(sheet: &Sheet, work: &Work) -> bool {
    let today = sheet.today();
    !work.withdrawn(today)
        && work.shown(today).is_some_and(|(_, life)| *life.force.on(today) == Force::InForce)
}

fn numbers(sheet: &Sheet) -> Vec<CountView> {
    let mut in_force = 0_usize;
    let mut coming = 0_usize;
    let mut older = 0_usize;
    let today = sheet.today();
    for work in sheet.library.register.works().filter(|work| !work.withdrawn(today)) {
        in_force += usize::from(applies(sheet, work));
        for (_, life) in work.versions() {
            match life.force.on(today) {
                Force::Upcoming => coming += 1,
                force if force.is_over() => older += 1,
                _ => {} // one that waits, or never began, is no older text
            }
        }
    }
    [
        ("count-in-force", in_force, Address::Register, "?status=galler"),
        ("count-upcoming", coming, Address::Timeline, ""),
        ("count-older", older, Address::Timeline, ""),
    ]
    .into_iter()
    .filter(|(_, count, ..)| *count > 0)
    .map(|(key, count, to, choice)| CountView {
        text: sheet.tell(key, &[("n", count.into())]),
        href: sheet.href(&to) + choice,
        count,
        note: None,
        current: false,
    })
    .collect()
}

fn review(sheet: &Sheet) -> Vec<Row> {
    rows(sheet, to_review(sheet).into_iter().take(REVIEWS))
}

/// What should have been reviewed, the longest overdue first, and what soon should.
pub fn to_review<'a>(sheet: &Sheet<'a>) -> Vec<&'a Work> {
    let today = sheet.today();
    let mut due: Vec<&Work> =
        sheet.library.documents(|_| true).filter(|work| needs_review(sheet, work)).collect();
    due.sort_by_key(|work| work.shown(today).and_then(|(_, life)| *life.due.on(today))); // stable
    due
}

fn needs_review(sheet: &Sheet, work: &Work) -> bool {
    let is_due = |review: &Review| matches!(review, Review::Overdue | Review::DueSoon);
    applies(sheet, work)
        && work.shown(sheet.today()).is_some_and(|(_, life)| is_due(life.review.on(sheet.today())))
}

/// All events of documents that are published, each with its document.
pub fn events<'a>(sheet: &'a Sheet) -> impl Iterator<Item = (&'a Work, &'a Event)> {
    sheet.library.documents(|_| true).flat_map(|work| work.events.iter().map(move |event| (work, event)))
}

fn recent(sheet: &Sheet) -> Vec<EventView> {
    let decided = |event: &Event| event.decision().is_some_and(|decision| decision.act != Act::Collected);
    let mut recent: Vec<(&Work, &Event)> =
        events(sheet).filter(|(_, event)| decided(event) && !event.is_coming(sheet.today())).collect();
    recent.sort_by_key(|(_, event)| std::cmp::Reverse((event.date.last(), event.date.first())));
    recent.truncate(RECENT);
    recent.into_iter().map(|(work, it)| event(sheet, work, it, true)).collect()
}

fn upcoming(sheet: &Sheet) -> Vec<EventView> {
    let worth = |event: &Event| !matches!(event.what, Happening::ReviewDue);
    let mut coming: Vec<(&Work, &Event)> =
        events(sheet).filter(|(_, event)| worth(event) && event.is_coming(sheet.today())).collect();
    coming.sort_by_key(|(_, event)| (event.date.first(), event.date.last()));
    coming.truncate(UPCOMING);
    coming.into_iter().map(|(work, it)| event(sheet, work, it, true)).collect()
}
