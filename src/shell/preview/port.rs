//! Where the preview listens: at the port asked for, or the next that is free.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, ToSocketAddrs as _, UdpSocket};

use crate::shell::error::Error;

/// So many ports after the first are tried.
const NEXT: u16 = 20;

/// A port that is listened at.
pub struct Port {
    /// Where it is.
    pub address: SocketAddr,
    /// Another than the one asked for, which somebody else holds.
    pub is_next: bool,
}

/// Listens at a name or an address of this computer.
///
/// # Errors
/// [`Error::NoHost`] if it is not one of this computer's, [`Error::NoPort`] if no port is free.
pub fn listen(host: &str, first: u16) -> Result<(TcpListener, Port), Error> {
    let no_host = |source| Error::NoHost { host: host.to_owned(), source };
    let name = host.trim_start_matches('[').trim_end_matches(']');
    let mut known = (name, first).to_socket_addrs().map_err(no_host)?;
    let ip = known.next().ok_or_else(|| no_host(ErrorKind::NotFound.into()))?.ip();
    let last = first.saturating_add(if first == 0 { 0 } else { NEXT });
    let mut refused = io::Error::from(ErrorKind::AddrInUse);
    for port in first..=last {
        let bound = TcpListener::bind((ip, port)).and_then(|it| Ok((it.local_addr()?, it)));
        match bound {
            Ok((address, listener)) => return Ok((listener, Port { address, is_next: port != first })),
            // Windows keeps some ports to itself and says that one may not.
            Err(error) if [ErrorKind::AddrInUse, ErrorKind::PermissionDenied].contains(&error.kind()) => {
                refused = error;
            }
            Err(error) => return Err(no_host(error)),
        }
    }
    Err(Error::NoPort { first, last, source: refused })
}

impl Port {
    /// Whether others than this computer can reach it.
    pub fn is_beyond(&self) -> bool {
        !self.address.ip().to_canonical().is_loopback()
    }

    /// The address for a browser on this computer.
    pub fn url(&self) -> String {
        let port = self.address.port();
        if self.address.ip().is_unspecified() {
            format!("http://localhost:{port}/")
        } else {
            format!("http://{}/", self.address)
        }
    }

    /// The address for a browser on another computer in the network.
    pub fn url_for_others(&self) -> String {
        let ip = match self.address.ip() {
            ip if ip.is_unspecified() => own_address().unwrap_or(ip),
            ip => ip,
        };
        format!("http://{}/", SocketAddr::new(ip, self.address.port()))
    }
}

/// The address that this computer speaks from. Nothing is sent: a way is only chosen.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    Some(socket.local_addr().ok()?.ip())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_gives_the_next() {
        let (_held, one) = listen("127.0.0.1", 0).unwrap();
        let port = one.address.port();
        let (_, two) = listen("127.0.0.1", port).unwrap();
        assert!(two.is_next && two.address.port() > port && !one.is_next);
        assert!(!two.is_beyond());
        assert_eq!(one.url(), format!("http://127.0.0.1:{port}/"));
    }

    #[test]
    fn what_is_not_this_computers_is_said() {
        for host in ["192.0.2.1", "finns.inte.invalid"] {
            assert!(matches!(listen(host, 0), Err(Error::NoHost { .. })), "{host}");
        }
    }

    #[test]
    fn who_listens_everywhere_has_an_address_of_its_own_here_and_for_others() {
        let (_, port) = listen("0.0.0.0", 0).unwrap();
        assert!(port.is_beyond());
        assert!(port.url().starts_with("http://localhost:"));
        assert!(!port.url_for_others().contains("localhost"));
    }
}
