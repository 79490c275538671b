"""Filling the templates. They hold every tag; each renders one well-formed element."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from edition.citations.csl_items import address
from edition.citations.export_formats import FORMATS
from edition.citations.formatter import Citing
from edition.citations.rich_text import runs
from edition.data.vocabulary import Term
from edition.diagrams import argument_diagram, timeline_diagram
from edition.model.edition import Edition
from edition.model.link_targets import Target
from edition.model.note_placement import linked, notes_at, paragraphs_of
from edition.model.notes import sentence_of
from edition.model.relations import also_addressed, answering, recommendations_by_addressee, records_of_actor
from edition.rendering.csp import policy

# What the blocks that draw something are given beside the edition.
_PICTURES: Mapping[str, Callable[[Edition], object]] = {
    "timeline-diagram": timeline_diagram.pictures,
    "timeline-overview": timeline_diagram.sketch,
    "argument-diagram": argument_diagram.pictures,
    "argument-overview": argument_diagram.pictures,
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
        address, policy, notes_at, linked, paragraphs_of, answering, records_of_actor, recommendations_by_addressee,
        also_addressed,
    )
}  # fmt: skip
_environment.filters["sentence_places"] = lambda note: [sentence_of(name) for name in note.sentences]
_environment.filters["css_string"] = lambda text: Markup(css_string(text))  # noqa: S704 (no markup in a style)


def css_string(text: str) -> str:
    """A text as a CSS string: a backslash goes before what would end it."""
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def block(edition: Edition, name: str) -> str:
    """The data block called ``name`` (one of ``sources.DATA_BLOCKS``)."""

    def rendered() -> str:
        context = {"edition": edition, "citing": Citing(edition)}
        return _render(name, context | ({"pictures": _PICTURES[name](edition)} if name in _PICTURES else {}))

    return edition.kept.of(f"block-{name}", rendered)


def paragraph(edition: Edition, name: str) -> str:
    """The frame of a source paragraph: label, permalink, neighbours, and a slot for its text."""
    before, after = edition.beside(name)
    anchor = edition.anchor_by_name[name]
    return _render("paragraph", {"edition": edition, "anchor": anchor, "before": before, "after": after})


def original(edition: Edition, name: str) -> str:
    """The original of a source paragraph, sentence by sentence."""
    return _render("original", {"edition": edition, "anchor": edition.anchor_by_name[name]})


def warning() -> str:
    """What is said wherever the original is shown."""
    return _render("original_warning", {})


def notes(edition: Edition, name: str) -> str:
    """The editors' notes about what stands at an anchor."""
    return _render("paragraph_notes", {"edition": edition, "name": name})


def moved_page(edition: Edition, new: str, targets: tuple[Target, ...], bundles: Mapping[str, str]) -> str:
    """A whole page that stands where a page was before it was renamed; ``bundles`` has what pages load."""
    return _render("redirect_page", {"edition": edition, "new": new, "targets": targets, "bundles": bundles})


def citing_dialog() -> str:
    """The dialog that the citing control fills."""
    return _render("cite_dialog", {})


def search_dialog() -> str:
    """The dialog that the search fills."""
    return _render("search_dialog", {})


def left_targets(edition: Edition, page: str) -> str:
    """What is left on a page of places that were published there once; empty where nothing is."""
    found = edition.targets(page)
    return _render("redirect_notices", {"targets": found}) if found else ""


def term_link(edition: Edition, term: Term, text: str, lang: str | None) -> str:
    """A term as it stands in a text, linked to its entry and carrying its definition."""
    return _render(
        "term_link", {"anchor": edition.anchor("glossary", term.id), "term": term, "text": text, "lang": lang}
    )


def print_stylesheet(edition: Edition) -> str:
    """How pages look on paper, the edition's name and version at the head of each."""
    return _environment.get_template("print.css").render(edition=edition)


def single_file(edition: Edition, **parts: object) -> str:
    """The frame of the whole edition in one file; ``single_file.py`` makes its parts."""
    return _render("single_file", {"edition": edition, **parts})


def _render(template: str, context: Mapping[str, object]) -> str:
    return _environment.get_template(f"{template}.html").render(context)
