//! What is wrong with a template, as faults: where, what is missing, and what there is instead.

use std::collections::BTreeMap;
use std::ops::Range;

use tera::{Error, ErrorKind, ReportError};

use crate::base::fault::{Code, Fault, nearest};
use crate::base::path::SitePath;

/// What begins each error where Tera tells of several at once; its place stands on the line after.
const ERROR: &str = "error: ";
const PLACE: &str = "--> ";

/// The user's own templates, by template name.
pub(crate) type Sources = BTreeMap<String, SitePath>;

/// What hinders the templates from being read at all.
pub(crate) fn unread(sources: &Sources, texts: &BTreeMap<String, String>, error: &Error) -> Vec<Fault> {
    let told = match error.kind() {
        ErrorKind::Msg(message) => several(sources, texts, message),
        _ => Vec::new(),
    };
    if told.is_empty() { vec![unmade(sources, "", error)] } else { told }
}

/// What hinders a page from being made of a template.
pub(crate) fn unmade(sources: &Sources, template: &str, error: &Error) -> Fault {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => reported(sources, report),
        ErrorKind::CircularExtend { tpl, .. }
        | ErrorKind::CircularInclude { tpl, .. }
        | ErrorKind::MissingParent { current: tpl, .. } => {
            placed(sources, tpl, None).with("problem", error.to_string())
        }
        _ => placed(sources, template, None).with("problem", error.to_string()),
    }
}

fn reported(sources: &Sources, report: &ReportError) -> Fault {
    let span = report.span();
    let fault = placed(sources, report.filename(), Some(span.range.clone()));
    explained(fault.with("line", span.start_line.to_string()), report.message())
}

/// Errors that are told in one text, each as `error: …`, then `--> page.html:2:8`, then a picture of the line.
fn several(sources: &Sources, texts: &BTreeMap<String, String>, message: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut problem = None;
    for line in message.lines() {
        if let Some(said) = line.strip_prefix(ERROR) {
            problem = Some(said);
        } else if let Some(place) = line.trim_start().strip_prefix(PLACE)
            && let Some(problem) = problem.take()
        {
            let mut parts = place.rsplitn(3, ':');
            let (column, row, template) = (parts.next(), parts.next(), parts.next().unwrap_or(place));
            let text = texts.get(template);
            let fault =
                match text.filter(|_| !sources.contains_key(template)).and_then(|it| used(sources, it)) {
                    Some(own) => explained(placed(sources, own, None), problem),
                    None => {
                        let fault =
                            placed(sources, template, text.and_then(|text| range(text, row?, column?)));
                        explained(fault.with("line", row.unwrap_or_default()), problem)
                    }
                };
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
    }
    faults
}

/// The user's own template that a built-in one uses: nothing else can be wrong with that.
fn used<'a>(sources: &'a Sources, text: &str) -> Option<&'a str> {
    sources.keys().map(String::as_str).find(|name| text.contains(&format!("\"{name}\"")))
}

/// The bytes of a text from a row and a column, both counted from 1, to the end of the word there.
fn range(text: &str, row: &str, column: &str) -> Option<Range<usize>> {
    let (row, column): (usize, usize) = (row.parse().ok()?, column.parse().ok()?);
    let before: usize = text.split_inclusive('\n').take(row.checked_sub(1)?).map(str::len).sum();
    let line = text[before..].lines().next()?;
    let word = &line[line.char_indices().nth(column.checked_sub(1)?)?.0..];
    let word = word.trim_start_matches('"');
    let start = before + line.len() - word.len();
    let is_end = |letter: char| letter.is_whitespace() || "\"(|%}".contains(letter);
    Some(start..start + word.find(is_end).unwrap_or(word.len()))
}

fn placed(sources: &Sources, template: &str, range: Option<Range<usize>>) -> Fault {
    let fault = Fault::new(Code::Template);
    let fault = match (sources.get(template), range) {
        (Some(path), Some(range)) => fault.at_range(path, range),
        (Some(path), None) => fault.at(path),
        (None, _) => fault,
    };
    if template.is_empty() { fault } else { fault.with("template", template) }
}

fn explained(fault: Fault, message: &str) -> Fault {
    let (problem, known) = message.split_once(" Available ").unwrap_or((message, ""));
    let known = known.split_once(": ").map_or("", |(_, names)| names);
    let fault = fault.with("problem", problem);
    let lacks =
        ["Variable", "Field", "Message", "Asset", "Unknown"].iter().any(|word| problem.starts_with(word));
    let Some(missing) = problem.split('`').nth(1).filter(|_| lacks) else { return fault };
    let fault = fault.with("missing", missing);
    let fault = if known.is_empty() { fault } else { fault.with("known", known) };
    match nearest(missing, known.split(", ")) {
        Some(near) => fault.with("hint", near),
        None => fault,
    }
}

#[cfg(test)]
mod tests {
    use tera::Tera;

    use super::*;

    /// What hinders the reading of one template of the user's, with the words that it points at.
    fn told(text: &str) -> Vec<(String, Option<String>)> {
        let texts: BTreeMap<String, String> = [("page.html".to_owned(), text.to_owned())].into();
        let sources: Sources = [("page.html".to_owned(), SitePath::new("themes/eget/page.html"))].into();
        let error = Tera::new().add_raw_templates(&texts).unwrap_err();
        let faults = unread(&sources, &texts, &error);
        faults
            .iter()
            .map(|fault| {
                assert_eq!(fault.argument("template"), Some("page.html"), "{text}");
                let place = fault.place.as_ref().unwrap();
                assert_eq!(place.path.as_str(), "themes/eget/page.html");
                let said = fault.argument("missing").or(fault.argument("problem")).unwrap();
                (said.to_owned(), place.range.map(|(from, to)| text[from..to].to_owned()))
            })
            .collect()
    }

    #[test]
    fn each_error_is_told_where_it_stands() {
        let of = |said: &str, at: &str| (said.to_owned(), Some(at.to_owned()));
        assert_eq!(told("åäö\n {{ x|nosuch }}"), [of("nosuch", "nosuch")]);
        assert_eq!(told("{{ nosuch(a=1) }}"), [of("nosuch", "nosuch")]);
        assert_eq!(told("{% if x is nosuch %}a{% endif %}"), [of("nosuch", "nosuch")]);
        assert_eq!(told("{% include \"nix.html\" %}"), [of("nix.html", "nix.html")]);
        assert_eq!(
            told("å {{ a|first_one }}\r\n{{ a|second_one }}"),
            [of("first_one", "first_one"), of("second_one", "second_one")]
        );
        assert_eq!(told("{% bad %}"), [of("Unknown tag", "bad")]);
        let both = [
            ("page.html", ""),
            ("standard/a.html", "{% extends \"page.html\" %}{% block b %}{% endblock %}"),
        ];
        let texts = both.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
        let sources: Sources = [("page.html".to_owned(), SitePath::new("themes/eget/page.html"))].into();
        let error = Tera::new().add_raw_templates(&texts).unwrap_err();
        let faults = unread(&sources, &texts, &error);
        assert_eq!(faults.len(), 1);
        assert_eq!(
            faults[0].argument("template"),
            Some("page.html"),
            "the built-in one is sound: {faults:?}"
        );
        let circle = told("{% include \"page.html\" %}");
        assert!(circle[0].0.starts_with("Circular include") && circle[0].1.is_none(), "{circle:?}");
        let orphan = told("{% extends \"nix.html\" %}");
        assert!(orphan[0].0.contains("nix.html") && orphan[0].1.is_none(), "{orphan:?}");
    }
}
