//! The forms of package that other archives receive: where the files of a document go in each, and what is written
//! beside them.

use std::collections::BTreeMap;

use crate::archive::inventory::VersionNumber;
use crate::archive::parcel::Parcel;
use crate::archive::sha512::{Files, measured};
use crate::archive::{bag, eark, mets, premis};
use crate::base::sweden;

/// The files of a package, by their paths in it.
pub type Made = BTreeMap<String, Vec<u8>>;

/// The form of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `BagIt` 1.0 (RFC 8493), which anybody can check.
    Bag,
    /// E-ARK SIP 2.1.0, which is also FGS Paketstruktur 2.0.
    Eark,
}

impl Form {
    /// Where the files of a version go, from the folder of the package.
    pub fn folder(self, version: VersionNumber) -> String {
        match self {
            Self::Bag => format!("{}/{version}/", bag::PAYLOAD),
            Self::Eark => eark::data(version),
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
                let texts = eark::SCHEMAS.into_iter().chain([eark::DOCUMENTATION]);
                let mut made: Made =
                    texts.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect();
                made.insert(eark::PRESERVATION.into(), premis::of_parcel(parcel, files));
                let mut all = files.clone();
                all.extend(made.iter().map(|(path, bytes)| (path.clone(), measured(bytes))));
                made.insert(mets::FILE.into(), mets::of_parcel(parcel, &all));
                made
            }
        }
    }
}

fn info(parcel: &Parcel) -> [(&'static str, String); 5] {
    let (program, version) = &parcel.program;
    [
        ("Source-Organization", parcel.organisation.clone()),
        ("External-Identifier", parcel.object.clone()),
        ("External-Description", parcel.title.clone()),
        ("Bagging-Date", sweden::day(parcel.packed).to_string()),
        ("Bag-Software-Agent", format!("{program} {version}")),
    ]
}
