"""What a network costs, and runs that were measured before."""

import json
import time

import numpy as np

from convlab import ASSETS, device
from convlab.errors import PlainError
from convlab.i18n import tr


def operations(network):
    """Returns the layers and the single operations of a model, those of nested models in place of the models."""
    flat = []
    for step in getattr(network, "operations", network.layers):
        flat += operations(step) if hasattr(step, "layers") else [step]
    return flat


def layers(network):
    """Returns the layers of a model in their order, those of nested models in place of the models."""
    import keras

    return [step for step in operations(network) if isinstance(step, keras.layers.Layer)]


def macs(network):
    """Returns the multiply-adds that a model needs for one picture, as an int.

    Counted are convolutions (grouped, depthwise and separable ones too), dense layers and attention;
    biases, pooling, normalisation and activations are not.

    Args:
        network: a built Keras model whose layers are each used once.

    Source:
        Howard et al. 2017, "MobileNets", arXiv:1704.04861, equations 2 to 5, for the convolutions;
        Vaswani et al. 2017, "Attention is all you need", arXiv:1706.03762, section 3.2, for attention.
    """
    return sum(_layer_macs(layer) for layer in layers(network))


def _layer_macs(layer):
    import keras

    kinds = keras.layers
    if isinstance(layer, kinds.MultiHeadAttention):
        return _attention_macs(layer)
    if isinstance(layer, (kinds.Conv1D, kinds.Conv2D, kinds.DepthwiseConv2D)):
        positions = np.prod(layer.output.shape[1:-1])
        return int(positions * np.prod(layer.kernel.shape))
    if isinstance(layer, kinds.SeparableConv2D):
        positions = np.prod(layer.output.shape[1:-1])
        weights = np.prod(layer.depthwise_kernel.shape) + np.prod(layer.pointwise_kernel.shape)
        return int(positions * weights)
    if isinstance(layer, (kinds.Dense, kinds.EinsumDense)):
        rows = np.prod(layer.output.shape[1:]) / np.prod(layer.kernel.shape[1:])
        return int(rows * np.prod(layer.kernel.shape))
    return 0


def _attention_macs(layer):
    query, key = (tuple(tensor.shape) for tensor in layer.input[:2])
    queries, keys = np.prod(query[1:-1]), np.prod(key[1:-1])
    inside = layer.num_heads * layer.key_dim
    outside = layer.num_heads * (layer.value_dim or layer.key_dim)
    projections = queries * query[-1] * inside + keys * key[-1] * (inside + outside)
    scores_and_sums = queries * keys * (inside + outside)
    return int(projections + scores_and_sums + queries * outside * layer.output.shape[-1])


def latency(network, batch_size=1, repeats=30, seconds=1):
    """Returns the milliseconds that a model takes for one batch of pictures, as a float: the median.

    The first batches, on which TensorFlow gets ready, do not count.

    Args:
        network: a built Keras model.
        batch_size: pictures in the batch.
        repeats: how often it is measured at most.
        seconds: after which no further batch is begun, once three were measured.
    """
    import keras
    import tensorflow as tf

    shape = (batch_size, *network.input_shape[1:])
    pictures = tf.constant(np.random.default_rng().random(shape, dtype=np.float32))
    compute = tf.function(lambda batch: network(batch, training=False))
    with device.quiet_stderr():
        for _ in range(2):
            keras.ops.convert_to_numpy(compute(pictures))
    times, begun = [], time.perf_counter()
    while len(times) < repeats and (len(times) < 3 or time.perf_counter() - begun < seconds):
        started = time.perf_counter()
        keras.ops.convert_to_numpy(compute(pictures))
        times.append(time.perf_counter() - started)
    return float(np.median(times) * 1000)


def costs(networks, batch_size=32):
    """Returns what networks cost, as rows for `plot.table`.

    Args:
        networks: {name: built Keras model}.
        batch_size: pictures in the batch whose latency is measured beside that of one picture.

    Returns:
        A list of dicts of texts: parameters, multiply-adds for one picture, and the latencies on this machine.
    """
    return [
        {
            tr("network"): name,
            tr("parameters"): f"{network.count_params():,}",
            tr("multiply-adds"): f"{macs(network):,}",
            tr("ms for 1 picture"): f"{latency(network):.1f}",
            tr("ms for {count} pictures", count=batch_size): f"{latency(network, batch_size):.1f}",
        }
        for name, network in networks.items()
    ]


def stored_runs(name):
    """Returns runs that `assets/make_runs.py` measured, and prints when and where.

    Args:
        name: of a file in assets/runs, such as "02_alexnet".

    Returns:
        A list of dicts, one for each run.

    Raises:
        PlainError: there is no such file.
    """
    path = ASSETS / "runs" / f"{name}.json"
    if not path.is_file():
        raise PlainError(tr("There are no stored runs {name}.", name=name))
    stored = json.loads(path.read_text(encoding="utf-8"))
    print(
        tr(
            "Measured on {date}: {machine}, TensorFlow {tensorflow}, Keras {keras}; assets/make_runs.py {name}.",
            name=name,
            **stored["made"],
        )
    )
    return stored["runs"]
