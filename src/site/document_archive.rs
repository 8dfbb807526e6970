//! The page of what is archived of a document: each time it was, what was new then, and the digests that show whether
//! a copy is what was archived.

use std::collections::BTreeMap;

use crate::archive::entry::{Entry, Event, Kept, Text};
use crate::archive::inventory;
use crate::model::address::Address;
use crate::model::id::{DocId, VersionId};
use crate::model::register::Work;
use crate::site::archive_view::{ArchiveEvent, DocumentArchiveView};
use crate::site::dossier::{fact, fact_of};
use crate::site::frozen;
use crate::site::library::version_address;
use crate::site::moment::moment;
use crate::site::notices::of_withdrawal;
use crate::site::parts::{FactView, LinkView, NoticeView};
use crate::site::sheet::Sheet;
use crate::site::standing::version_name;

/// The page.
pub fn document(sheet: &Sheet, id: &DocId) -> Option<DocumentArchiveView> {
    let work = sheet.library.register.work(id)?;
    let holdings = sheet.library.archive()?;
    let entries = holdings.of(id);
    let (held, gone): (Vec<&String>, Vec<&String>) =
        holdings.names(id).iter().partition(|name| !holdings.history.kept(name).is_empty());
    let document = sheet.document(work);
    let named = |key: &str| sheet.tell(key, &[("title", document.text.as_str().into())]);
    let mut frame = sheet.frame(
        named("archive-of-page-title"),
        "register",
        vec![sheet.register_crumb(), document.clone()],
    );
    if let Some(last) = frame.crumbs.last_mut() {
        last.text = sheet.say("archive-of-crumb");
    }
    // Numbers for those who have a copy: what they stand for is found by its own page.
    frame.no_index = true;
    let mut former: BTreeMap<&str, &Kept> = BTreeMap::new();
    let mut events: Vec<ArchiveEvent> =
        entries.iter().map(|entry| event(sheet, work, entry, &mut former)).collect();
    events.reverse();
    Some(DocumentArchiveView {
        frame,
        id: id.to_string(),
        title: named("archive-of-title"),
        notices: notices(sheet, work, &holdings.kept(id), &gone),
        held: held.into_iter().cloned().collect(),
        facts: facts(sheet, &entries),
        events,
        archive: sheet.link(sheet.say("archive-of-whole"), &Address::Archive),
    })
}

/// `left`: what lies in the archive; `gone`: the ids under which all was removed by decision.
fn notices(sheet: &Sheet, work: &Work, left: &[&Entry], gone: &[&String]) -> Vec<NoticeView> {
    let has_texts = left.iter().filter_map(|entry| entry.event.kept()).any(|kept| !kept.texts.is_empty());
    let withdrawal = work.document.withdrawn.as_ref().filter(|_| work.withdrawn(sheet.today()));
    let withdrawn = withdrawal.map(|it| {
        let mut notice = of_withdrawal(sheet, it);
        if has_texts {
            notice.body = format!("{} {}", notice.body, sheet.say("archive-of-withdrawn"));
        }
        notice
    });
    let ended =
        |title: String, body: String| NoticeView { kind: "ended".into(), title, body, links: Vec::new() };
    let purged: Vec<NoticeView> = if left.is_empty() {
        vec![ended(sheet.say("archive-of-purged"), sheet.say("archive-of-purged-body"))]
    } else {
        let part = |id: &&String| {
            let title = sheet.tell("archive-of-purged-part", &[("id", id.as_str().into())]);
            ended(title, sheet.say("archive-of-purged-part-body"))
        };
        gone.iter().map(part).collect()
    };
    purged.into_iter().chain(withdrawn).collect()
}

fn facts(sheet: &Sheet, entries: &[&Entry]) -> Vec<FactView> {
    let archived = || entries.iter().filter_map(|entry| Some((entry.event.kept()?, entry.time)));
    let time = |key: &str, found: Option<(&Kept, jiff::Timestamp)>| {
        found.map(|(_, time)| fact(sheet, key, moment(sheet.words, time).text))
    };
    let mut objects: Vec<&str> = archived().map(|(kept, _)| &*kept.object).collect();
    objects.sort_unstable();
    objects.dedup();
    let names = objects.into_iter().map(LinkView::plain).collect();
    let (first, last) = (archived().next(), archived().next_back());
    let once = first.map(|(_, time)| time) == last.map(|(_, time)| time);
    time("archive-first", first)
        .into_iter()
        .chain(time("archive-last", last.filter(|_| !once)))
        .chain([fact_of(sheet, "archive-object", names)])
        .collect()
}

/// `former` holds what was archived before, by the document's name in the log.
fn event<'a>(
    sheet: &Sheet,
    work: &Work,
    entry: &'a Entry,
    former: &mut BTreeMap<&'a str, &'a Kept>,
) -> ArchiveEvent {
    let date = moment(sheet.words, entry.time);
    let (kind, kept) = match &entry.event {
        Event::Archive(kept) => ("archived", kept),
        Event::Withdraw(kept) => ("withdrawn", kept),
        Event::Purge { document, decision, .. } => {
            former.remove(&**document);
            let title = sheet.tell("archive-event-purged", &[("decision", decision.as_str().into())]);
            let what = (document != work.document.id.as_str())
                .then(|| sheet.tell("archive-event-purged-named", &[("id", document.as_str().into())]));
            return ArchiveEvent { kind: "purged".into(), title, date, what, ..ArchiveEvent::default() };
        }
        Event::Begin { .. } => return ArchiveEvent::default(),
    };
    let before = former.insert(&kept.document, kept);
    let number = kept.version.to_string();
    // Under each id the numbers begin from 1.
    let key = if kept.document == work.document.id.as_str() { "archive-event" } else { "archive-event-of" };
    let args = [("number", number.trim_start_matches('v').into()), ("id", kept.document.as_str().into())];
    ArchiveEvent {
        kind: kind.into(),
        title: sheet.tell(key, &args),
        date,
        what: what(sheet, work, kind, kept, before),
        texts: kept.texts.iter().rev().map(|(id, text)| self::text(sheet, work, id, text, before)).collect(),
        digests: digests(kept),
        inventory_name: format!("{number}/{}", inventory::FILE),
        inventory: kept.inventory.to_string(),
    }
}

/// What was new, where the texts do not tell.
fn what(sheet: &Sheet, work: &Work, kind: &str, kept: &Kept, before: Option<&Kept>) -> Option<String> {
    let same = |before: &&Kept| {
        let words = |kept: &Kept| -> Vec<_> {
            kept.texts.iter().map(|(id, text)| (id.clone(), text.words)).collect()
        };
        words(kept) == words(before)
    };
    let key = match kind {
        "withdrawn" if before.is_some_and(|before| !before.texts.is_empty()) => {
            Some("archive-event-withdrawn")
        }
        "withdrawn" => Some("archive-event-withdrawn-first"),
        _ if before.is_some_and(|before| same(&before)) => Some("archive-event-facts"),
        _ => None,
    };
    let named = (kept.document != work.document.id.as_str())
        .then(|| sheet.tell("archive-event-named", &[("id", kept.document.as_str().into())]));
    let recovered = kept.recovered.then(|| sheet.say("archive-event-recovered"));
    let sentences: Vec<String> =
        key.map(|key| sheet.say(key)).into_iter().chain(named).chain(recovered).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// A text that was archived; it leads to its page while that is public and says the same.
fn text(sheet: &Sheet, work: &Work, id: &str, text: &Text, before: Option<&Kept>) -> LinkView {
    let version = VersionId::new(id);
    let found = work.version(&version).map(|(version, _)| version).filter(|version| !version.draft);
    let name = match found {
        Some(version) => version_name(sheet, version),
        None => sheet.tell("archive-text", &[("id", id.into())]),
    };
    let is_same = found.is_some_and(|version| frozen::words(version) == text.words);
    let is_public = !work.withdrawn(sheet.today()) && work.document.rivals.is_empty();
    let mut link = if is_same && is_public {
        sheet.link(name, &version_address(&work.document.id, &version))
    } else {
        LinkView::plain(name)
    };
    link.note = before.and_then(|before| match before.texts.get(id) {
        None => Some(sheet.say("archive-text-new")),
        Some(old) if old.words == text.words => None,
        Some(old) if old.corrections < text.corrections => Some(sheet.say("archive-text-corrected")),
        Some(_) => Some(sheet.say("archive-text-changed")),
    });
    link
}

/// A line for the page of each text, from the folder that the document was taken out to.
fn digests(kept: &Kept) -> String {
    let document = DocId::new(&kept.document);
    let line = |(id, text): (&String, &Text)| {
        let page = version_address(&document, &VersionId::new(id)).file();
        format!("{}  {page}\n", text.page)
    };
    kept.texts.iter().map(line).collect()
}
