"""The page on a course's grades: how they are spread, what is hard, what waits for a person, who hit a limit."""

import statistics
from collections import Counter, defaultdict
from html import escape

from convlab.i18n import language, tr

STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;margin:.5rem 0 1.5rem}th,td{border:1px solid #767676;"
    "padding:.3rem .6rem;text-align:left;vertical-align:top}"
    ".bar{display:inline-block;background:#0072B2;height:.8em;margin-right:.4rem}"
)


def score(row):
    """Returns the points of a row: those given by hand where there are any."""
    return row["manual_score"] if row["manual_score"] is not None else row["auto_score"] or 0.0


def totals(rows):
    """Returns {(student, assignment): (points, maximum)}."""
    result = defaultdict(lambda: [0.0, 0.0])
    for row in rows:
        entry = result[row["student"], row["assignment"]]
        entry[0] += score(row)
        entry[1] += row["max_score"]
    return {key: tuple(value) for key, value in result.items()}


def _table(headings, rows):
    head = "".join(f'<th scope="col">{escape(str(text))}</th>' for text in headings)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _texts(rows):
    return [[escape(str(cell)) for cell in row] for row in rows]


def _distribution(points):
    """Yields (interval of the share of points, bar and count) for each fifth."""
    counts = Counter(min(4, int(5 * value / maximum)) for value, maximum in points if maximum)
    for place in range(5):
        bar = f'<span class="bar" style="width:{counts[place] * 12 / max(counts.values())}rem"></span>'
        yield f"{20 * place}–{20 * (place + 1)} %", f"{bar}{counts[place]}"


def write(path, rows):
    """Writes the page.

    Args:
        path: of the HTML file.
        rows: of `grades.csv`, scores as floats or None.
    """
    points = totals(rows)
    exercises = defaultdict(list)
    for row in rows:
        exercises[row["assignment"], row["grade_id"]].append(row)
    means = {
        key: statistics.mean(score(row) / row["max_score"] for row in group)
        for key, group in exercises.items()
    }
    automatic = {key: mean for key, mean in means.items() if key[1].endswith("_test")}
    limited = [
        (row["student"], row["assignment"], row["grade_id"], row["status"], row["message"])
        for row in rows
        if row["status"] in ("timeout", "crashed", "refused", "damaged")
    ]
    failures = Counter(
        (row["assignment"], row["grade_id"], row["status"], row["message"])
        for row in rows
        if row["message"]
    )
    title, exercises_title, limits_title = (
        tr("Grades"),
        tr("Exercises"),
        tr("Submissions that hit a limit or were damaged"),
    )
    failures_title, students_title = tr("Failure messages"), tr("Students")
    headings = (tr("Assignment"), tr("Exercise"), tr("Mean score"), tr("To be graded by hand"))
    shares = [
        (*key, f"{means[key]:.0%}", sum(row["status"] == "needs_manual" for row in group))
        for key, group in exercises.items()
    ]
    sections = [f"<h1>{title}</h1>"]
    for assignment in dict.fromkeys(assignment for _, assignment in points):
        own = [value for key, value in points.items() if key[1] == assignment]
        sections += [
            f"<h2>{escape(assignment)}</h2>",
            _table((tr("Share of the points"), tr("Students")), _distribution(own)),
        ]
    if automatic:
        hardest = min(automatic, key=automatic.get)
        sections.append(
            "<p>"
            + escape(
                tr(
                    "Hardest exercise: {exercise} of {assignment}, mean score {mean:.0%}.",
                    assignment=hardest[0],
                    exercise=hardest[1],
                    mean=automatic[hardest],
                )
            )
            + "</p>"
        )
    sections += [
        f"<h2>{exercises_title}</h2>",
        _table(headings, _texts(shares)),
        f"<h2>{limits_title}</h2>",
        _table(
            (tr("Student"), tr("Assignment"), tr("Exercise"), tr("Status"), tr("Message")),
            _texts(limited),
        ),
        f"<h2>{failures_title}</h2>",
        _table(
            (tr("Assignment"), tr("Exercise"), tr("Status"), tr("Message"), tr("Times")),
            _texts((*key, count) for key, count in failures.most_common()),
        ),
        f"<h2>{students_title}</h2>",
        _table(
            (tr("Student"), tr("Assignment"), tr("Points"), tr("Of")),
            _texts((*key, f"{value[0]:g}", f"{value[1]:g}") for key, value in points.items()),
        ),
    ]
    path.write_text(
        f'<!DOCTYPE html><html lang="{language()}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{STYLE}</style></head>"
        f"<body><main>{''.join(sections)}</main></body></html>",
        encoding="utf-8",
    )
