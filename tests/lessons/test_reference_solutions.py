"""The solutions of the exercises that are pure functions, held against NumPy, SciPy, scikit-learn or plain loops.

Hypothesis chooses the inputs, among all that the exercise allows.
"""

import itertools
import math
from fractions import Fraction
from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.signal import correlate
from scipy.special import expit, softmax
from sklearn.metrics import accuracy_score
from sklearn.preprocessing import OneHotEncoder

from autograde.source import PARAMETERS, read

settings.register_profile("references", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("references")
FEW = settings(max_examples=12)

small = st.integers(1, 40)
pixels = st.integers(0, 255)
shares = st.floats(0, 1, width=32)
reals = st.floats(-50, 50, width=32)


@lru_cache
def solutions(lesson):
    """Returns the names that a lesson's setup cells and solutions bind."""
    namespace = {"__name__": "__main__"}
    cells = [cell for cell in read(lesson).cells if {"setup", "task"} & cell.metadata.keys()]
    for text in [PARAMETERS.format(lang="en"), *(cell.source for cell in cells)]:
        exec(compile(text, lesson, "exec"), namespace)
    return namespace


def pictures(*shape):
    return st.integers(1, 4).flatmap(
        lambda count: arrays(np.uint8, (count, *shape), elements=pixels)
    )


def labels_of(images, columns=False):
    shape = (len(images), 1) if columns else (len(images),)
    return arrays(np.int64, shape, elements=st.integers(0, 9))


def one_hot(labels):
    encoder = OneHotEncoder(categories=[range(10)], sparse_output=False, dtype=np.float32)
    return encoder.fit_transform(np.reshape(labels, (-1, 1)))


def check_prepared(prepare, images, labels, x_shape):
    before = images.copy(), labels.copy()
    x, y = prepare(images, labels)
    assert (x.shape, x.dtype, y.dtype) == (x_shape, np.float32, np.float32)
    np.testing.assert_allclose(x.ravel(), [value / 255 for value in images.ravel()], rtol=1e-6)
    np.testing.assert_array_equal(y, one_hot(labels))
    np.testing.assert_array_equal(images, before[0])
    np.testing.assert_array_equal(labels, before[1])


@FEW
@given(data=st.data(), images=pictures(28, 28))
def test_prepare_mnist_is_an_encoder_and_a_division(data, images):
    prepare = solutions("01_lenet5")["prepare_mnist"]
    check_prepared(prepare, images, data.draw(labels_of(images)), (*images.shape, 1))


@FEW
@given(data=st.data(), images=pictures(32, 32, 3), columns=st.booleans())
def test_prepare_cifar10_takes_labels_in_either_form(data, images, columns):
    prepare = solutions("02_alexnet")["prepare_cifar10"]
    check_prepared(prepare, images, data.draw(labels_of(images, columns)), images.shape)


def test_feature_map_shapes_are_those_of_the_layers():
    network = solutions("01_lenet5")["build_lenet5"]()
    shapes = [tuple(layer.output.shape[1:]) for layer in network.layers]
    expected = solutions("01_lenet5")["feature_map_shapes"].values()
    assert [shape for shape in expected if shape not in shapes] == []


class Fixed:
    """Predicts what it was told to, whatever it sees."""

    def __init__(self, probabilities):
        self.probabilities = probabilities

    def predict(self, x, **_):
        return self.probabilities[: len(x)]


@given(
    pairs=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=60),
)
def test_evaluate_is_the_definition_of_each_metric(pairs):
    true, predicted = np.array(pairs).T
    x = np.zeros((len(pairs), 28, 28, 1), "float32")
    found = solutions("01_lenet5")["evaluate"](Fixed(one_hot(predicted)), x, one_hot(true))
    confusion = np.zeros((10, 10), int)
    for pair in pairs:
        confusion[pair] += 1
    f1 = []
    for label in range(10):
        hits = confusion[label, label]
        wrong = confusion[label].sum() + confusion[:, label].sum() - 2 * hits
        f1.append(2 * hits / (2 * hits + wrong) if hits + wrong else 0)
    np.testing.assert_array_equal(found["confusion"], confusion)
    assert found["accuracy"] == pytest.approx(accuracy_score(true, predicted))
    assert found["macro_f1"] == pytest.approx(sum(f1) / 10)


@given(size=small, kernel=st.integers(1, 12), stride=st.integers(1, 6))
def test_conv_output_size_counts_the_places_of_a_window(size, kernel, stride):
    of = solutions("02_alexnet")["conv_output_size"]
    assert of(size, kernel, stride, "same") == len(np.arange(size)[::stride])
    if kernel > size:
        with pytest.raises(ValueError):
            of(size, kernel, stride, "valid")
        return
    row = correlate(np.ones(size), np.ones(kernel), mode="valid", method="direct")
    assert of(size, kernel, stride, "valid") == len(row[::stride])
    with pytest.raises(ValueError):
        of(size, kernel, stride, "SAME")


@given(curves=st.lists(st.tuples(shares, shares), min_size=1, max_size=30))
def test_generalisation_gap_is_at_the_first_best_epoch(curves):
    accuracy, validation = map(list, zip(*curves))
    history = {"accuracy": accuracy, "val_accuracy": validation, "loss": [0.0] * len(curves)}
    found = solutions("02_alexnet")["generalisation_gap"](history)
    best = validation.index(max(validation))
    assert found["best_epoch"] == best + 1
    assert (found["train"], found["val"]) == curves[best]
    assert found["gap"] == accuracy[best] - validation[best]
    assert history["val_accuracy"] == validation


@FEW
@given(
    side=st.integers(6, 12),
    channels=st.integers(1, 3),
    filters=st.integers(1, 4),
    kernel=st.integers(1, 4),
    padding=st.sampled_from(["same", "valid"]),
    units=st.integers(1, 5),
)
def test_count_macs_is_the_number_of_products(side, channels, filters, kernel, padding, units):
    import keras

    inner = keras.Sequential(
        [
            keras.Input((side, side, channels)),
            keras.layers.Conv2D(filters, kernel, padding=padding, activation="relu"),
            keras.layers.MaxPooling2D(),
        ]
    )
    outer = keras.Sequential(
        [keras.Input((side, side, channels)), inner, keras.layers.Flatten()]
        + [keras.layers.Dense(units), keras.layers.BatchNormalization()]
    )
    places = side if padding == "same" else side - kernel + 1
    products = 0
    for _ in itertools.product(range(places), range(places), range(filters)):
        products += kernel * kernel * channels
    flat = (places // 2) ** 2 * filters
    assert solutions("03_lenet5_vs_alexnet")["count_macs"](outer) == products + flat * units


@FEW
@given(images=pictures(28, 28))
def test_to_alexnet_input_has_the_digit_in_its_centre(images):
    before = images.copy()
    found = solutions("03_lenet5_vs_alexnet")["to_alexnet_input"](images)
    assert (found.shape, found.dtype) == ((len(images), 32, 32, 3), np.float32)
    for channel in range(3):
        np.testing.assert_allclose(found[:, 2:30, 2:30, channel], images / 255, rtol=1e-6)
    assert found.sum(dtype=float) == pytest.approx(3 * (images / 255).sum(), rel=1e-5)
    np.testing.assert_array_equal(images, before)


@FEW
@given(channels=small, reduced=small, filters=small, kernel=st.integers(1, 7))
def test_bottleneck_saving_counts_what_keras_counts(channels, reduced, filters, kernel):
    import keras

    x = keras.Input((8, 8, channels))
    direct = keras.Model(x, keras.layers.Conv2D(filters, kernel, padding="same")(x))
    narrow = keras.layers.Conv2D(reduced, 1)(x)
    narrow = keras.Model(x, keras.layers.Conv2D(filters, kernel, padding="same")(narrow))
    found = solutions("04_googlenet")["bottleneck_saving"](channels, reduced, filters, kernel)
    assert found == pytest.approx(direct.count_params() / narrow.count_params())


@given(initial=small, num_layers=st.integers(0, 12), growth_rate=small)
def test_dense_channels_are_the_lengths_of_what_is_joined(initial, num_layers, growth_rate):
    channels, expected = np.zeros(initial), [initial]
    for _ in range(num_layers):
        channels = np.concatenate([channels, np.zeros(growth_rate)])
        expected.append(channels.size)
    found = solutions("05_densenet")["dense_channels"](initial, num_layers, growth_rate)
    assert list(found) == expected


@given(kernel=st.integers(1, 11), filters=st.integers(1, 2048), side=small, channels=small)
def test_cost_ratio_is_the_quotient_of_the_two_counts(kernel, filters, side, channels):
    standard = kernel * kernel * channels * filters * side * side
    separable = kernel * kernel * channels * side * side + channels * filters * side * side
    expected = float(Fraction(separable, standard))
    assert solutions("06_mobilenet")["cost_ratio"](kernel, filters) == pytest.approx(expected)


@given(
    filters=st.integers(1, 2048),
    quarters=st.integers(1, 12),
    divisor=st.sampled_from([1, 2, 4, 8, 16, 32]),
)
def test_scale_width_is_the_best_multiple_that_loses_at_most_a_tenth(filters, quarters, divisor):
    exact = Fraction(quarters, 4) * filters
    multiples = range(divisor, int(exact) + 2 * divisor, divisor)
    nearest = min(multiples, key=lambda width: (abs(width - exact), -width))
    if nearest < Fraction(9, 10) * exact:
        nearest += divisor
    assert solutions("06_mobilenet")["scale_width"](filters, quarters / 4, divisor) == nearest


@given(phi=st.floats(0, 7), factors=st.tuples(*[st.floats(1, 2)] * 3))
def test_compound_scaling_multiplies_logarithms(phi, factors):
    found = solutions("07_efficientnet")["compound_scaling"](phi, *factors)
    depth, width, resolution = (math.exp(phi * math.log(factor)) for factor in factors)
    expected = {"depth": depth, "width": width, "resolution": resolution}
    expected["flops"] = depth * width * width * resolution * resolution
    assert found == pytest.approx(expected)


@given(
    data=st.data(),
    count=st.integers(1, 3),
    rows=st.integers(1, 4),
    columns=st.integers(1, 4),
    patch_size=st.integers(1, 5),
    channels=st.integers(1, 3),
    dtype=st.sampled_from(["uint8", "int32", "float32"]),
)
def test_patchify_cuts_what_slices_cut(data, count, rows, columns, patch_size, channels, dtype):
    shape = (count, rows * patch_size, columns * patch_size, channels)
    images = np.arange(np.prod(shape)).reshape(shape).astype(dtype)
    before = images.copy()
    patchify = solutions("08_vision_transformer")["patchify"]
    found = patchify(images, patch_size)
    assert found.dtype == images.dtype
    for number, (row, column) in enumerate(itertools.product(range(rows), range(columns))):
        top, left = row * patch_size, column * patch_size
        patch = images[:, top : top + patch_size, left : left + patch_size]
        np.testing.assert_array_equal(found[:, number], patch.reshape(count, -1))
    assert found.shape[1] == rows * columns
    np.testing.assert_array_equal(images, before)
    other = data.draw(st.integers(1, 30))
    if shape[1] % other or shape[2] % other:
        with pytest.raises(ValueError):
            patchify(images, other)


@st.composite
def queries(draw):
    """(query, key, value) with the same leading axes, or none."""
    leading = draw(st.sampled_from([(), (2,), (2, 3)]))
    n, m, d, e = (draw(st.integers(1, 5)) for _ in range(4))
    scale = draw(st.sampled_from([1, 100]))
    tensors = [
        draw(arrays(np.float64, (*leading, *ends), elements=reals))
        for ends in ((n, d), (m, d), (m, e))
    ]
    return tensors[0] * scale, tensors[1], tensors[2]


@given(tensors=queries())
def test_attention_is_a_softmax_of_each_row(tensors):
    query, key, value = tensors
    before = [tensor.copy() for tensor in tensors]
    output, weights = solutions("08_vision_transformer")["attention"](query, key, value)
    assert np.isfinite(output).all() and np.isfinite(weights).all()
    for place in np.ndindex(query.shape[:-1]):
        scores = [np.dot(query[place], row) / math.sqrt(query.shape[-1]) for row in key[place[:-1]]]
        expected = softmax(scores)
        np.testing.assert_allclose(weights[place], expected, rtol=1e-6, atol=1e-12)
        np.testing.assert_allclose(
            output[place], expected @ value[place[:-1]], rtol=1e-6, atol=1e-8
        )
    for tensor, copy in zip(tensors, before):
        np.testing.assert_array_equal(tensor, copy)


networks = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=12)


@given(points=networks)
def test_pareto_front_holds_the_best_of_every_price(points):
    cost, score = map(list, zip(*points))
    found = list(solutions("09_choosing")["pareto_front"](cost, score))
    best_up_to = {price: max(s for c, s in points if c <= price) for price in cost}
    best_below = {
        price: max((s for c, s in points if c < price), default=-math.inf) for price in cost
    }
    expected = [i for i, (c, s) in enumerate(points) if s == best_up_to[c] and s > best_below[c]]
    assert found == expected


@given(
    points=st.lists(st.tuples(*[st.integers(1, 5)] * 3), min_size=1, max_size=10),
    most=st.none() | st.integers(0, 5),
    slowest=st.none() | st.integers(0, 5),
)
def test_choose_takes_the_first_of_a_sorted_table(points, most, slowest):
    keys = ("parameters", "latency_ms", "accuracy")
    table = [dict(zip(keys, point), name=f"n{i}") for i, point in enumerate(points)]
    before = [dict(row) for row in table]
    choose = solutions("09_choosing")["choose"]
    parameters, latency, accuracy = np.array(points).T
    fits = (parameters <= (math.inf if most is None else most)) & (
        latency <= (math.inf if slowest is None else slowest)
    )
    order = [i for i in np.lexsort((parameters, -accuracy)) if fits[i]]
    if order:
        assert choose(table, max_parameters=most, max_latency_ms=slowest) == f"n{order[0]}"
    else:
        with pytest.raises(ValueError):
            choose(table, max_parameters=most, max_latency_ms=slowest)
    assert table == before


def on_arrays(block, x):
    """Runs a block of layers on (N, H, W, C), with random weights; returns (output, its weights)."""
    import keras

    entry = keras.Input(x.shape[1:])
    network = keras.Model(entry, block(entry))
    generator = np.random.default_rng(x.size)
    weights = [
        generator.uniform(0.5, 1.5, w.shape).astype("float32") for w in network.get_weights()
    ]
    network.set_weights(weights)
    return np.asarray(network(x, training=False), float), [w.astype(float) for w in weights]


def normalised(x, gamma, beta, mean, variance):
    return (x - mean) / np.sqrt(variance + 0.001) * gamma + beta


def convolved(x, kernel):
    """`same` padding with an odd kernel, (N, H, W, C) and (k, k, C, F)."""
    return np.stack(
        [
            sum(
                correlate(x[..., c], kernel[None, :, :, c, f], mode="same", method="direct")
                for c in range(x.shape[-1])
            )
            for f in range(kernel.shape[-1])
        ],
        axis=-1,
    )


maps = st.tuples(
    st.integers(1, 2), st.integers(1, 3), st.integers(1, 3), st.integers(1, 5)
).flatmap(
    lambda s: arrays(
        np.float32, (s[0], 2 * s[1], 2 * s[2], s[3]), elements=st.floats(-4, 4, width=32)
    )
)


@FEW
@given(x=maps, num_layers=st.integers(1, 3), growth_rate=st.integers(1, 3))
def test_dense_block_joins_what_scipy_computes(x, num_layers, growth_rate):
    block = solutions("05_densenet")["dense_block"]
    found, weights = on_arrays(lambda entry: block(entry, num_layers, growth_rate), x)
    expected = x.astype(float)
    for start in range(0, 5 * num_layers, 5):
        *scale, kernel = weights[start : start + 5]
        new = convolved(np.maximum(normalised(expected, *scale), 0), kernel)
        expected = np.concatenate([expected, new], axis=-1)
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-4)


@FEW
@given(x=maps, quarters=st.integers(1, 4))
def test_transition_halves_what_scipy_computes(x, quarters):
    filters = quarters * x.shape[-1] // 4
    if not filters:
        return
    block = solutions("05_densenet")["transition"]
    found, (*scale, kernel) = on_arrays(lambda entry: block(entry, quarters / 4), x)
    expected = convolved(np.maximum(normalised(x.astype(float), *scale), 0), kernel)
    count, height, width, _ = expected.shape
    assert found.shape == (count, height // 2, width // 2, filters)
    expected = expected.reshape(count, height // 2, 2, width // 2, 2, filters).mean(axis=(2, 4))
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-4)


@FEW
@given(x=maps, filters=st.integers(1, 4))
def test_depthwise_separable_is_a_filter_a_channel_and_a_mixture(x, filters):
    block = solutions("06_mobilenet")["depthwise_separable"]
    found, weights = on_arrays(lambda entry: block(entry, filters), x)
    apart, first, mixture, second = weights[0], weights[1:5], weights[5], weights[6:]
    maps_apart = [
        correlate(x[..., c].astype(float), apart[None, :, :, c, 0], mode="same", method="direct")
        for c in range(x.shape[-1])
    ]
    expected = np.maximum(normalised(np.stack(maps_apart, axis=-1), *first), 0)
    expected = np.maximum(normalised(expected @ mixture[0, 0], *second), 0)
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-4)


@FEW
@given(x=maps, quarters=st.integers(1, 8))
def test_squeeze_excite_weighs_channels_by_their_means(x, quarters):
    block = solutions("07_efficientnet")["squeeze_excite"]
    found, (down, bias, up, other) = on_arrays(lambda entry: block(entry, quarters / 4), x)
    assert down.shape[-1] == max(1, quarters * x.shape[-1] // 4)
    squeezed = x.astype(float).mean(axis=(1, 2)) @ down[0, 0] + bias
    excited = expit((squeezed * expit(squeezed)) @ up[0, 0] + other)
    np.testing.assert_allclose(found, x * excited[:, None, None], rtol=1e-4, atol=1e-4)
