"""An instructor's round in formgrader: from generating an assignment to the feedback that a student opens."""

import os
import subprocess
import sys
from pathlib import Path

from submissions import LESSON, by_id, filled, submit

from autograde import ROOT

ESSAY = "metric_choice"
NBGRADER = str(Path(sys.executable).with_name("nbgrader"))


def press(page, row, column):
    """Presses the button in a column of a row of formgrader, and closes the message that says it worked."""
    page.locator(f"{row} .{column} a").first.click()
    dialog = page.locator("#success-modal, #error-modal")
    dialog.wait_for(timeout=120_000)
    assert "Success" in dialog.locator(".modal-title").inner_text(), dialog.inner_text()
    dialog.locator(".modal-footer button").click()
    dialog.wait_for(state="detached")


def submit_through_exchange(folder, exchange):
    """Hands in one exercise solved and an essay, as `nbgrader submit` does."""
    nb = filled("es", ["prepare_mnist"])
    by_id(nb)[
        ESSAY
    ].source = "Elijo la exactitud, porque hay casi los mismos dígitos de cada clase."
    submit(folder, "files", nb)
    subprocess.run(
        [NBGRADER, "submit", LESSON, "--course=convlab", f"--Exchange.root={exchange}"],
        cwd=folder / "files",
        env=os.environ | {"PATH": f"{Path(NBGRADER).parent}{os.pathsep}{os.environ['PATH']}"},
        check=True,
        capture_output=True,
    )


def test_from_generating_to_feedback(page, serve, picture, tmp_path):
    course, exchange = tmp_path / "course", tmp_path / "exchange"
    course.mkdir()
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    (course / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.Exchange.root = {str(exchange)!r}\n"
    )
    command = [sys.executable, "-m", "jupyter", "lab", f"--ServerApp.root_dir={tmp_path}"]
    address = serve(command, ROOT / "autograde", CONVLAB_COURSE=str(course))

    page.goto(f"{address}/formgrader?token=token")
    row = f"tr:has-text('{LESSON}')"
    press(page, row, "assign")
    press(page, row, "release")
    submit_through_exchange(tmp_path, exchange)
    press(page, row, "collect")
    picture("formgrader_assignments")

    page.goto(f"{address}/formgrader/manage_submissions/{LESSON}")
    press(page, "tbody tr", "autograde")
    picture("formgrader_submissions")

    page.goto(f"{address}/formgrader/gradebook/{LESSON}/{LESSON}")
    page.locator("tbody tr a").first.click()
    page.locator(f"input#{ESSAY}").scroll_into_view_if_needed()
    assert page.get_by_text("cita cifras de").first.is_visible()
    page.locator(f"input#{ESSAY}").fill("1")
    page.locator(f"textarea#{ESSAY}-comment").fill("Falta un caso en que engañe, y sus cifras.")
    page.locator(f"input#{ESSAY}").focus()
    page.locator(".score-saved:visible, .comment-saved:visible").first.wait_for()
    picture("formgrader_essay")

    page.goto(f"{address}/formgrader/manage_submissions/{LESSON}")
    press(page, "tbody tr", "generate-feedback")
    press(page, "tbody tr", "release-feedback")
    (released,) = exchange.glob("convlab/feedback/*.html")
    page.goto(released.as_uri())
    assert page.locator("html").get_attribute("lang") == "es"
    own = page.locator(f"section#{ESSAY}")
    assert "1 de 3" in own.inner_text()
    assert "Falta un caso en que engañe" in own.inner_text()
    own.scroll_into_view_if_needed()
    picture("feedback_es")
