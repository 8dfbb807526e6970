//! Which type a file of the website is, by its name.

/// The type, with the character set where stadga itself has written the text.
pub fn of_made(path: &str) -> &'static str {
    match extension(path) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        _ => of_file(path),
    }
}

/// The type of a file that is copied as it is: nobody knows how its letters are written.
pub fn of_file(path: &str) -> &'static str {
    mime_guess::from_ext(extension(path)).first_raw().unwrap_or("application/octet-stream")
}

fn extension(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_site_holds_has_its_type() {
        for (path, kind) in [
            ("dokument/index.html", "text/html; charset=utf-8"),
            ("assets/style.css", "text/css; charset=utf-8"),
            ("js/a.js", "text/javascript; charset=utf-8"),
            ("data/register.json", "application/json; charset=utf-8"),
            ("robots.txt", "text/plain; charset=utf-8"),
            ("ikon.svg", "image/svg+xml"),
            ("x/bilaga 1.PDF", "application/pdf"),
            ("a.webp", "image/webp"),
            ("karta.avif", "image/avif"),
            ("typ.woff2", "font/woff2"),
            ("budget.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            ("a.b/utan", "application/octet-stream"),
        ] {
            assert_eq!(of_made(path), kind, "{path}");
        }
        assert_eq!(of_file("lista.csv"), "text/csv");
    }
}
