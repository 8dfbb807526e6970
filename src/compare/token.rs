//! Words as they are compared: where one begins and ends, and which are the same.
//!
//! A word is what UAX #29 says, but joined at hyphens ("IT-policy") and, for amounts, at the
//! space of thousands ("12 500"): nobody reads or hears a half of one. Two words are the same
//! whatever their typography: soft hyphens, kinds of dashes, quotes and spaces do not count.

use std::borrow::Cow;
use std::collections::HashMap;

use icu_normalizer::ComposingNormalizerBorrowed;
use unicode_segmentation::UnicodeSegmentation;

/// A word, a sign or an image, as it stands in the HTML.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'h> {
    /// As it is written, escaped.
    pub(crate) raw: &'h str,
    /// What stands before it.
    pub(crate) lead: Lead<'h>,
    /// The inline markup round it: a number in [`Text::styles`](crate::compare::markup::Text), from 1; 0 for none.
    pub(crate) style: u32,
    /// Equal for words that are the same.
    pub(crate) key: u32,
    pub(crate) kind: TokenKind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Word,
    /// Punctuation, or an image.
    Sign,
    /// The number of a heading.
    Number,
    /// The number of a footnote: not part of what the text says.
    NoteMark,
    /// A word for listeners alone.
    Spoken,
}

/// The white space before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lead<'h> {
    /// It follows directly.
    None,
    /// It is the first of its block.
    Start,
    Space,
    /// A break of the line that the author wants; whether white space stands beside it.
    Break(bool),
    /// White space that counts, within code.
    Kept(&'h str),
}

impl Lead<'_> {
    /// Whether white space parts it from the word before.
    pub(crate) fn is_spaced(self) -> bool {
        !matches!(self, Self::None | Self::Break(false))
    }
}

/// Gives equal words equal numbers, in both texts.
#[derive(Default)]
pub(crate) struct Vocabulary {
    numbers: HashMap<String, u32>,
}

impl Vocabulary {
    /// The number of a word, whatever its typography.
    pub(crate) fn number(&mut self, raw: &str) -> u32 {
        let plain = plain(raw);
        if let Some(number) = self.numbers.get(plain.as_ref()) {
            return *number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.insert(plain.into_owned(), number);
        number
    }
}

/// A word without its typography.
pub(crate) fn plain(raw: &str) -> Cow<'_, str> {
    // Nearly every Swedish word: nothing to undo, and half of the time of reading a text saved.
    if !raw.contains('&') && plain_length(raw) == raw.len() || raw.len() == 1 {
        return Cow::Borrowed(raw);
    }
    let text = unescape(raw);
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&text);
    Cow::Owned(composed.chars().filter_map(typographic).collect())
}

/// The sign that stands for all that look alike; nothing for those that nobody sees.
fn typographic(sign: char) -> Option<char> {
    Some(match sign {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => return None,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\t' | '\n' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‘' | '’' | '‚' | '‛' | '′' => '\'',
        other => other,
    })
}

/// Undoes escaping, as far as rendered text is escaped.
pub(crate) fn unescape(raw: &str) -> Cow<'_, str> {
    if !raw.contains('&') {
        return Cow::Borrowed(raw);
    }
    let signs = [("&nbsp;", "\u{a0}"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    Cow::Owned(signs.iter().fold(raw.to_owned(), |text, (entity, sign)| text.replace(entity, sign)))
}

/// A piece of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'h> {
    Space(&'h str),
    Word(&'h str),
    Sign(&'h str),
}

/// Cuts a stretch of escaped text without markup into words, signs and white space.
pub(crate) fn cut(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = at + first(&text[at..]);
        let piece = &text[at..end];
        let seen = unescape(piece);
        if plain_length(piece) > 0 {
            pieces.push(Piece::Word(piece));
        } else if seen.chars().all(is_space) {
            pieces.push(Piece::Space(piece));
        } else if seen.chars().any(says_something) {
            pieces.push(Piece::Word(piece));
        } else {
            pieces.push(Piece::Sign(piece));
        }
        at = end;
    }
    pieces
}

/// Whether a sign is read as a word: letters, digits, and "%", "€", "<", "☑" as well; not what only sets off.
fn says_something(sign: char) -> bool {
    let sets_off =
        ".,:;!?()[]{}\"'`*_~|/\\-–—‑‐−…·•”“„«»’‘‚§¶†↩\u{fe0e}\u{ad}\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}";
    sign.is_alphanumeric() || !(is_space(sign) || sign.is_control() || sets_off.contains(sign))
}

fn is_space(sign: char) -> bool {
    sign.is_whitespace() || sign == '\u{200b}'
}

/// The length of the first piece.
fn first(text: &str) -> usize {
    if text.starts_with('&') {
        return text.find(';').map_or(1, |end| end + 1);
    }
    let spaces = text.len() - text.trim_start_matches(is_space).len();
    if spaces > 0 {
        return spaces;
    }
    let mut end = bound(text);
    if !text[..end].contains(char::is_alphanumeric) {
        return end;
    }
    while let Some(more) = joined(&text[..end], &text[end..]) {
        end += more;
    }
    end
}

/// The length of the first word, sign or space that UAX #29 sees.
fn bound(text: &str) -> usize {
    simple_bound(text).unwrap_or_else(|| text.split_word_bounds().next().map_or(text.len(), str::len))
}

/// The same where it can be told at a glance: Swedish letters and digits up to an ASCII sign that joins
/// nothing. The tables of Unicode are asked for all else; they take ten times as long.
fn simple_bound(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let end = plain_length(text);
    let next = bytes.get(end).copied();
    if end == 0 {
        let alone = next.is_some_and(|sign| sign.is_ascii_punctuation() && sign != b'_');
        return (alone && bytes.get(1).is_none_or(u8::is_ascii)).then_some(1);
    }
    match next {
        None => Some(end),
        // These join what follows to what stands before: "3.2", "t.ex", "EU:s".
        Some(b'.' | b',' | b':' | b';' | b'\'') => bytes
            .get(end + 1)
            .is_none_or(|after| after.is_ascii() && !after.is_ascii_alphanumeric())
            .then_some(end),
        Some(sign) => (sign.is_ascii() && sign != b'_').then_some(end),
    }
}

/// How many bytes of ASCII letters, digits and the letters of Latin-1 a text begins with.
fn plain_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            0xC3 if !matches!(bytes[at + 1], 0x97 | 0xB7) => at += 2,
            byte if byte.is_ascii_alphanumeric() => at += 1,
            _ => break,
        }
    }
    at
}

/// How much of what follows belongs to a word: a hyphen and the next word, or three digits of an amount.
fn joined(word: &str, rest: &str) -> Option<usize> {
    let sign = rest.chars().next()?;
    let after = &rest[sign.len_utf8()..];
    let next = &after[..bound(after)];
    let is_word = next.starts_with(char::is_alphanumeric);
    let joins = match sign {
        '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' => is_word,
        ':' | '/' | '.' => is_word && word.ends_with(|it: char| it.is_ascii_digit()) && is_digits(next),
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => is_amount(word) && next.len() == 3 && is_digits(next),
        _ => false,
    };
    joins.then(|| sign.len_utf8() + next.len())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// "999 999 999": no longer word takes another three digits.
const LONGEST_AMOUNT: usize = 11;

/// Whether a word is the beginning of an amount: one to three digits, then groups of three.
fn is_amount(word: &str) -> bool {
    // More groups than a milliard has are numbers in a row.
    if word.chars().count() > LONGEST_AMOUNT {
        return false;
    }
    let mut groups = word.split([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    groups.next().is_some_and(|group| group.len() <= 3 && is_digits(group))
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let word = |piece: Piece<'static>| match piece {
            Piece::Word(word) | Piece::Sign(word) => Some(word),
            Piece::Space(_) => None,
        };
        let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
        cut(text).into_iter().filter_map(word).collect()
    }

    #[test]
    fn words_are_whole() {
        assert_eq!(words("IT-policyn, KS 2019/42."), ["IT-policyn", ",", "KS", "2019/42", "."]);
        assert_eq!(words("12 500 kr"), ["12 500", "kr"]);
        assert_eq!(words("år 2024 300 kr"), ["år", "2024", "300", "kr"]);
        assert_eq!(
            words("1\u{a0}250\u{a0}000 kr (3,5 %)"),
            ["1\u{a0}250\u{a0}000", "kr", "(", "3,5", "%", ")"]
        );
        assert_eq!(
            words("&quot;R&amp;D&quot; kl. 14:30"),
            ["&quot;", "R", "&amp;", "D", "&quot;", "kl", ".", "14:30"]
        );
        assert_eq!(words("4 kap. 3 §"), ["4", "kap", ".", "3", "§"]);
        assert_eq!(words("under 2008–2011 – sedan"), ["under", "2008–2011", "–", "sedan"]);
    }

    proptest::proptest! {
        #[test]
        fn what_is_told_at_a_glance_is_what_unicode_says(text in "[a-zåäöÅÉ0-9 .,:;'_()§%×÷\u{ad}\u{301}–“-]{1,12}") {
            if let Some(end) = simple_bound(&text) {
                assert_eq!(text.split_word_bounds().next(), Some(&text[..end]), "{text:?}");
            }
        }
    }

    #[test]
    fn typography_makes_no_other_word() {
        let mut words = Vocabulary::default();
        for (one, other) in [
            ("styr\u{ad}dokument", "styrdokument"),
            ("12\u{a0}500", "12 500"),
            ("”", "&quot;"),
            ("IT\u{2011}policy", "IT-policy"),
            ("2008–2011", "2008-2011"),
            ("a\u{30a}tga\u{308}rd", "åtgärd"),
        ] {
            assert_eq!(words.number(one), words.number(other), "{one}");
        }
        assert_ne!(words.number("ska"), words.number("skall"));
        assert_ne!(words.number("Ska"), words.number("ska"));
    }
}
