//! Events in words: what happened, who decided, under which section, and where to read it.

use crate::model::decision::{Act, Decision};
use crate::model::event::{Event, Happening};
use crate::model::fields::Moment;
use crate::model::front_matter::{Change, Correction};
use crate::model::register::Work;
use crate::site::library::{decision_address, version_address};
use crate::site::parts::{EventView, LinkView};
use crate::site::sheet::Sheet;
use crate::site::standing::version_date;

/// An event of a document. `with_document` names the document, for pages that are not its own.
pub fn event(sheet: &Sheet, work: &Work, event: &Event, with_document: bool) -> EventView {
    let mut view = EventView {
        date: Some(sheet.words.date(event.date)),
        kind: kind(event).into(),
        title: title(sheet, work, event),
        document: with_document.then(|| sheet.document(work)),
        upcoming: event.is_coming(sheet.today()),
        ..EventView::default()
    };
    match &event.what {
        Happening::Decided(decision) => decided(sheet, decision, &mut view),
        Happening::Replaced(by) => {
            view.links = by.iter().map(|id| sheet.document_by_id(id)).collect();
        }
        Happening::Corrected(correction) => corrected(sheet, correction, &mut view),
        Happening::Withdrawn => {
            view.note = work.document.withdrawn.as_ref().map(|withdrawn| withdrawn.reason.clone());
        }
        Happening::EnteredIntoForce | Happening::TermEnded | Happening::ReviewDue => {}
    }
    adopted_text(sheet, work, event, &mut view);
    view
}

/// What a new text brings, and a link to read it.
fn adopted_text(sheet: &Sheet, work: &Work, event: &Event, view: &mut EventView) {
    let starts = matches!(event.what, Happening::EnteredIntoForce);
    let adopts = event.decision().is_some_and(|decision| decision.act == Act::Adopted);
    let version = event.version.as_ref().and_then(|id| work.version(id)).map(|(version, _)| version);
    let Some(version) = version.filter(|_| adopts || starts) else { return };
    if adopts {
        view.note.clone_from(&version.note);
    }
    let text = match version_date(sheet, version) {
        Some(date) => sheet.tell("version-read", &[("date", date.into())]),
        None => sheet.say("version-undated"),
    };
    view.links.insert(0, sheet.link(text, &version_address(&work.document.id, &version.id)));
}

fn decided(sheet: &Sheet, decision: &Decision, view: &mut EventView) {
    view.bodies = decision.by.iter().map(|decider| sheet.body(decider)).collect();
    view.section = decision.section.as_ref().map(|section| section_number(sheet, section));
    view.reference.clone_from(&decision.reference);
    if let Some(minutes) = &decision.minutes {
        view.links.push(LinkView::to(sheet.say("fact-minutes"), minutes));
    }
    let day = decision.by.as_ref().and_then(|by| by.id.as_ref()).zip(decision.date);
    if let Some((body, date)) = day {
        let address = decision_address(body, date);
        if address.file() != sheet.path {
            let name = decision.by.as_ref().map_or("", |by| by.name.as_str());
            let text = sheet.tell("decisions-page", &[("by", name.into())]);
            view.links.push(sheet.link(text, &address));
        }
    }
}

fn corrected(sheet: &Sheet, correction: &Correction, view: &mut EventView) {
    view.bodies = correction.by.iter().map(LinkView::plain).collect();
    let mandate = correction.mandate.as_ref();
    let mandate = mandate.map(|mandate| sheet.tell("mandate", &[("mandate", mandate.as_str().into())]));
    view.note =
        Some([Some(correction.what.clone()), mandate].into_iter().flatten().collect::<Vec<_>>().join(" – "));
}

/// "§ 60"; a sign that is written already is not written twice.
pub fn section_number(sheet: &Sheet, section: &str) -> String {
    if section.contains('§') {
        section.to_owned()
    } else {
        sheet.tell("section-number", &[("section", section.into())])
    }
}

/// The word for the event, in data and styles.
pub fn kind(event: &Event) -> &'static str {
    match &event.what {
        Happening::Decided(decision) => decision.act.slug(),
        Happening::EnteredIntoForce => "starts",
        Happening::TermEnded => "ends",
        Happening::Replaced(_) => "replaced",
        Happening::Corrected(_) => "corrected",
        Happening::ReviewDue => "review-due",
        Happening::Withdrawn => "withdrawn",
    }
}

fn title(sheet: &Sheet, work: &Work, event: &Event) -> String {
    match &event.what {
        Happening::Decided(decision) => match (decision.act, &decision.until) {
            (Act::Adopted, _) => adoption(sheet, work, event),
            (Act::Extended, Some(Moment::Date(date))) => sheet.tell_date("event-extended-until", "to", *date),
            (Act::Repealed, Some(Moment::Date(date))) => sheet.tell_date("event-repealed-until", "to", *date),
            (Act::Reviewed, Some(Moment::Date(date))) => sheet.tell_date("event-reviewed-until", "to", *date),
            (act, _) => sheet.say(&format!("event-{}", act.slug())),
        },
        Happening::Replaced(by) => {
            let titles: Vec<LinkView> = by.iter().map(|id| sheet.document_by_id(id)).collect();
            let coming = event.is_coming(sheet.today());
            let key = if coming { "event-replaced-coming" } else { "event-replaced" };
            sheet.tell(key, &[("title", sheet.names(&titles).into())])
        }
        Happening::EnteredIntoForce if !event.is_coming(sheet.today()) => sheet.say("event-started"),
        Happening::TermEnded if !event.is_coming(sheet.today()) => sheet.say("event-ended"),
        Happening::ReviewDue if !event.is_coming(sheet.today()) => sheet.say("event-review-was-due"),
        _ => sheet.say(&format!("event-{}", kind(event))),
    }
}

/// The first text is adopted, later ones revise it, unless the version says more.
fn adoption(sheet: &Sheet, work: &Work, event: &Event) -> String {
    let version = event.version.as_ref().and_then(|id| work.version(id)).map(|(version, _)| version);
    let adopted = work.versions().filter_map(|(version, _)| Some((version.adopted()?, &version.id)));
    let first = adopted.min_by_key(|(date, _)| (date.first(), date.last())).map(|(_, id)| id);
    let first = first == event.version.as_ref();
    let key = match version.and_then(|version| version.change) {
        Some(Change::Partial) => "event-partial",
        Some(Change::Editorial) => "event-editorial",
        Some(Change::Readopted) => "event-readopted",
        Some(Change::New) => "event-adopted",
        None if first => "event-adopted",
        Some(Change::Revision) | None => "event-revised",
    };
    sheet.say(key)
}

/// A document's events for its own page, newest first; of several versions, those of the one shown
/// are marked.
pub fn timeline(sheet: &Sheet, work: &Work, shown: Option<&crate::model::id::VersionId>) -> Vec<EventView> {
    work.events
        .iter()
        .rev()
        .map(|it| {
            let mut view = event(sheet, work, it, false);
            let adopts = it.decision().is_some_and(|decision| decision.act == Act::Adopted);
            view.shown = adopts && shown.is_some() && it.version.as_ref() == shown;
            view
        })
        .collect()
}
