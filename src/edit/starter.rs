//! A small site to begin with: it builds, and explains itself.

use jiff::ToSpan as _;
use toml_edit::Value;

use crate::base::date::Date;
use crate::base::path::SitePath;
use crate::edit::template::{Gap, fill};
use crate::model::config;

/// What a new site is told.
pub struct Beginning<'a> {
    /// The municipality.
    pub name: &'a str,
    /// Where the site will stand, if that is known.
    pub address: Option<&'a str>,
    /// The day it is begun on.
    pub today: Date,
}

/// The files of a new site, from templates: name and text, either of which may have gaps. The
/// settings come last: where they stand, the site is whole.
pub fn files<'a>(
    templates: impl IntoIterator<Item = (&'a str, &'a str)>,
    beginning: &Beginning,
) -> Vec<(SitePath, String)> {
    let quoted = |text: &str| Value::from(text).to_string();
    let today = beginning.today;
    let gaps = [
        ("name", Gap::Known(quoted(beginning.name))),
        ("address", Gap::new(beginning.address.map(quoted), "\"https://styrdokument.kommun.example/\"")),
        ("today", Gap::Known(today.to_string())),
        // Nothing may be overdue from birth, so the decisions are made up to be recent.
        ("earlier", Gap::Known(monday_before(today, 36).to_string())),
        ("between", Gap::Known(monday_before(today, 10).to_string())),
        ("later", Gap::Known(monday_before(today, 1).to_string())),
    ];
    let mut files: Vec<(SitePath, String)> = templates
        .into_iter()
        .map(|(path, text)| (SitePath::new(&fill(path, &gaps)), fill(text, &gaps)))
        .collect();
    files.sort_by_cached_key(|(path, _)| (path.as_str() == config::FILE, path.clone()));
    files
}

/// The last Monday, when councils like to meet, of those at least so many months ago.
fn monday_before(today: Date, months: i32) -> Date {
    let then = today.checked_sub(months.months()).unwrap_or(Date::MIN);
    let since = i32::from(then.weekday().to_monday_zero_offset());
    then.checked_sub(since.days()).unwrap_or(Date::MIN)
}
