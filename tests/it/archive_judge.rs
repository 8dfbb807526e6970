//! Objects of OCFL as others write them: what the standard allows is sound, what it forbids is not.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use sha2::Digest as _;
use stadga::archive::found::What;
use stadga::archive::sha512::hex;
use stadga::shell::archive::verify::verify_object;
use stadga::shell::disk::RealDisk;

/// How an object is written.
struct Style {
    minor: u8,
    algorithm: &'static str,
    content: Option<&'static str>,
    names: [&'static str; 2],
    /// Whether versions keep inventories of their own.
    own: bool,
}

const PLAIN: Style = Style { minor: 1, algorithm: "sha512", content: None, names: ["v1", "v2"], own: true };

fn digest(algorithm: &str, text: &str) -> String {
    match algorithm {
        "sha512" => hex(&sha2::Sha512::digest(text)),
        _ => hex(&sha2::Sha256::digest(text)),
    }
}

fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn seal(root: &Path, folder: &str, inventory: &Value, algorithm: &str) {
    let json = inventory.to_string();
    write(root, &format!("{folder}inventory.json"), &json);
    let sidecar = format!("{}  inventory.json\n", digest(algorithm, &json));
    write(root, &format!("{folder}inventory.json.{algorithm}"), &sidecar);
}

/// An object of two versions, the second with a file more.
fn object(root: &Path, style: &Style) -> Value {
    let Style { minor, algorithm, content, names: [first, second], own } = style;
    write(root, &format!("0=ocfl_object_1.{minor}"), &format!("ocfl_object_1.{minor}\n"));
    let content_folder = content.unwrap_or("content");
    let (one, two) = (digest(algorithm, "ett"), digest(algorithm, "två"));
    write(root, &format!("{first}/{content_folder}/a/ett.txt"), "ett");
    write(root, &format!("{second}/{content_folder}/två.txt"), "två");
    let version = |state: Value| json!({ "created": "2019-01-01T02:03:04.5+01:00", "state": state });
    let mut inventory = json!({
        "id": "http://example.org/minimal",
        "type": format!("https://ocfl.io/1.{minor}/spec/#inventory"),
        "digestAlgorithm": algorithm,
        "head": first,
        "manifest": { &one: [format!("{first}/{content_folder}/a/ett.txt")] },
        "versions": { *first: version(json!({ &one: ["a/ett.txt"] })) },
    });
    if let Some(content) = content {
        inventory["contentDirectory"] = json!(content);
    }
    if *own {
        seal(root, &format!("{first}/"), &inventory, algorithm);
    }
    inventory["head"] = json!(second);
    inventory["manifest"][&two] = json!([format!("{second}/{content_folder}/två.txt")]);
    inventory["versions"][*second] = version(json!({ &one: ["ett.txt", "kopia.txt"], &two: ["två.txt"] }));
    if *own {
        seal(root, &format!("{second}/"), &inventory, algorithm);
    }
    seal(root, "", &inventory, algorithm);
    inventory
}

fn whats(root: &Path) -> Vec<What> {
    let mut whats: Vec<What> =
        verify_object(&RealDisk, root).found.into_iter().map(|found| found.what).collect();
    whats.dedup();
    whats
}

#[test]
fn what_the_standard_allows_is_sound() {
    let styles = [
        PLAIN,
        Style { minor: 0, ..PLAIN },
        Style { algorithm: "sha256", ..PLAIN },
        Style { content: Some("data"), ..PLAIN },
        Style { names: ["v0001", "v0002"], ..PLAIN },
        Style { own: false, ..PLAIN },
        Style { minor: 0, algorithm: "sha256", content: Some("x"), names: ["v01", "v02"], own: true },
    ];
    for style in styles {
        let folder = tempfile::tempdir().unwrap();
        object(folder.path(), &style);
        let report = verify_object(&RealDisk, folder.path());
        assert_eq!(report.found, []);
        assert_eq!((report.objects, report.versions, report.files, report.bytes), (1, 2, 2, 7));
    }
}

#[test]
fn what_the_standard_passes_over_is_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let mut inventory = object(root, &Style { own: false, ..PLAIN });
    inventory["versions"]["v1"]["message"] = json!("Först");
    inventory["versions"]["v1"]["user"] = json!({ "name": "Någon" });
    inventory["fixity"] = json!({
        "egen-1": { "0123": ["v1/content/a/ett.txt"] },
        "sha256": { digest("sha256", "ett"): ["v1/content/a/ett.txt"] },
    });
    seal(root, "", &inventory, "sha512");
    write(root, "logs/2020.txt", "x");
    write(root, "extensions/0005-mutable-head/head/inventory.json", "{}");
    write(root, "v1/egen/mapp.txt", "x");
    assert_eq!(whats(root), []);
}

/// A second version may go over to SHA-512; the first keeps the inventory that it has.
#[test]
fn inventories_of_several_algorithms_tell_of_the_same_files() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    object(root, &Style { algorithm: "sha256", ..PLAIN });
    for file in ["inventory.json.sha256", "v2/inventory.json.sha256"] {
        fs::remove_file(root.join(file)).unwrap();
    }
    let other = tempfile::tempdir().unwrap();
    let inventory = object(other.path(), &PLAIN);
    seal(root, "", &inventory, "sha512");
    seal(root, "v2/", &inventory, "sha512");
    assert_eq!(whats(root), []);
    let mut swapped = inventory.clone();
    let (one, two) = (digest("sha512", "ett"), digest("sha512", "två"));
    swapped["versions"]["v1"]["state"] = json!({ two: ["a/ett.txt"] });
    swapped["versions"]["v2"]["state"][one] = json!(["ett.txt", "kopia.txt"]);
    seal(root, "", &swapped, "sha512");
    seal(root, "v2/", &swapped, "sha512");
    assert_eq!(whats(root), [What::HistoryDiffers]);
}

#[test]
fn what_the_standard_forbids_is_found() {
    type Change = fn(&mut Value);
    let cases: [(What, Change); 22] = [
        (What::InventoryMalformed, |it| drop(it.as_object_mut().unwrap().remove("id"))),
        (What::InventoryMalformed, |it| it["type"] = json!("https://ocfl.io/1.7/spec/#inventory")),
        (What::InventoryMalformed, |it| it["type"] = json!("https://ocfl.io/1.0/spec/#inventory")),
        (What::InventoryMalformed, |it| it["digestAlgorithm"] = json!("md5")),
        (What::InventoryMalformed, |it| drop(it.as_object_mut().unwrap().remove("manifest"))),
        (What::InventoryMalformed, |it| it["versions"] = json!([])),
        (What::InventoryMalformed, |it| it["contentDirectory"] = json!("..")),
        (What::InventoryMalformed, |it| it["contentDirectory"] = json!("a/b")),
        (What::InventoryMalformed, |it| it["versions"]["v1"]["created"] = json!("2019-01-01T02:03Z")),
        (What::InventoryMalformed, |it| it["versions"]["v1"]["created"] = json!("2019-01-01T02:03:04")),
        (What::InventoryMalformed, |it| it["versions"]["v1"]["message"] = json!([])),
        (What::InventoryMalformed, |it| it["versions"]["v1"]["user"] = json!({ "address": "x" })),
        (What::InventoryMalformed, |it| it["extra"] = json!(1)),
        (What::InventoryMalformed, |it| it["fixity"] = json!([])),
        (What::InventoryMalformed, |it| it["manifest"]["abc"] = json!(["v1/content/x"])),
        (What::HeadWrong, |it| it["head"] = json!("v1")),
        (What::VersionsOdd, |it| it["versions"]["v4"] = it["versions"]["v2"].clone()),
        (What::VersionsOdd, |it| it["versions"]["första"] = it["versions"]["v2"].clone()),
        (What::VersionsOdd, |it| it["versions"] = json!({})),
        (What::DigestUnknown, |it| it["versions"]["v2"]["state"][digest("sha512", "x")] = json!(["x"])),
        (What::PathUnsafe, |it| it["versions"]["v2"]["state"][digest("sha512", "två")] = json!(["/två"])),
        (What::PathConflict, |it| {
            it["versions"]["v2"]["state"][digest("sha512", "två")] = json!(["ett.txt/b"]);
        }),
    ];
    for (number, (what, change)) in cases.into_iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let mut inventory = object(folder.path(), &Style { own: false, ..PLAIN });
        change(&mut inventory);
        seal(folder.path(), "", &inventory, "sha512");
        let found = whats(folder.path());
        assert!(found.contains(&what), "{number}: {what:?} not in {found:?}");
    }
    let nothing = tempfile::tempdir().unwrap();
    assert_eq!(whats(nothing.path()), [What::NoNamaste]);
}
