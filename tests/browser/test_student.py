"""A student's first hour with a lesson, in either language."""

import pytest
from playwright.sync_api import expect
from submissions import LESSON, by_id, filled, notebook, submit

from autograde import LANGUAGES
from convlab.draw import EXAMPLE_STROKES

LEFT_OPEN = "prepare_mnist"
WORDS = {
    "es": {"menu": "Archivo", "clear": "Borrar", "read": "Leer", "answer": "La red lee el dígito"},
    "en": {
        "menu": "File",
        "clear": "Clear",
        "read": "Read",
        "answer": "The network reads the digit",
    },
}
A_SEVEN = [
    *["ArrowUp"] * 9,
    *["ArrowLeft"] * 6,
    " ",
    *["ArrowRight"] * 12,
    *["ArrowDown"] * 18,
    " ",
]


def validate(page):
    """Presses Validate and returns what it says."""
    page.locator(".jp-NotebookPanel-toolbar").get_by_text("Validate").click()
    dialog = page.locator(".jp-Dialog", has_text="Validation Results")
    dialog.wait_for(timeout=240_000)
    return dialog


def close(dialog):
    dialog.locator("button.jp-mod-accept").click()
    dialog.wait_for(state="detached")


def cell_with(page, text):
    return page.locator(".jp-CodeCell", has_text=text).first


def fill(page, text, source):
    """Puts `source` in place of what stands in the cell that holds `text`."""
    cell_with(page, text).locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(source)


def run_all(page):
    page.locator("li.lm-MenuBar-item").nth(3).click()
    page.locator('li[data-command="runmenu:run-all"]').click()


def save(page):
    """Saves once nothing runs any more, and waits until it is done."""
    indicator = page.locator(".jp-Notebook-ExecutionIndicator")
    expect(indicator).to_have_attribute("data-status", "idle", timeout=180_000)
    page.keyboard.press("Control+S")
    expect(page.locator(".lm-TabBar-tab.jp-mod-dirty")).to_have_count(0)


def draw(page, canvas):
    canvas.hover()
    box = canvas.bounding_box()
    for stroke in EXAMPLE_STROKES:
        for number, (x, y) in enumerate(stroke):
            page.mouse.move(box["x"] + x, box["y"] + y, steps=4)
            if number == 0:
                page.mouse.down()
        page.mouse.up()


def type_keys(page, read, keys=()):
    """Goes from the button before the square to the square, presses keys there, and the button after it."""
    for key in ("Tab", *keys, "Tab"):
        page.keyboard.press(key)
    expect(read).to_be_focused()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_lesson_from_opening_to_validated(lang, page, open_lab, picture, tmp_path):
    words, solved = WORDS[lang], by_id(notebook("solutions", lang))
    answered = {
        grade_id: cell.source
        for grade_id, cell in solved.items()
        if cell.metadata.get("nbgrader", {}).get("solution") and grade_id != LEFT_OPEN
    }
    path = submit(tmp_path, "files", filled(lang, answered))
    page.set_viewport_size({"width": 1280, "height": 940})
    open_lab(lang, path.parents[1], f"{LESSON}/{LESSON}.ipynb")
    assert page.locator("li.lm-MenuBar-item").first.inner_text() == words["menu"]
    picture(f"lab_{lang}")

    said = validate(page)
    picture(f"validate_before_{lang}")
    assert said.inner_text().count("The following cell failed") == 1
    assert f"in {LEFT_OPEN}(" in said.inner_text()
    close(said)

    fill(page, f"def {LEFT_OPEN}", solved[LEFT_OPEN].source)
    run_all(page)
    curves = cell_with(page, "= train(lenet5").locator(".jp-OutputArea img")
    curves.wait_for(timeout=180_000)
    expect(curves).not_to_have_attribute("src", curves.get_attribute("src"), timeout=60_000)
    curves.hover()
    picture(f"live_curves_{lang}")

    pad = cell_with(page, "draw.digit_pad(").locator(".jp-OutputArea")
    pad.locator("canvas").wait_for(state="attached", timeout=180_000)
    save(page)
    page.reload()
    draw(page, pad.locator("canvas"))
    clear, read = (pad.get_by_role("button", name=words[name]) for name in ("clear", "read"))
    clear.focus()
    type_keys(page, read)
    answer = pad.get_by_role("img", name=words["answer"])
    answer.scroll_into_view_if_needed()
    picture(f"digit_{lang}")

    clear.press("Enter")
    expect(answer).to_have_count(0)
    type_keys(page, read, A_SEVEN)
    answer.scroll_into_view_if_needed()
    picture(f"keyboard_{lang}")

    said = validate(page)
    picture(f"validate_after_{lang}")
    assert "Success" in said.inner_text()
    close(said)
