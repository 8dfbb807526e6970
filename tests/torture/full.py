"""A disk that is full: a small one in memory, with so much room or so few names left when the run begins.

Runs by itself, where what it mounts is seen by nobody else and gone when it ends."""

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from archives import Case, Stadga, cases, copy, lost, tree

ALONE = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
ROOMY = {"size": "64m", "nr_inodes": 9999}
KB = range(0, 257, 4)  # such a disk gives room by 4 kB
NAMES = range(0, 97, 4)


def unmountable(work):
    """Why no small disk can be mounted here, if so."""
    try:
        tried = subprocess.run([*ALONE, "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(work)],
                               capture_output=True, text=True)
    except OSError as error:
        return str(error)
    return tried.stderr.strip() if tried.returncode else None


def full_disks(stadga):
    """How many full disks were tried, on how many there was room enough, and what is wrong."""
    work = stadga.work / "full"
    work.mkdir()
    told = subprocess.run([*ALONE, sys.executable, "-B", __file__, stadga.program, str(work)],
                          capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


def mount(disk, change="", **options):
    given = change + ",".join(f"{name}={value}" for name, value in (ROOMY | options).items())
    subprocess.run(["mount", "-t", "tmpfs", "-o", given, "tmpfs", str(disk)], check=True)


def fill(disk, kind, left):
    now = os.statvfs(disk)
    if kind == "kB":
        mount(disk, "remount,", size=(now.f_blocks - now.f_bfree) * now.f_frsize + left * 1024)
    else:
        mount(disk, "remount,", nr_inodes=now.f_files - now.f_ffree + left)


def run_twice_where_it_is_full(case, archive):
    """Whether there was room for all at once, and else what is wrong so far."""
    wrong = []
    for attempt in ["first", "second"]:
        code, said = case.stadga.run(case.run_on(archive))
        if attempt == "first" and code == 0:
            return True, []
        if code != 2 or "disken är full" not in said:
            wrong.append(f"the {attempt} run ends with {code}: {said.strip()}")
        held = tree(archive)
        case.stadga.run(case.stadga.archiving(case.site, archive, "verify"))
        if tree(archive) != held:
            wrong.append("verify changes something")
        wrong += lost(case.bytes_before, archive)
    return False, wrong


def with_so_much_left(case, kind, left):
    """Whether that was enough for a run, and what is wrong, also when there is room again."""
    disk = case.stadga.work / f"{case.name}-{left}-{kind}"
    disk.mkdir()
    mount(disk)
    try:
        copy(case.before, disk / "arkiv")
        (disk / "annat").write_text("Det som fyller disken.")  # no size at all would mean that there is no limit
        fill(disk, kind, left)
        enough, wrong = run_twice_where_it_is_full(case, disk / "arkiv")
        mount(disk, "remount,")
        wrong += case.after(disk / "arkiv")
        return enough, [f"{case.name}, {left} {kind} left: {what}" for what in wrong]
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def unfinished(case):
    """Killed when all but the checkpoint was written: where there is nothing new, there is still something to do."""
    before = case.stadga.work / "unfinished"
    copy(case.whole, before)
    shutil.copy(case.before / "logg/checkpoint", before / "logg/checkpoint")
    (before / ".staging").mkdir()
    return Case(case.stadga, "unfinished", case.site, before)


def main(program, work):
    first, second = cases(Stadga(program, Path(work)))
    tries = [(case, kind, left) for case in [first, second] for kind, amounts in [("kB", KB), ("names", NAMES)]
             for left in amounts]
    tries += [(unfinished(second), kind, left) for kind, left in [("names", 0), ("names", 1), ("kB", 0), ("kB", 4)]]
    with ThreadPoolExecutor(2) as pool:
        ends = list(pool.map(lambda one: with_so_much_left(*one), tries))
    print(json.dumps([len(ends), sum(enough for enough, _ in ends), [what for _, wrong in ends for what in wrong]]))


if __name__ == "__main__":
    main(*sys.argv[1:])
