"""nbgrader's own commands, typed in `autograde/` as its documentation says."""

import csv
import os
import subprocess
import sys
from pathlib import Path

from submissions import LESSON, notebook, submit

from autograde import ROOT

NBGRADER = Path(sys.executable).with_name("nbgrader")


def nbgrader(course, *arguments):
    environment = os.environ | {
        "CONVLAB_COURSE": str(course),
        "COURSE_LANG": "es",
        "PATH": f"{NBGRADER.parent}{os.pathsep}{os.environ['PATH']}",
    }
    return subprocess.run(
        [NBGRADER, *arguments],
        cwd=ROOT / "autograde",
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )


def test_from_generate_assignment_to_export(tmp_path):
    nbgrader(tmp_path, "generate_assignment", LESSON)
    released = tmp_path / "release" / LESSON / f"{LESSON}.ipynb"
    assert (
        released.read_bytes()
        == (ROOT / "notebooks" / "es" / LESSON / f"{LESSON}.ipynb").read_bytes()
    )

    submit(tmp_path / "submitted", "ana", notebook("solutions", "en"))
    nbgrader(tmp_path, "autograde", LESSON)
    nbgrader(tmp_path, "generate_feedback", LESSON)
    page = tmp_path / "feedback" / "ana" / LESSON / f"{LESSON}.html"
    assert '<html lang="en">' in page.read_text(encoding="utf-8")

    nbgrader(tmp_path, "export", "--to", str(tmp_path / "out.csv"))
    with (tmp_path / "out.csv").open(newline="") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert float(rows["ana"]["raw_score"]) == 12
    assert float(rows["ana"]["max_score"]) == 15
