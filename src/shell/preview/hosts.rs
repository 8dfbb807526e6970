//! By which names the preview answers. A page somewhere else can make a browser ask this computer
//! under a name of its own (DNS rebinding), and would then read the drafts: such a name is refused.

use std::collections::BTreeSet;
use std::net::IpAddr;

/// The names and addresses that are answered.
#[derive(Clone, Debug)]
pub struct Hosts {
    names: BTreeSet<String>,
    addresses: BTreeSet<IpAddr>,
    /// Others on the network may ask: by any address, since no page can make up that.
    any_address: bool,
}

/// What stands before the port of a `Host` header.
#[derive(Debug, PartialEq, Eq)]
enum Host {
    Name(String),
    Address(IpAddr),
}

impl Hosts {
    /// This computer, the name or address that is listened at, and those allowed.
    pub fn new<'a>(listened: &'a str, beyond: bool, allowed: impl Iterator<Item = &'a str>) -> Self {
        let mut hosts = Self {
            names: BTreeSet::from(["localhost".into()]),
            addresses: BTreeSet::new(),
            any_address: beyond,
        };
        for host in allowed.chain([listened]) {
            match bare(host) {
                Some(Host::Name(name)) => drop(hosts.names.insert(name)),
                Some(Host::Address(address)) => drop(hosts.addresses.insert(address)),
                None => {}
            }
        }
        hosts
    }

    /// Whether a `Host` header, with or without its port, is one of ours.
    pub fn allow(&self, header: &str) -> bool {
        match parse(header) {
            Some(Host::Name(name)) => self.names.contains(&name),
            Some(Host::Address(address)) => {
                self.any_address || address.is_loopback() || self.addresses.contains(&address)
            }
            None => false,
        }
    }
}

/// Whether a text can be the name or address of a computer.
pub fn is_host(text: &str) -> bool {
    bare(text).is_some()
}

/// A host without port; an address of IPv6 may lack its brackets.
fn bare(text: &str) -> Option<Host> {
    match text.parse::<IpAddr>() {
        Ok(address) => Some(Host::Address(address.to_canonical())),
        Err(_) => parse(text).filter(|_| !text.ends_with(']') || text.starts_with('[')),
    }
}

fn parse(header: &str) -> Option<Host> {
    let (host, port) = match header.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?,
        None => header.split_at(header.find(':').unwrap_or(header.len())),
    };
    let digits = port.strip_prefix(':').unwrap_or(port);
    if !(port.is_empty() || port.starts_with(':')) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Ok(address) = host.parse::<IpAddr>() {
        return (address.is_ipv6() == header.starts_with('[')).then(|| Host::Address(address.to_canonical()));
    }
    let name = host.strip_suffix('.').unwrap_or(host).to_lowercase();
    let is_name = !name.is_empty()
        && !header.starts_with('[')
        && name.chars().all(|letter| letter.is_alphanumeric() || "-._".contains(letter));
    is_name.then_some(Host::Name(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_computer_is_answered_and_nobody_elses_name() {
        let hosts = Hosts::new("127.0.0.1", false, std::iter::empty());
        for good in [
            "localhost",
            "LOCALHOST:4000",
            "localhost.",
            "127.0.0.1:4000",
            "127.1.2.3",
            "[::1]:4000",
            "[::1]",
        ] {
            assert!(hosts.allow(good), "{good}");
        }
        for bad in [
            "",
            "evil.example",
            "localhost.evil.example",
            "evil.localhost",
            "127.0.0.1.evil.example",
            "127.1",
            "192.168.1.2:4000",
            "localhost:4000:80",
            "localhost@evil.example",
            "localhost/evil",
            "::1",
            "[localhost]",
            "[::1",
            "[::1]x",
            "local host",
            ":4000",
        ] {
            assert!(!hosts.allow(bad), "{bad}");
        }
    }

    #[test]
    fn colleagues_come_by_address_or_by_a_name_that_is_allowed() {
        let hosts = Hosts::new("0.0.0.0", true, ["Evas-Dator.local"].into_iter());
        for good in ["192.168.1.2:4000", "[fe80::1]:4000", "evas-dator.local:4000", "localhost"] {
            assert!(hosts.allow(good), "{good}");
        }
        assert!(!hosts.allow("evil.example:4000"));
        let named = Hosts::new("evas-dator", true, std::iter::empty());
        assert!(named.allow("evas-dator:4000"));
        let near = Hosts::new("192.168.1.2", false, std::iter::empty());
        assert!(near.allow("192.168.1.2") && !near.allow("192.168.1.3"));
    }

    #[test]
    fn a_host_is_a_name_or_an_address() {
        for good in ["min-dator", "a.b.se", "::1", "[::1]", "10.0.0.1", "åsas-dator"] {
            assert!(is_host(good), "{good}");
        }
        for bad in ["", "http://a", "a b", "a/b", "*"] {
            assert!(!is_host(bad), "{bad}");
        }
    }
}
