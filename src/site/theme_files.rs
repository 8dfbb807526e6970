//! The files of a theme: those that live in the program, and a folder's over them, file by file.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::base::fault::Fault;
use crate::base::path::{OutPath, SitePath};
use crate::base::snapshot::Source;
use crate::base::text::Digest;
use crate::model::colors::Colors;
use crate::site::palette::{OWN_STYLE, Palette, STYLE};
use crate::site::words::{LANGUAGES, Words};

/// The standard theme, embedded when stadga is compiled.
pub(crate) static STANDARD: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/standard");

/// Built-in templates have this before their names, so that a template of the same name can extend them.
pub(crate) const PREFIX: &str = "standard/";

/// A file that pages refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Where it stands in the website.
    pub path: OutPath,
    /// What it holds.
    pub content: AssetContent,
}

/// What an asset holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssetContent {
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// The bytes of this source file.
    Copy(SitePath),
}

/// A theme's files while they are gathered, the later over the earlier.
pub(crate) struct Files {
    pub(crate) templates: BTreeMap<String, String>,
    pub(crate) sources: BTreeMap<String, SitePath>,
    pub(crate) messages: BTreeMap<&'static str, Words>,
    pub(crate) assets: BTreeMap<String, Asset>,
    pub(crate) digests: BTreeMap<String, Digest>,
    pub(crate) faults: Vec<Fault>,
}

impl Files {
    /// The standard theme.
    pub(crate) fn standard() -> Self {
        let mut all = Self {
            templates: BTreeMap::new(),
            sources: BTreeMap::new(),
            messages: LANGUAGES.into_iter().map(|lang| (lang, Words::built_in(lang))).collect(),
            assets: BTreeMap::new(),
            digests: BTreeMap::new(),
            faults: Vec::new(),
        };
        let mut folders = vec![&STANDARD];
        while let Some(folder) = folders.pop() {
            folders.extend(folder.dirs());
            for file in folder.files() {
                // Windows writes `\` into the names of embedded files.
                let name = file.path().to_string_lossy().replace('\\', "/");
                all.digests.insert(format!("{PREFIX}{name}"), Digest::of(file.contents()));
                match kind_of(&name) {
                    Kind::Template => {
                        let text = file.contents_utf8().unwrap_or_default().to_owned();
                        all.templates.insert(format!("{PREFIX}{name}"), text);
                    }
                    Kind::Asset(short) => {
                        all.assets.insert(short.to_owned(), Asset::of_bytes(short, file.contents()));
                    }
                    Kind::Messages(_) | Kind::Other => {}
                }
            }
        }
        all
    }

    /// Puts one file of a folder over what is there.
    pub(crate) fn add(&mut self, path: &SitePath, name: &str, source: &Source) {
        match (kind_of(name), source) {
            (Kind::Template, Source::Text(text)) => {
                self.templates.insert(name.to_owned(), text.as_str().to_owned());
                self.sources.insert(name.to_owned(), path.clone());
            }
            (Kind::Messages(lang), Source::Text(text)) => {
                if let Some(words) = self.messages.get_mut(lang) {
                    self.faults.extend(words.add(path, text));
                }
            }
            (Kind::Asset(short), Source::Text(text)) => {
                self.assets.insert(short.to_owned(), Asset::of_bytes(short, text.as_str().as_bytes()));
            }
            (Kind::Asset(short), Source::Asset(_)) => {
                // Its bytes stay on disk, so its name cannot tell them.
                let place = OutPath::new(format!("assets/{short}"));
                let asset = Asset { path: place, content: AssetContent::Copy(path.clone()) };
                self.assets.insert(short.to_owned(), asset);
            }
            (Kind::Template | Kind::Messages(_) | Kind::Asset(_), Source::Unreadable(why)) => {
                self.faults.push(why.fault(path));
                return;
            }
            (Kind::Other, _) | (_, Source::Asset(_)) => return,
        }
        if let Source::Text(text) = source {
            self.digests.insert(name.to_owned(), text.digest());
        }
    }

    /// Adds the municipality's own colours, and says which of them cannot be seen well enough.
    pub(crate) fn color(&mut self, colors: &Colors) {
        let standard = STANDARD.get_file(format!("css/{STYLE}")).and_then(|file| file.contents_utf8());
        let own = match self.assets.get(STYLE).map(|asset| &asset.content) {
            Some(AssetContent::Bytes(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
            Some(AssetContent::Copy(_)) | None => String::new(),
        };
        let palette = Palette::of(standard.unwrap_or_default(), &own);
        self.faults.extend(palette.check(colors));
        if let Some(style) = palette.own_style(colors) {
            self.assets.insert(OWN_STYLE.to_owned(), Asset::of_bytes(OWN_STYLE, style.as_bytes()));
            self.digests.insert(OWN_STYLE.to_owned(), Digest::of(style.as_bytes()));
        }
    }
}

impl Asset {
    /// Bytes under a name that tells them apart.
    pub(crate) fn of_bytes(name: &str, bytes: &[u8]) -> Self {
        let hash = Digest::of(bytes).hex(8);
        let name = match name.rsplit_once('.') {
            Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
            None => format!("{name}-{hash}"),
        };
        Self { path: OutPath::new(format!("assets/{name}")), content: AssetContent::Bytes(bytes.into()) }
    }
}

/// What a file of a theme is.
pub(crate) enum Kind<'a> {
    Template,
    Messages(&'a str),
    Asset(&'a str),
    Other,
}

/// What a file of a theme is, told by its place.
pub(crate) fn kind_of(name: &str) -> Kind<'_> {
    match name.rsplit_once('/') {
        None if [".html", ".xml", ".txt"].iter().any(|end| name.ends_with(end)) => Kind::Template,
        Some(("messages", file)) => file.strip_suffix(".ftl").map_or(Kind::Other, Kind::Messages),
        Some((folder, file)) if ["css", "js", "img"].contains(&folder.split('/').next().unwrap_or("")) => {
            Kind::Asset(file)
        }
        _ => Kind::Other,
    }
}
