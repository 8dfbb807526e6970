//! How alike two stretches of text are, by the words they hold; order does not count.

use std::ops::Range;

use crate::compare::markup::Text;
use crate::compare::token::TokenKind;

/// The words of a stretch, sorted; signs and numbers of notes do not count.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bag(Vec<u32>);

impl Bag {
    pub(crate) fn of(text: &Text, range: Range<usize>) -> Self {
        let words = text.tokens[range].iter().filter(|token| token.kind == TokenKind::Word);
        let mut words: Vec<u32> = words.map(|token| token.key).collect();
        words.sort_unstable();
        Self(words)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// 1 for the same words, 0 for none in common (Dice's coefficient over words with their number).
    pub(crate) fn likeness(&self, other: &Self) -> f64 {
        let total = self.len() + other.len();
        if total == 0 {
            return 0.0;
        }
        let (mut ours, mut theirs, mut common) = (0, 0, 0);
        while let (Some(our), Some(their)) = (self.0.get(ours), other.0.get(theirs)) {
            common += usize::from(our == their);
            ours += usize::from(our <= their);
            theirs += usize::from(their <= our);
        }
        share(2 * common, total)
    }

    /// The words of both.
    pub(crate) fn with(&self, other: &Self) -> Self {
        let mut words: Vec<u32> = self.0.iter().chain(&other.0).copied().collect();
        words.sort_unstable();
        Self(words)
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of words")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
