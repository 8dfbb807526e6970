//! Reads a site's folder into a [`Snapshot`]: the settings, the content, the themes and
//! today's date. What cannot be read is a fault of that file; the rest goes on.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use crate::archive::history;
use crate::base::date::Date;
use crate::base::fault::{Code, Fault, nearest};
use crate::base::path::SitePath;
use crate::base::snapshot::{Asset, Snapshot, Source, Unreadable};
use crate::base::sweden;
use crate::base::text::{NotUtf8, Text};
use crate::model::config;
use crate::model::keys;
use crate::shell::disk::Disk;
use crate::shell::error::{Act, Context as _, Error};
use crate::shell::listing::{Listed, list, name_in_site, refusal};

/// No document is longer; a file that is was put here by mistake.
const LARGEST_TEXT: u64 = 16 << 20;
/// What is read below `themes`; the rest there are files to copy.
const THEME_TEXTS: [&str; 9] = ["md", "toml", "html", "css", "js", "ftl", "xml", "txt", "json"];
const IMAGES: [&str; 8] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp"];

/// A site as it was read.
#[derive(Debug)]
pub struct Site {
    /// Its files and the day.
    pub snapshot: Snapshot,
    /// What the snapshot cannot show: two files of one name, an unknown time zone.
    pub faults: Vec<Fault>,
}

/// The real path of a site's folder.
///
/// # Errors
/// [`Error::NotASite`] if it holds neither settings nor content.
pub fn locate(disk: &dyn Disk, folder: &Path) -> Result<PathBuf, Error> {
    let root = match disk.real(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(Error::NotASite { path: folder.to_owned() });
        }
        root => root.on(Act::Read, folder)?,
    };
    let holds = |name: &str| disk.kind(&root.join(name)).is_ok();
    if holds(config::FILE) || holds("content") { Ok(root) } else { Err(Error::NotASite { path: root }) }
}

/// Reads the site in a folder that [`locate`] found, for the day of a moment.
pub fn read(disk: &dyn Disk, root: &Path, now: Timestamp) -> Site {
    let sources: Vec<(PathBuf, Source)> = list(disk, root)
        .files
        .into_par_iter()
        .map(|listed| {
            let source = source(disk, root, &listed);
            (listed.path, source)
        })
        .collect();
    gather(root, sources.iter().map(|(path, source)| (&**path, source)), now)
}

/// The site that files make, in the order that they are listed.
pub fn gather<'a>(
    root: &Path,
    sources: impl Iterator<Item = (&'a Path, &'a Source)>,
    now: Timestamp,
) -> Site {
    let mut faults = Vec::new();
    let mut files = BTreeMap::new();
    for (path, source) in sources {
        let (name, is_text) = name_in_site(root, path);
        if !is_text {
            faults.push(Fault::new(Code::IllegalName).at(&name).with("name", name.as_str()));
        }
        match files.entry(name) {
            Entry::Vacant(entry) => {
                entry.insert(source.clone());
            }
            // The same letters, composed in one name and not in the other.
            Entry::Occupied(entry) => {
                let address = entry.key().as_str();
                faults.push(Fault::new(Code::PathClash).at(entry.key()).with("address", address));
            }
        }
    }
    let mut snapshot = Snapshot { files, today: Date::default() };
    let (today, fault) = today(&snapshot, now);
    snapshot.today = today;
    faults.extend(fault);
    Site { snapshot, faults }
}

/// What stands in a file of the site.
pub fn source(disk: &dyn Disk, root: &Path, file: &Listed) -> Source {
    if let Some(refused) = &file.refused {
        return Source::Unreadable(refused.clone());
    }
    let (name, _) = name_in_site(root, &file.path);
    let read = match name.as_str() {
        history::LOG | history::CHECKPOINT | history::STORE => read_exact(disk, &file.path),
        _ if is_text(&name) => read_text(disk, &file.path),
        _ => read_asset(disk, &file.path, &name),
    };
    read.unwrap_or_else(|error| Source::Unreadable(refusal(&error)))
}

fn is_text(path: &SitePath) -> bool {
    let extension = path.extension().unwrap_or_default();
    match path.as_str().split('/').next() {
        Some("content") => extension == "md",
        Some("themes") => THEME_TEXTS.contains(&extension.as_str()),
        _ => true,
    }
}

/// A text from the disk; what is none says why.
///
/// # Errors
/// Whatever the system refuses.
pub fn read_text(disk: &dyn Disk, file: &Path) -> std::io::Result<Source> {
    let length = disk.length(file)?;
    if length > LARGEST_TEXT {
        return Ok(Source::Unreadable(Unreadable::TooLarge(length)));
    }
    Ok(of_text(Text::decode(disk.read(file)?)))
}

/// A file of the archive, which grows for as long as documents are decided: its digest is known to others.
///
/// # Errors
/// Whatever the system refuses.
pub fn read_exact(disk: &dyn Disk, file: &Path) -> std::io::Result<Source> {
    Ok(of_text(Text::exact(disk.read(file)?)))
}

fn of_text(text: Result<Text, NotUtf8>) -> Source {
    match text {
        Ok(text) => Source::Text(text),
        Err(fault) => Source::Unreadable(Unreadable::NotUtf8 { line: fault.line }),
    }
}

fn read_asset(disk: &dyn Disk, file: &Path, path: &SitePath) -> std::io::Result<Source> {
    let length = disk.length(file)?;
    let stream = disk.open(file)?; // refused here rather than in the middle of writing
    let is_image = path.extension().is_some_and(|it| IMAGES.contains(&it.as_str()));
    let size = if is_image { imagesize::reader_size(stream).ok() } else { None };
    let dimensions = size.and_then(|size| Some((size.width.try_into().ok()?, size.height.try_into().ok()?)));
    let is_svg = path.extension().is_some_and(|it| it == "svg");
    let scripted = is_svg && (length > LARGEST_TEXT || is_scripted(&disk.read(file)?));
    Ok(Source::Asset(Asset { length, dimensions, scripted }))
}

/// Whether a drawing holds a program, or is written so that one could hide in it.
fn is_scripted(svg: &[u8]) -> bool {
    let text = svg.to_ascii_lowercase();
    let holds = |sign: &str| text.windows(sign.len()).any(|it| it == sign.as_bytes());
    let handler = |at: usize| {
        let name = text[at + 1..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let after = &text[at + 1 + name..];
        let value = after.iter().find(|byte| !byte.is_ascii_whitespace());
        text[at + 1..].starts_with(b"on") && name > 2 && value == Some(&b'=')
    };
    let parts = |byte: u8| byte.is_ascii_whitespace() || b"\"'/".contains(&byte);
    ["<script", ":script", "javascript:", "foreignobject", "<!entity", "\0"].iter().any(|it| holds(it))
        || text.iter().enumerate().any(|(at, byte)| parts(*byte) && handler(at))
}

/// The day of a moment in the site's time zone; a zone that nobody knows is a fault.
pub fn today(snapshot: &Snapshot, now: Timestamp) -> (Date, Option<Fault>) {
    let name = config::timezone(snapshot);
    let (zone, fault) = match TimeZone::get(&name) {
        Ok(zone) => (zone, None),
        // A computer without time zones, as Windows is.
        Err(_) if name == "Europe/Stockholm" => (sweden::time(), None),
        Err(_) => {
            let known: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
            let mut fault = Fault::new(Code::UnknownTimezone).with("value", &*name);
            if let Some(near) = nearest(&name, known.iter().map(String::as_str)) {
                fault = fault.with("nearest", near);
            }
            let file = SitePath::new(config::FILE);
            let fault = match config::written(snapshot, keys::TIMEZONE) {
                Some((_, range)) => fault.at_range(&file, range),
                None => fault.at(&file),
            };
            (TimeZone::get("Europe/Stockholm").unwrap_or_else(|_| sweden::time()), Some(fault))
        }
    };
    (zone.to_datetime(now).date(), fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(zone: &str, moment: &str) -> (String, Option<Code>) {
        let mut snapshot = Snapshot::new(Date::default());
        let text = Text::new(&format!("timezone = \"{zone}\"\n"));
        snapshot.files.insert(SitePath::new(config::FILE), Source::Text(text));
        let (day, fault) = today(&snapshot, moment.parse().unwrap());
        (day.to_string(), fault.map(|fault| fault.code))
    }

    #[test]
    fn the_day_is_that_of_the_site_not_of_the_computer() {
        assert_eq!(day("Europe/Stockholm", "2026-06-30T22:30:00Z").0, "2026-07-01");
        assert_eq!(day("Europe/Stockholm", "2026-12-31T22:30:00Z").0, "2026-12-31");
        assert_eq!(day("Europe/Stokholm", "2026-06-30T22:30:00Z").1, Some(Code::UnknownTimezone));
    }

    #[test]
    fn swedish_time_needs_no_time_zone_files() {
        let date = |moment: &str| sweden::time().to_datetime(moment.parse().unwrap()).date().to_string();
        assert_eq!(date("2026-06-30T22:30:00Z"), "2026-07-01");
        assert_eq!(date("2026-12-31T22:30:00Z"), "2026-12-31");
        assert_eq!(date("2026-12-31T23:30:00Z"), "2027-01-01");
    }

    #[test]
    fn a_drawing_that_holds_a_program_is_told_from_one_that_does_not() {
        for bad in [
            "<svg><SCRIPT>x</SCRIPT></svg>",
            "<svg onload = 'x()'/>",
            "<svg><a href='JavaScript:x()'/></svg>",
            "<svg><foreignObject/></svg>",
            "<svg><rect x='1'onclick='y'/></svg>",
        ] {
            assert!(is_scripted(bad.as_bytes()), "{bad}");
        }
        for good in ["<svg><text>ton = 2, on =</text></svg>", "<svg><path d='M0 0'/></svg>", ""] {
            assert!(!is_scripted(good.as_bytes()), "{good}");
        }
    }
}
