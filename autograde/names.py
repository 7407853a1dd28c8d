"""The names that a cell binds and the names that it expects, by which the cells that an answer needs are found."""

import ast
import re
import symtable
import threading

# Python before 3.11.8 fails where two threads make a syntax tree at once: https://github.com/python/cpython/issues/106905
PARSING = threading.Lock()
ALL_NAMES = re.compile(
    r"\b(globals|locals|vars|eval|exec|getattr|get_ipython|__import__)\b|^\s*[%!]", re.M
)


def bound_names(source):
    """Returns the names that a cell binds at its top level."""
    names = set()
    try:
        with PARSING:
            body = ast.parse(_without_magics(source)).body
    except SyntaxError:
        return names
    for node in body:
        names |= _bound(node)
    return names


def _bound(node):
    if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
        return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return {(each.asname or each.name).partition(".")[0] for each in node.names}
    names = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
            names.add(each.id)
        elif isinstance(each, (ast.FunctionDef, ast.ClassDef)):
            names.add(each.name)
        elif isinstance(each, ast.alias):
            names.add((each.asname or each.name).partition(".")[0])
    return names


def mentioned_names(source):
    """Returns the names that a cell expects from outside it; None where it may mean any."""
    if ALL_NAMES.search(source):
        return None
    try:
        table = symtable.symtable(_without_magics(source), "<cell>", "exec")
    except SyntaxError:
        return set()
    return {
        symbol.get_name() for symbol in table.get_symbols() if symbol.is_referenced()
    } | _global(table)


def _global(table):
    names = {
        symbol.get_name()
        for symbol in table.get_symbols()
        if table.get_type() != "module" and symbol.is_global() and symbol.is_referenced()
    }
    return names.union(*map(_global, table.get_children()))


def _without_magics(source):
    return re.sub(r"^(\s*)[%!?].*$", r"\1pass", source, flags=re.M)


def needed(cells, known):
    """Returns the indices of the cells that the answers need: they, and what binds a name that a needed one expects.

    Args:
        cells: list of (source, whether it is an answer), in the order of the notebook.
        known: names that are bound before the first of them.
    """
    expected = [mentioned_names(source) for source, _ in cells]
    bound = [bound_names(source) for source, _ in cells]
    chosen = {index for index, (_, is_answer) in enumerate(cells) if is_answer}
    waiting = list(chosen)
    while waiting:
        index = waiting.pop()
        for other in set(range(index)) - chosen:
            if expected[index] is None or bound[other] & (expected[index] - known - bound[index]):
                chosen.add(other)
                waiting.append(other)
    return sorted(chosen)
