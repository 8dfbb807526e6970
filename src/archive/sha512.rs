//! SHA-512 (FIPS 180-4), the digest of the archive: any computer can check it without stadga.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::io::{self, Read};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use sha2::Digest as _;

/// So much is read at a time.
const PIECE: usize = 64 << 10;

/// The SHA-512 of something; written as 128 small hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha512([u8; 64]);

/// Makes the digest of what comes in pieces.
#[derive(Clone, Default)]
pub struct Hasher(sha2::Sha512);

impl Hasher {
    /// Takes the next piece.
    pub fn update(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The digest of all of them.
    pub fn digest(self) -> Sha512 {
        Sha512(self.0.finalize().into())
    }
}

impl Sha512 {
    /// The digest of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha2::Sha512::digest(bytes).into())
    }

    /// The digest of a stream and its length in bytes. No more than a piece of it lies in memory.
    ///
    /// # Errors
    /// Whatever the stream refuses.
    pub fn of_reader(stream: &mut dyn Read) -> io::Result<(Self, u64)> {
        let mut hasher = Hasher::default();
        let length = pieces(stream, &mut |piece| hasher.update(piece))?;
        Ok((hasher.digest(), length))
    }

    /// A digest as it is written; large digits are none.
    pub fn parse(hex: &str) -> Option<Self> {
        let is_small = |digit: &u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
        let mut bytes = [0; 64];
        if hex.len() != 128 || !hex.as_bytes().iter().all(is_small) {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(hex.as_bytes().chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

/// Files by path, with digest and length.
pub type Files = BTreeMap<String, (Sha512, u64)>;

/// The digest of bytes and their number.
pub fn measured(bytes: &[u8]) -> (Sha512, u64) {
    (Sha512::of(bytes), bytes.len() as u64)
}

/// Bytes as small hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Hands on a stream piece by piece. Returns its length.
///
/// # Errors
/// Whatever the stream refuses.
pub fn pieces(stream: &mut dyn Read, take: &mut dyn FnMut(&[u8])) -> io::Result<u64> {
    let (mut piece, mut length) = (vec![0; PIECE], 0);
    loop {
        match stream.read(&mut piece) {
            Ok(0) => return Ok(length),
            Ok(count) => {
                take(&piece[..count]);
                length += count as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

impl fmt::Display for Sha512 {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for Sha512 {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.to_string()[..12])
    }
}

impl Serialize for Sha512 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Sha512 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hex = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::parse(&hex).ok_or_else(|| D::Error::custom("no SHA-512"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of FIPS 180-4 for "abc".
    const ABC: &str = "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
                       2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

    #[test]
    fn the_example_of_the_standard() {
        assert_eq!(Sha512::of(b"abc").to_string(), ABC);
        assert_eq!(Sha512::of_reader(&mut &b"abc"[..]).unwrap(), (Sha512::of(b"abc"), 3));
        assert_eq!(Sha512::parse(ABC), Some(Sha512::of(b"abc")));
    }

    #[test]
    fn what_is_no_digest_is_none() {
        for odd in [&ABC[1..], &ABC.to_uppercase(), &ABC.replace('d', "x"), &ABC.replace("dd", "+d"), ""] {
            assert_eq!(Sha512::parse(odd), None, "{odd}");
        }
    }
}
