"""What the search looks through: the text of a built site, unit by unit, each with the anchor to land on.

A unit is a source paragraph, a record, an actor, or a heading with the prose that follows it. What readers do not come
for (labels, controls, lists of links) is marked ``data-search-exclude`` in the templates.
"""

import json
from collections.abc import Iterable
from typing import Any

from lxml import html

from edition.data.vocabulary import Term
from edition.model.build_context import BuildContext
from edition.model.edition import Edition
from edition.model.term_matcher import labels_of
from edition.outputs.built_site import BuiltSite
from edition.rendering.bundles import SEARCH_INDEX

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SKIPPED = frozenset({"script", "style", "dialog", "dt"})
# Words of neighbouring elements run together only in these.
_INLINE = frozenset({"a", "b", "code", "em", "i", "mark", "small", "span", "strong", "time"})
PATHS: tuple[str, ...] = ()  # only the search asks for it
COLUMNS = ("page", "anchor", "kind", "label", "title", "text")
Unit = dict[str, str]


def files(build: BuildContext, site: BuiltSite) -> dict[str, bytes]:
    """The script that sets ``searchData``."""
    content = json.dumps(data(build.edition, site), ensure_ascii=False, separators=(",", ":"))
    return {SEARCH_INDEX: f"var searchData = {content};\n".encode()}


def data(edition: Edition, site: BuiltSite) -> dict[str, Any]:
    """What is searched, from the pages of a built ``site``: their titles; the units as columns, which pack better than
    one unit after the other; for each term, the number of its unit and its labels beside the title, Indonesian and
    English; number and titles of each section; and the synonyms: their words, the numbers of the units that they lead
    to, and the words that they mean.
    """
    units = [unit for page in edition.pages for unit in units_of_page(edition, page.name, site)]
    numbers = {unit["anchor"]: number for number, unit in enumerate(units)}
    return {
        "pages": {edition.page_url(page.name): edition.page_title(page.name) for page in edition.pages},
        "units": {key: [unit[key] for unit in units] for key in COLUMNS},
        "terms": [
            [numbers[edition.anchor("glossary", term.id).name], *_labels(term)] for term in edition.dataset.glossary
        ],
        "sections": [[each.number, each.title.id, each.title.en] for each in edition.dataset.chapter.sections],
        "synonyms": [
            [
                "|".join(dict.fromkeys((*each.words.id, *each.words.en))),
                [numbers[name] for name in each.leads_to if name in numbers],  # a heading may have no text
                "|".join(each.means),
            ]
            for each in edition.dataset.synonyms
        ],
    }


def _labels(term: Term) -> tuple[list[str], list[str]]:
    labels = labels_of(term)
    own = [each.text for each in labels if not each.is_english and each.text != term.term.id]
    return own, [each.text for each in labels if each.is_english]


def units_of_page(edition: Edition, name: str, site: BuiltSite) -> list[Unit]:
    """The units of one built page, in reading order: ``page`` is its address below the root, ``anchor`` where to land,
    ``kind`` that of the anchor, ``actors`` or ``prose``, ``label`` how it is cited if not by its title, ``title`` and
    ``text`` what it says.
    """
    return units_of(edition, name, site.page(edition.page_url(name)).xpath("//h1")[0].getparent())


def units_of(edition: Edition, name: str, article: html.HtmlElement) -> list[Unit]:
    """The units of one page's content."""
    gathering = _Gathering(edition, name)
    gathering.visit(article)
    return [
        {**unit, "text": " ".join("".join(parts).split())}
        for unit, parts in gathering.units
        if unit["anchor"] in edition.anchor_by_name or "".join(parts).strip()
    ]


class _Gathering:
    """Walks over a page; text goes to the unit that was begun last, or after a record, to the section around it."""

    def __init__(self, edition: Edition, name: str) -> None:
        self.edition = edition
        self.page = edition.page_url(name)
        self.units: list[tuple[Unit, list[str]]] = []
        self.text: list[str] = []  # where text goes; what comes ahead of the first heading is lost

    def visit(self, element: html.HtmlElement) -> None:
        if not isinstance(element.tag, str) or element.tag in _SKIPPED or "data-search-exclude" in element.attrib:
            return
        around = self.text
        original = element.get("data-original", "")
        anchor = self.edition.anchor_by_name.get(element.get("data-anchor", ""))
        if anchor:
            label = anchor.label if anchor.label != anchor.title else ""
            self._begin(anchor.name, anchor.title, anchor.kind, label)
        elif original:
            paragraph = self.edition.anchor_by_name[original]
            self._begin(f"asli-{original}", paragraph.title, "original", f"{paragraph.label}, naskah asli")
        elif element.tag == "li" and element.get("id"):
            self._begin(element.get("id", ""), _text(element.iter("strong")), "actors")
        elif element.tag in _HEADINGS:
            if element.get("id") not in self.edition.anchor_by_name:
                self._begin(element.get("id", ""), _text([element]))
            return
        self._read(element)
        if anchor or original or element.tag == "li":
            self.text = around

    def _begin(self, anchor: str, title: str, kind: str = "prose", label: str = "") -> None:
        self.text = []
        unit = {"page": self.page, "anchor": anchor, "kind": kind, "label": label, "title": title}
        self.units.append((unit, self.text))

    def _read(self, element: html.HtmlElement) -> None:
        space = "" if element.tag in _INLINE else " "
        self.text.append(space + (element.text or ""))
        for child in element:
            self.visit(child)
            self.text.append(child.tail or "")
        self.text.append(space)


def _text(elements: Iterable[html.HtmlElement]) -> str:
    return next((" ".join(element.text_content().split()) for element in elements), "")
