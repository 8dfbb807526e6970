//! Which blocks of the old text became which of the new: paragraphs, items, rows, cells, to any depth.

use std::collections::BTreeSet;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::compare::likeness::Bag;
use crate::compare::markup::{Block, Text};
use crate::compare::part::Part;
use crate::compare::section::tokens;
use crate::compare::steps::steps;

/// Two blocks with so much in common are the same, changed.
const SAME_BLOCK: f64 = 0.5;

/// The same for lists and tables, which grow: their items are held against each other anyway.
const GROWN: f64 = 0.25;

/// Several blocks that together say what one said are that one, parted.
const PARTED: f64 = 0.7;

/// A neighbour belongs to a block that was parted or joined if it adds so much to what they have in common.
const GAIN: f64 = 0.04;

/// A block with fewer words and signs may stand anywhere by chance.
const KNOWN_ANYWHERE: usize = 8;

/// Beyond so many pairs of blocks likeness is not asked: it would take too long.
const MOST_PAIRS: usize = 200_000;

/// The two texts whose blocks are aligned.
#[derive(Clone, Copy)]
pub(crate) struct Aligner<'c, 't, 'h> {
    pub(crate) old: &'t Text<'h>,
    pub(crate) new: &'t Text<'h>,
    known: &'t Known,
    /// The columns of the table that is being aligned; none outside one.
    columns: &'c [Column],
}

/// The blocks of two texts that say enough to be known wherever they stand.
pub(crate) struct Known {
    old: BTreeSet<u64>,
    new: BTreeSet<u64>,
}

impl Known {
    pub(crate) fn of(old: &Text, new: &Text) -> Self {
        let mut known = Self { old: BTreeSet::new(), new: BTreeSet::new() };
        gather(&old.blocks, &mut known.old);
        gather(&new.blocks, &mut known.new);
        known
    }

    /// A block that stands unchanged elsewhere has moved: it did not become another.
    fn stands_elsewhere(&self, old: &Block, new: &Block) -> bool {
        self.new.contains(&old.key) || self.old.contains(&new.key)
    }
}

fn gather(blocks: &[Block], keys: &mut BTreeSet<u64>) {
    for block in blocks {
        if block.tokens.len() >= KNOWN_ANYWHERE && matches!(block.group(), "p" | "li") {
            keys.insert(block.key);
        }
        gather(&block.children, keys);
    }
}

impl<'t, 'h> Aligner<'_, 't, 'h> {
    pub(crate) fn new(old: &'t Text<'h>, new: &'t Text<'h>, known: &'t Known) -> Self {
        Self { old, new, known, columns: &[] }
    }

    /// What became of the blocks of an element, or of a section.
    pub(crate) fn align(self, olds: &'t [Block<'h>], news: &'t [Block<'h>]) -> Vec<Part<'t, 'h>> {
        let keys = |blocks: &[Block]| -> Vec<u64> { blocks.iter().map(|block| block.key).collect() };
        let mut parts = Vec::with_capacity(news.len());
        for op in capture_diff_slices(Algorithm::Myers, &keys(olds), &keys(news)) {
            match op {
                DiffOp::Equal { old_index, new_index, len } => {
                    let pairs =
                        olds[old_index..old_index + len].iter().zip(&news[new_index..new_index + len]);
                    parts.extend(pairs.map(|(old, new)| self.one(old, new)));
                }
                _ => self.gap(&olds[op.old_range()], &news[op.new_range()], &mut parts),
            }
        }
        parts
    }

    /// One block that became another.
    pub(crate) fn one(self, old: &'t Block<'h>, new: &'t Block<'h>) -> Part<'t, 'h> {
        if old.exact == new.exact {
            Part::Same(new)
        } else if old.tag == "table" && new.tag == "table" {
            let columns = columns(old, new);
            let within = Aligner { columns: &columns, ..self };
            Part::Within { old, new, parts: within.align(&old.children, &new.children) }
        } else if old.tag == "tr" && new.tag == "tr" {
            Part::Within { old, new, parts: self.cells(&old.children, &new.children) }
        } else if old.group() == new.group() && !old.is_leaf() && !new.is_leaf() {
            Part::Within { old, new, parts: self.align(&old.children, &new.children) }
        } else {
            self.recast(std::slice::from_ref(old), std::slice::from_ref(new))
        }
    }

    fn recast(self, old: &'t [Block<'h>], new: &'t [Block<'h>]) -> Part<'t, 'h> {
        Part::Recast { old, new, steps: steps(self.old, self.new, tokens(old), tokens(new)) }
    }

    /// Blocks that became others by being parted or joined; nothing where too little of them is kept in order.
    fn parted(self, old: &'t [Block<'h>], new: &'t [Block<'h>]) -> Option<Part<'t, 'h>> {
        let steps = steps(self.old, self.new, tokens(old), tokens(new));
        let kept = steps.iter().filter(|step| step.is_same()).count();
        let all = tokens(old).len().max(tokens(new).len());
        (kept * 2 >= all).then_some(Part::Recast { old, new, steps })
    }

    /// Blocks between others that are the same.
    fn gap(self, olds: &'t [Block<'h>], news: &'t [Block<'h>], parts: &mut Vec<Part<'t, 'h>>) {
        let bags = |text: &Text, blocks: &[Block]| -> Vec<Bag> {
            blocks.iter().map(|block| Bag::of(text, block.tokens.clone())).collect()
        };
        let (old_bags, new_bags) = (bags(self.old, olds), bags(self.new, news));
        let (mut old_at, mut new_at) = (0, 0);
        let pairs = likest(self.known, olds, news, &old_bags, &new_bags);
        for (index, (old, new)) in pairs.iter().copied().enumerate() {
            let next = pairs.get(index + 1).copied().unwrap_or((olds.len(), news.len()));
            let (olds_here, news_here) = if is_running(&olds[old]) {
                widen((old, new), (old_at..next.0, new_at..next.1), &old_bags, &new_bags)
            } else {
                (old..old + 1, new..new + 1)
            };
            self.unlike(&olds[old_at..olds_here.start], &news[new_at..news_here.start], parts);
            (old_at, new_at) = (olds_here.end, news_here.end);
            let parted = (olds_here.len() != news_here.len())
                .then(|| self.parted(&olds[olds_here.clone()], &news[news_here.clone()]))
                .flatten();
            match parted {
                Some(part) => parts.push(part),
                None => {
                    self.unlike(&olds[olds_here.start..old], &news[news_here.start..new], parts);
                    parts.push(self.one(&olds[old], &news[new]));
                    self.unlike(&olds[old + 1..olds_here.end], &news[new + 1..news_here.end], parts);
                }
            }
        }
        self.unlike(&olds[old_at..], &news[new_at..], parts);
    }

    /// A cell is held against the one of its own column, whatever stands in the others: in a tariff the new
    /// price of one zone is often the old price of the next.
    fn cells(self, olds: &'t [Block<'h>], news: &'t [Block<'h>]) -> Vec<Part<'t, 'h>> {
        let count = |side: fn(&Column) -> Option<usize>| self.columns.iter().filter_map(side).count();
        let headed = olds.len() == count(|it| it.0) && news.len() == count(|it| it.1);
        let by_place: Vec<Column>;
        let columns = if headed {
            self.columns
        } else {
            let place = |at: usize| ((at < olds.len()).then_some(at), (at < news.len()).then_some(at));
            by_place = (0..olds.len().max(news.len())).map(place).collect();
            &by_place
        };
        let part = |column: &Column| match *column {
            (Some(old), Some(new)) => Some(self.one(&olds[old], &news[new])),
            (Some(old), None) => Some(Part::Removed(&olds[old], None)),
            (None, Some(new)) => Some(Part::Added(&news[new], None)),
            (None, None) => None,
        };
        columns.iter().filter_map(part).collect()
    }

    /// Blocks of which none is like any other; together they may still say the same, in other elements.
    fn unlike(self, olds: &'t [Block<'h>], news: &'t [Block<'h>], parts: &mut Vec<Part<'t, 'h>>) {
        if !olds.is_empty() && !news.is_empty() {
            let (old, new) = (Bag::of(self.old, tokens(olds)), Bag::of(self.new, tokens(news)));
            let same = (old.likeness(&new) >= PARTED).then(|| self.parted(olds, news)).flatten();
            if let Some(part) = same {
                return parts.push(part);
            }
        }
        parts.extend(olds.iter().map(|block| Part::Removed(block, None)));
        parts.extend(news.iter().map(|block| Part::Added(block, None)));
    }
}

/// A column by its place in the old table and in the new.
type Column = (Option<usize>, Option<usize>);

/// Which column of the old table is which of the new, by their heads; heads between the same two are paired by
/// place. None for tables without heads.
fn columns(old: &Block, new: &Block) -> Vec<Column> {
    let heads = |table: &Block| -> Vec<u64> {
        let head =
            table.children.iter().find(|part| part.tag == "thead").and_then(|head| head.children.first());
        head.map(|row| row.children.iter().map(|cell| cell.key).collect()).unwrap_or_default()
    };
    let (olds, news) = (heads(old), heads(new));
    let mut columns = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &olds, &news) {
        let (olds, news) = (op.old_range(), op.new_range());
        let place = |at: usize| {
            let within = |range: &Range<usize>| (at < range.len()).then_some(range.start + at);
            (within(&olds), within(&news))
        };
        columns.extend((0..olds.len().max(news.len())).map(place));
    }
    columns
}

/// The pairs, in order on both sides, that have most in common.
fn likest(
    known: &Known,
    olds: &[Block],
    news: &[Block],
    old_bags: &[Bag],
    new_bags: &[Bag],
) -> Vec<(usize, usize)> {
    let (height, width) = (olds.len(), news.len());
    if height == 0 || width == 0 || height * width > MOST_PAIRS {
        return Vec::new();
    }
    let mut scores = vec![0.0; height * width];
    for (old, block) in olds.iter().enumerate() {
        for (new, other) in news.iter().enumerate() {
            if !known.stands_elsewhere(block, other) {
                scores[old * width + new] = pair_score(block, other, &old_bags[old], &new_bags[new]);
            }
        }
    }
    // The best total of the blocks from here on.
    let mut best = vec![0.0_f64; (height + 1) * (width + 1)];
    let at = |old: usize, new: usize| old * (width + 1) + new;
    for old in (0..height).rev() {
        for new in (0..width).rev() {
            let score = scores[old * width + new];
            let paired = if score > 0.0 { score + best[at(old + 1, new + 1)] } else { 0.0 };
            best[at(old, new)] = paired.max(best[at(old + 1, new)]).max(best[at(old, new + 1)]);
        }
    }
    let (mut old, mut new, mut pairs) = (0, 0, Vec::new());
    while old < height && new < width {
        let score = scores[old * width + new];
        let here = best[at(old, new)];
        if score > 0.0 && here <= score + best[at(old + 1, new + 1)] {
            pairs.push((old, new));
            (old, new) = (old + 1, new + 1);
        } else if here <= best[at(old + 1, new)] {
            old += 1;
        } else {
            new += 1;
        }
    }
    pairs
}

/// What two blocks have in common; nothing where they cannot be the same.
fn pair_score(old: &Block, new: &Block, old_bag: &Bag, new_bag: &Bag) -> f64 {
    if old.group() != new.group() {
        return 0.0;
    }
    // A table has one head.
    if old.tag == "thead" {
        return 1.0;
    }
    let likeness = old_bag.likeness(new_bag);
    let least = match old.tag {
        "ul" | "ol" | "dl" | "table" | "tbody" | "section" | "div" | "blockquote" | "details" | "figure" => {
            GROWN
        }
        // A row is known by its first cell.
        "tr" if same_head(old, new) => return likeness.max(SAME_BLOCK),
        _ => SAME_BLOCK,
    };
    if likeness >= least { likeness } else { 0.0 }
}

/// Whether a block is running text, which may be parted and joined.
fn is_running(block: &Block) -> bool {
    matches!(block.group(), "p" | "li") && block.children.iter().all(|child| child.group() == "p")
}

fn same_head(old: &Block, new: &Block) -> bool {
    let head = |row: &Block| row.children.first().filter(|cell| !cell.tokens.is_empty()).map(|cell| cell.key);
    head(old).is_some() && head(old) == head(new)
}

/// A block that was parted, or several that were joined: takes in those free neighbours that make
/// the two sides more alike.
fn widen(
    pair: (usize, usize),
    free: (Range<usize>, Range<usize>),
    old_bags: &[Bag],
    new_bags: &[Bag],
) -> (Range<usize>, Range<usize>) {
    let (old, new) = pair;
    let joined = grow(old, free.0, old_bags, &new_bags[new]);
    if joined.len() > 1 {
        return (joined, new..new + 1);
    }
    (old..old + 1, grow(new, free.1, new_bags, &old_bags[old]))
}

/// The neighbours of a block that together with it are more like another than it is alone.
fn grow(block: usize, free: Range<usize>, bags: &[Bag], other: &Bag) -> Range<usize> {
    let mut grown = block..block + 1;
    let mut bag = bags[block].clone();
    loop {
        let before = grown.start.checked_sub(1).filter(|at| *at >= free.start);
        let after = Some(grown.end).filter(|at| *at < free.end);
        let now = bag.likeness(other);
        let more = |at: usize| {
            let with = bag.with(&bags[at]);
            (with.likeness(other), at, with)
        };
        let best = [before, after].into_iter().flatten().map(more).max_by(|a, b| a.0.total_cmp(&b.0));
        match best.filter(|(likeness, ..)| *likeness > now + GAIN) {
            Some((_, at, with)) => {
                grown = grown.start.min(at)..grown.end.max(at + 1);
                bag = with;
            }
            None => return grown,
        }
    }
}
