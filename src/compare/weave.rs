//! What became of blocks, as HTML: woven into one text, or as one side of two.

use crate::compare::exchange::Words;
use crate::compare::ink::{Ink, Mark, Side, Spoken};
use crate::compare::markup::{Block, Text, attribute};
use crate::compare::part::{Move, Part, Step};

/// Writes parts of a comparison.
pub(crate) struct Weave<'t, 'h, 'w> {
    pub(crate) ink: Ink<'t, 'h>,
    words: &'w Words,
    /// One side alone; both woven together if none.
    only: Option<Side>,
    /// What is to be told before the next words: paragraphs were parted or joined here.
    parted: Option<&'w str>,
}

impl<'t, 'h, 'w> Weave<'t, 'h, 'w> {
    /// Both texts in one.
    pub(crate) fn both(old: &'t Text<'h>, new: &'t Text<'h>, words: &'w Words) -> Self {
        Self { ink: Ink::new(old, new, true), words, only: None, parted: None }
    }

    /// One side alone, without ids.
    pub(crate) fn side(old: &'t Text<'h>, new: &'t Text<'h>, words: &'w Words, side: Side) -> Self {
        Self { ink: Ink::new(old, new, false), words, only: Some(side), parted: None }
    }

    fn spoken(&self, mark: Mark) -> Spoken<'w> {
        match mark {
            Mark::Added => Spoken { before: &self.words.added, after: &self.words.added_end },
            Mark::Removed => Spoken { before: &self.words.removed, after: &self.words.removed_end },
        }
    }

    /// Words that are no block of their own.
    pub(crate) fn steps(&mut self, steps: &[Step]) {
        let (added, removed) = (self.spoken(Mark::Added), self.spoken(Mark::Removed));
        self.ink.steps(steps, self.only, added, removed);
    }

    fn shows(&self, side: Side) -> bool {
        self.only.is_none_or(|only| only == side)
    }

    /// Parts in a row. What is new or gone in a row is marked as one.
    pub(crate) fn parts(&mut self, parts: &[Part<'t, 'h>]) {
        let mut at = 0;
        while at < parts.len() {
            let alike =
                parts[at..].iter().take_while(|part| stands_alone(part) == stands_alone(&parts[at])).count();
            match stands_alone(&parts[at]) {
                Some(mark) => self.blocks(&parts[at..at + alike], mark),
                None => parts[at..at + alike].iter().for_each(|part| self.part(part)),
            }
            at += alike;
        }
    }

    /// Whole blocks, all new or all gone.
    fn blocks(&mut self, parts: &[Part<'t, 'h>], mark: Mark) {
        let side = side_of(mark);
        if !self.shows(side) {
            return;
        }
        self.ink.begin(mark, " class=\"block\"", self.spoken(mark));
        for part in parts {
            if let Part::Added(block, _) | Part::Removed(block, _) = part {
                self.block(block, side);
            }
        }
        self.ink.end(mark, self.spoken(mark));
    }

    fn part(&mut self, part: &Part<'t, 'h>) {
        match part {
            Part::Same(block) => self.block(block, Side::New),
            Part::Within { old, new, parts } => self.within(old, new, parts),
            Part::Recast { old, new, steps } => self.recast(old, new, steps),
            Part::Removed(block, None) | Part::Added(block, None) => {
                let mark = if matches!(part, Part::Added(..)) { Mark::Added } else { Mark::Removed };
                match stands_alone(part) {
                    Some(mark) => self.blocks(std::slice::from_ref(part), mark),
                    None => self.inside(block, mark),
                }
            }
            Part::Removed(block, Some(number)) => self.moved_away(block, *number),
            Part::Added(block, Some((number, parts))) => self.moved_here(block, *number, parts),
        }
    }

    /// A block as it is.
    pub(crate) fn block(&mut self, block: &Block<'h>, side: Side) {
        self.ink.open(block, side, None);
        self.content(block, side);
        self.ink.close(block);
    }

    fn content(&mut self, block: &Block<'h>, side: Side) {
        if block.children.is_empty() {
            return self.ink.tokens(side, block.tokens.clone());
        }
        for child in &block.children {
            self.block(child, side);
        }
    }

    fn within(&mut self, old: &Block<'h>, new: &Block<'h>, parts: &[Part<'t, 'h>]) {
        let (shell, side) = if self.only == Some(Side::Old) { (old, Side::Old) } else { (new, Side::New) };
        if self.only.is_some() && !parts.iter().any(|part| concerns(part, side)) {
            return;
        }
        self.ink.open(shell, side, None);
        let moves = |part: &Part| matches!(part, Part::Removed(..) | Part::Added(_, Some(_)));
        if new.tag == "ol" && (self.only.is_some() || parts.iter().any(moves)) {
            self.numbered(old, new, parts);
        } else if self.only.is_some() {
            parts.iter().filter(|part| is_shown(part, new.tag)).for_each(|part| self.part(part));
        } else {
            self.parts(parts);
        }
        self.ink.close(shell);
    }

    /// A numbered list in which an item is gone, or of which a part is shown: every item keeps its own number.
    fn numbered(&mut self, old: &Block<'h>, new: &Block<'h>, parts: &[Part<'t, 'h>]) {
        let start =
            |list: &Block| attribute(list.open, "start").and_then(|it| it.parse().ok()).unwrap_or(1_usize);
        let (mut old_number, mut new_number) = (start(old), start(new));
        for part in parts {
            let (olds, news) = match part {
                Part::Recast { old, new, .. } => (old.len(), new.len()),
                Part::Removed(..) => (1, 0),
                Part::Added(..) => (0, 1),
                Part::Same(_) | Part::Within { .. } => (1, 1),
            };
            if self.only.is_none() || is_shown(part, new.tag) {
                let is_old = news == 0 || self.only == Some(Side::Old);
                self.ink.number = Some(if is_old { old_number } else { new_number });
                self.part(part);
                self.ink.number = None;
            }
            old_number += olds;
            new_number += news;
        }
    }

    /// Blocks that became others: in the new ones, with the old words where they stood.
    fn recast(&mut self, old: &'t [Block<'h>], new: &'t [Block<'h>], steps: &[Step]) {
        let (blocks, side) = if self.only == Some(Side::Old) { (old, Side::Old) } else { (new, Side::New) };
        if self.only.is_none() && old.len() != new.len() {
            let told = if old.len() < new.len() { &self.words.split } else { &self.words.merged };
            // No word changed by that, so nothing else would show it.
            self.parted = Some(told);
        }
        let mut rest = steps;
        let last = blocks.last();
        let first = self.ink.number;
        for (index, block) in blocks.iter().enumerate() {
            let is_last = last.is_some_and(|last| std::ptr::eq(last, block));
            self.ink.number = first.map(|first| first + index);
            rest = self.recast_block(block, side, rest, is_last);
        }
    }

    fn recast_block<'s>(
        &mut self,
        block: &'t Block<'h>,
        side: Side,
        steps: &'s [Step],
        is_last: bool,
    ) -> &'s [Step] {
        self.ink.open(block, side, None);
        let mut rest = steps;
        if block.children.is_empty() {
            if let Some(told) = self.parted.take() {
                self.ink.drawn("span", "drawn parted", told);
            }
            let own = |step: &Step| match *step {
                Step::Same { old, new } => Some(if side == Side::Old { old } else { new }),
                Step::Removed(old) => (side == Side::Old).then_some(old),
                Step::Added(new) => (side == Side::New).then_some(new),
            };
            let beyond = |step: &Step| own(step).is_some_and(|at| at >= block.tokens.end);
            let mut end = steps.iter().position(beyond).unwrap_or(steps.len());
            // What was removed between two blocks stands at the end of the first that has words.
            if block.tokens.is_empty() && !is_last {
                end = 0;
            }
            self.steps(&steps[..end]);
            rest = &steps[end..];
        }
        for (index, child) in block.children.iter().enumerate() {
            rest = self.recast_block(child, side, rest, is_last && index + 1 == block.children.len());
        }
        self.ink.close(block);
        rest
    }

    /// A new or gone block whose mark cannot stand round it: it stands in it.
    fn inside(&mut self, block: &Block<'h>, mark: Mark) {
        let side = side_of(mark);
        if !self.shows(side) {
            return;
        }
        let spoken = self.spoken(mark);
        if holds_only_blocks(block.tag) {
            self.ink.open(block, side, Some(class_of(mark)));
            for child in &block.children {
                self.inside(child, mark);
            }
            return self.ink.close(block);
        }
        self.ink.open(block, side, (!block.tag.is_empty()).then(|| class_of(mark)));
        if !block.tokens.is_empty() {
            self.ink.begin(mark, "", spoken);
            self.content(block, side);
            self.ink.end(mark, spoken);
        }
        self.ink.close(block);
    }

    fn moved_away(&mut self, block: &Block<'h>, number: Move) {
        if !self.shows(Side::Old) {
            return;
        }
        let spoken = Spoken { before: &self.words.moved_away, after: &self.words.moved_end };
        self.enclosed(block, Side::Old, Mark::Removed, number, spoken, |weave| {
            weave.content(block, Side::Old);
        });
    }

    fn moved_here(&mut self, block: &Block<'h>, number: Move, parts: &[Part<'t, 'h>]) {
        if !self.shows(Side::New) {
            return;
        }
        let spoken = Spoken { before: &self.words.moved_here, after: &self.words.moved_end };
        self.enclosed(block, Side::New, Mark::Added, number, spoken, |weave| match parts {
            [Part::Within { parts, .. }] => weave.parts(parts),
            [Part::Recast { steps, .. }] if block.children.is_empty() => weave.steps(steps),
            _ => weave.content(block, Side::New),
        });
    }

    /// A moved block with its mark and the link to its other place.
    fn enclosed(
        &mut self,
        block: &Block<'h>,
        side: Side,
        mark: Mark,
        number: Move,
        spoken: Spoken,
        content: impl FnOnce(&mut Self),
    ) {
        let class = match mark {
            Mark::Added => "is-moved-here",
            Mark::Removed => "is-moved-away",
        };
        if holds_only_blocks(block.tag) {
            // A row: its first cell tells where it went, all are marked.
            self.ink.open(block, side, Some(class));
            for (index, cell) in block.children.iter().enumerate() {
                self.ink.open(cell, side, None);
                let (spoken, place) =
                    if index == 0 { (spoken, Some(number)) } else { (Spoken::default(), None) };
                self.moved(mark, place, "moved", spoken, |weave| weave.content(cell, side));
                self.ink.close(cell);
            }
            return self.ink.close(block);
        }
        if needs_mark_inside(block.tag) {
            self.ink.open(block, side, Some(class));
            self.moved(mark, Some(number), "moved", spoken, content);
        } else {
            self.moved(mark, Some(number), "moved block", spoken, |weave| {
                weave.ink.open(block, side, None);
                content(weave);
                weave.ink.close(block);
            });
            return;
        }
        self.ink.close(block);
    }

    /// The mark of what was moved, with an id of its own where it is linked to.
    pub(crate) fn moved(
        &mut self,
        mark: Mark,
        number: Option<Move>,
        class: &str,
        spoken: Spoken,
        content: impl FnOnce(&mut Self),
    ) {
        let (own, other, label) = match mark {
            Mark::Added => ("till", "fran", &self.words.to_old_place),
            Mark::Removed => ("fran", "till", &self.words.to_new_place),
        };
        match number.filter(|_| self.ink.ids) {
            Some(Move(number)) => {
                self.ink.begin(mark, &format!(" class=\"{class}\" id=\"s-flytt-{number}-{own}\""), spoken);
                self.ink.drawn(&format!("a href=\"#s-flytt-{number}-{other}\""), "drawn", label);
            }
            None => self.ink.begin(mark, &format!(" class=\"{class}\""), spoken),
        }
        content(self);
        self.ink.end(mark, spoken);
    }
}

fn side_of(mark: Mark) -> Side {
    match mark {
        Mark::Added => Side::New,
        Mark::Removed => Side::Old,
    }
}

fn class_of(mark: Mark) -> &'static str {
    match mark {
        Mark::Added => "is-added",
        Mark::Removed => "is-removed",
    }
}

/// Beside the other side stands what changed, and what it cannot be understood without.
fn is_shown(part: &Part, within: &str) -> bool {
    match part {
        Part::Same(block) => matches!(within, "tr" | "dl" | "figure") || block.tag == "thead",
        _ => true,
    }
}

/// Whether anything in a part differs that stands on this side.
fn concerns(part: &Part, side: Side) -> bool {
    match part {
        Part::Same(_) => false,
        Part::Within { parts, .. } => parts.iter().any(|part| concerns(part, side)),
        Part::Recast { .. } => true,
        Part::Removed(..) => side == Side::Old,
        Part::Added(..) => side == Side::New,
    }
}

/// A wholly new or gone block round which its mark may stand.
fn stands_alone(part: &Part) -> Option<Mark> {
    match part {
        Part::Added(block, None) if !needs_mark_inside(block.tag) => Some(Mark::Added),
        Part::Removed(block, None) if !needs_mark_inside(block.tag) => Some(Mark::Removed),
        _ => None,
    }
}

/// Elements that may only stand in an element of one kind: nothing may come between.
fn needs_mark_inside(tag: &str) -> bool {
    holds_only_blocks(tag)
        || matches!(
            tag,
            "" | "li" | "dt" | "dd" | "td" | "th" | "caption" | "figcaption" | "summary" | "col" | "colgroup"
        )
}

/// Elements that hold nothing but cells or rows.
fn holds_only_blocks(tag: &str) -> bool {
    matches!(tag, "tr" | "thead" | "tbody" | "tfoot")
}
