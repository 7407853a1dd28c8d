"""Measures how fast the networks learn, how long readers, graders and CI wait.

    python tests/benchmarks/bench.py [learning] [steps] [waiting] [grading] [building]

Without a name, all of it, some four hours on two idle cores. What was measured stays in
docs/benchmarks/<date>/: results.json, README.md with the tables, and the plots. A part that is measured alone takes
its place beside the other parts of that day.
"""

import json
import multiprocessing
import os
import platform
import statistics
import sys
from collections import defaultdict
from datetime import date
from importlib.metadata import version
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from benchmarks import building, grading_speed, learning, steps, waiting  # noqa: E402

from autograde import ROOT  # noqa: E402

PACKAGES = ("tensorflow", "keras", "numpy", "nbgrader", "papermill", "jupyterlab")


def machine():
    """Returns what the figures were measured on.

    The rate is measured in a process of its own: one that keeps TensorFlow's libraries shares their memory with the
    graders, whose peaks would then read too low.
    """
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        rate = pool.apply(learning.multiply_adds_a_second)
    names = [
        line.partition(": ")[2]
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        if line.startswith("model name")
    ]
    return {
        "processor": names[0] if names else platform.processor(),
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
        "multiply_adds_a_second": round(rate),
    }


PARTS = {
    "learning": learning.measure_all,
    "steps": steps.measure_all,
    "waiting": waiting.measure_all,
    "grading": grading_speed.measure_all,
    "building": building.measure_all,
}


def spread(values, form="{:.3g}"):
    """Returns the median of some values, and their range where there are several; None is never."""
    values = [float("inf") if value is None else value for value in values]
    if not values:
        return "–"
    figures = [
        form.format(value) for value in (statistics.median(values), min(values), max(values))
    ]
    middle, least, most = (figure.replace("inf", "never") for figure in figures)
    return middle if len(values) == 1 else f"{middle} ({least}–{most})"


def table(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def goal(text, values, at_most):
    """Returns a goal, what each run came to (None: never there), and whether most are as low as was wanted."""
    values = list(values)
    reached = [value is not None and value <= at_most for value in values]
    return {
        "goal": text,
        "values": values,
        "at_most": at_most,
        "met": 2 * sum(reached) > len(reached),
    }


def goal_table(goals):
    rows = [
        [
            *(each["goal"], spread(each["values"], "{:.2f}"), len(each["values"])),
            *(f"{each['at_most']:.2g}", "yes" if each["met"] else "no"),
        ]
        for each in goals
    ]
    return table(["goal", "measured", "runs", "at most", "met"], rows)


def seconds_to(curve, accuracy):
    """Returns after how many seconds of training a validation accuracy was reached, or None."""
    return next((seconds for seconds, reached in curve if reached >= accuracy), None)


def of_learning(results):
    """Returns the tables of the networks, and what the goals came to."""
    groups = defaultdict(lambda: defaultdict(dict))
    for each in results:
        groups[each["data"]][each["run"]][each["seed"]] = each
    text, goals = [], []
    for data_name, runs in groups.items():
        lab_name = next(name for name in learning.LAB.values() if name in runs)
        lab, rows = runs[lab_name], []
        for name, own in runs.items():
            ratios = []
            for seed, each in own.items():
                total, target = lab[seed]["curve"][-1]
                needed = seconds_to(each["curve"], target)
                ratios += [] if needed is None else [needed / total]
            rows.append(
                [
                    name,
                    f"{each['parameters']:,}",
                    f"{each['macs'] / 1e6:.1f}",
                    each["batch_size"],
                    spread(each["curve"][-1][0] for each in own.values()),
                    spread((100 * each["curve"][-1][1] for each in own.values()), "{:.1f}"),
                    spread((100 * each["test_accuracy"] for each in own.values()), "{:.1f}"),
                    f"{spread(ratios, '{:.2f}')}, in {len(ratios)} of {len(own)}",
                    spread((each["pictures_per_second"] for each in own.values()), "{:,.0f}"),
                    spread((100 * each["share_of_machine"] for each in own.values()), "{:.0f}"),
                    spread((each["peak_mib"] for each in own.values()), "{:,.0f}"),
                ]
            )
        header = [
            *("network", "parameters", "million multiply-adds", "batch", "seconds of training"),
            *("validation %", "test %", "time to the lab's accuracy, in lab's times"),
            *("pictures a second", "% of the machine's multiply-adds", "peak MiB"),
        ]
        text.append(f"### {data_name}, {len(lab)} seeds\n\n{table(header, rows)}")
        goals += _goals(runs, lab_name)
    return "\n\n".join(text), goals


def _goals(runs, lab_name):
    lab = runs[lab_name]
    ours = runs[lab_name.removesuffix("_lab")]

    def ratios(own, take):
        return [take(own[seed], lab[seed]) for seed in lab]

    def to_accuracy(each, other):
        total, target = other["curve"][-1]
        needed = seconds_to(each["curve"], target)
        return None if needed is None else needed / total

    title = {"lenet5_lab": "LeNet-5", "alexnet_lab": "AlexNet"}[lab_name]
    text = f"{title}: time to the lab's final accuracy, in lab's times"
    goals = [goal(text, ratios(ours, to_accuracy), 1 / 3)]
    if lab_name == "alexnet_lab":
        goals += [
            goal(
                "AlexNet: an epoch, in lab's epochs",
                ratios(ours, lambda each, other: each["epoch_seconds"] / other["epoch_seconds"]),
                0.6,
            ),
            goal(
                "small AlexNet: time to a higher accuracy than the lab's AlexNet, in its times",
                ratios(runs["small_alexnet"], to_accuracy),
                0.1,
            ),
        ]
    return goals


def of_steps(results):
    rows = []
    for each in results:
        times = [each[name] for name in ("forward", "and_back", "step", "fit")]
        parts = [times[0], *(after - before for before, after in zip(times, times[1:]))]
        rows.append(
            [
                *(each["network"], each["batch_size"]),
                *(f"{1000 * seconds:.1f}" for seconds in (each["fit"], each["allowed"])),
                f"{each['fit'] / each['allowed']:.1f}",
                *(round(100 * part / each["fit"]) for part in parts),
            ]
        )
    header = ["network", "batch", "ms a step", "ms the machine's rate allows", "times as long"]
    return table([*header, "% forward", "% back", "% Adam", "% the rest of `fit`"], rows), []


def of_waiting(results):
    imported, *others = results
    passes = [each for each in others if each["what"] == "all"]
    rows = [
        [
            *(each["what"], each["profile"]),
            "–" if each["first_picture"] is None else f"{each['first_picture']:.1f}",
            *(f"{each['seconds']:.1f}", f"{each['below_heading']}: `{each['slowest_cell']}`"),
            f"{each['slowest_seconds']:.1f}",
        ]
        for each in others
        if each not in passes
    ]
    header = ["lesson", "profile", "s to the first picture", "s to the end", "slowest cell", "s"]
    sums = [[each["lang"], f"{each['seconds'] / 60:.1f}"] for each in passes]
    minutes = sum(each["seconds"] for each in passes) / 60
    goals = [
        goal("`make run LESSON=all` in both languages, `quick`: minutes", [minutes], 12),
        goal("`import convlab` without TensorFlow: seconds", [imported["seconds"]], 0.5),
    ]
    all_lessons = table(["`make run LESSON=all`", "minutes"], sums)
    return f"{table(header, rows)}\n\n{all_lessons}", goals


def of_grading(results):
    ours = {}
    for each in results:
        ours.setdefault(each["submissions"], each["seconds"])
    rows = [
        [
            *(each["tool"], each["submissions"], f"{each['seconds']:.0f}"),
            *(f"{each['seconds'] / ours[each['submissions']]:.2f}", f"{each['a_minute']:.1f}"),
            *(f"{each['peak_mib']:,.0f}", each["different_scores"]),
        ]
        for each in results
    ]
    header = ["tool", "submissions", "s", "in times of the first", "a minute"]
    return table([*header, "peak MiB", "different scores"], rows), []


def of_building(results):
    total = results[0]["seconds"]
    rows = [
        [
            *(each["what"], each["tests"] or ""),
            *(f"{each['seconds'] / 60:.1f}", f"{100 * each['seconds'] / total:.0f}"),
        ]
        for each in results
    ]
    text = table(["", "tests", "minutes", "%"], rows)
    return text, [goal("`.ci/run`: minutes", [total / 60], 45)]


TEXTS = {
    "learning": ("How fast the networks learn", learning, of_learning),
    "steps": ("Where the time of a training step goes", steps, of_steps),
    "waiting": ("How long a reader waits", waiting, of_waiting),
    "grading": ("How fast submissions are graded", grading_speed, of_grading),
    "building": ("How long CI takes", building, of_building),
}


def plots(results, folder):
    """Draws the accuracies over time, and the growth of grading."""
    import matplotlib
    from matplotlib.figure import Figure

    # The same results give the same file.
    matplotlib.rcParams["svg.hashsalt"] = folder.name
    without_date = {"metadata": {"Date": None}}
    if "learning" in results:
        names = list(dict.fromkeys(each["data"] for each in results["learning"]))
        figure = Figure(figsize=(6 * len(names), 4.5), layout="constrained")
        for axis, name in zip(figure.subplots(1, len(names), squeeze=False)[0], names):
            runs = list(dict.fromkeys(each["run"] for each in results["learning"]))
            for number, run in enumerate(runs):
                own = [e for e in results["learning"] if (e["data"], e["run"]) == (name, run)]
                for seed, each in enumerate(own):
                    axis.plot(
                        *zip(*each["curve"]),
                        f"C{number}" + "o^sD"[seed % 4] + "-",
                        markersize=3,
                        label=run if seed == 0 else None,
                    )
            axis.set(title=name, xlabel="seconds of training", ylabel="validation accuracy")
            axis.grid(alpha=0.3)
            axis.legend(fontsize="small")
        figure.savefig(folder / "learning.svg", **without_date)
    if "grading" in results:
        figure = Figure(figsize=(6, 4), layout="constrained")
        axis = figure.subplots()
        for number, tool in enumerate(dict.fromkeys(each["tool"] for each in results["grading"])):
            own = [each for each in results["grading"] if each["tool"] == tool]
            counts, seconds = zip(*((each["submissions"], each["seconds"]) for each in own))
            axis.loglog(counts, seconds, f"C{number}" + "o^sDvP"[number] + "-", label=tool)
        axis.set(xlabel="submissions", ylabel="seconds")
        axis.grid(alpha=0.3, which="both")
        axis.legend(fontsize="small")
        figure.savefig(folder / "grading.svg", **without_date)


def machine_table(results):
    """Returns the machines, each with the parts that were measured on it."""
    parts_of = defaultdict(list)
    for part in results:
        parts_of[tuple(results[part]["machine"].items())].append(part)
    machines = [dict(each) for each in parts_of]
    names = dict.fromkeys(name for each in machines for name in each)
    rows = [[name, *(each.get(name, "") for each in machines)] for name in names]
    return table(["", *map(", ".join, parts_of.values())], rows)


def write(part, measured, folder):
    """Writes a part that was measured beside the others of that day.

    Args:
        part: its name, one of `PARTS`.
        measured: {"machine": of `machine`, "results": list of dicts}.
        folder: the day's, a `Path`.

    Returns:
        The text of all of the day's parts, in Markdown.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "results.json"
    results = json.loads(path.read_text(encoding="utf-8"))["parts"] if path.exists() else {}
    results[part] = measured
    results = {name: results[name] for name in TEXTS if name in results}
    texts, goals = [], []
    for name, each in results.items():
        title, module, text_of = TEXTS[name]
        text, its_goals = text_of(each["results"])
        texts += [f"## {title}", *module.__doc__.strip().split("\n\n")[2:], text]
        goals += its_goals
    head = [f"# Measured on {folder.name}", goal_table(goals), machine_table(results)]
    text = "\n\n".join(head + texts) + "\n"
    plots({name: each["results"] for name, each in results.items()}, folder)
    found = {"goals": goals, "parts": results}
    path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(text, encoding="utf-8")
    return text


def main(*names):
    folder = ROOT / "docs" / "benchmarks" / date.today().isoformat()
    measured_on = machine()
    for part in names or PARTS:
        measured = {"machine": measured_on, "results": []}
        for result in PARTS[part]():
            print(json.dumps(result), flush=True)
            measured["results"].append(result)
        text = write(part, measured, folder)
    print(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
