"""Filling the templates. They hold every tag; each renders one well-formed element."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from edition.anchors import Anchor
from edition.citations.citing import Citing
from edition.citations.richtext import runs
from edition.data.records import Term
from edition.model import Edition

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    bytecode_cache=FileSystemBytecodeCache(),
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters["runs"] = runs


def block(edition: Edition, name: str) -> str:
    """The data block called ``name`` (one of ``pages.DATA_BLOCKS``)."""
    return _render(name, {"edition": edition, "citing": Citing(edition, edition.cache_folder)})


def paragraph(edition: Edition, name: str) -> str:
    """The frame of a source paragraph: label, permalink, neighbours, and a slot for its text."""
    before, after = edition.beside(name)
    anchor = edition.anchor_by_name[name]
    return _render("paragraph", {"edition": edition, "anchor": anchor, "before": before, "after": after})


def moved_page(edition: Edition, new: str, anchors: tuple[Anchor, ...]) -> str:
    """A whole page that stands where a page was before it was renamed."""
    return _render("moved", {"edition": edition, "new": new, "anchors": anchors})


def term_link(edition: Edition, term: Term, text: str, lang: str | None) -> str:
    """A term as it stands in a text, linked to its entry and carrying its definition."""
    return _render("term", {"anchor": edition.anchor("glossary", term.id), "term": term, "text": text, "lang": lang})


def _render(template: str, context: Mapping[str, object]) -> str:
    return _environment.get_template(f"{template}.html").render(context)
