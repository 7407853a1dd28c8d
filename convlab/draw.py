"""A square where a student draws a digit and a trained network reads it.

Source: Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, "Gradient-based learning applied to document
recognition", Proceedings of the IEEE 86(11), 1998, section III-A, for how the MNIST pictures were
made. https://doi.org/10.1109/5.726791
"""

import base64
import html
import importlib.util
import io
import itertools
import os
import sys

import numpy as np
from PIL import Image, ImageDraw

from convlab.errors import PlainError
from convlab.i18n import tr

PAD_SIZE = 280
BRUSH_WIDTH = 24
SUPERSAMPLING = 4
ARROWS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, -1), "ArrowDown": (0, 1)}
ARROW_STEP = 10  # pixels

EXAMPLE_STROKES = [
    [
        (88, 72), (104, 56), (126, 47), (150, 48), (170, 60), (179, 80), (174, 103), (158, 120),
        (132, 131), (160, 136), (181, 150), (191, 173), (186, 200), (168, 221), (142, 232),
        (114, 229), (91, 215), (80, 198),
    ]
]  # fmt: skip


def rasterise(strokes, size=PAD_SIZE, width=BRUSH_WIDTH):
    """Paints strokes in white on black, with round ends and joints.

    Args:
        strokes: list of strokes, each a list of (x, y) points in pixels, x to the right and y down.
        size: side of the picture in pixels.
        width: width of the brush in pixels.

    Returns:
        (size, size) uint8 array, 0 for black and 255 for white.
    """
    side = size * SUPERSAMPLING
    radius = width * SUPERSAMPLING / 2
    image = Image.new("L", (side, side))
    pen = ImageDraw.Draw(image)
    for stroke in strokes:
        points = [(x * SUPERSAMPLING, y * SUPERSAMPLING) for x, y in stroke]
        pen.line(points, fill=255, width=round(2 * radius))
        for x, y in points:
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    return np.asarray(image.resize((size, size), Image.Resampling.BOX))


def to_mnist(picture):
    """Gives a drawing the size and the position of the MNIST digits.

    The digit is scaled, keeping its aspect ratio, so that its longer side measures 20 pixels, and
    moved so that its centre of mass falls on the centre of a 28 x 28 picture.

    Args:
        picture: (height, width) uint8 array, white digit on black.

    Returns:
        (28, 28) uint8 array; all zeros when `picture` is empty.

    Source:
        LeCun et al. (1998), section III-A.
    """
    centred = np.zeros((28, 28), np.uint8)
    if not picture.any():
        return centred
    rows = np.flatnonzero(picture.any(axis=1))
    columns = np.flatnonzero(picture.any(axis=0))
    digit = picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = 20 / max(digit.shape)
    height, width = (max(1, round(side * scale)) for side in digit.shape)
    image = Image.fromarray(digit.astype(np.float32))
    small = np.asarray(image.resize((width, height), Image.Resampling.BILINEAR))
    mass = small.sum()
    centre_row = small.sum(axis=1) @ np.arange(height) / mass
    centre_column = small.sum(axis=0) @ np.arange(width) / mass
    top = np.clip(round(14 - centre_row), 0, 28 - height)
    left = np.clip(round(14 - centre_column), 0, 28 - width)
    centred[top : top + height, left : left + width] = np.rint(small)
    return centred


def read_digit(model, picture):
    """Asks the network which digit a 28 x 28 picture shows.

    Args:
        model: Keras model from (1, 28, 28, 1) float32 in [0, 1] to (1, 10) probabilities.
        picture: (28, 28) uint8 array.

    Returns:
        (10,) float array, the probability of each digit.

    Raises:
        PlainError: the output of `model` is not ten probabilities.
    """
    pixels = picture.astype(np.float32)[np.newaxis, :, :, np.newaxis] / 255
    output = np.asarray(model.predict(pixels, verbose=0))
    if output.shape != (1, 10) or output.min() < 0 or not np.isclose(output.sum(), 1, atol=1e-2):
        raise PlainError(
            tr(
                "For one picture the network must give ten probabilities that add up to 1, in an "
                "array of shape (1, 10); its output has shape {shape} and adds up to {total:.2f}.",
                shape=output.shape,
                total=float(output.sum()),
            )
        )
    return output[0]


def result_line(probabilities):
    """Returns the sentence that names the most likely digit."""
    digit = int(np.argmax(probabilities))
    return tr(
        "The network reads the digit {digit} with a probability of {probability:.1%}.",
        digit=digit,
        probability=float(probabilities[digit]),
    )


def result_png(picture, probabilities, caption=None):
    """Plots what the network sees beside the ten probabilities it gives.

    Args:
        picture: (28, 28) uint8 array.
        probabilities: (10,) float array.
        caption: a sentence over the plot, or None.

    Returns:
        The plot as PNG bytes.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 3.2 if caption else 2.8), layout="constrained")
    picture_axes, bar_axes = figure.subplots(1, 2, width_ratios=(1, 1.6))
    picture_axes.imshow(picture, cmap="gray", vmin=0, vmax=255)
    picture_axes.set_title(tr("What the network sees"), fontsize="medium")
    picture_axes.set_xlabel(tr("28 × 28 pixels"))
    picture_axes.set_xticks([])
    picture_axes.set_yticks([])
    colours = ["tab:blue"] * 10
    colours[int(np.argmax(probabilities))] = "tab:orange"
    bar_axes.bar(range(10), probabilities, color=colours)
    bar_axes.set_title(result_line(probabilities), fontsize="medium")
    bar_axes.set_xlabel(tr("Digit"))
    bar_axes.set_ylabel(tr("Probability"))
    bar_axes.set_xticks(range(10))
    bar_axes.set_ylim(0, 1)
    if caption:
        figure.suptitle(caption, fontsize="medium")
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=100)
    return buffer.getvalue()


class DigitPad:
    """The canvas, its two buttons and the network's answer.

    Attributes:
        strokes: list of strokes, each a list of (x, y) points in pixels of the canvas.
        pen: where the keyboard would draw, an (x, y) point; None until it has been used.
        box: the widget that holds all the others.
    """

    def __init__(self, model):
        import ipywidgets
        from ipycanvas import Canvas

        self.model = model
        self.strokes = []
        self.drawing = False
        self.pen = None
        self.canvas = Canvas(width=PAD_SIZE, height=PAD_SIZE)
        self.canvas.layout.width = self.canvas.layout.height = f"{PAD_SIZE}px"
        self.elsewhere = Canvas(width=1, height=1)
        self.read_button = ipywidgets.Button(description=tr("Read"), button_style="primary")
        self.clear_button = ipywidgets.Button(description=tr("Clear"))
        self.result = ipywidgets.HTML()
        self.box = ipywidgets.VBox(
            [
                ipywidgets.HTML(
                    tr(
                        "Draw a digit on the black square with the mouse or a finger, then press "
                        "“{button}”. From the keyboard: the arrows move the pen, and space lowers "
                        "or lifts it.",
                        button=tr("Read"),
                    )
                ),
                self.clear_button,
                self.canvas,
                self.read_button,
                self.result,
            ]
        )
        self.read_button.on_click(self.read)
        self.clear_button.on_click(self.clear)
        self.canvas.on_client_ready(self.repaint)
        self.canvas.on_mouse_down(self.press)
        self.canvas.on_mouse_move(self.drag)
        self.canvas.on_mouse_up(self.release)
        self.canvas.on_mouse_out(self.release)
        self.canvas.on_touch_start(lambda points: self.press(*points[0]))
        self.canvas.on_touch_move(lambda points: self.drag(*points[0]))
        self.canvas.on_touch_end(self.release)
        self.canvas.on_touch_cancel(self.release)
        self.canvas.on_key_down(self.press_key)
        self.repaint()

    def press(self, x, y):
        """Starts a stroke."""
        self.drawing = True
        self.strokes.append([(x, y)])
        self.canvas.fill_circle(x, y, BRUSH_WIDTH / 2)

    def drag(self, x, y):
        """Lengthens the stroke under way, if there is one."""
        if self.drawing:
            stroke = self.strokes[-1]
            self.canvas.stroke_line(*stroke[-1], x, y)
            stroke.append((x, y))

    def release(self, *_):
        """Ends the stroke under way."""
        self.drawing = False

    def press_key(self, key, shift, control, meta):
        """Draws with the arrows and space; Tab moves the focus on, since ipycanvas keeps every key to itself."""
        x, y = self.pen or (PAD_SIZE // 2, PAD_SIZE // 2)
        if key == "Tab":
            button = self.clear_button if shift else self.read_button
            button.send({"do": "focus"})
        elif key == " ":
            self.pen = x, y
            if self.drawing:
                self.release()
                self.repaint()
            else:
                self.press(x, y)
        elif key in ARROWS:
            self.pen = tuple(
                min(max(place + ARROW_STEP * step, 0), PAD_SIZE)
                for place, step in zip((x, y), ARROWS[key])
            )
            if self.drawing:
                self.drag(*self.pen)
            else:
                self.repaint()

    def repaint(self):
        """Paints the black square, the strokes there are and the keyboard's pen where it is lifted."""
        from ipycanvas import hold_canvas

        with hold_canvas():
            # ipycanvas names a canvas only when drawing moves to it, and a page that has just loaded heard of none.
            self.elsewhere.clear()
            self.canvas.fill_style = "black"
            self.canvas.fill_rect(0, 0, PAD_SIZE, PAD_SIZE)
            self.canvas.fill_style = self.canvas.stroke_style = "white"
            self.canvas.line_width = BRUSH_WIDTH
            self.canvas.line_cap = "round"
            for stroke in self.strokes:
                self.canvas.fill_circle(*stroke[0], BRUSH_WIDTH / 2)
                for start, end in itertools.pairwise(stroke):
                    self.canvas.stroke_line(*start, *end)
            if self.pen and not self.drawing:
                self.canvas.fill_style = "orange"
                self.canvas.fill_circle(*self.pen, BRUSH_WIDTH / 4)
                self.canvas.fill_style = "white"

    def clear(self, *_):
        """Forgets the drawing and the answer."""
        self.strokes.clear()
        self.drawing, self.pen = False, None
        self.result.value = ""
        self.repaint()

    def read(self, *_):
        """Shows what the network reads in the drawing."""
        picture = to_mnist(rasterise(self.strokes))
        if not picture.any():
            self.result.value = html.escape(tr("Draw a digit on the black square first."))
            return
        probabilities = read_digit(self.model, picture)
        line = html.escape(result_line(probabilities))
        png = base64.b64encode(result_png(picture, probabilities)).decode()
        self.result.value = f'{line}<br><img alt="{line}" src="data:image/png;base64,{png}">'


def digit_pad(model):
    """Displays a square to draw a digit on, read by `model`.

    Where no widget runs, a picture stands in: `EXAMPLE_STROKES`, read by `model`.

    Args:
        model: Keras model from (1, 28, 28, 1) float32 in [0, 1] to (1, 10) probabilities.

    Raises:
        PlainError: the output of `model` is not ten probabilities.
    """
    from IPython.display import display

    sentence = tr("No widget runs here: this picture stands in for your drawing.")
    picture = to_mnist(rasterise(EXAMPLE_STROKES))
    probabilities = read_digit(model, picture)
    line = result_line(probabilities)
    bundle = {
        "image/png": base64.b64encode(result_png(picture, probabilities, sentence)).decode(),
        "text/plain": f"{sentence} {line}",
    }
    metadata = {"image/png": {"alt": line}}
    if (
        os.environ.get("CONVLAB_HEADLESS") == "1"
        or "NBGRADER_EXECUTION" in os.environ
        or importlib.util.find_spec("ipycanvas") is None
    ):
        display(bundle, metadata=metadata, raw=True)
        print(sentence)
        return
    if "google.colab" in sys.modules:
        from google.colab import output

        output.enable_custom_widget_manager()
    pad = DigitPad(model)
    bundle["application/vnd.jupyter.widget-view+json"] = {
        "version_major": 2,
        "version_minor": 0,
        "model_id": pad.box.model_id,
    }
    display(bundle, metadata=metadata, raw=True)
