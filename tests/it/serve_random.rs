//! A thousand things done to the files of a site while people look at it: whatever was done, what is shown in the
//! end is what a build gives.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use stadga::build::{self, Build, Made, Options};
use stadga::shell::disk::RealDisk;
use stadga::shell::read;
use walkdir::WalkDir;

use crate::corpus::Corpus;
use crate::corpus::words::{Dice, sentence};
use crate::serve::Serve;
use crate::shell_cli::Site;

const OPERATIONS: usize = 1_000;
/// After so many the files are left alone, and what is shown is held against a build.
const AT_A_TIME: usize = 100;
/// A machine that is busy with other things takes longer than the second that is allowed.
const PATIENCE: Duration = Duration::from_secs(20);

/// At the end of settings that cannot be read.
const BROKEN: &str = "trasig [";

/// A site that somebody writes in without rest.
struct Writer {
    root: PathBuf,
    dice: Dice,
    written: usize,
}

impl Writer {
    /// One thing that people, editors and programs do to files. What cannot be done just now is not done.
    fn act(&mut self) {
        let file = self.file();
        let folder = file.parent().expect("a folder").to_owned();
        let beside = |name: &str| folder.join(name);
        let new = self.new_name();
        let _ = match self.dice.below(14) {
            0..=2 => self.put(&file, |text, sentence| text + "\n" + &sentence + "\n"),
            3 => self.put(&file, |text, sentence| text.replacen("\n\n", &format!("\n\n{sentence}\n\n"), 1)),
            4 => self.put(&file, |text, sentence| {
                text.replacen("titel = \"", &format!("titel = \"{sentence} "), 1)
            }),
            5 => self.save_by_rename(&file),
            6 => fs::write(&file, ""),
            7 => fs::remove_file(&file),
            8 => fs::rename(&file, beside("2003-03-03.md")),
            9 => fs::rename(&folder, self.root.join("content").join(&new)),
            10 => self.write_anew(&new),
            11 => fs::write(beside("bilaga.pdf"), new.as_bytes()),
            12 => fs::create_dir_all(self.root.join("themes/standard/css")).and_then(|()| {
                fs::write(self.root.join("themes/standard/css/tryck.css"), format!("/* {new} */"))
            }),
            _ => self.settings(),
        };
    }

    fn file(&mut self) -> PathBuf {
        let files = WalkDir::new(self.root.join("content")).sort_by_file_name().into_iter();
        let files =
            files.filter_map(Result::ok).filter(|it| it.path().extension().is_some_and(|it| it == "md"));
        let files: Vec<PathBuf> = files.map(walkdir::DirEntry::into_path).collect();
        if files.is_empty() {
            self.root.join("content/x.md")
        } else {
            files[self.dice.below(files.len())].clone()
        }
    }

    fn new_name(&mut self) -> String {
        self.written += 1;
        format!("ny-{}", self.written)
    }

    fn put(&mut self, file: &Path, change: impl Fn(String, String) -> String) -> std::io::Result<()> {
        fs::write(file, change(fs::read_to_string(file)?, sentence(&mut self.dice)))
    }

    fn save_by_rename(&mut self, file: &Path) -> std::io::Result<()> {
        let text = fs::read_to_string(file)? + &sentence(&mut self.dice) + "\n";
        let aside = file.with_extension("md.tmp");
        fs::write(&aside, text)?;
        fs::rename(aside, file)
    }

    /// A new document, in a new folder, in two goes.
    fn write_anew(&mut self, name: &str) -> std::io::Result<()> {
        let folder = self.root.join("content").join(name);
        fs::create_dir_all(&folder)?;
        let mut file = fs::File::create(folder.join("2024-05-06.md"))?;
        write!(file, "+++\ntitel = \"{name}\"\ntyp = \"policy\"\nantagen_av = \"KF\"\n")?;
        write!(file, "antagen = 2024-05-06\n+++\n\n{}\n", sentence(&mut self.dice))
    }

    /// Settings that are broken, and mended the next time.
    fn settings(&self) -> std::io::Result<()> {
        let file = self.root.join("stadga.toml");
        let text = fs::read_to_string(&file)?;
        fs::write(file, text.strip_suffix(BROKEN).map_or_else(|| text.clone() + BROKEN, String::from))
    }

    fn mend(&self) {
        let file = self.root.join("stadga.toml");
        let text = fs::read_to_string(&file).expect("settings");
        fs::write(file, text.trim_end_matches(BROKEN)).expect("a disk");
    }
}

#[test]
fn a_thousand_changes_later_what_is_shown_is_what_is_built() {
    let site = Site::new();
    for (path, text) in (Corpus { documents: 14, versions: 2, words: 120, seed: 5 }).files() {
        site.put(&path, text);
    }
    let serve = Serve::of(&site, "");
    let mut writer = Writer { root: site.path().to_owned(), dice: Dice::new(8), written: 0 };
    let ends = AtomicBool::new(false);
    scope(|threads| {
        for _ in 0..2 {
            threads.spawn(|| {
                let mut browser = serve.open();
                while !ends.load(Ordering::Relaxed) {
                    for address in ["/", "/dokument/", "/dokument/dok-00003/", "/dokument/ny-4/", "/_stadga/"]
                    {
                        assert!(matches!(browser.get(address).status, 200 | 404 | 500), "{address}");
                    }
                }
            });
        }
        for operation in 1..=OPERATIONS {
            writer.act();
            if operation % AT_A_TIME == 0 {
                writer.mend();
                shows_what_is_built(&serve, site.path());
            }
        }
        ends.store(true, Ordering::Relaxed);
    });
    assert!(!serve.told().contains("panicked"), "{}", serve.told());
}

/// What is shown comes to be what a build gives, and stays so.
fn shows_what_is_built(serve: &Serve, root: &Path) {
    let options = Options { drafts: true, ..Options::default() };
    let snapshot = read::read(&RealDisk, root, Timestamp::now()).snapshot;
    let build = build::build(&snapshot, &options);
    assert!(build.usable(), "{:?}", build.faults);
    let start = Instant::now();
    while let Some(path) = differing(serve, &build, root) {
        assert!(start.elapsed() < PATIENCE, "{path} is not what is built\n{}", serve.told());
        sleep(Duration::from_millis(50));
    }
}

fn differing(serve: &Serve, build: &Build, root: &Path) -> Option<String> {
    let mut browser = serve.open();
    let mut differs = |path: &str, expected: Vec<u8>| {
        let reply = browser.get(&format!("/{}", path.strip_suffix("index.html").unwrap_or(path)));
        let is_page = reply.headers.get("content-type").is_some_and(|kind| kind.starts_with("text/html"));
        let served = if is_page { reply.built().into_bytes() } else { reply.body };
        (served != expected).then(|| path.to_owned())
    };
    build.paths().find_map(|path| match build.make(&build.recipe(path)?) {
        Ok(Made::Bytes(bytes)) => differs(path.as_str(), bytes),
        Ok(Made::Copy(source)) => {
            differs(path.as_str(), fs::read(root.join(source.as_str())).unwrap_or_default())
        }
        Err(_) => Some(path.as_str().to_owned()),
    })
}
