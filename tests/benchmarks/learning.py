"""How fast networks learn: the lab's two with its settings and with the collection's, and the small ones beside them.

    python tests/benchmarks/learning.py [seeds]

Data: all 60,000 training pictures of Fashion-MNIST (Debian's dataset-fashion-mnist), and Emoji-10. A tenth of the
training pictures is held out for validation, Emoji-10's own artist is; the test set is used once, at the end.
Every run has a process of its own, and runs of one seed follow each other, so that what slows the machine down slows
all of them. The collection's settings for the lab's networks are larger batches and a rate that falls to 0 over fewer
epochs. The small networks train in the lab's batches with the lab's rate, for a third of the time of its LeNet-5 and
a tenth of that of its AlexNet. The lab validated on its test set; here no network does.
"""

import gzip
import json
import math
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "assets")]
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

from make_networks import NETWORKS  # noqa: E402
from solved import solutions  # noqa: E402

FASHION_MNIST = Path("/usr/share/datasets/fashion-mnist")
LAB_EPOCHS, LAB_BATCH = 10, 64
# A training step computes the outputs, the gradients of the inputs and those of the weights: three times the
# multiply-adds of a prediction.
PASSES = 3


@dataclass(frozen=True)
class Settings:
    """How a network is trained.

    Attributes:
        batch_size: pictures in a batch.
        epochs: at most so many.
        learning_rate: of Adam.
        falling: whether it falls to 0 along half a cosine, after a rise over the first hundred steps.
        seconds: training ends with the epoch in which it has taken so long.
        momentum: of batch normalisation, or None for what Keras takes.
    """

    batch_size: int = LAB_BATCH
    epochs: int = LAB_EPOCHS
    learning_rate: float = 0.001
    falling: bool = False
    seconds: float = math.inf
    momentum: float | None = None


def idx(name):
    """Returns the array of a file in the format of MNIST.

    Source: http://yann.lecun.com/exdb/mnist, "File formats for the MNIST database".
    """
    content = gzip.decompress((FASHION_MNIST / f"{name}-ubyte.gz").read_bytes())
    shape = np.frombuffer(content, ">i4", content[3], 4)
    return np.frombuffer(content, np.uint8, offset=4 + 4 * len(shape)).reshape(shape)


def fashion_mnist(seed):
    """Returns {"train", "validation", "test": (pictures, labels)}, uint8, and what the data is called."""
    if not FASHION_MNIST.is_dir():
        raise SystemExit("Fashion-MNIST is not here: apt-get install dataset-fashion-mnist")
    pictures, labels = idx("train-images-idx3"), idx("train-labels-idx1")
    order = np.random.default_rng(seed).permutation(len(labels))
    held_out, kept = np.split(order, [len(order) // 10])
    return {
        "train": (pictures[kept], labels[kept]),
        "validation": (pictures[held_out], labels[held_out]),
        "test": (idx("t10k-images-idx3"), idx("t10k-labels-idx1")),
    }, "Fashion-MNIST"


def emoji10(seed):
    """Returns the same of Emoji-10, or of CIFAR-10 where it can be had."""
    from convlab import data

    photos = data.cifar10(None, seed % 5)
    return {
        "train": (photos.x_train, photos.y_train),
        "validation": (photos.x_validation, photos.y_validation),
        "test": (photos.x_test, photos.y_test),
    }, photos.name


LENET5, ALEXNET = ("01_lenet5", "build_lenet5"), NETWORKS["alexnet"]
MINI = {name: source for name, source in NETWORKS.items() if name not in ("lenet5", "alexnet")}
DATA = {
    "fashion_mnist": (fashion_mnist, "prepare_mnist", "01_lenet5", (28, 28, 1)),
    "emoji10": (emoji10, "prepare_cifar10", "02_alexnet", (32, 32, 3)),
}
LAB = {"fashion_mnist": "lenet5_lab", "emoji10": "alexnet_lab"}
SHARES = {"fashion_mnist": 3, "emoji10": 10}
RUNS = {
    "fashion_mnist": {
        "lenet5_lab": (LENET5, Settings()),
        "lenet5": (LENET5, Settings(256, 5, 0.004, falling=True)),
    },
    "emoji10": {
        "alexnet_lab": (ALEXNET, Settings(momentum=0.99)),
        "alexnet": (ALEXNET, Settings(512, 6, 0.002, falling=True)),
    },
}


def multiply_adds_a_second(size=4096, repeats=5):
    """Returns what this machine reaches in a large float32 matrix product of TensorFlow: the best of several."""
    import tensorflow as tf

    matrix = tf.random.normal((size, size))
    product = tf.function(tf.linalg.matmul)
    product(matrix, matrix).numpy()
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        product(matrix, matrix).numpy()
        times.append(time.perf_counter() - started)
    return size**3 / min(times)


def builder(source):
    lesson, name = source
    return solutions(lesson)[name]


def train(data_name, run, seed, seconds):
    """Trains one network in this process.

    Args:
        data_name: a key of DATA.
        run: a key of RUNS or of MINI.
        seed: of the weights, of the order and of what is held out.
        seconds: after which a run of MINI ends with its epoch.

    Returns:
        dict: "curve" holds (seconds of training so far, validation accuracy) after each epoch; the time of
        validation does not count. "peak_mib" is that of the process, the data included.
    """
    import keras

    from convlab import measure

    read, prepare_name, prepare_lesson, shape = DATA[data_name]
    prepare = builder((prepare_lesson, prepare_name))
    parts, name = read(seed)
    (x, y), validation, test = (prepare(*parts[part]) for part in ("train", "validation", "test"))
    if run in MINI:
        network_of, settings = MINI[run], Settings(epochs=1000, seconds=seconds)
        build = partial(builder(network_of), shape, 10)
    else:
        network_of, settings = RUNS[data_name][run]
        build = builder(network_of)
    keras.utils.set_random_seed(seed)
    network = build()
    for layer in network.layers if settings.momentum else ():
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.momentum = settings.momentum
    rate = settings.learning_rate
    if settings.falling:
        steps = settings.epochs * math.ceil(len(x) / settings.batch_size)
        rise = min(100, steps // 4)
        rate = keras.optimizers.schedules.CosineDecay(
            rate / 10, steps - rise, warmup_target=rate, warmup_steps=rise
        )
    network.compile(keras.optimizers.Adam(rate), "categorical_crossentropy", metrics=["accuracy"])
    curve, epochs = [], []

    class Clock(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            self.began = time.perf_counter()

        def on_test_begin(self, logs=None):
            epochs.append(time.perf_counter() - self.began)

        def on_epoch_end(self, epoch, logs=None):
            curve.append((sum(epochs), logs["val_accuracy"]))
            self.model.stop_training = sum(epochs) >= settings.seconds

    network.fit(
        *(x, y),
        batch_size=settings.batch_size,
        epochs=settings.epochs,
        validation_data=validation,
        callbacks=[Clock()],
        verbose=0,
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rate = len(x) / min(epochs)
    multiply_adds = measure.macs(network)
    return {
        "data": name,
        "run": run,
        "seed": seed,
        "parameters": network.count_params(),
        "macs": multiply_adds,
        "batch_size": settings.batch_size,
        "curve": curve,
        "epoch_seconds": min(epochs),
        "pictures_per_second": rate,
        "share_of_machine": rate * PASSES * multiply_adds / multiply_adds_a_second(),
        "peak_mib": peak,
        "test_accuracy": network.evaluate(*test, verbose=0)[1],
    }


def in_a_process(*arguments):
    """Returns what `train` returns, from a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--one", *map(str, arguments)],
        env=os.environ | {"CONVLAB_OFFLINE": os.environ.get("CONVLAB_OFFLINE", "1")},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def measure_all(seeds=3):
    """Yields the dict of each run. The small networks get a share of the time that the lab's needed for its epochs."""
    for seed in range(seeds):
        for data_name, runs in RUNS.items():
            lab = in_a_process(data_name, LAB[data_name], seed, math.inf)
            yield lab
            for run in runs:
                if run != LAB[data_name]:
                    yield in_a_process(data_name, run, seed, math.inf)
            total = lab["curve"][-1][0]
            for run in MINI:
                yield in_a_process(data_name, run, seed, total / SHARES[data_name])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        data_name, run, seed, seconds = sys.argv[2:]
        print(json.dumps(train(data_name, run, int(seed), float(seconds))))
    else:
        for result in measure_all(*map(int, sys.argv[1:])):
            print(json.dumps(result), flush=True)
