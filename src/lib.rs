//! stadga: steering documents in, a complete website out.

pub mod base {
    //! Values that know nothing of documents.
    pub mod color;
    pub mod date;
    pub mod fault;
    pub mod path;
    pub mod program;
    pub mod snapshot;
    pub mod sweden;
    pub mod text;
}

pub mod model {
    //! What the municipality has decided; knows nothing of HTML.
    pub mod address;
    pub mod assemble;
    pub mod body;
    pub mod colors;
    pub mod coming;
    pub mod config;
    pub mod content;
    pub mod decision;
    pub mod document;
    pub mod event;
    pub mod fields;
    pub mod front_matter;
    pub mod id;
    pub mod item;
    pub mod keys;
    pub mod kind;
    pub mod life;
    pub mod lineage;
    pub mod misspelt;
    pub mod period;
    pub mod register;
    pub mod relation;
    pub mod review;
    pub mod rules;
    pub mod shape;
    pub mod statement;
    pub mod steps;
    pub mod validity;
    pub mod version;
}

pub mod render {
    //! A text in Markdown as HTML; knows nothing of the site around it.
    pub(crate) mod address;
    pub(crate) mod capitals;
    pub mod exchange;
    pub(crate) mod footnote;
    pub(crate) mod foreign;
    pub mod heading;
    pub(crate) mod highlight;
    pub(crate) mod html;
    pub(crate) mod inline;
    #[cfg(test)]
    mod laws;
    pub(crate) mod legible;
    pub(crate) mod link_words;
    pub(crate) mod links;
    pub mod markdown;
    pub(crate) mod marked;
    pub(crate) mod page_reference;
    pub(crate) mod passage;
    pub(crate) mod sanitize;
    pub(crate) mod survey;
    pub(crate) mod table;
    pub(crate) mod walk;
}

pub mod compare {
    //! Two wordings of a text: what changed.
    pub(crate) mod align;
    pub(crate) mod arrange;
    pub(crate) mod beside;
    pub mod compared;
    pub mod exchange;
    pub(crate) mod ink;
    pub(crate) mod likeness;
    pub(crate) mod markup;
    pub(crate) mod match_sections;
    pub(crate) mod moves;
    pub(crate) mod part;
    pub(crate) mod plain;
    pub(crate) mod running;
    pub(crate) mod section;
    pub(crate) mod steps;
    pub(crate) mod telling;
    pub(crate) mod token;
    pub(crate) mod weave;
}

pub mod edit {
    //! Changes to the content, as values that can be tried before anybody writes them.
    pub mod change;
    pub mod decide;
    pub mod head;
    pub mod new_document;
    pub mod new_version;
    pub mod order;
    pub mod relocate;
    pub mod remedy;
    pub mod starter;
    pub mod target;
    pub mod template;
}

pub mod archive {
    //! How archived documents are kept and accounted for; knows nothing of pages.
    pub mod account;
    pub mod algorithm;
    pub mod bag;
    pub mod bag_judge;
    pub mod checkpoint;
    pub mod deeds;
    pub mod dublin_core;
    pub mod eark;
    pub mod entry;
    pub mod facts;
    pub mod foreign;
    pub mod form;
    pub mod format;
    pub mod found;
    pub mod history;
    pub mod inventory;
    pub mod judge;
    pub mod layout;
    pub mod merkle;
    pub mod mets;
    pub mod parcel;
    pub mod past;
    pub mod premis;
    pub mod sha512;
    pub mod xml;
}

pub mod site {
    //! What the website is: every path, what stands there, and how it is made.
    pub mod altered;
    pub mod archive_page;
    pub mod archive_view;
    pub mod archived;
    pub mod band;
    pub mod chronicle;
    pub mod collate;
    pub mod compared;
    pub mod comparison;
    pub mod counted;
    pub mod data;
    pub mod document_archive;
    pub mod dossier;
    pub mod entry;
    pub mod front;
    pub mod frozen;
    pub mod happenings;
    pub mod holdings;
    pub mod hyphen;
    pub mod inner_links;
    pub mod kinship;
    pub mod leads;
    pub mod ledger;
    pub mod library;
    pub mod links;
    pub mod lists;
    pub mod make;
    pub mod metadata;
    pub mod moment;
    pub mod notices;
    pub mod package;
    pub mod pairs;
    pub mod palette;
    pub mod parts;
    pub mod plan;
    pub mod rearchived;
    pub mod recipe;
    pub mod reconstructed;
    pub mod resolved;
    pub mod setting;
    pub mod sheet;
    pub mod shown;
    pub mod small;
    pub mod standing;
    pub mod statement;
    pub mod template_fault;
    pub mod theme;
    pub mod theme_files;
    pub mod timemap;
    pub mod tree;
    pub mod version_files;
    pub mod view;
    pub mod words;
}

pub mod build;

#[allow(clippy::disallowed_methods, reason = "the shell is the one place that reads and writes")]
pub mod shell {
    //! Arguments, disk, clock, terminal: the only input and output.
    pub mod apply;
    pub mod archive {
        //! The archive on disk.
        pub mod begin;
        pub mod changed;
        pub mod collect;
        pub mod commands {
            //! What one types: `stadga archive`, and its parts.
            pub mod archive;
            pub mod asked;
            pub mod checkpoint;
            pub mod diff;
            pub mod doctor;
            pub mod export;
            pub mod key;
            pub mod list;
            pub mod purge;
            pub mod restore;
            pub mod signed;
            pub mod site;
            pub mod taken_over;
            pub mod verify;
        }
        pub mod on_disk;
        pub mod places;
        pub mod plain;
        pub mod readme;
        pub mod rearchived;
        pub mod rebuild;
        pub mod recover;
        pub mod refusal;
        pub mod renamed;
        pub mod restored;
        pub mod seen;
        pub mod stage;
        pub mod store;
        pub mod strays;
        pub mod told;
        pub mod verify;
        pub mod when;
        pub mod writer;
    }
    pub mod args;
    pub mod ask;
    pub mod build;
    pub mod check;
    pub mod columns;
    pub mod completions;
    pub mod decide;
    pub mod diff;
    pub mod difference;
    pub mod difference_page;
    pub mod disk;
    pub mod edit;
    pub mod error;
    pub mod fix;
    pub mod init;
    pub mod key_words;
    pub mod list;
    pub mod listing;
    pub mod man;
    pub mod manifest;
    pub mod marks;
    pub mod markup;
    pub mod new;
    pub mod next;
    pub mod output;
    pub mod passages;
    pub mod preview {
        //! The website in a browser while somebody writes.
        pub mod answer;
        pub mod answering;
        pub mod attachment;
        pub mod client;
        pub mod concerns;
        pub mod desk;
        pub mod drafts;
        pub mod editor;
        pub mod events;
        pub mod follow;
        pub mod good;
        pub(crate) mod heard;
        pub mod hosts;
        pub mod inset;
        pub mod kept;
        pub mod kind;
        pub mod page;
        pub mod panel;
        pub mod patient;
        pub mod port;
        pub mod range;
        pub mod refusal;
        pub mod server;
        pub(crate) mod shown;
        pub mod status;
        pub mod trial;
        pub mod unmade;
        pub mod view;
        pub mod watch;
        pub mod worker;
    }
    pub mod progress;
    pub mod read;
    pub mod register;
    pub mod report;
    pub mod run;
    pub mod sarif;
    pub mod schema;
    pub mod serve;
    pub mod spot;
    pub mod system;
    pub mod terminal;
    pub mod unchanged;
    pub mod wording;
    pub mod words;
    pub mod write;
}
