//! Which pages of its own archive a page leads to. Archived pages are read from a disk, so their links name files.

use std::collections::BTreeSet;

use crate::compare::token::unescape;
use crate::model::address::decode;

/// What the pages of an archive end in.
const PAGE: &str = ".html";

/// The pages below the same root that the page at a path leads to, as paths from that root.
pub fn inner_links(path: &str, html: &str) -> BTreeSet<String> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let values = html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    values.filter_map(|value| target(folder, value)).collect()
}

/// The page that a link from a folder leads to; none if that is elsewhere, or no page.
fn target(folder: &str, value: &str) -> Option<String> {
    let link = unescape(value).replace("&#x27;", "'").replace("&#39;", "'");
    let link = link.split(['#', '?']).next().unwrap_or_default();
    let first = link.split('/').next().unwrap_or_default();
    if link.is_empty() || first.is_empty() || first.contains(':') {
        return None;
    }
    let link = if link.ends_with('/') { format!("{link}index.html") } else { link.to_owned() };
    let mut segments: Vec<String> =
        folder.split('/').filter(|it| !it.is_empty()).map(str::to_owned).collect();
    for segment in link.split('/') {
        match segment {
            "." => {}
            ".." => drop(segments.pop()?),
            name => segments.push(decode(name)),
        }
    }
    Some(segments.join("/")).filter(|path| path.ends_with(PAGE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_followed_within_the_archive_only() {
        let of = |link: &str| {
            let page = format!("<p><a class=\"x\" href=\"{link}\">a</a> href=&quot;../b.html&quot;</p>");
            inner_links("dokument/a/2014/index.html", &page).into_iter().next()
        };
        let cases = [
            ("../../b/index.html#del", Some("dokument/b/index.html")),
            ("../index.html", Some("dokument/a/index.html")),
            ("../../../index.html", Some("index.html")),
            ("./x/", Some("dokument/a/2014/x/index.html")),
            ("r%C3%A5d%20&amp;%20r&#x27;n/index.html", Some("dokument/a/2014/råd & r'n/index.html")),
            ("../../../../utanför.html", None),
            ("#del", None),
            ("?x", None),
            ("", None),
            ("/rot.html", None),
            ("//example.se/a.html", None),
            ("https://example.se/a.html", None),
            ("mailto:a@example.se", None),
            ("data:,", None),
            ("../a.pdf", None),
        ];
        for (link, expected) in cases {
            assert_eq!(of(link).as_deref(), expected, "{link}");
        }
    }
}
