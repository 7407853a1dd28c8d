"""A static site of the executed lessons, made by Sphinx: both languages, no script, style or picture from elsewhere.

What the exercises ask for is not on it: their cells are those of the student's notebooks, without outputs. All other
cells show what a solved run printed.
"""

import html
import io
import json
import multiprocessing
import re
import shutil
import tempfile
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

import nbformat
from docutils import nodes
from nbconvert.filters import strip_ansi

from autograde import LANGUAGES, ROOT
from autograde.formulas import mathml
from autograde.run import BUILD, run_lessons
from autograde.source import COLAB, UNSET_REPOSITORY, lesson_names, read, repository
from convlab.errors import PlainError

TEMPLATES = ROOT / "autograde" / "templates" / "site"
TEXTS = {
    "es": {
        "title": "Redes convolucionales en cuadernos",
        "short": "Redes convolucionales",
        "about": "Para leer de principio a fin. Los ejercicios quedan para usted: se resuelven en los cuadernos.",
        "note": "Los ejercicios quedan para quien lee. Lo que muestran las demás celdas salió de una ejecución "
        "resuelta, con el perfil `{profile}`.",
        "search": "Buscar en las lecciones",
        "licence": "Licencia: CC BY 4.0 (texto e imágenes), BSD (código)",
        "artwork": "Créditos de los emojis de Emoji-10",
        "show": "Mostrar la prueba",
        "hide": "Ocultar la prueba",
        "other": "English",
    },
    "en": {
        "title": "Convolutional networks in notebooks",
        "short": "Convolutional networks",
        "about": "To read from beginning to end. The exercises are left for you: you solve them in the notebooks.",
        "note": "The exercises are left for the reader. What the other cells show came out of a solved run in the "
        "`{profile}` profile.",
        "search": "Search the lessons",
        "licence": "Licence: CC BY 4.0 (text and pictures), BSD (code)",
        "artwork": "Credits of the emoji in Emoji-10",
        "show": "Show the test",
        "hide": "Hide the test",
        "other": "Español",
    },
}
# Sphinx's Spanish lacks it, and then says nothing.
FOUND = {
    "Search finished, found one page matching the search query.": [
        "Una página coincide con la búsqueda.",
        *["${resultCount} páginas coinciden con la búsqueda."] * 2,
    ]
}
LESSON_LINK = re.compile(r"\]\(\.\./(\w+)/\1\.ipynb")
FRONT = """<!DOCTYPE html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{es} · {en}</title>
<style>body {{ font: 1.4rem/1.6 sans-serif; margin: 15vh auto; max-width: 36rem; padding: 0 1rem; }}</style>
</head>
<body>
<main>
<h1><a href="es/index.html">{es}</a></h1>
<p lang="en"><a href="en/index.html" hreflang="en">{en}</a></p>
</main>
</body>
</html>
"""


def settings(lang):
    """Returns Sphinx's configuration for one language."""
    texts = TEXTS[lang]
    (other,) = set(LANGUAGES) - {lang}
    translations = f"Object.assign(Documentation.TRANSLATIONS, {json.dumps(FOUND)});"
    return {
        "project": texts["title"],
        "html_title": texts["short"],
        "language": lang,
        "extensions": ["myst_nb", "autograde.site"],
        "nb_execution_mode": "off",
        "nb_ipywidgets_js": {},
        "nb_code_prompt_show": texts["show"],
        "nb_code_prompt_hide": texts["hide"],
        "myst_enable_extensions": ["dollarmath", "amsmath"],
        "templates_path": [str(TEMPLATES)],
        "html_static_path": [str(TEMPLATES / "static")],
        "html_css_files": ["site.css"],
        "html_js_files": [(None, {"body": translations})] if lang == "es" else [],
        "html_theme": "pydata_sphinx_theme",
        "html_math_renderer": "mathml",
        "html_copy_source": False,
        "html_show_copyright": False,
        "html_show_sphinx": False,
        "html_use_index": False,
        "html_permalinks": False,
        # A page opened as a file may not read the others for their summaries.
        "html_show_search_summary": False,
        "html_context": {
            "default_mode": "light",
            "other_language": other,
            "other_language_name": texts["other"],
            "licence": texts["licence"],
            "artwork": texts["artwork"],
        },
        "html_theme_options": {
            "search_bar_text": texts["search"],
            "navbar_center": [],
            "navbar_end": [],
            "navbar_persistent": ["search-button", "language"],
            "secondary_sidebar_items": ["page-toc"],
            "footer_start": ["licences"],
            "footer_end": [],
            "pygments_light_style": "a11y-high-contrast-light",
            "pygments_dark_style": "a11y-high-contrast-dark",
        },
        "html_sidebars": {"**": ["lessons"]},
    }


def setup(application):
    """Makes Sphinx draw formulas as MathML; Sphinx calls it."""
    application.add_html_math_renderer("mathml", (_inline_formula, None), (_formula, None))
    return {"parallel_read_safe": True}


def _inline_formula(translator, node):
    translator.body.append(mathml(node.astext()) or html.escape(node.astext()))
    raise nodes.SkipNode


def _formula(translator, node):
    drawn = mathml(node.astext(), "block") or html.escape(node.astext())
    translator.body.append(f'<div class="math" tabindex="0">{drawn}</div>\n')
    raise nodes.SkipNode


def page(lang, executed, notebook):
    """Returns what a reader sees of a lesson: the student's cells, and outputs of those that are no exercise.

    Args:
        lang: "es" or "en".
        executed: the executed solution, a notebook.
        notebook: the student's, which is changed.
    """
    outputs = {
        cell.id: [_shown(output, cell) for output in cell.outputs]
        for cell in executed.cells
        if cell.cell_type == "code"
    }
    cells = []
    for cell in notebook.cells:
        if cell.source == COLAB.format(repository=repository()):
            continue
        graded = cell.metadata.get("nbgrader", {})
        is_exercise = graded.get("grade") or graded.get("solution")
        if cell.cell_type == "code":
            cell.outputs = [] if is_exercise else list(filter(None, outputs[cell.id]))
            tests = graded.get("grade") and not graded.get("solution")
            cell.metadata = {"tags": ["hide-input"]} if tests else {}
        else:
            cell.source = LESSON_LINK.sub(r"](\1.ipynb", cell.source)
        cells.append(cell)
    if repository() == UNSET_REPOSITORY:
        link = rf"^\[.*\]\(https://colab\.\S+{UNSET_REPOSITORY}\S+\)\n\n"
        cells[0].source = re.sub(link, "", cells[0].source, flags=re.MULTILINE)
    profile = executed.metadata.papermill.parameters.PROFILE
    text = TEXTS[lang]["note"].format(profile=profile)
    note = nbformat.v4.new_markdown_cell(f"```{{note}}\n{text}\n```")
    notebook.cells = [cells[0], note, *cells[1:]]
    return notebook


def _shown(output, cell):
    """Returns an output as a page shows it, pictures with their alt text; None of what is not shown."""
    if output.output_type == "stream":
        return output if output.name == "stdout" else None
    data = output.get("data", {})
    if "image/png" in data:
        alt = output.metadata.get("image/png", {}).get("alt") or cell.metadata["alt"]
        picture = "".join(data["image/png"].split())
        text = f'<img src="data:image/png;base64,{picture}" alt="{html.escape(alt)}">'
    elif "text/html" in data:
        text = f'<div class="table" tabindex="0">{data["text/html"]}</div>'
    else:
        return output
    return nbformat.v4.new_output("display_data", {"text/html": text})


def build_site(executed=BUILD, output=BUILD / "site", notebooks=ROOT / "notebooks"):
    """Writes the site.

    Args:
        executed: folder of the executed solutions, <lang>/<lesson>/<lesson>.ipynb.
        output: folder of the site, which is replaced.
        notebooks: folder of the student's notebooks, in the same order.

    Raises:
        PlainError: a page has a broken link or cannot be read; says which.
    """
    shutil.rmtree(output, ignore_errors=True)
    # Sphinx speaks the language of the first site that a process makes.
    processes = ProcessPoolExecutor(
        mp_context=multiprocessing.get_context("spawn"), max_tasks_per_child=1
    )
    folders = (repeat(executed), repeat(output), repeat(notebooks))
    with processes:
        for _ in processes.map(_build_language, LANGUAGES, *folders):
            pass
    titles = {lang: TEXTS[lang]["title"] for lang in LANGUAGES}
    (output / "index.html").write_text(FRONT.format(**titles), encoding="utf-8")
    shutil.copy(ROOT / "LICENSE", output / "LICENSE.txt")
    shutil.copy(ROOT / "assets" / "emoji10" / "LICENCES.md", output / "EMOJI10.txt")
    # GitHub Pages leaves out folders that begin with an underscore, unless it finds this.
    (output / ".nojekyll").touch()


def _build_language(lang, executed, output, notebooks):
    from sphinx.application import Sphinx

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source"
        source.mkdir()
        for name in lesson_names():
            place = Path(lang, name, f"{name}.ipynb")
            run, student = nbformat.read(executed / place, 4), nbformat.read(notebooks / place, 4)
            nbformat.write(page(lang, run, student), source / place.name)
        (source / "index.md").write_text(_index(lang), encoding="utf-8")
        warnings = io.StringIO()
        application = Sphinx(
            source,
            None,
            Path(folder) / "html",
            Path(folder) / "doctrees",
            "html",
            confoverrides=settings(lang),
            status=None,
            warning=warnings,
        )
        application.build()
        if warnings.getvalue():
            raise PlainError(strip_ansi(warnings.getvalue()).strip())
        ignored = shutil.ignore_patterns("_sources", "objects.inv", "webpack-macros.html")
        shutil.copytree(application.outdir, output / lang, ignore=ignored)


def _index(lang):
    """Returns the first page of a language, with the list of the lessons."""
    texts = TEXTS[lang]
    lessons = "\n".join(
        f"{name[:2]} · {read(name).header['title'][lang]} <{name}>" for name in lesson_names()
    )
    return f"# {texts['title']}\n\n{texts['about']}\n\n```{{toctree}}\n:maxdepth: 1\n\n{lessons}\n```\n"


def execute_what_is_missing():
    """Executes, in the `quick` profile, the solutions that `build/` holds no whole run of as they are now."""
    missing = []
    for lang in LANGUAGES:
        for name in lesson_names():
            place = Path(lang, name, f"{name}.ipynb")
            if not _is_whole_run(BUILD / place, ROOT / "solutions" / place):
                missing.append((name, lang))
    if missing:
        list(run_lessons(missing, "quick"))


def _is_whole_run(path, solution):
    """Returns whether a notebook is this solution, executed to its end."""
    try:
        notebook = nbformat.read(path, 4)
    except (OSError, ValueError):
        return False
    if notebook.metadata.get("papermill", {}).get("exception", True):
        return False
    # Papermill says of a run that somebody stopped that it is complete; its last cells have no number.
    sources = {cell.id: cell.source for cell in notebook.cells if cell.get("execution_count", 1)}
    return all(sources.get(cell.id) == cell.source for cell in nbformat.read(solution, 4).cells)
