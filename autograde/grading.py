"""Grades submissions with nbgrader, one row for each graded cell, and reports them."""

import csv
import logging
import os
import warnings
from contextlib import chdir, contextmanager
from pathlib import Path

import nbformat
from nbconvert.filters import strip_ansi
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    track,
)
from sqlalchemy import make_url
from sqlalchemy.exc import InterfaceError, NoSuchModuleError, OperationalError, SAWarning

from autograde import execution, report, results, sandbox, submission
from autograde.course import nbgrader_config
from autograde.source import graded_cells
from convlab.errors import PlainError
from convlab.i18n import language, set_language, tr

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

    @contextmanager
    def gradebook(self):
        """Opens the gradebook.

        Raises:
            PlainError: it cannot be reached, or not any more.
        """
        url = self.coursedir.db_url
        try:
            with Gradebook(url, self.coursedir.course_id) as gradebook:
                yield gradebook
        except (OperationalError, InterfaceError, NoSuchModuleError, ImportError) as error:
            raise PlainError(
                tr(
                    "The gradebook {url} cannot be reached: {reason}. Nothing is lost; mend it and run this again.",
                    url=make_url(url).render_as_string(hide_password=True),
                    reason=str(getattr(error, "orig", None) or error).splitlines()[0].rstrip("."),
                )
            ) from None

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


def run_submission(content, lesson, isolated=True, seconds=execution.SECONDS):
    """Restores and runs one submission; what a worker does, on this machine or another.

    Args:
        content: the bytes of the file, or the name of a problem with it (see `submission.Reading`).
        lesson: its name.
        isolated: whether to use sandboxes.
        seconds: that a cell may take.

    Returns:
        A dict: "problem" and "detail" (see `submission.Reading`), "lang", and, where there was something to run,
        "notebook" (its JSON), "key", "missing" ({grade_id: what to say} of answers that were not there) and "cells"
        ({id: (status, outputs)}).
    """
    reading = (
        content if isinstance(content, submission.Reading) else submission.parse(content, lesson)
    )
    entry = {"problem": reading.problem, "detail": reading.detail, "lang": None}
    if reading.cells is None:
        return entry
    notebook, lang, missing = submission.restore(reading.cells, lesson)
    set_language(lang)
    told = (
        problem_sentence("cut", "", lesson)
        if reading.problem == "cut"
        else tr("The cell of this answer is missing.")
    )
    cells = execution.run_notebook(lesson, lang, notebook, isolated, seconds)
    return entry | {
        "lang": lang,
        "notebook": nbformat.writes(notebook),
        "key": results.key(notebook, lesson),
        "missing": dict.fromkeys(missing, told),
        "cells": cells,
    }


def problem_sentence(problem, detail, lesson):
    """Returns what to tell about a submission that is not as it should be."""
    if problem == "missing":
        return tr("There is no file {name}. Submit it under that name.", name=f"{lesson}.ipynb")
    if problem == "link":
        return tr("{name} is a link to another file. Submit the notebook itself.", name=detail)
    if problem == "large":
        return tr("The file is larger than 200 MB. Clear the outputs and submit it again.")
    if problem == "other":
        return tr(
            "The file holds no exercise of {lesson}{other}. Submit the notebook of this lesson.",
            lesson=lesson,
            other=f" ({detail})" if detail else "",
        )
    if problem == "cut":
        return tr(
            "The file breaks off and this answer was not in what is left. Save it again and resubmit it."
        )
    return tr(
        "The file is not a notebook that can be opened. Open it in JupyterLab, save it and "
        "submit it again."
    )


def _rows(course, lesson, student, entry):
    """Yields the rows of a recorded submission."""
    sources = _texts(nbformat.reads(entry["notebook"], as_version=4))
    with course.gradebook() as gradebook:
        for grade_id, (points, is_essay) in graded_cells(lesson).items():
            grade = gradebook.find_grade(grade_id, lesson, lesson, student)
            answer = execution.plan(lesson).answer_of(grade_id)
            run_status, outputs = entry["cells"].get(grade_id, ("graded", ()))
            own_status, own_outputs = entry["cells"].get(answer, ("graded", ()))
            if own_status != "graded":
                run_status, outputs = own_status, own_outputs
            blank = submission.is_blank(sources[answer], answer, lesson)
            message = "" if is_essay or blank else results.reason(own_outputs, outputs)
            if answer in entry["missing"]:
                status, message = "damaged", entry["missing"][answer]
            elif run_status in ("timeout", "crashed", "refused") and not blank:
                status = run_status
            elif grade.needs_manual_grade:
                status = "needs_manual"
            elif blank and grade.manual_score is None:
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
    lines = [line for line in strip_ansi(log or "").splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def _by_hand(course, lesson, student):
    """Returns {grade_id: (text of the answer, whether a person has to look at it)} of what has a score by hand."""
    path = course.autograded(lesson, student)
    if not path.is_file():
        return {}
    texts = _texts(nbformat.read(path, as_version=4))
    answer_of = execution.plan(lesson).answer_of
    with course.gradebook() as gradebook:
        try:
            grades = gradebook.find_submission_notebook(lesson, lesson, student).grades
        except MissingEntry:
            return {}
        return {
            grade.name: (texts.get(answer_of(grade.name)), grade.needs_manual_grade)
            for grade in grades
            if grade.manual_score is not None
        }


def _texts(notebook):
    """Returns {grade_id: text} of the cells that nbgrader knows."""
    return {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in notebook.cells
        if "nbgrader" in cell.metadata
    }


def _record(course, lesson, student, entry):
    """Writes what a worker found into the gradebook, through nbgrader; returns a sentence where that failed."""
    given = _by_hand(course, lesson, student)
    target = course.folder / "submitted" / student / lesson / f"{lesson}.ipynb"
    if not target.exists() or entry["copied"]:
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(".part")
        part.write_text(entry["notebook"], encoding="utf-8")
        part.replace(target)
        if entry["timestamp"] is not None:
            target.with_name("timestamp.txt").write_text(entry["timestamp"], encoding="utf-8")
    result = course.autograde(lesson, student)
    if not result["success"] or not course.autograded(lesson, student).is_file():
        with course.gradebook():  # Stops the run where it is the gradebook that failed.
            pass
        return _last_line(result.get("log") or result.get("error"))
    now = _texts(nbformat.reads(entry["notebook"], as_version=4))
    with course.gradebook() as gradebook:
        for grade_id, (text, waiting) in given.items():
            if text == now.get(execution.plan(lesson).answer_of(grade_id)):
                grade = gradebook.find_grade(grade_id, lesson, lesson, student)
                grade.needs_manual_grade = waiting
        gradebook.db.commit()
    return None


def _finish(course, lesson, student, entry):
    """Records a result and returns its rows."""
    before = language()
    set_language(entry["lang"] or before)
    try:
        if not entry.get("cells"):
            status = "refused" if entry["problem"] in ("link", "large") else "damaged"
            return list(
                _failed_rows(
                    lesson, status, problem_sentence(entry["problem"], entry["detail"], lesson)
                )
            )
        if not entry["recorded"]:
            results.save(course.folder, student, lesson, entry)
            failure = _record(course, lesson, student, entry)
            if failure:
                return list(_failed_rows(lesson, "crashed", failure))
            results.save(course.folder, student, lesson, entry | {"recorded": True})
        return list(_rows(course, lesson, student, entry))
    finally:
        set_language(before)


def _timestamp(path):
    """Returns what is said beside a submission of when it came, in nbgrader's form, or None."""
    beside = path.with_name("timestamp.txt")
    return beside.read_text(encoding="utf-8") if beside.is_file() else None


def _known_result(course, lesson, student, digest):
    entry = results.load(course.folder, student, lesson)
    if entry and entry.get("digest") == digest and entry.get("version") == results.version(lesson):
        recorded = entry["recorded"] and course.autograded(lesson, student).is_file()
        return entry | {"recorded": recorded}
    return None


def _run_all(waiting, lesson, isolated, jobs, scheduler, seconds):
    """Yields (student, result) as they come, computed on all cores or on a Dask cluster."""
    import joblib

    def one(student, reading):
        return student, run_submission(reading, lesson, isolated, seconds)

    if scheduler:
        from dask.distributed import Client, as_completed

        with Client(scheduler) as client:
            futures = [
                client.submit(one, student, reading, pure=False) for student, reading in waiting
            ]
            for future in as_completed(futures):
                yield future.result()
        return
    calls = [joblib.delayed(one)(student, reading) for student, reading in waiting]
    yield from joblib.Parallel(jobs, backend="threading", return_as="generator_unordered")(calls)


def grade(
    lesson,
    submitted,
    folder,
    jobs=None,
    scheduler=None,
    isolated=True,
    seconds=execution.SECONDS,
):
    """Grades every submission of a lesson.

    Args:
        lesson: its name.
        submitted: folder with `<student>/<lesson>/<lesson>.ipynb`; it is left as it is.
        folder: the course folder; gets the gradebook, `grades.csv` and `report.html`.
        jobs: how many submissions run side by side; None for one a core.
        scheduler: the address of a Dask scheduler whose workers run them, or None for this machine.
        isolated: whether to use sandboxes.
        seconds: that a cell may take.

    Returns:
        The rows of this lesson, dicts with the keys of `COLUMNS`.

    Raises:
        PlainError: there is nothing to grade, or there can be no sandbox here.
    """
    paths = submission.students_in(submitted, lesson)
    if not paths:
        raise PlainError(
            tr(
                "No submission of {lesson} below {folder}. Put each at "
                "{folder}/<student>/{lesson}/{lesson}.ipynb.",
                lesson=lesson,
                folder=submitted,
            )
        )
    if isolated and not scheduler:
        sandbox_or_sentence()
    course = Course(folder)
    course.prepare(lesson)
    rows, waiting, facts = {}, [], {}
    own = (course.folder / "submitted").resolve()
    with progress() as bar:
        task = bar.add_task(lesson, total=len(paths))

        def finish(student, entry):
            found = _finish(course, lesson, student, entry)
            rows[student] = [dict(student=student, assignment=lesson) | row for row in found]
            bar.advance(task)

        for student, path in paths.items():
            content = submission.load(path)
            facts[student] = {
                "digest": results.digest(content),
                "version": results.version(lesson),
                "recorded": False,
                "copied": own not in path.resolve().parents,
                "timestamp": _timestamp(path),
            }
            known = _known_result(course, lesson, student, facts[student]["digest"])
            if known:
                finish(student, known)
            else:
                waiting.append((student, content))
        found = _run_all(waiting, lesson, isolated, jobs or os.cpu_count(), scheduler, seconds)
        for student, result in found:
            finish(student, result | facts[student])
    ordered = [row for student in paths for row in rows[student]]
    _write_grades(course.folder / "grades.csv", ordered)
    report.write(course.folder / "report.html", read_grades(course.folder))
    return ordered


def sandbox_or_sentence():
    """Raises PlainError where no sandbox can be made: with what to do."""
    try:
        sandbox.check()
    except sandbox.NoSandbox as reason:
        raise PlainError(
            tr(
                "{reason} Submissions are code that nobody vouches for: grade them in a container, or give "
                "--unsafe to run them as they are.",
                reason=reason,
            )
        ) from None


def progress():
    """Returns a progress bar with the time left."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        transient=True,
    )


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


def _late_penalty(gradebook, student, lesson):
    """Returns what nbgrader's late submission plug-in took off."""
    try:
        notebook = gradebook.find_submission_notebook(lesson, lesson, student)
    except MissingEntry:
        return 0
    return notebook.late_submission_penalty or 0


def export(folder, target_format):
    """Writes the totals for a learning platform.

    Hand-given scores and late penalties are read from the gradebook.

    Args:
        folder: the course folder.
        target_format: "csv"; "moodle", whose importer asks which column names the user; or "canvas", whose importer
            wants these columns in this order, and finds a user by the login.

    Returns:
        (path, waiting): how many answers wait for a person and count 0.

    Raises:
        PlainError: nothing has been graded, or there is no such format.

    Source: grade/import/csv of Moodle, lib/gradebook_importer.rb of Canvas LMS.
    """
    course = Course(folder)
    rows = read_grades(course.folder)
    waiting = 0
    with course.gradebook() as gradebook:
        for row in rows:
            try:
                grade = gradebook.find_grade(
                    row["grade_id"], row["assignment"], row["assignment"], row["student"]
                )
            except MissingEntry:
                continue
            row["manual_score"] = grade.manual_score
            waiting += grade.needs_manual_grade
        points = {
            key: (max(0, given - _late_penalty(gradebook, *key)), maximum)
            for key, (given, maximum) in report.totals(rows).items()
        }
    assignments = sorted({assignment for _, assignment in points})
    students = sorted({student for student, _ in points})
    layouts = {
        "csv": ("student", lambda student: [student]),
        "moodle": ("username", lambda student: [student]),
        "canvas": ("Student,ID,SIS User ID,SIS Login ID,Section", lambda s: [s, "", "", s, ""]),
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
    return path, waiting
