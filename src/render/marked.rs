//! Where raw HTML names a language: `<span lang="en">`, `<div lang="en">`.

/// Elements without an end.
const VOID: [&str; 6] = ["br", "hr", "img", "wbr", "col", "input"];

/// The elements that are open, and whether each names a language.
#[derive(Default)]
pub(crate) struct Marked {
    open: Vec<(String, bool)>,
}

impl Marked {
    /// Whether what follows stands within a language that is named.
    pub(crate) fn is_open(&self) -> bool {
        self.open.iter().any(|(_, marked)| *marked)
    }

    /// Follows a piece of HTML: a tag, or a block of several.
    pub(crate) fn pass(&mut self, html: &str) {
        for after in html.split('<').skip(1) {
            let tag = after.split('>').next().unwrap_or(after).to_ascii_lowercase();
            let (end, tag) = tag.strip_prefix('/').map_or((false, tag.as_str()), |tag| (true, tag));
            let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
            if end {
                if let Some(opened) = self.open.iter().rposition(|(open, _)| open == name) {
                    self.open.truncate(opened);
                }
            } else if !name.is_empty() && !VOID.contains(&name) && !tag.ends_with('/') {
                let marked = tag.split_whitespace().skip(1).any(|it| it.starts_with("lang="));
                self.open.push((name.to_owned(), marked));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(html: &str) -> bool {
        let mut marked = Marked::default();
        marked.pass(html);
        marked.is_open()
    }

    #[test]
    fn a_language_reaches_as_far_as_its_element() {
        for open in [
            "<div lang=\"en\">",
            "<DIV class=x LANG='en'>",
            "<p>\n<span\nlang=en>",
            "<div lang=en><div>a</div><br>",
            "<section lang=\"en\"><p>a<p>",
        ] {
            assert!(after(open), "{open}");
        }
        for closed in [
            "",
            "<div>",
            "<div lang=en></div>",
            "<span lang=en><b>a</span>",
            "<br lang=en>",
            "<!-- <x",
            "<div title=lang>",
            "<a hreflang=en>",
            "</div><",
        ] {
            assert!(!after(closed), "{closed}");
        }
    }
}
