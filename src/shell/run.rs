//! The program from start to exit code: arguments, a command, what it could not do.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;
use clap::error::ErrorKind;

use crate::shell::archive::commands::archive;
use crate::shell::args::{self, Call, Exit, Verb};
use crate::shell::disk::RealDisk;
use crate::shell::error::Error;
use crate::shell::terminal::{answer, tell};
use crate::shell::words::{Language, Words};
use crate::shell::{build, check, completions, decide, diff, init, list, man, new, next, schema, serve};

/// The commands, in the order of the help.
pub const VERBS: &[&Verb] = &[
    &init::VERB,
    &new::VERB,
    &decide::VERB,
    &serve::VERB,
    &build::VERB,
    &check::VERB,
    &list::VERB,
    &next::VERB,
    &diff::VERB,
    &archive::VERB,
    &schema::VERB,
    &completions::VERB,
    &man::VERB,
];

/// Runs the program.
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let language = args::language(&arguments, |name| std::env::var(name).ok());
    let words = Words::of(language.unwrap_or(Language::Swedish));
    let matches = match args::command(words, VERBS).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        // Help or version, as asked for.
        Err(error) if !error.use_stderr() => return end(answer(&styled(&error)).map(|()| Exit::Fine), words),
        Err(error) => {
            match error.kind() {
                ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => tell(&styled(&error)),
                _ => complain(&args::wrong(&error, named(&arguments, words).as_deref(), words), words),
            }
            return ExitCode::from(2);
        }
    };
    let Some((verb, matches)) = asked(VERBS, &matches) else { return ExitCode::from(2) };
    end((verb.run)(&Call { matches, language, disk: &RealDisk, verbs: VERBS }), words)
}

/// The command that is meant: the part of a part, if one is named.
fn asked<'a>(verbs: &[&'static Verb], matches: &'a ArgMatches) -> Option<(&'static Verb, &'a ArgMatches)> {
    let (name, matches) = matches.subcommand()?;
    let verb = verbs.iter().find(|verb| verb.name == name)?;
    Some(asked(verb.parts, matches).unwrap_or((verb, matches)))
}

/// The command of a line that cannot be understood, if it names one.
fn named(arguments: &[OsString], words: &'static Words) -> Option<String> {
    let lenient = args::command(words, VERBS).ignore_errors(true);
    let mut matches = &lenient.try_get_matches_from(arguments).ok()?;
    let mut names = Vec::new();
    while let Some((name, inner)) = matches.subcommand() {
        names.push(name);
        matches = inner;
    }
    (!names.is_empty()).then(|| names.join(" "))
}

/// The text with its colours; the terminal takes them away where they are not wanted.
fn styled(error: &clap::Error) -> String {
    error.render().ansi().to_string()
}

fn end(result: Result<Exit, Error>, words: &Words) -> ExitCode {
    match result {
        Ok(Exit::Fine) => ExitCode::SUCCESS,
        Ok(Exit::Faults) => ExitCode::from(1),
        Ok(Exit::Unread) => ExitCode::from(2),
        Err(error) => {
            complain(&error.words(words), words);
            ExitCode::from(error.exit_code())
        }
    }
}

fn complain((what, mend): &(String, String), words: &Words) {
    tell(&format!(
        "{bold}{error}{plain}: {what}\n{help}: {mend}\n",
        bold = "\u{1b}[1;31m",
        plain = "\u{1b}[0m",
        error = words.text("level-error"),
        help = words.text("level-mend"),
    ));
}
