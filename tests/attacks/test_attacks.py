"""Hostile submissions win no point, tell no hidden test, and leave nothing behind.

An attack is a file in `answers/`, put into the cell of the exercise that its header names, or a function here that
changes the notebook itself. Headers say what the attack does on stock nbgrader, which runs it beside the tests.
"""

import hashlib
import os
import re
import socket
import sys
import threading
import time
from pathlib import Path

import nbformat
import pytest
from submissions import LESSON, by_id, filled, notebook, submit

from autograde import ROOT, grading
from autograde.source import graded_cells, hidden_lines, read

ANSWERS = Path(__file__).parent / "answers"
ATTACKS = sorted(path.stem for path in ANSWERS.glob("*.py"))
SECONDS = 10
MARK = Path("/tmp/convlab-attack")
HIDDEN_LINES = hidden_lines(read(LESSON))


def solution_flag_on_a_test(nb):
    """Stock nbgrader stops while it sanitises: no row is graded."""
    by_id(nb)["build_lenet5_test"].metadata.nbgrader |= {"solution": True, "locked": False}
    by_id(nb)["build_lenet5_test"].source = "pass"


def test_as_prose(nb):
    """Stock nbgrader puts the test back: no points."""
    cell = by_id(nb)["build_lenet5_test"]
    place = nb.cells.index(cell)
    nb.cells[place] = nbformat.v4.new_markdown_cell("pass", metadata=cell.metadata)


def test_renamed(nb):
    """Stock nbgrader stops while it sanitises: no row is graded."""
    by_id(nb)["build_lenet5_test"].metadata.nbgrader.grade_id = "another"
    by_id(nb)["build_lenet5_test"].source = "pass"


def test_doubled(nb):
    """Stock nbgrader stops while it sanitises: no row is graded."""
    nb.cells.append(nbformat.from_dict(by_id(nb)["build_lenet5_test"]))
    nb.cells[-1].source = "pass"


def test_that_ends_on_a_number(nb):
    """Stock nbgrader puts the test back: no points."""
    by_id(nb)["build_lenet5_test"].source = "3.0"


def points_of_a_thousand(nb):
    """Stock nbgrader puts the points back: no points."""
    by_id(nb)["build_lenet5_test"].metadata.nbgrader.points = 1000
    by_id(nb)["build_lenet5_test"].source = "pass"


def setup_that_lies(nb):
    """Stock nbgrader puts the cell back: no points."""
    by_id(nb)[
        "setup"
    ].source = "class check:\n    def __getattr__(self, name):\n        return print"


def answer_marked_as_a_test(nb):
    """Stock nbgrader stops while it sanitises: no row is graded."""
    by_id(nb)["build_lenet5"].metadata.nbgrader |= {"grade": True, "points": 12, "locked": True}


NOTEBOOKS = {
    function.__name__: function
    for function in (
        solution_flag_on_a_test,
        test_as_prose,
        test_renamed,
        test_doubled,
        test_that_ends_on_a_number,
        points_of_a_thousand,
        setup_that_lies,
        answer_marked_as_a_test,
    )
}
test_as_prose.__test__ = test_renamed.__test__ = test_doubled.__test__ = False
test_that_ends_on_a_number.__test__ = False
EVERY = [*ATTACKS, *NOTEBOOKS]


def attack(name, port):
    """Returns the notebook that an attack submits; `port` is one that it may try to reach."""
    if name in NOTEBOOKS:
        nb = notebook("notebooks", "en")
        NOTEBOOKS[name](nb)
        return nb
    code = (ANSWERS / f"{name}.py").read_text(encoding="utf-8")
    task = re.search(r"^# task: (\w+)$", code, re.MULTILINE)[1]
    return filled("en", {task: code.replace("PORT", str(port))})


def fingerprint(*folders):
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()


def processes():
    """Returns {number: command line} of the processes of this machine."""
    found = {}
    for number in filter(str.isdigit, os.listdir("/proc")):
        try:
            found[number] = Path(f"/proc/{number}/cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
    return found


class Listener:
    """Counts who connects to a port of this machine."""

    def __init__(self):
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port, self.visits = self.server.getsockname()[1], 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            try:
                self.server.accept()
            except OSError:
                return
            self.visits += 1


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """Everything that the attacks did, graded in one run with a neighbour who solved all."""
    submitted, course = (tmp_path_factory.mktemp(name) for name in ("in", "course"))
    listener = Listener()
    submit(submitted, "neighbour", notebook("solutions", "en"))
    for name in EVERY:
        submit(submitted, name, attack(name, listener.port))
    folders = (ROOT / "solutions", ROOT / "convlab", ROOT / "autograde", submitted)
    MARK.unlink(missing_ok=True)
    before = fingerprint(*folders)
    rows = grading.grade(LESSON, submitted, course, seconds=SECONDS)
    grading.feedback(LESSON, course)
    time.sleep(1)
    return {
        "rows": rows,
        "course": course,
        "visits": listener.visits,
        "unchanged": before == fingerprint(*folders),
        "processes": processes(),
    }


def rows_of(attacked, student):
    return {row["grade_id"]: row for row in attacked["rows"] if row["student"] == student}


def test_there_are_enough_attacks():
    assert len(EVERY) >= 30


def test_what_stock_nbgrader_does_is_noted():
    for name in ATTACKS:
        lines = (ANSWERS / f"{name}.py").read_text(encoding="utf-8").splitlines()
        assert re.match(r"# stock nbgrader: .{8}", lines[2]), name
    assert all("Stock nbgrader" in function.__doc__ for function in NOTEBOOKS.values())


@pytest.mark.parametrize("name", EVERY)
def test_attack_wins_no_point(attacked, name):
    rows = rows_of(attacked, name)
    assert set(rows) == set(graded_cells(LESSON))
    assert {row["auto_score"] for row in rows.values()} == {0}
    assert {row["max_score"] for row in rows.values()} == {2, 3}


@pytest.mark.parametrize("name", EVERY)
def test_attack_tells_nothing(attacked, name):
    course = attacked["course"]
    told = [str(row["message"]) for row in rows_of(attacked, name).values()]
    done = nbformat.read(course / "autograded" / name / LESSON / f"{LESSON}.ipynb", as_version=4)
    told += [str(cell.get("outputs", "")) for cell in done.cells]
    page = (course / "feedback" / name / LESSON / f"{LESSON}.html").read_text(encoding="utf-8")
    for secret in ("HANDED [", "HANDED_", "FOUND ", "BEGIN HIDDEN", *HIDDEN_LINES):
        assert not any(secret in text for text in told)
        # The student's own code, which may name such things, is on the page.
        own = (ANSWERS / f"{name}.py").read_text(encoding="utf-8") if name in ATTACKS else ""
        assert secret in own or secret not in page
    assert len(str(told)) < 200_000


def test_neighbour_is_graded_as_if_nothing_were(attacked):
    rows = rows_of(attacked, "neighbour")
    assert sum(row["auto_score"] or 0 for row in rows.values()) == 12


def test_nothing_was_left_or_changed(attacked):
    assert attacked["unchanged"]
    assert not MARK.exists()
    assert attacked["visits"] == 0
    commands = attacked["processes"].values()
    assert [each for each in commands if "98765" in each] == []
    # Another checkout may be grading on this machine; its sandboxes show another environment.
    boxes = [each for each in commands if each.startswith("bwrap") and sys.prefix in each]
    assert boxes == []


LIMITS = {
    "processes_bomb": ("crashed", "more processes"),
    "time_loop": ("timeout", ""),
    "time_loop_in_call": ("timeout", ""),
    "time_sleep_in_c": ("timeout", ""),
    "end_exit": ("crashed", "ended the process"),
    "end_crash": ("crashed", "ended the process"),
}


@pytest.mark.parametrize("name", LIMITS)
def test_the_row_says_which_limit_was_hit(attacked, name):
    status, words = LIMITS[name]
    found = [row for row in rows_of(attacked, name).values() if row["status"] == status]
    assert found and all(words in row["message"] for row in found)


def test_the_row_says_that_memory_ran_out(tmp_path):
    submitted, course = tmp_path / "in", tmp_path / "course"
    submit(submitted, "memory_eaten", attack("memory_eaten", 9))
    # Some machines hand out memory too slowly for the limit to be met within SECONDS.
    rows = grading.grade(LESSON, submitted, course, seconds=90)
    row = next(row for row in rows if row["grade_id"] == "build_lenet5_test")
    assert (row["status"], row["auto_score"]) == ("crashed", 0)
    assert "more memory" in row["message"]
