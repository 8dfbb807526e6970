//! The passages of two texts that differ, section by section: in the terminal and to programs.

use serde_json::{Value as Json, json};

use crate::compare::exchange::{BlockKind, Change, Comparison, Label, Passage, Run};
use crate::shell::marks::{Mark, in_terminal, pieces, plain};
use crate::site::compared::{happenings, heading};
use crate::site::words::Words;

const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";
/// What stands before a passage in the terminal.
const INDENT: &str = "  ";

/// A line that stands out.
pub fn title(text: &str) -> String {
    format!("{BOLD}{}{PLAIN}\n", plain(text))
}

/// The sections that have something to show, with their names.
pub fn sections<'c>(
    words: &'c Words,
    comparison: &'c Comparison,
) -> impl Iterator<Item = (String, &'c Change, &'c [Passage])> {
    let both = comparison.changes.iter().zip(&comparison.passages);
    let shown = both.filter(|(_, passages)| !passages.is_empty());
    shown.map(|(change, passages)| (heading(words, &change.label), change, passages.as_slice()))
}

/// What stands before a passage that only stands elsewhere.
pub fn moved(words: &Words, passage: &Passage) -> Option<String> {
    let is_here = passage.runs.iter().any(|run| matches!(run, Run::Added(_)));
    let key = if is_here { "compare-mark-moved-here" } else { "compare-mark-moved-away" };
    passage.moved.then(|| words.text(key, &[]))
}

/// For people at a terminal.
pub fn terminal(words: &Words, comparison: &Comparison, width: Option<usize>) -> String {
    let mut text = Vec::new();
    for (name, _, passages) in sections(words, comparison) {
        text.push(format!("\n{}", title(&name)));
        for passage in passages {
            let moved = moved(words, passage).map(|moved| (Mark::Same, moved + " "));
            let pieces: Vec<(Mark, String)> = moved.into_iter().chain(pieces(passage)).collect();
            let first = if passage.kind == BlockKind::Item { "  - " } else { INDENT };
            text.push(in_terminal(&pieces, first, width));
        }
    }
    text.concat()
}

/// For programs: every change, also those that have no passage to show.
pub fn json(words: &Words, comparison: &Comparison) -> Vec<Json> {
    let passage = |passage: &Passage| {
        let runs: Vec<Json> = passage.runs.iter().map(run).collect();
        json!({ "kind": kind(passage.kind), "moved": passage.moved, "runs": runs })
    };
    let changes = comparison.changes.iter().zip(&comparison.passages);
    let change = |(change, passages): (&Change, &Vec<Passage>)| {
        let (number, title) = match &change.label {
            Label::Section { number, title } => (number.as_deref(), Some(title.as_str())),
            Label::Opening | Label::Footnotes => (None, None),
        };
        json!({
            "section": heading(words, &change.label),
            "number": number,
            "title": title,
            "what": happenings(words, change),
            "passages": passages.iter().map(passage).collect::<Vec<_>>(),
        })
    };
    changes.map(change).collect()
}

fn run(run: &Run) -> Json {
    match run {
        Run::Same(text) => json!({ "same": text }),
        Run::Removed(text) => json!({ "removed": text }),
        Run::Added(text) => json!({ "added": text }),
    }
}

fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Item => "item",
        BlockKind::List => "list",
        BlockKind::Row => "row",
        BlockKind::Table => "table",
        BlockKind::Footnote => "footnote",
        BlockKind::Figure => "figure",
        BlockKind::Column => "column",
        BlockKind::Other => "other",
    }
}
