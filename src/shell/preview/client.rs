//! What the preview does in the browser: it listens for changes and shows them without being asked.

/// The files, by name, with what they are. They stand below `/_stadga/`.
pub const CLIENT: [(&str, &str, &str); 3] = [
    ("visa.js", "text/javascript; charset=utf-8", include_str!("client/visa.js")),
    ("lyssna.js", "text/javascript; charset=utf-8", include_str!("client/lyssna.js")),
    ("visa.css", "text/css; charset=utf-8", include_str!("client/visa.css")),
];
