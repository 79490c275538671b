"""Glossary terms in a page's text: linked at first use, English ones marked as such everywhere."""

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
    """What surrounds a text: the anchor it belongs to, its language, and what may be done with terms.

    ``data-terms="off"`` is for lists of labels: what stands there is no use of a term, and is not linked.
    """

    anchor: str = ""
    lang: str = ""
    may_link: bool = True
    is_use: bool = True
    ignored: bool = False

    def inside(self, element: Element) -> "_Context":
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
    """Goes over a page's tree once; a term's own entry does not link to itself."""

    def __init__(self, md: Markdown, edition: Edition, usage: dict[str, list[str]]) -> None:
        super().__init__(md)
        self.edition = edition
        self.usage = usage
        self.linked: set[str] = set()
        self.raw_links = 0  # how many links written as HTML are open, which Markdown keeps out of the tree

    def run(self, root: Element) -> None:
        """Link and mark the terms of one page."""
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
        """Append what the matches in ``text`` become to ``content``; return the text ahead of the first."""
        if not text or not (self.edition.term_matcher.find(text) or STX in text):
            return text
        ahead: str | None = None
        end = 0
        last: Element | None = None
        for match, element in self._elements(text, context):
            between = text[end : match.start]
            if last is None:
                ahead = between
            else:
                last.tail = between
            content.append(element)
            last, end = element, match.end
        if last is None:
            return text
        last.tail = text[end:]
        return ahead

    def _elements(self, text: str, context: _Context) -> Iterator[tuple[Match, Element]]:
        """Each match that becomes an element, with that element."""
        tags = deque(HTML_PLACEHOLDER_RE.finditer(text))
        for match in self.edition.term_matcher.find(text):
            self._pass(tags, match.start)
            term = match.term
            own = context.anchor == self.edition.anchor("glossary", term.id).name
            if context.anchor and context.is_use and not own:
                self.usage.setdefault(term.id, []).append(context.anchor)
            lang = "en" if match.label.is_english and context.lang != "en" else None
            words = text[match.start : match.end]
            if context.may_link and not self.raw_links and not own and term.id not in self.linked:
                self.linked.add(term.id)
                yield match, self._link(term, words, lang)
            elif lang:
                foreign = Element("i", {"lang": lang})
                foreign.text = words
                yield match, foreign
        self._pass(tags, len(text))

    def _pass(self, tags: deque[re.Match[str]], end: int) -> None:
        """Take note of the tags ahead of ``end``, and forget them."""
        while tags and tags[0].start() < end:
            tag = str(self.md.htmlStash.rawHtmlBlocks[int(tags.popleft()[1])]).lower()
            name = tag.strip("<>").partition(" ")[0]
            self.raw_links = max(self.raw_links + {"a": 1, "/a": -1}.get(name, 0), 0)

    def _link(self, term: Term, words: str, lang: str | None) -> Element:
        return fromstring(renderer.term_link(self.edition, term, words, lang))
