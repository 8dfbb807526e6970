//! Tells browsers that the site has changed: a stream of events for each (server-sent events).

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use http_body_util::channel::{Channel, Sender};
use hyper::body::Bytes;
use tokio::sync::{oneshot, watch};
use tokio::time::{Instant, interval_at};

/// More streams are not held: the oldest ends when a new one comes.
const MOST: usize = 64;
/// Without a word for so long a connection may be taken for dead.
const SILENCE: Duration = Duration::from_secs(15);

/// The open streams, the oldest first. A stream ends when what stands for it here is dropped.
#[derive(Default)]
pub struct Streams {
    open: Mutex<VecDeque<oneshot::Sender<()>>>,
}

impl Streams {
    /// A new stream: the edition that is shown, and each that comes after it.
    pub fn open(&self, editions: watch::Receiver<String>) -> Channel<Bytes> {
        let (until, ended) = oneshot::channel();
        let (sender, body) = Channel::new(1);
        tokio::spawn(async move {
            tokio::select! {
                _ = ended => {}
                () = speak(sender, editions) => {}
            }
        });
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|stream| !stream.is_closed());
        if open.len() == MOST {
            open.pop_front();
        }
        open.push_back(until);
        body
    }
}

/// Says each edition until nobody listens any more.
async fn speak(mut listener: Sender<Bytes>, mut editions: watch::Receiver<String>) {
    let mut pause = interval_at(Instant::now() + SILENCE, SILENCE);
    editions.mark_changed();
    loop {
        let said = tokio::select! {
            changed = editions.changed() => match changed {
                Ok(()) => match editions.borrow_and_update().as_str() {
                    "" => continue, // nothing is shown yet
                    edition => format!("data: {edition}\n\n"),
                },
                Err(_) => return,
            },
            _ = pause.tick() => ":\n\n".to_owned(),
        };
        if listener.send_data(said.into()).await.is_err() {
            return;
        }
    }
}
