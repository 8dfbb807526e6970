//! What must hold between facts: one rule, one function.

use crate::base::date::{Approx, Date, day_before, next_day};
use crate::base::fault::{Code, Fault};
use crate::model::keys;
use crate::model::life::Life;
use crate::model::lineage::replacing;
use crate::model::register::{Register, Work};
use crate::model::relation::{RelationKind, Target};
use crate::model::validity::Force;
use crate::model::version::{End, Version};

/// Every rule over every document; `now` is the day that it really is, whatever day is shown.
pub fn check(register: &Register, now: Date, faults: &mut Vec<Fault>) {
    for work in register.works() {
        for (version, _) in work.versions() {
            end_before_start(version, faults);
            retroactive(version, faults);
            adopted_ahead(version, now, faults);
            correction_dates(version, now, faults);
        }
        neighbours(work, faults);
        replaces_newer(register, work, faults);
    }
}

/// A replacer that started before the other was adopted: most often written in the wrong document.
fn replaces_newer(register: &Register, work: &Work, faults: &mut Vec<Fault>) {
    for stated in register.lineage.stated(&work.document.id) {
        let Target::Document(target) = &stated.relation.target else { continue };
        let whole = stated.relation.kind == RelationKind::Replaces && stated.relation.part.is_none();
        let effect = whole.then(|| replacing(stated, &work.document)).flatten();
        let Some((effect, replaced)) = effect.zip(register.work(target)) else { continue };
        let known = replaced.versions().filter_map(|(version, _)| version.adopted().or(version.starts()));
        let Some(adopted) = known.min_by_key(|date| date.first()) else { continue };
        if effect.from.last() < adopted.first() {
            let (start, end) = stated.relation.range;
            let fault = Fault::new(Code::ReplacesNewer).at_range(stated.source(&work.document), start..end);
            let fault = fault.with("target", target.as_str()).with("from", effect.from.ascii());
            faults.push(fault.with("adopted", adopted.ascii()));
        }
    }
}

/// A term that ends before it starts never applies: one of the dates is wrong.
fn end_before_start(version: &Version, faults: &mut Vec<Fault>) {
    if let (Some(start), End::Last(end)) = (version.starts(), &version.end)
        && end.last() < start.first()
    {
        let fault = version.fault(Code::EndBeforeStart, keys::VALID_UNTIL);
        faults.push(fault.with("from", start.ascii()).with("until", end.ascii()));
    }
}

/// Legal, as for tariffs that are decided in February from 1 January, but often a slip.
fn retroactive(version: &Version, faults: &mut Vec<Fault>) {
    if let Some((start, adopted)) = version.retroactive() {
        let fault = version.fault(Code::Retroactive, keys::VALID_FROM);
        faults.push(fault.with("from", start.ascii()).with("adopted", adopted.ascii()));
    }
}

/// Nothing is decided before the meeting: what is to be decided is a draft until then.
fn adopted_ahead(version: &Version, now: Date, faults: &mut Vec<Fault>) {
    if let Some(adopted) = version.adopted().filter(|adopted| !version.draft && adopted.first() > now) {
        faults.push(version.fault(Code::AdoptedAhead, keys::ADOPTED).with("adopted", adopted.ascii()));
    }
}

/// A text is corrected after it was decided, and nobody knows yet of what will be corrected.
fn correction_dates(version: &Version, now: Date, faults: &mut Vec<Fault>) {
    for date in version.corrections.iter().filter_map(|correction| correction.date) {
        let adopted = version.adopted().filter(|adopted| date.last() < adopted.first());
        let fault = || version.fault(Code::CorrectionDate, keys::CORRECTIONS).with("date", date.ascii());
        if date.first() > now {
            faults.push(fault().with("hint", "ahead"));
        } else if let Some(adopted) = adopted {
            faults.push(fault().with("hint", "before").with("adopted", adopted.ascii()));
        }
    }
}

/// Versions that claim the same days, or leave days between them without any.
fn neighbours(work: &Work, faults: &mut Vec<Fault>) {
    let mut earlier: Option<(&Version, &Life)> = None;
    for (version, life) in work.versions() {
        let Some(start) = version.starts() else { continue };
        let lapsed = life.force.changes().iter().any(|(_, force)| *force == Force::Lapsed);
        if lapsed {
            continue;
        }
        if let Some((before, last)) = earlier.and_then(|(before, life)| Some((before, life.term_end?))) {
            between(before, last, version, start, faults);
        }
        earlier = Some((version, life));
    }
}

fn between(before: &Version, last: Date, version: &Version, start: Approx, faults: &mut Vec<Fault>) {
    // A version that says what it changes takes over; one that says nothing may be a slip.
    if start.last() <= last && version.change.is_none() {
        let fault = version.fault(Code::Overlap, keys::VALID_FROM).with("version", version.id.as_str());
        let until = last.to_string();
        faults.push(fault.with("other", before.id.as_str()).with("from", start.ascii()).with("until", until));
    }
    if start.first() > next_day(last) {
        let fault = version.fault(Code::Gap, keys::VALID_FROM).with("version", version.id.as_str());
        faults.push(
            fault
                .with("other", before.id.as_str())
                .with("from", next_day(last).to_string())
                .with("until", day_before(start.first()).to_string()),
        );
    }
}
