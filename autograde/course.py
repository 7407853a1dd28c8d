"""The course folder and the nbgrader configuration that goes with it."""

import os
import sys
from pathlib import Path

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from autograde import ROOT

HERE = Path(__file__).resolve().parent
DEFAULT_COURSE = HERE / "course"


def nbgrader_config(course=DEFAULT_COURSE):
    """Returns the traitlets configuration of `nbgrader_config.py` for a course folder."""
    # nbgrader starts `alembic` by name.
    bin_folder = str(Path(sys.executable).parent)
    if bin_folder not in os.environ["PATH"].split(os.pathsep):
        os.environ["PATH"] = bin_folder + os.pathsep + os.environ["PATH"]
    config = PyFileConfigLoader("nbgrader_config.py", path=str(HERE)).load_config()
    config.merge(Config(CourseDirectory=dict(root=str(Path(course).resolve()))))
    return config


def executed_environment():
    """Returns the environment of a headless run, in which no widget is drawn."""
    return os.environ | {"CONVLAB_HEADLESS": "1", "PYTHONPATH": str(ROOT)}
