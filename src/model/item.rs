//! One Markdown file of the content folder, and what its name tells.

use crate::base::date::Approx;
use crate::base::path::SitePath;
use crate::base::text::Text;
use crate::model::front_matter::Parsed;

/// The id of a version that nobody has dated.
pub const UNDATED: &str = "odaterad";

/// One Markdown file with what its name says.
pub struct Item<'a> {
    /// The file.
    pub path: &'a SitePath,
    /// Its text; empty if it could not be read.
    pub text: Text,
    /// Its name up to the first dot.
    pub name: &'a str,
    /// The variant tag between the dots, if any.
    pub tag: Option<&'a str>,
    /// Front matter and where the text begins.
    pub parsed: Parsed,
}

/// The files of one document.
#[derive(Default)]
pub struct Group<'a> {
    /// `index.md`.
    pub index: Option<Item<'a>>,
    /// Versions and variants.
    pub items: Vec<Item<'a>>,
    /// It has a folder of its own.
    pub folder: bool,
}

/// The date that a version's file name tells, without the number of a second one that day.
pub fn date_in_name(name: &str) -> Option<Approx> {
    let whole = |text: &str| Approx::parse(text).ok().filter(|date| date.ascii() == text);
    whole(name).or_else(|| {
        let (date, number) = name.rsplit_once('-')?;
        (number.len() == 1).then(|| whole(date))?
    })
}

/// Whether a file is named as a version is.
pub fn is_version_name(name: &str) -> bool {
    name == UNDATED || date_in_name(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_tells_a_date_and_perhaps_a_number() {
        let told = |name: &str| date_in_name(name).map(Approx::ascii);
        assert_eq!(told("2014-04-09").as_deref(), Some("2014-04-09"));
        assert_eq!(told("2014-04-09-2").as_deref(), Some("2014-04-09"));
        assert_eq!(told("2014-ht").as_deref(), Some("2014-ht"));
        assert_eq!(told("2014-2").as_deref(), Some("2014"));
        assert_eq!(told("it-policy"), None);
        assert_eq!(told("2014-02-30"), None);
    }
}
