//! Which format a file has, by its name: its media type, and its number in PRONOM, the register that archives use.

/// A format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Format {
    /// The media type.
    pub media_type: String,
    /// The number in PRONOM. None where the name does not tell which version of a format it is: a number that
    /// may be wrong is worse than none.
    pub pronom: Option<&'static str>,
}

/// The formats whose names tell their numbers.
const KNOWN: [(&str, &str); 8] = [
    ("css", "x-fmt/224"),
    ("csv", "x-fmt/18"),
    ("html", "fmt/471"),
    ("json", "fmt/817"),
    ("md", "fmt/1149"),
    ("txt", "x-fmt/111"),
    ("xml", "fmt/101"),
    ("zip", "x-fmt/263"),
];

/// The format of a file.
pub fn format(path: &str) -> Format {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default();
    let media_type = mime_guess::from_ext(&extension).first_or_octet_stream().essence_str().to_owned();
    let known = KNOWN.iter().find(|(known, _)| *known == extension);
    Format { media_type, pronom: known.map(|(_, pronom)| *pronom) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_format() {
        let told = |path: &str| {
            let format = format(path);
            (format.media_type, format.pronom)
        };
        assert_eq!(told("dokument/a/index.html"), ("text/html".into(), Some("fmt/471")));
        assert_eq!(told("source/content/a.md"), ("text/markdown".into(), Some("fmt/1149")));
        assert_eq!(told("a/Protokoll.PDF"), ("application/pdf".into(), None));
        assert_eq!(told("a.b/fil"), ("application/octet-stream".into(), None));
    }
}
