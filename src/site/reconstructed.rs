//! What is made anew when the archive is put together as it was on a day: the list of what lies there, and a page
//! wherever an archived page leads to one that was not archived then. Both say that they were made afterwards. They
//! are read from a disk for as long as there are browsers, so they need nothing but themselves.

use jiff::Timestamp;

use crate::base::date::{Approx, Date};
use crate::base::path::OutPath;
use crate::model::address::relative;
use crate::model::config::Lang;
use crate::model::item::date_in_name;
use crate::site::collate::Collation;
use crate::site::moment::{day, moment};
use crate::site::words::{Arg, Words};

/// Where the list stands.
pub const INDEX: &str = "index.html";
/// The look of archived pages, and what the list adds to it.
const STYLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/standard/css/arkiv.css"));
const OWN_STYLE: &str = ".list > li { padding-block: 0.75rem; border-top: 1px solid var(--line); }
.list > li:first-child { border-top: 0; }
section > .list { padding: 0; list-style: none; }
.list ul { padding: 0; list-style: none; }
.notice p + p { margin-top: 0.5rem; }
.list a, main > article > p > a { display: inline-block; min-height: 1.5rem; }
.list .name { font-weight: 650; }
";

/// The archive as it was on a day.
#[derive(Clone, Debug)]
pub struct Reconstruction {
    /// In which language it is told.
    pub lang: Lang,
    /// Whose archive it is.
    pub municipality: String,
    /// The day that was asked for.
    pub day: Date,
    /// The moment that was asked for, if it is not the end of that day.
    pub moment: Option<String>,
    /// When anything was archived last until then.
    pub filled: Timestamp,
    /// That time had passed: more may have been archived since on a day that had not.
    pub is_over: bool,
    /// What was archived, in any order.
    pub documents: Vec<Document>,
    /// What was archived then, and has been removed by decision since.
    pub purged: Vec<Purged>,
    /// Files that were archived in two forms; the newest is here.
    pub doubled: Vec<String>,
}

/// A document that was archived.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its title then.
    pub title: String,
    /// The page that leads to its texts.
    pub cover: String,
    /// Its texts, the oldest first: version and page.
    pub texts: Vec<(String, String)>,
    /// Which version of its object this is.
    pub number: String,
    /// When that was archived.
    pub archived: Date,
    /// It was taken down.
    pub withdrawn: bool,
}

/// A document that is not in the archive any more.
#[derive(Clone, Debug)]
pub struct Purged {
    /// Its id.
    pub id: String,
    /// When it was removed.
    pub on: Date,
    /// By which decision.
    pub decision: String,
}

/// Why a page is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Absent {
    /// The document was archived on this day for the first time.
    Later {
        /// The document.
        id: String,
        /// The day.
        on: Date,
    },
    /// The document has been removed by decision since: this one of those that were.
    Purged(usize),
    /// The document is there, on this page, but not this page of it.
    Part {
        /// The page that leads to its texts.
        cover: String,
    },
    /// No page of a document: the archive keeps no others. Or one that was never archived.
    Never,
}

impl Reconstruction {
    /// The list of what is there.
    pub fn index(&self, words: &Words) -> String {
        let page = Page::new(self, words, INDEX);
        let title = page.tell("rebuilt-title", &[("moment", self.moment(&page).into())]);
        let mut main = vec![
            heading(&title),
            page.notice(&[page.say("rebuilt-lead"), page.limits()]),
            note(&page.tell("rebuilt-count", &[("n", self.documents.len().into())])),
        ];
        let collation = Collation::new(self.lang);
        let mut documents: Vec<&Document> = self.documents.iter().collect();
        documents.sort_by_cached_key(|it| (collation.key(&it.title), it.cover.clone()));
        main.push(page.section("rebuilt-documents", &list(documents.iter().map(|it| page.document(it)))));
        if !self.purged.is_empty() {
            let purged = self.purged.iter().map(|it| escaped(&page.purged(it)));
            main.push(page.section("rebuilt-purged", &list(purged)));
        }
        if !self.doubled.is_empty() {
            let doubled = self.doubled.iter().map(|path| page.link(path, path));
            let lead = note(&page.say("rebuilt-doubled-lead"));
            main.push(page.section("rebuilt-doubled", &(lead + &list(doubled))));
        }
        page.finish(&title, &main.concat())
    }

    /// The page that stands where an archived page leads and nothing was archived.
    pub fn absent(&self, words: &Words, path: &str, why: &Absent) -> String {
        let page = Page::new(self, words, path);
        let title = page.say("rebuilt-absent-title");
        let moment = || self.moment(&page);
        let mut main = vec![heading(&title)];
        let reason = match why {
            Absent::Later { id, on } => page.tell(
                "rebuilt-absent-later",
                &[("id", id.as_str().into()), ("moment", moment().into()), ("day", page.day(*on).into())],
            ),
            Absent::Purged(index) => self.purged.get(*index).map(|it| page.purged(it)).unwrap_or_default(),
            Absent::Part { .. } => page.tell("rebuilt-absent-part", &[("moment", moment().into())]),
            Absent::Never => page.say("rebuilt-absent-never"),
        };
        main.push(page.notice(&[page.say("rebuilt-absent-lead"), reason]));
        if let Absent::Part { cover } = why {
            main.push(format!("<p>{}</p>\n", page.link(cover, &page.say("archived-cover"))));
        }
        main.push(format!("<p>{}</p>\n", page.link(INDEX, &page.say("rebuilt-to-index"))));
        page.finish(&title, &main.concat())
    }

    fn moment(&self, page: &Page) -> String {
        self.moment.clone().unwrap_or_else(|| page.day(self.day))
    }
}

/// A page being written.
struct Page<'a> {
    whole: &'a Reconstruction,
    words: &'a Words,
    path: OutPath,
}

impl<'a> Page<'a> {
    fn new(whole: &'a Reconstruction, words: &'a Words, path: &str) -> Self {
        Self { whole, words, path: OutPath::new(path) }
    }

    fn say(&self, key: &str) -> String {
        self.words.text(key, &[])
    }

    fn tell(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.text(key, args)
    }

    fn day(&self, day: Date) -> String {
        self.words.date(Approx::day(day)).text
    }

    /// What the list cannot know: what was published and not archived.
    fn limits(&self) -> String {
        let (key, filled) = match self.whole {
            Reconstruction { is_over: false, filled, .. } => {
                ("rebuilt-limits-today", moment(self.words, *filled))
            }
            Reconstruction { moment: Some(_), filled, .. } => {
                ("rebuilt-limits-moment", day(self.words, *filled))
            }
            Reconstruction { filled, .. } => ("rebuilt-limits", day(self.words, *filled)),
        };
        self.tell(key, &[("filled", filled.text.into())])
    }

    fn notice(&self, sentences: &[String]) -> String {
        let title = escaped(&self.say("rebuilt-notice"));
        let said: String =
            sentences.iter().flat_map(|it| ["<p>".into(), escaped(it), "</p>\n".into()]).collect();
        format!("<div class=\"notice\">\n<p class=\"notice-title\">{title}</p>\n{said}</div>\n")
    }

    fn section(&self, key: &str, content: &str) -> String {
        let title = escaped(&self.say(key));
        format!(
            "<section aria-labelledby=\"s-{key}\">\n<h2 id=\"s-{key}\">{title}</h2>\n{content}</section>\n"
        )
    }

    fn link(&self, to: &str, text: &str) -> String {
        format!("<a href=\"{}\">{}</a>", escaped(&relative(&self.path, to, true)), escaped(text))
    }

    fn document(&self, it: &Document) -> String {
        let named = format!("<p class=\"name\">{}</p>\n", self.link(&it.cover, &it.title));
        let number = it.number.trim_start_matches('v');
        let args = [("day", self.day(it.archived).into()), ("number", number.into())];
        let key = if it.withdrawn { "rebuilt-withdrawn" } else { "rebuilt-archived" };
        let archived = note(&self.tell(key, &args));
        let text = |(version, page): &(String, String)| {
            format!("<li>{}</li>\n", self.link(page, &self.version(version)))
        };
        let texts: String = it.texts.iter().rev().map(text).collect();
        let texts = if texts.is_empty() { texts } else { format!("<ul>\n{texts}</ul>\n") };
        named + &archived + &texts
    }

    /// "Lydelse 9 april 2014", as the page calls itself.
    fn version(&self, id: &str) -> String {
        let Some(date) = date_in_name(id) else { return self.say("version-undated") };
        let number = id.strip_prefix(&date.ascii()).and_then(|rest| rest.strip_prefix('-'));
        let day = self.words.date(date).text;
        let day = number.map_or(day.clone(), |number| format!("{day} ({number})"));
        self.tell("version-name", &[("date", day.into())])
    }

    fn purged(&self, it: &Purged) -> String {
        let args = [
            ("id", it.id.as_str().into()),
            ("day", self.day(it.on).into()),
            ("decision", it.decision.as_str().into()),
        ];
        self.tell("rebuilt-purged-one", &args)
    }

    /// The whole page, with the sheet's head as archived pages have it.
    fn finish(&self, title: &str, main: &str) -> String {
        let (lang, owner) = (self.whole.lang.tag(), escaped(&self.whole.municipality));
        let say = |key: &str| escaped(&self.say(key));
        let size = |(index, percent): (usize, i32)| {
            let (n, percents) = (index + 1, say("percent"));
            let checked = if index == 0 { " checked" } else { "" };
            format!(
                "<input type=\"radio\" name=\"s-size\" id=\"s-size-{n}\" value=\"{percent}\"{checked}>\
                 <label for=\"s-size-{n}\">{percent}<span class=\"visually-hidden\"> {percents}</span></label>\n"
            )
        };
        let sizes: String = [100, 125, 150, 175, 200].into_iter().enumerate().map(size).collect();
        format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
             img-src data:; base-uri 'none'; form-action 'none'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title} – {owner}</title>\n<meta name=\"robots\" content=\"noindex\">\n\
             <link rel=\"icon\" href=\"data:,\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
             <style>\n{STYLE}{OWN_STYLE}</style>\n</head>\n<body>\n\
             <a class=\"skip\" href=\"#s-main\">{skip}</a>\n<header class=\"sheet\">\n\
             <p class=\"owner\"><strong>{owner}</strong> <span>{rebuilt}</span></p>\n\
             <form class=\"size\" autocomplete=\"off\" aria-label=\"{adjust}\">\n<fieldset>\n\
             <legend>{text_size} <span aria-hidden=\"true\">%</span></legend>\n<div class=\"steps\">\n\
             {sizes}</div>\n</fieldset>\n</form>\n</header>\n\
             <main id=\"s-main\" tabindex=\"-1\">\n<article>\n{main}</article>\n</main>\n</body>\n</html>\n",
            title = escaped(title),
            skip = say("skip-link"),
            rebuilt = say("rebuilt"),
            adjust = say("adjust"),
            text_size = say("text-size"),
        )
    }
}

fn heading(title: &str) -> String {
    format!("<h1>{}</h1>\n", escaped(title))
}

fn note(text: &str) -> String {
    format!("<p class=\"note\">{}</p>\n", escaped(text))
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: String = items.flat_map(|item| ["<li>".into(), item, "</li>\n".into()]).collect();
    format!("<ul class=\"list\">\n{items}</ul>\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> Reconstruction {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let document = |title: &str, id: &str, withdrawn: bool| Document {
            title: title.into(),
            cover: format!("dokument/{id}/index.html"),
            texts: ["2011", "2014-04-09", "2014-04-09-2", "odaterad"]
                .iter()
                .filter(|_| !withdrawn)
                .map(|version| ((*version).to_owned(), format!("dokument/{id}/{version}/index.html")))
                .collect(),
            number: "v2".into(),
            archived: day("2026-11-23"),
            withdrawn,
        };
        Reconstruction {
            lang: Lang::Sv,
            municipality: "Å & Ö <kommun>".into(),
            day: day("2026-12-31"),
            moment: None,
            filled: "2026-11-23T15:40:00Z".parse().unwrap(),
            is_over: true,
            documents: vec![
                document("Översiktsplan", "oversiktsplan", false),
                document("Avgifter", "avgifter", true),
            ],
            purged: vec![Purged { id: "fel".into(), on: day("2027-02-01"), decision: "KS 2027/1".into() }],
            doubled: vec!["dokument/avgifter/bilaga 1.pdf".into()],
        }
    }

    #[test]
    fn the_list_says_what_it_is_and_leads_to_all_that_is_there() {
        let (whole, words) = (whole(), Words::built_in("sv"));
        let page = whole.index(&words);
        for part in [
            "<html lang=\"sv\">",
            "<h1>Styrdokumenten så som de var arkiverade 31 december 2026</h1>",
            "Rekonstruktion ur arkivet",
            "Senast dess arkiverades något 23 november 2026.",
            "2 dokument.",
            "Å &amp; Ö &lt;kommun&gt;",
            "<a href=\"dokument/oversiktsplan/2014-04-09-2/index.html\">Lydelse 9 april 2014 (2)</a>",
            ">Lydelse 2011<",
            ">Lydelse utan datum<",
            "Arkiverat 23 november 2026 som arkivversion 2",
            "Avpublicerat",
            "Dokumentet fel var arkiverat då, men gallrades 1 februari 2027 enligt beslut KS 2027/1.",
            "<a href=\"dokument/avgifter/bilaga%201.pdf\">",
        ] {
            assert!(page.contains(part), "{part} is not in\n{page}");
        }
        assert!(page.find("Avgifter") < page.find("Översiktsplan"), "in the order of the language");
        assert!(!page.contains("://"), "nothing is asked of the network");
        let today = Reconstruction { is_over: false, ..whole.clone() }.index(&words);
        assert!(!today.contains("när dagen var slut"), "{today}");
        assert!(today.contains("var arkiverat till och med 23 november 2026 kl.\u{a0}16.40"), "{today}");
        let moment = Reconstruction { moment: Some("2026-12-31T10:00:00Z".into()), lang: Lang::En, ..whole };
        let page = moment.index(&Words::built_in("en"));
        assert!(page.contains("as they were archived 2026-12-31T10:00:00Z"), "{page}");
    }

    #[test]
    fn a_page_that_was_not_archived_says_why() {
        let (whole, words) = (whole(), Words::built_in("sv"));
        let told = |why| whole.absent(&words, "dokument/avgifter/2030/index.html", &why);
        let later = told(Absent::Later { id: "ny".into(), on: "2027-03-01".parse().unwrap() });
        assert!(later.contains("Dokumentet ny var inte arkiverat 31 december 2026."), "{later}");
        assert!(
            later.contains("första gången 1 mars 2027") && later.contains("href=\"../../../index.html\"")
        );
        assert!(told(Absent::Purged(0)).contains("enligt beslut KS 2027/1"));
        let part = told(Absent::Part { cover: "dokument/avgifter/index.html".into() });
        assert!(part.contains("<a href=\"../index.html\">"), "{part}");
        assert!(told(Absent::Never).contains("inte webbplatsens övriga sidor"));
    }
}
