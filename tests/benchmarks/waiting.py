"""How long a reader waits: from opening a lesson to its first picture, to its end, and cell by cell.

    python tests/benchmarks/waiting.py [lesson ...]

What `make run LESSON=all` does, executing the solved lessons two at a time and grading them, is timed as a whole in both
languages. Then each lesson runs alone, in `quick` and in `standard`; its times and those of its cells are papermill's.
"""

import json
import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import nbformat

sys.path.insert(0, str(Path(__file__).parents[2]))

from autograde import LANGUAGES, ROOT  # noqa: E402
from autograde.run import BUILD  # noqa: E402
from autograde.source import lesson_names  # noqa: E402

PICTURES = {"image/png", "image/svg+xml"}
IMPORT = """
import time; started = time.perf_counter()
from convlab import check, data, device, draw, i18n, plot
print(time.perf_counter() - started)
"""


def moment(text):
    return datetime.fromisoformat(text)


def heading_above(notebook, cell):
    """Returns the last heading before a cell of a notebook."""
    before = notebook.cells[: notebook.cells.index(cell)]
    lines = [
        line for each in before if each.cell_type == "markdown" for line in each.source.splitlines()
    ]
    return next(line for line in reversed(lines) if line.startswith("#")).lstrip("# ")


def waited(notebook):
    """Returns what a notebook that papermill executed tells of waiting, in seconds."""
    opened = moment(notebook.metadata.papermill.start_time)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    times = [cell.metadata.papermill for cell in cells]
    pictures = [
        each.end_time
        for cell, each in zip(cells, times)
        if any(PICTURES & output.get("data", {}).keys() for output in cell.outputs)
    ]
    slowest = max(cells, key=lambda cell: cell.metadata.papermill.duration)
    return {
        "first_picture": (moment(pictures[0]) - opened).total_seconds() if pictures else None,
        "seconds": notebook.metadata.papermill.duration,
        "slowest_cell": slowest.source.strip().splitlines()[0],
        "below_heading": heading_above(notebook, slowest),
        "slowest_seconds": slowest.metadata.papermill.duration,
        "cells": [each.duration for each in times],
    }


def import_seconds(times=5):
    """Returns how long `convlab` takes to import, without TensorFlow: the best of several, in new processes."""
    command = [sys.executable, "-c", IMPORT]
    return min(
        float(subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout)
        for _ in range(times)
    )


def run(lessons, lang, profile):
    """Runs lessons as `make run` does; returns how many seconds that took."""
    command = [sys.executable, "-m", "autograde", "run", *lessons]
    began = time.perf_counter()
    subprocess.run(
        [*command, "--lang", lang, "--profile", profile],
        cwd=ROOT,
        env=os.environ | {"CONVLAB_OFFLINE": "1"},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - began


def measure_all(lessons=()):
    """Yields a dict for importing convlab, one for all lessons in each language and one for each lesson alone."""
    yield {"what": "import convlab", "seconds": import_seconds()}
    for lang in LANGUAGES:
        seconds = run(lessons or ["all"], lang, "quick")
        yield {"what": "all", "lang": lang, "profile": "quick", "seconds": seconds}
    for profile in ("quick", "standard"):
        for lesson in lessons or lesson_names():
            run([lesson], "en", profile)
            notebook = nbformat.read(BUILD / "en" / lesson / f"{lesson}.ipynb", as_version=4)
            yield {"what": lesson, "lang": "en", "profile": profile} | waited(notebook)


if __name__ == "__main__":
    for result in measure_all(sys.argv[1:]):
        print(json.dumps(result), flush=True)
