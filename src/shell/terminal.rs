//! What the program says: to people, and to other programs.

use std::io::{self, ErrorKind};

use crate::shell::error::Error;

/// Text for people, on standard error; colours vanish where they are not wanted. Where even that
/// cannot be written there is nobody left to tell.
pub fn tell(text: &str) {
    let _ = give(anstream::stderr().lock(), text);
}

/// What a program may read, on standard output. A reader that went away, as `head` does, has seen
/// enough.
///
/// # Errors
/// [`Error::Answer`] if it cannot be written: who gets half an answer must not take it for a whole.
pub fn answer(text: &str) -> Result<(), Error> {
    match give(anstream::stdout().lock(), text) {
        Err(source) if source.kind() != ErrorKind::BrokenPipe => Err(Error::Answer { source }),
        _ => Ok(()),
    }
}

/// How many cells a line of the terminal holds; `None` where standard output leads elsewhere.
pub fn width() -> Option<usize> {
    let (width, _) = terminal_size::terminal_size_of(io::stdout())?;
    Some(usize::from(width.0)).filter(|width| *width > 0)
}

/// How many cells a line of talk may hold; `None` where standard error leads elsewhere.
pub fn talk_width() -> Option<usize> {
    let (width, _) = terminal_size::terminal_size_of(io::stderr())?;
    Some(usize::from(width.0)).filter(|width| *width > 0)
}

fn give(mut stream: impl io::Write, text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.flush()
}
