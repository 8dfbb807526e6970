//! The whole path of data on one screen: snapshot → settings → documents → library → plan;
//! then, for whoever asks, path → recipe → bytes.

use std::collections::HashSet;
use std::mem::discriminant;

use crate::archive::history::History;
use crate::base::date::Date;
use crate::base::fault::{Code, Fault, Severity};
use crate::base::path::{OutPath, SitePath};
use crate::base::snapshot::Snapshot;
use crate::base::text::Text;
use crate::model::address::STATEMENT;
use crate::model::config::{self, BaseUrl, Config, FILE};
use crate::model::content;
use crate::model::keys;
use crate::model::statement::Statement;
use crate::site::counted::check_editorial;
use crate::site::frozen;
use crate::site::library::Library;
use crate::site::make;
use crate::site::plan::{Page, Plan, plan};
use crate::site::recipe;
use crate::site::setting::site_view;
use crate::site::theme::Theme;

pub use crate::site::make::Made;
pub use crate::site::recipe::Recipe;

/// What the asker decides.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Builds as if this day were today, also where the settings fix another.
    pub date: Option<Date>,
    /// That day is shown whatever day the reader's own is, as one that the settings fix.
    pub fixed: bool,
    /// Where the site will stand, before the settings' own.
    pub base_url: Option<BaseUrl>,
    /// Drafts are shown.
    pub drafts: bool,
}

/// A site, planned. Nothing of it is made until somebody asks.
pub struct Build {
    /// What is wrong, in the order of the files.
    pub faults: Vec<Fault>,
    site: Option<(Library, Plan)>,
}

/// Plans a site.
pub fn build(snapshot: &Snapshot, options: &Options) -> Build {
    whole(snapshot, options, None)
}

/// As [`build`], but of an earlier build's texts only those are read again that have changed since.
pub fn again(former: &Build, snapshot: &Snapshot, options: &Options) -> Build {
    whole(snapshot, options, former.library())
}

/// A site before its texts are read for their links: any page can be made at once, but not every fault is
/// known, and files that no text leads to have an address.
pub fn sketch(snapshot: &Snapshot, options: &Options) -> Build {
    let mut faults = Vec::new();
    let gathered = gather(snapshot, options, None, &mut faults);
    finish(gathered, faults)
}

fn whole(snapshot: &Snapshot, options: &Options, former: Option<&Library>) -> Build {
    let mut faults = Vec::new();
    let mut gathered = gather(snapshot, options, former, &mut faults);
    if let Some((library, _)) = &mut gathered {
        if let Some(former) = former {
            library.leads.adopt(&former.leads);
        }
        library.follow_links(&mut faults);
        check_editorial(library, &mut faults);
        if let Some(holdings) = &library.holdings {
            frozen::check(library, holdings, &mut faults);
        }
    }
    finish(gathered, faults)
}

fn finish(gathered: Option<(Library, bool)>, mut faults: Vec<Fault>) -> Build {
    let site = gathered.and_then(|(library, settled)| {
        let plan = plan(&library, &mut faults);
        settled.then_some((library, plan))
    });
    faults.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
    Build { faults, site }
}

/// All that a site is made from, for those who only ask about it: no link is followed and no page
/// planned. With the faults found on the way; without a library if the settings cannot be used.
pub fn library(snapshot: &Snapshot, options: &Options) -> (Option<Library>, Vec<Fault>) {
    let mut faults = Vec::new();
    let gathered = gather(snapshot, options, None, &mut faults);
    (gathered.filter(|(_, settled)| *settled).map(|(library, _)| library), faults)
}

/// The library, and whether the settings make a site of it.
fn gather(
    snapshot: &Snapshot,
    options: &Options,
    former: Option<&Library>,
    faults: &mut Vec<Fault>,
) -> Option<(Library, bool)> {
    let mut config = Config::read(snapshot, faults)?;
    // Without a name, an address and a theme there is no site; any other slip in the settings leaves one.
    let settled = !faults.iter().any(|fault| {
        fault.code == Code::BadBaseUrl
            || (fault.code == Code::MissingValue && fault.argument("key").is_some_and(is_name))
    });
    let faultless = faults.iter().all(|fault| fault.code.severity() != Severity::Error);
    if options.date.is_some() {
        config.date = options.date.filter(|_| options.fixed);
    }
    if options.base_url.is_some() {
        config.base_url.clone_from(&options.base_url);
    }
    if config.base_url.is_none() && faultless {
        faults.push(Fault::new(Code::NoBaseUrl).at(&SitePath::new(FILE)));
    }
    let (theme, found) = Theme::load(snapshot, &config.theme, config.lang.tag(), &config.colors);
    faults.extend(found.into_iter().map(|fault| match config::written(snapshot, keys::THEME) {
        Some((_, range)) if fault.place.is_none() => fault.at_range(&SitePath::new(FILE), range),
        _ => fault,
    }));
    let content = content::read(snapshot, &config, options.drafts, faults);
    let today = options.date.or(config.date).unwrap_or(snapshot.today);
    match &config.statement {
        Some(statement) => faults.extend(statement.check(today)),
        // One that is written by hand is one too.
        None if !content.pages.iter().any(|page| page.name == STATEMENT) => {
            faults.push(Fault::new(Code::NoStatement).at(&SitePath::new(FILE)));
        }
        None => {}
    }
    let former = former.and_then(|former| Some(&former.holdings.as_ref()?.history));
    let history = History::read(snapshot, former, faults);
    let has_archive = history.as_ref().is_some_and(|history| history.begun().is_some());
    let theme = theme?.with_site(&site_view(&config, &content, has_archive));
    Some((Library::new(snapshot, config, today, content, theme, history, faults), settled))
}

fn is_name(key: &str) -> bool {
    [keys::NAME.en, keys::NAME.sv].contains(&key)
}

impl Build {
    /// Whether there is a site at all: settings and theme could be used.
    pub fn usable(&self) -> bool {
        self.site.is_some()
    }

    /// Puts other words in the place of a text's, so that pages made from now on show them: a head start on
    /// building again. `false`, and nothing done, where more than its words changed.
    pub fn retext(&mut self, source: &SitePath, words: &Text) -> bool {
        self.site.as_mut().is_some_and(|(library, _)| library.retext(source, words))
    }

    /// What pages are made from.
    pub fn library(&self) -> Option<&Library> {
        self.site.as_ref().map(|(library, _)| library)
    }

    /// The days for which the site stays as it is: the first, and the first day after. `None`
    /// where there is no limit.
    pub fn holds(&self) -> (Option<Date>, Option<Date>) {
        let Some((library, _)) = &self.site else { return (None, None) };
        if library.config.date.is_some() {
            return (None, None);
        }
        let dates = library.register.change_dates();
        let next = dates.partition_point(|date| *date <= library.today);
        // A statement that grows old changes no page, but somebody must be told.
        let old = library.config.statement.as_ref().and_then(Statement::old_from);
        let until = dates.get(next).copied().into_iter().chain(old.filter(|day| *day > library.today)).min();
        (next.checked_sub(1).map(|last| dates[last]), until)
    }

    /// Every path of the website, in order.
    pub fn paths(&self) -> impl Iterator<Item = &OutPath> {
        self.site.iter().flat_map(|(_, plan)| plan.keys())
    }

    /// Every path, in two rounds: what is made in the first tells the second how much changed between
    /// two versions, which would else be found twice.
    pub fn rounds(&self) -> [Vec<&OutPath>; 2] {
        let mut rounds = [Vec::new(), Vec::new()];
        for (path, (page, _)) in self.site.iter().flat_map(|(_, plan)| plan) {
            rounds[usize::from(!matches!(page, Page::Comparison(_)))].push(path);
        }
        rounds
    }

    /// A path of each kind of page, to try a theme on.
    pub fn samples(&self) -> Vec<&OutPath> {
        let mut kinds = HashSet::new();
        let pages = self.site.iter().flat_map(|(_, plan)| plan);
        pages.filter(|(_, (page, _))| kinds.insert(discriminant(page))).map(|(path, _)| path).collect()
    }

    /// The recipe of a path.
    pub fn recipe(&self, path: &OutPath) -> Option<Recipe> {
        let (library, plan) = self.site.as_ref()?;
        recipe::recipe(library, plan, path)
    }

    /// Makes a path's bytes.
    ///
    /// # Errors
    /// A template of the theme that cannot be run.
    pub fn make(&self, recipe: &Recipe) -> Result<Made, Fault> {
        match &self.site {
            Some((library, _)) => make::make(library, recipe),
            None => Ok(Made::Bytes(Vec::new())),
        }
    }
}
