//! Source text with its hash: decoded once, compared cheaply.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::base::path::{is_nfc, nfc};

/// A content hash; equal hashes mean equal bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// The digest of a stream.
    ///
    /// # Errors
    /// Whatever the stream refuses.
    pub fn of_reader(stream: impl std::io::Read) -> std::io::Result<Self> {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(stream)?;
        Ok(Self(*hasher.finalize().as_bytes()))
    }

    /// The digest of a value: of all that it gives to [`Hash`].
    pub fn of_value(value: &impl Hash) -> Self {
        let mut hasher = Hashing(blake3::Hasher::new());
        value.hash(&mut hasher);
        Self(*hasher.0.finalize().as_bytes())
    }

    /// The first `length` hexadecimal digits, at most 64.
    pub fn hex(self, length: usize) -> String {
        let mut hex = blake3::Hash::from_bytes(self.0).to_hex().to_string();
        hex.truncate(length);
        hex
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.hex(12))
    }
}

/// Feeds what a value hashes into BLAKE3, so that `derive(Hash)` makes lasting keys.
struct Hashing(blake3::Hasher);

impl Hasher for Hashing {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        0 // never asked for: the 256-bit digest is read instead
    }
}

/// A decoded source: UTF-8 in normal form C, without byte order mark, lines ended by `\n`. So the
/// same words are the same text whichever system wrote them: they are found, compared and linked.
#[derive(Clone)]
pub struct Text {
    content: Arc<str>,
    digest: Digest,
    /// The file had Windows line ends.
    pub crlf: bool,
    /// The file had letters in parts, å as a and a ring, as some of macOS' programs write them.
    pub decomposed: bool,
}

/// The byte at which a file stops being UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotUtf8 {
    /// Line of the first bad byte, from 1.
    pub line: usize,
}

impl Text {
    /// Decodes a file.
    ///
    /// # Errors
    /// [`NotUtf8`] names the first line that is not UTF-8.
    pub fn decode(bytes: Vec<u8>) -> Result<Self, NotUtf8> {
        Ok(Self::new(&utf8(bytes)?))
    }

    /// A file to the byte: what somebody has made a digest of may not even be written in another form.
    ///
    /// # Errors
    /// As for [`Self::decode`].
    pub fn exact(bytes: Vec<u8>) -> Result<Self, NotUtf8> {
        let content: Arc<str> = utf8(bytes)?.into();
        Ok(Self { digest: Digest::of(content.as_bytes()), content, crlf: false, decomposed: false })
    }

    /// Normalises byte order mark, line ends and letters.
    pub fn new(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let crlf = text.contains('\r');
        let decomposed = !is_nfc(text);
        let mut content = Cow::Borrowed(text);
        if crlf {
            content = content.replace("\r\n", "\n").replace('\r', "\n").into();
        }
        if decomposed {
            content = nfc(&content).into();
        }
        Self { digest: Digest::of(content.as_bytes()), content: content.into(), crlf, decomposed }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// Its hash.
    pub fn digest(&self) -> Digest {
        self.digest
    }
}

fn utf8(bytes: Vec<u8>) -> Result<String, NotUtf8> {
    String::from_utf8(bytes).map_err(|fault| {
        let good = &fault.as_bytes()[..fault.utf8_error().valid_up_to()];
        NotUtf8 { line: good.split(|byte| *byte == b'\n').count() }
    })
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}
impl Eq for Text {}

impl fmt::Debug for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Text({} bytes)", self.content.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_line_ends_and_byte_order_mark_make_no_difference() {
        let windows = Text::decode("\u{feff}a\r\nb\r\n".into()).unwrap();
        assert_eq!(windows, Text::new("a\nb\n"));
        assert!(windows.crlf);
    }

    #[test]
    fn a_letter_in_parts_makes_no_difference() {
        let mac = Text::decode("a\u{30a}rsplan\r\n".into()).unwrap();
        assert_eq!(mac, Text::new("årsplan\n"));
        assert!(mac.decomposed && !Text::new("årsplan").decomposed);
    }

    #[test]
    fn the_line_that_is_not_utf8_is_named() {
        assert_eq!(Text::decode(b"a\nb\xe5\n".to_vec()), Err(NotUtf8 { line: 2 }));
    }
}
