//! What stands within a line: words, links, images.

use comrak::nodes::{AstNode, NodeLink, NodeValue};

use crate::render::address::is_safe;
use crate::render::exchange::Target;
use crate::render::links::has_text;
use crate::render::links::plain_text;
use crate::render::walk::Writer;

impl<'a> Writer<'_, 'a> {
    pub(crate) fn text(&mut self, text: &str) {
        if let Some(number) = self.number.take()
            && let Some(rest) = text.strip_prefix(number)
        {
            self.html.tag("span", &[("class", "heading-number")]);
            self.html.text(number);
            self.html.raw("</span>");
            return self.html.text(rest);
        }
        self.html.text(text);
    }

    pub(crate) fn open_link(&mut self, node: &'a AstNode<'a>, link: &NodeLink) {
        let target = self.targets.next().unwrap_or(&Target::Plain);
        let address = match target {
            Target::Href(address) | Target::Image { src: address, .. } if is_safe(address) => address,
            _ => return self.links.push(false),
        };
        if node.first_child().is_none() || self.links.contains(&true) {
            return self.links.push(false); // nothing to click on, or a link already
        }
        self.html.raw("<a");
        self.html.address("href", address);
        if !link.title.is_empty() {
            self.html.attribute("title", &link.title);
        }
        if !has_text(node) {
            self.html.attribute("aria-label", &link.url);
        }
        self.html.raw(">");
        self.links.push(true);
    }

    pub(crate) fn close_link(&mut self) {
        if self.links.pop() == Some(true) {
            self.html.raw("</a>");
        }
    }

    pub(crate) fn image(&mut self, node: &'a AstNode<'a>, link: &NodeLink) {
        self.number = None;
        self.skip = Some(node);
        let words = plain_text(node);
        match self.targets.next().unwrap_or(&Target::Plain) {
            Target::Image { src, size } if is_safe(src) => {
                self.picture(src, &words, *size, &link.title);
            }
            // Nothing is fetched from elsewhere: a picture of another site is a link to it.
            Target::Href(address) if is_safe(address) && !self.links.contains(&true) => {
                self.html.raw("<a");
                self.html.address("href", address);
                self.html.raw(">");
                self.html.text(if words.trim().is_empty() { address } else { &words });
                self.html.raw("</a>");
            }
            _ => self.html.text(&words),
        }
    }

    fn picture(&mut self, src: &str, words: &str, size: Option<(u32, u32)>, title: &str) {
        self.html.raw("<img");
        self.html.address("src", src);
        self.html.attribute("alt", words.trim());
        if let Some((width, height)) = size {
            self.html.attribute("width", &width.to_string());
            self.html.attribute("height", &height.to_string());
        }
        if !title.is_empty() {
            self.html.attribute("title", title);
        }
        self.html.attribute("loading", "lazy");
        self.html.attribute("decoding", "async");
        self.html.raw(">");
    }

    /// An image that has a paragraph to itself and a title is a figure with a caption.
    pub(crate) fn figure(&mut self, node: &'a AstNode<'a>) -> bool {
        let Some(image) = node.first_child().filter(|only| only.next_sibling().is_none()) else {
            return false;
        };
        let data = image.data();
        let NodeValue::Image(link) = &data.value else { return false };
        let Some(Target::Image { src, size }) = self.targets.as_slice().first() else { return false };
        if link.title.is_empty() || !is_safe(src) {
            return false;
        }
        self.targets.next();
        self.block("<figure>\n");
        self.picture(src, &plain_text(image), *size, "");
        self.html.raw("\n<figcaption>");
        self.html.text(&link.title);
        self.html.raw("</figcaption>\n</figure>\n");
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::render::exchange::Target;
    use crate::render::markdown;
    use crate::render::walk::tests::check;
    use crate::render::walk::tests::words;

    const IMAGE: &str = "width=\"640\" height=\"480\"";
    const LAZY: &str = "loading=\"lazy\" decoding=\"async\"";

    fn with(text: &str, targets: &[Target]) -> String {
        markdown::render(text, "", targets, &words()).html
    }

    #[test]
    fn links_lead_where_the_site_says() {
        check("[a](/b?c&d \"e\")", "<p><a href=\"/b?c&amp;d\" title=\"e\">a</a></p>\n");
        assert_eq!(with("[a](b.md)", &[Target::Href("../b/".into())]), "<p><a href=\"../b/\">a</a></p>\n");
        assert_eq!(with("[a](b.md)", &[Target::Plain]), "<p>a</p>\n");
        assert_eq!(with("[a](b.md) ![c](d)", &[]), "<p>a c</p>\n");
        assert_eq!(with("[a](b.md)", &[Target::Href("javascript:1".into())]), "<p>a</p>\n");
    }

    #[test]
    fn a_link_without_words_is_named_by_its_address_or_is_none() {
        check("[](b)c", "<p>c</p>\n");
        check(
            "[![](a.png)](b)",
            &format!(
                "<p><a href=\"b\" aria-label=\"b\"><img src=\"a.png\" alt=\"\" {IMAGE} {LAZY}></a></p>\n"
            ),
        );
    }

    #[test]
    fn images_have_their_size_and_captions() {
        check(
            "Se ![en *bild*](a.png)",
            &format!("<p>Se <img src=\"a.png\" alt=\"en bild\" {IMAGE} {LAZY}></p>\n"),
        );
        check(
            "![bild](a.png \"Text\")",
            &format!(
                "<figure>\n<img src=\"a.png\" alt=\"bild\" {IMAGE} {LAZY}>\n<figcaption>Text</figcaption>\n</figure>\n"
            ),
        );
        assert_eq!(
            with("![a](b.svg)", &[Target::Image { src: "b.svg".into(), size: None }]),
            format!("<p><img src=\"b.svg\" alt=\"a\" {LAZY}></p>\n")
        );
    }

    #[test]
    fn an_image_of_another_site_is_a_link_to_it() {
        let there = [Target::Href("https://x.se/a.png".into())];
        assert_eq!(with("![bild](x)", &there), "<p><a href=\"https://x.se/a.png\">bild</a></p>\n");
        assert_eq!(with("![](x)", &there), "<p><a href=\"https://x.se/a.png\">https://x.se/a.png</a></p>\n");
    }
}
