"""Reads a lesson's source, `solutions/src/<lesson>.md`, and renders it in one language.

The source is MyST Markdown: a YAML header, Markdown cells in pairs (es, then en) and code cells
that are written once. A cell carries one role: `setup`, `task`, `test`, `essay`, or none.
"""

import hashlib
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import jupytext
import nbformat
import yaml

from autograde import LANGUAGES, ROOT
from convlab.errors import PlainError
from convlab.i18n import tr

SOURCES = ROOT / "solutions" / "src"
HIDDEN = "### BEGIN HIDDEN TESTS"
LONG = 30  # characters of a line that cannot be anywhere by chance
UNSET_REPOSITORY = "OWNER/REPOSITORY"
STUB = {"es": "*Escriba aquí su respuesta.*", "en": "*Write your answer here.*"}
BILINGUAL_FIELDS = ("title", "questions", "objectives", "needs", "key_points")
FIELDS = (*BILINGUAL_FIELDS, "minutes", "references")
HEADINGS = {
    "es": dict(
        questions="Preguntas",
        objectives="Al terminar usted podrá",
        minutes="Tiempo: unos {minutes} minutos.",
        needs="Necesita",
        key_points="Puntos clave",
        references="Referencias",
        colab="Abrir en Google Colab",
    ),
    "en": dict(
        questions="Questions",
        objectives="By the end you will be able to",
        minutes="Time: about {minutes} minutes.",
        needs="You need",
        key_points="Key points",
        references="References",
        colab="Open in Google Colab",
    ),
}
PARAMETERS = 'LANG = "{lang}"\nPROFILE = "auto"\nSEED = 2026'
COLAB = """import importlib.util
import sys

if "google.colab" in sys.modules and importlib.util.find_spec("convlab") is None:
    get_ipython().run_line_magic("pip", "install --quiet git+https://github.com/{repository}")"""


@dataclass(frozen=True)
class Lesson:
    """A lesson's header (dict) and its cells (notebook nodes with the roles as metadata)."""

    name: str
    header: dict
    cells: list

    @property
    def path(self):
        return SOURCES / f"{self.name}.md"


def lesson_names():
    """Returns the names of all lessons, in order."""
    return sorted(path.stem for path in SOURCES.glob("*.md"))


@lru_cache
def graded_cells(name):
    """Returns {grade_id: (points, is_essay)} of a lesson, in its order."""
    graded = {}
    for cell in lesson_notebook(read(name), "en").cells:
        data = cell.metadata.get("nbgrader", {})
        if data.get("grade"):
            graded[data["grade_id"]] = (data["points"], data["solution"])
    return graded


def long_lines(text):
    """Returns the lines of a text that are long enough to be told apart from anything else."""
    return {line.strip() for line in text.splitlines() if len(line.strip()) > LONG}


def hidden_lines(lesson):
    """Returns the long lines of the hidden tests of a `Lesson`."""
    tests = [cell.source for cell in lesson.cells if "test" in cell.metadata]
    return set().union(*(long_lines(source.partition(HIDDEN)[2]) for source in tests))


def read(name):
    """Reads a lesson.

    Raises:
        PlainError: there is no such lesson, or its header cannot be read.
    """
    path = SOURCES / f"{name}.md"
    if not path.is_file():
        raise PlainError(
            tr(
                "There is no lesson {name}. Choose one of: {known}.",
                name=name,
                known=", ".join(lesson_names()),
            )
        )
    return parse(name, path.read_text(encoding="utf-8"))


def parse(name, text):
    """Parses the text of a lesson's source; see `read`."""
    match = re.match(r"---\n(.*?)\n---\n(.*)", text, re.DOTALL)
    try:
        header = yaml.safe_load(match[1]) if match else None
    except yaml.YAMLError:
        header = None
    if not isinstance(header, dict):
        raise PlainError(
            tr(
                "solutions/src/{name}.md: the header cannot be read. Write it as YAML between two "
                "lines of ---.",
                name=name,
            )
        )
    return Lesson(name, header, jupytext.reads(match[2], fmt="md:myst").cells)


def cell_label(cell):
    """Names a source cell for a message: its key, its role, or its first line."""
    for role in ("key", "essay", "task", "test", "setup"):
        if role in cell.metadata:
            return f"{role}: {cell.metadata[role]}"
    return (cell.source.splitlines() or [""])[0]


def stated_language(cells):
    """Returns the language that a cell of a notebook, whoever saved it, says it is in, or None."""
    for cell in cells:
        match = re.search(r"""^LANG\s*=\s*["'](\w+)["']""", cell.source, re.MULTILINE)
        if match and match[1] in LANGUAGES:
            return match[1]
    return None


def language_of(notebook):
    """Returns the language that a notebook says it is in, Spanish where it says none."""
    return stated_language(notebook.cells) or LANGUAGES[0]


def _items(values):
    return "\n".join(f"- {value}" for value in values)


@lru_cache
def repository():
    """Returns owner/name, where the students' notebooks are public: what pyproject.toml says."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return project["tool"]["convlab"]["repository"]


def colab_address(name, lang, repository):
    """Returns where Colab opens a lesson of a public repository."""
    path = f"notebooks/{lang}/{name}/{name}.ipynb"
    return f"https://colab.research.google.com/github/{repository}/blob/main/{path}"


def _opening(lesson, lang):
    header, words = lesson.header, HEADINGS[lang]
    parts = [f"# {header['title'][lang]}"]
    parts.append(f"[{words['colab']}]({colab_address(lesson.name, lang, repository())})")
    for field in ("questions", "objectives", "needs"):
        parts.append(f"**{words[field]}**\n\n{_items(header[field][lang])}")
    parts.append(words["minutes"].format(minutes=header["minutes"]))
    return "\n\n".join(parts)


def _closing(header, lang):
    words = HEADINGS[lang]
    parts = [f"## {words['key_points']}\n\n{_items(header['key_points'][lang])}"]
    if header["references"]:
        parts.append(f"## {words['references']}\n\n{_items(header['references'])}")
    return "\n\n".join(parts)


def _nbgrader(grade_id, *, solution=False, points=None):
    data = {
        "grade": points is not None,
        "grade_id": grade_id,
        "locked": not solution,
        "schema_version": 3,
        "solution": solution,
        "task": False,
    }
    return data if points is None else data | {"points": points}


def _render(cell, lang):
    roles = dict(cell.metadata)
    if cell.cell_type == "markdown":
        if roles.get("lang") != lang:
            return None
        rendered = nbformat.v4.new_markdown_cell(cell.source)
        if "essay" in roles:
            rendered.metadata.nbgrader = _nbgrader(
                roles["essay"], solution=True, points=roles["points"]
            )
        return rendered
    rendered = nbformat.v4.new_code_cell(cell.source)
    if "alt" in roles:
        rendered.metadata.alt = roles["alt"][lang]
    if roles.get("result"):
        rendered.metadata.tags = ["result"]
    if "setup" in roles:
        rendered.metadata.nbgrader = _nbgrader(roles["setup"])
    if "task" in roles:
        rendered.metadata.nbgrader = _nbgrader(roles["task"], solution=True)
    if "test" in roles:
        grade_id = f"{roles['test']}_test"
        number = roles.get("number", 1)
        if number > 1:
            grade_id += f"_{number}"
        rendered.metadata.nbgrader = _nbgrader(grade_id, points=roles["points"])
    return rendered


def _name_cells(cells):
    seen = Counter()
    for cell in cells:
        data = cell.metadata.get("nbgrader")
        if data:
            cell.id = data["grade_id"]
            continue
        digest = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:12]
        seen[digest] += 1
        cell.id = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"


def lesson_notebook(lesson, lang):
    """Returns the instructor's notebook of a lesson in one language, nbgrader's source."""
    parameters = nbformat.v4.new_code_cell(PARAMETERS.format(lang=lang))
    parameters.metadata.tags = ["parameters"]
    colab = nbformat.v4.new_code_cell(COLAB.format(repository=repository()))
    cells = [nbformat.v4.new_markdown_cell(_opening(lesson, lang)), parameters, colab]
    cells += [rendered for cell in lesson.cells if (rendered := _render(cell, lang))]
    cells.append(nbformat.v4.new_markdown_cell(_closing(lesson.header, lang)))
    _name_cells(cells)
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
        }
    )
    return notebook
