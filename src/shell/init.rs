//! `stadga init`: a small site to begin with.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Arg;
use include_dir::{Dir, include_dir};
use jiff::Timestamp;

use crate::base::path::SitePath;
use crate::edit::change::Change;
use crate::edit::starter::{self, Beginning};
use crate::model::config::BaseUrl;
use crate::model::shape::SETTINGS;
use crate::shell::apply::apply;
use crate::shell::args::{Call, Exit, Verb, base_url, flag, option};
use crate::shell::ask::Asker;
use crate::shell::disk::Disk;
use crate::shell::error::{Act, Context as _, Error};
use crate::shell::read;
use crate::shell::schema;
use crate::shell::terminal::tell;
use crate::shell::words::{Language, Words};

/// The command.
pub const VERB: Verb = Verb { name: "init", parts: &[], options, run };

static SWEDISH: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/shell/starter/sv");
static ENGLISH: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/shell/starter/en");

/// What the first line of the settings names.
const SCHEMA: &str = "stadga.schema.json";

fn options(words: &'static Words) -> Vec<Arg> {
    let folder = Arg::new("folder")
        .value_name(words.label("value-folder"))
        .value_parser(clap::value_parser!(PathBuf))
        .help(words.text("help-folder"));
    vec![folder, option("name", "name", "help-name", words), base_url(words), flag("yes", words)]
}

fn run(call: &Call) -> Result<Exit, Error> {
    let root = call.matches.get_one::<PathBuf>("folder").map_or(call.site(), PathBuf::as_path);
    let words = Words::of(call.language.unwrap_or(Language::Swedish));
    refuse_strangers(call.disk, root, None)?; // before any question: nobody likes to answer in vain
    let name = match call.matches.get_one::<String>("name").map(|name| name.trim()) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => asked_name(Asker::on_terminal(words, call.flag("yes")), words)?,
    };
    let address = call.matches.get_one::<BaseUrl>("base-url").map(|base| base.url.as_str());
    let before = read::read(call.disk, root, Timestamp::now()).snapshot;
    let files = files(words, &Beginning { name: &name, address, today: before.today });
    refuse_strangers(call.disk, root, Some(&files))?;

    call.disk.make_folder(root).on(Act::Write, root)?;
    let there = |path: &SitePath, text: &str| {
        call.disk.read(&root.join(path.as_str())).is_ok_and(|bytes| bytes == text.as_bytes())
    };
    let missing = files.iter().filter(|(path, text)| !there(path, text)).cloned();
    let changes: Vec<Change> = missing.map(|(path, text)| Change::Create { path, text }).collect();
    apply(call.disk, root, &before, &changes)?;
    tell(&closing(root, &files, words));
    Ok(Exit::Fine)
}

/// The files of a new site in a language.
pub fn files(words: &Words, beginning: &Beginning) -> Vec<(SitePath, String)> {
    let folder = match words.language {
        Language::Swedish => &SWEDISH,
        Language::English => &ENGLISH,
    };
    let mut templates = Vec::new();
    collect(folder, &mut templates);
    let mut files = starter::files(templates.iter().map(|(path, text)| (path.as_str(), *text)), beginning);
    files.insert(0, (SitePath::new(SCHEMA), schema::text(&schema::alone(&SETTINGS))));
    files
}

fn collect(folder: &'static Dir<'static>, found: &mut Vec<(String, &'static str)>) {
    for file in folder.files() {
        // The path is the builder's own: on Windows with its own separators.
        let path = file.path().to_string_lossy().replace('\\', "/");
        found.extend(file.contents_utf8().map(|text| (path, text)));
    }
    folder.dirs().for_each(|folder| collect(folder, found));
}

fn asked_name(asker: Option<Asker>, words: &Words) -> Result<String, Error> {
    let missing = || Error::Unfit { command: VERB.name, troubles: vec![words.text("init-missing-name")] };
    let mut asker = asker.ok_or_else(missing)?;
    asker.text(&words.text("init-ask-name"), None, |name| match name.trim() {
        "" => Err(words.text("init-name-empty")),
        name => Ok(name.to_owned()),
    })
}

/// A site is begun in an empty folder. Hidden files may be there, and those of the very same site
/// that an earlier run was writing when it was cut off: it had not come to the settings.
fn refuse_strangers(disk: &dyn Disk, root: &Path, ours: Option<&[(SitePath, String)]>) -> Result<(), Error> {
    let top = match disk.names(root) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        names => names.on(Act::Read, root)?,
    };
    let visible = |name: &String| !name.starts_with('.');
    let places = ["content", "output", SCHEMA];
    let mut strangers: Vec<String> =
        top.into_iter().filter(visible).filter(|name| !places.contains(&name.as_str())).collect();
    for place in places.map(|name| root.join(name)).iter().filter(|it| disk.kind(it).is_ok()) {
        let hidden = |path: &Path| path.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'));
        for found in disk.walk(place, &mut |path, _| !hidden(path)) {
            let below = found.path.strip_prefix(root).unwrap_or(&found.path).to_string_lossy().into_owned();
            let name = below.replace('\\', "/");
            let is_ours = ours.is_none_or(|files| {
                let text = files.iter().find(|(path, _)| path.as_str() == name).map(|(_, text)| text);
                text.is_some_and(|text| disk.read(&found.path).is_ok_and(|it| it == text.as_bytes()))
            });
            if !is_ours {
                strangers.push(name);
            }
        }
    }
    if strangers.is_empty() {
        return Ok(());
    }
    Err(Error::NotEmpty { path: root.to_owned(), names: strangers })
}

fn closing(root: &Path, files: &[(SitePath, String)], words: &Words) -> String {
    let mut lines = vec![words.say("init-closing", &[("path", root.display().to_string().into())])];
    lines.extend(files.iter().map(|(path, _)| format!("  {path}")));
    let go = match root.display().to_string() {
        here if here == "." => String::new(),
        folder if folder.contains(' ') => format!("cd \"{folder}\"\n  "),
        folder => format!("cd {folder}\n  "),
    };
    lines.push(words.say("init-next", &[("go", go.into())]));
    lines.join("\n") + "\n"
}
