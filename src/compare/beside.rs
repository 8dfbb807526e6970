//! What differs, side by side: for each part that changed the old and the new as they stood.

use crate::compare::exchange::{Pair, Words};
use crate::compare::ink::Side;
use crate::compare::markup::Text;
use crate::compare::part::{Fate, Part, Passage};
use crate::compare::weave::Weave;

/// The rows of one passage. What is the same is left out.
pub(crate) fn beside<'t, 'h>(
    passage: &Passage<'_, 't, 'h>,
    old: &'t Text<'h>,
    new: &'t Text<'h>,
    words: &Words,
) -> Vec<Pair> {
    let side = |side: Side, parts: &[Part<'t, 'h>]| {
        let mut weave = Weave::side(old, new, words, side);
        weave.parts(parts);
        weave.ink.html.trim().to_owned()
    };
    let mut pairs = Vec::new();
    if passage.old.is_some()
        && passage.new.is_some()
        && !passage.heading.iter().all(|step| step.is_same())
        && !matches!(passage.fate, Fate::MovedAway(_))
    {
        let heading = |which: Side| {
            let mut weave = Weave::side(old, new, words, which);
            weave.ink.raw("<p><strong>");
            weave.steps(&passage.heading);
            weave.ink.raw("</strong></p>");
            weave.ink.html
        };
        pairs.push(Pair { old: heading(Side::Old), new: heading(Side::New), moved: false });
    }
    for stretch in passage.parts.chunk_by(|one, other| whole(one).is_some() && whole(one) == whole(other)) {
        if matches!(stretch[0], Part::Same(_)) {
            continue;
        }
        let moved = matches!(stretch[0], Part::Added(_, Some(_)) | Part::Removed(_, Some(_)));
        let pair = Pair { old: side(Side::Old, stretch), new: side(Side::New, stretch), moved };
        if !(pair.old.is_empty() && pair.new.is_empty()) {
            pairs.push(pair);
        }
    }
    pairs
}

/// Blocks that are all new, or all gone, stand together.
fn whole(part: &Part) -> Option<bool> {
    match part {
        Part::Added(_, None) => Some(true),
        Part::Removed(_, None) => Some(false),
        _ => None,
    }
}
