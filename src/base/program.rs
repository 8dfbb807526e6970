//! The program as part of every key: what another program made is made again.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use crate::base::text::Digest;

static SOURCES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src");
static THEME: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/standard");
const LOCK: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock"));

/// The digest of the program's sources, its theme and the packages that it is built from. The same
/// sources give the same digest on every machine; a version number would not tell two
/// programs apart while one is being worked on.
pub fn digest() -> Digest {
    static DIGEST: LazyLock<Digest> = LazyLock::new(|| {
        let mut files = Vec::new();
        let mut folders = vec![&SOURCES, &THEME];
        while let Some(folder) = folders.pop() {
            folders.extend(folder.dirs());
            files.extend(folder.files().map(|file| (file.path(), Digest::of(file.contents()))));
        }
        files.sort();
        Digest::of_value(&(Digest::of(LOCK.as_bytes()), files.iter().map(|(_, it)| it).collect::<Vec<_>>()))
    });
    *DIGEST
}
