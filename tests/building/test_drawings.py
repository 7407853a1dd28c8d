"""The drawings are what the script makes of the layers now, readable, and each in its language."""

import csv
import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

import matplotlib
import numpy as np
import pytest
from matplotlib.colors import to_rgb

from autograde import LANGUAGES, ROOT
from autograde.parity import GLOSSARY
from autograde.source import SOURCES

FOLDER = ROOT / "assets" / "drawings"
COMMITTED = {(path.parent.name, path.stem): path for path in sorted(FOLDER.glob("*/*.svg"))}
SVG = "{http://www.w3.org/2000/svg}"
LITTLE_WORDS = {"es": {"de", "una", "con", "los", "y"}, "en": {"of", "the", "with", "and", "then"}}


@pytest.fixture(scope="module")
def script():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "assets"))
        import make_drawings

        yield make_drawings


@pytest.fixture(scope="module")
def sketch(script):
    import sketch.block
    import sketch.network
    import sketch.words

    return sketch


@pytest.fixture(scope="module")
def made(script):
    return {(lang, name): svg for lang, name, svg in script.pictures()}


def every_drawing(test):
    cases = [pytest.param(*key, id="-".join(key)) for key in COMMITTED]
    return pytest.mark.parametrize(("lang", "name"), cases)(test)


def root(lang, name):
    return ElementTree.parse(COMMITTED[lang, name]).getroot()


def style(element):
    return dict(entry.split(": ", 1) for entry in element.get("style").split("; "))


def texts(lang, name):
    """Yields (text, left, right, top, bottom) of every text, in points, where DejaVu Sans is there."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    for element in root(lang, name).iter(f"{SVG}text"):
        look = style(element)
        size = float(look["font-size"].removesuffix("px"))
        font = FontProperties(family="DejaVu Sans", weight=int(look.get("font-weight", 400)))
        width = TextPath((0, 0), element.text, size=size, prop=font).get_extents().width
        x, y = float(element.get("x")), float(element.get("y"))
        left = x - width / 2 if look.get("text-anchor") == "middle" else x
        yield element.text, left, left + width, y - 0.75 * size, y + 0.2 * size


def words(text):
    return set(re.findall(r"[^\W\d_]{2,}", text.lower()))


def english_terms():
    """Returns the terms of one word of the glossary that are another word in Spanish."""
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["en"] for row in rows} - {re.sub(r" \(.*", "", row["es"]) for row in rows}


def test_every_drawing_is_there_in_both_languages_and_no_other(script):
    assert set(COMMITTED) == {(lang, name) for lang in LANGUAGES for name in script.DRAWINGS}


def test_lessons_show_only_drawings_that_exist(script):
    for source in SOURCES.glob("*.md"):
        shown = set(re.findall(r'plot\.drawing\("(\w+)"\)', source.read_text(encoding="utf-8")))
        assert shown <= set(script.DRAWINGS), source.name


@every_drawing
def test_drawing_is_what_the_script_makes_now(made, lang, name):
    committed = COMMITTED[lang, name].read_text(encoding="utf-8")
    version = re.search(r"Matplotlib v([\w.]+)", committed)[1]
    if version != matplotlib.__version__:
        pytest.skip(f"drawn with Matplotlib {version}")
    assert committed == made[lang, name], "Run python assets/make_drawings.py"


@every_drawing
def test_drawing_says_what_it_shows_in_its_language(script, lang, name):
    svg = root(lang, name)
    label = svg.get("aria-label")
    assert svg.get("role") == "img"
    assert label == svg.find(f"{SVG}title").text == script.DRAWINGS[name][2 + (lang == "en")]
    said = set(re.findall(r"\w+", label.lower()))
    other = LITTLE_WORDS["en" if lang == "es" else "es"]
    assert said & LITTLE_WORDS[lang] and not said & other


@every_drawing
def test_labels_use_only_words_of_the_language(sketch, lang, name):
    known = sketch.words
    pairs = [pair[-2:] for pair in [*known.OPERATIONS.values(), *known.WORDS.values()]]
    vocabulary = words(" ".join(pair[lang == "es"] for pair in pairs))
    names = {*known.EXTRAS.values(), *known.ACTIVATIONS.values(), "tanh", "softmax"}
    drawn = words(" ".join(text for text, *_ in texts(lang, name)))
    assert drawn <= vocabulary | words(" ".join(names))
    if lang == "es":
        assert not drawn & english_terms()


@every_drawing
def test_text_can_be_read_in_print(lang, name):
    svg = root(lang, name)
    width, height = map(float, svg.get("viewBox").split()[2:])
    assert float(svg.get("width").removesuffix("pt")) == width <= 9 * 72
    for element in svg.iter(f"{SVG}text"):
        assert float(style(element)["font-size"].removesuffix("px")) >= 8, element.text
        assert style(element)["font-family"] == "'DejaVu Sans', 'Verdana', sans-serif"
    for text, left, right, top, bottom in texts(lang, name):
        assert left >= 0 and right <= width and top >= 0 and bottom <= height, text
    for one, two in combinations(texts(lang, name), 2):
        apart = one[2] <= two[1] or two[2] <= one[1] or one[4] <= two[3] or two[4] <= one[3]
        assert apart, (one[0], two[0])


@every_drawing
def test_drawing_is_a_small_file_on_white(lang, name):
    background = root(lang, name).find(f".//{SVG}path")
    assert style(background)["fill"] == "#ffffff"
    assert COMMITTED[lang, name].stat().st_size < 60_000


def luminance(colour):
    parts = np.array(to_rgb(colour))
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ (0.2126, 0.7152, 0.0722)


@every_drawing
def test_text_contrasts_with_what_is_behind_it(lang, name):
    filled = []
    for path in root(lang, name).iter(f"{SVG}path"):
        fill = style(path).get("fill", "black")
        xs, ys = np.reshape(re.findall(r"-?[\d.]+", path.get("d")), (-1, 2)).astype(float).T
        if fill != "none":
            filled.append((xs.min(), xs.max(), ys.min(), ys.max(), luminance(fill)))
    for element, (text, left, right, top, bottom) in zip(
        root(lang, name).iter(f"{SVG}text"), texts(lang, name)
    ):
        x, y = (left + right) / 2, (top + bottom) / 2
        behind = [light for x0, x1, y0, y1, light in filled if x0 <= x <= x1 and y0 <= y <= y1][-1]
        dark = luminance(style(element).get("fill", "black"))
        assert (behind + 0.05) / (dark + 0.05) >= 4.5, text


def residual(layers, x):
    y = layers.BatchNormalization()(layers.Conv2D(8, 3, padding="same")(x))
    y = layers.Conv2D(8, 3, padding="same")(layers.ReLU()(y))
    return layers.ReLU()(layers.Add()([layers.BatchNormalization()(y), x]))


def preactivated(layers, x):
    for _ in range(2):
        y = layers.ReLU()(layers.BatchNormalization()(x))
        x = layers.Conv2D(8, 3, padding="same")(y)
    return x


def squeezed(layers, x):
    y = layers.Conv2D(8, 3, padding="same", activation="relu")(x)
    gate = layers.Dense(2, activation="relu")(layers.GlobalAveragePooling2D(keepdims=True)(y))
    gate = layers.Dense(8, activation="sigmoid")(gate)
    return layers.Add()([layers.Multiply()([y, gate]), x])


def dense(layers, x):
    read = [x]
    for _ in range(3):
        inputs = layers.Concatenate()(read) if len(read) > 1 else x
        y = layers.ReLU()(layers.BatchNormalization()(inputs))
        read.append(layers.Conv2D(4, 3, padding="same")(y))
    return layers.Concatenate()(read)


def transformer(layers, x):
    x = layers.Reshape((64, 8))(x)
    y = layers.LayerNormalization()(x)
    x = layers.Add()([x, layers.Dropout(0.1)(layers.MultiHeadAttention(2, 4)(y, y))])
    y = layers.Dense(16, activation="gelu")(layers.LayerNormalization()(x))
    return layers.Add()([x, layers.Dense(8)(y)])


def nested(layers, x):
    y = layers.Conv2D(4, 1)(x)
    y = layers.Concatenate()([layers.Conv2D(4, 1)(y), layers.Conv2D(4, 1)(y)])
    return layers.Concatenate()([layers.Conv2D(8, 1)(x), y, x])


@pytest.fixture(params=[residual, squeezed, dense, transformer, nested])
def graph(script, request):
    layers = script.layers
    return script.block(lambda x: request.param(layers, x), (8, 8, 8))


def test_no_link_passes_through_a_box_and_no_boxes_meet(sketch, graph):
    nodes = sketch.block.boxes(graph)
    for box in nodes:
        box.write(graph, "en")
        box.measure()
    sketch.block.arrange(nodes)
    for one, two in combinations(nodes, 2):
        assert (
            abs(one.x - two.x) >= (one.width + two.width) / 2 + 8
            or abs(one.y - two.y) >= (one.height + two.height) / 2 + 8
        )
    lines = sketch.block.routes(nodes)
    assert len(lines) == sum(len(box.parents) for box in nodes)
    for line in lines:
        for start, end in pairwise(line):
            for x, y in np.linspace(start, end, 50):
                for box in nodes:
                    inside = (
                        abs(x - box.x) < box.width / 2 - 0.1,
                        abs(y - box.y) < box.height / 2 - 0.1,
                    )
                    assert not all(inside), box.lines


def test_every_layer_is_in_one_box(sketch, graph):
    held = [layer for box in sketch.block.boxes(graph) for layer in box.layers]
    assert len(held) == len(set(held)) and set(held) == set(graph.layers)


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (preactivated, ["input", "bn relu conv", "bn relu conv"]),
        (residual, ["input", "conv bn relu", "conv bn", "add relu"]),
        (dense, ["input", *["bn relu conv", "concatenate"] * 3]),
        (
            transformer,
            ["input", "reshape", "ln attention dropout", "add", "ln dense gelu", "dense", "add"],
        ),
    ],
)
def test_normalisation_and_activation_join_the_operation_they_belong_to(
    script, sketch, function, expected
):
    short = {"Fully connected": "dense", "2 heads": ""}
    model = script.block(lambda x: function(script.layers, x), (8, 8, 8))
    found = []
    for box in sketch.block.boxes(model):
        box.write(model, "en")
        line = " ".join(text for text, *_ in box.lines)
        for old, new in short.items():
            line = line.replace(old, new)
        found.append(" ".join(re.findall(r"[a-z]{2,}", line.lower())))
    assert found == expected


def test_a_long_network_is_wrapped_and_keeps_its_order(script, sketch):
    model = script.keras.Sequential([script.keras.Input((64, 64, 3))])
    for filters in range(8, 28):
        model.add(script.layers.Conv2D(filters, 3, padding="same"))
    steps = sketch.network.chain(model, "en")
    rows = sketch.network.in_rows(steps)
    assert len(rows) > 1 and [step for row in rows for step in row] == steps
    width, _ = script.draw_network(model, "en").get_size_inches()
    assert width <= 9


def test_a_network_with_branches_is_not_drawn_as_a_chain(script):
    model = script.block(lambda x: residual(script.layers, x), (8, 8, 8))
    with pytest.raises(ValueError, match="branches"):
        script.draw_network(model, "en")


def test_branches_that_cross_are_refused(script):
    def crossed(x):
        one, two = (script.layers.Conv2D(8, 1)(x) for _ in range(2))
        three, four = (script.layers.Add()([one, two]) for _ in range(2))
        return script.layers.Add()([three, four])

    with pytest.raises(ValueError, match="cross"):
        script.draw_block(script.block(crossed, (8, 8, 8)), "en")


def test_a_layer_without_words_is_named(script):
    model = script.block(script.layers.GaussianNoise(0.1), (8, 8, 8))
    with pytest.raises(KeyError, match="GaussianNoise"):
        script.draw_block(model, "en")
