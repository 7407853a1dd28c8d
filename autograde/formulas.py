"""Formulas of a page as MathML, which browsers draw without a script from elsewhere."""

from jinja2 import pass_context
from latex2mathml.converter import convert
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath


def mathml(latex, display="inline"):
    """Returns a formula as MathML, or None where it is not LaTeX; what a student writes may be anything."""
    try:
        return convert(latex, display=display)
    except Exception:
        return None


class Renderer(IPythonRenderer):
    """nbconvert's, but for formulas."""

    def inline_math(self, body):
        return mathml(body) or super().inline_math(body)

    def block_math(self, body):
        return mathml(body, "block") or super().block_math(body)

    def latex_environment(self, name, body):
        whole = super().latex_environment(name, body)
        return mathml(f"\\begin{{{name}}}{body}\\end{{{name}}}", "block") or whole


@pass_context
def markdown2html(context, source):
    """nbconvert's filter of that name, for its templates."""
    cell, resources = context.get("cell", {}), context.get("resources", {})
    renderer = Renderer(
        escape=False,
        attachments=cell.get("attachments", {}),
        path=resources.get("metadata", {}).get("path", ""),
    )
    return MarkdownWithMath(renderer=renderer).render(source)
