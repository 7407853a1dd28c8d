"""Multiply-adds against the papers' own numbers and against counts by hand."""

import keras
import pytest

from convlab import measure
from convlab.errors import PlainError

layers = keras.layers


def model(*stack, shape):
    return keras.Sequential([keras.Input(shape), *stack])


@pytest.mark.parametrize(
    ("network", "expected"),
    [
        (model(layers.Dense(4), shape=(6,)), 24),
        (model(layers.Dense(4), shape=(5, 6)), 5 * 24),
        (model(layers.Conv2D(3, 3), shape=(5, 5, 2)), 9 * 3 * 9 * 2),
        (model(layers.Conv2D(8, 3, strides=2, padding="same"), shape=(9, 7, 4)), 5 * 4 * 8 * 9 * 4),
        (model(layers.Conv2D(8, 3, groups=4, padding="same"), shape=(6, 6, 4)), 36 * 8 * 9),
        (model(layers.DepthwiseConv2D(3, padding="same"), shape=(6, 6, 4)), 36 * 9 * 4),
        (
            model(layers.SeparableConv2D(8, 3, padding="same"), shape=(6, 6, 4)),
            36 * (9 * 4 + 4 * 8),
        ),
        (model(layers.EinsumDense("abc,cd->abd", (5, 7)), shape=(5, 6)), 5 * 6 * 7),
        (model(layers.MaxPooling2D(2), layers.BatchNormalization(), shape=(6, 6, 4)), 0),
    ],
)
def test_macs_of_one_layer(network, expected):
    assert measure.macs(network) == expected


def test_macs_of_attention():
    tokens, dim, heads, key_dim = 10, 16, 4, 4
    x = keras.Input((tokens, dim))
    network = keras.Model(x, layers.MultiHeadAttention(heads, key_dim)(x, x))
    projections = 4 * tokens * dim * heads * key_dim
    assert measure.macs(network) == projections + 2 * tokens * tokens * heads * key_dim


def test_nested_models_count():
    inner = model(model(layers.Conv2D(3, 3), shape=(5, 5, 2)), shape=(5, 5, 2))
    outer = model(inner, layers.Flatten(), layers.Dense(4), shape=(5, 5, 2))
    assert measure.macs(outer) == 9 * 3 * 9 * 2 + 27 * 4
    assert [type(layer).__name__ for layer in measure.layers(outer)][-3:] == [
        "Conv2D",
        "Flatten",
        "Dense",
    ]


def test_macs_of_mobilenet_are_those_of_its_paper():
    """Howard et al. 2017, table 4: 569 million multiply-adds."""
    network = keras.applications.MobileNet(weights=None)
    assert round(measure.macs(network) / 1e6) == 569


def test_missing_runs_are_one_sentence():
    with pytest.raises(PlainError, match="no stored runs"):
        measure.stored_runs("99_nothing")


def test_latency_grows_with_the_work():
    small = model(layers.Conv2D(8, 3, padding="same"), shape=(16, 16, 3))
    wide = model(*[layers.Conv2D(128, 3, padding="same") for _ in range(3)], shape=(64, 64, 3))
    assert 0 < measure.latency(small) < measure.latency(wide, 4)


def test_costs_name_the_network_and_its_counts():
    network = model(layers.Dense(4), shape=(6,))
    (row,) = measure.costs({"dense": network}, batch_size=2)
    assert list(row.values())[:3] == ["dense", "28", "24"]
    assert all(float(value) > 0 for value in list(row.values())[3:])
