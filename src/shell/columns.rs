//! Rows in columns for people: one line each, no wider than the terminal.

use unicode_width::UnicodeWidthStr;

/// Between two columns.
const GAP: &str = "  ";

/// A column, and what may become of it where there is little room.
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// So narrow it may become, in cells of the terminal.
    pub least: usize,
    /// Columns go in the order of this number, highest first, where not even the narrow ones fit;
    /// 0 stays.
    pub goes: usize,
}

/// The rows below their headings. Without a width nothing is cut: what reads a pipe has room.
pub fn table(columns: &[Column], rows: &[Vec<String>], width: Option<usize>) -> String {
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
    let natural: Vec<usize> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let cells = rows.iter().map(|row| row[at].width());
            cells.max().unwrap_or(0).max(column.heading.width())
        })
        .collect();
    let widths = fit(columns, &natural, width.unwrap_or(usize::MAX));
    let headings: Vec<String> = columns.iter().map(|column| column.heading.clone()).collect();
    let mut text = format!("\u{1b}[1m{}\u{1b}[0m\n", line(&headings, &widths));
    for row in &rows {
        text.push_str(&line(row, &widths));
        text.push('\n');
    }
    text
}

/// The width of each column; 0 for one that there is no room for.
fn fit(columns: &[Column], natural: &[usize], room: usize) -> Vec<usize> {
    let least = |at: usize| natural[at].min(columns[at].least);
    let mut kept: Vec<usize> = (0..columns.len()).collect();
    let needs = |kept: &[usize], width: &dyn Fn(usize) -> usize| {
        kept.iter().map(|at| width(*at)).sum::<usize>() + GAP.len() * kept.len().saturating_sub(1)
    };
    while needs(&kept, &least) > room
        && let Some(goes) = kept.iter().copied().max_by_key(|at| columns[*at].goes)
        && columns[goes].goes > 0
    {
        kept.retain(|at| *at != goes);
    }
    let mut widths = vec![0; columns.len()];
    for at in &kept {
        widths[*at] = natural[*at];
    }
    // The widest that can still give way does so first.
    while needs(&kept, &|at| widths[at]) > room
        && let Some(widest) =
            kept.iter().copied().filter(|at| widths[*at] > least(*at)).max_by_key(|at| widths[*at])
    {
        widths[widest] -= 1;
    }
    widths
}

fn line(cells: &[String], widths: &[usize]) -> String {
    let cells = cells.iter().zip(widths).filter(|(_, width)| **width > 0).map(|(cell, width)| {
        let cell = cut(cell, *width);
        let padding = " ".repeat(width.saturating_sub(cell.width()));
        cell + &padding
    });
    cells.collect::<Vec<_>>().join(GAP).trim_end().to_owned()
}

/// Cells come from files: no control character of theirs may reach the terminal.
fn plain(cell: &str) -> String {
    cell.chars().map(|it| if it.is_control() { ' ' } else { it }).collect()
}

fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let fits = |end: &usize| text[..*end].width() < width;
    let ends = text.char_indices().map(|(at, _)| at);
    let end = ends.take_while(fits).last().unwrap_or(0);
    format!("{}…", text[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<Column> {
        [("Dokument", 8, 0), ("Typ", 3, 2), ("Gäller", 6, 1)]
            .map(|(heading, least, goes)| Column { heading: heading.into(), least, goes })
            .into()
    }

    fn rows() -> Vec<Vec<String>> {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        vec![
            row(["Åtgärdsplan för klimatet", "Handlingsplan", "Gäller"]),
            row(["交通計画", "Plan", "Äldre lydelse"]),
            row(["e\u{301}tude\u{1b}[31m", "Plan", "Gäller"]),
        ]
    }

    fn shown(width: Option<usize>) -> String {
        anstream::adapter::strip_str(&table(&columns(), &rows(), width)).to_string()
    }

    #[test]
    fn a_pipe_gets_everything() {
        assert_eq!(
            shown(None),
            "\
Dokument                  Typ            Gäller
Åtgärdsplan för klimatet  Handlingsplan  Gäller
交通計画                  Plan           Äldre lydelse
e\u{301}tude [31m                Plan           Gäller
"
        );
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for width in 8..80 {
            for line in shown(Some(width)).lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn what_is_wide_gives_way_and_then_whole_columns_go() {
        assert!(shown(Some(36)).contains("Åtgärdspla…  Handlingsp…  Gäller\n"), "{}", shown(Some(36)));
        assert!(shown(Some(18)).starts_with("Dokument  Gäller\nÅtgärds…  Gäller\n"), "{}", shown(Some(18)));
        assert!(shown(Some(12)).starts_with("Dokument\nÅtgärdsplan…\n"), "{}", shown(Some(12)));
    }
}
