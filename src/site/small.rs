//! The small pages: plain pages, what is withdrawn or cannot be read, old addresses,
//! 404, the sitemap and robots.txt.

use crate::base::date::Approx;
use crate::base::path::SitePath;
use crate::model::address::{Address, encode};
use crate::model::document::PlainPage;
use crate::model::id::VersionId;
use crate::model::register::Work;
use crate::site::comparison;
use crate::site::dossier::{archive_link, fact_of};
use crate::site::happenings::timeline;
use crate::site::kinship::relations;
use crate::site::library::{document_title, version_address};
use crate::site::notices::of_withdrawal;
use crate::site::pairs::pairs;
use crate::site::plan::{Page, Plan, last_changed};
use crate::site::sheet::Sheet;
use crate::site::standing::version_name;
use crate::site::view::{
    NotFoundView, PageView, RedirectView, RobotsView, SitemapEntry, SitemapView, UnreadableView,
    WithdrawnView,
};

/// Contents lists are for pages with more headings than fit on a screen.
pub fn plain(sheet: &Sheet, page: &PlainPage) -> PageView {
    let mut frame = sheet.frame(&page.title, &page.name, Vec::new());
    frame.description.clone_from(&page.summary);
    frame.no_index = page.draft;
    PageView { frame, title: page.title.clone(), draft: page.draft, contents: true, terms: Vec::new() }
}

/// The tombstone of a document that was taken down.
pub fn withdrawn(sheet: &Sheet, work: &Work) -> Option<WithdrawnView> {
    let withdrawal = work.document.withdrawn.as_ref()?;
    let (version, _) = work.shown(sheet.today()).or_else(|| work.versions().next_back())?;
    let title = document_title(work, sheet.today()).to_owned();
    let mut notice = of_withdrawal(sheet, withdrawal);
    notice.body = format!("{} {}", notice.body, sheet.say("notice-withdrawn-ask"));
    let adopted: Vec<_> =
        version.adoptions().filter_map(|decision| Some(sheet.body(decision.by.as_ref()?))).collect();
    // The same is told at the address of each version; only the window's title differs.
    let read = work
        .versions()
        .find(|(version, _)| version_address(&work.document.id, &version.id).file() == sheet.path);
    let page_title = match read {
        Some((version, _)) => format!("{title}, {}", version_name(sheet, version).to_lowercase()),
        None => comparison_there(sheet, work).unwrap_or_else(|| title.clone()),
    };
    let mut frame = sheet.frame(page_title, "register", vec![sheet.register_crumb()]);
    frame.no_index = true;
    Some(WithdrawnView {
        frame,
        title,
        kind: sheet.kind(version.kind.as_ref()),
        notice,
        facts: vec![fact_of(sheet, "adopted", adopted)],
        // Its wordings are gone from the site, so nothing links to them.
        timeline: timeline(sheet, work, None)
            .into_iter()
            .map(|mut event| {
                event.links.clear();
                event
            })
            .collect(),
        relations: relations(sheet, work, version),
        archive: archive_link(sheet, work),
    })
}

/// What a comparison would be called that stood at this address; either text may be the one taken down.
fn comparison_there(sheet: &Sheet, work: &Work) -> Option<String> {
    let register = &sheet.library.register;
    let saying = register.lineage.inverse(&work.document.id).iter().filter_map(|it| register.work(&it.from));
    let mut all = std::iter::once(work).chain(saying).flat_map(|work| pairs(register, work));
    let pair = all.find(|pair| pair.address().file() == sheet.path)?;
    comparison::page_title(sheet, &pair)
}

/// A page for a text that has an address but whose facts cannot be read.
pub fn unreadable(sheet: &Sheet, work: &Work, version: Option<&VersionId>) -> UnreadableView {
    let document = &work.document;
    let name = document_title(work, sheet.library.today);
    let title = version.map_or_else(|| name.to_owned(), |version| format!("{name} ({version})"));
    let source = document
        .unreadable
        .iter()
        .find(|it| version.is_none_or(|version| it.id == *version))
        .map_or(&document.source, |it| &it.source);
    let rivals = document
        .rivals
        .iter()
        .map(|rival| sheet.tell("unreadable-rival", &[("path", rival.as_str().into())]));
    let mut frame = sheet.frame(&title, "register", vec![sheet.register_crumb()]);
    frame.no_index = true;
    UnreadableView { frame, title, source: source.to_string(), faults: rivals.collect() }
}

/// The same for a plain page.
pub fn unreadable_plain(sheet: &Sheet, name: &str, source: &SitePath) -> UnreadableView {
    let mut frame = sheet.frame(name, name, Vec::new());
    frame.no_index = true;
    UnreadableView { frame, title: name.to_owned(), source: source.to_string(), faults: Vec::new() }
}

/// An old address: the reader is sent on, and sees where to.
pub fn redirect(sheet: &Sheet, target: &Address) -> RedirectView {
    let title = match target {
        Address::Document(id)
        | Address::Version(id, _)
        | Address::Comparison(id, ..)
        | Address::ComparisonToLatest(id, _)
        | Address::ComparisonToReplaced(id, ..)
        | Address::DocumentArchive(id) => sheet.document_by_id(id).text,
        _ => sheet.say("redirect-title"),
    };
    let mut frame = sheet.frame(sheet.say("redirect-title"), "register", Vec::new());
    frame.canonical = sheet.lasting(target);
    frame.no_index = true;
    RedirectView { frame, target: sheet.link(title, target) }
}

/// The page for addresses that lead nowhere. It may be shown at any depth, so its links start from
/// the site's root on its host.
pub fn not_found(sheet: &Sheet) -> NotFoundView {
    let mut frame = sheet.frame(sheet.say("not-found-title"), "", Vec::new());
    frame.root = sheet.library.config.base_url.as_ref().map_or_else(|| "/".into(), |base| base.path.clone());
    frame.canonical = None;
    frame.no_index = true;
    NotFoundView { frame }
}

/// Every page that search engines should know.
pub fn sitemap(sheet: &Sheet, plan: &Plan) -> SitemapView {
    let Some(base) = &sheet.library.config.base_url else { return SitemapView::default() };
    let entries = plan.values().filter_map(|(page, address)| {
        let changed = match page {
            Page::Document(id, None) | Page::Version(id, _, None) => {
                let work = sheet.library.register.work(id)?;
                last_changed(work, sheet.library).and_then(Approx::exact).map(|day| day.to_string())
            }
            Page::Document(..)
            | Page::Version(..)
            | Page::Start
            | Page::Register(_)
            | Page::Overview
            | Page::Timeline(None)
            | Page::Body(_)
            | Page::Kind(_)
            | Page::Subjects
            | Page::Subject(_)
            | Page::Archive
            | Page::Plain(_)
            | Page::Statement => None,
            // Lists of what stands elsewhere; a sitemap holds 50 000 addresses at most.
            _ => return None,
        };
        Some(SitemapEntry { address: format!("{}{}", base.url, encode(&address.path())), changed })
    });
    SitemapView { entries: entries.collect() }
}

/// Everything may be read; the sitemap is named if there is one.
pub fn robots(sheet: &Sheet) -> RobotsView {
    RobotsView { sitemap: sheet.lasting(&Address::File("sitemap.xml".into())) }
}
