"""Assertions for exercises: each failure says what was expected, what came and a next step.

They receive plain data, arrays or Keras models only, so that a test cell can run apart from
the student's code.
"""

import numpy as np

from convlab.errors import CheckFailed
from convlab.i18n import tr
from convlab.measure import layers, operations


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


def number(value, name, whole=False):
    """Returns `value` as a float, or as an int where `whole`, after checking that it is one finite number.

    Args:
        value: a number of Python or NumPy, or an array or eager tensor that holds one.
        name: what the student calls it.
        whole: whether it must be a whole number.

    Raises:
        CheckFailed: it is something else.
    """
    try:
        converted = float(value)
    except (TypeError, ValueError):
        converted = np.nan
    that(
        np.isfinite(converted) and not isinstance(value, str),
        "{name} should be a number, but it is {actual}. Look at what your function returns.",
        name=name,
        actual=repr(value),
    )
    that(
        not whole or converted == round(converted),
        "{name} should be a whole number, but it is {actual}. Look at what your function returns.",
        name=name,
        actual=converted,
    )
    return round(converted) if whole else converted


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


def small_classifier(build, limit, **options):
    """Checks a function that builds small networks: for digits and for colour pictures, and averaging at the end.

    Args:
        build: takes `input_shape`, `num_classes` and `options`, returns a model.
        limit: the number of parameters that it must stay below, non-trainable ones included.

    Returns:
        The model for (32, 32, 3) and seven classes.

    Raises:
        CheckFailed: a model is something else.
    """
    for input_shape, num_classes in (((28, 28, 1), 10), ((32, 32, 3), 7)):
        network = model(build(input_shape, num_classes, **options), input_shape, num_classes)
        that(
            network.count_params() < limit,
            "The network should have fewer than {limit:,} parameters, but it has {actual:,}. In which "
            "layer are most of them?",
            limit=limit,
            actual=network.count_params(),
        )
        that(
            any(map(_averages_maps, operations(network))),
            "Before its last layer the network should average each feature map to one number, but no "
            "layer of it does. Which layer makes (N, C) of (N, H, W, C) by a mean?",
        )
    return network


def _averages_maps(operation):
    import keras

    try:
        before, after = operation.input, operation.output
    except (AttributeError, ValueError):
        return False
    if not all(isinstance(tensor, keras.KerasTensor) for tensor in (before, after)):
        return False
    shape = before.shape[1:]
    if len(shape) != 3 or None in after.shape[1:] or np.prod(after.shape[1:]) != shape[-1]:
        return False
    maps = np.random.default_rng().random((2, *shape), dtype=np.float32)
    means = np.reshape(np.asarray(operation(maps)), (2, -1))
    return np.prod(shape[:2]) > 1 and np.allclose(means, maps.mean(axis=(1, 2)), atol=1e-4)


def branches(network):
    """Returns what each branch of a network computes: a list of models for each join of feature maps.

    A model leads from the maps out of which all branches of the join grow to the end of its branch. Joins within a
    join count as part of it, and as joins of their own; an activation right after a join, as the end of each branch.

    Args:
        network: a Functional or Sequential Keras model; models within it are looked into.
    """
    return [_branches_of(join) for join in _joins(network)]


def _joins(graph):
    """Returns the feature maps (N, H, W, C) that join others along the channels, in a model and in those within it."""
    found = []
    for node in sum(getattr(graph, "_functional", graph)._nodes_by_depth.values(), []):
        if hasattr(node.operation, "layers"):
            found += _joins(node.operation)
        else:
            found += [maps for maps in node.outputs if len(maps.shape) == 4 and _is_join(maps)]
    return found


def _is_join(tensor):
    before = _made_of(tensor)
    return len(before) > 1 and tensor.shape[-1] == sum(each.shape[-1] for each in before)


def _branches_of(join):
    import keras

    parts = _joined(join)
    ways = [_way_back(part) for part in parts]
    shared = set.intersection(*({id(maps) for maps in way} for way in ways))
    source = next((maps for maps in ways[0] if id(maps) in shared and len(maps.shape) == 4), None)
    if source is None:
        return []
    uses = [
        node.operation
        for node in join._keras_history.operation._outbound_nodes
        if any(maps is join for maps in node.input_tensors)
    ]
    if len(uses) == 1 and type(uses[0]).__name__ in ("Activation", "ReLU", "Relu"):
        parts = [uses[0](part) for part in parts]
    # A branch may be empty, and Keras makes no model of nothing.
    return [keras.Model(source, keras.layers.Identity()(part)) for part in parts]


def _joined(tensor):
    """Returns the tensors that are joined in one, those of joins within it in their place."""
    if not _is_join(tensor):
        return [tensor]
    return [part for before in _made_of(tensor) for part in _joined(before)]


def _way_back(tensor):
    """Returns a tensor and those it was made of, as far as each was made of a single one."""
    before = _made_of(tensor)
    return [tensor, *(_way_back(before[0]) if len(before) == 1 else ())]


def _made_of(tensor):
    operation, node, _ = tensor._keras_history
    return operation._inbound_nodes[node].input_tensors


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
        "{name} should return the tensor that leaves its last layer, but it returned {kind}. "
        "Look at its return statement.",
        name=getattr(function, "__name__", "function"),
        kind=type(y).__name__,
    )
    return keras.Model(x, y)


def same_outputs(network, reference, while_training=True):
    """Checks that a model computes what `reference` does when both have the same weights.

    Weights are matched by their shape without axes of length 1 (the kernel of a 1×1 convolution may be that of
    a dense layer), and among equal shapes in their order. Both models are left with random weights.

    Args:
        network: a Keras model.
        reference: a Keras model of what is asked for, with the same input.
        while_training: whether to compare what they do while training, too; not where something is random.

    Raises:
        CheckFailed: the weights have other shapes, or the outputs differ.
    """
    import keras

    generator = np.random.default_rng()
    waiting = {}
    for variable in reference.weights:
        variable.assign(_random_weight(variable, generator))
        waiting.setdefault(_kind_of_weight(variable), []).append(np.asarray(variable))
    for variable in network.weights:
        values = waiting.get(_kind_of_weight(variable))
        that(
            values,
            "A weight of shape {actual} does not belong to what is asked for, or is there too often. Compare "
            "your layers with the description, one by one: kernel sizes, filters, biases.",
            actual=tuple(variable.shape),
        )
        variable.assign(np.reshape(values.pop(0), variable.shape))
    that(
        not any(waiting.values()),
        "{count} of the weights that are asked for are missing. Compare your layers with the "
        "description, one by one: is a layer missing, or a bias?",
        count=sum(map(len, waiting.values())),
    )
    for layer in layers(network):
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.epsilon = 0.001
    pictures = generator.normal(0, 1, (8, *reference.input_shape[1:])).astype("float32")
    difference = _difference(network, reference, pictures, False)
    that(
        difference < 1e-3,
        "With the same weights your layers and the description give different outputs (up to "
        "{difference:.3f}). Check the activation of every layer, the kind of pooling, strides and "
        "padding, the order of layers, and of what is joined.",
        difference=difference,
    )
    if while_training:
        difference = _difference(network, reference, pictures, True)
        that(
            difference < 1e-3,
            "While training, your layers give other outputs than the description (up to "
            "{difference:.3f}), though not at other times. Which layer behaves differently while "
            "training?",
            difference=difference,
        )


def _kind_of_weight(variable):
    return tuple(size for size in variable.shape if size > 1)


def _random_weight(variable, generator):
    """Returns values that tell layers apart: normalisation that turns some signs, and keeps the scale."""
    shape = variable.shape
    if len(shape) > 1:
        fan_in = np.prod(shape[:-1]) if shape[-1] > 1 else np.prod(shape[:2])
        return generator.standard_normal(shape, dtype="float32") * np.sqrt(
            2 / fan_in, dtype="float32"
        )
    if "variance" in variable.path:
        return generator.uniform(0.5, 2, shape)
    if "gamma" in variable.path:
        return generator.choice((-1, 1), shape) * generator.uniform(0.8, 1.2, shape)
    return generator.normal(0, 0.3, shape)


def _difference(network, reference, pictures, training):
    """Returns by how much two outputs differ at most, as a share of the largest one."""
    actual, expected = (
        np.asarray(each(pictures, training=training)) for each in (network, reference)
    )
    that(
        actual.shape == expected.shape,
        "The output should have shape {expected}, but its shape is {actual}. Look at strides, "
        "padding and what joins the branches.",
        expected=expected.shape[1:],
        actual=actual.shape[1:],
    )
    return float(np.abs(actual - expected).max() / max(1, np.abs(expected).max()))
