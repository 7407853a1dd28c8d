"""Environments beside the project's own, kept in build/environments: Colab's, the oldest that is allowed, Otter's."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from autograde import ROOT

HERE = Path(__file__).parent
UV = Path(sys.executable).with_name("uv")
# What `uv pip install` is given, after a file that decides whether the environment is up to date.
CONTENTS = {
    "colab": (HERE / "colab.txt", ["-r", HERE / "colab.txt"]),
    "oldest": (
        ROOT / "pyproject.toml",
        ["--resolution", "lowest-direct", "-r", ROOT / "pyproject.toml"]
        + ["--extra", "lab", "--extra", "grade"],
    ),
    "otter": (HERE / "otter.txt", ["-r", HERE / "otter.txt", "-r", ROOT / "pyproject.toml"]),
}


def environment_python(name):
    """Returns the path of the Python of an environment, which is made where it is missing or stale."""
    folder = ROOT / "build" / "environments" / name
    file, contents = CONTENTS[name]
    stamp, python = folder / file.name, folder / "bin" / "python"
    if not stamp.is_file() or stamp.read_bytes() != file.read_bytes():
        subprocess.run(
            [UV, "venv", "--quiet", "--clear", "--python", sys.executable, folder], check=True
        )
        install(python, *contents)
        shutil.copy(file, stamp)
    return python


def install(python, *what):
    """Installs packages in an environment as pip would; what is there and fits stays."""
    command = [UV, "pip", "install", "--quiet", "--compile-bytecode", "--python", python]
    subprocess.run([*command, *what], check=True)


def versions(python):
    """Returns {name of a package: its version} of an environment."""
    command = [UV, "pip", "list", "--quiet", "--format", "json", "--python", python]
    listed = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return {each["name"].lower().replace("_", "-"): each["version"] for each in listed}


def add_kernel(folder, name, python, path=""):
    """Writes a kernel of an environment's Python below `folder`, a folder of JUPYTER_PATH; `path` is its PYTHONPATH."""
    kernel = folder / "kernels" / name / "kernel.json"
    kernel.parent.mkdir(parents=True)
    command = [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    specification = {
        "argv": [*command, "--log-level=40"],
        "display_name": name,
        "language": "python",
        "env": {
            "PYTHONPATH": str(path),
            "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",
        },
    }
    kernel.write_text(json.dumps(specification), encoding="utf-8")
