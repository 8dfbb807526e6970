//! From recipe to bytes: the text is rendered, the template runs, and both are dropped.

use std::borrow::Cow;

use crate::base::fault::Fault;
use crate::base::path::SitePath;
use crate::compare::compared::compare;
use crate::render::exchange;
use crate::render::exchange::Rendered;
use crate::render::heading::Heading;
use crate::render::markdown;
use crate::site::compared::{self, briefly};
use crate::site::counted::Counted;
use crate::site::data;
use crate::site::library::Library;
use crate::site::pairs::Pair;
use crate::site::parts::{BodyView, ChangeView, ComparedView, OutlineEntry, PairView};
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
        Recipe::Page { view, text, about, counted, .. } => {
            let view = told(library, view, counted);
            Made::Bytes(page(library, &view, text.as_ref(), about.as_ref())?.into_bytes())
        }
        Recipe::Comparison { view, pair, texts, .. } => {
            let body = compared(library, pair, texts);
            Made::Bytes(library.theme.render(view.template(), &**view, Some(&body))?.into_bytes())
        }
        Recipe::Text(text) => Made::Bytes(text.clone().into_bytes()),
        Recipe::Data(text, counted) => {
            let counts = counted.iter().map(|it| (it.at.as_str(), library.counts.of(library, &it.pair)));
            Made::Bytes(data::with_counts(text, &counts.collect()).into_bytes())
        }
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
    let mut body = text.map(|text| body(library, text));
    if let Some((body, about)) = body.as_mut().zip(about) {
        body.about = apart(&rendered(library, about).html);
    }
    library.theme.render(view.template(), view, body.as_ref())
}

/// A text as a page shows it.
pub fn body(library: &Library, text: &TextRecipe) -> BodyView {
    let rendered = rendered(library, text);
    BodyView {
        outline: outline(&rendered),
        has_code: rendered.has_code,
        html: rendered.html,
        ..BodyView::default()
    }
}

/// A text as HTML.
pub fn rendered(library: &Library, text: &TextRecipe) -> Rendered {
    let words = labels(library.theme.words(library.config.lang.tag()));
    markdown::render(text.body.markdown(), &text.title, &text.targets, &words)
}

/// The page with how much each version changed, beside the links to the comparisons.
fn told<'a>(library: &Library, view: &'a View, counted: &[Counted]) -> Cow<'a, View> {
    let View::Document(page) = view else { return Cow::Borrowed(view) };
    let mut page = page.clone();
    let in_versions = page.versions.iter_mut().filter_map(|version| version.compare.as_mut());
    let in_timeline = page.timeline.iter_mut().flat_map(|event| &mut event.links);
    let words = library.theme.words(library.config.lang.tag());
    for link in in_versions.chain(in_timeline) {
        let it = counted.iter().find(|it| link.href.as_ref() == Some(&it.at));
        link.note = it.map(|it| briefly(words, &library.counts.of(library, &it.pair))).or(link.note.take());
    }
    Cow::Owned(View::Document(page))
}

/// Both texts in one, and what changed between them.
fn compared(library: &Library, pair: &Pair, texts: &[TextRecipe; 2]) -> BodyView {
    let words = library.theme.words(library.config.lang.tag());
    let [old, new] = [&texts[0], &texts[1]].map(|text| rendered(library, text));
    let comparison = compare(&old, &new, &compared::labels(words));
    library.counts.keep(pair, comparison.tally);
    let count = comparison.changes.len();
    let pairs = comparison.beside.iter().map(|pairs| {
        let pairs = pairs.iter().map(|pair| PairView {
            old: pair.old.clone(),
            new: pair.new.clone(),
            moved: pair.moved,
        });
        pairs.collect::<Vec<_>>()
    });
    let changes =
        comparison.changes.iter().zip(pairs).enumerate().map(|(index, (change, pairs))| ChangeView {
            anchor: change.anchor.clone(),
            beside: format!("s-bredvid-{}", index + 1),
            section: compared::heading(words, &change.label),
            what: compared::happenings(words, change),
            pairs,
        });
    let compared = ComparedView {
        count,
        counted: if count == 0 { String::new() } else { words.text("compare-count", &[("n", count.into())]) },
        brief: briefly(words, &comparison.tally),
        changes: changes.collect(),
        renumbered: compared::renumbered(words, &comparison),
        unchanged: count == 0 && comparison.renumbered.is_empty(),
        changes_words: compared::changes_words(&comparison.tally),
    };
    BodyView {
        html: comparison.running,
        has_code: old.has_code || new.has_code,
        compared: Some(compared),
        ..BodyView::default()
    }
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
pub fn labels(words: &Words) -> exchange::Words {
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
