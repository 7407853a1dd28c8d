"""Draws what the filters of a convolution cover of its input."""

import math
from itertools import product

from convlab.plot import BLUE, GREEN, GREY, ORANGE, PURPLE
from sketch.canvas import PALE, Canvas, tint
from sketch.words import kind, say, shape, times, window


def draw_sheets(canvas, x, y, pitch, cell, side, marked, colours):
    """Draws channels as sheets seen from the side, the first one's lower left corner at (x, y).

    Args:
        pitch: points from one sheet to the next.
        cell: side of a pixel in points.
        side: side of a sheet in pixels.
        marked: (first row and column, rows and columns) of the coloured pixels.
        colours: one for each sheet, None for a sheet without coloured pixels.
    """

    def square(left, i, j, size):
        corners = (i, j), (i + size, j), (i + size, j + size), (i, j + size)
        return [(left + 0.6 * cell * a, y - cell * (0.4 * a + b)) for a, b in corners]

    lefts = [x + number * pitch for number in range(len(colours))]
    canvas.polygons([square(left, 0, 0, side) for left in lefts], "white", GREY, 0.8)
    first, size = marked
    pixels = list(product(range(first, first + size), repeat=2))
    for colour in filter(None, dict.fromkeys(colours)):
        coloured = [left for left, own in zip(lefts, colours) if own == colour]
        cells = [square(left, *pixel, 1) for left in coloured for pixel in pixels]
        canvas.polygons(cells, tint(colour, 0.5), colour, 0.7)


def draw_filters(models, lang):
    """Draws what filters cover: those of a standard convolution, then those of a separable one.

    Each line shows the channels of the input, the filters, and the channels of the output.

    Args:
        models: two Keras models of pictures, the second with a depthwise and a pointwise convolution.
    """
    canvas, y, weights = Canvas(), 0, []
    for layer in (layer for model in models for layer in model.layers if window(layer)):
        depthwise = kind(layer) == "depthwise"
        size, channels, count = window(layer)[0], layer.input.shape[-1], shape(layer)[-1]
        deep = 1 if depthwise else channels
        read = [BLUE, ORANGE, GREEN, PURPLE][:channels] if depthwise else [BLUE] * channels
        made = read if depthwise else [BLUE] + [None] * (count - 1)
        key = "depthwise" if depthwise else "pointwise" if size == 1 else "standard"
        canvas.text(0, y, say(key, lang), 11, "bold", align="left")
        for x, pitch, colours, marked in (
            (0, 42, read, (2 - size // 2, size)),
            (398, 38, made, (2, 1)),
        ):
            draw_sheets(canvas, x, y + 92, pitch, 9, 6, marked, colours)
            for number in range(len(colours)):
                canvas.text(x + number * pitch + 16, y + 97, str(number + 1), 8, colour=GREY)
            label = say("channels", lang).format(len(colours))
            canvas.text(x + (len(colours) - 1) * pitch / 2 + 16, y + 112, label)
        width = 10 * deep + 16
        for number, colour in enumerate(made):
            row, column = divmod(number, (count + 1) // 2)
            x = 279 + (width + 3) * (column - ((count + 1) // 2 - 1) / 2)
            middle = y + 36 + 38 * row
            canvas.box(x, middle, width, 34, "white", colour or PALE)
            canvas.text(x - width / 2 + 7, middle, str(number + 1), 8, colour=GREY)
            start = x - width / 2 + 14, middle + 3.5 * size
            draw_sheets(canvas, *start, 10, 5, size, (0, size), [colour or PALE] * deep)
        weights.append(math.prod(layer.kernel.shape))
        label = say("filters", lang).format(count, times((size, size, deep)), weights[-1])
        canvas.text(279, y + 112, label)
        canvas.arrow([(164, y + 55), (186, y + 55)])
        canvas.arrow([(372, y + 55), (394, y + 55)])
        y += 144
    separable = say("separable", lang).format(sum(weights[1:]), weights[0])
    return canvas.finish([say("input channels", lang), separable])
