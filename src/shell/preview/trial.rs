//! Tries the pages of a new site before it takes the place of the one that is shown. Templates tell
//! what is wrong with them only when they are run, and a site whose theme cannot be run is a broken one.

use crate::base::fault::Fault;
use crate::base::path::OutPath;
use crate::build::Build;
use crate::shell::preview::shown::Shown;

/// A page that could not be made, and why.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) path: OutPath,
    pub(crate) fault: Fault,
}

/// How it went.
#[derive(Default)]
pub(crate) struct Trial {
    /// One of each kind of page could be made with this theme.
    pub(crate) sound: bool,
    /// What could not, each fault once.
    pub(crate) failures: Vec<Failure>,
}

/// Tries a page of each kind, unless that was done with the same theme, and the pages that failed before.
pub(crate) fn trial(build: &Build, former: Option<&Shown>) -> Trial {
    let theme = |build: &Build| build.library().map(|library| library.theme.digest());
    let tried = former.filter(|former| former.checked).and_then(|former| former.good.as_ref());
    let mut trial = Trial { sound: true, failures: Vec::new() };
    match tried.filter(|good| theme(good.usual()) == theme(build)) {
        Some(good) => trial.sound = good.is_sound(),
        None => {
            trial.fail(build, build.samples());
            trial.sound = trial.failures.is_empty();
        }
    }
    if let Some(former) = former {
        let failed = former.failures().clone();
        trial.fail(build, failed.iter().map(|failure| &failure.path));
    }
    trial
}

impl Trial {
    fn fail<'a>(&mut self, build: &Build, paths: impl IntoIterator<Item = &'a OutPath>) {
        for path in paths {
            let fault = build.recipe(path).and_then(|recipe| build.make(&recipe).err());
            let Some(fault) = fault else { continue };
            if !self.failures.iter().any(|failure| failure.fault == fault) {
                self.failures.push(Failure { path: path.clone(), fault });
            }
        }
    }
}
