"""Executes a solution, counts what that takes and writes down what its figures say."""

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat

from autograde import ROOT
from autograde.run import execute

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
    """An executed solution.

    Attributes:
        path: of its notebook.
        seconds: of computing, on all cores together.
        figures: list of the texts of each figure.
    """

    path: Path
    seconds: float
    figures: list

    @property
    def notebook(self):
        return nbformat.read(self.path, as_version=4)


def computed_seconds():
    """Returns the seconds that the processes computed which this one started and which have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def import_seconds():
    """Returns the seconds of computing that importing TensorFlow takes: the best of three."""
    needed = []
    for _ in range(3):
        before = computed_seconds()
        subprocess.run([sys.executable, "-c", "import tensorflow"], capture_output=True, check=True)
        needed.append(computed_seconds() - before)
    return min(needed)


def execute_solution(name, lang, kernel_name, folder):
    """Executes the solution of a lesson in `folder`; returns an `Executed`."""
    profile = folder / "ipython" / f"{name}-{lang}"
    startup = profile / "profile_default" / "startup" / "figures.py"
    startup.parent.mkdir(parents=True)
    startup.write_text(STARTUP, encoding="utf-8")
    log = folder / f"{name}-{lang}.jsonl"
    log.touch()
    os.environ |= {"IPYTHONDIR": str(profile), "FIGURE_LOG": str(log)}
    path = folder / lang / name / f"{name}.ipynb"
    before = computed_seconds()
    execute(ROOT / "solutions" / lang / name / f"{name}.ipynb", path, kernel_name=kernel_name)
    figures = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    return Executed(path, computed_seconds() - before, figures)
