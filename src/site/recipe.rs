//! A recipe: everything that one path shows, but its rendered text. It is its own cache key:
//! equal recipes make equal bytes. It holds no date of today, only what follows from it.

use serde::Serialize;

use crate::archive::history::Proof;
use crate::base::path::{OutPath, SitePath};
use crate::base::program;
use crate::base::text::Digest;
use crate::model::register::Work;
use crate::model::version::{Body, Variant};
use crate::render::exchange::Target;
use crate::site::archive_view::{ArchiveView, ArchivedView, DocumentArchiveView};
use crate::site::counted::{self, Counted};
use crate::site::dossier;
use crate::site::library::{Library, title_of};
use crate::site::pairs::{Pair, steps};
use crate::site::plan::{Page, Plan};
use crate::site::sheet::Sheet;
use crate::site::shown::Shown;
use crate::site::theme_files::AssetContent;
use crate::site::view::{
    CompareView, DecisionsView, DocumentView, ListView, NotFoundView, OverviewView, PageView, RedirectView,
    RegisterView, RobotsView, SitemapView, StartView, StatementView, TimelineView, UnreadableView,
    WithdrawnView,
};
use crate::site::{
    archive_page, chronicle, comparison, data, document_archive, front, lists, small, statement, timemap,
    tree,
};

/// The view of a page; each has a template of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each is named as its view")]
pub enum View {
    Start(StartView),
    Register(RegisterView),
    List(ListView),
    Document(DocumentView),
    Compare(CompareView),
    Overview(OverviewView),
    Timeline(TimelineView),
    Decisions(DecisionsView),
    Page(PageView),
    Statement(StatementView),
    NotFound(NotFoundView),
    Redirect(RedirectView),
    Withdrawn(WithdrawnView),
    Archive(ArchiveView),
    DocumentArchive(DocumentArchiveView),
    Archived(ArchivedView),
    Unreadable(UnreadableView),
    Sitemap(SitemapView),
    Robots(RobotsView),
}

impl View {
    /// The template that it is shown by.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Start(_) => "start.html",
            Self::Register(_) => "register.html",
            Self::List(_) => "list.html",
            Self::Document(_) => "document.html",
            Self::Compare(_) => "compare.html",
            Self::Overview(_) => "overview.html",
            Self::Timeline(_) => "timeline.html",
            Self::Decisions(_) => "decisions.html",
            Self::Page(_) => "page.html",
            Self::Statement(_) => "statement.html",
            Self::NotFound(_) => "not-found.html",
            Self::Redirect(_) => "redirect.html",
            Self::Withdrawn(_) => "withdrawn.html",
            Self::Archive(_) => "archive.html",
            Self::DocumentArchive(_) => "document-archive.html",
            Self::Archived(_) => "archived.html",
            Self::Unreadable(_) => "unreadable.html",
            Self::Sitemap(_) => "sitemap.xml",
            Self::Robots(_) => "robots.txt",
        }
    }
}

/// A text of Markdown with where its links lead from this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRecipe {
    /// The text.
    pub body: Body,
    /// The heading that the page shows already.
    pub title: String,
    /// Where its links lead.
    pub targets: Vec<Target>,
}

impl std::hash::Hash for TextRecipe {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        // The file's digest stands for its text.
        self.body.file.digest().hash(state);
        self.body.start.hash(state);
        self.title.hash(state);
        self.targets.hash(state);
    }
}

/// Everything that one path shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Recipe {
    /// A page made by a template.
    Page {
        /// What the template sees.
        view: Box<View>,
        /// The text in it.
        text: Option<TextRecipe>,
        /// The plain summary above that text.
        about: Option<TextRecipe>,
        /// Links beside which it tells how much a version changed.
        counted: Vec<Counted>,
        /// The digest of theme and settings.
        theme: Digest,
    },
    /// A page that compares two texts.
    Comparison {
        /// What the template sees.
        view: Box<View>,
        /// Which versions they are.
        pair: Pair,
        /// The older text and the newer, as links from this page.
        texts: Box<[TextRecipe; 2]>,
        /// The digest of theme and settings.
        theme: Digest,
    },
    /// Finished text.
    Text(String),
    /// The data of a document, but for how much each version changed.
    Data(String, Vec<Counted>),
    /// A file of the theme, by its place there, and what it holds.
    Asset(usize, Digest),
    /// A source file as it is.
    Copy(SitePath),
}

impl Recipe {
    /// The key of what this makes; `None` where only the bytes themselves tell.
    pub fn key(&self) -> Option<Digest> {
        match self {
            Self::Copy(_) => None,
            recipe => Some(Digest::of_value(&(program::digest(), recipe))),
        }
    }
}

/// The recipe of a path.
pub fn recipe(library: &Library, plan: &Plan, path: &OutPath) -> Option<Recipe> {
    let (page, address) = plan.get(path)?;
    let sheet = Sheet::new(library, address.clone());
    let view = match page {
        Page::Start => View::Start(front::start(&sheet)),
        Page::Register(letter) => View::Register(lists::register(&sheet, letter.as_deref())),
        Page::Document(..) | Page::Version(..) => return dossier_recipe(&sheet, page),
        Page::Comparison(pair) => return comparison_recipe(&sheet, pair),
        Page::Withdrawn(id) => View::Withdrawn(small::withdrawn(&sheet, library.register.work(id)?)?),
        Page::Unreadable(id, version) => {
            View::Unreadable(small::unreadable(&sheet, library.register.work(id)?, version.as_ref()))
        }
        Page::UnreadablePlain(index) => {
            let (name, source) = library.unreadable_pages.get(*index)?;
            View::Unreadable(small::unreadable_plain(&sheet, name, source))
        }
        Page::DocumentArchive(id) => View::DocumentArchive(document_archive::document(&sheet, id)?),
        Page::Archive => View::Archive(archive_page::archive(&sheet)?),
        Page::ArchiveLog => {
            return Some(Recipe::Text(library.archive()?.history.text.as_str().to_owned()));
        }
        Page::ArchiveCheckpoint => match &library.archive()?.history.proof {
            Proof::Holds(text, _) => return Some(Recipe::Text(text.as_str().to_owned())),
            Proof::Missing | Proof::Broken => return None,
        },
        Page::TimeMap(id) => {
            return Some(Recipe::Text(timemap::timemap(library, library.register.work(id)?)?));
        }
        Page::Overview => View::Overview(tree::overview(&sheet)),
        Page::Timeline(year) => View::Timeline(chronicle::timeline(&sheet, *year)),
        Page::Body(id) => View::List(lists::body(&sheet, library.config.body(id)?)),
        Page::Kind(id) => View::List(lists::kind(&sheet, library.config.kind(id)?)),
        Page::Subjects => View::List(lists::subjects(&sheet)),
        Page::Subject(slug) => View::List(lists::subject(&sheet, library.subjects.get(slug)?)),
        Page::Decisions(body, date) => {
            View::Decisions(chronicle::decisions(&sheet, library.config.body(body)?, date)?)
        }
        Page::Plain(index) => return plain_recipe(&sheet, *index),
        Page::Statement => return statement_recipe(&sheet),
        Page::NotFound => View::NotFound(small::not_found(&sheet)),
        Page::Sitemap => View::Sitemap(small::sitemap(&sheet, plan)),
        Page::Robots => View::Robots(small::robots(&sheet)),
        Page::Redirect(target) => View::Redirect(small::redirect(&sheet, target)),
        Page::RegisterData => return Some(Recipe::Text(data::register(library))),
        Page::DocumentData(id) => {
            let work = library.register.work(id)?;
            let counted = counted(library, work, |pair| pair.address().path());
            return Some(Recipe::Data(data::document(library, work), counted));
        }
        Page::ChangeDates => return Some(Recipe::Text(data::change_dates(library))),
        Page::Copy(source) => return Some(Recipe::Copy(source.clone())),
        Page::Asset(index) => {
            return Some(match &library.theme.assets().nth(*index)?.content {
                AssetContent::Bytes(bytes) => Recipe::Asset(*index, Digest::of(bytes)),
                // Only its bytes on disk tell whether it changed.
                AssetContent::Copy(source) => Recipe::Copy(source.clone()),
            });
        }
    };
    Some(page_of(library, view, None, None))
}

/// The recipe of a page without comparisons.
pub fn page_of(library: &Library, view: View, text: Option<TextRecipe>, about: Option<TextRecipe>) -> Recipe {
    let counted = Vec::new();
    Recipe::Page { view: Box::new(view), text, about, counted, theme: library.theme.digest() }
}

/// What is told of how much the versions of a document changed.
fn counted(library: &Library, work: &Work, at: impl Fn(&Pair) -> String) -> Vec<Counted> {
    let steps = steps(&library.register, work).into_iter().filter(|pair| library.is_shown(pair));
    steps.filter_map(|pair| Counted::new(library, pair.clone(), at(&pair))).collect()
}

/// A page that compares two versions.
fn comparison_recipe(sheet: &Sheet, pair: &Pair) -> Option<Recipe> {
    let view = comparison::comparison(sheet, pair)?;
    Some(Recipe::Comparison {
        view: Box::new(View::Compare(view)),
        pair: pair.clone(),
        texts: Box::new(counted::recipes(sheet.library, pair)?),
        theme: sheet.library.theme.digest(),
    })
}

/// A document's page, a version's page, and both in a variant.
fn dossier_recipe(sheet: &Sheet, page: &Page) -> Option<Recipe> {
    let library = sheet.library;
    let (id, version, tag) = match page {
        Page::Document(id, tag) => (id, None, tag),
        Page::Version(id, version, tag) => (id, Some(version), tag),
        _ => return None,
    };
    let work = library.register.work(id)?;
    let (version, life) = match version {
        Some(version) => work.version(version)?,
        None => work.shown(sheet.today())?,
    };
    let own_page = matches!(page, Page::Version(..));
    let find = |tag: &String| version.variants.iter().find(|variant| variant.tag == *tag);
    let variant: Option<&Variant> = tag.as_ref().and_then(find);
    let view = dossier::document(sheet, Shown { work, version, life, variant, own_page });
    let text = match variant {
        Some(variant) => {
            let title = variant.title.as_deref().unwrap_or_else(|| title_of(version));
            text_recipe(sheet, &variant.source, &variant.body, title)
        }
        None => text_recipe(sheet, &version.source, &version.body, title_of(version)),
    };
    let about = work.document.about.as_ref().filter(|_| !own_page && variant.is_none());
    let about = about.map(|body| text_recipe(sheet, &work.document.source, body, ""));
    let counted = counted(library, work, |pair| sheet.href(&pair.address()));
    let (view, theme) = (Box::new(View::Document(view)), library.theme.digest());
    Some(Recipe::Page { view, text: Some(text), about, counted, theme })
}

fn plain_recipe(sheet: &Sheet, index: usize) -> Option<Recipe> {
    let page = sheet.library.pages.get(index)?;
    let view = small::plain(sheet, page);
    let text = text_recipe(sheet, &page.source, &page.body, &page.title);
    Some(page_of(sheet.library, View::Page(view), Some(text), None))
}

fn statement_recipe(sheet: &Sheet) -> Option<Recipe> {
    let view = statement::statement(sheet, sheet.library.config.statement.as_ref()?);
    let introduction = sheet.library.introduction();
    let text = introduction.map(|page| text_recipe(sheet, &page.source, &page.body, &page.title));
    Some(page_of(sheet.library, View::Statement(view), text, None))
}

/// A text with where its links lead from a page.
pub fn text_recipe(sheet: &Sheet, source: &SitePath, body: &Body, title: &str) -> TextRecipe {
    let files = sheet.names_files();
    let links = sheet.library.links(source);
    TextRecipe {
        body: body.clone(),
        title: title.to_owned(),
        targets: links.iter().map(|link| link.on(&sheet.path, files)).collect(),
    }
}
