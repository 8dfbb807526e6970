//! `stadga serve`: the website in a browser while somebody writes, made anew whenever a file is saved.

use std::convert::Infallible;
use std::io::{self, IsTerminal as _};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use clap::{Arg, ArgAction, value_parser};
use tokio::sync::oneshot;

use crate::shell::args::{Call, Exit, Verb, content_options, flag, option};
use crate::shell::error::Error;
use crate::shell::preview::desk::{Desk, Round, Wishes};
use crate::shell::preview::editor::Editor;
use crate::shell::preview::events::Streams;
use crate::shell::preview::hosts::{Hosts, is_host};
use crate::shell::preview::port::{self, Port};
use crate::shell::preview::server::{Server, serve};
use crate::shell::preview::view::{OWN, View};
use crate::shell::preview::watch::Watching;
use crate::shell::preview::worker::{Job, told};
use crate::shell::read;
use crate::shell::terminal::{answer, tell};
use crate::shell::words::Words;

/// The command.
pub const VERB: Verb = Verb { name: "serve", parts: &[], options, run };

/// Where a browser finds the preview, if nobody says otherwise.
pub const HOST: &str = "127.0.0.1";
/// At which port.
pub const PORT: u16 = 4000;
/// So many pages are made at once, and so many files read.
const HANDS: usize = 16;

fn options(words: &'static Words) -> Vec<Arg> {
    let host = |name: &'static str, help: &str| {
        option(name, "host", help, words)
            .value_parser(|text: &str| if is_host(text) { Ok(text.to_owned()) } else { Err(text.to_owned()) })
    };
    let network = words.label("heading-network");
    let mut options: Vec<Arg> = [
        option("port", "port", "serve-help-port", words).value_parser(value_parser!(u16)),
        host("host", "serve-help-host"),
        host("allow-host", "serve-help-allow-host").action(ArgAction::Append),
    ]
    .map(|arg| arg.help_heading(network))
    .into();
    // Drafts are with it already: who asks for them is not refused, but need not read of it.
    options.extend(content_options(words).into_iter().map(|arg| match arg.get_id().as_str() {
        "date" => arg.help(words.text("serve-help-date")),
        "drafts" => arg.hide(true),
        _ => arg,
    }));
    let without = flag("no-drafts", words).conflicts_with("drafts");
    options.push(without.help_heading(words.label("heading-content")));
    options.push(flag("open", words));
    options.push(flag("poll", words));
    options.push(
        option("editor", "editor", "serve-help-editor", words)
            .value_parser(|text: &str| Editor::parse(text).ok_or_else(|| text.to_owned())),
    );
    options
}

fn run(call: &Call) -> Result<Exit, Error> {
    let root = read::locate(call.disk, call.site())?;
    let text = |name: &str| call.matches.get_one::<String>(name).map(String::as_str);
    let host = text("host").unwrap_or(HOST);
    let wanted = call.matches.get_one("port").copied().unwrap_or(PORT);
    let (listener, port) = port::listen(host, wanted)?;
    let allowed = call.matches.get_many::<String>("allow-host").into_iter().flatten();
    let hosts = Hosts::new(host, port.is_beyond(), allowed.map(String::as_str));

    let options = call.options();
    let desk = Arc::new(Desk::new(Wishes {
        root: root.clone(),
        url: if port.is_beyond() { port.url_for_others() } else { port.url() },
        // Who leaves them out for others on the network means it; alone one may look at both.
        may_show_drafts: !call.flag("no-drafts") || !port.is_beyond(),
        usual: View { date: options.date, drafts: !call.flag("no-drafts") },
        base_url: options.base_url,
        editor: call.matches.get_one("editor").cloned().unwrap_or_default(),
        language: call.language,
    }));
    let job = Job {
        disk: call.disk,
        root: root.clone(),
        poll: call.flag("poll"),
        language: call.language,
        desk: Arc::clone(&desk),
    };
    let server =
        Server { desk: Arc::clone(&desk), disk: call.disk, root, hosts, streams: Streams::default() };
    let (worker, breaks) = start(job, port, wanted, call.flag("open"));

    let end = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(HANDS)
        .build()
        .and_then(|runtime| {
            let end = runtime.block_on(until_end(serve(listener, Arc::new(server)), breaks));
            // Whoever still waits for a page waits in vain.
            runtime.shutdown_background();
            end
        });
    match end.map_err(|source| Error::NoHost { host: host.to_owned(), source })? {
        End::Asked => {}
        // A preview that no longer follows the files would show what is not so.
        End::Broken => {
            if let Err(panic) = worker.join() {
                std::panic::resume_unwind(panic);
            }
        }
    }
    let after_key = if io::stderr().is_terminal() { "\n" } else { "" };
    tell(&format!("{after_key}{}\n", desk.words().text("serve-ended")));
    Ok(Exit::Fine)
}

/// Why the preview ends.
enum End {
    /// Somebody pressed Ctrl+C.
    Asked,
    /// The worker has broken down.
    Broken,
}

/// Sets the worker to work; what comes with it is told when it ends, which it never does of itself.
fn start(job: Job, port: Port, wanted: u16, open: bool) -> (JoinHandle<()>, oneshot::Receiver<Infallible>) {
    let (alive, breaks) = oneshot::channel();
    let worker = thread::spawn(move || {
        let _alive = alive;
        job.work(
            |words, watching| opening(words, &port, wanted, watching),
            |words, round| opened(words, &port, round, open),
        );
    });
    (worker, breaks)
}

async fn until_end(
    serving: impl Future<Output = io::Result<Infallible>>,
    breaks: oneshot::Receiver<Infallible>,
) -> io::Result<End> {
    tokio::select! {
        asked = tokio::signal::ctrl_c() => asked.map(|()| End::Asked),
        Err(error) = serving => Err(error),
        Err(_) = breaks => Ok(End::Broken),
    }
}

/// Where the preview is, how it follows the files, and how it is ended.
fn opening(words: &Words, port: &Port, wanted: u16, watching: &Watching) {
    // Nobody who reads this line needs it more than whoever reads the rest.
    let _ = answer(&(words.say("serve-address", &[("url", port.url().into())]) + "\n"));
    let mut lines = Vec::new();
    if port.is_next {
        let now = port.address.port().to_string();
        let arguments = [("wanted", wanted.to_string().into()), ("port", now.into())];
        lines.push(words.say("serve-next-port", &arguments));
    }
    if port.is_beyond() {
        lines.push(words.say("serve-beyond", &[("url", port.url_for_others().into())]));
    }
    lines.push(told(words, watching));
    lines.push(words.text("serve-end"));
    tell(&(lines.join("\n") + "\n"));
}

/// What was found in the site, and where to read it.
fn opened(words: &Words, port: &Port, round: Round, open: bool) {
    let counts = round.counts.words(words);
    let all = format!("{}{}", port.url(), &OWN[1..]);
    if round.broken {
        tell(&(words.say("serve-broken", &[("counts", counts.into()), ("url", all.into())]) + "\n"));
    } else if !counts.is_empty() {
        tell(&(words.say("serve-faults", &[("counts", counts.into()), ("url", all.into())]) + "\n"));
    }
    if open && open::that_detached(port.url()).is_err() {
        tell(&(words.text("serve-not-opened") + "\n"));
    }
}
