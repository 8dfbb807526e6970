//! What lies in a package, and in what order it is to be understood: METS, by the profile E-ARK SIP 2.1.0 (and CSIP
//! 2.1.0 that it builds upon), whose numbers stand in the comments.

use jiff::Timestamp;

use crate::archive::eark::{self, DESCRIPTION, DOCUMENTATION, PRESERVATION, SCHEMAS};
use crate::archive::format::format;
use crate::archive::parcel::Parcel;
use crate::archive::sha512::Files;
use crate::archive::xml::Xml;
use crate::model::address::encode;

/// The file that holds it.
pub const FILE: &str = "METS.xml";
/// The pages follow no specification that the profile has a name for, and it must be named all the same (CSIP62).
const CONTENT: [(&str, &str); 2] =
    [("csip:CONTENTINFORMATIONTYPE", "OTHER"), ("csip:OTHERCONTENTINFORMATIONTYPE", "stadga")];

/// Tells of a package. `files` are all that lie in it.
pub fn of_parcel(parcel: &Parcel, files: &Files) -> Vec<u8> {
    let mut xml = Xml::begin();
    let name = parcel.name();
    let mut attributes = vec![
        ("xmlns", "http://www.loc.gov/METS/"),
        ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
        ("xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
            "xsi:schemaLocation",
            "http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd \
             http://www.w3.org/1999/xlink http://www.loc.gov/standards/mets/xlink.xsd \
             https://DILCIS.eu/XML/METS/CSIPExtensionMETS https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd",
        ),
        ("OBJID", &name),
        ("LABEL", &parcel.title),
        ("TYPE", "Textual works – Digital"),
        ("PROFILE", "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"),
    ];
    attributes.extend(CONTENT);
    xml.within("mets", &attributes, |xml| Mets { xml, parcel, files, count: 0 }.all());
    xml.finish()
}

struct Mets<'m> {
    xml: &'m mut Xml,
    parcel: &'m Parcel,
    files: &'m Files,
    /// How many files were told of.
    count: usize,
}

/// Files that lie in a folder together.
struct Group {
    id: String,
    folder: String,
    usage: String,
    created: Timestamp,
    is_content: bool,
}

impl Mets<'_> {
    fn all(mut self) {
        self.header();
        let archived = self.parcel.versions.values().next_back().map_or(self.parcel.packed, |it| it.time);
        self.section("dmdSec", "dmd-1", DESCRIPTION, archived, &[("MDTYPE", "DC")]);
        self.xml.begin_element("amdSec", &[]);
        let premis = [("MDTYPE", "PREMIS"), ("MDTYPEVERSION", "3.0")];
        self.section("digiprovMD", "digiprov-1", PRESERVATION, self.parcel.packed, &premis);
        self.xml.end_element("amdSec");
        let groups = self.groups();
        self.xml.begin_element("fileSec", &[("ID", "files")]);
        for group in &groups {
            self.group(group);
        }
        self.xml.end_element("fileSec");
        self.structure(&groups);
    }

    /// Who made the package, and when (CSIP7 to CSIP16, SIP3 to SIP18).
    fn header(&mut self) {
        let packed = self.parcel.packed.to_string();
        let (program, version) = &self.parcel.program;
        let organisation = &self.parcel.organisation;
        let attributes = [
            ("CREATEDATE", &*packed),
            ("LASTMODDATE", &packed),
            ("RECORDSTATUS", "NEW"),
            ("csip:OAISPACKAGETYPE", "SIP"),
        ];
        self.xml.within("metsHdr", &attributes, |xml| {
            let software = [("ROLE", "CREATOR"), ("TYPE", "OTHER"), ("OTHERTYPE", "SOFTWARE")];
            xml.within("agent", &software, |xml| {
                xml.text("name", program);
                xml.text_with("note", &[("csip:NOTETYPE", "SOFTWARE VERSION")], version);
            });
            // The municipality keeps the archive, and it is who hands over.
            for role in ["ARCHIVIST", "CREATOR"] {
                let agent = [("ROLE", role), ("TYPE", "ORGANIZATION")];
                xml.within("agent", &agent, |xml| xml.text("name", organisation));
            }
        });
    }

    /// A file that tells of others (CSIP17 to CSIP57).
    fn section(&mut self, name: &str, id: &str, path: &str, created: Timestamp, kind: &[(&str, &str)]) {
        let created = created.to_string();
        self.xml.begin_element(name, &[("ID", id), ("CREATED", &created), ("STATUS", "CURRENT")]);
        let (marks, href) = (self.marks(path, &created), encode(path));
        let attributes: Vec<(&str, &str)> =
            place(&href).into_iter().chain(kind.iter().copied()).chain(borrowed(&marks)).collect();
        self.xml.empty("mdRef", &attributes);
        self.xml.end_element(name);
    }

    fn groups(&self) -> Vec<Group> {
        let beside = |id: &str, usage: &str, path: &str| Group {
            id: id.into(),
            folder: path.split_inclusive('/').next().unwrap_or_default().into(),
            usage: usage.into(),
            created: self.parcel.packed,
            is_content: false,
        };
        let mut groups = vec![
            beside("group-documentation", "Documentation", DOCUMENTATION.0),
            beside("group-schemas", "Schemas", SCHEMAS[0].0),
        ];
        groups.extend(self.parcel.versions.iter().map(|(version, archived)| Group {
            id: format!("group-{version}"),
            folder: eark::data(*version),
            usage: format!("Representations/{version}/data"),
            created: archived.time,
            is_content: true,
        }));
        groups
    }

    /// Files with their digests (CSIP58 to CSIP79).
    fn group(&mut self, group: &Group) {
        let mut attributes = vec![("ID", &*group.id), ("USE", &group.usage)];
        if group.is_content {
            attributes.extend(CONTENT);
        }
        self.xml.begin_element("fileGrp", &attributes);
        let created = group.created.to_string();
        let files = self.files;
        for (path, _) in
            files.range(group.folder.clone()..).take_while(|(path, _)| path.starts_with(&group.folder))
        {
            self.count += 1;
            let (id, marks) = (format!("file-{}", self.count), self.marks(path, &created));
            let attributes: Vec<(&str, &str)> = [("ID", &*id)].into_iter().chain(borrowed(&marks)).collect();
            self.xml.within("file", &attributes, |xml| xml.empty("FLocat", &place(&encode(path))));
        }
        self.xml.end_element("fileGrp");
    }

    fn marks(&self, path: &str, created: &str) -> [(&'static str, String); 5] {
        let (digest, size) =
            self.files.get(path).map(|(digest, size)| (digest.to_string(), size.to_string())).unzip();
        [
            ("MIMETYPE", registered(&format(path).media_type).to_owned()),
            ("SIZE", size.unwrap_or_default()),
            ("CREATED", created.to_owned()),
            ("CHECKSUM", digest.unwrap_or_default()),
            ("CHECKSUMTYPE", "SHA-512".into()),
        ]
    }

    /// What belongs together (CSIP80 to CSIP104).
    fn structure(&mut self, groups: &[Group]) {
        let name = self.parcel.name();
        let (contents, beside): (Vec<&Group>, Vec<&Group>) =
            groups.iter().partition(|group| group.is_content);
        let attributes = [("ID", "structure"), ("TYPE", "PHYSICAL"), ("LABEL", "CSIP")];
        let pointer = |xml: &mut Xml, group: &Group| xml.empty("fptr", &[("FILEID", &group.id)]);
        self.xml.within("structMap", &attributes, |xml| {
            xml.within("div", &[("ID", "div-package"), ("LABEL", &name)], |xml| {
                let metadata = [
                    ("ID", "div-metadata"),
                    ("LABEL", "Metadata"),
                    ("ADMID", "digiprov-1"),
                    ("DMDID", "dmd-1"),
                ];
                xml.empty("div", &metadata);
                for group in beside {
                    let id = group.id.replace("group", "div");
                    xml.within("div", &[("ID", &id), ("LABEL", &group.usage)], |xml| pointer(xml, group));
                }
                let all = [("ID", "div-representations"), ("LABEL", "Representations")];
                xml.within("div", &all, |xml| contents.into_iter().for_each(|group| pointer(xml, group)));
            });
        });
    }
}

fn place(href: &str) -> [(&str, &str); 3] {
    [("LOCTYPE", "URL"), ("xlink:type", "simple"), ("xlink:href", href)]
}

fn borrowed<'a>(marks: &'a [(&'static str, String)]) -> impl Iterator<Item = (&'a str, &'a str)> {
    marks.iter().map(|(name, value)| (*name, value.as_str()))
}

/// The profile accepts media types that IANA has registered (CSIP68); `x-` says that one is not.
fn registered(media_type: &str) -> &str {
    let is_private = media_type.split_once('/').is_none_or(|(_, kind)| kind.starts_with("x-"));
    if is_private { "application/octet-stream" } else { media_type }
}
