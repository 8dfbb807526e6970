"""SIGKILL at each thing that a run asks of the disk, and at any moment."""

import random
import re
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

from archives import Case, cases

# What a run may change the disk with; of openat, what makes a file.
CALLS = ("openat,write,pwrite64,writev,pwritev,sendfile,copy_file_range,rename,renameat,renameat2,mkdir,mkdirat,"
         "fsync,fdatasync,sync_file_range,unlink,unlinkat,rmdir,truncate,ftruncate,link,linkat,symlink,symlinkat")


def untraceable():
    """Why no process can be traced here, if so."""
    if not shutil.which("strace"):
        return "strace is not installed"
    tried = subprocess.run(["strace", "-qq", "-o", "/dev/null", "-e", "inject=fsync:signal=KILL:when=1", "true"],
                           capture_output=True, text=True)
    return tried.stderr.strip() if tried.returncode else None


def points(case, run_on):
    """Each call by which a run changes its archive: its name, which of that name it is, and what it is told."""
    archive, trace = case.begin("traced"), case.stadga.work / "trace"
    strace = ["strace", "-f", "-qq", "-y", "-s", "0", "-e", f"trace={CALLS}", "-o", str(trace)]
    code, said = case.stadga.run(strace + run_on(archive))
    assert code == 0, said
    calls = re.findall(r"^(\d+) +(\w+)\((.*)$", trace.read_text(), re.MULTILINE)
    first, counts, found = calls[0][0], {}, []
    for process, name, arguments in calls:
        counts[process, name] = counts.get((process, name), 0) + 1
        if archive.name in arguments and (name != "openat" or "O_CREAT" in arguments):
            # A call is counted in its own thread, and only the first is stopped below.
            assert process == first, f"a second thread writes: {name}({arguments}"
            found.append((name, counts[process, name], arguments))
    return found


def tear(archive):
    """The power goes in the middle of a line."""
    with open(archive / "logg/entries.jsonl", "a") as log:
        log.write('{"seq":4,"time":"20')


def killed_at(case, run_on, name, nth, arguments):
    """Stops a run before a call, and returns what is wrong after the next. Of a line of the log, a part is written."""
    archive = case.begin(f"{name}-{nth}")
    inject = ["strace", "-qq", "-o", "/dev/null", "-e", f"trace={name}", "-e", f"inject={name}:signal=KILL:when={nth}"]
    code, _ = case.stadga.run(inject + run_on(archive))
    if name == "write" and "/logg/entries.jsonl" in arguments and ".staging" not in arguments:
        tear(archive)
    wrong = case.after(archive) if code in (-9, 137) else [f"it was not killed, but ended with {code}"]
    if not wrong:
        case.done_with(archive)
    return [f"{case.name}, killed before {name} number {nth}: {what}" for what in wrong]


def killed_everywhere(case, run_on, every=1):
    """How many calls there were, and for each after which something is wrong, what."""
    chosen = points(case, run_on)[::every]
    with ThreadPoolExecutor(2) as pool:
        wrong = list(pool.map(lambda point: killed_at(case, run_on, *point), chosen))
    return len(chosen), [what for what in wrong if what]


def killed_any_time(case, seed):
    """Kills three runs in turn, each after a while, and lets the next one end. What is wrong after it."""
    moments = random.Random(seed)
    archive = case.begin(f"random-{seed}")
    for _ in range(3):
        run = case.stadga.start(case.run_on(archive))
        time.sleep(moments.uniform(0.005, 0.05))
        run.kill()
        run.communicate()
    wrong = case.after(archive)
    if not wrong:
        case.done_with(archive)
    return [f"{case.name}, killed three times, as {seed} says: {what}" for what in wrong]
