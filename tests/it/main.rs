//! All tests that look at stadga from outside: one binary, one site builder.
#![allow(clippy::disallowed_methods, reason = "tests read and write folders of their own")]

#[path = "../../benches/corpus.rs"]
mod corpus;
mod laws;
mod laws_disk;
mod shell_cli;
mod shell_disk;
mod shell_read;
mod shell_write;
mod site;
mod tidy;
