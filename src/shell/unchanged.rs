//! Whether a build has anything to do. A site is a function of its files, the options and
//! the day: where none of these has changed since a build that found no fault, and every
//! file it wrote is unharmed, the site that stands is the site that would be made.

use std::path::Path;

use rayon::prelude::*;

use crate::base::date::Date;
use crate::base::program;
use crate::base::snapshot::{Snapshot, Source};
use crate::base::text::Digest;
use crate::build::Options;
use crate::shell::disk::Disk;
use crate::shell::manifest::Manifest;
use crate::shell::output;

/// The digest of all that a build looks at but the day; of attachments it takes the bytes too.
pub fn input(disk: &dyn Disk, root: &Path, snapshot: &Snapshot, options: &Options) -> Option<Digest> {
    let files = snapshot.files.par_iter().map(|(path, source)| {
        let content = match source {
            Source::Text(text) => text.digest(),
            Source::Asset(_) => {
                Digest::of_reader(disk.open(&output::file(root, path.as_str())).ok()?).ok()?
            }
            Source::Unreadable(_) => return None,
        };
        Some((path.as_str(), content))
    });
    let files: Vec<(&str, Digest)> = files.collect::<Option<_>>()?;
    let base_url = options.base_url.as_ref().map(|base| base.url.as_str());
    let options = (base_url, options.drafts, options.date.is_some());
    Some(Digest::of_value(&(program::digest(), files, options)))
}

/// How many pages stand, if the folder holds just what the same input made.
pub fn pages(disk: &dyn Disk, folder: &Path, input: Option<Digest>, today: Date) -> Option<usize> {
    let manifest: Manifest = output::owned(disk, folder).ok()?;
    if !manifest.is_of(input?, today) {
        return None;
    }
    let paths: Vec<&str> = manifest.paths().collect();
    let unharmed = paths.par_iter().all(|path| {
        let mut lines = manifest.lines(path);
        let (line, other) = (lines.next(), lines.next());
        let bytes = disk.read(&output::file(folder, path));
        other.is_none()
            && line.zip(bytes.ok()).is_some_and(|(line, bytes)| line.has_content(blake3::hash(&bytes)))
    });
    unharmed.then(|| {
        paths.iter().filter(|path| Path::new(path).extension().is_some_and(|it| it == "html")).count()
    })
}
