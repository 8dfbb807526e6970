//! Paragraphs, items and rows that stand elsewhere: neither new nor gone.

use std::collections::BTreeMap;

use crate::compare::align::Aligner;
use crate::compare::likeness::Bag;
use crate::compare::markup::{Block, Text};
use crate::compare::part::{Move, Part, Passage};
use crate::compare::section::is_heading;

/// What stands in another section must have so many words: "Ja." is in every text.
const ENOUGH_TO_MOVE: usize = 6;

/// What was changed on its way must have so many words, and so much in common.
const ENOUGH_TO_MOVE_CHANGED: usize = 10;
const STILL_THE_SAME: f64 = 0.75;

/// Beyond so many pairs, what was changed on its way is not looked for: it would take too long.
const MOST_PAIRS: usize = 100_000;

/// Finds what moved among all that is gone and all that is new. `next` is the first free number.
pub(crate) fn find<'t, 'h>(
    passages: &mut [Passage<'_, 't, 'h>],
    aligner: Aligner<'_, 't, 'h>,
    next: &mut usize,
) {
    let mut loose = Loose::default();
    for (section, passage) in passages.iter().enumerate() {
        loose.gather(&passage.parts, section);
    }
    loose.pair(next);
    loose.pair_changed(next, aligner);
    let (mut removed, mut added) = (loose.removed.into_iter(), loose.added.into_iter());
    for passage in passages {
        mark(&mut passage.parts, aligner, &mut removed, &mut added);
    }
}

/// A block that is gone or new.
struct Piece<'t, 'h> {
    block: &'t Block<'h>,
    section: usize,
    /// Where it stood, with its number.
    moved: Option<(Move, Option<&'t Block<'h>>)>,
}

#[derive(Default)]
struct Loose<'t, 'h> {
    removed: Vec<Piece<'t, 'h>>,
    added: Vec<Piece<'t, 'h>>,
}

impl<'t, 'h> Loose<'t, 'h> {
    fn gather(&mut self, parts: &[Part<'t, 'h>], section: usize) {
        for part in parts {
            match part {
                Part::Removed(block, _) if may_move(block) => {
                    self.removed.push(Piece { block, section, moved: None });
                }
                Part::Added(block, _) if may_move(block) => {
                    self.added.push(Piece { block, section, moved: None });
                }
                Part::Within { parts, .. } => self.gather(parts, section),
                _ => {}
            }
        }
    }

    /// Pairs what says the same, in its own section before any other.
    fn pair(&mut self, next: &mut usize) {
        let mut known: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (at, piece) in self.removed.iter().enumerate() {
            known.entry(piece.block.key).or_default().push(at);
        }
        for new in 0..self.added.len() {
            let Some(candidates) = known.get_mut(&self.added[new].block.key) else { continue };
            let fits = |old: &usize| same_words(&self.removed[*old], &self.added[new]);
            let own = |old: &usize| self.removed[*old].section == self.added[new].section;
            let place = candidates
                .iter()
                .position(|old| fits(old) && own(old))
                .or_else(|| candidates.iter().position(fits));
            if let Some(place) = place {
                let old = candidates.remove(place);
                self.join(old, new, next);
            }
        }
    }

    /// Pairs what was changed on its way, the most alike first.
    fn pair_changed(&mut self, next: &mut usize, aligner: Aligner) {
        let telling = |text: &Text, pieces: &[Piece]| -> Vec<(usize, Bag)> {
            let free = pieces
                .iter()
                .enumerate()
                .filter(|(_, piece)| piece.moved.is_none() && piece.block.tag != "tr");
            let bags = free.map(|(at, piece)| (at, Bag::of(text, piece.block.tokens.clone())));
            bags.filter(|(_, bag)| bag.len() >= ENOUGH_TO_MOVE_CHANGED).collect()
        };
        let (olds, news) = (telling(aligner.old, &self.removed), telling(aligner.new, &self.added));
        if olds.len() * news.len() > MOST_PAIRS {
            return;
        }
        let mut pairs = Vec::new();
        for (old, bag) in &olds {
            for (new, other) in &news {
                let likeness = bag.likeness(other);
                let same = self.removed[*old].block.group() == self.added[*new].block.group();
                if same && likeness >= STILL_THE_SAME {
                    pairs.push((likeness, *old, *new));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, old, new) in pairs {
            if self.removed[old].moved.is_none() && self.added[new].moved.is_none() {
                self.join(old, new, next);
            }
        }
    }

    fn join(&mut self, old: usize, new: usize, next: &mut usize) {
        let number = Move(*next);
        *next += 1;
        self.removed[old].moved = Some((number, None));
        self.added[new].moved = Some((number, Some(self.removed[old].block)));
    }
}

fn may_move(block: &Block) -> bool {
    !is_heading(block)
        && !matches!(
            block.tag,
            "" | "td" | "th" | "thead" | "tbody" | "tfoot" | "col" | "colgroup" | "caption" | "hr"
        )
}

fn same_words(old: &Piece, new: &Piece) -> bool {
    let words = old.block.tokens.len();
    words > 0 && (words >= ENOUGH_TO_MOVE || old.section == new.section)
}

/// Writes what was found into the tree, in the order in which it was gathered.
fn mark<'t, 'h>(
    parts: &mut [Part<'t, 'h>],
    aligner: Aligner<'_, 't, 'h>,
    removed: &mut impl Iterator<Item = Piece<'t, 'h>>,
    added: &mut impl Iterator<Item = Piece<'t, 'h>>,
) {
    for part in parts {
        match part {
            Part::Removed(block, moved) if may_move(block) => {
                *moved = removed.next().and_then(|piece| Some(piece.moved?.0));
            }
            Part::Added(block, moved) if may_move(block) => {
                *moved = added.next().and_then(|piece| {
                    let (number, old) = piece.moved?;
                    Some((number, vec![aligner.one(old?, block)]))
                });
            }
            Part::Within { parts, .. } => mark(parts, aligner, removed, added),
            _ => {}
        }
    }
}
