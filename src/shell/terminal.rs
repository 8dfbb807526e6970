//! What the program says: to people, and to other programs.

use std::io;

/// Text for people, on standard error; colours vanish where they are not wanted.
pub fn tell(text: &str) {
    give(anstream::stderr().lock(), text);
}

/// What a program may read, on standard output.
pub fn answer(text: &str) {
    give(anstream::stdout().lock(), text);
}

/// A reader that went away, as `head` does, has seen enough.
fn give(mut stream: impl io::Write, text: &str) {
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}
