//! Which addresses a text may link to: those that no browser runs.

/// The schemes that a text may link to.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Whether an address has no scheme or one of the four that cannot run anything.
/// Read as a browser does: control characters and spaces are not there, case does not matter.
pub(crate) fn is_safe(address: &str) -> bool {
    let Some(colon) = address.bytes().position(|byte| matches!(byte, b':' | b'/' | b'?' | b'#' | b'\\'))
    else {
        return true;
    };
    if address.as_bytes()[colon] != b':' {
        return true;
    }
    let scheme: String = address[..colon].chars().filter(|c| *c > ' ' && !c.is_control()).collect();
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    !is_scheme || SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_four_schemes_are_safe() {
        for good in [
            "a.md",
            "#x",
            "../a:b",
            "/a:b",
            "?a:b",
            "//x.se",
            "2015:7.pdf",
            "HTTPS://x.se",
            "mailto:a@b.se",
            "tel:+46",
        ] {
            assert!(is_safe(good), "{good}");
        }
        for bad in [
            "javascript:1",
            " JaVa\tScript\n:1",
            "\u{1}javascript:1",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc",
            "ftp://x",
            "blob:x",
        ] {
            assert!(!is_safe(bad), "{bad}");
        }
    }
}
