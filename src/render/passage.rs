//! The words of one paragraph, heading or cell as they are read, and where each of them is written.

use std::ops::Range;

use comrak::nodes::Sourcepos;

use crate::render::exchange::Lines;

/// Stands for what is no word of the language: code, an image.
const OTHER: char = '\u{fffc}';

/// One passage. It is emptied and used again, for a text has many.
#[derive(Default)]
pub(crate) struct Passage {
    text: String,
    /// What the parser gave at a time, with where it is written.
    pieces: Vec<(Range<usize>, Sourcepos)>,
    links: Vec<Range<usize>>,
    open_link: Option<usize>,
}

impl Passage {
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
        self.links.clear();
        self.open_link = None;
    }

    pub(crate) fn words(&mut self, words: &str, place: Sourcepos) {
        let start = self.text.len();
        self.text.push_str(words);
        self.pieces.push((start..self.text.len(), place));
    }

    pub(crate) fn space(&mut self) {
        self.text.push(' ');
    }

    pub(crate) fn other(&mut self) {
        self.text.push(OTHER);
    }

    pub(crate) fn open_link(&mut self) {
        self.open_link = Some(self.text.len());
    }

    pub(crate) fn close_link(&mut self) {
        self.links.extend(self.open_link.take().map(|start| start..self.text.len()));
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether any of a stretch is part of a link.
    pub(crate) fn is_linked(&self, range: &Range<usize>) -> bool {
        self.links.iter().any(|link| link.start < range.end && range.start < link.end)
    }

    /// Where a stretch of the text is written. Where a piece differs from what is written, for it holds
    /// an entity or a backslash, and the stretch cannot be found in it, the piece stands for it.
    pub(crate) fn written(&self, range: &Range<usize>, lines: &Lines) -> Range<usize> {
        let start = self.piece(range.start, range, lines).start;
        let end = self.piece(range.end.saturating_sub(1), range, lines).end;
        start..end.max(start)
    }

    /// Where the part of a stretch is written that the piece around a byte has of it.
    fn piece(&self, at: usize, range: &Range<usize>, lines: &Lines) -> Range<usize> {
        let index = self.pieces.partition_point(|(piece, _)| piece.start <= at).saturating_sub(1);
        let Some((piece, place)) = self.pieces.get(index) else { return 0..0 };
        let all = lines.range(*place);
        let source = &lines.text()[all.clone()];
        let wanted = piece.start.max(range.start)..piece.end.min(range.end);
        let Some(part) = self.text.get(wanted.clone()) else { return all };
        // What is written is never shorter than what is read.
        let from = source.floor_char_boundary(wanted.start - piece.start);
        match source[from..].find(part) {
            Some(found) => all.start + from + found..all.start + from + found + part.len(),
            None => all,
        }
    }
}

/// The words of a text with the byte at which each begins, punctuation included.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// A word without what stands around it.
pub(crate) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
