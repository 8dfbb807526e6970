//! Words and tags of a comparison as HTML: the one place that writes them.
//!
//! What people see but is no word of the text is drawn by the style sheet from `data-label`, and stands
//! beside it for the ear alone: so what is left without `del` and hidden words is the new text to the letter.

use std::fmt::Write as _;

use crate::compare::markup::{Block, Text, attribute, name};
use crate::compare::part::Step;
use crate::compare::token::{Lead, Token, TokenKind, plain};
use crate::render::html::escape;

/// Which text something stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Old,
    New,
}

/// Whether words stand in one text only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Added,
    Removed,
}

impl Mark {
    fn element(self) -> &'static str {
        match self {
            Self::Added => "ins",
            Self::Removed => "del",
        }
    }
}

/// What a listener hears before and after a change.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spoken<'w> {
    pub(crate) before: &'w str,
    pub(crate) after: &'w str,
}

/// HTML in the making.
pub(crate) struct Ink<'t, 'h> {
    pub(crate) html: String,
    old: &'t Text<'h>,
    new: &'t Text<'h>,
    /// Inline elements that are open, the outermost first.
    open: Vec<(Side, u32)>,
    /// Ids are written: only where the new text stands once.
    pub(crate) ids: bool,
    /// The number of the next item that opens.
    pub(crate) number: Option<usize>,
    /// No word of the old text, or of the new, stands so near that white space must part the next from it.
    apart: [bool; 2],
}

impl<'t, 'h> Ink<'t, 'h> {
    pub(crate) fn new(old: &'t Text<'h>, new: &'t Text<'h>, ids: bool) -> Self {
        Self { html: String::new(), old, new, open: Vec::new(), ids, number: None, apart: [true; 2] }
    }

    pub(crate) fn text(&self, side: Side) -> &'t Text<'h> {
        match side {
            Side::Old => self.old,
            Side::New => self.new,
        }
    }

    /// Begins an element; with a class of the comparison's own.
    pub(crate) fn open(&mut self, block: &Block, side: Side, class: Option<&str>) {
        if block.spaced {
            self.space();
        }
        self.apart = [self.apart[0] || block.spaced, true];
        if block.tag.is_empty() {
            return;
        }
        let keeps_ids = self.ids && side == Side::New;
        let mut tag = if keeps_ids { block.open.to_owned() } else { bare(block.open) };
        if let Some(class) = class {
            tag = match attribute(&tag, "class") {
                Some(other) => {
                    tag.replacen(&format!("class=\"{other}\""), &format!("class=\"{other} {class}\""), 1)
                }
                None => tag.replacen(block.tag, &format!("{} class=\"{class}\"", block.tag), 1),
            };
        }
        if block.tag == "li"
            && let Some(number) = self.number.take()
            && attribute(&tag, "value").is_none()
        {
            tag = tag.replacen("<li", &format!("<li value=\"{number}\""), 1);
        }
        self.html += &tag;
    }

    /// Ends an element.
    pub(crate) fn close(&mut self, block: &Block) {
        self.close_styles(0);
        if block.spaced_end {
            self.space();
        }
        if !block.tag.is_empty() && !matches!(block.tag, "hr" | "col") {
            let _ = write!(self.html, "</{}>", block.tag);
        }
    }

    fn space(&mut self) {
        if !self.html.ends_with('\n') {
            self.html.push('\n');
        }
    }

    /// Markup of the comparison's own.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.close_styles(0);
        self.html += markup;
    }

    /// Words for the ear alone.
    pub(crate) fn hidden(&mut self, words: &str) {
        if !words.is_empty() {
            self.raw("<span class=\"visually-hidden\">");
            escape(&mut self.html, words);
            self.html += "</span>";
        }
    }

    /// Words that are drawn for the eye and stand for the ear, in an element begun like `a href="#x"`.
    pub(crate) fn drawn(&mut self, begin: &str, class: &str, words: &str) {
        let element = name(begin).to_owned();
        self.close_styles(0);
        let _ = write!(self.html, "<{begin} class=\"{class}\" data-label=\"");
        escape(&mut self.html, words);
        self.html += "\">";
        self.hidden(words);
        let _ = write!(self.html, "</{element}>");
    }

    /// Begins a change that stands within a line, or round blocks.
    pub(crate) fn begin(&mut self, mark: Mark, attributes: &str, spoken: Spoken) {
        self.close_styles(0);
        let _ = write!(self.html, "<{}{attributes}>", mark.element());
        if !spoken.before.is_empty() {
            self.hidden(&format!("{} ", spoken.before));
        }
    }

    /// Ends it.
    pub(crate) fn end(&mut self, mark: Mark, spoken: Spoken) {
        if !spoken.after.is_empty() {
            self.hidden(&format!(" {}. ", spoken.after));
        }
        self.close_styles(0);
        let _ = write!(self.html, "</{}>", mark.element());
    }

    /// The words of a block as they are.
    pub(crate) fn tokens(&mut self, side: Side, range: std::ops::Range<usize>) {
        for at in range {
            let token = self.text(side).tokens[at];
            self.token(side, &token, token.lead);
        }
    }

    /// One word, with its inline markup and what stands before it.
    fn token(&mut self, side: Side, token: &Token<'h>, lead: Lead) {
        let styles = self.text(side).styles_of(token);
        let shared =
            self.open.iter().zip(&styles).take_while(|(open, style)| **open == (side, **style)).count();
        self.close_styles(shared);
        let apart = std::mem::replace(&mut self.apart[side as usize], false);
        match lead {
            Lead::None => {}
            Lead::Start if apart => {}
            Lead::Start | Lead::Space => self.html.push(' '),
            Lead::Break(spaced) => self.html += if spaced { "<br>\n" } else { "<br>" },
            Lead::Kept(space) => self.html += space,
        }
        for style in &styles[shared..] {
            let open = self.text(side).style(*style).open;
            let in_link = name(open) == "a" && self.is_open("a");
            let tag =
                if self.ids && side == Side::New { own(open, in_link) } else { own(&bare(open), in_link) };
            self.html += &tag;
            self.open.push((side, *style));
        }
        if token.raw.starts_with('<') && !(self.ids && side == Side::New) {
            self.html += &bare(token.raw);
        } else {
            self.html += token.raw;
        }
    }

    fn is_open(&self, element: &str) -> bool {
        self.open.iter().any(|(side, style)| name(self.text(*side).style(*style).open) == element)
    }

    fn close_styles(&mut self, keep: usize) {
        while self.open.len() > keep {
            if let Some((side, style)) = self.open.pop() {
                let open = self.text(side).style(style).open;
                let tag = own(open, name(open) == "a" && self.is_open("a"));
                let _ = write!(self.html, "</{}>", name(&tag));
            }
        }
    }

    /// A stretch of changed and unchanged words; `only` leaves the other text's words out.
    pub(crate) fn steps(&mut self, steps: &[Step], only: Option<Side>, added: Spoken, removed: Spoken) {
        let mut at = 0;
        while at < steps.len() {
            let end = at + steps[at..].iter().take_while(|step| !step.is_same()).count();
            let next = steps.get(end).copied();
            let change = &steps[at..end];
            let (space_old, space_new) = self.odd_space(change, next, only);
            let olds: Vec<usize> = change
                .iter()
                .filter_map(|step| if let Step::Removed(at) = step { Some(*at) } else { None })
                .collect();
            let news: Vec<usize> = change
                .iter()
                .filter_map(|step| if let Step::Added(at) = step { Some(*at) } else { None })
                .collect();
            if only != Some(Side::New) {
                let free = match news.first() {
                    Some(first) => self.new.tokens[*first].lead.is_spaced(),
                    None => self.may_stand_apart(Side::New, next),
                };
                self.changed(Mark::Removed, &olds, (free, space_old), removed);
            }
            if only != Some(Side::Old) {
                let free = self.may_stand_apart(Side::Old, next);
                self.changed(Mark::Added, &news, (free, space_new), added);
            }
            if let Some(Step::Same { old, new }) = next {
                self.same(old, new, only, space_old || space_new);
            }
            at = end + 1;
        }
    }

    /// Whether white space before a change may stand outside it: the other text has some there too, after
    /// what it lacks, or ends.
    fn may_stand_apart(&self, other: Side, next: Option<Step>) -> bool {
        match next {
            Some(Step::Same { old, new }) => {
                let at = if other == Side::Old { old } else { new };
                self.text(other).tokens[at].lead.is_spaced()
            }
            _ => true,
        }
    }

    /// White space before a word that stands in both texts, where only one of them has it.
    fn odd_space(&self, change: &[Step], next: Option<Step>, only: Option<Side>) -> (bool, bool) {
        let Some(Step::Same { old, new }) = next.filter(|_| only.is_none()) else { return (false, false) };
        let (old, new) = (self.old.tokens[old].lead, self.new.tokens[new].lead);
        let removed = change.iter().any(|step| matches!(step, Step::Removed(_)));
        let added = change.iter().any(|step| matches!(step, Step::Added(_)));
        if old == Lead::Start && new == Lead::Start && !removed && !added {
            return (false, false);
        }
        let spaced = |lead: Lead, apart: bool| if lead == Lead::Start { !apart } else { lead.is_spaced() };
        let old = spaced(old, self.apart[0] && !removed);
        let new = spaced(new, self.apart[1] && !added);
        (old && !new, new && !old)
    }

    /// Words of one text. White space before them stands outside if it may, and inside after them if it must.
    fn changed(&mut self, mark: Mark, places: &[usize], (free, space_after): (bool, bool), spoken: Spoken) {
        let side = if mark == Mark::Added { Side::New } else { Side::Old };
        let Some(first) = places.first() else {
            if space_after {
                self.begin(mark, " class=\"quiet\"", Spoken::default());
                self.html.push(' ');
                self.end(mark, Spoken::default());
            }
            return;
        };
        let apart = free && self.text(side).tokens[*first].lead == Lead::Space;
        if apart {
            self.close_styles(0);
            self.html.push(' ');
        }
        self.begin(mark, "", spoken);
        for (index, at) in places.iter().enumerate() {
            let token = self.text(side).tokens[*at];
            self.token(side, &token, if apart && index == 0 { Lead::None } else { token.lead });
        }
        if space_after {
            self.close_styles(0);
            self.html.push(' ');
        }
        self.end(mark, spoken);
    }

    /// A word of both texts, as the new one writes it; numbers of notes are told where they differ.
    fn same(&mut self, old: usize, new: usize, only: Option<Side>, spaced: bool) {
        let (before, after) = (self.old.tokens[old], self.new.tokens[new]);
        if only == Some(Side::Old) {
            return self.token(Side::Old, &before, before.lead);
        }
        let lead = if spaced { Lead::None } else { after.lead };
        let renumbered = after.kind == TokenKind::NoteMark && plain(before.raw) != plain(after.raw);
        if only.is_some() || !renumbered {
            self.token(Side::New, &after, lead);
            self.apart[0] = false;
            return;
        }
        for (mark, side, token) in [(Mark::Removed, Side::Old, before), (Mark::Added, Side::New, after)] {
            self.begin(mark, " class=\"quiet\"", Spoken::default());
            self.token(side, &token, if side == Side::Old { before.lead } else { lead });
            self.end(mark, Spoken::default());
        }
    }
}

/// A tag without what may stand on a page only once, and without a way to what may not be there.
fn bare(tag: &str) -> String {
    let mut bare = tag.to_owned();
    let mut drop = |attribute: &str| {
        while let Some(start) = bare.find(&format!(" {attribute}=\"")) {
            let value = start + attribute.len() + 3;
            let end = bare[value..].find('"').map_or(bare.len() - 1, |end| value + end + 1);
            bare.replace_range(start..end, "");
        }
    };
    // A table that scrolls keeps its name, but is no landmark a second time.
    if attribute(tag, "role") == Some("region") {
        drop("id");
        return bare.replacen("role=\"region\"", "role=\"group\"", 1);
    }
    for attribute in ["id", "role", "aria-label", "aria-labelledby"] {
        drop(attribute);
    }
    if attribute(tag, "href").is_some_and(|href| href.starts_with('#')) {
        drop("href");
    }
    bare
}

/// An author's own `ins` and `del` would read as changes: they are shown as they look. A link within a
/// link, which browsers would end the outer one for, is none.
fn own(tag: &str, in_link: bool) -> String {
    match name(tag) {
        "ins" => "<u>".into(),
        "del" => "<s>".into(),
        "a" if in_link => match attribute(tag, "id") {
            Some(id) => format!("<span id=\"{id}\">"),
            None => "<span>".into(),
        },
        _ => tag.to_owned(),
    }
}
