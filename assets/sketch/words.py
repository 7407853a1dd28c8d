"""What the drawings say about a Keras layer, in Spanish and English."""

OPERATIONS = {
    "InputLayer": ("input", "input", "entrada"),
    "Conv2D": ("convolution", "conv", "conv"),
    "DepthwiseConv2D": ("depthwise", "depthwise conv", "conv en profundidad"),
    "MaxPooling2D": ("pooling", "max pooling", "agrupamiento máximo"),
    "AveragePooling2D": ("pooling", "average pooling", "agrupamiento promedio"),
    "GlobalAveragePooling1D": ("pooling", "global average pooling", "agrupamiento promedio global"),
    "GlobalAveragePooling2D": ("pooling", "global average pooling", "agrupamiento promedio global"),
    "Dense": ("dense", "fully connected", "totalmente conectada"),
    "MultiHeadAttention": ("attention", "attention", "atención"),
    "Flatten": ("shape", "flatten", "aplanar"),
    "Reshape": ("shape", "reshape", "cambiar la forma"),
    "Concatenate": ("merge", "concatenate", "concatenar"),
    "Add": ("merge", "add", "sumar"),
    "Multiply": ("merge", "multiply", "multiplicar"),
}
EXTRAS = {"BatchNormalization": "BN", "LayerNormalization": "LN", "Dropout": "dropout"}
EXTRAS |= {"ReLU": "ReLU", "local_response_normalisation": "LRN"}
ACTIVATIONS = {"relu": "ReLU", "gelu": "GELU", "silu": "swish"}
WORDS = {
    "output": ("output", "salida"),
    "stride": ("stride", "paso"),
    "same": ("padding “same”", "relleno «same»"),
    "heads": ("heads", "cabezas"),
    "groups": ("groups", "grupos"),
    "sigmoid": ("sigmoid", "sigmoide"),
    "BN": ("BN: batch normalisation.", "BN: normalización por lotes."),
    "LN": ("LN: layer normalisation.", "LN: normalización por capas."),
    "LRN": ("LRN: local response normalisation.", "LRN: normalización de respuesta local."),
    "all same": ("Padding is “same” throughout.", "El relleno es siempre «same»."),
    "not to scale": (
        "Below each box: height × width × channels; the boxes are not to scale.",
        "Debajo de cada bloque: alto × ancho × canales; los bloques no están a escala.",
    ),
    "channels": ("{} channels", "{} canales"),
    "input channels": ("Cᵢₙ: channels of the input.", "Cᵢₙ: canales de la entrada."),
    "filters": ("{} filters of {}: {} weights", "{} filtros de {}: {} pesos"),
    "separable": (
        "Depthwise and pointwise together: {} weights in place of {}.",
        "En profundidad y puntual juntas: {} pesos en lugar de {}.",
    ),
    "score": ("achieves", "logra"),
    "cost": ("costs", "cuesta"),
    "dominated": (
        "0 and 1 make up the front; what lies in their shade, 2 and 3, they dominate.",
        "0 y 1 forman el frente; dominan lo que queda en su sombra, 2 y 3.",
    ),
    "standard": (
        "Standard convolution: each filter covers k×k×Cᵢₙ, the window in every channel",
        "Convolución estándar: cada filtro abarca k×k×Cᵢₙ, la ventana en todos los canales",
    ),
    "depthwise": (
        "Depthwise convolution: each filter covers k×k×1, the window in its own channel",
        "Convolución en profundidad: cada filtro abarca k×k×1, la ventana en su propio canal",
    ),
    "pointwise": (
        "Pointwise convolution: each filter covers 1×1×Cᵢₙ, one position in every channel",
        "Convolución puntual: cada filtro abarca 1×1×Cᵢₙ, una posición en todos los canales",
    ),
}


def say(key, lang):
    return WORDS[key][lang == "es"]


def listed(value):
    return list(value) if isinstance(value, (list, tuple)) else [value]


def times(numbers):
    return "×".join(map(str, numbers))


def shape(layer):
    """Returns the shape of a layer's output for one picture, such as (27, 27, 96)."""
    return listed(layer.output)[0].shape[1:]


def kind(layer):
    """Returns a key of COLOURS, or None for a layer that is part of another one's box."""
    return OPERATIONS.get(type(layer).__name__, (None,))[0]


def extras(layer, lang):
    """Returns what a layer does besides its operation: [], or a list such as ["ReLU"]."""
    if hasattr(layer, "activation"):
        name = layer.activation.__name__
        name = say(name, lang) if name in WORDS else ACTIVATIONS.get(name, name)
        return [] if name == "linear" else [name]
    if kind(layer):
        return []
    name = type(layer).__name__
    return [EXTRAS[layer.function.__name__.strip("_") if name == "Lambda" else name]]


def window(layer):
    """Returns the sides of the window that a convolution or a pooling slides, else ()."""
    return getattr(layer, "kernel_size", getattr(layer, "pool_size", ()))


def same_padding(model):
    """Returns (layers with "same" padding, whether they are all those that slide a window)."""
    windows = [layer for layer in model.layers if max(window(layer), default=1) > 1]
    same = [layer for layer in windows if layer.padding == "same"]
    return same, bool(same) and same == windows


def words(layer, model, lang):
    """Returns (name, details) of a layer's operation, such as ("conv 3×3", ["stride 2"])."""
    name = OPERATIONS[type(layer).__name__][1 + (lang == "es")]
    details = []
    if window(layer):
        name += f" {times(window(layer))}"
        if set(layer.strides) != {1} or kind(layer) == "pooling":
            strides = layer.strides if len(set(layer.strides)) > 1 else layer.strides[:1]
            details.append(f"{say('stride', lang)} {times(strides)}")
        same, everywhere = same_padding(model)
        if layer in same and not everywhere:
            details += say("same", lang).split()
    for attribute, key in (("groups", "groups"), ("num_heads", "heads")):
        if getattr(layer, attribute, 1) > 1:
            details.append(f"{getattr(layer, attribute)} {say(key, lang)}")
    return name, details


def notes(model, lang):
    """Returns the sentences that explain what the labels shorten or leave out."""
    used = {extra for layer in model.layers for extra in extras(layer, lang)}
    keys = [key for key in ("BN", "LN", "LRN") if key in used]
    return [say(key, lang) for key in keys + ["all same"] * same_padding(model)[1]]
