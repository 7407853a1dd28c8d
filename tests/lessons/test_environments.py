"""Colab keeps its packages, and the oldest versions that pyproject.toml allows run and grade a lesson."""

import csv
import os
import subprocess

from environments import CONTENTS, environment_python, versions
from packaging.requirements import Requirement
from submissions import LESSON, notebook, submit

from autograde import ROOT
from autograde.run import execute


def test_installing_in_colab_changes_none_of_its_packages(kernels):
    lines = CONTENTS["colab"][0].read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if not line.startswith("#")]
    found = versions(environment_python("colab"))
    assert pins and "convlab" in found
    assert [
        str(pin) for pin in pins if found[pin.name.replace("_", "-")] not in pin.specifier
    ] == []


def test_oldest_versions_run_a_lesson(kernels, tmp_path):
    name = "08_vision_transformer"
    source = ROOT / "solutions" / "es" / name / f"{name}.ipynb"
    done, _ = execute(source, tmp_path / "done.ipynb", kernel_name="oldest")
    said = [output for cell in done.cells for output in cell.get("outputs", ())]
    assert [output.text for output in said if output.get("name") == "stderr"] == []


def test_oldest_versions_grade(tmp_path):
    submit(tmp_path / "in", "ana", notebook("solutions", "en"))
    command = [environment_python("oldest"), "-m", "autograde", "grade", LESSON]
    done = subprocess.run(
        [*command, "--submitted", tmp_path / "in", "--course", tmp_path / "course"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": ""},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    with (tmp_path / "course" / "grades.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["status"] != "needs_manual"]
    assert rows and all(float(row["auto_score"]) == float(row["max_score"]) for row in rows)
