//! One side of a comparison: a version that the site has, or a text in a file that nobody has adopted
//! yet, by whatever somebody calls it.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::base::date::Date;
use crate::base::fault::{Code, Fault, Severity, nearest};
use crate::base::path::SitePath;
use crate::base::snapshot::{Snapshot, Source};
use crate::build::{self, Options};
use crate::edit::target::{Site, Unfound, find};
use crate::model::address::Address;
use crate::model::content::INDEX;
use crate::model::front_matter::{self, Part};
use crate::model::id::{DocId, VersionId};
use crate::model::item::UNDATED;
use crate::model::register::Work;
use crate::model::validity::Force;
use crate::model::version::{Body, Version};
use crate::render::exchange::{LinkUse, Target};
use crate::render::markdown;
use crate::shell::args::Call;
use crate::shell::disk::{Disk, Kind};
use crate::shell::error::{Act, Context as _, Error, list};
use crate::shell::read;
use crate::shell::report;
use crate::shell::terminal::tell;
use crate::shell::words::{Value, Words};
use crate::site::library::{Library, title_of};
use crate::site::pairs::adopted;
use crate::site::recipe::TextRecipe;
use crate::site::sheet::Sheet;
use crate::site::standing::version_name;

/// A text to compare.
pub struct Wording {
    /// The document that it is a text of, or is to be.
    pub document: DocId,
    /// The version of the site that it is.
    pub version: Option<VersionId>,
    /// Its file, as the site or the asker calls it.
    pub file: String,
    /// What a reader knows it by: "Lydelse 9 april 2014".
    pub name: String,
    /// Its title.
    pub title: String,
    /// Nobody has adopted it.
    pub is_proposal: bool,
    /// Its facts; `None` where the file has none that can be read.
    facts: Option<Version>,
    body: Body,
}

impl Wording {
    /// Its facts, with the document they are of.
    pub fn facts<'a>(&'a self, library: &'a Library) -> Option<(&'a Work, &'a Version)> {
        Some((library.register.work(&self.document)?, self.facts.as_ref()?))
    }

    /// What it is rendered from. An image is itself, wherever its file lies.
    pub fn recipe(&self) -> TextRecipe {
        let links = markdown::scan(self.body.markdown(), "").links;
        let targets = links.into_iter().map(|link| match link.usage {
            LinkUse::Link => Target::Href(link.target),
            LinkUse::Image => Target::Image { src: link.target, size: None },
        });
        TextRecipe { targets: targets.collect(), body: self.body.clone(), title: self.title.clone() }
    }
}

/// The site, with its drafts beside what is adopted, and whoever looks for a text in it.
pub struct Shelf<'a> {
    /// The language of the talk.
    pub words: &'static Words,
    /// What is adopted: only that says which version is in force.
    library: Library,
    disk: &'a dyn Disk,
    root: PathBuf,
    snapshot: Snapshot,
    /// The same with drafts, where there are any.
    drafts: Option<Library>,
}

impl<'a> Shelf<'a> {
    /// Reads the site. `None` if the settings are such that there is no register; what is wrong with
    /// them has been told then.
    ///
    /// # Errors
    /// There is no site.
    pub fn open(call: &Call<'a>, date: Option<Date>) -> Result<Option<Self>, Error> {
        let root = read::locate(call.disk, call.site())?;
        let read::Site { snapshot, faults } = read::read(call.disk, &root, Timestamp::now());
        let words = call.words(&snapshot);
        let library = |drafts| build::library(&snapshot, &Options { date, drafts, ..Options::default() });
        let (adopted, found) = library(false);
        let Some(adopted) = adopted else {
            let mut faults = [faults, found].concat();
            report::sort(&mut faults);
            tell(&report::human(&faults, &snapshot, words));
            return Ok(None);
        };
        let drafts = if adopted.drafts.is_empty() { None } else { library(true).0 };
        Ok(Some(Self { library: adopted, words, disk: call.disk, root, snapshot, drafts }))
    }

    /// All that there is, drafts too.
    pub fn all(&self) -> &Library {
        self.drafts.as_ref().unwrap_or(&self.library)
    }

    fn site(&self) -> Site<'_> {
        let library = self.all();
        Site {
            snapshot: &self.snapshot,
            config: &library.config,
            register: &library.register,
            drafts: &library.drafts,
            today: library.today,
        }
    }

    fn trouble(&self, id: &str, arguments: &[(&str, Value)]) -> Error {
        trouble(self.words.say(id, arguments))
    }

    /// The two texts that are meant, the older way of saying it first.
    ///
    /// # Errors
    /// [`Error::NoAnswer`] says what there is instead.
    pub fn sides(&self, document: &str, named: &[&str]) -> Result<[Wording; 2], Error> {
        let target =
            find(self.site(), document).map_err(|unfound| self.unknown_document(document, &unfound))?;
        let Some(work) = self.all().register.work(&target.id) else {
            return Err(self.unknown_document(document, &Unfound::Nothing(Vec::new())));
        };
        if !work.document.rivals.is_empty() {
            let paths = list(&work.document.rivals, self.words);
            return Err(self.trouble("decide-twice", &[("paths", paths.into())]));
        }
        // An address or a file may name a version as well as its document.
        let own = target.version.as_deref().filter(|_| named.len() < 2);
        let named: Vec<&str> = own.into_iter().chain(named.iter().copied()).collect();
        let adopted = adopted(work);
        let last = || match adopted.as_slice() {
            [] => Err(self.trouble("diff-none-adopted", &[])),
            [.., last] => Ok(*last),
        };
        match named.as_slice() {
            [] => match adopted.as_slice() {
                [.., before, last] => Ok([before, last].map(|version| self.of_site(work, version))),
                _ => Err(self.single(work, last()?)),
            },
            [one] => {
                let one = self.wording(work, one)?;
                if one.is_proposal {
                    let current = match self.in_force(work) {
                        Some(version) => version,
                        None => last()?,
                    };
                    return Ok([self.of_site(work, current), one]);
                }
                let last = last()?;
                let is_last = one.document == work.document.id && one.version.as_ref() == Some(&last.id);
                match (is_last, adopted.len()) {
                    (true, 1) => Err(self.single(work, last)),
                    (true, _) => {
                        let arguments =
                            [("version", last.id.as_str().into()), ("known", self.known(work).into())];
                        Err(self.trouble("diff-is-latest", &arguments))
                    }
                    (false, _) => Ok([one, self.of_site(work, last)]),
                }
            }
            [before, after, ..] => Ok([self.wording(work, before)?, self.wording(work, after)?]),
        }
    }

    fn unknown_document(&self, typed: &str, unfound: &Unfound) -> Error {
        let near = match unfound {
            Unfound::Draft => Vec::new(),
            Unfound::Nothing(near) => near.clone(),
        };
        let quoted: Vec<String> = near.iter().map(|id| format!("”{id}”")).collect();
        let near = if quoted.is_empty() { "none".to_owned() } else { quoted.join(", ") };
        self.trouble("decide-unknown-document", &[("typed", typed.into()), ("near", near.into())])
    }

    /// There is one version, and so nothing to compare.
    fn single(&self, work: &Work, version: &Version) -> Error {
        let drafts: Vec<&str> = of_drafts(work).map(|draft| draft.id.as_str()).collect();
        let drafts = if drafts.is_empty() { "none".to_owned() } else { drafts.join(", ") };
        let id = work.document.id.as_str();
        let arguments =
            [("id", id.into()), ("version", version.id.as_str().into()), ("drafts", drafts.into())];
        self.trouble("diff-single", &arguments)
    }

    /// The version in force on the day.
    fn in_force(&self, work: &'a Work) -> Option<&'a Version>
    where
        Self: 'a,
    {
        let adopted = self.library.register.work(&work.document.id)?;
        let today = self.library.today;
        let in_force = adopted.versions().rev().find(|(_, life)| *life.force.on(today) == Force::InForce);
        let (version, _) = in_force?;
        work.version(&version.id).map(|(version, _)| version)
    }

    /// A version that the site has.
    fn of_site(&self, work: &Work, version: &Version) -> Wording {
        let id = work.document.id.clone();
        let sheet = Sheet::new(self.all(), Address::Document(id.clone()));
        let mut name = version_name(&sheet, version);
        if version.draft {
            name = format!("{name} ({})", sheet.say("state-draft").to_lowercase());
        }
        Wording {
            document: id,
            version: Some(version.id.clone()),
            file: version.source.to_string(),
            name,
            title: title_of(version).to_owned(),
            is_proposal: version.draft,
            facts: Some(version.clone()),
            body: version.body.clone(),
        }
    }

    /// What somebody means by a word: a version of the document, a file, or a version of another
    /// document: `it-strategi@2015-06-15`.
    fn wording(&self, work: &Work, typed: &str) -> Result<Wording, Error> {
        if let Some(found) = self.within(work, typed) {
            return found;
        }
        if let Some(path) = self.on_disk(typed) {
            return self.of_file(work, typed, &path);
        }
        let elsewhere = find(self.site(), &typed.replacen('@', "/", 1)).ok();
        let elsewhere = elsewhere.and_then(|target| {
            let other = self.all().register.work(&target.id)?;
            self.within(other, &target.version?)
        });
        elsewhere.unwrap_or_else(|| {
            let ids = || work.versions().map(|(version, _)| version.id.as_str());
            let begun = || ids().rev().find(|id| id.starts_with(typed));
            let near = nearest(typed, ids()).or_else(begun).unwrap_or("none");
            let known = self.known(work);
            let arguments = [("typed", typed.into()), ("near", near.into()), ("known", known.into())];
            Err(self.trouble("diff-unknown-version", &arguments))
        })
    }

    /// The versions that there are, drafts marked.
    fn known(&self, work: &Work) -> String {
        let draft = |version: &Version| {
            let id = version.id.as_str();
            self.words.say("diff-draft", &[("version", id.into())])
        };
        let name = |version: &Version| if version.draft { draft(version) } else { version.id.to_string() };
        let unreadable = work.document.unreadable.iter().map(|it| it.id.to_string());
        work.versions().map(|(version, _)| name(version)).chain(unreadable).collect::<Vec<_>>().join(", ")
    }

    fn within(&self, work: &Work, typed: &str) -> Option<Result<Wording, Error>> {
        if let Some((version, _)) = work.version(&VersionId::new(typed)) {
            return Some(Ok(self.of_site(work, version)));
        }
        // Its facts cannot be read; its text perhaps can.
        let unreadable = work.document.unreadable.iter().find(|it| it.id.as_str() == typed)?;
        let source = unreadable.source.as_str();
        Some(self.of_file(work, source, &self.root.join(source)))
    }

    /// A file, seen from where the asker stands or from the site.
    fn on_disk(&self, typed: &str) -> Option<PathBuf> {
        let places = [PathBuf::from(typed), self.root.join(typed)];
        let is_file = |path: &PathBuf| {
            let kind = self.disk.real(path).and_then(|real| self.disk.kind(&real));
            kind.is_ok_and(|kind| kind == Kind::File)
        };
        places.into_iter().find(is_file)
    }

    /// A text from a file. One that is a version of the site is that version.
    fn of_file(&self, work: &Work, typed: &str, path: &Path) -> Result<Wording, Error> {
        let real = self.disk.real(path).on(Act::Read, path)?;
        let own = real.strip_prefix(&self.root).ok().and_then(Path::to_str).map(|it| it.replace('\\', "/"));
        let own = own.and_then(|own| {
            self.all().register.works().find_map(|work| {
                let version = work.versions().find(|(version, _)| version.source.as_str() == own);
                version.map(|(version, _)| self.of_site(work, version))
            })
        });
        if let Some(own) = own {
            return Ok(own);
        }
        let name = SitePath::new(typed);
        let text = match read::read_text(self.disk, path).on(Act::Read, path)? {
            Source::Text(text) => text,
            Source::Unreadable(reason) => return Err(self.unfit(&reason.fault(&name))),
            Source::Asset(_) => return Err(self.unfit(&Fault::new(Code::EmptyFile).at(&name))),
        };
        let mut faults = Vec::new();
        let parsed = front_matter::read(&name, text.as_str(), Part::Single, &mut faults);
        // A proposal may well have no facts yet; half of some, or such in another language, are a slip.
        faults.retain(|fault| fault.code != Code::NoFrontMatter || fault.argument("hint").is_some());
        if let Some(fault) = faults.iter().find(|it| [Code::EmptyFile, Code::NotClosed].contains(&it.code)) {
            return Err(self.unfit(fault));
        }
        faults.retain(|fault| fault.code.severity() == Severity::Error);
        if !faults.is_empty() {
            let mut snapshot = Snapshot::new(self.snapshot.today);
            snapshot.files.insert(name.clone(), Source::Text(text.clone()));
            report::sort(&mut faults);
            tell(&(report::human(&faults, &snapshot, self.words) + "\n"));
            if parsed.front.is_none() {
                tell(&(self.words.say("diff-text-only", &[("path", typed.into())]) + "\n\n"));
            }
        }
        let body = Body { file: text, start: parsed.body };
        let front = parsed.front.filter(|_| parsed.body > 0);
        let document = self.document_facts(work);
        let config = &self.library.config;
        let facts = front.map(|front| {
            let id = VersionId::new(UNDATED);
            Version::new(id, name, body.clone(), front, document.as_ref(), config, &mut Vec::new())
        });
        let title = facts.as_ref().and_then(|it| it.title.clone());
        Ok(Wording {
            document: work.document.id.clone(),
            version: None,
            file: typed.to_owned(),
            name: typed.to_owned(),
            title: title.or_else(|| Some(title_of(work.latest()?).to_owned())).unwrap_or_default(),
            is_proposal: true,
            facts,
            body,
        })
    }

    /// What `index.md` says for all versions of the document.
    fn document_facts(&self, work: &Work) -> Option<front_matter::FrontMatter> {
        let source = &work.document.source;
        let text = self.snapshot.text(source.as_str()).filter(|_| source.stem() == INDEX)?;
        front_matter::read(source, text.as_str(), Part::Document, &mut Vec::new()).front
    }

    fn unfit(&self, fault: &Fault) -> Error {
        let said = self.words.fault(fault);
        let path = fault.place.as_ref().map(|place| place.path.to_string()).unwrap_or_default();
        trouble(format!("{path}: {}. {}", said.what, said.mend))
    }
}

fn of_drafts(work: &Work) -> impl Iterator<Item = &Version> {
    work.versions().map(|(version, _)| version).filter(|version| version.draft)
}

fn trouble(trouble: String) -> Error {
    Error::NoAnswer { command: "diff", trouble }
}
