"""The bank of answers, right and wrong, and how often a test judges one otherwise than it should.

    python tests/answers/bank.py [seeds] [lesson ...]

Runs every test that many times on every answer, each time with other random inputs, in the two processes that grade
submissions, and prints a table for each exercise; `make soak` keeps it in docs/answers.md.
"""

import os
import re
import sys
import time
from itertools import zip_longest
from pathlib import Path

import joblib

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from submissions import bare, filled  # noqa: E402

from autograde import execution, results  # noqa: E402
from autograde.source import graded_cells, lesson_names  # noqa: E402

BANK = Path(__file__).parent
POINTS = {
    (lesson, grade_id.removesuffix("_test")): points
    for lesson in lesson_names()
    for grade_id, (points, is_essay) in graded_cells(lesson).items()
    if not is_essay
}
IN_ONE_RUN = 5  # times: Keras keeps something of every network
LESSONS = sorted({lesson for lesson, _ in POINTS})


def answers(lesson, task, kind):
    """Returns the files of an exercise; `kind` is "right" or "wrong"."""
    return sorted((BANK / lesson / task).glob(f"{kind}_*.py"))


def submissions(lesson):
    """Yields {task: file}: what each submission answers. Tests stand alone, so that one carries an answer to each."""
    tasks = [task for name, task in POINTS if name == lesson]
    for kind in ("right", "wrong"):
        for paths in zip_longest(*(answers(lesson, task, kind) for task in tasks)):
            yield {path.parent.name: path for path in paths if path}


def is_right(path):
    return path.stem.startswith("right")


def trains(path):
    """Whether judging an answer takes training."""
    tests = execution.plan(path.parts[-3]).tests
    code = [path.read_text(encoding="utf-8")]
    code += [text for text, task in tests.values() if task == path.parent.name]
    return any(word in text for text in code for word in (".fit(", ".train_on_batch("))


def notebook(lesson, lang, chosen):
    """Returns the student's notebook with these answers, without the lesson's own training."""
    sources = {task: path.read_text(encoding="utf-8") for task, path in chosen.items()}
    return bare(filled(lang, sources, lesson))


def expected(path):
    """Returns what the message of a wrong answer must mention, in English."""
    return re.search(r"^# message: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)[1]


def repeated(lesson, lang, chosen, seeds):
    """Returns {file: the messages of its test, one for each time; "" where it passed}."""
    found = {path: [] for path in chosen.values()}
    for done in range(0, seeds, IN_ONE_RUN):
        times = min(IN_ONE_RUN, seeds - done)
        for path, messages in in_one_run(lesson, lang, chosen, times).items():
            found[path] += messages
    return found


def in_one_run(lesson, lang, chosen, seeds):
    """Does what `repeated` does, within the memory that a submission may use."""
    cells, places = [], {path: [] for path in chosen.values()}
    for cell in notebook(lesson, lang, chosen).cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        task = grade_id.removesuffix("_test")
        if cell.cell_type != "code" or (task != grade_id and task not in chosen):
            continue
        times = seeds if task != grade_id else 1
        if task != grade_id:
            places[chosen[task]] = range(len(cells), len(cells) + times)
        cells += [{"grade_id": grade_id or None, "source": cell.source}] * times
    found = execution.run(lesson, lang, cells)
    return {
        path: [results.failure_message(found[index][1]) for index in indices]
        for path, indices in places.items()
    }


def messages(lesson, lang, seeds, wanted=lambda path: True):
    """Returns {file: the messages of its test, one for each time} of those of a lesson's bank that are wanted."""
    calls = []
    for chosen in submissions(lesson):
        chosen = {task: path for task, path in chosen.items() if wanted(path)}
        if chosen:
            calls.append(joblib.delayed(repeated)(lesson, lang, chosen, seeds))
    results = {}
    for found in joblib.Parallel(os.cpu_count(), backend="threading")(calls):
        results |= found
    return results


def without_separators(text):
    """Spanish writes 2720 where English writes 2,720."""
    return re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)


def mentions(path, message):
    """Tells whether a message, in English, mentions what the wrong answer says it must."""
    return without_separators(expected(path)) in without_separators(message)


LEGEND = """\
- refused: right answers that failed even once; passed: wrong ones that passed even once
- led elsewhere: wrong answers whose message did not mention the mistake even once
- flips: answers not judged alike every time"""


def table(results):
    """Returns, in Markdown, how the tests judged: {file: its messages, in English} for each exercise, and the sums.

    What the columns count stands in LEGEND.
    """
    lines = [
        "| exercise | right answers | refused | wrong answers | passed | led elsewhere | flips |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    sums = [0] * 6
    for lesson, task in POINTS:
        own = {p: found for p, found in results.items() if p.parent == BANK / lesson / task}
        if not own:
            continue
        right = [found for path, found in own.items() if is_right(path)]
        wrong = {path: found for path, found in own.items() if not is_right(path)}
        numbers = [
            len(right),
            sum(any(found) for found in right),
            len(wrong),
            sum(not all(found) for found in wrong.values()),
            sum(any(m and not mentions(path, m) for m in found) for path, found in wrong.items()),
            sum(any(found) and not all(found) for found in own.values()),
        ]
        sums = [total + number for total, number in zip(sums, numbers)]
        lines.append(f"| {lesson} {task} | {' | '.join(map(str, numbers))} |")
    lines.append(f"| **all** | {' | '.join(f'**{number}**' for number in sums)} |")
    return "\n".join(lines)


def misjudged(path, messages):
    """Tells whether an answer got another verdict, or another message, than it should even once."""
    if is_right(path):
        return any(messages)
    return not all(mentions(path, message) for message in messages)


def main(seeds=20, *lessons):
    seeds, started, results = int(seeds), time.monotonic(), {}
    print(
        f"Every test, {seeds} times on every answer, each time with other random inputs.\n\n{LEGEND}\n"
    )
    for lesson in lessons or LESSONS:
        results |= messages(lesson, "en", seeds)
        print(f"{lesson}: {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    print(table(results))
    bad = [path for path, found in results.items() if misjudged(path, found)]
    for path in bad:
        print(f"- {path.relative_to(BANK)}: {dict.fromkeys(results[path])}")
    return len(bad)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) > 0)
