//! Sorting as a language does: in Swedish å, ä and ö come last; everywhere 2 comes before 10.

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

use crate::model::config::Lang;

/// Makes keys that sort as the language's readers expect.
pub struct Collation(Option<CollatorBorrowed<'static>>);

impl Collation {
    /// The order of a language.
    pub fn new(lang: Lang) -> Self {
        let locale = match lang {
            Lang::Sv => locale!("sv"),
            Lang::En => locale!("en"),
        };
        let mut preferences = CollatorPreferences::from(&locale);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        Self(CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok())
    }

    /// A key for sorting; texts that sort alike are told apart by themselves.
    pub fn key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::new();
        if let Some(collator) = &self.0 {
            // Writing to a Vec cannot fail.
            let _ = collator.write_sort_key_to(text, &mut key);
        }
        key.push(0);
        key.extend_from_slice(text.as_bytes());
        key
    }

    /// The heading that a text stands under in a list by letter.
    pub fn letter(text: &str) -> String {
        let first = text.chars().find(|letter| letter.is_alphanumeric());
        match first {
            Some(letter) if letter.is_alphabetic() => letter.to_uppercase().take(1).collect(),
            _ => "#".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_come_last_and_numbers_count() {
        let collation = Collation::new(Lang::Sv);
        let mut words = ["Ö", "Åtgärd", "ärende", "Zon", "adel", "Plan 10", "Plan 2"];
        words.sort_by_key(|word| collation.key(word));
        assert_eq!(words, ["adel", "Plan 2", "Plan 10", "Zon", "Åtgärd", "ärende", "Ö"]);
    }
}
