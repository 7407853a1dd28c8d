"""Every solution is executed once, and what its figures say is written down.

The Spanish ones run in the project's own environment, the English ones in that of Google Colab with what a student
installs there. The code of both is the same.
"""

import json
import os
import time
from dataclasses import dataclass

import nbformat
import pytest
from environments import add_kernel, environment_python, install

from autograde import ROOT
from autograde.publish import student_tree
from autograde.run import execute

KERNELS = {"es": "python3", "en": "colab"}

# Run by the kernel before the notebook: what every drawn figure says goes into $FIGURE_LOG.
STARTUP = """
import json, os
from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.text import Text

def logged(draw):
    def print_figure(self, *arguments, **options):
        texts = [text.get_text() for text in self.figure.findobj(Text) if text.get_text()]
        with open(os.environ["FIGURE_LOG"], "a", encoding="utf-8") as file:
            file.write(json.dumps(texts) + chr(10))
        return draw(self, *arguments, **options)
    return print_figure

FigureCanvasBase.print_figure = logged(FigureCanvasBase.print_figure)
"""


@dataclass(frozen=True)
class Executed:
    """An executed solution: its notebook, the wall time in seconds, the texts of its figures."""

    path: os.PathLike
    notebook: nbformat.NotebookNode
    seconds: float
    figures: list


@pytest.fixture(scope="session")
def kernels(tmp_path_factory):
    """{language: the name of a kernel}"""
    folder = tmp_path_factory.mktemp("kernels")
    python = environment_python("colab")
    student_tree(folder / "tree", "owner/name")
    install(python, "--reinstall-package", "convlab", folder / "tree")
    add_kernel(folder, "colab", python)
    add_kernel(folder, "oldest", environment_python("oldest"), ROOT)
    os.environ["JUPYTER_PATH"] = str(folder)
    yield KERNELS
    del os.environ["JUPYTER_PATH"]


@pytest.fixture(scope="session")
def executed(tmp_path_factory, kernels):
    """Returns a function (lesson, language) → `Executed`, which executes each solution once."""
    folder = tmp_path_factory.mktemp("executed")
    startup = folder / "ipython" / "profile_default" / "startup" / "figures.py"
    startup.parent.mkdir(parents=True)
    startup.write_text(STARTUP, encoding="utf-8")
    done = {}

    def solution(name, lang):
        if (name, lang) not in done:
            log = folder / f"{name}-{lang}.jsonl"
            log.touch()
            os.environ["IPYTHONDIR"], os.environ["FIGURE_LOG"] = str(startup.parents[2]), str(log)
            path = folder / lang / name / f"{name}.ipynb"
            started = time.perf_counter()
            try:
                source = ROOT / "solutions" / lang / name / f"{name}.ipynb"
                notebook, _ = execute(source, path, kernel_name=kernels[lang])
            finally:
                del os.environ["IPYTHONDIR"], os.environ["FIGURE_LOG"]
            seconds = time.perf_counter() - started
            figures = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
            done[name, lang] = Executed(path, notebook, seconds, figures)
        return done[name, lang]

    return solution
