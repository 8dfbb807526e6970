//! What holds for every comparison, whatever the texts say: without what was removed it reads as
//! the new text, without what was added as the old one; a browser reads it as it is written; and
//! no more is marked than was changed.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use similar::{ChangeTag, TextDiff};
use stadga::compare::compared::compare;
use stadga::compare::exchange::{Comparison, Words};
use stadga::render::exchange as render;
use stadga::render::exchange::{LinkUse, Rendered, Target};
use stadga::render::markdown;

use crate::comparison_html::{
    copied, crooked, has, ids, marked, misplaced, nests_headings, said, wanted, words,
};
use crate::comparison_texts::{document, edit, revise, soup, soups, written};
use crate::corpus::words::{Dice, capital, noun, sentence};

/// A text as its page shows it, where every link leads somewhere and every image is there.
fn rendered(text: &str) -> Rendered {
    let targets = markdown::scan(text, "sv").links.into_iter().map(|link| match link.usage {
        LinkUse::Link => Target::Href(link.target),
        LinkUse::Image => Target::Image { src: link.target, size: None },
    });
    let say = |text: &str| text.to_owned();
    let words = render::Words {
        footnotes: say("Noter"),
        footnote: say("Not {}"),
        back: say("Tillbaka till texten vid not {}"),
        permalink: say("Länk till avsnittet {}"),
        table: say("Tabell {}"),
        done: say("klart"),
        open: say("inte klart"),
        note: say("Anmärkning"),
        tip: say("Tips"),
        important: say("Viktigt"),
        warning: say("Varning"),
        caution: say("Var försiktig"),
    };
    markdown::render(text, "", &targets.collect::<Vec<_>>(), &words)
}

/// Two texts compared as a Swedish page compares them.
pub(crate) fn compared(old: &str, new: &str) -> Comparison {
    let say = |text: &str| text.to_owned();
    let words = Words {
        added: say("Tillagt:"),
        added_end: say("slut på tillagt"),
        removed: say("Borttaget:"),
        removed_end: say("slut på borttaget"),
        moved_here: say("Flyttat hit:"),
        moved_end: say("slut på flyttat"),
        moved_away: say("Flyttat härifrån:"),
        to_old_place: say("Stod förut här"),
        to_new_place: say("Står nu här"),
        folded_moved: say("Stod förut här, {} ord"),
        split: say("Stycket är delat"),
        merged: say("Stycken är sammanslagna"),
        change: say("Ändring {} av {}"),
        previous: say("Föregående ändring"),
        next: say("Nästa ändring"),
        folded: say("Oförändrat, {} ord"),
        folded_section: say("{}: oförändrat, {} ord"),
        folded_sections: say("{} – {}: oförändrat, {} ord"),
        opening: say("Inledningen"),
        footnotes: say("Fotnoterna"),
    };
    compare(&rendered(old), &rendered(new), &words)
}

/// Everything that holds for any two texts.
#[track_caller]
fn check(old: &str, new: &str) {
    let comparison = compared(old, new);
    let context = || format!("\n--- old\n{old}\n--- new\n{new}\n--- running\n{}", comparison.running);
    let (old_html, new_html) = (rendered(old).html, rendered(new).html);
    let running = &comparison.running;

    let (old_text, new_text) = (said(&old_html, ""), said(&new_html, ""));
    // Raw HTML may leave no white space between blocks; to put some there harms nobody.
    let raw = old.contains('<') || new.contains('<');
    let read = |text: &str| if raw { text.split_whitespace().collect() } else { text.to_owned() };
    assert_eq!(read(&said(running, "del")), read(&new_text), "without del{}", context());
    assert_eq!(read(&said(running, "ins")), read(&old_text), "without ins{}", context());
    if !raw {
        assert_eq!(copied(running, "del"), copied(&new_html, ""), "copied without del{}", context());
        assert_eq!(copied(running, "ins"), copied(&old_html, ""), "copied without ins{}", context());
    }

    let straight = [&old_html, &new_html].iter().all(|html| crooked(html).is_none() && !nests_headings(html));
    for html in pieces(&comparison) {
        assert!(!straight || crooked(html).is_none(), "{:?} in {html}{}", crooked(html), context());
        // What an author's raw HTML leaves open may hold anything.
        assert!(raw || misplaced(html).is_empty(), "{:?} in {html}{}", misplaced(html), context());
    }

    let (all, kept) = (ids(running), ids(&new_html));
    let unique: BTreeSet<&String> = all.iter().collect();
    assert_eq!(unique.len(), all.len(), "an id twice: {all:?}{}", context());
    assert!(kept.iter().all(|id| unique.contains(id)), "an id is lost: {kept:?} {all:?}{}", context());
    let kept: BTreeSet<String> = kept.into_iter().collect();
    let dead: BTreeSet<String> = wanted(&new_html).difference(&kept).cloned().collect();
    for html in pieces(&comparison) {
        let lost: Vec<String> =
            wanted(html).into_iter().filter(|id| !unique.contains(id) && !dead.contains(id)).collect();
        assert_eq!(lost, [""; 0], "no such id{}", context());
    }
    for pair in comparison.beside.iter().flatten() {
        assert_eq!(ids(&pair.old), [""; 0], "{}{}", pair.old, context());
        assert_eq!(ids(&pair.new), [""; 0], "{}{}", pair.new, context());
        assert!(!has(&pair.old, "ins") && !has(&pair.new, "del"), "{pair:?}{}", context());
    }

    assert_eq!(comparison.changes.len(), comparison.beside.len(), "{}", context());
    let anchors: Vec<&String> = comparison.changes.iter().map(|change| &change.anchor).collect();
    let found: Vec<&String> = all.iter().filter(|id| anchors.contains(id)).collect();
    assert_eq!(found, anchors, "{}", context());
    for change in &comparison.changes {
        assert!(!change.happenings.is_empty(), "nothing happened in {change:?}{}", context());
    }

    let untold = comparison.changes.is_empty() && comparison.renumbered.is_empty();
    assert_eq!(comparison.tally.is_unchanged(), untold, "{:?}{}", comparison.tally, context());
    assert!(!untold || old_text == new_text, "a change is not told{}", context());
    assert!(old_html != new_html || untold, "a change is made up{}", context());
    assert_eq!(comparison, compared(old, new), "not the same twice{}", context());
}

/// All HTML of a comparison.
fn pieces(comparison: &Comparison) -> impl Iterator<Item = &String> {
    let pairs = comparison.beside.iter().flatten();
    std::iter::once(&comparison.running).chain(pairs.flat_map(|pair| [&pair.old, &pair.new]))
}

/// A text beside itself shows nothing.
#[track_caller]
fn check_itself(text: &str) {
    let itself = compared(text, text);
    assert!(itself.tally.is_unchanged() && itself.changes.is_empty(), "{itself:?}\nfrom {text}");
    assert!(itself.renumbered.is_empty() && itself.beside.is_empty(), "{itself:?}\nfrom {text}");
    assert!(!has(&itself.running, "ins") && !has(&itself.running, "del"), "{}\nfrom {text}", itself.running);
    assert_eq!(said(&itself.running, ""), said(&rendered(text).html, ""), "from {text}");
}

/// A text like those that municipalities write: paragraphs under numbered headings, each unlike all
/// others.
fn prose(seed: u64, sections: usize) -> Vec<Vec<String>> {
    let mut dice = Dice::new(seed);
    let mut paragraph = |sentences: usize| {
        (0..sentences).map(|_| sentence(&mut dice).replace('*', "")).collect::<Vec<_>>().join(" ")
    };
    let bodies: Vec<Vec<String>> =
        (0..sections).map(|at| (0..2 + at % 3).map(|of| paragraph(2 + of % 2)).collect()).collect();
    let title = |dice: &mut Dice| format!("## {} {}", capital(&noun(dice)), noun(dice));
    bodies.into_iter().map(|body| std::iter::once(title(&mut dice)).chain(body).collect()).collect()
}

fn text(sections: &[Vec<String>]) -> String {
    sections.iter().flatten().fold(String::new(), |text, block| text + block + "\n\n")
}

/// How many words a plain comparison of words would mark.
fn plainly_marked(old: &str, new: &str) -> usize {
    let (old, new) = (said(&rendered(old).html, ""), said(&rendered(new).html, ""));
    let diff = TextDiff::from_words(&old, &new);
    let changed = diff.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal);
    changed.map(|change| words(change.value())).sum()
}

/// On small edits no more than so many times what a plain comparison of words marks: where a
/// sentence has changed beyond reading, it is marked as a whole.
const MARKED_AT_MOST: usize = 4;

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_revised_text(text in document(), edits in vec(edit(), 0..6)) {
        let mut revised = text.clone();
        for edit in &edits {
            revise(&mut revised, edit);
        }
        check(&written(&text), &written(&revised));
    }

    #[test]
    fn any_two_texts(old in document(), new in document()) {
        check(&written(&old), &written(&new));
    }

    #[test]
    fn any_two_soups((old, new) in soups()) {
        check(&old, &new);
    }

    #[test]
    fn any_characters_at_all(old in "\\PC{0,60}", new in "\\PC{0,60}") {
        check(&old, &new);
    }

    #[test]
    fn a_text_beside_itself_shows_nothing(text in document(), soup in soup()) {
        check_itself(&written(&text));
        check_itself(&soup);
    }

    #[test]
    fn typography_is_no_change(seed: u64, places in vec((any::<Index>(), 0..6usize), 1..20)) {
        let old = text(&prose(seed, 4));
        let spaces: Vec<usize> = old.match_indices(' ').map(|(at, _)| at).filter(|at| old[..*at].contains('\n')).collect();
        let chosen: BTreeSet<(usize, usize)> = places.iter().map(|(place, how)| (spaces[place.index(spaces.len())], *how)).collect();
        let mut new = old.clone();
        let mut before = usize::MAX;
        for (at, how) in chosen.into_iter().rev().filter(|(at, _)| !on_heading(&old, *at)) {
            // One change at a place: they go from the end to the beginning.
            if std::mem::replace(&mut before, at) == at {
                continue;
            }
            let word = at + 1..old[at + 1..].find([' ', '\n', '.', ',']).map_or(old.len(), |end| at + 1 + end);
            match how {
                0 => new.replace_range(at..=at, "\u{a0}"),
                1 => new.replace_range(at..=at, "\n"),
                2 => new.replace_range(at..=at, "  "),
                3 => new.replace_range(word.clone(), &format!("**{}**", &old[word])),
                4 => new.replace_range(word.clone(), &format!("*{}*", &old[word])),
                _ => new.insert(word.start + old[word.start..].chars().next().map_or(0, char::len_utf8), '\u{ad}'),
            }
        }
        let comparison = compared(&old, &new);
        prop_assert!(comparison.tally.is_unchanged() && comparison.changes.is_empty(), "{:?}\n{}\n{}", comparison, old, new);
        prop_assert!(!has(&comparison.running, "ins") && !has(&comparison.running, "del"), "{}", comparison.running);
    }

    #[test]
    fn small_edits_are_marked_small(seed: u64, places in vec(any::<Index>(), 1..20)) {
        let sections = prose(seed, 4);
        let old = text(&sections);
        let mut dice = Dice::new(seed ^ 1);
        let mut lines: Vec<Vec<String>> = old.lines().map(|line| line.split(' ').map(String::from).collect()).collect();
        let all: Vec<(usize, usize)> = (0..lines.len()).filter(|at| !lines[*at][0].starts_with('#'))
            .flat_map(|at| (0..lines[at].len()).map(move |word| (at, word))).filter(|(at, word)| !lines[*at][*word].is_empty()).collect();
        for place in places.iter().take(all.len() / 20) {
            let (line, word) = all[place.index(all.len())];
            lines[line][word] = noun(&mut dice);
        }
        let new = lines.iter().map(|line| line.join(" ") + "\n").collect::<String>();
        let (ours, plain) = (marked(&compared(&old, &new).running), plainly_marked(&old, &new));
        prop_assert!(ours <= MARKED_AT_MOST * plain, "{ours} words marked, {plain} by a plain comparison\n{old}\n{new}");
        check(&old, &new);
    }

    #[test]
    fn what_moves_is_neither_added_nor_removed(seed: u64, swaps in vec((any::<Index>(), any::<Index>()), 1..4), whole: bool) {
        let old = prose(seed, 5);
        let mut new = old.clone();
        for (from, to) in swaps {
            if whole {
                let section = new.remove(from.index(new.len()));
                new.insert(to.index(new.len() + 1), section);
            } else {
                let from = from.index(new.len());
                if new[from].len() > 2 {
                    let paragraph = new[from].remove(1);
                    let to = to.index(new.len());
                    let end = new[to].len();
                    new[to].insert(end, paragraph);
                }
            }
        }
        let (old, new) = (text(&old), text(&new));
        let tally = compared(&old, &new).tally;
        prop_assert_eq!((tally.words.added, tally.words.removed), (0, 0), "{:?}\n{}\n{}", tally, old, new);
        prop_assert_eq!((tally.sections.added, tally.sections.removed), (0, 0), "{:?}", tally);
        prop_assert_eq!(tally.is_unchanged(), old == new);
        check(&old, &new);
    }

    #[test]
    fn what_is_added_removes_nothing(seed: u64, at in vec(any::<Index>(), 1..5)) {
        let less = prose(seed, 4);
        let mut more = less.clone();
        let mut dice = Dice::new(seed ^ 2);
        let mut sections = 0;
        for (index, at) in at.iter().enumerate() {
            let new = sentence(&mut dice).replace('*', "") + " " + &sentence(&mut dice).replace('*', "");
            if index % 2 == 0 {
                let section = at.index(more.len());
                let place = 1 + at.index(more[section].len());
                more[section].insert(place, new);
            } else {
                sections += 1;
                more.insert(at.index(more.len() + 1), vec![format!("## Om {}", noun(&mut dice)), new]);
            }
        }
        let (less, more) = (text(&less), text(&more));
        let (added, removed) = (compared(&less, &more).tally, compared(&more, &less).tally);
        prop_assert_eq!(added.words.removed, 0, "{:?}\n{}\n{}", added, less, more);
        prop_assert_eq!(removed.words.added, 0, "{:?}\n{}\n{}", removed, less, more);
        prop_assert_eq!((added.sections.added, added.sections.removed), (sections, 0), "{:?}", added);
        prop_assert_eq!((removed.sections.removed, removed.sections.added), (sections, 0), "{:?}", removed);
        check(&less, &more);
    }
}

/// Whether a byte of a text stands in a heading.
fn on_heading(text: &str, at: usize) -> bool {
    text[..at].lines().last().is_some_and(|line| line.starts_with('#'))
}

#[test]
fn known_traps() {
    let traps = [
        "",
        "Ord.",
        "## Ändring 1\n\nOrd.\n\n## Flytt 1 till\n\nOrd.\n\n## Flytt 1 från\n\nOrd.\n",
        "Ett <ins>nytt</ins> och ett <del>gammalt</del> ord.\n",
        "<ins>\n\nEtt stycke.\n\n</ins>\n\n<del>\n\nEtt annat.\n\n</del>\n",
        "<details><summary>Mer</summary>\n\nEtt stycke.\n\n</details>\n",
        "Ord[^1] och ord[^1].\n\n[^1]: Not.\n",
        "Ord och ord[^1].\n\n[^1]: Not.\n\n    - punkt\n",
        "[^1]: Not utan märke.\n",
        "[länk[^1]](b.md)\n\n[^1]: Not.\n",
        "| | |\n|-|-|\n| a | b |\n",
        "| a |\n|-|\n",
        "| a | b |\n|-|-|\n| [c](d) | e[^1] |\n\n[^1]: Not.\n",
        "- a\n\n  b\n\n  - c\n- d\n",
        "- [x] klart\n- [ ] kvar\n",
        "- > citat\n  > - punkt\n",
        "Ord\n: Betydelse\n\n  - punkt\n",
        "> [!NOTE]\n> ## Rubrik i en ruta\n>\n> Ord.\n",
        "## Mål\n\n- ## Rubrik i en punkt\n\n  Ord.\n",
        "```\nett\n\n  två\n```\n",
        "ett  \ntvå\\\ntre\n",
        "<table><tr><td>a<td><p>b</p><ul><li>c</ul></table>\n",
        "<ruby>漢<rt>kan</rt></ruby> <kbd>Ctrl</kbd><br>x<wbr>y\n",
        "<dl><dt>a<dd>b<dd>c</dl>\n\n<h3>Egen rubrik</h3>\n",
        "![bild](a.png \"Text\")\n\n![bild](b.png) i rad\n",
        "a&#173;b 1&nbsp;000 &lt;i&gt; &amp;amp;\n",
    ];
    for old in traps {
        check_itself(old);
        for new in traps {
            check(old, new);
            check(&format!("{old}\n\n{new}"), new);
            check(new, &format!("{new}\n\n## Mål\n\n{old}"));
        }
    }
}
