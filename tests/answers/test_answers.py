"""Right answers, however written, get full points; wrong ones get none and a helpful message.

The bank is graded through the real path. Test cells stand alone, so that one submission carries
one answer to each exercise.
"""

import re
from itertools import zip_longest
from pathlib import Path

import pytest
from submissions import bare, filled, submit

from autograde import grading
from autograde.source import graded_cells, lesson_names

BANK = Path(__file__).parent
POINTS = {
    (lesson, grade_id.removesuffix("_test")): points
    for lesson in lesson_names()
    for grade_id, (points, is_essay) in graded_cells(lesson).items()
    if not is_essay
}


def answers(lesson, task, kind):
    return sorted((BANK / lesson / task).glob(f"{kind}_*.py"))


PATHS = [path for place in POINTS for kind in ("right", "wrong") for path in answers(*place, kind)]


def grade_bank(lesson, submitted, course):
    """Returns {path of an answer: its row in grades.csv}."""
    tasks = [task for name, task in POINTS if name == lesson]
    place = {}
    for kind in ("right", "wrong"):
        bank = [answers(lesson, task, kind) for task in tasks]
        for number, paths in enumerate(zip_longest(*bank)):
            student = f"{kind}_{number}"
            chosen = {path.parent.name: path for path in paths if path}
            place |= {(student, task): path for task, path in chosen.items()}
            sources = {task: path.read_text(encoding="utf-8") for task, path in chosen.items()}
            submit(submitted, student, bare(filled("en", sources, lesson)), lesson)
    rows = grading.grade(lesson, submitted, course)
    by_cell = {(row["student"], row["grade_id"].removesuffix("_test")): row for row in rows}
    return {path: by_cell[cell] for cell, path in place.items()}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    rows = {}
    for lesson in sorted({lesson for lesson, _ in POINTS}):
        rows |= grade_bank(lesson, *(tmp_path_factory.mktemp(name) for name in ("in", "course")))
    return rows


@pytest.mark.parametrize(("lesson", "task"), POINTS)
def test_bank_is_large_enough(lesson, task):
    assert len(answers(lesson, task, "right")) >= 2
    assert len(answers(lesson, task, "wrong")) >= 4


@pytest.mark.parametrize("path", PATHS, ids=lambda path: "-".join([path.parent.name, path.stem]))
def test_answer(graded, path):
    row = graded[path]
    if path.stem.startswith("right"):
        place = (path.parent.parent.name, path.parent.name)
        assert (row["auto_score"], row["message"]) == (POINTS[place], "")
        return
    assert row["auto_score"] == 0
    expected = re.search(r"^# message: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)[1]
    assert expected in row["message"]
