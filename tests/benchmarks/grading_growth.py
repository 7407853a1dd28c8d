"""How grading grows with the number of submissions and of workers, beside what a course would use instead.

    python tests/benchmarks/grading_growth.py [submissions ...]

The same submissions of lesson 01 are graded by `python -m autograde grade`, in sandboxes, by stock
`nbgrader autograde` with its own preprocessors and kernels, and by `otter run`, Otter-Grader's way without containers,
which takes one submission at a time and runs the same test cells as Otter's own test files. Times are of whole
commands, start included; memory is the peak of what the command and its children hold (proportional set size).
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from benchmarks import grading_speed  # noqa: E402
from environments import environment_python  # noqa: E402
from submissions import LESSON  # noqa: E402

from autograde import ROOT, execution, grading  # noqa: E402
from autograde.source import graded_cells  # noqa: E402

COUNTS = (1, 8, 24, 100)
SAMPLE = 0.5  # seconds
OTTER_TEST = """OK_FORMAT = False
name = {name!r}
points = {points}

from otter.test_files import test_case


@test_case()
def check(env):
    exec({source!r}, env)
"""
ENVIRONMENT = grading_speed.ENVIRONMENT | {"CONVLAB_OFFLINE": "1"}


class Watch:
    """Adds up the time of commands, and keeps the most memory that one of them and its children held."""

    def __init__(self):
        self.seconds, self.peak = 0, 0

    def run(self, command, cwd, **environment):
        began = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=cwd,
            env=os.environ | ENVIRONMENT | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        ended = threading.Event()
        sampler = threading.Thread(target=self._sample, args=(process.pid, ended))
        sampler.start()
        said, _ = process.communicate()
        self.seconds += time.perf_counter() - began
        ended.set()
        sampler.join()
        if process.returncode:
            raise SystemExit(f"{command}\n{said[-2000:]}")

    def _sample(self, pid, ended):
        while not ended.wait(SAMPLE):
            with contextlib.suppress(psutil.Error):
                parent = psutil.Process(pid)
                held = 0
                for each in [parent, *parent.children(recursive=True)]:
                    with contextlib.suppress(psutil.Error):
                        held += each.memory_full_info().pss
                self.peak = max(self.peak, held)


def ours(folder, submitted, *options):
    """Returns (watch, {(student, grade_id): score}) of `python -m autograde grade`."""
    watch = Watch()
    command = [sys.executable, "-m", "autograde", "grade", LESSON, "--lang", "en"]
    watch.run([*command, "--submitted", submitted, "--course", folder, *options], ROOT)
    rows = grading.read_grades(folder)
    return watch, {(row["student"], row["grade_id"]): row["auto_score"] for row in rows}


def stock(folder, submitted):
    """Returns the same of stock nbgrader; generating the assignment does not count."""
    watch = Watch()
    grading_speed.set_up_stock(folder, submitted)
    watch.run([grading_speed.PROGRAM, "autograde", LESSON], folder)
    return watch, grading_speed.stock_scores(folder)


def otter(folder, submitted):
    """Returns the same of Otter-Grader; generating its configuration does not count."""
    program = environment_python("otter").with_name("otter")
    tests, points, watch, scores = folder / "tests", graded_cells(LESSON), Watch(), {}
    tests.mkdir()
    for grade_id, (source, _) in execution.plan(LESSON).tests.items():
        text = OTTER_TEST.format(name=grade_id, points=points[grade_id][0], source=source)
        (tests / f"{grade_id}.py").write_text(text, encoding="utf-8")
    archive = folder / "autograder.zip"
    generate = [program, "generate", "-t", tests, "-o", archive, "--no-environment"]
    Watch().run(generate, folder)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    for notebook in sorted(submitted.glob(f"*/{LESSON}/{LESSON}.ipynb")):
        student = notebook.parts[-3]
        results = folder / student
        results.mkdir()
        watch.run([program, "run", notebook, "-a", archive, "-o", results], folder, PATH=path)
        found = json.loads((results / "results.json").read_text(encoding="utf-8"))
        scores |= {
            (student, test["name"]): test["score"] for test in found["tests"] if "score" in test
        }
    return watch, scores


@contextlib.contextmanager
def dask(workers):
    """Yields the address of a cluster of so many workers on this machine."""
    from distributed import LocalCluster

    with LocalCluster(workers, threads_per_worker=1, dashboard_address=None) as cluster:
        yield cluster.scheduler_address


def tools(count):
    """Yields (name, function) of everything that grades so many submissions."""
    yield "autograde grade, 2 processes", lambda *places: ours(*places, "--jobs", "2")
    if count == max(COUNTS[:-1]):
        yield "autograde grade, 1 process", lambda *places: ours(*places, "--jobs", "1")
        for workers in (1, 2):
            with dask(workers) as address:
                yield (
                    f"autograde grade, Dask, {workers} worker" + "s" * (workers > 1),
                    lambda *places: ours(*places, "--scheduler", address),
                )
    yield "nbgrader autograde (stock)", stock
    yield "otter run", otter


def measure_all(counts=COUNTS):
    """Yields a dict for each tool and number of submissions."""
    for count in counts:
        with tempfile.TemporaryDirectory() as place:
            submitted, wanted = Path(place) / "in", None
            grading_speed.make(submitted, count)
            for number, (name, grade) in enumerate(tools(count)):
                folder = Path(place) / str(number)
                folder.mkdir()
                watch, scores = grade(folder, submitted)
                scores = {key: score for key, score in scores.items() if key[1].endswith("_test")}
                wanted = wanted or scores
                yield {
                    "tool": name,
                    "submissions": count,
                    "seconds": watch.seconds,
                    "a_minute": 60 * count / watch.seconds,
                    "peak_mib": watch.peak / 2**20,
                    "different_scores": sum(scores.get(key) != wanted[key] for key in wanted),
                }


if __name__ == "__main__":
    for result in measure_all(tuple(map(int, sys.argv[1:])) or COUNTS):
        print(json.dumps(result), flush=True)
