//! What templates see: a struct for each kind of page, with finished words and finished links.
//! Nothing but these and their parts is serializable, so nothing else can reach a page.
//! A view holds no rendered text: that comes as a `BodyView` when the page is made.

use crate::site::parts::{
    BandView, CountView, DateView, EventView, FactView, Frame, LinkView, NoticeView, RelationGroup, Row,
    RowGroup, StateView, TickView, VersionView, views,
};

views! {
    /// `start.html`: the first page.
    struct StartView {
        /// The frame.
        frame: Frame,
        /// "Kungälvs kommuns styrdokument".
        title: String,
        /// What this is, in one or two sentences.
        intro: String,
        /// Numbers worth knowing: in force, coming, older wordings kept.
        counts: Vec<CountView>,
        /// The latest decisions.
        recent: Vec<EventView>,
        /// What comes into force or ends, soonest first.
        upcoming: Vec<EventView>,
        /// Documents in force whose review is late or near.
        review: Vec<Row>,
        /// Types, by rank, with how many of each are in force.
        types: Vec<CountView>,
        /// Deciding bodies, with how many that they adopted are in force.
        bodies: Vec<CountView>,
        /// The subjects that most documents have.
        subjects: Vec<CountView>,
        /// All subjects, where there are more.
        all_subjects: Option<LinkView>,
        /// The register.
        register: LinkView,
        /// The timeline.
        timeline: LinkView,
    }
    /// `register.html`: all documents, or those of one first letter.
    struct RegisterView {
        /// The frame.
        frame: Frame,
        /// The heading.
        title: String,
        /// Rows in one group; the group is without rows where the pages by letter hold them, for the script to fill.
        groups: Vec<RowGroup>,
        /// The years that the rows' bands are drawn over; none where there are no rows.
        scale: Vec<TickView>,
        /// Pages by first letter; empty when one page holds all.
        letters: Vec<CountView>,
        /// How many documents the register holds.
        total: usize,
        /// What the script filters by; only on the page that holds all.
        filter: Option<FilterView>,
        /// The same as data.
        downloads: Vec<LinkView>,
    }
    /// `filter`: the choices of the register's form, and what the script needs to act on them.
    struct FilterView {
        /// Types that some document has or had.
        types: Vec<OptionView>,
        /// Bodies that adopted some of them.
        bodies: Vec<OptionView>,
        /// Whether a document applies, as groups.
        states: Vec<OptionView>,
        /// Subjects.
        subjects: Vec<OptionView>,
        /// Years in which some text was adopted, the last first.
        years: Vec<OptionView>,
        /// A row without words, for the script to fill.
        blank: Row,
        /// Every document on every day, as JSON that is safe within a `script` element: print it with `| safe`.
        data: String,
    }
    /// One choice of a form.
    struct OptionView {
        /// What stands in the address.
        value: String,
        /// The words.
        text: String,
    }
    /// `list.html`: the documents of one body, type or subject; also all subjects, as `links`.
    struct ListView {
        /// The frame.
        frame: Frame,
        /// body, type, subject or subjects.
        kind: String,
        /// The heading.
        title: String,
        /// One line of explanation.
        intro: Option<String>,
        /// Abbreviation, former names, group.
        facts: Vec<FactView>,
        /// The documents.
        groups: Vec<RowGroup>,
        /// Heading of `links`: "Beslutsdagar".
        links_title: Option<String>,
        /// Decision days of a body, or all subjects.
        links: Vec<CountView>,
    }
    /// `document.html`: a document in the wording that applies, and every version's own page.
    struct DocumentView {
        /// The frame.
        frame: Frame,
        /// Document id.
        id: String,
        /// Title.
        title: String,
        /// "Policy".
        kind: LinkView,
        /// Number in a collection.
        series: Option<String>,
        /// Id of the version shown.
        shown: String,
        /// "Lydelse 6 november 2019"; given where there are several, or on a version's own page.
        version_name: Option<String>,
        /// It is a version's own page, not the document's.
        version_page: bool,
        /// It is a draft.
        draft: bool,
        /// The state of the version shown.
        state: StateView,
        /// Boxes below the heading, the most urgent first.
        notices: Vec<NoticeView>,
        /// Plain summary.
        summary: Option<String>,
        /// What everybody asks: applies, decided by, review, wordings. Stands below the heading.
        answers: Vec<FactView>,
        /// The other facts.
        facts: Vec<FactView>,
        /// Language of the adopted text, where it is not the page's.
        text_lang: Option<String>,
        /// The same text in other languages and in easy Swedish.
        variants: Vec<LinkView>,
        /// The adopted original and other files.
        files: Vec<LinkView>,
        /// When the wordings apply, over the document's years; nothing where none has a day to apply on.
        band: Option<BandView>,
        /// All wordings, newest first.
        versions: Vec<VersionView>,
        /// What has happened and will, newest first.
        timeline: Vec<EventView>,
        /// Other documents.
        relations: Vec<RelationGroup>,
        /// Declared corrections of the published text.
        corrections: Vec<EventView>,
        /// The signed minutes, which are the authentic record.
        minutes: Option<LinkView>,
        /// How to refer to this version.
        cite: CiteView,
        /// Data, archive.
        tools: Vec<LinkView>,
    }
    /// How to refer to a version.
    struct CiteView {
        /// "Kungälvs kommun, Policy för IT (KS 2014/12), lydelse 9 april 2014."
        text: String,
        /// The version's lasting address, absolute if the site has one.
        address: Option<String>,
        /// The same, relative to this page.
        href: String,
    }
    /// `compare.html`: what differs between two versions. What changed in the text comes with it: `body.compared`.
    struct CompareView {
        /// The frame.
        frame: Frame,
        /// Document id.
        id: String,
        /// "Jämförelse: Policy för IT".
        title: String,
        /// The older version.
        old: ComparedVersion,
        /// The newer one.
        new: ComparedVersion,
        /// Boxes below the heading.
        notices: Vec<NoticeView>,
        /// The box where no word of the text differs.
        same: NoticeView,
        /// The box for a change that is called editorial, where words differ all the same.
        editorial: Option<NoticeView>,
        /// The facts that differ.
        facts: Vec<FactChange>,
        /// Language of the text, where it is not the page's.
        text_lang: Option<String>,
        /// The comparisons before and after this.
        ways: Vec<LinkView>,
    }
    /// One side of a comparison.
    struct ComparedVersion {
        /// "Före", "Efter".
        label: String,
        /// "Före, 2 januari 2019".
        head: String,
        /// "Lydelse 2 januari 2019", with its page.
        version: LinkView,
        /// Its title, where the two have different ones.
        title: Option<String>,
        /// Who decided, and in which section: "Kommunfullmäktige, § 60".
        decided: Option<String>,
        /// Language of its text, where it is not the page's.
        lang: Option<String>,
    }
    /// A fact that differs.
    struct FactChange {
        /// Slug, as in [`FactView::key`]; relations have `relation`.
        key: String,
        /// "Ansvarig".
        label: String,
        /// What it was; nothing if it was not stated.
        old: Vec<String>,
        /// What it is.
        new: Vec<String>,
    }
    /// `overview.html`: which document carries out which.
    struct OverviewView {
        /// The frame.
        frame: Frame,
        /// The heading.
        title: String,
        /// The documents at the top, with those that carry them out.
        roots: Vec<TreeNode>,
        /// Documents outside the tree that apply or will.
        others: Vec<RowGroup>,
        /// The register, which also has what no longer applies.
        register: LinkView,
    }
    /// A document in the tree.
    struct TreeNode {
        /// Title and address.
        document: LinkView,
        /// "Policy".
        kind: String,
        /// Its state.
        state: StateView,
        /// Who decided.
        bodies: String,
        /// "IT-plan 2027 saknas för Bygg- och miljönämnden".
        gaps: Vec<String>,
        /// Those that carry it out.
        children: Vec<TreeNode>,
    }
    /// `timeline.html`: decisions by year; the index and each year.
    struct TimelineView {
        /// The frame.
        frame: Frame,
        /// The heading.
        title: String,
        /// All years, newest first.
        years: Vec<CountView>,
        /// The days to come, the next one first.
        coming: Vec<DayView>,
        /// The days that have been, newest first; on the index the latest.
        days: Vec<DayView>,
        /// What is left out: "Här står de 12 senaste dagarna".
        left_out: Option<String>,
        /// The years before and after.
        neighbours: Vec<LinkView>,
    }
    /// What happened on one day.
    struct DayView {
        /// The day, or what is known of it.
        date: DateView,
        /// Pages of the bodies' decisions that day.
        decisions: Vec<LinkView>,
        /// What happened.
        events: Vec<EventView>,
    }
    /// `decisions.html`: what one body decided on one day.
    struct DecisionsView {
        /// The frame.
        frame: Frame,
        /// "Kommunfullmäktige 9 april 2014".
        title: String,
        /// The body.
        body_name: LinkView,
        /// The day.
        date: DateView,
        /// Minutes and the like.
        facts: Vec<FactView>,
        /// The decisions, by section.
        events: Vec<EventView>,
        /// The body's decision days before and after.
        neighbours: Vec<LinkView>,
    }
    /// `page.html`: a plain page; its text is the body. Also the word list, whose entries are `terms`.
    struct PageView {
        /// The frame.
        frame: Frame,
        /// The heading.
        title: String,
        /// It is a draft.
        draft: bool,
        /// Shows a contents list.
        contents: bool,
        /// Words and their meaning.
        terms: Vec<TermView>,
    }
    /// A word and its meaning.
    struct TermView {
        /// The word.
        term: LinkView,
        /// Anchor, without `#`.
        anchor: String,
        /// The meaning.
        text: String,
    }
    /// `statement.html`: the accessibility statement that the law demands, made from the settings.
    struct StatementView {
        /// The frame.
        frame: Frame,
        /// The heading.
        title: String,
        /// The municipality's own words stand first: `body` holds them.
        introduced: bool,
        /// Who stands behind the site, and what the page tells.
        lead: String,
        /// How well the site meets the law, with the law's own words: "delvis förenlig".
        conformance: String,
        /// How to tell of a failing.
        contact: Vec<FactView>,
        /// Where to complain to the authority.
        complaint: LinkView,
        /// Not all is as the law demands, and nothing says what.
        unlisted: bool,
        /// What breaks the law's demands.
        failings: Vec<StatementItem>,
        /// What would be unreasonably burdensome to adapt.
        burdens: Vec<StatementItem>,
        /// What the law does not cover.
        outside_law: Vec<StatementItem>,
        /// How the site was assessed.
        method: String,
        /// When.
        assessed: String,
        /// When the statement was brought up to date.
        updated: String,
    }
    /// Something that is not accessible.
    struct StatementItem {
        /// What it is.
        what: String,
        /// Why, what will be done and when.
        facts: Vec<FactView>,
    }
    /// `not-found.html`: nothing has this address.
    struct NotFoundView {
        /// The frame; its `root` is absolute.
        frame: Frame,
    }
    /// `redirect.html`: an old address.
    struct RedirectView {
        /// The frame.
        frame: Frame,
        /// The new address, relative to this page.
        target: LinkView,
    }
    /// `withdrawn.html`: a document that is no longer published.
    struct WithdrawnView {
        /// The frame.
        frame: Frame,
        /// Title.
        title: String,
        /// "Policy".
        kind: LinkView,
        /// When, by whom and why it was withdrawn.
        notice: NoticeView,
        /// What is known.
        facts: Vec<FactView>,
        /// What has happened, newest first.
        timeline: Vec<EventView>,
        /// Other documents.
        relations: Vec<RelationGroup>,
        /// The page of what is archived of it, if anything is.
        archive: Option<LinkView>,
    }
    /// `unreadable.html`: the facts of a source could not be read; made only with `--keep-going`.
    struct UnreadableView {
        /// The frame.
        frame: Frame,
        /// Id or file name.
        title: String,
        /// The source.
        source: String,
        /// What is wrong, in words.
        faults: Vec<String>,
    }
    /// `sitemap.xml`.
    struct SitemapView {
        /// The pages, by address.
        entries: Vec<SitemapEntry>,
    }
    /// One address of the sitemap.
    struct SitemapEntry {
        /// Absolute address.
        address: String,
        /// Day of the last decision that changed it, ISO.
        changed: Option<String>,
    }
    /// `robots.txt`.
    struct RobotsView {
        /// Absolute address of the sitemap.
        sitemap: Option<String>,
    }
}
