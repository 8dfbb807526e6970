//! The register for commands that only tell of it: read and derived, no page made.

use jiff::Timestamp;

use crate::build;
use crate::shell::args::Call;
use crate::shell::error::Error;
use crate::shell::read;
use crate::shell::report::{self, Counts};
use crate::shell::terminal::tell;
use crate::shell::words::Words;
use crate::site::library::Library;

/// What the content says, and the language to tell it in. `None` if the settings are such that
/// there is no register; what is wrong with them has been told then.
///
/// # Errors
/// There is no site.
pub fn library(call: &Call) -> Result<Option<(Library, &'static Words)>, Error> {
    let root = read::locate(call.disk, call.site())?;
    let site = read::read(call.disk, &root, Timestamp::now());
    let words = call.words(&site.snapshot);
    let (library, found) = build::library(&site.snapshot, &call.options());
    let mut faults = [site.faults, found].concat();
    report::sort(&mut faults);
    let errors = Counts::of(&faults).errors;
    match library {
        Some(library) => {
            if errors > 0 {
                tell(&(words.say("register-faults", &[("n", errors.into())]) + "\n"));
            }
            Ok(Some((library, words)))
        }
        None => {
            tell(&report::human(&faults, &site.snapshot, words));
            Ok(None)
        }
    }
}
