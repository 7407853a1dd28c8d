"""How long CI takes, and where the time goes.

    python tests/benchmarks/building.py

`.ci/run` as a whole, and what pytest says of the tests of each folder, their fixtures included.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).parents[2]))

from autograde import ROOT  # noqa: E402

REPORT = ROOT / "build" / "tests.xml"


def of_folders(report):
    """Yields a dict for the tests of each folder, the slowest first, from a report in the format of JUnit."""
    seconds, tests = Counter(), Counter()
    for case in ElementTree.parse(report).iter("testcase"):
        folder = "/".join(case.get("classname").split(".")[:2])
        seconds[folder] += float(case.get("time"))
        tests[folder] += 1
    for folder, took in seconds.most_common():
        yield {"what": folder, "tests": tests[folder], "seconds": took}


def measure_all():
    """Yields a dict for .ci/run, one for what it does before the tests, and one for each folder of tests."""
    began = time.perf_counter()
    done = subprocess.run(
        ["bash", ".ci/run"],
        cwd=ROOT,
        env=os.environ | {"CI": "true", "PYTEST_ADDOPTS": f"--junitxml={REPORT}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    took = time.perf_counter() - began
    if done.returncode:
        raise SystemExit(done.stdout[-3000:])
    folders = list(of_folders(REPORT))
    tests = sum(each["tests"] for each in folders)
    yield {"what": ".ci/run", "tests": tests, "seconds": took}
    before = took - sum(each["seconds"] for each in folders)
    yield {"what": "setup, make check, collecting the tests", "tests": 0, "seconds": before}
    yield from folders


if __name__ == "__main__":
    for result in measure_all():
        print(json.dumps(result), flush=True)
