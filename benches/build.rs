//! How long stadga takes and how much memory it needs, on 100 and 1 000 documents of three
//! versions: `cargo bench`, or with more, `cargo bench -- 100 1000 5000`. Beside it the floor,
//! measured in the same minute on the same machine: reading the same files, turning their
//! Markdown into HTML and writing that, which no generator can do without.
//! It prints figures and judges none: times on a shared machine prove nothing by themselves.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench reads, writes, times and prints"
)]

mod corpus;
mod floor;
mod measure;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use corpus::Corpus;
use measure::{Usage, measure};

type Outcome<T> = Result<T, Box<dyn Error>>;

const FLOOR: &str = "--floor";

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [FLOOR, site, output] = arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        return Ok(floor::run(Path::new(site), Path::new(output))?);
    }
    let mut sizes: Vec<u32> = arguments.iter().map(|size| size.parse()).collect::<Result<_, _>>()?;
    if sizes.is_empty() {
        sizes = vec![100, 1_000];
    }
    println!(
        "{:>9}  {:<16} {:>9} {:>9} {:>9} {:>12} {:>8} {:>8}",
        "documents", "what", "wall s", "CPU s", "peak MB", "ms/document", "growth", "× floor"
    );
    let mut before: Option<(u32, Vec<Usage>)> = None;
    for size in sizes {
        let rows = run(size)?;
        let floor = rows[0].1;
        for (index, (name, usage)) in rows.iter().enumerate() {
            let smaller = before.as_ref().map(|(_, usages)| usages[index].wall);
            println!(
                "{size:>9}  {name:<16} {:>9.3} {:>9.2} {:>9.1} {:>12.3} {:>8} {:>8.1}",
                usage.wall,
                usage.cpu,
                usage.peak_mb,
                usage.wall * 1_000.0 / f64::from(size),
                smaller.map_or("–".into(), |smaller| format!("{:.1}", usage.wall / smaller)),
                usage.wall / floor.wall,
            );
        }
        if let Some((smaller, _)) = before {
            println!(
                "{:>9}  growth is against {smaller} documents, ×{:.0}",
                "",
                f64::from(size) / f64::from(smaller)
            );
        }
        before = Some((size, rows.into_iter().map(|(_, usage)| usage).collect()));
    }
    Ok(())
}

/// One size: the floor, a cold build, one with nothing changed, one with one text changed.
fn run(documents: u32) -> Outcome<Vec<(&'static str, Usage)>> {
    let folder = tempfile::tempdir()?;
    let (site, output) = (folder.path().join("site"), folder.path().join("output"));
    let mut edited = None;
    for (path, text) in (Corpus { documents: documents as usize, versions: 3, words: 2_000, seed: 1 }).files()
    {
        let path = site.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&site))?;
        fs::write(&path, text)?;
        edited = Some(path);
    }
    let build = || {
        let mut build = Command::new(env!("CARGO_BIN_EXE_stadga"));
        build.arg("build").arg("--site").arg(&site).arg("--output").arg(&output);
        build
    };
    let mut floor = Command::new(std::env::current_exe()?);
    floor.arg(FLOOR).arg(&site).arg(folder.path().join("floor"));

    let mut rows = vec![
        ("floor", measure(&mut floor)?),
        ("cold", measure(&mut build())?),
        ("nothing changed", measure(&mut build())?),
    ];
    let edited = edited.ok_or("an empty corpus")?;
    let text = fs::read_to_string(&edited)?;
    fs::write(&edited, text + "\nEn ny mening i slutet av texten.\n")?;
    rows.push(("one text edited", measure(&mut build())?));
    Ok(rows)
}
