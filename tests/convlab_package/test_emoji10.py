"""Emoji-10: its pictures, the artists of its sets, and the artwork it is drawn from."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import convlab
from convlab import emoji10

ASSETS = convlab.ASSETS / "emoji10"
ENTRIES = json.loads((ASSETS / "atlas.json").read_text(encoding="utf-8"))
SPLITS = range(len(emoji10.SPLITS))


@pytest.fixture
def one_drawing(monkeypatch):
    """Every class is one square, red on its left and blue on its right, and backgrounds are black."""
    tile = np.zeros((64, 64, 4), np.uint8)
    tile[:, :32, 0] = tile[:, 32:, 2] = 200
    tile[..., 3] = 255
    monkeypatch.setattr(emoji10, "artwork", lambda names: (np.stack([tile] * 10), np.arange(10)))
    monkeypatch.setattr(emoji10, "_backgrounds", lambda count, generator: np.float32(0))


def test_shapes_types_and_range():
    x, y = emoji10.draw(500, emoji10.ARTISTS, 0)
    assert x.shape == (500, 32, 32, 3) and x.dtype == np.uint8
    assert y.shape == (500,) and y.dtype == np.int64
    assert x.min() == 0 and x.max() == 255 and 60 < x.mean() < 200


def test_ten_thousand_pictures_take_less_than_ten_seconds():
    started = time.process_time()
    x, _ = emoji10.draw(10_000, emoji10.artists(0)[0], 0)
    assert time.process_time() - started < 10
    assert len({picture.tobytes() for picture in x}) == 10_000


def test_a_seed_gives_always_the_same_pictures():
    np.random.seed(1)
    x, y = emoji10.draw(50, emoji10.ARTISTS, [3, 4])
    np.random.seed(2)
    same_x, same_y = emoji10.draw(50, emoji10.ARTISTS, [3, 4])
    np.testing.assert_array_equal(x, same_x)
    np.testing.assert_array_equal(y, same_y)


def test_another_seed_gives_other_pictures():
    x, y = emoji10.draw(50, emoji10.ARTISTS, [3, 4])
    other_x, other_y = emoji10.draw(50, emoji10.ARTISTS, [3, 5])
    assert not {picture.tobytes() for picture in x} & {picture.tobytes() for picture in other_x}
    assert y.tolist() != other_y.tolist()


@pytest.mark.parametrize("count", [1, 10, 1003])
def test_classes_are_balanced_and_in_random_order(count):
    _, y = emoji10.draw(count, emoji10.ARTISTS, 0)
    counts = np.bincount(y, minlength=10)
    assert len(y) == count and counts.max() - counts.min() <= 1
    assert count < 10 or y.tolist() != sorted(y)


def test_a_picture_shows_a_drawing_of_its_class(one_drawing, monkeypatch):
    tiles, labels = emoji10.artwork(())
    tiles[labels != 3, ..., :3] = 0
    monkeypatch.setattr(emoji10, "artwork", lambda names: (tiles, labels))
    x, y = emoji10.draw(100, (), 0)
    np.testing.assert_array_equal(x.any(axis=(1, 2, 3)), y == 3)


def test_only_the_chosen_artists_draw():
    everything, _ = emoji10.artwork(emoji10.ARTISTS)
    chosen, labels = emoji10.artwork(("noto", "twemoji"))
    wanted = [number for number, e in enumerate(ENTRIES) if e["artist"] in ("noto", "twemoji")]
    np.testing.assert_array_equal(chosen, everything[wanted])
    assert labels.tolist() == [ENTRIES[number]["label"] for number in wanted]


def test_position_size_turn_and_colour_vary(one_drawing):
    x, _ = emoji10.draw(300, (), 0)
    ink = x.max(axis=3) > 100
    area = ink.sum(axis=(1, 2))
    assert area.min() > 150 and area.max() > 2 * area.min()
    grid = np.arange(32)
    rows, columns = (ink.sum(axis=2) @ grid) / area, (ink.sum(axis=1) @ grid) / area
    assert rows.std() > 1 and columns.std() > 1
    red, blue = x[..., 0].max(axis=(1, 2)), x[..., 2].max(axis=(1, 2))
    for strength in (red, blue, red / blue):
        assert strength.max() > 1.4 * strength.min()
    is_red = x[..., 0] > 100
    offset = (is_red.sum(axis=1) @ grid) / is_red.sum(axis=(1, 2)) - columns
    assert 0.3 < (offset < 0).mean() < 0.7
    tilt = (is_red.sum(axis=2) @ grid) / is_red.sum(axis=(1, 2)) - rows
    assert tilt.std() > 0.5


def test_backgrounds_vary():
    backgrounds = emoji10._backgrounds(200, np.random.default_rng(0))
    assert backgrounds.shape == (200, 32, 32, 3)
    assert (backgrounds.mean(axis=(1, 2)).std(axis=0) > 20).all()
    assert backgrounds.std(axis=(1, 2)).min() > 1


@pytest.mark.parametrize("split", SPLITS)
def test_no_artist_is_in_two_sets_and_none_is_left_out(split):
    sets = emoji10.artists(split)
    assert len(sets) == 3 and all(sets)
    assert sorted(name for names in sets for name in names) == sorted(emoji10.ARTISTS)


@pytest.mark.parametrize("split", SPLITS)
def test_each_set_has_a_drawing_of_every_class(split):
    for names in emoji10.artists(split):
        assert set(emoji10.artwork(names)[1]) == set(range(10))
        assert set(emoji10.draw(10, names, 0)[1]) == set(range(10))


@pytest.mark.parametrize("split", SPLITS)
def test_no_drawing_is_in_two_sets(split):
    train, validation, test = (
        {tile.tobytes() for tile in emoji10.artwork(names)[0]} for names in emoji10.artists(split)
    )
    assert not train & validation and not train & test and not validation & test


def test_splits_differ():
    assert len({emoji10.artists(split) for split in SPLITS}) == 5


def test_the_list_of_drawings_matches_the_atlas():
    from matplotlib.image import imread

    height, width, channels = imread(ASSETS / "atlas.png").shape
    assert channels == 4 and height % emoji10.TILE == width % emoji10.TILE == 0
    columns = width // emoji10.TILE
    assert height // emoji10.TILE == -(-len(ENTRIES) // columns)
    tiles, labels = emoji10.artwork(emoji10.ARTISTS)
    assert len(tiles) == len(labels) == len(ENTRIES)
    assert (tiles[..., 3].max(axis=(1, 2)) > 200).all()
    spare = imread(ASSETS / "atlas.png")[-emoji10.TILE :, (len(ENTRIES) % columns) * emoji10.TILE :]
    assert len(ENTRIES) % columns == 0 or not spare[..., 3].any()


def test_every_drawing_fills_its_tile():
    tiles, _ = emoji10.artwork(emoji10.ARTISTS)
    ink = tiles[..., 3] > 0
    for across in (1, 2):
        extent = ink.any(axis=across).sum(axis=1)
        assert extent.min() > 16
    larger = np.maximum(ink.any(axis=1).sum(axis=1), ink.any(axis=2).sum(axis=1))
    assert larger.min() >= emoji10.TILE - 2


def test_every_artist_is_credited_with_a_licence():
    text = (ASSETS / "LICENCES.md").read_text(encoding="utf-8")
    credits = dict(re.findall(r"^\| `(\w+)` \| .+ \| .+ \| (.+) \|$", text, re.MULTILINE))
    assert {entry["artist"] for entry in ENTRIES} == set(emoji10.ARTISTS) == set(credits)
    for licence in credits.values():
        link = re.search(r"\]\((.+)\)", licence)[1]
        assert link.startswith("https://creativecommons.org/licenses/") or (ASSETS / link).is_file()


def test_the_atlas_is_small():
    assert (ASSETS / "atlas.png").stat().st_size < 1e6


def test_the_artwork_is_found_inside_an_installed_package(tmp_path):
    package = Path(convlab.__file__).parent
    shutil.copytree(package, tmp_path / "convlab", ignore=shutil.ignore_patterns("__pycache__"))
    installed = tmp_path / "convlab" / "assets" / "emoji10"
    shutil.copytree(ASSETS, installed, dirs_exist_ok=True)
    code = "import convlab; from convlab import emoji10; print(convlab.ASSETS); print(len(emoji10.artwork(['noto'])[0]))"
    out = subprocess.check_output(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        text=True,
    )
    drawings = sum(entry["artist"] == "noto" for entry in ENTRIES)
    assert out.splitlines() == [str(installed.parent), str(drawings)]
