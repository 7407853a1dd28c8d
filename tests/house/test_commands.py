"""The command line says in one sentence what is wrong and what to do."""

import os
import shutil
import subprocess
import sys

import nbformat
import pytest
from submissions import by_id, notebook

from autograde import ROOT, setup


def run(*arguments, folder=ROOT, **environment):
    return subprocess.run(
        [sys.executable, "-m", "autograde", *arguments],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("es", "No existe la lección 42_nothing"), ("en", "There is no lesson 42_nothing")],
)
def test_unknown_lesson(lang, sentence):
    result = run("run", "42_nothing", "--lang", lang)
    assert result.returncode == 1
    assert sentence in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


def test_lesson_that_fails_is_told_after_those_before_it(tmp_path):
    ignored = shutil.ignore_patterns("course", "__pycache__")
    for name in ("autograde", "convlab", "solutions", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    path = tmp_path / "solutions" / "en" / "01_lenet5" / "01_lenet5.ipynb"
    lesson = nbformat.read(path, as_version=4)
    lesson.cells.insert(2, nbformat.v4.new_code_cell("raise ValueError('Out of chalk.')"))
    nbformat.write(lesson, path)
    names = "00_start_here", "01_lenet5", "02_alexnet"
    result = run("run", *names, "--lang", "en", folder=tmp_path)
    assert result.returncode == 1
    first, last = result.stdout.index(names[0]), result.stdout.index("Out of chalk.")
    assert first < last and "01_lenet5.ipynb: cell" in result.stdout[first:last]
    assert "Traceback" not in result.stdout + result.stderr
    assert not (tmp_path / "build" / "en" / names[2] / f"{names[2]}.html").exists()


@pytest.mark.parametrize(("lang", "word"), [("es", "Hace falta Python"), ("en", "is needed")])
def test_python_that_is_too_old(lang, word):
    code = (
        "import sys, runpy; sys.version_info = (3, 8, 0); sys.argv = ['autograde', 'run'];"
        "runpy.run_module('autograde', run_name='__main__')"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"COURSE_LANG": lang},
        capture_output=True,
        text=True,
    )
    assert result.returncode == 1
    assert word in result.stderr and "3.11" in result.stderr
    assert "Traceback" not in result.stderr


def test_missing_package_points_to_setup(tmp_path):
    (tmp_path / "typer.py").write_text("raise ModuleNotFoundError(name='typer')")
    result = run("doctor", PYTHONPATH=str(tmp_path), COURSE_LANG="es")
    assert result.returncode == 1
    assert "Falta typer" in result.stderr and "autograde setup" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("lang", "word"), [("es", "No se pudo cargar"), ("en", "could not be loaded")]
)
def test_missing_tensorflow_is_one_sentence_in_a_notebook(lang, word, tmp_path):
    (tmp_path / "tensorflow.py").write_text("raise ImportError('No module named tensorflow')")
    code = (
        "from convlab import device, i18n\n"
        f"i18n.set_language({lang!r})\n"
        "try:\n    device.prepare()\n"
        "except Exception as error:\n    print(*error._render_traceback_())"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
    )
    assert word in result.stdout and "autograde setup" in result.stdout


@pytest.mark.parametrize(("lang", "word"), [("es", "Falta convlab"), ("en", "convlab is missing")])
def test_notebook_of_another_environment_says_which_kernel_to_choose(lang, word, monkeypatch):
    nb = notebook("notebooks", lang)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(SystemExit, match=word):
        exec(by_id(nb)["setup"].source, {"LANG": lang})


def test_doctor_finds_this_machine_in_order():
    result = run("doctor")
    assert result.returncode == 0, result.stdout
    assert "✗" not in result.stdout


def test_doctor_names_a_cache_that_cannot_be_written(tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    result = run("doctor", "--lang", "en", CONVLAB_CACHE=str(file / "cache"))
    assert result.returncode == 1
    assert "set CONVLAB_CACHE" in result.stdout


def test_setup_pins_uv_by_hash():
    assert setup._uv_requirement().startswith("uv==")
    assert "--hash=sha256:" in setup._uv_requirement()


def test_setup_changes_no_kernel_but_its_own():
    kernel = setup.ENVIRONMENT / "share" / "jupyter" / "kernels" / "python3" / "kernel.json"
    assert kernel.stat().st_nlink == 1
    assert '"python"' in kernel.read_text()


def test_convlab_imports_without_tensorflow_and_fast():
    code = (
        "import sys, time; started = time.perf_counter();"
        "from convlab import check, data, device, draw, i18n, plot;"
        "print(time.perf_counter() - started, 'tensorflow' in sys.modules, 'keras' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    seconds, tensorflow, keras = result.stdout.split()
    assert float(seconds) < 0.5
    assert (tensorflow, keras) == ("False", "False")
