"""Packs what a classroom without a network needs: notebooks, wheels of every package, and the data there is."""

import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from autograde import LANGUAGES, ROOT
from autograde.publish import refuse_what_is_there, student_tree
from autograde.source import repository
from convlab import data, imagenet
from convlab.errors import PlainError
from convlab.i18n import tr

README = """[Español](#sin-red) · [English](#without-a-network)

# Sin red

Cuadernos, paquetes y datos para {machine}. En esta carpeta:

{install_es}

En Windows, la segunda línea es `.venv\\Scripts\\activate`; la cuarta y la quinta, `set CONVLAB_OFFLINE=1` y `set CONVLAB_CACHE=%CD%\\data`. Para otro sistema u otra versión de Python, prepare la carpeta en una máquina así.

# Without a network

Notebooks, packages and data for {machine}. In this folder:

{install_en}

On Windows the second line is `.venv\\Scripts\\activate`; the fourth and fifth are `set CONVLAB_OFFLINE=1` and `set CONVLAB_CACHE=%CD%\\data`. For another system or another version of Python, make the folder on such a machine.
"""
INSTALL = """```
python -m venv .venv
source .venv/bin/activate
pip install --no-index --find-links wheels "convlab[lab]"
export CONVLAB_OFFLINE=1
export CONVLAB_CACHE="$PWD/data"
cd course/notebooks
jupyter lab {lang}
```"""


def bundle(destination, requirements=("convlab[lab]",)):
    """Writes a folder to carry into a classroom without a network.

    Args:
        destination: a folder that is empty or not there yet.
        requirements: what the wheels have to install.

    Returns:
        A sentence for each file of data that could not be had; the lessons stand in for it.

    Raises:
        PlainError: the destination holds something, or a package cannot be had.
    """
    destination = Path(destination)
    refuse_what_is_there(destination)
    student_tree(destination / "course", repository())
    _wheels(destination, requirements)
    missing = _data(destination / "data")
    machine = f"Python {'.'.join(platform.python_version_tuple()[:2])}, {platform.system()} {platform.machine()}"
    texts = {f"install_{lang}": INSTALL.format(lang=lang) for lang in LANGUAGES}
    text = README.format(machine=machine, **texts)
    (destination / "README.md").write_text(text, encoding="utf-8")
    return missing


def _wheels(destination, requirements):
    """Downloads wheels in the versions of requirements.lock, and makes that of convlab."""
    wheels = destination / "wheels"
    with tempfile.TemporaryDirectory() as folder:
        pins = Path(folder) / "constraints.txt"
        lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
        pins.write_text(re.sub(r" +--hash=\S+", "", lock), encoding="utf-8")
        tree = shutil.copytree(destination / "course", Path(folder) / "course")
        quiet = ["--quiet", "--disable-pip-version-check"]
        for command in (
            ["wheel", *quiet, "--no-deps", "--no-build-isolation", "--wheel-dir", wheels, tree],
            ["download", *quiet, "--only-binary", ":all:", "--dest", wheels]
            + ["--find-links", wheels, "--constraint", pins, *requirements],
        ):
            if subprocess.run([sys.executable, "-m", "pip", *command]).returncode:
                shutil.rmtree(destination)
                raise PlainError(
                    tr(
                        "The packages could not be downloaded: check the network and the disk space, and try again."
                    )
                )


def _data(folder):
    """Copies the files of data there are or that can be downloaded; returns what is missing."""
    folder.mkdir()
    missing = []
    for file in (data.mnist_file(), data.cifar10_file(), *imagenet.files()):
        try:
            shutil.copy(data.find(file), folder / file.name)
        except PlainError as error:
            missing.append(str(error))
    return missing
