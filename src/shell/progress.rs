//! A progress bar on a terminal, for work that takes more than a second.

use std::io::IsTerminal as _;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

const PATIENCE: Duration = Duration::from_secs(1);

/// Counts work done and shows it when it takes long; gone when it is dropped.
pub struct Progress {
    start: Instant,
    total: u64,
    done: AtomicU64,
    message: String,
    shown: bool,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Starts counting to a total.
    pub fn new(total: usize, message: String) -> Self {
        Self {
            start: Instant::now(),
            total: total as u64,
            done: AtomicU64::new(0),
            message,
            shown: std::io::stderr().is_terminal() && !is_dumb(),
            bar: OnceLock::new(),
        }
    }

    /// One more is done.
    pub fn tick(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.shown && self.start.elapsed() > PATIENCE {
            self.bar.get_or_init(|| self.bar()).set_position(done);
        }
    }

    fn bar(&self) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(self.total), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(self.message.clone());
        bar
    }
}

/// A terminal that cannot go back on its line would show the bar again and again.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
