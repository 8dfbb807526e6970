//! What is needed to keep files for long: PREMIS 3. Each file with its digest, size and format, what made them
//! and when.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::archive::deeds::{Act, Deed};
use crate::archive::eark::{self, representation};
use crate::archive::format::format;
use crate::archive::parcel::Parcel;
use crate::archive::sha512::{Files, Sha512};
use crate::archive::xml::Xml;

/// Names that are known in the file alone.
const LOCAL: &str = "local";
/// Names that are known everywhere.
const URI: &str = "URI";
/// How a program takes part in an event, and how whoever uses it does.
const PROGRAM: &str = "executing program";
const IMPLEMENTER: &str = "implementer";

/// What is said of files that were archived together.
pub struct Archived<'a> {
    /// What they are of: a document's id.
    pub document: &'a str,
    /// What it is called in the archive: its object's id.
    pub object: &'a str,
    /// The files.
    pub files: &'a Files,
    /// What was done to the document until then.
    pub deeds: &'a [Deed],
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
        xml.within("object", &[("xsi:type", "intellectualEntity")], |xml| {
            identifier(xml, "objectIdentifier", URI, archived.object, None);
            relationship(xml, "includes", archived.files.keys().map(String::as_str));
        });
        for (path, (digest, length)) in archived.files {
            file(xml, path, *digest, *length, None);
        }
        let program = named(archived.program, archived.version);
        let agents = [(&*program, PROGRAM), (archived.organisation, IMPLEMENTER)];
        let role = |path: &String| if path.starts_with("source/") { "source" } else { "outcome" };
        let objects: Vec<(&str, &str)> =
            archived.files.keys().map(|path| (path.as_str(), role(path))).collect();
        let time = archived.time;
        let event =
            |kind| Event::own(format!("{} {kind} {time}", archived.document), kind, time, agents.to_vec());
        for (number, deed) in (1..).zip(archived.deeds) {
            let page = archived.files.contains_key(&deed.page).then_some(&*deed.page);
            done(xml, number, deed, archived.object, page);
        }
        event("creation").write(xml, "The pages were made from the source files.", &objects);
        let all: Vec<(&str, &str)> = objects.iter().map(|(path, _)| (*path, "outcome")).collect();
        event("ingestion").write(xml, "The files were put into the archive.", &all);
        software(xml, archived.program, archived.version);
        organisation(xml, archived.organisation);
        doers(xml, archived.deeds, archived.organisation);
    })
}

/// The same of a package: the document, each version of it, the files of these. `files` are all that are told of.
pub fn of_parcel(parcel: &Parcel, files: &Files) -> Vec<u8> {
    written(|xml| {
        let representations: Vec<String> = parcel.versions.keys().map(|it| representation(*it)).collect();
        xml.within("object", &[("xsi:type", "intellectualEntity")], |xml| {
            identifier(xml, "objectIdentifier", URI, &parcel.object, None);
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
        for (number, deed) in (1..).zip(&parcel.deeds) {
            let page = eark::data(parcel.head()) + &deed.page;
            done(xml, number, deed, &parcel.object, files.contains_key(&page).then_some(&page));
        }
        for ((version, archived), representation) in parcel.versions.iter().zip(&representations) {
            let maker = named(program, &archived.program);
            let agents = [(&*maker, PROGRAM), (&*parcel.organisation, IMPLEMENTER)];
            let event = |kind| Event::own(format!("{version}: {kind}"), kind, archived.time, agents.to_vec());
            let objects = [(&**representation, "outcome")];
            event("creation").write(xml, "The pages were made from the source files.", &objects);
            event("ingestion").write(xml, "The files were put into the archive.", &objects);
        }
        let (kind, packer) = ("information package creation", named(program, version));
        let agents = vec![(&*packer, PROGRAM), (&*parcel.organisation, IMPLEMENTER)];
        let event = Event::own(format!("package: {kind}"), kind, parcel.packed, agents);
        let objects: Vec<(&str, &str)> = representations.iter().map(|it| (&**it, "outcome")).collect();
        event.write(xml, "The archived versions were copied to this package.", &objects);
        let makers: BTreeSet<&str> =
            parcel.versions.values().map(|it| &*it.program).chain([&**version]).collect();
        for version in makers {
            software(xml, program, version);
        }
        organisation(xml, &parcel.organisation);
        doers(xml, &parcel.deeds, &parcel.organisation);
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

/// Something that happened to files or to what they are of.
struct Event<'e> {
    id: String,
    kind: &'e str,
    /// A moment, or as much of it as is known.
    date: String,
    /// Whether it is known how it went: of what the program did itself.
    has_outcome: bool,
    /// Who took part, and how.
    agents: Vec<(&'e str, &'e str)>,
}

impl<'e> Event<'e> {
    /// One that the program made happen.
    fn own(id: String, kind: &'e str, time: Timestamp, agents: Vec<(&'e str, &'e str)>) -> Self {
        Self { id, kind, date: time.to_string(), has_outcome: true, agents }
    }

    /// `objects` are what it happened to, and whether they came of it.
    fn write(&self, xml: &mut Xml, detail: &str, objects: &[(&str, &str)]) {
        let objects: Vec<_> = objects.iter().map(|(object, role)| (LOCAL, *object, *role)).collect();
        self.write_all(xml, &[detail], &objects);
    }

    /// The same of objects that are known by names of other kinds.
    fn write_all(&self, xml: &mut Xml, details: &[&str], objects: &[(&str, &str, &str)]) {
        xml.within("event", &[], |xml| {
            identifier(xml, "eventIdentifier", LOCAL, &self.id, None);
            xml.text("eventType", self.kind);
            xml.text("eventDateTime", &self.date);
            for detail in details {
                xml.within("eventDetailInformation", &[], |xml| xml.text("eventDetail", detail));
            }
            if self.has_outcome {
                xml.within("eventOutcomeInformation", &[], |xml| xml.text("eventOutcome", "success"));
            }
            for (agent, role) in &self.agents {
                identifier(xml, "linkingAgentIdentifier", LOCAL, agent, Some(("linkingAgentRole", role)));
            }
            for (kind, object, role) in objects {
                identifier(xml, "linkingObjectIdentifier", kind, object, Some(("linkingObjectRole", role)));
            }
        });
    }
}

/// Something that somebody did to the document, which is called `object` in the archive; `page` shows what came of it.
fn done(xml: &mut Xml, number: usize, deed: &Deed, object: &str, page: Option<&str>) {
    let (kind, told) = match deed.act {
        Act::Corrected => ("modification", "A published text was corrected, and it was declared."),
        // What was taken down stays in the archive: nothing was deleted there. Who may read it became another matter.
        Act::Withdrawn => ("policy assignment", "The document was taken down from the website."),
    };
    let version = deed.version.as_ref().map(|version| format!("Version: {version}"));
    let word = if deed.act == Act::Corrected { "Correction" } else { "Reason" };
    let what = format!("{word}: {}", deed.what);
    let mandate = deed.mandate.as_ref().map(|mandate| format!("Mandate: {mandate}"));
    let details: Vec<&str> =
        [Some(told), version.as_deref(), Some(&*what), mandate.as_deref()].into_iter().flatten().collect();
    let event = Event {
        id: format!("{kind} {number} {}", deed.date),
        kind,
        date: deed.date.clone(),
        has_outcome: false,
        agents: deed.by.iter().map(|by| (by.as_str(), IMPLEMENTER)).collect(),
    };
    let objects: Vec<_> =
        [(URI, object, "outcome")].into_iter().chain(page.map(|page| (LOCAL, page, "outcome"))).collect();
    event.write_all(xml, &details, &objects);
}

/// Those who did something, each once. Whether one is a person or a body nobody has said.
fn doers(xml: &mut Xml, deeds: &[Deed], organisation: &str) {
    let names: BTreeSet<&str> = deeds.iter().filter_map(|deed| deed.by.as_deref()).collect();
    for name in names.into_iter().filter(|name| *name != organisation) {
        xml.within("agent", &[], |xml| {
            identifier(xml, "agentIdentifier", LOCAL, name, None);
            xml.text("agentName", name);
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
            object: "urn:stadga:sundhamra:dok:a",
            files: &files,
            deeds: &[
                Deed {
                    act: Act::Corrected,
                    date: "2015-02-03".into(),
                    by: Some("Kommunsekreteraren".into()),
                    what: "Ett stavfel".into(),
                    mandate: Some("36 § förvaltningslagen".into()),
                    version: Some("2014-04-09".into()),
                    page: "dokument/a/2014-04-09/index.html".into(),
                },
                Deed {
                    act: Act::Withdrawn,
                    date: "2019".into(),
                    by: Some("Sundhamra kommun".into()),
                    what: "Sekretess".into(),
                    mandate: None,
                    version: None,
                    page: "dokument/a/index.html".into(),
                },
            ],
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
        let correction = "<eventType>modification</eventType><eventDateTime>2015-02-03</eventDateTime>\
             <eventDetailInformation><eventDetail>A published text was corrected, and it was declared.</eventDetail>\
             </eventDetailInformation><eventDetailInformation><eventDetail>Version: 2014-04-09</eventDetail>\
             </eventDetailInformation><eventDetailInformation><eventDetail>Correction: Ett stavfel</eventDetail>\
             </eventDetailInformation><eventDetailInformation><eventDetail>Mandate: 36 § förvaltningslagen</eventDetail>\
             </eventDetailInformation><linkingAgentIdentifier>\
             <linkingAgentIdentifierType>local</linkingAgentIdentifierType>\
             <linkingAgentIdentifierValue>Kommunsekreteraren</linkingAgentIdentifierValue>\
             <linkingAgentRole>implementer</linkingAgentRole></linkingAgentIdentifier><linkingObjectIdentifier>\
             <linkingObjectIdentifierType>URI</linkingObjectIdentifierType>\
             <linkingObjectIdentifierValue>urn:stadga:sundhamra:dok:a</linkingObjectIdentifierValue>\
             <linkingObjectRole>outcome</linkingObjectRole></linkingObjectIdentifier></event>";
        assert!(flat.contains(correction), "the page of the text is not among the files: {xml}");
        assert!(
            flat.contains("<eventType>policy assignment</eventType><eventDateTime>2019</eventDateTime>"),
            "{xml}"
        );
        assert!(flat.contains("<eventDetail>Reason: Sekretess</eventDetail>"), "{xml}");
        let agents = |name: &str| flat.matches(&format!("<agentName>{name}</agentName>")).count();
        assert_eq!((agents("Kommunsekreteraren"), agents("Sundhamra kommun")), (1, 1), "{xml}");
        assert_eq!(
            flat.matches("<linkingObjectIdentifierValue>dokument/a/index.html</").count(),
            3,
            "made, archived and taken down: {xml}"
        );
    }
}
