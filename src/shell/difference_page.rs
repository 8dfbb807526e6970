//! What differs between two texts as a page of its own: to attach to a matter, to print, to be read by
//! ear. It needs no other file.

use crate::compare::exchange::{BlockKind, Passage};
use crate::shell::difference::Difference;
use crate::shell::marks::{Mark, pieces};
use crate::shell::markup::escaped;
use crate::shell::passages;

/// Marked by line and weight as well as colour, so that it can be told on paper and without colours.
const STYLE: &str = include_str!("templates/difference.css");

/// The page.
pub fn page(difference: &Difference) -> String {
    let say = |key: &str| escaped(&difference.say(key));
    let [before, after] = difference.sides();
    let title = difference.words.text("compare-title", &[("title", difference.new.title.as_str().into())]);
    let title = escaped(&title);
    let mut main = vec![format!("<h1>{title}</h1>\n<dl>\n")];
    for (side, name) in [before, after] {
        main.push(format!("<dt>{}</dt>\n<dd>{}</dd>\n", escaped(&side), escaped(&name)));
    }
    main.push(format!("</dl>\n<h2>{}</h2>\n<ul>\n", say("compare-summary")));
    for sentence in difference.sentences() {
        main.push(format!("<li>{}</li>\n", escaped(&sentence)));
    }
    main.push("</ul>\n".into());
    if !difference.facts.is_empty() {
        main.push(format!("<h2>{}</h2>\n<dl>\n", say("compare-facts")));
    }
    for fact in &difference.facts {
        main.push(format!(
            "<dt>{}</dt>\n<dd>{}</dd>\n",
            escaped(&fact.label),
            escaped(&difference.turn(fact))
        ));
    }
    if !difference.facts.is_empty() {
        main.push("</dl>\n".into());
    }
    let mut sections = passages::sections(difference.words, &difference.comparison).peekable();
    if sections.peek().is_some() {
        main.push(format!(
            "<h2>{}</h2>\n<p class=\"note\">{} {}</p>\n",
            say("compare-text"),
            say("compare-legend-removed"),
            say("compare-legend-added"),
        ));
    }
    for (name, _, passages) in sections {
        main.push(format!("<h3>{}</h3>\n{}", escaped(&name), told(difference, passages)));
    }
    main.push(format!("<p class=\"note\">{}</p>\n", say("compare-left-out")));
    let main = main.concat();
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{main}</main>\n</body>\n</html>\n",
        difference.words.lang(),
    )
}

/// The passages of a section; items in a row are one list.
fn told(difference: &Difference, passages: &[Passage]) -> String {
    let mut html = Vec::new();
    for same in passages.chunk_by(|a, b| a.kind == BlockKind::Item && b.kind == BlockKind::Item) {
        let is_list = same.iter().all(|passage| passage.kind == BlockKind::Item);
        let tag = if is_list { "li" } else { "p" };
        let blocks = same.iter().map(|passage| {
            let moved = passages::moved(difference.words, passage)
                .map(|moved| format!("<b>{}</b> ", escaped(&moved)));
            format!("<{tag}>{}{}</{tag}>\n", moved.unwrap_or_default(), marked(difference, passage))
        });
        let blocks: String = blocks.collect();
        html.push(if is_list { format!("<ul>\n{blocks}</ul>\n") } else { blocks });
    }
    html.concat()
}

/// The words with their marks, each told in words too for who hears the page.
fn marked(difference: &Difference, passage: &Passage) -> String {
    let hidden = |text: &str| format!("<span class=\"hidden\">{}</span>", escaped(text));
    let wrapped = |tag: &str, text: &str, key: &str| {
        let begin = hidden(&format!("{} ", difference.say(key)));
        let end = hidden(&format!(" {}. ", difference.say(&format!("{key}-end"))));
        format!("<{tag}>{begin}{}{end}</{tag}>", escaped(text))
    };
    let pieces = pieces(passage);
    let told = pieces.iter().map(|(mark, text)| match mark {
        Mark::Same => escaped(text),
        Mark::Removed => wrapped("del", text, "compare-mark-removed"),
        Mark::Added => wrapped("ins", text, "compare-mark-added"),
    });
    told.collect()
}
