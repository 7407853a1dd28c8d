"""Sorts the ZIP of a learning platform into submissions, with nbgrader's zip_collect underneath.

Source: mod/assign/classes/downloader.php of Moodle, app/models/content_zipper.rb of Canvas LMS.
"""

import csv
import re
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath

from babel.dates import get_month_names
from nbgrader.api import MissingEntry
from nbgrader.apps import ZipCollectApp
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import FileNameCollectorPlugin
from nbgrader.utils import parse_utc

from autograde import LANGUAGES
from autograde.grading import Course
from autograde.source import lesson_names
from autograde.submission import MOST_BYTES, lesson_of
from convlab.errors import PlainError
from convlab.i18n import tr

# How the platforms name a file. The number is the platform's own for the student.
NAMES = {
    "moodle": re.compile(
        r"(?P<name>[^/]+)_(?P<number>\d+)_assignsubmission_file(?:_/|/|_)(?P<file>.+)"
    ),
    "canvas": re.compile(r"(?P<name>[^_/]+)(?P<late>_LATE)?_(?P<number>\d+)_\d+_(?P<file>[^/]+)"),
}
# Columns of a list of students, the first that is there: the number, whom the gradebook should name, the time.
COLUMNS = {
    "moodle": (
        ("Identifier", "Identificador"),
        ("Username", "Nombre de usuario", "Email address", "Dirección de correo", "ID number"),
        ("Last modified (submission)", "Última modificación (entrega)"),
    ),
    "canvas": (("ID",), ("SIS Login ID",), ()),
}
MOODLE_DATE = re.compile(r"(\d+) (?:de )?(\w+) (?:de )?(\d{4}), (\d+):(\d+)(?: ([AP])M)?")


@dataclass(frozen=True)
class Handed:
    """A file of the ZIP: whose it is, of which lesson, and when it came (UTC), if that is known."""

    member: zipfile.ZipInfo
    student: str
    lesson: str
    time: datetime | None


class Listed(FileNameCollectorPlugin):
    """Tells nbgrader whose a file is, as it was found out before."""

    found = {}

    def collect(self, submitted_file):
        handed = self.found[Path(submitted_file).name]
        time = {} if handed.time is None else {"timestamp": handed.time.isoformat()}
        return {"student_id": handed.student, "file_id": f"{handed.lesson}.ipynb"} | time


def collect(archive, platform, folder, students=None):
    """Puts each student's latest notebook of each lesson where `grade` looks for it.

    Args:
        archive: the ZIP that the platform gives for an assignment.
        platform: "moodle" or "canvas".
        folder: the course folder; files go to `submitted/<student>/<lesson>/` in it.
        students: a CSV with the platform's number of each student, or None: Moodle's grading worksheet, which also
            tells when each submission came, or Canvas's gradebook. Without it students go by name and number.

    Returns:
        (taken, left): paths below the course folder, and names in the ZIP of what is no notebook of a lesson.

    Raises:
        PlainError: the ZIP or the list of students cannot be read.
    """
    course = Course(folder)
    people = _people(students, platform) if students else {}
    latest, left = {}, []
    try:
        with zipfile.ZipFile(archive) as opened:
            for member in sorted(opened.infolist(), key=lambda member: member.date_time):
                if member.is_dir():
                    continue
                handed = _handed(opened, member, platform, people, course)
                if handed is None:
                    left.append(member.filename)
                else:
                    latest[handed.student, handed.lesson] = handed
            wanted = [handed for handed in latest.values() if not _is_older(course, handed)]
            taken = [
                path for lesson in lesson_names() for path in _take(opened, lesson, wanted, course)
            ]
    except (OSError, zipfile.BadZipFile) as error:
        raise PlainError(
            tr(
                "{path} cannot be read as a ZIP: {reason}.",
                path=archive,
                reason=str(error).rstrip("."),
            )
        ) from None
    return taken, left


def _people(path, platform):
    """Returns {number: (student, time or None)}."""
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            there = rows.fieldnames or []
            number, student, time = (
                next((name for name in names if name in there), None) for names in COLUMNS[platform]
            )
            if number is None or student is None:
                raise PlainError(
                    tr(
                        "{path} should have a column {number} and a column {student}, but it has {there}.",
                        path=path,
                        number=" / ".join(COLUMNS[platform][0]),
                        student=" / ".join(COLUMNS[platform][1]),
                        there=", ".join(there),
                    )
                )
            return {
                digits[-1]: (row[student].strip(), _moodle_time(row[time]) if time else None)
                for row in rows
                if (digits := re.findall(r"\d+", row[number] or "")) and row[student].strip()
            }
    except (OSError, UnicodeDecodeError) as error:
        raise PlainError(tr("{path} cannot be read: {reason}", path=path, reason=error)) from None


def _moodle_time(text):
    """Returns the time that Moodle writes in words, in either language and in this machine's zone, or None."""
    match = MOODLE_DATE.search(text or "")
    if not match:
        return None
    day, month, year, hour, minute, half = match.groups()
    months = {
        name.lower(): number
        for lang in LANGUAGES
        for number, name in get_month_names("wide", locale=lang).items()
    }
    if month.lower() not in months:
        return None
    hour = int(hour) % 12 + 12 * (half == "P") if half else int(hour)
    local = datetime(int(year), months[month.lower()], int(day), hour, int(minute)).astimezone()
    return local.astimezone(UTC).replace(tzinfo=None)


def _handed(opened, member, platform, people, course):
    match = NAMES[platform].fullmatch(member.filename)
    if not match or not member.filename.endswith(".ipynb") or member.file_size > MOST_BYTES:
        return None
    stem = PurePosixPath(match["file"]).stem
    lesson = next((name for name in lesson_names() if name in stem), None)
    lesson = lesson or lesson_of(opened.read(member))
    if lesson is None:
        return None
    nameless = f"{match['name']} {match['number']}", None
    student, time = people.get(match["number"], nameless)
    if match.groupdict().get("late"):
        # Canvas tells that it is late, not by how much.
        due = _due(course, lesson)
        time = due and due + timedelta(seconds=1)
    return Handed(member, student.replace("/", "-"), lesson, time)


def _due(course, lesson):
    with course.gradebook() as gradebook:
        try:
            return gradebook.find_assignment(lesson).duedate
        except MissingEntry:
            return None


def _is_older(course, handed):
    """Tells whether what was collected before is known to be the later one."""
    path = course.folder / "submitted" / handed.student / handed.lesson / "timestamp.txt"
    if handed.time is None or not path.is_file():
        return False
    return parse_utc(path.read_text(encoding="utf-8").strip()) > handed.time


def _take(opened, lesson, wanted, course):
    """Hands the files of a lesson to nbgrader; returns where they are now."""
    chosen = {f"{n}.ipynb": each for n, each in enumerate(wanted) if each.lesson == lesson}
    if not chosen:
        return []
    with tempfile.TemporaryDirectory() as folder:
        extracted = Path(folder) / lesson / "extracted"
        extracted.mkdir(parents=True)
        for name, handed in chosen.items():
            (extracted / name).write_bytes(opened.read(handed.member))
        config = course.config.copy()
        config.ZipCollectApp.collect_directory_structure = (
            f"{folder}/{{assignment_id}}/{{collect_step}}"
        )
        config.ZipCollectApp.force = True
        config.CourseDirectory.assignment_id = lesson
        app = ZipCollectApp(config=config)
        app.log.setLevel("ERROR")
        app.coursedir = CourseDirectory(parent=app, config=config)
        app.collector_plugin_inst = Listed(parent=app)
        app.collector_plugin_inst.found = chosen
        app.process_extracted_files()
    places = (course.folder / "submitted" / each.student / lesson for each in chosen.values())
    return [place / f"{lesson}.ipynb" for place in places]
