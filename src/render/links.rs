//! Links and images: found for the site to resolve, and kept from ever running a script.

use std::ops::Range;

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, NodeLink, NodeValue};

use crate::base::fault::Code;
use crate::render::address::is_safe;
use crate::render::exchange::{Lines, Link, LinkUse, Scan, TextFault};
use crate::render::legible::Legible;
use crate::render::sanitize;

/// Collects links, images, and what is wrong on the way. What stands in an image's description is no
/// link of its own.
pub(crate) fn scan<'a>(root: &'a AstNode<'a>, markdown: &str, lang: &str) -> Scan {
    let mut found = Scan::default();
    let mut legible = Legible::new(lang);
    let lines = Lines::new(markdown);
    let mut image: Option<&AstNode> = None;
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) if image.is_none() => {
                legible.enter(node, &lines);
                found.enter(node, &lines);
                image = matches!(node.data().value, NodeValue::Image(_)).then_some(node);
            }
            NodeEdge::End(node) if image.is_none() => legible.leave(node, &lines),
            NodeEdge::End(node) if image.is_some_and(|image| image.same_node(node)) => image = None,
            _ => {}
        }
    }
    found.faults.append(&mut legible.faults);
    found
}

impl Scan {
    fn enter<'a>(&mut self, node: &'a AstNode<'a>, lines: &Lines) {
        let data = node.data();
        let range = || lines.range(data.sourcepos);
        match &data.value {
            NodeValue::HtmlInline(html) => self.note_raw(html, range),
            NodeValue::HtmlBlock(html) => self.note_raw(&html.literal, range),
            NodeValue::Text(text) if text.contains("[^") => {
                let range = range();
                self.note_marks(&lines.text()[range.clone()], range.start);
            }
            NodeValue::Link(link) => self.note(link, LinkUse::Link, range(), false),
            NodeValue::Image(link) => self.note(link, LinkUse::Image, range(), !has_text(node)),
            _ => {}
        }
    }

    /// Raw HTML that will not reach the page.
    fn note_raw(&mut self, html: &str, range: impl Fn() -> Range<usize>) {
        let Some((name, open)) = sanitize::lost(html) else { return };
        let mut arguments = vec![("name", name.to_owned())];
        if open {
            arguments.push(("hint", "open".into()));
        }
        self.faults.push(TextFault { code: Code::RawHtml, range: range(), arguments });
    }

    /// Marks of footnotes that stayed text, for there is no such note.
    fn note_marks(&mut self, text: &str, start: usize) {
        for (at, _) in text.match_indices("[^") {
            let Some(end) = text[at..].find(']') else { return };
            let name = &text[at + 2..at + end];
            if name.is_empty() || name.contains(char::is_whitespace) || text[..at].ends_with('\\') {
                continue;
            }
            let range = start + at..start + at + end + 1;
            let arguments = vec![("name", name.to_owned())];
            self.faults.push(TextFault { code: Code::MissingNote, range, arguments });
        }
    }

    fn note(&mut self, link: &NodeLink, usage: LinkUse, range: Range<usize>, alt_empty: bool) {
        let mut fault = |code| {
            let arguments = vec![("target", link.url.clone())];
            self.faults.push(TextFault { code, range: range.clone(), arguments });
        };
        if alt_empty {
            fault(Code::MissingAlt);
        }
        if !is_safe(&link.url) {
            fault(Code::UnsafeLink);
        }
        self.links.push(Link { target: link.url.clone(), usage, range, alt_empty });
    }
}

/// Whether anything readable stands below a node; the description of an image counts.
pub(crate) fn has_text<'a>(node: &'a AstNode<'a>) -> bool {
    node.descendants().any(|inner| match &inner.data().value {
        NodeValue::Text(text) => !text.trim().is_empty(),
        NodeValue::Code(code) => !code.literal.trim().is_empty(),
        NodeValue::HtmlInline(html) => sanitize::is_words(html),
        _ => false,
    })
}

/// The words below a node, without any markup.
pub(crate) fn plain_text<'a>(node: &'a AstNode<'a>) -> String {
    let mut text = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::HtmlInline(html) if sanitize::is_words(html) => text.push_str(html),
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::markdown;

    fn check(text: &str, expected: &[(&str, LinkUse, &str)]) {
        let found = markdown::scan(text, "sv");
        let seen: Vec<_> =
            found.links.iter().map(|it| (it.target.as_str(), it.usage, &text[it.range.clone()])).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn every_way_to_write_a_link_is_found_where_it_stands() {
        use LinkUse::{Image, Link};
        check(
            "Se [planen](../plan.md) å <https://x.se/>.",
            &[("../plan.md", Link, "[planen](../plan.md)"), ("https://x.se/", Link, "<https://x.se/>")],
        );
        check("Å [a][b] och [b]\n\n[b]: c.md 'T'\n", &[("c.md", Link, "[a][b]"), ("c.md", Link, "[b]")]);
        check("> - ![Å](bild.png)\n", &[("bild.png", Image, "![Å](bild.png)")]);
        check("[![a](b.png)](c)", &[("c", Link, "[![a](b.png)](c)"), ("b.png", Image, "![a](b.png)")]);
        check("![a [b](c)](d.png)", &[("d.png", Image, "![a [b](c)](d.png)")]);
        check("| a |\n|-|\n| [å](b) |\n", &[("b", Link, "[å](b)")]);
        check("Ord[^1]\n\n[^1]: Se [x](y).\n", &[("y", Link, "[x](y)")]);
        check("`[a](b)` och https://x.se", &[]);
    }

    #[test]
    fn unsafe_links_and_undescribed_images_are_faults() {
        let codes =
            |text: &str| markdown::scan(text, "sv").faults.iter().map(|it| it.code).collect::<Vec<_>>();
        assert_eq!(
            codes("[a](javascript:alert(1)) ![](b.png) ![c](c.png)"),
            [Code::UnsafeLink, Code::MissingAlt]
        );
        assert_eq!(codes("[a](&#106;avascript&colon;alert(1))"), [Code::UnsafeLink]);
        assert_eq!(codes("[a](https://x.se) <mailto:a@b.se>"), []);
    }

    #[test]
    fn what_will_not_reach_the_page_is_told() {
        let names = |text: &str| {
            let faults = markdown::scan(text, "sv").faults;
            faults.into_iter().map(|it| (it.code, it.range, it.arguments)).collect::<Vec<_>>()
        };
        for (text, name) in [
            ("<!-- a\n\nb\n", "<!--"),
            ("<script>\na\n", "<script"),
            ("<style>\n\na\n", "<style"),
            ("<?php\na\n", "<?"),
            ("<![CDATA[\na\n", "<![cdata["),
            ("<div title=\"a\n\nb\n", "<div"),
        ] {
            let found = names(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].2, [("name", name.into()), ("hint", "open".into())], "{text}");
        }
        assert_eq!(names("a <font>b</font>")[0].1, 2..8);
        assert_eq!(names("<a href=\"../x.md\">b</a>").len(), 1);
        assert_eq!(names("<a href=\"https://x.se\">b</a>"), []);
        assert_eq!(names("<iframe src=\"x\"></iframe>\n").len(), 1);
        assert_eq!(names("a <!-- b -->\n\n<!-- c\n\nd -->\n\n<namn> <e-post> <b>x</b> <br>\n"), []);
        assert_eq!(names("å b[^x] c\n"), [(Code::MissingNote, 4..8, vec![("name", "x".into())])]);
        assert_eq!(names("b\\[^x] `[^y]` c[^z]\n\n[^z]: d\n"), []);
    }
}
