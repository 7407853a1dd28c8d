"""What students get holds all they need and nothing that gives the course away."""

import shutil
import subprocess
import sys

import nbformat
import papermill
import pytest

from autograde import ROOT
from autograde.publish import secrets, student_tree
from autograde.source import UNSET_REPOSITORY
from convlab.errors import PlainError

LESSON = "01_lenet5"


@pytest.fixture
def tree(tmp_path):
    folder = tmp_path / "tree"
    student_tree(folder, "owner/name")
    return folder


def test_tree_holds_notebooks_and_what_they_need(tree):
    top = {path.name for path in tree.iterdir()}
    assert top == {"LICENSE", "README.md", "assets", "convlab", "environment.yml", "notebooks"} | {
        ".gitignore",
        "pyproject.toml",
    }
    here = sorted(path.relative_to(ROOT) for path in (ROOT / "notebooks").glob("*/*/*.ipynb"))
    assert sorted(path.relative_to(tree) for path in (tree / "notebooks").rglob("*.ipynb")) == here
    readme = (tree / "README.md").read_text(encoding="utf-8")
    assert all(f"({path})" in readme for path in here)
    assert "git clone https://github.com/owner/name\ncd name\n" in readme
    for path in here:
        text = (tree / path).read_text(encoding="utf-8")
        assert f"colab.research.google.com/github/owner/name/blob/main/{path}" in text
        assert f"github/owner/name/blob/main/{path}" in readme
        assert "git+https://github.com/owner/name" in text and UNSET_REPOSITORY not in text
    assert secrets(tree) == []


LEAKS = {
    "solution": f"solutions/en/{LESSON}/{LESSON}.ipynb",
    "hidden test": f"solutions/src/{LESSON}.md",
    "grading code": "autograde/grading.py",
}


@pytest.mark.parametrize("word", LEAKS)
def test_what_gives_the_course_away_is_found(tree, word):
    shutil.copy(ROOT / LEAKS[word], tree / "notebooks")
    assert any(word in sentence for sentence in secrets(tree))


def test_a_solved_cell_without_its_markers_is_found(tree):
    path = tree / "notebooks" / "es" / LESSON / f"{LESSON}.ipynb"
    solved = (ROOT / "solutions" / "es" / LESSON / f"{LESSON}.ipynb").read_text(encoding="utf-8")
    path.write_text(solved.replace("### BEGIN HIDDEN TESTS", "#"), encoding="utf-8")
    assert any("hidden test" in sentence for sentence in secrets(tree))


def test_nothing_is_written_over(tmp_path):
    (tmp_path / "mine").write_text("")
    with pytest.raises(PlainError, match="not empty"):
        student_tree(tmp_path, "owner/name")
    with pytest.raises(PlainError, match="owner/name"):
        student_tree(tmp_path / "tree", "https://github.com/owner/name")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_installed_tree_runs_a_notebook(tree, tmp_path, monkeypatch):
    target = tmp_path / "site"
    command = [sys.executable, "-m", "uv", "pip", "install", "-q", "--no-deps"]
    command += ["--no-build-isolation", "--target", str(target), str(tree)]
    subprocess.run(command, check=True)
    assert not (target / "autograde").exists()
    shutil.rmtree(tree / "convlab")
    monkeypatch.setenv("PYTHONPATH", str(target))
    path = tree / "notebooks" / "en" / "00_start_here" / "00_start_here.ipynb"
    nb = nbformat.read(path, as_version=4)
    nb.cells.append(nbformat.v4.new_code_cell("import convlab\nprint(convlab.ASSETS)"))
    nbformat.write(nb, path)
    done = papermill.execute_notebook(
        str(path), str(tmp_path / "done.ipynb"), cwd=str(tree), progress_bar=False
    )
    assert done.cells[-1].outputs[0].text.strip() == str(target / "convlab" / "assets")
