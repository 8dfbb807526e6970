//! One look over a text before it is written: its headings, its footnotes, its raw HTML.

use std::collections::BTreeSet;

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, NodeValue};

use crate::render::footnote::Footnotes;
use crate::render::heading::Heading;
use crate::render::heading::Headings;
use crate::render::links::plain_text;
use crate::render::sanitize;

/// What becomes of a heading node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// It repeats the page's title and is left out.
    Title,
    /// It holds no words (an image without description, a footnote mark): no heading to navigate to.
    Wordless,
    /// A heading of the page.
    Heading(Heading),
}

/// What the writer must know before the first byte.
pub(crate) struct Survey {
    /// One for every heading node, in order.
    pub(crate) headings: Vec<Place>,
    /// References to each footnote.
    pub(crate) footnotes: Footnotes,
    /// There is raw HTML that would reach the page.
    pub(crate) has_raw: bool,
}

impl Survey {
    pub(crate) fn of<'a>(root: &'a AstNode<'a>, title: &str) -> Self {
        let mut survey = Self { headings: Vec::new(), footnotes: Footnotes::default(), has_raw: false };
        let mut headings = Headings::default();
        let mut image: Option<&AstNode> = None;
        for edge in root.traverse() {
            match edge {
                NodeEdge::Start(node) if image.is_none() => match &node.data().value {
                    NodeValue::Heading(heading) => {
                        survey.headings.push(if is_title(root, node, title) {
                            Place::Title
                        } else {
                            place(&mut headings, heading.level, &plain_text(node))
                        });
                    }
                    NodeValue::FootnoteReference(reference) => {
                        survey.footnotes.add(reference.ix, reference.ref_num);
                    }
                    NodeValue::HtmlInline(html) => survey.has_raw |= sanitize::is_raw(html),
                    NodeValue::HtmlBlock(html) => survey.has_raw |= sanitize::is_raw(&html.literal),
                    NodeValue::FootnoteDefinition(_) => survey.footnotes.defined += 1,
                    NodeValue::Image(_) => image = Some(node),
                    _ => {}
                },
                NodeEdge::End(node) if image.is_some_and(|image| image.same_node(node)) => image = None,
                _ => {}
            }
        }
        survey
    }

    /// Every id of the text as HTML.
    pub(crate) fn ids(&self) -> BTreeSet<String> {
        let headings = self.headings.iter().filter_map(|place| match place {
            Place::Heading(heading) => Some(heading.anchor.clone()),
            Place::Title | Place::Wordless => None,
        });
        headings.chain(self.footnotes.ids()).collect()
    }
}

fn place(headings: &mut Headings, level: u8, text: &str) -> Place {
    if text.trim().is_empty() { Place::Wordless } else { Place::Heading(headings.next(level, text)) }
}

/// Whether a heading opens the text and says what the page's title says. One that holds a link,
/// an image or a footnote says more and stays.
fn is_title<'a>(root: &'a AstNode<'a>, node: &'a AstNode<'a>, title: &str) -> bool {
    let opens = root.first_child().is_some_and(|first| first.same_node(node));
    let top = matches!(&node.data().value, NodeValue::Heading(heading) if heading.level == 1);
    let bare = || {
        node.descendants().skip(1).all(|inner| {
            matches!(
                &inner.data().value,
                NodeValue::Text(_)
                    | NodeValue::Code(_)
                    | NodeValue::SoftBreak
                    | NodeValue::Emph
                    | NodeValue::Strong
            )
        })
    };
    opens && top && bare() && plain_text(node).split_whitespace().eq(title.split_whitespace())
}
