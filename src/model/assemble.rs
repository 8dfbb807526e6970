//! Puts a document together from its files: versions, variants, what `index.md` says.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::Approx;
use crate::base::fault::{Code, Fault, nearest};
use crate::base::path::SitePath;
use crate::model::config::Config;
use crate::model::decision::Act;
use crate::model::document::{Document, PlainPage, Unreadable};
use crate::model::front_matter::{Expectation, FrontMatter, WrittenDecision};
use crate::model::id::{DocId, RESERVED_PAGES, RESERVED_VERSIONS, VersionId, is_id, is_language, slug};
use crate::model::item::{Group, Item, UNDATED, date_in_name};
use crate::model::keys::{self, Key};
use crate::model::relation::{Relation, RelationKind};
use crate::model::version::{Body, Variant, Version, completed, further};

/// What assembling leaves behind beside the document.
#[derive(Default)]
pub struct Assembled {
    /// Drafts that were left out.
    pub drafts: BTreeSet<SitePath>,
    /// Texts were left out, so that a document without any other is a draft.
    pub has_drafts: bool,
}

/// A plain page, unless it is a draft or its front matter cannot be read.
pub fn page(item: &Item, drafts: bool, faults: &mut Vec<Fault>) -> Option<PlainPage> {
    let front = item.parsed.front.as_ref()?;
    if front.draft && !drafts {
        return None;
    }
    let mut name = item.name.to_owned();
    if RESERVED_PAGES.contains(&item.name) {
        faults.push(Fault::new(Code::ReservedName).at(item.path).with("name", item.name));
        return None;
    }
    if !is_id(&name) {
        name = slug(&name);
        faults.push(Fault::new(Code::BadId).at(item.path).with("id", item.name).with("nearest", &name));
    }
    if front.title.is_none() && item.has_front_matter() {
        faults.push(Fault::new(Code::MissingTitle).at_range(item.path, 0..3));
    }
    is_id(&name).then(|| PlainPage {
        source: item.path.clone(),
        title: front.title.clone().unwrap_or_else(|| item.name.to_owned()),
        summary: front.summary.clone(),
        lang: front.lang.clone(),
        draft: front.draft,
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
    let main = || group.items.iter().find(|item| item.tag.is_none());
    let source = group.index.as_ref().or_else(main).or(group.items.first()).map(|item| item.path.clone())?;
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
                left.drafts.insert(item.path.clone());
                left.has_drafts = true;
                continue;
            }
            if single {
                own = Some((front.aliases.clone(), front.withdrawn.clone()));
            }
        }
        made.version(&item, faults);
    }
    for item in variants {
        let of_draft = |draft: &SitePath| draft.stem() == item.name && draft.folder() == item.path.folder();
        let own_draft = item.parsed.front.as_ref().is_some_and(|front| front.draft);
        if left.drafts.iter().any(of_draft) || (own_draft && !drafts) {
            left.drafts.insert(item.path.clone());
        } else {
            made.variant(&item, faults);
        }
    }
    if let (Some(facts), Some(index)) = (&facts, &index) {
        made.check_expectations(&facts.expects, index.path, faults);
    }
    let Making { versions, unreadable, .. } = made;
    let mut versions: Vec<Version> = versions.into_values().map(|(_, version)| version).collect();
    versions.sort_by_cached_key(Version::order);
    if versions.is_empty() && unreadable.is_empty() {
        if let Some(index) = index.filter(|_| !left.has_drafts) {
            faults.push(Fault::new(Code::StrayFile).at(index.path));
        }
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

impl Item<'_> {
    /// Whether the file begins with facts at all; that it does not is a fault of its own.
    fn has_front_matter(&self) -> bool {
        self.parsed.body > 0
    }
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
        let Some(mut front) = item.parsed.front.clone() else {
            self.unreadable.push(Unreadable { id, source: item.path.clone() });
            return;
        };
        if let Some((_, other)) = self.versions.values().find(|(_, version)| version.id == id) {
            let fault = Fault::new(Code::DoubleVersion).at(item.path).with("version", id.as_str());
            faults.push(fault.with("other", other.source.as_str()));
            return;
        }
        let mut found = Vec::new();
        front.draft |= self.facts.is_some_and(|facts| facts.draft);
        let source = item.path.clone();
        let mut version =
            Version::new(id, source, body(item), front.clone(), self.facts, self.config, &mut found);
        let summary = self.facts.and_then(|facts| facts.summary.clone());
        version.summary = version.summary.or(summary);
        if front.draft {
            // Nobody has decided it yet.
            found.retain(|fault| !matches!(fault.code, Code::MissingAdopter | Code::MissingAdopted));
        }
        // That a file has no front matter says by itself which facts it lacks.
        if item.has_front_matter() {
            faults.append(&mut found);
        }
        self.check_expectations(&version.expects, &version.source, faults);
        if let (Some(told), Some(adopted), false) = (date_in_name(item.name), version.adopted(), self.single)
            && told != adopted
        {
            let fault = version.fault(Code::NameDiffers, keys::ADOPTED);
            faults.push(fault.with("name", item.name).with("adopted", adopted.ascii()));
        }
        self.with_defaults(&mut front);
        self.versions.insert(item.name.to_owned(), (front, version));
    }

    /// A variant may repeat what its version has from `index.md`.
    fn with_defaults(&self, front: &mut FrontMatter) {
        let Some(facts) = self.facts else { return };
        front.kind = front.kind.take().or_else(|| facts.kind.clone());
        front.responsible = front.responsible.take().or_else(|| facts.responsible.clone());
        front.series = front.series.take().or_else(|| facts.series.clone());
        if front.keywords.is_empty() {
            front.keywords.clone_from(&facts.keywords);
        }
        if front.applies_to.is_empty() {
            front.applies_to.clone_from(&facts.applies_to);
        }
    }

    /// A demand can only be met if its type exists, and somebody is asked.
    fn check_expectations(&self, expects: &[Expectation], source: &SitePath, faults: &mut Vec<Fault>) {
        let Config { kinds, bodies, .. } = self.config;
        for demand in expects {
            let fault = |code| Fault::new(code).at_range(source, demand.range.0..demand.range.1);
            if !kinds.iter().any(|kind| kind.id.as_str() == demand.kind) {
                let known: Vec<&str> = kinds.iter().map(|kind| kind.id.as_str()).collect();
                let mut fault = fault(Code::UnknownType).with("value", &demand.kind);
                if let Some(near) = nearest(&demand.kind, known.iter().copied()) {
                    fault = fault.with("nearest", near);
                }
                faults.push(fault.with("known", known.join(", ")));
            }
            let known: BTreeSet<&str> = bodies
                .iter()
                .flat_map(|body| [Some(body.id.as_str()), body.kind.as_deref()])
                .flatten()
                .collect();
            for per in demand.per.iter().filter(|per| !known.contains(per.as_str())) {
                let mut fault = fault(Code::UnknownValue).with("key", keys::PER.en).with("value", per);
                if let Some(near) = nearest(per, known.iter().copied()) {
                    fault = fault.with("nearest", near);
                }
                faults.push(fault.with("known", known.iter().copied().collect::<Vec<_>>().join(", ")));
            }
        }
    }

    /// The file's name; for a document in one file the key `version`, else the adoption.
    fn version_id(&self, item: &Item, faults: &mut Vec<Fault>) -> VersionId {
        let front = item.parsed.front.as_ref();
        let given = front.and_then(|front| front.version.clone());
        let adopted = front.and_then(|front| {
            let joint = front.decisions.iter().filter(|it| it.act == Act::Adopted).filter_map(|it| it.date);
            completed(front.adopted.into_iter().chain(joint))
        });
        let word = if self.single {
            given.unwrap_or_else(|| adopted.map_or(UNDATED.into(), Approx::ascii))
        } else {
            if let (Some(front), Some(_)) = (front, given.filter(|given| given != item.name)) {
                let range = front.marks.range(keys::VERSION).unwrap_or_default();
                let fault = Fault::new(Code::MisplacedKey).at_range(item.path, range);
                faults.push(fault.with("key", keys::VERSION.en));
            }
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

    fn variant(&mut self, item: &Item, faults: &mut Vec<Fault>) {
        let (Some(tag), Some(front)) = (item.tag, item.parsed.front.as_ref()) else { return };
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
    (keys::REPLACES, |a, b| same_relations(a, b, RelationKind::Replaces)),
    (keys::IMPLEMENTS, |a, b| same_relations(a, b, RelationKind::Implements)),
    (keys::ANNEX_OF, |a, b| same_relations(a, b, RelationKind::AnnexOf)),
    (keys::RELATED, |a, b| same_relations(a, b, RelationKind::Related)),
    (keys::BASED_ON, |a, b| same_relations(a, b, RelationKind::BasedOn)),
    (keys::DECISIONS, |a, b| {
        let plain = |it: &WrittenDecision| WrittenDecision { range: (0, 0), ..it.clone() };
        a.decisions.iter().map(plain).eq(b.decisions.iter().map(plain))
    }),
    (keys::CORRECTIONS, |a, b| a.corrections == b.corrections),
    (keys::FOLLOW_UP, |a, b| a.follow_up == b.follow_up),
    (keys::EXPECTS, |a, b| {
        let plain = |it: &Expectation| Expectation { range: (0, 0), ..it.clone() };
        a.expects.iter().map(plain).eq(b.expects.iter().map(plain))
    }),
    (keys::ALIASES, |a, b| a.aliases == b.aliases),
    (keys::WITHDRAWN, |a, b| a.withdrawn == b.withdrawn),
];

/// Whether two files state the same relations of a kind, wherever in them these are written.
fn same_relations(a: &FrontMatter, b: &FrontMatter, kind: RelationKind) -> bool {
    let of_kind = |front: &FrontMatter| -> Vec<Relation> {
        let relations = front.relations.iter().filter(|relation| relation.kind == kind);
        relations.map(|relation| Relation { range: (0, 0), ..relation.clone() }).collect()
    };
    of_kind(a) == of_kind(b)
}
