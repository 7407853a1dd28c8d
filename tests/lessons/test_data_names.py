"""A page says which data each picture, table and result shows, and calls no stand-in CIFAR-10."""

import re

import pytest

from autograde import LANGUAGES
from autograde.source import lesson_names, read

BOTH = [(name, lang) for name in lesson_names() for lang in LANGUAGES]
STAND_IN = re.compile("stand-in for CIFAR-10|en lugar de CIFAR-10")
DATA = re.compile(r"Emoji-10|MNIST \(5[,.]?000")
MEASURED = re.compile("accuracy|recall|F1|exactitud|exhaustividad", re.IGNORECASE)
# Figures of a network alone, and of what the reader draws.
WITHOUT_DATA = re.compile(
    "Millions of parameters|Millones de parámetros|28 × 28|Times fewer|Veces menos"
)


def said(notebook):
    """Yields what the outputs of a notebook say as text."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if output.output_type == "stream":
                yield output.text
            for kind, value in output.get("data", {}).items():
                if kind.startswith("text/"):
                    yield value


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_no_stand_in_is_called_cifar10(name, lang, executed):
    done = executed(name, lang)
    texts = [*said(done.notebook), *(text for figure in done.figures for text in figure)]
    assert [text for text in texts if "CIFAR-10" in STAND_IN.sub("", text)] == []


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_every_figure_names_its_data(name, lang, executed):
    figures = ["\n".join(texts) for texts in executed(name, lang).figures]
    assert figures
    assert [f for f in figures if not DATA.search(f) and not WITHOUT_DATA.search(f)] == []


@pytest.mark.parametrize(("name", "lang"), BOTH)
def test_every_table_of_measurements_names_its_data(name, lang, executed):
    tables = [
        output.data["text/plain"]
        for cell in executed(name, lang).notebook.cells
        for output in cell.get("outputs", ())
        if "<caption>" in output.get("data", {}).get("text/html", "")
    ]
    assert [t for t in tables if MEASURED.search(t) and not DATA.search(t)] == []


@pytest.mark.parametrize("name", lesson_names())
def test_no_alt_text_names_a_data_set_that_may_not_be_there(name):
    alts = [text for cell in read(name).cells for text in cell.metadata.get("alt", {}).values()]
    assert [text for text in alts if "CIFAR" in text] == []
