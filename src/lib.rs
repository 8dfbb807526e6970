//! stadga: steering documents in, a complete website out.

pub mod base {
    //! Values that know nothing of documents.
    pub mod date;
    pub mod fault;
    pub mod path;
    pub mod snapshot;
    pub mod text;
}

pub mod model {
    //! What the municipality has decided; knows nothing of HTML.
    pub mod address;
    pub mod assemble;
    pub mod body;
    pub mod config;
    pub mod content;
    pub mod decision;
    pub mod document;
    pub mod event;
    pub mod fields;
    pub mod front_matter;
    pub mod id;
    pub mod keys;
    pub mod kind;
    pub mod lineage;
    pub mod register;
    pub mod relation;
    pub mod review;
    pub mod rules;
    pub mod steps;
    pub mod validity;
    pub mod version;
}
