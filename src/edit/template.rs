//! Texts with gaps: `{title}` stands where a value goes.

/// What a gap is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// What is known.
    Known(String),
    /// Nobody has said it: its line becomes a comment that shows how it may be written.
    Example(String),
}

impl Gap {
    /// What is known, else an example.
    pub fn new(known: Option<String>, example: impl Into<String>) -> Self {
        known.map_or_else(|| Self::Example(example.into()), Self::Known)
    }
}

/// The text with its gaps filled, each by its name. Other braces stay: TOML has them too.
pub fn fill(template: &str, gaps: &[(&str, Gap)]) -> String {
    template.split_inclusive('\n').map(|line| fill_line(line, gaps)).collect()
}

fn fill_line(line: &str, gaps: &[(&str, Gap)]) -> String {
    let (mut filled, mut rest) = (String::new(), line);
    let mut sign = "";
    while let Some((before, after)) = rest.split_once('{') {
        filled += before;
        let gap =
            gaps.iter().find_map(|(name, gap)| Some((gap, after.strip_prefix(name)?.strip_prefix('}')?)));
        rest = match gap {
            Some((Gap::Known(text), rest)) => {
                filled += text;
                rest
            }
            Some((Gap::Example(text), rest)) => {
                sign = "# ";
                filled += text;
                rest
            }
            None => {
                filled.push('{');
                after
            }
        };
    }
    format!("{sign}{filled}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_value_is_shown_as_a_comment_and_no_value_is_filled_itself() {
        let gaps = [("a", Gap::Known("\"{b}\"".into())), ("b", Gap::new(None, "2026"))];
        assert_eq!(fill("x = {a} # {c}\ny = {b}\n", &gaps), "x = \"{b}\" # {c}\n# y = 2026\n");
    }
}
