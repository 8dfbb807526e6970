//! Two stretches of words, word by word.
//!
//! The shortest list of edits is seldom the one that can be read: it keeps an "och" between two sentences
//! that have nothing in common. What stands between two changes and is much smaller than both is changed with
//! them; a sentence of which much changed is changed as a whole; a link is never cut.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::compare::markup::Text;
use crate::compare::part::Step;
use crate::compare::token::{Lead, Token, TokenKind};

/// What became of each word of `old` and `new`, in reading order; within a change the old words stand first.
pub(crate) fn steps(old: &Text, new: &Text, olds: Range<usize>, news: Range<usize>) -> Vec<Step> {
    let sides = Sides { old, new };
    let mut steps = shortest(&sides, olds.clone(), news.clone());
    sides.no_bridges(&mut steps, &olds, &news);
    if steps.iter().all(|step| step.is_same()) {
        return steps;
    }
    sides.slide(&mut steps);
    sides.whole_links(&mut steps);
    sides.whole_ticks(&mut steps);
    sides.no_crumbs(&mut steps);
    sides.whole_sentences(&mut steps);
    old_first(&mut steps);
    steps
}

fn shortest(sides: &Sides, olds: Range<usize>, news: Range<usize>) -> Vec<Step> {
    let keys = |text: &Text, range: &Range<usize>| -> Vec<u32> {
        text.tokens[range.clone()].iter().map(|token| token.key).collect()
    };
    let ops = capture_diff_slices(Algorithm::Myers, &keys(sides.old, &olds), &keys(sides.new, &news));
    let mut steps = Vec::with_capacity(olds.len().max(news.len()));
    for op in ops {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                steps.extend((0..len).map(|at| Step::Same {
                    old: olds.start + old_index + at,
                    new: news.start + new_index + at,
                }));
            }
            _ => {
                steps.extend(op.old_range().map(|at| Step::Removed(olds.start + at)));
                steps.extend(op.new_range().map(|at| Step::Added(news.start + at)));
            }
        }
    }
    steps
}

struct Sides<'t, 'h> {
    old: &'t Text<'h>,
    new: &'t Text<'h>,
}

impl<'t, 'h> Sides<'t, 'h> {
    fn token(&self, step: Step) -> &'t Token<'h> {
        match step {
            Step::Same { new, .. } | Step::Added(new) => &self.new.tokens[new],
            Step::Removed(old) => &self.old.tokens[old],
        }
    }

    fn is_word(&self, step: Step) -> bool {
        matches!(self.token(step).kind, TokenKind::Word | TokenKind::Number)
    }

    /// "A. [B.] C." rather than "A[. B]. C.": what was only added or only removed begins where a sentence
    /// or a clause does, if the same words can be read so.
    fn slide(&self, steps: &mut [Step]) {
        for run in runs(steps) {
            if is_one_sided(&steps[run.clone()]) {
                self.slide_run(steps, run);
            }
        }
    }

    fn slide_run(&self, steps: &mut [Step], mut run: Range<usize>) {
        while self.shift(steps, &mut run, false) {}
        let mut best = (self.rank(steps, run.start), run.start);
        while self.shift(steps, &mut run, true) {
            let rank = self.rank(steps, run.start);
            // As far on as it can: "ordföranden {eller vice ordföranden}".
            if rank >= best.0 {
                best = (rank, run.start);
            }
        }
        while run.start > best.1 && self.shift(steps, &mut run, false) {}
    }

    /// Moves a one-sided run by one word, if it then reads the same. What stood beside it takes the place
    /// of its other end.
    fn shift(&self, steps: &mut [Step], run: &mut Range<usize>, forward: bool) -> bool {
        let (beside, end) = if forward {
            (run.end, run.start)
        } else {
            let Some(before) = run.start.checked_sub(1) else { return false };
            (before, run.end - 1)
        };
        let Some(Step::Same { old, new }) = steps.get(beside).copied() else { return false };
        let far = steps[end];
        if self.token(steps[beside]).key != self.token(far).key {
            return false;
        }
        let (joins, stays) = match far {
            Step::Added(at) => (Step::Added(new), Step::Same { old, new: at }),
            Step::Removed(at) => (Step::Removed(old), Step::Same { old: at, new }),
            Step::Same { .. } => return false,
        };
        steps[end] = stays;
        steps[beside] = joins;
        if forward {
            *run = run.start + 1..run.end + 1;
        } else {
            *run = run.start - 1..run.end - 1;
        }
        true
    }

    /// How well a change reads that begins here.
    fn rank(&self, steps: &[Step], begin: usize) -> u8 {
        let first = self.token(steps[begin]);
        let before = begin.checked_sub(1).map(|at| self.token(steps[at]));
        match before {
            None => 3,
            Some(_) if first.lead == Lead::Start => 3,
            Some(before) if ends_sentence(before) && first.lead.is_spaced() => 3,
            Some(before) if before.raw == "," && first.lead.is_spaced() => 2,
            Some(_) => u8::from(first.lead.is_spaced()),
        }
    }

    /// What follows directly in one text, and in the other after the beginning of a paragraph, is not the same.
    fn no_bridges(&self, steps: &mut Vec<Step>, olds: &Range<usize>, news: &Range<usize>) {
        let (mut old_at, mut new_at) = (olds.start, news.start);
        part_where(steps, |step| {
            let Step::Same { old, new } = *step else { return false };
            let begins = |text: &Text, from: usize, to: usize| {
                text.tokens[from..=to].iter().any(|token| token.lead == Lead::Start)
            };
            let first = old_at == olds.start && new_at == news.start;
            let (before, after) = (self.old.tokens[old].lead, self.new.tokens[new].lead);
            let bridge = !first
                && ((begins(self.new, new_at, new) && !before.is_spaced())
                    || (begins(self.old, old_at, old) && !after.is_spaced()));
            (old_at, new_at) = (old + 1, new + 1);
            bridge
        });
    }

    /// A link of which a word changed is another link.
    fn whole_links(&self, steps: &mut Vec<Step>) {
        loop {
            let (mut old_links, mut new_links) = (Vec::new(), Vec::new());
            for step in steps.iter() {
                match *step {
                    Step::Removed(at) => old_links.extend(self.old.link(&self.old.tokens[at])),
                    Step::Added(at) => new_links.extend(self.new.link(&self.new.tokens[at])),
                    Step::Same { .. } => {}
                }
            }
            if old_links.is_empty() && new_links.is_empty() {
                return;
            }
            old_links.sort_unstable();
            new_links.sort_unstable();
            let among = |links: &[u32], link: Option<u32>| {
                link.is_some_and(|link| links.binary_search(&link).is_ok())
            };
            let cut = |step: &Step| match *step {
                Step::Same { old, new } => {
                    among(&old_links, self.old.link(&self.old.tokens[old]))
                        || among(&new_links, self.new.link(&self.new.tokens[new]))
                }
                _ => false,
            };
            if !part_where(steps, cut) {
                return;
            }
        }
    }

    /// The words that tell a tick to listeners change with it.
    fn whole_ticks(&self, steps: &mut Vec<Step>) {
        let mut changed = false;
        part_where(steps, |step| {
            changed = !step.is_same() || (changed && self.token(*step).kind == TokenKind::Spoken);
            changed
        });
    }

    /// What stands between two changes and is at most half of either is changed with them.
    fn no_crumbs(&self, steps: &mut Vec<Step>) {
        let size = |steps: &[Step]| -> usize {
            let letters =
                |step: &Step| self.token(*step).raw.chars().filter(|it| it.is_alphanumeric()).count();
            let side = |old: bool| {
                let ours = move |step: &&Step| match step {
                    Step::Same { .. } => true,
                    Step::Removed(_) => old,
                    Step::Added(_) => !old,
                };
                steps.iter().filter(ours).map(letters).sum::<usize>()
            };
            side(true).max(side(false))
        };
        let mut runs = runs(steps);
        let mut sizes: Vec<usize> = runs.iter().map(|run| size(&steps[run.clone()])).collect();
        let mut crumbs = vec![false; steps.len()];
        let mut at = 1;
        while at + 1 < runs.len() {
            let between = &steps[runs[at].clone()];
            let words = between.iter().filter(|step| self.is_word(**step)).count();
            let sentence = between.iter().any(|step| ends_sentence(self.token(*step)));
            let small = sizes[at] * 2 <= sizes[at - 1].min(sizes[at + 1]);
            if between[0].is_same()
                && words <= 3
                && !sentence
                && (small || words == 0 && sizes[at - 1].min(sizes[at + 1]) > 0)
            {
                crumbs[runs[at].clone()].fill(true);
                let joined = runs[at - 1].start..runs[at + 1].end;
                let size = sizes[at - 1] + sizes[at] + sizes[at + 1];
                runs.splice(at - 1..=at + 1, [joined]);
                sizes.splice(at - 1..=at + 1, [size]);
                at = at.saturating_sub(1).max(1);
            } else {
                at += 1;
            }
        }
        let mut index = 0;
        part_where(steps, |_| {
            index += 1;
            crumbs[index - 1]
        });
    }

    /// A sentence that changed in several places and by more than a third is told as a whole: a
    /// reader, and above all a listener, cannot put the pieces together.
    fn whole_sentences(&self, steps: &mut Vec<Step>) {
        let mut told = Vec::with_capacity(steps.len());
        let mut begin = 0;
        for at in 0..steps.len() {
            let last = at + 1 == steps.len();
            let ends =
                steps[at].is_same() && ends_sentence(self.token(steps[at])) && self.opens(steps, at + 1);
            if !last && !ends {
                continue;
            }
            let sentence = &steps[begin..=at];
            begin = at + 1;
            if self.is_shattered(sentence) {
                told.extend(sentence.iter().filter_map(|step| match *step {
                    Step::Same { old, .. } | Step::Removed(old) => Some(Step::Removed(old)),
                    Step::Added(_) => None,
                }));
                told.extend(sentence.iter().filter_map(|step| match *step {
                    Step::Same { new, .. } | Step::Added(new) => Some(Step::Added(new)),
                    Step::Removed(_) => None,
                }));
            } else {
                told.extend_from_slice(sentence);
            }
        }
        *steps = told;
    }

    fn opens(&self, steps: &[Step], at: usize) -> bool {
        steps.get(at).is_none_or(|step| {
            let token = self.token(*step);
            token.lead != Lead::None && !token.raw.starts_with(char::is_lowercase)
        })
    }

    fn is_shattered(&self, sentence: &[Step]) -> bool {
        let changes = runs(sentence).into_iter().filter(|run| !sentence[run.start].is_same()).count();
        let words = |wanted: fn(&Step) -> bool| -> usize {
            sentence.iter().filter(|step| wanted(step) && self.is_word(**step)).count()
        };
        let (kept, lost) = (words(|step| step.is_same()), words(|step| !step.is_same()));
        // A word that stands in both counts in both. Of a sentence with no word left the full stop goes too.
        let replaced = kept == 0
            && [true, false].iter().all(|old| {
                sentence.iter().any(|step| match step {
                    Step::Removed(_) => *old,
                    Step::Added(_) => !*old,
                    Step::Same { .. } => false,
                })
            });
        replaced || changes >= 2 && lost * 3 > kept * 2 + lost
    }
}

/// Whether a sentence may end with a token.
fn ends_sentence(token: &Token) -> bool {
    matches!(token.raw, "." | "!" | "?" | ":")
}

fn is_one_sided(run: &[Step]) -> bool {
    run.iter().all(|step| matches!(step, Step::Removed(_)))
        || run.iter().all(|step| matches!(step, Step::Added(_)))
}

/// Stretches that are changed and stretches that are not, by turns.
fn runs(steps: &[Step]) -> Vec<Range<usize>> {
    let mut at = 0;
    steps
        .chunk_by(|one, other| one.is_same() == other.is_same())
        .map(|run| {
            at += run.len();
            at - run.len()..at
        })
        .collect()
}

/// Takes apart the pairs that a test picks. Whether there were any.
fn part_where(steps: &mut Vec<Step>, mut picked: impl FnMut(&Step) -> bool) -> bool {
    let before = steps.len();
    let mut parted = Vec::with_capacity(steps.len());
    for step in steps.iter() {
        match *step {
            Step::Same { old, new } if picked(step) => parted.extend([Step::Removed(old), Step::Added(new)]),
            other => {
                if !other.is_same() {
                    picked(step);
                }
                parted.push(other);
            }
        }
    }
    *steps = parted;
    steps.len() > before
}

/// Within each change the old words first, then the new.
fn old_first(steps: &mut [Step]) {
    for run in runs(steps) {
        if !steps[run.start].is_same() {
            steps[run].sort_by_key(|step| match *step {
                Step::Removed(at) => (0, at),
                Step::Same { old: at, .. } | Step::Added(at) => (1, at),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::token::Vocabulary;

    /// "Svar inom [-30-]{+20+} dagar": what became of two paragraphs.
    fn told(old: &str, new: &str) -> String {
        let (old, new) = (format!("<p>{old}</p>"), format!("<p>{new}</p>"));
        let mut words = Vocabulary::default();
        let (old, new) = (Text::read(&old, &mut words), Text::read(&new, &mut words));
        let steps = steps(&old, &new, 0..old.tokens.len(), 0..new.tokens.len());
        let mut told = String::new();
        for stretch in
            steps.chunk_by(|one, other| std::mem::discriminant(one) == std::mem::discriminant(other))
        {
            let words = stretch.iter().map(|step| match *step {
                Step::Same { new: at, .. } | Step::Added(at) => new.words(at..at + 1),
                Step::Removed(at) => old.words(at..at + 1),
            });
            let words = words.collect::<Vec<_>>().join(" ");
            let (before, after) = match stretch[0] {
                Step::Same { .. } => ("", ""),
                Step::Removed(_) => ("[-", "-]"),
                Step::Added(_) => ("{+", "+}"),
            };
            told.extend([before, &words, after, " "]);
        }
        told.trim_end().to_owned()
    }

    #[test]
    fn a_word_is_exchanged_and_nothing_else() {
        assert_eq!(told("Svar inom 30 dagar.", "Svar inom 20 dagar."), "Svar inom [-30-] {+20+} dagar .");
        assert_eq!(
            told("Avgift 12 500 kr.", "Avgift 13\u{a0}200 kr."),
            "Avgift [-12 500-] {+13\u{a0}200+} kr ."
        );
    }

    #[test]
    fn typography_and_markup_are_no_changes() {
        let plain = "En IT-policy &quot;gäller&quot; 2008-2011 i styrdokumentet.";
        let set = "En <strong>IT\u{2011}policy</strong> ”gäller” 2008–2011 i\nstyr\u{ad}dokumentet.";
        assert_eq!(told(plain, set), "En IT\u{2011}policy ” gäller ” 2008–2011 i styrdokumentet .");
    }

    #[test]
    fn a_new_sentence_begins_where_a_sentence_begins() {
        assert_eq!(
            told("Ett är ett. Tre är tre.", "Ett är ett. Två är två. Tre är tre."),
            "Ett är ett . {+Två är två .+} Tre är tre ."
        );
        assert_eq!(told("Ja. Nej. Nej.", "Ja. Nej."), "Ja . Nej . [-Nej .-]");
        assert_eq!(told("Röd, grön.", "Röd, blå, grön."), "Röd , {+blå ,+} grön .");
    }

    #[test]
    fn crumbs_between_changes_are_changed_with_them() {
        let told = told(
            "Nämnden ska årligen redovisa kostnader och intäkter till styrelsen för kännedom i god tid.",
            "Nämnden ska månadsvis redovisa utfall och prognoser till styrelsen för kännedom i god tid.",
        );
        assert_eq!(
            told,
            "Nämnden ska [-årligen-] {+månadsvis+} redovisa [-kostnader och intäkter-] {+utfall och prognoser+} \
             till styrelsen för kännedom i god tid ."
        );
    }

    #[test]
    fn a_sentence_in_pieces_is_told_whole() {
        let told = told(
            "Det gäller. Chefen ansvarar för att planen följs varje dag. Det gäller.",
            "Det gäller. Nämnden beslutar om att planen ändras varje år. Det gäller.",
        );
        assert_eq!(
            told,
            "Det gäller . [-Chefen ansvarar för att planen följs varje dag .-] \
             {+Nämnden beslutar om att planen ändras varje år .+} Det gäller ."
        );
    }

    #[test]
    fn a_link_is_never_cut() {
        let link = |words: &str| format!("Se <a href=\"x\">{words}</a> för mer.");
        assert_eq!(
            told(&link("policyn från 2014"), &link("policyn från 2019")),
            "Se [-policyn från 2014-] {+policyn från 2019+} för mer ."
        );
    }

    #[test]
    fn the_same_text_has_no_changes() {
        assert_eq!(told("Ett och samma.", "Ett och samma."), "Ett och samma .");
        assert_eq!(told("", ""), "");
    }
}
