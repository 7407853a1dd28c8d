"""The website of the executed lessons: two languages, a search, nothing from the net, nothing given away."""

import re
import shutil
from html import unescape

import nbformat
import pytest
from chromium import chromium, violations

from autograde import LANGUAGES, ROOT
from autograde import site as sites
from autograde.site import TEXTS, build_site, execute_what_is_missing
from autograde.source import HIDDEN, hidden_lines, lesson_names, long_lines, read
from convlab.errors import PlainError

SITE = ROOT / "build" / "site"
PAGES = ["index", "search", *lesson_names()]
SEARCHES = {"es": ("sobreajuste", "convoluciones"), "en": ("overfitting", "convolutions")}
FOUND = {"es": "páginas coinciden", "en": "pages matching"}
PHONE = {"width": 400, "height": 900}


@pytest.fixture(scope="module")
def runs(executed):
    """The folder of the executed solutions."""
    paths = [executed(name, lang).path for lang in LANGUAGES for name in lesson_names()]
    return paths[0].parents[2]


@pytest.fixture(scope="module")
def site(runs):
    build_site(runs, SITE)
    return SITE


@pytest.fixture
def page(site):
    """A page that can read files and nothing else; a request that goes elsewhere, or an error, fails the test."""
    wrong = []
    with chromium() as browser:
        page = browser.new_page()
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.route(
            re.compile("^(?!file:|data:)"),
            lambda route: (wrong.append(route.request.url), route.abort()),
        )
        yield page
    assert wrong == []


def test_every_page_leads_to_its_twin_and_back(page, site):
    for name in PAGES:
        page.goto((site / "es" / f"{name}.html").as_uri())
        for here, there in (("es", "en"), ("en", "es")):
            assert page.locator("html").get_attribute("lang") == here
            link = page.get_by_role("link", name=TEXTS[here]["other"], exact=True)
            assert link.get_attribute("lang") == there
            link.focus()
            page.keyboard.press("Enter")
            page.wait_for_url(f"**/{there}/{name}.html")


def test_front_page_leads_to_both_languages(page, site):
    for lang in LANGUAGES:
        page.goto((site / "index.html").as_uri())
        page.get_by_role("link", name=TEXTS[lang]["title"]).click()
        page.wait_for_url(f"**/{lang}/index.html")
        links = page.locator("article .toctree-wrapper a").all()
        assert len(links) == len(lesson_names())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_search_finds_lessons_without_a_network(lang, page, site):
    for word in SEARCHES[lang]:
        page.goto((site / lang / "index.html").as_uri())
        page.keyboard.press("Control+K")
        page.keyboard.type(word)
        page.keyboard.press("Enter")
        found = page.locator("#search-results ul.search a")
        found.first.wait_for()
        page.get_by_text(FOUND[lang]).wait_for()
        titles = " ".join(found.all_inner_texts())
        assert read("02_alexnet").header["title"][lang] in titles
    found.first.click()
    page.wait_for_url(f"**/{lang}/*.html*")


def test_pages_fit_a_phone_and_lead_to_their_twins_there(page, site):
    page.set_viewport_size(PHONE)
    for lang in LANGUAGES:
        for name in PAGES:
            page.goto((site / lang / f"{name}.html").as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
            assert page.get_by_role("link", name=TEXTS[lang]["other"], exact=True).is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_formulas_are_drawn_and_pictures_have_alt_text(lang, page, site):
    for name in lesson_names():
        page.goto((site / lang / f"{name}.html").as_uri())
        for words in ("licence", "artwork"):
            link = page.get_by_role("link", name=TEXTS[lang][words])
            assert (site / lang / link.get_attribute("href")).is_file()
        assert page.locator("img:not([alt]), img[alt='']").count() == 0
        note = TEXTS[lang]["note"].format(profile="quick").replace("`", "")
        assert note in page.locator("article").inner_text()
    page.goto((site / lang / "06_mobilenet.html").as_uri())
    assert page.locator("article math").count() > 4
    assert page.locator("article img").count() > 4
    assert page.locator("article table").count() > 4


def test_pages_are_accessible(site):
    names = ("index", "search", "01_lenet5", "08_vision_transformer")
    pages = [site / lang / f"{name}.html" for lang in LANGUAGES for name in names]
    assert violations([site / "index.html", *pages]) == []


def test_nothing_is_given_away(site):
    secret, shown = set(), set()
    for lesson in map(read, lesson_names()):
        secret |= hidden_lines(lesson)
        for cell in lesson.cells:
            source = cell.source.partition(HIDDEN)[0]
            if "task" not in cell.metadata and "essay" not in cell.metadata:
                shown |= long_lines(source)
            elif "essay" in cell.metadata:
                secret |= long_lines(source)
            else:
                secret |= long_lines(source.partition("### BEGIN SOLUTION")[2])
    assert len(secret - shown) > 500
    for path in site.rglob("*"):
        if path.suffix in (".html", ".js", ".txt", ".ipynb"):
            lines = long_lines(plain(path.read_text(encoding="utf-8")))
            assert lines & (secret - shown) == set(), path
            assert path.stem not in lesson_names() or lines & shown


def test_links_between_lessons_work_and_a_broken_one_is_told(runs, tmp_path):
    notebooks = shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    path = notebooks / "en" / "01_lenet5" / "01_lenet5.ipynb"
    notebook = nbformat.read(path, 4)
    for name in ("02_alexnet", "99_nothing"):
        notebook.cells[0].source += f"\n\n[{name}](../{name}/{name}.ipynb)"
    nbformat.write(notebook, path)
    with pytest.raises(PlainError) as failure:
        build_site(runs, tmp_path / "site", notebooks)
    assert "99_nothing" in str(failure.value)
    assert "02_alexnet" not in str(failure.value)


def test_only_whole_runs_of_the_present_solutions_are_taken(runs, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(sites, "run_lessons", lambda runs, profile: asked.extend(runs) or [])
    folder = shutil.copytree(runs, tmp_path / "runs")
    monkeypatch.setattr(sites, "BUILD", folder)
    execute_what_is_missing()
    assert asked == []

    def edit(name, change):
        path = folder / "en" / name / f"{name}.ipynb"
        notebook = nbformat.read(path, 4)
        change(notebook)
        nbformat.write(notebook, path)

    def stop(notebook):
        last = [cell for cell in notebook.cells if cell.cell_type == "code"][-1]
        last.update(outputs=[], execution_count=None)

    (folder / "en" / "00_start_here" / "00_start_here.ipynb").unlink()
    edit("01_lenet5", lambda notebook: notebook.cells[0].update(source="Of long ago."))
    edit("02_alexnet", lambda notebook: notebook.metadata.papermill.update(exception=True))
    edit("03_lenet5_vs_alexnet", stop)
    (folder / "en" / "04_googlenet" / "04_googlenet.ipynb").write_text("{", encoding="utf-8")
    execute_what_is_missing()
    assert asked == [(name, "en") for name in lesson_names()[:5]]


def plain(text):
    """Returns what a reader of an HTML file sees."""
    return unescape(re.sub("<[^>]*>", "", text))
