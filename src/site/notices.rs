//! The boxes below a document's heading that nobody may miss: the text is old, ended,
//! not yet in force, a draft, a translation.

use crate::base::date::{Approx, Date};
use crate::model::address::Address;
use crate::model::config::AfterTerm;
use crate::model::front_matter::Withdrawal;
use crate::model::life::Life;
use crate::model::register::Work;
use crate::model::review::Review;
use crate::model::validity::Force;
use crate::model::version::{Start, Variant, Version};
use crate::site::library::version_address;
use crate::site::pairs::{steps_to, to_latest};
use crate::site::parts::{LinkView, NoticeView};
use crate::site::sheet::Sheet;
use crate::site::shown::Shown;
use crate::site::standing;

/// That the text is not the one that was decided.
pub fn of_variant(sheet: &Sheet, work: &Work, version: &Version, variant: &Variant) -> NoticeView {
    let key = if variant.is_easy() { "notice-variant-easy" } else { "notice-variant" };
    let mut notice = plain(sheet, "variant", key);
    let decided = version_address(&work.document.id, &version.id);
    notice.links.push(sheet.link(sheet.say("notice-variant-link"), &decided));
    notice
}

/// That a document was taken down, by whom and why.
pub fn of_withdrawal(sheet: &Sheet, withdrawal: &Withdrawal) -> NoticeView {
    let words = |text: Option<String>| text.unwrap_or_else(|| sheet.say("missing"));
    let body = sheet.tell(
        "notice-withdrawn-body",
        &[
            ("by", withdrawal.by.clone().unwrap_or_else(|| "none".into()).into()),
            ("date", words(withdrawal.date.map(|date| sheet.words.date(date).text)).into()),
            ("reason", withdrawal.reason.as_str().into()),
        ],
    );
    notice(sheet, "ended", "notice-withdrawn", body)
}

/// The boxes of a page, the most urgent first.
pub fn notices(sheet: &Sheet, subject: Shown) -> Vec<NoticeView> {
    let Shown { work, version, life, variant, .. } = subject;
    let mut notices = Vec::new();
    if version.draft {
        notices.push(plain(sheet, "draft", "notice-draft"));
        return notices;
    }
    if let Some(variant) = variant {
        notices.push(of_variant(sheet, work, version, variant));
    }
    notices.extend(standing_notice(sheet, subject));
    let in_force = *life.force.on(sheet.today()) == Force::InForce;
    if in_force
        && *life.review.on(sheet.today()) == Review::Overdue
        && let Some(due) = life.due.on(sheet.today())
    {
        let body = sheet.tell("notice-overdue-body", &[("date", sheet.day(*due).text.into())]);
        notices.push(notice(sheet, "info", "notice-overdue", body));
    }
    let is_shown = work.shown(sheet.today()).is_some_and(|(shown, _)| shown.id == version.id);
    if let Some((start, adopted)) = version.retroactive().filter(|_| in_force) {
        let days = [("from", sheet.words.date(start).text), ("date", sheet.words.date(adopted).text)];
        let days: Vec<_> = days.into_iter().map(|(name, day)| (name, day.into())).collect();
        notices.push(notice(
            sheet,
            "info",
            "notice-retroactive",
            sheet.tell("notice-retroactive-body", &days),
        ));
    }
    if in_force || is_shown {
        notices.extend(coming(sheet, work, version, life));
        notices.extend(ending(sheet, version, life).filter(|_| in_force));
    }
    notices
}

fn notice(sheet: &Sheet, kind: &str, title: &str, body: String) -> NoticeView {
    titled(kind, sheet.say(title), body)
}

fn titled(kind: &str, title: String, body: String) -> NoticeView {
    NoticeView { kind: kind.into(), title, body, links: Vec::new() }
}

fn plain(sheet: &Sheet, kind: &str, key: &str) -> NoticeView {
    notice(sheet, kind, key, sheet.say(&format!("{key}-body")))
}

/// What the state of the version asks to be said; nothing for one in force.
fn standing_notice(sheet: &Sheet, subject: Shown) -> Option<NoticeView> {
    let Shown { work, version, life, own_page, .. } = subject;
    let today = sheet.today();
    let to = standing::end(sheet, version, life).map(|end| end.text).unwrap_or_default();
    let until = |key: &str| sheet.tell(key, &[("to", to.as_str().into())]);
    // What struck down this wording left the document in force in another.
    let applies = work.shown(today).is_some_and(|(_, life)| *life.force.on(today) == Force::InForce);
    let ended = |key: &str, body: &dyn Fn(&str) -> String| {
        let key = if applies { format!("{key}-version") } else { key.to_owned() };
        notice(sheet, "ended", &key, body(&format!("{key}-body")))
    };
    let mut made = match life.force.on(today) {
        Force::InForce => return None,
        Force::Upcoming => {
            let from = version.starts().map(|start| sheet.words.date(start).text).unwrap_or_default();
            let body = sheet.tell("notice-upcoming-body", &[("from", from.into())]);
            notice(sheet, "upcoming", "notice-upcoming", body)
        }
        Force::Superseded(by) => {
            let mut body = match version.starts() {
                Some(from) if life.periods.is_empty() => {
                    sheet.tell_date("notice-older-at-once-body", "from", from)
                }
                _ => {
                    sheet.tell("notice-older-body", &[("span", standing::span(sheet, version, life).into())])
                }
            };
            // Nobody could know, on its last days, that they would be.
            if let Some((_, decided)) = work.version(by).and_then(|(next, _)| next.retroactive()) {
                body = format!("{body} {}", sheet.tell_date("notice-older-retroactive", "date", decided));
            }
            notice(sheet, "older", "notice-older", body)
        }
        Force::TermPassed => {
            let key = match sheet.library.config.after_term {
                AfterTerm::Ends => "notice-term-passed-ends",
                AfterTerm::Continues => "notice-term-passed-continues",
                AfterTerm::Unclear => "notice-term-passed-unclear",
            };
            notice(sheet, "ended", "notice-term-passed", until(key))
        }
        Force::Replaced(by) => {
            let mut made = ended("notice-replaced", &until);
            made.links = by.iter().map(|id| successor(sheet, id)).collect();
            made
        }
        Force::Repealed => ended("notice-repealed", &until),
        Force::Annulled => {
            let from = standing::since_when(life, today).map(|day| sheet.day(day).text).unwrap_or_default();
            ended("notice-annulled", &|key| sheet.tell(key, &[("from", from.as_str().into())]))
        }
        Force::Lapsed if life.repealed_early => {
            notice(sheet, "ended", "notice-lapsed", sheet.say("notice-lapsed-repealed-body"))
        }
        Force::Lapsed => plain(sheet, "ended", "notice-lapsed"),
        Force::Unknown => unknown(sheet, version),
    };
    if own_page {
        made.links.extend(instead(sheet, work, version));
        made.links.extend(latest(sheet, work, version));
    }
    Some(made)
}

fn unknown(sheet: &Sheet, version: &Version) -> NoticeView {
    let body = match (&version.start, version.starts()) {
        (Start::Condition(condition), _) => {
            sheet.tell("notice-unknown-condition-body", &[("condition", condition.as_str().into())])
        }
        (_, Some(from)) if standing::starts_unsurely(version) => {
            sheet.tell_date("notice-unknown-body", "from", from)
        }
        (_, Some(_)) => sheet.say("notice-unknown-end-body"),
        (_, None) => sheet.say("notice-unknown-start-body"),
    };
    notice(sheet, "unknown", "notice-unknown", body)
}

fn successor(sheet: &Sheet, id: &crate::model::id::DocId) -> LinkView {
    let mut link = sheet.document_by_id(id);
    link.text = sheet.tell("notice-replaced-link", &[("title", link.text.as_str().into())]);
    link
}

/// A link from an old version to the document's own page: the one in force, or the latest.
fn instead(sheet: &Sheet, work: &Work, version: &Version) -> Option<LinkView> {
    let (shown, life) = work.shown(sheet.today())?;
    if shown.id == version.id {
        return None;
    }
    let key = match life.force.on(sheet.today()) {
        Force::InForce => "notice-older-link",
        _ => "notice-older-link-last",
    };
    Some(sheet.link(sheet.say(key), &Address::Document(work.document.id.clone())))
}

/// A link from an older version to what has changed since, up to the latest.
fn latest(sheet: &Sheet, work: &Work, version: &Version) -> Option<LinkView> {
    let pair = to_latest(work, version).filter(|pair| sheet.library.is_shown(pair))?;
    let (latest, _) = work.version(&pair.new.1)?;
    let date = standing::version_date(sheet, latest)?;
    Some(sheet.link(sheet.tell("notice-compare", &[("date", date.into())]), &pair.address()))
}

/// A later version that is adopted and will take over.
fn coming(sheet: &Sheet, work: &Work, version: &Version, life: &Life) -> Vec<NoticeView> {
    let end = next_end(life, sheet.today());
    work.coming(sheet.today())
        .filter(|(next, _)| next.id != version.id && !next.draft)
        .filter_map(|(next, _)| {
            // Only the next of several takes over from this one.
            let takes_over = matches!(end, Some((_, Force::Superseded(id))) if *id == next.id);
            let key = if takes_over { "notice-coming-body" } else { "notice-coming-alone-body" };
            let body = sheet.tell_date(key, "from", next.starts()?);
            let mut made = notice(sheet, "info", "notice-coming", body);
            let address = version_address(&work.document.id, &next.id);
            made.links.push(sheet.link(sheet.say("notice-coming-link"), &address));
            let steps = steps_to(&sheet.library.register, work, next);
            let change = steps.iter().rfind(|pair| !pair.is_of_two());
            made.links
                .extend(change.map(|pair| sheet.link(sheet.say("notice-coming-compare"), &pair.address())));
            Some(made)
        })
        .collect()
}

/// When and how a version in force will end, if it is known.
fn next_end(life: &Life, today: Date) -> Option<(Date, &Force)> {
    let later = life.force.changes().iter().filter(|(day, _)| *day > today);
    if *life.force.on(today) != Force::InForce {
        return None;
    }
    later.filter(|(_, force)| force.is_over()).map(|(day, force)| (*day, force)).next()
}

/// That a document in force will end: a later version says so itself.
fn ending(sheet: &Sheet, version: &Version, life: &Life) -> Option<NoticeView> {
    let (day, force) = next_end(life, sheet.today())?;
    let unsure = standing::unsure_before(life, day);
    let last = standing::end(sheet, version, life)?.text;
    let with_last = |key: &str| sheet.tell(key, &[("to", last.as_str().into())]);
    match force {
        Force::Replaced(by) => {
            let titles: Vec<LinkView> = by.iter().map(|id| sheet.document_by_id(id)).collect();
            let from = sheet.words.date(unsure.unwrap_or(Approx::day(day))).text;
            let args = [("title", sheet.names(&titles).into()), ("from", from.into())];
            let body = if unsure.is_some() { String::new() } else { with_last("notice-ending-body") };
            let mut made = titled("info", sheet.tell("notice-ending-replaced", &args), body);
            made.links = by.iter().map(|id| successor(sheet, id)).collect();
            Some(made)
        }
        Force::Repealed | Force::Annulled => {
            Some(titled("info", with_last("notice-ending"), sheet.say("notice-ending-repealed-body")))
        }
        // A stated last day stands in the heading; to say it twice would be noise for fifteen years.
        _ => None,
    }
}
