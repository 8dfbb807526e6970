//! Writes a corpus to a folder, to try stadga on many documents:
//! `cargo run --release --example corpus -- --documents 1000 --versions 3 --out DIR`

#![allow(clippy::disallowed_methods, reason = "a tool for people: it writes files")]

mod corpus;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use corpus::Corpus;

const USAGE: &str = "corpus --out DIR [--documents 1000] [--versions 3] [--words 2000] [--seed 1]";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            let _ =
                std::io::Write::write_all(&mut std::io::stderr(), format!("{fault}\n{USAGE}\n").as_bytes());
            ExitCode::from(2)
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<(), String> {
    let mut corpus = Corpus { documents: 1_000, versions: 3, words: 2_000, seed: 1 };
    let mut out = None;
    while let Some(option) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{option} needs a value"))?;
        let number = || value.parse::<usize>().map_err(|_| format!("{option} {value}: not a number"));
        match option.as_str() {
            "--documents" => corpus.documents = number()?,
            "--versions" => corpus.versions = number()?,
            "--words" => corpus.words = number()?,
            "--seed" => corpus.seed = number()? as u64,
            "--out" => out = Some(PathBuf::from(value)),
            _ => return Err(format!("{option}: unknown option")),
        }
    }
    let out = out.ok_or("--out DIR is missing")?;
    for (path, text) in corpus.files() {
        let path = out.join(path);
        let folder = path.parent().unwrap_or(&out);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .map_err(|fault| format!("{}: {fault}", path.display()))?;
    }
    Ok(())
}
