"""Link the first use of each glossary term on a page, and mark every use of an English term with ``lang``."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, STX

from edition.data.vocabulary import Term
from edition.model.edition import Edition
from edition.model.term_matcher import Match
from edition.rendering import renderer

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_LINKS = _HEADINGS | {"a", "button", "summary", "label"}
_NO_TERMS = frozenset({"code", "pre", "kbd", "samp", "script", "style", "svg", "math", "textarea"})
_SPECIAL = _NO_LINKS | _NO_TERMS


@dataclass(frozen=True)
class _Context:
    """What a text inherits from the elements around it. ``anchor`` is the id of the paragraph or record that contains
    it; ``lang`` is its language; ``may_link``: whether a term in it may become a link; ``is_use``: whether a term in it
    is recorded as used at the anchor; ``ignored``: whether terms are neither linked, marked nor recorded.

    The attribute ``data-terms="off"``, for lists of labels, makes both ``may_link`` and ``is_use`` false.
    """

    anchor: str = ""
    lang: str = ""
    may_link: bool = True
    is_use: bool = True
    ignored: bool = False

    def inside(self, element: Element) -> "_Context":
        """Return the context of the texts inside ``element``, where ``self`` is the context around ``element``."""
        if not element.attrib and element.tag not in _SPECIAL:
            return self
        is_use = self.is_use and element.get("data-terms") != "off"
        return _Context(
            anchor=element.get("data-anchor", self.anchor),
            lang=element.get("lang", self.lang),
            may_link=self.may_link and is_use and element.tag not in _NO_LINKS,
            is_use=is_use,
            ignored=self.ignored or element.tag in _NO_TERMS,
        )


class TermLinker(Treeprocessor):
    """Links the first use of each term and marks English terms, in one pass over a page's tree. Terms in their own
    glossary entries are not linked.
    """

    def __init__(self, md: Markdown, edition: Edition, usage: dict[str, list[str]]) -> None:
        super().__init__(md)
        self.edition = edition
        self.usage = usage
        self.linked: set[str] = set()
        self.raw_links = 0  # number of open raw HTML links, which Markdown keeps out of the tree

    def run(self, root: Element) -> None:
        """Link and mark the terms of the page with the tree ``root``."""
        self.linked, self.raw_links = set(), 0
        self._visit(root, _Context())

    def _visit(self, element: Element, context: _Context) -> None:
        context = context.inside(element)
        if context.ignored:
            return
        content: list[Element] = []
        element.text = self._replace(content, element.text, context)
        for child in element:
            self._visit(child, context)
            content.append(child)
            child.tail = self._replace(content, child.tail, context)
        if len(content) > len(element):
            element[:] = content

    def _replace(self, content: list[Element], text: str | None, context: _Context) -> str | None:
        """Append an element for each term in ``text`` to ``content``; the text after a term becomes its element's tail.
        Return the text before the first such element.
        """
        if not text or not (self.edition.term_matcher.find(text) or STX in text):
            return text
        text_before: str | None = None
        end = 0
        last: Element | None = None
        for match, element in self._term_elements(text, context):
            between = text[end : match.start]
            if last is None:
                text_before = between
            else:
                last.tail = between
            content.append(element)
            last, end = element, match.end
        if last is None:
            return text
        last.tail = text[end:]
        return text_before

    def _term_elements(self, text: str, context: _Context) -> Iterator[tuple[Match, Element]]:
        """Yield (match, element) for each term in ``text`` that becomes a link or is marked as English. Record the uses
        of all terms in ``text``.
        """
        tags = deque(HTML_PLACEHOLDER_RE.finditer(text))
        for match in self.edition.term_matcher.find(text):
            self._count_raw_links(tags, match.start)
            term = match.term
            is_own_entry = context.anchor == self.edition.anchor("glossary", term.id).name
            if context.anchor and context.is_use and not is_own_entry:
                self.usage.setdefault(term.id, []).append(context.anchor)
            lang = "en" if match.label.is_english and context.lang != "en" else None
            words = text[match.start : match.end]
            if context.may_link and not self.raw_links and not is_own_entry and term.id not in self.linked:
                self.linked.add(term.id)
                yield match, self._link(term, words, lang)
            elif lang:
                italic = Element("i", {"lang": lang})
                italic.text = words
                yield match, italic
        self._count_raw_links(tags, len(text))

    def _count_raw_links(self, tags: deque[re.Match[str]], end: int) -> None:
        """Update ``raw_links``, the number of raw HTML ``<a>`` elements that are open at ``end``, an offset in a text.
        ``tags`` are matches of the placeholders of raw HTML tags in that text; those before ``end`` are counted and
        removed.
        """
        while tags and tags[0].start() < end:
            tag = str(self.md.htmlStash.rawHtmlBlocks[int(tags.popleft()[1])]).lower()
            name = tag.strip("<>").partition(" ")[0]
            self.raw_links = max(self.raw_links + {"a": 1, "/a": -1}.get(name, 0), 0)

    def _link(self, term: Term, words: str, lang: str | None) -> Element:
        return fromstring(renderer.term_link(self.edition, term, words, lang))
