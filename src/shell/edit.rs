//! What every command that changes the content does with its changes: tries them, shows them,
//! asks, writes. Nothing is written that would give the site a new error.

use std::path::Path;

use similar::{ChangeTag, TextDiff};

use crate::base::fault::{Fault, Severity};
use crate::base::path::SitePath;
use crate::base::snapshot::Snapshot;
use crate::build::{self, Options};
use crate::edit::change::{Change, applied};
use crate::model::front_matter;
use crate::shell::apply::apply;
use crate::shell::args::Exit;
use crate::shell::ask::Asker;
use crate::shell::disk::Disk;
use crate::shell::error::{Error, list};
use crate::shell::report;
use crate::shell::terminal::tell;
use crate::shell::words::{Value, Words};

const GREEN: &str = "\u{1b}[32m";
const RED: &str = "\u{1b}[31m";
const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";

/// How far an edit came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is written.
    Written,
    /// The reader said no.
    Declined,
    /// It would give the site an error that it does not have; the report has been told.
    Refused,
}

impl Outcome {
    /// How a command ends that did nothing else.
    pub fn exit(self) -> Exit {
        match self {
            Self::Written | Self::Declined => Exit::Fine,
            Self::Refused => Exit::Faults,
        }
    }
}

/// The site that changes are made to.
pub struct Desk<'a> {
    /// The file system.
    pub disk: &'a dyn Disk,
    /// The site's folder.
    pub root: &'a Path,
    /// As it was read.
    pub snapshot: &'a Snapshot,
    /// The language of the talk.
    pub words: &'static Words,
}

impl Desk<'_> {
    /// Carries the changes out. Nobody is asked where there is no asker.
    ///
    /// # Errors
    /// What [`apply`] refuses, or a question that was not answered.
    pub fn carry_out(&self, changes: &[Change], asker: Option<&mut Asker>) -> Result<Outcome, Error> {
        let after = applied(self.snapshot, changes);
        let mut errors = new_errors(self.snapshot, &after);
        if !errors.is_empty() {
            report::sort(&mut errors);
            tell(&report::human(&errors, &after, self.words));
            tell(&(self.words.text("edit-refused") + "\n"));
            return Ok(Outcome::Refused);
        }
        tell(&shown(self.snapshot, changes, self.words));
        if let Some(asker) = asker
            && !asker.confirm(&self.words.text("edit-confirm"))?
        {
            tell(&(self.words.text("edit-declined") + "\n"));
            return Ok(Outcome::Declined);
        }
        apply(self.disk, self.root, self.snapshot, changes)?;
        Ok(Outcome::Written)
    }
}

/// The errors that a site has after the changes and had not before. Drafts count: a new text
/// begins as one.
fn new_errors(before: &Snapshot, after: &Snapshot) -> Vec<Fault> {
    let errors = |snapshot: &Snapshot| -> Vec<Fault> {
        let options = Options { drafts: true, ..Options::default() };
        let faults = build::build(snapshot, &options).faults;
        faults.into_iter().filter(|fault| fault.code.severity() == Severity::Error).collect()
    };
    let mut old = errors(before);
    let mut new = errors(after);
    // Places move when text is added above them; the fault is the same one.
    new.retain(|fault| {
        let same = |it: &Fault| (it.code, &it.arguments) == (fault.code, &fault.arguments);
        old.iter().position(same).map(|at| old.swap_remove(at)).is_none()
    });
    new
}

/// The changes for a reader: each file's name, and the lines that go and come.
pub fn shown(snapshot: &Snapshot, changes: &[Change], words: &Words) -> String {
    let title = |id: &str, arguments: &[(&str, Value)]| styled(BOLD, &words.say(id, arguments));
    let mut text: Vec<String> = Vec::new();
    let mut moved: Vec<(&str, &str)> = Vec::new();
    let mut normalised: Vec<&str> = Vec::new();
    for change in changes {
        match change {
            Change::Create { path, text: new } => {
                text.push(title("edit-create", &[("path", path.as_str().into())]));
                text.extend(opening(path, new, words));
            }
            Change::Rewrite { path, text: new } => {
                text.push(title("edit-rewrite", &[("path", path.as_str().into())]));
                let name = moved.iter().find(|(_, to)| *to == path.as_str()).map_or(path.as_str(), |it| it.0);
                let old = snapshot.text(name).map_or("", |old| old.as_str());
                text.extend(lines(old, new));
            }
            Change::Normalise { path } => normalised.push(path.as_str()),
            Change::Move { from, to } => {
                moved.push((from.as_str(), to.as_str()));
                text.push(title("edit-move", &[("from", from.as_str().into()), ("to", to.as_str().into())]));
            }
        }
    }
    // They may be all the files of a site, and no line of them looks another way.
    let texts = || normalised.iter().filter_map(|name| Some((*name, snapshot.text(name)?)));
    let crlf: Vec<&str> = texts().filter(|(_, text)| text.crlf).map(|(name, _)| name).collect();
    let parts: Vec<&str> = texts().filter(|(_, text)| text.decomposed).map(|(name, _)| name).collect();
    for (id, names) in [("edit-line-ends", crlf), ("edit-letters", parts)] {
        if !names.is_empty() {
            text.push(title(id, &[("n", names.len().into()), ("names", list(&names, words).into())]));
        }
    }
    text.join("\n") + "\n"
}

/// A new file's facts, which are to be looked at, and how long its text is.
fn opening(path: &SitePath, new: &str, words: &Words) -> Vec<String> {
    let body = front_matter::split(path, new, &mut Vec::new()).map_or(0, |(_, body)| body);
    let (facts, text) = new.split_at(body);
    let mut shown: Vec<String> =
        facts.lines().map(|line| styled(GREEN, &format!("  {}", plain(line)))).collect();
    let rest = text.trim().lines().count();
    if rest > 0 {
        shown.push(format!("  {}", words.say("edit-text", &[("n", rest.into())])));
    }
    shown
}

/// The lines that go and come, each with its number, and one around them.
fn lines(old: &str, new: &str) -> Vec<String> {
    let diff = TextDiff::from_lines(old, new);
    let mut text = Vec::new();
    for (index, group) in diff.grouped_ops(1).iter().enumerate() {
        if index > 0 {
            text.push("  …".to_owned());
        }
        for change in group.iter().flat_map(|operation| diff.iter_changes(operation)) {
            let number = change.new_index().or(change.old_index()).map_or(0, |index| index + 1);
            let line = plain(change.value().trim_end_matches('\n'));
            text.push(match change.tag() {
                ChangeTag::Equal => format!("  {number:>3} {line}"),
                ChangeTag::Delete => styled(RED, &format!("- {number:>3} {line}")),
                ChangeTag::Insert => styled(GREEN, &format!("+ {number:>3} {line}")),
            });
        }
    }
    text
}

fn styled(style: &str, text: &str) -> String {
    format!("{style}{text}{PLAIN}")
}

/// A line of a file; no control character of its may reach the terminal.
fn plain(line: &str) -> String {
    line.chars().map(|it| if it.is_control() && it != '\t' { ' ' } else { it }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_lines_that_change_are_shown_with_one_around() {
        let text = lines("a\nb\nc\nd\ne\nf\ng\nh\n", "a\nB\nc\nd\ne\nf\ng\nh\n\u{1b}i\n").join("\n");
        let plain = anstream::adapter::strip_str(&text).to_string();
        assert_eq!(plain, "    1 a\n-   2 b\n+   2 B\n    3 c\n  …\n    8 h\n+   9  i");
    }
}
