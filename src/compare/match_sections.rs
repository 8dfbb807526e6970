//! Which section of the old text is which of the new, and which of them stand elsewhere.
//!
//! A section is known by its heading before its number, and by its number before its content: whoever
//! inserts a section gives new numbers to all that follow, and nobody would call them changed.

use std::collections::BTreeMap;

use crate::compare::likeness::Bag;
use crate::compare::markup::Text;
use crate::compare::section::{Section, tokens};

/// Beyond so many pairs of sections that nothing else tells apart, likeness is not asked: it would take too long.
const MOST_PAIRS: usize = 200_000;

/// Below this, sections under other headings are not the same.
const SAME_SECTION: f64 = 0.65;

/// A section alone says little with fewer words.
const ENOUGH_WORDS: usize = 5;

/// Old and new as sections.
pub(crate) struct Sides<'s, 't, 'h> {
    pub(crate) old: &'s [Section<'t, 'h>],
    pub(crate) new: &'s [Section<'t, 'h>],
}

/// For each section of the new text, the one of the old that it was.
pub(crate) fn match_sections(sides: &Sides, old: &Text, new: &Text) -> Vec<Option<usize>> {
    let mut found = Matches { old: vec![None; sides.old.len()], new: vec![None; sides.new.len()] };
    let number = |it: &Section| it.number().unwrap_or_default().to_owned();
    found.by(sides, |it| Some((it.path.clone(), number(it), it.content)));
    found.by(sides, |it| Some((it.title.clone(), String::new(), it.content)));
    // A heading that is only a number says nothing of what stands under it.
    let named = |it: &Section, key: Key| (!it.title.is_empty()).then_some(key);
    found.by(sides, |it| named(it, (it.path.clone(), number(it), 0)));
    found.by(sides, |it| named(it, (it.path.clone(), String::new(), 0)));
    found.by(sides, |it| named(it, (it.title.clone(), String::new(), 0)));
    found.by(sides, |it| {
        (it.heading.is_some() && it.words >= ENOUGH_WORDS).then(|| (String::new(), String::new(), it.content))
    });
    found.by_likeness(sides, old, new);
    found.by(sides, |it| Some((it.path.clone(), number(it), 0)));
    found.in_order(sides);
    found.new
}

struct Matches {
    old: Vec<Option<usize>>,
    new: Vec<Option<usize>>,
}

type Key = (String, String, u64);

impl Matches {
    fn pair(&mut self, old: usize, new: usize) {
        self.old[old] = Some(new);
        self.new[new] = Some(old);
    }

    /// Pairs what only one section on each side is known by.
    fn by(&mut self, sides: &Sides, key: impl Fn(&Section) -> Option<Key>) {
        let mut known: BTreeMap<Key, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (at, section) in sides.old.iter().enumerate().filter(|(at, _)| self.old[*at].is_none()) {
            if let Some(key) = key(section) {
                known.entry(key).or_default().0.push(at);
            }
        }
        for (at, section) in sides.new.iter().enumerate().filter(|(at, _)| self.new[*at].is_none()) {
            if let Some(key) = key(section) {
                known.entry(key).or_default().1.push(at);
            }
        }
        for (old, new) in known.into_values() {
            if let ([old], [new]) = (old.as_slice(), new.as_slice()) {
                self.pair(*old, *new);
            }
        }
    }

    /// Pairs those whose words are alike, the most alike first.
    fn by_likeness(&mut self, sides: &Sides, old: &Text, new: &Text) {
        let free = |taken: &[Option<usize>]| -> Vec<usize> {
            (0..taken.len()).filter(|at| taken[*at].is_none()).collect()
        };
        let (olds, news) = (free(&self.old), free(&self.new));
        if olds.len() * news.len() > MOST_PAIRS {
            return;
        }
        let bags = |text: &Text, sections: &[Section], wanted: &[usize]| -> Vec<(Bag, Bag)> {
            let bags = |at: &usize| {
                let title = sections[*at].heading.map_or(0..0, |heading| heading.tokens.clone());
                (Bag::of(text, with_subsections(sections, *at)), Bag::of(text, title))
            };
            wanted.iter().map(bags).collect()
        };
        let (old_bags, new_bags) = (bags(old, sides.old, &olds), bags(new, sides.new, &news));
        let mut pairs = Vec::new();
        for (one, (content, title)) in olds.iter().zip(&old_bags) {
            for (other, (new_content, new_title)) in news.iter().zip(&new_bags) {
                let score = self.score(sides, *one, *other)
                    + content.likeness(new_content)
                    + 0.4 * title.likeness(new_title);
                if score >= SAME_SECTION {
                    pairs.push((score, *one, *other));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, old, new) in pairs {
            if self.old[old].is_none() && self.new[new].is_none() {
                self.pair(old, new);
            }
        }
    }

    /// What their places say: the same number, the same heading above.
    fn score(&self, sides: &Sides, old: usize, new: usize) -> f64 {
        let (old, new) = (&sides.old[old], &sides.new[new]);
        if (old.heading.is_none() || new.heading.is_none()) && old.title != new.title {
            return -2.0;
        }
        let same_number = old.number().is_some() && old.number() == new.number();
        let same_parent = match (old.parent, new.parent) {
            (Some(old), Some(new)) => self.old[old] == Some(new),
            (None, None) => old.level == new.level,
            _ => false,
        };
        f64::from(u8::from(same_number)) * 0.1 + f64::from(u8::from(same_parent)) * 0.1
    }

    /// Pairs what remains under equal headings, first with first.
    fn in_order(&mut self, sides: &Sides) {
        let mut free: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let named = |section: &Section| !section.title.is_empty();
        for at in (0..sides.old.len()).rev().filter(|at| self.old[*at].is_none() && named(&sides.old[*at])) {
            free.entry(&sides.old[at].title).or_default().push(at);
        }
        for at in 0..sides.new.len() {
            if self.new[at].is_some() {
                continue;
            }
            if let Some(old) = free.get_mut(sides.new[at].title.as_str()).and_then(Vec::pop) {
                self.pair(old, at);
            }
        }
    }
}

/// The words of a section; of those below it too where it has few of its own.
fn with_subsections(sections: &[Section], at: usize) -> std::ops::Range<usize> {
    let own = &sections[at];
    if own.words >= ENOUGH_WORDS {
        return own.tokens();
    }
    let below = sections[at + 1..].iter().take_while(|section| section.level > own.level);
    let end = below.last().map_or(own.tokens().end, |last| tokens(last.blocks).end);
    let start = own.heading.map_or(own.tokens().start, |heading| heading.tokens.end);
    start..end.max(start)
}

/// Which of the matched sections keep their order; the others are moved. The words that move are
/// as few as can be.
pub(crate) fn keep_order(matches: &[Option<usize>], weight: impl Fn(usize) -> usize) -> Vec<bool> {
    // The heaviest run that ends in each, and where it came from.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(matches.len());
    // The ends of runs that no other beats: old place → total and new place, both growing.
    let mut ends: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (at, old) in matches.iter().enumerate() {
        let Some(old) = old else {
            best.push((0, None));
            continue;
        };
        let before = ends.range(..old).next_back().map(|(_, end)| *end);
        let total = before.map_or(0, |(total, _)| total) + weight(at) + 1;
        best.push((total, before.map(|(_, at)| at)));
        let beaten: Vec<usize> =
            ends.range(old..).take_while(|(_, end)| end.0 <= total).map(|(old, _)| *old).collect();
        for old in beaten {
            ends.remove(&old);
        }
        ends.insert(*old, (total, at));
    }
    let mut kept = vec![false; matches.len()];
    let mut next = ends.values().max().map(|(_, at)| *at);
    while let Some(at) = next {
        kept[at] = true;
        next = best[at].1;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fewest_words_move() {
        let kept = |matches: &[Option<usize>], weights: &[usize]| keep_order(matches, |at| weights[at]);
        assert_eq!(kept(&[Some(0), None, Some(1)], &[1, 1, 1]), [true, false, true]);
        assert_eq!(kept(&[Some(1), Some(0)], &[10, 1]), [true, false]);
        assert_eq!(kept(&[Some(1), Some(0)], &[1, 10]), [false, true]);
        assert_eq!(kept(&[Some(2), Some(0), Some(1), Some(3)], &[5; 4]), [false, true, true, true]);
        assert_eq!(kept(&[Some(2), Some(0), Some(1), Some(3)], &[50, 5, 5, 5]), [true, false, false, true]);
    }
}
