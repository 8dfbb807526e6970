//! Raw HTML of the author, reduced to a safe list by ammonia.
//!
//! A text with raw HTML is written with a seal before every attribute value of the writer's own,
//! then cleaned as a whole, since an element may open in one place and close in another. The seal
//! comes from the text's hash, so no text can hold its own: what is sealed is ours and keeps every
//! attribute, what is not keeps only the few below.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Mutex;

use ammonia::Builder;

use crate::base::text::Digest;
use crate::render::address::is_safe;

/// The elements that may reach a page. The first heading level is the page's own.
const TAGS: [&str; 66] = [
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
    "address",
    "aside",
    "center",
    "data",
];

/// How blocks begin that reach to the end of the text unless they are closed.
const BLOCKS: [(&str, &str); 8] = [
    ("<!--", "-->"),
    ("<?", "?>"),
    ("<![cdata[", "]]>"),
    ("<!", ">"),
    ("<script", "</script"),
    ("<style", "</style"),
    ("<pre", "</pre"),
    ("<textarea", "</textarea"),
];

/// What an author may write on any element.
const FREE: [&str; 3] = ["title", "lang", "dir"];

/// What an author may write on one element.
const FREE_ON: [(&str, &str); 14] = [
    ("a", "href"),
    ("col", "span"),
    ("colgroup", "span"),
    ("data", "value"),
    ("del", "datetime"),
    ("details", "open"),
    ("ins", "datetime"),
    ("li", "value"),
    ("ol", "reversed"),
    ("ol", "start"),
    ("td", "colspan"),
    ("td", "rowspan"),
    ("th", "colspan"),
    ("th", "rowspan"),
];

/// What the writer writes; kept only under seal.
const SEALED: [&str; 17] = [
    "alt",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "class",
    "decoding",
    "height",
    "href",
    "id",
    "loading",
    "role",
    "scope",
    "src",
    "start",
    "tabindex",
    "title",
    "width",
];

/// Elements whose content a parser reads in another way: left open, they would swallow the rest of
/// the page. They are on no list anyway.
const GREEDY: [&str; 26] = [
    "applet",
    "base",
    "body",
    "button",
    "embed",
    "form",
    "frameset",
    "head",
    "html",
    "iframe",
    "math",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "optgroup",
    "option",
    "plaintext",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "xmp",
];

/// Other elements that there are or were. A name that is on no list is no element at all.
const UNWANTED: [&str; 41] = [
    "acronym", "area", "article", "audio", "basefont", "big", "blink", "canvas", "datalist", "dialog", "dir",
    "fieldset", "font", "footer", "frame", "h1", "header", "hgroup", "input", "label", "legend", "link",
    "main", "map", "meta", "meter", "nav", "output", "progress", "source", "strike", "video", "image",
    "keygen", "marquee", "nobr", "param", "picture", "search", "track", "tt",
];

/// The seal of a text. A digit comes first, so that a sealed address never looks like a scheme.
pub(crate) fn seal(digest: Digest) -> String {
    format!("0{}-", digest.hex(24))
}

/// Whether raw HTML is nothing but one comment, which never reaches the page.
fn is_comment(html: &str) -> bool {
    let inner = html.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    inner.is_some_and(|inner| !inner.contains("-->"))
}

/// Whether what looks like HTML is the author's words in angle brackets, `<namn>` for instance:
/// such words are shown as written.
pub(crate) fn is_words(html: &str) -> bool {
    let mut names = names(html).peekable();
    let known = [&TAGS[..], &GREEDY, &UNWANTED];
    let is_word = |name: &str| {
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !known.iter().any(|list| list.iter().any(|known| known.eq_ignore_ascii_case(name)))
    };
    names.peek().is_some() && names.all(is_word) && !html.contains("<!") && !html.contains("<?")
}

/// Whether HTML of the author would reach the page, so that the page needs cleaning.
pub(crate) fn is_raw(html: &str) -> bool {
    !is_comment(html) && !is_words(html)
}

/// What of the author's HTML will not reach the page: the name of an element, or the beginning of
/// a block that is never closed and takes all that follows with it.
pub(crate) fn lost(html: &str) -> Option<(&str, bool)> {
    if !is_raw(html) {
        return None;
    }
    let start = html.trim_start();
    let lower = start.to_ascii_lowercase();
    for (open, close) in BLOCKS {
        if lower.starts_with(open) && !lower[open.len()..].contains(close) {
            return Some((open, true));
        }
    }
    if ends_within_tag(html) {
        return Some((start.split_whitespace().next().unwrap_or("<"), true));
    }
    let is_own = |href: &str| {
        let href = href.trim_start_matches(['"', '\'', ' ']);
        ["http:", "https:", "mailto:", "tel:", "#"].iter().any(|start| href.starts_with(start))
    };
    if lower.split("href=").skip(1).any(|href| !is_own(href)) {
        return Some(("a href", false)); // nobody checks where it leads, so the link is dropped
    }
    let is_kept = |name: &str| TAGS.iter().any(|tag| *tag != "img" && tag.eq_ignore_ascii_case(name));
    names(html).find(|name| !is_kept(name)).map(|name| (name, false))
}

/// A tag within a line, or nothing where it would swallow what follows.
pub(crate) fn inline(html: &str) -> &str {
    if is_comment(html) || opens_greedy(html) { "" } else { html }
}

/// A block of raw HTML. One that would swallow what follows is cleaned, and thereby closed, by itself.
pub(crate) fn block(html: &str) -> Cow<'_, str> {
    if is_comment(html) {
        Cow::Borrowed("")
    } else if html.contains("<!") || html.contains("<?") || opens_greedy(html) || ends_within_tag(html) {
        Cow::Owned(clean(html, "0-".into(), BTreeSet::new()))
    } else {
        Cow::Borrowed(html)
    }
}

fn opens_greedy(html: &str) -> bool {
    names(html).any(|name| GREEDY.iter().any(|greedy| name.eq_ignore_ascii_case(greedy)))
}

/// The names of all tags, up to the first character that parts a name from what follows.
fn names(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|after| {
        let after = after.strip_prefix('/').unwrap_or(after);
        let end =
            after.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(after.len());
        after.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(&after[..end])
    })
}

/// Whether a fragment stops before its last tag does, within a quoted value for instance.
fn ends_within_tag(html: &str) -> bool {
    let mut within = false;
    let mut quote = None;
    let mut bytes = html.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match (within, quote, byte) {
            (false, _, b'<') => {
                within = bytes.peek().is_some_and(|next| next.is_ascii_alphabetic() || *next == b'/');
            }
            (true, None, b'"' | b'\'') => quote = Some(byte),
            (true, None, b'>') => within = false,
            (true, Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    within
}

/// Reduces HTML to the safe list. `ids` are those that the writer has given.
pub(crate) fn clean(html: &str, seal: String, ids: BTreeSet<String>) -> String {
    let fragments = ids.clone();
    let unused = Mutex::new(ids);
    let mut builder = Builder::empty();
    builder
        .tags(TAGS.into())
        .clean_content_tags(
            ["script", "style", "template", "noscript", "iframe", "object", "svg", "math"].into(),
        )
        .generic_attributes(FREE.into_iter().chain(SEALED).collect())
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .link_rel(None)
        .attribute_filter(move |element, attribute, value| {
            let Some(value) = value.strip_prefix(&seal) else {
                let free =
                    FREE.contains(&attribute) && element != "img" || FREE_ON.contains(&(element, attribute));
                return (free && (attribute != "href" || is_own(value, &fragments))).then_some(value.into());
            };
            let keep = match attribute {
                "href" | "src" => is_safe(value),
                // The parser copies an element that is closed in the wrong order: one keeps its id.
                "id" => unused.lock().is_ok_and(|mut unused| unused.remove(value)),
                _ => true,
            };
            keep.then_some(value.into())
        });
    for (element, attribute) in FREE_ON {
        builder.add_tag_attributes(element, [attribute]);
    }
    // An author's <img> has lost its source: images are written as Markdown, where they are checked.
    builder.clean(html).to_string().replace("<img>", "")
}

/// Whether an author's raw link needs no resolving: outside, or an anchor that there is.
fn is_own(href: &str, anchors: &BTreeSet<String>) -> bool {
    if let Some(anchor) = href.strip_prefix('#') {
        return anchors.contains(anchor);
    }
    let scheme = href.split_once(':').map_or("", |(scheme, _)| scheme);
    ["http", "https", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use crate::render::walk::tests::check;
    use crate::render::walk::tests::html;

    #[test]
    fn harmless_html_stays() {
        check("H<sub>2</sub>O och <b>fet</b><br>rad\n", "<p>H<sub>2</sub>O och <b>fet</b><br>rad</p>\n");
        check(
            "<details open>\n<summary>Mer</summary>\n\n- *ett*\n\n</details>\n",
            "<details open=\"\">\n<summary>Mer</summary>\n<ul>\n<li><em>ett</em></li>\n</ul>\n</details>\n",
        );
        check(
            "<div lang=\"en\">\n\nThe *sea*\n\n</div>\n\nett <span lang=\"en\">word</span>\n",
            "<div lang=\"en\">\n<p>The <em>sea</em></p>\n</div>\n<p>ett <span lang=\"en\">word</span></p>\n",
        );
        check(
            "<table><tr><td colspan=\"2\" class=\"x\" onclick=\"y()\">a</td></tr></table>\n",
            "<table><tbody><tr><td colspan=\"2\">a</td></tr></tbody></table>\n",
        );
        check(
            "<a href=\"https://x.se\" target=\"_blank\">x</a>\n",
            "<p><a href=\"https://x.se\">x</a></p>\n",
        );
    }

    #[test]
    fn comments_leave_no_trace() {
        check("a <!-- b --> c\n\n<!-- d -->\n\ne\n", "<p>a  c</p>\n<p>e</p>\n");
    }

    #[test]
    fn words_in_angle_brackets_are_words() {
        check("Ange <namn> till </namn>.\n", "<p>Ange &lt;namn&gt; till &lt;/namn&gt;.</p>\n");
        check("Till <e-post> och <namn1>\n", "<p>Till &lt;e-post&gt; och &lt;namn1&gt;</p>\n");
        check("<bilaga-2>\n", "<p>&lt;bilaga-2&gt;\n</p>\n");
        check("<namn>\n<ort>\n\nb\n", "<p>&lt;namn&gt;\n&lt;ort&gt;\n</p>\n<p>b</p>\n");
        check("a <font color=\"red\">b</font>\n", "<p>a b</p>\n");
        assert!(html("# <namn>\n").contains("<h2 id=\"namn\">&lt;namn&gt;</h2>"));
    }

    #[test]
    fn raw_links_within_the_site_are_dropped_for_nobody_checks_them() {
        check("<a href=\"../x.md\">x</a>\n", "<p><a>x</a></p>\n");
        check("<a href=\"#finns-ej\">x</a> <img src=\"x.png\" alt=\"y\">\n", "<p><a>x</a> </p>\n");
    }

    #[test]
    fn the_writers_own_markup_survives_and_cannot_be_imitated() {
        let page = html(
            "# Mål\n\n<p id=\"mal\" class=\"alert\" role=\"note\">a</p>\n\n[b](https://x.se)\n\n| a |\n|-|\n",
        );
        assert!(page.contains("<h2 id=\"mal\">Mål</h2>"), "{page}");
        assert!(page.contains("<p>a</p>"), "{page}");
        assert!(page.contains("<a href=\"https://x.se\">b</a>"), "{page}");
        assert!(
            page.contains(
                "<div class=\"table-region\" role=\"region\" tabindex=\"0\" aria-label=\"Tabell 1: Mål\">"
            ),
            "{page}"
        );
    }

    #[test]
    fn what_is_left_open_swallows_nothing() {
        for raw in [
            "a <textarea>",
            "<title>",
            "<div title=\"",
            "<div><!-- ",
            "<select>",
            "<svg><desc>",
            "<plaintext>",
            "x <style>",
            "<xmp>",
        ] {
            let page = html(&format!("{raw}\n\n## Efter\n\nord\n"));
            assert!(
                page.contains("<h2 id=\"efter\">Efter</h2>") && page.contains("<p>ord</p>"),
                "{raw}: {page}"
            );
        }
    }
}
