//! Footnotes: numbered marks in the text, the notes at its end, and ways back.
//!
//! `doc-endnotes` and `doc-endnote` are left out on purpose: the one fails checks on a section,
//! the other is deprecated.

use std::collections::HashMap;

use comrak::nodes::{AstNode, NodeValue};

use crate::render::exchange::Words;
use crate::render::html::Html;
use crate::render::html::fill;

/// The id of the section's heading.
const SECTION: &str = "fotnoter";

/// Moves all notes to the end: those with marks in the order of their numbers, then the others.
/// comrak would drop a note without marks, and leave the first of two with the same name where it
/// stands; but no word of an adopted text may be lost, and the section of notes is one.
pub(crate) fn gather<'a>(root: &'a AstNode<'a>) {
    let mut numbers = HashMap::new();
    let mut notes = Vec::new();
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::FootnoteReference(mark) => {
                numbers.insert(mark.name.clone(), mark.ix);
            }
            NodeValue::FootnoteDefinition(note) => {
                notes.push(((note.total_references > 0).then(|| note.name.clone()), node));
            }
            _ => {}
        }
    }
    let number = |name: &Option<String>| name.as_ref().and_then(|name| numbers.get(name)).copied();
    notes.sort_by_key(|(name, _)| number(name).unwrap_or(u32::MAX));
    for (_, note) in notes {
        root.append(note);
    }
}

/// The references that the page will hold, by footnote.
#[derive(Default)]
pub(crate) struct Footnotes {
    /// How many notes there are.
    pub(crate) defined: u32,
    /// For note 1, 2, …: the numbers of its references.
    references: Vec<Vec<u32>>,
}

impl Footnotes {
    /// Notes a reference. Both numbers count from 1.
    pub(crate) fn add(&mut self, note: u32, reference: u32) {
        let index = note.saturating_sub(1) as usize;
        if self.references.len() <= index {
            self.references.resize_with(index + 1, Vec::new);
        }
        self.references[index].push(reference);
    }

    fn of(&self, note: u32) -> &[u32] {
        self.references.get(note.saturating_sub(1) as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether anything refers to a note.
    pub(crate) fn has_marks(&self, note: u32) -> bool {
        !self.of(note).is_empty()
    }

    /// Every id that footnotes bring to the page.
    pub(crate) fn ids(&self) -> impl Iterator<Item = String> {
        let section = (self.defined > 0).then(|| SECTION.to_owned());
        let notes = (1..=self.defined).map(note_id);
        let marks = (1u32..)
            .zip(&self.references)
            .flat_map(|(note, references)| references.iter().map(move |reference| mark_id(note, *reference)));
        section.into_iter().chain(notes).chain(marks)
    }
}

fn note_id(note: u32) -> String {
    format!("fotnot-{note}")
}

fn mark_id(note: u32, reference: u32) -> String {
    if reference > 1 { format!("fotnotref-{note}-{reference}") } else { format!("fotnotref-{note}") }
}

/// The mark in the text. Within a link it is no link itself, but keeps its id for the way back.
pub(crate) fn mark(html: &mut Html, note: u32, reference: u32, in_link: bool, words: &Words) {
    let (number, id) = (note.to_string(), mark_id(note, reference));
    if in_link {
        html.tag("sup", &[("class", "footnote-mark"), ("id", &id)]);
        html.text(&number);
        return html.raw("</sup>");
    }
    html.tag("sup", &[("class", "footnote-mark")]);
    let to = format!("#{}", note_id(note));
    let name = fill(&words.footnote, &number);
    html.tag("a", &[("role", "doc-noteref"), ("id", &id), ("href", &to), ("aria-label", &name)]);
    html.text(&number);
    html.raw("</a></sup>");
}

/// Opens the section, before the first note.
pub(crate) fn open(html: &mut Html, words: &Words) {
    html.line();
    html.tag("section", &[("class", "footnotes"), ("aria-labelledby", SECTION)]);
    html.raw("\n");
    html.tag("h2", &[("id", SECTION)]);
    html.text(&words.footnotes);
    html.raw("</h2>\n<ol>\n");
}

/// Opens one note.
pub(crate) fn open_note(html: &mut Html, note: u32) {
    html.tag("li", &[("id", &note_id(note))]);
}

/// The ways back, one for each reference, with names that tell them apart.
pub(crate) fn back(html: &mut Html, note: u32, footnotes: &Footnotes, words: &Words) {
    for reference in footnotes.of(note) {
        let which = if *reference > 1 { format!("{note} ({reference})") } else { note.to_string() };
        let to = format!("#{}", mark_id(note, *reference));
        let name = fill(&words.back, &which);
        html.raw(" ");
        html.tag(
            "a",
            &[("class", "footnote-back"), ("role", "doc-backlink"), ("href", &to), ("aria-label", &name)],
        );
        html.raw("↩\u{fe0e}"); // the sign as text, not as a coloured picture
        if *reference > 1 {
            html.raw("<sup>");
            html.text(&reference.to_string());
            html.raw("</sup>");
        }
        html.raw("</a>");
    }
}

/// Closes the section, after the last note.
pub(crate) fn close(html: &mut Html) {
    html.raw("</ol>\n</section>\n");
}

#[cfg(test)]
mod tests {
    use crate::render::walk::tests::check;

    #[test]
    fn marks_notes_and_ways_back_find_each_other() {
        check(
            "Ord[^a] och[^b] ord[^a].\n\n[^a]: Ett.\n\n    Två.\n[^b]: Tre.\n",
            "<p>Ord<sup class=\"footnote-mark\"><a role=\"doc-noteref\" id=\"fotnotref-1\" href=\"#fotnot-1\" aria-label=\"Fotnot 1\">1</a></sup> \
             och<sup class=\"footnote-mark\"><a role=\"doc-noteref\" id=\"fotnotref-2\" href=\"#fotnot-2\" aria-label=\"Fotnot 2\">2</a></sup> \
             ord<sup class=\"footnote-mark\"><a role=\"doc-noteref\" id=\"fotnotref-1-2\" href=\"#fotnot-1\" aria-label=\"Fotnot 1\">1</a></sup>.</p>\n\
             <section class=\"footnotes\" aria-labelledby=\"fotnoter\">\n<h2 id=\"fotnoter\">Fotnoter</h2>\n<ol>\n\
             <li id=\"fotnot-1\">\n<p>Ett.</p>\n<p>Två. \
             <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fotnotref-1\" aria-label=\"Tillbaka till texten, fotnot 1\">↩\u{fe0e}</a> \
             <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fotnotref-1-2\" aria-label=\"Tillbaka till texten, fotnot 1 (2)\">↩\u{fe0e}<sup>2</sup></a></p>\n</li>\n\
             <li id=\"fotnot-2\">\n<p>Tre. \
             <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fotnotref-2\" aria-label=\"Tillbaka till texten, fotnot 2\">↩\u{fe0e}</a></p>\n</li>\n\
             </ol>\n</section>\n",
        );
    }

    #[test]
    fn a_note_that_ends_in_a_list_gets_its_way_back_after_it() {
        check(
            "Ord[^1]\n\n[^1]:\n    - ett\n",
            "<p>Ord<sup class=\"footnote-mark\"><a role=\"doc-noteref\" id=\"fotnotref-1\" href=\"#fotnot-1\" aria-label=\"Fotnot 1\">1</a></sup></p>\n\
             <section class=\"footnotes\" aria-labelledby=\"fotnoter\">\n<h2 id=\"fotnoter\">Fotnoter</h2>\n<ol>\n\
             <li id=\"fotnot-1\">\n<ul>\n<li>ett</li>\n</ul>\n<p> \
             <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fotnotref-1\" aria-label=\"Tillbaka till texten, fotnot 1\">↩\u{fe0e}</a></p>\n</li>\n\
             </ol>\n</section>\n",
        );
    }

    #[test]
    fn a_note_without_mark_is_kept_without_a_way_back() {
        let html = crate::render::walk::tests::html("[^a]: Ett.\n\nOrd[^b].\n\n> [^b]: Tre.\n\n[^b]: Två.\n");
        let notes = html.split_once("<ol>").unwrap().1;
        let words: Vec<&str> =
            notes.split("<p>").skip(1).map(|note| note.split(['.', '<']).next().unwrap()).collect();
        assert_eq!(words, ["Två", "Ett", "Tre"], "{html}");
        assert_eq!(html.matches("doc-backlink").count(), 1, "{html}");
        assert_eq!(html.matches("<section").count(), 1, "{html}");
    }

    #[test]
    fn a_mark_without_note_is_text_and_a_mark_in_a_link_is_no_link() {
        check("Ord[^x].", "<p>Ord[^x].</p>\n");
        let html = crate::render::walk::tests::html("[länk[^1]](https://x.se)\n\n[^1]: Not.\n");
        assert!(html.contains("länk<sup class=\"footnote-mark\" id=\"fotnotref-1\">1</sup></a>"), "{html}");
    }
}
