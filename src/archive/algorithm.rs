//! What digests are made with. The archive uses SHA-512 alone; others may have used what it does not.

use std::io::{self, Read};

use sha2::digest::DynDigest;

use crate::archive::sha512::{hex, pieces};

/// What a digest is made with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the standards' own")]
pub enum Algorithm {
    #[default]
    Sha512,
    Sha384,
    Sha256,
    Sha224,
    Sha512Half,
    Sha1,
    Md5,
}

impl Algorithm {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Sha512, Self::Sha384, Self::Sha256, Self::Sha224, Self::Sha512Half, Self::Sha1, Self::Md5];

    /// By its name in OCFL and in bags; `None` for those that are not known here.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.name() == name)
    }

    /// Its name in OCFL and in bags.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sha512 => "sha512",
            Self::Sha384 => "sha384",
            Self::Sha256 => "sha256",
            Self::Sha224 => "sha224",
            Self::Sha512Half => "sha512/256",
            Self::Sha1 => "sha1",
            Self::Md5 => "md5",
        }
    }

    /// Whether an object of OCFL may be kept together by it (OCFL 1.1, section 3.5.1).
    pub fn is_of_ocfl(self) -> bool {
        matches!(self, Self::Sha512 | Self::Sha256)
    }

    /// Whether a text could be a digest of its.
    pub fn may_write(self, hex: &str) -> bool {
        hex.len() == 2 * self.hasher().output_size() && hex.bytes().all(|digit| digit.is_ascii_hexdigit())
    }

    /// The digest of a stream in small letters, and its length in bytes.
    ///
    /// # Errors
    /// Whatever the stream refuses.
    pub fn digest(self, stream: &mut dyn Read) -> io::Result<(String, u64)> {
        let mut hasher = self.hasher();
        let length = pieces(stream, &mut |piece| hasher.update(piece))?;
        Ok((hex(&hasher.finalize()), length))
    }

    fn hasher(self) -> Box<dyn DynDigest> {
        match self {
            Self::Sha512 => Box::<sha2::Sha512>::default(),
            Self::Sha384 => Box::<sha2::Sha384>::default(),
            Self::Sha256 => Box::<sha2::Sha256>::default(),
            Self::Sha224 => Box::<sha2::Sha224>::default(),
            Self::Sha512Half => Box::<sha2::Sha512_256>::default(),
            Self::Sha1 => Box::<sha1::Sha1>::default(),
            Self::Md5 => Box::<md5::Md5>::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_name_and_the_digests_that_its_standard_gives() {
        // FIPS 180-4 and RFC 1321, of "abc".
        let begins = [
            "ddaf35a193617aba",
            "cb00753f45a35e8b",
            "ba7816bf8f01cfea",
            "23097d223405d822",
            "53048e2681941ef9",
        ];
        let old = ["a9993e364706816a", "900150983cd24fb0"];
        for (algorithm, begin) in Algorithm::ALL.into_iter().zip(begins.into_iter().chain(old)) {
            let (digest, length) = algorithm.digest(&mut &b"abc"[..]).unwrap();
            assert!(digest.starts_with(begin) && length == 3, "{digest}");
            assert!(algorithm.may_write(&digest) && !algorithm.may_write(&digest[1..]));
            assert_eq!(Algorithm::of(algorithm.name()), Some(algorithm));
        }
    }
}
