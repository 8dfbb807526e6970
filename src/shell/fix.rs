//! `stadga check --fix`: what a machine can mend, tried first, then shown, asked about and written.

use std::path::Path;

use crate::base::snapshot::Snapshot;
use crate::build;
use crate::edit::remedy::{mended, normalised};
use crate::shell::args::Call;
use crate::shell::ask::Asker;
use crate::shell::edit::{Desk, Outcome};
use crate::shell::error::Error;
use crate::shell::terminal::tell;
use crate::shell::words::Words;

/// How far it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixed {
    /// There was nothing that a machine can mend.
    Nothing,
    /// The reader said no.
    Declined,
    /// What could be mended is.
    Written,
}

/// Mends what can be mended in a site.
///
/// # Errors
/// What the disk refused, or a question that was not answered.
pub fn fix(call: &Call, root: &Path, snapshot: &Snapshot, words: &'static Words) -> Result<Fixed, Error> {
    let options = call.options();
    let mut changes = mended(snapshot, |after| build::build(after, &options).faults);
    changes.extend(normalised(snapshot));
    if changes.is_empty() {
        tell(&(words.text("fix-nothing") + "\n\n"));
        return Ok(Fixed::Nothing);
    }
    let desk = Desk { disk: call.disk, root, snapshot, words };
    let mut asker = Asker::on_terminal(words, call.flag("yes"));
    match desk.carry_out(&changes, asker.as_mut())? {
        Outcome::Written => {
            tell(&(words.text("fix-done") + "\n\n"));
            Ok(Fixed::Written)
        }
        Outcome::Declined | Outcome::Refused => {
            tell("\n");
            Ok(Fixed::Declined)
        }
    }
}
