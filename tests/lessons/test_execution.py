"""Every notebook of both languages, executed as a reader would."""

import re

import nbformat
import pytest
from chromium import violations
from executing import import_seconds
from papermill.exceptions import PapermillExecutionError

from autograde import LANGUAGES, ROOT
from autograde.run import execute, result_lines, to_html
from autograde.source import graded_cells, language_of, lesson_names
from convlab.errors import PlainError

# 45 seconds where importing TensorFlow takes three: a slow machine takes longer for both.
QUICK_IMPORTS = 15
BOTH = [(name, lang) for name in lesson_names() for lang in LANGUAGES]


def outputs(nb, kind):
    return [o for cell in nb.cells for o in cell.get("outputs", ()) if o.output_type == kind]


@pytest.fixture(scope="module")
def tensorflow_seconds():
    """The seconds of computing that importing TensorFlow takes."""
    return import_seconds()


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_solution_runs_to_its_end_in_time(name, lang, executed, tensorflow_seconds):
    done = executed(name, lang)
    assert not outputs(done.notebook, "error")
    assert done.seconds < QUICK_IMPORTS * tensorflow_seconds
    stderr = "".join(o.text for o in outputs(done.notebook, "stream") if o.name == "stderr")
    assert stderr == ""

    page = to_html(done.path, lang).read_text(encoding="utf-8")
    assert f'<html lang="{lang}">' in page
    assert page.count("<img") == page.count("alt=")
    assert not re.search(r"<(script|link|img)[^>]*(src|href)=.https?:", page)


def test_pages_are_accessible(executed):
    pages = [to_html(executed(name, lang).path, lang) for name, lang in BOTH]
    assert violations(pages) == []


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_student_version_stops_at_its_first_stub(name, lang, kernels, tmp_path):
    source = ROOT / "notebooks" / lang / name / f"{name}.ipynb"
    if not graded_cells(name):
        execute(source, tmp_path / "done.ipynb", kernel_name=kernels[lang])
        return
    with pytest.raises(PlainError) as failure:
        execute(source, tmp_path / "done.ipynb", kernel_name=kernels[lang])
    assert isinstance(failure.value.__cause__, PapermillExecutionError)
    assert failure.value.__cause__.ename == "NotImplementedError"
    nb = nbformat.read(tmp_path / "done.ipynb", as_version=4)
    failed = [cell for cell in nb.cells if cell.get("outputs") and outputs_of_error(cell)]
    first_test = next(
        cell.id for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("grade")
    )
    assert [cell.id for cell in failed] == [first_test]


def outputs_of_error(cell):
    return [o for o in cell.outputs if o.output_type == "error"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lesson_01_reports_real_digits_and_its_accuracy(lang, executed):
    nb = executed("01_lenet5", lang).notebook
    lines = result_lines(nb)
    assert lines[0] == {"es": "MNIST (5000 dígitos)", "en": "MNIST (5,000 digits)"}[lang]
    accuracy = float(lines[1].rstrip("%").split(": ")[1])
    assert accuracy > 80
    assert language_of(nb) == lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_student_version_holds_no_solution_and_no_hidden_test(lang):
    for name in lesson_names():
        text = (ROOT / "notebooks" / lang / name / f"{name}.ipynb").read_text(encoding="utf-8")
        assert "SOLUTION" not in text
        assert "HIDDEN" not in text
