"""Render the Jinja templates. All HTML is written in the templates, not in Python code."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from edition.citations.export_formats import FORMATS
from edition.citations.formatter import CitationFormatter
from edition.citations.rich_text import runs
from edition.data.vocabulary import Term
from edition.diagrams import argument_diagram, timeline_diagram
from edition.model.build_context import BuildContext
from edition.model.edition import Edition
from edition.model.inferences import find_inferences
from edition.model.link_targets import Redirect
from edition.model.note_placement import PlacedNote, paragraph_anchors_of, resolve_links, split_note
from edition.model.notes import parse_sentence_name
from edition.model.relations import (
    find_answers,
    recommendations_by_addressee,
    records_of_actor,
    secondary_recommendations,
)
from edition.model.views import Views
from edition.rendering.csp import content_security_policy

# The template variable ``diagram`` of the data blocks that have one.
_DIAGRAMS: Mapping[str, Callable[[Views], object]] = {
    "timeline-diagram": lambda views: timeline_diagram.diagram(views, undated_words()),
    "timeline-overview": lambda views: timeline_diagram.diagram(views, undated_words()),
    "argument-diagram": argument_diagram.diagram,
    "argument-overview": argument_diagram.diagram,
}
_TEMPLATES = Path(__file__).parent / "templates"
_environment = Environment(
    loader=FileSystemLoader(_TEMPLATES),
    autoescape=True,
    undefined=StrictUndefined,
    bytecode_cache=FileSystemBytecodeCache(),
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters["runs"] = runs
_environment.globals["FORMATS"] = FORMATS
_environment.globals |= {
    each.__name__: each
    for each in (
        content_security_policy, resolve_links, split_note, paragraph_anchors_of, find_answers, find_inferences,
        records_of_actor,
        recommendations_by_addressee, secondary_recommendations,
    )
}  # fmt: skip
_environment.filters["sentence_places"] = lambda note: [parse_sentence_name(name) for name in note.sentences]
_environment.filters["css_string"] = lambda text: Markup(css_string(text))  # noqa: S704 (no markup in a style)


def css_string(text: str) -> str:
    """Return the text as a quoted CSS string, with quotation marks and backslashes escaped."""
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def control_names() -> Mapping[str, str]:
    """Return the names that screen readers announce for controls of Markdown extensions: a check box of a task list
    (``done`` or ``open``), and a group of content tabs (``tabs``).
    """
    return _words("CONTROLS")


def undated_words() -> Mapping[str, str]:
    """Return the labels of events without a date in the timeline diagram; see ``date_labels.undated_label``."""
    return _words("UNDATED")


def _words(name: str) -> Mapping[str, str]:
    words: Mapping[str, str] = getattr(_environment.get_template("_macros.html").module, name)
    return words


def data_block(build: BuildContext, name: str) -> str:
    """Return the HTML of the data block ``name``, such as ``timeline``. A line ``/// timeline ///`` in a page file
    inserts it. The names are listed in ``page_files.DATA_BLOCKS``.
    """
    variables: dict[str, object] = {"formatter": CitationFormatter(build)}
    if name in _DIAGRAMS:
        variables["diagram"] = _DIAGRAMS[name](build.views)
    return _render(name, build, **variables)


def paragraph(build: BuildContext, name: str) -> str:
    """Return the HTML of the frame of a source paragraph (a paragraph of the chapter that the edition restates);
    ``name`` is its anchor. The frame has a label, a permalink, links to the previous and the next paragraph, and an
    empty element for the text.
    """
    before, after = build.views.adjacent_paragraphs(name)
    return _render("paragraph", build, anchor=build.edition.anchor_by_name[name], before=before, after=after)


def original(build: BuildContext, name: str) -> str:
    """Return the HTML of a paragraph's original text, sentence by sentence. Whoever builds the site supplies that text
    as a copy of the chapter (``CHAPTER``). ``name`` is the anchor of the paragraph.
    """
    return _render("original", build, anchor=build.edition.anchor_by_name[name])


def original_warning() -> str:
    """Render the warning for pages and copies that contain the chapter's original text, which a reader supplied."""
    return _environment.get_template("original_warning.html").render()


def notes(build: BuildContext, name: str) -> str:
    """Return the HTML of the editors' notes on the source paragraph with the anchor ``name``."""
    return _render("paragraph_notes", build, name=name)


def note_reference(placed: PlacedNote) -> str:
    """Return the HTML of a note's number in the text of a paragraph: a link to the note."""
    return _environment.get_template("note_reference.html").render(placed=placed)


def redirect_page(build: BuildContext, new: str, redirects: tuple[Redirect, ...], bundles: Mapping[str, str]) -> str:
    """Render the page at the old URL of a renamed page. ``new`` is the new name of the page file. ``redirects`` has one
    entry for each id of the old page, with its new address. ``bundles`` maps names of style and script bundles to
    paths.
    """
    return _render("redirect_page", build, new=new, redirects=redirects, bundles=bundles)


def cite_dialog(build: BuildContext) -> str:
    """Render the cite dialog."""
    return _render("cite_dialog", build)


def search_dialog(build: BuildContext) -> str:
    """Render the search dialog."""
    return _render("search_dialog", build, examples=build.views.search_examples)


def redirect_notices(build: BuildContext, page: str) -> str:
    """Return the HTML of links to the new addresses of ids that were published on ``page`` and are no longer on it; ""
    if there are none.
    """
    redirects = build.views.redirects_on_page(page)
    return _render("redirect_notices", build, redirects=redirects) if redirects else ""


def term_link(edition: Edition, term: Term, text: str, lang: str | None) -> str:
    """Render ``text``, a use of a glossary term, as a link to the term's entry, with the term's definition. ``lang`` is
    the language of ``text``, or None if it is that of the surrounding text.
    """
    template = _environment.get_template("term_link.html")
    return template.render(anchor=edition.anchor("glossary", term.id), term=term, text=text, lang=lang)


def print_stylesheet(edition: Edition) -> str:
    """Render the print style sheet, which prints the edition's title and version at the top of each sheet of paper."""
    return _environment.get_template("print.css").render(edition=edition)


def single_file(build: BuildContext, **variables: object) -> str:
    """Render the edition as one HTML file, from the template ``single_file.html``. ``variables`` are variables for that
    template.
    """
    return _render("single_file", build, **variables)


def _render(template: str, build: BuildContext, **variables: object) -> str:
    context = {"build": build, "edition": build.edition, "views": build.views, **variables}
    return _environment.get_template(f"{template}.html").render(context)
