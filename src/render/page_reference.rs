//! References to a page of this very text, ”se sidan 11”: a website has no pages to turn to.
//! References to pages of other works live on, so only what can hardly mean another work is told.

use std::ops::Range;

use crate::render::passage::words;

/// What may stand between ”se” and the page.
const BETWEEN: [&str; 18] = [
    "även",
    "också",
    "vidare",
    "mer",
    "mera",
    "närmare",
    "exempelvis",
    "t.ex.",
    "nedan",
    "ovan",
    "på",
    "under",
    "also",
    "further",
    "below",
    "above",
    "on",
    "the",
];
/// Parts of a text that may be named with their number before the page.
const PARTS: [&str; 12] = [
    "avsnitt",
    "avsnittet",
    "kapitel",
    "kap",
    "punkt",
    "rubriken",
    "tabell",
    "figur",
    "section",
    "chapter",
    "table",
    "figure",
];
const BESIDE: [&str; 6] = ["nästa", "nästföljande", "föregående", "next", "previous", "following"];
const SV_PAGE: [&str; 6] = ["sidan", "sida", "sidorna", "sidor", "sid", "s"];
const EN_PAGE: [&str; 4] = ["pages", "page", "pp", "p"];
/// This text, as it speaks of itself.
const OWN: [&str; 22] = [
    "detta dokument",
    "det här dokumentet",
    "dokumentet",
    "detta program",
    "detta reglemente",
    "denna policy",
    "den här policyn",
    "policyn",
    "denna plan",
    "den här planen",
    "planen",
    "denna riktlinje",
    "dessa riktlinjer",
    "riktlinjen",
    "riktlinjerna",
    "denna strategi",
    "strategin",
    "programmet",
    "denna text",
    "this document",
    "this policy",
    "this plan",
];
/// Near a reference, these say that another work may be meant.
const OTHER_WORKS: [&str; 35] = [
    "prop",
    "sou",
    "ds",
    "bet",
    "skr",
    "nja",
    "hfd",
    "rå",
    "jo",
    "jk",
    "sfs",
    "dir",
    "rapport",
    "handbok",
    "vägledning",
    "handledning",
    "bok",
    "boken",
    "broschyr",
    "skriften",
    "betänkande",
    "kommentar",
    "protokoll",
    "promemoria",
    "utredningen",
    "avhandling",
    "artikel",
    "bilaga",
    "a.a",
    "ibid",
    "report",
    "handbook",
    "guide",
    "book",
    "annex",
];
/// What may follow a word without being a part of it.
const CLOSING: [char; 9] = [',', '.', ';', ':', ')', ']', '”', '"', '!'];
/// How much is looked at before and after, in bytes.
const BEFORE: usize = 100;
const AFTER: usize = 50;

/// Every certain reference.
pub(crate) fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut sight = Sight::default();
    for (at, word) in words(text) {
        let lead = word.len() - word.trim_start_matches(['(', '[', '”', '"', '–']).len();
        let (at, word) = (at + lead, &word[lead..]);
        // All that a reference can begin with: ”se”, ”sidan”, ”page”. Nearly every word is done with here.
        if sight.is_idle() && !word.starts_with(['s', 'S', 'p', 'P']) {
            continue;
        }
        found.extend(sight.next(text, at, word));
    }
    found
}

/// What the words just before say.
#[derive(Default)]
struct Sight {
    /// Where ”se” or ”see” stands, and whether it is the English one.
    look: Option<(usize, bool)>,
    /// A part of the text was named; its number may follow.
    part: bool,
    /// ”nästa” was said.
    beside: bool,
    /// Where the word for a page stands; its number must follow.
    page: Option<usize>,
}

impl Sight {
    fn is_idle(&self) -> bool {
        self.look.is_none() && self.page.is_none()
    }

    fn next(&mut self, text: &str, at: usize, word: &str) -> Option<Range<usize>> {
        let bare = word.trim_end_matches(CLOSING);
        let is = |known: &&str| bare.eq_ignore_ascii_case(known) || word.eq_ignore_ascii_case(known);
        let numbered = starts_with_digit(bare);
        if let Some(page) = self.page.take().filter(|_| numbered) {
            let range = self.look.map_or(page, |(look, _)| look)..at + bare.len();
            let looks = self.look.is_some();
            *self = Self::default();
            return is_certain(text, &range, looks).then_some(range);
        }
        if ["se", "see"].iter().any(is) {
            *self = Self { look: Some((at, bare.len() == 3)), ..Self::default() };
            return None;
        }
        if let Some(length) = page_word(word, self.look) {
            if self.beside {
                let range = self.look.map_or(at, |(look, _)| look)..at + bare.len();
                *self = Self::default();
                return is_certain(text, &range, true).then_some(range);
            }
            self.page = Some(at);
            let number = &word[length..];
            return if starts_with_digit(number) { self.next(text, at + length, number) } else { None };
        }
        let keeps = BETWEEN.iter().any(is) || (self.part && numbered);
        self.part = PARTS.iter().any(is);
        self.beside = self.look.is_some() && BESIDE.iter().any(is);
        if !keeps && !self.part && !self.beside {
            self.look = None;
        }
        None
    }
}

/// How much of a word names a page: all of ”sid.”, but not the number in ”sid.11”. A single letter
/// needs its full stop and ”se” before it, and ”p.” is a point in Swedish.
fn page_word(word: &str, look: Option<(usize, bool)>) -> Option<usize> {
    let swedish = SV_PAGE.iter().filter(|_| look.is_none_or(|(_, english)| !english));
    let english = EN_PAGE.iter().filter(|_| look.is_none_or(|(_, english)| english));
    swedish.chain(english).find_map(|page| {
        let (start, rest) = word.split_at_checked(page.len())?;
        let after = rest.strip_prefix('.').unwrap_or(rest);
        let enough = page.len() > 1 || (after.len() < rest.len() && look.is_some());
        let ends = after.trim_end_matches(CLOSING).is_empty() || starts_with_digit(after);
        (start.eq_ignore_ascii_case(page) && enough && ends).then(|| word.len() - after.len())
    })
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a reference can hardly mean a page of another work.
fn is_certain(text: &str, range: &Range<usize>, looks: bool) -> bool {
    let before = &text[text.floor_char_boundary(range.start.saturating_sub(BEFORE))..range.start];
    let after = &text[range.end..text.ceil_char_boundary(range.end.saturating_add(AFTER).min(text.len()))];
    let rest = after.trim_start().to_lowercase();
    let within = ["i ", "in ", "av ", "of ", "ur "].iter().find_map(|start| rest.strip_prefix(start));
    if let Some(work) = within {
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        return OWN.iter().any(|own| work.trim_start().strip_prefix(own).is_some_and(ends));
    }
    looks && !names_a_work(before) && !names_a_work(after)
}

fn names_a_work(text: &str) -> bool {
    text.to_lowercase()
        .split(|c: char| c.is_whitespace() || "([”\"/,:".contains(c))
        .any(|word| OTHER_WORKS.iter().any(|work| is_named(word, work)))
}

/// Short names of works stand alone, ”prop.” or ”Ds”; long ones may be a part of any word:
/// ”slutrapporten”.
fn is_named(word: &str, name: &str) -> bool {
    match name.len() {
        0..=4 => word.trim_end_matches(CLOSING) == name,
        _ => word.contains(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn references_to_pages_of_the_text_itself() {
        for (text, expected) in [
            ("Ansvar, se sid 11.", "se sid 11"),
            ("Ansvar (se sidan 11).", "se sidan 11"),
            ("Se sida 3 för mer.", "Se sida 3"),
            ("se s. 4", "se s. 4"),
            ("se s.\u{a0}4", "se s.\u{a0}4"),
            ("se sid.4", "se sid.4"),
            ("se s.4–5, som säger", "se s.4–5"),
            ("se även sidorna 4–6 och", "se även sidorna 4–6"),
            ("Se vidare på sid. 12!", "Se vidare på sid. 12"),
            ("se tabell 3 på sidan 4", "se tabell 3 på sidan 4"),
            ("se avsnitt 4.2, sid 7", "se avsnitt 4.2, sid 7"),
            ("se kap. 3 (sid 12)", "se kap. 3 (sid 12"),
            ("(se nästa sida)", "se nästa sida"),
            ("se föregående sida.", "se föregående sida"),
            ("Det står på sid. 12 i detta dokument.", "sid. 12"),
            ("Målen på sidan 4 i denna policy gäller", "sidan 4"),
            ("se sidan 11 i dokumentet", "se sidan 11"),
            ("see page 11", "see page 11"),
            ("See also pp. 3–4.", "See also pp. 3–4"),
            ("as page 4 of this document says", "page 4"),
            ("Sakerna beskrivs nedan, se sid 3", "se sid 3"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
        assert_eq!(found("se sid 1 och se sid 2"), ["se sid 1", "se sid 2"]);
    }

    #[test]
    fn references_to_other_works_and_what_only_looks_like_a_page() {
        for text in [
            "",
            "prop. 2017/18:105 s. 12",
            "se prop. 2017/18:105 s. 12",
            "(prop. 2017/18:105, se s. 12)",
            "jfr SOU 2015:39, se sidan 11",
            "Se Ds 2019:4 sid 7",
            "enligt Socialstyrelsens handbok, se sid 14",
            "se sidan 11 i Boverkets allmänna råd",
            "se sid 11 i slutrapporten",
            "se sid 3, SKR:s vägledning",
            "se bilaga 2, sid 3",
            "Andersson (2010), s. 14",
            "(s. 3)",
            "(sid 3)",
            "på sidan 4",
            "på nästa sida fyller du i ditt namn",
            "se sidan om bygglov",
            "se sidan Kontakt",
            "se p. 4 i beslutet",
            "se 4 §",
            "se s 4",
            "se sidentyg 4",
            "Vi ser sidan 4 gånger",
            "å andra sidan 4 av 10",
            "NJA 2008 s. 55",
            "se sidan 3 i lagkommentaren",
            "se 2 kap. 3 §",
            "se page 4",
            "Rummet ligger på sid A",
            "mediasidan 4 i detta dokument",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
