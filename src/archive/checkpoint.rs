//! The checkpoint: three lines that stand for the whole log, small enough for the diary, a mail or a sheet of
//! paper. Written as C2SP tlog-checkpoint, and signed as C2SP signed-note with Ed25519 where the municipality
//! holds a key.

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};

use crate::archive::merkle::Root;
use crate::archive::sha512::hex;

/// Ed25519, in keys and in what their hash is made of.
const ALGORITHM: u8 = 1;
const SIGNED: &str = "\u{2014} ";
const SECRET: &str = "PRIVATE+KEY+";

/// What the log was at some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Whose log it is.
    pub origin: String,
    /// How many entries it had.
    pub size: u64,
    /// The root over them.
    pub root: Root,
}

/// A checkpoint as it is handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it says.
    pub checkpoint: Checkpoint,
    /// Its words, which the signatures are made of.
    text: String,
    signatures: Vec<Signed>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Signed {
    name: String,
    hash: [u8; 4],
    signature: Vec<u8>,
}

/// A key that signs. Whoever has it can write a checkpoint in the municipality's name.
#[derive(Clone)]
pub struct Key {
    name: String,
    key: SigningKey,
}

/// A key that signatures are checked with; it may be known to all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    name: String,
    key: VerifyingKey,
}

impl Checkpoint {
    /// As a note, signed if there is a key.
    pub fn note(&self, key: Option<&Key>) -> String {
        let text = format!("{}\n{}\n{}\n", self.origin, self.size, BASE64_STANDARD.encode(self.root));
        let signature = key.map(|key| {
            let mut bytes = key.public().hash().to_vec();
            bytes.extend(key.key.sign(text.as_bytes()).to_bytes());
            format!("{SIGNED}{} {}\n", key.name, BASE64_STANDARD.encode(bytes))
        });
        format!("{text}\n{}", signature.unwrap_or_default())
    }
}

impl Note {
    /// A note as it was handed on; `None` if it is no checkpoint. Lines after the root and signatures of kinds
    /// that are not known are passed over, as the standard asks.
    pub fn parse(note: &str) -> Option<Self> {
        let (text, signatures) = note.split_once("\n\n")?;
        let mut lines = text.lines();
        let origin = lines.next().filter(|origin| !origin.is_empty())?.to_owned();
        let size = lines.next().filter(|size| *size == "0" || !size.starts_with(['0', '+']))?.parse().ok()?;
        let root = BASE64_STANDARD.decode(lines.next()?).ok()?.try_into().ok()?;
        let signatures = signatures.lines().map(Signed::parse).collect::<Option<Vec<_>>>()?;
        Some(Self { checkpoint: Checkpoint { origin, size, root }, text: format!("{text}\n"), signatures })
    }

    /// A note that somebody has kept: typed anew, sent by mail, saved by an editor. Blank lines, line ends and blanks
    /// beside the lines are not what it says.
    pub fn recalled(kept: &str) -> Option<Self> {
        let lines: Vec<&str> =
            kept.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|it| !it.is_empty()).collect();
        let (text, signatures) = lines.split_at(lines.len().min(3));
        let line = |line: &&str| format!("{line}\n");
        let text: String = text.iter().map(line).collect();
        Self::parse(&(text + "\n" + &signatures.iter().map(line).collect::<String>()))
    }

    /// Whether more stands in it than what it was read for.
    pub fn has_more(&self) -> bool {
        self.text.lines().count() > 3
    }

    /// Whether it says to be signed by anybody.
    pub fn is_signed(&self) -> bool {
        self.signed().next().is_some()
    }

    /// The keys that it says to be signed with: `name+hash`, since two may have one name. Only a key tells whether
    /// it was.
    pub fn keys(&self) -> impl Iterator<Item = String> {
        self.signed().map(|signed| format!("{}+{}", signed.name, hex(&signed.hash)))
    }

    /// What has the form of a signature by a key of the kind that is known here.
    fn signed(&self) -> impl Iterator<Item = &Signed> {
        self.signatures.iter().filter(|signed| signed.signature.len() == Signature::BYTE_SIZE)
    }

    /// Whether the holder of this key has signed it.
    pub fn is_signed_by(&self, key: &PublicKey) -> bool {
        self.signatures.iter().filter(|signed| signed.name == key.name && signed.hash == key.hash()).any(
            |signed| {
                let signature = Signature::from_slice(&signed.signature);
                signature
                    .is_ok_and(|signature| key.key.verify_strict(self.text.as_bytes(), &signature).is_ok())
            },
        )
    }
}

impl Signed {
    fn parse(line: &str) -> Option<Self> {
        let (name, encoded) = line.strip_prefix(SIGNED)?.split_once(' ')?;
        let bytes = BASE64_STANDARD.decode(encoded).ok()?;
        let (hash, signature) = bytes.split_first_chunk()?;
        (!name.is_empty()).then(|| Self {
            name: name.to_owned(),
            hash: *hash,
            signature: signature.to_owned(),
        })
    }
}

impl Key {
    /// A key from 32 bytes that nobody could guess. A name holds no white space and no `+`.
    pub fn new(name: &str, seed: &[u8; 32]) -> Self {
        Self { name: name.to_owned(), key: SigningKey::from_bytes(seed) }
    }

    /// Whether a text begins as one that nobody else may see.
    pub fn is_secret(text: &str) -> bool {
        text.trim().starts_with(SECRET)
    }

    /// A key as [`Self::secret`] writes it.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, hash, bytes) = parts(text.trim().strip_prefix(SECRET)?)?;
        let key = Self::new(name, &bytes);
        (hash == hex(&key.public().hash())).then_some(key)
    }

    /// The key itself, to be kept where nobody else can read it.
    pub fn secret(&self) -> String {
        format!("{SECRET}{}", written(&self.name, self.public().hash(), self.key.as_bytes()))
    }

    /// What others check its signatures with.
    pub fn public(&self) -> PublicKey {
        PublicKey { name: self.name.clone(), key: self.key.verifying_key() }
    }
}

impl PublicKey {
    /// A key as it is written: `name+hash+key`.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, hash, bytes) = parts(text.trim())?;
        let key = Self { name: name.to_owned(), key: VerifyingKey::from_bytes(&bytes).ok()? };
        (hash == hex(&key.hash())).then_some(key)
    }

    /// What tells keys of one name apart.
    fn hash(&self) -> [u8; 4] {
        let mut hasher = Sha256::new();
        hasher.update(self.name.as_bytes());
        hasher.update([b'\n', ALGORITHM]);
        hasher.update(self.key.as_bytes());
        let digest: Root = hasher.finalize().into();
        [digest[0], digest[1], digest[2], digest[3]]
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&written(&self.name, self.hash(), self.key.as_bytes()))
    }
}

fn written(name: &str, hash: [u8; 4], key: &[u8; 32]) -> String {
    let mut bytes = vec![ALGORITHM];
    bytes.extend(key);
    format!("{name}+{}+{}", hex(&hash), BASE64_STANDARD.encode(bytes))
}

/// Name, hash and key. Only base64 may hold a `+` as well.
fn parts(text: &str) -> Option<(&str, &str, [u8; 32])> {
    let mut parts = text.splitn(3, '+');
    let (name, hash, encoded) = (parts.next()?, parts.next()?, parts.next()?);
    let bytes = BASE64_STANDARD.decode(encoded).ok()?;
    let (algorithm, key) = bytes.split_first()?;
    let is_name = !name.is_empty() && !name.contains(char::is_whitespace);
    (is_name && *algorithm == ALGORITHM).then_some((name, hash, key.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checkpoint() -> Checkpoint {
        Checkpoint { origin: "sundhamra.example/arkiv".into(), size: 42, root: [7; 32] }
    }

    /// The key of the example in the documentation of Go's `golang.org/x/mod/sumdb/note`.
    const PUBLIC: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const WHOLE: &str = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    const NOTE: &str = "If you think cryptography is the answer to your problem,\n\
         then you don't know what your problem is.\n";
    const SIGNATURE: &str =
        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

    #[test]
    fn keys_and_signatures_are_those_that_others_make() {
        let key = Key::parse(WHOLE).expect("a key");
        assert_eq!(key.public().to_string(), PUBLIC);
        assert_eq!(key.secret(), WHOLE);
        let signed = Signed::parse(&format!("{SIGNED}PeterNeumann {SIGNATURE}")).expect("a signature");
        let note = Note { checkpoint: checkpoint(), text: NOTE.into(), signatures: vec![signed] };
        assert!(note.is_signed_by(&PublicKey::parse(PUBLIC).expect("a key")));
    }

    #[test]
    fn a_checkpoint_is_read_as_it_was_written() {
        let key = Key::new("sundhamra", &[3; 32]);
        let signed = Note::parse(&checkpoint().note(Some(&key))).expect("a note");
        assert_eq!(signed.checkpoint, checkpoint());
        assert!(signed.is_signed() && signed.is_signed_by(&key.public()));
        assert!(!signed.is_signed_by(&Key::new("sundhamra", &[4; 32]).public()), "another key");
        assert!(!signed.is_signed_by(&Key::new("annan", &[3; 32]).public()), "another name");
        let unsigned = Note::parse(&checkpoint().note(None)).expect("a note");
        assert_eq!(unsigned.checkpoint, checkpoint());
        assert!(!unsigned.is_signed());
    }

    #[test]
    fn what_cannot_be_a_signature_signs_nothing() {
        let note =
            format!("{}{SIGNED}sundhamra {}\n", checkpoint().note(None), BASE64_STANDARD.encode([7; 20]));
        let note = Note::parse(&note).expect("a note");
        assert!(!note.is_signed() && note.keys().next().is_none());
        let key = Key::new("sundhamra", &[3; 32]);
        let signed = Note::parse(&checkpoint().note(Some(&key))).expect("a note");
        let public = key.public().to_string();
        assert!(signed.keys().all(|key| public.starts_with(&key)) && signed.keys().count() == 1);
    }

    #[test]
    fn a_changed_word_is_not_what_was_signed() {
        let key = Key::new("sundhamra", &[3; 32]);
        let note = checkpoint().note(Some(&key)).replacen("42", "43", 1);
        assert!(!Note::parse(&note).expect("a note").is_signed_by(&key.public()));
    }

    #[test]
    fn what_is_no_checkpoint_is_none() {
        let root = BASE64_STANDARD.encode([7; 32]);
        for odd in [
            "",
            "a\n1\n",
            "a\n1\nAAAA\n\n",
            &format!("a\n01\n{root}\n\n"),
            &format!("a\n+1\n{root}\n\n"),
            &format!("\n1\n{root}\n\n"),
            &format!("a\n1\n{root}\n"),
            &format!("a\n1\n{root}\n\nnot signed\n"),
        ] {
            assert_eq!(Note::parse(odd), None, "{odd:?}");
        }
        for odd in ["", "a+b", "a+00000000+AAAA", &PUBLIC.replace("c7", "c8"), &PUBLIC.replace("Peter", "P ")]
        {
            assert_eq!(PublicKey::parse(odd), None, "{odd}");
        }
        assert!(Key::parse(PUBLIC).is_none());
    }
}
