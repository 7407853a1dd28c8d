"""Makes `.venv` with exactly the packages of requirements.lock. Standard library only."""

import json
import re
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"


def environment_python():
    """Returns the path of the environment's Python."""
    folder = "Scripts" if sys.platform == "win32" else "bin"
    return ENVIRONMENT / folder / ("python.exe" if sys.platform == "win32" else "python")


def _uv_requirement():
    """Returns the lines of the lock that pin uv, hashes included."""
    return re.search(r"^uv==(?:.*\\\n)*.*\n", LOCK.read_text(), re.MULTILINE)[0]


def _kernel():
    """Returns the kernel's specification; ipykernel's own warns of TCP at every start.

    Jupyter reads "python" as the Python that runs Jupyter, so that a moved folder keeps its kernel.
    """
    return {
        "argv": ["python", "-m", "ipykernel_launcher", "-f", "{connection_file}", "--log-level=40"],
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "metadata": {"debugger": True},
    }


def setup():
    """Installs what is missing; returns the exit status.

    Bytecode is compiled at once, without which TensorFlow's import takes three times as long.
    """
    stamp = ENVIRONMENT / "requirements.lock"
    if stamp.is_file() and stamp.read_bytes() == LOCK.read_bytes():
        return 0
    print(".venv ← requirements.lock", flush=True)
    venv.create(ENVIRONMENT, with_pip=True, clear=ENVIRONMENT.exists())
    python = str(environment_python())
    uv_lock = ENVIRONMENT / "uv.lock.txt"
    uv_lock.write_text(_uv_requirement())
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    uv = [python, "-m", "uv", "pip", "install", "--quiet", "--python", python]
    steps = (
        [*pip, "--require-hashes", "-r", str(uv_lock)],
        [*uv, "--compile-bytecode", "--require-hashes", "-r", str(LOCK)],
        [*uv, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
    )
    for step in steps:
        if subprocess.run(step).returncode:
            print(
                "setup: " + " ".join(step[1:5]) + " …\n"
                "No se pudo instalar: revise la red y el espacio en disco y repita la orden.\n"
                "It could not be installed: check the network and the disk space and try again.",
                file=sys.stderr,
            )
            return 1
    kernel = ENVIRONMENT / "share" / "jupyter" / "kernels" / "python3" / "kernel.json"
    kernel.unlink()  # uv links it to its cache, that is, to every other environment of this machine
    kernel.write_text(json.dumps(_kernel(), indent=1))
    stamp.write_bytes(LOCK.read_bytes())
    return 0
