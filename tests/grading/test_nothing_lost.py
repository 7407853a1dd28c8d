"""A run that is killed goes on where it stopped; what a person gave stays; other machines give the same scores."""

import nbformat
import pytest
from benchmarks.grading_speed import dask
from benchmarks.soak import soak
from submissions import LESSON, filled, notebook, submit

from autograde import grading

HALF = ("prepare_mnist", "feature_map_shapes")


def test_killed_and_repeated_runs_end_with_the_same_rows():
    assert soak(kills=3, repeats=2, count=6) == (0, 0)


@pytest.fixture
def course(tmp_path):
    submit(tmp_path / "in", "ana", notebook("solutions", "en"))
    grading.grade(LESSON, tmp_path / "in", tmp_path / "course")
    found = grading.Course(tmp_path / "course")
    with found.gradebook() as gradebook:
        grade = gradebook.find_grade("metric_choice", LESSON, LESSON, "ana")
        grade.manual_score, grade.needs_manual_grade = 2.5, False
        comment = gradebook.find_comment("metric_choice", LESSON, LESSON, "ana")
        comment.manual_comment = "Well argued."
        gradebook.db.commit()
    return found


def essay(course):
    with course.gradebook() as gradebook:
        grade = gradebook.find_grade("metric_choice", LESSON, LESSON, "ana")
        comment = gradebook.find_comment("metric_choice", LESSON, LESSON, "ana")
        return grade.manual_score, grade.needs_manual_grade, comment.comment


def by_id(rows):
    return {row["grade_id"]: row for row in rows}


def test_what_a_person_gave_survives_a_second_run(course, tmp_path):
    rows = by_id(grading.grade(LESSON, tmp_path / "in", course.folder))
    assert essay(course) == (2.5, False, "Well argued.")
    assert (rows["metric_choice"]["manual_score"], rows["metric_choice"]["status"]) == (
        2.5,
        "graded",
    )


def test_a_resubmission_replaces_automatic_points_and_leaves_an_unchanged_essay(course, tmp_path):
    nb = filled("en", HALF)
    answer = {cell.id: cell for cell in notebook("solutions", "en").cells}["metric_choice"]
    {cell.id: cell for cell in nb.cells}["metric_choice"].source = answer.source
    submit(tmp_path / "in", "ana", nb)
    rows = by_id(grading.grade(LESSON, tmp_path / "in", course.folder))
    assert sum(row["auto_score"] or 0 for row in rows.values()) == 4
    assert essay(course) == (2.5, False, "Well argued.")


def test_a_resubmission_marks_an_essay_that_changed(course, tmp_path):
    nb = nbformat.from_dict(notebook("solutions", "en"))
    {cell.id: cell for cell in nb.cells}["metric_choice"].source = "I changed my mind."
    submit(tmp_path / "in", "ana", nb)
    rows = by_id(grading.grade(LESSON, tmp_path / "in", course.folder))
    assert essay(course) == (2.5, True, "Well argued.")
    assert rows["metric_choice"]["status"] == "needs_manual"


def test_a_dask_cluster_of_two_gives_the_same_rows(tmp_path):
    for number, nb in enumerate((notebook("solutions", "es"), filled("en", HALF))):
        submit(tmp_path / "in", f"student{number}", nb)
    here = grading.grade(LESSON, tmp_path / "in", tmp_path / "here")
    with dask(2) as address:
        there = grading.grade(LESSON, tmp_path / "in", tmp_path / "there", scheduler=address)
    assert here == there
