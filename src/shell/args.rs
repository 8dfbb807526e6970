//! The command line: its grammar, and its words in the reader's language.
//! A command brings its own options and its own work; see [`Verb`].

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};

use crate::base::date::{Approx, Date};
use crate::base::snapshot::Snapshot;
use crate::build::Options;
use crate::model::config::{self, BaseUrl, Config};
use crate::shell::disk::Disk;
use crate::shell::error::Error;
use crate::shell::words::{Language, Value, Words};

/// A command of stadga: a file of its own, and a line in `run::VERBS`.
pub struct Verb {
    /// What one types; `NAME-about` and `NAME-examples` in the catalogue say the rest, where NAME of a part is
    /// `archive-verify`.
    pub name: &'static str,
    /// Commands that are typed after it: `stadga archive verify`.
    pub parts: &'static [&'static Verb],
    /// Its options.
    pub options: fn(&'static Words) -> Vec<Arg>,
    /// Does it.
    pub run: fn(&Call) -> Result<Exit, Error>,
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Fine,
    /// The content has faults, or the archive.
    Faults,
    /// Something could not be read, so that nobody knows.
    Unread,
}

/// What a command is given.
pub struct Call<'a> {
    /// Its options as typed.
    pub matches: &'a ArgMatches,
    /// The language that the user asked for.
    pub language: Option<Language>,
    /// The file system.
    pub disk: &'static dyn Disk,
    /// All commands, for those that tell of them.
    pub verbs: &'a [&'a Verb],
}

impl Call<'_> {
    /// The site's folder.
    pub fn site(&self) -> &Path {
        self.matches.get_one::<PathBuf>("site").map_or(Path::new("."), PathBuf::as_path)
    }

    /// Whether a flag is given.
    pub fn flag(&self, name: &str) -> bool {
        self.matches.get_flag(name)
    }

    /// What a build is told by [`content_options`] or [`reading_options`].
    pub fn options(&self) -> Options {
        Options {
            date: self.matches.get_one::<Date>("date").copied(),
            fixed: false,
            // Commands that make no pages do not ask for it.
            base_url: self.matches.try_get_one::<BaseUrl>("base-url").ok().flatten().cloned(),
            drafts: self.flag("drafts"),
        }
    }

    /// The language asked for, else Swedish: for commands that need no site.
    pub fn own_words(&self) -> &'static Words {
        Words::of(self.language.unwrap_or(Language::Swedish))
    }

    /// The language asked for, else the site's.
    pub fn words(&self, snapshot: &Snapshot) -> &'static Words {
        words_for(self.language, snapshot)
    }
}

/// The language asked for, else the site's.
pub fn words_for(asked: Option<Language>, snapshot: &Snapshot) -> &'static Words {
    let of_site = || Language::from_tag(Config::read(snapshot, &mut Vec::new())?.lang.tag());
    Words::of(asked.or_else(of_site).unwrap_or(Language::Swedish))
}

/// The whole grammar.
pub fn command(words: &'static Words, verbs: &[&Verb]) -> Command {
    let common = words.label("heading-common");
    let mut top = frame(Command::new("stadga"), words, "top", words.text("usage-top"))
        .about(words.text("about"))
        .version(env!("STADGA_VERSION"))
        .subcommand_help_heading(words.label("heading-commands"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(folder("site", words).global(true).help_heading(common))
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name(words.label("value-lang"))
                .value_parser(PossibleValuesParser::new(["sv", "en"]))
                .hide_possible_values(true)
                .help(words.text("help-lang"))
                .global(true)
                .help_heading(common),
        )
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(words.text("help-help"))
                .global(true)
                .help_heading(common),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words.text("help-version"))
                .help_heading(common),
        );
    for verb in verbs {
        top = top.subcommand(grammar(verb, verb.name, words));
    }
    top
}

/// The grammar of a command, which is typed as `path`.
fn grammar(verb: &Verb, path: &str, words: &'static Words) -> Command {
    let mut options = (verb.options)(words);
    // clap would put them in the order of their names.
    for (index, positional) in options.iter_mut().filter(|arg| arg.is_positional()).enumerate() {
        *positional = positional.clone().display_order(index).help_heading(words.label("heading-arguments"));
    }
    let mut usage = words.say("usage-command", &[("command", path.into())]);
    for positional in options.iter().filter(|arg| arg.is_positional()) {
        let names = positional.get_value_names().unwrap_or_default().join(" ");
        let shown = if positional.is_required_set() { names } else { format!("[{names}]") };
        usage = format!("{usage} {shown}");
    }
    let id = path.replace(' ', "-");
    let parts = verb.parts.iter().map(|part| grammar(part, &format!("{path} {}", part.name), words));
    frame(Command::new(verb.name), words, &id, usage)
        .about(words.text(&format!("{id}-about")))
        .args(options)
        .subcommands(parts)
        .subcommand_help_heading(words.label("heading-commands"))
        .disable_help_subcommand(true)
}

fn frame(command: Command, words: &'static Words, name: &str, usage: String) -> Command {
    let heading = words.text("usage");
    command
        .help_template(format!("{{about}}\n\n{heading} {{usage}}\n\n{{all-args}}{{after-help}}"))
        .override_usage(usage)
        .after_help(words.text(&format!("{name}-examples")))
        .disable_help_flag(true)
        .next_help_heading(words.label("heading-options"))
}

/// An option that names a folder.
pub fn folder(name: &'static str, words: &'static Words) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(words.label("value-folder"))
        .value_parser(clap::value_parser!(PathBuf))
        .value_hint(ValueHint::DirPath)
        .help(words.text(&format!("help-{name}")))
}

/// An option with a value; `value-WHAT` says what is written.
pub fn option(name: &'static str, what: &str, help: &str, words: &'static Words) -> Arg {
    Arg::new(name).long(name).value_name(words.label(&format!("value-{what}"))).help(words.text(help))
}

/// The form of an answer: for people, or for programs.
pub fn format(forms: &'static [&'static str], help: &str, words: &'static Words) -> Arg {
    option("format", "format", help, words)
        .value_parser(PossibleValuesParser::new(forms))
        .hide_possible_values(true)
}

/// An option that is given or not.
pub fn flag(name: &'static str, words: &'static Words) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(words.text(&format!("help-{name}")))
}

/// What all commands that build a site understand; [`Call::options`] reads it.
pub fn content_options(words: &'static Words) -> Vec<Arg> {
    let mut options = reading_options(words);
    options.push(base_url(words).help_heading(words.label("heading-content")));
    options
}

/// What all commands that read the content understand; [`Call::options`] reads it.
pub fn reading_options(words: &'static Words) -> Vec<Arg> {
    let date = Arg::new("date")
        .long("date")
        .value_name(words.label("value-date"))
        .value_parser(iso_day)
        .help(words.text("help-date"));
    [date, flag("drafts", words)].map(|arg| arg.help_heading(words.label("heading-content"))).into()
}

/// The address of a site.
pub fn base_url(words: &'static Words) -> Arg {
    option("base-url", "url", "help-base-url", words)
        .value_parser(|text: &str| config::base_url(text).ok_or_else(|| text.to_owned()))
}

fn iso_day(text: &str) -> Result<Date, String> {
    // The years that documents may name; before them lies a slip of the finger.
    let day = Approx::parse(text).ok().and_then(Approx::exact);
    day.filter(|day| day.to_string() == text).ok_or_else(|| text.to_owned())
}

/// The language that the user asks for: `--lang`, else the environment if stadga speaks it.
pub fn language(arguments: &[OsString], environment: impl Fn(&str) -> Option<String>) -> Option<Language> {
    let mut texts = arguments.iter().filter_map(|it| it.to_str());
    while let Some(text) = texts.next() {
        let tag = if text == "--lang" { texts.next() } else { text.strip_prefix("--lang=") };
        if let Some(language) = tag.and_then(Language::from_tag) {
            return Some(language);
        }
    }
    let locale =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(environment).find(|it| !it.is_empty());
    locale.and_then(|locale| Language::from_tag(&locale))
}

/// What is wrong with a command line, and where to read more: of the command, if one was named.
pub fn wrong(error: &clap::Error, command: Option<&str>, words: &Words) -> (String, String) {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        // clap puts the likeliest last.
        Some(ContextValue::Strings(texts)) => texts.last().cloned(),
        _ => None,
    };
    let name = |kind| Value::from(text(kind).unwrap_or_default());
    let near = |kind| Value::from(text(kind).unwrap_or_else(|| "none".into()));
    let program = command.map_or_else(|| "stadga".into(), |command| format!("stadga {command}"));
    let known = match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) => values.join(", "),
        _ => String::new(),
    };
    let what = match error.kind() {
        ErrorKind::UnknownArgument
            if text(ContextKind::InvalidArg).is_some_and(|it| !it.starts_with('-')) =>
        {
            words.say("wrong-argument", &[("name", name(ContextKind::InvalidArg))])
        }
        ErrorKind::UnknownArgument => words.say(
            "wrong-option",
            &[("name", name(ContextKind::InvalidArg)), ("nearest", near(ContextKind::SuggestedArg))],
        ),
        ErrorKind::InvalidSubcommand => words.say(
            "wrong-command",
            &[
                ("name", name(ContextKind::InvalidSubcommand)),
                ("nearest", near(ContextKind::SuggestedSubcommand)),
            ],
        ),
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_none_or(|it| it.is_empty()) => {
            words.say("wrong-empty", &[("name", name(ContextKind::InvalidArg))])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => words.say(
            "wrong-value",
            &[
                ("value", name(ContextKind::InvalidValue)),
                ("name", name(ContextKind::InvalidArg)),
                ("form", form(&text(ContextKind::InvalidArg).unwrap_or_default(), &known).into()),
                ("known", known.as_str().into()),
            ],
        ),
        ErrorKind::MissingRequiredArgument => {
            let names = match error.get(ContextKind::InvalidArg) {
                Some(ContextValue::Strings(names)) => names.join(", "),
                _ => String::new(),
            };
            words.say("wrong-missing", &[("name", names.into()), ("command", program.as_str().into())])
        }
        ErrorKind::ArgumentConflict => {
            let (one, other) = (text(ContextKind::InvalidArg), text(ContextKind::PriorArg));
            let id = if one == other || other.is_none() { "wrong-twice" } else { "wrong-together" };
            let other = other.unwrap_or_default();
            words.say(id, &[("name", name(ContextKind::InvalidArg)), ("other", other.into())])
        }
        _ => words.text("wrong-usage"),
    };
    let example = command.filter(|_| error.kind() == ErrorKind::MissingRequiredArgument);
    let example = example.and_then(|command| first_example(command, words));
    let example = example.unwrap_or_else(|| "none".into());
    (what, words.say("wrong-mend", &[("command", program.into()), ("example", example.into())]))
}

/// The first example of a command's help, without what is said of it.
fn first_example(command: &str, words: &Words) -> Option<String> {
    let examples = words.text(&format!("{}-examples", command.replace(' ', "-")));
    let line = examples.lines().nth(1)?.trim();
    Some(line.split("  ").next().unwrap_or(line).to_owned())
}

/// What an option's value looks like, for the message that says so.
fn form(option: &str, known: &str) -> &'static str {
    match option.split(' ').next() {
        _ if !known.is_empty() => "known",
        Some("--due" | "--within") => "days",
        Some("--date" | "--version") => "date",
        Some("--at" | "--since") => "moment",
        Some("--base-url") => "url",
        Some("--port") => "port",
        Some("--allow-host") => "host",
        Some("--editor") => "editor",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::run::VERBS;

    #[test]
    fn the_grammar_holds_in_both_languages() {
        for language in [Language::Swedish, Language::English] {
            command(Words::of(language), VERBS).debug_assert();
        }
    }

    #[test]
    fn the_language_is_asked_for_or_the_environments() {
        let none = |_: &str| None;
        let args = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(language(&args("stadga build --lang en"), none), Some(Language::English));
        assert_eq!(
            language(&args("stadga --lang=sv build"), |_| Some("en_GB".into())),
            Some(Language::Swedish)
        );
        assert_eq!(language(&args("stadga"), |_| Some("en_GB.UTF-8".into())), Some(Language::English));
        let german = |name: &str| (name == "LC_ALL").then(|| "de_DE".into());
        assert_eq!(language(&args("stadga"), german), None);
    }

    #[test]
    fn a_day_is_an_iso_day() {
        assert!(iso_day("2026-11-22").is_ok());
        for wrong in [
            "2026-02-30",
            "22/11 2026",
            "2026-11-22T10:00",
            "i dag",
            "0000-01-01",
            "-000001-01-01",
            "0999-12-31",
        ] {
            assert!(iso_day(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn help_has_no_word_of_another_language() {
        let mut command = command(Words::of(Language::Swedish), VERBS);
        for verb in VERBS {
            let help = command.find_subcommand_mut(verb.name).unwrap().render_long_help().to_string();
            for english in ["Usage", "Options", "OPTIONS", "possible values", "default", "Print"] {
                assert!(!help.contains(english), "{english} in\n{help}");
            }
        }
    }
}
