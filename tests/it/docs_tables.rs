//! Tables of the guides that the code makes. A table that differs is a failed test, and is
//! written anew when `STADGA_REFRESH` is set: `STADGA_REFRESH=1 cargo test docs_tables`.

use std::path::Path;

use stadga::model::keys::{self, Key};
use stadga::model::shape::{self, FRONT_MATTER};
use stadga::shell::key_words::KeyWords;
use stadga::shell::words::Language;

use crate::docs::{HANDBOOK, THEME, section};

const VIEWS: [&str; 3] = [
    include_str!("../../src/site/view.rs"),
    include_str!("../../src/site/archive_view.rs"),
    include_str!("../../src/site/parts.rs"),
];

/// A table that a guide holds as the first of a section.
pub(crate) struct Table {
    /// The section's heading, with its `#`.
    pub(crate) heading: String,
    pub(crate) columns: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    fn markdown(&self) -> String {
        let head = [self.columns.join(" | "), vec!["---"; self.columns.len()].join(" | ")];
        let rows = self.rows.iter().map(|row| row.join(" | "));
        let lines: Vec<String> = head.into_iter().chain(rows).map(|row| format!("| {row} |")).collect();
        lines.join("\n") + "\n"
    }
}

/// A guide with the tables that the code makes.
fn renewed(guide: &str, tables: &[Table]) -> String {
    let mut fresh = guide.to_owned();
    for table in tables {
        let part = section(&fresh, &table.heading);
        let start = part.find("\n| ").unwrap_or_else(|| panic!("{} has no table", table.heading)) + 1;
        let old = part[start..].lines().take_while(|line| line.starts_with('|'));
        let length: usize = old.map(|line| line.len() + 1).sum();
        let at = part.as_ptr() as usize - fresh.as_ptr() as usize + start;
        fresh.replace_range(at..at + length, &table.markdown());
    }
    fresh
}

/// Holds a guide to the tables that the code makes.
#[track_caller]
pub(crate) fn hold(path: &str, guide: &str, tables: &[Table]) {
    let fresh = renewed(guide, tables);
    if std::env::var_os("STADGA_REFRESH").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        std::fs::write(path, fresh).expect("the guide can be written");
        return;
    }
    let differs = guide.lines().zip(fresh.lines()).find(|(old, new)| old != new);
    assert_eq!(differs, None, "{path} is not what the code makes; STADGA_REFRESH=1 writes it anew");
    assert_eq!(guide.len(), fresh.len(), "{path} ends in another way than the code makes it");
}

/// The tables of views and their fields, from the structs and their comments.
fn views() -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut comment = String::new();
    for line in VIEWS.iter().flat_map(|source| source.lines()).map(str::trim) {
        if let Some(said) = line.strip_prefix("/// ") {
            comment.push_str(if comment.is_empty() { "" } else { " " });
            comment.push_str(said);
            continue;
        }
        let said = std::mem::take(&mut comment).replace("[`", "`").replace("`]", "`").replace("::", ".");
        if let Some(name) = line.strip_prefix("struct ").and_then(|it| it.strip_suffix(" {")) {
            let ending = format!(": {name}");
            let heading = THEME.lines().find(|line| line.starts_with("### ") && line.ends_with(&ending));
            tables.push(Table {
                heading: heading.unwrap_or_else(|| panic!("theme.md has no heading for {name}")).to_owned(),
                columns: vec!["field", "what", "meaning"],
                rows: Vec::new(),
            });
        } else if let Some((field, kind)) = line.strip_suffix(',').and_then(|it| it.split_once(": "))
            && let Some(table) = tables.last_mut()
            && !said.is_empty()
        {
            table.rows.push(vec![format!("`{field}`"), in_words(kind), said.replace('|', "\\|")]);
        }
    }
    tables
}

/// A type as the author of a template meets it.
fn in_words(kind: &str) -> String {
    let within = |outer: &str| kind.strip_prefix(outer).and_then(|it| it.strip_suffix('>'));
    if let Some(inner) = within("Option<") {
        return format!("{}, or none", in_words(inner));
    }
    if let Some(inner) = within("Vec<") {
        return format!("list of {}", in_words(inner));
    }
    match kind {
        "String" => "text",
        "bool" => "yes/no",
        "usize" | "u64" | "u32" | "u8" => "number",
        view => view,
    }
    .to_owned()
}

#[test]
fn the_theme_guide_tells_of_every_view_and_every_field() {
    let tables = views();
    assert!(tables.len() > 30 && tables.iter().all(|table| !table.rows.is_empty()));
    hold("docs/theme.md", THEME, &tables);
}

/// The headings of the tables of keys, in the order of [`shape::TABLES`].
const KEYS: [&str; 18] = [
    "### Dokument och lydelser",
    "### Vanliga sidor",
    "### I beslut",
    "### I rättelser",
    "### I avpublicerad",
    "### I samband",
    "### I ansvarig",
    "### I uppföljning",
    "### I kräver",
    "### Webbplatsen",
    "### En dokumenttyp",
    "### Ett organ",
    "### Tillgänglighet",
    "### I brister",
    "### I oskäligt betungande",
    "### I utanför lagen",
    "### Färger",
    "### Arkiv",
];

/// The tables of keys, from what the reader and the schema know of them.
fn keys() -> Vec<Table> {
    let table = |(heading, keys): (&str, &'static shape::Table)| {
        let has_places = keys.name == FRONT_MATTER.name;
        let row = |key: &Key| {
            let words = KeyWords::new(keys, *key, Language::Swedish);
            let mut row = vec![format!("`{}`", key.sv), format!("`{}`", key.en)];
            row.extend(has_places.then(|| place(*key).to_owned()));
            row.extend([words.value(), words.about()].map(|said| said.replace('|', "\\|")));
            row
        };
        let mut columns = vec!["Svenska", "Engelska"];
        columns.extend(has_places.then_some("Var"));
        columns.extend(["Värde", "Betydelse"]);
        Table { heading: heading.to_owned(), columns, rows: keys.keys.iter().map(row).collect() }
    };
    KEYS.into_iter().zip(shape::TABLES).map(table).collect()
}

/// In which file a key may stand.
fn place(key: Key) -> &'static str {
    match ([keys::ALIASES, keys::WITHDRAWN].contains(&key), keys::OF_DOCUMENT.contains(&key)) {
        (true, _) => "index",
        (false, true) => "båda",
        (false, false) => "lydelse",
    }
}

#[test]
fn the_handbook_tells_of_every_key() {
    hold("docs/handbok.md", HANDBOOK, &keys());
}

#[test]
fn a_table_that_differs_is_found() {
    let guide = "\n### A: B\n\n| field | what |\n| --- | --- |\n| `a` | text |\n\n| not | this |\n";
    let row = |what: &str| vec![vec!["`a`".to_owned(), what.to_owned()]];
    let table = |rows| Table { heading: "### A: B".into(), columns: vec!["field", "what"], rows };
    assert_eq!(renewed(guide, &[table(row("text"))]), guide);
    assert_eq!(renewed(guide, &[table(row("number"))]), guide.replace("text", "number"));
    assert!(!renewed(guide, &[table(Vec::new())]).contains("`a`"));
}
