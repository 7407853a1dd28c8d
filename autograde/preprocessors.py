"""nbgrader's preprocessors, taught that one assignment comes in two languages."""

from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import (
    ClearSolutions,
    NbGraderPreprocessor,
    OverwriteCells,
)

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


class PrepareFeedback(NbGraderPreprocessor):
    """Takes what a student must not see, and what helps nobody, out of the feedback."""

    begin, end = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"

    def preprocess(self, nb, resources):
        place = resources["nbgrader"]
        place["lang"] = language_of(nb)
        with Gradebook(place["db_url"]) as gradebook:
            submission = gradebook.find_submission_notebook(
                place["notebook"], place["assignment"], place["student"]
            )
            self.waiting = {grade.name for grade in submission.grades if grade.needs_manual_grade}
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell, resources, cell_index):
        if utils.is_grade(cell):
            cell.metadata.nbgrader["waiting"] = cell.metadata.nbgrader.grade_id in self.waiting
        if utils.is_grade(cell) and cell.cell_type == "code":
            before, found, rest = cell.source.partition(f"### {self.begin}")
            cell.source = (
                (before + rest.partition(f"### {self.end}")[2]).strip() if found else before
            )
            for output in cell.outputs:
                if output.output_type == "error":
                    output.traceback = [f"{output.ename}: {output.evalue}"]
        return cell, resources
