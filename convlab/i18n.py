"""The language of plots, checks and messages: Spanish or English."""

import gettext
import os
from pathlib import Path

LANGUAGES = ("es", "en")
LOCALE_DIR = Path(__file__).parent / "locale"

_translations = gettext.NullTranslations()
_language = "es"


def set_language(lang):
    """Chooses the language of every later message.

    Args:
        lang: "es" or "en".

    Raises:
        ValueError: `lang` is neither.
    """
    global _translations, _language
    if lang not in LANGUAGES:
        raise ValueError(f'LANG: "es" | "en" (≠ {lang!r})')
    _translations = gettext.translation("convlab", LOCALE_DIR, [lang], fallback=True)
    _language = lang


def language():
    """Returns the chosen language, "es" or "en"."""
    return _language


def tr(message, /, **values):
    """Returns `message`, an English format string, in the chosen language, with `values` filled in."""
    text = _translations.gettext(message)
    return text.format(**values) if values else text


set_language(os.environ.get("COURSE_LANG", "es"))
