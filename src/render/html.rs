//! A buffer that HTML is written to. Text and values are escaped here and nowhere else.

use std::fmt::Write as _;

/// HTML in the making.
pub(crate) struct Html {
    out: String,
    /// Stands before every attribute value while raw HTML of the author is mixed in, so that the
    /// sanitiser knows the writer's own markup from the author's (see `sanitize`).
    seal: Option<String>,
}

impl Html {
    pub(crate) fn with_capacity(capacity: usize, seal: Option<String>) -> Self {
        Self { out: String::with_capacity(capacity), seal }
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// Markup as it is: fixed strings of this layer, or raw HTML that will be sanitised.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// A start tag with attributes.
    pub(crate) fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.attribute(name, value);
        }
        self.out.push('>');
    }

    /// One attribute, for tags that are built by hand.
    pub(crate) fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        if let Some(seal) = &self.seal {
            self.out.push_str(seal);
        }
        escape(&mut self.out, value);
        self.out.push('"');
    }

    /// An address as an attribute; what may not stand in one is percent-encoded.
    pub(crate) fn address(&mut self, name: &str, address: &str) {
        if address.bytes().all(|byte| byte > b' ' && !NOT_IN_ADDRESS.contains(&byte)) {
            return self.attribute(name, address);
        }
        let mut encoded = String::with_capacity(address.len() + 8);
        for character in address.trim().chars() {
            if character <= ' ' || u8::try_from(character).is_ok_and(|byte| NOT_IN_ADDRESS.contains(&byte)) {
                let _ = write!(encoded, "%{:02X}", u32::from(character));
            } else {
                encoded.push(character);
            }
        }
        self.attribute(name, &encoded);
    }

    /// Text, escaped.
    pub(crate) fn text(&mut self, text: &str) {
        escape(&mut self.out, text);
    }

    /// Starts on a new line, so that the source stays readable.
    pub(crate) fn line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }
}

/// ASCII that no address may hold as it is.
const NOT_IN_ADDRESS: &[u8] = b"\"<>\\^`{|}\x7f";

/// Escapes for text and for double-quoted values alike. Control characters, such as the form
/// feeds of converted files, are not allowed in HTML: a space stands for them.
pub(crate) fn escape(out: &mut String, text: &str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let replacement = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\t' | b'\n' => continue,
            0..b' ' | 0x7f => " ",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(replacement);
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

/// A word with its number or name put in.
pub(crate) fn fill(word: &str, with: &str) -> String {
    word.replacen("{}", with, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_values_are_escaped() {
        let mut html = Html::with_capacity(0, None);
        html.tag("a", &[("title", "\"<&'")]);
        html.text("a < b & \"c\"\u{c}d");
        assert_eq!(html.finish(), "<a title=\"&quot;&lt;&amp;'\">a &lt; b &amp; &quot;c&quot; d");
    }

    #[test]
    fn addresses_keep_what_they_may_hold() {
        let mut html = Html::with_capacity(0, None);
        html.address("href", "/å b?c=d&e=%20\"x");
        assert_eq!(html.finish(), " href=\"/å%20b?c=d&amp;e=%20%22x\"");
    }

    #[test]
    fn the_seal_stands_before_every_value() {
        let mut html = Html::with_capacity(0, Some("0x-".into()));
        html.tag("p", &[("id", "a")]);
        assert_eq!(html.finish(), "<p id=\"0x-a\">");
    }
}
