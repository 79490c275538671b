"""Filling the templates. They hold every tag; each renders one well-formed element."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from edition.data.records import Term
from edition.model import Edition

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def block(edition: Edition, name: str) -> str:
    """The data block called ``name`` (one of ``pages.DATA_BLOCKS``)."""
    return _render(name, {"edition": edition})


def paragraph(edition: Edition, name: str) -> str:
    """The frame of a source paragraph: label, permalink, neighbours, and a slot for its text."""
    before, after = edition.beside(name)
    anchor = edition.anchor_by_name[name]
    return _render("paragraph", {"anchor": anchor, "before": before, "after": after})


def term_link(edition: Edition, term: Term, text: str, lang: str | None) -> str:
    """A term as it stands in a text, linked to its entry and carrying its definition."""
    return _render("term", {"anchor": edition.anchor("glossary", term.id), "term": term, "text": text, "lang": lang})


def _render(template: str, context: Mapping[str, object]) -> str:
    return _environment.get_template(f"{template}.html").render(context)
