"""The gradebook on a PostgreSQL server: same rows, hand-given scores kept, and nothing lost when the server dies."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from submissions import LESSON, filled, notebook, submit

from autograde import ROOT, grading
from convlab.errors import PlainError

HALF = ("prepare_mnist", "feature_map_shapes")


def programs():
    """Returns the folder of PostgreSQL's programs, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    program = found[-1] if found else shutil.which("initdb")
    return program and Path(program).resolve().parent


class Server:
    """A PostgreSQL server in a folder; it refuses to be root, so root lends it another user."""

    def __init__(self, folder):
        self.user = {"user": "nobody"} if os.getuid() == 0 else {}
        self.data = folder / "data"
        self.data.mkdir()
        if self.user:
            shutil.chown(self.data, "nobody", pwd.getpwnam("nobody").pw_gid)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.call("initdb", "--auth=trust", "--username=teacher", "--no-sync")
        self.start()

    @property
    def url(self):
        return f"postgresql+psycopg://teacher:secret@127.0.0.1:{self.port}/postgres"

    def call(self, program, *arguments):
        command = [str(programs() / program), "-D", str(self.data), *arguments]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, **self.user)

    def start(self):
        options = f"-p {self.port} -c unix_socket_directories='' -c listen_addresses=127.0.0.1"
        self.call("pg_ctl", "-w", "-l", str(self.data / "log"), "-o", options, "start")

    def crash(self):
        self.call("pg_ctl", "-m", "immediate", "stop")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    if programs() is None:
        pytest.skip("PostgreSQL is not installed (Debian, Ubuntu: apt install postgresql)")
    folder = tmp_path_factory.mktemp("postgresql")
    for parent in (folder, *folder.parents):
        if parent.owner() == pwd.getpwuid(os.getuid()).pw_name and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o011)
    found = Server(folder)
    yield found
    found.crash()


@pytest.fixture
def course(server, tmp_path):
    """A course folder whose gradebook is an empty database of the server."""
    name = f"course_{time.time_ns()}"
    command = [
        str(programs() / "psql"),
        "-q",
        f"host=127.0.0.1 port={server.port} user=teacher dbname=postgres",
    ]
    subprocess.run([*command, "-c", f"CREATE DATABASE {name}"], check=True)
    folder = tmp_path / "course"
    folder.mkdir()
    url = server.url.replace("/postgres", f"/{name}")
    (folder / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.db_url = {url!r}\n"
    )
    return folder


def write_submissions(folder):
    for number, nb in enumerate((notebook("solutions", "es"), filled("en", HALF)) * 2):
        submit(folder, f"student{number}", nb)


def test_rows_are_those_of_the_ordinary_gradebook(course, tmp_path):
    write_submissions(tmp_path / "in")
    here = grading.grade(LESSON, tmp_path / "in", tmp_path / "ordinary")
    assert grading.grade(LESSON, tmp_path / "in", course) == here
    assert not (course / "gradebook.db").exists()

    with grading.Course(course).gradebook() as gradebook:
        grade = gradebook.find_grade("metric_choice", LESSON, LESSON, "student0")
        grade.manual_score, grade.needs_manual_grade = 2.5, False
        gradebook.db.commit()
    again = grading.grade(LESSON, tmp_path / "in", course)
    assert [row["manual_score"] for row in again if row["manual_score"] is not None] == [2.5]
    assert len(grading.feedback(LESSON, course)) == 4
    path, _ = grading.export(course, "csv")
    total = next(line for line in path.read_text().splitlines() if "student0" in line)
    assert total == "student0,14.5"


def test_a_server_that_dies_loses_nothing(server, course, tmp_path):
    write_submissions(tmp_path / "in")
    wanted = grading.grade(LESSON, tmp_path / "in", tmp_path / "ordinary")
    command = [sys.executable, "-m", "autograde", "grade", LESSON, "--lang", "en"]
    command += ["--submitted", str(tmp_path / "in"), "--course", str(course)]
    run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    while not any((course / "autograded").glob("*/*/*.ipynb")):
        assert run.poll() is None
        time.sleep(0.1)
    server.crash()
    said = run.communicate()[0]
    try:
        assert run.returncode == 1
        assert "cannot be reached" in said and "secret" not in said
        with pytest.raises(PlainError, match="cannot be reached"):
            grading.grade(LESSON, tmp_path / "in", course)
    finally:
        server.start()
    assert grading.grade(LESSON, tmp_path / "in", course) == wanted
