"""Assertions for exercises: each failure says what was expected, what came and a next step.

They receive plain data, arrays or Keras models only, so that a test cell can run apart from
the student's code.
"""

import numpy as np

from convlab.errors import CheckFailed
from convlab.i18n import tr


def that(condition, message, /, **values):
    """Fails with `message` (an English format string, translated) unless `condition` holds.

    Raises:
        CheckFailed: `condition` is false.
    """
    if not condition:
        raise CheckFailed(tr(message, **values))


def array(value, name, shape=None, dtype=None):
    """Returns `value` as a NumPy array after checking its kind, shape and dtype.

    Args:
        value: a NumPy array or an eager tensor.
        name: what the student calls it.
        shape: tuple of int, None where any size will do.
        dtype: name of the dtype, such as "float32", or "integer" for any of them.

    Raises:
        CheckFailed: it is no array, or its shape or dtype is another.
    """
    that(
        hasattr(value, "shape") and hasattr(value, "dtype"),
        "{name} should be an array, but it is of type {kind}. "
        "Look at what your function returns, and in which order.",
        name=name,
        kind=type(value).__name__,
    )
    value = np.asarray(value)
    if shape is not None:
        fits = len(shape) == value.ndim and all(
            expected in (None, size) for expected, size in zip(shape, value.shape)
        )
        that(
            fits,
            "{name} should have shape {expected}, but its shape is {actual}. "
            "Print {name}.shape and find the axis that differs.",
            name=name,
            expected=tuple("*" if size is None else size for size in shape),
            actual=value.shape,
        )
    if dtype is not None:
        fits = (
            np.issubdtype(value.dtype, np.integer) if dtype == "integer" else value.dtype == dtype
        )
        that(
            fits,
            "{name} should have dtype {expected}, but its dtype is {actual}. "
            "Where in your code is the type decided?",
            name=name,
            expected=dtype,
            actual=value.dtype,
        )
    return value


def pair(value, names):
    """Returns `value` after checking that it is a tuple or list of `len(names)` things.

    Raises:
        CheckFailed: it is not.
    """
    that(
        isinstance(value, (tuple, list)) and len(value) == len(names),
        "Your function should return {count} things, ({names}), but it returned {what}. "
        "Look at its return statement.",
        count=len(names),
        names=", ".join(names),
        what=f"{type(value).__name__}[{len(value)}]"
        if isinstance(value, (tuple, list))
        else type(value).__name__,
    )
    return value


def dictionary(value, name, keys):
    """Returns `value` after checking that it is a dict with exactly `keys`.

    Raises:
        CheckFailed: it is no dict, or has other keys.
    """
    that(
        isinstance(value, dict),
        "{name} should be a dict, but it is of type {kind}.",
        name=name,
        kind=type(value).__name__,
    )
    that(
        set(value) == set(keys),
        "{name} should have the keys {expected}, but it has {actual}. Check spelling and case.",
        name=name,
        expected=sorted(keys),
        actual=sorted(map(str, value)),
    )
    return value


def model(network, input_shape, num_classes):
    """Returns `network` after checking that it is a fresh classifier.

    Args:
        network: a built, uncompiled Functional or Sequential Keras model.
        input_shape: (height, width, channels) that it must accept.
        num_classes: length of each row of its output; rows must sum to 1.

    Raises:
        CheckFailed: it is something else.
    """
    import keras

    that(
        isinstance(network, keras.Sequential) or type(network).__name__ == "Functional",
        "The function should return a keras.Model(inputs, outputs) or a keras.Sequential, but it "
        "returned {kind}. "
        "Does it end in a return statement?",
        kind=type(network).__name__,
    )
    that(
        network.built,
        "The model has no weights yet. Start it with keras.Input, so that every layer knows its "
        "shapes.",
    )
    that(
        not network.compiled,
        "The model should come back uncompiled: compile it where it is trained, not here.",
    )
    that(
        tuple(network.input_shape[1:]) == tuple(input_shape),
        "The model should take pictures of shape {expected}, but it takes {actual}. "
        "Look at its Input.",
        expected=tuple(input_shape),
        actual=tuple(network.input_shape[1:]),
    )
    that(
        tuple(network.output_shape) == (None, num_classes),
        "The output should have shape (None, {expected}), but its shape is {actual}. "
        "Look at the last layer, and at what flattens the feature maps.",
        expected=num_classes,
        actual=network.output_shape,
    )
    pictures = np.random.default_rng().random((3, *input_shape), dtype=np.float32)
    rows = np.asarray(network(pictures, training=False))
    that(
        np.allclose(rows.sum(axis=-1), 1, atol=1e-3) and (rows >= 0).all(),
        "Each row of the output should be probabilities that sum to 1; the first row sums to "
        "{total:.3f}. Which activation makes probabilities of scores?",
        total=float(rows[0].sum()),
    )
    return network


def parameters(network, expected):
    """Checks the number of parameters of a model, non-trainable ones included.

    Raises:
        CheckFailed: it has another number.
    """
    that(
        network.count_params() == expected,
        "The model should have {expected:,} parameters, but it has {actual:,}. Compare "
        "model.summary() with the table, layer by layer: filters, kernel sizes, padding, units.",
        expected=expected,
        actual=network.count_params(),
    )


def block_model(function, input_shape, **arguments):
    """Returns a model that holds one block, so that the block can be tried on arrays.

    Args:
        function: takes a symbolic tensor (None, *input_shape) and `arguments`, returns one.
        input_shape: (height, width, channels).

    Raises:
        CheckFailed: `function` does not return a symbolic tensor.
    """
    import keras

    x = keras.Input(input_shape)
    y = function(x, **arguments)
    that(
        isinstance(y, keras.KerasTensor),
        "{name} should return the tensor that leaves its last layer, but it returned {kind}.",
        name=getattr(function, "__name__", "function"),
        kind=type(y).__name__,
    )
    return keras.Model(x, y)
