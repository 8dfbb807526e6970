//! The keys of front matter and `stadga.toml`: English, with a Swedish ASCII alias.
//! One table for the reader, the faults, the handbook and the schema.

/// A key in both its languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// English.
    pub en: &'static str,
    /// Swedish, in ASCII: TOML's bare keys know no å, ä or ö.
    pub sv: &'static str,
}

const fn key(en: &'static str, sv: &'static str) -> Key {
    Key { en, sv }
}

macro_rules! keys {
    ($($name:ident = $en:literal / $sv:literal;)*) => {
        $(
            #[doc = concat!("`", $en, "` (`", $sv, "`)")]
            pub const $name: Key = key($en, $sv);
        )*
    };
}

keys! {
    ABBREVIATION = "abbreviation" / "forkortning";
    ACCENT = "accent" / "accent";
    ACCENT_DARK = "accent_dark" / "accent_mork";
    ACCESSIBILITY = "accessibility" / "tillganglighet";
    ACT = "act" / "atgard";
    ADOPTED = "adopted" / "antagen";
    ADOPTED_BY = "adopted_by" / "antagen_av";
    AFTER_TERM = "after_term" / "efter_giltighetstid";
    ALIASES = "aliases" / "alias";
    ANNEX_OF = "annex_of" / "bilaga_till";
    APPLIES_TO = "applies_to" / "galler_for";
    ARCHIVE = "archive" / "arkiv";
    ASSESSED = "assessed" / "bedomd";
    BASED_ON = "based_on" / "stods_pa";
    BASE_URL = "base_url" / "webbadress";
    BODIES = "bodies" / "organ";
    BURDENS = "burdens" / "oskaligt_betungande";
    BY = "by" / "av";
    CHANGE = "change" / "andring";
    COLORS = "colors" / "farger";
    CONFORMANCE = "conformance" / "forenlighet";
    CORRECTIONS = "corrections" / "rattelser";
    DATE = "date" / "datum";
    DECISIONS = "decisions" / "beslut";
    DRAFT = "draft" / "utkast";
    EMAIL = "email" / "epost";
    EVERY = "every" / "varje";
    EXPECTS = "expects" / "kraver";
    EXPLANATION = "explanation" / "forklaring";
    FAILINGS = "failings" / "brister";
    FOLLOW_UP = "follow_up" / "uppfoljning";
    FORM = "form" / "formular";
    FORMER = "former" / "tidigare";
    FROM = "from" / "fran";
    GROUP = "group" / "grupp";
    ID = "id" / "id";
    IMPLEMENTS = "implements" / "genomfor";
    KEYWORDS = "keywords" / "amnesord";
    KIND = "kind" / "slag";
    LANG = "lang" / "sprak";
    LINK = "link" / "lank";
    LINKS = "links" / "lankar";
    LINK_DARK = "link_dark" / "lank_mork";
    MANDATE = "mandate" / "mandat";
    MENDED_BY = "mended_by" / "atgardas_senast";
    METHOD = "method" / "metod";
    MINUTES = "minutes" / "protokoll";
    NAME = "name" / "namn";
    NOTE = "note" / "kommentar";
    ORIGINAL = "original" / "original";
    OUTSIDE_LAW = "outside_law" / "utanfor_lagen";
    PART = "part" / "del";
    PER = "per" / "per";
    PERSON = "person" / "person";
    PHONE = "phone" / "telefon";
    PLAN = "plan" / "plan";
    PLURAL = "plural" / "flertal";
    PUBLISH = "publish" / "publicering";
    REASON = "reason" / "skal";
    REFERENCE = "reference" / "diarienummer";
    RELATED = "related" / "se_aven";
    REPLACES = "replaces" / "ersatter";
    RESPONSIBLE = "responsible" / "ansvarig";
    REVIEW = "review" / "oversyn";
    REVIEW_BY = "review_by" / "oversyn_senast";
    REVIEW_SOON_DAYS = "review_soon_days" / "oversyn_snart_dagar";
    ROLE = "role" / "roll";
    SECTION = "section" / "paragraf";
    SEQUENCE = "sequence" / "ordning";
    SERIES = "series" / "samling";
    SHOW_PERSONS = "show_persons" / "visa_personer";
    SUMMARY = "summary" / "sammanfattning";
    THEME = "theme" / "tema";
    TIMEZONE = "timezone" / "tidszon";
    TITLE = "title" / "titel";
    TO = "to" / "till";
    TYPE = "type" / "typ";
    TYPES = "types" / "typer";
    UNTIL = "until" / "till";
    UPDATED = "updated" / "uppdaterad";
    URL = "url" / "adress";
    VALID_FROM = "valid_from" / "galler_fran";
    VALID_UNTIL = "valid_until" / "galler_till";
    VERSION = "version" / "version";
    WHAT = "what" / "vad";
    WHY = "why" / "varfor";
    WITHDRAWN = "withdrawn" / "avpublicerad";
}

/// What a version's front matter may hold.
pub const OF_VERSION: &[Key] = &[
    TITLE,
    TYPE,
    ADOPTED_BY,
    ADOPTED,
    SECTION,
    REFERENCE,
    MINUTES,
    VALID_FROM,
    VALID_UNTIL,
    REVIEW_BY,
    REVIEW,
    RESPONSIBLE,
    APPLIES_TO,
    KEYWORDS,
    SUMMARY,
    SERIES,
    ORIGINAL,
    LANG,
    REPLACES,
    IMPLEMENTS,
    ANNEX_OF,
    RELATED,
    BASED_ON,
    CHANGE,
    NOTE,
    FOLLOW_UP,
    EXPECTS,
    DECISIONS,
    CORRECTIONS,
    DRAFT,
    VERSION,
    SEQUENCE,
    ALIASES,
    WITHDRAWN,
];

/// What `index.md` may hold: what belongs to the document and not to one version.
pub const OF_DOCUMENT: &[Key] = &[
    ALIASES,
    WITHDRAWN,
    TYPE,
    RESPONSIBLE,
    KEYWORDS,
    APPLIES_TO,
    SERIES,
    SUMMARY,
    TITLE,
    REPLACES,
    IMPLEMENTS,
    ANNEX_OF,
    RELATED,
    BASED_ON,
    DECISIONS,
    FOLLOW_UP,
    EXPECTS,
    DRAFT,
];

/// What a plain page may hold.
pub const OF_PAGE: &[Key] = &[TITLE, SUMMARY, LANG, DRAFT];

/// What one entry of `[[decisions]]` may hold.
pub const OF_DECISION: &[Key] = &[ACT, BY, DATE, SECTION, REFERENCE, MINUTES, UNTIL];

/// What one entry of `[[corrections]]` may hold.
pub const OF_CORRECTION: &[Key] = &[DATE, BY, WHAT, MANDATE];

/// What `withdrawn` may hold.
pub const OF_WITHDRAWAL: &[Key] = &[DATE, BY, REASON];

/// What a relation may hold when it is more than an id.
pub const OF_RELATION: &[Key] = &[ID, PART, FROM, TITLE, URL];

/// What `responsible` may hold when it is more than a role.
pub const OF_RESPONSIBLE: &[Key] = &[ROLE, PERSON];

/// What `follow_up` may hold.
pub const OF_FOLLOW_UP: &[Key] = &[WHAT, TO, EVERY];

/// What `expects` may hold.
pub const OF_EXPECTATION: &[Key] = &[TYPE, PER, EVERY];

/// What `stadga.toml` may hold.
pub const OF_SITE: &[Key] = &[
    NAME,
    LANG,
    BASE_URL,
    THEME,
    TIMEZONE,
    DATE,
    AFTER_TERM,
    REVIEW_SOON_DAYS,
    SHOW_PERSONS,
    LINKS,
    TYPES,
    BODIES,
    COLORS,
    ACCESSIBILITY,
    ARCHIVE,
    PUBLISH,
];

/// What a type in `[types]` may hold.
pub const OF_TYPE: &[Key] = &[NAME, PLURAL, GROUP, EXPLANATION];

/// What a body in `[bodies]` may hold.
pub const OF_BODY: &[Key] = &[NAME, ABBREVIATION, FORMER, KIND, FROM, UNTIL];

/// What `[accessibility]` may hold.
pub const OF_STATEMENT: &[Key] =
    &[CONFORMANCE, ASSESSED, METHOD, UPDATED, EMAIL, PHONE, FORM, FAILINGS, BURDENS, OUTSIDE_LAW];

/// What one entry of `[[accessibility.failings]]` may hold.
pub const OF_FAILING: &[Key] = &[WHAT, WHY, PLAN, MENDED_BY];

/// What one entry of `[[accessibility.burdens]]` or `[[accessibility.outside_law]]` may hold.
pub const OF_EXCEPTION: &[Key] = &[WHAT, WHY];

/// What `[archive]` may hold.
pub const OF_ARCHIVE: &[Key] = &[NAME];

/// What `[colors]` may hold.
pub const OF_COLORS: &[Key] = &[ACCENT, ACCENT_DARK, LINK, LINK_DARK];
