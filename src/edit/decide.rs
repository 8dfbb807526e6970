//! A decision about a text, from what somebody typed to the change in the file where it belongs,
//! or all that keeps it from being written.

use toml_edit::Value;

use crate::base::date::{Approx, Date};
use crate::base::fault::Fault;
use crate::base::path::SitePath;
use crate::edit::change::Change;
use crate::edit::head::{Head, moment};
use crate::edit::order::{Deed, Field, Order, Trouble, day, readable};
use crate::edit::target::{Site, Target, Unfound, find};
use crate::model::content::INDEX;
use crate::model::decision::{Act, Decision};
use crate::model::fields::Moment;
use crate::model::front_matter::OPEN_ENDED;
use crate::model::id::{DocId, VersionId};
use crate::model::keys;
use crate::model::register::Work;
use crate::model::version::{End, Version};

/// What is worth knowing and no hindrance.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are in the catalogue of the terminal")]
pub enum Note {
    OldName(DocId),
    Withdrawn,
    UnknownBody { typed: String, near: String },
    NoEndStated,
}

/// What keeps a decision from being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// What was typed.
    Troubles(Vec<Trouble>),
    /// The file itself.
    Faults(Vec<Fault>),
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Self {
        Self::Troubles(vec![trouble])
    }
}

/// A decision that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The document.
    pub id: DocId,
    /// The version.
    pub version: VersionId,
    /// What is written.
    pub changes: Vec<Change>,
    /// What to know of it.
    pub notes: Vec<Note>,
}

/// Works out what a decision changes.
///
/// # Errors
/// All that keeps it from being written.
pub fn decide(site: Site, order: &Order) -> Result<Decided, Stop> {
    let (target, deed, date) = understood(site, order)?;
    let mut notes = Vec::new();
    if target.by_old_name {
        notes.push(Note::OldName(target.id.clone()));
    }
    let version = version(site, &target, order.get(Field::Version), deed, date)?;
    let Some(work) = site.register.work(&target.id) else { return Err(Stop::Troubles(Vec::new())) };
    let troubles = nonsense(work, version, deed, date, order);
    if !troubles.is_empty() {
        return Err(Stop::Troubles(troubles));
    }
    if work.withdrawn(site.today) {
        notes.push(Note::Withdrawn);
    }
    if deed == Deed::Act(Act::Extended) && version.end == End::Missing && end(work, version) == End::Missing {
        notes.push(Note::NoEndStated);
    }
    let by = order.get(Field::By).map(|typed| {
        let (decider, near) = site.config.decider(typed);
        notes.extend(near.map(|near| Note::UnknownBody { typed: typed.to_owned(), near }));
        decider.name
    });
    let changes = write(site, work, version, deed, by, order)?;
    Ok(Decided { id: target.id, version: version.id.clone(), changes, notes })
}

/// The document, the act and the date, if nothing is missing and each word can be read.
fn understood(site: Site, order: &Order) -> Result<(Target, Deed, Approx), Stop> {
    let mut troubles = Vec::new();
    let need = |field: Field| order.get(field).ok_or(Trouble::Missing(field));
    let target = need(Field::Document).and_then(|typed| document(site, typed));
    let deed = need(Field::Act).and_then(Deed::parse);
    let date = need(Field::Date).and_then(day);
    for field in Field::ALL {
        let asked = |deed: &Deed| deed.fields().iter().find(|(it, _)| *it == field).map(|(_, must)| *must);
        let always = [Field::Document, Field::Act, Field::Date, Field::Version].contains(&field);
        let Some(deed) = deed.as_ref().ok().filter(|_| !always) else { continue };
        match (asked(deed), order.get(field)) {
            (Some(true), None) => troubles.push(Trouble::Missing(field)),
            (None, Some(_)) => troubles.push(Trouble::Unwanted(field, *deed)),
            (Some(_), Some(typed)) => troubles.extend(readable(field, *deed, typed).err()),
            _ => {}
        }
    }
    match (target, deed, date) {
        (Ok(target), Ok(deed), Ok(date)) if troubles.is_empty() => Ok((target, deed, date)),
        (target, deed, date) => {
            let first = [target.err(), deed.err(), date.err()].into_iter().flatten();
            Err(Stop::Troubles(first.chain(troubles).collect()))
        }
    }
}

/// Finds a document.
///
/// # Errors
/// That there is none of that name.
pub fn document(site: Site, typed: &str) -> Result<Target, Trouble> {
    find(site, typed).map_err(|unfound| match unfound {
        Unfound::Draft => Trouble::Draft { typed: typed.to_owned() },
        Unfound::Nothing(near) => Trouble::UnknownDocument { typed: typed.to_owned(), near },
    })
}

/// The version that is meant.
fn version<'a>(
    site: Site<'a>,
    target: &Target,
    named: Option<&str>,
    deed: Deed,
    date: Approx,
) -> Result<&'a Version, Stop> {
    let unknown = || Trouble::UnknownDocument { typed: target.id.to_string(), near: Vec::new() };
    let work = site.register.work(&target.id).ok_or_else(unknown)?;
    let document = &work.document;
    if !document.rivals.is_empty() {
        let sources = std::iter::once(&document.source).chain(&document.rivals);
        return Err(Trouble::Twice(sources.cloned().collect()).into());
    }
    let named = named.or(target.version.as_deref()).map(|name| name.trim_end_matches(".md"));
    // One that cannot be read may be the one that is meant.
    let unread = document.unreadable.iter().find(|it| named.is_none_or(|name| it.id.as_str() == name));
    if let Some(unread) = unread {
        return Err(Stop::Faults(Head::open(site.snapshot, &unread.source).err().unwrap_or_default()));
    }
    match named {
        Some(name) => document.versions.iter().find(|it| it.id.as_str() == name).ok_or_else(|| {
            let is_draft =
                |draft: &&SitePath| draft.stem() == name && draft.folder() == document.source.folder();
            match site.drafts.iter().find(is_draft) {
                Some(draft) => Trouble::Draft { typed: draft.to_string() }.into(),
                None => {
                    let known = document.versions.iter().map(|version| version.id.clone()).collect();
                    Trouble::UnknownVersion { typed: name.to_owned(), known }.into()
                }
            }
        }),
        None => usual_version(work, deed, date.last()).map_err(Stop::from),
    }
}

/// The version in force on the day of the decision, else the latest; what is put back is what was
/// struck down.
fn usual_version(work: &Work, deed: Deed, day: Date) -> Result<&Version, Trouble> {
    let decisions = &work.document.decisions;
    if deed == Deed::Act(Act::Reinstated)
        && let Some(down) = work.document.versions.iter().rev().find(|it| ended(it, decisions).is_some())
    {
        return Ok(down);
    }
    let Some((version, _)) = work.shown(day) else { return Err(Trouble::Missing(Field::Version)) };
    let coming = work.coming(day).map(|(it, _)| it.id.clone()).filter(|id| *id != version.id);
    let both: Vec<VersionId> = std::iter::once(version.id.clone()).chain(coming).collect();
    let ends = matches!(deed, Deed::Act(Act::Repealed | Act::Annulled));
    if ends && both.len() > 1 { Err(Trouble::WhichVersion(both)) } else { Ok(version) }
}

/// The decision by which a text has ended, if nothing has put it back.
fn ended<'a>(version: &'a Version, document: &'a [Decision]) -> Option<&'a Decision> {
    let mut decisions: Vec<&Decision> = version.concerned_by(document).collect();
    decisions.sort_by_key(|decision| decision.day());
    decisions.into_iter().fold(None, |ended, decision| match decision.act {
        Act::Repealed | Act::Annulled => Some(decision),
        Act::Reinstated => None,
        _ => ended,
    })
}

/// The end of a text as it stands after all extensions.
fn end(work: &Work, version: &Version) -> End {
    let decisions = version.concerned_by(&work.document.decisions);
    let extensions = decisions.filter(|decision| decision.act == Act::Extended);
    match extensions.max_by_key(|decision| decision.day()).map(|extension| &extension.until) {
        Some(Some(Moment::Date(date))) => End::Last(*date),
        Some(Some(Moment::Words(words))) if !is_open(words) => End::Condition(words.clone()),
        Some(_) => End::Open,
        None => version.end.clone(),
    }
}

fn is_open(words: &str) -> bool {
    OPEN_ENDED.contains(&words.to_lowercase().as_str())
}

/// What cannot be meant, by what the text and the site already say.
fn nonsense(work: &Work, version: &Version, deed: Deed, date: Approx, order: &Order) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    if let Some(adopted) = version.adopted().filter(|adopted| date.last() < adopted.first()) {
        troubles.push(Trouble::BeforeAdoption(adopted));
    }
    if is_written(version, deed, date, order) {
        troubles.push(Trouble::AlreadyWritten);
        return troubles;
    }
    let until = order.get(Field::Until).and_then(|typed| Approx::parse(typed).ok());
    let is_past = until.is_some_and(|until| until.last() < date.first());
    let ended = ended(version, &work.document.decisions);
    let Deed::Act(act) = deed else { return troubles };
    match (act, ended) {
        (Act::Extended | Act::Repealed, Some(end)) => {
            troubles.extend(end.date.map(Trouble::AlreadyEnded));
        }
        (Act::Annulled, Some(end)) if end.act == Act::Annulled => {
            troubles.extend(end.date.map(Trouble::AlreadyEnded));
        }
        (Act::Reinstated, None) => troubles.push(Trouble::NothingToReinstate),
        (Act::Extended | Act::Reviewed | Act::Repealed, _) if is_past => troubles.push(Trouble::UntilPast),
        (Act::Extended, None) => match (end(work, version), until) {
            (End::Open, _) => troubles.push(Trouble::OpenEnded),
            (End::Last(last), Some(until)) if until.last() <= last.last() => {
                troubles.push(Trouble::NotLonger(last.last()));
            }
            _ => {}
        },
        _ => {}
    }
    troubles
}

/// Whether the same stands there already.
fn is_written(version: &Version, deed: Deed, date: Approx, order: &Order) -> bool {
    match deed {
        Deed::Act(act) => version.decisions.iter().any(|it| it.act == act && it.date == Some(date)),
        Deed::Corrected => version
            .corrections
            .iter()
            .any(|it| it.date == Some(date) && Some(it.what.as_str()) == order.get(Field::What)),
    }
}

fn write(
    site: Site,
    work: &Work,
    version: &Version,
    deed: Deed,
    by: Option<String>,
    order: &Order,
) -> Result<Vec<Change>, Stop> {
    let text = |field: Field| order.get(field).map(Value::from);
    let date = |field: Field| order.get(field).map(moment);
    let by = by.map(Value::from);
    let mut head = Head::open(site.snapshot, &version.source).map_err(Stop::Faults)?;
    let written = match deed {
        Deed::Corrected => head.append(
            keys::CORRECTIONS,
            &[
                (keys::DATE, date(Field::Date)),
                (keys::BY, by),
                (keys::WHAT, text(Field::What)),
                (keys::MANDATE, text(Field::Mandate)),
            ],
        ),
        Deed::Act(_) => head.append(
            keys::DECISIONS,
            &[
                (keys::ACT, Some(deed.word(head.tongue()).into())),
                (keys::BY, by),
                (keys::DATE, date(Field::Date)),
                (keys::SECTION, text(Field::Section)),
                (keys::REFERENCE, text(Field::Reference)),
                (keys::MINUTES, text(Field::Minutes)),
                (keys::UNTIL, date(Field::Until)),
            ],
        ),
    };
    if !written {
        return Err(Trouble::NoList(version.source.clone()).into());
    }
    let index = &work.document.source;
    let mut changes = Vec::new();
    if let Some(role) = order.get(Field::Responsible) {
        let is_index = index != &version.source && index.stem() == INDEX;
        let mut whole = is_index.then(|| Head::open(site.snapshot, index).ok()).flatten();
        match &mut whole {
            Some(whole) if whole.has(keys::RESPONSIBLE) && !head.has(keys::RESPONSIBLE) => {
                hand_over(whole, role);
                changes.push(Change::Rewrite { path: index.clone(), text: whole.text() });
            }
            _ => hand_over(&mut head, role),
        }
    }
    changes.insert(0, Change::Rewrite { path: version.source.clone(), text: head.text() });
    Ok(changes)
}

/// The role that is responsible from now on. The person was the former one's.
fn hand_over(head: &mut Head, role: &str) {
    if head.set_within(keys::RESPONSIBLE, keys::ROLE, Some(role.into())) {
        head.set_within(keys::RESPONSIBLE, keys::PERSON, None);
    } else {
        head.set(keys::RESPONSIBLE, role);
    }
}
