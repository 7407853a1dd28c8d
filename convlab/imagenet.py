"""Networks that have learned ImageNet, and what they see in a photo."""

import json
from contextlib import suppress
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from convlab import data
from convlab.errors import PlainError
from convlab.i18n import tr

STORAGE = "https://storage.googleapis.com/"
TIME_LIMIT = 600  # seconds, for 96 MB at most

# Name in keras.applications: its module, with which Keras's names of its networks begin; the address of its weights;
# what proves them right, see `data.Published`. Keras publishes no checksum for MobileNet.
NETWORKS = {
    "MobileNet": (
        "mobilenet",
        "tensorflow/keras-applications/mobilenet/mobilenet_1_0_224_tf.h5",
        "size:17225924",
    ),
    "DenseNet121": (
        "densenet",
        "tensorflow/keras-applications/densenet/densenet121_weights_tf_dim_ordering_tf_kernels.h5",
        "md5:9d60b8095a5708f2dcce2bca79d332c7",
    ),
    "InceptionV3": (
        "inception_v3",
        "tensorflow/keras-applications/inception_v3/inception_v3_weights_tf_dim_ordering_tf_kernels.h5",
        "md5:9a0d58056eeedaa3f26cb7ebd46da564",
    ),
}
CLASSES = 1000
CLASS_INDEX = (
    "download.tensorflow.org/data/imagenet_class_index.json",
    "md5:c2c37ea517e94d9795004a39431a14cb",
)


def load(name):
    """Returns a network of `keras.applications` with its ImageNet weights.

    The weights come from the first of these that has them: Keras's cache, our own cache, the mirror at
    `$CONVLAB_MIRROR`, the Internet. The names of the classes come along, so that `predict` needs no network.

    Args:
        name: "MobileNet", "DenseNet121" or "InceptionV3".

    Returns:
        A `keras.Model`: (N, size, size, 3) float32, preprocessed → (N, 1000) float32, probabilities; size is 224, and
        299 for InceptionV3. None, and says why, where its weights cannot be had.

    Raises:
        PlainError: there is no such name.

    Source:
        Howard et al. 2017, "MobileNets", arXiv:1704.04861; Huang et al. 2017, "Densely connected convolutional
        networks", arXiv:1608.06993; Szegedy et al. 2016, "Rethinking the Inception architecture for computer vision",
        arXiv:1512.00567. Weights: https://keras.io/api/applications/.
    """
    if name not in NETWORKS:
        raise PlainError(
            tr(
                'There is no network "{name}" here: choose one of {names}.',
                name=name,
                names=", ".join(NETWORKS),
            )
        )
    try:
        network = _build(name, data.find(_file(*NETWORKS[name][1:])))
    except PlainError as failure:
        print(
            tr(
                "{network} is missing until this cell, run again, gets its ImageNet weights; {reason}",
                network=name,
                reason=failure,
            )
        )
        return None
    with suppress(PlainError):
        data.find(_file(*CLASS_INDEX))
    return network


def predict(network, photo, top=5):
    """Returns the classes of ImageNet that a network holds most probable for a photo.

    The network sees the middle square of the photo, upright, on white where it is transparent, resized with
    anti-aliasing to the network's input and preprocessed as its own module does.

    Args:
        network: what `load` returned.
        photo: the path of a picture, or an array (H, W, 3), uint8.
        top: how many classes.

    Returns:
        A list of `top` pairs, the most probable first: the name of the class, in English as in ImageNet, and its
        probability, a float.

    Raises:
        PlainError: `network` is none of `load`, `photo` is no picture, or the names of the classes cannot be had.

    Source:
        Russakovsky et al. 2015, "ImageNet large scale visual recognition challenge", arXiv:1409.0575.
    """
    preprocess_input = _preprocessing(network)
    square = _middle_square(_picture(photo)).resize(network.input_shape[1:3])
    pixels = preprocess_input(np.asarray(square, np.float32)[np.newaxis])
    probabilities = np.asarray(network(pixels, training=False))[0]
    index = json.loads(data.find(_file(*CLASS_INDEX)).read_text(encoding="utf-8"))
    best = np.argsort(-probabilities)[:top]
    return [(index[str(k)][1].replace("_", " "), float(probabilities[k])) for k in best]


def files():
    """Returns the `Published` files of all networks, and that of the names of the classes."""
    return [_file(*network[1:]) for network in NETWORKS.values()] + [_file(*CLASS_INDEX)]


def _file(address, proof):
    folder, name = address.rsplit("/", 1)
    return data.Published(name, STORAGE + folder, proof, TIME_LIMIT, (f"models/{name}",))


def _build(name, path):
    """Returns the network `name` with the weights in the file at `path`.

    Raises:
        PlainError: they are not there; the file is deleted if it is in our own cache.
    """
    import keras

    try:
        return getattr(keras.applications, name)(weights=str(path))
    except (KeyError, OSError, RuntimeError, ValueError) as error:
        if path.parent == data.cache_folder():
            with suppress(OSError):
                path.unlink()
        if path.exists():
            message = tr("{path} does not hold them: delete that file.", path=path)
        else:
            message = tr("{path} did not hold them, so it was deleted.", path=path)
        raise PlainError(message) from error


def _preprocessing(network):
    """Returns the `preprocess_input` of the module that a network comes from.

    Raises:
        PlainError: it comes from none that `load` knows, or has lost its classes.
    """
    import keras

    name = getattr(network, "name", "")
    for module, *_ in NETWORKS.values():
        if name.startswith(module) and network.output_shape == (None, CLASSES):
            return getattr(keras.applications, module).preprocess_input
    raise PlainError(
        tr(
            "imagenet.predict needs a network as imagenet.load returns it ({names}), but it got {got}.",
            names=", ".join(NETWORKS),
            got=name or network,
        )
    )


def _picture(photo):
    """Returns a photo, a path or an array, as an upright RGB `PIL.Image`.

    Raises:
        PlainError: it is not there, or it is no picture.
    """
    is_array = isinstance(photo, np.ndarray)
    if is_array and photo.dtype == np.uint8 and photo.ndim in (2, 3) and photo.size:
        with suppress(TypeError):
            return _rgb(Image.fromarray(photo))
    if not isinstance(photo, (str, Path)):
        got = f"{photo.dtype} {photo.shape}" if is_array else repr(photo)
        raise PlainError(
            tr(
                "photo must be the path of a picture, or an array (height, width, 3) of uint8, but it is {got}.",
                got=got,
            )
        )
    path = Path(photo).expanduser().absolute()
    try:
        with Image.open(path) as image:
            return _rgb(ImageOps.exif_transpose(image))
    except FileNotFoundError as error:
        message = tr(
            "There is no picture {path}: put it there, or write the whole path of your photo.",
            path=path,
        )
        raise PlainError(message) from error
    except Exception as error:  # a damaged picture makes Pillow raise almost anything
        message = tr(
            "{path} cannot be read as a picture: open it in another program, save it as JPEG or PNG, and use that "
            "copy.",
            path=path,
        )
        raise PlainError(message) from error


def _rgb(image):
    """Returns a `PIL.Image` in RGB, on white where it is transparent."""
    if image.mode.startswith("I"):  # 16 bits, which Pillow would clip to 8
        image = Image.fromarray((np.asarray(image) // 257).astype(np.uint8))
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    return image.convert("RGB")


def _middle_square(image):
    side = min(image.size)
    left, upper = (image.width - side) // 2, (image.height - side) // 2
    return image.crop((left, upper, left + side, upper + side))
