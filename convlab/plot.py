"""Pictures of data, training and networks. Labels are in the chosen language."""

import io
import os

import numpy as np

from convlab.i18n import tr

# Okabe and Ito 2008, "Color Universal Design": safe for colour-blind readers.
BLUE, ORANGE, GREEN, GREY = "#0072B2", "#D55E00", "#009E73", "#595959"


def images(pictures, titles=None, columns=8):
    """Shows a grid of pictures.

    Args:
        pictures: (N, H, W), (N, H, W, 1) or (N, H, W, 3), uint8 in [0, 255] or float in [0, 1].
        titles: N texts, or None.
        columns: pictures in a row.
    """
    import matplotlib.pyplot as plt

    pictures = np.asarray(pictures)
    columns = max(1, min(columns, len(pictures)))
    rows = max(1, -(-len(pictures) // columns))
    height = 1.75 if titles is not None else 1.3
    figure, axes = plt.subplots(
        rows, columns, figsize=(1.3 * columns, height * rows), squeeze=False, layout="constrained"
    )
    limit = 255 if pictures.dtype == np.uint8 else 1
    for index, axis in enumerate(axes.flat):
        axis.axis("off")
        if index < len(pictures):
            axis.imshow(pictures[index].squeeze(), cmap="gray", vmin=0, vmax=limit)
            if titles is not None:
                axis.set_title(titles[index], fontsize=9)
    plt.show()


def _curves(axes, history):
    panels = (
        ("loss", tr("Loss (cross-entropy)")),
        ("accuracy", tr("Accuracy")),
    )
    for axis, (key, label) in zip(axes, panels):
        axis.clear()
        epochs = range(1, len(history.get(key, ())) + 1)
        for name, text, style in (
            (key, tr("training"), dict(color=BLUE, marker="o")),
            (f"val_{key}", tr("validation"), dict(color=ORANGE, marker="s", linestyle="--")),
        ):
            if len(history.get(name, ())) == len(epochs):
                axis.plot(epochs, history[name], label=text, **style)
        axis.set_xlabel(tr("Epoch"))
        axis.set_ylabel(label)
        axis.xaxis.get_major_locator().set_params(integer=True)
        axis.grid(alpha=0.3)
        axis.legend()


def history(history):
    """Shows loss and accuracy over the epochs.

    Args:
        history: what `fit` returns, or its `history` dict with lists of floats under loss,
            accuracy, val_loss and val_accuracy.
    """
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(1, 2, figsize=(9, 3.2), layout="constrained")
    _curves(axes, getattr(history, "history", history))
    plt.show()


def live_curves():
    """Returns a Keras callback that draws loss and accuracy while the network learns.

    It draws nothing while nbgrader grades.
    """
    import keras
    from IPython.display import Image, display
    from matplotlib.figure import Figure

    if "NBGRADER_EXECUTION" in os.environ:
        return keras.callbacks.Callback()

    figure = Figure(figsize=(9, 3.2), layout="constrained")
    axes = figure.subplots(1, 2)
    so_far, handle = {}, []

    def draw(epoch, logs):
        for name, value in logs.items():
            so_far.setdefault(name, []).append(value)
        _curves(axes, so_far)
        buffer = io.BytesIO()
        figure.savefig(buffer, format="png", dpi=80)
        picture = Image(buffer.getvalue(), alt=tr("Loss and accuracy after each epoch so far"))
        if handle:
            handle[0].update(picture)
        else:
            handle.append(display(picture, display_id=True))

    return keras.callbacks.LambdaCallback(on_epoch_end=draw)


def confusion(matrix, class_names):
    """Shows a confusion matrix with its counts.

    Args:
        matrix: (C, C) int, row = true class, column = predicted class.
        class_names: C texts.
    """
    import matplotlib.pyplot as plt

    matrix = np.asarray(matrix)
    size = 0.5 * len(matrix) + 1.5
    _, axis = plt.subplots(figsize=(size, size), layout="constrained")
    shares = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    axis.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for (row, column), count in np.ndenumerate(matrix):
        if count:
            colour = "white" if shares[row, column] > 0.5 else "black"
            axis.text(column, row, count, ha="center", va="center", color=colour, fontsize=9)
    ticks = range(len(class_names))
    axis.set_xticks(ticks, class_names, rotation=90 if max(map(len, class_names)) > 2 else 0)
    axis.set_yticks(ticks, class_names)
    axis.set_xlabel(tr("Predicted class"))
    axis.set_ylabel(tr("True class"))
    plt.show()


def filters(kernel):
    """Shows the filters of a convolutional layer, blue negative and red positive.

    Args:
        kernel: (height, width, channels_in, filters) float; the first input channel is drawn.
    """
    import matplotlib.pyplot as plt

    kernel = np.asarray(kernel)[:, :, 0]
    limit = np.abs(kernel).max() or 1
    count = kernel.shape[-1]
    figure, axes = plt.subplots(
        1, count, figsize=(1.4 * count + 0.6, 1.7), squeeze=False, layout="constrained"
    )
    for index, axis in enumerate(axes.flat):
        picture = axis.imshow(kernel[..., index], cmap="RdBu_r", vmin=-limit, vmax=limit)
        axis.set_title(str(index + 1), fontsize=9)
        axis.axis("off")
    figure.colorbar(picture, ax=axes, label=tr("Weight"))
    plt.show()


def feature_maps(maps, columns=8):
    """Shows the feature maps that one layer makes of one picture.

    Args:
        maps: (H, W, C) or (1, H, W, C) float.
        columns: maps in a row.
    """
    import matplotlib.pyplot as plt

    maps = np.asarray(maps)
    maps = maps[0] if maps.ndim == 4 else maps
    columns = min(columns, maps.shape[-1])
    rows = -(-maps.shape[-1] // columns)
    _, axes = plt.subplots(
        rows, columns, figsize=(1.3 * columns, 1.3 * rows), squeeze=False, layout="constrained"
    )
    for index, axis in enumerate(axes.flat):
        axis.axis("off")
        if index < maps.shape[-1]:
            axis.imshow(maps[..., index], cmap="cividis")
    plt.show()
