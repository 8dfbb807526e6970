//! Puts a document together from its files: versions, variants, what `index.md` says.

use std::collections::BTreeMap;

use crate::base::date::Approx;
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::model::config::Config;
use crate::model::content::{Group, Item, date_in_name};
use crate::model::document::{Document, PlainPage, Unreadable};
use crate::model::front_matter::FrontMatter;
use crate::model::id::{DocId, RESERVED_VERSIONS, VersionId, is_id, is_language, slug};
use crate::model::keys::{self, Key};
use crate::model::version::{Body, Variant, Version, further};

/// The id of a version that nobody has dated.
pub const UNDATED: &str = "odaterad";

/// What assembling leaves behind beside the document.
#[derive(Default)]
pub struct Assembled {
    /// Drafts that were left out.
    pub drafts: Vec<SitePath>,
}

/// A plain page, unless it is a draft or its front matter cannot be read.
pub fn page(item: &Item, drafts: bool, faults: &mut Vec<Fault>) -> Option<PlainPage> {
    let front = item.parsed.front.as_ref()?;
    if front.draft && !drafts {
        return None;
    }
    let mut name = item.name.to_owned();
    if !is_id(&name) {
        name = slug(&name);
        faults.push(Fault::new(Code::BadId).at(item.path).with("id", item.name).with("nearest", &name));
    }
    if front.title.is_none() {
        faults.push(Fault::new(Code::MissingTitle).at_range(item.path, 0..3));
    }
    is_id(&name).then(|| PlainPage {
        source: item.path.clone(),
        title: front.title.clone().unwrap_or_else(|| item.name.to_owned()),
        summary: front.summary.clone(),
        lang: front.lang.clone(),
        body: body(item),
        name,
    })
}

/// A document from its files. `None`: all of it is draft and drafts are not asked for.
pub fn document(
    id: DocId,
    group: Group,
    config: &Config,
    drafts: bool,
    left: &mut Assembled,
    faults: &mut Vec<Fault>,
) -> Option<Document> {
    let source = group.index.as_ref().or(group.items.first()).map(|item| item.path.clone())?;
    let index = group.index;
    let facts = index.as_ref().and_then(|item| item.parsed.front.clone());
    let whole_is_draft = facts.as_ref().is_some_and(|front| front.draft);
    let (variants, mains): (Vec<Item>, Vec<Item>) =
        group.items.into_iter().partition(|item| item.tag.is_some());
    let single = mains.len() == 1 && !group.folder;
    let mut made =
        Making { config, facts: facts.as_ref(), single, versions: BTreeMap::new(), unreadable: Vec::new() };
    let mut own = None;
    for item in mains {
        if let Some(front) = item.parsed.front.as_ref() {
            if (front.draft || whole_is_draft) && !drafts {
                left.drafts.push(item.path.clone());
                continue;
            }
            if single {
                own = Some((front.aliases.clone(), front.withdrawn.clone()));
            }
        }
        made.version(&item, faults);
    }
    for item in variants {
        if left.drafts.iter().any(|draft| draft.stem() == item.name && draft.folder() == item.path.folder()) {
            left.drafts.push(item.path.clone());
        } else {
            made.variant(&item, drafts, faults);
        }
    }
    let Making { versions, unreadable, .. } = made;
    let mut versions: Vec<Version> = versions.into_values().map(|(_, version)| version).collect();
    versions.sort_by_cached_key(Version::order);
    if versions.is_empty() && unreadable.is_empty() {
        return None;
    }
    let document = facts.unwrap_or_default();
    let (aliases, withdrawn) = own.unwrap_or((document.aliases, document.withdrawn));
    Some(Document {
        id,
        aliases,
        withdrawn,
        about: index.as_ref().map(body).filter(|body| !body.markdown().trim().is_empty()),
        decisions: further(&document.decisions, &source, config, faults),
        source,
        relations: document.relations,
        follow_up: document.follow_up,
        expects: document.expects,
        versions,
        unreadable,
        rivals: Vec::new(),
    })
}

fn body(item: &Item) -> Body {
    Body { file: item.text.clone(), start: item.parsed.body }
}

/// A document in the making.
struct Making<'a> {
    config: &'a Config,
    facts: Option<&'a FrontMatter>,
    single: bool,
    /// Versions by file name, with their front matter for comparison with variants.
    versions: BTreeMap<String, (FrontMatter, Version)>,
    unreadable: Vec<Unreadable>,
}

impl Making<'_> {
    fn version(&mut self, item: &Item, faults: &mut Vec<Fault>) {
        let id = self.version_id(item, faults);
        let Some(front) = item.parsed.front.clone() else {
            self.unreadable.push(Unreadable { id, source: item.path.clone() });
            return;
        };
        if let Some((_, other)) = self.versions.values().find(|(_, version)| version.id == id) {
            let fault = Fault::new(Code::DoubleVersion).at(item.path).with("version", id.as_str());
            faults.push(fault.with("other", other.source.as_str()));
            return;
        }
        let version =
            Version::new(id, item.path.clone(), body(item), front.clone(), self.facts, self.config, faults);
        if let (Some(told), Some(adopted), false) = (date_in_name(item.name), version.adopted(), self.single)
            && told != adopted
        {
            let fault = version.fault(Code::NameDiffers, keys::ADOPTED);
            faults.push(fault.with("name", item.name).with("adopted", adopted.ascii()));
        }
        self.versions.insert(item.name.to_owned(), (front, version));
    }

    /// The file's name; for a document in one file the key `version`, else the adoption.
    fn version_id(&self, item: &Item, faults: &mut Vec<Fault>) -> VersionId {
        let front = item.parsed.front.as_ref();
        let given = front.and_then(|front| front.version.clone());
        let adopted = front.and_then(|front| {
            let joint = front.decisions.iter().find(|it| it.act == crate::model::decision::Act::Adopted);
            front.adopted.or_else(|| joint?.date)
        });
        let word = if self.single {
            given.unwrap_or_else(|| adopted.map_or(UNDATED.into(), Approx::ascii))
        } else {
            item.name.to_owned()
        };
        if RESERVED_VERSIONS.contains(&word.as_str()) || is_language(&word) {
            faults.push(Fault::new(Code::ReservedName).at(item.path).with("name", &word));
            return VersionId::new(&format!("version-{word}"));
        }
        if is_id(&word) {
            return VersionId::new(&word);
        }
        let near = Some(slug(&word)).filter(|slug| is_id(slug)).unwrap_or_else(|| UNDATED.into());
        faults.push(Fault::new(Code::BadId).at(item.path).with("id", &word).with("nearest", &near));
        VersionId::new(&near)
    }

    fn variant(&mut self, item: &Item, drafts: bool, faults: &mut Vec<Fault>) {
        let (Some(tag), Some(front)) = (item.tag, item.parsed.front.as_ref()) else { return };
        if front.draft && !drafts {
            return;
        }
        let Some((main, version)) = self.versions.get_mut(item.name) else {
            faults.push(Fault::new(Code::LoneVariant).at(item.path).with("version", item.name));
            return;
        };
        for (key, same) in FACTS {
            if let Some(range) = front.marks.range(*key).filter(|_| !same(front, main)) {
                let fault = Fault::new(Code::VariantDiffers).at_range(item.path, range);
                faults.push(fault.with("key", key.en).with("main", version.source.as_str()));
            }
        }
        version.variants.push(Variant {
            tag: tag.to_owned(),
            source: item.path.clone(),
            title: front.title.clone(),
            summary: front.summary.clone(),
            body: body(item),
        });
    }
}

type Same = fn(&FrontMatter, &FrontMatter) -> bool;

/// The facts that a variant may repeat but not change. Title, summary and language are its own.
const FACTS: &[(Key, Same)] = &[
    (keys::TYPE, |a, b| a.kind == b.kind),
    (keys::ADOPTED_BY, |a, b| a.adopted_by == b.adopted_by),
    (keys::ADOPTED, |a, b| a.adopted == b.adopted),
    (keys::SECTION, |a, b| a.section == b.section),
    (keys::REFERENCE, |a, b| a.reference == b.reference),
    (keys::MINUTES, |a, b| a.minutes == b.minutes),
    (keys::VALID_FROM, |a, b| a.valid_from == b.valid_from),
    (keys::VALID_UNTIL, |a, b| a.valid_until == b.valid_until),
    (keys::REVIEW_BY, |a, b| a.review_by == b.review_by),
    (keys::REVIEW, |a, b| a.review == b.review),
    (keys::RESPONSIBLE, |a, b| a.responsible == b.responsible),
    (keys::APPLIES_TO, |a, b| a.applies_to == b.applies_to),
    (keys::KEYWORDS, |a, b| a.keywords == b.keywords),
    (keys::SERIES, |a, b| a.series == b.series),
    (keys::ORIGINAL, |a, b| a.original == b.original),
    (keys::CHANGE, |a, b| a.change == b.change),
    (keys::NOTE, |a, b| a.note == b.note),
    (keys::VERSION, |a, b| a.version == b.version),
    (keys::SEQUENCE, |a, b| a.sequence == b.sequence),
    (keys::REPLACES, |_, _| false),
    (keys::IMPLEMENTS, |_, _| false),
    (keys::ANNEX_OF, |_, _| false),
    (keys::RELATED, |_, _| false),
    (keys::BASED_ON, |_, _| false),
    (keys::DECISIONS, |_, _| false),
    (keys::CORRECTIONS, |_, _| false),
    (keys::FOLLOW_UP, |_, _| false),
    (keys::EXPECTS, |_, _| false),
    (keys::ALIASES, |_, _| false),
    (keys::WITHDRAWN, |_, _| false),
];
