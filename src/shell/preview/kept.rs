//! Pages that were made lately: asked for again they are not made again, and when a page can no
//! longer be made there is still the last good one.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::base::text::Digest;
use crate::shell::preview::view::View;

/// More than these bytes are not kept.
const MOST_BYTES: usize = 32 << 20;

/// The pages, by view and path.
#[derive(Default)]
pub struct Kept {
    pages: Mutex<Pages>,
}

#[derive(Default)]
struct Pages {
    by_path: BTreeMap<(View, String), Page>,
    bytes: usize,
    /// Counts what is asked for, to know what was asked for long ago.
    now: u64,
}

struct Page {
    key: Digest,
    bytes: Arc<Vec<u8>>,
    used: u64,
}

impl Kept {
    /// The bytes that a key made at a path.
    pub fn made(&self, at: &(View, String), key: Digest) -> Option<Arc<Vec<u8>>> {
        self.find(at, Some(key))
    }

    /// The last bytes that could be made at a path, whatever made them.
    pub fn last(&self, at: &(View, String)) -> Option<Arc<Vec<u8>>> {
        self.find(at, None)
    }

    fn find(&self, at: &(View, String), key: Option<Digest>) -> Option<Arc<Vec<u8>>> {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.now += 1;
        let now = pages.now;
        let page = pages.by_path.get_mut(at).filter(|page| key.is_none_or(|key| page.key == key))?;
        page.used = now;
        Some(Arc::clone(&page.bytes))
    }

    /// Keeps what a key made at a path.
    pub fn keep(&self, at: (View, String), key: Digest, bytes: Arc<Vec<u8>>) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.now += 1;
        pages.bytes += bytes.len();
        let page = Page { key, bytes, used: pages.now };
        if let Some(before) = pages.by_path.insert(at, page) {
            pages.bytes -= before.bytes.len();
        }
        if pages.bytes > MOST_BYTES {
            pages.forget();
        }
    }
}

impl Pages {
    /// Lets go of the longest unused until half the room is free, so that this is seldom done.
    fn forget(&mut self) {
        let mut by_age: Vec<(u64, (View, String))> =
            self.by_path.iter().map(|(at, page)| (page.used, at.clone())).collect();
        by_age.sort_unstable();
        for (_, at) in by_age {
            if self.bytes <= MOST_BYTES / 2 {
                break;
            }
            self.bytes -= self.by_path.remove(&at).map_or(0, |page| page.bytes.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: View = View { date: None, drafts: true };

    fn at(path: &str) -> (View, String) {
        (USUAL, path.to_owned())
    }

    #[test]
    fn another_key_makes_another_page_but_the_last_good_one_is_there() {
        let kept = Kept::default();
        let (one, two) = (Digest::of(b"1"), Digest::of(b"2"));
        kept.keep(at("a"), one, Arc::new(b"first".to_vec()));
        assert_eq!(kept.made(&at("a"), one).unwrap().as_slice(), b"first");
        assert_eq!(kept.made(&at("a"), two), None);
        assert_eq!(kept.last(&at("a")).unwrap().as_slice(), b"first");
        assert_eq!(kept.last(&(View { date: None, drafts: false }, "a".into())), None);
    }

    #[test]
    fn what_was_used_lately_stays_and_the_room_is_bounded() {
        let kept = Kept::default();
        let megabyte = || Arc::new(vec![0; 1 << 20]);
        for number in 0..100 {
            kept.keep(at(&number.to_string()), Digest::of(b"x"), megabyte());
            assert!(kept.last(&at("0")).is_some(), "used again and again");
            assert!(kept.pages.lock().unwrap().bytes <= MOST_BYTES);
        }
        assert!(kept.last(&at("1")).is_none());
    }
}
