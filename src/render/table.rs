//! Tables: in a region that scrolls, has a name and can be reached by keyboard.

use comrak::nodes::{AstNode, NodeValue, TableAlignment};

use crate::render::exchange::Words;
use crate::render::html::Html;
use crate::render::html::fill;
use crate::render::links::has_text;

/// The table being written, and how many there were.
#[derive(Default)]
pub(crate) struct Tables {
    written: u32,
    alignments: Vec<TableAlignment>,
    column: usize,
    /// The rows after the head have begun.
    in_body: bool,
    /// The head has words. Markdown demands a head; an empty one is none.
    has_head: bool,
}

impl Tables {
    /// Opens a table, named by its number and the heading it stands under.
    pub(crate) fn open<'a>(
        &mut self,
        html: &mut Html,
        table: &'a AstNode<'a>,
        under: Option<&str>,
        words: &Words,
    ) {
        self.written += 1;
        self.column = 0;
        self.in_body = false;
        self.has_head = table.first_child().is_some_and(has_cells);
        if let NodeValue::Table(table) = &table.data().value {
            self.alignments.clone_from(&table.alignments);
        }
        let mut name = fill(&words.table, &self.written.to_string());
        if let Some(heading) = under {
            name = format!("{name}: {heading}");
        }
        html.line();
        html.tag(
            "div",
            &[("class", "table-region"), ("role", "region"), ("tabindex", "0"), ("aria-label", &name)],
        );
        html.raw("\n<table>\n");
    }

    pub(crate) fn close(&self, html: &mut Html) {
        html.raw(if self.in_body { "</tbody>\n</table>\n</div>\n" } else { "</table>\n</div>\n" });
    }

    /// Whether the row is to be left out with all that is in it.
    pub(crate) fn skips(&self, head: bool) -> bool {
        head && !self.has_head
    }

    pub(crate) fn open_row(&mut self, html: &mut Html, head: bool) {
        self.column = 0;
        if head {
            html.raw("<thead>\n");
        } else if !self.in_body {
            self.in_body = true;
            html.raw("<tbody>\n");
        }
        html.raw("<tr>\n");
    }

    pub(crate) fn close_row(html: &mut Html, head: bool) {
        html.raw(if head { "</tr>\n</thead>\n" } else { "</tr>\n" });
    }

    /// A cell of the head without words heads nothing: it is an ordinary cell.
    pub(crate) fn open_cell<'a>(&mut self, html: &mut Html, cell: &'a AstNode<'a>) {
        let class = match self.alignments.get(self.column) {
            Some(TableAlignment::Right) => Some("align-right"),
            Some(TableAlignment::Center) => Some("align-center"),
            _ => None,
        };
        self.column += 1;
        let heads = is_head(cell);
        html.raw(if heads { "<th" } else { "<td" });
        if heads {
            html.attribute("scope", "col");
        }
        if let Some(class) = class {
            html.attribute("class", class);
        }
        html.raw(">");
    }

    pub(crate) fn close_cell<'a>(html: &mut Html, cell: &'a AstNode<'a>) {
        html.raw(if is_head(cell) { "</th>\n" } else { "</td>\n" });
    }
}

fn is_head<'a>(cell: &'a AstNode<'a>) -> bool {
    let in_head = cell.parent().is_some_and(|row| matches!(row.data().value, NodeValue::TableRow(true)));
    in_head && has_text(cell)
}

/// Whether any cell of a row holds anything at all.
pub(crate) fn has_cells<'a>(row: &'a AstNode<'a>) -> bool {
    row.children().any(|cell| cell.first_child().is_some())
}

#[cfg(test)]
mod tests {
    use crate::render::walk::tests::check;

    #[test]
    fn a_table_scrolls_in_a_named_region() {
        check(
            "## 2 Mål\n\n| Mål | År |\n|:--|--:|\n| *A* | 2014 |\n| B |\n",
            "<div class=\"heading\"><h2 id=\"2-mal\"><span class=\"heading-number\">2</span> Mål</h2>\
             <a class=\"permalink\" href=\"#2-mal\" aria-label=\"Länk till avsnittet 2 Mål\"></a></div>\n\
             <div class=\"table-region\" role=\"region\" tabindex=\"0\" aria-label=\"Tabell 1: 2 Mål\">\n<table>\n\
             <thead>\n<tr>\n<th scope=\"col\">Mål</th>\n<th scope=\"col\" class=\"align-right\">År</th>\n</tr>\n</thead>\n\
             <tbody>\n<tr>\n<td><em>A</em></td>\n<td class=\"align-right\">2014</td>\n</tr>\n\
             <tr>\n<td>B</td>\n<td class=\"align-right\"></td>\n</tr>\n</tbody>\n</table>\n</div>\n",
        );
    }

    #[test]
    fn an_empty_head_is_no_head() {
        check(
            "| | |\n|-|:-:|\n| a | b |\n",
            "<div class=\"table-region\" role=\"region\" tabindex=\"0\" aria-label=\"Tabell 1\">\n<table>\n\
             <tbody>\n<tr>\n<td>a</td>\n<td class=\"align-center\">b</td>\n</tr>\n</tbody>\n</table>\n</div>\n",
        );
        check(
            "| | År |\n|-|-|\n",
            "<div class=\"table-region\" role=\"region\" tabindex=\"0\" aria-label=\"Tabell 1\">\n<table>\n\
             <thead>\n<tr>\n<td></td>\n<th scope=\"col\">År</th>\n</tr>\n</thead>\n</table>\n</div>\n",
        );
    }
}
