//! What differs as words without markup, for those who do not read HTML.

use crate::compare::exchange::{BlockKind, Passage as Plain, Run};
use crate::compare::markup::{Block, Text};
use crate::compare::part::{Fate, Part, Passage, Step};
use crate::compare::section::is_heading;
use crate::compare::telling::kind;

/// What differs in a passage, block by block.
pub(crate) fn plain(passage: &Passage, notes: bool, old: &Text, new: &Text) -> Vec<Plain> {
    let mut writer = Writer { old, new, notes, plain: Vec::new() };
    if !matches!(passage.fate, Fate::MovedAway(_)) {
        writer.parts(&passage.parts, BlockKind::Other);
    }
    writer.plain
}

struct Writer<'t, 'h> {
    old: &'t Text<'h>,
    new: &'t Text<'h>,
    notes: bool,
    plain: Vec<Plain>,
}

impl Writer<'_, '_> {
    fn parts(&mut self, parts: &[Part], within: BlockKind) {
        for part in parts {
            match part {
                Part::Same(_) => {}
                Part::Within { new, parts, .. } if new.tag == "tr" => {
                    let mut runs = Vec::new();
                    for (index, cell) in parts.iter().enumerate() {
                        if index > 0 {
                            runs.push(Run::Same(" | ".into()));
                        }
                        self.cell(cell, &mut runs);
                    }
                    self.push(BlockKind::Row, false, runs);
                }
                Part::Within { new, parts, .. } => self.parts(parts, kind(new, self.notes).unwrap_or(within)),
                Part::Recast { new, steps, .. } => {
                    let kind = new.first().and_then(|block| kind(block, self.notes)).unwrap_or(within);
                    let runs = self.steps(steps);
                    self.push(kind, false, runs);
                }
                Part::Removed(block, moved) => self.whole(block, within, moved.is_some(), false),
                Part::Added(block, moved) => match moved {
                    Some((_, parts)) if !matches!(parts.as_slice(), [Part::Same(_)]) => {
                        self.parts(parts, within);
                    }
                    _ => self.whole(block, within, moved.is_some(), true),
                },
            }
        }
    }

    fn cell(&self, cell: &Part, runs: &mut Vec<Run>) {
        match cell {
            Part::Same(block) => runs.push(Run::Same(self.new.words(block.tokens.clone()))),
            Part::Recast { steps, .. } => runs.extend(self.steps(steps)),
            Part::Within { parts, .. } => parts.iter().for_each(|part| self.cell(part, runs)),
            Part::Added(block, _) => runs.push(Run::Added(self.new.words(block.tokens.clone()))),
            Part::Removed(block, _) => runs.push(Run::Removed(self.old.words(block.tokens.clone()))),
        }
    }

    /// A block that is new or gone, item by item and row by row.
    fn whole(&mut self, block: &Block, within: BlockKind, moved: bool, added: bool) {
        if is_heading(block) {
            return;
        }
        let text = if added { self.new } else { self.old };
        let own = kind(block, self.notes).unwrap_or(within);
        if block.tag == "tr" || block.children.is_empty() {
            let words = if block.tag == "tr" {
                let cells = block.children.iter().map(|cell| text.words(cell.tokens.clone()));
                cells.collect::<Vec<_>>().join(" | ")
            } else {
                text.words(block.tokens.clone())
            };
            return self.push(own, moved, vec![if added { Run::Added(words) } else { Run::Removed(words) }]);
        }
        for child in &block.children {
            self.whole(child, own, moved, added);
        }
    }

    fn push(&mut self, kind: BlockKind, moved: bool, runs: Vec<Run>) {
        let runs: Vec<Run> = runs.into_iter().filter(|run| !run.words().is_empty()).collect();
        if runs.iter().any(|run| !matches!(run, Run::Same(_))) {
            self.plain.push(Plain { kind, moved, runs });
        }
    }

    /// Words in runs; the space between two runs stands at the beginning of the second.
    fn steps(&self, steps: &[Step]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for stretch in
            steps.chunk_by(|one, other| std::mem::discriminant(one) == std::mem::discriminant(other))
        {
            let (text, first, last) = match (stretch[0], stretch[stretch.len() - 1]) {
                (Step::Removed(first), Step::Removed(last)) => (self.old, first, last),
                (
                    Step::Same { new: first, .. } | Step::Added(first),
                    Step::Same { new: last, .. } | Step::Added(last),
                ) => (self.new, first, last),
                _ => continue,
            };
            let other = match stretch[0] {
                Step::Removed(_) => Run::Added(String::new()),
                _ => Run::Removed(String::new()),
            };
            // Only what stands in the same text can stand before it.
            let follows =
                runs.iter().any(|run| std::mem::discriminant(run) != std::mem::discriminant(&other));
            let space = if follows && text.tokens[first].lead.is_spaced() { " " } else { "" };
            let words = format!("{space}{}", text.words(first..last + 1));
            runs.push(match stretch[0] {
                Step::Same { .. } => Run::Same(words),
                Step::Removed(_) => Run::Removed(words),
                Step::Added(_) => Run::Added(words),
            });
        }
        runs
    }
}

impl Run {
    /// Its words.
    pub fn words(&self) -> &str {
        match self {
            Self::Same(words) | Self::Removed(words) | Self::Added(words) => words,
        }
    }
}
