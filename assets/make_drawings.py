"""Draws networks and blocks from their Keras layers, in assets/drawings/<lang>/<name>.svg.

    python assets/make_drawings.py

The same Matplotlib writes the same bytes. `convlab.plot.drawing` shows the result.
"""

import io
import math
import re
import textwrap
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, pairwise, product
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import keras
import matplotlib
from keras import layers
from make_runs import solutions
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path as Outline
from matplotlib.textpath import TextPath

from autograde import LANGUAGES
from autograde.source import lesson_names
from convlab import networks
from convlab.plot import BLUE, GREEN, GREY, ORANGE, PURPLE

TARGET = Path(__file__).parent / "drawings"
# In points: the page, the space around a drawing, the texts, and the space between boxes.
WIDTH, MARGIN, LARGE, SMALL, LANE, GAP = 9 * 72, 8, 10, 8.5, 26, 28

PALE = "#B0B0B0"
COLOURS = {"convolution": BLUE, "depthwise": PURPLE, "pooling": GREEN, "dense": ORANGE}
COLOURS |= {"attention": PURPLE, "input": GREY, "merge": GREY, "shape": GREY, None: GREY}
OPERATIONS = {
    "InputLayer": ("input", "input", "entrada"),
    "Conv2D": ("convolution", "conv", "conv"),
    "DepthwiseConv2D": ("depthwise", "depthwise conv", "conv en profundidad"),
    "MaxPooling2D": ("pooling", "max pooling", "agrupamiento máximo"),
    "AveragePooling2D": ("pooling", "average pooling", "agrupamiento promedio"),
    "GlobalAveragePooling1D": ("pooling", "global average pooling", "agrupamiento promedio global"),
    "GlobalAveragePooling2D": ("pooling", "global average pooling", "agrupamiento promedio global"),
    "Dense": ("dense", "fully connected", "totalmente conectada"),
    "MultiHeadAttention": ("attention", "attention", "atención"),
    "Flatten": ("shape", "flatten", "aplanar"),
    "Reshape": ("shape", "reshape", "cambiar la forma"),
    "Concatenate": ("merge", "concatenate", "concatenar"),
    "Add": ("merge", "add", "sumar"),
    "Multiply": ("merge", "multiply", "multiplicar"),
}
EXTRAS = {"BatchNormalization": "BN", "LayerNormalization": "LN", "Dropout": "dropout"}
EXTRAS |= {"ReLU": "ReLU", "local_response_normalisation": "LRN"}
ACTIVATIONS = {"relu": "ReLU", "gelu": "GELU", "silu": "SiLU"}
WORDS = {
    "output": ("output", "salida"),
    "stride": ("stride", "paso"),
    "same": ("padding same", "relleno «same»"),
    "heads": ("heads", "cabezas"),
    "groups": ("groups", "grupos"),
    "BN": ("BN: batch normalisation.", "BN: normalización por lotes."),
    "LN": ("LN: layer normalisation.", "LN: normalización por capas."),
    "LRN": ("LRN: local response normalisation.", "LRN: normalización de respuesta local."),
    "all same": ("Padding “same” in every layer.", "Relleno «same» en todas las capas."),
    "not to scale": (
        "Below each box: height×width×channels; the boxes are not to scale.",
        "Debajo de cada bloque: alto×ancho×canales; los bloques no están a escala.",
    ),
    "channels": ("{} channels", "{} canales"),
    "input channels": ("Cᵢₙ: channels of the input.", "Cᵢₙ: canales de la entrada."),
    "filters": ("{} filters of {}: {} weights", "{} filtros de {}: {} pesos"),
    "standard": (
        "Standard convolution: each filter covers k×k×Cᵢₙ, the window in every channel",
        "Convolución estándar: cada filtro abarca k×k×Cᵢₙ, la ventana en todos los canales",
    ),
    "depthwise": (
        "Depthwise convolution: each filter covers k×k×1, the window in its own channel",
        "Convolución en profundidad: cada filtro abarca k×k×1, la ventana en su propio canal",
    ),
    "pointwise": (
        "Pointwise convolution: each filter covers 1×1×Cᵢₙ, one position in every channel",
        "Convolución puntual: cada filtro abarca 1×1×Cᵢₙ, una posición en todos los canales",
    ),
}


def say(key, lang):
    return WORDS[key][lang == "es"]


def listed(value):
    return list(value) if isinstance(value, (list, tuple)) else [value]


def times(numbers):
    return "×".join(map(str, numbers))


def shape(layer):
    """Returns the shape of a layer's output for one picture, such as (27, 27, 96)."""
    return listed(layer.output)[0].shape[1:]


def kind(layer):
    """Returns a key of COLOURS, or None for a layer that is part of another one's box."""
    return OPERATIONS.get(type(layer).__name__, (None,))[0]


def extras(layer):
    """Returns what a layer does besides its operation: [], or a list such as ["ReLU"]."""
    if hasattr(layer, "activation"):
        name = layer.activation.__name__
        return [] if name == "linear" else [ACTIVATIONS.get(name, name)]
    if kind(layer):
        return []
    name = type(layer).__name__
    return [EXTRAS[layer.function.__name__.strip("_") if name == "Lambda" else name]]


def window(layer):
    """Returns the sides of the window that a convolution or a pooling slides, else ()."""
    return getattr(layer, "kernel_size", getattr(layer, "pool_size", ()))


def same_padding(model):
    """Returns (layers with "same" padding, whether they are all those that slide a window)."""
    windows = [layer for layer in model.layers if max(window(layer), default=1) > 1]
    same = [layer for layer in windows if layer.padding == "same"]
    return same, bool(same) and same == windows


def words(layer, model, lang):
    """Returns (name, details) of a layer's operation, such as ("conv 3×3", ["stride 2"])."""
    name = OPERATIONS[type(layer).__name__][1 + (lang == "es")]
    details = []
    if window(layer):
        name += f" {times(window(layer))}"
        if set(layer.strides) != {1} or kind(layer) == "pooling":
            details.append(f"{say('stride', lang)} {times(sorted(set(layer.strides)))}")
        same, everywhere = same_padding(model)
        if layer in same and not everywhere:
            details += say("same", lang).split()
    for attribute, key in (("groups", "groups"), ("num_heads", "heads")):
        if getattr(layer, attribute, 1) > 1:
            details.append(f"{getattr(layer, attribute)} {say(key, lang)}")
    return name, details


def notes(model, lang):
    """Returns the sentences that explain what the labels shorten or leave out."""
    used = {extra for layer in model.layers for extra in extras(layer)}
    keys = [key for key in ("BN", "LN", "LRN") if key in used]
    return [say(key, lang) for key in keys + ["all same"] * same_padding(model)[1]]


def wrapped(text, limit):
    """Returns the lines of a text: as few as `limit` letters a line allow, and about equally long."""
    fewest = len(textwrap.wrap(text, limit, break_long_words=False))
    longest = max(map(len, text.split()))
    tries = (textwrap.wrap(text, size, break_long_words=False) for size in range(longest, 999))
    return next(lines for lines in tries if len(lines) <= fewest)


@cache
def text_width(text, size=SMALL, weight="normal"):
    """Returns the width of a text in whole points."""
    font = FontProperties(family="DejaVu Sans", weight=weight)
    return math.ceil(TextPath((0, 0), text, size=size, prop=font).get_extents().width)


def tint(colour, share):
    return tuple(1 - share * (1 - part) for part in to_rgb(colour))


def towards(start, end, distance):
    """Returns the point `distance`, but at most half the way, from one point towards another."""
    share = min(distance / math.dist(start, end), 0.5)
    return tuple(a + share * (b - a) for a, b in zip(start, end))


class Canvas:
    """A drawing in points, x to the right and y down, that is as large as what is drawn on it."""

    def __init__(self):
        self.figure = Figure()
        self.axis = self.figure.add_axes((0, 0, 1, 1))
        self.axis.axis("off")
        self.points = []

    def add(self, patch, points):
        patch.set_clip_on(False)
        self.axis.add_patch(patch)
        self.points += points

    def text(self, x, y, text, size=SMALL, weight="normal", colour="black", align="center"):
        """Writes a line whose middle is at height y."""
        style = {"size": size, "weight": weight, "color": colour, "ha": align, "va": "baseline"}
        self.axis.text(x, y + 0.36 * size, text, **style)
        width = text_width(text, size, weight)
        left = x - width / 2 if align == "center" else x
        self.points += [(left, y - 0.6 * size), (left + width, y + 0.6 * size)]

    def polygons(self, shapes, fill, edge, width=1):
        path = Outline.make_compound_path(
            *(Outline([*each, each[0]], closed=True) for each in shapes)
        )
        patch = PathPatch(path, facecolor=fill, edgecolor=edge, linewidth=width)
        self.add(patch, [point for each in shapes for point in each])

    def polygon(self, points, fill, edge, width=1):
        self.polygons([points], fill, edge, width)

    def box(self, x, y, width, height, fill, edge):
        """Draws a rounded rectangle around (x, y)."""
        corner = x - width / 2, y - height / 2
        look = {"facecolor": fill, "edgecolor": edge, "linewidth": 1.3}
        patch = FancyBboxPatch(corner, width, height, "round,pad=0,rounding_size=5", **look)
        self.add(patch, [corner, (x + width / 2, y + height / 2)])

    def arrow(self, points, radius=8):
        """Draws a line through points, with round corners and a head at its end."""
        path, codes = [points[0]], [Outline.MOVETO]
        for before, corner, after in zip(points, points[1:], points[2:]):
            path += [towards(corner, before, radius), corner, towards(corner, after, radius)]
            codes += [Outline.LINETO, Outline.CURVE3, Outline.CURVE3]
        tip, back = points[-1], towards(points[-1], points[-2], 6)
        line = Outline([*path, back], [*codes, Outline.LINETO])
        self.add(PathPatch(line, facecolor="none", edgecolor=GREY, linewidth=1.2), points)
        dx, dy = (tip[0] - back[0]) / 2, (tip[1] - back[1]) / 2
        head = [tip, (back[0] - dy, back[1] + dx), (back[0] + dy, back[1] - dx)]
        self.polygon(head, GREY, "none")

    def extent(self):
        """Returns (left, right, top, bottom)."""
        xs, ys = zip(*self.points)
        return min(xs), max(xs), min(ys), max(ys)

    def finish(self, sentences=()):
        """Writes the sentences below the drawing; returns the figure, cut to what is on it."""
        left, right, _, bottom = self.extent()
        lines = []
        for sentence in sentences:
            line = f"{lines[-1]} {sentence}" if lines else ""
            lines[-1:] = (
                [line] if lines and text_width(line) <= right - left else [*lines[-1:], sentence]
            )
        for place, line in enumerate(lines):
            self.text((left + right) / 2, bottom + 14 + 12 * place, line, colour=GREY)
        left, right, top, bottom = self.extent()
        self.axis.set_xlim(left - MARGIN, right + MARGIN)
        self.axis.set_ylim(bottom + MARGIN, top - MARGIN)
        size = right - left + 2 * MARGIN, bottom - top + 2 * MARGIN
        self.figure.set_size_inches(size[0] / 72, size[1] / 72)
        return self.figure


@dataclass
class Step:
    """A layer of a chain: what is written above and below the arrow to its box, and the box."""

    layer: layers.Layer
    above: list
    below: list

    def measure(self, largest):
        """Sets the sizes in points; `largest` is the longest side of a picture in pixels."""
        *sides, channels = shape(self.layer)
        self.front, self.depth, self.thickness = 26 * math.log10(max(channels, 3)), 0, 11
        if sides:
            self.front, self.depth = (92 * (side / largest) ** 0.7 for side in sides)
            self.thickness = max(3, 1.6 * channels**0.5)
        self.height = self.front + 0.3 * self.depth
        label = text_width(times(shape(self.layer)), SMALL, "bold")
        self.width = max(self.thickness + 0.4 * self.depth, label)
        self.gap = max(map(text_width, [*self.above, *self.below]), default=20) + 9

    def draw(self, canvas, x, y):
        """Draws the box with its left edge at x around height y."""
        colour = COLOURS[kind(self.layer)]
        across, up = 0.4 * self.depth, 0.3 * self.depth
        left = x + (self.width - self.thickness - across) / 2
        right, bottom = left + self.thickness, y + self.height / 2
        top = bottom - self.front
        if self.depth:
            far = [
                (left + across, top - up),
                (right + across, top - up),
                (right + across, bottom - up),
            ]
            canvas.polygon([(left, top), *far[:2], (right, top)], tint(colour, 0.15), colour)
            canvas.polygon([(right, top), *far[1:], (right, bottom)], tint(colour, 0.55), colour)
        face = [(left, bottom), (left, top), (right, top), (right, bottom)]
        canvas.polygon(face, tint(colour, 0.35), colour)
        middle = x + self.width / 2
        canvas.text(middle, bottom + 9, times(shape(self.layer)), weight="bold")
        if re.fullmatch("[A-Z][0-9]+", self.layer.name):
            canvas.text(middle, bottom - self.height - 8, self.layer.name, weight="bold")


def chain(model, lang):
    """Returns the steps of a chain of layers; what is not an operation joins the one before."""
    steps, before = [], []
    for layer in model.layers:
        if kind(layer) is None:
            steps[-1].below += extras(layer)
        elif kind(layer) == "shape":
            before.append(words(layer, model, lang)[0])
        else:
            name, details = words(layer, model, lang)
            steps.append(Step(layer, [*before, *wrapped(name, 13), *details], extras(layer)))
            before = []
    largest = max(max(shape(step.layer)[:-1], default=1) for step in steps)
    for step in steps:
        step.measure(largest)
    steps[0].above, steps[0].gap = [], 0
    return steps


def in_rows(steps):
    """Returns the steps in as few rows as fit the width, about equally long."""

    def longest(rows):
        return max(sum(step.gap + step.width for step in row) for row in rows)

    for cuts in range(len(steps)):
        splits = (
            [steps[a:b] for a, b in pairwise([0, *places, len(steps)])]
            for places in combinations(range(1, len(steps)), cuts)
        )
        rows = min(splits, key=longest)
        if longest(rows) + 20 + 2 * MARGIN <= WIDTH:
            return rows
    raise ValueError("a box is wider than the page")


def draw_network(model, lang):
    """Draws a chain of layers as rows of boxes whose sides follow the shapes of the outputs.

    Above each arrow stands the operation; below it what the layer and those after it add to it.
    """
    canvas, turn, y = Canvas(), [], 0
    for row in in_rows(chain(model, lang)):
        half = max(step.height for step in row) / 2
        x, y = 0, y + max(half + 14, *(11 * len(step.above) + 12 for step in row))
        for step in row:
            if step.above:
                start = [*turn, (-7, y)] if step is row[0] else [(x + 3, y)]
                canvas.arrow([*start, (x + step.gap - 3, y)])
                for place, line in enumerate(reversed(step.above)):
                    canvas.text(x + step.gap / 2, y - 9 - 11 * place, line)
                for place, line in enumerate(step.below):
                    canvas.text(x + step.gap / 2, y + 9 + 11 * place, line, colour=GREY)
                x += step.gap
            step.draw(canvas, x, y)
            x += step.width
        below = y + max(half + 24, *(11 * len(step.below) + 12 for step in row))
        turn = [(x + 3, y), (x + 13, y), (x + 13, below), (-7, below)]
        y = below + 4
    return canvas.finish([say("not to scale", lang), *notes(model, lang)])


@dataclass(eq=False)
class Box:
    """A box of a block: its layers in their order, the boxes that it reads, and its text."""

    layers: list
    parents: list
    lines: list = field(default_factory=list)
    x: float = 0
    y: float = 0

    @property
    def kind(self):
        return next(filter(None, map(kind, self.layers)), None)

    def right(self, side=1):
        """Returns the x of the right edge, or of the left one for side = -1."""
        return self.x + side * self.width / 2

    def bottom(self, side=1):
        """Returns the y of the bottom edge, or of the top one for side = -1."""
        return self.y + side * self.height / 2

    def write(self, model, lang):
        """Sets the lines of text, each (text, size, weight), and the size of the box."""
        plain = self.kind in ("input", "merge", None)
        run = []
        for layer in self.layers:
            if kind(layer):
                name, details = words(layer, model, lang)
                if plain:
                    details = [times(shape(layer))]
                units = getattr(layer, "filters", getattr(layer, "units", None))
                self.add([" → ".join(run)] if run else [])
                self.add_name(f"{name}, {units}" if units else name, "normal" if plain else "bold")
                self.add(details)
                run = []
            run += extras(layer)
        self.add([" → ".join(run)] if run else [])

    def add(self, texts):
        self.lines += [(text, SMALL, "normal") for text in texts]

    def add_name(self, name, weight="normal"):
        lines = wrapped(name[:1].upper() + name[1:], 15)
        self.lines += [(line, LARGE, weight) for line in lines]

    def measure(self):
        self.width = max(text_width(*line) for line in self.lines) + 20
        self.text_height = sum(1.35 * size for _, size, _ in self.lines)
        self.height = self.text_height + 8

    def draw(self, canvas):
        colour = COLOURS[self.kind]
        fill = "white" if self.kind in ("input", None) else tint(colour, 0.18)
        canvas.box(self.x, self.y, self.width, self.height, fill, colour)
        y = self.y - self.text_height / 2
        for text, size, weight in self.lines:
            canvas.text(self.x, y + 0.675 * size, text, size, weight)
            y += 1.35 * size


def sources(model):
    """Returns {layer: [layers that it reads]}, each layer after those, one branch after the other."""
    made_by = {id(output): layer for layer in model.operations for output in listed(layer.output)}
    found = {}

    def visit(layer):
        if layer not in found:
            inputs = [] if kind(layer) == "input" else listed(layer.input)
            read = list(dict.fromkeys(made_by[id(tensor)] for tensor in inputs))
            for source in read:
                visit(source)
            found[layer] = read

    for output in model.outputs:
        visit(made_by[id(output)])
    return found


def boxes(model):
    """Returns the boxes of a graph in topological order.

    Normalisation, activation and dropout join an operation: the one before them, or the one after
    them where there is none before or where the graph begins with them (pre-activation).
    """
    read = sources(model)
    readers = {layer: [reader for reader in read if layer in read[reader]] for layer in read}
    first = next((layer for layer in read if kind(layer) is None), None)
    preactivation = first is not None and kind(read[first][0]) in ("input", "merge")

    def joins(layer, source, box):
        if readers[source] != [layer] or box.kind == "input" or kind(layer) == "merge":
            return False
        if box.kind is None:
            return True
        after = [kind(reader) for reader in readers[layer]]
        waits = preactivation or box.kind == "merge"
        waits = (
            waits and type(layer).__name__ != "Dropout" and len(after) == 1 != after.count("merge")
        )
        return kind(layer) is None and not waits

    owner = {}
    for layer, inputs in read.items():
        parents = [owner[source] for source in inputs]
        if len(parents) == 1 and joins(layer, inputs[0], parents[0]):
            owner[layer] = parents[0]
            parents[0].layers.append(layer)
        else:
            owner[layer] = Box([layer], parents)
    return list(dict.fromkeys(owner.values()))


def components(nodes):
    """Returns the connected parts of some boxes, each in the order of the boxes."""
    part = {box: box for box in nodes}
    for box in nodes:
        for parent in filter(part.get, box.parents):
            old, new = part[box], part[parent]
            part = {each: new if root is old else root for each, root in part.items()}
    return [[box for box in nodes if part[box] is root] for root in dict.fromkeys(part.values())]


def arrange(nodes):
    """Places boxes around x = 0 from y = 0 down: those on every path in the middle, branches in lanes.

    Returns:
        (left, right, height): how far they reach, in points.
    """
    place = {box: number for number, box in enumerate(nodes)}
    links = [(place[p], place[box]) for box in nodes for p in box.parents if p in place]
    starts, stops = (set(ends) for ends in zip(*links)) if links else (set(), set())
    links += [(-1, n) for n in place.values() if n not in stops]
    links += [(n, len(nodes)) for n in place.values() if n not in starts]
    spine = [n for n in place.values() if not any(a < n < b for a, b in links)]
    left = right = y = 0
    for before, here in pairwise([-1, *spine, len(nodes)]):
        lanes = components(nodes[before + 1 : here])
        if lanes == [nodes]:
            raise ValueError("branches that cross each other cannot be drawn")
        extents = [arrange(lane) for lane in lanes]
        if lanes:
            total = sum(a + b for a, b, _ in extents) + LANE * (len(lanes) - 1)
            tallest = max(height for *_, height in extents)
            x = -total / 2 if len(lanes) > 1 else -extents[0][0]
            left, right = max(left, -x), max(right, x + total)
            for lane, (reach, width, height) in zip(lanes, extents):
                for box in lane:
                    box.x += x + reach
                    box.y += y + (tallest - height) / 2
                x += reach + width + LANE
            y += tallest + GAP
        for box in nodes[here : here + 1]:
            box.y = y + box.height / 2
            y += box.height + GAP
            left, right = max(left, box.width / 2), max(right, box.width / 2)
    return left, right, y - GAP


def routes(nodes):
    """Returns a line for every link: straight down where that is free, else around the boxes."""
    taken, lines = [], []
    steps = [(side, 14 * n) for side in (1, -1) for n in range(1, 9)]
    tracks = {box.right(side) + side * far for box in nodes for side, far in steps}

    def free(line, ends):
        return not any(
            max(x1, x2) >= box.right(-1) - 4
            and min(x1, x2) <= box.right() + 4
            and max(y1, y2) >= box.bottom(-1) - 4
            and min(y1, y2) <= box.bottom() + 4
            for (x1, y1), (x2, y2) in pairwise(line)
            for box in nodes
            if box not in ends
        )

    def around(source, box):
        top, bottom = source.y + 6, box.y - 6
        for x in sorted(tracks, key=lambda x: (abs(x), -x)):
            side = 1 if x > 0 else -1
            line = [(source.right(side), top), (x, top), (x, bottom), (box.right(side), bottom)]
            outside = all(side * (x - each.right(side)) >= 12 for each in (source, box))
            apart = all(abs(x - x0) > 8 or top > end or bottom < start for x0, start, end in taken)
            if outside and apart and free(line, (source, box)):
                taken.append((x, top, bottom))
                return line
        raise ValueError("a link cannot be drawn around the boxes")

    for box in nodes:
        for source in box.parents:
            start, stop = source.bottom(), box.bottom(-1)
            forks = sum(source in each.parents for each in nodes) > 1
            turn = start + 10 if forks else stop - 18
            line = [(source.x, start), (source.x, turn), (box.x, turn), (box.x, stop)]
            if abs(source.x - box.x) < 1:
                line = [line[0], line[-1]]
            lines.append(line if free(line, (source, box)) else around(source, box))
    return lines


def draw_block(model, lang):
    """Draws a graph of layers from top to bottom, branches side by side, skips around the boxes."""
    nodes = boxes(model)
    for box in nodes:
        box.write(model, lang)
    last = nodes[-1]
    output = Box([], [last])
    output.add_name(say("output", lang))
    output.add([times(shape(last.layers[-1]))])
    if last.kind == "merge":
        last.lines.remove(output.lines[-1])
    nodes.append(output)
    for box in nodes:
        box.measure()
    operations = [box for box in nodes if box.kind not in ("input", "merge", None)]
    width, height = (max(getattr(box, side) for box in operations) for side in ("width", "height"))
    for box in operations:
        box.width, box.height = width, height
    arrange(nodes)
    canvas = Canvas()
    for line in routes(nodes):
        canvas.arrow(line)
    for box in nodes:
        box.draw(canvas)
    return canvas.finish(notes(model, lang))


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
    """Draws what the filters of each convolution cover: channels, filters, channels."""
    canvas, y = Canvas(), 0
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
        weights = math.prod(layer.kernel.shape)
        label = say("filters", lang).format(count, times((size, size, deep)), weights)
        canvas.text(279, y + 112, label)
        canvas.arrow([(164, y + 55), (186, y + 55)])
        canvas.arrow([(372, y + 55), (394, y + 55)])
        y += 144
    return canvas.finish([say("input channels", lang)])


def lesson_function(lesson, name):
    """Returns a function of the lesson's solutions, or the one below until the lesson is written."""
    return solutions(lesson)[name] if lesson in lesson_names() else globals()[name]


def block(function, input_shape, *arguments):
    """Returns the model that a function of symbolic tensors makes."""
    inputs = keras.Input(input_shape)
    return keras.Model(inputs, function(inputs, *arguments))


def normalised(x):
    return layers.ReLU()(layers.BatchNormalization()(x))


def inception(x, f1, f3_in, f3, f5_in, f5, pool_proj):
    """Szegedy et al. 2015, "Going deeper with convolutions", arXiv:1409.4842, figure 2b."""

    def conv(x, filters, kernel):
        return layers.Conv2D(filters, kernel, padding="same", activation="relu")(x)

    pooled = layers.MaxPooling2D(3, 1, padding="same")(x)
    branches = conv(x, f1, 1), conv(conv(x, f3_in, 1), f3, 3), conv(conv(x, f5_in, 1), f5, 5)
    return layers.Concatenate()([*branches, conv(pooled, pool_proj, 1)])


def inception_naive(x, f1, f3, f5):
    """The same paper, figure 2a."""
    branches = [
        layers.Conv2D(filters, kernel, padding="same", activation="relu")(x)
        for filters, kernel in ((f1, 1), (f3, 3), (f5, 5))
    ]
    return layers.Concatenate()([*branches, layers.MaxPooling2D(3, 1, padding="same")(x)])


def dense_block(x, num_layers, growth_rate):
    """Huang et al. 2017, "Densely connected convolutional networks", arXiv:1608.06993, figure 1."""
    for _ in range(num_layers):
        new = layers.Conv2D(growth_rate, 3, padding="same")(normalised(x))
        x = layers.Concatenate()([x, new])
    return x


def plain_block(x, num_layers, filters):
    """The layers of a dense block, each reading only the one before."""
    for _ in range(num_layers):
        x = layers.Conv2D(filters, 3, padding="same")(normalised(x))
    return x


def transition(x, compression):
    """Huang et al. 2017, section 3."""
    x = layers.Conv2D(int(x.shape[-1] * compression), 1)(normalised(x))
    return layers.AveragePooling2D(2)(x)


def standard_convolution(x, filters):
    """Howard et al. 2017, "MobileNets", arXiv:1704.04861, figure 3, left."""
    return normalised(layers.Conv2D(filters, 3, padding="same", use_bias=False)(x))


def depthwise_separable(x, filters, strides=1):
    """The same paper, figure 3, right."""
    x = layers.DepthwiseConv2D(3, strides, padding="same", use_bias=False)(x)
    return normalised(layers.Conv2D(filters, 1, use_bias=False)(normalised(x)))


def separable(input_shape, filters):
    return block(lesson_function("06_mobilenet", "depthwise_separable"), input_shape, filters)


# Name: how it is drawn, of which model, and its alt text in Spanish and English.
DRAWINGS = {
    "lenet5": (
        draw_network,
        lambda: lesson_function("01_lenet5", "build_lenet5")(),
        "LeNet-5, capa por capa: de una imagen de 28×28×1, por dos convoluciones de 5×5 con su "
        "agrupamiento promedio y una convolución con relleno «same», a mapas de 4×4×120; después, "
        "84 y 10 neuronas totalmente conectadas.",
        "LeNet-5, layer by layer: from a picture of 28×28×1, through two 5×5 convolutions, each with "
        "its average pooling, and a convolution with same padding, to maps of 4×4×120; then 84 and "
        "10 fully connected units.",
    ),
    "alexnet": (
        draw_network,
        lambda: lesson_function("02_alexnet", "build_alexnet")(),
        "AlexNet con imágenes de 32×32: el lado baja de 32 a 8, 4, 2 y 1 píxel, mientras los canales "
        "suben de 3 a 96, 256 y 384 y terminan en 256; después, dos capas totalmente conectadas de "
        "4096 y una de 10.",
        "AlexNet on pictures of 32×32: the side falls from 32 to 8, 4, 2 and 1 pixel, while the "
        "channels grow from 3 to 96, 256 and 384 and end at 256; then two fully connected layers of "
        "4096 and one of 10.",
    ),
    "alexnet_2012": (
        draw_network,
        networks.alexnet_2012,
        "La AlexNet de 2012 con imágenes de 227×227: el lado baja a 55, 27, 13 y 6 píxeles y los "
        "canales suben hasta 384; las capas totalmente conectadas reciben 6×6×256 y son de 4096, "
        "4096 y 1000.",
        "AlexNet of 2012 on pictures of 227×227: the side falls to 55, 27, 13 and 6 pixels and the "
        "channels grow to 384; the fully connected layers receive 6×6×256 and have 4096, 4096 and "
        "1000 units.",
    ),
    "inception": (
        draw_block,
        lambda: block(
            lesson_function("04_googlenet", "inception"), (28, 28, 192), 64, 96, 128, 16, 32, 32
        ),
        "Módulo Inception: cuatro ramas leen la misma entrada de 28×28×192: 1×1; 1×1 y 3×3; 1×1 y "
        "5×5; agrupamiento máximo de 3×3 y 1×1. Sus salidas se concatenan en 28×28×256.",
        "Inception module: four branches read the same input of 28×28×192: 1×1; 1×1 and 3×3; 1×1 and "
        "5×5; max pooling of 3×3 and 1×1. Their outputs are concatenated into 28×28×256.",
    ),
    "inception_naive": (
        draw_block,
        lambda: block(inception_naive, (28, 28, 192), 64, 128, 32),
        "Módulo Inception sin reducciones: convoluciones de 1×1, 3×3 y 5×5 y un agrupamiento máximo "
        "de 3×3 leen la misma entrada de 28×28×192; la concatenación tiene 416 canales.",
        "Inception module without reductions: convolutions of 1×1, 3×3 and 5×5 and a max pooling of "
        "3×3 read the same input of 28×28×192; the concatenation has 416 channels.",
    ),
    "dense_block": (
        draw_block,
        lambda: block(lesson_function("05_densenet", "dense_block"), (16, 16, 24), 3, 12),
        "Bloque denso de tres capas: cada una aplica BN, ReLU y una convolución de 3×3 con 12 "
        "filtros a la concatenación de todo lo anterior; los canales suben de 24 a 36, 48 y 60.",
        "Dense block of three layers: each applies BN, ReLU and a 3×3 convolution with 12 filters to "
        "the concatenation of everything before it; the channels grow from 24 to 36, 48 and 60.",
    ),
    "plain_block": (
        draw_block,
        lambda: block(plain_block, (16, 16, 24), 3, 12),
        "Las mismas tres capas en fila, sin conexiones entre ellas: cada una lee solo la anterior y "
        "la salida tiene 12 canales.",
        "The same three layers in a row, without the connections: each reads only the one before it "
        "and the output has 12 channels.",
    ),
    "transition": (
        draw_block,
        lambda: block(lesson_function("05_densenet", "transition"), (16, 16, 60), 0.5),
        "Capa de transición: BN, ReLU y una convolución de 1×1 reducen los canales de 60 a 30; un "
        "agrupamiento promedio de 2×2 reduce el lado de 16 a 8.",
        "Transition layer: BN, ReLU and a 1×1 convolution reduce the channels from 60 to 30; an "
        "average pooling of 2×2 reduces the side from 16 to 8.",
    ),
    "standard_convolution": (
        draw_block,
        lambda: block(standard_convolution, (112, 112, 32), 64),
        "Convolución estándar de 3×3 con 64 filtros, seguida de BN y ReLU: de 112×112×32 a "
        "112×112×64.",
        "Standard 3×3 convolution with 64 filters, followed by BN and ReLU: from 112×112×32 to "
        "112×112×64.",
    ),
    "depthwise_separable": (
        draw_block,
        lambda: separable((112, 112, 32), 64),
        "Convolución separable en profundidad: una convolución en profundidad de 3×3 y otra de 1×1 "
        "con 64 filtros, cada una seguida de BN y ReLU: de 112×112×32 a 112×112×64.",
        "Depthwise separable convolution: a 3×3 depthwise convolution and a 1×1 one with 64 filters, "
        "each followed by BN and ReLU: from 112×112×32 to 112×112×64.",
    ),
    "depthwise_idea": (
        draw_filters,
        lambda: [block(standard_convolution, (6, 6, 4), 6), separable((6, 6, 4), 6)],
        "Qué abarca un filtro. Convolución estándar: una ventana de 3×3 en los cuatro canales a la "
        "vez. En profundidad: una ventana de 3×3 en un solo canal, con un filtro para cada canal. "
        "Puntual: un píxel en los cuatro canales.",
        "What a filter covers. Standard convolution: a window of 3×3 in all four channels at once. "
        "Depthwise: a window of 3×3 in a single channel, with one filter for each channel. "
        "Pointwise: one pixel in all four channels.",
    ),
}


def pictures():
    """Yields (language, name, SVG) of every drawing."""
    style = {"font.family": "sans-serif", "font.sans-serif": ["DejaVu Sans", "Verdana"]}
    for name, (draw, make, *alts) in DRAWINGS.items():
        model = make()
        for lang, alt in zip(LANGUAGES, alts, strict=True):
            buffer = io.StringIO()
            with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": name, **style}):
                draw(model, lang).savefig(buffer, format="svg", metadata={"Date": None})
            yield lang, name, labelled(buffer.getvalue(), alt)


def labelled(svg, alt):
    """Returns an SVG with its alt text, and with its style on its root instead of for every page."""
    svg = re.sub(r"\s*<style.*?</style>| transform=\"rotate\(-0 .*?\"", "", svg, flags=re.DOTALL)
    root = f'<svg role="img" aria-label={quoteattr(alt)} style="stroke-linejoin: round"'
    start, end = svg.split("<svg", 1)
    attributes, body = end.split(">", 1)
    return f"{start}{root}{attributes}>\n <title>{escape(alt)}</title>{body}"


def main():
    for lang, name, svg in pictures():
        path = TARGET / lang / f"{name}.svg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(svg, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
