//! Faults for people and for programs: the line itself with a mark, what is wrong, why it
//! matters, how to mend it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::{Value as Json, json};

use crate::base::fault::{Code, Fault, Severity};
use crate::base::snapshot::Snapshot;
use crate::shell::spot::{Position, Spot, line_argument};
use crate::shell::terminal;
use crate::shell::words::Words;

/// Long lines of source are cut to this.
const WIDEST: usize = 120;
/// What stands before a sentence: `     = därför: `.
const MARGIN: usize = 20;
/// The renderer adds `...` to both ends of what it cuts.
const ELLIPSIS: usize = 6;
/// From so many faults on they are also counted by rule.
const MANY: usize = 20;
const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";

/// How many faults of each severity there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Counts {
    /// Counts them.
    pub fn of(faults: &[Fault]) -> Self {
        let count = |severity| faults.iter().filter(|fault| fault.code.severity() == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }

    /// Whether the run has failed; with `strict`, warnings count.
    pub fn failed(self, strict: bool) -> bool {
        self.errors > 0 || (strict && self.warnings > 0)
    }

    /// `2 fel, 1 varning`; empty if there is nothing to count.
    pub fn words(self, words: &Words) -> String {
        [("count-errors", self.errors), ("count-warnings", self.warnings), ("count-notes", self.notes)]
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(id, count)| words.say(id, &[("n", count.into())]))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// Puts faults in the order of the report: those of the whole site first, then file by
/// file, errors first. The same fault is told once.
pub fn sort(faults: &mut Vec<Fault>) {
    faults.sort_by_cached_key(|fault| {
        let path = fault.place.as_ref().map(|place| place.path.clone());
        let range = fault.place.as_ref().and_then(|place| place.range);
        (path, fault.code.severity(), range, fault.code, fault.arguments.clone())
    });
    faults.dedup();
}

/// The faults as text for a terminal, file by file; colours are escape sequences in it.
pub fn human(faults: &[Fault], snapshot: &Snapshot, words: &Words) -> String {
    if faults.is_empty() {
        return String::new();
    }
    let width = terminal::talk_width();
    let room = width.map_or(WIDEST, |width| width.saturating_sub(ELLIPSIS).clamp(MARGIN, WIDEST));
    let renderer = Renderer::styled().term_width(room);
    let mut explained: Vec<Code> = Vec::new();
    let mut text = String::new();
    let of_one_file = |a: &Fault, b: &Fault| file(a) == file(b);
    for of_file in faults.chunk_by(of_one_file) {
        if let Some(path) = file(&of_file[0]) {
            let counts = Counts::of(of_file).words(words);
            text += &[BOLD, path, ": ", &counts, PLAIN, "\n\n"].concat();
        }
        for fault in of_file {
            let new = !explained.contains(&fault.code);
            if new {
                explained.push(fault.code);
            }
            text += &one(fault, snapshot, words, (&renderer, width), new);
            text += "\n\n";
        }
    }
    if faults.len() > MANY {
        text += &by_rule(faults, words);
    }
    text + &closing(faults, words)
}

/// The file a fault stands in.
fn file(fault: &Fault) -> Option<&str> {
    fault.place.as_ref().map(|place| place.path.as_str())
}

/// How often each rule is broken, the commonest first: where to begin when there is much to do.
fn by_rule(faults: &[Fault], words: &Words) -> String {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    for fault in faults {
        *counts.entry(fault.code).or_default() += 1;
    }
    let mut counts: Vec<(Code, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(code, count)| (code.severity(), Reverse(*count), *code));
    let row = |(code, count): (Code, usize)| {
        let rule = code.rule();
        format!("{count:>6}  {} {}\n", rule.number, words.rule(rule).what)
    };
    counts.into_iter().map(row).collect::<String>() + "\n"
}

/// The last lines: how much there is, and what stadga can do about it.
fn closing(faults: &[Fault], words: &Words) -> String {
    let files: BTreeSet<&str> = faults.iter().filter_map(file).collect();
    let counts = Counts::of(faults).words(words);
    let mut text = match files.len() {
        0 => counts,
        n => words.say("count-in-files", &[("counts", counts.into()), ("n", n.into())]),
    } + "\n";
    let fixable = faults.iter().filter(|fault| !fault.remedy.is_empty()).count();
    if fixable > 0 {
        text += &(words.say("count-fixable", &[("n", fixable.into())]) + "\n");
    }
    text
}

/// One fault; why it matters is told at the first of its kind.
fn one(
    fault: &Fault,
    snapshot: &Snapshot,
    words: &Words,
    (renderer, width): (&Renderer, Option<usize>),
    explain: bool,
) -> String {
    let said = words.fault(fault);
    let rule = fault.code.rule();
    let (level, name) = match rule.severity {
        Severity::Error => (Level::ERROR, words.text("level-error")),
        Severity::Warning => (Level::WARNING, words.text("level-warning")),
        Severity::Note => (Level::INFO, words.text("level-note")),
    };
    let number = format!("{} {}", rule.number, rule.slug);
    let before = format!("{name}[{number}]: ").chars().count();
    let title = level.with_name(name).primary_title(wrapped(&said.what, width, before)).id(number);
    let mut group = Group::with_title(title);
    if let Some(place) = &fault.place {
        let path = place.path.as_str();
        group = if let Some(spot) = Spot::find(place, snapshot) {
            let mark = AnnotationKind::Primary.span(spot.start..spot.end);
            group.element(Snippet::source(spot.text).path(path).line_start(spot.line).annotation(mark))
        } else if let Some(line) = line_argument(fault) {
            group.element(Origin::path(path).line(line))
        } else {
            group.element(Origin::path(path))
        };
    }
    if explain {
        group = group.element(
            Level::NOTE.with_name(words.text("level-why")).message(wrapped(&said.why, width, MARGIN)),
        );
    }
    group = group
        .element(Level::HELP.with_name(words.text("level-mend")).message(wrapped(&said.mend, width, MARGIN)));
    renderer.render(&[group])
}

/// A sentence in lines that fit beside the margin and the name of what it is.
fn wrapped(text: &str, width: Option<usize>, margin: usize) -> String {
    let Some(room) = width.map(|width| width.saturating_sub(margin).max(MARGIN)) else {
        return text.to_owned();
    };
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// The faults as JSON for programs.
pub fn json(faults: &[Fault], snapshot: &Snapshot, words: &Words) -> String {
    let rows: Vec<Json> = faults
        .iter()
        .map(|fault| {
            let rule = fault.code.rule();
            let said = words.fault(fault);
            let start = fault.place.as_ref().and_then(|place| Position::of_place(place, snapshot));
            let start = start.map(|(start, _)| start);
            json!({
                "code": rule.number,
                "slug": rule.slug,
                "severity": match rule.severity {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                    Severity::Note => "note",
                },
                "file": fault.place.as_ref().map(|place| place.path.as_str()),
                "line": start.map(|start| start.line).or_else(|| line_argument(fault)),
                "column": start.map(|start| start.column),
                "message": said.what,
                "why": said.why,
                "remedy": said.mend,
                "fixable": !fault.remedy.is_empty(),
            })
        })
        .collect();
    format!("{:#}\n", Json::Array(rows))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::Date;
    use crate::base::path::SitePath;
    use crate::base::snapshot::Source;
    use crate::base::text::Text;
    use crate::shell::words::Language;

    fn snapshot(text: &str) -> (Snapshot, SitePath) {
        let path = SitePath::new("content/it-policy.md");
        let mut snapshot = Snapshot::new(Date::default());
        snapshot.files.insert(path.clone(), Source::Text(Text::new(text)));
        (snapshot, path)
    }

    fn plain(faults: &[Fault], snapshot: &Snapshot) -> String {
        anstream::adapter::strip_str(&human(faults, snapshot, Words::of(Language::Swedish))).to_string()
    }

    #[test]
    fn a_fault_shows_its_line_with_a_mark_and_a_remedy() {
        let (snapshot, path) = snapshot("+++\nåäö = 1\ntitel = \"IT\"\n+++\n");
        let fault = Fault::new(Code::UnknownKey)
            .at_range(&path, 15..20)
            .with("key", "titel")
            .with("nearest", "title");
        assert_eq!(
            plain(&[fault], &snapshot),
            "\
content/it-policy.md: 1 fel

fel[S023 unknown-key]: Stadga känner inte till uppgiften ”titel”
 --> content/it-policy.md:3:1
  |
3 | titel = \"IT\"
  | ^^^^^
  |
  = därför: En felstavad uppgift skulle annars försvinna utan att någon märker det.
  = hjälp: Menade du ”title”?

1 fel i 1 fil
"
        );
    }

    #[test]
    fn a_sentence_is_broken_between_words() {
        assert_eq!(wrapped("en tva tre fyra", Some(MARGIN + 20), MARGIN), "en tva tre fyra");
        assert_eq!(
            wrapped("Titeln är det läsaren söker på", Some(40), MARGIN),
            "Titeln är det\nläsaren söker på"
        );
        assert_eq!(wrapped("ett två", None, MARGIN), "ett två");
    }

    #[test]
    fn where_there_is_much_to_do_the_rules_are_counted() {
        let (snapshot, path) = snapshot("a\n");
        let fault = |name: &str, code| Fault::new(code).at(&SitePath::new(name)).with("key", name);
        let mut faults: Vec<Fault> = (0..1000).map(|n| fault(&format!("{n}.md"), Code::UnknownKey)).collect();
        faults.push(Fault::new(Code::MissingAdopted).at(&path));
        let text = plain(&faults, &snapshot);
        let end = text.rsplit("\n\n").take(2).collect::<Vec<_>>();
        assert_eq!(end[0], "1000 fel, 1 varning i 1001 filer\n");
        assert_eq!(
            end[1],
            "  1000  S023 Stadga känner inte till uppgiften ”…”\n     1  S033 Det framgår inte när dokumentet antogs"
        );
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_mark() {
        let line = format!("{}HÄR{}", "ord ".repeat(5000), " slut".repeat(5000));
        let (snapshot, path) = snapshot(&line);
        let fault = Fault::new(Code::LinkNowhere).at_range(&path, 20_000..20_004).with("target", "x");
        let text = plain(&[fault], &snapshot);
        assert!(text.contains("content/it-policy.md:1:20001"), "{text}");
        assert!(text.contains("HÄR"), "{text}");
        assert!(text.lines().all(|line| line.chars().count() < 200), "{text}");
    }

    #[test]
    fn odd_ranges_are_no_panic() {
        let (snapshot, path) = snapshot("å\n\nö");
        for (start, end) in [(0, 0), (1, 1), (1, 99), (99, 120), (3, 2), (5, 6), (2, 3), (3, 3)] {
            let mut fault = Fault::new(Code::EmptyFile).at(&path);
            fault.place.as_mut().unwrap().range = Some((start, end));
            plain(std::slice::from_ref(&fault), &snapshot);
            json(&[fault], &snapshot, Words::of(Language::English));
        }
    }

    #[test]
    fn files_come_in_order_with_errors_first_and_the_site_before_them() {
        let (_, path) = snapshot("abc");
        let mut faults = vec![
            Fault::new(Code::MissingAdopted).at_range(&path, 0..1),
            Fault::new(Code::MissingTitle).at_range(&path, 2..3),
            Fault::new(Code::NoBaseUrl),
            Fault::new(Code::EmptyFile).at(&SitePath::new("content/a.md")),
            Fault::new(Code::NoBaseUrl),
        ];
        sort(&mut faults);
        let codes: Vec<Code> = faults.iter().map(|fault| fault.code).collect();
        assert_eq!(codes, [Code::NoBaseUrl, Code::EmptyFile, Code::MissingTitle, Code::MissingAdopted]);
        assert_eq!(Counts::of(&faults).words(Words::of(Language::Swedish)), "2 fel, 1 varning, 1 upplysning");
        assert!(Counts::of(&faults[3..]).failed(true) && !Counts::of(&faults[3..]).failed(false));
    }

    #[test]
    fn programs_get_every_part() {
        let (snapshot, path) = snapshot("+++\nåä = 1\n");
        let fault = Fault::new(Code::UnknownKey).at_range(&path, 6..8).with("key", "ä");
        let rows: Json =
            serde_json::from_str(&json(&[fault], &snapshot, Words::of(Language::English))).unwrap();
        let row = &rows[0];
        assert_eq!((row["code"].as_str(), row["severity"].as_str()), (Some("S023"), Some("error")));
        assert_eq!((row["line"].as_u64(), row["column"].as_u64()), (Some(2), Some(2)));
        assert_eq!(row["file"], "content/it-policy.md");
        for key in ["slug", "message", "why", "remedy"] {
            assert!(row[key].is_string(), "{key}");
        }
    }
}
