//! What a run that did not end has left is finished or thrown away by the next, never guessed.
//!
//! A version that was on its way is known by the intent that was written before the store was touched. Without one,
//! a version that is in no log is damage for people to judge: a log from which somebody took lines must not be filled
//! up again from the store that it is there to prove.

use std::io::ErrorKind;

use crate::archive::checkpoint::Checkpoint;
use crate::archive::entry::{Event, Flaw, Kept, Log};
use crate::archive::inventory::{self, Inventory, sidecar};
use crate::archive::judge::NOTE;
use crate::archive::sha512::Sha512;
use crate::shell::archive::begin::{self, Owner};
use crate::shell::archive::readme;
use crate::shell::archive::refusal::Refusal;
use crate::shell::archive::stage;
use crate::shell::archive::writer::Writer;
use crate::shell::error::{Act, Context as _, Error};

impl Writer<'_> {
    /// Reads the log, or begins it; then finishes what a killed run began. Returns how many lines the checkpoint stood
    /// for before.
    pub(crate) fn recover(&mut self, owner: &Owner) -> Result<usize, Error> {
        let store = self.store.clone();
        let (disk, places) = (store.disk, &store.places);
        let has_store = disk.kind(&places.store()).is_ok();
        let has_log = disk.kind(&places.log_folder()).is_ok();
        if !has_log && has_store {
            return Err(Refusal::Damaged { path: places.log() }.into());
        }
        if !has_log {
            self.clear()?;
            begin::log(&store, owner, self.now, self.key)?;
        }
        let is_torn = self.read_log(owner)?;
        if !has_store && self.log.len() == 1 {
            stage::remove(disk, &places.staging().join("ocfl"))?;
            begin::empty_store(&store)?;
        } else if !has_store {
            return Err(Refusal::Damaged { path: places.store() }.into());
        } else {
            store.refuse_unknown_form()?;
        }
        if is_torn {
            self.cut_log()?;
        }
        let vouched = self.checkpoint()?.size;
        readme::put(&self.store, &self.log)?;
        self.settle()?;
        self.settle_checkpoint()?;
        Ok(usize::try_from(vouched).unwrap_or(usize::MAX).min(self.log.entries().len()))
    }

    /// Reads the log; whether its last line is torn. Refused if it is of somebody else, of a time to come, or not
    /// what its checkpoint says: nothing may be added to it then.
    fn read_log(&mut self, owner: &Owner) -> Result<bool, Error> {
        let path = self.store.places.log();
        let (log, flaws) = self.store.log()?;
        self.log = log;
        if flaws.iter().any(|flaw| matches!(flaw, Flaw::Unreadable(..))) {
            return Err(Refusal::Newer { path }.into());
        }
        if flaws.iter().any(|flaw| *flaw != Flaw::Torn) {
            return Err(Refusal::Damaged { path }.into());
        }
        let (there, ours) = (self.log.origin().unwrap_or_default(), &owner.archive);
        if there != ours {
            let (path, there) = (self.store.places.root().to_owned(), there.to_owned());
            return Err(Refusal::OfAnother { path, there, ours: ours.clone() }.into());
        }
        if let Some(last) = self.log.entries().last().map(|entry| entry.time).filter(|last| *last > self.now)
        {
            return Err(Refusal::Clock { now: self.now, last }.into());
        }
        self.checkpoint()?;
        Ok(flaws.contains(&Flaw::Torn))
    }

    /// The checkpoint on disk, which must be of this log.
    fn checkpoint(&self) -> Result<Checkpoint, Error> {
        let found = self.store.note()?.map(|note| note.checkpoint);
        let held = found.filter(|found| self.log.checkpoint_at(found.size).as_ref() == Some(found));
        Ok(held.ok_or_else(|| Refusal::Damaged { path: self.store.places.checkpoint() })?)
    }

    /// Takes away the beginning of a line whose end was never written.
    fn cut_log(&self) -> Result<(), Error> {
        let (disk, file) = (self.store.disk, self.store.places.log());
        let bytes = disk.read(&file).on(Act::Read, &file)?;
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let staged = self.store.places.staging().join("entries.jsonl");
        stage::remove(disk, &staged)?;
        stage::write(disk, &staged, &bytes[..whole])?;
        stage::place(disk, &staged, &file)
    }

    /// Finishes what was intended if any of it was done, and throws away what was made aside.
    pub(crate) fn settle(&mut self) -> Result<(), Error> {
        let intent = self.store.places.intent();
        match self.store.read(&intent, NOTE) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            result => {
                let bytes = result.on(Act::Read, &intent)?;
                self.reread_log()?;
                // One that is not whole was being written when the store was not yet touched.
                if let Ok(event) = serde_json::from_slice::<Event>(&bytes) {
                    self.finish(event)?;
                }
            }
        }
        self.clear()
    }

    /// The log as it is on disk: a line that could not be written whole is not in it.
    fn reread_log(&mut self) -> Result<(), Error> {
        let (log, flaws) = self.store.log()?;
        if flaws.contains(&Flaw::Torn) {
            self.cut_log()?;
        }
        self.log = log;
        Ok(())
    }

    fn finish(&mut self, event: Event) -> Result<(), Error> {
        let is_logged = has(&self.log, &event);
        match event {
            Event::Archive(kept) | Event::Withdraw(kept) if is_logged || !self.is_placed(&kept)? => {
                let object = self.store.places.object(&kept.object);
                stage::remove_empty(self.store.disk, &object, &self.store.places.store())
            }
            Event::Archive(kept) => {
                self.roll_forward(&kept)?;
                self.write_into_log(Event::Archive(Kept { recovered: true, ..kept }))
            }
            Event::Withdraw(kept) => {
                self.roll_forward(&kept)?;
                self.write_into_log(Event::Withdraw(Kept { recovered: true, ..kept }))
            }
            // The log comes first: what it does not tell of was not done, and nobody has it done by leaving a file here.
            Event::Purge { object, .. } if is_logged => self.take_away(&object),
            Event::Purge { .. } | Event::Begin { .. } => Ok(()),
        }
    }

    /// Whether the version was moved into the store: its inventory stands there, whole.
    fn is_placed(&self, kept: &Kept) -> Result<bool, Error> {
        let folder = self.store.places.object(&kept.object).join(kept.version.to_string());
        if self.store.disk.kind(&folder).is_err() {
            return Ok(false);
        }
        let read = |name: &str| self.store.disk.read(&folder.join(name)).on(Act::Read, &folder.join(name));
        let json = read(inventory::FILE)?;
        let is_whole = Sha512::of(&json) == kept.inventory
            && read(inventory::SIDECAR)? == sidecar(&json).as_bytes()
            && Inventory::parse(&json).is_ok_and(|it| it.id == kept.object && it.head == kept.version);
        if is_whole { Ok(true) } else { Err(Refusal::Damaged { path: folder }.into()) }
    }

    /// Gives an object the inventory of its newest version.
    fn roll_forward(&self, kept: &Kept) -> Result<(), Error> {
        let (disk, places) = (self.store.disk, &self.store.places);
        let object = places.object(&kept.object);
        for name in [inventory::FILE, inventory::SIDECAR] {
            let (from, to) = (object.join(kept.version.to_string()).join(name), object.join(name));
            let bytes = disk.read(&from).on(Act::Read, &from)?;
            if disk.read(&to).is_ok_and(|there| there == bytes) {
                continue;
            }
            let staged = places.staging().join(name);
            stage::remove(disk, &staged)?;
            stage::write(disk, &staged, &bytes)?;
            stage::place(disk, &staged, &to)?;
        }
        Ok(())
    }

    /// Writes a checkpoint if the log has grown since the last, or that one is not signed with the key that there is.
    pub(crate) fn settle_checkpoint(&self) -> Result<(), Error> {
        if self.checkpoint()?.size == self.log.len() && self.store.is_signed_by(self.key) {
            return Ok(());
        }
        let (disk, places) = (self.store.disk, &self.store.places);
        let staged = places.staging().join("checkpoint");
        stage::remove(disk, &staged)?;
        stage::write(disk, &staged, self.log.checkpoint().note(self.key).as_bytes())?;
        stage::place(disk, &staged, &places.checkpoint())
    }
}

/// Whether what was intended was written into the log, by the run that intended it or by one after.
fn has(log: &Log, event: &Event) -> bool {
    let same = |one: &Kept, other: &Kept| one.object == other.object && one.inventory == other.inventory;
    match event {
        Event::Begin { .. } => true,
        Event::Archive(kept) | Event::Withdraw(kept) => {
            log.head(&kept.object).is_some_and(|(head, _)| same(head, kept))
        }
        Event::Purge { object, .. } => log.head(object).is_none(),
    }
}
