//! The pages of a document in the archive: each version's published text with what is stated of it, and the page
//! that leads to them. They are read from a disk without the site around them, and nothing on them follows from
//! the day: no state and no badge, so that they never grow old.

use crate::base::date::Approx;
use crate::model::address::{Address, relative};
use crate::model::decision::{Act, Decision};
use crate::model::front_matter::Rhythm;
use crate::model::lineage::Stated;
use crate::model::register::Work;
use crate::model::relation::{RelationKind, Target};
use crate::model::version::{End, Start, Variant, Version};
use crate::site::archive_view::ArchivedView;
use crate::site::dossier::{self, fact, fact_of, text_lang, variant_name};
use crate::site::happenings::{corrected, decision_title, section_number};
use crate::site::kinship;
use crate::site::library::{Library, title_of, version_address};
use crate::site::notices::{of_variant, of_withdrawal};
use crate::site::parts::{EventView, FactView, Frame, LinkView};
use crate::site::recipe::{Recipe, View, page_of, text_recipe};
use crate::site::sheet::Sheet;
use crate::site::standing::version_name;

/// A page of the archive: where it stands and what it is made of.
pub struct Archived {
    /// Its address; it stands in the archive where it stands on the site.
    pub address: Address,
    /// What it is made of.
    pub recipe: Recipe,
}

/// The page of a version, or of a variant of it.
pub fn version_page(
    library: &Library,
    work: &Work,
    version: &Version,
    variant: Option<&Variant>,
) -> Archived {
    let id = &work.document.id;
    let own = version_address(id, &version.id);
    let of_tag =
        |variant: &Variant| Address::VersionVariant(id.clone(), version.id.clone(), variant.tag.clone());
    let address = variant.map_or_else(|| own.clone(), of_tag);
    let sheet = Sheet::new(library, address.clone()).on_disk();
    let title = variant.and_then(|it| it.title.as_deref()).unwrap_or_else(|| title_of(version));
    let name = version_name(&sheet, version);
    let mut page_title = format!("{title}, {}", name.to_lowercase());
    if let Some(variant) = variant {
        page_title = format!("{page_title} ({})", variant_name(&sheet, &variant.tag));
    }
    let others = version.variants.iter().filter(|it| variant.is_none_or(|shown| shown.tag != it.tag));
    let others = others.map(|it| {
        let mut link = sheet.link(variant_name(&sheet, &it.tag), &of_tag(it));
        link.lang = sheet.other_lang(Some(&it.tag)).filter(|tag| tag != "lattlast");
        link
    });
    let adoptions = || version.adoptions();
    let view = ArchivedView {
        frame: frame(&sheet, page_title, &address),
        id: id.to_string(),
        version: Some(version.id.to_string()),
        title: title.to_owned(),
        kind: sheet.kind(version.kind.as_ref()).text,
        version_name: Some(name),
        notices: variant.map(|it| of_variant(&sheet, work, version, it)).into_iter().collect(),
        summary: variant.map_or(&version.summary, |it| &it.summary).clone(),
        has_text: true,
        text_lang: text_lang(&sheet, version, variant),
        facts: facts(&sheet, work, version, &address),
        decisions: later(&sheet, work, version),
        corrections: corrections(&sheet, version),
        variants: others.collect(),
        files: dossier::files(&sheet, version),
        versions: Vec::new(),
        cover: Some(sheet.link(sheet.say("archived-cover"), &Address::Document(id.clone()))),
        minutes: adoptions()
            .find_map(|decision| decision.minutes.as_ref())
            .map(|minutes| LinkView::to(sheet.say("fact-minutes"), minutes)),
    };
    let (source, body) = variant.map_or((&version.source, &version.body), |it| (&it.source, &it.body));
    let text = text_recipe(&sheet, source, body, title);
    Archived { recipe: page_of(library, View::Archived(view), Some(text), None), address }
}

/// The page that leads to a document's versions. Of a document that was taken down it says so, and leads nowhere.
pub fn cover(library: &Library, work: &Work, withdrawn: bool) -> Archived {
    let document = &work.document;
    let address = Address::Document(document.id.clone());
    let sheet = Sheet::new(library, address.clone()).on_disk();
    let latest = document.versions.last();
    let title = latest.map_or(document.id.as_str(), title_of);
    let about = document.about.as_ref().filter(|_| !withdrawn);
    let link = |version: &Version| {
        let mut link = sheet.link(version_name(&sheet, version), &version_address(&document.id, &version.id));
        link.note = version.title.clone().filter(|it| it != title);
        link
    };
    let shown = document.versions.iter().rev().filter(|version| !version.draft && !withdrawn);
    let notice = document.withdrawn.as_ref().filter(|_| withdrawn).map(|it| of_withdrawal(&sheet, it));
    let view = ArchivedView {
        frame: frame(&sheet, title.to_owned(), &address),
        id: document.id.to_string(),
        title: title.to_owned(),
        kind: sheet.kind(latest.and_then(|version| version.kind.as_ref())).text,
        notices: notice.into_iter().collect(),
        has_text: about.is_some(),
        facts: vec![fact(&sheet, "document-id", document.id.as_str())]
            .into_iter()
            .chain(published_at(&sheet, &address))
            .collect(),
        decisions: decisions(&sheet, document.decisions.iter().filter(|_| withdrawn)),
        versions: shown.map(link).collect(),
        ..ArchivedView::default()
    };
    let text = about.map(|body| text_recipe(&sheet, &document.source, body, ""));
    Archived { recipe: page_of(library, View::Archived(view), text, None), address }
}

/// What of the frame is the same whatever day it is.
fn frame(sheet: &Sheet, title: String, address: &Address) -> Frame {
    Frame {
        title,
        lang: sheet.library.config.lang.tag().into(),
        root: relative(&sheet.path, "", false),
        canonical: sheet.lasting(address),
        no_index: true,
        ..Frame::default()
    }
}

/// What is stated of a version, and where it was published.
fn facts(sheet: &Sheet, work: &Work, version: &Version, address: &Address) -> Vec<FactView> {
    let mut facts = vec![adopted(sheet, version)];
    facts.extend(minutes(sheet, version));
    facts.extend([valid_from(sheet, version), valid_until(sheet, version)]);
    facts.extend(review(sheet, version));
    facts.extend(dossier::stated(sheet, work, version));
    if !version.keywords.is_empty() {
        facts.push(fact_of(sheet, "keywords", version.keywords.iter().map(LinkView::plain).collect()));
    }
    facts.extend(relations(sheet, work, version));
    facts.push(fact(sheet, "document-id", work.document.id.as_str()));
    facts.push(fact(sheet, "version-id", version.id.as_str()));
    facts.extend(published_at(sheet, address));
    facts
}

fn published_at(sheet: &Sheet, address: &Address) -> Option<FactView> {
    let address = sheet.lasting(address)?;
    Some(fact_of(sheet, "published-at", vec![LinkView::to(address.clone(), address)]))
}

fn adopted(sheet: &Sheet, version: &Version) -> FactView {
    let by = |decision: &Decision| {
        let by = decision.by.as_ref().map_or_else(|| sheet.say("missing"), |by| by.name.clone());
        let date = decision.date.map(|date| sheet.words.date(date).text);
        let section = decision.section.as_ref().map(|section| section_number(sheet, section));
        let notes: Vec<String> = [date, section].into_iter().flatten().collect();
        LinkView { note: Some(notes.join(", ")).filter(|it| !it.is_empty()), ..LinkView::plain(by) }
    };
    let mut values: Vec<LinkView> = version.adoptions().map(by).collect();
    if values.is_empty() {
        values.push(LinkView::plain(sheet.say("missing")));
    }
    fact_of(sheet, "adopted", values)
}

fn minutes(sheet: &Sheet, version: &Version) -> Option<FactView> {
    let minutes = version.adoptions().filter_map(|decision| decision.minutes.clone());
    let links: Vec<LinkView> = minutes.map(|address| LinkView::to(address.clone(), address)).collect();
    (!links.is_empty()).then(|| fact_of(sheet, "minutes", links))
}

fn valid_from(sheet: &Sheet, version: &Version) -> FactView {
    let value = match &version.start {
        Start::Stated(date) | Start::MainRule(date) => sheet.words.date(*date).text,
        Start::Condition(words) => words.clone(),
        Start::Missing => sheet.say("missing"),
    };
    let mut fact = fact(sheet, "valid-from", value);
    match &version.start {
        Start::MainRule(_) => fact.note = Some(sheet.say("main-rule")),
        Start::Condition(_) => fact.label = sheet.say("fact-valid-from-condition"),
        Start::Stated(_) | Start::Missing => {}
    }
    fact
}

fn valid_until(sheet: &Sheet, version: &Version) -> FactView {
    let value = match &version.end {
        End::Open => sheet.say("open-ended"),
        End::Last(date) => sheet.words.date(*date).text,
        End::Condition(words) => words.clone(),
        End::Missing => sheet.say("missing"),
    };
    let mut fact = fact(sheet, "valid-until", value);
    match version.end {
        End::Condition(_) => fact.label = sheet.say("fact-valid-until-condition"),
        End::Open => fact.label = sheet.say("fact-valid-until-open"),
        End::Last(_) | End::Missing => {}
    }
    fact
}

fn review(sheet: &Sheet, version: &Version) -> Option<FactView> {
    let by = version.review_by.map(|date| sheet.tell_date("review-current", "date", date));
    let rhythm = version.review.map(|rhythm| match rhythm {
        Rhythm::Yearly => sheet.say("review-yearly"),
        Rhythm::TermOfOffice => sheet.say("review-term"),
    });
    let (value, note) = match (by, rhythm) {
        (Some(by), rhythm) => (by, rhythm),
        (None, rhythm) => (rhythm?, None),
    };
    Some(FactView { note, ..fact(sheet, "review", value) })
}

/// The relations that the version or its document states. What others state of it is not its own.
fn relations(sheet: &Sheet, work: &Work, version: &Version) -> Vec<FactView> {
    let stated = sheet.library.register.lineage.stated(&work.document.id);
    let own = |it: &&Stated| it.version.as_ref().is_none_or(|stating| *stating == version.id);
    let target = |stated: &Stated| {
        let mut link = match &stated.relation.target {
            Target::Document(id) => {
                // By its latest title, whatever day it is.
                let latest = sheet.library.register.work(id).and_then(Work::latest);
                sheet.link(latest.map_or(id.as_str(), title_of), &Address::Document(id.clone()))
            }
            Target::Outside { title, url } => LinkView { href: url.clone(), ..LinkView::plain(title) },
        };
        link.note = kinship::note(sheet, &stated.relation);
        link
    };
    let kinds = [
        RelationKind::Replaces,
        RelationKind::Implements,
        RelationKind::AnnexOf,
        RelationKind::Related,
        RelationKind::BasedOn,
    ];
    let facts = kinds.into_iter().map(|kind| {
        let links = stated.iter().filter(own).filter(|it| it.relation.kind == kind).map(target).collect();
        let label = sheet.say(kinship::key(kind, false));
        FactView { key: "relation".into(), label, values: links, ..FactView::default() }
    });
    facts.filter(|fact| !fact.values.is_empty()).collect()
}

/// What was decided of a text after it was adopted, the last first.
fn later(sheet: &Sheet, work: &Work, version: &Version) -> Vec<EventView> {
    let decisions = version.concerned_by(&work.document.decisions);
    self::decisions(sheet, decisions.filter(|decision| decision.act != Act::Adopted))
}

fn decisions<'a>(sheet: &Sheet, decisions: impl Iterator<Item = &'a Decision>) -> Vec<EventView> {
    let mut decisions: Vec<&Decision> = decisions.collect();
    decisions.sort_by_key(|decision| std::cmp::Reverse(decision.day()));
    let view = |decision: &Decision| EventView {
        date: decision.date.map(|date| sheet.words.date(date)),
        kind: decision.act.slug().into(),
        title: decision_title(sheet, decision),
        bodies: decision.by.iter().map(|by| LinkView::plain(&by.name)).collect(),
        section: decision.section.as_ref().map(|section| section_number(sheet, section)),
        reference: decision.reference.clone(),
        links: decision.minutes.iter().map(|it| LinkView::to(sheet.say("fact-minutes"), it)).collect(),
        ..EventView::default()
    };
    decisions.into_iter().map(view).collect()
}

fn corrections(sheet: &Sheet, version: &Version) -> Vec<EventView> {
    let view = |correction| {
        let mut view = EventView {
            kind: "corrected".into(),
            title: sheet.say("event-corrected"),
            ..EventView::default()
        };
        corrected(sheet, correction, &mut view);
        view.date = correction.date.map(|date| sheet.words.date(date));
        view
    };
    let mut corrections: Vec<_> = version.corrections.iter().collect();
    corrections.sort_by_key(|correction| std::cmp::Reverse(correction.date.map(Approx::last)));
    corrections.into_iter().map(view).collect()
}
