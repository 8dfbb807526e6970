//! What is needed to keep files for long: PREMIS 3. Each file with its digest, size and format, what made them
//! and when.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::archive::format::format;
use crate::archive::sha512::Sha512;
use crate::archive::xml::Xml;

/// Files by their logical paths, with digest and length.
pub type Files = BTreeMap<String, (Sha512, u64)>;

/// What is said of files that were archived together.
pub struct Archived<'a> {
    /// What they are of: a document's id.
    pub document: &'a str,
    /// The files.
    pub files: &'a Files,
    /// When they were made and archived.
    pub time: Timestamp,
    /// The name of the program.
    pub program: &'a str,
    /// Its version.
    pub version: &'a str,
    /// The municipality.
    pub organisation: &'a str,
}

/// All of it as XML.
pub fn to_xml(archived: &Archived) -> Vec<u8> {
    let mut xml = Xml::begin();
    let attributes = [
        ("xmlns", "http://www.loc.gov/premis/v3"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
            "xsi:schemaLocation",
            "http://www.loc.gov/premis/v3 https://www.loc.gov/standards/premis/premis.xsd",
        ),
        ("version", "3.0"),
    ];
    xml.within("premis", &attributes, |xml| {
        for (path, (digest, length)) in archived.files {
            object(xml, path, *digest, *length);
        }
        event(xml, archived, "creation", "The pages were made from the source files.");
        event(xml, archived, "ingestion", "The files were put into the archive.");
        agent(xml, archived.program, "software", Some(archived.version));
        agent(xml, archived.organisation, "organization", None);
    });
    xml.finish()
}

fn object(xml: &mut Xml, path: &str, digest: Sha512, length: u64) {
    xml.within("object", &[("xsi:type", "file")], |xml| {
        identifier(xml, "objectIdentifier", path);
        xml.within("objectCharacteristics", &[], |xml| {
            xml.within("fixity", &[], |xml| {
                xml.text("messageDigestAlgorithm", "SHA-512");
                xml.text("messageDigest", &digest.to_string());
            });
            xml.text("size", &length.to_string());
            let format = format(path);
            xml.within("format", &[], |xml| {
                xml.within("formatDesignation", &[], |xml| xml.text("formatName", &format.media_type));
                if let Some(number) = format.pronom {
                    xml.within("formatRegistry", &[], |xml| {
                        xml.text("formatRegistryName", "PRONOM");
                        xml.text("formatRegistryKey", number);
                    });
                }
            });
        });
    });
}

fn event(xml: &mut Xml, archived: &Archived, kind: &str, detail: &str) {
    xml.within("event", &[], |xml| {
        identifier(xml, "eventIdentifier", &format!("{} {kind} {}", archived.document, archived.time));
        xml.text("eventType", kind);
        xml.text("eventDateTime", &archived.time.to_string());
        xml.within("eventDetailInformation", &[], |xml| xml.text("eventDetail", detail));
        xml.within("eventOutcomeInformation", &[], |xml| xml.text("eventOutcome", "success"));
        for agent in [archived.program, archived.organisation] {
            identifier(xml, "linkingAgentIdentifier", agent);
        }
        for path in archived.files.keys() {
            identifier(xml, "linkingObjectIdentifier", path);
        }
    });
}

fn agent(xml: &mut Xml, name: &str, kind: &str, version: Option<&str>) {
    xml.within("agent", &[], |xml| {
        identifier(xml, "agentIdentifier", name);
        xml.text("agentName", name);
        xml.text("agentType", kind);
        if let Some(version) = version {
            xml.text("agentVersion", version);
        }
    });
}

/// The names in this file are known here alone.
fn identifier(xml: &mut Xml, name: &str, value: &str) {
    xml.within(name, &[], |xml| {
        xml.text(&format!("{name}Type"), "local");
        xml.text(&format!("{name}Value"), value);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_of_with_digest_size_and_format() {
        let files = Files::from([("dokument/a/index.html".to_owned(), (Sha512::of(b"abc"), 3))]);
        let archived = Archived {
            document: "a",
            files: &files,
            time: "2026-11-23T09:00:00Z".parse().unwrap(),
            program: "stadga",
            version: "0.1.0",
            organisation: "Sundhamra kommun",
        };
        let xml = String::from_utf8(to_xml(&archived)).unwrap();
        let flat: String = xml.lines().map(str::trim).collect();
        let digest = Sha512::of(b"abc");
        let object = format!(
            "<object xsi:type=\"file\"><objectIdentifier><objectIdentifierType>local</objectIdentifierType>\
             <objectIdentifierValue>dokument/a/index.html</objectIdentifierValue></objectIdentifier>\
             <objectCharacteristics><fixity><messageDigestAlgorithm>SHA-512</messageDigestAlgorithm>\
             <messageDigest>{digest}</messageDigest></fixity><size>3</size><format><formatDesignation>\
             <formatName>text/html</formatName></formatDesignation><formatRegistry>\
             <formatRegistryName>PRONOM</formatRegistryName><formatRegistryKey>fmt/471</formatRegistryKey>\
             </formatRegistry></format></objectCharacteristics></object>"
        );
        assert!(flat.contains(&object), "{xml}");
        let ingestion = "<eventType>ingestion</eventType><eventDateTime>2026-11-23T09:00:00Z</eventDateTime>";
        assert!(flat.contains(ingestion), "{xml}");
        let agent = "<agentName>stadga</agentName><agentType>software</agentType>\
                     <agentVersion>0.1.0</agentVersion></agent>";
        assert!(flat.contains(agent), "{xml}");
    }
}
