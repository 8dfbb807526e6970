//! The root of the log's hash tree (RFC 6962, section 2.1, with SHA-256). Whoever holds an old root can tell
//! whether a longer log still begins with the entries that it had then.

use sha2::{Digest as _, Sha256};

/// A root.
pub type Root = [u8; 32];

/// The root over all leaves, each the bytes of an entry.
pub fn root<'a>(leaves: impl IntoIterator<Item = &'a [u8]>) -> Root {
    // Whole trees of 1, 2, 4, 8 … leaves, the largest first: as the digits of a binary number.
    let mut whole: Vec<(usize, Root)> = Vec::new();
    for leaf in leaves {
        let mut tree = (1, hash(&[&[0], leaf]));
        while let Some((_, left)) = whole.pop_if(|(size, _)| *size == tree.0) {
            tree = (2 * tree.0, node(&left, &tree.1));
        }
        whole.push(tree);
    }
    let joined = whole.into_iter().map(|(_, root)| root).rev().reduce(|right, left| node(&left, &right));
    joined.unwrap_or_else(|| hash(&[]))
}

fn node(left: &Root, right: &Root) -> Root {
    hash(&[&[1], left, right])
}

fn hash(parts: &[&[u8]]) -> Root {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Leaves and roots as the standard's own reference implementation tests them.
    const LEAVES: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];

    fn hex(root: Root) -> String {
        crate::archive::sha512::hex(&root)
    }

    #[test]
    fn the_roots_of_the_known_leaves() {
        let of = |count: usize| hex(root(LEAVES.into_iter().take(count)));
        assert_eq!(of(0), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(of(1), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assert_eq!(of(2), "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assert_eq!(of(3), "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
        assert_eq!(of(7), "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
        assert_eq!(of(8), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    #[test]
    fn the_tree_is_parted_as_the_standard_says() {
        /// Straight from the text of RFC 6962.
        fn defined(leaves: &[&[u8]]) -> Root {
            match leaves {
                [] => hash(&[]),
                [leaf] => hash(&[&[0], leaf]),
                _ => {
                    let half = leaves.len().next_power_of_two() / 2;
                    node(&defined(&leaves[..half]), &defined(&leaves[half..]))
                }
            }
        }
        let texts: Vec<String> = (0..70).map(|number| format!("leaf {number}")).collect();
        let leaves: Vec<&[u8]> = texts.iter().map(String::as_bytes).collect();
        for count in 0..leaves.len() {
            assert_eq!(root(leaves[..count].iter().copied()), defined(&leaves[..count]), "{count}");
        }
    }
}
