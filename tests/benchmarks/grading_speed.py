"""Compares the rate of `python -m autograde grade` with that of stock `nbgrader autograde`, on this machine.

    python tests/benchmarks/grading_speed.py [submissions]

Both grade the same submissions of lesson 01, one after the other: stock nbgrader with its own preprocessors and
kernels, and ours in sandboxes. Prints both rates, their ratio, and whether every score is the same.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from submissions import LESSON, filled, notebook, submit  # noqa: E402

from autograde import ROOT, grading  # noqa: E402
from autograde.source import STUB, graded_cells  # noqa: E402
from convlab import i18n  # noqa: E402

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
PROGRAM = str(Path(sys.executable).with_name("nbgrader"))
ENVIRONMENT = {
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


def run_stock(folder, *arguments):
    """Runs a command of stock nbgrader."""
    subprocess.run(
        [PROGRAM, *arguments],
        cwd=folder,
        env=os.environ | ENVIRONMENT,
        check=True,
        capture_output=True,
    )


def set_up_stock(folder, submitted):
    """Makes a course of stock nbgrader with these submissions, up to what is graded."""
    (folder / "nbgrader_config.py").write_text(
        STOCK.format(root=str(folder), source=str(ROOT / "solutions" / "en"), stub=STUB["en"])
    )
    (folder / "submitted").symlink_to(submitted)
    run_stock(folder, "generate_assignment", LESSON)


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


def stock(folder, submitted):
    """Grades with stock nbgrader; returns (seconds, {(student, grade_id): score})."""
    set_up_stock(folder, submitted)
    started = time.perf_counter()
    run_stock(folder, "autograde", LESSON)
    return time.perf_counter() - started, stock_scores(folder)


def ours(folder, submitted):
    """Grades with the collection's own command; returns (seconds, {(student, grade_id): score})."""
    grading.Course(folder).prepare(LESSON)
    started = time.perf_counter()
    rows = grading.grade(LESSON, submitted, folder)
    seconds = time.perf_counter() - started
    return seconds, {(row["student"], row["grade_id"]): row["auto_score"] for row in rows}


def main(count=24):
    os.environ["CONVLAB_OFFLINE"] = "1"
    i18n.set_language("en")
    with tempfile.TemporaryDirectory() as place:
        submitted, first, second = (Path(place) / name for name in ("in", "stock", "ours"))
        first.mkdir()
        make(submitted, count)
        before = fingerprint(submitted)
        results = {
            "autograde grade": ours(second, submitted),
            "stock nbgrader": stock(first, submitted),
        }
        unchanged = before == fingerprint(submitted)
    for name, (seconds, _) in results.items():
        print(
            f"{name:<16} {count} submissions in {seconds:6.1f} s, {60 * count / seconds:5.1f} a minute"
        )
    (ours_took, our_scores), (stock_took, stock_scores) = results.values()
    print(f"ratio            {stock_took / ours_took:.1f}")
    different = [key for key in our_scores if our_scores[key] != stock_scores.get(key)]
    print(
        f"scores           {len(our_scores)}, {len(different)} different; submissions unchanged: {unchanged}"
    )
    for key in different:
        print(*key, our_scores[key], stock_scores.get(key))
    assert len(our_scores) == count * len(graded_cells(LESSON))
    return stock_took / ours_took, different, unchanged


if __name__ == "__main__":
    ratio, different, unchanged = main(*map(int, sys.argv[1:]))
    sys.exit(bool(different) or not unchanged)
