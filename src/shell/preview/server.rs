//! Speaks HTTP: who is answered, with which headers, and how many at a time. What is answered lies
//! on the desk.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

use crate::model::address::decode;
use crate::shell::disk::Disk;
use crate::shell::preview::answer::Answer;
use crate::shell::preview::attachment::Attachment;
use crate::shell::preview::desk::Desk;
use crate::shell::preview::events::Streams;
use crate::shell::preview::hosts::Hosts;
use crate::shell::preview::kind;
use crate::shell::preview::patient::Patient;
use crate::shell::preview::range::{Part, is_held, part};
use crate::shell::preview::refusal::refusal;
use crate::shell::words::Value;

/// Where browsers listen for changes.
const EVENTS: &str = "/_stadga/handelser";
/// More connections are not open at once; whoever comes then waits for one to end.
const MOST_CONNECTIONS: usize = 512;
/// A request must have come within this time, and a connection may be idle for it.
const IDLE: Duration = Duration::from_secs(10);
/// No address and no header that a browser sends is near this.
const LONGEST_HEAD: usize = 64 << 10;

type Body = Either<Full<Bytes>, Channel<Bytes>>;

/// What answers.
pub struct Server {
    /// What is shown.
    pub desk: Arc<Desk>,
    /// The file system that attachments are read from.
    pub disk: &'static dyn Disk,
    /// The site's folder, without links in its path.
    pub root: PathBuf,
    /// By which names it answers.
    pub hosts: Hosts,
    /// Who listens for changes.
    pub streams: Streams,
}

/// Answers whoever comes, for ever.
///
/// # Errors
/// The system does not let go of the port.
pub async fn serve(listener: TcpListener, server: Arc<Server>) -> io::Result<Infallible> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let room = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&room).acquire_owned().await else { continue };
        match listener.accept().await {
            Ok((stream, _)) => {
                let _ = stream.set_nodelay(true);
                let connection = connection(Patient::new(stream), Arc::clone(&server));
                tokio::spawn(async move {
                    connection.await;
                    drop(place);
                });
            }
            // Whoever came has gone, or the system has no room just now.
            Err(_) => sleep(Duration::from_millis(20)).await,
        }
    }
}

fn connection(stream: Patient, server: Arc<Server>) -> impl Future<Output = ()> {
    let respond = service_fn(move |request| {
        let server = Arc::clone(&server);
        async move { Ok::<_, Infallible>(server.respond(request).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(IDLE)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(stream), respond);
    async {
        // What goes wrong on the way is for the browser to see: nobody here can mend it.
        let _ = connection.await;
    }
}

impl Server {
    async fn respond(self: Arc<Self>, request: Request<Incoming>) -> Response<Body> {
        if let Err(host) = self.host(&request) {
            return self.refuse(StatusCode::FORBIDDEN, "refused-host", &[("host", host.into())]);
        }
        if ![Method::GET, Method::HEAD].contains(request.method()) {
            let mut response = self.refuse(StatusCode::METHOD_NOT_ALLOWED, "refused-method", &[]);
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return response;
        }
        if request.uri().path() == EVENTS {
            return self.events(&request);
        }
        let server = Arc::clone(&self);
        // Making a page takes a while, and the disk too: others are answered meanwhile.
        let answered = spawn_blocking(move || server.answer(&request)).await;
        answered.unwrap_or_else(|_| self.refuse(StatusCode::INTERNAL_SERVER_ERROR, "refused-broken", &[]))
    }

    /// The name that this computer is asked by must be one of ours, wherever it stands.
    fn host(&self, request: &Request<Incoming>) -> Result<(), String> {
        let mut headers = request.headers().get_all(header::HOST).iter();
        let (named, more) = (headers.next(), headers.next());
        let named = named.filter(|_| more.is_none()).and_then(|host| host.to_str().ok()).unwrap_or_default();
        let in_address = request.uri().authority().map(hyper::http::uri::Authority::as_str);
        match [named].into_iter().chain(in_address).find(|host| !self.hosts.allow(host)) {
            Some(host) => Err(host.to_owned()),
            None => Ok(()),
        }
    }

    fn events(&self, request: &Request<Incoming>) -> Response<Body> {
        let body = if request.method() == Method::HEAD {
            Either::Left(Full::default())
        } else {
            Either::Right(self.streams.open(self.desk.editions()))
        };
        let headers = [
            (header::CONTENT_TYPE, "text/event-stream; charset=utf-8"),
            (header::CACHE_CONTROL, "no-store"),
            // A stream that ends takes its connection with it.
            (header::CONNECTION, "close"),
        ];
        response(StatusCode::OK, headers, body)
    }

    fn answer(&self, request: &Request<Incoming>) -> Response<Body> {
        let path = decode(request.uri().path());
        match self.desk.answer(&path, request.uri().query().unwrap_or_default()) {
            Answer::Page { status, kind, bytes, tag } => {
                let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
                let tag = format!("\"{tag}\"");
                if status.is_success() && is_held(request.headers(), &tag) {
                    return unchanged(&tag);
                }
                whole(status, kind, &tag, Either::Left(Full::from(bytes)))
            }
            Answer::File { path, kind } => self.file(request, &path, kind).unwrap_or_else(|error| {
                if error.kind() == io::ErrorKind::NotFound {
                    return self.refuse(StatusCode::NOT_FOUND, "refused-gone", &[]);
                }
                let reason = error.to_string();
                self.refuse(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "refused-unreadable",
                    &[("reason", reason.into())],
                )
            }),
            Answer::Redirect { to } => {
                // Another site may stand at this port tomorrow.
                let headers = [(header::LOCATION, to.as_str()), (header::CACHE_CONTROL, "no-store")];
                response(StatusCode::PERMANENT_REDIRECT, headers, Either::Left(Full::default()))
            }
        }
    }

    /// A file of the site's folder, or the part of it that is asked for.
    fn file(&self, request: &Request<Incoming>, path: &Path, kind: &str) -> io::Result<Response<Body>> {
        let mut file = Attachment::open(self.disk, &self.root, path)?;
        if is_held(request.headers(), &file.tag) {
            return Ok(unchanged(&file.tag));
        }
        // Letters written otherwise are left for the browser to guess.
        let is_utf8 = kind.starts_with("text/") && file.is_utf8()?;
        let kind = if is_utf8 { format!("{kind}; charset=utf-8") } else { kind.to_owned() };
        let (length, is_get) = (file.length, request.method() == Method::GET);
        let asked = if is_get { part(request.headers(), &file.tag, length) } else { Part::Whole };
        let (status, first, count) = match asked {
            Part::Whole => (StatusCode::OK, 0, length),
            Part::Some(first, last) => (StatusCode::PARTIAL_CONTENT, first, last - first + 1),
            Part::Nothing => (StatusCode::RANGE_NOT_SATISFIABLE, 0, 0),
        };
        let tag = file.tag.clone();
        let body = if is_get && count > 0 {
            Either::Right(file.send(first, count)?)
        } else {
            Either::Left(Full::default())
        };
        let mut response = whole(status, &kind, &tag, body);
        let range = match asked {
            Part::Whole => None,
            Part::Some(first, last) => Some(format!("bytes {first}-{last}/{length}")),
            Part::Nothing => Some(format!("bytes */{length}")),
        };
        let more = [
            (header::ACCEPT_RANGES, Some("bytes".to_owned())),
            (header::CONTENT_LENGTH, Some(count.to_string())),
            (header::CONTENT_RANGE, range),
        ];
        add(&mut response, more.iter().filter_map(|(name, value)| Some((name.clone(), value.as_deref()?))));
        Ok(response)
    }

    /// A page that says why there is no other.
    fn refuse(&self, status: StatusCode, id: &str, arguments: &[(&str, Value)]) -> Response<Body> {
        let page = refusal(self.desk.words(), id, arguments);
        let headers =
            [(header::CONTENT_TYPE, kind::of_made("index.html")), (header::CACHE_CONTROL, "no-store")];
        response(status, headers, Either::Left(Full::from(page)))
    }
}

fn whole(status: StatusCode, kind: &str, tag: &str, body: Body) -> Response<Body> {
    let headers = [(header::CONTENT_TYPE, kind), (header::ETAG, tag), (header::CACHE_CONTROL, "no-cache")];
    response(status, headers, body)
}

fn unchanged(tag: &str) -> Response<Body> {
    let headers = [(header::ETAG, tag), (header::CACHE_CONTROL, "no-cache")];
    response(StatusCode::NOT_MODIFIED, headers, Either::Left(Full::default()))
}

fn response<const N: usize>(
    status: StatusCode,
    headers: [(HeaderName, &str); N],
    body: Body,
) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    // Drafts are for whoever came here, not for a page of another site that shows this one within it.
    let always = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    add(&mut response, headers.into_iter().chain(always));
    response
}

fn add<'a>(response: &mut Response<Body>, headers: impl IntoIterator<Item = (HeaderName, &'a str)>) {
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    }
}
