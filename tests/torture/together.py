"""Several runs at once: one writes at a time, and the others are told who."""

import re
import shutil

RUNS = 4
LOCKED = 75


def wrong_answer(code, said, holders):
    """What is wrong with what a run that did not write has said."""
    if code != LOCKED:
        return [f"a run ends with {code}: {said.strip()}"]
    named = re.search(r"process (\d+),", said)
    return [] if named and int(named[1]) in holders else [f"who holds the lock is not said: {said.strip()}"]


def at_once(case, nth):
    """Starts runs together. How many had to wait, and what is wrong."""
    archive = case.begin(f"at-once-{nth}")
    runs = [case.stadga.start(case.run_on(archive)) for _ in range(RUNS)]
    ends = [(run.communicate()[1], run.returncode) for run in runs]
    waiting = [(code, said) for said, code in ends if code != 0]
    wrong = [what for code, said in waiting for what in wrong_answer(code, said, [run.pid for run in runs])]
    if len(waiting) == RUNS:
        wrong.append("nobody writes")
    return len(waiting), [f"{case.name}, {RUNS} at once: {what}" for what in wrong + case.after(archive)]


def behind_a_slow_one(case):
    """Starts runs while another, which is slow, is at work: all must wait for it, and leave it alone."""
    archive = case.begin("slow")
    slow = ["strace", "-D", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:delay_enter=20000"]
    writer = case.stadga.start(slow + case.run_on(archive))
    while not (archive / ".staging/holder").exists() and writer.poll() is None:
        pass
    wrong = []
    for _ in range(RUNS - 1):
        code, said = case.stadga.run(case.run_on(archive))
        wrong += wrong_answer(code, said, [writer.pid])
    _, said = writer.communicate()
    if writer.returncode != 0:
        wrong.append(f"the slow one ends with {writer.returncode}: {said.strip()}")
    wrong += case.after(archive)
    shutil.rmtree(archive)
    return [f"{case.name}, behind a slow one: {what}" for what in wrong]
