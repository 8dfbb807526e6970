//! Writes into an archive, one run at a time: whole versions, each made aside, moved into place and written into the
//! log. A run that is killed anywhere leaves what the next one finishes or throws away.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;
use std::thread;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::archive::checkpoint::Key;
use crate::archive::entry::{Entry, Event, Kept, Log, Text};
use crate::archive::inventory::{self, About, Inventory, State, User, is_safe, sidecar};
use crate::archive::sha512::Sha512;
use crate::shell::archive::begin::Owner;
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::stage;
use crate::shell::archive::store::Store;
use crate::shell::disk::{Disk, Kind, Lock};
use crate::shell::error::{Act, Context as _, Error};

/// How often a locked archive is asked again while nobody has said who locked it: whoever does says so just after, and
/// takes that away just before it lets go.
const PATIENCE: usize = 40;
/// Clocks that are further apart than this are not merely in different zones.
const FAR: SignedDuration = SignedDuration::from_hours(24);

/// Gives what stands at a logical path.
pub type Contents<'a> = dyn Fn(&str) -> io::Result<Box<dyn Read + 'a>> + 'a;

/// A version to be archived.
pub struct New<'n> {
    /// The object that it is of.
    pub object: String,
    /// The document that the object is of.
    pub document: String,
    /// The ids that the document had before.
    pub formerly: Vec<String>,
    /// All that it holds.
    pub state: &'n State,
    /// Where that is found. What does not have the digest that the state says is not archived.
    pub contents: &'n Contents<'n>,
    /// The digest of all that is archived but for when and how it was.
    pub content: Sha512,
    /// The versions of the document, by id.
    pub texts: BTreeMap<String, Text>,
    /// Whether it says that the document was taken down.
    pub withdrawn: bool,
    /// Why it is archived.
    pub message: String,
    /// By whom.
    pub user: User,
}

/// An archive that this run alone writes to.
pub struct Writer<'a> {
    pub(crate) store: Store<'a>,
    pub(crate) log: Log,
    pub(crate) now: Timestamp,
    pub(crate) key: Option<&'a Key>,
    /// The lines of the log that this run found or wrote for runs before it.
    taken_over: Range<usize>,
    _lock: Lock,
}

impl<'a> Writer<'a> {
    /// Locks the archive in a folder, begins it if there is none, and finishes what a killed run began.
    ///
    /// # Errors
    /// Another run is at work, it is the archive of somebody else, it is damaged, the clock is set back or far
    /// ahead, or what the disk refused.
    pub fn open(
        disk: &'a dyn Disk,
        root: &Path,
        owner: &Owner,
        now: Timestamp,
        key: Option<&'a Key>,
    ) -> Result<Self, Error> {
        let store = Store::at(disk, root);
        let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
        disk.make_folder(root).on(Act::Write, root)?;
        let is_unfinished = disk.kind(&store.places.staging()).is_ok();
        let lock = lock(&store, now)?;
        let mut writer = Self { store, log: Log::default(), now, key, taken_over: 0..0, _lock: lock };
        match writer.refuse_clock_ahead().and_then(|()| writer.recover(owner)) {
            Ok(vouched) => {
                writer.taken_over = vouched..writer.log.entries().len();
                Ok(writer)
            }
            Err(error) => {
                // Whoever is refused leaves nothing behind. What a killed run has left stays, and be it an empty
                // folder: it tells the next that there is something to finish, such as a checkpoint.
                let _ = disk.remove_file(&writer.store.places.holder());
                if !is_unfinished {
                    let _ = disk.remove_folder(&writer.store.places.staging());
                }
                Err(error)
            }
        }
    }

    /// The log, with what this run wrote.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// The archive, to be read.
    pub fn store(&self) -> &Store<'a> {
        &self.store
    }

    /// What no checkpoint stood for when the archive was opened: runs that did not end had done it, or somebody who can
    /// write here made it look so.
    pub fn taken_over(&self) -> &[Entry] {
        &self.log.entries()[self.taken_over.clone()]
    }

    /// When this run writes.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Archives a version. All that it holds is in the store and in the log when this returns, or nothing is.
    ///
    /// # Errors
    /// A file is not what was to be archived, the object is not what the log says, or what the disk refused. The
    /// next run finishes what was begun.
    pub fn put(&mut self, new: New) -> Result<Kept, Error> {
        self.settle()?;
        if let Some(file) = new.state.keys().find(|file| !is_safe(file)) {
            return Err(Refusal::PathEscapes { file: file.clone() }.into());
        }
        let former = self.former(&new.object)?;
        let about = About { created: self.now, message: new.message, user: new.user };
        let (inventory, missing) = Inventory::after(former.as_ref(), &new.object, new.state, about);
        self.refuse_unknown(&inventory)?;
        let json = inventory.to_json();
        let kept = Kept {
            object: new.object,
            document: new.document,
            formerly: new.formerly,
            version: inventory.head,
            inventory: Sha512::of(json.as_bytes()),
            content: new.content,
            texts: new.texts,
            recovered: false,
        };
        let staged = self.store.places.staging().join("object");
        let result = self.stage(&staged, &inventory, &json, &missing, new.state, new.contents);
        if let Err(error) = result {
            let _ = self.clear(); // the first fault is the one to tell
            return Err(error);
        }
        let event = |kept| if new.withdrawn { Event::Withdraw(kept) } else { Event::Archive(kept) };
        let event = event(kept.clone());
        self.intend(&event)?;
        self.place(&staged, &kept, former.is_some())?;
        self.write_into_log(event)?;
        self.clear()?;
        Ok(kept)
    }

    /// Removes an object and all its versions; the log tells by which decision.
    ///
    /// # Errors
    /// There is no such object, or what the disk refused. The next run finishes what was begun.
    pub fn purge(&mut self, object: &str, decision: &str) -> Result<(), Error> {
        self.settle()?;
        let path = self.store.places.object(object);
        let Some((kept, _)) = self.log.head(object) else {
            return Err(Refusal::Damaged { path }.into());
        };
        let event = Event::Purge {
            object: object.to_owned(),
            document: kept.document.clone(),
            decision: decision.to_owned(),
        };
        self.intend(&event)?;
        self.write_into_log(event)?;
        self.take_away(object)?;
        self.clear()
    }

    /// Writes the checkpoint over all that this run put into the log, and lets others in.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn close(self) -> Result<(), Error> {
        self.settle_checkpoint()?;
        let staging = self.store.places.staging();
        stage::remove(self.store.disk, &staging)
    }

    /// Refused if this computer's clock is far ahead of the one that the archive's disk keeps: a line of a time to
    /// come would shut everybody out until then. Only a disk of another computer has a clock of its own, so of a disk
    /// in this one nothing is known.
    fn refuse_clock_ahead(&self) -> Result<(), Error> {
        let holder = self.store.places.holder(); // written a moment ago
        let written = self.store.disk.stamp(&holder).on(Act::Read, &holder)?.modified;
        match Timestamp::try_from(written) {
            Ok(disk) if self.now.duration_since(disk) > FAR => {
                Err(Refusal::ClockAhead { now: self.now, disk }.into())
            }
            _ => Ok(()),
        }
    }

    /// The inventory that a new version comes after; refused if it is not the one in the log.
    fn former(&self, object: &str) -> Result<Option<Inventory>, Error> {
        let head = self.store.head(object)?;
        let logged = self.log.head(object).map(|(kept, _)| kept.inventory);
        match head {
            None if logged.is_none() => Ok(None),
            Some((inventory, digest)) if logged == Some(digest) => Ok(Some(inventory)),
            _ => Err(Refusal::Damaged { path: self.store.places.object(object) }.into()),
        }
    }

    /// Where a version is to stand nothing may: nobody knows whose it is.
    fn refuse_unknown(&self, inventory: &Inventory) -> Result<(), Error> {
        let path = self.store.places.object(&inventory.id).join(inventory.head.to_string());
        if self.store.disk.kind(&path).is_ok() { Err(Refusal::Damaged { path }.into()) } else { Ok(()) }
    }

    /// Makes a version aside: `object/` as it is to stand if there is none, `object/vN/` and inventory if there is.
    fn stage(
        &self,
        staged: &Path,
        inventory: &Inventory,
        json: &str,
        missing: &[String],
        state: &State,
        contents: &Contents,
    ) -> Result<(), Error> {
        let disk = self.store.disk;
        let version = staged.join(inventory.head.to_string());
        for file in missing {
            let mut from = contents(file).on(Act::Read, Path::new(file))?;
            let path = version.join(inventory::CONTENT).join(file);
            if Some(&stage::copy(disk, &mut from, &path)?.0) != state.get(file) {
                return Err(Refusal::SourceChanged { file: file.clone() }.into());
            }
        }
        let (namaste, what) = inventory::NAMASTE;
        stage::write(disk, &staged.join(namaste), what.as_bytes())?;
        for folder in [&version, staged] {
            stage::write(disk, &folder.join(inventory::FILE), json.as_bytes())?;
            stage::write(disk, &folder.join(inventory::SIDECAR), sidecar(json.as_bytes()).as_bytes())?;
        }
        stage::sync_folders(disk, staged)
    }

    /// Says what is about to be done, so that it outlasts the power.
    fn intend(&self, event: &Event) -> Result<(), Error> {
        let (disk, places) = (self.store.disk, &self.store.places);
        let json = serde_json::to_vec(event).unwrap_or_default();
        stage::write(disk, &places.intent(), &json)?;
        disk.sync(&places.staging()).on(Act::Write, &places.staging())?;
        disk.sync(places.root()).on(Act::Write, places.root())
    }

    /// Moves a version into the store.
    fn place(&self, staged: &Path, kept: &Kept, is_there: bool) -> Result<(), Error> {
        let (disk, places) = (self.store.disk, &self.store.places);
        let object = places.object(&kept.object);
        if !is_there {
            let tuples = object.parent().unwrap_or(&object);
            stage::make_folders(disk, &places.store(), tuples)?;
            return stage::place(disk, staged, &object);
        }
        let version = kept.version.to_string();
        stage::place(disk, &staged.join(&version), &object.join(&version))?;
        for name in [inventory::FILE, inventory::SIDECAR] {
            stage::place(disk, &staged.join(name), &object.join(name))?;
        }
        Ok(())
    }

    /// Writes a line into the log.
    pub(crate) fn write_into_log(&mut self, event: Event) -> Result<(), Error> {
        let file = self.store.places.log();
        let line = self.log.push(self.now, event);
        let disk = self.store.disk;
        disk.append(&file, line.as_bytes()).and_then(|()| disk.sync(&file)).on(Act::Write, &file)
    }

    /// Takes an object out of the store.
    pub(crate) fn take_away(&self, object: &str) -> Result<(), Error> {
        let (disk, places) = (self.store.disk, &self.store.places);
        let (folder, staged) = (places.object(object), places.staging().join("purged"));
        stage::remove(disk, &staged)?;
        if disk.kind(&folder).is_ok() {
            stage::place(disk, &folder, &staged)?;
        }
        stage::remove_empty(disk, folder.parent().unwrap_or(&folder), &places.store())?;
        stage::remove(disk, &staged)
    }

    /// Removes all that was made aside. What was intended goes last: until then it can be finished again.
    pub(crate) fn clear(&self) -> Result<(), Error> {
        let (disk, places) = (self.store.disk, &self.store.places);
        let staging = places.staging();
        let keep = [places.intent(), places.holder()];
        for (name, _) in disk.entries(&staging).on(Act::Read, &staging)? {
            let path = staging.join(name);
            if !keep.contains(&path) {
                stage::remove(disk, &path)?;
            }
        }
        stage::remove(disk, &places.intent())
    }
}

/// Locks the archive, and says to others who has.
fn lock(store: &Store, now: Timestamp) -> Result<Lock, Error> {
    let (disk, file, holder) = (store.disk, store.places.lock(), store.places.holder());
    let path = store.places.root().to_owned();
    if disk.kind(&file).is_ok_and(|kind| kind != Kind::File) {
        return Err(Refusal::Damaged { path: file }.into()); // a pipe would never be opened
    }
    let mut patience = PATIENCE;
    let lock = loop {
        if let Some(lock) = disk.lock(&file).on(Act::Write, &file)? {
            break lock;
        }
        let holder = disk.read(&holder).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let holder = holder.filter(|holder| !holder.is_empty());
        if holder.is_some() || patience == 0 {
            return Err(Refusal::Busy { path, holder }.into());
        }
        patience -= 1;
        thread::sleep(Duration::from_millis(5));
    };
    if !lock.holds() {
        return Err(Refusal::NoLock { path }.into());
    }
    let staging = store.places.staging();
    // Whatever a link leads to is somebody else's, and everything in there is thrown away.
    if disk.kind(&staging).is_ok_and(|kind| kind != Kind::Folder) {
        return Err(Refusal::Damaged { path: staging }.into());
    }
    stage::remove(disk, &holder)?;
    disk.make_folder(&staging).on(Act::Write, &staging)?;
    let who = format!("process {}, {now}", std::process::id());
    disk.write_new(&holder, who.as_bytes()).on(Act::Write, &holder)?;
    Ok(lock)
}
