//! All that a build may look at: the source files and today's date.

use std::collections::BTreeMap;

use crate::base::date::Date;
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::base::text::Text;

/// One source file as the reader found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Markdown, settings, templates, messages: read whole.
    Text(Text),
    /// Images and attachments: only what pages must say of them. Their bytes stay on disk.
    Asset(Asset),
    /// It exists but its text could not be had.
    Unreadable(Unreadable),
}

/// What a page must know of a file that is copied as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Size in bytes.
    pub length: u64,
    /// Width and height in pixels, for images.
    pub dimensions: Option<(u32, u32)>,
    /// A picture that holds a program, which a browser would run as the site's own.
    pub scripted: bool,
}

/// Why a source has no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not UTF-8, from this line on.
    NotUtf8 {
        /// The first bad line, from 1.
        line: usize,
    },
    /// Larger than any document can be; the size in bytes.
    TooLarge(u64),
    /// The system refused: `denied`, `missing`, `no-file`, else its own words.
    Refused(String),
    /// A link that leads out of the site's folder.
    Outside,
}

impl Unreadable {
    /// The fault that says so.
    pub fn fault(&self, path: &SitePath) -> Fault {
        match self {
            Self::NotUtf8 { line } => Fault::new(Code::NotUtf8).with("line", line.to_string()),
            Self::TooLarge(size) => {
                Fault::new(Code::TooLarge).with("megabytes", size.div_ceil(1024 * 1024).to_string())
            }
            Self::Refused(why) => Fault::new(Code::Refused).with("reason", why),
            Self::Outside => Fault::new(Code::OutsideSite),
        }
        .at(path)
    }
}

/// Every source file, by path, and the day the site is built for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The files below the site's folder that stadga may use.
    pub files: BTreeMap<SitePath, Source>,
    /// The day that states are told for, unless `stadga.toml` fixes one.
    pub today: Date,
}

impl Snapshot {
    /// An empty site on a day.
    pub fn new(today: Date) -> Self {
        Self { files: BTreeMap::new(), today }
    }

    /// The text of a file, if it is one and could be read.
    pub fn text(&self, path: &str) -> Option<&Text> {
        match self.files.get(path)? {
            Source::Text(text) => Some(text),
            Source::Asset(_) | Source::Unreadable(_) => None,
        }
    }

    /// The files below a folder, in path order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a SitePath, &'a Source)> {
        self.files
            .range(SitePath::new(folder)..)
            .take_while(move |(path, _)| path.as_str().starts_with(folder))
            .filter(move |(path, _)| path.as_str()[folder.len()..].starts_with('/'))
    }
}
