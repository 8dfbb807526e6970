//! Faults as a list in a page: the file and line to open, the line itself, what is wrong, why it matters,
//! how to mend it.

use std::collections::BTreeMap;
use std::path::Path;

use crate::base::fault::{Fault, Severity};
use crate::base::snapshot::Snapshot;
use crate::base::text::Digest;
use crate::shell::markup::escaped;
use crate::shell::preview::editor::Editor;
use crate::shell::spot::{Position, Spot, line_argument};
use crate::shell::words::Words;

/// So many characters of a long line are shown on each side of the fault.
const BESIDE: usize = 80;

/// What a list of faults is told with.
#[derive(Clone, Copy)]
pub struct Panel<'a> {
    /// The language.
    pub words: &'a Words,
    /// The files that the faults stand in.
    pub snapshot: &'a Snapshot,
    /// The site's folder.
    pub root: &'a Path,
    /// What opens a file.
    pub editor: &'a Editor,
}

impl Panel<'_> {
    /// The faults, in their order, at most so many; `level` is that of their headings.
    pub fn list(&self, faults: &[Fault], level: u8, most: usize) -> String {
        if faults.is_empty() {
            return String::new();
        }
        let mut ids = BTreeMap::new();
        let items: String =
            faults.iter().take(most).map(|fault| self.item(fault, level, &id(fault, &mut ids))).collect();
        let left = faults.len().saturating_sub(most);
        let more = if left == 0 {
            String::new()
        } else {
            let more = self.words.say("preview-more-faults", &[("n", left.into())]);
            format!("<p>{}</p>\n", escaped(&more))
        };
        format!("<ol class=\"stadga-faults\">\n{items}</ol>\n{more}")
    }

    fn item(&self, fault: &Fault, level: u8, id: &str) -> String {
        let said = self.words.fault(fault);
        let rule = fault.code.rule();
        let (kind, name) = match rule.severity {
            Severity::Error => ("error", "level-error"),
            Severity::Warning => ("warning", "level-warning"),
            Severity::Note => ("note", "level-note"),
        };
        let name = escaped(&self.words.text(name));
        let place = self.place(fault, id);
        let line = self.line(fault).unwrap_or_default();
        let [what, why, mend] = [said.what, said.why, said.mend].map(|text| escaped(&text));
        format!(
            "<li class=\"stadga-fault stadga-{kind}\">\n\
             <h{level}><span class=\"stadga-level\">{name}</span> {what}</h{level}>\n\
             {place}{line}<p>{why}</p>\n<p class=\"stadga-mend\">{mend}</p>\n</li>\n"
        )
    }

    /// Where it stands, as a link to the editor, by which the script finds it again.
    fn place(&self, fault: &Fault, id: &str) -> String {
        let Some(at) = &fault.place else { return String::new() };
        let start = Position::of_place(at, self.snapshot).map(|(start, _)| start);
        let line = start.map(|start| start.line).or_else(|| line_argument(fault));
        let file = at.path.as_str();
        let arguments = [
            ("file", file.into()),
            ("line", line.map_or_else(|| "none".to_owned(), |line| line.to_string()).into()),
        ];
        let column = start.map_or(1, |start| start.column);
        let place = match self.editor.link(self.root, file, line.unwrap_or(1), column) {
            Some(address) => {
                let open = self.words.say("preview-open", &arguments);
                format!("<a id=\"{id}\" href=\"{}\">{}</a>", escaped(&address), escaped(&open))
            }
            None => escaped(&self.words.say("preview-place", &arguments)),
        };
        let number = fault.code.rule().number;
        format!("<p class=\"stadga-place\">{place} <span class=\"stadga-number\">{number}</span></p>\n")
    }

    /// The line with the fault marked in it.
    fn line(&self, fault: &Fault) -> Option<String> {
        let spot = Spot::find(fault.place.as_ref()?, self.snapshot)?;
        let (before, marked) = (&spot.text[..spot.start], &spot.text[spot.start..spot.end]);
        if spot.text.trim().is_empty() {
            return None;
        }
        let [before, after] = [last_of(before.trim_start()), first_of(&spot.text[spot.end..])];
        let marked = escaped(&first_of(marked));
        let marked = if marked.is_empty() { marked } else { format!("<mark>{marked}</mark>") };
        Some(format!(
            "<pre class=\"stadga-source\"><code>{}{marked}{}</code></pre>\n",
            escaped(&before),
            escaped(&after)
        ))
    }
}

/// A name for a fault that it keeps when what stands before it changes.
fn id(fault: &Fault, given: &mut BTreeMap<String, usize>) -> String {
    let file = fault.place.as_ref().map(|place| place.path.as_str());
    let what = Digest::of(format!("{file:?} {:?}", fault.arguments).as_bytes()).hex(8);
    let id = format!("stadga--{}-{what}", fault.code.rule().number);
    let nth = given.entry(id.clone()).or_default();
    *nth += 1;
    if *nth == 1 { id } else { format!("{id}-{nth}") }
}

fn first_of(text: &str) -> String {
    match text.char_indices().nth(BESIDE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.trim_end().to_owned(),
    }
}

fn last_of(text: &str) -> String {
    match text.char_indices().nth_back(BESIDE) {
        Some((before, _)) => format!("…{}", &text[text.ceil_char_boundary(before + 1)..]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::Date;
    use crate::base::fault::Code;
    use crate::base::path::SitePath;
    use crate::base::snapshot::Source;
    use crate::base::text::Text;
    use crate::shell::words::Language;

    fn told(text: &str, fault: &Fault, editor: &str) -> String {
        let mut snapshot = Snapshot::new(Date::default());
        snapshot.files.insert(SitePath::new("content/it-policy.md"), Source::Text(Text::new(text)));
        let words = Words::of(Language::Swedish);
        let editor = Editor::parse(editor).unwrap();
        let panel = Panel { words, snapshot: &snapshot, root: Path::new("/styr"), editor: &editor };
        panel.list(std::slice::from_ref(fault), 3, 9)
    }

    fn at(range: std::ops::Range<usize>) -> Fault {
        let path = SitePath::new("content/it-policy.md");
        Fault::new(Code::UnknownKey).at_range(&path, range).with("key", "<titel>").with("nearest", "title")
    }

    #[test]
    fn a_fault_tells_all_it_knows_and_escapes_it() {
        let html = told("+++\nåäö = 1\n<titel> = \"IT & A\"\n+++\n", &at(15..22), "vscode");
        assert_eq!(
            html,
            "<ol class=\"stadga-faults\">\n<li class=\"stadga-fault stadga-error\">\n\
             <h3><span class=\"stadga-level\">fel</span> Stadga känner inte till uppgiften ”&lt;titel&gt;”</h3>\n\
             <p class=\"stadga-place\"><a id=\"stadga--S023-9446defd\" href=\"vscode://file/styr/content/it-policy.md:3:1\">Öppna \
             content/it-policy.md, rad 3</a> <span class=\"stadga-number\">S023</span></p>\n\
             <pre class=\"stadga-source\"><code><mark>&lt;titel&gt;</mark> = &quot;IT &amp; A&quot;</code></pre>\n\
             <p>En felstavad uppgift skulle annars försvinna utan att någon märker det.</p>\n\
             <p class=\"stadga-mend\">Menade du ”title”?</p>\n</li>\n</ol>\n"
        );
    }

    #[test]
    fn without_an_editor_the_place_is_told() {
        let html = told("+++\nåäö = 1\n", &at(4..7), "none");
        assert!(html.contains(">content/it-policy.md, rad 2 <"), "{html}");
        assert!(!html.contains("href"), "{html}");
    }

    #[test]
    fn a_long_line_is_cut_around_the_fault() {
        let line = format!("{}HÄR{}", "å ".repeat(500), " ö".repeat(500));
        let html = told(&line, &at(1500..1504), "none");
        let shown = html.split("<code>").nth(1).unwrap().split("</code>").next().unwrap();
        assert!(
            shown.starts_with('…') && shown.ends_with('…') && shown.contains("<mark>HÄR</mark>"),
            "{shown}"
        );
        assert!(shown.chars().count() < 200, "{shown}");
    }

    #[test]
    fn odd_ranges_are_no_panic() {
        for (start, end) in [(0, 0), (1, 1), (1, 99), (99, 120), (3, 2), (5, 6), (2, 3)] {
            let mut fault = at(0..0);
            fault.place.as_mut().unwrap().range = Some((start, end));
            told("å\n\nö", &fault, "vscode");
        }
        assert!(told("x", &Fault::new(Code::NoBaseUrl), "vscode").contains("stadga-note"));
    }

    #[test]
    fn what_is_too_much_is_counted() {
        let snapshot = Snapshot::new(Date::default());
        let (words, editor) = (Words::of(Language::Swedish), Editor::default());
        let panel = Panel { words, snapshot: &snapshot, root: Path::new("/"), editor: &editor };
        let html = panel.list(&vec![Fault::new(Code::NoBaseUrl); 12], 3, 10);
        assert_eq!(html.matches("<li").count(), 10);
        assert!(html.contains("2 till"), "{html}");
        assert_eq!(panel.list(&[], 3, 10), "");
    }
}
