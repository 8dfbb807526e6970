//! `stadga new`: a new document, or a new version of one that there is. Asks for what is missing
//! where somebody can answer.

use std::path::PathBuf;

use clap::{Arg, ArgMatches};
use jiff::Timestamp;
use toml_edit::Value as Toml;

use crate::base::date::Approx;
use crate::base::fault::nearest;
use crate::base::path::SitePath;
use crate::base::snapshot::Snapshot;
use crate::edit::change::Change;
use crate::edit::head::{Head, Tongue, moment};
use crate::edit::new_document::{Refusal, bearer, place, proposal};
use crate::edit::new_version::{Made, Wish, new_version};
use crate::edit::relocate::Stuck;
use crate::edit::template::{Gap, fill};
use crate::model::address::Address;
use crate::model::config::Config;
use crate::model::content::{self, Content, document_folders};
use crate::model::document::Document;
use crate::model::id::{DocId, VersionId};
use crate::model::keys;
use crate::model::kind::Kind;
use crate::shell::args::{Call, Exit, Verb, flag, option};
use crate::shell::ask::{Asker, Choice};
use crate::shell::edit::{Desk, Outcome};
use crate::shell::error::{Error, list};
use crate::shell::read;
use crate::shell::report;
use crate::shell::serve;
use crate::shell::terminal::tell;
use crate::shell::words::{Value, Words};

/// The command.
pub const VERB: Verb = Verb { name: "new", parts: &[], options, run };

/// A document and the note above a new version, in the language of the keys.
const DOCUMENT: [&str; 2] =
    [include_str!("templates/document.sv.md"), include_str!("templates/document.en.md")];
const VERSION: [&str; 2] =
    [include_str!("templates/version.sv.toml"), include_str!("templates/version.en.toml")];

fn options(words: &'static Words) -> Vec<Arg> {
    let date = |name, help| {
        let read = |text: &str| Approx::parse(text).map_err(|_| text.to_owned());
        option(name, "date", help, words).value_parser(read)
    };
    let text = |name, help| option(name, "text", help, words);
    vec![
        Arg::new("id").value_name(words.label("value-id")).help(words.text("new-help-id")),
        date("version", "new-help-version"),
        text("title", "new-help-title"),
        text("type", "new-help-type"),
        text("by", "new-help-by"),
        date("date", "new-help-date").conflicts_with("version"),
        flag("yes", words),
    ]
}

fn run(call: &Call) -> Result<Exit, Error> {
    let root = read::locate(call.disk, call.site())?;
    let snapshot = read::read(call.disk, &root, Timestamp::now()).snapshot;
    let words = call.words(&snapshot);
    let mut faults = Vec::new();
    let Some(config) = Config::read(&snapshot, &mut faults) else {
        tell(&report::human(&faults, &snapshot, words));
        return Ok(Exit::Faults);
    };
    // The desk tells of errors that an edit would bring; older faults are for `check` to tell.
    let content = content::read(&snapshot, &config, true, &mut faults);
    let clerk = Clerk { snapshot: &snapshot, config: &config, content: &content, words };
    let desk = Desk { disk: call.disk, root: &root, snapshot: &snapshot, words };
    let asker = Asker::on_terminal(words, call.flag("yes"));
    match call.matches.get_one::<Approx>("version") {
        Some(day) => clerk.version(&desk, asker, call, *day),
        None => clerk.document(&desk, asker, call),
    }
}

/// What is typed for an option; blanks are nothing.
fn typed<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// What is known of a new document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its place, as typed.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its type.
    pub kind: Option<String>,
    /// Who adopts it.
    pub by: Option<String>,
    /// When.
    pub adopted: Option<String>,
}

/// Who knows the site, and what is in it.
pub struct Clerk<'a> {
    /// Its files.
    pub snapshot: &'a Snapshot,
    /// Its settings.
    pub config: &'a Config,
    /// What it holds, drafts too.
    pub content: &'a Content,
    /// The language of the talk.
    pub words: &'static Words,
}

impl Clerk<'_> {
    fn document(&self, desk: &Desk, mut asker: Option<Asker>, call: &Call) -> Result<Exit, Error> {
        let text = |name| typed(call.matches, name).map(str::to_owned);
        let adopted = call.matches.get_one::<Approx>("date").map(|date| date.ascii());
        let mut facts = Facts {
            id: text("id"),
            title: text("title"),
            kind: text("type").map(|kind| self.kind(&kind).map_or(kind, |kind| kind.id.to_string())),
            by: text("by"),
            adopted,
        };
        if let Some(asker) = &mut asker {
            self.ask(asker, &mut facts)?;
        }
        let change = self.new_document(&facts)?;
        let outcome = desk.carry_out(std::slice::from_ref(&change), asker.as_mut())?;
        if let (Outcome::Written, Change::Create { path, text }) = (outcome, &change) {
            let address = Address::Document(DocId::new(path.stem()));
            self.tell_next("new-next", call, path, text, &address);
        }
        Ok(outcome.exit())
    }

    /// The file of a new document.
    ///
    /// # Errors
    /// [`Error::Unfit`] with all that is missing or cannot be.
    pub fn new_document(&self, facts: &Facts) -> Result<Change, Error> {
        let mut troubles = Vec::new();
        let missing = |what: &str| self.words.say("new-missing", &[("what", what.into())]);
        let path = match &facts.id {
            Some(id) => self.place(id).map_err(|trouble| troubles.push(trouble)).ok(),
            None => {
                troubles.push(missing("id"));
                None
            }
        };
        let given = [("title", &facts.title), ("type", &facts.kind)];
        troubles.extend(given.into_iter().filter(|(_, it)| it.is_none()).map(|(what, _)| missing(what)));
        let Some(path) = path.filter(|_| troubles.is_empty()) else {
            return Err(Error::Unfit { command: VERB.name, troubles });
        };
        let quoted = |text: &String| Toml::from(text.as_str()).to_string();
        let today = self.snapshot.today.to_string();
        let body = self.config.bodies.first().map_or_else(|| "…".to_owned(), |body| body.name.clone());
        let gaps = [
            ("title", Gap::new(facts.title.as_ref().map(quoted), "\"\"")),
            ("type", Gap::new(facts.kind.as_ref().map(quoted), "\"\"")),
            ("by", Gap::new(facts.by.as_ref().map(quoted), quoted(&body))),
            ("date", Gap::new(facts.adopted.as_ref().map(|it| moment(it).to_string()), &today)),
            ("today", Gap::Known(today.clone())),
        ];
        Ok(Change::Create { path, text: fill(in_tongue(Tongue::of_site(self.snapshot), DOCUMENT), &gaps) })
    }

    /// Asks for what is not given.
    ///
    /// # Errors
    /// [`Error::Cancelled`] if the input ends.
    pub fn ask(&self, asker: &mut Asker, facts: &mut Facts) -> Result<(), Error> {
        let needed = |text: &str| match text {
            "" => Err(self.words.text("new-needed")),
            text => Ok(text.to_owned()),
        };
        if facts.title.is_none() {
            facts.title = Some(asker.text(&self.words.text("new-ask-title"), None, needed)?);
        }
        let mut refused = None;
        if let Some(Err(trouble)) = facts.id.as_ref().map(|id| self.place(id)) {
            asker.say(&(trouble + "\n"));
            refused = facts.id.take();
        }
        if facts.id.is_none() {
            let words = refused.as_deref().or(facts.title.as_deref());
            let near = words.and_then(proposal).filter(|near| self.place(near).is_ok());
            let read = |text: &str| self.place(text).map(|_| text.to_owned());
            facts.id = Some(asker.text(&self.words.text("new-ask-id"), near.as_deref(), read)?);
        }
        if facts.kind.as_deref().is_none_or(|kind| self.kind(kind).is_none()) {
            let choice = |kind: &Kind| Choice { value: kind.id.to_string(), label: kind.name.clone() };
            let choices: Vec<Choice> = self.config.kinds.iter().map(choice).collect();
            let again = |text: &str| Err(self.words.say("new-unknown-type", &[("typed", text.into())]));
            facts.kind = Some(asker.choice(&self.words.text("new-ask-type"), &choices, again)?);
        }
        if facts.by.is_none() {
            let bodies = self.config.bodies.iter().filter(|body| body.until.is_none());
            let choices: Vec<Choice> =
                bodies.map(|body| Choice { value: body.name.clone(), label: body.name.clone() }).collect();
            let by = asker.choice(&self.words.text("new-ask-by"), &choices, |text| Ok(text.to_owned()))?;
            facts.by = Some(by).filter(|by| !by.is_empty());
        }
        if facts.adopted.is_none() {
            facts.adopted = asker.text(&self.words.text("new-ask-date"), None, |text| match text {
                "" => Ok(None),
                _ => match Approx::parse(text) {
                    Ok(date) => Ok(Some(date.ascii())),
                    Err(_) => Err(self.words.text("new-not-a-date")),
                },
            })?;
        }
        Ok(())
    }

    fn version(
        &self,
        desk: &Desk,
        mut asker: Option<Asker>,
        call: &Call,
        adopted: Approx,
    ) -> Result<Exit, Error> {
        let matches = call.matches;
        let id = match (typed(matches, "id"), &mut asker) {
            (Some(id), _) => id.to_owned(),
            (None, Some(asker)) => {
                let known = |text: &str| self.find(text).map(|_| text.to_owned());
                asker.text(&self.words.text("new-ask-document"), None, known)?
            }
            (None, None) => {
                let trouble = self.words.say("new-missing", &[("what", "id".into())]);
                return Err(unfit(trouble));
            }
        };
        let kind = typed(matches, "type").map(|kind| self.kind(kind).map_or(kind, |kind| kind.id.as_str()));
        let wish = Wish { adopted, title: typed(matches, "title"), kind, by: typed(matches, "by") };
        let made = self.new_version(&id, &wish)?;
        let document = self.find(&id).map_err(unfit)?;
        if let Some(there) = &made.same_day
            && !self.wants_another(document, there, adopted, asker.as_mut())?
        {
            return Ok(Exit::Fine);
        }
        for note in self.notes(document, &made) {
            tell(&(note + "\n"));
        }
        let outcome = desk.carry_out(&made.changes, asker.as_mut())?;
        if outcome == Outcome::Written {
            let address = Address::Version(document.id.clone(), VersionId::new(made.path.stem()));
            let text = made.changes.iter().find_map(|change| match change {
                Change::Create { path, text } if *path == made.path => Some(text.as_str()),
                _ => None,
            });
            self.tell_next("new-version-next", call, &made.path, text.unwrap_or_default(), &address);
        }
        Ok(outcome.exit())
    }

    /// Whether a second version of a day is meant. Most often the first one is to be gone on with, so
    /// where nobody can be asked nothing is made.
    fn wants_another(
        &self,
        document: &Document,
        there: &SitePath,
        day: Approx,
        asker: Option<&mut Asker>,
    ) -> Result<bool, Error> {
        let version = document.versions.iter().find(|version| version.source == *there);
        let address = version.map(|version| Address::Version(document.id.clone(), version.id.clone()));
        let arguments = [
            ("date", day.ascii().into()),
            ("path", there.as_str().into()),
            ("draft", if version.is_some_and(|version| version.draft) { "yes" } else { "no" }.into()),
            ("url", address.map_or_else(String::new, |address| self.shown_at(&address)).into()),
        ];
        let there = self.words.say("new-same-day", &arguments);
        let Some(asker) = asker else {
            return Err(unfit(format!("{there}{}", self.words.text("new-same-day-unasked"))));
        };
        asker.say(&(there + "\n"));
        let another = asker.confirm(&self.words.text("new-ask-another"))?;
        if !another {
            tell(&(self.words.say("new-go-on", &arguments) + "\n"));
        }
        Ok(another)
    }

    /// What to do with what was made, where to look at it, and which line makes it a draft.
    fn tell_next(&self, id: &str, call: &Call, path: &SitePath, text: &str, address: &Address) {
        let tongue = Head::read(path, text).map_or(Tongue::Swedish, |head| head.tongue());
        let site = call.matches.get_one::<PathBuf>("site");
        let site = site.map_or_else(String::new, |site| format!(" --site \"{}\"", site.display()));
        let arguments = [
            ("path", path.as_str().into()),
            ("url", self.shown_at(address).into()),
            ("draft", format!("{} = true", tongue.name(keys::DRAFT)).into()),
            ("site", site.into()),
        ];
        tell(&(self.words.say(id, &arguments) + "\n"));
    }

    /// Where the preview shows a page, if nothing else holds its port.
    fn shown_at(&self, address: &Address) -> String {
        let base = self.config.base_url.as_ref().map_or("/", |base| &base.path);
        format!("http://{}:{}{base}{}", serve::HOST, serve::PORT, address.path())
    }

    /// A new version of the document that somebody names.
    ///
    /// # Errors
    /// [`Error::Unfit`] if there is none, or it cannot have one.
    pub fn new_version(&self, id: &str, wish: &Wish) -> Result<Made, Error> {
        let document = self.find(id).map_err(unfit)?;
        let date = moment(&wish.adopted.ascii()).to_string();
        let gaps = [("date", Gap::Known(date))];
        let note = |tongue| fill(in_tongue(tongue, VERSION), &gaps);
        new_version(self.snapshot, document, wish, note).map_err(|stuck| unfit(self.stuck(&stuck)))
    }

    /// What the reader should know of a new version before it is written.
    fn notes(&self, document: &Document, made: &Made) -> Vec<String> {
        let mut notes = vec![self.words.say("new-copied", &[("path", made.copied.as_str().into())])];
        if made.is_oldest {
            notes.push(self.words.text("new-oldest"));
        }
        let drafts = document.versions.iter().filter(|version| version.draft);
        let others: Vec<&SitePath> =
            drafts.map(|it| &it.source).filter(|it| made.same_day.as_ref() != Some(it)).collect();
        if !others.is_empty() {
            let names = list(&others, self.words);
            let arguments = [("n", others.len().into()), ("names", names.into())];
            notes.push(self.words.say("new-other-drafts", &arguments));
        }
        if !made.moved_files.is_empty() {
            let names = list(&made.moved_files, self.words);
            notes.push(self.words.say("new-moved-files", &[("names", names.into())]));
        }
        notes
    }

    /// A type, by its id or by its name in any case.
    fn kind(&self, typed: &str) -> Option<&Kind> {
        let is = |name: &str| name.to_lowercase() == typed.to_lowercase();
        self.config.kinds.iter().find(|kind| is(kind.id.as_str()) || is(&kind.name) || is(&kind.plural))
    }

    fn find(&self, typed: &str) -> Result<&Document, String> {
        let name = typed.trim().trim_end_matches('/').trim_end_matches(".md");
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        bearer(self.content, name).ok_or_else(|| {
            let ids = self.content.documents.keys().map(DocId::as_str);
            let near = nearest(name, ids).unwrap_or("none");
            self.words.say("new-unknown-document", &[("typed", name.into()), ("near", near.into())])
        })
    }

    /// The file of a new document, or why it cannot stand there.
    fn place(&self, typed: &str) -> Result<SitePath, String> {
        let folders = document_folders(self.snapshot.files.keys());
        place(typed, self.content, &folders).map_err(|refusal| {
            let (id, arguments): (_, Vec<(&str, Value)>) = match &refusal {
                Refusal::BadName { typed, near } => (
                    "new-bad-name",
                    vec![
                        ("typed", typed.as_str().into()),
                        ("near", near.as_deref().unwrap_or("none").into()),
                    ],
                ),
                Refusal::Taken { id, source } => {
                    let message = if self.is_draft(id) { "new-taken-draft" } else { "new-taken" };
                    (message, vec![("id", id.as_str().into()), ("path", source.as_str().into())])
                }
                Refusal::Pages => ("new-pages", vec![]),
                Refusal::InDocument(folder) => ("new-in-document", vec![("folder", folder.as_str().into())]),
            };
            self.words.say(id, &arguments)
        })
    }

    /// Whether nothing of a document is decided yet.
    fn is_draft(&self, id: &DocId) -> bool {
        let document = self.content.documents.get(id);
        document.is_some_and(|it| !it.versions.is_empty() && it.versions.iter().all(|it| it.draft))
    }

    fn stuck(&self, stuck: &Stuck) -> String {
        let say = |id: &str, arguments: &[(&str, Value)]| self.words.say(id, arguments);
        match stuck {
            Stuck::FolderTaken(path) => say("new-folder-taken", &[("path", path.as_str().into())]),
            Stuck::Unreadable(path) => say("new-unreadable", &[("path", path.as_str().into())]),
            Stuck::Link { path, target } => {
                say("new-stuck-link", &[("path", path.as_str().into()), ("target", target.as_str().into())])
            }
        }
    }
}

fn in_tongue(tongue: Tongue, [swedish, english]: [&'static str; 2]) -> &'static str {
    match tongue {
        Tongue::Swedish => swedish,
        Tongue::English => english,
    }
}

fn unfit(trouble: String) -> Error {
    Error::Unfit { command: VERB.name, troubles: vec![trouble] }
}
