//! A version: one text with its facts, checked against the site's types and bodies.

use crate::base::date::{Approx, Date};
use crate::base::fault::{Code, Fault, nearest};
use crate::base::path::SitePath;
use crate::base::text::Text;
use crate::model::config::Config;
use crate::model::content::EASY;
use crate::model::decision::{Act, Decision};
use crate::model::fields::{Marks, Moment};
use crate::model::front_matter::{
    Change, Correction, Expectation, FollowUp, FrontMatter, OPEN_ENDED, Rhythm, WrittenDecision,
};
use crate::model::id::{TypeId, VersionId};
use crate::model::keys::{self, Key};
use crate::model::relation::Relation;

/// When a version starts to apply.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Start {
    /// As stated.
    Stated(Approx),
    /// From its adoption, since nothing else was decided ("enligt huvudregeln").
    MainRule(Approx),
    /// On a condition, in words.
    Condition(String),
    /// Nobody has said, not even when it was adopted.
    Missing,
}

/// When a version ceases to apply by itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// "Tills vidare".
    Open,
    /// This is its last day; inclusive, as municipalities write.
    Last(Approx),
    /// On a condition, in words.
    Condition(String),
    /// Nothing is said.
    Missing,
}

/// A text of Markdown within its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The whole file.
    pub file: Text,
    /// Where the text begins, after the front matter.
    pub start: usize,
}

impl Body {
    /// The Markdown.
    pub fn markdown(&self) -> &str {
        &self.file.as_str()[self.start..]
    }
}

/// The same version in another language, or in easy Swedish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// A language tag, or `lattlast`.
    pub tag: String,
    /// The file.
    pub source: SitePath,
    /// Its title, if it has one of its own.
    pub title: Option<String>,
    /// Its summary.
    pub summary: Option<String>,
    /// Its text.
    pub body: Body,
}

impl Variant {
    /// It is the text in easy Swedish.
    pub fn is_easy(&self) -> bool {
        self.tag == EASY
    }
}

/// A version, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the keys of front matter")]
pub struct Version {
    pub id: VersionId,
    pub source: SitePath,
    pub marks: Marks,
    pub body: Body,
    pub variants: Vec<Variant>,
    pub title: Option<String>,
    pub kind: Option<TypeId>,
    /// The decisions on this text, oldest first; the adopting ones come first of a day.
    pub decisions: Vec<Decision>,
    pub start: Start,
    pub end: End,
    pub review_by: Option<Approx>,
    pub review: Option<Rhythm>,
    pub responsible: Option<String>,
    pub person: Option<String>,
    pub applies_to: Vec<String>,
    pub keywords: Vec<String>,
    pub summary: Option<String>,
    pub series: Option<String>,
    pub original: Option<String>,
    pub lang: Option<String>,
    pub relations: Vec<Relation>,
    pub change: Option<Change>,
    pub note: Option<String>,
    pub follow_up: Vec<FollowUp>,
    pub expects: Vec<Expectation>,
    pub corrections: Vec<Correction>,
    pub draft: bool,
    pub sequence: i64,
}

impl Version {
    /// Checks what was written, with what the document says for all its versions as default.
    pub fn new(
        id: VersionId,
        source: SitePath,
        body: Body,
        front: FrontMatter,
        document: Option<&FrontMatter>,
        config: &Config,
        faults: &mut Vec<Fault>,
    ) -> Self {
        let mut check = Check { front: &front, source: &source, config, faults };
        let title = check
            .required(Code::MissingTitle, front.title.as_ref().or(document.and_then(|it| it.title.as_ref())));
        let kind = check.kind(front.kind.as_ref().or(document.and_then(|it| it.kind.as_ref())));
        let decisions = check.decisions();
        let adopted =
            completed(decisions.iter().filter(|it| it.act == Act::Adopted).filter_map(|it| it.date));
        let start = match &front.valid_from {
            Some(Moment::Date(date)) => Start::Stated(*date),
            Some(Moment::Words(words)) => Start::Condition(words.clone()),
            None => adopted.map_or(Start::Missing, Start::MainRule),
        };
        // A day that was given and could not be read has been told of.
        let given = front.marks.range(keys::ADOPTED).is_some()
            || front.decisions.iter().any(|it| it.act == Act::Adopted && it.date.is_none());
        if adopted.is_none() && !given {
            check.faults.push(check.whole(Code::MissingAdopted));
        }
        let ended = document.is_some_and(|document| document.decisions.iter().any(|it| ends(it.act)));
        check.odd_decisions(adopted, ended);
        let mut keywords = front.keywords;
        let mut applies_to = front.applies_to;
        if let Some(document) = document {
            if keywords.is_empty() {
                keywords.clone_from(&document.keywords);
            }
            if applies_to.is_empty() {
                applies_to.clone_from(&document.applies_to);
            }
        }
        Self {
            id,
            source,
            marks: front.marks,
            body,
            variants: Vec::new(),
            title,
            kind,
            decisions,
            start,
            end: end_of(front.valid_until),
            review_by: front.review_by,
            review: front.review,
            responsible: front.responsible.or_else(|| document?.responsible.clone()),
            person: front.person,
            applies_to,
            keywords,
            summary: front.summary,
            series: front.series.or_else(|| document?.series.clone()),
            original: front.original,
            lang: front.lang,
            relations: front.relations,
            change: front.change,
            note: front.note,
            follow_up: front.follow_up,
            expects: front.expects,
            corrections: front.corrections,
            draft: front.draft,
            sequence: front.sequence,
        }
    }

    /// The date that validity starts from, if one can be known.
    pub fn starts(&self) -> Option<Approx> {
        match self.start {
            Start::Stated(date) | Start::MainRule(date) => Some(date),
            Start::Condition(_) | Start::Missing => None,
        }
    }

    /// The decisions that adopted this text; several for a joint one.
    pub fn adoptions(&self) -> impl Iterator<Item = &Decision> {
        self.decisions.iter().filter(|decision| decision.act == Act::Adopted)
    }

    /// When it was adopted: a joint decision stands when the last body has made it.
    pub fn adopted(&self) -> Option<Approx> {
        completed(self.adoptions().filter_map(|decision| decision.date))
    }

    /// The adoption that completed it, if it is known which.
    pub fn completing(&self) -> Option<&Decision> {
        self.adoptions().filter(|decision| decision.date.is_some()).last()
    }

    /// The start and the adoption of a version that applies from before it was decided.
    pub fn retroactive(&self) -> Option<(Approx, Approx)> {
        match self.start {
            Start::Stated(start) => Some(start).zip(self.adopted()),
            _ => None,
        }
        .filter(|(start, adopted)| start.last() < adopted.first())
    }

    /// The decisions that concern this text, its own first. One on the whole document concerns the
    /// texts that were adopted before it: a repeal of 2015 says nothing of what is adopted in 2018.
    pub fn concerned_by<'a>(&'a self, document: &'a [Decision]) -> impl Iterator<Item = &'a Decision> {
        let adopted = self.adopted().map(Approx::first);
        let after =
            move |decision: &&Decision| adopted.zip(decision.day()).is_none_or(|(text, day)| text < day);
        self.decisions.iter().chain(document.iter().filter(after))
    }

    /// The words on which it will cease to apply: those of the last extension, else its own.
    pub fn ends_on_condition(&self) -> Option<&str> {
        let extensions = self.decisions.iter().filter(|decision| decision.act == Act::Extended);
        match extensions.max_by_key(|decision| decision.day()).map(|extension| &extension.until) {
            Some(Some(Moment::Words(words))) => {
                Some(words.as_str()).filter(|words| !OPEN_ENDED.contains(&words.to_lowercase().as_str()))
            }
            Some(_) => None,
            None => match &self.end {
                End::Condition(words) => Some(words),
                _ => None,
            },
        }
    }

    /// The order of versions: start, adoption, sequence, id (design: same day is legal).
    pub fn order(&self) -> (Date, Date, i64, VersionId) {
        let adopted = self.adopted().map_or(Date::MIN, Approx::last);
        let start = self.starts().map_or(adopted, Approx::first);
        (start, adopted, self.sequence, self.id.clone())
    }

    /// A fault at the value of a key, or at the file where the key is not given.
    pub fn fault(&self, code: Code, key: Key) -> Fault {
        match self.marks.range(key) {
            Some(range) => Fault::new(code).at_range(&self.source, range),
            None => Fault::new(code).at(&self.source),
        }
    }
}

/// When a decision of several bodies stood: on the last of their days.
pub fn completed(days: impl Iterator<Item = Approx>) -> Option<Approx> {
    days.max_by_key(|date| (date.last(), date.first()))
}

fn end_of(until: Option<Moment>) -> End {
    match until {
        None => End::Missing,
        Some(Moment::Date(date)) => End::Last(date),
        Some(Moment::Words(words)) if OPEN_ENDED.contains(&words.to_lowercase().as_str()) => End::Open,
        Some(Moment::Words(words)) => End::Condition(words),
    }
}

/// What checking one version needs at hand.
struct Check<'a> {
    front: &'a FrontMatter,
    source: &'a SitePath,
    config: &'a Config,
    faults: &'a mut Vec<Fault>,
}

/// Whether a decision makes a text cease to apply.
fn ends(act: Act) -> bool {
    matches!(act, Act::Repealed | Act::Annulled)
}

impl Check<'_> {
    /// Decisions that cannot all be meant as they stand, taken in the order of their days. `ended`:
    /// the whole document was repealed some day, which this text does not tell of.
    fn odd_decisions(&mut self, adopted: Option<Approx>, mut ended: bool) {
        let mut last = match &self.front.valid_until {
            Some(Moment::Date(date)) => Some(*date),
            _ => None,
        };
        let elsewhere = ended;
        let mut dated: Vec<(Approx, &WrittenDecision)> =
            self.front.decisions.iter().filter_map(|it| Some((it.date?, it))).collect();
        dated.sort_by_key(|(date, _)| date.last());
        for (date, decision) in dated {
            let early = adopted.is_some_and(|adopted| date.last() < adopted.first());
            let until = match &decision.until {
                Some(Moment::Date(until)) => Some(*until),
                _ => None,
            };
            let reason = match decision.act {
                Act::Extended | Act::Repealed if early => Some("before-adoption"),
                Act::Extended if ended && !elsewhere => Some("after-repeal"),
                Act::Extended if until.zip(last).is_some_and(|(until, last)| until.last() < last.first()) => {
                    Some("shorter")
                }
                Act::Reinstated if !ended => Some("nothing"),
                _ => None,
            };
            match decision.act {
                act if ends(act) => ended = true,
                Act::Reinstated => ended = elsewhere,
                Act::Extended => last = until,
                _ => {}
            }
            if let Some(reason) = reason {
                let fault = Fault::new(Code::OddDecision);
                let fault = fault.at_range(self.source, decision.range.0..decision.range.1);
                let fault = fault.with("act", decision.act.slug()).with("reason", reason);
                self.faults.push(fault.with("date", date.ascii()));
            }
        }
    }

    /// A fault of the front matter as a whole: it points at its first line.
    fn whole(&self, code: Code) -> Fault {
        Fault::new(code).at_range(self.source, 0..3)
    }

    fn at(&self, code: Code, key: Key) -> Fault {
        match self.front.marks.range(key) {
            Some(range) => Fault::new(code).at_range(self.source, range),
            None => self.whole(code),
        }
    }

    fn required(&mut self, code: Code, value: Option<&String>) -> Option<String> {
        if value.is_none() {
            self.faults.push(self.whole(code));
        }
        value.cloned()
    }

    fn kind(&mut self, written: Option<&String>) -> Option<TypeId> {
        let written = self.required(Code::MissingType, written)?;
        let wanted = written.to_lowercase();
        let kinds = &self.config.kinds;
        let found = kinds.iter().find(|kind| {
            [kind.id.as_str(), &kind.name, &kind.plural].iter().any(|name| name.to_lowercase() == wanted)
        });
        if found.is_none() {
            let mut fault = self.at(Code::UnknownType, keys::TYPE).with("value", &written);
            if let Some(near) = nearest(&written, kinds.iter().map(|kind| kind.id.as_str())) {
                fault = fault.with("nearest", near);
            }
            let known: Vec<&str> = kinds.iter().map(|kind| kind.id.as_str()).collect();
            self.faults.push(fault.with("known", known.join(", ")));
        }
        found.map(|kind| kind.id.clone())
    }

    fn decisions(&mut self) -> Vec<Decision> {
        let front = self.front;
        let mut decisions = Vec::new();
        if front.adopted_by.is_some() || front.adopted.is_some() {
            let by = front.adopted_by.as_deref().map(|by| {
                let place = self.at(Code::BodyNearMiss, keys::ADOPTED_BY);
                self.decider(by, place)
            });
            decisions.push(Decision {
                act: Act::Adopted,
                by,
                date: front.adopted,
                section: front.section.clone(),
                reference: front.reference.clone(),
                minutes: front.minutes.clone(),
                until: None,
            });
        }
        decisions.extend(further(&front.decisions, self.source, self.config, self.faults));
        if !decisions.iter().any(|decision| decision.act == Act::Adopted && decision.by.is_some()) {
            self.faults.push(self.whole(Code::MissingAdopter));
        }
        decisions.sort_by_key(|decision| (decision.act != Act::Adopted, decision.day()));
        decisions
    }

    fn decider(&mut self, written: &str, place: Fault) -> crate::model::body::Decider {
        let (decider, near) = self.config.decider(written);
        if let Some(near) = near {
            self.faults.push(place.with("value", written).with("nearest", near));
        }
        decider
    }
}

/// The entries of `[[decisions]]`, with their bodies looked up.
pub fn further(
    written: &[WrittenDecision],
    source: &SitePath,
    config: &Config,
    faults: &mut Vec<Fault>,
) -> Vec<Decision> {
    written
        .iter()
        .map(|it| Decision {
            act: it.act,
            by: it.by.as_deref().map(|by| {
                let (decider, near) = config.decider(by);
                if let Some(near) = near {
                    let place = Fault::new(Code::BodyNearMiss).at_range(source, it.range.0..it.range.1);
                    faults.push(place.with("value", by).with("nearest", near));
                }
                decider
            }),
            date: it.date,
            section: it.section.clone(),
            reference: it.reference.clone(),
            minutes: it.minutes.clone(),
            until: it.until.clone(),
        })
        .collect()
}
