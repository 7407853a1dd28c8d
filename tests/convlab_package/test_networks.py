"""The networks of the papers against what is published of them; those of the lessons against their solutions."""

import keras
import numpy as np
import pytest

from autograde import ROOT
from convlab import ASSETS, measure, networks
from convlab.errors import PlainError


@pytest.fixture(scope="module")
def full_size():
    return {name: entry.build() for name, entry in networks.FULL_SIZE.items()}


# Papers round, count with or without biases and moving averages, and slip: table 1 of GoogLeNet's prints
# 2.7 thousand parameters for a first layer of 9,408.
@pytest.mark.parametrize("name", networks.FULL_SIZE)
def test_counts_agree_with_the_published_ones(name, full_size):
    entry, network = networks.FULL_SIZE[name], full_size[name]
    assert network.count_params() / 1e6 == pytest.approx(entry.parameters, rel=0.03)
    assert measure.macs(network) / 1e6 == pytest.approx(entry.macs, rel=0.025)


def test_alexnet_is_that_of_2012(full_size):
    """Krizhevsky et al. 2012, section 3.5 and figure 2: 55×55 maps, 60 million parameters."""
    network = full_size["AlexNet (2012)"]
    convolutions = [each for each in network.layers if isinstance(each, keras.layers.Conv2D)]
    assert [each.output.shape[1:] for each in convolutions] == [
        (55, 55, 96),
        (27, 27, 256),
        (13, 13, 384),
        (13, 13, 384),
        (13, 13, 256),
    ]
    assert [each.kernel.shape[2] for each in convolutions] == [3, 48, 256, 192, 192]
    assert network.count_params() == 60_965_224


def test_googlenet_has_the_shapes_of_its_table_1(full_size):
    """Szegedy et al. 2015, arXiv:1409.4842, table 1."""
    modules = [
        each.output.shape[1:]
        for each in full_size["GoogLeNet (2014)"].layers
        if isinstance(each, keras.layers.Concatenate)
    ]
    assert modules == [
        (28, 28, 256),
        (28, 28, 480),
        (14, 14, 512),
        (14, 14, 512),
        (14, 14, 512),
        (14, 14, 528),
        (14, 14, 832),
        (7, 7, 832),
        (7, 7, 1024),
    ]


@pytest.fixture(scope="module")
def make_networks():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "assets"))
        import make_networks

        yield make_networks


def test_stored_networks_are_those_of_the_solutions(make_networks):
    stored = {
        path.stem: path.read_text(encoding="utf-8") for path in ASSETS.glob("networks/*.json")
    }
    assert stored == {name: make_networks.described(name) for name in make_networks.NETWORKS}


def test_a_stored_network_answers():
    rows = networks.of_lesson("small_alexnet").predict(np.zeros((2, 32, 32, 3)), verbose=0)
    assert rows.shape == (2, 10)


def test_missing_network_is_one_sentence():
    with pytest.raises(PlainError, match="nothing"):
        networks.of_lesson("nothing")
