"""The instructor's guide, followed word for word."""

import csv
import os
import re
import subprocess
import tarfile

import pytest

from autograde import ROOT
from autograde.source import graded_cells, lesson_names

GUIDES = {"es": "guia.md", "en": "guide.md"}


def text(lang):
    return (ROOT / "docs" / GUIDES[lang]).read_text(encoding="utf-8")


def commands(lang):
    """Returns what a reader types: the blocks of a guide."""
    return re.findall(r"^```sh\n(.+?)^```", text(lang), re.MULTILINE | re.DOTALL)


@pytest.fixture
def checkout(tmp_path):
    """The files of this project as git has them, with the environment that the first command would make."""
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    folder = tmp_path / "checkout"
    with tarfile.open(tmp_path / "files.tar", "w") as archive:
        for name in filter(None, names):
            archive.add(ROOT / name, name)
    with tarfile.open(tmp_path / "files.tar") as archive:
        archive.extractall(folder, filter="data")
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def test_a_course_from_zero_to_exported_grades(checkout):
    script = "set -eo pipefail\n" + "\n".join(commands("es"))
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=checkout,
        env={key: value for key, value in os.environ.items() if key != "COURSE_LANG"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    course = checkout / "autograde" / "course"
    for student, lang in (("demo1", "es"), ("demo2", "en")):
        page = course / "feedback" / student / "01_lenet5" / "01_lenet5.html"
        assert f'<html lang="{lang}">' in page.read_text(encoding="utf-8")
    with (course / "export_moodle.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(row["username"], float(row["01_lenet5"])) for row in rows] == [
        ("demo1", 12),
        ("demo2", 0),
    ]


def test_both_guides_ask_for_the_same_commands():
    spanish, english = map(commands, ("es", "en"))
    assert spanish
    assert [block.replace("COURSE_LANG=es", "COURSE_LANG=en") for block in spanish] == english


@pytest.mark.parametrize("lang", GUIDES)
def test_points_are_those_of_the_lessons(lang):
    expected = []
    for lesson in lesson_names():
        cells = graded_cells(lesson).values()
        if cells:
            by_hand = sum(points for points, is_essay in cells if is_essay)
            total = sum(points for points, _ in cells)
            expected.append(f"| {lesson} | {total - by_hand} | {by_hand} | {total} |")
    assert re.findall(r"^\| \d\d_.+$", text(lang), re.MULTILINE) == expected
