"""Networks to measure a lesson's own beside: those of other lessons, and those of the papers at full size."""

from collections.abc import Callable
from dataclasses import dataclass

from convlab import ASSETS
from convlab.errors import PlainError
from convlab.i18n import tr

# Szegedy et al. 2015, table 1: filters of 1×1, 3×3 reduce, 3×3, 5×5 reduce, 5×5, pool proj.
GOOGLENET_MODULES = {
    "3a": (64, 96, 128, 16, 32, 32),
    "3b": (128, 128, 192, 32, 96, 64),
    "4a": (192, 96, 208, 16, 48, 64),
    "4b": (160, 112, 224, 24, 64, 64),
    "4c": (128, 128, 256, 24, 64, 64),
    "4d": (112, 144, 288, 32, 64, 64),
    "4e": (256, 160, 320, 32, 128, 128),
    "5a": (256, 160, 320, 32, 128, 128),
    "5b": (384, 192, 384, 48, 128, 128),
}


def _local_response_normalisation(x):
    """Returns x (N, H, W, C) normalised over five neighbouring channels.

    Source:
        Krizhevsky et al. 2012, section 3.3: k = 2, n = 5, alpha = 0.0001, beta = 0.75.
    """
    import tensorflow as tf

    return tf.nn.local_response_normalization(x, depth_radius=2, bias=2, alpha=1e-4, beta=0.75)


def alexnet_2012():
    """Returns AlexNet of 2012 without weights: (N, 227, 227, 3) → (N, 1000).

    Its two halves, which ran on two GPUs, are grouped convolutions here. The paper says 224×224, but its first
    layer gives 55×55 maps only from 227×227.

    Source:
        Krizhevsky et al. 2012, "ImageNet classification with deep convolutional neural networks", section 3.5.
    """
    import keras

    layers = keras.layers
    x = inputs = keras.Input((227, 227, 3))
    for filters, kernel, strides, groups, normalise, pool in (
        (96, 11, 4, 1, True, True),
        (256, 5, 1, 2, True, True),
        (384, 3, 1, 1, False, False),
        (384, 3, 1, 2, False, False),
        (256, 3, 1, 2, False, True),
    ):
        padding = "valid" if strides > 1 else "same"
        x = layers.Conv2D(filters, kernel, strides, padding, groups=groups, activation="relu")(x)
        if normalise:
            x = layers.Lambda(_local_response_normalisation)(x)
        if pool:
            x = layers.MaxPooling2D(3, strides=2)(x)
    x = layers.Flatten()(x)
    for _ in range(2):
        x = layers.Dropout(0.5)(layers.Dense(4096, activation="relu")(x))
    return keras.Model(inputs, layers.Dense(1000, activation="softmax")(x), name="alexnet_2012")


def googlenet():
    """Returns GoogLeNet of 2014 without weights and without its auxiliary classifiers: (N, 224, 224, 3) → (N, 1000).

    Source:
        Szegedy et al. 2015, "Going deeper with convolutions", arXiv:1409.4842, table 1.
    """
    import keras

    layers = keras.layers

    def convolution(x, filters, kernel, strides=1):
        return layers.Conv2D(filters, kernel, strides, "same", activation="relu")(x)

    def pool(x):
        return layers.MaxPooling2D(3, strides=2, padding="same")(x)

    def normalise(x):
        return layers.Lambda(_local_response_normalisation)(x)

    inputs = keras.Input((224, 224, 3))
    x = normalise(pool(convolution(inputs, 64, 7, 2)))
    x = pool(normalise(convolution(convolution(x, 64, 1), 192, 3)))
    for name, (f1, f3_in, f3, f5_in, f5, pool_proj) in GOOGLENET_MODULES.items():
        if name in ("4a", "5a"):
            x = pool(x)
        branches = (
            convolution(x, f1, 1),
            convolution(convolution(x, f3_in, 1), f3, 3),
            convolution(convolution(x, f5_in, 1), f5, 5),
            convolution(layers.MaxPooling2D(3, 1, "same")(x), pool_proj, 1),
        )
        x = layers.Concatenate()(branches)
    x = layers.Dropout(0.4)(layers.GlobalAveragePooling2D()(x))
    return keras.Model(inputs, layers.Dense(1000, activation="softmax")(x), name="googlenet")


def _application(name):
    def build():
        import keras

        return getattr(keras.applications, name)(weights=None)

    return build


@dataclass(frozen=True)
class FullSize:
    """A network of a paper.

    Attributes:
        build: returns it, without weights.
        parameters: in millions, as published.
        macs: multiply-adds for one picture, in millions, as published.
        source: where both are published.
    """

    build: Callable
    parameters: float
    macs: float
    source: str


_TABLE = "Howard et al. 2017, arXiv:1704.04861, table {}"
# torchvision calls multiply-adds FLOPS.
_DOCUMENTATION = "Keras Applications (parameters), torchvision's models (multiply-adds)"
FULL_SIZE = {
    "AlexNet (2012)": FullSize(alexnet_2012, 60, 720, _TABLE.format(9)),
    "GoogLeNet (2014)": FullSize(googlenet, 6.8, 1550, _TABLE.format(8)),
    "Inception-v3 (2015)": FullSize(_application("InceptionV3"), 23.9, 5710, _DOCUMENTATION),
    "DenseNet-121 (2016)": FullSize(_application("DenseNet121"), 8.1, 2830, _DOCUMENTATION),
    "MobileNet (2017)": FullSize(_application("MobileNet"), 4.2, 569, _TABLE.format(4)),
    "EfficientNet-B0 (2019)": FullSize(
        _application("EfficientNetB0"), 5.3, 390, "Tan and Le 2019, arXiv:1905.11946, table 2"
    ),
}


def of_lesson(name):
    """Returns a network that the solution of a lesson builds, with fresh weights.

    Args:
        name: of a file in assets/networks, such as "small_alexnet".

    Raises:
        PlainError: there is no such file.
    """
    import keras

    path = ASSETS / "networks" / f"{name}.json"
    if not path.is_file():
        raise PlainError(tr("There is no stored network {name}.", name=name))
    return keras.models.model_from_json(path.read_text(encoding="utf-8"))
