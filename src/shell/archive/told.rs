//! What is wrong with an archive, in words.

use crate::archive::found::Found;
use crate::shell::words::{Value, Words};

/// One line: what is wrong, and where.
pub fn told(found: &Found, words: &Words) -> String {
    // Names come from files: no control character of theirs may reach the terminal.
    let shown = |text: &Option<String>| {
        let text = text.as_deref().unwrap_or("none");
        Value::from(text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect::<String>())
    };
    // Of two checkpoints, how many lines each stands for.
    let sizes = found.detail.as_deref().and_then(|detail| detail.split_once(" ↔ "));
    let (kept, log) = sizes.unwrap_or(("?", "?"));
    let is_older = kept.parse::<u64>().ok() > log.parse::<u64>().ok();
    let arguments = [
        ("kept", kept.into()),
        ("log", log.into()),
        ("older", if is_older { "yes" } else { "no" }.into()),
        ("object", shown(&found.object)),
        ("version", shown(&found.version)),
        ("file", shown(&found.file)),
        ("detail", shown(&found.detail)),
    ];
    let place = words.say("archive-found-place", &arguments);
    let what = words.say(&format!("archive-found-{}", found.what.name()), &arguments);
    let place = place.trim_start();
    if place.is_empty() { what } else { format!("{place}: {what}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::found::What;
    use crate::shell::words::Language;

    #[test]
    fn all_that_may_be_wrong_has_words() {
        for language in [Language::Swedish, Language::English] {
            for what in What::ALL {
                let words = Words::of(language);
                let bare = told(&what.found(), words); // asserts that nothing is missing
                assert!(!bare.contains(['{', '(']) && !bare.ends_with('.'), "{bare}");
                let full = what.at("fil").of("objekt").version("v1").because("skäl\u{1b}");
                let full = told(&full, words);
                assert!(full.starts_with("objekt v1 fil: ") && !full.contains('\u{1b}'), "{full}");
            }
        }
    }
}
