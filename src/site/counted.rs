//! How much each version changed: counted once in a build, whoever asks.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::base::fault::{Code, Fault};
use crate::base::text::Digest;
use crate::compare::compared;
use crate::compare::exchange::Tally;
use crate::model::front_matter::Change;
use crate::model::id::DocId;
use crate::model::keys;
use crate::model::register::Register;
use crate::model::version::Version;
use crate::site::compared::changes_words;
use crate::site::library::{Library, Text, title_of};
use crate::site::make::rendered;
use crate::site::pairs::{Pair, pairs, steps_to};
use crate::site::recipe::{TextRecipe, text_recipe};
use crate::site::sheet::Sheet;

/// Something on a page that tells how much changed between two versions. It holds no number: that is
/// known when the page is made.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Counted {
    /// The versions.
    pub pair: Pair,
    /// The digest of all that the number follows from.
    pub texts: Digest,
    /// Which link of the page it stands at.
    pub at: String,
}

impl Counted {
    /// What a page tells at a link.
    pub fn new(library: &Library, pair: Pair, at: String) -> Option<Self> {
        let of = |text: Text| {
            let links = library.links(text.source).to_vec();
            (text.body.file.digest(), text.body.start, text.title.to_owned(), links)
        };
        let texts = Digest::of_value(&(texts(library, &pair)?.map(of), library.theme.digest()));
        Some(Self { pair, texts, at })
    }
}

/// The numbers of every pair, each counted when it is first asked for.
#[derive(Default)]
pub struct Counts(BTreeMap<Pair, OnceLock<Tally>>);

impl Counts {
    /// A place for the number of every pair of the site.
    pub fn new(register: &Register) -> Self {
        let all = register.works().flat_map(|work| pairs(register, work));
        Self(all.map(|pair| (pair, OnceLock::new())).collect())
    }

    /// Forgets the numbers of a document's pairs: its text is another now.
    pub fn forget(&mut self, id: &DocId) {
        let of_it = self.0.iter_mut().filter(|(pair, _)| pair.old.0 == *id || pair.new.0 == *id);
        of_it.for_each(|(_, place)| *place = OnceLock::new());
    }

    /// Keeps a number that somebody has counted already.
    pub fn keep(&self, pair: &Pair, tally: Tally) {
        if let Some(place) = self.0.get(pair) {
            let _ = place.set(tally);
        }
    }

    /// The number of a pair.
    pub fn of(&self, library: &Library, pair: &Pair) -> Tally {
        let count = || {
            let [old, new] = recipes(library, pair)?.map(|text| rendered(library, &text));
            Some(compared::tally(&old, &new))
        };
        match self.0.get(pair) {
            Some(place) => *place.get_or_init(|| count().unwrap_or_default()),
            None => count().unwrap_or_default(),
        }
    }
}

/// Changes that are called editorial, made without a decision, where words changed all the same.
pub fn check_editorial(library: &Library, faults: &mut Vec<Fault>) {
    for work in library.register.works().filter(|work| !work.withdrawn(library.today)) {
        let editorial = |version: &&Version| version.change == Some(Change::Editorial);
        for version in work.versions().map(|(version, _)| version).filter(editorial) {
            let steps = steps_to(&library.register, work, version);
            let Some(pair) = steps.iter().find(|pair| !pair.is_of_two()) else { continue };
            let tally = library.counts.of(library, pair);
            if changes_words(&tally) {
                let fault = version.fault(Code::EditorialWords, keys::CHANGE);
                let fault = fault.with("from", pair.old.1.as_str());
                let fault = fault.with("added", tally.words.added.to_string());
                faults.push(fault.with("removed", tally.words.removed.to_string()));
            }
        }
    }
}

/// The two texts, with where their links lead from the page that compares them.
pub fn recipes(library: &Library, pair: &Pair) -> Option<[TextRecipe; 2]> {
    let sheet = Sheet::new(library, pair.address());
    Some(texts(library, pair)?.map(|text| text_recipe(&sheet, text.source, text.body, text.title)))
}

fn texts<'a>(library: &'a Library, pair: &Pair) -> Option<[Text<'a>; 2]> {
    let text = |(id, version): &(_, _)| {
        let (version, _) = library.register.work(id)?.version(version)?;
        let lang = version.lang.as_deref().unwrap_or(library.config.lang.tag());
        Some(Text { source: &version.source, body: &version.body, title: title_of(version), lang })
    };
    Some([text(&pair.old)?, text(&pair.new)?])
}
