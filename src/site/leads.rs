//! Where the links of every text lead. A text is read for its links, and they are followed, when somebody first
//! asks: a page needs those of its own text alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::base::fault::Fault;
use crate::base::path::SitePath;
use crate::base::text;
use crate::model::version::Body;
use crate::render::exchange::Scan;
use crate::render::markdown;
use crate::site::library::{Library, Text};
use crate::site::links::resolve;
use crate::site::resolved::Resolved;

/// The links of every text, by its file.
#[derive(Default)]
pub struct Leads(BTreeMap<SitePath, Lead>);

/// What is known of a text's links.
struct Lead {
    body: Body,
    title: String,
    lang: String,
    /// Follows from the text and its language.
    scan: OnceLock<Arc<Scan>>,
    /// Follows from the text and its title.
    anchors: OnceLock<Arc<BTreeSet<String>>>,
    /// Follows from the whole site.
    led: OnceLock<(Vec<Resolved>, Vec<Fault>)>,
}

impl Leads {
    /// Nothing is known yet of any text.
    pub fn new<'a>(texts: impl Iterator<Item = Text<'a>>) -> Self {
        let lead = |text: Text| Lead {
            body: text.body.clone(),
            title: text.title.to_owned(),
            lang: text.lang.to_owned(),
            scan: OnceLock::new(),
            anchors: OnceLock::new(),
            led: OnceLock::new(),
        };
        Self(texts.map(|text| (text.source.clone(), lead(text))).collect())
    }

    /// Takes over what an earlier reading found in texts that are still the same.
    pub fn adopt(&mut self, former: &Self) {
        for (source, lead) in &mut self.0 {
            let Some(former) = former.0.get(source).filter(|former| former.body == lead.body) else {
                continue;
            };
            if former.lang == lead.lang {
                lead.scan.clone_from(&former.scan);
            }
            if former.title == lead.title {
                lead.anchors.clone_from(&former.anchors);
            }
        }
    }

    /// Where the links of a text lead, in the order in which they stand.
    pub fn links(&self, library: &Library, source: &SitePath) -> &[Resolved] {
        self.0.get(source).map_or(&[], |lead| &lead.led(library, source).0)
    }

    /// Follows every link, and tells what is wrong.
    pub fn follow_all(&self, library: &Library) -> Vec<Fault> {
        let leads: Vec<(&SitePath, &Lead)> = self.0.iter().collect();
        leads
            .into_par_iter()
            .flat_map_iter(|(source, lead)| lead.led(library, source).1.iter().cloned())
            .collect()
    }

    /// Where any link leads, of those that were followed.
    pub fn followed(&self) -> impl Iterator<Item = &Resolved> {
        self.0.values().filter_map(|lead| lead.led.get()).flat_map(|(links, _)| links)
    }

    /// What a text says of itself before anybody looks at the site.
    pub fn scan(&self, source: &SitePath) -> Option<&Scan> {
        self.0.get(source).map(Lead::scan)
    }

    /// The places within a text that a link may lead to.
    pub fn anchors(&self, source: &SitePath) -> Option<&BTreeSet<String>> {
        self.0.get(source).map(Lead::anchors)
    }

    /// The text as it stands.
    pub fn body(&self, source: &SitePath) -> Option<&Body> {
        self.0.get(source).map(|lead| &lead.body)
    }

    /// Puts other words in the place of a text's. What other texts say of places within it is not looked at again.
    pub fn retext(&mut self, source: &SitePath, words: &text::Text) {
        if let Some(lead) = self.0.get_mut(source) {
            lead.body.file = words.clone();
            (lead.scan, lead.anchors, lead.led) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        }
    }
}

impl Lead {
    fn led(&self, library: &Library, source: &SitePath) -> &(Vec<Resolved>, Vec<Fault>) {
        self.led.get_or_init(|| {
            let mut faults = Vec::new();
            let text = Text { source, body: &self.body, title: &self.title, lang: &self.lang };
            (resolve(library, &text, &mut faults), faults)
        })
    }

    fn scan(&self) -> &Scan {
        self.scan.get_or_init(|| Arc::new(markdown::scan(self.body.markdown(), &self.lang)))
    }

    fn anchors(&self) -> &BTreeSet<String> {
        self.anchors.get_or_init(|| Arc::new(markdown::anchors(self.body.markdown(), &self.title)))
    }
}
