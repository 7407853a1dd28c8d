"""Draws a graph of layers from top to bottom."""

from dataclasses import dataclass, field
from itertools import pairwise

from sketch.canvas import COLOURS, LARGE, SMALL, Canvas, text_width, tint, wrapped
from sketch.words import extras, kind, listed, notes, say, shape, times, words

LANE, GAP = 26, 28  # points between branches and between rows
PASSIVE = ("input", "merge", "shape")  # what normalises or activates nothing of its own


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
        """Sets the lines of text, each (text, size, weight)."""
        plain = self.kind in ("input", "merge", None)
        run = []
        for layer in self.layers:
            if kind(layer):
                name, details = words(layer, model, lang)
                if plain:
                    details = [times(shape(layer))]
                units = getattr(layer, "filters", getattr(layer, "units", None))
                self.add_run(run)
                self.add_name(f"{name}, {units}" if units else name, "normal" if plain else "bold")
                self.add(details)
                run = []
            run += extras(layer, lang)
        self.add_run(run)

    def add_run(self, run):
        self.add([" → ".join(run)] if run else [])

    def add(self, texts):
        self.lines += [(text, SMALL, "normal") for text in texts]

    def add_name(self, name, weight="normal"):
        lines = wrapped(name[:1].upper() + name[1:], 15)
        self.lines += [(line, LARGE, weight) for line in lines]

    def measure(self):
        """Sets the size that the lines need."""
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
    preactivation = first is not None and kind(read[first][0]) in PASSIVE

    def joins(layer, source, box):
        if readers[source] != [layer] or box.kind == "input" or kind(layer) == "merge":
            return False
        if box.kind is None:
            return True
        after = [kind(reader) for reader in readers[layer]]
        stays = type(layer).__name__ == "Dropout" or len(after) != 1 or after == ["merge"]
        return kind(layer) is None and (stays or not (preactivation or box.kind in PASSIVE))

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
            max(x1, x2) >= box.right(-1) - 9
            and min(x1, x2) <= box.right() + 9
            and max(y1, y2) >= box.bottom(-1) - 9
            and min(y1, y2) <= box.bottom() + 9
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
    lanes = max(sum(box in each.parents for each in operations) for box in nodes)
    width, height = (max(getattr(box, side) for box in operations) for side in ("width", "height"))
    for box in operations:
        box.width, box.height = width, height if lanes > 1 else box.height
    arrange(nodes)
    canvas = Canvas()
    for line in routes(nodes):
        canvas.arrow(line)
    for box in nodes:
        box.draw(canvas)
    return canvas.finish(notes(model, lang))
