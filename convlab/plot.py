"""Pictures of data, training and networks. Labels are in the chosen language."""

import base64
import html
import io
import os
from xml.etree import ElementTree

import numpy as np

from convlab import ASSETS
from convlab.errors import PlainError
from convlab.i18n import language, tr

# Okabe and Ito 2008, "Color Universal Design": safe for colour-blind readers.
BLUE, ORANGE, GREEN, PURPLE = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
GREY = "#595959"


def images(pictures, titles=None, columns=8, title=None):
    """Shows a grid of pictures.

    Args:
        pictures: N arrays, (H, W), (H, W, 1) or (H, W, 3), uint8 in [0, 255] or float in [0, 1]; they may differ
            in size.
        titles: N texts, or None.
        columns: pictures in a row.
        title: a text above all of them, such as the name of the data, or None.
    """
    import matplotlib.pyplot as plt

    pictures = [np.asarray(picture) for picture in pictures]
    columns = max(1, min(columns, len(pictures)))
    rows = max(1, -(-len(pictures) // columns))
    height = 1.75 if titles is not None else 1.3
    figure, axes = plt.subplots(
        rows,
        columns,
        figsize=(1.3 * columns, height * rows + (0.3 if title else 0)),
        squeeze=False,
        layout="constrained",
    )
    for index, axis in enumerate(axes.flat):
        axis.axis("off")
        if index < len(pictures):
            picture = pictures[index]
            limit = 255 if picture.dtype == np.uint8 else 1
            shown = picture[..., 0] if picture.shape[2:] == (1,) else picture
            axis.imshow(shown, cmap="gray", vmin=0, vmax=limit)
            if titles is not None:
                axis.set_title(titles[index], fontsize=9)
    figure.suptitle(title, fontsize="medium")
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


def history(history, title=None):
    """Shows loss and accuracy over the epochs.

    Args:
        history: what `fit` returns, or its `history` dict with lists of floats under loss,
            accuracy, val_loss and val_accuracy.
        title: a text above, such as the name of the data, or None.
    """
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(1, 2, figsize=(9, 3.2), layout="constrained")
    figure.suptitle(title, fontsize="medium")
    _curves(axes, getattr(history, "history", history))
    plt.show()


def live_curves(title=None):
    """Returns a Keras callback that draws loss and accuracy while the network learns.

    It draws nothing while nbgrader grades.

    Args:
        title: a text above the curves, such as the name of the data, or None.
    """
    import keras
    from IPython.display import display
    from matplotlib.figure import Figure

    if "NBGRADER_EXECUTION" in os.environ:
        return keras.callbacks.Callback()

    figure = Figure(figsize=(9, 3.2), layout="constrained")
    figure.suptitle(title, fontsize="medium")
    axes = figure.subplots(1, 2)
    so_far, handle = {}, []

    def draw(epoch, logs):
        for name, value in logs.items():
            so_far.setdefault(name, []).append(value)
        _curves(axes, so_far)
        buffer = io.BytesIO()
        figure.savefig(buffer, format="png", dpi=80)
        alt = tr("Loss and accuracy after each epoch so far")
        picture = {"image/png": base64.b64encode(buffer.getvalue()).decode(), "text/plain": alt}
        told = {"raw": True, "metadata": {"image/png": {"alt": alt}}}
        if handle:
            handle[0].update(picture, **told)
        else:
            handle.append(display(picture, display_id=True, **told))

    return keras.callbacks.LambdaCallback(on_epoch_end=draw)


def confusion(matrix, class_names, title=None):
    """Shows a confusion matrix with its counts.

    Args:
        matrix: (C, C) int, row = true class, column = predicted class.
        class_names: C texts.
        title: a text above, such as the name of the data, or None.
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
    axis.set_title(title, fontsize="medium")
    plt.show()


def bars(names, values, label, title=None):
    """Shows one number for each of several things, as horizontal bars, the first on top.

    Args:
        names: N texts.
        values: N numbers.
        label: what the numbers are.
        title: a text above, such as the name of the data, or None.
    """
    import matplotlib.pyplot as plt

    _, axis = plt.subplots(figsize=(6, 0.32 * len(names) + 1.1), layout="constrained")
    drawn = axis.barh(names, values, color=BLUE)
    axis.bar_label(drawn, [f"{value:.2g}" for value in values], padding=3, fontsize=9)
    axis.margins(x=0.12)
    axis.invert_yaxis()
    axis.set_xlabel(label)
    axis.set_title(title, fontsize="medium")
    plt.show()


def spread(groups, label, title=None):
    """Shows every run of each group as a dot, and the mean of the group as a line.

    Args:
        groups: {name: list of numbers, one for each run}.
        label: what the numbers are.
        title: a text above, such as the name of the data, or None.
    """
    import matplotlib.pyplot as plt

    _, axis = plt.subplots(figsize=(7, 0.5 * len(groups) + 1.1), layout="constrained")
    for place, values in enumerate(groups.values()):
        axis.plot(values, [place] * len(values), "o", color=BLUE, alpha=0.6)
        axis.plot([np.mean(values)] * 2, [place - 0.25, place + 0.25], color=ORANGE, linewidth=3)
    axis.set_yticks(range(len(groups)), groups)
    axis.set_ylim(len(groups) - 0.5, -0.5)
    axis.grid(axis="x", alpha=0.3)
    axis.set_xlabel(label)
    axis.set_title(title, fontsize="medium")
    plt.show()


def tradeoff(costs, scores, front, cost_label, score_label, title=None):
    """Shows what each of several things achieves against what it costs, and joins those on the Pareto front.

    Args:
        costs: {name: number}, drawn on a logarithmic scale.
        scores: {name: list of numbers, one for each run}, in the order of `costs`; the dot stands at their mean,
            and a line reaches from the lowest to the highest.
        front: indices of the names on the front.
        cost_label: what the costs are.
        score_label: what the scores are.
        title: a text above, such as the name of the data, or None.
    """
    import matplotlib.pyplot as plt
    from matplotlib.ticker import LogLocator, NullFormatter

    _, axis = plt.subplots(figsize=(7, 4), layout="constrained")
    means = {name: np.mean(values) for name, values in scores.items()}
    names = list(costs)
    for place, name in enumerate(sorted(names, key=costs.get)):
        on_front, cost = names.index(name) in front, costs[name]
        colour = ORANGE if on_front else BLUE
        axis.plot([cost] * 2, [min(scores[name]), max(scores[name])], color=colour, alpha=0.4)
        axis.plot(cost, means[name], "D" if on_front else "o", color=colour)
        # Right above and left below by turns, so that the labels of neighbours stay apart.
        offset, side = ((5, 4), "left") if place % 2 else ((-5, -11), "right")
        axis.annotate(
            name, (cost, means[name]), offset, textcoords="offset points", fontsize=8, ha=side
        )
    joined = sorted(
        (cost, means[name]) for i, (name, cost) in enumerate(costs.items()) if i in front
    )
    axis.plot(*zip(*joined), color=ORANGE, linestyle="--", linewidth=1, zorder=0)
    axis.set_xscale("log")
    axis.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axis.xaxis.set_major_formatter("{x:,g}")
    axis.xaxis.set_minor_formatter(NullFormatter())
    axis.margins(x=0.15)
    axis.grid(alpha=0.3)
    axis.set_xlabel(cost_label)
    axis.set_ylabel(score_label)
    axis.set_title(title, fontsize="medium")
    plt.show()


def table(rows, title):
    """Shows a table.

    Args:
        rows: list of dicts with the same keys, which head the columns.
        title: what the table shows, and of which data.
    """
    import pandas as pd
    from IPython.display import display

    frame = pd.DataFrame(rows)
    caption = f"<caption>{html.escape(title)}</caption><thead>"
    page = frame.to_html(index=False, border=0, na_rep="").replace("<thead>", caption, 1)
    text = f"{title}\n{frame.to_string(index=False, na_rep='')}"
    display({"text/html": page, "text/plain": text}, raw=True)


def filters(kernel, title=None):
    """Shows the filters of a convolutional layer, blue negative and red positive.

    Args:
        kernel: (height, width, channels_in, filters) float; the first input channel is drawn.
        title: a text above, such as the name of the data, or None.
    """
    import matplotlib.pyplot as plt

    kernel = np.asarray(kernel)[:, :, 0]
    limit = np.abs(kernel).max() or 1
    count = kernel.shape[-1]
    figure, axes = plt.subplots(
        1, count, figsize=(1.4 * count + 0.6, 2.0), squeeze=False, layout="constrained"
    )
    for index, axis in enumerate(axes.flat):
        picture = axis.imshow(kernel[..., index], cmap="RdBu_r", vmin=-limit, vmax=limit)
        axis.set_title(str(index + 1), fontsize=9)
        axis.axis("off")
    figure.colorbar(picture, ax=axes, label=tr("Weight"))
    figure.suptitle(title, fontsize="medium")
    plt.show()


def feature_maps(maps, columns=8, title=None):
    """Shows the feature maps that one layer makes of one picture.

    Args:
        maps: (H, W, C) or (1, H, W, C) float.
        columns: maps in a row.
        title: a text above, such as the name of the data, or None.
    """
    import matplotlib.pyplot as plt

    maps = np.asarray(maps)
    maps = maps[0] if maps.ndim == 4 else maps
    columns = min(columns, maps.shape[-1])
    rows = -(-maps.shape[-1] // columns)
    figure, axes = plt.subplots(
        rows,
        columns,
        figsize=(1.3 * columns, 1.3 * rows + (0.3 if title else 0)),
        squeeze=False,
        layout="constrained",
    )
    figure.suptitle(title, fontsize="medium")
    for index, axis in enumerate(axes.flat):
        axis.axis("off")
        if index < maps.shape[-1]:
            axis.imshow(maps[..., index], cmap="cividis")
    plt.show()


def explore(draw, **choices):
    """Calls `draw` with what the reader picks, and again at each change.

    Where nobody can pick, because the notebook runs by itself, it is called once with the first of each.

    Args:
        draw: takes the names of `choices` as arguments and shows something.
        choices: {name: list of values}.
    """
    if {"CONVLAB_HEADLESS", "NBGRADER_EXECUTION"} & set(os.environ):
        draw(**{name: values[0] for name, values in choices.items()})
        return
    import ipywidgets

    ipywidgets.interact(draw, **choices)


def drawing(name):
    """Shows one of the course's own drawings, in the chosen language and with its alt text.

    Args:
        name: of a file in assets/drawings/es, such as "lenet5".

    Raises:
        PlainError: there is no such drawing.
    """
    from IPython.display import display

    folder = ASSETS / "drawings" / language()
    names = sorted(path.stem for path in folder.glob("*.svg"))
    if name not in names:
        raise PlainError(
            tr(
                'There is no drawing "{name}". Choose one of: {names}.',
                name=name,
                names=", ".join(names),
            )
        )
    svg = (folder / f"{name}.svg").read_text(encoding="utf-8")
    alt = ElementTree.fromstring(svg).get("aria-label")
    source = f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
    picture = f'<img src="{source}" alt="{html.escape(alt)}" style="max-width: 100%">'
    display({"text/html": picture, "image/svg+xml": svg, "text/plain": alt}, raw=True)
