"""How long a reader waits: from opening a lesson to its first picture, to its end, and cell by cell.

    python tests/benchmarks/waiting.py [lesson ...]

What `make run LESSON=all` does is timed as a whole, in `quick` in both languages and in `standard` in one: it executes
the solved lessons with papermill and grades them. The times of a lesson and its cells are papermill's own.
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

PASSES = [("quick", lang) for lang in LANGUAGES] + [("standard", LANGUAGES[0])]
IMPORT = """
import time; started = time.perf_counter()
from convlab import check, data, device, draw, i18n, plot
print(time.perf_counter() - started)
"""


def moment(text):
    return datetime.fromisoformat(text)


def waited(notebook):
    """Returns what a notebook that papermill executed tells of waiting, in seconds."""
    opened = moment(notebook.metadata.papermill.start_time)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    times = [cell.metadata.papermill for cell in cells]
    pictures = [
        each.end_time
        for cell, each in zip(cells, times)
        if any("image/png" in output.get("data", {}) for output in cell.outputs)
    ]
    slowest = max(range(len(cells)), key=lambda index: times[index].duration)
    return {
        "first_picture": (moment(pictures[0]) - opened).total_seconds() if pictures else None,
        "seconds": notebook.metadata.papermill.duration,
        "slowest_cell": cells[slowest].source.strip().splitlines()[0],
        "slowest_seconds": times[slowest].duration,
        "cells": [each.duration for each in times],
    }


def import_seconds(times=5):
    """Returns how long `convlab` takes to import, without TensorFlow: the best of several, in new processes."""
    command = [sys.executable, "-c", IMPORT]
    return min(
        float(subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout)
        for _ in range(times)
    )


def measure_all(lessons=()):
    """Yields a dict for importing convlab, one for each whole pass and one for each of its lessons."""
    yield {"what": "import convlab", "seconds": import_seconds()}
    for profile, lang in PASSES:
        command = [sys.executable, "-m", "autograde", "run", *(lessons or ["all"])]
        began = time.perf_counter()
        subprocess.run(
            [*command, "--lang", lang, "--profile", profile],
            cwd=ROOT,
            env=os.environ | {"CONVLAB_OFFLINE": "1"},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        found = {"lang": lang, "profile": profile}
        yield found | {"what": "all", "seconds": time.perf_counter() - began}
        for lesson in lessons or lesson_names():
            notebook = nbformat.read(BUILD / lang / lesson / f"{lesson}.ipynb", as_version=4)
            yield found | {"what": lesson} | waited(notebook)


if __name__ == "__main__":
    for result in measure_all(sys.argv[1:]):
        print(json.dumps(result), flush=True)
