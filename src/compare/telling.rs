//! What happened in a section, in kinds and numbers: what a summary in words is made from.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compare::exchange::{BlockKind, Fate as BlockFate, Happening, Label, Sections, Tally, WordCount};
use crate::compare::markup::{Block, Text, attribute};
use crate::compare::part::{Fate, Move, Part, Passage, Step};
use crate::compare::section::{Section, is_heading};
use crate::compare::token::{TokenKind, plain};

/// A passage of so many words is told in full.
const TELLABLE: usize = 8;

/// Both texts, and where each move began and ended.
pub(crate) struct Teller<'t, 'h> {
    old: &'t Text<'h>,
    new: &'t Text<'h>,
    ends: BTreeMap<Move, (usize, usize)>,
    labels: Vec<Label>,
}

/// What is told of a section.
#[derive(Default)]
pub(crate) struct Told {
    pub(crate) happenings: Vec<Happening>,
    /// References to footnotes that came or went, where nothing else did.
    pub(crate) marks: usize,
    pub(crate) words: WordCount,
}

impl<'t, 'h> Teller<'t, 'h> {
    pub(crate) fn new(old: &'t Text<'h>, new: &'t Text<'h>, passages: &[Passage]) -> Self {
        let mut ends = BTreeMap::new();
        for (at, passage) in passages.iter().enumerate() {
            gather(&passage.parts, at, &mut ends);
        }
        let label = |passage: &Passage| match passage.new.or(passage.old) {
            Some(section) => section.label.clone(),
            None => Label::Opening,
        };
        Self { old, new, ends, labels: passages.iter().map(label).collect() }
    }

    /// What happened in one of the passages.
    pub(crate) fn tell(&self, passages: &[Passage], at: usize) -> Told {
        let passage = &passages[at];
        let mut told = Told::default();
        let (old, new) = (passage.old, passage.new);
        let notes = self.labels[at] == Label::Footnotes;
        // What has no heading is no section that can come or go: its blocks are.
        let headed = matches!(self.labels[at], Label::Section { .. });
        match passage.fate {
            Fate::MovedAway(_) => return told,
            Fate::Added if headed => told.happenings.extend(new.map(|new| Happening::Added(new.words))),
            Fate::Removed if headed => told.happenings.extend(old.map(|old| Happening::Removed(old.words))),
            Fate::MovedHere(number) => {
                let leads = at == 0 || passages[at - 1].fate != Fate::MovedHere(number);
                told.words.moved += new.map_or(0, |new| new.words);
                if leads {
                    told.happenings.push(Happening::Moved(Self::above(passages, at)));
                }
            }
            _ => {}
        }
        if let (Some(old), Some(new)) = (old, new) {
            told.happenings.extend(heading(old, new));
            if !new.title.is_empty() {
                self.count_heading(&passage.heading, &mut told.words);
            }
        }
        let mut tale = Tale {
            teller: self,
            at,
            notes,
            blocks: BTreeMap::new(),
            runs: Vec::new(),
            marks: 0,
            words: WordCount::default(),
        };
        tale.parts(&passage.parts);
        let whole = matches!(passage.fate, Fate::Added | Fate::Removed) && headed;
        told.words.added += tale.words.added;
        told.words.removed += tale.words.removed;
        told.words.moved += tale.words.moved;
        let moves = |fate: &BlockFate| matches!(fate, BlockFate::MovedFrom(_) | BlockFate::MovedTo(_));
        let blocks = tale.blocks.into_iter().filter(|((_, fate), _)| !whole || moves(fate));
        told.happenings.extend(blocks.map(|((kind, fate), count)| Happening::Blocks(kind, fate, count)));
        told.happenings.extend(words(&tale.runs));
        told.happenings.extend(signs(&tale.runs));
        if tale.marks > 0 && told.happenings.is_empty() {
            told.marks = tale.marks;
        }
        told
    }

    /// The section that one stands after: of its own rank or the one it stands under.
    fn above(passages: &[Passage], at: usize) -> Option<Label> {
        let level = passages[at].new.map_or(0, |new| new.level);
        let before = passages[..at].iter().rev().filter_map(|passage| passage.new);
        before.into_iter().find(|section| section.level <= level).map(|section| section.label.clone())
    }

    fn count_heading(&self, steps: &[Step], words: &mut WordCount) {
        for step in steps {
            match *step {
                Step::Added(at) if self.new.tokens[at].kind == TokenKind::Word => words.added += 1,
                Step::Removed(at) if self.old.tokens[at].kind == TokenKind::Word => words.removed += 1,
                _ => {}
            }
        }
    }
}

/// Where each moved block went from and to, by passage.
fn gather(parts: &[Part], at: usize, ends: &mut BTreeMap<Move, (usize, usize)>) {
    for part in parts {
        match part {
            Part::Removed(_, Some(number)) => ends.entry(*number).or_default().0 = at,
            Part::Added(_, Some((number, _))) => ends.entry(*number).or_default().1 = at,
            Part::Within { parts, .. } => gather(parts, at, ends),
            _ => {}
        }
    }
}

fn heading(old: &Section, new: &Section) -> Vec<Happening> {
    let (Label::Section { number: old_number, title: old_title }, Label::Section { number, title }) =
        (&old.label, &new.label)
    else {
        return Vec::new();
    };
    let mut told = Vec::new();
    if plain(old_title) != plain(title) {
        told.push(Happening::Renamed(old_title.clone()));
    }
    if old_number != number {
        told.push(Happening::Renumbered(old_number.clone()));
    }
    if old.level != new.level {
        told.push(Happening::Level { from: old.level, to: new.level });
    }
    told
}

/// What happens to the blocks of one section.
struct Tale<'a, 't, 'h> {
    teller: &'a Teller<'t, 'h>,
    at: usize,
    notes: bool,
    blocks: BTreeMap<(BlockKind, BlockFate), usize>,
    /// Words exchanged for others, in blocks that remain.
    runs: Vec<Exchange>,
    /// References to footnotes that came or went.
    marks: usize,
    words: WordCount,
}

/// Words in a row that were exchanged for others.
struct Exchange {
    old: String,
    new: String,
    removed: usize,
    added: usize,
}

impl<'t, 'h> Tale<'_, 't, 'h> {
    fn parts(&mut self, parts: &[Part<'t, 'h>]) {
        for (at, part) in parts.iter().enumerate() {
            match part {
                Part::Same(_) => {}
                Part::Within { new, parts, .. } if new.tag == "table" => self.table(parts),
                Part::Within { old, new, parts } => {
                    if counts_otherwise(old, new) {
                        self.note(new, BlockFate::Renumbered);
                    }
                    self.parts(parts);
                }
                Part::Recast { old, new, steps } => self.recast(old, new, steps),
                // A term and its explanation are one.
                Part::Added(block, None) if explains(parts, at) => {
                    self.words.added += self.teller.new.count(block.tokens.clone());
                }
                Part::Removed(block, None) if explains(parts, at) => {
                    self.words.removed += self.teller.old.count(block.tokens.clone());
                }
                Part::Added(block, None) => self.added(block),
                Part::Removed(block, None) => self.removed(block),
                Part::Added(block, Some((number, inner))) => {
                    self.words.moved += self.teller.new.count(block.tokens.clone());
                    let (from, _) = self.teller.ends[number];
                    let fate = if from == self.at {
                        BlockFate::MovedWithin
                    } else {
                        BlockFate::MovedFrom(self.teller.labels[from].clone())
                    };
                    self.note(block, fate);
                    self.parts(inner);
                }
                Part::Removed(block, Some(number)) => {
                    let (_, to) = self.teller.ends[number];
                    if to != self.at {
                        self.note(block, BlockFate::MovedTo(self.teller.labels[to].clone()));
                    }
                }
            }
        }
    }

    fn added(&mut self, block: &Block<'h>) {
        match kind(block, self.notes) {
            Some(_) => {
                self.words.added += self.teller.new.count(block.tokens.clone());
                self.note(block, BlockFate::Added);
            }
            None => self.exchange(0..0, block.tokens.clone()),
        }
    }

    fn removed(&mut self, block: &Block<'h>) {
        match kind(block, self.notes) {
            Some(_) => {
                self.words.removed += self.teller.old.count(block.tokens.clone());
                self.note(block, BlockFate::Removed);
            }
            None => self.exchange(block.tokens.clone(), 0..0),
        }
    }

    /// Words that stand where others stood; one of both may be none.
    fn exchange(&mut self, old: Range<usize>, new: Range<usize>) {
        let (before, after) = (self.teller.old, self.teller.new);
        let exchange = Exchange {
            old: before.words(old.clone()),
            new: after.words(new.clone()),
            removed: before.count(old.clone()),
            added: after.count(new.clone()),
        };
        self.words.removed += exchange.removed;
        self.words.added += exchange.added;
        // The mark of a note is no word; an image is told as one.
        if !exchange.old.is_empty() || !exchange.new.is_empty() {
            self.runs.push(exchange);
        } else {
            self.marks += old.len().max(new.len());
        }
        self.images(BlockFate::Removed, before, old);
        self.images(BlockFate::Added, after, new);
    }

    fn images(&mut self, fate: BlockFate, text: &Text, range: Range<usize>) {
        let images = text.tokens[range].iter().filter(|token| token.raw.starts_with("<img")).count();
        if images > 0 {
            *self.blocks.entry((BlockKind::Figure, fate)).or_default() += images;
        }
    }

    fn note(&mut self, block: &Block, fate: BlockFate) {
        if is_heading(block) {
            return;
        }
        // Notes and rows that come or go with all that holds them are told one by one.
        if (self.notes && matches!(block.tag, "section" | "ol")) || holds_rows(block) {
            for child in &block.children {
                self.note(child, fate.clone());
            }
            return;
        }
        if let Some(kind) = kind(block, self.notes) {
            *self.blocks.entry((kind, fate)).or_default() += 1;
        }
    }

    /// A table whose every row has one cell more, or less, has another column.
    fn table(&mut self, parts: &[Part<'t, 'h>]) {
        let mut rows = Vec::new();
        rows_of(parts, &mut rows);
        let mut columns = rows.iter().map(|cells| columns(cells));
        let first = columns.next().flatten().filter(|(added, removed)| added + removed > 0);
        if rows.len() < 2 || first.is_none() || columns.any(|other| other != first) {
            return self.parts(parts);
        }
        let (added, removed) = first.unwrap_or_default();
        for (count, fate) in [(added, BlockFate::Added), (removed, BlockFate::Removed)] {
            if count > 0 {
                *self.blocks.entry((BlockKind::Column, fate)).or_default() += count;
            }
        }
        for part in rows.into_iter().flatten() {
            match part {
                Part::Added(cell, None) => self.words.added += self.teller.new.count(cell.tokens.clone()),
                Part::Removed(cell, None) => self.words.removed += self.teller.old.count(cell.tokens.clone()),
                other => self.parts(std::slice::from_ref(other)),
            }
        }
    }

    fn recast(&mut self, old: &[Block], new: &[Block], steps: &[Step]) {
        let running = |blocks: &[Block]| blocks.iter().all(|block| matches!(block.group(), "p" | "li"));
        if running(old) && running(new) && old.len() != new.len() {
            let fate = if old.len() < new.len() { BlockFate::Split } else { BlockFate::Merged };
            self.note(&new[0], fate);
        }
        for change in steps.split(|step| step.is_same()).filter(|change| !change.is_empty()) {
            let olds =
                change.iter().filter_map(|step| if let Step::Removed(at) = step { Some(*at) } else { None });
            let news =
                change.iter().filter_map(|step| if let Step::Added(at) = step { Some(*at) } else { None });
            self.exchange(span(olds), span(news));
        }
    }
}

/// Whether a part is the explanation of a term that came or went just before it.
fn explains(parts: &[Part], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &parts[before]) else { return false };
    match (before, &parts[at]) {
        (Part::Added(term, None), Part::Added(block, None))
        | (Part::Removed(term, None), Part::Removed(block, None)) => term.tag == "dt" && block.tag == "dd",
        _ => false,
    }
}

/// The range of places that follow one another.
fn span(mut places: impl Iterator<Item = usize>) -> Range<usize> {
    let Some(first) = places.next() else { return 0..0 };
    first..places.last().unwrap_or(first) + 1
}

/// All rows of a table, as what became of their cells; nothing for rows that are new, gone or the same.
fn rows_of<'p, 't, 'h>(parts: &'p [Part<'t, 'h>], rows: &mut Vec<&'p [Part<'t, 'h>]>) {
    for part in parts {
        match part {
            Part::Within { new, parts, .. } if new.tag == "tr" => rows.push(parts),
            Part::Within { parts, .. } => rows_of(parts, rows),
            other => rows.push(std::slice::from_ref(other)),
        }
    }
}

/// How many cells a row has more, and how many less; nothing where it is no row of both tables.
fn columns(cells: &[Part]) -> Option<(usize, usize)> {
    let is_cell = |block: &Block| block.group() == "td";
    cells.iter().try_fold((0, 0), |(added, removed), part| match part {
        Part::Added(cell, None) if is_cell(cell) => Some((added + 1, removed)),
        Part::Removed(cell, None) if is_cell(cell) => Some((added, removed + 1)),
        Part::Recast { .. } | Part::Within { .. } => Some((added, removed)),
        Part::Same(cell) if is_cell(cell) => Some((added, removed)),
        _ => None,
    })
}

/// Whether the items of a list have other numbers, or none: "punkt 2" is then another, or nothing.
fn counts_otherwise(old: &Block, new: &Block) -> bool {
    let numbers = |list: &Block| (list.tag == "ol").then(|| attribute(list.open, "start").map(str::to_owned));
    new.group() == "ul" && numbers(old) != numbers(new)
}

fn holds_rows(block: &Block) -> bool {
    matches!(block.tag, "thead" | "tbody" | "tfoot")
}

/// What a block is called; nothing for what is only a part of one.
pub(crate) fn kind(block: &Block, in_notes: bool) -> Option<BlockKind> {
    Some(match block.tag {
        "p" => BlockKind::Paragraph,
        "li" if in_notes => BlockKind::Footnote,
        "h2" if in_notes => return None,
        "li" | "dt" | "dd" => BlockKind::Item,
        "ul" | "ol" | "dl" => BlockKind::List,
        "tr" => BlockKind::Row,
        "table" => BlockKind::Table,
        "div" if block.open.contains("class=\"table-region\"") => BlockKind::Table,
        "figure" => BlockKind::Figure,
        "" | "td" | "th" | "caption" | "figcaption" | "summary" | "col" | "colgroup" => return None,
        _ => BlockKind::Other,
    })
}

/// What is told of words that were exchanged: the only few in full, else how many.
fn words(runs: &[Exchange]) -> Option<Happening> {
    if let [only] = runs
        && only.removed.max(only.added) <= TELLABLE
    {
        return Some(Happening::Passage { old: quoted(&only.old), new: quoted(&only.new) });
    }
    let (mut changed, mut added, mut removed) = (0, 0, 0);
    for run in runs {
        match (run.removed, run.added) {
            (0, new) => added += new,
            (old, 0) => removed += old,
            (old, new) => changed += old.max(new),
        }
    }
    match (runs.len(), changed + added + removed) {
        (0, _) | (_, 0) => None,
        _ => Some(Happening::Words { changed, added, removed }),
    }
}

/// In how many places nothing but signs changed.
fn signs(runs: &[Exchange]) -> Option<Happening> {
    if runs.len() < 2 {
        return None;
    }
    let places = runs.iter().filter(|run| run.removed + run.added == 0).count();
    (places > 0).then_some(Happening::Signs(places))
}

/// Words without the signs that only join them to what stands round them, if there are words.
fn quoted(words: &str) -> String {
    let bare = words.trim_start_matches([',', ';', ':', '.', ' ']).trim_end_matches([',', ';', ':', ' ']);
    if bare.is_empty() { words.to_owned() } else { bare.to_owned() }
}

/// Counts a section that was told.
pub(crate) fn count(tally: &mut Tally, passage: &Passage, told: &Told) {
    tally.words.added += told.words.added;
    tally.words.removed += told.words.removed;
    tally.words.moved += told.words.moved;
    let Sections { added, removed, changed, moved, renumbered } = &mut tally.sections;
    match told.happenings.first() {
        None => {}
        Some(Happening::Added(_)) => *added += 1,
        Some(Happening::Removed(_)) => *removed += 1,
        Some(_) if matches!(passage.fate, Fate::MovedHere(_)) => *moved += 1,
        Some(Happening::Renumbered(_)) if told.happenings.len() == 1 => *renumbered += 1,
        Some(_) => *changed += 1,
    }
}
