"""Right answers, however written, get full points; wrong ones get none and a helpful message.

The bank is graded through the real path. Test cells stand alone, so that one submission carries
one answer to each exercise.
"""

import re
from itertools import zip_longest
from pathlib import Path

import pytest
from submissions import LESSON, filled, submit

from autograde import grading
from autograde.source import graded_cells

BANK = Path(__file__).parent / LESSON
TASKS = {
    grade_id.removesuffix("_test"): points
    for grade_id, (points, is_essay) in graded_cells(LESSON).items()
    if not is_essay
}
ANSWERS = {
    kind: {task: sorted((BANK / task).glob(f"{kind}_*.py")) for task in TASKS}
    for kind in ("right", "wrong")
}
PATHS = [path for kind in ANSWERS.values() for paths in kind.values() for path in paths]


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Returns {path of the answer: its row in grades.csv}."""
    submitted = tmp_path_factory.mktemp("bank")
    place = {}
    for kind, answers in ANSWERS.items():
        for number, paths in enumerate(zip_longest(*answers.values())):
            student = f"{kind}_{number}"
            chosen = {path.parent.name: path for path in paths if path}
            place |= {(student, task): path for task, path in chosen.items()}
            sources = {task: path.read_text(encoding="utf-8") for task, path in chosen.items()}
            submit(submitted, student, filled("en", sources))
    rows = grading.grade(LESSON, submitted, tmp_path_factory.mktemp("bank_course"))
    by_cell = {(row["student"], row["grade_id"].removesuffix("_test")): row for row in rows}
    return {path: by_cell[cell] for cell, path in place.items()}


@pytest.mark.parametrize("task", TASKS)
def test_bank_is_large_enough(task):
    assert len(ANSWERS["right"][task]) >= 2
    assert len(ANSWERS["wrong"][task]) >= 4


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_answer(graded, path):
    row = graded[path]
    if path.stem.startswith("right"):
        assert (row["auto_score"], row["message"]) == (TASKS[path.parent.name], "")
        return
    assert row["auto_score"] == 0
    expected = re.search(r"^# message: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)[1]
    assert expected in row["message"]
