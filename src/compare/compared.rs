//! The door of this layer: two rendered texts in, what changed out.
//!
//! Sections are matched first, then the blocks in them, then the words in those; what is left over on both
//! sides may have moved.

use crate::compare::align::{Aligner, Known};
use crate::compare::arrange::arrange;
use crate::compare::beside::beside;
use crate::compare::exchange::{Change, Comparison, Happening, Label, Tally, Words};
use crate::compare::markup::Text;
use crate::compare::match_sections::{Sides, match_sections};
use crate::compare::moves;
use crate::compare::part::Passage;
use crate::compare::plain::plain;
use crate::compare::running::running;
use crate::compare::section::sections;
use crate::compare::telling::{Teller, Told, count};
use crate::compare::token::Vocabulary;
use crate::render::exchange::Rendered;

/// Compares two texts as their pages show them, the older first.
pub fn compare(old: &Rendered, new: &Rendered, words: &Words) -> Comparison {
    with_passages(old, new, |old, new, passages| {
        let mut comparison = Comparison::default();
        let mut numbers = Vec::with_capacity(passages.len());
        for (at, (passage, told)) in passages.iter().zip(tell_all(old, new, passages)).enumerate() {
            count(&mut comparison.tally, passage, &told);
            numbers.push(tell(&mut comparison, passage, told));
            if numbers[at].is_some() {
                let notes =
                    passage.new.or(passage.old).is_some_and(|section| section.label == Label::Footnotes);
                comparison.beside.push(beside(passage, old, new, words));
                comparison.passages.push(plain(passage, notes, old, new));
            }
        }
        comparison.running = running(passages, &numbers, &comparison.changes, (old, new), words);
        comparison
    })
}

/// How much changed, without the telling of it.
pub fn tally(old: &Rendered, new: &Rendered) -> Tally {
    with_passages(old, new, |old, new, passages| {
        let mut tally = Tally::default();
        for (passage, told) in passages.iter().zip(tell_all(old, new, passages)) {
            count(&mut tally, passage, &told);
        }
        tally
    })
}

/// What happened in each passage. The mark of a new note is told with the note; where nothing else is told,
/// marks are.
fn tell_all(old: &Text, new: &Text, passages: &[Passage]) -> Vec<Told> {
    let teller = Teller::new(old, new, passages);
    let mut all: Vec<Told> = (0..passages.len()).map(|at| teller.tell(passages, at)).collect();
    if all.iter().all(|told| told.happenings.is_empty()) {
        for told in all.iter_mut().filter(|told| told.marks > 0) {
            told.happenings.push(Happening::Marks(told.marks));
        }
    }
    all
}

/// Keeps what is told of a passage. Its number among the changes, if it is one.
fn tell(comparison: &mut Comparison, passage: &Passage, told: Told) -> Option<usize> {
    let label = passage.new.or(passage.old)?.label.clone();
    match told.happenings.as_slice() {
        [] => None,
        [Happening::Renumbered(before)] => {
            comparison.renumbered.push((label, before.clone()));
            None
        }
        _ => {
            let number = comparison.changes.len();
            let anchor = format!("s-andring-{}", number + 1);
            comparison.changes.push(Change { label, anchor, happenings: told.happenings });
            Some(number)
        }
    }
}

fn with_passages<T>(old: &Rendered, new: &Rendered, tell: impl FnOnce(&Text, &Text, &[Passage]) -> T) -> T {
    let mut words = Vocabulary::default();
    let (old, new) = (Text::read(&old.html, &mut words), Text::read(&new.html, &mut words));
    let (olds, news) = (sections(&old), sections(&new));
    let matches = match_sections(&Sides { old: &olds, new: &news }, &old, &new);
    let known = Known::of(&old, &new);
    let aligner = Aligner::new(&old, &new, &known);
    let mut next_move = 1;
    let mut passages = arrange(&olds, &news, &matches, aligner, &mut next_move);
    moves::find(&mut passages, aligner, &mut next_move);
    tell(&old, &new, &passages)
}
