"""A process that has imported TensorFlow and not used it, and forks itself for every submission.

    python -m autograde.warm FD

It reads requests at a Unix socket: JSON and two file descriptors, one towards the runner and one between the
student's process and the examiner. A fork takes some milliseconds where an import takes seconds.
"""

import gc
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from functools import cached_property

from autograde import ROOT
from autograde.sandbox import HOME, confine, enter

# What a process needs to know of this machine; nothing else of the environment goes into it.
KEPT = (
    "PATH",
    "CONVLAB_CACHE",
    "CONVLAB_OFFLINE",
    "CONVLAB_MIRROR",
    "KERAS_HOME",
    "LC_ALL",
    "LANG",
)
SET = {
    "CONVLAB_PROFILE": "quick",
    "CONVLAB_HEADLESS": "1",
    "NBGRADER_EXECUTION": "autograde",
    "MPLBACKEND": "agg",
    "CUDA_VISIBLE_DEVICES": "-1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "PYTHONDONTWRITEBYTECODE": "1",
}


class Server:
    """Starts the warm process, and asks it for forks."""

    def __init__(self):
        import pooch

        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        environment = {name: os.environ[name] for name in KEPT if name in os.environ} | SET
        environment.setdefault("CONVLAB_CACHE", str(pooch.os_cache("convlab")))
        environment.setdefault("KERAS_HOME", os.path.expanduser("~/.keras"))
        environment |= {"HOME": HOME, "PYTHONPATH": str(ROOT), "IPYTHONDIR": f"{HOME}/.ipython"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "autograde.warm", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=str(ROOT),
        )
        theirs.close()
        self.socket, self.lock = ours, threading.Lock()
        if self.socket.recv(64) != b"ready":
            raise RuntimeError("autograde.warm")

    @cached_property
    def folder(self):
        """Where processes without a sandbox work; it goes with the server."""
        return tempfile.TemporaryDirectory(prefix="convlab")

    def fork(self, role, sandbox, control, between):
        """Starts a process; returns its number, as seen where there is no sandbox.

        Args:
            role: "student" or "examiner".
            sandbox: the process that holds the sandbox to enter, or None for none.
            control: a socket to the runner.
            between: a socket to the other one of the two.
        """
        request = {"role": role, "sandbox": sandbox}
        if sandbox is None:
            request["folder"] = self.folder.name
        with self.lock:
            socket.send_fds(
                self.socket, [json.dumps(request).encode()], [control.fileno(), between.fileno()]
            )
            return int(self.socket.recv(64) or b"0")

    def close(self):
        self.socket.close()
        self.process.wait()


def _import_everything():
    import IPython.core.interactiveshell  # noqa: F401
    import keras  # noqa: F401
    import matplotlib.pyplot  # noqa: F401
    import pandas  # noqa: F401
    import sklearn.metrics  # noqa: F401
    import tensorflow  # noqa: F401

    from autograde import examiner, student, wire  # noqa: F401
    from convlab import check, data, device, imagenet, measure, networks, plot  # noqa: F401

    wire.prepare()


def _become(request, control, between):
    """Turns a fork into what was asked for; does not return."""
    from autograde import examiner, student

    os.setsid()
    if request["sandbox"] is not None:
        enter(request["sandbox"])
        if os.fork():
            os._exit(0)
        confine()
    else:
        os.chdir(tempfile.mkdtemp(dir=request["folder"]))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    kept = sorted({control, between})
    for low, high in zip([3, *(each + 1 for each in kept)], [*kept, 1 << 16]):
        os.closerange(low, high)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    between = socket.socket(fileno=between)
    if request["role"] == "student":
        os.close(control)
        student.main(between)
    else:
        examiner.main(socket.socket(fileno=control), between)


def main(number):
    """Answers requests until the runner hangs up."""
    server = socket.socket(fileno=number)
    _import_everything()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    server.send(b"ready")
    while True:
        message, handles, _, _ = socket.recv_fds(server, 4096, 2)
        if not message:
            return
        pid = os.fork()
        if pid == 0:
            with suppress(BaseException):
                server.close()
                _become(json.loads(message), *handles)
            os._exit(0)
        for handle in handles:
            os.close(handle)
        server.send(str(pid).encode())


if __name__ == "__main__":
    main(int(sys.argv[1]))
