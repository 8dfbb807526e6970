//! What lies on the desk of the preview at one moment: the newest files, and the site that they make.

use std::sync::{Arc, Mutex, PoisonError};

use crate::base::fault::Fault;
use crate::base::snapshot::Snapshot;
use crate::shell::preview::good::Good;
use crate::shell::preview::status::Built;
use crate::shell::report::{self, Counts};
use crate::shell::words::Words;

/// The newest files, and the site that they or the last usable ones make.
pub(crate) struct Shown {
    pub(crate) edition: String,
    pub(crate) words: &'static Words,
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) counts: Counts,
    /// Templates that could not be run; they show when a page is asked for.
    pub(crate) failed: Mutex<Vec<Fault>>,
    /// The newest files make no site.
    pub(crate) broken: bool,
    /// All texts were read for their links, so that every fault is known.
    pub(crate) checked: bool,
    pub(crate) good: Option<Arc<Good>>,
    pub(crate) built: Built,
}

impl Shown {
    pub(crate) fn has_failed(&self, fault: &Fault) {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        if !failed.contains(fault) {
            failed.push(fault.clone());
        }
    }

    pub(crate) fn total(&self) -> Counts {
        let none_failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner).is_empty();
        if none_failed { self.counts } else { Counts::of(&self.all_faults()) }
    }

    /// The faults of the files, and those that showed when pages were made.
    pub(crate) fn all_faults(&self) -> Vec<Fault> {
        let failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut faults = [self.faults.clone(), failed].concat();
        report::sort(&mut faults);
        faults
    }
}
