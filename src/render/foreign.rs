//! Which language a passage is in, told by its small words, and only where there is no doubt: a
//! passage in another language than the page says is read aloud with the wrong sounds.

use crate::render::passage::{bare, words};

/// A language that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    Swedish,
    English,
}

/// Fewer words are a name, a title or a quotation, and tell too little.
const FEWEST_WORDS: usize = 12;
/// Of all words, at least one of so many must be a small word of the language.
const ONE_IN: usize = 8;
const FEWEST_SMALL: usize = 3;
const LONGEST_SMALL: usize = 6;

impl Tongue {
    /// The language of a tag: `sv`, `en-gb`, and easy Swedish.
    pub(crate) fn of_tag(tag: &str) -> Option<Self> {
        match tag.split('-').next()? {
            "sv" | "lattlast" => Some(Self::Swedish),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// Whose small word it is. Words that both have, and abbreviations that look like one (IT, EN,
    /// WHO), are nobody's.
    fn of_word(word: &str) -> Option<Self> {
        match word {
            "och" | "att" | "det" | "som" | "är" | "av" | "för" | "på" | "inte" | "ska" | "skall" | "ett"
            | "från" | "eller" | "vid" | "med" | "om" | "kan" | "har" | "samt" | "där" | "när" | "efter"
            | "mellan" | "också" | "detta" | "denna" | "dessa" | "sina" | "sitt" => Some(Self::Swedish),
            "the" | "of" | "and" | "to" | "that" | "with" | "this" | "which" | "shall" | "have" | "has"
            | "from" | "are" | "not" | "or" | "its" | "their" | "must" | "should" | "these" | "those"
            | "was" | "were" | "been" | "our" | "your" | "they" | "there" => Some(Self::English),
            _ => None,
        }
    }
}

/// The language of a passage, if there is no doubt.
pub(crate) fn tongue(text: &str) -> Option<Tongue> {
    let (mut all, mut swedish, mut english) = (0, 0, 0);
    for (_, word) in words(text) {
        let word = bare(word);
        all += usize::from(word.chars().any(char::is_alphabetic));
        match small(word, &mut [0; LONGEST_SMALL]).and_then(Tongue::of_word) {
            Some(Tongue::Swedish) => swedish += 1,
            Some(Tongue::English) => english += 1,
            None => {}
        }
    }
    let is = |own: usize, other: usize| other == 0 && own >= FEWEST_SMALL && own * ONE_IN >= all;
    match all {
        ..FEWEST_WORDS => None,
        _ if is(swedish, english) => Some(Tongue::Swedish),
        _ if is(english, swedish) => Some(Tongue::English),
        _ => None,
    }
}

/// A word short enough to be a small one, in small letters.
fn small<'a>(word: &str, space: &'a mut [u8; LONGEST_SMALL]) -> Option<&'a str> {
    let space = space.get_mut(..word.len())?;
    space.copy_from_slice(word.as_bytes());
    space.make_ascii_lowercase();
    std::str::from_utf8(space).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SWEDISH: [&str; 4] = [
        "Kommunen ska vara en plats där det är lätt att leva, arbeta och åldras i trygghet.",
        "Policyn gäller för alla nämnder och bolag. IT är ett stöd i arbetet, och WHO:s råd följs.",
        "Den som hyr ut lokaler åt föreningar ska se till att lokalerna är städade och att nycklar lämnas.",
        "Nämnden beslutar om taxor och avgifter samt följer upp verksamheten enligt EN 301 549 varje år.",
    ];
    const ENGLISH: [&str; 3] = [
        "In 2040, everything in the municipality of Sundhamra is close to those who live there.",
        "The policy applies to all committees and companies. Questions are answered by the registrar.",
        "Residents should be able to read the decisions that have been made, and to know what they mean.",
    ];
    /// Long enough, and in doubt.
    const NEITHER: [&str; 8] = [
        "Kommunen har antagit The European Charter of Local Self-Government and the Code of Good Practice to follow.",
        "Kommunfullmäktige, kommunstyrelsen, socialnämnden, byggnadsnämnden, valnämnden, kulturnämnden, fritidsnämnden, \
         miljönämnden, utbildningsnämnden, överförmyndarnämnden, krisledningsnämnden, revisorerna, valberedningen",
        "Microsoft Teams, Cisco Webex, Google Meet, Zoom, Jitsi, Slack, Mattermost, Signal, Skype, Element, Rocket, Discord",
        "Alice Svensson, Erik Lindgren, Olle Berg, Maja Ek, Nils Holm, Karin Ask, Sven Al, Eva Alm",
        "Kunnan on annettava asukkaille tietoa päätöksistä ja palveluista suomen kielellä aina kun se on mahdollista.",
        "De gemeente is verantwoordelijk voor de zorg, en we zijn op weg naar een beter beleid in de stad.",
        "Die Gemeinde ist verantwortlich für die Schulen, die Straßen und das Wasser in der Stadt und auf dem Land.",
        "Information security management systems: requirements. Cloud services. Privacy. Guidelines. Vocabulary. Controls. Risk.",
    ];

    #[test]
    fn a_passage_is_told_by_its_small_words() {
        for (texts, expected) in
            [(&SWEDISH[..], Some(Tongue::Swedish)), (&ENGLISH, Some(Tongue::English)), (&NEITHER, None)]
        {
            for text in texts {
                assert_eq!(tongue(text), expected, "{text}");
            }
        }
    }

    #[test]
    fn what_is_too_short_is_not_judged() {
        for text in [
            "",
            "The Internet of Things and the law of the land",
            "1 2 3 4 5 6 7 8 9 10 11 12 – – the of and",
        ] {
            assert_eq!(tongue(text), None, "{text}");
        }
    }

    #[test]
    fn a_tag_says_which_language_a_page_is_in() {
        let tongues = ["sv", "sv-fi", "lattlast", "en", "en-gb", "fi", "", "enm"].map(Tongue::of_tag);
        let (sv, en) = (Some(Tongue::Swedish), Some(Tongue::English));
        assert_eq!(tongues, [sv, sv, sv, en, en, None, None, None]);
    }
}
