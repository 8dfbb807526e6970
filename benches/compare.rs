//! How long comparing takes: 1 000 documents of three versions of 2 000 words, each with the one
//! before, beside the time of rendering the same versions; then texts made to be slow. `cargo bench
//! --bench compare`, or with another number of documents, `cargo bench --bench compare -- 100`.
//! One thread does it all. It prints figures and judges none.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a bench times and prints")]

#[allow(dead_code, reason = "the front matter's half of the corpus")]
mod corpus;

use std::hint::black_box;
use std::time::{Duration, Instant};

use corpus::Corpus;
use corpus::words::{Dice, noun, sentence};
use stadga::compare::compared::compare;
use stadga::compare::exchange;
use stadga::render::exchange::{Rendered, Words};
use stadga::render::markdown;

/// What two unrelated texts of [`LONG`] words may take at most.
const BOUND: Duration = Duration::from_secs(1);
const LONG: usize = 20_000;

fn main() {
    let asked = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    revised(asked.unwrap_or(1_000));
    slow();
}

/// Documents as they are revised: of consecutive versions, one paragraph in twenty is another.
fn revised(documents: usize) {
    let corpus = Corpus { documents, versions: 3, words: 2_000, seed: 1 };
    let (mut rendering, mut comparing) = (Duration::ZERO, Duration::ZERO);
    let (mut comparisons, mut changes, mut before) = (0u32, 0, None);
    for (path, text) in corpus.files() {
        let Some((_, body)) = text.split_once("\n+++\n") else { continue };
        if path.ends_with("/index.md") {
            continue;
        }
        let begun = Instant::now();
        let rendered = render(body);
        rendering += begun.elapsed();
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        if let Some((older, earlier)) = before.replace((folder.clone(), rendered.clone()))
            && older == folder
        {
            let begun = Instant::now();
            let comparison = black_box(compare(&earlier, &rendered, &exchange::Words::default()));
            comparing += begun.elapsed();
            changes += comparison.changes.len();
            comparisons += 1;
        }
    }
    let each = |all: Duration, times: u32| all.as_secs_f64() * 1_000.0 / f64::from(times.max(1));
    let versions = comparisons / 2 * 3;
    println!("{documents} documents, 3 versions of 2 000 words");
    println!("  {:<36} {:>9.3} ms/version", "rendering", each(rendering, versions));
    println!("  {:<36} {:>9.3} ms/comparison, {changes} changes", "comparing", each(comparing, comparisons));
    println!(
        "  {:<36} {:>9.2}",
        "comparing / rendering, all of each",
        comparing.as_secs_f64() / rendering.as_secs_f64()
    );
}

/// Texts that a comparison could lose itself in.
fn slow() {
    println!("two texts of {LONG} words, at most {} ms", BOUND.as_millis());
    let mut dice = Dice::new(7);
    let (old, new) = (paragraphs(&mut dice, 400), paragraphs(&mut dice, 400));
    time("unrelated, in paragraphs", &old, &new);
    let (old, new) = (headed(&mut dice), headed(&mut dice));
    time("unrelated, in 400 sections", &old, &new);
    let (old, new) = (words(&mut dice), words(&mut dice));
    time("unrelated, one paragraph", &old.join(" "), &new.join(" "));
    time("the same words backwards, one paragraph", &old.join(" "), &backwards(&old).join(" "));
    time("every other word another, one paragraph", &old.join(" "), &every_other(&old, &new).join(" "));
    time("unrelated, one list", &list(&old), &list(&new));
    time("the same list backwards", &list(&old), &list(&backwards(&old)));
    time("unrelated, one table", &table(&old), &table(&new));
    time("every other word another, one table", &table(&old), &table(&every_other(&old, &new)));
    time("2 000 sections of the same heading", &sections(&old), &sections(&new));
    time("the same, every other word another", &sections(&old), &sections(&every_other(&old, &new)));
    let few = ["ska", "kommunen", "och", "nämnden"].map(String::from);
    let mut any = || (0..LONG).map(|_| few[dice.below(few.len())].clone()).collect::<Vec<_>>();
    let (old, new) = (any(), any());
    time("four words in any order, one paragraph", &old.join(" "), &new.join(" "));
    time("four words in any order, one list", &list(&old), &list(&new));
    time("four words in any order, 2 000 sections", &sections(&old), &sections(&new));
}

fn time(what: &str, old: &str, new: &str) {
    let (old, new) = (render(old), render(new));
    let begun = Instant::now();
    let comparison = black_box(compare(&old, &new, &exchange::Words::default()));
    let taken = begun.elapsed();
    let verdict = if taken > BOUND { "  TOO SLOW" } else { "" };
    println!(
        "  {what:<42} {:>9.1} ms, {} kB{verdict}",
        taken.as_secs_f64() * 1_000.0,
        comparison.running.len() / 1_000
    );
}

fn render(text: &str) -> Rendered {
    markdown::render(text, "", &[], &Words::default())
}

fn words(dice: &mut Dice) -> Vec<String> {
    (0..LONG).map(|_| noun(dice)).collect()
}

/// Fifty words in each.
fn paragraphs(dice: &mut Dice, count: usize) -> String {
    (0..count).map(|_| (0..4).map(|_| sentence(dice) + " ").collect::<String>() + "\n\n").collect()
}

fn headed(dice: &mut Dice) -> String {
    let section = |number: usize| format!("## {number} {}\n\n{}", noun(dice), paragraphs(dice, 1));
    (1..=400).map(section).collect()
}

fn backwards(words: &[String]) -> Vec<String> {
    words.iter().rev().cloned().collect()
}

fn every_other(words: &[String], others: &[String]) -> Vec<String> {
    let pairs = words.iter().zip(others).enumerate();
    pairs.map(|(at, (word, other))| if at % 2 == 0 { word.clone() } else { other.clone() }).collect()
}

/// Five words in each item.
fn list(words: &[String]) -> String {
    let item = |words: &[String]| format!("- {}\n", words.join(" "));
    words.chunks(5).map(item).collect()
}

/// Two words in each of five cells.
fn table(words: &[String]) -> String {
    let row = |row: &[String]| {
        let cells: Vec<String> = row.chunks(2).map(|cell| cell.join(" ")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    format!("| a | b | c | d | e |\n|-|-|-|-|-|\n{}", words.chunks(10).map(row).collect::<String>())
}

/// Ten words under each heading.
fn sections(words: &[String]) -> String {
    let section = |words: &[String]| format!("## Mål\n\n{}\n\n", words.join(" "));
    words.chunks(10).map(section).collect()
}
