//! From recipe to bytes: the text is rendered, the template runs, and both are dropped.

use crate::base::fault::Fault;
use crate::base::path::SitePath;
use crate::render::exchange;
use crate::render::exchange::Rendered;
use crate::render::heading::Heading;
use crate::render::markdown;
use crate::site::library::Library;
use crate::site::parts::{BodyView, OutlineEntry};
use crate::site::recipe::{Recipe, TextRecipe, View};
use crate::site::theme_files::AssetContent;
use crate::site::words::Words;

/// What stands at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of this source file, which the shell streams.
    Copy(SitePath),
}

/// Above so many headings the contents list shows the first two levels only.
const LONG: usize = 60;

/// Makes a path's bytes.
///
/// # Errors
/// A template of the theme that cannot be run.
pub fn make(library: &Library, recipe: &Recipe) -> Result<Made, Fault> {
    Ok(match recipe {
        Recipe::Page { view, text, about, .. } => {
            Made::Bytes(page(library, view, text.as_ref(), about.as_ref())?.into_bytes())
        }
        Recipe::Text(text) => Made::Bytes(text.clone().into_bytes()),
        Recipe::Copy(source) => Made::Copy(source.clone()),
        Recipe::Asset(index, _) => match library.theme.assets().nth(*index).map(|asset| &asset.content) {
            Some(AssetContent::Bytes(bytes)) => Made::Bytes(bytes.to_vec()),
            Some(AssetContent::Copy(source)) => Made::Copy(source.clone()),
            None => Made::Bytes(Vec::new()),
        },
    })
}

fn page(
    library: &Library,
    view: &View,
    text: Option<&TextRecipe>,
    about: Option<&TextRecipe>,
) -> Result<String, Fault> {
    let words = labels(library.theme.words(library.config.lang.tag()));
    let render =
        |text: &TextRecipe| markdown::render(text.body.markdown(), &text.title, &text.targets, &words);
    let body = text.map(|text| {
        let rendered = render(text);
        BodyView {
            outline: outline(&rendered),
            has_code: rendered.has_code,
            html: rendered.html,
            about: about.map(|about| apart(&render(about).html)).unwrap_or_default(),
        }
    });
    library.theme.render(view.template(), view, body.as_ref())
}

/// Two texts on one page may have the same headings: the ids of the first get a name of their own.
fn apart(html: &str) -> String {
    let mut apart = String::with_capacity(html.len());
    for (index, piece) in html.split('<').enumerate() {
        let (tag, text) = if index == 0 { ("", piece) } else { piece.split_at(piece.find('>').unwrap_or(0)) };
        if index > 0 {
            apart.push('<');
        }
        let marks = [" id=\"", " href=\"#", " aria-labelledby=\""];
        let tag = marks.iter().fold(tag.to_owned(), |tag, mark| tag.replace(mark, &format!("{mark}om-")));
        apart += &tag;
        apart += text;
    }
    apart
}

fn outline(rendered: &Rendered) -> Vec<OutlineEntry> {
    let deepest = if rendered.outline.len() > LONG { 3 } else { 6 };
    let entry = |heading: &Heading| OutlineEntry {
        level: heading.level,
        anchor: heading.anchor.clone(),
        number: heading.number.clone(),
        text: heading.text.clone(),
        children: Vec::new(),
    };
    OutlineEntry::nest(rendered.outline.iter().filter(|heading| heading.level <= deepest).map(entry))
}

/// The words that rendered text needs, in the language of the page. `{}` stays for the renderer.
fn labels(words: &Words) -> exchange::Words {
    let say = |key: &str| words.text(key, &[]);
    let number = |key: &str| words.text(key, &[("n", "{}".into())]);
    exchange::Words {
        footnotes: say("footnotes"),
        footnote: number("footnote"),
        back: number("footnote-back"),
        permalink: words.text("permalink", &[("title", "{}".into())]),
        table: number("table-region"),
        done: say("task-done"),
        open: say("task-open"),
        note: say("alert-note"),
        tip: say("alert-tip"),
        important: say("alert-important"),
        warning: say("alert-warning"),
        caution: say("alert-caution"),
    }
}
