//! The `TimeMap` of a document (Memento, RFC 7089, section 5): which page stood for it when, for programs that read
//! the past of the web.
//!
//! The document's page is the original resource: it always shows what applies. Each version's own page is a memento
//! of it, from the first day on which that version applied; of one whose first day nobody knows, from the day it was
//! adopted. What has not begun to apply is no past state: it is left out until it is, and what never does for ever. A memento's time is the
//! beginning of that day as Greenwich counts it, which is one or two hours into the same day in Sweden: the date is
//! then the same for whoever reads it, and no rule of summer time, which a parliament may change, is needed to write
//! or to read it.

use std::fmt::Write as _;

use crate::base::date::{Approx, Date};
use crate::model::address::Address;
use crate::model::id::DocId;
use crate::model::life::Life;
use crate::model::register::Work;
use crate::model::version::Version;
use crate::site::library::{Library, version_address};
use crate::site::parts::HeadLink;
use crate::site::sheet::Sheet;

/// The type of the file. Servers tell another by its name, `.txt`: the name that is registered for the type,
/// `.wlnk`, is unknown to most, and some then do not answer at all.
const KIND: &str = "application/link-format";

/// Where a document's `TimeMap` stands.
pub fn address(id: &DocId) -> Address {
    Address::File(format!("dokument/{id}/timemap.txt"))
}

/// The versions that have stood for the document, by the day from which they did.
pub fn mementos<'a>(library: &Library, work: &'a Work) -> Vec<(Date, &'a Version)> {
    if work.withdrawn(library.today) || !work.document.rivals.is_empty() {
        return Vec::new();
    }
    let public = work.versions().filter(|(version, _)| !version.draft);
    let dated = public.filter_map(|(version, life)| Some((first_day(version, life)?, version)));
    let mut past: Vec<_> = dated.filter(|(day, _)| *day <= library.today).collect();
    past.sort_by_key(|(day, _)| *day); // versions of one day stay in their order
    past
}

fn first_day(version: &Version, life: &Life) -> Option<Date> {
    let first = life.periods.first()?.first;
    if first > Date::MIN { Some(first) } else { version.adopted().map(Approx::first) }
}

/// The file. Its addresses are absolute: without a base URL there is no original to speak of.
pub fn timemap(library: &Library, work: &Work) -> Option<String> {
    let base = &library.config.base_url.as_ref()?.url;
    let mementos = mementos(library, work);
    let ((from, _), (until, _)) = (mementos.first()?, mementos.last()?);
    let id = &work.document.id;
    let at = |address: &Address| format!("<{base}{}>", crate::model::address::encode(&address.path()));
    let mut text = format!("{};rel=\"original\",\n", at(&Address::Document(id.clone())));
    let _ = write!(
        text,
        "{};rel=\"self\";type=\"{KIND}\";from=\"{}\";until=\"{}\"",
        at(&address(id)),
        instant(*from),
        instant(*until),
    );
    for (index, (day, version)) in mementos.iter().enumerate() {
        let first = if index == 0 { "first " } else { "" };
        let last = if index + 1 == mementos.len() { "last " } else { "" };
        let page = at(&version_address(id, &version.id));
        let _ = write!(text, ",\n{page};rel=\"{first}{last}memento\";datetime=\"{}\"", instant(*day));
    }
    Some(text + "\n")
}

/// The beginning of a day, as HTTP writes times.
fn instant(day: Date) -> String {
    day.strftime("%a, %d %b %Y 00:00:00 GMT").to_string()
}

/// What the page of a document, or of one of its versions, tells programs of the others.
pub fn links(sheet: &Sheet, work: &Work, version: &Version, own_page: bool) -> Vec<HeadLink> {
    let library = sheet.library;
    if library.config.base_url.is_none() {
        return Vec::new();
    }
    let mementos = mementos(library, work);
    if mementos.is_empty() {
        return Vec::new();
    }
    let id = &work.document.id;
    let link = |rel: &str, to: &Address| HeadLink { rel: rel.into(), href: sheet.href(to), kind: None };
    let map = HeadLink { kind: Some(KIND.into()), ..link("timemap", &address(id)) };
    let is_memento = mementos.iter().any(|(_, it)| it.id == version.id);
    // Whose page names an original is itself a memento.
    let other = match (is_memento, own_page) {
        (true, true) => Some(link("original", &Address::Document(id.clone()))),
        (true, false) => Some(link("memento", &version_address(id, &version.id))),
        (false, _) => None,
    };
    other.into_iter().chain([map]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_as_http_writes_it() {
        assert_eq!(instant(Date::constant(1994, 11, 6)), "Sun, 06 Nov 1994 00:00:00 GMT");
        assert_eq!(instant(Date::constant(2014, 4, 9)), "Wed, 09 Apr 2014 00:00:00 GMT");
    }
}
