//! Writes the website into the output folder: only what differs, at once, and so that a
//! killed run leaves a site that the next run repairs.
//!
//! Made files first gather in a folder of their own inside the output folder. Until all
//! are made the old site stands untouched: a fault in a template or a full disk costs
//! nothing. Then the list of owned files is widened to old and new, the files change
//! places, styles before the pages that need them, and what is no longer wanted goes.

use std::collections::{BTreeSet, HashSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::base::fault::Fault;
use crate::base::path::OutPath;
use crate::base::text::Digest;
use crate::shell::disk::{Disk, Kind, Lock};
use crate::shell::error::{Act, Context as _, Error};
use crate::shell::listing;
use crate::shell::manifest::{self, Input, Line, Manifest};
use crate::shell::output;
use crate::site::make::Made;

/// Where made files wait; a name that no page can have.
const STAGING: &str = ".stadga-tmp";
const LOCK: &str = "lock";

/// How one page comes about.
pub struct Job<'a> {
    /// The same key gives the same bytes; without one the page is always made and compared.
    pub key: Option<Digest>,
    /// Makes it.
    pub make: Box<dyn FnOnce() -> Result<Made, Fault> + 'a>,
}

/// What is to stand in the output folder.
pub struct Site<'a> {
    /// The folder that [`Made::Copy`] copies from.
    pub sources: &'a Path,
    /// Every file of the website; each round is made when the one before is.
    pub rounds: &'a [Vec<&'a OutPath>],
    /// How each of them is made.
    pub job: &'a (dyn Fn(&OutPath) -> Option<Job<'a>> + Sync),
    /// What all of it is made from, if there is no fault in it.
    pub input: Option<Input>,
    /// Write although some pages could not be made.
    pub keep_going: bool,
    /// Told of each page that is done.
    pub tick: &'a (dyn Fn() + Sync),
}

impl<'a> Site<'a> {
    fn paths(&self) -> impl Iterator<Item = &'a OutPath> {
        self.rounds.iter().flatten().copied()
    }
}

/// What a run has done.
#[derive(Debug, Default)]
pub struct Written {
    /// HTML files of the website.
    pub pages: usize,
    /// HTML files that differed and were written.
    pub changed: usize,
    /// Other files that differed and were written.
    pub others: usize,
    /// Files of earlier builds that were removed.
    pub removed: usize,
    /// Files of earlier builds that are not wanted any more, but hold something that no
    /// build wrote: the work of a person is not stadga's to remove.
    pub kept_by_hand: Vec<OutPath>,
    /// Pages that could not be made. Unless told to keep going, nothing was written then.
    pub faults: Vec<Fault>,
}

/// Makes the output folder hold exactly this website.
///
/// # Errors
/// Before anything is written if the folder holds files of others; otherwise what the
/// disk refused.
pub fn write(disk: &dyn Disk, root: &Path, site: &Site) -> Result<Written, Error> {
    if let Some(path) = site.paths().find(|path| !manifest::is_clean(path.as_str())) {
        return Err(Error::IllegalPath { path: (*path).clone() });
    }
    let old = output::owned(disk, root)?;
    let wanted: BTreeSet<&str> = site.paths().map(OutPath::as_str).collect();
    output::refuse_strangers(disk, root, &old, &wanted)?;
    let staging = Staging::open(disk, root)?;
    let run = Run { disk, root, site, old: &old, wanted: &wanted, staging: &staging };
    run.all()
}

/// One page after it was made, or found unchanged.
enum Staged {
    Same(Line),
    Moves(PathBuf, Line),
    Failed(Fault),
}

struct Run<'a, 's> {
    disk: &'a dyn Disk,
    root: &'a Path,
    site: &'a Site<'s>,
    old: &'a Manifest,
    wanted: &'a BTreeSet<&'a str>,
    staging: &'a Staging<'a>,
}

impl Run<'_, '_> {
    fn all(&self) -> Result<Written, Error> {
        let mut staged = Vec::new();
        for paths in self.site.rounds {
            let made = paths.par_iter().map(|path| {
                let staged = self.stage(path);
                (self.site.tick)();
                staged
            });
            staged.extend(made.collect::<Result<Vec<_>, Error>>()?);
        }

        let is_page = |path: &str| Path::new(path).extension().is_some_and(|it| it == "html");
        let mut written =
            Written { pages: self.wanted.iter().filter(|it| is_page(it)).count(), ..Written::default() };
        let mut fresh = Manifest::of(self.site.input.clone());
        let mut moves = Vec::new();
        for (path, staged) in self.site.paths().zip(staged) {
            match staged {
                None => {}
                Some(Staged::Same(line)) => fresh.insert(path.as_str(), line),
                Some(Staged::Moves(from, line)) => {
                    fresh.insert(path.as_str(), line);
                    moves.push((from, path.as_str()));
                }
                Some(Staged::Failed(fault)) => {
                    fresh.insert_from(path.as_str(), self.old);
                    written.faults.push(fault);
                    fresh.input = None;
                }
            }
        }
        if !written.faults.is_empty() && !self.site.keep_going {
            return Ok(written);
        }
        let obsolete: Vec<&str> = self.old.paths().filter(|path| !self.wanted.contains(path)).collect();
        let touched = moves.iter().map(|(_, path)| *path).chain(obsolete.iter().copied());
        output::refuse_links(self.disk, self.root, touched)?;

        if !moves.is_empty() || !obsolete.is_empty() {
            let mut claim = fresh.clone();
            claim.input = None;
            for path in self.old.paths() {
                claim.insert_from(path, self.old);
            }
            self.save(&claim)?;
        }
        let any_case: HashSet<String> = self.wanted.iter().map(|path| path.to_lowercase()).collect();
        let (blocking, leaving): (Vec<&str>, _) =
            obsolete.into_iter().partition(|path| self.blocks(path, &any_case));
        let mut kept = self.remove_all(&blocking, &mut written)?;
        if !kept.is_empty() {
            return Err(Error::Strangers { path: self.root.to_owned(), names: kept });
        }
        let (pages, others): (Vec<_>, _) = moves.into_iter().partition(|(_, path)| is_page(path));
        for group in [&others, &pages] {
            group.par_iter().try_for_each(|(from, path)| self.put(from, path))?;
        }
        (written.changed, written.others) = (pages.len(), others.len());
        kept.extend(self.remove_all(&leaving, &mut written)?);
        // They stay on the list, so that every build tells of them until somebody has decided.
        for path in &kept {
            fresh.insert_from(path.as_str(), self.old);
        }
        if !kept.is_empty() {
            fresh.input = None;
        }
        written.kept_by_hand = kept;
        self.save(&fresh)?;
        Ok(written)
    }

    /// Makes a page unless the one on disk is known to be the same.
    fn stage(&self, path: &OutPath) -> Result<Option<Staged>, Error> {
        let Some(job) = (self.site.job)(path) else { return Ok(None) };
        let file = output::file(self.root, path.as_str());
        let owned = self.old.owns(path.as_str());
        if let Some(key) = job.key
            && let Some(line) = self.old.lines(path.as_str()).find(|line| line.has_key(key))
            && self.disk.read(&file).is_ok_and(|bytes| line.has_content(blake3::hash(&bytes)))
        {
            return Ok(Some(Staged::Same(line.clone())));
        }
        let temporary = self.staging.next();
        Ok(Some(match (job.make)() {
            Err(fault) => Staged::Failed(fault),
            Ok(Made::Bytes(bytes)) => {
                let line = Line::new(job.key, blake3::hash(&bytes));
                if owned && self.disk.read(&file).is_ok_and(|there| there == bytes) {
                    return Ok(Some(Staged::Same(line)));
                }
                self.disk.write_new(&temporary, &bytes).on(Act::Write, &file)?;
                Staged::Moves(temporary, line)
            }
            Ok(Made::Copy(source)) => {
                let source = listing::place(self.disk, self.site.sources, &source);
                let content = self.content(&source).on(Act::Read, &source)?;
                let line = Line::new(job.key, content);
                if owned
                    && self.same_length(&source, &file)
                    && self.content(&file).is_ok_and(|it| it == content)
                {
                    return Ok(Some(Staged::Same(line)));
                }
                let mut stream = self.disk.open(&source).on(Act::Read, &source)?;
                self.disk.copy_new(&mut stream, &temporary).on(Act::Write, &file)?;
                Staged::Moves(temporary, line)
            }
        }))
    }

    fn content(&self, file: &Path) -> std::io::Result<blake3::Hash> {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(self.disk.open(file)?)?;
        Ok(hasher.finalize())
    }

    fn same_length(&self, a: &Path, b: &Path) -> bool {
        matches!((self.disk.length(a), self.disk.length(b)), (Ok(a), Ok(b)) if a == b)
    }

    /// Whether an unwanted file stands in the way of a wanted one: as a file where a folder
    /// is needed, the other way round, or under a name that differs in case only.
    fn blocks(&self, path: &str, any_case: &HashSet<String>) -> bool {
        let below = format!("{path}/");
        let as_file = self.wanted.range(below.as_str()..).next().is_some_and(|it| it.starts_with(&below));
        let as_folder = path.match_indices('/').any(|(at, _)| self.wanted.contains(&path[..at]));
        as_file || as_folder || any_case.contains(&path.to_lowercase())
    }

    /// Moves a made file to its place.
    fn put(&self, from: &Path, path: &str) -> Result<(), Error> {
        let to = output::file(self.root, path);
        match self.disk.replace(from, &to) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let folder = to.parent().unwrap_or(self.root);
                self.disk.make_folder(folder).on(Act::Write, folder)?;
                self.disk.replace(from, &to).on(Act::Write, &to)
            }
            result => result.on(Act::Write, &to),
        }
    }

    /// Removes files that earlier builds wrote, and folders that become empty. Gives back
    /// those that hold something else by now.
    fn remove_all(&self, paths: &[&str], written: &mut Written) -> Result<Vec<OutPath>, Error> {
        let mut kept = Vec::new();
        for path in paths {
            let file = output::file(self.root, path);
            let is_ours = |content| self.old.lines(path).any(|line| line.has_content(content));
            match self.disk.kind(&file) {
                Ok(Kind::Folder) => continue, // a killed run has already put a folder here
                Ok(_) if self.content(&file).is_ok_and(is_ours) => {
                    self.disk.remove_file(&file).on(Act::Remove, &file)?;
                    written.removed += 1;
                }
                Ok(_) => {
                    kept.push(OutPath::new(*path));
                    continue;
                }
                Err(_) => {} // gone, but a killed run may have left its folder
            }
            let above = file.ancestors().skip(1).take_while(|folder| *folder != self.root);
            for folder in above {
                if self.disk.remove_folder(folder).is_err() {
                    break; // not empty
                }
            }
        }
        Ok(kept)
    }

    fn save(&self, manifest: &Manifest) -> Result<(), Error> {
        let file = self.root.join(manifest::FILE);
        let text = manifest.text();
        if self.disk.read(&file).is_ok_and(|there| there == text.as_bytes()) {
            return Ok(());
        }
        let temporary = self.staging.next();
        self.disk.write_new(&temporary, text.as_bytes()).on(Act::Write, &file)?;
        self.disk.replace(&temporary, &file).on(Act::Write, &file)
    }
}

/// The folder of made files; gone when it is dropped, whatever happened.
struct Staging<'a> {
    disk: &'a dyn Disk,
    root: &'a Path,
    folder: PathBuf,
    count: AtomicUsize,
    lock: Option<Lock>,
    /// The output folder did not exist before.
    new_root: bool,
}

impl<'a> Staging<'a> {
    fn open(disk: &'a dyn Disk, root: &'a Path) -> Result<Self, Error> {
        let folder = root.join(STAGING);
        let new_root = disk.kind(root).is_err();
        disk.make_folder(&folder).on(Act::Write, &folder)?;
        let lock_file = folder.join(LOCK);
        let Some(lock) = disk.lock(&lock_file).on(Act::Write, &lock_file)? else {
            return Err(Error::Busy { path: root.to_owned() });
        };
        let staging = Self { disk, root, folder, count: AtomicUsize::new(0), lock: Some(lock), new_root };
        staging.clear(); // what a killed run left
        Ok(staging)
    }

    fn next(&self) -> PathBuf {
        self.folder.join(self.count.fetch_add(1, Ordering::Relaxed).to_string())
    }

    /// Removes what was left; stadga's own files have numbers for names.
    fn clear(&self) {
        let names = self.disk.names(&self.folder).unwrap_or_default();
        for name in names.iter().filter(|name| name.bytes().all(|it| it.is_ascii_digit())) {
            let _ = self.disk.remove_file(&self.folder.join(name));
        }
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // Failing to tidy harms nobody: the next run does it.
        self.clear();
        self.lock = None; // Windows removes no open file
        let _ = self.disk.remove_file(&self.folder.join(LOCK));
        let _ = self.disk.remove_folder(&self.folder);
        if self.new_root {
            let _ = self.disk.remove_folder(self.root); // only if nothing came of it
        }
    }
}
