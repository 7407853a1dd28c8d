"""Errors that a person reads: one sentence, no traceback in a notebook."""

RED, RESET = "\x1b[31m", "\x1b[0m"


class PlainError(Exception):
    """An error whose message says what is wrong and what to do, in the reader's language."""

    def _render_traceback_(self):
        return [f"{RED}{self}{RESET}"]


class CheckFailed(PlainError, AssertionError):
    """A student's answer is not what the exercise asks for."""
