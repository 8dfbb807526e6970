//! The files that belong to a version: those that its text, in any of its forms, shows or leads to, and the signed
//! original.

use std::collections::{BTreeMap, HashMap};

use crate::base::path::SitePath;
use crate::model::address::Address;
use crate::model::version::Version;
use crate::site::library::{Attachment, Library};
use crate::site::resolved::Resolved;

/// The files that the site publishes, by their paths there.
pub struct VersionFiles<'a> {
    library: &'a Library,
    published: HashMap<&'a str, (&'a SitePath, &'a Attachment)>,
}

impl<'a> VersionFiles<'a> {
    /// Those of a site whose links are followed.
    pub fn new(library: &'a Library) -> Self {
        let published = library.attachments.iter().filter(|(source, _)| !library.unlinked.contains(*source));
        let published = published.filter_map(|(source, attachment)| match &attachment.address {
            Address::File(path) => Some((path.as_str(), (source, attachment))),
            _ => None,
        });
        Self { library, published: published.collect() }
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &'a str> {
        self.published.keys().copied()
    }

    /// The file that is published at a path.
    pub fn at(&self, path: &str) -> Option<(&'a SitePath, &'a Attachment)> {
        self.published.get(path).copied()
    }

    /// The files of a version, by path.
    pub fn of(&self, version: &Version) -> BTreeMap<&'a str, &'a Attachment> {
        let variants = version.variants.iter().map(|variant| &variant.source);
        let sources = std::iter::once(&version.source).chain(variants);
        let led_to = sources.flat_map(|source| self.library.links(source)).filter_map(Resolved::address);
        let original = self.library.original(version).map(|(_, attachment)| &attachment.address);
        let files = led_to.chain(original).filter_map(|address| match address {
            Address::File(path) => self.published.get_key_value(path.as_str()),
            _ => None,
        });
        files.map(|(path, (_, attachment))| (*path, *attachment)).collect()
    }
}
