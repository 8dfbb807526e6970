//! `stadga.toml`: the site's settings.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::base::date::Date;
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::base::snapshot::{Snapshot, Source};
use crate::model::body::{self, Body, Decider};
use crate::model::colors::{self, Colors};
use crate::model::fields::{Fields, Origin, parse};
use crate::model::id::{BodyId, TypeId, is_id, slug};
use crate::model::keys::{self, Key};
use crate::model::kind::{GROUPS, Group, Kind, shipped};
use crate::model::statement::{self, Statement};

/// The settings file, at the site's root.
pub const FILE: &str = "stadga.toml";
const TIMEZONE: &str = "Europe/Stockholm";
const REVIEW_SOON_DAYS: i64 = 90;

/// The language of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Lang {
    /// The language tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }
}

/// The words for [`Lang`] in `stadga.toml`.
pub const LANGS: &[(Lang, &str, &str)] = &[(Lang::Sv, "sv", "sv"), (Lang::En, "en", "en")];

/// What the municipality has decided about a text whose stated term has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AfterTerm {
    /// It no longer applies.
    Ends,
    /// It applies until something else is decided.
    Continues,
    /// Nobody has said.
    Unclear,
}

/// The words for [`AfterTerm`] in `stadga.toml`.
pub const AFTER_TERMS: &[(AfterTerm, &str, &str)] = &[
    (AfterTerm::Ends, "ends", "upphor"),
    (AfterTerm::Continues, "continues", "fortsatter"),
    (AfterTerm::Unclear, "unclear", "oklart"),
];

/// How links are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Links {
    /// `dokument/x/`, for web servers.
    Clean,
    /// `dokument/x/index.html`, for reading from a folder.
    Files,
}

/// The words for [`Links`] in `stadga.toml`.
pub const LINKS: &[(Links, &str, &str)] =
    &[(Links::Clean, "clean", "rena"), (Links::Files, "files", "filer")];

/// Where the site will stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BaseUrl {
    /// `https://www.example.se/styrdokument/`, always with a slash at the end.
    pub url: String,
    /// `/styrdokument/`.
    pub path: String,
}

/// The settings, checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the fields are the keys of stadga.toml")]
pub struct Config {
    pub name: String,
    pub lang: Lang,
    pub base_url: Option<BaseUrl>,
    pub theme: String,
    pub date: Option<Date>,
    pub after_term: AfterTerm,
    pub review_soon_days: i64,
    pub show_persons: bool,
    pub links: Links,
    pub kinds: Vec<Kind>,
    pub bodies: Vec<Body>,
    pub statement: Option<Statement>,
    pub colors: Colors,
    /// What the municipality was called when its archive was begun, if it is called something else now.
    pub archive_name: Option<String>,
}

impl Config {
    /// Reads the settings. `None` if they cannot be read at all; with faults in them they still
    /// serve to find those of the content.
    pub fn read(snapshot: &Snapshot, faults: &mut Vec<Fault>) -> Option<Self> {
        let path = SitePath::new(FILE);
        let text = match snapshot.files.get(&path) {
            Some(Source::Text(text)) => text.as_str(),
            Some(Source::Unreadable(reason)) => {
                faults.push(reason.fault(&path));
                return None;
            }
            Some(Source::Asset(_)) | None => {
                faults.push(
                    Fault::new(Code::MissingValue).at(&path).with("key", keys::NAME.en).with("hint", "file"),
                );
                return None;
            }
        };
        let origin = Origin { path: &path, offset: 0, toml: text };
        let table = parse(origin, faults)?;
        let mut fields = Fields::new(table.get_ref(), keys::OF_SITE, &[], origin, faults);
        Some(Self::from_fields(&mut fields))
    }

    fn from_fields(fields: &mut Fields) -> Self {
        let name = fields.text(keys::NAME);
        if name.is_none() {
            fields.missing(keys::NAME, 0..0);
        }
        let lang = fields.choice(keys::LANG, LANGS).unwrap_or(Lang::Sv);
        let base_url = read_base_url(fields);
        let date = fields.day(keys::DATE);
        fields.text(keys::TIMEZONE); // the shell uses it to know which day it is
        let kinds = read_kinds(fields, lang);
        let bodies = read_bodies(fields);
        let statement = statement::read(fields);
        let colors = colors::read(fields);
        let archive_name = read_archive_name(fields);
        if let Some(value) = fields.value(keys::PUBLISH) {
            let name = fields.name(keys::PUBLISH);
            fields.fault(Code::NotUsedYet, value).arguments = vec![("key", name.into())];
        }
        Self {
            name: name.unwrap_or_default(),
            lang,
            base_url,
            theme: fields.text(keys::THEME).unwrap_or_else(|| "standard".into()),
            date,
            after_term: fields.choice(keys::AFTER_TERM, AFTER_TERMS).unwrap_or(AfterTerm::Unclear),
            review_soon_days: fields
                .number(keys::REVIEW_SOON_DAYS)
                .unwrap_or(REVIEW_SOON_DAYS)
                .clamp(0, 3650),
            show_persons: fields.flag(keys::SHOW_PERSONS).unwrap_or(false),
            links: fields.choice(keys::LINKS, LINKS).unwrap_or(Links::Clean),
            kinds,
            bodies,
            statement,
            colors,
            archive_name,
        }
    }

    /// What the site's archive is called, in the ids of all that it holds. It outlives a change of names.
    pub fn archive(&self) -> String {
        slug(self.archive_name.as_ref().unwrap_or(&self.name))
    }

    /// A type by its id.
    pub fn kind(&self, id: &TypeId) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == *id)
    }

    /// A body by its id.
    pub fn body(&self, id: &BodyId) -> Option<&Body> {
        self.bodies.iter().find(|body| body.id == *id)
    }

    /// The body that a text names; a near miss is a fault for the caller to place.
    pub fn decider(&self, written: &str) -> (Decider, Option<String>) {
        body::find(&self.bodies, written)
    }
}

/// The text that the settings give for a key, and where it stands; also where the rest of them
/// is not as it should be.
pub fn written(snapshot: &Snapshot, key: Key) -> Option<(String, Range<usize>)> {
    let table = DeTable::parse(snapshot.text(FILE)?.as_str()).ok()?.into_inner();
    let (_, value) = table.iter().find(|(name, _)| [key.en, key.sv].contains(&name.get_ref().as_ref()))?;
    Some((value.get_ref().as_str()?.to_owned(), value.span()))
}

/// The site's time zone, which tells what day it is there.
pub fn timezone(snapshot: &Snapshot) -> String {
    written(snapshot, keys::TIMEZONE).map_or_else(|| TIMEZONE.into(), |(name, _)| name)
}

fn read_archive_name(fields: &mut Fields) -> Option<String> {
    let (table, span) = fields.table(keys::ARCHIVE)?;
    fields.within(table, keys::OF_ARCHIVE, |fields| {
        let name = fields.text(keys::NAME);
        if name.is_none() {
            fields.missing(keys::NAME, span);
        }
        name
    })
}

fn read_base_url(fields: &mut Fields) -> Option<BaseUrl> {
    let url = fields.text(keys::BASE_URL)?;
    let parsed = base_url(&url);
    if parsed.is_none() {
        let value = fields.value(keys::BASE_URL)?;
        fields.fault(Code::BadBaseUrl, value).arguments = vec![("value", url)];
    }
    parsed
}

/// Checks the address of a site: `http` or `https`, a host, no query and no fragment.
pub fn base_url(url: &str) -> Option<BaseUrl> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let clean = !host.is_empty()
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte))
        && path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-._~%".contains(&byte))
        && !path.split('/').any(|segment| segment == "..");
    clean.then(|| {
        let path = path.trim_matches('/');
        let path = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
        let scheme = &url[..url.len() - rest.len()];
        BaseUrl { url: format!("{scheme}{host}{path}"), path }
    })
}

/// Each table under `[types]` or `[bodies]`, with its id.
fn entries<'a>(fields: &mut Fields<'a>, key: Key) -> Vec<(String, &'a DeTable<'a>)> {
    let Some((table, _)) = fields.table(key) else { return Vec::new() };
    let mut found = Vec::new();
    for (name, entry) in table {
        let id = name.get_ref().to_string();
        match entry.get_ref() {
            DeValue::Table(entry) if is_id(&id) => found.push((id, entry)),
            DeValue::Table(_) => fields.fault(Code::BadId, entry).arguments = vec![("id", id)],
            _ => {
                let found = entry.get_ref().type_str().to_owned();
                fields.fault(Code::WrongType, entry).arguments =
                    vec![("key", id), ("expected", "table".into()), ("found", found)];
            }
        }
    }
    found
}

fn read_kinds(fields: &mut Fields, lang: Lang) -> Vec<Kind> {
    let mut kinds = shipped(lang == Lang::Sv);
    for (id, table) in entries(fields, keys::TYPES) {
        fields.within(table, keys::OF_TYPE, |fields| {
            let id = TypeId::new(&id);
            let index = kinds.iter().position(|kind| kind.id == id).unwrap_or_else(|| {
                kinds.push(Kind {
                    id: id.clone(),
                    name: id.to_string(),
                    plural: id.to_string(),
                    group: Group::Normative,
                    explanation: String::new(),
                });
                kinds.len() - 1
            });
            let kind = &mut kinds[index];
            if let Some(name) = fields.text(keys::NAME) {
                kind.plural.clone_from(&name);
                kind.name = name;
            }
            if let Some(plural) = fields.text(keys::PLURAL) {
                kind.plural = plural;
            }
            if let Some(group) = fields.choice(keys::GROUP, GROUPS) {
                kind.group = group;
            }
            if let Some(explanation) = fields.text(keys::EXPLANATION) {
                kind.explanation = explanation;
            }
        });
    }
    kinds
}

fn read_bodies(fields: &mut Fields) -> Vec<Body> {
    entries(fields, keys::BODIES)
        .into_iter()
        .map(|(id, table)| {
            fields.within(table, keys::OF_BODY, |fields| Body {
                name: fields.text(keys::NAME).unwrap_or_else(|| id.clone()),
                id: BodyId::new(&id),
                abbreviation: fields.text(keys::ABBREVIATION),
                former: fields.texts(keys::FORMER),
                kind: fields.text(keys::KIND),
                from: fields.text(keys::FROM),
                until: fields.text(keys::UNTIL),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::Text;

    fn read(toml: &str) -> (Option<Config>, Vec<Fault>) {
        let mut snapshot = Snapshot::new(Date::constant(2026, 1, 1));
        snapshot.files.insert(SitePath::new(FILE), Source::Text(Text::new(toml)));
        let mut faults = Vec::new();
        (Config::read(&snapshot, &mut faults), faults)
    }

    #[test]
    fn swedish_and_english_keys_mean_the_same() {
        let (sv, _) = read(
            "namn = 'X'\nefter_giltighetstid = 'upphor'\n[organ.kf]\nnamn = 'Fullmäktige'\nforkortning = 'KF'",
        );
        let (en, _) =
            read("name = 'X'\nafter_term = 'ends'\n[bodies.kf]\nname = 'Fullmäktige'\nabbreviation = 'KF'");
        assert!(sv.is_some());
        assert_eq!(sv, en);
    }

    #[test]
    fn all_faults_are_gathered() {
        let (config, faults) = read("lang = 'fi'\nbase_url = 'styrdokument.se'\ntittel = 1\n");
        let codes: Vec<_> = faults.iter().map(|fault| fault.code).collect();
        assert!(config.is_some(), "it serves to find the faults of the content");
        assert_eq!(codes, [Code::UnknownKey, Code::MissingValue, Code::UnknownValue, Code::BadBaseUrl]);
    }

    #[test]
    fn a_base_url_is_normalised() {
        let at = |url: &str| base_url(url).map(|base| (base.url, base.path));
        assert_eq!(at("https://x.se"), Some(("https://x.se/".into(), "/".into())));
        assert_eq!(at("https://x.se/a/b"), Some(("https://x.se/a/b/".into(), "/a/b/".into())));
        for bad in ["x.se", "ftp://x.se", "https://", "https://x.se/?q", "https://x.se/../y", "https://x se"]
        {
            assert_eq!(at(bad), None, "{bad}");
        }
    }
}
