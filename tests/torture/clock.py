"""The clock set back: what is archived may not be dated before what was archived, so nothing is written."""

import shutil

from archives import tree

BACK = ["faketime", "-f", "-36h"]
REFUSED = 2


def unturnable():
    """Why no clock can be turned here, if none can."""
    return None if shutil.which("faketime") else "there is no faketime"


def set_back(case):
    """What is wrong after a run whose clock is a day and a half behind."""
    archive = case.begin("clock")
    before = tree(archive)
    code, said = case.stadga.run(BACK + case.run_on(archive))
    wrong = []
    if code != REFUSED or "klocka" not in said.lower():
        wrong.append(f"the run ends with {code}: {said.strip()}")
    if tree(archive) != before:
        wrong.append("the run has written")
    wrong += case.after(archive)
    return [f"{case.name}, clock set back: {what}" for what in wrong]
