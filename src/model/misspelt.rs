//! Which key was meant by a name that is none, and how sure that is.

use std::ops::Range;

use strsim::damerau_levenshtein;
use toml::Spanned;
use toml::de::DeValue;

use crate::base::fault::nearest;
use crate::model::keys::Key;

/// A key that may have been meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meant {
    /// How the author would write it.
    pub name: &'static str,
    /// No other key comes near, so a machine may correct it.
    pub sure: bool,
}

/// What people write on the older document, where the relation is stored on the newer one. It comes
/// near the key that says the very opposite.
const INVERSES: [&str; 6] =
    ["ersattav", "ersattsav", "genomforsav", "genomfordav", "replacedby", "implementedby"];

/// The key that a misspelt name may mean: one of those that the table may hold, rather one that it
/// does not hold yet.
pub fn meant(written: &str, allowed: &[Key], given: &[Key], swedish: bool) -> Option<Meant> {
    let free: Vec<Key> = allowed.iter().filter(|key| !given.contains(key)).copied().collect();
    let word = folded(written);
    if INVERSES.contains(&word.as_str()) {
        return None;
    }
    let mut near: Vec<(usize, bool, &'static str, Key)> = free
        .iter()
        .flat_map(|key| [(key.en, false), (key.sv, true)].map(|(name, is_swedish)| (name, is_swedish, *key)))
        .map(|(name, is_swedish, key)| {
            (damerau_levenshtein(&word, &folded(name)), is_swedish != swedish, name, key)
        })
        .collect();
    near.sort_by_key(|(distance, foreign, name, _)| (*distance, *foreign, *name));
    if let Some((distance, _, name, key)) = near.first().copied() {
        let slips = distance * 4 <= word.chars().count();
        let next = near.iter().find(|(.., other)| *other != key).map_or(usize::MAX, |it| it.0);
        let taken = given.iter().flat_map(|key| [key.en, key.sv]);
        let next = taken.map(|name| damerau_levenshtein(&word, &folded(name))).fold(next, usize::min);
        if distance == 0 || (slips && next > distance + 1) {
            return Some(Meant { name, sure: true });
        }
    }
    let likely = |keys: &[Key]| {
        let own = nearest(written, keys.iter().map(|key| if swedish { key.sv } else { key.en }));
        own.or_else(|| nearest(written, keys.iter().flat_map(|key| [key.en, key.sv])))
    };
    likely(&free).or_else(|| likely(allowed)).map(|name| Meant { name, sure: false })
}

/// A name without what people leave out or add: capitals, dots and rings, signs between words.
fn folded(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .filter(|letter| !"_- .".contains(*letter))
        .map(|letter| match letter {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            other => other,
        })
        .collect()
}

/// Every place where a key is written: once, or in the header of each of its tables. `None` if
/// another name would not be enough.
pub fn places(toml: &str, name: Range<usize>, value: &Spanned<DeValue>) -> Option<Vec<Range<usize>>> {
    let mut headers = Vec::new();
    if !gather_headers(toml, value, &mut headers) {
        return None;
    }
    let written = toml.get(name.clone())?;
    let mut places = vec![name.clone()];
    for header in headers.iter().filter(|_| headers.len() > 1) {
        let text = toml.get(header.clone())?;
        let lead = text.len() - text.trim_start_matches(['[', ' ', '\t']).len();
        let ends = text[lead..].strip_prefix(written)?.trim_start().starts_with(['.', ']']);
        let start = header.start + lead;
        // In `[[a.b]]` only the outermost name is looked for.
        if !ends || (header.contains(&name.start) && start != name.start) {
            return None;
        }
        if start != name.start {
            places.push(start..start + written.len());
        }
    }
    Some(places)
}

/// The headers of a value's tables: `[a]`, `[a.b]`, `[[a]]`. False if some of it is written as `a.b = 1`.
fn gather_headers(toml: &str, value: &Spanned<DeValue>, headers: &mut Vec<Range<usize>>) -> bool {
    let begins = |sign: char| toml.get(value.span()).is_some_and(|text| text.starts_with(sign));
    match value.get_ref() {
        DeValue::Array(items) => items.iter().all(|item| gather_headers(toml, item, headers)),
        DeValue::Table(table) if !begins('{') => {
            let own = begins('[');
            if own {
                headers.push(value.span());
            }
            table.iter().all(|(_, inner)| {
                let before = headers.len();
                gather_headers(toml, inner, headers) && (own || headers.len() > before)
            })
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::keys;
    use toml::de::DeTable;

    #[test]
    fn a_key_is_sure_where_no_other_comes_near() {
        let given = [keys::ADOPTED];
        for (written, given, expected) in [
            ("antagenav", &[][..], Some(("antagen_av", true))),
            ("titell", &[], Some(("titel", true))),
            ("gäller_till", &[], Some(("galler_till", true))),
            ("Adopted-By", &[], Some(("adopted_by", true))),
            ("adoptad", &[], Some(("adopted", true))),
            // Between two keys, or near one that is given already: a person must choose.
            ("galler_f", &[], Some(("galler_for", false))),
            ("galler_fan", &[], Some(("galler_fran", false))),
            ("adoptad", &given, Some(("adopted", false))),
            ("antagena", &given, Some(("antagen_av", false))),
            ("xyz", &[], None),
        ] {
            let found = meant(written, keys::OF_VERSION, given, true).map(|it| (it.name, it.sure));
            assert_eq!(found, expected, "{written}");
        }
    }

    #[test]
    fn a_key_is_found_in_each_header_of_its_tables() {
        let count = |toml: &str| {
            let table = DeTable::parse(toml).unwrap().into_inner();
            let (name, value) = table.iter().next().unwrap();
            places(toml, name.span(), value).map(|places| {
                assert!(places.iter().all(|it| &toml[it.clone()] == "a"), "{toml}");
                places.len()
            })
        };
        assert_eq!(count("a = 1"), Some(1));
        assert_eq!(count("a = { b = 1 }"), Some(1));
        assert_eq!(count("a = [{ b = 1 }, { b = 2 }]"), Some(1));
        assert_eq!(count("[a]\nb = 1"), Some(1));
        assert_eq!(count("[[a]]\nb = 1\n[[ a ]]\nb = '[[a]]'\n[a.c]\n"), Some(3));
        assert_eq!(count("[a.b]\n[a.c]\n"), Some(2));
        assert_eq!(count("a.b = 1\na.c = 2\n"), None);
        assert_eq!(count("[a.b]\nc.d = 1\n[a.c]\n"), None);
    }

    #[test]
    fn only_the_outermost_name_of_a_header_is_renamed() {
        let toml = "[[a]]\n[[a.a]]\nb = 1\n[[a.a]]\nb = 2\n";
        let table = DeTable::parse(toml).unwrap().into_inner();
        let items = table.iter().next().unwrap().1.get_ref().as_array().unwrap();
        let (name, value) = items[0].get_ref().as_table().unwrap().iter().next().unwrap();
        assert_eq!(places(toml, name.span(), value), None);
    }
}
