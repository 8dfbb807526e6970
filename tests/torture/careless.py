"""Torture that finds no fault proves nothing unless it finds those that are there: damage of each kind, and a writer
that puts its files straight where they belong."""

import json
import shutil

from archives import copy, troubles
from killed import killed_everywhere

PAGE = "ocfl/*/*/*/*it-policy/v1/content/dokument/it-policy/2014-04-09/index.html"
INVENTORY = "ocfl/*/*/*/*it-policy/inventory.json"
LOG = "logg/entries.jsonl"


def only(archive, pattern):
    [file] = archive.glob(pattern)
    return file


def rewrite(pattern, change):
    def damage(archive):
        file = only(archive, pattern)
        file.write_bytes(change(file.read_bytes()))
    return damage


def old_inventory(archive):
    shutil.copy(only(archive, "ocfl/*/*/*/*it-policy/v1/inventory.json"), only(archive, INVENTORY))


def stray(archive):
    (only(archive, PAGE).parent / "ny.html").write_text("ny")


def logged_twice(log):
    last = json.loads(log.splitlines()[-1])
    return log + json.dumps(last | {"seq": last["seq"] + 1}).encode() + b"\n"


DAMAGE = {
    "an archived page that was changed": rewrite(PAGE, lambda page: page.replace(b"IT", b"it", 1)),
    "an archived page that is gone": lambda archive: only(archive, PAGE).unlink(),
    "an archived page that nobody knows": stray,
    "half an inventory": rewrite(INVENTORY, lambda json: json[:len(json) // 2]),
    "the inventory of a former version": old_inventory,
    "half a line in the log": rewrite(LOG, lambda log: log[:-30]),
    "a line too few in the log": rewrite(LOG, lambda log: log[:log[:-1].rindex(b"\n") + 1]),
    "a line too many in the log": rewrite(LOG, logged_twice),
    "a log that was rewritten": rewrite(LOG, lambda log: log.replace(b"Ekbo kommun", b"Ek kommun")),
    "half of what tells how to read it": rewrite("LÄSMIG.txt", lambda text: text[:len(text) // 2]),
    "something left behind": lambda archive: (archive / ".staging").mkdir(),
    "a document that is gone": lambda archive: shutil.rmtree(only(archive, INVENTORY).parent),
}


def overlooked(case):
    """The kinds of damage that nobody would find."""
    archive, found = case.stadga.work / "damaged", []
    for name, damage in DAMAGE.items():
        copy(case.whole, archive)
        damage(archive)
        if not troubles(case, archive):
            found.append(f"nobody finds {name}")
    return found


def careless(case):
    """The same end as the run has, but copied straight to its places."""
    return lambda archive: ["cp", "-rT", str(case.whole), str(archive)]


def found_out(case):
    """At how many calls the careless one was killed, and after how many of them something is wrong."""
    killed, wrong = killed_everywhere(case, careless(case), every=10)
    return killed, len(wrong)
