"""Every lesson gives full points for its solution, none for its stubs, and exact points between."""

import pytest
from submissions import LESSON, bare, filled, notebook, submit

from autograde import LANGUAGES, grading
from autograde.source import graded_cells, lesson_names

# Lesson 01 is graded in test_grading.py.
LESSONS = [name for name in lesson_names() if graded_cells(name) and name != LESSON]


def automatic(lesson):
    return {
        grade_id: points for grade_id, (points, essay) in graded_cells(lesson).items() if not essay
    }


def half(lesson):
    """Returns every second test of a lesson."""
    return list(automatic(lesson))[::2]


def grade_six(lesson, submitted, course):
    """Returns {(student, grade_id): row} of a solution, a stub and a half, each in both languages."""
    solved = [grade_id.removesuffix("_test") for grade_id in half(lesson)]
    for lang in LANGUAGES:
        submit(submitted, f"full_{lang}", notebook("solutions", lang, lesson), lesson)
        submit(submitted, f"stub_{lang}", bare(notebook("notebooks", lang, lesson)), lesson)
        submit(submitted, f"half_{lang}", bare(filled(lang, solved, lesson)), lesson)
    rows = grading.grade(lesson, submitted, course)
    return {(row["student"], row["grade_id"]): row for row in rows}


@pytest.fixture(scope="module", params=LESSONS)
def graded(request, tmp_path_factory):
    """Returns a lesson and the rows of its six submissions."""
    folders = (tmp_path_factory.mktemp(name) for name in ("in", "course"))
    return request.param, grade_six(request.param, *folders)


def scores(graded, student):
    lesson, rows = graded
    return {grade_id: rows[student, grade_id]["auto_score"] for grade_id in automatic(lesson)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_solved_notebook_gets_full_automatic_points(graded, lang):
    assert scores(graded, f"full_{lang}") == automatic(graded[0])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_untouched_notebook_gets_nothing(graded, lang):
    lesson, rows = graded
    found = [rows[f"stub_{lang}", grade_id] for grade_id in graded_cells(lesson)]
    assert {row["auto_score"] for row in found} == {0}
    assert {row["status"] for row in found} == {"blank"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_half_solved_notebook_gets_exactly_the_points_of_its_solved_cells(graded, lang):
    lesson, _ = graded
    assert scores(graded, f"half_{lang}") == {
        grade_id: points if grade_id in half(lesson) else 0
        for grade_id, points in automatic(lesson).items()
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_changed_essays_wait_for_a_person(graded, lang):
    lesson, rows = graded
    essays = [grade_id for grade_id, (_, essay) in graded_cells(lesson).items() if essay]
    assert {rows[f"full_{lang}", grade_id]["status"] for grade_id in essays} == {"needs_manual"}
