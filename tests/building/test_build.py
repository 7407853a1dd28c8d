"""The build repeats itself to the byte, and the check names what is wrong and what to do."""

import shutil

import nbformat
import pytest

from autograde import ROOT, build, catalogue, parity
from autograde.source import SOURCES

LESSON = "01_lenet5"
SOURCE = (SOURCES / f"{LESSON}.md").read_text(encoding="utf-8")


def test_project_is_clean():
    assert build.check() == []


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    folder = tmp_path_factory.mktemp("generated")
    build.generate(folder)
    return folder


@pytest.fixture
def copy(generated, tmp_path):
    return shutil.copytree(generated, tmp_path / "copy")


def test_rebuild_is_byte_identical(generated, tmp_path):
    build.generate(tmp_path)
    files = [path for path in generated.rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert path.read_bytes() == (tmp_path / path.relative_to(generated)).read_bytes()


def test_languages_share_ids_and_test_cells():
    notebooks = [
        nbformat.read(ROOT / "notebooks" / lang / LESSON / f"{LESSON}.ipynb", as_version=4)
        for lang in ("es", "en")
    ]
    locked = [
        {
            cell.id: cell.source
            for cell in nb.cells
            if cell.metadata.get("nbgrader", {}).get("locked")
        }
        for nb in notebooks
    ]
    assert locked[0] == locked[1]
    code = [[cell.source for cell in nb.cells if cell.cell_type == "code"] for nb in notebooks]
    different = [pair for pair in zip(*code, strict=True) if pair[0] != pair[1]]
    assert [[line for line in a.splitlines() if line not in b] for a, b in different] == [
        ['LANG = "es"']
    ]


def test_hand_edited_notebook_is_named_with_its_cell(copy):
    path = copy / "notebooks" / "es" / LESSON / f"{LESSON}.ipynb"
    nb = nbformat.read(path, as_version=4)
    cell = next(cell for cell in nb.cells if cell.id == "train_test")
    cell.source += "\npass"
    nbformat.write(nb, path)
    (problem,) = build.stale(copy)
    assert f"notebooks/es/{LESSON}/{LESSON}.ipynb" in problem
    assert "train_test" in problem and "make build" in problem


def test_missing_and_orphan_notebooks_are_named(copy):
    path = copy / "solutions" / "en" / LESSON / f"{LESSON}.ipynb"
    orphan = copy / "solutions" / "en" / "99_orphan" / "99_orphan.ipynb"
    orphan.parent.mkdir()
    path.rename(orphan)
    missing, extra = build.stale(copy)
    assert LESSON in missing and "missing" in missing
    assert "99_orphan" in extra and "Delete it" in extra


WRONG_SOURCES = {
    "header lacks minutes": ("minutes: 90\n", "", "lacks minutes"),
    "header lacks a language": (
        '  en: "LeNet-5: a network that reads digits"\n',
        "",
        "both es and en",
    ),
    "header entry with a colon": (
        "    - Python básico y arreglos de NumPy",
        "    - Python básico: arreglos de NumPy",
        "quotation marks",
    ),
    "missing twin": ('+++ {"key": "digits-look", "lang": "en"}', "", "digits-look"),
    "other heading": ("## The digits\n", "### The digits\n", "headings differ"),
    "other formula": ("in $n - k + 1$ positions", "in $n - k$ positions", "formulas differ"),
    "other figure": ("on 0.95% of", "on 0.8% of", "figures differ"),
    "other code": ("With `same` padding", "With `valid` padding", "code differ"),
    "wrong term": (
        "La **exactitud** es la proporción de aciertos",
        "La **precisión** es la proporción de aciertos",
        "exactitud",
    ),
    "no hidden tests": ("### BEGIN HIDDEN TESTS", "### TESTS", "no hidden tests"),
    "ends on a value": (
        "name=name,\n    )\n### END HIDDEN TESTS",
        "name=name,\n    )\nlen(shapes)\n### END HIDDEN TESTS",
        "ends on an expression",
    ),
    "a test overwrites a variable": ("for count in (1, 2):", "for epochs in (1, 2):", "epochs"),
}


@pytest.mark.parametrize(("old", "new", "word"), WRONG_SOURCES.values(), ids=WRONG_SOURCES)
def test_wrong_source_is_named(old, new, word):
    assert old in SOURCE
    changed = SOURCE.replace(old, new)
    problems = parity.problems(LESSON, changed)
    assert any(word in problem and LESSON in problem for problem in problems), problems


def test_mixed_precision_is_not_taken_for_precision():
    texts = {"es": "La precisión mixta ahorra memoria.", "en": "Mixed precision saves memory."}
    assert parity.glossary_problems("here", texts) == []
    texts = {"es": "La precisión subió.", "en": "The accuracy rose."}
    assert len(parity.glossary_problems("here", texts)) == 2


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda text: text.replace('msgstr "Época"', 'msgstr ""'), "no Spanish"),
        (lambda text: text.replace('msgid "Epoch"', '#, fuzzy\nmsgid "Epoch"'), "fuzzy"),
    ],
)
def test_empty_or_fuzzy_message_is_named(tmp_path, change, word):
    text = catalogue.PO.read_text(encoding="utf-8")
    assert change(text) != text
    path = tmp_path / "convlab.po"
    path.write_text(change(text), encoding="utf-8")
    (problem,) = catalogue.problems(path)
    assert word in problem and "Epoch" in problem


def test_a_test_may_end_on_a_function_of_its_own_that_returns_nothing():
    ending = "### END HIDDEN TESTS"
    for value, is_wrong in (("", False), (" 1", True)):
        tail = f"def checked():\n    return{value}\n\n\nchecked()\n{ending}"
        problems = parity.problems(LESSON, SOURCE.replace(ending, tail, 1))
        assert bool(problems) == is_wrong, problems
