//! What lies on the desk of the preview at one moment: the newest files, and the site that they make.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::base::fault::Fault;
use crate::base::path::OutPath;
use crate::base::snapshot::Snapshot;
use crate::shell::preview::good::Good;
use crate::shell::preview::status::Built;
use crate::shell::preview::trial::Failure;
use crate::shell::report::{self, Counts};
use crate::shell::words::Words;

/// The newest files, and the site that they or the last usable ones make.
pub(crate) struct Shown {
    pub(crate) edition: String,
    pub(crate) words: &'static Words,
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) faults: Vec<Fault>,
    /// Pages whose templates could not be run. More show when they are asked for.
    pub(crate) failed: Mutex<Vec<Failure>>,
    /// The newest files make no site.
    pub(crate) broken: bool,
    /// All texts were read for their links, so that every fault is known.
    pub(crate) checked: bool,
    pub(crate) good: Option<Arc<Good>>,
    pub(crate) built: Built,
}

impl Shown {
    pub(crate) fn has_failed(&self, path: &OutPath, fault: &Fault) {
        let mut failed = self.failures();
        if !failed.iter().any(|failure| failure.fault == *fault) {
            failed.push(Failure { path: path.clone(), fault: fault.clone() });
        }
    }

    pub(crate) fn failures(&self) -> MutexGuard<'_, Vec<Failure>> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn counts(&self) -> Counts {
        let of_files = Counts::of(&self.faults);
        Counts { errors: of_files.errors + self.failures().len(), ..of_files }
    }

    /// The faults of the files, and those that showed when pages were made.
    pub(crate) fn all_faults(&self) -> Vec<Fault> {
        let failed: Vec<Fault> = self.failures().iter().map(|failure| failure.fault.clone()).collect();
        let mut faults = [self.faults.clone(), failed].concat();
        report::sort(&mut faults);
        faults
    }
}
