//! The words of stadga's own messages, in Swedish and English.
//! A message catalogue holds them, so that no other file has to know a language.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::base::fault::{Code, Fault, Rule};
use crate::model::config;

const SWEDISH: &str = include_str!("messages/sv.ftl");
const ENGLISH: &str = include_str!("messages/en.ftl");
const SWEDISH_KEYS: &str = include_str!("messages/keys/sv.ftl");
const ENGLISH_KEYS: &str = include_str!("messages/keys/en.ftl");

/// Arguments that a fault may leave out; a message asks for them with `[none]`.
const OPTIONAL: &[&str] = &[
    "adopted",
    "alias",
    "belongs",
    "fact",
    "file",
    "from",
    "from_key",
    "hint",
    "known",
    "missing",
    "nearest",
    "other",
    "table",
    "target",
    "template",
    "until",
    "until_key",
    "version",
];

/// How the parser's English begins, and the slip that is most often behind it. What is not
/// here is shown as the parser said it.
const TOML_SLIPS: &[(&str, &str)] = &[
    ("string values must be quoted", "unquoted"),
    ("invalid float", "unquoted"),
    ("invalid boolean", "unquoted"),
    ("invalid basic string", "unended"),
    ("invalid literal string", "unended"),
    ("key with no value", "no-equals"),
    ("missing assignment", "no-equals"),
    ("duplicate key", "twice"),
    ("invalid unquoted key", "letters"),
    ("unquoted keys cannot be empty", "letters"),
    ("unclosed", "bracket"),
    ("missing comma", "bracket"),
    ("missing opening quote", "unquoted"),
    ("unexpected leading zero", "unquoted"),
    ("invalid multi-line", "unended"),
    ("cannot extend", "twice"),
    ("unexpected key or value", "extra"),
    ("invalid date", "date"),
    ("missing escaped value", "backslash"),
];

/// A language that stadga speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Svenska.
    Swedish,
    /// English.
    English,
}

impl Language {
    /// The language of a tag or a locale: `sv`, `sv_SE.UTF-8`, `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_', '.', '@']).next()?.to_lowercase().as_str() {
            "sv" => Some(Self::Swedish),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// Its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }
}

/// A fault in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultWords {
    /// What is wrong.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// How to mend it.
    pub mend: String,
}

/// A value that a message names.
pub type Value<'a> = FluentValue<'a>;

/// The catalogue of one language.
pub struct Words {
    /// Its language.
    pub language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        static SV: LazyLock<Words> = LazyLock::new(|| Words::parse(Language::Swedish, SWEDISH));
        static EN: LazyLock<Words> = LazyLock::new(|| Words::parse(Language::English, ENGLISH));
        match language {
            Language::Swedish => &SV,
            Language::English => &EN,
        }
    }

    /// What the keys of front matter and `stadga.toml` are called and mean, in a language. A
    /// catalogue of its own: it is long, and few commands ask for it.
    pub fn of_keys(language: Language) -> &'static Self {
        static SV: LazyLock<Words> = LazyLock::new(|| Words::parse(Language::Swedish, SWEDISH_KEYS));
        static EN: LazyLock<Words> = LazyLock::new(|| Words::parse(Language::English, ENGLISH_KEYS));
        match language {
            Language::Swedish => &SV,
            Language::English => &EN,
        }
    }

    fn parse(language: Language, source: &str) -> Self {
        let locale: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        // The catalogues are compiled in and tested, so what can be read of them is all of them.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, faults)| {
            debug_assert!(faults.is_empty(), "{faults:?}");
            partial
        });
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false); // a terminal shows the marks as rubbish
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// A message, by its name: `closing`, or `S023.what` for a part of one.
    pub fn say(&self, id: &str, arguments: &[(&str, Value)]) -> String {
        let (text, faults) = self.format(id, arguments);
        debug_assert!(faults.is_empty(), "message {id}: {faults:?}");
        text
    }

    /// A message without arguments.
    pub fn text(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// A message without arguments that lives as long as the program: clap takes no other.
    pub fn label(&'static self, id: &str) -> &'static str {
        Box::leak(self.text(id).into_boxed_str())
    }

    /// A fault in this language.
    pub fn fault(&self, fault: &Fault) -> FaultWords {
        let mut arguments: Vec<(&str, Value)> =
            OPTIONAL.iter().map(|name| (*name, Value::from("none"))).collect();
        // Arguments come from files: no control character of theirs may reach the terminal.
        arguments.extend(fault.arguments.iter().map(|(name, value)| {
            let value: String = value.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
            let number = ["ratio", "demand"].contains(name).then(|| value.parse().ok()).flatten();
            (*name, Value::from(number.map_or(value, |number| self.decimal(number, 1))))
        }));
        if fault.code == Code::Toml {
            let message = fault.argument("message").unwrap_or_default();
            let slip = TOML_SLIPS.iter().find(|(start, _)| message.starts_with(start));
            arguments.push(("slip", slip.map_or("other", |(_, slip)| slip).into()));
            let settings = fault.place.as_ref().is_some_and(|it| it.path.as_str() == config::FILE);
            arguments.push(("place", if settings { "settings" } else { "text" }.into()));
        }
        let part = |name: &str| self.say(&format!("{}.{name}", fault.code.rule().number), &arguments);
        FaultWords { what: part("what"), why: part("why"), mend: part("mend") }
    }

    /// A rule in this language, with `…` for what only a fault knows.
    pub fn rule(&self, rule: &Rule) -> FaultWords {
        // The line above its message says what may be left out.
        let line = |line: &'static str| line.strip_prefix("# ")?.strip_prefix(rule.slug)?.strip_prefix(':');
        let names = SWEDISH.lines().find_map(line).unwrap_or_default().split(',');
        let optional = names.filter_map(|name| name.trim().strip_suffix('?'));
        let arguments: Vec<(&str, Value)> = optional.map(|name| (name, Value::from("none"))).collect();
        // Fluent shows an argument that it does not get as `{$name}`.
        let part = |name: &str| {
            let (text, _) = self.format(&format!("{}.{name}", rule.number), &arguments);
            let mut pieces = text.split("{$");
            let first = pieces.next().unwrap_or_default().to_owned();
            pieces.fold(first, |text, piece| text + "…" + piece.split_once('}').map_or("", |(_, rest)| rest))
        };
        FaultWords { what: part("what"), why: part("why"), mend: part("mend") }
    }

    /// A decimal number as the language writes it.
    pub fn decimal(&self, number: f64, digits: usize) -> String {
        let plain = format!("{number:.digits$}");
        match self.language {
            Language::Swedish => plain.replace('.', ","),
            Language::English => plain,
        }
    }

    fn format(&self, id: &str, arguments: &[(&str, Value)]) -> (String, Vec<FluentError>) {
        let (name, part) = id.split_once('.').map_or((id, None), |(name, part)| (name, Some(part)));
        let pattern = self.bundle.get_message(name).and_then(|message| match part {
            None => message.value(),
            Some(part) => message.get_attribute(part).map(|attribute| attribute.value()),
        });
        let Some(pattern) = pattern else {
            debug_assert!(false, "no message {id}");
            return (id.to_owned(), Vec::new());
        };
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            values.set(*name, value.clone());
        }
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut faults).into_owned();
        (text, faults)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::RULES;

    /// The comment above each message lists its arguments: `# unknown-key: key, nearest?`
    fn documented(source: &str, number: &str, slug: &str) -> Vec<String> {
        let at = source.find(&format!("\n{number} =")).unwrap_or_else(|| panic!("no message {number}"));
        let comment = source[..at].rsplit('\n').next().unwrap();
        let names = comment
            .strip_prefix(&format!("# {slug}:"))
            .unwrap_or_else(|| panic!("{number} lacks its comment: {comment}"));
        names.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
    }

    #[test]
    fn every_fault_has_all_its_words_in_both_languages() {
        for (language, source) in [(Language::Swedish, SWEDISH), (Language::English, ENGLISH)] {
            for rule in RULES {
                let names = documented(source, rule.number, rule.slug);
                assert_eq!(names, documented(SWEDISH, rule.number, rule.slug), "{}", rule.slug);
                for all in [true, false] {
                    let mut fault = Fault::new(rule.code);
                    for name in &names {
                        let optional = name.strip_suffix('?');
                        assert_eq!(
                            optional.is_some() && OPTIONAL.contains(&optional.unwrap()),
                            optional.is_some(),
                            "{name} of {} is not in the list of optional arguments",
                            rule.slug
                        );
                        if all || optional.is_none() {
                            let name = optional.unwrap_or(name).to_owned();
                            fault = fault.with(Box::leak(name.into_boxed_str()), "värde");
                        }
                    }
                    let words = Words::of(language).fault(&fault); // asserts that each argument is known
                    for text in [&words.what, &words.why, &words.mend] {
                        assert!(!text.is_empty() && !text.contains("none"), "{}: {text}", rule.slug);
                    }
                    assert!(!words.what.ends_with('.'), "{}: {}", rule.slug, words.what);
                    assert!(words.why.ends_with('.'), "{}: {}", rule.slug, words.why);
                    assert!(words.mend.ends_with(['.', '?']), "{}: {}", rule.slug, words.mend);
                }
            }
        }
    }

    #[test]
    fn a_rule_can_be_told_without_a_fault() {
        for language in [Language::Swedish, Language::English] {
            for rule in RULES {
                let said = Words::of(language).rule(rule);
                for text in [said.what, said.why, said.mend] {
                    assert!(text.len() > 8 && !text.contains(['{', '$']), "{}: {text}", rule.slug);
                    assert!(!text.contains("none"), "{}: {text}", rule.slug);
                }
            }
        }
        let said = Words::of(Language::Swedish).rule(&RULES[6]);
        assert_eq!(said.what, "Två dokument heter ”…”; det andra är …");
    }

    #[test]
    fn both_catalogues_hold_the_same_messages() {
        let names = |source: &str| -> Vec<String> {
            let ids = source.lines().filter(|line| line.starts_with(|it: char| it.is_ascii_alphabetic()));
            ids.map(|line| line.split(' ').next().unwrap().to_owned()).collect()
        };
        assert_eq!(names(SWEDISH), names(ENGLISH));
        assert_eq!(names(SWEDISH_KEYS), names(ENGLISH_KEYS));
        let mut once = names(SWEDISH);
        once.sort();
        once.dedup();
        assert_eq!(once.len(), names(SWEDISH).len(), "a message stands twice");
    }

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!(Language::from_tag("sv_SE.UTF-8"), Some(Language::Swedish));
        assert_eq!(Language::from_tag("en"), Some(Language::English));
        assert_eq!(Language::from_tag("C.UTF-8"), None);
    }

    #[test]
    fn the_parsers_english_becomes_plain_words() {
        let broken = ["title = Policy", "title = \"IT", "adopted 2014", "ämne = 1", "a = [1", "a = 2014-4-9"];
        for toml in broken {
            let error = toml::de::DeTable::parse(toml).unwrap_err();
            let fault = Fault::new(Code::Toml).with("message", error.message());
            let words = Words::of(Language::Swedish).fault(&fault);
            assert!(!words.what.contains(error.message()), "{toml}: {}", words.what);
            assert!(!words.mend.is_empty());
        }
    }

    #[test]
    fn a_control_character_of_a_file_never_reaches_the_terminal() {
        let fault = Fault::new(Code::UnknownKey).with("key", "a\u{1b}[31m");
        assert!(!Words::of(Language::Swedish).fault(&fault).what.contains('\u{1b}'));
    }
}
