//! Code in colours: syntect's scopes, reduced to a few classes.
//!
//! Each class is one letter, meant below `code`: `c` comment, `s` string, `k` keyword, `n` number
//! or constant, `t` type, `f` function, `v` variable, `o` operator, `g` tag, `a` attribute.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use crate::render::html::Html;

/// Colouring is slow (a megabyte a second): longer blocks, and lines that only machines write,
/// are shown plain.
const LONGEST_BLOCK: usize = 50_000;
const LONGEST_LINE: usize = 2_000;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Scopes and their class; the first that fits wins, and the innermost scope is asked first.
static CLASSES: LazyLock<Vec<(Scope, &str)>> = LazyLock::new(|| {
    let rows = [
        ("comment", "c"),
        ("punctuation.definition.comment", "c"),
        ("punctuation.definition.string", "s"),
        ("string", "s"),
        ("constant.character", "s"),
        ("constant", "n"),
        ("keyword.operator", "o"),
        ("keyword", "k"),
        ("storage.type.function", "k"),
        ("storage", "k"),
        ("entity.name.tag", "g"),
        ("entity.other.attribute-name", "a"),
        ("entity.name.function", "f"),
        ("support.function", "f"),
        ("variable.function", "f"),
        ("entity.name", "t"),
        ("entity.other.inherited-class", "t"),
        ("support.type", "t"),
        ("support.class", "t"),
        ("variable", "v"),
    ];
    rows.iter().filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, *class))).collect()
});

/// The language that a block's info string names, if it is fit for a class name.
pub(crate) fn language(info: &str) -> Option<&str> {
    let name = info.split([' ', '\t', ',', '{']).next()?;
    let fit = |byte: u8| byte.is_ascii_alphanumeric() || b"+-#._".contains(&byte);
    (!name.is_empty() && name.len() <= 32 && name.bytes().all(fit)).then_some(name)
}

/// Writes code, coloured if its language is known, else as it is.
pub(crate) fn write(html: &mut Html, code: &str, language: Option<&str>) {
    let short = code.len() <= LONGEST_BLOCK && code.lines().all(|line| line.len() <= LONGEST_LINE);
    let syntax = language.filter(|_| short).and_then(|name| SYNTAXES.find_syntax_by_token(name));
    match syntax.and_then(|syntax| spans(code, syntax)) {
        Some(spans) => {
            for (class, text) in spans {
                match class {
                    Some(class) => {
                        html.tag("span", &[("class", class)]);
                        html.text(text);
                        html.raw("</span>");
                    }
                    None => html.text(text),
                }
            }
        }
        None => html.text(code),
    }
}

/// Code in pieces of one class. `None` if the syntax gives up.
fn spans<'c>(code: &'c str, syntax: &SyntaxReference) -> Option<Vec<(Option<&'static str>, &'c str)>> {
    let mut pieces = Pieces { code, from: 0, at: 0, class: None, done: Vec::new() };
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut line_start = 0;
    for line in code.split_inclusive('\n') {
        for (offset, operation) in state.parse_line(line, &SYNTAXES).ok()? {
            pieces.advance(line_start + offset, &stack);
            stack.apply(&operation).ok()?;
        }
        line_start += line.len();
        pieces.advance(line_start, &stack);
    }
    pieces.end();
    Some(pieces.done)
}

struct Pieces<'c> {
    code: &'c str,
    from: usize,
    at: usize,
    class: Option<&'static str>,
    done: Vec<(Option<&'static str>, &'c str)>,
}

impl Pieces<'_> {
    /// All up to here stands in these scopes. Blanks take the colour of what stands before them.
    fn advance(&mut self, to: usize, stack: &ScopeStack) {
        if to <= self.at {
            return;
        }
        let blank = self.code[self.at..to].bytes().all(|byte| byte.is_ascii_whitespace());
        let class = if blank { self.class } else { class_of(stack) };
        if class != self.class {
            self.end();
            self.class = class;
        }
        self.at = to;
    }

    fn end(&mut self) {
        if self.at > self.from {
            self.done.push((self.class, &self.code[self.from..self.at]));
            self.from = self.at;
        }
    }
}

fn class_of(stack: &ScopeStack) -> Option<&'static str> {
    stack.as_slice().iter().rev().find_map(|scope| {
        CLASSES.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope)).map(|(_, class)| *class)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::walk::tests::check;

    #[test]
    fn known_languages_are_coloured() {
        check(
            "```python\n# en\ndef f(x):\n    return \"<å>\" + 1\n```\n",
            "<pre tabindex=\"0\"><code class=\"language-python\"><span class=\"c\"># en\n</span>\
             <span class=\"k\">def </span><span class=\"f\">f</span>(<span class=\"v\">x</span>):\n    \
             <span class=\"k\">return </span><span class=\"s\">&quot;&lt;å&gt;&quot; </span><span class=\"o\">+ </span>\
             <span class=\"n\">1\n</span></code></pre>\n",
        );
    }

    #[test]
    fn other_code_is_escaped() {
        check(
            "```nonsens\n<b>\n```\n",
            "<pre tabindex=\"0\"><code class=\"language-nonsens\">&lt;b&gt;\n</code></pre>\n",
        );
        check("    <b>\n", "<pre tabindex=\"0\"><code>&lt;b&gt;\n</code></pre>\n");
        check("```\"onload=x\n&\n```\n", "<pre tabindex=\"0\"><code>&amp;\n</code></pre>\n");
    }

    #[test]
    fn every_letter_of_the_code_is_kept() {
        let code = "<a href='x'>&amp; å</a>\n<?php $x = 1; // \n";
        for language in ["html", "php", "js", "css", "rust", "sql", "json", "yaml", "bash", "xml", "c"] {
            let pieces = spans(code, SYNTAXES.find_syntax_by_token(language).unwrap()).unwrap();
            assert_eq!(pieces.iter().map(|(_, text)| *text).collect::<String>(), code, "{language}");
        }
    }
}
