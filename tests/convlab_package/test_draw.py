"""The digit pad: geometry of its pictures, its handlers and what stands in for it."""

import base64
import subprocess
import sys
import types
from pathlib import Path

import nbclient
import nbformat
import numpy as np
import pytest

from convlab import draw
from convlab.errors import PlainError
from convlab.i18n import set_language, tr

ROOT = Path(__file__).parents[2]
WIDGET = "application/vnd.jupyter.widget-view+json"
SENTENCE = "No widget runs here: this picture stands in for your drawing."


class FakeModel:
    """Reads every picture as a 7 and keeps what it was given."""

    def predict(self, pixels, verbose):
        self.pixels = pixels
        return np.full((1, 10), 0.02, np.float32) + 0.8 * np.eye(10, dtype=np.float32)[[7]]


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.delenv("CONVLAB_HEADLESS", raising=False)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    set_language("en")
    yield
    set_language("es")


@pytest.fixture
def shown(monkeypatch):
    """Bundles passed to IPython's display."""
    bundles = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, **_: bundles.append(bundle))
    return bundles


def extent(picture):
    rows, columns = np.nonzero(picture)
    return np.ptp(rows) + 1, np.ptp(columns) + 1


def centre_of_mass(picture):
    return np.array([(grid * picture).sum() for grid in np.indices(picture.shape)]) / picture.sum()


STROKES = {
    "example": draw.EXAMPLE_STROKES,
    "one": [[(60, 30), (60, 250)]],
    "dash": [[(20, 200), (260, 210)]],
    "seven in a corner": [[(15, 15), (75, 15), (40, 100)]],
    "dot": [[(270, 270)]],
}


@pytest.mark.parametrize("strokes", STROKES.values(), ids=STROKES)
def test_to_mnist_geometry(strokes):
    drawing = draw.rasterise(strokes)
    picture = draw.to_mnist(drawing)
    assert picture.shape == (28, 28)
    assert picture.dtype == np.uint8
    height, width = extent(drawing)
    small_height, small_width = extent(picture)
    assert max(small_height, small_width) == 20
    assert small_height == pytest.approx(height * 20 / max(height, width), abs=1)
    assert small_width == pytest.approx(width * 20 / max(height, width), abs=1)
    assert centre_of_mass(picture) == pytest.approx(np.array([14, 14]), abs=1)


def test_to_mnist_keeps_all_the_ink_of_a_lopsided_drawing():
    drawing = np.zeros((280, 280), np.uint8)
    drawing[:100, :200] = 255
    drawing[260:, :20] = 255
    height, width = extent(draw.to_mnist(drawing))
    assert (height, width) == (20, 14)


def test_to_mnist_empty():
    picture = draw.to_mnist(draw.rasterise([]))
    assert picture.shape == (28, 28)
    assert picture.dtype == np.uint8
    assert not picture.any()


def test_rasterise():
    drawing = draw.rasterise([[(40, 100), (240, 100)], [(140, 200)]], width=20)
    assert drawing.shape == (280, 280)
    assert drawing.dtype == np.uint8
    assert drawing[100, 35] == 255
    assert drawing[92, 32] == 0
    assert (drawing[:150, 140] > 127).sum() == pytest.approx(20, abs=1)
    assert (drawing[150:] > 127).sum() == pytest.approx(np.pi * 10**2, rel=0.05)
    assert ((drawing > 0) & (drawing < 255)).any()
    assert draw.rasterise([], size=50).shape == (50, 50)


def test_import_is_light():
    heavy = "{'tensorflow', 'keras', 'matplotlib', 'ipycanvas', 'ipywidgets', 'IPython'}"
    code = f"import sys, convlab.draw; print({heavy} & set(sys.modules))"
    output = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert output.stdout.strip() == "set()"


@pytest.mark.parametrize(
    "variable, value", [("CONVLAB_HEADLESS", "1"), ("NBGRADER_EXECUTION", "autograde")]
)
def test_headless_notebook(monkeypatch, variable, value):
    monkeypatch.setenv(variable, value)
    monkeypatch.setenv("COURSE_LANG", "en")
    code = """
import numpy as np
from convlab import draw

class Model:
    def predict(self, pixels, verbose):
        return np.eye(10)[[3]]

draw.digit_pad(Model())
"""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    resources = {"metadata": {"path": str(ROOT)}}
    nbclient.NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources=resources
    ).execute()
    picture, printed = notebook.cells[0].outputs
    assert set(picture.data) == {"image/png", "text/plain"}
    assert base64.b64decode(picture.data["image/png"]).startswith(b"\x89PNG")
    assert printed.text.strip() == tr(SENTENCE)


def test_without_ipycanvas(monkeypatch, shown, capsys):
    monkeypatch.setitem(sys.modules, "ipycanvas", None)
    draw.digit_pad(FakeModel())
    assert set(shown[0]) == {"image/png", "text/plain"}
    assert capsys.readouterr().out.strip() == tr(SENTENCE)


def test_widget_has_a_fallback(shown, capsys):
    draw.digit_pad(FakeModel())
    (bundle,) = shown
    assert set(bundle) == {WIDGET, "image/png", "text/plain"}
    assert bundle[WIDGET]["model_id"]
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert capsys.readouterr().out == ""


def test_colab(monkeypatch, shown):
    calls = []
    colab = types.ModuleType("google.colab")
    colab.output = types.SimpleNamespace(enable_custom_widget_manager=lambda: calls.append(1))
    monkeypatch.setitem(sys.modules, "google", types.ModuleType("google"))
    monkeypatch.setitem(sys.modules, "google.colab", colab)
    draw.digit_pad(FakeModel())
    assert calls == [1]
    assert WIDGET in shown[0]


def send(pad, event, **content):
    pad.canvas._handle_frontend_event(None, {"event": event, **content}, None)


def test_stroke_with_the_mouse():
    model = FakeModel()
    pad = draw.DigitPad(model)
    pad.read_button.click()
    assert pad.result.value == tr("Draw a digit on the black square first.")
    send(pad, "mouse_move", x=10, y=10)
    send(pad, "mouse_down", x=60, y=50)
    send(pad, "mouse_move", x=200, y=50)
    send(pad, "mouse_move", x=120, y=230)
    send(pad, "mouse_up", x=120, y=230)
    send(pad, "mouse_move", x=20, y=20)
    assert pad.strokes == [[(60, 50), (200, 50), (120, 230)]]
    pad.read_button.click()
    assert "82.0%" in pad.result.value
    assert "data:image/png;base64," in pad.result.value
    assert model.pixels.shape == (1, 28, 28, 1)
    assert model.pixels.dtype == np.float32
    assert 0 <= model.pixels.min() < 0.9 < model.pixels.max() <= 1
    pad.clear_button.click()
    assert pad.strokes == []
    assert pad.result.value == ""


def test_stroke_ends_outside_the_square():
    pad = draw.DigitPad(FakeModel())
    send(pad, "mouse_down", x=60, y=50)
    send(pad, "mouse_out", x=0, y=50)
    send(pad, "mouse_move", x=100, y=50)
    assert pad.strokes == [[(60, 50)]]


def test_stroke_with_a_finger():
    pad = draw.DigitPad(FakeModel())
    send(pad, "touch_start", touches=[{"x": 60, "y": 50}])
    send(pad, "touch_move", touches=[{"x": 90, "y": 80}])
    send(pad, "touch_end", touches=[])
    send(pad, "touch_move", touches=[{"x": 10, "y": 10}])
    assert pad.strokes == [[(60, 50), (90, 80)]]


def press(pad, *keys, shift=False):
    for key in keys:
        send(pad, "key_down", key=key, shift_key=shift, ctrl_key=False, meta_key=False)


def test_stroke_with_the_keyboard():
    pad = draw.DigitPad(FakeModel())
    press(pad, "ArrowUp", "ArrowUp", " ", "ArrowDown", "x", "ArrowRight", " ", "ArrowLeft")
    assert pad.strokes == [[(140, 120), (140, 130), (150, 130)]]
    press(pad, *["ArrowLeft"] * 40, " ", "ArrowDown")
    assert pad.strokes[1] == [(0, 130), (0, 140)]
    pad.clear_button.click()
    press(pad, " ")
    assert pad.strokes == [[(140, 140)]]


@pytest.mark.parametrize("shift, button", [(False, "read_button"), (True, "clear_button")])
def test_tab_leaves_the_canvas(monkeypatch, shift, button):
    pad = draw.DigitPad(FakeModel())
    focused = []
    for _ in ("read_button", "clear_button"):
        monkeypatch.setattr(
            type(pad.read_button), "send", lambda self, content: focused.append((self, content))
        )
    press(pad, "Tab", shift=shift)
    assert focused == [(getattr(pad, button), {"do": "focus"})]


def test_output_that_is_not_probabilities():
    logits = types.SimpleNamespace(predict=lambda pixels, verbose: np.full((1, 10), 3.0))
    with pytest.raises(PlainError, match="30.00"):
        draw.read_digit(logits, np.zeros((28, 28), np.uint8))
