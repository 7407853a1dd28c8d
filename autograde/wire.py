"""What the student's process and the examiner say to each other: plain data, arrays and Keras models, never code.

A frame is a JSON header and raw blocks. Neither side unpickles anything; what the student's process sends is checked
against a list of what may be built before it is built.
"""

import json
import math
import numbers
import struct
import time

import numpy as np

MOST_JSON, MOST_BLOCKS, MOST_WEIGHTS = 16 << 20, 512 << 20, 100_000_000
DTYPES = frozenset(
    "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64".split()
)
# Layers that run code of their own, or import what their configuration names.
REFUSED_LAYERS = frozenset(
    "Lambda TFSMLayer TorchModuleWrapper JaxLayer FlaxLayer Wrapper Layer".split()
)
KERAS_MARKS = frozenset("__keras_tensor__ __tensor__ __numpy__ __slice__ __ellipsis__".split())


class Broken(Exception):
    """The other side is gone, or what it sent is no frame."""


class Late(Exception):
    """The other side did not answer in time."""


def send(connection, message, blocks=()):
    """Sends a JSON message and arrays."""
    arrays = [np.ascontiguousarray(block) for block in blocks]
    header = json.dumps({"message": message, "sizes": [array.nbytes for array in arrays]}).encode()
    try:
        connection.sendall(struct.pack(">Q", len(header)) + header)
        for array in arrays:
            if array.nbytes:
                connection.sendall(array.reshape(-1).view(np.uint8).data)
    except OSError as error:
        raise Broken(str(error)) from error


def receive(connection, deadline=None):
    """Returns the next (message, blocks), blocks as uint8 arrays.

    Args:
        connection: a stream socket.
        deadline: the `time.monotonic()` at which to give up, or None.

    Raises:
        Broken: the other side is gone, or this is no frame, or it is too large.
        Late: the deadline has passed.
    """
    (length,) = struct.unpack(">Q", _exactly(connection, 8, deadline))
    if length > MOST_JSON:
        raise Broken("header")
    try:
        header = json.loads(_exactly(connection, length, deadline))
        message, sizes = header["message"], header["sizes"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Broken("header") from error
    if not (isinstance(sizes, list) and all(type(size) is int and size >= 0 for size in sizes)):
        raise Broken("sizes")
    if sum(sizes) > MOST_BLOCKS:
        raise Broken("blocks")
    return message, [
        np.frombuffer(_exactly(connection, size, deadline), np.uint8) for size in sizes
    ]


def _exactly(connection, count, deadline):
    data = bytearray(count)
    view = memoryview(data)
    while view:
        try:
            connection.settimeout(None if deadline is None else max(0, deadline - time.monotonic()))
            read = connection.recv_into(view)
        except (TimeoutError, BlockingIOError) as error:
            raise Late from error
        except OSError as error:
            raise Broken(str(error)) from error
        if not read:
            raise Broken("closed")
        view = view[read:]
    return data


class Encoder:
    """Turns values into JSON and blocks; what is neither plain nor a model goes by a number, in `keep`.

    Attributes:
        blocks: the arrays that go with what was encoded.
        symbols: the symbolic tensors met, in their order; None where there is nothing that they could depend on.
    """

    def __init__(self, keep):
        self.keep, self.blocks, self.symbols = keep, [], []

    def block(self, array):
        self.blocks.append(np.ascontiguousarray(array))
        return len(self.blocks) - 1

    def encode(self, value):
        if value is None or type(value) in (bool, str):
            return value
        if isinstance(value, np.generic):
            return self._array(np.asarray(value), "scalar")
        if isinstance(value, int):
            return (
                int(value) if abs(int(value)) < 2**63 else {"kind": "big", "text": str(int(value))}
            )
        if isinstance(value, float):
            number = float(value)
            return number if math.isfinite(number) else {"kind": "float", "text": repr(number)}
        if isinstance(value, str):
            return str(value)
        if isinstance(value, numbers.Real):
            return self.encode(float(value))
        if isinstance(value, (list, tuple, set, frozenset)):
            kind = next(k for k in (list, tuple, set, frozenset) if isinstance(value, k)).__name__
            return {"kind": kind, "items": [self.encode(item) for item in list(value)]}
        if isinstance(value, range):
            return {"kind": "range", "items": [value.start, value.stop, value.step]}
        if isinstance(value, dict):
            items = [[self.encode(key), self.encode(item)] for key, item in value.items()]
            return {"kind": "dict", "items": items}
        if isinstance(value, slice):
            items = [self.encode(each) for each in (value.start, value.stop, value.step)]
            return {"kind": "slice", "items": items}
        if isinstance(value, np.ndarray):
            return self._array(value, "array")
        return self._of_keras(value)

    def _array(self, value, kind):
        value = np.asarray(value)
        if value.dtype.kind == "U":
            return {
                "kind": "texts",
                "items": self.encode(value.tolist()),
                "scalar": kind == "scalar",
            }
        if value.dtype.name not in DTYPES:
            return self._other(value)
        native = value.astype(value.dtype.newbyteorder("="), copy=False)
        entry = {"kind": kind, "dtype": native.dtype.name, "shape": list(native.shape)}
        return entry | {"block": self.block(native)}

    def _of_keras(self, value):
        import keras

        if isinstance(value, keras.KerasTensor) and self.symbols is not None:
            self.symbols.append(value)
            return {
                "kind": "symbol",
                "index": len(self.symbols) - 1,
                "shape": list(value.shape),
                "dtype": str(value.dtype),
            }
        if isinstance(value, keras.callbacks.History):
            return {"kind": "history", "record": self.encode(dict(value.history))}
        if isinstance(value, keras.Model):
            return self._model(value)
        if keras.ops.is_tensor(value) or isinstance(value, keras.Variable):
            return self._array(keras.ops.convert_to_numpy(value), "tensor")
        return self._other(value)

    def _other(self, value):
        return {
            "kind": "call" if callable(value) else "other",
            "number": self.keep(value),
            "type": type(value).__name__[:60],
            "name": str(getattr(value, "__name__", type(value).__name__))[:60],
        }

    def _model(self, network):
        import keras

        if not _is_plain_model(network):
            return self._other(network)
        if not network.built:
            return {"kind": "unbuilt", "type": type(network).__name__}
        count = sum(int(np.prod(weight.shape)) for weight in network.weights)
        if count > MOST_WEIGHTS:
            return {"kind": "huge", "count": count}
        described = keras.saving.serialize_keras_object(network)
        compiled = described.pop("compile_config", None) or None
        for entry, layer in zip(*_leaves(described, network)):
            _name_functions(entry["config"], layer)
            if not is_allowed(entry) or isinstance(layer, Remote):
                self._remote(entry, layer)
        return {
            "kind": "model",
            "number": self.keep(network),
            "config": json.loads(json.dumps(described, default=list)),
            "weights": self.weights(network),
            "compiled": json.loads(json.dumps(compiled, default=str)) if network.compiled else None,
        }

    def weights(self, network):
        """Returns the indices of the blocks that hold a model's weights."""
        import keras

        return [self.block(keras.ops.convert_to_numpy(each)) for each in weights_of(network)]

    def _remote(self, entry, layer):
        name = entry["config"]["name"] if "name" in entry["config"] else layer.name
        specs = [[list(w.shape), str(w.dtype), bool(w.trainable), w.path] for w in layer.weights]
        entry |= {"module": None, "class_name": "Remote", "registered_name": "Remote"}
        entry.pop("build_config", None)
        shapes = _output_shapes(layer)
        entry["config"] = {
            "name": name,
            "number": self.keep(layer),
            "kind": type(layer).__name__[:60],
            "specs": specs,
            "shapes": shapes,
        }


def _output_shapes(layer):
    import keras

    try:
        outputs = keras.tree.flatten(layer.output)
    except (AttributeError, ValueError):
        outputs = keras.tree.flatten(layer._inbound_nodes[0].outputs)
    return [[list(each.shape), str(each.dtype)] for each in outputs]


def _is_plain_model(value):
    import keras
    from keras.src.models.functional import Functional

    return type(value) in (Functional, keras.Sequential)


def _name_functions(config, layer):
    """Puts names in place of TensorFlow's and Keras's own functions in the configuration of a layer."""
    import keras

    for key, value in config.items():
        if not (isinstance(value, dict) and value.get("class_name") == "function"):
            continue
        function = getattr(layer, key, None)
        home = str(getattr(function, "__module__", ""))
        name = str(value.get("config"))
        if home.startswith(("tensorflow.", "keras.")) and hasattr(keras.activations, name):
            config[key] = name


def _leaves(described, network):
    """Returns the entries of the layers in a description and the layers, those of nested models in their place."""
    import keras

    entries, layers = [], []
    given = described["config"]["layers"]
    if isinstance(network, keras.Sequential):
        inner = [entry for entry in given if entry["class_name"] != "InputLayer"]
        pairs = list(zip(inner, network.layers))
    else:
        steps = {step.name: step for step in network.operations}
        pairs = [(entry, steps[entry["name"]]) for entry in given]
    for entry, step in pairs:
        if _is_plain_model(step):
            inner = _leaves(entry, step)
            entries += inner[0]
            layers += inner[1]
        else:
            entries.append(entry)
            layers.append(step)
    return entries, layers


def weights_of(network):
    """Returns the weights of a model in an order that both sides know: by the names of its layers."""
    weights = []
    for layer in sorted(network.layers, key=lambda layer: layer.name):
        if _is_plain_model(layer):
            weights += weights_of(layer)
        else:
            weights += getattr(layer, "mirrored", layer.weights)
    return weights


def assign(network, blocks, indices):
    """Gives a model the weights that some blocks hold."""
    for weight, index in zip(weights_of(network), indices, strict=True):
        weight.assign(as_weight(blocks[index], weight))


def is_allowed(described):
    """Tells whether everything that a description names is Keras's own, and runs no code of anybody else."""
    import keras

    if isinstance(described, (list, tuple)):
        return all(map(is_allowed, described))
    if not isinstance(described, dict):
        return True
    name, module = described.get("class_name"), described.get("module")
    if name is not None or module is not None:
        if name in KERAS_MARKS:
            return True
        if not isinstance(name, str) or not isinstance(module, str):
            return False
        if module == "keras.layers":
            if name in REFUSED_LAYERS or not hasattr(keras.layers, name):
                return False
        elif module in ("keras.initializers", "keras.regularizers", "keras.constraints"):
            if not hasattr(getattr(keras, module.split(".")[1]), name):
                return False
        elif module == "keras":
            if name not in ("Sequential", "DTypePolicy", "Functional"):
                return False
        elif module == "keras.src.models.functional":
            if name != "Functional":
                return False
        elif not module.startswith(("keras.src.ops.", "keras.src.activations.")):
            return False
    return all(map(is_allowed, described.values()))


class Decoder:
    """Builds what an `Encoder` of the other side described.

    Args:
        blocks: the arrays of the frame.
        call: makes something callable of a number and its description; None where nothing of the kind is expected.
        symbol: returns the symbolic tensor of a description, or None.
        model: told (number, built model) of each model, or None.
        remote: computes what a `Remote` layer returns; None on the student's side, which has the layers.
    """

    def __init__(self, blocks, call=None, symbol=None, model=None, remote=None):
        self.blocks, self.call, self.symbol = blocks, call, symbol
        self.model, self.remote = model, remote

    def decode(self, tree):
        if tree is None or isinstance(tree, (bool, int, float, str)):
            return tree
        try:
            return getattr(self, f"_{tree['kind']}")(tree)
        except (
            AttributeError,
            KeyError,
            TypeError,
            IndexError,
            ValueError,
            OverflowError,
        ) as error:
            raise Broken(f"{type(error).__name__}: {error}") from error

    def _items(self, tree):
        return [self.decode(item) for item in tree["items"]]

    def _list(self, tree):
        return self._items(tree)

    def _tuple(self, tree):
        return tuple(self._items(tree))

    def _set(self, tree):
        return set(self._items(tree))

    _frozenset = _set

    def _range(self, tree):
        return range(*(int(each) for each in tree["items"]))

    def _slice(self, tree):
        return slice(*self._items(tree))

    def _dict(self, tree):
        return {self.decode(key): self.decode(value) for key, value in tree["items"]}

    def _big(self, tree):
        return int(tree["text"][:4000])

    def _float(self, tree):
        return {"inf": math.inf, "-inf": -math.inf}.get(tree["text"], math.nan)

    def _texts(self, tree):
        texts = np.array(self.decode(tree["items"]))
        return texts[()] if tree["scalar"] else texts

    def _array(self, tree):
        if tree["dtype"] not in DTYPES:
            raise ValueError(tree["dtype"])
        array = self.blocks[tree["block"]].view(tree["dtype"])
        return array.reshape([int(size) for size in tree["shape"]]).copy()

    def _scalar(self, tree):
        return self._array(tree)[()]

    def _tensor(self, tree):
        import keras

        return keras.ops.convert_to_tensor(self._array(tree))

    def _symbol(self, tree):
        return self.symbol(tree)

    def _history(self, tree):
        import keras

        history = keras.callbacks.History()
        history.history = self.decode(tree["record"])
        return history

    def _call(self, tree):
        return self.call(int(tree["number"]), tree)

    def _other(self, tree):
        name = tree["type"] if str(tree["type"]).isidentifier() else "object"
        return type(name, (), {"__slots__": ()})()

    def _unbuilt(self, tree):
        import keras

        return keras.Sequential() if tree["type"] == "Sequential" else self._other(tree)

    def _huge(self, tree):
        raise TooLarge(int(tree["count"]))

    def _model(self, tree):
        import keras

        described = tree["config"]
        if not _only_remote_or_allowed(described):
            raise ValueError("config")
        total = sum(self.blocks[index].nbytes for index in tree["weights"])
        if total > 8 * MOST_WEIGHTS:
            raise ValueError("weights")
        remote = self.remote

        class Bound(Remote):
            other_side = remote

        try:
            network = keras.saving.deserialize_keras_object(
                described, custom_objects={"Remote": Bound}
            )
        except Exception as error:
            raise Broken(f"{type(error).__name__}: {str(error)[:300]}") from error
        assign(network, self.blocks, tree["weights"])
        if tree["compiled"] and self.remote is None:
            network.compile_from_config(tree["compiled"])
        elif tree["compiled"]:
            network.compile("sgd")
        if self.model:
            self.model(int(tree["number"]), network)
        return network


class TooLarge(Exception):
    """A model with more weights than can be sent."""


def as_weight(block, weight):
    count = int(np.prod(weight.shape))
    kind = {4: "float32", 2: "float16", 8: "float64"}[block.nbytes // count] if count else "float32"
    if str(weight.dtype).startswith(("int", "uint", "bool")):
        kind = str(weight.dtype)
    return block.view(kind).reshape(weight.shape)


def _only_remote_or_allowed(described):
    """Tells whether a description is of Keras's layers and of stand-ins for the student's own."""
    import keras

    for entry in _entries(described):
        if entry.get("class_name") == "Remote":
            config = entry["config"]
            if set(config) != {"name", "number", "kind", "specs", "shapes"}:
                return False
            bare = dict(entry, class_name="Identity", module="keras.layers", config={})
            if not is_allowed(bare) or not keras.tree.flatten(config["shapes"]):
                return False
        elif not is_allowed(entry):
            return False
    return True


def _entries(described):
    """Yields the descriptions of a model and of everything in it, those of nested models' layers apart."""
    config = described.get("config")
    if isinstance(config, dict) and isinstance(config.get("layers"), list):
        rest = {key: value for key, value in config.items() if key != "layers"}
        yield described | {"config": rest}
        for entry in config["layers"]:
            yield from _entries(entry)
    else:
        yield described


def _remote_class():
    import keras

    class Remote(keras.layers.Layer):
        """A layer of the student's own, which runs in the student's process with the weights of this one.

        Args:
            number: by which the student's process knows it.
            kind: the name of its class.
            specs: (shape, dtype, trainable, path) of each of its weights.
            shapes: (shape, dtype) of each of its outputs.
        """

        other_side = None

        def __init__(self, number, kind, specs, shapes, **options):
            super().__init__(**options)
            self.number, self.kind, self.specs, self.shapes = number, kind, specs, shapes
            self.mirrored = []

        def build(self, *shapes, **named_shapes):
            for place, (shape, dtype, trainable, path) in enumerate(self.specs):
                name = "".join(c if c.isalnum() or c == "_" else "_" for c in str(path)[-60:])
                self.mirrored.append(
                    self.add_weight(
                        shape=[int(size) for size in shape],
                        dtype=dtype,
                        trainable=bool(trainable),
                        initializer="zeros",
                        name=f"{name}_{place}",
                    )
                )

        def compute_output_spec(self, *inputs, **options):
            specs = [keras.KerasTensor(tuple(shape), dtype) for shape, dtype in self.shapes]
            return specs[0] if len(specs) == 1 else specs

        def call(self, inputs, *others, training=None, mask=None, **named):
            import tensorflow as tf

            structure = [inputs, *others]
            given = keras.tree.flatten(structure)
            weights = [tf.convert_to_tensor(weight) for weight in self.mirrored]
            other_side, kinds = type(self).other_side, [dtype for _, dtype in self.shapes]

            def ask(arrays, upstream=None):
                arrays = [array.numpy() for array in arrays]
                inside = keras.tree.pack_sequence_as(structure, arrays[: len(given)])
                return other_side(
                    self, inside, arrays[len(given) :], named, bool(training), upstream
                )

            @tf.custom_gradient
            def layer(*tensors):
                outputs = tf.py_function(lambda *arrays: ask(arrays), tensors, kinds)

                def gradient(*upstream):
                    def back(*arrays):
                        cut = len(tensors)
                        return ask(arrays[:cut], [array.numpy() for array in arrays[cut:]])

                    every = [*tensors, *upstream]
                    return tf.py_function(back, every, [tensor.dtype for tensor in tensors])

                return outputs, gradient

            outputs = layer(*given, *weights)
            for output, (shape, _) in zip(outputs, self.shapes):
                output.set_shape(shape)
            return outputs[0] if len(outputs) == 1 else list(outputs)

    return Remote


Remote = None


def prepare():
    """Imports Keras and defines `Remote`; to be called once, before anything is decoded."""
    global Remote
    if Remote is None:
        Remote = _remote_class()
