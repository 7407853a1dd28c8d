"""The system's Chromium, and what axe finds on a page that it shows."""

import shutil
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def chromium():
    """Opens the browser. Notebooks cannot be executed meanwhile: it runs an event loop of its own."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, "Chromium is not installed: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


def violations(paths):
    """Returns a sentence for each thing that axe finds on HTML files."""
    found = []
    with chromium() as browser:
        page = browser.new_page()
        for path in paths:
            page.goto(path.as_uri())
            for violation in Axe().run(page).response["violations"]:
                places = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
                found.append(f"{path}: {violation['id']}: {violation['help']}: {places}")
    return found
