//! Reads a comparison as other programs do: what it says without what was removed or added, and
//! whether its HTML is what a browser makes of it.

use std::collections::BTreeSet;

use scraper::node::Node;
use scraper::{ElementRef, Html, Selector};

/// Elements that stand on lines of their own: words never run together over their edges.
const BLOCKS: [&str; 36] = [
    "address",
    "aside",
    "blockquote",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "col",
    "colgroup",
];

/// Elements without an end.
const VOID: [&str; 5] = ["br", "hr", "img", "wbr", "col"];

/// What HTML says to a reader: its words without typography, without what only a screen reader
/// gets, and without the elements of a name.
pub(crate) fn said(html: &str, without: &str) -> String {
    collected(html, without, " ")
}

/// The same to a program that knows nothing of blocks: only white space parts words.
pub(crate) fn copied(html: &str, without: &str) -> String {
    collected(html, without, "")
}

fn collected(html: &str, without: &str, edge: &str) -> String {
    let page = Html::parse_fragment(html);
    let mut text = String::new();
    say(page.root_element(), without, edge, &mut text);
    plain(&text)
}

fn say(element: ElementRef, without: &str, edge: &str, text: &mut String) {
    let name = element.value().name();
    if name == without || element.value().classes().any(|class| class == "visually-hidden") {
        return;
    }
    let own_edge = if BLOCKS.contains(&name) { edge } else { "" };
    text.push_str(own_edge);
    for child in element.children() {
        match (child.value(), ElementRef::wrap(child)) {
            (Node::Text(words), _) => text.push_str(words),
            (_, Some(inner)) => say(inner, without, edge, text),
            _ => {}
        }
    }
    text.push_str(own_edge);
}

/// A text without its typography.
pub(crate) fn plain(text: &str) -> String {
    let sign = |sign: char| match sign {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '“' | '”' | '„' | '‟' | '«' | '»' => Some('"'),
        '‘' | '’' | '‚' | '‛' | '′' => Some('\''),
        other if other.is_whitespace() => Some(' '),
        other => Some(other),
    };
    let text: String = text.chars().filter_map(sign).collect();
    let text = text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(&text).into_owned()
}

/// The words of a text; signs are none.
pub(crate) fn words(text: &str) -> usize {
    text.split(' ').filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// How many words are marked as added or removed, new numbers of notes apart. A moved word is neither.
pub(crate) fn marked(html: &str) -> usize {
    let page = Html::parse_fragment(html);
    let elements = page.root_element().descendent_elements();
    let marks = elements.filter(|it| {
        let mut classes = it.value().classes();
        matches!(it.value().name(), "ins" | "del")
            && !classes.any(|class| class == "quiet" || class == "moved")
    });
    let outermost = marks.filter(|it| {
        let mut outer = it.ancestors().filter_map(ElementRef::wrap);
        !outer.any(|outer| {
            let mut classes = outer.value().classes();
            matches!(outer.value().name(), "ins" | "del") && !classes.any(|class| class == "moved")
        })
    });
    outermost.map(|it| words(&said(&it.inner_html(), "?"))).sum()
}

/// What is wrong with the HTML itself, nothing if a browser reads it as it is written.
pub(crate) fn crooked(html: &str) -> Option<String> {
    let written = match tree(html) {
        Ok(written) => written,
        Err(fault) => return Some(fault),
    };
    let page = Html::parse_fragment(html);
    let depth = |it: &ElementRef| it.ancestors().count();
    let root = page.root_element();
    let read: Vec<(usize, String)> = root
        .descendent_elements()
        .skip(1)
        .map(|it| (depth(&it) - depth(&root) - 1, it.value().name().to_owned()))
        .collect();
    let differs = (0..read.len().max(written.len())).find(|at| read.get(*at) != written.get(*at))?;
    Some(format!("written {:?}, read {:?}", written.get(differs), read.get(differs)))
}

/// Whether a heading stands within a heading, as raw HTML can have it: one more element between them
/// decides how a browser reads that.
pub(crate) fn nests_headings(html: &str) -> bool {
    let within = Selector::parse(":is(h2, h3, h4, h5, h6) :is(h2, h3, h4, h5, h6)").expect("a selector");
    Html::parse_fragment(html).select(&within).next().is_some()
}

/// The elements as written: how deep, and their names.
fn tree(html: &str) -> Result<Vec<(usize, String)>, String> {
    let mut tree = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let tag = &rest[start..];
        let mut quoted = false;
        let end = tag.bytes().position(|byte| {
            quoted ^= byte == b'"';
            byte == b'>' && !quoted
        });
        let end = end.ok_or_else(|| format!("a tag without end: {tag}"))?;
        let inner = &tag[1..end];
        rest = &tag[end + 1..];
        if let Some(name) = inner.strip_prefix('/') {
            let last = open.pop();
            if last != Some(name) {
                return Err(format!("</{name}> ends {last:?}"));
            }
        } else {
            let name = inner.split(|byte: char| byte.is_whitespace()).next().unwrap_or(inner);
            tree.push((open.len(), name.to_owned()));
            if !VOID.contains(&name) {
                open.push(name);
            }
        }
    }
    if open.is_empty() { Ok(tree) } else { Err(format!("{open:?} have no end")) }
}

/// Marks that stand where HTML allows none.
pub(crate) fn misplaced(html: &str) -> Vec<String> {
    let page = Html::parse_fragment(html);
    let marks =
        page.root_element().descendent_elements().filter(|it| matches!(it.value().name(), "ins" | "del"));
    let parents = marks.filter_map(|it| Some((it, ElementRef::wrap(it.parent()?)?)));
    let wrong = parents.filter(|(_, parent)| {
        ["ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "colgroup"]
            .contains(&parent.value().name())
    });
    wrong.map(|(mark, parent)| format!("{} in {}", mark.value().name(), parent.value().name())).collect()
}

/// All ids, in the order of the text.
pub(crate) fn ids(html: &str) -> Vec<String> {
    let page = Html::parse_fragment(html);
    page.root_element().descendent_elements().filter_map(|it| it.value().id().map(String::from)).collect()
}

/// All ids that the text refers to.
pub(crate) fn wanted(html: &str) -> BTreeSet<String> {
    let page = Html::parse_fragment(html);
    let mut wanted = BTreeSet::new();
    for element in page.root_element().descendent_elements() {
        let element = element.value();
        wanted.extend(element.attr("href").and_then(|href| href.strip_prefix('#')).map(String::from));
        for name in ["aria-labelledby", "aria-describedby", "aria-controls"] {
            wanted.extend(element.attr(name).into_iter().flat_map(str::split_whitespace).map(String::from));
        }
    }
    wanted
}

/// Whether any element of a name stands in the text.
pub(crate) fn has(html: &str, name: &str) -> bool {
    let page = Html::parse_fragment(html);
    page.root_element().descendent_elements().any(|it| it.value().name() == name)
}

#[test]
fn reading_leaves_out_what_it_should() {
    let html = "<p>Nämnden <del><span class=\"visually-hidden\">Borttaget: </span>bör</del><ins>ska</ins> svara.</p>\n<p>1\u{a0}000</p>";
    assert_eq!(said(html, "del"), "Nämnden ska svara. 1 000");
    assert_eq!(said(html, "ins"), "Nämnden bör svara. 1 000");
    assert_eq!(marked(html), 2);
    assert_eq!(
        marked("<del class=\"moved block\"><p>a b <del>c</del></p></del><ins class=\"quiet\">2</ins>"),
        1
    );
}

#[test]
fn crooked_html_is_found() {
    assert_eq!(crooked("<p>a<br><ins class=\"x>\">b</ins></p>\n<ul><li>c</li></ul>"), None);
    for html in
        ["<p>a", "<p><ins>a</p></ins>", "<p><ins><p>a</p></ins></p>", "<a href=\"b\"><a href=\"c\">d</a></a>"]
    {
        assert!(crooked(html).is_some(), "{html}");
    }
    assert_eq!(misplaced("<ul><ins><li>a</li></ins></ul>"), ["ins in ul"]);
    assert_eq!(misplaced("<ul><li><ins>a</ins></li></ul>"), [""; 0]);
}
