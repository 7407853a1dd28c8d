"""Makes the atlas of Emoji-10, `emoji10/atlas.png` and `emoji10/atlas.json`, from free emoji artwork.

    python assets/make_emoji10.py

Needs npm, which brings the artwork, and the extra `assets` of pyproject.toml, which draws it.
Tiles stand in rows of `COLUMNS`; entry k of the JSON says what tile k shows and who drew it.
"""

import io
import json
import subprocess
import tempfile
from pathlib import Path

import resvg_py
from PIL import Image

ATLAS = Path(__file__).parent / "emoji10"
TILE, COLUMNS = 64, 16  # pixels, tiles
CLASSES = "airplane automobile bird cat deer dog frog horse ship truck".split()

# Packages of the npm registry, at the versions from which the atlas was made.
PACKAGES = {
    "noto": "@iconify-json/noto@1.2.9",
    "fluent": "@iconify-json/fluent-emoji-flat@1.2.6",
    "twemoji": "@iconify-json/twemoji@1.2.5",
    "emojione": "@iconify-json/emojione@1.2.3",
    "fxemoji": "@iconify-json/fxemoji@1.2.2",
}
# As in CIFAR-10, "automobile" has no pickup and "truck" holds big trucks only.
ICONS = {
    "airplane": "airplane small-airplane airplane-departure airplane-arrival",
    "automobile": "automobile oncoming-automobile sport-utility-vehicle taxi oncoming-taxi "
    "police-car oncoming-police-car oncomingautomobile oncomingtaxi policecar oncomingpolicecar",
    "bird": "bird eagle duck dove owl parrot flamingo chicken rooster doveofpeace",
    "cat": "cat cat-face black-cat grinning-cat grinning-cat-face catside",
    "deer": "deer moose",
    "dog": "dog dog-face guide-dog service-dog poodle",
    "frog": "frog frog-face",
    "horse": "horse horse-face horseface",
    "ship": "ship passenger-ship ferry motor-boat speedboat sailboat",
    "truck": "delivery-truck articulated-lorry fire-engine deliverytruck articulatedlorry fireengine",
}


def artwork(folder):
    """Yields (class, artist, icon, SVG text) for every drawing, after `npm install` in `folder`."""
    subprocess.run(
        ["npm", "install", "--silent", "--prefix", folder, *PACKAGES.values()], check=True
    )
    for artist, package in PACKAGES.items():
        name = package.rpartition("@")[0]
        icons = json.loads(Path(folder, "node_modules", name, "icons.json").read_text())
        for label in CLASSES:
            for icon in ICONS[label].split():
                if icon not in icons["icons"]:
                    continue
                drawing = icons["icons"][icon]
                width = drawing.get("width", icons["width"])
                height = drawing.get("height", icons["height"])
                left, top = drawing.get("left", 0), drawing.get("top", 0)
                yield (
                    label,
                    artist,
                    icon,
                    f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
                    f'viewBox="{left} {top} {width} {height}">{drawing["body"]}</svg>',
                )


def tile(svg):
    """Returns a drawing as an RGBA picture of TILE × TILE pixels, its visible part as large as fits."""
    large = Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=svg, width=4 * TILE)))
    visible = large.convert("RGBA").crop(large.getbbox())
    visible.thumbnail((TILE, TILE), Image.Resampling.LANCZOS)
    square = Image.new("RGBA", (TILE, TILE))
    square.paste(visible, ((TILE - visible.width) // 2, (TILE - visible.height) // 2))
    return square


def main():
    with tempfile.TemporaryDirectory() as folder:
        drawings = list(artwork(folder))
    rows = -(-len(drawings) // COLUMNS)
    atlas = Image.new("RGBA", (COLUMNS * TILE, rows * TILE))
    for number, (*_, svg) in enumerate(drawings):
        atlas.paste(tile(svg), (number % COLUMNS * TILE, number // COLUMNS * TILE))
    atlas.save(ATLAS / "atlas.png", optimize=True)
    entries = [
        {"label": CLASSES.index(label), "artist": artist, "icon": icon}
        for label, artist, icon, _ in drawings
    ]
    lines = ",\n".join(json.dumps(entry) for entry in entries)
    (ATLAS / "atlas.json").write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
