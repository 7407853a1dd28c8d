"""Executes the lessons with papermill, headless."""

import multiprocessing
import os
import time
from pathlib import Path

import papermill
from nbconvert.filters import strip_ansi
from papermill.exceptions import PapermillExecutionError
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from autograde import ROOT
from convlab.errors import PlainError
from convlab.i18n import tr

BUILD = ROOT / "build"
CELL_TIMEOUT = 1800  # seconds
QUICK_AT_A_TIME = 2  # lessons; each keeps about one core busy and holds up to 2 GB


def execute(source, output, profile="quick", kernel_name="python3"):
    """Executes a notebook as a reader would, from its first cell to its last.

    Args:
        source: path of the notebook.
        output: path of the executed notebook; written also where a cell fails.
        profile: "quick", "standard", "full" or "auto".
        kernel_name: the kernel that a reader would choose.

    Returns:
        (notebook, seconds): the executed notebook and the wall time it took.

    Raises:
        PlainError: a cell failed; says which and why.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    os.environ["CONVLAB_HEADLESS"] = "1"
    os.environ["PYTHONPATH"] = str(ROOT)
    started = time.perf_counter()
    try:
        notebook = papermill.execute_notebook(
            str(source),
            str(output),
            parameters={"PROFILE": profile},
            kernel_name=kernel_name,
            cwd=str(Path(source).parent),
            progress_bar=False,
            execution_timeout=CELL_TIMEOUT,
        )
    except PapermillExecutionError as error:
        raise PlainError(
            tr(
                "{notebook}: cell {cell} failed with {name}: {value} The notebook up to there is "
                "in {output}.",
                notebook=Path(source).name,
                cell=error.cell_index,
                name=error.ename,
                value=strip_ansi(error.evalue),
                output=output,
            )
        ) from error
    return notebook, time.perf_counter() - started


def to_html(path, lang):
    """Writes a notebook as HTML beside it, with `lang` and the cells' alt texts; returns the path."""
    from nbconvert import HTMLExporter

    from autograde.formulas import markdown2html

    exporter = HTMLExporter(
        template_name="page",
        extra_template_basedirs=[str(ROOT / "autograde" / "templates")],
        language_code=lang,
        filters={"markdown2html": markdown2html},
    )
    html, _ = exporter.from_filename(str(path))
    target = path.with_suffix(".html")
    target.write_text(html, encoding="utf-8")
    return target


def result_lines(notebook):
    """Returns what the cells tagged `result` printed."""
    lines = []
    for cell in notebook.cells:
        if "result" in cell.metadata.get("tags", ()):
            for output in cell.outputs:
                if output.output_type == "stream" and output.name == "stdout":
                    lines += output.text.splitlines()
    return lines


def run_lesson(name, lang, profile):
    """Executes the solved notebook of one lesson.

    Returns:
        (executed, html, lines, seconds): two paths under `build/`, the lines of its result cells
        and its wall time.
    """
    source = ROOT / "solutions" / lang / name / f"{name}.ipynb"
    output = BUILD / lang / name / f"{name}.ipynb"
    notebook, seconds = execute(source, output, profile)
    return output, to_html(output, lang), result_lines(notebook), seconds


def run_lessons(runs, profile):
    """Executes the solved notebooks of several lessons, with a progress bar.

    In `quick` two run at a time; in the others, whose cells measure times that a reader compares, one.

    Args:
        runs: list of (lesson, language), at least one.
        profile: "quick", "standard", "full" or "auto".

    Yields:
        What `run_lesson` returns of each, in their order.

    Raises:
        PlainError: a cell of a lesson failed; those after it are given up.
    """
    count = min(QUICK_AT_A_TIME if profile == "quick" else 1, len(runs))
    with multiprocessing.get_context("spawn").Pool(count) as pool:
        handles = [pool.apply_async(run_lesson, (*run, profile)) for run in runs]
        for (name, lang), handle in zip(runs, handles):
            columns = TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
            with Progress(*columns, transient=True) as progress:
                progress.add_task(f"{name} ({lang}, {profile})", total=None)
                result = handle.get()
            yield result
