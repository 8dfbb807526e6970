//! All tests that look at stadga from outside: one binary, one site builder.
#![allow(clippy::disallowed_methods, reason = "tests read and write folders of their own")]

mod archive_torture;
mod archives;
#[allow(dead_code, reason = "its `main` is cargo's to run")]
#[path = "../../build.rs"]
mod build_script;
mod changes;
mod colors;
mod coming;
mod comparison_html;
mod comparison_laws;
mod comparison_pages;
mod comparison_texts;
mod comparisons;
mod content;
mod content_pages;
#[path = "../../benches/corpus.rs"]
mod corpus;
mod decide;
mod docs;
mod docs_commands;
mod docs_tables;
mod fault_cases;
mod faults;
mod fix;
mod follow;
mod head;
mod laws;
mod laws_again;
mod laws_disk;
mod ledger;
mod lineage;
mod listed;
mod markdown;
mod periods;
mod preview_pages;
mod sarif;
mod schema;
mod serve;
mod serve_broken;
mod serve_hard;
mod serve_http;
mod serve_random;
mod serve_start;
mod shell_cli;
mod shell_commit;
mod shell_decide;
mod shell_diff;
mod shell_disk;
mod shell_help;
mod shell_init;
mod shell_list;
mod shell_new;
mod shell_new_typed;
mod shell_next;
mod shell_read;
mod shell_write;
mod site;
mod statement;
mod states;
mod terms;
mod tidy;
mod told;
mod traps;
mod traps_texts;
mod watch;
