//! The law of incremental building, through the program and on disk: whatever was built
//! before, a build leaves what a first build into an empty folder would have left.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::corpus::Corpus;
use crate::corpus::words::{Dice, noun, sentence};

const EDITS: usize = 300;

/// Builds and tells how it went; a site with faults is built all the same.
fn build(site: &Path, output: &Path, date: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stadga"));
    command.arg("build").arg("--site").arg(site).arg("--output").arg(output);
    command.args(["--date", date, "--keep-going"]);
    command.output().expect("the program starts")
}

/// Every file below an output folder, stadga's list of them too: it tells what stands
/// there and not how it came about.
fn read(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder)
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
            (name, fs::read(&path).expect("a file that was written"))
        })
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect()
}

fn write(path: &Path, text: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

#[test]
fn a_build_after_any_edit_equals_a_first_build() {
    // In memory where the system has such a folder: thousands of files come and go here.
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    let folder = tempfile::tempdir_in(place).expect("a temporary folder");
    let (site, warm) = (folder.path().join("site"), folder.path().join("warm"));
    let mut editor = Editor::new(&site, 20_260_101);
    build(&site, &warm, &editor.date);
    let mut pages = 0;
    for edit in 0..EDITS {
        let what = editor.edit();
        let cold = folder.path().join("cold");
        let (warm_run, cold_run) = std::thread::scope(|scope| {
            let warm_run = scope.spawn(|| build(&site, &warm, &editor.date));
            let cold_run = build(&site, &cold, &editor.date);
            (warm_run.join().expect("a run"), cold_run)
        });
        let words = String::from_utf8_lossy(&cold_run.stderr);
        assert!(
            matches!(cold_run.status.code(), Some(0 | 1)),
            "edit {edit}, {what}: {}\n{words}",
            cold_run.status
        );
        assert_eq!(warm_run.status, cold_run.status, "edit {edit}, {what}");
        let (was, is) = (read(&warm), read(&cold));
        let wrong: Vec<&String> =
            was.keys().chain(is.keys()).filter(|path| was.get(*path) != is.get(*path)).collect();
        assert!(wrong.is_empty(), "edit {edit}, {what}: {wrong:#?}\n{words}");
        pages = pages.max(is.len());
        fs::remove_dir_all(&cold).expect("the cold build was ours");
    }
    assert!(pages > 50, "only {pages} files were ever made");
}

/// Somebody who changes anything at all in a site.
struct Editor {
    site: PathBuf,
    /// How the corpus had each file, to mend what was broken.
    origin: BTreeMap<PathBuf, String>,
    date: String,
    dice: Dice,
}

impl Editor {
    fn new(site: &Path, seed: u64) -> Self {
        let corpus = Corpus { documents: 12, versions: 2, words: 120, seed };
        let origin: BTreeMap<_, _> = corpus.files().map(|(path, text)| (site.join(path), text)).collect();
        for (path, text) in &origin {
            write(path, text);
        }
        Self { site: site.into(), origin, date: "2016-01-01".into(), dice: Dice::new(seed) }
    }

    /// Does one thing and says what.
    fn edit(&mut self) -> String {
        let texts: Vec<PathBuf> = files(&self.site.join("content"))
            .into_iter()
            .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
            .collect();
        let path = texts[self.dice.below(texts.len())].clone();
        let text = fs::read_to_string(&path).expect("a text");
        let name = path.strip_prefix(&self.site).expect("below").display().to_string();
        let folder = path.parent().expect("a folder").to_owned();
        match self.dice.below(13) {
            0 | 1 => {
                write(&path, text + "\n" + &sentence(&mut self.dice) + "\n");
                format!("more text in {name}")
            }
            2 => set_key(&path, &text, ["title", "titel"], &format!("\"{}\"", noun(&mut self.dice))),
            3 => {
                let year = 2010 + self.dice.below(14);
                set_key(&path, &text, ["valid_until", "galler_till"], &format!("\"{year}-06-30\""))
            }
            4 => {
                let other = format!("\"dok-{:05}\"", self.dice.below(14));
                set_key(&path, &text, ["implements", "genomfor"], &other)
            }
            5 => set_key(&path, &text, ["type", "typ"], "= broken"),
            6 if texts.len() > 12 => {
                fs::remove_file(&path).expect("it was there");
                format!("{name} deleted")
            }
            7 => {
                let day = format!("20{:02}-03-{:02}", 10 + self.dice.below(15), 1 + self.dice.below(28));
                write(&folder.join(format!("{day}.md")), text);
                format!("{name} copied to {day}")
            }
            8 => {
                let renamed = self.site.join(format!("content/nytt-{}", self.dice.below(1_000)));
                if folder.ends_with("content") || renamed.exists() {
                    return "nothing".into();
                }
                fs::rename(&folder, &renamed).expect("a free name");
                format!("the folder of {name} renamed to {}", renamed.display())
            }
            9 => {
                let (year, month) = (2008 + self.dice.below(20), 1 + self.dice.below(12));
                self.date = format!("{year}-{month:02}-15");
                format!("it is {}", self.date)
            }
            10 => self.settings_or_theme(),
            11 => {
                let image = folder.join("bilaga.pdf");
                if image.exists() && self.dice.below(2) == 0 {
                    fs::remove_file(&image).expect("it was there");
                    return format!("attachment beside {name} deleted");
                }
                write(&image, format!("%PDF {}", self.dice.below(9)));
                write(&path, text + "\nSe [bilagan](bilaga.pdf).\n");
                format!("attachment beside {name}")
            }
            _ => {
                for (path, text) in &self.origin {
                    write(path, text);
                }
                "everything of the first day put back".into()
            }
        }
    }

    /// Changes what all pages share.
    fn settings_or_theme(&mut self) -> String {
        let settings = self.site.join("stadga.toml");
        if self.dice.below(2) == 0 {
            let text = fs::read_to_string(&settings).expect("settings");
            let name = noun(&mut self.dice);
            let rest: Vec<&str> = text.lines().skip(1).collect();
            write(&settings, format!("name = \"{name}\"\n{}\n", rest.join("\n")));
            return format!("the site is called {name}");
        }
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/standard");
        let parts: Vec<PathBuf> = files(&shipped)
            .into_iter()
            .filter(|path| {
                path.extension().is_some_and(|extension| extension == "css" || extension == "html")
            })
            .collect();
        if parts.is_empty() {
            return "no theme to change".into();
        }
        let part = &parts[self.dice.below(parts.len())];
        let own = self.site.join("themes/standard").join(part.strip_prefix(&shipped).expect("below"));
        if own.exists() && self.dice.below(2) == 0 {
            fs::remove_file(&own).expect("it was there");
            return format!("{} as shipped", own.display());
        }
        let number = self.dice.below(1_000);
        let text = fs::read_to_string(part).expect("a part of the theme");
        let block = "{% block main %}";
        write(
            &own,
            match () {
                () if own.extension().is_some_and(|extension| extension == "css") => {
                    format!("{text}\n/* {number} */\n")
                }
                // What a template that extends another holds outside its blocks is a fault.
                () if text.contains("{% extends") => {
                    text.replace(block, &format!("{block}\n<!-- {number} -->"))
                }
                () => format!("{text}\n<!-- {number} -->\n"),
            },
        );
        format!("{} changed", own.display())
    }
}

/// Gives a key of the front matter another value, or adds it.
fn set_key(path: &Path, text: &str, keys: [&str; 2], value: &str) -> String {
    let is_key = |line: &str| keys.iter().any(|key| line.starts_with(&format!("{key} =")));
    let key = keys[0];
    let mut lines: Vec<String> = text.lines().filter(|line| !is_key(line)).map(String::from).collect();
    lines.insert(1.min(lines.len()), format!("{key} = {value}"));
    write(path, lines.join("\n") + "\n");
    format!("{key} = {value} in {}", path.display())
}
