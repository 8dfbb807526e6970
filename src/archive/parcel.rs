//! A document to be handed over to another archive: all versions of it that were archived, as one package in a form
//! that archives receive. Where each file goes, and what is written beside them.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::archive::bag;
use crate::archive::inventory::VersionNumber;
use crate::archive::mets;
use crate::archive::premis::{self, Files};
use crate::archive::sha512::measured;

/// The files of a package, by their paths in it.
pub type Made = BTreeMap<String, Vec<u8>>;

/// A document to be handed over.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// Whose archive it is from: what its objects' ids hold.
    pub archive: String,
    /// The municipality.
    pub organisation: String,
    /// The object's id.
    pub object: String,
    /// The document's id.
    pub document: String,
    /// Its title, as it was archived last.
    pub title: String,
    /// The versions of the object; there is one at least.
    pub versions: BTreeMap<VersionNumber, Archived>,
    /// When it is packed.
    pub packed: Timestamp,
    /// The program that packs it, and its version.
    pub program: (String, String),
}

/// A version of an object.
#[derive(Clone, Debug)]
pub struct Archived {
    /// When it was archived.
    pub time: Timestamp,
    /// The version of the program that did so.
    pub program: String,
}

/// The form of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `BagIt` 1.0 (RFC 8493), which anybody can check.
    Bag,
    /// E-ARK SIP 2.1.0, which is also FGS Paketstruktur 2.0.
    Eark,
}

/// Where the description lies that is of the whole package.
pub const DESCRIPTION: &str = "metadata/descriptive/dc.xml";
/// Where it is told how the files are preserved.
pub const PRESERVATION: &str = "metadata/preservation/premis.xml";
/// What lies beside them: the profile demands schemas (CSIP113), and one who opens the package should read first.
pub const DOCUMENTATION: (&str, &str) = ("documentation/README.txt", include_str!("handover/README.txt"));
/// Schemas of what the package is described in.
pub const SCHEMAS: [(&str, &str); 2] = [
    ("schemas/dc.xsd", include_str!("handover/dc.xsd")),
    ("schemas/oai_dc.xsd", include_str!("handover/oai_dc.xsd")),
];

impl Parcel {
    /// The name of the package: another one if anything was archived since.
    pub fn name(&self) -> String {
        format!("{}-dok-{}-{}", self.archive, self.document, self.head())
    }

    /// The newest version.
    pub fn head(&self) -> VersionNumber {
        self.versions.keys().next_back().copied().unwrap_or(VersionNumber::FIRST)
    }
}

impl Form {
    /// Where the files of a version go, from the folder of the package.
    pub fn folder(self, version: VersionNumber) -> String {
        match self {
            Self::Bag => format!("{}/{version}/", bag::PAYLOAD),
            Self::Eark => representation(version) + "/data/",
        }
    }

    /// What is written beside those files, by its path in the package. `files` are all that are there already.
    pub fn made(self, parcel: &Parcel, files: &Files) -> Made {
        match self {
            Self::Bag => {
                let payload = files.iter().filter_map(|(path, file)| {
                    let below = path.strip_prefix(bag::PAYLOAD)?.strip_prefix('/')?;
                    Some((below.to_owned(), *file))
                });
                bag::tags(&payload.collect(), &info(parcel))
            }
            Self::Eark => {
                let texts = SCHEMAS.into_iter().chain([DOCUMENTATION]);
                let mut made: Made =
                    texts.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect();
                made.insert(PRESERVATION.into(), premis::of_parcel(parcel, files));
                let mut all = files.clone();
                all.extend(made.iter().map(|(path, bytes)| (path.clone(), measured(bytes))));
                made.insert(mets::FILE.into(), mets::of_parcel(parcel, &all));
                made
            }
        }
    }
}

/// The folder of a version in a package of E-ARK.
pub fn representation(version: VersionNumber) -> String {
    format!("representations/{version}")
}

fn info(parcel: &Parcel) -> [(&'static str, String); 5] {
    let (program, version) = &parcel.program;
    [
        ("Source-Organization", parcel.organisation.clone()),
        ("External-Identifier", parcel.object.clone()),
        ("External-Description", parcel.title.clone()),
        ("Bagging-Date", parcel.packed.strftime("%Y-%m-%d").to_string()),
        ("Bag-Software-Agent", format!("{program} {version}")),
    ]
}
