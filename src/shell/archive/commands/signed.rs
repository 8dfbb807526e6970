//! What a run has done to the signature of the checkpoint is told: nobody loses it, or changes the key, in silence.

use crate::shell::archive::store::Store;
use crate::shell::terminal::tell;
use crate::shell::words::Words;

/// The keys that a checkpoint says to be signed with; `None` where there was no archive.
pub struct Signed(Option<Vec<String>>);

impl Signed {
    /// What the newest checkpoint says.
    pub fn of(store: &Store) -> Self {
        let keys = || store.note().ok().flatten().map(|note| note.keys().collect()).unwrap_or_default();
        Self(store.is_begun().then(keys))
    }

    /// Tells what has become of it since.
    pub fn tell_change(&self, store: &Store, words: &Words) {
        let (Some(before), Some(after)) = (&self.0, Self::of(store).0) else { return };
        let is_same = after.iter().any(|key| before.contains(key));
        let told = match (&before[..], &after[..]) {
            ([], []) => return,
            ([], _) => words.text("archive-now-signed"),
            (_, []) => words.text("archive-no-longer-signed"),
            _ if is_same => return,
            _ => words.say(
                "archive-key-changed",
                &[("old", before.join(", ").into()), ("new", after.join(", ").into())],
            ),
        };
        tell(&(told + "\n"));
    }
}
