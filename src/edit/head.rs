//! The front matter of a text as something to edit: a key set, an entry added, and every other
//! byte as its author wrote it.

use toml_edit::{
    Array, ArrayOfTables, Datetime, Decor, DocumentMut, InlineTable, Item, RawString, Table, TableLike, Value,
};

use crate::base::date::Approx;
use crate::base::fault::Fault;
use crate::base::path::SitePath;
use crate::base::snapshot::{Snapshot, Source};
use crate::model::config::Config;
use crate::model::content::FOLDER;
use crate::model::fields::{self, Origin};
use crate::model::front_matter;
use crate::model::keys::{self, Key};

/// The language in which an author writes keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// `title`
    English,
    /// `titel`
    Swedish,
}

impl Tongue {
    /// A key's name in it.
    pub fn name(self, key: Key) -> &'static str {
        match self {
            Self::English => key.en,
            Self::Swedish => key.sv,
        }
    }

    /// What most of a site's texts are written in, else what the site itself speaks.
    pub fn of_site(snapshot: &Snapshot) -> Self {
        let texts = snapshot.below(FOLDER).filter_map(|(path, source)| match source {
            Source::Text(text) => Head::read(path, text.as_str()).ok()?.tongue,
            Source::Asset(_) | Source::Unreadable(_) => None,
        });
        let (swedish, english): (Vec<Self>, Vec<Self>) = texts.partition(|it| *it == Self::Swedish);
        let speaks_swedish = || {
            let config = Config::read(snapshot, &mut Vec::new());
            config.is_none_or(|config| config.lang.tag().starts_with("sv"))
        };
        let as_many = swedish.len() == english.len();
        if swedish.len() > english.len() || as_many && speaks_swedish() {
            Self::Swedish
        } else {
            Self::English
        }
    }

    /// What a table's keys are in; `None` if they are the same words in both. One Swedish key is
    /// enough, as for the reader of front matter.
    fn of(table: &Table) -> Option<Self> {
        let known = || [keys::OF_VERSION, keys::OF_DOCUMENT, keys::OF_PAGE].into_iter().flatten();
        let written = |name: fn(&Key) -> &str| {
            let mut telling = known().filter(|key| key.en != key.sv);
            telling.any(|key| table.contains_key(name(key)))
        };
        if written(|key| key.sv) {
            Some(Self::Swedish)
        } else {
            written(|key| key.en).then_some(Self::English)
        }
    }
}

/// A text whose front matter can be edited.
#[derive(Clone, Debug)]
pub struct Head {
    before: String,
    facts: DocumentMut,
    after: String,
    /// The language of its keys, if they tell.
    pub tongue: Option<Tongue>,
}

impl Head {
    /// Reads a text.
    ///
    /// # Errors
    /// Why its front matter cannot be edited: there is none, it never ends, or it is no TOML.
    pub fn read(path: &SitePath, text: &str) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let Some((range, _)) = front_matter::split(path, text, &mut faults).filter(|(_, body)| *body > 0)
        else {
            return Err(faults);
        };
        let toml = &text[range.clone()];
        let Ok(facts) = toml.parse::<DocumentMut>() else {
            fields::parse(Origin { path, offset: range.start, toml }, &mut faults);
            return Err(faults);
        };
        let tongue = Tongue::of(&facts);
        Ok(Self { before: text[..range.start].into(), facts, after: text[range.end..].into(), tongue })
    }

    /// Reads a text of the site, and writes in the site's language where the text tells none.
    ///
    /// # Errors
    /// As [`Head::read`].
    pub fn open(snapshot: &Snapshot, path: &SitePath) -> Result<Self, Vec<Fault>> {
        let mut head = match snapshot.files.get(path) {
            Some(Source::Text(text)) => Self::read(path, text.as_str())?,
            Some(Source::Unreadable(why)) => return Err(vec![why.fault(path)]),
            Some(Source::Asset(_)) | None => Self::read(path, "")?,
        };
        head.tongue = head.tongue.or_else(|| Some(Tongue::of_site(snapshot)));
        Ok(head)
    }

    /// The language to write keys in.
    pub fn tongue(&self) -> Tongue {
        self.tongue.unwrap_or(Tongue::Swedish)
    }

    /// Sets a key, where it stands or after the others. What follows it on its line stays.
    pub fn set(&mut self, key: Key, value: impl Into<Value>) {
        let name = self.name(&*self.facts, key);
        set(&mut *self.facts, name, value.into());
    }

    /// Sets a key of the table under a key, or takes it away; `false` if no table stands there.
    pub fn set_within(&mut self, outer: Key, key: Key, value: Option<Value>) -> bool {
        let (outer, tongue) = (self.name(&*self.facts, outer), self.tongue());
        let Some(table) = self.facts.get_mut(outer).and_then(Item::as_table_like_mut) else { return false };
        let name = written(table, key).unwrap_or(tongue.name(key));
        match value {
            Some(value) => set(table, name, value),
            None => take_away(table, name),
        }
        true
    }

    /// Whether a key is given.
    pub fn has(&self, key: Key) -> bool {
        written(&*self.facts, key).is_some()
    }

    /// Adds an entry to the list of tables under a key, in the form in which the list is written.
    /// Keys without a value are left out. `false` if something else stands there.
    pub fn append(&mut self, key: Key, entry: &[(Key, Option<Value>)]) -> bool {
        let tongue = self.tongue();
        let name = self.name(&*self.facts, key);
        let entry = entry.iter().filter_map(|(key, value)| Some((tongue.name(*key), value.clone()?)));
        // `[beslut]` is read as a list of one.
        if let Some(item @ Item::Table(_)) = self.facts.get_mut(name)
            && let Ok(only) = std::mem::take(item).into_table()
        {
            *item = Item::ArrayOfTables(ArrayOfTables::from_iter([only]));
        }
        let end = last_position(&self.facts);
        match self.facts.get_mut(name) {
            Some(Item::Value(Value::Array(list))) => push_inline(list, entry.collect()),
            Some(item @ Item::Value(Value::InlineTable(_))) => {
                if let Ok(Value::InlineTable(mut only)) = std::mem::take(item).into_value() {
                    let decor = std::mem::replace(only.decor_mut(), Decor::new("", ""));
                    let mut list = Array::from_iter([only]);
                    push_inline(&mut list, entry.collect());
                    *list.decor_mut() = decor;
                    *item = Item::Value(Value::Array(list));
                }
            }
            Some(Item::ArrayOfTables(list)) => {
                let apart = list.iter().last().is_none_or(is_apart);
                let at_end = list.iter().filter_map(last_position).max() == end;
                let above = if at_end { take_trailing(&mut self.facts) } else { String::new() };
                if let Some(list) = self.facts.get_mut(name).and_then(Item::as_array_of_tables_mut) {
                    list.push(table(entry, &above, apart));
                }
            }
            Some(_) => return false,
            None => {
                let above = take_trailing(&mut self.facts);
                let mut new = table(entry, &above, !self.facts.is_empty() || !above.is_empty());
                new.set_position(Some(end.unwrap_or_default() + 1));
                self.facts.insert(name, Item::ArrayOfTables(ArrayOfTables::from_iter([new])));
            }
        }
        true
    }

    /// Takes keys out, with the notes that belong to them; gives them as TOML of their own.
    pub fn take(&mut self, keys: &[Key]) -> String {
        let mut taken = DocumentMut::new();
        for name in keys.iter().flat_map(|key| [key.en, key.sv]) {
            if let Some((key, item)) = self.facts.remove_entry(name) {
                taken.insert_formatted(&key, item);
            }
        }
        taken.to_string()
    }

    /// Lets go of the notes that may not be true of a text made from this one. What stays is about a key
    /// that is not `changed`: what stands after its value, and right above it.
    pub fn forget_notes(&mut self, changed: &[Key]) {
        let names: Vec<String> = self.facts.iter().map(|(name, _)| name.to_owned()).collect();
        for (place, name) in names.iter().enumerate() {
            let changed = changed.iter().any(|key| [key.en, key.sv].contains(&name.as_str()));
            let Some((mut key, item)) = self.facts.get_key_value_mut(name) else { continue };
            match item {
                Item::Value(value) => {
                    if changed {
                        value.decor_mut().set_suffix("");
                    }
                    forget_above(key.leaf_decor_mut(), changed, place == 0);
                }
                Item::Table(table) => forget_above(table.decor_mut(), changed, place == 0),
                Item::ArrayOfTables(list) => {
                    for table in list.iter_mut() {
                        forget_above(table.decor_mut(), changed, false);
                    }
                }
                Item::None => {}
            }
        }
        self.facts.set_trailing("");
    }

    /// The whole text.
    pub fn text(&self) -> String {
        format!("{}{}{}", self.before, self.facts, self.after)
    }

    /// The name under which a key stands, or would.
    fn name(&self, table: &dyn TableLike, key: Key) -> &'static str {
        written(table, key).unwrap_or(self.tongue().name(key))
    }
}

/// The name under which a key stands.
fn written(table: &dyn TableLike, key: Key) -> Option<&'static str> {
    [key.en, key.sv].into_iter().find(|name| table.contains_key(name))
}

/// A date as front matter has it: a day is TOML's own, anything else is text.
pub fn moment(text: &str) -> Value {
    let text = text.trim();
    let day = Approx::parse(text).ok().and_then(Approx::exact);
    let day: Option<Datetime> = day.and_then(|day| day.to_string().parse().ok());
    day.map_or_else(|| text.into(), Value::from)
}

/// Another value in the same place, with what stands around it.
fn replace(old: &mut Value, mut new: Value) {
    *new.decor_mut() = old.decor().clone();
    *old = new;
}

fn set(table: &mut dyn TableLike, name: &str, value: Value) {
    match table.get_mut(name) {
        Some(Item::Value(old)) => replace(old, value),
        _ => {
            table.insert(name, Item::Value(value));
        }
    }
}

/// Keeps of what stands above a key only the notes right above it, and a blank line before them. A fact
/// that is written as a note is not about the key below it.
fn forget_above(decor: &mut Decor, changed: bool, is_first: bool) {
    let above = decor.prefix().and_then(RawString::as_str).unwrap_or_default();
    let lines: Vec<&str> = above.split_inclusive('\n').collect();
    let blank = lines.iter().rposition(|line| line.trim().is_empty());
    let is_fact = |line: &&&str| {
        let note = line.trim().trim_start_matches('#').trim_start();
        let name = note.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        name.is_some_and(|end| end > 0 && note[end..].trim_start().starts_with('='))
    };
    let near = if changed { &[] } else { &lines[blank.map_or(0, |at| at + 1)..] };
    let mut kept = if blank.is_some() && !is_first { "\n".to_owned() } else { String::new() };
    kept.extend(near.iter().filter(|line| !is_fact(line)).copied());
    decor.set_prefix(kept);
}

/// Takes a key away; the space before a closing brace stays.
fn take_away(table: &mut dyn TableLike, name: &str) {
    let Some(Item::Value(gone)) = table.remove(name) else { return };
    let space = gone.decor().suffix().and_then(|suffix| suffix.as_str()).unwrap_or_default();
    if let Some((_, Item::Value(last))) = table.iter_mut().last()
        && !space.is_empty()
        && space.trim().is_empty()
    {
        last.decor_mut().set_suffix(space);
    }
}

/// A table to stand below what comes before it, with a blank line between if they stand `apart`.
fn table<'a>(entry: impl Iterator<Item = (&'a str, Value)>, above: &str, apart: bool) -> Table {
    let mut table: Table = entry.collect();
    let blank = if apart { "\n" } else { "" };
    *table.decor_mut() = Decor::new(format!("{above}{blank}"), "");
    table
}

/// Whether a blank line or a comment parts a table from what stands before it.
fn is_apart(table: &Table) -> bool {
    table.decor().prefix().and_then(|prefix| prefix.as_str()).is_some_and(|prefix| prefix.contains('\n'))
}

/// The place of the last of a table and the tables in it, as they follow each other in the text.
fn last_position(table: &Table) -> Option<isize> {
    let inner = table.iter().filter_map(|(_, item)| match item {
        Item::Table(table) => last_position(table),
        Item::ArrayOfTables(list) => list.iter().filter_map(last_position).max(),
        Item::None | Item::Value(_) => None,
    });
    inner.chain(table.position()).max()
}

/// What stands after the last value: it stays above what is added.
fn take_trailing(facts: &mut DocumentMut) -> String {
    let above = facts.trailing().as_str().unwrap_or_default().to_owned();
    facts.set_trailing("");
    above
}

/// Adds an entry to a list that is written inline, below the others if they stand below each other.
fn push_inline(list: &mut Array, mut entry: InlineTable) {
    let text = |raw: Option<&RawString>| raw.and_then(|it| it.as_str()).unwrap_or_default().to_owned();
    let Some(neighbour) = list.iter_mut().last() else {
        list.push(entry);
        return;
    };
    let before = text(neighbour.decor().prefix());
    // What follows the last entry on its line follows the comma from now on.
    let after = text(neighbour.decor().suffix());
    neighbour.decor_mut().set_suffix("");
    let after = after + &text(Some(list.trailing()));
    let said = after.trim_end();
    let indent = match before.rfind('\n') {
        Some(line) => before[line..].to_owned(),
        None if said.is_empty() => " ".into(),
        None => "\n".into(),
    };
    *entry.decor_mut() = Decor::new(format!("{said}{indent}"), "");
    list.push_formatted(Value::InlineTable(entry));
    list.set_trailing(&after[said.len()..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(toml: &str) -> Head {
        Head::read(&SitePath::new("content/a.md"), &format!("+++\n{toml}+++\n\nText\n")).unwrap()
    }

    fn toml(head: &Head) -> String {
        let text = head.text();
        text.strip_prefix("+++\n").unwrap().strip_suffix("+++\n\nText\n").unwrap().to_owned()
    }

    /// Adds a repeal, and looks at the front matter.
    #[track_caller]
    fn check_append(before: &str, after: &str) {
        let mut head = head(before);
        let entry =
            [(keys::ACT, Some("x".into())), (keys::DATE, Some(moment("2028-12-31"))), (keys::SECTION, None)];
        assert!(head.append(keys::DECISIONS, &entry));
        assert_eq!(toml(&head), after);
        Head::read(&SitePath::new("content/a.md"), &head.text()).expect("what is written can be read");
    }

    #[test]
    fn the_first_entry_stands_last_below_a_blank_line() {
        check_append(
            "titel = 'A' # se Dnr\n",
            "titel = 'A' # se Dnr\n\n[[beslut]]\natgard = \"x\"\ndatum = 2028-12-31\n",
        );
        check_append("title = 'A'\n", "title = 'A'\n\n[[decisions]]\nact = \"x\"\ndate = 2028-12-31\n");
        check_append(
            "title = 'A'\n\n# slut\n",
            "title = 'A'\n\n# slut\n\n[[decisions]]\nact = \"x\"\ndate = 2028-12-31\n",
        );
        check_append("", "[[beslut]]\natgard = \"x\"\ndatum = 2028-12-31\n");
    }

    #[test]
    fn an_entry_follows_its_own_list_before_other_tables() {
        check_append(
            "titel = 'A'\n[[beslut]]\natgard = 'a'\n# om\n\n# rättat\n[[rattelser]]\nvad = 'b'\n",
            "titel = 'A'\n[[beslut]]\natgard = 'a'\n[[beslut]]\natgard = \"x\"\ndatum = 2028-12-31\n# om\n\n# rättat\n[[rattelser]]\nvad = 'b'\n",
        );
        check_append(
            "[[rattelser]]\nvad = 'b'\n[ansvarig]\nroll = 'c'\n[[rattelser]]\nvad = 'd'\n",
            "[[rattelser]]\nvad = 'b'\n[ansvarig]\nroll = 'c'\n[[rattelser]]\nvad = 'd'\n\n[[beslut]]\natgard = \"x\"\ndatum = 2028-12-31\n",
        );
        check_append(
            "title = 'A'\n\n[decisions]\nact = 'a'\n# slut\n",
            "title = 'A'\n\n[[decisions]]\nact = 'a'\n# slut\n\n[[decisions]]\nact = \"x\"\ndate = 2028-12-31\n",
        );
        check_append(
            "title = 'A'\n[[decisions]]\n",
            "title = 'A'\n[[decisions]]\n[[decisions]]\nact = \"x\"\ndate = 2028-12-31\n",
        );
    }

    #[test]
    fn an_inline_list_stays_inline() {
        check_append(
            "beslut = [{ atgard = 'a' }] # ett\n",
            "beslut = [{ atgard = 'a' }, { atgard = \"x\", datum = 2028-12-31 }] # ett\n",
        );
        check_append("beslut = []\n", "beslut = [{ atgard = \"x\", datum = 2028-12-31 }]\n");
        check_append(
            "decisions = { act = 'a' } # ett\n",
            "decisions = [{ act = 'a' }, { act = \"x\", date = 2028-12-31 }] # ett\n",
        );
        check_append(
            "beslut = [\n  { atgard = 'a' }, # ett\n  { atgard = 'b' }, # två\n]\n",
            "beslut = [\n  { atgard = 'a' }, # ett\n  { atgard = 'b' }, # två\n  { atgard = \"x\", datum = 2028-12-31 },\n]\n",
        );
        check_append(
            "beslut = [\n  { atgard = 'b' } # två\n]\n",
            "beslut = [\n  { atgard = 'b' }, # två\n  { atgard = \"x\", datum = 2028-12-31 }\n]\n",
        );
    }

    #[test]
    fn what_is_no_list_of_tables_is_left_alone() {
        let mut head = head("beslut = 'a'\n");
        assert!(!head.append(keys::DECISIONS, &[]));
        assert_eq!(toml(&head), "beslut = 'a'\n");
    }

    #[test]
    fn a_key_is_set_where_it_stands() {
        let mut head = head("titel = 'A'\nansvarig   = 'B' # chefen\ntyp = 'c'\n");
        head.set(keys::RESPONSIBLE, "Rektor");
        head.set(keys::NOTE, "Ny");
        assert!(!head.set_within(keys::RESPONSIBLE, keys::ROLE, None));
        assert_eq!(
            toml(&head),
            "titel = 'A'\nansvarig   = \"Rektor\" # chefen\ntyp = 'c'\nkommentar = \"Ny\"\n"
        );
        for (before, after) in [
            ("ansvarig = { roll = 'B', person = 'C' }\n", "ansvarig = { roll = \"R\", person = 'C' }\n"),
            ("[ansvarig]\nroll = 'B' # b\n", "[ansvarig]\nroll = \"R\" # b\n"),
            ("ansvarig.role = 'B'\n", "ansvarig.role = \"R\"\n"),
        ] {
            let mut head = self::head(before);
            assert!(head.set_within(keys::RESPONSIBLE, keys::ROLE, Some("R".into())));
            assert_eq!(toml(&head), after);
        }
    }

    #[test]
    fn notes_are_forgotten_but_those_right_at_a_key_that_stays() {
        let mut head = head(
            "# Filen\n\ntitel = 'A' # heter så\n# ännu ej = ett faktum\ntyp = 'c' # ny\n\n# Allmänt\n\n# rollen\n# person = 'B'\n[ansvarig] # en\nroll = 'B' # b\n\n# i\n[[uppfoljning]] # två\nvad = 'c'\n# slut\n",
        );
        head.forget_notes(&[keys::TYPE]);
        assert_eq!(
            toml(&head),
            "titel = 'A' # heter så\ntyp = 'c'\n\n# rollen\n[ansvarig] # en\nroll = 'B' # b\n\n# i\n[[uppfoljning]] # två\nvad = 'c'\n"
        );
    }

    #[test]
    fn what_cannot_be_edited_says_why() {
        use crate::base::fault::Code;
        let path = SitePath::new("content/a.md");
        for (text, code) in [
            ("Text", Code::NoFrontMatter),
            ("+++\ntitle = 'A'\n", Code::NotClosed),
            ("+++\ntitle = A\n+++\n", Code::Toml),
        ] {
            let faults = Head::read(&path, text).unwrap_err();
            assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), [code], "{text}");
        }
    }

    #[test]
    fn a_day_is_a_toml_date_and_the_rest_is_text() {
        for (text, written) in [
            ("9/4 2014", "2014-04-09"),
            ("2014-04", "\"2014-04\""),
            ("VT 2014", "\"VT 2014\""),
            ("tills vidare", "\"tills vidare\""),
        ] {
            assert_eq!(moment(text).to_string(), written);
        }
    }
}
