"""Every plot draws, in the chosen language."""

import matplotlib

matplotlib.use("agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest

from convlab import i18n, plot


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
