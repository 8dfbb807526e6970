//! How soon the preview shows what somebody writes, on 100 and 1 000 documents of three versions:
//! `cargo bench --bench serve`, or with more, `cargo bench --bench serve -- 100 1000 10000`.
//! The clock runs from a file being saved to a GET that answers with the new bytes. It prints figures and
//! judges none: times on a shared machine prove nothing by themselves.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench reads, writes, times and prints"
)]

mod corpus;
#[allow(dead_code, reason = "other benches run programs to their end")]
mod measure;

use std::error::Error;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use corpus::Corpus;
use corpus::words::Dice;
use measure::peak_of;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Texts that are written anew.
const BODIES: usize = 50;
/// Titles that are written anew: the register must tell them.
const TITLES: usize = 10;
/// Between two edits, as if somebody wrote: whatever the last one set off has come to an end.
const PAUSE: Duration = Duration::from_millis(400);
/// Nobody waits longer.
const PATIENCE: Duration = Duration::from_mins(1);

fn main() -> Outcome<()> {
    let sizes = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let mut sizes: Vec<usize> = sizes.map(|size| size.parse()).collect::<Result<_, _>>()?;
    if sizes.is_empty() {
        sizes = vec![100, 1_000];
    }
    println!("edit to answer, in ms: median and 95th percentile");
    println!(
        "{:>9}  {:>12} {:>9} {:>9} {:>11} {:>10} {:>8}",
        "documents", "first page s", "text", "text p95", "title", "title p95", "peak MB"
    );
    for size in sizes {
        run(size)?;
    }
    Ok(())
}

fn run(documents: usize) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let mut texts = Vec::new();
    for (path, text) in (Corpus { documents, versions: 3, words: 2_000, seed: 1 }).files() {
        let file = folder.path().join(&path);
        fs::create_dir_all(file.parent().unwrap_or(folder.path()))?;
        fs::write(&file, text)?;
        if file.extension().is_some_and(|it| it == "md") {
            texts.push(file);
        }
    }
    let start = Instant::now();
    let mut server = Server::start(folder.path())?;
    server.until("/", |page| page.contains("</html>"))?;
    let first = start.elapsed();
    server.first = first;
    // What is looked at after the first page, the whole site, is no edit's doing.
    sleep(Duration::from_millis(500) + 10 * first);

    let mut dice = Dice::new(3);
    let mut body = Vec::new();
    for number in 0..BODIES {
        let file = &texts[dice.below(texts.len())];
        let mark = format!("M\u{e4}rke {number}.");
        let text = fs::read_to_string(file)? + "\n" + &mark + "\n";
        body.push(server.edit(file, &text, &address(file), &mark)?);
    }
    let mut title = Vec::new();
    for number in 0..TITLES {
        let file = &texts[dice.below(texts.len())];
        let text = fs::read_to_string(file)?;
        let mark = format!("Ny titel {number}");
        let (key, at) = ["title = \"", "titel = \""]
            .iter()
            .find_map(|key| Some((key, text.find(key)?)))
            .ok_or("a text without a title")?;
        let at = at + key.len();
        title.push(server.edit(
            file,
            &[&text[..at], &mark, " ", &text[at..]].concat(),
            &address(file),
            &mark,
        )?);
    }
    println!(
        "{documents:>9}  {:>12.2} {:>9.0} {:>9.0} {:>11.0} {:>10.0} {:>8.0}",
        first.as_secs_f64(),
        percentile(&mut body, 50),
        percentile(&mut body, 95),
        percentile(&mut title, 50),
        percentile(&mut title, 95),
        server.peak_mb(),
    );
    Ok(())
}

/// Where a version is shown: `content/x/2014-04-09.md` at `/dokument/x/2014-04-09/`.
fn address(file: &Path) -> String {
    let name = |path: Option<&std::ffi::OsStr>| path.unwrap_or_default().to_string_lossy().into_owned();
    let folder = file.parent().and_then(Path::file_name);
    format!("/dokument/{}/{}/", name(folder), name(file.file_stem()))
}

fn percentile(times: &mut [Duration], percent: usize) -> f64 {
    times.sort_unstable();
    times[(times.len() * percent).div_ceil(100) - 1].as_secs_f64() * 1_000.0
}

/// A preview that runs until it is dropped.
struct Server {
    child: Child,
    host: String,
    /// How long the first page took.
    first: Duration,
}

impl Server {
    fn start(site: &Path) -> Outcome<Self> {
        let mut serve = Command::new(env!("CARGO_BIN_EXE_stadga"));
        serve.args(["serve", "--port", "0", "--site"]).arg(site);
        let mut child = serve.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut lines = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
        let line = lines.next().ok_or("no line")??;
        // The pipe must stay open, or the program would stop when it says more.
        std::thread::spawn(move || lines.for_each(drop));
        let host = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        let host = host.ok_or_else(|| format!("no address in {line:?}"))?.to_owned();
        Ok(Self { child, host, first: Duration::ZERO })
    }

    /// How long after a file was saved an address answers with a mark in it.
    fn edit(&self, file: &PathBuf, text: &str, address: &str, mark: &str) -> Outcome<Duration> {
        fs::write(file, text)?;
        let saved = Instant::now();
        self.until(address, |page| page.contains(mark))?;
        let took = saved.elapsed();
        // The whole site is read anew after an edit, which takes about as long as it did at the start.
        sleep(PAUSE + self.first + 10 * took.min(PAUSE));
        Ok(took)
    }

    fn until(&self, address: &str, wanted: impl Fn(&str) -> bool) -> Outcome<()> {
        let start = Instant::now();
        while !wanted(&self.get(address)?) {
            if start.elapsed() > PATIENCE {
                return Err(format!("{address} does not show what was saved").into());
            }
            sleep(Duration::from_millis(1));
        }
        Ok(())
    }

    fn get(&self, address: &str) -> Outcome<String> {
        let mut stream = TcpStream::connect(&self.host)?;
        let host = &self.host;
        write!(stream, "GET {address} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }

    fn peak_mb(&self) -> f64 {
        peak_of(&format!("/proc/{}/status", self.child.id())).unwrap_or(f64::NAN)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
