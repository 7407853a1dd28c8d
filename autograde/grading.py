"""Grades submissions with nbgrader, one row for each graded cell, and reports them."""

import csv
import json
import logging
import re
import shutil
import statistics
import warnings
from collections import Counter, defaultdict
from contextlib import chdir
from html import escape
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from rich.progress import track
from sqlalchemy.exc import SAWarning

from autograde.course import nbgrader_config
from autograde.source import graded_cells
from convlab.errors import PlainError
from convlab.i18n import language, tr

# nbgrader's own queries; nothing that an instructor could act on.
warnings.filterwarnings("ignore", category=SAWarning)

COLUMNS = (
    "student",
    "assignment",
    "grade_id",
    "auto_score",
    "manual_score",
    "max_score",
    "status",
    "message",
)
ANSI = re.compile(r"\x1b\[[0-9;]*m")


class Course:
    """A course folder: submissions, gradebook, grades and feedback."""

    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.config = nbgrader_config(self.folder)
        self.coursedir = CourseDirectory(config=self.config)
        self.api = NbGraderAPI(self.coursedir, config=self.config)
        self.api.log.setLevel(logging.CRITICAL)
        logging.getLogger("traitlets").setLevel(logging.CRITICAL)

    def gradebook(self):
        return Gradebook(self.coursedir.db_url, self.coursedir.course_id)

    def prepare(self, lesson):
        """Records the lesson in the gradebook; it stays as it is where it is there already."""
        with self.gradebook() as gradebook:
            try:
                gradebook.find_notebook(lesson, lesson)
                return
            except MissingEntry:
                pass
        result = self._call(self.api.generate_assignment, lesson, force=True)
        if not result["success"]:
            raise PlainError(
                tr(
                    "nbgrader could not generate {lesson}: {log}",
                    lesson=lesson,
                    log=result["log"] or result.get("error"),
                )
            )

    def _call(self, function, *arguments, **options):
        with chdir(self.folder):
            return function(*arguments, **options)

    def autograde(self, lesson, student):
        return self._call(self.api.autograde, lesson, student, force=True)

    def generate_feedback(self, lesson, student):
        return self._call(self.api.generate_feedback, lesson, student, force=True)

    def autograded(self, lesson, student):
        return self.folder / "autograded" / student / lesson / f"{lesson}.ipynb"

    def feedback(self, lesson, student):
        return self.folder / "feedback" / student / lesson / f"{lesson}.html"


def _damage(path):
    """Returns a sentence on why a submission cannot be read, or None."""
    if not path.is_file():
        return tr("There is no file {name}. Submit it under that name.", name=path.name)
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        nbformat.reads(json.dumps(notebook), as_version=4)
    except Exception:
        return tr(
            "The file is not a notebook that can be opened. Open it in JupyterLab, save it and "
            "submit it again."
        )
    return None


def _failure_message(cell):
    for output in cell.get("outputs", ()):
        if output.output_type == "error":
            value = ANSI.sub("", output.evalue).strip()
            return (
                value if output.ename == "CheckFailed" else f"{output.ename}: {value}".strip(": ")
            )
    return ""


def _rows(course, lesson, student):
    notebook = nbformat.read(course.autograded(lesson, student), as_version=4)
    cells = {
        cell.metadata.nbgrader.grade_id: cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    with course.gradebook() as gradebook:
        for grade_id, (points, is_essay) in graded_cells(lesson).items():
            grade = gradebook.find_grade(grade_id, lesson, lesson, student)
            cell = cells.get(grade_id, {})
            message = "" if is_essay else _failure_message(cell)
            if "CellTimeoutError" in message:
                status = "timeout"
            elif grade.needs_manual_grade:
                status = "needs_manual"
            elif is_essay and grade.manual_score is None:
                status = "blank"
            elif message.startswith("NotImplementedError"):
                status = "blank"
            else:
                status = "graded"
            yield dict(
                auto_score=grade.auto_score,
                manual_score=grade.manual_score,
                status=status,
                message=message,
                grade_id=grade_id,
                max_score=points,
            )


def _failed_rows(lesson, status, message):
    for grade_id, (points, _) in graded_cells(lesson).items():
        yield dict(
            auto_score=0,
            manual_score=None,
            status=status,
            message=message,
            grade_id=grade_id,
            max_score=points,
        )


def _last_line(log):
    lines = [line for line in ANSI.sub("", log or "").splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def _grade_one(course, lesson, student):
    path = course.folder / "submitted" / student / lesson / f"{lesson}.ipynb"
    damage = _damage(path)
    if damage:
        return _failed_rows(lesson, "damaged", damage)
    result = course.autograde(lesson, student)
    if not result["success"] or not course.autograded(lesson, student).is_file():
        reason = _last_line(result.get("log") or result.get("error"))
        return _failed_rows(lesson, "crashed", reason)
    return list(_rows(course, lesson, student))


def students_in(folder, lesson):
    """Returns the names of the students with a folder for this lesson below `folder`.

    Raises:
        PlainError: there is no such folder, or nobody in it submitted this lesson.
    """
    folder = Path(folder)
    students = sorted(path.parent.name for path in folder.glob(f"*/{lesson}") if path.is_dir())
    if not students:
        raise PlainError(
            tr(
                "No submission of {lesson} below {folder}. Put each at "
                "{folder}/<student>/{lesson}/{lesson}.ipynb.",
                lesson=lesson,
                folder=folder,
            )
        )
    return students


def grade(lesson, submitted, folder):
    """Grades every submission of a lesson.

    Args:
        lesson: its name.
        submitted: folder with `<student>/<lesson>/<lesson>.ipynb`; it is left as it is.
        folder: the course folder; gets the gradebook, `grades.csv` and `report.html`.

    Returns:
        The rows of this lesson, dicts with the keys of `COLUMNS`.

    Raises:
        PlainError: there is nothing to grade.
    """
    students = students_in(submitted, lesson)
    course = Course(folder)
    course.prepare(lesson)
    rows = []
    for student in track(students, description=lesson, transient=True):
        source = Path(submitted) / student / lesson
        target = course.folder / "submitted" / student / lesson
        if source.resolve() != target.resolve():
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target)
        for row in _grade_one(course, lesson, student):
            rows.append(dict(student=student, assignment=lesson) | row)
    _write_grades(course.folder / "grades.csv", rows)
    _write_report(course.folder / "report.html", read_grades(course.folder))
    return rows


def read_grades(folder):
    """Returns the rows of a course's `grades.csv`, scores as floats or None.

    Raises:
        PlainError: nothing has been graded there.
    """
    path = Path(folder) / "grades.csv"
    if not path.is_file():
        raise PlainError(
            tr("{path} does not exist yet. Run `python -m autograde grade` first.", path=path)
        )
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for key in ("auto_score", "manual_score", "max_score"):
            row[key] = float(row[key]) if row[key] else None
    return rows


def _write_grades(path, rows):
    graded = {(row["student"], row["assignment"]) for row in rows}
    kept = []
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            kept = [
                row
                for row in csv.DictReader(file)
                if (row["student"], row["assignment"]) not in graded
            ]
    temporary = path.with_suffix(".csv.part")
    with temporary.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept + rows)
    temporary.replace(path)


def score(row):
    """Returns the points of a row: those given by hand where there are any."""
    return row["manual_score"] if row["manual_score"] is not None else row["auto_score"] or 0.0


def totals(rows):
    """Returns {(student, assignment): (points, maximum)}."""
    result = defaultdict(lambda: [0.0, 0.0])
    for row in rows:
        entry = result[row["student"], row["assignment"]]
        entry[0] += score(row)
        entry[1] += row["max_score"]
    return {key: tuple(value) for key, value in result.items()}


def _table(headings, rows):
    head = "".join(f'<th scope="col">{escape(str(text))}</th>' for text in headings)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(text))}</td>" for text in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _write_report(path, rows):
    points = totals(rows)
    exercises = defaultdict(list)
    for row in rows:
        exercises[row["assignment"], row["grade_id"]].append(row)
    shares = [
        (
            assignment,
            grade_id,
            f"{statistics.mean(score(row) / row['max_score'] for row in group):.0%}",
            sum(row["status"] == "needs_manual" for row in group),
        )
        for (assignment, grade_id), group in exercises.items()
    ]
    failures = Counter(
        (row["grade_id"], row["status"], row["message"]) for row in rows if row["message"]
    )
    title = tr("Grades")
    sections = [
        f"<h1>{title}</h1>",
        _table(
            (tr("Student"), tr("Assignment"), tr("Points"), tr("Of")),
            [(*key, f"{value[0]:g}", f"{value[1]:g}") for key, value in points.items()],
        ),
        "<h2>" + tr("Exercises") + "</h2>",
        _table(
            (tr("Assignment"), tr("Exercise"), tr("Mean score"), tr("To be graded by hand")),
            shares,
        ),
        "<h2>" + tr("Failure messages") + "</h2>",
        _table(
            (tr("Exercise"), tr("Status"), tr("Message"), tr("Times")),
            [(*key, count) for key, count in failures.most_common()],
        ),
    ]
    style = (
        "body{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
        "table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.3rem .6rem;"
        "text-align:left;vertical-align:top}"
    )
    path.write_text(
        f'<!DOCTYPE html><html lang="{language()}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{style}</style></head>"
        f"<body><main>{''.join(sections)}</main></body></html>",
        encoding="utf-8",
    )


def feedback(lesson, folder):
    """Writes the feedback page of every graded submission, each in its own language.

    Returns:
        The paths of the pages.

    Raises:
        PlainError: nothing has been graded.
    """
    course = Course(folder)
    students = sorted(
        path.parent.parent.name
        for path in (course.folder / "autograded").glob(f"*/{lesson}/{lesson}.ipynb")
    )
    if not students:
        raise PlainError(
            tr(
                "Nothing of {lesson} has been graded in {folder}. Run `python -m autograde grade` "
                "first.",
                lesson=lesson,
                folder=course.folder,
            )
        )
    pages = []
    for student in track(students, description=lesson, transient=True):
        result = course.generate_feedback(lesson, student)
        if not result["success"]:
            raise PlainError(
                tr(
                    "nbgrader could not write the feedback of {student}: {log}",
                    student=student,
                    log=_last_line(result.get("log") or result.get("error")),
                )
            )
        pages.append(course.feedback(lesson, student))
    return pages


def export(folder, target_format):
    """Writes the totals for a learning platform; returns the path.

    Hand-given scores are read from the gradebook.

    Args:
        folder: the course folder.
        target_format: "csv", "moodle" or "canvas".

    Raises:
        PlainError: nothing has been graded, or there is no such format.
    """
    course = Course(folder)
    rows = read_grades(course.folder)
    with course.gradebook() as gradebook:
        for row in rows:
            try:
                grade = gradebook.find_grade(
                    row["grade_id"], row["assignment"], row["assignment"], row["student"]
                )
            except MissingEntry:
                continue
            row["manual_score"] = grade.manual_score
    points = totals(rows)
    assignments = sorted({assignment for _, assignment in points})
    students = sorted({student for student, _ in points})
    layouts = {
        "csv": ("student", lambda student: [student]),
        "moodle": ("username", lambda student: [student]),
        "canvas": ("Student,ID,SIS User ID,SIS Login ID,Section", lambda s: [s, "", s, s, ""]),
    }
    if target_format not in layouts:
        raise PlainError(
            tr('There is no format "{format}". Choose csv, moodle or canvas.', format=target_format)
        )
    identity, columns = layouts[target_format]
    path = course.folder / f"export_{target_format}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*identity.split(","), *assignments])
        if target_format == "canvas":
            maxima = {assignment: maximum for (_, assignment), (_, maximum) in points.items()}
            writer.writerow(["Points Possible", "", "", "", "", *(maxima[a] for a in assignments)])
        for student in students:
            scores = [points.get((student, assignment), ("",))[0] for assignment in assignments]
            writer.writerow([*columns(student), *scores])
    return path
