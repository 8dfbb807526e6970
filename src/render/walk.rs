//! The walk over the tree that writes a text as HTML: one function per edge, no recursion.

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{
    AlertType, AstNode, ListDelimType, ListType, NodeAlert, NodeCodeBlock, NodeList, NodeValue,
};

use crate::base::text::Digest;
use crate::render::exchange::Rendered;
use crate::render::exchange::Target;
use crate::render::exchange::Words;
use crate::render::footnote;
use crate::render::heading::Heading;
use crate::render::highlight;
use crate::render::html::Html;
use crate::render::html::fill;
use crate::render::sanitize;
use crate::render::survey::Place;
use crate::render::survey::Survey;
use crate::render::table::Tables;

/// Writes a text whose tree has been surveyed.
pub(crate) fn render<'a>(
    root: &'a AstNode<'a>,
    markdown: &str,
    survey: &Survey,
    targets: &[Target],
    words: &Words,
) -> Rendered {
    let seal = survey.has_raw.then(|| sanitize::seal(Digest::of(markdown.as_bytes())));
    let mut writer = Writer {
        html: Html::with_capacity(markdown.len() + markdown.len() / 2, seal.clone()),
        survey,
        words,
        targets: targets.iter(),
        headings: survey.headings.iter(),
        under: None,
        heading: None,
        number: None,
        task: None,
        skip: None,
        links: Vec::new(),
        tables: Tables::default(),
        note: 0,
        back_due: false,
        has_code: false,
    };
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) if writer.skip.is_none() => writer.enter(node),
            NodeEdge::End(node) => match writer.skip {
                None => writer.leave(node),
                Some(skipped) if skipped.same_node(node) => writer.skip = None,
                Some(_) => {}
            },
            NodeEdge::Start(_) => {}
        }
    }
    debug_assert_eq!(writer.headings.len(), 0, "the survey and the walk see the same headings");
    let has_code = writer.has_code;
    let html = writer.html.finish();
    let html = match seal {
        Some(seal) => sanitize::clean(&html, seal, survey.ids()),
        None => html,
    };
    let outline = survey.headings.iter().filter_map(|place| match place {
        Place::Heading(heading) => Some(heading.clone()),
        Place::Title | Place::Wordless => None,
    });
    Rendered { html, outline: outline.collect(), has_code }
}

/// What the walk must remember between edges.
pub(crate) struct Writer<'w, 'a> {
    pub(crate) html: Html,
    survey: &'w Survey,
    words: &'w Words,
    pub(crate) targets: std::slice::Iter<'w, Target>,
    headings: std::slice::Iter<'w, Place>,
    /// The heading that the text now stands under.
    under: Option<&'w Heading>,
    /// The heading being written; none while one without words is.
    heading: Option<&'w Heading>,
    /// A number that the next words begin with.
    pub(crate) number: Option<&'w str>,
    /// A task whose state stands before the next words: done or not.
    task: Option<bool>,
    /// A node that is written already: nothing below it is.
    pub(crate) skip: Option<&'a AstNode<'a>>,
    /// Open links, and whether each is written as one.
    pub(crate) links: Vec<bool>,
    tables: Tables,
    /// The footnote being written, from 1.
    note: u32,
    /// Its ways back are not written yet.
    back_due: bool,
    has_code: bool,
}

impl<'a> Writer<'_, 'a> {
    fn enter(&mut self, node: &'a AstNode<'a>) {
        match &node.data().value {
            NodeValue::Paragraph => self.open_paragraph(node),
            NodeValue::Heading(_) => self.open_heading(node),
            NodeValue::Text(text) => self.text(text),
            NodeValue::SoftBreak => self.html.raw("\n"),
            NodeValue::LineBreak => self.html.raw("<br>\n"),
            NodeValue::Emph => self.html.raw("<em>"),
            NodeValue::Strong => self.html.raw("<strong>"),
            NodeValue::Strikethrough => self.html.raw("<s>"),
            NodeValue::Code(code) => {
                self.number = None;
                self.html.raw("<code>");
                self.html.text(&code.literal);
                self.html.raw("</code>");
            }
            NodeValue::Link(link) => self.open_link(node, link),
            NodeValue::Image(link) => self.image(node, link),
            NodeValue::FootnoteReference(mark) => {
                let in_link = self.links.contains(&true);
                footnote::mark(&mut self.html, mark.ix, mark.ref_num, in_link, self.words);
            }
            NodeValue::HtmlInline(html) if sanitize::is_words(html) => self.text(html),
            NodeValue::HtmlInline(html) => self.html.raw(sanitize::inline(html)),
            NodeValue::HtmlBlock(html) => self.html_block(&html.literal),
            NodeValue::CodeBlock(code) => self.code_block(code),
            NodeValue::ThematicBreak => self.block("<hr>\n"),
            NodeValue::BlockQuote => self.block("<blockquote>\n"),
            NodeValue::List(list) => self.open_list(list),
            NodeValue::Item(_) => self.block("<li>"),
            NodeValue::TaskItem(task) => {
                self.html.line();
                self.html.tag("li", &[("class", "task")]);
                self.task = Some(task.symbol.is_some());
                let begins_with_words = node
                    .first_child()
                    .is_some_and(|first| matches!(first.data().value, NodeValue::Paragraph));
                if !begins_with_words {
                    self.task_state();
                }
            }
            NodeValue::DescriptionList => self.block("<dl>\n"),
            NodeValue::DescriptionTerm => self.block("<dt>"),
            NodeValue::DescriptionDetails => self.block("<dd>"),
            NodeValue::Alert(alert) => self.open_alert(alert),
            NodeValue::Table(_) => {
                let under = self.under.map(Heading::label);
                self.tables.open(&mut self.html, node, under.as_deref(), self.words);
            }
            NodeValue::TableRow(head) if self.tables.skips(*head) => self.skip = Some(node),
            NodeValue::TableRow(head) => self.tables.open_row(&mut self.html, *head),
            NodeValue::TableCell => self.tables.open_cell(&mut self.html, node),
            NodeValue::FootnoteDefinition(_) => {
                self.note += 1;
                self.back_due = true;
                if self.note == 1 {
                    footnote::open(&mut self.html, self.words);
                }
                footnote::open_note(&mut self.html, self.note);
            }
            // The document, list items of definition lists, and what is not switched on.
            _ => {}
        }
    }

    fn leave(&mut self, node: &'a AstNode<'a>) {
        match &node.data().value {
            NodeValue::Paragraph => self.close_paragraph(node),
            NodeValue::Heading(_) => self.close_heading(),
            NodeValue::Emph => self.html.raw("</em>"),
            NodeValue::Strong => self.html.raw("</strong>"),
            NodeValue::Strikethrough => self.html.raw("</s>"),
            NodeValue::Link(_) => self.close_link(),
            NodeValue::BlockQuote => self.block("</blockquote>\n"),
            NodeValue::List(list) => {
                self.block(if list.list_type == ListType::Ordered { "</ol>\n" } else { "</ul>\n" });
            }
            NodeValue::Item(_) | NodeValue::TaskItem(_) => self.html.raw("</li>\n"),
            NodeValue::DescriptionList => self.block("</dl>\n"),
            NodeValue::DescriptionTerm => self.html.raw("</dt>\n"),
            NodeValue::DescriptionDetails => self.html.raw("</dd>\n"),
            NodeValue::Alert(_) => self.block("</div>\n"),
            NodeValue::Table(_) => self.tables.close(&mut self.html),
            NodeValue::TableRow(head) => Tables::close_row(&mut self.html, *head),
            NodeValue::TableCell => Tables::close_cell(&mut self.html, node),
            NodeValue::FootnoteDefinition(_) => {
                if std::mem::take(&mut self.back_due) && self.survey.footnotes.has_marks(self.note) {
                    self.html.line();
                    self.html.raw("<p>");
                    footnote::back(&mut self.html, self.note, &self.survey.footnotes, self.words);
                    self.html.raw("</p>\n");
                }
                self.html.raw("</li>\n");
                if self.note == self.survey.footnotes.defined {
                    footnote::close(&mut self.html);
                }
            }
            _ => {}
        }
    }

    /// A fixed tag on a line of its own.
    pub(crate) fn block(&mut self, markup: &str) {
        self.html.line();
        self.html.raw(markup);
    }

    fn open_paragraph(&mut self, node: &'a AstNode<'a>) {
        if is_tight(node) {
            if node.previous_sibling().is_some() {
                self.html.line();
            }
            return self.task_state();
        }
        if self.task.is_none() && self.figure(node) {
            self.skip = Some(node);
            return;
        }
        self.block("<p>");
        self.task_state();
    }

    fn close_paragraph(&mut self, node: &'a AstNode<'a>) {
        if is_tight(node) {
            return;
        }
        let in_note =
            node.parent().is_some_and(|it| matches!(it.data().value, NodeValue::FootnoteDefinition(_)));
        if in_note && node.next_sibling().is_none() && std::mem::take(&mut self.back_due) {
            footnote::back(&mut self.html, self.note, &self.survey.footnotes, self.words);
        }
        self.html.raw("</p>\n");
    }

    /// A tick for the eye and a word for the ear; no form control that nobody can use.
    fn task_state(&mut self) {
        let Some(done) = self.task.take() else { return };
        self.html.tag("span", &[("class", "task-box"), ("aria-hidden", "true")]);
        self.html.raw(if done { "☑</span>" } else { "☐</span>" });
        self.html.tag("span", &[("class", "visually-hidden")]);
        self.html.text(if done { &self.words.done } else { &self.words.open });
        self.html.raw(":</span> ");
    }

    /// The link to itself follows the heading and is not part of it: a list of headings reads the
    /// author's words only.
    fn open_heading(&mut self, node: &'a AstNode<'a>) {
        match self.headings.next() {
            Some(Place::Heading(heading)) => {
                self.html.line();
                self.html.tag("div", &[("class", "heading")]);
                self.html.raw(&format!("<h{}", heading.level));
                self.html.attribute("id", &heading.anchor);
                self.html.raw(">");
                self.under = Some(heading);
                self.heading = Some(heading);
                self.number = heading.number.as_deref();
            }
            Some(Place::Wordless) if node.first_child().is_some() => self.block("<p>"),
            _ => self.skip = Some(node),
        }
    }

    fn close_heading(&mut self) {
        self.number = None;
        let Some(heading) = self.heading.take() else { return self.html.raw("</p>\n") };
        self.html.raw(&format!("</h{}>", heading.level));
        let to = format!("#{}", heading.anchor);
        let name = fill(&self.words.permalink, &heading.label());
        self.html.tag("a", &[("class", "permalink"), ("href", &to), ("aria-label", &name)]);
        self.html.raw("</a></div>\n");
    }

    fn open_list(&mut self, list: &NodeList) {
        self.html.line();
        if list.list_type == ListType::Bullet {
            return self.html.raw("<ul>\n");
        }
        self.html.raw("<ol");
        if list.start != 1 {
            self.html.attribute("start", &list.start.to_string());
        }
        if list.delimiter == ListDelimType::Paren {
            self.html.attribute("class", "paren");
        }
        self.html.raw(">\n");
    }

    fn open_alert(&mut self, alert: &NodeAlert) {
        let (class, title) = match alert.alert_type {
            AlertType::Note => ("alert alert-note", &self.words.note),
            AlertType::Tip => ("alert alert-tip", &self.words.tip),
            AlertType::Important => ("alert alert-important", &self.words.important),
            AlertType::Warning => ("alert alert-warning", &self.words.warning),
            AlertType::Caution => ("alert alert-caution", &self.words.caution),
        };
        self.html.line();
        self.html.tag("div", &[("class", class), ("role", "note")]);
        self.html.raw("\n");
        self.html.tag("p", &[("class", "alert-title")]);
        self.html.text(alert.title.as_deref().unwrap_or(title));
        self.html.raw("</p>\n");
    }

    fn html_block(&mut self, html: &str) {
        self.html.line();
        if sanitize::is_words(html) {
            self.html.raw("<p>");
            self.html.text(html);
            self.html.raw("</p>");
        } else {
            self.html.raw(&sanitize::block(html));
        }
        self.html.line();
    }

    fn code_block(&mut self, code: &NodeCodeBlock) {
        self.has_code = true;
        self.html.line();
        self.html.tag("pre", &[("tabindex", "0")]);
        let language = highlight::language(&code.info);
        match language {
            Some(language) => self.html.tag("code", &[("class", &format!("language-{language}"))]),
            None => self.html.raw("<code>"),
        }
        highlight::write(&mut self.html, &code.literal, language);
        self.html.raw("</code></pre>\n");
    }
}

/// Whether a paragraph stands without `<p>`: in a list without blank lines, or as a term.
fn is_tight<'a>(paragraph: &'a AstNode<'a>) -> bool {
    let Some(parent) = paragraph.parent() else { return false };
    match &parent.data().value {
        NodeValue::DescriptionTerm => true,
        NodeValue::Item(_) | NodeValue::TaskItem(_) | NodeValue::DescriptionDetails => {
            parent.parent().is_some_and(|list| match &list.data().value {
                NodeValue::List(list) => list.tight,
                NodeValue::DescriptionItem(item) => item.tight,
                _ => false,
            })
        }
        _ => false,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use crate::render::exchange::LinkUse;
    use crate::render::exchange::Rendered;
    use crate::render::exchange::Target;
    use crate::render::exchange::Words;
    use crate::render::markdown;

    pub(crate) fn words() -> Words {
        let words = |text: &str| text.to_owned();
        Words {
            footnotes: words("Fotnoter"),
            footnote: words("Fotnot {}"),
            back: words("Tillbaka till texten, fotnot {}"),
            permalink: words("Länk till avsnittet {}"),
            table: words("Tabell {}"),
            done: words("klar"),
            open: words("ej klar"),
            note: words("Obs"),
            tip: words("Tips"),
            important: words("Viktigt"),
            warning: words("Varning"),
            caution: words("Fara"),
        }
    }

    /// Every link leads where the author wrote; every image is 640 × 480.
    pub(crate) fn rendered(text: &str) -> Rendered {
        let targets = markdown::scan(text, "sv").links.into_iter().map(|link| match link.usage {
            LinkUse::Link => Target::Href(link.target),
            LinkUse::Image => Target::Image { src: link.target, size: Some((640, 480)) },
        });
        markdown::render(text, "Titel", &targets.collect::<Vec<_>>(), &words())
    }

    pub(crate) fn html(text: &str) -> String {
        rendered(text).html
    }

    #[track_caller]
    pub(crate) fn check(text: &str, expected: &str) {
        assert_eq!(html(text), expected, "{text}");
    }

    #[test]
    fn plain_markdown() {
        check(
            "*a* **b** ~~c~~ `d<`  \ne\nf -- \"g\"\n",
            "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d&lt;</code><br>\ne\nf -- &quot;g&quot;</p>\n",
        );
        check("> a\n\n---\n", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n");
        check("- a\n  - b\n- c\n", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n");
        check("- a\n\n- b\n", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n");
        check("3) a\n4) b\n", "<ol start=\"3\" class=\"paren\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
    }

    #[test]
    fn headings_have_anchors_numbers_and_links_to_themselves() {
        check(
            "# Titel\n\n## 3.2 Drift & *stöd*\n",
            "<div class=\"heading\"><h2 id=\"3-2-drift-stod\"><span class=\"heading-number\">3.2</span> Drift &amp; <em>stöd</em></h2>\
             <a class=\"permalink\" href=\"#3-2-drift-stod\" aria-label=\"Länk till avsnittet 3.2 Drift &amp; stöd\"></a></div>\n",
        );
        check("# Titel\n\n#\n", "");
        check(
            "# ![](a.png)\n",
            "<p><img src=\"a.png\" alt=\"\" width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\"></p>\n",
        );
        let outline = rendered("# Titel\n\n# 1\\. **Syfte**[^1]\n\n### a\n\n[^1]: n\n").outline;
        let seen: Vec<_> = outline
            .iter()
            .map(|it| (it.level, it.anchor.as_str(), it.number.as_deref(), it.text.as_str()))
            .collect();
        assert_eq!(seen, [(2, "1-syfte", Some("1."), "Syfte"), (3, "a", None, "a")]);
    }

    #[test]
    fn the_title_is_left_out_only_where_it_opens_the_text() {
        assert!(html("Ord\n\n# Titel\n").contains("<h2 id=\"titel\">"));
        assert!(html("## Titel\n").contains("<h2 id=\"titel\">"));
        assert!(html("# Titel[^1]\n\n[^1]: Not.\n").contains("<h2 id=\"titel\">"));
        check("Titel\n=====\n", "");
    }

    #[test]
    fn tasks_are_told_in_words() {
        let state = |tick, word| {
            format!(
                "<span class=\"task-box\" aria-hidden=\"true\">{tick}</span><span class=\"visually-hidden\">{word}:</span> "
            )
        };
        check(
            "- [x] a\n- [ ] b\n",
            &format!(
                "<ul>\n<li class=\"task\">{}a</li>\n<li class=\"task\">{}b</li>\n</ul>\n",
                state("☑", "klar"),
                state("☐", "ej klar")
            ),
        );
        check(
            "- [x] a\n\n  b\n",
            &format!("<ul>\n<li class=\"task\">\n<p>{}a</p>\n<p>b</p>\n</li>\n</ul>\n", state("☑", "klar")),
        );
    }

    #[test]
    fn alerts_and_definitions() {
        check(
            "> [!WARNING]\n> Ord.\n",
            "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">Varning</p>\n<p>Ord.</p>\n</div>\n",
        );
        check(
            "> [!NOTE] Eget\n> Ord.\n",
            "<div class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-title\">Eget</p>\n<p>Ord.</p>\n</div>\n",
        );
        check("Ord\n\n: Vad det är.\n", "<dl>\n<dt>Ord</dt>\n<dd>\n<p>Vad det är.</p>\n</dd>\n</dl>\n");
        check("Ord\n: Vad det är.\n", "<dl>\n<dt>Ord</dt>\n<dd>Vad det är.</dd>\n</dl>\n");
    }

    #[test]
    fn code_asks_for_its_sheet() {
        assert!(rendered("```rust\nfn a() {}\n```\n").has_code);
        assert!(!rendered("`a`\n").has_code);
    }
}
