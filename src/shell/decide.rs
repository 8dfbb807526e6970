//! `stadga decide`: writes a decision into the file it belongs to. Asks for what is missing where
//! somebody can answer, and tells what holds afterwards.

use clap::{Arg, ArgMatches};
use jiff::Timestamp;

use crate::base::fault::Severity;
use crate::base::snapshot::Snapshot;
use crate::build::{self, Options};
use crate::edit::change::{Change, applied};
use crate::edit::decide::{Decided, Note, Stop, decide, document};
use crate::edit::head::Tongue;
use crate::edit::order::{DEEDS, Deed, Field, Order, Trouble, readable};
use crate::edit::target::Site;
use crate::model::address::Address;
use crate::model::decision::Act;
use crate::model::id::DocId;
use crate::model::life::Life;
use crate::model::version::Version;
use crate::shell::args::{Call, Exit, Verb, flag};
use crate::shell::ask::{Asker, Choice};
use crate::shell::edit::{Desk, Outcome};
use crate::shell::error::{Error, list};
use crate::shell::read;
use crate::shell::report;
use crate::shell::terminal::tell;
use crate::shell::words::{Language, Value, Words};
use crate::site::library::{Library, document_title};
use crate::site::sheet::Sheet;
use crate::site::standing;

/// The command.
pub const VERB: Verb = Verb { name: "decide", parts: &[], options, run };

fn options(words: &'static Words) -> Vec<Arg> {
    let help = |name: &str| words.text(&format!("decide-help-{name}"));
    let heading = words.label("heading-decision");
    let mut options: Vec<Arg> = Field::ALL
        .into_iter()
        .enumerate()
        .map(|(order, field)| {
            let name = field.slug();
            let arg = Arg::new(name).help(help(name)).help_heading(heading).display_order(order);
            match field {
                Field::Document => arg.value_name(words.label("value-document")),
                Field::Act => arg.value_name(words.label("value-act")),
                Field::Date | Field::Until => arg.long(name).value_name(words.label("value-date")),
                _ => arg.long(name).value_name(words.label("value-text")),
            }
        })
        .collect();
    options.push(flag("yes", words));
    options
}

fn order(matches: &ArgMatches) -> Order {
    let mut order = Order::default();
    for field in Field::ALL {
        if let Some(text) = matches.get_one::<String>(field.slug()) {
            order.set(field, text.clone());
        }
    }
    order
}

fn run(call: &Call) -> Result<Exit, Error> {
    let root = read::locate(call.disk, call.site())?;
    let snapshot = read::read(call.disk, &root, Timestamp::now()).snapshot;
    let words = call.words(&snapshot);
    let build = build::build(&snapshot, &Options::default());
    let Some(library) = build.library() else {
        let mut errors = build.faults.clone();
        errors.retain(|fault| fault.code.severity() == Severity::Error);
        tell(&report::human(&errors, &snapshot, words));
        return Ok(Exit::Faults);
    };
    let secretary = Secretary { snapshot: &snapshot, library, words };
    let mut order = order(call.matches);
    let mut asker = Asker::on_terminal(words, call.flag("yes"));
    if let Some(asker) = &mut asker {
        secretary.ask(asker, &mut order)?;
    }
    let decided = match secretary.decide(asker.as_mut(), &mut order)? {
        Ok(decided) => decided,
        Err(Stop::Faults(faults)) => {
            tell(&report::human(&faults, &snapshot, words));
            return Ok(Exit::Faults);
        }
        Err(Stop::Troubles(troubles)) => {
            let troubles = troubles.iter().map(|trouble| secretary.trouble(trouble)).collect();
            return Err(Error::Unfit { command: VERB.name, troubles });
        }
    };
    for note in &decided.notes {
        tell(&(secretary.note(note) + "\n"));
    }
    let desk = Desk { disk: call.disk, root: &root, snapshot: &snapshot, words };
    let outcome = desk.carry_out(&decided.changes, asker.as_mut())?;
    if outcome == Outcome::Written {
        tell(&secretary.result(&decided));
    }
    Ok(outcome.exit())
}

/// Who asks, and tells in the words of the site.
struct Secretary<'a> {
    snapshot: &'a Snapshot,
    library: &'a Library,
    words: &'static Words,
}

impl Secretary<'_> {
    fn site(&self) -> Site<'_> {
        Site {
            snapshot: self.snapshot,
            config: &self.library.config,
            register: &self.library.register,
            drafts: &self.library.drafts,
            today: self.library.today,
        }
    }

    /// Asks for what is missing. Who has given all that is needed is asked for nothing more.
    fn ask(&self, asker: &mut Asker, order: &mut Order) -> Result<(), Error> {
        self.ask_document(asker, order)?;
        let deed = self.ask_deed(asker, order)?;
        let needed = |(field, must): &(Field, bool)| *must && order.get(*field).is_none();
        if order.get(Field::Date).is_some() && !deed.fields().iter().any(needed) {
            return Ok(());
        }
        if !self.is_fit(asker, deed, Field::Date, order) {
            let today = self.snapshot.today.to_string();
            self.ask_text(asker, order, deed, (Field::Date, true), Some(&today))?;
        }
        for (field, must) in deed.fields() {
            if order.is_answered(*field) && self.is_fit(asker, deed, *field, order) {
                continue;
            }
            match field {
                Field::By if *must && !self.library.config.bodies.is_empty() => {
                    order.set(Field::By, self.ask_body(asker)?);
                }
                _ => self.ask_text(asker, order, deed, (*field, *must), None)?,
            }
        }
        Ok(())
    }

    /// Whether a field is given and can be read; what cannot is told.
    fn is_fit(&self, asker: &mut Asker, deed: Deed, field: Field, order: &Order) -> bool {
        let Some(typed) = order.get(field) else { return order.is_answered(field) && field != Field::Date };
        match readable(field, deed, typed) {
            Ok(()) => true,
            Err(trouble) => {
                asker.say(&(self.trouble(&trouble) + "\n"));
                false
            }
        }
    }

    fn ask_document(&self, asker: &mut Asker, order: &mut Order) -> Result<(), Error> {
        let find = |typed: &str| match document(self.site(), typed) {
            Ok(_) => Ok(typed.to_owned()),
            Err(trouble) => Err(self.trouble(&trouble)),
        };
        let near = match order.get(Field::Document).map(|typed| document(self.site(), typed)) {
            Some(Ok(_)) => return Ok(()),
            Some(Err(trouble)) => {
                asker.say(&(self.trouble(&trouble) + "\n"));
                if let Trouble::UnknownDocument { near, .. } = trouble { near } else { Vec::new() }
            }
            None => Vec::new(),
        };
        let answer = if near.is_empty() {
            asker.text(&self.words.text("decide-ask-document"), None, find)?
        } else {
            let choice = |id: &DocId| Choice { value: id.to_string(), label: self.named(id) };
            let choices: Vec<Choice> = near.iter().map(choice).collect();
            asker.choice(&self.words.text("decide-ask-near"), &choices, find)?
        };
        order.set(Field::Document, answer);
        Ok(())
    }

    fn ask_deed(&self, asker: &mut Asker, order: &mut Order) -> Result<Deed, Error> {
        match order.get(Field::Act).map(Deed::parse) {
            Some(Ok(deed)) => return Ok(deed),
            Some(Err(trouble)) => asker.say(&(self.trouble(&trouble) + "\n")),
            None => {}
        }
        let choices = DEEDS.map(|deed| {
            let label = self.words.text(&format!("decide-act-{}", deed.word(Tongue::English)));
            Choice { value: self.word(deed).to_owned(), label }
        });
        let other = |typed: &str| match Deed::parse(typed) {
            Ok(deed) => Ok(self.word(deed).to_owned()),
            Err(trouble) => Err(self.trouble(&trouble)),
        };
        let answer = asker.choice(&self.words.text("decide-ask-act"), &choices, other)?;
        order.set(Field::Act, answer.clone());
        Deed::parse(&answer).map_err(|trouble| self.unfit(&trouble))
    }

    fn ask_body(&self, asker: &mut Asker) -> Result<String, Error> {
        let bodies = self.library.config.bodies.iter().filter(|body| body.until.is_none());
        let choices: Vec<Choice> =
            bodies.map(|body| Choice { value: body.name.clone(), label: body.name.clone() }).collect();
        let needed = self.words.text("decide-needed");
        asker.choice(&self.words.text("decide-ask-by"), &choices, |typed| {
            if typed.is_empty() { Err(needed.clone()) } else { Ok(typed.to_owned()) }
        })
    }

    fn ask_text(
        &self,
        asker: &mut Asker,
        order: &mut Order,
        deed: Deed,
        (field, must): (Field, bool),
        default: Option<&str>,
    ) -> Result<(), Error> {
        let question = match (field, deed) {
            (Field::By, Deed::Corrected) => "corrector",
            (Field::Until, Deed::Act(Act::Repealed)) => "last-day",
            (Field::Until, Deed::Act(Act::Reviewed)) => "next-review",
            _ => field.slug(),
        };
        let question = self.words.text(&format!("decide-ask-{question}"));
        let answer = asker.text(&question, default, |typed| match typed {
            "" if must => Err(self.words.text("decide-needed")),
            "" => Ok(String::new()),
            _ => match readable(field, deed, typed) {
                Ok(()) => Ok(typed.to_owned()),
                Err(trouble) => Err(self.trouble(&trouble)),
            },
        })?;
        order.set(field, answer);
        Ok(())
    }

    /// Works it out; which of several versions is meant can be asked.
    fn decide(&self, asker: Option<&mut Asker>, order: &mut Order) -> Result<Result<Decided, Stop>, Error> {
        let decided = decide(self.site(), order);
        let (Err(Stop::Troubles(troubles)), Some(asker)) = (&decided, asker) else { return Ok(decided) };
        let [Trouble::WhichVersion(versions)] = troubles.as_slice() else { return Ok(decided) };
        let choice =
            |version: &_| Choice { value: ToString::to_string(version), label: ToString::to_string(version) };
        let choices: Vec<Choice> = versions.iter().map(choice).collect();
        let again = |_: &str| Err(self.words.text("decide-needed"));
        order.set(Field::Version, asker.choice(&self.words.text("decide-ask-version"), &choices, again)?);
        Ok(decide(self.site(), order))
    }

    fn unfit(&self, trouble: &Trouble) -> Error {
        Error::Unfit { command: VERB.name, troubles: vec![self.trouble(trouble)] }
    }

    fn word(&self, deed: Deed) -> &'static str {
        deed.word(match self.words.language {
            Language::Swedish => Tongue::Swedish,
            Language::English => Tongue::English,
        })
    }

    /// `it-policy (IT-policy)`
    fn named(&self, id: &DocId) -> String {
        match self.library.register.work(id) {
            Some(work) => format!("{id} ({})", document_title(work, self.library.today)),
            None => id.to_string(),
        }
    }

    fn trouble(&self, trouble: &Trouble) -> String {
        let say = |id: &str, arguments: &[(&str, Value)]| self.words.say(id, arguments);
        let names = |names: &[String]| if names.is_empty() { "none".into() } else { list(names, self.words) };
        let typed_by = |typed: &String| ("typed", Value::from(typed.clone()));
        match trouble {
            Trouble::Missing(field) => say("decide-missing", &[("field", field.slug().into())]),
            Trouble::Unwanted(field, deed) => {
                let act = self.word(*deed);
                say("decide-unwanted", &[("field", field.slug().into()), ("act", act.into())])
            }
            Trouble::UnknownAct { typed, near } => {
                let near = near.clone().unwrap_or_else(|| "none".into());
                let known = DEEDS.map(|deed| self.word(deed)).join(", ");
                let arguments = [typed_by(typed), ("near", near.into()), ("known", known.into())];
                say("decide-unknown-act", &arguments)
            }
            Trouble::Adopted => say("decide-adopted", &[]),
            Trouble::UnknownDocument { typed, near } => {
                let near: Vec<String> = near.iter().map(|id| self.named(id)).collect();
                say("decide-unknown-document", &[typed_by(typed), ("near", names(&near).into())])
            }
            Trouble::Draft { typed } => say("decide-draft", &[typed_by(typed)]),
            Trouble::Twice(paths) => say("decide-twice", &[("paths", list(paths, self.words).into())]),
            Trouble::UnknownVersion { typed, known } => {
                say("decide-unknown-version", &[typed_by(typed), ("known", list(known, self.words).into())])
            }
            Trouble::WhichVersion(known) => {
                say("decide-which-version", &[("known", list(known, self.words).into())])
            }
            Trouble::NotADate { typed } => say("decide-not-a-date", &[typed_by(typed)]),
            Trouble::NotAnAddress { typed } => say("decide-not-an-address", &[typed_by(typed)]),
            Trouble::BeforeAdoption(adopted) => {
                say("decide-before-adoption", &[("adopted", adopted.ascii().into())])
            }
            Trouble::OpenEnded => say("decide-open-ended", &[]),
            Trouble::NotLonger(last) => say("decide-not-longer", &[("last", last.to_string().into())]),
            Trouble::UntilPast => say("decide-until-past", &[]),
            Trouble::AlreadyEnded(date) => say("decide-already-ended", &[("date", date.ascii().into())]),
            Trouble::NothingToReinstate => say("decide-nothing-to-reinstate", &[]),
            Trouble::AlreadyWritten => say("decide-already-written", &[]),
            Trouble::NoList(path) => say("decide-no-list", &[("path", path.as_str().into())]),
        }
    }

    fn note(&self, note: &Note) -> String {
        let say = |id: &str, arguments: &[(&str, Value)]| self.words.say(id, arguments);
        match note {
            Note::OldName(id) => say("decide-note-old-name", &[("id", id.as_str().into())]),
            Note::Withdrawn => say("decide-note-withdrawn", &[]),
            Note::UnknownBody { typed, near } => say(
                "decide-note-unknown-body",
                &[("typed", typed.as_str().into()), ("near", near.as_str().into())],
            ),
            Note::NoEndStated => say("decide-note-no-end", &[]),
        }
    }

    /// What holds now and before, in the words of the site, and where it is written.
    fn result(&self, decided: &Decided) -> String {
        let after = build::build(&applied(self.snapshot, &decided.changes), &Options::default());
        let before = found(self.library, decided).map(|it| sentence(self.library, decided, it));
        let mut lines = Vec::new();
        if let Some((library, found)) = after.library().and_then(|it| Some((it, found(it, decided)?))) {
            let (version, life) = found;
            let title = version.title.as_deref().unwrap_or(decided.id.as_str());
            let now = sentence(library, decided, found);
            let mut arguments = vec![("title", Value::from(title)), ("now", now.as_str().into())];
            match before.filter(|before| *before != now) {
                Some(before) => {
                    arguments.push(("before", before.into()));
                    lines.push(self.words.say("decide-result", &arguments));
                }
                None => lines.push(self.words.say("decide-result-same", &arguments)),
            }
            let was_due =
                self::found(self.library, decided).and_then(|(_, life)| *life.due.on(library.today));
            if let Some(due) = life.due.on(library.today).filter(|due| Some(*due) != was_due) {
                lines.push(self.words.say("decide-review", &[("date", due.to_string().into())]));
            }
        }
        let paths: Vec<&str> = decided
            .changes
            .iter()
            .map(|change| match change {
                Change::Create { path, .. }
                | Change::Rewrite { path, .. }
                | Change::Normalise { path }
                | Change::Move { to: path, .. } => path.as_str(),
            })
            .collect();
        lines.push(self.words.say("decide-written", &[("paths", list(&paths, self.words).into())]));
        lines.join("\n") + "\n"
    }
}

fn found<'a>(library: &'a Library, decided: &Decided) -> Option<(&'a Version, &'a Life)> {
    library.register.work(&decided.id)?.version(&decided.version)
}

fn sentence(library: &Library, decided: &Decided, (version, life): (&Version, &Life)) -> String {
    let sheet = Sheet::new(library, Address::Document(decided.id.clone()));
    standing::state(&sheet, version, life).sentence
}
