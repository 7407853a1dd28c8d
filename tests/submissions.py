"""Makes submissions out of the student's notebooks, and reads the feedback on them."""

import nbformat
from bs4 import BeautifulSoup

from autograde import ROOT

LESSON = "01_lenet5"


def notebook(kind, lang, lesson=LESSON):
    """Returns a generated notebook; `kind` is "solutions" or "notebooks"."""
    return nbformat.read(ROOT / kind / lang / lesson / f"{lesson}.ipynb", as_version=4)


def by_id(nb):
    return {cell.id: cell for cell in nb.cells}


def filled(lang, answers, lesson=LESSON):
    """Returns the student's notebook with some cells filled in.

    Args:
        lang: "es" or "en".
        answers: {grade_id: source}, or grade ids to take from the solution.
    """
    if not isinstance(answers, dict):
        solved = by_id(notebook("solutions", lang, lesson))
        answers = {grade_id: solved[grade_id].source for grade_id in answers}
    nb = notebook("notebooks", lang, lesson)
    cells = by_id(nb)
    for grade_id, source in answers.items():
        cells[grade_id].source = source
    return nb


def submit(folder, student, nb, lesson=LESSON):
    """Writes a submission where `autograde grade` looks for it."""
    path = folder / student / lesson / f"{lesson}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nb, path)
    return path


def bare(nb):
    """Leaves out what is neither graded nor needed by what is graded: the lesson's own training."""
    nb.cells = [
        cell
        for cell in nb.cells
        if "nbgrader" in cell.metadata or "parameters" in cell.metadata.get("tags", ())
    ]
    return nb


def reasons(course, student, lesson=LESSON):
    """Returns {grade_id: what the top of the feedback page says beside the points, or ""}."""
    page = (course / "feedback" / student / lesson / f"{lesson}.html").read_bytes()
    items = BeautifulSoup(page, "html.parser").select("main > ul > li")
    return {item.a.text: "".join(each.text for each in item.select(".reason")) for item in items}
