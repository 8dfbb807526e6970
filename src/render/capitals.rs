//! Passages in capitals, told from abbreviations, case numbers and roman numerals.

use std::ops::Range;

use crate::render::passage::{bare, words};

/// Short words that no abbreviation is written as.
const COMMON: [&str; 42] = [
    "ALL", "ALLA", "ALLT", "AND", "ATT", "BARA", "BÖR", "DESSA", "DET", "DETTA", "EFTER", "ELLER", "ENDAST",
    "FROM", "FRÅN", "FÅR", "FÖR", "HUR", "INTE", "KAN", "MAY", "MED", "MUST", "MÅSTE", "NOT", "NÄR", "OCH",
    "PÅ", "SHALL", "SKA", "SKALL", "SOM", "THE", "THIS", "TILL", "UTAN", "VAD", "VEM", "VID", "WITH", "ÄR",
    "ÖVER",
];

/// The capitals that a run of words has.
#[derive(Default)]
struct Run {
    range: Option<Range<usize>>,
    words: usize,
    /// Words that are hardly abbreviations: common ones, and those of five letters or more.
    likely: usize,
    /// Words that are no abbreviations: common ones, and those of eight letters or more.
    sure: usize,
}

impl Run {
    /// Names and abbreviations come two by two, so running text must have three words.
    fn is_shouted(&self, heading: bool) -> bool {
        self.words >= if heading { 2 } else { 3 } && self.likely >= 2 && self.sure >= 1
    }

    fn add(&mut self, word: &str, at: Range<usize>) {
        let start = self.range.as_ref().map_or(at.start, |range| range.start);
        self.range = Some(start..at.end);
        let letters = word.split('-').map(|part| part.chars().count()).max().unwrap_or(0);
        let common = COMMON.contains(&word);
        self.words += 1;
        self.likely += usize::from(common || letters >= 5);
        self.sure += usize::from(common || letters >= 8);
    }
}

/// The first stretch of a text where several words in a row are written in capitals.
pub(crate) fn shouted(text: &str, heading: bool) -> Option<Range<usize>> {
    let mut run = Run::default();
    for (at, word) in words(text) {
        match shape(word) {
            Shape::Capitals => {
                let word = bare(word);
                let start = at + text[at..].find(word).unwrap_or(0);
                run.add(word, start..start + word.len());
            }
            Shape::Neutral => {}
            Shape::Other if run.is_shouted(heading) => break,
            Shape::Other => run = Run::default(),
        }
    }
    run.is_shouted(heading).then_some(run.range).flatten()
}

enum Shape {
    /// Two capitals or more, and nothing but capitals and hyphens.
    Capitals,
    /// Neither ends a run nor makes one: `–`, `2`, `I`, `IV`.
    Neutral,
    /// Ordinary words, and those that hold digits: `A4`, `COVID-19`.
    Other,
}

fn shape(word: &str) -> Shape {
    // Nearly every word is done with here.
    if word.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return Shape::Other;
    }
    let word = bare(word);
    let (mut capitals, mut digits) = (0, false);
    for letter in word.chars() {
        match letter {
            _ if letter.is_uppercase() => capitals += 1,
            _ if letter.is_numeric() => digits = true,
            _ if letter.is_alphabetic() => return Shape::Other,
            '-' | '\u{ad}' | '\u{2011}' => {}
            _ if capitals > 0 => return Shape::Other,
            _ => {}
        }
    }
    match (capitals, digits) {
        (0, _) => Shape::Neutral,
        (_, true) => Shape::Other,
        (1, _) => Shape::Neutral,
        _ if word.bytes().all(|byte| b"IVXLCDM".contains(&byte)) => Shape::Neutral,
        _ => Shape::Capitals,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, heading: bool) -> Option<&str> {
        shouted(text, heading).map(|range| &text[range])
    }

    #[test]
    fn passages_in_capitals() {
        for (text, expected) in [
            ("LÄS DETTA FÖRST", "LÄS DETTA FÖRST"),
            ("Obs! DET ÄR FÖRBJUDET att", "DET ÄR FÖRBJUDET"),
            ("Detta är VIKTIGT ATT VETA, säger vi.", "VIKTIGT ATT VETA"),
            ("SUNDHAMRA KOMMUNS STYRDOKUMENT", "SUNDHAMRA KOMMUNS STYRDOKUMENT"),
            ("HUNDAR SKA HÅLLAS KOPPLADE. ALLTID!", "HUNDAR SKA HÅLLAS KOPPLADE. ALLTID"),
            ("(KOMMUNFULLMÄKTIGE BESLUTAR – 2 § – ATT)", "KOMMUNFULLMÄKTIGE BESLUTAR – 2 § – ATT"),
            ("IT-POLICY FÖR ALLA", "IT-POLICY FÖR ALLA"),
            ("YOU MUST NOT smoke", "YOU MUST NOT"),
        ] {
            assert_eq!(run(text, false), Some(expected), "{text}");
        }
        for text in ["ALLMÄNNA BESTÄMMELSER", "1 SYFTE OCH MÅL", "KAPITEL II INLEDANDE BESTÄMMELSER"] {
            assert!(run(text, true).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_written_in_capitals_for_good_reason() {
        for text in [
            "",
            "KS, SKR, GDPR och IT",
            "KS, BUN, SN, SBN, KF, KSAU",
            "SOU, SOSFS, HSLF-FS, NJA, RÅ, HFD",
            "UNESCO, UNICEF, FRONTEX",
            "KS 2024/123, KS 2025/7",
            "Dnr KS-2024-00123 KSAU § 12",
            "SS-EN ISO IEC 27001",
            "EN 301 549 V3.2.1",
            "kapitel I, II, III, IV, V, VI, VII",
            "COVID-19 SARS-COV-2 A4 A3",
            "I A B C D E F",
            "BESLUTAR KOMMUNFULLMÄKTIGE att",
            "ASTRID LINDGREN skrev",
            "EU och FN, EU, FN, WHO, OECD, NATO",
            "IT/OT-system och PDF/A-format",
            "Å Ä Ö Å Ä Ö",
            "123 456 789",
            "MBL, LAS, AML, ATL samt DSO",
            "ÅÅÅÅ-MM-DD",
        ] {
            assert_eq!(run(text, false), None, "{text}");
        }
        for text in
            ["SYFTE", "GDPR", "KS AU", "BILAGA A", "IV INLEDNING", "UNESCO UNICEF", "IT-policy", "SKR EU"]
        {
            assert_eq!(run(text, true), None, "{text}");
        }
    }
}
