//! Reads a TOML table tolerantly: what can be read is read, and every fault is
//! gathered with the place of the very token. Knows values, not documents.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::base::date::{Approx, Date, DateFault};
use crate::base::fault::{Code, Fault, Replacement, nearest};
use crate::base::path::SitePath;
use crate::model::keys::{self, Key};
use crate::model::misspelt;

/// Keys under which many tables are usual.
const SEVERAL: [Key; 6] =
    [keys::DECISIONS, keys::CORRECTIONS, keys::FOLLOW_UP, keys::FAILINGS, keys::BURDENS, keys::OUTSIDE_LAW];

/// Where a table stands: its file, and the byte at which its TOML begins there.
#[derive(Clone, Copy)]
pub struct Origin<'a> {
    /// The file.
    pub path: &'a SitePath,
    /// Bytes before the TOML.
    pub offset: usize,
    /// The TOML.
    pub toml: &'a str,
}

impl Origin<'_> {
    /// A span of the TOML as a span of the file.
    pub fn shift(self, span: Range<usize>) -> Range<usize> {
        span.start + self.offset..span.end + self.offset
    }

    fn fault(self, code: Code, span: Range<usize>) -> Fault {
        Fault::new(code).at_range(self.path, self.shift(span))
    }

    fn replace(self, span: Range<usize>, text: impl Into<String>) -> Replacement {
        let range = self.shift(span);
        Replacement { range: (range.start, range.end), text: text.into() }
    }
}

/// A date, or the words that stand where a date cannot be given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A date of any precision.
    Date(Approx),
    /// A condition, or "tills vidare".
    Words(String),
}

/// The places of the keys that a table gave, for faults that are found later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Marks(Vec<(&'static str, u32, u32)>);

impl Marks {
    /// Where a key's value stands in the file.
    pub fn range(&self, key: Key) -> Option<Range<usize>> {
        self.0.iter().find(|(name, ..)| *name == key.en).map(|(_, start, end)| *start as usize..*end as usize)
    }

    fn note(&mut self, key: Key, range: &Range<usize>) {
        let small = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        self.0.push((key.en, small(range.start), small(range.end)));
    }
}

/// A table being read.
pub struct Fields<'a> {
    /// Its author writes Swedish keys, so faults name keys in Swedish.
    swedish: bool,
    allowed: &'static [Key],
    table: &'a DeTable<'a>,
    origin: Origin<'a>,
    faults: &'a mut Vec<Fault>,
    /// Where the values that were read stand.
    pub marks: Marks,
}

impl<'a> Fields<'a> {
    /// Starts reading; keys that the table may not hold are faults at once.
    pub fn new(
        table: &'a DeTable<'a>,
        allowed: &'static [Key],
        elsewhere: &[Key],
        origin: Origin<'a>,
        faults: &'a mut Vec<Fault>,
    ) -> Self {
        Self::open(table, allowed, (elsewhere, None), origin, faults)
    }

    /// Starts reading, and says of misplaced keys where they belong.
    fn open(
        table: &'a DeTable<'a>,
        allowed: &'static [Key],
        (elsewhere, belongs): (&[Key], Option<&'static str>),
        origin: Origin<'a>,
        faults: &'a mut Vec<Fault>,
    ) -> Self {
        let is_swedish = |(name, _): (&Spanned<_>, _)| {
            allowed.iter().any(|key| *name.get_ref() == key.sv && key.sv != key.en)
        };
        let swedish = table.iter().any(is_swedish);
        let mut given: Vec<Key> =
            table.iter().filter_map(|(name, _)| named(allowed, name.get_ref())).collect();
        for (name, value) in table {
            let text: &str = name.get_ref();
            if named(allowed, text).is_some() {
                continue;
            }
            if named(elsewhere, text).is_some() {
                let mut fault = origin.fault(Code::MisplacedKey, name.span()).with("key", text);
                fault.arguments.extend(belongs.map(|place| ("belongs", place.to_owned())));
                faults.push(fault);
                continue;
            }
            let mut fault = origin.fault(Code::UnknownKey, name.span()).with("key", text);
            if let Some(meant) = misspelt::meant(text, allowed, &given, swedish) {
                fault = fault.with("nearest", meant.name);
                if meant.sure {
                    fault.remedy = renaming(origin, name.span(), value, meant.name);
                    given.extend(named(allowed, meant.name));
                }
            } else if belongs.is_some() {
                // So few that all can be named.
                let known: Vec<&str> =
                    allowed.iter().map(|key| if swedish { key.sv } else { key.en }).collect();
                fault = fault.with("known", known.join(", "));
            }
            if !text.is_ascii() {
                fault = fault.with("hint", "letters");
            }
            faults.push(fault);
        }
        Self { swedish, allowed, table, origin, faults, marks: Marks::default() }
    }

    /// The origin of the table, for tables within it.
    pub fn origin(&self) -> Origin<'a> {
        self.origin
    }

    /// A key's name as the author of the table would write it.
    pub fn name(&self, key: Key) -> &'static str {
        if self.swedish { key.sv } else { key.en }
    }

    /// The value under a key, in whichever language it is written.
    pub fn value(&mut self, key: Key) -> Option<&'a Spanned<DeValue<'a>>> {
        let find =
            |name: &str| self.table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value);
        let (en, sv) = (find(key.en), if key.sv == key.en { None } else { find(key.sv) });
        // A key that is asked for again has been told of.
        if let (Some(_), Some(second), None) = (en, sv, self.marks.range(key)) {
            let fault = self.origin.fault(Code::DoubleKey, second.span());
            self.faults.push(fault.with("key", key.en).with("alias", key.sv));
        }
        let found = en.or(sv)?;
        self.marks.note(key, &self.origin.shift(found.span()));
        Some(found)
    }

    /// Adds a fault at a value.
    pub fn fault(&mut self, code: Code, value: &Spanned<DeValue>) -> &mut Fault {
        self.fault_at(code, value.span())
    }

    /// Adds a fault at a span of the TOML.
    pub fn fault_at(&mut self, code: Code, span: Range<usize>) -> &mut Fault {
        self.faults.push(self.origin.fault(code, span));
        let last = self.faults.len() - 1;
        &mut self.faults[last]
    }

    /// The faults, for what reads tables within this one.
    pub fn faults(&mut self) -> &mut Vec<Fault> {
        self.faults
    }

    fn wrong_type(&mut self, key: Key, value: &Spanned<DeValue>, expected: &'static str) {
        let found = value.get_ref().type_str();
        let name = self.name(key);
        let fault = self.fault(Code::WrongType, value);
        fault.arguments = vec![("key", name.into()), ("expected", expected.into()), ("found", found.into())];
    }

    /// Text; an empty one counts as absent, since an empty label says nothing.
    pub fn text(&mut self, key: Key) -> Option<String> {
        let value = self.value(key)?;
        self.as_text(key, value)
    }

    fn as_text(&mut self, key: Key, value: &Spanned<DeValue>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            // A § or a year is often written as a bare number; what stands there is what is meant.
            DeValue::Integer(number) => Some(number.as_str().to_owned()),
            _ => {
                self.wrong_type(key, value, "text");
                None
            }
        }
    }

    /// One text or a list of them.
    pub fn texts(&mut self, key: Key) -> Vec<String> {
        let Some(value) = self.value(key) else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(|item| self.as_text(key, item)).collect(),
            _ => self.as_text(key, value).into_iter().collect(),
        }
    }

    /// True or false.
    pub fn flag(&mut self, key: Key) -> Option<bool> {
        let value = self.value(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(key, value, "flag");
        }
        flag
    }

    /// A whole number.
    pub fn number(&mut self, key: Key) -> Option<i64> {
        let value = self.value(key)?;
        let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
        if number.is_none() {
            self.wrong_type(key, value, "number");
        }
        number
    }

    /// One of a few words, in either language; the first column is what is meant.
    pub fn choice<T: Copy + PartialEq>(
        &mut self,
        key: Key,
        choices: &[(T, &'static str, &'static str)],
    ) -> Option<T> {
        let value = self.value(key)?;
        let text = self.as_text(key, value)?;
        let wanted = text.to_lowercase();
        let found = choices.iter().find(|(_, en, sv)| wanted == *en || wanted == *sv);
        if found.is_none() {
            let known: Vec<&str> = choices.iter().flat_map(|(_, en, sv)| [*en, *sv]).collect();
            let near = nearest(&text, known.iter().copied()).map(str::to_owned);
            // Each is listed once, in the writer's language.
            let first_of = |index: usize| !choices[..index].iter().any(|it| it.0 == choices[index].0);
            let listed = choices.iter().enumerate().filter(|(index, _)| first_of(*index));
            let listed: Vec<&str> =
                listed.map(|(_, (_, en, sv))| if self.swedish { *sv } else { *en }).collect();
            let name = self.name(key);
            let fault = self.fault(Code::UnknownValue, value);
            fault.arguments = vec![("key", name.into()), ("value", text), ("known", listed.join(", "))];
            fault.arguments.extend(near.map(|near| ("nearest", near)));
        }
        found.map(|(choice, ..)| *choice)
    }

    /// A date; anything else is a fault.
    pub fn date(&mut self, key: Key) -> Option<Approx> {
        let value = self.value(key)?;
        match self.as_moment(key, value)? {
            Moment::Date(date) => Some(date),
            Moment::Words(text) => {
                let name = self.name(key);
                let fault = self.fault(Code::NotADate, value);
                fault.arguments = vec![("key", name.into()), ("value", text)];
                None
            }
        }
    }

    /// A date that is one day; anything else is a fault.
    pub fn day(&mut self, key: Key) -> Option<Date> {
        let date = self.date(key)?;
        if date.exact().is_none() {
            let (name, value) = (self.name(key), self.value(key)?);
            self.fault(Code::NotADate, value).arguments = vec![("key", name.into()), ("value", date.ascii())];
        }
        date.exact()
    }

    /// A date, or words in its place.
    pub fn moment(&mut self, key: Key) -> Option<Moment> {
        let value = self.value(key)?;
        self.as_moment(key, value)
    }

    fn as_moment(&mut self, key: Key, value: &Spanned<DeValue>) -> Option<Moment> {
        if let DeValue::Datetime(datetime) = value.get_ref() {
            return self.as_day(key, value, datetime).map(Moment::Date);
        }
        let text = self.as_text(key, value)?;
        match Approx::parse(&text) {
            Ok(date) => Some(Moment::Date(date)),
            Err(DateFault::NotADate) => Some(Moment::Words(text)),
            Err(DateFault::Impossible) => {
                let name = self.name(key);
                let fault = self.fault(Code::ImpossibleDate, value);
                fault.arguments = vec![("key", name.into()), ("value", text)];
                None
            }
            Err(DateFault::Span(from, until)) => {
                let (name, from_key) = (self.name(key), self.name(keys::VALID_FROM));
                let until_key = self.name(keys::VALID_UNTIL);
                let remedy = self.two_keys(key, value, [(from_key, from), (until_key, until)]);
                let fault = self.fault(Code::DateSpan, value);
                fault.remedy = remedy;
                fault.arguments = vec![("key", name.into()), ("value", text)];
                // Other dates are one day, and a span of theirs is no validity.
                if [keys::VALID_FROM, keys::VALID_UNTIL].contains(&key) {
                    fault.arguments.extend([
                        ("from_key", from_key.into()),
                        ("until_key", until_key.into()),
                        ("from", from.ascii()),
                        ("until", until.ascii()),
                    ]);
                }
                None
            }
        }
    }

    /// A span as two keys, each on its line; nothing if one of them is given already, or if the
    /// span stands under a key that has no end.
    fn two_keys(&self, key: Key, value: &Spanned<DeValue>, dates: [(&str, Approx); 2]) -> Vec<Replacement> {
        let both = [keys::VALID_FROM, keys::VALID_UNTIL];
        let given = self.table.iter().filter(|(name, _)| named(&both, name.get_ref()).is_some());
        let mut names = given.map(|(name, _)| name.span());
        let (Some(name), None, true) = (names.next(), names.next(), both.contains(&key)) else {
            return Vec::new();
        };
        let lines = dates.map(|(name, date)| match date.exact() {
            Some(day) => format!("{name} = {day}"),
            None => format!("{name} = \"{}\"", date.ascii()),
        });
        vec![self.origin.replace(name.start..value.span().end, lines.join("\n"))]
    }

    fn as_day(
        &mut self,
        key: Key,
        value: &Spanned<DeValue>,
        datetime: &toml::value::Datetime,
    ) -> Option<Approx> {
        let written = self.origin.toml.get(value.span()).unwrap_or_default();
        let code = match (datetime.date, datetime.time) {
            (Some(date), None) => match Approx::parse(&date.to_string()) {
                Ok(day) => return Some(day),
                Err(_) => Code::NotADate,
            },
            (None, None) => Code::ImpossibleDate,
            _ => {
                self.wrong_type(key, value, "date");
                return None;
            }
        };
        let name = self.name(key);
        self.fault(code, value).arguments = vec![("key", name.into()), ("value", written.into())];
        None
    }

    /// The only table under a key.
    pub fn table(&mut self, key: Key) -> Option<(&'a DeTable<'a>, Range<usize>)> {
        let value = self.value(key)?;
        if let DeValue::Table(table) = value.get_ref() {
            return Some((table, value.span()));
        }
        self.wrong_type(key, value, "table");
        None
    }

    /// The tables under a key: one, or a list of them.
    pub fn tables(&mut self, key: Key) -> Vec<(&'a DeTable<'a>, Range<usize>)> {
        self.items(key)
            .into_iter()
            .filter_map(|item| {
                if let DeValue::Table(table) = item.get_ref() {
                    Some((table, item.span()))
                } else {
                    let expected = match key {
                        keys::WITHDRAWN => "withdrawal",
                        _ if SEVERAL.contains(&key) => "tables",
                        _ => "table",
                    };
                    self.wrong_type(key, item, expected);
                    None
                }
            })
            .collect()
    }

    /// The values under a key: one, or a list of them.
    pub fn items(&mut self, key: Key) -> Vec<&'a Spanned<DeValue<'a>>> {
        match self.value(key) {
            None => Vec::new(),
            Some(value) => match value.get_ref() {
                DeValue::Array(items) => items.iter().collect(),
                _ => vec![value],
            },
        }
    }

    /// Reads a table within this one.
    pub fn within<T>(
        &mut self,
        table: &'a DeTable<'a>,
        allowed: &'static [Key],
        read: impl FnOnce(&mut Fields) -> T,
    ) -> T {
        // What follows a header belongs to its table, whatever its author thought.
        let outer = (self.allowed, Some("above"));
        let mut fields = Fields::open(table, allowed, outer, self.origin, self.faults);
        fields.swedish |= self.swedish;
        read(&mut fields)
    }

    /// Says that a key must be given here and is not.
    pub fn missing(&mut self, key: Key, span: Range<usize>) {
        let name = self.name(key);
        let is_in_braces = self.origin.toml.get(span.start..).is_some_and(|toml| toml.starts_with('{'));
        let hint = if self.allowed == keys::OF_WITHDRAWAL { "withdrawal" } else { "braces" };
        let fault = self.fault_at(Code::MissingValue, span);
        fault.arguments = vec![("key", name.into())];
        fault.arguments.extend(is_in_braces.then(|| ("hint", hint.to_owned())));
    }
}

/// Another name for a key wherever it is written.
fn renaming(origin: Origin, name: Range<usize>, value: &Spanned<DeValue>, new: &str) -> Vec<Replacement> {
    let places = misspelt::places(origin.toml, name, value).unwrap_or_default();
    places.into_iter().map(|place| origin.replace(place, new)).collect()
}

fn named(keys: &[Key], name: &str) -> Option<Key> {
    keys.iter().copied().find(|key| key.en == name || key.sv == name)
}

/// Parses TOML. A date that the calendar lacks, a key that stands twice and one with å, ä or ö leave
/// the rest readable; after any other fault nothing is sure. All are told, the first of each line.
pub fn parse<'a>(origin: Origin<'a>, faults: &mut Vec<Fault>) -> Option<Spanned<DeTable<'a>>> {
    let (table, errors) = DeTable::parse_recoverable(origin.toml);
    let mut broken_lines = BTreeSet::new();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let span = span.start.min(origin.toml.len())..span.end.min(origin.toml.len());
        let bare = error.message().starts_with("invalid unquoted key");
        if is_in_date(origin.toml, span.start) || (bare && is_in_key(table.get_ref(), span.start)) {
            continue; // the one who reads the value or the table says so
        }
        if error.message() == "duplicate key" {
            let key = origin.toml[span.clone()].to_owned();
            faults.push(origin.fault(Code::DoubleKey, span).with("key", key));
        } else if broken_lines.insert(origin.toml[..span.start].matches('\n').count()) {
            let is_in_braces = origin.toml[..span.start].trim_end().rfind(['{', '}', '\n']);
            let is_in_braces = is_in_braces.is_some_and(|at| origin.toml[at..].starts_with('{'));
            let mut fault = origin.fault(Code::Toml, span).with("message", error.message());
            fault.arguments.extend(is_in_braces.then(|| ("hint", "braces".to_owned())));
            faults.push(fault);
        }
    }
    broken_lines.is_empty().then_some(table)
}

/// Whether a byte of TOML lies in a key that was read as one all the same.
fn is_in_key(table: &DeTable, at: usize) -> bool {
    fn in_value(value: &DeValue, at: usize) -> bool {
        match value {
            DeValue::Table(table) => is_in_key(table, at),
            DeValue::Array(items) => items.iter().any(|item| in_value(item.get_ref(), at)),
            _ => false,
        }
    }
    table.iter().any(|(name, value)| name.span().contains(&at) || in_value(value.get_ref(), at))
}

/// Whether a byte of TOML lies in what is written as a bare date: `2014-02-30`.
fn is_in_date(toml: &str, at: usize) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"-:.+".contains(&byte);
    let bytes = toml.as_bytes();
    let start = bytes[..at].iter().rposition(|byte| !is_part(*byte)).map_or(0, |before| before + 1);
    let token = &bytes[start..];
    token.len() >= 5 && token[..4].iter().all(u8::is_ascii_digit) && token[4] == b'-'
}
