"""What every test starts from: English messages, the offline data, no state of this machine."""

import os

import pytest

from autograde.course import executed_environment
from convlab import i18n

os.environ["CONVLAB_OFFLINE"] = "1"
os.environ["COURSE_LANG"] = "en"
os.environ.update(executed_environment())
i18n.set_language("en")


@pytest.fixture(autouse=True)
def english():
    i18n.set_language("en")
    yield
    i18n.set_language("en")
