//! A document as it is put into the archive: its pages, its files and its sources, where each stands, and what is
//! known of it. First sketched, which tells without making a page whether anything is new; then packed.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::archive::deeds::deeds;
use crate::archive::dublin_core::{self, Term};
use crate::archive::premis::{self, Archived as Preserved};
use crate::archive::sha512::{Files, Sha512, measured};
use crate::base::fault::Fault;
use crate::base::path::SitePath;
use crate::base::program;
use crate::base::text::Digest;
use crate::model::address::{Address, document_at};
use crate::model::id::{DocId, VersionId};
use crate::model::register::Work;
use crate::model::version::Version;
use crate::site::archived::{Archived, cover, version_page};
use crate::site::frozen;
use crate::site::library::Library;
use crate::site::make::body;
use crate::site::metadata::{decided, dublin_core, metadata, own, title, web_address};
use crate::site::recipe::Recipe;
use crate::site::resolved::Resolved;
use crate::site::theme_files::{Asset, AssetContent};
use crate::site::version_files::VersionFiles;

/// Sources stand below this.
pub const SOURCE: &str = "source";
/// What is known of a source's bytes, beside where it stands.
pub const SOURCE_DIGEST: &str = "source_sha512";
/// What is known of the document.
pub const METADATA: &str = "metadata.json";
/// The same for catalogues.
pub const DUBLIN_CORE: &str = "dc.xml";
/// What is needed to keep the files.
pub const PREMIS: &str = "premis.xml";
/// What packs.
pub const PROGRAM: &str = "stadga";

/// What stands at a path of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of this file of the site, which the shell streams.
    Copy(SitePath),
}

/// A text in a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedText {
    /// The digest of its words, as they stand in the source after the facts.
    pub words: Sha512,
    /// Digests of what names it and of its decision.
    pub facts: BTreeMap<String, String>,
    /// The files that belong to it: path and length in bytes.
    pub files: BTreeMap<String, u64>,
    /// Its forms as pages show them, each as a short digest.
    pub shown: BTreeMap<String, String>,
    /// How many corrections somebody answers for.
    pub corrections: usize,
    /// The path of the page that shows it.
    pub page: String,
}

/// A document, packed. Nothing in it tells when that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Its id.
    pub document: DocId,
    /// Its id, and those that it had before.
    pub names: Vec<String>,
    /// The title of its latest version.
    pub title: String,
    /// It was taken down: no text of it is shown.
    pub withdrawn: bool,
    /// What is in it, by logical path.
    pub files: BTreeMap<String, Content>,
    /// The texts that it shows, by version.
    pub texts: BTreeMap<VersionId, PackedText>,
    /// What is known of the document.
    pub metadata: Value,
    /// The digest of each text as it is shown, by the path of its page.
    shown: BTreeMap<String, Sha512>,
    record: Vec<(Term, String)>,
    origin: Origin,
}

/// Where a package comes from. It may change though nothing of the document does.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Origin {
    municipality: String,
    address: Option<String>,
    base_url: Option<String>,
    theme: Digest,
}

/// Packs the documents of a site.
pub struct Packer<'a> {
    library: &'a Library,
    files: VersionFiles<'a>,
    /// The published files that stand below a document's address.
    owned: HashMap<&'a str, Vec<&'a str>>,
}

/// What would be packed of a document. No page of it is made yet.
pub struct Sketch<'a> {
    /// The document.
    pub document: &'a DocId,
    /// The files of the site that are put in as they are, by logical path.
    pub copies: BTreeMap<String, SitePath>,
    work: &'a Work,
    withdrawn: bool,
    pages: Vec<(Archived, Option<(&'a Version, String)>)>,
    metadata: Value,
}

impl<'a> Packer<'a> {
    /// Packs the documents of this site.
    pub fn new(library: &'a Library) -> Self {
        let files = VersionFiles::new(library);
        let mut owned: HashMap<&str, Vec<&str>> = HashMap::new();
        for path in files.paths() {
            if let Some(["dokument", id, ..]) = path.splitn(3, '/').collect::<Vec<_>>().get(..) {
                owned.entry(id).or_default().push(path);
            }
        }
        Self { library, files, owned }
    }

    /// Every document that is archived: all whose texts the site shows, and those that were taken down.
    pub fn documents(&self) -> impl Iterator<Item = &'a DocId> {
        let works = self.library.register.works();
        works.filter(|work| is_archived(work)).map(|work| &work.document.id)
    }

    /// What would be packed of a document; nothing of one that is not archived.
    pub fn sketch(&self, id: &DocId) -> Option<Sketch<'a>> {
        let library = self.library;
        let work = library.register.work(id).filter(|work| is_archived(work))?;
        let withdrawn = work.withdrawn(library.today);
        let mut pages = vec![(cover(library, work, withdrawn), None)];
        if !withdrawn {
            for (version, _) in decided(work) {
                pages.push((
                    version_page(library, work, version, None),
                    Some((version, frozen::TEXT.to_owned())),
                ));
                let variants = version.variants.iter();
                pages.extend(variants.map(|it| {
                    (version_page(library, work, version, Some(it)), Some((version, frozen::form(it))))
                }));
            }
        }
        let metadata = metadata(library, work);
        Some(Sketch {
            document: &work.document.id,
            copies: self.copies(work),
            work,
            withdrawn,
            pages,
            metadata,
        })
    }

    /// The sources of a document, and the files that its texts show or lead to.
    fn copies(&self, work: &Work) -> BTreeMap<String, SitePath> {
        let library = self.library;
        let sources: Vec<&SitePath> = sources(work).collect();
        let mut copies: BTreeMap<String, SitePath> =
            sources.iter().map(|source| (format!("{SOURCE}/{source}"), (*source).clone())).collect();
        let led_to = sources.iter().flat_map(|source| library.links(source)).filter_map(Resolved::address);
        let led_to = led_to.filter_map(|address| match address {
            Address::File(path) => Some(path.as_str()),
            _ => None,
        });
        let of_versions = decided(work).flat_map(|(version, _)| self.files.of(version).into_keys());
        let own = self.owned.get(work.document.id.as_str()).into_iter().flatten().copied();
        for path in led_to.chain(of_versions).chain(own) {
            if let Some((source, _)) = self.files.at(path) {
                copies.insert(path.to_owned(), source.clone());
            }
        }
        copies
    }

    /// Makes the pages of a document and puts it all together.
    ///
    /// # Errors
    /// A template of the theme that cannot be run.
    pub fn pack(&self, sketch: Sketch) -> Result<Package, Fault> {
        let Sketch { document, copies, work, withdrawn, pages, metadata } = sketch;
        let library = self.library;
        let mut files: BTreeMap<String, Content> =
            copies.into_iter().map(|(path, source)| (path, Content::Copy(source))).collect();
        let (mut texts, mut shown) = (BTreeMap::new(), BTreeMap::new());
        for (page, version) in pages {
            let Recipe::Page { view, text, .. } = &page.recipe else { continue };
            let path = page.address.file().to_string();
            let body = text.as_ref().map(|text| body(library, text));
            let html = library.theme.render(view.template(), &**view, body.as_ref())?;
            if let Some(body) = &body {
                shown.insert(path.clone(), Sha512::of(body.html.as_bytes()));
            }
            // The page of a version comes before those of its other forms.
            if let Some((version, form)) = version {
                let text =
                    texts.entry(version.id.clone()).or_insert_with(|| self.packed_text(version, &path));
                text.shown.extend(body.map(|body| (form, frozen::short(&body.html))));
            }
            self.add_assets(&html, &mut files);
            files.insert(path, Content::Bytes(html.into_bytes()));
        }
        let base_url = library.config.base_url.as_ref().map(|base| base.url.clone());
        let address = web_address(library, document);
        Ok(Package {
            document: document.clone(),
            names: names(document, work),
            title: title(work).to_owned(),
            withdrawn,
            record: dublin_core(library, work, address.as_deref()),
            origin: Origin {
                municipality: library.config.name.clone(),
                address,
                base_url,
                theme: library.theme.digest(),
            },
            files,
            texts,
            metadata,
            shown,
        })
    }

    fn packed_text(&self, version: &Version, page: &str) -> PackedText {
        let files = self.files.of(version).into_iter();
        PackedText {
            words: frozen::words(version),
            facts: frozen::facts(version),
            files: files.map(|(path, file)| (path.to_owned(), file.length)).collect(),
            shown: BTreeMap::new(),
            corrections: frozen::corrections(version),
            page: page.to_owned(),
        }
    }

    /// Adds the files of the theme that a page names, and those that they name in turn.
    fn add_assets(&self, page: &str, files: &mut BTreeMap<String, Content>) {
        let is_named = |asset: &&Asset| {
            let name = asset.path.as_str().rsplit('/').next().unwrap_or_default();
            page.contains(name)
        };
        for asset in self.library.theme.assets().filter(is_named) {
            if files.contains_key(asset.path.as_str()) {
                continue;
            }
            let path = asset.path.to_string();
            match &asset.content {
                AssetContent::Copy(source) => drop(files.insert(path, Content::Copy(source.clone()))),
                AssetContent::Bytes(bytes) => {
                    files.insert(path, Content::Bytes(bytes.to_vec()));
                    self.add_assets(&String::from_utf8_lossy(bytes), files);
                }
            }
        }
    }
}

impl Sketch<'_> {
    /// The same, and the package is the same, but for the bytes of its copies: only they tell.
    pub fn key(&self) -> Digest {
        let pages: Vec<_> = self.pages.iter().map(|(page, _)| page.recipe.key()).collect();
        Digest::of_value(&(program::digest(), pages, &self.copies, self.metadata.to_string(), self.withdrawn))
    }
}

impl Package {
    /// The digest of what makes it new: what is known of the document, its texts as they are shown, and its
    /// copies, whose digests are given with all others. How the pages look round their texts is no part of it.
    pub fn content(&self, digests: &Files) -> Sha512 {
        let copies = self.files.iter().filter(|(_, content)| matches!(content, Content::Copy(_)));
        let copies = copies.filter(|(path, _)| !path.starts_with("assets/"));
        let copies = copies.filter_map(|(path, _)| Some((path.as_str(), digests.get(path)?.0)));
        let shown = self.shown.iter().map(|(path, digest)| (path.as_str(), *digest));
        let known = [(METADATA, Sha512::of(own(&self.metadata).to_string().as_bytes()))];
        // As `sha512sum` writes them.
        let lines =
            known.into_iter().chain(shown).chain(copies).map(|(path, digest)| format!("{digest}  {path}\n"));
        Sha512::of(lines.collect::<String>().as_bytes())
    }

    /// The files that tell of the others, and of when they were archived. The digests are those of all files;
    /// `object` is what the document is called in the archive.
    pub fn captured(&self, object: &str, time: Timestamp, digests: &Files) -> BTreeMap<String, Vec<u8>> {
        let mut whole = self.metadata.clone();
        let capture = json!({
            "time": time.to_string(),
            "address": self.origin.address,
            "base_url": self.origin.base_url,
            "generator": PROGRAM,
            "version": env!("STADGA_VERSION"),
            "theme": format!("blake3:{}", self.origin.theme.hex(64)),
        });
        for version in whole.get_mut("versions").and_then(Value::as_array_mut).into_iter().flatten() {
            let source = version.get("source").and_then(Value::as_str).unwrap_or_default();
            let digest = digests.get(&format!("{SOURCE}/{source}")).map(|(digest, _)| *digest);
            if let Some((digest, version)) = digest.zip(version.as_object_mut()) {
                version.insert(SOURCE_DIGEST.into(), json!(digest));
            }
        }
        if let Value::Object(map) = &mut whole {
            map.insert("capture".into(), capture);
        }
        let known = serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n";
        let mut record = self.record.clone();
        let place = record.iter().position(|(term, _)| *term == Term::Identifier).unwrap_or(record.len());
        record.insert(place, (Term::Identifier, object.to_owned()));
        let mut told = BTreeMap::from([
            (METADATA.to_owned(), known.into_bytes()),
            (DUBLIN_CORE.to_owned(), dublin_core::to_xml(&record)),
        ]);
        let mut all = digests.clone();
        all.extend(told.iter().map(|(path, bytes)| (path.clone(), measured(bytes))));
        let preserved = Preserved {
            document: self.document.as_str(),
            object,
            files: &all,
            deeds: &deeds(&self.metadata, time),
            time,
            program: PROGRAM,
            version: env!("STADGA_VERSION"),
            organisation: &self.origin.municipality,
        };
        told.insert(PREMIS.to_owned(), premis::to_xml(&preserved));
        told
    }
}

fn names(id: &DocId, work: &Work) -> Vec<String> {
    let former = work.document.aliases.iter().filter_map(|alias| document_at(alias));
    std::iter::once(id.as_str()).chain(former).map(str::to_owned).collect()
}

/// Texts under an id that several claim stand nowhere, and drafts are nobody's decision.
fn is_archived(work: &Work) -> bool {
    work.document.rivals.is_empty() && decided(work).next().is_some()
}

/// The files that a document is written in, without its drafts.
fn sources(work: &Work) -> impl Iterator<Item = &SitePath> {
    let document = &work.document;
    let is_draft = |source: &SitePath| document.versions.iter().any(|it| it.draft && it.source == *source);
    let versions = decided(work).flat_map(|(version, _)| {
        std::iter::once(&version.source).chain(version.variants.iter().map(|variant| &variant.source))
    });
    std::iter::once(&document.source).filter(move |source| !is_draft(source)).chain(versions)
}
