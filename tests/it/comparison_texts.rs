//! Texts that chance writes and revises, for the laws of comparisons: prose with all that steering
//! documents hold, from few words, so that passages are often alike.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// A line of words: a sentence, an item, a row.
type Line = Vec<String>;

/// A part of a text.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    kind: Kind,
    lines: Vec<Line>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Heading { level: usize, numbered: bool },
    Paragraph,
    Noted,
    Bullets,
    Numbers,
    Nested,
    Table,
    Quote,
    Warning,
    Code,
    Terms,
    Figure,
    Task,
}

const VOCABULARY: [&str; 40] = [
    "nämnden",
    "kommunen",
    "ska",
    "skall",
    "bör",
    "får",
    "inte",
    "varje",
    "år",
    "senast",
    "den",
    "31",
    "mars",
    "2024",
    "12 500",
    "12\u{a0}500",
    "kr",
    "beslut",
    "beslutar",
    "om",
    "och",
    "i",
    "plan",
    "IT-policy",
    "styr\u{ad}dokument",
    "styrdokument",
    "4 §",
    "**mål**",
    "*ansvar*",
    "”god”",
    "\"god\"",
    "2024–2027",
    "2024-2027",
    "[länk](b.md)",
    "drift,",
    "ändring",
    "följa",
    "upp",
    "å",
    "&amp;",
];

fn line(longest: usize) -> impl Strategy<Value = Line> {
    vec(prop::sample::select(&VOCABULARY[..]).prop_map(String::from), 1..=longest)
}

fn block() -> impl Strategy<Value = Block> {
    let kind = prop_oneof![
        6 => Just(Kind::Paragraph),
        4 => (2usize..5, any::<bool>()).prop_map(|(level, numbered)| Kind::Heading { level, numbered }),
        1 => Just(Kind::Noted),
        1 => Just(Kind::Bullets),
        1 => Just(Kind::Numbers),
        1 => Just(Kind::Nested),
        1 => Just(Kind::Table),
        1 => Just(Kind::Quote),
        1 => Just(Kind::Warning),
        1 => Just(Kind::Code),
        1 => Just(Kind::Terms),
        1 => Just(Kind::Figure),
        1 => Just(Kind::Task),
    ];
    (kind, vec(line(12), 1..5)).prop_map(|(kind, lines)| Block { kind, lines })
}

/// A text of any parts.
pub(crate) fn document() -> impl Strategy<Value = Vec<Block>> {
    vec(block(), 0..14)
}

/// What an author does to a text.
#[derive(Clone, Debug)]
pub(crate) enum Edit {
    Insert(Index, Block),
    Remove(Index),
    Move(Index, Index),
    Split(Index),
    Join(Index),
    InsertLine(Index, Index, Line),
    RemoveLine(Index, Index),
    MoveLine(Index, Index, Index),
    Reword(Index, Index, Index, &'static str),
    AddWord(Index, Index, Index, &'static str),
    DropWord(Index, Index, Index),
    Level(Index, usize),
}

/// Any edit.
pub(crate) fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    let word = || prop::sample::select(&VOCABULARY[..]);
    prop_oneof![
        (at(), block()).prop_map(|(at, block)| Edit::Insert(at, block)),
        at().prop_map(Edit::Remove),
        (at(), at()).prop_map(|(from, to)| Edit::Move(from, to)),
        at().prop_map(Edit::Split),
        at().prop_map(Edit::Join),
        (at(), at(), line(8)).prop_map(|(at, line, words)| Edit::InsertLine(at, line, words)),
        (at(), at()).prop_map(|(at, line)| Edit::RemoveLine(at, line)),
        (at(), at(), at()).prop_map(|(at, from, to)| Edit::MoveLine(at, from, to)),
        (at(), at(), at(), word()).prop_map(|(at, line, place, word)| Edit::Reword(at, line, place, word)),
        (at(), at(), at(), word()).prop_map(|(at, line, place, word)| Edit::AddWord(at, line, place, word)),
        (at(), at(), at()).prop_map(|(at, line, place)| Edit::DropWord(at, line, place)),
        (at(), 2usize..5).prop_map(|(at, level)| Edit::Level(at, level)),
    ]
}

/// The text after one more edit. No part is ever left without words.
pub(crate) fn revise(text: &mut Vec<Block>, edit: &Edit) {
    if let Edit::Insert(at, block) = edit {
        return text.insert(at.index(text.len() + 1), block.clone());
    }
    if text.is_empty() {
        return;
    }
    let length = text.len();
    match edit {
        Edit::Insert(..) => {}
        Edit::Remove(at) => drop(text.remove(at.index(length))),
        Edit::Move(from, to) => {
            let block = text.remove(from.index(length));
            text.insert(to.index(length), block);
        }
        Edit::Split(at) => {
            let at = at.index(length);
            let block = &mut text[at];
            if block.lines.len() > 1 {
                let lines = block.lines.split_off(block.lines.len() / 2);
                let kind = block.kind;
                text.insert(at + 1, Block { kind, lines });
            }
        }
        Edit::Join(at) => {
            let at = at.index(length);
            if text.get(at + 1).is_some_and(|next| next.kind == text[at].kind) {
                let lines = text.remove(at + 1).lines;
                text[at].lines.extend(lines);
            }
        }
        Edit::InsertLine(at, line, words) => {
            let lines = &mut text[at.index(length)].lines;
            lines.insert(line.index(lines.len() + 1), words.clone());
        }
        Edit::RemoveLine(at, line) => {
            let lines = &mut text[at.index(length)].lines;
            if lines.len() > 1 {
                lines.remove(line.index(lines.len()));
            }
        }
        Edit::MoveLine(at, from, to) => {
            let lines = &mut text[at.index(length)].lines;
            let line = lines.remove(from.index(lines.len()));
            lines.insert(to.index(lines.len() + 1), line);
        }
        Edit::Reword(at, line, place, word) => {
            let words = line_of(text, *at, *line);
            let place = place.index(words.len());
            (*word).clone_into(&mut words[place]);
        }
        Edit::AddWord(at, line, place, word) => {
            let words = line_of(text, *at, *line);
            words.insert(place.index(words.len() + 1), (*word).to_owned());
        }
        Edit::DropWord(at, line, place) => {
            let words = line_of(text, *at, *line);
            if words.len() > 1 {
                words.remove(place.index(words.len()));
            }
        }
        Edit::Level(at, new) => {
            if let Kind::Heading { level, .. } = &mut text[at.index(length)].kind {
                *level = *new;
            }
        }
    }
}

fn line_of(text: &mut [Block], at: Index, line: Index) -> &mut Line {
    let lines = &mut text[at.index(text.len())].lines;
    let line = line.index(lines.len());
    &mut lines[line]
}

/// The text as Markdown, its numbered headings numbered by where they stand.
pub(crate) fn written(text: &[Block]) -> String {
    let mut markdown = String::new();
    let mut notes = String::new();
    let (mut number, mut note) = (0, 0);
    for block in text {
        let lines = || block.lines.iter().map(|line| line.join(" "));
        let each = |begin: &str| lines().fold(String::new(), |all, line| all + begin + &line + "\n");
        let prose = lines().map(|line| line + ".").collect::<Vec<_>>().join(" ");
        let _ = match block.kind {
            Kind::Heading { level, numbered } => {
                number += usize::from(numbered);
                let number = if numbered { format!("{number} ") } else { String::new() };
                writeln!(markdown, "{} {number}{}", "#".repeat(level), lines().next().unwrap_or_default())
            }
            Kind::Paragraph => writeln!(markdown, "{prose}"),
            Kind::Noted => {
                note += 1;
                let _ = writeln!(notes, "[^{note}]: {prose}\n");
                writeln!(markdown, "{prose} Se[^{note}] noten.")
            }
            Kind::Bullets => writeln!(markdown, "{}", each("- ")),
            Kind::Numbers => writeln!(markdown, "{}", each("1. ")),
            Kind::Task => writeln!(markdown, "{}", each("- [x] ")),
            Kind::Quote => writeln!(markdown, "> {prose}"),
            Kind::Warning => writeln!(markdown, "> [!WARNING]\n> {prose}"),
            Kind::Code => writeln!(markdown, "```\n{}```", each("")),
            Kind::Nested => {
                let item = |(index, line)| format!("{}- {line}\n", "  ".repeat(index % 2));
                writeln!(markdown, "{}", lines().enumerate().map(item).collect::<String>())
            }
            Kind::Table => {
                let row = |line: &Line| format!("| {} | {} |\n", line[0], line[1..].join(" "));
                let rows: String = block.lines.iter().map(row).collect();
                writeln!(markdown, "| Vad | Hur |\n| --- | --- |\n{rows}")
            }
            Kind::Terms => lines().try_for_each(|line| writeln!(markdown, "Ord\n: {line}\n")),
            Kind::Figure => {
                let caption = lines().next().unwrap_or_default().replace('"', "");
                writeln!(markdown, "![bild](bild-{}.png \"{caption}\")", block.lines.len())
            }
        };
        markdown.push('\n');
    }
    markdown + &notes
}

/// Markdown that no author writes, and raw HTML between.
pub(crate) fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "ord ",
        "ett par ord till ",
        "\n",
        "\n\n",
        "    ",
        "## Mål\n\n",
        "# 1 Mål\n\n",
        "## Ändring 1\n\n",
        "## Flytt 1 till\n\n",
        "- ",
        "1. ",
        "  - ",
        "- [x] ",
        "> ",
        "> [!NOTE]\n> ",
        "| a | b |\n|-|-|\n",
        "| c | d |\n",
        "[a](b)",
        "[a](#mal)",
        "![c](d.png)",
        "![c](d.png \"e\")\n\n",
        "[^1]",
        "\n[^1]: ",
        "[^2]\n\n[^2]: [^1] ",
        "*",
        "**",
        "`",
        "```\n",
        "~~",
        "<b>",
        "</b>",
        "<ins>",
        "</ins>",
        "<del>",
        "</del>",
        "<div>\n\n",
        "</div>",
        "<a href=\"#mal\">",
        "<p id=\"andring-1\">",
        "<span class=\"visually-hidden\">",
        "<details><summary>a</summary>",
        "</details>",
        "<table><tr><td>",
        "<ul><li>",
        "<dl><dt>a<dd>",
        "<h3>",
        "<ruby>a<rt>b</ruby>",
        "<br>",
        "<wbr>",
        "<pre>\n",
        "\"",
        "”",
        "–",
        "\u{ad}",
        "\u{a0}",
        "&lt;",
        "&amp;",
        "\u{301}",
        ": ",
        "\n: b\n",
        "---\n",
        "12 500 ",
        ". ",
        ", ",
    ]);
    vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// A number of pieces of soup that two texts share, and what each has of its own.
pub(crate) fn soups() -> impl Strategy<Value = (String, String)> {
    let part = (soup(), soup(), 0..4usize);
    vec(part, 1..4).prop_map(|parts| {
        let side = |skipped: usize| -> String {
            let kept = parts.iter().flat_map(|(one, other, which)| match which {
                0 => vec![one, other],
                which if *which == skipped => vec![one],
                1 | 2 => vec![other],
                _ => vec![if skipped == 1 { one } else { other }],
            });
            kept.map(String::as_str).collect()
        };
        (side(1), side(2))
    })
}
