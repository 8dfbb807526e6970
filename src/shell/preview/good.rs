//! Files that make a site, with the site that they make on the usual day, and on other days when
//! somebody looks at them.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::base::snapshot::Snapshot;
use crate::build::{self, Build, Options};
use crate::shell::preview::view::View;

/// Sites of so many other days are held; each is as large as the usual one.
const MOST_VIEWS: usize = 3;

/// Files and the sites that they make.
pub struct Good {
    snapshot: Arc<Snapshot>,
    usual: Arc<Build>,
    sound: bool,
    /// The last used at the end.
    others: Mutex<Vec<(View, Site)>>,
    /// Held while one is built: two at a time would only be slower.
    building: Mutex<()>,
}

/// A site that is built once, by the first who asks.
type Site = Arc<OnceLock<Arc<Build>>>;

impl Good {
    /// Files and the site that they make on the usual day, and whether it was tried and is sound.
    pub fn new(snapshot: Arc<Snapshot>, usual: Build, sound: bool) -> Self {
        Self { snapshot, usual: Arc::new(usual), sound, others: Mutex::default(), building: Mutex::default() }
    }

    /// The site of the usual day.
    pub fn usual(&self) -> &Arc<Build> {
        &self.usual
    }

    /// The same, to put other words into; `None` while somebody makes a page of it.
    pub fn usual_mut(&mut self) -> Option<&mut Build> {
        Arc::get_mut(&mut self.usual)
    }

    /// The files.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// Whether a page of each kind could be made.
    pub fn is_sound(&self) -> bool {
        self.sound
    }

    /// The address that the usual site stands at.
    pub fn base(&self) -> &str {
        self.base_url().map_or("/", |(_, path)| path)
    }

    /// The computer that the site will stand on: `https://www.example.se`.
    pub fn origin(&self) -> String {
        let own = self.base_url().and_then(|(url, path)| url.strip_suffix(path));
        own.unwrap_or("http://localhost").to_owned()
    }

    fn base_url(&self) -> Option<(&str, &str)> {
        let base = self.usual.library()?.config.base_url.as_ref()?;
        Some((&base.url, &base.path))
    }

    /// The site of another view, built unless it is there.
    pub fn of(&self, view: View, options: impl FnOnce() -> Options) -> Arc<Build> {
        let (site, oldest) = {
            let mut others = self.others.lock().unwrap_or_else(PoisonError::into_inner);
            let found = others.iter().position(|(its, _)| *its == view).map(|at| others.remove(at).1);
            let site = found.unwrap_or_default();
            others.push((view, Arc::clone(&site)));
            let oldest = (others.len() > MOST_VIEWS).then(|| others.remove(0));
            (site, oldest)
        };
        // Putting away a large site takes a while: not while others wait.
        drop(oldest);
        if let Some(build) = site.get() {
            return Arc::clone(build);
        }
        let _one_at_a_time = self.building.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(site.get_or_init(|| Arc::new(build::again(&self.usual, &self.snapshot, &options()))))
    }
}
