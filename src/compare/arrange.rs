//! The sections of both texts in one order, each with what became of it.

use std::ops::Range;

use crate::compare::align::Aligner;
use crate::compare::markup::Text;
use crate::compare::match_sections::keep_order;
use crate::compare::part::{Fate, Move, Part, Passage, Step};
use crate::compare::section::Section;
use crate::compare::steps::steps;
use crate::compare::token::TokenKind;

/// All sections in one order that keeps the old ones in theirs and the new ones in theirs.
pub(crate) fn arrange<'s, 't, 'h>(
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
    let same_parent = match (old.parent, new.parent) {
        (Some(old), Some(new)) => matches[new] == Some(old),
        (old, new) => old == new,
    };
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
fn heading(aligner: Aligner, old: Range<usize>, new: Range<usize>) -> Vec<Step> {
    let split = |text: &Text, range: &Range<usize>| {
        range.clone().find(|at| text.tokens[*at].kind != TokenKind::Number).unwrap_or(range.end)
    };
    let (old_words, new_words) = (split(aligner.old, &old), split(aligner.new, &new));
    let mut told = steps(aligner.old, aligner.new, old.start..old_words, new.start..new_words);
    told.extend(steps(aligner.old, aligner.new, old_words..old.end, new_words..new.end));
    told
}
