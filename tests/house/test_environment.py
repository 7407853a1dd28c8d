"""environment.yml and requirements.lock say what pyproject.toml says."""

import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
EXTRAS = ("lab", "grade", "test")
PYTHONS = ("3.11", "3.12", "3.13")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def comparable(requirement):
    """Returns a requirement without what does not matter: case, punctuation, order of clauses."""
    return (
        canonicalize_name(requirement.name),
        frozenset(requirement.extras),
        requirement.specifier,
        str(requirement.marker),
    )


def project_requirements():
    """Returns the requirements of the project and of the extras that conda installs, once each."""
    lines = list(PROJECT["dependencies"])
    for extra in EXTRAS:
        lines += PROJECT["optional-dependencies"][extra]
    requirements = (Requirement(line) for line in lines)
    return list({comparable(requirement): requirement for requirement in requirements}.values())


def pip_lines():
    """Returns the lines of the pip section of environment.yml."""
    return next(entry["pip"] for entry in ENVIRONMENT["dependencies"] if isinstance(entry, dict))


def locked_entries():
    """Returns [(requirement, hashes)] for each pin of requirements.lock."""
    entries = []
    for line in LOCK.replace("\\\n", " ").splitlines():
        line = line.partition(" #")[0].strip()
        if line and not line.startswith("#"):
            entries.append((Requirement(HASH.sub("", line).strip()), HASH.findall(line)))
    return entries


def pinned_version(requirement):
    """Returns the version of a pin such as numpy==2.4.0."""
    (clause,) = requirement.specifier
    assert clause.operator == "==" and "*" not in clause.version, f"not a pin: {requirement}"
    return Version(clause.version)


PINS = defaultdict(list)
for _requirement, _ in locked_entries():
    PINS[canonicalize_name(_requirement.name)].append(_requirement)


def test_conda_gets_the_python_range_of_the_project():
    conda = [entry for entry in ENVIRONMENT["dependencies"] if isinstance(entry, str)]
    (python,) = [entry for entry in map(Requirement, conda) if entry.name == "python"]
    assert python.specifier == SpecifierSet(PROJECT["requires-python"])
    assert "pip" in conda


def test_the_pythons_tried_here_are_those_of_the_range():
    allowed = SpecifierSet(PROJECT["requires-python"])
    minors = [f"3.{minor}" for minor in range(30) if allowed.contains(f"3.{minor}.0")]
    assert tuple(minors) == PYTHONS


def test_conda_environment_is_ours_and_free():
    assert ENVIRONMENT["name"] == "convlab"
    assert ENVIRONMENT["channels"] == ["conda-forge"]


def test_pip_section_is_the_union_of_the_project_and_its_extras():
    lines = [line for line in pip_lines() if not line.startswith("-")]
    written = [comparable(Requirement(line)) for line in lines]
    assert len(written) == len(set(written)), "a package stands twice in environment.yml"
    assert set(written) == set(map(comparable, project_requirements()))


def test_pip_section_ends_with_the_project_itself():
    assert [line for line in pip_lines() if line.startswith("-")] == ["-e ."]
    assert pip_lines()[-1] == "-e ."


@pytest.mark.parametrize("requirement", project_requirements(), ids=str)
def test_lock_pins_an_allowed_version(requirement):
    pins = PINS[canonicalize_name(requirement.name)]
    for pin in pins:
        assert requirement.specifier.contains(pinned_version(pin)), pin
    for python in PYTHONS:
        machine = {
            "python_version": python,
            "python_full_version": f"{python}.0",
            "platform_machine": "x86_64",
            "platform_system": "Linux",
            "sys_platform": "linux",
        }
        applying = [pin for pin in pins if pin.marker is None or pin.marker.evaluate(machine)]
        assert len(applying) == 1, f"{requirement} on Python {python}: {applying}"


def test_every_pin_has_hashes():
    entries = locked_entries()
    assert entries
    assert [str(requirement) for requirement, hashes in entries if not hashes] == []


def test_every_pin_is_one_version():
    for requirement, _ in locked_entries():
        pinned_version(requirement)


def test_lock_names_no_address():
    assert "://" not in LOCK
    assert [str(requirement) for requirement, _ in locked_entries() if requirement.url] == []
    assert "--index-url" not in LOCK and "--find-links" not in LOCK
