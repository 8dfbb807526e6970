//! Events in words: what happened, who decided, under which section, and where to read it.

use crate::base::date::{Approx, Precision};
use crate::model::address::Address;
use crate::model::decision::{Act, Decision};
use crate::model::event::{Event, Happening};
use crate::model::fields::Moment;
use crate::model::front_matter::{Change, Correction};
use crate::model::id::BodyId;
use crate::model::register::Work;
use crate::model::validity::Force;
use crate::site::comparison::compare_links;
use crate::site::library::{decision_address, title_of, version_address};
use crate::site::parts::{EventView, LinkView};
use crate::site::sheet::Sheet;
use crate::site::standing::version_date;

/// An event of a document. `with_document` names the document, for pages that are not its own.
pub fn event(sheet: &Sheet, work: &Work, event: &Event, with_document: bool) -> EventView {
    let mut view = EventView {
        date: Some(sheet.words.date(event.date)),
        kind: kind(event).into(),
        title: title(sheet, work, event),
        document: with_document.then(|| document_then(sheet, work, event)),
        upcoming: event.is_coming(sheet.today()),
        passes: event.passes().to_string(),
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
        Happening::Revived(cause) => revived(sheet, work, cause, &mut view),
        Happening::EnteredIntoForce | Happening::TermEnded | Happening::ReviewDue => {}
    }
    text_of(sheet, work, event, &mut view);
    if !with_document {
        view.links.splice(view.links.len().min(1)..view.links.len().min(1), compared(sheet, work, event));
    }
    view
}

/// The document under the title of the text that the event is about, which may not be today's.
fn document_then(sheet: &Sheet, work: &Work, event: &Event) -> LinkView {
    let today = sheet.document(work);
    let own = event.version.as_ref().and_then(|id| work.version(id));
    let then = own.or_else(|| work.shown(event.date.first())).map(|(version, _)| version);
    let renamed = then.filter(|version| version.title.as_ref().is_some_and(|title| *title != today.text));
    let Some(version) = renamed else { return today };
    let mut link = sheet.link(title_of(version), &version_address(&work.document.id, &version.id));
    link.lang = sheet.other_lang(version.lang.as_deref());
    link
}

/// Which text it is about: a link to read it, what a new one brings, and of several which one.
fn text_of(sheet: &Sheet, work: &Work, event: &Event, view: &mut EventView) {
    let version = event.version.as_ref().and_then(|id| work.version(id)).map(|(version, _)| version);
    let Some(version) = version else { return };
    let several = work.versions().len() > 1;
    match &event.what {
        Happening::Decided(decision) if decision.act == Act::Adopted => {
            // A joint decision is told once for each body, and what is new once.
            let completes = version.completing() == Some(decision);
            view.note = version.note.clone().filter(|_| completes);
        }
        Happening::EnteredIntoForce => {}
        // To end, prolong or put back one text says nothing of the others.
        what if several && ends_or_returns(what) => {
            if let Some(date) = version_date(sheet, version) {
                let args = [("title", view.title.as_str().into()), ("date", date.into())];
                view.title = sheet.tell("event-of-version", &args);
            }
        }
        _ => return,
    }
    let (text, address) = if work.withdrawn(sheet.today()) {
        (sheet.say("version-withdrawn"), Address::Document(work.document.id.clone()))
    } else {
        let text = match version_date(sheet, version) {
            Some(date) => sheet.tell("version-read", &[("date", date.into())]),
            None => sheet.say("version-undated"),
        };
        (text, version_address(&work.document.id, &version.id))
    };
    view.links.insert(0, sheet.link(text, &address));
}

/// What an adopted text changed; of a joint decision told once, as what is new.
fn compared(sheet: &Sheet, work: &Work, event: &Event) -> Vec<LinkView> {
    let version = event.version.as_ref().and_then(|id| work.version(id)).map(|(version, _)| version);
    match (version, event.decision()) {
        (Some(version), Some(decision))
            if decision.act == Act::Adopted && version.completing() == Some(decision) =>
        {
            compare_links(sheet, work, version)
        }
        _ => Vec::new(),
    }
}

fn ends_or_returns(what: &Happening) -> bool {
    match what {
        Happening::Decided(decision) => {
            matches!(decision.act, Act::Extended | Act::Repealed | Act::Annulled | Act::Reinstated)
        }
        Happening::TermEnded | Happening::Revived(_) => true,
        _ => false,
    }
}

/// Why it applies again: what had taken its place was struck down.
fn revived(sheet: &Sheet, work: &Work, cause: &Force, view: &mut EventView) {
    view.note = match cause {
        Force::Superseded(id) => work
            .version(id)
            .and_then(|(version, _)| version_date(sheet, version))
            .map(|date| sheet.tell("event-revived-version", &[("date", date.into())])),
        Force::Replaced(by) => {
            view.links = by.iter().map(|id| sheet.document_by_id(id)).collect();
            Some(sheet.tell("event-revived-document", &[("title", sheet.names(&view.links).into())]))
        }
        _ => None,
    };
}

/// A link to all that a body decided on a day, or in the month or year that is known of it.
pub fn decisions_link(sheet: &Sheet, body: &BodyId, name: &str, date: Approx) -> LinkView {
    let key = match date.precision() {
        Precision::Day => "decisions-page",
        Precision::Month => "decisions-page-month",
        Precision::HalfYear => "decisions-page-half-year",
        Precision::Year => "decisions-page-year",
    };
    sheet.link(sheet.tell(key, &[("by", name.into())]), &decision_address(body, date))
}

fn decided(sheet: &Sheet, decision: &Decision, view: &mut EventView) {
    view.bodies = decision.by.iter().map(|decider| sheet.body(decider)).collect();
    view.section = decision.section.as_ref().map(|section| section_number(sheet, section));
    view.reference.clone_from(&decision.reference);
    if let Some(minutes) = &decision.minutes {
        view.links.push(LinkView::to(sheet.say("fact-minutes"), minutes));
    }
    let day = decision.by.as_ref().and_then(|by| by.id.as_ref()).zip(decision.date);
    if let Some((body, date)) = day
        && decision_address(body, date).file() != sheet.path
    {
        let name = decision.by.as_ref().map_or("", |by| by.name.as_str());
        view.links.push(decisions_link(sheet, body, name, date));
    }
}

/// Who corrected what, and under which mandate.
pub fn corrected(sheet: &Sheet, correction: &Correction, view: &mut EventView) {
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
        Happening::Revived(_) => "revived",
        Happening::Corrected(_) => "corrected",
        Happening::ReviewDue => "review-due",
        Happening::Withdrawn => "withdrawn",
    }
}

fn title(sheet: &Sheet, work: &Work, event: &Event) -> String {
    match &event.what {
        Happening::Decided(decision) if decision.act == Act::Adopted => adoption(sheet, work, event),
        Happening::Decided(decision) => decision_title(sheet, decision),
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

/// What was decided: "Förlängd till och med 31 december 2024".
pub fn decision_title(sheet: &Sheet, decision: &Decision) -> String {
    match (decision.act, &decision.until) {
        (Act::Extended, Some(Moment::Date(date))) => sheet.tell_date("event-extended-until", "to", *date),
        (Act::Repealed, Some(Moment::Date(date))) => sheet.tell_date("event-repealed-until", "to", *date),
        (Act::Reviewed, Some(Moment::Date(date))) => sheet.tell_date("event-reviewed-until", "to", *date),
        (act, _) => sheet.say(&format!("event-{}", act.slug())),
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
