"""Which networks `convlab.imagenet` loads, what it says where it cannot, and how it shows a photo to them."""

import hashlib
import io
import json
import os
import re
import socket
import subprocess
import sys
import time

import h5py
import keras
import numpy as np
import pytest
from keras.src.applications import imagenet_utils
from keras.src.utils import file_utils
from PIL import Image
from web import cached, closed_port, keras_file

from convlab import data, i18n, imagenet
from convlab.errors import PlainError

FILE, INDEX = "mobilenet_1_0_224_tf.h5", "imagenet_class_index.json"
ADDRESS = f"/tensorflow/keras-applications/mobilenet/{FILE}"
# As they are, before a test changes them.
STORAGE, NETWORKS, CLASS_INDEX = imagenet.STORAGE, dict(imagenet.NETWORKS), imagenet.CLASS_INDEX
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def legacy(network):
    """Returns the weights of a network as a file such as Keras 2 wrote, and as the published ones are."""
    content = io.BytesIO()
    with h5py.File(content, "w") as file:
        file.attrs["layer_names"] = [layer.name.encode() for layer in network.layers]
        file.attrs["backend"] = b"tensorflow"
        file.attrs["keras_version"] = b"2.0.8"
        for layer in network.layers:
            group = file.create_group(layer.name)
            weights = layer.trainable_weights + layer.non_trainable_weights
            names = [f"{layer.name}/{weight.name}:0" for weight in weights]
            group.attrs["weight_names"] = [name.encode() for name in names]
            for name, weight in zip(names, weights):
                group[name] = weight.numpy()
    return content.getvalue()


@pytest.fixture(scope="module")
def mobilenet():
    """A MobileNet of random weights."""
    network = keras.applications.MobileNet(weights=None)
    random = np.random.default_rng(0)
    network.set_weights([random.random(w.shape, np.float32) for w in network.get_weights()])
    return network


@pytest.fixture(scope="module")
def weights(mobilenet):
    return legacy(mobilenet)


@pytest.fixture(scope="module")
def index():
    """A file of the true format: {"0": ["n00000000", "class_0"], ...}."""
    classes = {str(k): [f"n{k:08}", f"class_{k}"] for k in range(imagenet.CLASSES)}
    return json.dumps(classes).encode()


@pytest.fixture(autouse=True)
def place(no_files, monkeypatch, weights, index):
    """No files, and the proofs of the small ones; the names of the classes are in Keras's cache."""
    monkeypatch.setattr(imagenet, "STORAGE", closed_port())
    prove(monkeypatch, f"size:{len(weights)}")
    proof = f"md5:{hashlib.md5(index).hexdigest()}"
    monkeypatch.setattr(imagenet, "CLASS_INDEX", (CLASS_INDEX[0], proof))
    keras_file(INDEX, index, "models")


@pytest.fixture
def no_index():
    os.remove(data._keras_home() / "models" / INDEX)


def prove(monkeypatch, proof):
    """Has the weights of MobileNet known by `proof`."""
    monkeypatch.setitem(imagenet.NETWORKS, "MobileNet", (*NETWORKS["MobileNet"][:2], proof))


def own_file(content):
    """Puts the weights of MobileNet into our cache, and returns their path."""
    data.cache_folder().mkdir()
    path = data.cache_folder() / FILE
    path.write_bytes(content)
    return path


def assert_has_weights(network, mobilenet):
    assert network.name == "mobilenet_1.00_224"
    for got, expected in zip(network.get_weights(), mobilenet.get_weights(), strict=True):
        np.testing.assert_array_equal(got, expected)


def assert_said(capsys, *parts, network="MobileNet"):
    """There is exactly one sentence, it names the network and has these parts, and stderr is quiet."""
    out, err = capsys.readouterr()
    (sentence,) = [
        line for line in out.replace("\r", "\n").split("\n") if line and "B/s" not in line
    ]
    assert sentence.startswith(f"{network} is missing until this cell, run again,")
    for part in parts:
        assert part in sentence
    assert err == ""


def test_download_shows_progress_and_is_cached(serve, weights, mobilenet, monkeypatch, capsys):
    server = serve(weights)
    monkeypatch.setattr(imagenet, "STORAGE", server.url)
    assert_has_weights(imagenet.load("MobileNet"), mobilenet)
    assert server.paths == [ADDRESS]
    out, err = capsys.readouterr()
    assert re.search(rf"{re.escape(FILE)}: 100%.*17\.2M/17\.2M.*B/s", out) and err == ""
    assert cached() == [FILE]
    server.stop()
    assert_has_weights(imagenet.load("MobileNet"), mobilenet)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("name", imagenet.NETWORKS)
def test_the_table_says_what_keras_says(name, monkeypatch):
    asked = []

    def get_file(file_name, origin, cache_subdir, file_hash=None):
        asked.append((file_name, origin, cache_subdir, file_hash))
        return ""

    monkeypatch.setattr(file_utils, "get_file", get_file)
    monkeypatch.setattr(keras.Model, "load_weights", lambda *arguments: None)
    network = getattr(keras.applications, name)(weights="imagenet")
    module, address, proof = NETWORKS[name]
    checksum = proof.removeprefix("md5:") if proof.startswith("md5:") else None
    assert asked == [(address.rsplit("/", 1)[1], STORAGE + address, "models", checksum)]
    assert imagenet._preprocessing(network) is getattr(keras.applications, module).preprocess_input


def test_the_names_of_the_classes_are_those_of_keras(monkeypatch):
    asked = {}

    def get_file(file_name, origin, **options):
        asked.update(options, url=origin)
        raise FileNotFoundError

    monkeypatch.setattr(file_utils, "get_file", get_file)
    monkeypatch.setattr(imagenet_utils, "CLASS_INDEX", None)
    with pytest.raises(FileNotFoundError):
        imagenet_utils.decode_predictions(np.zeros((1, imagenet.CLASSES)))
    address, proof = CLASS_INDEX
    assert asked["url"] == STORAGE + address
    assert f"md5:{asked['file_hash']}" == proof and asked["cache_subdir"] == "models"


def test_mirror_is_asked_first(serve, weights, mobilenet, monkeypatch):
    mirror, official = serve(weights), serve(weights)
    monkeypatch.setenv("CONVLAB_MIRROR", mirror.url + "class")
    monkeypatch.setattr(imagenet, "STORAGE", official.url)
    assert_has_weights(imagenet.load("MobileNet"), mobilenet)
    assert mirror.paths == [f"/class/{FILE}"] and official.paths == []


def test_keras_cache_is_used_as_it_is(weights, mobilenet, capsys):
    path = keras_file(FILE, weights, "models")
    assert_has_weights(imagenet.load("MobileNet"), mobilenet)
    assert capsys.readouterr() == ("", "")
    assert path.read_bytes() == weights and path.stat().st_mtime == 1e9
    assert cached() == []


def test_wrong_keras_cache_is_left_alone(serve, weights, mobilenet, monkeypatch, capsys):
    monkeypatch.setattr(imagenet, "STORAGE", serve(weights).url)
    path = keras_file(FILE, weights[:-1], "models")
    assert_has_weights(imagenet.load("MobileNet"), mobilenet)
    assert capsys.readouterr().out.startswith(f"{path} is damaged or is not the file of Keras")
    assert path.read_bytes() == weights[:-1] and path.stat().st_mtime == 1e9
    assert cached() == [FILE]


def another_network(weights):
    other = legacy(keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(2)]))
    return other + bytes(len(weights) - len(other))


@pytest.mark.parametrize("damage", [lambda good: good[::-1], another_network])
def test_what_has_the_size_but_does_not_load_is_deleted(damage, weights, capsys):
    path = own_file(damage(weights))
    assert imagenet.load("MobileNet") is None
    assert_said(capsys, str(path), "so it was deleted")
    assert not path.exists()


def test_what_does_not_load_from_keras_cache_is_not_deleted(weights, capsys):
    path = keras_file(FILE, weights[::-1], "models")
    assert imagenet.load("MobileNet") is None
    assert_said(capsys, f"{path} does not hold them: delete that file")
    assert path.read_bytes() == weights[::-1] and path.stat().st_mtime == 1e9


def test_tampered_weights(serve, weights, mobilenet, monkeypatch, capsys):
    prove(monkeypatch, f"md5:{hashlib.md5(weights).hexdigest()}")
    middle = len(weights) // 2
    tampered = weights[:middle] + bytes([weights[middle] ^ 1]) + weights[middle + 1 :]
    monkeypatch.setattr(imagenet, "STORAGE", serve(tampered).url)
    assert imagenet.load("MobileNet") is None
    assert_said(capsys, "wrong checksum", "mirror")
    assert cached() == []
    monkeypatch.setattr(imagenet, "STORAGE", serve(weights).url)
    assert_has_weights(imagenet.load("MobileNet"), mobilenet)


@pytest.mark.parametrize("name", imagenet.NETWORKS)
def test_page_of_a_network_to_log_in_to(name, serve, monkeypatch, capsys):
    monkeypatch.setattr(imagenet, "STORAGE", serve(b"<html>Log in to this network</html>").url)
    assert imagenet.load(name) is None
    assert_said(capsys, "wrong checksum or size", "mirror", network=name)
    assert cached() == []


def test_connection_lost_halfway(serve, weights, monkeypatch, capsys):
    class Liar(bytes):
        def __len__(self):
            return len(weights)

    monkeypatch.setattr(imagenet, "STORAGE", serve(Liar(weights[:99_999])).url)
    assert imagenet.load("MobileNet") is None
    assert_said(capsys, "could not be downloaded", "CONVLAB_MIRROR")
    assert cached() == []


def test_connection_lost_halfway_and_unnoticed(serve, weights, monkeypatch, capsys):
    monkeypatch.setattr(imagenet, "STORAGE", serve(weights[:99_999], length=False).url)
    assert imagenet.load("MobileNet") is None
    assert_said(capsys, "wrong checksum or size", "mirror")
    assert cached() == []


def test_truncated_file_in_our_cache_is_replaced(serve, weights, mobilenet, monkeypatch):
    path = own_file(weights[:99_999])
    monkeypatch.setattr(imagenet, "STORAGE", serve(weights).url)
    assert_has_weights(imagenet.load("MobileNet"), mobilenet)
    assert path.read_bytes() == weights


def test_dead_server(capsys):
    assert imagenet.load("MobileNet") is None
    assert_said(capsys, FILE, "does not answer", "check the network connection", "CONVLAB_MIRROR")
    assert cached() == []


def test_server_which_never_answers(monkeypatch, capsys):
    monkeypatch.setattr(data, "READ_TIMEOUT", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setattr(imagenet, "STORAGE", f"http://127.0.0.1:{silent.getsockname()[1]}/")
        started = time.monotonic()
        assert imagenet.load("MobileNet") is None
        assert 0.3 <= time.monotonic() - started < 4
    assert_said(capsys, "does not answer")
    assert cached() == []


def test_trickling_server_is_given_up_after_the_time_limit(serve, weights, monkeypatch, capsys):
    monkeypatch.setattr(imagenet, "TIME_LIMIT", 0.5)
    monkeypatch.setattr(imagenet, "STORAGE", serve(weights, pause=0.1).url)
    started = time.monotonic()
    assert imagenet.load("MobileNet") is None
    assert 0.5 <= time.monotonic() - started < 4
    assert_said(capsys, "time limit (0.5 s)", "CONVLAB_MIRROR")
    assert cached() == []


@pytest.mark.parametrize("name", imagenet.NETWORKS)
def test_offline_asks_nobody(name, serve, weights, monkeypatch, capsys):
    server = serve(weights)
    monkeypatch.setattr(imagenet, "STORAGE", server.url)
    monkeypatch.setenv("CONVLAB_MIRROR", server.url)
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    assert imagenet.load(name) is None
    assert server.paths == []
    assert_said(capsys, "CONVLAB_OFFLINE", "connect to the Internet once", network=name)


def test_offline_uses_the_cache(weights, mobilenet, monkeypatch, capsys):
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    own_file(weights)
    assert_has_weights(imagenet.load("MobileNet"), mobilenet)
    assert capsys.readouterr() == ("", "")


def test_spanish(monkeypatch, capsys):
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    i18n.set_language("es")
    assert imagenet.load("InceptionV3") is None
    out = capsys.readouterr().out
    assert out.startswith("Falta InceptionV3") and "conéctese a Internet una vez" in out


def test_unknown_network():
    with pytest.raises(PlainError, match="choose one of MobileNet, DenseNet121, InceptionV3"):
        imagenet.load("ResNet")


def test_the_names_of_the_classes_come_with_the_weights(
    no_index, serve, weights, index, mobilenet, monkeypatch
):
    monkeypatch.setattr(imagenet, "STORAGE", serve(index).url)
    keras_file(FILE, weights, "models")
    assert_has_weights(imagenet.load("MobileNet"), mobilenet)
    assert cached() == [INDEX]


def test_weights_without_the_names_of_the_classes(
    no_index, weights, mobilenet, monkeypatch, capsys
):
    monkeypatch.setenv("CONVLAB_OFFLINE", "1")
    keras_file(FILE, weights, "models")
    network = imagenet.load("MobileNet")
    assert_has_weights(network, mobilenet)
    assert capsys.readouterr() == ("", "")
    with pytest.raises(PlainError, match=f"{INDEX} is not on this machine.* once"):
        imagenet.predict(network, np.zeros((8, 8, 3), np.uint8))


def probe(name, size=224, probabilities=None):
    """Returns a network of this name, and the list to which it appends what it sees, (1, size, size, 3)."""
    seen = []

    def record(x):
        seen.append(x)
        return x

    inputs = keras.Input((size, size, 3))
    x = keras.layers.Lambda(record)(inputs)
    head = keras.layers.Dense(imagenet.CLASSES, activation="softmax", kernel_initializer="zeros")
    network = keras.Model(inputs, head(keras.layers.GlobalAveragePooling2D()(x)), name=name)
    if probabilities is not None:
        head.bias.assign(np.log(probabilities))
    return network, seen


def look(photo, name="mobilenet_1.00_224", size=224):
    """Returns what a network of this name sees of a photo, (size, size, 3)."""
    network, seen = probe(name, size)
    imagenet.predict(network, photo)
    return np.asarray(seen[-1])[0]


def look_at_pixels(photo):
    """Returns what MobileNet sees of a photo, (224, 224, 3), from 0 to 255."""
    return (look(photo) + 1) * 127.5


def assert_colour(pixels, colour, tolerance=1):
    assert np.abs(pixels - colour).max() <= tolerance


def photo_of(*colours, axis, side=60):
    """Returns squares of one colour each, one beside (axis=1) or below (axis=0) the other."""
    squares = [np.full((side, side, 3), colour, np.uint8) for colour in colours]
    return np.concatenate(squares, axis)


def test_most_probable_classes_first():
    probabilities = np.full(imagenet.CLASSES, 1e-6)
    probabilities[[7, 900, 0, 33]] = 0.1, 0.6, 0.05, 0.2
    probabilities /= probabilities.sum()
    network, _ = probe("densenet121", probabilities=probabilities)
    photo = np.zeros((30, 40, 3), np.uint8)
    found = imagenet.predict(network, photo, top=3)
    assert [name for name, _ in found] == ["class 900", "class 33", "class 7"]
    assert [type(p) for _, p in found] == [float] * 3
    np.testing.assert_allclose([p for _, p in found], probabilities[[900, 33, 7]], rtol=1e-4)
    assert len(imagenet.predict(network, photo)) == 5


@pytest.mark.parametrize("name", ["mobilenet_1.00_224", "inception_v3"])
def test_pixels_from_minus_one_to_one(name):
    seen = look(np.full((20, 30, 3), (255, 51, 0), np.uint8), name, size=75)
    assert seen.shape == (75, 75, 3)
    assert_colour(seen, (1, -0.6, -1), 1e-5)


def test_pixels_standardised_as_torch_does():
    seen = look(np.full((20, 30, 3), (255, 51, 0), np.uint8), "densenet121", size=75)
    mean, deviation = np.array([0.485, 0.456, 0.406]), np.array([0.229, 0.224, 0.225])
    assert_colour(seen, (np.array([1, 0.2, 0]) - mean) / deviation, 1e-5)


@pytest.mark.parametrize("axis", [0, 1])
def test_middle_square(axis):
    photo = photo_of(RED, GREEN, BLUE, axis=axis)
    before = photo.copy()
    assert_colour(look_at_pixels(photo), GREEN)
    np.testing.assert_array_equal(photo, before)


def test_fine_stripes_become_grey():
    photo = np.zeros((896, 896, 3), np.uint8)
    photo[:, ::2] = 255
    assert_colour(look_at_pixels(photo)[:, 5:-5], 127.5, 2)


TURNS = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}


@pytest.mark.parametrize("orientation", TURNS)
def test_photo_of_a_turned_camera(orientation, tmp_path):
    upright = np.concatenate([photo_of(RED, GREEN, axis=1), photo_of(BLUE, WHITE, axis=1)])
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = Image.fromarray(upright).transpose(TURNS[orientation])
    stored.save(tmp_path / "photo.jpg", quality=95, subsampling=0, exif=exif)
    seen = look_at_pixels(tmp_path / "photo.jpg")
    assert_colour(seen[:90, :90], RED, 8)
    assert_colour(seen[:90, -90:], GREEN, 8)
    assert_colour(seen[-90:, :90], BLUE, 8)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_transparent_parts_are_white(mode, tmp_path):
    photo = Image.new("RGBA", (40, 40), (0, 0, 0, 255))
    photo.paste((0, 0, 0, 0), (0, 0, 40, 20))
    photo = photo.convert("P" if mode == "PA" else mode)
    photo.save(tmp_path / "photo.png")
    seen = look_at_pixels(str(tmp_path / "photo.png"))
    assert_colour(seen[:90], WHITE)
    assert_colour(seen[-90:], (0, 0, 0))


@pytest.mark.parametrize("mode", ["L", "I;16", "P", "CMYK"])
def test_photos_of_other_colours(mode, tmp_path):
    path = tmp_path / ("photo.jpg" if mode == "CMYK" else "photo.png")
    if mode == "I;16":
        Image.fromarray(np.full((40, 50), 51 * 257, np.uint16)).save(path)
    else:
        Image.new("RGB", (50, 40), (51, 51, 51)).convert(mode).save(path)
    assert_colour(look_at_pixels(path), (51, 51, 51), 3)


def test_arrays_in_grey_and_with_transparency():
    assert_colour(look_at_pixels(np.full((40, 50), 51, np.uint8)), 51)
    assert_colour(look_at_pixels(np.zeros((40, 50, 4), np.uint8)), WHITE)


def test_photo_that_is_not_there(tmp_path):
    network, _ = probe("inception_v3")
    with pytest.raises(PlainError, match=r"There is no picture .*cat\.jpg"):
        imagenet.predict(network, tmp_path / "cat.jpg")


def truncated(path):
    Image.effect_noise((300, 300), 90).save(path)
    path.write_bytes(path.read_bytes()[:5_000])


@pytest.mark.parametrize(
    "make",
    [lambda path: path.write_text("This is no picture."), lambda path: path.mkdir(), truncated],
)
def test_file_that_is_no_picture(make, tmp_path):
    make(tmp_path / "cat.jpg")
    network, _ = probe("inception_v3")
    with pytest.raises(PlainError, match=r"cat\.jpg cannot be read as a picture: .* JPEG or PNG"):
        imagenet.predict(network, tmp_path / "cat.jpg")


@pytest.mark.parametrize(
    "photo",
    [
        None,
        7,
        [[[0, 0, 0]]],
        np.zeros((8, 8, 3)),
        np.zeros((8, 8, 5), np.uint8),
        np.zeros((1, 8, 8, 3), np.uint8),
        np.zeros((0, 8, 3), np.uint8),
    ],
)
def test_what_is_neither_a_path_nor_a_photo(photo):
    network, _ = probe("inception_v3")
    with pytest.raises(PlainError, match="photo must be the path of a picture, or an array"):
        imagenet.predict(network, photo)


@pytest.mark.parametrize(
    "network",
    [
        None,
        keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Flatten()], name="lenet5"),
        keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Flatten()], name="mobilenet"),
    ],
    ids=["None", "another", "without its classes"],
)
def test_network_that_load_did_not_return(network):
    with pytest.raises(PlainError, match="needs a network as imagenet.load returns it"):
        imagenet.predict(network, np.zeros((8, 8, 3), np.uint8))


def test_import_is_light():
    code = (
        "import sys, convlab.imagenet; print({'tensorflow', 'keras', 'pooch'} & set(sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "set()\n"
