//! A rendered text as blocks and words.
//!
//! What is compared is what readers see: the very HTML of the pages, whatever Markdown or raw HTML it
//! came from. That HTML is our writer's own or has been through the sanitiser, so its tags match
//! and its values are quoted; nothing else is read here.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use crate::compare::token::{Lead, Piece, Token, TokenKind, Vocabulary, cut, plain};

/// One rendered text.
pub(crate) struct Text<'h> {
    pub(crate) blocks: Vec<Block<'h>>,
    /// All words, in reading order: every block, and blocks in a row, have a range of them.
    pub(crate) tokens: Vec<Token<'h>>,
    /// Inline elements, by the number in [`Token::style`] less one.
    pub(crate) styles: Vec<Style<'h>>,
}

/// An inline element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style<'h> {
    /// The element round it, from 1; 0 for none.
    pub(crate) outer: u32,
    /// Its start tag as written.
    pub(crate) open: &'h str,
}

/// A paragraph, a list, a row: what stands on lines of its own.
#[derive(Debug)]
pub(crate) struct Block<'h> {
    /// The name of its element; empty for words that stand directly in an element with blocks.
    pub(crate) tag: &'h str,
    /// Its start tag as written.
    pub(crate) open: &'h str,
    /// What stands in it; none for what holds words only.
    pub(crate) children: Vec<Block<'h>>,
    /// Its words, those of its children included.
    pub(crate) tokens: Range<usize>,
    /// White space stands before it.
    pub(crate) spaced: bool,
    /// White space stands before its end.
    pub(crate) spaced_end: bool,
    /// Equal for blocks that say the same.
    pub(crate) key: u64,
    /// Equal for blocks that read the same to the letter, footnote marks and spaces included.
    pub(crate) exact: u64,
}

impl Block<'_> {
    /// Whether it holds words only.
    pub(crate) fn is_leaf(&self) -> bool {
        self.children.is_empty() && !is_container(self.tag)
    }

    /// What kind of element it is: one name for those that may become each other.
    pub(crate) fn group(&self) -> &str {
        match self.tag {
            "ol" => "ul",
            "th" => "td",
            "" => "p",
            // A table's frame, a box and a heading are elements of one name.
            "div" | "section" => attribute(self.open, "class").unwrap_or(self.tag),
            other => other,
        }
    }
}

impl<'h> Text<'h> {
    /// Reads a text that this program has rendered.
    pub(crate) fn read(html: &'h str, words: &mut Vocabulary) -> Self {
        let mut reader = Reader {
            words,
            text: Text { blocks: Vec::new(), tokens: Vec::new(), styles: Vec::new() },
            open: Vec::new(),
            loose: None,
            style: 0,
            // Nothing stands before the first block for white space to part it from.
            gap: Lead::Space,
            kept: 0,
            hidden: false,
        };
        reader.read(html);
        reader.text
    }

    /// The styles round a token, the outermost first.
    pub(crate) fn styles_of(&self, token: &Token) -> Vec<u32> {
        let mut styles: Vec<u32> = self.outwards(token.style).collect();
        styles.reverse();
        styles
    }

    /// A style and those round it.
    pub(crate) fn outwards(&self, style: u32) -> impl Iterator<Item = u32> {
        let outer = |style: &u32| Some(self.style(*style).outer).filter(|outer| *outer > 0);
        std::iter::successors(Some(style).filter(|style| *style > 0), outer)
    }

    pub(crate) fn style(&self, number: u32) -> Style<'h> {
        self.styles[number as usize - 1]
    }

    /// The link that a token stands in.
    pub(crate) fn link(&self, token: &Token) -> Option<u32> {
        self.outwards(token.style).find(|style| self.style(*style).open.starts_with("<a "))
    }

    /// How many words stand in a range.
    pub(crate) fn count(&self, range: Range<usize>) -> usize {
        self.tokens[range].iter().filter(|token| token.kind == TokenKind::Word).count()
    }

    /// A range as plain words.
    pub(crate) fn words(&self, range: Range<usize>) -> String {
        let mut words = String::new();
        for token in &self.tokens[range] {
            if matches!(token.kind, TokenKind::NoteMark | TokenKind::Spoken) || token.raw.starts_with('<') {
                continue;
            }
            if token.lead != Lead::None && !words.is_empty() {
                words.push(' ');
            }
            words += &crate::compare::token::unescape(token.raw).replace('\u{ad}', "");
        }
        words
    }
}

/// A block that is being read.
struct Open<'h> {
    block: Block<'h>,
    /// Where words begin that stand directly in it, and whether white space stands before them.
    loose: Option<(usize, bool)>,
}

struct Reader<'h, 'v> {
    words: &'v mut Vocabulary,
    text: Text<'h>,
    open: Vec<Open<'h>>,
    /// As [`Open::loose`], outside every element.
    loose: Option<(usize, bool)>,
    style: u32,
    /// What has been passed since the last word or block.
    gap: Lead<'h>,
    /// How many elements are open in which white space counts.
    kept: usize,
    /// The link to itself of a heading is being passed over.
    hidden: bool,
}

impl<'h> Reader<'h, '_> {
    fn read(&mut self, html: &'h str) {
        let mut at = 0;
        while at < html.len() {
            let rest = &html[at..];
            let length =
                if rest.starts_with('<') { tag_length(rest) } else { rest.find('<').unwrap_or(rest.len()) };
            let piece = &rest[..length];
            match piece.strip_prefix('<') {
                None => self.stretch(piece),
                Some(tag) => match tag.strip_prefix('/') {
                    Some(name) => self.close(name.trim_end_matches('>')),
                    None => self.start(piece),
                },
            }
            at += length;
        }
        while !self.open.is_empty() {
            self.close_block();
        }
        self.end_loose();
    }

    fn start(&mut self, tag: &'h str) {
        let name = name(tag);
        if name == "br" {
            self.gap = Lead::Break(self.gap.is_spaced());
        } else if name == "wbr" {
        } else if name == "img" {
            let key = self.words.number(&format!("<img {}", image_key(tag)));
            self.push(tag, key, TokenKind::Sign);
        } else if tag.contains("class=\"permalink\"") {
            self.hidden = true;
        } else if is_inline(name) {
            self.text.styles.push(Style { outer: self.style, open: tag });
            self.style = u32::try_from(self.text.styles.len()).unwrap_or(0);
        } else {
            self.open_block(name, tag);
        }
    }

    fn close(&mut self, name: &str) {
        if name == "a" && std::mem::take(&mut self.hidden) {
        } else if is_inline(name) {
            if self.style > 0 {
                self.style = self.text.style(self.style).outer;
            }
        } else {
            self.close_block();
        }
    }

    fn open_block(&mut self, name: &'h str, tag: &'h str) {
        self.end_loose();
        let at = self.text.tokens.len();
        let spaced = std::mem::replace(&mut self.gap, Lead::None).is_spaced();
        let block = Block {
            tag: name,
            open: tag,
            children: Vec::new(),
            tokens: at..at,
            spaced,
            spaced_end: false,
            key: 0,
            exact: 0,
        };
        self.open.push(Open { block, loose: None });
        self.kept += usize::from(name == "pre");
        if matches!(name, "hr" | "col") {
            self.close_block();
        }
    }

    fn close_block(&mut self) {
        let Some(open) = self.open.last() else { return };
        if open.loose.is_some() && (is_container(open.block.tag) || !open.block.children.is_empty()) {
            self.end_loose();
        }
        let Some(Open { mut block, loose }) = self.open.pop() else { return };
        // White space at the beginning of a paragraph parts it from what stands before.
        block.spaced |= loose.is_some_and(|(_, spaced)| spaced);
        block.spaced_end = std::mem::replace(&mut self.gap, Lead::None).is_spaced();
        block.tokens.end = self.text.tokens.len();
        self.kept -= usize::from(block.tag == "pre");
        self.finish(block);
    }

    /// Ends words that stand directly in an element with blocks: they are a block without a name.
    fn end_loose(&mut self) {
        let end = self.text.tokens.len();
        let loose = self.open.last_mut().map_or(&mut self.loose, |open| &mut open.loose).take();
        let Some((begun, spaced)) = loose else { return };
        self.finish(Block {
            tag: "",
            open: "",
            children: Vec::new(),
            tokens: begun..end,
            spaced,
            spaced_end: false,
            key: 0,
            exact: 0,
        });
    }

    fn finish(&mut self, mut block: Block<'h>) {
        (block.key, block.exact) = keys(&block, &self.text.tokens);
        match self.open.last_mut() {
            Some(outer) => outer.block.children.push(block),
            None => self.text.blocks.push(block),
        }
    }

    fn stretch(&mut self, text: &'h str) {
        for piece in cut(text) {
            match piece {
                Piece::Space(space) => {
                    self.gap = match self.gap {
                        _ if self.kept > 0 => Lead::Kept(space),
                        Lead::Break(_) => Lead::Break(true),
                        _ => Lead::Space,
                    };
                }
                Piece::Word(word) | Piece::Sign(word) => {
                    let kind = self.kind(matches!(piece, Piece::Word(_)));
                    let key = match kind {
                        TokenKind::NoteMark => self.words.number("<note"),
                        // What only listeners get is not the same as what is written, nor what is struck out.
                        TokenKind::Spoken => self.words.number(&format!("<hidden {word}")),
                        _ if self.is_struck() => self.words.number(&format!("<struck {word}")),
                        _ => self.words.number(word),
                    };
                    self.push(word, key, kind);
                }
            }
        }
    }

    fn kind(&self, is_word: bool) -> TokenKind {
        if self.within("footnote-") {
            TokenKind::NoteMark
        } else if self.within("heading-number") {
            TokenKind::Number
        } else if self.within("visually-hidden") {
            TokenKind::Spoken
        } else if is_word {
            TokenKind::Word
        } else {
            TokenKind::Sign
        }
    }

    /// Whether the words now read stand in an element of a class that begins so.
    fn within(&self, class: &str) -> bool {
        let class_of = |style| attribute(self.text.style(style).open, "class");
        self.text.outwards(self.style).any(|style| class_of(style).is_some_and(|it| it.starts_with(class)))
    }

    fn is_struck(&self) -> bool {
        let mut outwards = self.text.outwards(self.style);
        outwards.any(|style| matches!(name(self.text.style(style).open), "s" | "del"))
    }

    fn push(&mut self, raw: &'h str, key: u32, kind: TokenKind) {
        let at = self.text.tokens.len();
        let mut lead = std::mem::replace(&mut self.gap, Lead::None);
        let loose = self.open.last_mut().map_or(&mut self.loose, |open| &mut open.loose);
        if loose.is_none() {
            *loose = Some((at, lead.is_spaced()));
            if self.kept == 0 || lead == Lead::None {
                lead = Lead::Start;
            }
        }
        self.text.tokens.push(Token { raw, lead, style: self.style, key, kind });
    }
}

/// What a block says, and how it reads to the letter.
fn keys(block: &Block, tokens: &[Token]) -> (u64, u64) {
    let (mut key, mut exact) = (DefaultHasher::new(), DefaultHasher::new());
    if block.is_leaf() {
        // What element it is decides how it looks, not what it says.
        for (index, token) in tokens[block.tokens.clone()].iter().enumerate() {
            token.key.hash(&mut key);
            token.key.hash(&mut exact);
            (index > 0 && token.lead.is_spaced()).hash(&mut exact);
            if token.kind == TokenKind::NoteMark {
                token.raw.hash(&mut exact);
            }
        }
        (block.tag == "hr").hash(&mut key);
    } else {
        block.group().hash(&mut key);
        // The numbers of a list are seen and referred to.
        (block.tag == "ol").hash(&mut exact);
        attribute(block.open, "start").filter(|_| block.tag == "ol").hash(&mut exact);
        for child in &block.children {
            child.key.hash(&mut key);
            child.exact.hash(&mut exact);
        }
    }
    let key = key.finish();
    key.hash(&mut exact);
    (key, exact.finish())
}

/// Elements whose words are blocks of their own, since blocks may stand beside them.
fn is_container(tag: &str) -> bool {
    !matches!(
        tag,
        "" | "p"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "pre"
            | "td"
            | "th"
            | "dt"
            | "caption"
            | "figcaption"
            | "summary"
            | "hr"
            | "col"
    )
}

fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "rp"
            | "rt"
            | "ruby"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "u"
            | "var"
    )
}

pub(crate) fn name(tag: &str) -> &str {
    let name = tag.trim_start_matches('<');
    &name[..name.find([' ', '>', '/']).unwrap_or(name.len())]
}

/// The length of the tag that a text begins with; a value may hold `>`.
fn tag_length(text: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// What an image is known by: the name of its file and what it shows.
fn image_key(tag: &str) -> String {
    let source = attribute(tag, "src").unwrap_or_default();
    let file = source.rsplit('/').next().unwrap_or(source);
    format!("{file} {}", plain(attribute(tag, "alt").unwrap_or_default()))
}

/// The value of an attribute, as written.
pub(crate) fn attribute<'h>(tag: &'h str, name: &str) -> Option<&'h str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(&tag[start..start + tag[start..].find('"')?])
}
