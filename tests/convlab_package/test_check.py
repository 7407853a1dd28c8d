"""What a student reads when a check fails."""

import keras
import numpy as np
import pytest

from convlab import check, device, i18n
from convlab.errors import CheckFailed, PlainError


def small_network():
    return keras.Sequential(
        [keras.Input((8, 8, 1)), keras.layers.Flatten(), keras.layers.Dense(3, "softmax")]
    )


def test_message_is_translated_and_filled_in():
    i18n.set_language("es")
    with pytest.raises(CheckFailed, match="forma .*\\(2, 3\\)"):
        check.array(np.zeros((2, 3)), "x", (3, 2))


def test_failure_shows_as_one_line_in_a_notebook():
    assert len(CheckFailed("sentence")._render_traceback_()) == 1


def test_eager_tensor_is_as_good_as_an_array():
    tensor = keras.ops.ones((2, 3))
    assert check.array(tensor, "x", (2, None), "float32").shape == (2, 3)


@pytest.mark.parametrize("value", [None, [1, 2], "text"])
def test_what_is_no_array_is_named(value):
    with pytest.raises(CheckFailed, match=type(value).__name__):
        check.array(value, "x")


def test_model_accepts_a_fresh_classifier():
    check.model(small_network(), (8, 8, 1), 3)


def compiled():
    network = small_network()
    network.compile("adam", "categorical_crossentropy")
    return network


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda: None, "NoneType"),
        (compiled, "uncompiled"),
        (lambda: keras.Sequential([keras.layers.Dense(3)]), "no weights"),
        (lambda: keras.Sequential([keras.Input((8, 8, 2)), keras.layers.Flatten()]), "(8, 8, 2)"),
        (lambda: keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Flatten()]), "(None, 64)"),
    ],
)
def test_model_names_what_is_wrong(make, word):
    with pytest.raises(CheckFailed) as failure:
        check.model(make(), (8, 8, 1), 3)
    assert word in str(failure.value)


def test_block_model_wraps_a_block_with_its_arguments():
    def block(x, filters):
        return keras.layers.Conv2D(filters, 1)(x)

    network = check.block_model(block, (4, 4, 2), filters=5)
    assert network(np.zeros((1, 4, 4, 2))).shape == (1, 4, 4, 5)
    with pytest.raises(CheckFailed, match="NoneType"):
        check.block_model(lambda x: None, (4, 4, 2))


def test_auto_profile_follows_the_machine(monkeypatch):
    monkeypatch.delenv("CONVLAB_PROFILE", raising=False)
    assert device.choose_profile("auto", has_gpu=True) == "full"
    assert device.choose_profile("auto", has_gpu=False) == "standard"
    monkeypatch.setenv("CONVLAB_PROFILE", "quick")
    assert device.choose_profile("full", has_gpu=True) == "quick"


def test_unknown_profile_says_which_there_are(monkeypatch):
    monkeypatch.delenv("CONVLAB_PROFILE", raising=False)
    with pytest.raises(PlainError, match="quick"):
        device.choose_profile("fast", has_gpu=False)


def stack(x, order, filters=4, use_bias=False):
    parts = {
        "conv": lambda: keras.layers.Conv2D(filters, 3, padding="same", use_bias=use_bias),
        "norm": keras.layers.BatchNormalization,
        "relu": keras.layers.ReLU,
        "tanh": lambda: keras.layers.Activation("tanh"),
        "dense": lambda: keras.layers.Dense(filters, use_bias=use_bias),
        "point": lambda: keras.layers.Conv2D(filters, 1, use_bias=use_bias),
        "drop": lambda: keras.layers.Dropout(0.2),
    }
    for name in order:
        x = parts[name]()(x)
    return x


def block(*order, **options):
    return check.block_model(lambda x: stack(x, order, **options), (6, 6, 3))


@pytest.mark.parametrize(
    ("order", "reference"),
    [
        (("conv", "norm", "relu"), ("conv", "norm", "relu")),
        (("dense", "norm", "relu"), ("point", "norm", "relu")),
    ],
)
def test_same_outputs_accepts_the_same_however_it_is_built(order, reference):
    check.same_outputs(block(*order), block(*reference))


@pytest.mark.parametrize(
    ("network", "word"),
    [
        (lambda: block("conv", "relu", "norm"), "different outputs"),
        (lambda: block("conv", "norm", "tanh"), "different outputs"),
        (lambda: block("conv", "norm", "relu", "drop"), "While training"),
        (lambda: block("conv", "norm", "relu", use_bias=True), "does not belong"),
        (lambda: block("conv", "norm", "relu", filters=5), "does not belong"),
        (lambda: block("conv", "relu"), "4 of the weights"),
        (lambda: block("norm", "conv", "relu"), "does not belong"),
    ],
)
def test_same_outputs_says_what_differs(network, word):
    with pytest.raises(CheckFailed, match=word):
        check.same_outputs(network(), block("conv", "norm", "relu"))


@pytest.mark.parametrize(
    "value", [3, 3.0, np.int64(3), np.float32(3), keras.ops.convert_to_tensor(3.0)]
)
def test_number_accepts_any_kind_of_number(value):
    assert check.number(value, "x", whole=True) == 3


@pytest.mark.parametrize("value", [None, "3", [1, 2], np.nan, np.zeros(2)])
def test_number_refuses_what_is_none(value):
    with pytest.raises(CheckFailed, match="should be a number"):
        check.number(value, "x")


def test_number_tells_whole_ones():
    with pytest.raises(CheckFailed, match="whole"):
        check.number(2.5, "x", whole=True)


def averaging(head, filters=8):
    def build(input_shape, num_classes):
        x = inputs = keras.Input(input_shape)
        x = keras.layers.Conv2D(filters, 3, activation="relu")(x)
        return keras.Model(inputs, keras.layers.Dense(num_classes, "softmax")(head(x)))

    return build


@pytest.mark.parametrize(
    "head",
    [
        keras.layers.GlobalAveragePooling2D(),
        lambda x: keras.ops.mean(x, axis=(1, 2)),
        lambda x: keras.layers.Flatten()(keras.layers.AveragePooling2D(x.shape[1:3])(x)),
        lambda x: keras.layers.Flatten()(keras.layers.GlobalAveragePooling2D(keepdims=True)(x)),
    ],
)
def test_small_classifier_accepts_any_averaging(head):
    check.small_classifier(averaging(head), 1000)


@pytest.mark.parametrize(
    ("head", "limit", "word"),
    [
        (keras.layers.GlobalMaxPooling2D(), 1000, "average each feature map"),
        (keras.layers.Flatten(), 10**6, "average each feature map"),
        (keras.layers.GlobalAveragePooling2D(), 100, "fewer than 100"),
    ],
)
def test_small_classifier_says_what_is_wrong(head, limit, word):
    def build(input_shape, num_classes):
        return averaging(type(head)())(input_shape, num_classes)

    with pytest.raises(CheckFailed, match=word):
        check.small_classifier(build, limit)


def two_ways(x, join):
    return join([keras.layers.Conv2D(3, 3, padding="same")(x), keras.layers.ReLU()(x)])


def within(x):
    inside = keras.Input(x.shape[1:])
    return keras.Model(inside, two_ways(inside, keras.layers.Concatenate()))(x)


def through_models(x):
    ways = [[keras.layers.Conv2D(3, 3, padding="same")], [keras.layers.ReLU()]]
    return keras.layers.Concatenate()([keras.Sequential(way)(x) for way in ways])


def bent_afterwards(x):
    return keras.layers.ReLU()(two_ways(x, keras.layers.Concatenate()))


@pytest.mark.parametrize(
    "build",
    [
        lambda x: two_ways(x, keras.layers.Concatenate()),
        lambda x: two_ways(x, lambda ways: keras.ops.concatenate(ways, axis=-1)),
        lambda x: keras.layers.Add()([two_ways(x, keras.layers.Concatenate()), x[..., :1]]),
        within,
        through_models,
        bent_afterwards,
    ],
)
def test_branches_start_where_they_part(build):
    inputs = keras.Input((6, 6, 2))
    stem = keras.layers.Conv2D(4, 1)(inputs)
    network = keras.Model(inputs, keras.layers.GlobalAveragePooling2D()(build(stem)))
    (branches,) = check.branches(network)
    assert [branch.input_shape[-1] for branch in branches] == [4, 4]
    assert sorted(branch.output_shape[-1] for branch in branches) == [3, 4]
    maps = np.random.default_rng(0).normal(size=(1, 6, 6, 4)).astype("float32")
    last = np.asarray(branches[-1](maps))
    assert np.allclose(last, np.maximum(maps, 0))


def test_branches_of_joins_in_joins_and_of_an_empty_branch():
    inputs = keras.Input((6, 6, 2))
    inner = keras.layers.Concatenate()([inputs, keras.layers.Conv2D(3, 1)(inputs)])
    outer = keras.layers.Concatenate()([keras.layers.Conv2D(4, 1)(inputs), inner])
    found = check.branches(keras.Model(inputs, outer))
    assert sorted([branch.output_shape[-1] for branch in branches] for branches in found) == [
        [2, 3],
        [4, 2, 3],
    ]


def test_branches_of_a_chain_are_none():
    assert check.branches(small_network()) == []
