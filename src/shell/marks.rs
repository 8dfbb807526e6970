//! The words of a passage with what became of them, marked so that they can be read without colour: in
//! the terminal and in Markdown.

use unicode_width::UnicodeWidthStr;

use crate::compare::exchange::{Passage, Run};

const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32;4m";
const PLAIN: &str = "\u{1b}[0m";
/// No line is broken shorter than this.
const NARROWEST: usize = 20;

/// What became of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// They stand in both.
    Same,
    /// They stand in the older.
    Removed,
    /// They stand in the newer.
    Added,
}

/// The words of a passage with what became of them. No mark begins or ends with a space, and two
/// marks do not touch.
pub fn pieces(passage: &Passage) -> Vec<(Mark, String)> {
    let mut pieces: Vec<(Mark, String)> = Vec::new();
    let mut put = |mark: Mark, text: &str| {
        let touches = mark != Mark::Same && pieces.last().is_some_and(|(last, _)| *last != Mark::Same);
        match pieces.last_mut() {
            Some((last, before)) if *last == mark => before.push_str(text),
            _ if text.is_empty() => {}
            _ => {
                if touches {
                    pieces.push((Mark::Same, " ".into()));
                }
                pieces.push((mark, text.to_owned()));
            }
        }
    };
    for run in &passage.runs {
        match run {
            Run::Same(text) => put(Mark::Same, &plain(text)),
            Run::Removed(text) | Run::Added(text) => {
                let mark = if matches!(run, Run::Added(_)) { Mark::Added } else { Mark::Removed };
                let text = plain(text);
                let words = text.trim();
                let start = text.len() - text.trim_start().len();
                put(Mark::Same, &text[..start]);
                put(mark, words);
                put(Mark::Same, &text[start + words.len()..]);
            }
        }
    }
    pieces
}

/// Texts come from files: no control character of theirs may reach the terminal.
pub fn plain(text: &str) -> String {
    text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect()
}

/// A word or a part of one, with its marks, and whether it stands right after what is before it.
struct Word {
    mark: Mark,
    text: String,
    glued: bool,
}

/// A passage in lines below each other; without a width in one.
pub fn in_terminal(pieces: &[(Mark, String)], first: &str, width: Option<usize>) -> String {
    let room = width.map_or(usize::MAX, |width| width.saturating_sub(first.width()).max(NARROWEST));
    let mut lines: Vec<Vec<Word>> = Vec::new();
    let mut used = 0;
    for group in groups(pieces) {
        let needs: usize = group.iter().map(|word| word.text.width()).sum();
        match lines.last_mut() {
            Some(line) if used + 1 + needs <= room => {
                used += 1 + needs;
                line.extend(group);
            }
            _ => {
                used = needs;
                lines.push(group);
            }
        }
    }
    let gap = " ".repeat(first.width());
    let lines = lines.iter().enumerate();
    let lines =
        lines.map(|(index, line)| [if index == 0 { first } else { &gap }, &styled(line), "\n"].concat());
    lines.collect()
}

/// The words that may not be parted, in order: `[-30-]` and the comma after it.
fn groups(pieces: &[(Mark, String)]) -> Vec<Vec<Word>> {
    let mut groups: Vec<Vec<Word>> = Vec::new();
    let mut after_space = true;
    for (mark, text) in pieces {
        let text = match mark {
            Mark::Same => text.clone(),
            Mark::Removed => format!("[-{text}-]"),
            Mark::Added => format!("{{+{text}+}}"),
        };
        for (index, word) in text.split(' ').enumerate() {
            after_space |= index > 0;
            if word.is_empty() {
                continue;
            }
            let word = Word { mark: *mark, text: word.to_owned(), glued: !after_space };
            match groups.last_mut() {
                Some(group) if word.glued => group.push(word),
                _ => groups.push(vec![word]),
            }
            after_space = false;
        }
    }
    groups
}

/// A line with its colours, which the terminal takes away where they are not wanted.
fn styled(line: &[Word]) -> String {
    let mut text = String::new();
    let mut style = Mark::Same;
    for (index, word) in line.iter().enumerate() {
        let gap = if index > 0 && !word.glued { " " } else { "" };
        if word.mark == style {
            text += gap;
        } else {
            if style != Mark::Same {
                text += PLAIN;
            }
            text += gap;
            text += match word.mark {
                Mark::Same => "",
                Mark::Removed => RED,
                Mark::Added => GREEN,
            };
            style = word.mark;
        }
        text += &word.text;
    }
    if style == Mark::Same { text } else { text + PLAIN }
}

/// A passage in Markdown. Where the signs of Markdown would not be understood, in the middle of a
/// word, HTML is.
pub fn in_markdown(pieces: &[(Mark, String)]) -> String {
    let mut text = String::new();
    for (index, (mark, words)) in pieces.iter().enumerate() {
        let inner = escaped(words);
        let before = index.checked_sub(1).and_then(|before| pieces[before].1.chars().next_back());
        let after = pieces.get(index + 1).and_then(|(_, after)| after.chars().next());
        let (sign, tag) = match mark {
            Mark::Same => {
                text += &if text.is_empty() { unlike_a_block(&inner) } else { inner };
                continue;
            }
            Mark::Removed => ("~~", "del"),
            Mark::Added => ("**", "ins"),
        };
        let is_word = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
        let understood = (!is_word(before) || is_word(words.chars().next()))
            && (!is_word(after) || is_word(words.chars().next_back()));
        let (open, close) = if understood {
            (sign.to_owned(), sign.to_owned())
        } else {
            (format!("<{tag}>"), format!("</{tag}>"))
        };
        text += &[open, inner, close].concat();
    }
    text
}

/// Text as Markdown that shows it to the letter.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for it in plain(text).chars() {
        if "\\`*_[]<>~|&".contains(it) {
            escaped.push('\\');
        }
        escaped.push(it);
    }
    escaped
}

/// What would begin a heading or a list at the start of a line does not.
fn unlike_a_block(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if text.starts_with(['#', '+', '-', '=']) {
        format!("\\{text}")
    } else if digits > 0 && text[digits..].starts_with(['.', ')']) {
        format!("{}\\{}", &text[..digits], &text[digits..])
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::exchange::BlockKind;

    fn passage(runs: Vec<Run>) -> Passage {
        Passage { kind: BlockKind::Paragraph, moved: false, runs }
    }

    fn sample() -> Passage {
        passage(vec![
            Run::Same("Svar ges inom ".into()),
            Run::Removed("30".into()),
            Run::Added("20".into()),
            Run::Same(" dagar".into()),
            Run::Added(", skriftligen ".into()),
            Run::Same("*alltid*.".into()),
        ])
    }

    fn shown(passage: &Passage, width: Option<usize>) -> String {
        anstream::adapter::strip_str(&in_terminal(&pieces(passage), "  ", width)).to_string()
    }

    #[test]
    fn a_change_is_marked_without_colour() {
        assert_eq!(
            shown(&sample(), None),
            "  Svar ges inom [-30-] {+20+} dagar{+, skriftligen+} *alltid*.\n"
        );
    }

    #[test]
    fn colour_is_on_top_and_never_on_the_margin() {
        let text = in_terminal(&pieces(&sample()), "  ", Some(24));
        for line in text.lines() {
            assert!(line.starts_with("  ") && !line.starts_with("  \u{1b}[0m"), "{text:?}");
            assert!(line.matches("\u{1b}[").count() % 2 == 0, "{line:?}");
            assert!(anstream::adapter::strip_str(line).to_string().width() <= 24, "{line}");
        }
        assert!(text.contains("\u{1b}[31m[-30-]\u{1b}[0m"), "{text:?}");
    }

    #[test]
    fn a_mark_is_not_torn_from_the_word_it_stands_at() {
        assert_eq!(shown(&sample(), Some(22)).lines().count(), 4);
        assert!(shown(&sample(), Some(22)).contains("dagar{+,\n  skriftligen+}"));
    }

    #[test]
    fn markdown_shows_the_text_to_the_letter() {
        assert_eq!(
            in_markdown(&pieces(&sample())),
            "Svar ges inom ~~30~~ **20** dagar<ins>, skriftligen</ins> \\*alltid\\*."
        );
        let point = passage(vec![Run::Same("1. maj är ".into()), Run::Added("en # dag".into())]);
        assert_eq!(in_markdown(&pieces(&point)), "1\\. maj är **en # dag**");
    }

    /// A reader of `CommonMark` sees the marks where they are meant.
    #[test]
    fn the_signs_are_understood() {
        let cases = [
            ("Ett", "(två)", " tre"),
            ("Ett ", "två.", "Tre"),
            ("", "§ 4", " tre"),
            ("tre", "hundra", "fyra"),
            ("a ", "”b”", ", c"),
        ];
        for (before, words, after) in cases {
            let runs = |run: Run| vec![Run::Same(before.into()), run, Run::Same(after.into())];
            for (run, tag) in
                [(Run::Added(words.into()), "<strong>|<ins>"), (Run::Removed(words.into()), "<del>")]
            {
                let text = in_markdown(&pieces(&passage(runs(run))));
                let mut options = comrak::Options::default();
                options.extension.strikethrough = true;
                options.render.r#unsafe = true;
                let html = comrak::markdown_to_html(&text, &options);
                let is_marked = tag.split('|').any(|tag| html.contains(&format!("{tag}{words}</")));
                assert!(is_marked, "{text} is read as {html}");
            }
        }
    }

    #[test]
    fn no_control_character_reaches_the_terminal() {
        let text = passage(vec![Run::Added("a\u{1b}[31mb\u{7}".into())]);
        assert_eq!(shown(&text, None), "  {+a [31mb+}\n");
    }
}
