//! What people did to a document after it was published, as its `metadata.json` tells: texts corrected, the document
//! taken down.

use jiff::Timestamp;
use serde_json::Value;

use crate::base::sweden;

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A published text was corrected.
    Corrected,
    /// The document was taken down from the website.
    Withdrawn,
}

/// Something that somebody did, and said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// What.
    pub act: Act,
    /// When: a day, or as much as is known, as EDTF writes it.
    pub date: String,
    /// By whom.
    pub by: Option<String>,
    /// What was corrected, or why it was taken down.
    pub what: String,
    /// With what right.
    pub mandate: Option<String>,
    /// The version that was corrected.
    pub version: Option<String>,
    /// The page of that version, or of the document.
    pub page: String,
}

/// All that was done until a moment; what nobody dated is left out, since nobody knows when it happened. Days are
/// those of Sweden, as people date what they do.
pub fn deeds(metadata: &Value, until: Timestamp) -> Vec<Deed> {
    let versions = metadata["versions"].as_array().into_iter().flatten();
    let corrections = versions.flat_map(|version| {
        let all = version["corrections"].as_array().into_iter().flatten();
        all.filter_map(move |it| deed(Act::Corrected, it, version))
    });
    let withdrawal = deed(Act::Withdrawn, &metadata["withdrawn"], metadata);
    let last = sweden::day(until).to_string();
    corrections.chain(withdrawal).filter(|deed| first(&deed.date) <= &*last).collect()
}

/// `whole` is what it was done to: a version or the document.
fn deed(act: Act, told: &Value, whole: &Value) -> Option<Deed> {
    let text = |key: &str| told[key].as_str().map(str::to_owned);
    let (what, version) = match act {
        Act::Corrected => (text("what"), whole["id"].as_str().map(str::to_owned)),
        Act::Withdrawn => (text("reason"), None),
    };
    Some(Deed {
        act,
        date: edtf(&text("date")?),
        by: text("by"),
        what: what.unwrap_or_default(),
        mandate: text("mandate"),
        version,
        page: format!("{}index.html", whole["path"].as_str().unwrap_or_default()),
    })
}

/// A date as other archives read it: half a year is from a month to a month.
pub fn edtf(date: &str) -> String {
    match date.split_once('-') {
        Some((year, "vt")) => format!("{year}-01/{year}-06"),
        Some((year, "ht")) => format!("{year}-07/{year}-12"),
        _ => date.to_owned(),
    }
}

/// Its first day, month or year.
pub fn first(date: &str) -> &str {
    date.split('/').next().unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_was_done_is_told_when_it_is_dated_and_over() {
        let metadata = json!({
            "path": "dokument/a/",
            "versions": [{
                "id": "2014",
                "path": "dokument/a/2014/",
                "corrections": [
                    { "date": "2015-ht", "by": "KS", "what": "Ett fel", "mandate": "FL 36 §" },
                    { "date": null, "what": "Odaterad" },
                ],
            }],
            "withdrawn": { "date": "2019", "by": null, "reason": "Sekretess" },
        });
        let told = |until: &str| deeds(&metadata, until.parse().unwrap());
        assert_eq!(told("2015-07-01T09:00:00Z").len(), 1, "it has begun");
        let correction = Deed {
            act: Act::Corrected,
            date: "2015-07/2015-12".into(),
            by: Some("KS".into()),
            what: "Ett fel".into(),
            mandate: Some("FL 36 §".into()),
            version: Some("2014".into()),
            page: "dokument/a/2014/index.html".into(),
        };
        let withdrawal = Deed {
            act: Act::Withdrawn,
            date: "2019".into(),
            by: None,
            what: "Sekretess".into(),
            mandate: None,
            version: None,
            page: "dokument/a/index.html".into(),
        };
        assert_eq!(told("2018-12-31T09:00:00Z"), std::slice::from_ref(&correction));
        assert_eq!(told("2018-12-31T22:59:59Z").len(), 1);
        assert_eq!(told("2018-12-31T23:00:00Z"), [correction, withdrawal], "it is 2019 in Sweden");
        assert_eq!(deeds(&json!({}), "2026-01-01T09:00:00Z".parse().unwrap()), []);
    }
}
