//! Reading: what cannot be read costs itself, never the rest.

use std::fs;
use std::path::Path;

use jiff::Timestamp;
use stadga::base::fault::Code;
use stadga::base::path::SitePath;
use stadga::base::snapshot::{Source, Unreadable};
use stadga::shell::disk::{Disk, RealDisk};
use stadga::shell::error::Error;
use stadga::shell::read::{self, Site};

use crate::shell_disk::FaultyDisk;

/// A site's folder with files in it; `stadga.toml` and one text are always there.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.put("stadga.toml", "name = \"Exempelby\"\n").put("content/hel.md", "hel\n");
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn put(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    fn read_on(&self, disk: &dyn Disk) -> Site {
        let root = read::locate(disk, self.path()).unwrap();
        let site = read::read(disk, &root, "2026-11-22T12:00:00Z".parse::<Timestamp>().unwrap());
        assert_eq!(site.snapshot.text("content/hel.md").unwrap().as_str(), "hel\n", "the rest goes on");
        site
    }

    fn read(&self) -> Site {
        self.read_on(&RealDisk)
    }
}

fn unreadable<'a>(site: &'a Site, path: &str) -> &'a Unreadable {
    match &site.snapshot.files[&SitePath::new(path)] {
        Source::Unreadable(unreadable) => unreadable,
        other => panic!("{path} is {other:?}"),
    }
}

#[test]
fn texts_are_read_and_files_are_measured() {
    let folder = Folder::new();
    // The first bytes of a picture, 300 wide and 200 high.
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x2c\0\0\0\xc8\x08\x02\0\0\0";
    folder.put("content/a/bild.PNG", png).put("content/a/data.csv", "1,2").put("themes/vår/stil.css", "a{}");
    folder.put("output/index.html", "x").put("README.md", "x");
    let site = folder.read();
    let names: Vec<&str> = site.snapshot.files.keys().map(SitePath::as_str).collect();
    assert_eq!(
        names,
        ["content/a/bild.PNG", "content/a/data.csv", "content/hel.md", "stadga.toml", "themes/vår/stil.css"]
    );
    let Source::Asset(image) = &site.snapshot.files[&SitePath::new("content/a/bild.PNG")] else { panic!() };
    assert_eq!((image.length, image.dimensions), (29, Some((300, 200))));
    assert_eq!(site.snapshot.today.to_string(), "2026-11-22");
    assert!(site.faults.is_empty());
}

#[test]
fn a_file_that_is_not_utf_8_is_named_with_its_line() {
    let folder = Folder::new();
    folder.put("content/latin.md", b"+++\ntitle = \"\xc5r\"\n");
    assert_eq!(unreadable(&folder.read(), "content/latin.md"), &Unreadable::NotUtf8 { line: 2 });
}

#[test]
fn a_file_of_50_megabytes_is_not_swallowed() {
    let folder = Folder::new();
    folder.put("content/stor.md", "");
    let file = fs::File::options().write(true).open(folder.path().join("content/stor.md")).unwrap();
    file.set_len(50 << 20).unwrap();
    assert_eq!(unreadable(&folder.read(), "content/stor.md"), &Unreadable::TooLarge(50 << 20));
}

#[test]
fn an_empty_file_is_a_text() {
    let folder = Folder::new();
    folder.put("content/tom.md", "");
    assert_eq!(folder.read().snapshot.text("content/tom.md").unwrap().as_str(), "");
}

#[test]
fn a_folder_that_is_closed_is_a_fault_of_that_folder() {
    let folder = Folder::new();
    folder.put("content/stängd/a.md", "a");
    let root = folder.path().canonicalize().unwrap();
    let mut disk = FaultyDisk::healthy();
    disk.closed = Some(root.join("content/stängd"));
    let site = folder.read_on(&disk);
    assert!(matches!(unreadable(&site, "content/stängd"), Unreadable::Refused(_)));

    disk.closed = Some(root.join("content/stängd/a.md"));
    assert!(matches!(unreadable(&folder.read_on(&disk), "content/stängd/a.md"), Unreadable::Refused(_)));
}

#[test]
fn hidden_files_and_leftovers_are_not_content() {
    let folder = Folder::new();
    for name in
        ["content/.git/x.md", "content/a.md~", "content/.a.md.swp", "content/~$a.docx", "content/Thumbs.db"]
    {
        folder.put(name, "x");
    }
    assert_eq!(folder.read().snapshot.files.len(), 2);
}

#[test]
fn a_folder_without_settings_and_content_is_no_site() {
    let empty = tempfile::tempdir().unwrap();
    assert!(matches!(read::locate(&RealDisk, empty.path()), Err(Error::NotASite { .. })));
    assert!(matches!(read::locate(&RealDisk, &empty.path().join("saknas")), Err(Error::NotASite { .. })));
}

#[test]
fn an_unknown_time_zone_is_a_fault_in_its_line() {
    let folder = Folder::new();
    folder.put("stadga.toml", "name = \"X\"\ntimezone = \"Europe/Stockholmen\"\n");
    let site = folder.read();
    assert_eq!(site.faults[0].code, Code::UnknownTimezone);
    assert_eq!(site.faults[0].argument("nearest"), Some("Europe/Stockholm"));
    assert_eq!(site.faults[0].place.as_ref().unwrap().range, Some((22, 42)));
    assert_eq!(site.snapshot.today.to_string(), "2026-11-22");
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_link_out_of_the_site_is_not_followed() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("hemlig.md"), "hemligt").unwrap();
        let folder = Folder::new();
        symlink(outside.path().join("hemlig.md"), folder.path().join("content/fil.md")).unwrap();
        symlink(outside.path(), folder.path().join("content/mapp")).unwrap();
        symlink(outside.path(), folder.path().join("themes")).unwrap();
        let site = folder.read();
        for path in ["content/fil.md", "content/mapp", "themes"] {
            assert_eq!(unreadable(&site, path), &Unreadable::Outside, "{path}");
        }
        assert_eq!(site.snapshot.files.len(), 5);
    }

    #[test]
    fn a_link_within_the_site_is_followed() {
        let folder = Folder::new();
        folder.put("bilder/karta.png", "x");
        symlink(folder.path().join("bilder"), folder.path().join("content/bilder")).unwrap();
        let site = folder.read();
        assert!(matches!(site.snapshot.files[&SitePath::new("content/bilder/karta.png")], Source::Asset(_)));
    }

    #[test]
    fn a_link_in_a_circle_ends() {
        let folder = Folder::new();
        folder.put("content/a/b.md", "b");
        symlink(folder.path().join("content"), folder.path().join("content/a/runt")).unwrap();
        symlink(folder.path(), folder.path().join("content/a/upp")).unwrap();
        symlink(folder.path().join("content/saknas"), folder.path().join("content/a/bruten.md")).unwrap();
        let site = folder.read();
        assert!(matches!(unreadable(&site, "content/a/runt"), Unreadable::Refused(_)));
        assert_eq!(unreadable(&site, "content/a/upp"), &Unreadable::Outside);
        assert!(matches!(unreadable(&site, "content/a/bruten.md"), Unreadable::Refused(_)));
        assert_eq!(site.snapshot.files.len(), 6);
    }

    #[test]
    fn a_pipe_is_not_waited_for() {
        let folder = Folder::new();
        let pipe = folder.path().join("content/rör.md");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if made.is_ok_and(|status| status.success()) {
            assert!(matches!(unreadable(&folder.read(), "content/rör.md"), Unreadable::Refused(_)));
        }
    }
}

/// Only some systems let two such names stand in one folder.
#[cfg(target_os = "linux")]
#[test]
fn two_spellings_of_one_name_do_not_hide_each_other() {
    let folder = Folder::new();
    folder.put("content/la\u{308}s.md", "först").put("content/l\u{e4}s.md", "sedan");
    let site = folder.read();
    assert_eq!(site.snapshot.text("content/läs.md").unwrap().as_str(), "först");
    assert_eq!(site.faults[0].code, Code::PathClash);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_told_of() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::new();
    let name = std::ffi::OsStr::from_bytes(b"content/l\xe4s.pdf");
    fs::write(folder.path().join(name), "x").unwrap();
    assert_eq!(folder.read().faults[0].code, Code::IllegalName);
}
