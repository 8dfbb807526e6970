//! Which site somebody looks at: the day that it shows, and whether drafts are with it. Each has an
//! address of its own, so that two tabs may show two days and nothing is kept between requests.

use crate::base::date::Date;
use crate::model::address::{decode, encode};

/// What is the preview's own stands below this, beside every site.
pub const OWN: &str = "/_stadga/";
const DAYS: &str = "/_stadga/dag/";
const TODAY: &str = "i-dag";
const WITH_DRAFTS: &str = "med-utkast";
const WITHOUT_DRAFTS: &str = "utan-utkast";

/// A choice of day and drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct View {
    /// The day that the site is shown for; without one, today or the day of the settings.
    pub date: Option<Date>,
    /// Drafts are shown.
    pub drafts: bool,
}

impl View {
    /// The address that its site stands at. The usual view stands where the site will, at `base`.
    pub fn home(self, usual: View, base: &str) -> String {
        if self == usual {
            return base.to_owned();
        }
        let day = self.date.map_or_else(|| TODAY.into(), |date| date.to_string());
        let drafts = if self.drafts { WITH_DRAFTS } else { WITHOUT_DRAFTS };
        format!("{DAYS}{day}/{drafts}/")
    }

    /// The view that an address names at length, and what follows: nothing, or from the slash on.
    pub fn named(address: &str) -> Option<(Self, &str)> {
        let (day, rest) = address.strip_prefix(DAYS)?.split_once('/')?;
        let (drafts, rest) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let date = if day == TODAY { None } else { Some(iso_day(day)?) };
        let drafts =
            [(WITH_DRAFTS, true), (WITHOUT_DRAFTS, false)].iter().find(|(name, _)| *name == drafts)?.1;
        Some((Self { date, drafts }, rest))
    }
}

/// The view that the form of the bar asks for, and the address of a page within the site.
pub fn chosen(query: &str) -> (View, String) {
    let field = |name: &str| {
        let mut fields = query.split('&').filter_map(|field| field.split_once('='));
        fields.find(|(its, _)| *its == name).map(|(_, value)| decode(&value.replace('+', " ")))
    };
    let date = field("dag").and_then(|day| iso_day(&day));
    let drafts = field("utkast").is_some_and(|it| it == "ja");
    let page = field("sida").unwrap_or_default();
    // Two slashes in a row would name another computer.
    (View { date, drafts }, encode(page.trim_start_matches('/')))
}

/// A day as date fields and addresses write it.
fn iso_day(text: &str) -> Option<Date> {
    let day: Date = text.parse().ok()?;
    (text.len() == 10 && day.year() >= 1000 && day.to_string() == text).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_and_its_address_name_each_other() {
        let usual = View { date: None, drafts: true };
        let other = View { date: Some(Date::constant(2027, 1, 1)), drafts: false };
        assert_eq!(usual.home(usual, "/styrdokument/"), "/styrdokument/");
        assert_eq!(other.home(usual, "/"), "/_stadga/dag/2027-01-01/utan-utkast/");
        for view in [other, View { date: None, drafts: false }, View { date: other.date, drafts: true }] {
            let home = view.home(usual, "/");
            assert_eq!(View::named(&home), Some((view, "/")), "{home}");
            let page = format!("{home}dokument/x/");
            assert_eq!(View::named(&page), Some((view, "/dokument/x/")));
            assert_eq!(View::named(home.trim_end_matches('/')), Some((view, "")));
        }
    }

    #[test]
    fn what_names_no_view_is_none() {
        for wrong in [
            "/_stadga/",
            "/_stadga/dag/",
            "/_stadga/dag/2027-01-01/",
            "/_stadga/dag/2027-02-30/med-utkast/",
            "/_stadga/dag/20270101/med-utkast/",
            "/_stadga/dag/i-dag/utkast/",
            "/_stadga/dag/-009999-01-01/med-utkast/",
        ] {
            assert_eq!(View::named(wrong), None, "{wrong}");
        }
    }
}
