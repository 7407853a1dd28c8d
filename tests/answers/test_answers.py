"""Right answers, however written, get full points; wrong ones get none and a helpful message, in either language.

The bank is graded through the real path, half of it in Spanish. Whatever should pass, and whatever takes training to
judge, is then judged again with other random inputs; `make soak` does so with everything, 20 times.
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
JUDGED_AGAIN = [path for path in PATHS if bank.is_right(path) or bank.trains(path)]


def label(path):
    return "-".join([path.parent.name, path.stem])


def grade(lesson, submitted, course):
    """Returns {file: its row in grades.csv}."""
    place = {}
    for number, chosen in enumerate(bank.submissions(lesson)):
        student, lang = f"student_{number}", ("en", "es")[number % 2]
        place |= {(student, task): path for task, path in chosen.items()}
        submit(submitted, student, bank.notebook(lesson, lang, chosen), lesson)
    rows = grading.grade(lesson, submitted, course)
    by_cell = {(row["student"], row["grade_id"].removesuffix("_test")): row for row in rows}
    return {path: by_cell[cell] for cell, path in place.items()}


@pytest.fixture(scope="module")
def graded(tmp_path_factory, catalogue):
    """{file: its row, with the message in English}"""
    rows = {}
    for lesson in bank.LESSONS:
        rows |= grade(lesson, *(tmp_path_factory.mktemp(name) for name in ("in", "course")))
    for row in rows.values():
        row["message"] = in_english(row["message"], catalogue)
    return rows


@pytest.fixture(scope="module")
def again(graded, record_bank):
    messages = {}
    for lesson in bank.LESSONS:
        messages |= bank.messages(lesson, "en", AGAIN, JUDGED_AGAIN.__contains__)
    record_bank({path: [row["message"], *messages.get(path, ())] for path, row in graded.items()})
    return messages


@pytest.mark.parametrize(("lesson", "task"), bank.POINTS)
def test_bank_is_large_enough(lesson, task):
    assert len(bank.answers(lesson, task, "right")) >= 4
    assert len(bank.answers(lesson, task, "wrong")) >= 8


@pytest.mark.parametrize("path", PATHS, ids=label)
def test_first_line_says_the_idea_or_the_mistake(path):
    first, second = path.read_text(encoding="utf-8").splitlines()[:2]
    assert re.match(r"# .{5}", first) and not first.startswith("# message:")
    assert bank.is_right(path) or second.startswith("# message: ")


@pytest.fixture(scope="module")
def catalogue():
    """[(message in English, pattern of what it becomes in Spanish)]"""
    with PO.open("rb") as file:
        entries = [(entry.id, entry.string) for entry in read_po(file, locale="es") if entry.id]
    return [(english, re.compile(pattern(spanish), re.DOTALL)) for english, spanish in entries]


def pattern(message):
    """Returns a regular expression of what a message becomes, with a group for each value that is filled in."""
    seen, parts = set(), [r"(?P<error_>\w+: )?"]
    for number, part in enumerate(re.split(r"\{(\w+)[^}]*\}", message)):
        if number % 2 == 0:
            parts.append(re.escape(part))
        elif part in seen:
            parts.append(f"(?P={part})")
        else:
            parts.append(f"(?P<{part}>.*)")
            seen.add(part)
    return "".join(parts)


def in_english(message, catalogue):
    """Returns what a message would be in English: as it is where the catalogue does not have it in Spanish."""
    matches = [(english, spanish.fullmatch(message)) for english, spanish in catalogue]
    matches = [(english, values) for english, values in matches if values]
    if not matches:
        return message
    english, values = max(matches, key=lambda match: len(match[0]))
    filled_in = re.sub(r"\{(\w+)[^}]*\}", lambda name: values[name[1]], english)
    return (values["error_"] or "") + filled_in


@pytest.mark.parametrize("path", PATHS, ids=label)
def test_answer_gets_what_it_deserves(graded, path):
    row = graded[path]
    if bank.is_right(path):
        place = (path.parent.parent.name, path.parent.name)
        assert (row["auto_score"], row["message"]) == (bank.POINTS[place], "")
    else:
        assert row["auto_score"] == 0
        assert bank.mentions(path, row["message"]), row["message"]


@pytest.mark.parametrize("path", JUDGED_AGAIN, ids=label)
def test_verdict_is_the_same_again(again, path):
    assert len(again[path]) == AGAIN
    assert not bank.misjudged(path, again[path]), again[path]
