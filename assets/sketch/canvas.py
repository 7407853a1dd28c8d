"""A sheet to draw on: boxes, arrows and text, measured in points."""

import math
import textwrap
from functools import cache

from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path as Outline
from matplotlib.textpath import TextPath

from convlab.plot import BLUE, GREEN, GREY, ORANGE, PURPLE

# In points: the page, the space around a drawing, and the sizes of text.
WIDTH, MARGIN, LARGE, SMALL = 9 * 72, 8, 10, 8.5
PALE = "#949494"
COLOURS = {"convolution": BLUE, "depthwise": PURPLE, "pooling": GREEN, "dense": ORANGE}
COLOURS |= {"attention": PURPLE, "input": GREY, "merge": GREY, "shape": GREY, None: GREY}


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

    def _add(self, patch, points):
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
        self._add(patch, [point for each in shapes for point in each])

    def polygon(self, points, fill, edge, width=1):
        self.polygons([points], fill, edge, width)

    def box(self, x, y, width, height, fill, edge):
        """Draws a rounded rectangle around (x, y)."""
        corner = x - width / 2, y - height / 2
        look = {"facecolor": fill, "edgecolor": edge, "linewidth": 1.3}
        patch = FancyBboxPatch(corner, width, height, "round,pad=0,rounding_size=5", **look)
        self._add(patch, [corner, (x + width / 2, y + height / 2)])

    def arrow(self, points, radius=8):
        """Draws a line through points, with round corners and a head at its end."""
        path, codes = [points[0]], [Outline.MOVETO]
        for before, corner, after in zip(points, points[1:], points[2:]):
            path += [towards(corner, before, radius), corner, towards(corner, after, radius)]
            codes += [Outline.LINETO, Outline.CURVE3, Outline.CURVE3]
        tip, back = points[-1], towards(points[-1], points[-2], 6)
        line = Outline([*path, back], [*codes, Outline.LINETO])
        self._add(PathPatch(line, facecolor="none", edgecolor=GREY, linewidth=1.2), points)
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
