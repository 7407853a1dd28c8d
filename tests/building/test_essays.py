"""Every essay has sample answers of three levels in both languages, graded by the criteria of its lesson."""

import re

import pytest

from autograde import LANGUAGES, ROOT
from autograde.source import graded_cells, lesson_names, read

FOLDER = ROOT / "solutions" / "essays"
LEVELS = {"es": ("insuficiente", "regular", "buena"), "en": ("poor", "fair", "good")}
CRITERION = re.compile(
    r"^- \*\*1 (?:punto|point)\*\*( por cada caso| for each case)?", re.MULTILINE
)
ESSAYS = {
    (lesson, grade_id): points
    for lesson in lesson_names()
    for grade_id, (points, is_essay) in graded_cells(lesson).items()
    if is_essay
}


def samples(lesson, grade_id, lang):
    """Returns {level: (text, points for each criterion)}."""
    text = (FOLDER / lesson / f"{grade_id}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {lesson} · {grade_id}\n")
    own = re.search(rf"^## {lang}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)[1]
    found = {}
    for level, answer in re.findall(r"^### (\w+)$(.*?)(?=^### |\Z)", own, re.MULTILINE | re.DOTALL):
        points = [int(number) for number in re.findall(r"^- ([01]): .{10}", answer, re.MULTILINE)]
        found[level] = " ".join(re.findall(r"^> (.+)$", answer, re.MULTILINE)), points
    return found


def criteria(lesson, grade_id, lang):
    """Returns how many points the question before an essay gives, one for each criterion."""
    cells = read(lesson).cells
    essay = next(i for i, cell in enumerate(cells) if cell.metadata.get("essay") == grade_id)
    asked = [cell.source for cell in cells[:essay] if cell.metadata.get("lang") == lang][-1]
    return sum(3 if for_each_case else 1 for for_each_case in CRITERION.findall(asked))


@pytest.mark.parametrize(("lesson", "grade_id"), ESSAYS)
def test_samples_show_the_three_levels(lesson, grade_id):
    given = {}
    for lang in LANGUAGES:
        found = samples(lesson, grade_id, lang)
        assert tuple(found) == LEVELS[lang]
        poor, fair, good = (points for _, points in found.values())
        assert len(poor) == len(fair) == len(good) == criteria(lesson, grade_id, lang)
        assert 3 * sum(poor) <= ESSAYS[lesson, grade_id]
        assert sum(poor) < sum(fair) < sum(good) == ESSAYS[lesson, grade_id]
        given[lang] = [poor, fair, good]
        texts = [text for text, _ in found.values()]
        assert len(set(texts)) == 3 and all(len(text.split()) > 20 for text in texts)
    assert given["es"] == given["en"]


def test_there_are_samples_for_essays_alone():
    files = {(path.parent.name, path.stem) for path in FOLDER.glob("*/*.md")}
    assert files == set(ESSAYS)
