"""The language of plots, checks and messages: Spanish or English."""

import gettext
import os
import threading
from pathlib import Path

LANGUAGES = ("es", "en")
LOCALE_DIR = Path(__file__).parent / "locale"

# Of this thread where it has chosen one, else of the process.
_own = threading.local()
_chosen = ("es", gettext.NullTranslations())


def set_language(lang):
    """Chooses the language of every later message; beside the main thread, of that thread's messages alone.

    Args:
        lang: "es" or "en".

    Raises:
        ValueError: `lang` is neither.
    """
    global _chosen
    if lang not in LANGUAGES:
        raise ValueError(f'LANG: "es" | "en" (≠ {lang!r})')
    chosen = lang, gettext.translation("convlab", LOCALE_DIR, [lang], fallback=True)
    if threading.current_thread() is threading.main_thread():
        _chosen = chosen
    else:
        _own.chosen = chosen


def language():
    """Returns the chosen language, "es" or "en"."""
    return getattr(_own, "chosen", _chosen)[0]


def tr(message, /, **values):
    """Returns `message`, an English format string, in the chosen language, with `values` filled in."""
    text = getattr(_own, "chosen", _chosen)[1].gettext(message)
    return text.format(**values) if values else text


set_language(os.environ.get("COURSE_LANG", "es"))
