"""The archive under torture, with real processes: killed, on a full disk, several at once, with the clock set back.

    python3 tests/torture STADGA KEEP

After each, the next run must end well, and what it leaves must be sound and hold every byte of before. A few of the
archives that were mended so are left in the folder KEEP, for others to judge. What cannot be tried here is skipped,
and the skips are counted."""

import os
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from archives import Stadga, cases
from careless import DAMAGE, found_out, overlooked
from clock import set_back, unturnable
from full import full_disks, unmountable
from killed import killed_any_time, killed_everywhere, untraceable
from together import RUNS, at_once, behind_a_slow_one

# In memory, where there is such a folder: nothing here needs to outlast the power, and a disk takes its time.
MEMORY = Path("/dev/shm")
AT_RANDOM, ROUNDS = 25, 10


class Told:
    """What was tried, skipped and found wrong."""

    def __init__(self):
        self.tried, self.skipped, self.wrong = 0, 0, 0

    def of(self, words, tried, wrong):
        print(f"{tried:6} {words}", *(f"WRONG: {what}" for what in wrong), sep="\n", flush=True)
        self.tried += tried
        self.wrong += len(wrong)

    def skip(self, words, why):
        print(f"  SKIP {words}: {why}", flush=True)
        self.skipped += 1


def kill_and_crowd(told, case, why_not_traced):
    with ThreadPoolExecutor(2) as pool:
        wrong = [what for found in pool.map(lambda nth: killed_any_time(case, nth), range(AT_RANDOM)) for what in found]
    told.of(f"{case.name} run: killed three times, at random moments", AT_RANDOM, wrong)
    rounds = [at_once(case, nth) for nth in range(ROUNDS)]
    waited = sum(waiting for waiting, _ in rounds)
    wrong = [what for _, found in rounds for what in found]
    told.of(f"{case.name} run: {RUNS} at once, where {waited} had to wait", ROUNDS, wrong)
    if why_not_traced:
        told.skip(f"{case.name} run: killed at each call, and slowed down", why_not_traced)
        return
    told.of(f"{case.name} run: {RUNS - 1} while a slow one is at work", 1, behind_a_slow_one(case))
    killed, wrong = killed_everywhere(case, case.run_on)
    told.of(f"{case.name} run: killed before a call that changes the disk", killed, [what for one in wrong for what in one])


def turn_back(told, case):
    why_not = unturnable()
    if why_not:
        told.skip("the clock set back", why_not)
        return
    told.of("clock set back", 1, set_back(case))


def starve(told, stadga, why_not_mounted):
    if why_not_mounted:
        told.skip("full disks", why_not_mounted)
        return
    tried, enough, wrong = full_disks(stadga)
    if not 0 < enough < tried:
        wrong.append("the disks were not full, or all were")
    told.of(f"disks with 0 to 256 kB or 0 to 96 names left, of which {enough} had room enough", tried, wrong)


def catch_the_careless(told, case, why_not_traced):
    told.of("kinds of damage that must be found", len(DAMAGE), overlooked(case))
    if why_not_traced:
        told.skip("a careless writer", why_not_traced)
        return
    killed, found = found_out(case)
    wrong = [] if found > killed / 2 else ["the careless writer gets away with it"]
    told.of(f"kills of a careless writer, of which {found} must be and are found out", killed, wrong)


def main(program, keep):
    shutil.rmtree(keep, ignore_errors=True)
    Path(keep).mkdir(parents=True)
    told = Told()
    in_memory = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=in_memory) as work:
        stadga = Stadga(program, work, Path(keep))
        both = cases(stadga)
        why_not_traced = untraceable()
        why_not_mounted = unmountable(work)
        for case in both:
            kill_and_crowd(told, case, why_not_traced)
        turn_back(told, both[1])
        starve(told, stadga, why_not_mounted)
        catch_the_careless(told, both[1], why_not_traced)
    print(f"{told.tried} tried, {told.skipped} skipped, {told.wrong} wrong")
    sys.exit(told.wrong > 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
