"""Kills runs of the grading at random moments, and grades the same submissions again and again.

    python tests/benchmarks/soak.py [kills] [repeats] [submissions]

After every kill a second run has to end with the rows of a run that nobody disturbed. Prints what was lost and what
was different; `make soak` keeps it in docs/soak.txt.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from benchmarks.grading_speed import fingerprint, make  # noqa: E402
from submissions import LESSON  # noqa: E402

from autograde import ROOT, grading  # noqa: E402


def command(submitted, course):
    return [
        *(sys.executable, "-m", "autograde", "grade", LESSON, "--lang", "en"),
        *("--submitted", str(submitted), "--course", str(course)),
    ]


def start(submitted, course):
    return subprocess.Popen(
        command(submitted, course),
        cwd=ROOT,
        env=os.environ | {"CONVLAB_OFFLINE": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def rows(course):
    return [tuple(row.values()) for row in grading.read_grades(course)]


def compare(found, wanted):
    """Returns (how many rows are lost, how many are different)."""
    keys = {row[:3] for row in found}
    lost = sum(row[:3] not in keys for row in wanted)
    return lost, len(set(wanted) ^ set(found)) - lost


def soak(kills, repeats, count, say=print):
    """Returns (rows lost, rows different) of all kills and repeats together."""
    total = [0, 0]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        submitted = place / "in"
        make(submitted, count)
        before = fingerprint(submitted)
        began = time.monotonic()
        assert start(submitted, place / "quiet").wait() == 0
        took = time.monotonic() - began
        wanted = rows(place / "quiet")
        say(f"undisturbed: {count} submissions, {len(wanted)} rows, {took:.0f} s")
        for number in range(kills):
            course = place / "killed"
            shutil.rmtree(course, ignore_errors=True)
            moment = random.uniform(0.05, 0.95) * took
            run = start(submitted, course)
            time.sleep(moment)
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
            assert start(submitted, course).wait() == 0
            lost, different = compare(rows(course), wanted)
            total = [total[0] + lost, total[1] + different]
            say(f"kill {number + 1:2} after {moment:5.1f} s: {lost} lost, {different} different")
        for number in range(repeats):
            assert start(submitted, place / "quiet").wait() == 0
            lost, different = compare(rows(place / "quiet"), wanted)
            total = [total[0] + lost, total[1] + different]
            say(f"again {number + 1:2}: {lost} lost, {different} different")
        say(f"submissions unchanged: {before == fingerprint(submitted)}")
        assert before == fingerprint(submitted)
    say(f"total: {total[0]} lost, {total[1]} different")
    return tuple(total)


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:]] or [20, 10, 24]
    sys.exit(any(soak(*numbers)))
