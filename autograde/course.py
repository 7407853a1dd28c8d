"""The course folder and the nbgrader configuration that goes with it."""

import os
import sys
from pathlib import Path

from traitlets.config.loader import PyFileConfigLoader

from autograde import ROOT

HERE = Path(__file__).resolve().parent
DEFAULT_COURSE = HERE / "course"


def nbgrader_config(course=DEFAULT_COURSE):
    """Returns the traitlets configuration of a course folder.

    That of `nbgrader_config.py` here, changed by a file of that name in the course folder where there is one.
    """
    # nbgrader starts `alembic` by name.
    bin_folder = str(Path(sys.executable).parent)
    if bin_folder not in os.environ["PATH"].split(os.pathsep):
        os.environ["PATH"] = bin_folder + os.pathsep + os.environ["PATH"]
    before = os.environ.get("CONVLAB_COURSE")
    os.environ["CONVLAB_COURSE"] = str(Path(course).resolve())
    try:
        return PyFileConfigLoader("nbgrader_config.py", path=str(HERE)).load_config()
    finally:
        if before is None:
            del os.environ["CONVLAB_COURSE"]
        else:
            os.environ["CONVLAB_COURSE"] = before


def executed_environment():
    """Returns the environment of a headless run, in which no widget is drawn."""
    return os.environ | {"CONVLAB_HEADLESS": "1", "PYTHONPATH": str(ROOT)}
