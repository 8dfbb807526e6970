//! The text with its changes marked, section by section; long stretches without changes are folded.

use std::fmt::Write as _;

use crate::compare::exchange::{Change, Label, Words};
use crate::compare::ink::{Mark, Side, Spoken};
use crate::compare::markup::Text;
use crate::compare::part::{Fate, Part, Passage};
use crate::compare::section::Section;
use crate::compare::weave::Weave;
use crate::render::html::fill;

/// What is folded has so many words: a fold of less hides more than it saves.
const WORTH_FOLDING: usize = 60;

/// Writes the running text. `changes` has one entry for each passage: its number in the list of changes.
pub(crate) fn running<'t, 'h>(
    passages: &[Passage<'_, 't, 'h>],
    numbers: &[Option<usize>],
    changes: &[Change],
    (old, new): (&'t Text<'h>, &'t Text<'h>),
    words: &Words,
) -> String {
    let mut running = Running { weave: Weave::both(old, new, words), new, words, changes };
    let folds = foldable(passages, numbers);
    let mut at = 0;
    while at < passages.len() {
        let folded = folds[at..].iter().take_while(|folds| **folds).count();
        if folded > 0 {
            running.untouched(&passages[at..at + folded]);
            at += folded;
        } else {
            running.passage(passages, at, numbers[at]);
            at += 1;
        }
    }
    running.weave.ink.html
}

/// Which sections may be folded: those that read as before, unless a section below them does not. What changed
/// there would else seem to stand under another heading.
fn foldable(passages: &[Passage], numbers: &[Option<usize>]) -> Vec<bool> {
    let mut folds = vec![false; passages.len()];
    // The highest heading that is wanted above what comes after; 0 for none.
    let mut wanted = 0;
    for (at, passage) in passages.iter().enumerate().rev() {
        let level = passage.new.or(passage.old).map_or(0, |section| section.level);
        let untouched = numbers[at].is_none() && is_untouched(passage);
        folds[at] = untouched && (level == 0 || level >= wanted);
        if !folds[at] {
            wanted = level;
        }
    }
    folds
}

/// Whether a section reads as before, to the letter.
fn is_untouched(passage: &Passage) -> bool {
    passage.fate == Fate::Kept
        && passage.heading.iter().all(|step| step.is_same())
        && passage.parts.iter().all(|part| matches!(part, Part::Same(_)))
}

struct Running<'t, 'h, 'w> {
    weave: Weave<'t, 'h, 'w>,
    new: &'t Text<'h>,
    words: &'w Words,
    changes: &'w [Change],
}

impl<'t, 'h> Running<'t, 'h, '_> {
    /// Sections without changes, in one fold.
    fn untouched(&mut self, passages: &[Passage<'_, 't, 'h>]) {
        let sections: Vec<&Section> = passages.iter().filter_map(|passage| passage.new).collect();
        let words: usize = sections.iter().map(|section| section.words).sum();
        let fold = words >= WORTH_FOLDING;
        if let (true, [first, .., last]) = (fold, sections.as_slice()) {
            let holes = [self.name(first), self.name(last), words.to_string()];
            self.begin_fold(&filled(&self.words.folded_sections, &holes));
        } else if let (true, [only]) = (fold, sections.as_slice()) {
            self.begin_fold(&filled(&self.words.folded_section, &[self.name(only), words.to_string()]));
        }
        for passage in passages {
            self.heading(passage);
            self.weave.parts(&passage.parts);
        }
        if fold {
            self.end_fold();
        }
    }

    fn passage(&mut self, passages: &[Passage<'_, 't, 'h>], at: usize, number: Option<usize>) {
        let passage = &passages[at];
        if let Some(number) = number {
            self.begin_change(number);
        }
        // A section that moved with the one above it is linked to with that one.
        let leads = at == 0 || passages[at - 1].fate != passage.fate;
        match passage.fate {
            Fate::Kept => {
                self.heading(passage);
                self.folding(&passage.parts);
            }
            Fate::Added | Fate::Removed => self.weave.parts(&passage.parts),
            Fate::MovedHere(move_number) => {
                let spoken = Spoken { before: &self.words.moved_here, after: &self.words.moved_end };
                self.weave.moved(Mark::Added, leads.then_some(move_number), "moved block", spoken, |weave| {
                    write_heading(weave, passage);
                    weave.parts(&passage.parts);
                });
            }
            Fate::MovedAway(move_number) => {
                let spoken = Spoken { before: &self.words.moved_away, after: &self.words.moved_end };
                let label =
                    fill(&self.words.folded_moved, &passage.old.map_or(0, |old| old.words).to_string());
                self.weave.moved(
                    Mark::Removed,
                    leads.then_some(move_number),
                    "moved block",
                    spoken,
                    |weave| {
                        let Some(old) = passage.old else { return };
                        begin_fold(weave, &label);
                        for block in old.heading.iter().copied().chain(old.blocks) {
                            weave.block(block, Side::Old);
                        }
                        weave.ink.raw("</details>\n");
                    },
                );
            }
        }
        if number.is_some() {
            self.weave.ink.raw("</section>\n");
        }
    }

    fn heading(&mut self, passage: &Passage<'_, 't, 'h>) {
        write_heading(&mut self.weave, passage);
    }

    /// Parts of a section that changed: what is far from every change is folded.
    fn folding(&mut self, parts: &[Part<'t, 'h>]) {
        let mut at = 0;
        while at < parts.len() {
            let same = parts[at..].iter().take_while(|part| matches!(part, Part::Same(_))).count();
            if same == 0 {
                let changed = parts[at..].iter().take_while(|part| !matches!(part, Part::Same(_))).count();
                self.weave.parts(&parts[at..at + changed]);
                at += changed;
                continue;
            }
            // A neighbour on either side stays in sight.
            let from = at + usize::from(at > 0);
            let to = at + same - usize::from(at + same < parts.len());
            let words = if from < to { count(self.new, &parts[from..to]) } else { 0 };
            if words >= WORTH_FOLDING {
                self.weave.parts(&parts[at..from]);
                self.begin_fold(&fill(&self.words.folded, &words.to_string()));
                self.weave.parts(&parts[from..to]);
                self.end_fold();
                self.weave.parts(&parts[to..at + same]);
            } else {
                self.weave.parts(&parts[at..at + same]);
            }
            at += same;
        }
    }

    fn begin_change(&mut self, number: usize) {
        let ink = &mut self.weave.ink;
        let own = &self.changes[number].anchor;
        let _ = write!(ink.html, "\n<section class=\"change\" id=\"{own}\">\n<p class=\"change-steps\">");
        let holes = [(number + 1).to_string(), self.changes.len().to_string()];
        let name = filled(&self.words.change, &holes);
        ink.drawn("span", "drawn", &name);
        let before = number.checked_sub(1).map(|at| (at, &self.words.previous));
        let after = Some((number + 1, &self.words.next)).filter(|(at, _)| *at < self.changes.len());
        for (at, label) in before.into_iter().chain(after) {
            ink.html.push(' ');
            ink.drawn(&format!("a href=\"#{}\"", self.changes[at].anchor), "drawn", label);
        }
        ink.html += "</p>\n";
    }

    fn begin_fold(&mut self, label: &str) {
        begin_fold(&mut self.weave, label);
    }

    fn end_fold(&mut self) {
        self.weave.ink.raw("\n</details>\n");
    }

    fn name(&self, section: &Section) -> String {
        match &section.label {
            Label::Opening => self.words.opening.clone(),
            Label::Footnotes => self.words.footnotes.clone(),
            Label::Section { number, title } => {
                number.iter().chain([title]).map(String::as_str).collect::<Vec<_>>().join(" ")
            }
        }
    }
}

/// A label with its holes filled, whatever the fillings hold.
fn filled(label: &str, with: &[String]) -> String {
    let mut with = with.iter();
    let parts = label.split("{}").map(|part| part.to_owned() + with.next().map_or("", String::as_str));
    parts.collect()
}

fn begin_fold(weave: &mut Weave, label: &str) {
    weave.ink.raw("\n<details class=\"unchanged\">");
    weave.ink.drawn("summary", "drawn", label);
    weave.ink.raw("\n");
}

fn write_heading<'t, 'h>(weave: &mut Weave<'t, 'h, '_>, passage: &Passage<'_, 't, 'h>) {
    let old = passage.old.and_then(|section| section.heading);
    let new = passage.new.and_then(|section| section.heading);
    if let (Some(old), Some(new)) = (old, new) {
        let (old, new) = (std::slice::from_ref(old), std::slice::from_ref(new));
        weave.parts(&[Part::Recast { old, new, steps: passage.heading.clone() }]);
    }
}

/// The words of parts that are the same.
fn count(text: &Text, parts: &[Part]) -> usize {
    let words = parts.iter().map(|part| match part {
        Part::Same(block) => text.count(block.tokens.clone()),
        _ => 0,
    });
    words.sum()
}
