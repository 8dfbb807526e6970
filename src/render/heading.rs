//! Headings: their level on the page, their number, and the anchor that legal citations rely on.

use std::collections::HashMap;

use icu_normalizer::DecomposingNormalizerBorrowed;
use serde::Serialize;

/// One heading, for lists of contents.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Heading {
    /// As in HTML, 2–6; the page's title is 1.
    pub level: u8,
    /// Its id on the page.
    pub anchor: String,
    /// The number as written: `3.2`, `4 §`, `B.`
    pub number: Option<String>,
    /// The words after the number; never empty.
    pub text: String,
}

impl Heading {
    /// Number and words.
    pub fn label(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.text),
            None => self.text.clone(),
        }
    }
}

/// No anchor is longer, its parent's apart: some "headings" are whole paragraphs.
const LONGEST_ANCHOR: usize = 80;

/// Gives headings, in their order, levels and anchors.
#[derive(Default)]
pub(crate) struct Headings {
    /// The headings that enclose the next one: level as written, anchor.
    open: Vec<(u8, String)>,
    /// Anchors in use, and the next number to try when one is wanted again.
    used: HashMap<String, u32>,
}

impl Headings {
    /// A heading's level follows from its place in the outline, so none is skipped; where the
    /// author skipped none, this is a plain shift.
    pub(crate) fn next(&mut self, level: u8, text: &str) -> Heading {
        while self.open.last().is_some_and(|(open, _)| *open >= level) {
            self.open.pop();
        }
        let anchor = self.claim(&slug(text));
        self.open.push((level, anchor.clone()));
        let (number, words) = split_number(text);
        Heading {
            level: u8::try_from(self.open.len() + 1).unwrap_or(6).min(6),
            anchor,
            number: number.map(String::from),
            text: words.to_owned(),
        }
    }

    /// The first heading of a name keeps the plain anchor; a later one is told by its parent.
    fn claim(&mut self, wanted: &str) -> String {
        let mut anchor = wanted.to_owned();
        if self.used.contains_key(&anchor) {
            if let Some((_, parent)) = self.open.last() {
                anchor = format!("{parent}-{wanted}");
            }
            if let Some(next) = self.used.get(&anchor).copied() {
                let numbered = (next..).map(|number| (number, format!("{anchor}-{number}")));
                let free = numbered.into_iter().find(|(_, name)| !self.used.contains_key(name));
                if let Some((number, name)) = free {
                    self.used.insert(anchor, number + 1);
                    anchor = name;
                }
            }
        }
        self.used.insert(anchor.clone(), 2);
        anchor
    }
}

/// `3.8.1 Drift och stöd` → `3-8-1-drift-och-stod`. ASCII only; never empty; never one of the ids
/// that footnotes or the page around the text use.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.chars() {
        fold(character, &mut slug);
    }
    if slug.len() > LONGEST_ANCHOR {
        let end = slug[..=LONGEST_ANCHOR].rfind('-').unwrap_or(LONGEST_ANCHOR);
        slug.truncate(end);
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() {
        slug.push_str("avsnitt");
    }
    if slug.starts_with("s-") || slug.starts_with("fotnot") {
        slug.insert_str(0, "avsnitt-");
    }
    slug
}

/// Appends a character in ASCII, or a hyphen where a word ends.
fn fold(character: char, out: &mut String) {
    let mut plain = |character: char| {
        if character.is_ascii_alphanumeric() {
            out.push(character.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    };
    match character {
        _ if character.is_ascii() => plain(character),
        'å' | 'ä' | 'Å' | 'Ä' => plain('a'),
        'ö' | 'Ö' | 'ø' | 'Ø' => plain('o'),
        'æ' | 'Æ' => out.push_str("ae"),
        'ß' => out.push_str("ss"),
        'ð' | 'Ð' | 'đ' | 'Đ' => plain('d'),
        'þ' | 'Þ' => out.push_str("th"),
        'ł' | 'Ł' => plain('l'),
        'ŋ' | 'Ŋ' => plain('n'),
        'ŧ' | 'Ŧ' => plain('t'),
        // A combining mark on its own belongs to the letter before it; a soft hyphen is nothing.
        '\u{300}'..='\u{36f}' | '\u{ad}' => {}
        _ => {
            let mut buffer = [0; 4];
            let whole = character.encode_utf8(&mut buffer);
            let parts = DecomposingNormalizerBorrowed::new_nfd().normalize(whole);
            plain(parts.chars().next().unwrap_or(' '));
        }
    }
}

/// Parts a heading into its number and its words. A heading that is all number is all words.
pub(crate) fn split_number(text: &str) -> (Option<&str>, &str) {
    let text = text.trim();
    match number_length(text) {
        Some(length) if !text[length..].trim().is_empty() => (Some(&text[..length]), text[length..].trim()),
        _ => (None, text),
    }
}

/// How many bytes of a heading are its number.
fn number_length(text: &str) -> Option<usize> {
    let length =
        paragraph(text).or_else(|| chapter(text)).or_else(|| dotted(text)).or_else(|| lettered(text))?;
    text[length..].starts_with(char::is_whitespace).then_some(length)
}

/// `§ 4`, `§4 a`, `4 §`, `4 a §`
fn paragraph(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix('§') {
        let rest = rest.trim_start();
        let digits = digits(rest)?;
        return Some(text.len() - rest.len() + digits);
    }
    let rest = text[digits(text)?..].trim_start();
    let rest = match rest.strip_prefix(|c: char| c.is_ascii_lowercase()) {
        Some(after) if after.trim_start().starts_with('§') => after.trim_start(),
        _ => rest,
    };
    rest.strip_prefix('§').map(|rest| text.len() - rest.len())
}

/// `2 kap.`, `2 kap. 3 §`
fn chapter(text: &str) -> Option<usize> {
    let rest = text[digits(text)?..].trim_start().strip_prefix("kap")?;
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let end = text.len() - rest.len();
    let inner = rest.trim_start();
    let section = if inner.starts_with('§') { None } else { paragraph(inner) };
    Some(section.map_or(end, |length| text.len() - inner.len() + length))
}

/// `3.8.1`, `3.`, `3.2a`, `1)`, and a lone `3` where a capital follows (but not `10 mål` or `2014 Budget`).
fn dotted(text: &str) -> Option<usize> {
    let mut end = digits(text)?;
    let mut parts = 1;
    while let Some(more) = text[end..].strip_prefix('.').and_then(digits) {
        end += 1 + more;
        parts += 1;
    }
    if text[end..].starts_with(|c: char| c.is_ascii_lowercase()) {
        end += 1;
    }
    if text[end..].starts_with(['.', ')', ':']) {
        return Some(end + 1);
    }
    let capital = || text[end..].trim_start().starts_with(char::is_uppercase);
    (parts > 1 || (end <= 2 && capital())).then_some(end)
}

/// `A.`, `b)`, `IV.`
fn lettered(text: &str) -> Option<usize> {
    let end = text.find(['.', ')'])?;
    let name = &text[..end];
    let letter = name.len() == 1 && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    let roman = (1..=6).contains(&name.len()) && name.bytes().all(|byte| b"IVXLC".contains(&byte));
    (letter || roman).then_some(end + 1)
}

/// The length of one to three digits; a year is no number of a section.
fn digits(text: &str) -> Option<usize> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&length).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_made_from_number_and_words() {
        for (text, anchor) in [
            ("3.8.1 Drift och support", "3-8-1-drift-och-support"),
            ("§ 4 Ändamål", "4-andamal"),
            ("4 § Ändamål", "4-andamal"),
            ("4 a § Öppettider", "4-a-oppettider"),
            ("Idé & vision – Älvsbyn 2040", "ide-vision-alvsbyn-2040"),
            ("A\u{30a}tga\u{308}rder", "atgarder"),
            ("Müller, Ærø, Łódź, Žižek", "muller-aero-lodz-zizek"),
            ("Da\u{ad}ta", "data"),
            ("???", "avsnitt"),
            ("S-tåg", "avsnitt-s-tag"),
            ("Fotnot 1", "avsnitt-fotnot-1"),
            ("سياسة", "avsnitt"),
        ] {
            assert_eq!(slug(text), anchor, "{text}");
        }
        assert!(slug(&"ord ".repeat(100)).len() <= LONGEST_ANCHOR);
        assert!(slug(&"o".repeat(100)).len() <= LONGEST_ANCHOR);
    }

    #[test]
    fn numbers_are_told_from_words() {
        for (text, number, words) in [
            ("3.8.1 Drift", Some("3.8.1"), "Drift"),
            ("3. Drift", Some("3."), "Drift"),
            ("3 Drift", Some("3"), "Drift"),
            ("1) drift", Some("1)"), "drift"),
            ("3.2 drift", Some("3.2"), "drift"),
            ("3.2a Drift", Some("3.2a"), "Drift"),
            ("§ 4 Ändamål", Some("§ 4"), "Ändamål"),
            ("§4 Ändamål", Some("§4"), "Ändamål"),
            ("4\u{a0}§ Ändamål", Some("4\u{a0}§"), "Ändamål"),
            ("4 a § Ändamål", Some("4 a §"), "Ändamål"),
            ("2 kap. Ordning", Some("2 kap."), "Ordning"),
            ("2 kap. 3 § Ordning", Some("2 kap. 3 §"), "Ordning"),
            ("A. Syfte", Some("A."), "Syfte"),
            ("IV. Syfte", Some("IV."), "Syfte"),
            ("b) syfte", Some("b)"), "syfte"),
            ("10 mål för staden", None, "10 mål för staden"),
            ("2014 Budget", None, "2014 Budget"),
            ("4 §", None, "4 §"),
            ("Syfte. Mål", None, "Syfte. Mål"),
            ("3-årsplan", None, "3-årsplan"),
            ("1.1.2014 Nu", None, "1.1.2014 Nu"),
            ("", None, ""),
        ] {
            assert_eq!(split_number(text), (number, words), "{text}");
        }
    }

    fn anchors(headings: &[(u8, &str)]) -> Vec<String> {
        let mut all = Headings::default();
        headings.iter().map(|(level, text)| all.next(*level, text).anchor).collect()
    }

    #[test]
    fn a_second_heading_of_a_name_is_told_by_its_parent() {
        assert_eq!(
            anchors(&[
                (1, "Skola"),
                (2, "Mål"),
                (1, "Drift"),
                (2, "Mål"),
                (2, "Mål"),
                (1, "Drift mål"),
                (1, "Mål")
            ]),
            ["skola", "mal", "drift", "drift-mal", "drift-mal-2", "drift-mal-3", "mal-2"]
        );
    }

    #[test]
    fn levels_follow_the_outline_and_skip_none() {
        let levels = |written: &[u8]| -> Vec<u8> {
            let mut all = Headings::default();
            written.iter().map(|level| all.next(*level, "x").level).collect()
        };
        assert_eq!(levels(&[1, 2, 3, 2, 1]), [2, 3, 4, 3, 2]);
        assert_eq!(levels(&[2, 3, 2]), [2, 3, 2]);
        assert_eq!(levels(&[1, 3, 3, 1]), [2, 3, 3, 2]);
        assert_eq!(levels(&[1, 2, 3, 4, 5, 6]), [2, 3, 4, 5, 6, 6]);
    }

    #[test]
    fn thousands_of_the_same_heading_stay_apart() {
        let all = anchors(&vec![(1, "Mål"); 3000]);
        assert_eq!(all[2999], "mal-3000");
    }
}
