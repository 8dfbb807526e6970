//! What shuts readers out: headings, tables, links and passages that say too little to those who
//! listen, enlarge or cannot turn pages. Looks on while a text is scanned; nothing is parsed anew.

use std::ops::Range;

use comrak::nodes::{AstNode, NodeValue, Sourcepos};

use crate::base::fault::Code;
use crate::render::capitals;
use crate::render::exchange::Lines;
use crate::render::exchange::TextFault;
use crate::render::foreign;
use crate::render::foreign::Tongue;
use crate::render::link_words;
use crate::render::links::plain_text;
use crate::render::marked::Marked;
use crate::render::page_reference;
use crate::render::passage::Passage;
use crate::render::table::has_cells;

/// More columns than this are hard to follow. A line holds about 65 characters, so an eighth column
/// leaves eight to each, less than a Swedish word; in double size or on a phone all but two are out
/// of sight; and who listens must keep the columns in mind. A note and no warning: a year by months
/// may have to be that wide, and the page lets it scroll.
const MOST_COLUMNS: usize = 7;

/// Looks on as the tree of a text is walked.
pub(crate) struct Legible {
    pub(crate) faults: Vec<TextFault>,
    tongue: Option<Tongue>,
    /// The last heading's level, as written.
    level: Option<u8>,
    passage: Passage,
    marked: Marked,
    /// Some words of the passage stand where HTML names a language.
    has_marked: bool,
    /// The fault of the last passage that could be told, if it was foreign: a chapter in another
    /// language is one fault.
    foreign: Option<usize>,
}

impl Legible {
    /// `lang` is the language that the page will say the text is in.
    pub(crate) fn new(lang: &str) -> Self {
        Self {
            faults: Vec::new(),
            tongue: Tongue::of_tag(lang),
            level: None,
            passage: Passage::default(),
            marked: Marked::default(),
            has_marked: false,
            foreign: None,
        }
    }

    pub(crate) fn enter<'a>(&mut self, node: &'a AstNode<'a>, lines: &Lines) {
        let data = node.data();
        match &data.value {
            NodeValue::Paragraph | NodeValue::TableCell => self.open(),
            NodeValue::Heading(heading) => {
                self.heading(node, heading.level, || lines.range(data.sourcepos));
                self.open();
            }
            NodeValue::Text(text) => {
                self.has_marked |= self.marked.is_open();
                self.passage.words(text, data.sourcepos);
            }
            NodeValue::SoftBreak | NodeValue::LineBreak => self.passage.space(),
            NodeValue::Code(_) | NodeValue::Image(_) => self.passage.other(),
            NodeValue::HtmlInline(html) => {
                self.marked.pass(html);
                self.passage.space();
            }
            NodeValue::HtmlBlock(html) => self.marked.pass(&html.literal),
            NodeValue::Link(_) => {
                self.passage.open_link();
                self.link(&plain_text(node), || lines.range(data.sourcepos));
            }
            NodeValue::Table(table) => self.table(node, table.num_columns, lines),
            _ => {}
        }
    }

    pub(crate) fn leave<'a>(&mut self, node: &'a AstNode<'a>, lines: &Lines) {
        let data = node.data();
        match &data.value {
            NodeValue::Link(_) => self.passage.close_link(),
            NodeValue::Heading(_) => self.read(true, data.sourcepos, lines),
            NodeValue::Paragraph | NodeValue::TableCell => self.read(false, data.sourcepos, lines),
            _ => {}
        }
    }

    fn open(&mut self) {
        self.passage.clear();
        self.has_marked = false;
    }

    fn tell(&mut self, code: Code, range: Range<usize>, arguments: &[(&'static str, &str)]) {
        let arguments = arguments.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        self.faults.push(TextFault { code, range, arguments });
    }

    /// The first heading may have any level: a text may stand a step lower throughout.
    fn heading<'a>(&mut self, node: &'a AstNode<'a>, level: u8, range: impl Fn() -> Range<usize>) {
        // An image in a heading is its words, and has a fault of its own if it lacks a description.
        let has_image = || node.descendants().any(|inner| matches!(inner.data().value, NodeValue::Image(_)));
        if plain_text(node).trim().is_empty() && !has_image() {
            return self.tell(Code::EmptyHeading, range(), &[]);
        }
        if let Some(above) = self.level.filter(|above| level > above + 1) {
            let [from, to] = [above, level].map(|level| "#".repeat(level.into()));
            self.tell(Code::SkippedLevel, range(), &[("from", &from), ("to", &to)]);
        }
        self.level = Some(level);
    }

    fn link(&mut self, words: &str, range: impl Fn() -> Range<usize>) {
        if link_words::says_nothing(words) {
            self.tell(Code::VagueLink, range(), &[("text", words.trim())]);
        } else if link_words::is_long_address(words) {
            self.tell(Code::AddressLink, range(), &[("text", words.trim())]);
        }
    }

    fn table<'a>(&mut self, table: &'a AstNode<'a>, columns: usize, lines: &Lines) {
        let Some(head) = table.first_child() else { return };
        let range = || lines.range(head.data().sourcepos);
        if !has_cells(head) {
            self.tell(Code::TableNoHead, range(), &[]);
        }
        if columns > MOST_COLUMNS {
            self.tell(Code::WideTable, range(), &[("columns", &columns.to_string())]);
        }
    }

    /// A passage has ended: reads its words.
    fn read(&mut self, heading: bool, place: Sourcepos, lines: &Lines) {
        let text = self.passage.text();
        if let Some(run) = capitals::shouted(text, heading) {
            let range = self.passage.written(&run, lines);
            self.tell(Code::Capitals, range, &[]);
        }
        // A reference that is a link leads there, whatever it says.
        let found = page_reference::find(self.passage.text());
        for reference in found.into_iter().filter(|it| !self.passage.is_linked(it)) {
            let words = self.passage.text()[reference.clone()].to_owned();
            let range = self.passage.written(&reference, lines);
            self.faults.push(TextFault {
                code: Code::PageReference,
                range,
                arguments: vec![("text", words)],
            });
        }
        self.foreign(place, lines);
    }

    fn foreign(&mut self, place: Sourcepos, lines: &Lines) {
        let Some(own) = self.tongue else { return };
        let Some(found) = foreign::tongue(self.passage.text()).filter(|_| !self.has_marked) else { return };
        if found == own {
            self.foreign = None;
            return;
        }
        let range = lines.range(place);
        if let Some(before) = self.foreign {
            self.faults[before].range.end = range.end;
            return;
        }
        self.foreign = Some(self.faults.len());
        self.tell(Code::ForeignPassage, range, &[("language", found.tag())]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::markdown;

    const ENGLISH: &str = "The municipality of Sundhamra is responsible for the schools, and for the care of those who are old.";

    /// The faults of a text as code and place, written as they stand.
    #[track_caller]
    fn check_in(lang: &str, text: &str, expected: &[(Code, &str)]) {
        let mut faults = markdown::scan(text, lang).faults;
        faults.sort_by_key(|fault| fault.range.start);
        let found: Vec<_> = faults.iter().map(|fault| (fault.code, &text[fault.range.clone()])).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[track_caller]
    fn check(text: &str, expected: &[(Code, &str)]) {
        check_in("sv", text, expected);
    }

    #[test]
    fn headings_that_skip_a_level_or_say_nothing() {
        check("## Ett\n\n#### Två\n\n#### Tre\n", &[(Code::SkippedLevel, "#### Två")]);
        check("# Ett\n\n### Två\n\n## Tre\n\n### Fyra\n", &[(Code::SkippedLevel, "### Två")]);
        check("### Ett\n\n#### Två\n\n## Tre\n", &[]);
        check("Ett\n===\n\nTvå\n---\n\n### Tre\n\n# Fyra\n", &[]);
        check("## Ett\n\n##\n\n#### Två\n", &[(Code::EmptyHeading, "##"), (Code::SkippedLevel, "#### Två")]);
        check("å\n\n## [^1]\n\n[^1]: Not.\n", &[(Code::EmptyHeading, "## [^1]")]);
        check("## ![](a.png)\n", &[(Code::MissingAlt, "![](a.png)")]);
        check("## ![Karta](a.png)\n\n## `a`\n\n## <namn>\n", &[]);
    }

    #[test]
    fn tables_without_head_and_those_that_are_too_wide() {
        check("Ö\n\n| | |\n|-|-|\n| a | b |\n", &[(Code::TableNoHead, "| | |")]);
        check("| | År |\n|-|-|\n| a | b |\n", &[]);
        let wide = |columns: usize| format!("{}\n{}\n", "|a".repeat(columns), "|-".repeat(columns));
        check(&wide(7), &[]);
        check(&wide(8), &[(Code::WideTable, "|a|a|a|a|a|a|a|a")]);
    }

    #[test]
    fn links_that_do_not_say_where_they_lead() {
        check("Å, [läs *mer*](a) och [läs mer om å](b).", &[(Code::VagueLink, "[läs *mer*](a)")]);
        check("[![här](a.png)](b) [![Karta](a.png)](b)", &[(Code::VagueLink, "[![här](a.png)](b)")]);
        check(
            "[här][x] [](b) [![](a.png)](b)\n\n[x]: y\n",
            &[(Code::VagueLink, "[här][x]"), (Code::MissingAlt, "![](a.png)")],
        );
        check("å <https://x.se/a/b> <https://x.se> <a@b.se>", &[(Code::AddressLink, "<https://x.se/a/b>")]);
        check(
            "[www.x.se/a?b=c](https://www.x.se/a?b=c)",
            &[(Code::AddressLink, "[www.x.se/a?b=c](https://www.x.se/a?b=c)")],
        );
        check("https://x.se/a/b och `https://x.se/a/b` ![här](a.png)", &[]);
    }

    #[test]
    fn passages_are_read_across_lines_and_marks() {
        check("Å **LÄS DETTA\nFÖRST** ä", &[(Code::Capitals, "LÄS DETTA\nFÖRST")]);
        check("> - Å LÄS DETTA *FÖRST*, ä\n", &[(Code::Capitals, "LÄS DETTA *FÖRST")]);
        check("| a |\n|-|\n| å LÄS DETTA FÖRST |\n", &[(Code::Capitals, "LÄS DETTA FÖRST")]);
        check(
            "## ALLMÄNNA BESTÄMMELSER\n\nALLMÄNNA BESTÄMMELSER\n",
            &[(Code::Capitals, "ALLMÄNNA BESTÄMMELSER")],
        );
        check("`LÄS DETTA FÖRST`, LÄS `DETTA` FÖRST\n\n    LÄS DETTA FÖRST\n", &[]);
        check("Å (se\nsid&nbsp;11) ä", &[(Code::PageReference, "se\nsid&nbsp;11) ä")]);
        check("å \\* se sid 11 ä [se sidan 12](#x), se [s. 4](#y)", &[(Code::PageReference, "se sid 11")]);
        check("Ord[^1]\n\n[^1]: Se sidan 3.\n", &[(Code::PageReference, "Se sidan 3")]);
    }

    #[test]
    fn passages_in_another_language_are_told_once_for_all_that_follow() {
        let two = format!("{ENGLISH}\n\n## Schools\n\n- {ENGLISH}");
        let swedish =
            "Kommunen ansvarar för skolan och för att alla som är gamla får den vård som de behöver.";
        check(&format!("{swedish}\n\n{two}\n\n{swedish}\n"), &[(Code::ForeignPassage, &two)]);
        check(
            &format!("> {ENGLISH}\n\n{swedish}\n\n{ENGLISH}\n"),
            &[(Code::ForeignPassage, ENGLISH), (Code::ForeignPassage, ENGLISH)],
        );
        check_in("en", &format!("{ENGLISH}\n\n{swedish}\n"), &[(Code::ForeignPassage, swedish)]);
        check_in("fi", &format!("{ENGLISH}\n\n{swedish}\n"), &[]);
        check_in("lattlast", ENGLISH, &[(Code::ForeignPassage, ENGLISH)]);
    }

    #[test]
    fn a_passage_whose_language_is_named_is_right() {
        check(&format!("<div lang=\"en\">\n\n{ENGLISH}\n\n</div>\n"), &[]);
        check(
            &format!("<span lang=\"en\">{ENGLISH}</span>\n\n{ENGLISH}\n"),
            &[(Code::ForeignPassage, ENGLISH)],
        );
        check(&format!("<div>\n\n{ENGLISH}\n\n</div>\n"), &[(Code::ForeignPassage, ENGLISH)]);
    }
}
