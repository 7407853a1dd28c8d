"""What running a submission gave, and how a student reads it.

It is kept in the course folder: a run that was killed goes on where it stopped.
"""

import hashlib
import json
import os
import re
from pathlib import Path

from nbconvert.filters import strip_ansi

from autograde.source import SOURCES

VERSION = 2  # of the way in which submissions are run
PLACE = re.compile(r"<ipython-input[^>]*>, ")  # of a cell; only the line says something
SENTENCES = ("CheckFailed", "CellTimeoutError", "DeadKernelError", "LimitExceeded")


def failure_message(outputs):
    """Returns what a cell failed with, as a student reads it; "" where it did not."""
    for output in outputs:
        if output["output_type"] == "error":
            value = PLACE.sub("", strip_ansi(output["evalue"])).strip()
            is_sentence = output["ename"] in SENTENCES
            return value if is_sentence else f"{output['ename']}: {value}".strip(": ")
    return ""


def reason(answer_outputs, test_outputs):
    """Returns why a test failed, "" where it passed: what stopped the answer's own cell, else what the test says."""
    said = failure_message(test_outputs)
    return said and (failure_message(answer_outputs) or said)


def key(notebook, lesson):
    """Returns what identifies a restored submission together with the lesson it is graded against."""
    cells = [
        [cell.id, cell.source]
        for cell in notebook.cells
        if not cell.metadata.get("nbgrader", {}).get("locked")
    ]
    return hashlib.sha256(json.dumps([version(lesson), cells]).encode()).hexdigest()


def version(lesson):
    """Returns what identifies the lesson and the way in which submissions are run."""
    text = (SOURCES / f"{lesson}.md").read_text(encoding="utf-8")
    return hashlib.sha256(json.dumps([VERSION, text]).encode()).hexdigest()


def digest(content):
    """Returns what identifies a submitted file: its bytes, or what is wrong with it."""
    text = content if isinstance(content, bytes) else repr(content).encode()
    return hashlib.sha256(text).hexdigest()


def path_of(course, student, lesson):
    return Path(course) / "executed" / student / f"{lesson}.json"


def load(course, student, lesson):
    """Returns what is kept of a submission, a dict, or None."""
    try:
        return json.loads(path_of(course, student, lesson).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def save(course, student, lesson, entry):
    """Keeps a dict; a run that is killed meanwhile leaves the earlier one."""
    path = path_of(course, student, lesson)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        json.dump(entry, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def stored(course, student, lesson, notebook):
    """Returns what is kept of this very notebook, a dict, or None."""
    entry = load(course, student, lesson)
    if not entry or not entry.get("cells") or entry.get("key") != key(notebook, lesson):
        return None
    return entry
