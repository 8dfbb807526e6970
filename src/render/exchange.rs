//! What goes into rendering and what comes out: links and faults that a scan finds, the
//! targets and words that a page gives, the finished HTML.

use std::cell::OnceCell;
use std::ops::Range;

use comrak::nodes::Sourcepos;
use serde::Serialize;

use crate::base::fault::Code;
use crate::render::heading::Heading;

/// What a text asks of the world, found without making HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// Links and images, in the order in which [`render`](crate::render::markdown::render) takes their targets.
    pub links: Vec<Link>,
    /// What is wrong in the text itself.
    pub faults: Vec<TextFault>,
}

/// One link or image as the author wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// The address, entities and backslashes resolved, percent signs as written.
    pub target: String,
    /// Whether it leads somewhere or shows something.
    pub usage: LinkUse,
    /// Bytes of the Markdown text.
    pub range: Range<usize>,
    /// An image without a description.
    pub alt_empty: bool,
}

/// What an address is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkUse {
    /// `[text](address)`, `<address>`, `[text][name]`
    Link,
    /// `![description](address)`
    Image,
}

/// Something wrong in a text, by its place in that text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFault {
    /// Which rule is broken.
    pub code: Code,
    /// Bytes of the Markdown text.
    pub range: Range<usize>,
    /// What the message must name.
    pub arguments: Vec<(&'static str, String)>,
}

/// Where a link or image leads in the finished site.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Target {
    /// An address; an image becomes a link to it.
    Href(String),
    /// An image on this site.
    Image {
        /// Its address.
        src: String,
        /// Width and height in pixels, where the file tells.
        size: Option<(u32, u32)>,
    },
    /// Nowhere: the words stay, without a link.
    Plain,
}

/// The words that the renderer adds, in the language of the page. `{}` is where a number or a
/// heading goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Words {
    /// Heading over the footnotes: "Fotnoter".
    pub footnotes: String,
    /// Name of a reference: "Fotnot {}".
    pub footnote: String,
    /// Name of a way back: "Tillbaka till texten, fotnot {}".
    pub back: String,
    /// Name of a heading's own link: "Länk till avsnittet {}".
    pub permalink: String,
    /// Name of a table: "Tabell {}".
    pub table: String,
    /// A task that is done: "klar".
    pub done: String,
    /// A task that is not: "ej klar".
    pub open: String,
    /// Title of a `[!NOTE]`.
    pub note: String,
    /// Title of a `[!TIP]`.
    pub tip: String,
    /// Title of an `[!IMPORTANT]`.
    pub important: String,
    /// Title of a `[!WARNING]`.
    pub warning: String,
    /// Title of a `[!CAUTION]`.
    pub caution: String,
}

/// A text as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Rendered {
    /// Safe to put in a page as it is.
    pub html: String,
    /// The headings, for a list of contents.
    pub outline: Vec<Heading>,
    /// There is a block of code: the page needs the sheet for it.
    pub has_code: bool,
}

/// Turns comrak's lines and columns into bytes of the text.
pub(crate) struct Lines<'a> {
    text: &'a str,
    /// Counted when first asked: most texts have nothing to tell of.
    starts: OnceCell<Vec<usize>>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, starts: OnceCell::new() }
    }

    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    fn starts(&self) -> &[usize] {
        self.starts.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
        })
    }

    /// Columns count bytes from 1 and the end is inclusive; whatever comrak says, the result
    /// lies within the text and between characters.
    pub(crate) fn range(&self, place: Sourcepos) -> Range<usize> {
        let byte = |line: usize, column: usize| {
            let start = self.starts().get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
            start.saturating_add(column).min(self.text.len())
        };
        let start =
            self.text.floor_char_boundary(byte(place.start.line, place.start.column.saturating_sub(1)));
        let end = self.text.ceil_char_boundary(byte(place.end.line, place.end.column));
        start..end.max(start)
    }
}
