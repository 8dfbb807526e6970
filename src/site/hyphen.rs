//! Where long Swedish compounds may be parted: at the joints, by soft hyphens. For headings and titles
//! alone, which are large and stand in narrow columns; a browser without a Swedish dictionary would
//! part them anywhere, or not at all. The words of texts, titles of windows and data stay as they are.

/// Shorter words fit on a line of any screen, also where letters are twice as large.
const LONG: usize = 12;

/// No fewer letters stand before a joint.
const BEFORE: usize = 4;

/// What compounds in names of bodies and documents are made of, after their first part.
const PARTS: [&str; 35] = [
    "anläggning",
    "användning",
    "byggnad",
    "delegation",
    "dokument",
    "fattning",
    "fullmäktige",
    "föreskrift",
    "förvaltning",
    "försörjning",
    "hantering",
    "klassning",
    "klassificering",
    "modell",
    "nämnd",
    "ordning",
    "plan",
    "planering",
    "policy",
    "politisk",
    "program",
    "redogörelse",
    "reglemente",
    "riktlinje",
    "strategi",
    "styrelse",
    "summor",
    "säkerhet",
    "underhåll",
    "upplåtelse",
    "upphandling",
    "utbildning",
    "utveckling",
    "verksamhet",
    "version",
];

/// A text with soft hyphens at the joints of its long words.
pub fn part(text: &str) -> String {
    text.split_inclusive(|letter: char| !letter.is_alphabetic()).map(part_word).collect()
}

fn part_word(word: &str) -> String {
    let lower = word.to_lowercase();
    if word.chars().count() < LONG || lower.len() != word.len() {
        return word.to_owned();
    }
    let mut joints: Vec<usize> = PARTS.iter().filter_map(|part| lower.rfind(part)).collect();
    joints.sort_unstable();
    joints.dedup();
    let mut parted = String::with_capacity(word.len() + 4);
    let mut from = 0;
    for joint in joints {
        if word[from..joint].chars().count() >= BEFORE {
            parted.push_str(&word[from..joint]);
            parted.push('\u{ad}');
            from = joint;
        }
    }
    parted + &word[from..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_compounds_are_parted_at_their_joints() {
        for (word, parted) in [
            ("Informationssäkerhetspolicy", "Informations|säkerhets|policy"),
            ("Samhällsbyggnadsnämnden", "Samhälls|byggnads|nämnden"),
            ("Kommunfullmäktige 9 april", "Kommun|fullmäktige 9 april"),
            ("IT-plan för barn- och utbildningsnämnden", "IT-plan för barn- och utbildnings|nämnden"),
            ("Digitaliseringsprogram", "Digitaliserings|program"),
            ("Arkivversioner och kontrollsummor", "Arkiv|versioner och kontroll|summor"),
            ("IT-policy", "IT-policy"),
            ("", ""),
        ] {
            assert_eq!(part(word).replace('\u{ad}', "|"), parted);
        }
    }
}
