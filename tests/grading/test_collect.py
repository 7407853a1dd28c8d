"""The ZIP of a learning platform becomes submissions, and the latest one of each student counts."""

import csv
import json
import zipfile
from datetime import datetime

import nbformat
import pytest
from submissions import LESSON, filled, notebook

from autograde import grading
from autograde.collect import collect
from convlab.errors import PlainError

HALF = nbformat.writes(filled("es", ["prepare_mnist"]))
NONE = nbformat.writes(notebook("notebooks", "en"))
WORKSHEET = """Identifier,Full name,Email address,Status,Grade,Maximum grade,"Last modified (submission)"
Participant 101,Ana Sosa,ana@example.org,Submitted,,15,"Wednesday, 25 November 2026, 11:30 PM"
Participant 102,Begoña Ñúñez,bego@example.org,Submitted,,15,"jueves, 26 de noviembre de 2026, 08:05"
Participant 103,Carl,carl@example.org,No submission,,15,-
"""
GRADEBOOK = """Student,ID,SIS User ID,SIS Login ID,Section
    Points Possible,,,,
"Sosa, Ana",7,,ana,1
"Roe, Carl",9,,carl,1
"""


def zipped(path, files):
    """Writes a ZIP of {name: (content, time)}."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, (content, minute) in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 25, 12, minute, 0)), content)
    return path


def student_of(folder):
    return {
        path.parents[1].name for path in (folder / "submitted").glob(f"*/{LESSON}/{LESSON}.ipynb")
    }


def handed(folder, student):
    return (folder / "submitted" / student / LESSON / f"{LESSON}.ipynb").read_text(encoding="utf-8")


@pytest.fixture
def moodle(tmp_path):
    return zipped(
        tmp_path / "course-Lab 1-12.zip",
        {
            f"Ana Sosa_101_assignsubmission_file/{LESSON}.ipynb": (NONE, 1),
            f"Ana Sosa_101_assignsubmission_file/{LESSON} (1).ipynb": (HALF, 3),
            "Begoña Ñúñez_102_assignsubmission_file_/Copia de mi tarea.ipynb": (HALF, 1),
            f"Carl_103_assignsubmission_file_Copy of {LESSON}.ipynb": (NONE, 1),
            "Dora_104_assignsubmission_file/report.pdf": ("%PDF", 1),
            "Dora_104_assignsubmission_onlinetext/onlinetext.html": ("<p>", 1),
            "Eva_105_assignsubmission_file/holidays.ipynb": (json.dumps({"cells": []}), 1),
        },
    )


def test_moodle_zip_and_its_worksheet(moodle, tmp_path):
    (tmp_path / "worksheet.csv").write_text(WORKSHEET, encoding="utf-8-sig")
    course = tmp_path / "course"
    taken, left = collect(moodle, "moodle", course, tmp_path / "worksheet.csv")
    assert student_of(course) == {"ana@example.org", "bego@example.org", "carl@example.org"}
    assert len(taken) == 3
    assert [name.partition("_")[0] for name in left] == ["Dora", "Dora", "Eva"]
    assert handed(course, "ana@example.org") == HALF
    stamp = course / "submitted" / "bego@example.org" / LESSON / "timestamp.txt"
    local = datetime(2026, 11, 26, 8, 5).astimezone()
    assert datetime.fromisoformat(stamp.read_text() + "+00:00") == local
    assert not (course / "submitted" / "carl@example.org" / LESSON / "timestamp.txt").exists()


def test_an_older_zip_changes_nothing_and_a_newer_one_does(moodle, tmp_path):
    worksheet, course = tmp_path / "worksheet.csv", tmp_path / "course"
    worksheet.write_text(WORKSHEET, encoding="utf-8")
    collect(moodle, "moodle", course, worksheet)
    other = zipped(
        tmp_path / "other.zip", {f"Ana Sosa_101_assignsubmission_file/{LESSON}.ipynb": (NONE, 1)}
    )
    worksheet.write_text(WORKSHEET.replace("11:30 PM", "11:29 PM"), encoding="utf-8")
    assert collect(other, "moodle", course, worksheet)[0] == []
    assert handed(course, "ana@example.org") == HALF
    worksheet.write_text(WORKSHEET.replace("11:30 PM", "11:31 PM"), encoding="utf-8")
    assert len(collect(other, "moodle", course, worksheet)[0]) == 1
    assert handed(course, "ana@example.org") == NONE


def test_without_a_list_students_go_by_name_and_number(moodle, tmp_path):
    collect(moodle, "moodle", tmp_path / "course")
    assert student_of(tmp_path / "course") == {"Ana Sosa 101", "Begoña Ñúñez 102", "Carl 103"}


def test_late_in_canvas_is_late_for_nbgrader(tmp_path):
    course = tmp_path / "course"
    course.mkdir()
    (course / "nbgrader_config.py").write_text(
        'c = get_config()\nc.LateSubmissionPlugin.penalty_method = "zero"\n'
    )
    opened = grading.Course(course)
    opened.prepare(LESSON)
    with opened.gradebook() as gradebook:
        gradebook.update_or_create_assignment(LESSON, duedate="2026-11-25 12:00:00")
    archive = zipped(
        tmp_path / "submissions.zip",
        {
            f"sosaana_7_5001_{LESSON}.ipynb": (HALF, 1),
            f"roecarl_LATE_9_5002_{LESSON}-1.ipynb": (HALF, 1),
        },
    )
    (tmp_path / "gradebook.csv").write_text(GRADEBOOK, encoding="utf-8")
    collect(archive, "canvas", course, tmp_path / "gradebook.csv")
    grading.grade(LESSON, course / "submitted", course)
    path, _ = grading.export(course, "csv")
    with path.open(encoding="utf-8") as file:
        points = {row["student"]: float(row[LESSON]) for row in csv.DictReader(file)}
    assert points == {"ana": 2, "carl": 0}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 but no more"])
def test_no_zip_is_one_sentence(tmp_path, content):
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(PlainError, match="cannot be read as a ZIP"):
        collect(tmp_path / "a.zip", "moodle", tmp_path / "course")


def test_a_list_without_the_columns_is_one_sentence(moodle, tmp_path):
    (tmp_path / "list.csv").write_text("name\nAna\n", encoding="utf-8")
    with pytest.raises(PlainError, match="Identifier / Identificador"):
        collect(moodle, "moodle", tmp_path / "course", tmp_path / "list.csv")
