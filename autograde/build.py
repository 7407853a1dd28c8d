"""Writes the generated files: solutions/src → solutions/{es,en} → notebooks/{es,en}.

The second step is nbgrader's own generate_assignment.
"""

import contextlib
import difflib
import shutil
import tempfile
from pathlib import Path

import nbformat
from traitlets.config import Config

from autograde import LANGUAGES, ROOT, catalogue, parity
from autograde.course import nbgrader_config
from autograde.source import SOURCES, lesson_names, lesson_notebook, read
from convlab.i18n import tr


def _student_version(solutions, release, name):
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.preprocessors import SaveCells

    release.mkdir(parents=True, exist_ok=True)
    config = nbgrader_config(course=release)
    config.merge(
        Config(
            CourseDirectory=dict(
                source_directory=str(solutions), release_directory=str(release), assignment_id=name
            ),
            GenerateAssignment=dict(
                no_database=True,
                preprocessors=[
                    preprocessor
                    for preprocessor in config.GenerateAssignment.preprocessors
                    if preprocessor is not SaveCells
                ],
            ),
        )
    )
    coursedir = CourseDirectory(config=config)
    converter = GenerateAssignment(coursedir=coursedir, config=config)
    converter.log.setLevel("ERROR")
    with contextlib.chdir(release):
        converter.start()


def generate(destination):
    """Writes every generated file below `destination`, laid out as in the project.

    Args:
        destination: a folder, made where it is missing.
    """
    for name in lesson_names():
        lesson = read(name)
        for lang in LANGUAGES:
            solutions = destination / "solutions" / lang
            path = solutions / name / f"{name}.ipynb"
            path.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(lesson_notebook(lesson, lang), path)
            _student_version(solutions, destination / "notebooks" / lang, name)
    catalogue.generate(destination / "convlab" / "locale")


def _generated(root):
    patterns = [
        f"{folder}/{lang}/*/*.ipynb" for folder in ("solutions", "notebooks") for lang in LANGUAGES
    ]
    patterns.append("convlab/locale/*/LC_MESSAGES/*.mo")
    return {
        path.relative_to(root): path for pattern in patterns for path in sorted(root.glob(pattern))
    }


def _first_difference(old, new):
    if old.suffix != ".ipynb":
        return ""
    try:
        before, after = (nbformat.read(path, as_version=4).cells for path in (old, new))
    except Exception:
        return ""
    changes = difflib.SequenceMatcher(
        a=[repr(cell) for cell in before], b=[repr(cell) for cell in after], autojunk=False
    )
    for kind, i, _, j, _ in changes.get_opcodes():
        if kind != "equal":
            return (after[j : j + 1] or before[i : i + 1])[0].id
    return ""


def build():
    """Brings the generated files of the project up to date; returns the paths that changed."""
    catalogue.update()
    with tempfile.TemporaryDirectory() as folder:
        fresh_root = Path(folder)
        generate(fresh_root)
        fresh, present = _generated(fresh_root), _generated(ROOT)
        changed = [path for path in present if path not in fresh]
        for path in changed:
            (ROOT / path).unlink()
        for path, source in fresh.items():
            target = ROOT / path
            if not target.exists() or target.read_bytes() != source.read_bytes():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, target)
                changed.append(path)
    return changed


def stale(root=ROOT):
    """Returns a sentence for each generated file that is not what the build makes."""
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        fresh_root = Path(folder)
        generate(fresh_root)
        fresh, present = _generated(fresh_root), _generated(root)
        for path in sorted(fresh.keys() | present.keys()):
            if path not in present:
                problems.append(tr("{path}: missing. Run `make build`.", path=path))
            elif path not in fresh:
                problems.append(
                    tr(
                        "{path}: no source makes it. Delete it, or write its solutions/src/*.md.",
                        path=path,
                    )
                )
            elif present[path].read_bytes() != fresh[path].read_bytes():
                problems.append(
                    tr(
                        "{path}, cell {cell}: stale or edited by hand. Edit only {source}, then run "
                        "`make build`.",
                        path=path,
                        cell=_first_difference(present[path], fresh[path]) or "?",
                        source=(
                            f"solutions/src/{path.stem}.md"
                            if path.suffix == ".ipynb"
                            else path.with_suffix(".po")
                        ),
                    )
                )
    return problems


def check():
    """Returns a sentence for each thing that is wrong: stale, out of step, or a wrong word."""
    problems = catalogue.problems()
    for path in sorted(SOURCES.glob("*.md")):
        problems += parity.problems(path.stem, path.read_text(encoding="utf-8"))
    return problems or stale()
