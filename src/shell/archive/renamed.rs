//! The ids that a document has had: one that was moved is archived under each, and what was archived last tells of
//! those that it had before.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::archive::entry::{Kept, Log};
use crate::model::address::document_at;
use crate::shell::archive::store::Store;
use crate::site::package::METADATA;

/// All ids of the document that has or had one. What cannot be read tells of none.
pub fn names(store: &Store, log: &Log, id: &str) -> BTreeSet<String> {
    let former: BTreeMap<&str, BTreeSet<String>> =
        log.heads().values().map(|(kept, _)| (kept.document.as_str(), former(store, kept))).collect();
    let mut names = BTreeSet::from([id.to_owned()]);
    loop {
        let known = names.len();
        for (document, former) in &former {
            if names.contains(*document) || !former.is_disjoint(&names) {
                names.insert((*document).to_owned());
                names.extend(former.iter().cloned());
            }
        }
        if names.len() == known {
            return names;
        }
    }
}

/// The other names under which a document is in the archive: there it is an object of its own under each.
pub fn others(store: &Store, log: &Log, kept: &Kept) -> Vec<String> {
    let heads = log.heads();
    let is_there = |name: &String| heads.values().any(|(head, _)| head.document == *name);
    let names = names(store, log, &kept.document);
    names.into_iter().filter(|name| *name != kept.document && is_there(name)).collect()
}

/// The ids that a document had before.
fn former(store: &Store, kept: &Kept) -> BTreeSet<String> {
    let metadata = metadata(store, kept).unwrap_or_default();
    let aliases = metadata.get("aliases").and_then(Value::as_array).into_iter().flatten();
    aliases.filter_map(|alias| document_at(alias.as_str()?)).map(str::to_owned).collect()
}

fn metadata(store: &Store, kept: &Kept) -> Option<Map<String, Value>> {
    let inventory = store.logged(kept).ok()?;
    let files = store.files_of(&inventory, kept.version).ok()?;
    let (_, digest, file) = files.into_iter().find(|(path, ..)| *path == METADATA)?;
    serde_json::from_slice(&store.content(&file, digest).ok()?).ok()
}
