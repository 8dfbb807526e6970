//! What the preview adds to each page that it shows: a bar with the day and the drafts, the faults of
//! the page, and the script that follows changes. Built files never hold it.

use std::path::Path;

use crate::base::date::Date;
use crate::base::fault::Fault;
use crate::base::snapshot::Snapshot;
use crate::base::text::Digest;
use crate::shell::markup::escaped;
use crate::shell::preview::drafts::Drafts;
use crate::shell::preview::editor::Editor;
use crate::shell::preview::page::{day, follow, said, state, visit};
use crate::shell::preview::panel::Panel;
use crate::shell::preview::view::View;
use crate::shell::report::Counts;
use crate::shell::spot::{Position, line_argument};
use crate::shell::words::{Value, Words};

/// Stands before what is added; without all between the two the page is what a build writes.
pub const BEGIN: &str = "<!--stadga:preview-->";
/// Stands after it.
pub const END: &str = "<!--/stadga:preview-->";
/// So many faults of a page are shown; the rest are counted.
const MOST: usize = 50;

/// What the bar of a page tells.
pub struct Inset<'a> {
    /// The language.
    pub words: &'a Words,
    /// The page's address within the site: `dokument/it-policy/`.
    pub page: &'a str,
    /// Which site is shown.
    pub view: View,
    /// The day that the site is shown for.
    pub today: Date,
    /// The day that the settings fix.
    pub fixed: Option<Date>,
    /// What drafts have to do with the page.
    pub drafts: Drafts,
    /// The faults of the files that the page is made from, in the order of the report.
    pub faults: &'a [Fault],
    /// The faults of the whole site.
    pub total: Counts,
    /// Whether every fault is known: some take a look at the whole site.
    pub checked: bool,
    /// Why the newest files make no site; an older one is shown then.
    pub broken: Option<&'a [Fault]>,
    /// The files.
    pub snapshot: &'a Snapshot,
    /// The site's folder.
    pub root: &'a Path,
    /// What opens a file.
    pub editor: &'a Editor,
}

/// The page with the bar in it, and a tag that is another as soon as any of both is.
pub fn inset(html: &[u8], about: &Inset) -> (Vec<u8>, String) {
    let built = Digest::of(html).hex(16);
    let text = Digest::of(without_sheets(html).as_bytes()).hex(16);
    let bar = bar(about);
    let tag = Digest::of(format!("{built} {bar}").as_bytes()).hex(16);
    // While faults are looked for nothing can be said of them.
    let sure = about.checked || !shown(about).is_empty();
    let heard = match hindered(about) {
        Some(note) => note,
        None if sure => found(about),
        None => String::new(),
    };
    let follow = follow(about.words, &tag, &built, &text, &heard, about.broken.is_some());
    let added = format!(
        "{BEGIN}\n<link rel=\"stylesheet\" href=\"/_stadga/visa.css\">\n\
         <aside class=\"stadga-preview\" id=\"stadga--preview\" lang=\"{}\" aria-label=\"{}\"{follow}>\n{bar}</aside>\n\
         <script src=\"/_stadga/visa.js\" defer></script>\n{END}",
        about.words.language.tag(),
        escaped(&about.words.text("preview-name")),
    );
    let (before, after) = html.split_at(end_of_body(html));
    ([before, added.as_bytes(), after].concat(), tag)
}

/// Where the body ends; a page without an end of its body is one all the same.
fn end_of_body(html: &[u8]) -> usize {
    const MARK: &[u8] = b"</body";
    html.windows(MARK.len()).rposition(|it| it.eq_ignore_ascii_case(MARK)).unwrap_or(html.len())
}

/// A page without the names of its style sheets: what differs only there need not be read anew.
fn without_sheets(html: &[u8]) -> String {
    let html = String::from_utf8_lossy(html);
    let mut parts = html.split("<link");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| match part.split_once('>') {
        Some((link, rest)) if link.contains("stylesheet") => text + rest,
        _ => text + "<link" + part,
    })
}

fn bar(about: &Inset) -> String {
    format!(
        "<div class=\"stadga-line\">\n\
         <details class=\"stadga-tools\" open><summary id=\"stadga--verktyg\">{}</summary>\n{}</details>\n\
         <div class=\"stadga-notes\" data-stadga-part=\"notes\">{}</div>\n\
         <div class=\"stadga-found\" data-stadga-part=\"faults\">\n{}</div>\n{}</div>\n",
        escaped(&about.words.text("preview-name")),
        form(about),
        notes(about),
        faults(about),
        said(),
    )
}

/// The day, the drafts, and the way to the state of the whole site.
fn form(about: &Inset) -> String {
    let say = |id: &str| escaped(&about.words.text(id));
    let total = about.total.words(about.words);
    let told = if total.is_empty() {
        say("preview-whole-site")
    } else {
        escaped(&about.words.say("preview-whole-site-with", &[("counts", total.into())]))
    };
    format!(
        "<form class=\"stadga-form\" method=\"get\" action=\"/_stadga/visa\" autocomplete=\"off\">\n\
         <input type=\"hidden\" name=\"sida\" value=\"{page}\">\n\
         <label for=\"stadga--dag\">{day}</label> \
         <input type=\"date\" id=\"stadga--dag\" name=\"dag\" value=\"{date}\">\n\
         <label class=\"stadga-check\"><input type=\"checkbox\" id=\"stadga--utkast\" name=\"utkast\" value=\"ja\"{checked}> {drafts}</label>\n\
         <button id=\"stadga--visa\">{show}</button>\n\
         </form>\n\
         <p data-stadga-part=\"state\"><a id=\"stadga--laget\" href=\"{state}\">{told}</a></p>\n",
        state = escaped(&state(about.view, about.page)),
        page = escaped(about.page),
        day = say("preview-day"),
        date = about.today,
        checked = if about.view.drafts { " checked" } else { "" },
        drafts = say("preview-show-drafts"),
        show = say("preview-show"),
    )
}

/// What nobody may miss: changes that cannot be shown, another day than today.
fn notes(about: &Inset) -> String {
    let paragraph = |html: String| format!("<p>{html}</p>\n");
    let broken = hindered(about).map(|note| format!("<p class=\"stadga-broken\">{}</p>\n", escaped(&note)));
    let by_hand = escaped(&about.words.text("preview-by-hand"));
    [
        broken.unwrap_or_default(),
        which_day(about).map(paragraph).unwrap_or_default(),
        which_drafts(about).map(paragraph).unwrap_or_default(),
        format!("<noscript><p>{by_hand}</p></noscript>"),
    ]
    .concat()
}

/// That changes cannot be shown, and what must be mended first.
fn hindered(about: &Inset) -> Option<String> {
    let place = place_of(about.broken?.first(), about.snapshot);
    Some(about.words.say("preview-broken", &place))
}

/// The day that is shown, where it is not today, with the way back.
fn which_day(about: &Inset) -> Option<String> {
    let words = about.words;
    let date = || [("date", Value::from(day(words, about.today)))];
    let usual = about.fixed.unwrap_or(about.snapshot.today);
    if about.view.date.is_none_or(|asked| asked == usual) {
        return about.fixed.map(|_| escaped(&words.say("preview-fixed-day", &date())));
    }
    let back = match about.fixed {
        Some(fixed) => words.say("preview-back-to", &[("date", day(words, fixed).into())]),
        None => words.text("preview-back"),
    };
    Some(format!(
        "{} <a id=\"stadga--idag\" href=\"{}\">{}</a>",
        escaped(&words.say("preview-other-day", &date())),
        escaped(&visit(None, about.view.drafts, about.page)),
        escaped(&back),
    ))
}

/// What drafts do to the page, with the way to see it otherwise.
fn which_drafts(about: &Inset) -> Option<String> {
    let (told, id, otherwise, drafts) = match &about.drafts {
        Drafts::Apart => return None,
        Drafts::Count(told) => (told.clone(), "utan-utkast", "preview-without-drafts", false),
        Drafts::Hidden => (about.words.text("preview-is-draft"), "med-utkast", "preview-show-drafts", true),
    };
    Some(format!(
        "{} <a id=\"stadga--{id}\" href=\"{}\">{}</a>",
        escaped(&told),
        escaped(&visit(about.view.date, drafts, about.page)),
        escaped(&about.words.text(otherwise)),
    ))
}

/// The file and the line of a fault.
fn place_of<'a>(fault: Option<&'a Fault>, snapshot: &Snapshot) -> [(&'static str, Value<'a>); 2] {
    let none = || Value::from("none");
    let place = fault.and_then(|fault| fault.place.as_ref());
    let start = place.and_then(|place| Position::of_place(place, snapshot)).map(|(start, _)| start.line);
    let line = start.or_else(|| fault.and_then(line_argument));
    [
        ("file", place.map_or_else(none, |place| place.path.as_str().into())),
        ("line", line.map_or_else(none, |line| line.to_string().into())),
    ]
}

/// The faults that the panel shows: those that hinder come before those of the page.
fn shown<'a>(about: &Inset<'a>) -> &'a [Fault] {
    about.broken.unwrap_or(about.faults)
}

/// How many faults there are of the page, or of what hinders, in words.
fn found(about: &Inset) -> String {
    let counts = Counts::of(shown(about)).words(about.words);
    match (counts.is_empty(), about.broken) {
        (true, _) if about.checked => about.words.text("preview-page-sound"),
        (true, _) => about.words.text("preview-looking"),
        (false, Some(_)) => counts,
        (false, None) => about.words.say("preview-page-found", &[("counts", counts.into())]),
    }
}

fn faults(about: &Inset) -> String {
    let faults = shown(about);
    let found = escaped(&found(about));
    if faults.is_empty() {
        return format!("<p class=\"stadga-sound\">{found}</p>\n");
    }
    let panel =
        Panel { words: about.words, snapshot: about.snapshot, root: about.root, editor: about.editor };
    let title = if about.broken.is_some() { "preview-why-broken" } else { "preview-faults-of-page" };
    let counts = Counts::of(faults);
    let worst = if counts.errors > 0 {
        "error"
    } else if counts.warnings > 0 {
        "warning"
    } else {
        "note"
    };
    format!(
        "<details class=\"stadga-open stadga-{worst}\"><summary id=\"stadga--fel\">{found}</summary>\n\
         <div class=\"stadga-panel\" id=\"stadga--lista\" role=\"region\" aria-labelledby=\"stadga--rubrik\" tabindex=\"0\">\n\
         <h2 id=\"stadga--rubrik\">{}</h2>\n{}</div>\n</details>\n",
        escaped(&about.words.text(title)),
        panel.list(faults, 3, MOST),
    )
}
