//! What an archive's catalogue asks of any document, in fifteen words that all of them know: Dublin Core, written
//! as `oai_dc`.

use crate::archive::xml::Xml;

/// An element of Dublin Core.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the standard's own")]
pub enum Term {
    Title,
    Creator,
    Subject,
    Description,
    Publisher,
    Date,
    Type,
    Format,
    Identifier,
    Language,
    Relation,
    Coverage,
}

impl Term {
    fn name(self) -> &'static str {
        match self {
            Self::Title => "dc:title",
            Self::Creator => "dc:creator",
            Self::Subject => "dc:subject",
            Self::Description => "dc:description",
            Self::Publisher => "dc:publisher",
            Self::Date => "dc:date",
            Self::Type => "dc:type",
            Self::Format => "dc:format",
            Self::Identifier => "dc:identifier",
            Self::Language => "dc:language",
            Self::Relation => "dc:relation",
            Self::Coverage => "dc:coverage",
        }
    }
}

/// A record. What is said twice is written once, what is empty not at all.
pub fn to_xml(statements: &[(Term, String)]) -> Vec<u8> {
    let mut xml = Xml::begin();
    let attributes = [
        ("xmlns:oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
            "xsi:schemaLocation",
            "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
        ),
    ];
    xml.within("oai_dc:dc", &attributes, |xml| {
        for (index, (term, value)) in statements.iter().enumerate() {
            if !value.is_empty() && !statements[..index].contains(&(*term, value.clone())) {
                xml.text(term.name(), value);
            }
        }
    });
    xml.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_tells_each_thing_once() {
        let statement = |term, value: &str| (term, value.to_owned());
        let statements = [
            statement(Term::Title, "Plan för å & ö"),
            statement(Term::Creator, "Kommunfullmäktige"),
            statement(Term::Creator, "Kommunfullmäktige"),
            statement(Term::Subject, ""),
            statement(Term::Date, "2014-04-09"),
        ];
        let xml = String::from_utf8(to_xml(&statements)).unwrap();
        let inner: Vec<&str> = xml.lines().skip(2).map(str::trim).collect();
        let expected = [
            "<dc:title>Plan för å &amp; ö</dc:title>",
            "<dc:creator>Kommunfullmäktige</dc:creator>",
            "<dc:date>2014-04-09</dc:date>",
            "</oai_dc:dc>",
        ];
        assert_eq!(inner, expected);
        assert!(xml.lines().nth(1).unwrap().starts_with("<oai_dc:dc xmlns:oai_dc="));
    }
}
