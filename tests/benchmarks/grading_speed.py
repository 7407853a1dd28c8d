"""How grading grows with the number of submissions and of workers, beside what a course would use instead.

    python tests/benchmarks/grading_speed.py [submissions ...]

The same submissions of lesson 01 are graded by `python -m autograde grade`, in sandboxes, by stock
`nbgrader autograde` with its own preprocessors and kernels, and by `otter run`, Otter-Grader's way without containers,
which takes one submission at a time and runs the same test cells as Otter's own test files. Times are of whole
commands, start included, that of Dask's workers apart; memory is the peak of what the command, its children and the
workers hold (proportional set size). Taking its samples slows all of them down, by a tenth to a fifth.
"""

import contextlib
import hashlib
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

from environments import environment_python  # noqa: E402
from submissions import LESSON, filled, notebook, submit  # noqa: E402

from autograde import ROOT, execution, grading  # noqa: E402
from autograde.source import STUB, graded_cells  # noqa: E402

COUNTS = (1, 8, 24, 100)
SAMPLE = 0.5  # seconds
STOCK = """
c = get_config()
c.CourseDirectory.root = {root!r}
c.CourseDirectory.source_directory = {source!r}
c.CourseDirectory.course_id = "stock"
c.ClearSolutions.code_stub = {{"python": "raise NotImplementedError()"}}
c.ClearSolutions.text_stub = {stub!r}
c.Execute.timeout = 120
# What TensorFlow and Keras write to stderr would cost every point.
c.IgnorePattern.enabled = True
c.IgnorePattern.pattern = r"(?s)."
"""
OTTER_TEST = """OK_FORMAT = False
name = {name!r}
points = {points}

from otter.test_files import test_case


@test_case()
def check(env):
    exec({source!r}, env)
"""
PROGRAM = str(Path(sys.executable).with_name("nbgrader"))
ENVIRONMENT = {
    "CONVLAB_OFFLINE": "1",
    "CONVLAB_PROFILE": "quick",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "PYTHONPATH": str(ROOT),
    "PATH": f"{Path(PROGRAM).parent}{os.pathsep}{os.environ['PATH']}",
}
PARTS = (
    ("prepare_mnist",),
    ("prepare_mnist", "feature_map_shapes", "evaluate"),
    ("build_lenet5", "train"),
)


def make(folder, count):
    """Writes submissions: half of them solved, the others solved in part."""
    for number in range(count):
        nb = filled("en", PARTS[number // 2 % 3]) if number % 2 else notebook("solutions", "en")
        submit(folder, f"student{number:02}", nb)


def fingerprint(folder):
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.ipynb")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


class Watch:
    """Adds up the time of commands, and keeps the most memory that the children of this process held meanwhile."""

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
        sampler = threading.Thread(target=self._sample, args=(ended,))
        sampler.start()
        said, _ = process.communicate()
        self.seconds += time.perf_counter() - began
        ended.set()
        sampler.join()
        if process.returncode:
            raise SystemExit(f"{command}\n{said[-2000:]}")

    def _sample(self, ended):
        while not ended.wait(SAMPLE):
            held = 0
            for each in psutil.Process().children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    held += each.memory_full_info().pss
            self.peak = max(self.peak, held)


def set_up_stock(folder, submitted):
    """Makes a course of stock nbgrader with these submissions, up to what is graded."""
    (folder / "nbgrader_config.py").write_text(
        STOCK.format(root=str(folder), source=str(ROOT / "solutions" / "en"), stub=STUB["en"])
    )
    (folder / "submitted").symlink_to(submitted)
    Watch().run([PROGRAM, "generate_assignment", LESSON], folder)


def stock_scores(folder):
    """Returns {(student, grade_id): score} of a course of stock nbgrader."""
    from nbgrader.api import Gradebook

    scores = {}
    with Gradebook(f"sqlite:///{folder}/gradebook.db", "stock") as gradebook:
        for place in gradebook.assignment_submissions(LESSON):
            for book in place.notebooks:
                for grade in book.grades:
                    scores[place.student.id, grade.name] = grade.auto_score
    return scores


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
    set_up_stock(folder, submitted)
    watch.run([PROGRAM, "autograde", LESSON], folder)
    return watch, stock_scores(folder)


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
    programs = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    for path in sorted(submitted.glob(f"*/{LESSON}/{LESSON}.ipynb")):
        student = path.parts[-3]
        results = folder / student
        results.mkdir()
        watch.run([program, "run", path, "-a", archive, "-o", results], folder, PATH=programs)
        found = json.loads((results / "results.json").read_text(encoding="utf-8"))
        scores |= {
            (student, test["name"]): test["score"] for test in found["tests"] if "score" in test
        }
    return watch, scores


@contextlib.contextmanager
def dask(workers):
    """Yields the address of a cluster of so many workers on this machine."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster:
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
    assert "tensorflow" not in sys.modules, "this process would share the memory that is measured"
    for count in counts:
        with tempfile.TemporaryDirectory() as place:
            submitted, wanted = Path(place) / "in", None
            make(submitted, count)
            before = fingerprint(submitted)
            for number, (name, grade) in enumerate(tools(count)):
                folder = Path(place) / str(number)
                folder.mkdir()
                watch, scores = grade(folder, submitted)
                scores = {key: score for key, score in scores.items() if key[1].endswith("_test")}
                wanted = wanted or scores
                assert before == fingerprint(submitted), f"{name} changed a submission"
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
