//! The key that checkpoints are signed with: made, kept from others, used.

use std::fs;
use std::process::Command;

use stadga::archive::checkpoint::{Key, Note, PublicKey};

use crate::archive_readme::as_it_stands;
use crate::shell_cli::Site;

#[test]
fn a_new_key_signs_what_its_public_half_checks() {
    let site = Site::new();
    let made = site.run("archive key -o nyckel.txt").code(0).says("nyckel.txt");
    let secret = fs::read_to_string(site.path().join("nyckel.txt")).unwrap();
    let key = Key::parse(&secret).expect("a key");
    assert_eq!(made.out, format!("{}\n", key.public()));
    assert!(!made.out.contains("PRIVATE") && !made.err.contains(secret.trim()), "the key is never shown");
    assert!(made.out.starts_with("exempelby+"), "named as the log: {}", made.out);

    site.put("offentlig.txt", &made.out);
    site.run("archive --key nyckel.txt").code(0);
    let note = Note::parse(&site.run("archive checkpoint").out).expect("a checkpoint");
    assert_eq!(note.checkpoint.origin, "exempelby");
    assert!(note.is_signed_by(&PublicKey::parse(&made.out).expect("a public key")));
    site.run("archive verify --public-key offentlig.txt").code(0);

    let other = site.run("archive key -o annan.txt").code(0).out;
    assert_ne!(other, made.out, "no two are alike");
    site.put("offentlig.txt", other);
    site.run("archive verify --public-key offentlig.txt").code(1);
}

#[test]
fn a_key_is_never_written_over_and_never_half() {
    let site = Site::new();
    site.put("nyckel.txt", "min");
    let ran = site.run("archive key -o nyckel.txt").code(2).says("nyckel.txt finns redan").says("den enda");
    assert!(!ran.err.contains("ta bort"), "{}", ran.err);
    site.run("archive key -o content/nyckel.txt").code(2).says("-o ../nyckel.txt");
    assert_eq!(fs::read(site.path().join("nyckel.txt")).unwrap(), b"min");
    site.run("archive key -o finns/inte.txt").code(2).says("finns/inte.txt");
    site.run("archive key").code(2);
    site.put("stadga.toml", "name = [");
    site.run("archive key -o ny.txt").code(1);
    assert!(!site.path().join("ny.txt").exists());
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_a_key() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = Site::new();
    site.run("archive key -o nyckel.txt").code(0);
    let rights = fs::metadata(site.path().join("nyckel.txt")).unwrap().permissions();
    assert_eq!(rights.mode() & 0o777, 0o600);
}

/// Nothing need be new for a checkpoint to be signed; a run that forgets the key does not do so in silence.
#[test]
fn a_key_that_comes_later_signs_what_is_there() {
    let site = Site::new();
    site.run("archive").code(0);
    let public = site.run("archive key -o nyckel.txt").code(0).out;
    site.put("offentlig.txt", public);
    site.run("archive verify --public-key offentlig.txt").code(1);
    site.run("archive --key nyckel.txt").code(0).says("Inget nytt.");
    site.run("archive verify --public-key offentlig.txt").code(0);
    let log = fs::read(site.path().join("arkiv/logg/entries.jsonl")).unwrap();
    assert!(!site.run("archive").code(0).err.contains("undertecknad"), "nothing was written");
    assert_eq!(fs::read(site.path().join("arkiv/logg/entries.jsonl")).unwrap(), log);
    let text = fs::read_to_string(site.path().join("content/it-policy.md")).unwrap();
    site.put(
        "content/it-policy.md",
        text.replace("adopted = 2014-04-09\n", "adopted = 2014-04-09\nsection = \"§ 55\"\n"),
    );
    site.run("archive").code(0).says("var undertecknad men är det inte längre");
}

/// Editors put marks into what they save.
#[test]
fn a_key_is_read_as_editors_save_it() {
    let site = Site::new();
    let public = site.run("archive key -o nyckel.txt").code(0).out;
    let secret = fs::read_to_string(site.path().join("nyckel.txt")).unwrap();
    site.put("nyckel.txt", format!("\u{feff}{secret}"));
    site.put("offentlig.txt", format!("\u{feff}{public}"));
    site.run("archive --key nyckel.txt").code(0);
    site.run("archive verify --public-key offentlig.txt").code(0);
    let pairs: Vec<u8> = public.encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(site.path().join("offentlig.txt"), [&b"\xff\xfe"[..], &pairs].concat()).unwrap();
    for option in ["public-key", "against"] {
        site.run(&format!("archive verify --{option} offentlig.txt")).code(2).says("UTF-16");
    }
}

#[test]
fn a_kept_checkpoint_that_does_not_fit_is_explained() {
    let site = Site::new();
    site.run("archive").code(0);
    let checkpoint = site.run("archive checkpoint").out;
    site.put("annat.txt", checkpoint.replace("exempelby", "annanby"));
    site.run("archive verify --against annat.txt").code(1).says("gäller ett annat arkiv, annanby");
    site.put("fler.txt", checkpoint.replacen("\n2\n", "\n20\n", 1));
    let told = site.run("archive verify --against fler.txt").code(1);
    told.says("den står för 20 rader och loggen har 2").says("en äldre kopia av arkivet");
}

/// A change of keys is never silent, and neither is whether a signature was checked.
#[test]
fn what_is_known_of_a_signature_is_told() {
    let site = Site::new();
    site.run("archive").code(0);
    site.run("archive verify").code(0).says("Checkpointen är inte undertecknad.");
    let public = site.run("archive key -o nyckel.txt").code(0).out;
    let id = |public: &str| public.splitn(3, '+').take(2).collect::<Vec<_>>().join("+");
    let first = id(&public);
    site.put("offentlig.txt", &public);
    site.run("archive --key nyckel.txt").code(0);
    site.run("archive verify").code(0).says(&format!("nyckeln {first}. Underskriften är inte kontrollerad"));
    let checked = site.run("archive verify --public-key offentlig.txt").code(0);
    assert!(
        checked.err.contains(&format!("nyckeln {first}. Underskriften är kontrollerad")),
        "{}",
        checked.err
    );

    let other = site.run("archive key -o annan.txt").code(0).out;
    let changed = site.run("archive --key annan.txt").code(0);
    for key in [&first, &id(&other)] {
        assert!(changed.err.contains(key), "{key}: {}", changed.err);
    }
    let again = site.run("archive --key annan.txt").code(0);
    assert!(!again.err.contains("undertecknad"), "it is the same: {}", again.err);
    site.run("archive doctor --key nyckel.txt").code(0).says(&first);

    // A line that is none of its signatures.
    let checkpoint = fs::read_to_string(site.path().join("arkiv/logg/checkpoint")).unwrap();
    let signature = checkpoint.lines().last().unwrap();
    site.put("arkiv/logg/checkpoint", checkpoint.replace(signature, "\u{2014} exempelby AAAAAAAAAAAA"));
    site.run("archive verify").code(0).says("Checkpointen är inte undertecknad.");
    site.run("archive verify --public-key offentlig.txt").code(1).says("är inte undertecknad");
}

#[test]
fn the_secret_key_checks_nothing_and_is_not_shown() {
    let site = Site::new();
    site.run("archive").code(0);
    site.run("archive key -o nyckel.txt").code(0);
    let secret = fs::read_to_string(site.path().join("nyckel.txt")).unwrap();
    let ran = site.run("archive verify --public-key nyckel.txt").code(2).says("den hemliga nyckeln");
    assert!(!ran.err.contains(secret.trim()) && ran.out.is_empty());
}

#[test]
fn the_checkpoint_of_an_empty_log_proves_nothing() {
    let site = Site::new();
    site.run("archive").code(0);
    site.put("tom.txt", "exempelby\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n");
    site.run("archive verify --against tom.txt").code(2).says("bevisar ingenting");
}

/// The log and the signature of the checkpoint, as LÄSMIG.txt has them checked.
#[cfg(target_os = "linux")]
#[test]
fn log_and_signature_are_checked_with_standard_tools() {
    let site = Site::new();
    let public = site.run("archive key -o nyckel.txt").code(0).out;
    site.run("archive --key nyckel.txt").code(0);
    site.put("prov/offentlig.txt", public);
    let readme = fs::read_to_string(site.path().join("arkiv/LÄSMIG.txt")).unwrap();
    let run = |folder: &str, begin: &str| {
        let mut shell = Command::new("bash");
        shell.current_dir(site.path().join(folder)).args(["-ec", as_it_stands(&readme, begin)]);
        let ran = shell.output().unwrap();
        String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr)
    };
    let root = || run("arkiv", "python3 - logg");
    let signature = || {
        fs::copy(site.path().join("arkiv/logg/checkpoint"), site.path().join("prov/checkpoint")).unwrap();
        run("prov", "head -n 3 checkpoint")
    };
    assert_eq!(root(), "stämmer\n");
    assert!(signature().contains("Verified Successfully"), "{}", signature());

    let checkpoint = fs::read_to_string(site.path().join("arkiv/logg/checkpoint")).unwrap();
    site.put("arkiv/logg/checkpoint", checkpoint.replacen("exempelby", "annanby", 1));
    assert!(!signature().contains("Verified Successfully"));
    let log = fs::read_to_string(site.path().join("arkiv/logg/entries.jsonl")).unwrap();
    site.put("arkiv/logg/entries.jsonl", log.replacen("Exempelby", "Annanby", 1));
    assert_eq!(root(), "STÄMMER INTE\n");
}
