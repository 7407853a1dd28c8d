"""Draws a chain of layers as boxes whose sides follow the shapes of their outputs."""

import math
import re
from dataclasses import dataclass
from itertools import combinations, pairwise

from keras.layers import Layer

from convlab.plot import GREY
from sketch.canvas import COLOURS, MARGIN, SMALL, WIDTH, Canvas, text_width, tint, wrapped
from sketch.words import extras, kind, notes, say, shape, times, words


@dataclass
class Step:
    """A layer of a chain: its box, a title for it, and the words above and below the arrow to it."""

    layer: Layer
    title: str
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
        self.width = max(self.thickness + 0.4 * self.depth, label, 24)
        self.gap = max(map(text_width, [*self.above, *self.below]), default=20) + 9

    def draw(self, canvas, x, y):
        """Draws the box and its title with its left edge at x around height y."""
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
        if self.title:
            canvas.text(middle, bottom - self.height - 8, self.title)


def chain(model, lang):
    """Returns the steps of a chain of layers; what is not an operation joins the one before."""
    steps, before = [], []
    for layer in model.layers:
        name, details = words(layer, model, lang) if kind(layer) else ("", [])
        if kind(layer) == "merge":
            raise ValueError("a network with branches is not a chain")
        if not name:
            steps[-1].below += extras(layer, lang)
        elif kind(layer) == "shape":
            before.append(f"{name},")
        else:
            symbol = re.fullmatch("[A-Z][0-9]+", layer.name)
            title = name if kind(layer) == "input" else symbol[0] if symbol else ""
            above = [*before, *wrapped(name, 13), *details]
            steps.append(Step(layer, title, above, extras(layer, lang)))
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
