"""Finds, reads and restores what students hand in, whatever state it is in.

What a submission may say is the code of its exercises, its essays and cells of the student's own. Everything else
(tests, points, ids, metadata) comes from the lesson's source.
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import nbformat

from autograde import LANGUAGES
from autograde.names import bound_names
from autograde.source import (
    STUB,
    graded_cells,
    lesson_names,
    lesson_notebook,
    read,
    stated_language,
)

MOST_BYTES = 200 << 20
ENCODINGS = ("utf-8-sig", "utf-16", "cp1252")


@dataclass(frozen=True)
class Reading:
    """What could be read of a submitted file.

    Attributes:
        cells: list of nbformat cells (version 4), or None where there is nothing to grade.
        problem: "missing", "unreadable", "link", "large", "other", "cut", or None.
        detail: what belongs into the sentence about the problem.
    """

    cells: list | None
    problem: str | None = None
    detail: str = ""


def students_in(folder, lesson):
    """Returns {student: path of the notebook, which may not exist} of everybody with something for a lesson."""
    found = {}
    for place in sorted(Path(folder).iterdir()) if Path(folder).is_dir() else ():
        if not place.is_dir() or place.name.startswith("."):
            continue
        path = _notebook_of(place, lesson)
        if path is not None:
            found[place.name] = path
    return found


def _notebook_of(place, lesson):
    proper = place / lesson / f"{lesson}.ipynb"
    if proper.is_symlink() or proper.exists():
        return proper
    own = sorted((place / lesson).glob("*.ipynb")) if (place / lesson).is_dir() else []
    if len(own) == 1:
        return own[0]
    near = [
        path
        for path in sorted(place.rglob("*.ipynb"))
        if lesson in path.stem and ".ipynb_checkpoints" not in path.parts
    ]
    if near:
        return near[0]
    return proper if (place / lesson).is_dir() else None


def lesson_of(content):
    """Returns the lesson of which the bytes of a notebook name most exercises, or None."""
    text = content.decode("utf-8", "replace")
    counts = {
        name: sum(f'"{grade_id}"' in text for grade_id in graded_cells(name))
        for name in lesson_names()
    }
    best = max(counts, key=counts.get)
    return best if counts[best] else None


def load(path):
    """Returns the bytes of a submitted file, or a `Reading` that says why there are none."""
    for part in (path, path.parent):
        if part.is_symlink():
            return Reading(None, "link", part.name)
    if not path.is_file():
        return Reading(None, "missing", path.name)
    if path.stat().st_size > MOST_BYTES:
        return Reading(None, "large", path.name)
    return path.read_bytes()


def parse(content, lesson):
    """Reads the bytes of a submitted file; see `Reading`."""
    problem = None
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.lstrip()[:1] == "{":
            break
    else:
        return Reading(None, "unreadable")
    try:
        cells = _cells(json.loads(text))
    except (ValueError, RecursionError):
        cells, problem = _salvaged(text), "cut"
    if not cells:
        return Reading(None, "unreadable")
    known, tasks = _known(lesson), list(_stubs(lesson, "en"))
    if not any(
        _grade_id(cell, known) or any(_defines(cell, name) for name in tasks) for cell in cells
    ):
        others = [name for name in lesson_names() if name != lesson]
        match = [name for name in others if any(_grade_id(cell, _known(name)) for cell in cells)]
        return Reading(None, "other", match[0] if match else "")
    return Reading(cells, problem)


def _cells(data):
    """Returns the cells of a notebook of any version as nbformat 4 has them, as far as they are cells."""
    if not isinstance(data, dict):
        return None
    if "worksheets" in data:
        try:
            data = nbformat.convert(nbformat.from_dict(data), 4)
        except Exception:
            return None
    raw = data.get("cells")
    return (
        [_cell(cell) for cell in raw if isinstance(cell, dict)] if isinstance(raw, list) else None
    )


def _cell(raw):
    source = raw.get("source", raw.get("input", ""))
    text = "".join(map(str, source)) if isinstance(source, list) else str(source)
    kind = raw.get("cell_type")
    make = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
    cell = make(text)
    metadata = raw.get("metadata")
    data = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    cell.metadata["grade_id"] = str(data.get("grade_id", "")) if isinstance(data, dict) else ""
    cell.metadata["own_id"] = str(raw.get("id", ""))
    return cell


def _salvaged(text):
    """Returns the cells before the point where a file breaks off."""
    start = text.find('"cells"')
    start = text.find("[", start) + 1 if start >= 0 else 0
    decoder, cells = json.JSONDecoder(), []
    while start:
        match = re.compile(r"[\s,]*").match(text, start)
        try:
            raw, start = decoder.raw_decode(text, match.end())
        except (ValueError, RecursionError):
            break
        if isinstance(raw, dict) and "cell_type" in raw:
            cells.append(_cell(raw))
    return cells


@lru_cache
def _source(lesson, lang):
    return lesson_notebook(read(lesson), lang)


@lru_cache
def _known(lesson):
    """Returns {grade_id: cell of the source} of every cell that nbgrader knows."""
    return {
        cell.metadata.nbgrader.grade_id: cell
        for cell in _source(lesson, "en").cells
        if "nbgrader" in cell.metadata
    }


def _grade_id(cell, known):
    """Returns the grade_id that a submitted cell stands for, or None."""
    for name in (cell.metadata["grade_id"], cell.metadata["own_id"]):
        if name in known and (cell.cell_type == "code") == (known[name].cell_type == "code"):
            return name
    return None


def _defines(cell, name):
    return cell.cell_type == "code" and bool(
        name in bound_names(cell.source)
        or re.search(rf"^(def {name}\b|{name}\s*=)", cell.source, re.MULTILINE)
    )


def language(cells, lesson):
    """Returns the language of a submission: that of its LANG, else that of its prose."""
    stated = stated_language(cells)
    if stated:
        return stated
    texts = {cell.source.strip() for cell in cells if cell.cell_type == "markdown"}
    shared = {
        lang: sum(cell.source.strip() in texts for cell in _source(lesson, lang).cells)
        for lang in LANGUAGES
    }
    return max(LANGUAGES, key=shared.get)


def restore(cells, lesson):
    """Puts a submission back into the form that the lesson has.

    Args:
        cells: of a `Reading`.
        lesson: its name.

    Returns:
        (notebook, lang, missing): an nbformat notebook with every cell of the lesson that nbgrader knows once, its
        text from the source but for answers; the language; the grade ids of answers that were not there.
    """
    lang = language(cells, lesson)
    source = _source(lesson, lang)
    known = {c.metadata.nbgrader.grade_id: c for c in source.cells if "nbgrader" in c.metadata}
    stubs = _stubs(lesson, lang)
    answers = {}
    for cell in cells:
        name = _grade_id(cell, known)
        if name in stubs:
            answers.setdefault(name, []).append(cell)
    for name in stubs:
        if name not in answers:
            answers[name] = [
                cell for cell in cells if not _grade_id(cell, known) and _defines(cell, name)
            ]
    chosen = {}
    for name, candidates in answers.items():
        filled = [cell for cell in candidates if cell.source.strip() != stubs[name].strip()]
        if candidates:
            chosen[name] = (filled or candidates)[-1]
    by_cell = {id(cell): name for name, cell in chosen.items()}
    originals = {cell.source for cell in source.cells if "nbgrader" not in cell.metadata}
    # The student's own cells stay behind the cell of the lesson that they followed.
    own, anchor = {None: []}, None
    for cell in cells:
        name = by_cell.get(id(cell)) or _grade_id(cell, known)
        if name or cell.source in originals:
            anchor = name or cell.source
            own.setdefault(anchor, [])
        else:
            own[anchor].append(_own(cell))
    placed = own.pop(None)
    for cell in source.cells:
        placed.append(_from_source(cell, chosen, stubs))
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        placed += own.pop(name or cell.source, ())
    notebook = nbformat.from_dict(nbformat.v4.new_notebook(metadata=source.metadata))
    notebook.cells = placed
    _unique_ids(notebook)
    missing = sorted(name for name in stubs if name not in chosen)
    return notebook, lang, missing


@lru_cache
def _stubs(lesson, lang):
    """Returns {grade_id: what stands in the student's notebook} of answers."""
    stubs = {}
    for cell in _source(lesson, lang).cells:
        data = cell.metadata.get("nbgrader", {})
        if data.get("solution"):
            name = data["grade_id"]
            stubs[name] = STUB[lang] if cell.cell_type == "markdown" else stub_of(cell.source)
    return stubs


def stub_of(source):
    """Returns what a solution's cell looks like to the student."""
    return re.sub(
        r"^([ \t]*)### BEGIN SOLUTION\n.*?### END SOLUTION",
        r"\1raise NotImplementedError()",
        source,
        flags=re.DOTALL | re.MULTILINE,
    )


def is_blank(source, grade_id, lesson):
    """Tells whether an answer is what the student's notebook came with."""
    return source.strip() in {_stubs(lesson, lang).get(grade_id, "").strip() for lang in LANGUAGES}


def _from_source(cell, chosen, stubs):
    copy = nbformat.from_dict(json.loads(json.dumps(cell)))
    name = cell.metadata.get("nbgrader", {}).get("grade_id")
    if name in stubs:
        copy.source = chosen[name].source if name in chosen else stubs[name]
    return copy


def _own(cell):
    make = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
    return make(cell.source)


def _unique_ids(notebook):
    seen = set()
    for place, cell in enumerate(notebook.cells):
        name = cell.metadata.get("nbgrader", {}).get("grade_id") or cell.id
        if "nbgrader" not in cell.metadata:
            name = f"cell-{place}"
        cell.id = re.sub(r"[^A-Za-z0-9_-]", "-", name)[:60]
        while cell.id in seen:
            cell.id = f"{cell.id[:50]}-{place}"
        seen.add(cell.id)
