"""Trains the networks that a lesson compares several times and stores what came out, in assets/runs/<lesson>.json.

    python assets/make_runs.py 02_alexnet
    python assets/make_runs.py 09_choosing

Runs of one seed follow each other, so that what slows the machine down slows all of them; the time of an
epoch is that of the fastest one. Takes about a quarter of an hour on two idle cores for lesson 02, and three
quarters for lesson 09. `convlab.measure.stored_runs` reads the result.
"""

import json
import math
import os
import platform
import sys
import time
from datetime import date
from pathlib import Path

from make_networks import NETWORKS
from solved import solutions

from convlab import data, device, measure, networks

PICTURES, EPOCHS, SPLITS = 4000, 8, 5


def run(network, photos, prepare, batch_size, learning_rate):
    """Trains a network; returns a dict of times in seconds, accuracies and sizes."""
    import keras

    ends = []

    class Clock(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            self.started = time.perf_counter()

        def on_test_begin(self, logs=None):
            ends.append(time.perf_counter() - self.started)

    network.compile(
        keras.optimizers.Adam(learning_rate), "categorical_crossentropy", metrics=["accuracy"]
    )
    history = network.fit(
        *prepare(photos.x_train, photos.y_train),
        batch_size=batch_size,
        epochs=EPOCHS,
        validation_data=prepare(photos.x_validation, photos.y_validation),
        callbacks=[Clock()],
        verbose=0,
    ).history
    _, test_accuracy = network.evaluate(*prepare(photos.x_test, photos.y_test), verbose=0)
    return {
        "data": photos.name,
        "pictures": len(photos.x_train),
        "epochs": EPOCHS,
        "batch_size": batch_size,
        "parameters": network.count_params(),
        "train_seconds": sum(ends),
        "epoch_seconds": min(ends),
        "train_accuracy": history["accuracy"][-1],
        "validation_accuracy": history["val_accuracy"][-1],
        "test_accuracy": test_accuracy,
    }


def alexnet_runs():
    """Yields the runs of lesson 02: AlexNet as in the lab, as in the lesson, and the small one."""
    import keras

    lesson = solutions("02_alexnet")

    def as_in_the_lab():
        network = lesson["build_alexnet"]()
        for layer in network.layers:
            if isinstance(layer, keras.layers.BatchNormalization):
                layer.momentum = 0.99
        return network

    def falling():
        return keras.optimizers.schedules.CosineDecay(0.001, EPOCHS * math.ceil(PICTURES / 512))

    kinds = {
        "alexnet_lab": (as_in_the_lab, 64, lambda: 0.001),
        "alexnet": (lesson["build_alexnet"], 512, falling),
        "small_alexnet": (lesson["build_small_alexnet"], 64, lambda: 0.001),
    }
    for split in range(SPLITS):
        photos = data.cifar10(PICTURES, split)
        for kind, (build, batch_size, learning_rate) in kinds.items():
            keras.backend.clear_session()
            keras.utils.set_random_seed(split)
            settings = batch_size, learning_rate()
            measured = run(build(), photos, lesson["prepare_cifar10"], *settings)
            yield {"network": kind, "split": split, "seed": split} | measured


def collection_runs():
    """Yields the runs of lesson 09: every network of the collection, trained in one way, and what it costs."""
    import keras

    prepare = solutions("02_alexnet")["prepare_cifar10"]
    for split in range(SPLITS):
        photos = data.cifar10(PICTURES, split)
        for name in NETWORKS:
            keras.backend.clear_session()
            keras.utils.set_random_seed(split)
            network = networks.of_lesson(name)
            costs = {
                "macs": measure.macs(network),
                "latency_ms": measure.latency(network),
                "batch_latency_ms": measure.latency(network, batch_size=32),
            }
            updates = EPOCHS * math.ceil(PICTURES / 64)
            falling = keras.optimizers.schedules.CosineDecay(0.001, updates)
            measured = run(network, photos, prepare, 64, falling)
            yield {"network": name, "split": split, "seed": split} | costs | measured


MAKERS = {"02_alexnet": alexnet_runs, "09_choosing": collection_runs}


def main(lesson):
    os.environ["CONVLAB_OFFLINE"] = "1"
    device.prepare("standard")
    import keras
    import tensorflow as tf

    runs = []
    for measured in MAKERS[lesson]():
        print(measured, flush=True)
        runs.append(measured)
    made = {
        "date": date.today().isoformat(),
        "machine": f"{platform.machine()}, CPU, {os.cpu_count()} cores",
        "tensorflow": tf.__version__,
        "keras": keras.__version__,
    }
    path = Path(__file__).parent / "runs" / f"{lesson}.json"
    path.parent.mkdir(exist_ok=True)
    lines = ",\n".join(json.dumps(entry) for entry in runs)
    path.write_text(f'{{"made": {json.dumps(made)},\n"runs": [\n{lines}\n]}}\n')


if __name__ == "__main__":
    main(sys.argv[1])
