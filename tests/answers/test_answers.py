"""Right answers, however written, get full points; wrong ones get none and a helpful message, in either language.

The bank is graded through the real path once, in English, and its tests are run again with other random inputs, in
Spanish.
"""

import re

import pytest
from answers import bank
from babel.messages.pofile import read_po
from submissions import submit

from autograde import grading
from autograde.catalogue import PO

AGAIN = 2
PATHS = [
    path
    for place in bank.POINTS
    for kind in ("right", "wrong")
    for path in bank.answers(*place, kind)
]
IDS = ["-".join([path.parent.name, path.stem]) for path in PATHS]


def grade(lesson, submitted, course):
    """Returns {file: its row in grades.csv}."""
    place = {}
    for number, chosen in enumerate(bank.submissions(lesson)):
        student = f"student_{number}"
        place |= {(student, task): path for task, path in chosen.items()}
        submit(submitted, student, bank.notebook(lesson, "en", chosen), lesson)
    rows = grading.grade(lesson, submitted, course)
    by_cell = {(row["student"], row["grade_id"].removesuffix("_test")): row for row in rows}
    return {path: by_cell[cell] for cell, path in place.items()}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    rows = {}
    for lesson in bank.LESSONS:
        rows |= grade(lesson, *(tmp_path_factory.mktemp(name) for name in ("in", "course")))
    return rows


@pytest.fixture(scope="module")
def again(graded, record_bank):
    messages = {}
    for lesson in bank.LESSONS:
        messages |= bank.messages(lesson, "es", AGAIN)
    record_bank({path: [row["message"], *messages[path]] for path, row in graded.items()})
    return messages


@pytest.mark.parametrize(("lesson", "task"), bank.POINTS)
def test_bank_is_large_enough(lesson, task):
    assert len(bank.answers(lesson, task, "right")) >= 4
    assert len(bank.answers(lesson, task, "wrong")) >= 8


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_first_line_says_the_idea_or_the_mistake(path):
    first, second = path.read_text(encoding="utf-8").splitlines()[:2]
    assert re.match(r"# .{5}", first) and not first.startswith("# message:")
    assert bank.is_right(path) or second.startswith("# message: ")


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_answer_gets_what_it_deserves(graded, path):
    row = graded[path]
    if bank.is_right(path):
        place = (path.parent.parent.name, path.parent.name)
        assert (row["auto_score"], row["message"]) == (bank.POINTS[place], "")
    else:
        assert row["auto_score"] == 0
        assert bank.expected(path) in row["message"]


@pytest.fixture(scope="module")
def spanish():
    """[(pattern of a message in English, pattern of the same in Spanish)]"""
    with PO.open("rb") as file:
        entries = [(entry.id, entry.string) for entry in read_po(file, locale="es") if entry.id]
    return [tuple(re.compile(pattern(text), re.DOTALL) for text in each) for each in entries]


def pattern(message):
    """Returns a regular expression of what a message becomes, whatever is filled in or stands before it."""
    return r"(\w+: )?" + re.sub(r"\\\{.*?\\\}", ".*", re.escape(message))


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_answer_gets_the_same_again_and_in_spanish(graded, again, spanish, path):
    english = graded[path]["message"]
    if bank.is_right(path):
        assert again[path] == [""] * AGAIN
        return
    known = [es for en, es in spanish if en.fullmatch(english)]
    for message in again[path]:
        # What Python, NumPy or Keras say has no Spanish.
        assert message == english or any(es.fullmatch(message) for es in known)
