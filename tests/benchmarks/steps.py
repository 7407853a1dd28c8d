"""Where the time of a training step goes, beside what the machine's rate allows.

    python tests/benchmarks/steps.py

A network's multiply-adds, three times (the outputs, the gradients of the inputs and those of the weights), divided by
the rate of a large matrix product of TensorFlow, are the time that a step would take if it were one such product. The
same batch is then taken through the network alone, through the network and back, and through a whole step with Adam;
what `fit` takes beyond that are input, metrics and Keras's own loop. Each is the best of many.
"""

import json
import math
import multiprocessing
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import learning  # noqa: E402

SECONDS = 40
BATCHES = {"lenet5": (64, 256), "alexnet": (64, 512), "small_alexnet": (64,)}


def network_of(name):
    """Returns (network, shape of a picture)."""
    if name in learning.MINI:
        return learning.builder(learning.MINI[name])((32, 32, 3), 10), (32, 32, 3)
    source = {"lenet5": learning.LENET5, "alexnet": learning.ALEXNET}[name]
    network = learning.builder(source)()
    return network, network.input_shape[1:]


def best_seconds(actions, seconds=SECONDS):
    """Returns the shortest time of each action. They take turns, so that what slows the machine down slows all."""
    for action in actions.values():
        action()
    best = dict.fromkeys(actions, math.inf)
    ends = time.perf_counter() + seconds
    while time.perf_counter() < ends:
        for name, action in actions.items():
            started = time.perf_counter()
            action()
            best[name] = min(best[name], time.perf_counter() - started)
    return best


def measure(name, batch_size, rate):
    """Returns the seconds of each part of a training step."""
    import keras
    import tensorflow as tf

    from convlab.measure import macs

    network, shape = network_of(name)
    pictures = np.random.default_rng(0).random((batch_size, *shape), np.float32)
    labels = np.eye(10, dtype=np.float32)[np.arange(batch_size) % 10]
    x, y = tf.constant(pictures), tf.constant(labels)
    network.compile(keras.optimizers.Adam(), "categorical_crossentropy", metrics=["accuracy"])
    network.optimizer.build(network.trainable_variables)

    @tf.function
    def forward():
        return network(x, training=True)

    @tf.function
    def and_back():
        with tf.GradientTape() as tape:
            losses = keras.losses.categorical_crossentropy(y, network(x, training=True))
            loss = tf.reduce_mean(losses)
        return tape.gradient(loss, network.trainable_variables)

    @tf.function
    def step():
        network.optimizer.apply(and_back(), network.trainable_variables)

    steps = max(4, 2048 // batch_size)
    many = [np.concatenate([each] * steps) for each in (pictures, labels)]
    best = best_seconds(
        {
            "forward": forward,
            "and_back": and_back,
            "step": step,
            "fit": lambda: network.fit(*many, batch_size=batch_size, verbose=0),
        }
    )
    return {
        "network": name,
        "batch_size": batch_size,
        "allowed": learning.PASSES * macs(network) * batch_size / rate,
        **best,
        "fit": best["fit"] / steps,
    }


def measure_all():
    """Yields a dict for each network and batch, measured in a process that ends with it."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        rate = pool.apply(learning.multiply_adds_a_second)
        for name, batches in BATCHES.items():
            for batch_size in batches:
                yield pool.apply(measure, (name, batch_size, rate))


if __name__ == "__main__":
    for result in measure_all():
        print(json.dumps(result), flush=True)
