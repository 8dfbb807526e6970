//! What lies where in a package of E-ARK SIP 2.1.0, which is also FGS Paketstruktur 2.0.

use crate::archive::inventory::VersionNumber;

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

/// The folder of a version.
pub fn representation(version: VersionNumber) -> String {
    format!("representations/{version}")
}

/// The folder of its files.
pub fn data(version: VersionNumber) -> String {
    representation(version) + "/data/"
}
