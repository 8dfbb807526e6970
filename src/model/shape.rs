//! What may stand under each key, as data: for the schema that editors read, and for the
//! handbook. The reader (`front_matter`, `config`) decides; a law in the tests holds the two
//! together.

use crate::model::config::{AFTER_TERMS, LANGS, LINKS};
use crate::model::decision::ACTS;
use crate::model::front_matter::{CHANGES, RHYTHMS, YEARLY};
use crate::model::keys::{self, Key};
use crate::model::kind::GROUPS;
use crate::model::statement::{METHODS, degrees};

/// What a value looks like.
pub enum Shape {
    /// Text, or a whole number: `§ 60` is often written `60`.
    Text,
    /// One text, or a list of them.
    Texts,
    /// The id or name of a type, of this site.
    Type,
    /// A body by any of its names.
    Body,
    /// Bodies, or the kind of some.
    Bodies,
    /// The name of a document.
    Document,
    /// The name of something that the site has: a theme, a time zone, a version.
    Name,
    /// A file beside the text.
    File,
    /// A year, as text or number.
    Year,
    /// An address of the web.
    Url,
    /// The address of a site: no query, no fragment.
    BaseUrl,
    /// A language tag.
    Language,
    /// A date of any precision.
    Date,
    /// A date that is one day.
    Day,
    /// A date, or words for a condition.
    Moment,
    /// A colour of the screen: `#0b5d3b`.
    Color,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Number,
    /// One of a few words; English and Swedish, some of them with a second spelling.
    Choice(Vec<(&'static str, &'static str)>),
    /// An id or a title, a table, or a list of these.
    Relations(&'static Table),
    /// A role, or a table.
    Role(&'static Table),
    /// Tables, each under `[[key]]`; one alone is read too.
    Entries(&'static Table),
    /// A table between braces; a list of them is read too.
    Inline(&'static Table),
    /// A table of its own, under `[key]`.
    Table(&'static Table),
    /// A table for each of some things, under its id.
    Named(&'static Table),
    /// Nothing reads it yet.
    Reserved,
}

/// A table of keys.
pub struct Table {
    /// What it is about, as in the catalogue of keys.
    pub name: &'static str,
    /// The keys, in the order of the handbook.
    pub keys: &'static [Key],
    /// Of each group, one must be given.
    pub needs: &'static [&'static [Key]],
    /// What may stand under a key.
    pub shape: fn(Key) -> Shape,
}

/// Front matter, of whatever file. Nothing is needed: a version may have its title and type from
/// `index.md`, a translation everything from its version.
pub const FRONT_MATTER: Table =
    Table { name: "front-matter", keys: keys::OF_VERSION, needs: &[], shape: in_front_matter };
/// Front matter of a plain page; its keys are among those of a version.
pub const PAGE: Table =
    Table { name: "page", keys: keys::OF_PAGE, needs: &[&[keys::TITLE]], shape: in_front_matter };
/// `[[decisions]]`
pub const DECISION: Table = Table {
    name: "decision",
    keys: keys::OF_DECISION,
    needs: &[&[keys::ACT], &[keys::DATE]],
    shape: |key| match key {
        keys::ACT => Shape::Choice(words(ACTS)),
        keys::BY => Shape::Body,
        keys::DATE => Shape::Date,
        keys::MINUTES => Shape::Url,
        keys::UNTIL => Shape::Moment,
        _ => Shape::Text,
    },
};
/// `[[corrections]]`
pub const CORRECTION: Table = Table {
    name: "correction",
    keys: keys::OF_CORRECTION,
    needs: &[&[keys::WHAT]],
    shape: |key| if key == keys::DATE { Shape::Date } else { Shape::Text },
};
/// `withdrawn`
pub const WITHDRAWAL: Table = Table {
    name: "withdrawal",
    keys: keys::OF_WITHDRAWAL,
    needs: &[&[keys::REASON]],
    shape: |key| if key == keys::DATE { Shape::Date } else { Shape::Text },
};
/// A relation that is more than an id.
pub const RELATION: Table = Table {
    name: "relation",
    keys: keys::OF_RELATION,
    needs: &[&[keys::ID, keys::TITLE]],
    shape: |key| match key {
        keys::ID => Shape::Document,
        keys::FROM => Shape::Date,
        keys::URL => Shape::Url,
        _ => Shape::Text,
    },
};
/// `responsible`, when it is more than a role.
pub const RESPONSIBLE: Table =
    Table { name: "responsible", keys: keys::OF_RESPONSIBLE, needs: &[], shape: |_| Shape::Text };
/// `follow_up`
pub const FOLLOW_UP: Table =
    Table { name: "follow-up", keys: keys::OF_FOLLOW_UP, needs: &[&[keys::WHAT]], shape: |_| Shape::Text };
/// `expects`
pub const EXPECTATION: Table = Table {
    name: "expectation",
    keys: keys::OF_EXPECTATION,
    needs: &[&[keys::TYPE]],
    shape: |key| match key {
        keys::TYPE => Shape::Type,
        keys::EVERY => Shape::Choice(words(YEARLY)),
        _ => Shape::Bodies,
    },
};
/// `stadga.toml`
pub const SETTINGS: Table =
    Table { name: "settings", keys: keys::OF_SITE, needs: &[&[keys::NAME]], shape: in_settings };
/// `[types.ID]`
pub const TYPE: Table = Table {
    name: "type",
    keys: keys::OF_TYPE,
    needs: &[],
    shape: |key| if key == keys::GROUP { Shape::Choice(words(GROUPS)) } else { Shape::Text },
};
/// `[bodies.ID]`
pub const BODY: Table = Table {
    name: "body",
    keys: keys::OF_BODY,
    needs: &[],
    shape: |key| match key {
        keys::FORMER => Shape::Texts,
        keys::FROM | keys::UNTIL => Shape::Year,
        _ => Shape::Text,
    },
};
/// `[accessibility]`. The law demands most of its keys; what lacks is told by the reader, since a
/// schema would need a line for each way to write them.
pub const STATEMENT: Table = Table {
    name: "statement",
    keys: keys::OF_STATEMENT,
    needs: &[],
    shape: |key| match key {
        keys::CONFORMANCE => Shape::Choice(degrees()),
        keys::METHOD => Shape::Choice(words(METHODS)),
        keys::ASSESSED | keys::UPDATED => Shape::Day,
        keys::FORM => Shape::Url,
        keys::FAILINGS => Shape::Entries(&FAILING),
        keys::BURDENS => Shape::Entries(&BURDEN),
        keys::OUTSIDE_LAW => Shape::Entries(&OUTSIDE_LAW),
        _ => Shape::Text,
    },
};
/// `[[accessibility.failings]]`
pub const FAILING: Table = Table {
    name: "failing",
    keys: keys::OF_FAILING,
    needs: &[&[keys::WHAT]],
    shape: |key| if key == keys::MENDED_BY { Shape::Date } else { Shape::Text },
};
/// `[[accessibility.burdens]]`
pub const BURDEN: Table =
    Table { name: "burden", keys: keys::OF_EXCEPTION, needs: &[&[keys::WHAT]], shape: |_| Shape::Text };
/// `[[accessibility.outside_law]]`
pub const OUTSIDE_LAW: Table =
    Table { name: "outside-law", keys: keys::OF_EXCEPTION, needs: &[&[keys::WHAT]], shape: |_| Shape::Text };
/// `[archive]`
pub const ARCHIVE: Table =
    Table { name: "archive", keys: keys::OF_ARCHIVE, needs: &[&[keys::NAME]], shape: |_| Shape::Text };
/// `[colors]`
pub const COLORS: Table =
    Table { name: "colors", keys: keys::OF_COLORS, needs: &[], shape: |_| Shape::Color };

/// All of them, in the order of the handbook.
pub const TABLES: [&Table; 18] = [
    &FRONT_MATTER,
    &PAGE,
    &DECISION,
    &CORRECTION,
    &WITHDRAWAL,
    &RELATION,
    &RESPONSIBLE,
    &FOLLOW_UP,
    &EXPECTATION,
    &SETTINGS,
    &TYPE,
    &BODY,
    &STATEMENT,
    &FAILING,
    &BURDEN,
    &OUTSIDE_LAW,
    &COLORS,
    &ARCHIVE,
];

fn in_front_matter(key: Key) -> Shape {
    match key {
        keys::TYPE => Shape::Type,
        keys::ADOPTED_BY => Shape::Body,
        keys::ADOPTED | keys::REVIEW_BY => Shape::Date,
        keys::MINUTES => Shape::Url,
        keys::VALID_FROM | keys::VALID_UNTIL => Shape::Moment,
        keys::REVIEW => Shape::Choice(words(RHYTHMS)),
        keys::RESPONSIBLE => Shape::Role(&RESPONSIBLE),
        keys::APPLIES_TO | keys::KEYWORDS | keys::ALIASES => Shape::Texts,
        keys::ORIGINAL => Shape::File,
        keys::LANG => Shape::Language,
        keys::REPLACES | keys::IMPLEMENTS | keys::ANNEX_OF | keys::RELATED | keys::BASED_ON => {
            Shape::Relations(&RELATION)
        }
        keys::CHANGE => Shape::Choice(words(CHANGES)),
        keys::FOLLOW_UP => Shape::Inline(&FOLLOW_UP),
        keys::EXPECTS => Shape::Inline(&EXPECTATION),
        keys::DECISIONS => Shape::Entries(&DECISION),
        keys::CORRECTIONS => Shape::Entries(&CORRECTION),
        keys::DRAFT => Shape::Flag,
        keys::VERSION => Shape::Name,
        keys::SEQUENCE => Shape::Number,
        keys::WITHDRAWN => Shape::Inline(&WITHDRAWAL),
        _ => Shape::Text,
    }
}

fn in_settings(key: Key) -> Shape {
    match key {
        keys::LANG => Shape::Choice(words(LANGS)),
        keys::BASE_URL => Shape::BaseUrl,
        keys::THEME | keys::TIMEZONE => Shape::Name,
        keys::DATE => Shape::Day,
        keys::AFTER_TERM => Shape::Choice(words(AFTER_TERMS)),
        keys::REVIEW_SOON_DAYS => Shape::Number,
        keys::SHOW_PERSONS => Shape::Flag,
        keys::LINKS => Shape::Choice(words(LINKS)),
        keys::TYPES => Shape::Named(&TYPE),
        keys::BODIES => Shape::Named(&BODY),
        keys::ACCESSIBILITY => Shape::Table(&STATEMENT),
        keys::COLORS => Shape::Table(&COLORS),
        keys::ARCHIVE => Shape::Table(&ARCHIVE),
        keys::PUBLISH => Shape::Reserved,
        _ => Shape::Text,
    }
}

fn words<T>(choices: &[(T, &'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    choices.iter().map(|(_, en, sv)| (*en, *sv)).collect()
}
