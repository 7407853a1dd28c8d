"""The process in which test cells run: it holds none of the student's code.

Where a test cell names something of the student's, it finds what `autograde.wire` brings over: plain data, a model
rebuilt from its configuration and weights, or a stand-in that calls the function in the student's process.
"""

import ast
import builtins
import contextlib
import io
import re
import signal
import time

import numpy as np

from autograde import wire

HIDDEN = "### BEGIN HIDDEN TESTS"
GRACE = 5  # seconds that a call has to answer its interrupt


class Gone(Exception):
    """The student's process does not answer any more."""


class Late(Exception):
    """A cell, or what a test called, took longer than it may."""


class Examiner:
    """The examiner's side of the conversation with a student's process.

    Args:
        connection: a stream socket to the student's process.
        seconds: that a cell may take.
    """

    def __init__(self, connection, seconds):
        import keras

        self.connection, self.seconds = connection, seconds
        self.gone = None
        self.deadline = time.monotonic() + seconds
        self.mine, self.theirs = [], {}
        self.unwatched = keras.Operation.__call__

    def keep(self, value):
        for number, each in enumerate(self.mine):
            if each is value:
                return number
        self.mine.append(value)
        return len(self.mine) - 1

    def ask(self, request, blocks=()):
        """Sends a request; returns (reply, blocks).

        Raises:
            Gone: the student's process has ended, or had to be given up.
            Late: it did not answer within the time of the cell.
            Exception: the built-in exception nearest to what the student's code raised.
        """
        if self.gone:
            raise Gone(self.gone)
        left = max(0.1, self.deadline - time.monotonic())
        try:
            wire.send(self.connection, request | {"seconds": left}, blocks)
            reply, blocks = wire.receive(self.connection, time.monotonic() + left + GRACE)
            if not isinstance(reply, dict):
                raise wire.Broken("reply")
        except wire.Late:
            self.gone = "late"
            raise Late from None
        except wire.Broken:
            self.gone = "crashed"
            raise Gone(self.gone) from None
        if reply.get("late"):
            raise Late
        if "error" in reply:
            raise self._error(reply["error"])
        return reply, blocks

    @staticmethod
    def _error(described):
        kind = getattr(builtins, str(described.get("class")), Exception)
        if not (isinstance(kind, type) and issubclass(kind, Exception)):
            kind = RuntimeError
        try:
            error = kind(str(described.get("text"))[:2000])
        except TypeError:
            error = RuntimeError(str(described.get("text"))[:2000])
        error.of_student = str(described.get("name"))[:100]
        return error

    def _decoder(self, blocks, symbol=None):
        return wire.Decoder(
            blocks, call=self._stand_in, symbol=symbol, model=self._met, remote=self._layer
        )

    def _met(self, number, network):
        self.theirs[id(network)] = (number, network)

    def fetch(self, name, namespace):
        """Puts what a name of the student's means into a namespace; nothing where it means nothing."""
        namespace.pop(name, None)
        reply, blocks = self.ask({"do": "get", "name": name})
        if not reply.get("missing"):
            namespace[name] = self._decode(reply["value"], blocks)

    def _decode(self, tree, blocks, symbol=None):
        try:
            return self._decoder(blocks, symbol).decode(tree)
        except wire.TooLarge as error:
            raise refused_model(error.args[0]) from None
        except (wire.Broken, RecursionError) as error:
            raise RuntimeError(str(error)) from None

    def _stand_in(self, number, tree):
        def call(_, *arguments, **named):
            return self._call(number, arguments, named)

        kind = str(tree.get("type"))
        stand_in = type(kind if kind.isidentifier() else "object", (), {"__call__": call})()
        stand_in.__name__ = str(tree.get("name"))
        return stand_in

    def _call(self, number, arguments, named):
        encoder = _Encoder(self)
        trees = encoder.encode([list(arguments), named])
        request = {"do": "call", "number": number, "arguments": trees}
        reply, blocks = self.ask(request, encoder.blocks)
        outputs = []
        if encoder.symbols and "graph" in reply:
            graph = self._decode(reply["graph"], blocks)
            made = graph(encoder.symbols if len(encoder.symbols) > 1 else encoder.symbols[0])
            outputs = list(made) if isinstance(made, (list, tuple)) else [made]
        value = self._decode(reply["value"], blocks, lambda tree: outputs[tree["index"]])
        for number, indices in reply.get("weights", ()):
            network = encoder.sent[number]
            try:
                wire.assign(network, blocks, indices)
            except (ValueError, KeyError, TypeError, IndexError) as error:
                raise RuntimeError(str(error)) from None
        if "after" in reply:
            after, _ = self._decode(reply["after"], blocks)
            for given, changed in zip(arguments, after):
                update(given, changed)
        return value

    def _layer(self, layer, inputs, weights, named, training, upstream):
        """Returns the outputs of a layer in the student's process; its gradients where `upstream` is given.

        Where a test watches the operations of a network, it sees what the layer's own operations gave.
        """
        import keras

        watched = keras.Operation.__call__ is not self.unwatched
        encoder = _Encoder(self)
        request = {
            "do": "layer",
            "number": layer.number,
            "weights": [encoder.block(weight) for weight in weights],
            "inputs": encoder.encode([inputs, named]),
            "training": training,
            "upstream": encoder.encode(upstream),
            "watched": watched,
        }
        reply, blocks = self.ask(request, encoder.blocks)
        outputs, inside = self._decode(reply["value"], blocks)
        if not all(isinstance(array, np.ndarray) for array in [*outputs, *inside]):
            raise RuntimeError("outputs")
        for array in inside:
            keras.layers.Identity()(array)
        return outputs


class _Encoder(wire.Encoder):
    """Names the models that come from the student by the student's own number."""

    def __init__(self, examiner):
        super().__init__(examiner.keep)
        self.examiner, self.sent = examiner, {}

    def _model(self, network):
        known = self.examiner.theirs.get(id(network))
        if known:
            self.sent[-1 - known[0]] = network
            return {"kind": "own", "number": known[0], "weights": self.weights(network)}
        tree = super()._model(network)
        if "number" in tree:
            self.sent[tree["number"]] = network
        return tree


def update(given, changed):
    """Brings over what a call changed of what it was given."""
    if isinstance(given, np.ndarray):
        if isinstance(changed, np.ndarray) and changed.size == given.size and given.flags.writeable:
            if changed.shape != given.shape:
                given.shape = changed.shape
            np.copyto(given, changed, casting="unsafe")
    elif isinstance(given, list) and isinstance(changed, list):
        for each, new in zip(given, changed):
            update(each, new)
        if not same(given, changed):
            given[:] = changed
    elif isinstance(given, dict) and isinstance(changed, dict):
        for key in given.keys() & changed.keys():
            update(given[key], changed[key])
        if not same(given, changed):
            given.clear()
            given.update(changed)


def same(first, second):
    """Compares nested lists, dicts and arrays."""
    try:
        np.testing.assert_equal(first, second)
    except AssertionError:
        return False
    return True


def refused_model(count):
    from convlab.i18n import tr

    return ValueError(
        tr(
            "The model has {count:,} weights, more than {most:,}: too many to be graded.",
            count=count,
            most=wire.MOST_WEIGHTS,
        )
    )


def names_used(source):
    """Returns the names that a cell mentions."""
    return {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}


def run_test(examiner, source, names, namespace):
    """Runs a test cell.

    Args:
        examiner: an `Examiner`.
        source: the text of the cell, hidden tests included.
        names: of the student's things that the cell may mean.
        namespace: a dict in which the cell runs.

    Returns:
        (status, outputs): "graded", "timeout" or "crashed", and nbformat outputs: none, or one error.
    """
    examiner.deadline = time.monotonic() + examiner.seconds
    signal.setitimer(signal.ITIMER_REAL, examiner.seconds + 2 * GRACE)
    status = "graded"
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            for name in sorted(names & names_used(source)):
                examiner.fetch(name, namespace)
            exec(compile(source, "<test>", "exec"), namespace)
        outputs = []
    except Late:
        status, outputs = "timeout", [too_late(examiner.seconds)]
    except Gone as error:
        status = "timeout" if str(error) == "late" else "crashed"
        outputs = [failure("DeadKernelError", sentence("gone"))]
    except BaseException as error:
        outputs = [failure(*told(error, source))]
        if examiner.gone:
            status = "timeout" if examiner.gone == "late" else "crashed"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return status, outputs


def sentence(kind, seconds=0):
    from convlab.i18n import tr

    if kind == "late":
        return tr("This took longer than {seconds} s and was stopped.", seconds=seconds)
    if kind == "hidden":
        return tr(
            "Your code stopped with an error in a hidden test of this exercise. Try other values and shapes "
            "that the text allows."
        )
    return tr("Your code ended the process in which it ran, so nothing after it could be graded.")


def told(error, source):
    """Returns (name, text) of what a test failed with.

    What student code says when it fails in a hidden test could tell what that test hands over, and is left out.
    """
    from convlab.errors import CheckFailed

    if isinstance(error, CheckFailed):
        return "CheckFailed", str(error)
    step, line = error.__traceback__, 0
    while step is not None:
        if (
            step.tb_frame.f_code.co_filename == "<test>"
            and step.tb_frame.f_code.co_name == "<module>"
        ):
            line = step.tb_lineno
        step = step.tb_next
    begin = source.find(HIDDEN)
    hidden = begin >= 0 and line > source[:begin].count("\n")
    name = type(error).__name__ if hidden else getattr(error, "of_student", type(error).__name__)
    name = re.sub(r"\W", "", name)[:60] or "Exception"
    if isinstance(error, NameError) and not hasattr(error, "of_student"):
        return "NameError", str(error)
    if name == "NotImplementedError":
        return name, ""
    return name, sentence("hidden") if hidden else str(error)[:1000]


def failure(name, text):
    """Returns an error as nbformat has it."""
    return {
        "output_type": "error",
        "ename": name,
        "evalue": text,
        "traceback": [f"{name}: {text}"],
    }


def too_late(seconds):
    return failure("CellTimeoutError", sentence("late", seconds))


def examine(job, connection, tell):
    """Runs the cells of one submission.

    Args:
        job: dict with "setup" (texts of cells that both processes run), "student" (dicts with "index", "source" and
            "names" of the cells that the student's process runs), "tests" (dicts with "index", "source", "names")
            and "seconds" (that a cell may take).
        connection: a stream socket to the student's process.
        tell: called with (index, status, outputs) of each cell.
    """
    examiner = Examiner(connection, job["seconds"])
    namespace = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for source in job["setup"]:
            exec(compile(source, "<setup>", "exec"), namespace)
    for cell in job["student"]:
        examiner.deadline = time.monotonic() + examiner.seconds
        request = {"do": "run", "source": cell["source"], "names": cell["names"]}
        try:
            reply, _ = examiner.ask(request)
            tell(cell["index"], "graded", clean(reply.get("outputs")))
        except Late:
            tell(cell["index"], "timeout", [too_late(examiner.seconds)])
        except Gone:
            tell(cell["index"], "crashed", [failure("DeadKernelError", sentence("gone"))])
        except Exception as error:
            tell(cell["index"], "graded", [failure(type(error).__name__, str(error)[:1000])])
    for cell in job["tests"]:
        tell(cell["index"], *run_test(examiner, cell["source"], set(cell["names"]), namespace))


def clean(outputs):
    """Returns what is well-formed of the outputs that a student's process sent."""
    kept = []
    for each in outputs if isinstance(outputs, list) else ():
        kind = each.get("output_type") if isinstance(each, dict) else None
        if kind == "stream":
            kept.append({"output_type": kind, "name": "stdout", "text": str(each.get("text"))})
        elif kind in ("display_data", "execute_result") and isinstance(each.get("data"), dict):
            entry = {"output_type": kind, "metadata": {}}
            entry["data"] = {
                str(key): str(value)
                for key, value in each["data"].items()
                if key in ("text/plain", "image/png", "image/jpeg")
            }
            if kind == "execute_result":
                entry["execution_count"] = None
            kept.append(entry)
        elif kind == "error":
            lines = each.get("traceback")
            kept.append(
                {
                    "output_type": kind,
                    "ename": str(each.get("ename"))[:100],
                    "evalue": str(each.get("evalue"))[:2000],
                    "traceback": [str(line) for line in lines] if isinstance(lines, list) else [],
                }
            )
    return kept


def main(control, connection):
    """Serves the runner: one job, then a message for each cell."""
    wire.prepare()
    job, _ = wire.receive(control)

    def on_alarm(*_):
        raise Late

    signal.signal(signal.SIGALRM, on_alarm)
    examine(job, connection, lambda *cell: wire.send(control, list(cell)))
    wire.send(control, None)
