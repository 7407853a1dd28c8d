"""A JupyterLab of its own for each test, and the system's Chromium to look at it."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from functools import partial
from pathlib import Path

import pytest
from chromium import chromium

from autograde import ROOT

PICTURES = ROOT / "build" / "pictures"
TOKEN = "token"
# The page of formgrader that shows a submission wants it from the net, though its formulas are MathML here.
MATHJAX = "MathJax = {Hub: {Startup: {signal: {Interest() {}}}, Config() {}, Queue() {}}}"


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser, picture_of):
    """A page whose errors, in its console or in its code, fail the test; how it ends is kept as a picture."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda message: (
            errors.append(f"{message.text} {message.location}") if message.type == "error" else None
        ),
    )
    page.set_default_timeout(60_000)
    page.route(re.compile("^https:.*mathjax"), lambda route: route.fulfill(body=MATHJAX))
    yield page
    picture_of(page, "last")
    context.close()
    assert not errors, "\n".join(errors)


@pytest.fixture
def picture_of():
    """A function that keeps what is on a page as `build/pictures/<name>.png`."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    return lambda page, name: page.screenshot(path=PICTURES / f"{name}.png")


@pytest.fixture
def picture(page, picture_of):
    """A function that keeps what is on the page under a name."""
    return partial(picture_of, page)


@pytest.fixture
def serve(tmp_path):
    """A function (command, folder, environment) → address, which starts a server; a traceback of it fails the test."""
    log = tmp_path / "server.log"
    with contextlib.ExitStack() as servers:

        def start(command, folder, **environment):
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            own = {key: value for key, value in os.environ.items() if key != "CONVLAB_HEADLESS"}
            own["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{own['PATH']}"
            for name in ("JUPYTER_CONFIG", "JUPYTER_RUNTIME"):
                own[f"{name}_DIR"] = str(tmp_path / name)
            for name in ("JUPYTERLAB_SETTINGS", "JUPYTERLAB_WORKSPACES"):
                own[f"{name}_DIR"] = str(tmp_path / name)
            server = subprocess.Popen(
                [*command, "--no-browser", "--allow-root", f"--ServerApp.port={port}"]
                + [f"--IdentityProvider.token={TOKEN}", "--ServerApp.port_retries=0"],
                cwd=folder,
                env=own | environment,
                stdout=log.open("w"),
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            servers.callback(stop, server)
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/api/status?token={TOKEN}", server, log)
            return address

        yield start
    assert not re.search(r"^(Traceback|\[E )", log.read_text(encoding="utf-8"), re.MULTILINE)


def stop(server):
    os.killpg(server.pid, signal.SIGTERM)
    server.wait(20)


def wait_for(address, server, log):
    for _ in range(240):
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(address)
            return
        assert server.poll() is None, log.read_text(encoding="utf-8")
        time.sleep(0.5)
    raise AssertionError(log.read_text(encoding="utf-8"))


@pytest.fixture
def open_lab(serve, page):
    """A function (language, folder, notebook) that opens a notebook as `make lab` does."""

    def go(lang, folder, name):
        command = [sys.executable, "-m", "autograde", "lab", "--lang", lang]
        address = serve([*command, "--notebooks", str(folder)], ROOT, CONVLAB_PROFILE="quick")
        page.goto(f"{address}/lab/tree/{name}?token={TOKEN}")
        page.wait_for_selector(".jp-Notebook .jp-Cell")

    return go
