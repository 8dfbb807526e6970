//! The worker of the preview: follows the files, puts each new site on the desk, and says so.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::{Timestamp, Zoned};

use crate::base::path::SitePath;
use crate::shell::args::words_for;
use crate::shell::disk::Disk;
use crate::shell::preview::desk::{Desk, Round};
use crate::shell::preview::follow::{Changes, Followed};
use crate::shell::preview::watch::{Reason, Watch, Watching};
use crate::shell::terminal::tell;
use crate::shell::words::{Language, Value, Words};

/// The day may have changed after so long, whatever else happens.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// What the worker is told.
pub struct Job {
    /// The file system.
    pub disk: &'static dyn Disk,
    /// The site's folder.
    pub root: PathBuf,
    /// The folder is looked through now and then, instead of waiting for events.
    pub poll: bool,
    /// The language of the program, before the site's own.
    pub language: Option<Language>,
    /// Where the site is put.
    pub desk: Arc<Desk>,
}

impl Job {
    /// Reads the site, shows it, and follows it for ever. `opening` says where it is as soon as it
    /// is known in which language, `opened` what was found in it.
    pub fn work(self, opening: impl FnOnce(&Words, &Watching), opened: impl FnOnce(&Words, Round)) {
        // Watching comes first: what is written while the site is read shall not be missed.
        let mut watch = Watch::start(&self.root, self.poll);
        let mut followed = Followed::new(self.disk, &self.root, Timestamp::now());
        watch.links(followed.has_links());
        let words = words_for(self.language, &followed.site().snapshot);
        opening(words, watch.watching());
        self.desk.sketch(followed.site());
        opened(words, self.publish(&followed, &watch));
        // Whether the desk shows words that were never published. They may be taken back before they are.
        let mut ahead = false;
        loop {
            let before = watch.watching().clone();
            let batch = watch.next(LONGEST_WAIT);
            let start = Instant::now();
            if let Some(texts) = followed.texts(self.disk, &batch.named) {
                ahead |= self.desk.retext(&texts);
            }
            let batch = watch.settle(batch);
            let words = words_for(self.language, &followed.site().snapshot);
            if *watch.watching() != before {
                tell(&(told(words, watch.watching()) + "\n"));
            }
            if !batch.look && !ahead {
                continue;
            }
            let look = Instant::now();
            let changes = followed.refresh(self.disk, &batch.named, Timestamp::now());
            watch.links(followed.has_links());
            watch.looked(&batch, &changes, look.elapsed());
            if changes.is_empty() && !ahead {
                continue;
            }
            let round = self.publish(&followed, &watch);
            ahead = false;
            if !changes.is_empty() {
                tell(&(line(words, &changes, round, start.elapsed()) + "\n"));
            }
        }
    }

    fn publish(&self, followed: &Followed, watch: &Watch) -> Round {
        self.desk.polls(*watch.watching() != Watching::Events);
        self.desk.publish(followed.site())
    }
}

/// How changes come to be known, in words.
pub fn told(words: &Words, watching: &Watching) -> String {
    let (why, reason) = match watching {
        Watching::Events => return words.text("serve-events"),
        Watching::Poll(Reason::Asked) => ("asked", ""),
        Watching::Poll(Reason::Unheard) => ("unheard", ""),
        Watching::Poll(Reason::Full) => ("full", ""),
        Watching::Poll(Reason::Refused(reason)) => ("refused", reason.as_str()),
    };
    words.say("serve-polls", &[("why", why.into()), ("reason", reason.into())])
}

/// What a round brought, on one line: `14.03.22  content/it-policy.md ändrad: 0,03 s, 2 varningar`.
fn line(words: &Words, changes: &Changes, round: Round, took: Duration) -> String {
    let now = Zoned::now();
    let two = |number: i8| format!("{number:02}");
    let time: [(&str, Value); 3] =
        [("h", two(now.hour()).into()), ("m", two(now.minute()).into()), ("s", two(now.second()).into())];
    let counts = round.counts.words(words);
    words.say(
        "serve-round",
        &[
            ("time", words.say("preview-time", &time).into()),
            ("what", what(words, changes).into()),
            ("seconds", words.decimal(took.as_secs_f64(), 2).into()),
            ("counts", if counts.is_empty() { "none".into() } else { counts.into() }),
            ("broken", if round.broken { "yes" } else { "no" }.into()),
        ],
    )
}

fn what(words: &Words, changes: &Changes) -> String {
    let files = changes.paths().count();
    let of = |how: &str, path: &SitePath| {
        // A name is a file's own: no control character in it may reach the terminal.
        let path: String = path.as_str().chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
        words.say("serve-file", &[("path", path.into()), ("how", how.into())])
    };
    match (files, changes.changed.first(), changes.added.first(), changes.removed.first()) {
        (0, ..) => words.text("serve-day"),
        (1, Some(path), ..) => of("changed", path),
        (1, _, Some(path), _) => of("added", path),
        (1, _, _, Some(path)) => of("removed", path),
        (n, ..) => words.say("serve-files", &[("n", n.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::report::Counts;

    #[test]
    fn a_round_is_one_calm_line() {
        let words = Words::of(Language::Swedish);
        let path = |name: &str| SitePath::new(name);
        let one = Changes { changed: [path("content/it-policy.md")].into(), ..Changes::default() };
        let counts = Counts { warnings: 2, ..Counts::default() };
        let said = line(words, &one, Round { counts, broken: false }, Duration::from_millis(31));
        assert!(said.ends_with("  content/it-policy.md ändrad: 0,03 s, 2 varningar"), "{said}");
        let fine = Round { counts: Counts::default(), broken: false };
        let many = Changes { added: [path("a\u{1b}.md")].into(), ..one.clone() };
        assert!(line(words, &many, fine, Duration::ZERO).ends_with("  2 filer ändrade: 0,00 s"));
        let odd = Changes { removed: [path("a\u{1b}.md")].into(), ..Changes::default() };
        assert!(line(words, &odd, fine, Duration::ZERO).ends_with("  a .md borttagen: 0,00 s"));
        let day = Changes { day: true, ..Changes::default() };
        assert!(line(words, &day, fine, Duration::ZERO).contains("En ny dag"));
        let broken = Round { counts: Counts { errors: 1, ..Counts::default() }, broken: true };
        let said = line(words, &one, broken, Duration::ZERO);
        assert!(said.ends_with(", 1 fel; den senaste webbplats som gick att göra visas"), "{said}");
    }
}
