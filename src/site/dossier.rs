//! A document's page and each version's own: what applies, who decided, what has happened.

use crate::base::date::Approx;
use crate::model::address::Address;
use crate::model::event::Happening;
use crate::model::front_matter::{Change, Rhythm};
use crate::model::life::Life;
use crate::model::register::Work;
use crate::model::review::Review;
use crate::model::validity::Force;
use crate::model::version::{End, Start, Variant, Version};
use crate::site::band::band;
use crate::site::comparison::compare_links;
use crate::site::happenings::{event, section_number, timeline};
use crate::site::kinship::relations;
use crate::site::library::{title_of, version_address};
use crate::site::notices::notices;
use crate::site::parts::{EventView, FactView, LinkView, VersionView};
use crate::site::resolved::Resolved;
use crate::site::sheet::Sheet;
use crate::site::shown::Shown;
use crate::site::standing::{self, state, state_in_full, version_name};
use crate::site::timemap;
use crate::site::view::{CiteView, DocumentView};

/// The page.
pub fn document(sheet: &Sheet, shown: Shown) -> DocumentView {
    let Shown { work, version, life, variant, own_page } = shown;
    let title = variant.and_then(|variant| variant.title.as_deref()).unwrap_or_else(|| title_of(version));
    let several = work.versions().len() > 1;
    let name = version_name(sheet, version);
    let mut page_title = title.to_owned();
    if own_page {
        page_title = format!("{page_title}, {}", name.to_lowercase());
    }
    if let Some(variant) = variant {
        page_title = format!("{page_title} ({})", variant_name(sheet, &variant.tag));
    }
    let mut above = vec![sheet.register_crumb()];
    if own_page || variant.is_some() {
        above.push(sheet.document(work));
    }
    let mut frame = sheet.frame(page_title, "register", above);
    frame.no_index = version.draft;
    let summary = match variant {
        Some(variant) => variant.summary.clone(),
        None => version.summary.clone(),
    };
    frame.description.clone_from(&summary);
    if variant.is_none() {
        frame.head_links = timemap::links(sheet, work, version, own_page);
    }
    let events = timeline(sheet, work, Some(&version.id));
    DocumentView {
        id: work.document.id.to_string(),
        title: title.to_owned(),
        kind: sheet.kind(version.kind.as_ref()),
        series: version.series.clone(),
        shown: version.id.to_string(),
        version_name: (several || own_page).then_some(name),
        version_page: own_page,
        draft: version.draft,
        state: state_in_full(sheet, version, life),
        notices: notices(sheet, shown),
        summary,
        answers: answers(sheet, work, version, life),
        facts: facts(sheet, work, version, life),
        text_lang: text_lang(sheet, version, variant),
        variants: variants(sheet, shown),
        files: files(sheet, version),
        band: if version.draft { None } else { band(sheet, work, version, true) },
        versions: if several { versions(sheet, work, version) } else { Vec::new() },
        timeline: events,
        relations: relations(sheet, work, version),
        corrections: corrections(sheet, work, version),
        minutes: version
            .adoptions()
            .find_map(|decision| decision.minutes.as_ref())
            .map(|minutes| LinkView::to(sheet.say("fact-minutes"), minutes)),
        cite: cite(sheet, work, version),
        tools: archive_link(sheet, work).into_iter().chain([data_link(sheet, work)]).collect(),
        frame,
    }
}

fn data_link(sheet: &Sheet, work: &Work) -> LinkView {
    sheet.link(sheet.say("tools-data"), &Address::File(format!("data/{}.json", work.document.id)))
}

/// The page of what is archived of a document, if anything is.
pub fn archive_link(sheet: &Sheet, work: &Work) -> Option<LinkView> {
    let id = &work.document.id;
    let is_known = sheet.library.archive()?.knows(id);
    is_known.then(|| sheet.link(sheet.say("tools-archive"), &Address::DocumentArchive(id.clone())))
}

/// The language of a text, where it is not the page's.
pub fn text_lang(sheet: &Sheet, version: &Version, variant: Option<&Variant>) -> Option<String> {
    match variant {
        Some(variant) if variant.is_easy() => sheet.other_lang(Some("sv")),
        Some(variant) => sheet.other_lang(Some(&variant.tag)),
        None => sheet.other_lang(version.lang.as_deref()),
    }
}

/// A fact with one value in words.
pub fn fact(sheet: &Sheet, key: &str, value: impl Into<String>) -> FactView {
    fact_of(sheet, key, vec![LinkView::plain(value)])
}

/// A fact with its values.
pub fn fact_of(sheet: &Sheet, key: &str, values: Vec<LinkView>) -> FactView {
    FactView { key: key.into(), label: sheet.say(&format!("fact-{key}")), values, ..FactView::default() }
}

/// What everybody asks: does it apply, who decided, when is it reviewed, where are older wordings.
fn answers(sheet: &Sheet, work: &Work, version: &Version, life: &Life) -> Vec<FactView> {
    let mut answers = vec![valid(sheet, version, life), adopted(sheet, version)];
    // A text that no longer applies is not reviewed, nor one that never did.
    let force = life.force.on(sheet.today());
    if !force.is_over() && *force != Force::Lapsed {
        answers.push(review(sheet, version, life));
    }
    answers.push(wordings(sheet, work, version));
    answers
}

fn valid(sheet: &Sheet, version: &Version, life: &Life) -> FactView {
    if *life.force.on(sheet.today()) == Force::Lapsed {
        let from = version.starts().map(|from| sheet.tell_date("lapsed-from", "from", from));
        return FactView { note: from, ..fact(sheet, "valid", sheet.say("lapsed-answer")) };
    }
    let mut fact = fact(sheet, "valid", standing::span(sheet, version, life));
    if !standing::is_living(sheet, version, life) {
        fact.label = sheet.say("fact-valid-past");
    }
    let stated = standing::start(version, life, sheet.today()) == version.starts();
    if stated && matches!(version.start, Start::MainRule(_)) {
        fact.note = Some(sheet.say("main-rule"));
    }
    fact.alert = version.start == Start::Missing;
    fact
}

fn adopted(sheet: &Sheet, version: &Version) -> FactView {
    let mut values: Vec<LinkView> = version
        .adoptions()
        .map(|decision| {
            let by = decision.by.as_ref();
            let mut link = by.map_or_else(|| LinkView::plain(sheet.say("missing")), |by| sheet.body(by));
            let date = decision.date.map(|date| sheet.words.date(date).text);
            let section = decision.section.as_ref().map(|section| section_number(sheet, section));
            let notes: Vec<String> = [date, section].into_iter().flatten().collect();
            link.note = Some(notes.join(", ")).filter(|note| !note.is_empty());
            link
        })
        .collect();
    let missing = values.is_empty();
    if missing {
        values.push(LinkView::plain(sheet.say("missing")));
    }
    FactView { alert: missing, ..fact_of(sheet, "adopted", values) }
}

fn review(sheet: &Sheet, version: &Version, life: &Life) -> FactView {
    let today = sheet.today();
    let stated = version.review_by;
    let due = life.due.on(today).map(|day| {
        // No more precise than it was written.
        let written = stated.filter(|stated| stated.last() == day).unwrap_or(Approx::day(day));
        sheet.words.date(written).text
    });
    let standing = life.review.on(today);
    if due.is_none() {
        return fact(sheet, "review", sheet.say("review-not-stated"));
    }
    let key = format!("review-{}", standing.slug());
    let mut fact = fact(sheet, "review", sheet.tell(&key, &[("date", due.unwrap_or_default().into())]));
    let note = match standing {
        Review::Overdue | Review::DueSoon => Some(format!("{key}-note")),
        Review::Current | Review::NotStated => version.review.map(|rhythm| {
            match rhythm {
                Rhythm::Yearly => "review-yearly",
                Rhythm::TermOfOffice => "review-term",
            }
            .to_owned()
        }),
    };
    fact.note = note.map(|key| sheet.say(&key));
    fact.alert = *standing == Review::Overdue;
    fact
}

fn wordings(sheet: &Sheet, work: &Work, read: &Version) -> FactView {
    let today = sheet.today();
    let coming = work.coming(today).count();
    let shown = work.shown(today).map(|(version, _)| &version.id);
    let jump = |key: &str, count: usize| LinkView::to(sheet.tell(key, &[("n", count.into())]), "#s-versions");
    if shown != Some(&read.id) && work.versions().len() > 1 {
        // Older than which? On another's page all are counted alike.
        return fact_of(sheet, "versions", vec![jump("count-wordings", work.versions().len())]);
    }
    let place = work.versions().position(|(it, _)| Some(&it.id) == shown).unwrap_or(0);
    let (mut older, mut others) = (0_usize, 0_usize);
    for (index, (_, life)) in work.versions().enumerate().filter(|(index, _)| *index != place) {
        match life.force.on(today) {
            Force::Upcoming => {}
            // One that waits for a condition, or was struck down, is no older for that.
            force if index < place && *force != Force::Lapsed => older += 1,
            _ => others += 1,
        }
    }
    let mut values = Vec::new();
    if older > 0 {
        values.push(jump("versions-older", older));
    }
    if others > 0 {
        values.push(jump("versions-others", others));
    }
    if coming > 0 && work.versions().len() > 1 {
        values.push(jump("versions-upcoming", coming));
    }
    if values.is_empty() {
        values.push(LinkView::plain(sheet.say("versions-only")));
    }
    fact_of(sheet, "versions", values)
}

/// The other facts.
fn facts(sheet: &Sheet, work: &Work, version: &Version, life: &Life) -> Vec<FactView> {
    let mut facts = validity(sheet, version, life);
    facts.extend(stated(sheet, work, version));
    if !version.keywords.is_empty() {
        facts.push(fact_of(sheet, "keywords", keywords(sheet, version)));
    }
    facts
}

/// The facts that are as they are stated, whatever day it is.
pub fn stated(sheet: &Sheet, work: &Work, version: &Version) -> Vec<FactView> {
    let mut facts = Vec::new();
    let mut add = |key: &str, value: Option<String>| {
        facts.extend(value.map(|value| fact(sheet, key, value)));
    };
    let references: Vec<String> =
        version.adoptions().filter_map(|decision| decision.reference.clone()).collect();
    add("reference", Some(references.join(", ")).filter(|it| !it.is_empty()));
    add("series", version.series.clone());
    add("responsible", responsible(sheet, version));
    add("applies-to", Some(version.applies_to.join(", ")).filter(|it| !it.is_empty()));
    add("change", version.change.map(|change| sheet.say(change_key(change))));
    let note = version.note.clone();
    facts.extend(
        note.map(|note| FactView {
            label: sheet.say(note_label(work, version)),
            ..fact(sheet, "note", note)
        }),
    );
    let mut add = |key: &str, value: Option<String>| {
        facts.extend(value.map(|value| fact(sheet, key, value)));
    };
    let follow_ups = work.document.follow_up.iter().chain(&version.follow_up);
    for follow_up in follow_ups {
        let mut words = follow_up.what.clone();
        if let Some(to) = &follow_up.to {
            words += &sheet.tell("follow-up-to", &[("to", to.as_str().into())]);
        }
        if let Some(every) = &follow_up.every {
            words += &sheet.tell("follow-up-every", &[("every", every.as_str().into())]);
        }
        add("follow-up", Some(words));
    }
    facts
}

/// From when and until when it applies as things stand, with what the text says where that differs.
fn validity(sheet: &Sheet, version: &Version, life: &Life) -> Vec<FactView> {
    let start = match &version.start {
        Start::Stated(date) | Start::MainRule(date) => sheet.words.date(*date).text,
        Start::Condition(words) => words.clone(),
        Start::Missing => sheet.say("missing"),
    };
    let end = match &version.end {
        End::Open => Some(sheet.say("open-ended")),
        End::Last(date) => Some(sheet.words.date(*date).text),
        End::Condition(words) => Some(words.clone()),
        End::Missing => None,
    };
    let fact_beside = |key: &str, value: String, stated: Option<&String>| {
        let differs = stated.filter(|stated| **stated != value);
        let note = differs.map(|stated| sheet.tell("fact-stated", &[("stated", stated.as_str().into())]));
        FactView { note, ..fact(sheet, key, value) }
    };
    if *life.force.on(sheet.today()) == Force::Lapsed {
        return vec![fact_beside("valid-from", sheet.say("state-lapsed"), Some(&start))];
    }
    let from = standing::since(sheet, version, life).map_or_else(|| start.clone(), |since| since.text);
    let mut from = fact_beside("valid-from", from, Some(&start).filter(|_| version.starts().is_some()));
    if let Some(spans) = standing::earlier(sheet, version, life) {
        from.note = Some(sheet.tell("valid-also", &[("spans", spans.into())]));
    }
    if matches!(version.start, Start::Condition(_)) {
        from.label = sheet.say("fact-valid-from-condition");
    }
    let mut facts = vec![from];
    let until = standing::until(sheet, version, life).map(|until| until.text);
    facts.extend(until.map(|until| {
        let conditional = version.ends_on_condition() == Some(until.as_str());
        let open = version.end == End::Open;
        let is_endless = until == sheet.say("open-ended");
        let mut fact = fact_beside("valid-until", until, end.as_ref().filter(|_| !open));
        if conditional {
            fact.label = sheet.say("fact-valid-until-condition");
        } else if is_endless {
            fact.label = sheet.say("fact-valid-until-open");
        }
        fact
    }));
    facts
}

/// Who answers for it: the role, and the person where the site says so.
pub fn responsible(sheet: &Sheet, version: &Version) -> Option<String> {
    // A name is printed only where the site says so: the role is what outlives the person.
    let person = version.person.as_ref().filter(|_| sheet.library.config.show_persons);
    match (&version.responsible, person) {
        (Some(role), Some(person)) => Some(format!("{role} ({person})")),
        (role, person) => role.clone().or_else(|| person.cloned()),
    }
}

fn keywords(sheet: &Sheet, version: &Version) -> Vec<LinkView> {
    version
        .keywords
        .iter()
        .map(|keyword| {
            let slug = crate::model::id::slug(keyword);
            if sheet.library.subjects.contains_key(&slug) {
                sheet.link(keyword, &Address::Subject(slug))
            } else {
                LinkView::plain(keyword)
            }
        })
        .collect()
}

/// A comment on a revision tells what is new; on the first text there is nothing to compare with.
fn note_label(work: &Work, version: &Version) -> &'static str {
    let first = work.versions().next().is_some_and(|(first, _)| first.id == version.id);
    match version.change {
        Some(Change::New) => "fact-comment",
        None if first => "fact-comment",
        _ => "fact-note",
    }
}

fn change_key(change: Change) -> &'static str {
    match change {
        Change::New => "change-new",
        Change::Revision => "change-revision",
        Change::Partial => "change-partial",
        Change::Editorial => "change-editorial",
        Change::Readopted => "change-readopted",
    }
}

/// The name of a variant: "lättläst", or the language in its own words.
pub fn variant_name(sheet: &Sheet, tag: &str) -> String {
    let key = format!("variant-{tag}");
    if sheet.words.knows(&key) { sheet.say(&key) } else { tag.to_owned() }
}

fn variants(sheet: &Sheet, page: Shown) -> Vec<LinkView> {
    let Shown { work, version, variant: shown, own_page, .. } = page;
    let id = &work.document.id;
    version
        .variants
        .iter()
        .filter(|variant| shown.is_none_or(|shown| shown.tag != variant.tag))
        .map(|variant| {
            let address = if own_page {
                Address::VersionVariant(id.clone(), version.id.clone(), variant.tag.clone())
            } else {
                Address::DocumentVariant(id.clone(), variant.tag.clone())
            };
            let mut link = sheet.link(variant_name(sheet, &variant.tag), &address);
            // Easy Swedish is Swedish: it is a wording, not a language.
            link.lang = sheet.other_lang(Some(&variant.tag)).filter(|tag| tag != "lattlast");
            link
        })
        .collect()
}

/// The adopted original and the files that its text leads to.
pub fn files(sheet: &Sheet, version: &Version) -> Vec<LinkView> {
    let original = sheet.library.original(version).map(|(file, attachment)| {
        let mut link = sheet.link(sheet.say("file-original"), &attachment.address);
        link.note = Some(size(sheet, file.file_name(), attachment.length));
        link
    });
    let linked = sheet.library.links(&version.source).iter().filter_map(|link| match link {
        Resolved::Inside { address: address @ Address::File(path), .. } => {
            let name = path.rsplit('/').next().unwrap_or(path);
            Some(sheet.link(name, address))
        }
        _ => None,
    });
    let mut files: Vec<LinkView> = original.into_iter().chain(linked).collect();
    let mut seen = std::collections::BTreeSet::new();
    files.retain(|link| seen.insert(link.href.clone()));
    files
}

/// "PDF, 120 kB".
fn size(sheet: &Sheet, name: &str, bytes: u64) -> String {
    let kind = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_uppercase();
    sheet.tell("file-size", &[("kind", kind.into()), ("kilobytes", bytes.div_ceil(1000).into())])
}

fn versions(sheet: &Sheet, work: &Work, shown: &Version) -> Vec<VersionView> {
    work.versions()
        .rev()
        .map(|(version, life)| VersionView {
            id: version.id.to_string(),
            name: version_name(sheet, version),
            href: sheet.href(&version_address(&work.document.id, &version.id)),
            span: standing::span(sheet, version, life),
            state: state(sheet, version, life),
            note: version.note.clone(),
            compare: compare_links(sheet, work, version).pop(),
            shown: version.id == shown.id,
        })
        .collect()
}

fn corrections(sheet: &Sheet, work: &Work, version: &Version) -> Vec<EventView> {
    let is_own = |it: &&crate::model::event::Event| {
        it.version.as_ref() == Some(&version.id) && matches!(it.what, Happening::Corrected(_))
    };
    let dated = work.events.iter().rev().filter(is_own).map(|it| event(sheet, work, it, false));
    let undated =
        version.corrections.iter().filter(|correction| correction.date.is_none()).map(|correction| {
            EventView {
                kind: "corrected".into(),
                title: sheet.say("event-corrected"),
                note: Some(correction.what.clone()),
                ..EventView::default()
            }
        });
    dated.chain(undated).collect()
}

fn cite(sheet: &Sheet, work: &Work, version: &Version) -> CiteView {
    let references: Vec<&str> =
        version.adoptions().filter_map(|decision| decision.reference.as_deref()).collect();
    let name = match standing::version_date(sheet, version) {
        Some(date) => sheet.tell("cite-version", &[("date", date.into())]),
        None => sheet.say("cite-undated"),
    };
    let title = match references.as_slice() {
        [] => title_of(version).to_owned(),
        references => format!("{} ({})", title_of(version), references.join(", ")),
    };
    let address = version_address(&work.document.id, &version.id);
    CiteView {
        text: format!("{}, {title}, {name}.", sheet.library.config.name),
        address: sheet.lasting(&address),
        href: sheet.href(&address),
    }
}
