//! The page that compares two versions: what they are, which facts differ, and where the other
//! comparisons stand. It tells nothing that depends on the day.

use crate::model::address::Address;
use crate::model::front_matter::Change;
use crate::model::register::Work;
use crate::model::version::Version;
use crate::site::altered::altered;
use crate::site::happenings::section_number;
use crate::site::library::{title_of, version_address};
use crate::site::pairs::{Pair, neighbours, steps, steps_to};
use crate::site::parts::{LinkView, NoticeView};
use crate::site::sheet::Sheet;
use crate::site::standing::{version_date, version_name};
use crate::site::view::{CompareView, ComparedVersion};

/// The page.
pub fn comparison(sheet: &Sheet, pair: &Pair) -> Option<CompareView> {
    let [(old_work, old), (new_work, new)] = sides(sheet, pair)?;
    let title = sheet.tell("compare-title", &[("title", title_of(new).into())]);
    let mut document = sheet.link(title_of(new), &Address::Document(new_work.document.id.clone()));
    document.lang = sheet.other_lang(new.lang.as_deref());
    let mut frame = sheet.frame(page_title(sheet, pair)?, "register", vec![sheet.register_crumb(), document]);
    if let Some(last) = frame.crumbs.last_mut() {
        last.text = sheet.tell(
            "compare-step-of",
            &names(sheet, old, new).each_ref().map(|(name, date)| (*name, date.as_str().into())),
        );
    }
    // What was taken out of a text is not to be found as if it stood there.
    frame.no_index = true;
    let retitled = title_of(old) != title_of(new);
    let side = |key: &str, work: &Work, version: &Version| {
        let dated = version_date(sheet, version);
        let head = match &dated {
            Some(date) => sheet.tell(&format!("{key}-dated"), &[("date", date.as_str().into())]),
            None => sheet.say(key),
        };
        ComparedVersion {
            label: sheet.say(key),
            head,
            version: sheet
                .link(version_name(sheet, version), &version_address(&work.document.id, &version.id)),
            title: retitled.then(|| title_of(version).to_owned()),
            decided: decided(sheet, version),
            lang: sheet.other_lang(version.lang.as_deref()),
        }
    };
    // What a version is said to have changed holds for the step to it, not for what lies between.
    let own = pair.is_step && !pair.is_of_two();
    let facts = altered(sheet, old_work, old, new_work, new);
    Some(CompareView {
        frame,
        id: new_work.document.id.to_string(),
        title,
        old: side("compare-before", old_work, old),
        new: side("compare-after", new_work, new),
        notices: notices(sheet, new, own),
        same: same(sheet, new, own, !facts.is_empty()),
        editorial: (own && new.change == Some(Change::Editorial))
            .then(|| box_of(sheet, "older", "compare-editorial", "compare-editorial-body")),
        facts,
        text_lang: sheet.other_lang(new.lang.as_deref()),
        ways: ways(sheet, new_work, pair),
    })
}

/// The versions of a pair, the older first.
fn sides<'a>(sheet: &Sheet<'a>, pair: &Pair) -> Option<[(&'a Work, &'a Version); 2]> {
    let side = |(id, version): &(_, _)| {
        let work = sheet.library.register.work(id)?;
        Some((work, work.version(version)?.0))
    };
    Some([side(&pair.old)?, side(&pair.new)?])
}

/// "Jämförelse: Policy för IT, 2 januari 2019 och 14 mars 2024".
pub fn page_title(sheet: &Sheet, pair: &Pair) -> Option<String> {
    let [(_, old), (_, new)] = sides(sheet, pair)?;
    let [(_, mut before), (_, after)] = names(sheet, old, new);
    if pair.is_of_two() {
        let args = [("title", title_of(old).into()), ("date", before.into())];
        before = sheet.tell("compare-wording-of", &args);
    }
    let args = [("title", title_of(new).into()), ("old", before.into()), ("new", after.into())];
    Some(sheet.tell("compare-page-title", &args))
}

fn names(sheet: &Sheet, old: &Version, new: &Version) -> [(&'static str, String); 2] {
    let name = |version: &Version| version_date(sheet, version).unwrap_or_else(|| sheet.say("cite-undated"));
    [("old", name(old)), ("new", name(new))]
}

/// "Kommunfullmäktige, § 60".
fn decided(sheet: &Sheet, version: &Version) -> Option<String> {
    let one = |decision: &crate::model::decision::Decision| {
        let by = decision.by.as_ref().map(|by| by.name.clone());
        let section = decision.section.as_ref().map(|section| section_number(sheet, section));
        [by, section].into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let all: Vec<String> = version.adoptions().map(one).filter(|it| !it.is_empty()).collect();
    (!all.is_empty()).then(|| sheet.words.list(&all))
}

/// `own`: nothing but what this version itself changed is compared.
fn notices(sheet: &Sheet, new: &Version, own: bool) -> Vec<NoticeView> {
    let mut notices = Vec::new();
    if new.draft {
        notices.push(box_of(sheet, "draft", "compare-draft", "notice-draft-body"));
    }
    if own && new.change == Some(Change::Partial) {
        let mut partial = box_of(sheet, "info", "compare-partial", "compare-partial-body");
        let minutes = new.adoptions().find_map(|decision| decision.minutes.as_ref());
        partial.links.extend(minutes.map(|minutes| LinkView::to(sheet.say("fact-minutes"), minutes)));
        notices.push(partial);
    }
    notices
}

/// That no word differs: the text was adopted again, prolonged, or given other facts.
fn same(sheet: &Sheet, new: &Version, own: bool, has_facts: bool) -> NoticeView {
    let first = if own && new.change == Some(Change::Readopted) {
        "compare-same-readopted"
    } else {
        "compare-same-body"
    };
    let mut made = box_of(sheet, "info", "compare-same", first);
    if has_facts {
        made.body = format!("{} {}", made.body, sheet.say("compare-same-facts"));
    }
    made
}

fn box_of(sheet: &Sheet, kind: &str, title: &str, body: &str) -> NoticeView {
    NoticeView { kind: kind.into(), title: sheet.say(title), body: sheet.say(body), links: Vec::new() }
}

/// The comparisons before and after; from one that spans several versions, the first of its steps.
fn ways(sheet: &Sheet, work: &Work, pair: &Pair) -> Vec<LinkView> {
    let register = &sheet.library.register;
    let way = |key: &str, other: &Pair| {
        let [(_, old), (_, new)] = sides(sheet, other)?;
        let [(_, old), (_, new)] = names(sheet, old, new);
        let mut link = sheet.link(sheet.say(key), &other.address());
        link.note = Some(sheet.tell("compare-step-of", &[("old", old.into()), ("new", new.into())]));
        Some(link)
    };
    if !pair.is_step {
        let first = steps(register, work).into_iter().find(|step| step.old == pair.old);
        return first.and_then(|first| way("compare-stepwise", &first)).into_iter().collect();
    }
    let [before, after] = neighbours(register, work, pair);
    let shown = |it: Option<Pair>| it.filter(|pair| sheet.library.is_shown(pair));
    let before = shown(before).and_then(|it| way("compare-step-before", &it));
    let after = shown(after).and_then(|it| way("compare-step-after", &it));
    before.into_iter().chain(after).collect()
}

/// Links from a version to what it changed, each with words of its own.
pub fn compare_links(sheet: &Sheet, work: &Work, version: &Version) -> Vec<LinkView> {
    let steps = steps_to(&sheet.library.register, work, version);
    let link = |pair: Pair| {
        let [(_, old), _] = sides(sheet, &pair)?;
        let text = match (pair.is_of_two(), version_date(sheet, old)) {
            (true, _) => sheet.tell("version-compare-other", &[("title", title_of(old).into())]),
            (false, Some(date)) => sheet.tell("version-compare", &[("date", date.into())]),
            (false, None) => sheet.say("version-compare-undated"),
        };
        Some(sheet.link(text, &pair.address()))
    };
    steps.into_iter().filter(|pair| sheet.library.is_shown(pair)).filter_map(link).collect()
}
