"""A classroom without a network gets notebooks, wheels and data in one folder."""

import hashlib
import subprocess
import venv

import pytest

from autograde.bundle import bundle
from autograde.publish import secrets
from convlab import data
from convlab.errors import PlainError


def test_packages_install_without_a_network_and_data_is_found(tmp_path, monkeypatch):
    content = b"all the digits"
    monkeypatch.setattr(data, "MNIST_SHA256", hashlib.sha256(content).hexdigest())
    monkeypatch.setenv("CONVLAB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / data.MNIST_FILE).write_bytes(content)

    folder = tmp_path / "classroom"
    missing = bundle(folder, requirements=("tqdm",))
    assert secrets(folder / "course") == []
    assert [path.name for path in (folder / "data").iterdir()] == [data.MNIST_FILE]
    assert any(data.CIFAR10_FILE in sentence for sentence in missing)
    assert not any(data.MNIST_FILE in sentence for sentence in missing)

    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    offline = ["--no-index", "--find-links", folder / "wheels"]
    pip = [python, "-m", "pip", "install", "--quiet", "--no-deps", *offline]
    subprocess.run([*pip, "convlab", "tqdm"], check=True)
    code = "import convlab.i18n, tqdm; print(convlab.__file__)"
    found = subprocess.run([python, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert str(tmp_path / "venv") in found.stdout, found.stderr
    assert "--find-links wheels" in (folder / "README.md").read_text(encoding="utf-8")


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(PlainError, match="not empty"):
        bundle(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_packages_that_cannot_be_had_leave_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(PlainError, match="could not be downloaded"):
        bundle(tmp_path / "classroom")
    assert not (tmp_path / "classroom").exists()
