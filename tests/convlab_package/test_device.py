"""Which precision a machine gets, and that a network in mixed precision is sound on a CPU too."""

import keras
import numpy as np
import pytest

from convlab import device

FAST, SLOW = {"compute_capability": (9, 0)}, {"compute_capability": (6, 1)}


@pytest.mark.parametrize(
    ("gpus", "profile", "policy"),
    [
        ([], "standard", "float32"),
        ([FAST], "full", "mixed_float16"),
        ([{"compute_capability": (7, 0)}], "full", "mixed_float16"),
        ([SLOW], "full", "float32"),
        ([FAST, SLOW], "full", "float32"),
        ([{}], "full", "float32"),
        ([FAST], "quick", "float32"),
    ],
)
def test_policy_follows_the_gpus_and_the_profile(gpus, profile, policy):
    assert device.choose_policy(gpus, profile) == policy


def test_prepare_on_a_gpu_grows_memory_and_takes_full_and_mixed_precision(monkeypatch, capsys):
    import tensorflow as tf

    grown = []
    monkeypatch.delenv("CONVLAB_PROFILE", raising=False)
    monkeypatch.setattr(device, "_policy", "float32")
    monkeypatch.setattr(tf.config, "list_physical_devices", lambda kind: ["gpu"])
    monkeypatch.setattr(tf.config.experimental, "get_device_details", lambda gpu: FAST)
    monkeypatch.setattr(
        tf.config.experimental, "set_memory_growth", lambda gpu, grow: grown.append((gpu, grow))
    )
    assert device.prepare("auto") == "full"
    assert grown == [("gpu", True)]
    assert device.build(network).layers[1].compute_dtype == "float16"
    assert "1 GPU (mixed_float16)" in capsys.readouterr().out
    assert keras.config.dtype_policy().name == "float32"


def network(separate_softmax=False):
    inputs = keras.Input((8, 8, 3))
    x = keras.layers.Conv2D(4, 3, activation="relu")(inputs)
    x = keras.layers.Flatten()(x)
    if separate_softmax:
        outputs = keras.layers.Softmax()(keras.layers.Dense(10)(x))
    else:
        outputs = keras.layers.Dense(10, activation="softmax")(x)
    return keras.Model(inputs, outputs)


@pytest.mark.parametrize("separate_softmax", [False, True])
def test_mixed_precision_keeps_weights_and_softmax_in_float32_and_learns(
    separate_softmax, monkeypatch
):
    monkeypatch.setattr(device, "_policy", "mixed_float16")
    keras.utils.set_random_seed(0)
    mixed = device.build(network, separate_softmax=separate_softmax)
    assert mixed.layers[1].compute_dtype == "float16"
    assert {weight.dtype for weight in mixed.weights} == {"float32"}
    pictures = np.random.default_rng(0).random((20, 8, 8, 3), dtype=np.float32)
    rows = np.asarray(mixed(pictures))
    assert rows.dtype == np.float32
    np.testing.assert_allclose(rows.sum(axis=1), 1, atol=1e-6)

    mixed.compile(keras.optimizers.Adam(0.01), "categorical_crossentropy")
    labels = np.eye(10, dtype="float32")[np.arange(20) % 10]
    losses = mixed.fit(pictures, labels, epochs=40, verbose=0).history["loss"]
    assert losses[-1] < losses[0] / 2


def test_on_a_cpu_networks_are_built_as_they_are(monkeypatch):
    monkeypatch.setattr(device, "_policy", "float32")
    assert device.build(network).layers[1].compute_dtype == "float32"


def test_policy_is_put_back_where_building_fails(monkeypatch):
    monkeypatch.setattr(device, "_policy", "mixed_float16")

    def broken():
        raise ValueError

    with pytest.raises(ValueError):
        device.build(broken)
    assert keras.config.dtype_policy().name == "float32"
