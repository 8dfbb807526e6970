"""A small site before and after some changes, the program that archives it, and what must hold of an archive after the
next run. What an archive holds is read here without stadga: hashes, inventories and the log, as its LÄSMIG.txt says."""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

KEPT = 8
SETTINGS = 'namn = "Ekbo kommun"\nwebbadress = "https://styrdokument.ekbo.example/"\n'
VERSION = """+++
titel = "{title}"
typ = "policy"
antagen_av = "Kommunfullmäktige"
antagen = {adopted}
{more}+++

## 1 Så gör vi

{text}
"""
WITHDRAWN = 'avpublicerad = { datum = 2025-05-04, av = "Kommunstyrelsen", skal = "Den beskrev larm." }\n'


def version(title, adopted, text, more=""):
    return VERSION.format(title=title, adopted=adopted, text=text, more=more)


BEFORE = {
    "stadga.toml": SETTINGS,
    "content/it-policy/2014-04-09.md": version("IT-policy", "2014-04-09", "Kommunen använder IT."),
    "content/resepolicy.md": version("Resepolicy", "2019-01-21", "Vi reser *sällan*.", 'ansvarig = "Kommundirektör"\n'),
    "content/larmplan.md": version("Larmplan", "2020-06-15", "Ring 112."),
}
# A new version, a fact that changed, a document that was taken down, a new one.
AFTER = BEFORE | {
    "content/it-policy/2024-11-18.md": version("IT-policy", "2024-11-18", "Kommunen använder IT med eftertanke."),
    "content/resepolicy.md": BEFORE["content/resepolicy.md"].replace("Kommundirektör", "Ekonomichef"),
    "content/larmplan.md": version("Larmplan", "2020-06-15", "Ring 112.", WITHDRAWN),
    "content/cykelplan.md": version("Cykelplan", "2025-02-10", "Vi cyklar."),
}


class Stadga:
    """The program, and the folder for what is written here."""

    def __init__(self, program, work, keep=None):
        self.program, self.work, self.keep = str(Path(program).resolve()), Path(work), keep
        self.environment = {"PATH": os.environ["PATH"], "LANG": "sv_SE.UTF-8"}

    def site(self, name, files):
        for path, text in files.items():
            file = self.work / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        return self.work / name

    def archiving(self, site, archive, *more):
        return [self.program, "archive", *more, "--site", str(site), "--archive", str(archive)]

    def start(self, command):
        return subprocess.Popen(command, env=self.environment, text=True, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, command):
        """Exit code and what it says to people."""
        started = self.start(command)
        _, said = started.communicate(timeout=60)
        return started.returncode, said


class Case:
    """A run that is tortured: the site, what the archive holds before it, and what it must hold in the end."""

    def __init__(self, stadga, name, site, before):
        self.stadga, self.name, self.site, self.before = stadga, name, site, before
        self.whole = stadga.work / f"{name}-whole"
        copy(before, self.whole)
        code, said = stadga.run(self.run_on(self.whole))
        assert code == 0, said
        self.bytes_before, self.wanted = tree(before), heads(self.whole)
        assert troubles(self, self.whole) == []

    def run_on(self, archive):
        return self.stadga.archiving(self.site, archive)

    def begin(self, name):
        """A fresh copy of the archive before the run."""
        archive = self.stadga.work / f"{self.name}-{name}"
        copy(self.before, archive)
        return archive

    def after(self, archive):
        """What is wrong once a run has been stopped and the next one has ended."""
        stopped = lost(self.bytes_before, archive)
        code, said = self.stadga.run(self.run_on(archive))
        if code != 0:
            return stopped + [f"the next run ends with {code}: {said.strip()}"]
        code, said = self.stadga.run(self.stadga.archiving(self.site, archive, "verify"))
        verified = [] if code == 0 else [f"verify ends with {code}: {said.strip()}"]
        return stopped + verified + troubles(self, archive)

    def done_with(self, archive):
        """Removes an archive, but keeps a few in which the next run had something to finish: others may judge them."""
        keep = self.stadga.keep
        if keep and len(list(keep.iterdir())) < KEPT and any(entry.get("recovered") for entry in entries(archive)):
            shutil.move(archive, keep / archive.name)
        else:
            shutil.rmtree(archive)


def cases(stadga):
    """The first run and one that follows."""
    before, after = stadga.site("site-before", BEFORE), stadga.site("site-after", AFTER)
    nothing = stadga.work / "nothing"
    nothing.mkdir()
    first = Case(stadga, "first", before, nothing)
    return [first, Case(stadga, "second", after, first.whole)]


def copy(archive, to):
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(archive, to)


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def is_of_version(path):
    """Whether it is a file that no run may ever touch again: ocfl/abc/def/012/OBJECT/vN/…"""
    parts = path.split("/")
    return parts[0] == "ocfl" and len(parts) > 6 and parts[5].startswith("v")


def lost(before, archive):
    """What was archived before and is not there, byte for byte. The log may have grown."""
    now = tree(archive)
    log = "logg/entries.jsonl"
    gone = [f"lost: {path}" for path, held in before.items() if is_of_version(path) and now.get(path) != held]
    return gone + ([] if now.get(log, b"").startswith(before.get(log, b"")) else ["lost: lines of the log"])


def entries(archive):
    return [json.loads(line) for line in (archive / "logg/entries.jsonl").read_text().splitlines()]


def heads(archive):
    """What the log says of each document: its newest version, and the digest of what is archived."""
    kept = [entry for entry in entries(archive) if entry["event"] != "begin"]
    return {entry["document"]: (entry["version"], entry["content"]) for entry in kept}


def troubles(case, archive):
    """What is wrong with an archive where nobody is at work."""
    try:
        return lost(case.bytes_before, archive) + unfinished(case, archive) + unsound(archive)
    except (OSError, ValueError, KeyError) as error:
        return [f"cannot be read: {error!r}"]


def unfinished(case, archive):
    # What the last run saw is noted last, and missed by nobody.
    names = sorted(path.name for path in archive.iterdir() if path.name != ".seen")
    found = [] if names == [".lock", "LÄSMIG.txt", "logg", "ocfl"] else [f"left behind or missing: {names}"]
    readme = "LÄSMIG.txt"
    if readme in names and (archive / readme).read_bytes() != (case.whole / readme).read_bytes():
        found.append("LÄSMIG.txt is not whole")
    if heads(archive) != case.wanted:
        found.append(f"the log tells of {sorted((id, number) for id, (number, _) in heads(archive).items())}")
    if len(entries(archive)) != len(entries(case.whole)):
        found.append(f"the log has {len(entries(archive))} lines")
    return found


def unsound(archive):
    logged = {entry["object"]: entry for entry in entries(archive) if entry["event"] != "begin"}
    objects = {json.loads(file.read_bytes())["id"]: file.parent
               for file in archive.glob("ocfl/*/*/*/*/inventory.json")}
    found = [] if sorted(objects) == sorted(logged) else ["the log and the store hold different objects"]
    for id in objects.keys() & logged.keys():
        found += [f"{objects[id].name}: {what}" for what in unsound_object(objects[id], logged[id])]
    return found


def unsound_object(folder, newest):
    inventory = json.loads((folder / "inventory.json").read_bytes())
    found = []
    if inventory["head"] != newest["version"] or digest(folder / "inventory.json") != newest["inventory"]:
        found.append("the inventory is not the one in the log")
    if (folder / inventory["head"] / "inventory.json").read_bytes() != (folder / "inventory.json").read_bytes():
        found.append("the inventory is not that of the newest version")
    for part in [folder, *(folder / version for version in inventory["versions"])]:
        if (part / "inventory.json.sha512").read_text().split() != [digest(part / "inventory.json"), "inventory.json"]:
            found.append("an inventory does not have its own digest")
    named = {path: hash for hash, paths in inventory["manifest"].items() for path in paths}
    there = {path for path in tree(folder) if path.split("/")[1:2] == ["content"]}
    found += [f"{path} is not in the manifest or not there" for path in there ^ named.keys()]
    found += [f"{path} was changed" for path in there & named.keys() if digest(folder / path) != named[path]]
    wanted = {hash for version in inventory["versions"].values() for hash in version["state"]}
    return found + [f"nothing has the digest {hash}" for hash in wanted - set(inventory["manifest"])]


def digest(file):
    return hashlib.sha512(file.read_bytes()).hexdigest()
