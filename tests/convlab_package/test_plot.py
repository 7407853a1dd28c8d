"""Every plot draws, in the chosen language."""

import base64
from xml.etree import ElementTree

import matplotlib

matplotlib.use("agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from convlab import ASSETS, i18n, plot
from convlab.errors import PlainError


@pytest.fixture(autouse=True)
def closed():
    plt.close("all")
    yield
    plt.close("all")


@pytest.mark.parametrize(
    "pictures",
    [
        np.zeros((3, 8, 8), np.uint8),
        np.ones((3, 8, 8, 1)),
        np.ones((3, 8, 8, 3)),
        np.zeros((0, 8, 8)),
        [np.zeros((4, 4, 3)), np.zeros((1, 1, 3)), np.zeros((1, 1))],
    ],
)
def test_images(pictures):
    plot.images(pictures, titles=["a"] * len(pictures), columns=2)
    shown = [axis for axis in plt.gcf().axes if axis.images]
    assert len(shown) == len(pictures)


@pytest.mark.parametrize(("lang", "label"), [("es", "Exactitud"), ("en", "Accuracy")])
def test_history_is_labelled_in_the_language(lang, label):
    i18n.set_language(lang)
    plot.history({"loss": [2, 1], "val_loss": [2, 2], "accuracy": [0, 1], "val_accuracy": [0, 0]})
    assert plt.gcf().axes[1].get_ylabel() == label
    assert len(plt.gcf().axes[1].lines) == 2


def test_confusion_writes_the_counts():
    plot.confusion([[5, 1], [0, 7]], ("0", "1"))
    assert {text.get_text() for text in plt.gca().texts} == {"5", "1", "7"}


def test_filters_and_feature_maps():
    plot.filters(np.random.default_rng().normal(size=(5, 5, 1, 6)))
    assert len([axis for axis in plt.gcf().axes if axis.images]) == 6
    plot.feature_maps(np.zeros((1, 8, 8, 10)))
    assert len([axis for axis in plt.gcf().axes if axis.images]) == 10


@pytest.mark.parametrize(
    "draw",
    [
        lambda title: plot.images(np.zeros((2, 4, 4)), title=title),
        lambda title: plot.history({"loss": [1], "accuracy": [1]}, title=title),
        lambda title: plot.confusion([[1]], ("0",), title=title),
        lambda title: plot.filters(np.ones((3, 3, 1, 2)), title=title),
        lambda title: plot.feature_maps(np.zeros((4, 4, 2)), title=title),
        lambda title: plot.bars(("a", "b"), (1, 2), "label", title=title),
        lambda title: plot.spread({"a": [1, 2]}, "label", title=title),
    ],
)
def test_every_plot_can_name_its_data(draw):
    draw("Emoji-10")
    texts = plt.gcf().findobj(matplotlib.text.Text)
    assert "Emoji-10" in {text.get_text() for text in texts}


def test_bars_and_spread_show_every_number():
    plot.bars(("a", "b"), (1, 2), "label")
    assert [bar.get_width() for bar in plt.gca().patches] == [1, 2]
    plot.spread({"a": [1, 3], "b": [5]}, "label")
    dots = [list(line.get_xdata()) for line in plt.gca().lines]
    assert dots == [[1, 3], [2, 2], [5], [5, 5]]


def test_table_has_a_caption_and_its_cells_as_text_too(capsys, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw: shown.append(data))
    plot.table([{"a": "1", "b": "<x>"}], "Emoji-10 & more")
    (bundle,) = shown
    assert "<caption>Emoji-10 &amp; more</caption>" in bundle["text/html"]
    assert "&lt;x&gt;" in bundle["text/html"] and "<th>a</th>" in bundle["text/html"]
    assert bundle["text/plain"].splitlines()[0] == "Emoji-10 & more"


@pytest.mark.parametrize("variable", ["CONVLAB_HEADLESS", "NBGRADER_EXECUTION"])
def test_explore_draws_the_first_choice_where_nobody_can_pick(variable, monkeypatch):
    monkeypatch.delenv("CONVLAB_HEADLESS", raising=False)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setenv(variable, "1")
    drawn = []
    plot.explore(lambda side, head: drawn.append((side, head)), side=[8, 4], head=[0, 1])
    assert drawn == [(8, 0)]


def test_explore_leaves_the_choice_to_the_reader(monkeypatch):
    monkeypatch.delenv("CONVLAB_HEADLESS", raising=False)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    given = []
    monkeypatch.setattr(
        "ipywidgets.interact", lambda draw, **choices: given.append((draw, choices))
    )
    plot.explore(print, side=[8, 4])
    assert given == [(print, {"side": [8, 4]})]


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_drawing_is_that_of_the_language_with_its_alt_text(lang, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw: shown.append(data))
    i18n.set_language(lang)
    plot.drawing("lenet5")
    (bundle,) = shown
    svg = (ASSETS / "drawings" / lang / "lenet5.svg").read_text(encoding="utf-8")
    assert bundle["image/svg+xml"] == svg
    alt = ElementTree.fromstring(svg).get("aria-label")
    assert bundle["text/plain"] == alt
    picture = ElementTree.fromstring(bundle["text/html"].replace(">", "/>"))
    assert (picture.tag, picture.get("alt")) == ("img", alt)
    kind, data = picture.get("src").split(",")
    assert kind == "data:image/svg+xml;base64" and base64.b64decode(data).decode() == svg


@pytest.mark.parametrize(("lang", "sentence"), [("es", "No hay ningún"), ("en", "There is no")])
@pytest.mark.parametrize("name", ["lenet_5", "../en/lenet5"])
def test_drawing_that_does_not_exist_is_one_sentence_with_the_names(lang, sentence, name):
    i18n.set_language(lang)
    with pytest.raises(PlainError, match=f"{sentence}.*{name}.*alexnet, .*lenet5"):
        plot.drawing(name)


def test_tradeoff_names_everything_and_joins_the_front_by_cost():
    costs = {"slow": 9, "fast": 1, "beaten": 5}
    scores = {"slow": [0.8, 0.9], "fast": [0.5], "beaten": [0.4, 0.6]}
    plot.tradeoff(costs, scores, [0, 1], "ms", "accuracy", title="Emoji-10")
    axis = plt.gca()
    assert {text.get_text() for text in axis.texts} == set(costs)
    (joined,) = [line for line in axis.lines if line.get_linestyle() == "--"]
    np.testing.assert_allclose(joined.get_xydata(), [[1, 0.5], [9, 0.85]])
