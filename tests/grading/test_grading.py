"""Submissions in both languages, graded through the real path."""

import csv
import re
import subprocess
import sys

import pytest
from chromium import violations
from submissions import LESSON, filled, notebook, reasons, submit

from autograde import ROOT, grading
from autograde.source import STUB, graded_cells

AUTOMATIC = {
    grade_id: points
    for grade_id, (points, is_essay) in graded_cells(LESSON).items()
    if not is_essay
}
HALF = ("prepare_mnist", "feature_map_shapes", "evaluate")


def with_noise(nb):
    """Makes the first exercise write what TensorFlow, Keras and Python write to stderr."""
    for cell in nb.cells:
        if cell.id == "prepare_mnist":
            cell.source = "import os, sys, warnings\n" + cell.source.replace(
                "    return x, y",
                "    warnings.warn('a warning')\n"
                "    os.write(2, b'2026 E0000 cuda_dnn.cc: Unable to register factory\\n')\n"
                "    print('to stderr', file=sys.stderr)\n"
                "    return x, y",
            )
    return nb


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """One gradebook with submissions in both languages."""
    submitted = tmp_path_factory.mktemp("submitted")
    course = tmp_path_factory.mktemp("course")
    for lang in ("es", "en"):
        submit(submitted, f"full_{lang}", notebook("solutions", lang))
        submit(submitted, f"stub_{lang}", notebook("notebooks", lang))
        submit(submitted, f"half_{lang}", filled(lang, HALF))
    submit(submitted, "noisy", with_noise(notebook("solutions", "en")))
    broken = submitted / "broken" / LESSON / f"{LESSON}.ipynb"
    broken.parent.mkdir(parents=True)
    broken.write_text('{"cells": [', encoding="utf-8")
    rows = grading.grade(LESSON, submitted, course)
    grading.feedback(LESSON, course)
    return course, rows


def test_feedback_and_report_are_accessible(graded):
    course, _ = graded
    pages = [*course.glob(f"feedback/*/{LESSON}/*.html"), course / "report.html"]
    assert len(pages) > 6
    assert violations(pages) == []


def rows_of(graded, student):
    return {row["grade_id"]: row for row in graded[1] if row["student"] == student}


def automatic(graded, student):
    rows = rows_of(graded, student)
    return {grade_id: rows[grade_id]["auto_score"] for grade_id in AUTOMATIC}


@pytest.mark.parametrize("student", ["full_es", "full_en", "noisy"])
def test_solved_notebook_gets_full_automatic_points(graded, student):
    assert automatic(graded, student) == AUTOMATIC


@pytest.mark.parametrize("lang", ["es", "en"])
def test_untouched_notebook_gets_nothing(graded, lang):
    rows = rows_of(graded, f"stub_{lang}")
    assert {row["auto_score"] for row in rows.values()} == {0}
    assert rows["metric_choice"]["status"] == "blank"


@pytest.mark.parametrize("lang", ["es", "en"])
def test_half_solved_notebook_gets_exactly_the_points_of_its_solved_cells(graded, lang):
    solved = {f"{grade_id}_test" for grade_id in HALF}
    assert automatic(graded, f"half_{lang}") == {
        grade_id: points if grade_id in solved else 0 for grade_id, points in AUTOMATIC.items()
    }


@pytest.mark.parametrize("lang", ["es", "en"])
def test_changed_essay_waits_for_a_person(graded, lang):
    row = rows_of(graded, f"full_{lang}")["metric_choice"]
    assert (row["status"], row["auto_score"]) == ("needs_manual", None)


def test_every_submission_has_a_row_for_every_graded_cell(graded):
    students = {row["student"] for row in graded[1]}
    assert len(students) == 8
    for student in students:
        assert set(rows_of(graded, student)) == set(graded_cells(LESSON))
    assert {row["status"] for row in rows_of(graded, "broken").values()} == {"damaged"}


def test_grades_csv_holds_the_same_rows(graded):
    with (graded[0] / "grades.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert tuple(reader.fieldnames) == grading.COLUMNS
        assert len(list(reader)) == len(graded[1])


@pytest.mark.parametrize(
    ("lang", "word", "other"),
    [("es", "Retroalimentación", "Feedback"), ("en", "Feedback", "Retro")],
)
def test_feedback_is_in_the_language_of_the_submission(graded, lang, word, other):
    page = graded[0] / "feedback" / f"half_{lang}" / LESSON / f"{LESSON}.html"
    text = page.read_text(encoding="utf-8")
    assert f'<html lang="{lang}">' in text
    assert f"<h1>{word}: {LESSON}</h1>" in text
    assert other not in text.replace("feedback", "")
    assert STUB[lang].strip("*") in text
    assert "HIDDEN" not in text and "reference.set_weights" not in text


def test_grades_and_feedback_say_why_in_the_language_of_the_submission(tmp_path):
    wrong = {
        "prepare_mnist": "def prepare_mnist(images, labels):\n    return images, labels",
        "feature_map_shapes": "feature_map_shapes = )",
        "evaluate": "def evaluate(model, x, y):\n    raise ValueError('<b>x & y</b>')",
    }
    for lang in ("es", "en"):
        submit(tmp_path / "in", lang, filled(lang, wrong))
    rows = grading.grade(LESSON, tmp_path / "in", tmp_path / "course")
    grading.feedback(LESSON, tmp_path / "course")
    for lang, shape, blank in (
        ("es", "x debe tener la forma (12, 28, 28, 1)", "Sin responder."),
        ("en", "x should have shape (12, 28, 28, 1)", "Not answered."),
    ):
        told = reasons(tmp_path / "course", lang)
        messages = {row["grade_id"]: row["message"] for row in rows if row["student"] == lang}
        assert told == {grade_id: message or blank for grade_id, message in messages.items()}
        assert told["prepare_mnist_test"].startswith(shape)
        assert told["feature_map_shapes_test"] == "SyntaxError: unmatched ')' (line 1)"
        assert told["evaluate_test"] == "ValueError: <b>x & y</b>"
        assert {told[name] for name in ("build_lenet5_test", "train_test")} == {blank}


@pytest.mark.parametrize("target_format", ["csv", "moodle", "canvas"])
def test_export_holds_each_students_points(graded, target_format):
    path, waiting = grading.export(graded[0], target_format)
    assert waiting == 3
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    key = {"csv": "student", "moodle": "username", "canvas": "SIS Login ID"}[target_format]
    points = {row[key]: row[LESSON] for row in rows}
    assert float(points["full_es"]) == 12
    assert float(points["half_en"]) == 7
    assert float(points["stub_es"]) == 0


def test_canvas_file_has_the_rows_that_its_importer_looks_for(graded):
    path, _ = grading.export(graded[0], "canvas")
    header, possible, first, *_ = csv.reader(path.read_text(encoding="utf-8").splitlines())
    assert header == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", LESSON]
    assert possible == ["Points Possible", "", "", "", "", "15.0"]
    assert first[:5] == ["broken", "", "", "broken", ""]


@pytest.mark.parametrize("lang", ["es", "en"])
def test_feedback_draws_formulas_without_a_network(graded, lang):
    page = graded[0] / "feedback" / f"half_{lang}" / LESSON / f"{LESSON}.html"
    text = page.read_text(encoding="utf-8")
    assert "<mfrac>" in text and "$" not in re.sub(
        r"<(code|pre|style).*?</\1>", "", text, flags=re.S
    )
    assert not re.search(r"<(script|link|img)[^>]*(src|href)=.https?:", text)


def test_nothing_to_grade_is_one_sentence(tmp_path):
    result = subprocess.run(
        [sys.executable, "-m", "autograde", "grade", LESSON, "--submitted", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 1
    assert "Traceback" not in result.stdout + result.stderr
    assert f"No submission of {LESSON}" in result.stdout


def test_report_says_what_an_instructor_looks_for(graded):
    page = (graded[0] / "report.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    for text in ("Hardest exercise: ", "Submissions that hit a limit", "broken", "damaged"):
        assert text in page
    waiting = {row["student"] for row in graded[1] if row["status"] == "needs_manual"}
    assert f"<td>metric_choice</td><td>0%</td><td>{len(waiting)}</td>" in page
