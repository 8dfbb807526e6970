//! What any generator that uses this Markdown library must spend: read each file, parse it,
//! make HTML, write it. No front matter, no templates, no links, no lists.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use comrak::{Arena, Options, format_html, parse_document};
use rayon::prelude::*;

/// Does it, on all cores.
pub(crate) fn run(site: &Path, output: &Path) -> io::Result<()> {
    fs::create_dir_all(output)?;
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(site.join("content"))
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "md"))
        .map(walkdir::DirEntry::into_path)
        .collect();
    files.sort();
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.footnotes = true;
    options.extension.front_matter_delimiter = Some("+++".to_owned());
    files.par_iter().enumerate().try_for_each(|(number, path)| {
        let text = fs::read_to_string(path)?;
        let arena = Arena::new();
        let mut html = String::with_capacity(text.len() * 2);
        format_html(parse_document(&arena, &text, &options), &options, &mut html)
            .map_err(io::Error::other)?;
        // A folder for each page, as clean addresses need.
        let folder = output.join(number.to_string());
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), html)
    })
}
