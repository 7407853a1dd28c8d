"""A place on this machine for code that nobody vouches for, made by bubblewrap.

Inside there is no network, nothing of the course or of other submissions, a read-only system, a small /tmp of its
own, a user of its own and no process but those started inside. It ends with everything in it.
"""

import ctypes
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from convlab import ASSETS, data
from convlab.i18n import tr

TMP_BYTES, SHM_BYTES = 256 << 20, 64 << 20
ADDRESS_SPACE, MEMORY = 12 << 30, 4 << 30
FORKED = 512 << 20  # what a fork shares with the warm process, at most
PROCESSES, CPU_SECONDS, OPEN_FILES = 32, 1200, 512
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc/alternatives", "/etc/fonts")
SYSTEM += ("/etc/ld.so.cache", "/etc/localtime", "/nix/store", "/opt")
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
# Entered in this order: a process has rights over the others once it is in the first.
NAMESPACES = ("user", "ipc", "uts", "net", "pid", "mnt")
HOME = "/tmp/home"
WAIT = "echo; exec cat"
PR_SET_NO_NEW_PRIVS, PR_CAPBSET_DROP, PR_SET_DUMPABLE = 38, 24, 4


class NoSandbox(Exception):
    """There can be no sandbox here; the message says why."""


def _readable():
    """Returns the folders outside the system that a student's cells may read."""
    folders = [sys.base_prefix, sys.prefix, Path(data.__file__).parent, ASSETS]
    folders += [data.cache_folder(), data._keras_home() / "datasets"]
    folders += [entry for entry in sys.path if entry.endswith("site-packages")]
    return dict.fromkeys(str(Path(folder).resolve()) for folder in folders)


def command():
    """Returns the bubblewrap command of a sandbox that lives until its standard input is closed."""
    arguments = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]
    arguments += ["--uid", "1000", "--gid", "1000", "--hostname", "sandbox"]
    for path in SYSTEM:
        if os.path.islink(path):
            arguments += ["--symlink", os.readlink(path), path]
        elif os.path.exists(path):
            arguments += ["--ro-bind", path, path]
    arguments += ["--proc", "/proc", "--tmpfs", "/dev"]
    for path in DEVICES:
        arguments += ["--dev-bind", path, path]
    arguments += ["--size", str(SHM_BYTES), "--tmpfs", "/dev/shm", "--remount-ro", "/dev"]
    arguments += ["--size", str(TMP_BYTES), "--perms", "1777", "--tmpfs", "/tmp", "--dir", HOME]
    for path in _readable():
        if os.path.exists(path):
            arguments += ["--ro-bind", path, path]
    return [*arguments, "--remount-ro", "/", "--chdir", HOME]


class Sandbox:
    """An empty sandbox, to be entered by a process that is forked for it.

    Attributes:
        pid: of the process that holds it.

    Raises:
        NoSandbox: bubblewrap is missing or may not work here.
    """

    def __init__(self):
        program = shutil.which("bwrap")
        if sys.platform != "linux" or program is None:
            raise NoSandbox(
                tr("bubblewrap is missing. Install it (Debian, Ubuntu: `apt install bubblewrap`).")
            )
        read, write = os.pipe()
        arguments = [*command(), "--json-status-fd", str(write), "sh", "-c", WAIT]
        self.holder = subprocess.Popen(
            arguments,
            pass_fds=[write],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        os.close(write)
        ready = self.holder.stdout.readline()
        status = os.read(read, 4096)
        os.close(read)
        if ready != b"\n":
            reason = self.holder.stderr.read().decode(errors="replace").strip()
            self.close()
            raise NoSandbox(
                tr("bubblewrap cannot make a sandbox on this machine: {reason}", reason=reason)
            )
        self.pid = json.loads(status[: status.index(b"}") + 1])["child-pid"]
        self.namespace = os.stat(f"/proc/{self.pid}/ns/pid").st_ino

    def close(self):
        """Ends every process inside."""
        self.holder.kill()
        for stream in (self.holder.stdin, self.holder.stdout, self.holder.stderr):
            stream.close()
        self.holder.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def excess(self):
        """Returns "memory" or "processes" where there is too much of it inside, else None."""
        count = total = 0
        for number in filter(str.isdigit, os.listdir("/proc")):
            try:
                if os.stat(f"/proc/{number}/ns/pid").st_ino != self.namespace:
                    continue
                status = Path(f"/proc/{number}/status").read_text()
            except OSError:
                continue
            count += 1
            own = re.search(r"^RssAnon:\s+(\d+)", status, re.MULTILINE)
            total += max(0, 1024 * int(own[1]) - FORKED) if own else 0
        if count > PROCESSES:
            return "processes"
        return "memory" if total > MEMORY else None


def check():
    """Raises NoSandbox where none can be made and entered here."""
    with Sandbox() as sandbox:
        pid = os.fork()
        if pid == 0:
            try:
                enter(sandbox.pid)
            except BaseException:
                os._exit(1)
            os._exit(0)
        if os.waitpid(pid, 0)[1]:
            raise NoSandbox(tr("A sandbox can be made on this machine, but not be entered."))


def _checked(result):
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def enter(pid):
    """Moves this process, which must have a single thread, into a sandbox; only its children are then inside."""
    libc = ctypes.CDLL(None, use_errno=True)
    handles = [os.open(f"/proc/{pid}/ns/{name}", os.O_RDONLY) for name in NAMESPACES]
    for name, handle in zip(NAMESPACES, handles):
        _checked(libc.setns(handle, 0))
        os.close(handle)
        if name == "user":
            # No namespaces within the sandbox: a mount of one's own would have no limit of size.
            with open("/proc/sys/user/max_user_namespaces", "w") as limit:
                limit.write("0")
    os.chdir(HOME)


def confine():
    """Takes from this process what it does not need: capabilities, and memory, time and files without end."""
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in range(64):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    _checked(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    _checked(libc.capset(header, (ctypes.c_uint32 * 6)()))
    for what, most in (
        (resource.RLIMIT_AS, ADDRESS_SPACE),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def kill_group(pid):
    """Ends a process that leads a session, and its children: what is possible without a sandbox."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except OSError:
        pass
