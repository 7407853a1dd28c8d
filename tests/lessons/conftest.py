"""Every solution is executed once.

The Spanish ones run in the project's own environment, the English ones in that of Google Colab with what a student
installs there. The code of both is the same.
"""

import multiprocessing
import os

import pytest
from environments import add_kernel, environment_python, install
from executing import execute_solution

from autograde import ROOT
from autograde.publish import student_tree
from autograde.run import QUICK_AT_A_TIME

KERNELS = {"es": "python3", "en": "colab"}


@pytest.fixture(scope="session")
def kernels(tmp_path_factory):
    """{language: the name of a kernel}"""
    folder = tmp_path_factory.mktemp("kernels")
    python = environment_python("colab")
    student_tree(folder / "tree", "owner/name")
    install(python, "--reinstall-package", "convlab", folder / "tree")
    add_kernel(folder, "colab", python)
    add_kernel(folder, "oldest", environment_python("oldest"), ROOT)
    os.environ["JUPYTER_PATH"] = str(folder)
    yield KERNELS
    del os.environ["JUPYTER_PATH"]


@pytest.fixture(scope="session")
def executed(request, tmp_path_factory, kernels):
    """Returns a function (lesson, language) → `Executed`. Those that the chosen tests name start at once."""
    folder = tmp_path_factory.mktemp("executed")
    handles = {}
    with multiprocessing.get_context("spawn").Pool(QUICK_AT_A_TIME) as pool:

        def start(name, lang):
            if (name, lang) not in handles:
                arguments = name, lang, kernels[lang], folder
                handles[name, lang] = pool.apply_async(execute_solution, arguments)
            return handles[name, lang]

        for test in request.session.items:
            named = getattr(test, "callspec", None)
            if "executed" in test.fixturenames and named and {"name", "lang"} <= set(named.params):
                start(named.params["name"], named.params["lang"])
        yield lambda name, lang: start(name, lang).get()
