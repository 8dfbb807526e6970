//! What can be wrong in the content: a code, its arguments and a place.
//! The words come from a message catalogue in the shell; the core knows none.

use std::ops::Range;

use crate::base::path::SitePath;

/// How much a fault matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written unless `--keep-going`.
    Error,
    /// Fails the run with `--strict`.
    Warning,
    /// Worth knowing.
    Note,
}

/// Where a fault stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The source file, or the folder.
    pub path: SitePath,
    /// Bytes of the decoded text (see `base::text`), start and end.
    pub range: Option<(usize, usize)>,
}

/// Bytes of a decoded text (see `base::text`), start and end, and what should stand there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Replacement {
    /// What goes; it may be nothing.
    pub range: (usize, usize),
    /// What comes.
    pub text: String,
}

/// One fault of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which rule is broken.
    pub code: Code,
    /// What the message must name, by argument name.
    pub arguments: Vec<(&'static str, String)>,
    /// Where.
    pub place: Option<Place>,
    /// What a machine can do about it in the same file without deciding anything that its author
    /// has not decided; empty if a person must choose.
    pub remedy: Vec<Replacement>,
}

impl Fault {
    /// A fault of the site as a whole.
    pub fn new(code: Code) -> Self {
        Self { code, arguments: Vec::new(), place: None, remedy: Vec::new() }
    }

    /// Places it in a file.
    #[must_use]
    pub fn at(mut self, path: &SitePath) -> Self {
        self.place = Some(Place { path: path.clone(), range: None });
        self
    }

    /// Places it on bytes of a file.
    #[must_use]
    pub fn at_range(mut self, path: &SitePath, range: Range<usize>) -> Self {
        self.place = Some(Place { path: path.clone(), range: Some((range.start, range.end)) });
        self
    }

    /// Adds an argument for the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// An argument's value.
    pub fn argument(&self, name: &str) -> Option<&str> {
        self.arguments.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

/// The rules, in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each name is its own sentence, and the catalogue says it in words")]
pub enum Code {
    NotUtf8,
    TooLarge,
    Refused,
    OutsideSite,
    EmptyFile,
    BadId,
    DoubleId,
    Frozen,
    DoubleVersion,
    ReservedName,
    AliasClash,
    NameDiffers,
    LoneVariant,
    StrayFile,
    UnlinkedFile,
    Toml,
    NoFrontMatter,
    NotClosed,
    UnknownKey,
    WrongType,
    DoubleKey,
    MisplacedKey,
    MissingTitle,
    MissingType,
    MissingAdopter,
    MissingAdopted,
    MissingValue,
    UnknownType,
    UnknownValue,
    ImpossibleDate,
    NotADate,
    DateSpan,
    VariantDiffers,
    BodyNearMiss,
    EndBeforeStart,
    Retroactive,
    Overlap,
    Gap,
    Ring,
    UnknownTarget,
    ReplacesNewer,
    DoubtfulDate,
    OddDecision,
    LinkNowhere,
    FragmentNowhere,
    MissingFile,
    UnsafeLink,
    LinkToDraft,
    LinkOutside,
    MissingAlt,
    RawHtml,
    MissingNote,
    UnsafeFile,
    BadBaseUrl,
    UnknownTimezone,
    NoBaseUrl,
    NotUsedYet,
    ThemeMissing,
    Template,
    Catalogue,
    PathClash,
    IllegalName,
    SkippedLevel,
    EmptyHeading,
    TableNoHead,
    VagueLink,
    AddressLink,
    Capitals,
    PageReference,
    WideTable,
    ForeignPassage,
    StatementLacks,
    NoFailings,
    StatementOld,
    BurdenUnmotivated,
    NoStatement,
    FullyWithFailings,
    NotAColor,
    LowContrast,
    EditorialWords,
    AdoptedAhead,
    ArchiveLog,
    /// A correction of a day that has not been, or before the text was decided.
    CorrectionDate,
}

/// One row of the table of rules.
pub struct Rule {
    /// The rule.
    pub code: Code,
    /// Its number, for ever the same.
    pub number: &'static str,
    /// Its name in addresses, data and the handbook.
    pub slug: &'static str,
    /// How much it matters.
    pub severity: Severity,
}

const fn rule(code: Code, number: &'static str, slug: &'static str, severity: Severity) -> Rule {
    Rule { code, number, slug, severity }
}

/// Every rule. Numbers are never used again.
pub const RULES: &[Rule] = &[
    rule(Code::NotUtf8, "S001", "not-utf-8", Severity::Error),
    rule(Code::TooLarge, "S002", "too-large", Severity::Error),
    rule(Code::Refused, "S003", "refused", Severity::Error),
    rule(Code::OutsideSite, "S004", "outside-site", Severity::Error),
    rule(Code::EmptyFile, "S005", "empty-file", Severity::Error),
    rule(Code::BadId, "S010", "bad-id", Severity::Error),
    rule(Code::DoubleId, "S011", "double-id", Severity::Error),
    rule(Code::Frozen, "S012", "frozen", Severity::Error),
    rule(Code::DoubleVersion, "S013", "double-version", Severity::Error),
    rule(Code::ReservedName, "S014", "reserved-name", Severity::Error),
    rule(Code::AliasClash, "S015", "alias-clash", Severity::Error),
    rule(Code::NameDiffers, "S016", "name-differs", Severity::Warning),
    rule(Code::LoneVariant, "S017", "lone-variant", Severity::Error),
    rule(Code::StrayFile, "S018", "stray-file", Severity::Warning),
    rule(Code::UnlinkedFile, "S019", "unlinked-file", Severity::Warning),
    rule(Code::Toml, "S020", "toml", Severity::Error),
    rule(Code::NoFrontMatter, "S021", "no-front-matter", Severity::Error),
    rule(Code::NotClosed, "S022", "not-closed", Severity::Error),
    rule(Code::UnknownKey, "S023", "unknown-key", Severity::Error),
    rule(Code::WrongType, "S024", "wrong-type", Severity::Error),
    rule(Code::DoubleKey, "S025", "double-key", Severity::Error),
    rule(Code::MisplacedKey, "S026", "misplaced-key", Severity::Error),
    rule(Code::MissingTitle, "S030", "missing-title", Severity::Error),
    rule(Code::MissingType, "S031", "missing-type", Severity::Error),
    rule(Code::MissingAdopter, "S032", "missing-adopter", Severity::Error),
    rule(Code::MissingAdopted, "S033", "missing-adopted", Severity::Warning),
    rule(Code::MissingValue, "S034", "missing-value", Severity::Error),
    rule(Code::UnknownType, "S035", "unknown-type", Severity::Error),
    rule(Code::UnknownValue, "S036", "unknown-value", Severity::Error),
    rule(Code::ImpossibleDate, "S037", "impossible-date", Severity::Error),
    rule(Code::NotADate, "S038", "not-a-date", Severity::Error),
    rule(Code::DateSpan, "S039", "date-span", Severity::Error),
    rule(Code::VariantDiffers, "S040", "variant-differs", Severity::Error),
    rule(Code::BodyNearMiss, "S041", "body-near-miss", Severity::Warning),
    rule(Code::EndBeforeStart, "S050", "end-before-start", Severity::Error),
    rule(Code::Retroactive, "S051", "retroactive", Severity::Warning),
    rule(Code::Overlap, "S052", "overlap", Severity::Warning),
    rule(Code::Gap, "S053", "gap", Severity::Warning),
    rule(Code::Ring, "S054", "ring", Severity::Error),
    rule(Code::UnknownTarget, "S055", "unknown-target", Severity::Error),
    rule(Code::ReplacesNewer, "S056", "replaces-newer", Severity::Warning),
    rule(Code::DoubtfulDate, "S057", "doubtful-date", Severity::Warning),
    rule(Code::OddDecision, "S058", "odd-decision", Severity::Warning),
    rule(Code::LinkNowhere, "S060", "link-nowhere", Severity::Error),
    rule(Code::FragmentNowhere, "S061", "fragment-nowhere", Severity::Error),
    rule(Code::MissingFile, "S062", "missing-file", Severity::Error),
    rule(Code::UnsafeLink, "S063", "unsafe-link", Severity::Error),
    rule(Code::LinkToDraft, "S064", "link-to-draft", Severity::Warning),
    rule(Code::LinkOutside, "S065", "link-outside", Severity::Error),
    rule(Code::MissingAlt, "S066", "missing-alt", Severity::Warning),
    rule(Code::RawHtml, "S067", "raw-html", Severity::Warning),
    rule(Code::MissingNote, "S068", "missing-note", Severity::Warning),
    rule(Code::UnsafeFile, "S069", "unsafe-file", Severity::Error),
    rule(Code::BadBaseUrl, "S070", "bad-base-url", Severity::Error),
    rule(Code::UnknownTimezone, "S071", "unknown-timezone", Severity::Error),
    rule(Code::NoBaseUrl, "S072", "no-base-url", Severity::Note),
    rule(Code::NotUsedYet, "S073", "not-used-yet", Severity::Note),
    rule(Code::ThemeMissing, "S080", "theme-missing", Severity::Error),
    rule(Code::Template, "S081", "template", Severity::Error),
    rule(Code::Catalogue, "S082", "catalogue", Severity::Error),
    rule(Code::PathClash, "S090", "path-clash", Severity::Error),
    rule(Code::IllegalName, "S091", "illegal-name", Severity::Error),
    rule(Code::SkippedLevel, "S100", "skipped-level", Severity::Warning),
    rule(Code::EmptyHeading, "S101", "empty-heading", Severity::Warning),
    rule(Code::TableNoHead, "S102", "table-no-head", Severity::Warning),
    rule(Code::VagueLink, "S103", "vague-link", Severity::Warning),
    rule(Code::AddressLink, "S104", "address-link", Severity::Warning),
    rule(Code::Capitals, "S105", "capitals", Severity::Warning),
    rule(Code::PageReference, "S106", "page-reference", Severity::Warning),
    rule(Code::WideTable, "S107", "wide-table", Severity::Note),
    rule(Code::ForeignPassage, "S108", "foreign-passage", Severity::Warning),
    rule(Code::StatementLacks, "S110", "statement-lacks", Severity::Warning),
    rule(Code::NoFailings, "S111", "no-failings", Severity::Warning),
    rule(Code::StatementOld, "S112", "statement-old", Severity::Warning),
    rule(Code::BurdenUnmotivated, "S113", "burden-unmotivated", Severity::Warning),
    rule(Code::NoStatement, "S114", "no-statement", Severity::Note),
    rule(Code::FullyWithFailings, "S115", "fully-with-failings", Severity::Error),
    rule(Code::NotAColor, "S116", "not-a-color", Severity::Error),
    rule(Code::LowContrast, "S117", "low-contrast", Severity::Error),
    rule(Code::EditorialWords, "S118", "editorial-words", Severity::Note),
    rule(Code::AdoptedAhead, "S119", "adopted-ahead", Severity::Warning),
    rule(Code::ArchiveLog, "S120", "archive-log", Severity::Error),
    rule(Code::CorrectionDate, "S121", "correction-date", Severity::Error),
];

impl Code {
    /// Number, slug and severity.
    pub fn rule(self) -> &'static Rule {
        &RULES[self as usize]
    }

    /// How much it matters.
    pub fn severity(self) -> Severity {
        self.rule().severity
    }
}

/// The known word nearest to a misspelt one, if any is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    known
        .into_iter()
        .map(|candidate| {
            (strsim::normalized_damerau_levenshtein(&word, &candidate.to_lowercase()), candidate)
        })
        .filter(|(likeness, _)| *likeness > 0.7)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_follows_the_order_of_the_codes() {
        for (index, rule) in RULES.iter().enumerate() {
            assert_eq!(rule.code as usize, index, "{}", rule.slug);
        }
        let mut numbers: Vec<_> = RULES.iter().map(|rule| rule.number).collect();
        numbers.dedup();
        assert_eq!(numbers.len(), RULES.len());
        assert!(numbers.is_sorted());
    }

    #[test]
    fn a_misspelt_word_finds_its_neighbour() {
        assert_eq!(nearest("tittel", ["titel", "typ"]), Some("titel"));
        assert_eq!(nearest("xyz", ["titel", "typ"]), None);
        assert_eq!(nearest("kommunchefen", ["Kommunstyrelsen"]), None, "a common beginning is not enough");
    }
}
