//! What a comparison of two texts tells: what changed where, in numbers and as HTML.

use serde::Serialize;

/// Two wordings compared, the older first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The sections in which something changed, in reading order.
    pub changes: Vec<Change>,
    /// Sections that have a new number and nothing else: the label now, the number before if it had one. Told together.
    pub renumbered: Vec<(Label, Option<String>)>,
    /// How much changed.
    pub tally: Tally,
    /// The text with its changes marked. Without `del` it reads as the new wording, without `ins` as the old.
    pub running: String,
    /// The same side by side: for each of `changes`, rows of old and new.
    pub beside: Vec<Vec<Pair>>,
    /// The same as words: for each of `changes`, what differs in it.
    pub passages: Vec<Vec<Passage>>,
}

/// A passage before and after, as HTML without ids. One of them is empty where it was added or removed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// As it was.
    pub old: String,
    /// As it became.
    pub new: String,
    /// It stands elsewhere: what is empty here is neither new nor gone.
    pub moved: bool,
}

/// A section in which something changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What the section is called now; what it was called if it is gone.
    pub label: Label,
    /// Its place in the running text: `s-andring-3`.
    pub anchor: String,
    /// What happened in it, the greatest first.
    pub happenings: Vec<Happening>,
}

/// What a part of a text is called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Label {
    /// The text before the first heading.
    Opening,
    /// The section under a heading.
    Section {
        /// `3.2`, `4 §`
        number: Option<String>,
        /// The words after the number.
        title: String,
    },
    /// The notes at the end.
    Footnotes,
}

/// Something that happened in a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    /// The section is new. With its words.
    Added(usize),
    /// The section is gone. With its words.
    Removed(usize),
    /// The section stands elsewhere: after this one, or first.
    Moved(Option<Label>),
    /// The section had this number; nothing if it had none.
    Renumbered(Option<String>),
    /// The section was called this.
    Renamed(String),
    /// The heading was of this level, 2–6.
    Level {
        /// As it was.
        from: u8,
        /// As it is.
        to: u8,
    },
    /// Something happened to so many blocks of a kind.
    Blocks(BlockKind, Fate, usize),
    /// One passage of few words was exchanged for another; one of them may be empty.
    Passage {
        /// What stood there.
        old: String,
        /// What stands there.
        new: String,
    },
    /// Nothing but references to footnotes, so many.
    Marks(usize),
    /// Nothing but commas and other signs, in so many places.
    Signs(usize),
    /// Words in blocks that remain.
    Words {
        /// In the place of others.
        changed: usize,
        /// Where none were.
        added: usize,
        /// With none in their place.
        removed: usize,
    },
}

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A whole list.
    List,
    /// A row of a table.
    Row,
    /// A column of a table.
    Column,
    /// A whole table.
    Table,
    /// A footnote.
    Footnote,
    /// An image.
    Figure,
    /// Anything else: quotations, code, boxes.
    Other,
}

/// What happened to a block.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fate {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stands elsewhere in the same section.
    MovedWithin,
    /// It came from another section.
    MovedFrom(Label),
    /// It went to another section.
    MovedTo(Label),
    /// One became several.
    Split,
    /// Several became one.
    Merged,
    /// Its items have other numbers, or none.
    Renumbered,
}

/// How much changed. Sections count once, by the greatest thing that happened to them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Tally {
    /// Sections.
    pub sections: Sections,
    /// Words.
    pub words: WordCount,
}

/// How many sections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Sections {
    /// New ones.
    pub added: usize,
    /// Gone ones.
    pub removed: usize,
    /// Those in which something is otherwise.
    pub changed: usize,
    /// Those that stand elsewhere.
    pub moved: usize,
    /// Those that only have a new number.
    pub renumbered: usize,
}

/// How many words. A moved word is neither added nor removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct WordCount {
    /// Words that the old wording did not have there.
    pub added: usize,
    /// Words that the new wording does not have there.
    pub removed: usize,
    /// Words that stand elsewhere.
    pub moved: usize,
}

impl Tally {
    /// Whether not a word and not a heading changed.
    pub fn is_unchanged(&self) -> bool {
        *self == Self::default()
    }
}

/// The words that a comparison puts beside the text, in the language of the page. `{}` is where
/// a number or a name goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Words {
    /// Before what was added: "Tillagt:".
    pub added: String,
    /// After it: "slut på tillagt".
    pub added_end: String,
    /// Before what was removed: "Borttaget:".
    pub removed: String,
    /// After it: "slut på borttaget".
    pub removed_end: String,
    /// Before what came from elsewhere: "Flyttat hit:".
    pub moved_here: String,
    /// After it: "slut på flyttat".
    pub moved_end: String,
    /// Before what went elsewhere: "Flyttat härifrån:".
    pub moved_away: String,
    /// The link to where it stood: "Stod förut här".
    pub to_old_place: String,
    /// The link to where it stands: "Står nu här".
    pub to_new_place: String,
    /// Where a paragraph was parted: "Stycket är delat".
    pub split: String,
    /// Where paragraphs were joined: "Stycken är sammanslagna".
    pub merged: String,
    /// The name of a change: "Ändring {} av {}".
    pub change: String,
    /// "Föregående ändring".
    pub previous: String,
    /// "Nästa ändring".
    pub next: String,
    /// What is folded, a passage of one section: "Oförändrat, {} ord".
    pub folded: String,
    /// What is folded, the old place of a section: "Stod förut här, {} ord".
    pub folded_moved: String,
    /// What is folded, whole sections: "{}: oförändrat, {} ord", or "{} – {}: …" as `folded_sections`.
    pub folded_section: String,
    /// Several sections: first, last and words: "{} – {}: oförändrat, {} ord".
    pub folded_sections: String,
    /// What a text before its first heading is called: "Inledningen".
    pub opening: String,
    /// What the notes are called: "Fotnoter".
    pub footnotes: String,
}

/// A passage that differs, as words without markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub kind: BlockKind,
    /// It stands elsewhere: one run, removed at the old place, added at the new.
    pub moved: bool,
    /// Its words in reading order.
    pub runs: Vec<Run>,
}

/// Words in a row that had the same fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// In both wordings.
    Same(String),
    /// In the older only.
    Removed(String),
    /// In the newer only.
    Added(String),
}
