"""How long a reader waits: from opening a lesson to its first picture, to its end, and cell by cell.

    python tests/benchmarks/waiting.py [lesson ...]

Every lesson is executed by papermill, in `quick` in both languages and in `standard` in one; papermill's own times of
each cell are what is told.
"""

import json
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from autograde import LANGUAGES, ROOT  # noqa: E402
from autograde.run import execute  # noqa: E402
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
        "end": notebook.metadata.papermill.duration,
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
    """Yields a dict for each execution."""
    with tempfile.TemporaryDirectory() as folder:
        for profile, lang in PASSES:
            for lesson in lessons or lesson_names():
                source = ROOT / "solutions" / lang / lesson / f"{lesson}.ipynb"
                began = time.perf_counter()
                notebook, _ = execute(source, Path(folder) / f"{lesson}.ipynb", profile)
                took = time.perf_counter() - began
                yield {
                    "lesson": lesson,
                    "lang": lang,
                    "profile": profile,
                    "seconds": took,
                } | waited(notebook)


if __name__ == "__main__":
    print(f"import convlab: {import_seconds():.2f} s")
    for result in measure_all(sys.argv[1:]):
        print(json.dumps(result), flush=True)
