//! XML as archives read it: elements in lines of their own, the same bytes for the same content.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An XML file being written.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// An empty file.
    pub fn begin() -> Self {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 2));
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// An element with elements in it.
    pub fn within(&mut self, name: &str, attributes: &[(&str, &str)], content: impl FnOnce(&mut Self)) {
        self.begin_element(name, attributes);
        content(self);
        self.end_element(name);
    }

    /// The start of an element.
    pub fn begin_element(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Start(start(name, attributes)));
    }

    /// The end of the element that began last.
    pub fn end_element(&mut self, name: &str) {
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Empty(start(name, attributes)));
    }

    /// An element with text in it.
    pub fn text(&mut self, name: &str, text: &str) {
        self.text_with(name, &[], text);
    }

    /// The same, of which more is said.
    pub fn text_with(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.begin_element(name, attributes);
        self.write(Event::Text(BytesText::new(&clean(text))));
        self.end_element(name);
    }

    /// The whole file.
    pub fn finish(self) -> Vec<u8> {
        let mut bytes = self.0.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn write(&mut self, event: Event) {
        // Nothing that is written to memory is refused.
        let _ = self.0.write_event(event);
    }
}

fn start<'n>(name: &'n str, attributes: &[(&str, &str)]) -> BytesStart<'n> {
    let attributes: Vec<(&str, String)> =
        attributes.iter().map(|(name, value)| (*name, clean(value))).collect();
    BytesStart::new(name).with_attributes(attributes.iter().map(|(name, value)| (*name, value.as_str())))
}

fn clean(text: &str) -> String {
    text.chars().filter(|letter| is_xml(*letter)).collect()
}

/// Whether XML 1.0 has a place for a letter.
fn is_xml(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_words_stays_words() {
        let mut xml = Xml::begin();
        xml.within("a", &[("b", "\"<&\u{1}")], |xml| {
            xml.text("c", "1 < 2 & \u{0}\u{b}3 > ]]>");
            xml.text("d", "");
        });
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt;&amp;\">\n  \
                        <c>1 &lt; 2 &amp; 3 &gt; ]]&gt;</c>\n  <d></d>\n</a>\n";
        assert_eq!(String::from_utf8(xml.finish()).unwrap(), expected);
    }
}
