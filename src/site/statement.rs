//! The accessibility statement: what the law demands that it says, in sentences and lists.

use crate::base::date::{Approx, Date};
use crate::model::address::STATEMENT;
use crate::model::statement::{Conformance, Contact, Exempt, Failing, Method, Statement};
use crate::site::dossier::{fact, fact_of};
use crate::site::parts::{FactView, LinkView};
use crate::site::sheet::Sheet;
use crate::site::view::{StatementItem, StatementView};

/// The page.
pub fn statement(sheet: &Sheet, statement: &Statement) -> StatementView {
    let name = sheet.library.config.name.as_str();
    let service = sheet.tell("start-title", &[("name", name.into())]);
    let introduction = sheet.library.introduction();
    let title = introduction.map_or_else(|| sheet.say("menu-tillganglighet"), |page| page.title.clone());
    let mut frame = sheet.frame(&title, STATEMENT, Vec::new());
    frame.description = introduction.and_then(|page| page.summary.clone());
    let exceptions = statement.conformance.exceptions();
    let failings = exceptions.map_or(&[][..], |it| &it.failings);
    let burdens = exceptions.map_or(&[][..], |it| &it.burdens);
    StatementView {
        frame,
        title,
        introduced: introduction.is_some(),
        lead: sheet.tell("statement-lead", &[("name", name.into()), ("service", service.into())]),
        conformance: sheet.say(match statement.conformance {
            Conformance::Full => "statement-full",
            Conformance::Partial(_) => "statement-partial",
            Conformance::Not(_) => "statement-not",
            Conformance::Unstated(_) => "statement-unstated",
        }),
        contact: statement.contact.as_ref().map(|it| contact(sheet, it)).unwrap_or_default(),
        complaint: LinkView::to(sheet.say("statement-complaint"), sheet.say("statement-complaint-address")),
        unlisted: exceptions.is_some() && failings.is_empty() && burdens.is_empty(),
        failings: failings.iter().map(|it| failing(sheet, it)).collect(),
        burdens: burdens.iter().map(|it| exempt(sheet, it, "burden")).collect(),
        outside_law: statement.outside_law.iter().map(|it| exempt(sheet, it, "outside-law")).collect(),
        method: sheet.say(match statement.method {
            Some(Method::Own) => "statement-method-own",
            Some(Method::ThirdParty) => "statement-method-third-party",
            None => "statement-method-missing",
        }),
        assessed: on_day(sheet, "statement-assessed", statement.assessed),
        updated: on_day(sheet, "statement-updated", statement.updated),
    }
}

fn on_day(sheet: &Sheet, key: &str, day: Option<Date>) -> String {
    match day {
        Some(day) => sheet.tell_date(key, "date", Approx::day(day)),
        None => sheet.say(&format!("{key}-missing")),
    }
}

fn failing(sheet: &Sheet, failing: &Failing) -> StatementItem {
    let plan = failing.plan.as_ref().map(|plan| fact(sheet, "plan", plan));
    let mended_by = failing.mended_by.map(|date| fact(sheet, "mended-by", sheet.words.date(date).text));
    let facts = std::iter::once(why(sheet, "why", failing.why.as_ref())).chain(plan).chain(mended_by);
    StatementItem { what: failing.what.clone(), facts: facts.collect() }
}

/// The law demands a reason of all but what it does not cover.
fn exempt(sheet: &Sheet, exempt: &Exempt, key: &str) -> StatementItem {
    let is_silent = exempt.why.is_none() && key == "outside-law";
    let facts = (!is_silent).then(|| why(sheet, key, exempt.why.as_ref()));
    StatementItem { what: exempt.what.clone(), facts: facts.into_iter().collect() }
}

fn why(sheet: &Sheet, key: &str, reason: Option<&String>) -> FactView {
    fact(sheet, key, reason.cloned().unwrap_or_else(|| sheet.say("missing")))
}

fn contact(sheet: &Sheet, contact: &Contact) -> Vec<FactView> {
    let link = |text: String, href: Option<String>| LinkView { text, href, ..LinkView::default() };
    let email = contact.email.clone().map(|it| ("email", link(it.clone(), mail_address(&it))));
    let phone = contact.phone.clone().map(|it| ("phone", link(it.clone(), phone_number(&it))));
    let form = contact.form.clone().map(|it| ("form", link(sheet.say("statement-form"), Some(it))));
    [email, phone, form].into_iter().flatten().map(|(key, link)| fact_of(sheet, key, vec![link])).collect()
}

/// The address of a mail, of what looks like one.
fn mail_address(written: &str) -> Option<String> {
    let (user, host) = written.split_once('@')?;
    let clean = |part: &str| {
        !part.is_empty() && !part.contains(|it: char| it.is_whitespace() || "<>?#&%\"".contains(it))
    };
    (clean(user) && clean(host)).then(|| format!("mailto:{written}"))
}

/// The number to dial, of what people write: `0912-34 56 78`.
fn phone_number(written: &str) -> Option<String> {
    let digits: String = written.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect();
    let is_number = digits.len() > 2 && written.chars().all(|it| !it.is_alphabetic());
    is_number.then(|| format!("tel:{digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_written_to_or_dialled_is_a_link() {
        assert_eq!(mail_address("a.b@x.se").as_deref(), Some("mailto:a.b@x.se"));
        for other in ["registrator", "@x.se", "a (at) x.se", "Kim <kim@x.se>", "a@x.se?subject=b"] {
            assert_eq!(mail_address(other), None, "{other}");
        }
        assert_eq!(phone_number("0912-34 56 78").as_deref(), Some("tel:0912345678"));
        assert_eq!(phone_number("+46 (912) 34 56").as_deref(), Some("tel:+469123456"));
        for other in ["växeln", "08-12 34, knapp 2", ""] {
            assert_eq!(phone_number(other), None, "{other}");
        }
    }
}
