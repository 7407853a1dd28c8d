"""nbgrader's preprocessors, taught that one assignment comes in two languages."""

import os

import nbformat
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import (
    ClearSolutions,
    NbGraderPreprocessor,
    OverwriteCells,
)

from autograde import execution, results, submission
from autograde.source import STUB, language_of


class ClearSolutionsInLanguage(ClearSolutions):
    """Leaves an essay's stub in the language of the notebook."""

    def preprocess(self, nb, resources):
        self.text_stub = STUB[language_of(nb)]
        return super().preprocess(nb, resources)


class OverwriteCellsInLanguage(OverwriteCells):
    """Sees an untouched essay as untouched in either language.

    The gradebook keeps the checksum of the language that was generated last.
    """

    def preprocess_cell(self, cell, resources, cell_index):
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        is_essay = utils.is_grade(cell) and utils.is_solution(cell)
        if is_essay and cell.source.strip() in STUB.values():
            cell.metadata.nbgrader["checksum"] = utils.compute_checksum(cell)
        return cell, resources


class RestoreCells(NbGraderPreprocessor):
    """Puts a submission back into the form of the lesson: only answers and cells of its own are the student's."""

    def preprocess(self, nb, resources):
        lesson = resources["nbgrader"]["notebook"]
        reading = submission.parse(nbformat.writes(nb).encode(), lesson)
        if reading.cells is not None:
            nb, _, _ = submission.restore(reading.cells, lesson)
        return nb, resources


class ExecuteApart(NbGraderPreprocessor):
    """Runs the student's cells and the test cells in two sandboxed processes, and records what came out.

    Results that `python -m autograde grade` has stored for this very notebook are taken as they are. Where there can
    be no sandbox, `CONVLAB_UNSAFE=1` allows to do without.
    """

    def preprocess(self, nb, resources):
        place = resources["nbgrader"]
        lesson, course = place["assignment"], self.config.CourseDirectory.root
        entry = results.stored(course, place["student"], lesson, nb)
        if entry:
            found = entry["cells"]
        else:
            isolated = os.environ.get("CONVLAB_UNSAFE") != "1"
            found = execution.run_notebook(lesson, language_of(nb), nb, isolated)
        for cell in nb.cells:
            if cell.cell_type == "code":
                _, outputs = found.get(cell.id, (None, ()))
                cell.outputs = [nbformat.from_dict(output) for output in outputs]
                cell.execution_count = None
        return nb, resources


class PrepareFeedback(NbGraderPreprocessor):
    """Says of each graded cell what it needs, and takes out of the feedback what a student must not see.

    The metadata "nbgrader" of a graded cell gets "waiting" (for a person), "reason" (why its test failed or its answer
    was not there, or "") and "blank" (the answer is as it came).
    """

    begin, end = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"

    def preprocess(self, nb, resources):
        place = resources["nbgrader"]
        place["lang"] = language_of(nb)
        with Gradebook(place["db_url"]) as gradebook:
            notebook = gradebook.find_submission_notebook(
                place["notebook"], place["assignment"], place["student"]
            )
            self.waiting = {grade.name for grade in notebook.grades if grade.needs_manual_grade}
        self.answers = {
            cell.metadata.nbgrader.grade_id: cell for cell in nb.cells if utils.is_solution(cell)
        }
        course = self.config.CourseDirectory.root
        entry = results.stored(course, place["student"], place["assignment"], nb)
        self.missing = entry["missing"] if entry else {}
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell, resources, cell_index):
        if not utils.is_grade(cell):
            return cell, resources
        lesson, data = resources["nbgrader"]["notebook"], cell.metadata.nbgrader
        answer = execution.plan(lesson).answer_of(data.grade_id)
        data["waiting"] = data.grade_id in self.waiting
        data["reason"] = self.missing.get(answer, "")
        source = self.answers[answer].source
        data["blank"] = not data["reason"] and submission.is_blank(source, answer, lesson)
        if cell.cell_type == "code":
            data["reason"] = data["reason"] or results.reason(
                self.answers[answer].outputs, cell.outputs
            )
            cell.outputs = [output for output in cell.outputs if output.output_type != "error"]
            before, found, rest = cell.source.partition(f"### {self.begin}")
            cell.source = (
                (before + rest.partition(f"### {self.end}")[2]).strip() if found else before
            )
        return cell, resources
