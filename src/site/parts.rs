//! The parts that the pages' views are made of: frame, links, dates, facts, events, rows.

/// Plain public structs that a template may see, all with the same derives.
macro_rules! views {
    ($($(#[$doc:meta])* struct $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }
    )*};
}
pub(crate) use views;

// The site and the frame of a page.
views! {
    /// What is the same on every page; templates see it as `site`.
    struct SiteView {
        /// The municipality's name.
        name: String,
        /// Language of the interface where a page has none of its own.
        lang: String,
        /// Links carry `index.html`, so that the site can be read from a folder.
        files: bool,
        /// The municipality has colours of its own, in a style sheet of the name `egna-farger.css`.
        own_colors: bool,
        /// The site's main sections, in order.
        menu: Vec<MenuItem>,
        /// Links in every footer: about, accessibility, words.
        footer: Vec<MenuItem>,
    }
    /// One link of the menu or footer.
    struct MenuItem {
        /// Matches [`Frame::section`] for the page one is on; names the message `menu-<key>`.
        key: String,
        /// Address below the site's root: `dokument/`.
        path: String,
        /// Own words (a plain page's title); without them the message `menu-<key>` speaks.
        label: Option<String>,
    }
    /// What every page has round its content; templates see it as `frame`.
    struct Frame {
        /// The page's own title, unique in the site; the municipality's name is added to it.
        title: String,
        /// One sentence for search engines.
        description: Option<String>,
        /// Language of the words round the text.
        lang: String,
        /// From this page to the site's root: `./`, `../../`; an absolute path on the 404 page.
        root: String,
        /// Absolute address, if the site has one.
        canonical: Option<String>,
        /// The pages above this one, the start page left out, this page last and without address.
        crumbs: Vec<LinkView>,
        /// Key of the menu item that this page belongs to.
        section: String,
        /// The day that a site with a fixed date shows; else nothing.
        fixed_date: Option<DateView>,
        /// The first day, ISO, on which something that the page tells will be otherwise.
        until: Option<String>,
        /// Search engines stay away: older wordings keep their canonical, drafts and 404 do not list.
        no_index: bool,
        /// What programs may want to know of: the `TimeMap` of a document, the original of a version.
        head_links: Vec<HeadLink>,
    }
    /// A link in the head of a page, for programs.
    struct HeadLink {
        /// What the other is to the page: timemap, original or memento (RFC 7089).
        rel: String,
        /// Where it stands.
        href: String,
        /// Its type, where it is no page.
        kind: Option<String>,
    }
}

// The small parts.
views! {
    /// A date with the precision that is known.
    struct DateView {
        /// For machines: `2014-04-09`, `2014-04`, `2014`; empty where HTML has no form (half-years).
        iso: String,
        /// For people: "9 april 2014", "april 2014", "hösten 2014".
        text: String,
    }
    /// A text that may be a link. Addresses are final, relative to the page.
    struct LinkView {
        /// The words.
        text: String,
        /// Where it leads; nothing for what has no page.
        href: Option<String>,
        /// Language of the words, where it is not the page's.
        lang: Option<String>,
        /// Some words after the link: "delvis", "från 1 januari 2020".
        note: Option<String>,
    }
    /// A link with how many things wait behind it.
    struct CountView {
        /// The words.
        text: String,
        /// Where it leads.
        href: String,
        /// How many.
        count: usize,
        /// One line of explanation.
        note: Option<String>,
        /// It is the page one is on.
        current: bool,
    }
    /// Whether a version applies.
    struct StateView {
        /// upcoming, in-force, superseded, term-passed, replaced, repealed, annulled, lapsed, unknown or draft;
        /// in lists also withdrawn.
        force: String,
        /// "Gäller", "Gällde tidigare", "Upphävd".
        label: String,
        /// "Gäller sedan 9 april 2014, tills vidare".
        sentence: String,
        /// What the sentence says beyond the label: "sedan 9 april 2014, tills vidare".
        detail: String,
        /// Every state there is, in time order, so that the visitor's day can choose. Empty: never re-evaluated.
        steps: Vec<StepView>,
    }
    /// The state from a day on.
    struct StepView {
        /// First day, ISO; empty for "from the beginning".
        from: String,
        /// As in [`StateView::force`].
        force: String,
        /// As in [`StateView::label`].
        label: String,
        /// As in [`StateView::detail`]; empty but for the state that heads a document's page.
        detail: String,
    }
    /// One fact of a list of facts.
    struct FactView {
        /// Slug, for styles and tests: `valid`, `adopted`, `review`, `responsible`.
        key: String,
        /// "Beslutad av".
        label: String,
        /// The values, each on a line of its own.
        values: Vec<LinkView>,
        /// Some words below: "enligt huvudregeln", "översynen är försenad".
        note: Option<String>,
        /// The note is a warning (overdue, missing).
        alert: bool,
    }
    /// A box below the heading that nobody may miss.
    struct NoticeView {
        /// draft, older, ended, upcoming, unknown, variant or info.
        kind: String,
        /// A few words: "Du läser en äldre lydelse".
        title: String,
        /// One or two sentences.
        body: String,
        /// Where to go instead.
        links: Vec<LinkView>,
    }
    /// Something that happened, or will.
    struct EventView {
        /// When; nothing if no date is known.
        date: Option<DateView>,
        /// adopted, extended, collected, repealed, annulled, reinstated, transferred, reviewed, corrected,
        /// starts, ends, replaced, revived, review-due, withdrawn or follow-up.
        kind: String,
        /// "Reviderad", "Börjar gälla".
        title: String,
        /// The deciding bodies.
        bodies: Vec<LinkView>,
        /// "§ 60".
        section: Option<String>,
        /// "KS 2014/12".
        reference: Option<String>,
        /// What is new, in words.
        note: Option<String>,
        /// The document, on pages that are not its own.
        document: Option<LinkView>,
        /// "Läs lydelsen från 9 april 2014", "Jämför med föregående lydelse", "Protokoll".
        links: Vec<LinkView>,
        /// It has not happened yet on the day the page shows.
        upcoming: bool,
        /// The first day, ISO, on which it is no longer to come.
        passes: String,
        /// It made the version that is shown.
        shown: bool,
    }
    /// One wording of a document.
    struct VersionView {
        /// Version id, as in the address.
        id: String,
        /// "Lydelse 6 november 2019".
        name: String,
        /// Its page.
        href: String,
        /// "6 november 2019 – 31 december 2023".
        span: String,
        /// Its state.
        state: StateView,
        /// What is new, in words.
        note: Option<String>,
        /// "Jämför med lydelsen från 9 april 2014".
        compare: Option<LinkView>,
        /// It is the one on this page.
        shown: bool,
    }
    /// Relations of one kind.
    struct RelationGroup {
        /// "Ersätter", "Genomförs av".
        label: String,
        /// The documents.
        links: Vec<LinkView>,
    }
    /// When a document's versions apply, as a picture over the years.
    struct BandView {
        /// The same in words.
        label: String,
        /// The year that the picture begins with.
        from: String,
        /// The first year after it.
        to: String,
        /// What is drawn.
        spans: Vec<SpanView>,
        /// The years written under it.
        ticks: Vec<TickView>,
    }
    /// Days on which a version applies.
    struct SpanView {
        /// Where they begin: `12.50%`.
        x: String,
        /// How far they reach: `8.33%`.
        width: String,
        /// applies, unsure (nobody can say), or passed (the term is over, and the text may hold all the same).
        kind: String,
        /// Version id.
        version: String,
        /// It is the version on this page.
        shown: bool,
    }
    /// A year under a band.
    struct TickView {
        /// Where it begins: `12.50%`.
        x: String,
        /// "2020".
        year: String,
    }
    /// A document in a table.
    struct Row {
        /// Document id.
        id: String,
        /// Title.
        title: String,
        /// Language of the title, where it is not the page's.
        lang: Option<String>,
        /// Its page.
        href: String,
        /// Number in a collection: "ÖFS 2010:17".
        series: Option<String>,
        /// "Policy".
        kind: LinkView,
        /// Who decided.
        bodies: Vec<LinkView>,
        /// Whether it applies.
        state: StateView,
        /// First day.
        since: Option<DateView>,
        /// The periods before that in which it applied: "gällde även 1 juli 2017 – 31 december 2022".
        earlier: Option<String>,
        /// Last day, or words ("tills vidare") with an empty `iso`.
        until: Option<DateView>,
        /// Next review.
        review: Option<DateView>,
        /// The review is late.
        overdue: bool,
        /// "Lydelse 6 november 2019".
        version: Option<String>,
        /// When its versions apply, over the years of the whole site.
        band: Option<BandView>,
    }
    /// Rows under a heading.
    struct RowGroup {
        /// The heading and the table's caption; empty for the only group of a page.
        title: String,
        /// Its anchor, without `#`.
        anchor: String,
        /// One line below the heading.
        note: Option<String>,
        /// The documents.
        rows: Vec<Row>,
    }
    /// A heading of the text, with those below it.
    struct OutlineEntry {
        /// 2–6.
        level: u8,
        /// Without `#`.
        anchor: String,
        /// "3.8.1".
        number: Option<String>,
        /// The words.
        text: String,
        /// Headings of lower rank up to the next of this.
        children: Vec<OutlineEntry>,
    }
    /// The rendered text of a page; templates see it as `body`, its `html` as it is.
    struct BodyView {
        /// Finished, trusted HTML.
        html: String,
        /// Finished HTML of the plain summary above it; empty if there is none.
        about: String,
        /// Its contents.
        outline: Vec<OutlineEntry>,
        /// It holds highlighted code, which needs a style sheet of its own.
        has_code: bool,
        /// On a page that compares two texts: what changed. `html` then holds both, with the changes marked.
        compared: Option<ComparedView>,
    }
    /// What changed between two texts.
    struct ComparedView {
        /// In how many sections something changed.
        count: usize,
        /// "12 ändringar"; empty where nothing but numbers changed.
        counted: String,
        /// "4 avsnitt ändrade, 1 nytt avsnitt".
        brief: String,
        /// What changed, section by section.
        changes: Vec<ChangeView>,
        /// "Nya nummer: avsnitt 5 Drift (förut 4)."
        renumbered: Option<String>,
        /// Not a word changed, and no heading.
        unchanged: bool,
        /// Words were put in, taken out or moved.
        changes_words: bool,
    }
    /// A section in which something changed.
    struct ChangeView {
        /// Its place in the text, without `#`.
        anchor: String,
        /// Its place among the pairs that stand side by side, without `#`.
        beside: String,
        /// "Avsnitt 3.2 Drift".
        section: String,
        /// "nytt stycke, 2 ord ändrade."
        what: String,
        /// What differs, side by side.
        pairs: Vec<PairView>,
    }
    /// A passage before and after. One of them is empty where it was added or removed.
    struct PairView {
        /// Finished HTML of what it was: print it with `| safe`.
        old: String,
        /// Finished HTML of what it became: print it with `| safe`.
        new: String,
        /// It stands elsewhere: what is empty here is neither new nor gone.
        moved: bool,
    }
}

impl OutlineEntry {
    /// Puts headings that come one after the other into each other, by level.
    pub fn nest(flat: impl IntoIterator<Item = Self>) -> Vec<Self> {
        let mut nested: Vec<Self> = Vec::new();
        for entry in flat {
            let mut place = &mut nested;
            while place.last().is_some_and(|last| last.level < entry.level) {
                let last = place.len() - 1;
                place = &mut place[last].children;
            }
            place.push(entry);
        }
        nested
    }
}

impl LinkView {
    /// Words that lead somewhere.
    pub fn to(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), ..Self::default() }
    }

    /// Words that lead nowhere.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_nest_even_where_a_level_is_skipped() {
        let levels = [2, 3, 5, 3, 2, 4].map(|level| OutlineEntry { level, ..OutlineEntry::default() });
        let nested = OutlineEntry::nest(levels);
        assert_eq!(nested.len(), 2);
        assert_eq!(nested[0].children.len(), 2);
        assert_eq!(nested[0].children[0].children[0].level, 5);
        assert_eq!(nested[1].children[0].level, 4);
    }
}
