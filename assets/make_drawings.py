"""Draws networks and blocks from their Keras layers, in assets/drawings/<lang>/<name>.svg.

    python assets/make_drawings.py

The same Matplotlib writes the same bytes. `convlab.plot.drawing` shows the result.
"""

import io
import re
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import keras
import matplotlib
from keras import layers
from sketch.block import draw_block
from sketch.filters import draw_filters
from sketch.network import draw_network
from sketch.plane import draw_dominance
from solved import solutions

from autograde import LANGUAGES
from convlab import networks

TARGET = Path(__file__).parent / "drawings"


def lesson_function(lesson, name):
    """Returns a function that the lesson's solved exercises define."""
    return solutions(lesson)[name]


def block(function, input_shape, *arguments):
    """Returns the model that a function of symbolic tensors makes."""
    inputs = keras.Input(input_shape)
    return keras.Model(inputs, function(inputs, *arguments))


def normalised(x):
    return layers.ReLU()(layers.BatchNormalization()(x))


def inception_naive(x, f1, f3, f5):
    """Szegedy et al. 2015, "Going deeper with convolutions", arXiv:1409.4842, figure 2a."""
    branches = [
        layers.Conv2D(filters, kernel, padding="same", activation="relu")(x)
        for filters, kernel in ((f1, 1), (f3, 3), (f5, 5))
    ]
    return layers.Concatenate()([*branches, layers.MaxPooling2D(3, 1, padding="same")(x)])


def plain_block(x, num_layers, filters):
    """The layers of a dense block, each reading only the one before."""
    for _ in range(num_layers):
        x = layers.Conv2D(filters, 3, padding="same")(normalised(x))
    return x


def standard_convolution(x, filters):
    """Howard et al. 2017, "MobileNets", arXiv:1704.04861, figure 3, left."""
    return normalised(layers.Conv2D(filters, 3, padding="same", use_bias=False)(x))


def encoder_block(x, heads):
    """Returns one block of Dosovitskiy et al. 2020, arXiv:2010.11929, equations 2 and 3."""
    y = layers.LayerNormalization()(x)
    x = layers.Add()([x, layers.MultiHeadAttention(heads, x.shape[-1] // heads)(y, y)])
    y = layers.Dense(2 * x.shape[-1], activation="gelu")(layers.LayerNormalization()(x))
    return layers.Add()([x, layers.Dense(x.shape[-1])(y)])


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
    "squeeze_excite": (
        draw_block,
        lambda: block(lesson_function("07_efficientnet", "squeeze_excite"), (16, 16, 96), 0.25),
        "Exprimir y excitar: la entrada de 16×16×96 se promedia canal por canal, pasa por "
        "convoluciones de 1×1 con 24 filtros y swish, y con 96 y sigmoide, y el resultado multiplica "
        "a la entrada.",
        "Squeeze and excitation: the input of 16×16×96 is averaged channel by channel, passes through "
        "1×1 convolutions with 24 filters and swish, and with 96 and sigmoid, and the result "
        "multiplies the input.",
    ),
    "mbconv": (
        draw_block,
        lambda: block(lesson_function("07_efficientnet", "mbconv"), (16, 16, 16), 16),
        "MBConv: una convolución de 1×1 ensancha de 16 a 96 canales, una en profundidad de 3×3 los "
        "recorre uno por uno, exprimir y excitar los pondera, otra de 1×1 los estrecha a 16, y la "
        "entrada se suma.",
        "MBConv: a 1×1 convolution widens from 16 to 96 channels, a 3×3 depthwise one goes over them "
        "one by one, squeeze and excitation weighs them, another 1×1 narrows them to 16, and the "
        "input is added.",
    ),
    "encoder_block": (
        draw_block,
        lambda: block(encoder_block, (64, 64), 4),
        "Bloque codificador: normalización por capas, atención con cuatro cabezas y suma con la "
        "entrada; después, normalización, una capa totalmente conectada de 128 con GELU, otra de 64 "
        "y otra suma.",
        "Encoder block: layer normalisation, attention with four heads and addition of the input; "
        "then normalisation, a fully connected layer of 128 with GELU, another of 64 and another "
        "addition.",
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
    "dominance": (
        draw_dominance,
        lambda: [(3, 80), (1, 60), (2, 60), (3, 70)],
        "Cuatro redes como puntos, hacia la derecha lo que cuestan y hacia arriba lo que logran. La 0 "
        "(3, 80) y la 1 (1, 60) forman el frente; la 2 (2, 60) y la 3 (3, 70) quedan en su sombra, "
        "más a la derecha o más abajo que alguna de ellas.",
        "Four networks as points, what they cost to the right and what they achieve upwards. 0 "
        "(3, 80) and 1 (1, 60) make up the front; 2 (2, 60) and 3 (3, 70) lie in their shade, further "
        "to the right or further down than one of them.",
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
