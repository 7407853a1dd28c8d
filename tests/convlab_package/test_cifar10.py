"""Which CIFAR-10 `convlab.data.cifar10` finds, how it splits it, and when Emoji-10 stands in and says so."""

import hashlib
import io
import itertools
import pickle
import re
import struct
import tarfile
import time
import warnings

import numpy as np
import pytest
from web import cached, closed_port, keras_file

from convlab import data, emoji10, i18n
from convlab.errors import PlainError

FILE = "cifar-10-python.tar.gz"
# In the published archive the batches are in this order.
MEMBERS = (
    "data_batch_4 readme.html test_batch data_batch_3 batches.meta data_batch_2 data_batch_5 "
    "data_batch_1"
).split()
TRAIN_BATCHES = [f"data_batch_{number}" for number in range(1, 6)]
PER_BATCH = 60


class Python2Pickler(pickle._Pickler):
    """Pickles as Python 2 and NumPy 1 did for the published archive."""

    dispatch = dict(pickle._Pickler.dispatch)

    def save_binstring(self, text):
        content = text if isinstance(text, bytes) else text.encode("ascii")
        self.write(pickle.BINSTRING + struct.pack("<i", len(content)) + content)
        self.memoize(text)

    dispatch[bytes] = dispatch[str] = save_binstring

    def reducer_override(self, value):
        if isinstance(value, np.dtype):
            kind, (_, _, state) = value.str.strip("|"), value.__reduce__()
            return np.dtype, (kind, 0, 1), state
        return NotImplemented


def pickled(value):
    file = io.BytesIO()
    Python2Pickler(file, protocol=2).dump(value)
    return file.getvalue().replace(b"cnumpy._core.", b"cnumpy.core.")


@pytest.fixture(scope="module")
def batches():
    """Random batches: {name: {b"data": (60, 3072) uint8, b"labels": list, ...}}."""
    random = np.random.default_rng(0)
    return {
        name: {
            b"batch_label": name.encode(),
            b"labels": random.integers(0, 10, PER_BATCH).tolist(),
            b"data": random.integers(0, 256, (PER_BATCH, 3072), dtype=np.uint8),
            b"filenames": [b"picture_%d.png" % number for number in range(PER_BATCH)],
        }
        for name in [*TRAIN_BATCHES, "test_batch"]
    }


@pytest.fixture(scope="module")
def archive(batches):
    """A file of the true format with 300 + 60 random images."""
    contents = {name: pickled(batch) for name, batch in batches.items()}
    contents["batches.meta"] = pickled({b"num_vis": 3072, b"label_names": [b"airplane"]})
    contents["readme.html"] = b"<html></html>"
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz", compresslevel=1) as tar:
        folder = tarfile.TarInfo("cifar-10-batches-py")
        folder.type = tarfile.DIRTYPE
        tar.addfile(folder)
        for name in MEMBERS:
            info = tarfile.TarInfo(f"cifar-10-batches-py/{name}")
            info.size = len(contents[name])
            tar.addfile(info, io.BytesIO(contents[name]))
    return file.getvalue()


@pytest.fixture(autouse=True)
def place(no_files, monkeypatch, archive):
    """No files, the hash of the small archive, and a small Emoji-10."""
    monkeypatch.setattr(data, "CIFAR10_SHA256", hashlib.sha256(archive).hexdigest())
    monkeypatch.setattr(data, "CIFAR10_URL", closed_port())
    monkeypatch.setattr(data, "EMOJI10_TRAIN", 100)
    monkeypatch.setattr(data, "EMOJI10_HELD_OUT", 20)


@pytest.fixture
def kept(archive):
    """The archive is in our cache."""
    data.cache_folder().mkdir()
    (data.cache_folder() / FILE).write_bytes(archive)


def sets(dataset):
    """Returns the training, the validation and the test set, each as (x, y)."""
    return (
        (dataset.x_train, dataset.y_train),
        (dataset.x_validation, dataset.y_validation),
        (dataset.x_test, dataset.y_test),
    )


def sizes(dataset):
    return [len(x) for x, _ in sets(dataset)]


def is_whole(dataset):
    return dataset.name == "CIFAR-10" and len(dataset.x_train) + len(dataset.x_validation) == 300


def is_emoji10(dataset):
    return dataset.name == "Emoji-10" and sizes(dataset) == [100, 20, 20]


def assert_same(one, other):
    for (x, y), (other_x, other_y) in zip(sets(one), sets(other)):
        np.testing.assert_array_equal(x, other_x)
        np.testing.assert_array_equal(y, other_y)


def assert_said(capsys, *parts):
    """There is exactly one sentence before the one on the data, it has these parts, and stderr is quiet."""
    out, err = capsys.readouterr()
    problem, description = [
        line for line in out.replace("\r", "\n").split("\n") if line and "B/s" not in line
    ]
    for part in parts:
        assert part in problem
    assert description.startswith("Emoji-10, a stand-in for CIFAR-10")
    assert err == ""


def test_download_shows_progress_and_is_cached(serve, archive, monkeypatch, capsys):
    server = serve(archive)
    monkeypatch.setattr(data, "CIFAR10_URL", server.url)
    first = data.cifar10()
    out, err = capsys.readouterr()
    assert is_whole(first)
    assert server.paths == [f"/{FILE}"]
    assert f"{FILE}: 100%" in out and err == ""
    train, validation, test = sizes(first)
    assert out.endswith(
        f"CIFAR-10: {train} training, {validation} validation and {test} test images.\n"
    )
    assert cached() == [FILE]
    assert (data.cache_folder() / FILE).read_bytes() == archive
    server.stop()
    second = data.cifar10()
    assert capsys.readouterr().out == second.description + "\n"
    assert_same(first, second)


def test_mirror_is_asked_first(serve, archive, monkeypatch):
    mirror, official = serve(archive), serve(archive)
    monkeypatch.setenv("CONVLAB_MIRROR", mirror.url + "class")
    monkeypatch.setattr(data, "CIFAR10_URL", official.url)
    assert is_whole(data.cifar10())
    assert mirror.paths == [f"/class/{FILE}"] and official.paths == []


def test_official_address_after_a_mirror_without_the_file(serve, archive, monkeypatch):
    monkeypatch.setenv("CONVLAB_MIRROR", serve(b"no", status=404).url)
    monkeypatch.setattr(data, "CIFAR10_URL", serve(archive).url)
    assert is_whole(data.cifar10())


def test_types(kept, monkeypatch):
    whole = data.cifar10()
    for dataset in (whole, data._emoji10(None, 0)):
        for x, y in sets(dataset):
            assert x.shape == (len(y), 32, 32, 3)
            assert x.dtype == np.uint8 and y.dtype == np.int64 and x.flags.c_contiguous


def test_every_pixel_and_label_is_in_its_place(kept, batches):
    dataset = data.cifar10()
    raw, labels = batches["test_batch"][b"data"], batches["test_batch"][b"labels"]
    for image, row, column in itertools.product((0, 7, 59), (0, 5, 31), (0, 9, 31)):
        red, green, blue = (raw[image, 1024 * c + 32 * row + column] for c in range(3))
        assert dataset.x_test[image, row, column].tolist() == [red, green, blue]
    assert dataset.y_test.tolist() == labels


def by_image(x, y):
    return {
        image.transpose(2, 0, 1).tobytes(): label
        for image, label in zip(x, y.tolist(), strict=True)
    }


def test_training_and_validation_share_all_training_images_out(kept, batches):
    true = {
        row.tobytes(): label
        for name in TRAIN_BATCHES
        for row, label in zip(batches[name][b"data"], batches[name][b"labels"], strict=True)
    }
    train, validation, _ = (by_image(x, y) for x, y in sets(data.cifar10()))
    assert not train.keys() & validation.keys()
    assert train | validation == true


def test_training_images_keep_the_order_of_the_batches(kept, batches):
    position = {
        row.tobytes(): number
        for number, row in enumerate(np.concatenate([batches[n][b"data"] for n in TRAIN_BATCHES]))
    }
    dataset = data.cifar10()
    for x in (dataset.x_train, dataset.x_validation):
        found = [position[image] for image in by_image(x, np.zeros(len(x)))]
        assert found == sorted(found)


@pytest.mark.parametrize("split", range(5))
def test_a_tenth_of_each_class_is_for_validation(split, kept):
    dataset = data.cifar10(split=split)
    train = np.bincount(dataset.y_train, minlength=10)
    validation = np.bincount(dataset.y_validation, minlength=10)
    assert validation.tolist() == ((train + validation) // 10).tolist()


def test_a_split_is_always_the_same(kept):
    np.random.seed(1)
    first = data.cifar10(split=2)
    np.random.seed(2)
    assert_same(first, data.cifar10(split=2))


def test_each_split_holds_other_images_out_of_the_same_data(kept):
    datasets = [data.cifar10(split=split) for split in range(5)]
    held_out = {frozenset(by_image(d.x_validation, d.y_validation)) for d in datasets}
    assert len(held_out) == 5
    for dataset in datasets:
        np.testing.assert_array_equal(dataset.x_test, datasets[0].x_test)


def test_the_archive_is_read_without_a_warning(kept):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert is_whole(data.cifar10())


def test_wrong_checksum(serve, monkeypatch, capsys):
    monkeypatch.setattr(data, "CIFAR10_URL", serve(b"<html>Log in to this network</html>").url)
    assert is_emoji10(data.cifar10())
    assert_said(capsys, "wrong checksum", "mirror")
    assert cached() == []


def test_error_of_the_server(serve, monkeypatch, capsys):
    monkeypatch.setattr(data, "CIFAR10_URL", serve(b"no", status=503).url)
    assert is_emoji10(data.cifar10())
    assert_said(capsys, "error 503", "mirror")


def test_dead_server(capsys):
    assert is_emoji10(data.cifar10())
    assert_said(capsys, "does not answer", "network", "CONVLAB_MIRROR")
    assert cached() == []


def test_trickling_server_is_given_up_after_the_time_limit(serve, archive, monkeypatch, capsys):
    monkeypatch.setattr(data, "CIFAR10_TIME_LIMIT", 0.5)
    monkeypatch.setattr(data, "CIFAR10_URL", serve(archive, pause=0.1).url)
    started = time.monotonic()
    assert is_emoji10(data.cifar10())
    assert 0.5 <= time.monotonic() - started < 4
    assert_said(capsys, FILE, "time limit (0.5 s)", "CONVLAB_MIRROR")
    assert cached() == []


def test_the_time_limit_of_mnist_is_not_that_of_cifar10(serve, archive, monkeypatch):
    monkeypatch.setattr(data, "TIME_LIMIT", 0)
    monkeypatch.setattr(data, "CIFAR10_URL", serve(archive).url)
    assert is_whole(data.cifar10())


def test_damaged_download_is_replaced(kept, serve, archive, monkeypatch):
    (data.cache_folder() / FILE).write_bytes(archive[:1000])
    monkeypatch.setattr(data, "CIFAR10_URL", serve(archive).url)
    assert is_whole(data.cifar10())
    assert (data.cache_folder() / FILE).read_bytes() == archive


@pytest.mark.parametrize(
    "name", ["cifar-10-batches-py-target_archive", "cifar-10-batches-py.tar.gz"]
)
def test_keras_cache_is_used_as_it_is(name, archive, capsys):
    path = keras_file(name, archive)
    dataset = data.cifar10()
    assert is_whole(dataset)
    assert capsys.readouterr() == (dataset.description + "\n", "")
    assert path.read_bytes() == archive and path.stat().st_mtime == 1e9
    assert list(path.parent.iterdir()) == [path] and cached() == []


def test_wrong_keras_cache_is_left_alone(serve, archive, monkeypatch, capsys):
    monkeypatch.setattr(data, "CIFAR10_URL", serve(archive).url)
    path = keras_file("cifar-10-batches-py.tar.gz", b"something else")
    assert is_whole(data.cifar10())
    out, err = capsys.readouterr()
    assert out.startswith(f"{path} is damaged or is not the file of Keras") and err == ""
    assert path.read_bytes() == b"something else" and path.stat().st_mtime == 1e9
    assert cached() == [FILE]


def test_second_keras_name_after_a_wrong_first(archive):
    keras_file("cifar-10-batches-py-target_archive", b"something else")
    keras_file("cifar-10-batches-py.tar.gz", archive)
    assert is_whole(data.cifar10())


def test_folder_that_keras_unpacked_is_no_archive(capsys):
    keras_file("cifar-10-batches-py-target_archive/cifar-10-batches-py/data_batch_1", b"")
    assert is_emoji10(data.cifar10())
    assert_said(capsys, "does not answer")


def test_offline_asks_nobody(serve, archive, monkeypatch, capsys):
    server = serve(archive)
    monkeypatch.setattr(data, "CIFAR10_URL", server.url)
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    dataset = data.cifar10()
    assert is_emoji10(dataset) and server.paths == []
    assert capsys.readouterr() == (dataset.description + "\n", "")
    assert cached() == []


def test_offline_uses_the_cache(kept, monkeypatch):
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    assert is_whole(data.cifar10())


def test_emoji10_is_always_the_same_and_each_split_is_another(monkeypatch):
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    np.random.seed(1)
    first = data.cifar10(split=1)
    np.random.seed(2)
    assert_same(first, data.cifar10(split=1))
    pictures = {data.cifar10(split=split).x_test.tobytes() for split in range(5)}
    assert len(pictures) == 5


def test_emoji10_draws_each_set_with_its_artists(monkeypatch):
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    asked = []

    def draw(count, names, seed):
        asked.append((count, names))
        return np.full((count, 32, 32, 3), len(asked), np.uint8), np.zeros(count, np.int64)

    monkeypatch.setattr(emoji10, "draw", draw)
    dataset = data.cifar10(split=3)
    assert asked == list(zip((100, 20, 20), emoji10.artists(3)))
    assert [x[0, 0, 0, 0] for x, _ in sets(dataset)] == [1, 2, 3]


@pytest.mark.parametrize("lang", ["es", "en"])
def test_the_stand_in_never_passes_for_cifar10(lang, monkeypatch, capsys):
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    i18n.set_language(lang)
    dataset = data.cifar10()
    assert dataset.name == "Emoji-10"
    assert dataset.description.startswith("Emoji-10,")
    assert capsys.readouterr().out == dataset.description + "\n"


def test_the_stand_in_says_what_it_is(monkeypatch):
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    description = data.cifar10().description
    assert description.startswith("Emoji-10, a stand-in for CIFAR-10: 100 training, 20 validation")
    assert "the artists of one set drew nothing in another" in description


@pytest.mark.parametrize("lang", ["es", "en"])
def test_ten_class_names_in_the_language_of_the_reader(lang, kept):
    i18n.set_language(lang)
    names = data.cifar10().class_names
    assert names == data._emoji10(5, 0).class_names == data.cifar10_names()
    assert len(set(names)) == 10 and all(names)
    if lang == "en":
        assert " ".join(names) == "airplane automobile bird cat deer dog frog horse ship truck"


def test_limit_takes_the_first_images_of_each_set_and_says_so(kept, capsys):
    full, few = data.cifar10(), data.cifar10(limit=100)
    assert sizes(few) == [100, 20, 20]
    for (x, y), (few_x, few_y) in zip(sets(full), sets(few)):
        np.testing.assert_array_equal(few_x, x[: len(few_x)])
        np.testing.assert_array_equal(few_y, y[: len(few_y)])
    assert few.description.startswith(full.description)
    assert re.search(r"only the first 100 training\b.*\b20 test images", few.description)
    assert capsys.readouterr().out.splitlines()[-1] == few.description
    assert data.cifar10(limit=100_000).description == full.description


def test_limit_of_emoji10_is_in_its_sentence(monkeypatch, capsys):
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    few = data.cifar10(limit=50)
    assert sizes(few) == [50, 10, 10]
    assert "50 training, 10 validation and 10 test pictures" in few.description
    assert capsys.readouterr().out == few.description + "\n"
    assert is_emoji10(data.cifar10(limit=100_000))


def test_smallest_limit(kept):
    assert sizes(data.cifar10(limit=5)) == sizes(data._emoji10(5, 0)) == [5, 1, 1]


def test_limit_too_small():
    with pytest.raises(PlainError, match="at least 5"):
        data.cifar10(limit=4)


@pytest.mark.parametrize("split", [-1, 5, 0.5, "1", None])
def test_split_out_of_range(split):
    with pytest.raises(PlainError, match="from 0 to 4"):
        data.cifar10(split=split)
