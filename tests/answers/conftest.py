"""Prints how the tests judged the bank, at the end of the run."""

import pytest
from answers import bank

judged = {}


@pytest.fixture(scope="session")
def record_bank():
    """A function that takes {file: the messages of its test}."""
    return judged.update


def pytest_terminal_summary(terminalreporter):
    if judged:
        terminalreporter.section("bank of answers")
        terminalreporter.write_line(bank.table(judged))
