//! What became of each part of a text: the comparison as a tree, before anybody tells it.

use crate::compare::markup::Block;
use crate::compare::section::Section;

/// What became of blocks, in reading order. All old blocks stand in it in their order, and all new ones
/// in theirs: without what was added it is the old text, without what was removed the new.
#[derive(Debug)]
pub(crate) enum Part<'t, 'h> {
    /// It reads as before.
    Same(&'t Block<'h>),
    /// The element is the same, something in it is not.
    Within { old: &'t Block<'h>, new: &'t Block<'h>, parts: Vec<Part<'t, 'h>> },
    /// These blocks became those, word by word.
    Recast { old: &'t [Block<'h>], new: &'t [Block<'h>], steps: Vec<Step> },
    /// It is gone, or went elsewhere.
    Removed(&'t Block<'h>, Option<Move>),
    /// It is new, or came from elsewhere: then with what changed in it on the way.
    Added(&'t Block<'h>, Option<(Move, Vec<Part<'t, 'h>>)>),
}

/// A number that both places of what was moved know, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Move(pub(crate) usize);

/// What became of a word, by its place among the words of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Same { old: usize, new: usize },
    Removed(usize),
    Added(usize),
}

impl Step {
    pub(crate) fn is_same(self) -> bool {
        matches!(self, Self::Same { .. })
    }
}

/// What became of a section. In a list of them all old sections are in their order, and all new ones in theirs.
pub(crate) struct Passage<'s, 't, 'h> {
    pub(crate) old: Option<&'s Section<'t, 'h>>,
    pub(crate) new: Option<&'s Section<'t, 'h>>,
    pub(crate) fate: Fate,
    /// The heading, where both texts have one; a new or gone heading is the first of the parts.
    pub(crate) heading: Vec<Step>,
    pub(crate) parts: Vec<Part<'t, 'h>>,
}

/// What became of a section as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Kept,
    Added,
    Removed,
    /// It stands here now.
    MovedHere(Move),
    /// It stood here; its parts are told where it stands now.
    MovedAway(Move),
}
