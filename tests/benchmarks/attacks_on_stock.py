"""Says what the attacks do on stock nbgrader, which runs them in one kernel with the tests.

    python tests/benchmarks/attacks_on_stock.py [attack ...]

Each is graded alone, in a sandbox that is thrown away, beside a neighbour's submission that it may find. Prints the
points that it won, whether a hidden test was told, and what was lost. `processes_bomb` is never run.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from attacks import test_attacks as attacks  # noqa: E402
from benchmarks.grading_speed import ENVIRONMENT, PROGRAM, STOCK  # noqa: E402
from submissions import LESSON, bare, notebook, submit  # noqa: E402

from autograde import ROOT  # noqa: E402

COURSE = Path("/tmp/course")
SECONDS = 240


def inside(name):
    """Grades one attack in `COURSE`; prints what came of it as JSON."""
    from nbgrader.api import Gradebook, MissingEntry

    shutil.copytree("/mnt", COURSE)
    neighbour = COURSE / "submitted" / "neighbour" / LESSON / f"{LESSON}.ipynb"
    before = neighbour.read_bytes()
    command = [PROGRAM, "autograde", LESSON, "--student", name]
    with open("/tmp/log", "wb") as log:
        try:
            status = subprocess.run(
                command, cwd=COURSE, stdout=log, stderr=log, timeout=SECONDS
            ).returncode
        except subprocess.TimeoutExpired:
            status = "late"
    found = {"status": status, "points": None, "told": False}
    found["neighbour"] = neighbour.is_file() and neighbour.read_bytes() == before
    found["left"] = sum("98765" in command for command in attacks.processes().values())
    done = COURSE / "autograded" / name / LESSON / f"{LESSON}.ipynb"
    if done.is_file():
        cells = nbformat.read(done, as_version=4).cells
        told = "".join(str(cell.get("outputs", "")) for cell in cells)
        found["told"] = any(
            secret in told for secret in ("HANDED", "FOUND ", *attacks.HIDDEN_LINES)
        )
        found["length"] = len(told)
    with Gradebook(f"sqlite:///{COURSE}/gradebook.db", "stock") as gradebook:
        try:
            grades = gradebook.find_submission_notebook(LESSON, LESSON, name).grades
            found["points"] = sum(grade.auto_score or 0 for grade in grades)
            found["ungraded"] = sum(
                grade.auto_score is None and grade.name.endswith("_test") for grade in grades
            )
        except MissingEntry:
            pass
    print("\n" + json.dumps(found), flush=True)


def sandboxed(name, template):
    """Returns what `inside` found, a dict; an empty one where the attack ended all that was there."""
    environment = ENVIRONMENT | {"HOME": "/tmp", "CONVLAB_OFFLINE": "1"}
    command = ["prlimit", "--as=12884901888", "bwrap", "--unshare-all", "--die-with-parent"]
    command += ["--new-session", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev"]
    for folder in ("/dev/shm", "/var/tmp", "/tmp"):
        command += ["--size", str(512 << 20), "--tmpfs", folder]
    # What of the project lies below /tmp would be covered.
    for folder in dict.fromkeys([str(ROOT), sys.prefix]):
        command += ["--ro-bind", folder, folder]
    command += ["--ro-bind", str(template), "/mnt", "--chdir", "/tmp"]
    command += [sys.executable, str(Path(__file__).resolve()), "--inside", name]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=SECONDS + 60)
    except subprocess.TimeoutExpired:
        return {"status": "late"}
    last = done.stdout.decode(errors="replace").strip().splitlines()[-1:]
    return json.loads(last[0]) if last and last[0].startswith("{") else {}


def main(names):
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder)
        config = STOCK.format(root=str(COURSE), source=str(ROOT / "solutions" / "en"), stub="-")
        config = config.replace("timeout = 120", "timeout = 20")
        (template / "nbgrader_config.py").write_text(config)
        subprocess.run(
            [PROGRAM, "generate_assignment", LESSON, f"--CourseDirectory.root={template}"],
            cwd=template,
            env=os.environ | ENVIRONMENT,
            check=True,
            capture_output=True,
        )
        submit(template / "submitted", "neighbour", bare(notebook("solutions", "en")))
        for name in names:
            submit(template / "submitted", name, bare(attacks.attack(name, 9)))
            print(name, json.dumps(sandboxed(name, template)), flush=True)
            shutil.rmtree(template / "submitted" / name)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        inside(sys.argv[2])
    else:
        main(sys.argv[1:] or [name for name in attacks.EVERY if name != "processes_bomb"])
