//! What is needed to keep files for long: PREMIS 3. Each file with its digest, size and format, what made them
//! and when.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::archive::eark::representation;
use crate::archive::format::format;
use crate::archive::parcel::Parcel;
use crate::archive::sha512::{Files, Sha512};
use crate::archive::xml::Xml;

/// Names that are known in the file alone.
const LOCAL: &str = "local";

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
    written(|xml| {
        for (path, (digest, length)) in archived.files {
            file(xml, path, *digest, *length, None);
        }
        let program = named(archived.program, archived.version);
        let agents = [&*program, archived.organisation];
        let role = |path: &String| if path.starts_with("source/") { "source" } else { "outcome" };
        let objects: Vec<(&str, &str)> =
            archived.files.keys().map(|path| (path.as_str(), role(path))).collect();
        let time = archived.time;
        let event = |kind| Event { id: format!("{} {kind} {time}", archived.document), kind, time, agents };
        event("creation").write(xml, "The pages were made from the source files.", &objects);
        let all: Vec<(&str, &str)> = objects.iter().map(|(path, _)| (*path, "outcome")).collect();
        event("ingestion").write(xml, "The files were put into the archive.", &all);
        software(xml, archived.program, archived.version);
        organisation(xml, archived.organisation);
    })
}

/// The same of a package: the document, each version of it, the files of these. `files` are all that are told of.
pub fn of_parcel(parcel: &Parcel, files: &Files) -> Vec<u8> {
    written(|xml| {
        let representations: Vec<String> = parcel.versions.keys().map(|it| representation(*it)).collect();
        xml.within("object", &[("xsi:type", "intellectualEntity")], |xml| {
            identifier(xml, "objectIdentifier", "URI", &parcel.object, None);
            relationship(xml, "is represented by", representations.iter().map(String::as_str));
        });
        for representation in &representations {
            xml.within("object", &[("xsi:type", "representation")], |xml| {
                identifier(xml, "objectIdentifier", LOCAL, representation, None);
                relationship(xml, "includes", within(files, representation).map(|(path, ..)| path));
            });
        }
        for representation in &representations {
            for (path, original, (digest, length)) in within(files, representation) {
                file(xml, path, digest, length, Some(original));
            }
        }
        let (program, version) = &parcel.program;
        for ((version, archived), representation) in parcel.versions.iter().zip(&representations) {
            let maker = named(program, &archived.program);
            let agents = [&*maker, &parcel.organisation];
            let event = |kind| Event { id: format!("{version}: {kind}"), kind, time: archived.time, agents };
            let objects = [(&**representation, "outcome")];
            event("creation").write(xml, "The pages were made from the source files.", &objects);
            event("ingestion").write(xml, "The files were put into the archive.", &objects);
        }
        let (kind, packer) = ("information package creation", named(program, version));
        let agents = [&*packer, &parcel.organisation];
        let event = Event { id: format!("package: {kind}"), kind, time: parcel.packed, agents };
        let objects: Vec<(&str, &str)> = representations.iter().map(|it| (&**it, "outcome")).collect();
        event.write(xml, "The archived versions were copied to this package.", &objects);
        let makers: BTreeSet<&str> =
            parcel.versions.values().map(|it| &*it.program).chain([&**version]).collect();
        for version in makers {
            software(xml, program, version);
        }
        organisation(xml, &parcel.organisation);
    })
}

/// The files of a representation: path, path within its data, digest and length.
fn within<'f>(
    files: &'f Files,
    representation: &str,
) -> impl Iterator<Item = (&'f str, &'f str, (Sha512, u64))> {
    let folder = format!("{representation}/data/");
    files.iter().filter_map(move |(path, file)| Some((path.as_str(), path.strip_prefix(&folder)?, *file)))
}

fn written(content: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Xml::begin();
    let attributes = [
        ("xmlns", "http://www.loc.gov/premis/v3"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
            "xsi:schemaLocation",
            "http://www.loc.gov/premis/v3 https://www.loc.gov/standards/premis/v3/premis-v3-0.xsd",
        ),
        ("version", "3.0"),
    ];
    xml.within("premis", &attributes, content);
    xml.finish()
}

fn file(xml: &mut Xml, path: &str, digest: Sha512, length: u64, original: Option<&str>) {
    xml.within("object", &[("xsi:type", "file")], |xml| {
        identifier(xml, "objectIdentifier", LOCAL, path, None);
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
        if let Some(original) = original {
            xml.text("originalName", original);
        }
    });
}

fn relationship<'o>(xml: &mut Xml, kind: &str, others: impl Iterator<Item = &'o str>) {
    xml.within("relationship", &[], |xml| {
        xml.text("relationshipType", "structural");
        xml.text("relationshipSubType", kind);
        for other in others {
            identifier(xml, "relatedObjectIdentifier", LOCAL, other, None);
        }
    });
}

/// Something that happened to files.
struct Event<'e> {
    id: String,
    kind: &'e str,
    time: Timestamp,
    /// The program, and who used it.
    agents: [&'e str; 2],
}

impl Event<'_> {
    /// `objects` are what it happened to, and whether they came of it.
    fn write(&self, xml: &mut Xml, detail: &str, objects: &[(&str, &str)]) {
        xml.within("event", &[], |xml| {
            identifier(xml, "eventIdentifier", LOCAL, &self.id, None);
            xml.text("eventType", self.kind);
            xml.text("eventDateTime", &self.time.to_string());
            xml.within("eventDetailInformation", &[], |xml| xml.text("eventDetail", detail));
            xml.within("eventOutcomeInformation", &[], |xml| xml.text("eventOutcome", "success"));
            for (agent, role) in self.agents.into_iter().zip(["executing program", "implementer"]) {
                identifier(xml, "linkingAgentIdentifier", LOCAL, agent, Some(("linkingAgentRole", role)));
            }
            for (object, role) in objects {
                identifier(xml, "linkingObjectIdentifier", LOCAL, object, Some(("linkingObjectRole", role)));
            }
        });
    }
}

fn software(xml: &mut Xml, program: &str, version: &str) {
    xml.within("agent", &[], |xml| {
        identifier(xml, "agentIdentifier", LOCAL, &named(program, version), None);
        xml.text("agentName", program);
        xml.text("agentType", "software");
        xml.text("agentVersion", version);
    });
}

fn organisation(xml: &mut Xml, name: &str) {
    xml.within("agent", &[], |xml| {
        identifier(xml, "agentIdentifier", LOCAL, name, None);
        xml.text("agentName", name);
        xml.text("agentType", "organization");
    });
}

/// A program as an agent is called: each version of it is another.
fn named(program: &str, version: &str) -> String {
    format!("{program} {version}")
}

/// An element that names something, with the part that it has.
fn identifier(xml: &mut Xml, name: &str, kind: &str, value: &str, role: Option<(&str, &str)>) {
    xml.within(name, &[], |xml| {
        xml.text(&format!("{name}Type"), kind);
        xml.text(&format!("{name}Value"), value);
        if let Some((name, role)) = role {
            xml.text(name, role);
        }
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
