//! What a run found done and nobody had vouched for is told before it is vouched for: most often a run was broken off,
//! but whoever can write into the archive can make it look so.

use crate::archive::entry::{Event, Kept};
use crate::shell::archive::writer::Writer;
use crate::shell::terminal::tell;
use crate::shell::words::Words;

/// Tells each line that this run took over, and returns the versions among them.
pub fn tell_each(writer: &Writer, words: &Words) -> Vec<Kept> {
    for entry in writer.taken_over() {
        let (key, what) = match &entry.event {
            Event::Begin { .. } => continue,
            Event::Archive(kept) | Event::Withdraw(kept) => ("archive-taken-over", kept.version.to_string()),
            Event::Purge { decision, .. } => ("archive-purge-taken-over", decision.clone()),
        };
        let document = entry.event.document().unwrap_or_default();
        tell(&(words.say(key, &[("document", document.into()), ("what", what.into())]) + "\n"));
    }
    writer.taken_over().iter().filter_map(|entry| entry.event.kept().cloned()).collect()
}
