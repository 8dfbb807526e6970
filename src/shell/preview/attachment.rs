//! A file of the site as it is sent: piece by piece, so that no large one lies in memory.

use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use http_body_util::channel::{Channel, Sender};
use hyper::body::Bytes;
use tokio::task::spawn_blocking;

use crate::base::text::Digest;
use crate::shell::disk::{Disk, Kind, Stream};

/// So much is read and sent at a time, whoever asks.
const PIECE: u64 = 64 << 10;

/// A file that was opened.
pub(crate) struct Attachment {
    stream: Box<dyn Stream>,
    /// In bytes.
    pub(crate) length: u64,
    /// Another tag means that it may have been written to.
    pub(crate) tag: String,
}

impl Attachment {
    /// Opens a file below the site's folder.
    ///
    /// # Errors
    /// [`io::ErrorKind::NotFound`] for what has been put in its place since it was found and is no file there;
    /// whatever the system refuses.
    pub(crate) fn open(disk: &dyn Disk, root: &Path, path: &Path) -> io::Result<Self> {
        let real = disk.real(path)?;
        if !real.starts_with(root) || disk.kind(&real)? != Kind::File {
            return Err(io::ErrorKind::NotFound.into());
        }
        let stamp = disk.stamp(&real)?;
        let mut stream = disk.open(&real)?;
        let length = stream.seek(SeekFrom::End(0))?;
        Ok(Self { stream, length, tag: format!("\"{}\"", Digest::of_value(&(stamp, length)).hex(16)) })
    }

    /// Whether its letters are written as UTF-8, judged by how it begins.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn is_utf8(&mut self) -> io::Result<bool> {
        self.stream.rewind()?;
        let mut start = Vec::new();
        (&mut self.stream).take(PIECE).read_to_end(&mut start)?;
        // The last letter may be cut off.
        Ok(std::str::from_utf8(&start).map_or_else(|error| error.error_len().is_none(), |_| true))
    }

    /// Sends so many bytes of it from one on, as fast as they are taken. A file that turns out to be shorter
    /// ends too early, which the reader can tell.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn send(mut self, first: u64, count: u64) -> io::Result<Channel<Bytes>> {
        self.stream.seek(SeekFrom::Start(first))?;
        let (sender, body) = Channel::new(1);
        tokio::spawn(pass_on(self.stream, count, sender));
        Ok(body)
    }
}

async fn pass_on(mut stream: Box<dyn Stream>, mut left: u64, mut sender: Sender<Bytes>) {
    while left > 0 {
        let read = spawn_blocking(move || {
            let mut piece = Vec::new();
            (&mut stream).take(left.min(PIECE)).read_to_end(&mut piece).map(|_| (stream, piece))
        });
        let Ok(Ok((its, piece))) = read.await else { return };
        left -= piece.len() as u64;
        stream = its;
        if piece.is_empty() || sender.send_data(piece.into()).await.is_err() {
            return;
        }
    }
}
