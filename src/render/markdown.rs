//! The door of this layer: a text in Markdown, looked through (`scan`) or made into HTML (`render`).
//!
//! comrak parses; everything that is written comes from this layer. All walks go over the edges of
//! the tree and none recurses, so no nesting is too deep.

use std::collections::BTreeSet;

use comrak::nodes::AstNode;
use comrak::{Arena, Options, parse_document};

use crate::render::exchange::{Rendered, Scan, Target, Words};
use crate::render::footnote;
use crate::render::links;
use crate::render::survey::Survey;
use crate::render::walk;

/// Looks a text through. `lang` is the language that its page will name. Costs little more than parsing.
pub fn scan(markdown: &str, lang: &str) -> Scan {
    let arena = Arena::new();
    links::scan(parse(&arena, markdown), markdown, lang)
}

/// Every id that [`render`] gives to the same text: what a `#fragment` may name.
pub fn anchors(markdown: &str, title: &str) -> BTreeSet<String> {
    let arena = Arena::new();
    Survey::of(parse(&arena, markdown), title).ids()
}

/// Makes HTML of a text. `title` is what the page already shows as its main heading; `targets`
/// has one entry for each of [`Scan::links`]. A missing one is [`Target::Plain`].
pub fn render(markdown: &str, title: &str, targets: &[Target], words: &Words) -> Rendered {
    let arena = Arena::new();
    let root = parse(&arena, markdown);
    walk::render(root, markdown, &Survey::of(root, title), targets, words)
}

/// Neither autolinks nor smart punctuation: an adopted text is shown to the letter.
fn parse<'a>(arena: &'a Arena<'a>, markdown: &str) -> &'a AstNode<'a> {
    let mut options = Options::default();
    let extension = &mut options.extension;
    extension.strikethrough = true;
    extension.table = true;
    extension.tasklist = true;
    extension.footnotes = true;
    extension.description_lists = true;
    extension.alerts = true;
    options.parse.leave_footnote_definitions = true;
    let root = parse_document(arena, markdown, &options);
    if markdown.contains("[^") {
        footnote::gather(root);
    }
    root
}
