//! How long the archive takes and how much memory it needs, on 100 and 1 000 documents of three versions, each of
//! them archived three times: `cargo bench --bench archive`, or with more, `cargo bench --bench archive -- 10000`.
//! Beside it the floor, measured in the same minute: `sha512sum` of every file in the store.
//! It prints figures and judges none: times on a shared machine prove nothing by themselves.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench reads, writes, times and prints"
)]

mod corpus;
mod measure;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use corpus::Corpus;
use measure::{Usage, measure};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let mut sizes: Vec<u32> = arguments.iter().map(|size| size.parse()).collect::<Result<_, _>>()?;
    if sizes.is_empty() {
        sizes = vec![100, 1_000];
    }
    println!(
        "{:>9}  {:<24} {:>9} {:>9} {:>9} {:>12} {:>8}",
        "documents", "what", "wall s", "CPU s", "peak MB", "ms/document", "× floor"
    );
    for size in sizes {
        let rows = run(size)?;
        let floor = rows.last().map_or(f64::NAN, |(_, usage)| usage.wall);
        for (name, usage) in rows {
            println!(
                "{size:>9}  {name:<24} {:>9.3} {:>9.2} {:>9.1} {:>12.3} {:>8.1}",
                usage.wall,
                usage.cpu,
                usage.peak_mb,
                usage.wall * 1_000.0 / f64::from(size),
                usage.wall / floor,
            );
        }
    }
    Ok(())
}

/// One size: three runs that each have every document to archive, one with nothing, one with one document; then all
/// is checked, taken out and packed.
fn run(documents: u32) -> Outcome<Vec<(&'static str, Usage)>> {
    let folder = tempfile::tempdir()?;
    let site = folder.path().join("site");
    let corpus = Corpus { documents: documents as usize, versions: 3, words: 2_000, seed: 1 };
    let mut texts = Vec::new();
    for (path, text) in corpus.files() {
        let path = site.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&site))?;
        fs::write(&path, &text)?;
        texts.push(path);
    }
    let stadga = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stadga"));
        command.arg("archive").args(arguments).current_dir(&site);
        measure(&mut command)
    };
    let mut rows = vec![("first", stadga(&[])?)];
    change(&texts, "sju")?;
    rows.push(("second, all changed", stadga(&[])?));
    change(&texts, "åtta")?;
    rows.push(("third, all changed", stadga(&[])?));
    rows.push(("nothing new", stadga(&[])?));
    fs::write(site.join("content/om.txt"), "Hör inte till något dokument.")?;
    rows.push(("nothing new, a file more", stadga(&[])?));
    change(&texts[texts.len() - 1..], "nio")?;
    rows.push(("one document changed", stadga(&[])?));
    rows.push(("verify", stadga(&["verify"])?));
    rows.push(("export as E-ARK", stadga(&["export", "--format", "eark", "-o", "../eark"])?));
    let mut floor = Command::new("find");
    let store = site.join("arkiv/ocfl");
    floor.arg(store).args(["-type", "f", "-exec", "sha512sum", "{}", "+"]);
    rows.push(("sha512sum", measure(&mut floor)?));
    Ok(rows)
}

/// Gives every version another keyword: a fact that is archived, and no text or decision that is frozen.
fn change(texts: &[PathBuf], word: &str) -> Outcome<()> {
    for path in texts.iter().filter(|path| Path::new(path).extension().is_some_and(|it| it == "md")) {
        let text = fs::read_to_string(path)?;
        let lines: Vec<String> = text.lines().map(|line| changed(line, word)).collect();
        fs::write(path, lines.join("\n") + "\n")?;
    }
    Ok(())
}

fn changed(line: &str, word: &str) -> String {
    if line.starts_with("amnesord") { format!("amnesord = [\"{word}\"]") } else { line.to_owned() }
}
