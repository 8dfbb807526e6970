//! What the templates of the archive see: its own page, the page of what is archived of a document, and the page that
//! the archive keeps of a version.

use crate::site::parts::{DateView, EventView, FactView, Frame, LinkView, NoticeView, views};

views! {
    /// `archive.html`: the archive, and what shows that nobody changed it.
    struct ArchiveView {
        /// The frame.
        frame: Frame,
        /// The heading.
        title: String,
        /// What it is, and since when.
        lead: String,
        /// How much it holds.
        facts: Vec<FactView>,
        /// That the log cannot be relied on.
        notices: Vec<NoticeView>,
        /// What stands for the whole log; none if there is none that does.
        checkpoint: Option<CheckpointView>,
        /// The log and its checkpoint, to fetch.
        files: Vec<LinkView>,
        /// Documents that were taken down, with when that was archived.
        withdrawn: Vec<LinkView>,
        /// Documents that were removed by decision, with their ids and the decision.
        purged: Vec<LinkView>,
        /// Documents with when they were archived, by title.
        documents: Vec<LinkView>,
        /// What is left out: "Här står de 300 som har arkiverats senast."
        left_out: Option<String>,
    }
    /// The newest checkpoint of the archive's log.
    struct CheckpointView {
        /// As it is handed on.
        text: String,
        /// Who signed it, or that nobody has.
        signed: String,
        /// That the log has grown since.
        note: Option<String>,
    }
    /// `document-archive.html`: what is archived of a document.
    struct DocumentArchiveView {
        /// The frame.
        frame: Frame,
        /// Document id.
        id: String,
        /// "Arkiverat: Policy för IT".
        title: String,
        /// That it was taken down, or removed by decision.
        notices: Vec<NoticeView>,
        /// When it was archived first and last, and its name in the archive.
        facts: Vec<FactView>,
        /// The ids under which something of it lies in the archive; none if all was removed by decision.
        held: Vec<String>,
        /// What was done, the last first.
        events: Vec<ArchiveEvent>,
        /// The page of the whole archive.
        archive: LinkView,
    }
    /// Something that was done to a document in the archive.
    struct ArchiveEvent {
        /// archived, withdrawn or purged.
        kind: String,
        /// "Arkivversion 2", "Arkivversion 1 av it-plan" under another id, "Gallrat enligt beslut KS 2026/12".
        title: String,
        /// When, by the clock of Sweden.
        date: DateView,
        /// What was new, where the texts do not tell.
        what: Option<String>,
        /// The texts in it; those that are still public lead to their pages.
        texts: Vec<LinkView>,
        /// The digests of their pages, as `sha512sum` writes and reads them.
        digests: String,
        /// What holds the digests of all files: "v2/inventory.json".
        inventory_name: String,
        /// The digest of that.
        inventory: String,
    }
    /// `archived.html`: a version as the archive keeps it, and the page that leads to a document's versions. Read
    /// from a disk, without the site around it; nothing on it follows from the day.
    struct ArchivedView {
        /// The frame; it has no crumbs.
        frame: Frame,
        /// Document id.
        id: String,
        /// Id of the version; none on the page that leads to all of them.
        version: Option<String>,
        /// Title.
        title: String,
        /// "Policy".
        kind: String,
        /// "Lydelse 6 november 2019".
        version_name: Option<String>,
        /// That the text is a translation, or that the document was taken down.
        notices: Vec<NoticeView>,
        /// Plain summary.
        summary: Option<String>,
        /// There is a text: `body` holds it. Of a document that is its plain summary.
        has_text: bool,
        /// Language of the text, where it is not the page's.
        text_lang: Option<String>,
        /// What is stated of it.
        facts: Vec<FactView>,
        /// What was decided of it after it was adopted, the last first.
        decisions: Vec<EventView>,
        /// Declared corrections, the last first.
        corrections: Vec<EventView>,
        /// The same text in other languages and in easy Swedish.
        variants: Vec<LinkView>,
        /// The adopted original and other files.
        files: Vec<LinkView>,
        /// The document's versions, the last first; none on a version's page.
        versions: Vec<LinkView>,
        /// The page that leads to all versions; none on that page.
        cover: Option<LinkView>,
        /// The signed minutes, which are the authentic record.
        minutes: Option<LinkView>,
    }
}
