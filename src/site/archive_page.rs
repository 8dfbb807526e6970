//! The page of the archive: how much it holds, what shows that nobody changed it, and what is told of each document.

use std::cmp::Reverse;

use jiff::Timestamp;

use crate::archive::entry::{Entry, Event};
use crate::archive::history::Proof;
use crate::model::address::Address;
use crate::model::id::DocId;
use crate::site::archive_view::{ArchiveView, CheckpointView};
use crate::site::collate::Collation;
use crate::site::dossier::fact;
use crate::site::holdings::Holdings;
use crate::site::hyphen::part;
use crate::site::library::document_title;
use crate::site::moment::day;
use crate::site::parts::{FactView, LinkView, NoticeView};
use crate::site::sheet::Sheet;

/// Of more documents than these only so many are listed: a page of ten thousand rows helps nobody, and each has
/// a link to its own from where it stands.
const MOST: usize = 300;

/// The page.
pub fn archive(sheet: &Sheet) -> Option<ArchiveView> {
    let holdings = sheet.library.archive()?;
    let (name, begun) = holdings.history.begun()?;
    let title = sheet.say("archive-title");
    let mut frame = sheet.frame(&title, "arkiv", Vec::new());
    let args = [("name", name.into()), ("date", day(sheet.words, begun).text.into())];
    let lead = sheet.tell("archive-lead", &args);
    frame.description = Some(lead.clone());
    let mut held: Vec<Held> = holdings.documents().filter_map(|id| Held::new(holdings, id)).collect();
    held.sort_by_key(|held| Reverse(held.last.seq));
    let total = held.len();
    let last = held.first().map_or(begun, |held| held.last.time);
    let withdrawn = held.iter().filter_map(|held| held.withdrawn(sheet)).collect();
    held.truncate(MOST);
    let documents = held.iter().map(|held| held.row(sheet)).collect();
    let purged = holdings.purged().map(|entry| purged(sheet, holdings, entry)).collect();
    Some(ArchiveView {
        frame,
        title,
        lead,
        facts: facts(sheet, holdings, last),
        notices: notices(sheet, &holdings.history.proof),
        checkpoint: checkpoint(sheet, holdings),
        files: files(sheet, holdings),
        withdrawn: by_name(sheet, withdrawn),
        purged: by_name(sheet, purged),
        documents: by_name(sheet, documents),
        left_out: (total > MOST)
            .then(|| sheet.tell("archive-left-out", &[("shown", MOST.into()), ("total", total.into())])),
    })
}

/// As a reader looks for them.
fn by_name(sheet: &Sheet, mut links: Vec<LinkView>) -> Vec<LinkView> {
    let collation = Collation::new(sheet.library.config.lang);
    links.sort_by_cached_key(|link| (collation.key(&link.text), link.href.clone()));
    links
}

/// A document of which something lies in the archive.
struct Held<'a> {
    id: &'a DocId,
    last: &'a Entry,
    count: usize,
}

impl<'a> Held<'a> {
    fn new(holdings: &'a Holdings, id: &'a DocId) -> Option<Self> {
        let kept = holdings.kept(id);
        Some(Self { id, last: kept.last()?, count: kept.len() })
    }

    fn link(&self, sheet: &Sheet) -> LinkView {
        link(sheet, self.id)
    }

    fn row(&self, sheet: &Sheet) -> LinkView {
        let args = [("date", day(sheet.words, self.last.time).text.into()), ("n", self.count.into())];
        LinkView { note: Some(sheet.tell("archive-row", &args)), ..self.link(sheet) }
    }

    fn withdrawn(&self, sheet: &Sheet) -> Option<LinkView> {
        let Event::Withdraw(_) = &self.last.event else { return None };
        let date = day(sheet.words, self.last.time).text;
        let note = Some(sheet.tell("archive-withdrawn-note", &[("date", date.into())]));
        Some(LinkView { note, ..self.link(sheet) })
    }
}

/// A document with the page of what is archived of it. Its title may be parted: the list is nothing but titles.
fn link(sheet: &Sheet, id: &DocId) -> LinkView {
    let work = sheet.library.register.work(id);
    let title = work.map_or(id.as_str(), |work| document_title(work, sheet.today()));
    let lang = work.and_then(|work| sheet.document(work).lang);
    LinkView { lang, ..sheet.link(part(title), &Address::DocumentArchive(id.clone())) }
}

/// Counted as a check of the archive counts them: what a document had under another id lies there by itself.
fn facts(sheet: &Sheet, holdings: &Holdings, last: Timestamp) -> Vec<FactView> {
    let kept = holdings.history.documents().map(|name| holdings.history.kept(name).len());
    let kept: Vec<usize> = kept.filter(|count| *count > 0).collect();
    let count = |key: &str, n: usize| fact(sheet, key, sheet.tell("archive-number", &[("n", n.into())]));
    vec![
        count("archive-documents", kept.len()),
        count("archive-versions", kept.iter().sum()),
        fact(sheet, "archive-last", day(sheet.words, last).text),
    ]
}

fn notices(sheet: &Sheet, proof: &Proof) -> Vec<NoticeView> {
    let (kind, key) = match proof {
        Proof::Holds(..) => return Vec::new(),
        Proof::Missing => ("unknown", "archive-no-checkpoint"),
        Proof::Broken => ("ended", "archive-broken"),
    };
    let (title, body) = (sheet.say(key), sheet.say(&format!("{key}-body")));
    vec![NoticeView { kind: kind.into(), title, body, links: Vec::new() }]
}

fn checkpoint(sheet: &Sheet, holdings: &Holdings) -> Option<CheckpointView> {
    let Proof::Holds(text, note) = &holdings.history.proof else { return None };
    let names: Vec<String> = note.keys().collect();
    let signed = if names.is_empty() {
        sheet.say("archive-unsigned")
    } else {
        sheet.tell("archive-signed", &[("names", sheet.words.list(&names).into())])
    };
    let (size, lines) = (note.checkpoint.size, holdings.history.lines());
    let note = (size < lines)
        .then(|| sheet.tell("archive-behind", &[("size", size.into()), ("lines", lines.into())]));
    Some(CheckpointView { text: text.as_str().trim_end().to_owned(), signed, note })
}

fn files(sheet: &Sheet, holdings: &Holdings) -> Vec<LinkView> {
    let history = &holdings.history;
    let file = |key: &str, path: &str, text: &str| {
        let args = [("kind", "TXT".into()), ("kilobytes", text.len().div_ceil(1000).into())];
        let note = Some(sheet.tell("file-size", &args));
        LinkView { note, ..sheet.link(sheet.say(key), &Address::File(path.into())) }
    };
    let log = file("archive-file-log", "arkiv/entries.jsonl", history.text.as_str());
    let checkpoint = match &history.proof {
        Proof::Holds(text, _) => Some(file("archive-file-checkpoint", "arkiv/checkpoint", text.as_str())),
        Proof::Missing | Proof::Broken => None,
    };
    [log].into_iter().chain(checkpoint).collect()
}

/// What was removed by decision, with the id that the log has: a title is known only of what is still on the site.
fn purged(sheet: &Sheet, holdings: &Holdings, entry: &Entry) -> LinkView {
    let Event::Purge { document, decision, .. } = &entry.event else { return LinkView::default() };
    let args = [
        ("id", document.as_str().into()),
        ("date", day(sheet.words, entry.time).text.into()),
        ("decision", decision.as_str().into()),
    ];
    match holdings.home(document) {
        Some(id) => {
            let is_all = holdings.kept(id).is_empty();
            let key = if is_all { "archive-purged-named-note" } else { "archive-purged-part-note" };
            LinkView { note: Some(sheet.tell(key, &args)), ..link(sheet, id) }
        }
        None => {
            LinkView { note: Some(sheet.tell("archive-purged-note", &args)), ..LinkView::plain(document) }
        }
    }
}
