//! What a program needs: time on the clock, time on the cores, memory at its peak.
//! Linux tells the last two in `/proc`; elsewhere they are not known (NaN).

use std::fs;
use std::io;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What one run took.
#[derive(Clone, Copy)]
pub(crate) struct Usage {
    /// Seconds on the clock.
    pub(crate) wall: f64,
    /// Seconds of all cores together, in steps of the kernel's clock (10 ms).
    pub(crate) cpu: f64,
    /// Largest resident memory in MB, looked at every millisecond.
    pub(crate) peak_mb: f64,
}

const LOOK_EVERY: Duration = Duration::from_millis(1);
/// `USER_HZ`: fixed on Linux for what `/proc` shows.
const TICKS_PER_SECOND: f64 = 100.0;

/// Runs a program to its end; one that fails is an error that carries its words.
pub(crate) fn measure(command: &mut Command) -> io::Result<Usage> {
    let cpu_before = children_cpu();
    let start = Instant::now();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
    // Read from the side: a full pipe would stop the child.
    let mut errors = child.stderr.take();
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        if let Some(errors) = &mut errors {
            let _ = io::Read::read_to_string(errors, &mut text);
        }
        text
    });
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = f64::NAN;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        peak = peak_of(&status_file).unwrap_or(peak);
        std::thread::sleep(LOOK_EVERY);
    };
    let wall = start.elapsed().as_secs_f64();
    let errors = reader.join().unwrap_or_default();
    if !status.success() {
        return Err(io::Error::other(format!("{command:?}: {status}\n{errors}")));
    }
    Ok(Usage { wall, cpu: children_cpu() - cpu_before, peak_mb: peak })
}

/// The most memory that a running process ever had; the kernel keeps count.
pub(crate) fn peak_of(status_file: &str) -> Option<f64> {
    let status = fs::read_to_string(status_file).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? * 1_024.0 / 1e6)
}

/// Seconds that all ended children of this process have used.
fn children_cpu() -> f64 {
    let seconds = || {
        let stat = fs::read_to_string("/proc/self/stat").ok()?;
        // The name in parentheses may hold spaces; cutime and cstime are fields 16 and 17.
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks = |field: usize| fields.get(field - 3)?.parse::<f64>().ok();
        Some((ticks(16)? + ticks(17)?) / TICKS_PER_SECOND)
    };
    seconds().unwrap_or(f64::NAN)
}
