//! A text as sections: what stands under each heading, up to the next.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use crate::compare::exchange::Label;
use crate::compare::markup::{Block, Text};
use crate::compare::token::{TokenKind, plain};

/// The text under one heading; sections below it are sections of their own.
pub(crate) struct Section<'t, 'h> {
    pub(crate) label: Label,
    /// 2–6; 0 for what has no heading.
    pub(crate) level: u8,
    pub(crate) heading: Option<&'t Block<'h>>,
    pub(crate) blocks: &'t [Block<'h>],
    /// The section that this one is below.
    pub(crate) parent: Option<usize>,
    /// The heading's words and those of the headings above it, whatever their typography and case.
    pub(crate) path: String,
    /// The heading's words alone.
    pub(crate) title: String,
    /// Equal for sections whose blocks say the same.
    pub(crate) content: u64,
    /// How many words stand in it, its heading apart.
    pub(crate) words: usize,
}

impl Section<'_, '_> {
    /// The number in its heading.
    pub(crate) fn number(&self) -> Option<&str> {
        match &self.label {
            Label::Section { number, .. } => number.as_deref(),
            _ => None,
        }
    }

    /// Every word in it, its heading apart.
    pub(crate) fn tokens(&self) -> Range<usize> {
        tokens(self.blocks)
    }
}

/// The words of blocks in a row.
pub(crate) fn tokens(blocks: &[Block]) -> Range<usize> {
    match (blocks.first(), blocks.last()) {
        (Some(first), Some(last)) => first.tokens.start..last.tokens.end,
        _ => 0..0,
    }
}

/// Cuts a text at its headings. The text before the first is a section if there is any.
pub(crate) fn sections<'t, 'h>(text: &'t Text<'h>) -> Vec<Section<'t, 'h>> {
    let mut sections: Vec<Section> = Vec::new();
    let starts: Vec<usize> = (0..text.blocks.len()).filter(|at| begins(&text.blocks[*at])).collect();
    let opening = starts.first().copied().unwrap_or(text.blocks.len());
    if opening > 0 {
        sections.push(section(text, None, &text.blocks[..opening], Label::Opening));
    }
    for (index, at) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(text.blocks.len());
        let block = &text.blocks[*at];
        let mut found = if is_heading(block) {
            section(text, Some(block), &text.blocks[at + 1..end], label(text, block))
        } else {
            section(text, None, &text.blocks[*at..end], Label::Footnotes)
        };
        found.parent =
            (0..sections.len()).rev().find(|above| sections[*above].level < found.level && found.level > 2);
        if let Some(above) = found.parent.filter(|above| sections[*above].level > 0) {
            found.path = format!("{}\u{0}{}", sections[above].path, found.path);
        }
        sections.push(found);
    }
    sections
}

fn begins(block: &Block) -> bool {
    is_heading(block) || block.open.contains("class=\"footnotes\"")
}

pub(crate) fn is_heading(block: &Block) -> bool {
    block.open.contains("class=\"heading\"")
}

fn section<'t, 'h>(
    text: &Text,
    heading: Option<&'t Block<'h>>,
    blocks: &'t [Block<'h>],
    label: Label,
) -> Section<'t, 'h> {
    let title = match &label {
        Label::Section { title, .. } => plain(title).to_lowercase(),
        Label::Opening => "\u{1}".into(),
        Label::Footnotes => "\u{2}".into(),
    };
    let level =
        heading.and_then(|block| block.children.first()?.tag.as_bytes().get(1).map(|level| level - b'0'));
    let mut content = DefaultHasher::new();
    for block in blocks {
        block.key.hash(&mut content);
    }
    Section {
        level: level.unwrap_or(0),
        heading,
        blocks,
        parent: None,
        path: title.clone(),
        title,
        content: content.finish(),
        words: text.count(tokens(blocks)),
        label,
    }
}

/// Whether a heading is nothing but a number: of a paragraph, a chapter, an annex.
fn is_number(heading: &str) -> bool {
    let plain = plain(heading).to_lowercase();
    let words: Vec<&str> = plain.split([' ', '.']).filter(|word| !word.is_empty()).collect();
    let counts = |word: &str| {
        word.chars().all(|it| it.is_ascii_digit()) || word.trim_end_matches('§').chars().count() <= 1
    };
    let names =
        |word: &str| matches!(word, "kap" | "kapitel" | "bilaga" | "avsnitt" | "del" | "punkt" | "artikel");
    words.iter().any(|word| counts(word)) && words.iter().all(|word| counts(word) || names(word))
}

fn label(text: &Text, heading: &Block) -> Label {
    let range = heading.tokens.clone();
    let split = range.clone().find(|at| text.tokens[*at].kind != TokenKind::Number).unwrap_or(range.end);
    let number = (split > range.start).then(|| text.words(range.start..split));
    let title = text.words(split..range.end);
    match number {
        // "3 a §", "Bilaga 2": in a by-law the number is all there is, and it is no title.
        None if is_number(&title) => Label::Section { number: Some(title), title: String::new() },
        number => Label::Section { number, title },
    }
}
