"""The process in which a student's cells run: it holds nothing of the course but the notebook's own cells.

It answers requests that arrive at a socket, one at a time, and sends back plain data (`autograde.wire`).
"""

import io
import signal
import sys

from autograde import wire

MOST_OUTPUT = 20_000  # characters of a cell
SHOWN = ("text/plain", "image/png", "image/jpeg")


class OutOfTime(BaseException):
    """A cell or a call took longer than it may. No `except Exception` of a student's catches it."""


class Output(io.TextIOBase):
    """Collects what is printed, up to a limit."""

    def __init__(self, outputs, name):
        self.outputs, self.name, self.written = outputs, name, 0

    def write(self, text):
        text = str(text)
        kept = text[: max(0, MOST_OUTPUT - self.written)]
        self.written += len(text)
        last = self.outputs[-1] if self.outputs else {}
        if last.get("output_type") == "stream" and last["name"] == self.name:
            last["text"] += kept
        elif kept:
            self.outputs.append({"output_type": "stream", "name": self.name, "text": kept})
        return len(text)

    def writable(self):
        return True

    def isatty(self):
        return False


def make_shell(outputs):
    """Returns an IPython shell whose cells' outputs are appended to a list, as nbformat has them."""
    from IPython.core.displayhook import DisplayHook
    from IPython.core.displaypub import DisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell

    def shown(data):
        return {kind: str(data[kind])[: 1 << 20] for kind in SHOWN if kind in data}

    class Publisher(DisplayPublisher):
        def publish(self, data, metadata=None, **options):
            entry = {"output_type": "display_data", "data": shown(data), "metadata": {}}
            if len(outputs) < 100:
                outputs.append(entry)

    class Hook(DisplayHook):
        def write_output_prompt(self):
            pass

        def write_format_data(self, format_dict, md_dict=None):
            outputs.append(
                {
                    "output_type": "execute_result",
                    "data": shown(format_dict),
                    "metadata": {},
                    "execution_count": None,
                }
            )

    class Shell(InteractiveShell):
        displayhook_class = Hook
        display_pub_class = Publisher

        def _showtraceback(self, kind, error, lines):
            outputs.append(
                {
                    "output_type": "error",
                    "ename": kind.__name__[:100],
                    "evalue": str(error)[:2000],
                    "traceback": ["\n".join(map(str, lines))[:MOST_OUTPUT]],
                }
            )

    InteractiveShell.clear_instance()
    shell = Shell.instance()
    shell.history_manager.enabled = False
    shell.colors = "nocolor"
    return shell


class Student:
    """The student's side of the conversation.

    Args:
        connection: a stream socket to the examiner.
    """

    def __init__(self, connection):
        self.connection = connection
        self.outputs = []
        self.shell = make_shell(self.outputs)
        self.kept, self.answers, self.models = [], {}, {}

    def keep(self, value):
        """Returns the number by which the examiner may ask for a value again."""
        for number, each in enumerate(self.kept):
            if each is value:
                return number
        self.kept.append(value)
        return len(self.kept) - 1

    def serve(self):
        """Answers requests until the examiner hangs up."""
        signal.signal(signal.SIGALRM, self._out_of_time)
        while True:
            try:
                request, blocks = wire.receive(self.connection)
            except wire.Broken:
                return
            reply, blocks = self._answer(request, blocks)
            try:
                wire.send(self.connection, reply, blocks)
            except wire.Broken:
                return

    @staticmethod
    def _out_of_time(*_):
        raise OutOfTime

    def _answer(self, request, blocks):
        try:
            signal.setitimer(signal.ITIMER_REAL, request["seconds"])
            try:
                return getattr(self, f"_{request['do']}")(request, blocks)
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
        except OutOfTime:
            return {"late": True}, []
        except BaseException as error:
            return {"error": described(error)}, []

    def _run(self, request, _):
        """Runs a cell and notes what its exercise's names mean at its end."""
        del self.outputs[:]
        streams = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = Output(self.outputs, "stdout"), Output(self.outputs, "stderr")
        late = False
        try:
            result = self.shell.run_cell(request["source"], store_history=False)
            late = isinstance(result.error_in_exec, OutOfTime)
        except OutOfTime:
            late = True
        finally:
            sys.stdout, sys.stderr = streams
        if late:
            return {"late": True}, []
        for name in request["names"]:
            if name in self.shell.user_ns:
                self.answers[name] = self.shell.user_ns[name]
        return {"outputs": self.outputs[:200]}, []

    def _get(self, request, _):
        """Hands over what an exercise's name means."""
        name = request["name"]
        if name not in self.answers:
            return {"missing": True}, []
        return self._encoded(self.answers[name])

    def _encoded(self, value, **more):
        encoder = wire.Encoder(self.keep)
        tree = encoder.encode(value)
        return {"value": tree} | more, encoder.blocks

    def _call(self, request, blocks):
        """Calls a function, and says what it returned and what it changed of what it was given."""
        import keras

        symbols, models, trees = {}, {}, request["arguments"]

        def symbol(tree):
            if tree["index"] not in symbols:
                symbols[tree["index"]] = keras.Input(
                    batch_shape=tuple(tree["shape"]), dtype=tree["dtype"]
                )
            return symbols[tree["index"]]

        decoder = _OwnDecoder(self, blocks, symbol, models)
        arguments, named = decoder.decode(trees)
        function = self.kept[request["number"]]
        with _silence():
            value = function(*arguments, **named)
        encoder = wire.Encoder(self.keep)
        encoder.symbols = [] if symbols else None
        more = {"value": encoder.encode(value)}
        if encoder.symbols:
            outputs = [keras.layers.Identity()(each) for each in encoder.symbols]
            graph = keras.Model([symbols[index] for index in sorted(symbols)], outputs)
            more["graph"] = encoder.encode(graph)
        if not symbols:
            given = [None if isinstance(each, keras.Model) else each for each in arguments]
            more["after"] = encoder.encode([given, {}])
        more["weights"] = [[number, encoder.weights(network)] for number, network in models.items()]
        return more, encoder.blocks

    def _layer(self, request, blocks):
        """Runs one layer on arrays, with the weights that come with them, or its gradients."""
        import keras
        import tensorflow as tf

        layer = self.kept[request["number"]]
        decoder = _OwnDecoder(self, blocks, None, {})
        for weight, index in zip(layer.weights, request["weights"], strict=True):
            weight.assign(wire.as_weight(blocks[index], weight))
        inputs, named = decoder.decode(request["inputs"])
        upstream = decoder.decode(request["upstream"])
        if getattr(layer, "_call_has_training_arg", False):
            named["training"] = request["training"]
        inside = []
        with _silence(), _watching(inside if request["watched"] else None):
            if upstream is None:
                outputs = keras.tree.flatten(layer(*inputs, **named))
            else:
                inputs = keras.tree.map_structure(tf.convert_to_tensor, inputs)
                sources = keras.tree.flatten(inputs)
                with tf.GradientTape() as tape:
                    tape.watch(sources)
                    made = keras.tree.flatten(layer(*inputs, **named))
                sources = [*sources, *(weight.value for weight in layer.weights)]
                found = tape.gradient(made, sources, output_gradients=upstream)
                outputs = [
                    tf.zeros_like(source) if each is None else each
                    for source, each in zip(sources, found)
                ]
        arrays = [[keras.ops.convert_to_numpy(each) for each in some] for some in (outputs, inside)]
        return self._encoded(arrays)


class _watching:
    """Collects what Keras's operations return that has numbers."""

    def __init__(self, found):
        self.found = found

    def __enter__(self):
        import keras

        self.call = call = keras.Operation.__call__
        found = self.found

        def watched(step, *given, **options):
            answer = call(step, *given, **options)
            if keras.ops.is_tensor(answer) and len(found) < 300:
                found.append(answer)
            return answer

        if found is not None:
            keras.Operation.__call__ = watched

    def __exit__(self, *_):
        import keras

        keras.Operation.__call__ = self.call


class _OwnDecoder(wire.Decoder):
    """Knows the models that the examiner sent before, and functions by their number."""

    def __init__(self, student, blocks, symbol, models):
        super().__init__(blocks, call=lambda number, _: student.kept[number], symbol=symbol)
        self.student, self.seen = student, models

    def _model(self, tree):
        known = self.student.models
        number = int(tree["number"])
        if number in known:
            wire.assign(known[number], self.blocks, tree["weights"])
        else:
            known[number] = super()._model(tree)
        self.seen[number] = known[number]
        return known[number]

    def _own(self, tree):
        """A model that the student's process made and the examiner hands back."""
        network = self.student.kept[int(tree["number"])]
        wire.assign(network, self.blocks, tree["weights"])
        self.seen[-1 - int(tree["number"])] = network
        return network


class _silence:
    """Lets what is printed during a call go nowhere: it could tell what a hidden test hands over."""

    def __enter__(self):
        self.streams = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = Output([], "stdout"), Output([], "stderr")

    def __exit__(self, *_):
        sys.stdout, sys.stderr = self.streams


def described(error):
    """Returns an exception as plain data: the first built-in class that it is of, its own name and its text."""
    import builtins

    names = [each.__name__ for each in type(error).__mro__]
    known = next(name for name in names if isinstance(getattr(builtins, name, None), type))
    try:
        text = str(error)[:2000]
    except BaseException:
        text = ""
    return {"class": known, "name": type(error).__name__[:100], "text": text}


def main(connection):
    """Serves an examiner."""
    import os

    os.environ["NBGRADER_EXECUTION"] = "autograde"
    wire.prepare()
    Student(connection).serve()
