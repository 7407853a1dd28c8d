"""nbgrader's configuration: what stock `nbgrader` commands find when run in this folder.

The course's state lives in `course/`; the source is `solutions/<COURSE_LANG>` (es).
"""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor  # noqa: E402
from nbgrader.preprocessors import (  # noqa: E402
    AssignLatePenalties,
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ComputeChecksums,
    GetGrades,
    IncludeHeaderFooter,
    InstantiateTests,
    LockCells,
    SaveAutoGrades,
    SaveCells,
)

from autograde.formulas import markdown2html  # noqa: E402
from autograde.preprocessors import (  # noqa: E402
    ClearSolutionsInLanguage,
    ExecuteApart,
    OverwriteCellsInLanguage,
    PrepareFeedback,
    RestoreCells,
)

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CONVLAB_PROFILE", "quick")

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "convlab"
c.CourseDirectory.root = os.environ.get("CONVLAB_COURSE") or str(HERE / "course")
c.CourseDirectory.source_directory = str(
    HERE.parent / "solutions" / os.environ.get("COURSE_LANG", "es")
)
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__"]

c.ClearSolutions.code_stub = {"python": "raise NotImplementedError()"}
c.GenerateAssignment.preprocessors = [
    IncludeHeaderFooter,
    InstantiateTests,
    LockCells,
    ClearSolutionsInLanguage,
    ClearOutput,
    CheckCellMetadata,
    ComputeChecksums,
    SaveCells,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    CheckCellMetadata,
]

c.Autograde.sanitize_preprocessors = [
    RestoreCells,
    OverwriteCellsInLanguage,
    CheckCellMetadata,
]
c.Autograde.autograde_preprocessors = [
    ExecuteApart,
    SaveAutoGrades,
    AssignLatePenalties,
    CheckCellMetadata,
]

c.GenerateFeedback.preprocessors = [GetGrades, PrepareFeedback, CSSHTMLHeaderPreprocessor]
c.HTMLExporter.template_name = "feedback"
c.HTMLExporter.filters = {"markdown2html": markdown2html}
c.HTMLExporter.extra_template_basedirs = [str(HERE / "templates")]

# What a course wants otherwise, such as its `c.CourseDirectory.db_url`, stands in its own folder.
if Path(c.CourseDirectory.root).resolve() != HERE:
    load_subconfig("nbgrader_config.py", path=c.CourseDirectory.root)  # noqa: F821
