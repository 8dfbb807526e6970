//! The program: everything it does is in the library, so that tests can reach it.

use std::process::ExitCode;

/// A fifth of a build's time went into the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    stadga::shell::run::main()
}
