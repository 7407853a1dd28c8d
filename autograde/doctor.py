"""Says what is missing on this machine and how to mend it."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path

from autograde import ROOT
from autograde.source import UNSET_REPOSITORY, repository
from convlab.i18n import tr

NEEDED_SPACE = 2_000_000_000  # bytes


def _modules():
    for module in ("tensorflow", "jupyterlab", "nbgrader", "papermill", "mlxtend", "ipycanvas"):
        yield (
            module,
            importlib.util.find_spec(module) is not None,
            tr("install it: python -m autograde setup"),
        )


def _sandbox():
    from autograde import sandbox

    try:
        sandbox.check()
    except sandbox.NoSandbox as reason:
        return str(reason)
    return None


def examine():
    """Yields (what, is_fine, advice) for each thing that the collection needs; None where it can wait."""
    from convlab import data

    version = sys.version.split()[0]
    yield (
        f"Python {version}",
        (3, 11) <= sys.version_info[:2] <= (3, 13),
        tr("use Python 3.11 to 3.13"),
    )
    yield from _modules()
    yield (
        tr("this is the project's own environment"),
        Path(sys.prefix).resolve() == (ROOT / ".venv").resolve(),
        tr("start it as .venv/bin/python -m autograde (Windows: .venv\\Scripts\\python)"),
    )
    cache = data.cache_folder()
    folder = next(path for path in (cache, *cache.parents) if path.exists())
    yield (
        tr("data cache {folder} can be written", folder=cache),
        folder.is_dir() and os.access(folder, os.W_OK),
        tr("set CONVLAB_CACHE to a folder of yours"),
    )
    free = shutil.disk_usage(folder).free
    yield (
        tr("{free:.0f} GB free on the disk", free=free / 1e9),
        free > NEEDED_SPACE,
        tr("free some space"),
    )
    reason = _sandbox()
    yield (
        tr("submissions can be graded in a sandbox"),
        reason is None,
        tr("{reason} Only those who grade need it.", reason=reason),
    )
    yield (
        tr("the links to Colab lead to a repository"),
        None if repository() == UNSET_REPOSITORY else True,
        tr(
            "once the notebooks are public, write its owner/name into pyproject.toml and run make build"
        ),
    )
