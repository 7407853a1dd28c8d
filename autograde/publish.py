"""Writes what students get: notebooks, convlab, its assets and an environment; no solution, no hidden test, no grading."""

import re
import shutil
import tomllib
from pathlib import Path

import nbformat

from autograde import LANGUAGES, ROOT
from autograde.source import (
    HEADINGS,
    HIDDEN,
    colab_address,
    hidden_lines,
    lesson_names,
    long_lines,
    read,
)
from autograde.source import repository as own_repository
from convlab.errors import PlainError
from convlab.i18n import tr

ASSETS = ("drawings", "emoji10", "networks", "runs")
BADGE = "https://colab.research.google.com/assets/colab-badge.svg"
REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")

PYPROJECT = """[build-system]
requires = ["hatchling>=1.26"]
build-backend = "hatchling.build"

[project]
name = "convlab"
version = "{version}"
description = "{description}"
readme = "README.md"
requires-python = "{requires_python}"
license = "{license}"
license-files = ["LICENSE"]
dependencies = [
{dependencies}
]

[project.optional-dependencies]
lab = [
{lab}
]

[tool.hatch.build.targets.wheel]
packages = ["convlab"]

[tool.hatch.build.targets.wheel.force-include]
{included}
"""

ENVIRONMENT = """# conda env create -f environment.yml && conda activate convlab
name: convlab
channels:
  - conda-forge
dependencies:
  - python {python}
  - pip
  - pip:
{packages}
      - -e .
"""

INSTALL = """```
git clone https://github.com/{repository}
cd {folder}
python -m venv .venv
source .venv/bin/activate
pip install -e ".[lab]"
cd notebooks
jupyter lab {lang}
```"""

README = """[Español](#cuadernos) · [English](#notebooks)

# Cuadernos

Redes que leen imágenes, de LeNet-5 al Vision Transformer, para construir y medir en su propia máquina o en Colab.

| | lección | sin instalar nada |
|---|---|---|
{es}

En Colab, guarde una copia (*Archivo → Guardar una copia en Drive*) y entregue el archivo que descarga con *Archivo → Descargar → Descargar .ipynb*, con el nombre que tenía aquí. Los cuadernos tienen en Colab todo menos el botón Validate.

## Instalar

Instale una vez, con Python 3.11, 3.12 o 3.13, y abra JupyterLab en los cuadernos:

{install_es}

En Windows, la cuarta línea es `.venv\\Scripts\\activate`. Con conda, en lugar de las líneas tercera a quinta: `conda env create -f environment.yml` y `conda activate convlab`. Empiece por `00_start_here`.

# Notebooks

Networks that read pictures, from LeNet-5 to the Vision Transformer, to build and measure on your own machine or in Colab.

| | lesson | without installing anything |
|---|---|---|
{en}

In Colab, save a copy (*File → Save a copy in Drive*) and hand in the file that *File → Download → Download .ipynb* gives you, under the name that it has here. The notebooks do all they do elsewhere, but for the Validate button.

## Install

Install once, with Python 3.11, 3.12 or 3.13, and open JupyterLab on the notebooks:

{install_en}

On Windows the fourth line is `.venv\\Scripts\\activate`. With conda, in place of the third to fifth: `conda env create -f environment.yml` and `conda activate convlab`. Start with `00_start_here`.
"""


def student_tree(destination, repository):
    """Writes the tree of a repository for students.

    Args:
        destination: a folder that is empty or not there yet.
        repository: "owner/name" on GitHub, where it will be published.

    Raises:
        PlainError: the destination holds something, the repository has another form, or the tree would give
            something away; nothing is left of it then.
    """
    destination = Path(destination)
    if not REPOSITORY.fullmatch(repository):
        raise PlainError(
            tr(
                '"{repository}" is not the name of a repository. Write it as owner/name.',
                repository=repository,
            )
        )
    refuse_what_is_there(destination)
    for folder in ("notebooks", "convlab", *(f"assets/{name}" for name in ASSETS)):
        ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", "*.po")
        shutil.copytree(ROOT / folder, destination / folder, ignore=ignore)
    for path in (destination / "notebooks").rglob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(own_repository(), repository), encoding="utf-8")
    shutil.copy(ROOT / "LICENSE", destination)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name, text in _texts(project, repository).items():
        (destination / name).write_text(text, encoding="utf-8")
    found = secrets(destination)
    if found:
        shutil.rmtree(destination)
        raise PlainError("\n".join(found))


def refuse_what_is_there(destination):
    """Raises a `PlainError` if a folder that is to be written holds something."""
    if destination.exists() and any(destination.iterdir()):
        raise PlainError(
            tr("{folder} is not empty. Choose a folder that is not there yet.", folder=destination)
        )


def _texts(project, repository):
    """Returns {name of a file: its text} of what is written for the tree alone."""
    lab = project["optional-dependencies"]["lab"]
    packages = sorted({*project["dependencies"], *lab})
    lessons = [read(name) for name in lesson_names()]
    folder, parts = repository.partition("/")[2], {}
    for lang in LANGUAGES:
        parts[lang] = "\n".join(_row(lesson, lang, repository) for lesson in lessons)
        install = INSTALL.format(repository=repository, folder=folder, lang=lang)
        parts[f"install_{lang}"] = install
    return {
        "pyproject.toml": PYPROJECT.format(
            version=project["version"],
            description=project["description"],
            requires_python=project["requires-python"],
            license=project["license"],
            dependencies="\n".join(f'  "{each}",' for each in project["dependencies"]),
            lab="\n".join(f'  "{each}",' for each in lab),
            included="\n".join(f'"assets/{name}" = "convlab/assets/{name}"' for name in ASSETS),
        ),
        "environment.yml": ENVIRONMENT.format(
            python=project["requires-python"],
            packages="\n".join(f"      - {each}" for each in packages),
        ),
        "README.md": README.format(**parts),
        ".gitignore": ".venv/\n__pycache__/\n.ipynb_checkpoints/\n",
    }


def _row(lesson, lang, repository):
    name, title = lesson.name, lesson.header["title"][lang]
    link = f"[{title}](notebooks/{lang}/{name}/{name}.ipynb)"
    badge = f"![{HEADINGS[lang]['colab']}]({BADGE})"
    address = colab_address(name, lang, repository)
    return f"| {name[:2]} | {link} | [{badge}]({address}) |"


def secrets(tree):
    """Returns a sentence for each file of a tree that tells a solution or a hidden test."""
    hidden, shown, solved = set(), set(), {}
    for lesson in map(read, lesson_names()):
        hidden |= hidden_lines(lesson)
        for cell in lesson.cells:
            shown |= long_lines(cell.source.partition(HIDDEN)[0])
            if "task" in cell.metadata:
                solved[lesson.name, cell.metadata["task"]] = cell.source.strip()
    found = []
    for path in sorted(Path(tree).rglob("*")):
        if not path.is_file() or path.suffix in (".png", ".mo"):
            continue
        text = path.read_text(encoding="utf-8")
        cells = nbformat.reads(text, as_version=4).cells if path.suffix == ".ipynb" else ()
        lines = set().union(long_lines(text), *(long_lines(cell.source) for cell in cells))
        if "BEGIN SOLUTION" in text or any(
            solved.get((path.stem, cell.metadata.get("nbgrader", {}).get("grade_id")))
            == cell.source.strip()
            for cell in cells
        ):
            found.append(tr("{path} holds a solution.", path=path))
        if "BEGIN HIDDEN TESTS" in text or lines & (hidden - shown):
            found.append(tr("{path} holds a hidden test.", path=path))
        if re.search(r"^\s*(import|from) autograde\b", text, re.MULTILINE):
            found.append(tr("{path} needs the grading code.", path=path))
    return found
