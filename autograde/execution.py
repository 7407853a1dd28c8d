"""Runs one submission: the student's cells in a sandbox, the test cells in another with the examiner."""

import select
import socket
import threading
import time
from dataclasses import dataclass
from functools import lru_cache

from autograde import sandbox, wire
from autograde.names import bound_names, needed
from autograde.source import PARAMETERS, lesson_notebook, read
from autograde.warm import Server

SECONDS = 120  # that a cell may take

_server, _server_lock = None, threading.Lock()


def server():
    """Returns the warm process of this process, started when it is first needed."""
    global _server
    with _server_lock:
        if _server is None or _server.process.poll() is not None:
            _server = Server()
        return _server


@dataclass(frozen=True)
class Plan:
    """What running a lesson takes that does not depend on the submission.

    Attributes:
        setup: texts of the read-only cells without a test.
        tests: {grade_id of a test: (its text, the task)}.
        names: {task: names that its solution binds}.
    """

    setup: tuple
    tests: dict
    names: dict

    def answer_of(self, grade_id):
        """Returns the grade_id of the answer that a graded cell is about."""
        return self.tests[grade_id][1] if grade_id in self.tests else grade_id


@lru_cache
def plan(lesson):
    """Returns the `Plan` of a lesson, from its source."""
    cells = read(lesson).cells
    names = {
        cell.metadata["task"]: bound_names(cell.source) for cell in cells if "task" in cell.metadata
    }
    setup = tuple(cell.source for cell in cells if "setup" in cell.metadata)
    texts = {cell.metadata["nbgrader"]["grade_id"]: cell.source for cell in _graded(lesson)}
    tests = {}
    for cell in cells:
        if "test" in cell.metadata:
            number = cell.metadata.get("number", 1)
            grade_id = f"{cell.metadata['test']}_test" + (f"_{number}" if number > 1 else "")
            tests[grade_id] = texts[grade_id], cell.metadata["test"]
    return Plan(setup, tests, names)


def _graded(lesson):
    notebook = lesson_notebook(read(lesson), "en")
    return [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]


def run_notebook(lesson, lang, notebook, isolated=True, seconds=SECONDS):
    """Runs a restored submission; returns {id of a code cell: (status, outputs)}; see `run`."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    cells = [
        {"grade_id": cell.metadata.get("nbgrader", {}).get("grade_id"), "source": cell.source}
        for cell in code
    ]
    found = run(lesson, lang, cells, isolated, seconds)
    return {code[index].id: result for index, result in found.items()}


def run(lesson, lang, cells, isolated=True, seconds=SECONDS):
    """Runs the cells of a restored submission.

    Args:
        lesson: its name.
        lang: "es" or "en": of the messages.
        cells: list of dicts with "grade_id" (or None) and "source" of its code cells, in order.
        isolated: whether to use sandboxes.
        seconds: that a cell may take.

    Returns:
        {index of a cell: (status, outputs)}: status one of graded, timeout, crashed, refused.

    Raises:
        NoSandbox: there can be no sandbox here.
    """
    chart = plan(lesson)
    setup = [PARAMETERS.format(lang=lang), *chart.setup]
    own = [
        (index, cell)
        for index, cell in enumerate(cells)
        if cell["grade_id"] is None or cell["grade_id"] in chart.names
    ]
    known = set().union(*map(bound_names, setup))
    answers = [(cell["source"], cell["grade_id"] in chart.names) for _, cell in own]
    chosen = needed(answers, known)
    student = [
        {
            "index": own[place][0],
            "source": own[place][1]["source"],
            "names": sorted(chart.names.get(own[place][1]["grade_id"], ())),
        }
        for place in chosen
    ]
    tests = [
        {
            "index": index,
            "source": chart.tests[cell["grade_id"]][0],
            "names": sorted(chart.names.get(chart.tests[cell["grade_id"]][1], ())),
        }
        for index, cell in enumerate(cells)
        if cell["grade_id"] in chart.tests
    ]
    job = {"setup": setup, "student": [], "tests": tests, "seconds": seconds}
    # The setup cells, unseen, run in the student's process too.
    first = [{"index": -1 - place, "source": text, "names": []} for place, text in enumerate(setup)]
    job["student"] = first + student
    found, end = _converse(job, isolated)
    for cell in tests:
        if cell["index"] not in found:
            found[cell["index"]] = "crashed", [end]
    return {index: result for index, result in found.items() if index >= 0}


def _converse(job, isolated):
    """Starts the two processes, hands them the job, and collects what the examiner tells of each cell."""
    from autograde.examiner import failure, sentence

    boxes = [sandbox.Sandbox() if isolated else None for _ in range(2)]
    control, theirs = socket.socketpair()
    pair = socket.socketpair()
    found, why, pids = {}, None, []
    try:
        for role, box, between in zip(("student", "examiner"), boxes, pair):
            pids.append(server().fork(role, box and box.pid, theirs, between))
        theirs.close()
        for between in pair:
            between.close()
        wire.send(control, job)
        left = job["seconds"] * (len(job["student"]) + len(job["tests"])) + 60
        deadline = time.monotonic() + left
        while True:
            ready, _, _ = select.select([control], [], [], 0.05)
            if not ready:
                why = why or (boxes[0] and boxes[0].excess())
                if why:
                    boxes[0].close()
                if time.monotonic() > deadline:
                    break
                continue
            message, _ = wire.receive(control, deadline)
            if message is None:
                break
            index, status, outputs = message
            found[index] = status, outputs
    except (wire.Broken, wire.Late):
        pass
    finally:
        control.close()
        for box, pid in zip(boxes, pids):
            if box:
                box.close()
            else:
                sandbox.kill_group(pid)
    if why:
        end = failure("LimitExceeded", limit_sentence(why))
        for index, (status, _) in found.items():
            if status == "crashed":
                found[index] = "crashed", [end]
    return found, failure("DeadKernelError", sentence("gone")) if not why else end


def limit_sentence(what):
    from convlab.i18n import tr

    if what == "memory":
        return tr("Your code needed more memory than a submission may have, and was ended.")
    return tr("Your code started more processes than a submission may have, and was ended.")
