"""Whatever state a submission is in, it gets its row, and right points wherever they can still be known."""

import json
import os

import nbformat
import pytest
from submissions import LESSON, bare, by_id, filled, notebook, reasons

from autograde import grading
from autograde.source import graded_cells

HALF = ("prepare_mnist", "feature_map_shapes")
FULL = 12


def text_of(nb):
    return json.dumps(nb)


def half():
    return filled("en", HALF)


def place(folder, student, content, lesson=LESSON, name=None):
    path = folder / student / lesson / (name or f"{lesson}.ipynb")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def edited(change, nb=None):
    nb = nb or notebook("solutions", "en")
    change(nb)
    return text_of(nb)


def without_tests(nb):
    nb.cells = [cell for cell in nb.cells if not cell.id.endswith("_test")]


def without_metadata(nb):
    nb.metadata = nbformat.from_dict({})
    for cell in nb.cells:
        cell.metadata = nbformat.from_dict({})


def without_metadata_and_ids(nb):
    without_metadata(nb)
    for number, cell in enumerate(nb.cells):
        cell.id = f"x{number}"


def doubled_cells(nb):
    nb.cells += [nbformat.from_dict(cell) for cell in nb.cells]


def moved_tests(nb):
    nb.cells.sort(key=lambda cell: not cell.id.endswith("_test"))


def edited_tests(nb):
    for cell in nb.cells:
        if cell.id.endswith("_test"):
            cell.source = "assert False"


def changed_points(nb):
    for cell in nb.cells:
        if cell.metadata.get("nbgrader", {}).get("points"):
            cell.metadata.nbgrader.points = "many"


def without_kernelspec(nb):
    nb.metadata = nbformat.from_dict({"kernelspec": {"name": "julia"}})


def huge_outputs(nb):
    output = nbformat.v4.new_output("stream", text="x" * 5_000_000)
    by_id(nb)["prepare_mnist"].outputs = [output] * 4


def saved_by_colab(nb):
    nb.metadata = nbformat.from_dict(
        {"colab": {"provenance": []}, "kernelspec": {"name": "python3", "display_name": "Python 3"}}
    )
    for cell in nb.cells:
        cell.metadata["id"] = cell.pop("id")
        cell.metadata["colab"] = {"base_uri": "https://localhost:8080/"}
        nb.nbformat_minor = 0


def of_version_3():
    old = nbformat.convert(bare(half()), 3)
    return nbformat.writes(old, version=3)


def helper_in_a_cell_of_its_own(nb):
    cells = by_id(nb)
    at = nb.cells.index(cells["prepare_mnist"])
    helper = nbformat.v4.new_code_cell(
        "def scaled(images):\n    return images.astype('float32') / 255"
    )
    nb.cells.insert(at, helper)
    cells["prepare_mnist"].source = (
        "def prepare_mnist(images, labels):\n"
        "    return scaled(images)[..., np.newaxis], np.eye(10, dtype='float32')[labels]"
    )


# name: (content, points won, statuses of the rows)
CASES = {
    "not_json": ("this is no notebook", 0, {"damaged"}),
    "empty": ("", 0, {"damaged"}),
    "a_list": ("[1, 2, 3]", 0, {"damaged"}),
    "no_cells": (
        '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}',
        0,
        {"damaged"},
    ),
    "binary": (bytes(range(256)) * 20, 0, {"damaged"}),
    "utf16": (text_of(half()).encode("utf-16"), 4, {"graded", "blank"}),
    "latin1": (
        json.dumps(json.loads(text_of(filled("es", HALF))), ensure_ascii=False).encode(
            "cp1252", "replace"
        ),
        4,
        {"graded", "blank"},
    ),
    "another_lesson": (text_of(notebook("solutions", "en", "04_googlenet")), 0, {"damaged"}),
    "version_3": (of_version_3(), 4, {"graded", "blank"}),
    "without_tests": (edited(without_tests), FULL, {"graded", "needs_manual"}),
    "without_metadata": (edited(without_metadata), FULL, {"graded", "needs_manual"}),
    "without_ids": (edited(without_metadata_and_ids), FULL, {"graded", "damaged"}),
    "doubled": (edited(doubled_cells), FULL, {"graded", "needs_manual"}),
    "moved_tests": (edited(moved_tests), FULL, {"graded", "needs_manual"}),
    "edited_tests": (edited(edited_tests), FULL, {"graded", "needs_manual"}),
    "changed_points": (edited(changed_points), FULL, {"graded", "needs_manual"}),
    "another_kernel": (edited(without_kernelspec), FULL, {"graded", "needs_manual"}),
    "huge_outputs": (edited(huge_outputs), FULL, {"graded", "needs_manual"}),
    "colab": (edited(saved_by_colab), FULL, {"graded", "needs_manual"}),
    "own_helper": (edited(helper_in_a_cell_of_its_own, half()), 4, {"graded", "blank"}),
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return tmp_path_factory.mktemp("course")


@pytest.fixture(scope="module")
def graded(tmp_path_factory, course):
    submitted = tmp_path_factory.mktemp("in")
    for name, (content, _, _) in CASES.items():
        place(submitted, name, content)
    full = text_of(notebook("solutions", "es"))
    place(submitted, "cut", full[: full.index('"id": "build_lenet5_test"')])
    place(submitted, "Begoña Ñúñez (2)", text_of(half()))
    place(submitted, "wrong_name", text_of(half()), name="my homework.ipynb")
    place(submitted, "wrong_folder", text_of(half()), lesson="Downloads", name=f"{LESSON}(1).ipynb")
    (submitted / "nothing" / LESSON).mkdir(parents=True)
    target = place(submitted, "linked_to", text_of(notebook("solutions", "en")))
    link = submitted / "link" / LESSON / f"{LESSON}.ipynb"
    link.parent.mkdir(parents=True)
    os.symlink(target, link)
    rows = grading.grade(LESSON, submitted, course)
    return {
        name: [row for row in rows if row["student"] == name]
        for name in {r["student"] for r in rows}
    }


def points(rows):
    return sum(row["auto_score"] or 0 for row in rows)


@pytest.mark.parametrize("name", CASES)
def test_damaged_submission_gets_what_it_deserves(graded, name):
    _, expected, statuses = CASES[name]
    assert [row["grade_id"] for row in graded[name]] == list(graded_cells(LESSON))
    assert points(graded[name]) == expected
    assert {row["status"] for row in graded[name]} == statuses
    assert all(row["message"] for row in graded[name] if row["status"] == "damaged")


def test_what_a_cut_file_still_holds_is_graded(graded):
    rows = {row["grade_id"]: row for row in graded["cut"]}
    assert rows["prepare_mnist_test"]["auto_score"] == 2
    assert rows["build_lenet5_test"]["auto_score"] == 3
    assert rows["train_test"]["status"] == "damaged"
    assert "está cortado" in rows["train_test"]["message"]


@pytest.mark.parametrize("name", ["cut", "without_ids"])
def test_feedback_says_which_answers_were_not_there(graded, course, name):
    grading.feedback(LESSON, course)
    lost = {row["grade_id"]: row["message"] for row in graded[name] if row["status"] == "damaged"}
    assert lost and lost.items() <= reasons(course, name).items()


def test_names_and_places_are_forgiven(graded):
    for student in ("Begoña Ñúñez (2)", "wrong_name", "wrong_folder"):
        assert points(graded[student]) == 4
    assert {row["status"] for row in graded["nothing"]} == {"damaged"}
    assert f"{LESSON}.ipynb" in graded["nothing"][0]["message"]


def test_a_link_is_not_followed(graded):
    assert {row["status"] for row in graded["link"]} == {"refused"}
    assert points(graded["link"]) == 0
    assert points(graded["linked_to"]) == FULL
