"""Output: the search index of a built site, whose text is divided into search units.

A search unit is the text that one search result shows: a source paragraph, a record, an actor, or a heading with the
prose after it. A result links to the id of the unit's element. Text that nobody searches for (labels, controls, lists
of links) has the attribute ``data-search-exclude`` and is not indexed.
"""

import json
from collections.abc import Iterable
from typing import Any

from lxml import html

from edition.data.vocabulary import Term
from edition.model.anchors import ID_PREFIXES
from edition.model.build_context import BuildContext
from edition.model.edition import Edition
from edition.model.term_matcher import labels_of
from edition.outputs.built_site import BuiltSite
from edition.rendering.bundles import SEARCH_INDEX

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SKIPPED = frozenset({"script", "style", "dialog"})
# Elements that do not separate words; all others do.
_INLINE = frozenset({
    "a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "time",
})  # fmt: skip
PATHS: tuple[str, ...] = ()  # page files do not link it; only the search script loads it
_ACTOR = f"{ID_PREFIXES['actors']}-"
COLUMNS = ("page", "anchor", "kind", "label", "title", "text")
Unit = dict[str, str]


def files(build: BuildContext, site: BuiltSite) -> dict[str, bytes]:
    """Return the search index, as a script that sets the global variable ``searchData``."""
    content = json.dumps(data(build.edition, site), ensure_ascii=False, separators=(",", ":"))
    return {SEARCH_INDEX: f"var searchData = {content};\n".encode()}


def data(edition: Edition, site: BuiltSite) -> dict[str, Any]:
    """Return the search index, ready for JSON. A search unit is the text that one search result shows.

    ``pages``: titles by URL. ``units``: one list per column, which compresses better than one object per unit.
    ``terms``: for each glossary term, the index of its unit, its other Indonesian names, its English names.
    ``sections``: for each section, its number and its two titles. ``synonyms``: for each entry of ``synonyms.yml``, its
    words, the indexes of the units that it leads to, and words to search for as well.
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
                [numbers[name] for name in each.leads_to if name in numbers],  # a heading without text has no unit
                "|".join(each.means),
            ]
            for each in edition.dataset.synonyms
        ],
    }


def _labels(term: Term) -> tuple[list[str], list[str]]:
    labels = labels_of(term)
    indonesian = [each.text for each in labels if not each.is_english and each.text != term.term.id]
    return indonesian, [each.text for each in labels if each.is_english]


def units_of_page(edition: Edition, name: str, site: BuiltSite) -> list[Unit]:
    """Return the search units of one built page, in reading order. A search unit is the text that one result shows. It
    is a dict with the keys ``page`` (URL below the site's root), ``anchor`` (id to link to), ``kind`` (the data block,
    such as ``timeline``, or ``paragraphs``, ``actors``, ``prose``, ``original``), ``label`` (empty if the unit is cited
    by its title), ``title`` and ``text``.
    """
    return units_of(edition, name, site.page(edition.page_url(name)).xpath("//h1")[0].getparent())


def units_of(edition: Edition, name: str, article: html.HtmlElement) -> list[Unit]:
    """Return the search units in ``article``, the HTML of the page file ``name``. A search unit is the text that one
    result shows. Units without text are omitted, except those of paragraphs and records that can be cited.
    """
    collector = _UnitCollector(edition, name)
    collector.visit(article)
    return [
        {**unit, "text": " ".join("".join(parts).split())}
        for unit, parts in collector.units
        if unit["anchor"] in edition.anchor_by_name or "".join(parts).strip()
    ]


def _is_container(element: html.HtmlElement) -> bool:
    """Return whether an element is an admonition or a content tab. A heading in it does not own the text behind it."""
    return not {"admonition", "tabbed-block"}.isdisjoint(element.get("class", "").split())


class _UnitCollector:
    """Collects the search units of a page. A unit begins at each heading, source paragraph, record and actor, and gets
    the text that follows. When a paragraph, record, actor, admonition or content tab ends, the text after it goes to
    the unit of the section that contains it.
    """

    def __init__(self, edition: Edition, name: str) -> None:
        self.edition = edition
        self.page = edition.page_url(name)
        self.units: list[tuple[Unit, list[str]]] = []
        self.text: list[str] = []  # of the current unit; text before the first heading is discarded

    def visit(self, element: html.HtmlElement) -> None:
        if not isinstance(element.tag, str) or element.tag in _SKIPPED or "data-search-exclude" in element.attrib:
            return
        if element.tag == "dt" and element.xpath("parent::*[@data-terms]"):  # a label of a record, not an editor's word
            return
        enclosing_text = self.text
        original = element.get("data-original", "")
        anchor = self.edition.anchor_by_name.get(element.get("data-anchor", ""))
        if anchor:
            label = anchor.label if anchor.label != anchor.title else ""
            self._start_unit(anchor.name, anchor.title, anchor.kind, label)
        elif original:
            paragraph = self.edition.anchor_by_name[original]
            self._start_unit(f"asli-{original}", paragraph.title, "original", f"{paragraph.label}, naskah asli")
        elif element.tag == "li" and element.get("id", "").startswith(_ACTOR):
            self._start_unit(element.get("id", ""), _first_text(element.iter("strong")), "actors")
        elif element.tag in _HEADINGS:
            if element.get("id") not in self.edition.anchor_by_name:
                self._start_unit(element.get("id", ""), _first_text([element]))
            return
        self._add_text(element)
        if anchor or original or element.get("id", "").startswith(_ACTOR) or _is_container(element):
            self.text = enclosing_text

    def _start_unit(self, anchor: str, title: str, kind: str = "prose", label: str = "") -> None:
        self.text = []
        unit = {"page": self.page, "anchor": anchor, "kind": kind, "label": label, "title": title}
        self.units.append((unit, self.text))

    def _add_text(self, element: html.HtmlElement) -> None:
        space = "" if element.tag in _INLINE else " "
        self.text.append(space + (element.text or ""))
        for child in element:
            self.visit(child)
            self.text.append(child.tail or "")
        self.text.append(space)


def _first_text(elements: Iterable[html.HtmlElement]) -> str:
    return next((" ".join(element.text_content().split()) for element in elements), "")
