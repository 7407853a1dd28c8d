"""The command line of the collection: `python -m autograde --help`."""

import os
import subprocess
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from autograde import ROOT
from autograde.course import DEFAULT_COURSE
from convlab import i18n
from convlab.errors import PlainError
from convlab.i18n import tr

console = Console(highlight=False, soft_wrap=True)


class Lang(StrEnum):
    es = "es"
    en = "en"


class Profile(StrEnum):
    quick = "quick"
    standard = "standard"
    full = "full"
    auto = "auto"


class Platform(StrEnum):
    moodle = "moodle"
    canvas = "canvas"


class Format(StrEnum):
    csv = "csv"
    moodle = "moodle"
    canvas = "canvas"


def _choose(lang: Lang):
    i18n.set_language(lang.value)
    os.environ["COURSE_LANG"] = lang.value
    return lang


LangOption = Annotated[
    Lang, typer.Option("--lang", envvar="COURSE_LANG", callback=_choose, is_eager=True)
]
CourseOption = Annotated[Path, typer.Option("--course", help="The course folder.")]
LessonArgument = Annotated[str, typer.Argument(help="A lesson, such as 01_lenet5.")]

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Build, execute and grade the lessons.",
)


def _print_scores(rows):
    for row in rows:
        given = row["auto_score"] if row["auto_score"] is not None else "–"
        console.print(
            f"  {row['grade_id']:<28}{given:>5} / {row['max_score']:g}  {row['status']}"
            + (f"  {row['message']}" if row["message"] else "")
        )


def _grade_own(name, executed, lang):
    """Grades an executed solution, in a course folder of its own below `build/`."""
    import shutil

    from autograde import grading
    from autograde.run import BUILD

    folder = BUILD / lang / "course"
    shutil.rmtree(folder, ignore_errors=True)
    submitted = BUILD / lang / "submitted" / "solution" / name
    shutil.rmtree(submitted, ignore_errors=True)
    submitted.mkdir(parents=True)
    shutil.copy(executed, submitted / f"{name}.ipynb")
    # The collection's own solution needs no sandbox.
    rows = grading.grade(name, submitted.parents[1], folder, isolated=False)
    return rows, grading.feedback(name, folder)[0]


@app.command()
def run(
    lessons: Annotated[list[str], typer.Argument(help="Lessons, or all.")],
    lang: LangOption = Lang.es,
    profile: Profile = Profile.quick,
):
    """Execute solved lessons with papermill and grade what comes out."""
    from autograde.run import run_lessons
    from autograde.source import graded_cells, lesson_names, read

    names = lesson_names() if lessons == ["all"] else [read(name).name for name in lessons]
    results = run_lessons([(name, lang.value) for name in names], profile.value)
    for name, (executed, page, lines, seconds) in zip(names, results):
        console.print(f"{name} ({lang.value}, {profile.value}): {seconds:.0f} s")
        for line in lines:
            console.print(f"  {line}")
        console.print(tr("  executed notebook: {path}", path=page.with_suffix(".ipynb")))
        console.print(tr("  as a page: {path}", path=page))
        if not graded_cells(name):
            continue
        rows, feedback_page = _grade_own(name, executed, lang.value)
        _print_scores(rows)
        automatic = [row for row in rows if row["grade_id"].endswith("_test")]
        points = sum(row["auto_score"] or 0 for row in automatic)
        maximum = sum(row["max_score"] for row in automatic)
        console.print(
            tr("  automatic points: {points:g} of {maximum:g}", points=points, maximum=maximum)
        )
        console.print(tr("  feedback: {path}", path=feedback_page))
        if points < maximum:
            raise PlainError(
                tr("{name}: the solution does not get full points. Read the feedback.", name=name)
            )


@app.command()
def grade(
    lesson: LessonArgument,
    submitted: Annotated[Path, typer.Option(help="Holds <student>/<lesson>/<lesson>.ipynb.")],
    course: CourseOption = DEFAULT_COURSE,
    jobs: Annotated[int, typer.Option(help="Submissions side by side; 0: one a core.")] = 0,
    scheduler: Annotated[str, typer.Option(help="Address of a Dask scheduler.")] = "",
    unsafe: Annotated[bool, typer.Option("--unsafe", help="Run without a sandbox.")] = False,
    lang: LangOption = Lang.es,
):
    """Grade submissions; write grades.csv and report.html into the course folder."""
    from autograde import grading, report

    rows = grading.grade(lesson, submitted, course, jobs, scheduler, not unsafe)
    points = report.totals(rows)
    for (student, _), (given, maximum) in points.items():
        statuses = sorted({row["status"] for row in rows if row["student"] == student})
        console.print(f"{student:<24}{given:>6g} / {maximum:g}  {', '.join(statuses)}")
    console.print(course / "grades.csv")
    console.print(course / "report.html")


@app.command()
def collect(
    archive: Annotated[Path, typer.Argument(help="The ZIP that the platform gives.")],
    platform: Annotated[Platform, typer.Option("--from")],
    students: Annotated[
        Path | None, typer.Option(help="Moodle's grading worksheet or Canvas's gradebook, as CSV.")
    ] = None,
    course: CourseOption = DEFAULT_COURSE,
    lang: LangOption = Lang.es,
):
    """Sort what a learning platform hands out into the submissions of a course."""
    from autograde import collect as collecting

    taken, left = collecting.collect(archive, platform.value, course, students)
    for path in taken:
        console.print(path, markup=False)
    for name in left:
        console.print(
            tr("left in the ZIP, no notebook of a lesson: {name}", name=name), markup=False
        )


@app.command()
def feedback(
    lesson: LessonArgument,
    course: CourseOption = DEFAULT_COURSE,
    lang: LangOption = Lang.es,
):
    """Write each student's feedback page, in the language of the submission."""
    from autograde import grading

    for page in grading.feedback(lesson, course):
        console.print(page)


@app.command()
def export(
    format: Annotated[Format, typer.Option()] = Format.csv,
    course: CourseOption = DEFAULT_COURSE,
    lang: LangOption = Lang.es,
):
    """Write the totals for a learning platform."""
    from autograde import grading

    path, waiting = grading.export(course, format.value)
    console.print(path)
    if waiting:
        console.print(
            tr(
                "Answers that wait for a person and count 0: {count}. Grade them in formgrader and export again.",
                count=waiting,
            )
        )


@app.command("student-repo")
def student_repo(
    destination: Annotated[Path, typer.Argument(help="A folder that is not there yet.")],
    repository: Annotated[str, typer.Option(help="owner/name, where it will be published.")],
    lang: LangOption = Lang.es,
):
    """Write what students get: no solution, no hidden test, no grading code."""
    from autograde.publish import student_tree

    student_tree(destination, repository)
    console.print(destination)


@app.command()
def bundle(
    destination: Annotated[Path, typer.Argument(help="A folder that is not there yet.")],
    lang: LangOption = Lang.es,
):
    """Write what a classroom without a network needs: notebooks, packages and data."""
    from autograde import bundle as bundling

    missing = bundling.bundle(destination)
    for sentence in missing:
        console.print(sentence, style="yellow", markup=False)
    if missing:
        console.print(
            tr(
                "In its place the lessons take what is installed with them: 5,000 digits, Emoji-10, and no photo of "
                "your own."
            )
        )
    console.print(destination)


@app.command()
def site(lang: LangOption = Lang.es):
    """Write a static site of the executed lessons in both languages, without what the exercises ask for."""
    from autograde import site as sites

    sites.execute_what_is_missing()
    sites.build_site()
    console.print(sites.BUILD / "site" / "index.html")


@app.command()
def build():
    """Write the generated files from solutions/src."""
    from autograde import build as builder

    for path in builder.build():
        console.print(path)


@app.command()
def check(lang: LangOption = Lang.es):
    """Fail where a generated file is stale, the languages differ or a word is wrong."""
    from autograde import build as builder

    problems = builder.check()
    for problem in problems:
        console.print(problem, markup=False)
    if problems:
        raise typer.Exit(1)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def lab(
    context: typer.Context,
    notebooks: Annotated[
        Path | None, typer.Option(help="A folder; the student's notebooks.")
    ] = None,
    lang: LangOption = Lang.es,
):
    """Open JupyterLab on the student's notebooks; what else is given goes to JupyterLab."""
    import json

    folder = ROOT / "build" / "lab" / lang.value
    folder.mkdir(parents=True, exist_ok=True)
    settings = {
        "@jupyterlab/translation-extension:plugin": {
            "locale": {"es": "es_ES", "en": "default"}[lang.value]
        },
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false"},
        "@jupyterlab/notebook-extension:tracker": {"recordTiming": True},
    }
    (folder / "overrides.json").write_text(json.dumps(settings), encoding="utf-8")
    unused = ("assignment-list", "course-list", "create-assignment", "formgrader", "menu")
    page = {"disabledExtensions": {f"@jupyter/nbgrader:{name}": True for name in unused}}
    (folder / "page_config.json").write_text(json.dumps(page), encoding="utf-8")
    command = [
        *(sys.executable, "-m", "jupyter", "lab"),
        f"--LabApp.app_settings_dir={folder}",
        "--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': False}",
        f"--ServerApp.root_dir={(notebooks or ROOT / 'notebooks' / lang.value).resolve()}",
        *context.args,
    ]
    # Validate reads the nbgrader_config.py of the folder that the server was started in.
    raise typer.Exit(subprocess.run(command, cwd=ROOT / "notebooks").returncode)


@app.command()
def doctor(lang: LangOption = Lang.es):
    """Say what is missing on this machine and how to mend it."""
    from autograde.doctor import examine

    marks = {True: "✓", False: "✗", None: "–"}
    found = list(examine())
    for what, fine, advice in found:
        console.print(f"{marks[fine]} {what}" + ("" if fine else f": {advice}"), markup=False)
    if any(fine is False for _, fine, _ in found):
        raise typer.Exit(1)


def main(**options):
    """Runs the command line; an error that a person can mend is one sentence."""
    try:
        app(**options)
    except PlainError as error:
        console.print(str(error), style="red", markup=False)
        raise SystemExit(1) from None
