"""The messages of both packages and of the lessons, in Spanish: Babel catalogues.

English is the msgid. `convlab/locale/es/LC_MESSAGES/convlab.po` is edited by hand, its .mo is
generated from it.
"""

import io
from datetime import UTC, datetime

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from autograde import ROOT
from autograde.source import lesson_names, read
from convlab.i18n import LOCALE_DIR, tr

KEYWORDS = {"tr": None, "that": (2,)}
# Babel stamps a date into the file; a fixed one keeps a rebuild byte-identical.
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
PO = LOCALE_DIR / "es" / "LC_MESSAGES" / "convlab.po"


def messages():
    """Returns {msgid: where it stands} for every message in the code and in the lessons."""
    found = {}
    for package in ("convlab", "autograde"):
        for path in sorted((ROOT / package).rglob("*.py")):
            with path.open("rb") as file:
                for _, message, _, _ in extract("python", file, KEYWORDS):
                    found.setdefault(message, str(path.relative_to(ROOT)))
    for name in lesson_names():
        for cell in read(name).cells:
            if cell.cell_type == "code":
                code = io.BytesIO(cell.source.encode())
                for _, message, _, _ in extract("python", code, KEYWORDS):
                    found.setdefault(message, f"solutions/src/{name}.md")
    return found


def _read(path=PO):
    with path.open("rb") as file:
        return read_po(file, locale="es")


def update():
    """Adds new messages to the Spanish catalogue, empty, and drops those no longer used."""
    template = Catalog(locale="es")
    for message in messages():
        template.add(message)
    catalogue = _read() if PO.exists() else Catalog(locale="es")
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with PO.open("wb") as file:
        write_po(file, catalogue, omit_header=True, no_location=True, sort_output=True, width=100)


def generate(locale_dir):
    """Writes the binary catalogue below `locale_dir`."""
    target = locale_dir / "es" / "LC_MESSAGES" / "convlab.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    catalogue = _read()
    catalogue.creation_date = catalogue.revision_date = EPOCH
    with target.open("wb") as file:
        write_mo(file, catalogue)


def problems(path=PO):
    """Returns a sentence for each message that has no settled Spanish."""
    catalogue = _read(path)
    found = []
    for message, where in messages().items():
        entry = catalogue.get(message)
        if entry is None or not entry.string:
            found.append(
                tr(
                    '{where}: the message "{message}" has no Spanish. Run `make build`, then '
                    "translate it in {path}.",
                    where=where,
                    message=message,
                    path=path.name,
                )
            )
        elif entry.fuzzy:
            found.append(
                tr(
                    '{path}: the Spanish of "{message}" is marked fuzzy. Mend it, then delete the '
                    "mark.",
                    path=path.name,
                    message=message,
                )
            )
    return found
