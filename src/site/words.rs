//! The words of the pages: one Fluent catalogue for each language, the theme's own words on top.
//! An unknown key is an error, never a page with the key printed on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::{ResolverError, errors::ReferenceKind};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use tera::{Kwargs, State, Tera, Value};
use unic_langid::LanguageIdentifier;

use crate::base::date::{Approx, Precision};
use crate::base::fault::{Code, Fault, nearest};
use crate::base::path::SitePath;
use crate::base::text::Text;
use crate::site::parts::DateView;

/// The languages that stadga speaks, the first where nothing else is said.
pub const LANGUAGES: [&str; 2] = ["sv", "en"];

const BUILT_IN: [&str; 2] = [
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/standard/messages/sv.ftl")),
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/standard/messages/en.ftl")),
];

/// What is put into a message.
pub type Arg<'a> = FluentValue<'a>;

/// The catalogue of one language.
pub struct Words {
    lang: &'static str,
    bundle: FluentBundle<FluentResource>,
    /// The messages without arguments, finished: most of what pages say.
    plain: BTreeMap<String, String>,
}

/// Why a message could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordFault {
    /// No message has this key.
    Unknown,
    /// The message needs this argument, or refers to this message.
    Lacks(String),
}

impl Words {
    /// The words of a language as they are built in; Swedish for a language that stadga does not speak.
    pub fn built_in(lang: &str) -> Self {
        let at = LANGUAGES.iter().position(|known| *known == primary(lang)).unwrap_or(0);
        let id: LanguageIdentifier = LANGUAGES[at].parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(if at == 0 { swedish_number } else { english_number }));
        let resource = FluentResource::try_new(BUILT_IN[at].to_owned());
        bundle.add_resource_overriding(resource.unwrap_or_else(|(resource, _)| resource));
        let mut words = Self { lang: LANGUAGES[at], bundle, plain: BTreeMap::new() };
        words.finish(BUILT_IN[at]);
        words
    }

    /// Finishes the messages of a source that ask for nothing.
    fn finish(&mut self, source: &str) {
        for (_, key) in keys(source) {
            self.plain.remove(key);
            if let Ok(text) = self.look_up(key, &FluentArgs::new()) {
                self.plain.insert(key.to_owned(), text);
            }
        }
    }

    /// Puts the theme's own messages on top; every message that cannot work is a fault.
    pub fn add(&mut self, path: &SitePath, text: &Text) -> Vec<Fault> {
        let source = text.as_str();
        let (resource, mut faults) = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => {
                let fault =
                    |range| Fault::new(Code::Catalogue).at_range(path, range).with("problem", "syntax");
                (resource, errors.into_iter().map(|error| fault(error.pos)).collect())
            }
        };
        let before: Vec<_> = keys(source)
            .map(|(at, key)| (at, key.to_owned(), self.bundle.has_message(key), self.wants(key)))
            .collect();
        self.bundle.add_resource_overriding(resource);
        // A built-in message may refer to one that was just replaced.
        self.finish(BUILT_IN[usize::from(self.lang != LANGUAGES[0])]);
        self.finish(source);
        for (at, key, known, allowed) in before {
            // A message of the theme's own templates may ask for what it likes.
            for name in self.wants(&key).difference(&allowed).filter(|_| known) {
                let fault = Fault::new(Code::Catalogue).at_range(path, at..at + key.len());
                faults.push(fault.with("problem", "argument").with("key", &key).with("name", name));
            }
        }
        faults
    }

    /// The language spoken: `sv` or `en`.
    pub fn lang(&self) -> &'static str {
        self.lang
    }

    /// Whether there is such a message.
    pub fn knows(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The messages that need no arguments, finished.
    pub fn plain(&self) -> &BTreeMap<String, String> {
        &self.plain
    }

    /// The built-in message whose key is most like this one.
    pub fn nearest(&self, key: &str) -> Option<&'static str> {
        nearest(key, keys(BUILT_IN[0]).map(|(_, known)| known))
    }

    /// A message of the built-in catalogue, with its arguments. Keys that the program asks for are
    /// held by a test, and a theme cannot take them away, so this always speaks.
    pub fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        if let Some(text) = self.plain.get(key) {
            return text.clone();
        }
        self.look_up(key, &args.iter().map(|(name, value)| (*name, value.clone())).collect()).unwrap_or_else(
            |fault| {
                debug_assert!(false, "message `{key}`: {fault}");
                key.to_owned()
            },
        )
    }

    /// A message that may not exist: what templates ask for.
    pub fn look_up(&self, key: &str, args: &FluentArgs<'_>) -> Result<String, WordFault> {
        if let Some(text) = self.plain.get(key) {
            return Ok(text.clone());
        }
        let pattern =
            self.bundle.get_message(key).and_then(|message| message.value()).ok_or(WordFault::Unknown)?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        errors.first().map_or(Ok(text), |error| Err(WordFault::Lacks(name_of(error))))
    }

    /// A date with the precision that is known, for people and for machines.
    pub fn date(&self, date: Approx) -> DateView {
        let year = format!("{}", date.first().year());
        let month = || self.text(&format!("month-{}", date.first().month()), &[]);
        let half = if date.first().month() == 1 { "date-spring" } else { "date-autumn" };
        let (text, iso) = match date.precision() {
            Precision::Day => {
                let day = date.first().day().to_string();
                let args = [("day", day.into()), ("month", month().into()), ("year", year.into())];
                (self.text("date-day", &args), date.ascii())
            }
            Precision::Month => {
                (self.text("date-month", &[("month", month().into()), ("year", year.into())]), date.ascii())
            }
            Precision::HalfYear => (self.text(half, &[("year", year.into())]), String::new()),
            Precision::Year => (year, date.ascii()),
        };
        DateView { iso, text }
    }

    /// "a", "a och b", "a, b och c".
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                self.text("list-and", &[("first", first.join(", ").into()), ("last", last.as_str().into())])
            }
        }
    }

    /// What a message cannot do without, seen by formatting it without anything.
    fn wants(&self, key: &str) -> BTreeSet<String> {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return BTreeSet::new();
        };
        let mut errors = Vec::new();
        let _ = self.bundle.format_pattern(pattern, None, &mut errors);
        errors.iter().map(name_of).collect()
    }
}

/// Gives templates `t(key="…", name=value)`.
pub(crate) fn speak(engine: &mut Tera, words: &Arc<Words>) {
    let words = Arc::clone(words);
    // Most messages on a page are always the same: they are made once.
    let plain: BTreeMap<_, _> =
        words.plain().iter().map(|(key, text)| (key.clone(), Value::normal_string(text))).collect();
    engine.register_function("t", move |kwargs: Kwargs, _: &State| -> tera::TeraResult<Value> {
        let key: &str = kwargs.must_get("key")?;
        if let Some(text) = plain.get(key) {
            return Ok(text.clone());
        }
        let mut args = FluentArgs::new();
        for (name, value) in kwargs.iter() {
            match (name.as_str().unwrap_or_default(), value.as_i64()) {
                ("key", _) => {}
                (name, Some(number)) => args.set(name.to_owned(), number),
                (name, None) => args.set(name.to_owned(), FluentValue::from(value.to_string())),
            }
        }
        let text = words.look_up(key, &args).map_err(|fault| {
            tera::Error::message(match fault {
                WordFault::Unknown => {
                    let near = words.nearest(key).map(|near| format!(" Available messages: {near}"));
                    format!(
                        "Message `{key}` is not in the catalogue `{}`.{}",
                        words.lang(),
                        near.unwrap_or_default()
                    )
                }
                WordFault::Lacks(name) => format!("Message `{key}` needs the argument `{name}`."),
            })
        })?;
        Ok(Value::normal_string(&text))
    });
}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Words({})", self.lang)
    }
}

impl fmt::Display for WordFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => out.write_str("no such message"),
            Self::Lacks(name) => write!(out, "lacks `{name}`"),
        }
    }
}

/// `en` of `en-GB`.
pub fn primary(lang: &str) -> &str {
    lang.split(['-', '_']).next().unwrap_or(lang)
}

/// Where a catalogue's messages begin, and their keys.
fn keys(source: &str) -> impl Iterator<Item = (usize, &str)> {
    source
        .split_inclusive('\n')
        .scan(0, |next, line| Some((std::mem::replace(next, *next + line.len()), line)))
        .filter_map(|(at, line)| {
            let (key, _) = line.split_once('=')?;
            let key = key.trim_end();
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            (key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.chars().all(plain))
                .then_some((at, key))
        })
}

fn name_of(error: &FluentError) -> String {
    match error {
        FluentError::ResolverError(ResolverError::Reference(
            ReferenceKind::Variable { id }
            | ReferenceKind::Message { id, .. }
            | ReferenceKind::Term { id, .. }
            | ReferenceKind::Function { id },
        )) => id.clone(),
        other => other.to_string(),
    }
}

/// 9999 and 10 000, with a space that no line breaks at.
fn swedish_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, 10_000, '\u{a0}')
}

/// 999 and 1,000.
fn english_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, 1_000, ',')
}

fn grouped(value: &FluentValue<'_>, from: u64, mark: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    let plain: u64 = digits.parse().ok()?;
    if plain < from {
        return None;
    }
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::theme_files::STANDARD;

    #[test]
    fn both_catalogues_are_sound_and_have_the_same_keys() {
        let [sv, en] = BUILT_IN.map(|source| {
            assert!(FluentResource::try_new(source.to_owned()).is_ok());
            keys(source).map(|(_, key)| key).collect::<Vec<_>>()
        });
        assert_eq!(sv, en);
        assert_eq!(sv.iter().collect::<BTreeSet<_>>().len(), sv.len(), "a key stands twice");
        let (swedish, english) = (Words::built_in("sv"), Words::built_in("en"));
        for key in sv {
            assert_eq!(swedish.wants(key), english.wants(key), "{key}");
        }
    }

    #[test]
    fn dates_keep_their_precision() {
        let words = Words::built_in("sv");
        let date = |text| words.date(Approx::parse(text).unwrap());
        assert_eq!(date("2014-04-09").text, "9 april 2014");
        assert_eq!(date("2014-04").text, "april 2014");
        assert_eq!(date("HT 2014").text, "hösten 2014");
        assert_eq!(date("HT 2014").iso, "");
        assert_eq!(date("2014").text, "2014");
        assert_eq!(Words::built_in("en-GB").date(Approx::parse("2014-04-09").unwrap()).text, "9 April 2014");
    }

    #[test]
    fn numbers_lists_and_plurals_are_as_the_language_wants() {
        let words = Words::built_in("sv");
        assert_eq!(words.text("count-documents", &[("n", 1.into())]), "1 dokument");
        assert_eq!(words.text("count-documents", &[("n", 12_345.into())]), "12\u{a0}345 dokument");
        assert_eq!(words.text("count-wordings", &[("n", 1.into())]), "1 lydelse");
        assert_eq!(words.text("count-wordings", &[("n", 3.into())]), "3 lydelser");
        assert_eq!(words.list(&["a".into(), "b".into(), "c".into()]), "a, b och c");
    }

    #[test]
    fn an_unknown_key_and_a_missing_argument_are_faults() {
        let words = Words::built_in("sv");
        assert_eq!(words.look_up("no-such-key", &FluentArgs::new()), Err(WordFault::Unknown));
        assert_eq!(words.look_up("count-wordings", &FluentArgs::new()), Err(WordFault::Lacks("n".into())));
    }

    #[test]
    fn a_themes_words_win_and_its_mistakes_are_named() {
        let path = SitePath::new("themes/x/messages/sv.ftl");
        let mut words = Words::built_in("sv");
        assert_eq!(words.add(&path, &Text::new("text-size = Bokstäver\negen = { $vad }\n")), []);
        assert_eq!(words.text("text-size", &[]), "Bokstäver");
        let faults = words.add(&path, &Text::new("# om\ncount-wordings = { $antal } st\n"));
        assert_eq!(faults[0].argument("name"), Some("antal"));
        assert_eq!(faults[0].place.as_ref().unwrap().range, Some((5, 19)));
        let faults = words.add(&path, &Text::new("text-size = { $ \n"));
        assert_eq!((faults.len(), faults[0].code), (1, Code::Catalogue));
    }

    /// What the reader can choose in the panel, as base.html puts its messages together.
    const CHOICES: [&str; 10] = [
        "spacing-normal",
        "spacing-wide",
        "spacing-wider",
        "width-narrow",
        "width-normal",
        "width-wide",
        "theme-auto",
        "theme-light",
        "theme-dark",
        "theme-contrast",
    ];

    #[test]
    fn every_message_that_templates_ask_for_exists() {
        let words = Words::built_in("sv");
        for file in STANDARD.files().filter(|file| file.path().to_string_lossy() != "robots.txt") {
            for call in file.contents_utf8().unwrap().split("t(key=\"").skip(1) {
                let (key, rest) = call.split_once('"').unwrap();
                let rest = rest.split(')').next().unwrap();
                let sections: &[&str] = match key {
                    _ if !rest.starts_with(" ~") => &[""],
                    "menu-" => &["register", "overview", "timeline"],
                    "adjust-" if rest.contains("~ value") => &CHOICES,
                    "adjust-" => &["spacing", "width", "theme"],
                    other => panic!("which keys begin with {other}?"),
                };
                let keys = sections.iter().map(|section| format!("{key}{section}"));
                for key in keys {
                    assert!(words.knows(&key), "{key} in {:?}", file.path());
                }
            }
        }
    }
}
