//! Links that open a file in the text editor of whoever writes, at the line that is wrong.

use std::path::{Path, absolute};

/// Editors that are known by name, with the form of the addresses that they answer to.
const KNOWN: [(&str, &str); 6] = [
    ("vscode", "vscode://file/{file}:{line}:{column}"),
    ("vscode-insiders", "vscode-insiders://file/{file}:{line}:{column}"),
    ("vscodium", "vscodium://file/{file}:{line}:{column}"),
    ("zed", "zed://file/{file}:{line}:{column}"),
    ("idea", "idea://open?file={file}&line={line}"),
    ("textmate", "txmt://open?url=file://{file}&line={line}&column={column}"),
];
/// The name of no editor at all.
const NONE: &str = "none";
/// What may not stand first in an address: a browser would run what follows as the page's own.
const RUN: [&str; 3] = ["javascript", "data", "vbscript"];
/// What stands in a template for the file.
const FILE: &str = "{file}";
const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// How a file is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor {
    template: Option<String>,
}

impl Default for Editor {
    fn default() -> Self {
        Self { template: Some(KNOWN[0].1.to_owned()) }
    }
}

impl Editor {
    /// By name, or by an address with `{file}` in it, and perhaps `{line}` and `{column}`.
    pub fn parse(text: &str) -> Option<Self> {
        if text == NONE {
            return Some(Self { template: None });
        }
        let known = KNOWN.iter().find(|(name, _)| *name == text).map(|(_, template)| *template);
        let template = known.or_else(|| is_template(text).then_some(text))?;
        Some(Self { template: Some(template.to_owned()) })
    }

    /// The names that [`Editor::parse`] knows.
    pub fn names() -> impl Iterator<Item = &'static str> {
        KNOWN.iter().map(|(name, _)| *name).chain([NONE])
    }

    /// The address that opens a file of the site; line and column from 1.
    pub fn link(&self, root: &Path, file: &str, line: usize, column: usize) -> Option<String> {
        let template = self.template.as_ref()?;
        let root = absolute(root).unwrap_or_else(|_| root.to_owned());
        let path = encoded(&format!("{}/{file}", plain(&root.to_string_lossy())));
        let (before, after) = template.split_once(FILE)?;
        // `vscode://file/{file}` has the slash that a path on Linux begins with; one on Windows has none.
        let slashes = before.len() - before.trim_end_matches('/').len();
        let path = if slashes % 2 == 1 { path.strip_prefix('/').unwrap_or(&path) } else { &path };
        let after = after.replace("{line}", &line.to_string()).replace("{column}", &column.to_string());
        Some(format!("{before}{path}{after}"))
    }
}

fn is_template(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    rest.contains(FILE)
        && scheme.starts_with(|it: char| it.is_ascii_alphabetic())
        && scheme.chars().all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it))
        && !RUN.contains(&scheme.to_ascii_lowercase().as_str())
}

/// A folder with `/` between its names, and without the marks that Windows puts before a full path.
fn plain(root: &str) -> String {
    let drive = |text: &str| text.as_bytes().get(1) == Some(&b':') || text.starts_with(r"\\");
    let root = match root.strip_prefix(r"\\?\UNC\") {
        Some(share) => format!(r"\\{share}"),
        None => root.strip_prefix(r"\\?\").unwrap_or(root).to_owned(),
    };
    let root = if drive(&root) { root.replace('\\', "/") } else { root };
    root.trim_end_matches('/').to_owned()
}

/// A path as any part of an address holds it. The colon of a drive stays: editors look for it.
fn encoded(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for (at, byte) in path.bytes().enumerate() {
        let drive = at == 1 && byte == b':' && path.as_bytes()[0].is_ascii_alphabetic();
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) || drive {
            text.push(char::from(byte));
        } else {
            text.push('%');
            text.extend([byte >> 4, byte & 15].map(|digit| char::from(HEX[usize::from(digit)])));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(editor: &str, root: &str, file: &str) -> Option<String> {
        Editor::parse(editor).unwrap().link(Path::new(root), file, 3, 7)
    }

    #[test]
    fn each_known_editor_has_its_form() {
        let of = |name| link(name, "/hem/eva/styrdokument", "content/it-policy.md").unwrap();
        let file = "/hem/eva/styrdokument/content/it-policy.md";
        for name in ["vscode", "vscode-insiders", "vscodium", "zed"] {
            assert_eq!(of(name), format!("{name}://file{file}:3:7"));
        }
        assert_eq!(of("idea"), format!("idea://open?file={file}&line=3"));
        assert_eq!(of("textmate"), format!("txmt://open?url=file://{file}&line=3&column=7"));
        assert_eq!(Editor::default(), Editor::parse("vscode").unwrap());
        assert_eq!(link("none", "/x", "a.md"), None);
        assert!(Editor::names().all(|name| Editor::parse(name).is_some()));
    }

    #[test]
    fn a_path_is_encoded_whatever_it_is_called() {
        let link = link("vscode", "/hem/Åsa B/100 %/a:b", "content/dnr 1+2 & #3?.md").unwrap();
        assert_eq!(
            link,
            "vscode://file/hem/%C3%85sa%20B/100%20%25/a%3Ab/content/dnr%201%2B2%20%26%20%233%3F.md:3:7"
        );
    }

    #[test]
    fn a_path_of_windows_keeps_its_drive_and_its_share() {
        assert_eq!(plain(r"D:\Users\Eva\styr"), "D:/Users/Eva/styr");
        assert_eq!(plain(r"\\?\D:\styr"), "D:/styr");
        assert_eq!(plain(r"\\?\UNC\server\delad\styr"), "//server/delad/styr");
        assert_eq!(plain("/"), "");
        assert_eq!(plain(r"/hem/a\b"), r"/hem/a\b", "elsewhere it is a letter like others");
        assert_eq!(encoded("D:/Users/Å:b"), "D:/Users/%C3%85%3Ab");
        assert_eq!(encoded("//server/delad"), "//server/delad");
    }

    #[test]
    fn what_is_no_template_is_refused() {
        let own = Editor::parse("mitt+program://oppna?fil={file}&rad={line}").unwrap();
        let link = own.link(Path::new("/s"), "a.md", 1, 1);
        assert_eq!(link.as_deref(), Some("mitt+program://oppna?fil=/s/a.md&rad=1"));
        for wrong in [
            "",
            "word",
            "vim {file}",
            "javascript:alert('{file}')",
            "Data:{file}",
            "vscode://file",
            "{file}:",
        ] {
            assert_eq!(Editor::parse(wrong), None, "{wrong}");
        }
    }
}
