//! The preview's own pages, and what they share with the bar on the others.

use crate::base::date::Date;
use crate::base::text::Digest;
use crate::model::address::encode;
use crate::shell::markup::escaped;
use crate::shell::preview::view::{OWN, View};
use crate::shell::words::Words;

/// The same promises as the site's pages make: nothing runs or is fetched but the site's own.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

/// A page of the preview.
pub struct Page<'a> {
    /// The language.
    pub words: &'a Words,
    /// The heading.
    pub title: &'a str,
    /// Whose site it is, and where that stands.
    pub site: Option<(&'a str, &'a str)>,
    /// The address of the page that somebody came from.
    pub back: Option<&'a str>,
    /// What the script says when it has changed.
    pub found: &'a str,
    /// The newest files make no site.
    pub broken: bool,
    /// The parts that may change while the page is looked at, each with its name.
    pub parts: Vec<(&'static str, String)>,
}

impl Page<'_> {
    /// The page's bytes, and a tag that is another as soon as they are.
    pub fn write(&self) -> (Vec<u8>, String) {
        let words = self.words;
        let (name, title) = (escaped(&words.text("preview-name")), escaped(self.title));
        let site = self
            .site
            .map(|(name, home)| format!("<a href=\"{}\">{}</a> ", escaped(&encode(home)), escaped(name)));
        let back = self.back.map(|back| {
            let words = escaped(&words.text("preview-back-to-page"));
            format!("<p><a id=\"stadga--sidan\" href=\"{}\">{words}</a></p>\n", escaped(back))
        });
        let back = back.unwrap_or_default();
        let part = |(name, html): &(&str, String)| {
            format!("<section class=\"stadga-part\" data-stadga-part=\"{name}\">\n{html}</section>\n")
        };
        let parts: String = self.parts.iter().map(part).collect();
        let tag = Digest::of(format!("{name}{title}{site:?}{back}{parts}").as_bytes()).hex(16);
        // What stands outside the parts decides whether they can be changed one by one.
        let names: Vec<&str> = self.parts.iter().map(|(name, _)| *name).collect();
        let frame = Digest::of(format!("{title}{site:?}{back}{names:?}").as_bytes()).hex(16);
        let page = format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title} – {name}</title>\n<meta name=\"robots\" content=\"noindex\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n\
             <link rel=\"stylesheet\" href=\"/_stadga/visa.css\">\n\
             <script src=\"/_stadga/visa.js\" defer></script>\n</head>\n\
             <body class=\"stadga-page\"{follow}>\n\
             <header class=\"stadga-head\">\n<p>{site}<span>{name}</span></p>\n{said}</header>\n\
             <main>\n{back}<h1>{title}</h1>\n{parts}</main>\n</body>\n</html>\n",
            lang = words.language.tag(),
            site = site.unwrap_or_default(),
            follow = follow(words, &tag, &frame, &frame, self.found, self.broken),
            said = said(),
        );
        (page.into_bytes(), tag)
    }
}

/// What the script must know of a page: its tag, what of it must be read anew if it differs, and the
/// words that the script says. `found` is what it says of the faults.
pub fn follow(words: &Words, tag: &str, built: &str, text: &str, found: &str, broken: bool) -> String {
    let said = [
        ("tag", tag.to_owned()),
        ("built", built.to_owned()),
        ("text", text.to_owned()),
        ("found", found.to_owned()),
        ("broken", if broken { "ja" } else { "" }.to_owned()),
        ("whole", words.text("preview-whole-again")),
        ("updated", words.text("preview-updated")),
        ("waiting", words.text("preview-waiting")),
        ("away", words.text("preview-away")),
        ("by-hand", words.text("preview-by-hand")),
    ];
    said.map(|(name, value)| format!(" data-stadga-{name}=\"{}\"", escaped(&value))).concat()
}

/// Where the script says what it has done, also to those who do not see it.
pub fn said() -> &'static str {
    "<p class=\"stadga-said\" role=\"status\"></p>\n"
}

/// The address that shows a page on a day; without a day, today.
pub fn visit(day: Option<Date>, drafts: bool, page: &str) -> String {
    format!("/_stadga/visa?{}", choice(day, drafts, page))
}

/// The address of the state of the site, as it is where somebody looks at a page, with the way back there.
pub fn state(view: View, page: &str) -> String {
    format!("{OWN}?{}", choice(view.date, view.drafts, page))
}

/// What the form of the bar sends.
fn choice(day: Option<Date>, drafts: bool, page: &str) -> String {
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    let drafts = if drafts { "&utkast=ja" } else { "" };
    let page = encode(page).replace('&', "%26").replace('+', "%2B").replace('=', "%3D");
    format!("dag={day}{drafts}&sida={page}")
}

/// A day in words: "1 januari 2027".
pub fn day(words: &Words, date: Date) -> String {
    // The year as text, or the language would part its thousands.
    let (day, month, year) = (i64::from(date.day()), i64::from(date.month()), date.year().to_string());
    words.say("preview-date", &[("day", day.into()), ("month", month.into()), ("year", year.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::words::Language;

    #[test]
    fn a_day_is_told_in_words() {
        let date = jiff::civil::date(2027, 1, 1);
        assert_eq!(day(Words::of(Language::Swedish), date), "1 januari 2027");
        assert_eq!(day(Words::of(Language::English), date), "1 January 2027");
        for month in 1..=12 {
            let told = day(Words::of(Language::Swedish), jiff::civil::date(2026, month, 3));
            assert_eq!(month == 12, told == "3 december 2026", "{told}");
        }
    }

    #[test]
    fn a_page_is_visited_by_an_address_that_holds_it_whole() {
        let date = jiff::civil::date(2027, 1, 1);
        let address = visit(Some(date), true, "filer/a & b+c=d.html");
        assert_eq!(address, "/_stadga/visa?dag=2027-01-01&utkast=ja&sida=filer/a%20%26%20b%2Bc%3Dd.html");
        assert_eq!(visit(None, false, ""), "/_stadga/visa?dag=&sida=");
    }
}
