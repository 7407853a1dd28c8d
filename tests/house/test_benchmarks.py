"""What the benchmarks measured is told as it was, and the README quotes nothing else."""

import json
from copy import deepcopy

import pytest
from benchmarks import bench, building, grading_speed, waiting
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from autograde import ROOT

CURVES = {
    "lenet5_lab": [(50.0, 0.7), (100.0, 0.8)],
    "lenet5": [(20.0, 0.75), (30.0, 0.81)],
    "alexnet_lab": [(200.0, 0.4), (400.0, 0.5)],
    "alexnet": [(50.0, 0.45), (100.0, 0.55)],
    "small_alexnet": [(10.0, 0.3), (38.0, 0.6)],
}


def learned(run, curve, data="Emoji-10", seed=0):
    return {
        **{"data": data, "run": run, "seed": seed, "parameters": 1000, "macs": 2000000},
        **{"batch_size": 64, "curve": curve, "epoch_seconds": curve[0][0], "peak_mib": 900},
        **{"pictures_per_second": 100, "share_of_machine": 0.25, "test_accuracy": 0.5},
    }


def learning(**changed):
    """Returns what `bench.py learning` would have found of one seed."""
    curves = deepcopy(CURVES) | changed
    lenets = [learned(run, curves[run], "Fashion-MNIST") for run in ("lenet5_lab", "lenet5")]
    others = ("alexnet_lab", "alexnet", "small_alexnet")
    found = lenets + [learned(run, curves[run]) for run in others]
    return {"machine": {"processor": "one processor", "cores": 2}, "results": found}


def goals_of(folder):
    found = json.loads((folder / "results.json").read_text(encoding="utf-8"))["goals"]
    return {each["goal"].partition(":")[0]: each for each in found}


def test_goals_that_are_met_say_so(tmp_path):
    text = bench.write("learning", learning(), tmp_path / "2026-01-01")
    found = goals_of(tmp_path / "2026-01-01")
    assert found["LeNet-5"]["values"] == pytest.approx([0.3])
    assert found["small AlexNet"]["values"] == pytest.approx([38 / 400])
    assert all(each["met"] for each in found.values())
    assert text.startswith("# Measured on 2026-01-01") and " | no |" not in text
    assert (tmp_path / "2026-01-01" / "learning.svg").is_file()


@pytest.mark.parametrize(
    ("run", "curve", "goal"),
    [
        ("lenet5", [(20.0, 0.75), (34.0, 0.81)], "LeNet-5"),
        ("lenet5", [(20.0, 0.75), (30.0, 0.79)], "LeNet-5"),
        ("small_alexnet", [(38.0, 0.4), (41.0, 0.6)], "small AlexNet"),
    ],
)
def test_a_goal_that_is_missed_says_so(run, curve, goal, tmp_path):
    text = bench.write("learning", learning(**{run: curve}), tmp_path / "2026-01-01")
    missed = [name for name, each in goals_of(tmp_path / "2026-01-01").items() if not each["met"]]
    assert missed == [goal]
    assert text.count(" | no |") == 1


def test_a_part_measured_alone_leaves_the_others(tmp_path):
    folder = tmp_path / "2026-01-01"
    bench.write("learning", learning(), folder)
    grading = [
        {"tool": tool, "submissions": 8, "seconds": seconds, "a_minute": 480 / seconds}
        | {"peak_mib": 800, "different_scores": 0}
        for tool, seconds in (("autograde grade", 20.0), ("nbgrader autograde", 90.0))
    ]
    measured = {"machine": {"processor": "another", "cores": 2}, "results": grading}
    text = bench.write("grading", measured, folder)
    assert "|  | learning | grading |" in text and "| processor | one processor | another |" in text
    assert "### Emoji-10" in text and "| nbgrader autograde | 8 | 90 | 4.50 |" in text
    assert (folder / "grading.svg").is_file()


def test_time_of_tests_is_added_up_by_folder(tmp_path):
    cases = [("tests.house.test_a", 1), ("tests.house.test_b", 2), ("tests.lessons.test_c", 4)]
    lines = [f'<testcase classname="{name}" name="x" time="{time}"/>' for name, time in cases]
    report = tmp_path / "tests.xml"
    report.write_text(f"<testsuites><testsuite>{''.join(lines)}</testsuite></testsuites>")
    assert list(building.of_folders(report)) == [
        {"what": "tests/lessons", "tests": 1, "seconds": 4},
        {"what": "tests/house", "tests": 2, "seconds": 3},
    ]


@pytest.mark.parametrize("kind", ["image/png", "image/svg+xml"])
def test_a_picture_of_either_kind_is_the_first(kind):
    def cell(second, kind):
        times = {"end_time": f"2026-01-01T00:00:0{second}", "duration": 1}
        output = new_output("display_data", {kind: "…"})
        return new_code_cell("1", outputs=[output], metadata={"papermill": times})

    cells = [new_markdown_cell("# One"), cell(1, "text/plain"), cell(2, kind), cell(3, "image/png")]
    times = {"start_time": "2026-01-01T00:00:00", "duration": 3}
    notebook = new_notebook(cells=cells, metadata={"papermill": times})
    assert waiting.waited(notebook)["first_picture"] == 2


@pytest.mark.parametrize("workers", [1, 3])
def test_dask_has_the_workers_that_were_asked_for(workers):
    from distributed import Client

    with grading_speed.dask(workers) as address, Client(address) as client:
        assert len(client.nthreads()) == workers


def test_readme_quotes_the_latest_figures_in_both_languages():
    measured, of_grading = {}, None
    for path in sorted((ROOT / "docs" / "benchmarks").glob("*/results.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        for each in found["goals"]:
            measured[each["goal"]] = (path.parent.name, bench.spread(each["values"], "{:.2f}"))
        if "grading" in found["parts"]:
            of_grading = path.parent.name, found["parts"]["grading"]["results"]
    day, results = of_grading
    seconds = {(each["tool"], each["submissions"]): each["seconds"] for each in results}
    ours = next(tool for tool, _ in seconds)
    for other in ("nbgrader autograde (stock)", "otter run"):
        ratios = (seconds[ours, count] / seconds[other, count] for count in (24, 100))
        measured[other] = (day, " and ".join(map("{:.2f}".format, ratios)))
    _, spanish, english = (ROOT / "README.md").read_text(encoding="utf-8").split("\n# ")
    for half, never, both in ((spanish, "nunca", " y "), (english, "never", " and ")):
        for name, (day, figure) in measured.items():
            figure = figure.replace("never", never).replace(" and ", both)
            assert figure in half, name
            assert f"docs/benchmarks/{day}" in half
