"""What an instructor runs: build, execute, grade and report the lessons."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("es", "en")
