//! Addresses: from ids to paths of the website. Decided nowhere else.
//! Swedish words on every site, whatever its language.

use crate::base::path::OutPath;
use crate::model::id::{BodyId, DocId, TypeId, VersionId, is_id};

/// The name of the page that holds the accessibility statement. A plain page of this name is its
/// introduction.
pub const STATEMENT: &str = "tillganglighet";

/// The document that an earlier address was of, if it was one's own page.
pub fn document_at(alias: &str) -> Option<&str> {
    let alias = alias.trim_matches('/');
    Some(alias.strip_prefix("dokument/").unwrap_or(alias)).filter(|id| is_id(id))
}

/// A place in the website.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each name is the page")]
pub enum Address {
    Start,
    Register,
    RegisterPart(String),
    Document(DocId),
    DocumentVariant(DocId, String),
    Version(DocId, VersionId),
    VersionVariant(DocId, VersionId, String),
    /// Two consecutive versions of a document, the older first.
    Comparison(DocId, VersionId, VersionId),
    /// An older version and the latest that is adopted.
    ComparisonToLatest(DocId, VersionId),
    /// A document's version and, after it, what it took the place of.
    ComparisonToReplaced(DocId, VersionId, DocId, VersionId),
    /// What is archived of a document.
    DocumentArchive(DocId),
    /// The archive.
    Archive,
    Overview,
    Timeline,
    TimelineYear(i16),
    Body(BodyId),
    Kind(TypeId),
    Subjects,
    Subject(String),
    Decision(String, String),
    Plain(String),
    /// A file at a path of its own.
    File(String),
}

impl Address {
    /// The path below the site's root: a folder with a slash at its end, or a file.
    pub fn path(&self) -> String {
        match self {
            Self::Start => String::new(),
            Self::Register => "dokument/".into(),
            Self::RegisterPart(letter) => format!("register/{letter}/"),
            Self::Document(id) => format!("dokument/{id}/"),
            Self::DocumentVariant(id, tag) => format!("dokument/{id}/{tag}/"),
            Self::Version(id, version) => format!("dokument/{id}/{version}/"),
            Self::VersionVariant(id, version, tag) => format!("dokument/{id}/{version}/{tag}/"),
            Self::Comparison(id, old, new) => format!("dokument/{id}/jamfor/{old}--{new}/"),
            Self::ComparisonToLatest(id, old) => format!("dokument/{id}/jamfor/{old}/"),
            Self::ComparisonToReplaced(id, new, replaced, old) => {
                format!("dokument/{id}/jamfor/{replaced}--{old}--{new}/")
            }
            Self::DocumentArchive(id) => format!("dokument/{id}/arkiv/"),
            Self::Archive => "arkiv/".into(),
            Self::Overview => "oversikt/".into(),
            Self::Timeline => "tidslinje/".into(),
            Self::TimelineYear(year) => format!("tidslinje/{year:04}/"),
            Self::Body(id) => format!("organ/{id}/"),
            Self::Kind(id) => format!("typ/{id}/"),
            Self::Subjects => "amne/".into(),
            Self::Subject(slug) => format!("amne/{slug}/"),
            Self::Decision(body, date) => format!("beslut/{body}/{date}/"),
            Self::Plain(name) => format!("{name}/"),
            Self::File(path) => path.clone(),
        }
    }

    /// The file that answers at this address.
    pub fn file(&self) -> OutPath {
        let path = self.path();
        if path.is_empty() || path.ends_with('/') {
            OutPath::new(path + "index.html")
        } else {
            OutPath::new(path)
        }
    }

    /// A link to this address from a page: relative, so that the site works under any path.
    /// With `files`, folders are named by their page, so that it works from a disk too.
    pub fn href(&self, from: &OutPath, files: bool) -> String {
        relative(from, &self.path(), files)
    }
}

/// A relative link from a page to a path below the root.
pub fn relative(from: &OutPath, to: &str, files: bool) -> String {
    let own = from.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut ours = own.split('/').filter(|segment| !segment.is_empty()).peekable();
    let mut theirs = to;
    while let Some(segment) = ours.peek() {
        match theirs.strip_prefix(*segment).and_then(|rest| rest.strip_prefix('/')) {
            Some(rest) => {
                theirs = rest;
                ours.next();
            }
            None => break,
        }
    }
    let mut link = "../".repeat(ours.count());
    link.push_str(&encode(theirs));
    if link.is_empty() {
        link.push_str("./");
    }
    if files && link.ends_with('/') {
        link.push_str("index.html");
    }
    link
}

const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];

/// Percent-encodes what a path may not hold plainly (RFC 3986 §3.3).
pub fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.extend([byte >> 4, byte & 15].map(|digit| HEX[usize::from(digit)]));
        }
    }
    // A first segment with a colon would read as a scheme; none is left after encoding.
    encoded
}

/// Undoes percent-encoding; what is not UTF-8 after that stays as it was written.
pub fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while index < bytes.len() {
        let hex = text.get(index + 1..index + 3).filter(|_| bytes[index] == b'%');
        if let Some(byte) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            decoded.push(byte);
            index += 3;
        } else {
            decoded.push(bytes[index]);
            index += 1;
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_to_the_page() {
        let from = OutPath::new("dokument/it-policy/2014/index.html");
        let check = |to: &Address, link: &str| assert_eq!(to.href(&from, false), link);
        check(&Address::Document(DocId::new("it-policy")), "../");
        check(&Address::Version(DocId::new("it-policy"), VersionId::new("2014")), "./");
        check(&Address::Document(DocId::new("it-policy-2")), "../../it-policy-2/");
        check(&Address::Start, "../../../");
        assert_eq!(Address::Start.href(&from, true), "../../../index.html");
        assert_eq!(Address::Register.href(&OutPath::new("index.html"), false), "dokument/");
        assert_eq!(Address::File("filer/å b.pdf".into()).href(&from, false), "../../../filer/%C3%A5%20b.pdf");
    }
}
