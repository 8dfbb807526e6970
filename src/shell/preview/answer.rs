//! What the preview answers at an address, before anybody speaks HTTP.

use std::path::PathBuf;

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Bytes that were made.
    Page {
        /// 200, or 404 and 500 for pages that say what is wrong.
        status: u16,
        /// Their type, with the character set.
        kind: &'static str,
        /// Themselves.
        bytes: Vec<u8>,
        /// The same tag means the same bytes.
        tag: String,
    },
    /// A file of the site's folder as it is, read when it is asked for.
    File {
        /// Where it stands on the disk.
        path: PathBuf,
        /// Its type.
        kind: &'static str,
    },
    /// It stands at another address, which is encoded.
    Redirect {
        /// From the first slash on.
        to: String,
    },
}
