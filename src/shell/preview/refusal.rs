//! Pages that say why a request is not answered. They need no site.

use crate::shell::markup::escaped;
use crate::shell::words::{Value, Words};

/// The page of a message that has a `.title` and a `.text`.
pub fn refusal(words: &Words, id: &str, arguments: &[(&str, Value)]) -> String {
    let say = |part: &str| escaped(&words.say(&format!("{id}.{part}"), arguments));
    let (lang, title, text) = (words.language.tag(), say("title"), say("text"));
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{text}</p>\n</main>\n</body>\n</html>\n"
    )
}
