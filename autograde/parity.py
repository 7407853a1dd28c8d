"""Finds where a lesson's two languages drift apart, or use a wrong word."""

import ast
import csv
import re
from collections import Counter

from autograde import LANGUAGES, ROOT
from autograde.source import BILINGUAL_FIELDS, FIELDS, cell_label, parse
from convlab.errors import PlainError
from convlab.i18n import tr

GLOSSARY = ROOT / "assets" / "glossary.csv"

HIDDEN = re.compile(r"### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS", re.DOTALL)
WITHOUT_VALUE = ("check.that(", "check.parameters(", "check.same_outputs(")
FENCE = re.compile(r"```.*?```", re.DOTALL)
NUMBER = re.compile(r"\d+(?:[ ,.\u00a0\u202f]\d{3})+(?![\d.])|\d+(?:[.,]\d+)?")


def _numbers(text):
    return [re.sub(r"[ ,\u00a0\u202f]", "", number) for number in NUMBER.findall(text)]


STRUCTURE = {
    "headings": lambda text: [len(mark) for mark in re.findall(r"^(#+) ", text, re.MULTILINE)],
    "formulas": lambda text: re.findall(r"\$([^$]+)\$", text),
    "links": lambda text: re.findall(r"(?<!!)\]\(([^)]+)\)|<(https?://[^>]+)>", text),
    "pictures": lambda text: re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text),
    "code": lambda text: re.findall(r"`([^`\n]+)`", FENCE.sub("", text)),
    "lists": lambda text: len(re.findall(r"^\s*(?:[-*]|\d+\.) ", text, re.MULTILINE)),
    "figures": _numbers,
}


def _terms():
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _pattern(term):
    """Matches any of the forms of a glossary entry, "paso (stride)" being two."""
    forms = [form.strip(" )") for form in re.split(r"[(;]", term)]
    words = (r"\s+".join(re.escape(word) + r"(?:es|s)?" for word in form.split()) for form in forms)
    return re.compile(r"\b(?:" + "|".join(words) + r")\b", re.IGNORECASE)


def _prose(text):
    text = re.sub(r"`[^`\n]+`", " ", FENCE.sub(" ", text))
    return re.sub(r"\$[^$]+\$|\(https?://[^)]+\)|<https?://[^>]+>", " ", text)


def glossary_problems(where, texts):
    """Returns a sentence for each term that one language has and the other has not.

    Args:
        where: names the place in the sentence.
        texts: {"es": text, "en": text}.
    """
    found = []
    prose = {lang: _prose(texts[lang]) for lang in LANGUAGES}
    covered = {lang: prose[lang] for lang in LANGUAGES}
    for term in sorted(_terms(), key=lambda term: -len(term["en"])):
        patterns = {lang: _pattern(term[lang]) for lang in LANGUAGES}
        has = {lang: patterns[lang].search(covered[lang]) for lang in LANGUAGES}
        if has["en"] and not patterns["es"].search(prose["es"]):
            found.append(
                tr(
                    '{where}: the English says "{en}", the Spanish does not say "{es}" '
                    "(assets/glossary.csv). Use that term.",
                    where=where,
                    en=term["en"],
                    es=term["es"],
                )
            )
        if has["es"] and term["keep_english"] == "no" and not patterns["en"].search(prose["en"]):
            found.append(
                tr(
                    '{where}: the Spanish says "{es}", which stands for "{en}" '
                    "(assets/glossary.csv), but the English does not. One of them is wrong.",
                    where=where,
                    en=term["en"],
                    es=term["es"],
                )
            )
        covered = {lang: patterns[lang].sub(" ", covered[lang]) for lang in LANGUAGES}
    return found


def _header_problems(file, header):
    for field in FIELDS:
        if field not in header:
            yield tr("{file}: the header lacks {field}. Add it.", file=file, field=field)
    for field in BILINGUAL_FIELDS:
        value = header.get(field)
        if field not in header:
            continue
        if not isinstance(value, dict) or any(not value.get(lang) for lang in LANGUAGES):
            yield tr(
                "{file}: {field} in the header needs both es and en. Write them.",
                file=file,
                field=field,
            )
        elif any(
            not isinstance(text, str)
            for lang in LANGUAGES
            for text in (value[lang] if isinstance(value[lang], list) else [value[lang]])
        ):
            yield tr(
                "{file}: YAML does not read an entry of {field} in the header as text. Put it in "
                "quotation marks: a colon stands in it.",
                file=file,
                field=field,
            )
        elif isinstance(value["es"], list) and len(value["es"]) != len(value["en"]):
            yield tr(
                "{file}: {field} in the header has {es} entries in Spanish and {en} in English. "
                "Make them equal.",
                file=file,
                field=field,
                es=len(value["es"]),
                en=len(value["en"]),
            )
        else:
            texts = {
                lang: "\n".join(text) if isinstance(text := value[lang], list) else text
                for lang in LANGUAGES
            }
            yield from glossary_problems(f"{file}, {field}", texts)


def _pair_problems(file, pair):
    spanish, english = pair
    where = f"{file}, {cell_label(spanish)}"
    if spanish.metadata.get("points") != english.metadata.get("points"):
        yield tr("{where}: points differ between the languages. Make them equal.", where=where)
    texts = {"es": spanish.source, "en": english.source}
    for what, count in STRUCTURE.items():
        es, en = count(texts["es"]), count(texts["en"])
        if what in ("links", "pictures", "formulas", "code", "figures"):
            es, en = Counter(es), Counter(en)
            difference = [str(item) for item in ((es - en) + (en - es))]
        else:
            difference = [] if es == en else [str(es), str(en)]
        if difference:
            yield tr(
                "{where}: {what} differ between the languages ({difference}). Make them equal.",
                where=where,
                what=what,
                difference=", ".join(difference),
            )
    yield from glossary_problems(where, texts)


def _cell_problems(file, cells):
    waiting = None
    for cell in cells:
        label = f"{file}, {cell_label(cell)}"
        is_markdown = cell.cell_type == "markdown"
        same_pair = (
            waiting is not None
            and is_markdown
            and cell.metadata.get("lang") == "en"
            and cell.metadata.get("key") == waiting.metadata.get("key")
            and cell.metadata.get("essay") == waiting.metadata.get("essay")
        )
        if waiting is not None and not same_pair:
            yield tr(
                "{where}: the Spanish cell has no English twin right after it. Write it.",
                where=f"{file}, {cell_label(waiting)}",
            )
            waiting = None
        if not is_markdown:
            alt = cell.metadata.get("alt")
            if alt is not None and any(not alt.get(lang) for lang in LANGUAGES):
                yield tr("{where}: alt needs both es and en. Write them.", where=label)
        elif same_pair:
            yield from _pair_problems(file, (waiting, cell))
            waiting = None
        elif cell.metadata.get("lang") == "es" and "key" in cell.metadata:
            waiting = cell
        else:
            yield tr(
                '{where}: a text cell starts with +++ {{"key": …, "lang": …}}, Spanish first, then '
                "its English twin. Mend the line.",
                where=label,
            )
    if waiting is not None:
        yield tr(
            "{where}: the Spanish cell has no English twin right after it. Write it.",
            where=f"{file}, {cell_label(waiting)}",
        )


def _exercise_problems(file, cells):
    tasks = [cell.metadata["task"] for cell in cells if "task" in cell.metadata]
    tests = [cell for cell in cells if "test" in cell.metadata]
    tested = {cell.metadata["test"] for cell in tests}
    for task in tasks:
        if task not in tested:
            yield tr("{file}, task: {task}: it has no test cell. Write one.", file=file, task=task)
    for cell in tests:
        task = cell.metadata["test"]
        if task not in tasks or "points" not in cell.metadata:
            yield tr(
                "{file}, test: {task}: it needs points and a task of the same name.",
                file=file,
                task=task,
            )
        if "### BEGIN HIDDEN TESTS" not in cell.source:
            yield tr(
                "{file}, test: {task}: it has no hidden tests. Add some between ### BEGIN HIDDEN "
                "TESTS and ### END HIDDEN TESTS.",
                file=file,
                task=task,
            )


def _assigned(code):
    """Returns the names that a cell binds for later cells."""
    nodes = [
        node
        for statement in ast.parse(code).body
        if not isinstance(statement, (ast.FunctionDef, ast.ClassDef))
        for node in ast.walk(statement)
    ]
    of_comprehensions = {
        name
        for node in nodes
        if isinstance(node, ast.comprehension)
        for name in ast.walk(node.target)
    }
    return {
        node.id
        for node in nodes
        if isinstance(node, ast.Name)
        and isinstance(node.ctx, ast.Store)
        and node not in of_comprehensions
    }


def _has_value(statement, tree):
    """Returns whether a cell that ends on `statement` shows a value."""
    if not isinstance(statement, ast.Expr):
        return False
    called = statement.value.func.id if _is_plain_call(statement.value) else None
    for definition in tree.body:
        if isinstance(definition, ast.FunctionDef) and definition.name == called:
            return any(isinstance(node, ast.Return) and node.value for node in ast.walk(definition))
    return not ast.unparse(statement).startswith(WITHOUT_VALUE)


def _is_plain_call(node):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


def _test_problems(file, cells):
    """Test cells leave their variables behind: none may be one of the lesson's."""
    code = [cell for cell in cells if cell.cell_type == "code"]
    tests = [cell for cell in code if "test" in cell.metadata]
    lesson = set().union(*(_assigned(cell.source) for cell in code if cell not in tests))
    for cell in tests:
        where = f"{file}, {cell_label(cell)}"
        for variable in sorted(_assigned(cell.source) & lesson):
            yield tr(
                "{where}: the test overwrites {variable}, which the lesson uses. Give it another "
                "name.",
                where=where,
                variable=variable,
            )
        visible = HIDDEN.sub("", cell.source)
        for part in (cell.source, visible):
            tree = ast.parse(part)
            if _has_value(tree.body[-1], tree):
                yield tr(
                    "{where}: the test ends on an expression, whose value nbgrader would take for "
                    "points. End it on check.that.",
                    where=where,
                )
                break


def problems(name, text):
    """Returns a sentence for each thing that is wrong in a lesson's source."""
    file = f"solutions/src/{name}.md"
    try:
        lesson = parse(name, text)
    except PlainError as error:
        return [str(error)]
    return [
        *_header_problems(file, lesson.header),
        *_cell_problems(file, lesson.cells),
        *_exercise_problems(file, lesson.cells),
        *_test_problems(file, lesson.cells),
    ]
