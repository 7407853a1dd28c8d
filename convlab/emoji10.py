"""Emoji-10: pictures of CIFAR-10's ten classes drawn from free emoji artwork, its offline stand-in.

Credits and licences of the artwork: assets/emoji10/LICENCES.md.
"""

import json

import numpy as np

from convlab import ASSETS

SIDE, TILE = 32, 64  # pixels
# FxEmoji has no deer, so it always trains beside others. (validation, test) of each split:
SPLITS = (
    ("twemoji", "noto"),
    ("noto", "fluent"),
    ("fluent", "emojione"),
    ("emojione", "twemoji"),
    ("noto", "emojione"),
)
ARTISTS = ("noto", "fluent", "twemoji", "emojione", "fxemoji")
CHUNK = 1000  # pictures drawn at a time, to bound memory


def artists(split):
    """Returns the artists of the three sets of a split: training, validation, test.

    Args:
        split: 0 to 4.

    Returns:
        Three tuples of names; no name is in two of them.
    """
    validation, test = SPLITS[split]
    return tuple(a for a in ARTISTS if a not in (validation, test)), (validation,), (test,)


def artwork(names):
    """Returns the drawings of some artists.

    Args:
        names: of artists.

    Returns:
        (tiles, labels): (D, 64, 64, 4) uint8, red, green, blue and opacity, and (D,) int64.
    """
    from matplotlib.image import imread

    folder = ASSETS / "emoji10"
    entries = json.loads((folder / "atlas.json").read_text(encoding="utf-8"))
    atlas = (imread(folder / "atlas.png") * 255).round().astype(np.uint8)
    rows, columns = atlas.shape[0] // TILE, atlas.shape[1] // TILE
    tiles = atlas.reshape(rows, TILE, columns, TILE, 4).swapaxes(1, 2).reshape(-1, TILE, TILE, 4)
    chosen = [index for index, entry in enumerate(entries) if entry["artist"] in names]
    labels = np.array([entries[index]["label"] for index in chosen], dtype=np.int64)
    return tiles[chosen], labels


def _backgrounds(count, generator):
    """Returns smooth random backgrounds: four random corner colours, blended, with some noise."""
    corners = generator.integers(0, 256, (count, 2, 2, 3)).astype(np.float32)
    ramp = np.linspace(0, 1, SIDE, dtype=np.float32)
    blend = np.stack([1 - ramp, ramp])
    smooth = np.einsum("ay,bx,nabc->nyxc", blend, blend, corners, optimize=True)
    amplitude = generator.uniform(0, 24, (count, 1, 1, 1)).astype(np.float32)
    return smooth + amplitude * generator.standard_normal(smooth.shape, dtype=np.float32)


def _sampled(tiles, which, generator):
    """Returns each chosen tile turned, scaled, moved, mirrored, bilinear, on SIDE × SIDE pixels."""
    count, side = len(which), tiles.shape[1]
    angle = generator.uniform(-0.45, 0.45, count)
    size = generator.uniform(0.55, 1.0, count) * SIDE
    mirror = generator.choice((-1.0, 1.0), count)
    slack = np.maximum(SIDE - 0.8 * size, 0) / 2
    shift = generator.uniform(-1, 1, (2, count)) * slack
    grid = np.arange(SIDE) - (SIDE - 1) / 2
    y = grid[None, :, None] - shift[0][:, None, None]
    x = grid[None, None, :] - shift[1][:, None, None]
    cosine, sine = np.cos(angle)[:, None, None], np.sin(angle)[:, None, None]
    scale = (side / size)[:, None, None]
    row = (cosine * y - sine * x) * scale + (side - 1) / 2
    column = (sine * y + cosine * x) * scale * mirror[:, None, None] + (side - 1) / 2
    row, column = np.clip(row, -1, side) + 1, np.clip(column, -1, side) + 1
    top, left = np.minimum(row.astype(int), side), np.minimum(column.astype(int), side)
    down, right = (row - top).astype(np.float32), (column - left).astype(np.float32)
    # Colours times opacity, with an empty border, so that edges blend without fringes.
    premultiplied = np.pad(tiles, ((0, 0), (1, 1), (1, 1), (0, 0)))
    flat = premultiplied.reshape(-1, 4)
    width = side + 2
    corner = (which[:, None, None] * width + top) * width + left
    sampled = np.zeros((count, SIDE, SIDE, 4), np.float32)
    for offset, weight in (
        (0, (1 - down) * (1 - right)),
        (1, (1 - down) * right),
        (width, down * (1 - right)),
        (width + 1, down * right),
    ):
        sampled += weight[..., None] * flat[corner + offset]
    return sampled


def draw(count, names, seed):
    """Draws pictures, each class equally often, in random order.

    Each is one drawing, with random position, size, turn, mirroring and colour, on a random background.

    Args:
        count: number of pictures.
        names: the artists whose drawings are used.
        seed: pictures from the same seed are the same.

    Returns:
        (x, y): (count, 32, 32, 3) uint8, and (count,) int64 from 0 to 9.
    """
    generator = np.random.default_rng(seed)
    tiles, labels = artwork(names)
    tiles = tiles.astype(np.float32)
    tiles[..., :3] *= tiles[..., 3:] / 255
    half = tiles.reshape(len(tiles), TILE // 2, 2, TILE // 2, 2, 4).mean(axis=(2, 4))
    y = generator.permutation(np.arange(count) % 10)
    of_class = [np.flatnonzero(labels == label) for label in range(10)]
    which = np.array([generator.choice(of_class[label]) for label in y], dtype=np.int64)
    x = np.empty((count, SIDE, SIDE, 3), np.uint8)
    for start in range(0, count, CHUNK):
        part = which[start : start + CHUNK]
        layer = _sampled(half, part, generator)
        gain = generator.uniform(0.7, 1.25, (len(part), 1, 1, 3)).astype(np.float32)
        opacity = layer[..., 3:] / 255
        picture = layer[..., :3] * gain + (1 - opacity) * _backgrounds(len(part), generator)
        x[start : start + CHUNK] = np.clip(picture, 0, 255)
    return x, y
