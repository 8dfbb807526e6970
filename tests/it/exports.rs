//! What the archive hands over: packages that hold each archived version byte for byte, left for judges of others.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::archives::{copy, tree};
use crate::shell_cli::Site;

const FILE: &str = "content/it-policy.md";

/// A site with two documents, archived; then one of them is changed and archived again, and the other taken down.
fn site() -> Site {
    let site = Site::new();
    site.put(
        "content/rad/2020-01-01.md",
        "+++\ntitle = 'Råd & <rön> \"citat\"'\ntype = \"riktlinje\"\nadopted = 2020-01-01\n\
         adopted_by = \"Kommunstyrelsen\"\n+++\n\nSe [listan](<lista över å.csv>) och [protokollet](p.pdf).\n",
    );
    site.put("content/rad/lista över å.csv", "a;b\n");
    site.put("content/rad/p.pdf", "%PDF");
    site.run("archive").code(0);
    let text = fs::read_to_string(site.path().join(FILE)).unwrap();
    site.put(FILE, text.replace("adopted = 2014-04-09\n", "adopted = 2014-04-09\nsection = \"§ 55\"\n"));
    site.put(
        "content/rad/index.md",
        "+++\nwithdrawn = { date = 2024-01-01, reason = \"Innehöll fel\" }\n+++\n",
    );
    site.run("archive").code(0);
    site
}

fn exported(site: &Site, format: &str) -> PathBuf {
    let ran = site.run(&format!("archive export --format {format} -o ut-{format}")).code(0);
    assert_eq!(ran.out, "exempelby-dok-it-policy-v2\nexempelby-dok-rad-v2\n");
    site.path().join(format!("ut-{format}"))
}

/// Keeps packages for programs of others to judge.
fn keep_for_others(packages: &Path, format: &str) {
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("archives").join(format);
    let _ = fs::remove_dir_all(&kept);
    copy(packages, &kept);
}

/// All that `restore` gives of a version.
fn restored(site: &Site, wanted: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = site.path().join("ut");
    site.run(&format!("archive restore {wanted} -o ut")).code(0);
    let files = tree(&folder);
    fs::remove_dir_all(folder).unwrap();
    files
}

#[test]
fn every_archived_version_is_in_a_package_as_it_was() {
    let site = site();
    for (format, place) in [("bagit", "data"), ("eark", "representations")] {
        let packages = exported(&site, format);
        keep_for_others(&packages, format);
        for document in ["it-policy", "rad"] {
            for version in ["v1", "v2"] {
                let below = if format == "eark" { format!("{version}/data") } else { version.to_owned() };
                let package = packages.join(format!("exempelby-dok-{document}-v2"));
                let there = tree(&package.join(place).join(below));
                assert_eq!(
                    there,
                    restored(&site, &format!("{document}@{version}")),
                    "{format} {document} {version}"
                );
            }
        }
        if format == "bagit" {
            for entry in fs::read_dir(&packages).unwrap() {
                let bag = entry.unwrap().path().display().to_string();
                let ran = site.run(&format!("archive verify --bag {bag}")).code(0);
                assert!(ran.out.starts_with("Alla filer är som när de packades"), "{}", ran.out);
            }
        }
    }
}

#[test]
fn the_lists_of_a_package_name_every_file() {
    let site = site();
    let package = exported(&site, "eark").join("exempelby-dok-rad-v2");
    let mets = fs::read_to_string(package.join("METS.xml")).unwrap();
    for path in tree(&package).into_keys().filter(|path| path != "METS.xml") {
        let href = format!("xlink:href=\"{}\"", stadga::model::address::encode(&path));
        assert_eq!(mets.matches(&href).count(), 1, "{path}");
    }
    assert!(mets.contains("LABEL=\"Råd &amp; &lt;rön&gt; &quot;citat&quot;\""), "{}", &mets[..2000]);
    assert!(mets.contains("%C3%B6ver%20%C3%A5.csv"));
    let bag = exported(&site, "bagit").join("exempelby-dok-rad-v2");
    let info = fs::read_to_string(bag.join("bag-info.txt")).unwrap();
    assert!(info.contains("External-Identifier: urn:stadga:exempelby:dok:rad\n"), "{info}");
}

#[test]
fn what_was_done_to_a_document_is_told_in_its_package() {
    let site = site();
    let package = exported(&site, "eark").join("exempelby-dok-rad-v2");
    let premis = fs::read_to_string(package.join("metadata/preservation/premis.xml")).unwrap();
    let flat: String = premis.lines().map(str::trim).collect();
    assert!(
        flat.contains("<eventType>policy assignment</eventType><eventDateTime>2024-01-01</eventDateTime>"),
        "{premis}"
    );
    assert!(flat.contains("<eventDetail>Reason: Innehöll fel</eventDetail>"), "{premis}");
    let page = "<linkingObjectIdentifierValue>representations/v2/data/dokument/rad/index.html<";
    assert!(flat.contains(page), "the page that says so: {premis}");
}

#[test]
fn what_is_exported_is_chosen_by_name_or_by_day() {
    let site = site();
    let ran = site.run("archive export --format bagit rad rad -o ut").code(0);
    assert_eq!(ran.out, "exempelby-dok-rad-v2\n");
    site.run("archive export --format bagit rad -o ut").code(2).says("ut");
    assert_eq!(fs::read_dir(site.path().join("ut")).unwrap().count(), 1, "nothing is written over");
    site.run("archive export --format eark --since 2014-01-01 -o alla").code(0).says("2 paket");
    site.run("archive export --format eark --since 2999-01-01 -o inga").code(0).says("Inget är packat");
    assert!(!site.path().join("inga").exists());
    site.run("archive export --format eark it-policyn -o ut2").code(2).says("it-policy?");
    site.run("archive export --format eark --since i-går -o ut2").code(2);
    site.run("archive export -o ut2").code(2).says("--format");
    assert!(!site.path().join("ut2").exists());
}

/// A damaged archive is not handed over as if it were whole.
#[test]
fn nothing_is_left_of_an_export_that_meets_damage() {
    let site = site();
    let file = tree(&site.path().join("arkiv"))
        .into_keys()
        .find(|path| path.ends_with("v1/content/dokument/rad/p.pdf"));
    site.put(&format!("arkiv/{}", file.unwrap()), "%PDE");
    site.run("archive export --format bagit -o ut").code(2).says("p.pdf");
    site.run("archive export --format bagit it-policy -o ut").code(0);
    let names: Vec<_> = fs::read_dir(site.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().contains("ofullständig")), "{names:?}");
}

/// What the Tab key types, the folder where one stands, one that is empty, one far down.
#[test]
fn a_folder_is_named_in_many_ways_and_nothing_else_is_left() {
    let site = site();
    let wanted = restored(&site, "it-policy");
    fs::create_dir_all(site.path().join("tom/mapp")).unwrap();
    let archive = site.path().join("arkiv").display().to_string();
    for (at, folder, into) in
        [("", "ny/", "ny"), ("", "tom/mapp/", "tom/mapp"), ("", "a/b/../c/", "a/c"), ("här", ".", "här")]
    {
        fs::create_dir_all(site.path().join(at)).unwrap();
        fs::create_dir_all(site.path().join("a/b")).unwrap();
        let mut command = site.command(&format!("archive restore it-policy --archive {archive} -o {folder}"));
        let ran = command.current_dir(site.path().join(at)).output().unwrap();
        assert!(ran.status.success(), "{folder}: {}", String::from_utf8_lossy(&ran.stderr));
        assert_eq!(tree(&site.path().join(into)), wanted, "{folder}");
    }
    let left = || {
        let all = walkdir::WalkDir::new(site.path()).into_iter().map(|entry| entry.unwrap().into_path());
        all.filter(|path| path.to_string_lossy().contains("ofullständig")).collect::<Vec<_>>()
    };
    assert!(left().is_empty(), "{:?}", left());
    fs::create_dir(site.path().join("ut.ofullständig")).unwrap();
    site.run("archive restore it-policy -o ut").code(2).says("ligger kvar från en körning av stadga");
}

#[test]
fn nothing_is_put_into_the_archive_or_among_the_sources() {
    let site = site();
    let before = tree(site.path());
    let today = &jiff::Timestamp::now().to_string()[..10];
    for folder in ["arkiv/ocfl/ut", "arkiv/ut/", "content/ut", "content/rad/../ut", "themes/ut"] {
        for command in ["restore it-policy", "export --format bagit", &format!("site --at {today}")] {
            site.run(&format!("archive {command} -o {folder}")).code(2).says("Inget kan läggas i");
        }
    }
    assert_eq!(tree(site.path()), before);
}
