//! The door of this layer: two rendered texts in, what changed out.
//!
//! Sections are matched first, then the blocks in them, then the words in those; what is left over on both
//! sides may have moved.

use crate::compare::align::{Aligner, Known};
use crate::compare::beside::beside;
use crate::compare::exchange::{Change, Comparison, Happening, Label, Tally, Words};
use crate::compare::markup::Text;
use crate::compare::match_sections::{Sides, keep_order, match_sections};
use crate::compare::moves;
use crate::compare::part::{Fate, Move, Part, Passage, Step};
use crate::compare::plain::plain;
use crate::compare::running::running;
use crate::compare::section::{Section, sections};
use crate::compare::steps::steps;
use crate::compare::telling::{Teller, Told, count};
use crate::compare::token::{TokenKind, Vocabulary};
use crate::render::exchange::Rendered;

/// Compares two texts as their pages show them, the older first.
pub fn compare(old: &Rendered, new: &Rendered, words: &Words) -> Comparison {
    with_passages(old, new, |old, new, passages| {
        let teller = Teller::new(old, new, passages);
        let mut comparison = Comparison::default();
        let mut all: Vec<Told> = (0..passages.len()).map(|at| teller.tell(passages, at)).collect();
        marks_alone(&mut all);
        let mut numbers = Vec::with_capacity(passages.len());
        for (at, (passage, told)) in passages.iter().zip(all).enumerate() {
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
        let teller = Teller::new(old, new, passages);
        let mut all: Vec<Told> = (0..passages.len()).map(|at| teller.tell(passages, at)).collect();
        marks_alone(&mut all);
        let mut tally = Tally::default();
        for (passage, told) in passages.iter().zip(&all) {
            count(&mut tally, passage, told);
        }
        tally
    })
}

/// The mark of a new note is told with the note; where nothing else is told, marks are.
fn marks_alone(all: &mut [Told]) {
    if all.iter().all(|told| told.happenings.is_empty()) {
        for told in all.iter_mut().filter(|told| told.marks > 0) {
            told.happenings.push(Happening::Marks(told.marks));
        }
    }
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

/// All sections in one order that keeps the old ones in theirs and the new ones in theirs.
fn arrange<'s, 't, 'h>(
    olds: &'s [Section<'t, 'h>],
    news: &'s [Section<'t, 'h>],
    matches: &[Option<usize>],
    aligner: Aligner<'_, 't, 'h>,
    next_move: &mut usize,
) -> Vec<Passage<'s, 't, 'h>> {
    let kept = keep_order(matches, |at| matches[at].map_or(0, |old| weight(olds, news, matches, old, at)));
    let mut away: Vec<Option<Fate>> = vec![Some(Fate::Removed); olds.len()];
    let mut here = vec![Fate::Added; news.len()];
    let mut moved_before = None;
    for (new, old) in matches.iter().enumerate() {
        let Some(old) = *old else {
            moved_before = None;
            continue;
        };
        if kept[new] {
            (away[old], here[new], moved_before) = (None, Fate::Kept, None);
            continue;
        }
        // Sections that moved together are one move.
        let number = match moved_before {
            Some((before, number)) if before + 1 == old => number,
            _ => {
                *next_move += 1;
                Move(*next_move - 1)
            }
        };
        (away[old], here[new], moved_before) =
            (Some(Fate::MovedAway(number)), Fate::MovedHere(number), Some((old, number)));
    }
    let mut passages = Vec::with_capacity(news.len());
    let mut old_at = 0;
    let gone = |passages: &mut Vec<Passage<'s, 't, 'h>>, old_at: &mut usize| {
        while let Some(fate) = olds.get(*old_at).and_then(|_| away[*old_at]) {
            passages.push(went(&olds[*old_at], fate));
            *old_at += 1;
        }
    };
    gone(&mut passages, &mut old_at);
    for (at, new) in news.iter().enumerate() {
        let old = matches[at].map(|old| &olds[old]);
        passages.push(came(old, new, here[at], aligner));
        if here[at] == Fate::Kept {
            old_at += 1;
            gone(&mut passages, &mut old_at);
        }
    }
    passages
}

/// How much speaks for a section's having stayed: its number, the section it stands under, then its words.
fn weight(olds: &[Section], news: &[Section], matches: &[Option<usize>], old: usize, new: usize) -> usize {
    let (old, new) = (&olds[old], &news[new]);
    let same_parent = new.parent.and_then(|parent| matches[parent]) == old.parent;
    let same_number = old.number() == new.number();
    new.words + 10_000 * usize::from(same_parent) + 5_000 * usize::from(same_parent && same_number)
}

/// A section that is gone from here.
fn went<'s, 't, 'h>(old: &'s Section<'t, 'h>, fate: Fate) -> Passage<'s, 't, 'h> {
    let blocks = old.heading.into_iter().chain(old.blocks);
    let parts = match fate {
        Fate::Removed => blocks.map(|block| Part::Removed(block, None)).collect(),
        _ => Vec::new(),
    };
    Passage { old: Some(old), new: None, fate, heading: Vec::new(), parts }
}

/// A section that stands here.
fn came<'s, 't, 'h>(
    old: Option<&'s Section<'t, 'h>>,
    new: &'s Section<'t, 'h>,
    fate: Fate,
    aligner: Aligner<'_, 't, 'h>,
) -> Passage<'s, 't, 'h> {
    let Some(old) = old else {
        let blocks = new.heading.into_iter().chain(new.blocks);
        let parts = blocks.map(|block| Part::Added(block, None)).collect();
        return Passage { old: None, new: Some(new), fate, heading: Vec::new(), parts };
    };
    let heading = match (old.heading, new.heading) {
        (Some(old), Some(new)) => heading(aligner, old.tokens.clone(), new.tokens.clone()),
        _ => Vec::new(),
    };
    Passage { old: Some(old), new: Some(new), fate, heading, parts: aligner.align(old.blocks, new.blocks) }
}

/// The number of a heading is held against the other's number, its words against the other's words.
fn heading(aligner: Aligner, old: std::ops::Range<usize>, new: std::ops::Range<usize>) -> Vec<Step> {
    let split = |text: &Text, range: &std::ops::Range<usize>| {
        range.clone().find(|at| text.tokens[*at].kind != TokenKind::Number).unwrap_or(range.end)
    };
    let (old_words, new_words) = (split(aligner.old, &old), split(aligner.new, &new));
    let mut told = steps(aligner.old, aligner.new, old.start..old_words, new.start..new_words);
    told.extend(steps(aligner.old, aligner.new, old_words..old.end, new_words..new.end));
    told
}
