//! A municipality that never was: any number of steering documents with any number of
//! versions, in prose that looks Swedish. The same seed gives the same bytes, so figures
//! from different days can be compared. Nothing is random but what `Dice` says, and
//! nothing depends on what was asked for before: a document can be made on its own.

#[path = "corpus_words.rs"]
pub(crate) mod words;

use std::fmt::Write as _;

use jiff::ToSpan as _;
use words::{Dice, capital, noun, sentence};

/// What to make.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Corpus {
    /// How many documents.
    pub(crate) documents: usize,
    /// Versions of each, at least one.
    pub(crate) versions: usize,
    /// Words of a version's text, roughly.
    pub(crate) words: usize,
    /// Another seed, another municipality.
    pub(crate) seed: u64,
}

const BODIES: [(&str, &str, &str, &str); 8] = [
    ("kommunfullmaktige", "Kommunfullmäktige", "KF", "fullmaktige"),
    ("kommunstyrelsen", "Kommunstyrelsen", "KS", "styrelse"),
    ("barn-och-utbildningsnamnden", "Barn- och utbildningsnämnden", "BUN", "namnd"),
    ("socialnamnden", "Socialnämnden", "SN", "namnd"),
    ("kultur-och-fritidsnamnden", "Kultur- och fritidsnämnden", "KFN", "namnd"),
    ("miljo-och-byggnadsnamnden", "Miljö- och byggnadsnämnden", "MBN", "namnd"),
    ("tekniska-namnden", "Tekniska nämnden", "TN", "namnd"),
    ("overformyndarnamnden", "Överförmyndarnämnden", "ÖFN", "namnd"),
];
const TYPES: [(&str, &str); 10] = [
    ("vision", "Vision"),
    ("policy", "Policy"),
    ("strategi", "Strategi"),
    ("program", "Program"),
    ("plan", "Plan"),
    ("handlingsplan", "Handlingsplan"),
    ("riktlinje", "Riktlinje"),
    ("regler", "Regler"),
    ("reglemente", "Reglemente"),
    ("taxa", "Taxa"),
];
const KEYWORDS: [&str; 16] = [
    "arkiv",
    "barn",
    "byggande",
    "digitalisering",
    "ekonomi",
    "folkhälsa",
    "informationssäkerhet",
    "jämställdhet",
    "klimat",
    "krisberedskap",
    "kultur",
    "personal",
    "skola",
    "tillgänglighet",
    "upphandling",
    "äldre",
];
const ROLES: [&str; 6] =
    ["IT-chef", "Kommundirektör", "Förvaltningschef", "Säkerhetssamordnare", "Ekonomichef", "Kanslichef"];

/// Every twentieth document replaces the one seven places before it.
const REPLACER: usize = 19;
const REPLACED: usize = REPLACER - 7;

impl Corpus {
    /// The files of the site, one document at a time: path below the site's folder, and text.
    pub(crate) fn files(&self) -> impl Iterator<Item = (String, String)> + use<> {
        let corpus = *self;
        std::iter::once(("stadga.toml".to_owned(), settings()))
            .chain((0..corpus.documents).flat_map(move |document| corpus.document(document)))
    }

    /// `index.md` of some documents, then each version.
    fn document(self, document: usize) -> Vec<(String, String)> {
        let id = id(document);
        let days = self.days(document);
        let mut files = Vec::with_capacity(days.len() + 1);
        if document % 25 == 8 {
            let keys = Keys { swedish: document % 2 == 1 };
            let (aliases, old) = (keys.say("aliases", "alias"), format!("tidigare-{id}"));
            let text =
                format!("+++\n{aliases} = [\"{old}\"]\n+++\n\n{}\n", sentence(&mut self.dice(document, 3)));
            files.push((format!("content/{id}/index.md"), text));
        }
        for (version, day) in days.iter().enumerate() {
            let mut text = self.front_matter(document, version, &days);
            self.body(document, version, &mut text);
            files.push((format!("content/{id}/{day}.md"), text));
        }
        files
    }

    /// Chance of its own for each purpose, so that one more throw changes nothing else.
    fn dice(self, document: usize, purpose: u64) -> Dice {
        Dice::new(self.seed).branch(document as u64).branch(purpose)
    }

    /// The days the versions were adopted, increasing; a replacer starts after what it replaces.
    fn days(self, document: usize) -> Vec<Day> {
        let mut dice = self.dice(document, 1);
        let step = 4_500 / self.versions.max(3);
        let mut day = if document % 20 == REPLACER {
            self.days(document - REPLACER + REPLACED).last().map_or(0, |day| day.0) + 200 + dice.below(300)
        } else {
            dice.below(2_500)
        };
        (0..self.versions.max(1))
            .map(|_| {
                let adopted = Day(day);
                day += step / 2 + dice.below(step) + 40;
                adopted
            })
            .collect()
    }

    fn front_matter(self, document: usize, version: usize, days: &[Day]) -> String {
        let mut dice = self.dice(document, 2);
        let keys = Keys { swedish: document % 2 == 1 };
        let (day, last) = (days[version], version + 1 == days.len());
        let (kind, kind_name) = TYPES[document % TYPES.len()];
        let body = dice.below(BODIES.len());
        let (body_id, body_name, short, _) = BODIES[body];
        let responsible = dice.pick(&ROLES);
        let words = [dice.pick(&KEYWORDS), KEYWORDS[document % KEYWORDS.len()]];
        let mut out = Lines { text: String::from("+++\n"), keys };

        out.text("title", "titel", &format!("{kind_name} för {}", noun(&mut dice)));
        out.text("type", "typ", kind);
        // As the minutes would have it: the id, the name or the abbreviation of the body.
        let by = [body_id, body_name, short][document % 3];
        let reference = format!("{short} {}/{:04}", day.year(), (document * 7 + version) % 10_000);
        let section = format!("§ {}", 1 + (document * 13 + version * 5) % 240);
        let joint = document % 15 == 4;
        if !joint {
            out.text("adopted_by", "antagen_av", by);
            out.bare("adopted", "antagen", &day);
            out.text("section", "paragraf", &section);
            out.text("reference", "diarienummer", &reference);
        }
        // Every second document starts a month after it was adopted.
        let notice = if document.is_multiple_of(2) { 30 } else { 0 };
        if notice > 0 {
            out.bare("valid_from", "galler_fran", &Day(day.0 + notice));
        }
        let until = match days.get(version + 1) {
            // A stated end is the day before the next version starts: neither gap nor overlap.
            Some(next) => document.is_multiple_of(3).then(|| Day(next.0 + notice - 1)),
            None => (document.is_multiple_of(3) && document % 20 != REPLACED).then(|| Day(day.0 + 1_800)),
        };
        match until {
            Some(until) => out.bare("valid_until", "galler_till", &until),
            None if document % 3 == 1 => out.text("valid_until", "galler_till", "tills vidare"),
            None => {}
        }
        match document % 4 {
            0 => out.text("review", "oversyn", "mandatperiod"),
            1 => out.bare("review_by", "oversyn_senast", &Day(day.0 + 1_000)),
            _ => {}
        }
        out.text("responsible", "ansvarig", responsible);
        out.text("applies_to", "galler_for", "Alla nämnder och helägda bolag");
        out.bare("keywords", "amnesord", &format!("[\"{}\", \"{}\"]", words[0], words[1]));
        out.text("summary", "sammanfattning", &sentence(&mut dice).replace('*', ""));
        if document % 6 == 5 {
            out.text("series", "samling", &format!("PFS {}:{}", day.year(), document % 90 + version + 1));
        }
        if version > 0 {
            out.text("change", "andring", if keys.swedish { "revidering" } else { "revision" });
            out.text("note", "kommentar", "Aktualiserad efter uppföljning.");
        }
        if document % 20 == REPLACER && version == 0 {
            out.text("replaces", "ersatter", &id(document - REPLACER + REPLACED));
        }
        if document % 10 >= 4 && document % 10 <= 6 {
            out.text("implements", "genomfor", &id(document / 10 * 10 + 2));
        }
        if document > 20 && document.is_multiple_of(5) {
            let others = [id(dice.below(document - 1)), id(document - 1)];
            out.bare("related", "se_aven", &format!("[\"{}\", \"{}\"]", others[0], others[1]));
        }
        if document % 7 == 3 {
            let (title, url) = (keys.say("title", "titel"), keys.say("url", "adress"));
            let law = format!(
                "{{ {title} = \"Kommunallagen\", {url} = \"https://www.example.org/lag/2017-725\" }}"
            );
            out.bare("based_on", "stods_pa", &law);
        }
        if document.is_multiple_of(10) {
            let [kind, every, what, to] =
                [("type", "typ"), ("every", "varje"), ("what", "vad"), ("to", "till")]
                    .map(|(en, sv)| keys.say(en, sv));
            let year = keys.say("year", "år");
            let expected = format!("{{ {kind} = \"plan\", per = \"namnd\", {every} = \"{year}\" }}");
            out.bare("expects", "kraver", &expected);
            let follow_up = format!("{{ {what} = \"Rapport\", {to} = \"KS\", {every} = \"{year}\" }}");
            out.bare("follow_up", "uppfoljning", &follow_up);
        }
        if joint {
            for body in [body, (body + 1) % BODIES.len()] {
                out.decision(("adopted", "antagen"), BODIES[body].1, day);
                out.text("reference", "diarienummer", &reference);
            }
        }
        if last && document.is_multiple_of(9) && document % 20 != REPLACED {
            out.decision(("extended", "forlangd"), body_name, Day(day.0 + 1_700));
            out.bare("until", "till", &Day(day.0 + 2_900));
        }
        if last && document % 31 == 30 && !document.is_multiple_of(9) && document % 20 != REPLACED {
            out.decision(("repealed", "upphavd"), body_name, Day(day.0 + 1_200));
        }
        out.text.push_str("+++\n\n");
        out.text
    }

    /// The text: numbered headings, paragraphs, lists, a table, three notes, five links.
    fn body(self, document: usize, version: usize, out: &mut String) {
        let paragraphs = (self.words / 58).max(6);
        let links = self.links(document);
        let mut headings = self.dice(document, 5);
        for paragraph in 0..paragraphs {
            let (section, within) = (paragraph / 5 + 1, paragraph % 5);
            if within == 0 {
                // The second heading is always the same: links to a fragment need a known one.
                let heading = noun(&mut headings);
                let heading = if section == 2 { "Ansvar och organisation" } else { &capital(&heading) };
                let _ = write!(out, "## {section} {heading}\n\n");
            } else if within == 3 {
                let _ = write!(out, "### {section}.1 {}\n\n", capital(&noun(&mut headings)));
            }
            let mut dice = self.paragraph_dice(document, paragraph, version);
            if paragraph % 8 == 7 {
                let mark = if paragraph % 16 == 7 { "-" } else { "1." };
                for _ in 0..5 {
                    let _ = writeln!(out, "{mark} {}", sentence(&mut dice));
                }
                out.push('\n');
                continue;
            }
            for _ in 0..4 {
                let _ = write!(out, "{} ", sentence(&mut dice));
            }
            out.pop();
            if let Some(link) = links.get(paragraph) {
                let _ = write!(out, " Se {link}.");
            }
            if paragraph < 3 {
                let _ = write!(out, "[^{}]", paragraph + 1);
            }
            out.push_str("\n\n");
            if paragraph == 4 {
                table(&mut dice, out);
            }
        }
        let mut notes = self.dice(document, 6);
        for note in 1..=3 {
            let _ = writeln!(out, "[^{note}]: {}", sentence(&mut notes));
        }
    }

    /// Five links: two versions by file, a document by id, a section, a page elsewhere.
    fn links(self, document: usize) -> [String; 5] {
        let mut dice = self.dice(document, 4);
        let mut version = || {
            let other = dice.below(self.documents);
            let day = dice.pick(&self.days(other));
            format!("[{}](../{}/{day}.md)", noun(&mut dice), id(other))
        };
        let (first, second) = (version(), version());
        let other = id(dice.below(self.documents));
        [
            first,
            format!("[{}]({other})", noun(&mut dice)),
            "[ansvarsfördelningen](#2-ansvar-och-organisation)".to_owned(),
            second,
            format!("[vägledningen](https://www.example.org/vagledning/{document})"),
        ]
    }

    /// The chance that words a paragraph: another one from each version that changed it, 1 in 20.
    fn paragraph_dice(self, document: usize, paragraph: usize, version: usize) -> Dice {
        let base = self.dice(document, 100 + paragraph as u64);
        let changed = (1..=version).rev().find(|version| base.branch(*version as u64).below(20) == 0);
        base.branch(1_000 + changed.unwrap_or(0) as u64)
    }
}

fn id(document: usize) -> String {
    format!("dok-{document:05}")
}

fn table(dice: &mut Dice, out: &mut String) {
    out.push_str("| Åtgärd | Ansvarig | Klart |\n| --- | --- | ---: |\n");
    for row in 0..5 {
        let _ = writeln!(out, "| {} | {} | {} |", capital(&noun(dice)), dice.pick(&ROLES), 2016 + row);
    }
    out.push('\n');
}

fn settings() -> String {
    let mut text = String::from(
        "name = \"Provköpings kommun\"\nlang = \"sv\"\nbase_url = \"https://styrdokument.example.org/\"\n\
         after_term = \"unclear\"\n\
         [accessibility]\nconformance = \"fully\"\nassessed = 2026-09-14\nmethod = \"self-assessment\"\n\
         updated = 2099-12-31\nemail = \"registrator@example.org\"\n",
    );
    for (id, name, abbreviation, kind) in BODIES {
        let _ = write!(
            text,
            "\n[bodies.{id}]\nname = \"{name}\"\nabbreviation = \"{abbreviation}\"\nkind = \"{kind}\"\n"
        );
    }
    text
}

/// English keys in one document, Swedish in the next: a site may mix them.
#[derive(Clone, Copy)]
struct Keys {
    swedish: bool,
}

impl Keys {
    fn say(self, english: &'static str, swedish: &'static str) -> &'static str {
        if self.swedish { swedish } else { english }
    }
}

/// Front matter, a line at a time.
struct Lines {
    text: String,
    keys: Keys,
}

impl Lines {
    /// `key = value`, the value as TOML has it.
    fn bare(&mut self, english: &'static str, swedish: &'static str, value: &dyn std::fmt::Display) {
        let _ = writeln!(self.text, "{} = {value}", self.keys.say(english, swedish));
    }

    /// `key = "value"`.
    fn text(&mut self, english: &'static str, swedish: &'static str, value: &str) {
        self.bare(english, swedish, &format_args!("\"{value}\""));
    }

    /// Opens a `[[decisions]]` table.
    fn decision(&mut self, (english, swedish): (&str, &str), by: &str, day: Day) {
        let _ = write!(self.text, "\n[[{}]]\n", self.keys.say("decisions", "beslut"));
        let act = if self.keys.swedish { swedish } else { english };
        self.text("act", "atgard", act);
        self.text("by", "av", by);
        self.bare("date", "datum", &day);
    }
}

/// Days after 1999-01-01: the last of them has been.
#[derive(Clone, Copy)]
struct Day(usize);

impl Day {
    fn date(self) -> jiff::civil::Date {
        let days = i64::try_from(self.0).unwrap_or(0).days();
        jiff::civil::date(1999, 1, 1).saturating_add(days)
    }

    fn year(self) -> i16 {
        self.date().year()
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.date().fmt(out)
    }
}
