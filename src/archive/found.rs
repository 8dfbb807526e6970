//! What may be wrong with an archive, as values: which object, version and file it is about. OCFL's own code is with
//! those that its standard knows, so that the answer can be held against any other judge's.

use serde::{Serialize, Serializer};

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Found {
    /// What it is.
    pub what: What,
    /// OCFL's code for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
    /// The object's id, or its folder if it does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// The version, as its folder is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The file, from the folder of the object or of the archive; of the log, a line: `logg/entries.jsonl:3`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// What more there is to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

impl What {
    /// Found, nobody says where.
    pub fn found(self) -> Found {
        let code = Some(self.code()).filter(|code| !code.is_empty());
        Found { what: self, code, object: None, version: None, file: None, detail: None }
    }

    /// Found in a file.
    pub fn at(self, file: impl Into<String>) -> Found {
        Found { file: Some(file.into()), ..self.found() }
    }
}

impl Found {
    /// The same, in a version.
    #[must_use]
    pub fn version(self, version: impl Into<String>) -> Self {
        Self { version: Some(version.into()), ..self }
    }

    /// The same, of an object.
    #[must_use]
    pub fn of(self, object: impl Into<String>) -> Self {
        Self { object: Some(object.into()), ..self }
    }

    /// The same, with more to say.
    #[must_use]
    pub fn because(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }
}

macro_rules! kinds {
    ($($kind:ident $name:literal $code:literal $meaning:literal)*) => {
        /// What may be wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum What {
            $(#[doc = $meaning] $kind,)*
        }

        impl What {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            /// Its name, in reports and catalogues.
            pub fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }

            /// OCFL's code, empty for what its standard does not know.
            fn code(self) -> &'static str {
                match self { $(Self::$kind => $code,)* }
            }
        }
    };
}

kinds! {
    Unreadable "unreadable" "" "A file or folder cannot be read, so nobody knows."
    // An object by itself.
    NoNamaste "no-namaste" "E003" "It does not say that it is an object of OCFL, or says so twice."
    WrongNamaste "wrong-namaste" "E007" "What says that it is an object does not hold its own name."
    Newer "newer" "" "It is of a later OCFL."
    NoInventory "no-inventory" "E063" "The inventory is missing."
    InventoryUnreadable "inventory-unreadable" "E033" "The inventory is no JSON."
    InventoryMalformed "inventory-malformed" "E034" "The inventory lacks something, or says it in another form."
    NoSidecar "no-sidecar" "E058" "The digest of the inventory is missing."
    SidecarMalformed "sidecar-malformed" "E061" "The digest of the inventory is not written as it should be."
    SidecarDiffers "sidecar-differs" "E060" "The inventory does not have its digest: somebody changed it."
    RootDiffers "root-differs" "E064" "The object's inventory is not that of its newest version."
    HeadWrong "head-wrong" "E040" "The inventory names another newest version."
    IdDiffers "id-differs" "E037" "Inventories of one object name different ids."
    ContentFolderDiffers "content-folder-differs" "E019" "Inventories of one object name different folders of content."
    SpecBackwards "spec-backwards" "E103" "A later version is of an earlier OCFL."
    HistoryDiffers "history-differs" "E066" "Inventories tell different things of one version."
    VersionsOdd "versions-odd" "E009" "The numbers of the versions have gaps, or are not written alike."
    VersionMissing "version-missing" "E010" "The folder of a version is missing."
    VersionStray "version-stray" "E046" "The folder of a version that the inventory does not know."
    StrayInObject "stray-in-object" "E001" "Something lies in the object that does not belong there."
    StrayInVersion "stray-in-version" "E015" "Something lies in a version that does not belong there."
    StrayExtension "stray-extension" "E067" "A file lies among the extensions."
    EmptyFolder "empty-folder" "E024" "A folder is empty."
    NotAFile "not-a-file" "E090" "A link, or something else that is neither file nor folder."
    FileMissing "file-missing" "E092" "A file is missing."
    FileDiffers "file-differs" "E092" "A file does not have its digest: it was changed or has rotted."
    FileStray "file-stray" "E023" "A file that no inventory knows."
    PathUnsafe "path-unsafe" "E099" "A path leads out of the object, or is none."
    PathConflict "path-conflict" "E095" "Two files have the same path, or one is a folder in another's."
    DigestTwice "digest-twice" "E096" "A digest stands twice in one list."
    DigestUnknown "digest-unknown" "E050" "A version holds a file whose digest is not in the manifest."
    DigestUnused "digest-unused" "E107" "The manifest names a file that no version holds."
    FixityDiffers "fixity-differs" "E093" "A file does not have the further digest that is noted for it."
    // The store.
    NoStore "no-store" "" "The store is missing."
    StoreNamaste "store-namaste" "E069" "The store does not say that it is one."
    StoreLayout "store-layout" "E070" "What describes the layout of the store was changed or is missing."
    StoreStray "store-stray" "E072" "Something lies in the store that belongs to no object."
    ReadmeMissing "readme-missing" "" "What tells a person how to read the archive is missing."
    ReadmeDiffers "readme-differs" "" "What tells a person how to read the archive was changed."
    StrayInArchive "stray-in-archive" "" "Something lies in the archive that is no part of it."
    StoreEmptyFolder "store-empty-folder" "E073" "A folder of the store is empty."
    Misplaced "misplaced" "E083" "An object does not lie where its id says."
    Foreign "foreign" "" "An object that is not of this archive."
    Created "created" "" "A version is said to be made after it was logged, or before the one before it."
    // The log.
    NoLog "no-log" "" "The log is missing."
    LineUnreadable "line-unreadable" "" "A line of the log cannot be read."
    LineMoved "line-moved" "" "A line of the log does not stand where it was written."
    LineBackwards "line-backwards" "" "A line of the log is older than the one before it."
    LineFuture "line-future" "" "A line of the log is of a time to come."
    LineTorn "line-torn" "" "The last line of the log is not whole."
    LineOutOfTurn "line-out-of-turn" "" "A line tells of something that cannot have happened then."
    NoCheckpoint "no-checkpoint" "" "The checkpoint is missing or is none."
    CheckpointDiffers "checkpoint-differs" "" "The checkpoint is not of this log: lines were changed or taken away."
    CheckpointBehind "checkpoint-behind" "" "The log has grown since its checkpoint: a run did not end."
    Unsigned "unsigned" "" "The checkpoint is not signed, though there is a key."
    SignatureWrong "signature-wrong" "" "The checkpoint is signed, but not with this key."
    AgainstDiffers "against-differs" "" "The log is not the one that the kept checkpoint was of."
    CheckpointStray "checkpoint-stray" "" "The checkpoint holds lines that no run wrote."
    AgainstOther "against-other" "" "The checkpoint that somebody kept is that of another archive."
    AgainstWrong "against-wrong" "" "The kept checkpoint is none, or not signed with this key."
    // The log and the store.
    Unlogged "unlogged" "" "A version that the log does not know."
    Lost "lost" "" "The log knows a version that is not in the store."
    NotAsLogged "not-as-logged" "" "A version does not have the inventory that was logged."
    PageMissing "page-missing" "" "A version does not hold a page that was logged."
    NotPurged "not-purged" "" "An object that was removed by decision is in the store."
    // A bag (RFC 8493).
    NoBag "no-bag" "" "It does not say that it is a bag, or not in the form that the standard asks for."
    BagUnknown "bag-unknown" "" "The bag is of another version, or its lists are in other letters, than are known here."
    NoPayload "no-payload" "" "The bag has no folder for its files."
    NoManifest "no-manifest" "" "The bag has no list of its files whose digests are known here."
    ManifestMalformed "manifest-malformed" "" "A line of a list is not a digest and a path."
    NotListed "not-listed" "" "A list does not name a file that it must."
    ListedWrongly "listed-wrongly" "" "A list names a file that it must not."
    OxumDiffers "oxum-differs" "" "The files are not as many, or not as large, as the bag says."
    Unfinished "unfinished" "" "A run did not end; the next one finishes it."
}

impl Serialize for What {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
